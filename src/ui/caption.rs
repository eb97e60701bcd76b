// SPDX-License-Identifier: AGPL-3.0-or-later
//! What stands above a drawing: what its patterns stand for, and the choice of the order of its rows.
//!
//! Never here: the drawing.

use leptos::prelude::*;

use super::state::Page;
use crate::chart::{Chart, LegendItem};
use crate::locale::charts::linked;

/// Which pattern stands for what, where a chart tells several apart.
pub fn legend(items: &[LegendItem]) -> Option<AnyView> {
    let items: Vec<_> = items
        .iter()
        .map(|&LegendItem { status, text }| {
            view! {
                <li>
                    <span class=format!("swatch fill-{}", status.code()) aria-hidden="true"></span>
                    {text}
                </li>
            }
            .into_any()
        })
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="legend" aria-hidden="true">{items}</ul> }.into_any())
}

/// The choice of the order of a chart's rows.
pub fn order(page: Page, chart: Chart) -> AnyView {
    let more = linked(page.language.get_untracked());
    let by_key = if chart == Chart::OfficeStatus { more.by_name } else { more.by_code };
    let choice = |by_value: bool, words: &'static str| {
        let is_so = move || page.arrangement.with(|view| view.wanted.is_by_value(chart)) == by_value;
        view! {
            <button
                type="button"
                class="toggle"
                data-action=format!("order:{}:{}", chart.code(), if by_value { "value" } else { "code" })
                aria-pressed=move || is_so().to_string()
                on:click=move |_| page.arrange(|view| view.wanted.order(chart, by_value))
            >
                {words}
            </button>
        }
        .into_any()
    };
    let label = format!("{}: {}", more.order, chart.title(page.language.get_untracked()));
    view! {
        <div class="chart-order" role="group" aria-label=label>
            <span aria-hidden="true">{more.order}</span>
            {choice(false, by_key)}
            {choice(true, more.by_value)}
        </div>
    }
    .into_any()
}
