// SPDX-License-Identifier: AGPL-3.0-or-later
//! The real report is read whole: 27 objectives as a person reads them, and no doubt that a person would not have.

#[path = "common/reference.rs"]
mod reference;

use reference::reference;
use traguardi::import::{DiagnosticKind, Field, Format, Import, Severity};
use traguardi::plan::{MissionCode, Objective, Year};

fn read(text: &str) -> Import {
    traguardi::import::read(text.as_bytes(), "relazione-2021.txt").expect("a plan")
}

#[test]
fn every_objective_is_as_a_person_read_it() {
    let Some((text, expected)) = reference() else { return };
    let import = read(&text);
    let wanted = expected["objectives"].as_array().expect("a list");
    assert_eq!(import.plan.objectives.len(), wanted.len());
    let year = Year::new(2021).expect("a year");
    for (objective, wanted) in import.plan.objectives.iter().zip(wanted) {
        let n = &wanted["n"];
        assert_eq!(objective.code_as_written, wanted["code_as_written"].as_str().expect("a code"), "{n}");
        let mission = objective.mission.as_ref().and_then(|m| m.code).map(|code| code.to_string());
        assert_eq!(mission.as_deref(), wanted["mission"].as_str(), "{n}");
        let programme = objective.programme.as_ref().and_then(|p| p.code).map(|code| code.to_string());
        assert_eq!(programme.as_deref(), wanted["programme"].as_str(), "{n}");
        assert_eq!(objective.strategic, wanted["strategic"].as_bool(), "{n}");
        let planned = objective.planned.as_ref().map(|years| years.contains(&year));
        assert_eq!(planned, wanted["planned_2021"].as_bool(), "{n}");
        assert_eq!(objective.staff_percent.map(|p| p.value()), wanted["staff_percent"].as_f64(), "{n}");
        let begins = |text: &str, key: &str| text.starts_with(wanted[key].as_str().expect("a text"));
        assert!(begins(&objective.objective, "objective_starts"), "{n}: {}", objective.objective);
        assert!(begins(&objective.outcome, "outcome_starts"), "{n}: {}", objective.outcome);
        assert_eq!(objective.degree, None, "{n}");
        assert!(objective.kept.is_empty(), "{n}");
        assert!(!objective.responsible.names.is_empty(), "{n}");
        assert_eq!(objective.indicators.len(), 1, "{n}");
    }
}

#[test]
fn the_totals_are_those_of_the_document() {
    let Some((text, expected)) = reference() else { return };
    let import = read(&text);
    for (programme, number) in expected["totals"]["by_programme"].as_object().expect("a record") {
        let is_of_it = |o: &&Objective| o.programme.as_ref().is_some_and(|p| p.key() == *programme);
        let found = import.plan.objectives.iter().filter(is_of_it).count();
        assert_eq!(Some(found as u64), number.as_u64(), "{programme}");
    }
    assert_eq!(import.plan.header.year, Year::new(2021));
    assert_eq!(import.format, Format::TextTable(b'\t'));
    assert_eq!((import.tally.rows, import.tally.rows_read), (27, 27));
    assert_eq!(import.tally.cells, import.tally.cells_read);
    let name = |number| {
        let code = MissionCode::new(number);
        let of_mission =
            import.plan.objectives.iter().filter_map(|o| o.mission.as_ref()).find(|m| m.code == code);
        of_mission.and_then(|mission| mission.name.as_deref())
    };
    assert_eq!(name(1), Some("Servizi istituzionali, generali e di gestione"));
    assert_eq!(name(5), None);
    assert_eq!(name(12), Some("Diritti Sociali, politiche sociali e famiglia"));
}

#[test]
fn the_doubts_are_those_of_a_person() {
    let Some((text, _)) = reference() else { return };
    let import = read(&text);
    let serious: Vec<_> = import.diagnostics.iter().filter(|d| d.kind.severity() != Severity::Note).collect();
    let mission_05 = MissionCode::new(5).expect("a code");
    assert_eq!(
        serious.iter().map(|d| d.kind.clone()).collect::<Vec<_>>(),
        [
            DiagnosticKind::MissionWithoutName { code: mission_05 },
            DiagnosticKind::CodeReadAs { written: "12.9".into(), read: "12.09".into() },
        ]
    );
    let line = |index: usize| serious[index].place.map(|place| place.line).expect("a place");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[line(0) as usize - 1], "### Missione 05");
    assert!(lines[line(1) as usize - 1].starts_with("<b>12.9</b>"));
    assert_eq!(serious[1].n, Some(27));
}

#[test]
fn what_was_understood_can_be_shown() {
    let Some((text, _)) = reference() else { return };
    let import = read(&text);
    let codes = |code: &str| import.diagnostics.iter().filter(|d| d.kind.code() == code).count();
    assert_eq!(codes("headings-read") + codes("headings-repeated"), 5);
    assert_eq!(codes("rule-line"), 5);
    assert_eq!(codes("legend"), 2);
    assert_eq!(codes("section-heading") + codes("mission-without-name"), 5);
    let columns = import.diagnostics.iter().find_map(|d| match &d.kind {
        DiagnosticKind::HeadingsRead { columns, .. } => Some(columns),
        _ => None,
    });
    let fields: Vec<_> = columns.expect("a heading row").iter().map(|column| column.field).collect();
    use Field::*;
    let expected =
        [Code, Objective, Purpose, Responsible, Support, Planned, Indicator, Outcome, StaffPercent];
    assert_eq!(fields, expected.map(Some));
}
