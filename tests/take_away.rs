// SPDX-License-Identifier: AGPL-3.0-or-later
//! Promise: what is taken away is what was looked at. Tables read back as the values they were made of, whatever a plan
//! says, and no cell of theirs is run by a spreadsheet; drawings are whole files with their numbers in them.

mod common;

use proptest::prelude::*;
use serde_json::{Value, json};
use traguardi::chart::theme::Theme;
use traguardi::chart::{Arrangement, Cell, Chart, ChartDrawing, TwinTable};
use traguardi::document::Document;
use traguardi::export::csv::{Csv, MARK, as_it_was};
use traguardi::export::{Origin, chart_csv, chart_json, chart_svg};
use traguardi::import::Import;
use traguardi::locale::Language;
use traguardi::plan::*;
use traguardi::reading::read_all;
use traguardi::statistics::{Dimension, Figures, Filter, SearchHits, Selection};

// ── Reading tables as RFC 4180 has them, with `;` ───────────────────────────────────────────────────────────────────

/// A cell as it stands: whether it is quoted, and what is in it.
type Read4180 = (bool, String);

/// The rows of a table.
fn parse(text: &str) -> Vec<Vec<Read4180>> {
    let text = text.strip_prefix(MARK).expect("begins with the mark of UTF-8");
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    let mut signs = text.chars().peekable();
    while signs.peek().is_some() {
        let quoted = signs.next_if_eq(&'"').is_some();
        let mut cell = String::new();
        if quoted {
            loop {
                match signs.next().expect("a cell that ends") {
                    '"' if signs.next_if_eq(&'"').is_none() => break,
                    c => cell.push(c),
                }
            }
        } else {
            cell.extend(std::iter::from_fn(|| signs.next_if(|c| !matches!(c, ';' | '\r'))));
        }
        row.push((quoted, cell));
        match signs.next() {
            Some(';') => {}
            Some('\r') if signs.next() == Some('\n') => rows.push(std::mem::take(&mut row)),
            other => panic!("after a cell: {other:?}"),
        }
    }
    assert!(row.is_empty(), "the last row ends");
    rows
}

/// The rows with what was written, each as long as the first.
fn read_back(text: &str) -> Vec<Vec<String>> {
    let rows = parse(text);
    let columns = rows[0].len();
    for row in &rows {
        assert_eq!(row.len(), columns, "{row:?}");
        for (quoted, cell) in row {
            assert!(!would_run(cell), "a spreadsheet would run {cell:?}");
            assert!(*quoted || cell.chars().all(|c| c.is_ascii_digit() || ",-e".contains(c)), "{cell:?}");
        }
    }
    let was = |(quoted, cell): Read4180| if quoted { as_it_was(&cell).to_owned() } else { cell };
    rows.into_iter().map(|row| row.into_iter().map(was).collect()).collect()
}

fn would_run(cell: &str) -> bool {
    cell.trim_start_matches([' ', '\u{a0}'])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

fn number(cell: &str) -> Option<f64> {
    assert!(!cell.contains('.'), "{cell}: decimals stand after a comma");
    (!cell.is_empty()).then(|| cell.replace(',', ".").parse().expect("a number"))
}

/// The column of this name.
fn column<'t>(table: &'t [Vec<String>], name: &str) -> Vec<&'t str> {
    let at = table[0].iter().position(|head| head == name).unwrap_or_else(|| panic!("no column {name}"));
    table[1..].iter().map(|row| row[at].as_str()).collect()
}

// ── Plans ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/// Texts that people and strangers write.
fn hostile() -> impl Strategy<Value = String> {
    let signs = vec![
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "'",
        "\"",
        ";",
        ",",
        " ",
        "\u{a0}",
        "<",
        ">",
        "&",
        "]]>",
        "<!--",
        "=cmd|' /C calc'!A0",
        "\0",
        "\u{1b}",
        "\u{fffe}",
        "\u{ffff}",
        "\u{feff}",
        "\u{202e}",
        "è",
        "ǅ",
        "👩‍🏫",
        "</metadata>",
        "&#x0;",
        "04",
        "url(#x)",
        "＝1",
    ];
    let sign = prop_oneof![
        prop::sample::select(signs).prop_map(str::to_owned),
        any::<char>().prop_map(String::from)
    ];
    prop::collection::vec(sign, 0..8).prop_map(|parts| parts.concat())
}

