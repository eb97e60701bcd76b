// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is selected, said in words: how many of how many, a chip for each filter, the search field.

use std::sync::Arc;

use leptos::prelude::*;

use super::button::button;
use super::choices::{Called, choices};
use super::state::Page;
use super::{browser, chips, sheet, views};
use crate::document::Document;
use crate::listing::Column;
use crate::locale::Language;
use crate::locale::charts::charts;
use crate::locale::method::method as method_words;
use crate::locale::page::PageWords;
use crate::locale::selection::{self as locale, label};
use crate::statistics::{Dimension, Figures, Filter, Summary};

/// Where the focus goes when the button that had it takes itself away: to what it changed.
const COUNT: &str = ".selection .count";

/// The bar that says what is selected and takes it back.
pub fn bar(page: Page, document: Arc<Document>, words: &'static PageWords) -> impl IntoView {
    let language = page.language.get_untracked();
    let own = locale::words(language);
    let count = move || {
        page.figures.with(|figures| figures.as_ref().map(|figures| counted(page, figures, language, words)))
    };
    // The whole is a sentence: `22 di 27 obiettivi: missioni 01 e 12, raggiunti`.
    let field = move || page.scope.get().and_then(Column::field);
    let sentence = {
        let document = document.clone();
        move || {
            let timeline = &page.known(&document).whole.timeline;
            match page.selection.with(|s| locale::sentence(s, field(), timeline, language)) {
                said if said.is_empty() => said,
                said => format!(": {said}"),
            }
        }
    };
    let clear = move || {
        (!page.selection.with(|s| s.is_everything())).then(|| {
            button("link", "clear", words.clear_all, move || {
                page.select(|s| *s = Default::default());
                browser::focus_soon(COUNT);
            })
        })
    };
    let search = move |event| {
        let typed = event_target_value(&event);
        page.adjust("search", |selection| selection.search = typed);
    };
    view! {
        <section class="selection" aria-label=words.selection>
            <p class="count" tabindex="-1">
                <span data-figure="objectives">{count}</span>
                <span data-figure="selection">{sentence}</span>
            </p>
            {years(page, &document, words)}
            {chips::chips(page, document.clone(), words, COUNT)}
            {clear}
            {sheet::button(page, own)}
            {views::menu(page, document, own)}
            <input
                type="search"
                class="search"
                aria-label=words.search
                placeholder=words.search_hint
                data-action="search"
                prop:value=move || page.selection.with(|s| s.search.clone())
                on:input=search
            />
        </section>
    }
}

/// How many objectives are selected of how many.
pub fn counted(page: Page, figures: &Figures, language: Language, words: &'static PageWords) -> String {
    let (n, of) = (figures.selected.all(), figures.plan.all());
    let count = match page.selection.with(|selection| selection.is_everything()) {
        true => (words.all_objectives)(of),
        false => (words.some_objectives)(n, of),
    };
    let Summary { left_out, corrected, .. } = figures.selected;
    let left_out = (left_out > 0).then(|| (method_words(language).left_out_of)(left_out));
    let corrected = (corrected > 0).then(|| (charts(language).corrected)(corrected));
    [Some(count), left_out, corrected].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The years of the plan, as filters, where it has any.
fn years(page: Page, document: &Document, words: &'static PageWords) -> impl IntoView + use<> {
    // A plan that never speaks of years has no objectives without one to tell apart.
    let speaks = document.whole.by_year.iter().any(|group| !group.key.is_empty());
    let groups = if speaks { document.whole.by_year.clone() } else { Vec::new() };
    let language = page.language.get_untracked();
    let filters = groups.into_iter().map(|group| Filter::new(Dimension::Year, group.key));
    let named = |filter: Filter| {
        let label = label(&filter, &*document.names, language);
        (filter, Called::Words(label))
    };
    let all: Vec<_> = filters.map(named).collect();
    let counts = |figures: &Figures| figures.by_year.iter().map(|group| group.summary.all()).collect();
    (!all.is_empty()).then(|| choices(page, "toggles years", Some(words.years), true, all, counts))
}
