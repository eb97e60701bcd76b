// SPDX-License-Identifier: AGPL-3.0-or-later
//! The charts: each with its title, a sentence that says what it shows, its drawing, and a table of the same numbers.
//!
//! One drawing serves all: pointer, touch and keyboard reach the same marks and get the same tooltip. Never here: how a
//! chart is drawn (see `chart`).

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;
use leptos::svg::Svg;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::browser;
use super::scene::{Canvas, put_patterns};
use super::state::Page;
use crate::chart::outline::length;
use crate::chart::scene::{Point, Scene, Step};
use crate::chart::{Chart, ChartDrawing, MIN_WIDTH, TwinTable};
use crate::document::Document;
use crate::locale::page::PageWords;
use crate::locale::{self, Language};
use crate::reading::Status;

/// A chart on the page.
#[derive(Clone)]
struct Panel {
    chart: Chart,
    /// The width that its drawing has on the page; unknown until it is there.
    width: RwSignal<Option<f32>>,
    drawing: Memo<Arc<ChartDrawing>>,
    svg: NodeRef<Svg>,
    canvas: Rc<RefCell<Canvas>>,
    tip: RwSignal<Option<Tip>>,
}

/// What the tooltip says, and where.
#[derive(Debug, Clone, PartialEq)]
struct Tip {
    at: Point,
    lines: Vec<String>,
}

/// All charts.
pub fn charts(page: Page, document: Arc<Document>, words: &'static PageWords) -> impl IntoView {
    let panels = Chart::ALL.map(|chart| Panel::new(page, document.clone(), chart));
    // One effect for all drawings, so that a step draws once, and its measure is of the whole.
    let drawn = panels.clone();
    Effect::new(move || {
        let _measure = browser::Measure::start("traguardi:draw");
        for panel in &drawn {
            panel.show();
        }
    });
    let patterns = NodeRef::<Svg>::new();
    patterns.on_load(|svg| put_patterns(&svg));
    view! {
        <section class="charts" aria-labelledby="charts">
            <h2 id="charts" tabindex="-1" class="visually-hidden">{words.charts}</h2>
            <svg node_ref=patterns class="visually-hidden" aria-hidden="true" width="0" height="0"></svg>
            <p class="fine hint">{words.chart_hint}</p>
            <div class="chart-grid">{panels.map(|panel| panel.view(page, words)).into_iter().collect_view()}</div>
        </section>
    }
}

impl Panel {
    fn new(page: Page, document: Arc<Document>, chart: Chart) -> Self {
        let width = RwSignal::new(None);
        let drawing = Memo::new_with_compare(
            move |_| {
                let width = width.get().unwrap_or(MIN_WIDTH);
                let figures = page.figures.get().unwrap_or_default();
                let language = page.language.get();
                let drawing = page
                    .selection
                    .with(|selection| chart.draw(&figures, &*document.names, selection, width, language));
                Arc::new(drawing)
            },
            |_, _| true,
        );
        Self { chart, width, drawing, svg: NodeRef::new(), canvas: Rc::default(), tip: RwSignal::new(None) }
    }

    /// Brings the drawing to the page, once its width is known.
    fn show(&self) {
        if let (Some(svg), Some(_)) = (self.svg.get(), self.width.get()) {
            self.canvas.borrow_mut().show(&svg, self.drawing.get());
        }
    }

    fn view(self, page: Page, words: &'static PageWords) -> AnyView {
        let Self { chart, drawing, svg, tip, .. } = self.clone();
        let language = page.language.get_untracked();
        let title = move || drawing.with(|d| d.title.clone());
        let host = NodeRef::<Div>::new();
        follow_width(host, self.width);
        let is_table_open = RwSignal::new(false);
        // By itself: a drawing of another width is the same table, and the focus in it must stay.
        let table = Memo::new_with_compare(
            move |_| drawing.get(),
            |before, now| before.map(|d| &d.table) != now.map(|d| &d.table),
        );
        let panel = self.clone();
        let pressed = move |event: KeyboardEvent| panel.key(page, &event);
        let panel = self.clone();
        let clicked = move |event: web_sys::MouseEvent| {
            if let Some(mark) = mark_of(event.target()) {
                panel.toggle(page, mark);
            }
        };
        let panel = self.clone();
        let moved = move |event: web_sys::PointerEvent| {
            let at = Point { x: event.offset_x() as f32, y: event.offset_y() as f32 };
            panel.point_at(mark_of(event.target()), Some(at));
        };
        let panel = self.clone();
        let focused = move |event: web_sys::FocusEvent| {
            let mark = mark_of(event.target());
            if let Some(mark) = mark {
                panel.canvas.borrow_mut().set_current(mark);
            }
            panel.point_at(mark, None);
        };
        view! {
            <figure class=format!("panel chart {}", chart.code()) data-chart=chart.code()>
                <figcaption>
                    <h3 id=format!("chart-{}", chart.code())>{title}</h3>
                    <p class="fine">{move || drawing.with(|d| d.summary.clone())}</p>
                    {move || drawing.with(|d| legend(&d.legend, language))}
                </figcaption>
                // Focus is listened to here: Chromium makes a stop of an <svg> that listens to it itself.
                <div
                    class="drawing-host"
                    node_ref=host
                    on:focusin=focused
                    on:focusout=move |_| tip.set(None)
                >
                    <svg
                        node_ref=svg
                        class="scene"
                        role="group"
                        aria-labelledby=format!("chart-{}", chart.code())
                        on:click=clicked
                        on:keydown=pressed
                        on:pointermove=moved
                        on:pointerleave=move |_| tip.set(None)
                    ></svg>
                    {move || tip.get().map(|tip| drawing.with(|d| tooltip(tip, &d.scene)))}
                </div>
                <details
                    class="twin"
                    on:toggle=move |event| {
                        is_table_open.set(event_target::<web_sys::HtmlDetailsElement>(&event).open());
                    }
                >
                    <summary>{words.as_table}</summary>
                    {move || is_table_open.get().then(|| table.with(|d| twin(&d.table, language)))}
                </details>
            </figure>
        }
        .into_any()
    }

