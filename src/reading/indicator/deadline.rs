// SPDX-License-Identifier: AGPL-3.0-or-later
//! By when: "entro il 15 dicembre 2021", "entro Ottobre 2021", "entro 30 giorni dalla richiesta", "I semestre".
//!
//! Never here: whether it was kept, and a guess at a date that is not written ("entro l'anno").

use borsh::{BorshDeserialize, BorshSerialize};

use super::Unit;
use super::quantity::{length, unit};
use super::text::Words;
use crate::plan::Year;
use crate::reading::date::{take_date, two_digits};
use crate::reading::words::{Break, Kind};
use crate::reading::{Date, Span};

/// A time by which something is to be done, as a text states it.
#[derive(Debug, Clone, Copy, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Deadline {
    /// The time.
    pub when: When,
    /// The words that state it, with "entro".
    pub span: Span,
}

/// What a deadline counts to.
#[derive(Debug, Clone, Copy, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum When {
    /// The end of a date, which may be a month or a part of a year.
    By(Date),
    /// So much time after something.
    Within {
        /// How much of the unit.
        length: f64,
        /// A unit of time.
        unit: Unit,
        /// The words that say from when: "dalla richiesta".
        from: Option<Span>,
    },
}

/// Where in an objective a deadline stands: its span is one of that text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum StandsIn {
    /// In the text of an indicator, by its place among them.
    IndicatorText(usize),
    /// In the expected value of an indicator, by its place among them.
    IndicatorExpected(usize),
    /// In the objective's own deadline.
    DeadlineField,
}

/// What is a deadline without a word such as "entro" before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Bare {
    /// Parts of a year only: "I semestre".
    PartOfYear,
    /// Besides, a date that is all that a value says.
    WholeDate,
    /// Any date or length of time.
    Anything,
}

impl StandsIn {
    pub(super) fn bare(self) -> Bare {
        match self {
            Self::IndicatorText(_) => Bare::PartOfYear,
            Self::IndicatorExpected(_) => Bare::WholeDate,
            Self::DeadlineField => Bare::Anything,
        }
    }
}

/// A deadline with the tokens that it takes.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub deadline: Deadline,
    pub from: usize,
    pub to: usize,
    /// Whether a word says that it is one.
    pub led: bool,
}

/// Every deadline in a text.
pub(super) fn find(words: &Words<'_>, bare: Bare) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < words.tokens.len() {
        let found = match lead(words, at) {
            Some(to) => led(words, at, to),
            // "Entro il 30 giugno e il 31 dicembre 2021".
            None => and_another(words, &all, at).or_else(|| unled(words, at, bare)),
        };
        match found {
            Some(found) => {
                at = found.to.max(at + 1);
                all.push(found);
            }
            None => {
                // "15/11/2021" begins no other date at its month.
                let mut c = words.cursor(at);
                at = if take_date(&mut c).is_some() { c.at.max(at + 1) } else { at + 1 };
            }
        }
    }
    all
}

/// The place after the words that lead to a deadline.
fn lead(words: &Words<'_>, at: usize) -> Option<usize> {
    // "Scadenza: 31 dicembre", "entro: giugno".
    let colon = |to: usize| to + usize::from(words.kind(to) == Some(Kind::Break(Break::Colon)));
    if words.is(at, &["entro", "within", "by", "scadenza", "deadline"]) {
        return Some(colon(at + 1));
    }
    (words.is(at, &["non"]) && words.is(at + 1, &["oltre"])).then_some(at + 2)
}

/// What may stand between such a word and the time.
const BETWEEN: &[&str] = &[
    "e", "non", "oltre", "il", "lo", "la", "l", "le", "i", "gli", "un", "massimo", "max", "fine", "di",
    "del", "della", "dell", "dello", "dei", "mese", "giorno", "data", "anno", "termine", "al", "alla",
    "prevista", "previsto", "massima", "ultimo", "the", "end", "of", "a", "and", "no", "later", "than",
    "year",
];

fn led(words: &Words<'_>, from: usize, to: usize) -> Option<Found> {
    let by = words.is(from, &["by"]);
    let mut at = to;
    while at <= to + 8 {
        if let Some(found) = time(words, from, at, true).filter(|found| !by || is_date(found)) {
            return Some(found);
        }
        if !words.is(at, BETWEEN) {
            return None;
        }
        at += 1;
    }
    None
}

fn is_date(found: &Found) -> bool {
    matches!(found.deadline.when, When::By(_))
}

