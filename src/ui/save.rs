// SPDX-License-Identifier: AGPL-3.0-or-later
//! Saving files to the device: the browser's own download, made of bytes that never leave it.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, KeyboardEvent, Url};

use super::browser;
use super::state::Page;
use crate::document::Document;
use crate::export::{FileKind, Origin, file_name};
use crate::locale::Language;
use crate::locale::page::PageWords;
use crate::locale::take_away::{self, TakeAwayWords};
use crate::view::View;

/// A file that can be saved from an open document: its handle, its words, and how it is made.
struct Download {
    handle: &'static str,
    label: &'static str,
    make: fn(&Document, Page, &View, Language) -> String,
}

/// Everything that can be saved, the tables for spreadsheets beside the values for programs.
fn downloads(words: &'static PageWords, own: &'static TakeAwayWords) -> [Download; 10] {
    let of = |handle, label, make| Download { handle, label, make };
    let words = &words.downloads;
    [
        of("figures-json", words.figures, |document, _, view, _| {
            document.figures_json_in(&view.selection, view.listing.field())
        }),
        of("figures-csv", own.figures_csv, |document, _, view, _| {
            document.figures_csv(&view.selection, view.listing.field())
        }),
        of("objectives-csv", own.objectives_csv, |document, page, _, _| {
            page.rows.with_untracked(|rows| document.objectives_csv(rows))
        }),
        of("selection-json", own.selection_json, selection_json),
        of("objectives-json", words.objectives, |document, _, _, _| document.objectives_json()),
        of("findings-json", words.findings, |document, _, _, language| document.findings_json(language)),
        of("findings-csv", own.findings_csv, |document, _, _, language| document.findings_csv(language)),
        of("people-json", words.people, |document, _, _, _| document.people_json()),
        of("people-csv", own.people_csv, |document, _, _, _| document.people_csv()),
        of("plan-json", words.plan, |document, _, _, _| document.plan_json()),
    ]
}

/// The objectives that the table lists, in its order.
fn selection_json(document: &Document, page: Page, view: &View, language: Language) -> String {
    let figures = page.figures.get_untracked().unwrap_or_default();
    let day = browser::today();
    let origin =
        Origin::new(document, &view.selection, &figures, &day, language).searched_in(view.listing.field());
    page.rows.with_untracked(|rows| document.selection_json(rows, &origin))
}

/// The menu of what can be saved.
pub fn menu(page: Page, words: &'static PageWords) -> impl IntoView {
    let own = take_away::words(page.language.get_untracked());
    let items = downloads(words, own).map(|Download { handle, label, make }| {
        let save = move || {
            if let Some(document) = page.document.get_untracked() {
                let text = make(&document, page, &page.view(), page.language.get_untracked());
                let (what, kind) = match handle.strip_suffix("-csv") {
                    Some(what) => (what, FileKind::Csv),
                    None => (handle.trim_end_matches("-json"), FileKind::Json),
                };
                if let Some(file) = as_file(&text, kind) {
                    self::save(&file_name(&document.name, what, kind), &file);
                }
            }
        };
        view! {
            <li><button type="button" class="menu-item" data-download=handle on:click=move |_| page.when_whole(save)>{label}</button></li>
        }
        .into_any()
    });
    let pressed = |event: KeyboardEvent| browser::close_menu(&event);
    view! {
        <details class="menu" on:keydown=pressed>
            <summary class="quiet" data-action="download">{words.download}" ▾"</summary>
            <div class="menu-body">
                <ul>{items.into_iter().collect_view()}</ul>
                <p class="fine">{own.names_warning}</p>
            </div>
        </details>
    }
}

/// A text as a file; only a browser without memory refuses.
pub fn as_file(text: &str, kind: FileKind) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind.mime());
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options).ok()
}

/// Has the browser save a file.
pub fn save(name: &str, file: &Blob) {
    let Ok(address) = Url::create_object_url_with_blob(file) else { return };
    if let Some(link) = browser::document()
        .and_then(|document| document.create_element("a").ok())
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok())
    {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser has taken hold of the bytes by the next turn; keeping the address would keep them in memory for ever.
    let let_go = move || {
        let _ = Url::revoke_object_url(&address);
    };
    set_timeout(let_go, Duration::from_secs(10));
}
