// SPDX-License-Identifier: AGPL-3.0-or-later
//! An objective as its document states it, value by value.
//!
//! Never here: how it went. An empty text is one that the document leaves empty; `None` is what it does not state.

use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::list::{Item, Names};

use super::{MissionCode, Percent, ProgrammeCode, Weight, Year};

/// One objective.
#[derive(Debug, Clone, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Objective {
    /// Where it starts in the file, if the file has lines that a person would count. The first of its values: see
    /// [`Objective::move_packed`].
    pub place: Option<Place>,
    /// Its code as written: `01.02 S`, `12.9`, `AG7/D`; empty if it has none.
    pub code_as_written: String,
    /// The mission it belongs to.
    pub mission: Option<Mission>,
    /// The programme it belongs to.
    pub programme: Option<Programme>,
    /// Whether it is a strategic objective; `None` where the document never makes the distinction.
    pub strategic: Option<bool>,
    /// What is to be achieved.
    pub objective: String,
    /// What for.
    pub purpose: String,
    /// Who answers for it.
    pub responsible: People,
    /// Who works on it besides.
    pub support: People,
    /// The office it is assigned to, as written.
    pub office: String,
    /// The years in which it is planned: `Some` and empty where the document has years and ticks none.
    pub planned: Option<Vec<Year>>,
    /// By what its achievement is measured.
    pub indicators: Vec<Indicator>,
    /// What was done, in words.
    pub outcome: String,
    /// Its own degree of achievement, where a column or key states it.
    pub degree: Option<Percent>,
    /// How far the staff involved reached it: another measure than the degree.
    pub staff_percent: Option<Percent>,
    /// The degree that a staff percentage stood in for with whoever sent the plan, where that itself stayed behind.
    pub stand_in_degree: Option<Percent>,
    /// How much it counts.
    pub weight: Option<Weight>,
    /// By when, as written.
    pub deadline: String,
    /// Every value of it that has no field above, or that could not be read as its field: nothing is dropped.
    pub kept: Vec<Kept>,
}

impl Objective {
    /// Changes the place in the bytes that an objective is packed in, which begin with it.
    pub(crate) fn move_packed(bytes: &mut [u8], moved: impl Fn(Place) -> Place) {
        let Ok(place) = Option::<Place>::deserialize(&mut &*bytes) else { return };
        // Writing into memory does not fail, and every place takes as many bytes.
        drop(place.map(moved).serialize(&mut &mut *bytes));
    }

    /// What stands in for a degree that nothing else states, where the method has it so.
    pub fn stand_in(&self) -> Option<Percent> {
        self.staff_percent.or(self.stand_in_degree)
    }
}

impl Item for Objective {
    fn share(&mut self, names: &mut Names) {
        let mission = self.mission.iter_mut().filter_map(|mission| mission.name.as_mut());
        let programme = self.programme.iter_mut().filter_map(|programme| programme.name.as_mut());
        let people = self.responsible.names.iter_mut().chain(&mut self.support.names);
        mission.chain(programme).chain(people).for_each(|name| names.share(name));
    }
}

/// A mission: by its code, by a name as written, or by both. At least one is there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub struct Mission {
    /// Its code, if one is written or its name is an official one.
    pub code: Option<MissionCode>,
    /// Its name as written, without the code.
    pub name: Option<Arc<str>>,
}

impl Mission {
    /// What tells this mission from the others of the plan: its code, else its name.
    pub fn key(&self) -> String {
        key(self.code, &self.name)
    }
}

/// A programme: by its code, by a name as written, or by both. At least one is there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub struct Programme {
    /// Its code, if one is written.
    pub code: Option<ProgrammeCode>,
    /// Its name as written, without the code.
    pub name: Option<Arc<str>>,
}

impl Programme {
    /// What tells this programme from the others of the plan: its code, else its name.
    pub fn key(&self) -> String {
        key(self.code, &self.name)
    }
}

fn key(code: Option<impl ToString>, name: &Option<Arc<str>>) -> String {
    match (code, name) {
        (Some(code), _) => code.to_string(),
        (None, Some(name)) => name.to_string(),
        (None, None) => String::new(),
    }
}

/// The people and offices that a cell names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub struct People {
    /// The cell as written; empty where the file gave a list, whose members are then `names`.
    pub cell: String,
    /// The names in it, split but otherwise as written. Shared, since a plan repeats a few names thousands of times.
    pub names: Vec<Arc<str>>,
}

impl People {
    /// The cell as written, or its names joined by commas where the file gave a list.
    pub fn as_written(&self) -> String {
        if self.cell.is_empty() { self.names.join(", ") } else { self.cell.clone() }
    }
}

/// By what the achievement of an objective is measured.
#[derive(Debug, Clone, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Indicator {
    /// What is measured.
    pub text: String,
    /// The expected value (target), as written; empty if not given.
    pub expected: String,
    /// The actual value, as written; empty if not given.
    pub actual: String,
    /// How much it counts among the indicators of its objective.
    pub weight: Option<Weight>,
}

/// A value that has no field of its own, or that could not be read as its field.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Kept {
    /// The column heading or key, as written.
    pub name: String,
    /// The value.
    pub value: KeptValue,
}

/// The form in which a value was written.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum KeptValue {
    /// A text.
    Text(String),
    /// Anything else (a number, a list, a record), as JSON text.
    Json(String),
}

impl KeptValue {
    /// The text to show.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(text) | Self::Json(text) => text,
        }
    }
}

/// A place in a file, as an editor counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct Place {
    /// The line, from 1.
    pub line: u32,
    /// The character (Unicode scalar value) in the line, from 1.
    pub column: u32,
}
