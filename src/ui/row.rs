// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rows of the table on the page: made once, and told to show other lines when others are near.
//!
//! A step changes every row of the table: telling the elements there are is several times faster than making new ones.
//! Never here: which lines are shown. Text goes into text nodes.

use std::collections::VecDeque;
use std::ops::Range;

use web_sys::{Element, Node};

use super::browser::{make, set};
use super::cell::{self, Cell};
use super::changes::{Changes, unset};
use crate::document::Document;
use crate::listing::marks::Needles;
use crate::listing::{Column, Line, Lines, Listing};
use crate::locale::Language;
use crate::locale::listing as own;
use crate::locale::page::PageWords;
use crate::locale::selection::label;
use crate::statistics::Filter;

/// How many rows are kept at hand for when there are more lines again.
const SPARE: usize = 100;

/// How rows are written: in which words and columns, and what is marked in them.
pub struct Wording {
    pub language: Language,
    pub words: &'static PageWords,
    pub listing: Listing,
    pub needles: Needles,
}

/// The rows that are on the page: neighbours in the table.
pub struct Rows {
    parent: Element,
    /// The place of the first in the table.
    start: usize,
    rows: VecDeque<Row>,
    /// Rows that were taken off the page, for when there are more lines again.
    spare: Vec<Row>,
}

impl Rows {
    /// No rows yet, in this element.
    pub fn new(parent: Element) -> Self {
        // The element may come from the document before, with its rows in it.
        parent.set_text_content(None);
        Self { parent, start: 0, rows: VecDeque::new(), spare: Vec::new() }
    }

    /// Has every row written anew, since columns or marks are others.
    pub fn forget(&mut self) {
        self.rows.iter_mut().for_each(|row| row.shown = None);
    }

    /// Shows these places of the table. A place that was shown before keeps its row, and so the focus that may be in it.
    pub fn show(&mut self, places: Range<usize>, lines: &Lines, document: &Document, wording: &Wording) {
        // Rows that scrolled off at the top serve again at the bottom, and the other way round.
        if places.contains(&self.start) || (self.start..self.start + self.rows.len()).contains(&places.start)
        {
            while self.start < places.start
                && let Some(row) = self.rows.pop_front()
            {
                row.put(&self.parent, None);
                self.rows.push_back(row);
                self.start += 1;
            }
            while self.start > places.start
                && let Some(row) = self.rows.pop_back()
            {
                row.put(&self.parent, self.rows.front());
                self.rows.push_front(row);
                self.start -= 1;
            }
        }
        self.start = places.start;
        for mut row in self.rows.drain(places.len().min(self.rows.len())..) {
            row.element.remove();
            row.shown = None;
            self.spare.push(row);
        }
        while self.rows.len() < places.len() {
            let Some(row) = self.spare.pop().or_else(Row::new) else { return };
            row.put(&self.parent, None);
            self.rows.push_back(row);
        }
        self.spare.truncate(SPARE);
        let mut changes = Changes::default();
        for (row, at) in self.rows.iter_mut().zip(places) {
            if let Some(line) = lines.get(at) {
                row.show(at, line, document, wording, &mut changes);
            }
        }
        changes.make();
    }

    /// Whether it is to be looked which words are seen.
    pub fn asks(&self) -> bool {
        self.rows.iter().any(|row| row.asks)
    }

    /// Looks which words of a search that stand further on in the texts of cells can be seen there, and tells of the
    /// others where they are. All is looked at before anything is told, so that the browser lays the page out once.
    pub fn look(&mut self, document: &Document, wording: &Wording) {
        let asking: Vec<&mut Row> = self.rows.iter_mut().filter(|row| row.asks).collect();
        let looked: Vec<_> = asking.into_iter().map(|row| (row.elsewhere(document, wording), row)).collect();
        let mut changes = Changes::default();
        for (elsewhere, row) in looked {
            row.asks = false;
            row.tell(elsewhere, wording, &mut changes);
        }
        changes.make();
    }
}

/// A column in whose text the words of a search are, and what stands around them.
type Elsewhere = Option<(Column, String)>;

/// What a row is made for.
enum Inside {
    Nothing,
    /// The line above a group: its button, its name and its figures.
    Group {
        button: Element,
        name: Cell,
        figures: Cell,
    },
    /// An objective: a cell for each column, and where else it was found.
    Objective {
        cells: Vec<(Column, Cell)>,
        found: Option<(Element, Cell)>,
    },
}

/// One row.
struct Row {
    element: Element,
    inside: Inside,
    /// The place in the table and the objective; `None` where a group is shown, or nothing.
    shown: Option<(usize, u32)>,
    /// Its number in the grid.
    number: usize,
    /// Whether words of a search are so far on in a cell that only the browser knows whether they are seen.
    asks: bool,
}

impl Row {
    fn new() -> Option<Self> {
        let element = make(None, "div", &[("role", "row"), ("class", "row")])?;
        Some(Self { element, inside: Inside::Nothing, shown: None, number: 0, asks: false })
    }

    /// Puts the row before another one, or last.
    fn put(&self, parent: &Element, before: Option<&Self>) {
        let before: Option<&Node> = before.map(|row| row.element.as_ref());
        // Fails only where `before` is elsewhere, and it never is.
        let _ = parent.insert_before(&self.element, before);
    }

