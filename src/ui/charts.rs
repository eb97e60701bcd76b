// SPDX-License-Identifier: AGPL-3.0-or-later
//! The charts: each with its title, a sentence that says what it shows, its drawing, and a table of the same numbers.
//!
//! One drawing serves all: pointer, touch and keyboard reach the same marks and get the same tooltip. Never here: how a
//! chart is drawn (see `chart`).

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::html::{Div, P};
use leptos::prelude::*;
use leptos::svg::Svg;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent, PointerEvent};

use super::calm::{SLACK, calm};
use super::caption::{legend, order};
use super::cell::Cell;
use super::changes::Changes;
use super::range::{self, Drag};
use super::scene::{ALL, Band, Canvas, put_patterns};
use super::state::Page;
use super::take_away;
use super::twin::twin;
use super::{browser, live};
use crate::chart::outline::length;
use crate::chart::scene::{Mark, Point, Scene, Step};
use crate::chart::{Chart, ChartDrawing, MIN_WIDTH, Merged, Names, rows};
use crate::decimal;
use crate::document::Document;
use crate::locale::page::PageWords;
use crate::locale::shared;
use crate::share::level::Cover;
use crate::sitting;
use crate::statistics::{Figures, Selection};

/// A chart on the page.
#[derive(Clone)]
struct Panel {
    chart: Chart,
    /// Whether its marks filter, rather than only tell.
    is_filter: bool,
    /// The height that there is for it, where it stands on a slide and is drawn as large as that has room for.
    room: Option<RwSignal<Option<f32>>>,
    /// The width that its drawing has on the page; unknown until it is there.
    width: RwSignal<Option<f32>>,
    drawing: Memo<Arc<ChartDrawing>>,
    svg: NodeRef<Svg>,
    canvas: Rc<RefCell<Canvas>>,
    /// Which part of it is in the window, as it stood when that was last looked at.
    band: Rc<RefCell<Band>>,
    /// The sentence above it; a slide has one of its own.
    summary: NodeRef<P>,
    said: Rc<RefCell<Option<Cell>>>,
    tip: RwSignal<Option<Tip>>,
    drag: Rc<Drag>,
}

/// What the tooltip says, and where.
#[derive(Debug, Clone, PartialEq)]
struct Tip {
    at: Point,
    lines: Vec<String>,
}

/// All charts.
pub fn charts(page: Page, document: Arc<Document>, words: &'static PageWords) -> impl IntoView {
    let is_filter = !document.is_figures();
    // What only texts tell comes when they are read.
    let shown = Chart::ALL.into_iter().filter(|chart| !document.is_whole || chart.is_for(&document.whole));
    let panels: Vec<_> = shown.map(|chart| Panel::new(page, document.clone(), chart, None, None)).collect();
    // One effect for all drawings, so that a step draws once, and its measure is of the whole.
    let drawn: Rc<[Panel]> = panels.clone().into();
    let calm = {
        let (waiting, looked) = (drawn.clone(), drawn.clone());
        let finish = move || waiting.iter().for_each(|panel| panel.canvas.borrow_mut().finish());
        calm(finish, move || looked.iter().for_each(Panel::look))
    };
    live::follow(move || {
        let _measure = browser::Measure::start("traguardi:draw");
        for panel in drawn.iter() {
            panel.show();
        }
        calm();
    });
    let slot = move |panel: Panel| {
        if panel.chart.is_for(&document.whole) {
            return panel.view(page, words);
        }
        let (document, panel) = (document.clone(), StoredValue::new_local(panel));
        let is_there =
            Memo::new(move |_| panel.with_value(|panel| panel.chart.is_for(&page.known(&document).whole)));
        (move || is_there.get().then(|| panel.get_value().view(page, words))).into_any()
    };
    let hint = is_filter.then_some(words.chart_hint);
    let patterns = NodeRef::<Svg>::new();
    patterns.on_load(|svg| put_patterns(&svg));
    view! {
        <section class="charts" aria-labelledby="charts">
            <h2 id="charts" tabindex="-1" class="visually-hidden">{words.charts}</h2>
            <svg node_ref=patterns class="visually-hidden" aria-hidden="true" width="0" height="0"></svg>
            <p class="fine hint">{hint}</p>
            <div class="chart-grid">{panels.into_iter().map(slot).collect_view()}</div>
        </section>
    }
}

