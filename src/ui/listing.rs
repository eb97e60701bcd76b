// SPDX-License-Identifier: AGPL-3.0-or-later
//! How the table lists what is selected: the menu of columns, the choice of groups and of where words are searched.
//!
//! Never here: the rows.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::browser;
use super::button::button;
use super::state::Page;
use crate::listing::{Column, Grouping, Listing};
use crate::locale::listing::ListingWords;

/// The choices above the table.
pub fn options(page: Page, own: &'static ListingWords) -> AnyView {
    let exceeds = move || {
        let by = page.listing.with(|listing| listing.grouping).filter(|by| by.overlaps());
        by.map(|by| view! { <p class="fine">{(own.parts_exceed)(by)}</p> }.into_any())
    };
    let groups = Grouping::ALL.map(|by| (by.code(), (own.grouping)(by)));
    let grouping = Memo::new(move |_| page.listing.with(|l| l.grouping.map_or("", Grouping::code)));
    let scopes = Column::ALL.into_iter().filter(|column| column.field().is_some());
    let scopes = scopes.map(|column| (column.code(), (own.column)(column))).collect();
    let scope = Memo::new(move |_| page.listing.with(|l| l.scope.map_or("", Column::code)));
    let group_by = |listing: &mut Listing, code: &str| listing.group_by(Grouping::from_code(code));
    let search_in = |listing: &mut Listing, code: &str| listing.scope = Column::from_code(code);
    view! {
        <div class="listing">
            {select(page, "group", own.group_by, own.no_groups, groups.into(), grouping, group_by)}
            {select(page, "search-in", own.search_in, own.all_texts, scopes, scope, search_in)}
            {columns(page, own)}
        </div>
        {exceeds}
    }
    .into_any()
}

/// A choice of one of several, or of none.
fn select(
    page: Page,
    action: &'static str,
    label: &'static str,
    none: &'static str,
    choices: Vec<(&'static str, &'static str)>,
    chosen: Memo<&'static str>,
    choose: fn(&mut Listing, &str),
) -> AnyView {
    // Each says by itself whether it is chosen: told to the whole, it would be lost before there are any.
    let choice = |(code, name): (&'static str, &'static str)| {
        view! { <option value=code prop:selected=move || chosen.get() == code>{name}</option> }.into_any()
    };
    let choices: Vec<_> = [("", none)].into_iter().chain(choices).map(choice).collect();
    view! {
        <label>
            {label}" "
            <select
                data-action=action
                on:change=move |event| {
                    let code = event_target_value(&event);
                    page.list(|listing| choose(listing, &code));
                }
            >
                {choices}
            </select>
        </label>
    }
    .into_any()
}

/// The menu of columns.
fn columns(page: Page, own: &'static ListingWords) -> AnyView {
    let boxes = Column::ALL.map(|column| {
        view! {
            <li>
                <label class="menu-item">
                    <input
                        type="checkbox"
                        data-action=format!("column:{}", column.code())
                        prop:checked=move || page.listing.with(|listing| listing.shows(column))
                        // The objective itself is always there: it is what opens.
                        disabled=column == Column::Objective
                        on:change=move |_| page.list(|listing| listing.toggle_column(column))
                    />
                    " "
                    {(own.column)(column)}
                </label>
            </li>
        }
        .into_any()
    });
    let boxes: Vec<_> = boxes.into();
    let reset = button("menu-item", "columns-reset", own.columns_as_at_first, move || {
        page.list(|listing| listing.columns = Listing::default().columns);
    });
    let pressed = |event: KeyboardEvent| browser::close_menu(&event);
    view! {
        <details class="menu" on:keydown=pressed>
            <summary class="quiet" data-action="columns">{own.columns}" ▾"</summary>
            <div class="menu-body"><ul class="columns">{boxes}</ul>{reset}</div>
        </details>
    }
    .into_any()
}
