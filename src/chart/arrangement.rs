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
    /// The charts whose rows stand by value, the largest first, instead of by code.
    pub by_value: BTreeSet<Chart>,
    /// The missions that were opened where they are closed at first, or closed where they are open.
    pub turned: BTreeSet<String>,
    /// Whether it is seen on a phone.
    pub is_phone: bool,
}

impl Arrangement {
    /// Whether a mission shows its programmes, in a plan of so many missions and programmes.
    pub fn is_open(&self, mission: &str, rows: usize) -> bool {
        let at_first = rows <= if self.is_phone { OPEN_AT_MOST_ON_A_PHONE } else { OPEN_AT_MOST };
        at_first != self.turned.contains(mission)
    }

    /// Opens a mission, or closes it.
    pub fn turn(&mut self, mission: &str) {
        if !self.turned.remove(mission) {
            self.turned.insert(mission.to_owned());
        }
    }

    /// Puts the rows of a chart in order by value, or by code.
    pub fn order(&mut self, chart: Chart, by_value: bool) {
        if by_value {
            self.by_value.insert(chart);
        } else {
            self.by_value.remove(&chart);
        }
    }
}
