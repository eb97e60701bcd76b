// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a text of JSON comes to, as it is read: the header and the objectives with all that there is to say of them.
//!
//! It holds nothing of the text, so that the halves of a large one can be read in two places and joined. Never here: how
//! a value is read; anything that depends on where a text was cut.

use borsh::{BorshDeserialize, BorshSerialize};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::import::error::{ImportError, Missing};
use crate::import::place::Locator;
use crate::import::{Diagnostic, DiagnosticKind, Format, Import, Tally};
use crate::plan::{Objective, Place, Plan};
use crate::sort::{places, sort_by};

/// Something to report, at a byte of the text.
#[derive(Debug, BorshSerialize, BorshDeserialize)]
pub struct Finding {
    pub kind: DiagnosticKind,
    pub at: Option<usize>,
    pub n: Option<u32>,
    /// The place of the byte, once it is located.
    pub place: Option<Place>,
}

/// How often a key was there, and where first.
#[derive(Debug, BorshSerialize, BorshDeserialize)]
struct KeyCount {
    name: String,
    count: u32,
    at: Option<usize>,
    n: Option<u32>,
    place: Option<Place>,
}

/// Counts of keys, in the order in which they first came.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct KeyCounts {
    counts: Vec<KeyCount>,
    #[borsh(skip)]
    index: FxHashMap<(String, bool), usize>,
}

impl KeyCounts {
    pub fn add(&mut self, name: &str, at: Option<usize>, n: Option<u32>) {
        // The last key is most often this one: then no name is made to look it up.
        if let Some(last) =
            self.counts.last_mut().filter(|last| last.name == name && last.n.is_some() == n.is_some())
        {
            last.count += 1;
            return;
        }
        self.put(KeyCount { name: name.to_owned(), count: 1, at, n, place: None });
    }

    fn put(&mut self, new: KeyCount) {
        let index = *self.index.entry((new.name.clone(), new.n.is_some())).or_insert(self.counts.len());
        match self.counts.get_mut(index) {
            Some(known) => known.count += new.count,
            None => self.counts.push(new),
        }
    }

    fn append(&mut self, second: Self, seam: &Seam) {
        for count in second.counts {
            let n = count.n.map(|n| seam.n(n));
            let (at, place) = (count.at.map(|at| seam.at(at)), count.place.map(|place| seam.place(place)));
            self.put(KeyCount { at, n, place, ..count });
        }
    }

    fn findings(self, kind: impl Fn(String, u32) -> DiagnosticKind) -> impl Iterator<Item = Finding> {
        self.counts.into_iter().map(move |KeyCount { name, count, at, n, place }| Finding {
            kind: kind(name, count),
            at,
            n,
            place,
        })
    }
}

/// A label of a mission or programme that was read: as it is written, and of a programme the number of its mission. What
/// there is to report of it is reported once.
#[derive(Debug, BorshSerialize, BorshDeserialize)]
struct Label {
    written: String,
    mission: Option<u8>,
    /// Its findings, from one and up to another.
    findings: (u32, u32),
}

/// Where two halves of a text meet.
#[derive(Debug, Clone, Copy)]
pub struct Seam {
    /// How many bytes the first half has, and objectives.
    bytes: usize,
    objectives: u32,
    /// Where it ends.
    place: Place,
}

impl Seam {
    fn at(&self, at: usize) -> usize {
        at + self.bytes
    }

    /// The number of an objective.
    pub fn n(&self, n: u32) -> u32 {
        n + self.objectives
    }

    /// A place that is counted from the seam.
    pub fn place(&self, Place { line, column }: Place) -> Place {
        Place {
            line: line + self.place.line - 1,
            column: if line == 1 { column + self.place.column - 1 } else { column },
        }
    }
}

/// What was read of a text, or of one half of it.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct Portion {
    /// The plan, but for its objectives. Like all else that only the head of a text says, it does not cross.
    #[borsh(skip)]
    pub plan: Plan,
    /// How it was looked at when it was saved; empty where nothing says so.
    #[borsh(skip)]
    pub view: String,
    /// Those that nobody took, and how many there are with those that were taken.
    #[borsh(skip)]
    pub objectives: Vec<Objective>,
    pub count: u32,
    pub tally: Tally,
    pub findings: Vec<Finding>,
    pub unknown: KeyCounts,
    pub repeated: KeyCounts,
    /// Whether the key `objectives` was there, and a list under it.
    #[borsh(skip)]
    pub has_objectives: bool,
    #[borsh(skip)]
    pub has_list: bool,
    /// Whether any record has a key that only an objective has.
    pub has_objective_keys: bool,
    /// The first keys of the header, and of the first record.
    #[borsh(skip)]
    pub header_keys: Vec<String>,
    #[borsh(skip)]
    pub record_keys: Vec<String>,
    #[borsh(skip)]
    pub format: Option<String>,
    #[borsh(skip)]
    pub newer_version: Option<String>,
    labels: Vec<Label>,
}

