// SPDX-License-Identifier: AGPL-3.0-or-later
//! What bytes that are no plan look like: pictures, PDFs, spreadsheets, archives, web pages.
//!
//! A small table of our own: the crate `infer` knows a hundred kinds where people here drop a dozen, each of which needs
//! its own words anyway, and it does not know a signed `.p7m`. Never here: a decision by the name of the file alone.

use memchr::memmem;

use super::error::BinaryKind;

/// What a file that starts like no text is; `None` if it may be text.
pub fn binary_kind(bytes: &[u8], file_name: &str) -> Option<BinaryKind> {
    use BinaryKind::*;
    let signatures: [(&[u8], BinaryKind); 15] = [
        (b"\x89PNG\r\n\x1a\n", Picture),
        (b"\xff\xd8\xff", Picture),
        (b"GIF87a", Picture),
        (b"GIF89a", Picture),
        (b"II*\0", Picture),
        (b"MM\0*", Picture),
        (b"%PDF-", Pdf),
        (b"{\\rtf", RichText),
        (b"\x1f\x8b\x08", Archive),
        (b"7z\xbc\xaf\x27\x1c", Archive),
        (b"Rar!\x1a\x07", Archive),
        (b"BZh91AY&SY", Archive),
        (b"\xfd7zXZ\0", Archive),
        (b"PK\x05\x06", Archive),
        (b"SQLite format 3\0", Unknown),
    ];
    if let Some((_, kind)) = signatures.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Some(*kind);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(zip_kind(bytes));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(ole_kind(bytes));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(Picture);
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(match bytes.get(8..12) {
            Some(b"heic" | b"heix" | b"mif1" | b"avif") => Picture,
            _ => Unknown,
        });
    }
    // A DER sequence with a long length, in a file that says it is a signed envelope.
    let signed_name = file_name.get(file_name.len().saturating_sub(4)..).unwrap_or_default();
    if matches!(bytes, [0x30, 0x80..=0x84, ..]) && signed_name.eq_ignore_ascii_case(".p7m") {
        return Some(Signed);
    }
    None
}

/// What a ZIP archive holds, by the names of its entries.
fn zip_kind(bytes: &[u8]) -> BinaryKind {
    let names: [(&[u8], BinaryKind); 6] = [
        (b"xl/workbook.", BinaryKind::Spreadsheet),
        (b"word/document.", BinaryKind::Document),
        (b"ppt/presentation.", BinaryKind::Presentation),
        (b"vnd.oasis.opendocument.spreadsheet", BinaryKind::Spreadsheet),
        (b"vnd.oasis.opendocument.text", BinaryKind::Document),
        (b"vnd.oasis.opendocument.presentation", BinaryKind::Presentation),
    ];
    names
        .iter()
        .find(|(name, _)| memmem::find(bytes, name).is_some())
        .map_or(BinaryKind::Archive, |(_, kind)| *kind)
}

/// What an OLE file (Office before 2007) holds, by the names of its streams, which are in UTF-16.
fn ole_kind(bytes: &[u8]) -> BinaryKind {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &name).is_some()
    };
    if has("Workbook") || has("Book") {
        BinaryKind::Spreadsheet
    } else if has("WordDocument") {
        BinaryKind::Document
    } else if has("PowerPoint Document") {
        BinaryKind::Presentation
    } else {
        BinaryKind::Unknown
    }
}

/// Whether a text is a web page. A table in text may hold tags too (`<b>01.01</b>`): only what starts as pages do counts.
pub fn is_html(text: &str) -> bool {
    let text = text.trim_start();
    ["<!doctype html", "<html", "<head", "<body", "<table", "<div"].iter().any(|start| {
        text.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start))
            && text[start.len()..].starts_with(|c: char| c == '>' || c.is_whitespace())
    })
}

/// How sure the start of a text is that it is JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonStart {
    /// It is, well written or not.
    Surely,
    /// It may be: `[1] x` is none, `[1, {"objective": "x"}]` is.
    Perhaps,
    /// It is not.
    No,
}

/// Whether a text starts as JSON does.
pub fn json_start(text: &str) -> JsonStart {
    let mut rest = text.trim_start().chars();
    match rest.next() {
        Some('{') => JsonStart::Surely,
        Some('[') => match rest.as_str().trim_start().chars().next() {
            Some('{' | '[' | '"') | None => JsonStart::Surely,
            Some(_) => JsonStart::Perhaps,
        },
        _ => JsonStart::No,
    }
}
