// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the words of an outcome say, and what decides the degree of achievement of an objective.
//!
//! Never here: a guess. Where a text states neither a verdict nor a number, nothing was stated. Never a figure over
//! several objectives (see `statistics`), never a word in a language of the page (see `locale`).

mod achieved;
mod against;
mod clause;
mod date;
mod degree;
mod form;
mod indicator;
mod label;
mod lexicon;
mod loose;
mod nominal;
mod number;
mod outcome;
mod participle;
pub mod people;
mod predicate;
mod prefix;
mod read;
mod report;
mod share;
mod stand;
mod state;
mod subject;
mod tail;
mod thing;
mod timing;
mod verdict;
mod words;

pub(crate) use achieved::{pack, unpack};
pub use date::Date;
pub use degree::{Cases, achievements, decide_all, decide_facts, is_not_planned, judge};
pub use indicator::{
    Better, Deadline, IndicatorReading, Sign, StandsIn, Target, Unit, Value, When, degree_from_indicators,
};
pub use outcome::{outcome, outcome_in};

use borsh::{BorshDeserialize, BorshSerialize};

use crate::list::Item;
use crate::plan::{Objective, Percent, Plan, Year};
use crate::progress;

/// How an objective went. The names are those of every output ([`Status::code`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
#[repr(u8)]
pub enum Status {
    /// Achieved.
    Achieved,
    /// Achieved in part.
    PartiallyAchieved,
    /// Not achieved.
    NotAchieved,
    /// Suspended: counted apart, without a degree.
    Suspended,
    /// Postponed to a later year.
    Postponed,
    /// Cancelled.
    Cancelled,
    /// Still in progress.
    InProgress,
    /// Cannot be measured.
    NotMeasurable,
    /// Nothing stated.
    NotStated,
}

impl Status {
    /// Every status, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::Achieved,
        Self::PartiallyAchieved,
        Self::NotAchieved,
        Self::Suspended,
        Self::Postponed,
        Self::Cancelled,
        Self::InProgress,
        Self::NotMeasurable,
        Self::NotStated,
    ];

    /// The name in files, figures and handles.
    pub fn code(self) -> &'static str {
        match self {
            Self::Achieved => "achieved",
            Self::PartiallyAchieved => "partially_achieved",
            Self::NotAchieved => "not_achieved",
            Self::Suspended => "suspended",
            Self::Postponed => "postponed",
            Self::Cancelled => "cancelled",
            Self::InProgress => "in_progress",
            Self::NotMeasurable => "not_measurable",
            Self::NotStated => "not_stated",
        }
    }

    /// The status of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// A part of a text, in Unicode scalar values: from `start` up to and without `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Span {
    /// The first character of it.
    pub start: u32,
    /// One past its last character.
    pub end: u32,
}

impl Span {
    /// The bytes of the text that it is a part of; what is beyond the end of that is nothing.
    pub fn bytes(self, text: &str) -> std::ops::Range<usize> {
        let byte = |at: u32| text.char_indices().nth(at as usize).map_or(text.len(), |(byte, _)| byte);
        byte(self.start)..byte(self.end.max(self.start))
    }

    /// The part itself.
    pub fn of(self, text: &str) -> &str {
        text.get(self.bytes(text)).unwrap_or_default()
    }

    /// The part with so many characters on either side of it, in whole words: what is before, the part, what is after.
    pub fn within(self, text: &str, around: u32) -> [String; 3] {
        let from = Span { start: self.start.saturating_sub(around), end: self.start };
        let to = Span { start: self.end, end: self.end.saturating_add(around) };
        let (mut before, mut after) = (from.of(text), to.of(text));
        let (begins, ends) = (from.start == 0, to.bytes(text).end == text.len());
        if !begins {
            before = before.split_once(' ').map_or(before, |(_, words)| words);
        }
        if !ends {
            after = after.rsplit_once(' ').map_or(after, |(words, _)| words);
        }
        let more = |is_all: bool| if is_all { "" } else { "…" };
        [format!("{}{before}", more(begins)), self.of(text).to_owned(), format!("{after}{}", more(ends))]
    }
}

/// How sure a reading is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Confidence {
    /// The words state it.
    #[default]
    Stated,
    /// It follows from the words by a step: an exception taken away, a slip of the fingers put right, a share computed.
    Inferred,
}

