// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whose name a name is, and what stands in its place: a role and a letter, the same all through the plan.
//!
//! Who answers for an objective is `Responsabile A`, whoever works on one besides `Collaboratore B`: letters in the order
//! in which the plan names people, which says nothing of how anything went. Names that are one person's by the user's
//! word have one letter. Within texts a name is covered in full and by its surname alone, in whatever case, and by a
//! given name alone where it is written as a name. Never here: a name let through because it is a word too; a surname
//! like Porta is covered wherever it stands.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::text::{Word, words};
use crate::plan::{Objective, People, Plan};
use crate::reading::people::{Kind, Register, given_names, is_given_name, is_particle};

/// What stands for a name that may be one of several people's, and for the name in an address of mail.
const SOMEBODY: &str = "[omissis]";
/// Who answers for an objective.
const RESPONSIBLE: &str = "Responsabile";
/// Who works on one.
const SUPPORT: &str = "Collaboratore";

/// The people of a plan, and what stands for each.
pub struct Cover {
    register: Register,
    /// For each member of the register, what stands for it; nothing for offices and groups.
    labels: Vec<Option<Arc<str>>>,
    people: Vec<Person>,
    /// By word: whose name it is in.
    bearers: FxHashMap<String, Vec<u32>>,
}

/// A name as texts are searched for it.
struct Person {
    label: Arc<str>,
    words: Vec<(String, Part)>,
    /// The first letters of its words.
    initials: Vec<char>,
}

/// What a word is in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Given,
    Surname,
    /// `de`, `di`.
    Particle,
}

/// A name found in a text: how many words it has, and of which surname and given name are in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Match {
    count: usize,
    has_surname: bool,
}

impl Cover {
    /// Of a plan, with all that the user corrected in it.
    pub fn new(plan: &Plan) -> Self {
        let register = Register::new(&with_corrected(plan));
        let mut cover =
            Self { labels: labels(&register), register, people: Vec::new(), bearers: FxHashMap::default() };
        for (member, label) in cover.register.members().iter().zip(&cover.labels) {
            let Some(label) = label else { continue };
            let person = Person::new(&member.name, label.clone());
            let at = cover.people.len() as u32;
            for (word, _) in &person.words {
                let bearers = cover.bearers.entry(word.clone()).or_default();
                if bearers.last() != Some(&at) {
                    bearers.push(at);
                }
            }
            cover.people.push(person);
        }
        cover
    }

    /// Whether a word, folded, begins what stands for a name.
    pub fn is_label(word: &str) -> bool {
        [RESPONSIBLE, SUPPORT].iter().any(|role| role.eq_ignore_ascii_case(word))
    }

    /// What stands for names of cells, each once.
    pub fn names(&self, names: &[Arc<str>]) -> Vec<Arc<str>> {
        let mut covered: Vec<Arc<str>> = Vec::with_capacity(names.len());
        let mut put = |name: Arc<str>| {
            if !covered.contains(&name) {
                covered.push(name);
            }
        };
        for name in names {
            match self.register.of_name(name) {
                [] => put(self.text(name).into()),
                members => members.iter().for_each(|member| put(self.member(*member))),
            }
        }
        covered
    }

    /// A cell: what stands for its names, and nothing of how they were written.
    pub fn people(&self, people: &People) -> People {
        let People { cell, names } = people;
        let cell = if names.is_empty() { self.text(cell) } else { String::new() };
        People { cell, names: self.names(names) }
    }

    /// What stands for a name by which a view selects; `None` where the plan does not have it.
    pub fn name(&self, name: &str) -> Option<String> {
        self.register.find(name).map(|member| self.member(member).to_string())
    }

    fn member(&self, at: u32) -> Arc<str> {
        match &self.labels[at as usize] {
            Some(label) => label.clone(),
            None => self.text(&self.register.member(at).name).into(),
        }
    }

    /// A text in which names are covered.
    pub fn text(&self, text: &str) -> String {
        self.covered(text, true)
    }

    /// The same for a title or the name of a body, in which a given name alone is more likely a saint's or a street's.
    pub fn heading(&self, text: &str) -> String {
        self.covered(text, false)
    }

