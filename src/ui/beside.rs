// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where an objective that is open stands: beside the page where that is wide enough for both, else in front of it.
//!
//! Never here: what is in it.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use super::{browser, grid};

/// Says whether an objective stands beside the page, which makes room for it.
fn stand_beside(beside: &'static str) {
    grid::hold_still(&move || browser::set_root_attribute("data-beside", beside));
}

/// Opens the dialog where there is room for it.
pub fn show(dialog: &HtmlDialogElement) {
    if browser::is_wide() {
        stand_beside("true");
        dialog.show();
    } else {
        stand_beside("false");
        // Fails only where the dialog is not on the page, and then there is nothing to show it on.
        drop(dialog.show_modal());
    }
}

/// Moves the dialog that is open to where there is room for it now, as it stands: with its place, its focus and all that
/// was typed.
pub fn fit(dialog: &HtmlDialogElement) {
    let is_in_front = dialog.matches(":modal").unwrap_or_default();
    if !dialog.open() || is_in_front != browser::is_wide() {
        return;
    }
    let focused = browser::document().and_then(|document| document.active_element());
    let focused = focused.filter(|focused| dialog.contains(Some(focused)));
    let top = dialog.scroll_top();
    dialog.close();
    show(dialog);
    dialog.set_scroll_top(top);
    if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
        browser::focus_still(&focused);
    }
}

/// Closes the dialog; the page has its room back.
pub fn close(dialog: &HtmlDialogElement) {
    stand_beside("false");
    dialog.close();
}
