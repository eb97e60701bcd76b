// SPDX-License-Identifier: AGPL-3.0-or-later
//! All of a document that takes long and needs no page, in the two pieces in which the reader does it: what figures
//! need, and of a large plan afterwards the rest.
//!
//! Of most objectives a column says how they went, and no text of theirs can change that: the figures are there before
//! these texts are read. Never here: the browser, and how the pieces cross (see `crossing`), but for their bytes.

use std::sync::Arc;

use borsh::{BorshSerialize, io};

use crate::chart::PlanNames;
use crate::document::Document;
use crate::facts::Facts;
use crate::findings::{self, Finding};
use crate::import::{self, Import, ImportError};
use crate::list::{Bytes, Keeper, List};
use crate::plan::{Objective, Plan};
use crate::reading::people::Register;
use crate::reading::{self, Achievement, Cases, ObjectiveReading};
use crate::statistics::{Table, Times};
use crate::taken::Taken;

/// Plans of more objectives come in two pieces.
pub const LARGE: usize = 2000;

/// What figures need, and of a small plan everything.
#[derive(Debug)]
pub struct Prepared {
    pub(crate) name: String,
    pub(crate) import: Import,
    pub(crate) plan: Plan,
    /// Of the texts that are read.
    pub(crate) readings: List<ObjectiveReading>,
    pub(crate) achievements: Vec<Achievement>,
    pub(crate) cases: Cases,
    pub(crate) people: Arc<Register>,
    /// Without the findings, and without dates where texts are still to be read.
    pub(crate) table: Table,
    pub(crate) names: Arc<PlanNames>,
    /// `None` where texts are still to be read.
    pub(crate) findings: Option<Arc<[Finding]>>,
}

/// What all texts say.
#[derive(Debug)]
pub struct Rest {
    pub(crate) readings: List<ObjectiveReading>,
    pub(crate) times: Times,
    pub(crate) findings: Arc<[Finding]>,
}

impl Prepared {
    /// Reads all that these bytes hold.
    ///
    /// # Errors
    /// Where there is no plan in the bytes at all; see [`ImportError`].
    pub fn open(bytes: &[u8], name: &str) -> Result<Self, ImportError> {
        let import = import::read(bytes, name)?;
        let readings = reading::read_all(&import.plan).into();
        Ok(Self::of(import, name, readings, None, true))
    }

    /// Reads what these bytes hold, of a large plan without the texts that decide nothing: [`Prepared::rest`] reads those.
    ///
    /// # Errors
    /// Where there is no plan in the bytes at all; see [`ImportError`].
    pub fn begin(bytes: &[u8], name: &str) -> Result<Self, ImportError> {
        Self::begin_above(bytes, name, LARGE)
    }

    /// The same where a plan is large that has more than so many objectives.
    ///
    /// # Errors
    /// Where there is no plan in the bytes at all; see [`ImportError`].
    pub fn begin_above(bytes: &[u8], name: &str, most: usize) -> Result<Self, ImportError> {
        let mut taken = Taken::default();
        let import = import::read_by(bytes, name, &mut taken)?;
        Ok(Self::of_taken(import, taken, name, most))
    }

    /// The phases after reading, where the objectives were taken; a plan is large that has more than so many.
    pub(crate) fn of_taken(mut import: Import, taken: Taken, name: &str, most: usize) -> Self {
        let Taken { objectives, facts, mut readings, year } = taken;
        import.plan.objectives = objectives.list();
        if year != Some(import.plan.header.year) {
            readings = reading::read_deciding(&import.plan);
        }
        // A view stands in a link, and may ask for what only texts say.
        let is_large = facts.len() > most && import.link.is_none();
        if !is_large {
            readings = reading::read_others(&import.plan, readings);
        }
        let (plan, facts) = (import.plan.put_right(), facts.put_right(&import.plan));
        Self::of_facts(import, plan, &facts, name, readings.into(), !is_large)
    }

    /// The phases after reading, with whatever `like` has that is the same.
    pub(crate) fn of(
        import: Import,
        name: &str,
        readings: List<ObjectiveReading>,
        like: Option<&Document>,
        is_whole: bool,
    ) -> Self {
        let Some(like) = like else {
            let plan = import.plan.put_right();
            let facts = Facts::of(&plan);
            return Self::of_facts(import, plan, &facts, name, readings, is_whole);
        };
        let plan = Plan { objectives: like.plan.objectives.clone(), ..import.plan.clone() };
        let achievements = reading::decide_all(&plan, &readings, &plan.method.unwrap_or_default());
        let findings = is_whole.then(|| match like.achievements == achievements {
            true => like.findings.clone(),
            false => findings::findings(&plan, &readings, &achievements, &import.diagnostics).into(),
        });
        Self {
            name: name.to_owned(),
            cases: Cases::of(&plan, &achievements),
            people: like.people.clone(),
            table: like.table.with_achievements(&achievements),
            names: like.names.clone(),
            import,
            plan,
            readings,
            achievements,
            findings,
        }
    }

