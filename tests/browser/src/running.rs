// SPDX-License-Identifier: AGPL-3.0-or-later
//! A browser that runs, with the driver that leads it.
//!
//! Each test has a Chromium of its own, which is there in half a second. A Firefox takes many times that, so that one
//! whose test went well serves the next: see [`Running::rest`] for how nothing of one test is there for another. One
//! whose test failed, or that does not answer, is ended.

use crate::browser::{Browser, Driver};
use crate::guard::Guard;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::future::Future;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

/// How long one answer of a driver may take: above the page-load and script limits that the drivers are given.
const DRIVER_PATIENCE: Duration = Duration::from_secs(90);

/// The browsers that wait for their next test.
static RESTING: Mutex<Vec<Running>> = Mutex::new(Vec::new());

/// A browser, ready for one test.
pub(crate) struct Running {
    browser: Browser,
    pub(crate) client: Client,
    runtime: Runtime,
    /// What the test changed of Firefox's preferences.
    changed: RefCell<Vec<&'static str>>,
    // Ended in this order: the driver with its browser, what would end them if the tests were ended, their folder.
    driver: Driver,
    _guard: Option<Guard>,
    _profile: TempDir,
}

impl Running {
    /// One that knows nothing of any test before. It saves what it downloads in `downloads`, and whatever it wants from
    /// elsewhere than the page's origin ends at `proxy`.
    ///
    /// # Panics
    /// If none starts.
    pub(crate) fn ready(browser: Browser, downloads: &Path, proxy: SocketAddr) -> Self {
        while let Some(rested) = resting().pop_if(|rested| rested.browser == browser) {
            if rested.receive(downloads, proxy).is_ok() {
                return rested;
            }
        }
        let started = Self::start(browser, downloads, proxy);
        if browser.rests() {
            let renewed = started.renew();
            renewed.unwrap_or_else(|error| panic!("{browser} has no window for a test: {error}"));
        }
        started
    }

    fn start(browser: Browser, downloads: &Path, proxy: SocketAddr) -> Self {
        let profile =
            tempfile::tempdir().unwrap_or_else(|error| panic!("no temporary folder for a profile: {error}"));
        let driver = Driver::start(browser, profile.path());
        let guard = browser.rests().then(|| Guard::start(&driver, profile.path()));
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap_or_else(|error| panic!("no runtime: {error}"));
        let capabilities = browser.capabilities(profile.path(), downloads, proxy);
        let started = runtime.block_on(async {
            tokio::time::timeout(
                DRIVER_PATIENCE,
                ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(&driver.address),
            )
            .await
        });
        let client = match started {
            Ok(Ok(client)) => client,
            Ok(Err(error)) => panic!("{browser} does not start: {error}\n{}", driver.said()),
            Err(_) => panic!("{browser} did not start in time\n{}", driver.said()),
        };
        Self {
            browser,
            client,
            runtime,
            changed: RefCell::default(),
            driver,
            _guard: guard,
            _profile: profile,
        }
    }

    /// Lets it wait for the next test, if it is of the kind that does; it is ended if it does not get rid of what was.
    pub(crate) fn rest(self) {
        if self.browser.rests() && self.renew().is_ok() {
            resting().push(self);
        }
    }

    /// Begins anew in a container of its own (other cookies, storage, caches and processes), and gets rid of all that
    /// was: windows, containers with what was kept in them, preferences, permissions, the clipboard, what was downloaded,
    /// a network that was taken away.
    pub(crate) fn renew(&self) -> Result<(), String> {
        let changed = self.changed.take();
        self.chrome(include_str!("renew.js"), vec![json!(changed)])?;
        // The window in which all of it ran is not the one that is shown any more.
        let windows = self.ask(self.client.windows())?;
        let [window] = <[_; 1]>::try_from(windows).map_err(|windows| format!("windows left: {windows:?}"))?;
        self.ask(self.client.switch_to_window(window))
    }

    /// Takes up the next test.
    fn receive(&self, downloads: &Path, proxy: SocketAddr) -> Result<(), String> {
        let script = "Services.prefs.setStringPref('browser.download.dir', arguments[0]);
             for (const what of ['http', 'ssl']) Services.prefs.setIntPref(`network.proxy.${what}_port`, arguments[1]);";
        self.chrome(script, vec![json!(downloads), json!(proxy.port())]).map(drop)
    }

    /// Asks the driver, and waits for its answer.
    pub(crate) fn ask<T>(&self, question: impl Future<Output = Result<T, CmdError>>) -> Result<T, String> {
        let answer = self.runtime.block_on(async { tokio::time::timeout(DRIVER_PATIENCE, question).await });
        match answer {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(error)) => Err(error.to_string()),
            Err(_) => Err("the driver does not answer".to_owned()),
        }
    }

    /// A command of one driver only, by its path below the session's.
    pub(crate) fn command(&self, path: &'static str, body: Value) -> Result<Value, String> {
        self.ask(self.client.issue_cmd(Posted { path, body }))
    }

    /// A script in the privileged part of Firefox.
    pub(crate) fn chrome(&self, script: &str, arguments: Vec<Value>) -> Result<Value, String> {
        self.command("moz/context", json!({ "context": "chrome" }))?;
        let result = self.ask(self.client.execute(script, arguments));
        self.command("moz/context", json!({ "context": "content" }))?;
        result
    }

    /// Gives a preference of Firefox another value, until the test ends.
    pub(crate) fn set_preference(&self, name: &'static str, value: Value) -> Result<(), String> {
        self.changed.borrow_mut().push(name);
        let script = "const [name, value] = arguments;
             if (typeof value === 'string') Services.prefs.setStringPref(name, value);
             else Services.prefs.setIntPref(name, value);";
        self.chrome(script, vec![json!(name), value]).map(drop)
    }

    /// What the driver, and the browser through it, printed so far.
    pub(crate) fn said(&self) -> String {
        self.driver.said()
    }
}

fn resting() -> MutexGuard<'static, Vec<Running>> {
    RESTING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A POST to a path of the session that only some drivers know.
#[derive(Debug)]
struct Posted {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Posted {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
