// SPDX-License-Identifier: AGPL-3.0-or-later
//! What one clause states of the objective as a whole: a verdict, a number, a label, an answer, or nothing that is read.
//!
//! A verdict is found by its participle, and stands only if what it is about, what denies it and what is said beside it
//! are understood: "non completato nella pubblicazione del registro" goes on about a part, and is none. Never here: what
//! stands beside the clause (see `outcome`), and what is told of single deeds (see `report`).

use crate::plan::{Bands, Percent};

use super::clause::{Cursor, hull};
use super::lexicon::{self, Tags, Verb};
use super::number::{Number, number};
use super::words::{Kind, Token};
use super::{Confidence, Span, Status, degree};

/// What a clause says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Said {
    /// How it went.
    Verdict(Verdict),
    /// "Grado di realizzazione: 80%"; whether it is of achievement, and so a verdict in numbers.
    Degree(Percent, Span, bool),
    /// "Grado di realizzazione", with its number to follow: whether that is a degree even without a percent sign, and
    /// whether it is of achievement.
    Label(Span, bool, bool),
    /// A number alone.
    Number(Number, Span),
    /// "In parte", alone.
    Partly(Span),
    /// "Sì", alone.
    Yes(Span),
    /// "No", alone.
    No(Span),
    /// Nothing that is read.
    Nothing,
}

/// What a verdict is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum About {
    /// It does not say: "raggiunto".
    Unsaid,
    /// A thing of its own name: "il corso".
    Thing,
    /// The one thing of the row by a general word: "il progetto".
    General,
    /// The objective itself.
    Objective,
}

/// A verdict as one clause states it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Verdict {
    pub status: Status,
    /// The degree it states along with it.
    pub number: Option<Percent>,
    pub span: Span,
    pub about: About,
    /// The number by which it tells what it is about from others: "obiettivo 1".
    pub which: Option<u32>,
    /// Whether what it is about opens lists: "risultati raggiunti".
    pub heading: bool,
    /// Whether it says that the target was surpassed.
    pub beyond: bool,
    pub confidence: Confidence,
}

impl Verdict {
    /// What a number or an answer says, about nothing by name.
    pub fn plain(status: Status, span: Span) -> Self {
        let (number, about, which, confidence) = (None, About::Unsaid, None, Confidence::Stated);
        Self { status, number, span, about, which, heading: false, beyond: false, confidence }
    }

    /// The verdict with a number that stands beside it; `None` where the two do not go together.
    pub fn with(self, number: Number, span: Span) -> Option<Self> {
        let percent = number.percent.filter(|_| number.of_whole)?;
        let status = match self.status {
            _ if self.number.is_some() => return (self.number == Some(percent)).then_some(self),
            Status::Achieved => literal(percent),
            Status::PartiallyAchieved if literal(percent) == Status::PartiallyAchieved => self.status,
            Status::NotAchieved if percent == Percent::ZERO => self.status,
            Status::InProgress => self.status,
            _ => return None,
        };
        Some(Self { status, number: Some(percent), span: hull(self.span, span), ..self })
    }

    /// The verdict with "in parte" beside it.
    pub fn in_part(self, span: Span) -> Option<Self> {
        let achieved = self.status == Status::Achieved && self.number.is_none();
        achieved.then(|| Self { status: Status::PartiallyAchieved, span: hull(self.span, span), ..self })
    }

    /// The verdict less what an exception takes away.
    pub fn except(self) -> Option<Self> {
        match self.status {
            Status::Achieved if self.number.is_none() => {
                Some(Self { status: Status::PartiallyAchieved, confidence: Confidence::Inferred, ..self })
            }
            Status::Achieved => None,
            _ => Some(self),
        }
    }

    /// The verdict with "no" as an answer.
    pub fn denied(self, span: Span) -> Option<Self> {
        let achieved = self.status == Status::Achieved && self.number.is_none();
        achieved.then(|| Self { status: Status::NotAchieved, span: hull(self.span, span), ..self })
    }
}

/// What a number says in words, whatever the method: 100 achieved, 0 not.
pub(super) fn literal(percent: Percent) -> Status {
    degree::judge(percent, &Bands::LITERAL)
}

/// Longer clauses state no verdict; so the work for each is bounded.
const LONGEST: usize = 90;

/// What a clause says.
pub(super) fn said(clause: Cursor<'_>) -> Said {
    if clause.done() || clause.tokens.len() > LONGEST {
        return Said::Nothing;
    }
    alone(clause)
        .or_else(|| verdict(clause).map(Said::Verdict))
        .or_else(|| label(clause))
        .unwrap_or(Said::Nothing)
}

/// A number, an answer or "in parte", and nothing else.
fn alone(clause: Cursor<'_>) -> Option<Said> {
    let mut c = clause;
    let said: fn(Span) -> Said = if c.take(Tags::YES).is_some() {
        Said::Yes
    } else if c.take(Tags::NO).is_some() {
        Said::No
    } else if partly(&mut c) || (c.take(Tags::NEGATION).is_some() && fully(&mut c)) {
        c.take(Tags::YES);
        Said::Partly
    } else {
        let (number, _) = degree_phrase(&mut c).filter(|(_, exact)| *exact).or_else(|| {
            c = clause;
            Some((number(&mut c)?, true))
        })?;
        return c.done().then(|| Said::Number(number, c.span_from(clause.at)));
    };
    c.done().then(|| said(c.span_from(clause.at)))
}

fn partly(c: &mut Cursor<'_>) -> bool {
    c.take_listed(&lexicon::PARTLY)
}

fn fully(c: &mut Cursor<'_>) -> bool {
    c.take(Tags::FULLY).is_some() || c.take_listed(&lexicon::FULLY)
}

/// What is known of a verdict while its clause is read.
#[derive(Clone, Copy, Default)]
struct Core {
    about: Option<About>,
    heading: bool,
    /// Whether it is about the degree itself: only whether it can be measured is said of that.
    label: bool,
    which: Option<u32>,
    negated: bool,
    partly: bool,
    fully: bool,
    /// "Non tutti": some.
    not_all: bool,
    /// "Non solo": what follows "ma" says more.
    not_only: bool,
    /// Whether an auxiliary stands before the participle.
    copula: bool,
    /// "Può essere".
    modal: bool,
    /// "Si intende raggiunto con …" defines.
    meant: bool,
    /// "Ha": what was achieved must follow.
    have: bool,
    /// The number, and whether it is exact.
    number: Option<(Number, bool)>,
    beyond: bool,
    slip: bool,
    /// Whether a time follows.
    timed: bool,
    /// Whether the words before it assure of it, so that "sia" states.
    assured: bool,
    /// The last letter of the head, by which its participle agrees.
    ending: u8,
}

/// The verdict of a clause, from wherever in it one begins.
fn verdict(clause: Cursor<'_>) -> Option<Verdict> {
    let turns = |token: &Token<'_>| {
        token.verb.is_some() || token.tags.any(Tags::PIVOT) || lexicon::begins_verdict(token.begins)
    };
    if !clause.rest().iter().any(turns) {
        return None;
    }
    if let Some(share) = share_of_objectives(clause) {
        return Some(share);
    }
    (clause.at..clause.tokens.len()).filter(|&at| may_begin(clause.tokens, at)).find_map(|at| {
        let from = clause.from(at);
        let prefix = &clause.tokens[clause.at..at];
        achievement(from, prefix)
            .or_else(|| failure(from))
            .or_else(|| decision(from, prefix))
            .or_else(|| unmeasurable(from, prefix))
            .or_else(|| predication(from, prefix))
    })
}

