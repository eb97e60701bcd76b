// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a figure was made: over which objectives, which of them are in it, which are not and why, what was added up and
//! by what it was divided.
//!
//! A figure is asked for by its kind and by the selection that it is over. Its value is that of `statistics`, which
//! showed it; the parts are found again row by row, and a test holds the two together. Never here: a word of a language.

pub mod shared;

use crate::document::Document;
use crate::reading::{Achievement, Counted, LEFT_OUT, Reason, Status};
use crate::statistics::sum::fixed;
use crate::statistics::{Dimension, Facets, Field, Filter, Month, Selection, Summary};

/// A kind of figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// How many objectives count.
    Objectives,
    /// How many of these went in a way.
    Status(Status),
    /// The mean degree of achievement.
    Mean,
    /// The same, each objective by its weight.
    WeightedMean,
    /// The median degree.
    Median,
    /// The mean staff percentage.
    StaffPercent,
}

impl Figure {
    /// The name in handles.
    pub fn code(self) -> &'static str {
        match self {
            Self::Objectives => "objectives",
            Self::Status(status) => status.code(),
            Self::Mean => "mean",
            Self::WeightedMean => "weighted-mean",
            Self::Median => "median",
            Self::StaffPercent => "staff-percent",
        }
    }

    /// The figure of a name.
    pub fn from_code(code: &str) -> Option<Self> {
        let others = [Self::Objectives, Self::Mean, Self::WeightedMean, Self::Median, Self::StaffPercent];
        let known = others.into_iter().find(|figure| figure.code() == code);
        known.or_else(|| Status::from_code(code).map(Self::Status))
    }

    /// Its value in the figures of some objectives: a percentage, or a count.
    pub fn value(self, summary: &Summary) -> Option<f64> {
        let Summary { objectives, status, degree, weighted, staff_percent, .. } = summary;
        match self {
            Self::Objectives => Some(f64::from(*objectives)),
            Self::Status(of) => Some(f64::from(status.of(of))),
            Self::Mean => degree.mean,
            Self::WeightedMean => weighted.mean,
            Self::Median => degree.median,
            Self::StaffPercent => staff_percent.mean,
        }
    }
}

/// What is asked: a figure, and of which objectives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The figure.
    pub figure: Figure,
    /// The objectives that it is over.
    pub selection: Selection,
    /// In which text of each their words were searched; `None` for all texts.
    pub field: Option<Field>,
}

impl Question {
    /// A figure over what is looked at, with these filters in the place of those of their dimensions: as the marks of
    /// charts have it, which pass over the filters of their own dimension.
    pub fn new(figure: Figure, looked_at: &Selection, filters: &[Filter]) -> Self {
        let mut selection = looked_at.clone();
        selection.only(filters);
        Self { figure, selection, field: None }
    }

    /// The same where words were searched in one text of each objective.
    pub fn searched_in(self, field: Option<Field>) -> Self {
        Self { field, ..self }
    }
}

/// Why objectives are not in a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The method leaves them out.
    Method(Reason),
    /// They have no degree.
    NoDegree,
    /// They have no weight.
    NoWeight,
    /// They have no staff percentage.
    NoStaffPercent,
    /// They went in another way.
    OtherStatus,
}

/// Some of the objectives that a figure is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Why they are not in it; `None` for those that are.
    pub why: Option<Why>,
    /// Which they are, as places in the plan, in its order.
    pub rows: Vec<u32>,
    /// What selects exactly these, where filters can say it.
    pub selection: Option<Selection>,
}

/// How a figure was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What was asked.
    pub question: Question,
    /// The figures of the objectives that it is over, as `statistics` shows them.
    pub summary: Summary,
    /// What was added up: percentages, percentages by weights, or ones. `None` for a median, which adds nothing up.
    pub sum: Option<f64>,
    /// By what it was divided: how many, or the sum of their weights.
    pub divisor: f64,
    /// The two values in the middle, for a median.
    pub middle: Option<[f64; 2]>,
    /// How many of those in it stand in for a degree with their staff percentage.
    pub stand_ins: u32,
    /// How many of those in it count as 0 by the method.
    pub as_zero: u32,
    /// Those that are in it, then those that are not, by why. None is empty but perhaps the first.
    pub parts: Vec<Part>,
    /// The months of the plan, by which those that stand together are said as one.
    pub timeline: Vec<Month>,
}

