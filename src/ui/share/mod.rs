// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sharing: how much goes out, what the other side will see of it, and the link, to be copied, sent, photographed or saved.
//!
//! Nothing goes out from here: a link is made beside the page (see `desk`) and is sent by whoever copies it. Names go out
//! only after a warning. `shown` is what the dialog shows, `short` the link to a plan beside the page, `report` the same as a
//! report. Never here: what is left out at a level (see `share::level`).

mod report;
mod short;
mod shown;

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

use super::button::button;
use super::state::Page;
use super::{browser, desk, dialog, history, save, seal};
use crate::desk::{Order, Task, value};
use crate::document::Document;
use crate::export::FileKind;
use crate::locale::Language;
use crate::locale::share::{ShareWords, words as share_words};
use crate::locale::take_away::words as take_away_words;
use crate::share::qr::Qr;
use crate::share::{Level, Outgoing, join};
use crate::view::address;

/// The fewest characters of a passphrase.
const SHORTEST: usize = 12;

/// The code of a link, of which a long one has none; or why it was not made.
type Code = Result<Option<Qr>, desk::NotMade>;

/// What became of the link that was asked for last.
#[derive(Clone)]
enum Made {
    /// It is being made.
    Awaited,
    /// Here it is, or what there is to know of the file in its place.
    Here(Arc<Outgoing>),
    /// What makes it stopped half-way.
    Failed,
}

/// The dialog while it is open.
#[derive(Clone, Copy)]
struct Sharing {
    page: Page,
    language: Language,
    own: &'static ShareWords,
    document: StoredValue<Arc<Document>>,
    level: RwSignal<Level>,
    /// Whether the warning about names was answered.
    is_warned: RwSignal<bool>,
    with_view: RwSignal<bool>,
    /// Whether the link opens as a sitting.
    opens_sitting: RwSignal<bool>,
    made: RwSignal<Made>,
    /// Whether the link is to be protected, and the link that is.
    protects: RwSignal<bool>,
    sealed: RwSignal<Option<String>>,
    /// What is wrong with the passphrase, or that it is at work.
    sealing: RwSignal<&'static str>,
    /// What becomes of a report.
    reporting: RwSignal<String>,
    /// The whole address, as soon as there is one.
    link: Memo<Option<String>>,
    /// Whether the code is looked at, and what it is of the link that is there.
    shows_code: RwSignal<bool>,
    code: RwSignal<Option<(String, Code)>>,
}

/// The dialog.
pub fn dialog(page: Page) -> AnyView {
    let inside = move || match page.document.get_untracked() {
        Some(document) => Sharing::new(page, document).view(),
        None => ().into_any(),
    };
    dialog::modal(page.sharing, "dialog share", "share-title", Box::new(inside))
}

/// The button that opens it.
pub fn open_button(page: Page) -> AnyView {
    let own = share_words(page.language.get_untracked());
    // A link has all that texts say, and is checked against it.
    button("quiet", "share", own.share, move || page.when_whole(move || page.sharing.set(true)))
}

impl Sharing {
    fn new(page: Page, document: Arc<Document>) -> Self {
        let language = page.language.get_untracked();
        let (made, sealed) = (RwSignal::new(Made::Awaited), RwSignal::new(None::<String>));
        let (with_view, opens_sitting) = (RwSignal::new(true), RwSignal::new(false));
        let protects = RwSignal::new(false);
        let link = Memo::new(move |_| {
            let Made::Here(outgoing) = made.get() else { return None };
            if outgoing.is_file() {
                return None;
            }
            let data = if protects.get() { sealed.get()? } else { outgoing.data.clone() };
            let view = if with_view.get() { outgoing.view.clone() } else { String::new() };
            Some(format!(
                "{}#{}",
                history::place(),
                join(&data, &addressed(view, opens_sitting.get(), language))
            ))
        });
        let level = if document.is_figures() { Level::Figures } else { Level::default() };
        let sharing = Self {
            page,
            language,
            own: share_words(language),
            document: StoredValue::new(document),
            level: RwSignal::new(level),
            is_warned: RwSignal::new(false),
            with_view,
            opens_sitting,
            made,
            protects,
            sealed,
            sealing: RwSignal::new(""),
            reporting: RwSignal::new(String::new()),
            link,
            shows_code: RwSignal::new(false),
            code: RwSignal::new(None),
        };
        sharing.ask();
        sharing
    }

    /// A view as it stands in a link.
    fn addressed(self, view: String) -> String {
        addressed(view, self.opens_sitting.get(), self.language)
    }

    /// Whether what was chosen may go out.
    fn is_allowed(self) -> bool {
        self.level.get() != Level::Everything || self.is_warned.get()
    }

