// SPDX-License-Identifier: AGPL-3.0-or-later
//! The method: what it does, in sentences; its choices, each of which moves the figures at once; what the last one moved.
//!
//! Never here: how a method decides. A choice carries the whole method that it leads to, so that no two of them can make
//! nonsense together.

use leptos::prelude::*;
use web_sys::{HtmlDetailsElement, HtmlInputElement, SubmitEvent};

use super::browser;
use super::state::Page;
use crate::document::Document;
use crate::import::value;
use crate::locale::method::{MethodWords, method as words_of};
use crate::plan::{Bands, LowerBound, Method, NotPlanned, Percent, StandIn, Unjudged, Weights};
use crate::reading::Cases;

/// The panel.
pub fn panel(page: Page, document: &Document) -> AnyView {
    let words = words_of(page.language.get_untracked());
    let now = document.method;
    let plan = &document.import.plan;
    let cases = Cases::of(plan, &document.achievements);
    let sentences = words.sentences(&now, &document.whole.plan, &cases, plan.header.year);
    let paper = said(&sentences);
    let is_changed = now != Method::default();
    let mark = move || {
        is_changed
            .then(|| view! { " " <span class="tag" data-method="changed">{words.changed}</span> }.into_any())
    };
    let toggled = move |event| page.method_open.set(event_target::<HtmlDetailsElement>(&event).open());
    let moved = move || {
        page.moved.get().map(|change| {
            view! { <p class="moved" data-method="moved">{words.change(&change)}</p> }.into_any()
        })
    };
    let to_default = move |_| {
        if is_changed {
            choose(page, Method::default(), "default");
        }
    };
    view! {
        <div class="on-paper">
            <h3>{words.title}{mark()}</h3>
            {paper}
            <p>{words.whole_plan}</p>
        </div>
        <details class="method" prop:open=move || page.method_open.get() on:toggle=toggled>
            <summary data-action="method">{words.how_computed}{mark()}</summary>
            <div class="method-sentences">
                {said(&sentences)}
                <p class="fine">{words.whole_plan}</p>
            </div>
            {moved}
            <div class="choices">
                {choices(page, document, words)}
            </div>
            <button
                type="button"
                class="button"
                data-method="default"
                // Not `disabled`: pressed, it would lose the focus.
                aria-disabled=(!is_changed).to_string()
                on:click=to_default
            >
                {words.to_default}
            </button>
        </details>
    }
    .into_any()
}

fn said(sentences: &[String]) -> AnyView {
    let lines = sentences.iter().map(|sentence| view! { <p>{sentence.clone()}</p> }.into_any());
    lines.collect::<Vec<_>>().into_any()
}

/// Puts a method in force, and keeps the focus on the control that chose it.
fn choose(page: Page, method: Method, handle: &str) {
    page.set_method(method);
    browser::focus_soon(format!("[data-method='{handle}']"));
}

/// One of the ways of a group: its handle, its words, and the whole method that it leads to.
struct Way {
    handle: String,
    label: String,
    to: Method,
}

/// A part of the handle of a way that files know by this name.
fn handle(group: &str, code: &str) -> String {
    format!("{group}:{}", code.replace('_', "-"))
}

/// A way in a group, to be chosen.
fn radio(page: Page, name: &'static str, now: Method, way: Way) -> AnyView {
    let Way { handle, label, to } = way;
    let chosen = handle.clone();
    view! {
        <label class="choice">
            <input
                type="radio"
                name=name
                data-method=handle
                prop:checked=now == to
                on:change=move |_| choose(page, to, &chosen)
            />
            <span>{label}</span>
        </label>
    }
    .into_any()
}

/// A group of ways.
fn group(legend: String, inside: Vec<AnyView>) -> AnyView {
    view! {
        <fieldset>
            <legend>{legend}</legend>
            {inside}
        </fieldset>
    }
    .into_any()
}

/// Every choice there is.
fn choices(page: Page, document: &Document, words: &'static MethodWords) -> AnyView {
    let now = document.method;
    let year = document.import.plan.header.year;
    let radios = |name, ways: Vec<Way>| ways.into_iter().map(|way| radio(page, name, now, way)).collect();
    let stand_ins = StandIn::ALL.iter().map(|&way| Way {
        handle: handle("stand-in", way.code()),
        label: (words.stand_in_choice)(way).into(),
        to: Method { stand_in: way, ..now },
    });
    let unjudged = |name: &'static str, to: fn(Method, Unjudged) -> Method| -> Vec<AnyView> {
        let way = |&way: &Unjudged| Way {
            handle: handle(name, way.code()),
            label: (words.unjudged_choice)(way).into(),
            to: to(now, way),
        };
        radios(name, Unjudged::ALL.iter().map(way).collect())
    };
    let not_planned = NotPlanned::ALL.iter().map(|&way| Way {
        handle: handle("not-planned", way.code()),
        label: (words.not_planned_choice)(way).into(),
        to: Method { not_planned: way, ..now },
    });
    let weights = Weights::ALL.iter().map(|&way| Way {
        handle: handle("weights", way.code()),
        label: (words.weights_choice)(way).into(),
        to: Method { weights: way, ..now },
    });
    [
        bands(page, now, words),
        group(words.stand_in_title.into(), radios("stand-in", stand_ins.collect())),
        group(
            words.suspended_title.into(),
            unjudged("suspended", |now, suspended| Method { suspended, ..now }),
        ),
        group(
            words.not_measurable_title.into(),
            unjudged("not-measurable", |now, not_measurable| Method { not_measurable, ..now }),
        ),
        group((words.not_planned_title)(year), radios("not-planned", not_planned.collect())),
        group(words.weights_title.into(), radios("weights", weights.collect())),
    ]
    .into_iter()
    .collect_view()
    .into_any()
}

