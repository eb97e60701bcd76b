// SPDX-License-Identifier: AGPL-3.0-or-later
//! What deserves a look in any plan, from whichever format it was read.
//!
//! Never here: a change to the plan, and nothing about how objectives went (see `findings`).

use std::borrow::Cow;
use std::hash::BuildHasher;

use borsh::{BorshDeserialize, BorshSerialize};
use memchr::{memchr2_iter, memchr3_iter};
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::plan::{MissionCode, Objective, Place, Plan, ProgrammeCode, Year, official};
use crate::sort::sort_by;

use super::plan_json::Seam;
use super::value::{Read, code, is_invisible, is_only_number};
use super::{Diagnostic, DiagnosticKind};

/// Adds what deserves a look in a plan to what its reader reported.
pub fn check(plan: &Plan, diagnostics: &mut Vec<Diagnostic>) {
    let mut check = Check::default();
    plan.objectives.iter().for_each(|objective| check.add(objective));
    let whole = |at: usize| Cow::Borrowed(&plan.objectives[at]);
    check.finish(plan.header.year, &whole, diagnostics);
}

/// What deserves a look, objective by objective: each is looked at once, when it has just been read, and need not stay.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct Check {
    objectives: u32,
    reported: Vec<Diagnostic>,
    /// The first objective of each that look alike from afar.
    #[borsh(serialize_with = "pairs::write", deserialize_with = "pairs::read")]
    first: FxHashMap<Outline, u32>,
    /// All of them, where there are several.
    #[borsh(serialize_with = "pairs::write", deserialize_with = "pairs::read")]
    alike: FxHashMap<Outline, Vec<u32>>,
    own_codes: Seen<String>,
    missions: Seen<MissionCode>,
    programmes: Seen<ProgrammeCode>,
    marks: u32,
    first_mark: Option<Sight>,
}

/// The code, text and purpose of an objective from afar: a number that those of another seldom have, and their length.
type Outline = (u32, u32);

/// An objective, from 1, and its place.
type Sight = (u32, Option<Place>);

impl Check {
    /// Looks at the next objective of the plan.
    pub fn add(&mut self, objective: &Objective) {
        self.objectives += 1;
        let n = self.objectives;
        let sight = (n, objective.place);
        if objective.objective.trim().is_empty() {
            self.report(sight, DiagnosticKind::ObjectiveWithoutText);
        } else {
            let outline = outline(objective);
            let first = *self.first.entry(outline).or_insert(n);
            if first != n {
                self.alike.entry(outline).or_insert_with(|| vec![first]).push(n);
            }
        }
        if code(&objective.code_as_written) == Read::Unread {
            self.own_codes.add(&*objective.code_as_written, sight);
        }
        let mission = objective.mission.as_ref().and_then(|mission| mission.code);
        let programme = objective.programme.as_ref().and_then(|programme| programme.code);
        if let Some(mission) = mission {
            self.missions.add(&mission, sight);
        }
        if let Some(programme) = programme {
            self.programmes.add(&programme, sight);
        }
        if let (Some(mission), Some(programme)) = (mission, programme)
            && programme.mission() != mission
        {
            let (programme, mission) = (programme.to_string(), mission.to_string());
            self.report(sight, DiagnosticKind::CodeUnlikeMission { programme, mission });
        }
        let found = invisible_marks(objective);
        if found > 0 {
            self.first_mark.get_or_insert(sight);
            self.marks += found;
        }
    }

    /// Adds what was seen in the second half of a plan, after this one.
    pub fn append(&mut self, second: Self, seam: &Seam) {
        let sight = |(n, place): Sight| (seam.n(n), place.map(|place| seam.place(place)));
        self.objectives += second.objectives;
        self.reported.extend(second.reported.into_iter().map(|Diagnostic { kind, place, n }| Diagnostic {
            kind,
            place: place.map(|place| seam.place(place)),
            n: n.map(|n| seam.n(n)),
        }));
        let mut alike = second.alike;
        for (outline, n) in second.first {
            let mut all = alike.remove(&outline).unwrap_or_else(|| vec![n]);
            all.iter_mut().for_each(|n| *n = seam.n(*n));
            let n = all[0];
            let first = *self.first.entry(outline).or_insert(n);
            if first != n {
                self.alike.entry(outline).or_insert_with(|| vec![first]).append(&mut all);
            } else if all.len() > 1 {
                self.alike.insert(outline, all);
            }
        }
        self.own_codes.append(second.own_codes, &sight);
        self.missions.append(second.missions, &sight);
        self.programmes.append(second.programmes, &sight);
        self.marks += second.marks;
        self.first_mark = self.first_mark.or(second.first_mark.map(sight));
    }

    /// Whether it has looked at nothing yet.
    pub fn is_empty(&self) -> bool {
        self.objectives == 0
    }

    fn report(&mut self, (n, place): Sight, kind: DiagnosticKind) {
        self.reported.push(Diagnostic { kind, place, n: Some(n) });
    }

