// SPDX-License-Identifier: AGPL-3.0-or-later
//! What deserves a look in any plan, from whichever format it was read.
//!
//! Never here: a change to the plan, and nothing about how objectives went (see `findings`).

use memchr::{memchr2_iter, memchr3_iter};
use rustc_hash::FxHashMap;

use crate::plan::{MissionCode, Objective, Plan, ProgrammeCode, official};

use super::value::{Read, code, is_invisible, is_only_number};
use super::{Diagnostic, DiagnosticKind};

/// Adds what deserves a look in a plan to what its reader reported.
pub fn check(plan: &Plan, diagnostics: &mut Vec<Diagnostic>) {
    let mut report = |objective: &Objective, n: u32, kind| {
        diagnostics.push(Diagnostic { kind, place: objective.place, n: Some(n) });
    };
    // Room for all: most objectives are like no other.
    let mut twins = FxHashMap::with_capacity_and_hasher(plan.objectives.len(), Default::default());
    let mut own_codes: Seen<&str> = Seen::default();
    let mut missions: Seen<MissionCode> = Seen::default();
    let mut programmes: Seen<ProgrammeCode> = Seen::default();
    let mut marks = 0;
    let mut first_mark = None;

    for (objective, n) in plan.objectives.iter().zip(1..) {
        if objective.objective.trim().is_empty() {
            report(objective, n, DiagnosticKind::ObjectiveWithoutText);
        } else {
            let texts = (&objective.code_as_written, &objective.objective, &objective.purpose);
            let first = *twins.entry(texts).or_insert(n);
            if first != n {
                report(objective, n, DiagnosticKind::DuplicateObjective { first });
            }
        }
        if code(&objective.code_as_written) == Read::Unread {
            own_codes.add(&objective.code_as_written, n);
        }
        let mission = objective.mission.as_ref().and_then(|mission| mission.code);
        let programme = objective.programme.as_ref().and_then(|programme| programme.code);
        if let Some(mission) = mission {
            missions.add(mission, n);
        }
        if let Some(programme) = programme {
            programmes.add(programme, n);
        }
        if let (Some(mission), Some(programme)) = (mission, programme)
            && programme.mission() != mission
        {
            let (programme, mission) = (programme.to_string(), mission.to_string());
            report(objective, n, DiagnosticKind::CodeUnlikeMission { programme, mission });
        }
        let found = invisible_marks(objective);
        if found > 0 {
            first_mark.get_or_insert((objective, n));
            marks += found;
        }
    }

    let objective = |n: u32| &plan.objectives[n as usize - 1];
    let year = plan.header.year;
    for (code, (n, count)) in own_codes.0 {
        if count > 1 {
            report(objective(n), n, DiagnosticKind::DuplicateCode { code: code.into(), count });
        }
    }
    let no_such_mission = missions
        .0
        .into_iter()
        .filter(|(code, _)| official::mission_name(*code, year).is_none())
        .map(|(code, seen)| (code.to_string(), seen));
    let no_such_programme = programmes
        .0
        .into_iter()
        .filter(|(code, _)| official::programme_name(*code, year).is_none())
        .map(|(code, seen)| (code.to_string(), seen));
    for (code, (n, count)) in no_such_mission.chain(no_such_programme) {
        report(objective(n), n, DiagnosticKind::CodeNotOfficial { code, count });
    }
    if let Some((objective, n)) = first_mark {
        report(objective, n, DiagnosticKind::InvisibleMarks { count: marks });
    }
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
#[derive(Debug)]
struct Seen<T>(FxHashMap<T, (u32, u32)>);

impl<T> Default for Seen<T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<T: std::hash::Hash + Eq> Seen<T> {
    fn add(&mut self, value: T, n: u32) {
        self.0.entry(value).or_insert((n, 0)).1 += 1;
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
