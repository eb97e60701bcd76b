// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where the words of a search are in a text, and in which text of an objective where it is not shown.
//!
//! Folding keeps every character one, so that places in the folded text are places in the text. Never here: which
//! objectives are found (see `statistics::search`).

use std::ops::Range;

use super::{Column, Listing};
use crate::plan::Objective;
use crate::statistics::for_each_text;
use crate::text::fold_char;

/// How many characters of a text its cell shows for sure: two lines of the narrowest column of texts. Of a word further
/// on, whoever shows the cell knows.
const SEEN: usize = 40;

/// How many characters of a text stand before and after what was found in it.
const AROUND: usize = 40;

/// The words of a search, folded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needles {
    words: Vec<Vec<char>>,
    scope: Option<Column>,
}

impl Needles {
    /// The words of what was typed, in one column or everywhere.
    pub fn new(search: &str, scope: Option<Column>) -> Self {
        let words = search.split_whitespace().map(|word| word.chars().map(fold_char).collect());
        Self { words: words.collect(), scope }
    }

    /// Whether nothing is searched.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether the texts of this column are searched.
    pub fn are_in(&self, column: Column) -> bool {
        !self.is_empty() && column.field().is_some() && self.scope.is_none_or(|scope| scope == column)
    }

    /// Where the words are in a text, in bytes, from the first to the last and none within another.
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        places(&self.words, text)
    }

    /// Where an objective was found in a text that is not shown, or not so far: the column of the text, and the words
    /// around. `None` where each word is in what is shown. `sees` says whether a word (folded) that stands further on in
    /// the text of a column can be seen in its cell.
    pub fn elsewhere(
        &self,
        objective: &Objective,
        listing: &Listing,
        sees: &mut dyn FnMut(Column, &Vec<char>) -> bool,
    ) -> Option<(Column, String)> {
        let mut missing: Vec<&Vec<char>> = self.words.iter().collect();
        if missing.is_empty() {
            return None;
        }
        let mut hidden: Vec<(Column, Vec<char>, &str)> = Vec::new();
        for_each_text(objective, |field, text| {
            let Some(column) = Column::of_field(field).filter(|&column| self.are_in(column)) else { return };
            let folded: Vec<char> = text.chars().map(fold_char).collect();
            if listing.shows(column) {
                missing.retain(|word| match find(&folded, word, 0) {
                    Some(at) => at + word.len() > SEEN && !sees(column, word),
                    None => true,
                });
            }
            hidden.push((column, folded, text));
        });
        let word = missing.first()?;
        hidden.iter().find_map(|(column, folded, text)| {
            let at = find(folded, word, 0)?;
            Some((*column, snippet(text, at, at + word.len())))
        })
    }
}

/// Where these words, folded, are in a text.
pub fn places(words: &[Vec<char>], text: &str) -> Vec<Range<usize>> {
    let folded: Vec<char> = text.chars().map(fold_char).collect();
    let mut marked = vec![false; folded.len()];
    for word in words {
        let mut from = 0;
        while let Some(at) = find(&folded, word, from) {
            marked[at..at + word.len()].fill(true);
            from = at + 1;
        }
    }
    let mut places: Vec<Range<usize>> = Vec::new();
    for ((at, c), _) in text.char_indices().zip(marked).filter(|(_, is_marked)| *is_marked) {
        let end = at + c.len_utf8();
        match places.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => places.push(at..end),
        }
    }
    places
}

/// A part of a text that is shown with marks in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it is, in bytes.
    pub place: Range<usize>,
    /// It is of the words that decided.
    pub decides: bool,
    /// It is of the words of a search.
    pub is_found: bool,
}

/// A text in parts: the words that decided, and those of a search, which may be within the others or across their ends.
pub fn parts(text: &str, decides: Option<Range<usize>>, found: &[Range<usize>]) -> Vec<Part> {
    let marks = || decides.iter().chain(found);
    let mut ends: Vec<usize> =
        marks().flat_map(|mark| [mark.start, mark.end]).chain([0, text.len()]).collect();
    ends.sort_unstable();
    ends.dedup();
    let covers =
        |mark: &Range<usize>, place: &Range<usize>| mark.start <= place.start && place.end <= mark.end;
    let places = ends.windows(2).map(|pair| pair[0]..pair[1]);
    let part = |place: Range<usize>| Part {
        decides: decides.as_ref().is_some_and(|mark| covers(mark, &place)),
        is_found: found.iter().any(|mark| covers(mark, &place)),
        place,
    };
    places.map(part).collect()
}

