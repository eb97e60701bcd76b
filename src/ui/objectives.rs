// SPDX-License-Identifier: AGPL-3.0-or-later
//! The table of objectives: every row that is selected, sorted, and of these only the ones near the window.
//!
//! Rows have one height, so that which of them are near can be told without measuring each. Never here: a row that
//! cannot be reached; on paper all of them are there.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use super::browser;
use super::row::{Rows, Wording};
use super::state::Page;
use super::status;
use crate::document::Document;
use crate::listing::Column;
use crate::locale::charts::charts;
use crate::locale::method::method as method_words;
use crate::locale::page::PageWords;
use crate::reading::Counted;

/// How many rows beyond the window are kept ready on either side.
const MARGIN: usize = 12;

/// Up to this many rows all are there: find-in-page then works, and nothing is gained by taking rows away.
const ALL_UP_TO: usize = 80;

/// The panel of the table.
pub fn objectives(page: Page, document: Arc<Document>, words: &'static PageWords) -> impl IntoView {
    let body = NodeRef::<Div>::new();
    let total = move || page.rows.with(|rows| rows.len());
    let near = near_window(page, body);
    let window = Memo::new(move |_| {
        let total = total();
        if total <= ALL_UP_TO {
            return 0..total;
        }
        let near = near.get();
        near.start.min(total)..near.end.min(total)
    });
    let wording = Wording { language: page.language.get_untracked(), words };
    show_rows(page, body, document.clone(), window, wording);
    let plan = document.whole.plan;
    let by_method = method_words(wording.language);
    let is_as_zero = document.achievements.iter().any(|a| matches!(a.counted, Counted::AsZero(_)));
    let marks = [
        (plan.stand_ins > 0, "≈", words.stand_in_mark.to_owned()),
        (plan.corrected > 0, status::CORRECTED, (charts(wording.language).corrected)(plan.corrected)),
        (is_as_zero, status::AS_ZERO, by_method.as_zero_mark.to_owned()),
        (plan.left_out > 0, "( )", (by_method.left_out_mark)(plan.left_out, plan.all())),
    ];
    let marks = marks.into_iter().filter(|(is_there, ..)| *is_there);
    let marks = marks.map(|(_, mark, meaning)| view! { <p class="fine">{mark}" "{meaning}</p> }.into_any());
    let space = |rows: usize| format!("calc({rows} * var(--row))");
    let columns = [
        (Column::Code, words.column_code),
        (Column::Objective, words.column_objective),
        (Column::Responsible, words.column_responsible),
        (Column::Status, words.column_status),
        (Column::Degree, words.column_degree),
        (Column::Staff, words.column_staff),
    ];
    let paper = NodeRef::<Div>::new();
    fill_paper(page, paper, document, wording);
    let headers = columns.map(|(column, name)| header(page, column, name, words));
    view! {
        <section class="panel objectives" aria-labelledby="objectives">
            <h2 id="objectives" tabindex="-1">{words.table}</h2>
            {marks.collect::<Vec<_>>()}
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
                    on:click=move |event| open_clicked(page, &event)
                    style:padding-top=move || space(window.get().start)
                    style:padding-bottom=move || space(total().saturating_sub(window.get().end))
                >
                </div>
                <div class="body paper" node_ref=paper></div>
            </div>
            {move || (total() == 0).then(|| view! { <p class="nothing">{words.nothing_selected}</p> }.into_any())}
        </section>
    }
}

/// Keeps the rows on the page those of a part of the table.
fn show_rows(
    page: Page,
    body: NodeRef<Div>,
    document: Arc<Document>,
    window: Memo<Range<usize>>,
    wording: Wording,
) {
    let shown = RefCell::new(None);
    Effect::new(move || {
        let window = window.get();
        let Some(body) = body.get() else { return };
        let mut shown = shown.borrow_mut();
        let rows = shown.get_or_insert_with(|| Rows::new(body.into()));
        page.rows.with(|listed| rows.show(window, listed, &document, wording));
    });
}

/// Opens the objective whose row was clicked.
fn open_clicked(page: Page, event: &MouseEvent) {
    let clicked = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let row = clicked.and_then(|clicked| clicked.closest("[data-objective]").ok().flatten());
    let n = row.and_then(|row| row.get_attribute("data-objective")?.parse::<u32>().ok());
    if let Some(index) = n.and_then(|n| n.checked_sub(1)) {
        page.open_objective(Some(index));
    }
}

/// The rows near the window: measured when the page was scrolled or something on it changed its size, never while it is
/// being changed, since measuring then would make the browser lay it out twice.
fn near_window(page: Page, body: NodeRef<Div>) -> RwSignal<Range<usize>> {
    let near = RwSignal::new(0..2 * MARGIN);
    let measure = move || {
        if let Some(body) = body.try_get_untracked().flatten() {
            let now = rows_near(&body, page.rows.with_untracked(|rows| rows.len()));
            if near.try_get_untracked().is_some_and(|before| before != now) {
                near.set(now);
            }
        }
    };
    let scrolled = window_event_listener_untyped("scroll", move |_| measure());
    on_cleanup(move || scrolled.remove());
    body.on_load(move |body| browser::on_resize(&body, measure));
    near
}

/// Puts all rows on the page while it is printed, where the table itself holds only those near the window.
///
/// At once, and not by a signal: Firefox runs no effect between `beforeprint` and the printing.
fn fill_paper(page: Page, paper: NodeRef<Div>, document: Arc<Document>, wording: Wording) {
    let fill = move |_| {
        let listed = page.rows.get_untracked();
        if let Some(paper) = paper.get_untracked().filter(|_| listed.len() > ALL_UP_TO) {
            Rows::new(paper.into()).show(0..listed.len(), &listed, &document, wording);
        }
    };
    let empty = move |_| {
        if let Some(paper) = paper.get_untracked() {
            paper.set_text_content(None);
        }
    };
    let handles = [
        window_event_listener_untyped("beforeprint", fill),
        window_event_listener_untyped("afterprint", empty),
    ];
    on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
}

/// The rows near the window, in steps of the margin, so that most scrolling changes nothing.
fn rows_near(body: &web_sys::HtmlDivElement, total: usize) -> Range<usize> {
    let place = body.get_bounding_client_rect();
    let row = place.height() / total.max(1) as f64;
    let height = browser::window().and_then(|w| w.inner_height().ok()?.as_f64()).unwrap_or(800.0);
    if row <= 0.0 {
        return 0..2 * MARGIN;
    }
    // `as` on floats saturates, so a table far above or below the window gives its first or last rows.
    let first = (-place.top() / row) as usize;
    let last = ((height - place.top()) / row) as usize + 1;
    let start = first.saturating_sub(MARGIN) / MARGIN * MARGIN;
    start..(last + MARGIN).div_ceil(MARGIN) * MARGIN
}

fn header(page: Page, column: Column, name: &'static str, words: &'static PageWords) -> AnyView {
    let direction = move || page.listing.with(|l| l.rank(column)).map(|(_, descending)| descending);
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
                on:click=move |event: MouseEvent| page.sort_by(column, event.shift_key())
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
