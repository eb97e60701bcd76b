// SPDX-License-Identifier: AGPL-3.0-or-later
//! Serves `dist/`, or a site that a test lays, from a sub-path, as some office's web server would, with the watch's script put before everything
//! else in the page. Can break a file on request. Is also the browsers' proxy: whatever they want from anywhere else
//! ends here, noted and refused, so that no test ever reaches a network.

use crate::watch::{Kind, Noted};
use http::header::{CONTENT_TYPE, COOKIE};
use http::{HeaderValue, Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use std::collections::HashMap;
use std::convert::Infallible;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

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
    /// Comes only to who has this cookie.
    Unless(&'static str),
}

#[derive(Default)]
struct State {
    /// Endings of names, and what happens to files so named.
    harms: Vec<(String, Harm)>,
    /// Scripts of the tests, by name.
    scripts: HashMap<String, String>,
    noted: Vec<Noted>,
    /// What is served in the place of `dist/`.
    instead: Option<PathBuf>,
    /// All that was asked for, in its order.
    asked: Vec<String>,
}

/// The test server of one page.
pub struct Site {
    state: Arc<Mutex<State>>,
    address: SocketAddr,
    /// What serves, in a thread of its own, until the site is dropped.
    runtime: Option<Runtime>,
}

impl Site {
    /// Serves `dist/` on a free port.
    pub(crate) fn start() -> Self {
        let dist = crate::root().join("dist");
        assert!(dist.join("index.html").is_file(), "dist/index.html is missing: run `make build` first");
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap_or_else(|error| panic!("no runtime for the test server: {error}"));
        let listener = runtime
            .block_on(TcpListener::bind("127.0.0.1:0"))
            .unwrap_or_else(|error| panic!("no port for the test server: {error}"));
        let address =
            listener.local_addr().unwrap_or_else(|error| panic!("the test server has no address: {error}"));
        let state = Arc::new(Mutex::new(State::default()));
        runtime.spawn(serve(listener, address, dist, Arc::clone(&state)));
        Self { state, address, runtime: Some(runtime) }
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

    /// From now on serves this folder in the place of `dist/`.
    pub fn serve_instead(&self, folder: &Path) {
        lock(&self.state).instead = Some(folder.to_owned());
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
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Serves each connection for itself: one that is slow, or that a browser only keeps open, holds up no other.
async fn serve(listener: TcpListener, address: SocketAddr, dist: PathBuf, state: Arc<Mutex<State>>) {
    while let Ok((stream, _)) = listener.accept().await {
        let (dist, state) = (dist.clone(), Arc::clone(&state));
        let service = service_fn(move |request| {
            let (dist, state) = (dist.clone(), Arc::clone(&state));
            async move { Ok::<_, Infallible>(answer(request, address, &dist, &state).await) }
        });
        tokio::spawn(async move {
            // A browser that is gone already wants no answer.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

async fn answer(
    request: Request<Incoming>,
    address: SocketAddr,
    dist: &Path,
    state: &Mutex<State>,
) -> Answer {
    let url = request.uri().to_string();
    let ours = url.strip_prefix(&format!("http://{address}")).unwrap_or(&url);
    lock(state).asked.extend(ours.strip_prefix(FOLDER).map(str::to_owned));
    let path = ours.split(['?', '#']).next().unwrap_or_default();
    match path.strip_prefix(FOLDER) {
        Some("__noted") => {
            // Half a report is no report; the browser sends it whole or not at all.
            let body = request.into_body().collect().await.map(|body| body.to_bytes()).unwrap_or_default();
            let noted: Vec<Noted> = serde_json::from_slice(&body).unwrap_or_default();
            lock(state).noted.extend(noted);
            of_type("text/plain", Vec::new())
        }
        Some("__watch.js") => of_type("text/javascript", include_str!("watch.js")),
        Some("__unguarded.html") => of_type("text/html; charset=utf-8", UNGUARDED),
        Some(name) if name.starts_with("__script-") => match lock(state).scripts.get(name) {
            Some(script) => of_type("text/javascript", script.clone()),
            None => not_found(),
        },
        Some(name) => {
            let cookies = request.headers().get(COOKIE).and_then(|cookies| cookies.to_str().ok());
            file(name, cookies.unwrap_or_default(), dist, state).await
        }
        None if path.starts_with('/') => not_found(),
        None => refuse(&url, state),
    }
}

type Answer = Response<Full<Bytes>>;

async fn file(name: &str, cookies: &str, dist: &Path, state: &Mutex<State>) -> Answer {
    let instead = lock(state).instead.clone();
    let dist = instead.as_deref().unwrap_or(dist);
    let name = if name.is_empty() { "index.html" } else { name };
    let harm =
        lock(state).harms.iter().find(|(ending, _)| name.ends_with(ending.as_str())).map(|(_, harm)| *harm);
    let Some(mut bytes) = fs::read(dist.join(name)).ok().filter(|_| !name.contains("..")) else {
        return not_found();
    };
    match harm {
        Some(Harm::Missing) => return not_found(),
        Some(Harm::Unless(cookie)) if !cookies.contains(cookie) => return not_found(),
        Some(Harm::Half) => bytes.truncate(bytes.len() / 2),
        Some(Harm::Late(by)) => tokio::time::sleep(by).await,
        Some(Harm::Before(script)) => bytes = [script.as_bytes(), &bytes].concat(),
        Some(Harm::Unless(_)) | None => {}
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
        "png" => "image/png",
        "json" => "application/json",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    of_type(mime, bytes)
}

fn refuse(url: &str, state: &Mutex<State>) -> Answer {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = host.split([':', '/']).next().unwrap_or_default();
    let browsers_own = BROWSERS_OWN.iter().any(|own| host == *own || host.ends_with(&format!(".{own}")));
    if !browsers_own {
        lock(state).noted.push(Noted { kind: Kind::Request, text: format!("{url} (through the proxy)") });
    }
    with_status(StatusCode::FORBIDDEN, Vec::new())
}

fn not_found() -> Answer {
    with_status(StatusCode::NOT_FOUND, "Not found\n")
}

fn of_type(mime: &'static str, bytes: impl Into<Bytes>) -> Answer {
    let mut answer = with_status(StatusCode::OK, bytes);
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(mime));
    answer
}

fn with_status(status: StatusCode, bytes: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(Full::new(bytes.into()));
    *answer.status_mut() = status;
    answer
}