/// "Dei cinque obiettivi assegnati ne sono stati raggiunti quattro", "raggiunti 2 obiettivi su 3".
fn share_of_objectives(clause: Cursor<'_>) -> Option<Verdict> {
    let tokens = clause.rest();
    let several =
        tokens.iter().position(|token| token.tags.any(Tags::HEAD) && matches!(token.ending, b'i' | b's'))?;
    let reached = tokens
        .iter()
        .position(|token| matches!(token.verb, Some(Verb::Achieve | Verb::Complete | Verb::Reach)))?;
    let unreal = Tags::CONDITION.or(Tags::UNREAL).or(Tags::NEGATION);
    if tokens.len() > 24
        || tokens.iter().any(|token| token.tags.any(unreal) || token.kind == Kind::PercentSign)
    {
        return None;
    }
    let counts = tokens.iter().enumerate().filter_map(|(at, token)| Some((at, count(token)?)));
    let counts: Vec<(usize, u32)> = counts.take(3).collect();
    let [(first, a), (second, b)] = counts[..] else { return None };
    // One of them is led to by what makes it the whole.
    let leads = |at: usize| {
        at > 0
            && matches!(tokens[at - 1].text, "dei" | "degli" | "di" | "su" | "sui" | "of" | "the" | "delle")
    };
    let (part, whole) = match (leads(first), leads(second)) {
        (true, false) => (b, a),
        (false, true) => (a, b),
        _ => return None,
    };
    if part == 0 || part > whole {
        return None;
    }
    let percent = Percent::new(f64::from(part) / f64::from(whole) * 100.0)?;
    let ends = [several, reached, first, second];
    let from = ends.iter().min().map(|at| clause.at + at)?;
    let to = ends.iter().max().map(|at| clause.at + at + 1)?;
    let span = clause.from(to).span_from(from);
    let status = literal(percent);
    let confidence = Confidence::Inferred;
    Some(Verdict {
        number: Some(percent),
        about: About::Objective,
        confidence,
        ..Verdict::plain(status, span)
    })
}

/// A small number, in figures or in letters.
fn count(token: &Token<'_>) -> Option<u32> {
    if token.kind == Kind::Number {
        return token.text.parse().ok().filter(|count| *count <= 100);
    }
    let words = [
        ["uno", "una", "one"],
        ["due", "due", "two"],
        ["tre", "tre", "three"],
        ["quattro", "quattro", "four"],
        ["cinque", "cinque", "five"],
        ["sei", "sei", "six"],
        ["sette", "sette", "seven"],
        ["otto", "otto", "eight"],
        ["nove", "nove", "nine"],
        ["dieci", "dieci", "ten"],
    ];
    let at = words.iter().position(|words| !token.text.is_empty() && words.contains(&token.text))?;
    u32::try_from(at + 1).ok()
}

/// Whether a verdict may begin here, and has not begun before.
fn may_begin(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]) else { return true };
    let tags = tokens[at].tags;
    let head = Tags::HEAD.or(Tags::GENERAL).or(Tags::ACHIEVEMENT).or(Tags::LABEL);
    let lead = Tags::ARTICLE.or(Tags::ALL).or(Tags::NONE);
    let decides = lexicon::STATUS_INFINITIVES.iter().any(|(infinitive, _)| *infinitive == tokens[at].text);
    if tokens[at].text == "failed" || tags.any(Tags::FULL.or(Tags::FAILED).or(Tags::PARTIAL)) || decides {
        return true;
    }
    let group = Tags::NEGATION.or(Tags::COPULA).or(Tags::HAVE);
    if tags.any(head) {
        return !before.tags.any(lead);
    }
    if tags.any(lead) {
        return !before.tags.any(lead) && tokens[at..].iter().take(4).any(|token| token.tags.any(head));
    }
    if tags.any(group) {
        return !before.tags.any(group.or(Tags::ADVERB));
    }
    before.tags.any(Tags::AND.or(Tags::TIME).or(Tags::ADVERB).or(Tags::BUT))
}

