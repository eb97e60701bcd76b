// SPDX-License-Identifier: AGPL-3.0-or-later
//! People and offices: what each answers for, and how it went; which names are perhaps one person's.
//!
//! Never here: an order by result. A list of people by how they went would be a ranking of people. Never two names merged
//! without a click.

use std::sync::Arc;

use leptos::prelude::*;

use super::button::{button, pressable};
use super::state::Page;
use crate::document::Document;
use crate::locale::Language;
use crate::locale::page::PageWords;
use crate::locale::people::{self as locale, PeopleWords};
use crate::plan::PeopleDecisions;
use crate::reading::Status;
use crate::reading::people::{Kind, Suggestion};
use crate::share::level::is_label;
use crate::sort::sort_by;
use crate::statistics::{Dimension, Filter};
use crate::text::fold;

/// How many suggestions are shown at once: more come as these are decided.
const SHOWN: usize = 30;

/// The panel of people and offices.
pub fn people(page: Page, document: Arc<Document>, words: &'static PageWords) -> impl IntoView {
    let language = page.language.get_untracked();
    let own = locale::people(language);
    let order = |by_name: bool, label: &'static str, action: &'static str| {
        pressable(
            action,
            label,
            move || page.people_by_name.get() == by_name,
            move || page.order_people(by_name),
        )
    };
    view! {
        <section class="panel people" aria-labelledby="people">
            <h2 id="people" tabindex="-1">{own.title}</h2>
            <p class="fine">{own.hint}</p>
            {suggestions(page, &document, language, own)}
            <div class="people-order" role="group" aria-label=own.order>
                {order(true, own.by_name, "people-by-name")}
                {order(false, own.as_in_plan, "people-by-plan")}
            </div>
            {list(page, document, words, own)}
        </section>
    }
}

/// A person or an office: the member whose name stands for it, and the place of its figures.
#[derive(Clone)]
struct Entry {
    member: u32,
    group: Option<usize>,
}

/// The list, in the plan's order or by name.
fn list(
    page: Page,
    document: Arc<Document>,
    words: &'static PageWords,
    own: &'static PeopleWords,
) -> AnyView {
    let register = &document.people;
    let mut seen = vec![false; register.members().len()];
    let mut in_plan = Vec::new();
    for member in 0..register.members().len() as u32 {
        let member = register.identity(member);
        if !std::mem::replace(&mut seen[member as usize], true) {
            in_plan
                .push(Entry { member, group: document.table.place_of_person(&register.member(member).name) });
        }
    }
    let nobody = document.table.place_of_person("");
    let support = {
        let document = document.clone();
        Memo::new(move |_| document.table.support(&page.rows.get()))
    };
    let rows = move || {
        let mut entries = in_plan.clone();
        let register = &document.people;
        if page.people_by_name.get() {
            let name = |entry: &Entry| fold(&register.member(entry.member).name);
            let mut named: Vec<_> = entries.into_iter().map(|entry| (name(&entry), entry)).collect();
            sort_by(&mut named, |a, b| a.0.cmp(&b.0));
            entries = named.into_iter().map(|(_, entry)| entry).collect();
        }
        let rows = entries.into_iter().map(|entry| row(page, &document, entry, support, words, own));
        let nobody = nobody.map(|at| {
            let answers = answers_for(page, words.no_person, String::new(), at, words);
            view! { <li>{answers}</li> }.into_any()
        });
        rows.chain(nobody).collect_view()
    };
    view! { <ul class="people-list" tabindex="0" aria-labelledby="people">{rows}</ul> }.into_any()
}

