// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decides the degree of achievement of each objective, by the method, and keeps what decided it.
//!
//! The order is that of the reference document's default method: the objective's own degree, else a number in its
//! outcome text, else a verdict in it, else the staff percentage as a marked stand-in, else nothing. Reading texts does
//! not depend on the method: [`outcomes`] is done once per plan, [`decide_all`] again whenever the method changes.
//! Never here: a figure over several objectives.

use crate::plan::{Bands, Method, Objective, Percent, Plan, StandIn};

use super::{Achievement, OutcomeReading, ReadFrom, StatedVerdict, Status, outcome};

/// The status of a degree.
///
/// ```
/// use traguardi::plan::{Bands, Percent};
/// use traguardi::reading::{Status, judge};
/// let half = Percent::new(50.0).unwrap();
/// assert_eq!(judge(half, &Bands::LITERAL), Status::PartiallyAchieved);
/// ```
pub fn judge(degree: Percent, bands: &Bands) -> Status {
    if degree >= bands.achieved_from {
        Status::Achieved
    } else if bands.partly.admits(degree) {
        Status::PartiallyAchieved
    } else {
        Status::NotAchieved
    }
}

/// Decides how one objective went. `outcome` is the reading of its outcome text.
pub fn decide(objective: &Objective, outcome: OutcomeReading, method: &Method) -> Achievement {
    let measured = |degree, read_from, evidence| Achievement {
        status: judge(degree, &method.bands),
        degree: Some(degree),
        read_from: Some(read_from),
        evidence,
        outcome,
    };
    if let Some(degree) = objective.degree {
        return measured(degree, ReadFrom::DegreeColumn, None);
    }
    if let Some((degree, span)) = outcome.number {
        return measured(degree, ReadFrom::NumberInText, Some(span));
    }
    if let Some(StatedVerdict { status, span, .. }) = outcome.verdict {
        // A verdict in words is not judged again by bands: "non raggiunto" is not achieved under any of them.
        let degree = match status {
            Status::Achieved => Some(Percent::WHOLE),
            Status::NotAchieved => Some(Percent::ZERO),
            _ => None,
        };
        let (read_from, evidence) = (Some(ReadFrom::Wording), Some(span));
        return Achievement { status, degree, read_from, evidence, outcome };
    }
    match (method.stand_in, objective.staff_percent) {
        (StandIn::StaffPercent, Some(percent)) => measured(percent, ReadFrom::StaffPercent, None),
        (StandIn::StaffPercent, None) | (StandIn::Nothing, _) => {
            Achievement { status: Status::NotStated, degree: None, read_from: None, evidence: None, outcome }
        }
    }
}

/// Reads every outcome text of a plan, in its order.
pub fn outcomes(plan: &Plan) -> Vec<OutcomeReading> {
    plan.objectives.iter().map(|objective| outcome(&objective.outcome)).collect()
}

/// Decides how every objective went. `outcomes` are those of [`outcomes`] for the same plan.
pub fn decide_all(plan: &Plan, outcomes: &[OutcomeReading], method: &Method) -> Vec<Achievement> {
    plan.objectives
        .iter()
        .zip(outcomes)
        .map(|(objective, &outcome)| decide(objective, outcome, method))
        .collect()
}

/// Reads and decides how every objective went, in the plan's order.
pub fn achievements(plan: &Plan, method: &Method) -> Vec<Achievement> {
    decide_all(plan, &outcomes(plan), method)
}
