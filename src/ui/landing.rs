// SPDX-License-Identifier: AGPL-3.0-or-later
//! The landing: what this is in one sentence, the ways to open a document, and what stays private.

use leptos::prelude::*;

use super::button::button;
use super::state::Page;
use super::{browser, open, recent};
use crate::locale::hosted;
use crate::locale::page::PageWords;

/// The landing.
pub fn landing(page: Page, words: &'static PageWords) -> impl IntoView {
    // Where plans are kept they are what somebody comes for; else the choice stands after what the page is.
    let is_any = Memo::new(move |_| page.recent.plans.with(|plans| !plans.is_empty()));
    let kept = move |any: bool| move || (is_any.get() == any).then(|| recent::panel(page));
    view! {
        <div class="landing">
            <h1>{words.question}</h1>
            <p class="lead">{words.sentence}</p>
            <section class="drop-zone" aria-label=words.drop_here>
                <p class="drop-words" aria-hidden="true">{words.drop_here}</p>
                <div class="buttons">
                    {open::pick_button(words.choose, "button primary")}
                    {button("button", "paste", words.paste, move || page.pasting.set(true))}
                    {button("button", "example", words.example, move || open::open_example(page))}
                </div>
                <p class="fine">{words.accepted}</p>
            </section>
            {published(page)}
            {kept(true)}
            <div class="landing-columns">
                <section>
                    <h2>{words.shows_title}</h2>
                    <ul>{words.shows.iter().map(|line| view! { <li>{*line}</li> }).collect_view()}</ul>
                </section>
                <section class="private">
                    <h2>{words.private_title}</h2>
                    <p>{words.private}</p>
                </section>
            </div>
            {kept(false)}
        </div>
    }
}

/// The plans that whoever hosts the page laid beside it, if any: `make publish` writes them into index.html.
fn published(page: Page) -> Option<AnyView> {
    let plans = browser::links_in("#published");
    if plans.is_empty() {
        return None;
    }
    let item = |(address, name): (String, String)| view! { <li><a href=address>{name}</a></li> }.into_any();
    let list: Vec<_> = plans.into_iter().map(item).collect();
    Some(
        view! {
            <section class="published" data-published>
                <h2>{hosted::words(page.language.get_untracked()).published}</h2>
                <ul>{list}</ul>
            </section>
        }
        .into_any(),
    )
}
