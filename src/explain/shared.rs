// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a figure was made of which only the figures came: its value with what it was divided by, as they were sent.
//!
//! Never here: a row, since none came, and a figure that was not sent.

use super::{Figure, Question};
use crate::statistics::{Dimension, Distribution, Figures, Group, Summary};

/// A figure that was sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// What was asked.
    pub question: Question,
    /// The figures of the objectives that it is over.
    pub summary: Summary,
}

impl Shared {
    /// The figure that answers a question; `None` where it was not sent.
    pub fn new(question: Question, sent: &Figures) -> Option<Self> {
        let filters: Vec<_> = question.selection.filters.iter().collect();
        let group = |groups: &[Group], key: &str| {
            groups.iter().find(|group| group.key == key).map(|group| group.summary)
        };
        let summary = match filters.as_slice() {
            [] => Some(sent.selected),
            [filter] => match filter.dimension {
                Dimension::Mission => group(&sent.by_mission, &filter.key),
                Dimension::Strategic => group(&sent.by_strategic, &filter.key),
                Dimension::Year => group(&sent.by_year, &filter.key),
                Dimension::Degree if question.figure == Figure::Objectives => {
                    in_range(&sent.distribution, &filter.key)
                }
                _ => None,
            },
            _ => None,
        };
        summary.map(|summary| Self { question, summary })
    }

    /// The value of the figure: a percentage, or a count.
    pub fn value(&self) -> Option<f64> {
        self.question.figure.value(&self.summary)
    }

    /// Over how many objectives it is, of those that count: what a mean was divided by.
    pub fn known(&self) -> u32 {
        match self.question.figure {
            Figure::Objectives | Figure::Status(_) => self.summary.objectives,
            Figure::Mean | Figure::Median => self.summary.degree.known,
            Figure::WeightedMean => self.summary.weighted.known,
            Figure::StaffPercent => self.summary.staff_percent.known,
        }
    }
}

/// How many objectives are in a range of degrees, of which nothing else was sent.
fn in_range(distribution: &Distribution, key: &str) -> Option<Summary> {
    let mut bins = distribution.bins.iter().enumerate();
    let count = match key {
        "" => Some(distribution.unknown),
        key => bins.find(|(bin, _)| Distribution::key_of(*bin) == key).map(|(_, count)| *count),
    };
    count.map(|objectives| Summary { objectives, ..Summary::default() })
}