/// Whether the words before a verdict leave it stated; what assures of it is no condition.
fn is_stated_after(prefix: &[Token<'_>], about: About) -> bool {
    let Some(last) = prefix.last() else { return true };
    if is_assured(prefix) || prefix.iter().all(|token| token.tags.any(Tags::BUT.or(Tags::ADVERB))) {
        return true;
    }
    let mut c = Cursor::new(prefix);
    // "Senza il parere della ASL" is a cause, not a denial of what follows.
    c.take_any(&["senza", "without"]);
    let unreal = Tags::CONDITION.or(Tags::DENIAL).or(Tags::UNREAL).or(Tags::RELATIVE);
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

/// Whether words are about cause, means or time, and name no subject of their own: "per mancanza di fondi", and not "nel
/// 2021 il corso".
fn is_adjunct(words: &[Token<'_>]) -> bool {
    let opener = Tags::PREPOSITION.or(Tags::OPENER).or(Tags::ADVERB).or(Tags::AND);
    let opens = words.first().is_some_and(|first| {
        first.tags.any(opener) && !matches!(first.text, "il" | "lo" | "la" | "l" | "i" | "gli" | "le")
    });
    let subject = words.windows(2).any(|two| is_bare_article(&two[0], &two[1]));
    let work = Tags::DEED.or(Tags::HEAD);
    opens && !subject && !words.iter().any(|token| token.tags.any(work) || token.verb.is_some())
}

/// Whether an article begins a noun of its own, rather than one that a word before it governs.
fn is_bare_article(before: &Token<'_>, article: &Token<'_>) -> bool {
    let governs =
        Tags::PREPOSITION.or(Tags::OPENER).or(Tags::AND).or(Tags::ARTICLE).or(Tags::RELATIVE).or(Tags::ALL);
    matches!(article.text, "il" | "lo" | "la" | "i" | "gli" | "le" | "l" | "un" | "una" | "uno" | "the")
        && !before.tags.any(governs)
}

/// Whether the words before a verdict only assure of it: "si ritiene che", "non solo".
fn is_assured(prefix: &[Token<'_>]) -> bool {
    let mut c = Cursor::new(prefix);
    while c.take(Tags::ADVERB.or(Tags::AND)).is_some() {}
    if c.take_phrase_of(&["non solo", "non soltanto", "not only"]) {
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

/// "L'obiettivo è stato pienamente raggiunto", "non realizzato per mancanza di fondi", "raggiunto l'obiettivo".
fn predication(from: Cursor<'_>, prefix: &[Token<'_>]) -> Option<Verdict> {
    let mut c = from;
    let mut core = Core { assured: is_assured(prefix), ..Core::default() };
    let some = some_of(&mut c);
    let subject = subject(&mut c, &mut core);
    if some.is_some() {
        core.number = some;
        // "3 obiettivi su 5", and not "3 obiettivi".
        subject.then_some(())?;
    }
    let before_predicate = c;
    let mut verb = predicate(&mut c, &mut core);
    let mut at_participle = c.at;
    if verb.is_none() && subject {
        let named;
        (c, verb, named) = complement(before_predicate, &mut core)?;
        at_participle = c.at;
        // "Il progetto Estate ragazzi" is a thing of its own name; "il progetto di educazione stradale" says which it is.
        let says_which = before_predicate.tags().any(Tags::PREPOSITION) && matches!(core.ending, b'o' | b'a');
        if core.about == Some(About::General) && named && !says_which {
            core.about = Some(About::Thing);
        }
    }
    let verb = verb?;
    if core.about == Some(About::Thing) {
        return None;
    }
    let mut last = c.at;
    let mut tail = Tail::default();
    while !c.done() {
        if core.about.is_none() && object(&mut c, &mut core) {
            // What was achieved is said after it.
        } else if core.negated && c.attempt(|c| c.take_phrase_of(&["se non", "che"]) && partly(c)) {
            core.not_all = true;
        } else if partly(&mut c) {
            core.partly = true;
        } else if fully(&mut c) {
            core.fully = true;
        } else if let Some(number) = degree_of_all(&mut c) {
            if core.number.is_some_and(|(known, _)| known != number.0) {
                return None;
            }
            core.number = Some(number);
        } else if time(&mut c) {
            core.timed = true;
            continue;
        } else {
            tail = self::tail(c, &core, verb, at_participle)?;
            break;
        }
        last = c.at;
    }
    let put_off = matches!(verb, Verb::Plain(_)) && core.about == Some(About::General);
    if core.have && core.about != Some(About::Objective) && !put_off {
        return None;
    }
    if verb == Verb::Exceed {
        // "Superato del 12%": by how much, not how far.
        (core.beyond, core.number) = (true, None);
    }
    core.beyond |= tail.beyond;
    core.partly |= tail.partly;
    let verb = tail.instead.unwrap_or(verb);
    let about = core.about.unwrap_or(About::Unsaid);
    // What an auxiliary speaks of stands before it, by its own name.
    let elsewhere = about == About::Unsaid && core.copula && !prefix.is_empty() && !is_assured(prefix);
    if elsewhere || !is_stated_after(prefix, about) {
        return None;
    }
    let (status, number) = judge(verb, &core)?;
    let span = Cursor { at: last, ..c }.span_from(from.at);
    let slip = from.tokens[from.at..last].iter().any(|token| token.slip);
    let confidence = if slip || tail.exception { Confidence::Inferred } else { Confidence::Stated };
    let Core { which, .. } = core;
    let heading = core.heading
        && !core.copula
        && at_participle > 0
        && from.tokens[at_participle - 1].verb == Some(Verb::Achieve);
    let beyond = core.beyond && status == Status::Achieved || beyond_hundred(&core);
    let verdict = Verdict { status, number, span, about, which, heading, beyond, confidence };
    if tail.exception { verdict.except() } else { Some(verdict) }
}

fn beyond_hundred(core: &Core) -> bool {
    core.number.is_some_and(|(number, _)| number.percent.is_none() && number.of_whole)
}

/// "3 obiettivi su 5", "2 dei 3 obiettivi": the share, before its head is read.
fn some_of<'w>(c: &mut Cursor<'w>) -> Option<(Number, bool)> {
    let before = *c;
    let mut read = *c;
    if let Some(number) = number(&mut read).filter(|n| n.of_whole)
        && read.token().is_some_and(|token| token.tags.any(Tags::HEAD))
    {
        *c = read;
        return Some((number, true));
    }
    *c = before;
    None
}

/// "L'obiettivo operativo n. 1", "tutti gli obiettivi", "nessun obiettivo".
fn subject(c: &mut Cursor<'_>, core: &mut Core) -> bool {
    let mut read = *core;
    let found = c.attempt(|c| {
        if c.take_phrase_of(&["alcuni degli", "alcuni dei", "parte degli", "some of"]) {
            read.partly = true;
        } else if c.take_phrase("non tutti") || c.take_phrase("non tutte") || c.take_phrase("not all") {
            read.not_all = true;
        } else if c.take_phrase("quasi tutti") || c.take_phrase("quasi tutte") || c.take_phrase("nearly all")
        {
            read.partly = true;
        } else if c.take(Tags::NONE).is_some() {
            read.negated = true;
            c.take_any(&["degli", "dei", "delle", "of"]);
        }
        c.take(Tags::ALL);
        c.take(Tags::ARTICLE);
        if c.attempt(|c| c.take_any(&["quanto"]).is_some() && c.take(Tags::EXPECTED).is_some()) {
            read.about = Some(About::Objective);
            return true;
        }
        if c.attempt(|c| c.take_any(&["valore"]).is_some() && c.take(Tags::EXPECTED).is_some()) {
            read.about = Some(About::Objective);
            return true;
        }
        c.attempt(|c| {
            c.take_any(&["andamento"]).is_some() && c.take_any(&["dell", "del", "degli"]).is_some()
        });
        let ordinal = c
            .tokens
            .get(c.at + 1)
            .is_some_and(|next| next.tags.any(Tags::HEAD))
            .then(|| c.take(Tags::ORDINAL))
            .flatten();
        if let Some(ordinal) = ordinal {
            read.which = Some(told_apart(ordinal.text));
        }
        if c.attempt(|c| {
            c.take(Tags::LABEL).is_some()
                && c.take_any(&["di", "of"]).is_some()
                && c.take(Tags::LABEL_OF.or(Tags::ACHIEVEMENT)).is_some()
        }) {
            read.about = Some(About::Objective);
            read.label = true;
            c.attempt(|c| {
                c.take_any(&["dell", "degli", "del", "of"]).is_some() && c.take(Tags::HEAD).is_some()
            });
            return true;
        }
        // "Un obiettivo è raggiunto quando …" defines.
        let one = c.before().is_some_and(|before| matches!(before.text, "un" | "una" | "uno" | "an"));
        let Some(head) = c.take(Tags::HEAD.or(Tags::GENERAL)) else { return false };
        if one
            || c.take_any(&["nazionali", "nazionale", "regionali", "regionale", "europei", "comunitari"])
                .is_some()
        {
            return false;
        }
        let is_head = head.tags.any(Tags::HEAD);
        read.about = Some(if is_head { About::Objective } else { About::General });
        read.heading |= OPENING_LISTS.contains(&head.text);
        read.ending = head.ending;
        companions(c, &mut read);
        true
    });
    if found {
        *core = read;
    }
    found
}

/// Heads that, with a participle and a colon, open a list: "risultati raggiunti: …".
const OPENING_LISTS: [&str; 6] = ["risultato", "risultati", "traguardo", "traguardi", "result", "results"];

/// What stands beside a head, and the number that tells it from others.
fn companions(c: &mut Cursor<'_>, core: &mut Core) {
    for _ in 0..6 {
        // "Obiettivo 1", "obiettivo 2021/1", but not "Obiettivo 100%".
        let numbered = c.attempt(|c| {
            let Some(written) = c.take_kind(Kind::Number) else { return false };
            let mut second = *c;
            if second.take_kind(Kind::Slash).is_some()
                && let Some(part) = second.take_kind(Kind::Number).filter(|part| *part != "100")
            {
                *c = second;
                core.which = core.which.or(Some(told_apart(written).wrapping_add(told_apart(part))));
                return true;
            }
            let plain = c.token().is_none_or(|next| !matches!(next.kind, Kind::PercentSign | Kind::Slash))
                && !c.take_listed(&lexicon::OF_HUNDRED);
            if plain {
                core.which = core.which.or(Some(told_apart(written)));
            }
            plain
        });
        // "L'obiettivo a)".
        let lettered = c.attempt(|c| {
            let Some(letter) = c.take_kind(Kind::Word).and_then(|_| c.before()) else { return false };
            let next = c.token();
            let single = letter.span.end - letter.span.start == 1
                && !letter.accented
                && letter.text != "e"
                && next.is_none_or(|next| next.span.start > letter.span.end + 1);
            if single {
                core.which = core.which.or(Some(u32::from(letter.ending)));
            }
            single
        });
        if !numbered && !lettered && c.take(Tags::COMPANION).is_none() {
            break;
        }
    }
}

/// A number for what a text names, different for different names.
pub(super) fn told_apart(name: &str) -> u32 {
    name.bytes().fold(7, |sum: u32, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)))
}

/// The head after its participle: "raggiunto l'obiettivo prefissato".
fn object(c: &mut Cursor<'_>, core: &mut Core) -> bool {
    let mut read = Core::default();
    let mut after = *c;
    let only = after.take(Tags::EXCEPTION).is_some();
    let some = some_of(&mut after);
    if (only && some.is_none()) || !subject(&mut after, &mut read) || read.negated || read.label {
        return false;
    }
    *c = after;
    core.number = core.number.or(some);
    core.about = read.about;
    core.not_all |= read.not_all;
    core.partly |= read.partly;
    core.which = core.which.or(read.which);
    true
}

/// Auxiliaries, negation and adverbs, and the participle after them.
fn predicate(c: &mut Cursor<'_>, core: &mut Core) -> Option<Verb> {
    for _ in 0..12 {
        if c.take_listed(&lexicon::MUST_BE_HELD)
            || core.assured && c.take_any(&["sia", "siano", "abbia", "abbiano"]).is_some()
        {
            core.copula = true;
        } else if let Some(token) = c.take(Tags::NEGATION) {
            if core.negated {
                return None;
            }
            core.negated = true;
            // "Non solo raggiunto, ma superato" denies nothing.
            if c.take_any(&["solo", "soltanto", "solamente", "only", "just"]).is_some() {
                core.negated = false;
                core.not_only = true;
            }
            core.slip |= token.slip;
            if core.negated && c.take(Tags::ALL).is_some() {
                core.not_all = true;
            }
        } else if !core.negated && c.take_any(&["mai", "never"]).is_some() {
            core.negated = true;
        } else if core.negated
            && c.take_any(&["solo", "soltanto", "solamente", "only", "merely", "just"]).is_some()
        {
            (core.negated, core.not_only) = (false, true);
        } else if core.negated
            && c.attempt(|c| (c.take_phrase("se non") || c.take_any(&["che"]).is_some()) && partly(c))
        {
            (core.negated, core.partly) = (false, true);
        } else if let Some(verb) = participle(c, core) {
            return Some(verb);
        } else if partly(c) {
            core.partly = true;
        } else if fully(c) {
            core.fully = true;
        } else if core.negated && c.take_phrase_of(&["si presta", "si prestano"]) {
            c.take_any(&["a", "ad", "alla"]);
            c.take(Tags::ALL);
            return c.take_any(&["misurazione", "valutazione", "misurazioni"]).map(|_| Verb::Measurable);
        } else if core.negated && c.take_phrase("suscettibile di") {
            return c.take_any(&["misurazione", "valutazione"]).map(|_| Verb::Measurable);
        } else if let Some(verb) = unable(c, core) {
            return Some(verb);
        } else if matches!(c.token().map(|token| token.text), Some("considerare" | "ritenere"))
            && c.before().is_some_and(|before| before.text == "di")
        {
            // "Si chiede di considerare raggiunto l'obiettivo".
            return None;
        } else if let Some(copula) = c.take(Tags::COPULA) {
            core.copula = true;
            // "Può essere raggiunto" is not yet; "può dirsi raggiunto" is.
            core.modal |= matches!(copula.text, "puo" | "possono" | "could" | "can");
            let held = [
                "considerarsi",
                "dirsi",
                "ritenersi",
                "definirsi",
                "considerato",
                "considerata",
                "considerati",
                "ritenuto",
                "considerare",
                "dire",
                "intendersi",
            ];
            core.modal &= !held.contains(&copula.text);
            core.meant |= copula.text.starts_with("intend") || copula.text.starts_with("consider");
        } else if c.take(Tags::HAVE).is_some() {
            (core.copula, core.have) = (true, true);
        } else if c.take_any(&["being"]).is_none() && c.take(Tags::ADVERB).is_none() {
            // "80% achieved".
            match core.number.is_none().then(|| degree_phrase(c)).flatten() {
                Some(number) => core.number = Some(number),
                None => return None,
            }
        }
    }
    None
}

/// A participle that says how it went, or a phrase that does.
fn participle(c: &mut Cursor<'_>, core: &mut Core) -> Option<Verb> {
    let token = c.token()?;
    if let Some(verb) = token.verb {
        core.slip |= token.slip;
        c.at += 1;
        // "Portato a termine", "carried out"; "portato avanti" says nothing.
        return match token.text.strip_prefix("portat") {
            Some(_) => c
                .take_phrase_of(&[
                    "a termine",
                    "a compimento",
                    "a conclusione",
                    "a casa",
                    "a buon fine",
                    "a segno",
                ])
                .then_some(Verb::Complete),
            None if verb == Verb::Reach => (core.about == Some(About::Objective)).then_some(Verb::Achieve),
            None if verb == Verb::Conclude => concluded(c, core),
            // "Is being implemented".
            None if c.at >= 2 && c.tokens[c.at - 2].text == "being" => Some(Verb::Plain(Status::InProgress)),
            None if token.text == "carried" && !c.take_phrase("out") => None,
            // A contract that is extended is not put off.
            None if verb == Verb::Move
                && token.text.starts_with("prorogat")
                && core.about < Some(About::General) =>
            {
                None
            }
            None if verb == Verb::Move => {
                let when = time(&mut { *c })
                    || c.rest()
                        .iter()
                        .take(3)
                        .any(|token| matches!(token.text, "primavera" | "estate" | "autunno" | "inverno"));
                when.then_some(Verb::Plain(Status::Postponed))
            }
            None => Some(verb),
        };
    }
    if let Some(verb) = as_expected(c) {
        return Some(verb);
    }
    if !lexicon::begins_status(token.begins) {
        return None;
    }
    // "L'anno in corso" is this year.
    if c.before()
        .is_some_and(|before| matches!(before.text, "anno" | "esercizio" | "mese" | "annualita" | "semestre"))
    {
        return None;
    }
    let &(phrase, verb) = lexicon::STATUS_PHRASES.iter().find(|(phrase, _)| c.take_phrase(phrase))?;
    if phrase.ends_with(" di") {
        // "In fase di realizzazione": of what, is one word.
        c.token().filter(|token| token.kind == Kind::Word)?;
        c.at += 1;
    } else if phrase == "in corso" && c.take_any(&["di"]).is_some() {
        c.token().filter(|token| token.kind == Kind::Word)?;
        c.at += 1;
    }
    Some(verb)
}

/// "Concluso positivamente"; alone, or with more to tell, it is a state of the work.
fn concluded(c: &mut Cursor<'_>, core: &Core) -> Option<Verb> {
    if c.take_phrase_of(&["positivamente", "con esito positivo", "con successo", "successfully"]) {
        return Some(Verb::Complete);
    }
    let mut after = *c;
    time(&mut after);
    (core.about >= Some(About::General) && after.done() && !core.negated).then_some(Verb::Complete)
}

/// "In linea con le previsioni", "superiore alle attese", "oltre quanto previsto".
fn as_expected(c: &mut Cursor<'_>) -> Option<Verb> {
    let mut read = *c;
    let verb = if read.take_listed(&lexicon::IN_LINE) {
        Verb::Achieve
    } else if read.take_listed(&lexicon::MORE_THAN) {
        Verb::Exceed
    } else {
        return None;
    };
    for _ in 0..3 {
        if read.take(Tags::PREPOSITION.or(Tags::ARTICLE)).is_none()
            && read.take_any(&["quanto", "quello", "quella", "piu"]).is_none()
        {
            break;
        }
    }
    read.take(Tags::EXPECTED)?;
    *c = read;
    Some(verb)
}

/// "(Non è stato) possibile raggiungere l'obiettivo".
fn unable(c: &mut Cursor<'_>, core: &mut Core) -> Option<Verb> {
    let mut read = *c;
    if core.negated && read.take_any(&["achieve", "reach", "meet"]).is_some() {
        return object(&mut read, core).then(|| {
            *c = read;
            Verb::Achieve
        });
    }
    read.take(Tags::ABLE)?;
    read.take_any(&["a", "di", "to"]);
    read.take_any(&[
        "raggiungere",
        "conseguire",
        "realizzare",
        "attuare",
        "centrare",
        "achieve",
        "reach",
        "meet",
    ])?;
    let verb = if object(&mut read, core) { Verb::Achieve } else { return None };
    *c = read;
    Some(verb)
}

/// "L'obiettivo di ridurre i tempi … è stato raggiunto": from after the head to after the participle, and whether words of
/// its own stand between the two.
fn complement<'w>(from: Cursor<'w>, core: &mut Core) -> Option<(Cursor<'w>, Option<Verb>, bool)> {
    let unreal = Tags::CONDITION.or(Tags::UNREAL);
    let mut auxiliary_before = None;
    for at in from.at..from.tokens.len().min(from.at + 40) {
        let token = &from.tokens[at];
        let mut here = from.from(at);
        let held = here.take_listed(&lexicon::MUST_BE_HELD);
        let assured = core.assured && matches!(token.text, "sia" | "siano");
        if token.tags.any(unreal) && !held && !assured {
            return None;
        }
        let before = at.checked_sub(1).map(|before| &from.tokens[before]);
        let governed = token.text == "essere"
            && before.is_some_and(|before| before.tags.any(Tags::PREPOSITION))
            || token.text == "be" && before.is_some_and(|before| before.text == "to");
        if governed {
            return None;
        }
        let auxiliary =
            held || assured || token.tags.any(Tags::COPULA.or(Tags::NEGATION)) && !is_conjunction(token);
        // "È stata ripresa a giugno e portata a termine".
        let joined = at > 0
            && auxiliary_before.is_some()
            && from.tokens[at - 1].tags.any(Tags::AND.or(Tags::THEN))
            && token.verb.is_some();
        // Without an auxiliary a participle may belong to the nearest noun: "obiettivo sui lavori sospesi".
        let bare = token.verb.is_some() && at > from.at && token.ending == core.ending && {
            let nearest = &from.tokens[at - 1];
            nearest.ending != token.ending && !nearest.tags.any(Tags::PREPOSITION.or(Tags::ARTICLE))
        };
        if !auxiliary && !bare && !joined {
            continue;
        }
        let mut read = Core { ..*core };
        let mut c = from.from(at);
        if let Some(verb) = predicate(&mut c, &mut read)
            && (read.copula || bare || joined || read.negated)
            && !(bare && c.rest().iter().any(|token| token.tags.any(Tags::COPULA) && !is_conjunction(token)))
        {
            *core = read;
            return Some((c, Some(verb), auxiliary_before.unwrap_or(at) > from.at));
        }
        if auxiliary {
            auxiliary_before = auxiliary_before.or(Some(at));
        }
    }
    None
}

/// "E", which without its accent may be "è", but here is not followed by what "è" is.
pub(super) fn is_conjunction(token: &Token<'_>) -> bool {
    token.text == "e" && !token.accented
}

/// What is to be known of the words after a verdict.
#[derive(Clone, Copy, Default)]
struct Tail {
    exception: bool,
    partly: bool,
    beyond: bool,
    /// What is said of it in the end: "superato dalla legge e pertanto stralciato".
    instead: Option<Verb>,
}

/// Reads the words after a verdict; `None` where they leave it unsaid.
fn tail(c: Cursor<'_>, core: &Core, verb: Verb, at_participle: usize) -> Option<Tail> {
    let mut found = Tail::default();
    let first = c.token()?;
    let achieve = matches!(verb, Verb::Achieve | Verb::Complete | Verb::Exceed) && !core.negated;
    let opener = Tags::OPENER.or(Tags::PREPOSITION).or(Tags::EXCEPTION).or(Tags::ADVERSATIVE).or(Tags::BUT);
    let opens = first.kind == Kind::Slash
        || first.tags.any(opener.or(Tags::AND).or(Tags::THEN).or(Tags::TIME_START).or(Tags::ADVERB));
    let about = core.about.unwrap_or(About::Unsaid);
    let participle = &c.tokens[at_participle - 1];
    if about == About::Unsaid {
        if !opens {
            return None;
        }
        // "Realizzati mediante affidamento gli interventi": what was realised comes after all.
        let several = matches!(participle.ending, b'a' | b'e' | b'i');
        let counted = |two: &[Token<'_>]| {
            // "Annullati in autotutela 34 avvisi".
            let count = two[0].kind == Kind::Number
                || two[0].tags.any(Tags::COUNT) && !two[0].tags.any(Tags::ARTICLE);
            count
                && two[1].kind == Kind::Word
                && !two[1].tags.any(Tags::TIME.or(Tags::PREPOSITION).or(Tags::OPENER))
        };
        let article =
            matches!(first.text, "il" | "lo" | "la" | "i" | "gli" | "le" | "l" | "un" | "una" | "the");
        let object = article
            || c.rest().windows(2).any(|two| is_bare_article(&two[0], &two[1]))
            || c.rest().windows(3).any(|three| counted(&three[1..]) && !three[0].tags.any(Tags::PREPOSITION))
            || counted(c.rest().get(..2).unwrap_or(&[*first, *first]));
        if object || (achieve && several && participle.verb.is_some()) {
            return None;
        }
    } else if !opens && !core.copula && about == About::General {
        return None;
    }
    // "Non realizzato nella parte relativa a …" is about a part.
    let within = matches!(first.text, "nella" | "nell" | "nelle" | "negli" | "nei" | "nel");
    if core.negated && within && verb != Verb::Measurable {
        return None;
    }
    let defines = matches!(first.text, "quando" | "when")
        || c.rest().iter().take(4).any(|token| token.text == "almeno");
    if defines && core.copula || first.kind == Kind::Other {
        return None;
    }
    if core.meant && matches!(first.text, "con" | "al" | "alla" | "a" | "all" | "in") {
        return None;
    }
    if achieve && narrowed(c) {
        found.exception = true;
    }
    let overtaken = verb == Verb::Exceed
        && matches!(first.text, "da" | "dal" | "dalla" | "dalle" | "dai" | "dagli" | "by");
    let rest = c.rest();
    for (at, token) in rest.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &rest[before]);
        let joins =
            Tags::AND.or(Tags::BUT).or(Tags::ADVERB).or(Tags::THEN).or(Tags::COPULA).or(Tags::NEGATION);
        let joined = before.is_some_and(|before| before.tags.any(joins));
        let mut here = Cursor { tokens: c.tokens, at: c.at + at };
        if token.tags.any(Tags::CONDITION)
            && !matches!(token.text, "quanto" | "quando" | "perche" | "when" | "until" | "caso")
        {
            return None;
        }
        if at == 0
            && (token.kind == Kind::Slash && rest.len() > 1 && rest[1].kind == Kind::Word
                || matches!(token.text, "o" | "oppure" | "or"))
        {
            return None;
        }
        let denied = rest[..at].iter().rev().take(3).any(|before| before.tags.any(Tags::NEGATION));
        if joined && token.tags.any(Tags::RESUMED) && !denied {
            return None;
        }
        if achieve {
            let nobody = before.is_some_and(|before| before.tags.any(Tags::NONE));
            let only = token.tags.any(Tags::EXCEPTION) && !nobody;
            if !denied
                && (only && !is_only_when(here.from(here.at + 1)) || here.take_listed(&lexicon::EXCEPTIONS))
            {
                found.exception = true;
            }
            found.beyond |= here.take_phrase_of(&["in misura superiore", "in misura maggiore"])
                || as_expected(&mut here) == Some(Verb::Exceed);
            if at > 0 && token.tags.any(Tags::BUT) || matches!(token.text, "ma" | "pero" | "but") {
                let mut then = Cursor { tokens: c.tokens, at: c.at + at + 1 };
                if partly(&mut then)
                    || (then.take(Tags::NEGATION).is_some() && {
                        then.take(Tags::ADVERB);
                        fully(&mut then)
                    })
                {
                    found.partly = true;
                } else if rest[at..].iter().any(|token| token.tags.any(Tags::NEGATION)) {
                    return None;
                }
            }
        }
        if joined {
            match token.verb {
                Some(Verb::Exceed) => found.beyond = true,
                Some(verb @ Verb::Plain(_)) if overtaken => found.instead = Some(verb),
                // "Raggiunto per tre quartieri e rinviato per il quarto".
                Some(Verb::Plain(_)) if achieve && matches!(first.text, "per" | "for" | "in") => {
                    found.exception = true
                }
                Some(Verb::Plain(_) | Verb::Miss) if !denied => return None,
                // "Raggiunto per il campo A e non raggiunto per il campo B".
                Some(Verb::Achieve | Verb::Complete) if achieve && denied => found.exception = true,
                Some(Verb::Achieve | Verb::Complete) if core.negated || !achieve => return None,
                _ => {}
            }
        }
    }
    // "Superato da nuove norme" is no longer pursued, not surpassed.
    if overtaken && found.instead.is_none() { None } else { Some(found) }
}

