// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: a report is one file that runs and fetches nothing, says what the plan says and no more than its level
//! allows, and opens again as the plan that it is of, looked at in the same way; no text of a plan becomes anything but text.

#[path = "common/reference.rs"]
mod reference;

use traguardi::desk::{Order, Task};
use traguardi::document::Document;
use traguardi::import::Format;
use traguardi::locale::Language;
use traguardi::plan::{Correction, Dismissal, Method, Percent, SavedView, Weights};
use traguardi::report::node::{Node, Tag};
use traguardi::report::{Report, Request};
use traguardi::share::qr::Qr;
use traguardi::share::{self, Level, level};
use traguardi::statistics::{Dimension, Filter, Selection};
use traguardi::view::{View, address};

const VALDARCO: &str = include_str!("fixtures/comune-di-valdarco-2025.json");
const PAGE: &str = "https://comune.example.org/traguardi/";

fn valdarco() -> Document {
    Document::open(VALDARCO.as_bytes(), "valdarco.json").expect("a plan")
}

fn order(document: &Document, task: Task, view: &str) -> Order {
    Order {
        task,
        selection: Selection::default(),
        field: None,
        rows: (0..document.plan.objectives.len() as u32).collect(),
        language: Language::Italian,
        day: "2026-11-27".into(),
        view: view.into(),
        text: PAGE.into(),
        fonts: Vec::new(),
    }
}

fn html(document: &Document, level: Level, view: &str) -> String {
    let made = order(document, Task::ReportHtml(level), view).carry_out(document).expect("a report");
    String::from_utf8(made).expect("UTF-8")
}

fn reopened(html: &str) -> Document {
    Document::open(html.as_bytes(), "rapporto.html").unwrap_or_else(|error| panic!("{error}"))
}

/// With everything that a person can do to a plan.
fn worked_on(document: &Document) -> Document {
    document.amended(|plan| {
        plan.method = Some(Method { weights: Weights::Used, ..Method::default() });
        plan.corrections.push(Correction {
            n: 3,
            status: Some("not_achieved".into()),
            degree: Percent::new(12.5),
            note: "detto in «seduta» </script><!-- ".into(),
            ..Correction::default()
        });
        let finding = document.findings[0].clone();
        plan.dismissed.push(Dismissal {
            finding: finding.kind.code().into(),
            n: finding.n,
            note: "chiarito".into(),
        });
        plan.views.push(SavedView { name: "Per la seduta".into(), view: "view=1&mission=01".into() });
    })
}

fn filtered(document: &Document, filters: &[(Dimension, &str)]) -> String {
    let filters = filters.iter().map(|(dimension, key)| Filter::new(*dimension, *key)).collect();
    let selection = Selection { filters, ..Selection::default() };
    address::write_in_plan(&View { selection, ..View::default() }, document)
}

#[test]
fn a_report_opens_again_as_the_plan_it_is_of() {
    let mut documents = vec![valdarco(), worked_on(&valdarco())];
    if let Some((text, _)) = reference::reference() {
        documents.push(Document::open(text.as_bytes(), "relazione-2021.txt").expect("a plan"));
    }
    for document in documents {
        let view = filtered(&document, &[(Dimension::Mission, "01"), (Dimension::Status, "achieved")]);
        let there = reopened(&html(&document, Level::Everything, &view));
        assert_eq!(there.plan_json(), document.plan_json());
        let everything = Selection::default();
        assert_eq!(there.figures_json(&everything), document.figures_json(&everything));
        // That a table has a mission without a name is of the file that it was.
        let of_plan = |of: &Document| -> Vec<_> {
            let all = of.findings.iter().zip(&of.set_aside);
            let of_file = |kind: &str| kind == "mission_without_name";
            all.filter(|(finding, _)| !of_file(finding.kind.code()))
                .map(|(finding, aside)| (finding.clone(), *aside))
                .collect()
        };
        assert_eq!(of_plan(&there), of_plan(&document));
        assert_eq!(there.import.view, view);
        let found = address::read(&there.import.view, &there).expect("a view");
        assert_eq!((found.view.selection.filters.len(), found.left.len()), (2, 0));
        // And so does the one that is made of what was opened.
        if document.import.format == Format::PlanJson {
            // What was read is another file.
            let before =
                |html: String| html.split("<section id=\"report-reading\"").next().map(str::to_owned);
            assert_eq!(
                before(html(&there, Level::Everything, &view)),
                before(html(&document, Level::Everything, &view))
            );
        }
    }
}

