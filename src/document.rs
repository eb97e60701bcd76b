// SPDX-License-Identifier: AGPL-3.0-or-later
//! An opened document: the plan, what its outcomes say, and the table that figures are computed from.
//!
//! The one place that runs the phases in their order: import, reading, statistics. Never here: the browser, and any
//! judgement of its own.

use std::sync::Arc;

use crate::import::{self, Import, ImportError};
use crate::plan::{Method, official};
use crate::reading::{self, Achievement, OutcomeReading};
use crate::statistics::{Dimension, Table};

/// An opened document, ready for figures.
#[derive(Debug)]
pub struct Document {
    /// The name of the file, or what stands for it (a pasted table has none).
    pub name: String,
    /// The plan, and how its file was read.
    pub import: Import,
    /// What each outcome text says by itself, by objective.
    pub outcomes: Vec<OutcomeReading>,
    /// The method in force.
    pub method: Method,
    /// How each objective went under the method.
    pub achievements: Vec<Achievement>,
    /// The columns that figures are computed from.
    pub table: Table,
}

impl Document {
    /// Opens what these bytes hold, under the method stored with the plan, else the default one.
    ///
    /// # Errors
    /// Where there is no plan in the bytes at all; see [`ImportError`].
    pub fn open(bytes: &[u8], name: &str) -> Result<Self, ImportError> {
        let import = import::read(bytes, name)?;
        let outcomes = reading::outcomes(&import.plan);
        let method = import.plan.method.unwrap_or_default();
        let achievements = reading::achievements(&import.plan, &outcomes, &method);
        let table = Table::new(&import.plan, &achievements);
        Ok(Self { name: name.to_owned(), import, outcomes, method, achievements, table })
    }

    /// What to call it: its title, else the name of its file.
    pub fn title(&self) -> String {
        self.import.plan.header.title.clone().unwrap_or_else(|| self.name.clone())
    }

    /// The name of a mission, programme or person of the plan by its key: as the plan writes it, else the official one
    /// of the plan's year.
    pub fn name_of(&self, dimension: Dimension, key: &str) -> Option<Arc<str>> {
        let year = self.import.plan.header.year;
        self.table.name_of(dimension, key).or_else(|| {
            let official = match dimension {
                Dimension::Mission => official::mission_name(key.parse().ok()?, year),
                Dimension::Programme => official::programme_name(key.parse().ok()?, year),
                _ => None,
            };
            official.map(Arc::from)
        })
    }
}
