// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the page knows, and every deliberate step that changes it.
//!
//! Each step ends in [`Page::settle`], which waits until everything that follows from it is on the page, counts the
//! revision and closes the User Timing measure. Never here: elements of the page. No signal is set inside an effect.

use std::sync::Arc;

use leptos::prelude::*;

use super::browser;
use crate::document::Document;
use crate::import::ImportError;
use crate::locale::Language;
use crate::locale::page::page as words_of;
use crate::order::{self, Column, Sort};
use crate::statistics::{Facets, Figures, Filter, Selection};

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
    pub before: RwSignal<Option<Arc<Document>>>,
    /// A file is being read.
    pub busy: RwSignal<bool>,
    /// Why the last file could not be opened.
    pub problem: RwSignal<Option<Problem>>,
    /// Which objectives are looked at.
    pub selection: RwSignal<Selection>,
    /// How the table is sorted.
    pub sort: RwSignal<Option<Sort>>,
    /// The objective that is open beside the table: its index in the plan.
    pub objective: RwSignal<Option<u32>>,
    /// A file is held over the window.
    pub dragging: RwSignal<bool>,
    /// The dialog for pasting is open.
    pub pasting: RwSignal<bool>,
    /// What the page says to those who do not see it.
    pub said: RwSignal<String>,
    /// The figures of what is selected.
    pub figures: Memo<Option<Arc<Figures>>>,
    /// The objectives selected, as indexes in the plan, in the order in which the table shows them.
    pub rows: Memo<Arc<Vec<u32>>>,
}

impl Page {
    /// A page with nothing open, in the language and theme of its user.
    pub fn new() -> Self {
        let document = RwSignal::new(None::<Arc<Document>>);
        let selection = RwSignal::new(Selection::default());
        // Apart from the figures, so that a click does not search again what was searched before.
        let hits = Memo::new(move |_| {
            let search = selection.with(|selection| selection.search.trim().to_owned());
            Arc::new(document.with(|d| d.as_ref().map(|d| d.search(&search)).unwrap_or_default()))
        });
        let figures = Memo::new_with_compare(
            move |_| {
                let document = document.get()?;
                let _measure = browser::Measure::start("traguardi:statistics");
                let hits = hits.get();
                let figures = selection.with(|s| document.table.figures(s, &hits, Facets::OwnFilterIgnored));
                Some(Arc::new(figures))
            },
            |_, _| true,
        );
        let sort = RwSignal::new(None);
        let rows = Memo::new_with_compare(
            move |_| {
                let hits = hits.get();
                let rows = document.with(|document| {
                    let Some(document) = document else { return Vec::new() };
                    let mut rows = selection.with(|selection| document.table.rows(selection, &hits));
                    if let Some(by) = sort.get() {
                        order::sort(&mut rows, by, &document.import.plan, &document.achievements);
                    }
                    rows
                });
                Arc::new(rows)
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
            before: RwSignal::new(None),
            busy: RwSignal::new(false),
            problem: RwSignal::new(None),
            selection,
            sort,
            objective: RwSignal::new(None),
            dragging: RwSignal::new(false),
            pasting: RwSignal::new(false),
            said: RwSignal::new(String::new()),
            figures,
            rows,
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

    /// Opens what these bytes hold, if they hold a plan; otherwise says why not, and keeps what is open.
    pub fn open(self, bytes: &[u8], name: String) {
        let measure = browser::Measure::start("traguardi:import");
        let opened = Document::open(bytes, &name);
        drop(measure);
        match opened {
            Ok(document) => self.show(document),
            Err(error) => self.fail(Problem::Import { name, error }),
        }
    }

    /// Shows a document that was just opened.
    fn show(self, document: Document) {
        let words = words_of(self.language.get_untracked());
        self.said.set((words.opened)(&document.title(), document.import.plan.objectives.len()));
        self.problem.set(None);
        self.busy.set(false);
        self.pasting.set(false);
        // What was closed before can still be brought back.
        if let Some(open) = self.document.get_untracked() {
            self.before.set(Some(open));
        }
        self.replace_document(Some(Arc::new(document)));
    }

    /// Says why a file could not be opened; what is open stays open.
    pub fn fail(self, problem: Problem) {
        self.busy.set(false);
        self.pasting.set(false);
        self.problem.set(Some(problem));
        self.settle(None);
        browser::focus_soon("[data-problem]");
    }

    /// Goes back to what was open before, and forth again.
    pub fn undo(self) {
        let before = self.before.get_untracked();
        if before.is_some() {
            self.before.set(self.document.get_untracked());
            self.replace_document(before);
        }
    }

    /// Closes the document; it can be brought back.
    pub fn close(self) {
        self.problem.set(None);
        self.before.set(self.document.get_untracked());
        self.replace_document(None);
    }

    /// A document in place of what is open, with nothing selected in it.
    fn replace_document(self, document: Option<Arc<Document>>) {
        self.objective.set(None);
        self.sort.set(None);
        self.selection.set(Selection::default());
        // The name under which a tab is found, and that a browser prints above the page.
        let title = document.as_ref().map(|document| format!("{} · Traguardi", document.title()));
        browser::set_title(title.as_deref().unwrap_or("Traguardi"));
        self.document.set(document);
        browser::scroll_to_top();
        browser::focus_soon("#content");
        self.settle(None);
    }

    /// Takes the message about a file away.
    pub fn dismiss(self) {
        self.problem.set(None);
        self.settle(None);
        browser::focus_soon("#content");
    }

    /// Changes which objectives are looked at.
    pub fn select(self, change: impl FnOnce(&mut Selection)) {
        let measure = browser::Measure::start("traguardi:filter");
        self.selection.update(change);
        if let Some(figures) = self.figures.get_untracked() {
            let words = words_of(self.language.get_untracked());
            self.said.set((words.filtered)(figures.selected.objectives, figures.plan.objectives));
        }
        self.settle(Some(measure));
    }

    /// Puts a filter in force, or takes it back.
    pub fn toggle(self, filter: &Filter) {
        self.select(|selection| selection.toggle(filter));
    }

    /// Sorts by a column: first up, then down, then the document's own order again.
    pub fn sort_by(self, column: Column) {
        self.sort.update(|sort| {
            *sort = match *sort {
                Some(Sort { column: same, descending: false }) if same == column => {
                    Some(Sort { column, descending: true })
                }
                Some(Sort { column: same, descending: true }) if same == column => None,
                _ => Some(Sort { column, descending: false }),
            }
        });
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
            leptos::task::tick().await;
            drop(measure);
            browser::count_revision();
        });
    }
}
