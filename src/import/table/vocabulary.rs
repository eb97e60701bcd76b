// SPDX-License-Identifier: AGPL-3.0-or-later
//! The headings that published plans give their columns, and what each may be.
//!
//! A heading is read word by word, without case, accents, articles and years. Where one heading is used for several
//! things ("Consuntivo" is a text in one plan and a number in the next), it lists what it may be in order, and
//! `columns` lets the values decide. Never here: the values.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::import::Field;
use crate::plan::Year;
use crate::text::fold_char;

/// What a column may be: a field, how surely (9 most), and what its values must be like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Candidate {
    pub field: Field,
    pub strength: u8,
    pub needs: Needs,
}

/// What the values of a column must be like to be a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needs {
    Anything,
    /// Every value a bare number or percentage.
    Numbers,
    /// Every value a number with a percent sign.
    Percentages,
    /// Most values a bare number or percentage.
    MostlyNumbers,
    /// There are values, and most are codes of programmes.
    Codes,
    /// Every value a yes or no, or the words strategic and ordinary.
    YesOrNo,
    /// Not the states of a workflow (proposto, approvato, concluso): they are not outcomes.
    NoWorkflow,
    /// Numbers that add up to 100: weights; scores do so by chance only.
    SumOfHundred,
}

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

/// The words a heading may contain besides those that decide.
const FILLERS: &[&str] = &[
    "di",
    "del",
    "della",
    "dell",
    "dei",
    "degli",
    "delle",
    "dello",
    "d",
    "da",
    "dal",
    "dalla",
    "a",
    "ai",
    "al",
    "alla",
    "alle",
    "il",
    "lo",
    "la",
    "i",
    "le",
    "gli",
    "l",
    "e",
    "ed",
    "in",
    "nel",
    "per",
    "con",
    "su",
    "o",
    "ob",
    "eventuale",
    "eventuali",
    "fini",
    "valutazione",
    "assegnato",
    "anno",
    "annuale",
    "annuali",
    "esercizio",
    "finale",
    "sintetica",
    "breve",
    "spl",
    "p",
    "po",
    "eq",
    "servizio",
    "servizi",
    "settore",
    "obiettivo",
    "obiettivi",
    "operativo",
    "operativi",
    "performance",
    "output",
    "outcome",
    "risultato",
    "risultati",
    "efficacia",
    "efficienza",
    "gestionale",
    "coinvolto",
    "coinvolti",
    "coinvolte",
    "valore",
    "dirigenti",
    "realizzazione",
    "raggiungimento",
    "conseguimento",
    "note",
];

/// What a heading's words say. `words` are alternatives per place, all of which must be found: `a|b c` is "a or b,
/// and c". A star ends a word that may go on, `^` begins the first word, `!` forbids a word, `%` is the percent sign.
struct Entry {
    words: &'static str,
    may_be: &'static [Candidate],
}

const fn may(field: Field, strength: u8, needs: Needs) -> Candidate {
    Candidate { field, strength, needs }
}

const fn is(field: Field, strength: u8) -> Candidate {
    may(field, strength, Needs::Anything)
}

use Field::*;

/// A text about the outcome, unless all its values are numbers: then they are the degree.
const OUTCOME_UNLESS_NUMBERS: &[Candidate] = &[may(Degree, 6, Needs::Numbers), is(Outcome, 8)];
/// A degree, unless its values are words.
const DEGREE_UNLESS_WORDS: &[Candidate] =
    &[may(Degree, 8, Needs::MostlyNumbers), is(Outcome, 5), is(Degree, 1)];
/// A number beside an expected one, or else a text about the outcome.
const ACTUAL_OR_OUTCOME: &[Candidate] = &[
    may(Degree, 3, Needs::Percentages),
    may(Actual, 6, Needs::MostlyNumbers),
    is(Outcome, 6),
    is(Actual, 5),
];
const PROGRAMME_OR_CODE: &[Candidate] = &[may(Code, 7, Needs::Codes), is(Programme, 7)];

