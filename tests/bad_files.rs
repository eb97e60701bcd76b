// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: a bad file gets an answer that teaches. It says what the file looks like, where reading stopped, and what
//! to do; nothing in a file is ever lost or interpreted.

use std::time::{Duration, Instant};

use traguardi::import::{self, BinaryKind, DiagnosticKind, Import, ImportError, JsonFault, Missing};
use traguardi::locale::Language::{English, Italian};
use traguardi::locale::errors::import_error;
use traguardi::plan::Place;

/// The error of a file; its words are complete in both languages, whatever it is.
fn error(bytes: &[u8], file_name: &str) -> ImportError {
    let error = import::read(bytes, file_name).expect_err("no plan is in it");
    for language in [Italian, English] {
        let words = import_error(&error, language);
        assert!(!words.title.is_empty() && words.what.len() > 10 && words.todo.len() > 10, "{words:?}");
    }
    assert_ne!(import_error(&error, Italian).title, import_error(&error, English).title);
    error
}

fn json(text: &str) -> ImportError {
    error(text.as_bytes(), "plan.json")
}

fn read(bytes: &[u8]) -> Import {
    import::read(bytes, "plan.json").expect("a plan")
}

fn codes(import: &Import) -> Vec<&'static str> {
    import.diagnostics.iter().map(|d| d.kind.code()).collect()
}

#[test]
fn an_empty_file() {
    for bytes in
        [&b""[..], b" \r\n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", b"\xff\xfe", "\u{a0}\u{200b}".as_bytes()]
    {
        assert_eq!(error(bytes, "vuoto.txt"), ImportError::Empty, "{bytes:?}");
    }
}

#[test]
fn files_that_are_no_text() {
    let zip = |name: &str| [b"PK\x03\x04\x14\0\0\0\x08\0", name.as_bytes(), &[0x9c; 40]].concat();
    let ole = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &[0; 500][..], &name].concat()
    };
    let cases: [(&[u8], BinaryKind); 14] = [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", BinaryKind::Picture),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", BinaryKind::Picture),
        (b"GIF89a\x01\0", BinaryKind::Picture),
        (b"RIFF\x24\0\0\0WEBPVP8 ", BinaryKind::Picture),
        (b"%PDF-1.7\n%\xe2\xe3", BinaryKind::Pdf),
        (b"{\\rtf1\\ansi Obiettivi}", BinaryKind::RichText),
        (b"\x1f\x8b\x08\0\0\0", BinaryKind::Archive),
        (&zip("xl/workbook.xml"), BinaryKind::Spreadsheet),
        (&zip("word/document.xml"), BinaryKind::Document),
        (&zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), BinaryKind::Spreadsheet),
        (&zip("piano.txt"), BinaryKind::Archive),
        (&ole("Workbook"), BinaryKind::Spreadsheet),
        (&ole("WordDocument"), BinaryKind::Document),
        (b"\0\x01\x02\x03", BinaryKind::Unknown),
    ];
    for (bytes, kind) in cases {
        assert_eq!(error(bytes, "file"), ImportError::Binary(kind), "{bytes:?}");
    }
    let signed = b"\x30\x82\x1f\x10\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";
    assert_eq!(error(signed, "relazione.pdf.P7M"), ImportError::Binary(BinaryKind::Signed));
}

#[test]
fn a_web_page() {
    for text in ["<!DOCTYPE html><html>", " <html lang=it>", "<table><tr>"] {
        assert_eq!(error(text.as_bytes(), "pagina.html"), ImportError::Html);
    }
    assert_ne!(error(b"<b>01.01</b>", "tabella.txt"), ImportError::Html);
}

#[test]
fn json_that_stops_says_where() {
    let whole = "{\n \"objectives\": [\n  {\"objective\": \"Più verde\", \"percent\": 100}\n ]\n}";
    assert_eq!(read(whole.as_bytes()).plan.objectives.len(), 1);
    for (end, _) in whole.char_indices().skip(1) {
        let cut = &whole[..end];
        let ImportError::JsonCut { place, .. } = json(cut) else { panic!("{cut}") };
        let lines: Vec<&str> = cut.trim_end().split('\n').collect();
        let expected = (lines.len() as u32, lines[lines.len() - 1].chars().count() as u32 + 1);
        assert_eq!((place.line, place.column), expected, "{cut}");
    }
}