/// A chart as a slide: as large as there is room, telling and not filtering, named by the element of this id.
pub fn slide(
    page: Page,
    document: Arc<Document>,
    chart: Chart,
    cover: Option<Arc<Cover>>,
    named_by: &str,
) -> AnyView {
    let panel = Panel::new(page, document, chart, Some(RwSignal::new(None)), cover);
    let drawing = panel.drawing;
    let drawn = panel.clone();
    live::follow(move || drawn.show());
    let told = Memo::new(move |_| drawing.with(|d| d.legend.clone()));
    view! {
        <p class="lead">{live::words(move || drawing.with(|d| d.summary.clone()))}</p>
        {live::part(move || told.with(|items| legend(items)))}
        {panel.host(page, named_by.to_owned())}
    }
    .into_any()
}

impl Panel {
    /// With `cover`, nobody is named in it.
    fn new(
        page: Page,
        document: Arc<Document>,
        chart: Chart,
        room: Option<RwSignal<Option<f32>>>,
        cover: Option<Arc<Cover>>,
    ) -> Self {
        let called = match &cover {
            Some(cover) => Arc::new(document.names.covered(&|name| cover.heading(name))),
            None => document.names.clone(),
        };
        let width = RwSignal::new(None);
        let (is_plan, is_filter) = (!document.is_figures(), !document.is_figures() && room.is_none());
        let drawing = Memo::new_with_compare(
            move |_| {
                let width = width.get().unwrap_or(MIN_WIDTH);
                let figures = page.figures.get().unwrap_or_default();
                let language = page.language.get();
                let names: &dyn Names = &*called;
                let merged = Merged { names, together: shared::words(language).together };
                let names = if is_plan { names } else { &merged };
                let draw = |figures: &Figures, selection: &Selection| {
                    page.arrangement.with(|view| {
                        let draw = |width: f32| chart.draw(figures, names, selection, view, width, language);
                        match room {
                            Some(room) => sitting::largest(&draw, width, room.get().unwrap_or_default()),
                            None => draw(width),
                        }
                    })
                };
                // Looked at where it is: each step draws every chart.
                let drawing = page.selection.with(|selection| match &cover {
                    Some(cover) => {
                        draw(&sitting::covered_figures(&figures, cover), &sitting::covered(selection, cover))
                    }
                    None => draw(&figures, selection),
                });
                Arc::new(if is_filter { drawing } else { drawing.only_telling() })
            },
            |_, _| true,
        );
        Self {
            chart,
            is_filter,
            room,
            width,
            drawing,
            svg: NodeRef::new(),
            canvas: Rc::default(),
            band: Rc::new(RefCell::new(ALL)),
            summary: NodeRef::new(),
            said: Rc::default(),
            tip: RwSignal::new(None),
            drag: Rc::default(),
        }
    }

    /// Brings the drawing to the page, once its width is known, and what it says.
    fn show(&self) {
        if let Some(summary) = self.summary.get() {
            let mut said = self.said.borrow_mut();
            if said.is_none() {
                // The element may come from the document before, with what that said.
                summary.set_text_content(None);
                *said = Cell::plain(&summary);
            }
            let mut changes = Changes::default();
            if let Some(said) = &mut *said {
                self.drawing.with(|drawing| said.say(&drawing.summary, &[], &mut changes));
            }
            changes.make();
        }
        if let (Some(svg), Some(_)) = (self.svg.get(), self.width.get()) {
            self.canvas.borrow_mut().show(&svg, self.drawing.get(), &self.band.borrow());
        }
    }

    /// Looks which part of it is in the window. Never while the page is being changed, since the browser would lay it out
    /// twice.
    fn look(&self) {
        if let Some(svg) = self.svg.try_get_untracked().flatten() {
            let top = svg.get_bounding_client_rect().top();
            let end = browser::window_height() - top;
            self.band.replace((-top - SLACK) as f32..(end + SLACK) as f32);
        }
    }

    fn view(self, page: Page, words: &'static PageWords) -> AnyView {
        let Self { chart, drawing, .. } = self.clone();
        let language = page.language.get_untracked();
        let told = Memo::new(move |_| drawing.with(|d| d.legend.clone()));
        let is_table_open = RwSignal::new(false);
        // By itself: a drawing of another width is the same table, and the focus in it must stay.
        let table = Memo::new_with_compare(
            move |_| drawing.get(),
            |before, now| before.map(|d| &d.table) != now.map(|d| &d.table),
        );
        view! {
            <figure class=format!("panel chart {}", chart.code()) data-chart=chart.code()>
                <figcaption>
                    <h3 id=format!("chart-{}", chart.code())>{chart.title(language)}</h3>
                    <p class="fine" node_ref=self.summary></p>
                    {chart.can_be_ordered().then(|| order(page, chart))}
                    {live::part(move || told.with(|items| legend(items)))}
                </figcaption>
                {self.host(page, format!("chart-{}", chart.code()))}
                {(chart == Chart::Distribution && self.is_filter).then(|| range::fields(page))}
                <details
                    class="twin"
                    on:toggle=move |event| {
                        is_table_open.set(event_target::<web_sys::HtmlDetailsElement>(&event).open());
                    }
                >
                    <summary>{words.as_table}</summary>
                    {live::part(move || is_table_open.get().then(|| table.with(|d| twin(&d.table, language))))}
                </details>
                {take_away::menu(page, chart, drawing)}
            </figure>
        }
        .into_any()
    }

