// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plans kept in this browser, when their person wants that: what is open is kept as it changes, comes back when the page
//! is loaded anew, and is listed until it is removed.
//!
//! `store` is the database, `panel` what is shown. Never here: anything kept before it was asked for, and anything kept of
//! what a passphrase opened but the protected link.

mod panel;
mod store;

pub use panel::{dialog, notice, open_button, panel};

use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::time::Duration;

use js_sys::Uint8Array;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use web_sys::Blob;

use super::state::Page;
use super::{browser, desk, history, open};
use crate::desk::{Order, Task};
use crate::document::{Address, Document};
use crate::link;
use crate::locale::recent::{RecentWords, words as recent_words};
use crate::view::address;
use store::Plan;

/// How long after a step the plan is kept: steps come in rows.
const SOON: Duration = Duration::from_millis(600);

/// Where it is remembered that plans are kept, and in which plan this tab is.
const KEEPS: &str = "keep";
const OPEN: &str = "open";

/// What the page knows of plans that are kept.
#[derive(Clone, Copy)]
pub struct Recent {
    /// Whether what is opened is kept.
    pub keeps: RwSignal<bool>,
    /// What is kept.
    pub plans: RwSignal<Vec<Plan>>,
    /// The browser could not keep what it should have.
    pub trouble: RwSignal<bool>,
    /// The list is open.
    pub shown: RwSignal<bool>,
}

impl Recent {
    /// As it was left.
    pub fn new() -> Self {
        Self {
            keeps: RwSignal::new(browser::stored(KEEPS).as_deref() == Some("yes")),
            plans: RwSignal::new(Vec::new()),
            trouble: RwSignal::new(false),
            shown: RwSignal::new(false),
        }
    }
}

/// What is kept of an opening.
#[derive(Clone, PartialEq)]
struct Kept {
    opening: u32,
    id: f64,
    /// The version and the view that are kept; none of what was removed, and is not kept again.
    as_of: Option<(u32, String)>,
}

thread_local! {
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
    static LATER: Cell<Option<TimeoutHandle>> = const { Cell::new(None) };
    /// Something is being kept; and something changed meanwhile.
    static IS_AT_WORK: Cell<bool> = const { Cell::new(false) };
    static IS_BEHIND: Cell<bool> = const { Cell::new(false) };
}

fn words(page: Page) -> &'static RecentWords {
    recent_words(page.language.get_untracked())
}

