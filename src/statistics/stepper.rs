// SPDX-License-Identifier: AGPL-3.0-or-later
//! Steps from selection to selection: what the last one counted is kept, and the next counts only the objectives that it
//! brings or takes away, or anew where that is less.
//!
//! The figures are those of [`Table::figures`], to the last bit, whatever steps led to them. Never here: a figure of its
//! own.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;
use traguardi_kernel::{Members, clear, differing, mark_anew, within};

use super::codes::Codes;
use super::counted::Counted;
use super::failed::{SEARCH, bit, bits};
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
    /// Which rows are in the groups of the dimensions that were stepped along.
    members: FxHashMap<Dimension, Members>,
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
            members: FxHashMap::default(),
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
        self.settle();
        let mut goes_through_all = searches;
        for dimension in dimensions {
            if !self.follow(table, dimension, selection) {
                clear(&mut self.masks, bit(dimension));
                table.fail(dimension, selection, &mut self.masks);
                goes_through_all = true;
            }
        }
        if searches {
            clear(&mut self.masks, SEARCH);
            table.fail_search(hits, &mut self.masks);
            self.hits.clone_from(hits);
        }
        if goes_through_all {
            differing(&self.before, &self.masks, &mut self.changed);
        }
        let active = active(&self.selection) | active(selection);
        self.selection = selection.clone();
        self.count(table, active);
    }

    /// What was changed last is what was before, from now on.
    fn settle(&mut self) {
        let Self { masks, before, changed, .. } = self;
        if changed.len() > masks.len() / 8 {
            before.clone_from(masks);
        } else {
            changed.iter().map(|&row| row as usize).for_each(|row| before[row] = masks[row]);
        }
        changed.clear();
    }

    /// Where a dimension is filtered as before, but by other groups, looks only at the rows of the groups that came or went:
    /// whether it did.
    fn follow(&mut self, table: &Table, dimension: Dimension, selection: &Selection) -> bool {
        let Self { masks, before, changed, members, .. } = self;
        let both = [&self.selection, selection];
        let (Some(keys), Some(groups)) = (table.keys(dimension), table.groups(dimension)) else {
            return false;
        };
        if !both.iter().all(|selection| selection.filters_by(dimension))
            || both[0].is_turned(dimension) != both[1].is_turned(dimension)
        {
            return false;
        }
        let members =
            members.entry(dimension).or_insert_with(|| Members::new(masks.len(), groups, keys.len()));
        let [was_named, is_named] = both.map(|selection| keys.marks(selection.keys(dimension)));
        let moved: Vec<usize> =
            (0..keys.len()).filter(|&group| was_named[group] != is_named[group]).collect();
        if moved.iter().map(|&group| members.of(group).len()).sum::<usize>() > masks.len() / 2 {
            return false;
        }
        for group in moved {
            let bits = bits(dimension, selection);
            mark_anew(members.of(group), groups, &is_named, bits, before, masks, changed);
        }
        true
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
