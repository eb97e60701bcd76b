// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a verdict is about: "l'obiettivo operativo n. 1", "tutti gli obiettivi", "nessuno degli obiettivi".
//!
//! Never here: what is said of it (see `predicate`).

use super::clause::Cursor;
use super::lexicon::{self, Tags, Verb};
use super::number::{Number, number};
use super::predicate::is_conjunction;
use super::state::Core;
use super::verdict::About;
use super::words::{Kind, Token};

/// "L'obiettivo operativo n. 1", "tutti gli obiettivi", "nessun obiettivo".
pub(super) fn subject(c: &mut Cursor<'_>, core: &mut Core) -> bool {
    // Where no word that may be one is near, there is none.
    let names =
        Tags::HEAD.or(Tags::GENERAL).or(Tags::LABEL).or(Tags::ACHIEVEMENT).or(Tags::EXPECTED).or(Tags::ALL);
    if !c.rest().iter().take(12).any(|token| token.tags.any(names)) {
        return false;
    }
    let mut read = *core;
    let found = c.attempt(|c| {
        if part_of(c) || c.take_listed(&lexicon::NOT_ALL) {
            read.not_all = true;
        } else if c.take_listed(&lexicon::NOT_ONE) {
            read.negated = true;
        } else if c.take_listed(&lexicon::NEARLY_ALL) {
            read.partly = true;
        } else if c.attempt(neither) || c.take(Tags::NONE).is_some() {
            read.negated = true;
            c.take_any(&["degli", "dei", "delle", "of"]);
            // "Nessuno dei due obiettivi".
            c.take(Tags::COUNT);
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
        if c.before().is_some_and(|before| before.tags.any(Tags::CARRIED_OUT.or(Tags::BEGUN))) {
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
        // "L'obiettivo 5 dell'altro settore".
        !is_elsewhere(*c)
    });
    if found {
        *core = read;
    }
    found
}

/// "3 obiettivi su 5", "2 dei 3 obiettivi": the share, before its head is read.
pub(super) fn some_of(c: &mut Cursor<'_>) -> Option<(Number, bool)> {
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
            || c.take_any(&["altro", "altra", "altri", "altre"]).is_some()
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
            // "Due terzi dell'obiettivo", "metà dell'obiettivo".
            c.take(Tags::COUNT);
            let part = c.take_any(&["parte"]).is_some() || c.take(Tags::FRACTION).is_some();
            part && c.take_any(&of).is_some()
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
                && !letter.tags.any(Tags::NUMBER_SIGN)
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
    // "Non è stata attuata alcuna delle azioni".
    if core.negated && after.take_any(&["alcun", "alcuna", "alcuno"]).is_some() {
        after.take_any(&["degli", "dei", "delle"]);
    }
    // "Dare attuazione all'iniziativa" is no English "all".
    let given = c.before().is_some_and(|before| before.tags.any(Tags::CARRIED_OUT.or(Tags::BEGUN)));
    let some = some_of(&mut after);
    // "Realizzata solo una parte delle azioni": that is read with its part.
    if only && some.is_none() {
        after = *c;
    }
    if !subject(&mut after, &mut read) || read.negated || read.label {
        return false;
    }
    *c = after;
    core.number = core.number.or(some);
    core.about = read.about;
    // "Non sono stati raggiunti tutti gli obiettivi".
    core.not_all |= read.not_all || core.negated && read.all && !given;
    core.all |= read.all;
    core.partly |= read.partly;
    core.which = core.which.or(read.which);
    true
}
