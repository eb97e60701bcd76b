// SPDX-License-Identifier: AGPL-3.0-or-later
//! What one clause states of the objective as a whole: a verdict, a number, a label, an answer, or nothing that is read.
//!
//! A verdict is found by its participle, and stands only if what it is about, what denies it and what is said beside it
//! are understood: "non completato nella pubblicazione del registro" goes on about a part, and is none. Never here: what
//! stands beside the clause (see `outcome`), and what is told of single deeds (see `report`).

use crate::plan::{Bands, Percent};

use super::clause::{Cursor, hull};
use super::label::{degree_phrase, label};
use super::lexicon::{self, Tags};
use super::nominal::{achievement, decision, failure, infinitive, unmeasurable};
use super::number::{Number, number};
use super::predicate::{fully, partly, predication};
use super::prefix::may_begin;
use super::share::{none_of, share_of_objectives};
use super::{Confidence, Span, Status, degree};

/// What a clause says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Said {
    /// How it went.
    Verdict(Verdict),
    /// "Grado di realizzazione: 80%"; whether it is of achievement, and so a verdict in numbers.
    Degree(Percent, Span, bool),
    /// "Grado di realizzazione", with its number to follow: whether that is a degree even without a percent sign, and
    /// whether it is of achievement.
    Label(Span, bool, bool),
    /// A number alone.
    Number(Number, Span),
    /// "In parte", alone.
    Partly(Span),
    /// "Sì", alone.
    Yes(Span),
    /// "No", alone.
    No(Span),
    /// Nothing that is read.
    Nothing,
}

/// What a verdict is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum About {
    /// It does not say: "raggiunto".
    Unsaid,
    /// A thing of its own name: "il corso".
    Thing,
    /// The one thing of the row by a general word: "il progetto".
    General,
    /// The objective itself.
    Objective,
}

/// A verdict as one clause states it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Verdict {
    pub status: Status,
    /// The degree it states along with it.
    pub number: Option<Percent>,
    pub span: Span,
    pub about: About,
    /// The number by which it tells what it is about from others: "obiettivo 1".
    pub which: Option<u32>,
    /// Whether what it is about opens lists: "risultati raggiunti".
    pub heading: bool,
    /// Whether it says that the target was surpassed.
    pub beyond: bool,
    pub confidence: Confidence,
}

impl Verdict {
    /// What a number or an answer says, about nothing by name.
    pub fn plain(status: Status, span: Span) -> Self {
        let (number, about, which, confidence) = (None, About::Unsaid, None, Confidence::Stated);
        Self { status, number, span, about, which, heading: false, beyond: false, confidence }
    }

    /// The verdict with a number that stands beside it; `None` where the two do not go together.
    pub fn with(self, number: Number, span: Span) -> Option<Self> {
        let percent = number.percent.filter(|_| number.of_whole)?;
        let status = match self.status {
            _ if self.number.is_some() => return (self.number == Some(percent)).then_some(self),
            Status::Achieved => literal(percent),
            Status::PartiallyAchieved if literal(percent) == Status::PartiallyAchieved => self.status,
            Status::NotAchieved if percent == Percent::ZERO => self.status,
            Status::InProgress => self.status,
            _ => return None,
        };
        Some(Self { status, number: Some(percent), span: hull(self.span, span), ..self })
    }

    /// The verdict with "in parte" beside it.
    pub fn in_part(self, span: Span) -> Option<Self> {
        let achieved = self.status == Status::Achieved && self.number.is_none();
        achieved.then(|| Self { status: Status::PartiallyAchieved, span: hull(self.span, span), ..self })
    }

    /// The verdict less what an exception takes away.
    pub fn except(self) -> Option<Self> {
        match self.status {
            Status::Achieved if self.number.is_none() => {
                Some(Self { status: Status::PartiallyAchieved, confidence: Confidence::Inferred, ..self })
            }
            Status::Achieved => None,
            _ => Some(self),
        }
    }

    /// The verdict with "no" as an answer.
    pub fn denied(self, span: Span) -> Option<Self> {
        let achieved = self.status == Status::Achieved && self.number.is_none();
        achieved.then(|| Self { status: Status::NotAchieved, span: hull(self.span, span), ..self })
    }
}

/// What a number says in words, whatever the method: 100 achieved, 0 not.
pub(super) fn literal(percent: Percent) -> Status {
    degree::judge(percent, &Bands::LITERAL)
}

/// Longer clauses state no verdict; so the work for each is bounded.
const LONGEST: usize = 90;

/// What a clause says.
pub(super) fn said(clause: Cursor<'_>) -> Said {
    if clause.done() || clause.tokens.len() > LONGEST {
        return Said::Nothing;
    }
    alone(clause)
        .or_else(|| verdict(clause).map(Said::Verdict))
        .or_else(|| label(clause))
        .unwrap_or(Said::Nothing)
}

/// A number, an answer or "in parte", and nothing else.
fn alone(clause: Cursor<'_>) -> Option<Said> {
    let mut c = clause;
    let said: fn(Span) -> Said = if c.take(Tags::YES).is_some() {
        Said::Yes
    } else if c.take(Tags::NO).is_some() {
        Said::No
    } else if partly(&mut c) || (c.take(Tags::NEGATION).is_some() && fully(&mut c)) {
        c.take(Tags::YES);
        Said::Partly
    } else {
        let (number, _) = degree_phrase(&mut c).filter(|(_, exact)| *exact).or_else(|| {
            c = clause;
            Some((number(&mut c)?, true))
        })?;
        return c.done().then(|| Said::Number(number, c.span_from(clause.at)));
    };
    c.done().then(|| said(c.span_from(clause.at)))
}

/// The verdict of a clause, from wherever in it one begins.
pub(super) fn verdict(clause: Cursor<'_>) -> Option<Verdict> {
    // What all the words of it can be together: a rule whose word is not there need not be asked anywhere.
    let (mut has, mut begins, mut says) = (Tags::default(), 0, false);
    for token in clause.rest() {
        has = has.or(token.tags);
        begins |= token.begins;
        says |= token.verb.is_some();
    }
    if !says && !has.any(Tags::PIVOT) && !lexicon::begins_verdict(begins) {
        return None;
    }
    let achievement_named = has.any(Tags::ACHIEVEMENT.or(Tags::LABEL_OF));
    let decided =
        [lexicon::STATUS_INFINITIVE, lexicon::STATUS_NOUN].iter().any(|kind| kind.may_begin(begins));
    let measured = has.any(Tags::MEASURE);
    if let Some(share) = share_of_objectives(clause).or_else(|| none_of(clause)) {
        return Some(share);
    }
    // No verdict begins with a word that is not known.
    let begins = |&at: &usize| clause.tokens[at].is_known() && may_begin(clause.tokens, at);
    (clause.at..clause.tokens.len()).filter(begins).find_map(|at| {
        let from = clause.from(at);
        let prefix = &clause.tokens[clause.at..at];
        let named = if achievement_named { achievement(from, prefix) } else { None };
        named
            .or_else(|| failure(from))
            .or_else(|| infinitive(from, prefix))
            .or_else(|| if decided { decision(from, prefix) } else { None })
            .or_else(|| if measured { unmeasurable(from, prefix) } else { None })
            .or_else(|| predication(from, prefix))
    })
}
