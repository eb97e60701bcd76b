// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is selected, said in words: how many of how many, a chip for each filter, the search field.

use std::sync::Arc;

use leptos::prelude::*;

use super::button::{button, toggle};
use super::state::Page;
use super::{browser, status};
use crate::document::Document;
use crate::findings::KINDS;
use crate::locale::Language;
use crate::locale::charts::charts;
use crate::locale::findings as sentences;
use crate::locale::method::method as method_words;
use crate::locale::page::PageWords;
use crate::reading::{LEFT_OUT, Status};
use crate::statistics::{Dimension, Filter, Interval, Summary};

/// Where the focus goes when the button that had it takes itself away: to what it changed.
const COUNT: &str = ".selection .count";

/// A filter in words.
pub fn label(filter: &Filter, document: &Document, language: Language, words: &'static PageWords) -> String {
    let key = filter.key.as_str();
    let named = || match document.name_of(filter.dimension, key) {
        Some(name) => format!("{key} {name}"),
        None => key.to_owned(),
    };
    match (filter.dimension, key) {
        (Dimension::Mission, "") => words.no_mission.to_owned(),
        (Dimension::Mission, _) => (words.mission)(&named()),
        (Dimension::Programme, "") => words.no_programme.to_owned(),
        (Dimension::Programme, _) => (words.programme)(&named()),
        (Dimension::Person, "") => words.no_person.to_owned(),
        (Dimension::Person, _) => key.to_owned(),
        (Dimension::Status, LEFT_OUT) => method_words(language).left_out_filter.to_owned(),
        (Dimension::Status, _) => {
            Status::from_code(key).map_or_else(|| key.to_owned(), |s| status::name(s, 2, language).to_owned())
        }
        (Dimension::Strategic, "true") => words.strategic.to_owned(),
        (Dimension::Strategic, "false") => words.ordinary.to_owned(),
        (Dimension::Strategic, _) => words.strategic_not_stated.to_owned(),
        (Dimension::Year, "") => words.no_year.to_owned(),
        (Dimension::Year, year) => (words.planned_in)(year),
        (Dimension::Degree, _) => degree(key, language),
        (Dimension::Finding, _) => finding(key, language),
        _ => key.to_owned(),
    }
}

/// A kind of finding in words.
fn finding(key: &str, language: Language) -> String {
    match KINDS.iter().position(|kind| *kind == key) {
        Some(kind) => sentences::title(kind, language).to_owned(),
        None if key.is_empty() => sentences::words(language).nothing.to_owned(),
        None => key.to_owned(),
    }
}

/// A range of degrees in words.
fn degree(key: &str, language: Language) -> String {
    let words = charts(language);
    if key.is_empty() {
        return words.no_degree.to_owned();
    }
    // Such as the chart offers have words; any other is said as it is written.
    let range = match Interval::parse(key).map(|range| range.ends()) {
        Some((from, to)) if Interval::key(from, to) == key => (words.degrees)(from, to),
        _ => key.to_owned(),
    };
    format!("{}: {range}", words.degree)
}

/// The bar that says what is selected and takes it back.
pub fn bar(page: Page, document: Arc<Document>, words: &'static PageWords) -> impl IntoView {
    let language = page.language.get_untracked();
    let count = move || {
        page.figures.with(|figures| {
            figures.as_ref().map_or_else(String::new, |figures| {
                let (n, of) = (figures.selected.all(), figures.plan.all());
                let count = if page.selection.with(|s| s.is_everything()) {
                    (words.all_objectives)(of)
                } else {
                    (words.some_objectives)(n, of)
                };
                let Summary { left_out, corrected, .. } = figures.selected;
                let left_out = (left_out > 0).then(|| (method_words(language).left_out_of)(left_out));
                let corrected = (corrected > 0).then(|| (charts(language).corrected)(corrected));
                [Some(count), left_out, corrected].into_iter().flatten().collect::<Vec<_>>().join(", ")
            })
        })
    };
    let chips = {
        let document = document.clone();
        move || {
            let selection = page.selection.get();
            let filters = selection.filters.iter().cloned().map(|filter| {
                let label = label(&filter, &document, language, words);
                chip(label, filter.handle(), words, Box::new(move || page.toggle(&filter)))
            });
            let search = (!selection.search.trim().is_empty()).then(|| {
                let label = (words.search_chip)(selection.search.trim());
                chip(label, "search".to_owned(), words, Box::new(move || page.select(|s| s.search.clear())))
            });
            filters.chain(search).collect::<Vec<_>>()
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
        page.select(|selection| selection.search = typed);
    };
    view! {
        <section class="selection" aria-label=words.selection>
            <p class="count" data-figure="objectives" tabindex="-1">{count}</p>
            {years(page, &document, words)}
            <ul class="chips">{chips}</ul>
            {clear}
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

fn chip(label: String, handle: String, words: &'static PageWords, remove: Box<dyn Fn()>) -> AnyView {
    let sentence = (words.remove_filter)(&label);
    view! {
        <li>
            <button
                type="button"
                class="chip"
                data-chip=handle
                aria-label=sentence
                on:click=move |_| {
                    remove();
                    browser::focus_soon(COUNT);
                }
            >
                <bdi class="clip">{label}</bdi>
                <span aria-hidden="true">" ×"</span>
            </button>
        </li>
    }
    .into_any()
}

/// The years of the plan, as filters, where it has any.
fn years(page: Page, document: &Document, words: &'static PageWords) -> impl IntoView + use<> {
    // A plan that never speaks of years has no objectives without one to tell apart.
    let speaks = document.whole.by_year.iter().any(|group| !group.key.is_empty());
    let groups = if speaks { document.whole.by_year.clone() } else { Vec::new() };
    let language = page.language.get_untracked();
    let buttons = groups.into_iter().enumerate().map(|(index, group)| {
        let filter = Filter::new(Dimension::Year, group.key);
        let label = label(&filter, document, language, words);
        let count = move || {
            page.figures.with(|figures| {
                let group = figures.as_ref().and_then(|figures| figures.by_year.get(index));
                group.map(|group| group.summary.all().to_string())
            })
        };
        let inside = view! {
            <span class="number">{move || count().unwrap_or_default()}</span>
            " "
            {label}
        };
        toggle(page, filter, "toggle", inside.into_any())
    });
    let buttons: Vec<_> = buttons.collect();
    (!buttons.is_empty()).then(|| view! { <ul class="toggles years" aria-label=words.years>{buttons}</ul> })
}