/// The bands: those that bodies are known to use, or any others.
fn bands(page: Page, now: Method, words: &'static MethodWords) -> AnyView {
    let is_preset = Bands::PRESETS.contains(&now.bands);
    let is_own = RwSignal::new(!is_preset);
    let number = |percent: Percent| words.language.number(percent.value(), 0);
    let presets = Bands::PRESETS.iter().map(|&bands| {
        let code = match bands {
            Bands::LITERAL => "literal".to_owned(),
            _ => format!("{}-{}", number(bands.achieved_from()), number(bands.partly().degree())),
        };
        let to = Method { bands, ..now };
        let way = Way { handle: handle("bands", &code), label: (words.bands_choice)(&bands), to };
        view! { <div on:change=move |_| is_own.set(false)>{radio(page, "bands", now, way)}</div> }.into_any()
    });
    let mut inside: Vec<AnyView> = presets.collect();
    inside.push(
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="bands"
                    data-method="bands:own"
                    prop:checked=!is_preset
                    on:change=move |_| is_own.set(true)
                />
                <span>{words.own_bands}</span>
            </label>
            {own_bands(page, now, is_own, words)}
        }
        .into_any(),
    );
    group(words.bands_title.into(), inside)
}

/// What is wrong with the values of one's own, and with which of the two fields.
#[derive(Clone)]
struct Wrong {
    field: usize,
    what: String,
}

/// The handles of the two fields, which are their ids as well.
const FIELDS: [&str; 2] = ["bands:achieved-from", "bands:partly-from"];

/// The fields for bands of one's own. They are applied together: on the way from 90 and 70 to 64 and 60, one of them
/// alone would make no sense.
fn own_bands(page: Page, now: Method, is_own: RwSignal<bool>, words: &'static MethodWords) -> AnyView {
    let wrong = RwSignal::new(None::<Wrong>);
    let applied = move |event: SubmitEvent| {
        event.prevent_default();
        match typed(words) {
            Ok(bands) => {
                wrong.set(None);
                choose(page, Method { bands, ..now }, FIELDS[0]);
            }
            Err(error) => {
                browser::focus_soon(format!("[data-method='{}']", FIELDS[error.field]));
                wrong.set(Some(error));
            }
        }
    };
    let achieved_from = words.bound(LowerBound::From(now.bands.achieved_from()));
    let values = [achieved_from, words.bound(now.bands.partly())];
    let labels = [words.achieved_from, words.partly_from];
    let fields = labels.into_iter().zip(values).enumerate().map(|(at, (label, value))| {
        let id = FIELDS[at];
        let is_wrong = move || wrong.with(|wrong| wrong.as_ref().is_some_and(|wrong| wrong.field == at));
        view! {
            <label class="field">
                {label}
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    size="6"
                    id=id
                    data-method=id
                    prop:value=value
                    aria-invalid=move || is_wrong().to_string()
                    aria-describedby="bands-help bands-wrong"
                />
            </label>
        }
        .into_any()
    });
    let what = move || wrong.get().map(|wrong| wrong.what);
    view! {
        <form class="own-bands" novalidate hidden=move || !is_own.get() on:submit=applied>
            {fields.collect::<Vec<_>>()}
            <button type="submit" class="button" data-method="bands:apply">{words.apply}</button>
            <p id="bands-help" class="fine">{words.own_help}</p>
            <p id="bands-wrong" class="wrong" role="alert">{what}</p>
        </form>
    }
    .into_any()
}

/// The bands that are typed in the two fields.
fn typed(words: &MethodWords) -> Result<Bands, Wrong> {
    let percent = |field: usize| {
        let written = browser::element_by_id::<HtmlInputElement>(FIELDS[field]).map(|field| field.value());
        let written = written.unwrap_or_default();
        let no_percent = || Wrong { field, what: (words.no_percent)(written.trim()) };
        value::percent(&written).value().ok_or_else(no_percent)
    };
    let (achieved_from, bound) = (percent(0)?, percent(1)?);
    let partly = if bound == Percent::ZERO { LowerBound::Above(bound) } else { LowerBound::From(bound) };
    let no_bands =
        || Wrong { field: usize::from(achieved_from > Percent::ZERO), what: words.no_bands.into() };
    Bands::new(achieved_from, partly).ok_or_else(no_bands)
}