#[test]
fn json_that_is_not_valid_says_what_is_wrong_and_where() {
    use JsonFault::*;
    let cases = [
        ("[{\"objective\": \"à\",}]", TrailingComma, 1, 20),
        ("[{\"objective\": \"à\"},\n]", TrailingComma, 2, 1),
        ("[{\"objective\": \"à\" \"percent\": 1}]", MissingComma, 1, 20),
        ("[{\"objective\" \"à\"}]", MissingColon, 1, 15),
        ("[{objective: \"à\"}]", KeyWithoutQuotes, 1, 3),
        ("[{\"objective\": 'à'}]", NoValue, 1, 16),
        ("[{\"objective\": \"à\", \"percent\": None}]", NoValue, 1, 32),
        ("[{\"objective\": \"à\nè\"}]", ControlCharacter, 1, 18),
        ("[{\"objective\": \"à\\q\"}]", Escape, 1, 19),
        ("[{\"percent\": 098}]", Number, 1, 15),
        ("[{\"objective\": \"à\"}]\n{}", ExtraText, 2, 1),
    ];
    for (text, fault, line, column) in cases {
        let found = json(text);
        let ImportError::JsonSyntax { place, fault: said, .. } = &found else { panic!("{found:?}: {text}") };
        assert_eq!((*said, *place), (fault, Place { line, column }), "{text}");
        assert!(import_error(&found, Italian).title.contains(&format!("riga {line}, colonna {column}")));
    }
}

