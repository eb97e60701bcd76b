// SPDX-License-Identifier: AGPL-3.0-or-later
//! All figures of a selection by the numbers of their keys, before they get the keys themselves.
//!
//! Never here: how they are computed.

use super::crossed::Crossed;
use super::figures::{Distribution, Figures, Group, StatusCounts, Summary};
use super::keys::Keys;
use super::table::{STRATEGIC, Table};

/// Figures without keys.
pub(super) struct Parts {
    pub selected: Summary,
    pub mission: Vec<Summary>,
    pub programme: Vec<Summary>,
    pub people: Vec<Summary>,
    pub strategic: Vec<Summary>,
    pub years: Vec<Summary>,
    pub distribution: Distribution,
    pub status_facet: StatusCounts,
    pub left_out_facet: u32,
    pub by_finding: Vec<u32>,
    pub crossed: Crossed,
}

impl Parts {
    /// The figures with their keys, those of empty groups too where they are to be kept.
    pub fn figures(self, table: &Table, keep_empty: bool) -> Figures {
        let columns = &*table.columns;
        let groups = |summaries: Vec<Summary>, key: &dyn Fn(usize) -> String| -> Vec<Group> {
            let summaries = summaries.into_iter().enumerate();
            let kept = summaries.filter(|(_, summary)| keep_empty || summary.all() > 0);
            kept.map(|(group, summary)| Group { key: key(group), summary }).collect()
        };
        let of_keys = |keys: &Keys, summaries| groups(summaries, &|group| keys.key(group).to_owned());
        let mut by_strategic = groups(self.strategic, &|group| STRATEGIC[group].to_owned());
        by_strategic.retain(|group| columns.has_strategic(&group.key));
        let crossed = self.crossed;
        Figures {
            plan: table.plan,
            selected: self.selected,
            distribution: self.distribution,
            by_mission: of_keys(&columns.missions, self.mission),
            by_programme: of_keys(&columns.programmes, self.programme),
            by_responsible: of_keys(&columns.people, self.people),
            by_strategic,
            by_year: of_keys(&columns.years, self.years),
            status_facet: self.status_facet,
            left_out_facet: self.left_out_facet,
            by_finding: self.by_finding,
            status_by_mission: crossed.rows(&crossed.mission, &columns.missions, keep_empty),
            status_by_office: crossed.offices(&columns.offices, keep_empty),
            timeline: crossed.timeline(&columns.times.months, keep_empty),
            gap: crossed.gap,
        }
    }
}
