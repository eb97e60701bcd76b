// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: a report is one file that opens from the disk with nothing else, asks for nothing, and opens again in the
//! page as it was looked at; on paper it is the report and nothing of the page; a saved plan opens as it was looked at.

use serde_json::json;
use std::path::Path;
use std::process::Command;
use traguardi::document::Document;
use traguardi::share::level;
use traguardi_browser_tests::*;

const LINK: &str = "[data-share-link]";

/// Opens the dialog at a level.
fn share(page: &Page, level: &str) {
    page.click("[data-action='share']");
    page.wait_visible(LINK);
    // Without names is what is chosen already.
    if level != "no-names" {
        page.after_revision(|| page.click(&format!("[data-share-level='{level}']")));
    }
    if level == "full" {
        assert_eq!(page.count("[data-download='report-html']"), 0, "names go out after a warning");
        page.click("[data-action='share-anyway']");
    }
    page.wait_visible("[data-download='report-html']");
}

/// The digest of the data on the sheet that is to be printed, which a date stands beside.
fn digest(page: &Page) -> String {
    let sheet = page.js(
        "const sheet = document.querySelector('.report-sheet');
         return [sheet.querySelector('code').textContent, sheet.querySelector('.r-cover dl').textContent]",
        vec![],
    );
    let digest = sheet[0].as_str().expect("a digest");
    assert!(digest.len() == 64 && sheet[1].as_str().is_some_and(|facts| facts.contains("Data")), "{sheet}");
    digest.to_owned()
}

/// What is on the paper, where there is a program that reads it.
fn on_paper(page: &Page, path: &Path, digest: &str) {
    let (Ok(words), Ok(info)) = (
        Command::new("pdftotext").arg("-layout").arg(path).arg("-").output(),
        Command::new("pdfinfo").arg(path).output(),
    ) else {
        eprintln!(
            "skipped: without pdftotext and pdfinfo only the page is asked what it prints, not the paper"
        );
        return;
    };
    let [words, info] = [words, info].map(|read| String::from_utf8_lossy(&read.stdout).to_lowercase());
    assert!(info.contains("(a4)"), "{info}");
    let of = info.split("pages:").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("a count");
    let numbered = format!("1 / {of}");
    // Firefox fills no margins: there its own foot has the numbers.
    let numbered = if page.browser() == Browser::Chromium { numbered.as_str() } else { "" };
    for said in
        ["Rapporto sugli obiettivi", "Obiettivi per missione", "Il metodo", "SHA-256", digest, numbered]
    {
        assert!(words.contains(&said.to_lowercase()), "{}: {said}", page.browser());
    }
}

