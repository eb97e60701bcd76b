// SPDX-License-Identifier: AGPL-3.0-or-later
//! A link that a passphrase opens: `1.e.<payload>.<check>`, for a plan that is not public yet.
//!
//! The payload is a byte that says by which rule the key is made, the salt, the nonce, and what was sealed: the letter of
//! the codec, and the bytes that a link without a passphrase would carry. Rule 1 is PBKDF2 with SHA-256 and 600,000 rounds
//! (OWASP, Password Storage Cheat Sheet), of the passphrase in UTF-8 in the form NFC; the seal is AES-GCM with a key of 256
//! bits and a tag of 128. All before what was sealed is authenticated with it: `1.e.`, rule, salt and nonce. How many
//! rounds there are is no number in the link, so that no link can keep a browser busy for hours.
//!
//! Never here: a key, a passphrase, or cryptography, which is the browser's own.

use borsh::{BorshDeserialize, BorshSerialize};

use super::LinkError;
use super::codec::Codec;
use super::envelope::{self, Tidied, VERSION};

/// The letter that stands where others have their codec.
pub const LETTER: &str = "e";
/// How often the passphrase is hashed.
pub const ROUNDS: u32 = 600_000;
/// How many bytes the salt has.
pub const SALT: usize = 16;
/// How many bytes the nonce has.
pub const NONCE: usize = 12;
/// How many bytes of the end say that nothing was altered.
const TAG: usize = 16;
/// The rule by which the key is made.
const RULE: u8 = 1;

/// A sealed link, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Sealed {
    /// The link itself, as it was made.
    pub data: String,
    /// The view after it.
    pub view: String,
    /// What makes the key another for every link.
    pub salt: Vec<u8>,
    /// What makes the seal another for every link.
    pub nonce: Vec<u8>,
    /// What is authenticated besides.
    pub header: Vec<u8>,
    /// What was sealed, with its tag.
    pub sealed: Vec<u8>,
    /// What was passed over in the link.
    pub tidied: Vec<Tidied>,
}

impl Sealed {
    /// What a payload is, of a fragment with a view or without.
    ///
    /// # Errors
    /// Where its rule is a later one, or there is too little of it.
    pub(super) fn new(payload: &[u8], fragment: &str) -> Result<Self, LinkError> {
        let (rule, rest) = payload.split_first().ok_or(LinkError::Broken)?;
        if *rule != RULE {
            return Err(LinkError::Newer);
        }
        let (salt, rest) = rest.split_at_checked(SALT).ok_or(LinkError::Broken)?;
        let (nonce, sealed) = rest.split_at_checked(NONCE).ok_or(LinkError::Broken)?;
        if sealed.len() <= TAG {
            return Err(LinkError::Broken);
        }
        Ok(Self {
            data: envelope::write_as(LETTER, payload),
            view: envelope::view(fragment),
            salt: salt.to_vec(),
            nonce: nonce.to_vec(),
            header: header(salt, nonce),
            sealed: sealed.to_vec(),
            tidied: Vec::new(),
        })
    }
}

/// What is authenticated besides what was sealed: all that stands before it.
pub fn header(salt: &[u8], nonce: &[u8]) -> Vec<u8> {
    [format!("{VERSION}.{LETTER}.").as_bytes(), &[RULE], salt, nonce].concat()
}

/// The data of a link of which this was sealed.
pub fn write(salt: &[u8], nonce: &[u8], sealed: &[u8]) -> String {
    envelope::write_as(LETTER, &[&[RULE], salt, nonce, sealed].concat())
}

/// What is to be sealed of a link that has no passphrase; `None` where it is none.
pub fn to_seal(data: &str) -> Option<Vec<u8>> {
    let envelope = envelope::read(data).ok()??;
    Some([&[envelope.codec.letter() as u8], &*envelope.packed].concat())
}

/// The data of the link that was sealed; `None` where it is none.
pub fn unsealed(plain: &[u8]) -> Option<String> {
    let (letter, packed) = plain.split_first()?;
    let codec = Codec::from_letter(std::str::from_utf8(std::slice::from_ref(letter)).ok()?)?;
    Some(envelope::write(codec, packed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed() -> String {
        write(&[1; SALT], &[2; NONCE], &[3; TAG + 5])
    }

    #[test]
    fn a_sealed_link_is_taken_apart_and_says_what_opens_it() {
        let fragment = format!("#{}&view=1&lang=it", sealed());
        let Err(LinkError::Sealed(found)) = envelope::read(&fragment) else { panic!("{fragment}") };
        assert_eq!((&*found.data, &*found.view), (&*sealed(), "view=1&lang=it"));
        assert_eq!(
            (&*found.salt, &*found.nonce, found.sealed.len()),
            (&[1; SALT][..], &[2; NONCE][..], TAG + 5)
        );
        assert_eq!(found.header, header(&[1; SALT], &[2; NONCE]));
    }

    #[test]
    fn what_is_sealed_is_the_link_itself() {
        let data = envelope::write(Codec::Stored, b"Un piano di prova, lungo quanto basta");
        let plain = to_seal(&data).expect("a link");
        assert_eq!(plain[0], b's');
        assert_eq!(unsealed(&plain), Some(data));
        assert_eq!((unsealed(b""), unsealed(b"zabc"), unsealed(b"eabc")), (None, None, None));
    }

    #[test]
    fn what_is_no_sealed_link_is_an_error() {
        for (payload, error) in [
            (&[][..], LinkError::Broken),
            (&[2, 0, 0], LinkError::Newer),
            (&[1; 1 + SALT + NONCE - 1], LinkError::Broken),
            (&[1; 1 + SALT + NONCE + TAG], LinkError::Broken),
        ] {
            assert_eq!(Sealed::new(payload, "").expect_err("none"), error);
        }
        let link = sealed();
        for (tail, tidied) in [("", vec![]), (").", vec![Tidied::Followed(").".to_owned())])] {
            let error = envelope::read(&format!("{link}{tail}&view=1")).expect_err("sealed");
            let LinkError::Sealed(found) = error else { panic!("{error}") };
            assert_eq!(
                (found.data.as_str(), found.view.as_str(), found.tidied),
                (link.as_str(), "view=1", tidied)
            );
        }
        for end in 2..link.len() {
            assert_eq!(envelope::read(&link[..end]).expect_err("cut"), LinkError::Cut);
        }
    }
}
