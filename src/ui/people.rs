// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who answers for the objectives: a list to filter by, by name.
//!
//! Never here: an order by result. A list of people by how they went would be a ranking of people.

use leptos::prelude::*;

use super::button::toggle;
use super::state::Page;
use crate::locale::page::PageWords;
use crate::reading::Status;
use crate::statistics::{Dimension, Figures, Filter};

/// The list of responsible people.
pub fn people(page: Page, figures: &Figures, words: &'static PageWords) -> impl IntoView + use<> {
    // The people of the plan never change while it is open, and neither does their order: only their figures do.
    let rows = figures.by_responsible.iter().enumerate().map(|(index, group)| {
        let name = if group.key.is_empty() { words.no_person.to_owned() } else { group.key.clone() };
        let count = move || {
            page.figures.with(|figures| {
                let summary = figures.as_ref().and_then(|figures| figures.by_responsible.get(index))?.summary;
                Some((words.person_line)(summary.status.of(Status::Achieved), summary.objectives))
            })
        };
        let inside = view! {
            <bdi class="clip">{name}</bdi>
            " "
            <span class="count">{move || count().unwrap_or_default()}</span>
        };
        let filter = Filter::new(Dimension::Person, group.key.clone());
        toggle(page, filter, "toggle person", inside.into_any())
    });
    view! {
        <section class="panel people" aria-labelledby="people">
            <h2 id="people">{words.people}</h2>
            <p class="fine">{words.people_hint}</p>
            <ul class="people-list" tabindex="0" aria-labelledby="people">{rows.collect_view()}</ul>
        </section>
    }
}
