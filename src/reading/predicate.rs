// SPDX-License-Identifier: AGPL-3.0-or-later
//! "L'obiettivo di ridurre i tempi è stato pienamente raggiunto": subject, auxiliaries, negation, participle, and what they
//! say together.
//!
//! Never here: what stands before the verdict (see `prefix`) and after it (see `tail`).

use super::clause::Cursor;
use super::label::{degree_phrase, time};
use super::lexicon::{self, Tags, Verb};
use super::participle::participle;
use super::prefix::{
    Narrowed, is_agent, is_assured, is_by_others, is_decided, is_definite, is_disclaimed, is_stated_after,
    is_year_end,
};
use super::state::{Core, judge};
use super::subject::{object, some_of, subject};
use super::tail::{Tail, degree_of_all};
use super::verdict::{About, Verdict};
use super::words::{Kind, Token};
use super::{Confidence, Status};

pub(super) fn partly(c: &mut Cursor<'_>) -> bool {
    // "In misura non piena", "in modo non del tutto completo".
    let not_fully = |c: &mut Cursor<'_>| {
        c.take_any(&["in"]).is_some()
            && c.take(Tags::MANNER).is_some()
            && c.take(Tags::NEGATION).is_some()
            && (fully(c) | c.take(Tags::FULL).is_some())
    };
    c.take_listed(&lexicon::PARTLY) || c.attempt(not_fully)
}

pub(super) fn fully(c: &mut Cursor<'_>) -> bool {
    c.take(Tags::FULLY).is_some() || c.take_listed(&lexicon::FULLY)
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
    // "Soltanto il primo obiettivo".
    core.not_all |= core.which.is_some() && prefix.last().is_some_and(|last| last.tags.any(Tags::EXCEPTION));
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
            // "Realizzato il progetto grafico": what was achieved is said after it, and is another's name.
            let goes_on = Tags::OPENER
                .or(Tags::PREPOSITION)
                .or(Tags::EXCEPTION)
                .or(Tags::ADVERSATIVE)
                .or(Tags::BUT)
                .or(Tags::AND)
                .or(Tags::THEN)
                .or(Tags::TIME_START)
                .or(Tags::ADVERB)
                .or(Tags::FULLY);
            let named = c.token().is_some_and(|next| {
                next.kind == Kind::Word && next.verb.is_none() && !next.tags.any(goes_on)
            });
            if core.about == Some(About::General) && named {
                return None;
            }
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
    let halted = matches!(verb, Verb::Plain(_)) && !core.copula;
    if subject
        && (achieves || halted)
        && !tail.beyond
        && names_only(&core, from, prefix, c.from(at_participle), halted)
    {
        return None;
    }
    let put_off = matches!(verb, Verb::Plain(_)) && core.about == Some(About::General);
    // "Recuperati gli obiettivi rinviati": a deed, and what it was done to.
    let telling = Tags::COPULA.or(Tags::ATTESTED).or(Tags::DECIDED);
    let done_to = prefix.last().is_some_and(|last| {
        (last.verb.is_some() || last.participle || last.tags.any(Tags::DEED)) && !last.tags.any(telling)
    });
    if subject && !core.copula && done_to && from.token().is_some_and(is_definite) {
        return None;
    }
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
fn names_only(core: &Core, from: Cursor<'_>, prefix: &[Token<'_>], after: Cursor<'_>, halted: bool) -> bool {
    // "Gli obiettivi non raggiunti nel 2019 sono stati riesaminati".
    let parts = Tags::CONDITION.or(Tags::RELATIVE).or(Tags::BUT);
    let goes_on =
        after.rest().iter().take_while(|token| !token.tags.any(parts)).any(|token| {
            token.tags.any(Tags::COPULA.or(Tags::HAVE).or(Tags::FUTURE)) && !is_conjunction(token)
        });
    // "Gli obiettivi rinviati sono elencati in allegato".
    if halted && !goes_on {
        return false;
    }
    let denied = core.negated && !goes_on;
    let qualified =
        core.copula || denied || core.partly || core.fully || core.not_all || core.number.is_some();
    let held = prefix.last().is_some_and(|last| last.tags.any(Tags::COPULA))
        || prefix.iter().any(|token| token.tags.any(Tags::ALL));
    let participle = after.before().is_some_and(|participle| participle.verb.is_some());
    !qualified && !held && participle && from.token().is_some_and(is_definite)
}

fn beyond_hundred(core: &Core) -> bool {
    core.number.is_some_and(|(number, _)| number.percent.is_none() && number.of_whole)
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
            // "Non si presta a essere misurato".
            if c.take_any(&["essere"]).is_some() {
                let verb = c.token()?.verb.filter(|verb| *verb == Verb::Measurable);
                c.at += 1;
                return verb;
            }
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
    // "Non si è potuto dare corso all'obiettivo".
    let begun = read.before().is_some_and(|last| last.tags.any(Tags::BEGUN));
    if !object(&mut read, core) {
        return None;
    }
    let verb = if begun { Verb::Begin } else { Verb::Achieve };
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
                c.take(Tags::CARRIED_OUT.or(Tags::BEGUN)).is_some() && c.tags().any(Tags::PREPOSITION)
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
