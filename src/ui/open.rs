// SPDX-License-Identifier: AGPL-3.0-or-later
//! Getting a document: dropped anywhere on the window, picked, pasted, or the example beside the page.
//!
//! Never here: reading what it says. Files go to the reader beside the page, and nothing of them goes anywhere else.

use std::time::Duration;

use js_sys::{Array, Promise};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, ClipboardEvent, DataTransfer, DragEvent, Element, Event, File, FileList, HtmlInputElement,
    RequestCache, RequestInit, RequestRedirect, Response,
};

use super::browser;
use super::button::button;
use super::history;
use super::reader::{self, Answer};
use super::recent;
use super::seal;
use super::state::{Page, Problem};
use crate::document::Address;
use crate::import::{self, ImportError};
use crate::locale::page::{PageWords, page as words_of};
use crate::locale::shared::words as shared_words;
use crate::share::{self, Hosted, HostedError, LinkError, Sealed, Tidied};

/// The file that every way of choosing one ends in: the first `input[type=file]` of the page.
const INPUT: &str = "file-input";

/// How long after a file the next reader is started.
const SOON: Duration = Duration::from_secs(2);

/// Where the example lies, beside the page.
const EXAMPLE: &str = "example.json";

/// What something is opened by.
#[derive(Clone, Default)]
pub(super) struct By {
    /// Its address, where that is another than what is opened has in itself.
    pub address: Option<Address>,
    /// What was passed over in the address.
    pub tidied: Vec<Tidied>,
    /// How it was looked at when it was kept, as a plan keeps a view, if it comes back.
    pub kept: Option<String>,
}

/// The file input. It is not seen, also not by assistive technology: the buttons that press it are.
pub fn input(page: Page) -> impl IntoView {
    let picked = move |event: Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        open_first(page, input.files());
        // So that picking the same file again, mended meanwhile, is a change too.
        input.set_value("");
    };
    view! { <input id=INPUT type="file" hidden on:change=picked /> }
}

/// A button that lets a person pick a file.
pub fn pick_button(label: &'static str, class: &'static str) -> AnyView {
    let pick = || {
        if let Some(input) = browser::element_by_id::<HtmlInputElement>(INPUT) {
            input.click();
        }
    };
    button(class, "open", label, pick)
}

/// Opens the first of these files, and says how many are left aside; `false` where there is none.
fn open_first(page: Page, files: Option<FileList>) -> bool {
    let Some(files) = files else { return false };
    let Some(file) = files.get(0) else { return false };
    let name = file.name();
    open_file(page, file);
    let others = files.length().saturating_sub(1);
    if others > 0 {
        page.taken.set(name);
        page.others.set(Some(others));
    }
    true
}

/// Opens a file.
fn open_file(page: Page, file: File) {
    let turn = page.begin();
    let name = file.name();
    browser::spawn(async move {
        read(page, turn, file.into(), name).await;
    });
}

/// Opens a text that was pasted; `opened` is done where there was a plan in it.
pub fn open_text(page: Page, text: &str, opened: impl FnOnce() + 'static) {
    if let Some(plan) = Hosted::in_text(text, &history::place()) {
        let view = text.split_once('#').map(|(_, fragment)| share::view(fragment)).unwrap_or_default();
        open_hosted(page, plan, view, Box::new(opened));
        return;
    }
    let name = words_of(page.language.get_untracked()).paste_name.to_owned();
    open_words(page, text, name, By::default(), Box::new(opened));
}

/// Opens the plan that an address carries, of which what it holds is for the reader to say, or the one beside the page that
/// it names. Returns the turn.
pub fn open_address(page: Page, address: &str) -> u32 {
    let fragment = address.split_once('#').map_or("", |(_, fragment)| fragment);
    if let Some(plan) = Hosted::of(fragment).filter(|_| !share::has_data(fragment)) {
        return open_hosted(page, plan, share::view(fragment), Box::new(|| {}));
    }
    let name = shared_words(page.language.get_untracked()).name.to_owned();
    open_words(page, address, name, By::default(), Box::new(|| {}))
}

