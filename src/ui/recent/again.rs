// SPDX-License-Identifier: AGPL-3.0-or-later
//! Opening again what is kept, as it was looked at.
//!
//! What is published is opened as it is published now, unless it was changed here or is not to be had, as where a host sends
//! another page for what it does not have; then it is said that it is a copy. Never here: keeping.

use leptos::prelude::*;
use web_sys::Blob;

use super::store::{self, Plan};
use super::{Notice, OPEN, keep, refresh, words};
use crate::document::Address;
use crate::share::{self, Hosted};
use crate::ui::browser;
use crate::ui::open::{By, fetch_hosted, read_as, try_as};
use crate::ui::state::Page;

/// The plan in which this tab was before the page was loaded anew, unless an address with this fragment opens another.
pub fn left_open(fragment: &str) -> Option<f64> {
    // Another tab may have said meanwhile that nothing is to be kept.
    let place = browser::stored_in_tab(OPEN).filter(|_| keep::is_wanted())?;
    let (id, address) = place.split_once(' ')?;
    let is_same = !share::opens(fragment) || share::is_of(fragment, address);
    id.parse().ok().filter(|_| is_same)
}

/// Opens a plan that is kept, as it was looked at; `gone` is done where it is kept no more. Returns the turn.
pub fn open(page: Page, id: f64, gone: impl FnOnce() + 'static) -> u32 {
    let turn = page.begin();
    let gone: Box<dyn FnOnce()> = Box::new(gone);
    browser::spawn(async move {
        let found = store::find(id).await.ok().flatten();
        let found = found.and_then(|(plan, text)| {
            Some((plan, Blob::new_with_u8_array_sequence(&js_sys::Array::of1(&text)).ok()?))
        });
        let Some((plan, text)) = found else {
            if page.is_awaited(turn) {
                page.stop_waiting(words(page).gone);
                refresh(page);
                gone();
            }
            return;
        };
        open_found(page, turn, plan, text).await;
    });
    turn
}

async fn open_found(page: Page, turn: u32, plan: Plan, text: Blob) {
    let is_sealed = share::is_sealed(&plan.address);
    let published = Hosted::of(&plan.address);
    let is_published = published.is_some();
    let by = By {
        address: Some(Address { data: plan.address.clone(), view: String::new() })
            .filter(|_| !plan.address.is_empty() && !is_sealed),
        kept: Some(plan.view.clone()).filter(|_| !is_sealed),
        ..By::default()
    };
    if let Some(published) = published.filter(|_| !plan.is_changed)
        && let Ok((published, file)) = fetch_hosted(published).await
        && try_as(page, turn, file, published.name().to_owned(), by.clone()).await.is_ok()
    {
        return;
    }
    if !read_as(page, turn, text, plan.name.clone(), by).await {
        return;
    }
    let Some(document) = page.document.get_untracked() else { return };
    keep::came_from(&document, &plan);
    if is_published {
        page.recent.notice.set(Notice::Copy { opening: document.opening(), when: plan.when });
    }
}
