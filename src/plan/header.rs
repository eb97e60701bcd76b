// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a document says of itself: whose it is, of which year, of which kind, in which state.
//!
//! Never here: a guess. What the document does not say is `None`.

use borsh::{BorshDeserialize, BorshSerialize};

use super::Year;

/// What the document says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Header {
    /// Its title as written.
    pub title: Option<String>,
    /// The body that adopted it, as written: "Comune di Robecchetto".
    pub body: Option<String>,
    /// The year it plans or reports.
    pub year: Option<Year>,
    /// Which kind of document it is.
    pub kind: Option<DocumentKind>,
    /// How far its approval has come.
    pub state: Option<DocumentState>,
}

/// The kinds of document in which Italian bodies plan objectives and report on them.
///
/// Sources: D.Lgs. 267/2000 art. 169 (PEG) and art. 108 (PDO); D.Lgs. 150/2009 art. 10 (performance plan and report);
/// D.L. 80/2021 art. 6 (PIAO).
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum DocumentKind {
    /// Piano esecutivo di gestione.
    Peg,
    /// Piano dettagliato degli obiettivi.
    Pdo,
    /// Piano della performance.
    PerformancePlan,
    /// Piano integrato di attività e organizzazione.
    Piao,
    /// Relazione sulla performance.
    PerformanceReport,
    /// Another kind, as written.
    Other(String),
}

impl DocumentKind {
    /// The code by which files name this kind; `None` for another kind, which files name as written.
    pub fn code(&self) -> Option<&'static str> {
        Some(match self {
            Self::Peg => "peg",
            Self::Pdo => "pdo",
            Self::PerformancePlan => "performance_plan",
            Self::Piao => "piao",
            Self::PerformanceReport => "performance_report",
            Self::Other(_) => return None,
        })
    }
}

/// How far the approval of a document has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum DocumentState {
    /// Not yet adopted.
    Draft,
    /// Adopted by the body.
    Approved,
    /// Checked by the evaluation body (OIV or Nucleo di valutazione; D.Lgs. 150/2009 art. 14).
    Validated,
}

impl DocumentState {
    /// The code by which files name this state.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Approved => "approved",
            Self::Validated => "validated",
        }
    }
}
