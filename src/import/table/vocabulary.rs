// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reads the heading of a column: what it may be.
//!
//! A heading is read word by word, without case, accents, articles and years. Where one heading is used for several
//! things ("Consuntivo" is a text in one plan and a number in the next), it lists what it may be in order, and
//! `columns` lets the values decide. Never here: the values.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::plan::Year;
use crate::text::fold_char;

use super::entries::{Candidate, ENTRIES, FILLERS};

/// A heading, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Heading {
    /// What it may be, the likeliest first.
    Field(&'static [Candidate]),
    /// A year, in which objectives are planned.
    Year(Year),
    /// A month.
    Month,
}

const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// Longer texts are not headings.
const LONGEST: usize = 120;

/// What a heading says, if it is surely one: all its words are those of headings.
pub(super) fn sure(heading: &str) -> Option<Heading> {
    // Most cells of a table are not headings, and most of those are ruled out here.
    if heading.len() > LONGEST || heading.is_empty() || !has_only_known_words(heading) {
        return None;
    }
    read(heading, true)
}

/// Whether all words of a text are of some heading. Stops at the first that is not, and copies nothing but that word.
fn has_only_known_words(text: &str) -> bool {
    let mut word = String::new();
    text.chars().map(fold_char).chain([' ']).all(|c| {
        if c.is_alphanumeric() {
            word.push(c);
            return true;
        }
        let is_known = word.is_empty() || is_known(&word);
        word.clear();
        is_known
    })
}

fn is_known(word: &str) -> bool {
    static KNOWN: OnceLock<(FxHashSet<&str>, Vec<&str>)> = OnceLock::new();
    let (words, beginnings) = KNOWN.get_or_init(|| {
        let of_entries = ENTRIES.iter().flat_map(|entry| entry.words.split([' ', '|']));
        let wanted =
            of_entries.map(|word| word.trim_start_matches(['^', '!'])).chain(FILLERS.iter().copied());
        let (beginnings, words): (Vec<_>, Vec<_>) = wanted.partition(|word| word.ends_with('*'));
        (words.into_iter().collect(), beginnings.into_iter().map(|word| word.trim_end_matches('*')).collect())
    });
    words.contains(word)
        || (word.bytes().all(|b| b.is_ascii_digit()) && (word.len() <= 2 || year(word).is_some()))
        || beginnings.iter().any(|beginning| word.starts_with(beginning))
        || is_month(word)
}

fn is_month(word: &str) -> bool {
    let is_short = |month: &str| word.len() <= 4 && month.starts_with(word);
    word.len() >= 3 && MONTHS.iter().any(|month| *month == word || is_short(month))
}

/// What a heading says in a row that is one of headings: unknown words beside known ones do not matter.
pub(super) fn likely(heading: &str) -> Option<Heading> {
    read(heading, false)
}

fn read(heading: &str, every_word: bool) -> Option<Heading> {
    let words = Words::of(heading);
    if let Some(year) = words.only_year() {
        return Some(Heading::Year(year));
    }
    if words.is_month() {
        return Some(Heading::Month);
    }
    if words.list.is_empty() && !words.percent {
        return None;
    }
    let entry = ENTRIES.iter().find(|entry| words.fit(entry.words))?;
    (!every_word || words.all_known(entry.words)).then_some(Heading::Field(entry.may_be))
}

/// The years that a heading names: "Rendicontazione 2018", "Target 2021".
pub(super) fn years_in(text: &str) -> impl Iterator<Item = Year> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter_map(year)
}

fn year(word: &str) -> Option<Year> {
    let digits = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    // Any number of four digits may be a year in theory; headings of plans name those of this and the last decades.
    digits
        .then(|| word.parse().ok())
        .flatten()
        .filter(|year| (1990..=2099).contains(year))
        .and_then(Year::new)
}

/// Twelve headings in a row that are the initials of the months.
pub(super) fn are_month_initials(headings: &[impl AsRef<str>]) -> bool {
    let initials = "gfmamglasond".chars();
    headings.len() == 12
        && headings.iter().zip(initials).all(|(heading, initial)| {
            let mut letters = heading.as_ref().chars().filter(|c| c.is_alphabetic());
            letters.next().map(fold_char) == Some(initial) && letters.next().is_none()
        })
}

/// The words of a heading.
struct Words {
    list: Vec<String>,
    years: Vec<Year>,
    percent: bool,
}

impl Words {
    fn of(heading: &str) -> Self {
        let folded = crate::text::fold(heading);
        let (years, list): (Vec<_>, Vec<_>) = folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .partition(|word| year(word).is_some());
        Self {
            list: list.into_iter().map(str::to_owned).collect(),
            years: years.into_iter().filter_map(year).collect(),
            percent: folded.contains('%'),
        }
    }

    fn only_year(&self) -> Option<Year> {
        let rest = self.list.iter().all(|word| matches!(word.as_str(), "anno" | "esercizio"));
        match self.years[..] {
            [year] if rest && !self.percent => Some(year),
            _ => None,
        }
    }

    fn is_month(&self) -> bool {
        matches!(&self.list[..], [word] if is_month(word))
    }

