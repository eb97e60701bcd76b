// SPDX-License-Identifier: AGPL-3.0-or-later
//! What an account of deeds reports as undone: not done, not yet, in part, put off, and not made up for afterwards.
//!
//! Only words known to be of work count, so that what is not understood is silent. The files part what there is to report:
//! `denied`, `pending`, `halted` and `share`; `overcome` says what of it was made up for. Linear in the length of the text.
//! Never here: a verdict on the whole (see `verdict`).

mod denied;
mod halted;
mod overcome;
mod pending;
mod share;

use super::Span;
use super::clause::{Clause, Cursor};
use super::lexicon::{Tags, Verb};
use super::predicate::is_conjunction;
use super::words::{Break, Token};
use denied::{denied, failed, none_done, not_this_one};
use halted::{prevented, put_off, undoing};
use overcome::{is_background, makes_up};
use pending::{pending, to_be_done};
use share::in_part;

/// The words that report something undone, where the text leaves it so.
///
/// `tells` says of the clause at a place whether it tells of deeds: one that states a verdict or quotes somebody does not.
pub(super) fn undone(clauses: &[Clause<'_>], tells: &dyn Fn(usize) -> bool) -> Option<Span> {
    let mut made_up_for = None;
    clauses.iter().enumerate().filter(|(at, _)| tells(*at)).find_map(|(at, clause)| {
        let (from, to) = reported(clause, clauses.get(at + 1))?;
        let supposed =
            clause.before.any(Tags::HYPOTHESIS) || matches!(clause.tokens[0].text, "indicare" | "legenda");
        if clause.right == Some(Break::Question) || supposed || is_background(clause) {
            return None;
        }
        // Looked for once: the last clause that tells of something made up for is the same for all.
        let last =
            *made_up_for.get_or_insert_with(|| clauses.iter().rposition(|clause| makes_up(clause.tokens)));
        let later = last.is_some_and(|last| last > at) || makes_up(&clause.tokens[to..]);
        (!later).then(|| Span { start: clause.tokens[from].span.start, end: clause.tokens[to - 1].span.end })
    })
}

/// The tokens of a clause that report something undone: from the first up to and without the last.
fn reported(clause: &Clause<'_>, next: Option<&Clause<'_>>) -> Option<(usize, usize)> {
    let tokens = clause.tokens;
    // What stands before, as far as it changes what is said.
    let (mut condition, mut relative) = (None, None);
    for (at, token) in tokens.iter().enumerate() {
        let tags = token.tags;
        // "… che non ha ancora consegnato gli elaborati" tells of more than which.
        let not_yet = tags.any(Tags::NEGATION)
            && tokens[at..].iter().take(4).any(|token| matches!(token.text, "ancora" | "yet"));
        let described = relative.is_some_and(|relative| at - relative <= 3) && !not_yet;
        let subordinate = condition.is_some() || described;
        if !subordinate {
            let never = matches!(token.text, "mai" | "never")
                && (at == 0 || !tokens[at - 1].tags.any(Tags::NEGATION));
            let found = if tags.any(Tags::NEGATION) || never {
                denied(clause, at, next)
            } else if tags.any(Tags::NONE) {
                none_done(clause, at)
            } else if tags.any(Tags::FAILED) {
                failed(clause, at)
            } else {
                None
            };
            let found = found
                .or_else(|| not_this_one(clause, at))
                .or_else(|| prevented(clause, at))
                .or_else(|| pending(clause, at))
                .or_else(|| undoing(clause, at))
                .or_else(|| to_be_done(clause, at))
                .or_else(|| put_off(clause, at, next))
                .or_else(|| in_part(clause, at));
            if let Some(to) = found {
                return Some((at, to));
            }
        }
        let causal = matches!(token.text, "perche" | "because")
            || token.text == "quanto" && at > 0 && tokens[at - 1].text == "in";
        if tags.any(Tags::CONDITION) && !causal {
            condition = Some(at);
        } else if tags.any(Tags::COPULA)
            && !tags.any(Tags::AND)
            && condition.is_some_and(|condition| at > condition + 12)
        {
            // A condition does not reach over a whole long sentence without signs.
            condition = None;
        }
        if tags.any(Tags::RELATIVE) {
            relative = Some(at);
        }
    }
    None
}

/// Whether a word tells of work, so that denying it reports a failure.
fn is_work(token: &Token<'_>) -> bool {
    token.tags.any(Tags::DEED.or(Tags::REMEDY))
        || matches!(
            token.verb,
            Some(Verb::Achieve | Verb::Complete | Verb::Do | Verb::Reach | Verb::Conclude)
        )
}

fn is_auxiliary(token: &Token<'_>) -> bool {
    token.tags.any(Tags::COPULA.or(Tags::HAVE)) && !is_conjunction(token)
}

/// Over the few words that say what: "possibile dare corso al ricondizionamento".
fn end_of_phrase(from: Cursor<'_>) -> usize {
    let more =
        from.rest().iter().take(6).take_while(|token| !token.tags.any(Tags::AND) || token.accented).count();
    from.at + more
}
