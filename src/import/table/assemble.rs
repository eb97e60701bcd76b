// SPDX-License-Identifier: AGPL-3.0-or-later
//! From blocks to the plan: rows become objectives, headings of sections and lines of the document's head say the rest.
//!
//! Every block leaves a trace: an objective, a part of one, or a diagnostic. Never here: what a single cell says (see
//! `row`).

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::import::value::{self, WrittenCode};
use crate::import::{
    ColumnFound, Diagnostic, DiagnosticKind, Field, Format, Import, ImportError, Tally, YearSource,
};
use crate::plan::{Header, Mission, MissionCode, Objective, Place, Plan, Programme, ProgrammeCode};
use crate::sort::sort_by;

use super::block::{Block, BlockKind, Blocks, Row};
use super::columns::{Column, Mapping};
use super::document::HeadLine;
use super::heading::{self, Legend, Section, looks_like_code};
use super::headings::Headings;
use super::layout::count;
use super::row::{self, Names, RowRead, Source, Stated, add_part, column_name};
use super::tables::{self, ReadBy, Tables};

/// Puts the plan together.
pub(super) fn assemble(
    blocks: Blocks<'_>,
    tables: Tables,
    separator: u8,
    lines: usize,
    file_name: &str,
) -> Result<Import, ImportError> {
    if blocks.headings.is_empty() && tables.guessed.is_none() {
        let separator = (tables.columns > 1).then_some(separator);
        return Err(ImportError::NoTable { lines, separator, rows: tables.rows, columns: tables.columns });
    }
    let mut plan = Assembly::new(separator, &tables, &blocks.headings);
    plan.name_sections(&blocks.list);
    if let Some((headings, mapping)) = &tables.guessed {
        let columns = columns_found(headings, mapping);
        plan.say(DiagnosticKind::ColumnsGuessed { separator, columns }, headings.place);
    }
    for (block, by) in blocks.list.iter().zip(&tables.by) {
        plan.block(block, *by);
    }
    plan.finish(file_name)
}

struct Assembly<'t> {
    separator: u8,
    tables: &'t Tables,
    headings: &'t [Headings],
    header: Header,
    objectives: Vec<Objective>,
    diagnostics: Vec<Diagnostic>,
    tally: Tally,
    names: Names,
    missions: FxHashMap<MissionCode, Arc<str>>,
    programmes: FxHashMap<ProgrammeCode, Arc<str>>,
    /// The section in which the blocks stand.
    mission: Option<Mission>,
    programme: Option<Programme>,
    /// What stood above, for cells that are merged with it; nothing at the beginning of a section or table.
    above: Option<Above<'t>>,
    /// By which heading row the last row was read, and whether a section has begun since.
    read_by: Option<ReadBy>,
    in_new_section: bool,
    /// Whether the document tells strategic objectives from others.
    tells_strategic: bool,
    /// What is said once: heading rows by their text, unknown columns, codes in an unusual form.
    headings_seen: FxHashMap<Vec<String>, u32>,
    said_once: FxHashSet<String>,
}

/// The objective above a row.
struct Above<'t> {
    index: usize,
    code: Option<WrittenCode>,
    /// Which cells state its quantities.
    stated: [Stated<'t>; 3],
}

impl<'t> Assembly<'t> {
    fn new(separator: u8, tables: &'t Tables, headings: &'t [Headings]) -> Self {
        Self {
            separator,
            tables,
            headings,
            header: Header::default(),
            objectives: Vec::new(),
            diagnostics: Vec::new(),
            tally: Tally::default(),
            names: Names::default(),
            missions: FxHashMap::default(),
            programmes: FxHashMap::default(),
            mission: None,
            programme: None,
            above: None,
            read_by: None,
            in_new_section: false,
            tells_strategic: false,
            headings_seen: FxHashMap::default(),
            said_once: FxHashSet::default(),
        }
    }