impl Explanation {
    /// How a figure was made.
    pub fn new(question: Question, document: &Document) -> Self {
        let hits = document.search_in(&question.selection.search, question.field);
        let rows = document.table.rows(&question.selection, &hits);
        let summary = document.table.figures(&question.selection, &hits, Facets::Strict).selected;
        let figure = question.figure;
        let achievement = |row: u32| document.achievements.get(row as usize);
        let weight = |row: u32| document.plan.objectives.get(row as usize).and_then(|of| of.weight);
        let staff = |row: u32| document.plan.objectives.get(row as usize).and_then(|of| of.staff_percent);
        let mut parts: Vec<Part> = vec![Part { why: None, rows: Vec::new(), selection: None }];
        let (mut values, mut weights, mut stand_ins, mut as_zero) = (Vec::new(), Vec::new(), 0, 0);
        for row in rows {
            let Some(of) = achievement(row) else { continue };
            let found = match (of.counted, figure) {
                (Counted::LeftOut(reason), _) => Err(Why::Method(reason)),
                (_, Figure::Objectives) => Ok(1.0),
                (_, Figure::Status(status)) if of.status == status => Ok(1.0),
                (_, Figure::Status(_)) => Err(Why::OtherStatus),
                (_, Figure::StaffPercent) => staff(row).map(|p| p.value()).ok_or(Why::NoStaffPercent),
                (_, Figure::WeightedMean) if of.degree.is_some() && weight(row).is_none() => {
                    Err(Why::NoWeight)
                }
                _ => of.degree.map(|degree| degree.value()).ok_or(Why::NoDegree),
            };
            let why = found.err();
            match parts.iter_mut().find(|part| part.why == why) {
                Some(part) => part.rows.push(row),
                None => parts.push(Part { why, rows: vec![row], selection: None }),
            }
            if let Ok(value) = found {
                values.push(value);
                weights.push(weight(row).map_or(1.0, |weight| weight.value()));
                stand_ins += u32::from(is_stand_in(of) && figure != Figure::StaffPercent);
                as_zero += u32::from(matches!(of.counted, Counted::AsZero(_)));
            }
        }
        for part in &mut parts {
            part.selection = selection_of(&question, part.why);
        }
        let (sum, divisor, middle) = sums(figure, values, weights);
        let timeline = document.whole.timeline.clone();
        Self { question, summary, sum, divisor, middle, stand_ins, as_zero, parts, timeline }
    }

    /// The value of the figure: a percentage, or a count.
    pub fn value(&self) -> Option<f64> {
        self.question.figure.value(&self.summary)
    }

    /// How many objectives are in it.
    pub fn known(&self) -> usize {
        self.parts.first().map_or(0, |part| part.rows.len())
    }

    /// How many it is over, those left out too.
    pub fn all(&self) -> usize {
        self.parts.iter().map(|part| part.rows.len()).sum()
    }
}

fn is_stand_in(of: &Achievement) -> bool {
    of.read_from == Some(crate::reading::ReadFrom::StaffPercent) && of.degree.is_some()
}

/// What is added up, by what it is divided, and what is in the middle. Sums as `statistics` makes them, so that the order
/// of objectives changes nothing.
fn sums(figure: Figure, mut values: Vec<f64>, weights: Vec<f64>) -> (Option<f64>, f64, Option<[f64; 2]>) {
    let exact = |values: &[f64]| {
        let sum: i64 = values.iter().map(|value| fixed(*value)).sum();
        sum as f64 / fixed(1.0) as f64
    };
    let count = values.len() as f64;
    match figure {
        Figure::Median => {
            crate::sort::sort_by(&mut values, f64::total_cmp);
            let middle = values.len().checked_sub(1).map(|last| [values[last / 2], values[last.div_ceil(2)]]);
            (None, count, middle)
        }
        Figure::WeightedMean => {
            let products: f64 = values.iter().zip(&weights).map(|(value, weight)| value * weight).sum();
            (Some(products), weights.iter().sum(), None)
        }
        _ => (Some(exact(&values)), count, None),
    }
}

/// Every percentage there is, as a range.
const EVERY: &str = "[0,100]";

/// What selects exactly the objectives of a part.
fn selection_of(Question { figure, selection, .. }: &Question, why: Option<Why>) -> Option<Selection> {
    let mut narrowed = selection.clone();
    let mut by = |filter: Filter, is_turned: bool| {
        // A dimension that is narrowed already cannot say both.
        if narrowed.filters_by(filter.dimension) {
            return None;
        }
        let dimension = filter.dimension;
        narrowed.toggle(&filter);
        if is_turned {
            narrowed.turn(dimension);
        }
        Some(())
    };
    let no_degree = || Filter::new(Dimension::Degree, "");
    let no_staff = || Filter::new(Dimension::Staff, "");
    match (why, figure) {
        (None, Figure::Objectives) => {}
        (None, Figure::Status(status)) => by(Filter::status(*status), false)?,
        // Those that the method leaves out are in no range of degrees.
        (None, Figure::Mean | Figure::Median) => by(Filter::new(Dimension::Degree, EVERY), false)?,
        (None, Figure::StaffPercent) => by(Filter::new(Dimension::Staff, EVERY), false)?,
        (Some(Why::NoDegree), _) => by(no_degree(), false)?,
        (Some(Why::NoStaffPercent), _) => by(no_staff(), false)?,
        (Some(Why::OtherStatus), Figure::Status(status)) => {
            by(Filter::status(*status), true)?;
            // Those that the method leaves out are no other status.
            narrowed.filters.insert(Filter::new(Dimension::Status, LEFT_OUT));
        }
        // No filter is about weights, or about why the method leaves something out.
        _ => return None,
    }
    Some(narrowed)
}
