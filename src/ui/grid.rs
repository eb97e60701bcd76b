// SPDX-License-Identifier: AGPL-3.0-or-later
//! The table as a grid in ARIA's sense: one stop of Tab, keys that walk through it, columns made wider and narrower; and
//! which of its rows are near the window.
//!
//! One listener hears everything, whatever the row. The focus is at a place, not in an element: where the row of the
//! place is not on the page, the table itself has it until the row is back. Never here: what stands in a cell.

use std::cell::Cell;
use std::ops::Range;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent};

use super::browser::{self, set};
use super::live::follow;
use super::objectives::{ALL_UP_TO, tracks};
use super::state::Page;
use crate::listing::scroll::{Heights, Scroll, Span};
use crate::listing::walk::{Place, Size};
use crate::listing::{Column, WIDTHS};
use crate::locale::listing as own_words;

/// How many rows beyond the window are kept ready on either side.
const MARGIN: usize = 12;

/// The rows that are near before anything is measured.
pub const FIRST: Range<usize> = 0..2 * MARGIN;

/// By how many pixels a key makes a column wider.
const WIDER: f64 = 16.0;

/// What is heard of the table. A pointer that is let go of, or taken away, has lost its capture either way.
const HEARD: [&str; 7] =
    ["click", "dblclick", "keydown", "focusin", "pointerdown", "pointermove", "lostpointercapture"];

/// How the table stands. There is one on the page, and a change of the plan makes its elements anew.
#[derive(Debug, Clone, Copy, Default)]
struct Standing {
    scroll: Scroll,
    /// How high lines were when it was measured.
    heights: Option<Heights>,
    place: Place,
    /// The place is to be brought into the window as soon as its row is on the page.
    seeks: bool,
    /// What is open beside the table, where it was opened in it.
    opened: Option<u32>,
    /// A column that is being made wider: where the pointer took it, and how wide it was.
    dragged: Option<(Column, f64, f64)>,
}

thread_local! {
    static STANDING: Cell<Standing> = Cell::default();
}

/// Changes how the table stands, and says how it stands then.
fn stand(change: impl FnOnce(&mut Standing)) -> Standing {
    let mut standing = STANDING.get();
    change(&mut standing);
    STANDING.set(standing);
    standing
}

fn table() -> Option<HtmlElement> {
    browser::find(".table")
}

fn body() -> Option<HtmlElement> {
    browser::find(".table .body")
}

/// Listens to the page, for as long as it is there.
pub fn listen(page: Page) {
    // Measured when the page was scrolled or something on it changed its size, never while it is being changed, since
    // measuring then would make the browser lay it out twice.
    window_event_listener_untyped("scroll", move |_| measure(page));
    for event in HEARD {
        window_event_listener_untyped(event, move |event| hear(page, &event));
    }
    follow(move || {
        let now = page.objective.get();
        mark_open(now);
        let before = STANDING.get().opened;
        if before.is_some() {
            stand(|standing| standing.opened = now);
        }
        if let (Some(closed), None) = (before, now) {
            take_back_focus(page, closed);
        }
    });
}

/// Another plan is looked at from its beginning.
pub fn begin() {
    STANDING.set(Standing::default());
}

/// What is open beside the table is closed for something that the focus goes to instead.
pub fn let_go_of_focus() {
    stand(|standing| standing.opened = None);
}

/// Looks where the table stands in the window.
pub fn measure(page: Page) {
    let Some((body, heights)) = body().and_then(|body| heights(&body).map(|heights| (body, heights))) else {
        return;
    };
    let lines = page.lines.get_untracked();
    let at = -body.get_bounding_client_rect().top();
    let before = STANDING.get();
    let mut goes = None;
    let Standing { scroll, .. } = stand(|standing| {
        standing.heights = Some(heights);
        goes = standing.scroll.moved(at, Span::new(&lines, heights));
    });
    if let Some(to) = goes {
        browser::scroll_by(to - at);
    }
    let first = heights.line_at(&lines, scroll.top());
    let last = heights.line_at(&lines, scroll.top() + browser::window_height()) + 1;
    // In steps of the margin, so that most scrolling changes nothing.
    let start = first.saturating_sub(MARGIN) / MARGIN * MARGIN;
    let now = start..(last + MARGIN).div_ceil(MARGIN) * MARGIN;
    if scroll.offset() != before.scroll.offset() || before.heights != Some(heights) {
        lay(page, start);
    }
    if page.near.with_untracked(|before| *before != now) {
        page.near.set(now);
    }
}

