// SPDX-License-Identifier: AGPL-3.0-or-later
//! The columns of the table of objectives, and by what its rows can be grouped.
//!
//! Never here: what a column is called, or what stands in its cells.

use crate::statistics::{Dimension, Field};

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The code: missions and programmes by number, then codes of another kind as written.
    Code,
    /// The objective's text, alphabetically. It opens the objective, so it is always shown.
    Objective,
    /// The responsible people, alphabetically.
    Responsible,
    /// The status, in the order in which statuses are shown.
    Status,
    /// The degree of achievement.
    Degree,
    /// The staff percentage.
    Staff,
    /// What the objective is for.
    Purpose,
    /// Who works on it besides those responsible.
    Support,
    /// The office.
    Office,
    /// The mission.
    Mission,
    /// The programme.
    Programme,
    /// The years in which it is planned.
    Planned,
    /// By when, as written; sorted by the month of the last date in it.
    Deadline,
    /// How much it counts.
    Weight,
    /// The indicators.
    Indicators,
    /// The outcome, in words.
    Outcome,
    /// How many kinds of findings there are in it.
    Findings,
}

impl Column {
    /// Every column, in the order in which they are shown until somebody chooses otherwise.
    pub const ALL: [Self; 17] = [
        Self::Code,
        Self::Objective,
        Self::Purpose,
        Self::Mission,
        Self::Programme,
        Self::Office,
        Self::Responsible,
        Self::Support,
        Self::Planned,
        Self::Deadline,
        Self::Weight,
        Self::Indicators,
        Self::Outcome,
        Self::Status,
        Self::Degree,
        Self::Staff,
        Self::Findings,
    ];

    /// Those that are shown at first.
    pub const FIRST: [Self; 6] =
        [Self::Code, Self::Objective, Self::Responsible, Self::Status, Self::Degree, Self::Staff];

    /// The name in handles and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Objective => "objective",
            Self::Responsible => "responsible",
            Self::Status => "status",
            Self::Degree => "degree",
            Self::Staff => "staff",
            Self::Purpose => "purpose",
            Self::Support => "support",
            Self::Office => "office",
            Self::Mission => "mission",
            Self::Programme => "programme",
            Self::Planned => "planned",
            Self::Deadline => "deadline",
            Self::Weight => "weight",
            Self::Indicators => "indicators",
            Self::Outcome => "outcome",
            Self::Findings => "findings",
        }
    }

    /// The column of a name in handles and addresses.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code)
    }

    /// The text of an objective that stands in it; `None` for columns of figures.
    pub fn field(self) -> Option<Field> {
        Some(match self {
            Self::Code => Field::Code,
            Self::Objective => Field::Objective,
            Self::Responsible => Field::Responsible,
            Self::Purpose => Field::Purpose,
            Self::Support => Field::Support,
            Self::Office => Field::Office,
            Self::Mission => Field::Mission,
            Self::Programme => Field::Programme,
            Self::Deadline => Field::Deadline,
            Self::Indicators => Field::Indicators,
            Self::Outcome => Field::Outcome,
            Self::Status | Self::Degree | Self::Staff | Self::Planned | Self::Weight | Self::Findings => {
                return None;
            }
        })
    }

    /// The column in which a text of an objective stands.
    pub fn of_field(field: Field) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.field() == Some(field))
    }

    /// Whether it holds figures, which stand at the end of their cells.
    pub fn is_figure(self) -> bool {
        matches!(self, Self::Degree | Self::Staff | Self::Weight | Self::Findings)
    }
}

/// By what the rows of the table are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grouping {
    /// The mission.
    Mission,
    /// The programme.
    Programme,
    /// Those responsible, by name: never by result.
    Person,
    /// The status.
    Status,
    /// The office.
    Office,
    /// Strategic or ordinary.
    Strategic,
    /// The planned year.
    Year,
}

impl Grouping {
    /// Every grouping.
    pub const ALL: [Self; 7] = [
        Self::Mission,
        Self::Programme,
        Self::Person,
        Self::Status,
        Self::Office,
        Self::Strategic,
        Self::Year,
    ];

    /// The dimension of its keys.
    pub fn dimension(self) -> Dimension {
        match self {
            Self::Mission => Dimension::Mission,
            Self::Programme => Dimension::Programme,
            Self::Person => Dimension::Person,
            Self::Status => Dimension::Status,
            Self::Office => Dimension::Office,
            Self::Strategic => Dimension::Strategic,
            Self::Year => Dimension::Year,
        }
    }

    /// The name in handles and addresses.
    pub fn code(self) -> &'static str {
        self.dimension().code()
    }

    /// The grouping of a name in handles and addresses.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grouping| grouping.code() == code)
    }

    /// Whether an objective may be in several groups, so that parts exceed the whole.
    pub fn overlaps(self) -> bool {
        matches!(self, Self::Person | Self::Year)
    }
}
