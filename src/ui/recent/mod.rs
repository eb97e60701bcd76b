// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plans kept in this browser, when their person wants that: what is open is kept as it changes, comes back when the page
//! is loaded anew, and is listed until it is removed.
//!
//! `keep` is how one is kept, `again` how it is opened again, `store` the database, `panel` what is shown. Never here:
//! anything kept before it was asked for, and anything kept of what a passphrase opened but the protected link.

mod again;
mod keep;
mod panel;
mod store;

pub use again::{left_open, open};
pub use keep::came_as;
pub use panel::{dialog, notice, open_button, panel};

use std::cell::RefCell;

use js_sys::Uint8Array;
use leptos::prelude::*;

use super::state::Page;
use super::{browser, live, save};
use crate::locale::recent::{RecentWords, words as recent_words};
use crate::share;
use store::Plan;

/// Where it is remembered that plans are kept, and in which plan this tab is.
const KEEPS: &str = "keep";
const OPEN: &str = "open";

/// What is said of plans that are kept, above what is open.
#[derive(Clone, Copy, PartialEq)]
pub enum Notice {
    /// Nothing.
    Nothing,
    /// The browser could not keep what it should have.
    Refused,
    /// This opening is what was kept of a plan that is published, not what is published now.
    Copy {
        /// Which.
        opening: u32,
        /// When it was kept.
        when: f64,
    },
}

/// What the page knows of plans that are kept.
#[derive(Clone, Copy)]
pub struct Recent {
    /// Whether what is opened is kept.
    pub keeps: RwSignal<bool>,
    /// What is kept.
    pub plans: RwSignal<Vec<Plan>>,
    /// What is said of it.
    pub notice: RwSignal<Notice>,
    /// How many plans were removed last, and can be put back.
    pub removed: RwSignal<usize>,
    /// The list is open.
    pub shown: RwSignal<bool>,
}

impl Recent {
    /// As it was left.
    pub fn new() -> Self {
        Self {
            keeps: RwSignal::new(keep::is_wanted()),
            plans: RwSignal::new(Vec::new()),
            notice: RwSignal::new(Notice::Nothing),
            removed: RwSignal::new(0),
            shown: RwSignal::new(false),
        }
    }
}

thread_local! {
    /// What was removed last, for as long as the page is open.
    static REMOVED: RefCell<Vec<(Plan, Uint8Array)>> = const { RefCell::new(Vec::new()) };
}

fn words(page: Page) -> &'static RecentWords {
    recent_words(page.language.get_untracked())
}

/// What a plan is called.
fn called(page: Page, plan: &Plan) -> String {
    if share::is_sealed(&plan.address) { words(page).sealed.to_owned() } else { plan.title.clone() }
}

/// Keeps what is open from here on, as it changes, while that is wanted.
pub fn start(page: Page) {
    live::follow(move || {
        page.document.track();
        page.selection.track();
        page.listing.track();
        page.arrangement.track();
        page.sitting.track();
        page.objective.track();
        if page.recent.keeps.get() {
            keep::keep_soon(page);
        }
    });
    // Who leaves may not come back in time.
    window_event_listener_untyped("pagehide", move |_| keep::keep_waiting(page));
    // Another tab said whether plans are kept.
    window_event_listener_untyped("storage", move |_| {
        let wanted = keep::is_wanted();
        if page.recent.keeps.get_untracked() != wanted {
            page.recent.keeps.set(wanted);
        }
    });
    let is_lost = move || {
        let open = page.document.get_untracked();
        open.is_some_and(|open| open.is_amended() && !keep::has(&open) && !save::is_saved(&open))
    };
    browser::ask_before_leaving(is_lost);
    refresh(page);
}

/// Looks up again what is kept.
fn refresh(page: Page) {
    browser::spawn(async move {
        // Where there is no database, nothing is kept.
        let plans = store::list().await.unwrap_or_default();
        if page.recent.plans.with_untracked(|known| *known != plans) {
            page.recent.plans.set(plans);
        }
    });
}

/// Whether what is opened is kept from here on.
fn keep_from_here(page: Page, keeps: bool) {
    browser::store(KEEPS, if keeps { "yes" } else { "no" });
    page.recent.keeps.set(keep::is_wanted());
    if keeps && !keep::is_wanted() {
        page.recent.notice.set(Notice::Refused);
        return page.settle(None);
    }
    match keeps {
        true => {
            browser::ask_to_keep();
            keep::may_come_back();
        }
        false => browser::store_in_tab(OPEN, ""),
    }
    if page.recent.notice.get_untracked() == Notice::Refused {
        page.recent.notice.set(Notice::Nothing);
    }
    page.say(if keeps { words(page).kept } else { words(page).no_more });
}

/// Removes one plan, or all of them. They can be put back as long as the page is open.
fn remove(page: Page, plan: Option<Plan>) {
    let before = keep::was_removed(page, plan.as_ref().map(|plan| plan.id));
    browser::spawn(async move {
        let mut all = Vec::new();
        for one in store::list().await.unwrap_or_default() {
            if plan.as_ref().is_none_or(|plan| plan.id == one.id) {
                all.extend(store::find(one.id).await.ok().flatten());
            }
        }
        let removed = match &plan {
            Some(plan) => store::remove(plan.id).await,
            None => store::remove_all().await,
        };
        page.recent.plans.set(store::list().await.unwrap_or_default());
        let words = words(page);
        let mut next = "#recent-keep";
        match (removed, plan) {
            (Ok(()), plan) => {
                leave(plan.as_ref());
                if !all.is_empty() {
                    next = "[data-action='recent-undo']";
                }
                page.recent.removed.set(all.len());
                REMOVED.set(all);
                page.say(
                    &plan.map_or(words.cleared.to_owned(), |plan| (words.removed)(&called(page, &plan))),
                );
            }
            (Err(_), _) => {
                keep::was_not_removed(&before);
                keep::keep(page);
                page.say(words.not_removed);
            }
        }
        browser::focus_soon(next);
    });
}

/// Has this tab forget that it is in a plan that was removed, or in any.
fn leave(removed: Option<&Plan>) {
    let is_removed = |id: f64| removed.is_none_or(|plan| plan.id == id);
    let place = browser::stored_in_tab(OPEN);
    let id = place.and_then(|place| place.split(' ').next().and_then(|id| id.parse().ok()));
    if id.is_some_and(is_removed) {
        browser::store_in_tab(OPEN, "");
    }
}

/// Keeps again what was removed last. What the browser does not take can be tried again.
fn put_back(page: Page) {
    page.recent.removed.set(0);
    let all = REMOVED.take();
    keep::may_come_back();
    browser::spawn(async move {
        let mut left = Vec::new();
        for (plan, text) in all {
            if store::put(&plan, Some(&text)).await.is_err() {
                left.push((plan, text));
            }
        }
        page.recent.plans.set(store::list().await.unwrap_or_default());
        let (said, next) = match left.is_empty() {
            true => (words(page).put_back, "#recent-keep"),
            false => (words(page).not_put_back, "[data-action='recent-undo']"),
        };
        if !left.is_empty() {
            REMOVED.with_borrow_mut(|removed| removed.append(&mut left));
            page.recent.removed.set(REMOVED.with_borrow(Vec::len));
        }
        page.say(said);
        keep::keep(page);
        browser::focus_soon(next);
    });
}