    /// Adds all of it to what a reader reported. `whole` has the objective at a place (from 0) with its texts: those that
    /// look alike from afar are compared.
    pub fn finish<'p>(
        mut self,
        year: Option<Year>,
        whole: &dyn Fn(usize) -> Cow<'p, Objective>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        for alike in std::mem::take(&mut self.alike).into_values() {
            let mut firsts = FxHashMap::default();
            for n in alike {
                let objective = whole(n as usize - 1);
                let Objective { code_as_written, objective: text, purpose, place, .. } = &*objective;
                let texts = [code_as_written, text, purpose].map(String::clone);
                let first = *firsts.entry(texts).or_insert(n);
                if first != n {
                    self.report((n, *place), DiagnosticKind::DuplicateObjective { first });
                }
            }
        }
        // No objective is said to repeat another and to have no text: what is said of one is in one order.
        sort_by(&mut self.reported, |a, b| (a.n, rank(&a.kind)).cmp(&(b.n, rank(&b.kind))));
        let repeated = std::mem::take(&mut self.own_codes).0;
        for (code, (sight, count)) in repeated.into_iter().filter(|(_, (_, count))| *count > 1) {
            self.report(sight, DiagnosticKind::DuplicateCode { code, count });
        }
        let no_such_mission = std::mem::take(&mut self.missions)
            .0
            .into_iter()
            .filter(|(code, _)| official::mission_name(*code, year).is_none())
            .map(|(code, seen)| (code.to_string(), seen));
        let no_such_programme = std::mem::take(&mut self.programmes)
            .0
            .into_iter()
            .filter(|(code, _)| official::programme_name(*code, year).is_none())
            .map(|(code, seen)| (code.to_string(), seen));
        for (code, (sight, count)) in no_such_mission.chain(no_such_programme) {
            self.report(sight, DiagnosticKind::CodeNotOfficial { code, count });
        }
        if let Some(sight) = self.first_mark {
            self.report(sight, DiagnosticKind::InvisibleMarks { count: self.marks });
        }
        diagnostics.append(&mut self.reported);
    }
}

/// The order of what is said of one objective.
fn rank(kind: &DiagnosticKind) -> bool {
    matches!(kind, DiagnosticKind::CodeUnlikeMission { .. })
}

fn outline(objective: &Objective) -> Outline {
    let Objective { code_as_written, objective: text, purpose, .. } = objective;
    let length = code_as_written.len() + text.len() + purpose.len();
    (FxBuildHasher.hash_one((code_as_written, text, purpose)) as u32, length as u32)
}

/// Whether an outcome is a number and yet gives no degree (`250%`, `circa 80`, `-5`): nobody would notice that it is not
/// stated. For the readers, who know its place.
pub(super) fn is_number_without_degree(outcome: &str) -> bool {
    if !is_only_number(outcome) {
        return false;
    }
    let read = crate::reading::outcome(outcome);
    read.number.is_none() && read.verdict.is_none()
}

/// Where each of several values first is, and how often.
#[derive(Debug, BorshSerialize, BorshDeserialize)]
struct Seen<T: std::hash::Hash + Eq>(
    #[borsh(serialize_with = "pairs::write", deserialize_with = "pairs::read")] FxHashMap<T, (Sight, u32)>,
);

impl<T: std::hash::Hash + Eq> Default for Seen<T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<T: std::hash::Hash + Eq> Seen<T> {
    fn add<Q>(&mut self, value: &Q, sight: Sight)
    where
        T: std::borrow::Borrow<Q>,
        Q: std::hash::Hash + Eq + ToOwned<Owned = T> + ?Sized,
    {
        match self.0.get_mut(value) {
            Some((_, count)) => *count += 1,
            None => drop(self.0.insert(value.to_owned(), (sight, 1))),
        }
    }

    fn append(&mut self, second: Self, sight: &dyn Fn(Sight) -> Sight) {
        for (value, (first, count)) in second.0 {
            self.0.entry(value).or_insert_with(|| (sight(first), 0)).1 += count;
        }
    }
}

/// Maps as lists of pairs in no order: sorting them, as borsh does, takes longer than all else.
mod pairs {
    use std::hash::Hash;

    use borsh::{BorshDeserialize, BorshSerialize, io};
    use rustc_hash::FxHashMap;

    pub fn write<K: BorshSerialize, V: BorshSerialize, W: io::Write>(
        map: &FxHashMap<K, V>,
        writer: &mut W,
    ) -> io::Result<()> {
        (map.len() as u32).serialize(writer)?;
        map.iter().try_for_each(|pair| pair.serialize(writer))
    }

    pub fn read<K: BorshDeserialize + Eq + Hash, V: BorshDeserialize, R: io::Read>(
        reader: &mut R,
    ) -> io::Result<FxHashMap<K, V>> {
        let count = u32::deserialize_reader(reader)?;
        (0..count).map(|_| BorshDeserialize::deserialize_reader(reader)).collect()
    }
}

/// The characters without a shape in the texts of an objective.
fn invisible_marks(objective: &Objective) -> u32 {
    let Objective { code_as_written, objective: text, purpose, responsible, support, office, .. } = objective;
    let texts = [
        code_as_written,
        text,
        purpose,
        &responsible.cell,
        &support.cell,
        office,
        &objective.outcome,
        &objective.deadline,
    ];
    let indicators = objective.indicators.iter().flat_map(|i| [&i.text, &i.expected, &i.actual]);
    let names = responsible.names.iter().chain(&support.names).map(AsRef::as_ref);
    texts.into_iter().chain(indicators).map(String::as_str).chain(names).map(marks_in).sum()
}

/// Looks only at the characters that start with a byte with which one of them does.
fn marks_in(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let starts = memchr3_iter(0xc2, 0xe2, 0xef, bytes).chain(memchr2_iter(0xd8, 0xe1, bytes));
    starts.filter(|at| text[*at..].starts_with(is_invisible)).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_invisible_character_is_found() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            assert_eq!(marks_in(&format!("à{c}’")) == 1, is_invisible(c), "{c:?}");
        }
    }
}
