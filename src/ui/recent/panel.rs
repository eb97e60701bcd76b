// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is shown of plans that are kept: whether they are, which, and how to remove them; and that one could not be.
//!
//! Never here: keeping one.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::{Plan, keep_from_here, open, remove, words};
use crate::ui::button::{button, sign_button};
use crate::ui::dialog::modal;
use crate::ui::state::Page;

/// The panel in a dialog, which is to be had whatever is open.
pub fn dialog(page: Page) -> AnyView {
    let inside = move || {
        let own = words(page);
        view! {
            <header class="dialog-head">
                <h2 id="recent-title">{own.title}</h2>
                {sign_button("quiet end", "recent-close", own.close, "✕", move || page.recent.shown.set(false))}
            </header>
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
        {list}
    }
    .into_any()
}

/// A plan that is kept.
fn item(page: Page, plan: Plan) -> AnyView {
    let own = words(page);
    let tag = page.language.get_untracked().pick("it-IT", "en-GB");
    let when = String::from(js_sys::Date::new(&plan.when.into()).to_locale_string(tag, &JsValue::UNDEFINED));
    let about = [plan.name.clone(), (own.objectives)(plan.objectives), when].join(" · ");
    let (id, title) = (plan.id, plan.title.clone());
    let label = (own.remove_one)(&title);
    let again = move |_| {
        let _turn = open(page, id, || {});
    };
    let away = move |_| remove(page, Some(plan.clone()));
    view! {
        <li data-recent=id.to_string()>
            <button type="button" class="link" data-action="recent-open" on:click=again><bdi>{title}</bdi></button>
            <span class="fine"><bdi>{about}</bdi></span>
            <button type="button" class="quiet" data-action="recent-remove" aria-label=label on:click=away>{own.remove}</button>
        </li>
    }
    .into_any()
}

/// That what is open could not be kept.
pub fn notice(page: Page) -> AnyView {
    let said = move || if page.recent.trouble.get() { words(page).refused } else { "" };
    let dismiss = move || {
        let close = words(page).close;
        page.recent
            .trouble
            .get()
            .then(|| button("button", "recent-dismiss", close, move || page.recent.trouble.set(false)))
    };
    view! {
        <div class="notice" data-notice="recent">
            <p role="status">{said}</p>
            {dismiss}
        </div>
    }
    .into_any()
}