impl Confidence {
    /// The name in files and handles.
    pub fn code(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Inferred => "inferred",
        }
    }
}

/// Whether something was done in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Timeliness {
    /// In its time.
    OnTime,
    /// Before it.
    Early,
    /// After it.
    Late,
}

impl Timeliness {
    /// The name in files and handles.
    pub fn code(self) -> &'static str {
        match self {
            Self::OnTime => "on_time",
            Self::Early => "early",
            Self::Late => "late",
        }
    }
}

/// A verdict as a text states it.
#[derive(Debug, Clone, Copy, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct StatedVerdict {
    /// How it went.
    pub status: Status,
    /// The words that state it.
    pub span: Span,
    /// Whether they say that the target was surpassed.
    pub beyond: bool,
    /// How sure it is.
    pub confidence: Confidence,
}

/// What an outcome text says by itself, whatever the columns say.
#[derive(Debug, Clone, Copy, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct OutcomeReading {
    /// The verdict it states of the objective as a whole.
    pub verdict: Option<StatedVerdict>,
    /// The degree it states as a number, with the words that state it.
    pub number: Option<(Percent, Span)>,
    /// How sure that number is: "98,71/100" states it, from "154 su 157" it is computed. What follows is only read where
    /// it is stated.
    pub number_confidence: Confidence,
    /// Whether it says that it was done in time.
    pub timeliness: Option<(Timeliness, Span)>,
    /// When it says that it was done: the last date of several.
    pub completed: Option<(Date, Span)>,
    /// The words that report something planned as not done, not yet done or put off, and not made up for.
    pub undone: Option<Span>,
}

impl OutcomeReading {
    /// The same, of a text that stands so many characters further on.
    fn shifted(mut self, by: u32) -> Self {
        let shift = |span: &mut Span| *span = Span { start: span.start + by, end: span.end + by };
        self.verdict.iter_mut().for_each(|verdict| shift(&mut verdict.span));
        self.number.iter_mut().for_each(|(_, span)| shift(span));
        self.timeliness.iter_mut().for_each(|(_, span)| shift(span));
        self.completed.iter_mut().for_each(|(_, span)| shift(span));
        self.undone.iter_mut().for_each(shift);
        self
    }
}

/// What the texts of one objective say, whatever its columns say.
#[derive(Debug, Clone, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct ObjectiveReading {
    /// Its outcome.
    pub outcome: OutcomeReading,
    /// Its indicators, in their order.
    pub indicators: Vec<IndicatorReading>,
    /// The deadlines that it states: those of its indicators in their order, its own last.
    pub deadlines: Vec<(StandsIn, Deadline)>,
}

impl Item for ObjectiveReading {}

/// Reads the texts of an objective, in a plan of a year.
pub fn read(objective: &Objective, year: Option<Year>) -> ObjectiveReading {
    let (indicators, deadlines) = indicator::indicators(objective);
    ObjectiveReading { outcome: outcome_in(&objective.outcome, year), indicators, deadlines }
}

/// Reads the texts of every objective of a plan, in its order.
pub fn read_all(plan: &Plan) -> Vec<ObjectiveReading> {
    read_where(plan, |_| true, Vec::new())
}

/// Reads the texts of a plan that came of another one, of which this was read. Only those that are others are read again.
pub fn read_anew(plan: &Plan, before: &Plan, known: &[ObjectiveReading]) -> Vec<ObjectiveReading> {
    let is_same_year = plan.header.year == before.header.year;
    let mut known = known.iter().zip(before.objectives.iter()).filter(|_| is_same_year);
    let read_one = |objective: &Objective| match known.next() {
        Some((reading, before)) if reads_alike(objective, before) => reading.clone(),
        _ => read(objective, plan.header.year),
    };
    plan.objectives.iter().map(read_one).collect()
}

/// Whether two objectives have the same texts, as far as these are read.
pub fn reads_alike(a: &Objective, b: &Objective) -> bool {
    (&a.outcome, &a.indicators, &a.deadline) == (&b.outcome, &b.indicators, &b.deadline)
}

