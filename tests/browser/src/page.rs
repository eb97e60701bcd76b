// SPDX-License-Identifier: AGPL-3.0-or-later
//! One page in one browser: opening, waiting, reading, clicking, typing. All methods wait as long as a person would
//! and then panic, with the browser's name and with what was there instead.

use crate::running::Running;
use crate::watch::Noted;
use crate::{Browser, Site};
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::future::Future;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long anything may take before the test gives it up: generous, for two busy cores.
const PATIENCE: Duration = Duration::from_secs(30);

/// The page, open in a browser that knows nothing of any test before.
pub struct Page {
    browser: Browser,
    site: Site,
    pub(crate) noted: RefCell<Vec<Noted>>,
    // Ended in this order when the page is dropped: the browser, then what was downloaded.
    pub(crate) running: Running,
    pub(crate) folders: TempDir,
}

impl Page {
    /// Starts a browser, with nothing open yet.
    ///
    /// # Panics
    /// If it does not start.
    pub fn start(browser: Browser) -> Self {
        let site = Site::start();
        let folders =
            tempfile::tempdir().unwrap_or_else(|error| panic!("no temporary folder for files: {error}"));
        let downloads = folders.path().join("downloads");
        std::fs::create_dir(&downloads).unwrap_or_else(|error| panic!("{}: {error}", downloads.display()));
        let running = Running::ready(browser, &downloads, site.address());
        Self { browser, site, noted: RefCell::default(), running, folders }
    }

    /// Has the browser get rid of all that was, as before the next test; only the site stays. In Firefox alone: there is
    /// no next test in a Chromium.
    #[track_caller]
    pub fn begin_anew(&self) {
        self.keep_noted();
        self.told("a new beginning", self.running.renew());
    }

    /// Ends a test that went well.
    pub fn end(self) {
        self.running.rest();
    }

    /// Which browser this is.
    pub fn browser(&self) -> Browser {
        self.browser
    }

    /// The server that the page comes from.
    pub fn site(&self) -> &Site {
        &self.site
    }

    // ── Opening ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// Opens the page with the browser set to a language (`"it"`, `"en"`), and waits until it has started.
    #[track_caller]
    pub fn open(&self, language: &str) {
        self.visit(language);
        self.wait_started();
    }

    /// Opens the page with something after its `#`, as a link would.
    #[track_caller]
    pub fn open_link(&self, language: &str, fragment: &str) {
        self.set_language(language);
        // Another address first: a change of the fragment alone would not load the page.
        self.goto("about:blank");
        self.goto(&format!("{}#{fragment}", self.site.url()));
        self.wait_started();
    }

    /// Opens the page, and does not mind whether it starts.
    #[track_caller]
    pub fn visit(&self, language: &str) {
        self.set_language(language);
        self.goto(&self.site.url());
    }

    /// Goes to any address.
    #[track_caller]
    pub fn goto(&self, url: &str) {
        self.keep_noted();
        self.ask(&format!("goto {url}"), self.client().goto(url));
    }

    /// Loads the page again, and waits until it has started.
    #[track_caller]
    pub fn reload(&self) {
        self.keep_noted();
        self.ask("reload", self.client().refresh());
        self.wait_started();
    }

    /// The browser's Back.
    #[track_caller]
    pub fn back(&self) {
        self.keep_noted();
        self.ask("back", self.client().back());
    }

    /// The browser's Forward.
    #[track_caller]
    pub fn forward(&self) {
        self.keep_noted();
        self.ask("forward", self.client().forward());
    }

    /// The address, with its fragment.
    #[track_caller]
    pub fn address(&self) -> String {
        self.ask("address", self.client().current_url()).to_string()
    }

    fn wait_started(&self) {
        self.wait_js(
            "the page has started",
            "return document.readyState === 'complete' && !document.querySelector('#boot') && document.querySelector('#app').childElementCount > 0",
        );
    }

