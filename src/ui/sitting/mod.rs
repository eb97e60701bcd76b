// SPDX-License-Identifier: AGPL-3.0-or-later
//! The sitting: the plan on a projector, one slide at a time, in front of everything else.
//!
//! `slides` is what fills the screen, `screen` the screen itself, `arrange` the order. Nobody is named unless the person who shows it says so, each
//! time. Never here: which slides there are and where keys lead (see `crate::sitting`); a filter: what is selected before
//! stays selected.

mod arrange;
mod screen;
mod slides;

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};

use super::button::sign_button;
use super::live::{Value, part, words};
use super::state::Page;
use super::{browser, dialog};
use crate::document::Document;
use crate::locale::Language;
use crate::locale::page::{PageWords, page as page_words};
use crate::locale::sitting::{SittingWords, words as sitting_words};
use crate::share::level::Cover;
use crate::sitting::{Move, Place, Slide, is_of_pages, of_key, of_swipe};
use screen::{fills_screen, has_fullscreen, leave_fullscreen, scroll, to_top, turn_fullscreen};

thread_local! {
    /// Where the last sitting was left, of which opening.
    static LEFT: Cell<Option<(u32, Place)>> = const { Cell::new(None) };
}

/// What the slides stand in, which has the focus while nothing else has.
const SLIDE: &str = "#sitting-slide";

/// The sitting while it is shown.
#[derive(Clone, Copy)]
struct Showing {
    page: Page,
    language: Language,
    words: &'static PageWords,
    own: &'static SittingWords,
    document: StoredValue<Arc<Document>>,
    /// The slides in their order.
    slides: Memo<Arc<Vec<Slide>>>,
    place: RwSignal<Place>,
    /// Whether people are named.
    names: RwSignal<bool>,
    /// Whether the order is being arranged.
    arranging: RwSignal<bool>,
    /// Whether it fills the screen.
    fills: RwSignal<bool>,
    /// What stands for names, once it was needed.
    cover: StoredValue<Option<Arc<Cover>>>,
}

/// The button that opens it.
pub fn open_button(page: Page) -> AnyView {
    let own = sitting_words(page.language.get_untracked());
    view! {
        <button type="button" class="quiet" data-action="sitting" title=own.open_hint on:click=move |_| page.present()>
            {own.open}
        </button>
    }
    .into_any()
}

/// The button that puts an objective among the slides, or takes it out.
pub fn add_button(page: Page, index: u32) -> AnyView {
    let own = sitting_words(page.language.get_untracked());
    let is_in = move || page.sitting.with(|sitting| sitting.has_objective(index));
    // Until all texts are read, some slides are not known yet: an order made then would lack them.
    let press = move || page.when_whole(move || add_or_remove(page, index));
    view! {
        <p>
            <button type="button" class="button" data-action="sitting-add" on:click=move |_| press()>
                {words(move || if is_in() { own.remove } else { own.add }.to_owned())}
            </button>
        </p>
    }
    .into_any()
}

/// Puts an objective among the slides, or takes it out, and says which.
fn add_or_remove(page: Page, index: u32) {
    let own = sitting_words(page.language.get_untracked());
    let Some(document) = page.document.get_untracked() else { return };
    let before = page.sitting.get_untracked();
    let (now, said) = match before.has_objective(index) {
        true => (before.without(|at| at == index, &document), own.removed),
        false if before.room() == 0 => (before, own.full),
        false => (before.with(&[index], &document), own.added),
    };
    page.sit(now, None);
    page.say(said);
}

/// The dialog that fills the window.
pub fn dialog(page: Page) -> AnyView {
    let inside = move || match page.document.get_untracked() {
        Some(document) => Showing::new(page, document).view(),
        None => ().into_any(),
    };
    dialog::modal(page.presenting, "sitting", "sitting-name", Box::new(inside))
}

impl Showing {
    fn new(page: Page, document: Arc<Document>) -> Self {
        let language = page.language.get_untracked();
        let of = document.clone();
        let slides = Memo::new(move |_| Arc::new(page.sitting.with(|sitting| sitting.slides(&of))));
        let left = LEFT.get().filter(|(opening, _)| *opening == document.opening());
        let place = left.map_or_else(|| Place::at(&slides.get_untracked(), 0), |(_, place)| place);
        Self {
            page,
            language,
            words: page_words(language),
            own: sitting_words(language),
            document: StoredValue::new(document),
            slides,
            place: RwSignal::new(place),
            names: RwSignal::new(false),
            arranging: RwSignal::new(false),
            fills: RwSignal::new(false),
            cover: StoredValue::new(None),
        }
    }

