// SPDX-License-Identifier: AGPL-3.0-or-later
//! The bar at the top and the footer: what can be done whatever is on the page.

use leptos::prelude::*;

use super::button::{button, sign_button};
use super::state::{Page, Shelf, Theme};
use super::{browser, open, recent, save, share};
use crate::locale::commands::words as commands;
use crate::locale::page::PageWords;

/// The bar at the top.
pub fn bar(page: Page, words: &'static PageWords) -> impl IntoView {
    let commands = commands(page.language.get_untracked());
    let theme = move || match page.theme.get() {
        Theme::Auto => words.theme_auto,
        Theme::Light => words.theme_light,
        Theme::Dark => words.theme_dark,
    };
    view! {
        <header class="bar">
            <p class="brand">
                <span class="brand-mark" aria-hidden="true"></span>
                <strong>"Traguardi"</strong>
                <span class="tagline">{words.tagline}</span>
            </p>
            <div class="bar-actions">
                {sign_button("quiet icon", "palette", commands.commands, "⌕", move || page.commanding.set(true))}
                {move || page.shown.with(Option::is_some).then(|| document_actions(page, words))}
                {step(page, page.past, "undo", [words.undo, words.undo_change], "↶ ", Page::undo)}
                {step(page, page.ahead, "redo", [words.redo, words.redo_change], "↷ ", Page::redo)}
                <button
                    type="button"
                    class="quiet"
                    data-action="language"
                    lang=page.language.get_untracked().pick("en", "it")
                    on:click=move |_| page.next_language()
                >
                    {words.other_language}
                </button>
                <button
                    type="button"
                    class="quiet icon"
                    data-action="theme"
                    aria-label=move || (words.theme)(theme())
                    title=move || (words.theme)(theme())
                    on:click=move |_| page.next_theme()
                >
                    <span aria-hidden="true">{move || match page.theme.get() {
                        Theme::Auto => "◐",
                        Theme::Light => "○",
                        Theme::Dark => "●",
                    }.to_owned()}</span>
                </button>
            </div>
        </header>
    }
}

/// The way to the next document of a shelf, or to the next version of the one that is open, while there is one.
fn step(
    page: Page,
    shelf: Shelf,
    action: &'static str,
    [words, words_of_change]: [fn(&str) -> String; 2],
    sign: &'static str,
    press: fn(Page),
) -> AnyView {
    // Most steps lead back to one of the same kind.
    let next = Memo::new(move |_| {
        shelf.with(|kept| {
            let next = kept.last()?;
            let open = page.shown.get();
            let version = open.is_some_and(|open| open.is_version_of(&next.document));
            Some(match &next.change {
                Some(change) if version => words_of_change(change),
                _ => words(&next.document.title()),
            })
        })
    });
    (move || {
        next.get().map(|label| {
            view! {
                <button type="button" class="quiet" data-action=action on:click=move |_| press(page)>
                    <span aria-hidden="true">{sign}</span>
                    <span class="clip">{label}</span>
                </button>
            }
            .into_any()
        })
    })
    .into_any()
}

/// What can be done with an open document.
fn document_actions(page: Page, words: &'static PageWords) -> AnyView {
    // Of figures that came without a plan, each chart has its own.
    let is_plan = page.shown.with(|shown| shown.as_ref().is_some_and(|shown| !shown.is_figures()));
    let print = move || {
        if let Some(window) = browser::window() {
            // Refused only where nothing can be printed.
            let _ = window.print();
        }
    };
    view! {
        {open::pick_button(words.open_another, "quiet")}
        {share::open_button(page)}
        {is_plan.then(|| save::menu(page, words))}
        {button("quiet", "print", words.print, print)}
        {sign_button("quiet", "close", words.close, "✕", move || page.close())}
    }
    .into_any()
}

/// The footer. Whoever hosts the page may name two addresses in the `<meta>` elements of index.html: its source, as the
/// AGPL asks of a page that others use, and the host's declaration of accessibility.
pub fn footer(page: Page, words: &'static PageWords) -> impl IntoView {
    let shortcuts = commands(page.language.get_untracked()).shortcuts;
    let link = |name: &str, label: &'static str| {
        browser::meta(name)
            .map(|address| view! { " · " <a href=address rel="noreferrer">{label}</a> }.into_any())
    };
    view! {
        <footer class="foot">
            <p>{words.stays_here}</p>
            <p>
                {words.licence}
                {link("traguardi:source", words.source_code)}
                {link("traguardi:accessibility", words.accessibility)}
                " · "
                {recent::open_button(page)}
                " · "
                {button("link", "help", shortcuts, move || page.helping.set(true))}
            </p>
        </footer>
    }
}
