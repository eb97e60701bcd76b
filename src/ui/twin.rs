// SPDX-License-Identifier: AGPL-3.0-or-later
//! The table twin of a chart: the same numbers, each of which says how it was made.
//!
//! Never here: a number that the drawing does not show.

use leptos::prelude::*;

use crate::chart::{Cell, TwinTable};
use crate::explain::Figure;
use crate::locale::Language;
use crate::locale::charts::charts as chart_words;
use crate::reading::Status;
use crate::statistics::Filter;

/// The figure that a cell under a heading is, by its name in handles.
fn figure(heading: &str, cell: &Cell, language: Language) -> Option<&'static str> {
    let words = chart_words(language);
    let status = Status::ALL.into_iter().find(|status| words.status(*status).name == heading);
    let figure = match (cell, status) {
        (Cell::Count(_), Some(status)) => Figure::Status(status),
        (Cell::Count(_), None) if heading == words.objectives => Figure::Objectives,
        (Cell::Percent(_), _) if heading == words.median_degree => Figure::Median,
        (Cell::Percent(_), _) if heading == words.mean_degree => Figure::Mean,
        _ => return None,
    };
    Some(figure.code())
}

/// The numbers of a chart as a table.
pub fn twin(table: &TwinTable, language: Language) -> AnyView {
    let headers = table
        .headers
        .iter()
        .map(|header| view! { <th scope="col">{header.text.clone()}</th> }.into_any())
        .collect_view();
    let rows = table.rows.iter().map(|row| {
        let of = row.filter.as_ref().map(Filter::handle);
        let figures: Vec<_> = table
            .headers
            .iter()
            .zip(&row.cells)
            .map(|(header, cell)| figure(&header.text, cell, language))
            .collect();
        let cells: Vec<String> = row.cells.iter().map(|cell| cell.shown(language)).collect();
        // A total has no code: its name heads the row.
        let head = cells.iter().position(|cell| !cell.is_empty());
        let cells = cells.into_iter().enumerate().map(|(i, cell)| {
            if Some(i) == head {
                view! { <th scope="row"><bdi>{cell}</bdi></th> }.into_any()
            } else {
                // What explains it, while the page explains.
                let (figure, of) = (figures.get(i).copied().flatten(), of.clone());
                view! { <td data-explain=figure data-of=of>{cell}</td> }.into_any()
            }
        });
        view! { <tr>{cells.collect_view()}</tr> }.into_any()
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=table.caption.clone()>
            <table>
                <caption class="visually-hidden">{table.caption.clone()}</caption>
                <thead><tr>{headers}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
