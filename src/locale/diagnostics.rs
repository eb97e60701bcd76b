// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is said of how a file was read: what was found, how it was taken or that it was left, what to do.
//!
//! Never here: the place; whoever shows a diagnostic shows it beside the words.

use crate::import::{DiagnosticKind, Field};

use super::Language;

/// One sentence or two on a diagnostic.
pub fn diagnostic(kind: &DiagnosticKind, language: Language) -> String {
    let quote = |text: &str| language.pick(format!("«{text}»"), format!("“{text}”"));
    let times = |count: u32| match count {
        1 => language.pick("una volta".to_owned(), "once".to_owned()),
        n => {
            let n = language.number(f64::from(n), 0);
            language.pick(format!("{n} volte"), format!("{n} times"))
        }
    };
    let objectives = |count: u32| match count {
        1 => language.pick("un obiettivo".to_owned(), "one objective".to_owned()),
        n => {
            let n = language.number(f64::from(n), 0);
            language.pick(format!("{n} obiettivi"), format!("{n} objectives"))
        }
    };
    match kind {
        DiagnosticKind::CodeReadAs { written, read } => {
            let written = quote(written);
            language.pick(
                format!("Il codice {written} è stato letto come {read}: controllare che sia questo."),
                format!("The code {written} was read as {read}: check that this is meant."),
            )
        }
        DiagnosticKind::ValueNotRead { field: of, written } => {
            let (of, written) = (field(*of, language), quote(written));
            language.pick(
                format!("{of}: {written} non si può leggere come tale. Resta scritto, ma fuori dai calcoli."),
                format!("{of}: {written} cannot be read as one. It is kept as written, outside the figures."),
            )
        }
        DiagnosticKind::ValueStatesNothing { field: of, written } => {
            let (of, written) = (field(*of, language), quote(written));
            language.pick(
                format!("{of}: {written} vuol dire che il dato non c’è. Resta sconosciuto."),
                format!("{of}: {written} says that there is no value. It stays unknown."),
            )
        }
        DiagnosticKind::EncodingAssumed { encoding } => {
            let name = encoding.name();
            language.pick(
                format!(
                    "Il file non dice con quale codifica è scritto: è stato letto come {name}. Se le lettere accentate \
                     sono sbagliate, salvarlo in UTF-8."
                ),
                format!(
                    "The file does not say in which encoding it is written: it was read as {name}. If accented letters \
                     are wrong, save it as UTF-8."
                ),
            )
        }
        DiagnosticKind::Undecodable { count } => {
            let times = times(*count);
            language.pick(
                format!("Un carattere illeggibile ({times}): al suo posto c’è il segno \u{fffd}, o la sequenza com’è scritta."),
                format!("An unreadable character ({times}): the sign \u{fffd}, or the sequence as written, stands in its place."),
            )
        }
        DiagnosticKind::InvisibleMarks { count } => {
            let times = times(*count);
            language.pick(
                format!(
                    "Nei testi ci sono caratteri invisibili ({times}), che possono anche invertire il verso della \
                     scrittura. Restano come sono, senza effetto sul resto della pagina."
                ),
                format!(
                    "There are invisible characters in the texts ({times}), some of which may turn the direction of \
                     writing. They are kept, without effect on the rest of the page."
                ),
            )
        }
        DiagnosticKind::ObjectiveWithoutText => language
            .pick(
                "L’obiettivo non ha un testo che dica che cosa si vuole raggiungere. È contato comunque.",
                "The objective has no text that says what is to be achieved. It is counted all the same.",
            )
            .to_owned(),
        DiagnosticKind::DuplicateObjective { first } => language.pick(
            format!(
                "Codice, testo e finalità sono quelli dell’obiettivo {first}: se è una copia, toglierla, perché sono \
                 contati entrambi."
            ),
            format!(
                "Code, text and purpose are those of objective {first}: if this is a copy, remove it, for both are \
                 counted."
            ),
        ),
        DiagnosticKind::DuplicateCode { code, count } => {
            let (code, objectives) = (quote(code), objectives(*count));
            language.pick(
                format!("Lo stesso codice {code} è di {objectives}."),
                format!("The same code {code} is that of {objectives}."),
            )
        }
        DiagnosticKind::CodeNotOfficial { code, count } => {
            let objectives = objectives(*count);
            language.pick(
                format!(
                    "Il codice {code} non è nell’elenco delle missioni e dei programmi di quell’anno (D.Lgs. 118/2011): \
                     resta com’è scritto, in {objectives}."
                ),
                format!(
                    "The code {code} is not in that year’s list of missions and programmes (D.Lgs. 118/2011): it stays \
                     as written, in {objectives}."
                ),
            )
        }
        DiagnosticKind::CodeUnlikeMission { programme, mission } => language.pick(
            format!("Il programma {programme} non è della missione {mission} indicata accanto: restano entrambi."),
            format!("Programme {programme} does not belong to mission {mission} stated beside it: both stay."),
        ),
        DiagnosticKind::MissionFromName { name, code } => {
            let name = quote(name);
            language.pick(
                format!("La missione {name} è scritta senza codice: dal nome è la {code}."),
                format!("Mission {name} is written without a code: by its name it is {code}."),
            )
        }
        DiagnosticKind::UnknownKey { name, count } => {
            let (name, times) = (quote(name), times(*count));
            language.pick(
                format!("La chiave {name} ({times}) non è prevista: i suoi valori sono conservati come sono."),
                format!("The key {name} ({times}) is not one of the format: its values are kept as they are."),
            )
        }
        DiagnosticKind::DuplicateKey { name, count } => {
            let (name, times) = (quote(name), times(*count));
            language.pick(
                format!(
                    "La chiave {name} ripete un dato già presente ({times}): vale il primo, gli altri sono conservati."
                ),
                format!("The key {name} repeats a value that is there already ({times}): the first counts, the others are kept."),
            )
        }
        DiagnosticKind::NotARecord { written } => {
            let written = quote(written);
            language.pick(
                format!("Nell’elenco degli obiettivi c’è {written}, che non è un obiettivo: è conservato a parte."),
                format!("In the list of objectives is {written}, which is no objective: it is kept apart."),
            )
        }
        DiagnosticKind::OtherFormat { found } => {
            let found = quote(found);
            language.pick(
                format!("Il file dichiara il formato {found}: gli obiettivi sono stati letti lo stesso."),
                format!("The file says that its format is {found}: its objectives were read all the same."),
            )
        }
    }
}

