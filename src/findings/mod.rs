// SPDX-License-Identifier: AGPL-3.0-or-later
//! What deserves a second look in a plan, and why: each finding with the places it leans on.
//!
//! A finding is a question to ask, never a claim of what is right: where a document may be right either way, there is
//! none. Never here: sentences (see `locale::findings`), a judgement of people, anything but one pass over the plan.

mod contradiction;
mod kind;

pub use contradiction::contradiction;
pub use kind::{Declared, Evidence, FindingKind, KINDS, ON_STAFF};

use borsh::{BorshDeserialize, BorshSerialize};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::import::{Diagnostic, DiagnosticKind};
use crate::plan::{Objective, Percent, Plan, Year};
use crate::reading::{
    Achievement, ObjectiveReading, OutcomeReading, ReadFrom, Span, StandsIn, Status, When, is_not_planned,
};
use crate::sort::sort_by;
use crate::text::{fold_char, skeleton, skeleton_mark};

/// Something that deserves a second look.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// The objective, from 1; `None` for what concerns the plan as a whole.
    pub n: Option<u32>,
    /// The places it leans on.
    pub evidence: Vec<Evidence>,
}

/// How much of a text is quoted on either side of the words that a finding leans on, in characters.
pub const AROUND: u32 = 90;

/// A shorter text may well be the same on several objectives: "Obiettivo raggiunto".
const TELLING: usize = 40;

/// The findings of a plan: by kind, and in the order of the plan. `readings` and `achievements` are those of its
/// objectives; `diagnostics` are what its reader reported of codes and repetitions.
pub fn findings(
    plan: &Plan,
    readings: &[ObjectiveReading],
    achievements: &[Achievement],
    diagnostics: &[Diagnostic],
) -> Vec<Finding> {
    let mut all = Findings { all: Vec::new() };
    let year = plan.header.year;
    let has_outcomes = plan.objectives.iter().any(|objective| !objective.outcome.trim().is_empty());
    // Where staff percentages stayed behind, nobody knows which objectives had one.
    let has_percentages =
        plan.objectives.iter().any(|objective| objective.degree.or(objective.staff_percent).is_some());
    let rows = plan.objectives.iter().zip(readings).zip(achievements).zip(1..);
    for (((objective, reading), achievement), n) in rows {
        let row = Row { objective, outcome: &reading.outcome, reading, achievement, n };
        all.degree(&row);
        all.staff(&row);
        if let Some(year) = year {
            all.dates(&row, year);
        }
        all.reported(&row, year, has_outcomes, has_percentages);
        all.indicators(&row);
        if is_total(objective) {
            all.add(n, FindingKind::TotalAsObjective, vec![Evidence::Objective]);
        }
    }
    all.same_outcomes(plan);
    all.weights(plan);
    all.of_the_reader(plan, diagnostics);
    let mut all = all.all;
    sort_by(&mut all, |a, b| (a.kind.rank(), a.n).cmp(&(b.kind.rank(), b.n)));
    all
}

/// For each finding whether the user set it aside.
pub fn set_aside(plan: &Plan, findings: &[Finding]) -> Vec<bool> {
    let aside: FxHashSet<(&str, Option<u32>)> =
        plan.dismissed.iter().map(|aside| (aside.finding.as_str(), aside.n)).collect();
    findings.iter().map(|finding| aside.contains(&(finding.kind.code(), finding.n))).collect()
}

/// For each objective the kinds of its findings that are not set aside: a bit for each, by its rank.
pub fn open_kinds(plan: &Plan, findings: &[Finding], set_aside: &[bool]) -> Vec<u32> {
    let mut kinds = vec![0; plan.objectives.len()];
    for (Finding { kind, n, .. }, _) in findings.iter().zip(set_aside).filter(|(_, aside)| !**aside) {
        if let Some(of) = n.and_then(|n| kinds.get_mut(n.checked_sub(1)? as usize)) {
            *of |= 1 << kind.rank();
        }
    }
    kinds
}

