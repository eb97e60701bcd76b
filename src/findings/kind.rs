// SPDX-License-Identifier: AGPL-3.0-or-later
//! The kinds of findings, with what their sentences need.
//!
//! Never here: the sentences (see `locale::findings`).

use borsh::{BorshDeserialize, BorshSerialize};

use crate::plan::{Objective, Percent, Year};
use crate::reading::{Date, Span, Status};

/// Which percentage was declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Declared {
    /// The objective's own degree, in a column or key.
    Degree,
    /// The staff percentage, where nothing states the degree.
    Staff,
}

/// The names of the kinds in files and handles, in the order in which they are shown: what touches the result first, what
/// is only written oddly last. A kind's place in it is its [`FindingKind::rank`].
pub const KINDS: [&str; 20] = [
    "declared_degree_contradicts_outcome_text",
    "text_and_column_disagree",
    "staff_rewarded_on_objective_not_achieved",
    "outcome_dated_after_plan_year",
    "deadline_missed",
    "deadline_after_plan_year",
    "deadline_before_plan_year",
    "not_planned_but_reported",
    "planned_but_not_reported",
    "nothing_stated",
    "percentage_only_in_text",
    "identical_outcome_text",
    "indicator_without_target",
    "weights_do_not_add_up",
    "duplicate_objective",
    "total_row_as_objective",
    "code_unlike_mission",
    "code_not_official",
    "code_written_unusually",
    "mission_without_name",
];

/// The kind that nothing but staff percentages tells: where these stay behind, it is not there either.
pub const ON_STAFF: &str = KINDS[2];

/// One kind of finding.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum FindingKind {
    /// The declared degree and the outcome text cannot both be right.
    DegreeContradictsText {
        /// Which percentage it is.
        declared: Declared,
        /// The percentage.
        percent: Percent,
    },
    /// The outcome text states another number than the column.
    NumbersDisagree {
        /// In the column.
        column: Percent,
        /// In the text.
        text: Percent,
    },
    /// The text says when it was done: after the year of the plan.
    DatedAfterYear {
        /// When.
        date: Date,
        /// The year of the plan.
        year: Year,
    },
    /// A deadline after the year of the plan.
    DeadlineAfterYear {
        /// The deadline.
        date: Date,
        /// The year of the plan.
        year: Year,
    },
    /// A deadline before the year of the plan.
    DeadlineBeforeYear {
        /// The deadline.
        date: Date,
        /// The year of the plan.
        year: Year,
    },
    /// Done after the deadline, by the dates that both state.
    DeadlineMissed {
        /// The deadline.
        deadline: Date,
        /// When it was done.
        date: Date,
    },
    /// Planned for the year, and nothing is reported.
    PlannedNotReported,
    /// Not planned for the year, and yet reported.
    NotPlannedButReported,
    /// A percentage stands only in the outcome text, though the document has a column for percentages.
    PercentageOnlyInText {
        /// The percentage.
        percent: Percent,
    },
    /// Neither a percentage nor words from which a degree follows.
    NothingStated,
    /// The staff reached 100 % of an objective that was not achieved.
    StaffRewarded {
        /// How the objective went.
        status: Status,
    },
    /// An indicator by which nothing can be measured: no number, no date, no term.
    IndicatorWithoutTarget,
    /// The same outcome text on several objectives.
    SameOutcome {
        /// Another objective that has it: the first, or for the first the second.
        other: u32,
        /// How many have it.
        count: u32,
    },
    /// Weights that look like percentages and do not make 100 together.
    WeightsDoNotAddUp {
        /// What they make.
        sum: f64,
        /// How many objectives they are of.
        count: u32,
    },
    /// A code that the official list of the year does not have.
    CodeNotOfficial {
        /// The code.
        code: String,
        /// How many objectives have it.
        count: u32,
    },
    /// A programme that does not belong to the mission beside it.
    CodeUnlikeMission {
        /// The programme.
        programme: String,
        /// The mission.
        mission: String,
    },
    /// A code written in another way than the official one.
    CodeWrittenUnusually {
        /// As written.
        written: String,
        /// As read.
        read: String,
    },
    /// A mission headed by its number alone.
    MissionWithoutName {
        /// Its code.
        code: String,
    },
    /// The same objective again.
    DuplicateObjective {
        /// The first of them.
        first: u32,
    },
    /// A row of totals that stands among the objectives.
    TotalAsObjective,
}

