// SPDX-License-Identifier: AGPL-3.0-or-later
//! The JSON plan, format version 1: a record with a header and `objectives`, or the bare list of objectives.
//!
//! Written by hand and by software, so tolerant in keys (see [`keys`]) and values (see [`super::value`]). Never here: a
//! value dropped. What has no field, or cannot be read as its field, is kept as written and reported once with its
//! place; half a file is an error, for nobody can say what the other half held.
//!
//! One pass over the text (see [`scan`]). Values are taken as slices of it: numbers keep their digits, and places cost
//! nothing until somebody asks.

mod fault;
mod halves;
mod header;
pub mod keys;
mod portion;
mod raw;
mod reader;
mod record;
mod scan;
mod values;

pub(super) use halves::{First, Second, seam};
pub use header::{kind_named, state_named};
pub use portion::Seam;
pub use raw::is_too_deep;

use super::error::ImportError;
use super::{DiagnosticKind, Import, Nobody, Taker};
use crate::progress;

use keys::Key;
use raw::{KeyText, Value, excerpt};
use reader::{Extent, Reader};
use scan::Scanner;

/// The name of the format, in its own `format` key.
pub const FORMAT: &str = "traguardi-plan";
/// The version this program writes, and the newest it reads.
pub const VERSION: u32 = 1;

/// Reads a plan from JSON.
pub fn read(text: &str) -> Result<Import, ImportError> {
    read_by(text, &mut Nobody)
}

/// The same, where somebody takes each objective as soon as nothing that follows it can change it.
pub(super) fn read_by<'a>(text: &'a str, taker: &'a mut (dyn Taker + 'a)) -> Result<Import, ImportError> {
    let mut reader = Reader::new(text, taker);
    let is_read = document(&mut Scanner::new(text), &mut reader).is_some();
    if let Some(fatal) = reader.fatal.take() {
        return Err(fatal);
    }
    if !is_read {
        return Err(fault::of(text));
    }
    if let Some(lack) = reader.so_far.lack() {
        return Err(lack);
    }
    keep_strays(&mut reader)?;
    Ok(reader.close().finish())
}

/// Keeps what stands in the list of objectives and is no record. Such a file is rare, and the first pass has no hold on
/// its numbers: so they are looked up in a second one.
fn keep_strays(reader: &mut Reader<'_>) -> Result<(), ImportError> {
    if reader.strays.is_empty() {
        return Ok(());
    }
    let Some(whole) = Scanner::new(reader.text).value() else { return Err(fault::of(reader.text)) };
    let members = match raw::value(whole) {
        Value::List(members) => members,
        Value::Record(entries) => entries
            .into_iter()
            .filter(|(key, _)| keys::header(key) == Some(Key::Objectives))
            .find_map(|(_, raw)| match raw::value(raw) {
                Value::List(members) => Some(members),
                _ => None,
            })
            .unwrap_or_default(),
        _ => Vec::new(),
    };
    for index in std::mem::take(&mut reader.strays) {
        let Some(member) = members.get(index) else { continue };
        if let Some(fatal) = reader.too_deep(*member, 2) {
            return Err(fatal);
        }
        let kind = DiagnosticKind::NotARecord { written: excerpt(member.get()) };
        reader.report(kind, *member, None);
        let kept = reader.kept(&format!("objectives[{}]", index + 1), *member);
        reader.so_far.plan.kept.push(kept);
    }
    Ok(())
}

/// Reads the whole text: a record with a header, or the bare list. `None` where it is no JSON, or reading is to end.
#[inline(never)]
fn document<'a>(scanner: &mut Scanner<'a>, reader: &mut Reader<'a>) -> Option<()> {
    if scanner.peek()? == b'[' {
        objectives(scanner, reader)?;
        return scanner.peek().is_none().then_some(());
    }
    scanner.record(|scanner, key| {
        let KeyText { key, broken } = raw::key(key);
        reader.found_key(&key);
        if keys::header(&key) == Some(Key::Objectives) && !reader.so_far.has_list {
            return objectives(scanner, reader);
        }
        let raw = scanner.value()?;
        reader.check_depth(raw, 1)?;
        if broken {
            reader.report(DiagnosticKind::Undecodable { count: 1 }, raw, None);
        }
        reader.header_entry(&key, raw);
        Some(())
    })?;
    scanner.peek().is_none().then_some(())
}

/// Reads the list of objectives, or passes over whatever stands in its place: the error at the end says so.
fn objectives<'a>(scanner: &mut Scanner<'a>, reader: &mut Reader<'a>) -> Option<()> {
    reader.so_far.has_objectives = true;
    if scanner.peek()? != b'[' {
        scanner.value()?;
        return Some(());
    }
    reader.so_far.has_list = true;
    scanner.list(|scanner| objective(scanner, reader))
}

/// Whether reading a part of a plan goes on before an objective.
fn goes_on(scanner: &mut Scanner<'_>, reader: &mut Reader<'_>) -> bool {
    match scanner.peek() {
        None => {
            reader.is_cut = true;
            false
        }
        // What is no record is looked up in the whole text; and where codes leave open what is strategic, those of the
        // other half decide.
        Some(next) => reader.extent == Extent::Half && next == b'{' && reader.is_apart(),
    }
}

/// Reads one objective. Whatever else stands in its place is looked up again and kept (see [`keep_strays`]).
// Once in the program, however many call it.
#[inline(never)]
fn objective<'a>(scanner: &mut Scanner<'a>, reader: &mut Reader<'a>) -> Option<()> {
    if reader.extent != Extent::Whole && !goes_on(scanner, reader) {
        return None;
    }
    if scanner.peek()? != b'{' {
        scanner.value()?;
        reader.strays.push(reader.so_far.tally.rows);
        reader.so_far.tally.rows += 1;
        return Some(());
    }
    let mut draft = reader.draft();
    let mut position = 0;
    scanner.record(|scanner, key| {
        let KeyText { key, broken } = raw::key(key);
        let raw = scanner.value()?;
        reader.check_depth(raw, 3)?;
        if broken {
            reader.report(DiagnosticKind::Undecodable { count: 1 }, raw, Some(reader.n()));
        }
        reader.objective_entry(&mut draft, position, &key, raw);
        position += 1;
        Some(())
    })?;
    reader.add(draft);
    progress::tell(false, scanner.done(), reader.text.len(), reader.so_far.count as usize);
    Some(())
}
