// SPDX-License-Identifier: AGPL-3.0-or-later
//! In which order objectives are listed: the document's own, or by a column.
//!
//! Never here: which objectives are listed (see `statistics::Selection`). Those that state nothing in the column come
//! last whichever way it is sorted; equal ones stay in the document's order.

use std::cmp::Ordering;

use crate::plan::{Objective, Plan};
use crate::reading::Achievement;
use crate::sort::places;
use crate::text::fold;

/// A column by which objectives can be sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The code: missions and programmes by number, then codes of another kind as written.
    Code,
    /// The objective's text, alphabetically.
    Objective,
    /// The responsible people, alphabetically.
    Responsible,
    /// The status, in the order in which statuses are shown.
    Status,
    /// The degree of achievement.
    Degree,
    /// The staff percentage.
    Staff,
}

impl Column {
    /// The name in the page's handles.
    pub fn code(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Objective => "objective",
            Self::Responsible => "responsible",
            Self::Status => "status",
            Self::Degree => "degree",
            Self::Staff => "staff",
        }
    }

    /// The column of a name in handles and addresses.
    pub fn from_code(code: &str) -> Option<Self> {
        let all = [Self::Code, Self::Objective, Self::Responsible, Self::Status, Self::Degree, Self::Staff];
        all.into_iter().find(|column| column.code() == code)
    }
}

/// How objectives are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// By which column.
    pub column: Column,
    /// The other way round.
    pub descending: bool,
}

/// Sorts indexes of objectives, given in the document's order.
pub fn sort(rows: &mut [u32], by: Sort, plan: &Plan, achievements: &[Achievement]) {
    let objective = |row: u32| plan.objectives.get(row as usize);
    let achievement = |row: u32| achievements.get(row as usize);
    match by.column {
        Column::Code => sort_by(rows, by, |row| objective(row).map(code)),
        Column::Objective => sort_by(rows, by, |row| {
            objective(row).map(|o| fold(&o.objective)).filter(|text| !text.is_empty())
        }),
        Column::Responsible => sort_by(rows, by, |row| {
            objective(row).map(|o| fold(&o.responsible.as_written())).filter(|text| !text.is_empty())
        }),
        Column::Status => sort_by(rows, by, |row| achievement(row).map(|a| a.status)),
        Column::Degree => sort_by(rows, by, |row| achievement(row).and_then(|a| a.degree)),
        Column::Staff => sort_by(rows, by, |row| objective(row).and_then(|o| o.staff_percent)),
    }
}

/// The sort key of a code: mission and programme by number, then whatever is written.
fn code(objective: &Objective) -> (bool, Option<u8>, Option<u8>, &str) {
    let mission = objective.mission.as_ref().and_then(|mission| mission.code).map(|code| code.number());
    let programme =
        objective.programme.as_ref().and_then(|programme| programme.code).map(|code| code.number());
    (mission.is_none(), mission, programme, &objective.code_as_written)
}

/// Sorts by a key made once for each row.
fn sort_by<K: PartialOrd>(rows: &mut [u32], by: Sort, key: impl Fn(u32) -> Option<K>) {
    let keys: Vec<Option<K>> = rows.iter().map(|&row| key(row)).collect();
    let places = places(rows.len(), &mut |a, b| match (&keys[a], &keys[b]) {
        (Some(a), Some(b)) => {
            let order = a.partial_cmp(b).unwrap_or(Ordering::Equal);
            if by.descending { order.reverse() } else { order }
        }
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    });
    let unsorted = rows.to_vec();
    for (slot, place) in rows.iter_mut().zip(places) {
        *slot = unsorted[place as usize];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Percent;
    use crate::reading::{Counted, OutcomeReading, Status};

    fn achievement(degree: Option<f64>) -> Achievement {
        Achievement {
            status: Status::NotStated,
            degree: degree.and_then(Percent::new),
            read_from: None,
            evidence: None,
            outcome: OutcomeReading::default(),
            counted: Counted::AsStated,
            corrected: false,
        }
    }

    #[test]
    fn what_is_not_stated_comes_last_either_way() {
        let achievements: Vec<_> = [None, Some(50.0), Some(0.0), None, Some(100.0)].map(achievement).into();
        let plan = Plan { objectives: vec![Objective::default(); 5].into(), ..Plan::default() };
        let sorted = |descending| {
            let mut rows = [0, 1, 2, 3, 4];
            sort(&mut rows, Sort { column: Column::Degree, descending }, &plan, &achievements);
            rows
        };
        assert_eq!(sorted(false), [2, 1, 4, 0, 3]);
        assert_eq!(sorted(true), [4, 1, 2, 0, 3]);
    }
}
