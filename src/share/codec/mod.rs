// SPDX-License-Identifier: AGPL-3.0-or-later
//! Compression of what goes out, by codecs that each have a letter in the link.
//!
//! `p` is PPMd (variant H, order 10), which has read the priming text before; `s` leaves the bytes as they are, for
//! figures of which there are few. A codec is for ever: whatever would change what it makes of bytes (the coder with its
//! order and memory, see `traguardi-coder`; the text) is another codec with another letter. What comes out is bounded
//! before any of it is there: by how long it says it is, by how much of it there may be for so many bytes, and by the end
//! of what goes in.
//!
//! Never here: what the bytes are (see `wire`).

pub mod priming;

use std::sync::OnceLock;

use traguardi_coder::{SPARE, Said, encode};

/// The most bytes that a wire may have: some four thousand objectives.
const LONGEST: usize = 2 << 20;
/// How many bytes may come of one. Plans reach twenty where they repeat themselves much.
const RATIO: usize = 64;
/// So many may come of next to nothing: a plan that says the same of every objective is told in a few bytes.
const ALWAYS: usize = 256 << 10;

/// The codecs there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codec {
    /// PPMd that has read the priming text.
    Primed,
    /// No compression.
    Stored,
}

/// Why bytes are not what a codec makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodecError {
    /// They are not.
    #[error("not what was compressed")]
    Broken,
    /// They would become more than any plan that is sent.
    #[error("more comes out than of any plan that is sent")]
    TooLarge,
}

impl Codec {
    /// Every codec.
    pub const ALL: [Self; 2] = [Self::Primed, Self::Stored];

    /// Its letter in links.
    pub fn letter(self) -> char {
        match self {
            Self::Primed => 'p',
            Self::Stored => 's',
        }
    }

    /// The codec of a letter.
    pub fn from_letter(letter: &str) -> Option<Self> {
        let mut letters = letter.chars();
        let (first, rest) = (letters.next(), letters.next());
        Self::ALL.into_iter().find(|codec| (first, rest) == (Some(codec.letter()), None))
    }

    /// Compresses bytes; `None` where there are more than are sent.
    pub fn pack(self, wire: &[u8]) -> Option<Vec<u8>> {
        if wire.len() > LONGEST {
            return None;
        }
        let packed = match self {
            Self::Stored => wire.to_vec(),
            Self::Primed => pack_primed(wire)?,
        };
        (wire.len() <= most(packed.len())).then_some(packed)
    }

    /// What was compressed.
    ///
    /// # Errors
    /// Where the bytes are not what it makes of any that are sent; see [`CodecError`].
    pub fn unpack(self, packed: &[u8]) -> Result<Vec<u8>, CodecError> {
        match self {
            Self::Stored if packed.len() > LONGEST => Err(CodecError::TooLarge),
            Self::Stored => Ok(packed.to_vec()),
            Self::Primed => unpack_primed(packed),
        }
    }
}

/// How many bytes may come of so many.
fn most(packed: usize) -> usize {
    packed.saturating_mul(RATIO).saturating_add(ALWAYS).min(LONGEST)
}

/// The length of what is compressed, then the stream: what the coder writes after it has written the priming text.
fn pack_primed(wire: &[u8]) -> Option<Vec<u8>> {
    let mut packed = Vec::new();
    push_length(&mut packed, wire.len());
    let head = packed.len();
    packed.extend(encode(priming::bytes(), wire)?);
    shorten(&mut packed, head);
    Some(packed)
}

/// Leaves out what it does not take to tell the last byte. The coder ends with a number in full, where any other of its
/// range, of at least `1 << 24`, says the same: the next one that ends in zeros. Zeros at the end are not sent.
fn shorten(packed: &mut Vec<u8>, head: usize) {
    const LOW: usize = 3;
    let Some(end) = packed.len().checked_sub(LOW).filter(|end| *end > head) else { return };
    if packed[end..].iter().any(|byte| *byte != 0) {
        let Some(at) = (head..end).rev().find(|at| packed[*at] < u8::MAX) else { return };
        packed[at] += 1;
        packed[at + 1..end].fill(0);
    }
    packed.truncate(end);
    let least = (end + LOW).saturating_sub(SPARE).max(head);
    while packed.len() > least && packed.last() == Some(&0) {
        packed.pop();
    }
}

