// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sharing: how much goes out, what the other side will see of it, and the link, to be copied, sent, photographed or saved.
//!
//! Nothing goes out from here: a link is made beside the page (see `desk`) and is sent by whoever copies it. Names go out
//! only after a warning. Never here: what is left out at a level (see `link::level`).

use std::sync::Arc;

use borsh::BorshDeserialize;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDetailsElement, ShareData};

use super::button::{button, sign_button};
use super::desk::{self, Failure};
use super::state::Page;
use super::{browser, dialog, history, save, seal, take_away};
use crate::desk::{Order, Task};
use crate::document::Document;
use crate::export::{FileKind, file_name};
use crate::link::qr::Qr;
use crate::link::{Level, Outgoing, Reach, Sample, TooMuch, join};
use crate::locale::Language;
use crate::locale::link::{LinkWords, link as link_words};
use crate::locale::selection::sentence;
use crate::locale::share::{ShareWords, words as share_words};
use crate::locale::take_away::words as take_away_words;
use crate::view::address;

/// The fewest characters of a passphrase.
const SHORTEST: usize = 12;

/// What became of the link that was asked for last.
#[derive(Clone)]
enum Made {
    /// It is being made.
    Awaited,
    /// Here it is.
    Here(Arc<Outgoing>),
    /// There is more than a link can carry.
    TooMuch,
    /// What makes it stopped half-way.
    Failed,
}

/// The dialog while it is open.
#[derive(Clone, Copy)]
struct Sharing {
    page: Page,
    language: Language,
    own: &'static ShareWords,
    document: StoredValue<Arc<Document>>,
    level: RwSignal<Level>,
    /// Whether the warning about names was answered.
    is_warned: RwSignal<bool>,
    with_view: RwSignal<bool>,
    made: RwSignal<Made>,
    /// Whether the link is to be protected, and the link that is.
    protects: RwSignal<bool>,
    sealed: RwSignal<Option<String>>,
    /// What is wrong with the passphrase, or that it is at work.
    sealing: RwSignal<&'static str>,
    /// The whole address, as soon as there is one.
    link: Memo<Option<String>>,
    /// Whether the code is looked at, and what it is of the link that is there.
    shows_code: RwSignal<bool>,
    code: RwSignal<Option<(String, Option<Qr>)>>,
}

/// The dialog.
pub fn dialog(page: Page) -> AnyView {
    let inside = move || match page.document.get_untracked() {
        Some(document) => Sharing::new(page, document).view(),
        None => ().into_any(),
    };
    dialog::modal(page.sharing, "dialog share", "share-title", Box::new(inside))
}

/// The button that opens it.
pub fn open_button(page: Page) -> AnyView {
    let own = share_words(page.language.get_untracked());
    // A link has all that texts say, and is checked against it.
    button("quiet", "share", own.share, move || page.when_whole(move || page.sharing.set(true)))
}

impl Sharing {
    fn new(page: Page, document: Arc<Document>) -> Self {
        let language = page.language.get_untracked();
        let (made, sealed) = (RwSignal::new(Made::Awaited), RwSignal::new(None::<String>));
        let (with_view, protects) = (RwSignal::new(true), RwSignal::new(false));
        let link = Memo::new(move |_| {
            let Made::Here(outgoing) = made.get() else { return None };
            let data = if protects.get() { sealed.get()? } else { outgoing.data.clone() };
            let view = if with_view.get() { outgoing.view.as_str() } else { "" };
            Some(format!("{}#{}", history::place(), join(&data, &address::with_language(view, language))))
        });
        let level = if document.is_figures() { Level::Figures } else { Level::default() };
        let sharing = Self {
            page,
            language,
            own: share_words(language),
            document: StoredValue::new(document),
            level: RwSignal::new(level),
            is_warned: RwSignal::new(false),
            with_view,
            made,
            protects,
            sealed,
            sealing: RwSignal::new(""),
            link,
            shows_code: RwSignal::new(false),
            code: RwSignal::new(None),
        };
        sharing.ask();
        sharing
    }

