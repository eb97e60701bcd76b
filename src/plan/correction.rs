// SPDX-License-Identifier: AGPL-3.0-or-later
//! How an objective went by the word of the user, where the reading of its document is overruled.
//!
//! Never here: the document's own values. They stay as they are written, and a correction can be taken back.

use super::Percent;

/// What the user says of one objective, instead of what was read. At least one of status and degree is there.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// The objective, from 1. One that the plan does not have changes nothing, and stays.
    pub n: u32,
    /// How it went, by the name that files give it; `None` where its degree says so.
    pub status: Option<String>,
    /// Its degree.
    pub degree: Option<Percent>,
    /// Why, in the user's words; empty if nothing was said.
    pub note: String,
}
