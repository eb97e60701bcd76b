// SPDX-License-Identifier: AGPL-3.0-or-later
//! What stands in a cell of the table, column by column, with the words of a search marked in it.
//!
//! Never here: which columns are shown. Text goes into text nodes.

use std::ops::Range;

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::browser::{self, make, set};
use super::changes::Changes;
use super::row::Wording;
use super::status;
use crate::document::Document;
use crate::listing::Column;
use crate::listing::marks::places;
use crate::locale::Language;
use crate::locale::listing as own;
use crate::locale::page::PageWords;
use crate::plan::{Correction, Objective};
use crate::reading::{Achievement, ReadFrom};

/// How wide the sign of a text that goes on may be, against the height of its line.
const SIGN: f64 = 0.75;

/// A cell of a row, the column's number in the grid being `index`. It has the focus where there is no button in it.
pub fn make_cell(row: &Element, class: &str, index: &str) -> Option<Element> {
    let cell = [("role", "gridcell"), ("class", class), ("aria-colindex", index), ("tabindex", "-1")];
    make(Some(row), "div", &cell)
}

/// A text on the page, and what it says.
pub struct Cell {
    parent: Element,
    /// The one text node, where nothing is marked.
    node: Node,
    said: String,
    marked: Vec<Range<usize>>,
    /// Badge and shape of a status.
    badge: Option<(Element, Node)>,
}

impl Cell {
    /// In this element, which is empty.
    pub fn plain(parent: &Element) -> Option<Self> {
        let node: Node = browser::document()?.create_text_node("").into();
        parent.append_child(&node).ok()?;
        Some(Self { parent: parent.clone(), node, said: String::new(), marked: Vec::new(), badge: None })
    }

    /// The cell of a column in a row.
    pub fn of(
        row: &Element,
        column: Column,
        index: &str,
        language: Language,
        words: &PageWords,
    ) -> Option<Self> {
        let class = match column {
            Column::Status => "cell status-cell".to_owned(),
            column if column.is_figure() => format!("cell figures {}", column.code()),
            column => format!("cell {}", column.code()),
        };
        let cell = make_cell(row, &class, index)?;
        let label = match column {
            Column::Code | Column::Objective | Column::Responsible | Column::Status => None,
            Column::Degree => Some(words.column_degree),
            Column::Staff => Some(words.column_staff),
            column => Some((own::words(language).column)(column)),
        };
        if let Some(label) = label {
            set(&cell, "data-label", label);
        }
        match column {
            Column::Code => Self::plain(&make(Some(&cell), "bdi", &[])?),
            Column::Objective => {
                let button = [
                    ("type", "button"),
                    ("class", "row-button"),
                    ("data-action", "objective"),
                    ("tabindex", "-1"),
                ];
                let button = make(Some(&cell), "button", &button)?;
                Self::plain(&make(Some(&button), "bdi", &[("class", "lines")])?)
            }
            Column::Status => {
                let badge = make(Some(&cell), "span", &[])?;
                let shape = make(Some(&badge), "span", &[("class", "shape"), ("aria-hidden", "true")])?;
                let shape = Self::plain(&shape)?.node;
                Some(Self { badge: Some((badge.clone(), shape)), ..Self::plain(&badge)? })
            }
            column if column.is_figure() => Self::plain(&cell),
            _ => Self::plain(&make(Some(&cell), "bdi", &[("class", "lines")])?),
        }
    }

    /// Says a text, with these places of it marked.
    pub fn say(&mut self, text: &str, marks: &[Range<usize>], changes: &mut Changes) {
        if self.said == text && self.marked == marks {
            return;
        }
        if !self.marked.is_empty() {
            self.parent.set_text_content(None);
            // Fails only where the node is elsewhere, and it never is.
            let _ = self.parent.append_child(&self.node);
        }
        let head = marks.first().map_or(text, |first| text.get(..first.start).unwrap_or_default());
        changes.say(&self.node, head);
        for (n, place) in marks.iter().enumerate() {
            let after = marks.get(n + 1).map_or(text.len(), |next| next.start);
            if let Some(mark) = make(Some(&self.parent), "mark", &[]) {
                mark.set_text_content(text.get(place.clone()));
            }
            if let Some(document) = browser::document() {
                let rest = document.create_text_node(text.get(place.end..after).unwrap_or_default());
                let _ = self.parent.append_child(&rest);
            }
        }
        text.clone_into(&mut self.said);
        marks.clone_into(&mut self.marked);
    }
}

