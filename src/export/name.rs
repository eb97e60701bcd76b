// SPDX-License-Identifier: AGPL-3.0-or-later
//! What files are called that are saved: after the document they come from and what they hold.
//!
//! Never here: a sign that a file system does not take.

/// What kind a file is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A table for spreadsheets.
    Csv,
    /// Values for programs.
    Json,
    /// A drawing.
    Svg,
    /// A picture.
    Png,
    /// A text to be read, such as a link.
    Text,
    /// A page that a browser shows.
    Html,
}

impl FileKind {
    /// What names end in, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Text => "txt",
            Self::Html => "html",
        }
    }

    /// What browsers call it.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Json => "application/json",
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
            Self::Text => "text/plain;charset=utf-8",
            Self::Html => "text/html;charset=utf-8",
        }
    }
}

/// The name of a file, after the document it came from.
///
/// ```
/// use traguardi::export::{FileKind, file_name};
/// assert_eq!(file_name("relazione 2021.txt", "figures", FileKind::Csv), "relazione 2021.figures.csv");
/// assert_eq!(file_name("a/b:c", "distribution", FileKind::Png), "a-b-c.distribution.png");
/// ```
pub fn file_name(document: &str, what: &str, kind: FileKind) -> String {
    let stem = document.rsplit_once('.').map_or(document, |(stem, _)| stem);
    // Only what every file system takes; the browser would replace the rest by signs of its own.
    let stem: String =
        stem.chars().map(|c| if c.is_alphanumeric() || "-_ ".contains(c) { c } else { '-' }).collect();
    format!("{}.{what}.{}", stem.trim(), kind.extension())
}
