// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page's end of the desk: a program in a worker of its own makes files and links of an open document, which the page
//! need not be able to.
//!
//! One task at a time, since each takes the memory of the whole document. No file that is opened or called off touches it.
//! Never here: what is made, and saving it. The worker comes from the page's own origin.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use js_sys::{Array, Function, Promise, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

use super::state::Page;
use super::{browser, reader};
use crate::desk::{Order, Task, outcome};
use crate::document::Document;
use crate::listing::Listing;
use crate::share::TooMuch;
use crate::view::{View, address};

/// Of a plan of so many bytes the worker ends with its task: the memory of WebAssembly never shrinks.
const LARGE: u32 = 8_000_000;

/// How long after the page the desk is fetched.
pub const LATER: Duration = Duration::from_secs(4);

/// Nothing was made: the worker could not be fetched, or stopped half-way, or there is more than it makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotMade;

thread_local! {
    /// Ends with the last task that was asked for.
    static LAST: RefCell<Option<Promise>> = const { RefCell::new(None) };
    /// The worker, while it has nothing to do.
    static IDLE: RefCell<Option<Worker>> = const { RefCell::new(None) };
    static IS_BUSY: Cell<bool> = const { Cell::new(false) };
}

/// The turn of a task, which ends when it is dropped.
struct Turn(Option<Function>);

impl Turn {
    /// Waits until all that was asked before is done.
    async fn wait() -> Self {
        let mut end = None;
        let mine = Promise::new(&mut |resolve, _| end = Some(resolve));
        if let Some(before) = LAST.replace(Some(mine)) {
            // It is only ever kept.
            drop(JsFuture::from(before).await);
        }
        Self(end)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(end) = self.0.take() {
            // Settling a promise does not throw.
            drop(end.call0(&JsValue::NULL));
        }
    }
}

/// Has the desk ready for the next task, unless it is: fetched while nobody waits for it.
pub fn make_ready() {
    if IDLE.with_borrow(Option::is_some) || IS_BUSY.get() {
        return;
    }
    if let Some(worker) = launch() {
        // All that one says by itself is that it could not be loaded: such a one would never answer, or only so.
        let forget = Closure::once_into_js(|| {
            if let Some(worker) = IDLE.take() {
                listen(&worker, None);
                worker.terminate();
            }
        });
        listen(&worker, Some(forget.unchecked_ref()));
        IDLE.set(Some(worker));
    }
}

/// A new worker; `None` where the browser or the page has none.
fn launch() -> Option<Worker> {
    let build = browser::meta("traguardi:reader")?;
    Worker::new(&format!("reader.js?{build}-desk")).ok()
}

/// Who hears all that becomes of a worker: that it cannot be loaded, what it says, and that this cannot be understood.
fn listen(worker: &Worker, listener: Option<&Function>) {
    worker.set_onerror(listener);
    worker.set_onmessage(listener);
    worker.set_onmessageerror(listener);
}

/// An order of things as they are now.
pub fn order(page: Page, task: Task) -> Order {
    let view = page.view();
    let document = page.document.get_untracked().filter(|_| view != View::default());
    Order {
        task,
        selection: page.selection.get_untracked(),
        field: page.listing.with_untracked(Listing::field),
        rows: page.rows.with_untracked(|rows| rows.to_vec()),
        language: page.language.get_untracked(),
        day: browser::today(),
        view: document.map(|document| address::write_in_plan(&view, &document)).unwrap_or_default(),
        text: String::new(),
        fonts: Vec::new(),
    }
}

/// Has something made of a document: its bytes, which are a text.
///
/// # Errors
/// Where it is not to be had; see [`NotMade`].
pub async fn make(order: &Order, document: &Document) -> Result<Uint8Array, NotMade> {
    hand(|| order.pack(document), || objectives(document)).await
}

/// Has something made of the text of an order.
///
/// # Errors
/// As [`make`].
pub async fn make_of_text(order: &Order) -> Result<Uint8Array, NotMade> {
    hand(|| Some(order.pack_alone()), || Some(Default::default())).await
}

/// Has a task done in its turn.
async fn hand(
    order: impl FnOnce() -> Option<Vec<u8>>,
    objectives: impl FnOnce() -> Option<(Vec<Uint8Array>, Vec<u8>)>,
) -> Result<Uint8Array, NotMade> {
    let _turn = Turn::wait().await;
    let order = order().ok_or(NotMade)?;
    let (parts, ends) = objectives().ok_or(NotMade)?;
    let answer = serve(&parts, &order, &ends).await.ok_or(NotMade)?;
    let end = answer.length().checked_sub(1).ok_or(NotMade)?;
    match outcome(answer.get_index(end)) {
        Some(Ok(())) => Ok(answer.subarray(0, end)),
        Some(Err(TooMuch)) | None => Err(NotMade),
    }
}

/// Has a worker do a task: its answer; `None` where it stopped half-way.
async fn serve(parts: &[Uint8Array], order: &[u8], ends: &[u8]) -> Option<Uint8Array> {
    let worker = IDLE.take().or_else(launch)?;
    IS_BUSY.set(true);
    let said = Promise::new(&mut |resolve, _| listen(&worker, Some(&resolve)));
    let is_asked = ask(&worker, parts, order, ends).await.is_ok();
    // A browser without memory refuses, and nothing is said then.
    let said = if is_asked { JsFuture::from(said).await.ok() } else { None };
    listen(&worker, None);
    IS_BUSY.set(false);
    let message = said.and_then(|event| event.dyn_into::<MessageEvent>().ok());
    let answer = message.and_then(|message| message.data().dyn_into::<Array>().ok()?.get(1).dyn_into().ok());
    let length: u32 = parts.iter().map(Uint8Array::length).sum();
    if answer.is_some() && length < LARGE {
        IDLE.set(Some(worker));
    } else {
        worker.terminate();
        make_ready();
    }
    answer
}

/// Sends a task. What it is of goes before it, part by part, so that the page answers between.
async fn ask(worker: &Worker, parts: &[Uint8Array], order: &[u8], ends: &[u8]) -> Result<(), JsValue> {
    for part in parts {
        worker.post_message(&Array::of1(part))?;
        browser::breathe().await;
    }
    worker.post_message(&Array::of2(&Uint8Array::from(order), &Uint8Array::from(ends)))
}

/// The objectives of a document as bytes in parts, and where each of them ends. They stay where they are: no change of a
/// plan changes what its file says of an objective.
fn objectives(document: &Document) -> Option<(Vec<Uint8Array>, Vec<u8>)> {
    // Every document of the page came from the reader, and with it the bytes.
    let (number, ends) = document.import.plan.objectives.kept_outside()?;
    Some((reader::kept(number), ends))
}
