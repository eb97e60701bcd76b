// SPDX-License-Identifier: AGPL-3.0-or-later
//! Finds, starts and ends the browsers and their drivers. Every start is with a fresh profile, and nothing that was
//! started outlives its [`Driver`], which `guard` sees to where the tests end before it.

use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Map, Value, json};
use std::collections::HashSet;
use std::fmt;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A browser that the page must work in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
}

impl fmt::Display for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        })
    }
}

impl Browser {
    fn program(self) -> PathBuf {
        match self {
            Self::Chromium => program("TRAGUARDI_CHROMIUM", &["chromium"]),
            Self::Firefox => program("TRAGUARDI_FIREFOX", &["firefox-esr", "firefox"]),
        }
    }

    /// Whether one that served a test is kept for the next.
    pub(crate) fn rests(self) -> bool {
        self == Self::Firefox
    }

    /// What the driver is asked for: headless, a profile in `profile`, downloads in `downloads`, everything outside the
    /// page's origin through `proxy`.
    pub(crate) fn capabilities(
        self,
        profile: &Path,
        downloads: &Path,
        proxy: SocketAddr,
    ) -> Map<String, Value> {
        let own = match self {
            Self::Chromium => json!({
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": {
                    "binary": self.program(),
                    "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--disable-dev-shm-usage", "--window-size=1280,900", "--force-color-profile=srgb",
                        // Pages of its own for its address bar, which take longer to start than all else of it.
                        "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
                        format!("--user-data-dir={}", profile.display()),
                        format!("--proxy-server=http://{proxy}"),
                    ],
                    "prefs": {
                        "download.default_directory": downloads,
                        "download.prompt_for_download": false,
                    },
                },
            }),
            Self::Firefox => json!({
                "moz:firefoxOptions": {
                    "binary": self.program(),
                    "args": ["-headless", "--width=1280", "--height=900"],
                    "prefs": {
                        "browser.download.folderList": 2,
                        "browser.download.dir": downloads,
                        "browser.download.useDownloadDir": true,
                        "browser.download.always_ask_before_handling_new_types": false,
                        "browser.download.alwaysOpenPanel": false,
                        "pdfjs.disabled": true,
                        "network.proxy.type": 1,
                        "network.proxy.http": proxy.ip().to_string(),
                        "network.proxy.http_port": proxy.port(),
                        "network.proxy.ssl": proxy.ip().to_string(),
                        "network.proxy.ssl_port": proxy.port(),
                    },
                },
            }),
        };
        let mut all = json!({
            "pageLoadStrategy": "normal",
            "timeouts": { "script": 60_000, "pageLoad": 60_000, "implicit": 0 },
        });
        if let (Value::Object(all), Value::Object(own)) = (&mut all, own) {
            all.extend(own);
        }
        match all {
            Value::Object(all) => all,
            _ => Map::new(),
        }
    }
}

/// A driver that is running, and whatever it started.
pub(crate) struct Driver {
    child: Child,
    said: Arc<Mutex<String>>,
    /// Where it listens.
    pub(crate) address: String,
}

impl Driver {
    /// Starts the browser's driver on a port that it chooses itself, so that two never want the same. One that says nothing
    /// is started once more: a chromedriver was seen to hang before it listened.
    pub(crate) fn start(browser: Browser, profiles: &Path) -> Self {
        let started = Self::try_start(browser, profiles).or_else(|_| Self::try_start(browser, profiles));
        started.unwrap_or_else(|said| panic!("{browser}: the driver did not say where it listens:\n{said}"))
    }

