// SPDX-License-Identifier: AGPL-3.0-or-later
//! The address and the browser's Back and Forward: each deliberate step is one of theirs, and the address says how what
//! is open is looked at.
//!
//! What a step leads to is kept in the page (`view::Steps`); an entry of the browser's history has its number, and
//! the address for whoever comes by it. A plan that came in a link stays in the address as long as it is open, as it was
//! sent, and so does the place of one that lies beside the page: who reloads or forwards the address opens it again.
//! Never here: anything else of a plan in the address, or the name of a person; what a link holds, which only the reader
//! knows.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::PopStateEvent;

use super::state::Page;
use super::{browser, open, recent};
use crate::document::Document;
use crate::share;
use crate::view::address::{self, Left};
use crate::view::{Steps, View};

thread_local! {
    static STEPS: RefCell<Steps> = RefCell::default();
    /// The address that the page was opened with, until there is a document to look at by it.
    static ASKED: RefCell<Option<String>> = const { RefCell::new(None) };
    /// The turn at which the link in the address was begun to be opened.
    static AWAITED: Cell<Option<u32>> = const { Cell::new(None) };
    /// While a step of the browser is followed, nothing is recorded.
    static FOLLOWING: Cell<bool> = const { Cell::new(false) };
    /// Entries that are not in the browser's history yet.
    static WAITING: RefCell<Vec<Entry>> = const { RefCell::new(Vec::new()) };
    /// What tells the entries of this page from those that it made before it was loaded anew.
    static MARK: String = format!("traguardi-{:x}-", js_sys::Date::now() as u64);
}

/// What is to be put into the browser's history.
struct Entry {
    number: usize,
    address: String,
    replaces: bool,
}

/// Takes down the address that the page was opened with, and follows the browser from here on.
pub fn start(page: Page) {
    let fragment = fragment();
    let is_link = share::opens(&fragment);
    ASKED.set(Some(share::view(&fragment)).filter(|view| !is_link && address::has_view(view)));
    take_language(page, &share::view(&fragment));
    let first = STEPS.with_borrow_mut(|steps| steps.push(None, View::default()));
    put(first, &format!("{}{}", place(), hash()), true);
    // Whoever follows a link means it and its view, whatever this tab showed before.
    let comes_back = browser::is_come_back() || !(is_link || is_asked());
    match recent::left_open(&fragment).filter(|_| comes_back) {
        Some(id) => {
            let gone = move || {
                if is_link {
                    open_link(page);
                }
            };
            AWAITED.set(Some(recent::open(page, id, gone)));
        }
        None if is_link => open_link(page),
        None => {}
    }
    window_event_listener_untyped("popstate", move |event| {
        let state = event.dyn_ref::<PopStateEvent>().and_then(|event| event.state().as_string());
        FOLLOWING.set(true);
        follow(page, state.as_deref());
        FOLLOWING.set(false);
    });
}

/// Whether the page was opened by an address that says how to look at a document, and there is none yet.
pub fn is_asked() -> bool {
    ASKED.with_borrow(Option::is_some)
}

/// How a document is to be looked at: as it was kept, if it comes back; as the address says that it was opened by, or the one
/// that the page was opened with, if it is the first; else as the file in which it was saved. And what of that the document
/// does not have, and whether it is to be opened as a sitting.
pub fn asked_for(document: &Document, kept: Option<String>) -> (View, Vec<Left>, bool) {
    let asked = ASKED.take();
    let of_address = document.address.as_ref().map(|address| address.view.clone());
    let saved = Some(&document.import.view).filter(|view| !view.is_empty()).cloned();
    // Whatever else an address says: of a plan that is looked at as a whole, it says nothing else.
    let presents = kept.is_none()
        && of_address.as_ref().or(asked.as_ref()).is_some_and(|view| address::is_for_projector(view));
    let view = match (kept, of_address) {
        (Some(view), _) => Some(view),
        (None, Some(view)) if address::has_view(&view) => Some(view),
        (None, Some(_)) => saved,
        // Whoever asks for another view than the one that was saved means it.
        (None, None) => asked.or(saved),
    };
    let found = view.and_then(|view| address::read(&view, document)).unwrap_or_default();
    (found.view, found.left, presents)
}

/// Puts the page into the language that a view asks for. The person's own choice stays as it is stored.
pub fn take_language(page: Page, view: &str) {
    if let Some(language) = address::language(view) {
        page.speak(language);
    }
}

/// Opens the link that stands in the address.
fn open_link(page: Page) {
    AWAITED.set(Some(open::open_address(page, &href())));
}

/// The link in the address opened nothing: if something else is open, the address is that one's again.
pub fn stay(page: Page) {
    if AWAITED.take().is_some() && page.document.with_untracked(Option::is_some) {
        readdress(page);
    }
}

/// What opens the link in the address goes on under another turn: a passphrase was asked for.
pub fn go_on(turn: u32) {
    AWAITED.set(AWAITED.get().map(|_| turn));
}

/// Writes the address of what is looked at anew, where it would be another.
pub fn readdress(page: Page) {
    let document = page.document.get_untracked();
    let (opening, view) = (document.as_ref().map(|document| document.opening()), page.view());
    let address = address_of(page, document.as_deref(), &view);
    put(STEPS.with_borrow_mut(|steps| steps.replace(opening, view)), &address, true);
}