    /// What the desk is asked for.
    fn order(self, task: Task) -> Order {
        let document = self.document.get_value();
        Order { view: address::write_in_plan(&self.page.view(), &document), ..desk::order(self.page, task) }
    }

    /// Whether what was chosen may go out.
    fn is_allowed(self) -> bool {
        self.level.get() != Level::Everything || self.is_warned.get()
    }

    /// Has the link made that was chosen.
    fn ask(self) {
        let level = self.level.get_untracked();
        self.made.set(Made::Awaited);
        self.sealed.set(None);
        if level == Level::Everything && !self.is_warned.get_untracked() {
            return;
        }
        let (order, document) = (self.order(Task::Link(level)), self.document.get_value());
        browser::spawn(async move {
            let made = match desk::make(&order, &document).await {
                Ok(bytes) => Outgoing::try_from_slice(&bytes.to_vec())
                    .map_or(Made::Failed, |outgoing| Made::Here(Arc::new(outgoing))),
                Err(Failure::TooMuch) => Made::TooMuch,
                Err(Failure::Broken) => Made::Failed,
            };
            // Something else was chosen meanwhile, or the dialog was closed.
            if self.level.try_get_untracked() == Some(level) {
                self.made.set(made);
                self.follow_code();
                self.page.settle(None);
            }
        });
    }

    fn choose(self, level: Level) {
        if self.level.get_untracked() != level {
            self.level.set(level);
            self.ask();
            self.page.settle(None);
        }
    }

    /// Has the code made of the link that is there, where it is looked at.
    fn follow_code(self) {
        let Some(link) = self.link.get_untracked().filter(|_| self.shows_code.get_untracked()) else {
            return;
        };
        if self.code.with_untracked(|code| code.as_ref().is_some_and(|(of, _)| *of == link)) {
            return;
        }
        let order = Order { text: link.clone(), ..desk::order(self.page, Task::Qr) };
        browser::spawn(async move {
            let bytes = desk::make_of_text(&order).await;
            let code =
                bytes.ok().and_then(|bytes| <Option<Qr>>::try_from_slice(&bytes.to_vec()).ok()).flatten();
            if self.link.try_get_untracked().flatten().is_some_and(|now| now == link) {
                self.code.set(Some((link, code)));
                self.page.settle(None);
            }
        });
    }

    /// Seals the link with the passphrase that was written.
    fn seal(self) {
        let Made::Here(outgoing) = self.made.get_untracked() else { return };
        let field = browser::element_by_id::<web_sys::HtmlInputElement>("share-passphrase");
        let passphrase = field.map(|field| field.value()).unwrap_or_default();
        if passphrase.chars().count() < SHORTEST {
            self.sealing.set(self.own.passphrase_short);
            browser::focus_soon("#share-passphrase");
            return;
        }
        self.sealing.set(self.own.making);
        browser::spawn(async move {
            let sealed = seal::seal(&outgoing.to_seal, &passphrase).await;
            let is_same = matches!(self.made.try_get_untracked(), Some(Made::Here(now)) if Arc::ptr_eq(&now, &outgoing));
            if is_same {
                self.sealing.set(if sealed.is_some() { self.own.sealed } else { self.own.no_crypto });
                let is_there = sealed.is_some();
                self.sealed.set(sealed);
                self.follow_code();
                if is_there {
                    // On a phone it stands below what is seen.
                    browser::bring_soon("[data-share-link]");
                }
                self.page.settle(None);
            }
        });
    }