fn unpack_primed(packed: &[u8]) -> Result<Vec<u8>, CodecError> {
    static SAID: OnceLock<Said> = OnceLock::new();
    let mut stream = packed;
    let length = take_length(&mut stream).ok_or(CodecError::Broken)?;
    if length > most(packed.len()) {
        return Err(CodecError::TooLarge);
    }
    let said = SAID.get_or_init(|| Said::of(priming::bytes()));
    said.decode(stream, length).ok_or(CodecError::Broken)
}

/// Seven bits a byte, the highest first.
fn push_length(out: &mut Vec<u8>, length: usize) {
    let mut shift = 63;
    while shift > 0 && length as u64 >> shift == 0 {
        shift -= 7;
    }
    for shift in (0..=shift).rev().step_by(7) {
        let more = if shift > 0 { 0x80 } else { 0 };
        out.push((length as u64 >> shift) as u8 & 0x7F | more);
    }
}

fn take_length(bytes: &mut &[u8]) -> Option<usize> {
    let mut length = 0_usize;
    for place in 0..4 {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        length = length << 7 | usize::from(byte & 0x7F);
        match byte {
            // Nothing is written in front of a number.
            0x80 if place == 0 => return None,
            0x80.. => {}
            _ => return Some(length),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked_by_every_codec() {
        let long = "Obiettivo raggiunto nei tempi. ".repeat(4000);
        let texts = ["", "a", "Sono stati garantiti gli interventi", "\0\0\0", "àèìòù\u{10ffff}", &long];
        // Every way in which a stream can end.
        let ends: Vec<String> = (0..600).map(|end| format!("{end}{}", &long[..end % 40])).collect();
        for text in texts.into_iter().chain(ends.iter().map(String::as_str)) {
            for codec in Codec::ALL {
                let packed = codec.pack(text.as_bytes()).expect("not too long");
                assert_eq!(codec.unpack(&packed).as_deref(), Ok(text.as_bytes()), "{codec:?}");
                assert_eq!(Codec::from_letter(&codec.letter().to_string()), Some(codec));
            }
        }
        assert_eq!(Codec::from_letter("pp"), None);
    }

    #[test]
    fn nothing_makes_much_of_little() {
        let bomb = vec![b'a'; LONGEST];
        assert_eq!(Codec::Primed.pack(&bomb), None, "what could not be opened is not made");
        let mut claim = Vec::new();
        push_length(&mut claim, LONGEST);
        claim.extend([7; 100]);
        assert_eq!(Codec::Primed.unpack(&claim), Err(CodecError::TooLarge));
        assert!(most(0) < LONGEST && most(1 << 20) == LONGEST);
        assert_eq!(Codec::Primed.unpack(&[0xFF; 30]), Err(CodecError::Broken));
        assert_eq!(Codec::Stored.unpack(&vec![0; LONGEST + 1]), Err(CodecError::TooLarge));
    }

    #[test]
    fn a_stream_that_ends_early_or_goes_on_is_another() {
        let text = "Il servizio è stato riorganizzato con tre nuove postazioni, aperte da lunedì a sabato.";
        let packed = Codec::Primed.pack(text.as_bytes()).expect("not too long");
        for end in 0..packed.len() {
            assert_ne!(Codec::Primed.unpack(&packed[..end]).as_deref(), Ok(text.as_bytes()), "{end}");
        }
        let longer = [&packed[..], &[1; 9]].concat();
        assert_eq!(Codec::Primed.unpack(&longer), Err(CodecError::Broken));
    }
}
