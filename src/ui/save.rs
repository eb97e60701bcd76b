// SPDX-License-Identifier: AGPL-3.0-or-later
//! Saving files to the device: the browser's own download, made of bytes that never leave it.

use std::cell::Cell;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, KeyboardEvent, Url};

use super::button::button;
use super::state::Page;
use super::{browser, desk};
use crate::desk::{Order, Task};
use crate::document::Document;
use crate::export::FileKind;
use crate::locale::desk::desk as desk_words;
use crate::locale::page::PageWords;
use crate::locale::report::{ReportWords, words as report_words};
use crate::locale::take_away::{self, TakeAwayWords};

/// Everything that can be saved, with its words: the tables for spreadsheets beside the values for programs.
fn downloads(
    words: &'static PageWords,
    own: &'static TakeAwayWords,
    report: &'static ReportWords,
) -> [(Task, &'static str); 12] {
    let words = &words.downloads;
    [
        (Task::FiguresJson, words.figures),
        (Task::FiguresCsv, own.figures_csv),
        (Task::ObjectivesCsv, own.objectives_csv),
        (Task::SelectionJson, own.selection_json),
        (Task::ObjectivesJson, words.objectives),
        (Task::FindingsJson, words.findings),
        (Task::FindingsCsv, own.findings_csv),
        (Task::PeopleJson, words.people),
        (Task::PeopleCsv, own.people_csv),
        (Task::PlanJson, words.plan),
        (Task::OpenDataCsv, report.open_data),
        (Task::OpenDataAbout, report.open_data_about),
    ]
}

thread_local! {
    /// The version of a document that was saved last as a plan.
    static SAVED: Cell<Option<u32>> = const { Cell::new(None) };
}

/// Whether a document was saved as it is, as a plan.
pub fn is_saved(document: &Document) -> bool {
    SAVED.get() == Some(document.version())
}

/// Has a file made as things are now, and saves it.
fn download(page: Page, task: Task) {
    let (Some(document), Some((what, kind))) = (page.document.get_untracked(), task.file()) else { return };
    let order = desk::order(page, task);
    browser::spawn(async move {
        let name = order.task.name(&document, what, kind, order.language);
        let slow = Slow::new(page, &order, &name);
        let made = desk::make(&order, &document).await;
        drop(slow);
        match made.ok().and_then(|bytes| file_of(&bytes, kind)) {
            Some(file) => {
                save(&name, &file);
                if task == Task::PlanJson {
                    SAVED.set(Some(document.version()));
                }
                page.say(&(take_away::words(order.language).saved)(&name));
            }
            None => page.say_not_made(name),
        }
    });
}

/// What is only said of a file that takes a while: that it is being made, until this is dropped.
struct Slow {
    control: String,
    later: Option<TimeoutHandle>,
}

/// How long nobody asks what a click does.
const MOMENT: Duration = Duration::from_millis(500);

impl Slow {
    fn new(page: Page, order: &Order, name: &str) -> Self {
        let control = format!("[data-download='{}']", order.task.code());
        let words = (desk_words(order.language).making)(name);
        let busy = control.clone();
        let say = move || {
            if let Some(control) = browser::find::<Element>(&busy) {
                browser::set(&control, "aria-busy", "true");
            }
            page.say(&words);
        };
        Self { control, later: set_timeout_with_handle(say, MOMENT).ok() }
    }
}

impl Drop for Slow {
    fn drop(&mut self) {
        if let Some(later) = self.later {
            later.clear();
        }
        if let Some(control) = browser::find::<Element>(&self.control) {
            // Only a name that is none is refused.
            drop(control.remove_attribute("aria-busy"));
        }
    }
}

/// The menu of what can be saved.
pub fn menu(page: Page, words: &'static PageWords) -> impl IntoView {
    let language = page.language.get_untracked();
    let own = take_away::words(language);
    // Its level is to be chosen, as that of a link.
    let report = move || {
        browser::close_open_menu();
        page.when_whole(move || {
            page.sharing.set(true);
            browser::bring_soon("[data-download='report-html']");
        });
    };
    let items = downloads(words, own, report_words(language)).map(|(task, label)| {
        let save = move |_| page.when_whole(move || download(page, task));
        view! {
            <li><button type="button" class="menu-item" data-download=task.code() on:click=save>{label}</button></li>
        }
        .into_any()
    });
    let pressed = |event: KeyboardEvent| browser::close_menu(&event);
    view! {
        <details class="menu" on:keydown=pressed on:toggle=|_| desk::make_ready()>
            <summary class="quiet" data-action="download">{words.download}" ▾"</summary>
            <div class="menu-body">
                <ul>
                    {items.into_iter().collect_view()}
                    <li>{button("menu-item", "report", report_words(language).menu, report)}</li>
                </ul>
                <p class="fine">{own.names_warning}</p>
            </div>
        </details>
    }
}

/// A text as a file; only a browser without memory refuses.
pub fn as_file(text: &str, kind: FileKind) -> Option<Blob> {
    file_of(&text.into(), kind)
}

/// The same of what JavaScript has: a text, or its bytes.
pub fn file_of(content: &JsValue, kind: FileKind) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind.mime());
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(content), &options).ok()
}

/// Has the browser save a file.
pub fn save(name: &str, file: &Blob) {
    let Ok(address) = Url::create_object_url_with_blob(file) else { return };
    if let Some(link) = browser::document()
        .and_then(|document| document.create_element("a").ok())
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok())
    {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser has taken hold of the bytes by the next turn; keeping the address would keep them in memory for ever.
    let let_go = move || {
        let _ = Url::revoke_object_url(&address);
    };
    set_timeout(let_go, Duration::from_secs(10));
}
