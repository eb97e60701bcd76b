// SPDX-License-Identifier: AGPL-3.0-or-later
//! When objectives are due and when they were done, by month.
//!
//! A deadline is the end of the date that states it: "entro il I semestre 2021" is June 2021, and where an objective has
//! several, its last counts. What was done "nel I semestre 2021" was done in no month that is known, but in 2021. A year
//! alone stands after its months, where a deadline of "entro il 2021" falls. Never here: a clock, and a guess at a year
//! that neither the text nor the plan's header states.

use borsh::{BorshDeserialize, BorshSerialize};

use super::keys::{Key, Keys, Numbering, YEAR_ALONE};
use crate::list::numbers;
use crate::plan::Year;
use crate::reading::{Date, ObjectiveReading, Timeliness, When};

/// The columns of months.
#[derive(Debug, Clone, BorshSerialize, BorshDeserialize)]
pub struct Times {
    pub(super) months: Keys,
    /// For each objective the month of its last deadline.
    #[borsh(serialize_with = "numbers::write", deserialize_with = "numbers::read")]
    pub(super) deadline: Vec<u32>,
    /// For each objective the month in which it was done.
    #[borsh(serialize_with = "numbers::write", deserialize_with = "numbers::read")]
    pub(super) completed: Vec<u32>,
    /// For each objective whether it was done by its deadline, as a place in [`Month::due_kept`](super::Month).
    pub(super) kept: Vec<u8>,
}

/// Done by then, done later, not known.
const KEPT: u8 = 0;
const LATER: u8 = 1;
const NOT_KNOWN: u8 = 2;

impl Times {
    /// Of so many objectives, of which nothing is known.
    pub fn unknown(rows: usize) -> Self {
        let mut months = Numbering::default();
        months.number(Key::Empty, None);
        let none = vec![0; rows];
        Self {
            months: months.finish().0,
            deadline: none.clone(),
            completed: none,
            kept: vec![NOT_KNOWN; rows],
        }
    }

    /// Of how many objectives.
    pub(super) fn len(&self) -> usize {
        self.kept.len()
    }

    /// Of these objectives, in a plan of a year.
    pub fn new(readings: &[ObjectiveReading], year: Option<Year>) -> Self {
        let mut months = Numbering::default();
        let (mut deadline, mut completed, mut kept) = (Vec::new(), Vec::new(), Vec::new());
        for reading in readings {
            let due = last_deadline(reading, year);
            let done = reading.outcome.completed.map(|(date, _)| dated(date, year));
            let due_month = due.and_then(|date| month(date, Some(date.last_month())));
            let done_month = done.and_then(|date| month(date, date.month()));
            deadline.push(months.number(due_month.unwrap_or(Key::Empty), None));
            completed.push(months.number(done_month.unwrap_or(Key::Empty), None));
            kept.push(is_kept(reading, due, done));
        }
        let (months, finals) = months.finish();
        for column in [&mut deadline, &mut completed] {
            column.iter_mut().for_each(|number| *number = finals[*number as usize]);
        }
        Self { months, deadline, completed, kept }
    }
}

/// A date, of the plan's own year where it names none.
fn dated(date: Date, year: Option<Year>) -> Date {
    year.map_or(date, |year| date.in_year(year))
}

/// The last of an objective's deadlines; of those that end on one day, one that names a month. Those whose year is not
/// known are passed over.
pub(crate) fn last_deadline(reading: &ObjectiveReading, year: Option<Year>) -> Option<Date> {
    let by = |when| match when {
        When::By(date) => Some(dated(date, year)),
        When::Within { .. } => None,
    };
    let dates = reading.deadlines.iter().filter_map(|(_, deadline)| by(deadline.when));
    dates.filter(|date| date.year().is_some()).max_by_key(|date| (date.last_day(), !date.is_whole_year()))
}

/// The key of a date, which falls in a month unless it is a whole year.
fn month(date: Date, month: Option<u8>) -> Option<Key<'static>> {
    let month = month.filter(|_| !date.is_whole_year());
    date.year().map(|year| Key::Month(year, month.unwrap_or(YEAR_ALONE)))
}

/// Whether what was due by one date and done at another was done by then. Where the dates do not tell, the words may.
fn is_kept(reading: &ObjectiveReading, due: Option<Date>, done: Option<Date>) -> u8 {
    let by_dates = due.zip(done).and_then(|(due, done)| done.is_by(due));
    let by_words = reading.outcome.timeliness.map(|(timeliness, _)| timeliness != Timeliness::Late);
    match by_dates.or(by_words) {
        Some(true) => KEPT,
        Some(false) => LATER,
        None => NOT_KNOWN,
    }
}
