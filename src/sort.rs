// SPDX-License-Identifier: AGPL-3.0-or-later
//! One sort for everything: whatever is sorted, it is a list of places that moves, by a comparison behind a pointer. The
//! standard library's sort is made anew for each kind of element, at five kilobytes of the page.
//!
//! Never here: what comes before what. Equal ones always stay in their order.

use std::cmp::Ordering;

/// The places from 0 to `count`, as a comparison of two of them orders them.
pub fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..count as u32).collect();
    places.sort_by(|&a, &b| compare(a as usize, b as usize));
    places
}

/// Sorts a list.
///
/// ```
/// let mut words = vec!["due", "uno", "Due"];
/// traguardi::sort::sort_by(&mut words, |a, b| a.to_lowercase().cmp(&b.to_lowercase()));
/// assert_eq!(words, ["due", "Due", "uno"]);
/// ```
pub fn sort_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let places = places(list.len(), &mut |a, b| compare(&list[a], &list[b]));
    let mut taken: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(places.into_iter().filter_map(|at| taken[at as usize].take()));
}