/// Whether "solo" only says when or how: "solo grazie a", "solo a fine anno".
fn is_only_when(c: Cursor<'_>) -> bool {
    let mut c = c;
    matches!(
        c.token().map(|token| token.text),
        Some("grazie" | "dopo" | "a" | "ad" | "nel" | "nei" | "al" | "con" | "after" | "thanks" | "due")
    ) || time(&mut c)
}

/// Whether what follows narrows a verdict to a share: "per due uffici su tre", "in 3 sedi", "per l'80% degli utenti".
fn narrowed(c: Cursor<'_>) -> bool {
    let mut c = c;
    c.take_any(&["per", "da", "in", "su", "for", "by"]);
    c.take(Tags::ARTICLE.or(Tags::ABOUT));
    let by = c.before().is_some_and(|before| before.tags.any(Tags::PREPOSITION.or(Tags::ARTICLE)));
    let of_parts = c.rest().iter().take(2).any(|token| token.tags.any(Tags::FRACTION))
        && by
        && c.token().is_some_and(|token| {
            token.tags.any(Tags::COUNT.or(Tags::FRACTION)) || token.kind == Kind::Number
        });
    let one_part = c.token().is_some_and(|token| token.tags.any(Tags::ORDINAL))
        && matches!(c.before().map(|b| b.text), Some("la" | "il"))
        && !c.tokens.get(c.at + 1).is_some_and(|token| matches!(token.text, "scadenza" | "volta" | "meta"));
    if of_parts || one_part {
        return true;
    }
    let share = number(&mut { c }).is_some_and(|n| n.of_whole && n.percent != Some(Percent::WHOLE));
    let count = c.token().is_some_and(|token| token.kind == Kind::Number || token.tags.any(Tags::COUNT))
        && c.rest().windows(2).skip(1).take(4).any(|two| {
            let whole = two[1].kind == Kind::Number || two[1].tags.any(Tags::COUNT) || two[1].text == "the";
            matches!(two[0].text, "su" | "of") && whole
        });
    share || count
}

