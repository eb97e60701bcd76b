// SPDX-License-Identifier: AGPL-3.0-or-later
//! Saving files to the device: the browser's own download, made of bytes that never leave it.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, KeyboardEvent, Url};

use super::browser;
use super::state::Page;
use crate::document::Document;
use crate::locale::Language;
use crate::locale::page::PageWords;
use crate::view::View;

/// A file that can be saved from an open document: its handle, its words, and how it is made.
struct Download {
    handle: &'static str,
    label: &'static str,
    make: fn(&Document, &View, Language) -> String,
}

/// The menu of what can be saved.
pub fn menu(page: Page, words: &'static PageWords) -> impl IntoView {
    let downloads = [
        Download {
            handle: "figures-json",
            label: words.downloads.figures,
            make: |document, view, _| document.figures_json_in(&view.selection, view.listing.field()),
        },
        Download {
            handle: "objectives-json",
            label: words.downloads.objectives,
            make: |document, _, _| document.objectives_json(),
        },
        Download {
            handle: "findings-json",
            label: words.downloads.findings,
            make: |document, _, language| document.findings_json(language),
        },
        Download {
            handle: "people-json",
            label: words.downloads.people,
            make: |document, _, _| document.people_json(),
        },
        Download {
            handle: "plan-json",
            label: words.downloads.plan,
            make: |document, _, _| document.plan_json(),
        },
    ];
    let items = downloads.map(|Download { handle, label, make }| {
        let save = move |_| {
            if let Some(document) = page.document.get_untracked() {
                let text = make(&document, &page.view(), page.language.get_untracked());
                save_as(&file_name(&document, handle), "application/json", &text);
            }
        };
        view! {
            <li><button type="button" class="menu-item" data-download=handle on:click=save>{label}</button></li>
        }
        .into_any()
    });
    let pressed = |event: KeyboardEvent| browser::close_menu(&event, "[data-action='download']");
    view! {
        <details class="menu" on:keydown=pressed>
            <summary class="quiet" data-action="download">{words.download}" ▾"</summary>
            <div class="menu-body">
                <ul>{items.into_iter().collect_view()}</ul>
                <p class="fine">{words.downloads.names_warning}</p>
            </div>
        </details>
    }
}

/// The name of the file, after the document it came from: `relazione-2021.figures.json`.
fn file_name(document: &Document, handle: &str) -> String {
    let stem = document.name.rsplit_once('.').map_or(document.name.as_str(), |(stem, _)| stem);
    // Only what every file system takes; the browser would replace the rest by signs of its own.
    let stem: String =
        stem.chars().map(|c| if c.is_alphanumeric() || "-_ ".contains(c) { c } else { '-' }).collect();
    format!("{}.{}", stem.trim(), handle.replace("-json", ".json"))
}

/// Has the browser save a text as a file.
fn save_as(name: &str, kind: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
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
