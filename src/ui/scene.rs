// SPDX-License-Identifier: AGPL-3.0-or-later
//! A [`Scene`] on the page: SVG nodes that are patched, not made anew, when the drawing changes.
//!
//! A path for all shapes of one look, a text node for each text, a rectangle for each mark; only what differs crosses
//! over to the browser. What is drawn beyond the window can wait ([`Canvas::finish`]); marks never do, since they are there
//! for the keyboard and for screen readers too. Never here: what a drawing shows. Text goes into text nodes, numbers into
//! attributes; nothing is parsed as markup.

use std::ops::Range;
use std::sync::Arc;

use web_sys::{Element, Node, SvgElement};

use super::browser::{self, set};
use super::changes::{Changes, unset};
use crate::chart::outline::{Brush, Outline, length, outlines, push_length};
use crate::chart::pairing::pairs;
use crate::chart::pattern::{pattern_id, tile_of};
use crate::chart::scene::{Mark, MarkState, Primitive, Scene, Shape, Text, handle};
use crate::chart::{ChartDrawing, Finish, Ink};
use crate::decimal;
use crate::reading::Status;

const SVG: &str = "http://www.w3.org/2000/svg";

/// How many elements are kept at hand for what may come again.
const SPARE: usize = 250;

/// A new SVG element. The names are ours and valid, so it fails only without a page, where there is nothing to draw on.
fn element(name: &str) -> Option<Element> {
    browser::document()?.create_element_ns(Some(SVG), name).ok()
}

fn set_length(element: &Element, name: &'static str, value: f32) {
    set(element, name, &length(value));
}

/// Sets a length where it is another than before.
fn change_length(
    changes: &mut Changes,
    element: &Element,
    name: &'static str,
    before: Option<f32>,
    now: f32,
) {
    if before != Some(now) {
        changes.write(element, name, |words| push_length(words, now));
    }
}

/// A text of a drawing, as it is written.
struct Writing<'a> {
    text: &'a Text,
    ink: Ink,
    halo: bool,
}

impl<'a> Writing<'a> {
    fn of(primitive: &'a Primitive) -> Option<Self> {
        let Shape::Text(text) = &primitive.shape else { return None };
        Some(Self { text, ink: primitive.ink, halo: primitive.finish == Finish::Halo })
    }
}

/// The path of an outline.
struct Traced {
    element: Element,
    shown: Outline,
}

/// An element with the text node in it, and what it shows.
struct Written {
    element: Element,
    content: Node,
    shown: Option<(Text, Ink, bool)>,
}

/// The three layers of a drawing.
struct Layers {
    shapes: Element,
    texts: Element,
    marks: Element,
}

/// The nodes of one drawing, and what they show now.
#[derive(Default)]
pub struct Canvas {
    layers: Option<Layers>,
    drawing: Option<Arc<ChartDrawing>>,
    shapes: Vec<Traced>,
    texts: Vec<Written>,
    /// Elements of texts that show nothing now.
    spare: Vec<Written>,
    mark_nodes: Vec<Element>,
    /// Whether anything drawn beyond the window still is as it was.
    is_behind: bool,
    /// The mark that the tab key reaches; the arrows move it.
    current: usize,
}

/// From where to where down a drawing something is in the window.
pub type Band = Range<f32>;

/// All of a drawing.
pub const ALL: Band = f32::NEG_INFINITY..f32::INFINITY;

impl Canvas {
    /// Shows a drawing in an `<svg>` element, changing only what differs from the one before; of what is drawn, only what is
    /// in the window, if that is known.
    pub fn show(&mut self, svg: &SvgElement, drawing: Arc<ChartDrawing>, band: &Band) {
        if self.layers.is_none() {
            // The element may come from the document before, with its drawing in it.
            svg.set_text_content(None);
            self.layers = Layers::new(svg);
        }
        let scene = &drawing.scene;
        let mut changes = Changes::default();
        let before = self.scene().map(|scene| (scene.width, scene.height));
        if before != Some((scene.width, scene.height)) {
            changes.write(svg, "width", |words| push_length(words, scene.width));
            changes.write(svg, "height", |words| push_length(words, scene.height));
            let view = format!("0 0 {} {}", length(scene.width), length(scene.height));
            changes.set(svg, "viewBox", &view);
        }
        self.is_behind = false;
        let shown = self.show_drawn(scene, band, &mut changes);
        if shown.and_then(|()| self.show_marks(scene, &mut changes)).is_some() {
            changes.make();
            self.drawing = Some(drawing);
        }
    }

    /// Shows what waited beyond the window.
    pub fn finish(&mut self) {
        if let Some(drawing) = self.drawing.clone().filter(|_| self.is_behind) {
            let mut changes = Changes::default();
            self.is_behind = false;
            if self.show_drawn(&drawing.scene, &ALL, &mut changes).is_some() {
                changes.make();
            }
        }
    }

