// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words before a verdict: where one may begin, and whether they leave it stated.
//!
//! "Si ritiene che" assures of it; "se", "per", "con l'obiettivo di" leave it unsaid. Never here: the verdict itself.

use crate::plan::{Percent, Year};

use super::clause::Cursor;
use super::label::degree_phrase;
use super::lexicon::{self, Tags, Verb};
use super::number::Number;
use super::predicate::partly;
use super::verdict::About;
use super::words::{Kind, Token};

/// Whether a verdict may begin here, and has not begun before.
pub(super) fn may_begin(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]) else { return true };
    let tags = tokens[at].tags;
    let head = Tags::HEAD.or(Tags::GENERAL).or(Tags::ACHIEVEMENT).or(Tags::LABEL);
    let lead = Tags::ARTICLE.or(Tags::ALL).or(Tags::NONE);
    let decides = Cursor { tokens, at }.take_listed(&lexicon::STATUS_INFINITIVE);
    if tokens[at].text == "failed" || tags.any(Tags::FULL.or(Tags::FAILED).or(Tags::PARTIAL)) || decides {
        return true;
    }
    let infinitive =
        tags.any(Tags::ACHIEVE_INFINITIVE) || matches!(tokens[at].text, "portare" | "condurre" | "dare");
    let infinitive = infinitive || tags.any(Tags::MEASURE);
    if infinitive && (before.tags.any(Tags::PREPOSITION) || before.text == "senza") {
        return true;
    }
    let group = Tags::NEGATION.or(Tags::COPULA).or(Tags::HAVE);
    // "The Tax Office met its objective": the simple past has no auxiliary.
    if matches!(tokens[at].text, "met" | "achieved" | "reached" | "missed" | "exceeded" | "attained" | "hit")
    {
        return !before.tags.any(group);
    }
    if tags.any(head) {
        return !before.tags.any(lead);
    }
    if tags.any(lead) {
        return !before.tags.any(lead) && tokens[at..].iter().take(4).any(|token| token.tags.any(head));
    }
    // "Né il primo né il secondo obiettivo".
    if tokens[at].text == "ne" && tokens.get(at + 2).is_some_and(|next| next.tags.any(Tags::ORDINAL)) {
        return true;
    }
    if tags.any(group) {
        return !before.tags.any(group.or(Tags::ADVERB));
    }
    // "È raggiunto" begins with "è".
    before.tags.any(Tags::TIME.or(Tags::ADVERB).or(Tags::BUT))
        || before.tags.any(Tags::AND) && !before.accented
}

/// Whether the words before a verdict leave it stated; what assures of it is no condition.
pub(super) fn is_stated_after(prefix: &[Token<'_>], about: About) -> bool {
    let Some(last) = prefix.last() else { return true };
    // "Poi sospeso", but not "mai sospeso".
    let is_light =
        |token: &Token<'_>| token.tags.any(Tags::BUT.or(Tags::ADVERB)) && !token.tags.any(Tags::DENIAL);
    if is_assured(prefix) || prefix.iter().all(is_light) {
        return true;
    }
    // "Avviato e tuttora in corso".
    if let [begun, and, ..] = prefix
        && begun.verb == Some(Verb::Begin)
        && and.tags.any(Tags::AND)
        && prefix[2..].iter().all(|token| token.tags.any(Tags::ADVERB))
    {
        return true;
    }
    // "A = achieved" is a key; "valutazione finale = raggiunto" is none.
    let key = prefix.get(1).is_some_and(|sign| sign.kind == Kind::Other)
        && prefix[0].span.end - prefix[0].span.start <= 2;
    if is_of_others(prefix) || key {
        return false;
    }
    let mut c = Cursor::new(prefix);
    // "Senza il parere della ASL", "non senza fatica" are no denials of what follows.
    if !c.take_phrase("non senza") {
        c.take_any(&["senza", "without"]);
    }
    let unreal = Tags::CONDITION.or(Tags::UNREAL).or(Tags::RELATIVE);
    // "Non vi sono state difficoltà e l'obiettivo è stato raggiunto": the denial ends with its sentence.
    let coordinate = about == About::Objective && last.text == "e" && !last.accented;
    let unreal = if coordinate { unreal } else { unreal.or(Tags::DENIAL) };
    if c.rest().iter().any(|token| token.tags.any(unreal)) {
        return false;
    }
    // "Si propone di considerare l'obiettivo raggiunto".
    if prefix.iter().any(|token| matches!(token.text, "considerare" | "ritenere" | "dichiarare")) {
        return false;
    }
    if about == About::Objective {
        // "Con l'obiettivo di …", "ai fini dell'obiettivo": not what the sentence is about.
        return !last.tags.any(Tags::PREPOSITION);
    }
    is_adjunct(prefix) && !last.tags.any(Tags::PREPOSITION)
}

/// How the words before a verdict narrow it, if they do nothing else.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Narrowed {
    No,
    /// "Solo per una porzione".
    Part,
    /// "Per l'85 per cento".
    Number((Number, bool)),
    /// "Sul versante delle entrate".
    Side,
}

