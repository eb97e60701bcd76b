// SPDX-License-Identifier: AGPL-3.0-or-later
//! Finding objectives by words in their texts, case and accents folded.
//!
//! The texts do not depend on the method or the selection: build [`SearchTexts`] once per plan (the first time someone
//! searches), and ask it for [`SearchHits`] once per query. Never here: which filters are in force.

use memchr::memmem;

use crate::plan::{Objective, Plan};
use crate::text::fold_char;

/// The texts of a plan's objectives, folded, in one piece.
#[derive(Debug, Clone)]
pub struct SearchTexts {
    folded: String,
    /// Where the texts of each objective end.
    ends: Vec<usize>,
}

/// Parts the texts in one piece: no word that is searched contains it.
const PARTING: char = '\n';

impl SearchTexts {
    /// The texts of a plan: code, objective, purpose, people, indicators, outcome, office, names of mission and
    /// programme.
    pub fn new(plan: &Plan) -> Self {
        let mut texts = Self { folded: String::new(), ends: Vec::with_capacity(plan.objectives.len()) };
        for objective in plan.objectives.iter() {
            for_each_text(objective, |text| {
                if !text.is_empty() {
                    texts.folded.extend(text.chars().map(fold_char));
                    texts.folded.push(PARTING);
                }
            });
            texts.ends.push(texts.folded.len());
        }
        texts
    }

    /// The objectives in whose texts every word of a query is found, anywhere within a word.
    pub fn find(&self, query: &str) -> SearchHits {
        let mut rows: Option<Vec<bool>> = None;
        for word in query.split_whitespace() {
            let word: String = word.chars().map(fold_char).collect();
            let found = self.with_word(&word);
            rows = Some(match rows {
                None => found,
                Some(rows) => rows.into_iter().zip(found).map(|(a, b)| a && b).collect(),
            });
        }
        SearchHits { rows }
    }

    /// One search through all the texts at once; hits come in their order, so the row only moves on.
    fn with_word(&self, word: &str) -> Vec<bool> {
        let mut found = vec![false; self.ends.len()];
        let finder = memmem::Finder::new(word);
        let (mut from, mut row) = (0, 0);
        while let Some(hit) = finder.find(&self.folded.as_bytes()[from..]) {
            while self.ends[row] <= from + hit {
                row += 1;
            }
            found[row] = true;
            from = self.ends[row];
        }
        found
    }
}

fn for_each_text<'o>(objective: &'o Objective, mut each: impl FnMut(&'o str)) {
    each(&objective.code_as_written);
    each(&objective.objective);
    each(&objective.purpose);
    for people in [&objective.responsible, &objective.support] {
        each(&people.cell);
        // Names come from the cell, where there is one.
        if people.cell.is_empty() {
            people.names.iter().for_each(|name| each(name));
        }
    }
    for indicator in &objective.indicators {
        each(&indicator.text);
        each(&indicator.expected);
        each(&indicator.actual);
    }
    each(&objective.outcome);
    each(&objective.office);
    each(&objective.deadline);
    let mission = objective.mission.as_ref().and_then(|mission| mission.name.as_deref());
    let programme = objective.programme.as_ref().and_then(|programme| programme.name.as_deref());
    mission.into_iter().chain(programme).for_each(each);
}

/// The objectives in which a query was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchHits {
    /// For each objective, whether it was found; `None` where nothing was searched for, and so all are.
    rows: Option<Vec<bool>>,
}

impl SearchHits {
    /// All objectives: the hits of an empty query.
    pub fn all() -> Self {
        Self::default()
    }

    /// For each objective, whether it was found; `None` where all are.
    pub fn rows(&self) -> Option<&[bool]> {
        self.rows.as_deref()
    }
}
