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
mod header;
pub mod keys;
mod raw;
mod reader;
mod record;
mod scan;
mod values;

pub use header::{kind_named, state_named};
pub use raw::is_too_deep;

use super::error::{ImportError, Missing};
use super::place::Locator;
use super::{Diagnostic, DiagnosticKind, Format, Import, Nobody, Taker};
use crate::plan::Plan;
use crate::progress;
use crate::sort::sort_by;

use keys::Key;
use raw::{KeyText, Value, excerpt};
use reader::Reader;
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
    if let Some(found) = reader.newer_version.take() {
        return Err(ImportError::NewerVersion { found });
    }
    if let Some(missing) = missing(&reader) {
        let Reader { header_keys, record_keys, format, .. } = reader;
        let keys = if missing == Missing::ObjectiveKeys { record_keys } else { header_keys };
        return Err(ImportError::OtherJson { missing, keys, format });
    }
    if reader.tally.rows == 0 {
        return Err(ImportError::NoObjectives);
    }
    keep_strays(&mut reader)?;
    Ok(finish(reader))
}

/// What the text lacks to be a plan, if it lacks anything.
fn missing(reader: &Reader<'_>) -> Option<Missing> {
    if !reader.has_list {
        return Some(if reader.has_objectives { Missing::ListOfObjectives } else { Missing::Objectives });
    }
    if reader.tally.rows > 0 && reader.objectives.is_empty() {
        return Some(Missing::Records);
    }
    (reader.tally.rows > 0 && !reader.has_objective_keys).then_some(Missing::ObjectiveKeys)
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
        reader.plan.kept.push(kept);
    }
    Ok(())
}

fn finish(mut reader: Reader<'_>) -> Import {
    reader.settle_strategic();
    reader.take_rest();
    let mut findings = std::mem::take(&mut reader.findings);
    findings.extend(reader.key_findings());
    sort_by(&mut findings, |a, b| a.at.cmp(&b.at));
    let mut locator = Locator::new(reader.text);
    let diagnostics = findings
        .into_iter()
        .map(|finding| Diagnostic {
            kind: finding.kind,
            place: finding.at.map(|at| locator.place(at)),
            n: finding.n,
        })
        .collect();
    let plan = Plan { objectives: reader.objectives.into(), ..reader.plan };
    let (tally, view) = (reader.tally, reader.view);
    Import { plan, diagnostics, tally, format: Format::PlanJson, link: None, view }
}

/// Reads the whole text: a record with a header, or the bare list. `None` where it is no JSON, or reading is to end.
fn document<'a>(scanner: &mut Scanner<'a>, reader: &mut Reader<'a>) -> Option<()> {
    if scanner.peek()? == b'[' {
        objectives(scanner, reader)?;
        return scanner.peek().is_none().then_some(());
    }
    scanner.record(|scanner, key| {
        let KeyText { key, broken } = raw::key(key);
        reader.found_key(&key);
        if keys::header(&key) == Some(Key::Objectives) && !reader.has_list {
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
    reader.has_objectives = true;
    if scanner.peek()? != b'[' {
        scanner.value()?;
        return Some(());
    }
    reader.has_list = true;
    scanner.list(|scanner| objective(scanner, reader))
}

/// Reads one objective. Whatever else stands in its place is looked up again and kept (see [`keep_strays`]).
fn objective<'a>(scanner: &mut Scanner<'a>, reader: &mut Reader<'a>) -> Option<()> {
    if scanner.peek()? != b'{' {
        scanner.value()?;
        reader.strays.push(reader.tally.rows);
        reader.tally.rows += 1;
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
    progress::tell(false, scanner.done(), reader.text.len(), reader.objectives.len());
    Some(())
}