/// The address of a view: the link by which its document came, if it did, and the view, with the language for whoever
/// gets the link next.
fn address_of(page: Page, document: Option<&Document>, view: &View) -> String {
    let mut address = place();
    let Some(document) = document else { return address };
    let mut fragment = address::write(view, document);
    if let Some(by) = &document.address {
        let view = address::with_language(&fragment, page.language.get_untracked());
        fragment = share::join(&by.data, &view);
    }
    if !fragment.is_empty() {
        address.push('#');
        address.push_str(&fragment);
    }
    address
}

/// Makes how things are looked at now the browser's next step, or the one where it stands.
pub fn record(page: Page, replaces: bool) {
    if !FOLLOWING.get() {
        // Whatever the browser stands at now, it is no longer the link that is waited for.
        AWAITED.set(None);
        write_down(page, replaces, false);
    }
}

/// The same for a document that was just opened. Who followed a link stands at its entry already.
pub fn arrive(page: Page) {
    let is_followed = AWAITED.take().is_some_and(|turn| page.is_awaited(turn));
    write_down(page, false, is_followed);
}

/// Takes down how things are looked at: as a step of its own or in the place of the last, at an entry of the browser's
/// history that is there already or at a new one.
fn write_down(page: Page, replaces: bool, is_there: bool) {
    let document = page.document.get_untracked();
    let (opening, view) = (document.as_ref().map(|document| document.opening()), page.view());
    let number = STEPS.with_borrow_mut(|steps| {
        if steps.is_at(opening, &view) {
            return None;
        }
        Some(if replaces { steps.replace(opening, view.clone()) } else { steps.push(opening, view.clone()) })
    });
    let Some(number) = number else { return };
    put(number, &address_of(page, document.as_deref(), &view), replaces || is_there);
}

/// Follows the browser to an entry of its history.
fn follow(page: Page, state: Option<&str>) {
    AWAITED.set(None);
    let number = state.and_then(|state| MARK.with(|mark| state.strip_prefix(mark)?.parse().ok()));
    if let Some((opening, view)) =
        number.and_then(|number| STEPS.with_borrow_mut(|steps| steps.go_to(number)))
    {
        if page.go_to(opening, view) {
            return;
        }
        // No longer kept; but what came in a link is in the address.
        match share::opens(&fragment()) {
            true => open_link(page),
            false => page.say_gone(),
        }
        return;
    }
    let fragment = fragment();
    let is_open = page.document.with_untracked(|document| {
        let address = document.as_ref().and_then(|document| document.address.as_ref());
        address.is_some_and(|address| share::is_of(&fragment, &address.data))
    });
    if share::opens(&fragment) && !is_open {
        return open_link(page);
    }
    // An address that somebody wrote or followed, or an entry from before the page was loaded anew.
    page.when_whole(move || {
        FOLLOWING.set(true);
        look(page);
        FOLLOWING.set(false);
    });
}

/// Looks at what is open as the address says that stands in the browser.
fn look(page: Page) {
    let Some(document) = page.document.get_untracked() else { return };
    let view = share::view(&fragment());
    take_language(page, &view);
    if let Some(found) = address::read(&view, &document) {
        page.go_to(Some(document.opening()), found.view.clone());
        page.left_of_address.set(found.left);
        let address = match document.address {
            Some(_) => address_of(page, Some(&document), &found.view),
            // As somebody wrote it.
            None => format!("{}{}", place(), hash()),
        };
        let number = STEPS.with_borrow_mut(|steps| steps.push(Some(document.opening()), found.view));
        put(number, &address, true);
    }
}

/// Puts an entry into the browser's history once what the step brings is on the page: a browser takes longer for it than
/// for everything else of a step.
fn put(number: usize, address: &str, replaces: bool) {
    let entry = Entry { number, address: address.to_owned(), replaces };
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(entry);
        waiting.len() == 1
    });
    if is_first {
        set_timeout(put_waiting, Duration::ZERO);
    }
}

/// Puts the entries that wait into the browser's history, in their order.
fn put_waiting() {
    for Entry { number, address, replaces } in WAITING.take() {
        put_now(number, &address, replaces);
    }
}

fn put_now(number: usize, address: &str, replaces: bool) {
    let Some(history) = browser::window().and_then(|window| window.history().ok()) else { return };
    let state = JsValue::from_str(&MARK.with(|mark| format!("{mark}{number}")));
    // Safari refuses more than a hundred in half a minute: the address is then behind until the next step.
    let _ = match replaces {
        true => history.replace_state_with_url(&state, "", Some(address)),
        false => history.push_state_with_url(&state, "", Some(address)),
    };
}

/// The page's own address without its fragment.
pub fn place() -> String {
    href().split('#').next().unwrap_or_default().to_owned()
}

/// The fragment with its `#`; empty where there is none.
fn hash() -> String {
    href().split_once('#').map(|(_, fragment)| format!("#{fragment}")).unwrap_or_default()
}

/// The fragment as it stands in the address: `location.hash` is not the same in every browser.
fn fragment() -> String {
    href().split_once('#').map(|(_, fragment)| fragment.to_owned()).unwrap_or_default()
}

fn href() -> String {
    browser::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}
