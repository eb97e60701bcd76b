// SPDX-License-Identifier: AGPL-3.0-or-later
//! Verdicts without a participle: "mancato raggiungimento dell'obiettivo", "si è deciso di sospendere l'attività", "non è
//! possibile misurare il risultato".
//!
//! Never here: a noun that is only aimed at: "per il raggiungimento dell'obiettivo".

use super::clause::Cursor;
use super::label::{is_of_achievement, time};
use super::lexicon::{self, Tags};
use super::predicate::{is_conjunction, partly, to_achieve};
use super::prefix::{is_definite, is_of_others, is_stated_after};
use super::state::Core;
use super::subject::{object, subject};
use super::tail::degree_of_all;
use super::verdict::{About, Verdict, literal};
use super::words::{Kind, Token};
use super::{Confidence, Status};

/// "Pieno raggiungimento dell'obiettivo", "mancato raggiungimento del target", "raggiungimento parziale".
pub(super) fn achievement(from: Cursor<'_>, prefix: &[Token<'_>]) -> Option<Verdict> {
    let mut c = from;
    c.take(Tags::ARTICLE);
    let (mut full, mut partial, mut failed) = (false, false, false);
    let mut adjectives = |c: &mut Cursor<'_>| {
        for _ in 0..3 {
            if c.take(Tags::FULL).is_some() {
                full = true;
            } else if c.take(Tags::PARTIAL).is_some() || partly(c) {
                partial = true;
            } else if c.attempt(|c| c.take(Tags::NEGATION).is_some() && c.take(Tags::FULL).is_some()) {
                // "Conseguimento non totale".
                partial = true;
            } else if c.take(Tags::FAILED).is_some()
                || c.attempt(|c| {
                    // "Il non raggiungimento".
                    c.take(Tags::NEGATION).is_some() && c.tags().any(Tags::ACHIEVEMENT.or(Tags::LABEL_OF))
                })
            {
                failed = true;
            } else if c.take_any(&["avvenuto", "avvenuta"]).is_some() {
                full = true;
            } else if c.token().is_some_and(is_conjunction)
                || matches!(c.token().map(|token| token.text), Some("solo" | "soltanto" | "only"))
            {
                c.at += 1;
            } else {
                break;
            }
        }
    };
    adjectives(&mut c);
    let noun = c.take(Tags::ACHIEVEMENT.or(Tags::LABEL_OF)).filter(|noun| is_of_achievement(noun))?;
    adjectives(&mut c);
    let mut core = Core::default();
    of_head(&mut c, &mut core);
    adjectives(&mut c);
    // "Mancato raggiungimento del quorum".
    let of_else = Cursor { ..c }
        .take_any(&["del", "dello", "della", "dell", "dei", "degli", "delle"])
        .is_some()
        && c.tokens.get(c.at + 1).is_some_and(|next| next.kind == Kind::Word && !next.tags.any(Tags::COUNT));
    if core.about.is_none() && of_else {
        return None;
    }
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
    // "Il conseguimento dell'obiettivo non è stato possibile", "è risultato impossibile".
    if copula {
        after.take_any(&["risultato", "risultata"]);
    }
    if copula
        && (denied && after.take(Tags::ABLE).is_some() || !denied && after.take(Tags::PREVENTED).is_some())
    {
        c = after;
        missing = true;
    }
    // "Il raggiungimento dell'obiettivo è stato possibile grazie ai volontari".
    if copula
        && !denied
        && after.before().is_some_and(|been| been.text == "stato" || been.text == "stata")
        && after.take(Tags::ABLE).is_some()
    {
        c = after;
        happened = true;
    }
    if copula && !missing && !happened {
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
    let (lead, cleft) = lead(prefix).filter(|_| !is_of_others(prefix))?;
    // "A impedire il conseguimento è stata la chiusura della discarica".
    if cleft && lead == Lead::Prevented {
        let unreal = c.rest().iter().any(|token| token.tags.any(Tags::UNREAL.or(Tags::CONDITION)));
        return (c.rest().iter().take(2).any(|token| token.tags.any(Tags::COPULA)) && !unreal).then(|| {
            Verdict {
                about,
                confidence: Confidence::Inferred,
                ..Verdict::plain(Status::NotAchieved, c.span_from(from.at))
            }
        });
    }
    let opener = Tags::OPENER.or(Tags::PREPOSITION).or(Tags::AND);
    let mut attested = c;
    // "Il raggiungimento è stato certificato dal Nucleo".
    let mut is_attested = attested.take(Tags::COPULA).is_some();
    while attested.take(Tags::COPULA.or(Tags::ADVERB)).is_some() {}
    is_attested &= attested.take(Tags::ATTESTED).is_some();
    if !c.done() && !c.tags().any(opener) && !is_attested {
        return None;
    }
    let failed = failed || missing;
    let brought_about = (matches!(lead, Lead::Enabled | Lead::Attested)
        || is_attested && about == About::Objective)
        && !failed;
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

/// "Dell'obiettivo", "of the target".
fn of_head(c: &mut Cursor<'_>, core: &mut Core) -> bool {
    c.attempt(|c| {
        c.take_any(&["di", "del", "dell", "dello", "dei", "degli", "delle", "della", "of"]).is_some()
            && subject(c, core)
    })
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

/// What leads to a noun of achievement, and whether the rest of the sentence is to say what did; `None` where it leaves it
/// unsaid: "si auspica il raggiungimento".
fn lead(prefix: &[Token<'_>]) -> Option<(Lead, bool)> {
    let Some(last) = prefix.iter().rfind(|token| !token.tags.any(Tags::ARTICLE)) else {
        return Some((Lead::None, false));
    };
    // "A impedire il conseguimento", "a rendere possibile il conseguimento".
    let opens = matches!(prefix[0].text, "a" | "ad");
    if opens && prefix.len() <= 4 && prefix.get(1).is_some_and(|verb| verb.tags.any(Tags::PREVENTED)) {
        return Some((Lead::Prevented, true));
    }
    if opens && prefix.len() <= 5 && prefix[1..].iter().any(|verb| verb.tags.any(Tags::ENABLED)) {
        return Some((Lead::Enabled, true));
    }
    // "È del 2022 il pieno conseguimento", "è fuori discussione il conseguimento".
    let mut c = Cursor::new(prefix);
    if c.take(Tags::COPULA).is_some() {
        let when = c.take_any(&["del", "di"]).is_some()
            && !c.done()
            && c.rest()
                .iter()
                .all(|token| token.kind == Kind::Number || token.tags.any(Tags::TIME.or(Tags::ARTICLE)));
        let sure = c.take_phrase_of(&["fuori discussione", "fuori dubbio"]);
        c.take(Tags::ARTICLE);
        if when || sure && c.done() {
            return Some((Lead::Attested, false));
        }
    }
    lead_verb(prefix, last).map(|lead| (lead, false))
}

fn lead_verb(prefix: &[Token<'_>], last: &Token<'_>) -> Option<Lead> {
    let unreal = Tags::CONDITION.or(Tags::UNREAL);
    // "Né lo sciopero né il guasto hanno compromesso".
    let denied = prefix.iter().any(|token| {
        token.tags.any(Tags::NEGATION.or(Tags::NOTHING))
            || token.tags.any(Tags::DENIAL) && (token.text != "ne" || token.accented)
    });
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
pub(super) fn failure(from: Cursor<'_>) -> Option<Verdict> {
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

/// "Ha permesso di raggiungere l'obiettivo", "oltre a conseguire l'obiettivo".
pub(super) fn infinitive(from: Cursor<'_>, prefix: &[Token<'_>]) -> Option<Verdict> {
    let (last, before) = prefix.split_last()?;
    let mut c = from;
    let without = matches!(last.text, "senza" | "without");
    if !last.tags.any(Tags::PREPOSITION) && !without || !to_achieve(&mut c) {
        return None;
    }
    let mut core = Core::default();
    if !object(&mut c, &mut core) || core.partly || core.not_all {
        return None;
    }
    let besides = matches!(before, [.., oltre] if oltre.text == "oltre") && matches!(last.text, "a" | "ad");
    // "Si è fatto il possibile per raggiungere l'obiettivo".
    if matches!(before, [.., the, _] if is_definite(the)) && !without && !besides {
        return None;
    }
    // "Si è lavorato tutto l'anno senza raggiungere l'obiettivo".
    let unsaid = Tags::DENIAL.or(Tags::CONDITION).or(Tags::UNREAL);
    let lead = match (besides, without) {
        (true, _) => Lead::Enabled,
        (_, true) => (!before.iter().any(|token| token.tags.any(unsaid))).then_some(Lead::Prevented)?,
        _ => lead_verb(before, before.last()?)?,
    };
    let status = match lead {
        Lead::Enabled => Status::Achieved,
        Lead::Prevented => Status::NotAchieved,
        Lead::None | Lead::Attested => return None,
    };
    Some(Verdict {
        about: core.about.unwrap_or(About::Unsaid),
        which: core.which,
        confidence: Confidence::Inferred,
        ..Verdict::plain(status, c.span_from(from.at))
    })
}

/// "Sospensione dell'obiettivo", "rinvio al 2022", "si è deciso di stralciare l'obiettivo".
pub(super) fn decision(from: Cursor<'_>, prefix: &[Token<'_>]) -> Option<Verdict> {
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
    if decided && let Some(status) = c.take_status(&lexicon::STATUS_INFINITIVE) {
        return object(&mut c, &mut core).then(|| made(c, &core, status));
    }
    // "La Giunta ha disposto il congelamento dell'obiettivo".
    let unsaid = Tags::DENIAL.or(Tags::CONDITION).or(Tags::UNREAL);
    let ordered = prefix
        .iter()
        .rfind(|token| !token.tags.any(Tags::ARTICLE))
        .is_some_and(|last| last.tags.any(Tags::DECIDED))
        && !prefix.iter().any(|token| token.tags.any(unsaid));
    if !ordered && prefix.iter().any(|token| !token.tags.any(Tags::ARTICLE)) {
        return None;
    }
    c.take(Tags::ARTICLE);
    let status = c.take_status(&lexicon::STATUS_NOUN)?;
    let object = of_head(&mut c, &mut core);
    // "La sospensione dell'attività di pesca" is that of another thing.
    if ordered
        && core.about == Some(About::General)
        && matches!(c.token().map(|token| token.text), Some("di" | "d"))
    {
        return None;
    }
    let timed = time(&mut c);
    let opener = Tags::OPENER.or(Tags::PREPOSITION).or(Tags::DEED);
    let plain = c.done() || c.tags().any(opener);
    let denied = c.rest().iter().any(|token| token.tags.any(Tags::DENIAL.or(Tags::ASKED)));
    ((object || timed && status == Status::Postponed) && plain && !denied).then(|| made(c, &core, status))
}

/// "Non è possibile misurare il risultato".
pub(super) fn unmeasurable(from: Cursor<'_>, prefix: &[Token<'_>]) -> Option<Verdict> {
    let mut c = from;
    // "Mancano i dati per misurare l'obiettivo".
    let has = |tags| prefix.iter().any(|token| token.tags.any(tags));
    let lacks =
        has(Tags::LACK.or(Tags::NEGATION)) && has(Tags::DATA) && !has(Tags::CONDITION.or(Tags::UNREAL));
    if c.take(Tags::NEGATION).is_some() {
        while c.take(Tags::COPULA.or(Tags::HAVE).or(Tags::ADVERB)).is_some() {}
        c.take(Tags::ABLE.or(Tags::ENABLED));
        c.take_phrase("in grado");
    } else {
        // "Risulta impossibile misurare".
        while c.take(Tags::COPULA).is_some() {}
        if c.take_any(&["impossibilita", "impossibile"]).is_none() && !lacks {
            return None;
        }
    }
    c.take_any(&["di", "to"]);
    c.take(Tags::MEASURE)?;
    let mut core = Core::default();
    // "In quale grado l'obiettivo sia stato conseguito".
    let how_far = c.take_any(&["in", "se", "quanto", "whether", "how"]).is_some()
        && c.rest().iter().take(5).any(|token| token.tags.any(Tags::HEAD));
    let of = how_far
        || subject(&mut c, &mut core)
        || c.attempt(|c| {
            c.take(Tags::ARTICLE);
            c.take(Tags::ACHIEVEMENT.or(Tags::LABEL)).is_some()
        });
    (of && (lacks || is_stated_after(prefix, About::Objective))).then(|| Verdict {
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
