// SPDX-License-Identifier: AGPL-3.0-or-later
//! A document that was just opened: shown as soon as its figures are there, and completed when its texts are read.
//!
//! Never here: reading. What is completed is no step, and moves nothing that is looked at.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;

use super::shelves::{Kept, change};
use super::{PANELS, Page, Problem};
use crate::document::Document;
use crate::ui::reader::Reading;
use crate::ui::{browser, history};

/// What needs all that the texts of a document say, with that document.
type Waiting = (Arc<Document>, Box<dyn FnOnce()>);

thread_local! {
    /// What waits for texts to be read.
    static WAITING: RefCell<Vec<Waiting>> = const { RefCell::new(Vec::new()) };
}

/// What waits for a document, which it does no more.
fn no_more_waiting(first: &Document) -> Vec<Box<dyn FnOnce()>> {
    let all = WAITING.take();
    let (of_this, others): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(document, _)| document.is_same_version(first));
    WAITING.set(others);
    of_this.into_iter().map(|(_, task)| task).collect()
}

/// A document, or what it became since.
fn later(document: &Arc<Document>, of: RwSignal<Option<Arc<Document>>>) -> Arc<Document> {
    let whole = if document.is_whole { None } else { of.get() };
    whole.filter(|whole| whole.is_same_version(document)).unwrap_or_else(|| document.clone())
}

impl Page {
    /// Shows a document that was just opened, of which texts perhaps are still read, as it was `kept`, if it was.
    pub fn show(self, document: Document, reading: Option<Reading>, kept: Option<String>) {
        let document = Arc::new(document);
        self.busy.set(false);
        self.close_dialogs();
        self.put_ahead_behind();
        self.keep_open_one(self.past, None);
        if let Some(address) = &document.address {
            history::take_language(self, &address.view);
        }
        // An address may have said how to look at what is opened first.
        let (view, left, presents) = history::asked_for(&document, kept);
        self.replace_document(Some(Kept { document: document.clone(), change: None, view }));
        self.left_of_address.set(left);
        history::arrive(self);
        if presents {
            self.present();
        }
        if let Some(reading) = reading {
            browser::spawn(self.read_on(document, reading));
        }
    }

    /// Waits for what the texts of a document say.
    async fn read_on(self, first: Arc<Document>, reading: Reading) {
        // Reading them would take from what figures need to be put on the page, and counted.
        while self.panels.get_untracked() < PANELS {
            browser::breathe().await;
        }
        browser::breathe().await;
        let rest = reading.rest().await;
        browser::breathe().await;
        match rest.and_then(|rest| first.completed(rest)) {
            Some(whole) => {
                browser::breathe().await;
                self.complete(&first, Arc::new(whole)).await;
            }
            None => self.give_up(&first),
        }
    }

    /// Puts a document with all that its texts say in the place of what was shown of it: no step, and nothing that is
    /// looked at moves. What waited for it is done.
    async fn complete(self, first: &Arc<Document>, whole: Arc<Document>) {
        for shelf in [self.past, self.ahead] {
            // What is said of them is the same.
            shelf.update_untracked(|kept| {
                let kept = kept.iter_mut().filter(|kept| kept.document.is_same_version(first));
                kept.for_each(|kept| kept.document = whole.clone());
            });
        }
        let is_open = self.shows(first);
        if is_open {
            self.document.set(Some(whole.clone()));
            // What comes of it in two steps, so that the page answers between.
            browser::breathe().await;
            self.completed.set(Some(whole));
            self.settle(None);
        }
        for task in no_more_waiting(first) {
            if self.shows(first) {
                task();
            }
        }
    }

    /// Whether this is open, or what it became by being completed.
    fn shows(self, document: &Document) -> bool {
        self.document.with_untracked(|open| open.as_ref().is_some_and(|open| open.is_same_version(document)))
    }

    /// Takes back a document of which the texts could not be read, as if it had not been opened, and says so; also where
    /// something else is open by now, since it cannot be gone back to any more.
    fn give_up(self, first: &Document) {
        drop(no_more_waiting(first));
        let is_open = self.shows(first);
        let mut is_kept = is_open;
        for shelf in [self.past, self.ahead] {
            change(shelf, &mut |kept| {
                let before = kept.len();
                kept.retain(|kept| !kept.document.is_same_version(first));
                is_kept |= kept.len() < before;
            });
        }
        if is_open {
            // What is said of the files that came with the next one stays.
            if !self.busy.get_untracked() {
                self.others.set(None);
            }
            let mut before = None;
            change(self.past, &mut |kept| before = kept.pop());
            self.replace_document(before);
            history::record(self, false);
        }
        if is_kept {
            // Another file may be read already: it is waited for as before.
            self.tell(Problem::ReaderBroke { name: first.name.clone() }, is_open);
        }
    }

    /// Does something that needs all that the texts of the open document say: at once, unless they are still read.
    pub fn when_whole(self, task: impl FnOnce() + 'static) {
        self.wait_for_whole(Box::new(task));
    }

    fn wait_for_whole(self, task: Box<dyn FnOnce()>) {
        match self.document.get_untracked().filter(|open| !open.is_whole) {
            Some(open) => WAITING.with_borrow_mut(|waiting| waiting.push((open, task))),
            None => task(),
        }
    }

    /// A document with all that is known of it by now.
    pub fn known(self, document: &Arc<Document>) -> Arc<Document> {
        later(document, self.document)
    }

    /// The same a moment later, for what is made of what its texts say.
    pub fn told(self, document: &Arc<Document>) -> Arc<Document> {
        later(document, self.completed)
    }
}
