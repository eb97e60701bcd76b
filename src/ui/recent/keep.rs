// SPDX-License-Identifier: AGPL-3.0-or-later
//! Keeping what is open, as it changes.
//!
//! A plan may be open twice, in two tabs or in one: what is kept has a stamp, and who finds another one than its own keeps
//! beside it and not over it. What was removed, here or in another tab, is not kept again. Whether anything is kept is
//! asked again after everything that takes time. Never here: anything of what a passphrase opened.

use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::time::Duration;

use js_sys::Uint8Array;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::store::{self, Plan, Refused};
use super::{KEEPS, Notice, OPEN, refresh};
use crate::desk::{Order, Task};
use crate::document::Document;
use crate::share::{self, Hosted};
use crate::ui::state::{Kept as Shelved, Page};
use crate::ui::{browser, desk};
use crate::view::address;

/// How long after a step the plan is kept: steps come in rows.
const SOON: Duration = Duration::from_millis(600);

/// What is kept of an opening.
#[derive(Clone)]
pub(super) struct Kept {
    opening: u32,
    id: f64,
    stamp: f64,
    /// Whether it was changed before it was opened.
    was_changed: bool,
    as_of: AsOf,
}

/// A version and a view of it.
type AsOf = Option<(u32, String)>;

/// What there is to do for an opening.
enum Known {
    /// Nothing of it is kept yet.
    Nothing,
    /// This is, and is this page's own.
    Own(Kept),
    /// Something is, but another page keeps there by now.
    Others(Kept),
}

impl Known {
    fn was_changed(&self) -> bool {
        match self {
            Self::Nothing => false,
            Self::Own(kept) | Self::Others(kept) => kept.was_changed,
        }
    }
}

thread_local! {
    /// What is kept of each opening; `as_of` nothing of what was removed, and is not kept again.
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
    static LATER: Cell<Option<TimeoutHandle>> = const { Cell::new(None) };
    /// Something is being kept; and something changed meanwhile.
    static IS_AT_WORK: Cell<bool> = const { Cell::new(false) };
    static IS_BEHIND: Cell<bool> = const { Cell::new(false) };
    /// What documents were opened from, which the browser holds: of those that are open or can be gone back to.
    static SOURCES: RefCell<Vec<(u32, Blob)>> = const { RefCell::new(Vec::new()) };
    /// How often something was removed.
    static REMOVALS: Cell<u32> = const { Cell::new(0) };
}

/// Whether plans are to be kept, as it is now: another tab may have said so last.
pub(super) fn is_wanted() -> bool {
    browser::stored(KEEPS).as_deref() == Some("yes")
}

/// Keeps what is open a little later.
pub(super) fn keep_soon(page: Page) {
    if let Some(later) = LATER.take() {
        later.clear();
    }
    let task = move || {
        LATER.set(None);
        keep(page);
    };
    LATER.set(set_timeout_with_handle(task, SOON).ok());
}

/// Keeps what is to be kept a little later now.
pub(super) fn keep_waiting(page: Page) {
    if let Some(later) = LATER.take() {
        later.clear();
        keep(page);
    }
}

/// Keeps what is open, if it is not kept as it is.
pub(super) fn keep(page: Page) {
    if !is_wanted() {
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
        let kept = keep_as(page, &document, view).await;
        IS_AT_WORK.set(false);
        let is_refused = page.recent.notice.get_untracked() == Notice::Refused;
        if is_refused != kept.is_err() {
            page.recent.notice.set(if kept.is_err() { Notice::Refused } else { Notice::Nothing });
        }
        if kept.unwrap_or_default() {
            refresh(page);
        }
        if IS_BEHIND.take() {
            keep(page);
        }
    });
}

