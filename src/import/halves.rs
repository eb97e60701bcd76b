// SPDX-License-Identifier: AGPL-3.0-or-later
//! A large file that two readers read at once, one half each: a plan in JSON of which neither half bears on the other.
//!
//! Never here: anything that one reader would not read as well, if it read the whole file. Where that is not certain, there
//! are no halves.

use std::borrow::Cow;

use borsh::{BorshDeserialize, BorshSerialize};

use super::check::Check;
use super::encoding::{self, Decoded, Encoding};
use super::plan_json::{self, Seam};
use super::sniff::{self, JsonStart};
use super::taker::Checked;
use super::{Diagnostic, Import, Taker};
use crate::share::found_in;
use crate::sort::sort_by;

/// The first half of a file.
#[derive(Debug)]
pub(crate) struct First {
    half: plan_json::First,
    check: Check,
}

/// The second half of a file.
#[derive(Debug, BorshSerialize, BorshDeserialize)]
pub(crate) struct Second {
    half: plan_json::Second,
    check: Check,
}

impl First {
    /// Reads the bytes up to where an objective begins.
    pub fn read(bytes: &[u8], taker: &mut dyn Taker) -> Option<Self> {
        let text = plain(bytes)?;
        if sniff::json_start(text) != JsonStart::Surely || found_in(text).is_some() {
            return None;
        }
        let mut checked = Checked::new(taker);
        let half = plan_json::First::read(text, &mut checked)?;
        Some(Self { half, check: checked.into_check() })
    }

    /// Where the halves meet.
    pub fn seam(&self) -> Seam {
        self.half.seam
    }

    /// Both halves as one, of which `taker` has all objectives; `None` where they are not those of one plan.
    pub fn join(self, second: Second, taker: &mut dyn Taker) -> Option<Import> {
        let (seam, mut check) = (self.half.seam, self.check);
        check.append(second.check, &seam);
        let mut import = self.half.join(second.half)?;
        Checked::of_both(check, taker).finish(&import.plan, &mut import.diagnostics);
        sort_by(&mut import.diagnostics, Diagnostic::by_place);
        Some(import)
    }
}

impl Second {
    /// Reads the bytes from there on, in a file that begins with these.
    pub fn read(head: &[u8], bytes: &[u8], taker: &mut dyn Taker) -> Option<Self> {
        let mut checked = Checked::new(taker);
        let half = plan_json::Second::read(text_of(head), plain(bytes)?, &mut checked)?;
        Some(Self { half, check: checked.into_check() })
    }
}

/// Where an objective likely begins in a part of a file that begins with these bytes.
pub(crate) fn seam(head: &[u8], part: &[u8]) -> Option<usize> {
    plan_json::seam(text_of(head), part)
}

/// A text in UTF-8, if that is what these bytes are, without any doubt.
fn plain(bytes: &[u8]) -> Option<&str> {
    match encoding::decode(bytes)? {
        Decoded {
            text: Cow::Borrowed(text),
            encoding: Encoding::Utf8,
            guessed: false,
            undecodable: None,
        } => Some(text).filter(|text| text.len() == bytes.len()),
        _ => None,
    }
}

/// The text that bytes begin with.
fn text_of(bytes: &[u8]) -> &str {
    bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid())
}
