// SPDX-License-Identifier: AGPL-3.0-or-later
//! The form by which a person overrules how an objective was read, and takes that back.
//!
//! Never here: a change to what the document says. The correction stands beside it, in the plan.

use leptos::prelude::*;

use super::state::Page;
use super::status;
use crate::document::Document;
use crate::import::value;
use crate::locale::page::PageWords;
use crate::plan::{Correction, Plan};
use crate::reading::{Achievement, Status};

/// The form, folded away; and the correction in force, with its note.
pub fn correction(
    page: Page,
    document: &Document,
    index: u32,
    achievement: &Achievement,
    words: &'static PageWords,
) -> AnyView {
    let language = page.language.get_untracked();
    let n = index + 1;
    let in_force = document.import.plan.corrections.iter().find(|correction| correction.n == n).cloned();
    let as_read = achievement.status.code();
    let chosen = RwSignal::new(as_read.to_owned());
    let degree = RwSignal::new(String::new());
    let note =
        RwSignal::new(in_force.as_ref().map_or_else(String::new, |correction| correction.note.clone()));
    let wrong = RwSignal::new(false);
    let apply = move |_| {
        let written = degree.get_untracked();
        let percent = match written.trim() {
            "" => None,
            text => match value::percent(text).value() {
                Some(percent) => Some(percent),
                None => return wrong.set(true),
            },
        };
        let note = note.get_untracked().trim().to_owned();
        // A degree alone is judged by the method, as any other.
        let status = Some(chosen.get_untracked()).filter(|chosen| percent.is_none() || *chosen != as_read);
        let correction = Correction { n, status, degree: percent, note };
        amend(page, index, words.corrected_done, move |plan| plan.corrections.push(correction));
    };
    let remove = move |_| amend(page, index, words.corrected_undone, |_| {});
    let options = Status::ALL.map(|status| {
        let selected = status == achievement.status;
        view! { <option value=status.code() selected=selected>{status::name(status, 1, language)}</option> }
            .into_any()
    });
    let note_in_force = in_force.map(|Correction { note, .. }| {
        view! {
            <p class="fine corrected">
                <span aria-hidden="true">"✎ "</span>
                {(!note.is_empty()).then(|| view! { <bdi>{note}</bdi>" " }.into_any())}
                <button type="button" class="quiet" data-action="remove-correction" on:click=remove>{words.correct_remove}</button>
            </p>
        }
        .into_any()
    });
    view! {
        {note_in_force}
        <details class="correct">
            <summary data-action="correct">{words.correct}</summary>
            <p class="fine">{words.correct_hint}</p>
            <label>
                {words.correct_status}
                <select data-correct="status" on:change=move |event| chosen.set(event_target_value(&event))>
                    {options.into_iter().collect_view()}
                </select>
            </label>
            <label>
                {words.correct_degree}
                <input
                    type="text"
                    inputmode="decimal"
                    data-correct="degree"
                    aria-invalid=move || wrong.get().to_string()
                    on:input=move |event| {
                        wrong.set(false);
                        degree.set(event_target_value(&event));
                    }
                />
            </label>
            <p class="fine" role="alert">{move || wrong.get().then_some(words.correct_not_a_percent)}</p>
            <label>
                {words.correct_note}
                <input
                    type="text"
                    data-correct="note"
                    prop:value=move || note.get()
                    on:input=move |event| note.set(event_target_value(&event))
                />
            </label>
            <button type="button" class="button" data-action="apply-correction" on:click=apply>{words.correct_apply}</button>
        </details>
    }
    .into_any()
}

/// Changes the plan, without the correction that it has of an objective; the objective stays open.
fn amend(page: Page, index: u32, done: &'static str, change: impl FnOnce(&mut Plan)) {
    page.amend(done.to_owned(), None, |plan| {
        plan.corrections.retain(|correction| correction.n != index + 1);
        change(plan);
    });
}
