// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is wrong with a text that is not valid JSON, and where, in lines and characters.
//!
//! serde_json keeps its error codes to itself and counts columns in bytes: its messages and the text around the place
//! are turned into a [`JsonFault`] here. Never here: repair.

use serde_json::error::Category;

use crate::import::error::{ImportError, JsonFault};
use crate::import::place::Locator;

/// The error of a text that serde_json could not read to its end.
pub fn syntax_error(text: &str, error: &serde_json::Error) -> ImportError {
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
