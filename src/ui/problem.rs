// SPDX-License-Identifier: AGPL-3.0-or-later
//! The message about a file that could not be opened or made: what it looks like, where it went wrong, what to do.
//!
//! Never here: closing what is open.

use leptos::prelude::*;

use super::button::button;
use super::state::{Page, Problem};
use crate::locale::desk::desk;
use crate::locale::errors::{self, ErrorWords};
use crate::locale::hosted::hosted_error;
use crate::locale::page::PageWords;

/// The message, while there is one.
pub fn problem(page: Page, words: &'static PageWords) -> impl IntoView {
    move || {
        page.problem.get().map(|problem| {
            let language = page.language.get_untracked();
            let (name, ErrorWords { title, what, todo, example }) = match &problem {
                Problem::Import { name, error } => (name.clone(), errors::import_error(error, language)),
                Problem::Unreadable { name } => (name.clone(), ErrorWords {
                    title: words.unreadable_file.to_owned(),
                    ..ErrorWords::default()
                }),
                Problem::ReaderBroke { name } => (name.clone(), ErrorWords {
                    title: words.reader_broke.to_owned(),
                    what: words.reader_broke_why.to_owned(),
                    todo: words.reader_broke_todo.to_owned(),
                    example: None,
                }),
                Problem::Hosted { name, error } => (name.clone(), hosted_error(*error, language)),
                Problem::NotMade { name } => {
                    let words = desk(language);
                    (name.clone(), ErrorWords {
                        title: words.not_made.to_owned(),
                        what: words.not_made_why.to_owned(),
                        todo: words.not_made_todo.to_owned(),
                        example: None,
                    })
                }
            };
            view! {
                <section class="problem" role="alert" tabindex="-1" data-problem>
                    <h2><bdi>{name}</bdi>": "{title}</h2>
                    {(!what.is_empty()).then(|| view! { <p>{what}</p> }.into_any())}
                    {(!todo.is_empty()).then(|| view! { <p>{todo}</p> }.into_any())}
                    {example.map(|example| view! {
                        <p>{words.accepted_example}</p>
                        <pre tabindex="0">{example}</pre>
                    })}
                    {page.document.with(Option::is_some).then(|| view! { <p><strong>{words.still_open}</strong></p> })}
                    {button("button", "dismiss", words.dismiss, move || page.dismiss())}
                </section>
            }
            .into_any()
        })
    }
}
