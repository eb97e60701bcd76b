// SPDX-License-Identifier: AGPL-3.0-or-later
//! How the page looks, to eyes and to assistive technology: size, theme, print, screenshots, axe-core.

use crate::{Browser, Page};
use serde::Deserialize;
use serde_json::{Value, json};
use std::fmt;
use std::fs;
use std::path::PathBuf;

/// What the person prefers, as their system tells the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// One rule of accessibility that the page breaks, as axe-core found it.
#[derive(Clone, Debug, Deserialize)]
pub struct Violation {
    /// The rule.
    pub id: String,
    /// How bad: `minor`, `moderate`, `serious`, `critical`.
    #[serde(default)]
    pub impact: String,
    /// The rule in words.
    pub help: String,
    /// Where, and why there: the element's HTML, and axe-core's words.
    pub nodes: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.id, self.impact, self.help)?;
        for node in &self.nodes {
            write!(f, "\n    {node}")?;
        }
        Ok(())
    }
}

impl Page {
    /// Gives the page exactly this size in CSS pixels, also one below a window's least.
    #[track_caller]
    pub fn set_viewport(&self, width: u32, height: u32) {
        match self.browser() {
            Browser::Chromium => {
                self.cdp(
                    "Emulation.setDeviceMetricsOverride",
                    json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
                );
            }
            Browser::Firefox => {
                self.chrome(
                    "const style = gBrowser.selectedBrowser.style;
                     for (const [name, size] of [['width', arguments[0]], ['height', arguments[1]]])
                       for (const bound of ['', 'min-', 'max-']) style.setProperty(bound + name, size + 'px');",
                    vec![json!(width), json!(height)],
                );
            }
        }
        self.wait_js(
            &format!("{width} by {height} pixels"),
            &format!("return innerWidth === {width} && innerHeight === {height}"),
        );
    }

    /// Makes the system of the person prefer light or dark. The page's own choice, if made, is above it.
    #[track_caller]
    pub fn prefer(&self, scheme: Scheme) {
        let value = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        match self.browser() {
            Browser::Chromium => {
                self.cdp(
                    "Emulation.setEmulatedMedia",
                    json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] }),
                );
            }
            Browser::Firefox => {
                self.chrome(
                    "gBrowser.selectedBrowser.browsingContext.prefersColorSchemeOverride = arguments[0]",
                    vec![json!(value)],
                );
            }
        }
        self.wait_js(
            &format!("a system that prefers {value}"),
            &format!("return matchMedia('(prefers-color-scheme: {value})').matches"),
        );
    }

    /// Makes the system of the person force its own few colours on every page, as the high contrast of Windows does.
    #[track_caller]
    pub fn force_colors(&self) {
        match self.browser() {
            Browser::Chromium => {
                self.cdp(
                    "Emulation.setEmulatedMedia",
                    json!({ "features": [{ "name": "forced-colors", "value": "active" }] }),
                );
            }
            Browser::Firefox => {
                self.set_preference("browser.display.document_color_use", json!(2));
            }
        }
        self.wait_js(
            "a system that forces its colours",
            "return matchMedia('(forced-colors: active)').matches",
        );
    }

    /// Takes the network away, as where there is none: the browser knows, and answers every request with that.
    #[track_caller]
    pub fn go_offline(&self) {
        match self.browser() {
            Browser::Chromium => {
                self.cdp("Network.enable", json!({}));
                self.cdp(
                    "Network.emulateNetworkConditions",
                    json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 }),
                );
            }
            Browser::Firefox => {
                self.chrome("Services.io.offline = true", vec![]);
            }
        }
        self.wait_js("no network", "return !navigator.onLine");
    }

    /// A picture of what is in the window, in `target/screenshots/NAME-BROWSER.png`; returns where it is.
    #[track_caller]
    pub fn screenshot(&self, name: &str) -> PathBuf {
        let bytes = self.ask("screenshot", self.client().screenshot());
        self.keep(name, "png", &bytes)
    }

    /// A picture of the whole page, however long, in `target/screenshots/NAME-BROWSER.png`; returns where it is.
    #[track_caller]
    pub fn screenshot_whole(&self, name: &str) -> PathBuf {
        let height = self.js("return document.documentElement.scrollHeight", vec![]);
        let size = self.js("return [innerWidth, innerHeight]", vec![]);
        let pixels = |value: &Value| u32::try_from(value.as_u64().unwrap_or(900)).unwrap_or(900);
        // A window as high as the page: what is fixed to its edges is then drawn once, where a person would see it last.
        self.set_viewport(pixels(&size[0]), pixels(&height).max(pixels(&size[1])));
        let path = self.screenshot(name);
        self.set_viewport(pixels(&size[0]), pixels(&size[1]));
        path
    }

    /// The page as it is printed on A4, in `target/screenshots/NAME-BROWSER.pdf`; returns where it is.
    #[track_caller]
    pub fn print(&self, name: &str) -> PathBuf {
        use fantoccini::wd::{PrintConfigurationBuilder, PrintSize};
        let a4 = PrintSize { width: 21.0, height: 29.7 };
        let how = PrintConfigurationBuilder::default().size(a4).build();
        let how = how.unwrap_or_else(|error| panic!("A4 is refused: {error}"));
        let bytes = self.ask("print", self.client().print(how));
        self.keep(name, "pdf", &bytes)
    }

    /// Lays something to look at beside the screenshots; returns where it is.
    ///
    /// # Panics
    /// If the disk refuses.
    #[track_caller]
    pub fn keep(&self, name: &str, ending: &str, bytes: &[u8]) -> PathBuf {
        let folder = crate::root().join("target/screenshots");
        let path = folder.join(format!("{name}-{}.{ending}", self.browser()));
        fs::create_dir_all(&folder)
            .and_then(|()| fs::write(&path, bytes))
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        println!("picture: {}", path.display());
        path
    }

    /// What axe-core holds against the page as it is now: WCAG 2.1 A and AA, and good practice.
    #[track_caller]
    pub fn axe(&self) -> Vec<Violation> {
        // Half a megabyte: sent once for each page that is loaded.
        if self.js("return !window.axe", vec![]) == json!(true) {
            let path = crate::root().join("node_modules/axe-core/axe.min.js");
            let axe = fs::read_to_string(&path)
                .unwrap_or_else(|error| panic!("{}: {error} (`npm ci` brings it)", path.display()));
            self.js(&format!("{axe};"), vec![]);
        }
        let run = "
            const done = arguments[arguments.length - 1];
            window.axe.run(document, {
              runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] },
              resultTypes: ['violations'],
            }).then(
              (found) => done(found.violations.map(({ id, impact, help, nodes }) => ({
                id, impact: impact ?? '', help,
                nodes: nodes.map((node) => `${node.html}  ← ${node.failureSummary}`),
              }))),
              (error) => done(String(error)),
            );";
        let found = self.js_async(run, vec![]);
        serde_json::from_value(found.clone())
            .unwrap_or_else(|_| panic!("{}: axe-core did not run: {found}", self.browser()))
    }

    /// Panics if axe-core holds anything against the page. `screen` names what is on it, for the message.
    #[track_caller]
    pub fn assert_accessible(&self, screen: &str) {
        let violations = self.axe();
        let lines: Vec<String> = violations.iter().map(Violation::to_string).collect();
        assert!(
            violations.is_empty(),
            "{}: {screen} is not accessible to all:\n{}",
            self.browser(),
            lines.join("\n")
        );
    }
}
