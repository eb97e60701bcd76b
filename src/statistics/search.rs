// SPDX-License-Identifier: AGPL-3.0-or-later
//! Finding objectives by words in their texts, case and accents folded.
//!
//! The texts do not depend on the method or the selection: build [`SearchTexts`] once per plan (the first time someone
//! searches), and ask it for [`SearchHits`] once per query. Never here: which filters are in force.

use borsh::{BorshDeserialize, BorshSerialize};
use memchr::{memchr, memmem, memrchr};

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

/// A text of an objective that can be searched by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
#[borsh(use_discriminant = true)]
#[repr(u8)]
pub enum Field {
    /// The code as written.
    Code = 1,
    /// What is to be achieved.
    Objective,
    /// What for.
    Purpose,
    /// Who answers for it.
    Responsible,
    /// Who works on it besides.
    Support,
    /// The indicators with what was expected and what came of it.
    Indicators,
    /// What was done.
    Outcome,
    /// The office.
    Office,
    /// By when.
    Deadline,
    /// The name of the mission.
    Mission,
    /// The name of the programme.
    Programme,
}

impl SearchTexts {
    /// The texts of a plan: code, objective, purpose, people, indicators, outcome, office, names of mission and
    /// programme. Each begins with the number of its field.
    pub fn new(plan: &Plan) -> Self {
        let mut texts = Self { folded: String::new(), ends: Vec::with_capacity(plan.objectives.len()) };
        for objective in plan.objectives.iter() {
            for_each_text(objective, |field, text| {
                if !text.is_empty() {
                    texts.folded.push(char::from(field as u8));
                    let one_line = text.chars().map(|c| if c == PARTING { ' ' } else { fold_char(c) });
                    texts.folded.extend(one_line);
                    texts.folded.push(PARTING);
                }
            });
            texts.ends.push(texts.folded.len());
        }
        texts
    }

    /// The objectives in whose texts every word of a query is found, anywhere within a word; in the texts of one field
    /// alone, where there is one.
    pub fn find(&self, query: &str, field: Option<Field>) -> SearchHits {
        let mut rows: Option<Vec<bool>> = None;
        for word in query.split_whitespace() {
            let word: String = word.chars().map(fold_char).collect();
            let found = self.with_word(&word, field);
            rows = Some(match rows {
                None => found,
                Some(rows) => rows.into_iter().zip(found).map(|(a, b)| a && b).collect(),
            });
        }
        SearchHits { rows }
    }

    /// One search through all the texts at once; hits come in their order, so the row only moves on.
    fn with_word(&self, word: &str, field: Option<Field>) -> Vec<bool> {
        let mut found = vec![false; self.ends.len()];
        let finder = memmem::Finder::new(word);
        let folded = self.folded.as_bytes();
        let (mut from, mut row) = (0, 0);
        while let Some(hit) = finder.find(&folded[from..]) {
            let hit = from + hit;
            while self.ends[row] <= hit {
                row += 1;
            }
            if let Some(field) = field {
                let text = memrchr(PARTING as u8, &folded[..hit]).map_or(0, |end| end + 1);
                if folded[text] != field as u8 {
                    // On with the next text.
                    from = memchr(PARTING as u8, &folded[hit..]).map_or(folded.len(), |end| hit + end);
                    continue;
                }
            }
            found[row] = true;
            from = self.ends[row];
        }
        found
    }
}

/// Hands out each text of an objective that is searched, with its field.
pub fn for_each_text<'o>(objective: &'o Objective, mut each: impl FnMut(Field, &'o str)) {
    each(Field::Code, &objective.code_as_written);
    each(Field::Objective, &objective.objective);
    each(Field::Purpose, &objective.purpose);
    for (field, people) in
        [(Field::Responsible, &objective.responsible), (Field::Support, &objective.support)]
    {
        each(field, &people.cell);
        // Names come from the cell, where there is one.
        if people.cell.is_empty() {
            people.names.iter().for_each(|name| each(field, name));
        }
    }
    for indicator in &objective.indicators {
        each(Field::Indicators, &indicator.text);
        each(Field::Indicators, &indicator.expected);
        each(Field::Indicators, &indicator.actual);
    }
    each(Field::Outcome, &objective.outcome);
    each(Field::Office, &objective.office);
    each(Field::Deadline, &objective.deadline);
    if let Some(name) = objective.mission.as_ref().and_then(|mission| mission.name.as_deref()) {
        each(Field::Mission, name);
    }
    if let Some(name) = objective.programme.as_ref().and_then(|programme| programme.name.as_deref()) {
        each(Field::Programme, name);
    }
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
