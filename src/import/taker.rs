// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who takes objectives while a file is read: each as soon as it is known in full, and in the plan's order.
//!
//! A large plan is read several times faster where what is needed of an objective is taken while it is at hand, and only
//! little of it stays. Never here: what is taken of it.

use std::borrow::Cow;

use super::check::Check;
use super::{Diagnostic, Plan};
use crate::plan::{Objective, Year};

/// Takes objectives.
pub(crate) trait Taker {
    /// Takes the next objective, unless it leaves it in the plan. The year is the plan's, as far as the file has stated it
    /// by now.
    fn take(&mut self, objective: Objective, year: Option<Year>) -> Option<Objective>;

    /// The objective at a place (from 0), where it was taken.
    fn taken(&self, _: usize) -> Option<Objective> {
        None
    }
}

/// Leaves everything where it is.
pub(crate) struct Nobody;

impl Taker for Nobody {
    fn take(&mut self, objective: Objective, _: Option<Year>) -> Option<Objective> {
        Some(objective)
    }
}

/// Looks at what deserves a look before somebody takes it.
pub(super) struct Checked<'t> {
    check: Check,
    taker: &'t mut dyn Taker,
}

impl<'t> Checked<'t> {
    pub fn new(taker: &'t mut dyn Taker) -> Self {
        Self { check: Check::default(), taker }
    }

    /// Whether any objective was taken.
    pub fn has_taken(&self) -> bool {
        !self.check.is_empty()
    }

    /// Has all objectives of a plan taken, of which none was.
    pub fn take_all(&mut self, plan: &mut Plan) {
        let year = plan.header.year;
        let objectives = std::mem::take(&mut plan.objectives).into_vec().into_iter();
        plan.objectives =
            objectives.filter_map(|objective| self.take(objective, year)).collect::<Vec<_>>().into();
    }

    /// What it has seen.
    pub fn into_check(self) -> Check {
        self.check
    }

    /// The same of a plan of which both halves were looked at.
    pub fn of_both(check: Check, taker: &'t mut dyn Taker) -> Self {
        Self { check, taker }
    }

    /// Adds what deserves a look to what the reader of this plan reported.
    pub fn finish(self, plan: &Plan, diagnostics: &mut Vec<Diagnostic>) {
        let Self { check, taker } = self;
        let whole = |at: usize| {
            let taken = taker.taken(at).map(Cow::Owned);
            taken.unwrap_or_else(|| Cow::Borrowed(&plan.objectives[at]))
        };
        check.finish(plan.header.year, &whole, diagnostics);
    }
}

impl Taker for Checked<'_> {
    fn take(&mut self, objective: Objective, year: Option<Year>) -> Option<Objective> {
        self.check.add(&objective);
        self.taker.take(objective, year)
    }
}