    /// The place of the slide that is shown.
    fn at(self) -> usize {
        self.slides.with(|slides| self.place.get().among(slides))
    }

    /// The slide that is shown.
    fn slide(self) -> Option<Slide> {
        let at = self.at();
        self.slides.with(|slides| slides.get(at).copied())
    }

    /// What stands for names.
    fn cover(self) -> Arc<Cover> {
        if let Some(cover) = self.cover.get_value() {
            return cover;
        }
        let cover = Arc::new(self.document.with_value(|document| Cover::new(&document.import.plan)));
        self.cover.set_value(Some(cover.clone()));
        cover
    }

    /// Turns to another slide.
    fn go(self, way: Move) {
        let (before, count) = (untrack(move || self.at()), self.slides.with_untracked(|slides| slides.len()));
        let now = way.from(before, count);
        if now == before {
            return;
        }
        // What had the focus on the slide goes with it.
        let had_focus = browser::find::<HtmlElement>(&format!("{SLIDE}:focus-within")).is_some();
        let place = self.slides.with_untracked(|slides| Place::at(slides, now));
        LEFT.set(Some((self.document.with_value(|document| document.opening()), place)));
        self.place.set(place);
        to_top();
        if let Some(slide) = browser::find::<HtmlElement>(SLIDE).filter(|_| had_focus) {
            browser::focus_still(&slide);
        }
        self.page.settle(None);
    }

    /// Opens the order, or goes back to the slides.
    fn arrange(self, arranges: bool) {
        self.page.said.set(String::new());
        self.arranging.set(arranges);
        to_top();
        browser::focus_soon(if arranges { SLIDE } else { "[data-action='sitting-arrange']" });
        self.page.settle(None);
    }

    /// Does what a key stands for; whether it stands for anything here.
    fn key(self, event: &KeyboardEvent) -> bool {
        let is_command = event.ctrl_key() || event.meta_key() || event.alt_key();
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_on = |what: &str| target.as_ref().is_some_and(|on| on.matches(what).unwrap_or(false));
        if is_command || !self.page.presenting.get_untracked() {
            return false;
        }
        if self.arranging.get_untracked() {
            let leaves = event.key() == "Escape";
            if leaves {
                self.arrange(false);
            }
            return leaves;
        }
        // The space bar presses what has the focus.
        let is_press = event.key() == " " && is_on("button, input, summary");
        let Some(way) = of_key(&event.key(), event.shift_key()).filter(|_| !is_press) else { return false };
        // The keys of pages, and the remotes that send them, go through a slide before they leave it.
        if !(is_of_pages(&event.key()) && scroll(way)) {
            self.go(way);
        }
        true
    }

    /// A text as it is shown: as it is written, or with what stands for names.
    fn shown(self, text: &str) -> String {
        if self.names.get() { text.to_owned() } else { self.cover().heading(text) }
    }

