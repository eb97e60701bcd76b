// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who answers for the objectives: a list to filter by, by name.
//!
//! Never here: an order by result. A list of people by how they went would be a ranking of people.

use leptos::prelude::*;

use super::state::Page;
use crate::locale::page::PageWords;
use crate::reading::Status;
use crate::statistics::{Dimension, Figures, Filter};

/// The list of responsible people.
pub fn people(page: Page, figures: &Figures, words: &'static PageWords) -> impl IntoView + use<> {
    // The people of the plan never change while it is open, and neither does their order: only their figures do.
    let rows = figures.by_responsible.iter().enumerate().map(|(index, group)| {
        let filter = Filter::new(Dimension::Person, group.key.clone());
        let handle = filter.handle();
        let name = if group.key.is_empty() { words.no_person.to_owned() } else { group.key.clone() };
        let is_on = {
            let filter = filter.clone();
            Memo::new(move |_| page.selection.with(|s| s.has(&filter)))
        };
        let counts = Memo::new(move |_| {
            page.figures.with(|figures| {
                let summary = figures.as_ref()?.by_responsible.get(index)?.summary;
                Some((summary.status.of(Status::Achieved), summary.objectives))
            })
        });
        view! {
            <li>
                <button
                    type="button"
                    class="toggle person"
                    data-filter=handle
                    aria-pressed=move || is_on.get().to_string()
                    on:click=move |_| page.toggle(&filter)
                >
                    <bdi class="clip">{name}</bdi>
                    " "
                    <span class="count">
                        {move || counts.get().map(|(achieved, of)| (words.person_line)(achieved, of))}
                    </span>
                </button>
            </li>
        }
    });
    view! {
        <section class="panel people" aria-labelledby="people">
            <h2 id="people">{words.people}</h2>
            <p class="fine">{words.people_hint}</p>
            <ul class="people-list" tabindex="0" aria-labelledby="people">{rows.collect_view()}</ul>
        </section>
    }
}
