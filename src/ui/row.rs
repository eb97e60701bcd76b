// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rows of the table on the page: made once, and told to show other objectives when others are selected.
//!
//! A step changes every row of the table: telling the elements there are is several times faster than making new ones.
//! Never here: which objectives are shown. Text goes into text nodes.

use std::collections::VecDeque;
use std::ops::Range;

use web_sys::{Element, Node};

use super::browser::{self, make, set};
use super::status;
use crate::document::Document;
use crate::locale::Language;
use crate::locale::page::PageWords;
use crate::reading::ReadFrom;

/// In which words rows are written.
#[derive(Clone, Copy)]
pub struct Wording {
    pub language: Language,
    pub words: &'static PageWords,
}

/// The rows that are on the page: neighbours in the table.
pub struct Rows {
    parent: Element,
    /// The place of the first in the table.
    start: usize,
    rows: VecDeque<Row>,
}

impl Rows {
    /// No rows yet, in this element.
    pub fn new(parent: Element) -> Self {
        // The element may come from the document before, with its rows in it.
        parent.set_text_content(None);
        Self { parent, start: 0, rows: VecDeque::new() }
    }

    /// Shows these places of the table, of which `listed` are the objectives. A place that was shown before keeps its
    /// row, and so the focus that may be in it.
    pub fn show(&mut self, places: Range<usize>, listed: &[u32], document: &Document, wording: Wording) {
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
        self.rows.drain(places.len().min(self.rows.len())..).for_each(|row| row.element.remove());
        while self.rows.len() < places.len() {
            let Some(row) = Row::new(wording.words) else { return };
            row.put(&self.parent, None);
            self.rows.push_back(row);
        }
        for (row, at) in self.rows.iter_mut().zip(places) {
            if let Some(&index) = listed.get(at) {
                row.show(at, index, document, wording);
            }
        }
    }
}

/// A text node, and what it says.
struct Cell {
    node: Node,
    said: String,
}

impl Cell {
    fn say(&mut self, text: &str) {
        if self.said != text {
            self.node.set_node_value(Some(text));
            text.clone_into(&mut self.said);
        }
    }
}

/// One row.
struct Row {
    element: Element,
    badge: Element,
    code: Cell,
    title: Cell,
    responsible: Cell,
    shape: Cell,
    status: Cell,
    degree: Cell,
    staff: Cell,
    /// The place in the table and the objective.
    shown: Option<(usize, u32)>,
}

fn text(parent: &Element) -> Option<Cell> {
    let node: Node = browser::document()?.create_text_node("").into();
    parent.append_child(&node).ok()?;
    Some(Cell { node, said: String::new() })
}

impl Row {
    fn new(words: &PageWords) -> Option<Self> {
        let row = make(None, "div", &[("role", "row"), ("class", "row")])?;
        let cell = |class: &str, label: &str| {
            let cell = make(Some(&row), "div", &[("role", "cell"), ("class", class)])?;
            if !label.is_empty() {
                set(&cell, "data-label", label);
            }
            Some(cell)
        };
        let code = text(&make(Some(&cell("cell code", "")?), "bdi", &[])?)?;
        let button = [("type", "button"), ("class", "row-button"), ("data-action", "objective")];
        let button = make(Some(&cell("cell objective", "")?), "button", &button)?;
        let title = text(&make(Some(&button), "bdi", &[("class", "lines")])?)?;
        let responsible = cell("cell responsible", "")?;
        let responsible = text(&make(Some(&responsible), "bdi", &[("class", "lines")])?)?;
        let badge = make(Some(&cell("cell status-cell", "")?), "span", &[])?;
        let shape = text(&make(Some(&badge), "span", &[("class", "shape"), ("aria-hidden", "true")])?)?;
        let status = text(&badge)?;
        let degree = text(&cell("cell degree", words.column_degree)?)?;
        let staff = text(&cell("cell staff", words.column_staff)?)?;
        Some(Self {
            element: row,
            badge,
            code,
            title,
            responsible,
            shape,
            status,
            degree,
            staff,
            shown: None,
        })
    }

    /// Puts the row before another one, or last.
    fn put(&self, parent: &Element, before: Option<&Self>) {
        // Fails only where `before` is elsewhere, and it never is.
        let _ = parent.insert_before(&self.element, before.map(|row| row.element.as_ref()));
    }

    /// Shows an objective of the plan (its index) at a place of the table.
    fn show(&mut self, at: usize, index: u32, document: &Document, Wording { language, words }: Wording) {
        if self.shown == Some((at, index)) {
            return;
        }
        let Some(objective) = document.plan.objectives.get(index as usize) else { return };
        let Some(achievement) = document.achievements.get(index as usize) else { return };
        if self.shown.map(|(at, _)| at) != Some(at) {
            set(&self.element, "aria-rowindex", &(at + 2).to_string());
        }
        self.shown = Some((at, index));
        set(&self.element, "data-objective", &(index + 1).to_string());
        let correction = achievement.corrected.then(|| document.plan.correction_of(index + 1)).flatten();
        match correction.and_then(|correction| correction.code) {
            Some(code) => self.code.say(&status::corrected(code)),
            None => self.code.say(&objective.code_as_written),
        }
        self.title.say(status::title(objective, words.without_text));
        let responsible = objective.responsible.as_written();
        match correction.is_some_and(|correction| correction.responsible.is_some()) {
            true => self.responsible.say(&status::corrected(responsible)),
            false => self.responsible.say(&responsible),
        }
        let name = status::name(achievement.status, 1, language);
        let is_overruled =
            achievement.read_from == Some(ReadFrom::Correction) && achievement.degree.is_none();
        let name = if is_overruled { &*status::corrected(name) } else { name };
        let name = if achievement.counted.is_left_out() { format!("({name})") } else { name.to_owned() };
        if self.status.said != name {
            set(&self.badge, "class", &status::class(achievement.status));
            self.shape.say(status::shape(achievement.status));
            self.status.say(&name);
        }
        self.degree.say(&status::degree(achievement, language).unwrap_or_else(|| "–".into()));
        let staff = objective.staff_percent.map(|percent| language.percent(percent.value()));
        self.staff.say(&staff.unwrap_or_else(|| "–".into()));
    }
}
