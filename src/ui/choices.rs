// SPDX-License-Identifier: AGPL-3.0-or-later
//! What can be filtered by, as a list of buttons, each with how many objectives it has now; or where there is nothing to
//! filter, only the counts.
//!
//! The buttons are made once, and told together at a step. One listener hears them. Never here: what is offered; an order by
//! result.

use std::cell::RefCell;

use leptos::html::Ul;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use super::browser::make;
use super::cell::Cell;
use super::changes::Changes;
use super::live::follow;
use super::state::Page;
use super::status;
use crate::locale::Language;
use crate::reading::Status;
use crate::statistics::{Figures, Filter, Selection};

/// What a choice is called.
pub enum Called {
    /// By a status: its shape, and its word for so many.
    Status(Status),
    /// By words of the page, or of the plan.
    Words(String),
}

/// A button that puts a filter in force and takes it back, and is pressed while it is.
pub struct FilterButton {
    pub element: Element,
    filter: Filter,
    is_pressed: bool,
}

impl FilterButton {
    /// In an element, which [`press`] hears.
    pub fn new(parent: &Element, class: &str, filter: Filter) -> Option<Self> {
        let attributes = [
            ("type", "button"),
            ("class", class),
            ("data-filter", &filter.handle()),
            ("aria-pressed", "false"),
        ];
        let element = make(Some(parent), "button", &attributes)?;
        Some(Self { element, filter, is_pressed: false })
    }

    /// Is told what is selected.
    pub fn tell(&mut self, selection: &Selection, changes: &mut Changes) {
        let is_pressed = selection.shows(&self.filter);
        if self.is_pressed != is_pressed {
            self.is_pressed = is_pressed;
            changes.set(&self.element, "aria-pressed", if is_pressed { "true" } else { "false" });
        }
    }
}

/// The button that an event happened in.
pub fn button_of(event: &MouseEvent) -> Option<Element> {
    let inside = event.target()?.dyn_into::<Element>().ok()?;
    inside.closest("button").ok()?
}

/// Puts the filter in force of the button that was pressed, or takes it back. Returns whether it was one with a filter.
pub fn press(page: Page, event: &MouseEvent) -> bool {
    let handle = button_of(event).and_then(|button| button.get_attribute("data-filter"));
    let filter = handle.and_then(|handle| Filter::from_handle(&handle));
    filter.inspect(|filter| page.toggle(filter)).is_some()
}

/// How many objectives each choice has, in their order.
type Counts = Box<dyn Fn(&Figures) -> Vec<u32>>;

/// A list of choices under a name; they filter, or only tell.
pub fn choices(
    page: Page,
    class: &'static str,
    label: Option<&'static str>,
    is_filter: bool,
    choices: Vec<(Filter, Called)>,
    counts: impl Fn(&Figures) -> Vec<u32> + 'static,
) -> AnyView {
    fn made(
        page: Page,
        class: &'static str,
        label: Option<&'static str>,
        is_filter: bool,
        choices: Vec<(Filter, Called)>,
        counts: Counts,
    ) -> AnyView {
        let list = NodeRef::<Ul>::new();
        let shown = RefCell::new((choices, Vec::<Choice>::new()));
        let language = page.language.get_untracked();
        follow(move || {
            let Some(list) = list.get() else { return };
            let (wanted, made) = &mut *shown.borrow_mut();
            if made.is_empty() {
                // The element may come from the document before, with its choices in it.
                list.set_text_content(None);
                let choices = std::mem::take(wanted).into_iter();
                made.extend(
                    choices.filter_map(|(filter, called)| Choice::new(&list, is_filter, filter, called)),
                );
            }
            let counts = page.figures.with(|figures| figures.as_deref().map(&counts)).unwrap_or_default();
            let mut changes = Changes::default();
            page.selection.with(|selection| {
                for (at, choice) in made.iter_mut().enumerate() {
                    let count = counts.get(at).copied().unwrap_or_default();
                    choice.tell(count, selection, language, &mut changes);
                }
            });
            changes.make();
        });
        let pressed = move |event: MouseEvent| {
            press(page, &event);
        };
        view! { <ul class=class aria-label=label node_ref=list on:click=pressed></ul> }.into_any()
    }
    made(page, class, label, is_filter, choices, Box::new(counts))
}

/// One of the list.
struct Choice {
    button: Option<FilterButton>,
    count: Option<u32>,
    number: Cell,
    /// The word of a status, which goes by how many there are.
    word: Option<(Status, Cell)>,
}

impl Choice {
    fn new(list: &Element, is_filter: bool, filter: Filter, called: Called) -> Option<Self> {
        let item = make(Some(list), "li", if is_filter { &[] } else { &[("class", "told")] })?;
        let button = match is_filter {
            true => Some(FilterButton::new(&item, "toggle", filter)?),
            false => None,
        };
        let inside = button.as_ref().map_or(&item, |button| &button.element);
        let number = Cell::plain(&make(Some(inside), "span", &[("class", "number")])?)?;
        inside.append_with_str_1(" ").ok()?;
        let word = match called {
            Called::Status(status) => {
                let badge = make(Some(inside), "span", &[("class", &status::class(status))])?;
                let shape = make(Some(&badge), "span", &[("class", "shape"), ("aria-hidden", "true")])?;
                shape.set_text_content(Some(status::shape(status)));
                Some((status, Cell::plain(&badge)?))
            }
            Called::Words(words) => {
                make(Some(inside), "bdi", &[])?.set_text_content(Some(&words));
                None
            }
        };
        Some(Self { button, count: None, number, word })
    }

    fn tell(&mut self, count: u32, selection: &Selection, language: Language, changes: &mut Changes) {
        if self.count.replace(count) != Some(count) {
            self.number.say(&count.to_string(), &[], changes);
            if let Some((status, word)) = &mut self.word {
                word.say(status::name(*status, count, language), &[], changes);
            }
        }
        if let Some(button) = &mut self.button {
            button.tell(selection, changes);
        }
    }
}
