// SPDX-License-Identifier: AGPL-3.0-or-later
//! The download `findings-csv`: a row for each place that a finding leans on, with what it is and what to ask.
//!
//! Never here: what is found (see `findings`).

use super::csv::Csv;
use super::findings_json::records;
use crate::findings::Finding;
use crate::locale::Language;
use crate::plan::Plan;

/// The columns, called as the keys of `findings_json`; `finding` counts the findings, from 1, since one may lean on
/// several places.
pub const COLUMNS: [&str; 11] = [
    "finding",
    "kind",
    "n",
    "code_as_written",
    "reason",
    "question",
    "field",
    "start",
    "end",
    "text",
    "other_n",
];

/// The findings of a plan, with sentences in a language.
pub fn write(plan: &Plan, findings: &[Finding], language: Language) -> String {
    let mut csv = Csv::new(COLUMNS);
    for (count, record) in (1..).zip(records(plan, findings, language)) {
        // A finding without a place has a row too.
        let places = record.evidence.iter().map(Some).chain(record.evidence.is_empty().then_some(None));
        for place in places {
            csv.count(count);
            csv.text(record.kind);
            csv.number(record.n.map(f64::from));
            csv.optional_text(record.code_as_written);
            csv.text(&record.reason);
            csv.text(record.question);
            csv.optional_text(place.map(|place| place.field));
            csv.number(place.and_then(|place| place.start).map(f64::from));
            csv.number(place.and_then(|place| place.end).map(f64::from));
            csv.optional_text(place.and_then(|place| place.text.as_deref()));
            csv.number(place.and_then(|place| place.n).map(f64::from));
            csv.end_row();
        }
    }
    csv.finish()
}
