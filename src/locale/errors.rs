// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is said when there is no plan in a file: what it looks like it is, where reading stopped, what to do.
//!
//! Never here: blame, or a dead end: every error says what to do next.

use crate::import::table::KNOWN_HEADINGS;
use crate::import::{BinaryKind, ImportError, JsonFault, Missing, ReportFault};
use crate::plan::Place;

use super::Language;
use super::diagnostics::one_line;

/// The words of an error.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ErrorWords {
    /// In one line.
    pub title: String,
    /// What was found, and where.
    pub what: String,
    /// What to do.
    pub todo: String,
    /// A small file that would be read, where one helps.
    pub example: Option<&'static str>,
}

const EXAMPLE_IT: &str = r#"{
  "ente": "Comune di Esempio",
  "anno": 2025,
  "obiettivi": [
    {
      "codice": "01.02 S",
      "obiettivo": "Pubblicare gli atti entro 15 giorni",
      "responsabile": "Anna Rossi",
      "esito": "Obiettivo raggiunto",
      "percentuale": 100
    }
  ]
}"#;

const EXAMPLE_EN: &str = r#"{
  "body": "Comune di Esempio",
  "year": 2025,
  "objectives": [
    {
      "code": "01.02 S",
      "objective": "Publish resolutions within 15 days",
      "responsible": "Anna Rossi",
      "outcome": "Objective achieved",
      "percent": 100
    }
  ]
}"#;

/// Tables are read by the headings that Italian plans have, so the example is the same in both languages.
const TABLE: &str = "Codice\tObiettivo\tResponsabile\tGrado di realizzazione\n01.02 S\tPubblicare gli atti entro 15 giorni\tAnna Rossi\tObiettivo raggiunto";

