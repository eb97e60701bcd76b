// SPDX-License-Identifier: AGPL-3.0-or-later
//! The layout that charts of horizontal bars share: names, bars and figures, side by side on a desk, one above the
//! other on a phone.
//!
//! Never here: what a bar shows.

use crate::locale::charts::ChartWords;
use crate::plan::{MissionCode, ProgrammeCode};
use crate::statistics::Summary;

use super::canvas::{Canvas, Drawn, Look};
use super::ink::Ink;
use super::labels::{clean, wrap};
use super::metrics::{Weight, width as text_width};
use super::scene::{Anchor, MarkState, Point, Rect};

/// Below this width a name stands above its bar.
const SIDE_BY_SIDE_FROM: f32 = 560.0;
/// What a bar needs beside its name; with less, the name goes above it.
const LEAST_BAR: f32 = 150.0;
/// The most rows that are drawn: far more than any plan by the official list has. A file of thousands of names for
/// missions has the rest of them in the table.
const MOST_ROWS: usize = 500;
/// The room in which it is said how many rows are not drawn.
const MORE_ROOM: f32 = 32.0;
/// The room on the left, in which the rule of a selected row stands.
const LEFT: f32 = 10.0;
/// The size of figures beside bars.
pub(super) const VALUE_SIZE: f32 = 13.0;

/// How deep a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// A mission, or whatever the chart is by.
    Main,
    /// A programme beneath its mission.
    Under,
}

impl Level {
    fn size(self) -> f32 {
        match self {
            Self::Main => 14.0,
            Self::Under => 13.0,
        }
    }

    fn leading(self) -> f32 {
        self.size() + 3.0
    }
}

/// A row as the chart wants it.
pub(super) struct Entry {
    pub name: Name,
    pub level: Level,
    pub state: MarkState,
    /// The figures of it, right of the bar.
    pub value: String,
}

/// What a row is called: a code, a name, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub code: String,
    pub name: String,
    /// Whether the name is the plan's, or an official list's.
    pub is_of_plan: bool,
}

impl Name {
    /// From the key of a group: its code and its name, the key itself where it is a name, `none` where it is empty.
    pub fn of(key: &str, name: Option<&str>, none: &str) -> Self {
        let is_code = key.parse::<MissionCode>().is_ok() || key.parse::<ProgrammeCode>().is_ok();
        let (code, name) = match (key, name) {
            ("", name) => ("", name.unwrap_or(none).to_owned()),
            (code, Some(name)) if is_code => (code, clean(name)),
            (code, None) if is_code => (code, String::new()),
            (key, name) => ("", clean(name.unwrap_or(key))),
        };
        Self { code: code.to_owned(), name, is_of_plan: !key.is_empty() }
    }

    /// In one line, with what kind of thing it is: `Missione 04, Istruzione e diritto allo studio`.
    pub fn full(&self, kind: &str) -> String {
        match (self.code.is_empty(), self.name.is_empty()) {
            (false, false) => format!("{kind} {}, {}", self.code, self.name),
            (false, true) => format!("{kind} {}", self.code),
            (true, _) => self.name.clone(),
        }
    }
}

/// How many of so many rows are drawn.
pub(super) fn drawn(rows: usize) -> usize {
    rows.min(MOST_ROWS)
}

/// The mean degree of a row with its denominator; a dash where the selection leaves no objective in it.
pub(super) fn mean_degree(words: &ChartWords, summary: &Summary) -> String {
    match summary.objectives {
        0 => "–".to_owned(),
        objectives => words.measure(summary.degree.mean, summary.degree.known, objectives),
    }
}

/// Where the figures of rows stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Values {
    /// Each after the end of its bar.
    AfterBars,
    /// In a column at the right edge; beside the names, where those stand above the bars and leave room.
    Column,
}

/// Where a row stands.
pub(super) struct Band {
    /// The whole of the row: where it is touched.
    pub bounds: Rect,
    /// The middle of its bar.
    pub bar: f32,
    /// The middle of its figures.
    pub value: f32,
    /// Its name, wrapped.
    lines: Vec<String>,
    /// The middle of the first line of its name.
    first_line: f32,
}

