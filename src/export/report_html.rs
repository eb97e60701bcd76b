// SPDX-License-Identifier: AGPL-3.0-or-later
//! A report as one HTML file: it opens by a double click, without a network and without a program, and brings the plan's
//! data, which Traguardi opens again.
//!
//! The file's own policy forbids it to run or to fetch anything, and it has nothing that would. Never here: what is in a
//! report (see `report`), a text that is not escaped, a script.

use std::fmt::Write;

use super::chart_svg::{Font, font_faces};
use crate::chart::svg::escaped;
use crate::locale::report::words;
use crate::report::node::{Element, Node, Tag};
use crate::report::{Data, GENERATOR, Report};

/// What a report may do: show itself.
pub const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/// How it looks, on a screen and on paper; the page prints by the same sheet.
const STYLE: &str = include_str!("../../style/report.css");

/// Writes a report, with these fonts in it.
pub fn write(report: &Report, data: &Data, fonts: &[Font]) -> String {
    let Report { language, title, body } = report;
    let (tag, title) = (language.tag(), escaped(title));
    let mut out = String::with_capacity(STYLE.len() + data.text.len() * 2);
    // Writing to a string cannot fail: the results of `write!` are let go throughout.
    let _ = writeln!(out, "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">");
    let _ = writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    let _ = writeln!(out, "<meta name=\"generator\" content=\"{GENERATOR}\">");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n");
    let _ = writeln!(out, "<title>{title}</title>\n<style>\n{}{STYLE}</style>\n</head>", font_faces(fonts));
    out.push_str("<body class=\"file\">\n<main class=\"report\">\n");
    nodes(&mut out, body);
    let _ = writeln!(out, "\n<p class=\"r-note r-reopen\">{}</p>\n</main>", escaped(words(*language).reopen));
    data.write_into(&mut out);
    out.push_str("\n</body>\n</html>\n");
    out
}

fn nodes(out: &mut String, nodes: &[Node]) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(&escaped(text)),
            Node::Element(element) => self::element(out, element),
            Node::Drawing { svg, .. } => out.push_str(svg),
        }
    }
}

fn element(out: &mut String, Element { tag, attributes, inside }: &Element) {
    let name = tag.name();
    let _ = write!(out, "<{name}");
    for (attribute, value) in attributes.iter().filter(|(attribute, value)| attribute.allows(value)) {
        if !value.is_empty() {
            let _ = write!(out, " {}=\"{}\"", attribute.name(), escaped(value));
        }
    }
    out.push('>');
    if *tag == Tag::Img {
        return;
    }
    nodes(out, inside);
    let _ = write!(out, "</{name}>");
    // Lines are for whoever reads the file, and stand only where white space is nothing.
    if matches!(
        tag,
        Tag::Section | Tag::Article | Tag::Div | Tag::Tr | Tag::P | Tag::Table | Tag::Figure | Tag::Header
    ) {
        out.push('\n');
    }
}
