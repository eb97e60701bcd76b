// SPDX-License-Identifier: AGPL-3.0-or-later
//! The official names as they stood when version 1 of the wire was made: a name that is one of them is not sent.
//!
//! They are the first lines of the priming text, which never changes, so that a link means the same when the official
//! list has moved on. Never here: which name holds in which year (see `plan::official`).

use std::sync::OnceLock;

use crate::share::codec::priming;

/// The codes and names, in their order. One code may have had several.
fn names() -> &'static [(&'static str, &'static str)] {
    static NAMES: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    NAMES.get_or_init(|| priming::official().filter_map(|line| line.split_once(' ')).collect())
}

/// The place of a name among those of its code.
pub fn place(code: &str, name: &str) -> Option<usize> {
    names_of(code).position(|known| known == name)
}

/// The name at a place among those of a code.
pub fn name(code: &str, place: usize) -> Option<&'static str> {
    names_of(code).nth(place)
}

fn names_of(code: &str) -> impl Iterator<Item = &'static str> {
    names().iter().filter(move |(known, _)| *known == code).map(|(_, name)| *name)
}
