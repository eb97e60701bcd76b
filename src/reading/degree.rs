// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decides the degree of achievement of each objective, by the method, and keeps what decided it.
//!
//! The order is that of the reference document's default method: the objective's own degree, else a number in its
//! outcome text, else a verdict in it, else the one its indicators give, else the staff percentage as a marked stand-in,
//! else nothing. Then the method may make some kinds of objective count otherwise, which the achievement keeps as well.
//! Reading texts does not depend on it: that is done once per plan ([`read_all`]), [`decide_all`] again whenever the
//! method changes.
//! Never here: a figure over several objectives.

use borsh::{BorshDeserialize, BorshSerialize};
use rustc_hash::FxHashMap;

use crate::facts::Facts;
use crate::plan::{Bands, Correction, Method, NotPlanned, Objective, Percent, Plan, StandIn, Unjudged, Year};

use super::{
    Achievement, Counted, ObjectiveReading, ReadFrom, Reason, Span, StatedVerdict, Status,
    degree_from_indicators, read_all,
};

/// The status of a degree.
///
/// ```
/// use traguardi::plan::{Bands, Percent};
/// use traguardi::reading::{Status, judge};
/// let half = Percent::new(50.0).unwrap();
/// assert_eq!(judge(half, &Bands::LITERAL), Status::PartiallyAchieved);
/// ```
pub fn judge(degree: Percent, bands: &Bands) -> Status {
    if degree >= bands.achieved_from() {
        Status::Achieved
    } else if bands.partly().admits(degree) {
        Status::PartiallyAchieved
    } else {
        Status::NotAchieved
    }
}

/// Whether an objective is not planned in a year: the document says in which years it is, and this is none of them.
/// Where the document does not say, or has no year itself, nobody knows.
pub fn is_not_planned(objective: &Objective, year: Option<Year>) -> bool {
    leaves_out(&objective.planned, year)
}

fn leaves_out(planned: &Option<Vec<Year>>, year: Option<Year>) -> bool {
    matches!((planned, year), (Some(years), Some(year)) if !years.contains(&year))
}

/// What the columns of an objective state of how it went.
#[derive(Debug, Clone, Copy)]
struct Stated {
    degree: Option<Percent>,
    stand_in: Option<Percent>,
    is_not_planned: bool,
}

impl Stated {
    fn of(objective: &Objective, year: Option<Year>) -> Self {
        let (degree, stand_in) = (objective.degree, objective.stand_in());
        Self { degree, stand_in, is_not_planned: is_not_planned(objective, year) }
    }
}

/// Decides how one objective went and how it counts. `reading` is of its texts, `correction` the word of the user on it.
fn decide(
    stated: Stated,
    reading: &ObjectiveReading,
    method: &Method,
    correction: Option<&Correction>,
) -> Achievement {
    let decided = match correction.filter(|correction| correction.is_of_outcome()) {
        Some(correction) => corrected(correction, method),
        None => as_stated(stated, reading, method),
    };
    let Decided { status, degree, read_from, evidence } = decided;
    let (counted, corrected) = (Counted::AsStated, correction.is_some());
    let mut achievement = Achievement { status, degree, read_from, evidence, counted, corrected };
    // What is not of this year is left out whatever became of it: it is asked first.
    if method.not_planned == NotPlanned::LeftOut && stated.is_not_planned {
        achievement.counted = Counted::LeftOut(Reason::NotPlanned);
        return achievement;
    }
    let (way, reason) = match achievement.status {
        Status::Suspended => (method.suspended, Reason::Suspended),
        Status::NotMeasurable => (method.not_measurable, Reason::NotMeasurable),
        _ => return achievement,
    };
    match way {
        Unjudged::Apart => {}
        Unjudged::AsZero => {
            (achievement.status, achievement.degree) = (Status::NotAchieved, Some(Percent::ZERO));
            achievement.counted = Counted::AsZero(reason);
        }
        Unjudged::LeftOut => achievement.counted = Counted::LeftOut(reason),
    }
    achievement
}

/// How an objective went, and what decided it.
struct Decided {
    status: Status,
    degree: Option<Percent>,
    read_from: Option<ReadFrom>,
    evidence: Option<Span>,
}

/// The degree that a status is, where it is one.
fn degree_of(status: Status) -> Option<Percent> {
    match status {
        Status::Achieved => Some(Percent::WHOLE),
        Status::NotAchieved => Some(Percent::ZERO),
        _ => None,
    }
}

/// How an objective went by the word of the user.
fn corrected(correction: &Correction, method: &Method) -> Decided {
    let status = correction.status.as_deref().and_then(Status::from_code);
    let degree = correction.degree.or(status.and_then(degree_of));
    let judged = || degree.map_or(Status::NotStated, |degree| judge(degree, &method.bands));
    let (status, read_from) = (status.unwrap_or_else(judged), Some(ReadFrom::Correction));
    Decided { status, degree, read_from, evidence: None }
}

