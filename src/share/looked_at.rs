// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a document is looked at, for whoever gets what goes out of it: what of a view holds there, and what does not.
//!
//! A filter that would choose other objectives there is left out and counted. What a finding is on rests on more than goes
//! out at every level (staff percentages, what the reader of the file noticed), so that "no objective has it" would be said
//! of a plan of which it is not true. Never here: words.

use crate::document::Document;
use crate::statistics::{Dimension, Filter, SearchHits, Selection};
use crate::view::{View, address};

/// A view of what goes out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LookedAt {
    /// The view; of figures, which are of everything, it is that of everything.
    pub view: View,
    /// How many filters do not hold there.
    pub filters: u32,
    /// Whether what is searched does not, since it says a name.
    pub search: bool,
}

impl LookedAt {
    /// A view of a document as a plan keeps one ([`address::write_in_plan`]), and the same as it goes out
    /// ([`Content::view`]), for `there`, which is what goes out, opened.
    ///
    /// [`Content::view`]: super::Content::view
    pub fn new(here: &Document, there: &Document, view: &str, sent: &str) -> Self {
        if there.is_figures() {
            return Self::default();
        }
        let wanted = address::read(view, here).unwrap_or_default().view.selection;
        let mut view = address::read(sent, there).unwrap_or_default().view;
        view.selection.filters.retain(|filter| {
            filter.dimension != Dimension::Finding || chosen(here, filter) == chosen(there, filter)
        });
        let Selection { filters, but, search } = &mut view.selection;
        but.retain(|dimension| filters.iter().any(|filter| filter.dimension == *dimension));
        Self {
            filters: wanted.filters.len().saturating_sub(filters.len()) as u32,
            search: search.trim().is_empty() && !wanted.search.trim().is_empty(),
            view,
        }
    }
}

/// The objectives that a filter chooses by itself.
fn chosen(document: &Document, filter: &Filter) -> Vec<u32> {
    let selection = Selection { filters: [filter.clone()].into_iter().collect(), ..Selection::default() };
    document.rows(&selection, &SearchHits::all())
}