impl Narrowed {
    pub fn by(prefix: &[Token<'_>]) -> Self {
        let mut c = Cursor::new(prefix);
        while c.take(Tags::ADVERB.or(Tags::AND)).is_some() {}
        if c.done() {
            return Self::No;
        }
        let before = c;
        if partly(&mut c) && c.done() {
            return Self::Part;
        }
        c = before;
        if let Some(number) = degree_phrase(&mut c) {
            // "Per l'80% degli utenti".
            let some = number.0.percent.is_some_and(|percent| percent != Percent::WHOLE);
            let of_some = some
                && before.token().is_some_and(|first| first.text == "per")
                && c.tags().any(Tags::PREPOSITION);
            if c.done() {
                return Self::Number(number);
            } else if of_some && is_adjunct(prefix) {
                return Self::Side;
            }
        }
        c = before;
        c.take(Tags::EXCEPTION);
        let led = c.take_any(&["su", "sul", "sulla", "sullo", "per", "in", "nel", "nella", "on"]).is_some();
        c.take(Tags::ARTICLE);
        c.take(Tags::EXCEPTION);
        let mut except = before;
        let excepted = (except.take(Tags::EXCEPTION).is_some() || except.take_listed(&lexicon::EXCEPTIONS))
            && !except.done()
            && !except
                .rest()
                .iter()
                .any(|token| token.verb.is_some() || token.tags.any(Tags::HEAD.or(Tags::HAVE)));
        if excepted {
            return Self::Side;
        }
        let side = led && c.take(Tags::SCOPE).is_some() && !c.done() && is_adjunct(prefix);
        if side { Self::Side } else { Self::No }
    }
}

/// Whether the words before a verdict deny it: "è da escludere che".
pub(super) fn is_disclaimed(prefix: &[Token<'_>]) -> bool {
    let c = Cursor::new(prefix);
    (0..prefix.len()).any(|at| {
        let mut from = c.from(at);
        from.take_listed(&lexicon::DISCLAIMERS) && from.done()
    })
}

/// Whether the words before a verdict say that it was decided: "la Giunta ha disposto che".
pub(super) fn is_decided(prefix: &[Token<'_>]) -> bool {
    matches!(prefix, [.., verb, che] if verb.tags.any(Tags::DECIDED) && che.text == "che")
        && !prefix.iter().any(|token| token.tags.any(Tags::DENIAL.or(Tags::UNREAL)))
}

/// Whether words name the end of the year: "al 31/12", "a fine anno".
pub(super) fn is_year_end(prefix: &[Token<'_>]) -> bool {
    // "Alla data del 31 dicembre 2022".
    let day = prefix.len() <= 8
        && prefix.iter().position(|token| token.text == "31").is_some_and(|day| {
            prefix[day + 1..].iter().take(2).any(|month| matches!(month.text, "12" | "dicembre"))
        });
    day || matches!(prefix, [a, fine, anno] if a.text == "a" && fine.text == "fine" && anno.text == "anno")
}

/// Whether words make what follows somebody else's word, or another year's: "a detta della ditta", "lo scorso anno"; or only
/// refer to it, or ask for it: "vedi", "allegare". "Come lo scorso anno" compares.
pub(super) fn is_of_others(prefix: &[Token<'_>]) -> bool {
    let Some(first) = prefix.first() else { return false };
    let has = |tags| prefix.iter().any(|token| token.tags.any(tags));
    let by_year = |two: &[Token<'_>]| {
        two.iter().any(|token| token.tags.any(Tags::OLD))
            && two.iter().any(|token| token.tags.any(Tags::PERIOD))
    };
    let compares =
        prefix.iter().any(|token| matches!(token.text, "come" | "differenza" | "rispetto" | "unlike"));
    let mut c = Cursor::new(prefix);
    let heard = c.take_listed(&lexicon::HEARSAY)
        && (has(Tags::OTHERS) || first.text != "secondo" && first.text != "according");
    let asks = first.infinitive || first.tags.any(Tags::DEED_INFINITIVE);
    // "Negli altri Comuni".
    let elsewhere = |two: &[Token<'_>]| {
        matches!(two[0].text, "altri" | "altre" | "altro" | "other") && two[1].tags.any(Tags::OTHERS)
    };
    // "Presso il Comune vicino", "nei Comuni limitrofi", but not "d'intesa con i Comuni vicini".
    let next_door = matches!(first.text, "presso" | "in" | "nel" | "nei" | "nella" | "nelle" | "negli")
        && has(Tags::NEIGHBOUR)
        && !prefix.iter().any(|token| token.text == "con");
    heard
        || asks
        || next_door
        || prefix.windows(2).any(elsewhere)
        || first.tags.any(Tags::REFERS.or(Tags::LISTING))
        || !compares && prefix.windows(2).any(by_year)
}

/// "Nel 2018": of another year than the plan's, where that is known.
pub(super) fn is_of_another_year(prefix: &[Token<'_>], plan: Option<Year>) -> bool {
    let mut c = Cursor::new(prefix);
    let led = c.take_any(&["nel", "nell", "in", "during"]).is_some();
    c.take(Tags::PERIOD);
    let year = c.take_kind(Kind::Number);
    let named = year.filter(|_| led && c.done()).and_then(|year| Year::new(year.parse().ok()?));
    named.zip(plan).is_some_and(|(named, plan)| named != plan)
}

/// Whether somebody beside the office does it: "la cooperativa ha raggiunto gli obiettivi".
pub(super) fn is_by_others(prefix: &[Token<'_>]) -> bool {
    // "Il 95% dei dirigenti ha raggiunto gli obiettivi".
    prefix.iter().any(|token| token.kind == Kind::PercentSign)
        || (is_agent(prefix) || prefix.first().is_some_and(|the| the.text == "the"))
            && prefix.iter().take(2).any(|token| token.tags.any(Tags::OTHERS))
        || prefix.iter().rev().take(4).any(|token| token.tags.any(Tags::OTHERS))
            && prefix.first().is_some_and(is_definite)
}

/// Whether words name who does something, and nothing else: "l'Amministrazione".
pub(super) fn is_agent(words: &[Token<'_>]) -> bool {
    let verbal =
        Tags::CONDITION.or(Tags::DENIAL).or(Tags::UNREAL).or(Tags::RELATIVE).or(Tags::COPULA).or(Tags::HAVE);
    words.first().is_some_and(is_definite)
        && words.iter().all(|token| {
            token.kind == Kind::Word
                && (!token.tags.any(verbal) || token.tags.any(Tags::PREPOSITION))
                && token.verb.is_none()
        })
}

/// Whether words are about cause, means or time, and name no subject of their own: "per mancanza di fondi", and not "nel
/// 2021 il corso".
fn is_adjunct(words: &[Token<'_>]) -> bool {
    let opener = Tags::PREPOSITION.or(Tags::OPENER).or(Tags::ADVERB).or(Tags::AND);
    let opens = words.first().is_some_and(|first| first.tags.any(opener) && !is_definite(first));
    let subject = words.windows(2).any(|two| is_bare_article(&two[0], &two[1]));
    let work = Tags::DEED.or(Tags::HEAD);
    opens && !subject && !words.iter().any(|token| token.tags.any(work) || token.verb.is_some())
}

/// Whether it is a definite article of Italian.
pub(super) fn is_definite(token: &Token<'_>) -> bool {
    matches!(token.text, "il" | "lo" | "la" | "l" | "i" | "gli" | "le")
}

/// Whether an article begins a noun of its own, rather than one that a word before it governs.
pub(super) fn is_bare_article(before: &Token<'_>, article: &Token<'_>) -> bool {
    let governs =
        Tags::PREPOSITION.or(Tags::OPENER).or(Tags::AND).or(Tags::ARTICLE).or(Tags::RELATIVE).or(Tags::ALL);
    (is_definite(article) || matches!(article.text, "un" | "una" | "uno" | "the"))
        && !before.tags.any(governs)
}

/// Whether the words before a verdict only assure of it: "si ritiene che", "non solo".
pub(super) fn is_assured(prefix: &[Token<'_>]) -> bool {
    let mut c = Cursor::new(prefix);
    while c.take(Tags::ADVERB.or(Tags::AND)).is_some() {}
    if c.take_listed(&lexicon::NOT_ONLY) {
        c.take_any(&["was", "is", "has", "were"]);
        return c.done();
    }
    let attested = matches!(prefix, [.., verb, che]
        if verb.tags.any(Tags::ATTESTED) && matches!(che.text, "che" | "that")
            && !prefix.iter().any(|token| token.tags.any(Tags::DENIAL)));
    attested
        || (c.at..prefix.len()).any(|at| {
            let mut from = c.from(at);
            from.take_listed(&lexicon::ASSURANCES) && from.done()
        })
}
