// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: a link is made without anything leaving the browser, says before what goes out, and opens in another
//! browser as the same analysis; names go out only when they are chosen, and a passphrase opens what it protects.

use serde_json::json;
use traguardi::document::Document;
use traguardi::locale::Language;
use traguardi::locale::link::link as link_words;
use traguardi::locale::share::words as share_words;
use traguardi::share::{self, Content, Level, TooMuch};
use traguardi_browser_tests::*;

const LINK: &str = "[data-share-link]";

/// Holds the making of keys, and counts what was sealed.
const HOLD_SEALING: &str = "
    [window.__held, window.__sealed] = [[], 0];
    const { deriveKey, encrypt } = SubtleCrypto.prototype;
    SubtleCrypto.prototype.deriveKey = async function (...all) {
      await new Promise((go) => window.__held.push(go));
      return deriveKey.apply(this, all);
    };
    SubtleCrypto.prototype.encrypt = async function (...all) {
      const sealed = await encrypt.apply(this, all);
      window.__sealed++;
      return sealed;
    };";

/// Has no worker take anything, until the test says so.
const STOP_DESK: &str = "
    const post = Worker.prototype.postMessage;
    window.__go_on = () => { Worker.prototype.postMessage = post; };
    Worker.prototype.postMessage = () => { throw new Error('no memory'); };";

fn other(browser: Browser) -> Browser {
    match browser {
        Browser::Chromium => Browser::Firefox,
        Browser::Firefox => Browser::Chromium,
    }
}

fn plan() -> Document {
    let path = fixture("comune-di-valdarco-2025.json");
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Document::open(&bytes, "valdarco.json").expect("a plan")
}

/// Opens the dialog and waits for its link.
fn share(page: &Page) -> String {
    page.click("[data-action='share']");
    made(page)
}

fn made(page: &Page) -> String {
    page.wait_visible(LINK);
    page.text(LINK)
}

fn choose(page: &Page, level: &str) {
    page.after_revision(|| page.click(&format!("[data-share-level='{level}']")));
}

fn fragment(link: &str) -> &str {
    link.split_once('#').map_or("", |(_, fragment)| fragment)
}

fn content(link: &str) -> Content {
    share::open(fragment(link)).expect("opens").expect("data").content
}

