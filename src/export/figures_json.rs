// SPDX-License-Identifier: AGPL-3.0-or-later
//! The download `figures-json`: the figures of what is selected, with the plan, method and selection behind them.
//!
//! Never here: the objectives themselves (see `objectives_json`).

use std::collections::BTreeMap;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::plan_json::MethodRecord;
use crate::listing::Column;
use crate::plan::{Header, Method, MissionCode, Plan, ProgrammeCode, Year, official};
use crate::statistics::{
    Dimension, Distribution, Field, Figures, Gap, Group, Measure, Month, Selection, StatusCounts, StatusRow,
    Summary, Table, WeightedMean,
};

/// The figures of a selection as JSON.
///
/// `figures` are those of `selection` with [`Facets::Strict`](crate::statistics::Facets::Strict), from `table`; its
/// words were searched in `field` of each objective, or in all texts.
pub fn write(
    plan: &Plan,
    method: &Method,
    selection: &Selection,
    field: Option<Field>,
    table: &Table,
    figures: &Figures,
) -> String {
    let year = plan.header.year;
    let named = |dimension| move |group| GroupJson::new(group, name(table, dimension, group, year));
    let unnamed = |group| GroupJson::new(group, None);
    let of_people = |group| {
        let mut json = GroupJson::new(group, None);
        let key = &group.key;
        json.kind = (!key.is_empty()).then(|| if table.is_office(key) { "group" } else { "person" });
        json
    };
    super::pretty(&FiguresJson {
        format: "traguardi-figures",
        version: 1,
        plan: PlanJson::new(&plan.header),
        method: MethodRecord(method),
        selection: SelectionJson::new(selection, field),
        objectives: figures.selected.all(),
        left_out: figures.selected.left_out,
        corrected: figures.selected.corrected,
        findings: FindingsJson(table, figures),
        strategic: figures.selected.strategic,
        status: StatusJson(figures.selected.status),
        degree: DegreeJson::new(&figures.selected),
        staff_percent: MeasureJson::new(figures.selected.staff_percent),
        by_mission: figures.by_mission.iter().map(named(Dimension::Mission)).collect(),
        by_programme: figures.by_programme.iter().map(named(Dimension::Programme)).collect(),
        by_responsible: figures.by_responsible.iter().map(of_people).collect(),
        by_strategic: figures.by_strategic.iter().map(unnamed).collect(),
        by_year: figures.by_year.iter().map(unnamed).collect(),
        by_office: figures.status_by_office.iter().map(OfficeJson::new).collect(),
        timeline: figures.timeline.iter().map(MonthJson::new).collect(),
        degree_against_staff: GapJson::new(&figures.gap),
    })
}

/// The name of a mission or programme: as the plan writes it, else the official one of the plan's year; a key that is
/// a name itself is its own.
pub(super) fn name(table: &Table, dimension: Dimension, group: &Group, year: Option<Year>) -> Option<String> {
    let key = &group.key;
    if let Some(written) = table.name_of(dimension, key) {
        return Some(written.to_string());
    }
    if let Ok(code) = key.parse::<MissionCode>() {
        return official::mission_name(code, year).map(str::to_owned);
    }
    if let Ok(code) = key.parse::<ProgrammeCode>() {
        return official::programme_name(code, year).map(str::to_owned);
    }
    (!key.is_empty()).then(|| key.clone())
}

#[derive(Serialize)]
struct FiguresJson<'p> {
    format: &'static str,
    version: u32,
    plan: PlanJson<'p>,
    method: MethodRecord<'p>,
    selection: SelectionJson<'p>,
    /// All that are selected, those that the method leaves out of the other figures too.
    objectives: u32,
    left_out: u32,
    /// How many the user corrected.
    corrected: u32,
    findings: FindingsJson<'p>,
    strategic: u32,
    status: StatusJson,
    degree: DegreeJson,
    staff_percent: MeasureJson,
    by_mission: Vec<GroupJson<'p>>,
    by_programme: Vec<GroupJson<'p>>,
    by_responsible: Vec<GroupJson<'p>>,
    by_strategic: Vec<GroupJson<'p>>,
    by_year: Vec<GroupJson<'p>>,
    by_office: Vec<OfficeJson<'p>>,
    timeline: Vec<MonthJson<'p>>,
    degree_against_staff: GapJson,
}

#[derive(Serialize)]
pub(super) struct PlanJson<'p> {
    title: Option<&'p str>,
    body: Option<&'p str>,
    year: Option<u16>,
    kind: Option<&'p str>,
    state: Option<&'static str>,
}

impl<'p> PlanJson<'p> {
    pub(super) fn new(header: &'p Header) -> Self {
        use crate::plan::DocumentKind::Other;
        Self {
            title: header.title.as_deref(),
            body: header.body.as_deref(),
            year: header.year.map(Year::number),
            kind: header.kind.as_ref().and_then(|kind| match kind {
                Other(written) => Some(written.as_str()),
                kind => kind.code(),
            }),
            state: header.state.map(|state| state.code()),
        }
    }
}

/// The filters by dimension, and the words searched for: `{"mission": ["01", "04"], "search": ""}`; where all but those
/// are selected, `{"mission": {"all_but": ["01", "04"]}}`; where words are searched in one text of each objective,
/// `{"search": "scuola", "search_in": "outcome"}`.
pub(super) struct SelectionJson<'p>(&'p Selection, Option<Field>);