/// A part of a text around characters of it, on one line.
fn snippet(text: &str, start: usize, end: usize) -> String {
    let from = start.saturating_sub(AROUND);
    let mut part: String = text.chars().skip(from).take(end + AROUND - from).collect();
    if from > 0 {
        part.insert(0, '…');
    }
    if text.chars().nth(end + AROUND).is_some() {
        part.push('…');
    }
    part.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

fn find(text: &[char], word: &[char], from: usize) -> Option<usize> {
    let first = *word.first()?;
    let last = text.len().checked_sub(word.len())?;
    (from..=last).find(|&at| text[at] == first && text[at..at + word.len()] == *word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(search: &str, text: &str) -> Vec<String> {
        let places = Needles::new(search, None).places(text);
        places.into_iter().map(|place| text[place].to_owned()).collect()
    }

    #[test]
    fn what_decided_and_what_was_searched_are_marked_in_one_text() {
        let text = "Non è stato fatto.";
        let both = |decides: Range<usize>, search: &str| {
            let found = Needles::new(search, None).places(text);
            let parts = parts(text, Some(decides), &found);
            assert_eq!(parts.iter().map(|part| &text[part.place.clone()]).collect::<String>(), text);
            let sign = |part: &Part| match (part.decides, part.is_found) {
                (false, false) => "",
                (true, false) => "!",
                (false, true) => "?",
                (true, true) => "!?",
            };
            parts
                .iter()
                .map(|part| format!("{}{}", &text[part.place.clone()], sign(part)))
                .collect::<Vec<_>>()
        };
        assert_eq!(both(0..12, "stato"), ["Non è !", "stato!?", " fatto."]);
        assert_eq!(both(0..9, "stato"), ["Non è !", "st!?", "ato?", " fatto."]);
        assert_eq!(both(4..6, ""), ["Non ", "è!", " stato fatto."]);
        assert_eq!(parts("", None, &[]), []);
    }

    #[test]
    fn words_are_marked_as_they_are_written() {
        assert_eq!(marked("CITTA piu", "La Città, più città"), ["Città", "più", "città"]);
        assert_eq!(marked("l'", "dell’ente"), ["l’"]);
        assert_eq!(marked("aba bab", "xababax"), ["ababa"]);
        assert_eq!(marked("", "testo"), Vec::<String>::new());
        assert_eq!(marked("lungo più del testo", "t"), Vec::<String>::new());
    }

    #[test]
    fn what_is_found_in_a_text_that_is_not_shown_is_told() {
        let objective = Objective {
            objective: "Asfaltare le strade".into(),
            outcome: format!("{} lavori\nterminati {}", "a ".repeat(60), "b ".repeat(60)),
            ..Objective::default()
        };
        let listing = Listing::default();
        let mut unseen = |_: Column, _: &Vec<char>| false;
        let mut found =
            |search, scope| Needles::new(search, scope).elsewhere(&objective, &listing, &mut unseen);
        assert_eq!(found("strade", None), None);
        let (column, snippet) = found("strade TERMINATI", None).expect("in the outcome");
        assert_eq!(column, Column::Outcome);
        assert!(snippet.starts_with('…') && snippet.ends_with('…') && snippet.contains("lavori terminati b"));
        assert_eq!(found("terminati", Some(Column::Objective)), None);
        let mut shown = listing.clone();
        shown.toggle_column(Column::Outcome);
        let in_one = Needles::new("a lavori", Some(Column::Objective));
        assert_eq!(in_one.elsewhere(&objective, &shown, &mut unseen), None);
        // Further on in a text than its cell shows.
        let terminati = Needles::new("terminati", None);
        let (column, _) = terminati.elsewhere(&objective, &shown, &mut unseen).expect("cut off");
        assert_eq!(column, Column::Outcome);
        let short = Objective { outcome: "Lavori terminati".into(), ..objective.clone() };
        assert_eq!(terminati.elsewhere(&short, &shown, &mut unseen), None);
        // Nobody is asked of what is seen for sure, or of what is in no cell; and what is seen further on is not told.
        let mut asked = Vec::new();
        let mut sees = |column: Column, word: &Vec<char>| {
            asked.push((column, word.iter().collect::<String>()));
            true
        };
        assert_eq!(terminati.elsewhere(&objective, &shown, &mut sees), None);
        assert_eq!(terminati.elsewhere(&short, &shown, &mut sees), None);
        assert!(terminati.elsewhere(&objective, &listing, &mut sees).is_some());
        assert_eq!(asked, [(Column::Outcome, "terminati".to_owned())]);
    }
}
