// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was open before and after: undo and redo, the browser's steps, and changes of the plan, each of which can be gone
//! back from.
//!
//! Never here: how a plan is changed, and a step that cannot be gone back from.

use std::sync::Arc;

use leptos::prelude::*;

use super::{PANELS, Page};
use crate::document::Document;
use crate::locale::method::method as method_words;
use crate::locale::page::page as words_of;
use crate::plan::{Method, Plan};
use crate::ui::{browser, grid, history};
use crate::view::View;
use crate::view::address::{self, Found, Left};

/// How many documents are kept on either side of the one that is open, each with its versions.
const KEPT: usize = 5;

/// How many versions they may have together: trying out methods does not drive out what was opened before.
const KEPT_VERSIONS: usize = 100;

/// How many objectives they may have together: a document is as large as its plan, and memory is not without end. The
/// last one is kept however large it is.
const KEPT_OBJECTIVES: usize = 200_000;

/// A document, and what was looked at in it.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The document.
    pub document: Arc<Document>,
    /// What was done to it, where it only differs by a change from what came after (or before) it.
    pub change: Option<String>,
    /// How it was looked at.
    pub(super) view: View,
}

/// Documents that can be brought back, the next one last.
pub type Shelf = RwSignal<Vec<Kept>>;

/// Changes what is on a shelf: in one place, so that what changes a signal is compiled once.
pub(super) fn change(shelf: Shelf, change: &mut dyn FnMut(&mut Vec<Kept>)) {
    shelf.update(|kept| change(kept));
}

impl Page {
    /// Goes back to what was open before.
    pub fn undo(self) {
        self.step(self.past, self.ahead);
    }

    /// Goes forth again to what was gone back from.
    pub fn redo(self) {
        self.step(self.ahead, self.past);
    }

    /// Takes the next document from one shelf, and keeps what is open on the other.
    fn step(self, from: Shelf, to: Shelf) {
        let mut next = None;
        change(from, &mut |kept| next = kept.pop());
        let Some(next) = next else { return };
        self.gesture.set_value(None);
        self.keep_open_one(to, next.change.clone());
        self.others.set(None);
        let open = self.document.get_untracked();
        if open.is_some_and(|open| next.document.is_version_of(&open)) {
            self.problem.set(None);
            self.said.set(next.change.clone().unwrap_or_default());
            let view = View { objective: self.objective.get_untracked(), ..next.view };
            self.show_version(Kept { view, ..next }, None);
            // The button that was pressed may have gone with the last step.
            browser::focus_soon("[data-action='undo'], [data-action='redo']");
        } else {
            self.replace_document(Some(next));
        }
        history::record(self, false);
    }

    /// Looks at what is open as an address says, and says what of it the plan does not have.
    pub fn look_by_address(self, fragment: String) {
        self.when_whole(move || self.look_by(&fragment));
    }

    fn look_by(self, fragment: &str) {
        let Some(open) = self.document.get_untracked() else { return };
        let Some(Found { view, left }) = address::read(fragment, &open) else {
            self.left_of_address.set(vec![Left::Unreadable("view".to_owned())]);
            return self.settle(None);
        };
        if self.view() != view {
            self.take_down(None);
            self.look(view);
            self.say_selection();
            history::record(self, false);
        }
        self.left_of_address.set(left);
        self.settle(None);
    }

    /// Goes to where a browser's Back or Forward leads: a view of what is open, or of what was open before or after it.
    /// Whether there is still such a thing.
    pub fn go_to(self, opening: Option<u32>, view: View) -> bool {
        let open = self.document.get_untracked();
        if open.as_ref().map(|open| open.opening()) == opening {
            if open.is_some() && self.view() != view {
                self.take_down(None);
                self.look(view);
                self.say_selection();
            }
            self.settle(None);
            return true;
        }
        let Some(opening) = opening else {
            self.close();
            return true;
        };
        let mut found = None;
        for shelf in [self.past, self.ahead] {
            change(shelf, &mut |kept| {
                let at = kept.iter().rposition(|kept| kept.document.opening() == opening);
                if let Some(at) = at.filter(|_| found.is_none()) {
                    found = Some(kept.remove(at));
                }
            });
        }
        let Some(found) = found else { return false };
        self.put_ahead_behind();
        self.keep_open_one(self.past, None);
        self.replace_document(Some(Kept { view, change: None, ..found }));
        true
    }

    /// Changes the plan of what is open, without reading its file again: what it was can be brought back with one step,
    /// and what is looked at stays. `done` says what was done, and `focus` finds what has the focus after it, where the
    /// step takes away what had it.
    pub fn amend(
        self,
        done: String,
        focus: Option<&'static str>,
        change_of_plan: impl FnOnce(&mut Plan) + 'static,
    ) {
        let change_of_plan: Box<dyn FnOnce(&mut Plan)> = Box::new(change_of_plan);
        self.when_whole(move || self.amend_whole(done, focus, change_of_plan));
    }

    fn amend_whole(
        self,
        done: String,
        focus: Option<&'static str>,
        change_of_plan: Box<dyn FnOnce(&mut Plan)>,
    ) {
        let Some(before) = self.document.get_untracked() else { return };
        let measure = browser::Measure::start("traguardi:filter");
        let document = Arc::new(before.amended(change_of_plan));
        let view = self.view();
        let view = View { selection: document.carried(&view.selection), ..view };
        self.keep_amended(Kept { document, change: Some(done), view }, measure);
        if let Some(focus) = focus {
            browser::focus_soon(focus);
        }
    }

