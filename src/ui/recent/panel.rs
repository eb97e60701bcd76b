// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is shown of plans that are kept: whether they are, which, and how to remove them; and that one could not be.
//!
//! Never here: keeping one.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::{Notice, Plan, called, keep_from_here, open, put_back, remove, words};
use crate::ui::button::{button, sign_button};
use crate::ui::dialog::modal;
use crate::ui::state::Page;

/// The panel in a dialog, which is to be had whatever is open.
pub fn dialog(page: Page) -> AnyView {
    let inside = move || {
        let own = words(page);
        // The notice of the page stands behind the dialog.
        let is_refused = Memo::new(move |_| page.recent.notice.get() == Notice::Refused);
        let refused =
            move || is_refused.get().then(|| view! { <p role="alert">{own.refused}</p> }.into_any());
        view! {
            <header class="dialog-head">
                <h2 id="recent-title">{own.title}</h2>
                {sign_button("quiet end", "recent-close", own.close, "✕", move || page.recent.shown.set(false))}
            </header>
            {refused}
            {body(page)}
        }
        .into_any()
    };
    modal(page.recent.shown, "dialog recent", "recent-title", Box::new(inside))
}

/// The button that opens it.
pub fn open_button(page: Page) -> AnyView {
    button("link", "recent", words(page).title, move || page.recent.shown.set(true))
}

/// The panel, at the start of the page.
pub fn panel(page: Page) -> AnyView {
    view! {
        <section class="recent" aria-labelledby="recent-heading">
            <h2 id="recent-heading">{words(page).title}</h2>
            {move || (!page.recent.shown.get()).then(|| body(page))}
        </section>
    }
    .into_any()
}

/// The choice and the list.
fn body(page: Page) -> AnyView {
    let own = words(page);
    let changed = move |event| keep_from_here(page, event_target_checked(&event));
    let undo = move || {
        let removed = page.recent.removed.get();
        (removed > 0).then(|| {
            view! {
                <p class="recent-removed">
                    <span>{(own.removed_last)(removed)}</span>
                    " "
                    {button("button", "recent-undo", own.undo, move || put_back(page))}
                </p>
            }
            .into_any()
        })
    };
    let list = move || {
        let plans = page.recent.plans.get();
        if plans.is_empty() {
            return page.recent.keeps.get().then(|| view! { <p class="fine">{own.none}</p> }.into_any());
        }
        let items: Vec<_> = plans.into_iter().map(|plan| item(page, plan)).collect();
        Some(
            view! {
                <ul class="recent-plans">{items}</ul>
                {button("button", "recent-clear", own.clear, move || remove(page, None))}
            }
            .into_any(),
        )
    };
    view! {
        <label class="recent-choice">
            <input
                id="recent-keep"
                type="checkbox"
                data-action="recent-keep"
                aria-describedby="recent-why"
                prop:checked=move || page.recent.keeps.get()
                on:change=changed
            />
            <span>{own.keep}</span>
        </label>
        <p id="recent-why" class="fine">{own.why}</p>
        {undo}
        {list}
    }
    .into_any()
}

/// A plan that is kept.
fn item(page: Page, plan: Plan) -> AnyView {
    let own = words(page);
    let (when, title) = (at(page, plan.when), called(page, &plan));
    let [again_label, away_label] = [own.open, own.remove_one].map(|label| label(&title, &when));
    // Of a protected link nothing is known.
    let of_plan = (plan.objectives > 0).then(|| (own.objectives)(plan.objectives));
    let name = Some(plan.name.clone()).filter(|name| !name.is_empty());
    let about = name.into_iter().chain(of_plan).chain([when]).collect::<Vec<_>>().join(" · ");
    let id = plan.id;
    let again = move |_| {
        let _turn = open(page, id, || {});
    };
    let away = move |_| remove(page, Some(plan.clone()));
    view! {
        <li data-recent=id.to_string()>
            <button type="button" class="link" data-action="recent-open" aria-label=again_label on:click=again>
                <bdi>{title}</bdi>
            </button>
            <span class="fine"><bdi>{about}</bdi></span>
            <button type="button" class="quiet" data-action="recent-remove" aria-label=away_label on:click=away>
                {own.remove}
            </button>
        </li>
    }
    .into_any()
}

/// A time in words.
fn at(page: Page, when: f64) -> String {
    let tag = page.language.get_untracked().pick("it-IT", "en-GB");
    js_sys::Date::new(&when.into()).to_locale_string(tag, &JsValue::UNDEFINED).into()
}

/// That what is open could not be kept, or is a copy.
pub fn notice(page: Page) -> AnyView {
    let said = Memo::new(move |_| match page.recent.notice.get() {
        Notice::Nothing => String::new(),
        Notice::Refused => words(page).refused.to_owned(),
        // Of what is open now.
        Notice::Copy { opening, when } => {
            let is_open =
                page.document.with(|open| open.as_ref().is_some_and(|open| open.opening() == opening));
            if is_open { (words(page).copy)(&at(page, when)) } else { String::new() }
        }
    });
    let away = move || page.recent.notice.set(Notice::Nothing);
    let dismiss = move || {
        let close = words(page).close;
        said.with(|said| !said.is_empty()).then(|| button("button", "recent-dismiss", close, away))
    };
    view! {
        <div class="notice" data-notice="recent">
            <p role="status">{move || said.get()}</p>
            {dismiss}
        </div>
    }
    .into_any()
}
