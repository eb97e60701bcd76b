// SPDX-License-Identifier: AGPL-3.0-or-later
//! The analysis of an open document, from the largest figure to the single row: how many, how well, where, show me.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::Page;
use super::{charts, diagnostics, findings, headline, objective, objectives, people, selection, sheet};
use crate::document::Document;
use crate::locale::page::PageWords;
use crate::locale::plan as plan_words;

/// The analysis. Built once for a document and a language; what follows the selection is reactive within.
pub fn analysis(page: Page, document: Arc<Document>, words: &'static PageWords) -> impl IntoView {
    let language = page.language.get_untracked();
    let header = document.import.plan.header.clone();
    let about: Vec<String> = [
        header.body,
        header.kind.map(|kind| plan_words::kind(&kind, language).to_owned()),
        header.title.as_ref().and(header.year).map(|year| year.to_string()),
        header.state.map(|state| plan_words::state(state, language).to_owned()),
        Some(document.name.clone()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let title = header.title.unwrap_or_else(|| (words.untitled)(header.year));
    view! {
        <div class="analysis">
            <header class="plan-title">
                <h1><bdi>{title}</bdi></h1>
                <p><bdi>{about.join(" · ")}</bdi></p>
                {diagnostics::diagnostics(page, document.clone(), words).into_any()}
                {findings::pointer(page, &document)}
            </header>
            {headline::headline(page, document.clone(), words).into_any()}
            {selection::bar(page, document.clone(), words).into_any()}
            {charts::charts(page, document.clone(), words).into_any()}
            {findings::findings(page, document.clone(), words)}
            {people::people(page, document.clone(), words).into_any()}
            {objectives::objectives(page, document.clone(), words).into_any()}
            {objective::dialog(page, document.clone(), words).into_any()}
            {sheet::sheet(page, document, words)}
        </div>
    }
}
