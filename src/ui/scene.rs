// SPDX-License-Identifier: AGPL-3.0-or-later
//! A [`Scene`] on the page: SVG nodes that are patched, not made anew, when the drawing changes.
//!
//! A path for all shapes of one look, a text node for each text, a rectangle for each mark; only what differs crosses
//! over to the browser. Never here: what a drawing shows. Text goes into text nodes, numbers into attributes; nothing
//! is parsed as markup.

use std::sync::Arc;

use web_sys::{Element, Node, SvgElement};

use super::browser::{self, set};
use crate::chart::outline::{Brush, Outline, length, outlines};
use crate::chart::pattern::{pattern_id, tile_of};
use crate::chart::scene::{Mark, MarkState, Primitive, Scene, Shape, Text, handle};
use crate::chart::{ChartDrawing, Finish, Ink};
use crate::decimal;
use crate::reading::Status;

const SVG: &str = "http://www.w3.org/2000/svg";

/// A new SVG element. The names are ours and valid, so it fails only without a page, where there is nothing to draw on.
fn element(name: &str) -> Option<Element> {
    browser::document()?.create_element_ns(Some(SVG), name).ok()
}

fn unset(element: &Element, name: &str) {
    // Only an invalid name can fail, and the names are ours.
    let _ = element.remove_attribute(name);
}

fn set_length(element: &Element, name: &str, value: f32) {
    set(element, name, &length(value));
}

/// Sets a length where it is another than before.
fn change_length(element: &Element, name: &str, before: Option<f32>, now: f32) {
    if before != Some(now) {
        set_length(element, name, now);
    }
}

/// A text of a drawing, as it is written.
#[derive(Clone, PartialEq)]
struct Writing {
    text: Text,
    ink: Ink,
    halo: bool,
}

/// An element with the text node in it.
struct Written {
    element: Element,
    content: Node,
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
    outlines: Vec<Outline>,
    writings: Vec<Writing>,
    shape_nodes: Vec<Element>,
    text_nodes: Vec<Written>,
    mark_nodes: Vec<Element>,
    /// The mark that the tab key reaches; the arrows move it.
    current: usize,
}

impl Canvas {
    /// Shows a drawing in an `<svg>` element, changing only what differs from the one before.
    pub fn show(&mut self, svg: &SvgElement, drawing: Arc<ChartDrawing>) {
        if self.layers.is_none() {
            // The element may come from the document before, with its drawing in it.
            svg.set_text_content(None);
            self.layers = Layers::new(svg);
        }
        let Some(layers) = &self.layers else { return };
        let scene = &drawing.scene;
        let before = self.drawing.as_deref().map(|drawing| &drawing.scene);
        if before.map(|scene| (scene.width, scene.height)) != Some((scene.width, scene.height)) {
            set_length(svg, "width", scene.width);
            set_length(svg, "height", scene.height);
            set(svg, "viewBox", &format!("0 0 {} {}", length(scene.width), length(scene.height)));
        }
        let shapes = outlines(scene);
        for (i, now) in shapes.iter().enumerate() {
            let before = self.outlines.get(i);
            if before != Some(now) {
                let Some(node) = node_at(&mut self.shape_nodes, i, "path", &layers.shapes) else { return };
                show_outline(node, before, now);
            }
        }
        drop_from(&mut self.shape_nodes, shapes.len(), |node| node);
        self.outlines = shapes;

        let texts: Vec<_> = scene.prims.iter().filter_map(writing).collect();
        for (i, now) in texts.iter().enumerate() {
            let before = self.writings.get(i);
            if before != Some(now) {
                if self.text_nodes.len() == i {
                    let Some(node) = Written::new(&layers.texts) else { return };
                    self.text_nodes.push(node);
                }
                self.text_nodes[i].show(before, now);
            }
        }
        drop_from(&mut self.text_nodes, texts.len(), |node| &node.element);
        self.writings = texts;

        self.current = self.current.min(scene.marks.len().saturating_sub(1));
        for (i, now) in scene.marks.iter().enumerate() {
            let before = before.and_then(|scene| scene.marks.get(i));
            if before != Some(now) {
                let Some(node) = node_at(&mut self.mark_nodes, i, "rect", &layers.marks) else { return };
                if before.is_none() {
                    set(node, "data-mark", &i.to_string());
                    set(node, "tabindex", if i == self.current { "0" } else { "-1" });
                }
                show_mark(node, before, now);
            }
        }
        drop_from(&mut self.mark_nodes, scene.marks.len(), |node| node);
        self.drawing = Some(drawing);
        self.set_current(self.current);
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

/// The node at a place, made if the place is the next one.
fn node_at<'n>(nodes: &'n mut Vec<Element>, at: usize, kind: &str, parent: &Element) -> Option<&'n Element> {
    if at == nodes.len() {
        let new = element(kind)?;
        parent.append_child(&new).ok()?;
        nodes.push(new);
    }
    nodes.get(at)
}

