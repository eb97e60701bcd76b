// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page that plans are laid beside: its files, and the list of plans in its index.html.
//!
//! Never here: a text of a plan taken for markup.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use traguardi::chart::svg::escaped;

use crate::{Entry, PublishError, create, failed};

/// The file that the page starts from.
pub const START: &str = "index.html";

/// What stands around the list of plans in it.
const BEFORE: &str = "<ul id=\"published\" hidden>";
const AFTER: &str = "</ul>";

/// What the names of the page's own programs are made of: this, perhaps which of them, and a number in hexadecimal digits
/// that changes with every version.
const PROGRAM: &str = "traguardi-";
const PARTS: [&str; 2] = ["desk-", "reader-"];
const ENDINGS: [&str; 3] = [".js", "_bg.wasm", ".wasm"];

/// How many digits that number has at least; a zero at its beginning is not written.
const FEWEST: usize = 12;

/// The index.html of the page, in two parts with the list between them.
pub struct Start {
    before: String,
    after: String,
}

/// Takes an index.html apart; `None` where it is not the page's.
pub fn start(text: &str) -> Option<Start> {
    let (before, rest) = text.split_once(BEFORE)?;
    let (_, after) = rest.split_once(AFTER)?;
    Some(Start { before: before.to_owned(), after: after.to_owned() })
}

impl Start {
    /// The index.html with these plans.
    pub fn with(&self, plans: &[Entry]) -> String {
        let item = |plan: &Entry| {
            let of = [plan.body.clone(), plan.year.map(|year| year.to_string())];
            // Titles often say both already.
            let more: Vec<_> =
                of.into_iter().flatten().filter(|more| !plan.title.contains(more.as_str())).collect();
            let name = [vec![plan.title.clone()], more].concat().join(" · ");
            format!("<li><a href=\"#{}\">{}</a></li>", escaped(&plan.address(false)), escaped(&name))
        };
        let list: String = plans.iter().map(item).collect();
        format!("{}{BEFORE}{list}{AFTER}{}", self.before, self.after)
    }
}

/// Whether a site may be laid in a folder: there is none, it is empty, or it is one.
pub fn is_site(site: &Path) -> Result<(), PublishError> {
    if !site.exists() {
        return Ok(());
    }
    let is_empty = fs::read_dir(site).map_err(failed(site))?.next().is_none();
    let is_page = || fs::read_to_string(site.join(START)).is_ok_and(|text| start(&text).is_some());
    if is_empty || is_page() { Ok(()) } else { Err(PublishError::NoSite(site.to_owned())) }
}

/// Whether site and page are apart: a page laid onto itself would be emptied, and one within the other never end.
pub fn are_apart(page: &Path, site: &Path) -> Result<(), PublishError> {
    let page = fs::canonicalize(page).map_err(failed(page))?;
    let there = real(site).map_err(failed(site))?;
    match there.starts_with(&page) || page.starts_with(&there) {
        true => Err(PublishError::SamePlace(site.to_owned())),
        false => Ok(()),
    }
}

/// Where a path leads, links followed; what of it is not there yet is as it is written.
fn real(path: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let absolute = std::path::absolute(path)?;
            match (absolute.parent(), absolute.file_name()) {
                (Some(parent), Some(name)) => Ok(real(parent)?.join(name)),
                // It goes up from what is not there.
                _ => Err(error),
            }
        }
        found => found,
    }
}

/// Whether a file is one of the page's own programs, of whatever version.
fn is_program(name: &str) -> bool {
    let Some(rest) = name.strip_prefix(PROGRAM) else { return false };
    let rest = PARTS.iter().find_map(|part| rest.strip_prefix(part)).unwrap_or(rest);
    let number = ENDINGS.iter().find_map(|ending| rest.strip_suffix(ending)).unwrap_or_default();
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    (FEWEST..=16).contains(&number.len()) && number.bytes().all(is_digit)
}

/// Copies the page into the site, and takes the programs of older versions away.
pub fn copy(page: &Path, site: &Path) -> Result<(), PublishError> {
    create(site)?;
    for entry in fs::read_dir(site).map_err(failed(site))? {
        let entry = entry.map_err(failed(site))?;
        let name = entry.file_name();
        if is_program(&name.to_string_lossy()) && !page.join(&name).exists() && entry.path().is_file() {
            fs::remove_file(entry.path()).map_err(failed(&entry.path()))?;
        }
    }
    copy_all(page, site)
}

fn copy_all(from: &Path, to: &Path) -> Result<(), PublishError> {
    create(to)?;
    for entry in fs::read_dir(from).map_err(failed(from))? {
        let entry = entry.map_err(failed(from))?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        match path.is_dir() {
            true => copy_all(&path, &target)?,
            false => drop(fs::copy(&path, &target).map_err(failed(&path))?),
        }
    }
    Ok(())
}
