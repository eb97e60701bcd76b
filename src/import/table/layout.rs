// SPDX-License-Identifier: AGPL-3.0-or-later
//! From text to records of cells, each with its place: by which character cells are separated, where quotes hold a
//! separator or a line end, which pipes are only the border of a Markdown table.
//!
//! Never here: what a cell means. Linear in the length of the text, whatever the text: an opening quote is followed
//! only to the next quote that is not doubled, and a second opening quote can never start inside what was followed.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memchr2, memchr3};

use crate::import::ImportError;
use crate::plan::Place;

/// The characters that may separate cells, the likeliest first.
const SEPARATORS: [u8; 4] = [b'\t', b'|', b';', b','];

/// Of so many lines at the beginning, some show which character separates cells; longer texts are not searched.
const SAMPLE_LINES: usize = 5_000;

/// So many headings in a line show that it is a heading row.
const CERTAIN: usize = 4;

/// The most lines a text may have: a plan of a million objectives, and as many lines between them. Each that is a row or
/// a remark takes up to a kilobyte, and a page has four gigabytes at most.
const MOST_LINES: usize = 2_000_000;

/// A text in records.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    /// Which character separates cells.
    pub separator: u8,
    /// Every line of the text, in order; a record with a quoted cell may be several lines.
    pub records: Vec<Record<'a>>,
}

/// A line of the text, or several where a quoted cell holds line ends.
#[derive(Debug, Clone)]
pub(super) struct Record<'a> {
    /// As written, without its line end.
    pub raw: &'a str,
    /// Its line, from 1.
    pub line: u32,
    /// Its cells, as written but for the quotes around them.
    pub cells: Vec<Cell<'a>>,
}

/// One cell.
#[derive(Debug, Clone)]
pub(super) struct Cell<'a> {
    /// Its text.
    pub text: Cow<'a, str>,
    /// Where its text starts.
    pub place: Place,
}

impl Cell<'_> {
    /// Whether anything is in it.
    pub fn is_filled(&self) -> bool {
        !self.text.is_empty()
    }
}

impl<'a> Record<'a> {
    /// The cells with something in them, each with its position.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &Cell<'a>)> {
        self.cells.iter().enumerate().filter(|(_, cell)| cell.is_filled())
    }

    /// The one cell with something in it, if there is just one.
    pub fn only_cell(&self) -> Option<&Cell<'a>> {
        let mut filled = self.filled();
        match (filled.next(), filled.next()) {
            (Some((_, cell)), None) => Some(cell),
            _ => None,
        }
    }

    /// Where its first character that is not a space is.
    pub fn place(&self) -> Place {
        let spaces = self.raw.chars().take_while(|c| c.is_whitespace()).count();
        Place { line: self.line, column: count(spaces).saturating_add(1) }
    }
}

/// Cuts a text into records. `is_heading` says of a cell whether it is surely the heading of a column: the separator
/// is the one that shows most headings in a line, else the one that cuts most lines alike.
///
/// # Errors
/// [`ImportError::NoTable`] where nothing separates cells: such a text may be long, and is not cut to find no table in
/// it. [`ImportError::TooManyLines`] where its records would not fit in memory.
pub(super) fn read<'a>(text: &'a str, is_heading: impl Fn(&str) -> bool) -> Result<Layout<'a>, ImportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let separator = sniff(text, is_heading);
    let lines = count_lines(text);
    if memchr(separator, text.as_bytes()).is_none() {
        return Err(ImportError::NoTable { lines, separator: None, rows: 0, columns: 0 });
    }
    if lines > MOST_LINES {
        return Err(ImportError::TooManyLines { lines, limit: MOST_LINES });
    }
    let mut records = Vec::new();
    let mut reader = Reader { text, separator, position: 0, line: 1, counted: 0, column: 1, width: 1 };
    while let Some(record) = reader.record() {
        records.push(record);
    }
    if separator == b'|' {
        remove_borders(&mut records);
    }
    Ok(Layout { separator, records })
}

/// The lines of a text, whichever way they end.
fn count_lines(text: &str) -> usize {
    let bytes = text.as_bytes();
    let alone = |at: &usize| bytes.get(at + 1) != Some(&b'\n');
    let ends = memchr_iter(b'\n', bytes).count() + memchr_iter(b'\r', bytes).filter(alone).count();
    ends + usize::from(!text.ends_with(['\n', '\r']))
}

