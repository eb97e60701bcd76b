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

/// Pairs of words in a plan without names ([`super::without_names`]) that look like a person's name, as they are written
/// and each once: a given name and another word, both with capitals.
pub fn suspects(plan: &Plan) -> Vec<Arc<str>> {
    let mut seen = FxHashSet::default();
    let mut found = Vec::new();
    for text in texts(plan) {
        let words = words(text);
        for pair in words.windows(2) {
            let [a, b] = pair else { continue };
            let is_near = text[a.end..b.start] == *" ";
            let is_name = |word: &Word| word.letters.chars().count() > 2 && word.is_capital;
            let is_given = |word: &&Word| is_given_name(&word.letters);
            let is_pair = is_near && is_name(a) && is_name(b) && [a, b].iter().any(is_given);
            if is_pair && !Cover::is_label(&a.letters) {
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