#[test]
fn what_the_reader_noticed_is_a_finding_at_every_level() {
    let table = "Relazione 2025\n### Missione 04\nCodice\tObiettivo\tResponsabile\tEsito\n\
        4.6\tMensa\tAnna Bianchi\tRaggiunto\n04.06\tMensa due\tAnna Bianchi\tRaggiunto\n\
        04.06\tMensa due\tAnna Bianchi\tRaggiunto\n77.01\tAltro\tUgo Verdi\tRaggiunto\n";
    let document = Document::open(table.as_bytes(), "piano.txt").expect("a plan");
    let kinds =
        ["duplicate_objective", "code_not_official", "code_written_unusually", "mission_without_name"];
    for kind in kinds {
        let of_kind = |of: &traguardi::findings::Finding| of.kind.code() == kind;
        assert!(document.findings.iter().any(of_kind), "{kind}: {:?}", document.import.diagnostics);
    }
    let titles = [
        "Obiettivo ripetuto",
        "Codice che non è nell’elenco",
        "Codice scritto in modo",
        "Missione senza nome",
    ];
    for level in [Level::WithoutNames, Level::Everything] {
        let report = html(&document, level, "");
        for title in titles {
            assert!(report.contains(&format!("<h3>{title}")), "{level:?}: {title}");
        }
        // And who looked at the objectives of one has a report of these.
        for kind in &kinds[..3] {
            let report = html(&document, level, &filtered(&document, &[(Dimension::Finding, kind)]));
            assert_eq!(report.matches("class=\"r-objective\"").count(), 1, "{level:?}: {kind}");
        }
    }
}

#[test]
fn a_plan_that_is_saved_opens_as_it_was_looked_at() {
    let document = worked_on(&valdarco());
    let view = filtered(&document, &[(Dimension::Person, "Ilaria Benassi"), (Dimension::Mission, "01")]);
    let order = order(&document, Task::PlanJson, &view);
    let saved = order.carry_out(&document).expect("a file");
    let again = Document::open(&saved, "salvato.json").expect("a plan");
    assert_eq!(
        (&again.import.view, again.import.diagnostics.len()),
        (&view, document.import.diagnostics.len())
    );
    assert_eq!(again.plan_json(), document.plan_json());
    assert_eq!(Order { task: Task::PlanJson, ..order }.carry_out(&again).expect("a file"), saved);
    // Without names it is of those who stand for them.
    let sent =
        self::order(&document, Task::Sent(Level::WithoutNames), &view).carry_out(&document).expect("a file");
    let there = Document::open(&sent, "senza-nomi.json").expect("a plan");
    assert!(!there.import.view.contains("Benassi"), "{}", there.import.view);
    assert_eq!(address::read(&there.import.view, &there).expect("a view").left, []);
}

#[test]
fn figures_open_again_as_figures() {
    let document = valdarco();
    let report = html(&document, Level::Figures, "");
    assert!(!report.contains("class=\"r-objective\"") && !report.contains("\"objectives\""));
    let there = reopened(&report);
    assert!(there.is_figures());
    assert_eq!(there.whole.plan.objectives, document.whole.plan.objectives);
    // What came as figures makes the same report, at whichever level it is asked for.
    for level in Level::ALL {
        assert_eq!(html(&there, level, ""), report);
    }
}

#[test]
fn nobody_is_named_in_a_report_without_names() {
    let document = worked_on(&valdarco());
    let names = level::words_of_names(&document.import.plan);
    assert!(names.len() > 15);
    let view = filtered(&document, &[(Dimension::Person, "Ilaria Benassi")]);
    for level in [Level::Figures, Level::WithoutNames] {
        for task in [Task::ReportHtml(level), Task::Report(level)] {
            let bytes = order(&document, task, &view).carry_out(&document).expect("a report");
            let text = String::from_utf8_lossy(&bytes).into_owned();
            for word in text.split(|c: char| !c.is_alphanumeric()) {
                let folded: String =
                    word.chars().filter_map(traguardi::reading::people::name_letter).collect();
                assert!(!names.contains(&folded), "{task:?}: {word}");
            }
        }
    }
    assert!(html(&document, Level::Everything, "").contains("Benassi"));
}

/// What tags a page has, in their order.
fn tags(html: &str) -> Vec<&str> {
    let parts = html.split('<').skip(1);
    parts.map(|part| part.split([' ', '>', '\n']).next().unwrap_or_default()).collect()
}

const HOSTILE: &str = "</script><script>alert(1)</script><!-- --> ]]> \" ' & &lt; <img src=x onerror=alert(1)> \\u003c \u{2028} \
    javascript:alert(1) {{x}} </style> </title> </svg>\u{202e}";

fn hostile() -> Document {
    let text = serde_json::to_string(HOSTILE).expect("JSON");
    let objective = format!(
        r#"{{"code": {text}, "mission": {{"code": "01", "name": {text}}}, "objective": {text}, "purpose": {text}, "responsible": [{text}],
            "office": {text}, "outcome": {text}, "deadline": {text}, "percent": 50, "indicators": [{text}], {text}: {text},
            "kept": [{{"name": "a", "value": "<\u003c\\u003c"}}]}}"#
    );
    let plan = format!(
        r#"{{"title": {text}, "body": {text}, "kind": {text}, "objectives": [{objective}],
            "corrections": [{{"n": 1, "degree": 40, "note": {text}}}], "views": [{{"name": {text}, "view": {text}}}]}}"#
    );
    Document::open(plan.as_bytes(), HOSTILE).expect("a plan")
}

