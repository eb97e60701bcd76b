// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lays plans beside the page, in a folder that any static host can serve: the page, `plans/` with a file for each plan,
//! their index, and in index.html the list that the page shows at its start.
//!
//! ```text
//! dist/ ─┐
//! plan  ─┴→ site/index.html, site/plans/2021.json, site/plans/index.json
//! ```
//!
//! Everything is read and checked before anything is written. Plans that were published stay: links to them have been
//! sent. Never here: how a plan is read, and what goes out at a level (see `traguardi::share`).

mod page;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use traguardi::document::Document;
use traguardi::export::{plan_json, sha256};
use traguardi::import::{Severity, fits};
use traguardi::locale::{Language, errors};
use traguardi::share::level::Cover;
use traguardi::share::{self, Behind, Check, Content, Hosted, Level, Outgoing};

/// The folder of the plans, beside the page.
const FOLDER: &str = "plans";

/// The index of the plans, in their folder.
const INDEX: &str = "index.json";

/// What is to be published, and where.
#[derive(Debug, Clone)]
pub struct Order {
    /// The built page.
    pub page: PathBuf,
    /// Where the site is laid.
    pub site: PathBuf,
    /// How much of each plan goes out.
    pub level: Level,
    /// Whether a plan may take the place of another one of its name, which breaks links that carry a check.
    pub replaces: bool,
    /// The files of the plans.
    pub plans: Vec<PathBuf>,
}

/// A plan beside the page, as the index has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The name of its file.
    pub file: String,
    /// Its title, else the name of the file that it came from.
    pub title: String,
    /// Its year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Whose plan it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// How many objectives it has.
    pub objectives: usize,
    /// How much of it went out: `figures`, `no-names`, `full`.
    pub level: String,
    /// The SHA-256 of the file, in hexadecimal digits.
    pub sha256: String,
}

/// What came of it.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The plans that were published now.
    pub published: Vec<Published>,
    /// All plans that are beside the page.
    pub all: Vec<Entry>,
    /// Plans that the index had and whose files are gone.
    pub gone: Vec<String>,
    /// Plans that were taken away, since the same plan was published at another level.
    pub replaced: Vec<String>,
}

/// A plan that was published, with what is to be known of it.
#[derive(Debug, Clone)]
pub struct Published {
    /// The plan.
    pub entry: Entry,
    /// How many messages there are of reading it that somebody should look at.
    pub messages: usize,
    /// What whoever opens it does not get, or gets otherwise; `None` of a plan that no link could carry, for which it is not
    /// counted.
    pub behind: Option<Vec<Behind>>,
    /// What whoever publishes it should look at before the folder goes anywhere.
    pub checks: Vec<Check>,
}

/// Why nothing was published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// A file cannot be read or written.
    #[error("{}: {error}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// There is no plan in a file.
    #[error("{}: {words}", path.display())]
    NoPlan {
        /// Which.
        path: PathBuf,
        /// What is wrong with it, and what to do.
        words: String,
    },
    /// The name of a file gives no name for an address.
    #[error("{}: name it with letters or digits of a to z, for its address", .0.display())]
    NoName(PathBuf),
    /// Two files would have one name beside the page.
    #[error("{}: another of the plans would be plans/{file} too; rename one of them", path.display())]
    SameName {
        /// The second of them.
        path: PathBuf,
        /// The name.
        file: String,
    },
    /// Another plan of this name is published.
    #[error(
        "plans/{0} is published with other contents, and links to it that carry a check would stop opening. Give the new \
         plan another name, or publish it over the old one with REPLACE=yes"
    )]
    Published(String),
    /// A plan of this name is published at another level, which is another file.
    #[error(
        "plans/{there} is the same plan at the level “{level}”, and would stay online beside plans/{file}. Publish over it \
         with REPLACE=yes, which takes it away (links to it stop opening), or give the new plan another name"
    )]
    OtherLevel {
        /// The file that is published.
        there: String,
        /// Its level.
        level: String,
        /// The file that would join it.
        file: String,
    },
    /// The name of a file names somebody, and it would stand in an address and in a public list.
    #[error(
        "{}: its name says the name of a person (“{name}”), and would be the public address of the plan. Rename the file, or \
         publish with names (LEVEL=full)", path.display()
    )]
    Named {
        /// Which.
        path: PathBuf,
        /// What its name says.
        name: String,
    },
    /// The site would be laid in the page's own folder, or around it.
    #[error("{}: the site cannot lie in the folder of the built page, nor around it; name another with SITE=…", .0.display())]
    SamePlace(PathBuf),
    /// There is no page to lay plans beside.
    #[error("{}: this is not the built page (make build)", .0.display())]
    NoPage(PathBuf),
    /// The folder of the site holds something else.
    #[error("{}: this folder holds something else than a site of Traguardi; name another with SITE=…", .0.display())]
    NoSite(PathBuf),
    /// The index of the plans is not as it was written.
    #[error("{}: the index of the plans cannot be read: {error}. Mend it, or delete it and publish the plans again", path.display())]
    Index {
        /// Where it lies.
        path: PathBuf,
        /// What is wrong with it.
        error: serde_json::Error,
    },
    /// There is more in a plan than a link of figures can carry.
    #[error("{}: too much for the figures of a link", .0.display())]
    TooMuch(PathBuf),
}

