// SPDX-License-Identifier: AGPL-3.0-or-later
//! Drives the built page (`dist/`) in Chromium and in Firefox, the way a person would.
//!
//! Nothing here knows how the page is made inside: it goes by what is on the screen and by the handles that the README
//! promises (`data-state`, `data-revision`, `data-filter`, …). A test waits for what it is waiting for, never for a
//! number of seconds.
//!
//! # A test
//!
//! ```ignore
//! use traguardi_browser_tests::*;
//!
//! in_both_browsers! {
//!     /// A mission that is clicked narrows everything else.
//!     fn a_click_on_a_mission_filters(page) {
//!         page.open("it");                                         // fresh browser, Italian, page started
//!         let Some(report) = shared("reference/relazione-2021.txt") else { return };
//!         page.after_revision(|| page.drop_file(&report));
//!         page.wait_state("ready");
//!         page.after_revision(|| page.click("[data-filter='mission:01']"));
//!         assert_eq!(page.download("figures-json").json()["objectives"], 10);
//!         page.assert_accessible("analysis, filtered");
//!         page.screenshot("analysis-filtered");                    // target/screenshots/analysis-filtered-chromium.png
//!     }
//! }
//! ```
//!
//! It becomes two tests, `a_click_on_a_mission_filters::chromium` and `…::firefox`, in the one program of
//! `tests/main.rs`: `cargo test -p traguardi-browser-tests chromium` runs half of them, `filters::` in its place those of
//! a file. Every method panics with the browser's name and what was seen instead; on a panic the page's picture and its
//! words are left in `target/screenshots/failed-…`.
//!
//! # What every test checks without being asked
//!
//! When a test ends, [`run`] looks at what the watch noted from the first byte of the page on: violations of the
//! Content-Security-Policy, errors on the console, and requests to anywhere but the page's own origin. Any of these
//! fails the test. One that provokes them on purpose takes them away with [`Page::take_noted`].
//!
//! The watch has three eyes. A script that the test server puts before everything else in the page hears the events
//! (`watch.js`). The browser's own list of fetched resources is read. And each browser is given the test server as its
//! proxy, so that every request to anywhere else, also one from a worker, ends there: noted, and refused.
//!
//! # Where things are
//!
//! - `browser`: finds, starts and ends the browsers and their drivers. `running`: one of them from test to test, which
//!   a Firefox is kept for; `guard`: nothing of it stays when the tests are over.
//! - `site`: serves `dist/` from a sub-path, breaks files on request, and is the proxy.
//! - `page`: opening, waiting, reading, clicking, typing. `files`: dropping, picking, pasting, downloading.
//! - `steps`: what a person does in one move, made of these: opening a report, reading the figures, filtering.
//! - `look`: size, theme, screenshots, accessibility. `watch`: what must not happen.
//!
//! The page must have been built (`make build`), and the tools be there (`make test` sets up everything).

mod browser;
mod files;
mod guard;
mod look;
mod page;
mod running;
mod site;
mod steps;
mod watch;

pub use browser::Browser;
pub use fantoccini::key::Key;
pub use files::Download;
pub use look::{Scheme, Violation};
pub use page::Page;
pub use site::{Harm, Site};
pub use steps::plain;
pub use watch::{Kind, Noted};

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

/// Turns each `fn promise(page) { … }` into one test for each browser. See the crate's documentation.
#[macro_export]
macro_rules! in_both_browsers {
    ($($(#[$meta:meta])* fn $name:ident($page:ident) $body:block)*) => {$(
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            fn promise($page: &$crate::Page) $body

            #[test]
            fn chromium() {
                $crate::run($crate::Browser::Chromium, stringify!($name), promise);
            }

            #[test]
            fn firefox() {
                $crate::run($crate::Browser::Firefox, stringify!($name), promise);
            }
        }
    )*};
}

/// Runs one promise in one browser that knows nothing of any other, and leaves nothing of it there.
///
/// # Panics
/// If the promise does, or if the watch noted anything that the promise did not take away.
pub fn run(browser: Browser, name: &str, promise: impl FnOnce(&Page)) {
    let page = Page::start(browser);
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        promise(&page);
        page.assert_nothing_noted();
    }));
    if let Err(panic) = outcome {
        page.leave_evidence(name, message(&*panic));
        drop(page);
        resume_unwind(panic);
    }
    page.end();
}

fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic without words")
}

/// The project's folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// A file of the project's own `tests/fixtures/`.
pub fn fixture(name: &str) -> PathBuf {
    root().join("tests/fixtures").join(name)
}

/// A file of the folder `shared/` that lies beside the project on its makers' machines, or `None` where it does not.
/// A test that needs one says that it is skipped.
///
/// # Panics
/// In CI, where the folder must be there.
#[track_caller]
pub fn shared(name: &str) -> Option<PathBuf> {
    let path = root().join("../shared").join(name);
    if path.exists() {
        return Some(path);
    }
    assert!(std::env::var_os("CI").is_none(), "{} is missing, and CI must have it", path.display());
    eprintln!("skipped: {} is not on this machine", path.display());
    None
}
