// SPDX-License-Identifier: AGPL-3.0-or-later
//! The list of people and offices: what each answers for, and how it went.
//!
//! Its lines are made once, and a step tells them all at once what they say now: hundreds of parts that each follow a
//! selection by themselves took a step longer than its figures. One listener hears them. Never here: an order by result.

use std::cell::{self, RefCell};
use std::sync::Arc;

use leptos::html::Ul;
use leptos::prelude::*;
use web_sys::{Element, MouseEvent};

use crate::document::Document;
use crate::locale::page::PageWords;
use crate::locale::people::PeopleWords;
use crate::reading::Status;
use crate::reading::people::Kind;
use crate::share::level::is_label;
use crate::sort::sort_by;
use crate::statistics::{Dimension, Figures, Filter, Selection};
use crate::text::fold;
use crate::ui::browser::make;
use crate::ui::cell::Cell;
use crate::ui::changes::Changes;
use crate::ui::choices::{FilterButton, button_of, press};
use crate::ui::live::follow;
use crate::ui::state::Page;

/// Of each member, on how many objectives they support, and how many of these were achieved.
type Support = [(u32, u32)];

/// The list, in the plan's order or by name.
pub fn list(
    page: Page,
    document: Arc<Document>,
    words: &'static PageWords,
    own: &'static PeopleWords,
) -> AnyView {
    let element = NodeRef::<Ul>::new();
    let shown = RefCell::new(Vec::<Line>::new());
    let ordered = cell::Cell::new(None);
    let support = {
        let document = document.clone();
        Memo::new(move |_| document.table.support(&page.rows.get()))
    };
    let of_plan = document.clone();
    follow(move || {
        let Some(list) = element.get() else { return };
        let mut lines = shown.borrow_mut();
        if lines.is_empty() {
            // The element may come from the document before, with its lines in it.
            list.set_text_content(None);
            *lines = all(&of_plan, words, own);
        }
        let by_name = page.people_by_name.get();
        if ordered.replace(Some(by_name)) != Some(by_name) {
            put(&list, &mut lines, by_name);
        }
        let figures = page.figures.get().unwrap_or_default();
        let mut changes = Changes::default();
        support.with(|support| {
            page.selection.with(|selection| {
                for line in lines.iter_mut() {
                    line.tell(&figures, support, selection, (words, own), &mut changes);
                }
            });
        });
        changes.make();
    });
    let hear = move |event: MouseEvent| pressed(page, &document, &event, own);
    view! { <ul class="people-list" tabindex="0" aria-labelledby="people" node_ref=element on:click=hear></ul> }
        .into_any()
}

/// Puts the lines in order; one that is there already moves.
fn put(list: &Element, lines: &mut Vec<Line>, by_name: bool) {
    sort_by(lines, |a, b| match by_name {
        true => a.name.cmp(&b.name).then(a.place.cmp(&b.place)),
        false => a.place.cmp(&b.place),
    });
    for line in lines.iter() {
        // Fails only where the list is within the line, and it never is.
        let _ = list.append_child(&line.element);
    }
}

/// Does what the button is for that was pressed.
fn pressed(page: Page, document: &Document, event: &MouseEvent, own: &PeopleWords) {
    if press(page, event) {
        return;
    }
    let member = button_of(event).and_then(|button| button.get_attribute("data-member"));
    let member = member.and_then(|member| member.parse().ok());
    if let Some(member) = member.filter(|&member| (member as usize) < document.people.members().len()) {
        let name = document.people.member(member).name.clone();
        page.amend((own.parted)(&name), Some("#people"), move |plan| plan.people.split(&name));
    }
}

/// A line for each person or office, in the plan's order, and one for the objectives of nobody.
fn all(document: &Document, words: &PageWords, own: &PeopleWords) -> Vec<Line> {
    let register = &document.people;
    let mut seen = vec![false; register.members().len()];
    let mut lines = Vec::new();
    for member in 0..register.members().len() as u32 {
        // The member whose name stands for it.
        let member = register.identity(member);
        if !std::mem::replace(&mut seen[member as usize], true) {
            lines.extend(Line::of(document, member, lines.len(), own));
        }
    }
    lines.extend(document.table.place_of_person("").and_then(|group| Line::of_nobody(group, words)));
    lines
}

/// A person or an office.
struct Line {
    element: Element,
    /// Its place in the plan's order; that of nobody is the last in any.
    place: usize,
    /// The name, folded; of nobody, the last of all names.
    name: String,
    answers: Option<Answers>,
    supports: Option<Supports>,
}