/// Keeps what is open from here on, as it changes, while that is wanted.
pub fn start(page: Page) {
    Effect::new(move |_| {
        page.document.track();
        page.selection.track();
        page.listing.track();
        page.arrangement.track();
        page.sitting.track();
        page.objective.track();
        if page.recent.keeps.get() {
            keep_soon(page);
        }
    });
    // Who leaves may not come back in time.
    window_event_listener_untyped("pagehide", move |_| {
        if let Some(later) = LATER.take() {
            later.clear();
            keep(page);
        }
    });
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

fn keep_soon(page: Page) {
    if let Some(later) = LATER.take() {
        later.clear();
    }
    let task = move || {
        LATER.set(None);
        keep(page);
    };
    LATER.set(set_timeout_with_handle(task, SOON).ok());
}

/// Keeps what is open, if it is not kept as it is.
fn keep(page: Page) {
    if !page.recent.keeps.get_untracked() {
        return;
    }
    let Some(document) = page.document.get_untracked() else {
        // Unless it is just coming back.
        if !page.busy.get_untracked() {
            browser::store_in_tab(OPEN, "");
        }
        return;
    };
    if IS_AT_WORK.get() {
        return IS_BEHIND.set(true);
    }
    // When its texts are read, it changes.
    if !document.is_whole {
        return;
    }
    let view = address::write_in_plan(&page.view(), &document);
    IS_AT_WORK.set(true);
    browser::spawn(async move {
        let is_kept = keep_as(page, &document, view).await;
        IS_AT_WORK.set(false);
        if page.recent.trouble.get_untracked() == is_kept.is_some() {
            page.recent.trouble.set(is_kept.is_none());
        }
        if is_kept == Some(true) {
            refresh(page);
        }
        if IS_BEHIND.take() {
            keep(page);
        }
    });
}

/// Keeps a document with a view: whether anything had to be; `None` where it could not be.
async fn keep_as(page: Page, document: &Arc<Document>, view: String) -> Option<bool> {
    let known = KEPT.with_borrow(|kept| kept.iter().find(|kept| kept.opening == document.opening()).cloned());
    let before = match &known {
        Some(Kept { as_of: None, .. }) => return Some(false),
        Some(Kept { as_of: Some((version, seen)), .. }) => {
            if (*version, seen) == (document.version(), &view) {
                return Some(false);
            }
            Some(*version)
        }
        None => None,
    };
    let address = document.address.as_ref().map(|address| address.data.clone()).unwrap_or_default();
    let is_sealed = link::is_sealed(&address);
    let text = match before {
        Some(version) if version == document.version() || is_sealed => None,
        _ => Some(text_of(page, document, &address).await?),
    };
    let mut plan = Plan {
        // No two are kept in the same millisecond.
        id: known.map_or_else(js_sys::Date::now, |known| known.id),
        name: document.name.clone(),
        title: document.title(),
        objectives: document.whole.plan.all(),
        when: js_sys::Date::now(),
        address,
        view,
    };
    if let Some(text) = text.as_ref().filter(|_| before.is_none()) {
        plan.id = same(&plan, text).await.unwrap_or(plan.id);
    }
    store::put(&plan, text.as_ref()).await.ok()?;
    let as_of = Some((document.version(), plan.view.clone()));
    // Removed while it was being kept.
    let is_removed = KEPT.with_borrow(|kept| {
        kept.iter().any(|kept| kept.opening == document.opening() && kept.as_of.is_none())
    });
    if is_removed {
        store::remove(plan.id).await.ok()?;
        return Some(true);
    }
    take_down(Kept { opening: document.opening(), id: plan.id, as_of });
    let is_open =
        page.document.with_untracked(|open| open.as_ref().is_some_and(|open| open.is_version_of(document)));
    if is_open {
        // What a passphrase opened comes back by its link, and asks for it again.
        let place = if is_sealed { String::new() } else { format!("{} {}", plan.id, plan.address) };
        browser::store_in_tab(OPEN, &place);
    }
    Some(true)
}

/// What a document is opened from again.
async fn text_of(page: Page, document: &Document, address: &str) -> Option<Uint8Array> {
    let link = document.import.link.as_ref().filter(|link| link.figures.is_some());
    match link {
        _ if link::is_sealed(address) => Some(Uint8Array::from(address.as_bytes())),
        Some(link) => Some(Uint8Array::from(link.data.as_bytes())),
        None => {
            // How it is looked at is kept apart, so that the same plan has the same text.
            let order = Order { view: String::new(), ..desk::order(page, Task::PlanJson) };
            desk::make(&order, document).await.ok()
        }
    }
}

/// The number of a plan that is kept with the same text; `None` where there is none.
async fn same(plan: &Plan, text: &Uint8Array) -> Option<f64> {
    let like = |kept: &Plan| {
        (&kept.name, &kept.title, kept.objectives) == (&plan.name, &plan.title, plan.objectives)
    };
    for kept in store::list().await.unwrap_or_default().into_iter().filter(like) {
        if let Ok(Some(other)) = store::text(kept.id).await
            && other.length() == text.length()
            && other.to_vec() == text.to_vec()
        {
            return Some(kept.id);
        }
    }
    None
}

fn take_down(now: Kept) {
    KEPT.with_borrow_mut(|kept| {
        kept.retain(|kept| kept.opening != now.opening);
        kept.push(now);
    });
}

/// The plan in which this tab was before the page was loaded anew, unless an address with this fragment opens another.
pub fn left_open(fragment: &str) -> Option<f64> {
    let place = browser::stored_in_tab(OPEN)?;
    let (id, address) = place.split_once(' ')?;
    let is_same = !link::opens(fragment) || link::is_of(fragment, address);
    id.parse().ok().filter(|_| is_same)
}

/// Opens a plan that is kept, as it was looked at; `gone` is done where it is kept no more. Returns the turn.
pub fn open(page: Page, id: f64, gone: impl FnOnce() + 'static) -> u32 {
    let turn = page.begin();
    let gone: Box<dyn FnOnce()> = Box::new(gone);
    browser::spawn(async move {
        let found = async {
            let plan = store::list().await.ok()?.into_iter().find(|plan| plan.id == id)?;
            let text = store::text(id).await.ok()??;
            let text = Blob::new_with_u8_array_sequence(&js_sys::Array::of1(&text)).ok()?;
            Some((plan, text))
        };
        let Some((plan, text)) = found.await else {
            if page.is_awaited(turn) {
                page.stop_waiting(words(page).gone);
                refresh(page);
                gone();
            }
            return;
        };
        let Plan { name, address: data, view, .. } = plan;
        let is_sealed = link::is_sealed(&data);
        let address = match data.is_empty() || is_sealed {
            true => None,
            false => Some(Address { data, view: view.clone() }),
        };
        if address.is_none() && page.is_awaited(turn) {
            history::ask(Some(view.clone()));
        }
        let is_open = open::read_as(page, turn, text, name, address.map(Into::into)).await;
        if !is_open && page.is_awaited(turn) {
            // Another plan is not to be looked at like this one.
            history::ask(None);
        }
        if let Some(document) = page.document.get_untracked().filter(|_| is_open) {
            let as_of = Some((document.version(), view));
            take_down(Kept { opening: document.opening(), id, as_of });
        }
    });
    turn
}

/// Whether what is opened is kept from here on.
fn keep_from_here(page: Page, keeps: bool) {
    browser::store(KEEPS, if keeps { "yes" } else { "no" });
    page.recent.keeps.set(keeps);
    match keeps {
        true => {
            browser::ask_to_keep();
            // What was removed while it was open may be kept again.
            KEPT.with_borrow_mut(|kept| kept.retain(|kept| kept.as_of.is_some()));
        }
        false => browser::store_in_tab(OPEN, ""),
    }
    page.say(if keeps { words(page).kept } else { words(page).no_more });
}

/// Removes one plan, or all of them.
fn remove(page: Page, plan: Option<Plan>) {
    let of = |id: f64| plan.as_ref().is_none_or(|plan| plan.id == id);
    KEPT.with_borrow_mut(|kept| {
        for kept in kept.iter_mut().filter(|kept| of(kept.id)) {
            kept.as_of = None;
        }
    });
    if browser::stored_in_tab(OPEN)
        .is_some_and(|place| place.split(' ').next().and_then(|id| id.parse().ok()).is_some_and(of))
    {
        browser::store_in_tab(OPEN, "");
    }
    browser::spawn(async move {
        let removed = match &plan {
            Some(plan) => store::remove(plan.id).await,
            None => store::remove_all().await,
        };
        let words = words(page);
        page.recent.plans.set(store::list().await.unwrap_or_default());
        match (removed, plan) {
            (Ok(()), Some(plan)) => page.say(&(words.removed)(&plan.title)),
            (Ok(()), None) => page.say(words.cleared),
            (Err(_), _) => page.say(words.not_removed),
        }
        browser::focus_soon("#recent-keep");
    });
}
