// SPDX-License-Identifier: AGPL-3.0-or-later
//! A plan as JSON, format version 1: what [`crate::import::plan_json`] reads back as the same plan.
//!
//! Written for people too: one key a line, in the order of the format, nothing for what is not stated. Never here: a
//! loss. Where the short form of a value would be read as something else, the long form is written.

use std::sync::Arc;

use rustc_hash::FxHashSet;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::value::RawValue;

use super::pretty;
use crate::decimal;
use crate::import::Field;
use crate::import::plan_json::{FORMAT, VERSION, is_too_deep, keys};
use crate::import::value::{self, Read};
use crate::plan::{
    Correction, Dismissal, DocumentKind, Indicator, Kept, KeptValue, LowerBound, Method, Mission, Objective,
    People, PeopleDecisions, Percent, Plan, Programme, SavedView, Weight,
};
use keys::Key;

/// Writes a plan.
///
/// ```
/// use traguardi::{export, import};
/// let plan = import::read(br#"[{"obiettivo": "Rifare la piazza", "note": "bando"}]"#, "").unwrap().plan;
/// let text = export::plan_json::write(&plan);
/// assert_eq!(import::read(text.as_bytes(), "").unwrap().plan.objectives[0].kept, plan.objectives[0].kept);
/// ```
pub fn write(plan: &Plan) -> String {
    write_looked_at(plan, "")
}

/// Writes a plan with how it is looked at now, as a plan keeps a view ([`write_in_plan`](crate::view::address::write_in_plan)); nothing of it where
/// that is empty.
pub fn write_looked_at(plan: &Plan, view: &str) -> String {
    let is_free = |kept: &Kept| keys::header(&kept.name).is_none() && !is_year(&kept.name);
    pretty(&PlanFile { plan, view, keeping: Keeping::of(&plan.kept, is_free) })
}

/// How kept values are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keeping {
    /// Each under its own name.
    Names,
    /// As a list of names and values, under `kept`.
    List,
}

impl Keeping {
    /// Under their own names, unless two have the same, or one would be read as something else there.
    fn of(kept: &[Kept], is_free: impl Fn(&Kept) -> bool) -> Self {
        let mut names = FxHashSet::default();
        match kept.iter().all(|kept| is_free(kept) && names.insert(kept.name.as_str())) {
            true => Self::Names,
            false => Self::List,
        }
    }
}

/// A key that is a year ticks it.
fn is_year(name: &str) -> bool {
    value::year(name).value().is_some()
}

/// Whether a kept value of an objective is read as one again under its own name. `"percent": "250%"` is: it can stand where
/// it was, to be put right there. `"percent": 50` would become a degree, and is beside another degree only in a list.
fn stays_kept(objective: &Objective, kept: &Kept) -> bool {
    let Some(key) = keys::objective(&kept.name) else { return !is_year(&kept.name) };
    let percent = || is_unread(&kept.value, Percent::new, value::percent);
    let is_unread = match key {
        Key::Field(Field::Degree) => objective.degree.is_none() && percent(),
        Key::Field(Field::StaffPercent) => objective.staff_percent.is_none() && percent(),
        Key::Field(Field::StandInDegree) => objective.stand_in_degree.is_none() && percent(),
        Key::Field(Field::Weight) => {
            objective.weight.is_none() && is_unread(&kept.value, Weight::new, value::weight)
        }
        _ => false,
    };
    // A key that is there again is not read at all.
    is_unread && objective.kept.iter().filter(|kept| keys::objective(&kept.name) == Some(key)).count() == 1
}

/// Whether a value is none of a quantity, and says something all the same.
fn is_unread<T>(value: &KeptValue, number: fn(f64) -> Option<T>, text: fn(&str) -> Read<T>) -> bool {
    match value {
        KeptValue::Text(words) => !words.trim().is_empty() && text(words).value().is_none(),
        KeptValue::Json(json) => json != "null" && decimal::parse(json).and_then(number).is_none(),
    }
}

