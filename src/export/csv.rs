// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables as Italian spreadsheets open them: `;` between cells, decimal commas, CRLF, UTF-8 with its mark at the start.
//! What is published is written as the standard has it instead (RFC 4180): commas, decimal points, no mark.
//!
//! Texts are quoted, numbers are not, so that a spreadsheet can be told to keep what is quoted as text. Never here: a
//! rounding, a number as a text, a cell that a spreadsheet would run.

use crate::decimal;

/// What UTF-8 begins with where a spreadsheet is to know that it is UTF-8.
pub const MARK: char = '\u{feff}';

/// A table that is being written.
pub struct Csv {
    text: String,
    starts_row: bool,
    /// What stands between cells, and in numbers before their decimals.
    separator: char,
    decimal: char,
}

impl Csv {
    /// A table with these heads of columns.
    pub fn new<'a>(heads: impl IntoIterator<Item = &'a str>) -> Self {
        Self { text: MARK.to_string(), starts_row: true, separator: ';', decimal: ',' }.headed(heads)
    }

    /// The same for publication.
    pub fn published<'a>(heads: impl IntoIterator<Item = &'a str>) -> Self {
        Self { text: String::new(), starts_row: true, separator: ',', decimal: '.' }.headed(heads)
    }

    fn headed<'a>(self, heads: impl IntoIterator<Item = &'a str>) -> Self {
        let mut csv = self;
        for head in heads {
            csv.text(head);
        }
        csv.end_row();
        csv
    }

    /// A cell of words.
    pub fn text(&mut self, text: &str) {
        self.next();
        self.text.push('"');
        if is_formula(text) {
            self.text.push(HARMLESS);
        }
        for c in text.chars() {
            if c == '"' {
                self.text.push('"');
            }
            self.text.push(c);
        }
        self.text.push('"');
    }

    /// A cell of words, or an empty one.
    pub fn optional_text(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.next(),
        }
    }

    /// A cell of words that is empty where these are.
    pub fn stated(&mut self, text: &str) {
        self.optional_text(Some(text).filter(|text| !text.is_empty()));
    }

    /// A cell with a number that counts.
    pub fn count(&mut self, count: u32) {
        self.next();
        self.text.push_str(&count.to_string());
    }

    /// A cell with a number in full, or an empty one where it is not known: never 0.
    pub fn number(&mut self, number: Option<f64>) {
        self.next();
        if let Some(number) = number {
            let number = decimal::full(number);
            self.text.extend(number.chars().map(|c| if c == '.' { self.decimal } else { c }));
        }
    }

    /// A cell that says whether; empty where it is not known.
    pub fn whether(&mut self, whether: Option<bool>) {
        self.optional_text(whether.map(|whether| if whether { "true" } else { "false" }));
    }

    /// The end of a row.
    pub fn end_row(&mut self) {
        self.text.push_str("\r\n");
        self.starts_row = true;
    }

    /// The table.
    pub fn finish(self) -> String {
        self.text
    }

    /// What stands before the next cell.
    fn next(&mut self) {
        if !self.starts_row {
            self.text.push(self.separator);
        }
        self.starts_row = false;
    }
}

/// What stands before a text that a spreadsheet would run: it then shows the text as it is.
const HARMLESS: char = '\'';

/// Whether a spreadsheet could take a text for a formula or a command, apostrophes and spaces before it left aside.
///
/// One apostrophe is put before exactly these, also before those that begin with one, so that whoever takes one away
/// from exactly these has every text back as it was.
fn is_formula(text: &str) -> bool {
    let begins = text.trim_start_matches([HARMLESS, ' ', '\u{a0}']);
    begins.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// The text that was written into a cell, from what stands in it.
///
/// ```
/// use traguardi::export::csv::as_it_was;
/// assert_eq!(["'=1+1", "''-", "'ndrangheta", "a"].map(as_it_was), ["=1+1", "'-", "'ndrangheta", "a"]);
/// ```
pub fn as_it_was(cell: &str) -> &str {
    cell.strip_prefix(HARMLESS).filter(|_| is_formula(cell)).unwrap_or(cell)
}
