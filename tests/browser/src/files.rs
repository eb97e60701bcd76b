// SPDX-License-Identifier: AGPL-3.0-or-later
//! Files into the page and out of it: dropped, picked, pasted, downloaded. The page gets real `File`s from the disk,
//! and what it offers for download is read from the disk as well.

use crate::{Key, Page};
use serde_json::{Value, json};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What the browser saved.
#[derive(Clone, Debug)]
pub struct Download {
    /// The name that the page gave it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Download {
    /// As JSON.
    ///
    /// # Panics
    /// If it is none.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|error| panic!("{} is not JSON: {error}", self.name))
    }

    /// As text.
    ///
    /// # Panics
    /// If it is not UTF-8.
    #[track_caller]
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap_or_else(|error| panic!("{} is not text: {error}", self.name))
    }
}

impl Page {
    /// Drops a file from the disk on the page's body, as a hand with a mouse would: dragenter, dragover, drop.
    ///
    /// # Panics
    /// If the page does not take it, which would make the browser leave the page and show the file.
    #[track_caller]
    pub fn drop_file(&self, path: &Path) {
        self.drop_files(&[path]);
    }

    /// The same with several files at once.
    #[track_caller]
    pub fn drop_files(&self, paths: &[&Path]) {
        // A field of the test's own, after all of the page's: the driver can give real files only to a field.
        self.js(
            "const hand = document.createElement('input'); hand.type = 'file'; hand.multiple = true; hand.id = '__hand'; document.body.append(hand)",
            vec![],
        );
        let hand = self.find("#__hand");
        let names: Vec<String> = paths.iter().map(|path| absolute(path)).collect();
        self.ask("give a file to the hand", hand.send_keys(&names.join("\n")));
        let taken = self.run_in_page(
            "const hand = document.getElementById('__hand');
             const files = [...hand.files];
             hand.remove();
             const data = new DataTransfer();
             for (const file of files) data.items.add(file);
             const say = (kind) => !document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
             say('dragenter');
             return files.length > 0 && say('dragover') && say('drop');",
            &[],
        );
        assert_eq!(taken, json!(true), "{}: the page does not take what is dropped", self.browser());
    }

    /// Picks a file with the page's own first file field.
    #[track_caller]
    pub fn pick_file(&self, path: &Path) {
        let field = self.find("input[type=file]");
        self.ask("pick a file", field.send_keys(&absolute(path)));
    }

    /// Puts text on the clipboard, puts the focus on what matches, and pastes with the keyboard.
    #[track_caller]
    pub fn paste(&self, css: &str, text: &str) {
        // The focus may still be on its way, and would leave the field.
        self.settle();
        // Copied from a field of the test's own, so that the page gets the browser's own paste event. It stands in the
        // dialog that is open, if one is: outside it nothing can have the focus.
        self.js(
            "const field = Object.assign(document.createElement('textarea'), { id: '__source', value: arguments[0] });
             (document.querySelector('dialog[open]') ?? document.body).append(field);
             field.select();",
            vec![json!(text)],
        );
        self.press_with(Key::Control, 'c');
        self.find(css);
        self.js(
            "document.getElementById('__source').remove(); document.querySelector(arguments[0]).focus()",
            vec![json!(css)],
        );
        self.press_with(Key::Control, 'v');
    }

    /// Clicks the control that downloads this (`data-download="…"`), and returns what the browser saved. The menu that
    /// holds it is opened before, and closed after.
    #[track_caller]
    pub fn download(&self, name: &str) -> Download {
        let control = format!("[data-download='{name}']");
        let menu = format!("details:has({control}) > summary");
        let in_menu = self.count(&menu) > 0;
        if in_menu {
            self.click(&menu);
        }
        let saved = self.saved_by(&control, name);
        if in_menu {
            self.click(&menu);
        }
        saved
    }

    #[track_caller]
    fn saved_by(&self, control: &str, name: &str) -> Download {
        let folder = self.downloads();
        let before = files_in(&folder);
        self.click(control);
        let until = Instant::now() + Duration::from_secs(20);
        let mut seen = None;
        loop {
            let new: Vec<PathBuf> = files_in(&folder).difference(&before).cloned().collect();
            // Browsers write under another name first, and Firefox keeps the place with an empty file meanwhile.
            let unfinished = new.iter().any(|path| {
                path.extension().is_some_and(|end| end == "crdownload" || end == "part")
                    || path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
            });
            if let ([path], false) = (new.as_slice(), unfinished) {
                let bytes = fs::read(path).unwrap_or_default();
                // Twice the same and not nothing: it is whole.
                if !bytes.is_empty() && seen.as_ref() == Some(&bytes) {
                    let name = path.file_name().unwrap_or_default();
                    return Download { name: name.to_string_lossy().into_owned(), bytes };
                }
                seen = Some(bytes);
            }
            assert!(
                Instant::now() < until,
                "{}: {name} was not downloaded; there is {new:?}",
                self.browser()
            );
            self.pause(Duration::from_millis(30));
        }
    }
}

fn files_in(folder: &Path) -> HashSet<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

#[track_caller]
fn absolute(path: &Path) -> String {
    let path = path.canonicalize().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    path.to_string_lossy().into_owned()
}