/// Reads only those texts that decide how an objective went, under whichever method: of the objectives whose degree no
/// column states. For the others stands a reading that says nothing, until [`read_others`].
pub fn read_deciding(plan: &Plan) -> Vec<ObjectiveReading> {
    read_where(plan, decides, Vec::new())
}

/// Reads what [`read_deciding`] left.
pub fn read_others(plan: &Plan, deciding: Vec<ObjectiveReading>) -> Vec<ObjectiveReading> {
    read_where(plan, |objective| !decides(objective), deciding)
}

/// Whether the texts of an objective may decide how it went.
pub(crate) fn decides(objective: &Objective) -> bool {
    objective.degree.is_none()
}

/// Reads the texts of these objectives; those of the others are read, or stay unread.
fn read_where(
    plan: &Plan,
    is_wanted: fn(&Objective) -> bool,
    mut readings: Vec<ObjectiveReading>,
) -> Vec<ObjectiveReading> {
    let (all, year) = (plan.objectives.len(), plan.header.year);
    readings.resize_with(all, ObjectiveReading::default);
    for ((reading, objective), n) in readings.iter_mut().zip(plan.objectives.iter()).zip(1..) {
        progress::tell(true, n, all, n);
        if is_wanted(objective) {
            *reading = read(objective, year);
        }
    }
    readings
}

/// What decided a degree of achievement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum ReadFrom {
    /// A column or key that states the objective's own degree.
    DegreeColumn,
    /// A number in the outcome text.
    NumberInText,
    /// A verdict in the outcome text.
    Wording,
    /// The indicators: what was expected against what came of it.
    Indicators,
    /// The staff percentage, as a stand-in.
    StaffPercent,
    /// The word of the user, instead of what was read.
    Correction,
}

impl ReadFrom {
    /// The name in files and handles.
    pub fn code(self) -> &'static str {
        match self {
            Self::DegreeColumn => "degree column",
            Self::NumberInText => "percentage in the outcome text",
            Self::Wording => "wording",
            Self::Indicators => "indicators",
            Self::StaffPercent => "staff percentage",
            Self::Correction => "correction",
        }
    }
}

/// How an objective went under a method, and what decided it.
#[derive(Debug, Clone, Copy, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Achievement {
    /// How it went.
    pub status: Status,
    /// Its degree; `None` where nothing states one.
    pub degree: Option<Percent>,
    /// What decided; `None` where nothing did.
    pub read_from: Option<ReadFrom>,
    /// The words of the outcome text that decided, where words did.
    pub evidence: Option<Span>,
    /// How it counts in figures, and why otherwise than stated, where the method has it so.
    pub counted: Counted,
    /// Whether the user overruled anything that was read of it: how it went, or where it belongs.
    pub corrected: bool,
}

/// How an objective counts in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Counted {
    /// As its document states how it went.
    AsStated,
    /// As not achieved, with degree 0, which the document does not say.
    AsZero(Reason),
    /// Not at all. The status and the degree are those stated; the figures say how many are left out.
    LeftOut(Reason),
}

impl Counted {
    /// The name in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::AsStated => "as_stated",
            Self::AsZero(_) => "as_zero",
            Self::LeftOut(_) => LEFT_OUT,
        }
    }

    /// Whether it counts at all.
    pub fn is_left_out(self) -> bool {
        matches!(self, Self::LeftOut(_))
    }
}

/// The name in files and handles of the objectives that the method leaves out, where others have a status.
pub const LEFT_OUT: &str = "left_out";

/// Why the method makes an objective count otherwise than stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Reason {
    /// It was suspended.
    Suspended,
    /// It cannot be measured.
    NotMeasurable,
    /// It is not planned in the plan's year.
    NotPlanned,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_stands_among_whole_words() {
        let (text, span) = ("L’attività è però sospesa dal 2026 in poi, forse", Span { start: 18, end: 25 });
        assert_eq!(span.of(text), "sospesa");
        assert_eq!(span.within(text, 8), ["…è però ", "sospesa", " dal…"].map(str::to_owned));
        assert_eq!(span.within(text, 90)[0], "L’attività è però ");
        assert_eq!(Span { start: 40, end: 90 }.of(text), "i, forse");
        assert_eq!(Span { start: 9, end: 3 }.of(text), "");
    }
}
