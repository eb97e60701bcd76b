// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: the published schema of the JSON plan says what the reader accepts, no less and no more.
//!
//! The types here are the format in Rust. The schema is made from them and compared with `schema/plan-1.schema.json`;
//! run with `UPDATE_GOLDEN=1` to write that file anew. That they are the format the reader knows is proved below: the
//! keys are the same, and every value they allow is read without a remark.

#![allow(dead_code)]

use std::path::Path;

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde::Deserialize;
use serde_json::{Value, json};
use traguardi::import::{self, plan_json::keys};

/// A municipality's plan of objectives with its outcomes, as Traguardi reads it: format version 1.
///
/// The bare list of objectives is accepted too. Keys that are not listed are kept and reported. Keys compare by their
/// letters and digits alone, without case and accents: `Personale di supporto` is `personale_di_supporto`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
enum PlanFile {
    /// A header and the objectives.
    Plan(Box<Plan>),
    /// The objectives alone.
    Objectives(Vec<Objective>),
}

/// A plan: a header and the objectives.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Plan {
    /// The name of the format: `traguardi-plan`.
    #[serde(default)]
    format: Option<String>,
    /// The version of the format: 1. A newer one is refused.
    #[serde(default)]
    #[schemars(range(min = 1, max = 1))]
    version: Option<u32>,
    /// The title of the document.
    #[serde(default)]
    title: Option<String>,
    /// The body that adopted it: "Comune di Valdarco".
    #[serde(default)]
    body: Option<String>,
    /// The year it plans or reports.
    #[serde(default)]
    year: Option<NumberOrText>,
    /// Which kind of document it is: `peg`, `pdo`, `performance_plan`, `piao`, `performance_report` or their Italian
    /// names; anything else as written.
    #[serde(default)]
    kind: Option<String>,
    /// How far its approval has come.
    #[serde(default)]
    state: Option<State>,
    /// By which rules the degree of achievement is decided and judged.
    #[serde(default)]
    method: Option<Method>,
    /// What was decided of names: which are one person's, and which are not.
    #[serde(default)]
    people: Option<PeopleDecisions>,
    /// How objectives went by the word of the user, instead of what was read: at most one for each.
    #[serde(default)]
    corrections: Vec<Correction>,
    /// The findings that were set aside.
    #[serde(default)]
    dismissed: Vec<Dismissal>,
    /// Views of the plan that were given a name: no two of one name.
    #[serde(default)]
    views: Vec<SavedView>,
    /// How the plan was looked at when it was saved, as the page writes it in its address.
    #[serde(default)]
    #[schemars(extend("pattern" = "(^|&)view="))]
    view: Option<String>,
    /// Values without a field whose own names would mean something else, as the page writes them.
    #[serde(default)]
    kept: Vec<Kept>,
    /// The objectives, in the document's order.
    objectives: Vec<Objective>,
}

/// A view of the plan: what is selected, and how it is listed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SavedView {
    /// What it is called; not empty.
    #[schemars(length(min = 1))]
    name: String,
    /// The view, as the page writes it in its address.
    view: String,
}

/// How far the approval of a document has come. Italian: bozza, approvato, validato.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum State {
    /// Not yet adopted.
    Draft,
    /// Adopted by the body.
    Approved,
    /// Checked by the evaluation body.
    Validated,
}

/// By which rules the degree of achievement is decided and judged, and which objectives count. What is not written is as
/// in the default method. Partly achieved begins by one of its two keys, not above `achieved_from` and not from 0; a
/// method of which a part is unknown is kept and reported, and the default one is in force.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Method {
    /// Achieved from this degree on, in percent. 100 by default.
    #[serde(default)]
    achieved_from: Option<Percent>,
    /// Partly achieved from this degree on.
    #[serde(default)]
    partly_from: Option<Percent>,
    /// Partly achieved above this degree. 0 by default.
    #[serde(default)]
    partly_above: Option<Percent>,
    /// What stands in for a degree that is not stated. `staff_percent` by default.
    #[serde(default)]
    stand_in: Option<StandIn>,
    /// How objectives count that were suspended. `apart` by default.
    #[serde(default)]
    suspended: Option<Unjudged>,
    /// How objectives count that cannot be measured. `apart` by default.
    #[serde(default)]
    not_measurable: Option<Unjudged>,
    /// How objectives count that are not planned in the plan's year. `as_stated` by default.
    #[serde(default)]
    not_planned: Option<NotPlanned>,
    /// Whether the mean degree is the weighted one. `ignored` by default.
    #[serde(default)]
    weights: Option<Weights>,
}

