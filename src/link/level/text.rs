// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of a text as names are looked for in it.
//!
//! Never here: whose name it is (see `names`).

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::names::Cover;
use crate::plan::Plan;
use crate::reading::people::{is_given_name, name_letter};

/// A word: letters and digits, without what parts them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its letters, folded.
    pub letters: String,
    /// Whether it begins with a capital.
    pub is_capital: bool,
}

/// The words of a text. An accent that is a character of its own belongs to its letter.
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut is_within = false;
    for (at, c) in text.char_indices() {
        let is_mark = matches!(c, '\u{300}'..='\u{36f}');
        let letter = name_letter(c).or_else(|| c.is_numeric().then_some(c));
        let end = at + c.len_utf8();
        match (letter, words.last_mut().filter(|_| is_within)) {
            (None, Some(word)) if is_mark => word.end = end,
            (None, _) => is_within = false,
            (Some(letter), Some(word)) => {
                word.letters.push(letter);
                word.end = end;
            }
            (Some(letter), None) => {
                is_within = true;
                words.push(Word { start: at, end, letters: letter.into(), is_capital: c.is_uppercase() });
            }
        }
    }
    words
}

/// JSON in which letters stand as themselves, so that a name in escapes is seen.
pub fn unescaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let code = escape.get(2..6).filter(|_| escape[1..].starts_with('u'));
        let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
        let letter = code
            .and_then(char::from_u32)
            .filter(|c| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}'));
        let length = match letter {
            Some(letter) => {
                out.push(letter);
                6
            }
            None => {
                let length = 1 + escape[1..].chars().next().map_or(0, char::len_utf8);
                out.push_str(&escape[..length]);
                length
            }
        };
        rest = &escape[length..];
    }
    out.push_str(rest);
    out
}

/// Pairs of words in the plan that look like a person's name and are none that its cells of people have, as they are
/// written and each once: a given name and another word, both with capitals. They stay in the plan without names, for a
/// person to look at.
pub fn suspects(plan: &Plan) -> Vec<Arc<str>> {
    let plan = super::without_names(plan);
    let mut seen = FxHashSet::default();
    let mut found = Vec::new();
    for text in texts(&plan) {
        let words = words(text);
        for pair in words.windows(2) {
            let [a, b] = pair else { continue };
            let is_near = text[a.end..b.start] == *" ";
            let is_name = |word: &Word| word.letters.chars().count() > 2 && word.is_capital;
            let is_given = [a, b].iter().any(|word| is_given_name(&word.letters));
            if is_near && is_name(a) && is_name(b) && is_given && !Cover::is_label(&a.letters) {
                let name: Arc<str> = text[a.start..b.end].into();
                if seen.insert(name.clone()) {
                    found.push(name);
                }
            }
        }
    }
    found
}

/// The texts that people wrote.
fn texts(plan: &Plan) -> impl Iterator<Item = &str> {
    let of_objectives = plan.objectives.iter().flat_map(|one| {
        let indicators = one.indicators.iter().flat_map(|indicator| {
            [&indicator.text, &indicator.expected, &indicator.actual].map(String::as_str)
        });
        let kept = one.kept.iter().map(|kept| kept.value.as_str());
        [&one.objective, &one.purpose, &one.office, &one.outcome]
            .map(String::as_str)
            .into_iter()
            .chain(indicators)
            .chain(kept)
    });
    let notes = plan.corrections.iter().map(|one| one.note.as_str());
    let dismissed = plan.dismissed.iter().map(|one| one.note.as_str());
    of_objectives.chain(notes).chain(dismissed).chain(plan.views.iter().map(|view| view.name.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_its_letters_however_they_are_written() {
        let letters = |text| words(text).into_iter().map(|word| word.letters).collect::<Vec<_>>();
        assert_eq!(letters("D’Angelo, E.NOVARESE"), ["d", "angelo", "e", "novarese"]);
        assert_eq!(letters("Mu\u{308}ller Cò Hodžić"), ["muller", "co", "hodzic"]);
    }

    #[test]
    fn letters_in_escapes_are_seen_and_nothing_else_changes() {
        assert_eq!(unescaped(r#""C\u0069sla\u0067hi""#), r#""Cislaghi""#);
        for kept in [r#""a\\u0041""#, r#""\u000a\"\u0022\\""#, r#""\ud83d\ude00""#, r"\", r"\u12", "é\\é"] {
            assert_eq!(unescaped(kept), kept);
        }
    }
}
