// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which lines of the table are near the window, also where the table is higher than browsers can show anything.
//!
//! A browser's longest page is some ten million pixels; a million lines are five times that. Such a table is shown as
//! one of [`TALLEST`]: small moves go through its lines by the pixel, as anywhere, and leaps, as of a scroll bar, in
//! proportion. Never here: the browser, which is told where to go and says where it is.

use super::Lines;

/// The height that a table is shown with at most, in CSS pixels: a third of what Firefox can, and far from where the
/// fractions of a pixel get lost.
pub const TALLEST: f64 = 6_000_000.0;

/// So far from either end a table that is shown lower than it is goes by the pixel, so that both ends are where they are.
const EDGE: f64 = 100_000.0;

/// What moves by more than this is a leap: no wheel, finger or key does, and the least that a scroll bar can do is more.
const LEAP: f64 = 3000.0;

/// How high lines are, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Heights {
    /// The line of an objective.
    pub line: f64,
    /// The line above a group.
    pub group: f64,
}

impl Heights {
    /// How far below the first line's top edge that of the line at this place is; of the place after the last, how high
    /// all of them are.
    pub fn top(self, lines: &Lines, at: usize) -> f64 {
        let groups = lines.groups_before(at);
        groups as f64 * self.group + (at - groups) as f64 * self.line
    }

    /// The place of the line that is so far below the top edge of the first: the first above, the last below all.
    pub fn line_at(self, lines: &Lines, y: f64) -> usize {
        // `as` on floats saturates, and makes nothing of what is no number.
        let down = |y: f64| (y / self.line) as usize;
        let within = match lines.group_before(|line| self.top(lines, line) <= y) {
            None => down(y),
            Some(line) => match y - self.top(lines, line) - self.group {
                below if below < 0.0 => line,
                below => line + 1 + down(below),
            },
        };
        within.min(lines.len().saturating_sub(1))
    }
}

/// How high a table is, and how high it is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    whole: f64,
    shown: f64,
}

impl Span {
    /// Of these lines.
    pub fn new(lines: &Lines, heights: Heights) -> Self {
        let whole = heights.top(lines, lines.len());
        Self { whole, shown: whole.min(TALLEST) }
    }

    /// How high it is shown, where that is not how high it is.
    pub fn cut(self) -> Option<f64> {
        (self.shown < self.whole).then_some(self.shown)
    }

    /// What is not shown of the height, in whole pixels, as pages stand.
    fn missing(self) -> f64 {
        (self.whole - self.shown).floor()
    }

    /// How much more of the table lies above a point of what is shown than is shown above it.
    fn offset_at(self, shown: f64) -> f64 {
        let middle = self.shown - 2.0 * EDGE;
        match self.missing() {
            // As high as it is shown.
            missing if missing <= 0.0 => 0.0,
            missing => (missing * ((shown - EDGE) / middle).clamp(0.0, 1.0)).floor(),
        }
    }

    /// The point of what is shown at which a point of the table lies.
    fn shown_at(self, whole: f64) -> f64 {
        let (middle, missing) = (self.shown - 2.0 * EDGE, self.missing());
        if missing <= 0.0 || whole <= EDGE {
            whole
        } else if whole >= self.whole - EDGE {
            whole - missing
        } else {
            EDGE + (whole - EDGE) * middle / (middle + missing)
        }
    }
}

/// Where the table stands in the window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scroll {
    span: Span,
    /// The point of what is shown that is at the window's top edge.
    at: f64,
    /// How much more of the table lies above it than is shown above it.
    offset: f64,
}

impl Default for Scroll {
    fn default() -> Self {
        Self { span: Span { whole: 0.0, shown: 0.0 }, at: 0.0, offset: 0.0 }
    }
}

impl Scroll {
    /// How much more of the table lies above any point in the window than is shown above it.
    pub fn offset(&self) -> f64 {
        self.offset
    }

    /// The point of the table at the window's top edge.
    pub fn top(&self) -> f64 {
        self.at + self.offset
    }

    /// The page stands so that this point of what is shown is at the window's top edge. Where what is shown comes to an
    /// end before the table does, says where the page is to go; nothing moves in the window by that.
    pub fn moved(&mut self, to: f64, span: Span) -> Option<f64> {
        let leaps = self.span != span || (to - self.at).abs() > LEAP;
        *self = Self { span, at: to, offset: if leaps { span.offset_at(to) } else { self.offset } };
        let rest = if to < EDGE / 2.0 {
            self.offset
        } else if to > span.shown - EDGE / 2.0 {
            span.missing() - self.offset
        } else {
            0.0
        };
        (rest > 0.0).then(|| self.go(self.top()))
    }

