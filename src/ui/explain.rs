// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any number explains itself: a figure of the headline when it is pressed, and everything else (a bar, a cell, a button
//! with a count) while the page explains instead of filtering.
//!
//! Never here: how a figure was made (see `explain`).

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, KeyboardEvent};

use super::button::{button, pressable};
use super::dialog::follow;
use super::state::Page;
use super::{browser, status};
use crate::chart::Chart;
use crate::document::Document;
use crate::explain::shared::Shared;
use crate::explain::{Explanation, Figure, Part, Question};
use crate::locale::explain::{self as locale, ExplainWords};
use crate::locale::method::method as method_words;
use crate::locale::page::PageWords;
use crate::locale::selection::sentence;
use crate::locale::{Language, shared};
use crate::reading::Status;
use crate::statistics::{Dimension, Filter};

/// How many objectives of a part are listed.
const LISTED: usize = 25;

/// The button that has the page explain what is touched next.
pub fn toggle(page: Page) -> AnyView {
    let own = locale::words(page.language.get_untracked());
    let hint = move || if page.explaining.get() { own.explain_hint } else { "" }.to_owned();
    view! {
        <div class="explain-bar">
            {pressable("explain", own.explain, move || page.explaining.get(), move || page.explain_next(!page.explaining.get_untracked()))}
            <p role="status" class="fine">{hint}</p>
        </div>
    }
    .into_any()
}

/// Listens to what is touched while the page explains. Before anybody else: what is touched must not filter.
pub fn listen(page: Page) {
    let Some(window) = browser::window() else { return };
    let touched = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if page.explaining.get_untracked() && answers(page, &event) {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    for name in ["click", "keydown"] {
        // Refused only for names that are none.
        let _ =
            window.add_event_listener_with_callback_and_bool(name, touched.as_ref().unchecked_ref(), true);
    }
    // As long as the page.
    touched.forget();
}

/// Explains what an event happened on; whether it is taken from everybody else.
fn answers(page: Page, event: &Event) -> bool {
    if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
        match event.key().as_str() {
            "Escape" => {
                page.explain_next(false);
                return true;
            }
            "Enter" | " " => {}
            _ => return false,
        }
    }
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return false;
    };
    let at = |selector: &str| target.closest(selector).ok().flatten();
    // Where a person looks for the way out.
    if at("[data-action='explain'], dialog").is_some() {
        return false;
    }
    match question_of(page, &at) {
        Some(question) => {
            page.ask(question);
            true
        }
        None => false,
    }
}

/// What is asked of an element.
fn question_of(page: Page, at: &dyn Fn(&str) -> Option<Element>) -> Option<Question> {
    let looked_at = page.selection.get_untracked();
    if let Some(element) = at("[data-explain]") {
        let figure = Figure::from_code(&element.get_attribute("data-explain")?)?;
        let of = element.get_attribute("data-of").unwrap_or_default();
        return Some(Question::new(figure, &looked_at, &filters_of(&of)));
    }
    let element = at("[data-filter], .mark[data-of]")?;
    let mut filters =
        filters_of(&["data-filter", "data-of"].iter().find_map(|name| element.get_attribute(name))?);
    let chart = at("[data-chart]").and_then(|chart| chart.get_attribute("data-chart"));
    let figure = match chart.as_deref() {
        Some(chart) if Chart::shows_means(chart) => Figure::Mean,
        _ => Figure::Objectives,
    };
    // A status is a kind of figure, so that the others are what it is out of.
    let status = filters.iter().position(|filter| filter.dimension == Dimension::Status);
    let status = status.and_then(|at| Status::from_code(&filters.swap_remove(at).key));
    let mut question = Question::new(status.map_or(figure, Figure::Status), &looked_at, &filters);
    if status.is_some() {
        question.selection.clear(Dimension::Status);
    }
    Some(question)
}

fn filters_of(handles: &str) -> Vec<Filter> {
    // A key may have the sign between handles in it.
    let parted: Option<Vec<Filter>> = handles.split('&').map(Filter::from_handle).collect();
    parted.unwrap_or_else(|| Filter::from_handle(handles).into_iter().collect())
}

/// The dialog that explains.
pub fn dialog(page: Page, document: Arc<Document>, words: &'static PageWords) -> AnyView {
    let own = locale::words(page.language.get_untracked());
    let content = move || {
        page.question.get().map(|question| {
            // What texts say changes no figure, and an explanation that is read stays.
            let document = untrack(|| page.known(&document));
            let said = match document.is_figures() {
                true => of_sent(&document, question, page.language.get_untracked()),
                false => of_rows(page, &document, question, words, own),
            };
            article(page, said, own)
        })
    };
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    follow(dialog, move || page.question.with(Option::is_some));
    view! {
        <dialog
            node_ref=dialog
            class="dialog explain"
            aria-labelledby="explain-title"
            on:close=move |_| page.question.set(None)
        >
            {content}
        </dialog>
    }
    .into_any()
}

/// What the dialog says of a figure.
struct Said {
    figure: Figure,
    value: String,
    over: String,
    in_words: String,
    in_symbols: String,
    /// The objectives in it and those left out, or that they are not there.
    rows: AnyView,
    method: Vec<String>,
    minutes: Option<String>,
}

