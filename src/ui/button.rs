// SPDX-License-Identifier: AGPL-3.0-or-later
//! The buttons of the page: each kind is made in one place, whatever it does.
//!
//! Never here: what pressing one does.

use leptos::prelude::*;

/// A button that says in words what it does.
pub fn button(
    class: &'static str,
    action: &'static str,
    words: impl Into<String>,
    press: impl FnMut() + 'static,
) -> AnyView {
    fn made(
        class: &'static str,
        action: &'static str,
        words: String,
        mut press: Box<dyn FnMut()>,
    ) -> AnyView {
        view! {
            <button type="button" class=class data-action=action on:click=move |_| press()>{words}</button>
        }
        .into_any()
    }
    made(class, action, words.into(), Box::new(press))
}

/// A button with a sign for those who see it, and words for everyone else.
pub fn sign_button(
    class: &'static str,
    action: &'static str,
    words: &'static str,
    sign: &'static str,
    press: impl FnMut() + 'static,
) -> AnyView {
    fn made(
        class: &'static str,
        action: &'static str,
        words: &'static str,
        sign: &'static str,
        mut press: Box<dyn FnMut()>,
    ) -> AnyView {
        view! {
            <button
                type="button"
                class=class
                data-action=action
                aria-label=words
                title=words
                on:click=move |_| press()
            >
                <span aria-hidden="true">{sign}</span>
            </button>
        }
        .into_any()
    }
    made(class, action, words, sign, Box::new(press))
}

/// A button that stays pressed while what it chose is in force.
pub fn pressable(
    action: &'static str,
    words: &'static str,
    is_pressed: impl Fn() -> bool + Send + 'static,
    press: impl Fn() + 'static,
) -> AnyView {
    view! {
        <button
            type="button"
            class="toggle"
            data-action=action
            aria-pressed=move || is_pressed().to_string()
            on:click=move |_| press()
        >
            {words}
        </button>
    }
    .into_any()
}