/// A count as places hold it. Texts of more than four thousand million lines cannot be opened in the first place.
pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn sniff(text: &str, is_heading: impl Fn(&str) -> bool) -> u8 {
    let lines = || text.lines().filter(|line| !line.trim().is_empty()).take(SAMPLE_LINES);
    let mut best = (0, b'\t');
    for separator in SEPARATORS {
        let headings = |line: &str| {
            line.split(char::from(separator)).filter(|cell| is_heading(cell.trim().trim_matches('"'))).count()
        };
        let mut most = 0;
        for line in lines().filter(|line| line.contains(char::from(separator))) {
            most = most.max(headings(line));
            // As many are in no sentence.
            if most >= CERTAIN {
                break;
            }
        }
        // One heading alone may be a word of a sentence.
        if most >= 2 && most > best.0 {
            best = (most, separator);
        }
    }
    if best.0 > 0 { best.1 } else { most_regular(lines) }
}

/// The separator that cuts most lines into the same number of cells.
fn most_regular<'a, I: Iterator<Item = &'a str>>(lines: impl Fn() -> I) -> u8 {
    let total = lines().count();
    let mut best = (0, b'\t');
    for separator in SEPARATORS {
        let mut by_count = std::collections::BTreeMap::<usize, usize>::new();
        for line in lines() {
            let separators = memchr_iter(separator, line.as_bytes()).count();
            if separators > 0 {
                *by_count.entry(separators).or_default() += 1;
            }
        }
        let alike = by_count.into_values().max().unwrap_or(0);
        // Commas and semicolons are in prose too: there they must cut most of the lines.
        let enough = matches!(separator, b'\t' | b'|') || (alike >= 2 && alike * 2 >= total);
        if enough && alike > best.0 {
            best = (alike, separator);
        }
    }
    best.1
}

struct Reader<'a> {
    text: &'a str,
    separator: u8,
    position: usize,
    line: u32,
    /// Up to where the characters of the line are counted, and which column comes next.
    counted: usize,
    column: u32,
    /// How many cells the record before has.
    width: usize,
}

impl<'a> Reader<'a> {
    fn record(&mut self) -> Option<Record<'a>> {
        if self.position >= self.text.len() {
            return None;
        }
        let (start, line) = (self.position, self.line);
        // Most often as many as in the record before: one in the lines of a text, where four would be made room for.
        let mut cells = Vec::with_capacity(self.width);
        loop {
            cells.push(self.cell());
            match self.text.as_bytes().get(self.position) {
                Some(&byte) if byte == self.separator => self.position += 1,
                _ => break,
            }
        }
        self.width = cells.len();
        let raw = &self.text[start..self.position];
        self.position = self.after_line_end(self.position);
        self.next_line(self.position);
        Some(Record { raw, line, cells })
    }

    /// The cell that starts here; afterwards the position is on its separator, line end, or the end of the text.
    fn cell(&mut self) -> Cell<'a> {
        let start = self.position;
        if let Some((open, close)) = self.quoted() {
            let place = self.place(open);
            let content = &self.text[open + 1..close];
            self.position = self.end_of_plain(close + 1);
            let mut from = open;
            while let Some(at) = memchr2(b'\n', b'\r', &self.text.as_bytes()[from..close]) {
                from = self.after_line_end(from + at);
                self.next_line(from);
            }
            return Cell { text: unquote(content), place };
        }
        let end = self.end_of_plain(start);
        let content = &self.text[start..end];
        let indent = content.len() - content.trim_start().len();
        // An empty cell is where it starts, not where its spaces end.
        let place = self.place(if indent == content.len() { start } else { start + indent });
        self.position = end;
        let text = match self.separator {
            b'|' if content.contains("\\|") => Cow::Owned(content.replace("\\|", "|")),
            _ => Cow::Borrowed(content),
        };
        Cell { text, place }
    }

    /// Where the unquoted text from here on ends.
    fn end_of_plain(&self, mut from: usize) -> usize {
        let bytes = self.text.as_bytes();
        loop {
            let Some(at) = bytes.get(from..).and_then(|rest| memchr3(self.separator, b'\n', b'\r', rest))
            else {
                return bytes.len();
            };
            let at = from + at;
            let escaped = self.separator == b'|' && bytes[at] == b'|' && at > 0 && bytes[at - 1] == b'\\';
            if !escaped {
                return at;
            }
            from = at + 1;
        }
    }

    /// The quotes around the cell that starts here, if it is a quoted one: its closing quote ends the cell.
    fn quoted(&self) -> Option<(usize, usize)> {
        let bytes = self.text.as_bytes();
        if self.separator == b'|' {
            return None;
        }
        let spaces = |from: usize| bytes[from..].iter().take_while(|&&b| b == b' ').count();
        let open = self.position + spaces(self.position);
        if bytes.get(open) != Some(&b'"') {
            return None;
        }
        let mut from = open + 1;
        loop {
            let quote = from + memchr2(b'"', self.stop_in_quotes(), bytes.get(from..)?)?;
            match (bytes[quote], bytes.get(quote + 1)) {
                (b'"', Some(b'"')) => from = quote + 2,
                (b'"', _) => {
                    let next = bytes.get(quote + 1 + spaces(quote + 1));
                    let ends = next.is_none_or(|&b| b == self.separator || b == b'\n' || b == b'\r');
                    return ends.then_some((open, quote));
                }
                _ => return None,
            }
        }
    }

    /// What no quoted cell holds, besides a quote. Spreadsheets have no tab in a cell: a quote that only a later cell
    /// closes is a stray one, and must not swallow the rows between.
    fn stop_in_quotes(&self) -> u8 {
        if self.separator == b'\t' { b'\t' } else { b'"' }
    }

    fn after_line_end(&self, at: usize) -> usize {
        match &self.text.as_bytes()[at..] {
            [b'\r', b'\n', ..] => at + 2,
            [_, ..] => at + 1,
            [] => at,
        }
    }

    fn next_line(&mut self, start: usize) {
        self.line = self.line.saturating_add(1);
        self.counted = start;
        self.column = 1;
    }

    /// The place of a byte of the line that is being read, at or after the last one asked for.
    fn place(&mut self, at: usize) -> Place {
        self.column = self.column.saturating_add(count(self.text[self.counted..at].chars().count()));
        self.counted = at;
        Place { line: self.line, column: self.column }
    }
}

