// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the compressor reads before every plan: how documents of this kind speak, column by column.
//!
//! The text begins with the official names of missions and programmes and goes on with sentences made up for it, under
//! the columns they would stand in; none is from a real document. It belongs to the codec `p` and never changes, not by
//! a letter: a link is read with the text it was made with. Another text is another codec. Never here: compression.

use std::sync::OnceLock;

use crate::share::wire::{column_named, primed};

/// The text.
const TEXT: &str = include_str!("../priming/1-it.txt");

/// The lines of each column of the text, with the name of the column: `[outcome]`.
fn sections() -> impl Iterator<Item = (&'static str, impl Iterator<Item = &'static str>)> {
    TEXT.split("\n[").filter_map(|section| {
        let (name, lines) = section.split_once("]\n")?;
        Some((name.trim_start_matches('['), lines.lines()))
    })
}

/// The official names with their codes before them: `01.02 Segreteria generale`.
pub fn official() -> impl Iterator<Item = &'static str> {
    sections().next().into_iter().flat_map(|(_, lines)| lines)
}

/// The text as a wire would have it.
pub fn bytes() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| {
        let mut out = Vec::with_capacity(TEXT.len());
        for (name, lines) in sections() {
            match column_named(name) {
                Some(column) => primed(&mut out, column, lines),
                // The numbers of made-up plans, two digits of sixteen each.
                None => lines.for_each(|line| {
                    out.extend(line.split(' ').filter_map(|two| u8::from_str_radix(two, 16).ok()))
                }),
            }
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::official;

    #[test]
    fn the_text_has_the_official_names() {
        assert_eq!(super::official().count(), 124);
        for (code, name) in official::missions() {
            assert!(super::official().any(|line| line == format!("{code} {name}")), "{code} {name}");
        }
    }

    #[test]
    fn every_line_of_the_text_is_in_a_column_that_there_is() {
        let lines = TEXT.lines().filter(|line| !line.starts_with('[')).count();
        assert_eq!(sections().map(|(_, lines)| lines.count()).sum::<usize>(), lines);
        assert!(sections().all(|(name, _)| name == "numbers" || column_named(name).is_some()));
    }

    #[test]
    fn the_text_is_the_one_that_links_were_made_with() {
        // FNV-1a of 64 bits.
        let mark = TEXT.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |mark, byte| {
            (mark ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        assert_eq!(
            (TEXT.len(), mark),
            (41_186, 10_593_916_645_562_479_015),
            "links that were made need it as it was: add a codec"
        );
    }
}
