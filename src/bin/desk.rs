// SPDX-License-Identifier: AGPL-3.0-or-later
//! The desk's program, in a worker of its own: makes files and links of a plan that the page sends along.
//!
//! `reader.js` starts it and hands it tasks (see `desk`, `ui/desk.rs`). What is seldom made is in no other program, and
//! whatever becomes of a task, neither the page nor the reader has to do with it. Never here: anything of a browser. It
//! can ask for nothing, and keeps nothing of a plan from one task to the next.

#[cfg(target_arch = "wasm32")]
mod worker {
    use std::cell::RefCell;

    use traguardi::desk;
    use wasm_bindgen::prelude::wasm_bindgen;

    thread_local! {
        /// The objectives of a plan, until their task comes.
        static BROUGHT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    }

    /// Takes the next part of them.
    #[wasm_bindgen]
    pub fn bring(part: &[u8]) {
        BROUGHT.with_borrow_mut(|brought| brought.extend_from_slice(part));
    }

    /// Does a task, and forgets it: what came of it; nothing where it is none.
    #[wasm_bindgen]
    pub fn serve(order: Vec<u8>, ends: Vec<u8>) -> Option<Vec<u8>> {
        desk::serve(order, BROUGHT.take(), ends).map(desk::answer)
    }

    /// Makes a link for exercise: what a browser has run often enough it compiles to run fast.
    #[wasm_bindgen]
    pub fn practise() {
        drop(desk::practise());
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    console_error_panic_hook::set_once();
}