/// How an objective went by what its document states, whatever the method makes of some kinds of objective.
fn as_stated(
    stated: Stated,
    ObjectiveReading { outcome, indicators, .. }: &ObjectiveReading,
    method: &Method,
) -> Decided {
    let measured = |degree, read_from, evidence| Decided {
        status: judge(degree, &method.bands),
        degree: Some(degree),
        read_from: Some(read_from),
        evidence,
    };
    if let Some(degree) = stated.degree {
        return measured(degree, ReadFrom::DegreeColumn, None);
    }
    if let Some((degree, span)) = outcome.number {
        return measured(degree, ReadFrom::NumberInText, Some(span));
    }
    if let Some(StatedVerdict { status, span, .. }) = outcome.verdict {
        // A verdict in words is not judged again by bands: "non raggiunto" is not achieved under any of them.
        let (read_from, evidence) = (Some(ReadFrom::Wording), Some(span));
        return Decided { status, degree: degree_of(status), read_from, evidence };
    }
    if let Some(degree) = degree_from_indicators(indicators) {
        return measured(degree, ReadFrom::Indicators, None);
    }
    match (method.stand_in, stated.stand_in) {
        (StandIn::StaffPercent, Some(percent)) => measured(percent, ReadFrom::StaffPercent, None),
        (StandIn::StaffPercent, None) | (StandIn::Nothing, _) => {
            Decided { status: Status::NotStated, degree: None, read_from: None, evidence: None }
        }
    }
}

/// Decides how every objective went. `readings` are those of [`read_all`] for the same plan.
pub fn decide_all(plan: &Plan, readings: &[ObjectiveReading], method: &Method) -> Vec<Achievement> {
    let stated = plan.objectives.iter().map(|objective| Stated::of(objective, plan.header.year));
    decide_stated(&mut { stated }, plan, readings, method)
}

/// The same of the facts of the plan.
pub fn decide_facts(
    facts: &Facts,
    plan: &Plan,
    readings: &[ObjectiveReading],
    method: &Method,
) -> Vec<Achievement> {
    let not_planned = not_planned(facts, plan.header.year);
    let mut stated = (0..facts.len()).map(|row| Stated {
        degree: facts.degree.of(row),
        stand_in: facts.stand_in(row),
        is_not_planned: not_planned[facts.planned.rows()[row] as usize],
    });
    decide_stated(&mut stated, plan, readings, method)
}

/// For each list of years in which objectives are planned, whether this is none of them.
fn not_planned(facts: &Facts, year: Option<Year>) -> Vec<bool> {
    let lists = facts.planned.values().iter();
    lists.map(|planned| leaves_out(planned, year)).collect()
}

fn decide_stated(
    stated: &mut dyn Iterator<Item = Stated>,
    plan: &Plan,
    readings: &[ObjectiveReading],
    method: &Method,
) -> Vec<Achievement> {
    let corrections: FxHashMap<u32, &Correction> =
        plan.corrections.iter().map(|correction| (correction.n, correction)).collect();
    let decided = |((stated, reading), n)| decide(stated, reading, method, corrections.get(&n).copied());
    stated.zip(readings).zip(1..).map(decided).collect()
}

/// Reads and decides how every objective went, in the plan's order.
pub fn achievements(plan: &Plan, method: &Method) -> Vec<Achievement> {
    decide_all(plan, &read_all(plan), method)
}

/// How many objectives of a plan the method may make count otherwise, whatever it does make of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Cases {
    /// Suspended ones.
    pub suspended: u32,
    /// Those that cannot be measured.
    pub not_measurable: u32,
    /// Those that are not planned in the plan's year.
    pub not_planned: u32,
}

impl Cases {
    /// Those of a plan. `achievements` are of its objectives, under any method.
    pub fn of(plan: &Plan, achievements: &[Achievement]) -> Self {
        let year = plan.header.year;
        let not_planned = plan.objectives.iter().filter(|objective| is_not_planned(objective, year)).count();
        Self::with(achievements, not_planned)
    }

    /// Those of a plan of a year of which these are the facts.
    pub fn of_facts(facts: &Facts, year: Option<Year>, achievements: &[Achievement]) -> Self {
        let not_planned = not_planned(facts, year);
        let rows = facts.planned.rows().iter();
        Self::with(achievements, rows.filter(|planned| not_planned[**planned as usize]).count())
    }

    fn with(achievements: &[Achievement], not_planned: usize) -> Self {
        let count = |status, reason| {
            let is_one = |a: &&Achievement| a.status == status || a.counted == Counted::AsZero(reason);
            achievements.iter().filter(is_one).count() as u32
        };
        Self {
            suspended: count(Status::Suspended, Reason::Suspended),
            not_measurable: count(Status::NotMeasurable, Reason::NotMeasurable),
            not_planned: not_planned as u32,
        }
    }
}