/// One objective with what was read of it.
struct Row<'p> {
    objective: &'p Objective,
    reading: &'p ObjectiveReading,
    outcome: &'p OutcomeReading,
    achievement: &'p Achievement,
    n: u32,
}

struct Findings {
    all: Vec<Finding>,
}

impl Findings {
    fn add(&mut self, n: u32, kind: FindingKind, evidence: Vec<Evidence>) {
        self.all.push(Finding { kind, n: Some(n), evidence });
    }

    /// The declared degree against the words of the outcome.
    fn degree(&mut self, row: &Row<'_>) {
        let Row { objective, outcome, n, .. } = *row;
        let Objective { degree, staff_percent, stand_in_degree, .. } = objective;
        let (declared, percent, place) = match (*degree, *staff_percent, *stand_in_degree) {
            (Some(degree), ..) => (Declared::Degree, degree, Evidence::Degree),
            (None, Some(staff), _) => (Declared::Staff, staff, Evidence::StaffPercent),
            (None, None, Some(staff)) => (Declared::Staff, staff, Evidence::StandInDegree),
            (None, None, None) => return,
        };
        if declared == Declared::Degree
            && let Some((text, span)) = outcome.number
            && (text.value() - percent.value()).abs() >= 0.5
        {
            let kind = FindingKind::NumbersDisagree { column: percent, text };
            self.add(n, kind, vec![place, Evidence::Outcome(span)]);
        }
        // A number of the objective beside one of the staff is no contradiction: they are different measures. And staff
        // rewarded on what was not achieved has a kind of its own.
        let of_staff =
            declared == Declared::Staff && (outcome.number.is_some() || is_missed(row.achievement.status));
        // Two numbers that differ are said above: here it is the words.
        let words = OutcomeReading { number: None, ..*outcome };
        if let Some(span) = contradiction(Some(percent.value()), &words)
            && !of_staff
        {
            let kind = FindingKind::DegreeContradictsText { declared, percent };
            self.add(n, kind, vec![place, Evidence::Outcome(span)]);
        }
    }

    /// The staff's percentage against how the objective went.
    fn staff(&mut self, row: &Row<'_>) {
        let Achievement { status, read_from, evidence, .. } = *row.achievement;
        let read = read_from.is_some() && read_from != Some(ReadFrom::StaffPercent);
        if row.objective.staff_percent == Some(Percent::WHOLE) && is_missed(status) && read {
            let words = evidence.map_or(Evidence::Degree, Evidence::Outcome);
            self.add(row.n, FindingKind::StaffRewarded { status }, vec![Evidence::StaffPercent, words]);
        }
    }

    /// When it was done and by when it was to be, against the year of the plan and each other.
    fn dates(&mut self, row: &Row<'_>, year: Year) {
        let Row { objective, outcome, n, .. } = *row;
        if let Some((date, span)) = outcome.completed
            && date.year().is_some_and(|done| done > year)
        {
            self.add(n, FindingKind::DatedAfterYear { date, year }, vec![Evidence::Outcome(span)]);
        }
        for &(stands, deadline) in &row.reading.deadlines {
            let When::By(date) = deadline.when else { continue };
            let place = match stands {
                StandsIn::IndicatorText(at) => Evidence::Indicator(at, deadline.span),
                StandsIn::IndicatorExpected(at) => Evidence::Expected(at, deadline.span),
                StandsIn::DeadlineField => Evidence::Deadline(deadline.span),
            };
            // An objective of several years may well have a deadline in a later one.
            let planned = |of: Year| objective.planned.as_ref().is_some_and(|years| years.contains(&of));
            match date.year().filter(|of| !planned(*of)) {
                Some(of) if of > year => {
                    self.add(n, FindingKind::DeadlineAfterYear { date, year }, vec![place])
                }
                Some(of) if of < year => {
                    self.add(n, FindingKind::DeadlineBeforeYear { date, year }, vec![place])
                }
                _ => {}
            }
            let deadline = date.in_year(year);
            if let Some((date, span)) = outcome.completed
                && date.is_after(deadline)
            {
                let kind = FindingKind::DeadlineMissed { deadline, date };
                self.add(n, kind, vec![place, Evidence::Outcome(span)]);
            }
        }
    }