/// The number of a degree, unless it is one of something: "l'80% degli utenti".
fn degree_of_all(c: &mut Cursor<'_>) -> Option<(Number, bool)> {
    let mut read = *c;
    let number = degree_phrase(&mut read).filter(|_| !followed_by_thing(read))?;
    *c = read;
    Some(number)
}

/// Whether a share is said of something: "l'80% degli utenti".
fn followed_by_thing(c: Cursor<'_>) -> bool {
    c.token().is_some_and(|token| {
        matches!(token.text, "di" | "degli" | "dei" | "delle" | "del" | "dell" | "della" | "of") && {
            let next = c.tokens.get(c.at + 1);
            !next.is_some_and(|next| next.tags.any(Tags::HEAD) || matches!(next.text, "quanto" | "previsto"))
        }
    })
}

/// What a participle says with its modifiers; `None` where they do not go together.
fn judge(verb: Verb, m: &Core) -> Option<(Status, Option<Percent>)> {
    let achieve = matches!(verb, Verb::Achieve | Verb::Complete | Verb::Exceed);
    let about = m.about.unwrap_or(About::Unsaid);
    if m.label && verb != Verb::Measurable || m.modal && achieve {
        return None;
    }
    if m.not_all {
        return (achieve && m.number.is_none()).then_some((Status::PartiallyAchieved, None));
    }
    match (m.negated, verb) {
        (true, Verb::Measurable) if m.number.is_none() && !m.partly => Some((Status::NotMeasurable, None)),
        (true, Verb::Do) if m.number.is_none() && !m.partly && !m.fully => Some((Status::NotAchieved, None)),
        // "Nessun obiettivo è stato mancato".
        (true, Verb::Miss) if about == About::Objective && m.number.is_none() => {
            Some((Status::Achieved, None))
        }
        (false, Verb::Do) if about == About::Objective && m.number.is_none() && !m.have => {
            Some((if m.partly { Status::PartiallyAchieved } else { Status::Achieved }, None))
        }
        (true, Verb::Exceed | Verb::Miss) => None,
        // "Non in parte" could mean all or nothing.
        (true, _) if m.partly || !achieve => None,
        (true, _) if m.fully && m.number.is_none() => Some((Status::PartiallyAchieved, None)),
        (true, Verb::Achieve) => match m.number {
            None => Some((Status::NotAchieved, None)),
            // "Non raggiunto al 100%" does not say how far it came.
            Some((n, exact)) => (exact && n.percent == Some(Percent::ZERO))
                .then_some((Status::NotAchieved, Some(Percent::ZERO))),
        },
        (true, _) => None,
        (false, Verb::Miss) => (about >= About::General && m.number.is_none() && !m.partly)
            .then_some((Status::NotAchieved, None)),
        // "Superato" alone may be the fate of a rule, a deadline, an exam.
        (false, Verb::Exceed) if about < About::General && m.copula => None,
        (false, Verb::Plain(status)) => match m.number {
            _ if m.partly => None,
            None => Some((status, None)),
            Some((n, true)) if status == Status::InProgress => Some((status, Some(n.percent?))),
            Some(_) => None,
        },
        (false, _) if achieve => match m.number {
            None if m.partly => Some((Status::PartiallyAchieved, None)),
            None => Some((Status::Achieved, None)),
            Some((n, exact)) => {
                let stated = n.percent.map(literal);
                match stated {
                    // Beyond the target: the verdict stands, the number is no degree.
                    None => (!m.partly && exact).then_some((Status::Achieved, None)),
                    // "Parzialmente raggiunto al 100%": the number is of something else.
                    Some(status) if m.partly && status != Status::PartiallyAchieved => {
                        Some((Status::PartiallyAchieved, None))
                    }
                    Some(status) if exact => Some((status, n.percent)),
                    Some(Status::PartiallyAchieved) => Some((Status::PartiallyAchieved, None)),
                    Some(_) => None,
                }
            }
        },
        _ => None,
    }
}

