// SPDX-License-Identifier: AGPL-3.0-or-later
//! Findings that the user looked at and set aside, with a note.
//!
//! Never here: whether a finding is right. One that is set aside stays found, and can be taken up again.

use borsh::{BorshDeserialize, BorshSerialize};

/// A finding that was set aside. One that the plan does not have any more changes nothing, and stays.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Dismissal {
    /// The name of the kind of finding (see `findings`).
    pub finding: String,
    /// The objective, from 1; `None` for a finding on the plan as a whole.
    pub n: Option<u32>,
    /// Why, in the user's words; empty if nothing was said.
    pub note: String,
}
