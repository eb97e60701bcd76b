// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every filter that the plan has something for, in one place: a sheet from the lower edge of a phone, at the side of a
//! desk.
//!
//! Never here: an order of people by result.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::HtmlDetailsElement;

use super::button::button as worded;
use super::choices::{Called, choices};
use super::dialog::modal;
use super::options;
use super::state::Page;
use crate::document::Document;
use crate::locale::page::PageWords;
use crate::locale::selection::{self as locale, SelectionWords, label};
use crate::statistics::{Dimension, Figures};

/// The button that opens the sheet, with how many filters are in force.
pub fn button(page: Page, own: &'static SelectionWords) -> AnyView {
    let count = move || match page.selection.with(|selection| selection.filters.len()) {
        0 => String::new(),
        count => format!(" ({count})"),
    };
    view! {
        <button
            type="button"
            class="quiet"
            data-action="filters"
            aria-haspopup="dialog"
            on:click=move |_| page.filtering.set(true)
        >
            {own.filters}
            {count}
        </button>
    }
    .into_any()
}

/// The sheet.
pub fn sheet(page: Page, document: Arc<Document>, words: &'static PageWords) -> AnyView {
    let own = locale::words(page.language.get_untracked());
    let inside = move || {
        // As it is known now: what comes later takes nobody's place in the sheet away.
        let document = untrack(|| page.known(&document));
        let groups: Vec<_> = options::OFFERED
            .into_iter()
            .filter_map(|dimension| group(page, dimension, document.clone(), own))
            .collect();
        let shown = move || {
            page.figures.with(|figures| {
                let selected = figures.as_ref().map_or(0, |figures| figures.selected.all());
                (own.show)(selected)
            })
        };
        view! {
            <header class="sheet-head">
                <h2 id="filters-title">{own.filters}</h2>
                {worded("link", "filters-clear", words.clear_all, move || page.select(|s| *s = Default::default()))}
            </header>
            <div class="sheet-body">{groups}</div>
            <footer class="sheet-foot">
                <button
                    type="button"
                    class="button primary"
                    data-action="filters-close"
                    on:click=move |_| page.filtering.set(false)
                >
                    {shown}
                </button>
            </footer>
        }
        .into_any()
    };
    modal(page.filtering, "dialog sheet", "filters-title", Box::new(inside))
}

/// One dimension: its name, and when it is opened its filters with their counts.
fn group(
    page: Page,
    dimension: Dimension,
    document: Arc<Document>,
    own: &'static SelectionWords,
) -> Option<AnyView> {
    let language = page.language.get_untracked();
    let filters = options::of(dimension, &document, &document.whole);
    if filters.is_empty() {
        return None;
    }
    let is_short = filters.len() <= 12;
    let is_open = RwSignal::new(is_short || page.selection.with_untracked(|s| s.filters_by(dimension)));
    let list = move || {
        is_open.get().then(|| {
            let all = filters.iter().map(|(filter, _)| {
                (filter.clone(), Called::Words(label(filter, &*document.names, language)))
            });
            let document = document.clone();
            let counts = move |figures: &Figures| {
                options::of(dimension, &document, figures).into_iter().map(|(_, count)| count).collect()
            };
            choices(page, "toggles", None, true, all.collect(), counts)
        })
    };
    let toggled = move |event| is_open.set(event_target::<HtmlDetailsElement>(&event).open());
    let group = view! {
        <details class="sheet-group" prop:open=is_open.get_untracked() on:toggle=toggled>
            <summary>{(own.dimension)(dimension)}</summary>
            {list}
        </details>
    };
    Some(group.into_any())
}
