// SPDX-License-Identifier: AGPL-3.0-or-later
//! The table as a grid in ARIA's sense: one stop of Tab, keys that walk through it, columns made wider and narrower; and
//! which of its rows are near the window.
//!
//! One listener hears everything, whatever the row. The focus is at a place, not in an element: where the row of the
//! place is not on the page, the table itself has it until the row is back. Never here: what stands in a cell.

use std::cell::Cell;
use std::ops::Range;

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent};

use super::browser::{self, set};
use super::objectives::tracks;
use super::state::Page;
use crate::listing::scroll::{Heights, Scroll, Span};
use crate::listing::walk::{Place, Size};
use crate::listing::{Column, WIDTHS};
use crate::locale::listing as own_words;

/// How many rows beyond the window are kept ready on either side.
pub const MARGIN: usize = 12;

/// By how many pixels a key makes a column wider.
const WIDER: f64 = 16.0;

/// What is heard of the table. A pointer that is let go of, or taken away, has lost its capture either way.
const HEARD: [&str; 7] =
    ["click", "dblclick", "keydown", "focusin", "pointerdown", "pointermove", "lostpointercapture"];

/// How the table stands, which outlives its elements: a change of the plan makes them anew.
#[derive(Debug, Clone, Copy, Default)]
pub struct Standing {
    scroll: Scroll,
    place: Place,
    /// What is open beside the table was opened in it.
    has_opened: bool,
}

/// The rows near the window, and where they are put where the table is shown lower than it is: its height, and how far
/// below its top edge the first of them is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Near {
    pub places: Range<usize>,
    pub cut: Option<(f64, f64)>,
}

/// A column that is being made wider: where the pointer took it, and how wide it was.
type Dragged = Option<(Column, f64, f64)>;

/// The table.
#[derive(Clone, Copy)]
pub struct Grid {
    page: Page,
    pub table: NodeRef<Div>,
    pub body: NodeRef<Div>,
    pub near: RwSignal<Near>,
    /// The place is to be brought into the window as soon as its row is on the page.
    seeks: StoredValue<bool>,
}

impl Grid {
    /// The table of a page, which is put there later.
    pub fn new(page: Page) -> Self {
        let near = Near { places: 0..2 * MARGIN, cut: None };
        let (table, body) = (NodeRef::new(), NodeRef::new());
        Self { page, table, body, near: RwSignal::new(near), seeks: StoredValue::new(false) }
    }

    /// Begins to listen.
    pub fn start(self) {
        // Measured when the page was scrolled or something on it changed its size, never while it is being changed,
        // since measuring then would make the browser lay it out twice.
        let scrolled = window_event_listener_untyped("scroll", move |_| self.measure());
        on_cleanup(move || scrolled.remove());
        self.body.on_load(move |body| browser::on_resize(&body, move || self.measure()));
        // Two tables that are both shown lower than they are have one size.
        Effect::new(move || {
            self.page.lines.track();
            if self.near.with_untracked(|near| near.cut.is_some()) {
                request_animation_frame(move || self.measure());
            }
        });
        let dragged = Cell::new(None);
        let heard = move |event: Event| self.hear(&event, &dragged);
        self.table.on_load(move |table| browser::listen(&table, &HEARD, heard));
        Effect::new(move |was: Option<Option<u32>>| {
            let now = self.page.objective.get();
            self.mark_open();
            if let (Some(Some(closed)), None) = (was, now) {
                self.take_back_focus(closed);
            }
            now
        });
    }

    fn standing(self) -> Standing {
        self.page.standing.get_value()
    }

    fn stand(self, standing: Standing) {
        self.page.standing.set_value(standing);
    }

