// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page opens from any folder, asks nobody else for anything, and says so in plain words when it cannot open.

use std::time::Duration;
use traguardi_browser_tests::*;

/// What a file named so is, in `dist/`: the one WebAssembly file, the glue beside it.
const WASM: &str = "_bg.wasm";

/// A request that nobody should ever make.
const FETCH: &str = "await fetch('https://example.org/').catch(() => {})";

fn only(noted: &[Noted], kind: Kind) -> Vec<&Noted> {
    noted.iter().filter(|noted| noted.kind == kind).collect()
}

in_both_browsers! {
    /// From a folder that is not a site's root, with nothing forbidden tried and nothing foreign fetched: [`run`] sees
    /// to the latter.
    fn the_page_opens_from_any_folder(page) {
        page.open("it");
        assert!(page.address().contains("/un/altro/posto/"));
        assert!(page.text(".brand").contains("Traguardi"));
        assert_eq!(page.attribute("main", "data-state").as_deref(), Some("empty"));
        assert!(!page.js("return document.querySelector('#broke').checkVisibility()", vec![]).as_bool().unwrap_or(true));
        page.reload();
        page.screenshot("start");
    }

    /// The fonts come with the page, and the page really uses them.
    fn the_fonts_are_the_pages_own(page) {
        page.open("it");
        let loaded = page.js_async(
            "const done = arguments[arguments.length - 1];
             Promise.all(['400', '600', '700'].map((weight) => document.fonts.load(`${weight} 16px 'Titillium Web'`, 'aà'))
               .concat(document.fonts.load(\"400 16px 'Roboto Mono'\")))
               .then((faces) => done(faces.map((face) => face.length)), (error) => done(String(error)));",
            vec![],
        );
        assert_eq!(loaded.to_string(), "[1,1,1,1]");
    }

    /// The policy stops what the page might try, and the watch hears of it: without this, silence would prove nothing.
    fn the_policy_and_the_watch_catch_a_foreign_request(page) {
        page.open("it");
        page.run_in_page(FETCH, &[]);
        let noted = page.take_noted();
        let forbidden = only(&noted, Kind::Csp);
        assert!(
            forbidden.iter().any(|noted| noted.text.contains("connect-src") && noted.text.contains("https://example.org")),
            "{}: the watch noted only {noted:?}", page.browser()
        );
        assert!(
            !noted.iter().any(|noted| noted.text.contains("through the proxy")),
            "{}: the policy let it out: {noted:?}", page.browser()
        );
    }

    /// Nor does an inline script, style or handler run.
    fn the_policy_forbids_anything_inline(page) {
        page.open("it");
        page.js(
            "const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.head.append(script);
             document.body.insertAdjacentHTML('beforeend', '<i id=styled style=\"color: red\" onclick=\"window.ran = true\"></i>');
             document.getElementById('styled').click();",
            vec![],
        );
        assert_eq!(page.js("return window.ran ?? null", vec![]), serde_json::Value::Null);
        let noted = page.take_noted();
        for directive in ["script-src-elem", "script-src-attr", "style-src-attr"] {
            assert!(
                only(&noted, Kind::Csp).iter().any(|noted| noted.text.starts_with(directive)),
                "{}: {directive} is not among {noted:?}", page.browser()
            );
        }
    }

    /// Without the policy the same request goes out, and the watch sees it twice: in the browser's list and at the proxy.
    fn the_watch_sees_a_request_that_nothing_stops(page) {
        page.goto(&page.site().unguarded_url());
        page.run_in_page(FETCH, &[]);
        let noted = page.take_noted();
        assert!(only(&noted, Kind::Csp).is_empty());
        let seen = only(&noted, Kind::Request);
        assert!(
            seen.iter().any(|noted| noted.text.contains("example.org:443 (through the proxy)")),
            "{}: the proxy noted nothing: {noted:?}", page.browser()
        );
        assert!(
            seen.iter().any(|noted| noted.text == "https://example.org/"),
            "{}: the list of fetched resources has nothing: {noted:?}", page.browser()
        );
    }

    /// While the page is on its way, it says so.
    fn a_slow_page_says_that_it_is_loading(page) {
        page.site().harm(WASM, Harm::Late(Duration::from_secs(3)));
        page.visit("it");
        page.wait_visible("#boot[data-state=busy] progress");
        assert!(page.text("#boot").contains("si sta caricando"));
        page.assert_accessible("loading");
        page.wait_gone("#boot");
    }

    /// A file that is not there, or only in part, gives a message that a person understands, and a way on.
    fn a_page_that_cannot_load_says_so_in_both_languages(page) {
        for (language, words, button) in [("it", "non è riuscita ad aprirsi", "Ricarica"), ("en", "could not open", "Reload")] {
            for (ending, harm) in [(WASM, Harm::Missing), (WASM, Harm::Half), (".js", Harm::Missing)] {
                if ending == ".js" {
                    // The glue, but not boot.js, which is the one that must say so.
                    page.site().harm("boot.js", Harm::Late(Duration::ZERO));
                }
                page.site().harm(ending, harm);
                page.visit(language);
                page.wait_visible("main[data-state=error]");
                let said = page.text("#boot");
                assert!(said.contains(words) && said.contains(button), "{}: {harm:?} of {ending}: {said}", page.browser());
                assert_eq!(page.attribute("html", "lang").as_deref(), Some(language));
                page.assert_accessible("a page that cannot load");
                let noted = page.take_noted();
                assert!(only(&noted, Kind::Csp).is_empty() && only(&noted, Kind::Request).is_empty(), "{noted:?}");
                page.site().heal();
            }
        }
        page.screenshot("cannot-load");
        // And once the files arrive again, the button that it offers is the way on.
        page.click("#boot-reload");
        page.wait_gone("#boot");
        page.take_noted();
        assert_eq!(page.attribute("main", "data-state").as_deref(), Some("empty"));
    }

    /// A browser that cannot compile the page is told so; a file that came broken to one that can is no old browser.
    fn an_old_browser_is_called_old_and_a_broken_file_is_not(page) {
        page.site().harm(WASM, Harm::Half);
        page.visit("it");
        page.wait_visible("main[data-state=error]");
        assert!(page.text("#boot").contains("non ha ricevuto tutti i file"), "{}", page.text("#boot"));
        // As in a browser that does not know what the page is made of.
        page.site().harm("boot.js", Harm::Before("WebAssembly.validate = () => false;"));
        page.visit("it");
        page.wait_visible("main[data-state=error]");
        assert!(page.text("#boot").contains("Questo browser non sa aprirla"), "{}", page.text("#boot"));
        page.take_noted();
    }

    /// A trap in WebAssembly is final: the panel outside the mount point says so, and its button starts the page anew.
    fn a_page_that_breaks_shows_the_way_on(page) {
        page.open("it");
        page.run_in_page(
            "// The smallest module whose only function is `unreachable`.
             const trap = new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,116,0,0,10,5,1,3,0,0,11]);
             setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(trap)).exports.t());",
            &[],
        );
        page.wait_visible("#broke");
        page.wait_js("the focus is on it", "return document.activeElement?.id === 'broke'");
        let said = page.text("#broke");
        assert!(said.contains("Nulla ha lasciato questo computer") && said.contains("Nothing left this computer"), "{said}");
        page.assert_accessible("broken");
        page.screenshot("broken");
        // The trap itself is an error that nobody caught: that is the point.
        page.take_noted();
        page.js("window.before = true", vec![]);
        page.click("#broke [data-action=reload]");
        page.wait_js("the page is a new one", "return !window.before && !document.querySelector('#boot')");
        page.wait_gone("#broke");
    }

    /// The theme that was chosen once is there before anything is painted; otherwise the system's is.
    fn the_theme_is_set_from_the_start(page) {
        for scheme in [Scheme::Dark, Scheme::Light] {
            page.prefer(scheme);
            page.open("it");
            assert_eq!(page.attribute("html", "data-theme"), None);
        }
        page.js("localStorage.setItem('traguardi:theme', 'dark')", vec![]);
        page.reload();
        assert_eq!(page.attribute("html", "data-theme").as_deref(), Some("dark"));
        assert_eq!(page.js("return getComputedStyle(document.documentElement).colorScheme", vec![]), "dark");
    }

    /// A phone's width is met, also where windows cannot be so narrow.
    fn the_page_fits_a_phone(page) {
        page.set_viewport(320, 640);
        page.open("it");
        assert_eq!(page.js("return document.documentElement.scrollWidth <= 320", vec![]), true);
        page.screenshot_whole("start-phone");
    }
}