/// Takes the nodes from a place on off the page.
fn drop_from<T>(nodes: &mut Vec<T>, length: usize, element: impl Fn(&T) -> &Element) {
    for node in nodes.drain(length.min(nodes.len())..) {
        element(&node).remove();
    }
}

fn show_outline(node: &Element, before: Option<&Outline>, now: &Outline) {
    let brush = |outline: &Outline| outline.brush;
    if before.map(brush) != Some(now.brush) {
        let Brush { ink, stroke, finish, is_dimmed } = now.brush;
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
        match stroke {
            Some(width) => set_length(node, "stroke-width", width),
            None => unset(node, "stroke-width"),
        }
        match ink.status().filter(|_| is_pattern) {
            Some(status) => set(node, "fill", &format!("url(#{})", pattern_id(status))),
            None => unset(node, "fill"),
        }
        match finish {
            Finish::Shade(_) => set_length(node, "fill-opacity", finish.strength()),
            _ => unset(node, "fill-opacity"),
        }
    }
    if before.map(|outline| &outline.path) != Some(&now.path) {
        set(node, "d", &now.path);
    }
}

fn writing(primitive: &Primitive) -> Option<Writing> {
    let Shape::Text(text) = &primitive.shape else { return None };
    Some(Writing { text: text.clone(), ink: primitive.ink, halo: primitive.finish == Finish::Halo })
}

impl Written {
    fn new(parent: &Element) -> Option<Self> {
        let (element, content) = (element("text")?, browser::document()?.create_text_node(""));
        element.append_child(&content).ok()?;
        parent.append_child(&element).ok()?;
        Some(Self { element, content: content.into() })
    }

    fn show(&self, before: Option<&Writing>, now: &Writing) {
        let (element, text) = (&self.element, &now.text);
        let old = before.map(|before| &before.text);
        change_length(element, "x", old.map(|old| old.at.x), text.at.x);
        change_length(element, "y", old.map(|old| old.at.y), text.at.y);
        change_length(element, "font-size", old.map(|old| old.size), text.size);
        if old.map(|old| old.anchor) != Some(text.anchor) {
            set(element, "text-anchor", text.anchor.name());
        }
        if old.map(|old| old.weight) != Some(text.weight) {
            set(element, "font-weight", &text.weight.number().to_string());
        }
        match (old.is_some_and(|old| old.turned), text.turned) {
            (_, true) => {
                let (x, y) = (length(text.at.x), length(text.at.y));
                set(element, "transform", &format!("rotate(-90 {x} {y})"));
            }
            (true, false) => unset(element, "transform"),
            (false, false) => {}
        }
        if before.map(|before| (before.ink, before.halo)) != Some((now.ink, now.halo)) {
            let halo = if now.halo { " halo" } else { "" };
            set(element, "class", &format!("{} fill{halo}", now.ink.class()));
        }
        if old.map(|old| &old.content) != Some(&text.content) {
            self.content.set_node_value(Some(&text.content));
        }
    }
}

/// What a mark is to the keyboard and to a screen reader.
fn show_mark(node: &Element, before: Option<&Mark>, now: &Mark) {
    let old = before.map(|before| before.bounds);
    change_length(node, "x", old.map(|old| old.x), now.bounds.x);
    change_length(node, "y", old.map(|old| old.y), now.bounds.y);
    change_length(node, "width", old.map(|old| old.width), now.bounds.width);
    change_length(node, "height", old.map(|old| old.height), now.bounds.height);
    if before.map(|before| &before.label) != Some(&now.label) {
        set(node, "aria-label", &now.label);
    }
    let filters = !now.filters.is_empty();
    let use_of = |mark: &Mark| (mark.filters.clone(), mark.action.clone());
    let use_changes = before.map(use_of) != Some(use_of(now));
    if use_changes {
        set(node, "role", if filters || now.action.is_some() { "button" } else { "img" });
        let handle = filters.then(|| handle(&now.filters));
        // What filters nothing says all the same what it is of, for whoever asks how it was made.
        let of = (!filters && !now.id.is_empty()).then(|| now.id.clone());
        for (name, value) in [("data-filter", &handle), ("data-of", &of), ("data-action", &now.action)] {
            match value {
                Some(value) => set(node, name, value),
                None => unset(node, name),
            }
        }
    }
    if before.map(|before| before.expanded) != Some(now.expanded) {
        match now.expanded {
            Some(expanded) => set(node, "aria-expanded", if expanded { "true" } else { "false" }),
            None => unset(node, "aria-expanded"),
        }
    }
    let is_selected = now.state == MarkState::Selected;
    if before.map(|before| before.state == MarkState::Selected) != Some(is_selected) || use_changes {
        set(node, "class", if is_selected { "mark selected" } else { "mark" });
        match filters {
            true => set(node, "aria-pressed", if is_selected { "true" } else { "false" }),
            false => unset(node, "aria-pressed"),
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