/// "Pieno raggiungimento dell'obiettivo", "mancato raggiungimento del target", "raggiungimento parziale".
fn achievement(from: Cursor<'_>, prefix: &[Token<'_>]) -> Option<Verdict> {
    let mut c = from;
    c.take(Tags::ARTICLE);
    let (mut full, mut partial, mut failed) = (false, false, false);
    let mut adjectives = |c: &mut Cursor<'_>| {
        for _ in 0..3 {
            if c.take(Tags::FULL).is_some() {
                full = true;
            } else if c.take(Tags::PARTIAL).is_some() || partly(c) {
                partial = true;
            } else if c.take(Tags::FAILED).is_some() {
                failed = true;
            } else if c.take_any(&["avvenuto", "avvenuta"]).is_some() {
                full = true;
            } else if c.take_any(&["solo", "soltanto", "e", "only"]).is_some() {
                continue;
            } else {
                break;
            }
        }
    };
    adjectives(&mut c);
    let noun = c.take(Tags::ACHIEVEMENT.or(Tags::LABEL_OF)).filter(|noun| is_of_achievement(noun))?;
    adjectives(&mut c);
    let mut core = Core::default();
    c.attempt(|c| {
        c.take_any(&["di", "del", "dell", "dello", "dei", "degli", "delle", "della", "of"]).is_some()
            && subject(c, &mut core)
    });
    adjectives(&mut c);
    // "La realizzazione dell'obiettivo è avvenuta", "il raggiungimento è stato soltanto parziale".
    let (mut happened, mut missing) = (false, false);
    let mut after = c;
    let denied = after.take(Tags::NEGATION).is_some();
    let mut copula = false;
    while let Some(token) = after.take(Tags::COPULA.or(Tags::ADVERB).or(Tags::EXCEPTION)) {
        copula |= token.tags.any(Tags::COPULA) && !is_conjunction(token);
    }
    if denied && after.take_any(&["c", "vi"]).is_some() && after.take(Tags::COPULA).is_some() {
        while after.take(Tags::COPULA).is_some() {}
        c = after;
        missing = true;
    }
    if copula {
        happened = after.take_any(&["avvenuto", "avvenuta"]).is_some();
        adjectives(&mut after);
        if after.before().is_some_and(|token| token.tags.any(Tags::FULL.or(Tags::PARTIAL))) || happened {
            c = after;
        }
    }
    let number = degree_of_all(&mut c);
    let about = core.about.unwrap_or(About::Unsaid);
    // "Realizzazione" may be that of anything, unless nothing else is said.
    let alone = c.done() && prefix.is_empty();
    if !noun.tags.any(Tags::ACHIEVEMENT) && about < About::General && !alone {
        return None;
    }
    let lead = lead(prefix)?;
    let opener = Tags::OPENER.or(Tags::PREPOSITION).or(Tags::AND);
    let mut attested = c;
    let is_attested = attested.take(Tags::COPULA).is_some() && attested.take(Tags::ATTESTED).is_some();
    if !c.done() && !c.tags().any(opener) && !is_attested {
        return None;
    }
    let failed = failed || missing;
    let brought_about = matches!(lead, Lead::Enabled | Lead::Attested) && !failed;
    let (status, number) = match (full, partial, failed, number) {
        (_, _, false, None) if lead == Lead::Prevented => (Status::NotAchieved, None),
        (false, false, false, None) if brought_about => (Status::Achieved, None),
        (false, false, true, None) => (Status::NotAchieved, None),
        (_, true, false, None) => (Status::PartiallyAchieved, None),
        (false, false, false, None) if happened && denied => (Status::NotAchieved, None),
        (false, false, false, None) if happened => (Status::Achieved, None),
        (true, false, false, None) if denied => (Status::PartiallyAchieved, None),
        (true, false, false, None) => (Status::Achieved, None),
        (_, _, false, Some((n, true))) if n.percent.is_some() => (n.percent.map(literal)?, n.percent),
        _ => return None,
    };
    let confidence =
        if matches!(lead, Lead::None | Lead::Attested) { Confidence::Stated } else { Confidence::Inferred };
    let (which, span) = (core.which, c.span_from(from.at));
    Some(Verdict { status, number, span, about, which, heading: false, beyond: false, confidence })
}

/// What leads to a noun of achievement.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// Nothing, or a verb that only states it: "si attesta il pieno raggiungimento".
    None,
    /// "Si conferma il raggiungimento".
    Attested,
    /// "Ha consentito il raggiungimento", "non ha impedito il raggiungimento".
    Enabled,
    /// "Ha impedito il raggiungimento", "non ha consentito il raggiungimento".
    Prevented,
}