/// What is said of the objectives that a member supports.
struct Supports {
    member: u32,
    /// On how many, and how many of these were achieved.
    counts: Option<(u32, u32)>,
    line: Cell,
}

/// The button that selects what a person answers for, with how it went.
struct Answers {
    /// The place of its figures.
    group: usize,
    button: FilterButton,
    /// How many were achieved, of how many.
    counts: Option<(u32, u32)>,
    count: Cell,
}

impl Line {
    fn of(document: &Document, member: u32, place: usize, own: &PeopleWords) -> Option<Self> {
        let register = &document.people;
        let shown = register.member(member);
        let name = &*shown.name;
        let element = make(None, "li", &[])?;
        let answers = match document.table.place_of_person(name) {
            Some(group) => Some(Answers::new(&element, name, name, group)?),
            // Those who only support get no line of figures of their own.
            None => {
                let helper = make(Some(&element), "p", &[("class", "helper")])?;
                make(Some(&helper), "bdi", &[("class", "clip")])?.set_text_content(Some(name));
                None
            }
        };
        // In a plan without names a role and a letter stand for a person.
        let is_group = shown.kind == Kind::Group && !is_label(name);
        let others = register.merged_with(member).map(|one| &*one.name).filter(|other| *other != name);
        let others = others.collect::<Vec<_>>().join(", ");
        let helps = register.supports(member);
        let mut supports = None;
        if is_group || helps || !others.is_empty() {
            let more = make(Some(&element), "p", &[("class", "more")])?;
            if is_group {
                make(Some(&more), "span", &[("class", "tag")])?.set_text_content(Some(own.group));
            }
            if helps {
                let count = make(Some(&more), "span", &[("class", "count")])?;
                supports = Some(Supports { member, counts: None, line: Cell::plain(&count)? });
            }
            if !others.is_empty() {
                let spellings = make(Some(&more), "span", &[("class", "spellings")])?;
                spellings.set_text_content(Some(&format!("{} ", own.also_written)));
                make(Some(&spellings), "bdi", &[])?.set_text_content(Some(&others));
                let split = [
                    ("type", "button"),
                    ("class", "quiet"),
                    ("data-action", "split-person"),
                    ("data-member", &member.to_string()),
                ];
                make(Some(&more), "button", &split)?.set_text_content(Some(own.split));
            }
        }
        Some(Self { element, place, name: fold(name), answers, supports })
    }

    fn of_nobody(group: usize, words: &PageWords) -> Option<Self> {
        let element = make(None, "li", &[])?;
        let answers = Some(Answers::new(&element, words.no_person, "", group)?);
        let name = char::MAX.to_string();
        Some(Self { element, place: usize::MAX, name, answers, supports: None })
    }

    fn tell(
        &mut self,
        figures: &Figures,
        support: &Support,
        selection: &Selection,
        (words, own): (&PageWords, &PeopleWords),
        changes: &mut Changes,
    ) {
        if let Some(answers) = &mut self.answers {
            answers.tell(figures, selection, words, changes);
        }
        if let Some(Supports { member, counts, line }) = &mut self.supports {
            let now = support.get(*member as usize).copied().unwrap_or_default();
            if counts.replace(now) != Some(now) {
                line.say(&(own.support_line)(now.1, now.0), &[], changes);
            }
        }
    }
}

impl Answers {
    fn new(line: &Element, name: &str, key: &str, group: usize) -> Option<Self> {
        let button = FilterButton::new(line, "toggle person", Filter::new(Dimension::Person, key))?;
        let inside = &button.element;
        make(Some(inside), "bdi", &[("class", "clip")])?.set_text_content(Some(name));
        // Between the name and what is said of it, for whoever hears both.
        inside.append_with_str_1(" ").ok()?;
        let count = Cell::plain(&make(Some(inside), "span", &[("class", "count")])?)?;
        Some(Self { group, button, counts: None, count })
    }

    fn tell(&mut self, figures: &Figures, selection: &Selection, words: &PageWords, changes: &mut Changes) {
        let summary = figures.by_responsible.get(self.group).map(|group| group.summary);
        let counts = summary.map(|summary| (summary.status.of(Status::Achieved), summary.objectives));
        if self.counts != counts {
            self.counts = counts;
            let line = counts.map(|(achieved, of)| (words.person_line)(achieved, of));
            self.count.say(&line.unwrap_or_default(), &[], changes);
        }
        self.button.tell(selection, changes);
    }
}
