// SPDX-License-Identifier: AGPL-3.0-or-later
//! One objective of a JSON plan: its entries, read one by one, and what they come to together.

use std::borrow::Cow;

use crate::import::check::is_number_without_degree;
use crate::import::value::{self, Read};
use crate::import::{DiagnosticKind, Field};
use crate::plan::{Indicator, Mission, MissionCode, Objective, Programme};

use super::keys::{self, Key};
use super::raw::{Value, excerpt};
use super::reader::Reader;
use super::scan::Raw;

/// An objective on its way.
#[derive(Debug, Default)]
pub struct Draft<'a> {
    objective: Objective,
    /// The fields that are stated already, one bit each.
    stated: u64,
    start: Option<usize>,
    code: Option<Raw<'a>>,
    outcome: Option<Raw<'a>>,
    mission: Option<(String, Raw<'a>)>,
    programme: Option<(String, Raw<'a>)>,
    expected: Option<(String, Raw<'a>, String)>,
    actual: Option<(String, Raw<'a>, String)>,
    strategic_stated: bool,
    cells: usize,
    cells_left: usize,
}

/// Whether an entry was read as its field.
enum Taken {
    Read,
    /// It states nothing, and says so in words that are kept.
    StatesNothing,
    Left,
}

impl<'a> Reader<'a> {
    /// A new objective.
    pub fn draft(&self) -> Draft<'a> {
        Draft::default()
    }

    /// Takes one entry of an objective.
    pub fn objective_entry(&mut self, draft: &mut Draft<'a>, position: usize, name: &str, raw: Raw<'a>) {
        let n = Some(self.n());
        if position == 0 {
            draft.start = self.at(raw).and_then(|at| memchr::memrchr(b'{', &self.text.as_bytes()[..at]));
        }
        if self.so_far.count == 0 && self.so_far.record_keys.len() < 8 {
            self.so_far.record_keys.push(excerpt(name));
        }
        let is_empty = matches!(raw.get(), "null" | "\"\"" | "[]" | "{}");
        draft.cells += usize::from(!is_empty);
        match self.objective_key(position, name) {
            None => self.entry_without_field(draft, name, raw, n),
            Some(Key::Field(field)) => {
                self.so_far.has_objective_keys |= is_telling(field);
                let bit = 1 << field as u64;
                if draft.stated & bit != 0 {
                    self.repeated_key(name, raw, n);
                    draft.cells_left += 1;
                    let kept = self.kept(name, raw);
                    draft.objective.kept.push(kept);
                    return;
                }
                if raw.get() == "null" {
                    // Written out, it says that nobody knows: the code does not decide it either.
                    draft.strategic_stated |= field == Field::Strategic;
                    return;
                }
                if self.states_nothing_beside_code(draft, field, name, raw, n) {
                    return;
                }
                draft.stated |= bit;
                match self.field(draft, field, name, raw, n) {
                    Taken::Read => {}
                    Taken::StatesNothing => draft.objective.kept.push(self.nothing(field, name, raw, n)),
                    Taken::Left => {
                        draft.cells_left += 1;
                        let kept = self.left(field, name, raw, n);
                        draft.objective.kept.push(kept);
                    }
                }
            }
            Some(_) => match self.kept_list(raw, keys::objective, n) {
                Some(kept) => draft.objective.kept.extend(kept),
                None => self.entry_without_field(draft, name, raw, n),
            },
        }
    }

    /// Whether a text states nothing of what the code may tell as well (`""`, `n.d.`): then the code decides, as if the
    /// key were not there. That there is none in spite of the code, a record without entries says, and `null` that
    /// nobody knows.
    fn states_nothing_beside_code(
        &mut self,
        draft: &mut Draft<'a>,
        field: Field,
        name: &str,
        raw: Raw<'a>,
        n: Option<u32>,
    ) -> bool {
        if !matches!(field, Field::Mission | Field::Programme | Field::Strategic) {
            return false;
        }
        let Value::Text(text) = super::raw::value(raw) else { return false };
        let nothing = value::states_nothing(&text);
        if nothing && !text.trim().is_empty() {
            draft.objective.kept.push(self.nothing(field, name, raw, n));
        }
        nothing
    }

    /// An entry whose key is no field: a year to tick (`"2025": "x"`), or kept.
    fn entry_without_field(&mut self, draft: &mut Draft<'a>, name: &str, raw: Raw<'a>, n: Option<u32>) {
        // Most keys of other kinds are told by that they have no digit.
        if name.contains(|c: char| c.is_ascii_digit())
            && let Read::Value(year) = value::year(name)
        {
            match self.ticked(raw, n) {
                Read::Unread => {
                    draft.cells_left += 1;
                    let kept = self.left(Field::Planned, name, raw, n);
                    draft.objective.kept.push(kept);
                }
                read => {
                    let planned = draft.objective.planned.get_or_insert_default();
                    planned.extend((read == Read::Value(true)).then_some(year));
                }
            }
            return;
        }
        self.unknown_key(name, raw, n);
        draft.cells_left += 1;
        let kept = self.kept(name, raw);
        draft.objective.kept.push(kept);
    }

    pub(super) fn ticked(&mut self, raw: Raw<'a>, n: Option<u32>) -> Read<bool> {
        match self.value(raw, n) {
            Value::Null => Read::Nothing,
            Value::Bool(value) => Read::Value(value),
            Value::Number(text) => value::boolean(text),
            Value::Text(text) => value::strategic(&text),
            Value::BrokenText(_) | Value::List(_) | Value::Record(_) => Read::Unread,
        }
    }

    /// Reads a value as its field.
    fn field(
        &mut self,
        draft: &mut Draft<'a>,
        field: Field,
        name: &str,
        raw: Raw<'a>,
        n: Option<u32>,
    ) -> Taken {
        let objective = &mut draft.objective;
        let place: &mut String = match field {
            Field::Code => {
                draft.code = Some(raw);
                &mut objective.code_as_written
            }
            Field::Objective => &mut objective.objective,
            Field::Purpose => &mut objective.purpose,
            Field::Office => &mut objective.office,
            Field::Outcome => {
                draft.outcome = Some(raw);
                &mut objective.outcome
            }
            Field::Deadline => &mut objective.deadline,
            Field::Expected | Field::Actual => {
                let Some(text) = self.text(raw, n) else { return Taken::Left };
                let later = Some((name.to_owned(), raw, text.into_owned()));
                *(if field == Field::Expected { &mut draft.expected } else { &mut draft.actual }) = later;
                return Taken::Read;
            }
            Field::Mission => {
                draft.mission = Some((name.to_owned(), raw));
                return Taken::Read;
            }
            Field::Programme => {
                draft.programme = Some((name.to_owned(), raw));
                return Taken::Read;
            }
            Field::Strategic => {
                let read = self.ticked(raw, n);
                draft.strategic_stated = !matches!(read, Read::Unread);
                objective.strategic = read.value();
                return if draft.strategic_stated { Taken::Read } else { Taken::Left };
            }
            Field::Responsible | Field::Support => {
                let Some((people, left)) = self.people(field, name, raw, n) else { return Taken::Left };
                draft.cells_left += usize::from(!left.is_empty());
                objective.kept.extend(left);
                *(if field == Field::Support {
                    &mut objective.support
                } else {
                    &mut objective.responsible
                }) = people;
                return Taken::Read;
            }
            Field::Planned => {
                let Some((years, left)) = self.years(name, raw, n) else { return Taken::Left };
                draft.cells_left += usize::from(!left.is_empty());
                objective.kept.extend(left);
                if let Some(years) = years {
                    objective.planned.get_or_insert_default().extend(years);
                }
                return Taken::Read;
            }
            Field::Indicator => {
                let Some((indicators, left)) = self.indicators(name, raw, n) else { return Taken::Left };
                draft.cells_left += usize::from(!left.is_empty());
                objective.indicators = indicators;
                objective.kept.extend(left);
                return Taken::Read;
            }
            Field::Degree => return taken(self.percent(raw, n), &mut objective.degree),
            Field::StaffPercent => return taken(self.percent(raw, n), &mut objective.staff_percent),
            Field::StandInDegree => return taken(self.percent(raw, n), &mut objective.stand_in_degree),
            Field::Weight => return taken(self.weight(raw, n), &mut objective.weight),
            // Fields of the header and of an indicator are no keys of an objective.
            Field::IndicatorWeight
            | Field::Title
            | Field::Body
            | Field::Year
            | Field::Kind
            | Field::State
            | Field::Method => {
                return Taken::Left;
            }
        };
        match self.text(raw, n) {
            Some(text) => {
                *place = text.into_owned();
                Taken::Read
            }
            None => Taken::Left,
        }
    }

    /// Adds an objective: what its entries come to together.
    pub fn add(&mut self, mut draft: Draft<'a>) {
        let n = Some(self.n());
        self.settle_indicator(&mut draft, n);
        let code = value::code(&draft.objective.code_as_written).value();
        if let (Some(code), Some(raw)) = (code, draft.code)
            && !code.usual
        {
            let written = excerpt(&draft.objective.code_as_written);
            let read =
                code.programme.map_or_else(|| code.mission.to_string(), |programme| programme.to_string());
            self.report(DiagnosticKind::CodeReadAs { written, read }, raw, n);
        }
        if let Some(raw) = draft.outcome
            && draft.objective.degree.is_none()
            && is_number_without_degree(&draft.objective.outcome)
        {
            let written = excerpt(&draft.objective.outcome);
            self.report(DiagnosticKind::ValueNotRead { field: Field::Degree, written }, raw, n);
        }
        let mission = draft.mission.take().map(|(name, raw)| self.mission(&mut draft, &name, raw, n));
        let context = mission.as_ref().and_then(|m| m.as_ref()?.code).or(code.map(|code| code.mission));
        let programme = draft.programme.take().map(|(name, raw)| {
            let context = context.map_or(0, |mission| mission.number());
            self.programme(&mut draft, &name, raw, context, n)
        });
        let of_code = |programme| Programme { code: Some(programme), name: None };
        let programme = programme.unwrap_or_else(|| code.and_then(|code| code.programme).map(of_code));
        let mission = mission.unwrap_or_else(|| {
            let by_programme = programme.as_ref().and_then(|programme| Some(programme.code?.mission()));
            let code = by_programme.or(code.map(|code| code.mission))?;
            Some(Mission { code: Some(code), name: None })
        });
        let objective = &mut draft.objective;
        (objective.mission, objective.programme) = (mission, programme);
        if let (false, Some(code)) = (draft.strategic_stated, code) {
            self.strategic_by_code |= code.strategic;
            if code.strategic {
                objective.strategic = Some(true);
            } else {
                self.strategic_open.push(self.waiting());
            }
        }
        self.so_far.tally.rows += 1;
        self.so_far.tally.rows_read += 1;
        self.so_far.tally.cells += draft.cells;
        self.so_far.tally.cells_read += draft.cells.saturating_sub(draft.cells_left);
        self.push(draft.objective, draft.start);
    }

    /// Gives expected and actual values that stand beside the indicator to it, if there is one to give them to.
    fn settle_indicator(&mut self, draft: &mut Draft<'a>, n: Option<u32>) {
        let (expected, actual) = (draft.expected.take(), draft.actual.take());
        if expected.is_none() && actual.is_none() {
            return;
        }
        let indicators = &mut draft.objective.indicators;
        if indicators.is_empty() {
            indicators.push(Indicator::default());
        }
        for (field, value) in [(Field::Expected, expected), (Field::Actual, actual)] {
            let Some((name, raw, text)) = value else { continue };
            if text.is_empty() {
                continue;
            }
            match draft.objective.indicators.as_mut_slice() {
                [one] if field == Field::Expected && one.expected.is_empty() => one.expected = text,
                [one] if field == Field::Actual && one.actual.is_empty() => one.actual = text,
                _ => {
                    draft.cells_left += 1;
                    let kept = self.left(field, &name, raw, n);
                    draft.objective.kept.push(kept);
                }
            }
        }
        draft.objective.indicators.retain(|indicator| *indicator != Indicator::default());
    }

    /// The mission of a value: a label, a code, or a record of both.
    fn mission(
        &mut self,
        draft: &mut Draft<'a>,
        name: &str,
        raw: Raw<'a>,
        n: Option<u32>,
    ) -> Option<Mission> {
        if let Some(known) = self.missions.get(raw.get()) {
            return known.clone();
        }
        let findings = self.so_far.findings.len();
        let mission = match self.value(raw, n) {
            Value::Text(text) => self.labelled_mission(&text, raw, n),
            Value::Number(text) => self.labelled_mission(text, raw, n),
            Value::Record(entries) => match self.code_and_name(entries, n, |text| text.parse().ok()) {
                Some((None, None)) => None,
                Some((code, name)) => Some(Mission { code, name: name.map(|name| self.name(&name)) }),
                None => return self.not_a_label(draft, Field::Mission, name, raw, n),
            },
            _ => return self.not_a_label(draft, Field::Mission, name, raw, n),
        };
        self.so_far.read_label(raw.get(), None, findings);
        self.missions.insert(raw.get(), mission.clone());
        mission
    }

    fn labelled_mission(&mut self, text: &str, raw: Raw<'_>, n: Option<u32>) -> Option<Mission> {
        let (code, name) = value::mission_label(text);
        if let (Some(code), Some(name)) = (code, name)
            && name.len() == text.trim().len()
        {
            let (name, code) = (excerpt(name), code.to_string());
            self.report(DiagnosticKind::MissionFromName { name, code }, raw, n);
        }
        (code.is_some() || name.is_some()).then(|| Mission { code, name: name.map(|name| self.name(name)) })
    }

    /// The programme of a value: a label, a code, or a record of both; `mission` is the number of its mission, or 0.
    fn programme(
        &mut self,
        draft: &mut Draft<'a>,
        name: &str,
        raw: Raw<'a>,
        mission: u8,
        n: Option<u32>,
    ) -> Option<Programme> {
        if let Some(known) = self.programmes.get(&(raw.get(), mission)) {
            return known.clone();
        }
        let findings = self.so_far.findings.len();
        let mut labelled = |text: &str| {
            let (code, name) = value::programme_label(text, MissionCode::new(mission));
            (code.is_some() || name.is_some())
                .then(|| Programme { code, name: name.map(|name| self.name(name)) })
        };
        let programme = match super::raw::value(raw) {
            Value::Text(text) => labelled(&text),
            Value::Number(text) => labelled(text),
            Value::Record(entries) => match self.code_and_name(entries, n, |text| text.parse().ok()) {
                Some((None, None)) => None,
                Some((code, name)) => Some(Programme { code, name: name.map(|name| self.name(&name)) }),
                None => return self.not_a_label(draft, Field::Programme, name, raw, n),
            },
            _ => return self.not_a_label(draft, Field::Programme, name, raw, n),
        };
        self.so_far.read_label(raw.get(), Some(mission), findings);
        self.programmes.insert((raw.get(), mission), programme.clone());
        programme
    }

    fn not_a_label<T>(
        &mut self,
        draft: &mut Draft<'a>,
        field: Field,
        name: &str,
        raw: Raw<'a>,
        n: Option<u32>,
    ) -> Option<T> {
        draft.cells_left += 1;
        let kept = self.left(field, name, raw, n);
        draft.objective.kept.push(kept);
        None
    }

    /// The record of a code in full and a name, each of which may be missing; `None` if it is another record.
    #[allow(clippy::type_complexity)]
    fn code_and_name<C>(
        &mut self,
        entries: Vec<(Cow<'a, str>, Raw<'a>)>,
        n: Option<u32>,
        code: impl Fn(&str) -> Option<C>,
    ) -> Option<(Option<C>, Option<String>)> {
        let mut found = (None, None);
        for (key, raw) in entries {
            match (key.as_ref(), self.value(raw, n)) {
                ("code" | "name", Value::Null) => {}
                ("code", Value::Text(text)) => found.0 = Some(code(&text)?),
                ("name", Value::Text(text)) => found.1 = Some(text.into_owned()),
                _ => return None,
            }
        }
        Some(found)
    }
}

/// Whether a field tells that a record is an objective and not, say, a person with a year.
fn is_telling(field: Field) -> bool {
    use Field::{Code, Indicator, Mission, Objective, Outcome, Programme, Purpose};
    matches!(field, Code | Mission | Programme | Objective | Purpose | Outcome | Indicator)
}

fn taken<T>((read, is_written): (Read<T>, bool), place: &mut Option<T>) -> Taken {
    match read {
        Read::Value(value) => {
            *place = Some(value);
            Taken::Read
        }
        Read::Nothing if is_written => Taken::StatesNothing,
        Read::Nothing => Taken::Read,
        Read::Unread => Taken::Left,
    }
}
