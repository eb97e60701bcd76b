// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of a text as names are looked for in it.
//!
//! Never here: whose name it is (see `names`).

use std::borrow::Cow;

use crate::import::value::is_invisible;
use crate::reading::people::name_letter;

/// A word: letters and digits, without what parts them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'t> {
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its letters, folded.
    pub letters: Cow<'t, str>,
    /// Whether it begins with a capital.
    pub is_capital: bool,
}

impl<'t> Word<'t> {
    /// Goes on with a letter that stands in the text as it is compared.
    fn push(&mut self, text: &'t str, at: usize, end: usize) {
        match &mut self.letters {
            Cow::Borrowed(letters) if letters.len() == at - self.start => *letters = &text[self.start..end],
            letters => letters.to_mut().push_str(&text[at..end]),
        }
        self.end = end;
    }
}

/// Whether a word is a single letter that is a capital.
pub fn is_initial(word: &Word) -> bool {
    word.is_capital && word.letters.chars().count() == 1
}

/// The words of a text. An accent that is a character of its own belongs to its letter, and what nobody sees (a soft
/// hyphen, a joiner) parts no word.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word> = Vec::new();
    let mut is_within = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        // Most letters stand as they are compared.
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            match words.last_mut().filter(|_| is_within) {
                Some(word) => word.push(text, at, end),
                None => words.push(Word { start: at, end, letters: text[at..end].into(), is_capital: false }),
            }
            is_within = true;
            continue;
        }
        let letter = name_letter(c).or_else(|| c.is_numeric().then_some(c));
        let several = if c.is_ascii() { "" } else { several(c) };
        if letter.is_none() && several.is_empty() {
            match words.last_mut().filter(|_| is_within && is_mark(c)) {
                Some(word) => word.end = end,
                None => is_within = false,
            }
            continue;
        }
        if !is_within {
            is_within = true;
            words.push(Word { start: at, end, letters: Cow::default(), is_capital: c.is_uppercase() });
        }
        if let Some(word) = words.last_mut() {
            word.end = end;
            match letter.filter(|_| several.is_empty()) {
                Some(letter) => word.letters.to_mut().push(letter),
                None => word.letters.to_mut().push_str(several),
            }
        }
    }
    words
}

/// The letters of one that is several, folded: a ligature, as PDF files have them.
fn several(c: char) -> &'static str {
    match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ß' | 'ẞ' => "ss",
        _ => "",
    }
}

/// Whether a character belongs to the letter before it, or is not seen.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}') || is_invisible(c)
}

/// JSON in which each text is covered, keys too. What is covered is written anew, whatever escapes it was in; all else
/// stays as it is.
pub fn in_json(json: &str, cover: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('"') {
        let (before, text) = rest.split_at(at);
        out.push_str(&cover(before));
        let end = end_of_text(text);
        let written = &text[..end];
        match serde_json::from_str::<String>(written) {
            Ok(said) => match cover(&said) {
                covered if covered == said => out.push_str(written),
                covered => out.push_str(&serde_json::Value::String(covered).to_string()),
            },
            // No JSON after all: a value that came in a link is any text.
            Err(_) => out.push_str(&cover(written)),
        }
        rest = &text[end..];
    }
    out.push_str(&cover(rest));
    out
}

/// Where a text of JSON ends that begins here, with its quotation marks.
fn end_of_text(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            b'"' if !is_escaped => return at + 1,
            _ => is_escaped = byte == b'\\' && !is_escaped,
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_its_letters_however_they_are_written() {
        let letters = |text| words(text).into_iter().map(|word| word.letters).collect::<Vec<_>>();
        assert_eq!(letters("D’Angelo, E.NOVARESE"), ["d", "angelo", "e", "novarese"]);
        assert_eq!(letters("Mu\u{308}ller Cò Hodžić"), ["muller", "co", "hodzic"]);
        assert_eq!(letters("Nova\u{ad}rese \u{200b}Ba\u{200d}zzi\u{feff}"), ["novarese", "bazzi"]);
        assert_eq!(letters("Raﬀaele Garoﬁ Weiß"), ["raffaele", "garofi", "weiss"]);
    }

    #[test]
    fn texts_of_json_are_covered_in_whatever_escapes_and_nothing_else_changes() {
        let cover = |text: &str| text.replace("Bazzi", "[omissis]");
        for (json, covered) in [
            (r#""Referente:\nBazzi""#, r#""Referente:\n[omissis]""#),
            (r#"["B\u0061zzi", {"\tBazzi": 1}]"#, r#"["[omissis]", {"\t[omissis]": 1}]"#),
            (r#""a \"b\" Bazzi\\""#, r#""a \"b\" [omissis]\\""#),
            (r#""\ud800 Bazzi" Bazzi"#, r#""\ud800 [omissis]" [omissis]"#),
        ] {
            assert_eq!(in_json(json, cover), covered);
        }
        for kept in [
            r#""a\\u0041""#,
            r#""\u000a\"\u0022\\""#,
            r#""\ud83d\ude00""#,
            r"\",
            r"\u12",
            "é\\é",
            "\"",
            "1.50",
        ] {
            assert_eq!(in_json(kept, cover), kept);
        }
    }
}
