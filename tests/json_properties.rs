// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: no file breaks the reader, and a plan that is written is read back as it was, whatever it holds.

#[path = "common/any_plan.rs"]
mod any_plan;

use any_plan::{json_value, plan, text};
use proptest::collection::vec;
use proptest::prelude::*;
use traguardi::export::plan_json::write;
use traguardi::import::{self, plan_json};
use traguardi::plan::*;

const EXAMPLE: &str = include_str!("fixtures/comune-di-valdarco-2025.json");

fn placeless(mut plan: Plan) -> Plan {
    plan.objectives_mut().iter_mut().for_each(|objective| objective.place = None);
    plan
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_written_plan_is_read_back_as_it_was(plan in plan()) {
        let written = write(&plan);
        let read = plan_json::read(&written).map_err(|error| TestCaseError::fail(format!("{error}: {written}")))?;
        let read = placeless(read.plan);
        prop_assert_eq!(&read, &plan, "{}", written);
        prop_assert_eq!(write(&read), written);
    }

    #[test]
    fn no_bytes_break_the_reader(bytes in vec(any::<u8>(), 0..300), name in "\\PC{0,8}") {
        let _ = import::read(&bytes, &name);
    }

    #[test]
    fn no_damage_to_a_plan_breaks_the_reader(
        at in vec((0..EXAMPLE.len(), any::<u8>()), 0..4),
        cut in 0..EXAMPLE.len(),
        keep in any::<bool>(),
    ) {
        let mut bytes = EXAMPLE.as_bytes().to_vec();
        for (at, byte) in at {
            bytes[at] = byte;
        }
        if !keep {
            bytes.truncate(cut);
        }
        if let Ok(import) = import::read(&bytes, "plan.json") {
            prop_assert_eq!(import.tally.rows_read, import.plan.objectives.len());
        }
    }

    #[test]
    fn no_json_breaks_the_reader(entries in vec((prop::sample::select(vec![
        "code", "mission", "programme", "strategic", "objective", "purpose", "responsible", "years", "indicators",
        "expected", "actual", "outcome", "percent", "weight", "kept", "2025", "altro",
    ]), prop_oneof![
        json_value(),
        text().prop_map(|text| serde_json::to_string(&text).expect("a text")),
        Just(r#"[{"name": "a", "value": 1}]"#.to_owned()),
        Just(r#"{"cell": "A, B", "names": ["A", 2]}"#.to_owned()),
        Just(r#"{"code": "01", "name": "x"}"#.to_owned()),
        Just(r#"{"2025": "x", "altro": 1}"#.to_owned()),
        Just(r#"[{"text": "a", "testo": "b", "fonte": 3, "actual": [1]}, 4, true]"#.to_owned()),
    ]), 0..8)) {
        let body: Vec<String> = entries.iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
        let text = format!("[{{\"objective\": \"a\"}}, {{{}}}]", body.join(", "));
        let import = import::read(text.as_bytes(), "").map_err(|e| TestCaseError::fail(format!("{e}: {text}")))?;
        prop_assert_eq!(import.plan.objectives.len(), 2);
        // Nothing is lost on the way out and in again.
        let written = write(&import.plan);
        let again = plan_json::read(&written).map_err(|e| TestCaseError::fail(format!("{e}: {written}")))?;
        prop_assert_eq!(placeless(again.plan), placeless(import.plan), "{}", written);
    }
}
