// SPDX-License-Identifier: AGPL-3.0-or-later
//! The harness does what it says: real files go in, real downloads come out, keys reach what has the focus. On a small
//! page of its own, because a harness that is wrong would make every other test lie. And no test finds anything of
//! another, and no browser is left when the tests are over.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs};
use traguardi_browser_tests::*;

/// A page that takes files and gives one back, built by script inside the real one, under its policy. What
/// it takes it keeps from the real one, which listens on the window.
const PAGE: &str = "
    document.title = 'harness';
    document.querySelector('#app').replaceChildren();
    const make = (tag, set) => document.querySelector('#app').appendChild(Object.assign(document.createElement(tag), set));
    const main = make('main', {});
    main.dataset.state = 'empty';
    const heard = (text) => { main.dataset.state = 'ready'; main.textContent = text; document.documentElement.dataset.revision = Number(document.documentElement.dataset.revision ?? 0) + 1; };
    const read = async (how, files) => { main.dataset.state = 'busy'; heard(how + ' ' + (await Promise.all([...files].map(async (f) => f.name + '=' + await f.text()))).join(',')); };
    const field = make('input', { type: 'file' });
    field.addEventListener('change', () => read('picked', field.files));
    const box = make('textarea', { id: 'box' });
    box.addEventListener('paste', (e) => { e.preventDefault(); heard('pasted ' + e.clipboardData.getData('text/plain')); });
    const button = make('button', { textContent: 'save', id: 'save' });
    button.dataset.download = 'figures-json';
    button.addEventListener('click', () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['{\"objectives\": 27}'], { type: 'application/json' }));
      link.download = 'figures.json';
      link.click();
    });
    button.addEventListener('keydown', (e) => (main.textContent = e.key));
    document.addEventListener('dragover', (e) => e.preventDefault());
    document.addEventListener('drop', (e) => { e.preventDefault(); e.stopPropagation(); read('dropped', e.dataTransfer.files); });
";

/// Leaves behind all that a page and its person can.
const LEAVE: &str = "
    document.cookie = 'left=behind; max-age=1000';
    localStorage.left = sessionStorage.left = 'behind';
    await new Promise((done, failed) => {
      const request = indexedDB.open('left');
      request.onsuccess = done; request.onerror = failed;
    });
    await (await caches.open('left')).put('left', new Response('behind'));
    history.pushState(null, '', '#left');
    window.name = 'left';
    return true;";

/// What there is of it.
const FOUND: &str = "return {
    cookie: document.cookie,
    stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    steps: history.length,
    name: window.name,
    size: [innerWidth, innerHeight],
    language: navigator.language,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    forced: matchMedia('(forced-colors: active)').matches,
    online: navigator.onLine,
};";

/// What is on the page of the harness after what is on the clipboard was pasted.
fn pasted(page: &Page) -> Value {
    page.run_in_page(PAGE, &[]);
    page.js("document.querySelector('#box').focus()", vec![]);
    page.press_with(Key::Control, 'v');
    page.settle();
    page.js("return document.querySelector('main').textContent", vec![])
}

/// A Firefox that is kept from test to test: what one leaves is not there for the next, even at the same address.
mod a_test_finds_nothing_of_another {
    use super::*;

    #[test]
    fn firefox() {
        run(Browser::Firefox, "a_test_finds_nothing_of_another", |page| {
            let url = page.site().url();
            page.goto(&url);
            page.wait_state("empty");
            let fresh = page.run_in_page(FOUND, &[]);

            page.open("en");
            assert_eq!(page.run_in_page(LEAVE, &[]), json!(true));
            page.set_viewport(500, 600);
            page.prefer(Scheme::Dark);
            page.force_colors();
            page.go_offline();
            let left = page.run_in_page(FOUND, &[]);
            for (what, value) in fresh.as_object().expect("findings") {
                assert!(left[what] != *value, "{what} is not left behind: {left}");
            }
            page.run_in_page(PAGE, &[]);
            page.paste("#box", "cut");
            assert_eq!(pasted(page), "pasted cut");
            page.js("window.open('about:blank')", vec![]);

            page.begin_anew();
            page.goto(&url);
            page.wait_state("empty");
            assert_eq!(page.run_in_page(FOUND, &[]), fresh);
            let seen = page.js("return [document.hasFocus(), document.visibilityState]", vec![]);
            assert_eq!(seen, json!([true, "visible"]), "keys reach the page");
            assert!(["", "pasted "].contains(&pasted(page).as_str().expect("words")), "{}", pasted(page));
        });
    }
}

/// Whether any process was started with this in its words.
fn runs_with(words: &str) -> bool {
    let processes = fs::read_dir("/proc").expect("processes").flatten();
    let mut lines = processes.filter_map(|process| fs::read(process.path().join("cmdline")).ok());
    lines.any(|line| String::from_utf8_lossy(&line).contains(words))
}

