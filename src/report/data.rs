// SPDX-License-Identifier: AGPL-3.0-or-later
//! The plan's data inside the file of a report, where they are nothing but a text: written so that nothing in them can end
//! the element that they stand in, and found again.
//!
//! ```text
//! <script type="application/json" id="traguardi-plan" data-view="…" data-sha256="…">
//! {…}
//! </script>
//! ```
//!
//! Never here: what the data say (see `import`), and a second form of them: it is the plan's own JSON with every `<` as
//! `\u003c`, which is the same JSON, or where only figures went out their link. Whoever checks the digest puts the `<` back.

use std::fmt::Write;

use crate::chart::svg::escaped;
use crate::export::{plan_json, sha256};
use crate::plan::Plan;

/// The id of the element.
pub const MARK: &str = "traguardi-plan";

/// What says in the head of a file that it is a report, also where its end is missing.
pub const GENERATOR: &str = "Traguardi report";

/// The data of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Data {
    /// The plan as JSON, or a link.
    pub text: String,
    /// How it is looked at, as a plan keeps a view; empty where that is everything.
    pub view: String,
    /// The SHA-256 of the text.
    pub sha256: String,
    /// What kind of text it is, as the element says.
    pub(super) kind: &'static str,
}

impl Data {
    /// Those of a plan.
    pub fn of_plan(plan: &Plan) -> Self {
        Self::new(settled(&plan_json::write(plan)), "application/json")
    }

    /// Those of figures, which travel in a link.
    pub fn of_link(link: &str) -> Self {
        Self::new(link.to_owned(), "text/plain")
    }

    fn new(text: String, kind: &'static str) -> Self {
        let sha256 = sha256::of(text.as_bytes());
        Self { text, view: String::new(), sha256, kind }
    }

    /// Writes the element that they stand in.
    pub fn write_into(&self, out: &mut String) {
        let Self { text, view, sha256, kind } = self;
        // Writing to a string cannot fail: the results of `write!` are let go.
        let _ = write!(out, "<script type=\"{kind}\" id=\"{MARK}\"");
        if !view.is_empty() {
            let _ = write!(out, " data-view=\"{}\"", escaped(view));
        }
        let _ = writeln!(out, " data-sha256=\"{sha256}\">");
        // Piece by piece: the data of a large plan are not in memory another time.
        let mut pieces = text.trim_end().split('<');
        out.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            out.push_str(LESS);
            out.push_str(piece);
        }
        out.push_str("\n</script>");
    }
}

/// What stands for `<` in JSON.
const LESS: &str = "\\u003c";

/// A JSON text in which no `<` is written as [`LESS`] already, so that all of these are ours. It says the same.
fn settled(json: &str) -> String {
    escapes(json, "\\u003C")
}

/// The text as it was before it was written into a file.
fn restored(json: &str) -> String {
    escapes(json, "<")
}

/// A JSON text with something else in the place of every [`LESS`] that is one: in `\\u003c` the first backslash is of the
/// second, and what follows is text.
fn escapes(json: &str, instead: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = match rest.strip_prefix(LESS) {
            Some(_) => {
                out.push_str(instead);
                LESS.len()
            }
            None => {
                let length = 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
                out.push_str(&rest[..length]);
                length
            }
        };
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

/// What was found in the file of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'a> {
    /// The data as they stand there: JSON, or a link.
    pub text: &'a str,
    /// The view.
    pub view: String,
    /// Whether they are what was written.
    pub is_whole: bool,
}

/// The data in the text of a report; `Err` where their end is missing. `None` where it is no report.
pub fn find(html: &str) -> Option<Result<Found<'_>, Cut>> {
    let mark = format!("id=\"{MARK}\"");
    // Texts have quotes where a browser wrote the page anew, and may well say what looks like the mark. No tag is gone
    // through twice, however many there are.
    let is_marked = |start: &usize| {
        let inside = &html[start + 1..];
        inside[..inside.find(['<', '>']).unwrap_or(inside.len())].contains(&mark)
    };
    let mut scripts = html.match_indices("<script").map(|(start, _)| start);
    let Some(start) = scripts.find(is_marked) else {
        return html.contains(GENERATOR).then_some(Err(Cut));
    };
    let Some((head, rest)) = html[start..].split_once('>') else { return Some(Err(Cut)) };
    let Some((text, _)) = rest.split_once("</script") else { return Some(Err(Cut)) };
    let attribute = |name: &str| {
        let (_, rest) = head.split_once(&format!("{name}=\""))?;
        rest.split('"').next()
    };
    let text = text.trim();
    let whole = match text.starts_with('{') {
        // As it was saved: with the end of line at its end, and without those that mail programs put.
        true => format!("{}\n", restored(&text.replace("\r\n", "\n"))),
        false => text.to_owned(),
    };
    let is_whole = attribute("data-sha256").is_some_and(|digest| digest == sha256::of(whole.as_bytes()));
    // A view is written in an address's letters, of which HTML writes one otherwise.
    let view = attribute("data-view").unwrap_or_default().replace("&amp;", "&");
    Some(Ok(Found { text, view, is_whole }))
}

/// The end of the data is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_less_than_comes_back_and_every_escape_stays() {
        for json in [
            r#"{"a": "<script>"}"#,
            r#"{"a": "\u003cb>", "c": "\\u003c"}"#,
            r#"{"a": "\\\u003c\\\\u003c \" \\"}"#,
            r#"{"a": "\u003C \u00e8 < è"}"#,
        ] {
            let settled = settled(json);
            let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
            assert_eq!(value(&settled), value(json));
            let written = settled.replace('<', LESS);
            assert_eq!(value(&written), value(json));
            assert!(!written.contains('<'));
            assert_eq!(restored(&written), settled, "{json}");
        }
    }
}
