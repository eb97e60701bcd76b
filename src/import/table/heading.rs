// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lines between the tables that say where one is: headings of missions and programmes, legends, totals, rules.
//!
//! Never here: rows of objectives, and sentences: a line is a heading only if it is nothing else.

use std::sync::Arc;

use crate::import::value::{self, Read};
use crate::plan::{Mission, MissionCode, Programme, official};
use crate::text::{fold, fold_char, skeleton};

/// The longest name of the official list has some 120 characters; a heading may add a little to it.
const LONGEST: usize = 400;

/// A heading: of a mission, of a programme, or of a programme with its mission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Section {
    pub mission: Option<Mission>,
    pub programme: Option<Programme>,
}

/// The text of a line without the signs of a Markdown heading, all its white space single spaces.
pub(super) fn line_text(text: &str) -> String {
    let text = text.trim().trim_start_matches('#').trim_end_matches('#');
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads a heading of a mission or programme. `above` is the mission under whose heading the line stands.
pub(super) fn section(text: &str, above: Option<&Mission>) -> Option<Section> {
    if text.len() > LONGEST {
        return None;
    }
    let text = &line_text(text);
    let word = text.split(|c: char| !c.is_alphabetic()).next().map(fold).unwrap_or_default();
    match word.as_str() {
        "missione" | "mission" => mission_section(text),
        "programma" | "programme" => {
            let programme = programme(text, above)?;
            Some(Section { mission: None, programme: Some(programme) })
        }
        "" => numbered(text),
        _ => {
            let code = official::mission_named(text)?;
            Some(Section { mission: Some(mission_of(Some(code), Some(text))), programme: None })
        }
    }
}

fn mission_of(code: Option<MissionCode>, name: Option<&str>) -> Mission {
    Mission { code, name: name.map(Arc::from) }
}

/// `Missione 04 - Istruzione`, `MISSIONE 4`, `Missione: Istruzione`, `Missione 04 - … - Programma 06 - …`.
fn mission_section(text: &str) -> Option<Section> {
    let (own, rest) = match programme_word(text) {
        Some(at) => (text[..at].trim_end_matches(is_joint), Some(&text[at..])),
        None => (text, None),
    };
    let mission = match value::mission_label(own) {
        // The official names have no word "missione" in front.
        (None, Some(_)) | (Some(_), None) if !own.contains(|c: char| c.is_ascii_digit()) => {
            mission_of(None, Some(named_after_colon(own)?))
        }
        (Some(code), name) => {
            let name = name.map(|name| name.trim_start_matches(is_joint)).filter(|name| !name.is_empty());
            if !name.is_none_or(|name| begins_a_name(name, own)) {
                return None;
            }
            let name =
                name.map(|name| if starts_with_word(name, "missione") { after_word(name) } else { name });
            mission_of(Some(code), name)
        }
        (None, _) => return None,
    };
    let programme = match rest {
        Some(rest) => Some(programme(rest, Some(&mission))?),
        None => None,
    };
    Some(Section { mission: Some(mission), programme })
}

/// Where the word "programma" begins in a heading of a mission, if a number follows it.
fn programme_word(text: &str) -> Option<usize> {
    let mut at = 0;
    for word in text.split_inclusive(' ') {
        let rest = &text[at + word.len()..];
        if fold(word.trim_end()).starts_with("programma") && rest.starts_with(|c: char| c.is_ascii_digit()) {
            return (at > 0).then_some(at);
        }
        at += word.len();
    }
    None
}

fn programme(text: &str, above: Option<&Mission>) -> Option<Programme> {
    let (code, name) = value::programme_label(text, above.and_then(|mission| mission.code));
    match (code, name) {
        (Some(code), name) => {
            let name = name.map(|name| name.trim_start_matches(is_joint)).filter(|name| !name.is_empty());
            let fits = name.is_none_or(|name| begins_a_name(name, text));
            fits.then(|| Programme { code: Some(code), name: name.map(Arc::from) })
        }
        (None, _) => {
            let rest = after_word(text);
            let numbered = rest.starts_with(|c: char| c.is_ascii_digit()) && rest.len() <= 120;
            let name = if numbered { rest } else { named_after_colon(text)? };
            Some(Programme { code: None, name: Some(Arc::from(name)) })
        }
    }
}

/// `01 - Servizi istituzionali, generali e di gestione`: a code with its own official name.
fn numbered(text: &str) -> Option<Section> {
    let (mission, name) = value::mission_label(text);
    if let (Some(code), Some(name)) = (mission, name)
        && official::mission_named(name) == Some(code)
    {
        return Some(Section { mission: Some(mission_of(Some(code), Some(name))), programme: None });
    }
    let (code, name) = value::programme_label(text, None);
    let (code, name) = (code?, name?);
    let wanted = skeleton(name);
    let years = [None, crate::plan::Year::new(2026)];
    let is_official = years
        .into_iter()
        .any(|year| official::programme_name(code, year).is_some_and(|n| skeleton(n) == wanted));
    is_official.then(|| Section {
        mission: None,
        programme: Some(Programme { code: Some(code), name: Some(Arc::from(name)) }),
    })
}

fn is_joint(c: char) -> bool {
    c.is_whitespace() || matches!(fold_char(c), '-' | ':' | '.' | ',' | ';' | '(' | '/')
}

/// The text after the first word.
fn after_word(text: &str) -> &str {
    text.trim_start_matches(char::is_alphabetic).trim_start_matches(is_joint)
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).next().is_some_and(|first| fold(first) == word)
}