    /// Looks where the table stands in the window.
    fn measure(self) {
        let Some(body) = self.body.try_get_untracked().flatten() else { return };
        let Some(heights) = heights(&body) else { return };
        let lines = self.page.lines.get_untracked();
        let span = Span::new(&lines, heights);
        let at = -body.get_bounding_client_rect().top();
        let mut standing = self.standing();
        if let Some(to) = standing.scroll.moved(at, span) {
            browser::scroll_by(to - at);
        }
        self.stand(standing);
        let top = standing.scroll.top();
        let first = heights.line_at(&lines, top);
        let last = heights.line_at(&lines, top + browser::window_height()) + 1;
        // In steps of the margin, so that most scrolling changes nothing.
        let start = first.saturating_sub(MARGIN) / MARGIN * MARGIN;
        let end = (last + MARGIN).div_ceil(MARGIN) * MARGIN;
        let above = || heights.top(&lines, start.min(lines.len())) - standing.scroll.offset();
        let now = Near { places: start..end, cut: span.cut().map(|height| (height, above())) };
        if self.near.try_get_untracked().is_some_and(|before| before != now) {
            self.near.set(now);
        }
    }

    fn hear(self, event: &Event, dragged: &Cell<Dragged>) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        let on_edge = || target.matches(".resize").ok()?.then(|| column_of(&target)).flatten();
        match event.type_().as_str() {
            "click" => {
                let with_shift = event.dyn_ref::<MouseEvent>().is_some_and(MouseEvent::shift_key);
                if on_edge().is_none() && target.closest("button").ok().flatten().is_some() {
                    self.act(&target, with_shift);
                }
            }
            "dblclick" => {
                if let Some(column) = on_edge() {
                    self.page.set_width(column, None);
                }
            }
            "focusin" => self.follow_focus(&target),
            "keydown" => {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                    && self.press(event, &target)
                {
                    event.prevent_default();
                }
            }
            _ => {
                if let Some(event) = event.dyn_ref::<PointerEvent>() {
                    self.drag(event, on_edge().map(|column| (column, &target)), dragged);
                }
            }
        }
    }

    /// Does what the place of an element is for: sorts, folds or opens.
    fn act(self, target: &Element, with_shift: bool) {
        if let Some(column) = column_of(target) {
            return self.page.sort_by(column, with_shift);
        }
        let Some(row) = target.closest("[role=row]").ok().flatten() else { return };
        if let Some(key) = row.get_attribute("data-group") {
            return self.page.list(|listing| listing.fold(&key));
        }
        let n = row.get_attribute("data-objective").and_then(|n| n.parse::<u32>().ok());
        if let Some(index) = n.and_then(|n| n.checked_sub(1)) {
            // A browser may not focus what is clicked.
            self.follow_focus(target);
            self.stand(Standing { has_opened: true, ..self.standing() });
            self.page.open_objective(Some(index));
        }
    }

    /// Does what a key stands for; whether it stands for anything here.
    fn press(self, event: &KeyboardEvent, target: &Element) -> bool {
        let key = event.key();
        let (is_far, with_shift) = (event.ctrl_key() || event.meta_key(), event.shift_key());
        if event.alt_key() {
            return false;
        }
        match key.as_str() {
            "Enter" if !is_far => {
                self.act(target, with_shift);
                return true;
            }
            "Escape" if self.page.objective.with_untracked(Option::is_some) => {
                self.page.open_objective(None);
                return true;
            }
            "ArrowLeft" | "ArrowRight" if with_shift => {
                let Some((column, cell)) =
                    column_of(target).zip(target.closest("[role=columnheader]").ok().flatten())
                else {
                    return false;
                };
                let by = if key == "ArrowLeft" { -WIDER } else { WIDER };
                self.page.set_width(column, Some(cell.get_bounding_client_rect().width() + by));
                return true;
            }
            _ if with_shift => return false,
            _ => {}
        }
        let here = self.standing().place;
        let lines = self.page.lines.with_untracked(|lines| lines.len());
        let cells = self.row(here).map_or_else(
            || self.page.listing.with_untracked(|listing| listing.columns.len()),
            |row| row.child_element_count() as usize,
        );
        let line =
            self.body.get_untracked().and_then(|body| heights(&body)).map_or(0.0, |heights| heights.line);
        let window = (browser::window_height() / line.max(1.0)) as usize;
        let Some(place) = here.after(&key, is_far, Size { lines: lines + 1, cells, window }) else {
            return false;
        };
        self.go(place);
        true
    }

    /// Brings a place into the window, and the focus to it.
    fn go(self, place: Place) {
        self.stand(Standing { place, ..self.standing() });
        self.seeks.set_value(true);
        self.rove(true);
        // Its row is not on the page: there are others to come first.
        if self.seeks.get_value()
            && let (Some(body), Some(line)) = (self.body.get_untracked(), place.line.checked_sub(1))
            && let Some(heights) = heights(&body)
        {
            let lines = self.page.lines.get_untracked();
            let mut standing = self.standing();
            let (top, height) = (heights.top(&lines, line), browser::window_height());
            let at = -body.get_bounding_client_rect().top();
            let is_above = top < standing.scroll.top();
            let to = standing.scroll.go(if is_above { top - height / 4.0 } else { top - height * 0.75 });
            self.stand(standing);
            browser::scroll_by(to - at);
            self.measure();
        }
    }

    /// The row of a place, where it is on the page.
    fn row(self, place: Place) -> Option<Element> {
        let row = format!("[aria-rowindex='{}']", place.line + 1);
        self.table.get_untracked()?.query_selector(&row).ok()?
    }

    /// What has the focus when a place has it: the button of its cell, else the cell.
    fn stop(self, place: Place) -> Option<HtmlElement> {
        let cells = self.row(place)?.children();
        let cell = cells.item((place.cell as u32).min(cells.length().checked_sub(1)?))?;
        cell.query_selector("button").ok()?.unwrap_or(cell).dyn_into().ok()
    }

    /// Whether the table has the focus.
    pub fn has_focus(self) -> bool {
        let focused = browser::document().and_then(|document| document.active_element());
        self.table.get_untracked().is_some_and(|table| table.contains(focused.as_deref()))
    }

    /// Makes the place the one stop of Tab, and the table itself where its row is not on the page. Whoever knows that
    /// the table has the focus, or is to have it, says so: rows that are moved or taken away lose it.
    pub fn rove(self, has_focus: bool) {
        let Some(table) = self.table.get_untracked() else { return };
        let mut standing = self.standing();
        standing.place.line = standing.place.line.min(self.page.lines.with_untracked(|lines| lines.len()));
        self.stand(standing);
        let stop = self.stop(standing.place);
        let table: &HtmlElement = &table;
        while let Ok(Some(before)) = table.query_selector("[tabindex='0']") {
            set(&before, "tabindex", "-1");
        }
        let stopped = stop.as_ref().unwrap_or(table);
        stopped.set_tab_index(0);
        let focused = browser::document().and_then(|document| document.active_element());
        if has_focus && focused.as_ref() != Some(stopped.as_ref()) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // What cannot be focused now is the stop all the same.
            let _ = stopped.focus_with_options(&options);
        }
        if let Some(stop) = stop {
            if has_focus && self.seeks.get_value() {
                browser::bring_nearest(&stop);
            }
            // What is not focusable does not keep a press of the mouse beside its cells.
            let _ = table.remove_attribute("tabindex");
            self.seeks.set_value(false);
        }
        self.mark_open();
    }

    /// The place is where the focus went.
    fn follow_focus(self, target: &Element) {
        let mut standing = self.standing();
        let is_there = self.stop(standing.place).is_some_and(|stop| stop.contains(Some(target)));
        let cell = target.closest("[aria-colindex]").ok().flatten();
        if let (false, Some(cell)) = (is_there, cell) {
            let index = |element: &Element, name: &str| {
                element.get_attribute(name)?.parse::<usize>().ok()?.checked_sub(1)
            };
            let line = cell.parent_element().and_then(|row| index(&row, "aria-rowindex"));
            if let (Some(line), Some(cell)) = (line, index(&cell, "aria-colindex")) {
                standing.place = Place { line, cell };
                self.stand(standing);
                self.rove(false);
            }
        }
    }

    /// Makes a column wider or narrower as its edge is dragged: at once for the eye, and for good when it is let go.
    fn drag(self, event: &PointerEvent, edge: Option<(Column, &Element)>, dragged: &Cell<Dragged>) {
        let width = |from: f64, width: f64| width + f64::from(event.client_x()) - from;
        match (event.type_().as_str(), edge, dragged.get()) {
            ("pointerdown", Some((column, edge)), _) => {
                let cell = edge.parent_element().map_or(0.0, |cell| cell.get_bounding_client_rect().width());
                dragged.set(Some((column, f64::from(event.client_x()), cell)));
                // A pointer that is gone already drags nothing.
                let _ = edge.set_pointer_capture(event.pointer_id());
                event.prevent_default();
            }
            ("pointermove", _, Some((column, from, was))) => {
                let mut listing = self.page.listing.get_untracked();
                listing.set_width(column, pixels(width(from, was)));
                if let Some(table) = self.table.get_untracked() {
                    let table: &HtmlElement = &table;
                    let _ = table.style().set_property("--columns", &tracks(&listing));
                }
            }
            ("lostpointercapture", _, Some((column, from, was))) => {
                dragged.set(None);
                // A click on the edge is no drag.
                if f64::from(event.client_x()) != from {
                    self.page.set_width(column, Some(width(from, was)));
                }
            }
            _ => {}
        }
    }

    /// Marks the row of what is open beside the table.
    fn mark_open(self) {
        let Some(body) = self.body.try_get_untracked().flatten() else { return };
        while let Ok(Some(before)) = body.query_selector("[aria-current]") {
            let _ = before.remove_attribute("aria-current");
        }
        if let Some(open) = self.page.objective.get_untracked()
            && let Ok(Some(row)) = body.query_selector(&format!("[data-objective='{}']", open + 1))
        {
            set(&row, "aria-current", "true");
        }
    }

    /// What was opened in the table gives the focus back to its row, which may not be the one it was opened from.
    fn take_back_focus(self, closed: u32) {
        let mut standing = self.standing();
        if !std::mem::take(&mut standing.has_opened) {
            return;
        }
        if let Some(at) = self.page.lines.with_untracked(|lines| lines.place_of(closed)) {
            standing.place.line = at + 1;
        }
        self.stand(standing);
        // After the dialog gave it back to what had it.
        request_animation_frame(move || self.rove(true));
    }
}

