// SPDX-License-Identifier: AGPL-3.0-or-later
//! Starts the page. Nothing else happens here.

#[cfg(target_arch = "wasm32")]
fn main() {
    traguardi::ui::start();
}

/// The page lives in a browser: built natively, the program only says so.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Traguardi is a page: run `make serve` and open it in a browser.");
}
