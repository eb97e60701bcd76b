// SPDX-License-Identifier: AGPL-3.0-or-later
//! The harness does what it says: real files go in, real downloads come out, keys reach what has the focus. On a small
//! page of its own, because a harness that is wrong would make every other test lie.

use serde_json::json;
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

in_both_browsers! {
    fn files_go_in_and_come_out(page) {
        page.open("it");
        page.run_in_page(PAGE, &[]);
        let file = tempfile::Builder::new().suffix(".txt").tempfile().expect("a temporary file");
        std::fs::write(file.path(), "qualità").expect("written");
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
        let paper = std::fs::read(page.print("harness")).expect("just written");
        assert!(paper.starts_with(b"%PDF"));
    }
}