/// The date or length of time at a place. The span begins with another token, before it.
fn time(words: &Words<'_>, from: usize, at: usize, is_led: bool) -> Option<Found> {
    let found =
        |when, to| Found { deadline: Deadline { when, span: words.span(from, to) }, from, to, led: is_led };
    if let Some((length, unit, to)) = length_of_time(words, at) {
        let (start, end) = starting(words, to).unwrap_or((to, to));
        let span = (start < end).then(|| words.span(start, end));
        return Some(found(When::Within { length, unit, from: span }, end));
    }
    if let Some((date, to)) = short_date(words, at).filter(|_| is_led) {
        return Some(found(When::By(date), to));
    }
    let mut c = words.cursor(at);
    // School years are taken and are no date.
    let date = take_date(&mut c)??.date;
    Some(found(When::By(date), c.at))
}

/// "30 giorni", "due mesi", "48h", "30 (trenta) giorni".
fn length_of_time(words: &Words<'_>, at: usize) -> Option<(f64, Unit, usize)> {
    let (value, to) = length(words, at)?;
    let (unit, to) = unit(words, to)?;
    unit.is_time().then_some((value, unit, to))
}

/// "Dalla richiesta": from when a length of time counts.
fn starting(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    const ADJECTIVES: [&str; 8] =
        ["lavorativi", "consecutivi", "solari", "naturali", "e", "working", "calendar", "utili"];
    const FROM: [&str; 10] = ["dal", "dalla", "dall", "dallo", "dai", "dalle", "da", "from", "after", "of"];
    let mut from = at;
    while from < at + 4 && words.is(from, &ADJECTIVES) {
        from += 1;
    }
    if !words.is(from, &FROM) {
        return None;
    }
    let mut to = from + 1;
    // Nobody says it in more words.
    while to < from + 12 && matches!(words.kind(to), Some(Kind::Word)) {
        to += 1;
    }
    (to > from + 1).then_some((from, to))
}

/// "31/12", "10/2021": dates only after a word that says so, shares or numbers of acts elsewhere.
fn short_date(words: &Words<'_>, at: usize) -> Option<(Date, usize)> {
    let mut c = words.cursor(at);
    let first = c.take_kind(Kind::Number)?;
    c.take_kind(Kind::Slash)?;
    let second = c.take_kind(Kind::Number)?;
    if c.take_kind(Kind::Slash).is_some() {
        return None;
    }
    let date = match second.len() {
        4 => Date::of_month(Year::new(second.parse().ok()?)?, two_digits(first)?)?,
        _ => Date::of_day(None, two_digits(second)?, two_digits(first)?)?,
    };
    Some((date, c.at))
}

/// The further date of a list of deadlines.
fn and_another(words: &Words<'_>, before: &[Found], at: usize) -> Option<Found> {
    let last = before.last().filter(|last| last.led && last.to == at && is_date(last))?;
    words.is(at, &["e", "ed", "and"]).then_some(())?;
    let to = at + 1 + usize::from(words.is(at + 1, &["il", "lo", "l", "la"]));
    let mut c = words.cursor(to);
    let date = take_date(&mut c)??;
    // "Entro il 30 giugno e 2021 utenti".
    (!date.date.is_whole_year()).then_some(())?;
    Some(Found {
        deadline: Deadline { when: When::By(date.date), span: date.span },
        from: at,
        to: c.at,
        led: last.led,
    })
}

/// A time without a word before it that says that it is a deadline.
fn unled(words: &Words<'_>, at: usize, bare: Bare) -> Option<Found> {
    if bare == Bare::Anything {
        // "Dal 1/1/2021 al 31/12/2021": only the end is one. "31/02/2021" is no day, and so no year either.
        let no_end = at.checked_sub(1).is_some_and(|before| {
            words.is(before, &["dal", "dall", "da", "from"]) || words.kind(before) == Some(Kind::Slash)
        });
        return if no_end { None } else { time(words, at, at, false) };
    }
    let mut c = words.cursor(at);
    let dated = take_date(&mut c)??;
    let is_all = at == 0 && (c.at == words.tokens.len() || only_stop(words, c.at));
    // "La relazione del I semestre" is of it, not due in it.
    const OF: [&str; 13] = [
        "del", "dal", "relativo", "relativa", "relativi", "relative", "rispetto", "al", "dell", "sul", "of",
        "primo", "ogni",
    ];
    let free = !at.checked_sub(1).is_some_and(|before| words.is(before, &OF));
    let whole = bare == Bare::WholeDate && is_all && !dated.date.is_whole_year();
    (whole || dated.date.is_part_of_year() && free).then_some(Found {
        deadline: Deadline { when: When::By(dated.date), span: dated.span },
        from: at,
        to: c.at,
        led: false,
    })
}

fn only_stop(words: &Words<'_>, at: usize) -> bool {
    at + 1 == words.tokens.len() && words.kind(at) == Some(Kind::Break(Break::Stop))
}
