// SPDX-License-Identifier: AGPL-3.0-or-later
//! A drawing as the text of an SVG file.
//!
//! The file stands by itself: colours, patterns, title and description are in it. Never here: markup out of a plan;
//! every text is escaped, and what XML cannot hold is replaced.

use std::fmt::Write;

use crate::reading::Status;

use super::ChartDrawing;
use super::canvas::FAMILY;
use super::ink::{Finish, Ink};
use super::pattern::{pattern_id, tile_of};
use super::scene::{MarkState, Point, Primitive, Shape, Text};
use super::theme::Theme;

/// How strong the shapes of a dimmed mark are. Its texts keep their strength, since they must still be read.
pub const DIMMED: f32 = 0.35;

/// The drawing as an SVG document.
pub fn svg(drawing: &ChartDrawing, theme: &Theme) -> String {
    let scene = &drawing.scene;
    let (width, height) = (scene.width, scene.height);
    let mut out = String::with_capacity(4096 + scene.prims.len() * 120);
    let surface = theme.colour(Ink::Surface).hex();
    // Writing to a string cannot fail: the results of `write!` are let go throughout.
    let _ = writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title summary" font-family="'{FAMILY}', 'Titillium Web Regular', sans-serif">"#
    );
    let _ = writeln!(out, r#"<title id="title">{}</title>"#, escaped(&drawing.title));
    let _ = writeln!(out, r#"<desc id="summary">{}</desc>"#, escaped(&drawing.summary));
    defs(&mut out, drawing, false, theme, "");
    let _ = writeln!(out, r#"<rect width="{width}" height="{height}" fill="{surface}"/>"#);
    body(&mut out, drawing, theme, "");
    out.push_str("</svg>\n");
    out
}

/// What is drawn, without a ground: shapes and texts, those of a mark together under its name. The patterns are those that
/// have `ids` before their names: several drawings may stand in one document.
pub(crate) fn body(out: &mut String, drawing: &ChartDrawing, theme: &Theme, ids: &str) {
    let scene = &drawing.scene;
    let mut open = None;
    for prim in &scene.prims {
        if prim.mark != open {
            if open.is_some() {
                out.push_str("</g>\n");
            }
            if let Some(mark) = prim.mark.and_then(|i| scene.marks.get(i)) {
                let _ = writeln!(out, r#"<g><title>{}</title>"#, escaped(&mark.label));
            }
            open = prim.mark.filter(|i| *i < scene.marks.len());
        }
        let dimmed = open.is_some_and(|i| scene.marks[i].state == MarkState::Dimmed);
        primitive(out, prim, dimmed, theme, ids);
    }
    if open.is_some() {
        out.push_str("</g>\n");
    }
}

/// The patterns of the statuses that the drawing shows, and its legend where that is drawn too, with `ids` before their
/// names.
pub(crate) fn defs(out: &mut String, drawing: &ChartDrawing, with_legend: bool, theme: &Theme, ids: &str) {
    let shown = |status: &Status| {
        let patterned = |p: &Primitive| p.finish == Finish::Pattern && p.ink == Ink::of(*status);
        let in_legend = with_legend && drawing.legend.iter().any(|item| item.status == *status);
        in_legend || drawing.scene.prims.iter().any(patterned)
    };
    let shown: Vec<_> = Status::ALL.into_iter().filter(shown).collect();
    if shown.is_empty() {
        return;
    }
    out.push_str("<defs>\n");
    for status in shown {
        let tile = tile_of(status);
        let ink = theme.colour(Ink::of(status));
        let ground = ink.over(theme.colour(Ink::Surface), tile.ground).hex();
        let (id, side) = (pattern_id(status), tile.side);
        let _ = write!(
            out,
            r#"<pattern id="{ids}{id}" width="{side}" height="{side}" patternUnits="userSpaceOnUse"><rect width="{side}" height="{side}" fill="{ground}"/>"#
        );
        if !tile.strokes.is_empty() {
            let (stroke, width) = (ink.hex(), tile.stroke);
            let strokes = tile.strokes;
            let _ = write!(out, r#"<path d="{strokes}" stroke="{stroke}" stroke-width="{width}"/>"#);
        }
        out.push_str("</pattern>\n");
    }
    out.push_str("</defs>\n");
}

fn primitive(out: &mut String, prim: &Primitive, dimmed: bool, theme: &Theme, ids: &str) {
    let colour = theme.colour(prim.ink).hex();
    let fill = match (prim.finish, prim.ink.status()) {
        (Finish::Pattern, Some(status)) => format!("url(#{ids}{})", pattern_id(status)),
        (Finish::Shade(_), _) => {
            let ground = theme.colour(Ink::Surface);
            theme.colour(prim.ink).over(ground, prim.finish.strength()).hex()
        }
        _ => colour.clone(),
    };
    // A pattern on its own has no edge, and a segment must show where it ends.
    let edge = if prim.finish == Finish::Pattern { format!(r#" stroke="{colour}""#) } else { String::new() };
    let fade = if dimmed { format!(r#" opacity="{DIMMED}""#) } else { String::new() };
    let _ = match &prim.shape {
        // The edge of a pattern is drawn inside the rectangle.
        Shape::Rect(r) if prim.finish == Finish::Pattern && r.width > 1.0 && r.height > 1.0 => writeln!(
            out,
            r#"<rect x="{}" y="{}" width="{}" height="{}" fill="{fill}"{edge}{fade}/>"#,
            tenth(r.x + 0.5),
            tenth(r.y + 0.5),
            tenth(r.width - 1.0),
            tenth(r.height - 1.0),
        ),
        Shape::Rect(r) => writeln!(
            out,
            r#"<rect x="{}" y="{}" width="{}" height="{}" fill="{fill}"{fade}/>"#,
            tenth(r.x),
            tenth(r.y),
            tenth(r.width),
            tenth(r.height),
        ),
        Shape::Frame(r, width) => writeln!(
            out,
            r#"<rect x="{}" y="{}" width="{}" height="{}" fill="none" stroke="{colour}" stroke-width="{width}"{fade}/>"#,
            tenth(r.x),
            tenth(r.y),
            tenth(r.width),
            tenth(r.height),
        ),
        Shape::Line(points, width) => writeln!(
            out,
            r#"<polyline points="{}" fill="none" stroke="{colour}" stroke-width="{width}"{fade}/>"#,
            points_text(points)
        ),
        Shape::Disc(at, radius) => {
            writeln!(
                out,
                r#"<circle cx="{}" cy="{}" r="{radius}" fill="{fill}"{fade}/>"#,
                tenth(at.x),
                tenth(at.y)
            )
        }
        Shape::Ring(at, radius, width) => writeln!(
            out,
            r#"<circle cx="{}" cy="{}" r="{radius}" fill="none" stroke="{colour}" stroke-width="{width}"{fade}/>"#,
            tenth(at.x),
            tenth(at.y)
        ),
        Shape::Polygon(points) => {
            writeln!(out, r#"<polygon points="{}" fill="{fill}"{fade}/>"#, points_text(points))
        }
        Shape::Text(line) => text(out, line, &colour, (prim.finish == Finish::Halo).then_some(theme)),
    };
}

fn text(out: &mut String, text: &Text, colour: &str, halo: Option<&Theme>) -> std::fmt::Result {
    let (x, y) = (tenth(text.at.x), tenth(text.at.y));
    write!(
        out,
        r#"<text x="{x}" y="{y}" font-size="{}" text-anchor="{}" fill="{colour}""#,
        text.size,
        text.anchor.name()
    )?;
    if text.weight.number() != 400 {
        write!(out, r#" font-weight="{}""#, text.weight.number())?;
    }
    if let Some(theme) = halo {
        let surface = theme.colour(Ink::Surface).hex();
        write!(out, r#" stroke="{surface}" stroke-width="3" stroke-linejoin="round" paint-order="stroke""#)?;
    }
    if text.turned {
        write!(out, r#" transform="rotate(-90 {x} {y})""#)?;
    }
    writeln!(out, ">{}</text>", escaped(&text.content))
}

fn points_text(points: &[Point]) -> String {
    points.iter().map(|p| format!("{},{}", tenth(p.x), tenth(p.y))).collect::<Vec<_>>().join(" ")
}

/// A length in steps of a tenth, as short as it can be written.
fn tenth(length: f32) -> f32 {
    (length * 10.0).round() / 10.0
}

/// A text as the content of an element or the value of an attribute.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(c),
            // XML 1.0 has no way to write these.
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
