// SPDX-License-Identifier: AGPL-3.0-or-later
//! "L'obiettivo di ridurre i tempi è stato pienamente raggiunto": subject, auxiliaries, negation, participle, and what they
//! say together.
//!
//! Never here: what stands before the verdict (see `prefix`) and after it (see `tail`).

use crate::plan::Percent;

use super::clause::Cursor;
use super::label::{degree_phrase, time};
use super::lexicon::{self, Tags, Verb};
use super::number::{Number, number};
use super::prefix::{
    Narrowed, is_agent, is_assured, is_by_others, is_decided, is_definite, is_disclaimed, is_stated_after,
    is_year_end,
};
use super::tail::{Tail, degree_of_all};
use super::verdict::{About, Verdict, literal};
use super::words::{Kind, Token};
use super::{Confidence, Status};

pub(super) fn partly(c: &mut Cursor<'_>) -> bool {
    c.take_listed(&lexicon::PARTLY)
}

pub(super) fn fully(c: &mut Cursor<'_>) -> bool {
    c.take(Tags::FULLY).is_some() || c.take_listed(&lexicon::FULLY)
}

/// What is known of a verdict while its clause is read.
#[derive(Clone, Copy, Default)]
pub(super) struct Core {
    /// What it is about, as far as it says.
    pub about: Option<About>,
    /// Whether its head opens lists.
    pub heading: bool,
    /// Whether it is about the degree itself: only whether it can be measured is said of that.
    pub label: bool,
    /// What tells its head from others.
    pub which: Option<u32>,
    pub negated: bool,
    pub partly: bool,
    pub fully: bool,
    /// "Non tutti": some.
    pub not_all: bool,
    /// "Tutte le attività", or as they were planned.
    pub all: bool,
    /// Whether it is told of the end of the year, so that "era" states.
    pub closed: bool,
    /// Whether an auxiliary stands before the participle.
    pub copula: bool,
    /// "Può essere".
    pub modal: bool,
    /// "Si intende raggiunto con …" defines.
    pub meant: bool,
    /// "Ha": what was achieved must follow.
    pub have: bool,
    /// The number, and whether it is exact.
    pub number: Option<(Number, bool)>,
    /// Whether the target was surpassed.
    pub beyond: bool,
    /// Whether the words before it assure of it, so that "sia" states.
    pub assured: bool,
    /// Whether the words before it say that it was decided, so that "fosse" states what halts it.
    pub decided: bool,
    /// Whether its clause has only its participle.
    pub bare: bool,
    /// The last letter of the head, by which its participle agrees.
    pub ending: u8,
}

