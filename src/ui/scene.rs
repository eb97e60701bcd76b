// SPDX-License-Identifier: AGPL-3.0-or-later
//! A [`Scene`] on the page: SVG nodes that are patched, not made anew, when the drawing changes.
//!
//! Never here: what a drawing shows. Text goes into text nodes, numbers into attributes; nothing is parsed as markup.

use std::borrow::Cow;

use web_sys::{Element, SvgElement};

use super::browser;
use crate::chart::pattern::{pattern_id, tile_of};
use crate::chart::scene::{Mark, MarkState, Point, Primitive, Rect, Scene, Shape};
use crate::chart::{Finish, Ink};
use crate::decimal;
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

/// What an element says of itself.
type Attributes = Vec<(&'static str, Cow<'static, str>)>;

/// An element, and what it says: so that only what differs has to cross over to the browser.
struct Node {
    element: Element,
    kind: &'static str,
    attributes: Attributes,
    text: String,
}

impl Node {
    fn new(kind: &'static str) -> Option<Self> {
        Some(Self { element: element(kind)?, kind, attributes: Vec::new(), text: String::new() })
    }

    /// Makes the element say this, and nothing else.
    fn say(&mut self, attributes: Attributes, text: &str) {
        for (name, value) in &attributes {
            if !self.attributes.iter().any(|(before, said)| before == name && said == value) {
                set(&self.element, name, value);
            }
        }
        for (name, _) in &self.attributes {
            if !attributes.iter().any(|(now, _)| now == name) {
                // As above.
                let _ = self.element.remove_attribute(name);
            }
        }
        self.attributes = attributes;
        if self.text != text {
            self.element.set_text_content(Some(text));
            text.clone_into(&mut self.text);
        }
    }
}

/// A length with at most one decimal, as the scene has it.
pub fn number(value: f32) -> String {
    let text = decimal::fixed(value.into(), 1);
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
    primitive_nodes: Vec<Node>,
    mark_nodes: Vec<Node>,
    /// The mark that the tab key reaches; the arrows move it.
    current: usize,
}

impl Canvas {
    /// Shows a scene in an `<svg>` element, changing only what differs from the scene before.
    pub fn show(&mut self, svg: &SvgElement, scene: &Scene) {
        if self.drawing.is_none() {
            // The element may come from the document before, with its drawing in it.
            svg.set_text_content(None);
            self.drawing = layer(svg, "drawing", true);
            self.marks = layer(svg, "marks", false);
        }
        let (Some(drawing), Some(marks)) = (&self.drawing, &self.marks) else { return };
        if (self.scene.width, self.scene.height) != (scene.width, scene.height) {
            set_number(svg, "width", scene.width);
            set_number(svg, "height", scene.height);
            set(svg, "viewBox", &format!("0 0 {} {}", number(scene.width), number(scene.height)));
        }
        // A mark's state decides how its shapes look, so it counts as the primitive's.
        let state = |scene: &Scene, p: &Primitive| p.mark.and_then(|m| scene.marks.get(m)).map(|m| m.state);
        for (i, new) in scene.prims.iter().enumerate() {
            let (before, now) = (self.scene.prims.get(i), state(scene, new));
            if before == Some(new) && before.and_then(|before| state(&self.scene, before)) == now {
                continue;
            }
            let Some(node) = node_at(&mut self.primitive_nodes, i, kind(&new.shape), drawing) else { return };
            let text = if let Shape::Text(text) = &new.shape { text.content.as_str() } else { "" };
            node.say(primitive_attributes(new, now.unwrap_or_default()), text);
        }
        truncate(&mut self.primitive_nodes, scene.prims.len());
        self.current = self.current.min(scene.marks.len().saturating_sub(1));
        for (i, new) in scene.marks.iter().enumerate() {
            if self.scene.marks.get(i) == Some(new) {
                continue;
            }
            let Some(node) = node_at(&mut self.mark_nodes, i, "rect", marks) else { return };
            node.say(mark_attributes(i, new, i == self.current), "");
        }
        truncate(&mut self.mark_nodes, scene.marks.len());
        self.scene = scene.clone();
        self.set_current(self.current);
    }

    /// What is shown now.
    pub fn scene(&self) -> &Scene {
        &self.scene
    }

    /// Makes a mark the one that the tab key reaches.
    pub fn set_current(&mut self, mark: usize) {
        for at in [self.current, mark] {
            if let (Some(node), Some(shown)) = (self.mark_nodes.get_mut(at), self.scene.marks.get(at)) {
                node.say(mark_attributes(at, shown, at == mark), "");
            }
        }
        self.current = mark;
    }

    /// The node of a mark.
    pub fn mark_node(&self, mark: usize) -> Option<&Element> {
        self.mark_nodes.get(mark).map(|node| &node.element)
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

/// The node at a place, made or replaced if what is there is of another kind.
fn node_at<'n>(
    nodes: &'n mut Vec<Node>,
    at: usize,
    kind: &'static str,
    parent: &Element,
) -> Option<&'n mut Node> {
    match nodes.get(at) {
        Some(node) if node.kind == kind => {}
        Some(old) => {
            let new = Node::new(kind)?;
            old.element.replace_with_with_node_1(&new.element).ok()?;
            nodes[at] = new;
        }
        None => {
            let new = Node::new(kind)?;
            parent.append_child(&new.element).ok()?;
            nodes.push(new);
        }
    }
    nodes.get_mut(at)
}

