// SPDX-License-Identifier: AGPL-3.0-or-later
//! The list in which the order of slides is arranged: every slide that there is, shown or not.
//!
//! A slide that is taken out keeps its row, so that it can be put back where it stood. Never here: a word.

use super::{Sitting, Slide, at_first};
use crate::document::Document;

/// The slides, each with whether it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    rows: Vec<(Slide, bool)>,
}

impl Rows {
    /// Those that are shown in their order, and after them the others that the document has.
    pub fn new(sitting: &Sitting, document: &Document) -> Self {
        let shown = sitting.slides(document);
        let hidden = at_first(document).into_iter().filter(|slide| !shown.contains(slide));
        let hidden: Vec<_> = hidden.map(|slide| (slide, false)).collect();
        Self { rows: shown.into_iter().map(|slide| (slide, true)).chain(hidden).collect() }
    }

    /// The slides, each with whether it is shown.
    pub fn all(&self) -> &[(Slide, bool)] {
        &self.rows
    }

    /// Those that are shown.
    pub fn shown(&self) -> Vec<Slide> {
        self.rows.iter().filter(|(_, is_shown)| *is_shown).map(|(slide, _)| *slide).collect()
    }

    /// Shows a slide, or does not any more.
    pub fn toggle(&mut self, slide: Slide) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.0 == slide) {
            row.1 = !row.1;
        }
    }

    /// Moves a slide one row up or down; whether there was one to change places with.
    pub fn shift(&mut self, slide: Slide, up: bool) -> bool {
        let at = self.rows.iter().position(|row| row.0 == slide);
        let with = at.and_then(|at| if up { at.checked_sub(1) } else { Some(at + 1) });
        match (at, with.filter(|with| *with < self.rows.len())) {
            (Some(at), Some(with)) => {
                self.rows.swap(at, with);
                true
            }
            _ => false,
        }
    }
}