struct PlanFile<'a> {
    plan: &'a Plan,
    view: &'a str,
    keeping: Keeping,
}

impl Serialize for PlanFile<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Plan { header, objectives, method, people, corrections, dismissed, views, kept } = self.plan;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("format", FORMAT)?;
        map.serialize_entry("version", &VERSION)?;
        entry(&mut map, "title", &header.title)?;
        entry(&mut map, "body", &header.body)?;
        entry(&mut map, "year", &header.year.map(|year| year.number()))?;
        let kind = header.kind.as_ref().map(|kind| match kind {
            DocumentKind::Other(written) => written.as_str(),
            known => known.code().unwrap_or_default(),
        });
        entry(&mut map, "kind", &kind)?;
        entry(&mut map, "state", &header.state.map(|state| state.code()))?;
        entry(&mut map, "method", &method.as_ref().map(MethodRecord))?;
        entry(&mut map, "people", &(!people.is_empty()).then_some(DecisionsRecord(people)))?;
        let overruled: Vec<_> = corrections.iter().map(CorrectionRecord::new).collect();
        entry(&mut map, "corrections", &(!overruled.is_empty()).then_some(overruled))?;
        let dismissals: Vec<_> = dismissed.iter().map(DismissalRecord::new).collect();
        entry(&mut map, "dismissed", &(!dismissals.is_empty()).then_some(dismissals))?;
        let saved: Vec<_> = views.iter().map(|SavedView { name, view }| ViewRecord { name, view }).collect();
        entry(&mut map, "views", &(!saved.is_empty()).then_some(saved))?;
        text(&mut map, "view", self.view)?;
        kept_entries(&mut map, kept, self.keeping)?;
        let records: Vec<Record<'_>> = objectives.iter().map(Record::new).collect();
        map.serialize_entry("objectives", &records)?;
        map.end()
    }
}

fn entry<M: SerializeMap>(map: &mut M, key: &str, value: &Option<impl Serialize>) -> Result<(), M::Error> {
    value.as_ref().map_or(Ok(()), |value| map.serialize_entry(key, value))
}

fn text<M: SerializeMap>(map: &mut M, key: &str, value: &str) -> Result<(), M::Error> {
    if value.is_empty() { Ok(()) } else { map.serialize_entry(key, value) }
}

fn kept_entries<M: SerializeMap>(map: &mut M, kept: &[Kept], keeping: Keeping) -> Result<(), M::Error> {
    match keeping {
        _ if kept.is_empty() => Ok(()),
        Keeping::Names => {
            kept.iter().try_for_each(|kept| map.serialize_entry(&kept.name, &AsWritten(&kept.value)))
        }
        Keeping::List => {
            let list: Vec<_> = kept
                .iter()
                .map(|kept| NameAndValue { name: &kept.name, value: AsWritten(&kept.value) })
                .collect();
            map.serialize_entry("kept", &list)
        }
    }
}

#[derive(Serialize)]
struct NameAndValue<'a> {
    name: &'a str,
    value: AsWritten<'a>,
}

/// A kept value: a text, or the JSON it was.
struct AsWritten<'a>(&'a KeptValue);

impl Serialize for AsWritten<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            KeptValue::Text(text) => serializer.serialize_str(text),
            KeptValue::Json(json) => match serde_json::from_str::<&RawValue>(json) {
                // What came in a link may be deeper than any file that opens again.
                Ok(raw) if !is_too_deep(json) => raw.serialize(serializer),
                // Not JSON after all: then it is a text.
                _ => serializer.serialize_str(json),
            },
        }
    }
}

