// SPDX-License-Identifier: AGPL-3.0-or-later
//! The dialog in which a table is pasted.

use leptos::html::Dialog;
use leptos::prelude::*;
use web_sys::HtmlTextAreaElement;

use super::button::button;
use super::dialog::follow;
use super::state::Page;
use super::{browser, open};
use crate::locale::page::PageWords;

/// The dialog.
pub fn dialog(page: Page, words: &'static PageWords) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    follow(dialog, move || page.pasting.get());
    let read = move || {
        if let Some(field) = browser::element_by_id::<HtmlTextAreaElement>("paste-text") {
            let text = field.value();
            let asked = text.clone();
            open::open_text(page, &text, move || {
                // What could not be read stays, to be mended, and so does what was written meanwhile.
                if field.value() == asked {
                    field.set_value("");
                }
            });
        }
    };
    view! {
        <dialog node_ref=dialog class="dialog" aria-labelledby="paste-title" on:close=move |_| page.pasting.set(false)>
            <h2 id="paste-title">{words.paste_title}</h2>
            <p id="paste-help">{words.paste_help}</p>
            <textarea
                id="paste-text"
                rows="10"
                spellcheck="false"
                aria-labelledby="paste-title"
                aria-describedby="paste-help"
            ></textarea>
            <div class="buttons">
                {button("button primary", "paste-read", words.paste_read, read)}
                {button("button", "paste-cancel", words.cancel, move || page.pasting.set(false))}
            </div>
        </dialog>
    }
}
