// SPDX-License-Identifier: AGPL-3.0-or-later
//! What may still be a person's name in a plan without names, for whoever sends it to look at.
//!
//! Never here: a claim that there is no other.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::names::Cover;
use super::text::{Word, words};
use crate::plan::{DocumentKind, Kept, Plan};
use crate::reading::people::is_given_name;

/// How many words of a row are told as one: names are shorter, and what is longer is told in parts.
const MOST_WORDS: usize = 6;

/// What looks like a person's name in a plan without names ([`super::without_names`]), as it is written and each once:
/// words with capitals, one after the other, of which of every two neighbours one is a given name. Pairs that share a word
/// are told as one (`Piazza Giuseppe Garibaldi`).
pub fn suspects(plan: &Plan) -> Vec<Arc<str>> {
    let mut seen = FxHashSet::default();
    let mut found = Vec::new();
    for text in texts(plan).filter(|text| may_have_row(text)) {
        let words = words(text);
        let is_name = |word: &Word| word.is_capital && word.letters.chars().count() > 2;
        let is_given = |word: &Word| is_given_name(&word.letters);
        let is_pair = |a: &Word, b: &Word| {
            is_name(a)
                && is_name(b)
                && text[a.end..b.start] == *" "
                && !Cover::is_label(&a.letters)
                && (is_given(a) || is_given(b))
        };
        let mut from = 0;
        while let Some(first) = words.get(from) {
            let row =
                words[from..].windows(2).take(MOST_WORDS - 1).take_while(|two| is_pair(&two[0], &two[1]));
            let to = from + row.count();
            if to > from {
                let name: Arc<str> = text[first.start..words[to].end].into();
                if seen.insert(name.clone()) {
                    found.push(name);
                }
            }
            // A row that was cut goes on from its last word.
            from = to.max(from + 1);
        }
    }
    found
}

/// Whether a capital follows a word and a space: most texts need no closer look.
fn may_have_row(text: &str) -> bool {
    let is_of_word = |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let mut spaces = text.match_indices(' ').map(|(at, _)| at);
    spaces.any(|at| {
        at > 0
            && is_of_word(text.as_bytes()[at - 1])
            && text[at + 1..].chars().next().is_some_and(char::is_uppercase)
    })
}

/// The texts that people wrote.
fn texts(plan: &Plan) -> impl Iterator<Item = &str> {
    let header = &plan.header;
    let other = header.kind.as_ref().and_then(|kind| match kind {
        DocumentKind::Other(written) => Some(written),
        _ => None,
    });
    let of_header = [&header.title, &header.body].into_iter().flatten().chain(other).map(String::as_str);
    let of_objectives = plan.objectives.iter().flat_map(|one| {
        let indicators = one.indicators.iter().flat_map(|indicator| {
            [&indicator.text, &indicator.expected, &indicator.actual].map(String::as_str)
        });
        let cells = [&one.responsible, &one.support].into_iter();
        let cells = cells.flat_map(|people| people.names.iter().map(AsRef::as_ref).chain([&*people.cell]));
        [&one.objective, &one.purpose, &one.office, &one.outcome, &one.deadline]
            .map(String::as_str)
            .into_iter()
            .chain(indicators)
            .chain(cells)
            .chain(of_kept(&one.kept))
    });
    let notes = plan.corrections.iter().map(|one| one.note.as_str());
    let dismissed = plan.dismissed.iter().map(|one| one.note.as_str());
    let views = plan.views.iter().map(|view| view.name.as_str());
    of_header.chain(of_objectives).chain(notes).chain(dismissed).chain(views).chain(of_kept(&plan.kept))
}

fn of_kept(all: &[Kept]) -> impl Iterator<Item = &str> {
    all.iter().flat_map(|kept| [kept.name.as_str(), kept.value.as_str()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_that_share_a_word_are_told_as_one_and_no_word_of_a_long_row_is_lost() {
        let found = |text: &str| {
            let kept = Kept { name: "Note".into(), value: crate::plan::KeptValue::Text(text.into()) };
            suspects(&Plan { kept: vec![kept], ..Plan::default() })
        };
        let told = |text: &str, names: &[&str]| {
            let found = found(text);
            assert_eq!(found.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), names, "{text}");
        };
        told("Lavori in Piazza Giuseppe Garibaldi", &["Piazza Giuseppe Garibaldi"]);
        told("Maria Teresa Bruni, e Anna Bruni", &["Maria Teresa Bruni", "Anna Bruni"]);
        // What is not next to the other, or is no name, parts them.
        told("sentiti Anna Bruni. Luca Neri con Ugo", &["Anna Bruni", "Luca Neri"]);
        told("Responsabile Anna Bruni", &["Anna Bruni"]);
        told("la scuola Mario Rossi e Via Roma", &["Mario Rossi"]);
        told("anna Bruni, ANNA B, Anna", &[]);
        let row = ["Anna", "Luca", "Maria", "Ugo", "Elena", "Dario", "Paolo", "Bruni"].join(" ");
        told(&row, &["Anna Luca Maria Ugo Elena Dario", "Dario Paolo Bruni"]);
    }
}
