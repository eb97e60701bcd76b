// SPDX-License-Identifier: AGPL-3.0-or-later
//! Opening one thing after another: the last one wins, what fails is said where one looks, what is left aside is said
//! too, and whatever was open comes back as it was left.

use serde_json::{Value, json};
use traguardi_browser_tests::*;

/// Whether the message about a file is where one looks: in the upper half of the window, with nothing above it.
const MESSAGE_IS_SEEN: &str = "
    const message = document.querySelector('[data-problem]');
    if (!message || document.querySelector('dialog[open]')) return false;
    const box = message.getBoundingClientRect();
    const there = document.elementFromPoint(box.x + box.width / 2, box.y + 12);
    return box.top >= 0 && box.top < innerHeight / 2 && message.contains(there) && document.activeElement === message;";

/// From now on what is called `slow` gets to the reader, and anything from the host to the page, only when the test says so.
const HOLD: &str = "
    window.__held = [];
    const wait = () => new Promise((go) => window.__held.push(go));
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = async function (message) {
      if (message[0].name?.startsWith('slow')) await wait();
      post.call(this, message);
    };
    const get = window.fetch;
    window.fetch = async (...what) => {
      await wait();
      return get(...what);
    };";

/// Lets everything go that is held.
const LET_GO: &str = "window.__held.splice(0).forEach((go) => go())";

fn plan(title: &str) -> Vec<u8> {
    let objectives = [
        json!({ "code": "01.01", "objective": "Uno", "percent": 100 }),
        json!({ "code": "04.01", "objective": "Due", "percent": 0 }),
    ];
    json!({ "title": title, "objectives": objectives }).to_string().into_bytes()
}

/// Drops a plan of this title, and waits until it is shown.
#[track_caller]
fn open_plan(page: &Page, title: &str) {
    page.drop_bytes(&format!("{title}.json"), &plan(title));
    page.wait_state("ready");
    assert_eq!(page.text("h1"), title);
}

/// Begins to open a plan that is held.
#[track_caller]
fn begin_slowly(page: &Page, name: &str, bytes: &[u8]) {
    let path = page.lay(name, bytes);
    page.drop_file(&path);
    page.wait_js("it is asked for", "return window.__held.length > 0");
}

/// Lets go of what was held, and waits as long as it takes to arrive.
#[track_caller]
fn let_go(page: &Page) {
    page.run_in_page(LET_GO, &[]);
    page.run_in_page("await new Promise((go) => setTimeout(go, 500))", &[]);
    page.settle();
}

