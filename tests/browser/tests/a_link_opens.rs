// SPDX-License-Identifier: AGPL-3.0-or-later
//! A link opens the plan that it carries: by its address, typed over what is open, pasted or in a file; with the view and
//! the language of whoever sent it. Of one that cannot be opened the page says why, and what is open stays.

use serde_json::json;
use traguardi::document::Document;
use traguardi::share::{self, Content, Level};
use traguardi_browser_tests::*;

fn plan() -> Document {
    let path = fixture("comune-di-valdarco-2025.json");
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Document::open(&bytes, "valdarco.json").expect("a plan")
}

fn link_of(level: Level) -> String {
    share::make(&Content::new(&plan(), level)).expect("a link")
}

fn language(page: &Page) -> String {
    page.js("return document.documentElement.lang", vec![]).as_str().unwrap_or_default().to_owned()
}

in_both_browsers! {
    fn a_view_that_cannot_be_read_leaves_the_plan_of_its_link(page) {
        let data = link_of(Level::WithoutNames);
        for view in ["view=2&mission=01", "view=1&mission=99&status=nonsense&lang=xx"] {
            page.open_link("it", &format!("{data}&{view}"));
            page.wait_state("ready");
            assert!(!page.text("[data-notice='address'] p").is_empty(), "{view}");
            let figures = page.figures();
            assert_eq!(figures["plan"]["title"], json!(plan().plan.header.title));
            assert_eq!(figures["selection"], json!({ "search": "" }), "{view}");
        }
    }

    fn a_plan_opens_by_its_address_as_it_was_looked_at(page) {
        for level in [Level::WithoutNames, Level::Everything] {
            let data = link_of(level);
            page.open_link("it", &format!("{data}&view=1&mission=01&sort=-degree&lang=en"));
            page.wait_state("ready");
            assert_eq!((language(page).as_str(), page.stored_keys().len()), ("en", 0), "the choice of who opens it is not touched");
            let figures = page.figures();
            assert_eq!(figures["selection"]["mission"], json!(["01"]));
            assert_eq!(figures["plan"]["title"], json!(plan().plan.header.title));
            assert_eq!(page.attribute("[data-column='degree']", "aria-sort").as_deref(), Some("descending"));
            assert_eq!(page.texts("[data-notice='address'] p"), [""]);
            page.wait_fragment(&format!("{data}&view=1&mission=01&sort=-degree&lang=en"));
            // The data stay, the view follows each step, and so does the language.
            page.after_revision(|| page.click("[data-chip='mission:01']"));
            page.wait_fragment(&format!("{data}&view=1&sort=-degree&lang=en"));
            page.after_revision(|| page.click("[data-action='language']"));
            page.wait_fragment(&format!("{data}&view=1&sort=-degree&lang=it"));
            page.filter("status:achieved");
            page.wait_fragment(&format!("{data}&view=1&status=achieved&sort=-degree&lang=it"));
            let seen = page.headline();
            page.reload();
            page.wait_state("ready");
            page.wait_js("everything", "return !!document.querySelector('[data-objective]')");
            assert_eq!(page.headline(), seen);
            assert_eq!(language(page), "it");
            // It is a plan like any other.
            page.after_revision(|| page.click("[data-action='close']"));
            page.wait_state("empty");
            page.wait_fragment("");
            page.after_revision(|| page.click("[data-action='undo']"));
            assert_eq!(page.headline(), seen);
            page.js("localStorage.clear()", vec![]);
        }
    }

    fn figures_that_came_alone_are_shown_and_nothing_else(page) {
        let data = link_of(Level::Figures);
        page.open_link("it", &data);
        page.wait_state("ready");
        page.wait_visible("[data-chart='distribution'] svg .mark");
        let whole = plan().whole.plan;
        let said = plain(&page.text("[data-notice='only-figures']"));
        assert!(said.contains("solo le cifre") && said.contains("36 obiettivi"), "{said}");
        assert!(page.text("h1").contains("2025"));
        let achieved = whole.status.iter().next().map(|(_, count)| count).unwrap_or_default();
        assert!(page.figure("achieved").starts_with(&format!("{achieved} su {}", whole.objectives)), "{}", page.figure("achieved"));
        for gone in [
            "[data-objective]", "#objectives", "#people", "[data-filter]", "[data-action='download']", "[data-action='filters']",
            "[data-action='search']", "[data-range]", "[data-method]", "[data-chart='timeline']", ".chart [role='button']",
        ] {
            assert_eq!(page.count(gone), 0, "{gone}");
        }
        let charts = page.count("[data-chart]");
        assert!(charts >= 4, "{charts}");
        // Marks are reached by keyboard and tell; nothing that is pressed or dragged filters.
        page.js("document.querySelector('[data-chart=status-by-mission] .mark[tabindex=\"0\"]').focus()", vec![]);
        page.wait_visible("[data-chart='status-by-mission'] .tooltip");
        let before = page.headline();
        page.press(Key::Down);
        page.press(Key::Enter);
        page.click("[data-chart='distribution'] .mark");
        page.drag("[data-chart='distribution'] .mark", 60.0);
        page.settle();
        assert_eq!((page.headline(), page.fragment()), (before, format!("{data}&lang=it")));
        // The table of a chart, and a number that explains itself.
        page.click("[data-chart='status-by-mission'] .twin summary");
        page.wait_visible("[data-chart='status-by-mission'] table");
        let explained = |css: &str| {
            page.click(css);
            page.wait_visible("dialog[open] [data-formula]");
            let said = plain(&page.text("dialog[open]"));
            assert!(said.contains("solo le cifre"), "{said}");
            let formula = plain(&page.text("[data-formula]"));
            page.click("[data-action='explain-close']");
            page.wait_gone("dialog");
            formula
        };
        let formula = explained("[data-figure='mean'] .value");
        assert!(formula.contains(&format!("÷ {} =", whole.degree.known)), "{formula}");
        page.click("[data-action='explain']");
        let formula = explained("[data-chart='status-by-mission'] .mark");
        assert!(formula.starts_with("n = "), "{formula}");
        page.click("[data-action='explain']");
        let formula = explained("[data-chart='status-by-mission'] td[data-explain]");
        assert!(!formula.is_empty());
        // Keys of the page lead nowhere that is not there, and the list of commands offers nothing of the kind.
        page.keys("/gt");
        page.press_with(Key::Control, 'k');
        page.wait_visible("dialog[open] [role='option']");
        assert!(page.texts("dialog[open] [role='option']").iter().all(|entry| !entry.starts_with("filtro")));
        page.press(Key::Escape);
        page.wait_gone("dialog");
        // A chart can be taken away; a filter in the address is left aside, and said.
        assert_eq!(page.download("chart-json:distribution").json()["of"], 36);
        page.follow(&format!("{data}&view=1&mission=01&lang=en"));
        page.wait_js("what was left aside", "return document.querySelector(`[data-notice='address'] p`).textContent.includes('only figures')");
        assert_eq!(language(page), "en");
        page.reload();
        page.wait_state("ready");
        assert!(page.count("[data-chart]") == charts);
    }

    fn a_page_of_figures_is_for_everyone(page) {
        let data = link_of(Level::Figures);
        for scheme in [Scheme::Light, Scheme::Dark] {
            for width in [320, 360, 1280] {
                page.set_viewport(width, 900);
                page.open_link("it", &data);
                page.wait_state("ready");
                // Firefox forgets it where another page is opened between.
                page.prefer(scheme);
                page.wait_visible("[data-chart='distribution'] svg .mark");
                page.settle();
                let widths = page.js("return [document.documentElement.scrollWidth, innerWidth]", vec![]);
                assert!(widths[0].as_u64() <= widths[1].as_u64(), "{}: scrolls sideways at {width}", page.browser());
                page.assert_accessible(&format!("figures only, {width}, {scheme:?}"));
                page.screenshot_whole(&format!("figures-only-{width}-{scheme:?}").to_lowercase());
                page.set_viewport(width, 900);
            }
        }
    }

    fn what_does_not_open_says_why_and_leaves_what_is_open(page) {
        let data = link_of(Level::WithoutNames);
        let cut = &data[..data.len() - 20];
        let other = if data.as_bytes()[100] == b'x' { "y" } else { "x" };
        let altered = format!("{}{other}{}", &data[..100], &data[101..]);
        let missing = format!("{}{}", &data[..100], &data[101..]);
        // With nothing open the address stays, to be mended.
        page.open_link("it", &format!("{cut}&view=1&mission=01"));
        page.wait_state("error");
        assert!(page.text("[data-problem]").contains("incompleto"), "{}", page.text("[data-problem]"));
        page.wait_fragment(&format!("{cut}&view=1&mission=01"));
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        page.filter("mission:04");
        let (before, view) = (page.headline(), "view=1&mission=04");
        for (fragment, said) in [
            (cut.to_owned(), "incompleto"),
            (altered, "alterato"),
            (missing, "mancano dei caratteri"),
            (format!("2.{data}"), "più recente"),
            ("1.p..".to_owned(), "non contiene dati"),
        ] {
            page.after_revision(|| page.follow(&fragment));
            page.wait_state("error");
            assert!(page.text("[data-problem]").contains(said), "{fragment:.30}: {}", page.text("[data-problem]"));
            assert_eq!(page.headline(), before);
            page.wait_fragment(view);
            page.after_revision(|| page.click("[data-action='dismiss']"));
        }
        // What mail programs add is passed over, and told.
        page.after_revision(|| page.follow(&format!("{data}),&amp;view=1&amp;status=achieved")));
        page.wait_state("ready");
        assert_eq!(page.figures()["selection"]["status"], json!(["achieved"]));
        page.wait_fragment(&format!("{data}&view=1&status=achieved&lang=it"));
        page.click("[data-action='diagnostics']");
        assert!(page.text("[data-diagnostic='link-tidied']").contains("),"));
    }

    fn back_and_forward_lead_between_links_and_other_documents(page) {
        let (figures, everything) = (link_of(Level::Figures), link_of(Level::Everything));
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        page.filter("mission:01");
        let example = page.headline();
        page.after_revision(|| page.follow(&figures));
        page.wait_visible("[data-notice='only-figures']");
        page.wait_fragment(&format!("{figures}&lang=it"));
        page.after_revision(|| page.follow(&everything));
        page.wait_visible("[data-objective]");
        page.filter("mission:04");
        page.wait_fragment(&format!("{everything}&view=1&mission=04&lang=it"));
        page.drop_bytes("altro.csv", "Codice;Obiettivo;Esito\n01.02;Rispondere;Raggiunto\n".as_bytes());
        page.wait_state("ready");
        page.wait_fragment("");
        // All the way back, and forth again.
        page.after_revision(|| page.back());
        page.wait_fragment(&format!("{everything}&view=1&mission=04&lang=it"));
        page.after_revision(|| page.back());
        page.after_revision(|| page.back());
        page.wait_visible("[data-notice='only-figures']");
        page.after_revision(|| page.back());
        page.wait_visible("[data-objective]");
        assert_eq!(page.headline(), example);
        page.after_revision(|| page.forward());
        page.wait_visible("[data-notice='only-figures']");
        // A page that is loaded anew knows links by the address alone.
        page.reload();
        page.wait_visible("[data-notice='only-figures']");
        page.after_revision(|| page.forward());
        page.wait_visible("[data-objective]");
        page.after_revision(|| page.back());
        page.wait_visible("[data-notice='only-figures']");
    }

    fn a_link_is_pasted_or_lies_in_a_file(page) {
        let (figures, no_names) = (link_of(Level::Figures), link_of(Level::WithoutNames));
        page.open("it");
        page.click("[data-action='paste']");
        page.wait_visible("dialog[open] textarea");
        let (first, second) = figures.split_at(70);
        page.paste("#paste-text", &format!("<https://comune.example.org/traguardi/#{first}\n{second}&lang=en>"));
        page.after_revision(|| page.click("[data-action='paste-read']"));
        page.wait_visible("[data-notice='only-figures']");
        assert_eq!(language(page), "en");
        page.wait_fragment(&format!("{figures}&lang=en"));
        page.drop_bytes("link.txt", format!("{no_names}\r\n").as_bytes());
        page.wait_visible("[data-objective]");
        page.wait_fragment(&format!("{no_names}&lang=en"));
        // Nobody is in it by name, and nothing of it but the plan's own columns is missing.
        page.wait_js("who is meant", "return document.querySelector('main').textContent.includes('Responsabile A')");
    }
}