fn document(plan: Plan) -> Document {
    let readings = read_all(&plan);
    let tally = Document::open(b"[{\"obiettivo\": \"Rifare la piazza\"}]", "x.json").expect("a plan").import;
    Document::new(Import { plan, ..tally }, readings, "piano.json")
}

fn with_texts(mut plan: Plan, texts: &[String]) -> Plan {
    let text = |at: usize| texts[at % texts.len()].clone();
    plan.header.title = Some(text(0));
    plan.header.body = Some(text(1));
    let mut objectives = plan.objectives.to_vec();
    for (at, objective) in objectives.iter_mut().enumerate() {
        objective.objective = text(at);
        objective.code_as_written = text(at + 1);
        objective.responsible = People { cell: text(at + 2), names: vec![text(at + 3).into()] };
        objective.office = text(at + 4);
        if let Some(mission) = objective.mission.as_mut().filter(|_| !text(at).is_empty()) {
            mission.name = Some(text(at).into());
        }
    }
    plan.objectives = objectives.into();
    plan
}

fn hostile_plan() -> impl Strategy<Value = Plan> {
    (common::plan(), prop::collection::vec(hostile(), 1..6))
        .prop_map(|(plan, texts)| with_texts(plan, &texts))
}

fn all_rows(document: &Document) -> Vec<u32> {
    document.rows(&Selection::default(), &SearchHits::all())
}

fn origin<'a>(document: &'a Document, selection: &'a Selection, figures: &Figures) -> Origin<'a> {
    Origin::new(document, selection, figures, "2026-11-27", Language::Italian)
}

fn drawn(document: &Document, selection: &Selection, width: f32) -> (Figures, Vec<ChartDrawing>) {
    let figures = document.figures(selection, &document.search(&selection.search));
    let draw = |chart: Chart| {
        let arrangement = Arrangement::default();
        chart.draw(&figures, &*document.names, selection, &arrangement, width, Language::Italian)
    };
    let drawings = Chart::ALL.into_iter().map(draw).collect();
    (figures, drawings)
}

fn small() -> Document {
    let text = r#"{"title": "Piano <2021> & altro", "body": "Comune di Valdarco", "year": 2021, "objectives": [
        {"code": "01.02 S", "objective": "=HYPERLINK(\"http://x\")", "responsible": "Anna Bianchi", "percent": 98.71, "staff_percent": 33.3, "weight": 1.5, "outcome": "Raggiunto; \"quasi\"\ntutto"},
        {"code": "04.06", "objective": "'ndrangheta: - percorsi", "responsible": "Bruno Conti", "percent": 100},
        {"code": "04.06", "objective": "- Mensa", "outcome": "non realizzato"}]}"#;
    Document::open(text.as_bytes(), "relazione 2021.json").expect("a plan")
}

// ── Tables ──────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_table_begins_and_ends_as_italian_spreadsheets_want_it() {
    let text = small().objectives_csv(&[0, 1]);
    assert!(text.starts_with("\u{feff}\"n\";\"code_as_written\";\"mission\";"), "{text}");
    assert!(text.contains("\r\n1;\"01.02 S\";\"01\";"), "{text}");
    assert!(text.ends_with("\r\n") && !text.ends_with("\r\n\r\n"));
    assert!(text.contains(";98,71;"), "{text}");
    assert!(text.contains(";\"'=HYPERLINK(\"\"http://x\"\")\";"), "{text}");
}

#[test]
fn objectives_are_those_selected_in_the_order_of_the_table() {
    let document = small();
    let table = read_back(&document.objectives_csv(&[2, 0]));
    assert_eq!(column(&table, "n"), ["3", "1"]);
    assert_eq!(column(&table, "objective"), ["- Mensa", "=HYPERLINK(\"http://x\")"]);
    assert_eq!(column(&table, "responsible"), ["", "Anna Bianchi"]);
    assert_eq!(
        column(&table, "degree").into_iter().map(number).collect::<Vec<_>>(),
        [Some(0.0), Some(98.71)]
    );
    assert_eq!(column(&table, "weight").into_iter().map(number).collect::<Vec<_>>(), [None, Some(1.5)]);
    assert_eq!(column(&table, "outcome")[1], "Raggiunto; \"quasi\"\ntutto");
    assert_eq!(column(&table, "mission_name")[0], "Istruzione e diritto allo studio");
}

