// SPDX-License-Identifier: AGPL-3.0-or-later
//! The objectives of a plan while it is read: bytes as soon as each is known, with what its text says where that decides.
//!
//! Only what figures are made of stays in memory beside them; what is taken while it is at hand costs half
//! of what it costs later. Never here: a phase that needs more than one objective.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::facts::Facts;
use crate::import::{Seam, Taker};
use crate::list::Packing;
use crate::plan::{Objective, Year};
use crate::reading::{self, ObjectiveReading};

/// Objectives that were taken.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub(crate) struct Taken {
    pub objectives: Packing,
    /// What figures are made of.
    pub facts: Facts,
    /// Of the texts that decide how an objective went.
    pub readings: Vec<ObjectiveReading>,
    /// The year of the plan, by which they were read; `None` where they were read by several.
    pub year: Option<Option<Year>>,
}

impl Taken {
    /// Adds those of the second half of the plan.
    pub fn append(&mut self, mut second: Self, seam: &Seam) {
        let is_same_year = self.readings.is_empty() || second.readings.is_empty() || self.year == second.year;
        self.year = self.year.or(second.year).filter(|_| is_same_year);
        self.readings.append(&mut second.readings);
        second.objectives.change_each(|bytes| Objective::move_packed(bytes, |place| seam.place(place)));
        self.objectives.append(second.objectives);
        self.facts.append(second.facts);
    }
}

impl Taker for Taken {
    fn take(&mut self, objective: Objective, year: Option<Year>) -> Option<Objective> {
        self.objectives.push(&objective);
        self.facts.push(&objective);
        // A year that is stated after the first objective is another than the one they were read in.
        let year = *self.year.get_or_insert(year);
        let reading = reading::decides(&objective).then(|| reading::read(&objective, year));
        self.readings.push(reading.unwrap_or_default());
        None
    }

    fn taken(&self, at: usize) -> Option<Objective> {
        self.objectives.get(at)
    }
}
