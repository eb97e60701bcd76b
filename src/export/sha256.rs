// SPDX-License-Identifier: AGPL-3.0-or-later
//! SHA-256 (FIPS 180-4) as people see it, by which whoever has two files sees whether they are the same: every system has
//! a command that computes it.
//!
//! Never here: a secret.

use sha2::{Digest, Sha256};

/// The digest of some bytes, in 64 hexadecimal digits.
///
/// ```
/// let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
/// assert_eq!(traguardi::export::sha256::of(b""), empty);
/// ```
pub fn of(bytes: &[u8]) -> String {
    in_digits(&Sha256::digest(bytes))
}

/// A digest in hexadecimal digits, whoever made it.
pub fn in_digits(digest: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16);
    digest.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).flatten().collect()
}
