// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was understood of the file and what was not, each with its place.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::Page;
use crate::document::Document;
use crate::import::{Diagnostic, Severity};
use crate::locale::diagnostics::diagnostic as sentence;
use crate::locale::link::link as link_words;
use crate::locale::page::PageWords;
use crate::locale::shared::words as shared;

/// How many messages a list shows before it is asked for the rest.
const FIRST: usize = 100;

/// The line that counts what was read, and behind it every message.
pub fn diagnostics(page: Page, document: Arc<Document>, words: &'static PageWords) -> impl IntoView {
    let import = &document.import;
    let to_check = import.diagnostics.iter().filter(|d| d.kind.severity() > Severity::Note).count();
    let read = (words.read_count)(import.plan.objectives.len());
    let check = if to_check == 0 { words.nothing_to_check.to_owned() } else { (words.to_check)(to_check) };
    let tally = import.tally;
    let language = page.language.get_untracked();
    let tally = match &import.link {
        Some(link) => {
            format!("{} {}", shared(language).by_link, (link_words(language).level)(link.level).join(": "))
        }
        None => (words.tally)(tally.rows_read, tally.rows, tally.cells_read, tally.cells),
    };
    let list = |severity: Severity, title: &'static str| list(page, document.clone(), severity, title, words);
    view! {
        <details class="understood" class:to-check=move || to_check != 0>
            <summary data-action="diagnostics">{read}" · "{check}</summary>
            <section class="panel" aria-label=words.reading_title>
                <h2>{words.reading_title}</h2>
                <p>{tally}</p>
                {list(Severity::Left, words.left)}
                {list(Severity::Doubt, words.doubts)}
                {list(Severity::Note, words.notes)}
            </section>
        </details>
    }
}

/// The messages of one severity, if there are any.
fn list(
    page: Page,
    document: Arc<Document>,
    severity: Severity,
    title: &'static str,
    words: &'static PageWords,
) -> Option<AnyView> {
    let of_severity = move |d: &&Diagnostic| d.kind.severity() == severity;
    let count = document.import.diagnostics.iter().filter(of_severity).count();
    let all = RwSignal::new(count <= FIRST);
    let messages = move || {
        let shown = if all.get() { count } else { FIRST };
        let chosen = document.import.diagnostics.iter().filter(of_severity).take(shown);
        chosen.map(|diagnostic| message(page, diagnostic, words)).collect_view()
    };
    (count > 0).then(|| {
        view! {
            <h3>{title}" ("{count}")"</h3>
            <ul class="messages">{messages}</ul>
            {move || (!all.get()).then(|| view! {
                <button type="button" class="button" on:click=move |_| all.set(true)>
                    {(words.more_diagnostics)(count - FIRST)}
                </button>
            }.into_any())}
        }
        .into_any()
    })
}

fn message(page: Page, diagnostic: &Diagnostic, words: &'static PageWords) -> AnyView {
    let place = diagnostic.place.map(|place| (words.place)(place.line, place.column));
    view! {
        <li data-diagnostic=diagnostic.kind.code()>
            // What it quotes may hold marks that turn the writing: they turn nothing beyond the sentence.
            <bdi>{sentence(&diagnostic.kind, page.language.get_untracked())}</bdi>
            {place.map(|place| view! { " " <span class="place">"("{place}")"</span> }.into_any())}
            {diagnostic.n.map(|n| view! {
                " "
                <button type="button" class="link" on:click=move |_| page.open_objective(Some(n - 1))>
                    {(words.objective_n)(n)}
                </button>
            }.into_any())}
        </li>
    }
    .into_any()
}
