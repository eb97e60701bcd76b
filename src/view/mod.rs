// SPDX-License-Identifier: AGPL-3.0-or-later
//! How an open plan is looked at: what is selected, how it is listed and drawn, which objective is open, what a sitting is
//! shown. It stands apart from the plan, so that one view can be kept, named, gone back to and written into an address, and
//! a plan opens without any.
//!
//! Never here: the browser, or anything of the plan itself. An address never has the name of a person in it.

pub mod address;
mod steps;

pub use steps::Steps;

use crate::chart::Wanted;
use crate::listing::Listing;
use crate::sitting::Sitting;
use crate::statistics::Selection;

/// How a plan is looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// Which objectives.
    pub selection: Selection,
    /// In which columns, order and groups they are listed.
    pub listing: Listing,
    /// Which of them is open: its place in the plan, from 0.
    pub objective: Option<u32>,
    /// In which order the rows of charts stand, and which missions are open in them.
    pub charts: Wanted,
    /// Which slides a sitting is shown, in which order.
    pub sitting: Sitting,
}
