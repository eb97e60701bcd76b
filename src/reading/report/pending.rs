// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is still to be done or under way: "resta da completare", "è ancora in corso", "la gara è andata deserta".
//!
//! Never here: what is planned anew ("nel 2022 sarà esteso").

use super::{end_of_phrase, is_auxiliary};
use crate::reading::clause::Clause;
use crate::reading::lexicon::{self, Tags};
use crate::reading::words::Kind;

/// "Resta da completare", "è ancora in corso", "la gara è andata deserta".
pub(super) fn pending(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tokens = clause.tokens;
    let before = &tokens[..at];
    let unstated = Tags::NEGATION.or(Tags::UNREAL);
    let meno = tokens.iter().any(|token| matches!(token.text, "necessita" | "esigenza" | "bisogno"));
    if meno || !tokens[at].tags.any(Tags::PENDING) || before.iter().any(|token| token.tags.any(unstated)) {
        return None;
    }
    let mut c = clause.cursor().from(at);
    c.take_listed(&lexicon::PENDING).then(|| end_of_phrase(c).min(c.at + 3))
}

/// "È da eseguire", "sono da istruire", "inventario da completare".
pub(super) fn to_be_done(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tokens = clause.tokens;
    let next = tokens.get(at + 1)?;
    if tokens[at].text != "da" || at == 0 {
        return None;
    }
    let before = &tokens[at - 1];
    let predicate = is_auxiliary(before) && matches!(before.text, "e" | "sono" | "resta" | "rimane")
        || before.text == "ancora";
    let finishing = matches!(
        next.text,
        "completare" | "ultimare" | "concludere" | "terminare" | "perfezionare" | "montare"
    );
    let held = matches!(next.text, "considerare" | "ritenere" | "dire" | "segnalare");
    let work = next.infinitive || next.tags.any(Tags::DEED_INFINITIVE);
    let unstated = Tags::DENIAL.or(Tags::UNREAL).or(Tags::CONDITION);
    let stated = !tokens[..at].iter().any(|token| token.tags.any(unstated)) && !held;
    // "Inventario da completare" says so only where nothing else is told.
    let alone = finishing && !clause.has(Tags::COPULA.or(Tags::HAVE)) && before.kind == Kind::Word;
    (stated && work && (predicate || alone)).then_some(at + 2)
}