/// What leads to a noun of achievement; `None` where it leaves it unsaid: "si auspica il raggiungimento".
fn lead(prefix: &[Token<'_>]) -> Option<Lead> {
    let Some(last) = prefix.iter().rfind(|token| !token.tags.any(Tags::ARTICLE)) else {
        return Some(Lead::None);
    };
    let unreal = Tags::CONDITION.or(Tags::UNREAL);
    let denied = prefix.iter().any(|token| token.tags.any(Tags::NEGATION));
    let past =
        prefix.iter().any(|token| token.tags.any(Tags::HAVE.or(Tags::COPULA)) && !is_conjunction(token));
    let brings = |denied| if denied { Lead::Prevented } else { Lead::Enabled };
    match last.tags {
        _ if prefix.iter().any(|token| token.tags.any(unreal)) => None,
        tags if tags.any(Tags::PREVENTED) => Some(brings(!denied)),
        tags if tags.any(Tags::ENABLED) && (past || last.text.ends_with("ndo")) => Some(brings(denied)),
        // "Portato al raggiungimento", "preso atto del raggiungimento".
        tags if tags.any(Tags::PREPOSITION) => {
            let before = prefix.iter().rev().find(|token| !token.tags.any(Tags::PREPOSITION))?;
            match before.text {
                "portato" | "condotto" => Some(brings(denied)),
                "atto" | "conferma" => (!denied).then_some(Lead::Attested),
                _ => None,
            }
        }
        tags if tags.any(Tags::ATTESTED) => (!denied).then_some(Lead::Attested),
        _ if last.text == "data" => Some(Lead::None),
        _ => None,
    }
}

/// "The department failed to achieve the objective", "failure to achieve the objective".
fn failure(from: Cursor<'_>) -> Option<Verdict> {
    let mut c = from;
    c.take_any(&["failed", "failure"])?;
    c.take_any(&["to"])?;
    c.take_any(&["achieve", "reach", "meet"])?;
    let mut core = Core::default();
    object(&mut c, &mut core).then(|| Verdict {
        about: About::Objective,
        ..Verdict::plain(Status::NotAchieved, c.span_from(from.at))
    })
}

/// "Sospensione dell'obiettivo", "rinvio al 2022", "si è deciso di stralciare l'obiettivo".
fn decision(from: Cursor<'_>, prefix: &[Token<'_>]) -> Option<Verdict> {
    let mut c = from;
    let made = |c: Cursor<'_>, core: &Core, status| Verdict {
        status,
        number: None,
        span: c.span_from(from.at),
        about: core.about.unwrap_or(About::Unsaid),
        which: core.which,
        heading: false,
        beyond: false,
        confidence: Confidence::Inferred,
    };
    let mut core = Core::default();
    let decided = prefix.iter().rev().take(4).any(|token| token.tags.any(Tags::DECIDED))
        && !prefix.iter().any(|token| token.tags.any(Tags::DENIAL.or(Tags::CONDITION)));
    if decided {
        let word = c.token()?.text;
        let &(_, status) = lexicon::STATUS_INFINITIVES.iter().find(|(infinitive, _)| *infinitive == word)?;
        c.at += 1;
        return object(&mut c, &mut core).then(|| made(c, &core, status));
    }
    if prefix.iter().any(|token| !token.tags.any(Tags::ARTICLE)) {
        return None;
    }
    c.take(Tags::ARTICLE);
    let word = c.token()?.text;
    let &(_, status) = lexicon::STATUS_NOUNS.iter().find(|(noun, _)| *noun == word)?;
    c.at += 1;
    let object = c.attempt(|c| {
        c.take_any(&["di", "del", "dell", "dello", "dei", "degli", "delle", "della", "of"]).is_some()
            && subject(c, &mut core)
    });
    let timed = time(&mut c);
    let opener = Tags::OPENER.or(Tags::PREPOSITION).or(Tags::DEED);
    let plain = c.done() || c.tags().any(opener);
    let denied = c.rest().iter().any(|token| token.tags.any(Tags::DENIAL));
    ((object || timed && status == Status::Postponed) && plain && !denied).then(|| made(c, &core, status))
}

/// "Non è possibile misurare il risultato".
fn unmeasurable(from: Cursor<'_>, prefix: &[Token<'_>]) -> Option<Verdict> {
    let mut c = from;
    if c.take(Tags::NEGATION).is_some() {
        while c.take(Tags::COPULA.or(Tags::HAVE).or(Tags::ADVERB)).is_some() {}
        c.take(Tags::ABLE);
        c.take_phrase("in grado");
    } else {
        c.take_any(&["impossibilita", "impossibile"])?;
    }
    c.take_any(&["di"]);
    c.take_any(&["misurare", "valutare", "quantificare", "determinare", "calcolare", "measure", "assess"])?;
    let mut core = Core::default();
    let of = subject(&mut c, &mut core)
        || c.attempt(|c| {
            c.take(Tags::ARTICLE);
            c.take(Tags::ACHIEVEMENT.or(Tags::LABEL)).is_some()
        });
    (of && is_stated_after(prefix, About::Objective)).then(|| Verdict {
        status: Status::NotMeasurable,
        number: None,
        span: c.span_from(from.at),
        about: About::Objective,
        which: core.which,
        heading: false,
        beyond: false,
        confidence: Confidence::Stated,
    })
}

/// "Al 50%", "per circa il 90 per cento": the number, and whether it is exact.
pub(super) fn degree_phrase(c: &mut Cursor<'_>) -> Option<(Number, bool)> {
    let before = *c;
    let mut exact = true;
    for _ in 0..5 {
        if c.take(Tags::ABOUT).is_some() {
            exact = false;
        } else if c.take(Tags::TO_NUMBER.or(Tags::EXCEPTION)).is_none() {
            break;
        }
    }
    match number(c).filter(|number| number.of_whole) {
        Some(number) => {
            exact &= c.take(Tags::ABOUT).is_none();
            c.take_any(&["appena"]);
            Some((number, exact))
        }
        None => {
            *c = before;
            None
        }
    }
}

/// "Nei tempi previsti", "entro il 31/12/2021", "in ritardo", "al 2022": when, not how far.
pub(super) fn time(c: &mut Cursor<'_>) -> bool {
    c.attempt(|c| {
        let from = c.at;
        if c.take_any(&["late", "puntualmente", "tempestivamente"]).is_some() {
            return true;
        }
        if !c.tags().any(Tags::TIME_START) {
            return false;
        }
        while !c.done() && degree_phrase(&mut { *c }).is_none() {
            let taken = c.take(Tags::TIME).is_some()
                || c.take_kind(Kind::Number).is_some()
                || c.take_kind(Kind::Slash).is_some();
            if !taken {
                break;
            }
        }
        // What leads to another word belongs to that: "in linea", "per la mancanza".
        while c.at > from
            && !c.done()
            && c.before().is_some_and(|last| last.tags.any(Tags::PREPOSITION.or(Tags::ARTICLE)))
        {
            c.at -= 1;
        }
        c.at >= from + 2
    })
}

/// "Avanzamento" and "completamento" are of the work.
fn is_of_achievement(noun: &Token<'_>) -> bool {
    !matches!(noun.text, "avanzamento" | "completamento" | "completion" | "progress")
}

/// "Grado di realizzazione dell'obiettivo: 80%".
fn label(clause: Cursor<'_>) -> Option<Said> {
    let mut c = clause;
    c.take(Tags::ARTICLE);
    let named = c.take(Tags::LABEL).map(|token| token.text);
    let percent_sign = named.is_none() && c.take_kind(Kind::PercentSign).is_some();
    let (mut of, mut achieved) = (false, false);
    for _ in 0..10 {
        if let Some(what) = c.take(Tags::LABEL_OF.or(Tags::ACHIEVEMENT)) {
            of = true;
            achieved |= is_of_achievement(what);
        } else if time(&mut c) {
            continue;
        } else if c.take(Tags::LABEL_LINK.or(Tags::HEAD).or(Tags::COMPANION)).is_none() {
            break;
        }
    }
    // "Stato: 80%" is a degree as well; "Livello: 80%" may be one of anything.
    if !of && !matches!(named, Some("grado" | "percentuale" | "stato" | "degree")) {
        return None;
    }
    let bare = percent_sign || named == Some("percentuale");
    if c.done() {
        return Some(Said::Label(c.span_from(clause.at), bare, achieved));
    }
    c.take_phrase_of(&["si attesta", "attestato", "stimato"]);
    c.take(Tags::TO_NUMBER);
    let number = number(&mut c)?;
    let span = c.span_from(clause.at);
    time(&mut c);
    (c.done() && (number.of_whole || bare))
        .then_some(number.percent)
        .flatten()
        .map(|percent| Said::Degree(percent, span, achieved))
}

