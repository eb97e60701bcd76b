// SPDX-License-Identifier: AGPL-3.0-or-later
//! The dialog that asks for the passphrase of a link.
//!
//! A wrong one costs nothing: it is asked for again, and what is open stays open. Never here: cryptography (see `seal`), and
//! a passphrase that outlives its link.

use std::sync::Arc;

use leptos::html::Dialog;
use leptos::prelude::*;
use web_sys::{HtmlInputElement, SubmitEvent};

use super::button::button;
use super::dialog::follow;
use super::state::Page;
use super::{browser, history, open, seal};
use crate::locale::share::words as share_words;

/// The field.
const FIELD: &str = "unseal-passphrase";

/// The dialog.
pub fn dialog(page: Page) -> AnyView {
    let own = share_words(page.language.get_untracked());
    let dialog = NodeRef::<Dialog>::new();
    follow(dialog, move || page.sealed.with(Option::is_some));
    let said = RwSignal::new("");
    let say = move |words: &'static str| {
        said.set(words);
        page.settle(None);
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(sealed) = page.sealed.get_untracked() else { return };
        let field = browser::element_by_id::<HtmlInputElement>(FIELD);
        let Some(passphrase) = field.map(|field| field.value()).filter(|passphrase| !passphrase.is_empty())
        else {
            return browser::focus_soon(format!("#{FIELD}"));
        };
        if !seal::is_possible() {
            return say(own.no_crypto_here);
        }
        say(own.unsealing);
        browser::spawn(async move {
            let data = seal::open(&sealed, &passphrase).await;
            // Called off, or another link was opened meanwhile.
            if !page.sealed.with_untracked(|now| now.as_ref().is_some_and(|now| Arc::ptr_eq(now, &sealed))) {
                return;
            }
            match data {
                Some(data) => {
                    said.set("");
                    page.sealed.set(None);
                    open::open_unsealed(page, &data, &sealed);
                }
                None => {
                    say(own.wrong);
                    browser::focus_soon(format!("#{FIELD}"));
                }
            }
        });
    };
    let call_off = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let inside = move || {
        page.sealed.with(Option::is_some).then(|| {
            view! {
                <form on:submit=submit>
                    <h2 id="unseal-title">{own.unseal_title}</h2>
                    <p id="unseal-help">{own.unseal_help}</p>
                    <label for=FIELD>{own.passphrase}</label>
                    <input
                        id=FIELD
                        type="text"
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        aria-describedby="unseal-help"
                    />
                    <p role="alert" data-unseal>{move || said.get()}</p>
                    <div class="buttons">
                        <button type="submit" class="button primary" data-action="unseal">{own.unseal}</button>
                        {button("button", "unseal-cancel", own.cancel, call_off)}
                    </div>
                </form>
            }
            .into_any()
        })
    };
    // Called off, unless it was opened.
    let closed = move |_| {
        said.set("");
        if page.sealed.with_untracked(Option::is_some) {
            page.sealed.set(None);
            history::stay(page);
        }
    };
    view! {
        <dialog node_ref=dialog class="dialog unseal" aria-labelledby="unseal-title" on:close=closed>{inside}</dialog>
    }
    .into_any()
}
