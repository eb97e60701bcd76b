// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is wrong with a text that is not valid JSON, and where, in lines and characters.
//!
//! serde_json keeps its error codes to itself and counts columns in bytes: its messages and the text around the place
//! are turned into a [`JsonFault`] here. Never here: repair.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::value::RawValue;

use crate::import::error::{ImportError, JsonFault};
use crate::import::place::Locator;

use super::keys::{self, Key};
use super::raw::Bytes;

/// What is wrong with a text that is no plan in JSON: serde_json goes through it as far as it can.
pub fn of(text: &str) -> ImportError {
    let mut json = serde_json::Deserializer::from_str(text);
    let part = Part { level: Level::Plan, has_list: &mut false };
    match part.deserialize(&mut json).and_then(|()| json.end()) {
        Err(error) => syntax_error(text, &error),
        // The scanner is as strict as serde_json.
        Ok(()) => {
            let (place, near) = (Locator::new(text).place(0), near(text, 0));
            ImportError::JsonSyntax { place, fault: JsonFault::Other, near }
        }
    }
}

/// The parts of a plan in which serde_json tells faults apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Plan,
    Objectives,
    Record,
}

/// A part of a plan, gone through for its faults alone.
struct Part<'s> {
    level: Level,
    /// Whether the list of objectives was there already.
    has_list: &'s mut bool,
}

impl Part<'_> {
    fn inner(&mut self, level: Level) -> Part<'_> {
        Part { level, has_list: self.has_list }
    }

    fn scalar<E: serde::de::Error>(self) -> Result<(), E> {
        if self.level == Level::Plan { Err(E::custom("no plan")) } else { Ok(()) }
    }
}

impl<'a> DeserializeSeed<'a> for Part<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'a> Visitor<'a> for Part<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a part of a plan")
    }

    fn visit_map<A: MapAccess<'a>>(mut self, mut map: A) -> Result<(), A::Error> {
        if self.level == Level::Objectives {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(());
        }
        while let Some(Bytes(key)) = map.next_key()? {
            let key = String::from_utf8_lossy(&key);
            let is_list = self.level == Level::Plan && keys::header(&key) == Some(Key::Objectives);
            if is_list && !*self.has_list {
                map.next_value_seed(self.inner(Level::Objectives))?;
            } else {
                map.next_value::<&RawValue>()?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'a>>(mut self, mut seq: A) -> Result<(), A::Error> {
        if self.level == Level::Record {
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(());
        }
        *self.has_list = true;
        while seq.next_element_seed(self.inner(Level::Record))?.is_some() {}
        Ok(())
    }

    fn visit_bool<E: serde::de::Error>(self, _: bool) -> Result<(), E> {
        self.scalar()
    }

    fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<(), E> {
        self.scalar()
    }

    fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<(), E> {
        self.scalar()
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<(), E> {
        self.scalar()
    }

    fn visit_str<E: serde::de::Error>(self, _: &str) -> Result<(), E> {
        self.scalar()
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.scalar()
    }
}

/// The error of a text that serde_json could not read to its end.
fn syntax_error(text: &str, error: &serde_json::Error) -> ImportError {
    if error.classify() == Category::Eof {
        let end = text.trim_end().len();
        return ImportError::JsonCut { place: Locator::new(text).place(end), near: near(text, end) };
    }
    let mut at = offset(text, error.line(), error.column());
    let message = error.to_string();
    if message.starts_with("control character") {
        // Told from the character before it.
        at += text[at..].find(char::is_control).unwrap_or(0);
    }
    let place = Locator::new(text).place(at);
    if message.starts_with("recursion limit exceeded") {
        return ImportError::JsonTooDeep { place };
    }
    ImportError::JsonSyntax { place, fault: fault(text, at, &message), near: near(text, at) }
}

/// The byte that serde_json means by a line and a column of bytes, both from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start = match line.checked_sub(2) {
        None => 0,
        Some(nth) => memchr::memchr_iter(b'\n', text.as_bytes()).nth(nth).map_or(text.len(), |at| at + 1),
    };
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn fault(text: &str, at: usize, message: &str) -> JsonFault {
    let closes_after_comma =
        || text[at..].trim_start().starts_with(['}', ']']) && text[..at].trim_end().ends_with(',');
    let messages: [(&str, JsonFault); 9] = [
        ("trailing comma", JsonFault::TrailingComma),
        ("expected `,`", JsonFault::MissingComma),
        ("expected `:`", JsonFault::MissingColon),
        ("key must be a string", JsonFault::KeyWithoutQuotes),
        ("control character", JsonFault::ControlCharacter),
        ("invalid escape", JsonFault::Escape),
        ("invalid number", JsonFault::Number),
        ("trailing characters", JsonFault::ExtraText),
        ("expected ident", JsonFault::NoValue),
    ];
    match messages.iter().find(|(start, _)| message.starts_with(start)) {
        Some((_, fault)) => *fault,
        None if message.starts_with("expected value") && closes_after_comma() => JsonFault::TrailingComma,
        None if message.starts_with("expected value") => JsonFault::NoValue,
        None => JsonFault::Other,
    }
}

/// The words around a place, on its line: at most 24 characters on each side.
fn near(text: &str, at: usize) -> String {
    const SIDE: usize = 24;
    let before: Vec<char> = text[..at].chars().rev().take(SIDE).take_while(|c| *c != '\n').collect();
    let after = text[at..].chars().take(SIDE).take_while(|c| *c != '\n');
    let words: String = before.into_iter().rev().chain(after).collect();
    words.trim().to_owned()
}
