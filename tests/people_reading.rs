// SPDX-License-Identifier: AGPL-3.0-or-later
//! Promise: cells of people are read as careful people would read them, and names that are likely one person's are
//! suggested, never merged in silence.

#[path = "common/reference.rs"]
mod reference;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Instant;

use proptest::prelude::*;
use reference::reference;
use serde_json::{Value, json};
use traguardi::document::Document;
use traguardi::import;
use traguardi::plan::{Objective, People, Plan};
use traguardi::reading::people::{Kind, Register, is_surname_first, read};

const CORPUS: &str = include_str!("corpus/names.tsv");

/// A row of the corpus.
struct Row {
    n: usize,
    plan: u32,
    cell: &'static str,
    /// Names with the keys of the people they are.
    people: Vec<(&'static str, &'static str)>,
    groups: Vec<&'static str>,
}

fn rows() -> Vec<Row> {
    fn list(text: &'static str) -> Vec<&'static str> {
        if text == "-" { Vec::new() } else { text.split(" | ").collect() }
    }
    let rows = CORPUS.lines().skip(1).map(|line| {
        let [n, plan, cell, people, groups] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("five columns: {line}")
        };
        let people = list(people).into_iter().map(|one| one.rsplit_once('=').expect("a key")).collect();
        Row {
            n: n.parse().expect("n"),
            plan: plan.parse().expect("plan"),
            cell,
            people,
            groups: list(groups),
        }
    });
    rows.collect()
}

fn document(cells: &[&str]) -> Document {
    let objectives: Vec<Value> =
        cells.iter().map(|cell| json!({ "objective": "Rifare la piazza", "responsible": cell })).collect();
    Document::open(json!({ "objectives": objectives }).to_string().as_bytes(), "").expect("a plan")
}

/// What was found of one half of the corpus.
#[derive(Debug, Default)]
struct Report {
    cells: usize,
    right: usize,
    suggested: usize,
    suggested_right: usize,
    same: usize,
    wrong: Vec<String>,
}

impl Report {
    fn precision(&self) -> f64 {
        self.suggested_right as f64 / self.suggested.max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.suggested_right as f64 / self.same.max(1) as f64
    }
}

fn report(half: u32) -> Report {
    let rows = rows();
    let plans: BTreeSet<u32> = rows.iter().map(|row| row.plan).filter(|plan| plan % 2 == half).collect();
    let mut report = Report::default();
    for plan in plans {
        let rows: Vec<&Row> = rows.iter().filter(|row| row.plan == plan).collect();
        let document = document(&rows.iter().map(|row| row.cell).collect::<Vec<_>>());
        let records: Vec<Value> = serde_json::from_str(&document.people_json()).expect("JSON");
        let mut keys: BTreeMap<&str, &str> = BTreeMap::new();
        let mut suggested: BTreeMap<String, String> = BTreeMap::new();
        for (n, row) in (1..).zip(rows) {
            let record = records.iter().find(|record| record["n"] == n);
            let texts = |field: &str| -> Vec<String> {
                let list = record.and_then(|record| record[field].as_array()).cloned().unwrap_or_default();
                let text =
                    |value: &Value| value.get("name").unwrap_or(value).as_str().expect("a text").to_owned();
                list.iter().map(text).collect()
            };
            let people: Vec<&str> = row.people.iter().map(|(name, _)| *name).collect();
            report.cells += 1;
            if texts("people") == people && texts("groups") == row.groups {
                report.right += 1;
            } else {
                report.wrong.push(format!(
                    "{}: {:?}: {:?} {:?}",
                    row.n,
                    row.cell,
                    texts("people"),
                    texts("groups")
                ));
            }
            keys.extend(row.people.iter().copied());
            for person in record.and_then(|record| record["people"].as_array()).into_iter().flatten() {
                let of = |key: &str| person[key].as_str().expect("a text").to_owned();
                assert_eq!(of("person"), of("name"), "nothing is merged without the user's word");
                suggested.insert(of("name"), of("suggested"));
            }
        }
        let names: Vec<&str> = keys.keys().copied().collect();
        for (at, a) in names.iter().enumerate() {
            for b in &names[at + 1..] {
                let same = keys[a] == keys[b];
                let said = suggested.contains_key(*a) && suggested.get(*a) == suggested.get(*b);
                report.same += usize::from(same);
                report.suggested += usize::from(said);
                report.suggested_right += usize::from(same && said);
                if same != said {
                    report
                        .wrong
                        .push(format!("plan {plan}: {a} / {b}: {}", if same { "missed" } else { "wrong" }));
                }
            }
        }
    }
    report
}

