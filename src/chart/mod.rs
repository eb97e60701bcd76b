// SPDX-License-Identifier: AGPL-3.0-or-later
//! From figures to a Scene: one drawing that serves the page, the keyboard, the tooltip, the table twin and the export.
//!
//! A chart draws with plotters; [`backend`] collects what it draws as plain instructions ([`scene`]) in inks, and the
//! chart adds the marks that a person can touch. Never here: the browser, a colour (a Scene speaks in inks; the theme
//! makes colours of them), a pixel density.

mod arrangement;
mod backend;
mod canvas;
mod degree_against_staff;
mod degree_by_mission;
mod distribution;
mod hatch;
mod ink;
pub(crate) mod labels;
pub mod metrics;
mod names;
pub mod outline;
pub mod pairing;
pub mod pattern;
pub mod range;
mod rows;
pub mod scene;
mod segments;
mod status_by_mission;
mod status_map;
mod strategic_against_ordinary;
pub mod svg;
pub mod table;
pub mod theme;
mod timeline;
mod years;

pub use arrangement::{Arrangement, Wanted};
pub use degree_by_mission::rows;
pub use ink::{Finish, Ink};
pub use names::{Merged, Names, PlanNames};
pub use scene::{Mark, MarkState, Part, Scene, Step};
pub use table::{Cell, TwinTable};

use crate::locale::Language;
use crate::locale::charts::{ChartWords, LinkedWords, charts, linked};
use crate::reading::Status;
use crate::statistics::{Dimension, Figures, Selection, StatusCounts};

/// The charts there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chart {
    /// Status by mission.
    StatusByMission,
    /// Mean degree by mission and programme.
    DegreeByMission,
    /// Distribution of degrees.
    Distribution,
    /// Strategic against ordinary.
    StrategicAgainstOrdinary,
    /// Missions by status, as a map.
    MissionStatus,
    /// Offices by status, as a map.
    OfficeStatus,
    /// The degree against the staff percentage.
    DegreeAgainstStaff,
    /// Deadlines and completions by month.
    Timeline,
    /// Degree and number of objectives by planned year.
    Years,
}

impl Chart {
    /// Every chart, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::StatusByMission,
        Self::DegreeByMission,
        Self::Distribution,
        Self::StrategicAgainstOrdinary,
        Self::MissionStatus,
        Self::OfficeStatus,
        Self::DegreeAgainstStaff,
        Self::Timeline,
        Self::Years,
    ];

    /// Whether it has anything to show of a plan, by the figures of the whole. What a selection leaves of it is another
    /// matter: a chart does not go because of a filter.
    pub fn is_for(self, whole: &Figures) -> bool {
        match self {
            Self::OfficeStatus => whole.status_by_office.iter().any(|row| !row.key.is_empty()),
            Self::DegreeAgainstStaff => whole.gap.order.iter().any(|count| *count > 0),
            Self::Timeline => whole.timeline.iter().any(|month| !month.key.is_empty()),
            Self::Years => whole.by_year.iter().filter(|year| !year.key.is_empty()).count() > 1,
            // Every objective has a mission or none; where only figures are known, there may be none by mission.
            Self::StatusByMission | Self::DegreeByMission | Self::MissionStatus => {
                !whole.by_mission.is_empty()
            }
            Self::StrategicAgainstOrdinary => !whole.by_strategic.is_empty(),
            Self::Distribution => true,
        }
    }

    /// Whether its rows can stand by value as well as by code. People never can, and no chart is of people.
    pub fn can_be_ordered(self) -> bool {
        matches!(
            self,
            Self::StatusByMission | Self::DegreeByMission | Self::MissionStatus | Self::OfficeStatus
        )
    }

    /// The name in handles and files: `status-by-mission`, …
    pub fn code(self) -> &'static str {
        match self {
            Self::StatusByMission => "status-by-mission",
            Self::DegreeByMission => "degree-by-mission",
            Self::Distribution => "distribution",
            Self::StrategicAgainstOrdinary => "strategic-against-ordinary",
            Self::MissionStatus => "mission-status",
            Self::OfficeStatus => "office-status",
            Self::DegreeAgainstStaff => "degree-against-staff",
            Self::Timeline => "timeline",
            Self::Years => "years",
        }
    }

    /// The chart of a name in handles and files.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|chart| chart.code() == code)
    }

    /// Whether what the chart of this name shows are mean degrees, and not counts.
    pub fn shows_means(code: &str) -> bool {
        [Self::DegreeByMission, Self::Years].iter().any(|chart| chart.code() == code)
    }

    /// Its title.
    pub fn title(self, language: Language) -> &'static str {
        let (words, more) = (charts(language), linked(language));
        match self {
            Self::StatusByMission => words.status_by_mission,
            Self::DegreeByMission => words.degree_by_mission,
            Self::Distribution => words.distribution,
            Self::StrategicAgainstOrdinary => words.strategic_against_ordinary,
            Self::MissionStatus => more.mission_status,
            Self::OfficeStatus => more.office_status,
            Self::DegreeAgainstStaff => more.degree_against_staff,
            Self::Timeline => more.timeline,
            Self::Years => more.years,
        }
    }

    /// Draws it `width` CSS pixels wide; the height follows from what there is to show. Widths below
    /// [`MIN_WIDTH`] are drawn as that.
    pub fn draw(
        self,
        figures: &Figures,
        names: &dyn Names,
        selection: &Selection,
        arrangement: &Arrangement,
        width: f32,
        language: Language,
    ) -> ChartDrawing {
        let width = if width.is_finite() { width.clamp(MIN_WIDTH, MAX_WIDTH).floor() } else { MIN_WIDTH };
        let (words, more) = (charts(language), linked(language));
        let task = Task { chart: self, figures, names, selection, arrangement, width, words, more };
        match self {
            Self::StatusByMission => status_by_mission::draw(&task),
            Self::DegreeByMission => degree_by_mission::draw(&task),
            Self::Distribution => distribution::draw(&task),
            Self::StrategicAgainstOrdinary => strategic_against_ordinary::draw(&task),
            Self::MissionStatus | Self::OfficeStatus => status_map::draw(&task),
            Self::DegreeAgainstStaff => degree_against_staff::draw(&task),
            Self::Timeline => timeline::draw(&task),
            Self::Years => years::draw(&task),
        }
    }
}

