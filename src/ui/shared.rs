// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a page of figures that came without objectives says above them: what came, and what is not there.
//!
//! Never here: the figures themselves, which are shown as those of any plan.

use leptos::prelude::*;

use crate::document::Document;
use crate::locale::diagnostics::diagnostic;
use crate::locale::{Language, shared as locale};

/// The notice.
pub fn notice(document: &Document, language: Language) -> AnyView {
    let tidied = document.import.diagnostics.iter().map(|found| diagnostic(&found.kind, language));
    let said = locale::about(document, language).into_iter().chain(tidied).collect::<Vec<_>>().join(" ");
    view! {
        <section class="panel only-figures" aria-labelledby="only-figures" data-notice="only-figures">
            <h2 id="only-figures">{locale::words(language).title}</h2>
            <p>{said}</p>
        </section>
    }
    .into_any()
}
