// SPDX-License-Identifier: AGPL-3.0-or-later
//! The downloads `open-data-csv` and `open-data-csv-metadata`: the whole plan without names, a row for each objective, for
//! publication; and what its columns are, for programs (W3C, Metadata Vocabulary for Tabular Data).
//!
//! Written as the standards have it, not as a spreadsheet here opens it (RFC 4180: commas, no mark at the start; decimal
//! points; ISO 8601 dates): that is `objectives_csv`. What the columns hold is told to people in `docs/open-data.md`. Never
//! here: a name, a staff percentage but as the degree that it stands in for, a selection: what is published is all of it.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::csv::Csv;
use super::pretty;
use crate::chart::Names;
use crate::document::Document;
use crate::plan::{DocumentKind, Indicator, Mission, Objective, Programme};
use crate::reading::{Achievement, Date, ObjectiveReading, ReadFrom};
use crate::statistics::last_deadline;

/// A column: its name, what its values are, and what it holds, in Italian and in English.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its head.
    pub name: &'static str,
    /// The type of its values in XML Schema.
    pub datatype: &'static str,
    /// Whether a cell may hold several, with `|` between.
    pub is_list: bool,
    /// In Italian and in English.
    pub about: [&'static str; 2],
}

const fn column(
    name: &'static str,
    datatype: &'static str,
    italian: &'static str,
    english: &'static str,
) -> Column {
    Column { name, datatype, is_list: false, about: [italian, english] }
}

const fn list(column: Column) -> Column {
    Column { is_list: true, ..column }
}

/// The columns.
#[rustfmt::skip]
pub const COLUMNS: [Column; 30] = [
    column("body", "string", "L’ente che ha adottato il documento.", "The body that adopted the document."),
    column("title", "string", "Il titolo del documento.", "The title of the document."),
    column("year", "gYear", "L’anno che il documento programma o rendiconta.", "The year that the document plans or reports."),
    column("document_kind", "string", "Il tipo di documento: peg, pdo, performance_plan, piao, performance_report, o come è scritto.", "The kind of document: peg, pdo, performance_plan, piao, performance_report, or as written."),
    column("document_state", "string", "Lo stato del documento: draft (bozza), approved (approvato), validated (validato).", "The state of the document: draft, approved, validated."),
    column("n", "integer", "Il numero dell’obiettivo nel documento, da 1.", "The number of the objective in the document, from 1."),
    column("code", "string", "Il codice dell’obiettivo come è scritto nel documento.", "The code of the objective as the document writes it."),
    column("mission", "string", "Il codice della missione (D.Lgs. 118/2011), oppure il suo nome se il documento non ne scrive il codice.", "The code of the mission (D.Lgs. 118/2011), or its name where the document writes no code."),
    column("mission_name", "string", "Il nome della missione nel documento, altrimenti quello dell’elenco ufficiale dell’anno.", "The name of the mission in the document, else that of the official list of the year."),
    column("programme", "string", "Il codice del programma, come 04.06, oppure il suo nome.", "The code of the programme, such as 04.06, or its name."),
    column("programme_name", "string", "Il nome del programma, come per la missione.", "The name of the programme, as with the mission."),
    column("strategic", "boolean", "Se l’obiettivo è strategico.", "Whether the objective is strategic."),
    column("objective", "string", "Che cosa si vuole raggiungere.", "What is to be achieved."),
    column("purpose", "string", "La finalità.", "What for."),
    list(column("responsible", "string", "Chi ne risponde: un ruolo e una lettera al posto di ogni nome, gli stessi in tutto il file.", "Who answers for it: a role and a letter in the place of each name, the same all through the file.")),
    column("office", "string", "L’ufficio a cui è assegnato, come è scritto.", "The office that it is assigned to, as written."),
    list(column("planned", "gYear", "Gli anni in cui è previsto.", "The years in which it is planned.")),
    column("is_planned", "boolean", "Se è previsto in almeno uno degli anni del documento; vuota se il documento non lo dice.", "Whether it is planned in any of the document’s years; empty where the document does not say."),
    column("deadline", "string", "La scadenza come è scritta.", "The deadline as written."),
    column("deadline_date", "string", "L’ultima scadenza letta nei testi, in ISO 8601 fin dove è scritta: 2021-12-31, 2021-12 o 2021.", "The last deadline read in the texts, in ISO 8601 as far as it is written: 2021-12-31, 2021-12 or 2021."),
    column("completed_date", "string", "Quando l’esito dice che è stato concluso, in ISO 8601 fin dove è scritto.", "When the outcome says that it was done, in ISO 8601 as far as it is written."),
    column("weight", "decimal", "Il peso dell’obiettivo, nell’unità del documento.", "The weight of the objective, in the unit of the document."),
    list(column("indicators", "string", "Gli indicatori, con i nomi coperti.", "The indicators, with names covered.")),
    list(column("indicators_expected", "string", "Il valore atteso di ciascun indicatore, nello stesso ordine: vuoto dove non è scritto.", "What is expected of each indicator, in the same order: empty where it is not written.")),
    list(column("indicators_actual", "string", "Il valore realizzato di ciascun indicatore, nello stesso ordine: vuoto dove non è scritto.", "What came of each indicator, in the same order: empty where it is not written.")),
    column("status", "string", "Com’è andato: achieved (raggiunto), partially_achieved (in parte), not_achieved (non raggiunto), suspended (sospeso), postponed (rinviato), cancelled (annullato), in_progress (in corso), not_measurable (non misurabile), not_stated (non indicato).", "How it went: achieved, partially_achieved, not_achieved, suspended, postponed, cancelled, in_progress, not_measurable, not_stated."),
    column("degree", "decimal", "Il grado di raggiungimento, in percento da 0 a 100.", "The degree of achievement, in percent from 0 to 100."),
    column("degree_read_from", "string", "Che cosa ha deciso il grado o l’esito: degree column (una colonna), percentage in the outcome text (un numero nel testo), wording (le parole), indicators (gli indicatori), staff percentage (la percentuale del personale, al suo posto), correction (una correzione fatta a mano).", "What decided the degree or the status: degree column, percentage in the outcome text, wording, indicators, staff percentage (which stands in for it), correction (made by hand)."),
    column("counted", "string", "Come il metodo lo conta: as_stated (com’è indicato), as_zero (come non raggiunto, con grado 0), left_out (non conta: va lasciato fuori da medie e totali).", "How the method counts it: as_stated, as_zero (as not achieved, with degree 0), left_out (not at all: to be left out of means and totals)."),
    column("outcome", "string", "L’esito come è scritto, con i nomi coperti.", "The outcome as written, with names covered."),
];

