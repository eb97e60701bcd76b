// SPDX-License-Identifier: AGPL-3.0-or-later
//! The reader: a program of its own that reads files beside the page, in a worker.
//!
//! The page answers while it works, and a file that is too much for it takes nothing down: the page starts another one.
//! `reader.js` hands it the bytes of a file, and its answer to the page (see `ui/reader.rs`). Never here: anything of a
//! browser. It can ask for nothing and send nothing.

#[cfg(target_arch = "wasm32")]
mod worker {
    use traguardi::crossing;
    use traguardi::document::{REHEARSALS, Read};
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Reads a file: the answer as bytes.
    #[wasm_bindgen]
    pub fn read(bytes: &[u8], name: &str) -> Vec<u8> {
        crossing::pack(&Read::from_bytes(bytes, name))
    }

    /// The answer to each plan that is read for exercise, by its number; none after the last.
    #[wasm_bindgen]
    pub fn rehearse(at: usize) -> Option<Vec<u8>> {
        REHEARSALS.get(at).map(|text| read(text.as_bytes(), ""))
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    console_error_panic_hook::set_once();
}
