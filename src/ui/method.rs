// SPDX-License-Identifier: AGPL-3.0-or-later
//! The method: what it does, in sentences; its choices, each of which moves the figures at once; what the last one moved.
//!
//! The choices are made node by node, and what is chosen is told by its handle: a view of each would weigh four times as
//! much. Once there they stay, so that the focus does. Never here: how a method decides.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDetailsElement, HtmlInputElement, KeyboardEvent};

use super::browser::{self, make, set};
use super::live::follow;
use super::state::Page;
use crate::document::Document;
use crate::import::value;
use crate::locale::method::{MethodWords, method as words_of};
use crate::locale::shared;
use crate::plan::{Bands, LowerBound, Method, NotPlanned, Percent, StandIn, Unjudged, Weights, Year};

/// The panel.
pub fn panel(page: Page, document: &Document) -> AnyView {
    let words = words_of(page.language.get_untracked());
    let now = document.method;
    let plan = &document.plan;
    let (cases, year) = (document.cases, plan.header.year);
    // Of figures that came alone nothing can be computed anew.
    let is_plan = !document.is_figures();
    let sentences = match is_plan {
        true => words.sentences(&now, &document.whole.plan, &cases, year),
        false => shared::of_method(document, page.language.get_untracked()),
    };
    let whole = is_plan.then_some(words.whole_plan);
    let is_changed = now != Method::default();
    let mark = move || is_changed.then(|| view! { " " <span class="tag">{words.changed}</span> }.into_any());
    let toggled = move |event| page.method_open.set(event_target::<HtmlDetailsElement>(&event).open());
    let moved = move || page.moved.get().map(|change| words.change(&change));
    let choices = NodeRef::<Div>::new();
    follow(move || {
        if let Some(choices) = choices.get().filter(|_| is_plan) {
            show(&choices, now, year, words);
        }
    });
    view! {
        <div class="on-paper">
            <h3>{words.title}{mark()}</h3>
            {said(&sentences, whole)}
        </div>
        <details class="method" prop:open=move || page.method_open.get() on:toggle=toggled>
            <summary data-action="method">{words.how_computed}{mark()}</summary>
            {said(&sentences, whole)}
            <p class="moved" data-moved="method">{moved}</p>
            <div
                class="choices"
                node_ref=choices
                on:change=move |event| changed(page, &event)
                on:click=move |event| clicked(page, event.into())
                on:keydown=move |event| pressed(page, event)
            ></div>
        </details>
    }
    .into_any()
}

/// What the method does.
fn said(sentences: &[String], whole: Option<&'static str>) -> AnyView {
    let lines = sentences.iter().cloned().chain(whole.map(str::to_owned));
    let lines: Vec<_> = lines.map(|sentence| view! { <p>{sentence}</p> }.into_any()).collect();
    view! { <div class="method-sentences">{lines}</div> }.into_any()
}

// ── What is chosen ───────────────────────────────────────────────────────────────────────────────────────────────────

/// The code of bands in their handle; `None` for those of one's own.
fn bands_code(bands: Bands) -> Option<String> {
    let number = |percent: Percent| crate::decimal::fixed(percent.value(), 0);
    match bands {
        Bands::LITERAL => Some("literal".into()),
        _ if Bands::PRESETS.contains(&bands) => {
            Some(format!("{}-{}", number(bands.achieved_from()), number(bands.partly().degree())))
        }
        _ => None,
    }
}

/// The method that a handle leads to from the one in force; `None` for handles that choose nothing by themselves.
fn method_of(handle: &str, mut now: Method) -> Option<Method> {
    let (group, code) = handle.split_once(':')?;
    let way = &code.replace('-', "_");
    match group {
        "bands" => {
            now.bands =
                Bands::PRESETS.into_iter().find(|&bands| bands_code(bands).as_deref() == Some(code))?
        }
        "stand-in" => now.stand_in = StandIn::from_code(way)?,
        "suspended" => now.suspended = Unjudged::from_code(way)?,
        "not-measurable" => now.not_measurable = Unjudged::from_code(way)?,
        "not-planned" => now.not_planned = NotPlanned::from_code(way)?,
        "weights" => now.weights = Weights::from_code(way)?,
        _ => return None,
    }
    Some(now)
}

/// The handle of what an event came from.
fn handle_of(event: &Event) -> Option<String> {
    event.target()?.dyn_into::<Element>().ok()?.get_attribute("data-method")
}

fn in_force(page: Page) -> Method {
    page.document
        .with_untracked(|document| document.as_ref().map(|document| document.method))
        .unwrap_or_default()
}