/// How an objective counts whose outcome says that there is nothing to judge.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Unjudged {
    /// With its own status and without a degree.
    Apart,
    /// As not achieved, with degree 0.
    AsZero,
    /// Not at all; but it is said how many are left out.
    LeftOut,
}

/// How an objective counts that is not planned in the plan's year.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum NotPlanned {
    /// As any other.
    AsStated,
    /// Not at all; but it is said how many are left out.
    LeftOut,
}

/// Whether the mean degree is the weighted one.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Weights {
    /// Every objective counts alike.
    Ignored,
    /// Each objective counts by its weight; those without one are left out of the mean.
    Used,
}

/// What stands in for a degree that is not stated.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum StandIn {
    /// Nothing: it stays unknown.
    Nothing,
    /// The staff percentage, marked as such.
    StaffPercent,
}

/// What was decided of the names of a plan, as cells of people give them, without titles.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PeopleDecisions {
    /// Lists of names that are one person's.
    #[serde(default)]
    same: Vec<Vec<String>>,
    /// Pairs of names that are two people's, however alike.
    #[serde(default)]
    different: Vec<[String; 2]>,
}

/// What the user says of an objective: at least one thing besides the note.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Correction {
    /// The objective, from 1.
    n: u32,
    /// The name of its status, as in the download `objectives-json`.
    #[serde(default)]
    status: Option<String>,
    /// Its degree, in percent.
    #[serde(default)]
    degree: Option<NumberOrText>,
    /// The mission or programme that it belongs to: `04`, `04.06`.
    #[serde(default)]
    code: Option<String>,
    /// The people and offices that answer for it, each as one name.
    #[serde(default)]
    responsible: Option<Vec<String>>,
    /// Those that work on it besides.
    #[serde(default)]
    support: Option<Vec<String>>,
    /// Why, in the user's words.
    #[serde(default)]
    note: String,
}

/// A finding that was set aside.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Dismissal {
    /// The name of its kind, as in the download `findings-json`.
    finding: String,
    /// The objective, from 1; missing for a finding on the plan as a whole.
    #[serde(default)]
    n: Option<u32>,
    /// Why, in the user's words.
    #[serde(default)]
    note: String,
}

/// An objective. Every key is optional; `null` and an empty text state nothing.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Objective {
    /// Its code as written, with `S` for a strategic one: `01.02 S`. Mission, programme and strategic follow from it
    /// where they are not stated.
    #[serde(default)]
    code: Option<NumberOrText>,
    /// The mission, by code and name: `14 Sviluppo economico e competitività`, by one of the two, or as a record of both.
    #[serde(default)]
    mission: Option<Label>,
    /// The programme, by code and name: `14.02 Commercio`, by one of the two, or as a record of both.
    #[serde(default)]
    programme: Option<Label>,
    /// Whether it is a strategic objective.
    #[serde(default)]
    strategic: Option<Tick>,
    /// What is to be achieved.
    #[serde(default)]
    objective: Option<Text>,
    /// What for.
    #[serde(default)]
    purpose: Option<Text>,
    /// Who answers for it.
    #[serde(default)]
    responsible: Option<People>,
    /// Who works on it besides.
    #[serde(default)]
    support: Option<People>,
    /// The office it is assigned to.
    #[serde(default)]
    office: Option<Text>,
    /// The years in which it is planned. A key that is a year (`"2025": "x"`) ticks that year.
    #[serde(default)]
    years: Option<Years>,
    /// By what its achievement is measured.
    #[serde(default)]
    indicators: Option<Indicators>,
    /// The expected value of its one indicator.
    #[serde(default)]
    expected: Option<Text>,
    /// The actual value of its one indicator.
    #[serde(default)]
    actual: Option<Text>,
    /// What was done, in words. A number here is read as part of the words.
    #[serde(default)]
    outcome: Option<Text>,
    /// Its own degree of achievement, in percent.
    #[serde(default)]
    percent: Option<Percent>,
    /// How far the staff involved reached it, in percent: another measure than the degree.
    #[serde(default)]
    staff_percent: Option<Percent>,
    /// The degree that a staff percentage stood in for with whoever sent the plan without names, in percent: that
    /// percentage stayed behind.
    #[serde(default)]
    stand_in_degree: Option<Percent>,
    /// How much it counts: more than 0, in the plan's own unit.
    #[serde(default)]
    weight: Option<NumberOrText>,
    /// By when, as written.
    #[serde(default)]
    deadline: Option<Text>,
    /// Values without a field whose own names would mean something else, as the page writes them.
    #[serde(default)]
    kept: Vec<Kept>,
}