    fn view(self) -> AnyView {
        let Self { page, own, .. } = self;
        let link = link_words(self.language);
        view! {
            <header class="dialog-head">
                <h2 id="share-title">{own.title}</h2>
                {sign_button("quiet end", "share-close", own.close, "✕", move || page.sharing.set(false))}
            </header>
            <p class="fine">{own.truth}</p>
            {self.levels(link)}
            {move || match (self.is_allowed(), self.made.get()) {
                (false, _) => self.warning(),
                (true, Made::Awaited) => view! { <p role="status">{own.making}</p> }.into_any(),
                (true, Made::TooMuch) => {
                    view! {
                        <p role="alert">{(link.too_much)(TooMuch)}</p>
                        <div class="buttons">{self.save_button(None)}</div>
                    }
                    .into_any()
                }
                (true, Made::Failed) => view! { <p role="alert">{own.failed}</p> }.into_any(),
                (true, Made::Here(outgoing)) => self.outgoing(outgoing),
            }}
        }
        .into_any()
    }

    fn levels(self, link: &'static LinkWords) -> AnyView {
        // Of what came as figures there is nothing else.
        let has_objectives = self.document.with_value(|document| !document.is_figures());
        let levels = Level::ALL.into_iter().filter(|level| has_objectives || *level == Level::Figures);
        let choice = move |level: Level| {
            let [name, detail] = (link.level)(level);
            view! {
                <label class="share-level">
                    <input
                        type="radio"
                        name="share-level"
                        data-share-level=level.code()
                        prop:checked=move || self.level.get() == level
                        on:change=move |_| self.choose(level)
                    />
                    <span><strong>{name}</strong><span class="fine">{detail}</span></span>
                </label>
            }
            .into_any()
        };
        view! {
            <fieldset class="share-levels">
                <legend>{self.own.how_much}</legend>
                {levels.into_iter().map(choice).collect_view()}
            </fieldset>
        }
        .into_any()
    }

    fn warning(self) -> AnyView {
        let go_ahead = move || {
            self.is_warned.set(true);
            self.ask();
            self.page.settle(None);
            browser::focus_soon("#share-title");
        };
        view! {
            <div class="share-warning" role="alert">
                <p>{self.own.warning}</p>
                {button("button", "share-anyway", self.own.go_ahead, go_ahead)}
            </div>
        }
        .into_any()
    }

    /// The link, what can be done with it, and what the other side will see.
    fn outgoing(self, outgoing: Arc<Outgoing>) -> AnyView {
        let own = self.own;
        let link = move || self.link.get().map(|link| self.whole(link));
        view! {
            {self.view_choice(&outgoing)}
            {self.protection()}
            {link}
            {behind(own, &outgoing)}
            {samples(own, &outgoing)}
        }
        .into_any()
    }

    /// Whether filters go along.
    fn view_choice(self, outgoing: &Outgoing) -> Option<AnyView> {
        let selection = self.page.selection.get_untracked();
        if outgoing.level == Level::Figures {
            let is_filtered = !selection.is_everything();
            return is_filtered.then(|| view! { <p class="fine">{self.own.view_left_out}</p> }.into_any());
        }
        if outgoing.view.is_empty() {
            return None;
        }
        let field = self.page.listing.with_untracked(crate::listing::Listing::field);
        let figures = self.page.figures.get_untracked().unwrap_or_default();
        let words = crate::locale::page::page(self.language);
        let document = self.page.document.get_untracked();
        let timeline = document.as_ref().map_or(&[][..], |document| &document.whole.timeline);
        let looked_at = match selection.is_everything() {
            true => (words.all_objectives)(figures.plan.all()),
            false => format!(
                "{}: {}",
                (words.some_objectives)(figures.selected.all(), figures.plan.all()),
                sentence(&selection, field, timeline, self.language)
            ),
        };
        let change = move |event| {
            self.with_view.set(event_target_checked(&event));
            self.follow_code();
            self.page.settle(None);
        };
        Some(
            view! {
                <label class="share-option">
                    <input
                        type="checkbox"
                        data-action="share-view"
                        prop:checked=move || self.with_view.get()
                        on:change=change
                    />
                    <span>{(self.own.with_view)(&looked_at)}</span>
                </label>
            }
            .into_any(),
        )
    }

