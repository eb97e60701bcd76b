// SPDX-License-Identifier: AGPL-3.0-or-later
//! Numbers that state a degree: `100%`, `98,71/100`, `90 per cento`, `154 su 157`.
//!
//! Never here: a number cut to fit. What is not 0 to 100 percent is not a degree, and "1.000" is a thousand, not one.

use crate::decimal;
use crate::plan::Percent;

use super::clause::Cursor;
use super::lexicon::{OF_HUNDRED, Tags};
use super::words::Kind;

/// A number as it stands in a clause.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    /// Its value, if it is one of 0 to 100 percent.
    pub percent: Option<Percent>,
    /// Whether it says itself out of how much it is: a hundred, or another number.
    pub of_whole: bool,
}

/// Reads a number, with what says out of how much it is.
pub(super) fn number(cursor: &mut Cursor<'_>) -> Option<Number> {
    if let Some(number) = in_letters(cursor) {
        return Some(number);
    }
    let written = value(cursor.take_kind(Kind::Number)?);
    if let Some(number) = ratio(cursor, written) {
        return Some(number);
    }
    let of_whole = cursor.take_kind(Kind::PercentSign).is_some() || cursor.take_listed(&OF_HUNDRED);
    Some(Number { percent: written.and_then(Percent::new), of_whole })
}

/// "Cento per cento", "cinquanta per cento": in letters only where it says that it is of a hundred.
fn in_letters(cursor: &mut Cursor<'_>) -> Option<Number> {
    let mut c = *cursor;
    let word = c.token().filter(|token| token.tags.any(Tags::TENS))?.text;
    let tens = TENS.iter().position(|known| *known == word)?;
    c.at += 1;
    // "Pari a zero".
    let nothing = tens == 0 && c.done() && c.at > 1;
    if !(nothing || c.take_kind(Kind::PercentSign).is_some() || c.take_listed(&OF_HUNDRED)) {
        return None;
    }
    *cursor = c;
    Some(Number { percent: Percent::new(tens as f64 * 10.0), of_whole: true })
}

/// The tens, from nothing to a hundred.
const TENS: [&str; 11] = [
    "zero",
    "dieci",
    "venti",
    "trenta",
    "quaranta",
    "cinquanta",
    "sessanta",
    "settanta",
    "ottanta",
    "novanta",
    "cento",
];

/// "154 su 157", "82 dei 91", "98,71/100": a slash before anything but a hundred may be that of a date.
fn ratio(cursor: &mut Cursor<'_>, part: Option<f64>) -> Option<Number> {
    let mut c = *cursor;
    let slash = c.take_kind(Kind::Slash).is_some();
    if !slash {
        c.take(Tags::SHARE)?;
        c.take_any(&["un", "totale"]);
        c.take_any(&["totale", "di"]);
        c.take_any(&["di", "of"]);
    }
    let whole = value(c.take_kind(Kind::Number)?)?;
    // "Il 5 del 2021" is no share, and no more than everything can be done.
    let is_share = part.is_some_and(|part| part <= whole) && whole > 0.0;
    if (slash && whole != 100.0) || c.take_kind(Kind::Slash).is_some() || !is_share {
        return None;
    }
    if c.take_kind(Kind::PercentSign).is_some() {
        return None;
    }
    *cursor = c;
    Some(Number { percent: part.and_then(|part| Percent::new(part / whole * 100.0)), of_whole: true })
}

/// "6/8", alone: as many of so many, where it can be no date.
pub(super) fn slashed(c: Cursor<'_>) -> Option<Number> {
    let mut c = c;
    let part = value(c.take_kind(Kind::Number)?)?;
    c.take_kind(Kind::Slash)?;
    let whole = value(c.take_kind(Kind::Number)?)?;
    let share = c.done() && part <= whole && whole > 0.0 && whole < 1900.0;
    share.then(|| Number { percent: Percent::new(part / whole * 100.0), of_whole: true })
}

/// The value of digits with at most one decimal sign.
pub(super) fn value(written: &str) -> Option<f64> {
    match written.find([',', '.']) {
        None => decimal::parse(written),
        Some(sign) => {
            let (whole, decimals) = (&written[..sign], &written[sign + 1..]);
            if decimals.contains([',', '.']) || (written.as_bytes()[sign] == b'.' && decimals.len() == 3) {
                return None;
            }
            decimal::parse(&format!("{whole}.{decimals}"))
        }
    }
}
