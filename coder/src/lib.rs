// SPDX-License-Identifier: AGPL-3.0-or-later
//! PPMd (variant H) of bytes that follow others which both sides know.
//!
//! A package of its own, so that what every byte of a link goes through is compiled for speed, and all around it for size
//! (see the profiles in `Cargo.toml`): the coder is generic, and so compiled where it is called. What it makes of bytes is
//! for ever, since links are made of it. Never here: what the bytes are, how many there may be, a panic.

use std::io::{Read, Write};

use ppmd_rust::{Ppmd7Decoder, Ppmd7Encoder};

const ORDER: u32 = 10;
const MEMORY: u32 = 8 << 20;

/// So many bytes go through the coder at a time. A browser runs a loop on as it began it, however much better it has
/// compiled it meanwhile: it must come back to it now and then.
const PART: usize = 4 << 10;

/// How many bytes there are past the end, all zeros, for the coder, which looks ahead.
pub const SPARE: usize = 8;

/// What the coder writes of bytes that both sides know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// How many bytes they are.
    length: usize,
    /// What it has written when it has read all of them.
    written: Vec<u8>,
}

impl Said {
    /// Of these bytes; of none where there are more than the coder takes.
    pub fn of(known: &[u8]) -> Self {
        let written = written(known, &[]).map(|(mut all, said)| {
            all.truncate(said);
            all
        });
        written.map(|written| Self { length: known.len(), written }).unwrap_or_default()
    }

    /// So many bytes, of which this was written after what is known. `None` where it was not, or not all of it.
    pub fn decode(&self, written: &[u8], length: usize) -> Option<Vec<u8>> {
        let all = [&self.written, written, &[0; SPARE]].concat();
        let mut coder = Ppmd7Decoder::new(&all[..], ORDER, MEMORY).ok()?;
        let mut read =
            |bytes: &mut [u8]| bytes.chunks_mut(PART).try_for_each(|part| coder.read_exact(part)).ok();
        let mut bytes = vec![0; self.length.max(length)];
        read(&mut bytes[..self.length])?;
        bytes.truncate(length);
        read(&mut bytes)?;
        // What was not needed was not written.
        (coder.get_ref().len() <= SPARE).then_some(bytes)
    }
}

/// What the coder writes of bytes after others that both sides know.
pub fn encode(known: &[u8], bytes: &[u8]) -> Option<Vec<u8>> {
    let (mut all, said) = written(known, bytes)?;
    Some(all.split_off(said))
}

/// All that it writes, and how much of that when it has read what is known.
fn written(known: &[u8], bytes: &[u8]) -> Option<(Vec<u8>, usize)> {
    let mut coder = Ppmd7Encoder::new(Vec::new(), ORDER, MEMORY).ok()?;
    known.chunks(PART).try_for_each(|part| coder.write_all(part)).ok()?;
    // What the coder has let go of it never takes back.
    let said = coder.get_ref().len();
    bytes.chunks(PART).try_for_each(|part| coder.write_all(part)).ok()?;
    Some((coder.finish(false).ok()?, said))
}