    fn block(&mut self, block: &'t Block<'t>, by: Option<ReadBy>) {
        let written = || block.text.to_string();
        match &block.kind {
            BlockKind::Headings(index) => self.heading_row(*index),
            BlockKind::Row(row) => {
                self.tally.rows += 1;
                match by {
                    Some(by) => self.row(block, row, by),
                    None => self.say(DiagnosticKind::RowLeft { written: written() }, block.place),
                }
            }
            BlockKind::Section(section) => self.section(section, block),
            BlockKind::Head(head) => self.head_line(head, block),
            BlockKind::Legend(legend) => {
                let strategic = *legend == Legend::Strategic;
                self.tells_strategic |= strategic;
                self.say(DiagnosticKind::Legend { written: written(), strategic }, block.place);
            }
            BlockKind::Rule => self.say(DiagnosticKind::RuleLine, block.place),
            BlockKind::Total => {
                self.tally.rows += 1;
                self.say(DiagnosticKind::TotalLeft { written: written() }, block.place);
            }
            BlockKind::Card => self.say(DiagnosticKind::CardLeft { written: written() }, block.place),
            BlockKind::Prose => self.say(DiagnosticKind::TextLeft { written: written() }, block.place),
        }
    }

    fn say(&mut self, kind: DiagnosticKind, place: Place) {
        self.diagnostics.push(Diagnostic { kind, place: Some(place), n: None });
    }

    fn say_of(&mut self, index: usize, kind: DiagnosticKind, place: Place) {
        let n = Some(count(index + 1));
        self.diagnostics.push(Diagnostic { kind, place: Some(place), n });
    }

    fn once(&mut self, what: String) -> bool {
        self.said_once.insert(what)
    }