    fn fit(&self, pattern: &str) -> bool {
        pattern.split(' ').all(|place| match place.strip_prefix('!') {
            Some(forbidden) => !forbidden.split('|').any(|word| self.has(word)),
            None => place.split('|').any(|word| self.has(word)),
        })
    }

    fn has(&self, wanted: &str) -> bool {
        match wanted.strip_prefix('^') {
            Some("%") => self.percent && self.list.is_empty(),
            Some(wanted) => {
                self.list.iter().find(|word| !is_article(word)).is_some_and(|word| matches(word, wanted))
            }
            None if wanted == "%" => self.percent,
            None => self.list.iter().any(|word| matches(word, wanted)),
        }
    }

    fn all_known(&self, pattern: &str) -> bool {
        self.list.iter().all(|word| {
            let in_pattern =
                || pattern.split([' ', '|']).any(|wanted| matches(word, wanted.trim_start_matches('^')));
            // "Indicatore 1", "Indicatore 2"; but "Missione 4" is a mission.
            let is_number = || {
                let is_section = pattern.contains("mission") || pattern.contains("programm");
                !is_section && word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit())
            };
            FILLERS.contains(&word.as_str()) || is_number() || in_pattern()
        })
    }
}

fn is_article(word: &str) -> bool {
    matches!(word, "il" | "lo" | "la" | "i" | "gli" | "le" | "l" | "eventuali")
}

fn matches(word: &str, wanted: &str) -> bool {
    match wanted.strip_suffix('*') {
        Some(beginning) => word.starts_with(beginning),
        None => word == wanted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Field::{
        self, Actual, Code, Deadline, Degree, Expected, Indicator, IndicatorWeight, Objective, Office,
        Outcome, Purpose, Responsible, StaffPercent, Support, Weight,
    };
    use crate::import::table::entries::{ACTUAL_OR_OUTCOME, PROGRAMME_OR_CODE};

    fn first(heading: &str) -> Option<Field> {
        match sure(heading)? {
            Heading::Field(candidates) => {
                candidates.iter().max_by_key(|candidate| candidate.strength).map(|candidate| candidate.field)
            }
            _ => None,
        }
    }

    /// The table of headings seen in published plans.
    #[test]
    fn every_heading_seen_is_known() {
        for (headings, field) in [
            ("Codice|Rif.|RIFERIMENTI|N.|Obiettivo n.", Code),
            (
                "OBIETTIVI OPERATIVI|Obiettivo|Descrizione Progetto|DESCRIZIONE|Descrizione dell'obiettivo",
                Objective,
            ),
            ("FINALITA'|Descrizione-Finalità|Finalità", Purpose),
            ("Responsabile|RESPONSABILE|Dirigente|SPL responsabile|Referente Gestionale", Responsible),
            ("Personale di supporto|Soggetti coinvolti|Altri dirigenti coinvolti|Aree coinvolte", Support),
            ("INDICATORI DI OUTPUT|Indicatore|Indicatore di risultato|Indicatore di performance", Indicator),
            ("Performance attesa|Target|VALORE OBIETTIVO|Atteso|Valore Previsto", Expected),
            ("Performance realizzata|Ottenuto|ValoreInRendiconto", Actual),
            (
                "GRADO DI REALIZZAZIONE DELL'OBIETTIVO|GRADO DI RAGGIUNGIMENTO DELL’OBIETTIVO|RENDICONTAZIONE 2018|Note Report|Stato",
                Outcome,
            ),
            ("% di ragg.|% pura|Avanzamento", Degree),
            ("% DI REALIZZAZIONE DEL PERSONALE COINVOLTO", StaffPercent),
            (
                "peso obiettivo|Peso %|PESATURA|Peso assegnato ai fini della valutazione|PUNTEGGIO|% pond.",
                Weight,
            ),
            ("Peso indicatore|PESO % INDICATORE|Pesatura indicatori|Peso KPI", IndicatorWeight),
            ("Scadenza|Tempi di realizzazione|Data fine", Deadline),
            ("Dipartimento|SETTORE|area|unità organizzativa|CDC", Office),
        ] {
            for heading in headings.split('|') {
                assert_eq!(first(heading), Some(field), "{heading}");
            }
        }
        assert_eq!(sure("PROGRAMMI"), Some(Heading::Field(PROGRAMME_OR_CODE)));
        assert_eq!(sure("Missione/Programma"), Some(Heading::Field(PROGRAMME_OR_CODE)));
        assert_eq!(sure("CONSUNTIVO"), Some(Heading::Field(ACTUAL_OR_OUTCOME)));
        assert_eq!(sure("2021").map(|h| h == Heading::Year(Year::new(2021).expect("a year"))), Some(true));
        assert!(are_month_initials(&["G", "F", "M", "A", "M", "G", "L", "A", "S", "O", "N", "D"]));
        assert_eq!(sure("Gen."), Some(Heading::Month));
    }

    #[test]
    fn what_a_row_says_is_not_a_heading() {
        for cell in [
            "Obiettivo raggiunto",
            "Obiettivo sospeso",
            "Personale di segreteria",
            "Elena Novarese",
            "100%",
            "x",
            "Garantire il supporto agli organi",
            "Relazione presentata al sindaco",
            "Tutti gli uffici",
            "04.06",
            "Missione 04",
        ] {
            assert_eq!(sure(cell), None, "{cell}");
        }
    }
}
