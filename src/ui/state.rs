// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the page knows, and every deliberate step that changes it.
//!
//! Each step ends in [`Page::settle`], which waits until everything that follows from it is on the page, counts the
//! revision and closes the User Timing measure. Never here: elements of the page. No signal is set inside an effect.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use super::reader::{self, Reading};
use super::{browser, grid, history};
use crate::chart::Arrangement;
use crate::document::Document;
use crate::explain::Question;
use crate::import::ImportError;
use crate::listing::{Column, Lines, Listing, order};
use crate::locale::Language;
use crate::locale::method::method as method_words;
use crate::locale::page::page as words_of;
use crate::plan::{Method, Plan};
use crate::progress::Progress;
use crate::statistics::{Change, Figures, Filter, Selection};
use crate::view::View;
use crate::view::address::{self, Found, Left};

/// What the page is doing, as `<main data-state>` says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing is open.
    Empty,
    /// A file is being read.
    Busy,
    /// A document is open.
    Ready,
    /// The last file could not be opened; what was open still is.
    Error,
}

impl State {
    /// The value of the handle.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Busy => "busy",
            Self::Ready => "ready",
            Self::Error => "error",
        }
    }
}

/// Light, dark, or as the device says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// As the device says.
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The value kept in the browser and set on the page.
    pub fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    fn from_code(code: &str) -> Self {
        match code {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Auto,
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }
}

/// Why the last file could not be opened.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// There is no plan in it.
    Import {
        /// The name of the file.
        name: String,
        /// What is wrong with it.
        error: ImportError,
    },
    /// The browser could not hand over its bytes.
    Unreadable {
        /// The name of the file.
        name: String,
    },
    /// The reader could not be fetched, or stopped half-way.
    ReaderBroke {
        /// The name of the file.
        name: String,
    },
}

/// How many panels stand below the figures.
const PANELS: u32 = 4;

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
    view: View,
}

/// Documents that can be brought back, the next one last.
pub type Shelf = RwSignal<Vec<Kept>>;

/// Changes what is on a shelf: in one place, so that what changes a signal is compiled once.
fn change(shelf: Shelf, change: &mut dyn FnMut(&mut Vec<Kept>)) {
    shelf.update(|kept| change(kept));
}

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