impl Page {
    /// Makes a column so wide, in CSS pixels, or as wide as the page makes it; and says so.
    fn set_width(self, column: Column, width: Option<f64>) {
        let width = width.and_then(pixels);
        self.adjust_list("width", |listing| listing.set_width(column, width));
        let own = own_words::words(self.language.get_untracked());
        self.say(&(own.width)((own.column)(column), width));
    }
}

/// A width that a column can have.
fn pixels(width: f64) -> Option<u16> {
    Some((width.round() as u16).clamp(WIDTHS.0, WIDTHS.1))
}

/// The column whose heading an element is in.
fn column_of(target: &Element) -> Option<Column> {
    let heading = target.closest("[role=columnheader]").ok()??;
    Column::from_code(&heading.get_attribute("data-column")?)
}

/// How high lines are: what the style says, resolved by the browser, in a property that does nothing in a block.
fn heights(body: &Element) -> Option<Heights> {
    let style = browser::window()?.get_computed_style(body).ok()??;
    let rows = style.get_property_value("grid-auto-rows").ok()?;
    let mut rows =
        rows.split(' ').map(|row| row.strip_suffix("px")?.parse::<f64>().ok().filter(|row| *row > 0.0));
    Some(Heights { line: rows.next()??, group: rows.next()?? })
}