/// Every objective of a document, which is one without names already.
pub fn write(document: &Document) -> String {
    let mut csv = Csv::published(COLUMNS.map(|column| column.name));
    let rows = document.plan.objectives.iter().zip(document.readings.iter()).zip(&document.achievements);
    for (((objective, reading), achievement), n) in rows.zip(1..) {
        of_document(&mut csv, document);
        csv.count(n);
        what_it_says(&mut csv, objective, &*document.names);
        how_it_went(&mut csv, document, objective, reading, achievement);
        csv.end_row();
    }
    csv.finish()
}

/// What is the same in every row, so that files of several years can be put together.
fn of_document(csv: &mut Csv, document: &Document) {
    let header = &document.plan.header;
    csv.stated(header.body.as_deref().unwrap_or_default());
    csv.stated(header.title.as_deref().unwrap_or_default());
    csv.optional_text(header.year.map(|year| year.to_string()).as_deref());
    csv.stated(match &header.kind {
        Some(DocumentKind::Other(written)) => written,
        kind => kind.as_ref().and_then(DocumentKind::code).unwrap_or_default(),
    });
    csv.stated(header.state.map_or("", |state| state.code()));
}

fn what_it_says(csv: &mut Csv, objective: &Objective, names: &dyn Names) {
    let mission = objective.mission.as_ref().map(Mission::key).unwrap_or_default();
    let programme = objective.programme.as_ref().map(Programme::key).unwrap_or_default();
    csv.stated(&objective.code_as_written);
    csv.stated(&mission);
    csv.stated(names.mission(&mission).unwrap_or(&mission));
    csv.stated(&programme);
    csv.stated(names.programme(&programme).unwrap_or(&programme));
    csv.whether(objective.strategic);
    csv.stated(&objective.objective);
    csv.stated(&objective.purpose);
    csv.stated(&listed(objective.responsible.names.iter().map(AsRef::as_ref)));
    csv.stated(&objective.office);
    let planned = objective.planned.iter().flatten().map(ToString::to_string).collect::<Vec<_>>();
    csv.stated(&planned.join("|"));
    csv.whether(objective.planned.as_ref().map(|years| !years.is_empty()));
}

