// SPDX-License-Identifier: AGPL-3.0-or-later
//! What holds of every text: no panic, nothing lost, places inside the text, time in proportion to its length.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use traguardi::import::{Import, table};
use traguardi::plan::Objective;

/// What plans are made of, whole and broken.
const PIECES: &[&str] = &[
    "\t",
    "\t",
    "\t",
    "|",
    ";",
    ",",
    "\n",
    "\n",
    "\n",
    "\r\n",
    "\"",
    "\"\"",
    " ",
    "**",
    "<b>",
    "</b>",
    "<br>",
    "&amp;",
    "---",
    "#",
    "Codice",
    "Obiettivo",
    "PROGRAMMI",
    "Esito",
    "Responsabile",
    "2021",
    "Peso",
    "% di ragg.",
    "Missione 04 - Istruzione",
    "Missione",
    "Programma 6",
    "S = Obiettivo strategico",
    "S =",
    "Totale",
    "01.02 S",
    "12.9",
    "100%",
    "250%",
    "n.d.",
    "x",
    "-",
    "Anno 2021",
    "Comune di Valdorso",
    "Bozza",
    "à",
    "𝄞",
    "\u{200f}",
    "\u{feff}",
    "testo libero",
];

fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..120).prop_map(|pieces| pieces.concat())
}

/// A cell of a row: a word found nowhere else, with something before and after it.
fn word(number: usize) -> String {
    format!("zq{number}k")
}

/// A table with faults in its layout, in which every cell holds a word of its own.
fn any_table() -> impl Strategy<Value = (String, usize)> {
    let line = prop_oneof![
        6 => (2..9usize).prop_map(Line::Row),
        4 => Just(Line::Row(5)),
        2 => Just(Line::Headings),
        2 => Just(Line::LowerHeadings),
        1 => Just(Line::Total),
        1 => Just(Line::Section),
        1 => Just(Line::Prose),
        1 => Just(Line::Card),
        1 => Just(Line::Blank),
        1 => Just(Line::Rule),
    ];
    let separator = prop::sample::select(vec!["\t", " | ", ";"]);
    (separator, prop::collection::vec((line, any::<[u8; 8]>()), 1..25), any::<bool>()).prop_map(
        |(separator, lines, headed)| {
            let mut count = 0;
            let mut text = String::new();
            if headed {
                text.push_str(&heading_row(separator, &mut count));
            }
            for (line, seeds) in lines {
                text.push_str(&line.write(separator, seeds, &mut count));
            }
            (text, count)
        },
    )
}

#[derive(Debug, Clone)]
enum Line {
    Row(usize),
    Headings,
    LowerHeadings,
    Total,
    Section,
    Prose,
    Card,
    Blank,
    Rule,
}

fn next(count: &mut usize) -> String {
    *count += 1;
    word(*count - 1)
}

fn heading_row(separator: &str, count: &mut usize) -> String {
    let unknown = next(count);
    format!("{}\n", ["Codice", "Obiettivo", "Responsabile", "Esito", &unknown].join(separator))
}

impl Line {
    fn write(&self, separator: &str, seeds: [u8; 8], count: &mut usize) -> String {
        match self {
            Self::Row(width) => {
                let cell = |seed: u8| match seed % 8 {
                    0 => String::new(),
                    1 => format!("<b>{}</b>", next(count)),
                    2 if separator != " | " => format!("\"{}\n\"\"e\"\" {}\"", next(count), next(count)),
                    3 => format!("01.{:02} {}", seed % 12, next(count)),
                    4 => format!("{}\na capo {}", next(count), next(count)),
                    _ => format!("{} raggiunto", next(count)),
                };
                let cells: Vec<String> = seeds.iter().take(*width).copied().map(cell).collect();
                format!("{}\n", cells.join(separator))
            }
            Self::Headings => heading_row(separator, count),
            Self::LowerHeadings => {
                let (first, second) = (next(count), next(count));
                let lower =
                    ["", &format!("Target {first}"), if seeds[0] < 99 { "Peso" } else { "" }, "", &second];
                format!("{}\n", lower.join(separator))
            }
            Self::Total => {
                let words = if seeds[0] < 99 { "punti" } else { "Punti" };
                format!("{}\n", [&format!("Totale {}", next(count)), "", "100", words].join(separator))
            }
            Self::Section => format!("Missione {:02} - Nome {}\n", 1 + seeds[0] % 20, next(count)),
            Self::Prose => format!("Una frase, {}; e basta.\n", next(count)),
            Self::Card => format!("Responsabile{separator}{}\n", next(count)),
            Self::Blank => format!("{}\n", separator.repeat(usize::from(seeds[0] % 5))),
            Self::Rule => format!("{}\n", ["---"; 5].join(separator)),
        }
    }
}