    fn set_language(&self, language: &str) {
        let list = match language {
            "it" => "it-IT,it",
            "en" => "en-GB,en",
            other => other,
        };
        match self.browser {
            Browser::Chromium => {
                let agent = self.js("return navigator.userAgent", vec![]);
                self.cdp(
                    "Emulation.setUserAgentOverride",
                    json!({ "userAgent": agent, "acceptLanguage": list }),
                );
            }
            Browser::Firefox => {
                self.set_preference("intl.accept_languages", json!(list));
            }
        }
    }

    // ── Waiting ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// Waits until `main` says that its state is this: `empty`, `busy`, `ready`, `error`.
    #[track_caller]
    pub fn wait_state(&self, state: &str) {
        self.wait_js(
            &format!("data-state={state}"),
            &format!("return document.querySelector('main')?.dataset.state === '{state}'"),
        );
    }

    /// How often the page has finished an update.
    #[track_caller]
    pub fn revision(&self) -> u64 {
        self.js("return Number(document.documentElement.dataset.revision ?? 0)", vec![])
            .as_u64()
            .unwrap_or_default()
    }

    /// Does something, and waits until the page has finished the update that follows from it.
    #[track_caller]
    pub fn after_revision<T>(&self, act: impl FnOnce() -> T) -> T {
        let before = self.revision();
        let result = act();
        self.wait_js(
            &format!("data-revision above {before}"),
            &format!("return Number(document.documentElement.dataset.revision ?? 0) > {before} && document.querySelector('main')?.dataset.state !== 'busy'"),
        );
        result
    }

    /// Waits until something that matches is visible.
    #[track_caller]
    pub fn wait_visible(&self, css: &str) {
        self.wait_js(
            &format!("{css} visible"),
            &format!(
                "return [...document.querySelectorAll({})].some((e) => e.checkVisibility())",
                json!(css)
            ),
        );
    }

    /// Waits until nothing that matches is visible any more.
    #[track_caller]
    pub fn wait_gone(&self, css: &str) {
        self.wait_js(
            &format!("{css} gone"),
            &format!(
                "return ![...document.querySelectorAll({})].some((e) => e.checkVisibility())",
                json!(css)
            ),
        );
    }

    /// Waits until a piece of JavaScript returns something true, and returns it.
    #[track_caller]
    pub fn wait_js(&self, what: &str, script: &str) -> Value {
        let until = Instant::now() + PATIENCE;
        loop {
            let value = self.js(script, vec![]);
            let truthy = !matches!(value, Value::Null | Value::Bool(false));
            if truthy && value != json!("") && value != json!(0) {
                return value;
            }
            assert!(
                Instant::now() < until,
                "{}: waited in vain for: {what}. {}",
                self.browser,
                self.where_it_is()
            );
            self.pause(Duration::from_millis(20));
        }
    }

    // ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// How many elements match.
    #[track_caller]
    pub fn count(&self, css: &str) -> usize {
        self.texts(css).len()
    }

