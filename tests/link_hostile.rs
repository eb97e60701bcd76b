// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: any plan comes out of a link as it went in, links of version 1 open for ever, and no link does harm.

#[path = "common/any_plan.rs"]
mod any_plan;

use std::time::{Duration, Instant};

use proptest::collection::vec;
use proptest::prelude::*;
use traguardi::desk::{Order, Task};
use traguardi::document::{Document, REHEARSALS};
use traguardi::locale::Language;
use traguardi::plan::{Kept, KeptValue, Objective, Percent, Plan};
use traguardi::share::codec::Codec;
use traguardi::share::{self, Content, Hosted, Level, LinkError, envelope, level, wire};
use traguardi::statistics::Selection;
use traguardi::view::address;

const VALDARCO: &str = include_str!("fixtures/comune-di-valdarco-2025.json");

/// Links of version 1, each after its level. They were made once. Whoever finds that one does not open any more puts the
/// program right, and never this file.
const GOLDEN: &str = include_str!("golden/links-1.txt");

fn valdarco() -> Document {
    Document::open(VALDARCO.as_bytes(), "valdarco.json").expect("a plan")
}

/// A small link of each codec.
fn small() -> [String; 2] {
    let plan = Plan {
        objectives: vec![Objective {
            outcome: "Il servizio è stato avviato".into(), ..Objective::default()
        }]
        .into(),
        ..Plan::default()
    };
    let wire = wire::encode(&Content::Everything(plan));
    Codec::ALL.map(|codec| envelope::write(codec, &codec.pack(&wire).expect("short")))
}

#[test]
fn links_of_version_1_open_for_ever() {
    let document = valdarco();
    if std::env::var_os("WRITE_GOLDEN_LINKS").is_some() {
        let lines = Level::ALL.map(|level| {
            let link = share::make(&Content::new(&document, level)).expect("a link");
            format!("{} {link}\n", level.code())
        });
        let head = GOLDEN.lines().next().unwrap_or_default();
        std::fs::write("tests/golden/links-1.txt", format!("{head}\n{}", lines.concat())).expect("written");
        return;
    }
    let mut levels = 0;
    for line in GOLDEN.lines().skip(1) {
        let (code, link) = line.split_once(' ').expect("a level and a link");
        let opened = share::open(link).expect("opens").expect("data").content;
        assert_eq!(opened.level().code(), code);
        // What was sent does not change; what would be sent today may.
        let plan = opened.plan().cloned().unwrap_or_default();
        assert_eq!(plan.objectives.len(), if opened.level() == Level::Figures { 0 } else { 36 });
        if let Content::Figures(figures) = &opened {
            assert_eq!((figures.whole.objectives, figures.by_mission.len()), (36, 10));
        }
        if opened.level() == Level::Everything {
            assert_eq!(plan, level::everything(&document.import.plan));
        }
        levels += 1;
    }
    assert_eq!(levels, 3);
}

#[test]
fn every_prefix_and_every_altered_letter_is_an_error() {
    for link in small() {
        for end in 2..link.len() {
            assert_eq!(share::open(&link[..end]), Err(LinkError::Cut), "{end}");
        }
        for at in 0..link.len() {
            for other in ["A", "b", "-", "."] {
                let mut altered = link.clone();
                altered.replace_range(at..=at, other);
                // A number and something else is no data: then nothing is opened either.
                let is_opened = matches!(share::open(&altered), Ok(Some(_)));
                assert_eq!(is_opened, altered == link, "{altered}");
            }
        }
    }
}

/// Opens what somebody packed by hand, with a check that fits.
fn open_packed(codec: Codec, packed: &[u8]) -> Result<Option<share::Opened>, LinkError> {
    let start = Instant::now();
    let opened = share::open(&envelope::write(codec, packed));
    // As promised in a program that is made for speed; others say that nothing runs away.
    let most = Duration::from_millis(if cfg!(debug_assertions) { 2000 } else { 100 });
    let took = start.elapsed();
    assert!(took < most, "{took:?}");
    if took > Duration::from_millis(20) {
        println!("{} bytes of {codec:?}: {took:?}", packed.len());
    }
    opened
}