/// Everything a person can come to see of an import.
fn shown(import: &Import) -> String {
    format!("{:?}{:?}", import.plan, import.diagnostics)
}

fn in_text(import: &Import, text: &str) -> bool {
    let lines: Vec<usize> = text
        .replace("\r\n", "\n")
        .split(['\n', '\r'])
        .map(|line| line.trim_start_matches('\u{feff}').chars().count())
        .collect();
    let places = import.diagnostics.iter().filter_map(|d| d.place);
    places.chain(import.plan.objectives.iter().filter_map(|o| o.place)).all(|place| {
        let line = lines.get(place.line as usize - 1);
        place.column >= 1 && line.is_some_and(|&length| place.column as usize <= length + 1)
    })
}

fn without_places(objectives: &[Objective]) -> Vec<Objective> {
    let stripped = objectives.iter().map(|objective| {
        let mut objective = Objective { place: None, ..objective.clone() };
        objective.kept.sort_by(|a, b| a.name.cmp(&b.name));
        objective
    });
    stripped.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_too_strange(text in prop_oneof![any_text(), any::<String>()]) {
        if let Ok(import) = table::read(&text, "nome-2021.txt") {
            prop_assert!(!import.plan.objectives.is_empty());
            prop_assert!(import.tally.rows_read <= import.tally.rows);
            prop_assert!(import.tally.cells_read <= import.tally.cells);
            prop_assert!(in_text(&import, &text), "{:?}", import.diagnostics);
            prop_assert!(import.diagnostics.is_sorted_by_key(|d| d.place));
            let n = import.plan.objectives.len() as u32;
            prop_assert!(import.diagnostics.iter().all(|d| d.n.is_none_or(|d| (1..=n).contains(&d))));
        }
    }

    #[test]
    fn nothing_is_lost((text, count) in any_table()) {
        if let Ok(import) = table::read(&text, "") {
            let shown = shown(&import);
            for number in 0..count {
                prop_assert!(shown.contains(&word(number)), "{} of {text:?} in {shown}", word(number));
            }
            prop_assert!(in_text(&import, &text));
        }
    }

    #[test]
    fn every_line_leaves_a_trace((text, _) in any_table()) {
        if let Ok(import) = table::read(&text, "") {
            // A row is one objective, a part of one, or left; all that is not a row has a diagnostic at its line.
            let is = |code: &str| import.diagnostics.iter().filter(|d| d.kind.code() == code).count();
            prop_assert_eq!(import.tally.rows, import.tally.rows_read + is("row-left") + is("total-left"));
            prop_assert_eq!(import.tally.rows_read, import.plan.objectives.len() + is("row-joined-above"));
        }
    }

    #[test]
    fn the_order_of_columns_changes_nothing(
        order in Just((0..7usize).collect::<Vec<_>>()).prop_shuffle(),
        rows in prop::collection::vec((1..12u8, "[a-z]{3,9}", 0..101u8, any::<bool>()), 1..6),
    ) {
        let heads = ["PROGRAMMI", "OBIETTIVI OPERATIVI", "Responsabile", "2021", "Indicatore", "Target", "% di ragg."];
        let table = |order: &[usize]| {
            let mut lines = vec![order.iter().map(|&i| heads[i].to_owned()).collect::<Vec<_>>().join("\t")];
            for (programme, text, percent, ticked) in &rows {
                let cells = [
                    format!("12.{programme:02}"),
                    format!("Obiettivo {text}"),
                    "Elena N.".to_owned(),
                    if *ticked { "x".to_owned() } else { String::new() },
                    format!("Indicatore di {text}"),
                    "100".to_owned(),
                    format!("{percent}%"),
                ];
                lines.push(order.iter().map(|&i| cells[i].clone()).collect::<Vec<_>>().join("\t"));
            }
            lines.join("\n")
        };
        let straight = table::read(&table(&[0, 1, 2, 3, 4, 5, 6]), "").expect("a plan");
        let shuffled = table::read(&table(&order), "").expect("a plan");
        prop_assert_eq!(without_places(&shuffled.plan.objectives), without_places(&straight.plan.objectives));
        prop_assert_eq!(straight.plan.objectives.len(), rows.len());
    }
}

