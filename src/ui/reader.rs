// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page's end of the reader: a program in a worker that reads files while the page answers.
//!
//! One file at a time: what is asked next ends what is being read, with its worker. Never here: what is read, and
//! anything sent elsewhere. The worker comes from the page's own origin.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, JsString, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Event, MessageEvent, Worker};

use super::browser;
use crate::crossing;
use crate::document::Document;
use crate::import::ImportError;
use crate::progress::Progress;

/// A worker that has read more bytes than this ends with it: the memory of WebAssembly never shrinks.
const LARGE: f64 = 8e6;

/// What became of a file.
pub enum Answer {
    /// It was read.
    Read(Box<Document>),
    /// There is no plan in it.
    NoPlan(ImportError),
    /// The browser could not hand over its bytes.
    Unreadable,
    /// The reader could not be fetched, or stopped half-way.
    Broken,
    /// Another file is read instead.
    Overtaken,
}

/// The worker, with what waits for its answer.
struct Running {
    worker: Worker,
    answer: Option<Function>,
    /// The worker calls into these as long as it runs.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

/// Who is told how far the reader is.
type Told = Rc<dyn Fn(Progress)>;

/// What is done with the plans that the reader reads for exercise.
type Rehearsed = Box<dyn FnOnce(Vec<Document>)>;

thread_local! {
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
    static REHEARSED: RefCell<Option<Rehearsed>> = const { RefCell::new(None) };
    static TOLD: RefCell<Option<Told>> = const { RefCell::new(None) };
}

fn running<T>(with: impl FnOnce(&mut Option<Running>) -> T) -> T {
    RUNNING.with_borrow_mut(with)
}

fn answer(waiting: Option<Function>, outcome: &JsValue) {
    if let Some(waiting) = waiting {
        // Settling a promise does not throw.
        drop(waiting.call1(&JsValue::NULL, outcome));
    }
}

/// Ends the worker, and tells who waits for its answer.
fn end(outcome: &JsValue) {
    if let Some(Running { worker, answer: waiting, .. }) = running(Option::take) {
        // What it said last may still be on its way.
        worker.set_onmessage(None);
        worker.set_onerror(None);
        worker.terminate();
        answer(waiting, outcome);
    }
}

/// Has a worker ready for the next file, unless there is one: fetched while nobody waits for it.
pub fn make_ready() {
    running(|running| {
        if running.is_none() {
            *running = launch();
        }
    });
}

/// Starts the reader before anybody asks for it; what it read for exercise goes to `rehearsed`.
pub fn start(rehearsed: impl FnOnce(Vec<Document>) + 'static) {
    REHEARSED.set(Some(Box::new(rehearsed)));
    make_ready();
}

/// Stops reading; who waits for the answer gets none.
pub fn stop() {
    if running(|running| running.as_ref().is_some_and(|running| running.answer.is_some())) {
        end(&JsValue::UNDEFINED);
        make_ready();
    }
}

/// Has a file read; `told` is told how far it is.
pub async fn read(file: &Blob, name: &str, told: impl Fn(Progress) + 'static) -> Answer {
    stop();
    TOLD.set(Some(Rc::new(told)));
    let mut asked = false;
    let promise = Promise::new(&mut |resolve: Function, _| {
        asked = running(|running| {
            let Some(reader) = running.take().or_else(launch) else { return false };
            let message = Array::of2(file, &JsString::from(name));
            let is_asked = reader.worker.post_message(&message).is_ok();
            *running = Some(Running { answer: is_asked.then_some(resolve), ..reader });
            is_asked
        });
    });
    if !asked {
        return Answer::Broken;
    }
    let Ok(outcome) = JsFuture::from(promise).await else { return Answer::Broken };
    if outcome.is_undefined() {
        return Answer::Overtaken;
    }
    let Ok(message) = outcome.dyn_into::<Array>() else { return Answer::Broken };
    match message.get(0).as_string().as_deref() {
        Some("read") => {
            if file.size() > LARGE {
                end(&JsValue::UNDEFINED);
            }
            let Ok(bytes) = message.get(1).dyn_into::<Uint8Array>() else { return Answer::Broken };
            let bytes = copied(&bytes).await;
            browser::breathe().await;
            match crossing::unpack(bytes) {
                Some(Ok(prepared)) => {
                    browser::breathe().await;
                    Answer::Read(Box::new(prepared.into()))
                }
                Some(Err(error)) => Answer::NoPlan(error),
                None => Answer::Broken,
            }
        }
        Some("unreadable") => Answer::Unreadable,
        _ => Answer::Broken,
    }
}

/// The bytes, copied into the page's memory a part at a time: the page answers between.
async fn copied(bytes: &Uint8Array) -> Vec<u8> {
    const PART: u32 = 16 << 20;
    let length = bytes.length();
    let mut all = Vec::with_capacity(length as usize);
    while (all.len() as u32) < length {
        let from = all.len() as u32;
        let to = from.saturating_add(PART).min(length);
        all.resize(to as usize, 0);
        if let Some(part) = all.get_mut(from as usize..) {
            bytes.subarray(from, to).copy_to(part);
        }
        if to < length {
            browser::breathe().await;
        }
    }
    all
}

/// A new worker; `None` where the browser or the page has none.
fn launch() -> Option<Running> {
    let build = browser::meta("traguardi:reader")?;
    let worker = Worker::new(&format!("reader.js?{build}")).ok()?;
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| heard(&event.data()));
    // The worker itself could not be loaded, or what it says cannot be understood.
    let on_error = Closure::<dyn FnMut(Event)>::new(|_: Event| end(&Array::of1(&JsString::from("broken"))));
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
    Some(Running { worker, answer: None, _on_message: on_message, _on_error: on_error })
}

/// The reader says something: a list of what it is and what belongs to it.
fn heard(message: &JsValue) {
    let Some(list) = message.dyn_ref::<Array>() else { return };
    match list.get(0).as_string().as_deref() {
        Some("rehearsed") => {
            let answers = list.get(1).dyn_into::<Array>().unwrap_or_default();
            let read = |answer: JsValue| {
                let bytes = answer.dyn_into::<Uint8Array>().ok()?.to_vec();
                crossing::unpack(bytes)?.ok().map(Document::from)
            };
            if let Some(rehearsed) = REHEARSED.take() {
                rehearsed(answers.iter().filter_map(read).collect());
            }
        }
        Some("progress") => {
            let told = TOLD.with_borrow(Clone::clone);
            let number = |at| list.get(at).as_f64().unwrap_or_default();
            let progress = Progress {
                of_texts: list.get(1).as_bool().unwrap_or_default(),
                share: number(2),
                objectives: number(3) as u32,
            };
            if let Some(told) = told {
                told(progress);
            }
        }
        // The next file gets a new one.
        Some("broken") => end(message),
        _ => answer(running(|running| running.as_mut()?.answer.take()), message),
    }
}
