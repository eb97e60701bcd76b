// SPDX-License-Identifier: AGPL-3.0-or-later
//! A plan on its way out, column by column; [`super::read`] is its other half, line for line.
//!
//! Never here: a field left out. A plan is taken apart by name, so that one that gets another field does not compile
//! before it is written.

use std::hash::Hash;

use rustc_hash::FxHashMap;

use super::people::{NamesOut, write_cell};
use super::values::{OTHER_CODE, of_code, of_corrected, of_percent, of_weight};
use super::writer::{TableOut, Writer};
use super::{Column, names};
use crate::plan::{
    Correction, Dismissal, DocumentKind, DocumentState, Header, Indicator, Kept, KeptValue, LowerBound,
    Method, Mission, MissionCode, NotPlanned, Objective, People, PeopleDecisions, Plan, Programme, SavedView,
    StandIn, Unjudged, Weights, Year,
};

/// Writes a plan.
pub fn plan<'p>(writer: &mut Writer<'p>, plan: &'p Plan) {
    let Plan { header, objectives, method, people, corrections, dismissed, views, kept } = plan;
    let mut names = NamesOut::default();
    self::header(writer, header);
    writer.count(objectives.len());
    self::objectives(writer, objectives, header.year, &mut names);
    self::method(writer, method.as_ref());
    decisions(writer, people, &mut names);
    self::corrections(writer, corrections, &mut names);
    self::dismissed(writer, dismissed);
    self::views(writer, views);
    writer.count(kept.len());
    self::kept(writer, &kept.iter().collect::<Vec<_>>());
    stand_ins(writer, objectives);
}

/// The years that are told by a number are told from this one on, where a plan says none.
pub(super) const SOME_YEAR: u16 = 2020;

fn header<'p>(writer: &mut Writer<'p>, header: &'p Header) {
    let Header { title, body, year, kind, state } = header;
    writer.maybe_text(Column::Header, title.as_deref());
    writer.maybe_text(Column::Header, body.as_deref());
    writer.number(year.map_or(0, |year| u64::from(year.number() - Year::MIN) + 1));
    kind_and_state(writer, kind.as_ref(), *state);
}

/// Writes which kind of document it is and how far its approval has come.
pub(super) fn kind_and_state<'p>(
    writer: &mut Writer<'p>,
    kind: Option<&'p DocumentKind>,
    state: Option<DocumentState>,
) {
    writer.number(match kind {
        None => 0_u64,
        Some(DocumentKind::Other(_)) => 1,
        Some(DocumentKind::Peg) => 2,
        Some(DocumentKind::Pdo) => 3,
        Some(DocumentKind::PerformancePlan) => 4,
        Some(DocumentKind::Piao) => 5,
        Some(DocumentKind::PerformanceReport) => 6,
    });
    if let Some(DocumentKind::Other(written)) = kind {
        writer.text(Column::Header, written);
    }
    writer.number(match state {
        None => 0_u64,
        Some(DocumentState::Draft) => 1,
        Some(DocumentState::Approved) => 2,
        Some(DocumentState::Validated) => 3,
    });
}

/// By code of a mission, the place in the table of the one that followed from a programme.
#[derive(Default)]
pub(super) struct Follows(pub FxHashMap<Option<MissionCode>, usize>);

/// Values that repeat: the numbers of all, and those that are new.
fn tabled<T: Eq + Hash + Copy>(
    writer: &mut Writer<'_>,
    table: &mut TableOut<T>,
    all: impl Iterator<Item = T>,
) -> Vec<T> {
    let mut new = Vec::new();
    let number = |value: T| {
        let number = table.number(value);
        if number == 0 {
            new.push(value);
        }
        number
    };
    let numbers: Vec<u64> = all.map(number).collect();
    writer.column(&numbers);
    new
}