in_both_browsers! {
    fn a_link_made_in_one_browser_opens_in_the_other_as_it_was_looked_at(page) {
        page.open_example();
        page.filter("mission:01");
        let (before, headline) = (page.figures(), page.figure("objectives"));
        share(page);
        choose(page, "full");
        page.click("[data-action='share-anyway']");
        let link = made(page);
        assert!(link.starts_with(&page.site().url()), "{link}");
        assert!(link.contains("mission=01") && link.ends_with("lang=it"), "{link}");
        let said = page.text("[data-share-reach]");
        assert!(said.contains(&link.chars().count().to_string()) || link.chars().count() > 9999, "{said}");
        assert_eq!(page.attribute("[data-share-reach]", "data-share-reach").as_deref(), Some("mail"));
        run(other(page.browser()), "the_other_side", |there| {
            there.open_link("en", fragment(&link));
            there.wait_state("ready");
            there.wait_js("the table", "return !!document.querySelector('[data-objective]')");
            assert_eq!(there.js("return document.documentElement.lang", vec![]), "it");
            assert!(there.figures() == before, "other figures");
            assert_eq!(there.figure("objectives"), headline);
        });
    }

    fn the_link_of_the_real_report_shows_the_council_the_same_year(page) {
        page.open("it");
        if !page.open_report() {
            return;
        }
        // The last figure is the staff's own, which stays behind.
        let figures = ["achieved", "mean", "median", "objectives"];
        let before = figures.map(|name| page.figure(name));
        let statuses = page.texts(".toggles [data-filter^='status:']");
        let link = share(page);
        let checks = plain(&page.text("[data-share-told='checks']"));
        assert!(checks.contains("Il grado di 18 obiettivi") && checks.contains("Resta non indicato"), "{checks}");
        let behind = plain(&page.text("[data-share-told='behind']"));
        assert!(behind.contains("percentuali del personale di 25 obiettivi"), "{behind}");
        run(other(page.browser()), "the_council", |there| {
            there.open_link("en", fragment(&link));
            there.wait_state("ready");
            assert_eq!(figures.map(|name| there.figure(name)), before);
            assert_eq!(there.texts(".toggles [data-filter^='status:']"), statuses);
            assert_eq!(there.download("figures-json").json()["staff_percent"]["known"], 0);
            // Whoever has no name there is a person all the same.
            let groups = there.texts("section:has(> #people) li:has(.tag) .clip");
            assert!(groups.iter().any(|name| name == "Agenti di PL") && !groups.iter().any(|name| name.starts_with("Collaboratore")), "{groups:?}");
            assert!(there.download("objectives-json").json().as_array().is_some_and(|all| all.iter().all(|one| one["staff_percent"].is_null())));
        });
    }

    fn nobody_is_named_where_nobody_chose_so(page) {
        page.open_example();
        let names = share::level::words_of_names(&plan().import.plan);
        assert!(names.len() > 15);
        let person = page.js("return document.querySelector('[data-filter^=\"person:\"]').dataset.filter", vec![]);
        page.filter(person.as_str().expect("a person"));
        let link = share(page);
        assert_eq!(content(&link).level(), Level::WithoutNames);
        let sent = format!("{:?} {}", content(&link).plan().expect("a plan"), share::view(fragment(&link)));
        for word in sent.split(|c: char| !c.is_alphanumeric()) {
            let folded: String = word.chars().filter_map(traguardi::reading::people::name_letter).collect();
            assert!(!names.contains(&folded), "{word}");
        }
        // The person who is looked at goes along by what stands for the name.
        assert!(link.contains("person="), "{link}");
        // What is shown before is what goes out.
        let shown = page.text("[data-share-sample]");
        assert!(shown.contains("Responsabile A"), "{shown}");
        // The file is the same plan.
        let file = page.download("shared-file");
        let opened = Document::open(file.text().as_bytes(), "").expect("a plan");
        assert_eq!(Content::new(&opened, Level::Everything).plan(), content(&link).plan());
    }

    fn names_go_out_only_after_a_warning(page) {
        page.open_example();
        share(page);
        choose(page, "full");
        assert_eq!((page.count(LINK), page.count("[data-download='shared-file']")), (0, 0));
        assert!(page.text(".share-warning").contains("dati personali"));
        page.click("[data-action='share-anyway']");
        page.wait_js("the focus", "return document.activeElement?.id === 'share-title'");
        assert_eq!(content(&made(page)), Content::new(&plan(), Level::Everything));
        choose(page, "figures");
        let link = made(page);
        assert_eq!(content(&link), Content::new(&plan(), Level::Figures));
        assert_eq!(page.attribute("[data-share-reach]", "data-share-reach").as_deref(), Some("anywhere"));
        // Once answered it is not asked again while the dialog is open, and it is when it opens anew.
        choose(page, "full");
        made(page);
        page.click("[data-action='share-close']");
        page.wait_gone("dialog");
        share(page);
        choose(page, "full");
        page.wait_visible(".share-warning");
    }

    fn filters_stay_behind_where_they_are_not_wanted(page) {
        page.open_example();
        page.filter("status:achieved");
        let link = share(page);
        assert!(link.contains("status=achieved"), "{link}");
        page.after_revision(|| page.click("[data-action='share-view']"));
        assert!(page.text(LINK).ends_with("&lang=it") && !page.text(LINK).contains("status"));
        choose(page, "figures");
        let link = made(page);
        assert!(!link.contains("status"));
        // Of figures the file is the link, and it opens.
        let file = page.download("shared-file");
        page.click("[data-action='share-close']");
        page.wait_gone("dialog");
        page.after_revision(|| page.drop_bytes("cifre.txt", file.text().as_bytes()));
        page.wait_visible("[data-notice='only-figures']");
    }

    fn what_goes_along_is_said_without_what_stays(page) {
        page.open_example();
        page.filter("mission:01");
        let of_mission = page.figure("objectives");
        let names = share::level::words_of_names(&plan().import.plan);
        let name = names.iter().max_by_key(|name| name.len()).expect("a name");
        page.after_revision(|| page.fill("[data-action='search']", name));
        share(page);
        let said = page.js("return document.querySelector(\"[data-action='share-view']\").closest('label').textContent", vec![]);
        let said = plain(said.as_str().unwrap_or_default());
        assert!(said.contains(&of_mission) && !said.to_lowercase().contains(name), "{said}");
        assert!(page.text("[data-share-told='behind']").contains("la ricerca di adesso"));
    }

    fn a_link_is_sealed_with_the_passphrase_that_stands_there(page) {
        page.open_example();
        share(page);
        page.after_revision(|| page.click("[data-action='share-protect']"));
        page.run_in_page(HOLD_SEALING, &[]);
        let seal = || {
            page.click("[data-action='share-seal']");
            page.wait_js("it is at work", "return window.__held.length === 1");
        };
        page.fill("#share-passphrase", "è una frase segrets");
        seal();
        // Corrected meanwhile: nobody could open what comes of the first.
        page.fill("#share-passphrase", "è una frase segreta");
        page.js("window.__held.pop()()", vec![]);
        page.wait_js("it is sealed", "return window.__sealed === 1");
        page.settle();
        assert_eq!(page.count(LINK), 0, "{}", page.browser());
        seal();
        page.js("window.__held.pop()()", vec![]);
        assert!(fragment(&made(page)).starts_with("1.e."));
        // Asked for anew there is none, as there is no passphrase.
        page.after_revision(|| page.click("[data-action='share-protect']"));
        page.after_revision(|| page.click("[data-action='share-protect']"));
        assert_eq!(page.count(LINK), 0);
        // At another level it is still to be protected, and nothing is being made.
        page.fill("#share-passphrase", "è una frase segreta");
        seal();
        choose(page, "figures");
        page.wait_visible("#share-passphrase");
        let state = "return [document.querySelector(\"[data-action='share-protect']\").checked,
            document.querySelector('.share-passphrase [role=status]').textContent]";
        assert_eq!(page.js(state, vec![]), json!([true, ""]));
        page.after_revision(|| page.click("[data-action='share-protect']"));
        assert!(!fragment(&made(page)).starts_with("1.e."));
    }

    fn a_passphrase_opens_what_it_protects(page) {
        page.open_example();
        let open = share(page);
        page.after_revision(|| page.click("[data-action='share-protect']"));
        assert_eq!(page.count(LINK), 0, "nothing is handed out that is not protected yet");
        page.fill("#share-passphrase", "corta");
        page.click("[data-action='share-seal']");
        page.wait_js("it is said", "return document.querySelector('.share-passphrase [role=status]').textContent.includes('troppo corta')");
        page.fill("#share-passphrase", "è una frase segreta");
        page.click("[data-action='share-seal']");
        let link = made(page);
        assert!(fragment(&link).starts_with("1.e.") && !link.contains(&fragment(&open)[4..40]), "{link}");
        // What is saved is protected too.
        assert_eq!(page.download("shared-file").text(), link);
        // The same passphrase seals the same plan otherwise every time.
        page.fill("#share-passphrase", "intanto è un’altra");
        page.wait_gone(LINK);
        page.fill("#share-passphrase", "è una frase segreta");
        page.click("[data-action='share-seal']");
        let again = made(page);
        assert!(fragment(&again).starts_with("1.e.") && again != link, "{again}");
        // Another passphrase is another link.
        page.fill("#share-passphrase", "è un’altra frase segreta");
        page.wait_gone(LINK);
        run(other(page.browser()), "the_other_side", |there| {
            there.open_link("it", fragment(&link));
            there.wait_visible("#unseal-passphrase");
            there.assert_accessible("the passphrase of a link");
            there.fill("#unseal-passphrase", "è la frase sbagliata");
            there.press(Key::Enter);
            there.wait_js("it is wrong", "return document.querySelector('[data-unseal]').textContent.includes('non è quella')");
            // The same letters, typed on another keyboard.
            there.fill("#unseal-passphrase", "e\u{300} una frase segreta");
            there.press(Key::Enter);
            there.wait_state("ready");
            there.wait_js("the table", "return !!document.querySelector('[data-objective]')");
            assert_eq!(there.figure("objectives"), "Tutti i 36 obiettivi");
            there.wait_js("the address keeps the passphrase", "return location.href.includes('#1.e.')");
        });
    }

    fn a_link_that_was_sealed_once_opens_for_ever(page) {
        let golden = include_str!("../../golden/links-1-sealed.txt");
        let line = |key: &str| golden.lines().find_map(|line| line.strip_prefix(key)).expect("a line");
        page.open_link("it", line("link "));
        page.wait_visible("#unseal-passphrase");
        page.fill("#unseal-passphrase", line("passphrase "));
        page.press(Key::Enter);
        page.wait_state("ready");
        page.wait_visible("[data-notice='only-figures']");
        assert!(page.text("[data-notice='only-figures']").contains("36"));
    }

    fn what_is_sent_and_seen_is_the_link(page) {
        page.open("it");
        page.run_in_page("window.__sent = []; navigator.canShare = () => true; navigator.share = async (what) => { window.__sent.push(what); };", &[]);
        page.after_revision(|| page.drop_file(&fixture("comune-di-valdarco-2025.json")));
        page.wait_state("ready");
        let link = share(page);
        assert_eq!(page.js("return document.querySelector('[data-action=\"share-see\"]').href", vec![]), link);
        page.click("[data-action='share-send']");
        page.wait_js("it is handed over", "return window.__sent.length === 1");
        assert_eq!(page.js("return window.__sent[0].url", vec![]), link);
    }

    fn what_may_still_be_a_name_is_shown_before(page) {
        page.open("it");
        page.after_revision(|| page.drop_file(&fixture("names-everywhere.json")));
        page.wait_state("ready");
        share(page);
        let told = page.text("[data-share-told='checks']");
        assert!(told.contains("Giuseppe Garibaldi"), "{told}");
        assert!(page.text("[data-share-told='behind']").contains("decisioni"));
        choose(page, "figures");
        made(page);
        assert_eq!(page.count("[data-share-told='checks']"), 0);
    }

    fn of_what_goes_as_a_file_the_same_is_told(page) {
        // No two of its texts are alike, and all of them together are too much for a link.
        let text = |n: u32| (0..60).map(move |at: u32| format!("{:x} ", (n * 61 + at).wrapping_mul(2_654_435_761)));
        let others = (0..1500).map(|n| format!(r#"{{"objective": "{}"}}"#, text(n).collect::<String>()));
        let first = r#"{"objective": "Sentire Mario Verdi", "responsible": "Elena Novarese", "outcome": "Raggiunto da Novarese"}"#;
        let plan = [first.to_owned()].into_iter().chain(others).collect::<Vec<_>>().join(",");
        page.open("it");
        page.after_revision(|| page.drop_bytes("grande.json", format!("[{plan}]").as_bytes()));
        page.wait_state("ready");
        page.click("[data-action='share']");
        // What was protected before is no file.
        choose(page, "figures");
        made(page);
        page.after_revision(|| page.click("[data-action='share-protect']"));
        choose(page, "no-names");
        page.wait_visible("[data-share-told='checks']");
        assert_eq!((page.count(LINK), page.count("[data-action='share-protect']")), (0, 0));
        let told = page.text("dialog[open]");
        let words = link_words(Language::Italian);
        assert!(told.contains(&(words.too_much)(TooMuch)), "{told}");
        assert!(page.text("[data-share-told='checks']").contains("Sentire Mario Verdi"), "{told}");
        assert!(page.text("[data-share-sample]").contains("Raggiunto da Responsabile A"), "{told}");
        assert_eq!((page.count("[data-share-told='behind']"), page.count("[data-download='report-html']")), (1, 1));
        page.assert_accessible("a plan that goes as a file");
        let file = page.download("shared-file");
        assert!(file.text().contains("Sentire Mario Verdi") && !file.text().contains("Novarese"));
    }

    fn that_a_link_cannot_be_taken_back_is_said_where_it_is_made(page) {
        for language in [Language::Italian, Language::English] {
            page.open(language.tag());
            page.after_revision(|| page.click("[data-action='example']"));
            page.wait_state("ready");
            share(page);
            let told = page.text("dialog[open]");
            let words = share_words(language);
            assert!(told.contains(words.truth), "{told}");
            // And again where names go out.
            choose(page, "full");
            assert!(page.text("dialog[open]").contains(words.warning));
        }
    }

    fn a_protected_link_that_is_not_opened_leaves_what_is_open(page) {
        page.open_example();
        share(page);
        page.after_revision(|| page.click("[data-action='share-protect']"));
        page.fill("#share-passphrase", "è una frase segreta");
        page.click("[data-action='share-seal']");
        let link = made(page);
        page.click("[data-action='share-close']");
        page.wait_gone("dialog");
        page.filter("mission:04");
        let seen = page.headline();
        page.click("[data-action='close']");
        page.wait_state("empty");
        page.after_revision(|| page.click("[data-action='undo']"));
        page.js("location.href = arguments[0]", vec![json!(link)]);
        page.wait_visible("#unseal-passphrase");
        page.click("[data-action='unseal-cancel']");
        page.wait_gone("dialog");
        assert_eq!(page.headline(), seen);
        page.wait_js("the address of what is open", "return location.href.split('#')[1].startsWith('view=1&mission=04')");
    }

    fn the_code_of_the_figures_is_read_off_the_screen(page) {
        page.open_example();
        share(page);
        choose(page, "figures");
        let link = made(page);
        page.click("[data-action='share-qr']");
        page.wait_visible("[data-qr] svg");
        page.scroll_to("[data-qr]", "center");
        assert_eq!(read_code(&page.screenshot("share-code")), Some(link.clone()));
        // While the code of another link is made there is none, least of all that of the first; one that was not made says
        // so, and is tried again.
        page.run_in_page(STOP_DESK, &[]);
        page.click("[data-action='share-sitting']");
        page.wait_js("it says so", "return document.querySelector('.share-code').textContent.includes('non è stato preparato')");
        assert_eq!(page.count("[data-qr]"), 0);
        page.js("window.__go_on()", vec![]);
        page.click("[data-action='share-qr']");
        page.click("[data-action='share-qr']");
        page.wait_visible("[data-qr] svg");
        page.scroll_to("[data-qr]", "center");
        assert_eq!(read_code(&page.screenshot("share-code")), Some(page.text(LINK)));
        // Another link is another code; one that is too long has none, and says so.
        choose(page, "no-names");
        made(page);
        page.wait_js("there is none", "return document.querySelector('.share-code').textContent.includes('troppo lungo')");
    }

    fn sharing_is_for_everyone(page) {
        for scheme in [Scheme::Light, Scheme::Dark] {
            page.prefer(scheme);
            page.open_example();
            share(page);
            page.assert_accessible("sharing");
            choose(page, "full");
            page.assert_accessible("the warning about names");
            page.click("[data-action='share-anyway']");
            made(page);
            page.after_revision(|| page.click("[data-action='share-protect']"));
            page.assert_accessible("a passphrase");
            page.press(Key::Escape);
            page.wait_gone("dialog");
            assert!(page.has_focus("[data-action='share']"));
        }
    }

    fn a_link_is_made_by_keyboard_and_on_a_phone(page) {
        page.set_viewport(320, 640);
        page.open_example();
        page.js("document.querySelector('.skip').focus()", vec![]);
        page.tab_to("[data-action='share']", 40);
        page.press(Key::Enter);
        let first = made(page);
        page.tab_to("[data-share-level='no-names']", 10);
        page.press(Key::Up);
        page.wait_js("another link", &format!("return document.querySelector('[data-share-link]')?.textContent !== {}", json!(first)));
        assert_eq!(content(&made(page)).level(), Level::Figures);
        let sideways = page.js("const d = document.querySelector('dialog[open]'); return [d.scrollWidth - d.clientWidth, document.documentElement.scrollWidth - document.documentElement.clientWidth]", vec![]);
        assert_eq!(sideways, json!([0, 0]));
        page.tab_to("[data-action='share-copy']", 10);
        page.run_in_page("window.__copied = []; navigator.clipboard.writeText = async (text) => { window.__copied.push(text); };", &[]);
        page.press(Key::Enter);
        page.wait_js("it is copied", "return window.__copied?.length === 1 && window.__copied[0] === document.querySelector('[data-share-link]').textContent");
    }
}

/// What an independent reader finds in a picture.
fn read_code(picture: &std::path::Path) -> Option<String> {
    let file = std::io::BufReader::new(std::fs::File::open(picture).expect("a picture"));
    let mut decoder = png::Decoder::new(file);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().expect("a picture");
    let mut pixels = vec![0; reader.output_buffer_size().expect("its size")];
    let frame = reader.next_frame(&mut pixels).expect("a picture");
    let (width, height) = (frame.width as usize, frame.height as usize);
    let samples = frame.color_type.samples();
    let luma = |x: usize, y: usize| pixels[(y * width + x) * samples];
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, luma);
    image.detect_grids().first()?.decode().ok().map(|(_, text)| text)
}
