// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: a plan is shown to a sitting one slide at a time, by keys, buttons, a remote or a finger, in an order that
//! can be arranged and that travels in the link; nobody is named unless that is chosen, and everybody can use it.

use serde_json::json;
use traguardi::document::Document;
use traguardi::share;
use traguardi_browser_tests::*;

const POSITION: &str = "[data-sitting-position]";

fn plan() -> Document {
    let path = fixture("comune-di-valdarco-2025.json");
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Document::open(&bytes, "valdarco.json").expect("a plan")
}

/// Opens the example, looked at as this view says.
fn open_looked_at(page: &Page, view: &str) {
    page.open_example();
    page.after_revision(|| page.follow(view));
}

#[track_caller]
fn present(page: &Page) {
    page.click("[data-action='sitting']");
    page.wait_visible(".sitting .stage");
}

/// Which slide is shown.
fn slide(page: &Page) -> String {
    page.attribute("#sitting-slide", "data-sitting-slide").unwrap_or_default()
}

#[track_caller]
fn wait_slide(page: &Page, code: &str) {
    page.wait_js(
        code,
        &format!("return document.querySelector('#sitting-slide')?.dataset.sittingSlide === {}", json!(code)),
    );
}

#[track_caller]
fn wait_order(page: &Page, order: &str) {
    page.wait_js(order, &format!("return location.href.endsWith('sitting=' + {})", json!(order)));
}

/// How far something is wider than what shows it.
fn sideways(page: &Page) -> i64 {
    let by = page.js(
        "const e = document.querySelector('#sitting-slide'); return e.scrollWidth - e.clientWidth",
        vec![],
    );
    by.as_i64().unwrap_or(i64::MAX)
}

