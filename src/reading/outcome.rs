// SPDX-License-Identifier: AGPL-3.0-or-later
//! The explicit verdict and the explicit number of an outcome text, each with the words that state it.
//!
//! The text is parted into clauses, each is read by itself (see `phrase`), and its neighbours decide whether it stands:
//! "se raggiunto", "raggiunto, salvo …" and "non è stato, per mancanza di fondi, raggiunto" state nothing. Linear in
//! the length of the text. Never here: a guess. Verdicts that contradict each other leave the verdict unknown, numbers
//! that differ leave the number unknown.

use crate::plan::Percent;

use super::number::number;
use super::phrase::{Cursor, Said, Verdict, begins_with_share, hull, is_exception, said};
use super::words::{Break, Kind, Token, tokens};
use super::{OutcomeReading, Span, Status};

/// What an outcome text says by itself.
///
/// ```
/// use traguardi::reading::{Status, outcome};
/// let reading = outcome("Raggiunto al 50% - per il miglioramento vedere la relazione");
/// assert_eq!(reading.verdict.map(|(status, _)| status), Some(Status::PartiallyAchieved));
/// assert_eq!(reading.number.map(|(percent, _)| percent.value()), Some(50.0));
/// assert_eq!(outcome("Approvato il regolamento (obiettivo strategico 2022)").verdict, None);
/// ```
pub fn outcome(text: &str) -> OutcomeReading {
    let tokens = tokens(text);
    if let Some(number) = whole_number(&tokens) {
        return OutcomeReading { verdict: None, number: Some(number) };
    }
    let clauses = clauses(&tokens);
    let mut verdicts = Agreed::default();
    let mut numbers = Agreed::default();
    for at in 0..clauses.len() {
        match clauses[at].said {
            Said::Verdict(verdict) => {
                if let Some(verdict) = stands(&clauses, at, verdict) {
                    verdicts.add(verdict.status, verdict.span);
                    if let Some(percent) = verdict.number {
                        numbers.add(percent, verdict.span);
                    }
                }
            }
            Said::Degree(percent, span) => numbers.add(percent, span),
            Said::Label(label, bare) => {
                if let Some(Clause { said: Said::Number(n, span), left, .. }) = clauses.get(at + 1)
                    && (n.of_hundred || bare)
                    && matches!(left, Some(Break::Colon | Break::Dash | Break::Open))
                    && let Some(percent) = n.percent
                {
                    numbers.add(percent, hull(label, *span));
                }
            }
            _ => {}
        }
    }
    // A number that came with contradicted verdicts is as doubtful as they are.
    let number = if verdicts.contradicted { None } else { numbers.agreed() };
    OutcomeReading { verdict: verdicts.agreed(), number }
}

/// The number that is the whole text.
fn whole_number(tokens: &[Token<'_>]) -> Option<(Percent, Span)> {
    let stop = |kind| matches!(kind, Kind::Break(Break::Stop | Break::LineEnd));
    let last = tokens.iter().rposition(|token| !stop(token.kind))?;
    let mut cursor = Cursor::new(&tokens[..=last]);
    let percent = number(&mut cursor)?.percent?;
    let span = Span { start: tokens[0].span.start, end: tokens[last].span.end };
    cursor.done().then_some((percent, span))
}

/// The first of several readings that all say the same.
struct Agreed<T> {
    first: Option<(T, Span)>,
    contradicted: bool,
}

impl<T> Default for Agreed<T> {
    fn default() -> Self {
        Self { first: None, contradicted: false }
    }
}

impl<T: PartialEq> Agreed<T> {
    fn add(&mut self, value: T, span: Span) {
        match &self.first {
            None => self.first = Some((value, span)),
            Some((first, _)) => self.contradicted |= *first != value,
        }
    }

    fn agreed(self) -> Option<(T, Span)> {
        self.first.filter(|_| !self.contradicted)
    }
}

/// A clause, what it says by itself, and what its neighbours must know of it.
struct Clause<'w> {
    said: Said,
    /// The sign before it; `None` at the start of the text.
    left: Option<Break>,
    /// The sign after it; `None` at the end of the text.
    right: Option<Break>,
    /// Whether the words before it in its sentence deny something.
    after_negation: bool,
    /// Whether the words before it in its sentence set a condition.
    after_condition: bool,
    /// Whether its last word cannot end a clause.
    dangles: bool,
    /// Its tokens.
    tokens: Cursor<'w>,
    begins_with_number: bool,
}

