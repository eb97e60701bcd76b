// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the charts: titles, sentences, names of statuses, headings of their tables.
//!
//! A sentence with figures in it is a function, so that each language agrees its own words with them. Never here: a
//! figure without its denominator.

use crate::reading::Status;
use crate::statistics::Summary;

use super::Language;

mod english;
mod italian;
mod linked;

pub use english::EN;
pub use italian::IT;
pub use linked::{LinkedWords, linked};

/// The words of a language.
pub fn charts(language: Language) -> &'static ChartWords {
    language.pick(&IT, &EN)
}

/// How a status is called.
#[derive(Debug, Clone, Copy)]
pub struct StatusWords {
    /// In a legend or at the head of a column of counts: `Raggiunti`.
    pub name: &'static str,
    /// After a figure, of one objective: `raggiunto`.
    pub one: &'static str,
    /// After a figure, of none or several: `raggiunti`.
    pub many: &'static str,
}

/// Every word of the charts in one language.
#[derive(Debug)]
pub struct ChartWords {
    /// The language.
    pub language: Language,
    /// The title of status by mission.
    pub status_by_mission: &'static str,
    /// The title of mean degree by mission and programme.
    pub degree_by_mission: &'static str,
    /// The title of the distribution of degrees.
    pub distribution: &'static str,
    /// The title of strategic against ordinary.
    pub strategic_against_ordinary: &'static str,
    /// The statuses, in the order of [`Status::ALL`].
    pub statuses: [StatusWords; Status::ALL.len()],
    /// `Missione`.
    pub mission: &'static str,
    /// `Programma`.
    pub programme: &'static str,
    /// The objectives that state no mission.
    pub no_mission: &'static str,
    /// The objectives that state no programme.
    pub no_programme: &'static str,
    /// The strategic objectives.
    pub strategic: &'static str,
    /// The ordinary objectives.
    pub ordinary: &'static str,
    /// The objectives that the plan calls neither.
    pub neither: &'static str,
    /// A measure that nothing states.
    pub not_stated: &'static str,
    /// The objectives without a degree, in full.
    pub no_degree: &'static str,
    /// The same under a narrow column, in two lines.
    pub no_degree_short: [&'static str; 2],
    /// Heading of codes.
    pub code: &'static str,
    /// Heading of missions and programmes together.
    pub mission_or_programme: &'static str,
    /// Heading of kinds of objective.
    pub kind: &'static str,
    /// Heading of counts of objectives.
    pub objectives: &'static str,
    /// Heading of the counts of objectives that have a degree.
    pub with_degree: &'static str,
    /// Heading of mean degrees.
    pub mean_degree: &'static str,
    /// Heading of median degrees.
    pub median_degree: &'static str,
    /// Heading of degrees.
    pub degree: &'static str,
    /// The last row of a table.
    pub total: &'static str,
    /// A plan without objectives.
    pub empty_plan: &'static str,
    /// A selection without objectives.
    pub empty_selection: &'static str,
    /// A selection of which the method leaves out every objective.
    pub all_left_out: &'static str,
    /// How many the method leaves out, of how many selected, as a sentence.
    pub left_out: fn(u32, u32) -> String,
    /// So many rows are in the table and not in the drawing.
    pub more: fn(u32) -> String,
    /// A drawing that could not be made.
    pub not_drawn: &'static str,
    /// `9 su 10`.
    pub out_of: fn(u32, u32) -> String,
    /// `4 obiettivi`.
    pub count: fn(u32) -> String,
    /// How many are selected of how many, as a sentence.
    pub selected: fn(u32, u32) -> String,
    /// Summary of status by mission: the objectives selected; the missions all of whose objectives are achieved; the
    /// missions.
    pub status_summary: fn(&Summary, u32, u32) -> String,
    /// Summary of the mean degree: the objectives selected; the lowest and the highest mean of a mission.
    pub degree_summary: fn(&Summary, Option<(f64, f64)>) -> String,
    /// Summary of the distribution: at 100, at 0, between them, without a degree, in all.
    pub distribution_summary: fn([u32; 5]) -> String,
    /// Summary of one kind of objective (named as given): how many are achieved, and the mean degree.
    pub kind_summary: fn(&str, &Summary) -> String,
    /// How many degrees are the staff percentage standing in, of how many.
    pub stand_ins: fn(u32, u32) -> String,
    /// How many objectives the user corrected.
    pub corrected: fn(u32) -> String,
    /// The degrees from one percentage to below another, or of exactly one; 0 itself is in no range that starts there.
    pub degrees: fn(u32, u32) -> String,
}

impl ChartWords {
    /// How a status is called.
    pub fn status(&self, status: Status) -> StatusWords {
        self.statuses[status as usize]
    }

