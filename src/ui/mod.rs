// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page: the last room, and the only one that touches the browser.
//!
//! `state` holds what the page knows and every deliberate step on it; each panel is a file. Never here: a figure
//! computed, a cell read, a word written out. Never a connection outside the page's own origin, and never markup made
//! from what a file says: text goes into text nodes.

mod analysis;
mod bar;
mod beside;
mod browser;
mod button;
mod calm;
mod caption;
mod cell;
mod changes;
mod charts;
mod chips;
mod choices;
mod commands;
mod correction;
mod desk;
mod diagnostics;
mod dialog;
mod explain;
mod findings;
mod grid;
mod headline;
mod history;
mod keyed;
mod landing;
mod listing;
mod live;
mod method;
mod notice;
mod objective;
mod objectives;
mod open;
mod options;
mod paper;
mod paste;
mod people;
mod problem;
mod range;
mod reader;
mod recent;
mod rehearsal;
mod row;
mod save;
mod scene;
mod seal;
mod selection;
mod share;
mod shared;
mod sheet;
mod shortcuts;
mod sitting;
mod state;
mod status;
mod take_away;
mod twin;
mod unseal;
mod views;

use leptos::prelude::*;

use crate::locale::page::page as words_of;
use state::Page;

/// Starts the page in the element that index.html keeps for it.
pub fn start() {
    browser::reveal_panel_on_panic();
    let Some(root) = browser::element_by_id::<web_sys::HtmlElement>("app") else {
        browser::show_broken();
        return;
    };
    leptos::mount::mount_to(root, app).forget();
}

/// The whole page. It is made anew when the language changes: everything that must outlive that is in [`Page`].
fn app() -> impl IntoView {
    let page = Page::new();
    open::listen_to_window(page);
    history::start(page);
    shortcuts::listen(page);
    explain::listen(page);
    grid::listen(page);
    recent::start(page);
    browser::when_idle(move || {
        reader::start(move |plans| browser::when_idle(move || rehearsal::rehearse(page, plans)));
    });
    // Seldom needed, and then perhaps without a connection: fetched when the reader is there and has practised.
    set_timeout(desk::make_ready, desk::LATER);
    move || {
        let words = words_of(page.language.get());
        view! {
            // By hand: following the link would take the view out of the address.
            <a
                class="skip"
                href="#content"
                on:click=move |event| {
                    event.prevent_default();
                    browser::focus_soon("#content");
                }
            >
                {words.skip}
            </a>
            {open::input(page)}
            {bar::bar(page, words)}
            <main id="content" tabindex="-1" data-state=move || page.state().code()>
                {notice::left_aside(page, words)}
                {notice::of_address(page, words)}
                {recent::notice(page)}
                {problem::problem(page, words)}
                {move || match page.shown.get() {
                    Some(document) => analysis::analysis(page, document, words).into_any(),
                    None => landing::landing(page, words).into_any(),
                }}
            </main>
            {bar::footer(page, words)}
            {paste::dialog(page, words)}
            {share::dialog(page)}
            {unseal::dialog(page)}
            {sitting::dialog(page)}
            {recent::dialog(page)}
            {commands::dialog(page, words)}
            {shortcuts::dialog(page)}
            {open::drop_veil(page, words)}
            {notice::reading(page, words)}
            <p class="visually-hidden" role="status">{move || page.said.get()}</p>
        }
    }
}
