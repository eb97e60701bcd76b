// SPDX-License-Identifier: AGPL-3.0-or-later
//! A range of degrees: dragged across a drawing, typed into two fields, or moved by the arrows in them. Whichever way, it
//! is the one filter on degrees, and everything follows while it moves.
//!
//! Never here: what is no range; what was typed wrong is said, and changes nothing.

use std::cell::Cell;

use leptos::html::Input;
use leptos::prelude::*;
use web_sys::{Element, KeyboardEvent, MouseEvent, PointerEvent};

use super::state::Page;
use crate::chart::range::{NoRange, Range};
use crate::chart::scene::{Point, Scene};
use crate::locale::charts::{LinkedWords, linked};
use crate::statistics::{Dimension, Selection};

/// How far a pointer goes before it drags: a trembling click is still a click.
const THRESHOLD: f32 = 5.0;

/// Puts a range in force, as the only filter on degrees; `None` takes them back. Nothing happens where it is so already.
/// What is part of a gesture is gone back from with the rest of it.
pub fn set_range(page: Page, range: Option<Range>, gesture: Option<&'static str>) {
    let is_so = page.selection.with_untracked(|selection| match range {
        Some(range) => {
            let mut keys = selection.keys(Dimension::Degree);
            let is_only = keys.next() == Some(&*range.filter().key) && keys.next().is_none();
            is_only && !selection.is_turned(Dimension::Degree)
        }
        None => !selection.filters_by(Dimension::Degree),
    });
    if !is_so {
        let change = move |selection: &mut Selection| match range {
            Some(range) => selection.only(&[range.filter()]),
            None => selection.clear(Dimension::Degree),
        };
        match gesture {
            Some(gesture) => page.adjust(gesture, change),
            None => page.select(change),
        }
    }
}

/// A pointer on its way.
#[derive(Debug, Clone, Copy)]
struct Way {
    from: Point,
    pointer: i32,
    drags: bool,
}

/// What a pointer does on a drawing: whether it drags, or has just dragged.
#[derive(Debug, Default)]
pub struct Drag {
    way: Cell<Option<Way>>,
    /// The click that ends a drag is none.
    has_dragged: Cell<bool>,
    /// Whether this drag is one of the odd ones: each is a gesture of its own.
    is_odd: Cell<bool>,
}

/// Where on a drawing a pointer is, also when it has left it.
pub fn place(svg: &Element, event: &MouseEvent) -> Point {
    let corner = svg.get_bounding_client_rect();
    Point { x: event.client_x() as f32 - corner.x() as f32, y: event.client_y() as f32 - corner.y() as f32 }
}

impl Drag {
    /// A pointer is pressed on a drawing; the first button only.
    pub fn press(&self, svg: &Element, event: &PointerEvent) {
        self.has_dragged.set(false);
        self.is_odd.set(!self.is_odd.get());
        let way = Way { from: place(svg, event), pointer: event.pointer_id(), drags: false };
        self.way.set(Some(way).filter(|_| event.button() == 0 && event.is_primary()));
    }

    /// A pointer moves. Returns where it is and the range that it dragged so far, while it drags.
    pub fn go(&self, scene: &Scene, svg: &Element, event: &PointerEvent) -> Option<(Point, Range)> {
        let mut way = self.way.get().filter(|way| way.pointer == event.pointer_id())?;
        let at = place(svg, event);
        if !way.drags {
            if (at.x - way.from.x).abs() < THRESHOLD {
                return None;
            }
            way.drags = true;
            self.has_dragged.set(true);
            self.way.set(Some(way));
            // A pointer that leaves the drawing drags on. Where the browser refuses, it ends at the edge.
            let _ = svg.set_pointer_capture(way.pointer);
        }
        Some((at, Range::between(scene.percent_at(way.from.x)?, scene.percent_at(at.x)?)))
    }

    /// The name of this drag among gestures.
    pub fn gesture(&self) -> &'static str {
        if self.is_odd.get() { "range-drag" } else { "range-drag-again" }
    }

    /// A pointer is let go, or taken away by the browser, which scrolls with it.
    pub fn end(&self) {
        self.way.set(None);
    }

    /// Whether a click is the end of a drag, and so none.
    pub fn takes_click(&self) -> bool {
        self.has_dragged.replace(false)
    }
}

