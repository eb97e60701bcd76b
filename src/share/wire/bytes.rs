// SPDX-License-Identifier: AGPL-3.0-or-later
//! The alphabet of the wire: numbers, and columns of texts, each told from the other by its bytes alone.
//!
//! A number is made of bytes below `0xC0`; a text is UTF-8, in which `0xF5` and above never stand. So a mark in front of
//! each column ([`MARK`]) can be found by looking for it, no length is written, and whatever lies behind a length that
//! somebody made up is nothing. Never here: what the numbers and texts are.

use super::WireError;

/// In front of a column of texts; the number of the column follows.
pub const MARK: u8 = 0xF5;
/// After a text that was there before in its column; how many others ago follows.
pub const AGAIN: u8 = 0xFE;
/// After a text.
pub const END: u8 = 0xFF;

/// A number: six bits a byte, the lowest first, in bytes `0x80..=0xBF`, and the last seven in one below `0x80`.
pub fn push_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(0x80 | (number & 0x3F) as u8);
        number >>= 6;
    }
    out.push(number as u8);
}

/// The number that bytes begin with, which is taken away.
pub fn take_number(bytes: &mut &[u8]) -> Result<u64, WireError> {
    let (mut number, mut shift) = (0_u64, 0_u32);
    loop {
        let (&byte, rest) = bytes.split_first().ok_or(WireError::Broken)?;
        *bytes = rest;
        let (part, is_last) = match byte {
            0..=0x7F => (u64::from(byte), true),
            0x80..=0xBF => (u64::from(byte & 0x3F), false),
            _ => return Err(WireError::Broken),
        };
        let placed = part.checked_shl(shift).filter(|placed| placed >> shift == part);
        number |= placed.ok_or(WireError::Broken)?;
        if is_last {
            // Written in one way only: what a byte less could say is not said with one more.
            return if shift == 0 || part >= 2 { Ok(number) } else { Err(WireError::Broken) };
        }
        shift += 6;
    }
}

/// The numbers of a wire: all before the first mark.
pub fn split(wire: &[u8]) -> (&[u8], &[u8]) {
    wire.split_at(wire.iter().position(|&byte| byte == MARK).unwrap_or(wire.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_back_and_written_in_one_way() {
        let edges = (0..64).flat_map(|bit| [(1_u64 << bit) - 1, 1 << bit, (1 << bit) + 1]);
        for number in edges.chain([u64::MAX, 300, 8191, 8192]) {
            let mut bytes = Vec::new();
            push_number(&mut bytes, number);
            assert!(bytes.iter().all(|&byte| byte < 0xC0), "{number}");
            let mut rest = bytes.as_slice();
            assert_eq!(take_number(&mut rest), Ok(number));
            assert!(rest.is_empty());
        }
        for broken in [&[][..], &[0x80], &[0xC0], &[0x80, 0], &[0x81, 1], &[0xBF; 12]] {
            assert_eq!(take_number(&mut &*broken), Err(WireError::Broken), "{broken:?}");
        }
    }
}