/// Where everything stands.
pub(super) struct Layout {
    pub height: f32,
    /// How many rows are left out of the drawing.
    more: u32,
    /// Room around the bars: top, right, bottom, left.
    pub margins: [f32; 4],
    /// Whether names stand above their bars.
    pub stacked: bool,
    /// Whether figures stand beside the names, above the bars.
    heading: bool,
    /// Whether figures stand below their bars, there being no room beside them.
    pub below: bool,
    pub bands: Vec<Band>,
    width: f32,
    /// Where codes and names start, by level.
    codes: [f32; 2],
    names: [f32; 2],
}

/// The room that openers take before the names.
pub(super) const OPENER: f32 = 20.0;

impl Layout {
    /// Places the rows that are drawn of so many, in this width, with so much room above the first and so much before
    /// the names, for openers.
    pub fn new(entries: &[Entry], rows: usize, width: f32, [top, lead]: [f32; 2], place: Values) -> Self {
        let of = |level| entries.iter().filter(move |entry| entry.level == level);
        let values = entries.iter().map(|e| text_width(&e.value, VALUE_SIZE, Weight::SemiBold));
        let values = values.fold(0.0, f32::max).ceil() + 12.0;
        // Names are measured in the bolder weight, so that a selected one takes no more room than before.
        let bold = |text: &str, level: Level| text_width(text, level.size(), Weight::SemiBold);
        let code_column = |level| match of(level).map(|e| bold(&e.name.code, level)).fold(0.0, f32::max) {
            0.0 => 0.0,
            widest => widest.ceil() + 8.0,
        };
        let start = LEFT + lead;
        let main = start + code_column(Level::Main);
        let indent = if width < SIDE_BY_SIDE_FROM { start + 10.0 } else { main };
        let (codes, names) = ([start, indent], [main, indent + code_column(Level::Under)]);
        let natural = |e: &Entry| names[e.level as usize] + bold(&e.name.name, e.level);
        let column = entries.iter().map(natural).fold(0.0, f32::max).min(width * 0.42).ceil() + 16.0;
        let stacked = width < SIDE_BY_SIDE_FROM || width - column - values < LEAST_BAR;
        let beside = |e: &Entry| natural(e) + values <= width;
        let heading = stacked && place == Values::Column && entries.iter().all(beside);
        let below = stacked && !heading && values > width * 0.5;
        let left = if stacked { LEFT } else { column };
        let right = if below || heading { 2.0 } else { values };

        let mut layout = Self {
            height: 0.0,
            more: (rows - entries.len()) as u32,
            margins: [0.0; 4],
            stacked,
            heading,
            below,
            bands: Vec::new(),
            width,
            codes,
            names,
        };
        let mut y = top;
        for entry in entries {
            let room = (if stacked { width - 4.0 } else { column - 16.0 }) - names[entry.level as usize];
            let band = layout.band(entry, room, y);
            y = band.bounds.bottom();
            layout.bands.push(band);
        }
        layout.height = y + if layout.more > 0 { MORE_ROOM } else { 4.0 };
        layout.margins = [0.0, right, 0.0, left];
        layout
    }