/// One person or office.
fn row(
    page: Page,
    document: &Document,
    Entry { member, group }: Entry,
    support: Memo<Vec<(u32, u32)>>,
    words: &'static PageWords,
    own: &'static PeopleWords,
) -> AnyView {
    let register = &document.people;
    let shown = register.member(member);
    let name = shown.name.to_string();
    // In a plan without names a role and a letter stand for a person.
    let is_group = shown.kind == Kind::Group && !is_label(&name);
    // Those who only support get no line of figures of their own before it.
    let helps = document.people.supports(member);
    let support_line = helps.then(|| {
        let line = move || {
            let (all, achieved) =
                support.with(|counts| counts.get(member as usize).copied().unwrap_or_default());
            (own.support_line)(achieved, all)
        };
        view! { <span class="count">{line}</span> }.into_any()
    });
    let head = match group {
        Some(at) => answers_for(page, &name, name.clone(), at, words),
        None => view! { <p class="helper"><bdi class="clip">{name.clone()}</bdi></p> }.into_any(),
    };
    let others: Vec<String> = register
        .merged_with(member)
        .filter(|one| one.name != shown.name)
        .map(|one| one.name.to_string())
        .collect();
    let merged = (!others.is_empty()).then(|| {
        let said = (own.parted)(&name);
        let split = move || {
            let name = name.clone();
            page.amend(said.clone(), Some("#people"), move |plan| plan.people.split(&name));
        };
        view! {
            <span class="spellings">{own.also_written}" "<bdi>{others.join(", ")}</bdi></span>
            {button("quiet", "split-person", own.split, split)}
        }
        .into_any()
    });
    let has_more = is_group || helps || merged.is_some();
    view! {
        <li>
            {head}
            {has_more.then(|| view! {
                <p class="more">
                    {is_group.then(|| view! { <span class="tag">{own.group}</span> }.into_any())}
                    {support_line}
                    {merged}
                </p>
            }.into_any())}
        </li>
    }
    .into_any()
}

/// The button that selects what a person answers for, with how it went.
fn answers_for(page: Page, name: &str, key: String, at: usize, words: &'static PageWords) -> AnyView {
    let count = move || {
        page.figures.with(|figures| {
            let summary = figures.as_ref().and_then(|figures| figures.by_responsible.get(at))?.summary;
            Some((words.person_line)(summary.status.of(Status::Achieved), summary.objectives))
        })
    };
    let inside = view! {
        <bdi class="clip">{name.to_owned()}</bdi>
        " "
        <span class="count">{move || count().unwrap_or_default()}</span>
    };
    super::button::filter_button(
        page,
        Filter::new(Dimension::Person, key),
        "toggle person",
        inside.into_any(),
    )
}

/// Names that are perhaps one person's, each with the two answers.
fn suggestions(
    page: Page,
    document: &Arc<Document>,
    language: Language,
    own: &'static PeopleWords,
) -> Option<AnyView> {
    let all = document.people.suggestions();
    let (shown, more) = all.split_at(all.len().min(SHOWN));
    let items = shown
        .iter()
        .map(|&suggestion| one_suggestion(page, document, suggestion, language, own))
        .collect_view();
    (!all.is_empty()).then(|| {
        view! {
            <div class="suggestions">
                <h3 id="maybe-same">{(own.maybe_same)(all.len())}</h3>
                <p class="fine">{own.maybe_same_hint}</p>
                <ul tabindex="0" aria-labelledby="maybe-same">{items}</ul>
                {(!more.is_empty()).then(|| view! { <p class="fine">{(own.more)(more.len())}</p> }.into_any())}
            </div>
        }
        .into_any()
    })
}

fn one_suggestion(
    page: Page,
    document: &Arc<Document>,
    Suggestion { a, b, reason }: Suggestion,
    language: Language,
    own: &'static PeopleWords,
) -> AnyView {
    let [a_name, b_name] = [a, b].map(|at| document.people.member(at).name.clone());
    let decide = |action: &'static str,
                  label: &'static str,
                  said: String,
                  change: fn(&mut PeopleDecisions, &Document, u32, u32)| {
        let document = document.clone();
        let label_in_full = format!("{label}: {a_name}, {b_name}");
        let press = move |_| {
            let document = document.clone();
            page.amend(said.clone(), Some("#people"), move |plan| change(&mut plan.people, &document, a, b));
        };
        view! {
            <button type="button" class="quiet" data-action=action aria-label=label_in_full on:click=press>{label}</button>
        }
        .into_any()
    };
    let merge: fn(&mut PeopleDecisions, &Document, u32, u32) = |people, document, a, b| {
        let names = [a, b].into_iter().flat_map(|at| document.people.merged_with(at));
        people.merge(names.map(|member| member.name.clone()));
    };
    let apart: fn(&mut PeopleDecisions, &Document, u32, u32) = |people, document, a, b| {
        let [a, b] = [a, b].map(|at| &document.people.member(at).name);
        people.keep_apart(a, b);
    };
    let same = decide("merge-people", own.same, (own.merged)(&a_name, &b_name), merge);
    let different = decide("keep-apart", own.different, (own.kept_apart)(&a_name, &b_name), apart);
    view! {
        <li data-suggestion=reason.code()>
            <span><bdi>{a_name.to_string()}</bdi>" · "<bdi>{b_name.to_string()}</bdi></span>
            <span class="fine">{locale::reason(reason, language)}</span>
            <span class="answers">{same}{different}</span>
        </li>
    }
    .into_any()
}