/// Everything the page knows. All signals live as long as the page, so that no part of it can outlive them.
#[derive(Clone, Copy)]
pub struct Page {
    /// The language of the words.
    pub language: RwSignal<Language>,
    /// The theme.
    pub theme: RwSignal<Theme>,
    /// What is open.
    pub document: RwSignal<Option<Arc<Document>>>,
    /// What was open before it: opening never destroys.
    pub past: Shelf,
    /// What was gone back from.
    pub ahead: Shelf,
    /// What is shown: what is open, but for being completed, which makes nothing on the page anew.
    pub shown: RwSignal<Option<Arc<Document>>>,
    /// What was completed last, as soon as what only its texts say is to be shown.
    completed: RwSignal<Option<Arc<Document>>>,
    /// A file is being read.
    pub busy: RwSignal<bool>,
    /// How far it is, as soon as that is known.
    pub progress: RwSignal<Option<Progress>>,
    /// How many of the panels below the figures are on the page, of [`PANELS`]: when a document is opened they come one
    /// by one, so that the page answers between.
    pub panels: RwSignal<u32>,
    /// Which opening is the last: what one before it brings comes too late.
    turn: StoredValue<u32>,
    /// Of several files, the one that was taken.
    pub taken: RwSignal<String>,
    /// How many others were not, where there were any.
    pub others: RwSignal<Option<u32>>,
    /// Why the last file could not be opened.
    pub problem: RwSignal<Option<Problem>>,
    /// Which objectives are looked at.
    pub selection: RwSignal<Selection>,
    /// In which columns, order and groups the table lists them.
    pub listing: RwSignal<Listing>,
    /// Whether people stand by name, or as in the plan.
    pub people_by_name: RwSignal<bool>,
    /// How the charts are wanted.
    pub arrangement: RwSignal<Arrangement>,
    /// The objective that is open beside the table: its index in the plan.
    pub objective: RwSignal<Option<u32>>,
    /// The places of the lines of the table that are near the window.
    pub near: RwSignal<Range<usize>>,
    /// What an address asked for and the plan does not have.
    pub left_of_address: RwSignal<Vec<Left>>,
    /// The typing or dragging that the last step was a part of: such steps are gone back from as one.
    gesture: StoredValue<Option<&'static str>>,
    /// A file is held over the window.
    pub dragging: RwSignal<bool>,
    /// What is touched next is explained.
    pub explaining: RwSignal<bool>,
    /// The figure that is explained.
    pub question: RwSignal<Option<Question>>,
    /// The sheet of filters is open.
    pub filtering: RwSignal<bool>,
    /// The list of commands is open.
    pub commanding: RwSignal<bool>,
    /// The list of shortcuts is open.
    pub helping: RwSignal<bool>,
    /// The dialog for pasting is open.
    pub pasting: RwSignal<bool>,
    /// The panel of the method is open.
    pub method_open: RwSignal<bool>,
    /// What the last change of the method moved.
    pub moved: RwSignal<Option<Arc<Change>>>,
    /// What the page says to those who do not see it.
    pub said: RwSignal<String>,
    /// The figures of what is selected.
    pub figures: Memo<Option<Arc<Figures>>>,
    /// The objectives selected, as indexes in the plan, in the order in which the table shows them.
    pub rows: Memo<Arc<Vec<u32>>>,
    /// The lines of the table: these objectives, in groups where they are grouped.
    pub lines: Memo<Arc<Lines>>,
}

impl Page {
    /// A page with nothing open, in the language and theme of its user.
    pub fn new() -> Self {
        let document = RwSignal::new(None::<Arc<Document>>);
        let selection = RwSignal::new(Selection::default());
        let listing = RwSignal::new(Listing::default());
        // Each apart, so that a click does not search or sort again what was searched and sorted before.
        let scope = Memo::new(move |_| listing.with(|listing| listing.scope));
        let sort = Memo::new(move |_| listing.with(|listing| listing.sort.clone()));
        let hits = Memo::new(move |_| {
            let search = selection.with(|selection| selection.search.trim().to_owned());
            let field = scope.get().and_then(Column::field);
            Arc::new(document.with(|d| d.as_ref().map(|d| d.search_in(&search, field)).unwrap_or_default()))
        });
        let figures = Memo::new_with_compare(
            move |_| {
                let document = document.get()?;
                let _measure = browser::Measure::start("traguardi:statistics");
                let hits = hits.get();
                let figures = selection.with(|selection| document.figures(selection, &hits));
                Some(Arc::new(figures))
            },
            |_, _| true,
        );
        let rows = Memo::new_with_compare(
            move |_| {
                let hits = hits.get();
                let rows = document.with(|document| {
                    let Some(document) = document else { return Vec::new() };
                    let mut rows = selection.with(|selection| document.rows(selection, &hits));
                    order::sort(&mut rows, &sort.get(), document);
                    rows
                });
                Arc::new(rows)
            },
            |_, _| true,
        );
        let groups = Memo::new(move |_| listing.with(|l| l.grouping.map(|by| (by, l.folded.clone()))));
        let lines = Memo::new_with_compare(
            move |_| {
                let rows = rows.get();
                let grouped = document.with(|document| {
                    let (by, folded) = groups.get()?;
                    Some(Lines::grouped(&rows, by, &folded, &document.as_ref()?.table))
                });
                Arc::new(grouped.unwrap_or_else(|| Lines::plain(rows)))
            },
            |_, _| true,
        );
        let language = browser::stored("language")
            .and_then(|tag| Language::from_tag(&tag))
            .or_else(browser::preferred_language)
            .unwrap_or_default();
        let page = Self {
            language: RwSignal::new(language),
            theme: RwSignal::new(Theme::from_code(&browser::stored("theme").unwrap_or_default())),
            document,
            past: RwSignal::new(Vec::new()),
            ahead: RwSignal::new(Vec::new()),
            shown: RwSignal::new(None),
            completed: RwSignal::new(None),
            busy: RwSignal::new(false),
            progress: RwSignal::new(None),
            panels: RwSignal::new(PANELS),
            turn: StoredValue::new(0),
            taken: RwSignal::new(String::new()),
            others: RwSignal::new(None),
            problem: RwSignal::new(None),
            selection,
            listing,
            people_by_name: RwSignal::new(true),
            arrangement: RwSignal::new(Arrangement {
                is_phone: browser::is_phone(),
                ..Arrangement::default()
            }),
            objective: RwSignal::new(None),
            near: RwSignal::new(grid::FIRST),
            left_of_address: RwSignal::new(Vec::new()),
            gesture: StoredValue::new(None),
            dragging: RwSignal::new(false),
            explaining: RwSignal::new(false),
            question: RwSignal::new(None),
            filtering: RwSignal::new(false),
            commanding: RwSignal::new(false),
            helping: RwSignal::new(false),
            pasting: RwSignal::new(false),
            method_open: RwSignal::new(false),
            moved: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            figures,
            rows,
            lines,
        };
        browser::set_root_attribute("lang", language.tag());
        page
    }