in_both_browsers! {
    fn the_message_about_a_file_is_where_one_looks(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        // From the end of the table.
        page.scroll_to(".objectives", "end");
        page.drop_bytes("rotto.json", b"{\"name\": 1}");
        page.wait_js("the message is seen from the table", MESSAGE_IS_SEEN);
        page.screenshot("refused-from-the-table");
        page.after_revision(|| page.click("[data-action='dismiss']"));

        // From an objective that is being read.
        page.click("[data-objective='2'] [data-action='objective']");
        page.wait_visible("dialog[open] article");
        page.drop_bytes("rotto.json", b"{\"name\": 1}");
        page.wait_js("the message is seen from an objective", MESSAGE_IS_SEEN);
        page.after_revision(|| page.click("[data-action='dismiss']"));

        // From the dialog for pasting.
        page.after_revision(|| page.click("[data-action='close']"));
        page.click("[data-action='paste']");
        page.wait_visible("dialog[open] textarea");
        page.drop_bytes("rotto.json", b"{\"name\": 1}");
        page.wait_js("the message is seen from the dialog for pasting", MESSAGE_IS_SEEN);
    }

    fn the_last_file_wins_however_long_the_others_take(page) {
        page.open("it");
        page.run_in_page(HOLD, &[]);
        begin_slowly(page, "slow.json", &plan("Lento"));
        page.wait_state("busy");
        open_plan(page, "Svelto");
        let_go(page);
        assert_eq!(page.text("h1"), "Svelto", "{}: the slow one came after and took its place", page.browser());
        page.wait_state("ready");

        // A slow one that fails says nothing either, and nor does it end the waiting for what came after it.
        begin_slowly(page, "slow-rotto.json", b"{\"name\": 1}");
        begin_slowly(page, "slow.json", &plan("Lento"));
        page.run_in_page("window.__held.shift()(); await new Promise((go) => setTimeout(go, 300))", &[]);
        page.wait_state("busy");
        assert_eq!(page.count("[data-problem]"), 0);
        let_go(page);
        page.wait_state("ready");
        assert_eq!(page.text("h1"), "Lento");

        // Nor does the example replace what was dropped while it was on its way.
        page.after_revision(|| page.click("[data-action='close']"));
        page.click("[data-action='example']");
        page.wait_js("the example is asked for", "return window.__held.length > 0");
        open_plan(page, "Terzo");
        let_go(page);
        assert_eq!(page.text("h1"), "Terzo");
        page.wait_state("ready");
    }

    fn reading_is_said_whatever_is_on_the_page(page) {
        page.open("it");
        assert_eq!(page.text(".reading"), "");
        assert_eq!(page.count(".reading [role=status]"), 1);
        open_plan(page, "Primo");
        page.run_in_page(HOLD, &[]);
        page.js("scrollTo(0, document.body.scrollHeight)", vec![]);
        begin_slowly(page, "slow.json", &plan("Lento"));
        page.wait_js(
            "the page says that it is reading, in the window",
            "const said = document.querySelector('.reading');
             const box = said.getBoundingClientRect();
             return said.innerText.includes('Lettura in corso') && box.top >= 0 && box.bottom <= innerHeight",
        );
        page.screenshot("reading");
        page.assert_accessible("reading with a plan open");
        let_go(page);
        page.wait_state("ready");
        assert_eq!(page.text(".reading"), "");
    }

    fn reading_can_be_called_off(page) {
        page.open("it");
        open_plan(page, "Primo");
        page.run_in_page(HOLD, &[]);
        begin_slowly(page, "slow.json", &plan("Lento"));
        page.wait_visible("[data-action='cancel']");
        page.after_revision(|| page.click("[data-action='cancel']"));
        page.wait_state("ready");
        let_go(page);
        assert_eq!((page.text("h1"), page.text(".reading")), ("Primo".into(), String::new()));
        assert!(page.has_focus("main"), "the button went, the focus did not");
        open_plan(page, "Secondo");
    }

    fn a_reader_that_does_not_come_is_said_and_comes_later(page) {
        page.open("it");
        let build = page.attribute("meta[name='traguardi:reader']", "content").unwrap_or_default();
        let (glue, wasm) = (format!("traguardi-reader-{build}.js"), format!("traguardi-reader-{build}_bg.wasm"));
        let harms = [("reader.js", Harm::Missing), (glue.as_str(), Harm::Missing), (&wasm, Harm::Missing), (&wasm, Harm::Half)];
        for (name, harm) in harms {
            page.site().harm(name, harm);
            page.open("it");
            page.drop_bytes("piano.json", &plan("Primo"));
            page.wait_visible("[data-problem]");
            let said = plain(&page.text("[data-problem]"));
            assert!(said.contains("piano.json: La lettura si è interrotta") && said.contains("Riprova"), "{said}");
            // What the browser itself says of a file that is missing.
            page.take_noted();
            page.site().heal();
            open_plan(page, "Primo");
            assert_eq!(page.count("[data-problem]"), 0);
        }
    }

    fn a_dialog_opened_while_a_file_is_read_hides_nothing_of_what_comes_of_it(page) {
        page.open("it");
        open_plan(page, "Primo");
        page.run_in_page(HOLD, &[]);
        begin_slowly(page, "slow.json", b"{\"name\": 1}");
        page.click("[data-objective='2'] [data-action='objective']");
        page.wait_visible("dialog[open] article");
        let_go(page);
        page.wait_js("the message is seen", MESSAGE_IS_SEEN);
        begin_slowly(page, "slow.json", &plan("Secondo"));
        page.click("[data-objective='1'] [data-action='objective']");
        page.wait_visible("dialog[open] article");
        let_go(page);
        page.wait_state("ready");
        assert_eq!((page.text("h1"), page.count("dialog[open]")), ("Secondo".into(), 0));
    }

    fn what_was_pasted_stays_until_it_is_read(page) {
        page.open("it");
        page.click("[data-action='paste']");
        page.wait_visible("dialog[open] textarea");
        page.fill("#paste-text", "niente di tutto questo");
        page.click("[data-action='paste-read']");
        page.wait_visible("[data-problem]");
        page.click("[data-action='paste']");
        page.wait_visible("dialog[open] textarea");
        let written = |page: &Page| page.js("return document.querySelector('#paste-text').value", vec![]);
        assert_eq!(written(page), "niente di tutto questo");
        page.fill("#paste-text", "Codice;Obiettivo;Esito\n01.01;Uno;Raggiunto\n01.02;Due;Non raggiunto");
        page.click("[data-action='paste-read']");
        page.wait_state("ready");
        page.settle();
        assert_eq!((page.rows(), written(page)), (vec![1, 2], Value::from("")));
    }

    fn of_several_files_one_is_opened_and_the_others_are_named_as_left_aside(page) {
        page.open("it");
        let one = page.lay("uno.json", &plan("Uno"));
        let two = page.lay("due.json", &plan("Due"));
        let three = page.lay("tre.json", &plan("Tre"));
        page.after_revision(|| page.drop_files(&[&one, &two, &three]));
        page.wait_state("ready");
        assert_eq!(page.text("h1"), "Uno");
        page.wait_visible(".notice [role=status]");
        let said = plain(&page.text(".notice [role=status]"));
        assert!(said.contains("uno.json") && said.contains("altri 2 file"), "{said}");
        page.screenshot("several-files");
        page.assert_accessible("several files");
        page.after_revision(|| page.click("[data-action='language']"));
        assert!(page.text(".notice").contains("other 2 files"), "{}", page.text(".notice"));
        page.after_revision(|| page.click("[data-action='notice-dismiss']"));
        page.wait_gone(".notice button");
        assert_eq!(plain(&page.text(".notice")), "");

        // Pasted, too; and what is opened next takes the notice away.
        page.run_in_page(
            "const data = new DataTransfer();
             for (const name of ['a', 'b']) data.items.add(new File([arguments[0]], name + '.json'));
             // Firefox gives an event of a script's own no files.
             const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
             Object.defineProperty(paste, 'clipboardData', { value: data });
             document.body.dispatchEvent(paste);",
            &[json!(String::from_utf8(plan("Incollato")).expect("UTF-8"))],
        );
        page.wait_js("it is open", "return document.querySelector('h1').innerText === 'Incollato'");
        assert!(page.text(".notice").contains("a.json") && page.text(".notice").contains("other file"), "{}", page.text(".notice"));
        open_plan(page, "Solo");
        assert_eq!(plain(&page.text(".notice")), "");
    }

    /// One document for each press, as it was left; and forth again to the newest.
    fn undo_goes_back_document_by_document_and_redo_forth(page) {
        page.open("it");
        for title in ["A", "B", "C"] {
            open_plan(page, title);
            if title == "B" {
                page.filter("mission:04");
                page.after_revision(|| page.click("[data-action='sort:degree']"));
            }
        }
        assert_eq!(page.count("[data-action='redo']"), 0);
        // A message about a bad file goes with the step back.
        page.drop_bytes("rotto.json", b"{\"name\": 1}");
        page.wait_state("error");
        page.after_revision(|| page.click("[data-action='undo']"));
        page.wait_state("ready");
        page.wait_gone("[data-problem]");
        assert_eq!(page.text("h1"), "B");
        assert!(page.is_pressed("mission:04"), "what was selected is selected again");
        assert_eq!(page.rows(), [2]);
        assert_eq!(page.attribute("[aria-sort]", "aria-sort").as_deref(), Some("ascending"));
        // What was looked at before is a step of its own.
        page.after_revision(|| page.click("[data-action='undo']"));
        assert_eq!((page.text("h1").as_str(), page.rows().len()), ("B", 2));
        page.after_revision(|| page.click("[data-action='undo']"));
        assert_eq!((page.text("h1").as_str(), page.rows().len()), ("A", 2));
        assert_eq!(page.count("[data-action='undo']"), 0, "there is nothing before the first");
        assert!(plain(&page.text("[data-action='redo']")).contains("«B»"));
        page.after_revision(|| page.click("[data-action='redo']"));
        page.after_revision(|| page.click("[data-action='redo']"));
        assert_eq!((page.text("h1").as_str(), page.rows()), ("B", vec![2]));
        page.screenshot("undo-and-redo");
        page.after_revision(|| page.click("[data-action='redo']"));
        assert_eq!(page.text("h1"), "C");
        assert_eq!(page.count("[data-action='redo']"), 0);
        // Opened after a step back, a document takes nothing away: what was ahead is now further back.
        page.after_revision(|| page.click("[data-action='undo']"));
        open_plan(page, "D");
        for title in ["B", "C", "B", "A"] {
            page.after_revision(|| page.click("[data-action='undo']"));
            assert_eq!(page.text("h1"), title);
        }
    }

    /// What is not a file is no plan, and the browser does not leave the page for it; a field still takes text.
    fn a_link_that_is_dropped_does_not_leave_the_page(page) {
        page.open("it");
        page.click("[data-action='paste']");
        page.wait_visible("dialog[open] textarea");
        let taken = page.run_in_page(
            "const data = new DataTransfer();
             data.setData('text/uri-list', 'https://example.org/');
             data.setData('text/plain', 'https://example.org/');
             const say = (css, kind) => !document.querySelector(css).dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
             return ['main', '#paste-text'].flatMap((css) => ['dragover', 'drop'].map((kind) => say(css, kind)));",
            &[],
        );
        assert_eq!(taken, json!([true, true, false, false]), "prevented on the page, not in the field");
        assert_eq!(page.js("return document.querySelector('.drop-veil').checkVisibility()", vec![]), Value::Bool(false));
    }

    fn esc_closes_the_download_menu(page) {
        page.open("it");
        open_plan(page, "Piano");
        page.click("[data-action='download']");
        page.wait_visible("[data-download='plan-json']");
        let note = plain(&page.text(".menu-body .fine"));
        for words in ["responsabili", "personale di supporto", "percentuali"] {
            assert!(note.contains(words), "{words} is not in: {note}");
        }
        page.screenshot("download-menu");
        page.press(Key::Tab);
        page.press(Key::Escape);
        page.wait_gone("[data-download='plan-json']");
        page.wait_js("the focus is back", "return document.activeElement.matches('[data-action=download]')");
    }
}
