// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whose name a name is, and what stands in its place: a role and a letter, the same all through the plan.
//!
//! Who answers for an objective is `Responsabile A`, whoever works on one besides `Collaboratore B`, and whoever is named
//! elsewhere only `Persona C` (`named`): letters in the order in which the plan names people, which says nothing of how
//! anything went. Names that are one person's by the user's word have one letter. Within texts a name is covered in full
//! and by its surname alone, in whatever case, and by a given name alone where it is written as a name (`person`). Never
//! here: a name of a cell let through because it is a word too; a surname like Porta is covered wherever it stands. Of
//! those whom no cell names that would cover what nobody meant, so that their surnames are covered with capitals.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::labels::{Letters, Role, labels};
use super::named;
use super::person::{Match, Part, Person, joined};
use super::text::{Word, is_initial, words};
use crate::plan::{Objective, People, Plan};
use crate::reading::people::{Register, is_given_name};

/// What stands for a name that may be one of several people's, and for the name in an address of mail.
const SOMEBODY: &str = "[omissis]";

/// How many words a name in an address of mail has at most.
const MOST_LOCAL: usize = 6;

/// The people of a plan, and what stands for each.
pub struct Cover {
    register: Register,
    /// For each member of the register, what stands for it; nothing for offices and groups.
    labels: Vec<Option<Arc<str>>>,
    people: Vec<Person>,
    /// By word: whose name it is in.
    bearers: FxHashMap<String, Vec<u32>>,
}

/// A name found in a text: the places of its words, and whose it is, where that is one person.
#[derive(Debug, Clone, Copy)]
struct Found {
    from: usize,
    to: usize,
    who: Option<u32>,
    is: Match,
}

impl Cover {
    /// Of a plan, with all that the user corrected in it and decided on its names.
    pub fn new(plan: &Plan) -> Self {
        let register = Register::new(&with_decided(plan));
        let mut letters = Letters::default();
        let labels = labels(&register, &mut letters);
        let mut cover = Self { labels, register, people: Vec::new(), bearers: FxHashMap::default() };
        let mut within = Vec::new();
        for at in 0..cover.register.members().len() {
            let member = cover.register.member(at as u32);
            match cover.labels[at].clone() {
                Some(label) => cover.bear(Person::new(&member.name.clone(), label, true)),
                None => {
                    let role = Role::of(&cover.register, at as u32);
                    within.extend(named::within(&member.name).into_iter().map(|name| (name, role)));
                }
            }
        }
        within.iter().for_each(|(name, role)| cover.join(name, *role, true, &mut letters));
        named::elsewhere(plan).iter().for_each(|name| cover.join(name, Role::Other, false, &mut letters));
        cover
    }

    /// Takes in somebody who is no member of the register, unless what stands for the name is known.
    fn join(&mut self, name: &str, role: Role, is_of_cell: bool, letters: &mut Letters) {
        let words = words(name);
        let is_known = |found: &[Found]| matches!(found, [one] if one.who.is_some() && (one.from, one.to) == (0, words.len()));
        if !is_known(&self.matches(name, &words, true)) {
            self.bear(Person::new(name, letters.next(role), is_of_cell));
        }
    }

    fn bear(&mut self, person: Person) {
        let at = self.people.len() as u32;
        for (word, _) in &person.words {
            let bearers = self.bearers.entry(word.clone()).or_default();
            if bearers.last() != Some(&at) {
                bearers.push(at);
            }
        }
        self.people.push(person);
    }