/// Parts a text into clauses that are not empty.
fn clauses<'w>(tokens: &'w [Token<'w>]) -> Vec<Clause<'w>> {
    let mut clauses: Vec<Clause<'_>> = Vec::new();
    let (mut negation, mut condition) = (false, false);
    let mut left = None;
    let mut at = 0;
    while at < tokens.len() {
        if let Kind::Break(sign) = tokens[at].kind {
            // Of several signs in a row, one that ends a sentence counts most, else the last.
            if !left.is_some_and(ends_sentence) {
                left = Some(sign);
            }
            if ends_sentence(sign) {
                (negation, condition) = (false, false);
            }
            at += 1;
            continue;
        }
        let is_break = |kind| matches!(kind, Kind::Break(_));
        let end = tokens[at..].iter().position(|t| is_break(t.kind)).map_or(tokens.len(), |n| at + n);
        let cursor = Cursor::new(&tokens[at..end]);
        clauses.push(Clause {
            said: said(cursor),
            // A sign before the first clause (a bullet, a bracket) parts it from nothing.
            left: left.filter(|_| !clauses.is_empty()),
            right: tokens.get(end).and_then(|token| match token.kind {
                Kind::Break(sign) => Some(sign),
                _ => None,
            }),
            after_negation: negation,
            after_condition: condition,
            dangles: tokens[end - 1].class.dangling,
            tokens: cursor,
            begins_with_number: tokens[at].kind == Kind::Number,
        });
        for token in &tokens[at..end] {
            negation |= token.class.negation;
            condition |= token.class.condition;
        }
        left = None;
        at = end;
    }
    clauses
}

fn ends_sentence(sign: Break) -> bool {
    matches!(sign, Break::Stop | Break::Question | Break::LineEnd)
}

/// The verdict of a clause as its neighbours leave it; `None` where they leave none.
fn stands(clauses: &[Clause<'_>], at: usize, verdict: Verdict) -> Option<Verdict> {
    let before = at.checked_sub(1).map(|before| &clauses[before]);
    if !stands_after(&clauses[at], before, &verdict) {
        return None;
    }
    let verdict = match before {
        // "100% - raggiunto".
        Some(&Clause { said: Said::Number(n, span), .. }) if n.of_hundred => verdict.with(n, span)?,
        _ => verdict,
    };
    let asked = clauses[at].right == Some(Break::Question);
    match clauses.get(at + 1) {
        None => (!asked).then_some(verdict),
        Some(next) => stands_before(&clauses[at], next, clauses.get(at + 2), verdict, asked),
    }
}

/// Whether a verdict stands after the clause before it.
fn stands_after(clause: &Clause<'_>, before: Option<&Clause<'_>>, verdict: &Verdict) -> bool {
    let (Some(sign), Some(before)) = (clause.left, before) else {
        return true;
    };
    let introduced = matches!(before.said, Said::Label(..) | Said::Number(..) | Said::Yes(_));
    if ends_sentence(sign) {
        return verdict.head || introduced || !before.dangles;
    }
    let free = !clause.after_condition && !before.dangles;
    match sign {
        Break::Minus => false,
        _ if verdict.head => free,
        Break::Colon => introduced || (free && !clause.after_negation),
        // Between two dashes it is an aside: "il progetto - sospeso - è ripreso".
        Break::Dash => introduced || (free && !clause.after_negation && clause.right != Some(Break::Dash)),
        // "1) Raggiunto".
        Break::Close => introduced,
        _ => false,
    }
}

/// The verdict with the clause after it.
fn stands_before(
    clause: &Clause<'_>,
    next: &Clause<'_>,
    then: Option<&Clause<'_>>,
    verdict: Verdict,
    asked: bool,
) -> Option<Verdict> {
    let heading = verdict.heading && matches!(clause.right, Some(Break::Colon | Break::LineEnd));
    match next.said {
        // "Raggiunto: sì / no" is a form that nobody filled in.
        Said::Yes(_) | Said::No(_) if then.is_some_and(|c| matches!(c.said, Said::Yes(_) | Said::No(_))) => {
            None
        }
        Said::Yes(span) => Some(Verdict { span: hull(verdict.span, span), ..verdict }),
        Said::No(span) => verdict.denied(span),
        _ if asked || heading => None,
        Said::Partly(span) => verdict.in_part(span),
        Said::Number(..) if next.left == Some(Break::Minus) => None,
        Said::Number(n, span) if n.of_hundred => verdict.with(n, span),
        Said::Number(..) => (verdict.status != Status::Achieved).then_some(verdict),
        _ if verdict.status != Status::Achieved || clause.right.is_some_and(ends_sentence) => Some(verdict),
        _ if is_exception(next.tokens) || begins_with_share(next.tokens) => None,
        _ if next.begins_with_number && clause.right == Some(Break::Colon) => None,
        _ => Some(verdict),
    }
}
