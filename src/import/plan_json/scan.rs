// SPDX-License-Identifier: AGPL-3.0-or-later
//! One pass over a text that is JSON: where each value begins and ends.
//!
//! It is exactly as strict as serde_json, which a property test holds it to, and several times faster, since it decodes
//! nothing. What is wrong with a text that is none is for [`super::fault`] to say. Never here: what a value means; a
//! call that goes deeper with the text.

/// A value as it is written, a part of the text.
#[derive(Debug, Clone, Copy)]
pub struct Raw<'a>(&'a str);

impl<'a> Raw<'a> {
    /// The value as it is written.
    pub fn get(self) -> &'a str {
        self.0
    }
}

/// A position in a text.
#[derive(Debug)]
pub struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// What closes the records and lists that are open, the innermost last.
    open: Vec<u8>,
}

impl<'a> Scanner<'a> {
    /// Before the first character of a text.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, open: Vec::new() }
    }

    /// How many bytes of the text were gone through.
    pub fn done(&self) -> usize {
        self.at
    }

    /// The next character that is no white space, which stays where it is; `None` at the end.
    pub fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while let b' ' | b'\n' | b'\t' | b'\r' = *bytes.get(self.at)? {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    /// The first key of the record that comes next, with its quotes.
    pub fn first_key(&mut self) -> Option<Raw<'a>> {
        self.take(b'{')?;
        self.key()
    }

    /// Takes a sign if it comes next.
    pub fn take(&mut self, sign: u8) -> Option<()> {
        (self.peek()? == sign).then(|| self.at += 1)
    }

    /// Goes through the entries of the record that comes next. `each` is handed each key, and takes its value. `None`
    /// where this is no record, or `each` says so.
    pub fn record(&mut self, mut each: impl FnMut(&mut Self, Raw<'a>) -> Option<()>) -> Option<()> {
        self.take(b'{')?;
        if self.take(b'}').is_some() {
            return Some(());
        }
        loop {
            let key = self.key()?;
            each(self, key)?;
            if self.take(b',').is_none() {
                return self.take(b'}');
            }
        }
    }

    /// Goes through the members of the list that comes next. `each` takes each of them.
    pub fn list(&mut self, mut each: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.take(b'[')?;
        if self.take(b']').is_some() {
            return Some(());
        }
        self.members(&mut each)
    }

    /// The same from the next member of a list on, which was begun before.
    pub fn members(&mut self, each: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        loop {
            each(self)?;
            if self.take(b',').is_none() {
                return self.take(b']');
            }
        }
    }

    /// The key that comes next, with its quotes.
    fn key(&mut self) -> Option<Raw<'a>> {
        (self.peek()? == b'"').then_some(())?;
        let from = self.at;
        self.string()?;
        let key = Raw(self.text.get(from..self.at)?);
        self.take(b':')?;
        Some(key)
    }

    /// The value that comes next; `None` if it is none.
    pub fn value(&mut self) -> Option<Raw<'a>> {
        self.peek()?;
        let from = self.at;
        self.open.clear();
        loop {
            match self.peek()? {
                b'"' => self.string()?,
                b'{' => {
                    self.at += 1;
                    if self.take(b'}').is_none() {
                        self.key()?;
                        self.open.push(b'}');
                        continue;
                    }
                }
                b'[' => {
                    self.at += 1;
                    if self.take(b']').is_none() {
                        self.open.push(b']');
                        continue;
                    }
                }
                b't' => self.word("true")?,
                b'f' => self.word("false")?,
                b'n' => self.word("null")?,
                _ => self.number()?,
            }
            // A value ends here, and with it perhaps those that hold it.
            loop {
                let Some(&closing) = self.open.last() else { return self.text.get(from..self.at).map(Raw) };
                if self.take(b',').is_some() {
                    if closing == b'}' {
                        self.key()?;
                    }
                    break;
                }
                self.take(closing)?;
                self.open.pop();
            }
        }
    }

    fn word(&mut self, word: &str) -> Option<()> {
        let end = self.at + word.len();
        (self.text.as_bytes().get(self.at..end)? == word.as_bytes()).then(|| self.at = end)
    }

    fn digits(&mut self) -> usize {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        count
    }

    fn sign(&mut self, signs: [u8; 2]) -> bool {
        let is = self.text.as_bytes().get(self.at).is_some_and(|byte| signs.contains(byte));
        self.at += usize::from(is);
        is
    }

    fn number(&mut self) -> Option<()> {
        self.sign([b'-'; 2]);
        // "01" is none.
        let zero = self.text.as_bytes().get(self.at) == Some(&b'0');
        let whole = self.digits();
        (whole == 1 || whole > 1 && !zero).then_some(())?;
        if self.sign([b'.'; 2]) {
            (self.digits() > 0).then_some(())?;
        }
        if self.sign(*b"eE") {
            self.sign(*b"+-");
            (self.digits() > 0).then_some(())?;
        }
        Some(())
    }

    /// Goes past the text in quotes that comes next.
    fn string(&mut self) -> Option<()> {
        let bytes = self.text.as_bytes();
        let mut at = self.at + 1;
        loop {
            at += plain(bytes.get(at..)?);
            match *bytes.get(at)? {
                b'"' => {
                    self.at = at + 1;
                    return Some(());
                }
                b'\\' => {
                    at += match bytes.get(at + 1)? {
                        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => 2,
                        b'u' if bytes.get(at + 2..at + 6)?.iter().all(u8::is_ascii_hexdigit) => 6,
                        _ => return None,
                    }
                }
                _ => return None,
            }
        }
    }
}