/// The words of an error in a language.
pub fn import_error(error: &ImportError, language: Language) -> ErrorWords {
    let say = |it: &str, en: &str| language.pick(it, en).to_owned();
    let json_example = Some(language.pick(EXAMPLE_IT, EXAMPLE_EN));
    let table_example = Some(TABLE);
    match error {
        ImportError::Empty => ErrorWords {
            title: say("Il file è vuoto", "The file is empty"),
            what: say("Non contiene testo, o soltanto spazi.", "It holds no text, or only spaces."),
            todo: say(
                "Controlla che il salvataggio sia andato a buon fine, poi apri di nuovo il file.",
                "Check that it was saved properly, then open it again.",
            ),
            example: None,
        },
        ImportError::TooLarge { bytes, limit } => {
            let size = |bytes: u64| language.number(bytes as f64 / f64::from(1 << 20), 1);
            ErrorWords {
                title: say("Il file è troppo grande", "The file is too large"),
                what: language.pick(
                    format!("È di {} MB; se ne possono leggere al massimo {}.", size(*bytes), size(*limit)),
                    format!("It is {} MB; at most {} can be read.", size(*bytes), size(*limit)),
                ),
                todo: say(
                    "Apri un file che contenga solo il piano, oppure dividilo per anno o per settore.",
                    "Open a file that holds the plan alone, or split it by year or by department.",
                ),
                example: None,
            }
        }
        ImportError::Binary(kind) => binary(*kind, language),
        ImportError::Html => ErrorWords {
            title: say("È una pagina web", "This is a web page"),
            what: say(
                "Il file contiene il codice di una pagina HTML, non un piano.",
                "The file holds the code of an HTML page, not a plan.",
            ),
            todo: say(
                "Apri la pagina nel browser, seleziona la tabella degli obiettivi, copiala e incollala qui.",
                "Open the page in the browser, select the table of objectives, copy it and paste it here.",
            ),
            example: None,
        },
        ImportError::Report(fault) => ErrorWords {
            title: match fault {
                ReportFault::Cut => say("Il rapporto è incompleto", "The report is incomplete"),
                ReportFault::Altered => {
                    say("I dati nel rapporto sono cambiati", "The data in the report were changed")
                }
            },
            what: match fault {
                ReportFault::Cut => say(
                    "È un rapporto di Traguardi, ma i dati del piano, che stanno in fondo al file, mancano o sono interrotti.",
                    "It is a report of Traguardi, but the plan’s data, which are at the end of the file, are missing or stop short.",
                ),
                ReportFault::Altered => say(
                    "È un rapporto di Traguardi, ma i dati che contiene non sono più quelli con cui è stato fatto: l’impronta non corrisponde.",
                    "It is a report of Traguardi, but the data in it are no longer those that it was made with: the checksum does not match.",
                ),
            },
            todo: say(
                "Chiedi di nuovo il file a chi l’ha fatto, meglio se in un archivio ZIP; le parole del rapporto si leggono anche così, nel browser.",
                "Get the file again from whoever made it, in a ZIP archive if possible; the words of the report can still be read in the browser.",
            ),
            example: None,
        },
        ImportError::JsonSyntax { place, fault, near } => ErrorWords {
            title: language.pick(
                format!("Il JSON non è valido: {}", at(*place, language)),
                format!("The JSON is not valid: {}", at(*place, language)),
            ),
            what: format!("{} {}", fault_words(*fault, language), near_words(near, language)),
            todo: say(
                "Correggi il file in quel punto e aprilo di nuovo. Un piano scritto bene è fatto così:",
                "Mend the file at that place and open it again. A plan that is well written looks like this:",
            ),
            example: json_example,
        },
        ImportError::JsonCut { place, near } => ErrorWords {
            title: say("Il file è troncato", "The file is cut off"),
            what: language.pick(
                format!(
                    "Il JSON si interrompe alla {}, prima che tutte le parentesi siano chiuse. {}",
                    at(*place, language),
                    near_words(near, language)
                ),
                format!(
                    "The JSON stops at {}, before every bracket is closed. {}",
                    at(*place, language),
                    near_words(near, language)
                ),
            ),
            todo: say(
                "Probabilmente il download o la copia non sono finiti: procurati di nuovo il file intero.",
                "The download or the copy was probably not finished: get the whole file again.",
            ),
            example: None,
        },
        ImportError::JsonTooDeep { place } => ErrorWords {
            title: say("Il JSON è annidato troppo in profondità", "The JSON is nested too deeply"),
            what: language.pick(
                format!(
                    "Alla {} si superano i 128 livelli di parentesi. Un piano ne usa quattro.",
                    at(*place, language)
                ),
                format!(
                    "At {} there are more than 128 levels of brackets. A plan uses four.",
                    at(*place, language)
                ),
            ),
            todo: say("Apri un file con un piano fatto così:", "Open a file with a plan like this:"),
            example: json_example,
        },
        ImportError::OtherJson { missing, keys, format } => ErrorWords {
            title: say("È un JSON, ma non un piano", "This is JSON, but not a plan"),
            what: other_json(*missing, keys, format.as_deref(), language),
            todo: say("Apri un file con un piano fatto così:", "Open a file with a plan like this:"),
            example: json_example,
        },
        ImportError::NewerVersion { found } => ErrorWords {
            title: say("Il piano è di una versione più recente", "The plan is of a newer version"),
            what: language.pick(
                format!("È scritto nella versione {found} del formato; questa pagina legge la 1."),
                format!("It is written in version {found} of the format; this page reads version 1."),
            ),
            todo: say(
                "Ricarica la pagina per avere la versione aggiornata, poi apri di nuovo il file.",
                "Reload the page to get its latest version, then open the file again.",
            ),
            example: None,
        },
        ImportError::NoObjectives => ErrorWords {
            title: say("Il piano non ha obiettivi", "The plan has no objectives"),
            what: say(
                "Il file è un piano, ma l’elenco degli obiettivi è vuoto.",
                "The file is a plan, but its list of objectives is empty.",
            ),
            todo: say(
                "Aggiungi almeno un obiettivo e apri di nuovo il file.",
                "Add at least one objective and open the file again.",
            ),
            example: json_example,
        },
        ImportError::RowsLeft { rows, first, place } => ErrorWords {
            title: say("Nessuna riga è un obiettivo", "No row is an objective"),
            what: rows_left(*rows, first, place.line, language),
            todo: say(
                "Ogni riga deve avere tante celle quante l’intestazione, e una di esse dire l’obiettivo o il suo codice. \
                 Per esempio:",
                "Each row must have as many cells as the headings, and one of them say the objective or its code. For \
                 example:",
            ),
            example: table_example,
        },
        ImportError::TooManyLines { lines, limit } => {
            let count = |lines: usize| language.number(lines as f64, 0);
            ErrorWords {
                title: say("Il testo ha troppe righe", "The text has too many lines"),
                what: language.pick(
                    format!(
                        "Ha {} righe; se ne possono leggere al massimo {}.",
                        count(*lines),
                        count(*limit)
                    ),
                    format!("It has {} lines; at most {} can be read.", count(*lines), count(*limit)),
                ),
                todo: say(
                    "Apri un file che contenga solo il piano, oppure dividilo per anno o per settore.",
                    "Open a file that holds the plan alone, or split it by year or by department.",
                ),
                example: None,
            }
        }
        ImportError::Link(error) => ErrorWords {
            title: say("Il link non si apre", "The link does not open"),
            what: (super::link::link(language).error)(error),
            ..ErrorWords::default()
        },
        ImportError::NoTable { lines, separator, rows, columns } => ErrorWords {
            title: say("Non c’è una tabella di obiettivi", "There is no table of objectives"),
            what: no_table(*lines, separator.map(|separator| (separator, *rows, *columns)), language),
            todo: say(
                "Si leggono le tabelle copiate da un foglio di calcolo o da un documento, con una riga di intestazione \
                 e una riga per obiettivo, e i piani in JSON. Per esempio:",
                "Tables copied from a spreadsheet or a document are read, with a row of headings and one row for each \
                 objective, and so are plans in JSON. For example:",
            ),
            example: table_example,
        },
    }
}