#[test]
fn no_text_of_a_plan_becomes_anything_else() {
    let document = hostile();
    for level in [Level::WithoutNames, Level::Everything] {
        let report = html(&document, level, "");
        let tags = tags(&report);
        assert_eq!(tags.iter().filter(|tag| tag.eq_ignore_ascii_case("script")).count(), 1, "the data alone");
        assert_eq!(tags.iter().filter(|tag| tag.eq_ignore_ascii_case("/script")).count(), 1);
        assert!(!tags.iter().any(|tag| ["img", "iframe", "link", "a\"", "!--"].contains(tag)), "{tags:?}");
        // What is left of the texts is between quotes or tags, and neither ends there.
        for broken in ["<!--", "]]><", "<img", "</style> </title>"] {
            assert!(!report.contains(broken), "{broken}");
        }
        let there = reopened(&report);
        assert_eq!(there.plan.objectives[0].kept, document_at(&document, level).plan.objectives[0].kept);
    }
    assert_eq!(reopened(&html(&document, Level::Everything, "")).plan_json(), document.plan_json());
}

/// The document as it goes out.
fn document_at(document: &Document, level: Level) -> Document {
    let sent = order(document, Task::Sent(level), "").carry_out(document).expect("a file");
    Document::open(&sent, "").expect("a plan")
}