    /// Whether a word, folded, begins what stands for a name.
    pub fn is_label(word: &str) -> bool {
        Role::ALL.iter().any(|role| role.name().eq_ignore_ascii_case(word))
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

    /// What was searched, in which also a part of a name is covered: whoever searches types some of it, in any case.
    pub fn search(&self, search: &str) -> String {
        let covered = self.text(search);
        let is_of_name = |word: &Word| {
            let parts = self.people.iter().flat_map(|person| &person.words);
            let mut parts = parts.filter(|(_, part)| *part != Part::Particle);
            word.letters.chars().count() > 2 && parts.any(|(name, _)| name.contains(&*word.letters))
        };
        match covered == search && words(search).iter().any(is_of_name) {
            true => SOMEBODY.to_owned(),
            false => covered,
        }
    }

    fn covered(&self, text: &str, with_given: bool) -> String {
        let words = words(text);
        let mut out = String::new();
        let mut done = 0;
        for Found { from, to, who, .. } in self.matches(text, &words, with_given) {
            let (first, last) = (&words[from], &words[to - 1]);
            out.push_str(&text[done..first.start]);
            out.push_str(who.map_or(SOMEBODY, |who| &self.people[who as usize].label));
            // The dot of an initial goes with it.
            done = last.end + usize::from(is_initial(last) && text[last.end..].starts_with('.'));
        }
        out.push_str(&text[done..]);
        out
    }

    /// The names in a text, in its order.
    fn matches(&self, text: &str, words: &[Word], with_given: bool) -> Vec<Found> {
        let mut all: Vec<Found> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let found = match local(text, &words[at..]) {
                Some(count) => Some(self.in_address(text, &words[at..at + count])),
                None => self.found(text, &words[at..], with_given),
            };
            match found {
                Some(Found { from, to, who, is }) => {
                    all.push(Found { from: at + from, to: at + to, who, is });
                    at += to;
                }
                None => at += 1,
            }
        }
        self.grown(text, words, all)
    }

    /// The name in an address of mail: all before its `@`.
    fn in_address(&self, text: &str, words: &[Word]) -> Found {
        let names = (0..words.len()).filter_map(|at| self.found(text, &words[at..], true));
        let surname = names.filter(|found| found.is.has_surname).find_map(|found| found.who);
        Found { from: 0, to: words.len(), who: surname, is: Match::default() }
    }

    /// The name with which words begin.
    fn found(&self, text: &str, words: &[Word], with_given: bool) -> Option<Found> {
        let first = words.first()?;
        // An initial is before the surname that tells whose it is.
        let tells = usize::from(is_initial(first));
        let one = words.get(tells).and_then(|word| self.bearers.get(&*word.letters));
        let several = (0..=tells)
            .filter_map(|at| words.get(at..).and_then(|words| self.bearers_of_joined(text, words)));
        let mut best: Option<(Match, Option<u32>)> = None;
        for &at in one.into_iter().chain(several).flatten() {
            let person = &self.people[at as usize];
            let found = person.longest(text, words);
            let is_name = found.has_surname || with_given && first.is_capital;
            if found.count == 0 || !is_name || !person.is_of_cell && found.count == 1 && !first.is_capital {
                continue;
            }
            let label = |who: Option<u32>| who.map(|who| &self.people[who as usize].label);
            best = match best {
                Some((known, who))
                    if known.count == found.count && known.has_surname == found.has_surname =>
                {
                    Some((known, who.filter(|_| label(who) == Some(&person.label))))
                }
                Some(known) if known.0.count >= found.count => Some(known),
                _ => Some((found, Some(at))),
            };
        }
        best.map(|(is, who)| Found { from: 0, to: is.count, who, is })
    }

    fn bearers_of_joined(&self, text: &str, words: &[Word]) -> Option<&Vec<u32>> {
        joined(text, words).find_map(|(_, letters)| self.bearers.get(&letters))
    }

