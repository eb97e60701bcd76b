// SPDX-License-Identifier: AGPL-3.0-or-later
//! Bytes as letters that every address leaves alone: base64url without padding (RFC 4648, section 5).
//!
//! Each bytes have one writing, and anything else is refused. Never here: white space, or what mail programs add (see
//! `envelope`).

/// The letters.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Whether this is one of the letters.
pub fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// Writes bytes.
pub fn write(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let whole =
            three.iter().fold(0_u32, |whole, byte| whole << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..=three.len() {
            out.push(LETTERS[(whole >> (18 - 6 * place)) as usize & 63].into());
        }
    }
    out
}

/// The bytes of letters; `None` where they are not what [`write`] makes of any bytes.
pub fn read(letters: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(letters.len() / 4 * 3 + 2);
    for four in letters.as_bytes().chunks(4) {
        let mut whole = 0_u32;
        for &letter in four {
            whole = whole << 6 | u32::from(value(letter)?);
        }
        let bytes = four.len().checked_sub(1).filter(|bytes| *bytes > 0)?;
        whole <<= 6 * (4 - four.len());
        let written = whole.to_be_bytes();
        let (said, spare) = written[1..].split_at(bytes);
        if spare.iter().any(|byte| *byte != 0) {
            return None;
        }
        out.extend_from_slice(said);
    }
    Some(out)
}

fn value(letter: u8) -> Option<u8> {
    Some(match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_as_the_standard_says() {
        for (bytes, letters) in
            [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(write(bytes.as_bytes()), letters);
            assert_eq!(read(letters).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(write(&[0xFB, 0xFF]), "-_8");
    }

    #[test]
    fn every_bytes_have_one_writing() {
        // A letter alone; spare bits that are set; padding; the other alphabet; a space.
        for letters in ["Z", "Zh", "Zm9", "Zm9vY", "Zg==", "+/8", "Zm 8", "Zmé"] {
            let read = read(letters);
            assert!(read.is_none_or(|bytes| write(&bytes) == letters), "{letters}");
        }
        assert_eq!((read("Zh"), read("Zm9"), read("Z")), (None, None, None));
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(read(&write(&all)), Some(all));
    }
}
