// SPDX-License-Identifier: AGPL-3.0-or-later
//! The shortcuts of the keyboard, in one table that both the keys and the help are made of.
//!
//! Shortcuts of a single key can be turned off (WCAG 2.1.4), and none works in a field, in a dialog, or with a key that
//! a screen reader or the browser takes. Never here: what is done by no other way.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::browser;
use super::button::button;
use super::dialog::modal;
use super::state::Page;
use crate::locale::commands::{CommandWords, words as words_of};
use crate::locale::listing::words as listing_words;
use crate::locale::sitting::words as sitting_words;

/// A part of the page that can be gone to.
pub struct Place {
    /// The letter after `g`.
    letter: char,
    /// How it is called.
    pub words: fn(&CommandWords) -> &'static str,
    /// What finds it.
    pub finds: &'static str,
}

/// The parts of the page, in their order.
pub const PLACES: [Place; 6] = [
    Place { letter: 'h', words: |own| own.headline, finds: "#headline" },
    Place { letter: 's', words: |own| own.selection, finds: ".selection .count" },
    Place { letter: 'c', words: |own| own.charts, finds: "#charts" },
    Place { letter: 'f', words: |own| own.findings, finds: "#findings-title" },
    Place { letter: 'p', words: |own| own.people, finds: "#people" },
    Place { letter: 't', words: |own| own.table, finds: "#objectives" },
];

/// What opens the sitting, which is gone to by a letter, too: `d`, as the slides of a projector are called in Italian.
const SITTING: &str = "[data-action='sitting']";

/// The preference that turns shortcuts of a single key off.
const LETTERS: &str = "letters";

thread_local! {
    /// Whether `g` was pressed last.
    static IS_GOING: Cell<bool> = const { Cell::new(false) };
}

fn letters_work() -> bool {
    browser::stored(LETTERS).as_deref() != Some("off")
}

/// Listens to the keys.
pub fn listen(page: Page) {
    window_event_listener_untyped("keydown", move |event: Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if !event.default_prevented() && !event.is_composing() && !is_elsewhere(event) && pressed(page, event)
        {
            event.prevent_default();
        }
    });
}

/// Whether a key belongs to what has the focus: a field, or a dialog in front of the page.
fn is_elsewhere(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let in_field = target
        .is_some_and(|target| target.matches("input, textarea, select, [contenteditable]").unwrap_or(false));
    in_field || browser::find::<Element>("dialog:modal").is_some()
}

/// Does what a key stands for; whether it stands for anything.
fn pressed(page: Page, event: &KeyboardEvent) -> bool {
    let key = event.key();
    let was_going = IS_GOING.replace(false);
    let is_command = event.ctrl_key() || event.meta_key();
    if is_command && !event.alt_key() {
        match (key.to_ascii_lowercase().as_str(), event.shift_key()) {
            ("k", false) => page.commanding.set(true),
            ("z", false) => page.undo(),
            ("z", true) | ("y", false) => page.redo(),
            _ => return false,
        }
        return true;
    }
    if is_command || event.alt_key() || !letters_work() {
        return false;
    }
    match key.as_str() {
        "/" => browser::focus_soon("[data-action='search']"),
        "?" => page.helping.set(true),
        "e" if page.document.with_untracked(Option::is_some) => {
            page.explain_next(!page.explaining.get_untracked());
        }
        "g" => IS_GOING.set(true),
        "d" if was_going => match browser::find::<HtmlElement>(SITTING) {
            Some(button) => button.click(),
            None => return false,
        },
        _ if was_going => {
            let place = PLACES.iter().find(|place| key.chars().eq([place.letter]));
            let Some(place) = place.filter(|place| browser::find::<Element>(place.finds).is_some()) else {
                return false;
            };
            browser::bring_soon(place.finds);
        }
        _ => return false,
    }
    true
}

/// The dialog that lists them.
pub fn dialog(page: Page) -> AnyView {
    let own = words_of(page.language.get_untracked());
    modal(page.helping, "dialog shortcuts", "shortcuts-title", Box::new(move || help(page, own)))
}

fn help(page: Page, own: &'static CommandWords) -> AnyView {
    let key = |keys: &[&str]| {
        let keys: Vec<_> =
            keys.iter().map(|key| view! { <kbd>{(*key).to_owned()}</kbd>" " }.into_any()).collect();
        view! { {keys} }.into_any()
    };
    let after_g =
        |letter: char| view! { {key(&["g"])} {own.go} " " {key(&[&letter.to_string()])} }.into_any();
    let row = |keys: AnyView, what: &'static str| view! { <dt>{keys}</dt><dd>{what}</dd> }.into_any();
    let mut rows = vec![
        row(key(&["Ctrl", "K"]), own.commands),
        row(key(&["Ctrl", "Z"]), own.undo),
        row(key(&["Ctrl", "⇧", "Z"]), own.redo),
        row(key(&["/"]), own.search),
        row(key(&["e"]), own.explain),
        row(key(&["?"]), own.help),
    ];
    for place in &PLACES {
        rows.push(row(after_g(place.letter), (place.words)(own)));
    }
    let sitting = sitting_words(page.language.get_untracked());
    rows.push(row(after_g('d'), sitting.open));
    let table = listing_words(page.language.get_untracked());
    rows.push(row(key(&["↑", "↓", "←", "→"]), table.keys_walk));
    rows.push(row(key(&["↵"]), table.keys_open));
    rows.push(row(key(&["⇧", "↵"]), table.keys_sort));
    rows.push(row(key(&["⇧", "←", "→"]), table.keys_width));
    let changed = |event: Event| {
        let works = event_target::<HtmlInputElement>(&event).checked();
        browser::store(LETTERS, if works { "on" } else { "off" });
    };
    view! {
        <h2 id="shortcuts-title">{own.shortcuts}</h2>
        <dl class="keys">{rows}</dl>
        <label class="check">
            <input type="checkbox" data-action="letters" prop:checked=letters_work() on:change=changed />
            " "
            {own.letters}
        </label>
        <p class="fine">{own.letters_hint}</p>
        <div class="buttons">{button("button primary", "help-close", own.close, move || page.helping.set(false))}</div>
    }
    .into_any()
}
