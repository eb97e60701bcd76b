// SPDX-License-Identifier: AGPL-3.0-or-later
//! Serves `dist/` from a sub-path, as some office's web server would, with the watch's script put before everything
//! else in the page. Can break a file on request. Is also the browsers' proxy: whatever they want from anywhere else
//! ends here, noted and refused, so that no test ever reaches a network.

use crate::watch::{Kind, Noted};
use std::collections::HashMap;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;
use tiny_http::{Header, Request, Response, Server};

/// Not the root, on purpose: the page must work from any folder.
const FOLDER: &str = "/un/altro/posto/";

/// Hosts that browsers call for themselves, for updates and the like, however often one asks them not to. They are
/// refused like all others, and not held against the page, whose own words never name them.
const BROWSERS_OWN: [&str; 7] = [
    // The search engine that Debian gives its Chromium.
    "duckduckgo.com",
    "google.com",
    "googleapis.com",
    "gvt1.com",
    "mozilla.com",
    "mozilla.net",
    "firefox.com",
];

/// A page that no policy guards.
const UNGUARDED: &str = "<!doctype html><html lang=it><head><title>-</title><link rel=icon href=data:,><script src=__watch.js></script></head><body></body></html>";

/// What can go wrong with a file on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Harm {
    /// Not found.
    Missing,
    /// Only its first half arrives, and claims to be all.
    Half,
    /// Comes after so much time.
    Late(Duration),
    /// Comes with this script before it.
    Before(&'static str),
}

#[derive(Default)]
struct State {
    /// Endings of names, and what happens to files so named.
    harms: Vec<(String, Harm)>,
    /// Scripts of the tests, by name.
    scripts: HashMap<String, String>,
    noted: Vec<Noted>,
    /// All that was asked for, in its order.
    asked: Vec<String>,
}

/// The test server of one page.
pub struct Site {
    server: Arc<Server>,
    state: Arc<Mutex<State>>,
    address: SocketAddr,
}

impl Site {
    /// Serves `dist/` on a free port.
    pub(crate) fn start() -> Self {
        let dist = crate::root().join("dist");
        assert!(dist.join("index.html").is_file(), "dist/index.html is missing: run `make build` first");
        let server = Server::http("127.0.0.1:0")
            .unwrap_or_else(|error| panic!("no port for the test server: {error}"));
        let address =
            server.server_addr().to_ip().unwrap_or_else(|| panic!("the test server has no address"));
        let server = Arc::new(server);
        let state = Arc::new(Mutex::new(State::default()));
        let (listening, shared) = (Arc::clone(&server), Arc::clone(&state));
        thread::spawn(move || {
            for request in listening.incoming_requests() {
                let (dist, state) = (dist.clone(), Arc::clone(&shared));
                // A thread each: a file that comes late must not hold up the others.
                thread::spawn(move || answer(request, address, dist, &state));
            }
        });
        Self { server, state, address }
    }

    /// The page's address, ending in a slash.
    pub fn url(&self) -> String {
        format!("http://{}{FOLDER}", self.address)
    }

    /// A page without a Content-Security-Policy, to prove that the watch sees what nothing stops.
    pub fn unguarded_url(&self) -> String {
        self.url() + "__unguarded.html"
    }

    /// From now on files whose name ends so come to harm.
    pub fn harm(&self, ending: &str, harm: Harm) {
        lock(&self.state).harms.push((ending.to_owned(), harm));
    }

    /// From now on all files arrive again.
    pub fn heal(&self) {
        lock(&self.state).harms.clear();
    }

    /// All that was asked for in the page's folder so far, with queries, but for what the tests themselves serve: also what
    /// a worker asks for, of which the page's own list says nothing.
    pub fn asked(&self) -> Vec<String> {
        lock(&self.state).asked.iter().filter(|name| !name.starts_with("__")).cloned().collect()
    }