/// "L'obiettivo è stato pienamente raggiunto", "non realizzato per mancanza di fondi", "raggiunto l'obiettivo".
pub(super) fn predication(from: Cursor<'_>, prefix: &[Token<'_>]) -> Option<Verdict> {
    let mut c = from;
    let disclaimed = is_disclaimed(prefix);
    let decided = is_decided(prefix);
    let assured = disclaimed || decided || is_assured(prefix);
    let closed = is_year_end(prefix);
    let mut core = Core { assured, closed, decided: decided || disclaimed, ..Core::default() };
    let narrowed = Narrowed::by(prefix);
    let prefix = if narrowed == Narrowed::No { prefix } else { &[] };
    let some = some_of(&mut c);
    let subject = subject(&mut c, &mut core);
    if some.is_some() {
        core.number = some;
        // "3 obiettivi su 5", and not "3 obiettivi".
        subject.then_some(())?;
    }
    let before_predicate = c;
    let some = core.number;
    let mut verb = predicate(&mut c, &mut core);
    let mut at_participle = c.at;
    // A pronoun has no words of its own between it and its predicate.
    let pronoun = before_predicate.before().is_some_and(|head| head.text == "esso");
    if verb.is_none() && subject && !pronoun {
        // The number of a predicate that comes to nothing is of something else: "l'obiettivo dell'80% di differenziata".
        core.number = some;
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
        // "L'iniziativa ha centrato il proprio obiettivo".
        let open = core.about.is_none() || core.have && core.about == Some(About::General);
        if open && object(&mut c, &mut core) {
            // What was achieved is said after it.
        } else if core.negated
            && (c.attempt(|c| c.take_phrase_of(&["se non", "che"]) && partly(c))
                || c.take(Tags::ALL).is_some())
        {
            // "Non sono stati raggiunti tutti".
            core.not_all = true;
        } else if verb == Verb::Do && c.take_listed(&lexicon::AS_PLANNED) {
            core.all = true;
        } else if partly(&mut c) || c.attempt(|c| c.take(Tags::NEGATION).is_some() && fully(c)) {
            // "Raggiunto non integralmente".
            core.partly = true;
        } else if fully(&mut c) {
            core.fully = true;
        } else if let Some(number) = degree_of_all(&mut c) {
            if core.number.is_some_and(|(known, _)| known != number.0) {
                return None;
            }
            core.number = Some(number);
        } else if time(&mut c) {
            continue;
        } else {
            tail = super::tail::tail(c, &core, verb, at_participle)?;
            break;
        }
        last = c.at;
    }
    let achieves = matches!(verb, Verb::Achieve | Verb::Complete);
    if subject && achieves && !tail.beyond && names_only(&core, from, prefix, &c.tokens[at_participle - 1]) {
        return None;
    }
    let put_off = matches!(verb, Verb::Plain(_)) && core.about == Some(About::General);
    if (core.have || !core.copula) && is_by_others(prefix) {
        return None;
    }
    if core.have && core.about != Some(About::Objective) && !put_off && !core.all {
        return None;
    }
    if verb == Verb::Exceed {
        // "Superato del 12%": by how much, not how far.
        (core.beyond, core.number) = (true, None);
    }
    match narrowed {
        Narrowed::Part => core.partly = true,
        Narrowed::Number(number) if core.number.is_none() => core.number = Some(number),
        Narrowed::Number(_) => return None,
        Narrowed::Side => tail.exception = true,
        Narrowed::No => {}
    }
    core.beyond |= tail.beyond;
    core.partly |= tail.partly;
    // "Non raggiunto bensì superato".
    core.negated &= tail.instead != Some(Verb::Exceed);
    let verb = tail.instead.unwrap_or(verb);
    let about = core.about.unwrap_or(About::Unsaid);
    // What an auxiliary speaks of stands before it, by its own name.
    let elsewhere = about == About::Unsaid && core.copula && !prefix.is_empty() && !is_assured(prefix);
    // "L'Amministrazione ha abbandonato l'iniziativa".
    let active = core.have && about == About::General && (put_off || core.all) && is_agent(prefix);
    if elsewhere || !active && !core.decided && !is_stated_after(prefix, about) {
        return None;
    }
    if decided && !matches!(verb, Verb::Plain(_)) {
        return None;
    }
    core.bare = c.done() && from.at + 1 == c.at && prefix.is_empty();
    let (status, number) = match judge(verb, &core)? {
        // "Non si può dire che sia stato pienamente raggiunto".
        (Status::Achieved, None) if disclaimed && core.fully => (Status::PartiallyAchieved, None),
        (Status::Achieved, None) if disclaimed => (Status::NotAchieved, None),
        _ if disclaimed => return None,
        judged => judged,
    };
    let span = Cursor { at: last, ..c }.span_from(from.at);
    let slip = from.tokens[from.at..last].iter().any(|token| token.slip);
    let confidence = if slip || tail.exception { Confidence::Inferred } else { Confidence::Stated };
    let Core { which, .. } = core;
    let heading = core.heading
        && !core.copula
        && at_participle > 0
        && matches!(from.tokens[at_participle - 1].verb, Some(Verb::Achieve | Verb::Reach));
    let beyond = core.beyond && status == Status::Achieved || beyond_hundred(&core);
    let verdict = Verdict { status, number, span, about, which, heading, beyond, confidence };
    if tail.exception { verdict.except() } else { Some(verdict) }
}

