// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page's end of the reader: a program in a worker that reads files while the page answers.
//!
//! One file at a time: what is asked next ends what is being read, with its worker; but a worker of which figures are
//! shown reads its texts to the end, beside the next one. The objectives stay with the browser, as the bytes in which they
//! came, until they are looked at. Never here: what is read, and anything sent elsewhere. The worker comes from the page's
//! own origin.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use js_sys::{Array, Function, JsString, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Event, MessageEvent, Worker};

use super::browser;
use crate::crossing;
use crate::document::Document;
use crate::import::ImportError;
use crate::list::Keeper;
use crate::prepared::{Prepared, Rest};
use crate::progress::Progress;

/// A worker that has read more bytes than this ends with it: the memory of WebAssembly never shrinks.
const LARGE: f64 = 8e6;

/// What became of a file.
pub enum Answer {
    /// It was read; its texts perhaps still are.
    Read(Box<Document>, Option<Reading>),
    /// There is no plan in it.
    NoPlan(ImportError),
    /// The browser could not hand over its bytes.
    Unreadable,
    /// The reader could not be fetched, or stopped half-way.
    Broken,
    /// Another file is read instead.
    Overtaken,
}

/// The texts that are still to be read when figures can be shown. Dropped, it ends their reader.
pub struct Reading {
    number: u32,
    rest: Option<Promise>,
}

impl Reading {
    /// Has them read: what they say; `None` where the reader stopped half-way.
    pub async fn rest(mut self) -> Option<Rest> {
        let rest = self.rest.take()?;
        let ask = |one: &Running| one.worker.post_message(&Array::new()).is_ok();
        let is_asked =
            running(|running| running.as_ref().filter(|one| one.number == self.number).is_some_and(ask))
                || FINISHING.with_borrow(|all| all.iter().filter(|one| one.number == self.number).any(ask));
        if !is_asked {
            return None;
        }
        let bytes = JsFuture::from(rest).await.ok()?.dyn_into::<Array>().ok()?.get(1);
        crossing::unpack_rest(bytes.dyn_into::<Uint8Array>().ok()?.to_vec())
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        if self.rest.is_some() {
            end(take(self.number), &JsValue::UNDEFINED);
        }
    }
}

