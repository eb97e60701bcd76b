// SPDX-License-Identifier: AGPL-3.0-or-later
//! From bytes to text: UTF-8, UTF-16, Windows-1252, and what is no text at all.
//!
//! Never here: a character lost in silence: what has no meaning in the encoding becomes U+FFFD and is counted. Tables for
//! Windows-1252 are yore's (a few hundred bytes; encoding_rs would bring the tables of every encoding of the web).

use std::borrow::Cow;

use borsh::{BorshDeserialize, BorshSerialize};
use yore::CodePage;
use yore::code_pages::CP1252;

/// An encoding of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252, the older "ANSI" of western Europe.
    Windows1252,
}

impl Encoding {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// A text and how it was decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub text: Cow<'a, str>,
    /// The encoding.
    pub encoding: Encoding,
    /// Whether the encoding was guessed from the bytes: neither a mark nor validity proves it.
    pub guessed: bool,
    /// How many times something had no meaning and became U+FFFD, and the byte of `text` where it first did.
    pub undecodable: Option<(u32, usize)>,
}

/// Decodes a text; `None` if the bytes are no text.
pub fn decode(bytes: &[u8]) -> Option<Decoded<'_>> {
    let decoded = if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        utf8(rest).unwrap_or_else(|| lossy_utf8(rest))
    } else if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        utf16(rest, Encoding::Utf16Le, false)
    } else if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        utf16(rest, Encoding::Utf16Be, false)
    } else if let Some(encoding) = unmarked_utf16(bytes) {
        utf16(bytes, encoding, true)
    } else if let Some(decoded) = utf8(bytes) {
        decoded
    } else if is_noise(bytes) {
        return None;
    } else if mostly_utf8(bytes) {
        lossy_utf8(bytes)
    } else {
        windows_1252(bytes)
    };
    (!is_noise(decoded.text.as_bytes())).then_some(decoded)
}

/// Control characters in more than one byte of a hundred: no text has them, random bytes have one in ten.
///
/// Of a large file it looks at pages spread evenly over it: noise is noise everywhere, and reading is not to wait for a
/// count of all of it.
fn is_noise(bytes: &[u8]) -> bool {
    const PAGE: usize = 4096;
    const PAGES: usize = 64;
    let is_control = |b: &u8| *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c);
    let stride = (bytes.len() / PAGES).max(PAGE);
    let pages = bytes.chunks(stride).map(|chunk| &chunk[..chunk.len().min(PAGE)]);
    let (controls, seen) = pages.fold((0, 0), |(controls, seen), page| {
        (controls + page.iter().filter(|b| is_control(b)).count(), seen + page.len())
    });
    controls * 100 > seen
}

fn utf8(bytes: &[u8]) -> Option<Decoded<'_>> {
    let text = std::str::from_utf8(bytes).ok()?;
    Some(Decoded { text: Cow::Borrowed(text), encoding: Encoding::Utf8, guessed: false, undecodable: None })
}

/// Whether bytes that are not valid UTF-8 are UTF-8 with damage: more characters of several bytes than faults.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

fn lossy_utf8(bytes: &[u8]) -> Decoded<'_> {
    let mut first = None;
    let mut count = 0;
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            first.get_or_insert(at);
            count += 1;
            at += char::REPLACEMENT_CHARACTER.len_utf8();
        }
    }
    Decoded {
        text: String::from_utf8_lossy(bytes),
        encoding: Encoding::Utf8,
        guessed: false,
        undecodable: first.map(|first| (count, first)),
    }
}

/// The byte order of UTF-16 without a mark: every other byte of western text is zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let pairs = sample.len() / 2;
    let zeros = |start: usize| sample.iter().skip(start).step_by(2).filter(|b| **b == 0).count();
    let (high, low) = (zeros(0), zeros(1));
    match (high, low) {
        (0, low) if pairs >= 2 && low * 10 >= pairs * 7 => Some(Encoding::Utf16Le),
        (high, 0) if pairs >= 2 && high * 10 >= pairs * 7 => Some(Encoding::Utf16Be),
        _ => None,
    }
}