/// How a clause sets itself against the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Against {
    /// Not at all.
    No,
    /// It takes a part away: "salvo la terza fase", "solo in parte".
    Exception,
    /// It leaves what was said in doubt: "sì / no", "ma non …", "se …".
    Doubt,
}

/// How a clause sets itself against a verdict before it.
pub(super) fn against(clause: Cursor<'_>) -> Against {
    let mut c = clause;
    // "Sì / no" is a form that nobody filled in.
    if c.attempt(|c| c.take(Tags::YES.or(Tags::NO)).is_some() && c.take_kind(Kind::Slash).is_some()) {
        return Against::Doubt;
    }
    if c.attempt(|c| {
        c.take(Tags::NONE).is_some() && c.take_any(&["escluso", "esclusa", "excluded"]).is_some()
    }) {
        return Against::No;
    }
    if c.take_listed(&lexicon::EXCEPTIONS) {
        return Against::Exception;
    }
    // What is conceded takes nothing back.
    let conceding = ["seppur", "seppure", "sebbene", "benche", "pur", "nonostante"];
    let concession = c.take_phrase("anche se") || c.take_any(&conceding).is_some();
    let narrows = partly(&mut { c }) || c.tags().any(Tags::EXCEPTION);
    if concession && !narrows || !concession && c.take_any(&["anche"]).is_some() {
        return Against::No;
    }
    let adversative = concession || c.take(Tags::ADVERSATIVE).is_some();
    if partly(&mut { c }) {
        return Against::Exception;
    }
    if c.tags().any(Tags::EXCEPTION) || c.take_listed(&lexicon::EXCEPTIONS) {
        // "Ma solo a fine anno" is about time.
        let mut after = c;
        after.take(Tags::EXCEPTION);
        return if time(&mut after) && after.done() { Against::No } else { Against::Exception };
    }
    if !adversative {
        return Against::No;
    }
    let mut after = c;
    let not_fully = after.take(Tags::NEGATION).is_some() && {
        after.take(Tags::ADVERB);
        fully(&mut after) || after.take(Tags::ALL).is_some()
    };
    if not_fully {
        return Against::Exception;
    }
    // "Ma non nei tempi previsti" is about time.
    let mut late = c;
    if late.take(Tags::NEGATION).is_some() && time(&mut late) && late.done() {
        return Against::No;
    }
    let opens_doubt = clause.token().is_some_and(|t| t.tags.any(Tags::CONDITION) || t.tags.any(Tags::NONE));
    let denies = clause.tokens.iter().any(|token| token.tags.any(Tags::DENIAL));
    if opens_doubt || denies { Against::Doubt } else { Against::No }
}

/// Whether a clause begins with a number that narrows what was just said: "3 su 5", "50% degli atti".
pub(super) fn begins_with_share(clause: Cursor<'_>) -> bool {
    let mut c = clause;
    c.attempt(|c| {
        number(c).is_some_and(|n| match n.of_whole {
            true => {
                n.percent != Some(Percent::WHOLE)
                    && (c.done()
                        || c.tags().any(Tags::SHARE.or(Tags::PREPOSITION))
                            && c.take_any(&["rispetto", "in"]).is_none())
            }
            false => c.take(Tags::SHARE).is_some() || c.take_kind(Kind::Slash).is_some(),
        })
    })
}

/// "Evento annullato", "la gara è stata rinviata al 2023", "corso non realizzato": what a text says of the one thing it
/// is about, if it says nothing else.
pub(super) fn thing(clause: Cursor<'_>) -> Option<Verdict> {
    let mut c = clause;
    c.take(Tags::ARTICLE);
    // "Il terzo sfalcio" is a part.
    if c.tags().any(Tags::ORDINAL) {
        return None;
    }
    let noun = c.token().filter(|t| t.kind == Kind::Word && t.verb.is_none() && !t.tags.any(not_a_noun()))?;
    if noun.tags.any(Tags::OFFICIAL) {
        return None;
    }
    let mut core = Core { ending: noun.ending, ..Core::default() };
    c.at += 1;
    let from = c;
    let unreal = Tags::CONDITION.or(Tags::UNREAL).or(Tags::RELATIVE);
    for at in from.at..from.tokens.len().min(from.at + 14) {
        let token = &from.tokens[at];
        let denied = token.tags.any(Tags::DENIAL) && !token.tags.any(Tags::NEGATION);
        if token.tags.any(unreal) || denied || token.kind == Kind::Other {
            return None;
        }
        let mut read = core;
        let mut c = from.from(at);
        let starts = token.tags.any(Tags::COPULA.or(Tags::NEGATION).or(Tags::ADVERB))
            && !is_conjunction(token)
            || token.verb.is_some()
            || matches!(token.text, "in" | "put" | "on" | "called" | "carried" | "under");
        if !starts {
            continue;
        }
        let Some(verb) = predicate(&mut c, &mut read) else {
            // Another predicate: the text says something else.
            if token.tags.any(Tags::COPULA.or(Tags::NEGATION)) && !is_conjunction(token) {
                return None;
            }
            continue;
        };
        let participle = &c.tokens[c.at - 1];
        let agrees = agree(noun.ending, participle.ending) || participle.verb.is_none();
        let nearest = &from.tokens[at - 1];
        let second = from.tokens[from.at..at].iter().any(|token| token.tags.any(Tags::PREPOSITION));
        let ambiguous = second && agree(nearest.ending, participle.ending) && participle.verb.is_some();
        if !read.copula && !read.negated && (!agrees || ambiguous) {
            return None;
        }
        core = read;
        core.about = Some(About::Thing);
        let (status, number) = match (read.negated, verb) {
            (true, Verb::Achieve | Verb::Do) | (false, Verb::Plain(_)) => judge(verb, &core)?,
            // "Il progetto continuità nido-infanzia è stato realizzato solo in parte".
            (false, Verb::Achieve) if noun.tags.any(Tags::GENERAL) && (core.partly || partly(&mut c)) => {
                (Status::PartiallyAchieved, None)
            }
            _ => return None,
        };
        let last = c.at;
        while time(&mut c) {}
        if !c.done() {
            let tail = tail(c, &core, verb, last)?;
            let opener = Tags::OPENER.or(Tags::PREPOSITION).or(Tags::ADVERB);
            let after_a_part =
                c.rest().windows(3).any(|three| three[0].text == "dopo" && three[2].tags.any(Tags::ORDINAL));
            let conditional =
                c.rest().iter().any(|token| token.tags.any(Tags::CONDITION) && token.text != "quanto");
            if tail.exception || !c.tags().any(opener) || is_busy(c.rest()) || after_a_part || conditional {
                return None;
            }
        }
        let span = c.from(last).span_from(clause.at);
        let confidence = Confidence::Inferred;
        let (about, which) = (About::Thing, None);
        return Some(Verdict {
            status,
            number,
            span,
            about,
            which,
            heading: false,
            beyond: false,
            confidence,
        });
    }
    None
}

/// Whether words after a verdict tell of more that was done or not done.
pub(super) fn is_busy(rest: &[Token<'_>]) -> bool {
    rest.windows(2).any(|two| {
        two[0].tags.any(Tags::COPULA.or(Tags::AND).or(Tags::HAVE))
            && two[1].tags.any(Tags::DEED.or(Tags::RESUMED).or(Tags::COPULA).or(Tags::NEGATION))
            && !(is_conjunction(&two[0]) && two[1].tags.any(Tags::COPULA) && !two[1].tags.any(Tags::DEED))
    })
}

fn not_a_noun() -> Tags {
    let verbal = Tags::COPULA.or(Tags::NEGATION).or(Tags::HAVE).or(Tags::CONDITION).or(Tags::UNREAL);
    verbal.or(Tags::PREPOSITION).or(Tags::DEED).or(Tags::DENIAL)
}

/// Whether a noun and a participle may go together by their last letters.
fn agree(noun: u8, participle: u8) -> bool {
    // English participles agree with everything.
    if matches!(participle, b'd' | b'n') {
        return true;
    }
    match noun {
        b'o' => participle == b'o',
        b'i' => participle == b'i' || participle == b'e',
        b'a' => matches!(participle, b'a' | b'e' | b'o'),
        // "Manifestazione rinviata", "cantiere sospeso", "gare rinviate".
        b'e' => matches!(participle, b'a' | b'e' | b'o'),
        _ => true,
    }
}
