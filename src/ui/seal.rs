// SPDX-License-Identifier: AGPL-3.0-or-later
//! The browser's own cryptography: a link sealed with a passphrase and opened again (see `share::sealed`), and the check of a
//! file that lies beside the page (see `share::hosted`).
//!
//! Never here: a key or a passphrase kept; cryptography of our own.

use js_sys::{Array, JsString, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Crypto, CryptoKey, SubtleCrypto};

use super::browser;
use crate::export::sha256::in_digits;
use crate::share::sealed::{self, NONCE, ROUNDS, SALT, Sealed};

/// Whether links can be sealed and opened: a browser has no cryptography for pages that came without encryption.
pub fn is_possible() -> bool {
    subtle().is_some()
}

/// The data of a link that this passphrase opens; `None` where the browser cannot.
pub async fn seal(plain: &[u8], passphrase: &str) -> Option<String> {
    let (mut salt, mut nonce) = ([0; SALT], [0; NONCE]);
    let crypto = crypto()?;
    crypto.get_random_values_with_u8_array(&mut salt).ok()?;
    crypto.get_random_values_with_u8_array(&mut nonce).ok()?;
    let key = key(passphrase, &salt, "encrypt").await?;
    let rule = rule(&nonce, &sealed::header(&salt, &nonce));
    let sealed =
        subtle()?.encrypt_with_object_and_buffer_source(&rule, &key, &Uint8Array::from(plain)).ok()?;
    Some(sealed::write(&salt, &nonce, &bytes(sealed).await?))
}

/// The data of the link that was sealed; `None` where the passphrase is not the one.
pub async fn open(link: &Sealed, passphrase: &str) -> Option<String> {
    let key = key(passphrase, &link.salt, "decrypt").await?;
    let rule = rule(&link.nonce, &link.header);
    let sealed = Uint8Array::from(&*link.sealed);
    let plain = subtle()?.decrypt_with_object_and_buffer_source(&rule, &key, &sealed).ok()?;
    sealed::unsealed(&bytes(plain).await?)
}

/// The SHA-256 of a file, in hexadecimal digits; `None` where the browser cannot.
pub async fn sha256(file: &Blob) -> Option<String> {
    let buffer: Object = JsFuture::from(file.array_buffer()).await.ok()?.dyn_into().ok()?;
    let digest = subtle()?.digest_with_str_and_buffer_source("SHA-256", &buffer).ok()?;
    Some(in_digits(&bytes(digest).await?))
}

fn crypto() -> Option<Crypto> {
    browser::window()?.crypto().ok()
}

fn subtle() -> Option<SubtleCrypto> {
    let subtle = crypto()?.subtle();
    (!subtle.is_undefined()).then_some(subtle)
}

async fn bytes(promise: js_sys::Promise) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(promise).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// The key of a passphrase. Letters with accents are the same however they were typed.
async fn key(passphrase: &str, salt: &[u8], used: &str) -> Option<CryptoKey> {
    let subtle = subtle()?;
    let passphrase = String::from(JsString::from(passphrase).normalize("NFC"));
    let raw = Uint8Array::from(passphrase.as_bytes());
    let base =
        subtle.import_key_with_str("raw", &raw, "PBKDF2", false, &Array::of1(&"deriveKey".into())).ok()?;
    let base: CryptoKey = JsFuture::from(base).await.ok()?.dyn_into().ok()?;
    let made_by = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt).into()),
        ("iterations", ROUNDS.into()),
    ]);
    let of = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let uses = Array::of1(&used.into());
    let key = subtle.derive_key_with_object_and_object(&made_by, &base, &of, false, &uses).ok()?;
    JsFuture::from(key).await.ok()?.dyn_into().ok()
}

fn rule(nonce: &[u8], header: &[u8]) -> Object {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(nonce).into()),
        ("additionalData", Uint8Array::from(header).into()),
        ("tagLength", 128.into()),
    ])
}

fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        // Refused only of what is no object.
        drop(Reflect::set(&object, &(*name).into(), value));
    }
    object
}
