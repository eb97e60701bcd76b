// SPDX-License-Identifier: AGPL-3.0-or-later
//! The names of kinds and states of documents.

use super::Language;
use crate::plan::{DocumentKind, DocumentState};

/// The name of a kind of document. These are Italian institutions, so English keeps the acronyms.
pub fn kind(kind: &DocumentKind, language: Language) -> &str {
    match kind {
        DocumentKind::Peg => {
            language.pick("Piano esecutivo di gestione (PEG)", "Executive management plan (PEG)")
        }
        DocumentKind::Pdo => {
            language.pick("Piano dettagliato degli obiettivi (PDO)", "Detailed plan of objectives (PDO)")
        }
        DocumentKind::PerformancePlan => language.pick("Piano della performance", "Performance plan"),
        DocumentKind::Piao => language.pick(
            "Piano integrato di attività e organizzazione (PIAO)",
            "Integrated plan of activity and organisation (PIAO)",
        ),
        DocumentKind::PerformanceReport => language.pick("Relazione sulla performance", "Performance report"),
        DocumentKind::Other(name) => name,
    }
}

/// The name of a state of a document.
pub fn state(state: DocumentState, language: Language) -> &'static str {
    match state {
        DocumentState::Draft => language.pick("bozza", "draft"),
        DocumentState::Approved => language.pick("documento approvato", "approved"),
        DocumentState::Validated => language.pick("documento validato", "validated"),
    }
}