impl Portion {
    /// Remembers that a label was read for the first time, and which of its findings it brought.
    pub fn read_label(&mut self, written: &str, mission: Option<u8>, findings_before: usize) {
        let findings = (findings_before as u32, self.findings.len() as u32);
        self.labels.push(Label { written: written.to_owned(), mission, findings });
    }

    /// Says where in the text everything is, which is not needed any more.
    pub fn locate(&mut self, text: &str) {
        let findings = &mut self.findings;
        let in_order = places(findings.len(), &mut |a, b| findings[a].at.cmp(&findings[b].at));
        let mut locator = Locator::new(text);
        for at in in_order {
            let finding = &mut findings[at as usize];
            finding.place = finding.at.map(|at| locator.place(at));
        }
        for counts in [&mut self.unknown, &mut self.repeated] {
            let mut locator = Locator::new(text);
            for count in &mut counts.counts {
                count.place = count.at.map(|at| locator.place(at));
            }
        }
    }

    /// What it lacks to be a plan, if it lacks anything.
    pub fn lack(&mut self) -> Option<ImportError> {
        if let Some(found) = self.newer_version.take() {
            return Some(ImportError::NewerVersion { found });
        }
        if let Some(missing) = self.missing() {
            let Self { header_keys, record_keys, format, .. } = std::mem::take(self);
            let keys = if missing == Missing::ObjectiveKeys { record_keys } else { header_keys };
            return Some(ImportError::OtherJson { missing, keys, format });
        }
        (self.tally.rows == 0).then_some(ImportError::NoObjectives)
    }

    fn missing(&self) -> Option<Missing> {
        if !self.has_list {
            return Some(if self.has_objectives { Missing::ListOfObjectives } else { Missing::Objectives });
        }
        if self.tally.rows > 0 && self.count == 0 {
            return Some(Missing::Records);
        }
        (self.tally.rows > 0 && !self.has_objective_keys).then_some(Missing::ObjectiveKeys)
    }

    /// Where a text of so many bytes, of which this was read and which ends there, meets what follows.
    pub fn seam(&self, bytes: usize, place: Place) -> Seam {
        Seam { bytes, objectives: self.count, place }
    }

    /// Adds what was read of the second half of the text.
    pub fn append(&mut self, second: Self, seam: &Seam) {
        // What is reported once of a label was reported already.
        let known: FxHashSet<(&str, Option<u8>)> =
            self.labels.iter().map(|label| (label.written.as_str(), label.mission)).collect();
        let told = second.labels.iter().filter(|label| known.contains(&(&label.written, label.mission)));
        let told: FxHashSet<u32> = told.flat_map(|label| label.findings.0..label.findings.1).collect();
        let new = (0..).zip(second.findings).filter(|(at, _)| !told.contains(at));
        self.findings.extend(new.map(|(_, Finding { kind, at, n, place })| Finding {
            kind,
            at: at.map(|at| seam.at(at)),
            n: n.map(|n| seam.n(n)),
            place: place.map(|place| seam.place(place)),
        }));
        self.unknown.append(second.unknown, seam);
        self.repeated.append(second.repeated, seam);
        // Whoever reads halves takes all objectives.
        debug_assert!(self.objectives.is_empty());
        self.count += second.count;
        let Tally { rows, rows_read, cells, cells_read } = second.tally;
        self.tally.rows += rows;
        self.tally.rows_read += rows_read;
        self.tally.cells += cells;
        self.tally.cells_read += cells_read;
        self.has_objective_keys |= second.has_objective_keys;
    }

    /// The plan that it is, with what is to be said of it.
    pub fn finish(self) -> Import {
        let Self { plan, view, objectives, tally, mut findings, unknown, repeated, .. } = self;
        findings.extend(unknown.findings(|name, count| DiagnosticKind::UnknownKey { name, count }));
        findings.extend(repeated.findings(|name, count| DiagnosticKind::DuplicateKey { name, count }));
        sort_by(&mut findings, |a, b| a.at.cmp(&b.at));
        let diagnostics = findings
            .into_iter()
            .map(|Finding { kind, n, place, .. }| Diagnostic { kind, place, n })
            .collect();
        let plan = Plan { objectives: objectives.into(), ..plan };
        Import { plan, diagnostics, tally, format: Format::PlanJson, link: None, view }
    }
}
