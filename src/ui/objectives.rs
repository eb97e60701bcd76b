// SPDX-License-Identifier: AGPL-3.0-or-later
//! The table of objectives: every row that is selected, sorted, and of these only the ones near the window.
//!
//! Rows have one height, so that which of them are near can be told without measuring each. Never here: a row that
//! cannot be reached; on paper all of them are there.

use std::ops::Range;
use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use super::state::Page;
use super::{browser, status};
use crate::document::Document;
use crate::locale::page::PageWords;
use crate::order::{self, Column, Sort};

/// How many rows beyond the window are kept ready on either side.
const MARGIN: usize = 12;

/// Up to this many rows all are there: find-in-page then works, and nothing is gained by taking rows away.
const ALL_UP_TO: usize = 80;

/// The panel of the table.
pub fn objectives(page: Page, document: Arc<Document>, words: &'static PageWords) -> impl IntoView {
    let body = NodeRef::<Div>::new();
    let sorted = sorted(page, document.clone());
    let total = move || sorted.with(|rows| rows.len());
    let window = Memo::new({
        let scrolled = scrolled();
        move |_| {
            scrolled.track();
            let total = total();
            if total <= ALL_UP_TO || page.printing.get() {
                return 0..total;
            }
            body.get().map_or(0..ALL_UP_TO.min(total), |body| near_window(&body, total))
        }
    });
    let rows = move || {
        let window = window.get();
        sorted.with(|rows| window.filter_map(|at| rows.get(at).map(|&row| (at, row))).collect::<Vec<_>>())
    };
    let space = |rows: usize| format!("calc({rows} * var(--row))");
    let columns = [
        (Column::Code, words.column_code),
        (Column::Objective, words.column_objective),
        (Column::Responsible, words.column_responsible),
        (Column::Status, words.column_status),
        (Column::Degree, words.column_degree),
        (Column::Staff, words.column_staff),
    ];
    let headers = columns.map(|(column, name)| header(page, column, name, words));
    view! {
        <section class="panel objectives" aria-labelledby="objectives">
            <h2 id="objectives">{words.table}</h2>
            <div
                class="table"
                role="table"
                aria-labelledby="objectives"
                aria-rowcount=move || (total() + 1).to_string()
            >
                <div role="rowgroup" class="head">
                    <div role="row" class="row" aria-rowindex="1">{headers.into_iter().collect_view()}</div>
                </div>
                <div
                    role="rowgroup"
                    class="body"
                    node_ref=body
                    style:padding-top=move || space(window.get().start)
                    style:padding-bottom=move || space(total().saturating_sub(window.get().end))
                >
                    <For
                        each=rows
                        key=|(at, row)| (*at, *row)
                        children=move |(at, index)| row(page, &document, at, index, words)
                    />
                </div>
            </div>
            {move || (total() == 0).then(|| view! { <p class="nothing">{words.nothing_selected}</p> }.into_any())}
        </section>
    }
}

/// The objectives selected, in the order in which the table shows them.
pub fn sorted(page: Page, document: Arc<Document>) -> Memo<Arc<Vec<u32>>> {
    Memo::new_with_compare(
        move |_| {
            let rows = page.rows.get();
            match page.sort.get() {
                None => rows,
                Some(by) => {
                    let mut rows = rows.to_vec();
                    order::sort(&mut rows, by, &document.import.plan, &document.achievements);
                    Arc::new(rows)
                }
            }
        },
        |_, _| true,
    )
}

/// Fires when the window was scrolled or changed its size.
fn scrolled() -> Trigger {
    let scrolled = Trigger::new();
    let handles =
        ["scroll", "resize"].map(|name| window_event_listener_untyped(name, move |_| scrolled.notify()));
    on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
    scrolled
}

/// The rows near the window, in steps of the margin, so that most scrolling changes nothing.
fn near_window(body: &web_sys::HtmlDivElement, total: usize) -> Range<usize> {
    let place = body.get_bounding_client_rect();
    let row = place.height() / total.max(1) as f64;
    let height = browser::window().and_then(|w| w.inner_height().ok()?.as_f64()).unwrap_or(800.0);
    if row <= 0.0 {
        return 0..ALL_UP_TO.min(total);
    }
    // `as` on floats saturates, so a table far above or below the window gives its first or last rows.
    let first = (-place.top() / row) as usize;
    let last = ((height - place.top()) / row) as usize + 1;
    let start = first.saturating_sub(MARGIN) / MARGIN * MARGIN;
    let end = (last + MARGIN).div_ceil(MARGIN) * MARGIN;
    start.min(total)..end.min(total)
}

fn header(page: Page, column: Column, name: &'static str, words: &'static PageWords) -> AnyView {
    let direction = move || match page.sort.get() {
        Some(Sort { column: by, descending }) if by == column => Some(descending),
        _ => None,
    };
    view! {
        <div
            role="columnheader"
            class=format!("cell {}", column.code())
            aria-sort=move || direction().map(|descending| if descending { "descending" } else { "ascending" })
        >
            <button
                type="button"
                class="sort"
                data-action=format!("sort:{}", column.code())
                title=(words.sort_by)(name)
                on:click=move |_| page.sort_by(column)
            >
                {name}
                <span aria-hidden="true">
                    {move || match direction() {
                        None => "",
                        Some(false) => " ▲",
                        Some(true) => " ▼",
                    }.to_owned()}
                </span>
            </button>
        </div>
    }
    .into_any()
}

fn row(page: Page, document: &Document, at: usize, index: u32, words: &'static PageWords) -> Option<AnyView> {
    let language = page.language.get_untracked();
    let objective = document.import.plan.objectives.get(index as usize)?;
    let achievement = document.achievements.get(index as usize)?;
    let degree = status::degree(achievement, language).unwrap_or_else(|| "–".into());
    let staff = objective.staff_percent.map_or_else(|| "–".into(), |p| language.percent(p.value()));
    let row = view! {
        <div role="row" class="row" aria-rowindex=(at + 2).to_string() data-objective=(index + 1).to_string()>
            <div role="cell" class="cell code"><bdi>{objective.code_as_written.clone()}</bdi></div>
            <div role="cell" class="cell objective">
                <button
                    type="button"
                    class="row-button"
                    data-action="objective"
                    on:click=move |_| page.objective.set(Some(index))
                >
                    <bdi class="lines">{status::title(objective, words.without_text)}</bdi>
                </button>
            </div>
            <div role="cell" class="cell responsible"><bdi class="lines">{objective.responsible.as_written()}</bdi></div>
            <div role="cell" class="cell status-cell">{status::badge(achievement.status, 1, language)}</div>
            <div role="cell" class="cell degree" data-label=words.column_degree>{degree}</div>
            <div role="cell" class="cell staff" data-label=words.column_staff>{staff}</div>
        </div>
    };
    Some(row.into_any())
}
