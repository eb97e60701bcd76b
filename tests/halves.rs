// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: a large file that two readers read, one half each, is the document that one reader reads of the whole, to
//! the last bit, wherever it is cut; and where that cannot be, one reader reads it.

use proptest::prelude::*;
use traguardi::crossing::Answer;
use traguardi::halves::{First, Second};
use traguardi::prepared::Prepared;

/// How many bytes both readers look at for the seam.
const SEEN: usize = 1 << 16;

/// All that the reader says of a plan, as it crosses to the page.
fn said(prepared: Prepared) -> [Vec<u8>; 4] {
    let mut answer = Answer::new(Ok(prepared));
    let head = answer.head();
    let objectives = std::iter::from_fn(|| answer.part()).flatten().collect();
    [head, objectives, answer.ends(), answer.rest().unwrap_or_default()]
}

/// Reads a file in halves, as two readers do that share no memory. `None` where it has none.
fn in_halves(file: &[u8], middle: usize, most: usize) -> Option<Prepared> {
    let first = First::read(&file[..file.len().min(middle + SEEN)], middle, SEEN)?;
    let head = &file[..file.len().min(SEEN)];
    let (second, parts) = Second::read(head, &file[middle..], SEEN)?.pack();
    first.join_above(Second::unpack(&second, parts)?, "piano.json", most)
}

/// Whether a file has halves at a place; where it has, they are the whole.
fn has_halves(file: &str, middle: usize) -> bool {
    let middle = middle.min(file.len());
    let halves = |most| in_halves(file.as_bytes(), middle, most);
    let (Some(joined), Some(small)) = (halves(0), halves(usize::MAX)) else { return false };
    let whole =
        |most| Prepared::begin_above(file.as_bytes(), "piano.json", most).expect("what has halves is a plan");
    assert!(said(joined) == said(whole(0)), "cut at {middle}: {file}");
    assert!(said(small) == said(whole(usize::MAX)), "cut at {middle}: {file}");
    true
}

/// In how many places of all a file has halves.
fn places(file: &str) -> usize {
    (0..=file.len()).filter(|middle| has_halves(file, *middle)).count()
}

/// A plan that has a bit of everything in each half: what is said of keys and labels once, what is alike, what is strange.
const PLAN: &str = r#"{"title": "Piano – è", "year": 2025, "colore": 1, "corrections": [{"n": 3, "code": "12.05"}], "objectives": [
  {"id": 1, "mission": "Servizi istituzionali, generali e di gestione", "programme": "01.02 Segreteria", "objective": "Uno «è»",
   "responsible": ["Anna Bianchi", "Ugo Verdi"], "indicators": [{"text": "Giorni", "actual": "3"}, {"text": "}, {\"id\": 2"}]},
  {"id": 2, "mission": "Istruzione e diritto allo studio", "programme": {"code": "04.02", "name": "Scuole\ud800"}, "objective": "Due",
   "outcome": "Realizzato il 15 dicembre", "support": "Ugo Verdi"}, {"id": 3, "objective": "Uno «è»", "percent": "250%"},
  {"id": 4, "mission": "Istruzione e diritto allo studio", "programme": {"code": "04.02", "name": "Scuole\ud800"}, "objective": "Uno «è»",
   "outcome": "Non raggiunto", "weight": 2, "strategic": true, "id": 5, "office": "Scuola"},
  {"id": 6, "objective": " ", "mission": "Servizi istituzionali, generali e di gestione", "programme": "12.01", "peso": "n.d.", "years": [2025]},
  {"id": 7, "mission": "99", "objective": "Due", "responsible": "Anna Bianchi", "percent": 90, "codice": "AG7/D"}
]}
"#;

#[test]
fn a_plan_with_a_bit_of_everything_has_halves() {
    assert!(places(PLAN) > PLAN.len() / 2, "{}", places(PLAN));
    // Without what only one reader reads, and whatever stands between.
    let list = PLAN[PLAN.find("[\n").expect("a list")..].trim_end().trim_end_matches('}');
    assert!(places(list) > list.len() / 2);
    let crowded = PLAN.replace("\n", "");
    assert!(places(&crowded) > crowded.len() / 2);
}

