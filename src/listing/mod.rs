// SPDX-License-Identifier: AGPL-3.0-or-later
//! How objectives are listed: in which columns, in which order, in which groups, and where words are searched.
//!
//! Plain data with a stable code for each value. Never here: which objectives are listed (see `statistics::Selection`),
//! and the browser.

mod column;
pub mod lines;
pub mod marks;
pub mod order;
pub mod scroll;
pub mod walk;

use std::collections::BTreeSet;

pub use column::{Column, Grouping};
pub use lines::{Line, Lines};
pub use order::Sort;

use crate::statistics::Field;

/// The narrowest and the widest that a column can be made, in CSS pixels.
pub const WIDTHS: (u16, u16) = (48, 1200);

/// By how many columns a table can be sorted: more say nothing that a person could follow.
pub const MOST_KEYS: usize = 5;

/// A column that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// Which.
    pub column: Column,
    /// How wide, in CSS pixels; `None` for as wide as the page makes it.
    pub width: Option<u16>,
}

/// How objectives are listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The columns that are shown, in their order; that of the objective is always among them.
    pub columns: Vec<Shown>,
    /// By which columns, the first one first; the document's own order where there are none, and among equals.
    pub sort: Vec<Sort>,
    /// By what they are grouped.
    pub grouping: Option<Grouping>,
    /// The keys of the groups that are folded.
    pub folded: BTreeSet<String>,
    /// The column in which words are searched; `None` for all texts.
    pub scope: Option<Column>,
}

impl Default for Listing {
    fn default() -> Self {
        let columns = Column::FIRST.map(|column| Shown { column, width: None });
        Self {
            columns: columns.into(),
            sort: Vec::new(),
            grouping: None,
            folded: BTreeSet::new(),
            scope: None,
        }
    }
}

impl Listing {
    /// Whether a column is shown.
    pub fn shows(&self, column: Column) -> bool {
        self.columns.iter().any(|shown| shown.column == column)
    }

    /// The text of each objective in which words are searched; `None` for all.
    pub fn field(&self) -> Option<Field> {
        self.scope.and_then(Column::field)
    }

    /// Shows a column, in its place, or hides it. That of the objective stays.
    pub fn toggle_column(&mut self, column: Column) {
        if column == Column::Objective {
            return;
        }
        if self.shows(column) {
            self.columns.retain(|shown| shown.column != column);
            return;
        }
        let place = |column: Column| Column::ALL.iter().position(|&other| other == column);
        let at = self.columns.iter().position(|shown| place(shown.column) > place(column));
        let at = at.unwrap_or(self.columns.len());
        self.columns.insert(at, Shown { column, width: None });
    }

    /// Makes a column so wide, or as wide as the page makes it.
    pub fn set_width(&mut self, column: Column, width: Option<u16>) {
        let width = width.map(|width| width.clamp(WIDTHS.0, WIDTHS.1));
        for shown in self.columns.iter_mut().filter(|shown| shown.column == column) {
            shown.width = width;
        }
    }

    /// Sorts by one column alone: first up, then down, then in the document's own order again.
    pub fn sort_by(&mut self, column: Column) {
        let next = match self.sort.as_slice() {
            [Sort { column: same, descending }] if *same == column => (!descending).then_some(true),
            _ => Some(false),
        };
        self.sort = next.map(|descending| Sort { column, descending }).into_iter().collect();
    }

    /// Sorts by a column besides those that are there: up, then down, then no more.
    pub fn sort_also_by(&mut self, column: Column) {
        match self.sort.iter_mut().find(|sort| sort.column == column) {
            Some(sort) if !sort.descending => sort.descending = true,
            Some(_) => self.sort.retain(|sort| sort.column != column),
            None => {
                self.sort.push(Sort { column, descending: false });
                self.sort.truncate(MOST_KEYS);
            }
        }
    }

    /// Where a column stands among those that are sorted by, from 1, and whether it is sorted down.
    pub fn rank(&self, column: Column) -> Option<(usize, bool)> {
        let at = self.sort.iter().position(|sort| sort.column == column)?;
        Some((at + 1, self.sort.get(at)?.descending))
    }

    /// Groups by something else, or not at all: nothing is folded then.
    pub fn group_by(&mut self, grouping: Option<Grouping>) {
        self.grouping = grouping;
        self.folded.clear();
    }

    /// Folds a group, or unfolds it.
    pub fn fold(&mut self, key: &str) {
        if !self.folded.remove(key) {
            self.folded.insert(key.to_owned());
        }
    }

    /// What of it is not as at first, as names and values for an address. Which groups are folded is not in it: their
    /// keys may be people's names.
    pub fn parameters(&self) -> Vec<(&'static str, String)> {
        let first = Self::default();
        let mut parameters = Vec::new();
        if self.columns != first.columns {
            let columns = self.columns.iter().map(|Shown { column, width }| match width {
                Some(width) => format!("{}.{width}", column.code()),
                None => column.code().to_owned(),
            });
            parameters.push(("columns", columns.collect::<Vec<_>>().join("_")));
        }
        if !self.sort.is_empty() {
            parameters.push(("sort", self.sort.iter().map(Sort::code).collect::<Vec<_>>().join("_")));
        }
        parameters.extend(self.grouping.map(|grouping| ("group", grouping.code().to_owned())));
        parameters.extend(self.scope.map(|scope| ("in", scope.code().to_owned())));
        parameters
    }