    /// The names that headings give missions and programmes, wherever they stand.
    fn name_sections(&mut self, list: &[Block<'_>]) {
        for block in list {
            let BlockKind::Section(section) = &block.kind else { continue };
            if let Some(Mission { code: Some(code), name: Some(name) }) = &section.mission {
                self.missions.entry(*code).or_insert_with(|| name.clone());
            }
            if let Some(Programme { code: Some(code), name: Some(name) }) = &section.programme {
                self.programmes.entry(*code).or_insert_with(|| name.clone());
            }
        }
    }

    fn heading_row(&mut self, index: usize) {
        let (Some(headings), Some(mapping)) = (self.headings.get(index), self.tables.mappings.get(index))
        else {
            return;
        };
        self.above = None;
        self.in_new_section = false;
        self.read_by = Some(ReadBy::Above(index));
        let columns = columns_found(headings, mapping);
        self.tells_strategic |= mapping.has(Field::Strategic);
        let place = headings.place;
        let line = *self.headings_seen.entry(headings.written.clone()).or_insert(place.line);
        if line != place.line {
            self.say(DiagnosticKind::HeadingsRepeated { line }, place);
            return;
        }
        self.say(DiagnosticKind::HeadingsRead { separator: self.separator, columns }, place);
        for &column in &mapping.by_values {
            let Some(Column::Field(field)) = mapping.columns.get(column).copied() else { continue };
            let heading = column_name(headings, column);
            if self.once(format!("by values {field:?} {heading}")) {
                self.say(DiagnosticKind::ColumnByValues { heading, field }, headings.places[column]);
            }
        }
    }

    fn section(&mut self, section: &Section, block: &Block<'_>) {
        if let Some(mission) = &section.mission {
            self.mission = Some(mission.clone());
            self.programme = None;
        }
        if let Some(programme) = &section.programme {
            self.programme = Some(programme.clone());
            // A programme of another mission than the heading above: that one has ended.
            let mission = programme.code.map(ProgrammeCode::mission);
            if mission.is_some() && self.mission.as_ref().and_then(|mission| mission.code) != mission {
                self.mission = Some(Mission { code: mission, name: None });
            }
        }
        self.above = None;
        self.in_new_section = true;
        let kind = match &section.mission {
            Some(Mission { code: Some(code), name: None }) => {
                DiagnosticKind::MissionWithoutName { code: *code }
            }
            _ => DiagnosticKind::SectionHeading { written: block.text.to_string() },
        };
        self.say(kind, block.place);
    }

    fn head_line(&mut self, head: &HeadLine, block: &Block<'_>) {
        let mut fields = Vec::new();
        let mut fill = |field: Field, taken: bool| {
            if taken {
                fields.push(field);
            }
        };
        fill(Field::Title, first(&mut self.header.title, &head.title));
        fill(Field::Body, first(&mut self.header.body, &head.body));
        fill(Field::Year, first(&mut self.header.year, &head.year));
        fill(Field::Kind, first(&mut self.header.kind, &head.kind));
        fill(Field::State, first(&mut self.header.state, &head.state));
        let written = block.text.to_string();
        let kind = match fields.is_empty() {
            true => DiagnosticKind::TextLeft { written },
            false => DiagnosticKind::DocumentLine { fields, written },
        };
        self.say(kind, block.place);
    }

    fn row(&mut self, block: &'t Block<'t>, row: &'t Row<'t>, by: ReadBy) {
        let tables = self.tables;
        let (headings, mapping) = match (by, &tables.guessed) {
            (ReadBy::Guessed, Some((headings, mapping))) => (headings, mapping),
            _ => (&self.headings[by.index()], &tables.mappings[by.index()]),
        };
        if self.read_by.is_some_and(|before| before != by) {
            // Rows of another table are not merged with those of the one before.
            self.above = None;
        }
        let source = Source { cells: &row.cells, headings, mapping, place: block.place };
        let read = row::read(&row.cells, headings, mapping, &mut self.names);
        let is_part = source.is_blank(Field::Code) && source.is_blank(Field::Objective);
        // One word in the first column of an otherwise empty row is a caption, not a code.
        let is_caption = read.cells == 1
            && read.code.is_none()
            && mapping.has(Field::Objective)
            && !source.is_blank(Field::Code);
        if is_caption || !tables::has_objectives(mapping) || (is_part && self.above.is_none()) {
            let written = block.text.to_string();
            self.say(DiagnosticKind::RowLeft { written }, block.place);
            return;
        }
        self.say_how(by, headings, block.place);
        self.tally.rows_read += 1;
        self.tally.cells += read.cells;
        self.tally.cells_read += read.cells_read;
        let part_of = self.above.as_ref().filter(|_| is_part).map(|above| above.index);
        let index = part_of.unwrap_or(self.objectives.len());
        self.say_of_form(index, row, mapping.columns.len(), block.place);
        self.say_of_cells(index, &read, headings, mapping);
        match part_of {
            Some(above) => {
                self.say_of(above, DiagnosticKind::RowJoinedAbove, block.place);
                let stated = self.above.as_mut().map(|above| &mut above.stated);
                let said = add_part(&mut self.objectives[above], stated, read, source);
                for (kind, place) in said {
                    self.say_of(above, kind, place);
                }
            }
            None => self.objective(read, source),
        }
    }

    /// Says by which heading row the rows from here on are read, where it is not simply the one above.
    fn say_how(&mut self, by: ReadBy, headings: &Headings, place: Place) {
        let line = headings.place.line;
        let changed = self.read_by != Some(by);
        match by {
            ReadBy::Above(_) if self.in_new_section => {
                self.say(DiagnosticKind::HeadingsContinued { line }, place)
            }
            ReadBy::Earlier(_) if changed || self.in_new_section => {
                self.say(DiagnosticKind::HeadingsAssumed { line }, place);
            }
            ReadBy::After(_) if changed => self.say(DiagnosticKind::HeadingsAfterRows { line }, place),
            _ => {}
        }
        self.read_by = Some(by);
        self.in_new_section = false;
    }

    /// Says what is unusual in the form of a row.
    fn say_of_form(&mut self, index: usize, row: &Row<'_>, expected: usize, place: Place) {
        let found = row.cells.len();
        if row.records > 1 {
            let sure = row.cells.first().is_some_and(|cell| looks_like_code(&cell.text));
            self.say_of(index, DiagnosticKind::RowBroken { lines: row.records, sure }, place);
        }
        if found < expected {
            self.say_of(index, DiagnosticKind::CellsMissing { found, expected }, place);
        } else if row.cells.iter().skip(expected).any(|cell| cell.is_filled()) {
            self.say_of(index, DiagnosticKind::CellsExtra { found, expected }, place);
        }
    }

    fn say_of_cells(&mut self, index: usize, read: &RowRead, headings: &Headings, mapping: &Mapping) {
        for (kind, place) in &read.said {
            self.say_of(index, kind.clone(), *place);
        }
        for &column in &read.kept_columns {
            let place = headings.places.get(column).copied().unwrap_or(headings.place);
            let heading = column_name(headings, column);
            if mapping.columns.get(column) == Some(&Column::Month) {
                if self.once("months".into()) {
                    self.say(DiagnosticKind::MonthsKept, place);
                }
            } else if self.once(format!("kept {heading}")) {
                self.say(DiagnosticKind::ColumnKept { heading }, place);
            }
        }
    }

    /// Adds an objective: what its code, its cells and its section say of where it belongs is brought together.
    fn objective(&mut self, read: RowRead, source: Source<'t>) {
        let place = source.place;
        let merged = source.mapping.has(Field::Code) && source.is_blank(Field::Code);
        let index = self.objectives.len();
        let mut objective = read.objective;
        let mut code = read.code;
        objective.place = Some(place);
        if merged && let Some(above) = &self.above {
            code = above.code;
            objective.code_as_written = self.objectives[above.index].code_as_written.clone();
            if !objective.code_as_written.is_empty() {
                let code = objective.code_as_written.clone();
                self.say_of(index, DiagnosticKind::CodeFromAbove { code }, place);
            }
        } else if let Some(code) = code.filter(|code| !code.usual) {
            self.say_code(index, code, &objective.code_as_written, place);
        }
        if code.is_some_and(|code| code.strategic) {
            if objective.strategic.replace(true) == Some(false) {
                objective.kept.extend(source.kept(Field::Strategic));
                if let Some((kind, place)) = source.differs(Field::Strategic, false) {
                    self.say_of(index, kind, place);
                }
            }
            self.tells_strategic = true;
        }
        let text = &objective.objective;
        if heading::is_only_total(text) || (read.cells == 1 && heading::is_caption(text)) {
            self.say_of(index, DiagnosticKind::ObjectiveLikeHeading, place);
        }
        let stated = row::stated(&objective, source);
        self.place_in_plan(index, &mut objective, code, source);
        self.above = Some(Above { index, code, stated });
        self.objectives.push(objective);
    }

    fn say_code(&mut self, index: usize, code: WrittenCode, written: &str, place: Place) {
        let read = code.programme.map_or_else(|| code.mission.to_string(), |programme| programme.to_string());
        // A document that writes all its codes so would say it of every row.
        if self.once(format!("code {written}")) {
            let written = written.to_owned();
            self.say_of(index, DiagnosticKind::CodeReadAs { written, read }, place);
        }
    }

    /// Mission and programme: by the code, else by their own columns, else by the section.
    fn place_in_plan(
        &mut self,
        index: usize,
        objective: &mut Objective,
        code: Option<WrittenCode>,
        source: Source<'_>,
    ) {
        let column = objective.mission.take();
        let mut programme = objective.programme.take();
        let stated = column.as_ref().or(self.mission.as_ref()).and_then(|mission| mission.code);
        if let Some(Programme { code: own @ None, name: Some(name) }) = &mut programme {
            // "6 - Servizi ausiliari" is a programme of the mission that the other cells or the section state.
            let mission = code.map(|code| code.mission).or(stated);
            let (number, rest) = value::programme_label(name, mission);
            if number.is_some() {
                *own = number;
                let name = rest.map(|rest| self.names.shared(rest));
                programme = Some(Programme { code: number, name });
            }
        }
        let programme_code = code.and_then(|code| code.programme);
        let by_code = code
            .map(|code| code.mission)
            .or(programme.as_ref().and_then(|p| p.code).map(ProgrammeCode::mission));
        objective.mission = match by_code {
            Some(by_code) => {
                if let Some(stated) = stated.filter(|&stated| stated != by_code) {
                    self.say_of(index, DiagnosticKind::MissionDiffers { by_code, stated }, source.place);
                }
                let agrees = column.as_ref().is_none_or(|own| own.code.is_none_or(|code| code == by_code));
                if !agrees {
                    objective.kept.extend(source.kept(Field::Mission));
                }
                let own = column.filter(|_| agrees);
                let name =
                    own.and_then(|mission| mission.name).or_else(|| self.missions.get(&by_code).cloned());
                Some(Mission { code: Some(by_code), name })
            }
            None => column.or_else(|| self.mission.clone()),
        };
        objective.programme = match (programme_code, programme) {
            (Some(code), own) => {
                let agrees = own.as_ref().is_none_or(|own| own.code.is_none_or(|own| own == code));
                if !agrees {
                    objective.kept.extend(source.kept(Field::Programme));
                }
                let name = own.filter(|_| agrees).and_then(|own| own.name);
                Some(Programme {
                    code: Some(code),
                    name: name.or_else(|| self.programmes.get(&code).cloned()),
                })
            }
            (None, Some(own)) => Some(own),
            (None, None) => self.programme.clone().filter(|programme| {
                let mission = objective.mission.as_ref().and_then(|mission| mission.code);
                programme.code.is_none_or(|code| Some(code.mission()) == mission)
            }),
        };
    }

    fn finish(mut self, file_name: &str) -> Result<Import, ImportError> {
        if self.objectives.is_empty() {
            return Err(self.without_objectives());
        }
        if self.tells_strategic {
            for objective in &mut self.objectives {
                objective.strategic.get_or_insert(false);
            }
        }
        self.take_year(file_name);
        // In the order of the file; what has no place concerns the whole of it and comes first.
        sort_by(&mut self.diagnostics, Diagnostic::by_place);
        let plan = Plan { header: self.header, objectives: self.objectives.into(), ..Plan::default() };
        let format = Format::TextTable(self.separator);
        let (diagnostics, tally, view) = (self.diagnostics, self.tally, String::new());
        Ok(Import { plan, diagnostics, tally, format, link: None, view })
    }

    /// The error of tables without an objective: they have no rows, or none that is one.
    fn without_objectives(self) -> ImportError {
        let left = self.diagnostics.into_iter().find_map(|found| match found.kind {
            DiagnosticKind::RowLeft { written } | DiagnosticKind::TotalLeft { written } => {
                Some((written, found.place?))
            }
            _ => None,
        });
        match left {
            Some((first, place)) => ImportError::RowsLeft { rows: self.tally.rows, first, place },
            None => ImportError::NoObjectives,
        }
    }

    fn take_year(&mut self, file_name: &str) {
        if self.header.year.is_some() {
            return;
        }
        let of_name = || tables::year_of_name(file_name).map(|year| (year, YearSource::FileName));
        if let Some((year, from)) = tables::only_year(self.headings, &self.tables.mappings).or_else(of_name) {
            self.header.year = Some(year);
            let kind = DiagnosticKind::YearTaken { year, from };
            self.diagnostics.push(Diagnostic { kind, place: None, n: None });
        }
    }
}

/// Takes a value if there is none yet.
fn first<T: Clone>(own: &mut Option<T>, found: &Option<T>) -> bool {
    let taken = own.is_none() && found.is_some();
    if taken {
        own.clone_from(found);
    }
    taken
}

fn columns_found(headings: &Headings, mapping: &Mapping) -> Vec<ColumnFound> {
    let columns = mapping.columns.iter().enumerate().map(|(index, column)| {
        let (field, year) = match column {
            Column::Field(field) | Column::Indicator(field, _) => (Some(*field), None),
            Column::Year(year) => (Some(Field::Planned), Some(*year)),
            Column::Month | Column::Kept => (None, None),
        };
        ColumnFound { heading: headings.written[index].clone(), field, year }
    });
    columns.collect()
}
