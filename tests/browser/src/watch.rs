// SPDX-License-Identifier: AGPL-3.0-or-later
//! What must not happen while a page is tested, and did: gathered from the script in the page, from the test server,
//! and from the browser's own log.

use crate::{Browser, Page};
use serde::Deserialize;
use serde_json::json;
use std::fmt;

/// Which of the things that must not happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The Content-Security-Policy forbade something that the page tried.
    Csp,
    /// An uncaught error, or something that did not load.
    Error,
    /// An error on the console.
    Console,
    /// A request to somewhere that is not the page's own origin.
    Request,
}

/// One thing that the watch noted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Noted {
    /// What kind of thing.
    pub kind: Kind,
    /// What exactly, in the browser's words.
    pub text: String,
}

impl fmt::Display for Noted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.kind, self.text)
    }
}

impl Page {
    /// Takes away all that the watch has noted so far, so that it is not held against the test.
    #[track_caller]
    pub fn take_noted(&self) -> Vec<Noted> {
        let mut noted = self.noted.take();
        let in_page = self.js("return globalThis.__watch ? __watch.take() : []", vec![]);
        // What the page says is ours, written by watch.js.
        noted.extend(serde_json::from_value::<Vec<Noted>>(in_page).unwrap_or_default());
        noted.extend(self.site().take_noted());
        if self.browser() == Browser::Chromium {
            let log = self.command("se/log", json!({ "type": "browser" }));
            noted.extend(
                log.as_array().into_iter().flatten().filter(|entry| entry["level"] == "SEVERE").map(
                    |entry| Noted {
                        kind: Kind::Console,
                        text: entry["message"].as_str().unwrap_or_default().to_owned(),
                    },
                ),
            );
        }
        noted
    }

    /// Keeps what the watch has noted for the end of the test: before the page is left or loaded again.
    #[track_caller]
    pub(crate) fn keep_noted(&self) {
        let noted = self.take_noted();
        self.noted.replace(noted);
    }

    /// Panics if the watch noted anything that was not taken away.
    #[track_caller]
    pub fn assert_nothing_noted(&self) {
        self.settle();
        let noted = self.take_noted();
        let lines: Vec<String> = noted.iter().map(Noted::to_string).collect();
        assert!(noted.is_empty(), "{}: what must not happen did:\n{}", self.browser(), lines.join("\n"));
    }
}
