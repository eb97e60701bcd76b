// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the page knows, and every deliberate step that changes it.
//!
//! Each step ends in [`Page::settle`], which waits until everything that follows from it is on the page, counts the
//! revision and closes the User Timing measure. `opened` is how a document comes, `shelves` the way back and forth, `steps`
//! all else that a person does. Never here: elements of the page. No signal is set inside an effect.

mod opened;
mod shelves;
mod steps;

pub use shelves::{Kept, Shelf};

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use super::recent::Recent;
use super::{browser, grid, history, reader};
use crate::chart::Arrangement;
use crate::document::Document;
use crate::explain::Question;
use crate::import::ImportError;
use crate::listing::{Column, Lines, Listing, order};
use crate::locale::Language;
use crate::locale::page::page as words_of;
use crate::progress::Progress;
use crate::share::{HostedError, Sealed};
use crate::sitting::Sitting;
use crate::statistics::{Change, Figures, Selection};
use crate::view::View;
use crate::view::address::Left;

/// What the page is doing, as `<main data-state>` says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing is open.
    Empty,
    /// A file is being read.
    Busy,
    /// A document is open.
    Ready,
    /// The last file could not be opened, or made; what was open still is.
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

/// Why the last file could not be opened, or made.
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
    /// A plan that should lie beside the page cannot be opened.
    Hosted {
        /// The name of its file.
        name: String,
        /// Why.
        error: HostedError,
    },
    /// The reader could not be fetched, or stopped half-way.
    ReaderBroke {
        /// The name of the file.
        name: String,
    },
    /// A file that was to be saved could not be made.
    NotMade {
        /// The name that it would have had.
        name: String,
    },
}

/// How many panels stand below the figures.
const PANELS: u32 = 4;

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
    /// Why the last file could not be opened, or made.
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
    /// A link that waits for its passphrase.
    pub sealed: RwSignal<Option<Arc<Sealed>>>,
    /// The dialog for sharing is open.
    pub sharing: RwSignal<bool>,
    /// Which slides a sitting is shown, in which order.
    pub sitting: RwSignal<Sitting>,
    /// The sitting is shown them.
    pub presenting: RwSignal<bool>,
    /// The plans that are kept in this browser.
    pub recent: Recent,
    /// The panel of the method is open.
    pub method_open: RwSignal<bool>,
    /// What the last change of the method moved.
    pub moved: RwSignal<Option<Arc<Change>>>,
    /// What the page says to those who do not see it.
    pub said: RwSignal<String>,
    /// In which column words are searched; apart, so that what follows it does not follow the rest of the listing.
    pub scope: Memo<Option<Column>>,
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
            sealed: RwSignal::new(None),
            sharing: RwSignal::new(false),
            sitting: RwSignal::new(Sitting::default()),
            presenting: RwSignal::new(false),
            recent: Recent::new(),
            method_open: RwSignal::new(false),
            moved: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            scope,
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
        grid::let_go_of_focus();
        self.objective.set(None);
        if self.question.with_untracked(Option::is_some) {
            self.question.set(None);
        }
        if self.sealed.with_untracked(Option::is_some) {
            self.sealed.set(None);
        }
        let dialogs = [
            self.pasting,
            self.sharing,
            self.filtering,
            self.commanding,
            self.helping,
            self.presenting,
            self.recent.shown,
        ];
        for dialog in dialogs {
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
            charts: self.arrangement.with_untracked(|arrangement| arrangement.wanted.clone()),
            sitting: self.sitting.get_untracked(),
        }
    }

    /// Looks at what is open in another way.
    fn look(self, view: View) {
        if self.listing.with_untracked(|listing| *listing != view.listing) {
            self.listing.set(view.listing);
        }
        if self.arrangement.with_untracked(|arrangement| arrangement.wanted != view.charts) {
            self.arrangement.update(|arrangement| arrangement.wanted = view.charts);
        }
        if self.sitting.with_untracked(|sitting| *sitting != view.sitting) {
            self.sitting.set(view.sitting);
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

    /// Waits no more for what was begun; what is open stays open.
    pub fn cancel(self) {
        self.stop_waiting(words_of(self.language.get_untracked()).called_off);
    }

    /// The same, and says why.
    pub fn stop_waiting(self, why: &str) {
        self.begin();
        self.busy.set(false);
        self.said.set(why.to_owned());
        history::stay(self);
        self.settle(None);
        browser::focus_soon("#content");
    }

    /// Asks for the passphrase of a link; what is open stays open.
    pub fn ask_passphrase(self, turn: u32, sealed: Box<Sealed>) {
        if !self.is_awaited(turn) {
            return;
        }
        self.busy.set(false);
        self.close_dialogs();
        self.sealed.set(Some(Arc::from(sealed)));
        self.settle(None);
        browser::focus_soon("#unseal-passphrase");
    }

    /// Says why a file could not be opened; what is open stays open.
    pub fn fail(self, turn: u32, problem: Problem) {
        if !self.is_awaited(turn) {
            return;
        }
        self.busy.set(false);
        self.tell(problem, true);
        history::stay(self);
    }

    /// Says what is wrong with a file; `brings` where somebody looks for what becomes of it, and must see that.
    fn tell(self, problem: Problem, brings: bool) {
        if brings {
            self.close_dialogs();
        }
        self.problem.set(Some(problem));
        self.settle(None);
        if brings {
            browser::bring_soon("[data-problem]");
        }
    }

    /// Says why a file that was asked for is not there; whatever else the page does goes on.
    pub fn say_not_made(self, name: String) {
        self.problem.set(Some(Problem::NotMade { name }));
        self.settle(None);
        browser::bring_soon("[data-problem]");
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
