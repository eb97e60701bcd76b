// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was made up for afterwards, and what only tells how it was before: "inizialmente", "poi è stato completato".
//!
//! Never here: what was left undone (see the other files of this folder).

use crate::reading::clause::Clause;
use crate::reading::lexicon::{self, Tags, Verb};
use crate::reading::words::Token;

/// Whether a clause only tells what was before: "inizialmente", "fino a ottobre".
pub(super) fn is_background(clause: &Clause<'_>) -> bool {
    if clause.has(Tags::FIRST) || clause.before.any(Tags::FIRST) {
        return true;
    }
    let cursor = clause.cursor();
    (0..clause.tokens.len()).any(|at| cursor.from(at).take_listed(&lexicon::BACKGROUND))
}

/// Whether words tell that something was done after all.
pub(super) fn makes_up(tokens: &[Token<'_>]) -> bool {
    let then = |token: &Token<'_>| token.tags.any(Tags::THEN.or(Tags::RESUMED));
    let done = |token: &Token<'_>| {
        token.tags.any(Tags::DEED.or(Tags::RESUMED)) || token.verb == Some(Verb::Complete)
    };
    tokens.iter().any(then)
        && tokens.iter().any(done)
        && !tokens.iter().any(|token| token.tags.any(Tags::NEGATION.or(Tags::UNREAL)))
}