/// Puts a method in force, and keeps the focus on the control that chose it.
fn choose(page: Page, method: Method, handle: &str) {
    if method != in_force(page) {
        page.set_method(method);
        browser::focus_soon(selector(handle));
    }
}

fn changed(page: Page, event: &Event) {
    let Some(handle) = handle_of(event) else { return };
    if handle == OWN {
        show_own(true);
    } else if let Some(method) = method_of(&handle, in_force(page)) {
        choose(page, method, &handle);
    }
}

fn clicked(page: Page, event: Event) {
    match handle_of(&event).as_deref() {
        Some(DEFAULT) => choose(page, Method::default(), DEFAULT),
        Some(APPLY) => apply(page),
        _ => {}
    }
}

fn pressed(page: Page, event: KeyboardEvent) {
    if event.key() == "Enter" && handle_of(&event).is_some_and(|handle| FIELDS.contains(&handle.as_str())) {
        apply(page);
    }
}

// ── Bands of one's own ───────────────────────────────────────────────────────────────────────────────────────────────

const OWN: &str = "bands:own";
const APPLY: &str = "bands:apply";
const DEFAULT: &str = "default";

/// The handles of the two fields, which are their ids as well.
const FIELDS: [&str; 2] = ["bands:achieved-from", "bands:partly-from"];

fn field(at: usize) -> Option<HtmlInputElement> {
    browser::element_by_id(FIELDS[at])
}

fn show_own(is_shown: bool) {
    if let Some(own) = browser::element_by_id::<web_sys::HtmlElement>("bands-own") {
        own.set_hidden(!is_shown);
    }
}

/// Puts the typed bands in force, or says what is wrong with them. Both fields together: on the way from 90 and 70 to 64
/// and 60, one of them alone would make no sense.
fn apply(page: Page) {
    let words = words_of(page.language.get_untracked());
    let typed = typed(words);
    let wrong = typed.as_ref().err();
    for at in [0, 1] {
        let is_wrong = wrong.is_some_and(|(wrong, _)| *wrong == at);
        if let Some(field) = field(at) {
            set(&field, "aria-invalid", if is_wrong { "true" } else { "false" });
        }
    }
    if let Some(place) = browser::element_by_id::<Element>("bands-wrong") {
        place.set_text_content(wrong.map(|(_, what)| what.as_str()));
    }
    match typed {
        Ok(bands) => {
            // Typed, they may be bands that have a choice of their own: the fields then go.
            let code = bands_code(bands);
            let chosen = code.map_or(FIELDS[0].to_owned(), |code| handle("bands", &code));
            if bands == in_force(page).bands {
                show_bands(bands);
            }
            choose(page, Method { bands, ..in_force(page) }, &chosen);
            browser::focus_soon(selector(&chosen));
        }
        Err((at, _)) => browser::focus_soon(selector(FIELDS[at])),
    }
}

/// The bands that are typed in the two fields, or which field is wrong and why.
fn typed(words: &MethodWords) -> Result<Bands, (usize, String)> {
    let percent = |at: usize| {
        let written = field(at).map(|field| field.value()).unwrap_or_default();
        value::percent(&written).value().ok_or_else(|| (at, (words.no_percent)(written.trim())))
    };
    let (achieved_from, bound) = (percent(0)?, percent(1)?);
    let partly = if bound == Percent::ZERO { LowerBound::Above(bound) } else { LowerBound::From(bound) };
    let wrong = || (usize::from(achieved_from > Percent::ZERO), words.no_bands.to_owned());
    Bands::new(achieved_from, partly).ok_or_else(wrong)
}

// ── The nodes ────────────────────────────────────────────────────────────────────────────────────────────────────────

/// Shows the choices with those marked that are in force.
fn show(choices: &Element, now: Method, year: Option<Year>, words: &MethodWords) {
    // What they say depends on these alone.
    let made_for = format!("{} {}", words.language.tag(), year.map_or(0, Year::number));
    if choices.get_attribute("data-made").as_ref() != Some(&made_for) {
        choices.set_text_content(None);
        set(choices, "data-made", &made_for);
        // Only without a page can making an element fail, and then there is nothing to show it on.
        let _ = fill(choices, year, words);
    }
    show_bands(now.bands);
    for handle in [
        handle("stand-in", now.stand_in.code()),
        handle("suspended", now.suspended.code()),
        handle("not-measurable", now.not_measurable.code()),
        handle("not-planned", now.not_planned.code()),
        handle("weights", now.weights.code()),
    ] {
        check(&handle);
    }
    let bounds = [LowerBound::From(now.bands.achieved_from()), now.bands.partly()];
    for (at, bound) in bounds.into_iter().enumerate() {
        if let Some(field) = field(at) {
            field.set_value(&words.bound(bound));
            set(&field, "aria-invalid", "false");
        }
    }
    if let Some(wrong) = browser::element_by_id::<Element>("bands-wrong") {
        wrong.set_text_content(None);
    }
    if let Some(button) = browser::find::<Element>(&selector(DEFAULT)) {
        // Not `disabled`: pressed, it would lose the focus.
        set(&button, "aria-disabled", if now == Method::default() { "true" } else { "false" });
    }
}

