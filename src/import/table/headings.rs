// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rows of headings: which rows they are, and which of several lying on top of each other are one.
//!
//! Never here: which field a column is in the end (see `columns`).

use crate::plan::Place;

use super::block::is_rule;
use super::heading;
use super::layout::Record;
use super::vocabulary::{self, Heading};

/// The headings of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Headings {
    pub place: Place,
    /// Where each is.
    pub places: Vec<Place>,
    /// As written, without formatting.
    pub written: Vec<String>,
    /// What each may be; `None` where it is unknown.
    pub read: Vec<Option<Heading>>,
}

/// The headings of the text, and for each record which it has. Several rows of one heading row have the same.
pub(super) fn heading_rows(records: &[Record<'_>]) -> (Vec<Headings>, Vec<Option<usize>>) {
    // Spreadsheets put two rows of headings on top of each other, and rarely three.
    const MOST_ROWS: usize = 3;
    let mut headings: Vec<Headings> = Vec::new();
    let mut at_record: Vec<Option<usize>> = Vec::with_capacity(records.len());
    // The heading row directly above, with as many rows as it has so far.
    let mut above = None;
    for record in records {
        let own = read_headings(record);
        let joined = above.filter(|&(_, rows)| rows < MOST_ROWS).and_then(|(index, rows)| {
            let upper: &mut Headings = headings.get_mut(index)?;
            *upper = below(upper, record, own.is_some())?;
            Some((index, rows + 1))
        });
        let is_headings = joined.is_some() || own.is_some();
        at_record.push(match (joined, own) {
            (Some((index, _)), _) => Some(index),
            (None, Some(own)) => {
                headings.push(own);
                Some(headings.len() - 1)
            }
            (None, None) => None,
        });
        above = match is_headings {
            true => joined.or(Some((headings.len() - 1, 1))),
            // Markdown has its dashes below the first row.
            false => above.filter(|_| is_rule(record)),
        };
    }
    (headings, at_record)
}

/// The headings together with those of the row below, if that goes on with them: headings of merged cells ("Risultato"
/// above "Atteso" and "Ottenuto") leave cells empty, in the one row or in the other, that the other fills.
fn below(upper: &Headings, lower: &Record<'_>, is_heading_row: bool) -> Option<Headings> {
    if lower.cells.len() != upper.written.len() {
        return None;
    }
    let cells = || upper.written.iter().zip(&lower.cells);
    let fills = cells().any(|(above, cell)| above.is_empty() && cell.is_filled());
    let leaves = cells().any(|(above, cell)| !above.is_empty() && !cell.is_filled());
    // One known heading where the upper row has none is enough, if nothing else in the row is a value.
    let names = || cells().any(|(above, cell)| above.is_empty() && is_sure(&cell.text));
    let has_value = || lower.filled().any(|(_, cell)| is_value(&cell.text));
    let own: Vec<String> = lower.cells.iter().map(|cell| heading::line_text(&cell.text)).collect();
    let months = months_of(&own);
    let goes_on = || leaves && (months.is_some() || names()) && !has_value();
    if !(fills || leaves) || !(is_heading_row || goes_on()) {
        return None;
    }
    let mut headings = upper.clone();
    for (column, own) in own.into_iter().enumerate().filter(|(_, own)| !own.is_empty()) {
        let written = &mut headings.written[column];
        // "Risultato Atteso" says more than "Atteso", but where together they say nothing each may say it alone.
        let alone = vocabulary::likely(&own);
        if written.is_empty() {
            headings.places[column] = lower.cells[column].place;
            *written = own;
        } else if *written != own {
            written.push(' ');
            written.push_str(&own);
        }
        if let Some(read) = vocabulary::likely(written).or(alone) {
            headings.read[column] = Some(read);
        }
    }
    if let Some(first) = months {
        headings.read[first..first + 12].fill(Some(Heading::Month));
    }
    Some(headings)
}

/// Where twelve headings in a row begin that are the initials of the months.
fn months_of(headings: &[String]) -> Option<usize> {
    headings.windows(12).position(vocabulary::are_month_initials)
}

fn is_sure(text: &str) -> bool {
    vocabulary::sure(text).is_some()
}

/// Whether a cell holds a value or a sentence, as headings do not.
fn is_value(text: &str) -> bool {
    text.len() > LONGEST_HEADING || heading::is_number(text) || heading::is_programme_code(text)
}

/// Longer texts are no headings.
const LONGEST_HEADING: usize = 160;

/// The headings of a record, if it is a heading row: two surely are headings, most or three are, none is a value. Where
/// three fields surely are, a few that look like values (a date, a dash, a whole note) are headings that nobody knows.
fn read_headings(record: &Record<'_>) -> Option<Headings> {
    let (mut filled, mut sure, mut fields, mut odd) = (0_usize, 0_usize, 0_usize, 0_usize);
    for (_, cell) in record.filled() {
        let text = cell.text.as_ref();
        filled += 1;
        let heading = vocabulary::sure(text);
        sure += usize::from(heading.is_some());
        fields += usize::from(matches!(heading, Some(Heading::Field(_))));
        if heading.is_none() && is_value(text) {
            odd += 1;
            if heading::is_programme_code(text) {
                return None;
            }
        }
        // Most rows are rows of data: nothing known in the first cells is enough to tell.
        if (filled >= 6 || odd >= 2) && sure == 0 {
            return None;
        }
    }
    if odd > 0 && (fields < 3 || odd * 3 > fields) {
        return None;
    }
    if sure == 0 {
        return None;
    }
    let written: Vec<String> = record.cells.iter().map(|cell| heading::line_text(&cell.text)).collect();
    let months = months_of(&written);
    sure += if months.is_some() { 12 } else { 0 };
    let enough = sure >= 2 && fields >= 1 && (sure * 2 > filled || (sure >= 3 && sure * 3 >= filled));
    if !enough {
        return None;
    }
    let likely =
        |heading: &String| vocabulary::likely(heading).filter(|_| !is_value(heading) || is_sure(heading));
    let mut read: Vec<_> = written.iter().map(likely).collect();
    if let Some(first) = months {
        read[first..first + 12].fill(Some(Heading::Month));
    }
    let places = record.cells.iter().map(|cell| cell.place).collect();
    Some(Headings { place: record.place(), places, written, read })
}