    fn band(&self, entry: &Entry, room: f32, top: f32) -> Band {
        let (size, leading) = (entry.level.size(), entry.level.leading());
        let most = if entry.level == Level::Main { 2 } else { 1 };
        let lines = wrap(&entry.name.name, room, size, Weight::SemiBold, most);
        let text = lines.len().max(1) as f32 * leading;
        let (above, bar, beneath) = match entry.level {
            Level::Main => (7.0, 18.0, 7.0),
            Level::Under => (3.0, 13.0, 4.0),
        };
        let bounds = |height| Rect { x: 0.0, y: top, width: self.width, height };
        if self.stacked {
            let bar_top = top + above + text + 2.0;
            let value_room = if self.below { VALUE_SIZE + 3.0 } else { 0.0 };
            let bar_middle = bar_top + bar / 2.0;
            Band {
                bounds: bounds(bar_top + bar + value_room + beneath - top),
                bar: bar_middle,
                value: match (self.heading, self.below) {
                    (true, _) => top + above + leading / 2.0,
                    (_, true) => bar_top + bar + value_room / 2.0,
                    _ => bar_middle,
                },
                lines,
                first_line: top + above + leading / 2.0,
            }
        } else {
            let least = if entry.level == Level::Main { 32.0 } else { 24.0 };
            let height = f32::max(least, text + 10.0 * (entry.level == Level::Main) as u8 as f32);
            let middle = top + height / 2.0;
            let first_line = middle - (text - leading) / 2.0;
            Band { bounds: bounds(height), bar: middle, value: middle, lines, first_line }
        }
    }

    /// The middle of the first line of the name of a row.
    pub fn first_line(&self, band: &Band) -> f32 {
        band.first_line
    }

    /// The width in which bars stand.
    pub fn bar_room(&self) -> f32 {
        self.width - self.margins[1] - self.margins[3]
    }

    /// Draws the name of a row and, where it is selected, the rule beside it.
    pub fn name(&self, canvas: &Canvas, entry: &Entry, band: &Band) -> Drawn {
        let level = entry.level as usize;
        let ink = if entry.state == MarkState::Dimmed { Ink::TextMuted } else { Ink::Text };
        let look = Look::new(entry.level.size(), ink);
        if entry.state == MarkState::Selected {
            let rule = Rect { x: 0.0, y: band.bounds.y + 3.0, width: 3.0, height: band.bounds.height - 6.0 };
            canvas.rect(rule, Ink::Accent)?;
        }
        let at = |x, line: usize| Point { x, y: band.first_line + line as f32 * entry.level.leading() };
        if !entry.name.code.is_empty() {
            // Programmes' codes are many and say little: they stand back.
            let code = match entry.level {
                Level::Main => look.weight(Weight::SemiBold),
                Level::Under => Look::new(look.size, Ink::TextMuted),
            };
            canvas.text(&entry.name.code, at(self.codes[level], 0), code)?;
        }
        let weight = if entry.state == MarkState::Selected { Weight::SemiBold } else { Weight::Regular };
        for (i, line) in band.lines.iter().enumerate() {
            canvas.name(line, entry.name.is_of_plan, at(self.names[level], i), look.weight(weight))?;
        }
        Ok(())
    }

    /// Says, below the rows, how many more are only in the table; nothing where all are drawn.
    pub fn more(&self, canvas: &Canvas, words: &ChartWords) -> Drawn {
        if self.more == 0 {
            return Ok(());
        }
        let at = Point { x: LEFT, y: self.height - MORE_ROOM / 2.0 };
        canvas.text(&(words.more)(self.more), at, Look::new(VALUE_SIZE, Ink::TextMuted))
    }

    /// Draws what the figures of the rows are, above them.
    pub fn head(&self, canvas: &Canvas, text: &str) -> Drawn {
        let look = Look::new(12.0, Ink::TextMuted);
        let (x, anchor) = if self.below { (LEFT, Anchor::Start) } else { (self.width - 2.0, Anchor::End) };
        canvas.text(text, Point { x, y: 10.0 }, look.anchor(anchor))
    }

    /// Draws the figures of a row at the right edge, or below its bar where there is no room.
    pub fn value(&self, canvas: &Canvas, entry: &Entry, band: &Band, known: bool) -> Drawn {
        let plain = known && entry.state != MarkState::Dimmed;
        let look = Look::new(VALUE_SIZE, if plain { Ink::Text } else { Ink::TextMuted });
        let (x, anchor) = if self.below { (LEFT, Anchor::Start) } else { (self.width - 2.0, Anchor::End) };
        canvas.text(&entry.value, Point { x, y: band.value }, look.anchor(anchor))
    }
}