/// The narrowest drawing, in CSS pixels: what a phone of 320 leaves between margins.
pub const MIN_WIDTH: f32 = 240.0;
/// The widest drawing, in CSS pixels.
pub const MAX_WIDTH: f32 = 4000.0;

/// A chart drawn, with everything that says the same in words.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartDrawing {
    /// Which chart it is.
    pub chart: Chart,
    /// The drawing.
    pub scene: Scene,
    /// Its title.
    pub title: String,
    /// What it shows, in one or two sentences with their denominators.
    pub summary: String,
    /// The same figures as a table.
    pub table: TwinTable,
    /// What the patterns of the drawing stand for; empty where it has none.
    pub legend: Vec<LegendItem>,
}

impl ChartDrawing {
    /// The same where there is nothing to filter: marks tell and do nothing, and no range can be dragged.
    pub fn only_telling(mut self) -> Self {
        for mark in &mut self.scene.marks {
            (mark.filters, mark.action, mark.expanded) = (Vec::new(), None, None);
        }
        self.scene.ruler = Vec::new();
        self
    }
}

/// What a pattern stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LegendItem {
    /// The status that it is the pattern of.
    pub status: Status,
    /// What it stands for in this drawing.
    pub text: &'static str,
}

/// What a chart is asked to draw.
struct Task<'a> {
    chart: Chart,
    figures: &'a Figures,
    names: &'a dyn Names,
    selection: &'a Selection,
    arrangement: &'a Arrangement,
    width: f32,
    words: &'static ChartWords,
    more: &'static LinkedWords,
}

impl Task<'_> {
    /// The drawing, put together: a scene that plotters refused becomes one that says so.
    fn drawing(
        &self,
        scene: Result<Scene, canvas::Refused>,
        summary: String,
        table: TwinTable,
        legend: Vec<LegendItem>,
    ) -> ChartDrawing {
        ChartDrawing {
            chart: self.chart,
            scene: scene.unwrap_or_else(|_| canvas::notice(self.words.not_drawn, self.width)),
            title: self.chart.title(self.words.language).to_owned(),
            summary: self.introduced(summary),
            table,
            legend,
        }
    }

    /// The legend of the statuses that occur.
    fn statuses(&self, counts: &StatusCounts) -> Vec<LegendItem> {
        let occurring = counts.iter().filter(|(_, count)| *count > 0);
        occurring.map(|(status, _)| LegendItem { status, text: self.words.status(status).name }).collect()
    }

    /// A summary of what a chart shows that leaves filters of its own out of account, which says so where there are any.
    fn beyond_own(&self, summary: String, own: [Dimension; 2]) -> String {
        match own.iter().any(|dimension| self.selection.filters_by(*dimension)) {
            true => format!("{summary} {}", self.more.own_filters_ignored),
            false => summary,
        }
    }

    /// Whether a group stands for several missions, and is none itself.
    fn is_merged(&self, key: &str) -> bool {
        key.is_empty() && self.names.mission(key).is_some()
    }

    /// Whether the rows of this chart stand by value.
    fn is_by_value(&self) -> bool {
        self.arrangement.wanted.is_by_value(self.chart)
    }

    /// What to say instead of a summary where there is nothing to sum up.
    fn nothing(&self) -> Option<&'static str> {
        let (plan, selected) = (&self.figures.plan, &self.figures.selected);
        match (plan.all(), selected.objectives, selected.left_out) {
            (0, ..) => Some(self.words.empty_plan),
            (_, 0, 0) => Some(self.words.empty_selection),
            (_, 0, _) => Some(self.words.all_left_out),
            _ => None,
        }
    }

    /// A summary with what is selected before it, where that is not the whole plan, and after it how many of these the
    /// method leaves out.
    fn introduced(&self, summary: String) -> String {
        if let Some(nothing) = self.nothing() {
            return nothing.to_owned();
        }
        let (selected, all) = (self.figures.selected.all(), self.figures.plan.all());
        let mut out = summary;
        if selected != all {
            out = format!("{} {out}", (self.words.selected)(selected, all));
        }
        match self.figures.selected.left_out {
            0 => out,
            left_out => format!("{out} {}", (self.words.left_out)(left_out, selected)),
        }
    }
}
