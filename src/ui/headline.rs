// SPDX-License-Identifier: AGPL-3.0-or-later
//! The headline: how many and how well, of what is selected now, by the method in force.
//!
//! Never here: a number without the number of objectives behind it.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

use super::browser::make;
use super::cell::Cell;
use super::changes::{Changes, unset};
use super::choices::{Called, button_of, choices};
use super::live::follow;
use super::state::Page;
use super::{explain, method};
use crate::document::Document;
use crate::locale::headline::said;
use crate::locale::method::method as method_words;
use crate::locale::page::PageWords;
use crate::plan::Weights;
use crate::reading::Status;
use crate::statistics::{Figures, Filter};

/// Whether the method in force weighs objectives: the weighted mean is then the one that counts.
pub fn is_weighted(document: &Document) -> bool {
    document.method.weights == Weights::Used
}

/// The headline.
pub fn headline(page: Page, document: Arc<Document>, words: &'static PageWords) -> impl IntoView {
    view! {
        <section class="headline" aria-labelledby="headline">
            <h2 id="headline" tabindex="-1" class="visually-hidden">{words.headline}</h2>
            {figures(page, is_weighted(&document), words)}
            {statuses(page, &document, words, !document.is_figures())}
            {explain::toggle(page)}
            {method::panel(page, &document)}
        </section>
    }
}

/// The figures that are read first. A step tells them together.
fn figures(page: Page, is_weighted: bool, words: &'static PageWords) -> AnyView {
    let language = page.language.get_untracked();
    let block = NodeRef::<Div>::new();
    let shown = RefCell::new(Vec::<Figure>::new());
    follow(move || {
        let Some(block) = block.get() else { return };
        let mut shown = shown.borrow_mut();
        if shown.is_empty() {
            // The element may come from the document before, with its figures in it.
            block.set_text_content(None);
            *shown = Figure::all(&block, is_weighted, explain::hint(page));
        }
        let summary = page.figures.with(|f| f.as_ref().map(|f| f.selected)).unwrap_or_default();
        let mut changes = Changes::default();
        for figure in shown.iter_mut() {
            figure.tell(said(figure.handle, &summary, is_weighted, language, words), &mut changes);
        }
        changes.make();
    });
    let asked = move |event: MouseEvent| {
        let handle = button_of(&event).and_then(|button| button.get_attribute("data-explain"));
        if let Some(handle) = handle {
            explain::ask_of_headline(page, &handle);
        }
    };
    view! { <div class="figures" node_ref=block on:click=asked></div> }.into_any()
}

/// A figure with what it is of.
struct Figure {
    handle: &'static str,
    element: Element,
    is_hidden: bool,
    value: Cell,
    caption: Cell,
}

impl Figure {
    /// All of them: the mean that counts is among the large ones.
    fn all(block: &Element, is_weighted: bool, hint: &str) -> Vec<Self> {
        let (large, small) = if is_weighted { ("weighted-mean", "mean") } else { ("mean", "weighted-mean") };
        let first =
            [("achieved", "figure large"), (large, "figure large"), ("staff-percent", "figure beside")];
        let mut all: Vec<_> = first.into_iter().filter_map(|of| Self::new(block, of, hint)).collect();
        if let Some(beside) = make(Some(block), "div", &[("class", "figures small")]) {
            let rest = [("median", "figure"), (small, "figure")];
            all.extend(rest.into_iter().filter_map(|of| Self::new(&beside, of, hint)));
        }
        all
    }

    fn new(parent: &Element, (handle, class): (&'static str, &str), hint: &str) -> Option<Self> {
        let element =
            make(Some(parent), "div", &[("class", class), ("data-figure", handle), ("hidden", "")])?;
        let value = [
            ("type", "button"),
            ("class", "value"),
            ("data-explain", handle),
            ("aria-haspopup", "dialog"),
            ("title", hint),
        ];
        let value = Cell::plain(&make(Some(&element), "button", &value)?)?;
        element.append_with_str_1(" ").ok()?;
        let caption = Cell::plain(&make(Some(&element), "span", &[("class", "caption")])?)?;
        Some(Self { handle, element, is_hidden: true, value, caption })
    }

    fn tell(&mut self, said: Option<(String, String)>, changes: &mut Changes) {
        let is_hidden = said.is_none();
        if std::mem::replace(&mut self.is_hidden, is_hidden) != is_hidden {
            match is_hidden {
                true => changes.set(&self.element, "hidden", ""),
                false => unset(&self.element, "hidden"),
            }
        }
        let (value, caption) = said.unwrap_or_default();
        self.value.say(&value, &[], changes);
        self.caption.say(&caption, &[], changes);
    }
}

/// The statuses that the plan has, as a bar and as buttons that filter by them, or with how many there are of each.
pub fn statuses(page: Page, document: &Document, words: &'static PageWords, is_filter: bool) -> AnyView {
    // Of the plan, not of the selection: a button stays while the selection hides its data.
    let plan = document.whole.plan;
    let shown: Vec<Status> =
        plan.status.iter().filter(|&(_, count)| count > 0).map(|(status, _)| status).collect();
    let statuses = shown.iter().map(|&status| (Filter::status(status), Called::Status(status)));
    // Those that the method leaves out have no status in the figures, and must not vanish.
    let left_out = (plan.left_out > 0).then(|| {
        let words = method_words(page.language.get_untracked()).left_out_filter;
        (Filter::left_out(), Called::Words(words.to_owned()))
    });
    let all = statuses.chain(left_out).collect();
    let of_statuses = shown.clone();
    let counts = move |figures: &Figures| {
        // What is not chosen among is of what is selected.
        let (status, left_out) = match is_filter {
            true => (figures.status_facet, figures.left_out_facet),
            false => (figures.selected.status, figures.selected.left_out),
        };
        of_statuses.iter().map(|&of| status.of(of)).chain([left_out]).collect()
    };
    view! {
        {bar(page, shown)}
        {choices(page, "toggles", Some(words.statuses), is_filter, all, counts)}
    }
    .into_any()
}

/// The statuses of what is selected as parts of a bar.
fn bar(page: Page, statuses: Vec<Status>) -> AnyView {
    let bar = NodeRef::<Div>::new();
    let shown = RefCell::new(Vec::<(Status, HtmlElement, Option<u32>)>::new());
    follow(move || {
        let Some(bar) = bar.get() else { return };
        let mut shown = shown.borrow_mut();
        if shown.is_empty() {
            bar.set_text_content(None);
            shown.extend(statuses.iter().filter_map(|&status| {
                let class = format!("segment fill-{}", status.code());
                let segment = make(Some(&bar), "span", &[("class", &class)])?.dyn_into().ok()?;
                Some((status, segment, None))
            }));
        }
        let now = page.figures.with(|figures| figures.as_ref().map(|figures| figures.selected.status));
        for (status, segment, share) in shown.iter_mut() {
            let now = now.map_or(0, |now| now.of(*status));
            if share.replace(now) != Some(now) {
                // By the element's own style: a policy refuses the attribute.
                let _ = HtmlElement::style(segment).set_property("flex-grow", &now.to_string());
            }
        }
    });
    view! { <div class="status-bar" aria-hidden="true" node_ref=bar></div> }.into_any()
}