fn unquote(content: &str) -> Cow<'_, str> {
    if content.contains("\"\"") { Cow::Owned(content.replace("\"\"", "\"")) } else { Cow::Borrowed(content) }
}

/// Takes away the empty cells outside the outer pipes, if the table is drawn with outer pipes.
fn remove_borders(records: &mut [Record<'_>]) {
    let with_pipe = records.iter().filter(|record| record.cells.len() > 1);
    let (mut outer, mut inner) = (0, 0);
    for record in with_pipe {
        if record.raw.trim_start().starts_with('|') {
            outer += 1;
        } else {
            inner += 1;
        }
    }
    if inner > outer {
        return;
    }
    for record in records.iter_mut().filter(|record| record.cells.len() > 1) {
        let line = record.raw.trim();
        if line.ends_with('|') && !line.ends_with("\\|") {
            record.cells.pop();
        }
        if line.starts_with('|') && record.cells.len() > 1 {
            record.cells.remove(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> (char, Vec<Vec<String>>) {
        let layout = read(text, |cell| matches!(cell, "Codice" | "Obiettivo" | "Esito")).expect("cells");
        let rows = layout.records.iter().map(|r| r.cells.iter().map(|c| c.text.trim().to_owned()).collect());
        (char::from(layout.separator), rows.collect())
    }

    #[test]
    fn each_separator_is_found_by_the_headings_it_shows() {
        for separator in ['\t', '|', ';', ','] {
            let text = format!("Un titolo, con virgole; e altro\nCodice{separator}Obiettivo\n1{separator}a");
            assert_eq!(cut(&text).0, separator);
        }
    }

    #[test]
    fn without_headings_the_most_regular_separator_wins() {
        assert_eq!(cut("a;b, c;d\ne;f;g\nh;i, l, m;n").0, ';');
        assert!(read("Solo una frase, con una virgola.\nUn'altra.\nE una terza.", |_| false).is_err());
    }

    #[test]
    fn quotes_hold_separators_line_ends_and_quotes() {
        let (_, rows) = cut("Codice;Obiettivo;Esito\n1;\"a;\"\"b\"\"\nc\";d");
        assert_eq!(rows[1], ["1", "a;\"b\"\nc", "d"]);
    }

    #[test]
    fn a_quote_that_closes_inside_a_cell_is_text() {
        let (_, rows) = cut("Codice\tObiettivo\n1\t\"Sagra\" del paese\n2\t\"aperta\n3\tc");
        assert_eq!(rows[1][1], "\"Sagra\" del paese");
        assert_eq!(rows[2][1], "\"aperta");
        assert_eq!(rows.len(), 4);
    }

    #[test]
    fn outer_pipes_are_borders_and_escaped_pipes_are_text() {
        let (_, rows) = cut("| Codice | Obiettivo |\n|---|:-:|\n| 1 | a \\| b |\n| | c |");
        assert_eq!(rows[2], ["1", "a | b"]);
        assert_eq!(rows[3], ["", "c"]);
        let (_, rows) = cut("Codice | Obiettivo\n1 | a\n2 |");
        assert_eq!(rows[2], ["2", ""]);
    }

    #[test]
    fn places_count_lines_and_characters() {
        let layout = read("Codice;Obiettivo\r\nè;\"ù\n\nx\";  y\rz;w", |_| true).expect("cells");
        let places: Vec<_> = layout.records.iter().flat_map(|r| &r.cells).map(|c| c.place).collect();
        let expected = [(1, 1), (1, 8), (2, 1), (2, 3), (4, 6), (5, 1), (5, 3)];
        assert_eq!(places, expected.map(|(line, column)| Place { line, column }));
    }
}