    fn covered(&self, text: &str, with_given: bool) -> String {
        let words = words(text);
        let mut out = String::new();
        let (mut done, mut at) = (0, 0);
        while let Some(word) = words.get(at) {
            let found = match self.found(text, &words[at..], with_given) {
                None if text[word.end..].starts_with('@') => Some((1, SOMEBODY)),
                found => found,
            };
            let Some((count, label)) = found else {
                at += 1;
                continue;
            };
            let last = words.get(at + count - 1).unwrap_or(word);
            out.push_str(&text[done..word.start]);
            out.push_str(label);
            // The dot of an initial goes with it.
            let is_initial = last.letters.chars().count() == 1 && text[last.end..].starts_with('.');
            done = last.end + usize::from(is_initial);
            at += count;
        }
        out.push_str(&text[done..]);
        out
    }

    /// The name with which words begin: how many of them it has, and what stands for it.
    fn found(&self, text: &str, words: &[Word], with_given: bool) -> Option<(usize, &str)> {
        let first = words.first()?;
        // An initial is before the surname that tells whose it is.
        let is_initial = first.letters.chars().count() == 1 && first.is_capital;
        let tell = if is_initial { words.get(1)? } else { first };
        let bearers = self.bearers.get(&tell.letters)?;
        let mut best: Option<(Match, &str)> = None;
        for &at in bearers {
            let person = &self.people[at as usize];
            let found = person.longest(text, words);
            if found.count == 0 || !(found.has_surname || with_given && first.is_capital) {
                continue;
            }
            best = match best {
                Some((known, label)) if known == found && *label != *person.label => Some((known, SOMEBODY)),
                Some((known, label)) if known.count >= found.count => Some((known, label)),
                _ => Some((found, &person.label)),
            };
        }
        best.map(|(found, label)| (found.count, label))
    }
}

impl Person {
    fn new(name: &str, label: Arc<str>) -> Self {
        let given = given_names(name);
        let part = |letters: &String| match () {
            () if is_particle(letters) => Part::Particle,
            // A word that no list knows as a given name may be a surname, wherever it stands.
            () if given.contains(letters) && is_given_name(letters) => Part::Given,
            () => Part::Surname,
        };
        let mut parts = Vec::new();
        let mut initials = Vec::new();
        for Word { letters, end, .. } in words(name) {
            initials.extend(letters.chars().next());
            let is_elided = name[end..].starts_with(['\'', '’']);
            match letters.chars().count() {
                // The D of D'Angelo, and the initial of E. Novarese.
                1 if is_elided => parts.push((letters, Part::Particle)),
                1 => {}
                _ if letters.chars().any(char::is_alphabetic) => {
                    parts.push((letters.clone(), part(&letters)))
                }
                _ => {}
            }
        }
        Self { label, words: parts, initials }
    }

    /// The most words from the first on that are of this name, each next to the other.
    fn longest(&self, text: &str, words: &[Word]) -> Match {
        let mut found = Match::default();
        let mut left: Vec<&(String, Part)> = self.words.iter().collect();
        for (at, word) in words.iter().enumerate() {
            let is_near = at == 0 || is_gap(&text[words[at - 1].end..word.start]);
            // Each word of a name is there once: Rossi, Rossi Anna are two people.
            let place = left.iter().position(|(letters, _)| *letters == word.letters);
            let part = place.map(|place| left.swap_remove(place).1);
            let mut letters = word.letters.chars();
            let is_initial = letters.next().is_some_and(|letter| self.initials.contains(&letter))
                && letters.next().is_none()
                && word.is_capital;
            match part {
                _ if !is_near => break,
                Some(Part::Surname) => found = Match { count: at + 1, has_surname: true },
                Some(Part::Given) => found.count = at + 1,
                Some(Part::Particle) => {}
                // Rossi M., but not the M that begins the next sentence.
                None if is_initial && (at == 0 || text[word.end..].starts_with('.')) => {
                    found.count = if found.has_surname { at + 1 } else { found.count };
                }
                None => break,
            }
        }
        found
    }
}

/// Whether what stands between two words lets them be one name.
fn is_gap(between: &str) -> bool {
    between.chars().count() <= 3
        && between.chars().all(|c| c.is_whitespace() || matches!(c, '.' | ',' | '\'' | '’' | '-'))
}