    /// The passphrase, where one is wanted.
    fn protection(self) -> AnyView {
        let own = self.own;
        let change = move |event| {
            self.protects.set(event_target_checked(&event));
            self.sealing.set("");
            self.follow_code();
            self.page.settle(None);
        };
        let form = move || {
            if !self.protects.get() {
                return None;
            }
            if !seal::is_possible() {
                return Some(view! { <p role="alert">{own.no_crypto}</p> }.into_any());
            }
            let submit = move |event: web_sys::SubmitEvent| {
                event.prevent_default();
                self.seal();
            };
            // Another passphrase is another link.
            let written = move |_| {
                self.sealed.set(None);
                self.sealing.set("");
            };
            Some(
                view! {
                    <form class="share-passphrase" on:submit=submit>
                        <label for="share-passphrase">{own.passphrase}</label>
                        <input
                            id="share-passphrase"
                            type="text"
                            autocomplete="off"
                            autocapitalize="off"
                            spellcheck="false"
                            aria-describedby="share-passphrase-help"
                            on:input=written
                        />
                        <button type="submit" class="button" data-action="share-seal">{own.seal}</button>
                        <p id="share-passphrase-help" class="fine">{own.passphrase_help}</p>
                        <p role="status">{move || self.sealing.get()}</p>
                    </form>
                }
                .into_any(),
            )
        };
        view! {
            <label class="share-option">
                <input type="checkbox" data-action="share-protect" on:change=change />
                <span>{own.protect}</span>
            </label>
            {form}
        }
        .into_any()
    }

    /// The link with its length, and all that can be done with it.
    fn whole(self, link: String) -> AnyView {
        let Self { page, own, .. } = self;
        let length = link.chars().count();
        let reach = Reach::of(length);
        let (copied, sent) = (link.clone(), link.clone());
        let copy = move || take_away::copy_text(page, &copied, own.copied, own.not_copied);
        let send = can_send().then(|| button("button", "share-send", own.send, move || send(&sent)));
        let opened = move |event: web_sys::Event| {
            self.shows_code.set(event_target::<HtmlDetailsElement>(&event).open());
            self.follow_code();
        };
        view! {
            <section class="share-result" aria-labelledby="share-link-title">
                <h3 id="share-link-title">{own.link}</h3>
                <p class="share-link" data-share-link tabindex="0" translate="no">{link.clone()}</p>
                <p data-share-reach=reach.code()>
                    <strong>{(own.length)(length)}</strong>": "{(own.reach)(reach)}
                </p>
                <div class="buttons">
                    {button("button primary", "share-copy", own.copy, copy)}
                    {send}
                    {self.save_button(Some(link.clone()))}
                    <a class="button" data-action="share-see" href=link target="_blank" rel="noopener">{own.see}</a>
                </div>
                <details class="share-code" prop:open=move || self.shows_code.get() on:toggle=opened>
                    <summary data-action="share-qr">{own.qr}</summary>
                    {move || self.code.get().map(|(_, code)| self.drawn(code))}
                </details>
            </section>
        }
        .into_any()
    }

    /// The code of the link.
    fn drawn(self, code: Option<Qr>) -> AnyView {
        let own = self.own;
        let Some(code) = code else { return view! { <p role="status">{own.no_qr}</p> }.into_any() };
        let afar = if code.is_read_from_afar() { own.qr_afar } else { own.qr_close };
        view! {
            <figure class="qr" data-qr>
                <svg viewBox=format!("0 0 {0} {0}", code.side) role="img" aria-label=own.qr_alt shape-rendering="crispEdges">
                    <rect width="100%" height="100%" fill="#ffffff"></rect>
                    <path d=code.path fill="#000000"></path>
                </svg>
                <figcaption class="fine">{afar}</figcaption>
            </figure>
        }
        .into_any()
    }