/// "Gli obiettivi raggiunti (sono …)": which. What is told without its verb is told without its article, unless somebody
/// holds it: "ritiene l'obiettivo raggiunto".
fn names_only(core: &Core, from: Cursor<'_>, prefix: &[Token<'_>], participle: &Token<'_>) -> bool {
    let qualified =
        core.copula || core.negated || core.partly || core.fully || core.not_all || core.number.is_some();
    let held = prefix.last().is_some_and(|last| last.tags.any(Tags::COPULA))
        || prefix.iter().any(|token| token.tags.any(Tags::ALL));
    !qualified && !held && from.token().is_some_and(is_definite) && participle.verb.is_some()
}

fn beyond_hundred(core: &Core) -> bool {
    core.number.is_some_and(|(number, _)| number.percent.is_none() && number.of_whole)
}

/// "3 obiettivi su 5", "2 dei 3 obiettivi": the share, before its head is read.
fn some_of(c: &mut Cursor<'_>) -> Option<(Number, bool)> {
    let mut read = *c;
    let number = number(&mut read).filter(|number| number.of_whole)?;
    // "Il 100% dell'obiettivo".
    if read.before().is_some_and(|sign| sign.kind == Kind::PercentSign) {
        read.take_any(&["dell", "del", "degli", "of"]);
        read.take_any(&["the"]);
    }
    read.token().filter(|token| token.tags.any(Tags::HEAD))?;
    *c = read;
    Some((number, true))
}

/// "L'obiettivo operativo n. 1", "tutti gli obiettivi", "nessun obiettivo".
pub(super) fn subject(c: &mut Cursor<'_>, core: &mut Core) -> bool {
    // Where no word that may be one is near, there is none.
    let names = Tags::HEAD.or(Tags::GENERAL).or(Tags::LABEL).or(Tags::EXPECTED).or(Tags::ALL);
    if !c.rest().iter().take(12).any(|token| token.tags.any(names)) {
        return false;
    }
    let mut read = *core;
    let found = c.attempt(|c| {
        if part_of(c) {
            read.not_all = true;
        } else if c.take_listed(&lexicon::NOT_ALL) {
            read.not_all = true;
        } else if c.take_listed(&lexicon::NOT_ONE) {
            read.negated = true;
        } else if c.take_listed(&lexicon::NEARLY_ALL) {
            read.partly = true;
        } else if c.attempt(neither) || c.take(Tags::NONE).is_some() {
            read.negated = true;
            c.take_any(&["degli", "dei", "delle", "of"]);
        }
        // "Tutto raggiunto".
        read.all = c.take(Tags::ALL).is_some() && !read.not_all;
        let alone = c.token().is_some_and(|next| {
            let is = next.tags.any(Tags::COPULA.or(Tags::NEGATION)) && !is_conjunction(next);
            matches!(next.verb, Some(Verb::Achieve | Verb::Complete | Verb::Do))
                || is && c.before().is_some_and(|all| all.text == "tutto")
        });
        if read.all && alone {
            read.about = Some(About::General);
            read.ending = c.before().map_or(0, |all| all.ending);
            return true;
        }
        if read.all {
            c.take_any(&["of"]);
        }
        c.take(Tags::ARTICLE);
        // "The previous target".
        if c.tags().any(Tags::OLD) {
            return false;
        }
        // "All planned activities".
        c.attempt(|c| c.take(Tags::EXPECTED).is_some() && c.tags().any(Tags::HEAD.or(Tags::GENERAL)));
        // "Dare attuazione all'iniziativa".
        if c.before().is_some_and(|before| {
            before.tags.any(Tags::CARRIED_OUT) || matches!(before.text, "corso" | "seguito" | "avvio")
        }) {
            c.take_any(&["a", "al", "all", "alla", "agli", "ai", "alle"]);
        }
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
            // "Il grado di raggiungimento", "il raggiungimento".
            let degree = c.take(Tags::LABEL).is_some() && c.take_any(&["di", "of"]).is_some();
            degree && c.take(Tags::LABEL_OF.or(Tags::ACHIEVEMENT)).is_some()
                || c.take(Tags::ACHIEVEMENT).is_some()
        }) {
            read.about = Some(About::Objective);
            read.label = true;
            c.attempt(|c| {
                c.take_any(&["dell", "degli", "del", "of"]).is_some() && c.take(Tags::HEAD).is_some()
            });
            return true;
        }
        // "Un obiettivo è raggiunto quando …" defines.
        let one = !read.negated
            && c.before().is_some_and(|before| matches!(before.text, "un" | "una" | "uno" | "an"));
        c.take(Tags::OWN);
        let Some(head) = c.take(Tags::HEAD.or(Tags::GENERAL)) else { return false };
        if one || is_elsewhere(*c) {
            return false;
        }
        let is_head = head.tags.any(Tags::HEAD);
        read.about = Some(if is_head { About::Objective } else { About::General });
        read.heading |= head.tags.any(Tags::LISTED);
        read.ending = head.ending;
        companions(c, &mut read);
        true
    });
    if found {
        *core = read;
    }
    found
}

