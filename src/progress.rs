// SPDX-License-Identifier: AGPL-3.0-or-later
//! How far the reading of a file is, told to whoever listens: in the reader, the page; natively nobody.
//!
//! Never here: a clock, and anything that reading depends on.

use std::sync::OnceLock;

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// Whether the file is read already, and now the texts of its objectives are.
    pub of_texts: bool,
    /// How much of the file, or of the texts, from 0 to 1.
    pub share: f64,
    /// How many objectives were found, or read, so far.
    pub objectives: u32,
}

/// It is told after this many objectives: often enough to be seen to move, too seldom to cost anything.
const EVERY: usize = 1024;

static LISTENER: OnceLock<fn(Progress)> = OnceLock::new();

/// Has `listener` told of all progress from now on; the first one stays.
pub fn listen(listener: fn(Progress)) {
    // A second one is told nothing.
    let _ = LISTENER.set(listener);
}

/// Tells of progress, now and then: `done` of `all` bytes or texts, and so many objectives.
#[inline]
pub(crate) fn tell(of_texts: bool, done: usize, all: usize, objectives: usize) {
    if objectives.is_multiple_of(EVERY)
        && let Some(listener) = LISTENER.get()
    {
        let share = done as f64 / all.max(1) as f64;
        listener(Progress { of_texts, share, objectives: objectives as u32 });
    }
}