    /// The same of the plan in force, and of what figures of it are made of.
    fn of_facts(
        import: Import,
        plan: Plan,
        facts: &Facts,
        name: &str,
        readings: List<ObjectiveReading>,
        is_whole: bool,
    ) -> Self {
        let year = plan.header.year;
        let achievements = reading::decide_facts(facts, &plan, &readings, &plan.method.unwrap_or_default());
        let cases = Cases::of_facts(facts, year, &achievements);
        let people = Arc::new(Register::of(facts, &plan));
        let findings =
            is_whole.then(|| findings::findings(&plan, &readings, &achievements, &import.diagnostics).into());
        let times = match is_whole {
            true => Times::new(&readings, year),
            false => Times::unknown(facts.len()),
        };
        let table = Table::with_people(facts, times, &achievements, &people);
        let names = Arc::new(PlanNames::new(facts, year));
        let name = name.to_owned();
        Self { name, import, plan, readings, achievements, cases, people, table, names, findings }
    }

    /// Whether all texts are read.
    pub fn is_whole(&self) -> bool {
        self.findings.is_some()
    }

    /// The objectives as the file states them.
    pub(crate) fn objectives(&self) -> &List<Objective> {
        &self.import.plan.objectives
    }

    /// Reads the texts that were left; `None` where none were.
    pub fn rest(self) -> Option<Rest> {
        let Self { import, plan, readings, achievements, findings: None, .. } = self else { return None };
        let readings = reading::read_others(&import.plan, readings.into_vec());
        let findings = findings::findings(&plan, &readings, &achievements, &import.diagnostics).into();
        let times = Times::new(&readings, plan.header.year);
        Some(Rest { readings: readings.into(), times, findings })
    }

    /// All of it but the objectives as bytes, for [`Prepared::unpack`].
    pub(crate) fn pack(&self, into: &mut Vec<u8>) -> io::Result<()> {
        pack_import(&self.import, &self.name, into)?;
        self.readings.pack(into)?;
        reading::pack(&self.achievements, into)?;
        (&self.cases, &*self.people, &self.table).serialize(into)?;
        (&*self.names, self.findings.as_deref()).serialize(into)
    }

    /// What these bytes are, still without its objectives; `None` where they are none.
    pub(crate) fn unpack(mut bytes: Bytes) -> Option<Self> {
        let (import, name) = unpack_import(&mut bytes)?;
        let plan = import.plan.clone();
        let readings = List::unpack(&mut bytes)?;
        let achievements = reading::unpack(&mut bytes)?;
        let (cases, people, table): (_, _, Table) = bytes.read()?;
        let (names, findings): (_, Option<Vec<Finding>>) = bytes.read()?;
        let is_whole = bytes.get().is_empty();
        let (names, people, findings) = (Arc::new(names), Arc::new(people), findings.map(Into::into));
        is_whole.then_some(Self {
            name,
            import,
            plan,
            readings,
            achievements,
            cases,
            people,
            table,
            names,
            findings,
        })
    }

    /// With its objectives, of which somebody keeps so many bytes, and `ends` say where each ends. They stay bytes until
    /// they are looked at. `None` where they are not those of this plan.
    pub fn with_objectives(mut self, keeper: Box<dyn Keeper>, length: usize, ends: Vec<u8>) -> Option<Self> {
        self.import.plan.objectives = List::kept_by(keeper, length, ends)?;
        self.plan = self.import.plan.put_right();
        let rows = [self.objectives().len(), self.readings.len(), self.achievements.len(), self.table.len()];
        rows.iter().all(|of| *of == rows[0]).then_some(self)
    }
}

/// What came of reading a file, and its name, as bytes: all but the objectives.
pub(crate) fn pack_import(import: &Import, name: &str, into: &mut Vec<u8>) -> io::Result<()> {
    let Import { plan, diagnostics, tally, format, link, view } = import;
    let Plan { header, objectives: _, method, people, corrections, dismissed, views, kept } = plan;
    (name, diagnostics, tally, format, link, view).serialize(into)?;
    (header, method, people, corrections, dismissed, views, kept).serialize(into)
}

/// What these bytes begin with, still without objectives; `None` where it is nothing of the kind.
pub(crate) fn unpack_import(bytes: &mut Bytes) -> Option<(Import, String)> {
    let (name, diagnostics, tally, format, link, view) = bytes.read()?;
    let (header, method, people, corrections, dismissed, views, kept) = bytes.read()?;
    let objectives = List::default();
    let plan = Plan { header, objectives, method, people, corrections, dismissed, views, kept };
    Some((Import { plan, diagnostics, tally, format, link, view }, name))
}

impl Rest {
    /// As bytes.
    pub(crate) fn pack(&self, into: &mut Vec<u8>) -> io::Result<()> {
        self.readings.pack(into)?;
        (&self.times, &*self.findings).serialize(into)
    }

    /// What these bytes are; `None` where they are none.
    pub(crate) fn unpack(mut bytes: Bytes) -> Option<Self> {
        let readings = List::unpack(&mut bytes)?;
        let (times, findings): (_, Vec<Finding>) = bytes.read()?;
        bytes.get().is_empty().then(|| Self { readings, times, findings: findings.into() })
    }
}