in_both_browsers! {
    fn slides_are_walked_with_keys_and_buttons_to_the_end_and_back(page) {
        page.open_example();
        present(page);
        page.wait_js("the slide has the focus", "return document.activeElement.id === 'sitting-slide'");
        assert_eq!(slide(page), "title");
        assert!(page.text("#sitting-title").contains("2025"));
        let count: usize = page.text(POSITION).split(' ').next_back().and_then(|n| n.parse().ok()).expect("how many");
        let mut seen = vec![slide(page)];
        let keys = [Key::Right, Key::PageDown, Key::Space];
        for at in 1..count {
            page.press(keys[at % keys.len()]);
            page.wait_js("the next", &format!("return document.querySelector('{POSITION}').textContent === '{} di {count}'", at + 1));
            assert!(!page.text("#sitting-title").is_empty());
            // Those who do not see it hear which one it is.
            let said = page.text(".stage [role='status']");
            assert!(said.contains(&format!("{} di {count}", at + 1)), "{said}");
            seen.push(slide(page));
        }
        assert_eq!(seen[..3], ["title", "figures", "status-by-mission"]);
        assert!(seen.contains(&"mission-status".to_owned()), "{seen:?}");
        // There is nothing after the last, and the focus stays.
        page.press(Key::Right);
        page.settle();
        assert_eq!(slide(page), *seen.last().expect("slides"));
        assert_eq!(page.attribute("[data-action='sitting-next']", "aria-disabled").as_deref(), Some("true"));
        page.press(Key::Home);
        wait_slide(page, "title");
        page.press(Key::End);
        wait_slide(page, seen.last().expect("slides"));
        page.press(Key::PageUp);
        page.press(Key::Left);
        wait_slide(page, &seen[count - 3]);
        page.click("[data-action='sitting-previous']");
        wait_slide(page, &seen[count - 4]);
        page.click("[data-action='sitting-next']");
        wait_slide(page, &seen[count - 3]);
        // Space presses the button that has the focus, once.
        page.press(Key::Space);
        wait_slide(page, &seen[count - 2]);
        page.press(Key::Escape);
        page.wait_gone(".sitting");
        assert!(page.has_focus("[data-action='sitting']"));
    }

    fn it_opens_by_keyboard_and_nothing_outside_is_reached(page) {
        page.open_example();
        page.keys("gd");
        page.wait_visible(".sitting .stage");
        page.wait_js("the slide has the focus", "return document.activeElement.id === 'sitting-slide'");
        for _ in 0..12 {
            page.press(Key::Tab);
            let inside = page.js("const e = document.activeElement; return e === document.body || e === document.documentElement || !!e.closest('.sitting')", vec![]);
            assert_eq!(inside, true, "{}", page.js("return document.activeElement.outerHTML.slice(0, 200)", vec![]));
        }
        page.click("[data-action='sitting-close']");
        page.wait_gone(".sitting");
        // By the list of commands, too.
        page.press_with(Key::Control, 'k');
        page.wait_visible(".command-input");
        page.keys("seduta");
        page.press(Key::Enter);
        page.wait_visible(".sitting .stage");
        page.press(Key::Escape);
        page.wait_gone(".sitting");
        assert!(page.has_focus("[data-action='sitting']"));
    }

    fn a_chart_tells_and_filters_nothing(page) {
        open_looked_at(page, "view=1&mission=01&sitting=status-by-mission.figures");
        let before = page.headline();
        present(page);
        wait_slide(page, "status-by-mission");
        // What is selected is said, and the figures are of that.
        let said = page.text("[data-sitting-selected]");
        assert!(said.contains("di 36 obiettivi: missione 01"), "{said}");
        page.click(".stage .mark");
        page.wait_visible(".stage .tooltip");
        // The tooltip is of what is under the pointer, however large the drawing is.
        let of = page.js("const tip = document.querySelector('.stage .tooltip p').textContent; return [...document.querySelectorAll('.stage .mark:hover')].some((mark) => mark.getAttribute('aria-label').startsWith(tip.split(':')[0]))", vec![]);
        assert_eq!(of, true, "{}", page.text(".stage .tooltip"));
        assert_eq!(page.count(".stage [data-filter], .stage .mark[role='button']"), 0);
        // Whoever clicked into a chart goes on with the arrows.
        page.press(Key::Right);
        wait_slide(page, "figures");
        page.press(Key::Left);
        wait_slide(page, "status-by-mission");
        // With Tab its marks are walked, and Esc leads back to the slide before it leaves.
        page.press(Key::Tab);
        assert!(page.has_focus(".stage .mark"));
        page.press(Key::Down);
        page.wait_visible(".stage .tooltip");
        assert_eq!(slide(page), "status-by-mission");
        page.press(Key::Escape);
        page.wait_js("the slide has the focus", "return document.activeElement.id === 'sitting-slide'");
        page.press(Key::Escape);
        page.wait_gone(".sitting");
        assert_eq!(page.headline(), before);
        assert!(page.fragment().starts_with("view=1&mission=01"), "{}", page.fragment());
    }

    fn the_order_is_arranged_and_each_change_is_a_step(page) {
        open_looked_at(page, "view=1&sitting=title.figures.distribution");
        page.click("[data-objective='3'] [data-action='objective']");
        page.wait_visible("dialog[open] article");
        page.after_revision(|| page.click("[data-action='sitting-add']"));
        assert_eq!(page.text("[data-action='sitting-add']"), "Togli dalla seduta");
        page.click("[data-action='objective-close']");
        page.wait_gone("dialog");
        wait_order(page, "title.figures.distribution.o3");
        present(page);
        page.click("[data-action='sitting-arrange']");
        page.wait_visible(".order");
        // Further up, by keyboard: the focus goes along with the row.
        page.js("document.querySelector(\"[data-action='sitting-up:o3']\").focus()", vec![]);
        page.press(Key::Enter);
        wait_order(page, "title.figures.o3.distribution");
        page.wait_js("the focus", "return document.activeElement.dataset.action === 'sitting-up:o3'");
        page.press(Key::Enter);
        wait_order(page, "title.o3.figures.distribution");
        // Not shown any more, and shown again where it stood.
        page.click("[data-action='sitting-show:figures']");
        wait_order(page, "title.o3.distribution");
        page.click("[data-action='sitting-show:figures']");
        wait_order(page, "title.o3.figures.distribution");
        page.click("[data-action='sitting-show:figures']");
        wait_order(page, "title.o3.distribution");
        page.click("[data-action='sitting-show:years']");
        wait_order(page, "title.o3.distribution.years");
        // Back leads through these steps, and the rows follow.
        page.after_revision(|| page.back());
        wait_order(page, "title.o3.distribution");
        page.wait_js("it is not ticked", "return !document.querySelector(\"[data-action='sitting-show:years']\").checked");
        // Esc leads to the slides, and from there out.
        page.press(Key::Escape);
        page.wait_gone(".order");
        page.press(Key::Right);
        wait_slide(page, "o3");
        page.press(Key::Escape);
        page.wait_gone(".sitting");
        // The page's own undo takes back the last step, which was that one back.
        assert!(page.text("[data-action='undo']").contains("Annulla: "), "{}", page.text("[data-action='undo']"));
        page.after_revision(|| page.press_with(Key::Control, 'z'));
        wait_order(page, "title.o3.distribution.years");
        assert!(page.text("[data-action='undo']").contains("l’ordine della seduta"), "{}", page.text("[data-action='undo']"));
        // It is kept in the address, so that loading the page anew and opening the plan shows the same.
        page.reload();
        page.after_revision(|| page.click("[data-action='example']"));
        wait_order(page, "title.o3.distribution.years");
    }

    fn all_that_is_selected_is_added_at_once(page) {
        open_looked_at(page, "view=1&mission=01&sitting=title");
        let rows = page.rows();
        present(page);
        page.click("[data-action='sitting-arrange']");
        page.wait_visible(".order");
        let says = page.text("[data-action='sitting-add-all']");
        assert!(says.contains(&rows.len().to_string()), "{says}");
        page.click("[data-action='sitting-add-all']");
        page.wait_gone("[data-action='sitting-add-all']");
        let has_focus = "return document.activeElement.id === 'sitting-slide'";
        page.wait_js("the focus is not lost with the button", has_focus);
        let order: Vec<String> = rows.iter().map(|n| format!("o{n}")).collect();
        wait_order(page, &format!("title.{}", order.join(".")));
        assert!(page.text(".stage [role='status']").contains(&format!("{} obiettivi", rows.len())));
        page.click("[data-action='sitting-remove-all']");
        wait_order(page, "title");
        page.wait_js("the focus is not lost with the button", has_focus);
        assert!(page.text(".stage [role='status']").contains("non ha più obiettivi"));
        page.click("[data-action='sitting-reset']");
        page.wait_js("as at first", "return location.href.endsWith('#view=1&mission=01')");
        page.click("[data-action='sitting-done']");
        page.wait_gone(".order");
        assert_eq!(slide(page), "title");
    }

    fn a_link_shows_the_same_order_to_whoever_opens_it(page) {
        open_looked_at(page, "view=1&sitting=o5.title.mission-status.o2");
        page.click("[data-action='share']");
        page.wait_visible("[data-share-link]");
        page.after_revision(|| page.click("[data-action='share-sitting']"));
        let link = page.text("[data-share-link]");
        assert!(link.ends_with("&view=1&sitting=o5.title.mission-status.o2&projector=1&lang=it"), "{link}");
        // Figures alone have the order of what they have.
        page.after_revision(|| page.click("[data-share-level='figures']"));
        page.wait_visible("[data-share-link]");
        let figures = page.text("[data-share-link]");
        assert!(figures.ends_with("&view=1&sitting=title.mission-status&projector=1&lang=it"), "{figures}");
        for (link, order) in [(link, &["o5", "title", "mission-status", "o2"][..]), (figures, &["title", "mission-status"])] {
            run(page.browser(), "whoever_opens_it", |there| {
                there.open_link("it", link.split_once('#').map_or("", |(_, fragment)| fragment));
                there.wait_state("ready");
                // It opens as a sitting, at once.
                there.wait_visible(".sitting .stage");
                for (at, code) in order.iter().enumerate() {
                    wait_slide(there, code);
                    assert_eq!(there.text(POSITION), format!("{} di {}", at + 1, order.len()));
                    there.press(Key::Right);
                }
                there.press(Key::Escape);
                there.wait_gone(".sitting");
                assert!(!there.address().contains("projector"), "it is said once");
            });
        }
    }

    fn nobody_is_named_unless_that_is_chosen(page) {
        let plan = plan();
        let names = share::level::words_of_names(&plan.import.plan);
        let all: Vec<String> = (1..=plan.plan.objectives.len()).map(|n| format!("o{n}")).collect();
        open_looked_at(page, &format!("view=1&sitting=title.figures.{}", all.join(".")));
        let person = page.js("return document.querySelector('[data-filter^=\"person:\"]').dataset.filter", vec![]);
        page.filter(person.as_str().expect("a person"));
        present(page);
        let assert_unnamed = |page: &Page| {
            let shown = page.text(".sitting");
            for word in shown.split(|c: char| !c.is_alphanumeric()) {
                let folded: String = word.chars().filter_map(traguardi::reading::people::name_letter).collect();
                assert!(!names.contains(&folded), "{word} on {}", slide(page));
            }
        };
        let count = all.len() + 2;
        for at in 0..count {
            page.wait_js("the next", &format!("return document.querySelector('{POSITION}').textContent === '{} di {count}'", at + 1));
            assert_unnamed(page);
            page.press(Key::Right);
        }
        page.click("[data-action='sitting-arrange']");
        page.wait_visible(".order");
        assert_unnamed(page);
        page.press(Key::Escape);
        page.wait_gone(".order");
        page.after_revision(|| page.click("[data-action='sitting-names']"));
        let responsible = &plan.plan.objectives[plan.plan.objectives.len() - 1].responsible.names[0];
        assert!(page.text(".stage .people").contains(&**responsible));
        // Asked for each time.
        page.press(Key::Escape);
        page.wait_gone(".sitting");
        present(page);
        assert_eq!(page.js("return document.querySelector(\"[data-action='sitting-names']\").checked", vec![]), false);
    }

    fn a_finger_turns_slides(page) {
        page.set_viewport(360, 640);
        open_looked_at(page, "view=1&sitting=title.figures.o1");
        present(page);
        let swipe = |across: i32, down: i32| {
            page.js(
                "const on = document.querySelector('#sitting-slide');
                 const event = (name, x, y) => on.dispatchEvent(new PointerEvent(name, { bubbles: true, isPrimary: true, pointerType: 'touch', clientX: x, clientY: y }));
                 event('pointerdown', 200, 200); event('pointerup', 200 + arguments[0], 200 + arguments[1]);",
                vec![json!(across), json!(down)],
            );
        };
        swipe(-120, 20);
        wait_slide(page, "figures");
        swipe(-20, -200);
        page.settle();
        assert_eq!(slide(page), "figures");
        swipe(120, 0);
        wait_slide(page, "title");
        // Buttons are as large as a finger.
        for action in ["sitting-previous", "sitting-next", "sitting-close", "sitting-arrange"] {
            let size = page.js("const box = document.querySelector(arguments[0]).getBoundingClientRect(); return Math.min(box.width, box.height)", vec![json!(format!("[data-action='{action}']"))]);
            assert!(size.as_f64() >= Some(43.5), "{action}: {size}");
        }
    }

    fn a_sitting_is_for_everyone(page) {
        let order = "title.figures.status-by-mission.mission-status.distribution.o5";
        for (scheme, width, height) in [(Scheme::Light, 1024, 768), (Scheme::Dark, 1920, 1080), (Scheme::Dark, 320, 640), (Scheme::Light, 320, 256)] {
            page.prefer(scheme);
            page.set_viewport(width, height);
            open_looked_at(page, &format!("view=1&status=achieved&sitting={order}"));
            present(page);
            for code in order.split('.') {
                wait_slide(page, code);
                page.settle();
                page.assert_accessible(&format!("the slide {code}, {width} by {height}"));
                assert_eq!(sideways(page), 0, "{code} at {width} by {height}");
                page.screenshot(&format!("sitting-{code}-{width}-{height}"));
                // What is below can be brought into view.
                let seen = page.js("const last = [...document.querySelectorAll('.on-slide > *')].at(-1); last.scrollIntoView({ block: 'end' }); const box = last.getBoundingClientRect(); return box.bottom <= innerHeight + 1 && box.bottom > 0", vec![]);
                assert_eq!(seen, true, "the end of {code} at {width} by {height}");
                page.press(Key::Right);
            }
            page.click("[data-action='sitting-arrange']");
            page.wait_visible(".order");
            page.settle();
            page.assert_accessible(&format!("the order, {width} by {height}"));
            assert_eq!(sideways(page), 0, "the order at {width} by {height}");
            page.press(Key::Escape);
            page.wait_gone(".order");
            page.press(Key::Escape);
            page.wait_gone(".sitting");
        }
    }

    /// On the smallest projector that is in use: an eighteenth of its height for the largest figures, a fortieth for what
    /// is said of them, a fiftieth for what stands beside the axes of charts.
    fn letters_are_read_from_the_back_of_a_room(page) {
        page.set_viewport(1280, 720);
        page.open_example();
        present(page);
        let mut seen = Vec::new();
        while !seen.contains(&slide(page)) {
            seen.push(slide(page));
            let found = page.js(
                "const slide = document.querySelector('#sitting-slide');
                 const size = (of) => {
                   const svg = of.closest('svg');
                   const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
                   return parseFloat(getComputedStyle(of).fontSize) * scale;
                 };
                 const texts = [...slide.querySelectorAll('*')].filter((of) => of.checkVisibility() && !of.closest('.visually-hidden')
                   && [...of.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
                 const smallest = (of) => Math.min(...of.map(size).map((size) => Math.round(size * 10) / 10), 1000);
                 return { drawn: smallest(texts.filter((of) => of.closest('.scene'))),
                   written: smallest(texts.filter((of) => !of.closest('.scene'))),
                   figures: smallest(texts.filter((of) => of.matches('.large-figures .value'))) }",
                vec![],
            );
            let size = |what: &str| found[what].as_f64().unwrap_or_default();
            let is_large = size("drawn") >= 14.0 && size("written") >= 18.0 && size("figures") >= 38.0;
            assert!(is_large, "{} in {}: {found}", slide(page), page.browser());
            page.click("[data-action='sitting-next']");
            page.settle();
        }
        assert!(seen.len() > 8, "{seen:?}");
    }

    fn the_whole_screen_is_filled_where_the_browser_can(page) {
        page.open_example();
        present(page);
        page.click("[data-action='sitting-fullscreen']");
        page.wait_js("it fills the screen", "return document.fullscreenElement?.matches('.stage')");
        let is_pressed = |is: bool| format!("return document.querySelector('[data-action=\"sitting-fullscreen\"]').getAttribute('aria-pressed') === '{is}'");
        page.wait_js("the button says so", &is_pressed(true));
        page.press(Key::Right);
        wait_slide(page, "figures");
        page.click("[data-action='sitting-fullscreen']");
        page.wait_js("it does not any more", "return !document.fullscreenElement");
        page.wait_js("the button says so", &is_pressed(false));
        page.click("[data-action='sitting-fullscreen']");
        page.wait_js("it fills the screen", "return !!document.fullscreenElement");
        page.click("[data-action='sitting-close']");
        page.wait_gone(".sitting");
        page.wait_js("nor does the page", "return !document.fullscreenElement");
    }

    fn a_link_of_everything_opens_as_a_sitting_too(page) {
        page.open_example();
        page.click("[data-action='share']");
        page.wait_visible("[data-share-link]");
        page.after_revision(|| page.click("[data-action='share-sitting']"));
        let link = page.text("[data-share-link]");
        assert!(link.ends_with("&projector=1&lang=it") && !link.contains("view="), "{link}");
        page.click("[data-action='share-protect']");
        page.fill("#share-passphrase", "è una frase segreta");
        page.click("[data-action='share-seal']");
        page.wait_visible("[data-share-link]");
        let sealed = page.text("[data-share-link]");
        assert!(sealed.ends_with("&projector=1&lang=it") && !sealed.contains("view="), "{sealed}");
        for link in [link, sealed] {
            run(page.browser(), "whoever_opens_it", |there| {
                let fragment = link.split_once('#').map_or("", |(_, fragment)| fragment);
                there.open_link("it", fragment);
                if fragment.starts_with("1.e.") {
                    there.wait_visible("#unseal-passphrase");
                    there.fill("#unseal-passphrase", "è una frase segreta");
                    there.press(Key::Enter);
                }
                there.wait_state("ready");
                there.wait_visible(".sitting .stage");
                wait_slide(there, "title");
            });
        }
    }

    fn nobody_is_named_by_titles_offices_and_searches_either(page) {
        page.open("it");
        page.drop_bytes("plan.json", br#"{"title": "Relazione di Novarese", "body": "Ufficio Novarese", "year": 2025, "objectives": [
            {"mission": "Servizi di Novarese", "office": "Ufficio Elena Novarese", "objective": "Uno", "outcome": "Raggiunto",
                "responsible": "Elena Novarese", "percent": 100},
            {"mission": "Servizi di Novarese", "office": "Segreteria", "objective": "Due", "responsible": "Ugo De Luca"}]}"#);
        page.wait_state("ready");
        page.after_revision(|| page.follow("view=1&office=Ufficio%20Elena%20Novarese&search=novares"));
        present(page);
        let shown = |page: &Page| page.js("return document.querySelector('.sitting').outerHTML.toLowerCase()", vec![]);
        let count: usize = page.text(POSITION).split(' ').next_back().and_then(|n| n.parse().ok()).expect("how many");
        for at in 1..=count {
            page.wait_js("the next", &format!("return document.querySelector('{POSITION}').textContent.startsWith('{at} di')"));
            page.settle();
            let shown = shown(page);
            for part in ["novares", "elena"] {
                assert!(!shown.as_str().unwrap_or_default().contains(part), "{} names {part}: {shown}", slide(page));
            }
            page.press(Key::Right);
        }
        page.press(Key::Home);
        page.after_revision(|| page.click("[data-action='sitting-names']"));
        assert!(page.text("#sitting-title").contains("Relazione di Novarese"));
        assert!(page.text("#sitting-slide").contains("Elena Novarese"), "{}", page.text("#sitting-slide"));
    }

    fn a_slide_says_why_a_degree_counts_otherwise_and_marks_what_decided(page) {
        let plan = r#"{"title": "Piano", "year": 2025, "objectives": [
            {"objective": "Uno", "responsible": "Elena Novarese", "outcome": "A cura di Elena Novarese: realizzato all'80%."},
            {"objective": "Due", "outcome": "Attività sospesa."}]}"#;
        let read = Document::open(plan.as_bytes(), "").expect("a plan");
        let outcome = read.plan.objectives[0].outcome.clone();
        let evidence = read.achievements[0].evidence.expect("deciding words").of(&outcome).to_owned();
        page.open("it");
        page.drop_bytes("plan.json", plan.as_bytes());
        page.wait_state("ready");
        page.click("[data-action='method']");
        page.after_revision(|| page.click("[data-method='suspended:as-zero']"));
        page.after_revision(|| page.follow("view=1&sitting=o1.o2"));
        present(page);
        wait_slide(page, "o1");
        assert!(!page.text(".stage").contains("Novarese"));
        assert_eq!(page.texts(".stage mark"), [evidence]);
        page.press(Key::Right);
        wait_slide(page, "o2");
        assert!(page.text(".stage .verdict").contains("con grado 0"), "{}", page.text(".stage .verdict"));
    }

    fn moving_a_slide_is_one_step(page) {
        open_looked_at(page, "view=1&sitting=title.figures.distribution.years.o3");
        present(page);
        page.click("[data-action='sitting-arrange']");
        page.wait_visible(".order");
        page.js("document.querySelector(\"[data-action='sitting-up:o3']\").focus()", vec![]);
        for order in ["title.figures.distribution.o3.years", "title.figures.o3.distribution.years", "title.o3.figures.distribution.years"] {
            page.press(Key::Enter);
            wait_order(page, order);
            page.wait_js("the focus", "return document.activeElement.dataset.action === 'sitting-up:o3'");
        }
        page.after_revision(|| page.back());
        wait_order(page, "title.figures.distribution.years.o3");
        page.press(Key::Escape);
        page.wait_gone(".order");
        page.press(Key::Escape);
        page.wait_gone(".sitting");
        // The page's own undo takes back what was gone back to, and then all of it.
        page.after_revision(|| page.press_with(Key::Control, 'z'));
        wait_order(page, "title.o3.figures.distribution.years");
        page.after_revision(|| page.press_with(Key::Control, 'z'));
        wait_order(page, "title.figures.distribution.years.o3");
    }

    fn a_long_slide_is_gone_through_and_the_place_is_kept(page) {
        page.set_viewport(360, 440);
        open_looked_at(page, "view=1&sitting=title.o5.figures.o3");
        present(page);
        page.press(Key::Right);
        wait_slide(page, "o5");
        let seen = |page: &Page| {
            let seen = "const e = document.querySelector('#sitting-slide'); return [e.scrollTop, e.scrollHeight - e.clientHeight - e.scrollTop]";
            let seen = page.js(seen, vec![]);
            (seen[0].as_f64().unwrap_or_default(), seen[1].as_f64().unwrap_or_default())
        };
        assert!(seen(page).1 > 20.0, "the slide is longer than the window: {:?}", seen(page));
        page.press(Key::PageDown);
        assert_eq!(slide(page), "o5");
        assert!(seen(page).0 > 0.0);
        for _ in 0..40 {
            if slide(page) != "o5" {
                break;
            }
            page.press(Key::Space);
            page.settle();
        }
        assert_eq!(slide(page), "figures", "at its end the keys of pages turn");
        // Arrows turn at once.
        page.press(Key::Left);
        wait_slide(page, "o5");
        page.press(Key::Escape);
        page.wait_gone(".sitting");
        // Who left it for a moment goes on where it was.
        present(page);
        wait_slide(page, "o5");
    }

    fn an_objective_that_is_added_while_texts_are_read_drives_out_no_slide(page) {
        let objective = |n: u32| {
            json!({ "code": "01.01", "objective": format!("Obiettivo {n} di un piano lungo"), "percent": n % 101,
                "deadline": "entro il 30/06/2025", "outcome": "Approvato il regolamento entro i termini" })
        };
        let objectives: Vec<_> = (1..=2_500).map(objective).collect();
        page.open("it");
        page.run_in_page(
            "window.__held = [];
             const post = Worker.prototype.postMessage;
             Worker.prototype.postMessage = async function (message, moved) {
               if (!message[0]) await new Promise((go) => window.__held.push(go));
               post.call(this, message, moved);
             };",
            &[],
        );
        page.drop_bytes("grande.json", json!({ "title": "Grande", "year": 2025, "objectives": objectives }).to_string().as_bytes());
        page.wait_js("its texts are asked for", "return window.__held.length > 0");
        page.click("[data-objective='3'] [data-action='objective']");
        page.wait_visible("dialog[open] article");
        page.click("[data-action='sitting-add']");
        page.run_in_page("window.__held.splice(0).forEach((go) => go())", &[]);
        page.wait_js("it is added", "return location.href.includes('o3')");
        assert!(page.fragment().contains("timeline"), "{}", page.fragment());
    }
}