fn truncate(nodes: &mut Vec<Node>, length: usize) {
    for node in nodes.drain(length.min(nodes.len())..) {
        node.element.remove();
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

/// How a primitive is drawn. The order of the attributes is of no account.
fn primitive_attributes(primitive: &Primitive, state: MarkState) -> Attributes {
    let Primitive { shape, ink, finish, .. } = primitive;
    let is_text = matches!(shape, Shape::Text(_));
    let is_pattern = *finish == Finish::Pattern && !is_text;
    let mut class = String::from(ink.class());
    let mut attributes = Attributes::new();
    let stroke_width = match shape {
        // The edge of a pattern is drawn within its rectangle.
        Shape::Rect(rect) if is_pattern && rect.width > 1.0 && rect.height > 1.0 => {
            let (x, y, width, height) = (rect.x + 0.5, rect.y + 0.5, rect.width - 1.0, rect.height - 1.0);
            rect_attributes(&mut attributes, &Rect { x, y, width, height });
            None
        }
        Shape::Rect(rect) => {
            rect_attributes(&mut attributes, rect);
            None
        }
        Shape::Frame(rect, width) => {
            rect_attributes(&mut attributes, rect);
            Some(*width)
        }
        Shape::Line(line, width) => {
            attributes.push(("points", points(line).into()));
            Some(*width)
        }
        Shape::Disc(centre, radius) => {
            circle_attributes(&mut attributes, *centre, *radius);
            None
        }
        Shape::Ring(centre, radius, width) => {
            circle_attributes(&mut attributes, *centre, *radius);
            Some(*width)
        }
        Shape::Polygon(corners) => {
            attributes.push(("points", points(corners).into()));
            None
        }
        Shape::Text(text) => {
            let (x, y) = (number(text.at.x), number(text.at.y));
            if text.turned {
                attributes.push(("transform", format!("rotate(-90 {x} {y})").into()));
            }
            attributes.push(("x", x.into()));
            attributes.push(("y", y.into()));
            attributes.push(("font-size", number(text.size).into()));
            attributes.push(("text-anchor", text.anchor.name().into()));
            attributes.push(("font-weight", text.weight.number().to_string().into()));
            None
        }
    };
    match stroke_width {
        Some(width) => {
            class.push_str(" stroke");
            attributes.push(("stroke-width", number(width).into()));
        }
        None => class.push_str(" fill"),
    }
    match finish {
        Finish::Halo if is_text => class.push_str(" halo"),
        Finish::Pattern if is_pattern => {
            class.push_str(" pattern");
            if let Some(status) = ink.status() {
                attributes.push(("fill", format!("url(#{})", pattern_id(status)).into()));
            }
        }
        _ => {}
    }
    // Shapes of what is not selected fade; texts do not, since they must still be read.
    if state == MarkState::Dimmed && !is_text {
        class.push_str(" dimmed");
    }
    attributes.push(("class", class.into()));
    attributes
}

fn rect_attributes(attributes: &mut Attributes, rect: &Rect) {
    attributes.push(("x", number(rect.x).into()));
    attributes.push(("y", number(rect.y).into()));
    attributes.push(("width", number(rect.width).into()));
    attributes.push(("height", number(rect.height).into()));
}

fn circle_attributes(attributes: &mut Attributes, centre: Point, radius: f32) {
    attributes.push(("cx", number(centre.x).into()));
    attributes.push(("cy", number(centre.y).into()));
    attributes.push(("r", number(radius).into()));
}

/// What a mark is to the keyboard and to a screen reader.
fn mark_attributes(index: usize, mark: &Mark, is_current: bool) -> Attributes {
    let is_selected = mark.state == MarkState::Selected;
    let mut attributes = Attributes::new();
    rect_attributes(&mut attributes, &mark.bounds);
    attributes.push(("data-mark", index.to_string().into()));
    attributes.push(("tabindex", if is_current { "0" } else { "-1" }.into()));
    attributes.push(("aria-label", mark.label.clone().into()));
    attributes.push(("class", if is_selected { "mark selected" } else { "mark" }.into()));
    match &mark.filter {
        Some(filter) => {
            attributes.push(("role", "button".into()));
            attributes.push(("data-filter", filter.handle().into()));
            attributes.push(("aria-pressed", if is_selected { "true" } else { "false" }.into()));
        }
        None => attributes.push(("role", "img".into())),
    }
    attributes
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
    set_number(&pattern, "width", tile.side);
    set_number(&pattern, "height", tile.side);
    // The ground is the ink at its strength over the surface, so that what is behind a bar does not show through it.
    for (class, strength) in [(Ink::Surface.class(), 1.0), (ink, tile.ground)] {
        let ground = element("rect")?;
        set_number(&ground, "width", tile.side);
        set_number(&ground, "height", tile.side);
        set(&ground, "class", &format!("{class} fill"));
        set(&ground, "fill-opacity", &decimal::fixed(strength.into(), 2));
        pattern.append_child(&ground).ok()?;
    }
    let strokes = element("path")?;
    set(&strokes, "d", tile.strokes);
    set(&strokes, "class", &format!("{ink} stroke"));
    set_number(&strokes, "stroke-width", tile.stroke);
    pattern.append_child(&strokes).ok()?;
    Some(pattern)
}
