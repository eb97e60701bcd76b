// SPDX-License-Identifier: AGPL-3.0-or-later
//! The chips of a selection: one for each filter, or for months that stand together, by dimension, with what takes it back,
//! makes it the only one or turns its dimension round.
//!
//! Only the chips that come or go are touched at a step, and one listener hears them all. Never here: what a selection
//! selects.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::html::Ul;
use leptos::prelude::*;
use web_sys::{Element, MouseEvent};

use super::browser::{self, make, set};
use super::choices::button_of;
use super::keyed::Keyed;
use super::live::follow;
use super::state::Page;
use crate::document::Document;
use crate::listing::Listing;
use crate::locale::page::PageWords;
use crate::locale::selection::{self as locale, SelectionWords, label_of};
use crate::statistics::spans::{Span, spans};
use crate::statistics::{Dimension, Filter, Month, Selection};

/// The key of the chip of the search.
const SEARCH: &str = "search";

/// The list of chips. `focus` finds what has the focus when a button takes itself away: what it changed.
pub fn chips(
    page: Page,
    document: Arc<Document>,
    words: &'static PageWords,
    focus: &'static str,
) -> impl IntoView {
    let language = page.language.get_untracked();
    let own = locale::words(language);
    let list = NodeRef::<Ul>::new();
    let shown = RefCell::new(None::<Chips>);
    let of_plan = document.clone();
    follow(move || {
        let selection = page.selection.get();
        let Some(list) = list.get() else { return };
        let label = |span: &Span<'_>| label_of(span, &*document.names, language);
        let document = page.known(&document);
        let timeline = &document.whole.timeline;
        let field = page.listing.with(Listing::field);
        let search = match selection.search.trim() {
            "" => String::new(),
            search => locale::search_chip(search, field, language),
        };
        let mut shown = shown.borrow_mut();
        let shown = shown.get_or_insert_with(|| Chips::new(list.into(), words, own));
        shown.show(&selection, timeline, &search, &label);
    });
    view! {
        <ul
            class="chips"
            node_ref=list
            aria-label=own.filters
            on:click=move |event| pressed(page, &of_plan, &event, focus)
        ></ul>
    }
}

/// Does what the chip or the button says that was pressed.
fn pressed(page: Page, document: &Arc<Document>, event: &MouseEvent, focus: &'static str) {
    let Some(button) = button_of(event) else { return };
    let action = button.get_attribute("data-action").unwrap_or_default();
    let (what, of) = action.split_once(':').unwrap_or_default();
    match (button.get_attribute("data-chip").as_deref(), what) {
        (Some(SEARCH), _) => page.select(|selection| selection.search.clear()),
        (Some(handle), _) => {
            let filters = filters_of(page, document, handle);
            page.select(|selection| selection.take_back(&filters));
        }
        (None, "only") => {
            let filters = filters_of(page, document, of);
            page.select(|selection| selection.only(&filters));
        }
        (None, "turn") => {
            if let Some(dimension) = Dimension::from_code(of) {
                page.select(|selection| selection.turn(dimension));
                return browser::focus_soon(format!("[data-action='{action}']"));
            }
        }
        _ => return,
    }
    browser::focus_soon(focus);
}

/// The filters of a chip, by its handle.
fn filters_of(page: Page, document: &Arc<Document>, handle: &str) -> Vec<Filter> {
    let document = untrack(|| page.known(document));
    page.selection.with_untracked(|selection| {
        let spans = |dimension| spans(selection, dimension, &document.whole.timeline);
        let span = Dimension::ALL.into_iter().flat_map(spans).find(|span| span.handle() == handle);
        span.map(|span| span.filters.into_iter().cloned().collect()).unwrap_or_default()
    })
}

