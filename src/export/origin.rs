// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where what is taken away comes from: the plan, what of it was looked at, and when.
//!
//! Never here: a clock. The day is handed in by whoever has one.

use crate::document::Document;
use crate::locale::Language;
use crate::plan::Header;
use crate::statistics::{Field, Figures, Month, Selection};

/// Where figures come from.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// What the plan says of itself.
    pub header: &'a Header,
    /// The name of its file.
    pub file: &'a str,
    /// What is looked at.
    pub selection: &'a Selection,
    /// The months of the plan, by which those that stand together are said as one.
    pub timeline: &'a [Month],
    /// In which text of each its words were searched; `None` for all texts.
    pub field: Option<Field>,
    /// How many objectives these are.
    pub selected: u32,
    /// Of how many.
    pub of: u32,
    /// The day on which it is taken away, as `2026-11-27`; empty where nobody says.
    pub day: &'a str,
    /// In which language its words are.
    pub language: Language,
}

impl<'a> Origin<'a> {
    /// Of a document's figures.
    pub fn new(
        document: &'a Document,
        selection: &'a Selection,
        figures: &Figures,
        day: &'a str,
        language: Language,
    ) -> Self {
        let header = &document.import.plan.header;
        let (selected, of) = (figures.selected.all(), figures.plan.all());
        let (file, timeline) = (document.name.as_str(), &document.whole.timeline[..]);
        Self { header, file, selection, timeline, field: None, selected, of, day, language }
    }

    /// The same where words were searched in one text of each objective.
    pub fn searched_in(self, field: Option<Field>) -> Self {
        Self { field, ..self }
    }
}
