// SPDX-License-Identifier: AGPL-3.0-or-later
//! In which order objectives are listed: the document's own, or by a column.
//!
//! Never here: which objectives are listed (see `statistics::Selection`). Those that state nothing in the column come
//! last whichever way it is sorted; equal ones stay in the document's order.

use std::cmp::Ordering;

use super::Column;
use crate::document::Document;
use crate::plan::{Objective, People};
use crate::sort::places;
use crate::text::fold;

/// How objectives are sorted by one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// By which column.
    pub column: Column,
    /// The other way round.
    pub descending: bool,
}

impl Sort {
    /// As in an address: `degree`, or `-degree` down.
    pub fn code(&self) -> String {
        format!("{}{}", if self.descending { "-" } else { "" }, self.column.code())
    }

    /// Of such a code.
    pub fn from_code(code: &str) -> Option<Self> {
        let (code, descending) = match code.strip_prefix('-') {
            Some(code) => (code, true),
            None => (code, false),
        };
        Column::from_code(code).map(|column| Self { column, descending })
    }
}

/// Sorts indexes of objectives, given in the document's order, by several columns: by the first, those that are equal in
/// it by the second, and so on.
pub fn sort(rows: &mut [u32], by: &[Sort], document: &Document) {
    // Equal ones stay in their order, so the last comes first.
    by.iter().rev().for_each(|&by| sort_by_one(rows, by, document));
}

fn sort_by_one(rows: &mut [u32], by: Sort, document: &Document) {
    let objective = |row: u32| document.plan.objectives.get(row as usize);
    let achievement = |row: u32| document.achievements.get(row as usize);
    let text = |of: &dyn Fn(&Objective) -> String, row: u32| {
        objective(row).map(|o| fold(of(o).trim())).filter(|text| !text.is_empty())
    };
    let of_text = |rows: &mut [u32], of: &dyn Fn(&Objective) -> String| {
        sort_by(rows, by, |row| text(of, row));
    };
    let people = |of: fn(&Objective) -> &People| move |o: &Objective| of(o).as_written();
    let number = |rows: &mut [u32], of: &dyn Fn(u32) -> Option<u32>| sort_by(rows, by, of);
    match by.column {
        Column::Code => sort_by(rows, by, |row| objective(row).map(code)),
        Column::Objective => of_text(rows, &|o| o.objective.clone()),
        Column::Responsible => of_text(rows, &people(|o| &o.responsible)),
        Column::Status => number(rows, &|row| achievement(row).map(|a| a.status as u32)),
        Column::Degree => sort_by(rows, by, |row| achievement(row).and_then(|a| a.degree)),
        Column::Staff => sort_by(rows, by, |row| objective(row).and_then(|o| o.staff_percent)),
        Column::Purpose => of_text(rows, &|o| o.purpose.clone()),
        Column::Support => of_text(rows, &people(|o| &o.support)),
        Column::Office => of_text(rows, &|o| o.office.clone()),
        Column::Mission => of_text(rows, &|o| o.mission.as_ref().map(|m| m.key()).unwrap_or_default()),
        Column::Programme => of_text(rows, &|o| o.programme.as_ref().map(|p| p.key()).unwrap_or_default()),
        Column::Planned => number(rows, &|row| {
            let years = objective(row)?.planned.as_ref()?;
            years.iter().map(|year| u32::from(year.number())).min()
        }),
        Column::Deadline => number(rows, &|row| document.table.deadline_of(row)),
        Column::Weight => sort_by(rows, by, |row| objective(row)?.weight.map(|weight| weight.value())),
        Column::Indicators => of_text(rows, &|o| {
            o.indicators.first().map(|indicator| indicator.text.clone()).unwrap_or_default()
        }),
        Column::Outcome => of_text(rows, &|o| o.outcome.clone()),
        Column::Findings => number(rows, &|row| Some(document.table.findings_of(row))),
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

    const PLAN: &str = r#"{"title": "Piano", "year": 2024, "objectives": [
        {"code": "02.01", "objective": "b"}, {"code": "01.02", "objective": "A", "percent": 50},
        {"code": "01.01", "objective": "à", "percent": 0, "deadline": "entro il 30/06/2024"},
        {"code": "02.02", "objective": "C", "deadline": "31 marzo 2024"}, {"code": "01.03", "percent": 100}]}"#;

    fn sorted(keys: &str) -> Vec<u32> {
        let document = Document::open(PLAN.as_bytes(), "piano.json").expect("a plan");
        let by: Vec<Sort> = keys.split('_').filter_map(Sort::from_code).collect();
        let mut rows = [0, 1, 2, 3, 4];
        sort(&mut rows, &by, &document);
        rows.to_vec()
    }

    #[test]
    fn what_is_not_stated_comes_last_either_way() {
        assert_eq!(sorted("degree"), [2, 1, 4, 0, 3]);
        assert_eq!(sorted("-degree"), [4, 1, 2, 0, 3]);
    }

    #[test]
    fn equal_ones_are_sorted_by_the_next_column() {
        assert_eq!(sorted("mission_-degree"), [4, 1, 2, 0, 3]);
        assert_eq!(sorted("-mission_objective"), [0, 3, 1, 2, 4]);
        assert_eq!(sorted("objective_-code"), [1, 2, 0, 3, 4], "a and à are equal");
        assert_eq!(sorted("deadline"), [3, 2, 0, 1, 4], "by the date, not as written");
    }
}
