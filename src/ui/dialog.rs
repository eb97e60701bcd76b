// SPDX-License-Identifier: AGPL-3.0-or-later
//! A dialog in front of the page, open while a signal says so. What is in it is made when it opens and ends with it.
//!
//! Never here: what a dialog is about.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::live;

/// A modal dialog, named by the element of this id in it.
pub fn modal(
    open: RwSignal<bool>,
    class: &'static str,
    title: &'static str,
    inside: Box<dyn Fn() -> AnyView + Send>,
) -> AnyView {
    let dialog = NodeRef::<Dialog>::new();
    follow(dialog, move || open.get());
    view! {
        <dialog node_ref=dialog class=class aria-labelledby=title on:close=move |_| open.set(false)>
            {move || open.get().then(&inside)}
        </dialog>
    }
    .into_any()
}

/// Keeps a dialog open while this says so.
pub fn follow(dialog: NodeRef<Dialog>, is_open: impl Fn() -> bool + 'static) {
    let is_open: Box<dyn Fn() -> bool> = Box::new(is_open);
    live::follow(move || {
        let Some(dialog) = dialog.get() else { return };
        match (is_open(), dialog.open()) {
            // Fails only where the dialog is not on the page, and then there is nothing to show it on.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
}