/// Publishes plans.
///
/// # Errors
/// Where a plan cannot be read, or would take the place of another, or the folders are not what they should be; nothing is
/// written then. And where writing fails.
pub fn publish(order: &Order) -> Result<Report, PublishError> {
    let Order { page, site, .. } = order;
    let start = page::start(&read_text(&page.join(page::START))?)
        .ok_or_else(|| PublishError::NoPage(page.clone()))?;
    page::are_apart(page, site)?;
    page::is_site(site)?;
    let folder = site.join(FOLDER);
    let (mut all, gone) = index(&folder)?;
    let mut ready: Vec<(Published, String)> = Vec::new();
    for path in &order.plans {
        let (plan, text) = prepared(path, order.level)?;
        let entry = &plan.entry;
        if ready.iter().any(|(other, _)| stem(&other.entry.file) == stem(&entry.file)) {
            return Err(PublishError::SameName { path: path.clone(), file: entry.file.clone() });
        }
        let there = folder.join(&entry.file);
        if there.exists() && !order.replaces && sha256::of(&read(&there)?) != entry.sha256 {
            return Err(PublishError::Published(entry.file.clone()));
        }
        let other = all.iter().find(|other| is_other_level(other, entry)).filter(|_| !order.replaces);
        if let Some(Entry { file, level, .. }) = other.cloned() {
            return Err(PublishError::OtherLevel { there: file, level, file: entry.file.clone() });
        }
        ready.push((plan, text));
    }
    page::copy(page, site)?;
    create(&folder)?;
    let (mut published, mut replaced) = (Vec::new(), Vec::new());
    for (plan, text) in ready {
        let entry = &plan.entry;
        write(&folder.join(&entry.file), &text)?;
        for other in all.iter().filter(|other| is_other_level(other, entry)) {
            remove(&folder.join(&other.file))?;
            replaced.push(other.file.clone());
        }
        all.retain(|other| other.file != entry.file && !is_other_level(other, entry));
        all.push(entry.clone());
        published.push(plan);
    }
    // The latest year first, as they are looked for.
    all.sort_by(|a, b| (b.year, &a.title, &a.file).cmp(&(a.year, &b.title, &b.file)));
    let list = serde_json::to_string_pretty(&all);
    let list = list.map_err(|error| PublishError::Index { path: folder.join(INDEX), error })?;
    write(&folder.join(INDEX), &format!("{list}\n"))?;
    write(&site.join(page::START), &start.with(&all))?;
    Ok(Report { published, all, gone, replaced })
}

/// Whether a plan that is published is one of the same name at another level: a file with another ending.
fn is_other_level(there: &Entry, entry: &Entry) -> bool {
    there.file != entry.file && stem(&there.file) == stem(&entry.file)
}

/// The name of a file without its ending.
fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

impl Entry {
    /// What an address has after its `#` to open it; with its check, it opens this file and no later one of its name.
    pub fn address(&self, is_checked: bool) -> String {
        let sha256 = is_checked.then(|| self.sha256.clone());
        Hosted { path: format!("{}{}", share::FOLDER, self.file), sha256, followed: None }.address()
    }
}

