// SPDX-License-Identifier: AGPL-3.0-or-later
//! A rehearsal: while the browser is idle, plans of a few lines are shown in an element that nobody sees.
//!
//! A browser compiles each function of WebAssembly when it is first called, which takes longer than running it: with
//! this done while nobody waits, a person's own file is open in a fraction of the time. Never here: anything that is
//! seen, heard, counted or kept.

use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::state::Page;
use super::{analysis, browser};
use crate::document::Document;
use crate::locale::page::page as words_of;
use crate::statistics::{Dimension, Filter};

/// Rehearses on plans that the reader read for exercise, unless a person was faster.
pub fn rehearse(page: Page, plans: Vec<Document>) {
    let is_idle = move || page.document.with_untracked(Option::is_none) && !page.busy.get_untracked();
    if !is_idle() {
        return;
    }
    for document in plans {
        let Some(unseen) = browser::document().and_then(|page| page.create_element("div").ok()) else {
            return;
        };
        let unseen = HtmlElement::from(wasm_bindgen::JsValue::from(unseen));
        // Its signals end with it.
        let owner = Owner::new();
        let (document, rehearsed) = (Arc::new(document), owner.with(Page::new));
        rehearsed.document.set(Some(document.clone()));
        let words = words_of(rehearsed.language.get_untracked());
        let shown = mount_to(unseen, move || analysis::analysis(rehearsed, document, words));
        browser::spawn(async move {
            leptos::task::tick().await;
            rehearsed.selection.update(|selection| selection.toggle(&Filter::new(Dimension::Mission, "01")));
            leptos::task::tick().await;
            drop((shown, owner));
            if is_idle() {
                browser::forget_measures();
            }
        });
    }
}