fn open_words(page: Page, text: &str, name: String, by: By, opened: Box<dyn FnOnce()>) -> u32 {
    let turn = page.begin();
    match Blob::new_with_str_sequence(&Array::of1(&text.into())) {
        Ok(text) => browser::spawn(async move {
            if read_as(page, turn, text, name, by).await {
                opened();
            }
        }),
        // Only where memory does not suffice for the text twice.
        Err(_) => page.fail(turn, Problem::ReaderBroke { name }),
    }
    turn
}

/// Opens what was in a sealed link, which the address keeps.
pub fn open_unsealed(page: Page, data: &str, sealed: &Sealed) {
    let name = shared_words(page.language.get_untracked()).name.to_owned();
    let text = share::join(data, &sealed.view);
    let address = Address { data: sealed.data.clone(), view: sealed.view.clone() };
    let by = By { address: Some(address), tidied: sealed.tidied.clone(), kept: None };
    history::go_on(open_words(page, &text, name, by, Box::new(|| {})));
}

/// Opens a plan that lies beside the page, if it is the one that the address was made for. Returns the turn.
fn open_hosted(
    page: Page,
    plan: Result<Hosted, HostedError>,
    view: String,
    opened: Box<dyn FnOnce()>,
) -> u32 {
    let turn = page.begin();
    browser::spawn(async move {
        let name = match &plan {
            Ok(plan) => plan.name().to_owned(),
            Err(_) => shared_words(page.language.get_untracked()).name.to_owned(),
        };
        match fetch_hosted(plan).await {
            Ok((plan, file)) => {
                let address = Some(Address { data: plan.address(), view });
                let tidied = plan.followed.map(Tidied::Followed).into_iter().collect();
                if read_as(page, turn, file, name, By { address, tidied, kept: None }).await {
                    opened();
                }
            }
            Err(error) => page.fail(turn, Problem::Hosted { name, error }),
        }
    });
    turn
}

/// The file of a plan that lies beside the page, checked where the address has a check.
pub(super) async fn fetch_hosted(plan: Result<Hosted, HostedError>) -> Result<(Hosted, Blob), HostedError> {
    let plan = plan?;
    if plan.sha256.is_some() && !seal::is_possible() {
        return Err(HostedError::CannotCheck);
    }
    let file = fetch_plan(&plan.path).await.ok_or(HostedError::NotThere)?;
    // One that is too large is told of by its size, as any file is.
    if let Some(check) = plan.sha256.as_ref().filter(|_| import::fits(file.size() as u64).is_ok()) {
        let found = seal::sha256(&file).await.ok_or(HostedError::CannotCheck)?;
        if found != *check {
            return Err(HostedError::OtherFile);
        }
    }
    Ok((plan, file))
}

/// Opens the example, a file of the page's own.
pub fn open_example(page: Page) {
    let turn = page.begin();
    browser::spawn(async move {
        match fetch_own(EXAMPLE).await {
            Some(file) => {
                read(page, turn, file, EXAMPLE.to_owned()).await;
            }
            None => page.fail(turn, Problem::Unreadable { name: EXAMPLE.to_owned() }),
        }
    });
}

/// Has a file read, and shows what is in it, or says why not; whether it is shown.
async fn read(page: Page, turn: u32, file: Blob, name: String) -> bool {
    read_as(page, turn, file, name, By::default()).await
}

/// The same of what is opened by another address than it has in itself (what was in a sealed link, a plan beside the page),
/// or comes back as it was looked at.
pub(super) async fn read_as(page: Page, turn: u32, file: Blob, name: String, by: By) -> bool {
    match try_as(page, turn, file, name, by).await {
        Ok(is_shown) => is_shown,
        Err(problem) => {
            page.fail(turn, problem);
            false
        }
    }
}

