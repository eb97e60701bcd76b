// SPDX-License-Identifier: AGPL-3.0-or-later
//! Views with names: kept in the plan, so that they are saved with it, and taken back like any other change of it.
//!
//! Never here: what a view is made of.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{HtmlInputElement, SubmitEvent};

use super::browser;
use super::button::sign_button;
use super::state::Page;
use crate::document::Document;
use crate::locale::selection::SelectionWords;
use crate::plan::SavedView;
use crate::view::address;

/// Where the focus goes after a view was kept or taken away.
const MENU: &str = "[data-action='views']";

/// The menu of the views that have a name, with the way to name the one that is looked at.
pub fn menu(page: Page, document: Arc<Document>, own: &'static SelectionWords) -> AnyView {
    let saved = &document.import.plan.views;
    let count = match saved.len() {
        0 => String::new(),
        count => format!(" ({count})"),
    };
    let items: Vec<_> = saved
        .iter()
        .enumerate()
        .map(|(at, SavedView { name, view })| {
            let (look, remove) = (view.clone(), own.view_removed);
            let called = name.clone();
            view! {
                <li class="saved-view">
                    <button
                        type="button"
                        class="menu-item"
                        data-view=called.clone()
                        on:click=move |_| {
                            browser::close_open_menu();
                            page.look_by_address(look.clone());
                            browser::focus_soon(MENU);
                        }
                    >
                        <bdi>{name.clone()}</bdi>
                    </button>
                    {sign_button("quiet", "view-remove", own.remove_view, "✕", move || {
                        page.amend(remove.to_owned(), Some(MENU), move |plan| {
                            if at < plan.views.len() {
                                plan.views.remove(at);
                            }
                        });
                    })}
                </li>
            }
            .into_any()
        })
        .collect();
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(field) = browser::find::<HtmlInputElement>("#view-name") else { return };
        let name = field.value().trim().to_owned();
        if name.is_empty() {
            return drop(field.focus());
        }
        let view = address::write_in_plan(&page.view(), &document);
        browser::close_open_menu();
        page.amend(own.view_kept.to_owned(), Some(MENU), move |plan| {
            // One name, one view: the last.
            plan.views.retain(|saved| saved.name != name);
            plan.views.push(SavedView { name, view });
        });
    };
    let escape = |event: web_sys::KeyboardEvent| browser::close_menu(&event);
    view! {
        <details class="menu" on:keydown=escape>
            <summary class="quiet" data-action="views">{own.views}{count}" ▾"</summary>
            <div class="menu-body">
                <ul>{items}</ul>
                <form class="keep-view" on:submit=keep>
                    <label for="view-name">{own.keep_view}</label>
                    <input id="view-name" type="text" maxlength="120" autocomplete="off" />
                    <button type="submit" class="button" data-action="view-keep">{own.keep}</button>
                </form>
                <p class="fine">{own.views_hint}</p>
            </div>
        </details>
    }
    .into_any()
}