    fn keep_amended(self, amended: Kept, measure: browser::Measure) {
        self.take_down(amended.change.clone());
        self.said.set(amended.change.clone().unwrap_or_default());
        self.show_version(amended, Some(measure));
        history::record(self, true);
    }

    /// Keeps what is open as it is, to be gone back to from what is done next.
    pub(super) fn take_down(self, done: Option<String>) {
        let Some(open) = self.document.get_untracked() else { return };
        self.gesture.set_value(None);
        // A step after one back takes another way than the one that was gone back from; other documents stay.
        if self.ahead.with_untracked(|ahead| !ahead.is_empty()) {
            change(self.ahead, &mut |ahead| {
                ahead.retain(|kept| !kept.document.is_version_of(&open));
                change(self.past, &mut |past| past.append(ahead));
            });
        }
        let done = done.or_else(|| Some(words_of(self.language.get_untracked()).view_change.to_owned()));
        self.keep_open_one(self.past, done);
    }

    /// Shows another version of what is open, and says what its method moved. What is looked at stays.
    fn show_version(self, version: Kept, measure: Option<browser::Measure>) {
        let Kept { document, view, .. } = version;
        if let Some(before) = self.document.get_untracked().filter(|before| before.method != document.method)
        {
            let moved = document.change_since(&before);
            self.said.set(method_words(self.language.get_untracked()).change(&moved));
            self.moved.set(Some(Arc::new(moved)));
        }
        self.look(view);
        self.document.set(Some(document.clone()));
        self.shown.set(Some(document));
        self.settle(measure);
    }

    /// Puts a method in force, and has the plan keep it; the default one is what a plan has that keeps none.
    pub fn set_method(self, method: Method) {
        let done = words_of(self.language.get_untracked()).method_change.to_owned();
        self.amend(done, None, move |plan| {
            plan.method = Some(method).filter(|method| *method != Method::default())
        });
    }

    /// Closes the document; it can be brought back.
    pub fn close(self) {
        self.keep_open_one(self.past, None);
        self.others.set(None);
        self.replace_document(None);
        history::record(self, false);
    }

    /// What was gone back from is not lost by a step that leads elsewhere: from here it is further back.
    pub(super) fn put_ahead_behind(self) {
        change(self.ahead, &mut |ahead| {
            // No single change leads there any more.
            ahead.iter_mut().for_each(|kept| kept.change = None);
            change(self.past, &mut |past| past.append(ahead));
        });
    }

    /// Puts what is open, if anything is, on a shelf, as it is looked at now.
    pub(super) fn keep_open_one(self, shelf: Shelf, done: Option<String>) {
        let Some(document) = self.document.get_untracked() else { return };
        // Which objective was open is no part of what is gone back to: its dialog would stand in front of it.
        let view = View { objective: None, ..self.view() };
        let mut open = Some(Kept { document, change: done, view });
        change(shelf, &mut |kept| {
            kept.extend(open.take());
            let (mut objectives, mut documents) = (0, 0);
            let mut later: Option<&Document> = None;
            let newest = kept.iter().rev().take(KEPT_VERSIONS).take_while(|kept| {
                // Views of one document take next to nothing, and its versions share what does not differ.
                let shares =
                    later.is_some_and(|later| later.plan.objectives.is_same(&kept.document.plan.objectives));
                if !shares {
                    objectives += kept.document.plan.objectives.len();
                }
                documents += usize::from(!later.is_some_and(|later| later.is_version_of(&kept.document)));
                later = Some(&kept.document);
                documents <= KEPT && objectives <= KEPT_OBJECTIVES
            });
            let oldest = kept.len() - newest.count().max(1);
            kept.drain(..oldest);
        });
    }

    /// A document in place of what is open, with what was looked at in it.
    pub(super) fn replace_document(self, kept: Option<Kept>) {
        self.problem.set(None);
        self.objective.set(None);
        self.method_open.set(false);
        if self.presenting.get_untracked() {
            self.presenting.set(false);
        }
        self.moved.set(None);
        self.gesture.set_value(None);
        self.left_of_address.set(Vec::new());
        let mut title = String::from("Traguardi");
        let (document, view) = match kept {
            Some(Kept { document, view, .. }) => {
                let words = words_of(self.language.get_untracked());
                let name = document.title();
                self.said.set((words.opened)(&name, document.whole.plan.all() as usize));
                title = format!("{name} · {title}");
                (Some(document), view)
            }
            None => Default::default(),
        };
        self.look(view);
        // The name under which a tab is found, and that a browser prints above the page.
        browser::set_title(&title);
        self.panels.set(0);
        self.document.set(document.clone());
        self.shown.set(document);
        browser::spawn(async move {
            while self.panels.get_untracked() < PANELS {
                browser::breathe().await;
                self.panels.update(|panels| *panels += 1);
            }
        });
        browser::scroll_to_top();
        grid::begin();
        browser::focus_soon("#content");
        self.settle(None);
    }
}