/// A place in words: "riga 3, colonna 14".
pub fn at(place: Place, language: Language) -> String {
    let Place { line, column } = place;
    language.pick(format!("riga {line}, colonna {column}"), format!("line {line}, column {column}"))
}

fn near_words(near: &str, language: Language) -> String {
    match near {
        "" => String::new(),
        near => language.pick(format!("Vicino a: «{near}»."), format!("Near: “{near}”.")),
    }
}

fn binary(kind: BinaryKind, language: Language) -> ErrorWords {
    let (it, en, todo_it, todo_en) = match kind {
        BinaryKind::Picture => (
            "un’immagine",
            "a picture",
            "Dal testo di una scansione si può ricavare la tabella: copiala e incollala qui.",
            "If the picture can be turned into text, copy the table and paste it here.",
        ),
        BinaryKind::Pdf => (
            "un PDF",
            "a PDF",
            "Aprilo, seleziona la tabella degli obiettivi, copiala e incollala qui; meglio ancora, parti dal \
             documento o dal foglio di calcolo da cui è stato fatto.",
            "Open it, select the table of objectives, copy it and paste it here; better still, start from the document \
             or spreadsheet it was made from.",
        ),
        BinaryKind::Spreadsheet => (
            "un foglio di calcolo",
            "a spreadsheet",
            "Aprilo, seleziona la tabella degli obiettivi con le intestazioni, copiala e incollala qui; oppure \
             salvala come testo (CSV o delimitato da tabulazioni).",
            "Open it, select the table of objectives with its headings, copy it and paste it here; or save it as text \
             (CSV or tab-delimited).",
        ),
        BinaryKind::Document => (
            "un documento di testo",
            "a text document",
            "Aprilo, seleziona la tabella degli obiettivi con le intestazioni, copiala e incollala qui.",
            "Open it, select the table of objectives with its headings, copy it and paste it here.",
        ),
        BinaryKind::Presentation => (
            "una presentazione",
            "a presentation",
            "Copia la tabella degli obiettivi e incollala qui.",
            "Copy the table of objectives and paste it here.",
        ),
        BinaryKind::Archive => (
            "un archivio compresso",
            "a compressed archive",
            "Estrai i file e apri quello del piano.",
            "Extract its files and open the one with the plan.",
        ),
        BinaryKind::RichText => (
            "un documento RTF",
            "an RTF document",
            "Aprilo, seleziona la tabella degli obiettivi con le intestazioni, copiala e incollala qui.",
            "Open it, select the table of objectives with its headings, copy it and paste it here.",
        ),
        BinaryKind::Signed => (
            "un file firmato digitalmente (.p7m)",
            "a digitally signed file (.p7m)",
            "Estrai il documento con il programma di firma, poi apri quello.",
            "Extract the document with your signing program, then open that.",
        ),
        BinaryKind::Unknown => (
            "un file che non è testo",
            "a file that is not text",
            "Si aprono tabelle in forma di testo e piani in JSON: controlla di aver scelto il file giusto.",
            "Tables in text and plans in JSON can be opened: check that this is the right file.",
        ),
    };
    ErrorWords {
        title: language.pick(format!("Sembra {it}"), format!("This looks like {en}")),
        what: language
            .pick(
                "I suoi byte non sono un testo in cui leggere obiettivi.",
                "Its bytes are no text to read objectives from.",
            )
            .to_owned(),
        todo: language.pick(todo_it, todo_en).to_owned(),
        example: None,
    }
}