    /// Has the link made that was chosen.
    fn ask(self) {
        let level = self.level.get_untracked();
        self.made.set(Made::Awaited);
        self.unseal();
        if level == Level::Everything && !self.is_warned.get_untracked() {
            return;
        }
        let (order, document) = (desk::order(self.page, Task::Link(level)), self.document.get_value());
        browser::spawn(async move {
            let made = desk::make(&order, &document).await.ok();
            let made = made.and_then(|bytes| value::<Outgoing>(bytes.to_vec()));
            // Nothing protects a file.
            let is_file = made.as_ref().is_some_and(Outgoing::is_file);
            let made = made.map_or(Made::Failed, |outgoing| Made::Here(Arc::new(outgoing)));
            // Something else was chosen meanwhile, or the dialog was closed.
            if self.level.try_get_untracked() == Some(level) {
                if is_file {
                    self.protects.set(false);
                }
                self.made.set(made);
                self.follow_code();
                self.page.settle(None);
            }
        });
    }

    fn choose(self, level: Level) {
        if self.level.get_untracked() != level {
            self.level.set(level);
            self.reporting.set(String::new());
            self.ask();
            self.page.settle(None);
        }
    }

    /// Has the code made of the link that is there, where it is looked at.
    fn follow_code(self) {
        let Some(link) = self.link.get_untracked().filter(|_| self.shows_code.get_untracked()) else {
            return;
        };
        // One that could not be made is tried again.
        if self
            .code
            .with_untracked(|code| code.as_ref().is_some_and(|(of, code)| *of == link && code.is_ok()))
        {
            return;
        }
        let order = Order { text: link.clone(), ..desk::order(self.page, Task::Qr) };
        browser::spawn(async move {
            let made = desk::make_of_text(&order).await;
            let code = made.and_then(|bytes| value::<Option<Qr>>(bytes.to_vec()).ok_or(desk::NotMade));
            if self.link.try_get_untracked().flatten().is_some_and(|now| now == link) {
                self.code.set(Some((link, code)));
                self.page.settle(None);
            }
        });
    }

    /// There is no protected link any more, nor anything to say of one.
    fn unseal(self) {
        self.sealed.set(None);
        self.sealing.set("");
    }

    /// Seals the link with the passphrase that was written.
    fn seal(self) {
        let Made::Here(outgoing) = self.made.get_untracked() else { return };
        let passphrase = written().unwrap_or_default();
        if passphrase.chars().count() < SHORTEST {
            self.sealing.set(self.own.passphrase_short);
            browser::focus_soon("#share-passphrase");
            return;
        }
        self.sealing.set(self.own.making);
        browser::spawn(async move {
            let sealed = seal::seal(&outgoing.to_seal, &passphrase).await;
            let is_same = matches!(self.made.try_get_untracked(), Some(Made::Here(now)) if Arc::ptr_eq(&now, &outgoing));
            // Nobody could open a link that was sealed with what stands there no more.
            if is_same && written().is_some_and(|now| now == passphrase) {
                self.sealing.set(if sealed.is_some() { self.own.sealed } else { self.own.no_crypto });
                let is_there = sealed.is_some();
                self.sealed.set(sealed);
                self.follow_code();
                if is_there {
                    // On a phone it stands below what is seen.
                    browser::bring_soon("[data-share-link]");
                }
                self.page.settle(None);
            }
        });
    }

    /// What a file of what goes out is called.
    fn file_name(self, what: &str, kind: FileKind) -> String {
        let task = Task::Sent(self.level.get_untracked());
        self.document.with_value(|document| task.name(document, what, kind, self.language))
    }

    /// A task of the desk, with the view where it is to go along.
    fn order(self, task: Task) -> Order {
        let mut order = desk::order(self.page, task);
        if !self.with_view.get_untracked() {
            order.view.clear();
        }
        order
    }

    /// Saves the plan that goes out.
    fn save_plan(self) {
        let level = self.level.get_untracked();
        let (order, document) = (self.order(Task::Sent(level)), self.document.get_value());
        let name = self.file_name(level.code(), FileKind::Json);
        browser::spawn(async move {
            let made = desk::make(&order, &document).await.ok();
            self.save(&name, made.and_then(|bytes| save::file_of(&bytes, FileKind::Json)));
        });
    }

    fn save(self, name: &str, file: Option<web_sys::Blob>) {
        match file {
            Some(file) => {
                save::save(name, &file);
                self.page.say(&(take_away_words(self.language).saved)(name));
            }
            None => self.page.say(self.own.failed),
        }
    }
}

/// The passphrase that is written; `None` where none is asked for.
fn written() -> Option<String> {
    browser::element_by_id::<web_sys::HtmlInputElement>("share-passphrase").map(|field| field.value())
}

/// A view as it stands in a link: with whether it opens as a sitting, and the language of the page.
fn addressed(view: String, opens_sitting: bool, language: Language) -> String {
    let view = if opens_sitting { address::for_projector(&view) } else { view };
    address::with_language(&view, language)
}

/// Whether the device can hand a link to other programs.
fn can_send() -> bool {
    let navigator = browser::window().map(|window| window.navigator());
    navigator.is_some_and(|navigator| {
        js_sys::Reflect::get(&navigator, &"share".into()).is_ok_and(|share| share.is_function())
    })
}

/// Hands a link to the device's own way of sending things.
fn send(link: &str) {
    let data = ShareData::new();
    data.set_url(link);
    if let Some(window) = browser::window() {
        let sent = window.navigator().share_with_data(&data);
        // Refused where the person changes their mind, and that needs no words.
        browser::spawn(async move { drop(JsFuture::from(sent).await) });
    }
}