impl<'p> SelectionJson<'p> {
    pub(super) fn new(selection: &'p Selection, field: Option<Field>) -> Self {
        Self(selection, field)
    }
}

impl Serialize for SelectionJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for dimension in Dimension::ALL {
            let keys: Vec<&str> = self.0.keys(dimension).collect();
            match (keys.is_empty(), self.0.is_turned(dimension)) {
                (true, _) => {}
                (false, false) => map.serialize_entry(dimension.code(), &keys)?,
                (false, true) => {
                    map.serialize_entry(dimension.code(), &BTreeMap::from([("all_but", keys)]))?
                }
            }
        }
        map.serialize_entry("search", &self.0.search)?;
        let column = self.1.and_then(Column::of_field).filter(|_| !self.0.search.trim().is_empty());
        if let Some(column) = column {
            map.serialize_entry("search_in", column.code())?;
        }
        map.end()
    }
}

/// In how many objectives each kind of finding is, without zeros.
struct FindingsJson<'p>(&'p Table, &'p Figures);

impl Serialize for FindingsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let counts = self.0.kinds_of_findings().iter().zip(&self.1.by_finding);
        serializer.collect_map(counts.filter(|(_, count)| **count > 0))
    }
}

/// Every status with its count, zeros too.
struct StatusJson(StatusCounts);

impl Serialize for StatusJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(status, count)| (status.code(), count)))
    }
}

#[derive(Serialize)]
struct DegreeJson {
    known: u32,
    mean: Option<f64>,
    weighted_known: u32,
    weighted_mean: Option<f64>,
    median: Option<f64>,
    stand_ins: u32,
}

impl DegreeJson {
    fn new(summary: &Summary) -> Self {
        let WeightedMean { known: weighted_known, mean: weighted_mean } = summary.weighted;
        let Measure { known, mean, median } = summary.degree;
        Self { known, mean, weighted_known, weighted_mean, median, stand_ins: summary.stand_ins }
    }
}

#[derive(Serialize)]
struct MeasureJson {
    known: u32,
    mean: Option<f64>,
    median: Option<f64>,
}

impl MeasureJson {
    fn new(Measure { known, mean, median }: Measure) -> Self {
        Self { known, mean, median }
    }
}

#[derive(Serialize)]
struct GroupJson<'p> {
    key: &'p str,
    name: Option<String>,
    /// Of those who answer for objectives: a person, or an office or group.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    objectives: u32,
    left_out: u32,
    strategic: u32,
    #[serde(flatten)]
    degree: DegreeJson,
    status: StatusJson,
    staff_percent: MeasureJson,
}

impl<'p> GroupJson<'p> {
    fn new(group: &'p Group, name: Option<String>) -> Self {
        let summary = &group.summary;
        Self {
            key: &group.key,
            name,
            kind: None,
            objectives: summary.all(),
            left_out: summary.left_out,
            strategic: summary.strategic,
            degree: DegreeJson::new(summary),
            status: StatusJson(summary.status),
            staff_percent: MeasureJson::new(summary.staff_percent),
        }
    }
}

#[derive(Serialize)]
struct OfficeJson<'p> {
    key: &'p str,
    objectives: u32,
    left_out: u32,
    status: StatusJson,
}

impl<'p> OfficeJson<'p> {
    fn new(row: &'p StatusRow) -> Self {
        let StatusRow { key, status, left_out } = row;
        Self { key, objectives: status.total() + left_out, left_out: *left_out, status: StatusJson(*status) }
    }
}

/// How many were due in a month, and of these how many were done by then, later, or nobody knows; how many were done in
/// it.
#[derive(Serialize)]
struct MonthJson<'p> {
    key: &'p str,
    due: u32,
    due_done_by_then: u32,
    due_done_later: u32,
    due_not_known: u32,
    completed: u32,
}

impl<'p> MonthJson<'p> {
    fn new(month: &'p Month) -> Self {
        let Month { key, due, due_kept: [due_done_by_then, due_done_later, due_not_known], completed } =
            month;
        let [due_done_by_then, due_done_later] = [*due_done_by_then, *due_done_later];
        Self {
            key,
            due: *due,
            due_done_by_then,
            due_done_later,
            due_not_known: *due_not_known,
            completed: *completed,
        }
    }
}

/// The pairs of ranges that have objectives, and how many have no pair.
#[derive(Serialize)]
struct GapJson {
    known: u32,
    degree_below: u32,
    same: u32,
    degree_above: u32,
    without_degree: u32,
    without_staff_percent: u32,
    without_both: u32,
    cells: Vec<CellJson>,
}

#[derive(Serialize)]
struct CellJson {
    degree: String,
    staff_percent: String,
    objectives: u32,
}

impl GapJson {
    fn new(gap: &Gap) -> Self {
        let [degree_below, same, degree_above] = gap.order;
        let [without_degree, without_staff_percent, without_both] = gap.unknown;
        let mut cells = Vec::new();
        for (degree, row) in gap.cells.iter().enumerate() {
            for (staff, &objectives) in row.iter().enumerate().filter(|(_, count)| **count > 0) {
                let [degree, staff_percent] = [degree, staff].map(Distribution::key_of);
                cells.push(CellJson { degree, staff_percent, objectives });
            }
        }
        Self {
            known: gap.order.iter().sum(),
            degree_below,
            same,
            degree_above,
            without_degree,
            without_staff_percent,
            without_both,
            cells,
        }
    }
}
