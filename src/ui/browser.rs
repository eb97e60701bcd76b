// SPDX-License-Identifier: AGPL-3.0-or-later
//! The browser's own things that several panels need: storage, focus, User Timing, the panel for a panic.
//!
//! Never here: a network request. What the browser refuses (storage in a private window, say) is done without.

use std::borrow::Cow;
use std::cell::RefCell;
use std::panic;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, Element, FocusOptions, HtmlElement, KeyboardEvent, Performance, ResizeObserver,
    ScrollIntoViewOptions, ScrollLogicalPosition, Storage, Window,
};

use crate::locale::Language;

/// The window, where there is one.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The page's document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The element of this id, as an element of the wanted kind.
pub fn element_by_id<T: JsCast>(id: &str) -> Option<T> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The first element that a selector finds.
pub fn find<T: JsCast>(selector: &str) -> Option<T> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// What whoever hosts the page wrote into a `<meta>` of this name; `None` where it is empty.
pub fn meta(name: &str) -> Option<String> {
    let meta = find::<Element>(&format!("meta[name='{name}']"))?;
    meta.get_attribute("content").filter(|content| !content.is_empty())
}

/// The addresses and texts of the links within what a selector finds.
pub fn links_in(selector: &str) -> Vec<(String, String)> {
    let Some(within) = find::<Element>(selector) else { return Vec::new() };
    let links = within.get_elements_by_tag_name("a");
    let link = |at| {
        let link: Element = links.item(at)?;
        Some((link.get_attribute("href")?, link.text_content()?))
    };
    (0..links.length()).filter_map(link).collect()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// Sets an attribute of an element.
pub fn set(element: &Element, name: &str, value: &str) {
    // Only an invalid name can fail, and the names are ours.
    let _ = element.set_attribute(name, value);
}

/// A new element with these attributes; the names are ours and valid, so it fails only without a page.
pub fn make(parent: Option<&Element>, name: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let element = document()?.create_element(name).ok()?;
    for (name, value) in attributes {
        set(&element, name, value);
    }
    if let Some(parent) = parent {
        parent.append_child(&element).ok()?;
    }
    Some(element)
}

/// Sets an attribute of `<html>`.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = root() {
        set(&root, name, value);
    }
}

/// Names the page in its tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// `<html data-revision>` grows by one.
pub fn count_revision() {
    let now = root().and_then(|root| root.get_attribute("data-revision")).and_then(|n| n.parse::<u64>().ok());
    set_root_attribute("data-revision", &(now.unwrap_or(0) + 1).to_string());
}

/// Whether the window is as narrow as a phone.
pub fn is_phone() -> bool {
    let width = window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_some_and(|width| width < 720.0)
}

/// Whether the window has room for a panel beside the page (see `data-beside` in style/dialog.css).
pub fn is_wide() -> bool {
    let wide = window().and_then(|window| window.match_media("(min-width: 75rem)").ok()?);
    wide.is_some_and(|wide| wide.matches())
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// A preference kept in this browser.
pub fn stored(name: &str) -> Option<String> {
    storage()?.get_item(&format!("traguardi:{name}")).ok()?
}

/// Keeps a preference in this browser, where it lets us.
pub fn store(name: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&format!("traguardi:{name}"), value);
    }
}

/// What this tab remembers until it is closed; `None` where it is nothing.
pub fn stored_in_tab(name: &str) -> Option<String> {
    let kept = tab_storage()?.get_item(&format!("traguardi:{name}")).ok()?;
    kept.filter(|kept| !kept.is_empty())
}

/// Has this tab remember something until it is closed, or, where that is empty, no more.
pub fn store_in_tab(name: &str, value: &str) {
    if let Some(storage) = tab_storage() {
        let name = format!("traguardi:{name}");
        // A full storage keeps what it had.
        let _ = if value.is_empty() { storage.remove_item(&name) } else { storage.set_item(&name, value) };
    }
}

fn tab_storage() -> Option<Storage> {
    window()?.session_storage().ok()?
}

/// Whether the page is there because it was loaded again, or gone back or forth to; not by an address that was followed.
pub fn is_come_back() -> bool {
    let entries = performance().map(|performance| performance.get_entries_by_type("navigation"));
    let kind = entries.and_then(|entries| Reflect::get(&entries.get(0), &"type".into()).ok()?.as_string());
    matches!(kind.as_deref(), Some("reload" | "back_forward"))
}

/// Asks the browser not to delete what is kept when it needs room. It may ask the person, or refuse.
pub fn ask_to_keep() {
    if let Some(window) = window() {
        let storage = window.navigator().storage();
        if !storage.is_undefined() {
            // Whatever the answer, it is kept as well as it can be.
            drop(storage.persist());
        }
    }
}

/// The first of the user's languages that the page speaks.
pub fn preferred_language() -> Option<Language> {
    window()?.navigator().languages().iter().find_map(|tag| Language::from_tag(&tag.as_string()?))
}

/// Moves the focus once what is being put on the page is there. Where the page stands is for the person to say, not for
/// the focus.
pub fn focus_soon(selector: impl Into<Cow<'static, str>>) {
    focus(selector.into(), false);
}