    /// What the page is doing.
    pub fn state(&self) -> State {
        if self.busy.get() {
            State::Busy
        } else if self.problem.with(Option::is_some) {
            State::Error
        } else if self.document.with(Option::is_some) {
            State::Ready
        } else {
            State::Empty
        }
    }

    /// Begins to open something, whichever way it comes: what was begun before it is not waited for any more. What it
    /// returns says, when the bytes are there, whose they are.
    pub fn begin(self) -> u32 {
        let turn = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(turn);
        reader::stop();
        self.busy.set(true);
        self.progress.set(None);
        self.others.set(None);
        self.close_dialogs();
        turn
    }

    /// A dialog would stand above whatever comes of a file, also one that was opened while it was read.
    fn close_dialogs(self) {
        self.objective.set(None);
        if self.question.with_untracked(Option::is_some) {
            self.question.set(None);
        }
        for dialog in [self.pasting, self.filtering, self.commanding, self.helping] {
            if dialog.get_untracked() {
                dialog.set(false);
            }
        }
    }

    /// How what is open is looked at.
    pub fn view(self) -> View {
        View {
            selection: self.selection.get_untracked(),
            listing: self.listing.get_untracked(),
            objective: self.objective.get_untracked(),
        }
    }

    /// Looks at what is open in another way.
    fn look(self, view: View) {
        if self.listing.with_untracked(|listing| *listing != view.listing) {
            self.listing.set(view.listing);
        }
        self.selection.set(view.selection);
        if self.objective.get_untracked() != view.objective {
            self.objective.set(view.objective);
        }
    }

    /// Whether what was begun at this turn is still waited for.
    pub fn is_awaited(self, turn: u32) -> bool {
        self.turn.get_value() == turn
    }

