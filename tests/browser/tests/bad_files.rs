// SPDX-License-Identifier: AGPL-3.0-or-later
//! A bad file gets an answer that teaches, and never takes down what is open; nothing that it says is ever more than
//! text.

use serde_json::{Value, json};
use traguardi::document::Document;
use traguardi::share::{self, Content, Level};
use traguardi_browser_tests::*;

/// The smallest picture: one pixel.
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xff\xff?\0\x05\xfe\x02\xfe\xdc\xccY\xe7\0\0\0\0IEND\xaeB`\x82";

/// As much noise as asked for, the same at every run: any bytes, or only letters and line breaks.
fn noise(bytes: usize, letters: bool) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    (0..bytes)
        .map(|_| match (next(), letters) {
            (byte, false) => byte,
            (0..4, true) => b'\n',
            (byte, true) => b'a' + byte % 26,
        })
        .collect()
}

/// A file in which there is no plan, and words that the answer must hold.
type Bad = (&'static str, Vec<u8>, &'static [&'static str]);

fn bad_files() -> Vec<Bad> {
    vec![
        ("vuoto.txt", vec![], &["Il file è vuoto"]),
        ("foto.png", PICTURE.to_vec(), &["Sembra un’immagine"]),
        (
            "troncato.json",
            "{\n \"objectives\": [\n  {\"objective\": \"Più verde\"".into(),
            &["troncato", "riga 3, colonna 28", "Più verde"],
        ),
        (
            "virgola.json",
            b"[{\"objective\": \"a\",\n}]".to_vec(),
            &["riga 2, colonna 1", "virgola", "\"obiettivi\": ["],
        ),
        (
            "altro.json",
            br#"{"name": "x", "rows": []}"#.to_vec(),
            &["È un JSON, ma non un piano", "name", "\"obiettivi\": ["],
        ),
        ("pagina.html", b"<!doctype html><script>window.ran = true</script>".to_vec(), &["È una pagina web"]),
        ("prosa.txt", "Caro sindaco,\nle scrivo.".into(), &["Non c’è una tabella di obiettivi", "Codice"]),
    ]
}

/// That a file was refused with these words, and that what was open is as it was.
#[track_caller]
fn assert_refused(page: &Page, name: &str, words: &[&str]) {
    page.wait_state("error");
    let said = plain(&page.text("[data-problem]"));
    for words in words.iter().chain(&[name]) {
        assert!(said.contains(words), "{}: «{words}» is not in the answer to {name}: {said}", page.browser());
    }
    page.wait_js("the message has the focus", "return document.activeElement.matches('[data-problem]')");
    assert_eq!(page.attribute("[data-problem]", "role").as_deref(), Some("alert"));
}

/// The diagnostics of what is open: code and words.
fn diagnostics(page: &Page) -> Vec<(String, String)> {
    let found = page.js(
        "return [...document.querySelectorAll('[data-diagnostic]')].map((e) => [e.dataset.diagnostic, e.textContent])",
        vec![],
    );
    serde_json::from_value(found).unwrap_or_default()
}

/// That one diagnostic of this code holds these words.
#[track_caller]
fn assert_said(page: &Page, code: &str, words: &[&str]) {
    let said = diagnostics(page);
    let found =
        said.iter().any(|(kind, text)| kind == code && words.iter().all(|words| text.contains(words)));
    assert!(found, "{}: no {code} with {words:?} among {said:#?}", page.browser());
}

in_both_browsers! {
    fn a_file_without_a_plan_is_answered_and_changes_nothing(page) {
        page.open("it");
        // With nothing open: the message, and the landing below it.
        page.drop_bytes("vuoto.txt", b"");
        assert_refused(page, "vuoto.txt", &["Il file è vuoto"]);
        assert!(page.count("[data-action='example']") == 1 && !page.text("[data-problem]").contains("rimasto aperto"));
        page.after_revision(|| page.click("[data-action='dismiss']"));
        page.wait_state("empty");

        if !page.open_report() {
            return;
        }
        page.filter("mission:01");
        let shown = page.headline();
        for (name, bytes, words) in bad_files() {
            page.drop_bytes(name, &bytes);
            assert_refused(page, name, words);
            assert!(page.text("[data-problem]").contains("Quello che era aperto è rimasto aperto"));
            assert_eq!(page.headline(), shown, "{name}");
            assert_eq!(page.rows().len(), 10, "{name}");
            if name == "altro.json" {
                page.screenshot("refused");
                page.after_revision(|| page.click("[data-action='dismiss']"));
                page.wait_state("ready");
                page.wait_gone("[data-problem]");
            }
        }
        // The answers speak the language that is chosen now.
        page.after_revision(|| page.click("[data-action='language']"));
        assert!(page.text("[data-problem]").contains("There is no table of objectives"));
        page.after_revision(|| page.click("[data-action='language']"));
        // And a good file is simply opened.
        page.drop_bytes("buono.json", br#"[{"objective": "Uno", "percent": 100}]"#);
        page.wait_state("ready");
        page.wait_gone("[data-problem]");
        assert_eq!(page.rows().len(), 1);
        // And what was open comes back as it was looked at.
        page.after_revision(|| page.click("[data-action='undo']"));
        assert_eq!((page.headline(), page.rows().len()), (shown, 10));
    }

    /// The example that an answer shows is no empty promise: pasted as it stands, it opens.
    fn the_example_in_an_answer_opens(page) {
        for language in ["it", "en"] {
            page.open(language);
            for (name, bytes) in [("altro.json", &b"{\"name\": 1}"[..]), ("prosa.txt", b"Caro sindaco,\nle scrivo.")] {
                page.drop_bytes(name, bytes);
                assert_refused(page, name, &[]);
                let example = page.js("return document.querySelector('[data-problem] pre').textContent", vec![]);
                page.drop_bytes("esempio.txt", example.as_str().unwrap_or_default().as_bytes());
                page.wait_state("ready");
                assert_eq!(page.rows(), [1], "{language}: {example}");
                assert!(page.figure("achieved").contains('1'), "{language}: {example}");
            }
        }
    }

    fn fifty_megabytes_of_noise_are_refused(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        let shown = page.headline();
        for (name, letters) in [("rumore.bin", false), ("rumore.txt", true)] {
            page.drop_bytes(name, &noise(50 << 20, letters));
            assert_refused(page, name, &[]);
            assert_eq!(page.headline(), shown);
        }
    }

    /// What can be read is read, and what cannot is said with its place and kept.
    fn what_is_odd_in_a_plan_is_reported_with_its_place(page) {
        page.open("it");
        page.drop_bytes(
            "strano.json",
            "[\n {\"code\": \"01.02\", \"objective\": \"a\", \"percent\": \"250%\", \"boh\": \"serbato\"},\n {\"code\": \"01.02\", \"objective\": \"a\", \"percent\": -5},\n {\"code\": \"01.03\", \"objective\": \"c\", \"percent\": \"circa 80\"},\n {\"code\": \"AG7\", \"objective\": \"d\", \"percent\": \"n.d.\"},\n {\"code\": \"AG7\", \"objective\": \" \", \"percent\": \"98,5 %\"}\n]".as_bytes(),
        );
        page.wait_state("ready");
        assert_eq!(page.rows().len(), 5);
        assert!(page.figure("mean").starts_with("98,5 %") && page.figure("mean").contains("(1 su 5)"), "{}", page.figure("mean"));
        assert_said(page, "value-not-read", &["«250%»", "riga 2, colonna "]);
        assert_said(page, "value-not-read", &["«-5»", "riga 3, colonna "]);
        assert_said(page, "value-not-read", &["«circa 80»", "riga 4, colonna ", "obiettivo 3"]);
        assert_said(page, "value-states-nothing", &["«n.d.»", "riga 5, colonna "]);
        assert_said(page, "duplicate-objective", &["obiettivo 1"]);
        assert_said(page, "duplicate-code", &["«AG7»", "2 obiettivi"]);
        assert_said(page, "objective-without-text", &["riga 6, colonna "]);
        assert_said(page, "unknown-key", &["«boh»"]);
        // The line that counts them is on the screen, and leads to them; they lead to the objectives.
        let counted = page.text("[data-action='diagnostics']");
        assert!(counted.contains("5 obiettivi letti") && counted.contains("da controllare"), "{counted}");
        page.click("[data-action='diagnostics']");
        page.wait_visible("[data-diagnostic='value-not-read']");
        page.click("[data-diagnostic='value-not-read'] button");
        page.wait_visible("dialog[open] article");
        let whole = plain(&page.text("dialog[open]"));
        assert!(whole.contains("250%") && whole.contains("serbato"), "kept as written: {whole}");
        page.press(Key::Escape);
        page.wait_gone("dialog");

        page.drop_bytes("tabella.txt", "Codice\tObiettivo\t% di raggiungimento\n01.01\tUno\t250%\n01.02\tDue\tcirca 80\n01.03\tTre\tn.d.\n01.04\tQuattro\t50\n".as_bytes());
        page.wait_state("ready");
        assert_eq!(page.rows().len(), 4);
        assert_said(page, "value-not-read", &["«250%»", "riga 2, colonna "]);
        assert_said(page, "value-not-read", &["«circa 80»", "riga 3, colonna "]);
        assert_said(page, "value-states-nothing", &["«n.d.»", "riga 4, colonna "]);
    }

    fn every_encoding_of_an_office_is_read(page) {
        page.open("it");
        let text = "Codice\tObiettivo\tResponsabile\n01.01\tAttività «più» utili\tNiccolò Cò\n";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let ansi: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect();
        for (name, bytes, assumed) in [
            ("utf8-bom.txt", [b"\xef\xbb\xbf", text.as_bytes()].concat(), false),
            ("utf16.txt", [b"\xff\xfe", &utf16[..]].concat(), false),
            ("windows-1252.txt", ansi, true),
        ] {
            page.drop_bytes(name, &bytes);
            page.wait_state("ready");
            assert_eq!(page.texts(".body .cell.objective .lines"), ["Attività «più» utili"], "{name}");
            assert_eq!(page.texts(".body .cell.responsible"), ["Niccolò Cò"], "{name}");
            assert_eq!(diagnostics(page).iter().any(|(code, _)| code == "encoding-assumed"), assumed, "{name}");
        }
    }

    /// No element, no address, no script is ever made of what a file says, whichever field says it.
    fn markup_is_only_text(page) {
        page.open("it");
        let evil = "<script>window.ran=1</script><img src=x onerror=window.ran=1><a href=\"javascript:window.ran=1\">javascript:window.ran=1</a>";
        let mut objective = serde_json::Map::new();
        for key in ["code", "mission", "programme", "objective", "purpose", "responsible", "support", "office", "indicators", "outcome", "deadline", "percent", "staff_percent", "weight", "years", evil] {
            objective.insert(key.to_owned(), json!(evil));
        }
        let plan = json!({ "title": evil, "body": evil, "kind": evil, "state": evil, "method": evil, evil: evil, "objectives": [objective, { "objective": "Due", "responsible": [evil, "Anna"] }] });
        let table = format!("Codice\tObiettivo\tResponsabile\tEsito\t{evil}\n{evil}\t{evil}\t{evil}\t{evil}\t{evil}\n01.01\tUno\tAnna\tRaggiunto\tx\n");
        let own = page.js("return document.querySelectorAll('script, img, iframe, object, embed, style').length", vec![]);
        // The same as a link, whose text is a file like any other.
        let read = Document::open(plan.to_string().as_bytes(), "cattivo.json").expect("a plan");
        let link = share::make(&Content::new(&read, Level::Everything)).expect("a link");
        let view = "view=1&search=%3Cimg%20src%3Dx%20onerror%3Dwindow.ran%3D1%3E&mission=%3Cscript%3E&lang=it";
        for (name, bytes) in [
            ("<img src=x onerror=alert(1)>.json", plan.to_string().into_bytes()),
            ("cattivo.txt", table.into_bytes()),
            ("", share::join(&link, view).into_bytes()),
        ] {
            if name.is_empty() {
                page.js("location.hash = arguments[0]", vec![json!(str::from_utf8(&bytes).expect("a link"))]);
                page.wait_js("the link is open", "return location.hash.startsWith('#1.p.') && document.querySelector('main').dataset.state === 'ready' && !!document.querySelector('[data-notice=\"address\"]')");
                page.settle();
                page.after_revision(|| page.click("[data-action='clear']"));
            } else {
                page.drop_bytes(name, &bytes);
            }
            page.wait_state("ready");
            page.js("document.querySelectorAll('main details').forEach((part) => part.open = true)", vec![]);
            page.filter(&format!("person:{evil}"));
            page.after_revision(|| page.click("[data-action='clear']"));
            page.click("[data-objective='1'] [data-action='objective']");
            page.wait_visible("dialog[open] article");
            page.settle();
            assert!(page.text("#objective-title").contains(evil), "shown as written");
            assert!(page.texts(".body .cell.responsible").iter().any(|cell| cell.contains(evil)));
            assert_eq!(page.js("return window.ran ?? null", vec![]), Value::Null);
            assert_eq!(page.js("return document.querySelectorAll('script, img, iframe, object, embed, style').length", vec![]), own);
            assert_eq!(page.js("return document.querySelectorAll('a:not(.skip), [onerror], [onclick]').length", vec![]), 0);
            page.press(Key::Escape);
            page.wait_gone("dialog");
        }
        // A file that is refused speaks through the message: its name, its keys.
        page.drop_bytes("<b>altro.json", json!({ evil: 1 }).to_string().as_bytes());
        assert_refused(page, "<b>altro.json", &[]);
        assert_eq!(page.js("return document.querySelectorAll('[data-problem] b, [data-problem] img, [data-problem] a').length", vec![]), 0);
    }

    /// Marks that turn the writing stay inside the field that holds them.
    fn marks_that_turn_the_writing_turn_only_their_own_field(page) {
        page.open("it");
        let turned = "Anna \u{202e}oiraM";
        let plan = json!({ "title": "Piano \u{202e}onaiP", "year": 2024, "objectives": [{ "code": "01.01", "objective": "Prima \u{202e}odnoces", "responsible": turned, "percent": "\u{202e}ottanta", "outcome": "Raggiunto al 50%\u{202e} abc" }] });
        page.drop_bytes("verso.json", plan.to_string().as_bytes());
        page.wait_state("ready");
        assert_said(page, "invisible-marks", &["caratteri invisibili"]);
        assert_said(page, "value-not-read", &["\u{202e}ottanta"]);
        page.click("[data-action='diagnostics']");
        page.wait_visible("[data-diagnostic='value-not-read']");
        assert_eq!(page.js("return document.querySelector('.body .cell.responsible').textContent", vec![]), turned, "kept as it is");
        // A sentence that quotes such a mark ends before what stands beside it.
        let beside = page.js("return [...document.querySelectorAll(\"[data-diagnostic='value-not-read'] > bdi\")].map((e) => e.querySelectorAll('.place, button').length)", vec![]);
        assert_eq!(beside, json!([0]), "the sentence turns what stands beside it");
        // Every text node with such a mark stands in an element that keeps it in.
        let loose = page.js(
            "const loose = [];
             const walk = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT);
             while (walk.nextNode()) {
               const node = walk.currentNode;
               if (!/[\\u202a-\\u202e\\u2066-\\u2069]/.test(node.data) || !node.parentElement.checkVisibility()) continue;
               let kept = false;
               for (let e = node.parentElement; e && !kept; e = e.parentElement) {
                 const { unicodeBidi, display } = getComputedStyle(e);
                 const alone = e.textContent.trim() === node.data.trim();
                 kept = unicodeBidi.startsWith('isolate') || (alone && !display.startsWith('inline'));
               }
               if (!kept) loose.push(node.parentElement.outerHTML.slice(0, 200));
             }
             return loose;",
            vec![],
        );
        assert_eq!(loose, json!([]), "text that may turn what stands beside it");
    }
}
