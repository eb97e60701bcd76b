// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a clause sets itself against the verdict before it: "salvo la terza fase", "ma non …", "se …".
//!
//! Never here: what the clause says by itself.

use crate::plan::Percent;

use super::clause::Cursor;
use super::date::take_date;
use super::label::time;
use super::lexicon::{self, Tags, Verb};
use super::number::number;
use super::predicate::{fully, is_conjunction, partly};
use super::words::{Kind, Token};

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

/// "Non raggiunto per la parte affidata alla polizia", "fallito su quello delle spese", "secondo non raggiunto".
pub(super) fn fails_a_part(clause: Cursor<'_>) -> bool {
    let mut c = clause;
    while c.take(Tags::BUT.or(Tags::AND).or(Tags::ADVERB)).is_some() {}
    c.take(Tags::ARTICLE);
    let other =
        c.take(Tags::ORDINAL).is_some() || c.take_any(&["altri", "altre", "altro", "altra"]).is_some();
    // "Il secondo no".
    if other && c.take(Tags::NO).is_some() && c.done() {
        return true;
    }
    // "Il secondo è stato rinviato".
    if other {
        while c.take(Tags::COPULA).is_some() {}
    }
    let denied = c.take(Tags::NEGATION).is_some();
    if other && denied {
        while c.take(Tags::COPULA).is_some() {}
    }
    // "Ma non il secondo".
    if denied && is_other(c) {
        return true;
    }
    let Some(verb) = c.token().and_then(|token| token.verb) else { return other && denied && c.done() };
    c.at += 1;
    let fails = match verb {
        Verb::Achieve | Verb::Complete => denied,
        Verb::Miss | Verb::Plain(_) => !denied,
        _ => false,
    };
    let of_part = matches!(
        c.token().map(|token| token.text),
        Some("su" | "sul" | "sulla" | "sulle" | "sui" | "per" | "quanto")
    );
    // "Nella seconda".
    let of_part = of_part
        || c.tags().any(Tags::PREPOSITION)
            && c.tokens.get(c.at + 1).is_some_and(|next| next.tags.any(Tags::ORDINAL));
    // "Mancato il secondo".
    fails
        && (of_part || other && (c.done() || c.tags().any(Tags::OPENER.or(Tags::PREPOSITION))) || is_other(c))
}

/// "Il secondo", "gli altri", and nothing else.
fn is_other(c: Cursor<'_>) -> bool {
    let mut c = c;
    c.take(Tags::ARTICLE);
    let other =
        c.take(Tags::ORDINAL).is_some() || c.take_any(&["altri", "altre", "altro", "altra"]).is_some();
    // "Non il 3".
    (other || c.take_kind(Kind::Number).is_some()) && c.done()
}

/// How a clause sets itself against a verdict before it.
pub(super) fn against(clause: Cursor<'_>) -> Against {
    let mut c = clause;
    if fails_a_part(clause) {
        return Against::Exception;
    }
    // "Sì / no" is a form that nobody filled in.
    if c.attempt(|c| c.take(Tags::YES.or(Tags::NO)).is_some() && c.take_kind(Kind::Slash).is_some()) {
        return Against::Doubt;
    }
    if c.attempt(|c| {
        c.take(Tags::NONE).is_some() && c.take_any(&["escluso", "esclusa", "excluded"]).is_some()
    }) {
        return Against::No;
    }
    // "Manca solo il collaudo".
    let lacks =
        c.tags().any(Tags::LACK) && c.rest().iter().take(3).any(|token| token.tags.any(Tags::EXCEPTION));
    if lacks || c.take_listed(&lexicon::EXCEPTIONS) {
        return Against::Exception;
    }
    // "Nessuna richiesta è rimasta inevasa", "nessuna criticità".
    if c.tags().any(Tags::NONE) && c.rest().iter().any(|token| token.tags.any(Tags::LACKING.or(Tags::BAD))) {
        return Against::No;
    }
    // What is conceded takes nothing back.
    let conceding = ["seppur", "seppure", "sebbene", "benche", "pur", "nonostante"];
    let concession = c.take_listed(&lexicon::CONCEDED) || c.take_any(&conceding).is_some();
    let not_fully = |c: Cursor<'_>| {
        let mut c = c;
        c.take(Tags::NEGATION).is_some() && {
            c.take(Tags::ADVERB);
            fully(&mut c) || c.take(Tags::ALL).is_some()
        }
    };
    let narrows = partly(&mut { c }) || c.tags().any(Tags::EXCEPTION) || not_fully(c);
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
        let about_time = clause.from(0).has_listed(&lexicon::LATE);
        return if about_time || time(&mut after) && after.done() { Against::No } else { Against::Exception };
    }
    if !adversative {
        return Against::No;
    }
    if not_fully(c) {
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

/// "(Non si è tenuto) in aula bensì in modalità webinar": whether the words after a denied verdict say that it was done
/// all the same, in another way, place or time. A cause is none: "non per incuria ma per mancanza di fondi".
pub(super) fn otherwise(after: Cursor<'_>, next: Option<Cursor<'_>>) -> bool {
    let plain = |c: &Cursor<'_>| {
        let verbal = Tags::COPULA.or(Tags::HAVE).or(Tags::NEGATION).or(Tags::DEED).or(Tags::UNREAL);
        // "Modalità" ends as participles do.
        let says = |token: &Token<'_>| {
            token.verb.is_some()
                || token.participle && !token.accented
                || token.tags.any(verbal) && !is_conjunction(token)
        };
        !c.done()
            && !c.rest().iter().take(2).any(|token| token.tags.any(Tags::CAUSE))
            && !c.rest().iter().any(says)
            && !c.has_listed(&lexicon::STATUS_PHRASE)
    };
    let led = after.tags().any(Tags::PREPOSITION);
    let but = after.rest().iter().position(|token| token.tags.any(Tags::BUT));
    let (one, other) = match (but, next) {
        (Some(but), _) => {
            (Cursor { tokens: &after.tokens[..after.at + but], ..after }, after.from(after.at + but + 1))
        }
        (None, Some(next)) if next.tags().any(Tags::BUT) => (after, next.from(next.at + 1)),
        _ => return false,
    };
    led && plain(&one) && plain(&other)
}

/// Whether a clause begins with a number that narrows what was just said: "3 su 5", "50% degli atti".
pub(super) fn begins_with_share(clause: Cursor<'_>) -> bool {
    let mut c = clause;
    // "Raggiunto: 18/12/2021".
    if take_date(&mut { c }).is_some() {
        return false;
    }
    c.attempt(|c| {
        number(c).is_some_and(|n| match n.of_whole {
            true => {
                // "12 su 10" is more than all.
                n.percent.is_some_and(|percent| percent != Percent::WHOLE)
                    && (c.done()
                        || c.tags().any(Tags::SHARE.or(Tags::PREPOSITION))
                            && c.take_any(&["rispetto", "in"]).is_none())
            }
            false => c.take(Tags::SHARE).is_some() || c.take_kind(Kind::Slash).is_some(),
        })
    })
}