fn objectives<'p>(
    writer: &mut Writer<'p>,
    all: &'p [Objective],
    year: Option<Year>,
    names: &mut NamesOut<'p>,
) {
    if all.is_empty() {
        return;
    }
    // One that gets another field has it written here too.
    let Objective {
        place: _,
        code_as_written: _,
        mission: _,
        programme: _,
        strategic: _,
        objective: _,
        purpose: _,
        responsible: _,
        support: _,
        office: _,
        planned: _,
        indicators: _,
        outcome: _,
        degree: _,
        staff_percent: _,
        stand_in_degree: _,
        weight: _,
        deadline: _,
        kept: _,
    } = &all[0];
    let column = |of: &dyn Fn(&Objective) -> u64| -> Vec<u64> { all.iter().map(of).collect() };

    let mut last = 0;
    for programme in tabled(writer, &mut TableOut::default(), all.iter().map(|one| one.programme.as_ref())) {
        self::programme(writer, programme, &mut last);
    }
    missions(writer, all);
    let strategic = column(&|one| one.strategic.map_or(0, |is| 1 + u64::from(is)));
    writer.column(&strategic);
    let codes = column(&|one| {
        of_code(&one.code_as_written, one.programme.as_ref().and_then(|of| of.code), one.strategic)
    });
    writer.column(&codes);
    for (one, _) in all.iter().zip(&codes).filter(|(_, form)| **form == OTHER_CODE) {
        writer.text(Column::Code, &one.code_as_written);
    }
    for years in tabled(writer, &mut TableOut::default(), all.iter().map(|one| one.planned.as_deref())) {
        self::years(writer, years, year);
    }
    let mut cells = TableOut::<&People>::default();
    let both: [fn(&Objective) -> &People; 2] = [|one| &one.responsible, |one| &one.support];
    for of in both {
        for people in tabled(writer, &mut cells, all.iter().map(of)) {
            write_cell(writer, names, people);
        }
    }
    writer.column(&column(&|one| of_percent(one.degree)));
    writer.column(&column(&|one| of_percent(one.staff_percent)));
    writer.column(&column(&|one| of_weight(one.weight)));
    for (of, of_one) in TEXTS {
        let texts: Vec<&str> = all.iter().map(of_one).collect();
        writer.texts(of, &texts);
    }
    writer.column(&column(&|one| one.indicators.len() as u64));
    let indicators: Vec<&Indicator> = all.iter().flat_map(|one| &one.indicators).collect();
    self::indicators(writer, &indicators);
    writer.column(&column(&|one| one.kept.len() as u64));
    let kept: Vec<&Kept> = all.iter().flat_map(|one| &one.kept).collect();
    self::kept(writer, &kept);
}

/// The number before degrees that staff percentages stood in for.
pub(super) const STAND_INS: u64 = 1;

/// Degrees that staff percentages stood in for, where there are any. They stand behind all that the first pages knew, which
/// say that the link is newer than they are, and show no other year.
fn stand_ins(writer: &mut Writer<'_>, all: &[Objective]) {
    if all.iter().any(|one| one.stand_in_degree.is_some()) {
        writer.number(STAND_INS);
        writer.column(&all.iter().map(|one| of_percent(one.stand_in_degree)).collect::<Vec<_>>());
    }
}

/// The texts of an objective.
type TextOf = fn(&Objective) -> &str;

const TEXTS: [(Column, TextOf); 5] = [
    (Column::Objective, |one| &one.objective),
    (Column::Purpose, |one| &one.purpose),
    (Column::Office, |one| &one.office),
    (Column::Outcome, |one| &one.outcome),
    (Column::Deadline, |one| &one.deadline),
];

/// Missions, of which most are those of the programmes: 0 for such a one, else 1 and its number in the table.
fn missions<'p>(writer: &mut Writer<'p>, all: &'p [Objective]) {
    let (mut table, mut follows, mut new) = (TableOut::default(), Follows::default(), Vec::new());
    let mut numbers = Vec::with_capacity(all.len());
    for Objective { mission, programme, .. } in all {
        let mission = mission.as_ref();
        let expected = programme.as_ref().and_then(|programme| programme.code).map(|code| code.mission());
        let place = follows.0.get(&expected).copied();
        let number = table.number(mission);
        let code = mission.and_then(|mission| mission.code);
        let is_expected = expected.is_some()
            && match place {
                Some(place) => number != 0 && table.len() - number as usize == place,
                None => number == 0 && code == expected,
            };
        if number == 0 {
            if is_expected {
                follows.0.insert(code, table.len() - 1);
            }
            new.push((mission, is_expected));
        }
        numbers.push(if is_expected { 0 } else { 1 + number });
    }
    writer.column(&numbers);
    for (mission, is_expected) in new {
        self::mission(writer, mission, is_expected);
    }
}

fn mission<'p>(writer: &mut Writer<'p>, mission: Option<&'p Mission>, is_expected: bool) {
    let Some(Mission { code, name }) = mission else { return writer.number(0_u64) };
    if !is_expected {
        writer.number(1 + code.map_or(0, |code| u64::from(code.number())));
    }
    label(writer, code.map(|code| code.to_string()), name.as_deref());
}

fn programme<'p>(writer: &mut Writer<'p>, programme: Option<&'p Programme>, last: &mut u8) {
    let Some(Programme { code, name }) = programme else { return writer.number(0_u64) };
    match code {
        None => writer.number(1_u64),
        Some(code) if code.mission().number() == *last => writer.number(1 + u64::from(code.number())),
        Some(code) => {
            *last = code.mission().number();
            writer.number(100 + u64::from(*last));
            writer.number(code.number());
        }
    }
    label(writer, code.map(|code| code.to_string()), name.as_deref());
}

