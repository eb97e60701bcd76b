// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the panel of people and offices.
//!
//! Never here: a word that compares people with each other.

use super::Language;
use crate::reading::people::Reason;

/// The words of the panel in one language.
#[allow(missing_docs)]
pub struct PeopleWords {
    pub title: &'static str,
    pub hint: &'static str,
    pub order: &'static str,
    pub by_name: &'static str,
    pub as_in_plan: &'static str,
    pub group: &'static str,
    pub support_line: fn(u32, u32) -> String,
    pub also_written: &'static str,
    pub split: &'static str,
    pub maybe_same: fn(usize) -> String,
    pub maybe_same_hint: &'static str,
    pub more: fn(usize) -> String,
    pub same: &'static str,
    pub different: &'static str,
    pub merged: fn(&str, &str) -> String,
    pub kept_apart: fn(&str, &str) -> String,
    pub parted: fn(&str) -> String,
}

/// The words in a language.
pub fn people(language: Language) -> &'static PeopleWords {
    language.pick(&IT, &EN)
}

/// Why two names are likely one person's.
pub fn reason(reason: Reason, language: Language) -> &'static str {
    let (italian, english) = match reason {
        Reason::Case => ("cambiano solo le maiuscole", "only the capitals differ"),
        Reason::Accents => {
            ("cambiano solo accenti, apostrofi o spazi", "only accents, apostrophes or spaces differ")
        }
        Reason::Order => ("il cognome è scritto prima del nome", "the surname is written first"),
        Reason::Spelling => ("cambia una lettera", "one letter differs"),
        Reason::FurtherName => ("c’è un nome in più", "there is a further given name"),
        Reason::FurtherNameAndSpelling => (
            "c’è un nome in più e cambia una lettera",
            "there is a further given name, and one letter differs",
        ),
        Reason::Initials => (
            "le iniziali corrispondono, e a nessun altro nome del documento",
            "the initials fit, and those of no other name in the document",
        ),
        Reason::SurnameAlone => (
            "è il solo cognome, che nel documento ha una persona sola",
            "it is the surname alone, and only one person in the document has it",
        ),
    };
    language.pick(italian, english)
}

static IT: PeopleWords = PeopleWords {
    title: "Persone e uffici",
    hint: "Di quali obiettivi rispondono, e a quali lavorano come supporto. Un obiettivo con più responsabili conta per ciascuno. Mai in ordine di risultato.",
    order: "Ordine",
    by_name: "Per nome",
    as_in_plan: "Come nel documento",
    group: "ufficio o gruppo",
    support_line: |achieved, of| {
        format!("di supporto: {achieved} {} su {of}", if achieved == 1 { "raggiunto" } else { "raggiunti" })
    },
    also_written: "scritto anche:",
    split: "Separa di nuovo",
    maybe_same: |n| {
        if n == 1 {
            "Forse la stessa persona: 1 caso".into()
        } else {
            format!("Forse la stessa persona: {n} casi")
        }
    },
    maybe_same_hint: "Finché non lo dici tu, ogni nome conta per sé. La scelta si annulla con un clic e si salva con il piano.",
    more: |n| format!("e altri {n}"),
    same: "Stessa persona",
    different: "Persone diverse",
    merged: |a, b| format!("«{a}» e «{b}» sono la stessa persona"),
    kept_apart: |a, b| format!("«{a}» e «{b}» sono persone diverse"),
    parted: |name| format!("i nomi di «{name}» separati"),
};

static EN: PeopleWords = PeopleWords {
    title: "People and offices",
    hint: "Which objectives they answer for, and which they work on as support. An objective with several responsible people counts for each. Never in order of result.",
    order: "Order",
    by_name: "By name",
    as_in_plan: "As in the document",
    group: "office or group",
    support_line: |achieved, of| format!("as support: {achieved} achieved of {of}"),
    also_written: "also written:",
    split: "Split again",
    maybe_same: |n| {
        if n == 1 {
            "Perhaps the same person: 1 case".into()
        } else {
            format!("Perhaps the same person: {n} cases")
        }
    },
    maybe_same_hint: "Until you say so, each name counts by itself. The choice is undone with one click, and saved with the plan.",
    more: |n| format!("and {n} more"),
    same: "Same person",
    different: "Different people",
    merged: |a, b| format!("“{a}” and “{b}” are the same person"),
    kept_apart: |a, b| format!("“{a}” and “{b}” are different people"),
    parted: |name| format!("the names of “{name}” split"),
};
