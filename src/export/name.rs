// SPDX-License-Identifier: AGPL-3.0-or-later
//! What files are called that are saved: after the document they come from and what they hold.
//!
//! Never here: a sign that a file system does not take.

use crate::locale::{self, Language};
use crate::plan::{DocumentKind, Header};
use crate::text::fold;

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

/// What stands for the name of a document where nobody is to be named: the name of its file may be anybody's, and so may
/// its title.
///
/// ```
/// use traguardi::export::nameless;
/// use traguardi::locale::Language;
/// use traguardi::plan::{DocumentKind, Header, Year};
/// let header = Header { kind: Some(DocumentKind::PerformanceReport), year: Year::new(2021), ..Header::default() };
/// assert_eq!(nameless(&header, Language::Italian), "relazione-sulla-performance-2021.");
/// assert_eq!(nameless(&Header::default(), Language::English), "plan.");
/// ```
pub fn nameless(header: &Header, language: Language) -> String {
    let kind = match &header.kind {
        Some(DocumentKind::Other(_)) | None => language.pick("piano", "plan"),
        Some(kind) => locale::plan::kind(kind, language),
    };
    // In letters of ASCII alone, which addresses and the lists of servers take as they are; without the acronym.
    let kind = kind.split('(').next().unwrap_or_default();
    let words = kind.split_whitespace().map(fold).chain(header.year.map(|year| year.to_string()));
    // With a dot: what stands after the last one in the name of a document is left out.
    format!("{}.", words.collect::<Vec<_>>().join("-"))
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
