// SPDX-License-Identifier: AGPL-3.0-or-later
//! The keys of the JSON plan and the other names under which each is accepted: the one table that the reader, the
//! writer and the published schema share.
//!
//! Never here: what a value may be. Keys compare by their letters and digits alone, without case and accents, so
//! `Personale di supporto`, `personale_di_supporto` and `personaleDiSupporto` are one.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::import::Field;
use crate::text::skeleton;

/// What a key says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A field of the plan or of an objective.
    Field(Field),
    /// The name of the format.
    Format,
    /// Its version.
    Version,
    /// What the user decided of names.
    People,
    /// How objectives went by the word of the user.
    Corrections,
    /// The findings that the user set aside.
    Dismissed,
    /// The views that the user gave a name.
    Views,
    /// How the plan was looked at when it was saved.
    View,
    /// The list of objectives.
    Objectives,
    /// The list of values that have no field (see [`crate::plan::Kept`]).
    Kept,
}

/// A key: what it says, its name in the format, its other names.
pub type Names = (Key, &'static str, &'static [&'static str]);

/// The keys of the plan itself, in the order in which they are written.
pub const HEADER: [Names; 15] = [
    (Key::Format, "format", &["formato"]),
    (Key::Version, "version", &["versione"]),
    (Key::Field(Field::Title), "title", &["titolo"]),
    (
        Key::Field(Field::Body),
        "body",
        &["ente", "comune", "amministrazione", "municipality", "organization", "organisation"],
    ),
    (Key::Field(Field::Year), "year", &["anno", "esercizio"]),
    (Key::Field(Field::Kind), "kind", &["tipo", "tipo_documento", "documento", "document"]),
    (Key::Field(Field::State), "state", &["stato", "status"]),
    (Key::Field(Field::Method), "method", &["metodo"]),
    (Key::People, "people", &["persone"]),
    (Key::Corrections, "corrections", &[]),
    (Key::Dismissed, "dismissed", &[]),
    (Key::Views, "views", &[]),
    (Key::View, "view", &[]),
    (Key::Kept, "kept", &[]),
    (Key::Objectives, "objectives", &["obiettivi", "goals"]),
];

/// The keys of an objective, in the order in which they are written.
pub const OBJECTIVE: [Names; 20] = [
    (Key::Field(Field::Code), "code", &["codice", "rif", "riferimento", "missione_programma"]),
    (Key::Field(Field::Mission), "mission", &["missione"]),
    (Key::Field(Field::Programme), "programme", &["programma", "program"]),
    (Key::Field(Field::Strategic), "strategic", &["strategico"]),
    (
        Key::Field(Field::Objective),
        "objective",
        &[
            "obiettivo",
            "obiettivo_operativo",
            "obiettivi_operativi",
            "obiettivo_strategico",
            "obiettivo_gestionale",
            "descrizione_obiettivo",
            "descrizione_dell_obiettivo",
            "descrizione",
            "description",
            "titolo",
            "title",
            "goal",
        ],
    ),
    (Key::Field(Field::Purpose), "purpose", &["finalita", "descrizione_finalita", "scopo", "aim"]),
    (
        Key::Field(Field::Responsible),
        "responsible",
        &[
            "responsabile",
            "responsabili",
            "dirigente",
            "referente",
            "referente_gestionale",
            "spl_responsabile",
        ],
    ),
    (
        Key::Field(Field::Support),
        "support",
        &[
            "personale_di_supporto",
            "personale_coinvolto",
            "personale",
            "soggetti_coinvolti",
            "altri_dirigenti_coinvolti",
            "supporto",
            "staff",
        ],
    ),
    (
        Key::Field(Field::Office),
        "office",
        &[
            "ufficio",
            "settore",
            "area",
            "servizio",
            "dipartimento",
            "unita_organizzativa",
            "centro_di_costo",
            "cdc",
            "department",
        ],
    ),
    (
        Key::Field(Field::Planned),
        "years",
        &["anni", "anno", "year", "planned", "planned_years", "annualita", "anni_previsti"],
    ),
    (
        Key::Field(Field::Indicator),
        "indicators",
        &[
            "indicator",
            "indicatori",
            "indicatore",
            "indicatori_di_output",
            "indicatore_di_output",
            "indicatore_di_risultato",
            "indicatore_di_performance",
        ],
    ),
    (Key::Field(Field::Expected), "expected", EXPECTED),
    (
        Key::Field(Field::Actual),
        "actual",
        &["actual_value", "realizzato", "ottenuto", "valore_realizzato", "performance_realizzata"],
    ),
    (
        Key::Field(Field::Outcome),
        "outcome",
        &[
            "esito",
            "risultato",
            "grado_di_realizzazione",
            "grado_di_realizzazione_dell_obiettivo",
            "grado_di_raggiungimento",
            "grado_di_raggiungimento_dell_obiettivo",
            "consuntivo",
            "rendicontazione",
            "note_report",
            "result",
        ],
    ),
    (
        Key::Field(Field::Degree),
        "percent",
        &[
            "percentuale",
            "degree",
            "grado",
            "grado_percentuale",
            "percentuale_di_realizzazione",
            "percentuale_di_raggiungimento",
            "di_ragg",
            "avanzamento",
        ],
    ),
    (
        Key::Field(Field::StaffPercent),
        "staff_percent",
        &[
            "percentuale_personale",
            "percentuale_del_personale",
            "percentuale_di_realizzazione_del_personale_coinvolto",
            "di_realizzazione_del_personale_coinvolto",
        ],
    ),
    (Key::Field(Field::StandInDegree), "stand_in_degree", &[]),
    (Key::Field(Field::Weight), "weight", &["peso", "peso_obiettivo", "peso_percentuale", "pesatura"]),
    (
        Key::Field(Field::Deadline),
        "deadline",
        &["scadenza", "termine", "data_fine", "tempi", "tempi_di_realizzazione"],
    ),
    (Key::Kept, "kept", &[]),
];

/// The keys of an indicator that is a record.
pub const INDICATOR: [Names; 4] = [
    (Key::Field(Field::IndicatorWeight), "weight", &["peso", "peso_indicatore", "pesatura"]),
    (
        Key::Field(Field::Indicator),
        "text",
        &["testo", "indicatore", "indicator", "descrizione", "description", "nome", "name"],
    ),
    (Key::Field(Field::Expected), "expected", EXPECTED),
    (
        Key::Field(Field::Actual),
        "actual",
        &[
            "actual_value",
            "consuntivo",
            "realizzato",
            "ottenuto",
            "valore_realizzato",
            "performance_realizzata",
            "valore_in_rendiconto",
        ],
    ),
];

const EXPECTED: &[&str] = &[
    "expected_value",
    "target",
    "atteso",
    "valore_atteso",
    "performance_attesa",
    "valore_obiettivo",
    "valore_previsto",
];

type Index = FxHashMap<String, Key>;

fn index(names: &[Names]) -> Index {
    let all = |(key, name, aliases): &Names| {
        std::iter::once(*name)
            .chain(aliases.iter().copied())
            .map(|name| (skeleton(name), *key))
            .collect::<Vec<_>>()
    };
    names.iter().flat_map(all).collect()
}

/// What a key of the plan itself says.
pub fn header(key: &str) -> Option<Key> {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| index(&HEADER)).get(&skeleton(key)).copied()
}

/// What a key of an objective says.
pub fn objective(key: &str) -> Option<Key> {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| index(&OBJECTIVE)).get(&skeleton(key)).copied()
}

/// What a key of an indicator says.
pub fn indicator(key: &str) -> Option<Key> {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| index(&INDICATOR)).get(&skeleton(key)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_says_two_things() {
        for names in [&HEADER[..], &OBJECTIVE[..], &INDICATOR[..]] {
            let count: usize = names.iter().map(|(_, _, aliases)| 1 + aliases.len()).sum();
            assert_eq!(index(names).len(), count);
        }
    }

    #[test]
    fn keys_are_known_however_they_are_typed() {
        for key in ["Personale di supporto", "PERSONALE_DI_SUPPORTO", "personaleDiSupporto", "support"] {
            assert_eq!(objective(key), Some(Key::Field(Field::Support)), "{key}");
        }
        assert_eq!(objective("FINALITÀ"), Some(Key::Field(Field::Purpose)));
        assert_eq!(objective("% di ragg."), Some(Key::Field(Field::Degree)));
        assert_eq!(objective("id"), None);
        assert_eq!(header("Anno"), Some(Key::Field(Field::Year)));
    }
}