    fn show_drawn(&mut self, scene: &Scene, band: &Band, changes: &mut Changes) -> Option<()> {
        if band.start > scene.height || band.end < 0.0 {
            self.is_behind = true;
            return Some(());
        }
        self.show_shapes(outlines(scene), changes)?;
        self.show_texts(scene, band, changes)
    }

    fn show_shapes(&mut self, now: Vec<Outline>, changes: &mut Changes) -> Option<()> {
        let layer = &self.layers.as_ref()?.shapes;
        let goes_on = pairs(self.shapes.len(), now.len(), &|before, at| {
            self.shapes[before].shown.brush == now[at].brush
        });
        let mut before = std::mem::take(&mut self.shapes).into_iter().enumerate().peekable();
        for (outline, goes_on) in now.into_iter().zip(goes_on) {
            // What comes before it and goes on as nothing is nothing more.
            while let Some((_, gone)) = before.next_if(|(at, _)| goes_on.is_some_and(|goes_on| *at < goes_on))
            {
                gone.element.remove();
            }
            let mut traced = match before.next_if(|_| goes_on.is_some()) {
                Some((_, traced)) => traced,
                None => {
                    let element = element("path")?;
                    let next: Option<&Node> = before.peek().map(|(_, next)| next.element.as_ref());
                    layer.insert_before(&element, next).ok()?;
                    show_brush(&element, &outline.brush);
                    Traced { element, shown: Outline { brush: outline.brush, path: String::new() } }
                }
            };
            if traced.shown.path != outline.path {
                changes.set(&traced.element, "d", &outline.path);
                traced.shown.path = outline.path;
            }
            self.shapes.push(traced);
        }
        before.for_each(|(_, gone)| gone.element.remove());
        Some(())
    }

    fn show_texts(&mut self, scene: &Scene, band: &Band, changes: &mut Changes) -> Option<()> {
        let layer = &self.layers.as_ref()?.texts;
        let now: Vec<_> = scene.prims.iter().filter_map(Writing::of).collect();
        let goes_on = pairs(self.texts.len(), now.len(), &|before, at| self.texts[before].is_like(&now[at]));
        let mut before: Vec<_> = std::mem::take(&mut self.texts).into_iter().map(Some).collect();
        let mut texts: Vec<_> =
            goes_on.into_iter().map(|goes_on| before.get_mut(goes_on?).and_then(Option::take)).collect();
        // What goes on as nothing serves for what comes.
        self.spare.extend(before.into_iter().flatten());
        for (written, now) in texts.iter_mut().zip(&now) {
            let written = match written {
                Some(written) => written,
                None => {
                    let spare = take_like(&mut self.spare, now);
                    written.insert(spare.or_else(|| Written::new(layer))?)
                }
            };
            if band.contains(&now.text.at.y) || written.is_in(band) {
                written.show(now, changes);
            } else {
                self.is_behind |= !written.shows(now);
            }
        }
        self.texts = texts.into_iter().flatten().collect();
        for gone in self.spare.drain(SPARE.min(self.spare.len())..) {
            gone.element.remove();
        }
        for spare in &mut self.spare {
            match spare.is_in(band) {
                true => spare.hush(changes),
                false => self.is_behind |= !spare.is_hushed(),
            }
        }
        Some(())
    }

    fn show_marks(&mut self, scene: &Scene, changes: &mut Changes) -> Option<()> {
        let layer = &self.layers.as_ref()?.marks;
        let drawing = self.drawing.clone();
        let marks = drawing.as_deref().map_or(&[][..], |drawing| &drawing.scene.marks);
        for (i, now) in scene.marks.iter().enumerate() {
            let before = marks.get(i);
            if before == Some(now) {
                continue;
            }
            if i == self.mark_nodes.len() {
                let new = element("rect")?;
                layer.append_child(&new).ok()?;
                changes.set(&new, "data-mark", &i.to_string());
                changes.set(&new, "tabindex", if i == self.current { "0" } else { "-1" });
                self.mark_nodes.push(new);
            }
            show_mark(&self.mark_nodes[i], before, now, changes);
        }
        for gone in self.mark_nodes.drain(scene.marks.len().min(self.mark_nodes.len())..) {
            gone.remove();
        }
        let last = scene.marks.len().saturating_sub(1);
        if self.current > last {
            // The mark that Tab reached is gone.
            self.current = last;
            if let Some(node) = self.mark_nodes.get(last) {
                changes.set(node, "tabindex", "0");
            }
        }
        Some(())
    }

    /// What is shown now; `None` before the first drawing.
    pub fn scene(&self) -> Option<&Scene> {
        self.drawing.as_deref().map(|drawing| &drawing.scene)
    }

