// SPDX-License-Identifier: AGPL-3.0-or-later
//! The JSON plan, format version 1: a record with a header and `objectives`, or the bare list of objectives.
//!
//! Written by hand and by software, so tolerant in keys (see [`keys`]) and values (see [`super::value`]). Never here: a
//! value dropped. What has no field, or cannot be read as its field, is kept as written and reported once with its
//! place; half a file is an error, for nobody can say what the other half held.
//!
//! One pass of serde_json over the text. Values are taken as slices of it: numbers keep their digits, and places cost
//! nothing until somebody asks.

mod fault;
mod header;
pub mod keys;
mod raw;
mod reader;
mod record;
mod values;

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

pub use header::{kind_named, state_named};

use super::error::{ImportError, Missing};
use super::place::Locator;
use super::{Diagnostic, DiagnosticKind, Format, Import};
use crate::plan::Plan;
use crate::sort::sort_by;

use keys::Key;
use raw::{KeyText, Value, excerpt};
use reader::Reader;

/// The name of the format, in its own `format` key.
pub const FORMAT: &str = "traguardi-plan";
/// The version this program writes, and the newest it reads.
pub const VERSION: u32 = 1;

/// Reads a plan from JSON.
pub fn read(text: &str) -> Result<Import, ImportError> {
    let mut reader = Reader::new(text);
    let mut json = serde_json::Deserializer::from_str(text);
    let outcome = Document(&mut reader).deserialize(&mut json).and_then(|()| json.end());
    if let Some(fatal) = reader.fatal.take() {
        return Err(fatal);
    }
    outcome.map_err(|error| fault::syntax_error(text, &error))?;
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
    let whole: &RawValue = match serde_json::from_str(reader.text) {
        Ok(whole) => whole,
        Err(error) => return Err(fault::syntax_error(reader.text, &error)),
    };
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
        if let Some(fatal) = reader.too_deep(member, 2) {
            return Err(fatal);
        }
        let kind = DiagnosticKind::NotARecord { written: excerpt(member.get()) };
        reader.report(kind, member, None);
        let kept = reader.kept(&format!("objectives[{}]", index + 1), member);
        reader.plan.kept.push(kept);
    }
    Ok(())
}

fn finish(mut reader: Reader<'_>) -> Import {
    reader.settle_strategic();
    let mut locator = Locator::new(reader.text);
    for (objective, start) in reader.objectives.iter_mut().zip(&reader.starts) {
        objective.place = start.map(|start| locator.place(start));
    }
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
    Import { plan, diagnostics, tally: reader.tally, format: Format::PlanJson }
}

/// The whole text: a record with a header, or the bare list.
struct Document<'r, 'a>(&'r mut Reader<'a>);

impl<'a> DeserializeSeed<'a> for Document<'_, 'a> {
    type Value = ();

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'a> Visitor<'a> for Document<'_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a plan or a list of objectives")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        let reader = self.0;
        while let Some(KeyText { key, broken }) = map.next_key()? {
            reader.found_key(&key);
            if keys::header(&key) == Some(Key::Objectives) && !reader.has_list {
                map.next_value_seed(Objectives(reader))?;
                continue;
            }
            let raw: &RawValue = map.next_value()?;
            reader.check_depth(raw, 1).map_err(A::Error::custom)?;
            if broken {
                reader.report(DiagnosticKind::Undecodable { count: 1 }, raw, None);
            }
            reader.header_entry(&key, raw);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'a>>(self, seq: A) -> Result<(), A::Error> {
        self.0.has_objectives = true;
        Objectives(self.0).visit_seq(seq)
    }
}

/// The list of objectives, or whatever stands in its place.
struct Objectives<'r, 'a>(&'r mut Reader<'a>);

impl<'a> DeserializeSeed<'a> for Objectives<'_, 'a> {
    type Value = ();

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<(), D::Error> {
        self.0.has_objectives = true;
        deserializer.deserialize_any(self)
    }
}

/// The forms of a value that is neither what was hoped for nor of any use: passed over here.
macro_rules! pass_over_scalars {
    () => {
        fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
            self.pass_over()
        }
        fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
            self.pass_over()
        }
        fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
            self.pass_over()
        }
        fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
            self.pass_over()
        }
        fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
            self.pass_over()
        }
        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            self.pass_over()
        }
    };
}

impl Objectives<'_, '_> {
    /// Not a list: the error at the end says so.
    fn pass_over<E>(self) -> Result<(), E> {
        Ok(())
    }
}

impl<'a> Visitor<'a> for Objectives<'_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of objectives")
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut seq: A) -> Result<(), A::Error> {
        let reader = self.0;
        reader.has_list = true;
        while let Some(()) = seq.next_element_seed(Record(reader))? {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(())
    }

    pass_over_scalars!();
}

/// One objective, or whatever stands in its place.
struct Record<'r, 'a>(&'r mut Reader<'a>);

impl Record<'_, '_> {
    /// Not a record: looked up again and kept (see [`keep_strays`]).
    fn pass_over<E>(self) -> Result<(), E> {
        self.0.strays.push(self.0.tally.rows);
        self.0.tally.rows += 1;
        Ok(())
    }
}

impl<'a> DeserializeSeed<'a> for Record<'_, 'a> {
    type Value = ();

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'a> Visitor<'a> for Record<'_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an objective")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        let reader = self.0;
        let mut draft = reader.draft();
        let mut position = 0;
        while let Some(KeyText { key, broken }) = map.next_key()? {
            let raw: &RawValue = map.next_value()?;
            reader.check_depth(raw, 3).map_err(A::Error::custom)?;
            if broken {
                reader.report(DiagnosticKind::Undecodable { count: 1 }, raw, Some(reader.n()));
            }
            reader.objective_entry(&mut draft, position, &key, raw);
            position += 1;
        }
        reader.add(draft);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut seq: A) -> Result<(), A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        self.pass_over()
    }

    pass_over_scalars!();
}