#[test]
fn what_bears_on_the_other_half_is_read_by_one() {
    // Codes say which objectives are strategic.
    assert_eq!(
        places(
            &PLAN
                .replace("\"codice\": \"AG7/D\"", "\"codice\": \"12.01 S\"")
                .replace("\"id\": 2", "\"codice\": \"04.02\"")
        ),
        0
    );
    // A member that is no objective; a header behind the objectives; a cut or broken file, another list within.
    assert_eq!(places(&PLAN.replace("{\"id\": 7", "7, {\"id\": 7")), 0);
    assert_eq!(places(&PLAN.replace("]}\n", "], \"year\": 2024}")), 0);
    assert_eq!(places(PLAN.trim_end().trim_end_matches('}')), 0);
    assert_eq!(places(&PLAN.replace("]}\n", "]")), 0);
    assert_eq!(places(&PLAN.replace("\"years\": [2025]", "\"years\": [2025")), 0);
    assert_eq!(
        places(
            &PLAN
                .replace("\"version\"", "")
                .replace("{\"title\"", "{\"format\": \"traguardi-plan\", \"version\": 9, \"title\"")
        ),
        0
    );
    assert_eq!(places("Codice\tObiettivo\n01.02\tUno\n"), 0);
    assert_eq!(places(&format!("\u{feff}{PLAN}")), 0);
}

#[test]
fn a_record_within_an_objective_is_no_objective() {
    let nested = r#"{"objectives": [{"code": "01.02", "kept": [{"code": "x", "mission": "y"}, {"code": "x"}]}, {"code": "01.03", "strategic": false}]}"#;
    let cut_within = nested.find("{\"code\": \"x\", ").expect("there");
    assert!(!has_halves(nested, cut_within));
}

#[test]
fn no_bytes_of_another_reader_are_too_strange() {
    let (second, parts) =
        Second::read(PLAN.as_bytes(), &PLAN.as_bytes()[300..], SEEN).expect("a half").pack();
    for end in 0..second.len() {
        assert!(Second::unpack(&second[..end], parts.clone()).is_none());
    }
    assert!(Second::unpack(&second, Vec::new()).is_none());
    assert!(Second::unpack(&second, vec![vec![0; 3]]).is_none());
}

proptest! {
    /// Whatever the objectives are, and wherever it is cut.
    #[test]
    fn halves_are_the_whole(kinds in prop::collection::vec(0..8_u8, 1..40), cut in 0.0..1.0_f64, from in 0.0..1.0_f64, byte: u8) {
        let objective = |kind: &u8| match kind {
            0 => r#"{"mission": "01", "objective": "Uno", "outcome": "Raggiunto"}"#,
            1 => r#"{"mission": "Turismo", "objective": "Due", "percent": 50, "responsible": ["Anna Bianchi"]}"#,
            2 => r#"{"mission": "Turismo", "objective": "Uno", "colore": "blu", "outcome": "Concluso a giugno"}"#,
            3 => r#"{"objective": "Uno", "mission": "01", "objective": "Tre", "years": {"2025": "x"}}"#,
            4 => r#"{"mission": "12 Sociale", "programme": "12.05", "support": "Ufficio tecnico, Ugo Verdi"}"#,
            5 => r#"{"mission": "04", "programme": "12.05", "objective": "\u00e8\u200b", "weight": "3"}"#,
            6 => "\n    {\"mission\": \"01\", \"objective\": \"Uno\", \"percent\": \"boh\"}\n",
            _ => r#"{"mission": "Turismo", "percent": "n.d.", "outcome": "80%", "staff_percent": 100}"#,
        };
        let all: Vec<&str> = kinds.iter().map(objective).collect();
        let mut file = format!("{{\"year\": 2025, \"objectives\": [{}]}}", all.join(","));
        has_halves(&file, (file.len() as f64 * cut) as usize);
        // Damaged, it has none, or those of what is left.
        let at = file.floor_char_boundary((file.len() as f64 * from) as usize);
        file.insert(at, char::from(byte));
        has_halves(&file, (file.len() as f64 * cut) as usize);
    }
}
