// SPDX-License-Identifier: AGPL-3.0-or-later
//! Starts the page. Nothing else happens here.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;
    use wasm_bindgen::JsCast;

    console_error_panic_hook::set_once();
    if let Some(place) = document().get_element_by_id("app") {
        let page = || view! { <main data-state="empty"><h1>"Traguardi"</h1></main> };
        leptos::mount::mount_to(place.unchecked_into(), page).forget();
    }
}

/// The page lives in a browser: built natively, the program only says so.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Traguardi is a page: run `make serve` and open it in a browser.");
}
