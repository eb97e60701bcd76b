// SPDX-License-Identifier: AGPL-3.0-or-later
//! The check at the end of a link: six letters by which one that was cut or altered on its way is told.
//!
//! It guards against accidents and no more: whoever makes a link by hand makes a check that fits. Never here: a secret.

use super::base64;

/// How many letters a check has.
pub const LETTERS: usize = 6;

/// What a check says of the link before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is as it was made.
    Whole,
    /// It has more or fewer letters than were made.
    OtherLength,
    /// Some of its letters are others.
    Altered,
}

/// The check of a link: the CRC of 32 bits of all before it, then the last four bits of how long that is.
pub fn of(link: &str) -> String {
    let check = u64::from(crc(link.as_bytes())) << 4 | link.len() as u64 & 0xF;
    // Thirty-six bits, of which base64 writes six letters and no spare ones when they stand in bytes at the top.
    let bytes = (check << 4).to_be_bytes();
    base64::write(&bytes[3..])[..LETTERS].to_owned()
}

/// What a check says of a link.
pub fn verdict(link: &str, check: &str) -> Verdict {
    let known = of(link);
    // The fourth part of the fifth letter and all of the sixth: what tells the length stands in the sixth.
    let same = |range: std::ops::Range<usize>| known.get(range.clone()) == check.get(range);
    match (same(0..LETTERS), same(0..LETTERS - 1) || last(&known) == last(check)) {
        (true, _) => Verdict::Whole,
        (false, true) => Verdict::Altered,
        (false, false) => Verdict::OtherLength,
    }
}

/// The four bits at the end of a check.
fn last(check: &str) -> Option<u8> {
    let bytes = base64::read(&format!("{}AA", check.get(..LETTERS)?))?;
    Some(bytes.get(4)? >> 4)
}

/// What eight steps of the polynomial make of each byte.
const STEPS: [u32; 256] = {
    let mut steps = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let (mut crc, mut bit) = (byte as u32, 0);
        while bit < 8 {
            crc = (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
            bit += 1;
        }
        steps[byte] = crc;
        byte += 1;
    }
    steps
};

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| (crc >> 8) ^ STEPS[usize::from(crc as u8 ^ byte)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_is_the_crc_that_everybody_computes() {
        assert_eq!(crc(b"123456789"), 0xCBF4_3926);
        assert_eq!(of("123456789").len(), LETTERS);
        assert_eq!(last(&of("123456789")), Some(9));
        assert_eq!(last(&of(&"a".repeat(31))), Some(15));
    }

    #[test]
    fn a_check_tells_what_happened() {
        let link = "1.p.abcdefgh";
        let check = of(link);
        assert_eq!(verdict(link, &check), Verdict::Whole);
        assert_eq!(verdict("1.p.abcdefgX", &check), Verdict::Altered);
        assert_eq!(verdict("1.p.abcdefg", &check), Verdict::OtherLength);
        assert_eq!(verdict("1.p.abcdefghi", &check), Verdict::OtherLength);
        for at in 0..LETTERS {
            for letter in ["A", "Q", "9", "_"] {
                let mut other = check.clone();
                other.replace_range(at..=at, letter);
                let is_same = other == check;
                assert_eq!(verdict(link, &other) == Verdict::Whole, is_same, "{other}");
                assert!(at < 5 || verdict(link, &other) != Verdict::OtherLength);
            }
        }
    }
}