fn of_rows(
    page: Page,
    document: &Arc<Document>,
    question: Question,
    words: &'static PageWords,
    own: &'static ExplainWords,
) -> Said {
    let language = page.language.get_untracked();
    let of = Explanation::new(question, document);
    let (counted, left): (Vec<&Part>, Vec<&Part>) = of.parts.iter().partition(|part| part.why.is_none());
    let list = |parts: Vec<&Part>| -> Vec<AnyView> {
        parts.into_iter().map(|of| part(page, document, of, words, own)).collect()
    };
    let (counted, left) = (list(counted), list(left));
    let left = (!left.is_empty()).then(|| view! { <h3>{own.left_out}</h3>{left} }.into_any());
    Said {
        figure: of.question.figure,
        value: locale::value(&of, language),
        over: locale::over(&of, language),
        in_words: locale::in_words(&of, language),
        in_symbols: locale::in_symbols(&of, language),
        rows: view! { <h3>{own.counted}</h3>{counted}{left} }.into_any(),
        method: method_words(language).sentences(
            &document.method,
            &document.whole.plan,
            &document.cases,
            document.plan.header.year,
        ),
        minutes: Some(locale::minutes(&of, document, language)),
    }
}

/// The same as far as figures say it that came without objectives.
fn of_sent(document: &Document, question: Question, language: Language) -> Said {
    let words = shared::words(language);
    let figure = question.figure;
    let over = match sentence(&question.selection, None, &document.whole.timeline, language) {
        said if said.is_empty() => words.whole.to_owned(),
        said => said,
    };
    let [value, in_words, in_symbols] = match Shared::new(question, &document.whole) {
        Some(sent) => [
            shared::value(&sent, language),
            locale::formula(figure, language).to_owned(),
            shared::in_symbols(&sent, language),
        ],
        None => [String::new(), words.not_sent.to_owned(), String::new()],
    };
    Said {
        figure,
        value,
        over,
        in_words,
        in_symbols,
        rows: view! { <p>{words.no_rows}</p> }.into_any(),
        method: shared::of_method(document, language),
        minutes: None,
    }
}

fn article(page: Page, said: Said, own: &'static ExplainWords) -> AnyView {
    let Said { figure, value, over, in_words, in_symbols, rows, method, minutes } = said;
    let method: Vec<_> = method.into_iter().map(|said| view! { <li>{said}</li> }.into_any()).collect();
    let copy = minutes
        .clone()
        .map(|minutes| button("button", "copy-sentence", own.copy, move || copy(page, minutes.clone(), own)));
    let minutes = minutes
        .map(|minutes| view! { <blockquote class="minutes" dir="auto">{minutes}</blockquote> }.into_any());
    view! {
        <h2 id="explain-title">{own.title}</h2>
        <p>
            <strong class="value" data-explained=figure.code()>{value}</strong>
            " "
            {locale::name(figure, page.language.get_untracked())}
        </p>
        <dl>
            <dt>{own.over}</dt>
            <dd><bdi>{over}</bdi></dd>
            <dt>{own.formula}</dt>
            <dd>
                {in_words}
                <br/>
                <code data-formula>{in_symbols}</code>
            </dd>
        </dl>
        {rows}
        <details>
            <summary>{own.method}</summary>
            <ul>{method}</ul>
        </details>
        {minutes}
        <div class="buttons">
            {copy}
            {button("button primary", "explain-close", own.close, move || page.question.set(None))}
        </div>
    }
    .into_any()
}

/// Some objectives of a figure: how many and why, the first of them, and the way to all.
fn part(
    page: Page,
    document: &Arc<Document>,
    part: &Part,
    words: &'static PageWords,
    own: &'static ExplainWords,
) -> AnyView {
    let language = page.language.get_untracked();
    let rows = part.rows.iter().take(LISTED).filter_map(|&row| {
        let objective = document.plan.objectives.get(row as usize)?;
        let achievement = document.achievements.get(row as usize)?;
        let title = status::title(objective, words.without_text).to_owned();
        let degree = status::degree(achievement, language).unwrap_or_else(|| "–".to_owned());
        let open = move |_| {
            page.question.set(None);
            page.open_objective(Some(row));
        };
        let row = view! {
            <li>
                <button type="button" class="link" on:click=open>
                    <bdi class="code">{objective.code_as_written.clone()}</bdi>
                    " "
                    <bdi class="clip">{title}</bdi>
                </button>
                " "
                <span class="number">{degree}</span>
            </li>
        };
        Some(row.into_any())
    });
    let rows: Vec<_> = rows.collect();
    let more = part.rows.len() - rows.len();
    let more = (more > 0).then(|| view! { <li class="fine">{(own.more)(more)}</li> }.into_any());
    let show = part.selection.clone().filter(|_| !part.rows.is_empty()).map(|selection| {
        button("link", "show-rows", own.show_rows, move || {
            page.question.set(None);
            let selection = selection.clone();
            page.select(|looked_at| *looked_at = selection);
            browser::bring_soon("#objectives");
        })
    });
    view! {
        <details class="part" open=part.rows.len() <= 5>
            <summary>{locale::part(part, language)}</summary>
            <ul>{rows}{more}</ul>
        </details>
        {show}
    }
    .into_any()
}

/// Copies a sentence, and says whether the browser let it.
fn copy(page: Page, sentence: String, own: &'static ExplainWords) {
    let Some(window) = browser::window() else { return };
    let promise = window.navigator().clipboard().write_text(&sentence);
    browser::spawn(async move {
        let said = if JsFuture::from(promise).await.is_ok() { own.copied } else { own.not_copied };
        page.say(said);
    });
}

/// What a figure of the headline says when it is pressed.
pub fn ask_of_headline(page: Page, handle: &str) {
    if let Some(figure) = Figure::from_code(handle) {
        page.ask(Question::new(figure, &page.selection.get_untracked(), &[]));
    }
}

/// What a figure that can be pressed says to who points at it.
pub fn hint(page: Page) -> &'static str {
    locale::words(page.language.get_untracked()).title
}