/// Whether the words after a head make it another's, or another year's: "obiettivi nazionali", "obiettivo del precedente
/// anno", and in English another noun: "target group".
pub(super) fn is_elsewhere(c: Cursor<'_>) -> bool {
    let mut c = c;
    if c.take(Tags::OUTSIDE).is_some() {
        return true;
    }
    let english = c.before().is_some_and(|head| matches!(head.ending, b't' | b'l' | b's'));
    let noun = c.token().is_some_and(|next| next.kind == Kind::Word && !next.is_known());
    let verb = |token: &Token<'_>| token.verb.is_some() && matches!(token.ending, b'd' | b't');
    if english && noun && c.tokens.get(c.at + 1).is_some_and(verb) {
        return true;
    }
    c.take_any(&["del", "dell", "dello", "della", "degli", "dei", "of"]).is_some() && {
        c.take(Tags::PERIOD);
        c.take(Tags::OLD.or(Tags::OTHERS)).is_some()
    }
}

/// "Né il primo né il secondo", before a head.
fn neither(c: &mut Cursor<'_>) -> bool {
    let one = |c: &mut Cursor<'_>| {
        c.take_any(&["ne", "neither", "nor"]).is_some() && {
            c.take(Tags::ARTICLE);
            c.take(Tags::ORDINAL).is_some()
        }
    };
    one(c) && one(c) && c.tags().any(Tags::HEAD.or(Tags::GENERAL))
}

/// "Alcuni degli", "soltanto una parte dell'", before a head.
fn part_of(c: &mut Cursor<'_>) -> bool {
    c.attempt(|c| {
        c.take_any(&["solo", "soltanto", "solamente", "only"]);
        let of = ["degli", "dei", "delle", "dell", "del", "della", "of"];
        let some = if c
            .take_any(&["alcuni", "alcune", "taluni", "talune", "diversi", "diverse", "some", "several"])
            .is_some()
        {
            c.take_any(&of);
            true
        } else {
            c.take_any(&["una", "la", "l", "gran", "buona", "maggior"]);
            c.take_any(&["gran", "buona", "maggior", "sola"]);
            c.take_any(&["parte"]).is_some() && c.take_any(&of).is_some()
        };
        some && c.tags().any(Tags::HEAD.or(Tags::GENERAL).or(Tags::ARTICLE))
    })
}

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
pub(super) fn object(c: &mut Cursor<'_>, core: &mut Core) -> bool {
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
    core.all |= read.all;
    core.partly |= read.partly;
    core.which = core.which.or(read.which);
    true
}

/// What was so at the end of the year is so: "al 31 dicembre l'obiettivo era raggiunto".
const WAS: [&str; 4] = ["era", "erano", "risultava", "risultavano"];

