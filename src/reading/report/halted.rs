// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was put off, suspended, prevented or called off: "la gara è stata rinviata", "è saltata la fornitura".
//!
//! Never here: what an office suspends, annuls and revokes as its work ("sospesi i termini di versamento").

use super::is_auxiliary;
use crate::reading::Status;
use crate::reading::clause::Clause;
use crate::reading::lexicon::{Tags, Verb};
use crate::reading::words::{Kind, Token};

/// "La mancanza di offerte ha impedito l'affidamento".
pub(super) fn prevented(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tokens = clause.tokens;
    if !tokens[at].tags.any(Tags::PREVENTED)
        || !tokens[..at].iter().rev().take(2).any(|token| token.tags.any(Tags::HAVE))
    {
        return None;
    }
    let denied = tokens[..at].iter().any(|token| token.tags.any(Tags::DENIAL));
    let what = tokens[at + 1..]
        .iter()
        .take(4)
        .position(|token| token.tags.any(Tags::DEED_NOUN.or(Tags::DEED_INFINITIVE).or(Tags::PLANNED)))?;
    (!denied).then_some(at + 2 + what)
}

/// "La gara è stata rinviata", "sospesi i lavori", of what was planned.
pub(super) fn put_off(clause: &Clause<'_>, at: usize, next: Option<&Clause<'_>>) -> Option<usize> {
    use Status::{Cancelled, Postponed, Suspended};
    let tokens = clause.tokens;
    let Some(Verb::Plain(Suspended | Postponed | Cancelled)) = tokens[at].verb else { return None };
    let before = &tokens[at.saturating_sub(10)..at];
    let after = &tokens[at + 1..];
    let changes = Tags::NEGATION.or(Tags::DENIAL).or(Tags::UNREAL).or(Tags::RELATIVE).or(Tags::PREPOSITION);
    if before.iter().rev().take(4).any(|token| token.tags.any(changes) && token.text != "a")
        && !is_copula_near(before)
    {
        return None;
    }
    if before.iter().any(|token| token.tags.any(Tags::DENIAL.or(Tags::UNREAL))) || has_resumed(clause, at) {
        return None;
    }
    // What these are said of is hardly ever anything but work that was planned; "eliminate", "revocate" are work themselves.
    let halts = tokens[at].tags.any(Tags::HALTED);
    let around = || before.iter().chain(after.iter().take(4));
    if around().any(|token| token.tags.any(Tags::OFFICIAL.or(Tags::BAD))) {
        return None;
    }
    let noun = |token: &Token<'_>| token.kind == Kind::Word && token.text.is_empty() && !token.participle;
    let planned = |token: &Token<'_>| {
        token.tags.any(Tags::PLANNED) && token.text != "prima"
            || halts && (noun(token) || token.tags.any(Tags::DEED_NOUN))
    };
    let subject_before = before.iter().any(planned);
    let subject_after = after.iter().take(4).any(planned);
    let opens = at == 0 || is_copula_near(before);
    let stands = match (subject_before, subject_after) {
        // "Lavori sospesi", or an account that goes on with another verb: "i lavori sospesi nel 2020 sono ripresi".
        (true, _) => is_copula_near(before) || (before.len() <= 6 && !after.iter().any(is_auxiliary)),
        // What comes after the participle must be known to be planned: "interrotte le situazioni di pericolo" is a deed.
        (false, true) => opens && after.iter().take(4).any(|token| token.tags.any(Tags::PLANNED)),
        (false, false) => false,
    };
    // "… ma già a maggio si è ricominciato".
    let to_court = after.iter().take(3).any(|token| token.text == "giudizio");
    let stands = stands && !to_court && !clause.tokens.iter().any(|token| token.text == "intende");
    let but = after.iter().any(|token| token.tags.any(Tags::BUT))
        || next.is_some_and(|next| !next.first && next.tokens[0].tags.any(Tags::BUT));
    (stands && !but).then_some(at + 1)
}

/// "È saltata", "ha omesso", "la fornitura è sfumata".
pub(super) fn undoing(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tokens = clause.tokens;
    let before = &tokens[..at];
    let unstated = Tags::DENIAL.or(Tags::UNREAL).or(Tags::CONDITION);
    let opens = at == 0 && tokens.get(1).is_some_and(|next| next.tags.any(Tags::ARTICLE));
    let stands = tokens[at].tags.any(Tags::UNDOING)
        && (opens || before.iter().rev().take(3).any(|token| is_auxiliary(token) && token.text != "da"))
        && !before.iter().any(|token| token.tags.any(unstated))
        && !tokens[at..].iter().any(|token| token.tags.any(Tags::BUT));
    stands.then_some(at + 1)
}

fn is_copula_near(before: &[Token<'_>]) -> bool {
    before
        .iter()
        .rev()
        .take(4)
        .any(|token| is_auxiliary(token) && !token.tags.any(Tags::ARTICLE) && token.text != "da")
}

fn has_resumed(clause: &Clause<'_>, at: usize) -> bool {
    clause.tokens[at..].iter().any(|token| token.tags.any(Tags::RESUMED))
}
