// SPDX-License-Identifier: AGPL-3.0-or-later
//! What can be filtered by in the open plan: for each dimension its keys, in their order, with how many objectives each
//! has now.
//!
//! Never here: an order by result.

use crate::reading::Status;
use crate::statistics::{Dimension, Figures, Filter, Group, StatusRow};

use crate::document::Document;
use crate::findings::KINDS;
use crate::reading::LEFT_OUT;

/// The dimensions that are offered as lists. Ranges and months are offered by their charts.
pub const OFFERED: [Dimension; 8] = [
    Dimension::Status,
    Dimension::Mission,
    Dimension::Programme,
    Dimension::Office,
    Dimension::Person,
    Dimension::Strategic,
    Dimension::Year,
    Dimension::Finding,
];

/// The filters of a dimension that the plan has anything for, with how many objectives they would show. Empty where the
/// plan does not make the distinction.
pub fn of(dimension: Dimension, document: &Document, figures: &Figures) -> Vec<(Filter, u32)> {
    let groups =
        |groups: &[Group]| pairs(groups.iter().map(|group| (group.key.as_str(), group.summary.all())));
    let rows = |rows: &[StatusRow]| {
        pairs(rows.iter().map(|row| (row.key.as_str(), row.status.total() + row.left_out)))
    };
    let keys: Vec<(String, u32)> = match dimension {
        Dimension::Mission => groups(&figures.by_mission),
        Dimension::Programme => groups(&figures.by_programme),
        Dimension::Person => groups(&figures.by_responsible),
        Dimension::Strategic => groups(&figures.by_strategic),
        Dimension::Year => groups(&figures.by_year),
        Dimension::Office => rows(&figures.status_by_office),
        Dimension::Status => {
            let plan = &document.whole.plan;
            let statuses = Status::ALL.into_iter().filter(|status| plan.status.of(*status) > 0);
            let statuses = statuses.map(|status| (status.code(), figures.status_facet.of(status)));
            let left_out = (plan.left_out > 0).then_some((LEFT_OUT, figures.left_out_facet));
            pairs(statuses.chain(left_out))
        }
        Dimension::Finding => {
            let there = |at: usize| document.whole.by_finding.get(at).is_some_and(|count| *count > 0);
            let counts = figures.by_finding.iter().copied();
            let kinds = KINDS.into_iter().chain([""]).zip(counts).enumerate();
            pairs(kinds.filter(|(at, _)| there(*at)).map(|(_, kind)| kind))
        }
        Dimension::Degree | Dimension::Staff | Dimension::Deadline | Dimension::Completed => Vec::new(),
    };
    match keys.as_slice() {
        // One key that every objective has tells none from another.
        [] | [_] => Vec::new(),
        _ => keys.into_iter().map(|(key, count)| (Filter::new(dimension, key), count)).collect(),
    }
}

fn pairs<'k>(keys: impl Iterator<Item = (&'k str, u32)>) -> Vec<(String, u32)> {
    keys.map(|(key, count)| (key.to_owned(), count)).collect()
}