/// A name: none, a text, or one of those that its code has officially.
fn label<'p>(writer: &mut Writer<'p>, code: Option<String>, name: Option<&'p str>) {
    let Some(name) = name else { return writer.number(0_u64) };
    match code.and_then(|code| names::place(&code, name)) {
        Some(place) => writer.number(2 + place as u64),
        None => {
            writer.number(1_u64);
            writer.text(Column::Label, name);
        }
    }
}

/// Years, each by how far it is from the one before.
fn years(writer: &mut Writer<'_>, years: Option<&[Year]>, year: Option<Year>) {
    let Some(years) = years else { return writer.number(0_u64) };
    writer.count(1 + years.len());
    let mut last = year.map_or(SOME_YEAR, Year::number);
    for year in years {
        let step = i64::from(year.number()) - i64::from(last);
        writer.number(((step << 1) ^ (step >> 63)) as u64);
        last = year.number();
    }
}

fn indicators<'p>(writer: &mut Writer<'p>, all: &[&'p Indicator]) {
    if all.is_empty() {
        return;
    }
    let Indicator { text: _, expected: _, actual: _, weight: _ } = all[0];
    let texts: [fn(&Indicator) -> &str; 3] = [|one| &one.text, |one| &one.expected, |one| &one.actual];
    for (column, of) in [Column::Indicator, Column::Expected, Column::Actual].into_iter().zip(texts) {
        writer.texts(column, &all.iter().copied().map(of).collect::<Vec<_>>());
    }
    writer.column(&all.iter().map(|one| of_weight(one.weight)).collect::<Vec<_>>());
}

fn kept<'p>(writer: &mut Writer<'p>, all: &[&'p Kept]) {
    if all.is_empty() {
        return;
    }
    let keys = all.iter().map(|kept| kept.name.as_str());
    for key in tabled(writer, &mut TableOut::default(), keys) {
        writer.text(Column::Key, key);
    }
    let is_json = |kept: &&Kept| u64::from(matches!(kept.value, KeptValue::Json(_)));
    writer.column(&all.iter().map(is_json).collect::<Vec<_>>());
    writer.texts(Column::Value, &all.iter().map(|kept| kept.value.as_str()).collect::<Vec<_>>());
}

/// The place of a way among all.
fn way<T: PartialEq>(all: &[T], way: &T) -> u64 {
    all.iter().position(|known| known == way).unwrap_or_default() as u64
}

/// Writes a method: whether there is one, and whether it is another than the default.
pub(super) fn method(writer: &mut Writer<'_>, method: Option<&Method>) {
    let Some(method) = method else { return writer.number(0_u64) };
    if *method == Method::default() {
        return writer.number(1_u64);
    }
    writer.number(2_u64);
    let Method { bands, stand_in, suspended, not_measurable, not_planned, weights } = method;
    let partly = bands.partly();
    writer.number(of_percent(Some(bands.achieved_from())));
    writer.flag(matches!(partly, LowerBound::Above(_)));
    writer.number(of_percent(Some(partly.degree())));
    for way in [
        way(StandIn::ALL, stand_in),
        way(Unjudged::ALL, suspended),
        way(Unjudged::ALL, not_measurable),
        way(NotPlanned::ALL, not_planned),
        way(Weights::ALL, weights),
    ] {
        writer.number(way);
    }
}

fn decisions<'p>(writer: &mut Writer<'p>, decisions: &'p PeopleDecisions, names: &mut NamesOut<'p>) {
    let PeopleDecisions { same, different } = decisions;
    writer.count(same.len());
    same.iter().for_each(|group| names.write(writer, group));
    writer.count(different.len());
    different.iter().for_each(|pair| names.write(writer, pair));
}

fn corrections<'p>(writer: &mut Writer<'p>, all: &'p [Correction], names: &mut NamesOut<'p>) {
    writer.count(all.len());
    for Correction { n, status, degree, code, responsible, support, note } in all {
        writer.number(*n);
        writer.maybe_text(Column::User, status.as_deref());
        writer.number(of_percent(*degree));
        writer.number(of_corrected(*code));
        for people in [responsible, support] {
            writer.flag(people.is_some());
            if let Some(people) = people {
                names.write(writer, people);
            }
        }
        writer.text(Column::User, note);
    }
}

fn dismissed<'p>(writer: &mut Writer<'p>, all: &'p [Dismissal]) {
    writer.count(all.len());
    for Dismissal { finding, n, note } in all {
        writer.number(n.map_or(0, |n| u64::from(n) + 1));
        writer.text(Column::User, finding);
        writer.text(Column::User, note);
    }
}

fn views<'p>(writer: &mut Writer<'p>, all: &'p [SavedView]) {
    writer.count(all.len());
    for SavedView { name, view } in all {
        writer.text(Column::User, name);
        writer.text(Column::User, view);
    }
}