    /// The drawing with all that answers in it, named by the element of this id.
    fn host(&self, page: Page, named_by: String) -> AnyView {
        let Self { drawing, svg, tip, width, .. } = *self;
        let is_on_slide = self.room.is_some();
        let host = NodeRef::<Div>::new();
        follow_size(host, self.width, self.room);
        let panel = self.clone();
        let pressed = move |event: KeyboardEvent| panel.key(page, &event);
        let panel = self.clone();
        let clicked = move |event: MouseEvent| {
            let mark = mark_of(event.target()).filter(|_| !panel.drag.takes_click());
            match mark {
                // On a slide a finger has no other way to ask.
                _ if panel.room.is_some() => panel.point_at(mark, panel.place_of(&event)),
                Some(mark) => panel.act(page, mark),
                None => {}
            }
        };
        let panel = self.clone();
        let moved = move |event: PointerEvent| {
            if !panel.drags(page, &event) {
                panel.point_at(mark_of(event.target()), panel.place_of(&event));
            }
        };
        let panel = self.clone();
        let pressed_down = move |event: PointerEvent| {
            if let Some(svg) = panel.svg.get_untracked().filter(|_| panel.is_filter) {
                panel.drag.press(&svg, &event);
            }
        };
        let held = move |event: MouseEvent| {
            // The arrows go on turning slides for whoever clicks into a drawing.
            if is_on_slide {
                event.prevent_default();
            }
        };
        let panel = self.clone();
        let scrolled = move |_| {
            panel.canvas.borrow_mut().finish();
            panel.look();
        };
        let drag = self.drag.clone();
        let let_go = move |_: PointerEvent| drag.end();
        let cancelled = let_go.clone();
        let panel = self.clone();
        let focused = move |event: web_sys::FocusEvent| {
            let mark = mark_of(event.target());
            if let Some(mark) = mark {
                panel.canvas.borrow_mut().set_current(mark);
            }
            panel.point_at(mark, None);
        };
        let scale = move || decimal::fixed(scale(is_on_slide, width, drawing).into(), 3);
        view! {
            // Focus is listened to here: Chromium makes a stop of an <svg> that listens to it itself.
            <div
                class="drawing-host"
                node_ref=host
                style:--scale=scale
                on:scroll=scrolled
                on:focusin=focused
                on:focusout=move |_| tip.set(None)
            >
                <svg
                    node_ref=svg
                    class="scene"
                    role="group"
                    aria-labelledby=named_by
                    on:click=clicked
                    on:keydown=pressed
                    on:mousedown=held
                    on:pointermove=moved
                    on:pointerdown=pressed_down
                    on:pointerup=let_go
                    on:pointercancel=cancelled
                    on:pointerleave=move |_| tip.set(None)
                ></svg>
                {live::part(move || tip.get().map(|tip| drawing.with(|d| tooltip(tip, &d.scene))))}
            </div>
        }
        .into_any()
    }

    /// Where an event happened in the drawing.
    fn place_of(&self, event: &MouseEvent) -> Option<Point> {
        let at = range::place(&self.svg.get_untracked()?.into(), event);
        let scale = untrack(|| scale(self.room.is_some(), self.width, self.drawing));
        Some(Point { x: at.x / scale, y: at.y / scale })
    }

    /// Does what a mark does: puts its filters in force or takes them back, or opens its mission.
    fn act(&self, page: Page, mark: usize) {
        let of = |mark: &Mark| (mark.filters.clone(), mark.action.clone());
        let Some((filters, action)) = self.canvas.borrow().mark(mark).map(of) else { return };
        match (&filters[..], action.as_deref().and_then(|action| action.strip_prefix("open-mission:"))) {
            (_, Some(mission)) => {
                let rows = page.figures.with_untracked(|figures| figures.as_ref().map_or(0, |of| rows(of)));
                page.arrange(|view| view.turn(mission, rows));
            }
            ([], None) => {}
            ([filter], None) => page.toggle(filter),
            (filters, None) => page.toggle_only(filters),
        }
    }

