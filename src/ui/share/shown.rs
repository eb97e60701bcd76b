// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the dialog of sharing shows: the choices, the link with what can be done with it, and what the other side will see.
//!
//! Never here: a link asked for (see [`super::Sharing`]).

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::HtmlDetailsElement;

use super::{Code, Made, Sharing, can_send, send};
use crate::export::{FileKind, Origin};
use crate::listing::Listing;
use crate::locale::link::{LinkWords, link as link_words};
use crate::locale::share::ShareWords;
use crate::locale::sitting::words as sitting;
use crate::locale::take_away::selected;
use crate::share::{Check, Level, Outgoing, Reach, Sample, TooMuch};
use crate::sitting::Sitting;
use crate::statistics::Dimension;
use crate::ui::button::{button, sign_button};
use crate::ui::live::part;
use crate::ui::{browser, save, seal, take_away};
use crate::view::address;

impl Sharing {
    /// All that is in the dialog.
    pub(super) fn view(self) -> AnyView {
        let Self { page, own, .. } = self;
        let link = link_words(self.language);
        view! {
            <header class="dialog-head">
                <h2 id="share-title" tabindex="-1">{own.title}</h2>
                {sign_button("quiet end", "share-close", own.close, "✕", move || page.sharing.set(false))}
            </header>
            {part(move || self.short())}
            <p class="fine">{own.truth}</p>
            {self.levels(link)}
            {move || match (self.is_allowed(), self.made.get()) {
                (false, _) => self.warning(),
                (true, Made::Awaited) => view! { <p role="status">{own.making}</p> }.into_any(),
                (true, Made::Failed) => view! { <p role="alert">{own.failed}</p> }.into_any(),
                (true, Made::Here(outgoing)) => self.outgoing(outgoing),
            }}
            // Nothing protects a report.
            {move || (self.is_allowed() && !self.protects.get()).then(|| self.report())}
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

    /// The link, what can be done with it, and what the other side will see; of a file the same.
    fn outgoing(self, outgoing: Arc<Outgoing>) -> AnyView {
        let own = self.own;
        let how = if outgoing.is_file() { self.as_file() } else { self.as_link() };
        view! {
            {self.view_choice(&outgoing)}
            // Before there is anything to copy.
            {self.checks(&outgoing)}
            {how}
            {behind(own, &outgoing)}
            {samples(own, &outgoing)}
        }
        .into_any()
    }

    /// What whoever sends it should look at before.
    fn checks(self, outgoing: &Outgoing) -> Option<AnyView> {
        let said = |check: &Check| match check {
            Check::StandIns(_) => {
                format!("{} {}", (self.own.check_item)(check), (self.own.no_stand_ins)())
            }
            _ => (self.own.check_item)(check),
        };
        let items: Vec<_> = outgoing.checks.iter().map(said).collect();
        (!items.is_empty()).then(|| told("checks", self.own.check, items, ""))
    }

    /// How a link opens, what protects it, and the link.
    fn as_link(self) -> AnyView {
        let link = move || self.link.get().map(|link| self.whole(link));
        view! {
            {self.option("share-sitting", sitting(self.language).opens_so, self.opens_sitting)}
            {self.protection()}
            {link}
        }
        .into_any()
    }

    /// That it is too much for a link, and the file.
    fn as_file(self) -> AnyView {
        view! {
            <p role="alert">{(link_words(self.language).too_much)(TooMuch)}</p>
            <div class="buttons">{self.save_button(None)}</div>
        }
        .into_any()
    }

    /// Whether filters go along.
    fn view_choice(self, outgoing: &Outgoing) -> Option<AnyView> {
        let selection = self.page.selection.get_untracked();
        let (order, has_order) = (sitting(self.language), !outgoing.view.is_empty());
        if outgoing.level == Level::Figures {
            let is_filtered = !selection.is_everything();
            return Some(
                view! {
                    {is_filtered.then(|| view! { <p class="fine">{self.own.view_left_out}</p> }.into_any())}
                    {has_order.then(|| self.option("share-view", order.order_alone, self.with_view))}
                }
                .into_any(),
            );
        }
        if outgoing.view.is_empty() {
            return None;
        }
        let field = self.page.listing.with_untracked(Listing::field);
        // What stays behind is told as that, and there is more to look at without it.
        let mut sent = selection;
        let held = self.document.with_value(|document| address::read(&outgoing.view, document));
        let held = held.unwrap_or_default().view.selection.filters;
        for dimension in [Dimension::Staff, Dimension::Finding] {
            if !held.iter().any(|filter| filter.dimension == dimension) {
                sent.clear(dimension);
            }
        }
        if !address::has_search(&outgoing.view) {
            sent.search.clear();
        }
        let looked_at = self.document.with_value(|document| {
            let figures = document.figures(&sent, &document.search_in(&sent.search, field));
            selected(&Origin::new(document, &sent, &figures, "", self.language).searched_in(field))
        });
        let looked_at = match self.page.sitting.with_untracked(Sitting::is_at_first) {
            true => looked_at,
            false => (order.with_order)(&looked_at),
        };
        Some(self.option("share-view", (self.own.with_view)(&looked_at), self.with_view))
    }

    /// What goes along with the link or does not.
    fn option(self, action: &'static str, words: impl Into<String>, chosen: RwSignal<bool>) -> AnyView {
        let change = move |event| {
            chosen.set(event_target_checked(&event));
            self.follow_code();
            self.page.settle(None);
        };
        view! {
            <label class="share-option">
                <input type="checkbox" data-action=action prop:checked=move || chosen.get() on:change=change />
                <span>{words.into()}</span>
            </label>
        }
        .into_any()
    }

    /// The passphrase, where one is wanted.
    fn protection(self) -> AnyView {
        let own = self.own;
        let change = move |event| {
            self.protects.set(event_target_checked(&event));
            self.unseal();
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
            let written = move |_| self.unseal();
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
                <input
                    type="checkbox"
                    data-action="share-protect"
                    prop:checked=move || self.protects.get()
                    on:change=change
                />
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
        let (copied, sent, coded) = (link.clone(), link.clone(), link.clone());
        let copy = move || take_away::copy_text(page, &copied, own.copied, own.not_copied);
        let send = can_send().then(|| button("button", "share-send", own.send, move || send(&sent)));
        // That of another link would be read off the screen as this one's.
        let code = move || self.code.get().filter(|(of, _)| *of == coded).map(|(_, code)| self.drawn(code));
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
                    {code}
                </details>
            </section>
        }
        .into_any()
    }

    /// The code of the link.
    fn drawn(self, code: Code) -> AnyView {
        let own = self.own;
        let Ok(Some(code)) = code else {
            let why = if code.is_ok() { own.no_qr } else { own.qr_not_made };
            return view! { <p role="status">{why}</p> }.into_any();
        };
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
                let name = self.file_name(self.level.get_untracked().code(), FileKind::Text);
                self.save(&name, save::as_file(link, FileKind::Text));
            }
            _ => self.save_plan(),
        };
        view! {
            <button type="button" class="button" data-download="shared-file" on:click=press>{self.own.save}</button>
        }
        .into_any()
    }
}

/// What the other side does not get, or gets otherwise.
fn behind(own: &'static ShareWords, outgoing: &Outgoing) -> AnyView {
    let items: Vec<_> = outgoing.behind.iter().map(|behind| (own.behind_item)(*behind)).collect();
    let words = if items.is_empty() { (own.nothing_behind)(outgoing.is_personal) } else { "" };
    told("behind", own.behind, items, words)
}

/// Sentences under a heading.
fn told(what: &'static str, heading: &'static str, items: Vec<String>, words: &'static str) -> AnyView {
    let items: Vec<_> =
        items.into_iter().map(|item| view! { <li><bdi>{item}</bdi></li> }.into_any()).collect();
    view! {
        <section class="share-behind" data-share-told=what>
            <h3>{heading}</h3>
            <ul>{items}</ul>
            {words}
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