#[test]
fn a_report_can_run_and_fetch_nothing() {
    for level in Level::ALL {
        let report = html(&valdarco(), level, "");
        let policy = report.find("Content-Security-Policy").expect("a policy");
        assert!(policy < report.find("<style").expect("a style"), "the policy stands before what it is for");
        assert!(report.contains("default-src 'none'") && !report.contains("script-src"));
        // Addresses that a browser would go to; the link to the figures is drawn as squares, and is none.
        for address in
            ["http://", "https://", " src=", "@import", "url(http", "<link", "<iframe", "<object", "<form"]
        {
            let found: Vec<_> = report
                .match_indices(address)
                .map(|(at, _)| &report[at..report.floor_char_boundary(at + 40)])
                .collect();
            let foreign: Vec<_> =
                found.iter().filter(|found| !found.starts_with("http://www.w3.org/2000/svg")).collect();
            assert!(foreign.is_empty(), "{foreign:?}");
        }
        let links: Vec<_> =
            report.split(" href=\"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default()).collect();
        assert!(links.len() > 3 && links.iter().all(|link| link.starts_with('#')), "{links:?}");
        for link in links {
            assert!(report.contains(&format!("id=\"{}\"", &link[1..])), "{link}");
        }
    }
}

#[test]
fn the_file_is_built_as_pages_are() {
    let report = html(&worked_on(&valdarco()), Level::Everything, "");
    assert!(report.starts_with("<!doctype html>\n<html lang=\"it\">"));
    // Headings do not skip a level, and the first is the only one of its kind.
    let levels: Vec<u8> = tags(&report)
        .into_iter()
        .filter_map(|tag| match tag.as_bytes() {
            [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
            _ => None,
        })
        .collect();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    assert!(levels.windows(2).all(|two| two[1] <= two[0] + 1), "{levels:?}");
    let ids: Vec<_> =
        report.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default()).collect();
    let once: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!(once.len(), ids.len(), "an id stands for one thing");
    for by in
        report.split("aria-labelledby=\"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default())
    {
        assert!(by.split(' ').all(|id| once.contains(&id)), "{by}");
    }
    let count = |what: &str| report.matches(what).count();
    assert_eq!(count("<table"), count("<caption"));
    // Whatever can be wider than a phone is reached by keys.
    assert_eq!(count("tabindex=\"0\""), count("<table") + count("<svg ") - 1, "all but the code");
    assert_eq!((count("<svg "), count("role=\"img\"")), (count("</svg>"), count("<svg ")));
}

#[test]
fn every_objective_every_figure_and_the_method_are_in_it() {
    let document = worked_on(&valdarco());
    let report = html(&document, Level::Everything, "");
    assert!(report.contains("<mark>"), "the words that decided");
    let report = report.replace("<mark>", "").replace("</mark>", "");
    assert_eq!(report.matches("class=\"r-objective\"").count(), document.plan.objectives.len());
    for objective in document.plan.objectives.iter() {
        let indicators = objective.indicators.iter().flat_map(|of| [&of.text, &of.expected, &of.actual]);
        let texts = [&objective.code_as_written, &objective.objective, &objective.outcome];
        let columns = [&objective.purpose, &objective.office, &objective.deadline];
        let kept = objective.kept.iter().map(|kept| &kept.name);
        for text in texts.into_iter().chain(columns).chain(indicators).chain(kept) {
            let escaped = traguardi::chart::svg::escaped(text.trim());
            assert!(report.contains(&escaped), "{text}");
        }
    }
    for said in [
        "In sintesi",
        "Grafici",
        "Obiettivi per missione",
        "Da guardare due volte",
        "Il metodo",
        "Come si calcola ogni numero",
        "Che cosa è stato letto",
        "27 novembre 2026",
        "Tutti i 36 obiettivi",
        "è stata messa da parte",
        "✎",
    ] {
        assert!(report.contains(said), "{said}");
    }
    let open = document.set_aside.iter().filter(|aside| !**aside).count();
    assert!(report.contains(&format!("Da guardare due volte ({open})")));
}

/// A report of one objective, its article, without tags.
fn article(objective: &str, rest: &str) -> String {
    let plan = format!(r#"{{"year": 2025, "objectives": [{objective}]{rest}}}"#);
    let report = html(&Document::open(plan.as_bytes(), "").expect("a plan"), Level::Everything, "");
    let article = report.split("<article").nth(1).and_then(|rest| rest.split("</article>").next());
    let parts = article
        .expect("an objective")
        .split('<')
        .skip(1)
        .map(|part| part.split_once('>').map_or("", |(_, text)| text));
    parts.collect::<Vec<_>>().join("|").replace("||", "|")
}

#[test]
fn an_objective_is_told_whole_as_the_page_tells_it() {
    let told = article(
        r#"{"code": "04.06", "objective": "Mensa", "purpose": "Servire tutti", "responsible": "Anna Bianchi", "years": [],
            "percent": 80, "outcome": "Fatto, ma manca il collaudo.", "colore": "blu",
            "indicators": [{"text": "Pasti", "expected": "100", "actual": "50"}, "Tempi: entro 30 giorni"]}"#,
        r#", "corrections": [{"n": 1, "degree": 12.5, "responsible": ["Ugo Verdi"]}]"#,
    );
    for said in [
        "Programma",
        "04.06 ",
        "Servizi ausiliari all",
        "Servire tutti",
        "in nessuno degli anni",
        "✎\u{a0}Ugo Verdi (nel documento: Anna Bianchi)",
        "✎\u{a0}12,5\u{a0}% (nel documento: 80\u{a0}%)",
        "colore (altro nel documento)|",
        "blu",
        "Pasti",
        "Atteso: |100",
        "50\u{a0}%",
        "(min(realizzato/atteso, 1))",
        "nel suo testo",
        "non indicato",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
    let undone = r#"{"objective": "Mensa", "percent": 100, "outcome": "Fatto, ma manca il collaudo."}"#;
    let told = article(undone, "");
    assert!(told.contains("evidenziate qui sotto parole che dicono di qualcosa non fatto"), "{told}");
    let decided = article(r#"{"objective": "Mensa", "outcome": "Obiettivo raggiunto"}"#, "");
    assert!(!decided.contains("non fatto") && decided.contains("evidenziate qui sotto"), "{decided}");
}

#[test]
fn a_finding_shows_the_words_that_it_comes_from() {
    let document = valdarco();
    let report = html(&document, Level::Everything, "");
    let findings =
        report.split("id=\"report-findings\"").nth(1).and_then(|rest| rest.split("</section>").next());
    let findings = findings.expect("findings");
    let mut quoted = 0;
    for finding in document.findings.iter() {
        let objective = finding.n.map(|n| &document.plan.objectives[n as usize - 1]);
        for (text, span) in finding.evidence.iter().filter_map(|of| of.words(objective?)) {
            quoted += 1;
            let words = traguardi::chart::svg::escaped(span.of(text));
            assert!(findings.contains(&format!("<mark>{words}</mark>")), "{words}");
        }
    }
    assert!(quoted > 4);
}

#[test]
fn what_the_plan_says_is_said_to_be_italian_in_a_report_that_is_not() {
    let document = valdarco();
    let of = |language| {
        let order = Order { language, ..order(&document, Task::ReportHtml(Level::Everything), "") };
        String::from_utf8(order.carry_out(&document).expect("a report")).expect("UTF-8")
    };
    let (italian, english) = (of(Language::Italian), of(Language::English));
    assert_eq!(italian.matches(" lang=\"it\"").count(), 1, "the report itself");
    assert!(english.contains("<h1><bdi lang=\"it\">Relazione sulla performance 2025"));
    assert!(english.contains("Mission 01 <bdi lang=\"it\">Servizi istituzionali"), "official names");
    // In drawings and in the tables beneath them; not what the report itself calls the rest.
    let drawn = |text: &str| english.contains(&format!(r#" lang="it">{text}</text>"#));
    assert!(drawn("Servizi istituzionali, generali e di") && drawn("Istruzione e diritto allo studio"));
    let cell = r#"<td><bdi lang="it">Istruzione e diritto allo studio</bdi></td>"#;
    assert!(english.contains(cell) && english.contains("<bdi>Total</bdi>"));
    assert!(!drawn("Strategic") && english.contains(">Strategic</text>"));
    let quotes = english.matches("<blockquote").count();
    let said = english.matches("<blockquote dir=\"auto\" lang=\"it\">").count();
    let in_findings = english.matches("<bdi lang=\"it\">").count();
    assert!(said > 20 && quotes > said && in_findings > quotes - said);
}

#[test]
fn a_report_has_no_tiles_of_which_a_printer_would_make_pictures() {
    let report = html(&valdarco(), Level::WithoutNames, "");
    assert!(report.contains("stroke-dasharray") && !report.contains("<pattern"));
    // Every rectangle at which lines are cut is one of the report, and no two have one name.
    let names = |start: &str| -> Vec<String> {
        let found = report.split(start).skip(1);
        found.map(|rest| rest.split(['"', ')']).next().unwrap_or_default().to_owned()).collect()
    };
    let (cuts, mut used) = (names("<clipPath id=\""), names("clip-path=\"url(#"));
    assert!(cuts.len() > 20);
    used.sort();
    used.dedup();
    let mut known = cuts.clone();
    known.sort();
    known.dedup();
    assert_eq!((known.len(), known), (cuts.len(), used));
}

#[test]
fn a_report_of_a_selection_says_so_and_has_the_whole_plan_in_it() {
    let document = valdarco();
    let view = filtered(&document, &[(Dimension::Mission, "01")]);
    let report = html(&document, Level::WithoutNames, &view);
    let of = document
        .plan
        .objectives
        .iter()
        .filter(|objective| objective.mission.as_ref().is_some_and(|mission| mission.key() == "01"))
        .count();
    assert!(
        report.contains(&format!("{of} di 36 obiettivi: missione 01")),
        "the cover says what is selected"
    );
    assert_eq!(report.matches("class=\"r-objective\"").count(), of);
    assert_eq!(reopened(&report).plan.objectives.len(), 36);
    // Of nothing, too.
    let nothing = html(
        &document,
        Level::WithoutNames,
        &filtered(&document, &[(Dimension::Mission, "01"), (Dimension::Programme, "04.06")]),
    );
    assert!(nothing.contains("0 di 36 obiettivi") && !nothing.contains("id=\"report-charts\""));
}

#[test]
fn what_of_a_view_does_not_hold_without_names_is_said() {
    let document = valdarco();
    let view = |filters: &[(Dimension, &str)], search: &str| {
        let filters = filters.iter().map(|(dimension, key)| Filter::new(*dimension, *key)).collect();
        let selection = Selection { filters, search: search.into(), ..Selection::default() };
        address::write_in_plan(&View { selection, ..View::default() }, &document)
    };
    let said = "Non vale senza nomi";
    let staff = view(&[(Dimension::Staff, "[0,100]"), (Dimension::Mission, "01")], "");
    let name = view(&[(Dimension::Mission, "01")], "Benassi");
    for (view, words) in [(staff, "percentuali del personale"), (name, "ricerca di un nome")] {
        let report = html(&document, Level::WithoutNames, &view);
        let cover = report.split("</header>").next().expect("a cover");
        assert!(cover.contains("11 di 36 obiettivi: missione 01") && cover.contains(said), "{view}");
        assert!(cover.contains(words), "{view}");
        assert_eq!(report.matches("class=\"r-objective\"").count(), 11, "{view}");
        assert!(!html(&document, Level::Everything, &view).contains(said), "{view}");
    }
    // A person chosen goes along, and is not said not to.
    let both = view(&[(Dimension::Staff, "[0,100]"), (Dimension::Person, "Ilaria Benassi")], "");
    let report = html(&document, Level::WithoutNames, &both);
    let cover = report.split("</header>").next().expect("a cover");
    assert!(
        cover.contains("Responsabile") && cover.contains(said) && !cover.contains("singole persone"),
        "{cover}"
    );
    let held = view(&[(Dimension::Mission, "01"), (Dimension::Person, "Ilaria Benassi")], "sedute");
    assert!(!html(&document, Level::WithoutNames, &held).contains(said));
}

/// Two objectives of four that have their degree by a staff percentage alone; one staff rewarded for nothing.
const BY_STAFF: &str = r#"[
  {"code": "01.01", "objective": "Aprire lo sportello", "responsible": ["Ugo Bazzi"], "percent": 100},
  {"code": "01.02", "objective": "Formare il personale", "responsible": ["Elena Novarese"], "staff_percent": 80},
  {"code": "01.03", "objective": "Riparare la scuola", "responsible": ["Dario Zanetti"], "staff_percent": 50},
  {"code": "01.04", "objective": "Adottare il piano", "responsible": ["Ugo Bazzi"], "staff_percent": 100,
    "outcome": "Obiettivo non raggiunto"}
]"#;

#[test]
fn a_report_whose_degrees_are_not_those_of_the_plan_says_so() {
    // Surnames that are words of outcomes are covered there too.
    let plan = r#"[
      {"objective": "Aprire lo sportello", "responsible": ["Ugo Raggiunto"], "outcome": "Obiettivo raggiunto"},
      {"objective": "Formare il personale", "responsible": ["Ugo Raggiunto"], "outcome": "Obiettivo raggiunto"},
      {"objective": "Riparare la scuola", "outcome": "Eseguito"}
    ]"#;
    let document = Document::open(plan.as_bytes(), "").expect("a plan");
    for (language, said) in [
        (Language::Italian, "2 obiettivi del piano hanno qui un altro esito o grado"),
        (Language::English, "2 objectives of the plan have another status or degree"),
    ] {
        let of = |level| {
            let order = Order { language, ..order(&document, Task::ReportHtml(level), "") };
            String::from_utf8(order.carry_out(&document).expect("a report")).expect("UTF-8")
        };
        let report = of(Level::WithoutNames);
        let (cover, rest) = report.split_once("</header>").expect("a cover");
        let headline = rest.split("</section>").next().expect("figures");
        assert!(cover.contains(said) && headline.contains(said), "{report}");
        // Here all is as it is in the plan.
        assert!([Level::Figures, Level::Everything].into_iter().all(|level| !of(level).contains(said)));
    }
    let one = r#"[{"objective": "a", "outcome": "Eseguito"},
        {"objective": "b", "responsible": ["Ugo Sospeso"], "outcome": "Sospeso", "staff_percent": 80}]"#;
    let one = html(&Document::open(one.as_bytes(), "").expect("a plan"), Level::WithoutNames, "");
    assert!(one.contains("Un obiettivo del piano ha qui un altro esito o grado"));
    // Where staff percentages stand in, the report tells the same year.
    let by_staff = Document::open(BY_STAFF.as_bytes(), "").expect("a plan");
    let of = [Level::WithoutNames, Level::Everything].map(|level| html(&by_staff, level, ""));
    assert!(of.iter().all(|report| !report.contains("altro esito") && report.contains("(2 su 4 gradi)")));
    let alone = r#"[{"objective": "b", "staff_percent": 80}]"#;
    let alone = html(&Document::open(alone.as_bytes(), "").expect("a plan"), Level::WithoutNames, "");
    assert!(alone.contains("(1 su 1 grado)"), "the method agrees with one");
}

#[test]
fn a_finding_that_staff_percentages_tell_is_not_said_to_be_nowhere() {
    let document = Document::open(BY_STAFF.as_bytes(), "").expect("a plan");
    let rewarded = "staff_rewarded_on_objective_not_achieved";
    let view = filtered(&document, &[(Dimension::Finding, rewarded)]);
    let report = html(&document, Level::WithoutNames, &view);
    assert!(report.contains("percentuali del personale") && report.contains("Non vale senza nomi"));
    assert_eq!(report.matches("class=\"r-objective\"").count(), 4, "it does not choose none of them");
    assert!(report.contains("Una segnalazione dipende da ciò che non esce"));
    assert!(html(&document, Level::Everything, &view).contains("1 di 4 obiettivi"));
    // Nor does a file say so that is saved without names.
    let both = filtered(&document, &[(Dimension::Finding, rewarded), (Dimension::Mission, "01")]);
    let sent = order(&document, Task::Sent(Level::WithoutNames), &both).carry_out(&document).expect("a file");
    assert_eq!(Document::open(&sent, "").expect("a plan").import.view, "view=1&mission=01");
    assert!(!html(&document, Level::Everything, "").contains("dipende da ciò che non esce"));
    // Where nothing else is found, it is not said that nothing is.
    let alone = r#"[{"objective": "a", "staff_percent": 100, "outcome": "Obiettivo non raggiunto"},
        {"objective": "b", "percent": 100}]"#;
    let alone = Document::open(alone.as_bytes(), "").expect("a plan");
    let nothing = traguardi::locale::findings::words(Language::Italian).nothing;
    assert!(!html(&alone, Level::WithoutNames, "").contains(nothing));
}

#[test]
fn what_is_found_only_since_something_stays_behind_is_in_no_report() {
    // There the staff percentage is not, and nothing seems to say how far it went.
    let plan = r#"[{"objective": "a", "outcome": "Obiettivo parzialmente raggiunto", "staff_percent": 60},
        {"objective": "b", "outcome": "Obiettivo raggiunto"}]"#;
    let document = Document::open(plan.as_bytes(), "").expect("a plan");
    let there = document.sent(share::Content::new(&document, Level::WithoutNames), String::new());
    assert_eq!((document.findings.len(), there.findings.len()), (0, 1));
    let nothing = traguardi::locale::findings::words(Language::Italian).nothing;
    for level in [Level::WithoutNames, Level::Everything] {
        assert!(html(&document, level, "").contains(nothing), "{level:?}");
    }
}

#[test]
fn a_report_says_how_many_objectives_were_corrected_by_hand() {
    let document = worked_on(&valdarco());
    for level in Level::ALL {
        let report = html(&document, level, "");
        let headline = report.split("</header>").nth(1).and_then(|rest| rest.split("</section>").next());
        assert!(headline.expect("figures").contains("1 obiettivo corretto a mano"), "{level:?}");
    }
    assert!(!html(&valdarco(), Level::Figures, "").contains("a mano"));
}

#[test]
fn a_filter_on_what_is_named_like_a_person_holds_without_names() {
    let plan = r#"[
      {"mission": "Polo Elena", "programme": "Centro Elena", "objective": "a", "responsible": ["Elena Neri"]},
      {"mission": "Strade", "programme": "Centro Elena", "objective": "b", "responsible": ["Ugo Bazzi"], "percent": 50},
      {"mission": "Strade", "programme": "Ponti", "objective": "c", "responsible": ["Elena Neri"], "percent": 50}
    ]"#;
    let document = Document::open(plan.as_bytes(), "").expect("a plan");
    for (dimension, key, chosen) in
        [(Dimension::Mission, "Polo Elena", 1), (Dimension::Programme, "Centro Elena", 2)]
    {
        let report = html(&document, Level::WithoutNames, &filtered(&document, &[(dimension, key)]));
        assert_eq!(report.matches("class=\"r-objective\"").count(), chosen, "{key}");
        assert!(!report.contains("Non vale senza nomi"), "{key}");
    }
}

