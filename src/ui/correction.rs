// SPDX-License-Identifier: AGPL-3.0-or-later
//! The form by which a person overrules how an objective was read, and takes that back.
//!
//! It shows what was read; what is changed in it is overruled, and the rest is as read. Never here: a change to what the
//! document says. The correction stands beside it, in the plan.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::state::Page;
use super::status;
use crate::decimal;
use crate::document::Document;
use crate::import::value;
use crate::locale::page::PageWords;
use crate::plan::{CorrectedCode, Correction, Mission, Objective, People, Plan, Programme};
use crate::reading::{Achievement, Status};

/// What stands between names in the form. A comma may be part of one: `Bianchi, Anna`.
const BETWEEN_NAMES: &str = "; ";

/// The fields of the form, in their order; the names are those of the handles `data-correct`.
const FIELDS: [&str; 5] = ["degree", "code", "responsible", "support", "note"];

/// What is said of the form in the place of a field that is wrong: nothing is overruled in it.
const NOTHING: u32 = FIELDS.len() as u32;

/// The form as it is filled in.
#[derive(Clone, PartialEq)]
struct Form {
    status: String,
    /// By place in [`FIELDS`].
    fields: [String; FIELDS.len()],
}

impl Form {
    /// What was read of an objective, or overruled before.
    fn of(
        document: &Document,
        objective: &Objective,
        achievement: &Achievement,
        before: &Correction,
    ) -> Self {
        let names = |people: &People| {
            let members = people.names.iter().flat_map(|name| document.people.of_name(name));
            let names: Vec<&str> = members.map(|&at| &*document.people.member(at).name).collect();
            names.join(BETWEEN_NAMES)
        };
        let programme = objective.programme.as_ref().map(Programme::key);
        let code = programme.or_else(|| objective.mission.as_ref().map(Mission::key)).unwrap_or_default();
        // As it is typed, not as it is shown: in full, and either sign before the decimals is read back.
        let degree = before.degree.map_or_else(String::new, |degree| decimal::full(degree.value()));
        Self {
            status: achievement.status.code().to_owned(),
            fields: [
                degree,
                code,
                names(&objective.responsible),
                names(&objective.support),
                before.note.clone(),
            ],
        }
    }

    /// The correction that it makes of an objective; else the place of the field that cannot be read, or [`NOTHING`].
    fn correction(&self, n: u32, read: &Self, before: &Correction) -> Result<Correction, u32> {
        let [degree, code, responsible, support, note] = self.fields.each_ref().map(|field| field.trim());
        let is_new = |at: usize| self.fields[at].trim() != read.fields[at];
        let degree = match value::percent(degree) {
            value::Read::Nothing => None,
            percent => Some(percent.value().ok_or(0_u32)?),
        };
        let code = match code {
            "" => None,
            _ if !is_new(1) => before.code,
            code => Some(corrected_code(code).ok_or(1_u32)?),
        };
        let names = |at: usize, text: &str, before: &Option<Vec<Arc<str>>>| match is_new(at) {
            true => Some(names(text)),
            false => before.clone(),
        };
        // A degree alone is judged by the method, as any other.
        let status = (self.status != read.status || before.status.is_some()).then(|| self.status.clone());
        let correction = Correction {
            n,
            status,
            degree,
            code,
            responsible: names(2, responsible, &before.responsible),
            support: names(3, support, &before.support),
            note: note.to_owned(),
        };
        let says = correction.is_of_outcome() || correction.is_of_place();
        if says { Ok(correction) } else { Err(NOTHING) }
    }
}

/// A code as a person writes it: `4.6` is 04.06, and `4` mission 04.
fn corrected_code(text: &str) -> Option<CorrectedCode> {
    if let Some(code) = value::code(text).value() {
        return Some(match code.programme {
            Some(programme) => CorrectedCode::Programme(programme),
            None => CorrectedCode::Mission(code.mission),
        });
    }
    text.parse().ok().and_then(crate::plan::MissionCode::new).map(CorrectedCode::Mission)
}

/// The names in a field: parted by semicolons or lines, or else as a cell of a document is.
fn names(text: &str) -> Vec<Arc<str>> {
    let is_between = |c: char| matches!(c, ';' | '\n');
    let parts: Vec<&str> = match text.contains(is_between) {
        true => text.split(is_between).map(str::trim).filter(|name| !name.is_empty()).collect(),
        false => value::people(text),
    };
    parts.into_iter().map(Arc::from).collect()
}

/// The form, folded away; and the correction in force, with its note.
pub fn correction(
    page: Page,
    document: &Document,
    index: u32,
    objective: &Objective,
    achievement: &Achievement,
    words: &'static PageWords,
) -> AnyView {
    let language = page.language.get_untracked();
    let n = index + 1;
    let in_force = document.plan.correction_of(n).cloned();
    let before = in_force.clone().unwrap_or_default();
    let read = Form::of(document, objective, achievement, &before);
    // What is typed changes nothing that is shown, but for what was wrong with it.
    let form = Rc::new(RefCell::new(read.clone()));
    let wrong = RwSignal::new(None::<u32>);
    let filled_in = form.clone();
    let choose = move |event| filled_in.borrow_mut().status = event_target_value(&event);
    let fields = [
        words.correct_degree,
        words.correct_code,
        words.correct_responsible,
        words.correct_support,
        words.correct_note,
    ];
    let fields =
        fields.into_iter().enumerate().map(|(at, label)| field(&form, wrong, at, label)).collect_view();
    let form = form.clone();
    let made = move || form.borrow().correction(n, &read, &before);
    let apply = move |_| match made() {
        Ok(correction) => {
            amend(page, index, words.corrected_done, move |plan| plan.corrections.push(correction));
        }
        Err(field) => wrong.set(Some(field)),
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
    let message = move || {
        wrong.get().map(|field| match field {
            0 => words.correct_not_a_percent,
            NOTHING => words.correct_nothing,
            _ => words.correct_not_a_code,
        })
    };
    view! {
        {note_in_force}
        <details class="correct">
            <summary data-action="correct">{words.correct}</summary>
            <p class="fine">{words.correct_hint}</p>
            <label>
                {words.correct_status}
                <select data-correct="status" on:change=choose>
                    {options.into_iter().collect_view()}
                </select>
            </label>
            {fields}
            <p class="fine" role="alert">{message}</p>
            <button type="button" class="button" data-action="apply-correction" on:click=apply>{words.correct_apply}</button>
        </details>
    }
    .into_any()
}

/// A field of the form for a text.
fn field(form: &Rc<RefCell<Form>>, wrong: RwSignal<Option<u32>>, at: usize, label: &'static str) -> AnyView {
    let value = form.borrow().fields[at].clone();
    let form = form.clone();
    view! {
        <label>
            {label}
            <input
                type="text"
                data-correct=FIELDS[at]
                value=value
                aria-invalid=move || (wrong.get() == Some(at as u32)).to_string()
                on:input=move |event| {
                    wrong.set(None);
                    form.borrow_mut().fields[at] = event_target_value(&event);
                }
            />
        </label>
    }
    .into_any()
}

/// Changes the plan, without the correction that it has of an objective; the objective stays open.
fn amend(page: Page, index: u32, done: &'static str, change: impl FnOnce(&mut Plan) + 'static) {
    // The form is made anew with what is in force now.
    page.amend(done.to_owned(), Some("dialog[open] [data-action='correct']"), move |plan| {
        plan.corrections.retain(|correction| correction.n != index + 1);
        change(plan);
    });
}