/// Auxiliaries, negation and adverbs, and the participle after them.
pub(super) fn predicate(c: &mut Cursor<'_>, core: &mut Core) -> Option<Verb> {
    for _ in 0..12 {
        if !c.token()?.is_known() {
            return None;
        }
        if c.take_listed(&lexicon::MUST_BE_HELD)
            || core.assured && c.take_any(&["sia", "siano", "abbia", "abbiano"]).is_some()
            || core.closed && c.take_any(&WAS).is_some()
            || core.decided
                && c.take_any(&["fosse", "fossero", "venga", "vengano", "venisse", "venissero"]).is_some()
        {
            core.copula = true;
        } else if c.take(Tags::NEGATION).is_some() {
            if core.negated {
                return None;
            }
            core.negated = true;
            core.not_all |= c.take(Tags::ALL).is_some();
        } else if !core.negated && c.take_any(&["mai", "never"]).is_some()
            || c.take_listed(&lexicon::IN_NO_WAY)
        {
            core.negated = true;
        } else if core.negated
            // "Non solo raggiunto, ma superato" denies nothing.
            && c.take_any(&["solo", "soltanto", "solamente", "only", "merely", "just"]).is_some()
        {
            core.negated = false;
        } else if core.negated
            && c.attempt(|c| (c.take_phrase("se non") || c.take_any(&["che"]).is_some()) && partly(c))
        {
            (core.negated, core.partly) = (false, true);
        } else if !core.negated && c.take_any(&["sta", "stanno"]).is_some() {
            // "Sta per essere ultimata", "sta procedendo".
            let soon = c.take_phrase("per essere");
            let token =
                c.token().filter(|next| next.kind == Kind::Word && !next.tags.any(Tags::PREPOSITION))?;
            c.at += 1;
            let done = matches!(token.verb, Some(Verb::Achieve | Verb::Complete | Verb::Conclude));
            return (done || !soon).then_some(Verb::Plain(Status::InProgress));
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
        } else if c.take_listed(&lexicon::MEANWHILE) {
            continue;
        } else if !core.negated && c.take_listed(&lexicon::FAR_FROM) {
            core.negated = true;
        } else if core.about.is_some()
            && c.before().is_some_and(|before| before.text.starts_with("potut"))
            && c.take(Tags::ACHIEVE_INFINITIVE).is_some()
        {
            // "L'obiettivo si è potuto raggiungere".
            return Some(Verb::Achieve);
        } else if let Some(verb) = unable(c, core) {
            return Some(verb);
        } else if matches!(c.token().map(|token| token.text), Some("considerare" | "ritenere" | "dire"))
            && c.before().is_some_and(|before| before.text == "di")
        {
            // "Si chiede di considerare raggiunto l'obiettivo".
            return None;
        } else if let Some(copula) = c.take(Tags::COPULA) {
            core.copula = true;
            // "Può essere raggiunto" is not yet; "può dirsi raggiunto" is.
            core.modal |=
                matches!(copula.text, "puo" | "possono" | "can") || copula.text == "could" && !core.negated;
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
            // "80% achieved", but not "l'obiettivo del 75%".
            let of = matches!(c.token()?.text, "di" | "del" | "dell");
            match (core.number.is_none() && !of).then(|| degree_phrase(c)).flatten() {
                Some(number) => core.number = Some(number),
                None => return None,
            }
        }
    }
    None
}

