// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a status looks wherever it shows: a shape, a hue and always a word.

use leptos::prelude::*;

use crate::locale::Language;
use crate::locale::charts::charts;
pub use crate::locale::objective::{AS_ZERO, CORRECTED, corrected, degree, shape, title};
use crate::reading::Status;

/// The word for one or several objectives of a status.
pub fn name(status: Status, count: u32, language: Language) -> &'static str {
    let words = charts(language).status(status);
    if count == 1 { words.one } else { words.many }
}

/// The class of a status's badge.
pub fn class(status: Status) -> String {
    format!("status status-{}", status.code())
}

/// The status of an objective: shape and word.
pub fn badge(status: Status, language: Language) -> AnyView {
    view! {
        <span class=class(status)>
            <span class="shape" aria-hidden="true">{shape(status)}</span>
            {name(status, 1, language)}
        </span>
    }
    .into_any()
}