/// Keeps a document with a view: whether anything had to be.
async fn keep_as(page: Page, document: &Arc<Document>, view: String) -> Result<bool, Refused> {
    let removals = REMOVALS.get();
    let goes_on = || is_wanted() && REMOVALS.get() == removals;
    let as_of = as_it_is_kept(document, view);
    let before = of_opening(document.opening());
    if before.as_ref().is_some_and(|kept| kept.as_of.is_none() || kept.as_of == as_of) {
        return Ok(false);
    }
    let Some(known) = known(before).await? else { return Ok(false) };
    let has_text = matches!(&known, Known::Own(kept) if version(&kept.as_of) == version(&as_of));
    let text = if has_text { None } else { Some(text_of(page, document).await.ok_or(Refused)?) };
    let mut plan = about(document, &known, &as_of);
    match (&known, &text) {
        (Known::Own(kept), _) => plan.id = kept.id,
        (_, Some(text)) => plan.id = same(&plan, text).await.unwrap_or(plan.id),
        _ => {}
    }
    if !goes_on() {
        IS_BEHIND.set(true);
        return Ok(false);
    }
    store::put(&plan, text.as_ref()).await?;
    if of_opening(document.opening()).is_some_and(|kept| kept.as_of.is_none()) {
        // Removed while it was being kept.
        store::remove(plan.id).await?;
        return Ok(true);
    }
    take_down(document, &plan, &known, as_of);
    if goes_on()
        && page.document.with_untracked(|open| open.as_ref().is_some_and(|open| open.is_version_of(document)))
    {
        stay_in(&plan);
    }
    Ok(true)
}

/// What of a document and its view is kept: of what a passphrase opened, nothing of either.
fn as_it_is_kept(document: &Document, view: String) -> AsOf {
    Some(match share::is_sealed(address_of(document)) {
        true => (document.opening(), String::new()),
        false => (document.version(), view),
    })
}

fn version(as_of: &AsOf) -> Option<u32> {
    as_of.as_ref().map(|(version, _)| *version)
}

fn address_of(document: &Document) -> &str {
    document.address.as_ref().map_or("", |address| &address.data)
}

fn of_opening(opening: u32) -> Option<Kept> {
    KEPT.with_borrow(|kept| kept.iter().find(|kept| kept.opening == opening).cloned())
}

/// Whose what is kept of an opening is by now; `None` where somebody removed it, and it is not kept again.
async fn known(before: Option<Kept>) -> Result<Option<Known>, Refused> {
    let Some(before) = before else { return Ok(Some(Known::Nothing)) };
    Ok(match store::stamp(before.id).await? {
        None => {
            take_away(|kept| kept.opening == before.opening);
            None
        }
        Some(stamp) if stamp == before.stamp => Some(Known::Own(before)),
        Some(_) => Some(Known::Others(before)),
    })
}

/// What is known of a document that is kept. Of a protected link it is nothing: what is in it stays behind its passphrase.
fn about(document: &Document, known: &Known, as_of: &AsOf) -> Plan {
    let address = address_of(document).to_owned();
    let is_sealed = share::is_sealed(&address);
    let now = js_sys::Date::now();
    Plan {
        // No two are kept in the same millisecond.
        id: now,
        name: if is_sealed { String::new() } else { document.name.clone() },
        title: if is_sealed { String::new() } else { document.title() },
        objectives: if is_sealed { 0 } else { document.whole.plan.all() },
        when: now,
        address,
        view: as_of.as_ref().map(|(_, view)| view.clone()).unwrap_or_default(),
        is_changed: !is_sealed && (known.was_changed() || document.is_amended()),
        stamp: js_sys::Math::random(),
    }
}

/// What a document is opened from again: as long as nobody changed it what it was opened from, so that all that was said of
/// reading it is said again.
async fn text_of(page: Page, document: &Document) -> Option<Uint8Array> {
    let address = address_of(document);
    let link = document.import.link.as_ref();
    if share::is_sealed(address) {
        return Some(Uint8Array::from(address.as_bytes()));
    }
    if let Some(link) = link.filter(|link| link.figures.is_some() || !document.is_amended()) {
        return Some(Uint8Array::from(link.data.as_bytes()));
    }
    if !document.is_amended()
        && let Some(text) = source(document.opening()).await
    {
        return Some(text);
    }
    // How it is looked at is kept apart, so that the same plan has the same text.
    let order = Order { view: String::new(), ..desk::order(page, Task::PlanJson) };
    desk::make(&order, document).await.ok()
}

/// Takes down what a document was opened from, also where nothing is kept: whoever has it kept later gets it as it came.
/// Of what cannot be gone back to any more it is let go.
pub fn came_as(page: Page, document: &Document, file: Blob) {
    let shelves = [page.past, page.ahead];
    SOURCES.with_borrow_mut(|sources| {
        sources.retain(|(of, _)| {
            let is_of = |kept: &Shelved| kept.document.opening() == *of;
            shelves.iter().any(|shelf| shelf.with_untracked(|shelf| shelf.iter().any(is_of)))
        });
        sources.push((document.opening(), file));
    });
}