/// A participle that says how it went, or a phrase that does.
pub(super) fn participle(c: &mut Cursor<'_>, core: &mut Core) -> Option<Verb> {
    let token = c.token()?;
    // "Carried over" is no deed.
    if token.verb == Some(Verb::Do) && { *c }.take_listed(&lexicon::STATUS_PHRASE) {
        return status_phrase(c, core);
    }
    if let Some(verb) = token.verb {
        c.at += 1;
        // "Portato a termine", "carried out"; "portato avanti" says nothing.
        return match token.text.strip_prefix("portat").or(token.text.strip_prefix("condott")) {
            Some(_) => c.take_listed(&lexicon::TO_ITS_END).then_some(Verb::Complete),
            None if verb == Verb::Reach => (core.about == Some(About::Objective)).then_some(Verb::Achieve),
            None if verb == Verb::Unachieved => unachieved(core),
            None if verb == Verb::Conclude => concluded(c, core),
            // "Fermo restando".
            None if token.text.starts_with("ferm")
                && c.token().is_some_and(|next| next.text.starts_with("restand")) =>
            {
                None
            }
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
            // "Non è più perseguito".
            None if verb == Verb::Begin && c.at >= 2 && c.tokens[c.at - 2].text == "piu" => {
                let given_up = core.negated;
                core.negated = false;
                given_up.then_some(Verb::Plain(Status::Cancelled))
            }
            // "Non può essere valutato", and not "non valutato".
            None if verb == Verb::Measurable
                && !core.modal
                && (token.text.starts_with("valutat") || token.text.starts_with("quantificat")) =>
            {
                None
            }
            None if verb == Verb::Move => {
                // "L'obiettivo è spostato" cannot be of place.
                let when = time(&mut { *c })
                    || core.about == Some(About::Objective) && c.done()
                    || c.tokens.get(c.at).is_some_and(|next| next.text == "di")
                        && c.rest().iter().skip(1).take(2).any(|token| token.tags.any(Tags::TIME))
                        && c.rest().iter().skip(1).take(2).any(|token| {
                            token.tags.any(Tags::COUNT.or(Tags::ARTICLE)) || token.kind == Kind::Number
                        })
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
        // "Si è andati al di là dell'obiettivo".
        if verb == Verb::Exceed
            && core.about.is_none()
            && c.before().is_some_and(|last| last.tags.any(Tags::HEAD))
        {
            core.about = Some(About::Objective);
        }
        return Some(verb);
    }
    if let Some(verb) = undergone(c, core) {
        return Some(verb);
    }
    if !lexicon::STATUS_PHRASE.may_begin(token.begins) {
        return None;
    }
    // "L'anno in corso" is this year.
    if c.before()
        .is_some_and(|before| matches!(before.text, "anno" | "esercizio" | "mese" | "annualita" | "semestre"))
    {
        return None;
    }
    let before = *c;
    let verb = status_phrase(c, core);
    if verb.is_none() {
        *c = before;
    }
    verb
}

/// "In corso", "andato in porto".
fn status_phrase(c: &mut Cursor<'_>, core: &mut Core) -> Option<Verb> {
    let lexicon::Found { text: phrase, verb, .. } = c.take_found(&lexicon::STATUS_PHRASE)?;
    let verb = verb?;
    let verb = match phrase {
        // "Il progetto può dirsi riuscito", and not "è riuscito a".
        "riuscit*" => {
            let whole = core.about >= Some(About::General) && core.copula;
            let more = c.tags().any(Tags::PREPOSITION) && !c.tags().any(Tags::SHARE);
            (whole
                && !(more
                    && c.token()
                        .is_some_and(|next| matches!(next.text, "a" | "ad" | "nel" | "nell" | "in" | "to"))))
            .then_some(verb)?
        }
        // What others have or see is no state of their own: "ha avuto luogo".
        _ if verb == Verb::Do => {
            core.have = false;
            verb
        }
        "tagliat* il traguardo" => {
            core.have = false;
            verb
        }
        "sulla carta" | "nel cassetto" | "nei cassetti" if !core.copula => return None,
        "impossibile da" => {
            c.take(Tags::MEASURE)?;
            verb
        }
        _ if verb == Verb::Plain(Status::NotMeasurable) && !phrase.ends_with("bile") => {
            c.take_any(&["misurazione", "valutazione", "misura", "quantificazione"])?;
            verb
        }
        "continua" | "continuano" | "arenat*" if core.about < Some(About::General) => return None,
        "c e stato" | "ci sono stati" if core.about != Some(About::Objective) => return None,
        // "Non si è dato corso all'iniziativa".
        _ if phrase.starts_with("dato ") => object(c, core).then_some(verb)?,
        _ if phrase.ends_with(" dal") || phrase.ends_with(" the") => {
            c.take(Tags::PLAN)?;
            verb
        }
        _ => verb,
    };
    if verb == Verb::Unachieved {
        return unachieved(core);
    }
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

/// "Inattuato" is "non attuato"; a negation of that is too much.
fn unachieved(core: &mut Core) -> Option<Verb> {
    let plain = !core.negated && !core.partly && !core.fully;
    core.negated = true;
    plain.then_some(Verb::Achieve)
}

/// "(Ha) trovato piena attuazione", "(ha) avuto compimento".
fn undergone(c: &mut Cursor<'_>, core: &mut Core) -> Option<Verb> {
    let mut read = *c;
    read.take(Tags::UNDERGONE)?;
    let (mut full, mut partial) = (false, false);
    read.take_any(&["la", "il", "un", "una"]);
    read.take_any(&["sua", "suo", "loro"]);
    while let Some(token) = read.take(Tags::FULL.or(Tags::PARTIAL).or(Tags::AND).or(Tags::ADVERB)) {
        full |= token.tags.any(Tags::FULL);
        partial |= token.tags.any(Tags::PARTIAL);
    }
    partial |= partly(&mut read);
    read.take(Tags::CARRIED_OUT)?;
    while let Some(token) = read.take(Tags::FULL.or(Tags::PARTIAL)) {
        full |= token.tags.any(Tags::FULL);
        partial |= token.tags.any(Tags::PARTIAL);
    }
    *c = read;
    core.have = false;
    core.copula = true;
    core.fully |= full;
    core.partly |= partial;
    Some(Verb::Achieve)
}

/// "Concluso positivamente"; alone, or with more to tell, it is a state of the work.
fn concluded(c: &mut Cursor<'_>, core: &Core) -> Option<Verb> {
    if c.take_listed(&lexicon::ENDED_WELL) {
        return Some(Verb::Complete);
    }
    let mut after = *c;
    time(&mut after);
    (core.about >= Some(About::General) && after.done() && !core.negated).then_some(Verb::Complete)
}

/// "In linea con le previsioni", "superiore alle attese", "oltre quanto previsto".
pub(super) fn as_expected(c: &mut Cursor<'_>) -> Option<Verb> {
    let mut read = *c;
    let verb = if read.take_listed(&lexicon::IN_LINE) {
        Verb::Achieve
    } else if read.take_listed(&lexicon::MORE_THAN) {
        Verb::Exceed
    } else {
        return None;
    };
    // "Tempi migliori l'obiettivo" compares nothing.
    let compares = read.before().is_some_and(|last| last.text.contains("ior") || last.text == "meglio");
    if compares
        && !read.tags().any(Tags::PREPOSITION)
        && !matches!(read.token()?.text, "che" | "quanto" | "than")
    {
        return None;
    }
    for _ in 0..3 {
        if read.take(Tags::PREPOSITION.or(Tags::ARTICLE)).is_none()
            && read
                .take_any(&[
                    "quanto", "quello", "quella", "quelli", "quelle", "piu", "valore", "valori", "livello",
                ])
                .is_none()
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
    // "È risultato impossibile conseguire l'obiettivo".
    let impossible = read.take_any(&["impossibile", "impossible", "unable"]).is_some();
    if impossible && core.negated || !impossible && read.take(Tags::ABLE).is_none() {
        return None;
    }
    read.take_any(&["a", "ad", "di", "to"]);
    to_achieve(&mut read).then_some(())?;
    core.fully |= fully(&mut read);
    core.negated |= impossible;
    let verb = if object(&mut read, core) { Verb::Achieve } else { return None };
    *c = read;
    Some(verb)
}

/// "Raggiungere", "portare a compimento", "dare attuazione a": what is achieved comes next.
pub(super) fn to_achieve(c: &mut Cursor<'_>) -> bool {
    if c.take(Tags::ACHIEVE_INFINITIVE).is_some() {
        return true;
    }
    c.take_listed(&lexicon::TO_COMPLETE)
        || c.attempt(|c| {
            c.take_any(&["dare", "dar"]).is_some() && {
                c.take(Tags::FULL);
                c.take(Tags::CARRIED_OUT).is_some() && c.tags().any(Tags::PREPOSITION)
            }
        })
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
        let assured = core.closed && WAS.contains(&token.text)
            || core.assured && matches!(token.text, "sia" | "siano" | "abbia" | "abbiano")
            || core.decided && matches!(token.text, "fosse" | "fossero" | "venga" | "vengano");
        // "L'obiettivo era previsto per il 2021 ed è stato spostato": what was planned is not all.
        if matches!(token.text, "era" | "erano") {
            let goes_on = from.tokens[at..].windows(2).take(14).any(|two| {
                two[0].tags.any(Tags::AND.or(Tags::BUT))
                    && two[1].tags.any(Tags::COPULA.or(Tags::HAVE))
                    && !is_conjunction(&two[1])
            });
            // "Che il Comune si era prefissato".
            let beside = from.tokens[from.at..at].iter().rev().take(5).any(|token| token.text == "che");
            if goes_on || beside {
                continue;
            }
        }
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
        // What comes to nothing from its first word on is nothing without it: "non sono state concluse" as "concluse".
        let within = before.is_some_and(|before| {
            before.tags.any(Tags::NEGATION.or(Tags::COPULA)) && !is_conjunction(before)
        });
        // "Obiettivi che non sono stati raggiunti": which.
        let which = before.is_some_and(|before| before.tags.any(Tags::RELATIVE))
            && !from.tokens.iter().take(2).any(|token| token.tags.any(Tags::HEAD));
        if (within || which) && !held && !assured {
            continue;
        }
        let auxiliary = held || assured || token.tags.any(Tags::COPULA.or(Tags::NEGATION)) && !is_conjunction(token)
            // "Ha trovato attuazione".
            || token.tags.any(Tags::HAVE) && from.tokens.get(at + 1).is_some_and(|next| {
                next.tags.any(Tags::UNDERGONE) || lexicon::STATUS_PHRASE.may_begin(next.begins)
            });
        // "È stata ripresa a giugno e portata a termine".
        let joined = at > 0
            && auxiliary_before.is_some()
            && from.tokens[at - 1].tags.any(Tags::AND.or(Tags::THEN))
            && token.verb.is_some();
        // Without an auxiliary a participle may belong to the nearest noun: "obiettivo sui lavori sospesi".
        // "Target" agrees with every ending.
        let agrees = token.ending == core.ending || !matches!(core.ending, b'a' | b'e' | b'i' | b'o');
        let bare = token.verb.is_some() && at > from.at && agrees && {
            let nearest = &from.tokens[at - 1];
            nearest.ending != token.ending && !nearest.tags.any(Tags::PREPOSITION.or(Tags::ARTICLE))
        };
        if !auxiliary && !bare && !joined {
            continue;
        }
        let mut read = *core;
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

/// What a participle says with its modifiers; `None` where they do not go together.
pub(super) fn judge(verb: Verb, m: &Core) -> Option<(Status, Option<Percent>)> {
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
        (true, Verb::Do | Verb::Begin) if m.number.is_none() && !m.partly && !m.fully => {
            Some((Status::NotAchieved, None))
        }
        // "Nessun obiettivo è stato mancato".
        (true, Verb::Miss) if about == About::Objective && m.number.is_none() => {
            Some((Status::Achieved, None))
        }
        (false, Verb::Do)
            if (about == About::Objective || about == About::General && m.all)
                && m.number.is_none()
                && !m.have =>
        {
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
        // "Mancato" alone: whether of the objective, its neighbours say.
        (false, Verb::Miss) => ((about >= About::General || m.bare) && m.number.is_none() && !m.partly)
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
