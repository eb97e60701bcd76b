// SPDX-License-Identifier: AGPL-3.0-or-later
//! Steps from selection to selection: what the last one counted is kept, and the next counts only the objectives that it
//! brings or takes away, or anew where that is less.
//!
//! The figures are those of [`Table::figures`], to the last bit, whatever steps led to them. Never here: a figure of its
//! own.

use std::sync::{Arc, Mutex, PoisonError};

use traguardi_kernel::{clear, differing, within};

use super::codes::Codes;
use super::counted::Counted;
use super::failed::{SEARCH, bit};
use super::figures::Figures;
use super::search::SearchHits;
use super::selection::{Dimension, Selection};
use super::slots::Slots;
use super::table::{Facets, Table};

/// Keeps what the last step counted. One serves all versions of a document, of which one is looked at.
#[derive(Debug, Default)]
pub struct Stepper(Mutex<Option<Last>>);

/// The last step.
#[derive(Debug)]
struct Last {
    /// Of which table it was.
    table: Arc<()>,
    selection: Selection,
    /// What was found: the same words may be searched in other texts.
    hits: SearchHits,
    /// For each row the bits of the filters that it fails, now and before the last change.
    masks: Vec<u16>,
    before: Vec<u16>,
    changed: Vec<u32>,
    /// Nothing where the plan has too many different values: its figures are computed row by row.
    counts: Option<(Codes, Slots)>,
}

impl Stepper {
    /// The figures of a selection of the objectives of a table, where groups ignore their own filters. `hits` are those of
    /// [`Selection::search`].
    pub fn figures(&self, table: &Table, selection: &Selection, hits: &SearchHits) -> Figures {
        self.step(table, selection, hits, &mut |last| match &last.counts {
            Some((codes, slots)) => Counted { table, codes, slots }.parts().figures(table, true),
            None => table.figures_of(&last.masks, Facets::OwnFilterIgnored),
        })
    }

    /// The objectives selected, as places in the plan (from 0), in its order.
    pub fn rows(&self, table: &Table, selection: &Selection, hits: &SearchHits) -> Vec<u32> {
        self.step(table, selection, hits, &mut |last| {
            let mut rows = Vec::new();
            within(&last.masks, 0, &mut rows);
            rows
        })
    }

    fn step<T>(
        &self,
        table: &Table,
        selection: &Selection,
        hits: &SearchHits,
        of: &mut dyn FnMut(&Last) -> T,
    ) -> T {
        let mut last = self.0.lock().unwrap_or_else(|broken| {
            // What a step that broke off has counted is not to be gone on with.
            let mut last = PoisonError::into_inner(broken);
            *last = None;
            last
        });
        let last = match &mut *last {
            Some(last) if Arc::ptr_eq(&last.table, &table.identity) => {
                last.go_to(table, selection, hits);
                last
            }
            // Without what was kept of the other table meanwhile.
            other => {
                *other = None;
                other.insert(Last::new(table, selection, hits))
            }
        };
        of(last)
    }
}

impl Last {
    fn new(table: &Table, selection: &Selection, hits: &SearchHits) -> Self {
        let counts =
            Codes::new(table).and_then(|codes| Slots::new(table, &codes).map(|slots| (codes, slots)));
        let mut last = Self {
            table: table.identity.clone(),
            selection: selection.clone(),
            hits: hits.clone(),
            masks: table.failed(selection, hits),
            // Nothing is counted yet.
            before: vec![u16::MAX; table.len()],
            changed: (0..table.len() as u32).collect(),
            counts,
        };
        last.count(table, active(selection));
        last
    }

    /// Goes on to another selection.
    fn go_to(&mut self, table: &Table, selection: &Selection, hits: &SearchHits) {
        let differs = |dimension: &Dimension| {
            let dimension = *dimension;
            !self.selection.keys(dimension).eq(selection.keys(dimension))
                || self.selection.is_turned(dimension) != selection.is_turned(dimension)
        };
        let dimensions: Vec<Dimension> = Dimension::ALL.into_iter().filter(differs).collect();
        let searches = self.hits != *hits;
        if dimensions.is_empty() && !searches {
            return;
        }
        self.before.clone_from(&self.masks);
        let mut changing = if searches { SEARCH } else { 0 };
        changing = dimensions.iter().fold(changing, |bits, &dimension| bits | bit(dimension));
        clear(&mut self.masks, changing);
        dimensions.iter().for_each(|&dimension| table.fail(dimension, selection, &mut self.masks));
        if searches {
            table.fail_search(hits, &mut self.masks);
            self.hits.clone_from(hits);
        }
        differing(&self.before, &self.masks, &mut self.changed);
        let active = active(&self.selection) | active(selection);
        self.selection = selection.clone();
        self.count(table, active);
    }

    fn count(&mut self, table: &Table, active: u16) {
        let Self { masks, before, changed, counts, .. } = self;
        if let Some((codes, slots)) = counts {
            slots.update(table, codes, (before, masks), changed, active);
        }
    }
}

/// The bits that the masks of a selection may have, but for the search's, which no figure ignores.
fn active(selection: &Selection) -> u16 {
    let filtered = Dimension::ALL.into_iter().filter(|&dimension| selection.filters_by(dimension));
    filtered.fold(0, |bits, dimension| bits | bit(dimension))
}