#[test]
fn a_selection_as_json_says_what_it_is() {
    let document = small();
    let filters = [Filter::new(Dimension::Mission, "04")].into();
    let selection = Selection { filters, ..Selection::default() };
    let figures = document.figures(&selection, &SearchHits::all());
    let rows = document.rows(&selection, &SearchHits::all());
    let text = document.selection_json(&rows, &origin(&document, &selection, &figures));
    let value: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(value["format"], "traguardi-selection");
    assert_eq!(value["selection"], json!({"mission": ["04"], "search": ""}));
    assert_eq!(value["selection_in_words"], "2 di 3 obiettivi: missione 04");
    assert_eq!((&value["of"], &value["day"]), (&json!(3), &json!("2026-11-27")));
    let all: Value = serde_json::from_str(&document.objectives_json()).expect("JSON");
    assert_eq!(value["objectives"], json!([all[1], all[2]]));
}

#[test]
fn figures_are_one_table_without_people() {
    let document = small();
    let text = document.figures_csv(&Selection::default(), None);
    assert!(!text.contains("Anna"), "{text}");
    let table = read_back(&text);
    let value: Value = serde_json::from_str(&document.figures_json(&Selection::default())).expect("JSON");
    assert_eq!(&table[1][..4], ["all", "", "", "3"]);
    let of = |group: &str| table.iter().filter(|row| row[0] == group).cloned().collect::<Vec<_>>();
    let missions = value["by_mission"].as_array().expect("a list");
    assert_eq!(of("mission").len(), missions.len());
    for (row, group) in of("mission").iter().zip(missions) {
        assert_eq!(
            (row[1].as_str(), row[2].as_str()),
            (group["key"].as_str().unwrap(), group["name"].as_str().unwrap())
        );
        assert_eq!(row[3], group["objectives"].to_string());
        assert_eq!(number(&row[7]), group["mean"].as_f64());
    }
    let statuses: Vec<_> = of("status").iter().map(|row| (row[1].clone(), row[3].clone())).collect();
    for (status, count) in statuses {
        assert_eq!(count, value["status"][&status].to_string(), "{status}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_cell_reads_back_and_none_is_run(cells in prop::collection::vec(hostile(), 1..6), value in 0.0..1e9_f64) {
        let mut csv = Csv::new(cells.iter().map(String::as_str));
        for cell in &cells {
            csv.text(cell);
        }
        csv.end_row();
        let table = read_back(&csv.finish());
        prop_assert_eq!(&table[0], &cells);
        prop_assert_eq!(&table[1], &cells);
        let mut csv = Csv::new(["a", "b", "c"]);
        csv.number(Some(value));
        csv.number(None);
        csv.count(7);
        csv.end_row();
        let table = read_back(&csv.finish());
        prop_assert_eq!(number(&table[1][0]), Some(value));
        prop_assert_eq!(number(&table[1][1]), None);
        prop_assert_eq!(&table[1][2], "7");
    }

    #[test]
    fn the_tables_of_any_plan_read_back(plan in hostile_plan()) {
        let document = document(plan);
        let table = read_back(&document.objectives_csv(&all_rows(&document)));
        let texts: Vec<&str> = document.plan.objectives.iter().map(|one| one.objective.as_str()).collect();
        prop_assert_eq!(column(&table, "objective"), texts);
        let degrees: Vec<_> = document.achievements.iter().map(|one| one.degree.map(|d| d.value())).collect();
        prop_assert_eq!(column(&table, "degree").into_iter().map(number).collect::<Vec<_>>(), degrees);
        let people: Value = serde_json::from_str(&document.people_json()).expect("JSON");
        let named: usize = people.as_array().expect("a list").iter()
            .map(|cell| cell["people"].as_array().map_or(0, Vec::len) + cell["groups"].as_array().map_or(0, Vec::len)).sum();
        prop_assert_eq!(read_back(&document.people_csv()).len(), 1 + named);
        let findings = read_back(&document.findings_csv(Language::English));
        let last = column(&findings, "finding").last().map_or(0, |n| n.parse().expect("a count"));
        prop_assert_eq!(last, document.findings.len());
        read_back(&document.figures_csv(&Selection::default(), None));
    }
}

// ── Charts ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/// What a table holds, as JSON has it.
fn rows(table: &TwinTable) -> Value {
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) => json!(text),
        Cell::Count(count) => json!(count),
        Cell::Percent(percent) => json!(percent),
    };
    table.rows.iter().map(|row| row.cells.iter().map(cell).collect::<Value>()).collect()
}

