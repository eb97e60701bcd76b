// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: what is published has a row for each objective, nobody's name and nothing that a spreadsheet would run, is
//! written as the standards have it, and every column of it is told, to people and to programs.

use serde_json::Value;
use traguardi::desk::{Order, Task};
use traguardi::document::Document;
use traguardi::export::open_data::{self, COLUMNS};
use traguardi::share::level;

const VALDARCO: &str = include_str!("fixtures/comune-di-valdarco-2025.json");
const TOLD: &str = include_str!("../docs/open-data.md");

fn made(document: &Document, task: Task) -> String {
    let order = Order { day: "2026-11-27".into(), ..Order::of(task) };
    String::from_utf8(order.carry_out(document).expect("a file")).expect("UTF-8")
}

/// The cells of a table of RFC 4180.
fn cells(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = csv.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if is_quoted && signs.peek() == Some(&'"') => cell.push(signs.next().expect("a quote")),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(sign),
        }
    }
    assert!(row.is_empty() && cell.is_empty(), "the last row ends");
    rows
}

#[test]
fn every_objective_has_a_row_and_every_cell_is_of_its_type() {
    let document = Document::open(VALDARCO.as_bytes(), "valdarco.json").expect("a plan");
    let csv = made(&document, Task::OpenDataCsv);
    assert!(
        !csv.starts_with('\u{feff}') && csv.ends_with("\r\n") && !csv.replace("\r\n", "").contains(['\r'])
    );
    let rows = cells(&csv);
    assert_eq!(rows.len(), 1 + document.plan.objectives.len());
    assert_eq!(rows[0], COLUMNS.map(|column| column.name));
    for (n, row) in (1..).zip(&rows[1..]) {
        assert_eq!(row.len(), COLUMNS.len());
        assert_eq!(row[5], format!("{n}"));
        for (column, cell) in COLUMNS.iter().zip(row).filter(|(_, cell)| !cell.is_empty()) {
            let parts = if column.is_list { cell.split('|').collect() } else { vec![cell.as_str()] };
            for part in parts {
                let is_right = match column.datatype {
                    "gYear" | "integer" => part.parse::<u32>().is_ok(),
                    "decimal" => part.parse::<f64>().is_ok() && !part.contains(','),
                    "boolean" => ["true", "false"].contains(&part),
                    _ => true,
                };
                assert!(is_right, "{}: {part}", column.name);
            }
            if column.name.ends_with("_date") {
                let is_date = cell.len() >= 4 && cell.split('-').all(|part| part.parse::<u32>().is_ok());
                assert!(is_date && [4, 7, 10].contains(&cell.len()), "{cell}");
            }
        }
    }
    let column = |name: &str| COLUMNS.iter().position(|column| column.name == name).expect("a column");
    let (degree, status) = (column("degree"), column("status"));
    let unknown =
        document.achievements.iter().position(|of| of.degree.is_none()).expect("one without a degree");
    assert_eq!(rows[1 + unknown][degree], "", "unknown is empty, never 0");
    assert_eq!(rows[1][status], document.achievements[0].status.code());
    assert!(rows[1..].iter().any(|row| row[column("deadline_date")] == "2025-12-31"));
}

#[test]
fn nobody_is_named_in_what_is_published() {
    let document = Document::open(VALDARCO.as_bytes(), "valdarco.json").expect("a plan");
    let names = level::words_of_names(&document.import.plan);
    let csv = made(&document, Task::OpenDataCsv);
    for word in csv.split(|c: char| !c.is_alphanumeric()) {
        let folded: String = word.chars().filter_map(traguardi::reading::people::name_letter).collect();
        assert!(!names.contains(&folded), "{word}");
    }
    assert!(csv.contains("Responsabile A") && !csv.contains("staff"));
}

#[test]
fn no_cell_is_run_and_none_breaks_out_of_its_place() {
    let plan = r#"[{"code": "=1+1", "objective": "@a \"b\", c;\nd", "outcome": "+39, \u2028 -1", "office": "-x", "responsible": ["A|B C"]}]"#;
    let document = Document::open(plan.as_bytes(), "").expect("a plan");
    let rows = cells(&made(&document, Task::OpenDataCsv));
    assert_eq!(rows.len(), 2);
    for cell in &rows[1] {
        assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell}");
    }
    assert!(rows[1].iter().any(|cell| cell == "'@a \"b\", c;\nd"));
}

#[test]
fn every_column_is_told_to_people_and_to_programs() {
    let document = Document::open(VALDARCO.as_bytes(), "valdarco.json").expect("a plan");
    let about: Value = serde_json::from_str(&made(&document, Task::OpenDataAbout)).expect("JSON");
    assert_eq!(about["@context"], "http://www.w3.org/ns/csvw");
    // Whose file it was is nobody's matter.
    assert_eq!(about["url"], "relazione-sulla-performance-2025.open-data.csv");
    assert_eq!(Task::OpenDataAbout.file().expect("a file").0, "open-data.csv-metadata");
    let columns = about["tableSchema"]["columns"].as_array().expect("columns");
    assert_eq!(columns.len(), COLUMNS.len());
    for (column, told) in COLUMNS.iter().zip(columns) {
        assert_eq!((&told["name"], &told["datatype"]), (&column.name.into(), &column.datatype.into()));
        for (language, about) in column.about.iter().enumerate() {
            assert_eq!(told["dc:description"][language]["@value"], *about);
            let row = format!("| `{}` | {} | {about} |", column.name, kind(column.datatype, column.is_list));
            assert!(TOLD.contains(&row), "docs/open-data.md lacks: {row}");
        }
    }
}

#[test]
fn the_table_is_named_as_addresses_are_written() {
    let document = Document::open(VALDARCO.as_bytes(), "").expect("a plan");
    let about: Value =
        serde_json::from_str(&open_data::about(&document, "Città d’Arno 2025.csv")).expect("JSON");
    assert_eq!(about["url"], "Citt%C3%A0%20d%E2%80%99Arno%202025.csv");
}

#[test]
fn what_does_not_count_and_what_is_never_planned_can_be_told() {
    let plan = r#"{"year": 2025, "method": {"suspended": "left_out"}, "objectives": [
        {"objective": "a", "outcome": "Sospeso", "years": [], "indicators": [{"text": "Pasti|mense", "expected": "100"}, "Tempi"]},
        {"objective": "b", "percent": 50}]}"#;
    let rows = cells(&made(&Document::open(plan.as_bytes(), "").expect("a plan"), Task::OpenDataCsv));
    let cell = |row: usize, name: &str| {
        let column = rows[0].iter().position(|head| head == name).unwrap_or_else(|| panic!("{name}"));
        rows[row][column].clone()
    };
    assert_eq!([cell(1, "counted"), cell(2, "counted")], ["left_out", "as_stated"]);
    assert_eq!([cell(1, "is_planned"), cell(2, "is_planned")], ["false", ""]);
    assert_eq!(
        [cell(1, "indicators"), cell(1, "indicators_expected"), cell(1, "indicators_actual")],
        ["Pasti/mense|Tempi", "100|", ""]
    );
}

fn kind(datatype: &str, is_list: bool) -> String {
    if is_list { format!("{datatype}, `\\|`") } else { datatype.to_owned() }
}