/// A number, or a text that says one as people write it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
enum NumberOrText {
    /// A number.
    Number(f64),
    /// A text: `1,4`, `2025`.
    Text(String),
}

/// A text; a number is taken as written; the paragraphs of a list come one a line.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Text {
    /// A text.
    Whole(String),
    /// A number, as written.
    Number(f64),
    /// Paragraphs.
    Paragraphs(Vec<String>),
}

/// A percentage: a number of 0 to 100, or a text such as `98,5 %`. 0.5 is half a percent, never a half.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Percent {
    /// A number of 0 to 100.
    Number(#[schemars(range(min = 0, max = 100))] f64),
    /// A text: `100`, `98,5 %`, `98,71/100`, `100 per cento`.
    Text(String),
}

/// A tick: true or false, `x`, `sì`, `no`, 1 or 0.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Tick {
    /// True or false.
    Bool(bool),
    /// 1 or 0.
    Number(u8),
    /// `x`, `S`, `sì`, `no`.
    Text(String),
}

/// A mission or programme.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Label {
    /// Code and name, or one of them.
    Text(String),
    /// A code without its zeros.
    Number(f64),
    /// Code and name apart; an empty record says that there is none.
    Parts(LabelParts),
}

/// The code and the name of a mission or programme.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct LabelParts {
    /// The code in full: `14`, `14.02`.
    #[serde(default)]
    code: Option<String>,
    /// The name.
    #[serde(default)]
    name: Option<String>,
}

/// People and offices.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
enum People {
    /// A cell: names parted by commas, semicolons or new lines.
    Cell(String),
    /// A list of names.
    Names(Vec<String>),
    /// A cell and the names in it, where it was parted by hand.
    Both(CellAndNames),
}

/// A cell of people and the names in it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CellAndNames {
    /// The cell as written.
    cell: String,
    /// The names.
    names: Vec<String>,
}

/// Years: one, a list, or a text that lists them (`2024, 2025`, `2024-2026`).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Years {
    /// One year.
    One(u16),
    /// Years in a text.
    Text(String),
    /// Several years.
    Several(Vec<NumberOrText>),
}

/// Indicators: one, or a list.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Indicators {
    /// One, in words.
    Text(String),
    /// One, with its values.
    One(Indicator),
    /// Several.
    Several(Vec<IndicatorOrText>),
}

/// An indicator, in words or with its values.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
enum IndicatorOrText {
    /// In words.
    Text(String),
    /// With its values.
    Record(Indicator),
}

/// By what the achievement of an objective is measured.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Indicator {
    /// What is measured.
    #[serde(default)]
    text: Option<Text>,
    /// The expected value (target), as written.
    #[serde(default)]
    expected: Option<Text>,
    /// The actual value, as written.
    #[serde(default)]
    actual: Option<Text>,
    /// How much it counts among the indicators of its objective.
    #[serde(default)]
    weight: Option<NumberOrText>,
}

/// A value without a field.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Kept {
    /// Its name, as written.
    name: String,
    /// The value.
    value: Value,
}

