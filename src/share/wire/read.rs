// SPDX-License-Identifier: AGPL-3.0-or-later
//! A plan on its way in, column by column; [`super::write`] is its other half, line for line.
//!
//! Never here: memory taken before it is paid for, and a value that a plan cannot hold.

use std::sync::Arc;

use super::people::{NamesIn, read_cell};
use super::reader::Reader;
use super::values::{OTHER_CODE, code_in, corrected, percent, weight};
use super::write::{Follows, SOME_YEAR, STAND_INS};
use super::{Column, WireError, names};
use crate::plan::{
    Bands, Correction, Dismissal, DocumentKind, DocumentState, Header, Indicator, Kept, KeptValue,
    LowerBound, Method, Mission, MissionCode, NotPlanned, Objective, People, PeopleDecisions, Percent, Plan,
    Programme, ProgrammeCode, SavedView, StandIn, Unjudged, Weights, Year,
};

/// What an objective is paid for. It takes more than itself where it is read, listed, drawn and written: a few bytes can
/// say that many are all alike, and 16,000 of them are more than any plan that is sent.
const OF_OBJECTIVE: usize = 4096;

type Result<T> = std::result::Result<T, WireError>;

/// What was read, unless it cannot be.
fn sound<T>(value: Option<T>) -> Result<T> {
    value.ok_or(WireError::Broken)
}

/// Reads a plan.
pub fn plan(reader: &mut Reader<'_>) -> Result<Plan> {
    let mut names = NamesIn::default();
    let header = header(reader)?;
    let count = reader.count(OF_OBJECTIVE)?;
    let mut objectives = objectives(reader, count, header.year, &mut names)?;
    let method = method(reader)?;
    let people = decisions(reader, &mut names)?;
    let corrections = corrections(reader, &mut names)?;
    let dismissed = dismissed(reader)?;
    let views = views(reader)?;
    let count = reader.count(size_of::<Kept>())?;
    let kept = kept(reader, count)?;
    stand_ins(reader, &mut objectives)?;
    let objectives = objectives.into();
    Ok(Plan { header, objectives, method, people, corrections, dismissed, views, kept })
}

fn header(reader: &mut Reader<'_>) -> Result<Header> {
    let title = reader.maybe_text(Column::Header)?.map(str::to_owned);
    let body = reader.maybe_text(Column::Header)?.map(str::to_owned);
    let year = self::year(reader)?;
    let (kind, state) = kind_and_state(reader)?;
    Ok(Header { title, body, year, kind, state })
}

/// Reads a year that may not be there.
pub(super) fn year(reader: &mut Reader<'_>) -> Result<Option<Year>> {
    match reader.at_most(u64::from(Year::MAX))? {
        0 => Ok(None),
        number => sound(Year::new(Year::MIN + (number - 1) as u16)).map(Some),
    }
}

/// Reads which kind of document it is and how far its approval has come.
pub(super) fn kind_and_state(
    reader: &mut Reader<'_>,
) -> Result<(Option<DocumentKind>, Option<DocumentState>)> {
    let kind = match reader.number()? {
        0 => None,
        1 => Some(DocumentKind::Other(reader.text(Column::Header)?.to_owned())),
        2 => Some(DocumentKind::Peg),
        3 => Some(DocumentKind::Pdo),
        4 => Some(DocumentKind::PerformancePlan),
        5 => Some(DocumentKind::Piao),
        6 => Some(DocumentKind::PerformanceReport),
        _ => return Err(WireError::Newer),
    };
    let state = match reader.number()? {
        0 => None,
        1 => Some(DocumentState::Draft),
        2 => Some(DocumentState::Approved),
        3 => Some(DocumentState::Validated),
        _ => return Err(WireError::Newer),
    };
    Ok((kind, state))
}