/// In the order in which they are tried: the first that fits decides.
const ENTRIES: &[Entry] = &[
    Entry {
        words: "%|grado|percentual* personale|dipendent*|staff !peso !obiettivo",
        may_be: &[is(StaffPercent, 9)],
    },
    Entry { words: "peso|pesi|pesatura|ponderazione !indicator*", may_be: &[is(Weight, 9)] },
    Entry { words: "punteggio|punti|score|pond|ponderat*", may_be: &[may(Weight, 3, Needs::SumOfHundred)] },
    Entry { words: "scadenz*", may_be: &[is(Deadline, 9)] },
    Entry { words: "data fine|termine|prevista|conclusione|ultimazione", may_be: &[is(Deadline, 8)] },
    Entry { words: "tempi|tempistic*|^termine|^termini|^entro !rispett*", may_be: &[is(Deadline, 7)] },
    Entry {
        words: "target|attes*|previst*|preventivo !spesa !spese !risors* !budget !costo !costi !import* !stanziament*",
        may_be: &[is(Expected, 8)],
    },
    Entry { words: "valore obiettivo", may_be: &[is(Expected, 8)] },
    Entry { words: "performance realizzata|conseguita|effettiva", may_be: &[is(Actual, 8)] },
    Entry {
        words: "valore rendiconto|consuntivo|realizzat*|raggiunt*|conseguit*|ottenut*|effettiv*|finale|rilevat*",
        may_be: &[is(Actual, 8)],
    },
    Entry { words: "valoreinrendiconto|valoreconsuntivo", may_be: &[is(Actual, 8)] },
    Entry { words: "ottenuto|ottenuti", may_be: &[is(Actual, 7)] },
    Entry { words: "valoreprevisto|valoreatteso|valoreobiettivo|valoretarget", may_be: &[is(Expected, 8)] },
    Entry {
        words: "%|percentual* ragg|raggiungimento|raggiunt*|realizzazione|realizzat*|pura|conseguimento|attuazione|avanzamento|completamento",
        may_be: DEGREE_UNLESS_WORDS,
    },
    Entry { words: "stato attuazione|avanzamento|realizzazione", may_be: OUTCOME_UNLESS_NUMBERS },
    Entry { words: "avanzamento", may_be: DEGREE_UNLESS_WORDS },
    Entry {
        words: "grado|livello realizzazione|raggiungimento|conseguimento|attuazione",
        may_be: OUTCOME_UNLESS_NUMBERS,
    },
    Entry { words: "indicator*|kpi !peso|pesi !%", may_be: &[is(Indicator, 8)] },
    Entry { words: "^finalita*|^scopo", may_be: &[is(Purpose, 9)] },
    Entry { words: "descrizione finalita*", may_be: &[is(Purpose, 8)] },
    Entry { words: "centro responsabilita|costo", may_be: &[is(Office, 6)] },
    Entry {
        words: "^altri|^altre|^soggetti|^personale|^collaborator*|^dipendent*|^aree coinvolt*",
        may_be: &[is(Support, 7)],
    },
    Entry {
        words: "^personale|^collaborator*|^dipendent*|^partecipant*|^supporto",
        may_be: &[is(Support, 8)],
    },
    Entry { words: "risorse umane", may_be: &[is(Support, 5)] },
    Entry { words: "gruppo lavoro", may_be: &[is(Support, 5)] },
    Entry { words: "coinvolt*", may_be: &[is(Support, 5)] },
    Entry {
        words: "^settor*|^dipartiment*|^area|^aree|^ufficio|^uffici|^servizio|^struttura|^direzione|^unita|^cdc|^cdr !misura",
        may_be: &[is(Office, 7)],
    },
    Entry { words: "organizzativa unita|struttura|area", may_be: &[is(Office, 6)] },
    Entry { words: "responsabil*", may_be: &[is(Responsible, 9)] },
    Entry { words: "^dirigent*|^titolare|^assegnatari*", may_be: &[is(Responsible, 8)] },
    Entry { words: "^referent*", may_be: &[is(Responsible, 6)] },
    Entry { words: "missione|missioni programm*", may_be: PROGRAMME_OR_CODE },
    Entry { words: "missione|missioni", may_be: &[is(Mission, 7)] },
    Entry { words: "programma|programmi", may_be: PROGRAMME_OR_CODE },
    Entry { words: "obiettivo|obiettivi n|nr|num|numero|cod|codice|id", may_be: &[is(Code, 8)] },
    Entry {
        words: "^obiettiv* operativ*|gestional*|esecutiv*|specific*|annual*",
        may_be: &[may(Strategic, 9, Needs::YesOrNo), is(Objective, 9)],
    },
    Entry { words: "^obiettiv* strategic*", may_be: &[may(Strategic, 9, Needs::YesOrNo), is(Objective, 5)] },
    Entry { words: "^strategic*", may_be: &[may(Strategic, 8, Needs::YesOrNo)] },
    Entry { words: "^tipo|^tipologia|^natura", may_be: &[may(Strategic, 6, Needs::YesOrNo)] },
    Entry { words: "^descrizione obiettiv*", may_be: &[is(Objective, 6), is(Purpose, 4)] },
    Entry {
        words: "^descrizione|^titolo|^denominazione|^nome progett*|attivita|intervent*|azion*",
        may_be: &[is(Objective, 5), is(Purpose, 3)],
    },
    Entry {
        words: "^obiettivo|^obiettivi !raggiunt* !realizzat* !sospes*",
        may_be: &[may(Code, 2, Needs::Codes), may(Strategic, 1, Needs::YesOrNo), is(Objective, 8)],
    },
    Entry { words: "^titolo|^denominazione|^oggetto", may_be: &[is(Objective, 4), is(Purpose, 2)] },
    Entry { words: "^descrizione|^descr", may_be: &[is(Objective, 3), is(Purpose, 2)] },
    Entry { words: "^progetto|^progetti", may_be: &[is(Objective, 2)] },
    Entry {
        words: "risultato|risultati conseguit*|raggiunt*|ottenut*|realizzat*",
        may_be: ACTUAL_OR_OUTCOME,
    },
    Entry { words: "consuntivo|consuntivazione", may_be: ACTUAL_OR_OUTCOME },
    Entry { words: "rendicontazione|rendiconto", may_be: &[is(Outcome, 7)] },
    Entry { words: "^esito|^esiti", may_be: &[may(Degree, 4, Needs::Numbers), is(Outcome, 7)] },
    Entry { words: "report|^relazione", may_be: &[is(Outcome, 4)] },
    Entry { words: "^risultato|^risultati", may_be: &[may(Degree, 3, Needs::Percentages), is(Outcome, 5)] },
    Entry { words: "^stato", may_be: &[may(Outcome, 3, Needs::NoWorkflow)] },
    Entry { words: "^raggiungimento|^realizzazione|^grado", may_be: OUTCOME_UNLESS_NUMBERS },
    Entry { words: "^percentuale|^%", may_be: &[may(Degree, 4, Needs::MostlyNumbers)] },
    Entry { words: "^codice|^cod|^codici|^rif|^riferiment*|^id", may_be: &[is(Code, 8)] },
    Entry { words: "^n|^nr|^num|^numero|^progr", may_be: &[is(Code, 3)] },
];

/// The headings to name to a person who asks which are known, one for each field.
pub const KNOWN: &[&str] = &[
    "Codice",
    "Missione",
    "Programma",
    "Obiettivo",
    "Finalità",
    "Responsabile",
    "Personale di supporto",
    "Settore",
    "2021",
    "Indicatore",
    "Target",
    "Consuntivo",
    "Grado di realizzazione",
    "% di raggiungimento",
    "Peso",
    "Scadenza",
];

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
        || word.bytes().all(|b| b.is_ascii_digit())
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
            // "Indicatore 1", "Indicatore 2".
            let is_number = || word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
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
