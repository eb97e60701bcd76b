// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is said of how a file was read: what was found, how it was taken or that it was left, what to do.
//!
//! Never here: the place; whoever shows a diagnostic shows it beside the words.

use crate::import::{ColumnFound, DiagnosticKind, Field, YearSource};

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
    let say = |italian: String, english: String| language.pick(italian, english);
    let plain = |italian: &str, english: &str| language.pick(italian, english).to_owned();
    match kind {
        DiagnosticKind::LinkTidied(tidied) => (super::link::link(language).tidied)(tidied),
        DiagnosticKind::CodeReadAs { written, read } => {
            let written = quote(written);
            language.pick(
                format!("Il codice {written} è stato letto come {read}: controlla che sia questo."),
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

        // -- Tables --
        DiagnosticKind::HeadingsRead { separator, columns } => {
            let (sign, columns) = (separator_name(*separator, language), mapping(columns, language));
            say(
                format!("Riga di intestazione; le celle sono separate da {sign}. {columns}."),
                format!("Heading row; cells are separated by {sign}. {columns}."),
            )
        }
        DiagnosticKind::HeadingsRepeated { line } => say(
            format!("La riga di intestazione è la stessa della riga {line}."),
            format!("The heading row is the same as that of line {line}."),
        ),
        DiagnosticKind::HeadingsContinued { line } => say(
            format!("Qui la tabella continua senza intestazione: vale quella della riga {line}."),
            format!("The table goes on here without headings: those of line {line} hold."),
        ),
        DiagnosticKind::HeadingsAssumed { line } => say(
            format!(
                "Da qui le righe hanno tante celle quante l’intestazione della riga {line}, non quella più vicina: sono \
                 state lette con quella. Controlla che le colonne siano giuste."
            ),
            format!(
                "From here on rows have as many cells as the headings of line {line}, not as the nearest ones: they were \
                 read by those. Check that the columns are right."
            ),
        ),
        DiagnosticKind::HeadingsAfterRows { line } => say(
            format!(
                "Queste righe vengono prima di ogni intestazione adatta: sono state lette con quella della riga {line}. \
                 Controlla che le colonne siano giuste."
            ),
            format!(
                "These rows come before any headings that fit: they were read by those of line {line}. Check that the \
                 columns are right."
            ),
        ),
        DiagnosticKind::ColumnsGuessed { separator, columns } => {
            let (sign, columns) = (separator_name(*separator, language), mapping(columns, language));
            say(
                format!(
                    "La tabella non ha intestazione: le colonne (separate da {sign}) sono state riconosciute dai valori. \
                     {columns}. Per togliere il dubbio, aggiungere una riga di intestazione."
                ),
                format!(
                    "The table has no headings: its columns (separated by {sign}) were told by their values. {columns}. \
                     To leave no doubt, add a heading row."
                ),
            )
        }
        DiagnosticKind::ColumnByValues { heading, field: of } => {
            let (heading, of) = (quote(heading), field(*of, language));
            say(
                format!("La colonna {heading} è stata letta come «{of}», perché lo dicono i suoi valori."),
                format!("The column {heading} was read as “{of}”, since its values say so."),
            )
        }
        DiagnosticKind::ColumnKept { heading } => {
            let heading = quote(heading);
            say(
                format!("La colonna {heading} non è di quelle note: i suoi valori sono conservati con ogni obiettivo."),
                format!("The column {heading} is not a known one: its values are kept with each objective."),
            )
        }
        DiagnosticKind::MonthsKept => plain(
            "Le colonne dei mesi sono conservate con ogni obiettivo.",
            "The columns of months are kept with each objective.",
        ),
        DiagnosticKind::RuleLine => plain("Una linea di separazione.", "A dividing line."),
        DiagnosticKind::Legend { written, strategic } => {
            let written = quote(&one_line(written));
            match strategic {
                true => say(
                    format!("Legenda: {written}. Gli obiettivi senza il segno sono stati letti come non strategici."),
                    format!("Legend: {written}. Objectives without the sign were read as not strategic."),
                ),
                false => say(format!("Legenda: {written}."), format!("Legend: {written}.")),
            }
        }
        DiagnosticKind::SectionHeading { written } => {
            let written = quote(written);
            say(
                format!("Titolo di una missione o di un programma: {written}."),
                format!("Heading of a mission or programme: {written}."),
            )
        }
        DiagnosticKind::MissionWithoutName { code } => say(
            format!("Il titolo della missione {code} non ne dice il nome: si mostra quello ufficiale."),
            format!("The heading of mission {code} does not give its name: the official one is shown."),
        ),
        DiagnosticKind::DocumentLine { fields, written } => {
            let names: Vec<_> = fields.iter().map(|of| field(*of, language)).collect();
            let (names, written) = (names.join(", "), quote(written));
            say(format!("Dati del documento ({names}): {written}."), format!("Of the document ({names}): {written}."))
        }
        DiagnosticKind::YearTaken { year, from } => match from {
            YearSource::Column => say(
                format!("L’anno del piano è il {year}, quello dell’unica colonna che ha un anno."),
                format!("The year of the plan is {year}, that of the only column with a year."),
            ),
            YearSource::Heading => say(
                format!("Nessuna riga dice l’anno del piano: {year} viene dalle intestazioni delle colonne. Controllalo."),
                format!("No line gives the year of the plan: {year} comes from the headings of columns. Check it."),
            ),
            YearSource::FileName => say(
                format!("Nessuna riga dice l’anno del piano: {year} viene dal nome del file. Controllalo."),
                format!("No line gives the year of the plan: {year} comes from the name of the file. Check it."),
            ),
        },
        DiagnosticKind::TotalLeft { written } => {
            let written = quote(&one_line(written));
            say(
                format!("Una riga di totali, che non è un obiettivo: {written}."),
                format!("A row of totals, which is no objective: {written}."),
            )
        }
        DiagnosticKind::TextLeft { written } => {
            let written = quote(written);
            say(
                format!("Un testo fuori dalle tabelle, non letto come obiettivo: {written}."),
                format!("A text outside the tables, not read as an objective: {written}."),
            )
        }
        DiagnosticKind::CardLeft { written } => {
            let written = quote(&one_line(written));
            say(
                format!("Un’etichetta con il suo valore, fuori dalle tabelle: {written}. Le schede non sono lette."),
                format!("A label with its value, outside the tables: {written}. Cards are not read."),
            )
        }
        DiagnosticKind::RowLeft { written } => {
            let written = quote(&one_line(written));
            say(
                format!("Una riga che non si adatta alla tabella, non letta come obiettivo: {written}."),
                format!("A row that does not fit the table, not read as an objective: {written}."),
            )
        }
        DiagnosticKind::RowBroken { lines, sure } => {
            let check = if *sure { "" } else { language.pick(" Controlla.", " Check it.") };
            say(
                format!("La riga è spezzata su {lines} righe del testo: è stata ricomposta.{check}"),
                format!("The row is broken over {lines} lines of the text: it was put together.{check}"),
            )
        }
        DiagnosticKind::ObjectiveLikeHeading => plain(
            "Il testo dell’obiettivo sembra un titolo o un totale. È contato come obiettivo: se non lo è, togli la riga.",
            "The text of the objective looks like a heading or a total. It is counted: if it is no objective, remove the \
             row.",
        ),
        DiagnosticKind::RowJoinedAbove => plain(
            "La riga non ha né codice né obiettivo: è stata letta come parte dell’obiettivo che la precede.",
            "The row has neither a code nor an objective: it was read as a part of the objective above.",
        ),
        DiagnosticKind::CellsMissing { found, expected } => say(
            format!("La riga ha {found} celle e la tabella {expected} colonne: le ultime sono state lette come vuote."),
            format!("The row has {found} cells and the table {expected} columns: the last ones were read as empty."),
        ),
        DiagnosticKind::CellsExtra { found, expected } => say(
            format!("La riga ha {found} celle e la tabella {expected} colonne: le ultime sono conservate a parte."),
            format!("The row has {found} cells and the table {expected} columns: the last ones are kept apart."),
        ),
        DiagnosticKind::CodeFromAbove { code } => {
            let code = quote(code);
            say(
                format!("La cella del codice è vuota, come nelle celle unite: vale {code}, della riga che precede."),
                format!("The cell of the code is empty, as in merged cells: {code} of the row above holds."),
            )
        }
        DiagnosticKind::ValuesDiffer { field: of, written, unknown } => {
            let (of, written) = (field(*of, language), quote(written));
            match unknown {
                true => say(
                    format!(
                        "{of}: {written} è diverso da un’altra riga dello stesso obiettivo, e nessuno dei due vale per \
                         tutto l’obiettivo. Il dato resta sconosciuto, i valori sono conservati."
                    ),
                    format!(
                        "{of}: {written} differs from another row of the same objective, and neither stands for the \
                         whole of it. It stays unknown, and the values are kept."
                    ),
                ),
                false => say(
                    format!("{of}: {written} contraddice un altro dato dello stesso obiettivo, che vale. È conservato."),
                    format!("{of}: {written} contradicts another value of the same objective, which holds. It is kept."),
                ),
            }
        }
        DiagnosticKind::MissionDiffers { by_code, stated } => say(
            format!("Il codice è della missione {by_code}, ma la riga sta sotto la missione {stated}: vale il codice."),
            format!("The code is of mission {by_code}, but the row stands under mission {stated}: the code holds."),
        ),
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
        Field::IndicatorWeight => ("Peso dell’indicatore", "Weight of the indicator"),
        Field::Outcome => ("Esito", "Outcome"),
        Field::Degree => ("Grado di realizzazione", "Degree of achievement"),
        Field::StaffPercent => ("Percentuale del personale", "Staff percentage"),
        Field::StandInDegree => {
            ("Grado dalla percentuale del personale", "Degree that a staff percentage stands in for")
        }
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

/// A row as one line, its cells apart.
pub(super) fn one_line(written: &str) -> String {
    written.split(['\n', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn separator_name(separator: u8, language: Language) -> String {
    match separator {
        b'\t' => language.pick("tabulazioni", "tabs").to_owned(),
        sign => {
            let sign = char::from(sign);
            language.pick(format!("«{sign}»"), format!("“{sign}”"))
        }
    }
}

/// Which column is what: `«PROGRAMMI»: Codice; «Colore»: conservata`.
fn mapping(columns: &[ColumnFound], language: Language) -> String {
    let one = |(index, column): (usize, &ColumnFound)| {
        let number = index + 1;
        let heading = match column.heading.as_str() {
            "" => language.pick(format!("colonna {number}"), format!("column {number}")),
            heading => language.pick(format!("«{heading}»"), format!("“{heading}”")),
        };
        let what = match (column.field, column.year) {
            (Some(Field::Planned), Some(year)) => format!("{} ({year})", field(Field::Planned, language)),
            (Some(of), _) => field(of, language).to_owned(),
            (None, _) => language.pick("conservata", "kept").to_owned(),
        };
        format!("{heading}: {what}")
    };
    columns.iter().enumerate().map(one).collect::<Vec<_>>().join("; ")
}
