// SPDX-License-Identifier: AGPL-3.0-or-later
//! The table: sorted by any column both ways, as long as the plan is, and each objective whole with the words that
//! decided its status.

use serde_json::{Value, json};
use traguardi_browser_tests::*;

/// A plan of so many objectives, each telling its number.
fn plan(objectives: usize) -> Vec<u8> {
    let list: Vec<Value> = (1..=objectives)
        .map(|n| {
            json!({
                "code": format!("{:02}.{:02}", 1 + n % 4, 1 + n % 3),
                "objective": format!("Obiettivo numero {n}"),
                "responsible": format!("Persona {}", n % 7),
                "outcome": format!("Raggiunto al {}%", n % 101),
                "staff_percent": (n * 7) % 101,
            })
        })
        .collect();
    json!({ "title": "Piano lungo", "year": 2024, "objectives": list }).to_string().into_bytes()
}

/// The number that a cell shows, `None` for a dash.
fn number(cell: &str) -> Option<f64> {
    let digits: String = cell.chars().filter(|c| c.is_ascii_digit() || *c == ',').collect();
    digits.replace(',', ".").parse().ok()
}

/// That values go one way, with the unknown ones last.
#[track_caller]
fn assert_ordered<T: PartialOrd + std::fmt::Debug>(values: &[Option<T>], descending: bool, what: &str) {
    let known: Vec<&T> = values.iter().flatten().collect();
    let in_order = known.is_sorted_by(|a, b| if descending { a >= b } else { a <= b });
    assert!(in_order, "{what}: {values:?}");
    assert!(
        values.iter().skip(known.len()).all(Option::is_none),
        "{what}: the unknown are not last: {values:?}"
    );
}

/// Chooses a value of a `<select>`, as its list would.
#[track_caller]
fn choose(page: &Page, action: &str, value: &str) {
    page.after_revision(|| {
        page.js(
            "const select = document.querySelector(`[data-action='${arguments[0]}']`);
             select.value = arguments[1];
             select.dispatchEvent(new Event('change', { bubbles: true }));",
            vec![json!(action), json!(value)],
        )
    });
}