/// A file that is not named among them would be run by nobody.
#[test]
fn every_file_of_tests_is_run() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let files = fs::read_dir(&folder).expect("the tests").flatten();
    let files: BTreeSet<String> = files
        .filter_map(|file| Some(file.file_name().to_str()?.strip_suffix(".rs")?.to_owned()))
        .filter(|name| name != "main")
        .collect();
    let main = fs::read_to_string(folder.join("main.rs")).expect("the list");
    let named: BTreeSet<String> = main
        .lines()
        .filter_map(|line| Some(line.strip_prefix("mod ")?.strip_suffix(';')?.to_owned()))
        .collect();
    assert_eq!(files, named);
}

/// A browser that waits for its next test ends with the tests, and so do its files.
mod nothing_outlives_the_tests {
    use super::*;

    #[test]
    fn firefox() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let name = folder.path().to_str().expect("a plain name");
        let done = Command::new(env::current_exe().expect("these tests"))
            .args(["--exact", "harness::keys_reach_what_has_the_focus::firefox"])
            .env("TMPDIR", folder.path())
            .output()
            .expect("run");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
        assert!(String::from_utf8_lossy(&done.stdout).contains("1 passed"), "the test is there");
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            let files = fs::read_dir(folder.path()).expect("the folder").flatten();
            let files: Vec<_> =
                files.filter(|file| file.path().is_dir()).map(|file| file.file_name()).collect();
            if files.is_empty() && !runs_with(name) {
                return;
            }
            assert!(Instant::now() < until, "left: {files:?}, or a browser: {}", runs_with(name));
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

in_both_browsers! {
    fn files_go_in_and_come_out(page) {
        page.open("it");
        page.run_in_page(PAGE, &[]);
        let file = tempfile::Builder::new().suffix(".txt").tempfile().expect("a temporary file");
        fs::write(file.path(), "qualità").expect("written");
        let name = file.path().file_name().expect("a name").to_string_lossy().into_owned();

        page.after_revision(|| page.drop_file(file.path()));
        page.wait_state("ready");
        assert_eq!(page.text("main"), format!("dropped {name}=qualità"));
        page.after_revision(|| page.drop_files(&[file.path(), file.path()]));
        assert_eq!(page.text("main"), format!("dropped {name}=qualità,{name}=qualità"));
        page.after_revision(|| page.pick_file(file.path()));
        assert_eq!(page.text("main"), format!("picked {name}=qualità"));
        page.after_revision(|| page.paste("#box", "a\tb\n1\t2"));
        assert_eq!(page.js("return document.querySelector('main').textContent", vec![]), "pasted a\tb\n1\t2");
        assert_eq!(page.revision(), 4);

        for _ in 0..2 {
            let saved = page.download("figures-json");
            assert!(saved.name.starts_with("figures"), "{}", saved.name);
            assert_eq!(saved.json(), json!({ "objectives": 27 }));
        }
    }

    fn keys_reach_what_has_the_focus(page) {
        page.open("it");
        page.run_in_page(PAGE, &[]);
        page.fill("#box", "perché");
        assert_eq!(page.js("return document.querySelector('#box').value", vec![]), "perché");
        page.tab_to("#save", 5);
        page.press(Key::Right);
        assert_eq!(page.text("main"), "ArrowRight");
        page.press_with(Key::Shift, Key::Tab.into());
        assert!(page.has_focus("#box"));
    }

    fn what_is_not_accessible_is_found(page) {
        page.open("it");
        page.js("const picture = new Image(); picture.src = document.querySelector('link[rel=icon]').href; document.querySelector('main').append(picture)", vec![]);
        let found = page.axe();
        assert!(found.iter().any(|violation| violation.id == "image-alt" && violation.nodes[0].contains("<img")), "{found:?}");
    }

    fn an_error_on_the_console_is_noted(page) {
        page.open("it");
        page.js("const script = document.createElement('script'); script.src = 'not-there.js'; document.head.append(script); console.error('on purpose')", vec![]);
        page.wait_js("both", "return performance.getEntriesByName(new URL('not-there.js', location.href).href).length > 0");
        page.settle();
        let noted = page.take_noted();
        assert!(noted.iter().any(|noted| noted.kind == Kind::Console && noted.text.contains("on purpose")), "{noted:?}");
        assert!(noted.iter().any(|noted| noted.kind == Kind::Error && noted.text.contains("not-there.js")), "{noted:?}");
    }

    fn links_open_and_back_leads_back(page) {
        page.open_link("it", "first");
        page.reload();
        page.js("location.hash = 'second'", vec![]);
        assert!(page.address().ends_with("/un/altro/posto/#second"));
        page.back();
        assert!(page.address().ends_with("#first"));
        page.forward();
        assert!(page.address().ends_with("#second"));
    }

    fn languages_sizes_and_paper_are_what_was_asked_for(page) {
        for (language, tag) in [("it", "it-IT"), ("en", "en-GB")] {
            page.open(language);
            assert_eq!(page.js("return navigator.language", vec![]), tag);
        }
        page.set_viewport(375, 700);
        assert_eq!(page.js("return [innerWidth, innerHeight]", vec![]), json!([375, 700]));
        let paper = fs::read(page.print("harness")).expect("just written");
        assert!(paper.starts_with(b"%PDF"));
    }
}
