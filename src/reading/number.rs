// SPDX-License-Identifier: AGPL-3.0-or-later
//! Numbers that state a degree: `100%`, `98,71/100`, `90 per cento`.
//!
//! Never here: a number cut to fit. What is not 0 to 100 is not a degree, and "1.000" is a thousand, not one.

use crate::decimal;
use crate::plan::Percent;

use super::phrase::Cursor;
use super::words::Kind;

/// A number as it stands in a clause.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    /// Its value, if it is one of 0 to 100.
    pub percent: Option<Percent>,
    /// Whether it says itself that it is out of a hundred.
    pub of_hundred: bool,
}

/// Reads a number, with what says that it is out of a hundred.
pub(super) fn number(cursor: &mut Cursor<'_>) -> Option<Number> {
    let percent = value(cursor.take_kind(Kind::Number)?).and_then(Percent::new);
    let of_hundred = cursor.take_kind(Kind::PercentSign).is_some()
        || cursor.take_phrase("per cento")
        || cursor.take_phrase("per cent")
        || cursor.take_any(&["percento", "percent"]).is_some()
        || cursor.attempt(|c| {
            (c.take_kind(Kind::Slash).is_some() || c.take_any(&["su"]).is_some())
                && c.take_kind(Kind::Number) == Some("100")
        });
    Some(Number { percent, of_hundred })
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