    /// Follows a pointer that drags a range, and says what is in it. Returns whether it does.
    fn drags(&self, page: Page, event: &web_sys::PointerEvent) -> bool {
        let Some(svg) = self.svg.get_untracked() else { return false };
        let dragged = self.canvas.borrow().scene().and_then(|scene| self.drag.go(scene, &svg, event));
        let Some((at, range)) = dragged else { return false };
        range::set_range(page, Some(range), Some(self.drag.gesture()));
        self.tip.set(Some(Tip { at, lines: vec![range::said(page, range)] }));
        true
    }

    /// Shows what the tooltip says of a mark, or of the part of it under the pointer.
    fn point_at(&self, mark: Option<usize>, pointer: Option<Point>) {
        let canvas = self.canvas.borrow();
        let tip = mark.and_then(|mark| canvas.mark(mark)).map(|mark| {
            let part = pointer.and_then(|at| mark.parts.iter().find(|part| part.bounds.contains(at)));
            let mut lines = mark.lines.clone();
            lines.extend(part.map(|part| part.label.clone()).filter(|label| !mark.lines.contains(label)));
            let beside = Point { x: mark.bounds.x + mark.bounds.width / 2.0, y: mark.bounds.bottom() };
            Tip { at: pointer.unwrap_or(beside), lines }
        });
        if tip != self.tip.get_untracked() {
            self.tip.set(tip);
        }
    }

    /// Arrows walk the marks, Enter and Space do what a click does, Esc closes the tooltip.
    fn key(&self, page: Page, event: &KeyboardEvent) {
        let Some(mark) = mark_of(event.target()) else { return };
        let step = match event.key().as_str() {
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "ArrowLeft" => Step::Left,
            "ArrowRight" => Step::Right,
            "Home" => Step::First,
            "End" => Step::Last,
            "Enter" | " " if self.room.is_none() => {
                event.prevent_default();
                self.act(page, mark);
                return;
            }
            "Escape" => {
                self.tip.set(None);
                if self.room.is_some() {
                    // From the drawing to its slide, and from there out.
                    event.prevent_default();
                    browser::focus_soon("#sitting-slide");
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let target = {
            let canvas = self.canvas.borrow();
            canvas
                .scene()
                .and_then(|scene| scene.step(mark, step))
                .and_then(|to| canvas.mark_node(to).cloned())
        };
        // Outside the borrow: focusing fires `focusin` at once, which borrows the canvas itself.
        if let Some(svg) = target.and_then(|node| node.dyn_into::<web_sys::SvgElement>().ok()) {
            let _ = svg.focus();
        }
    }
}

/// How many times as large as it is a drawing is shown: on a slide, as wide as that.
fn scale(is_on_slide: bool, width: RwSignal<Option<f32>>, drawing: Memo<Arc<ChartDrawing>>) -> f32 {
    match width.get().filter(|_| is_on_slide) {
        Some(width) => width / drawing.with(|drawing| drawing.scene.width.max(1.0)),
        None => 1.0,
    }
}

/// The mark that an event happened on.
fn mark_of(target: Option<web_sys::EventTarget>) -> Option<usize> {
    target?.dyn_into::<Element>().ok()?.get_attribute("data-mark")?.parse().ok()
}

/// Keeps signals at the width and height of an element.
fn follow_size(host: NodeRef<Div>, width: RwSignal<Option<f32>>, height: Option<RwSignal<Option<f32>>>) {
    host.on_load(move |host| {
        let observed = host.clone();
        let measured = move || {
            let now = [host.client_width() as f32, host.client_height() as f32];
            for (size, now) in [(Some(width), now[0].max(MIN_WIDTH)), (height, now[1])] {
                let Some(size) = size else { continue };
                if size.try_get_untracked().is_some_and(|before| before != Some(now)) {
                    size.try_set(Some(now));
                }
            }
        };
        measured();
        browser::on_resize(&observed, measured);
    });
}

/// Beside the pointer, on the sides where there is more room.
fn tooltip(tip: Tip, scene: &Scene) -> AnyView {
    let on_left = tip.at.x > scene.width / 2.0;
    let above = tip.at.y > scene.height / 2.0;
    view! {
        <div
            class="tooltip"
            class:on-left=on_left
            class:above=above
            aria-hidden="true"
            style:left=format!("calc({}px * var(--scale))", length(tip.at.x))
            style:top=format!("calc({}px * var(--scale))", length(tip.at.y))
        >
            {tip.lines.into_iter().map(|line| view! { <p>{line}</p> }.into_any()).collect_view()}
        </div>
    }
    .into_any()
}