    /// The page is to stand so that this point of the table is at the window's top edge; says where it is to go.
    pub fn go(&mut self, top: f64) -> f64 {
        self.at = self.span.shown_at(top);
        // At the ends exactly, whatever was lost by rounding.
        let is_edge = top <= EDGE || top >= self.span.whole - EDGE;
        self.offset = if is_edge { self.span.offset_at(self.at) } else { (top - self.at).floor() };
        self.at = top - self.offset;
        self.at
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::document::Document;
    use crate::listing::{Grouping, Line};

    const ROW: Heights = Heights { line: 56.0, group: 56.0 };

    fn lines(n: u32) -> Lines {
        Lines::plain(Arc::new((0..n).collect()))
    }

    #[test]
    fn what_browsers_can_show_is_shown_as_it_is() {
        let lines = lines(100_000);
        let span = Span::new(&lines, ROW);
        assert_eq!(span.cut(), None);
        let mut scroll = Scroll::default();
        for to in [-300.0, 0.0, 12.0, 2_800_000.0, 2_800_056.0, 5_599_000.0, 5_600_300.0, 0.0] {
            assert_eq!((scroll.moved(to, span), scroll.offset(), scroll.top()), (None, 0.0, to));
        }
        assert_eq!(scroll.go(1234.5), 1234.5);
    }

    #[test]
    fn both_ends_of_a_million_lines_are_where_they_are() {
        let lines = lines(1_000_000);
        let span = Span::new(&lines, ROW);
        assert_eq!(span.cut(), Some(TALLEST));
        let mut scroll = Scroll::default();
        scroll.moved(0.0, span);
        assert_eq!(scroll.top(), 0.0);
        scroll.moved(TALLEST - 900.0, span);
        assert_eq!(scroll.top(), 56_000_000.0 - 900.0);
        assert_eq!(ROW.line_at(&lines, scroll.top() + 899.0), 999_999);
    }

    #[test]
    fn lines_of_groups_have_a_height_of_their_own() {
        let objectives: Vec<String> =
            (0..90).map(|n| format!(r#"{{"code": "{:02}.01", "objective": "x"}}"#, 1 + n % 9)).collect();
        let plan = format!(r#"{{"title": "Piano", "objectives": [{}]}}"#, objectives.join(","));
        let document = Document::open(plan.as_bytes(), "piano.json").expect("a plan");
        let rows: Vec<u32> = (0..90).collect();
        let folded = ["02".to_owned(), "09".to_owned()].into();
        let lines = Lines::grouped(&rows, Grouping::Mission, &folded, &document.table);
        let heights = Heights { line: 100.0, group: 60.0 };
        assert_eq!(heights.top(&lines, lines.len()), 9.0 * 60.0 + 70.0 * 100.0);
        for at in 0..lines.len() {
            let top = heights.top(&lines, at);
            let is_group = matches!(lines.get(at), Some(Line::Group(_)));
            let height = if is_group { 60.0 } else { 100.0 };
            assert_eq!(heights.top(&lines, at + 1), top + height, "{at}");
            for y in [top, top + height - 0.5] {
                assert_eq!(heights.line_at(&lines, y), at, "{y}");
            }
        }
        assert_eq!((heights.line_at(&lines, -5.0), heights.line_at(&lines, 1e9)), (0, lines.len() - 1));
        assert_eq!(heights.line_at(&Lines::default(), 100.0), 0);
    }

    proptest! {
        /// A wheel gets from anywhere to either end, and each of its moves moves what is seen by as much.
        #[test]
        fn small_moves_are_by_the_pixel_and_lead_everywhere(
            from in 0.0..1.0_f64,
            up: bool,
            step in 40.0..2900.0_f64,
            count in 120_000_u32..1_000_000,
        ) {
            let lines = lines(count);
            let span = Span::new(&lines, ROW);
            let window = 800.0;
            let most = TALLEST - window;
            let (mut scroll, mut page) = (Scroll::default(), from * most);
            scroll.moved(page, span);
            let step = if up { -step } else { step };
            let mut moves = 0.0;
            loop {
                let (before, was) = (scroll.top(), page);
                page = (page + step).clamp(0.0, most);
                let done = page - was;
                if let Some(to) = scroll.moved(page, span) {
                    prop_assert!((0.0..=most).contains(&to), "{to}");
                    page = to;
                }
                prop_assert!((scroll.top() - before - done).abs() < 1e-3, "{} after {before}", scroll.top());
                prop_assert!(scroll.top() >= 0.0 && scroll.top() <= f64::from(count) * 56.0 - window);
                if (done - step).abs() > 1e-3 {
                    break;
                }
                moves += 1.0;
                prop_assert!(moves * step.abs() <= f64::from(count) * 56.0, "it goes round in circles");
            }
            let end = if up { 0.0 } else { f64::from(count) * 56.0 - window };
            prop_assert!((scroll.top() - end).abs() < 1e-3, "{} instead of {end}", scroll.top());
        }

        /// A leap goes the further down the table the further it goes down the page, and any line can be gone to.
        #[test]
        fn leaps_are_in_proportion_and_every_line_can_be_gone_to(
            leaps in prop::collection::vec(0.0..TALLEST, 2..20),
            count in 120_000_u32..1_000_000,
            line in 0.0..1.0_f64,
        ) {
            let lines = lines(count);
            let span = Span::new(&lines, ROW);
            let mut tops: Vec<(f64, f64)> = leaps.iter().map(|&to| {
                let mut scroll = Scroll::default();
                assert_eq!(scroll.moved(to, span), None);
                (to, scroll.top())
            }).collect();
            tops.sort_by(|a, b| a.0.total_cmp(&b.0));
            prop_assert!(tops.is_sorted_by(|a, b| a.1 <= b.1), "{tops:?}");
            let at = (line * f64::from(count)) as usize;
            let mut scroll = Scroll::default();
            scroll.moved(leaps[0], span);
            let to = scroll.go(ROW.top(&lines, at));
            prop_assert!((0.0..=TALLEST).contains(&to));
            prop_assert_eq!(ROW.line_at(&lines, scroll.top() + 1.0), at);
            // The browser gets there but for a part of a pixel, and that is no leap.
            scroll.moved(to + 0.4, span);
            prop_assert_eq!(ROW.line_at(&lines, scroll.top() + 1.0), at);
        }
    }
}