impl FindingKind {
    /// Whether it is of how the file was written, which its reader noticed and no other document of the same plan says.
    pub fn is_of_the_reader(&self) -> bool {
        matches!(self, Self::CodeWrittenUnusually { .. } | Self::MissionWithoutName { .. })
    }

    /// The name in files and handles.
    pub fn code(&self) -> &'static str {
        KINDS[self.rank()]
    }

    /// Its place among the [`KINDS`].
    pub fn rank(&self) -> usize {
        match self {
            Self::DegreeContradictsText { .. } => 0,
            Self::NumbersDisagree { .. } => 1,
            Self::StaffRewarded { .. } => 2,
            Self::DatedAfterYear { .. } => 3,
            Self::DeadlineMissed { .. } => 4,
            Self::DeadlineAfterYear { .. } => 5,
            Self::DeadlineBeforeYear { .. } => 6,
            Self::NotPlannedButReported => 7,
            Self::PlannedNotReported => 8,
            Self::NothingStated => 9,
            Self::PercentageOnlyInText { .. } => 10,
            Self::SameOutcome { .. } => 11,
            Self::IndicatorWithoutTarget => 12,
            Self::WeightsDoNotAddUp { .. } => 13,
            Self::DuplicateObjective { .. } => 14,
            Self::TotalAsObjective => 15,
            Self::CodeUnlikeMission { .. } => 16,
            Self::CodeNotOfficial { .. } => 17,
            Self::CodeWrittenUnusually { .. } => 18,
            Self::MissionWithoutName { .. } => 19,
        }
    }
}

/// A place that a finding leans on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Evidence {
    /// Words of the outcome text.
    Outcome(Span),
    /// The outcome text as a whole.
    WholeOutcome,
    /// Words of an indicator, by its place among those of the objective.
    Indicator(usize, Span),
    /// Words of an indicator's expected value.
    Expected(usize, Span),
    /// Words of the deadline.
    Deadline(Span),
    /// The column of the objective's own degree.
    Degree,
    /// The staff percentage.
    StaffPercent,
    /// The degree that one stood in for, which itself stayed behind.
    StandInDegree,
    /// The years in which it is planned.
    Planned,
    /// The code as written.
    Code,
    /// The weight.
    Weight,
    /// What is to be achieved.
    Objective,
    /// Another objective, from 1.
    Other(u32),
}

impl Evidence {
    /// The words of an objective that it is, by the text that they stand in; `None` where it is something else than words.
    pub fn words(self, objective: &Objective) -> Option<(&str, Span)> {
        let text = match self {
            Self::Outcome(span) => (&objective.outcome, span),
            Self::Deadline(span) => (&objective.deadline, span),
            Self::Indicator(at, span) => (&objective.indicators.get(at)?.text, span),
            Self::Expected(at, span) => (&objective.indicators.get(at)?.expected, span),
            _ => return None,
        };
        Some((text.0, text.1))
    }

    /// The name in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Outcome(_) | Self::WholeOutcome => "outcome",
            Self::Indicator(..) => "indicator",
            Self::Expected(..) => "expected",
            Self::Deadline(_) => "deadline",
            Self::Degree => "percent",
            Self::StaffPercent => "staff_percent",
            Self::StandInDegree => "stand_in_degree",
            Self::Planned => "years",
            Self::Code => "code",
            Self::Weight => "weight",
            Self::Objective => "objective",
            Self::Other(_) => "other_objective",
        }
    }
}
