// SPDX-License-Identifier: AGPL-3.0-or-later
//! A [`Scene`] on the page: SVG nodes that are patched, not made anew, when the drawing changes.
//!
//! Never here: what a drawing shows. Text goes into text nodes, numbers into attributes; nothing is parsed as markup.

use web_sys::{Element, Node, SvgElement};

use super::browser;
use crate::chart::pattern::{pattern_id, tile_of};
use crate::chart::scene::{Mark, MarkState, Point, Primitive, Rect, Scene, Shape};
use crate::chart::{Finish, Ink};
use crate::reading::Status;

const SVG: &str = "http://www.w3.org/2000/svg";

/// A new SVG element. The names are ours and valid, so it fails only without a page, where there is nothing to draw on.
fn element(name: &str) -> Option<Element> {
    browser::document()?.create_element_ns(Some(SVG), name).ok()
}

fn set(element: &Element, name: &str, value: &str) {
    // Fails only for an invalid name, and the names are ours.
    let _ = element.set_attribute(name, value);
}

fn set_number(element: &Element, name: &str, value: f32) {
    set(element, name, &number(value));
}

/// A length with at most one decimal, as the scene has it.
pub fn number(value: f32) -> String {
    let text = format!("{:.1}", f64::from(value));
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

fn points(points: &[Point]) -> String {
    points.iter().map(|p| format!("{},{}", number(p.x), number(p.y))).collect::<Vec<_>>().join(" ")
}

/// The nodes of one drawing, and what they show now.
#[derive(Default)]
pub struct Canvas {
    drawing: Option<Element>,
    marks: Option<Element>,
    scene: Scene,
    primitive_nodes: Vec<Element>,
    mark_nodes: Vec<Element>,
    /// The mark that the tab key reaches; the arrows move it.
    current: usize,
}

impl Canvas {
    /// Shows a scene in an `<svg>` element, changing only what differs from the scene before.
    pub fn show(&mut self, svg: &SvgElement, scene: &Scene) {
        if self.drawing.is_none() {
            self.drawing = layer(svg, "drawing", true);
            self.marks = layer(svg, "marks", false);
        }
        let (Some(drawing), Some(marks)) = (self.drawing.clone(), self.marks.clone()) else { return };
        if (self.scene.width, self.scene.height) != (scene.width, scene.height) {
            set_number(svg, "width", scene.width);
            set_number(svg, "height", scene.height);
            set(svg, "viewBox", &format!("0 0 {} {}", number(scene.width), number(scene.height)));
        }
        // A scene names its marks by index, and a mark's state decides how its shapes look: both count as the primitive's.
        let state = |scene: &Scene, p: &Primitive| p.mark.and_then(|m| scene.marks.get(m)).map(|m| m.state);
        for (i, new) in scene.prims.iter().enumerate() {
            let old = self.scene.prims.get(i);
            if old == Some(new) && old.and_then(|old| state(&self.scene, old)) == state(scene, new) {
                continue;
            }
            let same_kind = old.is_some_and(|old| kind(&old.shape) == kind(&new.shape));
            let node = match self.primitive_nodes.get(i) {
                Some(node) if same_kind => node.clone(),
                _ => {
                    let Some(node) = element(kind(&new.shape)) else { return };
                    place(&drawing, &mut self.primitive_nodes, i, node.clone());
                    node
                }
            };
            draw(&node, new, state(scene, new).unwrap_or_default());
        }
        truncate(&mut self.primitive_nodes, scene.prims.len());
        self.current = self.current.min(scene.marks.len().saturating_sub(1));
        for (i, new) in scene.marks.iter().enumerate() {
            let node = match self.mark_nodes.get(i) {
                Some(node) => node.clone(),
                None => {
                    let Some(node) = mark_node(i) else { return };
                    place(&marks, &mut self.mark_nodes, i, node.clone());
                    node
                }
            };
            if self.scene.marks.get(i) != Some(new) {
                show_mark(&node, new);
            }
            set(&node, "tabindex", if i == self.current { "0" } else { "-1" });
        }
        truncate(&mut self.mark_nodes, scene.marks.len());
        self.scene = scene.clone();
    }

    /// What is shown now.
    pub fn scene(&self) -> &Scene {
        &self.scene
    }

    /// Makes a mark the one that the tab key reaches.
    pub fn set_current(&mut self, mark: usize) {
        for (at, tabindex) in [(self.current, "-1"), (mark, "0")] {
            if let Some(node) = self.mark_nodes.get(at) {
                set(node, "tabindex", tabindex);
            }
        }
        self.current = mark;
    }

    /// The node of a mark.
    pub fn mark_node(&self, mark: usize) -> Option<&Element> {
        self.mark_nodes.get(mark)
    }
}

fn layer(svg: &SvgElement, class: &str, hidden: bool) -> Option<Element> {
    let layer = element("g")?;
    set(&layer, "class", class);
    if hidden {
        // What it shows is said by the marks, the sentence and the table.
        set(&layer, "aria-hidden", "true");
    }
    svg.append_child(&layer).ok()?;
    Some(layer)
}

/// Puts a node at its place, instead of the one that is there.
fn place(parent: &Element, nodes: &mut Vec<Element>, at: usize, node: Element) {
    match nodes.get_mut(at) {
        Some(old) => {
            old.replace_with_with_node_1(&node).unwrap_or_default();
            *old = node;
        }
        None => {
            let _ = parent.append_child(&node);
            nodes.push(node);
        }
    }
}

fn truncate(nodes: &mut Vec<Element>, length: usize) {
    for node in nodes.drain(length.min(nodes.len())..) {
        node.remove();
    }
}

/// The SVG element that draws a shape.
fn kind(shape: &Shape) -> &'static str {
    match shape {
        Shape::Rect(_) | Shape::Frame(..) => "rect",
        Shape::Line(..) => "polyline",
        Shape::Disc(..) | Shape::Ring(..) => "circle",
        Shape::Polygon(_) => "polygon",
        Shape::Text(_) => "text",
    }
}

