// SPDX-License-Identifier: AGPL-3.0-or-later
//! From figures to a Scene: one drawing that serves the page, the keyboard, the tooltip, the table twin and the export.
//!
//! A chart draws with plotters; [`backend`] collects what it draws as plain instructions ([`scene`]) in inks, and the
//! chart adds the marks that a person can touch. Never here: the browser, a colour (a Scene speaks in inks; the theme
//! makes colours of them), a pixel density.

mod backend;
mod canvas;
mod degree_by_mission;
mod distribution;
mod ink;
mod labels;
pub mod metrics;
mod names;
pub mod outline;
pub mod pattern;
mod rows;
pub mod scene;
mod segments;
mod status_by_mission;
mod strategic_against_ordinary;
pub mod svg;
pub mod table;
pub mod theme;

pub use ink::{Finish, Ink};
pub use names::{Names, PlanNames};
pub use scene::{Mark, MarkState, Part, Scene, Step};
pub use table::{Cell, TwinTable};

use crate::locale::Language;
use crate::locale::charts::{ChartWords, charts};
use crate::reading::Status;
use crate::statistics::{Figures, Selection, StatusCounts};

/// The charts there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Chart {
    /// Status by mission.
    StatusByMission,
    /// Mean degree by mission and programme.
    DegreeByMission,
    /// Distribution of degrees.
    Distribution,
    /// Strategic against ordinary.
    StrategicAgainstOrdinary,
}

impl Chart {
    /// Every chart, in the order in which they are shown.
    pub const ALL: [Self; 4] =
        [Self::StatusByMission, Self::DegreeByMission, Self::Distribution, Self::StrategicAgainstOrdinary];

    /// The name in handles and files: `status-by-mission`, …
    pub fn code(self) -> &'static str {
        match self {
            Self::StatusByMission => "status-by-mission",
            Self::DegreeByMission => "degree-by-mission",
            Self::Distribution => "distribution",
            Self::StrategicAgainstOrdinary => "strategic-against-ordinary",
        }
    }

    /// Whether what the chart of this name shows are mean degrees, and not counts.
    pub fn shows_means(code: &str) -> bool {
        code == Self::DegreeByMission.code()
    }

    /// Its title.
    pub fn title(self, language: Language) -> &'static str {
        let words = charts(language);
        match self {
            Self::StatusByMission => words.status_by_mission,
            Self::DegreeByMission => words.degree_by_mission,
            Self::Distribution => words.distribution,
            Self::StrategicAgainstOrdinary => words.strategic_against_ordinary,
        }
    }

    /// Draws it `width` CSS pixels wide; the height follows from what there is to show. Widths below
    /// [`MIN_WIDTH`] are drawn as that.
    pub fn draw(
        self,
        figures: &Figures,
        names: &dyn Names,
        selection: &Selection,
        width: f32,
        language: Language,
    ) -> ChartDrawing {
        let width = if width.is_finite() { width.clamp(MIN_WIDTH, MAX_WIDTH).floor() } else { MIN_WIDTH };
        let task = Task { chart: self, figures, names, selection, width, words: charts(language) };
        match self {
            Self::StatusByMission => status_by_mission::draw(&task),
            Self::DegreeByMission => degree_by_mission::draw(&task),
            Self::Distribution => distribution::draw(&task),
            Self::StrategicAgainstOrdinary => strategic_against_ordinary::draw(&task),
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
    /// The statuses that the drawing tells apart, with their counts; empty where it shows none.
    pub legend: Vec<(Status, u32)>,
}

/// What a chart is asked to draw.
struct Task<'a> {
    chart: Chart,
    figures: &'a Figures,
    names: &'a dyn Names,
    selection: &'a Selection,
    width: f32,
    words: &'static ChartWords,
}

impl Task<'_> {
    /// The drawing, put together: a scene that plotters refused becomes one that says so.
    fn drawing(
        &self,
        scene: Result<Scene, canvas::Refused>,
        summary: String,
        table: TwinTable,
        counts: Option<&StatusCounts>,
    ) -> ChartDrawing {
        ChartDrawing {
            chart: self.chart,
            scene: scene.unwrap_or_else(|_| canvas::notice(self.words.not_drawn, self.width)),
            title: self.chart.title(self.words.language).to_owned(),
            summary: self.introduced(summary),
            table,
            legend: counts.map(|counts| counts.iter().filter(|(_, n)| *n > 0).collect()).unwrap_or_default(),
        }
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
