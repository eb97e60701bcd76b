// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words, in Italian and English; numbers and dates as each language writes them.
//!
//! One typed catalogue: a sentence missing in one language does not compile. Never here: a decision, or the browser.

pub mod charts;
pub mod commands;
pub mod desk;
pub mod diagnostics;
pub mod errors;
pub mod explain;
pub mod findings;
pub mod headline;
pub mod hosted;
pub mod link;
pub mod listing;
pub mod method;
pub mod months;
pub mod objective;
pub mod opening;
pub mod page;
pub mod people;
pub mod plan;
pub mod recent;
pub mod report;
pub mod selection;
pub mod share;
pub mod shared;
pub mod sitting;
pub mod take_away;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::decimal;
use crate::reading::Date;

/// The languages there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum Language {
    /// Italian, first.
    #[default]
    Italian,
    /// English.
    English,
}

impl Language {
    /// The tag of the language, as `lang` attributes write it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Italian => "it",
            Self::English => "en",
        }
    }

    /// The language of a tag such as `it`, `en-GB`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()? {
            t if t.eq_ignore_ascii_case("it") => Some(Self::Italian),
            t if t.eq_ignore_ascii_case("en") => Some(Self::English),
            _ => None,
        }
    }

    /// One of two values, by language.
    pub fn pick<T>(self, italian: T, english: T) -> T {
        match self {
            Self::Italian => italian,
            Self::English => english,
        }
    }

    /// A number with at most `decimals` decimals, trailing zeros cut, the decimal sign of the language and its
    /// thousands sign from 10,000 on (Italian practice leaves four figures whole; English follows for one look).
    ///
    /// ```
    /// use traguardi::locale::Language::*;
    /// assert_eq!(Italian.number(90.38461, 1), "90,4");
    /// assert_eq!(English.number(100.0, 1), "100");
    /// assert_eq!(Italian.number(12345.0, 0), "12.345");
    /// ```
    pub fn number(self, value: f64, decimals: u32) -> String {
        let text = decimal::fixed(value, decimals);
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
        let mut out = String::from(sign);
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && digits.len() > 4 && (digits.len() - i).is_multiple_of(3) {
                out.push(self.pick('.', ','));
            }
            out.push(digit);
        }
        let fraction = fraction.trim_end_matches('0');
        if !fraction.is_empty() {
            out.push(self.pick(',', '.'));
            out.push_str(fraction);
        }
        out
    }

    /// The name of a month, from 1.
    pub fn month(self, number: u8) -> Option<&'static str> {
        let months = self.pick(
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "January February March April May June July August September October November December",
        );
        months.split(' ').nth(usize::from(number).checked_sub(1)?)
    }

    /// A date as far as it is written: `15 dicembre 2021`, `maggio 2022`; `15 December 2021`.
    pub fn date(self, date: Date) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        let month = month.and_then(|month| self.month(month));
        let parts =
            [day.map(|day| day.to_string()), month.map(str::to_owned), year.map(|year| year.to_string())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// A percentage with at most one decimal: `90,4 %` in Italian (with a no-break space), `90.4%` in English.
    pub fn percent(self, value: f64) -> String {
        // A value that is not quite 100 must not be shown as 100, nor one above 0 as 0.
        let shown = if value < 100.0 { value.min(99.9) } else { value };
        let shown = if shown > 0.0 { shown.max(0.1) } else { shown };
        format!("{}{}", self.number(shown, 1), self.pick("\u{a0}%", "%"))
    }
}
