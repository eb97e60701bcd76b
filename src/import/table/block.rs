// SPDX-License-Identifier: AGPL-3.0-or-later
//! What each record of the text is: a heading row, a row of data, the heading of a section, a legend, prose.
//!
//! Every record ends up in exactly one block, so that nothing can be lost here. Never here: what a row's cells say.

use std::borrow::Cow;

use crate::plan::{Mission, Place};

use super::document::{HeadLine, head_line};
use super::heading::{self, Legend, Section};
use super::headings::{Headings, heading_rows};
use super::layout::{Cell, Layout, Record};
use super::markup;
use super::vocabulary::{self, Heading};

/// A record, or several that belong together, and what they are.
#[derive(Debug)]
pub(super) struct Block<'a> {
    pub place: Place,
    /// As written, for those that are reported whole.
    pub text: Cow<'a, str>,
    pub kind: BlockKind<'a>,
}

#[derive(Debug)]
pub(super) enum BlockKind<'a> {
    /// A heading row: the index of it among the heading rows.
    Headings(usize),
    Row(Row<'a>),
    Section(Section),
    Head(HeadLine),
    Legend(Legend),
    /// A dashed line.
    Rule,
    Total,
    /// Labels and their values side by side or one below the other, instead of a grid.
    Card,
    Prose,
}

/// A row of data.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub cells: Vec<Cell<'a>>,
    /// Over how many lines a cell of it is broken: 1 if none is.
    pub records: usize,
}

/// What the text is made of.
#[derive(Debug)]
pub(super) struct Blocks<'a> {
    pub list: Vec<Block<'a>>,
    pub headings: Vec<Headings>,
}

/// A cell broken over more lines than this is not put together.
const MOST_LINES: usize = 40;

