// SPDX-License-Identifier: AGPL-3.0-or-later
//! A drawing as the text of an SVG file.
//!
//! The file stands by itself: colours, title and description are in it, patterns as lines (see `hatch`). Never here: markup out of a plan;
//! every text is escaped, and what XML cannot hold is replaced.

use std::fmt::Write;

use crate::reading::Status;

use super::ChartDrawing;
use super::canvas::FAMILY;
use super::hatch::{hatches, hundredth};
use super::ink::{Finish, Ink};
use super::pattern::tile_of;
use super::scene::{MarkState, Point, Primitive, Rect, Shape, Text};
use super::theme::Theme;

/// How strong the shapes of a dimmed mark are. Its texts keep their strength, since they must still be read.
pub const DIMMED: f32 = 0.35;

/// How things are drawn in one document.
pub(crate) struct Pen<'a> {
    /// The colours.
    pub theme: &'a Theme,
    /// What stands before every name: several drawings may stand in one document.
    pub ids: &'a str,
    /// The attribute by which a text of the plan says its language, where that is another than the document's.
    pub of_plans: &'static str,
    /// How many rectangles lines were cut at.
    cuts: u32,
}

impl<'a> Pen<'a> {
    /// A pen for a document whose names begin so.
    pub fn new(theme: &'a Theme, ids: &'a str, of_plans: &'static str) -> Self {
        Self { theme, ids, of_plans, cuts: 0 }
    }
}

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
    let _ = writeln!(out, r#"<rect width="{width}" height="{height}" fill="{surface}"/>"#);
    body(&mut out, drawing, &mut Pen::new(theme, "", ""));
    out.push_str("</svg>\n");
    out
}

/// What is drawn, without a ground: shapes and texts, those of a mark together under its name.
pub(crate) fn body(out: &mut String, drawing: &ChartDrawing, pen: &mut Pen<'_>) {
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
        primitive(out, prim, dimmed, pen);
    }
    if open.is_some() {
        out.push_str("</g>\n");
    }
}

/// A rectangle in the pattern of a status; `fade` is an attribute of all of it.
pub(crate) fn patterned(out: &mut String, status: Status, rect: Rect, fade: &str, pen: &mut Pen<'_>) {
    let (tile, ink) = (tile_of(status), pen.theme.colour(Ink::of(status)));
    let ground = ink.over(pen.theme.colour(Ink::Surface), tile.ground).hex();
    let colour = ink.hex();
    // A pattern on its own has no edge, and a segment must show where it ends. It is drawn inside the rectangle.
    let (rect, edge) = match rect {
        Rect { x, y, width, height } if width > 1.0 && height > 1.0 => (
            Rect { x: x + 0.5, y: y + 0.5, width: width - 1.0, height: height - 1.0 },
            format!(r#" stroke="{colour}""#),
        ),
        rect => (rect, String::new()),
    };
    let place = format!(
        r#"x="{}" y="{}" width="{}" height="{}""#,
        tenth(rect.x),
        tenth(rect.y),
        tenth(rect.width),
        tenth(rect.height)
    );
    let is_hatched = !tile.strokes.is_empty();
    let (start, end) =
        if is_hatched && !fade.is_empty() { (format!("<g{fade}>"), "</g>") } else { Default::default() };
    let fade = if start.is_empty() { fade } else { "" };
    let _ = write!(out, r#"{start}<rect {place} fill="{ground}"{edge}{fade}/>"#);
    if is_hatched {
        let (ids, cut) = (pen.ids, pen.cuts);
        pen.cuts += 1;
        let _ = write!(out, r#"<clipPath id="{ids}cut-{cut}"><rect {place}/></clipPath>"#);
        for hatch in hatches(status, rect) {
            let [dash, gap] = hatch.dashes.map(|length| (length * 10_000.0).round() / 10_000.0);
            let (path, width) = (hatch.path, hundredth(hatch.width));
            let offset = match hatch.offset {
                0.0 => String::new(),
                offset => format!(r#" stroke-dashoffset="{}""#, hundredth(offset)),
            };
            let _ = write!(
                out,
                r#"<path d="{path}" stroke="{colour}" stroke-width="{width}" stroke-dasharray="{dash} {gap}"{offset} clip-path="url(#{ids}cut-{cut})"/>"#
            );
        }
    }
    let _ = writeln!(out, "{end}");
}

fn primitive(out: &mut String, prim: &Primitive, dimmed: bool, pen: &mut Pen<'_>) {
    let fade = if dimmed { format!(r#" opacity="{DIMMED}""#) } else { String::new() };
    if let (Shape::Rect(rect), Finish::Pattern, Some(status)) = (&prim.shape, prim.finish, prim.ink.status())
    {
        return patterned(out, status, *rect, &fade, pen);
    }
    let theme = pen.theme;
    let colour = theme.colour(prim.ink).hex();
    let fill = match prim.finish {
        Finish::Shade(_) => {
            let ground = theme.colour(Ink::Surface);
            theme.colour(prim.ink).over(ground, prim.finish.strength()).hex()
        }
        _ => colour.clone(),
    };
    let _ = match &prim.shape {
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
        Shape::Text(line) => text(out, line, &colour, prim.finish == Finish::Halo, pen),
    };
}

fn text(out: &mut String, text: &Text, colour: &str, has_halo: bool, pen: &Pen<'_>) -> std::fmt::Result {
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
    if has_halo {
        let surface = pen.theme.colour(Ink::Surface).hex();
        write!(out, r#" stroke="{surface}" stroke-width="3" stroke-linejoin="round" paint-order="stroke""#)?;
    }
    if text.turned {
        write!(out, r#" transform="rotate(-90 {x} {y})""#)?;
    }
    if text.is_of_plan {
        out.push_str(pen.of_plans);
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