#[test]
fn the_corpus_is_read_as_labelled() {
    for (half, name) in [(1, "to build on"), (0, "to test on")] {
        let report = report(half);
        println!(
            "names, half {name}: {} of {} cells exactly; suggestions: precision {:.4} ({} of {}), recall {:.4} ({} of {})",
            report.right,
            report.cells,
            report.precision(),
            report.suggested_right,
            report.suggested,
            report.recall(),
            report.suggested_right,
            report.same,
        );
        report.wrong.iter().for_each(|wrong| println!("  {wrong}"));
        assert!(report.cells >= 90);
        assert!(report.right * 100 >= report.cells * 95, "{report:#?}");
        assert!(report.precision() >= 0.99, "{report:#?}");
        assert!(report.recall() >= 0.9, "{report:#?}");
    }
}

#[test]
fn the_corpus_is_split_as_it_says() {
    let rows = rows();
    assert!(rows.len() >= 170);
    for (n, row) in (1..).zip(&rows) {
        assert_eq!((row.n, row.n % 2), (n, row.plan as usize % 2));
    }
}

#[test]
fn the_people_of_the_reference_document_are_met_exactly() {
    let Some((text, expected)) = reference() else { return };
    let expected = &expected["people"];
    let texts = |value: &Value| -> BTreeSet<String> {
        value
            .as_array()
            .expect("a list")
            .iter()
            .map(|text| text.as_str().expect("a text").to_owned())
            .collect()
    };
    let document = Document::open(text.as_bytes(), "relazione-2021.txt").expect("a plan");
    let register = &document.people;

    let pairs: BTreeSet<BTreeSet<String>> = register
        .suggestions()
        .iter()
        .map(|one| [one.a, one.b].map(|at| register.member(at).name.to_string()).into())
        .collect();
    let expected_pairs =
        expected["same_person_suggested"].as_array().expect("a list").iter().map(&texts).collect();
    assert_eq!(pairs, expected_pairs);

    let objectives = &document.import.plan.objectives;
    let names = || objectives.iter().flat_map(|o| o.responsible.names.iter().chain(&o.support.names));
    let two: BTreeSet<String> =
        names().filter(|name| read(name).len() > 1).map(|name| name.to_string()).collect();
    assert_eq!(two, texts(&expected["two_people_in_one_name"]));
    for name in &two {
        assert!(read(name).iter().all(|part| part.kind == Kind::Person && part.name.split(' ').count() == 2));
    }

    let alone = names().filter(|name| read(name).len() == 1 && is_surname_first(name));
    assert_eq!(
        alone.map(|name| name.to_string()).collect::<BTreeSet<_>>(),
        texts(&expected["surname_first"])
    );
    let groups = register.members().iter().filter(|member| member.kind == Kind::Group);
    assert_eq!(
        groups.map(|member| member.name.to_string()).collect::<BTreeSet<_>>(),
        texts(&expected["not_a_person"])
    );

    let everywhere = expected["responsible_of_every_objective"].as_str().expect("a name");
    let records: Vec<Value> = serde_json::from_str(&document.people_json()).expect("JSON");
    let answers_for = records.iter().filter(|record| record["field"] == "responsible").filter(|record| {
        record["people"].as_array().is_some_and(|people| people.iter().any(|p| p["person"] == everywhere))
    });
    assert_eq!(answers_for.count(), objectives.len());
    let group = document.whole.by_responsible.iter().find(|group| group.key == everywhere).expect("a group");
    assert_eq!(group.summary.objectives as usize, objectives.len());
}