/// The worker, with what waits for it.
struct Running {
    number: u32,
    worker: Worker,
    answer: Option<Function>,
    /// Waits for what its texts say. As long as that is so, nothing else can be asked of it.
    rest: Option<Function>,
    /// Whether it ends with its file.
    is_last: bool,
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
    /// Workers that read the texts of a file to the end, while another one reads the next file.
    static FINISHING: RefCell<Vec<Running>> = const { RefCell::new(Vec::new()) };
    static WORKERS: Cell<u32> = const { Cell::new(0) };
    static KEPT: RefCell<Vec<(u32, Vec<Uint8Array>)>> = const { RefCell::new(Vec::new()) };
    /// The head of the answer that is on its way.
    static HEAD: RefCell<Option<Head>> = const { RefCell::new(None) };
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

/// Takes a worker out, whatever it is doing.
fn take(number: u32) -> Option<Running> {
    let current = running(|running| running.take_if(|running| running.number == number));
    current.or_else(|| {
        FINISHING.with_borrow_mut(|all| {
            let at = all.iter().position(|one| one.number == number)?;
            Some(all.swap_remove(at))
        })
    })
}

/// Ends a worker, and tells who waits for it.
fn end(ended: Option<Running>, outcome: &JsValue) {
    if let Some(Running { worker, answer: waiting, rest, .. }) = ended {
        // What it said last may still be on its way.
        worker.set_onmessage(None);
        worker.set_onerror(None);
        worker.terminate();
        answer(waiting, outcome);
        answer(rest, outcome);
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
    let stopped = running(|running| running.take_if(|running| running.answer.is_some()));
    if stopped.is_some() {
        end(stopped, &JsValue::UNDEFINED);
        make_ready();
    }
}

/// Has a file read; `told` is told how far it is. `in_one` asks for all of it at once.
pub async fn read(file: &Blob, name: &str, in_one: bool, told: impl Fn(Progress) + 'static) -> Answer {
    stop();
    TOLD.set(Some(Rc::new(told)));
    // One that still reads texts does that to the end.
    let busy = running(|running| running.take_if(|running| running.rest.is_some()));
    FINISHING.with_borrow_mut(|all| all.extend(busy));
    let mut asked = None;
    let read = Promise::new(&mut |resolve: Function, _| {
        asked = running(|running| {
            let reader = running.take().or_else(launch)?;
            let message = Array::of2(file, &JsString::from(name));
            let is_asked = reader.worker.post_message(&message).is_ok();
            let number = reader.number;
            *running = Some(Running { answer: is_asked.then_some(resolve), ..reader });
            is_asked.then_some(number)
        });
    });
    let Some(number) = asked else { return Answer::Broken };
    make_room(file.size());
    let Ok(outcome) = JsFuture::from(read).await else { return Answer::Broken };
    if outcome.is_undefined() {
        return Answer::Overtaken;
    }
    let Ok(message) = outcome.dyn_into::<Array>() else { return Answer::Broken };
    match message.get(0).as_string().as_deref() {
        Some("read") => match with_objectives(HEAD.take().flatten(), &message, 1) {
            Some(Ok(prepared)) => {
                let reading = go_on(number, prepared.is_whole(), file.size() > LARGE);
                browser::breathe().await;
                let document = Document::from(prepared);
                browser::breathe().await;
                match reading {
                    Some(reading) if in_one => {
                        let whole = reading.rest().await.and_then(|rest| document.completed(rest));
                        whole.map_or(Answer::Broken, |whole| Answer::Read(Box::new(whole), None))
                    }
                    reading => Answer::Read(Box::new(document), reading),
                }
            }
            Some(Err(error)) => {
                go_on(number, true, file.size() > LARGE);
                Answer::NoPlan(error)
            }
            None => Answer::Broken,
        },
        Some("unreadable") => Answer::Unreadable,
        _ => Answer::Broken,
    }
}

/// What is still to be read of a file by its worker, which else ends with it if it is large.
fn go_on(number: u32, is_whole: bool, is_last: bool) -> Option<Reading> {
    if is_whole {
        if is_last {
            end(take(number), &JsValue::UNDEFINED);
        }
        return None;
    }
    let rest = Promise::new(&mut |resolve, _| {
        running(|running| {
            if let Some(one) = running.as_mut().filter(|one| one.number == number) {
                (one.rest, one.is_last) = (Some(resolve), is_last);
            }
        });
    });
    Some(Reading { number, rest: Some(rest) })
}

/// What the reader says first: all but the objectives, or why there is no plan; `None` where it is nothing that it says.
type Head = Option<Result<Prepared, ImportError>>;

fn head(bytes: JsValue) -> Head {
    crossing::unpack(bytes.dyn_into::<Uint8Array>().ok()?.to_vec())
}

/// A head with its objectives and where each of them ends, which stand from this place on.
fn with_objectives(head: Head, message: &Array, at: u32) -> Head {
    let prepared = match head? {
        Ok(prepared) => prepared,
        Err(error) => return Some(Err(error)),
    };
    let parts = message.get(at).dyn_into::<Array>().ok()?;
    let parts: Vec<Uint8Array> = parts.iter().filter_map(|part| part.dyn_into().ok()).collect();
    let length = parts.iter().map(|part| part.length() as usize).sum();
    let ends = message.get(at + 1).dyn_into::<Uint8Array>().ok()?.to_vec();
    prepared.with_objectives(Box::new(Kept::new(parts)), length, ends).map(Ok)
}

/// Has memory ready for what comes of a file, while nobody waits for the page: growing it a little at a time takes
/// longer than what it is for. What is not used costs nothing.
fn make_room(file: f64) {
    let mut room: Vec<u8> = Vec::new();
    // Columns, with the bytes in which they come; the texts stay with the browser.
    drop(room.try_reserve_exact((file * 0.6) as usize));
    // Memory that was had once stays; without this, the compiler would see that nothing is done with it.
    drop(std::hint::black_box(room));
}

/// The objectives of a document, as bytes that the browser keeps.
struct Kept(u32);

impl Kept {
    fn new(parts: Vec<Uint8Array>) -> Self {
        let number = counted();
        KEPT.with_borrow_mut(|kept| kept.push((number, parts)));
        Self(number)
    }
}

/// All bytes that are kept under a number, in their parts.
pub(super) fn kept(number: u32) -> Vec<Uint8Array> {
    KEPT.with_borrow(|kept| {
        let of_this = kept.iter().find(|(of, _)| *of == number);
        of_this.map(|(_, parts)| parts.clone()).unwrap_or_default()
    })
}

impl Keeper for Kept {
    fn number(&self) -> Option<u32> {
        Some(self.0)
    }

    fn fetch(&self, range: Range<usize>) -> Vec<u8> {
        let mut fetched = Vec::with_capacity(range.len());
        KEPT.with_borrow(|kept| {
            let mut start = 0;
            let parts = kept.iter().filter(|(number, _)| *number == self.0).flat_map(|(_, parts)| parts);
            for part in parts {
                let length = part.length() as usize;
                let (from, to) =
                    (range.start.saturating_sub(start), range.end.saturating_sub(start).min(length));
                if from < to {
                    fetched.extend(part.subarray(from as u32, to as u32).to_vec());
                }
                start += length;
            }
        });
        fetched
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        KEPT.with_borrow_mut(|kept| kept.retain(|(number, _)| *number != self.0));
    }
}

/// A number that nothing else has.
fn counted() -> u32 {
    WORKERS.set(WORKERS.get().wrapping_add(1));
    WORKERS.get()
}

/// A new worker; `None` where the browser or the page has none.
fn launch() -> Option<Running> {
    let build = browser::meta("traguardi:reader")?;
    let worker = Worker::new(&format!("reader.js?{build}")).ok()?;
    let number = counted();
    let on_message =
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| heard(number, &event.data()));
    // The worker itself could not be loaded, or what it says cannot be understood.
    let broken = move |_: Event| end(take(number), &Array::of1(&JsString::from("broken")));
    let on_error = Closure::<dyn FnMut(Event)>::new(broken);
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
    Some(Running {
        number,
        worker,
        answer: None,
        rest: None,
        is_last: false,
        _on_message: on_message,
        _on_error: on_error,
    })
}

/// A reader says something: a list of what it is and what belongs to it.
fn heard(number: u32, message: &JsValue) {
    let Some(list) = message.dyn_ref::<Array>() else { return };
    match list.get(0).as_string().as_deref() {
        Some("rehearsed") => {
            let answers = list.get(1).dyn_into::<Array>().unwrap_or_default();
            let read = |answer: JsValue| {
                let pieces = answer.dyn_into::<Array>().ok()?;
                with_objectives(head(pieces.get(0)), &pieces, 1)?.ok().map(Document::from)
            };
            if let Some(rehearsed) = REHEARSED.take() {
                rehearsed(answers.iter().filter_map(read).collect());
            }
        }
        Some("progress") => {
            let is_current = running(|running| running.as_ref().is_some_and(|one| one.number == number));
            let told = TOLD.with_borrow(Clone::clone).filter(|_| is_current);
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
        // Worked at while the reader makes bytes of the objectives.
        Some("head") => HEAD.set(Some(head(list.get(1)))),
        // The next file gets a new one.
        Some("broken") => end(take(number), message),
        Some("rest") => {
            let resting = running(|running| {
                let one = running.as_mut().filter(|one| one.number == number && !one.is_last);
                one.map(|one| one.rest.take())
            });
            match resting {
                Some(waiting) => answer(waiting, message),
                None => end(take(number), message),
            }
        }
        _ => {
            let waiting =
                running(|running| running.as_mut().filter(|one| one.number == number)?.answer.take());
            answer(waiting, message);
        }
    }
}