/// Texts made to be slow are not: each takes a small part of the time that one more than linear would.
#[test]
fn hostile_texts_take_no_longer_than_others() {
    let head = "Codice;Obiettivo;Esito\n";
    let texts = [
        ("unclosed quotes", format!("{head}{}", "01.01;\"aperta;\"x\n".repeat(60_000))),
        ("one unclosed quote", format!("{head}01.01;\"{}", "parole; ".repeat(120_000))),
        ("doubled quotes", format!("{head}{}", "\"\"\"\";".repeat(200_000))),
        ("one long line", "parola ".repeat(150_000)),
        ("pipes", format!("Codice|Obiettivo\n{}", "|".repeat(100_000))),
        ("one-column lines", format!("{head}{}", "riga\n".repeat(200_000))),
        ("short rows", format!("Codice\tObiettivo\tEsito\tPeso\n{}", "a\tb\n".repeat(100_000))),
        ("short rows without headings", "a\tb\n".repeat(150_000)),
        ("legends", format!("{head}{}", "S =\n".repeat(150_000))),
        ("headings", "Codice\tObiettivo\n".repeat(20_000)),
        ("lines without a table", "una riga di testo\n".repeat(150_000)),
        ("lines of two words", "una\n\nriga\n".repeat(100_000)),
        (
            "headings of many forms",
            (0..20_000)
                .map(|i| format!("Codice\tObiettivo\tEsito\tColonna {i}x\n01.01\ta\tb\tc\n"))
                .collect(),
        ),
        ("stars", format!("{head}01.01;{};x\n", "*<&_".repeat(200_000))),
    ];
    for (what, text) in texts {
        let start = Instant::now();
        let _ = table::read(&text, "");
        // A debug build on a busy machine needs a tenth of it; quadratic time would need minutes.
        assert!(start.elapsed() < Duration::from_secs(10), "{what}: {:?}", start.elapsed());
    }
}

#[test]
fn ten_thousand_rows_are_read() {
    let row = "<b>04.06 S</b>\tUna refezione scolastica di qualità\tcontrollo del contratto\tElena Novarese\tOrnella Porta\tx\t\
               Riorganizzazione del servizio\tIl controllo prevede l'attività del tecnologo\t100%\n";
    let text = format!(
        "PROGRAMMI\tOBIETTIVI OPERATIVI\tFINALITA'\tResponsabile\tPersonale di supporto\t2021\tINDICATORI DI OUTPUT\t\
         GRADO DI REALIZZAZIONE DELL'OBIETTIVO\t% DI REALIZZAZIONE DEL PERSONALE COINVOLTO\n{}",
        row.repeat(10_000)
    );
    let start = Instant::now();
    let import = table::read(&text, "").expect("a plan");
    println!("10,000 rows, {} bytes: {:?}", text.len(), start.elapsed());
    assert_eq!(import.plan.objectives.len(), 10_000);
    assert_eq!(import.tally.cells_read, 90_000);
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}
