// SPDX-License-Identifier: AGPL-3.0-or-later
//! An objective by the word of the user, where the reading of its document is overruled.
//!
//! Never here: the document's own values. They stay as they are written, and a correction can be taken back.

use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::{Mission, MissionCode, Objective, People, Percent, Plan, Programme, ProgrammeCode};

/// What the user says of one objective, instead of what was read: at least one thing besides the note.
#[derive(Debug, Clone, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Correction {
    /// The objective, from 1. One that the plan does not have changes nothing, and stays.
    pub n: u32,
    /// How it went, by the name that files give it; `None` where its degree says so.
    pub status: Option<String>,
    /// Its degree.
    pub degree: Option<Percent>,
    /// The mission or programme that it belongs to.
    pub code: Option<CorrectedCode>,
    /// The people and offices that answer for it, each as one name.
    pub responsible: Option<Vec<Arc<str>>>,
    /// Those that work on it besides.
    pub support: Option<Vec<Arc<str>>>,
    /// Why, in the user's words; empty if nothing was said.
    pub note: String,
}

impl Correction {
    /// Whether it is about how the objective went.
    pub fn is_of_outcome(&self) -> bool {
        self.status.is_some() || self.degree.is_some()
    }

    /// Whether it is about where the objective belongs and who works on it.
    pub fn is_of_place(&self) -> bool {
        self.code.is_some() || self.responsible.is_some() || self.support.is_some()
    }

    /// The names that the user wrote in it.
    pub fn names(&self) -> impl Iterator<Item = &Arc<str>> {
        self.responsible.iter().chain(&self.support).flatten()
    }

    /// The objective with what the user says of its place.
    pub(crate) fn put_right(&self, objective: &mut Objective) {
        if let Some(code) = self.code {
            let (mission, programme) = match code {
                CorrectedCode::Mission(mission) => (mission, None),
                CorrectedCode::Programme(programme) => (programme.mission(), Some(programme)),
            };
            // The name that stood beside another code is not this one's.
            let name =
                objective.mission.take().filter(|old| old.code == Some(mission)).and_then(|old| old.name);
            objective.mission = Some(Mission { code: Some(mission), name });
            objective.programme = programme.map(|programme| Programme { code: Some(programme), name: None });
        }
        for (names, people) in
            [(&self.responsible, &mut objective.responsible), (&self.support, &mut objective.support)]
        {
            if let Some(names) = names {
                *people = People { cell: String::new(), names: names.clone() };
            }
        }
    }
}

/// The code that an objective has by the word of the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum CorrectedCode {
    /// A mission, and none of its programmes.
    Mission(MissionCode),
    /// A programme.
    Programme(ProgrammeCode),
}

impl CorrectedCode {
    /// The code that a text is, written in full: `04`, `04.06`.
    pub fn parse(text: &str) -> Option<Self> {
        let programme = text.parse().map(Self::Programme);
        programme.or_else(|_| text.parse().map(Self::Mission)).ok()
    }
}

impl std::fmt::Display for CorrectedCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Mission(code) => code.fmt(f),
            Self::Programme(code) => code.fmt(f),
        }
    }
}

impl Plan {
    /// The correction of an objective, from 1.
    pub fn correction_of(&self, n: u32) -> Option<&Correction> {
        self.corrections.iter().find(|correction| correction.n == n)
    }

    /// The corrections of where objectives belong and who works on them.
    pub fn corrections_of_place(&self) -> impl Iterator<Item = &Correction> {
        self.corrections.iter().filter(|correction| correction.is_of_place())
    }

    /// The plan with its objectives where the user puts them: under the missions, programmes and people of the
    /// corrections. How they went is for `reading` to decide.
    pub fn put_right(&self) -> Self {
        let mut plan = self.clone();
        for correction in self.corrections_of_place() {
            let at = correction.n as usize;
            if (1..=self.objectives.len()).contains(&at) {
                correction.put_right(&mut plan.objectives_mut()[at - 1]);
            }
        }
        plan
    }
}
