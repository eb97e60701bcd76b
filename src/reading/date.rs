// SPDX-License-Identifier: AGPL-3.0-or-later
//! Dates as texts write them: "15 dicembre 2021", "31/12/2021", "maggio 2022", "I semestre 2021", "2022".
//!
//! A date is a period: a month has a first and a last day. Never here: a clock, and a guess at a year that is not written.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::plan::Year;

use super::Span;
use super::clause::Cursor;
use super::lexicon::{MONTHS, Tags};
use super::words::{Break, Kind, Token};

/// A day of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub struct Day {
    /// The year; 0 where it is not written.
    year: u16,
    month: u8,
    day: u8,
}

/// How many days the months of a year have. The only calendar that is needed: a crate would bring arithmetic nobody uses.
fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year == 0
            || year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) =>
        {
            29
        }
        2 => 28,
        _ => 31,
    }
}

/// A date as written: the days from which to which it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Date {
    first: Day,
    last: Day,
}

impl Date {
    pub(super) fn of_day(year: Option<Year>, month: u8, day: u8) -> Option<Self> {
        let year = year.map_or(0, Year::number);
        let real = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        let day = Day { year, month, day };
        real.then_some(Self { first: day, last: day })
    }

    /// A month of a year.
    pub(super) fn of_month(year: Year, month: u8) -> Option<Self> {
        (1..=12).contains(&month).then(|| Self::months(Some(year), month, month))
    }

    fn months(year: Option<Year>, from: u8, to: u8) -> Self {
        let year = year.map_or(0, Year::number);
        Self {
            first: Day { year, month: from, day: 1 },
            last: Day { year, month: to, day: days_in(year, to) },
        }
    }

    /// The year, if it is written.
    pub fn year(self) -> Option<Year> {
        Year::new(self.first.year)
    }

    /// The month, if one is written.
    pub fn month(self) -> Option<u8> {
        (self.first.month == self.last.month).then_some(self.first.month)
    }

    /// The day of the month, if it is written.
    pub fn day(self) -> Option<u8> {
        (self.first == self.last).then_some(self.first.day)
    }

    /// The month in which it ends.
    pub fn last_month(self) -> u8 {
        self.last.month
    }

    /// The day on which it ends.
    pub(crate) fn last_day(self) -> Day {
        self.last
    }

    /// Whether only the year is written.
    pub fn is_whole_year(self) -> bool {
        self.first.month == 1 && self.last.month == 12
    }

    /// Whether it is a part of a year longer than a month: a quarter, a half.
    pub(super) fn is_part_of_year(self) -> bool {
        self.first.month != self.last.month && !self.is_whole_year()
    }

    /// Whether all of it comes before the end of another date, or at it. Unknown where a year is not written, and where
    /// only some of its days do.
    pub(crate) fn is_by(self, other: Self) -> Option<bool> {
        if self.first.year == 0 || other.last.year == 0 {
            return None;
        }
        match (self.last <= other.last, self.is_after(other)) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }

    /// The same date in a year, where none is written.
    pub fn in_year(self, year: Year) -> Self {
        match self.year() {
            Some(_) => self,
            None => {
                let at = |day: Day| Day { year: year.number(), ..day };
                Self { first: at(self.first), last: at(self.last) }
            }
        }
    }

    /// Whether all of it comes after all of another date. Dates without a year come after none.
    pub fn is_after(self, other: Self) -> bool {
        self.first.year != 0 && other.last.year != 0 && self.first > other.last
    }
}

/// As far as it is written: `2021-05-31`, `2021-05`, `2021`; without a year `--05-31`.
impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Day { year, month, day } = self.first;
        match year {
            0 => f.write_str("-")?,
            year => write!(f, "{year:04}")?,
        }
        if self.is_whole_year() {
            return Ok(());
        }
        write!(f, "-{month:02}")?;
        if self.first == self.last {
            return write!(f, "-{day:02}");
        }
        if self.last.month != month { write!(f, "/{:02}", self.last.month) } else { Ok(()) }
    }
}

/// A date with its place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dated {
    pub date: Date,
    pub span: Span,
    /// Whether its year is of two digits, or only the year is written: such may also be something else.
    pub doubtful: bool,
}

/// The date that begins here, taken. School years and other ranges (`2021/2022`) are taken and give none.
pub(super) fn take_date(c: &mut Cursor<'_>) -> Option<Option<Dated>> {
    let from = c.at;
    let token = c.token()?;
    let part = |token: &Token<'_>| token.tags.any(Tags::PART_OF_YEAR);
    let begins =
        token.kind == Kind::Number || token.tags.any(Tags::MONTH) || c.rest().iter().take(3).any(part);
    if !begins {
        return None;
    }
    let found = day_in_digits(c)
        .or_else(|| year_range(c))
        .or_else(|| day_and_month(c))
        .or_else(|| month(c))
        .or_else(|| part_of_year(c))
        .or_else(|| year(c).map(|year| Some((Date::months(Some(year), 1, 12), true))))?;
    Some(found.map(|(date, doubtful)| Dated { date, span: c.span_from(from), doubtful }))
}