/// Says of every record what it is.
pub(super) fn read(layout: Layout<'_>) -> Blocks<'_> {
    let separator = layout.separator;
    let mut records = layout.records;
    for cell in records.iter_mut().flat_map(|record| &mut record.cells) {
        markup::strip_in_place(&mut cell.text);
    }
    let (headings, at_record) = heading_rows(&records);
    let mut reader = Reader {
        separator,
        headings: &headings,
        list: Vec::new(),
        in_tables: false,
        current: None,
        mission: None,
    };
    let mut next = 0;
    while next < records.len() {
        next += match at_record[next] {
            Some(index) => reader.headings(&records[next], index),
            None => reader.record(&mut records[next..], &at_record[next..]),
        };
    }
    let list = reader.list;
    Blocks { list, headings }
}

struct Reader<'a, 'h> {
    separator: u8,
    headings: &'h [Headings],
    list: Vec<Block<'a>>,
    /// Whether a table has begun.
    in_tables: bool,
    /// The heading row above.
    current: Option<usize>,
    /// The mission under whose heading the records stand.
    mission: Option<Mission>,
}

impl<'a> Reader<'a, '_> {
    fn headings(&mut self, record: &Record<'a>, index: usize) -> usize {
        if self.current == Some(index) {
            // A lower row of the same headings.
            return 1;
        }
        self.current = Some(index);
        self.in_tables = true;
        self.push(record, BlockKind::Headings(index));
        1
    }

    /// Says what the first of these records is, and returns how many of them belong to it.
    fn record(&mut self, records: &mut [Record<'a>], at_record: &[Option<usize>]) -> usize {
        let Some((record, _)) = records.split_first() else { return 1 };
        if record.filled().next().is_none() {
            // A blank line, or a row of nothing but separators.
            return 1;
        }
        if is_rule(record) {
            self.push(record, BlockKind::Rule);
            return 1;
        }
        if let Some(text) = self.line(record) {
            if let Some(section) = heading::section(&text, self.mission.as_ref()) {
                if section.mission.is_some() {
                    self.mission.clone_from(&section.mission);
                }
                self.push_line(record, text, BlockKind::Section(section));
                return 1;
            }
            if let Some((legend, lines)) = self.legend(records, at_record) {
                let text =
                    records[..lines].iter().filter_map(Record::only_cell).map(|cell| cell.text.as_ref());
                let text = text.collect::<Vec<_>>().join(" ");
                self.push_line(record, text, BlockKind::Legend(legend));
                return lines;
            }
            if !self.in_tables
                && let Some(head) = head_line(&text)
            {
                self.push_line(record, text, BlockKind::Head(head));
                return 1;
            }
        }
        if !self.in_tables
            && let Some(head) = labelled_head(record)
        {
            self.push(record, BlockKind::Head(head));
            return 1;
        }
        if self.columns() != Some(record.cells.len()).filter(|&cells| cells > 2) && is_card(record) {
            self.push(record, BlockKind::Card);
            return 1;
        }
        let lines = if is_total(record) { 1 } else { self.broken_over(records, at_record) };
        if lines > 1 {
            let text = records[..lines].iter().map(|record| record.raw.trim()).collect::<Vec<_>>().join("\n");
            let place = records[0].place();
            self.in_tables = true;
            let kind = BlockKind::Row(Row { cells: joined(&mut records[..lines]), records: lines });
            self.list.push(Block { place, text: Cow::Owned(text), kind });
            return lines;
        }
        let record = &mut records[0];
        let kind = if is_total(record) {
            BlockKind::Total
        } else if record.cells.len() < 2 {
            BlockKind::Prose
        } else {
            self.in_tables = true;
            BlockKind::Row(Row { cells: std::mem::take(&mut record.cells), records: 1 })
        };
        self.push(&records[0], kind);
        1
    }

    fn push(&mut self, record: &Record<'a>, kind: BlockKind<'a>) {
        self.list.push(Block { place: record.place(), text: Cow::Borrowed(record.raw.trim()), kind });
    }

    /// A line of text, without the separators around it and its formatting.
    fn push_line(&mut self, record: &Record<'a>, text: String, kind: BlockKind<'a>) {
        let text = Cow::Owned(heading::line_text(&text));
        self.list.push(Block { place: record.place(), text, kind });
    }

    /// The text of a record that is a line rather than a row: it has one cell, or was cut by commas of prose.
    fn line(&self, record: &Record<'a>) -> Option<String> {
        if let Some(cell) = record.only_cell() {
            // The signs of a Markdown heading are at its start, formatting is off already.
            return Some(cell.text.to_string());
        }
        // In prose a space follows each comma.
        let cut_by_prose = self.separator == b','
            && self.columns() != Some(record.cells.len())
            && !begins_row(record)
            && record.raw.split(',').skip(1).all(|part| part.starts_with(' '));
        cut_by_prose.then(|| markup::strip(record.raw).into_owned())
    }

    /// How many columns the table has: by the heading row above, else, before any, by the first one to come.
    fn columns(&self) -> Option<usize> {
        self.headings.get(self.current.unwrap_or(0)).map(|headings| headings.written.len())
    }

    /// A legend, which may be broken over lines: `S =`, `Obiettivo`, `strategico`.
    fn legend(&self, records: &[Record<'a>], at_record: &[Option<usize>]) -> Option<(Legend, usize)> {
        let mut text = String::new();
        let mut found = None;
        for (lines, record) in records.iter().enumerate().take(4) {
            let line = record.only_cell().filter(|_| at_record[lines].is_none());
            let Some(line) = line.filter(|_| lines == 0 || !is_rule(record)) else { break };
            text.push(' ');
            text.push_str(&line.text);
            match heading::legend(&text) {
                Some(Legend::Strategic) => return Some((Legend::Strategic, lines + 1)),
                None if lines == 0 => return None,
                // The first line that says something is the legend, unless more lines speak of strategic objectives.
                Some(legend) if found.is_none() && legend != Legend::Begun => {
                    found = Some((legend, lines + 1))
                }
                _ => {}
            }
        }
        found
    }

    /// Over how many records the row is broken that begins here: 1 if it is not.
    fn broken_over(&self, records: &[Record<'a>], at_record: &[Option<usize>]) -> usize {
        let Some(columns) = self.columns() else { return 1 };
        let begun = &records[0].cells;
        let mut cells = begun.len();
        if cells >= columns || (cells < 2 && !heading::is_programme_code(&begun[0].text)) {
            return 1;
        }
        let has_code = heading::looks_like_code(&begun[0].text);
        for (lines, record) in records.iter().enumerate().take(MOST_LINES).skip(1) {
            let ends = at_record[lines].is_some() || record.filled().next().is_none() || begins_row(record);
            if ends || is_rule(record) || record.cells.len() >= columns {
                return 1;
            }
            // Rows whose empty last cells were trimmed are short, too, and must not become one. Below a row with a code
            // the lack of one shows that it goes on, unless the cell of the code is there and empty. Else a line goes on
            // that begins with a small letter, and is not of the width of the one above, as rows of a table are.
            let first = &record.cells[0];
            let is_as_wide = record.cells.len() == begun.len();
            let goes_on = match has_code {
                true => first.is_filled() || !is_as_wide,
                false => !is_as_wide && first.text.starts_with(char::is_lowercase),
            };
            if !goes_on {
                return 1;
            }
            cells += record.cells.len() - 1;
            // A row of a table drawn without outer pipes may still end with one.
            let closed = cells == columns + 1 && record.cells.last().is_some_and(|cell| !cell.is_filled());
            if cells == columns || closed {
                return lines + 1;
            }
            if cells > columns {
                return 1;
            }
        }
        1
    }
}

/// Puts the cells of a broken row together: the last of a line goes on in the first of the next.
fn joined<'a>(records: &mut [Record<'a>]) -> Vec<Cell<'a>> {
    let mut all: Vec<Cell<'a>> = Vec::new();
    for record in records {
        let mut cells = std::mem::take(&mut record.cells).into_iter();
        if let Some(last) = all.last_mut()
            && let Some(first) = cells.next()
        {
            if !last.is_filled() {
                *last = first;
            } else if first.is_filled() {
                let text = last.text.to_mut();
                text.push('\n');
                text.push_str(&first.text);
            }
        }
        all.extend(cells);
    }
    all
}

