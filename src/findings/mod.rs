// SPDX-License-Identifier: AGPL-3.0-or-later
//! What deserves a second look in a plan, and why: each finding with its evidence.
//!
//! Never here: a verdict on people, and a claim of what is right. A finding is a question to ask.

mod contradiction;

pub use contradiction::contradiction;