    /// Surnames with the given names beside them: where a cell says `E. Novarese`, Elena Novarese is one name.
    fn grown(&self, text: &str, words: &[Word], all: Vec<Found>) -> Vec<Found> {
        let mut out: Vec<Found> = Vec::with_capacity(all.len());
        let mut rest = all.into_iter().peekable();
        while let Some(mut found) = rest.next() {
            let has_surname = found.is.has_surname;
            let (mut given, mut is_own) = (Vec::new(), found.is.has_given);
            let is_small = !words[found.from].is_capital;
            while has_surname && found.from > 0 {
                let (word, next) = (&words[found.from - 1], &words[found.from]);
                let is_name = is_given_name(&word.letters) && (word.is_capital || is_small)
                    || is_initial(word) && text[word.end..].starts_with('.');
                if !is_name || !is_beside(&text[word.end..next.start]) {
                    break;
                }
                // What is found already is another's name, unless it is a given name alone.
                if let Some(before) = out.last().filter(|before| before.to == found.from).copied() {
                    if before.is.has_surname || !before.is.has_given {
                        break;
                    }
                    is_own |= before.who.is_some() && before.who == found.who;
                    out.pop();
                    found.from = before.from;
                    given.extend(words[before.from..before.to].iter().map(|word| word.letters.clone()));
                } else {
                    found.from -= 1;
                    given.push(word.letters.clone());
                }
            }
            let next = rest.peek().copied();
            let ends_before = next.map_or(words.len(), |next| next.from);
            // A given name just before the next surname is that one's.
            let is_next = |at: usize| {
                let next = next.filter(|next| next.from == at + 1 && next.is.has_surname);
                next.is_some_and(|next| is_beside(&text[words[at].end..words[next.from].start]))
            };
            while has_surname && found.to < ends_before && !is_next(found.to) {
                let (last, word) = (&words[found.to - 1], &words[found.to]);
                let is_name = is_given_name(&word.letters) && word.is_capital;
                if !is_name || !text[last.end..word.start].chars().all(char::is_whitespace) {
                    break;
                }
                given.push(word.letters.clone());
                found.to += 1;
            }
            // Another given name is another person's.
            let may_be = |who: &u32| is_own || self.people[*who as usize].may_be_called(&given);
            found.who = found.who.filter(may_be);
            out.push(found);
        }
        out
    }
}

/// How many words there are before the `@` of an address of mail that words begin with.
fn local(text: &str, words: &[Word]) -> Option<usize> {
    for (at, word) in words.iter().enumerate().take(MOST_LOCAL) {
        let after = &text[word.end..];
        if after.starts_with('@') {
            return Some(at + 1);
        }
        let next = words.get(at + 1)?;
        if next.start != word.end + 1 || !after.starts_with(['.', '_', '-', '+']) {
            return None;
        }
    }
    None
}

/// Whether what stands between two words leaves them side by side.
fn is_beside(between: &str) -> bool {
    between.chars().count() <= 2 && between.chars().all(|c| c.is_whitespace() || matches!(c, '.' | '-'))
}

/// The plan with what the user put in place of its people beside them, and the names that were decided on, so that all
/// names are known.
fn with_decided(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    let people = |names: &[Arc<str>]| People { cell: String::new(), names: names.to_vec() };
    let corrected = plan.corrections_of_place().map(|one| Objective {
        responsible: people(one.responsible.as_deref().unwrap_or_default()),
        support: people(one.support.as_deref().unwrap_or_default()),
        ..Objective::default()
    });
    let same = plan.people.same.iter().map(Vec::as_slice);
    let decided = same.chain(plan.people.different.iter().map(<[_; 2]>::as_slice));
    let decided = decided.map(|names| Objective { support: people(names), ..Objective::default() });
    let more: Vec<_> = corrected.chain(decided).collect();
    if !more.is_empty() {
        plan.objectives_mut().extend(more);
    }
    plan
}

/// Words of people's names that the plan's cells have, folded, but for particles: for tests.
pub fn words_of_names(plan: &Plan) -> FxHashSet<String> {
    let cover = Cover::new(plan);
    let of_cells = cover.people.iter().filter(|person| person.is_of_cell);
    let words = of_cells.flat_map(|person| &person.words);
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
            ("scrivere a e.novarese@comune.it", "scrivere a Responsabile A@comune.it"),
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