    /// Shows a line at a place of the table.
    fn show(
        &mut self,
        at: usize,
        line: Line<'_>,
        document: &Document,
        wording: &Wording,
        changes: &mut Changes,
    ) {
        match line {
            Line::Objective(index) if self.shown == Some((at, index)) => return,
            Line::Objective(index) => {
                self.show_objective(index, document, wording, changes);
                self.shown = Some((at, index));
            }
            Line::Group(group) => {
                self.make_group();
                if let Inside::Group { button, name, figures } = &mut self.inside {
                    let grouping = wording.listing.grouping.map(|grouping| grouping.dimension());
                    let named = grouping.map(|dimension| {
                        label(&Filter::new(dimension, group.key.as_str()), &*document.names, wording.language)
                    });
                    changes.set(button, "aria-expanded", if group.is_folded { "false" } else { "true" });
                    changes.set(&self.element, "data-group", &group.key);
                    if let Some(cell) = button.parent_element() {
                        changes.set(&cell, "aria-colspan", &wording.listing.columns.len().to_string());
                    }
                    name.say(&named.unwrap_or_default(), &[], changes);
                    let said = (own::words(wording.language).summary)(&group.summary);
                    figures.say(&said, &[], changes);
                }
                self.shown = None;
            }
        }
        // The first row of the table is that of the headings.
        if std::mem::replace(&mut self.number, at + 2) != at + 2 {
            changes.set(&self.element, "aria-rowindex", &self.number.to_string());
        }
    }

    fn make_group(&mut self) {
        if matches!(self.inside, Inside::Group { .. }) {
            return;
        }
        self.clear("row group");
        let cell = cell::make_cell(&self.element, "cell", "1");
        let button = [("type", "button"), ("class", "fold"), ("data-action", "fold"), ("tabindex", "-1")];
        let Some(button) = make(cell.as_ref(), "button", &button) else { return };
        let name = make(Some(&button), "strong", &[]).and_then(|name| Cell::plain(&name));
        let figures = make(cell.as_ref(), "span", &[("class", "fine")]).and_then(|of| Cell::plain(&of));
        if let (Some(name), Some(figures)) = (name, figures) {
            self.inside = Inside::Group { button, name, figures };
        }
    }

    fn make_objective(&mut self, wording: &Wording) {
        let columns = || wording.listing.columns.iter().map(|shown| shown.column);
        let is_found = !wording.needles.is_empty();
        if let Inside::Objective { cells, found } = &self.inside
            && cells.iter().map(|(column, _)| *column).eq(columns())
            && found.is_some() == is_found
        {
            return;
        }
        self.clear("row");
        let cells = columns().enumerate().filter_map(|(at, column)| {
            let index = (at + 1).to_string();
            Some((column, Cell::of(&self.element, column, &index, wording.language, wording.words)?))
        });
        let cells: Vec<_> = cells.collect();
        let found = is_found.then(|| {
            let index = (cells.len() + 1).to_string();
            let line = cell::make_cell(&self.element, "found fine", &index)?;
            Some((line.clone(), Cell::plain(&line)?))
        });
        self.inside = Inside::Objective { cells, found: found.flatten() };
    }

    fn clear(&mut self, class: &str) {
        self.element.set_text_content(None);
        set(&self.element, "class", class);
        unset(&self.element, "data-objective");
        unset(&self.element, "data-group");
        self.inside = Inside::Nothing;
    }

    /// Shows an objective of the plan (its index).
    fn show_objective(&mut self, index: u32, document: &Document, wording: &Wording, changes: &mut Changes) {
        let Some(objective) = document.plan.objectives.get(index as usize) else { return };
        self.make_objective(wording);
        changes.set(&self.element, "data-objective", &(index + 1).to_string());
        self.asks = false;
        let Inside::Objective { cells, found } = &mut self.inside else { return };
        for (column, cell) in cells {
            cell::show(cell, *column, index, document, wording, changes);
        }
        if found.is_some() {
            let mut asks = false;
            let mut sees = |_: Column, _: &Vec<char>| {
                asks = true;
                true
            };
            let elsewhere = wording.needles.elsewhere(objective, &wording.listing, &mut sees);
            self.asks = asks;
            self.tell(elsewhere, wording, changes);
        }
    }

    /// Where else the words of a search are in the objective that is shown, as its cells stand in the window.
    fn elsewhere(&self, document: &Document, wording: &Wording) -> Elsewhere {
        let (_, index) = self.shown?;
        let Inside::Objective { cells, .. } = &self.inside else { return None };
        let mut sees = |column: Column, word: &Vec<char>| {
            cells.iter().any(|(shown, cell)| *shown == column && cell.sees(word))
        };
        let objective = document.plan.objectives.get(index as usize)?;
        wording.needles.elsewhere(objective, &wording.listing, &mut sees)
    }

    /// Tells where else the words of a search were found.
    fn tell(&mut self, elsewhere: Elsewhere, wording: &Wording, changes: &mut Changes) {
        let Inside::Objective { found: Some((line, cell)), .. } = &mut self.inside else { return };
        let words = own::words(wording.language);
        let said = elsewhere
            .map(|(column, snippet)| format!("{}{snippet}", (words.found_in)((words.column)(column))));
        let said = said.unwrap_or_default();
        changes.set(line, "class", if said.is_empty() { "found none" } else { "found fine" });
        // What is said of where it was found is not what was found.
        let from = said.find(": ").map_or(0, |at| at + 2);
        let places = wording.needles.places(&said[from..]);
        let places: Vec<_> = places.iter().map(|p| p.start + from..p.end + from).collect();
        cell.say(&said, &places, changes);
    }
}
