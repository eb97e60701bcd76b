// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a change of the method moved: which objectives stand otherwise, and the mean degree before and after.
//!
//! Never here: a judgement on which of the two is right, or words.

use super::figures::{Summary, WeightedMean};
use crate::plan::{Method, Weights};
use crate::reading::{Achievement, Status};

/// How an objective stands in the figures: with a status, or left out of them (`None`).
pub type Standing = Option<Status>;

/// The mean degree that a method puts first, with its denominator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanDegree {
    /// Whether it is the weighted one.
    pub weights: Weights,
    /// The mean, in percent; `None` where `known` is 0.
    pub mean: Option<f64>,
    /// Over how many objectives.
    pub known: u32,
    /// Of how many that count.
    pub objectives: u32,
}

impl MeanDegree {
    /// The mean degree of these figures under this method.
    pub fn new(summary: &Summary, method: &Method) -> Self {
        let Summary { objectives, degree, weighted, .. } = *summary;
        let WeightedMean { known, mean } = match method.weights {
            Weights::Ignored => WeightedMean { known: degree.known, mean: degree.mean },
            Weights::Used => weighted,
        };
        Self { weights: method.weights, mean, known, objectives }
    }
}

/// What a change of the method moved, in the plan as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// How many objectives went from one standing to another: in the order in which statuses are shown, those left out
    /// last, none that is 0.
    pub moved: Vec<(Standing, Standing, u32)>,
    /// The mean degree before.
    pub before: MeanDegree,
    /// The mean degree after.
    pub after: MeanDegree,
}

impl Change {
    /// What moved between two decisions on the same objectives.
    pub fn new(before: &[Achievement], after: &[Achievement], means: [MeanDegree; 2]) -> Self {
        const LEFT_OUT: usize = Status::ALL.len();
        let place = |achievement: &Achievement| match achievement.counted.is_left_out() {
            true => LEFT_OUT,
            false => achievement.status as usize,
        };
        let mut counts = [[0_u32; LEFT_OUT + 1]; LEFT_OUT + 1];
        for (before, after) in before.iter().zip(after) {
            counts[place(before)][place(after)] += 1;
        }
        let standing = |place: usize| Status::ALL.get(place).copied();
        let cells = counts.iter().enumerate().flat_map(|(from, row)| {
            row.iter().enumerate().map(move |(to, &count)| (standing(from), standing(to), count))
        });
        let [before, after] = means;
        Self { moved: cells.filter(|&(from, to, count)| from != to && count > 0).collect(), before, after }
    }

    /// How many objectives stand otherwise than before.
    pub fn count(&self) -> u32 {
        self.moved.iter().map(|(_, _, count)| count).sum()
    }
}