/// What a document was opened from; `None` where that is not at hand any more, or the file on the disk is another by now.
async fn source(opening: u32) -> Option<Uint8Array> {
    let of_opening = |sources: &Vec<(u32, Blob)>| {
        sources.iter().find(|(of, _)| *of == opening).map(|(_, file)| file.clone())
    };
    let file = SOURCES.with_borrow(of_opening)?;
    Some(Uint8Array::new(&JsFuture::from(file.array_buffer()).await.ok()?))
}

/// The number of a plan that is kept with the same text, or as the same published plan before it was brought up to date;
/// `None` where there is none.
async fn same(plan: &Plan, text: &Uint8Array) -> Option<f64> {
    let is_published = Hosted::of(&plan.address).is_some();
    let is_version =
        |kept: &Plan| is_published && !plan.is_changed && !kept.is_changed && kept.address == plan.address;
    let like = |kept: &Plan| {
        (&kept.name, &kept.title, kept.objectives) == (&plan.name, &plan.title, plan.objectives)
    };
    for kept in store::list().await.unwrap_or_default() {
        if is_version(&kept) {
            return Some(kept.id);
        }
        if like(&kept)
            && let Ok(Some((_, other))) = store::find(kept.id).await
            && other.length() == text.length()
            && other.to_vec() == text.to_vec()
        {
            return Some(kept.id);
        }
    }
    None
}

fn take_down(document: &Document, plan: &Plan, known: &Known, as_of: AsOf) {
    let was_changed = known.was_changed();
    put_down(Kept { opening: document.opening(), id: plan.id, stamp: plan.stamp, was_changed, as_of });
}

fn put_down(now: Kept) {
    KEPT.with_borrow_mut(|kept| {
        kept.retain(|kept| kept.opening != now.opening);
        kept.push(now);
    });
}

/// Takes down that a document was opened from what is kept of this plan, in which this tab then is.
pub(super) fn came_from(document: &Document, plan: &Plan) {
    if is_wanted() {
        stay_in(plan);
    }
    put_down(Kept {
        opening: document.opening(),
        id: plan.id,
        stamp: plan.stamp,
        was_changed: plan.is_changed,
        as_of: as_it_is_kept(document, plan.view.clone()),
    });
}

/// Takes down that a plan was removed, or all of them, also what is just being kept for the first time. Returns what was
/// taken down before.
pub(super) fn was_removed(page: Page, id: Option<f64>) -> Vec<Kept> {
    let before = KEPT.with_borrow(Vec::clone);
    REMOVALS.set(REMOVALS.get().wrapping_add(1));
    if id.is_none()
        && let Some(open) = page.document.get_untracked().filter(|open| of_opening(open.opening()).is_none())
    {
        put_down(Kept { opening: open.opening(), id: f64::NAN, stamp: 0.0, was_changed: false, as_of: None });
    }
    take_away(|kept| id.is_none_or(|id| kept.id == id));
    before
}

/// Takes down that what was to be removed is still there, as it was before.
pub(super) fn was_not_removed(before: &[Kept]) {
    let put_back = |one: &mut Kept| {
        let known = before.iter().find(|before| before.opening == one.opening);
        if let Some(known) = known.filter(|_| one.as_of.is_none()) {
            one.clone_from(known);
        }
        one.as_of.is_some() || known.is_some()
    };
    KEPT.with_borrow_mut(|kept| kept.retain_mut(put_back));
}

fn take_away(is_gone: impl Fn(&Kept) -> bool) {
    KEPT.with_borrow_mut(|kept| {
        kept.iter_mut().filter(|kept| is_gone(kept)).for_each(|kept| kept.as_of = None)
    });
}

/// What was removed while it was open may be kept again.
pub(super) fn may_come_back() {
    KEPT.with_borrow_mut(|kept| kept.retain(|kept| kept.as_of.is_some()));
}

/// Whether this version of a document is kept.
pub(super) fn has(document: &Document) -> bool {
    of_opening(document.opening()).is_some_and(|kept| version(&kept.as_of) == Some(document.version()))
}

/// Has this tab remember in which plan it is. What a passphrase opened comes back by its link, and asks for it again.
fn stay_in(plan: &Plan) {
    let is_sealed = share::is_sealed(&plan.address);
    let place = if is_sealed { String::new() } else { format!("{} {}", plan.id, plan.address) };
    browser::store_in_tab(OPEN, &place);
}