    /// Takes a parameter of an address; `None` where it is not one of a listing, `Some(false)` where its value cannot be
    /// understood, or not all of it.
    pub fn take(&mut self, name: &str, value: &str) -> Option<bool> {
        Some(match name {
            "columns" => self.take_columns(value),
            "sort" => self.take_sort(value),
            "group" => {
                self.grouping = Grouping::from_code(value).or(self.grouping);
                Grouping::from_code(value).is_some()
            }
            "in" => {
                let scope = Column::from_code(value).filter(|column| column.field().is_some());
                self.scope = scope.or(self.scope);
                scope.is_some()
            }
            _ => return None,
        })
    }

    fn take_columns(&mut self, value: &str) -> bool {
        let (mut columns, mut all) = (Vec::<Shown>::new(), true);
        for part in value.split('_') {
            let (code, width) =
                part.split_once('.').map_or((part, None), |(code, width)| (code, Some(width)));
            let parsed = width.and_then(|width| width.parse::<u16>().ok());
            match Column::from_code(code) {
                Some(column) if !columns.iter().any(|shown| shown.column == column) => {
                    let width = parsed.map(|width| width.clamp(WIDTHS.0, WIDTHS.1));
                    columns.push(Shown { column, width });
                    all &= width.is_some() == part.contains('.');
                }
                _ => all = false,
            }
        }
        if columns.is_empty() {
            return false;
        }
        if !columns.iter().any(|shown| shown.column == Column::Objective) {
            columns.insert(0, Shown { column: Column::Objective, width: None });
        }
        self.columns = columns;
        all
    }

    fn take_sort(&mut self, value: &str) -> bool {
        let (mut sort, mut all) = (Vec::<Sort>::new(), true);
        for part in value.split('_') {
            match Sort::from_code(part) {
                Some(key) if sort.len() < MOST_KEYS && !sort.iter().any(|s| s.column == key.column) => {
                    sort.push(key);
                }
                _ => all = false,
            }
        }
        self.sort = sort;
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listing_comes_back_from_its_parameters() {
        let mut listing = Listing::default();
        assert_eq!(listing.parameters(), []);
        listing.toggle_column(Column::Outcome);
        listing.toggle_column(Column::Staff);
        listing.set_width(Column::Objective, Some(320));
        listing.sort_also_by(Column::Mission);
        listing.sort_also_by(Column::Degree);
        listing.sort_also_by(Column::Degree);
        listing.group_by(Some(Grouping::Person));
        listing.scope = Some(Column::Outcome);
        let mut again = Listing::default();
        for (name, value) in listing.parameters() {
            assert_eq!(again.take(name, &value), Some(true), "{name}={value}");
        }
        assert_eq!(again, listing);
        assert_eq!(listing.rank(Column::Degree), Some((2, true)));
        // Folded groups may be people: they are in no address.
        listing.fold("Anna Bianchi");
        assert!(listing.parameters().iter().all(|(_, value)| !value.contains("Anna")));
    }

    #[test]
    fn nonsense_changes_as_little_as_it_can() {
        let mut listing = Listing::default();
        for (name, value) in [
            ("columns", "wages"),
            ("columns", ""),
            ("sort", "-wages"),
            ("group", "degree"),
            ("group", ""),
            ("in", "degree"),
        ] {
            assert_eq!(listing.take(name, value), Some(false), "{name}={value}");
        }
        assert_eq!(listing, Listing::default());
        assert_eq!(listing.take("colour", "red"), None);
        assert_eq!(listing.take("columns", "degree.9999_degree_x_office"), Some(false));
        let shown: Vec<_> = listing.columns.iter().map(|shown| (shown.column, shown.width)).collect();
        assert_eq!(
            shown,
            [(Column::Objective, None), (Column::Degree, Some(WIDTHS.1)), (Column::Office, None)]
        );
    }

    #[test]
    fn codes_are_one_to_one() {
        for column in Column::ALL {
            assert_eq!(Column::from_code(column.code()), Some(column));
            assert_eq!(column.field().map_or(Some(column), Column::of_field), Some(column));
        }
        for grouping in Grouping::ALL {
            assert_eq!(Grouping::from_code(grouping.code()), Some(grouping));
        }
    }

    #[test]
    fn a_column_comes_back_to_its_place_and_that_of_the_objective_stays() {
        let mut listing = Listing::default();
        listing.toggle_column(Column::Objective);
        listing.toggle_column(Column::Responsible);
        listing.toggle_column(Column::Responsible);
        assert_eq!(listing, Listing::default());
    }

    #[test]
    fn a_click_sorts_by_one_and_goes_up_down_and_back() {
        let mut listing = Listing::default();
        listing.sort_also_by(Column::Code);
        listing.sort_also_by(Column::Status);
        let mut steps = Vec::new();
        for _ in 0..3 {
            listing.sort_by(Column::Degree);
            steps.push(listing.sort.iter().map(Sort::code).collect::<Vec<_>>());
        }
        assert_eq!(steps, [vec!["degree".to_owned()], vec!["-degree".to_owned()], vec![]]);
    }
}
