// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a list becomes bytes, thing by thing, and goes on its way in parts.
//!
//! A thing is never in two parts. Never here: what becomes of the bytes (see [`super`]).

use std::ops::Range;

use borsh::{BorshDeserialize, BorshSerialize};

use super::{Item, Keeper, List, Numbers, PART, Packed, numbers};

/// Parts in a row.
impl Keeper for Vec<Vec<u8>> {
    fn fetch(&self, range: Range<usize>) -> Vec<u8> {
        let mut fetched = Vec::with_capacity(range.len());
        let mut start = 0;
        for part in self {
            let within = |at: usize| at.saturating_sub(start).min(part.len());
            fetched.extend_from_slice(&part[within(range.start)..within(range.end)]);
            start += part.len();
        }
        fetched
    }
}

/// A list that is packed thing by thing, each as soon as it is there.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct Packing {
    #[borsh(skip)]
    parts: Vec<Vec<u8>>,
    #[borsh(serialize_with = "numbers::write", deserialize_with = "numbers::read")]
    ends: Vec<u32>,
    length: usize,
}

impl Packing {
    /// Adds the next thing.
    pub fn push<T: Item>(&mut self, item: &T) {
        let part = match self.parts.last_mut() {
            Some(part) if part.len() < PART => part,
            // More than most things take, so that the last one seldom moves the whole part.
            _ => self.parts.push_mut(Vec::with_capacity(PART + (PART >> 4))),
        };
        let before = part.len();
        // Writing into memory does not fail.
        drop(item.serialize(part));
        self.length += part.len() - before;
        self.ends.push(u32::try_from(self.length).unwrap_or(u32::MAX));
    }

    /// The thing at a place.
    pub fn get<T: Item>(&self, at: usize) -> Option<T> {
        let end = *self.ends.get(at)? as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        T::try_from_slice(&self.parts.fetch(start..end)).ok()
    }

    /// Changes the bytes of each, which stay as many.
    pub fn change_each(&mut self, mut change: impl FnMut(&mut [u8])) {
        let (mut ends, mut start) = (self.ends.iter(), 0);
        for part in &mut self.parts {
            let end = start + part.len();
            let mut rest = &mut part[..];
            // A thing is never in two parts.
            while start < end {
                let Some(next) = ends.next() else { return };
                let (one, others) = rest.split_at_mut(*next as usize - start);
                change(one);
                (rest, start) = (others, *next as usize);
            }
        }
    }

    /// Adds things that were packed elsewhere.
    pub fn append(&mut self, mut other: Self) {
        let before = self.length;
        let moved = |end: u32| u32::try_from(before + end as usize).unwrap_or(u32::MAX);
        self.ends.extend(other.ends.into_iter().map(moved));
        self.parts.append(&mut other.parts);
        self.length += other.length;
    }

    /// The parts of their bytes, which are taken away: [`Packing::put_parts`] puts them back.
    pub fn take_parts(&mut self) -> Vec<Vec<u8>> {
        std::mem::take(&mut self.parts)
    }

    /// Puts the parts in their place; `None` if they are not those that were taken.
    pub fn put_parts(&mut self, parts: Vec<Vec<u8>>) -> Option<()> {
        let mut all = 0;
        for part in &parts {
            all += part.len();
            self.ends.binary_search(&u32::try_from(all).ok()?).ok()?;
        }
        self.parts = parts;
        (all == self.length && self.ends.is_sorted()).then_some(())
    }

    /// All of them.
    pub fn list<T: Item>(self) -> List<T> {
        Packed::list(Box::new(self.parts), self.ends)
    }
}

/// How far a list of bytes was sent, part by part: whoever sends it need not hold all of its bytes at once.
#[derive(Debug, Default)]
pub struct Parts {
    ends: Vec<u32>,
    length: usize,
}

impl Parts {
    /// Those of which only the ends are wanted.
    pub(super) fn of(ends: &[u32]) -> Self {
        Self { ends: ends.to_vec(), length: 0 }
    }

    /// The bytes of the next things of a list that is bytes (see [`List::as_bytes`]); `None` after the last.
    pub fn next<T>(&mut self, list: &List<T>) -> Option<Vec<u8>> {
        let packed = list.inner.packed.as_ref()?;
        let rest = packed.ends.get(self.ends.len()..).filter(|rest| !rest.is_empty())?;
        let from = self.length;
        let is_full = |end: &u32| *end as usize - from >= PART;
        let count = rest.iter().position(is_full).map_or(rest.len(), |last| last + 1);
        self.ends.extend_from_slice(&rest[..count]);
        self.length = rest[count - 1] as usize;
        Some(packed.keeper.fetch(from..self.length))
    }

    /// Where each ends, as bytes for [`List::kept_by`].
    pub fn ends(self) -> Vec<u8> {
        let mut bytes = Vec::new();
        // Writing into memory does not fail.
        drop(Numbers(self.ends).serialize(&mut bytes));
        bytes
    }
}