impl Cell {
    /// Whether a word, folded, can be seen in the cell as it stands in the window; it is marked there. What a browser does
    /// not lay out cuts nothing off.
    pub fn sees(&self, word: &Vec<char>) -> bool {
        let in_text = places(std::slice::from_ref(word), &self.said);
        let Ok(marks) = self.parent.query_selector_all(":scope > mark") else { return true };
        let Ok(Some(cell)) = self.parent.closest(".cell") else { return true };
        let (cell, text) = (cell.get_bounding_client_rect(), self.parent.get_bounding_client_rect());
        let (right, bottom) = (cell.right().min(text.right()), cell.bottom().min(text.bottom()));
        // The last words that are seen of a text that goes on give way to the sign that says so.
        let is_cut = self.parent.scroll_height() > self.parent.client_height();
        let sign = if is_cut { SIGN * text.height() / 2.0 } else { 0.0 };
        (0..).zip(&self.marked).any(|(n, mark)| {
            let is_of_word = in_text.iter().any(|of| mark.start <= of.start && of.end <= mark.end);
            let mark = marks.item(n).and_then(|mark| mark.dyn_into::<Element>().ok());
            let Some(mark) = mark.filter(|_| is_of_word).map(|mark| mark.get_bounding_client_rect()) else {
                return false;
            };
            // A mark is higher than its line: its middle says in which it is.
            let below = bottom - (mark.top() + mark.bottom()) / 2.0;
            let is_last = below < mark.height();
            (below > 0.0 || mark.height() == 0.0) && mark.right() <= right - if is_last { sign } else { 0.0 }
        })
    }
}

/// Shows in a cell what an objective of the plan (its index) has in a column.
pub fn show(
    cell: &mut Cell,
    column: Column,
    index: u32,
    document: &Document,
    wording: &Wording,
    changes: &mut Changes,
) {
    let Some(objective) = document.plan.objectives.get(index as usize) else { return };
    let Some(achievement) = document.achievements.get(index as usize) else { return };
    if column == Column::Status {
        return show_status(cell, achievement, wording.language, changes);
    }
    let correction = achievement.corrected.then(|| document.plan.correction_of(index + 1)).flatten();
    let said = match column {
        Column::Findings => match document.table.findings_of(index) {
            0 => String::new(),
            n => n.to_string(),
        },
        column => text(column, objective, achievement, correction, wording),
    };
    let said = if said.is_empty() && column.is_figure() { "–" } else { &said };
    let places = if wording.needles.are_in(column) { wording.needles.places(said) } else { Vec::new() };
    cell.say(said, &places, changes);
}

fn show_status(cell: &mut Cell, achievement: &Achievement, language: Language, changes: &mut Changes) {
    let name = status::name(achievement.status, 1, language);
    let is_overruled = achievement.read_from == Some(ReadFrom::Correction) && achievement.degree.is_none();
    let name = if is_overruled { status::corrected(name) } else { name.to_owned() };
    let name = if achievement.counted.is_left_out() { format!("({name})") } else { name };
    if cell.said != name
        && let Some((badge, shape)) = &cell.badge
    {
        changes.set(badge, "class", &status::class(achievement.status));
        changes.say(shape, status::shape(achievement.status));
        cell.say(&name, &[], changes);
    }
}

/// What an objective has in a column of texts, or of figures of its own.
fn text(
    column: Column,
    objective: &Objective,
    achievement: &Achievement,
    correction: Option<&Correction>,
    Wording { language, words, .. }: &Wording,
) -> String {
    let with_name = |key: String, code: bool, name: Option<&str>| match name.filter(|_| code) {
        Some(name) => format!("{key} {name}"),
        None => key,
    };
    match column {
        Column::Code => match correction.and_then(|correction| correction.code) {
            Some(code) => status::corrected(code),
            None => objective.code_as_written.clone(),
        },
        Column::Objective => status::title(objective, words.without_text).to_owned(),
        Column::Responsible => {
            let responsible = objective.responsible.as_written();
            match correction.is_some_and(|correction| correction.responsible.is_some()) {
                true => status::corrected(responsible),
                false => responsible,
            }
        }
        Column::Support => {
            let support = objective.support.as_written();
            match correction.is_some_and(|correction| correction.support.is_some()) {
                true => status::corrected(support),
                false => support,
            }
        }
        Column::Degree => status::degree(achievement, *language).unwrap_or_default(),
        Column::Staff => {
            objective.staff_percent.map(|staff| language.percent(staff.value())).unwrap_or_default()
        }
        Column::Weight => {
            objective.weight.map(|weight| language.number(weight.value(), 4)).unwrap_or_default()
        }
        Column::Purpose => objective.purpose.clone(),
        Column::Office => objective.office.clone(),
        Column::Deadline => objective.deadline.clone(),
        Column::Outcome => objective.outcome.clone(),
        Column::Mission => objective.mission.as_ref().map_or_else(String::new, |mission| {
            with_name(mission.key(), mission.code.is_some(), mission.name.as_deref())
        }),
        Column::Programme => objective.programme.as_ref().map_or_else(String::new, |programme| {
            with_name(programme.key(), programme.code.is_some(), programme.name.as_deref())
        }),
        Column::Planned => {
            let years = objective.planned.iter().flatten().map(ToString::to_string);
            years.collect::<Vec<_>>().join(", ")
        }
        Column::Indicators => {
            let texts = objective.indicators.iter().map(|indicator| indicator.text.as_str());
            texts.collect::<Vec<_>>().join(" · ")
        }
        Column::Status | Column::Findings => String::new(),
    }
}