pub(super) fn is_rule(record: &Record<'_>) -> bool {
    let mut strokes = 0;
    for (_, cell) in record.filled() {
        if !heading::is_stroke(&cell.text) {
            return false;
        }
        strokes += cell.text.len();
    }
    strokes >= 3
}

/// A row of a total: it says so in its first cell, and the others are numbers, or numbers and what they count.
fn is_total(record: &Record<'_>) -> bool {
    let mut filled = record.filled().map(|(_, cell)| cell.text.as_ref());
    if !filled.next().is_some_and(heading::is_total) {
        return false;
    }
    let (mut numbers, mut units) = (0, 0);
    for cell in filled {
        if heading::is_number(cell) {
            numbers += 1;
        } else if heading::is_unit(cell) {
            units += 1;
        } else {
            return false;
        }
    }
    numbers > 0 || units == 0
}

/// Whether a record begins a row for sure: with a code.
fn begins_row(record: &Record<'_>) -> bool {
    let Some(cell) = record.cells.first().filter(|_| record.cells.len() > 1) else { return false };
    heading::looks_like_code(&cell.text)
}

/// A label and its value: `Responsabile | Elena Novarese`.
fn is_card(record: &Record<'_>) -> bool {
    let mut filled = record.filled();
    let (Some((_, label)), Some((_, value)), None) = (filled.next(), filled.next(), filled.next()) else {
        return false;
    };
    let label = label.text.trim_end_matches(':');
    matches!(vocabulary::sure(label), Some(Heading::Field(_))) && vocabulary::sure(&value.text).is_none()
}

/// `Ente | Comune di …`, `Anno | 2021`: a line of the document's head that was typed into cells.
fn labelled_head(record: &Record<'_>) -> Option<HeadLine> {
    let mut filled = record.filled();
    let (Some((_, label)), Some((_, value)), None) = (filled.next(), filled.next(), filled.next()) else {
        return None;
    };
    let (label, value) = (crate::text::fold(label.text.trim_end_matches([':', ' '])), value.text.as_ref());
    let known = |words: &[&str]| words.contains(&label.as_str());
    let mut head = HeadLine::default();
    if known(&["ente", "amministrazione", "comune"]) {
        head.body = Some(value.to_owned());
    } else if known(&["documento", "titolo", "piano"]) {
        head = head_line(value)?;
        head.title = Some(value.to_owned());
    } else if known(&["anno", "esercizio", "annualita"]) {
        head.year = Some(crate::import::value::year(value).value()?);
    } else if known(&["stato", "approvazione"]) {
        head.state = Some(head_line(value)?.state?);
    } else {
        return None;
    }
    Some(head)
}