/// The data in an SVG file, which must be well-formed, and refer to nothing outside itself.
fn data_in(svg: &str) -> Value {
    let file = roxmltree::Document::parse(svg).unwrap_or_else(|error| panic!("{error}: {svg}"));
    for node in file.descendants() {
        for attribute in node.attributes() {
            let value = attribute.value();
            assert!(
                !matches!(attribute.name(), "href" | "src" | "style") && !attribute.name().starts_with("on")
            );
            assert!(!value.contains("url(") || value.starts_with("url(#cut-"), "{value}");
        }
        let known = [
            "svg", "title", "desc", "metadata", "clipPath", "path", "rect", "g", "text", "circle",
            "polyline", "polygon",
        ];
        assert!(!node.is_element() || known.contains(&node.tag_name().name()), "{:?}", node.tag_name());
    }
    let metadata =
        file.descendants().find(|node| node.has_tag_name("metadata") || node.tag_name().name() == "metadata");
    serde_json::from_str(metadata.and_then(|node| node.text()).expect("data")).expect("JSON")
}

#[test]
fn a_drawing_says_whose_it_is_of_what_and_when() {
    let document = small();
    let filters = [Filter::new(Dimension::Mission, "04")].into();
    let selection = Selection { filters, ..Selection::default() };
    let (figures, drawings) = drawn(&document, &selection, 640.0);
    let from = origin(&document, &selection, &figures);
    for drawing in &drawings {
        let picture = chart_svg::write(drawing, &from, &Theme::LIGHT, 1, &[]);
        let value = data_in(&picture.svg);
        assert_eq!(value["plan"]["title"], "Piano <2021> & altro");
        assert_eq!(value["selection_in_words"], "2 di 3 obiettivi: missione 04");
        let file = roxmltree::Document::parse(&picture.svg).expect("XML");
        let texts: Vec<&str> =
            file.descendants().filter(|n| n.tag_name().name() == "text").filter_map(|n| n.text()).collect();
        for said in [
            "Piano <2021> & altro · Comune di Valdarco",
            "2 di 3 obiettivi: missione 04",
            "Fatto con Traguardi il 27 novembre 2026",
        ] {
            assert!(texts.contains(&said), "{said} is not in {texts:?}");
        }
        assert_eq!(texts[0], drawing.title);
        let root = file.root_element();
        assert_eq!(root.attribute("width"), Some(picture.width.to_string().as_str()));
        let double = chart_svg::write(drawing, &from, &Theme::LIGHT, 2, &[]);
        assert_eq!((double.width, double.height), (picture.width, picture.height));
        assert!(double.svg.contains(&format!(
            r#"width="{}" height="{}" viewBox="0 0 {} {}""#,
            picture.width * 2,
            picture.height * 2,
            picture.width,
            picture.height
        )));
    }
}

#[test]
fn a_chart_as_table_is_its_twin() {
    let document = small();
    let (_, drawings) = drawn(&document, &Selection::default(), 640.0);
    for drawing in drawings {
        let table = &drawing.table;
        let read = read_back(&chart_csv::write(table));
        assert_eq!(read.len(), table.rows.len() + 1);
        for (read, row) in read[1..].iter().zip(&table.rows) {
            for (read, cell) in read.iter().zip(&row.cells) {
                match cell {
                    Cell::Text(text) => assert_eq!(read, text),
                    Cell::Count(count) => assert_eq!(number(read), Some(f64::from(*count))),
                    Cell::Percent(percent) => assert_eq!(number(read), *percent),
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_drawings_of_any_plan_are_files_with_their_numbers(plan in hostile_plan(), width in 240.0..900.0_f32, search in hostile()) {
        let document = document(plan);
        let selection = Selection { search, ..Selection::default() };
        let (figures, drawings) = drawn(&document, &selection, width);
        let from = origin(&document, &selection, &figures);
        for drawing in &drawings {
            let data = data_in(&chart_svg::write(drawing, &from, &Theme::LIGHT, 1, &[]).svg);
            prop_assert_eq!(&data["rows"], &rows(&drawing.table));
            prop_assert_eq!(data["plan"]["title"].as_str(), document.import.plan.header.title.as_deref());
            prop_assert_eq!(data["selection"]["search"].as_str(), Some(selection.search.as_str()));
            let own: Value = serde_json::from_str(&chart_json::write(drawing, &from)).expect("JSON");
            prop_assert_eq!(own, data);
        }
    }
}
