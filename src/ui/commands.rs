// SPDX-License-Identifier: AGPL-3.0-or-later
//! The list of commands: everything that can be done, filtered by, gone to or opened, found by typing a part of it.
//!
//! What can be done is asked of the page itself: every control with a handle is a command, so that none is forgotten.
//! Never here: what a command does.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::dialog::modal;
use super::shortcuts::PLACES;
use super::state::Page;
use super::{browser, options, status};
use crate::locale::commands::{CommandWords, words as words_of};
use crate::locale::page::PageWords;
use crate::locale::selection::label;
use crate::statistics::Filter;
use crate::text::fold;

/// How many entries are shown at once: who looks for more types more.
const SHOWN: usize = 40;

/// How many objectives are among them.
const OBJECTIVES: usize = 12;

/// What an entry does.
#[derive(Clone)]
enum Does {
    /// Presses the first control that this finds.
    Press(String),
    /// Puts a filter in force, or takes it back.
    Toggle(Filter),
    /// Looks at the plan as this says.
    Look(String),
    /// Goes to the part of the page that this finds.
    Go(&'static str),
    /// Opens an objective.
    Open(u32),
}

/// An entry of the list.
#[derive(Clone)]
struct Entry {
    kind: &'static str,
    words: String,
    /// The same, as it is searched.
    folded: String,
    does: Does,
}

impl Entry {
    fn new(kind: &'static str, words: String, does: Does) -> Self {
        Self { kind, folded: fold(&words), words, does }
    }
}

/// The dialog.
pub fn dialog(page: Page, words: &'static PageWords) -> AnyView {
    let own = words_of(page.language.get_untracked());
    modal(page.commanding, "dialog commands", "commands-title", Box::new(move || list(page, words, own)))
}

fn list(page: Page, words: &'static PageWords, own: &'static CommandWords) -> AnyView {
    let all = StoredValue::new(entries(page, own));
    let typed = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let found = Memo::new_with_compare(
        move |_| {
            let wanted = typed.with(|typed| fold(typed));
            let wanted: Vec<&str> = wanted.split_whitespace().collect();
            let has = |entry: &&Entry| wanted.iter().all(|word| entry.folded.contains(word));
            let mut found: Vec<Entry> =
                all.with_value(|all| all.iter().filter(has).take(SHOWN).cloned().collect());
            if !wanted.is_empty() {
                found.extend(objectives(page, &wanted.join(" "), words, own));
            }
            found
        },
        |_, _| true,
    );
    let run = move |entry: Option<Entry>| {
        let Some(entry) = entry else { return };
        page.commanding.set(false);
        // Once the dialog has given the focus back.
        request_animation_frame(move || act(page, entry.does));
    };
    let pressed = move |event: KeyboardEvent| {
        let count = found.with_untracked(Vec::len);
        let last = count.saturating_sub(1);
        let now = at.get_untracked();
        let next = match event.key().as_str() {
            "ArrowDown" if now >= last => 0,
            "ArrowDown" => now + 1,
            "ArrowUp" => now.checked_sub(1).unwrap_or(last),
            "Enter" => {
                event.prevent_default();
                return run(found.with_untracked(|found| found.get(now).cloned()));
            }
            _ => return,
        };
        event.prevent_default();
        at.set(next);
        if let Some(option) = browser::element_by_id::<HtmlElement>(&format!("command-{next}")) {
            browser::bring_nearest(&option);
        }
    };
    let options = move || {
        found.with(|found| {
            let options = found.iter().enumerate().map(|(place, entry)| {
                let Entry { kind, words, .. } = entry.clone();
                let entry = entry.clone();
                view! {
                    <li
                        id=format!("command-{place}")
                        role="option"
                        aria-selected=move || (at.get() == place).to_string()
                        on:click=move |_| run(Some(entry.clone()))
                    >
                        <span class="kind">{kind}</span>
                        " "
                        <bdi>{words}</bdi>
                    </li>
                }
                .into_any()
            });
            options.collect::<Vec<_>>()
        })
    };
    let said = move || match found.with(Vec::len) {
        0 => own.none.to_owned(),
        count => (own.found)(count),
    };
    view! {
        <h2 id="commands-title" class="visually-hidden">{own.commands}</h2>
        <input
            type="text"
            class="command-input"
            role="combobox"
            autofocus
            autocomplete="off"
            aria-expanded="true"
            aria-controls="command-list"
            aria-autocomplete="list"
            aria-label=own.type_here
            placeholder=own.type_here
            aria-activedescendant=move || format!("command-{}", at.get())
            on:input=move |event| {
                at.set(0);
                typed.set(event_target_value(&event));
            }
            on:keydown=pressed
        />
        <p class="fine" role="status">{said}</p>
        <ul id="command-list" class="command-list" role="listbox" aria-label=own.commands>{options}</ul>
    }
    .into_any()
}

/// Everything but objectives, of which there may be too many to list.
fn entries(page: Page, own: &'static CommandWords) -> Vec<Entry> {
    let mut entries = controls(own);
    let language = page.language.get_untracked();
    let Some(document) = page.document.get_untracked() else { return entries };
    let is_plan = !document.is_figures();
    let places = PLACES
        .iter()
        .filter(|place| is_plan || browser::find::<Element>(place.finds).is_some())
        .map(|place| Entry::new(own.place, (place.words)(own).to_owned(), Does::Go(place.finds)));
    entries.extend(places);
    let views = document.import.plan.views.iter();
    entries
        .extend(views.map(|saved| Entry::new(own.view, saved.name.clone(), Does::Look(saved.view.clone()))));
    for dimension in options::OFFERED.into_iter().filter(|_| is_plan) {
        let filters = options::of(dimension, &document, &document.whole).into_iter();
        entries.extend(filters.map(|(filter, _)| {
            Entry::new(own.filter, label(&filter, &*document.names, language), Does::Toggle(filter))
        }));
    }
    entries
}

/// What the controls of the page do, each once.
fn controls(own: &'static CommandWords) -> Vec<Entry> {
    const CONTROLS: &str = "button[data-action], summary[data-action], button[data-download]";
    let Some(found) = browser::document().and_then(|page| page.query_selector_all(CONTROLS).ok()) else {
        return Vec::new();
    };
    let mut entries: Vec<Entry> = Vec::new();
    for at in 0..found.length() {
        let Some(control) = found.item(at).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        // Of many rows, or of what is in front of the page: no commands of the page as a whole.
        let is_one_of_many = control
            .closest("dialog, [role='grid'], [role='table'], .chips, .findings, .people")
            .ok()
            .flatten()
            .is_some();
        let attribute = ["data-action", "data-download"].into_iter().find(|name| control.has_attribute(name));
        let (Some(attribute), false) = (attribute, is_one_of_many) else { continue };
        let handle = control.get_attribute(attribute).unwrap_or_default();
        if handle == "palette" {
            continue;
        }
        let words =
            control.get_attribute("aria-label").or_else(|| control.text_content()).unwrap_or_default();
        let words = words.replace('▾', "");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() && !entries.iter().any(|entry| entry.words == words) {
            entries.push(Entry::new(own.action, words, Does::Press(format!("[{attribute}='{handle}']"))));
        }
    }
    entries
}

/// The first objectives with these words in their texts.
fn objectives(page: Page, wanted: &str, words: &'static PageWords, own: &'static CommandWords) -> Vec<Entry> {
    let Some(document) = page.document.get_untracked() else { return Vec::new() };
    let hits = document.search(wanted);
    let rows = (0..document.plan.objectives.len() as u32).filter(|&row| match hits.rows() {
        Some(rows) => rows.get(row as usize).copied().unwrap_or(false),
        None => false,
    });
    rows.take(OBJECTIVES)
        .filter_map(|row| {
            let objective = document.plan.objectives.get(row as usize)?;
            let title = status::title(objective, words.without_text);
            let called = format!("{} {title}", objective.code_as_written);
            Some(Entry::new(own.objective, called.trim().to_owned(), Does::Open(row)))
        })
        .collect()
}

fn act(page: Page, does: Does) {
    match does {
        Does::Press(selector) => {
            if let Some(control) = browser::find::<HtmlElement>(&selector) {
                let _ = control.focus();
                control.click();
            }
        }
        Does::Toggle(filter) => page.toggle(&filter),
        Does::Look(view) => page.look_by_address(view),
        Does::Go(place) => browser::bring_soon(place),
        Does::Open(row) => page.open_objective(Some(row)),
    }
}