/// What a chip says of its filters.
type Label<'a> = &'a dyn Fn(&Span<'_>) -> String;

/// The chips that are on the page.
struct Chips {
    list: Keyed,
    groups: Vec<Group>,
    words: &'static PageWords,
    own: &'static SelectionWords,
}

/// The chips of one dimension.
struct Group {
    dimension: Dimension,
    element: Element,
    turn: Element,
    chips: Keyed,
}

impl Chips {
    fn new(list: Element, words: &'static PageWords, own: &'static SelectionWords) -> Self {
        // The element may come from the document before, with its chips in it.
        list.set_text_content(None);
        Self { list: Keyed::new(list), groups: Vec::new(), words, own }
    }

    fn show(&mut self, selection: &Selection, timeline: &[Month], search: &str, label: Label<'_>) {
        let Self { list, groups, words, own } = self;
        groups.retain(|group| selection.filters_by(group.dimension));
        let dimensions = Dimension::ALL.into_iter().filter(|dimension| selection.filters_by(*dimension));
        let mut keys: Vec<String> = dimensions.map(|dimension| dimension.code().to_owned()).collect();
        // By its words: other words are another chip.
        keys.extend((!search.is_empty()).then(|| format!("{SEARCH}:{search}")));
        list.show(keys, &mut |key| match Dimension::from_code(key) {
            Some(dimension) => {
                let group = Group::new(dimension, own)?;
                let element = group.element.clone();
                groups.push(group);
                Some(element)
            }
            None => {
                let group = make(None, "li", &[("class", "chip-group")])?;
                chip(&group, search, SEARCH, words)?;
                Some(group)
            }
        });
        for group in groups {
            group.show(selection, timeline, label, (words, own));
        }
    }
}

impl Group {
    fn new(dimension: Dimension, own: &SelectionWords) -> Option<Self> {
        let element = make(None, "li", &[("class", "chip-group")])?;
        let turn = button("turn", &format!("turn:{}", dimension.code()), (own.turn)(dimension), own.but)?;
        element.append_child(&turn).ok()?;
        let chips = Keyed::new(element.clone());
        Some(Self { dimension, element, turn, chips })
    }

    fn show(
        &mut self,
        selection: &Selection,
        timeline: &[Month],
        label: Label<'_>,
        (words, own): (&PageWords, &SelectionWords),
    ) {
        let is_turned = selection.is_turned(self.dimension);
        set(&self.element, "class", if is_turned { "chip-group turned" } else { "chip-group" });
        set(&self.turn, "aria-pressed", if is_turned { "true" } else { "false" });
        let spans = spans(selection, self.dimension, timeline);
        // Of several, each can be made the only one.
        let one = if spans.len() == 1 { "=" } else { "" };
        let keys = spans.iter().map(|span| format!("{one}{}", span.handle())).collect();
        self.chips.show(keys, &mut |key| {
            let handle = key.strip_prefix(one)?;
            let label = label(spans.iter().find(|span| span.handle() == handle)?);
            let pair = make(None, "span", &[("class", "chip-pair")])?;
            chip(&pair, &label, handle, words)?;
            if one.is_empty() {
                let only = button("only", &format!("only:{handle}"), &(own.only_this)(&label), own.only)?;
                pair.append_child(&only).ok()?;
            }
            Some(pair)
        });
    }
}

/// What takes a filter back.
fn chip(parent: &Element, label: &str, handle: &str, words: &PageWords) -> Option<()> {
    let sentence = (words.remove_filter)(label);
    let attributes =
        [("type", "button"), ("class", "chip"), ("data-chip", handle), ("aria-label", &sentence)];
    let chip = make(Some(parent), "button", &attributes)?;
    make(Some(&chip), "bdi", &[("class", "clip")])?.set_text_content(Some(label));
    make(Some(&chip), "span", &[("aria-hidden", "true")])?.set_text_content(Some(" ×"));
    Some(())
}

/// A small button: a word for those who see what it is beside, and the whole for everyone else.
fn button(class: &str, action: &str, whole: &str, word: &str) -> Option<Element> {
    let attributes = [
        ("type", "button"),
        ("class", class),
        ("data-action", action),
        ("aria-label", whole),
        ("title", whole),
    ];
    let button = make(None, "button", &attributes)?;
    button.set_text_content(Some(word));
    Some(button)
}