fn draw(node: &Element, primitive: &Primitive, state: MarkState) {
    let mut class = vec![primitive.ink.class()];
    let mut stroke_width = None;
    match &primitive.shape {
        // The edge of a pattern is drawn within its rectangle.
        Shape::Rect(rect) if primitive.finish == Finish::Pattern && rect.width > 1.0 && rect.height > 1.0 => {
            let (x, y, width, height) = (rect.x + 0.5, rect.y + 0.5, rect.width - 1.0, rect.height - 1.0);
            set_rect(node, &Rect { x, y, width, height });
        }
        Shape::Rect(rect) => set_rect(node, rect),
        Shape::Frame(rect, width) => {
            set_rect(node, rect);
            stroke_width = Some(*width);
        }
        Shape::Line(line, width) => {
            set(node, "points", &points(line));
            stroke_width = Some(*width);
        }
        Shape::Disc(centre, radius) => set_circle(node, *centre, *radius),
        Shape::Ring(centre, radius, width) => {
            set_circle(node, *centre, *radius);
            stroke_width = Some(*width);
        }
        Shape::Polygon(corners) => set(node, "points", &points(corners)),
        Shape::Text(text) => {
            set_number(node, "x", text.at.x);
            set_number(node, "y", text.at.y);
            set_number(node, "font-size", text.size);
            set(node, "text-anchor", text.anchor.name());
            set(node, "font-weight", &text.weight.number().to_string());
            if text.turned {
                set(node, "transform", &format!("rotate(-90 {} {})", number(text.at.x), number(text.at.y)));
            } else {
                let _ = node.remove_attribute("transform");
            }
            node.set_text_content(Some(&text.content));
        }
    }
    let is_text = matches!(primitive.shape, Shape::Text(_));
    match stroke_width {
        Some(width) => {
            class.push("stroke");
            set_number(node, "stroke-width", width);
        }
        None => {
            class.push("fill");
            let _ = node.remove_attribute("stroke-width");
        }
    }
    match primitive.finish {
        Finish::Pattern if !is_text => class.push("pattern"),
        Finish::Halo if is_text => class.push("halo"),
        _ => {}
    }
    // Shapes of what is not selected fade; texts do not, since they must still be read.
    if state == MarkState::Dimmed && !is_text {
        class.push("dimmed");
    }
    set(node, "class", &class.join(" "));
    match (primitive.finish, primitive.ink.status()) {
        (Finish::Pattern, Some(status)) if !is_text => {
            set(node, "fill", &format!("url(#{})", pattern_id(status)))
        }
        _ => {
            let _ = node.remove_attribute("fill");
        }
    }
}

fn set_rect(node: &Element, rect: &Rect) {
    set_number(node, "x", rect.x);
    set_number(node, "y", rect.y);
    set_number(node, "width", rect.width);
    set_number(node, "height", rect.height);
}

fn set_circle(node: &Element, centre: Point, radius: f32) {
    set_number(node, "cx", centre.x);
    set_number(node, "cy", centre.y);
    set_number(node, "r", radius);
}

fn mark_node(index: usize) -> Option<Element> {
    let node = element("rect")?;
    set(&node, "data-mark", &index.to_string());
    Some(node)
}

fn show_mark(node: &Element, mark: &Mark) {
    set_rect(node, &mark.bounds);
    set(node, "aria-label", &mark.label);
    set(
        node,
        "class",
        match mark.state {
            MarkState::Selected => "mark selected",
            _ => "mark",
        },
    );
    match &mark.filter {
        Some(filter) => {
            set(node, "role", "button");
            set(node, "data-filter", &filter.handle());
            set(node, "aria-pressed", if mark.state == MarkState::Selected { "true" } else { "false" });
        }
        None => {
            set(node, "role", "img");
            for name in ["data-filter", "aria-pressed"] {
                let _ = node.remove_attribute(name);
            }
        }
    }
}

/// The patterns of the statuses, once for all drawings of the page.
pub fn put_patterns(svg: &SvgElement) {
    for status in Status::ALL {
        if let Some(pattern) = pattern(status) {
            let _ = svg.append_child(&pattern);
        }
    }
}

fn pattern(status: Status) -> Option<Node> {
    let pattern = element("pattern")?;
    let tile = tile_of(status);
    let ink = Ink::of(status).class();
    set(&pattern, "id", &pattern_id(status));
    set(&pattern, "patternUnits", "userSpaceOnUse");
    set_number(&pattern, "width", tile.side);
    set_number(&pattern, "height", tile.side);
    // The ground is the ink at its strength over the surface, so that what is behind a bar does not show through it.
    for (class, strength) in [(Ink::Surface.class(), 1.0), (ink, tile.ground)] {
        let ground = element("rect")?;
        set_number(&ground, "width", tile.side);
        set_number(&ground, "height", tile.side);
        set(&ground, "class", &format!("{class} fill"));
        set(&ground, "fill-opacity", &format!("{:.2}", f64::from(strength)));
        pattern.append_child(&ground).ok()?;
    }
    let strokes = element("path")?;
    set(&strokes, "d", tile.strokes);
    set(&strokes, "class", &format!("{ink} stroke"));
    set_number(&strokes, "stroke-width", tile.stroke);
    pattern.append_child(&strokes).ok()?;
    Some(pattern.into())
}
