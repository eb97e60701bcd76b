// SPDX-License-Identifier: AGPL-3.0-or-later
//! The analysis of an open document, from the largest figure to the single row: how many, how well, where, show me.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::Page;
use super::{
    charts, diagnostics, explain, findings, headline, objective, objectives, people, selection, shared, sheet,
};
use crate::document::Document;
use crate::locale::Language;
use crate::locale::page::PageWords;
use crate::locale::plan as plan_words;
use crate::plan::Header;

/// The analysis. Built once for a document and a language; what follows the selection is reactive within.
pub fn analysis(page: Page, document: Arc<Document>, words: &'static PageWords) -> AnyView {
    let language = page.language.get_untracked();
    let (title, mut about) = called(&document, language, words);
    about.push(document.name.clone());
    let charts = move |document| charts::charts(page, document, words).into_any();
    let findings = move |document| findings::findings(page, document, words).into_any();
    let people = move |document| people::people(page, document, words).into_any();
    let objectives = move |document| objectives::objectives(page, document, words).into_any();
    // Figures that came without objectives have nothing that these could show.
    let is_plan = !document.is_figures();
    let rest = is_plan.then(|| {
        vec![
            in_turn(page, 1, &document, findings),
            in_turn(page, 2, &document, people),
            in_turn(page, 3, &document, objectives),
            objective::dialog(page, document.clone(), words).into_any(),
            sheet::sheet(page, document.clone(), words),
        ]
    });
    let pointer = {
        let document = document.clone();
        move || findings::pointer(page, &page.told(&document))
    };
    view! {
        <div class="analysis">
            <header class="plan-title">
                <h1><bdi>{title}</bdi></h1>
                <p><bdi>{about.join(" · ")}</bdi></p>
                {is_plan.then(|| diagnostics::diagnostics(page, document.clone(), words).into_any())}
                {pointer}
            </header>
            {(!is_plan).then(|| shared::notice(&document, language))}
            {headline::headline(page, document.clone(), words).into_any()}
            {is_plan.then(|| selection::bar(page, document.clone(), words).into_any())}
            {in_turn(page, 0, &document, charts)}
            {rest}
            {explain::dialog(page, document, words)}
        </div>
    }
    .into_any()
}

/// What a plan is called: its title; and its body, kind, year and state.
pub fn called(document: &Document, language: Language, words: &'static PageWords) -> (String, Vec<String>) {
    let Header { title, body, year, kind, state } = document.import.plan.header.clone();
    let about = [
        body,
        kind.map(|kind| plan_words::kind(&kind, language).to_owned()),
        title.as_ref().and(year).map(|year| year.to_string()),
        state.map(|state| plan_words::state(state, language).to_owned()),
    ];
    (title.unwrap_or_else(|| (words.untitled)(year)), about.into_iter().flatten().collect())
}

/// A panel that is there as soon as it is its turn (see [`Page::panels`]).
fn in_turn(
    page: Page,
    turn: u32,
    document: &Arc<Document>,
    panel: impl Fn(Arc<Document>) -> AnyView + Send + 'static,
) -> AnyView {
    let panel: Box<dyn Fn(Arc<Document>) -> AnyView + Send> = Box::new(panel);
    let document = document.clone();
    // Apart, so that the turn of the next one does not make this one again.
    let is_there = Memo::new(move |_| page.panels.get() > turn);
    (move || is_there.get().then(|| panel(document.clone()))).into_any()
}