    /// What is planned against what is reported.
    fn reported(&mut self, row: &Row<'_>, year: Option<Year>, has_outcomes: bool, has_percentages: bool) {
        let Row { objective, outcome, achievement, n, .. } = *row;
        let silent = objective.outcome.trim().is_empty();
        let declared = objective.degree.or(objective.stand_in());
        let measured = objective.indicators.iter().any(|indicator| !indicator.actual.trim().is_empty());
        let unplanned = is_not_planned(objective, year);
        if unplanned && !silent {
            self.add(n, FindingKind::NotPlannedButReported, vec![Evidence::Planned, Evidence::WholeOutcome]);
        }
        let nothing = silent && declared.is_none() && !measured;
        if nothing && has_outcomes && !unplanned {
            self.add(n, FindingKind::PlannedNotReported, vec![Evidence::Planned]);
        } else if !silent && declared.is_none() && achievement.degree.is_none() && outcome.number.is_none() {
            self.add(n, FindingKind::NothingStated, vec![Evidence::WholeOutcome]);
        }
        if let Some((percent, span)) = outcome.number
            && declared.is_none()
            && has_percentages
        {
            self.add(n, FindingKind::PercentageOnlyInText { percent }, vec![Evidence::Outcome(span)]);
        }
    }

    /// Indicators by which nothing can be measured.
    fn indicators(&mut self, row: &Row<'_>) {
        for (at, indicator) in row.objective.indicators.iter().enumerate() {
            let measurable = |text: &str| text.contains(|c: char| c.is_ascii_digit());
            let stated = !indicator.expected.trim().is_empty();
            if !indicator.text.trim().is_empty() && !stated && !measurable(&indicator.text) {
                let end = indicator.text.chars().count() as u32;
                let place = Evidence::Indicator(at, Span { start: 0, end });
                self.add(row.n, FindingKind::IndicatorWithoutTarget, vec![place]);
            }
        }
    }

    fn same_outcomes(&mut self, plan: &Plan) {
        // Most are like no other, which a number for each tells without comparing letters.
        let told = plan
            .objectives
            .iter()
            .zip(1..)
            .filter(|(objective, _)| objective.outcome.trim().len() >= TELLING);
        let mut marks: Vec<(u64, u32)> = told.map(|(o, n)| (skeleton_mark(&o.outcome), n)).collect();
        sort_by(&mut marks, |a, b| a.cmp(b));
        let mut seen: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        for alike in marks.chunk_by(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
            for &(_, n) in alike {
                seen.entry(skeleton(&plan.objectives[n as usize - 1].outcome)).or_default().push(n);
            }
        }
        for ns in seen.into_values().filter(|ns| ns.len() > 1) {
            let count = ns.len() as u32;
            for &n in &ns {
                let other = if n == ns[0] { ns[1] } else { ns[0] };
                let evidence = vec![Evidence::WholeOutcome, Evidence::Other(other)];
                self.add(n, FindingKind::SameOutcome { other, count }, evidence);
            }
        }
    }