/// How many bytes of a text in quotes come before one that ends it, escapes, or may not stand in it.
fn plain(bytes: &[u8]) -> usize {
    let ends = |byte: u8| (byte == b'"') | (byte == b'\\') | (byte < 0x20);
    let (chunks, _) = bytes.as_chunks::<16>();
    // Whole chunks at a time: one instruction looks at all of its bytes.
    let whole = chunks.iter().take_while(|chunk| !chunk.iter().fold(false, |any, &byte| any | ends(byte)));
    let from = whole.count() * 16;
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest.iter().position(|&byte| ends(byte)).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::value::RawValue;

    fn agrees(text: &str) {
        let mut scanner = Scanner::new(text);
        let value = scanner.value().filter(|_| scanner.peek().is_none());
        let theirs = serde_json::from_str::<&RawValue>(text).ok();
        assert_eq!(value.map(Raw::get), theirs.map(RawValue::get), "{text:?}");
    }

    #[test]
    fn numbers_and_escapes_are_as_strict_as_serde_json() {
        for text in [
            "",
            " ",
            "0",
            "-0",
            "01",
            "-",
            "1.",
            ".5",
            "1.5e",
            "1e+5",
            "1E-05",
            "+1",
            "1e5.",
            "0e0",
            "00",
            "--1",
            "tru",
            "true",
            "truex",
            "nulll",
            "\"\\u00e\"",
            "\"\\u00eg\"",
            "\"\\ud800\"",
            "\"\\x\"",
            "\"a",
            "\"\t\"",
            "\"\u{7f}\"",
            "[1,]",
            "[,1]",
            "{\"a\":1,}",
            "{\"a\"}",
            "{1:2}",
            "[1 2]",
            "{}",
            "[]",
            "[[[]],{}]",
            "{\"a\":{}}",
            "[}",
            "{]",
            "[1}",
            "\u{a0}1",
            "1\u{a0}",
            "\u{feff}1",
            "\"0123456789abcde\"",
            "\"0123456789abcdef\\\"\"",
        ] {
            agrees(text);
        }
    }

    proptest! {
        #[test]
        fn it_is_exactly_as_strict_as_serde_json(text in "([\\[\\]{}:, \n\"]|\"[a-zè]{0,20}\"|\\\\[nu\"0-9a-f]{0,5}|-?[0-9]{1,3}[.]?[0-9]?[eE]?[+-]?[0-9]?|true|null|\"a\":|\t){0,12}") {
            agrees(&text);
        }

        #[test]
        fn damaged_records_too(at in 0..400_usize, sign in "[\\[\\]{}:,\"\\\\ 0a\n]?", cut in 0..4_usize) {
            let mut text = r#"[{"id": 12, "mission": "01 Servizi «istituzionali», e \"altro\"", "names": ["Ànna", "Ugo \u00e8"], "years": [2024, 2025],
                "deep": {"a": [{}, [], [[1.5e3], null]], "b": -0.25}, "ok": true, "none": null, "text": "una riga\nun'altra riga che è più lunga"}, [], 3]"#.to_owned();
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let from = places[at % places.len()];
            let to = places[(at % places.len() + cut).min(places.len() - 1)];
            text.replace_range(from..to.max(from), &sign);
            agrees(&text);
        }
    }
}