/// Values that repeat: for each thing the place of its value, among those that `known` already holds and the new ones
/// that `read` reads.
fn tabled<T>(
    reader: &mut Reader<'_>,
    count: usize,
    known: &mut Vec<T>,
    mut read: impl FnMut(&mut Reader<'_>) -> Result<T>,
) -> Result<Vec<usize>> {
    let mut next = known.len();
    let mut places = Vec::new();
    for number in reader.column(count)? {
        let place = reader.place(number, next)?;
        next += usize::from(place == next);
        places.push(place);
    }
    reader.pay(next - known.len(), size_of::<T>())?;
    while known.len() < next {
        known.push(read(reader)?);
    }
    Ok(places)
}

fn objectives(
    reader: &mut Reader<'_>,
    count: usize,
    year: Option<Year>,
    names: &mut NamesIn,
) -> Result<Vec<Objective>> {
    if count == 0 {
        return Ok(Vec::new());
    }
    let mut all = vec![Objective::default(); count];
    let (mut programmes, mut last) = (Vec::new(), None);
    let places = tabled(reader, count, &mut programmes, |reader| programme(reader, &mut last))?;
    all.iter_mut().zip(places).for_each(|(one, place)| one.programme = programmes[place].clone());
    missions(reader, &mut all)?;
    for (one, strategic) in all.iter_mut().zip(reader.column(count)?) {
        one.strategic = sound([None, Some(false), Some(true)].get(strategic as usize).copied())?;
    }
    for (one, form) in all.iter_mut().zip(reader.column(count)?) {
        let programme = one.programme.as_ref().and_then(|programme| programme.code);
        one.code_as_written = match form {
            0 => String::new(),
            OTHER_CODE => reader.text(Column::Code)?.to_owned(),
            _ => sound(code_in(form, programme, one.strategic))?,
        };
    }
    let mut spans = Vec::new();
    let places = tabled(reader, count, &mut spans, |reader| years(reader, year))?;
    for (one, place) in all.iter_mut().zip(places) {
        let planned: &Option<Vec<Year>> = &spans[place];
        reader.pay(planned.as_ref().map_or(0, Vec::len), size_of::<Year>())?;
        one.planned = planned.clone();
    }
    let mut cells = Vec::new();
    let both: [fn(&mut Objective) -> &mut People; 2] = [|one| &mut one.responsible, |one| &mut one.support];
    for of in both {
        let places = tabled(reader, count, &mut cells, |reader| read_cell(reader, names))?;
        for (one, place) in all.iter_mut().zip(places) {
            let people: &People = &cells[place];
            reader.pay(people.cell.len(), 1)?;
            reader.pay(people.names.len(), size_of::<Arc<str>>())?;
            *of(one) = people.clone();
        }
    }
    for (one, number) in all.iter_mut().zip(reader.column(count)?) {
        one.degree = sound(percent(number))?;
    }
    for (one, number) in all.iter_mut().zip(reader.column(count)?) {
        one.staff_percent = sound(percent(number))?;
    }
    for (one, number) in all.iter_mut().zip(reader.column(count)?) {
        one.weight = sound(weight(number))?;
    }
    for (column, of) in TEXTS {
        reader.texts(column, count, |at, text| text.clone_into(of(&mut all[at])))?;
    }
    let counts = reader.column(count)?;
    let mut all_indicators = indicators(reader, &counts)?.into_iter();
    for (one, count) in all.iter_mut().zip(counts) {
        one.indicators = all_indicators.by_ref().take(count as usize).collect();
    }
    let counts = reader.column(count)?;
    let total = total(reader, &counts, size_of::<Kept>())?;
    let mut all_kept = kept(reader, total)?.into_iter();
    for (one, count) in all.iter_mut().zip(counts) {
        one.kept = all_kept.by_ref().take(count as usize).collect();
    }
    Ok(all)
}

/// Degrees that staff percentages stood in for, where there are any; what else is left is of a later version.
fn stand_ins(reader: &mut Reader<'_>, all: &mut [Objective]) -> Result<()> {
    if reader.is_at_end() {
        return Ok(());
    }
    if reader.number()? != STAND_INS {
        return Err(WireError::Newer);
    }
    let numbers = reader.column(all.len())?;
    for (one, number) in all.iter_mut().zip(numbers) {
        one.stand_in_degree = sound(percent(number))?;
    }
    sound(all.iter().any(|one| one.stand_in_degree.is_some()).then_some(()))
}

/// How many there are in all, paid for.
fn total(reader: &mut Reader<'_>, counts: &[u64], each: usize) -> Result<usize> {
    let mut total = 0_usize;
    for &count in counts {
        let count = usize::try_from(count).map_err(|_| WireError::TooLarge)?;
        reader.pay(count, each)?;
        total += count;
    }
    Ok(total)
}

/// The texts of an objective.
type TextOf = fn(&mut Objective) -> &mut String;

const TEXTS: [(Column, TextOf); 5] = [
    (Column::Objective, |one| &mut one.objective),
    (Column::Purpose, |one| &mut one.purpose),
    (Column::Office, |one| &mut one.office),
    (Column::Outcome, |one| &mut one.outcome),
    (Column::Deadline, |one| &mut one.deadline),
];

/// Missions, of which most are those of the programmes.
fn missions(reader: &mut Reader<'_>, all: &mut [Objective]) -> Result<()> {
    let (mut places, mut new, mut follows) = (Vec::new(), Vec::new(), Follows::default());
    let numbers = reader.column(all.len())?;
    // What each new one is expected to be must be known before it is read, and what it is before the next is.
    for (one, number) in all.iter().zip(numbers) {
        let expected = one.programme.as_ref().and_then(|programme| programme.code).map(|code| code.mission());
        let (place, code) = match number.checked_sub(1) {
            Some(number) => (reader.place(number, new.len())?, None),
            None => {
                sound(expected)?;
                (follows.0.get(&expected).copied().unwrap_or(new.len()), expected)
            }
        };
        if place == new.len() {
            reader.pay(1, size_of::<Option<Mission>>())?;
            new.push(code);
            if code.is_some() {
                follows.0.insert(code, place);
            }
        }
        places.push(place);
    }
    let missions = new.into_iter().map(|code| mission(reader, code)).collect::<Result<Vec<_>>>()?;
    all.iter_mut().zip(places).for_each(|(one, place)| one.mission = missions[place].clone());
    Ok(())
}

fn mission(reader: &mut Reader<'_>, expected: Option<MissionCode>) -> Result<Option<Mission>> {
    let code = match expected {
        Some(code) => Some(code),
        None => match reader.at_most(100)? {
            0 => return Ok(None),
            1 => None,
            number => Some(sound(MissionCode::new((number - 1) as u8))?),
        },
    };
    let name = label(reader, code.map(|code| code.to_string()))?;
    Ok(Some(Mission { code, name }))
}

fn programme(reader: &mut Reader<'_>, last: &mut Option<MissionCode>) -> Result<Option<Programme>> {
    let number = match reader.at_most(199)? {
        0 => return Ok(None),
        1 => None,
        number @ 2..=100 => Some((number - 1) as u8),
        number => {
            *last = MissionCode::new((number - 100) as u8);
            Some(reader.at_most(99)? as u8)
        }
    };
    let code = match number {
        None => None,
        Some(number) => Some(sound(last.and_then(|mission| ProgrammeCode::new(mission, number)))?),
    };
    let name = label(reader, code.map(|code| code.to_string()))?;
    Ok(Some(Programme { code, name }))
}

fn label(reader: &mut Reader<'_>, code: Option<String>) -> Result<Option<Arc<str>>> {
    match reader.number()? {
        0 => Ok(None),
        1 => Ok(Some(reader.text(Column::Label)?.into())),
        number => {
            let place = usize::try_from(number - 2).map_err(|_| WireError::Broken)?;
            sound(code.and_then(|code| names::name(&code, place))).map(|name| Some(name.into()))
        }
    }
}

fn years(reader: &mut Reader<'_>, year: Option<Year>) -> Result<Option<Vec<Year>>> {
    let count = reader.count(size_of::<Year>())?;
    let Some(count) = count.checked_sub(1) else { return Ok(None) };
    let mut last = year.map_or(SOME_YEAR, Year::number);
    let mut years = Vec::new();
    for _ in 0..count {
        let step = reader.at_most(u64::from(Year::MAX))?;
        let step = (step >> 1) as i64 ^ -((step & 1) as i64);
        let year = sound(u16::try_from(i64::from(last) + step).ok().and_then(Year::new))?;
        last = year.number();
        years.push(year);
    }
    Ok(Some(years))
}

fn indicators(reader: &mut Reader<'_>, counts: &[u64]) -> Result<Vec<Indicator>> {
    let count = total(reader, counts, size_of::<Indicator>())?;
    if count == 0 {
        return Ok(Vec::new());
    }
    let mut all = vec![Indicator::default(); count];
    let texts: [fn(&mut Indicator) -> &mut String; 3] =
        [|one| &mut one.text, |one| &mut one.expected, |one| &mut one.actual];
    for (column, of) in [Column::Indicator, Column::Expected, Column::Actual].into_iter().zip(texts) {
        reader.texts(column, count, |at, text| text.clone_into(of(&mut all[at])))?;
    }
    for (one, number) in all.iter_mut().zip(reader.column(count)?) {
        one.weight = sound(weight(number))?;
    }
    Ok(all)
}

/// Reads so many kept values, which are paid for.
fn kept(reader: &mut Reader<'_>, count: usize) -> Result<Vec<Kept>> {
    if count == 0 {
        return Ok(Vec::new());
    }
    let mut keys: Vec<&str> = Vec::new();
    let places = tabled(reader, count, &mut keys, |_| Ok(""))?;
    for key in &mut keys {
        *key = reader.text(Column::Key)?;
    }
    let kinds = reader.column(count)?;
    let mut all = Vec::new();
    for (place, kind) in places.into_iter().zip(kinds) {
        reader.pay(keys[place].len(), 1)?;
        let value = match kind {
            0 => KeptValue::Text(String::new()),
            1 => KeptValue::Json(String::new()),
            _ => return Err(WireError::Newer),
        };
        all.push(Kept { name: keys[place].to_owned(), value });
    }
    reader.texts(Column::Value, count, |at, text| {
        let (KeptValue::Text(value) | KeptValue::Json(value)) = &mut all[at].value;
        text.clone_into(value);
    })?;
    Ok(all)
}

/// The way at a place; one that is not there is of a later version.
fn way<T: Copy>(reader: &mut Reader<'_>, all: &[T]) -> Result<T> {
    let place = reader.number()?;
    usize::try_from(place).ok().and_then(|place| all.get(place).copied()).ok_or(WireError::Newer)
}

/// Reads a method that may not be there.
pub(super) fn method(reader: &mut Reader<'_>) -> Result<Option<Method>> {
    match reader.number()? {
        0 => return Ok(None),
        1 => return Ok(Some(Method::default())),
        2 => {}
        _ => return Err(WireError::Newer),
    }
    let degree = |reader: &mut Reader<'_>| -> Result<Percent> { sound(percent(reader.number()?).flatten()) };
    let achieved_from = degree(reader)?;
    let bound: fn(Percent) -> LowerBound = if reader.flag()? { LowerBound::Above } else { LowerBound::From };
    let bands = sound(Bands::new(achieved_from, bound(degree(reader)?)))?;
    Ok(Some(Method {
        bands,
        stand_in: way(reader, StandIn::ALL)?,
        suspended: way(reader, Unjudged::ALL)?,
        not_measurable: way(reader, Unjudged::ALL)?,
        not_planned: way(reader, NotPlanned::ALL)?,
        weights: way(reader, Weights::ALL)?,
    }))
}

fn decisions(reader: &mut Reader<'_>, names: &mut NamesIn) -> Result<PeopleDecisions> {
    let mut decisions = PeopleDecisions::default();
    for _ in 0..reader.count(size_of::<Vec<Arc<str>>>())? {
        decisions.same.push(names.read(reader)?);
    }
    for _ in 0..reader.count(size_of::<[Arc<str>; 2]>())? {
        let pair = <[Arc<str>; 2]>::try_from(names.read(reader)?);
        decisions.different.push(pair.map_err(|_| WireError::Broken)?);
    }
    Ok(decisions)
}

fn corrections(reader: &mut Reader<'_>, names: &mut NamesIn) -> Result<Vec<Correction>> {
    let mut all = Vec::new();
    for _ in 0..reader.count(size_of::<Correction>())? {
        let n = reader.number32()?;
        let status = reader.maybe_text(Column::User)?.map(str::to_owned);
        let degree = sound(percent(reader.number()?))?;
        let code = sound(corrected(reader.number()?))?;
        let mut people = || -> Result<Option<Vec<Arc<str>>>> {
            if reader.flag()? { names.read(reader).map(Some) } else { Ok(None) }
        };
        let (responsible, support) = (people()?, people()?);
        let note = reader.text(Column::User)?.to_owned();
        all.push(Correction { n, status, degree, code, responsible, support, note });
    }
    Ok(all)
}

fn dismissed(reader: &mut Reader<'_>) -> Result<Vec<Dismissal>> {
    let mut all = Vec::new();
    for _ in 0..reader.count(size_of::<Dismissal>())? {
        let n = match reader.number()?.checked_sub(1) {
            None => None,
            Some(n) => Some(u32::try_from(n).map_err(|_| WireError::Broken)?),
        };
        let (finding, note) = (reader.text(Column::User)?.to_owned(), reader.text(Column::User)?.to_owned());
        all.push(Dismissal { finding, n, note });
    }
    Ok(all)
}

fn views(reader: &mut Reader<'_>) -> Result<Vec<SavedView>> {
    let mut all = Vec::new();
    for _ in 0..reader.count(size_of::<SavedView>())? {
        let (name, view) = (reader.text(Column::User)?.to_owned(), reader.text(Column::User)?.to_owned());
        all.push(SavedView { name, view });
    }
    Ok(all)
}