/// The plan with what the user put in place of its people beside them, so that all names are known.
fn with_corrected(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    let people = |names: &Option<Vec<Arc<str>>>| People {
        cell: String::new(),
        names: names.clone().unwrap_or_default(),
    };
    let corrected: Vec<_> = plan
        .corrections_of_place()
        .map(|one| Objective {
            responsible: people(&one.responsible),
            support: people(&one.support),
            ..Objective::default()
        })
        .collect();
    if !corrected.is_empty() {
        plan.objectives_mut().extend(corrected);
    }
    plan
}

/// What stands for each member, and nothing for offices and groups.
fn labels(register: &Register) -> Vec<Option<Arc<str>>> {
    let mut labels: Vec<Option<Arc<str>>> = vec![None; register.members().len()];
    let mut counts = [0, 0];
    for (at, member) in (0..).zip(register.members()) {
        if member.kind != Kind::Person {
            continue;
        }
        let identity = register.identity(at) as usize;
        if labels[identity].is_none() {
            let (role, count) = match register.answers(at) {
                true => (RESPONSIBLE, &mut counts[0]),
                false => (SUPPORT, &mut counts[1]),
            };
            labels[identity] = Some(format!("{role} {}", letter(*count)).into());
            *count += 1;
        }
        labels[at as usize] = labels[identity].clone();
    }
    labels
}

/// A, B, … Z, AA, AB, …
fn letter(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (number % 26) as u8));
        match (number / 26).checked_sub(1) {
            Some(rest) => number = rest,
            None => return letters.into_iter().rev().collect(),
        }
    }
}

/// Words of people's names that the plan has, folded, but for particles: for tests and previews.
pub fn words_of_names(plan: &Plan) -> FxHashSet<String> {
    let cover = Cover::new(plan);
    let words = cover.people.iter().flat_map(|person| &person.words);
    words.filter(|(_, part)| *part == Part::Surname).map(|(letters, _)| letters.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cover(names: &[&str]) -> Cover {
        let names = names.iter().map(|name| Arc::from(*name)).collect();
        let responsible = People { cell: String::new(), names };
        Cover::new(&Plan {
            objectives: vec![Objective { responsible, ..Objective::default() }].into(),
            ..Plan::default()
        })
    }

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letter), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn names_are_covered_however_they_are_written() {
        let cover = cover(&["Elena Novarese", "Anna De Luca", "Nicolò Però", "D'Angelo Ugo"]);
        for (text, covered) in [
            ("a cura di Elena Novarese.", "a cura di Responsabile A."),
            ("NOVARESE ELENA ha firmato", "Responsabile A ha firmato"),
            ("la dott.ssa novarese", "la dott.ssa Responsabile A"),
            ("E. Novarese e A. De Luca", "Responsabile A e Responsabile B"),
            ("Novarese E. e De Luca", "Responsabile A e Responsabile B"),
            ("Incontro con Elena", "Incontro con Responsabile A"),
            ("de luca, pero e d’angelo", "Responsabile B, Responsabile C e Responsabile D"),
            ("Pero\u{300} Nicolo'", "Responsabile C'"),
            ("scrivere a e.novarese@comune.it", "scrivere a e.Responsabile A@comune.it"),
            ("scrivere a enovarese@comune.it", "scrivere a [omissis]@comune.it"),
            ("la novaresina e le ugole", "la novaresina e le ugole"),
            ("il de profundis di Luca", "il de profundis di Responsabile B"),
        ] {
            assert_eq!(cover.text(text), covered);
        }
        assert_eq!(cover.heading("Comune di Sant'Elena"), "Comune di Sant'Elena");
        assert_eq!(cover.heading("Relazione di Novarese"), "Relazione di Responsabile A");
    }

    #[test]
    fn a_name_of_two_people_is_nobodys() {
        let cover = cover(&["Anna Rossi", "Bruno Rossi", "Anna Verdi"]);
        assert_eq!(cover.text("Rossi; Anna Rossi; Anna"), "[omissis]; Responsabile A; [omissis]");
    }
}