/// The name of a field.
pub fn field(field: Field, language: Language) -> &'static str {
    let (it, en) = match field {
        Field::Code => ("Codice", "Code"),
        Field::Mission => ("Missione", "Mission"),
        Field::Programme => ("Programma", "Programme"),
        Field::Strategic => ("Strategico", "Strategic"),
        Field::Objective => ("Obiettivo", "Objective"),
        Field::Purpose => ("Finalità", "Purpose"),
        Field::Responsible => ("Responsabile", "Responsible"),
        Field::Support => ("Personale di supporto", "Support"),
        Field::Office => ("Ufficio", "Office"),
        Field::Planned => ("Anni previsti", "Planned years"),
        Field::Indicator => ("Indicatore", "Indicator"),
        Field::Expected => ("Valore atteso", "Expected value"),
        Field::Actual => ("Valore realizzato", "Actual value"),
        Field::Outcome => ("Esito", "Outcome"),
        Field::Degree => ("Grado di realizzazione", "Degree of achievement"),
        Field::StaffPercent => ("Percentuale del personale", "Staff percentage"),
        Field::Weight => ("Peso", "Weight"),
        Field::Deadline => ("Scadenza", "Deadline"),
        Field::Title => ("Titolo", "Title"),
        Field::Body => ("Ente", "Body"),
        Field::Year => ("Anno", "Year"),
        Field::Kind => ("Tipo di documento", "Kind of document"),
        Field::State => ("Stato del documento", "State of the document"),
        Field::Method => ("Metodo", "Method"),
    };
    language.pick(it, en)
}