#[test]
fn a_report_of_nothing_speaks_of_itself() {
    let document = valdarco();
    let view = filtered(&document, &[(Dimension::Mission, "01"), (Dimension::Programme, "04.06")]);
    let report = html(&document, Level::WithoutNames, &view);
    assert!(report.contains("Nessun obiettivo del piano risponde") && !report.contains("mostra tutti"));
}

#[test]
fn many_marks_in_a_file_that_is_no_report_take_no_longer() {
    let marks =
        format!("<!doctype html><title>Traguardi report</title>{}", "id=\"traguardi-plan\" ".repeat(200_000));
    let begun = std::time::Instant::now();
    assert!(matches!(traguardi::report::find(&marks), Some(Err(_))));
    assert!(traguardi::report::find(&"<script".repeat(600_000)).is_none());
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
}

#[test]
fn figures_say_what_is_not_in_them() {
    let of = |plan: &str| html(&Document::open(plan.as_bytes(), "").expect("a plan"), Level::Figures, "");
    let few = of(r#"[{"mission": "01", "objective": "a", "responsible": "Anna Bianchi", "percent": 50}]"#);
    for said in [
        "Le missioni non ci sono: non hanno un codice, oppure farebbero riconoscere le persone",
        "strategici e ordinari non ci sono",
        "per anno non ci sono",
    ] {
        assert!(few.contains(said), "{said}");
    }
    assert!(!few.contains("stanno in una riga sola"));
    let valdarco = html(&valdarco(), Level::Figures, "");
    assert!(valdarco.contains("stanno in una riga sola") && !valdarco.contains("Le missioni non ci sono"));
}

#[test]
fn a_plan_that_came_without_names_is_not_said_to_have_them() {
    let sent = share::make(&share::Content::new(&valdarco(), Level::WithoutNames)).expect("a link");
    let there = Document::open(sent.as_bytes(), "").expect("a plan");
    assert!(!html(&there, Level::Everything, "").contains("Contiene i nomi"));
    // Names may come into it.
    let note = Correction {
        n: 1,
        note: "detto da Ugo Verdi".into(),
        responsible: Some(vec!["Ugo Verdi".into()]),
        ..Correction::default()
    };
    let named = there.amended(|plan| plan.corrections.push(note));
    assert!(html(&named, Level::Everything, "").contains("Contiene i nomi"));
    assert!(html(&valdarco(), Level::Everything, "").contains("Contiene i nomi"));
}

#[test]
fn a_text_that_looks_like_the_mark_is_no_data() {
    let plan =
        r#"[{"objective": "Pubblicare id=\"traguardi-plan\" data-sha256=\"0\" come dati", "percent": 50}]"#;
    let document = Document::open(plan.as_bytes(), "").expect("a plan");
    // As a browser writes the page anew: quotes in texts are quotes.
    let saved = html(&document, Level::Everything, "").replace("&quot;", "\"");
    assert!(saved.matches("id=\"traguardi-plan\"").count() > 1);
    assert_eq!(reopened(&saved).plan_json(), document.plan_json());
}

#[test]
fn what_was_cut_or_altered_on_its_way_says_so() {
    let report = html(&valdarco(), Level::Everything, "");
    let error = |text: &str| Document::open(text.as_bytes(), "rapporto.html").expect_err("an error").code();
    let data = report.find("<script").expect("data");
    for end in [report.len() - 60, data + 200, data + 20, data, data / 2] {
        assert_eq!(error(&report[..report.floor_char_boundary(end)]), "report-cut", "{end}");
    }
    assert_eq!(error(&report.replace("\"year\": 2025", "\"year\": 2024")), "report-altered");
    // What programs do to the ends of lines is nothing.
    assert_eq!(reopened(&report.replace('\n', "\r\n")).plan_json(), valdarco().plan_json());
    // Nor is how a browser writes the page anew.
    let saved = report.replace("<!doctype html>", "<!DOCTYPE html>").replace(
        "<meta charset=\"utf-8\">",
        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\">",
    );
    assert_eq!(reopened(&saved).plan_json(), valdarco().plan_json());
    // Any other page is what it was.
    for page in
        ["<!doctype html><p>Ciao", "<html><body><table><tr><td>Obiettivo</td></tr></table></body></html>"]
    {
        assert_eq!(error(page), "html");
    }
}

#[test]
fn what_is_told_of_the_file_is_where_it_stands_in_the_report() {
    let plan = r#"{"objectives": [{"code": "01.01", "objective": "a", "colore": "blu", "percent": "250%"}]}"#;
    let report = html(&Document::open(plan.as_bytes(), "").expect("a plan"), Level::Everything, "");
    let there = reopened(&report);
    let place = there.import.plan.objectives[0].place.expect("a place");
    assert!(report.lines().nth(place.line as usize - 1).expect("a line").ends_with('{'));
    let told = there
        .import
        .diagnostics
        .iter()
        .find(|of| of.n == Some(1))
        .expect("a message")
        .place
        .expect("a place");
    assert!(report.lines().nth(told.line as usize - 1).expect("a line").contains("\"colore\""));
}

#[test]
fn the_code_on_the_cover_opens_the_figures_and_nothing_else() {
    let document = valdarco();
    let report = html(&document, Level::Everything, "");
    let squares = report.split("<path d=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("squares");
    let data = share::make(&share::Content::new(&document, Level::Figures)).expect("a link");
    let known = Qr::new(&format!("{PAGE}#{}", share::join(&data, "lang=it"))).expect("a code");
    assert_eq!(squares, known.path);
    assert!(known.is_read_from_afar());
    for nowhere in ["file:///C:/traguardi/index.html", "", "about:blank"] {
        let order =
            Order { text: nowhere.into(), ..order(&document, Task::ReportHtml(Level::Everything), "") };
        let report = String::from_utf8(order.carry_out(&document).expect("a report")).expect("UTF-8");
        assert!(!report.contains("class=\"r-qr\""), "{nowhere}");
        assert!(report.contains("Il codice QR delle cifre non c’è"), "{nowhere}: it says so");
    }
}

#[test]
fn the_digest_is_of_the_data_and_not_of_how_they_are_looked_at() {
    let document = valdarco();
    let digest = |level, view: &str| {
        let request = Request { level, view, day: "2026-11-27", language: Language::English, address: "" };
        Report::new(&document, &request).expect("a report").1.sha256
    };
    let view = filtered(&document, &[(Dimension::Mission, "01")]);
    assert_eq!(digest(Level::Everything, ""), digest(Level::Everything, &view));
    assert_ne!(digest(Level::Everything, ""), digest(Level::WithoutNames, ""));
    // Whoever saves the plan can compute it.
    let saved = document.plan_json();
    assert_eq!(digest(Level::Everything, ""), traguardi::export::sha256::of(saved.as_bytes()));
}

#[test]
fn on_paper_it_is_the_same_with_its_drawings_as_pictures() {
    fn drawings(nodes: &[Node], found: &mut [usize; 2]) {
        for node in nodes {
            match node {
                Node::Drawing { .. } => found[0] += 1,
                Node::Element(element) => {
                    found[1] += usize::from(element.tag == Tag::Img);
                    drawings(&element.inside, found);
                }
                Node::Text(_) => {}
            }
        }
    }
    let document = valdarco();
    let made =
        order(&document, Task::Report(Level::WithoutNames), "").carry_out(&document).expect("a report");
    let report: Report = traguardi::desk::value(made).expect("a report");
    let mut found = [0; 2];
    drawings(&report.body, &mut found);
    assert_eq!(found[0], 0);
    assert_eq!(found[1], html(&document, Level::WithoutNames, "").matches("<svg ").count());
}

#[test]
fn both_languages_and_plans_of_any_size_make_a_report() {
    let one = r#"[{"objective": "Uno"}]"#;
    let many: Vec<_> = (0..2100)
        .map(|n| format!(r#"{{"code": "01.{:02}", "objective": "{n}", "percent": {}}}"#, n % 12, n % 101))
        .collect();
    let many = format!("[{}]", many.join(","));
    for (plan, listed) in [(one, 1), (many.as_str(), 2000)] {
        let document = Document::open(plan.as_bytes(), "").expect("a plan");
        for language in [Language::Italian, Language::English] {
            for level in Level::ALL {
                let order = Order { language, ..order(&document, Task::ReportHtml(level), "") };
                let report = String::from_utf8(order.carry_out(&document).expect("a report")).expect("UTF-8");
                assert!(report.contains(&format!("<html lang=\"{}\">", language.tag())));
                let expected = if level == Level::Figures { 0 } else { listed };
                assert_eq!(report.matches("class=\"r-objective\"").count(), expected);
            }
        }
    }
}