/// The same where something else is opened if that fails, of which nothing is said then.
pub(super) async fn try_as(page: Page, turn: u32, file: Blob, name: String, by: By) -> Result<bool, Problem> {
    if !page.is_awaited(turn) {
        return Ok(false);
    }
    // Known before a byte is read: a file that cannot fit in memory must not be tried.
    if let Err(error) = import::fits(file.size() as u64) {
        return Err(Problem::Import { name, error });
    }
    let measure = browser::Measure::start("traguardi:import");
    // An address may ask for what texts say.
    let views = [by.address.as_ref().map(|address| &address.view), by.kept.as_ref()];
    let in_one = history::is_asked() || views.into_iter().flatten().any(|view| !view.is_empty());
    let answer = reader::read(&file, &name, in_one, move |told| page.progress.set(Some(told))).await;
    // A reader that ended with its file is replaced when the page is done with it: starting one takes a core for itself.
    set_timeout(reader::make_ready, SOON);
    let problem = match answer {
        Answer::Read(mut read, reading) if page.is_awaited(turn) => {
            drop(measure);
            if let Some(address) = by.address {
                read.arrive_by(address, &by.tidied);
            }
            page.show(*read, reading, by.kept);
            if let Some(document) = page.document.get_untracked() {
                recent::came_as(page, &document, file);
            }
            return Ok(true);
        }
        Answer::Read(..) | Answer::Overtaken => {
            // The mark is another file's by now.
            std::mem::forget(measure);
            return Ok(false);
        }
        Answer::NoPlan(ImportError::Link(LinkError::Sealed(sealed))) => {
            drop(measure);
            page.ask_passphrase(turn, sealed);
            return Ok(false);
        }
        Answer::NoPlan(error) => Problem::Import { name, error },
        Answer::Unreadable => Problem::Unreadable { name },
        Answer::Broken => Problem::ReaderBroke { name },
    };
    drop(measure);
    Err(problem)
}

/// A file of the page's own; `None` where the host does not have it.
pub async fn fetch_own(name: &str) -> Option<Blob> {
    received(browser::window()?.fetch_with_str(name)).await
}

/// A plan beside the page, as it is now; `None` where the host does not have it. It is asked for as the page itself was, so
/// that a host which wants a password gives it too; and who answers cannot send elsewhere.
async fn fetch_plan(path: &str) -> Option<Blob> {
    let request = RequestInit::new();
    request.set_redirect(RequestRedirect::Error);
    request.set_cache(RequestCache::NoCache);
    received(browser::window()?.fetch_with_str_and_init(path, &request)).await
}

/// What came of a request; `None` where it is no file.
async fn received(asked: Promise) -> Option<Blob> {
    let response: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.blob().ok()?).await.ok()?.dyn_into().ok()
}

/// Whether what is dragged is a file, rather than a piece of the page.
fn carries_file(transfer: Option<DataTransfer>) -> bool {
    transfer.is_some_and(|transfer| transfer.types().iter().any(|kind| kind == "Files"))
}

/// Whether something happens in a field, where text that is dropped or pasted belongs.
fn is_in_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA"))
}

/// Takes files dropped anywhere on the window, and tables pasted anywhere but into a field.
pub fn listen_to_window(page: Page) {
    for name in ["dragenter", "dragover"] {
        window_event_listener_untyped(name, move |event| {
            let Some(event) = event.dyn_ref::<DragEvent>() else { return };
            let has_file = carries_file(event.data_transfer());
            if has_file {
                page.dragging.set(true);
            }
            // Without this the browser would leave the page and show the file, or where a link leads, instead.
            if has_file || !is_in_field(event) {
                event.prevent_default();
            }
        });
    }
    window_event_listener_untyped("dragleave", move |event| {
        // Leaving for another element of the page is not leaving the window.
        if event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_none()) {
            page.dragging.set(false);
        }
    });
    window_event_listener_untyped("drop", move |event| {
        let Some(event) = event.dyn_ref::<DragEvent>() else { return };
        page.dragging.set(false);
        let files = event.data_transfer().and_then(|transfer| transfer.files());
        if open_first(page, files) || !is_in_field(event) {
            event.prevent_default();
        }
    });
    window_event_listener_untyped("paste", move |event| {
        let Some(event) = event.dyn_ref::<ClipboardEvent>() else { return };
        if is_in_field(event) {
            return;
        }
        let Some(data) = event.clipboard_data() else { return };
        if open_first(page, data.files()) {
            return;
        }
        if let Ok(text) = data.get_data("text/plain")
            && !text.trim().is_empty()
        {
            open_text(page, &text, || {});
        }
    });
}

/// What the whole window shows while a file is held over it.
pub fn drop_veil(page: Page, words: &'static PageWords) -> impl IntoView {
    view! {
        <div class="drop-veil" aria-hidden="true" class:shown=move || page.dragging.get()>
            <p>{words.drop_now}</p>
        </div>
    }
}