/// Moves the focus as [`focus_soon`] does, and the page with it: for what must be seen wherever the page stands.
pub fn bring_soon(selector: &'static str) {
    focus(selector.into(), true);
}

fn focus(selector: Cow<'static, str>, brings: bool) {
    request_animation_frame(move || {
        if let Some(element) = find::<HtmlElement>(&selector) {
            focus_still(&element);
            if brings {
                element.scroll_into_view();
            }
        }
    });
}

/// Moves the focus, and not the page. What cannot be focused now is left as it is.
pub fn focus_still(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Closes the menu in which Escape was pressed; the focus goes back to what opens it.
pub fn close_menu(event: &KeyboardEvent) {
    let inside = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let menu = inside.and_then(|inside| inside.closest("details[open]").ok().flatten());
    if let Some(menu) = menu.filter(|_| event.key() == "Escape") {
        // Only an invalid name can fail, and this one is not.
        let _ = menu.remove_attribute("open");
        let opener = menu.query_selector("summary").ok().flatten();
        if let Some(opener) = opener.and_then(|opener| opener.dyn_into::<HtmlElement>().ok()) {
            let _ = opener.focus();
        }
    }
}

/// Closes the menu that is open, if one is.
pub fn close_open_menu() {
    if let Some(menu) = find::<Element>("details.menu[open]") {
        let _ = menu.remove_attribute("open");
    }
}

/// The day that it is here: `2026-11-27`.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Back to the top, as a new page starts.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// How high the window is, in CSS pixels.
pub fn window_height() -> f64 {
    window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(800.0)
}

/// Scrolls the page down by so many pixels.
pub fn scroll_by(y: f64) {
    if let Some(window) = window() {
        window.scroll_by_with_x_and_y(0.0, y);
    }
}

/// Scrolls as little as shows an element.
pub fn bring_nearest(element: &Element) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    nearest.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&nearest);
}

/// Shows the panel that index.html keeps outside the mount point for the day the page breaks.
pub fn show_broken() {
    if let Some(panel) = element_by_id::<HtmlElement>("broke") {
        panel.set_hidden(false);
        let _ = panel.focus();
    }
}

/// In wasm a panic is final: the page says so, and offers a way on, instead of going dumb.
pub fn reveal_panel_on_panic() {
    panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        show_broken();
    }));
}

/// Calls back whenever an element has changed its size, and once at the start, until what is shown now is taken away.
pub fn on_resize(element: &Element, changed: impl FnMut() + 'static) {
    let changed = Rc::new(RefCell::new(changed));
    // In the next frame: what changes sizes again while the browser tells of sizes is an error to it.
    let callback = Closure::<dyn FnMut()>::new(move || {
        let changed = changed.clone();
        request_animation_frame(move || (changed.borrow_mut())());
    });
    if let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) {
        observer.observe(element);
        // The browser calls into the closure as long as it observes: the two end together.
        let kept = StoredValue::new_local((observer, callback));
        on_cleanup(move || {
            kept.try_with_value(|(observer, _)| observer.disconnect());
        });
    }
}

/// Has the browser ask whoever leaves the page whether they mean it, while this says that something would be lost.
pub fn ask_before_leaving(is_needed: impl Fn() -> bool + 'static) {
    window_event_listener_untyped("beforeunload", move |event| {
        if is_needed() {
            event.prevent_default();
            // What older browsers go by; what it says is shown by none.
            drop(Reflect::set(&event, &"returnValue".into(), &"?".into()));
        }
    });
}

/// Does something as soon as the browser has nothing else to do.
pub fn when_idle(task: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let callback = Closure::once_into_js(task);
    // Not every Safari has such a call: there it is done after a while.
    if window.request_idle_callback(callback.unchecked_ref()).is_err() {
        let asked =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), 2000);
        drop(asked);
    }
}

/// Lets the browser do what waits: draw, answer a click.
pub async fn breathe() {
    let waiting = Promise::new(&mut |resolve, _| {
        let asked = window().map(|window| window.set_timeout_with_callback(&resolve));
        if !matches!(asked, Some(Ok(_))) {
            // No browser refuses; without one there is nothing to wait for.
            drop(resolve.call0(&JsValue::NULL));
        }
    });
    // It is only ever kept.
    drop(JsFuture::from(waiting).await);
}

/// Does something that has to wait, without waiting for it.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    // Of one type, so that what runs such tasks is there once.
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    leptos::task::spawn_local(task);
}

fn performance() -> Option<Performance> {
    window()?.performance()
}

/// Takes back all measures so far.
pub fn forget_measures() {
    if let Some(performance) = performance() {
        performance.clear_measures();
    }
}

/// A User Timing measure, from its start until it is dropped.
pub struct Measure {
    name: &'static str,
}

impl Measure {
    /// Starts measuring.
    pub fn start(name: &'static str) -> Self {
        if let Some(performance) = performance() {
            // A browser that refuses works unmeasured.
            let _ = performance.mark(name);
        }
        Self { name }
    }
}

impl Drop for Measure {
    fn drop(&mut self) {
        if let Some(performance) = performance() {
            let _ = performance.measure_with_start_mark(self.name, self.name);
            performance.clear_marks_with_mark_name(self.name);
        }
    }
}
