// SPDX-License-Identifier: AGPL-3.0-or-later
//! A person's name as texts are searched for it, and how far the words of a text are of it.
//!
//! Never here: what stands for it (see `names`).

use std::borrow::Cow;
use std::sync::Arc;

use super::text::{Word, is_initial, words};
use crate::reading::people::{given_names, is_given_name, is_particle};

/// A name as texts are searched for it.
pub(super) struct Person {
    /// What stands for it.
    pub label: Arc<str>,
    /// Its words, and such of them as are written as one too: `De Luca`, `Deluca`.
    pub words: Vec<(String, Part)>,
    /// Whether a cell of people has it.
    pub is_of_cell: bool,
    /// The first letters of its words.
    initials: Vec<char>,
    /// Its given names, or their first letters where these are all that is known.
    given: Vec<String>,
}

/// What a word is in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Given,
    Surname,
    /// `de`, `di`.
    Particle,
}

/// A name found in a text: how many words it has, and whether a surname and a given name are in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Match {
    pub count: usize,
    pub has_surname: bool,
    pub has_given: bool,
}

impl Person {
    pub fn new(name: &str, label: Arc<str>, is_of_cell: bool) -> Self {
        let known = given_names(name);
        let part = |letters: &String| match () {
            () if is_particle(letters) => Part::Particle,
            // A word that no list knows as a given name may be a surname, wherever it stands.
            () if known.contains(letters) && is_given_name(letters) => Part::Given,
            () => Part::Surname,
        };
        let mut parts: Vec<(String, Part)> = Vec::new();
        let (mut initials, mut given) = (Vec::new(), Vec::new());
        for Word { letters, end, .. } in words(name) {
            let letters = letters.into_owned();
            initials.extend(letters.chars().next());
            match letters.chars().count() {
                // The D of D'Angelo, and the initial of E. Novarese.
                1 if name[end..].starts_with(['\'', '’']) => parts.push((letters, Part::Particle)),
                1 => given.push(letters),
                _ if letters.chars().any(char::is_alphabetic) => {
                    let part = part(&letters);
                    if part == Part::Given {
                        given.push(letters.clone());
                    }
                    parts.push((letters, part));
                }
                _ => {}
            }
        }
        parts.extend(as_one(&parts));
        Self { label, words: parts, is_of_cell, initials, given }
    }

    /// The most words from the first on that are of this name, each next to the other.
    pub fn longest(&self, text: &str, words: &[Word]) -> Match {
        let mut found = Match::default();
        let mut left: Vec<&(String, Part)> = self.words.iter().collect();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            if at > 0 && !is_gap(&text[words[at - 1].end..word.start]) {
                break;
            }
            // Each word of a name is there once: Rossi, Rossi Anna are two people.
            let mut take = |word: &str| {
                let place = left.iter().position(|(letters, _)| letters == word);
                place.map(|place| left.swap_remove(place).1)
            };
            let one = take(&word.letters).map(|part| (1, part));
            let taken = one.or_else(|| {
                joined(text, &words[at..]).find_map(|(count, letters)| Some((count, take(&letters)?)))
            });
            let end = at + taken.map_or(1, |(count, _)| count);
            match taken.map(|(_, part)| part) {
                Some(Part::Surname) => found = Match { count: end, has_surname: true, ..found },
                Some(Part::Given) => found = Match { count: end, has_given: true, ..found },
                Some(Part::Particle) => {}
                // Rossi M., but not the M that begins the next sentence.
                None if self.has_initial(word) && (at == 0 || text[word.end..].starts_with('.')) => {
                    found.count = if found.has_surname { end } else { found.count };
                }
                None => break,
            }
            at = end;
        }
        found
    }

    fn has_initial(&self, word: &Word) -> bool {
        is_initial(word) && word.letters.chars().next().is_some_and(|letter| self.initials.contains(&letter))
    }

    /// Whether these given names may be this person's, as far as theirs are known.
    pub fn may_be_called(&self, given: &[Cow<str>]) -> bool {
        let is_short = |word: &str| word.chars().count() == 1;
        let is_same = |a: &str, b: &str| match is_short(a) || is_short(b) {
            true => a.chars().next() == b.chars().next(),
            false => a == b,
        };
        let is_own = |word: &Cow<str>| self.given.iter().any(|own| is_same(own, word));
        self.given.is_empty() || given.is_empty() || given.iter().any(is_own)
    }
}

/// Surnames of several words as they are written in one: `deluca` of De Luca, `dangelo` of D'Angelo.
fn as_one(parts: &[(String, Part)]) -> Vec<(String, Part)> {
    let mut all = Vec::new();
    let mut before = String::new();
    for (letters, part) in parts {
        match part {
            Part::Particle => before.push_str(letters),
            Part::Surname if !before.is_empty() => {
                all.push((std::mem::take(&mut before) + letters, Part::Surname));
            }
            Part::Surname | Part::Given => before.clear(),
        }
    }
    all
}

/// What the first two and three words are as one, if all but the last are such as surnames begin with: `De Luca`, which
/// a cell may have as Deluca.
pub(super) fn joined(text: &str, words: &[Word]) -> impl Iterator<Item = (usize, String)> {
    let is_beside = |a: &Word, b: &Word| {
        let between = &text[a.end..b.start];
        between.chars().count() <= 2 && between.chars().all(|c| c.is_whitespace() || matches!(c, '\'' | '’'))
    };
    let begins = |word: &Word| is_particle(&word.letters) || text[word.end..].starts_with(['\'', '’']);
    let pairs = words.windows(2).take(2);
    let count = pairs.take_while(|pair| begins(&pair[0]) && is_beside(&pair[0], &pair[1])).count();
    (2..=count + 1).map(|count| (count, words[..count].iter().map(|word| &*word.letters).collect()))
}

/// Whether what stands between two words lets them be one name.
fn is_gap(between: &str) -> bool {
    between.chars().count() <= 3
        && between.chars().all(|c| c.is_whitespace() || matches!(c, '.' | ',' | '\'' | '’' | '-'))
}