/// The schema, with the other names of each key in its description.
fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12();
    let mut schema: Value = SchemaGenerator::new(settings).into_root_schema_for::<PlanFile>().into();
    schema["title"] = json!("Traguardi plan, version 1");
    schema["$id"] = json!("plan-1.schema.json");
    for (name, table) in tables() {
        let record = &mut schema["$defs"][name];
        // The reader keeps what it does not know: so the schema must not forbid it.
        if let Some(record) = record.as_object_mut() {
            record.remove("additionalProperties");
        }
        for (_, key, aliases) in table {
            let property = &mut record["properties"][key];
            if !aliases.is_empty() {
                let described = property["description"].as_str().expect("every key is described").trim_end();
                property["description"] = json!(format!("{described} Also: {}.", aliases.join(", ")));
            }
        }
    }
    schema
}

fn tables() -> [(&'static str, &'static [keys::Names]); 3] {
    [("Plan", &keys::HEADER), ("Objective", &keys::OBJECTIVE), ("Indicator", &keys::INDICATOR)]
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/plan-1.schema.json");
    let made = serde_json::to_string_pretty(&schema()).expect("a schema") + "\n";
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &made).expect("the schema can be written");
    }
    let published = std::fs::read_to_string(&path).expect("schema/plan-1.schema.json");
    assert_eq!(published, made, "run this test with UPDATE_GOLDEN=1 and look at what changed");
}

#[test]
fn the_types_have_the_keys_of_the_reader() {
    let schema = schema();
    for (name, table) in tables() {
        let properties = schema["$defs"][name]["properties"].as_object().expect("a record");
        let mut keys: Vec<&str> = table.iter().map(|(_, key, _)| *key).collect();
        let mut found: Vec<&str> = properties.keys().map(String::as_str).collect();
        keys.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, keys, "{name}");
    }
}

#[test]
fn the_example_is_of_the_format() {
    let example = include_str!("fixtures/comune-di-valdarco-2025.json");
    let PlanFile::Plan(plan) = serde_json::from_str(example).expect("the example is of the format") else {
        panic!("the example has a header")
    };
    assert_eq!(plan.objectives.len(), 36);
}

#[test]
fn every_form_of_the_types_is_read_without_a_remark() {
    let text = r#"{
      "format": "traguardi-plan", "version": 1, "title": "t", "body": "b", "year": "2025", "kind": "peg",
      "state": "validated",
      "method": { "achieved_from": 90, "partly_above": "10%", "stand_in": "nothing", "suspended": "as_zero",
                  "not_measurable": "left_out", "not_planned": "left_out", "weights": "used" },
      "people": { "same": [["A B", "B A"]], "different": [["A B", "A C"]] },
      "corrections": [{ "n": 1, "status": "partially_achieved", "degree": 40, "note": "said in the sitting" }],
      "dismissed": [{ "finding": "nothing_stated", "n": 1, "note": "said in the sitting" }],
      "views": [{ "name": "For the sitting", "view": "view=1&mission=01" }],
      "view": "view=1&status=achieved",
      "kept": [{ "name": "a", "value": { "b": 1 } }],
      "objectives": [
        { "code": "01.02 S", "mission": "01", "programme": { "code": "01.02", "name": "Segreteria" }, "strategic": "S",
          "objective": "a", "purpose": ["b", "c"], "responsible": { "cell": "A B", "names": ["A", "B"] },
          "support": "C D, E F", "office": 7, "years": "2024-2026", "indicators": "d", "expected": 1, "actual": "2",
          "outcome": 80, "percent": "98,5 %", "staff_percent": 100, "stand_in_degree": 40, "weight": "1,4", "deadline": "maggio",
          "kept": [{ "name": "note", "value": null }] },
        { "mission": {}, "strategic": 1, "objective": "b", "responsible": ["A", "B"], "years": 2025,
          "indicators": { "text": "e", "expected": 3 }, "percent": null },
        { "mission": 4, "strategic": false, "objective": "c", "years": [2025, "2026"],
          "indicators": ["f", { "text": "g", "actual": "4", "weight": 2.5 }], "percent": 12.5, "weight": 3 }
      ] }"#;
    let PlanFile::Plan(plan) = serde_json::from_str(text).expect("of the format") else { panic!("a header") };
    assert_eq!(plan.objectives.len(), 3);
    let import = import::read(text.as_bytes(), "").expect("a plan");
    assert_eq!(import.diagnostics, []);
    assert_eq!(import.plan.objectives.len(), 3);
    assert_eq!(import.plan.objectives[1].mission, None);
}
