// SPDX-License-Identifier: AGPL-3.0-or-later
//! The reference document and what a person read in it, where they are.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

/// The report and its hand-checked reading. Where they are not, tests skip and say so, but not where CI runs them.
pub fn reference() -> Option<(String, Value)> {
    let expected = file("relazione-2021.expected.json")?;
    Some((file("relazione-2021.txt")?, serde_json::from_str(&expected).expect("JSON")))
}

fn file(name: &str) -> Option<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/reference").join(name);
    match fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) if std::env::var_os("CI").is_some() => panic!("{}: {error}", path.display()),
        Err(_) => {
            eprintln!("skipped: {} is not there", path.display());
            None
        }
    }
}
