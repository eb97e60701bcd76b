// SPDX-License-Identifier: AGPL-3.0-or-later
//! Small operations on text that several rooms need: folding case and accents, so that words compare as people read.
//!
//! Never here: what a text means. Folding maps each character to exactly one, so that places in the folded text are
//! places in the text itself.

/// One character without case and accent; any kind of apostrophe, space or dash becomes the plain one.
///
/// ```
/// use traguardi::text::fold_char;
/// assert_eq!("Più’ CITTÀ".chars().map(fold_char).collect::<String>(), "piu' citta");
/// ```
pub fn fold_char(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' => 'a',
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' => 'u',
        'ç' | 'Ç' => 'c',
        'ñ' | 'Ñ' => 'n',
        'š' | 'Š' => 's',
        'ž' | 'Ž' => 'z',
        '’' | '‘' | '`' | '´' | 'ʼ' | '′' => '\'',
        '“' | '”' | '«' | '»' | '„' => '"',
        '–' | '—' | '−' | '‐' | '‑' => '-',
        // No-break and other fixed spaces: office programs put them where people see a space.
        '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2009}' => ' ',
        // Only where lower case is one character too, so that places stay places.
        _ => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(one), None) => one,
                _ => c,
            }
        }
    }
}

/// A text without case and accents, character by character.
pub fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

/// The letters and digits of a text, folded, and nothing else: for comparing headings and names however they are
/// spaced and punctuated.
pub fn skeleton(text: &str) -> String {
    text.chars().map(fold_char).filter(|c| c.is_alphanumeric()).collect()
}
