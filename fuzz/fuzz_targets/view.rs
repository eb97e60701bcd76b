// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any text as the view of an address, and as a view of a plan that goes out without names.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use traguardi::document::{Document, REHEARSALS};
use traguardi::share;
use traguardi::view::address;

fn document() -> &'static Document {
    static DOCUMENT: OnceLock<Document> = OnceLock::new();
    DOCUMENT.get_or_init(|| Document::open(REHEARSALS[1].as_bytes(), "plan.json").expect("a plan"))
}

fuzz_target!(|text: &str| {
    let view = share::view(text);
    if let Some(found) = address::read(&view, document()) {
        // What was understood is written and understood again.
        let written = address::write(&found.view, document());
        let again = address::read(&written, document()).map(|found| found.left);
        assert!(again.is_none_or(|left| left.is_empty()), "{written}");
    }
    let same = &str::to_owned;
    let covers = address::Covers { name: &|_| None, text: same, heading: same, search: same };
    let _ = address::without_names(&view, &covers);
});