    /// Weights that look like percentages of a whole. Plans give 100 to all objectives together, or to those of each
    /// responsible person or office; where neither is near, weights are of another unit.
    fn weights(&mut self, plan: &Plan) {
        let weights = |objectives: &mut dyn Iterator<Item = &Objective>| {
            let (mut sum, mut count) = (0.0, 0);
            for weight in objectives.filter_map(|objective| objective.weight) {
                sum += weight.value();
                count += 1;
            }
            (sum, count)
        };
        let (sum, count) = weights(&mut plan.objectives.iter());
        let is_whole = |sum: f64| (sum - 100.0).abs() < 0.05;
        let is_near = |sum: f64| (80.0..=120.0).contains(&sum) && !is_whole(sum);
        if count < 2 || is_whole(sum) {
            return;
        }
        if is_near(sum) {
            let kind = FindingKind::WeightsDoNotAddUp { sum, count };
            self.all.push(Finding { kind, n: None, evidence: vec![Evidence::Weight] });
            return;
        }
        let mut groups: FxHashMap<String, (u32, f64, u32)> = FxHashMap::default();
        for (objective, n) in plan.objectives.iter().zip(1..) {
            if let Some(weight) = objective.weight {
                let of = match objective.office.trim() {
                    "" => objective.responsible.as_written(),
                    office => office.to_owned(),
                };
                let group = groups.entry(of).or_insert((n, 0.0, 0));
                (group.1, group.2) = (group.1 + weight.value(), group.2 + 1);
            }
        }
        let whole = groups.values().filter(|(_, sum, _)| is_whole(*sum)).count();
        if whole * 2 < groups.len() {
            return;
        }
        for (n, sum, count) in groups.into_values().filter(|(_, sum, _)| is_near(*sum)) {
            self.add(n, FindingKind::WeightsDoNotAddUp { sum, count }, vec![Evidence::Weight]);
        }
    }

    /// What the reader of the file noticed and a person should ask about.
    fn of_the_reader(&mut self, plan: &Plan, diagnostics: &[Diagnostic]) {
        let settled: FxHashSet<u32> =
            plan.corrections.iter().filter(|of| of.code.is_some()).map(|of| of.n).collect();
        for Diagnostic { kind, n, .. } in diagnostics {
            let (kind, evidence) = match kind {
                DiagnosticKind::CodeReadAs { written, read } => {
                    let (written, read) = (written.clone(), read.clone());
                    (FindingKind::CodeWrittenUnusually { written, read }, Evidence::Code)
                }
                DiagnosticKind::CodeNotOfficial { code, count } => {
                    (FindingKind::CodeNotOfficial { code: code.clone(), count: *count }, Evidence::Code)
                }
                DiagnosticKind::CodeUnlikeMission { programme, mission } => {
                    let (programme, mission) = (programme.clone(), mission.clone());
                    (FindingKind::CodeUnlikeMission { programme, mission }, Evidence::Code)
                }
                DiagnosticKind::MissionWithoutName { code } => {
                    (FindingKind::MissionWithoutName { code: code.to_string() }, Evidence::Code)
                }
                DiagnosticKind::DuplicateObjective { first } => {
                    (FindingKind::DuplicateObjective { first: *first }, Evidence::Other(*first))
                }
                _ => continue,
            };
            // What was odd in a code is settled where the user says which it is.
            if evidence != Evidence::Code || !n.is_some_and(|n| settled.contains(&n)) {
                self.all.push(Finding { kind, n: *n, evidence: vec![evidence] });
            }
        }
    }
}

/// Whether an objective went in a way that earns no full reward.
fn is_missed(status: Status) -> bool {
    matches!(status, Status::NotAchieved | Status::Suspended | Status::Postponed | Status::Cancelled)
}

/// Whether an objective is a row of totals: its text begins as such rows do, and says no more.
fn is_total(objective: &Objective) -> bool {
    let text = objective.objective.trim();
    let total = ["totale", "totali", "subtotale", "sommano", "mediaponderata", "mediacomplessiva"];
    // Few texts begin with one of their letters: the others need not be folded.
    let may_begin = |c: char| !c.is_alphanumeric() || "tsm".contains(fold_char(c));
    let may_be = text.len() <= 60 && text.starts_with(may_begin);
    let begins = || {
        let skeleton = skeleton(text);
        total.iter().any(|total| skeleton.starts_with(total))
    };
    may_be && begins()
}