/// What is said of a range while it is dragged.
pub fn said(page: Page, range: Range) -> String {
    let more = linked(page.language.get_untracked());
    let figures = page.figures.get_untracked().unwrap_or_default();
    let distribution = &figures.distribution;
    let all = distribution.bins.iter().sum::<u32>() + distribution.unknown;
    (more.in_range)(range.from, range.to, figures.selected.objectives, all)
}

/// The two fields.
#[derive(Clone, Copy)]
struct Fields {
    page: Page,
    more: &'static LinkedWords,
    nodes: [NodeRef<Input>; 2],
    problem: RwSignal<Option<NoRange>>,
}

/// The fields of the range in force, and what takes it back.
pub fn fields(page: Page) -> AnyView {
    let more = linked(page.language.get_untracked());
    let fields = Fields { page, more, nodes: [NodeRef::new(), NodeRef::new()], problem: RwSignal::new(None) };
    let has_range = move || page.selection.with(|selection| selection.filters_by(Dimension::Degree));
    view! {
        <div class="range" role="group" aria-label=more.range>
            <span aria-hidden="true">{more.range}</span>
            {fields.field(0, "from", more.from, "")}
            {fields.field(1, "to", more.to, "%")}
            <button
                type="button"
                class="quiet"
                data-action="clear-range"
                hidden=move || !has_range()
                on:click=move |_| fields.clear()
            >
                {more.clear_range}
            </button>
            <p class="fine" id="range-hint">{more.range_hint}</p>
            <p class="range-problem" id="range-problem" role="status">
                {move || fields.problem.get().map(|problem| fields.words(problem))}
            </p>
        </div>
    }
    .into_any()
}

impl Fields {
    fn words(&self, problem: NoRange) -> &'static str {
        match problem {
            NoRange::NotAPercentage => self.more.not_a_percentage,
            NoRange::TurnedRound => self.more.turned_round,
        }
    }

    fn field(self, which: usize, name: &'static str, label: &'static str, unit: &'static str) -> AnyView {
        let page = self.page;
        let shown = move || {
            let range = page.selection.with(Range::in_force);
            let value = range.map(|range| [range.from, range.to][which]);
            value.map_or_else(String::new, |value| page.language.get_untracked().number(value, 2))
        };
        view! {
            <label>
                {label}
                <input
                    node_ref=self.nodes[which]
                    type="text"
                    inputmode="decimal"
                    size="4"
                    autocomplete="off"
                    data-range=name
                    aria-describedby="range-hint range-problem"
                    aria-invalid=move || self.problem.get().is_some().to_string()
                    prop:value=shown
                    on:change=move |_| self.take()
                    on:keydown=move |event| self.key(which, &event)
                />
                {unit}
            </label>
        }
        .into_any()
    }

    fn typed(&self) -> Result<Option<Range>, NoRange> {
        let [from, to] =
            self.nodes.map(|node| node.get_untracked().map(|node| node.value()).unwrap_or_default());
        Range::typed(&from, &to)
    }

    /// Takes what was typed, or says why not.
    fn take(&self) {
        let typed = self.typed();
        self.problem.set(typed.err());
        if let Ok(range) = typed {
            set_range(self.page, range, None);
        }
    }

    fn clear(&self) {
        self.problem.set(None);
        for node in self.nodes {
            if let Some(node) = node.get_untracked() {
                node.set_value("");
            }
        }
        set_range(self.page, None, None);
        // The button takes itself away.
        super::browser::focus_soon("[data-range='from']");
    }

    /// The arrows move an end by one, page up and down by ten; it pushes the other along rather than crossing it.
    fn key(&self, which: usize, event: &KeyboardEvent) {
        let step = match event.key().as_str() {
            "ArrowUp" => 1.0,
            "ArrowDown" => -1.0,
            "PageUp" => 10.0,
            "PageDown" => -10.0,
            _ => return,
        };
        event.prevent_default();
        let Range { from, to } = self.typed().ok().flatten().unwrap_or(Range::WHOLE);
        let mut ends = [from, to];
        ends[which] = (ends[which] + step).clamp(0.0, 100.0);
        let [from, to] = ends;
        let range = match which {
            0 => Range { from, to: to.max(from) },
            _ => Range { from: from.min(to), to },
        };
        self.problem.set(None);
        set_range(self.page, Some(range), Some("range-keys"));
    }
}
