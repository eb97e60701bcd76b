// SPDX-License-Identifier: AGPL-3.0-or-later
//! Views of the plan that the user gave a name, to come back to.
//!
//! Never here: what a view is made of (see `view`). One that cannot be read any more, or asks for what the plan does not
//! have any more, is kept as it is.

use borsh::{BorshDeserialize, BorshSerialize};

/// A view with a name. Within a plan there is one of a name.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SavedView {
    /// Its name, in the user's words; never empty.
    pub name: String,
    /// The view, as an address writes it: `view=1&mission=01`.
    pub view: String,
}