/// "Missione: Istruzione": a name without a number needs a sign between, or any sentence would be a heading.
fn named_after_colon(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(char::is_alphabetic).trim_start();
    let name = rest.strip_prefix([':', '-', '–', '—'])?.trim_start_matches(is_joint);
    (!name.is_empty() && name.len() <= 200).then_some(name)
}

/// Whether what follows a number is a name rather than the rest of a sentence ("Missione 12 ha visto …").
fn begins_a_name(name: &str, whole: &str) -> bool {
    let before = whole.len().checked_sub(name.len()).and_then(|at| whole.get(..at)).unwrap_or("");
    let joined = before.trim_end().ends_with(['-', '–', '—', ':', '.', ')', '(', '/', ',']);
    joined || name.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '«' | '“'))
}

/// Whether a line explains a sign (`S = Obiettivo strategico`), and whether the sign is that of strategic objectives.
pub(super) fn legend(text: &str) -> Option<Legend> {
    if text.len() > 200 {
        return None;
    }
    let text = fold(&line_text(text));
    let text =
        text.strip_prefix("legenda").map_or(text.as_str(), |rest| rest.trim_start_matches([':', '-', ' ']));
    let (sign, meaning) = text.split_once(['=', ':', '-'])?;
    let equals = text.as_bytes().get(sign.len()) == Some(&b'=');
    let sign = sign.trim().trim_matches(['(', ')', '"', '\'']);
    let strategic = sign == "s" && meaning.contains("strategic");
    let is_sign = (1..=3).contains(&sign.chars().count());
    match is_sign && (equals || strategic) {
        true if meaning.trim().is_empty() => Some(Legend::Begun),
        true => Some(if strategic { Legend::Strategic } else { Legend::Other }),
        false => None,
    }
}

/// What a legend is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Legend {
    /// `S =`, and nothing yet.
    Begun,
    /// The `S` of strategic objectives.
    Strategic,
    /// Another sign.
    Other,
}

/// Whether a cell is a stroke of a dashed line, or of the line below a Markdown heading row.
pub(super) fn is_stroke(cell: &str) -> bool {
    !cell.is_empty()
        && cell.chars().all(|c| matches!(fold_char(c), '-' | '=' | '_' | ':' | '+' | '*' | ' ' | '─' | '━'))
}

/// Whether a cell names a total: "Totale", "Media ponderata". The rest of the row must then be numbers.
pub(super) fn is_total(cell: &str) -> bool {
    if cell.len() > 60 {
        return false;
    }
    let folded = fold(cell);
    let first = folded.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    matches!(
        first,
        Some("totale" | "totali" | "tot" | "media" | "medie" | "somma" | "subtotale" | "complessivo")
    )
}

/// Whether a cell is no more than the name of a total: "Totale area".
pub(super) fn is_only_total(cell: &str) -> bool {
    is_total(cell) && cell.split_whitespace().count() <= 3
}

/// Whether a cell beside a total says in what it is counted: "punti assegnati". A word of any other kind may be how an
/// objective went.
pub(super) fn is_unit(cell: &str) -> bool {
    const UNITS: [&str; 8] = ["punti", "punteggio", "obiettivi", "ore", "giorni", "mesi", "euro", "unita"];
    let is_short = cell.len() <= 24 && cell.split_whitespace().count() <= 3;
    is_short && UNITS.iter().any(|unit| starts_with_word(cell, unit))
}