#[test]
fn long_cells_and_many_names_take_no_longer_than_their_length() {
    let start = Instant::now();
    let unit = [
        "Anna Rossi Ugo Verdi ",
        "Rossi ",
        "Anna ",
        "dott. ",
        "(",
        ") (",
        "e ",
        "De ",
        "A. ",
        "Ufficio Anna Rossi ",
        "1) ",
        "-",
        "è'",
    ];
    for unit in unit {
        let cell = unit.repeat(1_000_000 / unit.len());
        let parts = read(&cell);
        assert!(parts.len() <= cell.len());
        // As a whole plan too: keys and suggestions.
        document(&[&cell]).people.suggestions();
    }
    // Thousands of names alike, in each way that names are compared.
    let makers: [fn(usize) -> String; 4] = [
        |n| format!("Anna Ross{}i", letters(n)),
        |n| format!("A{}a Rossini", letters(n)),
        |n| format!("{}. Rossini", letters(n)),
        |n| {
            (0..14)
                .map(|bit| "anna rossinibel".as_bytes()[bit] as char)
                .enumerate()
                .map(|(bit, c)| if n >> bit & 1 == 1 { c.to_ascii_uppercase() } else { c })
                .collect()
        },
    ];
    for maker in makers {
        let cells: Vec<String> = (0..4000).map(maker).collect();
        let document = document(&cells.iter().map(String::as_str).collect::<Vec<_>>());
        document.people.suggestions();
    }
    // A hundred thousand objectives of five hundred people, each under two spellings.
    let name = |n: usize| -> Arc<str> {
        let n = n % 500;
        let swap = if n.is_multiple_of(2) { "Ranzani" } else { "Pastrengo" };
        format!("Anna{} {swap}{}i", letters(n), letters(n * 7)).into()
    };
    let people = |n: usize| People { cell: String::new(), names: vec![name(n), name(n * 31 + 7)] };
    let objective = |n| Objective { responsible: people(n), support: people(n + 3), ..Objective::default() };
    let plan = Plan { objectives: (0..100_000).map(objective).collect::<Vec<_>>().into(), ..Plan::default() };
    let begun = Instant::now();
    let register = Register::new(&plan);
    let (read, suggested) = (begun.elapsed(), register.suggestions().len());
    println!(
        "{} people in 100,000 objectives: {read:?}; {suggested} suggestions: {:?}",
        register.members().len(),
        begun.elapsed()
    );
    let seconds = start.elapsed().as_secs_f64();
    println!("long cells and many names: {seconds:.1} s");
    // A debug build on a busy machine takes seconds; quadratic work would take hours.
    assert!(seconds < 60.0, "{seconds} s");
}

/// A number in letters.
fn letters(n: usize) -> String {
    let digits = [n / 676 % 26, n / 26 % 26, n % 26];
    digits.iter().map(|&digit| char::from(b'a' + digit as u8)).collect()
}

fn cell() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Anna",
        "Rossi",
        "ROSSI",
        "De",
        "Luca",
        "Novarese",
        "dott.",
        "Dott.ssa",
        "e",
        "-",
        ",",
        "(Tributi)",
        "(",
        ")",
        "M.",
        "P.O",
        "Ufficio",
        "Tributi",
        "tutti",
        "gli",
        "uffici",
        "Cò",
        "Co'",
        "1)",
        "Franco",
        "Mara",
        "/",
        ".",
        "’",
        "responsabile",
        "\u{a0}",
        "E.Verdi",
        "d'Ambrì",
        "Ł",
        "İ",
    ]);
    prop_oneof![
        prop::collection::vec(words, 0..12).prop_map(|words| words.join(" ")),
        "\\PC{0,40}",
        "[A-Z a-z.,;()&'’–-]{0,60}",
    ]
}

proptest! {
    /// Every letter of a cell is in a name, in a group, or among what was cut off, and names come in their order.
    #[test]
    fn no_word_is_lost(cell in cell()) {
        let parts = read(&cell);
        prop_assert_eq!(parts.is_empty(), cell.trim().is_empty());
        let count = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        let kept: usize = parts.iter().map(|part| count(&part.name) + part.cut.iter().map(|cut| count(cut)).sum::<usize>()).sum();
        // Only the "e" between two names is in neither.
        prop_assert!(kept <= count(&cell), "{:?}", parts);
        let joints = cell.split(|c: char| c.is_whitespace() || ",;:/\\|•·-–—−‐‑()[]".contains(c)).filter(|word| matches!(word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str(), "e" | "ed")).map(count).sum::<usize>();
        prop_assert!(kept + joints >= count(&cell), "{:?}", parts);
        let mut rest = cell.as_str();
        for part in parts.iter().filter(|part| part.cut.is_empty() && !cell.contains(['(', '['])) {
            let first = part.name.split_whitespace().next().unwrap_or_default();
            let at = rest.find(first);
            prop_assert!(at.is_some(), "{:?}", parts);
            rest = &rest[at.unwrap_or_default() + first.len()..];
        }
    }

    /// A name by itself is that name again.
    #[test]
    fn a_name_that_was_split_is_whole(cell in cell()) {
        for part in read(&cell) {
            if part.kind == Kind::Person {
                let again = read(&part.name);
                prop_assert!(again.len() == 1 && again[0].name == part.name, "{:?} of {:?}", again, part);
            }
        }
    }

    /// Whatever the cells, suggestions join names of people that stand in no cell together.
    #[test]
    fn people_of_one_cell_are_never_one(cells in prop::collection::vec(cell(), 1..8)) {
        let document = document(&cells.iter().map(String::as_str).collect::<Vec<_>>());
        let register = Register::new(&document.import.plan);
        for objective in document.import.plan.objectives.iter() {
            let members: BTreeSet<u32> = objective.responsible.names.iter().flat_map(|name| register.of_name(name)).copied().collect();
            let people: BTreeSet<u32> = members.iter().copied().map(|member| register.suggested_identity(member)).collect();
            prop_assert_eq!(people.len(), members.len());
        }
    }
}

