// SPDX-License-Identifier: AGPL-3.0-or-later
//! Traguardi: see how a municipality's year went. The map of the crate.
//!
//! Data flows one way through rooms with plain names:
//!
//! ```text
//! bytes ─import→ plan + diagnostics ─reading→ achievements ─statistics→ figures ─chart→ Scene ─ui→ page
//!                                                                      └─export→ files
//! ```
//!
//! Invariants: import never fails whole and never drops a cell in silence; `plan` knows no file format; `statistics`
//! reads no clock; the core speaks in codes and `locale` makes the words; only `ui` touches the browser; nothing in
//! the tree opens a connection outside the page's own origin.

pub mod chart;
pub mod crossing;
pub mod decimal;
pub mod desk;
pub mod document;
pub mod explain;
pub mod export;
pub mod facts;
pub mod findings;
pub mod halves;
pub mod import;
pub mod list;
pub mod listing;
pub mod locale;
pub mod plan;
pub mod prepared;
pub mod progress;
pub mod reading;
pub mod report;
pub mod share;
pub mod sitting;
pub mod sort;
pub mod statistics;
mod taken;
pub mod text;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod ui;
pub mod view;
