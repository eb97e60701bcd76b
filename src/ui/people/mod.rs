// SPDX-License-Identifier: AGPL-3.0-or-later
//! People and offices: what each answers for, and how it went; which names are perhaps one person's.
//!
//! Never here: an order by result. A list of people by how they went would be a ranking of people. Never two names merged
//! without a click.

mod list;

use std::sync::Arc;

use leptos::prelude::*;

use super::button::pressable;
use super::state::Page;
use crate::document::Document;
use crate::locale::Language;
use crate::locale::page::PageWords;
use crate::locale::people::{self as locale, PeopleWords};
use crate::plan::PeopleDecisions;
use crate::reading::people::Suggestion;

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
            {list::list(page, document, words, own)}
        </section>
    }
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