/// A number without decimals where it has none.
struct Number(f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && (0.0..=1e15).contains(&self.0) {
            serializer.serialize_u64(self.0 as u64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

/// A method, as every file writes it.
pub(super) struct MethodRecord<'a>(pub &'a Method);

impl Serialize for MethodRecord<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Method { bands, stand_in, suspended, not_measurable, not_planned, weights } = self.0;
        let mut map = serializer.serialize_map(Some(7))?;
        map.serialize_entry("achieved_from", &Number(bands.achieved_from().value()))?;
        match bands.partly() {
            LowerBound::From(bound) => map.serialize_entry("partly_from", &Number(bound.value()))?,
            LowerBound::Above(bound) => map.serialize_entry("partly_above", &Number(bound.value()))?,
        }
        for (key, way) in [
            ("stand_in", stand_in.code()),
            ("suspended", suspended.code()),
            ("not_measurable", not_measurable.code()),
            ("not_planned", not_planned.code()),
            ("weights", weights.code()),
        ] {
            map.serialize_entry(key, way)?;
        }
        map.end()
    }
}

/// What was decided of names; nothing for what was not.
struct DecisionsRecord<'a>(&'a PeopleDecisions);

impl Serialize for DecisionsRecord<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let PeopleDecisions { same, different } = self.0;
        let same: Vec<_> = same.iter().map(|names| texts(names)).collect();
        let different: Vec<_> = different.iter().map(|names| texts(names)).collect();
        let mut map = serializer.serialize_map(None)?;
        entry(&mut map, "same", &(!same.is_empty()).then_some(same))?;
        entry(&mut map, "different", &(!different.is_empty()).then_some(different))?;
        map.end()
    }
}

/// How an objective went by the word of the user.
#[derive(Serialize)]
struct CorrectionRecord<'a> {
    n: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    degree: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    responsible: Option<Vec<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    support: Option<Vec<&'a str>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
}

impl<'a> CorrectionRecord<'a> {
    fn new(Correction { n, status, degree, code, responsible, support, note }: &'a Correction) -> Self {
        Self {
            n: *n,
            status: status.as_deref(),
            degree: degree.map(|degree| degree.value()),
            code: code.map(|code| code.to_string()),
            responsible: responsible.as_deref().map(texts),
            support: support.as_deref().map(texts),
            note,
        }
    }
}

fn texts(names: &[Arc<str>]) -> Vec<&str> {
    names.iter().map(AsRef::as_ref).collect()
}

/// A finding that was set aside.
#[derive(Serialize)]
struct DismissalRecord<'a> {
    finding: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<u32>,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
}

impl<'a> DismissalRecord<'a> {
    fn new(Dismissal { finding, n, note }: &'a Dismissal) -> Self {
        Self { finding, n: *n, note }
    }
}

#[derive(Serialize)]
struct ViewRecord<'a> {
    name: &'a str,
    view: &'a str,
}

struct Record<'a> {
    objective: &'a Objective,
    keeping: Keeping,
}

impl<'a> Record<'a> {
    fn new(objective: &'a Objective) -> Self {
        Self { objective, keeping: Keeping::of(&objective.kept, |kept| stays_kept(objective, kept)) }
    }
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let objective = self.objective;
        let code = value::code(&objective.code_as_written).value();
        let mission_code = objective.mission.as_ref().and_then(|mission| mission.code);
        let programme_code = objective.programme.as_ref().and_then(|programme| programme.code);