#[test]
fn nothing_made_by_hand_does_harm() {
    let wire = wire::encode(&Content::Everything(level::everything(&valdarco().import.plan)));
    for codec in Codec::ALL {
        let packed = codec.pack(&wire).expect("short");
        for end in (0..packed.len()).step_by(1 + packed.len() / 60) {
            let _ = open_packed(codec, &packed[..end]);
        }
        for at in (0..packed.len()).step_by(1 + packed.len() / 100) {
            let mut other = packed.clone();
            other[at] ^= 1 << (at % 8);
            let _ = open_packed(codec, &other);
        }
    }
    // As much as there may be of one byte, of nothing, and of what says the most.
    for byte in [0, 1, 0x7F, 0x80, 0xBF, 0xF5, 0xFE, 0xFF] {
        let _ = open_packed(Codec::Stored, &vec![byte; 190_000]);
        let _ = open_packed(Codec::Primed, &[&[0xFF, 0xFF, 0x7F][..], &vec![byte; 32_000]].concat());
    }
    // Objectives without end, and texts that are each the long one before.
    let mut many = wire[..1].to_vec();
    many.extend([0, 0, 0, 0, 0, 0xBF, 0xBF, 0xBF, 0xBF, 0x7F]);
    assert_eq!(wire::decode(&many), Err(wire::WireError::TooLarge));
}

#[test]
fn a_few_letters_are_never_a_hundred_thousand_objectives() {
    let wire = |count: usize| {
        let objectives = vec![Objective::default(); count].into();
        wire::encode(&Content::Everything(Plan { objectives, ..Plan::default() }))
    };
    let (most, more) = (wire(16_000), wire(150_000));
    assert!(wire::decode(&most).is_ok());
    let start = Instant::now();
    assert_eq!(wire::decode(&more), Err(wire::WireError::TooLarge));
    assert!(start.elapsed() < Duration::from_millis(50), "{:?}", start.elapsed());
    // Said in a few bytes, with whatever behind them.
    let said = [&more[..6], &more[6..9], &[0; 40]].concat();
    assert_eq!(wire::decode(&said), Err(wire::WireError::TooLarge));
}

#[test]
fn json_without_a_bottom_opens_and_is_written_or_is_refused() {
    for json in [
        "[".repeat(100_000),
        "{\"a\":".repeat(50_000),
        format!("{}{}", "[".repeat(90_000), "]".repeat(90_000)),
    ] {
        let kept = Kept { name: "Fonti".into(), value: KeptValue::Json(json) };
        let objective =
            Objective { objective: "Uno".into(), kept: vec![kept.clone()], ..Objective::default() };
        let plan = Plan { objectives: vec![objective].into(), kept: vec![kept], ..Plan::default() };
        for content in
            [Content::Everything(plan.clone()), Content::WithoutNames(level::without_names(&plan, &[]))]
        {
            let link = share::make(&content).expect("a link");
            let document = Document::open(link.as_bytes(), "un link").expect("opens");
            let _ = (document.objectives_json(), document.people_json());
            let written = document.plan_json();
            let again = Document::open(written.as_bytes(), "piano.json").expect("opens again");
            assert_eq!(again.plan.objectives.len(), 1);
            for level in Level::ALL {
                let order = Order {
                    task: Task::ReportHtml(level),
                    selection: Selection::default(),
                    field: None,
                    rows: vec![0],
                    language: Language::Italian,
                    day: "2026-11-27".into(),
                    view: String::new(),
                    text: "https://comune.example.org/".into(),
                    fonts: Vec::new(),
                };
                order.carry_out(&document).expect("a report");
            }
        }
    }
}

#[test]
fn what_a_later_version_adds_is_told() {
    let wire = wire::encode(&Content::Everything(Plan::default()));
    assert!(wire::decode(&wire).is_ok());
    for later in [&[0][..], &[0xF5, 17, b'a', 0xFF], &[5]] {
        assert_eq!(wire::decode(&[&wire[..], later].concat()), Err(wire::WireError::Newer), "{later:?}");
    }
    // To the first pages, what stands in for degrees was something later: it is behind all that they know.
    let mut plan = Plan {
        objectives: vec![Objective { objective: "Uno".into(), ..Objective::default() }; 2].into(),
        ..Plan::default()
    };
    let before = wire::encode(&Content::WithoutNames(plan.clone()));
    plan.objectives_mut()[1].stand_in_degree = Percent::new(50.0);
    let with = wire::encode(&Content::WithoutNames(plan.clone()));
    let numbers = |wire: &[u8]| wire.split(|byte| *byte == 0xF5).next().expect("numbers").to_vec();
    // Its number; that they differ; none; 50.
    assert_eq!(numbers(&with), [&numbers(&before)[..], &[1, 0, 0, 51]].concat());
    assert_eq!(wire::decode(&with), Ok(Content::WithoutNames(plan)));
    let put = |later: &[u8]| [&numbers(&before)[..], later, &before[numbers(&before).len()..]].concat();
    assert_eq!(wire::decode(&put(&[1, 1, 0])), Err(wire::WireError::Broken), "nothing stands in");
    for later in [&[0][..], &[2, 1, 51], &[1, 0, 0, 51, 2]] {
        assert_eq!(wire::decode(&put(later)), Err(wire::WireError::Newer), "{later:?}");
    }
    assert_eq!(wire::decode(&[3]), Err(wire::WireError::Newer));
    assert_eq!(share::open("2.z.whatever"), Err(LinkError::Newer));
}