fn utf16(bytes: &[u8], encoding: Encoding, guessed: bool) -> Decoded<'_> {
    let mut text = String::with_capacity(bytes.len() / 2);
    let mut first = None;
    let mut count = 0;
    let (pairs, odd) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| match encoding {
        Encoding::Utf16Be => u16::from_be_bytes(*pair),
        _ => u16::from_le_bytes(*pair),
    });
    for unit in char::decode_utf16(units).map(Result::ok).chain((!odd.is_empty()).then_some(None)) {
        text.push(unit.unwrap_or_else(|| {
            first.get_or_insert(text.len());
            count += 1;
            char::REPLACEMENT_CHARACTER
        }));
    }
    Decoded { text: Cow::Owned(text), encoding, guessed, undecodable: first.map(|first| (count, first)) }
}

fn windows_1252(bytes: &[u8]) -> Decoded<'_> {
    // Five bytes have no meaning in Windows-1252; yore leaves them as control characters.
    let mut text = CP1252.decode_lossy(bytes);
    let is_control = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
    if text.contains(is_control) {
        text = Cow::Owned(text.replace(is_control, "\u{fffd}"));
    }
    let count = text.matches(char::REPLACEMENT_CHARACTER).count() as u32;
    let undecodable = text.find(char::REPLACEMENT_CHARACTER).map(|first| (count, first));
    Decoded { text, encoding: Encoding::Windows1252, guessed: true, undecodable }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Attività «più» utili: 100 € – già";

    fn utf16_bytes(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let le = utf16_bytes(TEXT, u16::to_le_bytes);
        let be = utf16_bytes(TEXT, u16::to_be_bytes);
        let cases = [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8, false),
            ([b"\xef\xbb\xbf", TEXT.as_bytes()].concat(), Encoding::Utf8, false),
            ([b"\xff\xfe", &le[..]].concat(), Encoding::Utf16Le, false),
            ([b"\xfe\xff", &be[..]].concat(), Encoding::Utf16Be, false),
            (le, Encoding::Utf16Le, true),
            (be, Encoding::Utf16Be, true),
            (CP1252.encode(TEXT).expect("all in the table").into_owned(), Encoding::Windows1252, true),
        ];
        for (bytes, encoding, guessed) in cases {
            let decoded = decode(&bytes).expect("text");
            assert_eq!(
                (decoded.text.as_ref(), decoded.encoding, decoded.guessed, decoded.undecodable),
                (TEXT, encoding, guessed, None)
            );
        }
    }

    #[test]
    fn what_has_no_meaning_is_counted_and_placed() {
        let damaged = decode(b"citt\xc3\xa0 e virt\xc3\xb9 pi\xc3\xb9 \xff e \xc3").expect("text");
        assert_eq!(damaged.text, "città e virtù più \u{fffd} e \u{fffd}");
        assert_eq!((damaged.encoding, damaged.undecodable), (Encoding::Utf8, Some((2, 21))));
        let lone = decode(b"\xff\xfea\x00\x00\xd8b\x00\x07").expect("text");
        assert_eq!((lone.text.as_ref(), lone.undecodable), ("a\u{fffd}b\u{fffd}", Some((2, 1))));
        let old = decode(b"perch\xe9 \x81 s\xec").expect("text");
        assert_eq!((old.text.as_ref(), old.undecodable), ("perché \u{fffd} sì", Some((1, 8))));
    }

    #[test]
    fn noise_is_no_text() {
        let noise: Vec<u8> = (0..10_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert_eq!(decode(&noise), None);
        assert_eq!(decode(&[0; 100]), None);
        assert_eq!(decode(b"a\x00b\x01c"), None);
    }
}