        let mut map = serializer.serialize_map(None)?;
        text(&mut map, "code", &objective.code_as_written)?;
        match &objective.mission {
            Some(mission) => map.serialize_entry("mission", &MissionValue(mission))?,
            // An empty record says that there is none, where the code or the programme would say that there is one.
            None if code.is_some() || programme_code.is_some() => {
                map.serialize_entry("mission", &Empty {})?
            }
            None => {}
        }
        let context = mission_code.or(code.map(|code| code.mission)).map_or(0, |mission| mission.number());
        match &objective.programme {
            Some(programme) => map.serialize_entry("programme", &ProgrammeValue { programme, context })?,
            None if code.is_some_and(|code| code.programme.is_some()) => {
                map.serialize_entry("programme", &Empty {})?;
            }
            None => {}
        }
        match objective.strategic {
            // `null` says that nobody knows, where the code would decide it.
            None if code.is_some_and(|code| code.strategic) => {
                map.serialize_entry("strategic", &None::<bool>)?;
            }
            strategic => entry(&mut map, "strategic", &strategic)?,
        }
        text(&mut map, "objective", &objective.objective)?;
        text(&mut map, "purpose", &objective.purpose)?;
        people(&mut map, "responsible", &objective.responsible)?;
        people(&mut map, "support", &objective.support)?;
        text(&mut map, "office", &objective.office)?;
        let years =
            objective.planned.as_ref().map(|years| years.iter().map(|y| y.number()).collect::<Vec<_>>());
        entry(&mut map, "years", &years)?;
        if !objective.indicators.is_empty() {
            let indicators: Vec<_> = objective.indicators.iter().map(IndicatorValue).collect();
            map.serialize_entry("indicators", &indicators)?;
        }
        text(&mut map, "outcome", &objective.outcome)?;
        entry(&mut map, "percent", &objective.degree.map(|percent| Number(percent.value())))?;
        entry(&mut map, "staff_percent", &objective.staff_percent.map(|percent| Number(percent.value())))?;
        entry(
            &mut map,
            "stand_in_degree",
            &objective.stand_in_degree.map(|percent| Number(percent.value())),
        )?;
        entry(&mut map, "weight", &objective.weight.map(|weight| Number(weight.value())))?;
        text(&mut map, "deadline", &objective.deadline)?;
        kept_entries(&mut map, &objective.kept, self.keeping)?;
        map.end()
    }
}

#[derive(Serialize)]
struct Empty {}

#[derive(Serialize)]
struct CodeAndName<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
}

/// A label such as `14 Sviluppo economico`.
fn label(code: Option<String>, name: Option<&str>) -> String {
    match (code, name) {
        (Some(code), Some(name)) => format!("{code} {name}"),
        (code, name) => code.unwrap_or_else(|| name.unwrap_or_default().to_owned()),
    }
}

struct MissionValue<'a>(&'a Mission);

impl Serialize for MissionValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Mission { code, name } = self.0;
        let (written, name) = (code.map(|code| code.to_string()), name.as_deref());
        let label = label(written.clone(), name);
        if value::mission_label(&label) == (*code, name) {
            serializer.serialize_str(&label)
        } else {
            CodeAndName { code: written, name }.serialize(serializer)
        }
    }
}

struct ProgrammeValue<'a> {
    programme: &'a Programme,
    /// The number of the mission beside it, by which a reader would complete a code.
    context: u8,
}

impl Serialize for ProgrammeValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Programme { code, name } = self.programme;
        let (written, name) = (code.map(|code| code.to_string()), name.as_deref());
        let label = label(written.clone(), name);
        if value::programme_label(&label, crate::plan::MissionCode::new(self.context)) == (*code, name) {
            serializer.serialize_str(&label)
        } else {
            CodeAndName { code: written, name }.serialize(serializer)
        }
    }
}

/// People as the cell they were in, as the list they were, or as both where the names are not those the cell parts into.
fn people<M: SerializeMap>(map: &mut M, key: &str, people: &People) -> Result<(), M::Error> {
    let People { cell, names } = people;
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    if cell.is_empty() {
        return if names.is_empty() { Ok(()) } else { map.serialize_entry(key, &names) };
    }
    if value::people(cell) == names {
        return map.serialize_entry(key, cell);
    }
    #[derive(Serialize)]
    struct CellAndNames<'a> {
        cell: &'a str,
        names: Vec<&'a str>,
    }
    map.serialize_entry(key, &CellAndNames { cell, names })
}

struct IndicatorValue<'a>(&'a Indicator);

impl Serialize for IndicatorValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Indicator { text: what, expected, actual, weight } = self.0;
        if expected.is_empty() && actual.is_empty() && weight.is_none() && !what.trim().is_empty() {
            return serializer.serialize_str(what);
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("text", what)?;
        text(&mut map, "expected", expected)?;
        text(&mut map, "actual", actual)?;
        entry(&mut map, "weight", &weight.map(|weight| Number(weight.value())))?;
        map.end()
    }
}
