// SPDX-License-Identifier: AGPL-3.0-or-later
//! The analysis of a plan of which only the figures came: the same headline, charts and method, and plainly said what is
//! not there.
//!
//! Never here: a control that would need objectives, and a figure that was not sent.

use std::sync::Arc;

use leptos::prelude::*;

use super::analysis::in_turn;
use super::button::button;
use super::state::Page;
use super::{charts, explain, headline};
use crate::document::Document;
use crate::explain::Question;
use crate::explain::shared::Shared;
use crate::link::Aggregates;
use crate::locale::diagnostics::diagnostic;
use crate::locale::explain::{self as explain_words, ExplainWords};
use crate::locale::method::method as method_words;
use crate::locale::page::PageWords;
use crate::locale::{Language, selection, shared as locale};

/// The analysis. Built once for a document and a language.
pub fn analysis(
    page: Page,
    document: Arc<Document>,
    title: String,
    about: Vec<String>,
    words: &'static PageWords,
) -> AnyView {
    let charts = move |document| charts::charts(page, document, words).into_any();
    view! {
        <div class="analysis">
            <header class="plan-title">
                <h1><bdi>{title}</bdi></h1>
                <p><bdi>{about.join(" · ")}</bdi></p>
            </header>
            {notice(&document, page.language.get_untracked())}
            {headline::headline(page, document.clone(), words).into_any()}
            {in_turn(page, 0, &document, charts)}
            {explain::dialog(page, document, words)}
        </div>
    }
    .into_any()
}

/// What came, and what did not.
fn notice(document: &Document, language: Language) -> Option<AnyView> {
    let own = locale::words(language);
    let tidied = document.import.diagnostics.iter().map(|found| diagnostic(&found.kind, language));
    let said = lines(locale::about(document.only_figures()?, language).into_iter().chain(tidied).collect());
    let notice = view! {
        <section class="panel only-figures" aria-labelledby="only-figures" data-notice="only-figures">
            <h2 id="only-figures">{own.title}</h2>
            {said}
        </section>
    };
    Some(notice.into_any())
}

fn lines(sentences: Vec<String>) -> Vec<AnyView> {
    sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }.into_any()).collect()
}

/// The method in force, to be read.
pub fn method(page: Page, figures: &Aggregates) -> AnyView {
    let language = page.language.get_untracked();
    let words = method_words(language);
    let sentences = locale::of_method(figures, language);
    view! {
        <div class="on-paper">
            <h3>{words.title}</h3>
            <div class="method-sentences">{lines(sentences.clone())}</div>
        </div>
        <details class="method">
            <summary data-action="method">{words.how_computed}</summary>
            <div class="method-sentences">{lines(sentences)}</div>
        </details>
    }
    .into_any()
}

/// How a figure was made, as far as what came says it.
pub fn explanation(
    page: Page,
    document: &Document,
    question: Question,
    own: &'static ExplainWords,
) -> AnyView {
    let language = page.language.get_untracked();
    let words = locale::words(language);
    let figure = question.figure;
    let over = match selection::sentence(&question.selection, None, &document.whole.timeline, language) {
        said if said.is_empty() => words.whole.to_owned(),
        said => said,
    };
    let sent = Shared::new(question, &document.whole);
    let value = sent.as_ref().map(|sent| locale::value(sent, language)).unwrap_or_default();
    let formula = match &sent {
        Some(sent) => {
            let symbols = locale::in_symbols(sent, language);
            view! {
                {explain_words::formula(figure, language)}
                <br/>
                <code data-formula>{symbols}</code>
            }
            .into_any()
        }
        None => words.not_sent.into_any(),
    };
    let sentences = document.only_figures().map(|figures| locale::of_method(figures, language));
    view! {
        <h2 id="explain-title">{own.title}</h2>
        <p>
            <strong class="value" data-explained=figure.code()>{value}</strong>
            " "
            {explain_words::name(figure, language)}
        </p>
        <dl>
            <dt>{own.over}</dt>
            <dd><bdi>{over}</bdi></dd>
            <dt>{own.formula}</dt>
            <dd>{formula}</dd>
        </dl>
        <p>{words.no_rows}</p>
        <details>
            <summary>{own.method}</summary>
            {lines(sentences.unwrap_or_default())}
        </details>
        <div class="buttons">
            {button("button primary", "explain-close", own.close, move || page.question.set(None))}
        </div>
    }
    .into_any()
}
