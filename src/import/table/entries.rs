// SPDX-License-Identifier: AGPL-3.0-or-later
//! The headings that published plans give their columns, and what each may be: a table, to be read and added to.
//!
//! Never here: how a heading is taken apart (see `vocabulary`), and how its values decide (see `columns`).

use crate::import::Field;

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

/// The words a heading may contain besides those that decide.
pub(super) const FILLERS: &[&str] = &[
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
    "organizzativa",
    "realizzazione",
    "raggiungimento",
    "conseguimento",
    "note",
];

/// What a heading's words say. `words` are alternatives per place, all of which must be found: `a|b c` is "a or b,
/// and c". A star ends a word that may go on, `^` begins the first word, `!` forbids a word, `%` is the percent sign.
pub(super) struct Entry {
    pub words: &'static str,
    pub may_be: &'static [Candidate],
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
pub(super) const ACTUAL_OR_OUTCOME: &[Candidate] = &[
    may(Degree, 3, Needs::Percentages),
    may(Actual, 6, Needs::MostlyNumbers),
    is(Outcome, 6),
    is(Actual, 5),
];
pub(super) const PROGRAMME_OR_CODE: &[Candidate] = &[may(Code, 7, Needs::Codes), is(Programme, 7)];

/// In the order in which they are tried: the first that fits decides.
pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        words: "%|grado|percentual* personale|dipendent*|staff !peso !obiettivo",
        may_be: &[is(StaffPercent, 9)],
    },
    Entry { words: "peso|pesi|pesatura|ponderazione indicator*|kpi", may_be: &[is(IndicatorWeight, 9)] },
    Entry { words: "peso|pesi|pesatura|ponderazione", may_be: &[is(Weight, 9)] },
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
