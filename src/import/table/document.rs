// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lines before the first table that say what the document is: title, body, year, kind, state.
//!
//! Never here: a guess from the objectives. A line that says none of it is not of the document's head.

use crate::import::value;
use crate::plan::{DocumentKind, DocumentState, Year};
use crate::text::fold;

use super::heading::line_text;
use super::vocabulary::years_in;

/// A title may run long, a sentence runs longer.
const LONGEST: usize = 300;

/// What one line says of the document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct HeadLine {
    /// The line, if it is the title of a document.
    pub title: Option<String>,
    pub body: Option<String>,
    pub year: Option<Year>,
    pub kind: Option<DocumentKind>,
    pub state: Option<DocumentState>,
}

/// How the names of Italian bodies begin.
const BODIES: [&str; 9] = [
    "comune di ",
    "citta di ",
    "citta metropolitana ",
    "provincia di ",
    "provincia autonoma ",
    "unione dei comuni ",
    "unione di comuni ",
    "comunita montana ",
    "regione ",
];

/// Reads a line, if it is one of the document's head.
pub(super) fn head_line(text: &str) -> Option<HeadLine> {
    if text.len() > LONGEST {
        return None;
    }
    let is_heading = text.trim_start().starts_with('#');
    let line = line_text(text);
    let folded = fold(&line);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let kind = kind(&folded, &words);
    let body = body(&line, &folded);
    let state = state(&words);
    // A sentence that names the plan is not its title.
    let is_sentence = line.ends_with(['.', ';']) || words.len() > 30;
    let alone = body.as_ref().is_some_and(|body| *body == line);
    let speaks_of_it = words.iter().any(|word| {
        ["obiettiv", "performance", "piano", "relazione", "rendiconta", "programm"]
            .iter()
            .any(|w| word.starts_with(w))
    });
    let year_line = matches!(words[..], [_] | ["anno" | "esercizio" | "annualita", _]) && words.len() <= 2;
    let year = value::year(&line).value().or_else(|| years_in(&line).next());
    let is_title =
        !is_sentence && !alone && (kind.is_some() || ((is_heading || words.len() <= 12) && speaks_of_it));
    let head = HeadLine {
        title: is_title.then(|| line.clone()),
        // Of the year of a line that is neither a title nor only a year, one cannot say what it dates.
        year: year.filter(|_| is_title || year_line),
        state: state.filter(|_| !is_sentence || words.len() <= 20),
        body: body.filter(|_| !is_sentence),
        kind: kind.filter(|_| !is_sentence),
    };
    (head != HeadLine::default()).then_some(head)
}

fn kind(folded: &str, words: &[&str]) -> Option<DocumentKind> {
    let says = |phrase: &str| folded.contains(phrase);
    let word = |wanted: &str| words.contains(&wanted);
    // The report first: it names the plan on which it reports.
    let report = words.iter().position(|word| matches!(*word, "relazione" | "rendicontazione"));
    if report.is_some() && word("performance") {
        Some(DocumentKind::PerformanceReport)
    } else if word("piao") || says("piano integrato di attivita") {
        Some(DocumentKind::Piao)
    } else if word("pdo") || says("piano dettagliato degli obiettivi") || says("piano degli obiettivi") {
        Some(DocumentKind::Pdo)
    } else if word("peg") || says("piano esecutivo di gestione") {
        Some(DocumentKind::Peg)
    } else if says("piano della performance") || says("piano performance") || says("piano delle performance")
    {
        Some(DocumentKind::PerformancePlan)
    } else {
        None
    }
}

/// The part of the line that names a body, up to the next dash, comma or bracket.
fn body(line: &str, folded: &str) -> Option<String> {
    let start = BODIES.iter().filter_map(|name| {
        let at = folded.find(name)?;
        let before = folded[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric()).then_some(at)
    });
    // Folding keeps the number of characters, not of bytes.
    let start = folded[..start.min()?].chars().count();
    let tail: String = line.chars().skip(start).collect();
    let end = [" - ", " – ", " — ", ",", ";", "(", "|", ":"].iter().filter_map(|sign| tail.find(sign)).min();
    let name = tail[..end.unwrap_or(tail.len())].trim();
    // "Comune di Robecco PEG 2021": the name ends where the document begins.
    let words = name.split(' ').take_while(|word| {
        !word.contains(|c: char| c.is_ascii_digit())
            && !matches!(
                fold(word).as_str(),
                "piano" | "relazione" | "peg" | "pdo" | "piao" | "anno" | "obiettivi"
            )
    });
    let name = words.collect::<Vec<_>>().join(" ");
    let begins_like_a_name = line.chars().nth(start).is_some_and(char::is_uppercase);
    (begins_like_a_name && (8..=100).contains(&name.len())).then_some(name)
}

fn state(words: &[&str]) -> Option<DocumentState> {
    let any = |beginnings: &[&str]| {
        words.iter().enumerate().any(|(i, word)| {
            beginnings.iter().any(|b| word.starts_with(b))
                && (i == 0 || !matches!(words[i - 1], "non" | "da"))
        })
    };
    if any(&["validat"]) {
        Some(DocumentState::Validated)
    } else if any(&["approvat", "adottat"]) {
        Some(DocumentState::Approved)
    } else if any(&["bozza"]) || words.windows(2).any(|pair| pair == ["non", "approvato"]) {
        Some(DocumentState::Draft)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_document_is_read() {
        let read = |text: &str| head_line(text).unwrap_or_default();
        let title = read("# Comune di Borgo Però - Relazione sulla performance 2021 (approvata)");
        assert_eq!(title.body.as_deref(), Some("Comune di Borgo Però"));
        assert_eq!(title.year.map(Year::number), Some(2021));
        assert_eq!(title.kind, Some(DocumentKind::PerformanceReport));
        assert_eq!(title.state, Some(DocumentState::Approved));
        assert!(title.title.is_some_and(|t| t.starts_with("Comune di Borgo")));
        assert_eq!(read("COMUNE DI VALDORSO").title, None);
        assert_eq!(read("COMUNE DI VALDORSO").body.as_deref(), Some("COMUNE DI VALDORSO"));
        assert_eq!(read("Anno 2023").year.map(Year::number), Some(2023));
        assert_eq!(read("P.E.G. / Piano dettagliato degli obiettivi").kind, Some(DocumentKind::Pdo));
        assert_eq!(read("PIAO 2024-2026").year.map(Year::number), Some(2024));
        assert_eq!(read("Bozza").state, Some(DocumentState::Draft));
        assert_eq!(
            read("Approvato con delibera di Giunta n. 12 del 3/2/2021").state,
            Some(DocumentState::Approved)
        );
        assert_eq!(read("Approvato con delibera di Giunta n. 12 del 3/2/2021").year, None);
        assert_eq!(head_line("La relazione sulla performance è stata discussa in giunta nel 2021."), None);
        assert_eq!(head_line("Buongiorno a tutti"), None);
    }
}