    /// The same once; what the driver said, where it was not where it listens.
    fn try_start(browser: Browser, profiles: &Path) -> Result<Self, String> {
        let mut command = match browser {
            Browser::Chromium => Command::new(program("TRAGUARDI_CHROMEDRIVER", &["chromedriver"])),
            Browser::Firefox => Command::new(program("TRAGUARDI_GECKODRIVER", &["geckodriver"])),
        };
        match browser {
            // What it lays among the temporary files goes with the profile: it is not asked to clear away, but killed.
            Browser::Chromium => command.arg("--port=0").env("TMPDIR", profiles),
            Browser::Firefox => {
                command.args(["--port=0", "--allow-system-access", "--profile-root"]).arg(profiles)
            }
        };
        if browser.rests() {
            // By which the guard ends all of it.
            command.process_group(0);
        }
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{browser}: {command:?} does not start: {error}"));

        let said = Arc::new(Mutex::new(String::new()));
        let (sender, receiver) = mpsc::channel();
        let pipes: [Option<Box<dyn Read + Send>>; 2] = [
            child.stdout.take().map(|pipe| Box::new(pipe) as _),
            child.stderr.take().map(|pipe| Box::new(pipe) as _),
        ];
        for pipe in pipes.into_iter().flatten() {
            let (said, sender) = (Arc::clone(&said), sender.clone());
            // Read to the end: a driver whose pipe is full stands still.
            thread::spawn(move || {
                for line in BufReader::new(pipe).lines().map_while(Result::ok) {
                    if let Some(port) = port_in(&line) {
                        // Nobody listens any more once the port is known; that is fine.
                        let _ = sender.send(port);
                    }
                    if let Ok(mut said) = said.lock() {
                        said.push_str(&line);
                        said.push('\n');
                    }
                }
            });
        }
        let mut driver = Self { child, said, address: String::new() };
        match receiver.recv_timeout(Duration::from_secs(30)) {
            Ok(port) => driver.address = format!("http://127.0.0.1:{port}"),
            Err(_) => return Err(driver.said()),
        }
        Ok(driver)
    }

    /// The process group that it leads, if it was started in one of its own.
    pub(crate) fn group(&self) -> u32 {
        self.child.id()
    }

    /// What the driver, and the browser through it, printed so far.
    pub(crate) fn said(&self) -> String {
        self.said.lock().map(|said| said.clone()).unwrap_or_default()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The browser first, if closing the session did not end it: an orphan would keep its profile and its memory.
        for pid in descendants(self.child.id()) {
            if let Some(pid) = i32::try_from(pid).ok().and_then(Pid::from_raw) {
                let _ = kill_process(pid, Signal::KILL);
            }
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The port in «… was started successfully on port 41043.» or «Listening on 127.0.0.1:41043».
fn port_in(line: &str) -> Option<u16> {
    let rest = line
        .split_once("started successfully on port ")
        .or_else(|| line.split_once("Listening on 127.0.0.1:"))?
        .1;
    rest.trim().trim_end_matches('.').parse().ok()
}

/// All processes below `root`, from /proc.
fn descendants(root: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let pid = entry.file_name().to_str()?.parse().ok()?;
            let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
            // The name in brackets may contain anything; the state and the parent follow the last bracket.
            let parent = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?;
            Some((pid, parent))
        })
        .collect();
    let mut below = HashSet::from([root]);
    let mut found = Vec::new();
    loop {
        let next: Vec<u32> = parents
            .iter()
            .filter(|(pid, parent)| below.contains(parent) && !below.contains(pid))
            .map(|(pid, _)| *pid)
            .collect();
        if next.is_empty() {
            return found;
        }
        below.extend(&next);
        found.extend(next);
    }
}

/// The program that an environment variable names, or the first of `names` on the path.
fn program(variable: &str, names: &[&str]) -> PathBuf {
    if let Some(named) = std::env::var_os(variable) {
        return named.into();
    }
    // The project's own tools come before the system's, also for a `cargo test` that `make` did not start.
    let path = std::env::var_os("PATH").unwrap_or_default();
    [crate::root().join(".tools/bin")]
        .into_iter()
        .chain(std::env::split_paths(&path))
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|path| path.is_file())
        .unwrap_or_else(|| {
            panic!("none of {names:?} is on this machine: `make test` sets up what the tests need ({variable} names another)")
        })
}