    /// Puts the filter of a mark in force, or takes it back.
    fn toggle(&self, page: Page, mark: usize) {
        let filter = self.canvas.borrow().mark(mark).and_then(|mark| mark.filter.clone());
        if let Some(filter) = filter {
            page.toggle(&filter);
        }
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

    /// Arrows walk the marks, Enter and Space toggle, Esc closes the tooltip.
    fn key(&self, page: Page, event: &KeyboardEvent) {
        let Some(mark) = mark_of(event.target()) else { return };
        let step = match event.key().as_str() {
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "ArrowLeft" => Step::Left,
            "ArrowRight" => Step::Right,
            "Home" => Step::First,
            "End" => Step::Last,
            "Enter" | " " => {
                event.prevent_default();
                self.toggle(page, mark);
                return;
            }
            "Escape" => {
                self.tip.set(None);
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

/// The mark that an event happened on.
fn mark_of(target: Option<web_sys::EventTarget>) -> Option<usize> {
    target?.dyn_into::<Element>().ok()?.get_attribute("data-mark")?.parse().ok()
}

/// Keeps a signal at the width of an element.
fn follow_width(host: NodeRef<Div>, width: RwSignal<Option<f32>>) {
    host.on_load(move |host| {
        let observed = host.clone();
        let measured = move || {
            let now = Some((host.client_width() as f32).max(MIN_WIDTH));
            if width.try_get_untracked().is_some_and(|before| before != now) {
                width.try_set(now);
            }
        };
        measured();
        browser::on_resize(&observed, measured);
    });
}

/// Which look stands for which status, where a chart tells several apart.
fn legend(statuses: &[(Status, u32)], language: Language) -> Option<AnyView> {
    let words = locale::charts::charts(language);
    let items: Vec<_> = statuses
        .iter()
        .map(|&(status, _)| {
            view! {
                <li>
                    <span class=format!("swatch fill-{}", status.code()) aria-hidden="true"></span>
                    {words.status(status).name}
                </li>
            }
            .into_any()
        })
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="legend" aria-hidden="true">{items}</ul> }.into_any())
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
            style:left=format!("{}px", length(tip.at.x))
            style:top=format!("{}px", length(tip.at.y))
        >
            {tip.lines.into_iter().map(|line| view! { <p>{line}</p> }.into_any()).collect_view()}
        </div>
    }
    .into_any()
}

/// The numbers of a chart as a table.
fn twin(table: &TwinTable, language: Language) -> AnyView {
    let headers = table
        .headers
        .iter()
        .map(|header| view! { <th scope="col">{header.text.clone()}</th> }.into_any())
        .collect_view();
    let rows = table.rows.iter().map(|row| {
        let cells: Vec<String> = row.cells.iter().map(|cell| cell.shown(language)).collect();
        // A total has no code: its name heads the row.
        let head = cells.iter().position(|cell| !cell.is_empty());
        let cells = cells.into_iter().enumerate().map(|(i, cell)| {
            if Some(i) == head {
                view! { <th scope="row"><bdi>{cell}</bdi></th> }.into_any()
            } else {
                view! { <td>{cell}</td> }.into_any()
            }
        });
        view! { <tr>{cells.collect_view()}</tr> }.into_any()
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=table.caption.clone()>
            <table>
                <caption class="visually-hidden">{table.caption.clone()}</caption>
                <thead><tr>{headers}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