    /// A button that saves what goes out as a file. Where that is protected, or figures, of which there is no other file,
    /// it is the link itself, which opens as one.
    fn save_button(self, link: Option<String>) -> AnyView {
        let press = move |_| match &link {
            Some(link) if self.protects.get_untracked() || self.level.get_untracked() == Level::Figures => {
                let name = self.file_name(FileKind::Text);
                self.save(&name, save::as_file(link, FileKind::Text));
            }
            _ => self.save_plan(),
        };
        view! {
            <button type="button" class="button" data-download="shared-file" on:click=press>{self.own.save}</button>
        }
        .into_any()
    }

    fn file_name(self, kind: FileKind) -> String {
        self.document
            .with_value(|document| file_name(&document.name, self.level.get_untracked().code(), kind))
    }

    /// Saves the plan that goes out.
    fn save_plan(self) {
        let level = self.level.get_untracked();
        let (order, document) = (self.order(Task::Sent(level)), self.document.get_value());
        let name = self.file_name(FileKind::Json);
        browser::spawn(async move {
            let made = desk::make(&order, &document).await.ok();
            self.save(&name, made.and_then(|bytes| save::file_of(&bytes, FileKind::Json)));
        });
    }

    fn save(self, name: &str, file: Option<web_sys::Blob>) {
        match file {
            Some(file) => {
                save::save(name, &file);
                self.page.say(&(take_away_words(self.language).saved)(name));
            }
            None => self.page.say(self.own.failed),
        }
    }
}

/// What the other side does not get, or gets otherwise.
fn behind(own: &'static ShareWords, outgoing: &Outgoing) -> AnyView {
    let items: Vec<_> = outgoing
        .behind
        .iter()
        .map(|behind| view! { <li>{(own.behind_item)(*behind)}</li> }.into_any())
        .collect();
    let is_all = items.is_empty();
    view! {
        <section class="share-behind">
            <h3>{own.behind}</h3>
            <ul>{items}</ul>
            {is_all.then(|| view! { <p>{own.nothing_behind}</p> }.into_any())}
        </section>
    }
    .into_any()
}

/// Some objectives, as the other side will see them.
fn samples(own: &'static ShareWords, outgoing: &Outgoing) -> Option<AnyView> {
    if outgoing.samples.is_empty() {
        return None;
    }
    let head = own.sample_head.map(|heading| view! { <th scope="col">{heading}</th> }.into_any());
    let row = |Sample { n, objective, responsible, outcome }: &Sample| {
        view! {
            <tr>
                <th scope="row">{n.to_string()}</th>
                <td><bdi>{objective.clone()}</bdi></td>
                <td><bdi>{responsible.clone()}</bdi></td>
                <td><bdi>{outcome.clone()}</bdi></td>
            </tr>
        }
        .into_any()
    };
    let shown = (own.sample_of)(outgoing.samples.len(), outgoing.objectives);
    let rows: Vec<_> = outgoing.samples.iter().map(row).collect();
    let sample = view! {
        <section class="share-sample" data-share-sample>
            <h3>{own.sample}</h3>
            <div class="share-sample-table" tabindex="0" role="group" aria-label=own.sample>
                <table>
                    <thead><tr>{head.into_iter().collect_view()}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="fine">{shown}</p>
        </section>
    };
    Some(sample.into_any())
}

/// Whether the device can hand a link to other programs.
fn can_send() -> bool {
    let navigator = browser::window().map(|window| window.navigator());
    navigator.is_some_and(|navigator| {
        js_sys::Reflect::get(&navigator, &"share".into()).is_ok_and(|share| share.is_function())
    })
}

/// Hands a link to the device's own way of sending things.
fn send(link: &str) {
    let data = ShareData::new();
    data.set_url(link);
    if let Some(window) = browser::window() {
        let sent = window.navigator().share_with_data(&data);
        // Refused where the person changes their mind, and that needs no words.
        browser::spawn(async move { drop(JsFuture::from(sent).await) });
    }
}
