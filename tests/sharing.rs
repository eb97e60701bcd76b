// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: whoever shares a plan is told before what goes out and what does not, and the filters, the QR code and the
//! passphrase do what they say.

#[path = "common/reference.rs"]
mod reference;

use proptest::prelude::*;
use traguardi::desk::{Order, Task};
use traguardi::document::Document;
use traguardi::export::plan_json;
use traguardi::locale::{Language, share};
use traguardi::plan::{Method, StandIn};
use traguardi::reading::{Achievement, read_all};
use traguardi::share::qr::Qr;
use traguardi::share::{
    Behind, Check, Content, Level, Outgoing, Reach, came_without_names, findings_behind, level, make, open,
    other_degrees,
};
use traguardi::statistics::{Dimension, Distribution, Filter, Measure, Selection, Summary};
use traguardi::view::{View, address};

const VALDARCO: &str = include_str!("fixtures/comune-di-valdarco-2025.json");

/// Two missions of one person each, one of three; a name in a text; degrees that only staff percentages tell.
const SMALL: &str = r#"[
  {"code": "01.01", "objective": "Aprire lo sportello", "responsible": ["Ugo Bazzi"], "outcome": "Lo sportello di Ugo Bazzi è aperto", "percent": 100, "staff_percent": 90},
  {"code": "01.02", "objective": "Formare il personale", "responsible": ["Elena Novarese", "Dario Zanetti"], "outcome": "Corso svolto", "staff_percent": 80},
  {"code": "04.01", "objective": "Riparare la scuola", "responsible": ["Ugo Bazzi"], "outcome": "Lavori conclusi", "percent": 50},
  {"code": "08.01", "objective": "Adottare il piano", "responsible": ["Elena Novarese"], "outcome": "Piano adottato", "percent": 100}
]"#;

fn small() -> Document {
    Document::open(SMALL.as_bytes(), "piccolo.json").expect("a plan")
}

fn outgoing(document: &Document, level: Level) -> Outgoing {
    Outgoing::new(document, level, "").expect("a link")
}

#[test]
fn what_stays_behind_is_told_with_its_count() {
    let document = small();
    assert_eq!(outgoing(&document, Level::Everything).behind, []);
    assert_eq!(
        outgoing(&document, Level::WithoutNames).behind,
        [Behind::Names(3), Behind::CoveredTexts(1), Behind::StaffPercents(2)]
    );
    // The other staff percentage is what the method has for a degree.
    assert_eq!(outgoing(&document, Level::WithoutNames).checks, [Check::StandIns(1)]);
    assert_eq!(
        outgoing(&document, Level::Figures).behind,
        [Behind::Objectives(4), Behind::Names(3), Behind::ByMission]
    );
}

fn is_of_staff(check: &Check) -> bool {
    matches!(check, Check::StandIns(_))
}

/// What one document says of the year, without the staff's own measure.
fn year(document: &Document) -> (Vec<Achievement>, Vec<Summary>, Distribution, Option<f64>) {
    let whole = &document.whole;
    let groups =
        whole.by_mission.iter().chain(&whole.by_programme).chain(&whole.by_strategic).chain(&whole.by_year);
    let all = [whole.plan].into_iter().chain(groups.map(|group| group.summary));
    let without_staff = all.map(|of| Summary { staff_percent: Measure::default(), ..of }).collect();
    // Where the deciding words stand may differ by the length of a name.
    let mut achievements = document.achievements.clone();
    achievements.iter_mut().for_each(|of| of.evidence = None);
    (achievements, without_staff, whole.distribution, whole.plan.staff_percent.mean)
}