/// Marks a way as the one in force; it takes the mark from the others of its group.
fn check(handle: &str) {
    if let Some(radio) = browser::find::<HtmlInputElement>(&selector(handle)) {
        radio.set_checked(true);
    }
}

/// Marks the bands that are in force; those of one's own have fields.
fn show_bands(bands: Bands) {
    let code = bands_code(bands);
    show_own(code.is_none());
    check(&handle("bands", code.as_deref().unwrap_or("own")));
}

/// The handle of a way that files know by this name.
fn handle(group: &str, code: &str) -> String {
    format!("{group}:{}", code.replace('_', "-"))
}

fn selector(handle: &str) -> String {
    format!("[data-method='{handle}']")
}

/// An element that says something.
fn saying(parent: &Element, name: &str, attributes: &[(&str, &str)], text: &str) -> Option<Element> {
    let element = make(Some(parent), name, attributes)?;
    element.set_text_content(Some(text));
    Some(element)
}

fn group(parent: &Element, legend: &str) -> Option<Element> {
    let group = make(Some(parent), "fieldset", &[])?;
    saying(&group, "legend", &[], legend)?;
    Some(group)
}

fn radio(group: &Element, name: &str, code: &str, label: &str) -> Option<()> {
    let handle = handle(name, code);
    let choice = make(Some(group), "label", &[("class", "choice")])?;
    make(Some(&choice), "input", &[("type", "radio"), ("name", name), ("data-method", &handle)])?;
    saying(&choice, "span", &[], label)?;
    Some(())
}

/// Makes every choice there is.
fn fill(choices: &Element, year: Option<Year>, words: &MethodWords) -> Option<()> {
    let bands = group(choices, words.bands_title)?;
    for preset in Bands::PRESETS {
        radio(&bands, "bands", &bands_code(preset)?, &(words.bands_choice)(&preset))?;
    }
    radio(&bands, "bands", "own", words.own_bands)?;
    let own = make(Some(&bands), "div", &[("class", "own-bands"), ("id", "bands-own"), ("hidden", "")])?;
    for (id, label) in FIELDS.into_iter().zip([words.achieved_from, words.partly_from]) {
        let label = saying(&own, "label", &[("class", "field")], label)?;
        let attributes = [
            ("type", "text"),
            ("inputmode", "decimal"),
            ("autocomplete", "off"),
            ("id", id),
            ("data-method", id),
            ("aria-describedby", "bands-help bands-wrong"),
        ];
        make(Some(&label), "input", &attributes)?;
    }
    saying(&own, "button", &[("type", "button"), ("class", "button"), ("data-method", APPLY)], words.apply)?;
    saying(&own, "p", &[("id", "bands-help"), ("class", "fine")], words.own_help)?;
    make(Some(&own), "p", &[("id", "bands-wrong"), ("class", "wrong"), ("role", "alert")])?;

    let stand_ins = group(choices, words.stand_in_title)?;
    for &way in StandIn::ALL {
        radio(&stand_ins, "stand-in", way.code(), (words.stand_in_choice)(way))?;
    }
    for (name, title) in
        [("suspended", words.suspended_title), ("not-measurable", words.not_measurable_title)]
    {
        let ways = group(choices, title)?;
        for &way in Unjudged::ALL {
            radio(&ways, name, way.code(), (words.unjudged_choice)(way))?;
        }
    }
    let not_planned = group(choices, &(words.not_planned_title)(year))?;
    for &way in NotPlanned::ALL {
        radio(&not_planned, "not-planned", way.code(), (words.not_planned_choice)(way))?;
    }
    let weights = group(choices, words.weights_title)?;
    for &way in Weights::ALL {
        radio(&weights, "weights", way.code(), (words.weights_choice)(way))?;
    }
    let button = [("type", "button"), ("class", "button"), ("data-method", DEFAULT)];
    saying(choices, "button", &button, words.to_default)?;
    Some(())
}