    /// So many of a status: `3 raggiunti in parte`.
    pub fn status_count(&self, status: Status, count: u32) -> String {
        let words = self.status(status);
        format!("{} {}", self.figure(count), if count == 1 { words.one } else { words.many })
    }

    /// A count as a figure.
    pub fn figure(&self, count: u32) -> String {
        self.language.number(f64::from(count), 0)
    }

    /// A mean with its denominator: `88,9 % (9 su 10)`.
    pub fn measure(&self, mean: Option<f64>, known: u32, objectives: u32) -> String {
        let mean = mean.map_or_else(|| self.not_stated.to_owned(), |mean| self.language.percent(mean));
        format!("{mean} ({})", (self.out_of)(known, objectives))
    }

    /// Every status that occurs, with its count, as a list: `4 obiettivi, 3 raggiunti, 1 sospeso`.
    pub fn outcome(&self, summary: &Summary) -> String {
        let mut out = (self.count)(summary.objectives);
        for (status, count) in summary.status.iter().filter(|(_, count)| *count > 0) {
            out.push_str(", ");
            out.push_str(&self.status_count(status, count));
        }
        out
    }

    /// Every status but achieved that occurs, with its count, as a list; empty where there is none.
    fn others(&self, summary: &Summary) -> String {
        let others = summary.status.iter().filter(|(status, n)| *status != Status::Achieved && *n > 0);
        others.map(|(status, n)| self.status_count(status, n)).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_and_words_agree() {
        assert_eq!(IT.status_count(Status::PartiallyAchieved, 1), "1 raggiunto in parte");
        assert_eq!(IT.status_count(Status::Postponed, 3), "3 rinviati");
        assert_eq!(IT.status_count(Status::NotMeasurable, 2), "2 non misurabili");
        assert_eq!(IT.status_count(Status::Achieved, 0), "0 raggiunti");
        assert_eq!((IT.count)(1), "1 obiettivo");
        assert_eq!((EN.count)(0), "0 objectives");
        assert_eq!(IT.measure(Some(800.0 / 9.0), 9, 10), "88,9\u{a0}% (9 su 10)");
        assert_eq!(EN.measure(None, 0, 4), "not stated (0 of 4)");
    }

    #[test]
    fn sentences_agree_with_one_none_and_many() {
        let mut summary = Summary { objectives: 1, ..Summary::default() };
        summary.status.add(Status::Achieved);
        let one = (IT.status_summary)(&summary, 1, 1);
        assert_eq!(one, "1 obiettivo su 1 è raggiunto. Missioni con tutti gli obiettivi raggiunti: 1 su 1.");
        summary.objectives = 3;
        summary.status.add(Status::NotAchieved);
        summary.status.add(Status::Suspended);
        let some = (EN.status_summary)(&summary, 0, 2);
        assert_eq!(
            some,
            "1 objective of 3 is achieved; the others: 1 not achieved, 1 suspended. Missions with every objective \
             achieved: 0 of 2."
        );
    }

    #[test]
    fn the_bins_are_named_by_what_is_in_them() {
        assert_eq!((IT.degrees)(0, 0), "0\u{a0}%");
        assert_eq!((IT.degrees)(0, 10), "più di 0 e meno di 10\u{a0}%");
        assert_eq!((EN.degrees)(90, 100), "90 to below 100%");
        assert_eq!((EN.degrees)(100, 100), "100%");
    }
}