in_both_browsers! {
    fn a_report_opens_from_the_disk_and_again_in_the_page(page) {
        page.open_example();
        page.filter("mission:01");
        let (before, headline) = (page.figures(), page.headline());
        share(page, "full");
        page.assert_accessible("the dialog with reports");
        let file = page.download("report-html");
        assert!(file.name.ends_with(".report-full.html"), "{}", file.name);

        // By a double click, with nothing beside it.
        let path = page.lay("rapporto.html", &file.bytes);
        page.goto(&format!("file://{}", path.display()));
        page.wait_js("the report", "return document.readyState === 'complete' && !!document.querySelector('h1')");
        assert!(page.text("h1").contains("Relazione sulla performance 2025"), "{}", page.text("h1"));
        let drawn = page.js(
            "return [...document.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().height > 50).length",
            vec![],
        );
        assert!(drawn.as_u64() > Some(5), "{drawn}");
        assert_eq!(page.count("article"), 11, "what is selected");
        assert_eq!(page.js("return performance.getEntriesByType('resource').filter((of) => !of.name.startsWith('data:')).length", vec![]), 0);
        assert_eq!(page.js("return document.scripts.length", vec![]), 1, "the data");
        assert_eq!(page.js("return JSON.parse(document.getElementById('traguardi-plan').textContent).objectives.length", vec![]), 36);
        let font = "return getComputedStyle(document.querySelector('.report')).fontFamily";
        assert!(page.js(font, vec![]).to_string().contains("Titillium"));
        page.assert_accessible("the report");
        page.screenshot_whole("report-file");
        // On a phone what is wider than it is scrolled, by keys as well.
        page.set_viewport(320, 700);
        let wider = page.js(
            "return [...document.querySelectorAll('.r-scroll')].filter((of) => of.scrollWidth > of.clientWidth).length",
            vec![],
        );
        assert!(wider.as_u64() > Some(3), "{wider}");
        let is_wider = "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth > clientWidth";
        assert_eq!(page.js(is_wider, vec![]), false);
        page.assert_accessible("the report on a phone");

        page.open("it");
        page.drop_bytes("rapporto.html", &file.bytes);
        page.wait_state("ready");
        assert!(page.is_pressed("mission:01"));
        assert_eq!(page.headline(), headline);
        assert!(page.figures() == before, "other figures");
    }

    fn a_report_is_all_there_where_there_is_no_network(page) {
        page.open_example();
        share(page, "no-names");
        let file = page.download("report-html");
        let path = page.lay("rapporto.html", &file.bytes);
        page.go_offline();
        let asked = page.site().asked();
        page.goto(&format!("file://{}", path.display()));
        page.wait_js("the report", "return document.readyState === 'complete' && !!document.querySelector('h1')");
        assert_eq!(page.js("return navigator.onLine", vec![]), false);
        page.wait_js("its fonts", "return document.fonts.status === 'loaded' && [...document.fonts].some((font) => font.status === 'loaded')");
        let shown = page.js(
            "const all = (css, is) => [...document.querySelectorAll(css)].filter(is);
             const is_drawn = (of) => of.checkVisibility() && of.getBoundingClientRect().height > 50;
             return {
               sections: all('section[id]', (of) => of.checkVisibility() && of.textContent.length > 40).map((of) => of.id),
               empty: all('section[id]', (of) => !of.checkVisibility() || of.textContent.length <= 40).length,
               drawings: all('figure svg', is_drawn).length, tables: all('table', is_drawn).length,
               objectives: all('article', is_drawn).length, code: all('.r-qr svg', is_drawn).length,
               broken: all('img', (of) => !of.naturalWidth).length,
               fetched: performance.getEntriesByType('resource').filter((of) => !of.name.startsWith('data:')).map((of) => of.name),
             }",
            vec![],
        );
        for section in ["headline", "charts", "objectives", "findings", "method"] {
            let id = json!(format!("report-{section}"));
            assert!(shown["sections"].as_array().is_some_and(|all| all.contains(&id)), "{section}: {shown}");
        }
        assert_eq!((&shown["empty"], &shown["broken"], &shown["fetched"]), (&json!(0), &json!(0), &json!([])), "{shown}");
        assert_eq!((&shown["objectives"], &shown["code"]), (&json!(36), &json!(1)), "{shown}");
        assert!(shown["drawings"].as_u64() >= Some(8) && shown["tables"].as_u64() > Some(8), "{shown}");
        // Nobody was asked, and what goes elsewhere the watch would have noted.
        assert_eq!(page.site().asked(), asked);
    }

    fn without_the_view_the_report_is_of_everything(page) {
        page.open_example();
        page.filter("mission:01");
        share(page, "no-names");
        page.click("[data-action='share-view']");
        let file = page.download("report-html");
        assert!(file.text().contains("Tutti i 36 obiettivi"));
        assert_eq!(file.text().matches("<article").count(), 36);
    }

    /// A report that cannot be put on paper leaves nothing behind.
    fn a_report_that_is_not_printed_is_taken_away(page) {
        page.open_example();
        share(page, "figures");
        page.run_in_page("window.print = () => { throw new Error('no printer') }", &[]);
        page.click("[data-action='print-report']");
        page.wait_js("it says so", "return document.querySelector('.share-report [role=status]')?.textContent.startsWith('Il rapporto non è stato preparato. ')");
        assert_eq!(page.count(".report-sheet"), 0);
        assert_eq!(page.js("return document.documentElement.dataset.printing ?? null", vec![]), json!(null));
    }

    fn nobody_is_named_in_a_report_where_nobody_chose_so(page) {
        page.open_example();
        let bytes = std::fs::read(fixture("comune-di-valdarco-2025.json")).expect("the example");
        let plan = Document::open(&bytes, "").expect("a plan");
        let names = level::words_of_names(&plan.import.plan);
        // By the way that leads there from the menu.
        page.click("[data-action='download']");
        page.click("[data-action='report']");
        page.wait_visible("[data-download='report-html']");
        let file = page.download("report-html");
        assert!(file.name.ends_with(".report-no-names.html"), "{}", file.name);
        for word in file.text().split(|c: char| !c.is_alphanumeric()) {
            let folded: String = word.chars().filter_map(traguardi::reading::people::name_letter).collect();
            assert!(!names.contains(&folded), "{word}");
        }
        assert!(file.text().contains("Responsabile A"));
        page.after_revision(|| page.click("[data-share-level='figures']"));
        page.wait_visible(LINK);
        let figures = page.download("report-html");
        page.click("[data-action='share-close']");
        page.wait_gone("dialog");
        page.after_revision(|| page.drop_bytes("cifre.html", &figures.bytes));
        page.wait_visible("[data-notice='only-figures']");
        // Of figures there is a report again.
        page.click("[data-action='share']");
        page.wait_visible("[data-download='report-html']");
        assert_eq!(page.download("report-html").text(), figures.text());
    }

    fn on_paper_there_is_the_report_and_nothing_of_the_page(page) {
        page.open_example();
        share(page, "no-names");
        page.run_in_page(
            "document.title = 'the name of a file';
             window.print = () => {
               const pictures = [...document.querySelectorAll('.report-sheet img')];
               window.__asked = { objectives: document.querySelectorAll('.report-sheet article').length,
                 pictures: pictures.length, drawn: pictures.filter((of) => of.naturalWidth > 0).length,
                 seen: document.querySelector('.report-sheet').checkVisibility(),
                 called: document.title, code: !!document.querySelector('.report-sheet .r-qr img') };
             };
             matchMedia('print').addEventListener('change', (print) => {
               if (!print.matches) return;
               const others = [...document.body.children].filter((of) => !of.matches('.report-sheet') && of.checkVisibility());
               window.__printed = { others: others.length, report: document.querySelector('.report-sheet').checkVisibility() };
             })",
            &[],
        );
        page.click("[data-action='print-report']");
        let asked = page.wait_js("it was asked to print", "return window.__asked ?? null");
        assert_eq!((&asked["objectives"], &asked["seen"]), (&json!(36), &json!(false)), "{asked}");
        assert_eq!(asked["drawn"], asked["pictures"], "{}: {asked}", page.browser());
        assert!(asked["pictures"].as_u64() > Some(7), "{asked}");
        // What browsers write at the head of each sheet and call the file.
        assert_eq!((&asked["called"], &asked["code"]), (&json!("Relazione sulla performance 2025"), &json!(true)), "{asked}");
        // Who prints may take it off the page at once.
        let digest = digest(page);
        let path = page.print("report-paper");
        let printed = page.wait_js("what was printed", "return window.__printed ?? null");
        assert_eq!(printed, json!({ "others": 0, "report": true }), "{}", page.browser());
        assert_eq!(page.js("return document.querySelectorAll('.paper .row').length", vec![]), 0, "no row of the page");
        on_paper(page, &path, &digest);
        // Once it is printed it is gone, and the page prints itself again.
        page.run_in_page("dispatchEvent(new Event('afterprint'))", &[]);
        page.wait_js("the sheet is gone", "return !document.querySelector('.report-sheet') && !document.documentElement.dataset.printing");
        assert_eq!(page.js("return document.title", vec![]), "the name of a file");
    }

    fn a_saved_plan_opens_as_it_was_looked_at(page) {
        page.open_example();
        page.filter("status:achieved");
        page.filter("mission:01");
        let (figures, headline) = (page.figures(), page.headline());
        let plan = page.download("plan-json");
        assert_eq!(plan.json()["view"], "view=1&mission=01&status=achieved");
        page.open("it");
        page.drop_bytes("piano.json", &plan.bytes);
        page.wait_state("ready");
        assert!(page.is_pressed("mission:01") && page.is_pressed("status:achieved"));
        assert_eq!(page.headline(), headline);
        assert!(page.figures() == figures, "other figures");
    }

    fn what_is_published_is_made_from_the_menu(page) {
        page.open_example();
        page.filter("mission:01");
        let table = page.download("open-data-csv");
        assert!(table.text().starts_with("\"body\",\"title\",\"year\""), "{}", &table.text()[..40]);
        // All of it, whatever is selected.
        assert!(table.text().contains("\"14.02"));
        let about = page.download("open-data-csv-metadata");
        assert_eq!(about.json()["url"], table.name);
        assert_eq!(table.name, "relazione-sulla-performance-2025.open-data.csv", "nobody's file");
        assert!(about.name.ends_with(".open-data.csv-metadata.json"), "{}", about.name);
    }
}
