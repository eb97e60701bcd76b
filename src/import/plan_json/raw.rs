// SPDX-License-Identifier: AGPL-3.0-or-later
//! JSON values as written: slices of the source, so that numbers keep their digits and every value knows its place.
//!
//! Never here: what a value means.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Visitor};

use super::scan::{Raw, Scanner};

/// How deep records and lists may be nested, counted from the start of the file.
pub const DEEPEST: usize = 128;

/// Whether a value without a field, of an objective, makes its file too deep to be read.
pub fn is_too_deep(json: &str) -> bool {
    too_deep(json.trim_start(), DEEPEST - 3).is_some()
}

/// A JSON value, read one level deep.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true`, `false`.
    Bool(bool),
    /// A number, as written.
    Number(&'a str),
    /// A text, decoded.
    Text(Cow<'a, str>),
    /// A text with an escape that is no character (half of a surrogate pair): as written.
    BrokenText(&'a str),
    /// A list: its members.
    List(Vec<Raw<'a>>),
    /// A record: its entries.
    Record(Vec<(Cow<'a, str>, Raw<'a>)>),
}

/// Reads a value that the scanner has found to be valid JSON.
pub fn value<'a>(raw: Raw<'a>) -> Value<'a> {
    let text = raw.get();
    match text.as_bytes() {
        [b'"', inner @ .., b'"'] => {
            let content = &text[1..text.len() - 1];
            if memchr::memchr(b'\\', inner).is_none() {
                return Value::Text(Cow::Borrowed(content));
            }
            match serde_json::from_str::<String>(text) {
                Ok(decoded) => Value::Text(Cow::Owned(decoded)),
                Err(_) => Value::BrokenText(content),
            }
        }
        [b'[', ..] => {
            let mut members = Vec::new();
            Scanner::new(text).list(|scanner| scanner.value().map(|member| members.push(member)));
            Value::List(members)
        }
        [b'{', ..] => {
            let mut entries = Vec::new();
            let mut entry = |scanner: &mut Scanner<'a>, name| {
                scanner.value().map(|value| entries.push((key(name).key, value)))
            };
            Scanner::new(text).record(&mut entry);
            Value::Record(entries)
        }
        b"true" => Value::Bool(true),
        b"false" => Value::Bool(false),
        b"null" => Value::Null,
        _ => Value::Number(text),
    }
}

/// A key, borrowed from the source where it has no escapes.
#[derive(Debug)]
pub struct KeyText<'a> {
    pub key: Cow<'a, str>,
    /// Whether an escape in it is no character (half of a surrogate pair): U+FFFD stands in its place.
    pub broken: bool,
}

/// Reads a key, which stands in its quotes.
pub fn key(raw: Raw<'_>) -> KeyText<'_> {
    let content = &raw.get()[1..raw.get().len() - 1];
    if memchr::memchr(b'\\', content.as_bytes()).is_none() {
        return KeyText { key: Cow::Borrowed(content), broken: false };
    }
    // As bytes, since an escape that is no character would end the reading of a text.
    let Bytes(bytes) = serde_json::from_str(raw.get()).unwrap_or_default();
    let read = String::from_utf8_lossy(&bytes);
    let broken = matches!(read, Cow::Owned(_));
    // Of the three bytes of half a pair each is replaced.
    let key = if broken { read.replace("\u{fffd}\u{fffd}\u{fffd}", "\u{fffd}") } else { read.into_owned() };
    KeyText { key: Cow::Owned(key), broken }
}

/// The bytes of a text.
#[derive(Default)]
pub struct Bytes(pub Vec<u8>);

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct BytesVisitor;
        impl Visitor<'_> for BytesVisitor {
            type Value = Bytes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Self::Value, E> {
                Ok(Bytes(bytes.to_vec()))
            }
        }
        deserializer.deserialize_bytes(BytesVisitor)
    }
}

/// The byte at which a value is nested more than `limit` deep, if it is anywhere.
pub fn too_deep(raw: &str, limit: usize) -> Option<usize> {
    // Each level takes a byte to open and one to close: most values are too short to be looked through.
    if raw.len() <= 2 * limit || !raw.starts_with(['[', '{']) {
        return None;
    }
    let (mut depth, mut in_text, mut escaped) = (0usize, false, false);
    for (at, byte) in raw.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_text,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => {
                depth += 1;
                if depth > limit {
                    return Some(at);
                }
            }
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// The start of a value for a message: on one line, cut short.
pub fn excerpt(raw: &str) -> String {
    const LONGEST: usize = 60;
    let mut out = String::new();
    for (count, c) in raw.chars().enumerate() {
        if count == LONGEST {
            out.push('…');
            break;
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}
