// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where keys lead in the table, as the ARIA Authoring Practices describe for grids.
//!
//! Never here: the browser, and what a key does besides leading somewhere.

/// A place in the table: a line with the headings as the first, and a cell of it. A line that has fewer cells is at its
/// last one; the place remembers, so that the way over the line of a group does not lead out of the column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    /// The line, from 0.
    pub line: usize,
    /// The cell, from 0.
    pub cell: usize,
}

/// How large the table is where one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// The lines, with the headings.
    pub lines: usize,
    /// The cells of the line one is on.
    pub cells: usize,
    /// The lines that a window holds.
    pub window: usize,
}

impl Place {
    /// Where a key leads; `None` for keys that lead nowhere in a table.
    pub fn after(self, key: &str, is_far: bool, size: Size) -> Option<Self> {
        let (last_line, last_cell) = (size.lines.saturating_sub(1), size.cells.saturating_sub(1));
        let (line, cell) = (self.line.min(last_line), self.cell.min(last_cell));
        let page = size.window.saturating_sub(1).max(1);
        let (line, cell) = match (key, is_far) {
            ("Home", true) => (0, 0),
            // Whatever the last cell of the last line is.
            ("End", true) => (last_line, usize::MAX),
            ("Home", false) => (line, 0),
            ("End", false) => (line, last_cell),
            ("ArrowLeft", false) => (line, cell.saturating_sub(1)),
            ("ArrowRight", false) => (line, (cell + 1).min(last_cell)),
            ("ArrowUp", false) => (line.saturating_sub(1), self.cell),
            ("ArrowDown", false) => ((line + 1).min(last_line), self.cell),
            // Not among the headings, unless from there.
            ("PageUp", false) => (line.saturating_sub(page).max(1).min(line), self.cell),
            ("PageDown", false) => ((line + page).min(last_line), self.cell),
            _ => return None,
        };
        Some(Self { line, cell })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size { lines: 101, cells: 6, window: 11 };

    fn walk(from: (usize, usize), keys: &[&str], size: Size) -> Option<(usize, usize)> {
        let from = Place { line: from.0, cell: from.1 };
        let to = keys.iter().try_fold(from, |at, key| {
            let (key, is_far) = key.strip_prefix("Ctrl+").map_or((*key, false), |key| (key, true));
            at.after(key, is_far, size)
        })?;
        Some((to.line, to.cell))
    }

    #[test]
    fn arrows_go_by_one_and_stop_at_the_edges() {
        assert_eq!(walk((3, 2), &["ArrowDown", "ArrowRight"], SIZE), Some((4, 3)));
        assert_eq!(walk((0, 0), &["ArrowUp", "ArrowLeft"], SIZE), Some((0, 0)));
        assert_eq!(walk((100, 5), &["ArrowDown", "ArrowRight"], SIZE), Some((100, 5)));
        assert_eq!(
            walk((0, 0), &["ArrowDown", "ArrowRight"], Size { lines: 1, cells: 1, window: 1 }),
            Some((0, 0))
        );
    }

    #[test]
    fn far_keys_lead_to_the_edges() {
        assert_eq!(walk((3, 2), &["Home"], SIZE), Some((3, 0)));
        assert_eq!(walk((3, 2), &["End"], SIZE), Some((3, 5)));
        assert_eq!(walk((3, 2), &["Ctrl+Home"], SIZE), Some((0, 0)));
        assert_eq!(walk((3, 2), &["Ctrl+End", "ArrowLeft"], SIZE), Some((100, 4)));
        assert_eq!(walk((3, 2), &["PageDown"], SIZE), Some((13, 2)));
        assert_eq!(walk((95, 2), &["PageDown"], SIZE), Some((100, 2)));
        assert_eq!(walk((3, 2), &["PageUp"], SIZE), Some((1, 2)));
        assert_eq!(walk((0, 2), &["PageUp"], SIZE), Some((0, 2)));
    }

    #[test]
    fn the_way_over_a_group_stays_in_its_column() {
        let group = Size { cells: 1, ..SIZE };
        assert_eq!(walk((3, 4), &["ArrowDown"], group), Some((4, 4)));
        assert_eq!(walk((3, 4), &["ArrowRight"], group), Some((3, 0)));
    }

    #[test]
    fn a_table_that_became_shorter_is_walked_from_its_end() {
        assert_eq!(walk((5000, 2), &["ArrowUp"], SIZE), Some((99, 2)));
    }

    #[test]
    fn other_keys_are_left_to_others() {
        for key in ["Tab", "a", "Enter", "Ctrl+ArrowDown", "Escape"] {
            assert_eq!(walk((3, 2), &[key], SIZE), None, "{key}");
        }
    }
}