#[test]
fn json_of_another_kind_says_what_is_missing() {
    let missing = |text: &str| match json(text) {
        ImportError::OtherJson { missing, keys, .. } => (missing, keys.join(" ")),
        other => panic!("{other:?}: {text}"),
    };
    assert_eq!(missing(r#"{"name": "x", "rows": []}"#), (Missing::Objectives, "name rows".into()));
    assert_eq!(missing("{}"), (Missing::Objectives, "".into()));
    assert_eq!(missing(r#"{"objectives": 27}"#), (Missing::ListOfObjectives, "objectives".into()));
    assert_eq!(missing(r#"{"objectives": {"a": {}}}"#), (Missing::ListOfObjectives, "objectives".into()));
    assert_eq!(missing(r#"["a", "b"]"#), (Missing::Records, "".into()));
    assert_eq!(missing(r#"[{"nome": "Anna", "eta": 3}]"#), (Missing::ObjectiveKeys, "nome eta".into()));
    assert_eq!(json("[]"), ImportError::NoObjectives);
    assert_eq!(json(r#"{"title": "PEG", "objectives": []}"#), ImportError::NoObjectives);

    let words = import_error(&json(r#"{"format": "traguardi-figures", "objectives": 27}"#), Italian);
    assert!(words.what.contains("traguardi-figures") && words.example.is_some(), "{words:?}");
}

#[test]
fn a_newer_plan_is_not_half_read() {
    let newer = r#"{"format": "traguardi-plan", "version": 2, "objectives": [{"objective": "a"}]}"#;
    assert_eq!(json(newer), ImportError::NewerVersion { found: "2".into() });
}

#[test]
fn deep_nesting_is_an_error() {
    for text in [
        "[".repeat(200_000),
        format!("{}{}", "[".repeat(200), "]".repeat(200)),
        format!("{}{}", r#"{"a":"#.repeat(100_000), "1"),
        format!(r#"[{{"objective": "a", "x": {}{}}}]"#, "[".repeat(130), "]".repeat(130)),
        format!(r#"[{{"objective": "a", "x": {}1{}}}]"#, r#"{"a":"#.repeat(130), "}".repeat(130)),
    ] {
        let found = json(&text);
        assert!(
            matches!(
                found,
                ImportError::JsonTooDeep { .. } | ImportError::JsonCut { .. } | ImportError::OtherJson { .. }
            ),
            "{found:?}: {}",
            &text[..60]
        );
    }
    let closed = format!(r#"[{{"objective": "a", "x": {}{}}}]"#, "[".repeat(130), "]".repeat(130));
    assert_eq!(json(&closed), ImportError::JsonTooDeep { place: Place { line: 1, column: 151 } });
    // Brackets inside a text are no nesting.
    assert_eq!(
        read(format!(r#"[{{"objective": "{}"}}]"#, "[".repeat(500)).as_bytes()).plan.objectives.len(),
        1
    );
}

#[test]
fn odd_percentages_stay_unknown_and_are_reported() {
    for (value, code) in [
        (r#""250%""#, "value-not-read"),
        ("-5", "value-not-read"),
        (r#""circa 80""#, "value-not-read"),
        (r#""n.d.""#, "value-states-nothing"),
    ] {
        let import = read(format!(r#"[{{"objective": "a", "percent": {value}}}]"#).as_bytes());
        assert_eq!(import.plan.objectives[0].degree, None);
        assert_eq!(import.plan.objectives[0].kept[0].value.as_str(), value.trim_matches('"'));
        assert_eq!(codes(&import), [code], "{value}");
    }
}

#[test]
fn duplicates_and_objectives_without_text_are_counted_and_reported() {
    let import = read(
        br#"[{"code": "01.02", "objective": "a", "purpose": "p"}, {"code": "01.02", "objective": "a", "purpose": "q"},
             {"code": "01.02", "objective": "a", "purpose": "p"}, {"code": "AG7", "objective": "b"},
             {"code": "AG7", "objective": "c"}, {"code": "01.03", "objective": " "}, {}]"#,
    );
    assert_eq!(import.plan.objectives.len(), 7);
    assert_eq!(
        codes(&import),
        ["objective-without-text", "duplicate-objective", "duplicate-code", "objective-without-text"]
    );
    assert_eq!(import.diagnostics[1].kind, DiagnosticKind::DuplicateObjective { first: 1 });
    assert_eq!(import.diagnostics[1].n, Some(3));
}

#[test]
fn every_encoding_of_an_office_is_read() {
    let text = r#"[{"objective": "Attività «più» utili – 100 €", "responsible": "Niccolò Cò"}]"#;
    let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let ansi: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '–' => 0x96,
            '€' => 0x80,
            c => u8::try_from(u32::from(c)).expect("Latin-1"),
        })
        .collect();
    for (bytes, expected) in [
        (text.as_bytes().to_vec(), &[][..]),
        ([b"\xef\xbb\xbf", text.as_bytes()].concat(), &[]),
        ([b"\xff\xfe", &le[..]].concat(), &[]),
        ([b"\xfe\xff", &be[..]].concat(), &[]),
        (le, &["encoding-assumed"]),
        (be, &["encoding-assumed"]),
        (ansi, &["encoding-assumed"]),
    ] {
        let import = read(&bytes);
        assert_eq!(import.plan.objectives[0].objective, "Attività «più» utili – 100 €");
        assert_eq!(import.plan.objectives[0].responsible.cell, "Niccolò Cò");
        assert_eq!(codes(&import), expected);
    }
}

#[test]
fn an_unreadable_character_does_not_cost_the_file() {
    let import = read(b"[{\"objective\": \"citt\xc3\xa0\", \"purpose\": \"virt\xc3\xb9 \xff\"}]");
    assert_eq!(import.plan.objectives[0].purpose, "virtù \u{fffd}");
    assert_eq!(codes(&import), ["undecodable"]);
    assert_eq!(import.diagnostics[0].place, Some(Place { line: 1, column: 43 }));
    let escape = read(br#"[{"objective": "met\u00e0 \ud83d"}]"#);
    assert_eq!(escape.plan.objectives[0].objective, r"met\u00e0 \ud83d");
    assert_eq!(codes(&escape), ["undecodable"]);
}

#[test]
fn noise_is_refused_in_a_moment() {
    let mut state = 88_172_645_463_325_252u64;
    let noise: Vec<u8> = (0..50 << 20)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state as u8
        })
        .collect();
    let start = Instant::now();
    assert_eq!(error(&noise, "rumore.bin"), ImportError::Binary(BinaryKind::Unknown));
    let brackets = vec![b'['; 50 << 20];
    assert!(matches!(error(&brackets, "rumore.json"), ImportError::JsonCut { .. }));
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

#[test]
fn a_file_beyond_all_measure_is_refused_unread() {
    assert_eq!(import::fits(import::LARGEST), Ok(()));
    assert!(matches!(import::fits(import::LARGEST + 1), Err(ImportError::TooLarge { .. })));
}

#[test]
fn markup_in_every_field_is_only_text() {
    let evil = r#"<script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1)"#;
    let keys = ["code", "mission", "programme", "objective", "purpose", "responsible", "support", "office"];
    let more = ["indicators", "outcome", "deadline", "percent", evil];
    let entries: Vec<String> = keys.iter().chain(&more).map(|key| format!(r#""{key}": "{evil}""#)).collect();
    let text =
        format!(r#"{{"title": "{evil}", "body": "{evil}", "objectives": [{{{}}}]}}"#, entries.join(", "));
    let plan = read(text.as_bytes()).plan;
    let objective = &plan.objectives[0];
    let mission = objective.mission.as_ref().and_then(|m| m.name.as_deref()).unwrap_or_default();
    let programme = objective.programme.as_ref().and_then(|p| p.name.as_deref()).unwrap_or_default();
    for text in [
        plan.header.title.as_deref().unwrap_or_default(),
        plan.header.body.as_deref().unwrap_or_default(),
        &objective.code_as_written,
        mission,
        programme,
        &objective.objective,
        &objective.purpose,
        &objective.responsible.cell,
        &objective.support.cell,
        &objective.office,
        &objective.indicators[0].text,
        &objective.outcome,
        &objective.deadline,
        objective.kept[0].value.as_str(),
        &objective.kept[1].name,
    ] {
        assert_eq!(text, evil);
    }
}

#[test]
fn marks_that_turn_the_writing_are_kept_and_reported() {
    let text = "[{\"objective\": \"a\u{202e}b\u{202c}\", \"responsible\": [\"Anna\u{200b} Rossi\"], \"percent\": \"\u{200f}80%\"}]";
    let import = read(text.as_bytes());
    assert_eq!(import.plan.objectives[0].objective, "a\u{202e}b\u{202c}");
    assert_eq!(import.plan.objectives[0].degree.map(|p| p.value()), Some(80.0));
    assert_eq!(
        import.diagnostics.iter().map(|d| d.kind.clone()).collect::<Vec<_>>(),
        [DiagnosticKind::InvisibleMarks { count: 3 }]
    );
}

#[test]
fn a_line_that_begins_with_a_bracket_is_not_called_json() {
    for text in ["[1] Obiettivo\tEsito", "[x]\ta", "[ ] da fare"] {
        assert!(matches!(error(text.as_bytes(), "note.txt"), ImportError::NoTable { .. }), "{text}");
    }
}

#[test]
fn a_text_without_a_table_is_refused_in_a_moment_however_long() {
    let start = Instant::now();
    for (line, lines) in [("12\n", 7_000_000), ("una riga di testo\r\n", 1_000_000), ("x\r", 10_000_000)] {
        let expected = ImportError::NoTable { lines, separator: None, rows: 0, columns: 0 };
        assert_eq!(error(line.repeat(lines).as_bytes(), "elenco.txt"), expected);
    }
    let long = format!("Codice\tObiettivo\n{}", "12\n".repeat(7_000_000));
    assert_eq!(
        error(long.as_bytes(), "elenco.txt"),
        ImportError::TooManyLines { lines: 7_000_001, limit: 2_000_000 }
    );
    // Building records of twenty megabytes of short lines takes a minute.
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}