fn fault_words(fault: JsonFault, language: Language) -> &'static str {
    let (it, en) = match fault {
        JsonFault::TrailingComma => (
            "C’è una virgola di troppo prima della parentesi che chiude.",
            "There is a comma too many before the closing bracket.",
        ),
        JsonFault::MissingComma => {
            ("Manca una virgola, o la parentesi che chiude.", "A comma is missing, or the closing bracket.")
        }
        JsonFault::MissingColon => (
            "Mancano i due punti tra la chiave e il suo valore.",
            "The colon between a key and its value is missing.",
        ),
        JsonFault::KeyWithoutQuotes => {
            ("Le chiavi vanno scritte tra virgolette doppie.", "Keys must be written in double quotes.")
        }
        JsonFault::NoValue => (
            "Qui ci vuole un valore: un testo tra virgolette doppie, un numero, true, false, null, un elenco o un \
             oggetto.",
            "A value is needed here: a text in double quotes, a number, true, false, null, a list or an object.",
        ),
        JsonFault::ControlCharacter => (
            "Dentro un testo c’è un a capo o una tabulazione: si scrivono \\n e \\t.",
            "There is a line break or tab inside a text: they are written \\n and \\t.",
        ),
        JsonFault::Escape => (
            "Dopo la barra \\ c’è una sequenza che il JSON non conosce: la barra stessa si scrive \\\\.",
            "After the backslash is a sequence that JSON does not know: the backslash itself is written \\\\.",
        ),
        JsonFault::Number => (
            "Il numero non è scritto come vuole il JSON: 98.5, senza zeri davanti; oppure tra virgolette, \"98,5\".",
            "The number is not written as JSON wants it: 98.5, without leading zeros; or in quotes, \"98,5\".",
        ),
        JsonFault::ExtraText => {
            ("Dopo la fine del JSON c’è altro testo.", "There is more text after the end of the JSON.")
        }
        JsonFault::Other => ("Qui il testo non è JSON.", "The text is not JSON here."),
    };
    language.pick(it, en)
}

fn other_json(missing: Missing, keys: &[String], format: Option<&str>, language: Language) -> String {
    let (it, en) = match missing {
        Missing::Objectives => (
            "Manca la chiave «objectives» (o «obiettivi») con l’elenco degli obiettivi.",
            "The key “objectives” with the list of objectives is missing.",
        ),
        Missing::ListOfObjectives => (
            "Sotto «objectives» non c’è un elenco di obiettivi.",
            "There is no list of objectives under “objectives”.",
        ),
        Missing::Records => (
            "L’elenco non contiene oggetti, uno per obiettivo.",
            "The list holds no objects, one for each objective.",
        ),
        Missing::ObjectiveKeys => (
            "Nell’elenco nessun oggetto ha una chiave di un obiettivo, come «objective», «code» o «outcome».",
            "No object of the list has a key of an objective, such as “objective”, “code” or “outcome”.",
        ),
    };
    let mut words = language.pick(it, en).to_owned();
    if !keys.is_empty() {
        let keys = keys.join(", ");
        words += &language.pick(format!(" Ci sono invece: {keys}."), format!(" Found instead: {keys}."));
    }
    if let Some(format) = format {
        words += &language
            .pick(format!(" Dichiara di essere «{format}»."), format!(" It says that it is “{format}”."));
    }
    words
}

fn rows_left(rows: usize, first: &str, line: u32, language: Language) -> String {
    const LONGEST: usize = 160;
    let whole = one_line(first);
    let mut first: String = whole.chars().take(LONGEST).collect();
    if first.len() < whole.len() {
        first.push('…');
    }
    match rows {
        1 => language.pick(
            format!("L’unica riga della tabella, la {line} del testo, non si può leggere come obiettivo: «{first}»."),
            format!("The only row of the table, line {line} of the text, cannot be read as an objective: “{first}”."),
        ),
        _ => language.pick(
            format!(
                "Nessuna delle {rows} righe della tabella si può leggere come obiettivo. La prima è la {line} del testo: \
                 «{first}»."
            ),
            format!(
                "None of the {rows} rows of the table can be read as an objective. The first is line {line} of the text: \
                 “{first}”."
            ),
        ),
    }
}

fn no_table(lines: usize, table: Option<(u8, usize, usize)>, language: Language) -> String {
    let lines_words = match lines {
        1 => language.pick("una riga".to_owned(), "one line".to_owned()),
        n => language.pick(format!("{n} righe"), format!("{n} lines")),
    };
    let Some((separator, rows, columns)) = table else {
        return language.pick(
            format!("Il testo ha {lines_words}, e nessun segno ne separa le celle."),
            format!("The text has {lines_words}, and nothing separates cells in it."),
        );
    };
    let sign = match separator {
        b'\t' => language.pick("la tabulazione", "the tab").to_owned(),
        other => {
            let sign = char::from(other);
            language.pick(format!("«{sign}»"), format!("“{sign}”"))
        }
    };
    let known = KNOWN_HEADINGS.join(", ");
    language.pick(
        format!(
            "Il testo ha {lines_words}; le celle sembrano separate con {sign} ({rows} × {columns}), ma nessuna riga è di \
             intestazione. Le intestazioni note sono, fra le altre: {known}."
        ),
        format!(
            "The text has {lines_words}; its cells seem to be separated by {sign} ({rows} × {columns}), but no row is \
             one of headings. Known headings are, among others: {known}."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_read() {
        for example in [EXAMPLE_IT, EXAMPLE_EN] {
            let import = crate::import::read(example.as_bytes(), "").expect("an example is a plan");
            assert_eq!((import.plan.objectives.len(), import.diagnostics), (1, vec![]));
        }
    }
}
