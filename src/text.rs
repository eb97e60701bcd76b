// SPDX-License-Identifier: AGPL-3.0-or-later
//! Small operations on text that several rooms need: folding case and accents, so that words compare as people read.
//!
//! Never here: what a text means. Folding maps each character to exactly one, so that places in the folded text are
//! places in the text itself.

use std::hash::Hasher;

use rustc_hash::FxHasher;

/// One character without case and accent; any kind of apostrophe, space or dash becomes the plain one.
///
/// ```
/// use traguardi::text::fold_char;
/// assert_eq!("Più’ CITTÀ".chars().map(fold_char).collect::<String>(), "piu' citta");
/// ```
pub fn fold_char(c: char) -> char {
    if c.is_ascii() {
        return if c == '`' { '\'' } else { c.to_ascii_lowercase() };
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
        '’' | '‘' | '´' | 'ʼ' | '′' => '\'',
        '“' | '”' | '«' | '»' | '„' => '"',
        '–' | '—' | '−' | '‐' | '‑' => '-',
        // No-break and other fixed spaces: office programs put them where people see a space.
        '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2009}' => ' ',
        _ => lower_case(c),
    }
}

/// The lower case of a Latin, Greek or Cyrillic capital beyond ASCII, where it is one character too, so that places stay
/// places. Rules instead of the standard library's table, which for the case of every script of the world weighs eleven
/// kilobytes; of these scripts it leaves out what only phonetics, and Greek before 1982, write.
fn lower_case(c: char) -> char {
    let code = u32::from(c);
    let lower = match code {
        // Capitals and small letters by turns, the capital first: at an even code, or at an odd one.
        0x100..=0x12f
        | 0x132..=0x137
        | 0x14a..=0x177
        | 0x1de..=0x1ef
        | 0x1f8..=0x21f
        | 0x222..=0x233
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => code | 1,
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc | 0x4c1..=0x4ce => code + (code & 1),
        0x178 => 0xff,
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e..=0x38f => code + 63,
        0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => code + 32,
        0x400..=0x40f => code + 80,
        0x4c0 => 0x4cf,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(c)
}

/// A text without case and accents, character by character.
pub fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

/// The letters and digits of a text, folded, and nothing else: for comparing headings and names however they are
/// spaced and punctuated.
pub fn skeleton(text: &str) -> String {
    bones(text).collect()
}

fn bones(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(fold_char).filter(|c| c.is_alphanumeric())
}

/// A number that two texts of one [`skeleton`] share, and others hardly ever: to find the few among many that need be
/// compared.
pub fn skeleton_mark(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    bones(text).for_each(|c| hasher.write_u32(c.into()));
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_apostrophe_is_the_plain_one() {
        assert_eq!(fold("attivita` e´ dell’ l‘ d′"), "attivita' e' dell' l' d'");
    }

    #[test]
    fn texts_of_one_skeleton_have_one_mark() {
        assert_eq!(skeleton_mark("Approvato, il PIANO è"), skeleton_mark("approvato il piano e’!"));
        assert_ne!(skeleton_mark("approvato il piano"), skeleton_mark("approvato il piani"));
    }

    #[test]
    fn lower_case_is_that_of_unicode() {
        // Latin Extended-B for phonetics and African languages, U+0180 to U+01CC and from U+0234, goes by no rule.
        let blocks =
            [0x80..=0x17f, 0x1cd..=0x1f0, 0x1f8..=0x21f, 0x221..=0x239, 0x370..=0x3cd, 0x400..=0x52f];
        let more = [0x1e00..=0x1e9d, 0x1e9f..=0x1eff, 0x2000..=0x206f, 0x4e00..=0x4e20];
        // Archaic Greek letters.
        let archaic = [0x370, 0x372, 0x376, 0x37f];
        for c in blocks.into_iter().chain(more).flatten().filter(|c| !archaic.contains(c)) {
            let c = char::from_u32(c).expect("no surrogate");
            let mut lower = c.to_lowercase();
            let expected = match (lower.next(), lower.next()) {
                (Some(one), None) => one,
                _ => c,
            };
            assert_eq!(lower_case(c), expected, "{c:?}");
        }
    }
}
