// SPDX-License-Identifier: AGPL-3.0-or-later
//! From places in bytes to places as an editor counts them: line and character.
//!
//! Never here: a second reading of what was counted: places asked for in the order of the text cost one pass in all.

use memchr::{memchr_iter, memrchr};

use crate::plan::Place;

/// Counts lines and characters of a text.
#[derive(Debug, Clone)]
pub struct Locator<'a> {
    text: &'a str,
    at: usize,
    place: Place,
}

impl<'a> Locator<'a> {
    /// A locator at the start of a text.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, place: Place { line: 1, column: 1 } }
    }

    /// The place of the byte `offset` (of the character it belongs to; of the end, if it is beyond).
    pub fn place(&mut self, offset: usize) -> Place {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        if offset < self.at {
            *self = Self::new(self.text);
        }
        // Two ends of characters. The standard library counts characters many bytes at a time.
        let passed = &self.text[self.at..offset];
        if let Some(last) = memrchr(b'\n', passed.as_bytes()) {
            self.place.line += memchr_iter(b'\n', passed.as_bytes()).count() as u32;
            self.place.column = 1 + passed[last + 1..].chars().count() as u32;
        } else {
            self.place.column += passed.chars().count() as u32;
        }
        self.at = offset;
        self.place
    }
}

/// Where a part that was borrowed from a text starts in it, in bytes; `None` if it was not.
pub fn offset_in(text: &str, part: &str) -> Option<usize> {
    let offset = (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
    (offset <= text.len()).then_some(offset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn places_are_those_an_editor_shows(text in "([a-zèà’\n𝄞]{0,30}){0,30}", offsets in prop::collection::vec(0..1000usize, 1..5)) {
            let mut locator = Locator::new(&text);
            for offset in offsets {
                let mut end = offset.min(text.len());
                while !text.is_char_boundary(end) {
                    end -= 1;
                }
                let lines: Vec<&str> = text[..end].split('\n').collect();
                let expected = Place {
                    line: lines.len() as u32,
                    column: 1 + lines[lines.len() - 1].chars().count() as u32,
                };
                prop_assert_eq!(locator.place(offset), expected);
            }
        }
    }
}