/// Whether a text is like the caption of the rows below it: an office, or all in capitals.
pub(super) fn is_caption(text: &str) -> bool {
    const OFFICES: [&str; 8] =
        ["settore", "area", "servizio", "ufficio", "dipartimento", "direzione", "unita", "centro"];
    let in_capitals =
        || text.contains(|c: char| c.is_uppercase()) && !text.contains(|c: char| c.is_lowercase());
    text.len() <= 80
        && text.split_whitespace().count() <= 8
        && (in_capitals() || OFFICES.iter().any(|office| starts_with_word(text, office)))
}

/// Whether a cell holds a number, a percentage, or nothing.
pub(super) fn is_number(cell: &str) -> bool {
    let cell = cell.trim_end_matches(['%', ' ']);
    value::states_nothing(cell)
        || (cell.contains(|c: char| c.is_ascii_digit())
            && cell
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '/' | '+' | '-' | ' ' | '€')))
}

/// Whether a cell is surely the code of a programme, as rows of plans begin with one.
pub(super) fn is_programme_code(cell: &str) -> bool {
    cell.len() <= 40
        && cell.contains(|c: char| c.is_ascii_digit())
        && matches!(value::code(cell), Read::Value(code) if code.programme.is_some())
}

/// Whether a cell looks like a code, of a programme or of the body's own: `AG7/D`, `n. 0`; short, with a number in it
/// that is not a year.
pub(super) fn looks_like_code(cell: &str) -> bool {
    let is_short = cell.len() <= 12 && cell.split_whitespace().count() <= 2;
    let numbered = is_short && cell.contains(|c: char| c.is_ascii_digit());
    (numbered && value::year(cell).value().is_none()) || is_programme_code(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Option<String>, Option<String>)> {
        let above = mission_of(MissionCode::new(4), None);
        let show = |code: Option<String>, name: Option<Arc<str>>| {
            format!("{}|{}", code.unwrap_or_default(), name.as_deref().unwrap_or_default())
        };
        let section = section(text, Some(&above))?;
        Some((
            section.mission.map(|m| show(m.code.map(|c| c.to_string()), m.name)),
            section.programme.map(|p| show(p.code.map(|c| c.to_string()), p.name)),
        ))
    }

    #[test]
    fn missions_and_programmes_are_headed_in_many_ways() {
        for (text, mission, programme) in [
            (
                "Missione 1 - Servizi istituzionali, generali e di gestione",
                Some("01|Servizi istituzionali, generali e di gestione"),
                None,
            ),
            (
                "### Missione 04 - Istruzione e diritto allo studio",
                Some("04|Istruzione e diritto allo studio"),
                None,
            ),
            ("### Missione 05", Some("05|"), None),
            ("MISSIONE 12: DIRITTI SOCIALI", Some("12|DIRITTI SOCIALI"), None),
            ("MISSIONE N. 12 – Diritti sociali", Some("12|Diritti sociali"), None),
            ("Missione 12 Diritti sociali", Some("12|Diritti sociali"), None),
            ("Missione: Una nuova città", Some("|Una nuova città"), None),
            ("Programma 04.06 - Servizi ausiliari", None, Some("04.06|Servizi ausiliari")),
            ("Programma 6: Servizi ausiliari", None, Some("04.06|Servizi ausiliari")),
            ("Missione 05 - Cultura - Programma 02 - Attività", Some("05|Cultura"), Some("05.02|Attività")),
            ("04 - Istruzione e diritto allo studio", Some("04|Istruzione e diritto allo studio"), None),
            ("Istruzione e diritto allo studio", Some("04|Istruzione e diritto allo studio"), None),
        ] {
            assert_eq!(read(text), Some((mission.map(Into::into), programme.map(Into::into))), "{text}");
        }
        for text in [
            "Missione 12 ha visto un grande impegno.",
            "Missione dell'ente è servire i cittadini",
            "Programma di lavoro",
            "04 - Una cosa qualsiasi",
            "Tutto bene",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn legends_explain_a_sign() {
        assert_eq!(legend("S = Obiettivo strategico"), Some(Legend::Strategic));
        assert_eq!(legend("Legenda: S: obiettivi strategici"), Some(Legend::Strategic));
        assert_eq!(legend("S =  \nObiettivo  \nstrategico"), Some(Legend::Strategic));
        assert_eq!(legend("S ="), Some(Legend::Begun));
        assert_eq!(legend("x = previsto nell'anno"), Some(Legend::Other));
        assert_eq!(legend("Nota: S sta per strategico"), None);
        assert_eq!(legend("Si è fatto tutto"), None);
    }
}
