// SPDX-License-Identifier: AGPL-3.0-or-later
//! The headline: how many and how well, of what is selected now, by the method in force.
//!
//! Never here: a number without the number of objectives behind it.

use std::sync::Arc;

use leptos::prelude::*;

use super::button::toggle;
use super::state::Page;
use super::{explain, live, method, status};
use crate::document::Document;
use crate::locale::headline::said;
use crate::locale::method::method as method_words;
use crate::locale::page::PageWords;
use crate::plan::Weights;
use crate::reading::Status;
use crate::statistics::Filter;

/// Whether the method in force weighs objectives: the weighted mean is then the one that counts.
pub fn is_weighted(document: &Document) -> bool {
    document.method.weights == Weights::Used
}

/// The headline.
pub fn headline(page: Page, document: Arc<Document>, words: &'static PageWords) -> impl IntoView {
    let language = page.language.get_untracked();
    let is_weighted = is_weighted(&document);
    let figure = |handle: &'static str, class: &'static str| {
        let text = move || {
            let summary = page.figures.with(|f| f.as_ref().map(|f| f.selected)).unwrap_or_default();
            said(handle, &summary, is_weighted, language, words)
        };
        view! {
            <div class=class data-figure=handle hidden=move || text().is_none()>
                <button
                    type="button"
                    class="value"
                    data-explain=handle
                    aria-haspopup="dialog"
                    title=explain::hint(page)
                    on:click=move |_| explain::ask_of_headline(page, handle)
                >
                    {live::words(move || text().unwrap_or_default().0)}
                </button>
                " "
                <span class="caption">{live::words(move || text().unwrap_or_default().1)}</span>
            </div>
        }
        .into_any()
    };
    let mean = figure("mean", if is_weighted { "figure" } else { "figure large" });
    let weighted = figure("weighted-mean", if is_weighted { "figure large" } else { "figure" });
    let (first, second) = if is_weighted { (weighted, mean) } else { (mean, weighted) };
    view! {
        <section class="headline" aria-labelledby="headline">
            <h2 id="headline" tabindex="-1" class="visually-hidden">{words.headline}</h2>
            <div class="figures">
                {figure("achieved", "figure large")}
                {first}
                {figure("staff-percent", "figure beside")}
                <div class="figures small">
                    {figure("median", "figure")}
                    {second}
                </div>
            </div>
            {statuses(page, &document, words, !document.is_figures())}
            {explain::toggle(page)}
            {method::panel(page, &document)}
        </section>
    }
}

/// What some objectives are with their count: a button that filters by it, or where there is nothing to filter only that.
fn choice(page: Page, is_filter: bool, filter: Filter, inside: AnyView) -> AnyView {
    match is_filter {
        true => toggle(page, filter, "toggle", inside),
        false => view! { <li class="told">{inside}</li> }.into_any(),
    }
}

/// The statuses that the plan has, as a bar and as buttons that filter by them, or with how many there are of each.
pub fn statuses(page: Page, document: &Document, words: &'static PageWords, is_filter: bool) -> AnyView {
    let language = page.language.get_untracked();
    let figures = move || page.figures.get().unwrap_or_default();
    // Of the plan, not of the selection: a button stays while the selection hides its data.
    let plan = document.whole.plan.status;
    let shown: Vec<Status> = plan.iter().filter(|&(_, count)| count > 0).map(|(status, _)| status).collect();
    let segments = shown.clone().into_iter().map(|status| {
        let share = move || figures().selected.status.of(status);
        view! { <span class=format!("segment fill-{}", status.code()) style:flex-grow=move || share().to_string()></span> }
    });
    let buttons = shown.into_iter().map(|status| {
        let count = move || {
            let figures = figures();
            // What is not chosen among is of what is selected.
            if is_filter { figures.status_facet.of(status) } else { figures.selected.status.of(status) }
        };
        let inside = view! {
            <span class="number">{move || count().to_string()}</span>
            " "
            {move || status::badge(status, count(), language)}
        };
        choice(page, is_filter, Filter::status(status), inside.into_any())
    });
    // Those that the method leaves out have no status in the figures, and must not vanish.
    let left_out = (document.whole.plan.left_out > 0).then(|| {
        let inside = view! {
            <span class="number">{move || {
                let figures = figures();
                (if is_filter { figures.left_out_facet } else { figures.selected.left_out }).to_string()
            }}</span>
            " "
            {method_words(language).left_out_filter}
        };
        choice(page, is_filter, Filter::left_out(), inside.into_any())
    });
    view! {
        <div class="status-bar" aria-hidden="true">{segments.collect_view()}</div>
        <ul class="toggles" aria-label=words.statuses>{buttons.chain(left_out).collect::<Vec<_>>()}</ul>
    }
    .into_any()
}
