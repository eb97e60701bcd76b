// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a person does in one move, made of the smaller ones: opening the report, reading a figure, filtering.
//!
//! Only by what is on the screen and by the handles that the README promises.

use crate::{Key, Page, shared};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// A text as it is compared: every space a plain one, none doubled, no line breaks.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Page {
    /// Drops the reference document on the page and waits until it is shown. `false` where it is not on this machine.
    #[track_caller]
    pub fn open_report(&self) -> bool {
        let Some(report) = shared("reference/relazione-2021.txt") else { return false };
        self.after_revision(|| self.drop_file(&report));
        self.wait_state("ready");
        true
    }

    /// Opens the page in Italian and in it the example, which is one click away.
    #[track_caller]
    pub fn open_example(&self) {
        self.open("it");
        self.after_revision(|| self.click("[data-action='example']"));
        self.wait_state("ready");
        self.wait_js("the table", "return !!document.querySelector('[data-objective]')");
    }

    /// The part of the address after `#`.
    #[track_caller]
    pub fn fragment(&self) -> String {
        self.address().split_once('#').map(|(_, fragment)| fragment.to_owned()).unwrap_or_default()
    }

    /// Waits until the address has this fragment: it is written once what it stands for is on the page.
    #[track_caller]
    pub fn wait_fragment(&self, fragment: &str) {
        let script = format!("return (location.href.split('#')[1] ?? '') === {}", json!(fragment));
        self.wait_js(&format!("#{fragment:.40}"), &script);
    }

    /// Follows an address of this fragment, as who types it into the address bar.
    #[track_caller]
    pub fn follow(&self, fragment: &str) {
        self.js("location.href = location.href.split('#')[0] + '#' + arguments[0]", vec![json!(fragment)]);
    }

    /// Lays a file of this name and content on the disk, for as long as the page is open; returns where it is.
    ///
    /// # Panics
    /// If the disk refuses.
    #[track_caller]
    pub fn lay(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folders.path().join(name);
        fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        path
    }

    /// Drops a file of this name and content, and waits until the page has answered.
    #[track_caller]
    pub fn drop_bytes(&self, name: &str, bytes: &[u8]) {
        let path = self.lay(name, bytes);
        self.after_revision(|| self.drop_file(&path));
    }

    /// The download `figures-json`, of what is selected now.
    #[track_caller]
    pub fn figures(&self) -> Value {
        self.download("figures-json").json()
    }

    /// A headline figure in words, as [`plain`] text.
    #[track_caller]
    pub fn figure(&self, name: &str) -> String {
        plain(&self.text(&format!("[data-figure='{name}']")))
    }

    /// All headline figures in words: what must stay the same while a bad file is refused.
    #[track_caller]
    pub fn headline(&self) -> String {
        plain(&self.texts("[data-figure]").join(" | "))
    }

    /// Clicks the first button or mark of a filter, and waits for what follows.
    #[track_caller]
    pub fn filter(&self, handle: &str) {
        self.after_revision(|| self.click(&handle_css(handle)));
    }

    /// Whether every button and mark of a filter says that it is in force; panics if they do not agree.
    #[track_caller]
    pub fn is_pressed(&self, handle: &str) -> bool {
        let said = self.js(
            "return [...document.querySelectorAll(arguments[0])].map((e) => e.getAttribute('aria-pressed'))",
            vec![handle_css(handle).into()],
        );
        let said: Vec<Value> = said.as_array().cloned().unwrap_or_default();
        assert!(!said.is_empty(), "{}: nothing on the page toggles {handle}", self.browser());
        assert!(
            said.iter().all(|value| value == &said[0]),
            "{}: {handle} is pressed here and not there: {said:?}",
            self.browser()
        );
        said[0] == "true"
    }

    /// Gets to the row of an objective as who has no mouse does: to the table, which is one stop of Tab, and down.
    #[track_caller]
    pub fn walk_to(&self, objective: u64, most: usize) {
        self.tab_to(".table *", most);
        for _ in 0..self.rows().len() {
            if self.has_focus(&format!("[data-objective='{objective}'] *")) {
                return;
            }
            self.press(Key::Down);
        }
        assert!(
            self.has_focus(&format!("[data-objective='{objective}'] *")),
            "{}: no way to {objective}",
            self.browser()
        );
    }

    /// The numbers of the objectives in the table, in its order: those of them that are on the page.
    #[track_caller]
    pub fn rows(&self) -> Vec<u64> {
        let found = self.js(
            "return [...document.querySelectorAll('[data-objective]')].map((row) => Number(row.dataset.objective))",
            vec![],
        );
        serde_json::from_value(found).unwrap_or_default()
    }

    /// What is kept in the browser for the page, besides cookies: the keys of local and session storage.
    #[track_caller]
    pub fn stored_keys(&self) -> Vec<String> {
        let found = self.js("return [...Object.keys(localStorage), ...Object.keys(sessionStorage)]", vec![]);
        serde_json::from_value(found).unwrap_or_default()
    }
}

/// The selector of a filter's handle, which may hold any name.
fn handle_css(handle: &str) -> String {
    format!("[data-filter={}]", Value::from(handle))
}