#[test]
fn without_names_a_plan_tells_the_same_year() {
    let reference = reference::reference().map(|(text, _)| text);
    for plan in [SMALL, VALDARCO].into_iter().chain(reference.as_deref()) {
        let document = Document::open(plan.as_bytes(), "").expect("a plan");
        let (achievements, groups, distribution, staff) = year(&document);
        assert!(staff.is_some());
        // As a link and as a file.
        let data = make(&Content::new(&document, Level::WithoutNames)).expect("a link");
        let sent = Order::of(Task::Sent(Level::WithoutNames));
        let file = sent.carry_out(&document).expect("a file");
        for bytes in [data.as_bytes(), &file] {
            let there = Document::open(bytes, "").expect("opens");
            assert_eq!(year(&there), (achievements.clone(), groups.clone(), distribution, None));
            assert!(there.plan.objectives.iter().all(|one| one.staff_percent.is_none()));
            assert_eq!(other_degrees(&document, &there), 0);
            // What is found there and not here, or here and not there, is told.
            let differing = findings_behind(&there, &document).chain(findings_behind(&document, &there));
            let told = outgoing(&document, Level::WithoutNames).behind.into_iter().find_map(|of| match of {
                Behind::Findings(count) => Some(count as usize),
                _ => None,
            });
            assert_eq!(differing.count(), told.unwrap_or_default());
            let degrees = there.plan.objectives.iter().filter(|one| one.stand_in_degree.is_some()).count();
            assert_eq!(degrees as u32, document.whole.plan.stand_ins);
            // Whoever opens it has the method in the same hands, and sends on what came.
            let without = |document: &Document| {
                let stand_in = StandIn::Nothing;
                document.amended(|plan| {
                    plan.method = Some(Method { stand_in, ..plan.method.unwrap_or_default() })
                })
            };
            assert_eq!(year(&without(&there)).1, year(&without(&document)).1);
            let again = Content::new(&there, Level::WithoutNames);
            assert_eq!(again.plan(), Some(&level::everything(&there.import.plan)));
            // Where nothing stands in for a degree, nothing of the staff goes out, of what came no more than of the file.
            for document in [&document, &there] {
                let content = Content::new(&without(document), Level::WithoutNames);
                let plan = content.plan().expect("a plan");
                assert!(plan.objectives.iter().all(|one| one.stand_in().is_none()));
                assert!(!outgoing(&without(document), Level::WithoutNames).checks.iter().any(is_of_staff));
            }
            assert!(came_without_names(&without(&there)) || bytes == file);
            let behind = outgoing(&without(&there), Level::WithoutNames).behind;
            assert!(degrees == 0 || behind.contains(&Behind::StaffPercents(degrees as u32)), "{behind:?}");
        }
    }
}

#[test]
fn a_name_that_is_a_word_of_the_outcome_is_told_where_it_changes_what_is_read() {
    let plan = r#"[{"objective": "a", "responsible": ["Mario Raggiunto"], "outcome": "Obiettivo raggiunto"},
        {"objective": "b", "responsible": ["Ugo Bazzi"], "outcome": "Obiettivo raggiunto"}]"#;
    let document = Document::open(plan.as_bytes(), "").expect("a plan");
    let behind = [Behind::Names(2), Behind::CoveredTexts(2), Behind::Findings(2), Behind::OtherDegrees(2)];
    assert_eq!(outgoing(&document, Level::WithoutNames).behind, behind);
}

#[test]
fn what_goes_out_is_read_as_whoever_opens_it_reads_it() {
    for plan in [SMALL, VALDARCO, include_str!("fixtures/names-everywhere.json")] {
        let document = Document::open(plan.as_bytes(), "piano.json").expect("a plan");
        for level in Level::ALL {
            let sent = document.arrived(Content::new(&document, level), String::new());
            assert_eq!(*sent.readings, read_all(&sent.import.plan)[..], "{level:?}");
        }
    }
}

#[test]
fn whatever_stays_behind_or_is_covered_is_told() {
    let everywhere = include_str!("fixtures/names-everywhere.json");
    let document = Document::open(everywhere.as_bytes(), "piano.json").expect("a plan");
    let selection = Selection { search: "novar".into(), ..Selection::default() };
    let view = address::write_in_plan(&View { selection, ..View::default() }, &document);
    let sent = Outgoing::new(&document, Level::WithoutNames, &view).expect("a link");
    assert_eq!(
        sent.behind[1..],
        [
            Behind::CoveredTexts(3),
            // The title, two notes, a finding, the name of a view, two columns of the plan.
            Behind::CoveredOthers(7),
            // The number of a person, and the one of the plan that is called as those who answer are.
            Behind::Columns(2),
            Behind::Decisions(3),
            Behind::Views(2),
            Behind::StaffPercents(1),
            Behind::Search,
        ]
    );
    // What may be a name and stays is shown.
    let [Check::Suspects(some, 0)] = &sent.checks[..] else { panic!("{:?}", sent.checks) };
    assert!(some.iter().any(|name| name == "Piazza Giuseppe Garibaldi"), "{some:?}");
    for language in [Language::Italian, Language::English] {
        let words = share::words(language);
        assert!((words.check_item)(&sent.checks[0]).contains("Piazza Giuseppe Garibaldi"));
        let mut told: Vec<_> = sent.behind.iter().map(|behind| (words.behind_item)(*behind)).collect();
        told.dedup();
        assert_eq!(told.len(), sent.behind.len());
    }
    // With everything the search goes along no more than without: an address never says a name.
    let all = Outgoing::new(&document, Level::Everything, &view).expect("a link");
    assert_eq!((&all.behind[..], &all.checks[..]), (&[Behind::Search][..], &[][..]));
    assert_eq!(outgoing(&small(), Level::Figures).checks, [Check::StandInsInMeans(1)]);
}