/// A plan as it goes out, with its file.
fn prepared(path: &Path, level: Level) -> Result<(Published, String), PublishError> {
    let bytes = read(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let opened = fits(bytes.len() as u64).and_then(|()| Document::open(&bytes, &name));
    let document = opened.map_err(|error| {
        let words = errors::import_error(&error, Language::English);
        let words = format!("{}. {} {}", words.title, words.what, words.todo);
        PublishError::NoPlan { path: path.to_owned(), words }
    })?;
    let content = Content::new(&document, level);
    let (text, extension) = match content.plan() {
        Some(plan) => (plan_json::write(plan), "json"),
        // Of figures there is no file but the link, which opens as one.
        None => (share::make(&content).map_err(|_| PublishError::TooMuch(path.to_owned()))?, "txt"),
    };
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let stem = slug(&name).ok_or_else(|| PublishError::NoName(path.to_owned()))?;
    if content.level() != Level::Everything && says_a_name(&name, &stem, &document) {
        return Err(PublishError::Named { path: path.to_owned(), name: name.into_owned() });
    }
    let header = &document.import.plan.header;
    // What goes out says nothing that is not in it: figures have no title of their own.
    let sent = content.plan().map(|plan| &plan.header);
    let entry = Entry {
        file: format!("{stem}.{extension}"),
        title: sent.and_then(|header| header.title.clone()).unwrap_or_else(|| stem.clone()),
        year: header.year.map(|year| year.number()),
        body: sent.and_then(|header| header.body.clone()),
        objectives: document.whole.plan.all() as usize,
        level: content.level().code().to_owned(),
        sha256: sha256::of(text.as_bytes()),
    };
    let is_message = |severity: Severity| severity > Severity::Note;
    let messages = document.import.diagnostics.iter().filter(|d| is_message(d.kind.severity())).count();
    let outgoing = Outgoing::new(&document, level, "").ok();
    let (behind, checks) = outgoing.map(|outgoing| (outgoing.behind, outgoing.checks)).unzip();
    Ok((Published { entry, messages, behind, checks: checks.unwrap_or_default() }, text))
}

/// Whether the name of a file says that of a person of the plan, as it is written or as an address has it.
fn says_a_name(name: &str, stem: &str, document: &Document) -> bool {
    let cover = Cover::new(&document.import.plan);
    [name.replace('_', " "), stem.replace('-', " ")].iter().any(|name| cover.heading(name) != *name)
}

/// A name that stands in an address as it is: lower case, hyphens for all that is neither letter nor digit, and letters
/// without their accents. `None` where nothing is left.
fn slug(stem: &str) -> Option<String> {
    let mut slug = String::new();
    for c in traguardi::text::fold(stem).chars() {
        match c.is_ascii_alphanumeric() {
            true => slug.push(c),
            false if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            false => {}
        }
    }
    let slug = slug.trim_end_matches('-').to_owned();
    // The index has this name.
    (!slug.is_empty() && slug != "index").then_some(slug)
}

/// The plans that are published already, and those of the index that are there no more.
fn index(folder: &Path) -> Result<(Vec<Entry>, Vec<String>), PublishError> {
    let path = folder.join(INDEX);
    if !path.exists() {
        return Ok(Default::default());
    }
    let entries: Vec<Entry> =
        serde_json::from_str(&read_text(&path)?).map_err(|error| PublishError::Index { path, error })?;
    let (there, gone): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|entry| folder.join(&entry.file).is_file());
    Ok((there, gone.into_iter().map(|entry| entry.file).collect()))
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> PublishError {
    move |error| PublishError::File { path: path.to_owned(), error }
}

fn read(path: &Path) -> Result<Vec<u8>, PublishError> {
    fs::read(path).map_err(failed(path))
}

fn read_text(path: &Path) -> Result<String, PublishError> {
    fs::read_to_string(path).map_err(failed(path))
}

fn write(path: &Path, text: &str) -> Result<(), PublishError> {
    fs::write(path, text).map_err(failed(path))
}

fn remove(path: &Path) -> Result<(), PublishError> {
    fs::remove_file(path).map_err(failed(path))
}

fn create(path: &Path) -> Result<(), PublishError> {
    fs::create_dir_all(path).map_err(failed(path))
}