    /// Shows a document that was just opened, of which texts perhaps are still read.
    pub fn show(self, document: Document, reading: Option<Reading>) {
        let document = Arc::new(document);
        self.busy.set(false);
        self.close_dialogs();
        self.put_ahead_behind();
        self.keep_open_one(self.past, None);
        // An address may have said how to look at what is opened first.
        let (view, left) = history::asked_for(&document);
        self.replace_document(Some(Kept { document: document.clone(), change: None, view }));
        self.left_of_address.set(left);
        history::record(self, false);
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

    /// Takes back a document of which the texts could not be read, as if it had not been opened.
    fn give_up(self, first: &Document) {
        drop(no_more_waiting(first));
        for shelf in [self.past, self.ahead] {
            change(shelf, &mut |kept| kept.retain(|kept| !kept.document.is_same_version(first)));
        }
        if self.shows(first) {
            let mut before = None;
            change(self.past, &mut |kept| before = kept.pop());
            self.replace_document(before);
            history::record(self, false);
            self.fail(self.turn.get_value(), Problem::ReaderBroke { name: first.name.clone() });
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

    /// Waits no more for what was begun; what is open stays open.
    pub fn cancel(self) {
        self.begin();
        self.busy.set(false);
        self.said.set(words_of(self.language.get_untracked()).called_off.to_owned());
        self.settle(None);
        browser::focus_soon("#content");
    }

    /// Says why a file could not be opened; what is open stays open.
    pub fn fail(self, turn: u32, problem: Problem) {
        if !self.is_awaited(turn) {
            return;
        }
        self.busy.set(false);
        self.close_dialogs();
        self.problem.set(Some(problem));
        self.settle(None);
        browser::bring_soon("[data-problem]");
    }

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
    fn take_down(self, done: Option<String>) {
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
    fn put_ahead_behind(self) {
        change(self.ahead, &mut |ahead| {
            // No single change leads there any more.
            ahead.iter_mut().for_each(|kept| kept.change = None);
            change(self.past, &mut |past| past.append(ahead));
        });
    }

    /// Puts what is open, if anything is, on a shelf, as it is looked at now.
    fn keep_open_one(self, shelf: Shelf, done: Option<String>) {
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
    fn replace_document(self, kept: Option<Kept>) {
        self.problem.set(None);
        self.objective.set(None);
        self.method_open.set(false);
        self.moved.set(None);
        self.gesture.set_value(None);
        self.left_of_address.set(Vec::new());
        let mut title = String::from("Traguardi");
        let (document, view) = match kept {
            Some(Kept { document, view, .. }) => {
                let words = words_of(self.language.get_untracked());
                let name = document.title();
                self.said.set((words.opened)(&name, document.plan.objectives.len()));
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

    /// Takes the message about a file away.
    pub fn dismiss(self) {
        self.problem.set(None);
        self.settle(None);
        browser::focus_soon("#content");
    }

    /// Takes what is said of an address away.
    pub fn dismiss_left_of_address(self) {
        self.left_of_address.set(Vec::new());
        self.settle(None);
        browser::focus_soon("#content");
    }

    /// Takes what is said of the files that were left aside away.
    pub fn dismiss_left_aside(self) {
        self.others.set(None);
        self.settle(None);
        browser::focus_soon("#content");
    }

    /// Changes which objectives are looked at.
    pub fn select(self, change: impl FnOnce(&mut Selection)) {
        self.change_selection(None, Box::new(change));
    }

    /// The same as a part of a gesture, such as dragging or typing, which is gone back from as one step.
    pub fn adjust(self, gesture: &'static str, change: impl FnOnce(&mut Selection)) {
        self.change_selection(Some(gesture), Box::new(change));
    }

    fn change_selection(self, gesture: Option<&'static str>, change: Box<dyn FnOnce(&mut Selection) + '_>) {
        let measure = browser::Measure::start("traguardi:filter");
        let mut selection = self.selection.get_untracked();
        change(&mut selection);
        if self.selection.with_untracked(|before| *before != selection) {
            let goes_on = gesture.is_some() && self.gesture.get_value() == gesture;
            if !goes_on {
                self.take_down(None);
            }
            self.selection.set(selection);
            self.gesture.set_value(gesture);
            self.say_selection();
            history::record(self, goes_on);
        }
        self.settle(Some(measure));
    }

    /// Says that a step of the browser leads to what is no longer kept.
    pub fn say_gone(self) {
        self.said.set(words_of(self.language.get_untracked()).gone.to_owned());
        self.settle(None);
    }

    /// Says how many objectives are selected.
    fn say_selection(self) {
        if let Some(figures) = self.figures.get_untracked() {
            let words = words_of(self.language.get_untracked());
            self.said.set((words.filtered)(figures.selected.all(), figures.plan.all()));
        }
    }

    /// Has what is touched next explained, or not any more.
    pub fn explain_next(self, explains: bool) {
        self.explaining.set(explains);
        browser::set_root_attribute("data-explaining", if explains { "true" } else { "false" });
        self.settle(None);
    }

    /// Explains a figure.
    pub fn ask(self, question: Question) {
        if self.explaining.get_untracked() {
            self.explain_next(false);
        }
        let field = self.listing.with_untracked(Listing::field);
        self.question.set(Some(question.searched_in(field)));
    }

    /// Says something to those who do not see what changed, and shows it to the others where it is said.
    pub fn say(self, words: &str) {
        self.said.set(words.to_owned());
        self.settle(None);
    }

    /// Opens an objective beside the table, or closes it.
    pub fn open_objective(self, objective: Option<u32>) {
        let was_open = self.objective.get_untracked();
        if was_open != objective {
            self.objective.set(objective);
            history::record(self, was_open.is_some() && objective.is_some());
        }
    }

    /// Puts a filter in force, or takes it back.
    pub fn toggle(self, filter: &Filter) {
        self.select(|selection| selection.toggle(filter));
    }

    /// Puts these filters in force as the only ones of their dimensions; where that is so already, takes them back.
    pub fn toggle_only(self, filters: &[Filter]) {
        self.select(|selection| selection.toggle_only(filters));
    }

    /// Changes how the charts are wanted.
    pub fn arrange(self, change: impl FnOnce(&mut Arrangement)) {
        self.arrangement.update(change);
        self.settle(None);
    }

    /// Changes how the table lists what is selected.
    pub fn list(self, change: impl FnOnce(&mut Listing)) {
        self.change_listing(None, Box::new(change));
    }

    /// The same as a part of a gesture, which is one step of the browser's history.
    pub fn adjust_list(self, gesture: &'static str, change: impl FnOnce(&mut Listing)) {
        self.change_listing(Some(gesture), Box::new(change));
    }

    fn change_listing(self, gesture: Option<&'static str>, change: Box<dyn FnOnce(&mut Listing) + '_>) {
        let mut listing = self.listing.get_untracked();
        change(&mut listing);
        if self.listing.with_untracked(|before| *before != listing) {
            self.listing.set(listing);
            history::record(self, gesture.is_some() && self.gesture.get_value() == gesture);
            self.gesture.set_value(gesture);
        }
        self.settle(None);
    }

    /// Sorts by a column alone, or besides those that are sorted by: up, then down, then no more.
    pub fn sort_by(self, column: Column, also: bool) {
        self.list(|listing| match also {
            true => listing.sort_also_by(column),
            false => listing.sort_by(column),
        });
    }

    /// Puts people in order by name, or as in the plan.
    pub fn order_people(self, by_name: bool) {
        self.people_by_name.set(by_name);
        self.settle(None);
    }

    /// Changes the language of the page.
    pub fn next_language(self) {
        let next = self.language.get_untracked().pick(Language::English, Language::Italian);
        self.language.set(next);
        browser::store("language", next.tag());
        browser::set_root_attribute("lang", next.tag());
        browser::focus_soon("[data-action='language']");
        self.settle(None);
    }

    /// Changes the theme: as the device says, light, dark.
    pub fn next_theme(self) {
        let next = self.theme.get_untracked().next();
        self.theme.set(next);
        browser::store("theme", next.code());
        browser::set_root_attribute("data-theme", next.code());
        self.settle(None);
    }

    /// Waits until everything that follows from a step is on the page, then counts the revision and ends the measure.
    pub fn settle(self, measure: Option<browser::Measure>) {
        browser::spawn(async move {
            // One tick runs the effects of the step, the next those of the parts that these brought to the page.
            leptos::task::tick().await;
            while self.panels.get_untracked() < PANELS {
                browser::breathe().await;
            }
            leptos::task::tick().await;
            drop(measure);
            browser::count_revision();
        });
    }
}