    fn view(self) -> AnyView {
        let own = self.own;
        let keys = window_event_listener_untyped("keydown", move |event: Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if !event.default_prevented() && !event.is_composing() && self.key(event) {
                event.prevent_default();
            }
        });
        let screen = window_event_listener_untyped("fullscreenchange", move |_| {
            self.fills.set(fills_screen());
            self.page.settle(None);
        });
        on_cleanup(move || {
            keys.remove();
            screen.remove();
            leave_fullscreen();
        });
        let from = Rc::new(Cell::new(None::<(f64, f64)>));
        let point = |event: &PointerEvent| (f64::from(event.client_x()), f64::from(event.client_y()));
        let began = from.clone();
        let pressed = move |event: PointerEvent| {
            let is_finger = event.pointer_type() != "mouse" && event.is_primary();
            began.set(Some(point(&event)).filter(|_| is_finger && !self.arranging.get_untracked()));
        };
        let released = move |event: PointerEvent| {
            if let Some((x, y)) = from.take() {
                let now = point(&event);
                if let Some(way) = of_swipe(now.0 - x, now.1 - y) {
                    self.go(way);
                }
            }
        };
        let name =
            words(move || (own.name)(&self.shown(&self.document.with_value(|document| document.title()))));
        let shown =
            part(move || Some(if self.arranging.get() { arrange::panel(self) } else { slides::slide(self) }));
        let said = words(move || match self.arranging.get() {
            // What is said of the page is not heard through what stands in front of it.
            true => self.page.said.get(),
            false => self.slide().map_or(String::new(), |slide| {
                format!("{}, {}", slides::title(self, slide), self.position())
            }),
        });
        let class: Value =
            Box::new(move || if self.arranging.get() { "slide arranges" } else { "slide" }.to_owned());
        let code: Value = Box::new(move || self.slide().map(Slide::code).unwrap_or_default());
        view! {
            // Fullscreen is asked for what is in the dialog: a browser refuses it to dialogs.
            <section class="stage" on:pointerdown=pressed on:pointerup=released>
                <p id="sitting-name" class="visually-hidden">{name}</p>
                <div
                    id="sitting-slide"
                    class=class
                    role="group"
                    aria-roledescription=own.slide
                    aria-labelledby="sitting-title"
                    tabindex="0"
                    autofocus
                    data-sitting-slide=code
                >
                    {shown}
                </div>
                {self.bar()}
                <p class="visually-hidden" role="status">{said}</p>
            </section>
        }
        .into_any()
    }

    fn position(self) -> String {
        let count = self.slides.with(|slides| slides.len());
        if count == 0 { String::new() } else { (self.words.position)(self.at() + 1, count) }
    }

    /// A button that turns slides.
    fn turn(self, way: Move, action: &'static str, class: &'static str, sign: &'static str) -> AnyView {
        let words = if way == Move::Next { self.own.next } else { self.own.previous };
        let is_end: Value = Box::new(move || {
            let count = self.slides.with(|slides| slides.len());
            (way.from(self.at(), count) == self.at()).to_string()
        });
        view! {
            <button
                type="button"
                class=class
                data-action=action
                title=self.own.keys
                // Not `disabled`: at the last one the focus would be lost.
                aria-disabled=is_end
                on:click=move |_| self.go(way)
            >
                <span aria-hidden="true">{sign}</span>
                " "
                <span class="words">{words}</span>
            </button>
        }
        .into_any()
    }

    /// The button that fills the screen, or does not any more.
    fn fullscreen_button(self) -> AnyView {
        let is_so: Value = Box::new(move || self.fills.get().to_string());
        view! {
            <button
                type="button"
                class="quiet"
                data-action="sitting-fullscreen"
                aria-pressed=is_so
                on:click=move |_| turn_fullscreen()
            >
                {self.own.fullscreen}
            </button>
        }
        .into_any()
    }

    /// What can be done, below the slide.
    fn bar(self) -> AnyView {
        let own = self.own;
        let named = move |event: Event| {
            self.names.set(event_target_checked(&event));
            self.page.settle(None);
        };
        let is_open: Value = Box::new(move || self.arranging.get().to_string());
        let class: Value = Box::new(move || {
            if self.arranging.get() { "sitting-bar arranges" } else { "sitting-bar" }.to_owned()
        });
        view! {
            <div class=class>
                <div class="turns">
                    {self.turn(Move::Previous, "sitting-previous", "button to-slide", "←")}
                    <span class="position" data-sitting-position="">{words(move || self.position())}</span>
                    {self.turn(Move::Next, "sitting-next", "button primary to-slide", "→")}
                </div>
                <div class="others">
                    <label class="check">
                        <input type="checkbox" data-action="sitting-names" on:change=named />
                        " "
                        {own.names}
                    </label>
                    <button
                        type="button"
                        class="quiet"
                        data-action="sitting-arrange"
                        aria-expanded=is_open
                        on:click=move |_| self.arrange(!self.arranging.get_untracked())
                    >
                        {own.arrange}
                    </button>
                    {has_fullscreen().then(|| self.fullscreen_button())}
                </div>
                {sign_button("quiet leave", "sitting-close", own.close, "✕", move || self.page.presenting.set(false))}
            </div>
        }
        .into_any()
    }
}