in_both_browsers! {
    fn every_column_sorts_both_ways(page) {
        page.open("it");
        if !page.open_report() {
            return;
        }
        let order = page.rows();
        let codes: Vec<String> = page.texts(".body .cell.code");
        for column in ["code", "objective", "responsible", "status", "degree", "staff"] {
            let header = format!("[role=columnheader]:has([data-action='sort:{column}'])");
            for (direction, descending) in [("ascending", false), ("descending", true)] {
                page.after_revision(|| page.click(&format!("[data-action='sort:{column}']")));
                assert_eq!(page.attribute(&header, "aria-sort").as_deref(), Some(direction), "{column}");
                assert_eq!(page.count("[aria-sort]"), 1, "one column at a time");
                let what = format!("{column}, {direction}");
                let mut sorted = page.rows();
                match column {
                    "degree" | "staff" => {
                        let cells = page.texts(&format!(".body .cell.{column}"));
                        assert_ordered(&cells.iter().map(|cell| number(cell)).collect::<Vec<_>>(), descending, &what);
                    }
                    "status" => {
                        let statuses = ["raggiunto", "raggiunto in parte", "non raggiunto", "sospeso"];
                        let cells: Vec<_> = page.texts(".body .status").iter().map(|cell| {
                            let word = plain(cell);
                            statuses.iter().position(|status| word.trim_start_matches(|c: char| !c.is_ascii_alphabetic()) == *status)
                        }).collect();
                        assert!(cells.iter().all(Option::is_some), "{cells:?}");
                        assert_ordered(&cells, descending, &what);
                    }
                    _ => {
                        let css = if column == "code" { ".body .cell.code" } else { &format!(".body .cell.{column} .lines") };
                        // «12.9» is 12.09: codes go by number.
                        let key = |cell: &String| match column {
                            "code" => cell.split(['.', ' ']).take(2).filter_map(|part| part.parse::<u32>().ok()).fold(String::new(), |key, part| format!("{key}{part:04}")),
                            _ => cell.to_lowercase(),
                        };
                        let cells: Vec<_> = page.texts(css).iter().map(|cell| Some(key(cell))).collect();
                        assert_ordered(&cells, descending, &what);
                    }
                }
                sorted.sort_unstable();
                assert_eq!(sorted, order, "{column}: a row is lost");
            }
            page.after_revision(|| page.click(&format!("[data-action='sort:{column}']")));
            assert_eq!((page.count("[aria-sort]"), page.rows()), (0, order.clone()), "the third click brings the document's order back");
        }
        assert_eq!(page.texts(".body .cell.code"), codes);
    }

    fn an_objective_is_read_whole_with_the_deciding_words_marked(page) {
        page.open("it");
        if !page.open_report() {
            return;
        }
        page.click("[data-objective='6'] [data-action='objective']");
        page.wait_visible("dialog[open] article");
        assert_eq!(page.texts("dialog[open] mark"), ["Raggiunto al 50%"]);
        let whole = plain(&page.text("dialog[open]"));
        for words in ["6 di 27", "01.02", "Trasparenza e prevenzione della corruzione", "Missione 01", "Programma 01.02", "raggiunto in parte", "50 %", "Elena Novarese, Roberto Piodi, Gabriella Nava, Ilario Grassi", "Finalità", "Migliorare la qualità della pubblicazione", "obiettivo 6", "riga "] {
            assert!(whole.contains(words), "{words} is not in: {whole}");
        }
        page.click("[data-action='next']");
        page.wait_js("the next one", "return document.querySelector('dialog[open]').innerText.includes('Registro dell')");
        assert!(plain(&page.text("dialog[open]")).contains("7 di 27"));
        // The staff percentage decided, no word of the outcome; what is marked is what the outcome leaves undone.
        assert_eq!(page.texts("dialog[open] mark"), ["non completato"]);
        assert!(page.text("dialog[open] .verdict").contains("percentuale del personale"));
        page.click("[data-action='previous']");
        page.wait_js("back", "return document.querySelector('dialog[open] mark')?.textContent === 'Raggiunto al 50%'");
        page.screenshot("objective");
        page.click("[data-action='objective-close']");
        page.wait_gone("dialog");

        // The next is the next in the table as it is sorted and filtered.
        page.filter("mission:12");
        page.after_revision(|| page.click("[data-action='sort:objective']"));
        let rows = page.rows();
        page.click(&format!("[data-objective='{}'] [data-action='objective']", rows[0]));
        page.wait_visible("dialog[open] article");
        page.click("[data-action='next']");
        page.wait_js("the second", &format!("return document.querySelector('dialog[open]').innerText.includes('obiettivo {}')", rows[1]));
        assert!(plain(&page.text("dialog[open]")).contains("2 di 9"));
    }

    fn three_thousand_rows_are_all_within_reach(page) {
        page.open("en");
        page.drop_bytes("lungo.json", &plan(3000));
        page.wait_state("ready");
        assert_eq!(page.attribute(".table", "aria-rowcount").as_deref(), Some("3001"));
        let shown = page.rows();
        assert!(shown.len() <= 120 && shown.first() == Some(&1), "{} rows are on the page", shown.len());

        page.scroll_to(".table", "end");
        page.wait_visible("[data-objective='3000']");
        assert_eq!(page.attribute("[data-objective='3000']", "aria-rowindex").as_deref(), Some("3001"));
        assert!(page.rows().len() <= 120);
        let inside = page.js("const row = document.querySelector(\"[data-objective='3000']\").getBoundingClientRect(); return row.top >= 0 && row.bottom <= innerHeight + 1", vec![]);
        assert_eq!(inside, true, "the last row is in the window");
        page.click("[data-objective='3000'] [data-action='objective']");
        page.wait_visible("dialog[open] article");
        assert!(page.text("dialog[open]").contains("Obiettivo numero 3000"));
        page.press(Key::Escape);
        page.wait_gone("dialog");

        // Anywhere between, a window is full of rows and they follow each other.
        page.js("const table = document.querySelector('.table').getBoundingClientRect(); scrollTo(0, scrollY + table.top + table.height / 2)", vec![]);
        page.wait_js(
            "rows fill the window",
            "const rows = [...document.querySelectorAll('[data-objective]')].map((row) => row.getBoundingClientRect());
             return rows.length > 0 && rows[0].top <= 0 && rows.at(-1).bottom >= innerHeight",
        );
        let middle = page.rows();
        assert!(middle.len() <= 120 && middle.windows(2).all(|pair| pair[1] == pair[0] + 1), "{middle:?}");

        // Sorted, the window holds the head of the new order.
        page.js("scrollTo(0, 0)", vec![]);
        page.after_revision(|| page.click("[data-action='sort:degree']"));
        page.after_revision(|| page.click("[data-action='sort:degree']"));
        page.wait_js("the highest first", "return document.querySelector('[data-objective] .cell.degree').innerText.startsWith('100')");
        page.after_revision(|| page.fill("[data-action='search']", "numero 2999"));
        page.wait_js("one is found", "return document.querySelectorAll('[data-objective]').length === 1");
        assert_eq!(page.rows(), [2999]);
        assert_eq!(page.attribute(".table", "aria-rowcount").as_deref(), Some("2"));
    }

    fn columns_are_chosen_and_the_address_keeps_them(page) {
        page.open("it");
        if !page.open_report() {
            return;
        }
        let first = page.texts("[role=columnheader]").len();
        assert_eq!(first, 6);
        page.click("[data-action='columns']");
        page.wait_visible("[data-action='column:outcome']");
        page.after_revision(|| page.click("[data-action='column:outcome']"));
        page.after_revision(|| page.click("[data-action='column:staff']"));
        assert_eq!(page.count("[data-action='sort:outcome']"), 1);
        assert_eq!((page.count("[data-action='sort:staff']"), page.count(".body .cell.staff")), (0, 0));
        let cells = page.texts(".body .cell.outcome");
        assert_eq!(cells.len(), 27);
        assert!(cells[5].contains("Raggiunto al 50%"), "{}", cells[5]);
        // Opening does what it did, and the objective itself cannot be taken away.
        assert_eq!(page.js("return document.querySelector(`[data-action='column:objective']`).disabled", vec![]), true);
        page.screenshot("table-columns");
        let address = page.address();
        page.press(Key::Escape);
        page.wait_gone("[data-action='column:outcome']");
        page.goto("about:blank");
        page.goto(&address);
        page.wait_state("empty");
        page.open_report();
        assert_eq!((page.count("[data-action='sort:outcome']"), page.count("[data-action='sort:staff']")), (1, 0));
        page.click("[data-action='columns']");
        page.after_revision(|| page.click("[data-action='columns-reset']"));
        assert_eq!(page.texts("[role=columnheader]").len(), first);
    }

    /// The line above a group has the figures of exactly its rows, and folding hides them without changing a figure.
    fn rows_are_grouped_with_their_figures_and_folded(page) {
        page.open("it");
        if !page.open_report() {
            return;
        }
        let headline = page.headline();
        choose(page, "group", "mission");
        let groups = page.js("return [...document.querySelectorAll('[data-group]')].map((row) => row.dataset.group)", vec![]);
        let groups: Vec<String> = serde_json::from_value(groups).expect("keys");
        assert!(groups.len() > 3 && groups.is_sorted(), "{groups:?}");
        assert_eq!(page.rows().len(), 27, "each once");
        let figures = page.figures();
        for group in figures["by_mission"].as_array().expect("groups") {
            let key = group["key"].as_str().expect("a key");
            let line = plain(&page.text(&format!("[data-group='{key}']")));
            let n = group["objectives"].as_u64().expect("a count");
            let of = if n == 1 { "1 obiettivo ·".to_owned() } else { format!("{n} obiettivi ·") };
            assert!(line.contains(&of), "{key}: {line}");
            let below = page.js(
                "let n = 0; for (let row = document.querySelector(arguments[0]).nextElementSibling; row?.dataset.objective; row = row.nextElementSibling) n++; return n",
                vec![json!(format!("[data-group='{key}']"))],
            );
            assert_eq!(below, n, "{key}");
        }
        page.screenshot("table-groups");
        page.assert_accessible("table, grouped");

        let first = format!("[data-group='{}'] [data-action='fold']", groups[0]);
        assert_eq!(page.attribute(&first, "aria-expanded").as_deref(), Some("true"));
        let rows = page.rows();
        page.after_revision(|| page.click(&first));
        assert_eq!(page.attribute(&first, "aria-expanded").as_deref(), Some("false"));
        let folded = page.rows();
        assert!(folded.len() < 27 && rows.ends_with(&folded), "{folded:?}");
        assert_eq!(page.headline(), headline, "no figure of the page follows");
        assert!(page.has_focus(&first), "the focus stays where it was");
        page.press(Key::Enter);
        page.wait_js("unfolded", "return document.querySelectorAll('[data-objective]').length === 27");
        assert_eq!(page.rows(), rows);

        // Groups that overlap say that they add up to more than there is.
        choose(page, "group", "person");
        assert!(page.text(".objectives").contains("supera il totale"));
        choose(page, "group", "");
        assert_eq!((page.rows().len(), page.count("[data-group]")), (27, 0));
    }

    /// Words are searched in all texts or in one, and marked where they are found.
    fn words_are_searched_where_it_is_asked_and_marked(page) {
        page.open("it");
        if !page.open_report() {
            return;
        }
        page.after_revision(|| page.fill("[data-action='search']", "SERVIZIO"));
        page.wait_js("marks", "return document.querySelectorAll('.body mark, .body .found:not(.none)').length > 0");
        let everywhere = page.rows();
        let marks = page.texts(".body mark");
        assert!(!marks.is_empty() && marks.iter().all(|mark| mark.to_lowercase() == "servizio"), "{marks:?}");
        // In texts that are not shown, a line says where.
        let found = page.texts(".body .found:not(.none)");
        assert!(!found.is_empty() && found.iter().all(|line| line.starts_with("trovato in «")), "{found:?}");
        let unmarked = page.js("return [...document.querySelectorAll('[data-objective]')].filter((row) => !row.querySelector('mark')).length", vec![]);
        assert_eq!(unmarked, 0, "every row says why it is there");
        page.screenshot("table-search");

        choose(page, "search-in", "objective");
        let objective = page.rows();
        assert!(objective.len() < everywhere.len() && objective.iter().all(|n| everywhere.contains(n)), "{objective:?} of {everywhere:?}");
        let figures = page.figures();
        assert_eq!(figures["objectives"], objective.len());
        assert_eq!(figures["selection"]["search_in"], "objective");
        assert_eq!(page.count(".body .found:not(.none)"), 0);
        // The choice is part of the address, and shown as chosen when it comes from there.
        let address = page.address();
        page.goto("about:blank");
        page.goto(&address);
        page.wait_state("empty");
        page.open_report();
        assert_eq!(page.js("return document.querySelector(`[data-action='search-in']`).value", vec![]), "objective");
        assert_eq!(page.rows(), objective);
    }

    fn where_nothing_is_selected_one_button_shows_everything_again(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        let all = page.rows();
        assert_eq!(page.count("[data-action='clear-selection']"), 0);
        page.filter("mission:01");
        page.after_revision(|| page.fill("[data-action='search']", "zanzibar"));
        page.wait_visible("[data-action='clear-selection']");
        page.after_revision(|| page.click("[data-action='clear-selection']"));
        assert_eq!(page.rows(), all);
        assert!(!page.is_pressed("mission:01"));
        page.wait_js("the focus is not lost", "return document.activeElement.id === 'objectives'");
    }
}