/// Several texts in one cell: the sign between them cannot be in one. Nothing where all are empty.
fn listed<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let texts: Vec<_> = texts.map(|text| text.trim().replace('|', "/")).collect();
    if texts.iter().all(String::is_empty) { String::new() } else { texts.join("|") }
}

fn how_it_went(
    csv: &mut Csv,
    document: &Document,
    objective: &Objective,
    reading: &ObjectiveReading,
    achievement: &Achievement,
) {
    let year = document.plan.header.year;
    csv.stated(&objective.deadline);
    csv.stated(
        &last_deadline(reading, year).map(|date| iso(date, Some(date.last_month()))).unwrap_or_default(),
    );
    let completed = reading.outcome.completed.map(|(date, _)| year.map_or(date, |year| date.in_year(year)));
    csv.stated(&completed.map(|date| iso(date, date.month())).unwrap_or_default());
    csv.number(objective.weight.map(|weight| weight.value()));
    let parts: [fn(&Indicator) -> &str; 3] = [|one| &one.text, |one| &one.expected, |one| &one.actual];
    for part in parts {
        csv.stated(&listed(objective.indicators.iter().map(part)));
    }
    csv.stated(achievement.status.code());
    csv.number(achievement.degree.map(|degree| degree.value()));
    csv.stated(achievement.read_from.map_or("", ReadFrom::code));
    csv.stated(achievement.counted.code());
    csv.stated(objective.outcome.trim());
}

/// A date in ISO 8601 as far as it is written; empty where its year is not known.
fn iso(date: Date, month: Option<u8>) -> String {
    let Some(year) = date.year() else { return String::new() };
    match (month.filter(|_| !date.is_whole_year()), date.day()) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        (None, _) => year.to_string(),
    }
}

/// What stands in an address as it is.
const ADDRESS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// What the columns are, for programs. `file` is what the table is called.
pub fn about(document: &Document, file: &str) -> String {
    let header = &document.plan.header;
    let columns =
        COLUMNS.iter().map(|Column { name, datatype, is_list, about: [italian, english] }| ColumnRecord {
            name,
            titles: name,
            datatype,
            separator: is_list.then_some("|"),
            description: [("it", *italian), ("en", *english)]
                .map(|(language, value)| Said { value, language }),
        });
    pretty(&About {
        context: "http://www.w3.org/ns/csvw",
        url: utf8_percent_encode(file, ADDRESS).to_string(),
        title: header.title.as_deref(),
        publisher: header.body.as_deref(),
        dialect: Dialect { encoding: "utf-8", delimiter: ",", header: true, line_terminators: "\r\n" },
        schema: Schema { columns: columns.collect(), primary_key: "n" },
    })
}

#[derive(Serialize)]
struct About<'a> {
    #[serde(rename = "@context")]
    context: &'a str,
    url: String,
    #[serde(rename = "dc:title", skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(rename = "dc:publisher", skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    dialect: Dialect,
    #[serde(rename = "tableSchema")]
    schema: Schema<'a>,
}

#[derive(Serialize)]
struct Dialect {
    encoding: &'static str,
    delimiter: &'static str,
    header: bool,
    #[serde(rename = "lineTerminators")]
    line_terminators: &'static str,
}

#[derive(Serialize)]
struct Schema<'a> {
    columns: Vec<ColumnRecord<'a>>,
    #[serde(rename = "primaryKey")]
    primary_key: &'a str,
}

#[derive(Serialize)]
struct ColumnRecord<'a> {
    name: &'a str,
    titles: &'a str,
    datatype: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    separator: Option<&'a str>,
    #[serde(rename = "dc:description")]
    description: [Said<'a>; 2],
}

#[derive(Serialize)]
struct Said<'a> {
    #[serde(rename = "@value")]
    value: &'a str,
    #[serde(rename = "@language")]
    language: &'a str,
}
