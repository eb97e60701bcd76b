// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was done of a part only: "realizzati solo in parte".
//!
//! Never here: how something was done ("in parte con fondi propri, in parte con un mutuo").

use super::{is_auxiliary, is_work};
use crate::reading::clause::Clause;
use crate::reading::lexicon::{self, Tags};
use crate::reading::words::Token;

/// "Realizzati solo in parte", "parzialmente completata".
pub(super) fn in_part(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tokens = clause.tokens;
    let token = &tokens[at];
    let mut c = clause.cursor().from(at);
    let is_done = |token: &Token<'_>| is_work(token) && token.verb.is_some() | token.tags.any(Tags::DEED);
    if is_done(token) {
        c.at += 1;
        let from = c.at;
        let partly = c.take_listed(&lexicon::PARTLY);
        if !partly || tokens[at..].iter().any(|token| token.tags.any(Tags::CONDITION)) {
            return None;
        }
        // "In parte con fondi propri, in parte …" tells how, not how far.
        let how = c.at == from + 2 && c.tags().any(Tags::PREPOSITION);
        return (partly && !how && tokens[from].text != "quasi").then_some(c.at);
    }
    let partly = c.take_listed(&lexicon::PARTLY);
    let defined = || tokens[at..].iter().any(|token| token.tags.any(Tags::CONDITION));
    let stands =
        partly && !defined() && c.token().is_some_and(is_done) && (at == 0 || is_auxiliary(&tokens[at - 1]));
    stands.then_some(c.at + 1)
}