    /// A mark of what is shown now.
    pub fn mark(&self, mark: usize) -> Option<&Mark> {
        self.scene()?.marks.get(mark)
    }

    /// Makes a mark the one that the tab key reaches.
    pub fn set_current(&mut self, mark: usize) {
        for (at, stop) in [(self.current, "-1"), (mark, "0")] {
            if let Some(node) = self.mark_nodes.get(at) {
                set(node, "tabindex", stop);
            }
        }
        self.current = mark;
    }

    /// The node of a mark.
    pub fn mark_node(&self, mark: usize) -> Option<&Element> {
        self.mark_nodes.get(mark)
    }
}

impl Layers {
    fn new(svg: &SvgElement) -> Option<Self> {
        let drawing = layer(svg, "drawing")?;
        // What it shows is said by the marks, the sentence and the table.
        set(&drawing, "aria-hidden", "true");
        let (shapes, texts) = (layer(&drawing, "shapes")?, layer(&drawing, "texts")?);
        Some(Self { shapes, texts, marks: layer(svg, "marks")? })
    }
}

fn layer(parent: &Node, class: &str) -> Option<Element> {
    let layer = element("g")?;
    set(&layer, "class", class);
    parent.append_child(&layer).ok()?;
    Some(layer)
}

/// How all shapes of an outline look, which is said once.
fn show_brush(node: &Element, brush: &Brush) {
    let Brush { ink, stroke, finish, is_dimmed } = *brush;
    let is_pattern = finish == Finish::Pattern;
    let mut class = String::from(ink.class());
    class.push_str(if stroke.is_some() { " stroke" } else { " fill" });
    if is_pattern {
        class.push_str(" pattern");
    }
    if is_dimmed {
        class.push_str(" dimmed");
    }
    set(node, "class", &class);
    if let Some(width) = stroke {
        set_length(node, "stroke-width", width);
    }
    if let Some(status) = ink.status().filter(|_| is_pattern) {
        set(node, "fill", &format!("url(#{})", pattern_id(status)));
    }
    if let Finish::Shade(_) = finish {
        set_length(node, "fill-opacity", finish.strength());
    }
}

/// One of the elements at hand: rather one that was the same text before, or was written in the same way.
fn take_like(spare: &mut Vec<Written>, now: &Writing<'_>) -> Option<Written> {
    let is_same =
        |one: &Written| one.is_like(now) && one.shown.as_ref().is_some_and(|(old, ..)| old.at == now.text.at);
    let at = spare.iter().position(is_same).or_else(|| spare.iter().position(|one| one.is_like(now)));
    let at = at.or_else(|| spare.len().checked_sub(1))?;
    Some(spare.swap_remove(at))
}

impl Written {
    fn new(parent: &Element) -> Option<Self> {
        let (element, content) = (element("text")?, browser::document()?.create_text_node(""));
        element.append_child(&content).ok()?;
        parent.append_child(&element).ok()?;
        Some(Self { element, content: content.into(), shown: None })
    }

    /// Whether it is written in the same way, on the same line: then it may be the same text, or the number after it. The
    /// ink is another whenever its row steps back.
    fn is_like(&self, now: &Writing<'_>) -> bool {
        let way = |text: &Text| (text.size, text.anchor, text.weight, text.turned, text.at.y);
        self.shown.as_ref().is_some_and(|(text, ..)| way(text) == way(now.text))
    }

    /// Whether it shows this already.
    fn shows(&self, now: &Writing<'_>) -> bool {
        let shown = self.shown.as_ref();
        shown.is_some_and(|(text, ink, halo)| (text, *ink, *halo) == (now.text, now.ink, now.halo))
    }

    /// Whether what it shows is in a part of the drawing.
    fn is_in(&self, band: &Band) -> bool {
        self.shown.as_ref().is_some_and(|(text, ..)| band.contains(&text.at.y))
    }

    fn is_hushed(&self) -> bool {
        self.shown.as_ref().is_none_or(|(text, ..)| text.content.is_empty())
    }