#[test]
fn of_what_is_too_large_for_a_link_the_same_is_told_before_it_goes_as_a_file() {
    // No two of its texts are alike.
    let text =
        |n: u32| (0..60).map(move |at: u32| format!("{:x} ", (n * 61 + at).wrapping_mul(2_654_435_761)));
    let others = (0..2000).map(|n| format!(r#"{{"objective": "{}"}}"#, text(n).collect::<String>()));
    let first = r#"{"objective": "Sentire Mario Verdi", "responsible": "Elena Novarese", "outcome": "Novarese lo ha sentito"}"#;
    let plan = [first.to_owned()].into_iter().chain(others).collect::<Vec<_>>().join(",");
    let document = Document::open(format!("[{plan}]").as_bytes(), "grande.json").expect("a plan");
    let sent = outgoing(&document, Level::WithoutNames);
    assert!(sent.is_file() && sent.to_seal.is_empty());
    assert_eq!(sent.checks, [Check::Suspects(vec!["Sentire Mario Verdi".into()], 0)]);
    assert_eq!(sent.behind, [Behind::Names(1), Behind::CoveredTexts(1)]);
    assert_eq!((sent.objectives, sent.samples.len(), sent.samples[0].n), (2001, 3, 1));
    assert_eq!(sent.samples[0].outcome, "Responsabile A lo ha sentito");
    assert!(!outgoing(&document, Level::Figures).is_file());
}

#[test]
fn what_is_told_is_so_where_the_link_opens() {
    let document = small();
    let sent = outgoing(&document, Level::WithoutNames);
    let opened = open(&sent.data).expect("opens").expect("data");
    let plan = opened.content.plan().expect("a plan");
    assert_eq!((sent.objectives, sent.samples.len()), (4, 3));
    for sample in &sent.samples {
        let objective = &plan.objectives[sample.n as usize - 1];
        assert_eq!((&sample.objective, &sample.outcome), (&objective.objective, &objective.outcome));
        assert_eq!(sample.responsible, objective.responsible.names.join(", "));
    }
    // The one with a covered text is among them, and its name is not.
    assert!(sent.samples.iter().any(|sample| sample.n == 1));
    assert!(!format!("{sent:?}").contains("Bazzi"));
}

#[test]
fn filters_go_along_and_people_in_them_are_those_of_the_other_side() {
    let document = small();
    let filters = [Filter::new(Dimension::Mission, "01"), Filter::new(Dimension::Person, "Elena Novarese")];
    let selection = Selection { filters: filters.into_iter().collect(), ..Selection::default() };
    let view = address::write_in_plan(&View { selection, ..View::default() }, &document);
    for level in [Level::WithoutNames, Level::Everything] {
        let sent = Outgoing::new(&document, level, &view).expect("a link");
        assert!(!sent.view.to_lowercase().contains("novarese"), "{}", sent.view);
        let opened = open(&sent.data).expect("opens").expect("data");
        let text = traguardi::export::plan_json::write(opened.content.plan().expect("a plan"));
        let there = Document::open(text.as_bytes(), "").expect("a plan");
        let found = address::read(&sent.view, &there).expect("a view");
        assert_eq!(found.left, []);
        let rows = there.rows(&found.view.selection, &there.search(""));
        assert_eq!(rows, [1], "{}", sent.view);
    }
    assert_eq!(Outgoing::new(&document, Level::Figures, &view).expect("a link").view, "");
}

#[test]
fn a_view_of_what_the_other_side_does_not_get_is_left_behind() {
    let document = small();
    let selection = Selection { search: "Bazzi".into(), ..Selection::default() };
    let view = address::write_in_plan(&View { selection, ..View::default() }, &document);
    for level in Level::ALL {
        let sent = Outgoing::new(&document, level, &view).expect("a link");
        assert!(!sent.view.contains("Bazzi"), "{}", sent.view);
    }
}

#[test]
fn a_filter_that_would_choose_others_there_does_not_go_and_is_told() {
    let plan = r#"[
      {"mission": "Polo Elena", "objective": "a", "responsible": ["Elena Neri"], "staff_percent": 100,
        "outcome": "Obiettivo non raggiunto"},
      {"mission": "Strade", "objective": "b", "responsible": ["Ugo Bazzi"], "percent": 100, "outcome": "Eseguito"},
      {"mission": "Strade", "objective": "c", "responsible": ["Ugo Bazzi"], "staff_percent": 100,
        "outcome": "Restano da asfaltare due strade; non è stato possibile completare i lavori"}
    ]"#;
    let document = Document::open(plan.as_bytes(), "").expect("a plan");
    let sent = |filters: &[(Dimension, &str)]| {
        let filters = filters.iter().map(|(dimension, key)| Filter::new(*dimension, *key)).collect();
        let selection = Selection { filters, ..Selection::default() };
        let view = address::write_in_plan(&View { selection, ..View::default() }, &document);
        Outgoing::new(&document, Level::WithoutNames, &view).expect("a link")
    };
    // The first of these nothing but staff percentages tells; of the second one tells that goes along as a degree.
    for (finding, goes) in [
        ("staff_rewarded_on_objective_not_achieved", false),
        ("declared_degree_contradicts_outcome_text", true),
    ] {
        assert!(document.findings.iter().any(|of| of.kind.code() == finding), "{finding}");
        let sent = sent(&[(Dimension::Finding, finding), (Dimension::Mission, "Strade")]);
        assert_eq!(sent.behind.contains(&Behind::Filters(1)), !goes, "{finding}: {:?}", sent.behind);
        let filter = if goes { format!("&finding={finding}") } else { String::new() };
        assert_eq!(sent.view, format!("view=1&mission=Strade{filter}"), "{finding}");
    }
    assert!(sent(&[(Dimension::Staff, "[100,100]")]).behind.contains(&Behind::Filters(1)));
    // A mission that is named like somebody is covered as the plan itself has it.
    let named = sent(&[(Dimension::Mission, "Polo Elena")]);
    assert_eq!(named.view, "view=1&mission=Polo%20Elena");
    assert!(!named.behind.iter().any(|of| matches!(of, Behind::Filters(_))));
}

#[test]
fn a_filter_on_what_only_the_reader_of_a_file_notices_does_not_go() {
    let plan = r#"[{"objective": "a", "code": "12.9", "percent": 50}, {"objective": "b", "code": "12.09", "percent": 50}]"#;
    let document = Document::open(plan.as_bytes(), "").expect("a plan");
    let selection = Selection {
        filters: [Filter::new(Dimension::Finding, "code_written_unusually")].into_iter().collect(),
        ..Selection::default()
    };
    assert_eq!(document.rows(&selection, &document.search("")), [0]);
    let view = address::write_in_plan(&View { selection, ..View::default() }, &document);
    for level in [Level::WithoutNames, Level::Everything] {
        let sent = Outgoing::new(&document, level, &view).expect("a link");
        // Whoever opens the link has no file in which a code is written so.
        let opened = open(&sent.data).expect("opens").expect("data");
        let there = document.arrived(opened.content, sent.data);
        assert!(there.findings.is_empty());
        assert_eq!((sent.view.as_str(), sent.behind.contains(&Behind::Filters(1))), ("", true));
    }
}

#[test]
fn missions_without_a_code_are_not_said_to_be_small() {
    let mission = |name: &str, at: usize| {
        let one = |n: usize| {
            let person =
                ["Ugo Bazzi", "Elena Novarese", "Dario Zanetti", "Anna Bianchi", "Piero Verdi", "Lia Costa"]
                    [at + n];
            format!(
                r#"{{"mission": "{name}", "objective": "a{n}", "responsible": ["{person}"], "percent": 50}}"#
            )
        };
        (0..3).map(one).collect::<Vec<_>>().join(",")
    };
    let plan = format!("[{},{}]", mission("Area tecnica", 0), mission("Area sociale", 3));
    let document = Document::open(plan.as_bytes(), "").expect("a plan");
    let sent = outgoing(&document, Level::Figures);
    assert!(
        sent.behind.contains(&Behind::Uncoded) && !sent.behind.contains(&Behind::ByMission),
        "{:?}",
        sent.behind
    );
    let of = |behind| (share::words(Language::Italian).behind_item)(behind);
    assert!(of(Behind::SmallMissions(1, 2)).starts_with("una missione su 2 è riunita con altre"));
    assert!(of(Behind::SmallMissions(2, 3)).starts_with("2 missioni su 3 sono riunite con altre"));
}

#[test]
fn names_are_said_to_go_out_only_where_they_do() {
    let document = small();
    assert!(outgoing(&document, Level::Everything).is_personal);
    let unnamed = Document::open(br#"[{"objective": "a", "percent": 50}]"#, "").expect("a plan");
    let link = outgoing(&document, Level::WithoutNames);
    let came = Document::open(link.data.as_bytes(), "").expect("a plan");
    for document in [&unnamed, &came] {
        for level in [Level::WithoutNames, Level::Everything] {
            let sent = outgoing(document, level);
            assert_eq!((&sent.behind[..], sent.is_personal), (&[][..], false), "{level:?}");
        }
    }
    let said = share::words(Language::Italian).nothing_behind;
    assert!(said(true).contains("nomi") && !said(false).contains("nomi"));
}

#[test]
fn the_example_and_the_reference_document_tell_the_truth() {
    let mut all = vec![Document::open(VALDARCO.as_bytes(), "valdarco").expect("a plan")];
    if let Some((text, _)) = reference::reference() {
        all.push(Document::open(text.as_bytes(), "relazione-2021.txt").expect("a plan"));
    }
    for document in all {
        for level in Level::ALL {
            let sent = outgoing(&document, level);
            println!("{} {}: {} characters, {:?}", document.name, level.code(), sent.data.len(), sent.behind);
            assert_eq!(sent.behind.is_empty(), level == Level::Everything);
        }
    }
}

#[test]
fn how_far_a_link_gets_is_told_by_its_length() {
    let reach = [(0, Reach::Anywhere), (2000, Reach::Anywhere), (2001, Reach::Mail), (8000, Reach::Mail)];
    for (length, expected) in reach.into_iter().chain([(8001, Reach::Browsers), (30_001, Reach::File)]) {
        assert_eq!(Reach::of(length), expected);
    }
}

/// What an independent reader finds in a code.
fn seen(code: &Qr) -> String {
    let side = code.side as usize;
    let mut dark = vec![false; side * side];
    for part in code.path.split('M').filter(|part| !part.is_empty()) {
        let numbers: Vec<usize> =
            part.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
        let [x, y, length, 1, back] = numbers[..] else { panic!("{part}") };
        assert_eq!(length, back);
        dark[y * side + x..][..length].fill(true);
    }
    const SQUARE: usize = 4;
    let luma = |x: usize, y: usize| if dark[y / SQUARE * side + x / SQUARE] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * SQUARE, side * SQUARE, luma);
    let grids = image.detect_grids();
    grids.first().expect("a code").decode().expect("its text").1
}

#[test]
fn the_figures_of_a_plan_are_read_off_a_wall() {
    let document = Document::open(VALDARCO.as_bytes(), "").expect("a plan");
    let link = format!("https://comune.example.org/traguardi/#{}", outgoing(&document, Level::Figures).data);
    let code = Qr::new(&link).expect("a code");
    assert!(code.is_read_from_afar(), "{}", code.side);
    assert_eq!(seen(&code), link);
    assert_eq!(Qr::new(&"a".repeat(2954)), None);
    assert_eq!(seen(&Qr::new(&"a".repeat(1000)).expect("a code")).len(), 1000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn any_address_is_read_back(text in "[ -~]{1,300}") {
        prop_assert_eq!(seen(&Qr::new(&text).expect("a code")), text);
    }
}

#[test]
fn what_of_staff_percentages_stands_in_for_no_degree_stays_behind() {
    let plan = r#"[
      {"objective": "a", "percent": 90, "stand_in_degree": 81},
      {"objective": "b", "percent": 100, "staff_percent": 71, "stand_in_degree": 61},
      {"objective": "c", "stand_in_degree": "circa 51"},
      {"objective": "d", "stand_in_degree": 80, "Stand in degree": 41},
      {"objective": "e", "outcome": "Raggiunto al 30%", "staff_percent": 31}
    ]"#;
    let document = Document::open(plan.as_bytes(), "").expect("a plan");
    let sent = outgoing(&document, Level::WithoutNames);
    let content = Content::new(&document, Level::WithoutNames);
    let written = plan_json::write(content.plan().expect("a plan"));
    for value in ["81", "71", "61", "51", "41", "31"] {
        assert!(!written.contains(value), "{value}: {written}");
    }
    assert!(written.contains("\"stand_in_degree\": 80"));
    assert_eq!(sent.checks, [Check::StandIns(1)]);
    // The staff's own measure is told to stay behind also where all of it goes as degrees.
    let alone = Document::open(br#"[{"objective": "a", "staff_percent": 80}]"#, "").expect("a plan");
    assert_eq!(outgoing(&alone, Level::WithoutNames).behind, [Behind::StaffPercents(1)]);
    // Whether a number in the text is all that is stated, nobody knows there: it is not found, and that is told.
    let text =
        r#"[{"objective": "a", "outcome": "Raggiunto al 90%"}, {"objective": "b", "staff_percent": 80}]"#;
    let text = Document::open(text.as_bytes(), "").expect("a plan");
    assert_eq!(outgoing(&text, Level::WithoutNames).behind, [Behind::StaffPercents(1), Behind::Findings(1)]);
}
