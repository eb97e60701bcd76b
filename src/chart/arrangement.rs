// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a person wants the charts: in which order their rows stand, and which missions are opened into programmes.
//!
//! Never here: what is selected.

use std::collections::BTreeSet;

use super::Chart;

/// More rows than this are closed at first.
const OPEN_AT_MOST: usize = 30;
/// The same on a phone, where a row takes more of what is seen.
const OPEN_AT_MOST_ON_A_PHONE: usize = 12;

/// How a person wants the charts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// What was chosen.
    pub wanted: Wanted,
    /// Whether it is seen on a phone.
    pub is_phone: bool,
}

/// What a person chose of charts; it goes along with a view, wherever that is seen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Which charts, by their places, have their rows by value, the largest first, instead of by code.
    by_value: [bool; Chart::ALL.len()],
    /// The missions that were opened into their programmes where they are closed at first.
    pub opened: BTreeSet<String>,
    /// Those that were closed.
    pub closed: BTreeSet<String>,
}

impl Arrangement {
    /// Whether a mission shows its programmes, in a plan of so many missions and programmes.
    pub fn is_open(&self, mission: &str, rows: usize) -> bool {
        let at_first = rows <= if self.is_phone { OPEN_AT_MOST_ON_A_PHONE } else { OPEN_AT_MOST };
        let Wanted { opened, closed, .. } = &self.wanted;
        if at_first { !closed.contains(mission) } else { opened.contains(mission) }
    }

    /// Opens a mission of such a plan, or closes it. What is as at first is not kept.
    pub fn turn(&mut self, mission: &str, rows: usize) {
        let opens = !self.is_open(mission, rows);
        let Wanted { opened, closed, .. } = &mut self.wanted;
        opened.remove(mission);
        closed.remove(mission);
        if self.is_open(mission, rows) != opens {
            self.wanted.set_open(mission.to_owned(), opens);
        }
    }
}

impl Wanted {
    /// Whether the rows of a chart stand by value.
    pub fn is_by_value(&self, chart: Chart) -> bool {
        self.by_value.get(chart as usize).copied().unwrap_or_default()
    }

    /// Puts the rows of a chart in order by value, or by code.
    pub fn order(&mut self, chart: Chart, by_value: bool) {
        if let Some(order) = self.by_value.get_mut(chart as usize) {
            *order = by_value;
        }
    }

    /// Has a mission open, or closed; whichever was said first stands.
    pub fn set_open(&mut self, mission: String, is_open: bool) {
        let Self { opened, closed, .. } = self;
        if !opened.contains(&mission) && !closed.contains(&mission) {
            if is_open { opened } else { closed }.insert(mission);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_turned_twice_is_as_at_first_and_what_was_chosen_holds_on_every_screen() {
        let mut desk = Arrangement::default();
        assert!(desk.is_open("01", OPEN_AT_MOST));
        desk.turn("01", OPEN_AT_MOST);
        assert!(!desk.is_open("01", OPEN_AT_MOST));
        let mut phone = Arrangement { is_phone: true, ..desk.clone() };
        assert!(!phone.is_open("01", OPEN_AT_MOST));
        // There, where it is closed at first, opening it is a choice.
        phone.turn("01", OPEN_AT_MOST);
        assert!(phone.wanted.opened.contains("01") && phone.is_open("01", OPEN_AT_MOST));
        desk.turn("01", OPEN_AT_MOST);
        assert_eq!(desk, Arrangement::default());
    }
}