    /// Serves a script beside the page, and returns its name.
    pub(crate) fn add_script(&self, script: String) -> String {
        let mut state = lock(&self.state);
        let name = format!("__script-{}.js", state.scripts.len());
        state.scripts.insert(name.clone(), script);
        name
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    pub(crate) fn take_noted(&self) -> Vec<Noted> {
        std::mem::take(&mut lock(&self.state).noted)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.unblock();
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(mut request: Request, address: SocketAddr, dist: PathBuf, state: &Mutex<State>) {
    let url = request.url().to_owned();
    let ours = url.strip_prefix(&format!("http://{address}")).unwrap_or(&url);
    lock(state).asked.extend(ours.strip_prefix(FOLDER).map(str::to_owned));
    let path = ours.split(['?', '#']).next().unwrap_or_default();
    let response = match path.strip_prefix(FOLDER) {
        Some("__noted") => {
            let mut body = String::new();
            // Half a report is no report; the browser sends it whole or not at all.
            let _ = request.as_reader().read_to_string(&mut body);
            let noted: Vec<Noted> = serde_json::from_str(&body).unwrap_or_default();
            lock(state).noted.extend(noted);
            of_type("text/plain", Vec::new())
        }
        Some("__watch.js") => of_type("text/javascript", include_str!("watch.js")),
        Some("__unguarded.html") => of_type("text/html; charset=utf-8", UNGUARDED),
        Some(name) if name.starts_with("__script-") => match lock(state).scripts.get(name) {
            Some(script) => of_type("text/javascript", script.as_str()),
            None => not_found(),
        },
        Some(name) => file(name, &dist, state),
        None if path.starts_with('/') => not_found(),
        None => refuse(&url, state),
    };
    // A browser that is gone already wants no answer.
    let _ = request.respond(response);
}

type Bytes = Response<std::io::Cursor<Vec<u8>>>;

fn file(name: &str, dist: &Path, state: &Mutex<State>) -> Bytes {
    let name = if name.is_empty() { "index.html" } else { name };
    let harm =
        lock(state).harms.iter().find(|(ending, _)| name.ends_with(ending.as_str())).map(|(_, harm)| *harm);
    let Some(mut bytes) = fs::read(dist.join(name)).ok().filter(|_| !name.contains("..")) else {
        return not_found();
    };
    match harm {
        Some(Harm::Missing) => return not_found(),
        Some(Harm::Half) => bytes.truncate(bytes.len() / 2),
        Some(Harm::Late(by)) => thread::sleep(by),
        Some(Harm::Before(script)) => bytes = [script.as_bytes(), &bytes].concat(),
        None => {}
    }
    let mime = match name.rsplit('.').next().unwrap_or_default() {
        "html" => {
            let page = String::from_utf8_lossy(&bytes);
            let watched = page.replacen("<head>", "<head><script src=\"__watch.js\"></script>", 1);
            assert!(watched.len() > page.len(), "{name} has no <head> to watch from");
            bytes = watched.into_bytes();
            "text/html; charset=utf-8"
        }
        "js" | "mjs" => "text/javascript",
        "css" => "text/css",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    of_type(mime, bytes)
}

fn refuse(url: &str, state: &Mutex<State>) -> Bytes {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = host.split([':', '/']).next().unwrap_or_default();
    let browsers_own = BROWSERS_OWN.iter().any(|own| host == *own || host.ends_with(&format!(".{own}")));
    if !browsers_own {
        lock(state).noted.push(Noted { kind: Kind::Request, text: format!("{url} (through the proxy)") });
    }
    Response::from_data(Vec::new()).with_status_code(403)
}

fn not_found() -> Bytes {
    Response::from_data("Not found\n").with_status_code(404)
}

fn of_type(mime: &str, bytes: impl Into<Vec<u8>>) -> Bytes {
    let response = Response::from_data(bytes).with_status_code(200);
    match Header::from_bytes("Content-Type", mime) {
        Ok(header) => response.with_header(header),
        Err(()) => response,
    }
}