/// Puts the rows on the page where they belong: in a table as high as all of them, the first one (of this place) below
/// those above it.
pub fn lay(page: Page, first: usize) {
    let Some(body) = body() else { return };
    let lines = page.lines.get_untracked();
    let first = first.min(lines.len());
    let Standing { scroll, heights, .. } = STANDING.get();
    let cut = heights.filter(|_| lines.len() > ALL_UP_TO);
    let cut = cut.and_then(|heights| Some((heights, Span::new(&lines, heights).cut()?)));
    let (height, above) = match cut {
        Some((heights, height)) => {
            // Other lines may be as high, and are then no other size for the browser to tell of.
            request_animation_frame(move || measure(page));
            let above = heights.top(&lines, first) - scroll.offset();
            // Whole pixels: what writes the parts of a number weighs as much as all of this.
            (format!("{}px", height as u32), format!("{}px", above as u32))
        }
        // By the style's own words, so that it follows what they say.
        None => {
            let height = |of: usize| {
                let groups = lines.groups_before(of);
                format!("calc({} * var(--height) + {groups} * var(--group))", of - groups)
            };
            (height(lines.len()), height(first))
        }
    };
    for (name, value) in [("height", height), ("padding-top", above)] {
        // Only an invalid name can fail, and these are not.
        let _ = body.style().set_property(name, &value);
    }
}

fn hear(page: Page, event: &Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return;
    };
    let Ok(Some(_)) = target.closest(".table") else { return };
    let on_edge = || target.matches(".resize").ok()?.then(|| column_of(&target)).flatten();
    match event.type_().as_str() {
        "click" => {
            let with_shift = event.dyn_ref::<MouseEvent>().is_some_and(MouseEvent::shift_key);
            if on_edge().is_none() {
                act(page, &target, with_shift);
            }
        }
        "dblclick" => {
            if let Some(column) = on_edge() {
                page.set_width(column, None);
            }
        }
        "focusin" => follow_focus(page, &target),
        "keydown" => {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                && press(page, event, &target)
            {
                event.prevent_default();
            }
        }
        _ => {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                drag(page, event, on_edge().map(|column| (column, &target)));
            }
        }
    }
}

/// Does what the place of an element is for: sorts, folds or opens.
fn act(page: Page, target: &Element, with_shift: bool) {
    if let Some(column) = column_of(target) {
        return page.sort_by(column, with_shift);
    }
    let Some(row) = target.closest("[role=row]").ok().flatten() else { return };
    if let Some(key) = row.get_attribute("data-group") {
        return page.list(|listing| listing.fold(&key));
    }
    let n = row.get_attribute("data-objective").and_then(|n| n.parse::<u32>().ok());
    if let Some(index) = n.and_then(|n| n.checked_sub(1)) {
        // A browser may not focus what is clicked.
        follow_focus(page, target);
        stand(|standing| standing.opened = Some(index));
        page.open_objective(Some(index));
    }
}

/// Does what a key stands for; whether it stands for anything here.
fn press(page: Page, event: &KeyboardEvent, target: &Element) -> bool {
    let key = event.key();
    let (is_far, with_shift) = (event.ctrl_key() || event.meta_key(), event.shift_key());
    if event.alt_key() {
        return false;
    }
    match key.as_str() {
        "Enter" if !is_far => {
            act(page, target, with_shift);
            return true;
        }
        "Escape" if page.objective.with_untracked(Option::is_some) => {
            page.open_objective(None);
            return true;
        }
        "ArrowLeft" | "ArrowRight" if with_shift => {
            let Some((column, cell)) =
                column_of(target).zip(target.closest("[role=columnheader]").ok().flatten())
            else {
                return false;
            };
            let by = if key == "ArrowLeft" { -WIDER } else { WIDER };
            page.set_width(column, Some(cell.get_bounding_client_rect().width() + by));
            return true;
        }
        _ if with_shift => return false,
        _ => {}
    }
    let Standing { place: here, heights, .. } = STANDING.get();
    let lines = page.lines.with_untracked(|lines| lines.len());
    let cells = row(here).map_or_else(
        || page.listing.with_untracked(|listing| listing.columns.len()),
        |row| row.child_element_count() as usize,
    );
    let window = heights.map_or(1, |heights| (browser::window_height() / heights.line) as usize);
    let Some(place) = here.after(&key, is_far, Size { lines: lines + 1, cells, window }) else {
        return false;
    };
    go(page, place);
    true
}

/// Brings a place into the window, and the focus to it.
fn go(page: Page, place: Place) {
    stand(|standing| (standing.place, standing.seeks) = (place, true));
    rove(page, true);
    // Its row is not on the page: there are others to come first.
    if let Standing { seeks: true, heights: Some(heights), .. } = STANDING.get()
        && let (Some(body), Some(line)) = (body(), place.line.checked_sub(1))
    {
        let top = page.lines.with_untracked(|lines| heights.top(lines, line));
        let at = -body.get_bounding_client_rect().top();
        let mut to = at;
        stand(|Standing { scroll, .. }| {
            let part = if top < scroll.top() { 0.25 } else { 0.75 };
            to = scroll.go(top - part * browser::window_height());
        });
        browser::scroll_by(to - at);
        measure(page);
    }
}

/// The row of a place, where it is on the page.
fn row(place: Place) -> Option<Element> {
    let row = format!("[aria-rowindex='{}']", place.line + 1);
    table()?.query_selector(&row).ok()?
}

/// What has the focus when a place has it: the button of its cell, else the cell.
fn stop(place: Place) -> Option<HtmlElement> {
    let cells = row(place)?.children();
    let cell = cells.item((place.cell as u32).min(cells.length().checked_sub(1)?))?;
    cell.query_selector("button").ok()?.unwrap_or(cell).dyn_into().ok()
}