    fn show(&mut self, now: &Writing<'_>, changes: &mut Changes) {
        if self.shows(now) {
            return;
        }
        let (element, text, old) = (&self.element, now.text, self.shown.as_ref());
        let (look, old) = (old.map(|(_, ink, halo)| (*ink, *halo)), old.map(|(text, ..)| text));
        change_length(changes, element, "x", old.map(|old| old.at.x), text.at.x);
        change_length(changes, element, "y", old.map(|old| old.at.y), text.at.y);
        change_length(changes, element, "font-size", old.map(|old| old.size), text.size);
        if old.map(|old| old.anchor) != Some(text.anchor) {
            changes.set(element, "text-anchor", text.anchor.name());
        }
        if old.map(|old| old.weight) != Some(text.weight) {
            changes.set(element, "font-weight", &text.weight.number().to_string());
        }
        match (old.is_some_and(|old| old.turned), text.turned) {
            (_, true) => {
                let (x, y) = (length(text.at.x), length(text.at.y));
                changes.set(element, "transform", &format!("rotate(-90 {x} {y})"));
            }
            (true, false) => unset(element, "transform"),
            (false, false) => {}
        }
        if look != Some((now.ink, now.halo)) {
            let halo = if now.halo { " halo" } else { "" };
            changes.set(element, "class", &format!("{} fill{halo}", now.ink.class()));
        }
        if old.map(|old| &old.content) != Some(&text.content) {
            changes.say(&self.content, &text.content);
        }
        self.shown = Some((text.clone(), now.ink, now.halo));
    }

    /// Shows nothing.
    fn hush(&mut self, changes: &mut Changes) {
        if !self.is_hushed()
            && let Some((text, ..)) = &mut self.shown
        {
            text.content.clear();
            changes.say(&self.content, "");
        }
    }
}

/// What a mark is to the keyboard and to a screen reader.
fn show_mark(node: &Element, before: Option<&Mark>, now: &Mark, changes: &mut Changes) {
    let old = before.map(|before| before.bounds);
    change_length(changes, node, "x", old.map(|old| old.x), now.bounds.x);
    change_length(changes, node, "y", old.map(|old| old.y), now.bounds.y);
    change_length(changes, node, "width", old.map(|old| old.width), now.bounds.width);
    change_length(changes, node, "height", old.map(|old| old.height), now.bounds.height);
    if before.map(|before| &before.label) != Some(&now.label) {
        changes.set(node, "aria-label", &now.label);
    }
    let filters = !now.filters.is_empty();
    let use_changes =
        before.map(|before| (&before.filters, &before.action)) != Some((&now.filters, &now.action));
    if use_changes {
        changes.set(node, "role", if filters || now.action.is_some() { "button" } else { "img" });
        let handle = filters.then(|| handle(&now.filters));
        // What filters nothing says all the same what it is of, for whoever asks how it was made.
        let of = (!filters && !now.id.is_empty()).then(|| now.id.clone());
        for (name, value) in [("data-filter", &handle), ("data-of", &of), ("data-action", &now.action)] {
            match value {
                Some(value) => changes.set(node, name, value),
                None if before.is_some() => unset(node, name),
                None => {}
            }
        }
    }
    if before.map(|before| before.expanded) != Some(now.expanded) {
        match now.expanded {
            Some(expanded) => changes.set(node, "aria-expanded", if expanded { "true" } else { "false" }),
            None if before.is_some() => unset(node, "aria-expanded"),
            None => {}
        }
    }
    let is_selected = now.state == MarkState::Selected;
    if before.map(|before| before.state == MarkState::Selected) != Some(is_selected) || use_changes {
        changes.set(node, "class", if is_selected { "mark selected" } else { "mark" });
        match filters {
            true => changes.set(node, "aria-pressed", if is_selected { "true" } else { "false" }),
            false if before.is_some() => unset(node, "aria-pressed"),
            false => {}
        }
    }
}

/// The patterns of the statuses, once for all drawings of the page.
pub fn put_patterns(svg: &SvgElement) {
    // They may be there since the document before.
    svg.set_text_content(None);
    for status in Status::ALL {
        if let Some(pattern) = pattern(status) {
            let _ = svg.append_child(&pattern);
        }
    }
}

fn pattern(status: Status) -> Option<Element> {
    let pattern = element("pattern")?;
    let tile = tile_of(status);
    let ink = Ink::of(status).class();
    set(&pattern, "id", &pattern_id(status));
    set(&pattern, "patternUnits", "userSpaceOnUse");
    set_length(&pattern, "width", tile.side);
    set_length(&pattern, "height", tile.side);
    // The ground is the ink at its strength over the surface, so that what is behind a bar does not show through it.
    for (class, strength) in [(Ink::Surface.class(), 1.0), (ink, tile.ground)] {
        let ground = element("rect")?;
        set_length(&ground, "width", tile.side);
        set_length(&ground, "height", tile.side);
        set(&ground, "class", &format!("{class} fill"));
        set(&ground, "fill-opacity", &decimal::fixed(strength.into(), 2));
        pattern.append_child(&ground).ok()?;
    }
    let strokes = element("path")?;
    set(&strokes, "d", tile.strokes);
    set(&strokes, "class", &format!("{ink} stroke"));
    set_length(&strokes, "stroke-width", tile.stroke);
    pattern.append_child(&strokes).ok()?;
    Some(pattern)
}