    /// The words that can be seen in each element that matches.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        let found = self.js(
            // What is off the screen may not be laid out, and is then no inner text to Firefox.
            "return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText || (e.innerText === undefined || e.checkVisibility() ? e.textContent : ''))",
            vec![json!(css)],
        );
        serde_json::from_value(found).unwrap_or_default()
    }

    /// The words that can be seen in the first element that matches.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        self.texts(css)
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("{}: nothing matches {css}. {}", self.browser, self.where_it_is()))
    }

    /// An attribute of the first element that matches.
    #[track_caller]
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        let element = self.find(css);
        self.ask(&format!("{name} of {css}"), element.attr(name))
    }

    /// The result of a script in the page, which ends with `return …`.
    #[track_caller]
    pub fn js(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.ask(&format!("script {script}"), self.client().execute(script, arguments))
    }

    /// The same for a script that ends by calling its last argument.
    #[track_caller]
    pub fn js_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.ask("script", self.client().execute_async(script, arguments))
    }

    /// The result of a script that runs as the page's own code does: from its origin, under its policy, with its rights.
    /// What a driver runs is something else, in Firefox above all. It may `await`, and ends with `return …`.
    #[track_caller]
    pub fn run_in_page(&self, script: &str, arguments: &[Value]) -> Value {
        let name = self.site.add_script(format!(
            "globalThis.__said = (async function () {{\n{script}\n}})(...{})",
            json!(arguments)
        ));
        self.js_async(
            "const done = arguments[arguments.length - 1];
             const script = document.createElement('script');
             script.src = arguments[0];
             script.onload = async () => { script.remove(); done(await window.__said.catch((error) => `✘ ${error}`)); };
             script.onerror = () => done('✘ the script did not load');
             document.head.append(script);",
            vec![json!(name)],
        )
    }

    // ── Doing ────────────────────────────────────────────────────────────────────────────────────────────────────

    /// Clicks, with the mouse, the first element that matches: it must be there, visible, and not under another.
    #[track_caller]
    pub fn click(&self, css: &str) {
        let element = self.find(css);
        // As who looks for it would: scrolled so far that it is free of what stays in place at the window's edge.
        self.js(
            "const e = document.querySelector(arguments[0]);
             const box = e.getBoundingClientRect();
             const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
             if (!e.contains(there)) e.scrollIntoView({ block: 'center' });",
            vec![json!(css)],
        );
        self.ask(&format!("click on {css}"), element.click());
    }

    /// Drags, with the mouse, the first element that matches to the right by so many pixels.
    #[track_caller]
    pub fn drag(&self, css: &str, by: f64) {
        let element = self.find(css);
        let duration = Some(Duration::from_millis(50));
        let actions = MouseActions::new("mouse".into())
            .then(PointerAction::MoveToElement { element, duration, x: 0.0, y: 0.0 })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::MoveBy { duration, x: by / 2.0, y: 0.0 })
            .then(PointerAction::MoveBy { duration, x: by - by / 2.0, y: 0.0 })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.ask(&format!("drag {css}"), self.client().perform_actions(actions));
    }

    /// Puts a finger on the middle of the first element that matches, or so many pixels beside it, draws it across the
    /// screen by so many pixels (to the right, downwards), and lifts it.
    #[track_caller]
    pub fn draw_finger(&self, css: &str, beside: f64, by: (f64, f64)) {
        let element = self.find(css);
        let duration = Some(Duration::from_millis(60));
        let mut actions = TouchActions::new("finger".into())
            .then(PointerAction::MoveToElement { element, duration, x: beside, y: 0.0 })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        for _ in 0..4 {
            actions = actions.then(PointerAction::MoveBy { duration, x: by.0 / 4.0, y: by.1 / 4.0 });
        }
        let actions = actions.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.ask(&format!("draw a finger from {css}"), self.client().perform_actions(actions));
    }

    /// Empties the field that matches, and types into it.
    #[track_caller]
    pub fn fill(&self, css: &str, text: &str) {
        let element = self.find(css);
        self.ask(&format!("clear {css}"), element.clear());
        self.ask(&format!("type into {css}"), element.send_keys(text));
    }

    /// Types wherever the focus is.
    #[track_caller]
    pub fn keys(&self, text: &str) {
        let actions = text.chars().fold(KeyActions::new("keyboard".into()), |actions, key| {
            actions.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key })
        });
        self.ask("keys", self.client().perform_actions(actions));
    }

    /// Presses one key wherever the focus is.
    #[track_caller]
    pub fn press(&self, key: Key) {
        self.keys(&char::from(key).to_string());
    }

    /// Presses a key while another (Shift, Control, …) is held.
    #[track_caller]
    pub fn press_with(&self, held: Key, key: char) {
        let held = char::from(held);
        let actions = KeyActions::new("keyboard".into())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        self.ask("keys", self.client().perform_actions(actions));
    }

    /// Whether what has the focus matches.
    #[track_caller]
    pub fn has_focus(&self, css: &str) -> bool {
        self.js("return document.activeElement?.matches(arguments[0]) ?? false", vec![json!(css)])
            == json!(true)
    }

    /// Gets to an element as who has no mouse does: with Tab, at most `most` times.
    #[track_caller]
    pub fn tab_to(&self, css: &str, most: usize) {
        for _ in 0..most {
            if self.has_focus(css) {
                return;
            }
            self.press(Key::Tab);
        }
        assert!(self.has_focus(css), "{}: {most} Tabs do not lead to {css}", self.browser);
    }

    // ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────

    /// The first element that matches, as soon as there is one.
    #[track_caller]
    pub(crate) fn find(&self, css: &str) -> Element {
        self.wait_js(css, &format!("return !!document.querySelector({})", json!(css)));
        self.ask(css, self.client().find(Locator::Css(css)))
    }

    /// Asks the driver, waits for its answer, and panics in the test's own line when it is not one.
    #[track_caller]
    pub(crate) fn ask<T>(&self, what: &str, question: impl Future<Output = Result<T, CmdError>>) -> T {
        self.told(what, self.running.ask(question))
    }

    /// A command of one driver only, by its path below the session's.
    #[track_caller]
    pub(crate) fn command(&self, path: &'static str, body: Value) -> Value {
        self.told(path, self.running.command(path, body))
    }

    /// Chromium's own protocol.
    #[track_caller]
    pub(crate) fn cdp(&self, method: &str, parameters: Value) -> Value {
        self.command("goog/cdp/execute", json!({ "cmd": method, "params": parameters }))
    }

    /// A script in the privileged part of Firefox.
    #[track_caller]
    pub(crate) fn chrome(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.told(&format!("script {script}"), self.running.chrome(script, arguments))
    }

    /// Gives a preference of Firefox another value, until the test ends.
    #[track_caller]
    pub(crate) fn set_preference(&self, name: &'static str, value: Value) {
        self.told(name, self.running.set_preference(name, value));
    }

    #[track_caller]
    fn told<T>(&self, what: &str, answer: Result<T, String>) -> T {
        answer.unwrap_or_else(|error| panic!("{}: {what}: {error}", self.browser))
    }

    pub(crate) fn client(&self) -> &Client {
        &self.running.client
    }

    /// Scrolls the page so that an element stands at its `start`, `center` or `end`. Firefox does not scroll to what was
    /// put on the page since its last frame, where `content-visibility` may still pass it over.
    #[track_caller]
    pub fn scroll_to(&self, selector: &str, block: &str) {
        self.settle();
        self.js(
            "document.querySelector(arguments[0]).scrollIntoView({ block: arguments[1] })",
            vec![json!(selector), json!(block)],
        );
    }

    /// Lets the events that are on their way arrive: two frames and whatever waits behind them.
    #[track_caller]
    pub fn settle(&self) {
        self.js_async(
            "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))",
            vec![],
        );
    }

    pub(crate) fn pause(&self, time: Duration) {
        std::thread::sleep(time);
    }

    pub(crate) fn downloads(&self) -> std::path::PathBuf {
        self.folders.path().join("downloads")
    }

    fn where_it_is(&self) -> String {
        let seen = self.js(
            "return `State ${document.querySelector('main')?.dataset.state}, revision ${document.documentElement.dataset.revision}; the page says: ${document.body?.innerText.slice(0, 600)}`",
            vec![],
        );
        seen.as_str().unwrap_or_default().to_owned()
    }

    /// What helps to understand a failure: a picture, the page's words, what the watch noted, what the driver said.
    pub(crate) fn leave_evidence(&self, name: &str, panic: &str) {
        let looked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let picture = self.screenshot(&format!("failed-{name}"));
            let noted: Vec<String> = self.take_noted().iter().map(Noted::to_string).collect();
            eprintln!(
                "── {name} failed in {}: {panic}\n   picture: {}\n   {}\n   noted: {}",
                self.browser,
                picture.display(),
                self.where_it_is(),
                if noted.is_empty() { "nothing".to_owned() } else { noted.join("\n") }
            );
        }));
        if looked.is_err() {
            eprintln!(
                "── {name} failed in {}, which does not answer any more. Its driver said:\n{}",
                self.browser,
                self.running.said()
            );
        }
    }
}
