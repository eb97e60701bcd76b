// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is said of opening, besides its outcome: that a file is being read, and which of several was taken.
//!
//! Both are there from the start, empty: a screen reader tells what changes in them, not that they came. Never here: why
//! a file could not be opened (see `problem`).

use leptos::prelude::*;

use super::button::button;
use super::history;
use super::state::Page;
use crate::locale::opening::opening;
use crate::locale::page::PageWords;
use crate::locale::{commands, selection};
use crate::progress::Progress;

/// That a file is being read, and the way to stop it: at the edge of the window, since the page may stand anywhere.
pub fn reading(page: Page, words: &'static PageWords) -> impl IntoView {
    let said = move || if page.busy.get() { words.reading } else { "" }.to_owned();
    let cancel =
        move || page.busy.get().then(|| button("link", "cancel", words.cancel, move || page.cancel()));
    let own = opening(page.language.get_untracked());
    // Beside the status, and not in it: a screen reader that tells of every step tells of nothing else. The file is the
    // smaller half of the work.
    let progress = move || page.progress.get().filter(|_| page.busy.get());
    let value = move || {
        let of = |progress: Progress| {
            if progress.of_texts { 0.7 + 0.3 * progress.share } else { 0.7 * progress.share }
        };
        progress().map(|progress| of(progress).to_string())
    };
    let how_far = move || {
        let said = |progress: Progress| {
            let percent = (progress.share * 100.0) as u32;
            (if progress.of_texts { own.of_texts } else { own.of_file })(percent, progress.objectives)
        };
        progress().map(said).unwrap_or_default()
    };
    view! {
        <section class="reading" class:shown=move || page.busy.get() aria-label=words.reading>
            <p role="status">{said}</p>
            <progress max="1" value=value aria-label=own.bar aria-describedby="how-far"></progress>
            <p id="how-far" class="fine" data-progress="reading">{how_far}</p>
            {cancel}
        </section>
    }
}

/// What an address asked for and the plan does not have; before there is a plan, that it asks for something.
pub fn of_address(page: Page, words: &'static PageWords) -> impl IntoView {
    let language = page.language.get_untracked();
    let said = move || {
        let left = page.left_of_address.with(|left| commands::left(left, language));
        match left.is_empty() && page.document.with(Option::is_none) && history::is_asked() {
            true => selection::words(language).asked.to_owned(),
            false => left,
        }
    };
    let dismiss = move || {
        page.left_of_address.with(|left| !left.is_empty()).then(|| {
            button("button", "address-dismiss", words.dismiss, move || page.dismiss_left_of_address())
        })
    };
    view! {
        <div class="notice" data-notice="address">
            <p role="status">{said}</p>
            {dismiss}
        </div>
    }
}

/// Which of several files was taken, and how many were not.
pub fn left_aside(page: Page, words: &'static PageWords) -> impl IntoView {
    // The name by itself: it may hold marks that turn the writing.
    let name = move || page.others.get().map(|_| page.taken.get()).unwrap_or_default();
    let said = move || {
        page.others.get().map(|others| format!(": {}", (words.left_aside)(others))).unwrap_or_default()
    };
    let dismiss = move || {
        page.others
            .with(Option::is_some)
            .then(|| button("button", "notice-dismiss", words.dismiss, move || page.dismiss_left_aside()))
    };
    view! {
        <div class="notice">
            <p role="status"><bdi>{name}</bdi>{said}</p>
            {dismiss}
        </div>
    }
}