#[test]
fn the_users_word_decides_and_the_plan_keeps_it() {
    let cells = ["Stefania Cò", "Stefania Co'", "Stefania Cò", "Ornella Porta"];
    let open = document(&cells);
    assert_eq!(open.people.suggestions().len(), 1);
    assert_eq!(open.whole.by_responsible.len(), 3);
    let merged = open.amended(|plan| plan.people.merge(["Stefania Co'".into(), "Stefania Cò".into()]));
    assert_eq!(merged.people.suggestions(), []);
    let group = merged.whole.by_responsible.iter().find(|group| group.key == "Stefania Cò").expect("a group");
    assert_eq!(group.summary.objectives, 3);
    assert!(merged.whole.by_responsible.iter().all(|group| group.key != "Stefania Co'"));
    // Saved and opened again, it is still so.
    let again = Document::open(merged.plan_json().as_bytes(), "").expect("a plan");
    assert_eq!(again.import.plan.people, merged.import.plan.people);
    assert_eq!(again.whole.by_responsible, merged.whole.by_responsible);
    assert_eq!(again.import.plan.kept, []);
    // And back.
    let split = merged.amended(|plan| plan.people.split("Stefania Cò"));
    assert_eq!((split.people.suggestions().len(), split.import.plan == open.import.plan), (1, true));
    // Said to be two, they are not suggested again.
    let apart = open.amended(|plan| plan.people.keep_apart(&"Stefania Cò".into(), &"Stefania Co'".into()));
    assert_eq!(apart.people.suggestions(), []);
    let again = Document::open(apart.plan_json().as_bytes(), "").expect("a plan");
    assert_eq!(again.people.suggestions(), []);
}

#[test]
fn numbers_tell_people_of_one_name_apart() {
    let document = document(&["Anna Rossi 1", "Anna Rossi 2", "Anna Rossi", "Rossi Anna 50%"]);
    let names: Vec<&str> = document.people.members().iter().map(|member| &*member.name).collect();
    assert_eq!(names, ["Anna Rossi 1", "Anna Rossi 2", "Anna Rossi", "Rossi Anna"]);
    let suggestions = document.people.suggestions();
    assert_eq!(suggestions.iter().map(|one| (one.a, one.b)).collect::<Vec<_>>(), [(2, 3)]);
}

#[test]
fn what_has_signs_that_no_name_has_stays_whole() {
    for text in ["anna.rossi@comune.example", "<b>Anna Rossi</b>: <i>Ugo Verdi</i>", "=A1/B2"] {
        let parts = read(text);
        assert_eq!((parts.len(), &*parts[0].name, parts[0].kind), (1, text, Kind::Group));
    }
}

#[test]
fn decisions_that_are_none_are_kept_as_written() {
    let text = r#"{"people": {"same": [["A", 1]]}, "objectives": [{"objective": "a"}]}"#;
    let import = import::read(text.as_bytes(), "").expect("a plan");
    assert!(import.plan.people.is_empty());
    assert_eq!(import.plan.kept.len(), 1);
    let written = traguardi::export::plan_json::write(&import.plan);
    let again: Plan = import::read(written.as_bytes(), "").expect("a plan").plan;
    assert_eq!((again.kept, again.people), (import.plan.kept, import.plan.people));
}