#[test]
fn the_priming_text_is_in_nobodys_words() {
    let text = include_str!("../src/share/priming/1-it.txt");
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let (official, own) = text.split_once("\n[header]").expect("official names first");
    let official = words(official).join(" ");
    let own = format!(" {} ", words(own).join(" "));
    let reference = std::fs::read_to_string("../shared/reference/relazione-2021.txt").unwrap_or_default();
    let folder = std::fs::read_dir("tests/corpus").expect("there");
    let corpus = folder.filter_map(|file| std::fs::read_to_string(file.ok()?.path()).ok());
    for other in corpus.chain([reference]) {
        for line in other.lines() {
            for seven in words(line).windows(7) {
                let seven = seven.join(" ");
                let is_there = own.contains(&format!(" {seven} ")) && !official.contains(&seven);
                assert!(!is_there, "{seven}");
            }
        }
    }
}

/// What the fuzzer found worth keeping: each input after its length in four bytes, the least first.
fn found(inputs: &'static [u8]) -> impl Iterator<Item = &'static [u8]> {
    let mut rest = inputs;
    std::iter::from_fn(move || {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (input, after) = after.split_at(u32::from_le_bytes(*length) as usize);
        rest = after;
        Some(input)
    })
}

/// The inputs by which `cargo fuzz` came into most of the program (see `fuzz/`): what held once holds for ever.
#[test]
fn what_a_fuzzer_made_up_does_no_harm() {
    let document = Document::open(REHEARSALS[1].as_bytes(), "plan.json").expect("a plan");
    let mut counts = [0; 3];
    for input in found(include_bytes!("golden/fuzz/wire.bin")) {
        if let Ok(content) = wire::decode(input) {
            assert_eq!(wire::decode(&wire::encode(&content)).as_ref(), Ok(&content));
        }
        counts[0] += 1;
    }
    for input in found(include_bytes!("golden/fuzz/envelope.bin")) {
        if let Ok(text) = std::str::from_utf8(input) {
            let _ = (share::open(text), share::view(text), share::found_in(text), Hosted::of(text));
        }
        if !input.is_empty() {
            let _ = Codec::ALL.map(|codec| open_packed(codec, input));
        }
        counts[1] += 1;
    }
    for input in
        found(include_bytes!("golden/fuzz/view.bin")).filter_map(|input| std::str::from_utf8(input).ok())
    {
        let view = share::view(input);
        if let Some(found) = address::read(&view, &document) {
            let written = address::write(&found.view, &document);
            let again = address::read(&written, &document).map(|found| found.left);
            assert!(again.is_none_or(|left| left.is_empty()), "{written}");
        }
        let same = &str::to_owned;
        let covers = address::Covers { name: &|_| None, text: same, heading: same, search: same };
        let _ = address::without_names(&view, &covers);
        counts[2] += 1;
    }
    assert!(counts.iter().all(|count| *count > 100), "{counts:?}");
}

fn one() -> impl Strategy<Value = Content> {
    (any_plan::plan(), any::<bool>()).prop_map(|(plan, with_names)| match with_names {
        true => Content::Everything(level::everything(&plan)),
        false => Content::WithoutNames(level::without_names(&plan, &[])),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_plan_comes_out_as_it_went_in(content in one()) {
        let wire = wire::encode(&content);
        prop_assert_eq!(wire::decode(&wire), Ok(content.clone()));
        let link = share::make(&content).expect("short");
        prop_assert_eq!(share::open(&link).expect("opens").map(|opened| opened.content), Some(content));
    }

    #[test]
    fn no_damage_to_a_wire_is_a_panic(content in one(), at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut wire = wire::encode(&content);
        let at = at.index(wire.len());
        if cut { wire.truncate(at) } else { wire[at] = byte }
        if let Ok(content) = wire::decode(&wire) {
            // Whatever it says, it is something that can be sent.
            prop_assert_eq!(wire::decode(&wire::encode(&content)), Ok(content));
        }
    }

    #[test]
    fn no_bytes_and_no_text_are_a_panic(bytes in vec(any::<u8>(), 0..200), text in "\\PC{0,60}") {
        let _ = wire::decode(&bytes);
        let _ = Codec::ALL.map(|codec| codec.unpack(&bytes));
        let _ = (share::open(&text), share::view(&text), share::open(&format!("1.p.{text}")));
    }
}