type Found = Option<(Date, bool)>;

/// `31/12/2021`, `31.12.21`, `3/5/2021`, `31-12-2021`, `2021-12-31`.
fn day_in_digits(c: &mut Cursor<'_>) -> Option<Found> {
    let mut read = *c;
    let written = read.take_kind(Kind::Number)?;
    let mut parts = written.split(['.', '-']);
    let (day, month, year) = match (parts.next(), parts.next(), parts.next(), parts.next()) {
        // `2021-12-31`
        (Some(year), Some(month), Some(day), None) if year.len() == 4 => (day, month, year),
        (Some(day), Some(month), Some(year), None) => (day, month, year),
        (Some(day), None, ..) => {
            // A dash parts clauses, so that only values are ever read with one inside.
            let sign =
                if read.take_kind(Kind::Slash).is_some() { Kind::Slash } else { Kind::Break(Break::Minus) };
            if sign != Kind::Slash {
                read.take_kind(sign)?;
            }
            let month = read.take_kind(Kind::Number)?;
            read.take_kind(sign)?;
            let last = read.take_kind(Kind::Number)?;
            // `2021-12-31`, as programs write it.
            if sign != Kind::Slash && day.len() == 4 { (last, month, day) } else { (day, month, last) }
        }
        _ => return None,
    };
    let (year, short) = match year.len() {
        4 => (Year::new(year.parse().ok()?)?, false),
        2 => (Year::new(2000 + year.parse::<u16>().ok()?)?, true),
        _ => return None,
    };
    let date = Date::of_day(Some(year), two_digits(month)?, two_digits(day)?)?;
    *c = read;
    Some(Some((date, short)))
}

pub(super) fn two_digits(text: &str) -> Option<u8> {
    if text.len() <= 2 { text.parse().ok() } else { None }
}

/// `2021/2022`, `2021/22`: no date.
fn year_range(c: &mut Cursor<'_>) -> Option<Found> {
    let mut read = *c;
    year(&mut read)?;
    read.take_kind(Kind::Slash)?;
    let second = read.take_kind(Kind::Number)?;
    if !matches!(second.len(), 2 | 4) {
        return None;
    }
    *c = read;
    Some(None)
}

/// "15 dicembre 2021", "15 dicembre".
fn day_and_month(c: &mut Cursor<'_>) -> Option<Found> {
    let mut read = *c;
    let day = two_digits(read.take_kind(Kind::Number)?)?;
    // "1° luglio".
    read.take_kind(Kind::Other);
    let month = month_number(read.take(Tags::MONTH)?.text)?;
    let year = year_after(&mut read);
    let date = Date::of_day(year, month, day)?;
    *c = read;
    Some(Some((date, false)))
}

/// "maggio 2022", "maggio", "May 2022".
fn month(c: &mut Cursor<'_>) -> Option<Found> {
    let mut read = *c;
    let word = read.take(Tags::MONTH)?.text;
    let month = month_number(word)?;
    let year = year_after(&mut read);
    // "May" and "march" are other words too.
    if year.is_none() && matches!(word, "may" | "march") {
        return None;
    }
    *c = read;
    Some(Some((Date::months(year, month, month), false)))
}

/// "I semestre 2021", "primo trimestre", "secondo semestre dell'anno".
fn part_of_year(c: &mut Cursor<'_>) -> Option<Found> {
    let mut read = *c;
    let number = match read.take_kind(Kind::Number) {
        Some(written) => two_digits(written)?,
        None => {
            let token = read.token().filter(|token| token.kind == Kind::Word)?;
            read.at += 1;
            match token.text {
                "i" | "primo" | "first" => 1,
                "ii" | "secondo" | "second" => 2,
                "iii" | "terzo" | "third" => 3,
                "iv" | "quarto" | "fourth" => 4,
                _ => return None,
            }
        }
    };
    read.take_kind(Kind::Other);
    let months = match read.take(Tags::PART_OF_YEAR)?.text {
        "semestre" | "semester" => 6,
        "quadrimestre" => 4,
        _ => 3,
    };
    if number == 0 || number > 12 / months {
        return None;
    }
    let year = year_after(&mut read);
    *c = read;
    Some(Some((Date::months(year, (number - 1) * months + 1, number * months), false)))
}

fn month_number(word: &str) -> Option<u8> {
    let at = MONTHS.split_ascii_whitespace().position(|month| month == word)?;
    u8::try_from(at % 12 + 1).ok()
}

/// "2021", "del 2021", "dell'anno 2021" after a month.
fn year_after(c: &mut Cursor<'_>) -> Option<Year> {
    let mut read = *c;
    read.take_any(&["del", "dell", "di", "of"]);
    read.take_any(&["anno"]);
    let year = year(&mut read)?;
    *c = read;
    Some(year)
}

/// "2021": four digits of a year that plans speak of.
fn year(c: &mut Cursor<'_>) -> Option<Year> {
    let mut read = *c;
    let written = read.take_kind(Kind::Number)?;
    let year = (written.len() == 4).then(|| written.parse().ok()).flatten().and_then(Year::new)?;
    *c = read;
    Some(year)
}