/// Whether the table has the focus.
pub fn has_focus() -> bool {
    let focused = browser::document().and_then(|document| document.active_element());
    table().is_some_and(|table| table.contains(focused.as_deref()))
}

/// Makes the place the one stop of Tab, and the table itself where its row is not on the page. Whoever knows that
/// the table has the focus, or is to have it, says so: rows that are moved or taken away lose it.
pub fn rove(page: Page, has_focus: bool) {
    let Some(table) = table() else { return };
    let last = page.lines.with_untracked(|lines| lines.len());
    let standing = stand(|Standing { place, .. }| place.line = place.line.min(last));
    let stop = stop(standing.place);
    while let Ok(Some(before)) = table.query_selector("[tabindex='0']") {
        set(&before, "tabindex", "-1");
    }
    let stopped = stop.as_ref().unwrap_or(&table);
    stopped.set_tab_index(0);
    let focused = browser::document().and_then(|document| document.active_element());
    if has_focus && focused.as_ref() != Some(stopped) {
        // What cannot be focused now is the stop all the same.
        browser::focus_still(stopped);
    }
    if let Some(stop) = stop {
        if has_focus && standing.seeks {
            browser::bring_nearest(&stop);
        }
        // What is not focusable does not keep a press of the mouse beside its cells.
        let _ = table.remove_attribute("tabindex");
        stand(|standing| standing.seeks = false);
    }
    mark_open(page.objective.get_untracked());
}

/// The place is where the focus went.
fn follow_focus(page: Page, target: &Element) {
    let is_there = stop(STANDING.get().place).is_some_and(|stop| stop.contains(Some(target)));
    let cell = target.closest("[aria-colindex]").ok().flatten();
    if let (false, Some(cell)) = (is_there, cell) {
        let index = |element: &Element, name: &str| {
            element.get_attribute(name)?.parse::<usize>().ok()?.checked_sub(1)
        };
        let line = cell.parent_element().and_then(|row| index(&row, "aria-rowindex"));
        if let (Some(line), Some(cell)) = (line, index(&cell, "aria-colindex")) {
            stand(|standing| standing.place = Place { line, cell });
            rove(page, false);
        }
    }
}

/// Makes a column wider or narrower as its edge is dragged: at once for the eye, and for good when it is let go.
fn drag(page: Page, event: &PointerEvent, edge: Option<(Column, &Element)>) {
    let width = |from: f64, width: f64| width + f64::from(event.client_x()) - from;
    match (event.type_().as_str(), edge, STANDING.get().dragged) {
        ("pointerdown", Some((column, edge)), _) => {
            let cell = edge.parent_element().map_or(0.0, |cell| cell.get_bounding_client_rect().width());
            stand(|standing| standing.dragged = Some((column, f64::from(event.client_x()), cell)));
            // A pointer that is gone already drags nothing.
            let _ = edge.set_pointer_capture(event.pointer_id());
            event.prevent_default();
        }
        ("pointermove", _, Some((column, from, was))) => {
            let mut listing = page.listing.get_untracked();
            listing.set_width(column, pixels(width(from, was)));
            if let Some(table) = table() {
                let _ = table.style().set_property("--columns", &tracks(&listing));
            }
        }
        ("lostpointercapture", _, Some((column, from, was))) => {
            stand(|standing| standing.dragged = None);
            // A click on the edge is no drag.
            if f64::from(event.client_x()) != from {
                page.set_width(column, Some(width(from, was)));
            }
        }
        _ => {}
    }
}

/// Marks the row of what is open beside the table.
fn mark_open(open: Option<u32>) {
    let Some(body) = body() else { return };
    while let Ok(Some(before)) = body.query_selector("[aria-current]") {
        let _ = before.remove_attribute("aria-current");
    }
    if let Some(open) = open
        && let Ok(Some(row)) = body.query_selector(&format!("[data-objective='{}']", open + 1))
    {
        set(&row, "aria-current", "true");
    }
}

/// What was opened in the table gives the focus back to its row, which may not be the one it was opened from.
fn take_back_focus(page: Page, closed: u32) {
    // After the dialog gave it back to what had it, which may show another line by now.
    request_animation_frame(move || {
        if let Some(at) = page.lines.with_untracked(|lines| lines.place_of(closed)) {
            stand(|standing| standing.place.line = at + 1);
        }
        rove(page, true);
    });
}

/// Changes how much room the page has, without the table moving away from whoever looks at it.
pub fn hold_still(change: &dyn Fn()) {
    let place = || table().map(|table| table.get_bounding_client_rect());
    let before = place().filter(|place| place.top() < browser::window_height() && place.bottom() > 0.0);
    change();
    if let (Some(before), Some(after)) = (before, place()) {
        browser::scroll_by(after.top() - before.top());
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
    // The browser's own reading, which stops at the unit: that of Rust would bring its tables along.
    let mut rows = rows.split(' ').map(js_sys::parse_float).filter(|row| *row > 0.0);
    Some(Heights { line: rows.next()?, group: rows.next()? })
}
