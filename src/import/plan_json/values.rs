// SPDX-License-Identifier: AGPL-3.0-or-later
//! Values of an objective in JSON: texts, quantities, people, years, indicators, each in every form that is accepted.
//!
//! Never here: which key they stand under, or what several of them come to together (see [`super::record`]).

use std::borrow::Cow;

use crate::decimal;
use crate::import::Field;
use crate::import::value::{self, Read};
use crate::plan::{Indicator, Kept, People, Percent, Weight, Year};

use super::keys::{self, Key};
use super::raw::Value;
use super::reader::Reader;
use super::scan::Raw;

/// What a value came to, and the parts of it that could not be read; `None` if nothing of it could.
pub type Parts<T> = Option<(T, Vec<Kept>)>;

impl<'a> Reader<'a> {
    /// A text; a number as written; the paragraphs of a list, one a line.
    pub(super) fn text(&mut self, raw: Raw<'a>, n: Option<u32>) -> Option<Cow<'a, str>> {
        match self.value(raw, n) {
            Value::Null => Some(Cow::Borrowed("")),
            Value::Text(text) => Some(text),
            Value::Number(text) => Some(Cow::Borrowed(text)),
            Value::List(members) => {
                let mut lines = Vec::with_capacity(members.len());
                for member in members {
                    let Value::Text(text) = self.value(member, n) else { return None };
                    lines.push(text);
                }
                Some(Cow::Owned(lines.join("\n")))
            }
            Value::Bool(_) | Value::BrokenText(_) | Value::Record(_) => None,
        }
    }

    pub(super) fn percent(&mut self, raw: Raw<'a>, n: Option<u32>) -> (Read<Percent>, bool) {
        self.quantity(raw, n, Percent::new, value::percent)
    }

    pub(super) fn weight(&mut self, raw: Raw<'a>, n: Option<u32>) -> (Read<Weight>, bool) {
        self.quantity(raw, n, Weight::new, value::weight)
    }

    /// A number, or a text that says one; and whether anything is written at all.
    pub(super) fn quantity<T>(
        &mut self,
        raw: Raw<'a>,
        n: Option<u32>,
        number: fn(f64) -> Option<T>,
        text: fn(&str) -> Read<T>,
    ) -> (Read<T>, bool) {
        match self.value(raw, n) {
            Value::Number(digits) => (decimal::parse(digits).and_then(number).into(), true),
            Value::Text(words) => (text(&words), !words.trim().is_empty()),
            _ => (Read::Unread, true),
        }
    }

    /// The people of a value: a cell, a list of names, or both where they were told apart by hand. Members of a list
    /// that are no names are left.
    pub(super) fn people(&mut self, field: Field, name: &str, raw: Raw<'a>, n: Option<u32>) -> Parts<People> {
        let mut people = People::default();
        let mut left = Vec::new();
        let members = match self.value(raw, n) {
            Value::Text(cell) => {
                people.names = value::people(&cell).into_iter().map(|name| self.name(name)).collect();
                people.cell = cell.into_owned();
                return Some((people, left));
            }
            Value::List(members) => members,
            Value::Record(entries) => {
                let [(cell_key, cell), (names_key, names)] = entries.as_slice() else { return None };
                if (cell_key.as_ref(), names_key.as_ref()) != ("cell", "names") {
                    return None;
                }
                let Value::Text(cell) = self.value(*cell, n) else { return None };
                let Value::List(members) = self.value(*names, n) else { return None };
                people.cell = cell.into_owned();
                members
            }
            _ => return None,
        };
        for member in members {
            match self.value(member, n) {
                // A space too many makes no other person.
                Value::Text(text) if !text.trim().is_empty() => people.names.push(self.name(text.trim())),
                Value::Text(_) | Value::Null => {}
                _ => left.push(self.left(field, name, member, n)),
            }
        }
        Some((people, left))
    }

    /// The years of a value, which may be one, a list, a text that lists them, or a record that ticks them.
    pub(super) fn years(&mut self, name: &str, raw: Raw<'a>, n: Option<u32>) -> Parts<Option<Vec<Year>>> {
        let mut years = Vec::new();
        let mut left = Vec::new();
        match self.value(raw, n) {
            Value::Number(text) => years.push(value::year(text).value()?),
            Value::Text(text) => match value::years(&text) {
                Read::Nothing if text.trim().is_empty() => return Some((None, left)),
                read => years = read.value()?,
            },
            Value::List(members) => {
                for member in members {
                    let read = match self.value(member, n) {
                        Value::Number(text) => value::year(text).value(),
                        Value::Text(text) => value::year(&text).value(),
                        _ => None,
                    };
                    match read {
                        Some(year) => years.push(year),
                        None => left.push(self.left(Field::Planned, name, member, n)),
                    }
                }
            }
            Value::Record(entries) => {
                for (key, raw) in entries {
                    let ticked = self.ticked(raw, n);
                    match (value::year(&key).value(), ticked) {
                        (Some(_), Read::Unread) | (None, _) => {
                            left.push(self.left(Field::Planned, &format!("{name}.{key}"), raw, n));
                        }
                        (Some(year), Read::Value(true)) => years.push(year),
                        (Some(_), Read::Value(false) | Read::Nothing) => {}
                    }
                }
            }
            _ => return None,
        }
        Some((Some(years), left))
    }

    /// The indicators of a value: a text, a record, or a list of both.
    pub(super) fn indicators(&mut self, name: &str, raw: Raw<'a>, n: Option<u32>) -> Parts<Vec<Indicator>> {
        let mut left = Vec::new();
        let members = match self.value(raw, n) {
            Value::List(members) => members,
            Value::Text(_) | Value::Number(_) | Value::Record(_) => vec![raw],
            _ => return None,
        };
        let mut indicators = Vec::with_capacity(members.len());
        for member in members {
            match self.value(member, n) {
                Value::Text(text) if text.trim().is_empty() => {}
                Value::Null => {}
                Value::Text(text) => {
                    indicators.push(Indicator { text: text.into_owned(), ..Default::default() })
                }
                Value::Number(text) => indicators.push(Indicator { text: text.into(), ..Default::default() }),
                Value::Record(entries) => {
                    let place = format!("{name}[{}]", indicators.len() + 1);
                    indicators.push(self.indicator(entries, &place, n, &mut left));
                }
                _ => left.push(self.left(Field::Indicator, name, member, n)),
            }
        }
        Some((indicators, left))
    }

    /// The indicator of a record, which stands at `place`; what of it could not be read is left.
    fn indicator(
        &mut self,
        entries: Vec<(Cow<'a, str>, Raw<'a>)>,
        place: &str,
        n: Option<u32>,
        left: &mut Vec<Kept>,
    ) -> Indicator {
        let mut indicator = Indicator::default();
        for (key, raw) in entries {
            let name = format!("{place}.{key}");
            let text = match keys::indicator(&key) {
                Some(Key::Field(Field::Indicator)) => &mut indicator.text,
                Some(Key::Field(Field::Expected)) => &mut indicator.expected,
                Some(Key::Field(Field::Actual)) => &mut indicator.actual,
                Some(Key::Field(Field::IndicatorWeight)) => {
                    if raw.get() == "null" {
                        continue;
                    }
                    if indicator.weight.is_some() {
                        self.repeated_key(&key, raw, n);
                        left.push(self.kept(&name, raw));
                        continue;
                    }
                    match self.weight(raw, n) {
                        (Read::Value(weight), _) => indicator.weight = Some(weight),
                        (Read::Nothing, false) => {}
                        (Read::Nothing, true) => {
                            left.push(self.nothing(Field::IndicatorWeight, &name, raw, n))
                        }
                        (Read::Unread, _) => left.push(self.left(Field::IndicatorWeight, &name, raw, n)),
                    }
                    continue;
                }
                _ => {
                    self.unknown_key(&key, raw, n);
                    left.push(self.kept(&name, raw));
                    continue;
                }
            };
            match self.text(raw, n) {
                Some(read) if text.is_empty() => *text = read.into_owned(),
                Some(read) if read.is_empty() => {}
                Some(_) => {
                    self.repeated_key(&key, raw, n);
                    left.push(self.kept(&name, raw));
                }
                None => left.push(self.left(Field::Indicator, &name, raw, n)),
            }
        }
        indicator
    }
}
