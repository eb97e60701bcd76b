// SPDX-License-Identifier: AGPL-3.0-or-later
//! The headline: how many and how well, of what is selected now, by the method in force.
//!
//! Never here: a number without the number of objectives behind it.

use std::sync::Arc;

use leptos::prelude::*;

use super::button::toggle;
use super::state::Page;
use super::{explain, method, status};
use crate::document::Document;
use crate::locale::method::method as method_words;
use crate::locale::page::PageWords;
use crate::plan::Weights;
use crate::reading::Status;
use crate::statistics::{Filter, Summary};

/// One large figure: its value and what it is.
fn figure(
    page: Page,
    handle: &'static str,
    class: &'static str,
    text: impl Fn() -> Option<(String, String)> + Send + Sync + 'static,
) -> AnyView {
    fn made(page: Page, handle: &'static str, class: &'static str, text: Text) -> AnyView {
        let (value, caption) = (text.clone(), text.clone());
        view! {
            <div class=class data-figure=handle hidden=move || text().is_none()>
                <button
                    type="button"
                    class="value"
                    data-explain=handle
                    aria-haspopup="dialog"
                    title=explain::hint(page)
                    on:click=move |_| explain::ask_of_headline(page, handle)
                >
                    {move || value().unwrap_or_default().0}
                </button>
                " "
                <span class="caption">{move || caption().unwrap_or_default().1}</span>
            </div>
        }
        .into_any()
    }
    made(page, handle, class, Arc::new(text))
}

/// A value and its caption, where there is one.
type Text = Arc<dyn Fn() -> Option<(String, String)> + Send + Sync>;

/// The headline.
pub fn headline(page: Page, document: Arc<Document>, words: &'static PageWords) -> impl IntoView {
    let language = page.language.get_untracked();
    let summary = move || page.figures.with(|f| f.as_ref().map(|f| f.selected)).unwrap_or_default();
    let percent = move |value: f64| language.percent(value);
    let is_weighted = document.method.weights == Weights::Used;
    let achieved = move || {
        let Summary { objectives, status, .. } = summary();
        let achieved = status.of(Status::Achieved);
        Some(((words.achieved_of)(achieved, objectives), (words.achieved_caption)(achieved).to_owned()))
    };
    let mean = move || {
        let Summary { objectives, degree, .. } = summary();
        Some(match degree.mean {
            Some(mean) => (percent(mean), (words.mean_caption)(degree.known, objectives)),
            None => ("–".to_owned(), words.mean_unknown.to_owned()),
        })
    };
    let median = move || {
        let degree = summary().degree;
        degree.median.map(|median| (percent(median), (words.median_caption)(degree.known)))
    };
    let weighted = move || {
        let weighted = summary().weighted;
        match weighted.mean {
            Some(mean) => Some((percent(mean), (words.weighted_caption)(weighted.known))),
            None => is_weighted.then(|| ("–".to_owned(), words.weighted_unknown.to_owned())),
        }
    };
    let staff = move || {
        let Summary { objectives, staff_percent, .. } = summary();
        staff_percent.mean.map(|mean| (percent(mean), (words.staff_caption)(staff_percent.known, objectives)))
    };
    let mean = figure(page, "mean", if is_weighted { "figure" } else { "figure large" }, mean);
    let weighted =
        figure(page, "weighted-mean", if is_weighted { "figure large" } else { "figure" }, weighted);
    let (first, second) = if is_weighted { (weighted, mean) } else { (mean, weighted) };
    view! {
        <section class="headline" aria-labelledby="headline">
            <h2 id="headline" tabindex="-1" class="visually-hidden">{words.headline}</h2>
            <div class="figures">
                {figure(page, "achieved", "figure large", achieved)}
                {first}
                {figure(page, "staff-percent", "figure beside", staff)}
                <div class="figures small">
                    {figure(page, "median", "figure", median)}
                    {second}
                </div>
            </div>
            {statuses(page, &document, words)}
            {explain::toggle(page)}
            {method::panel(page, &document)}
        </section>
    }
}

/// What some objectives are with their count: a button that filters by it, or where there is nothing to filter only that.
fn choice(page: Page, is_filter: bool, filter: Filter, inside: AnyView) -> AnyView {
    match is_filter {
        true => toggle(page, filter, "toggle", inside),
        false => view! { <li class="told">{inside}</li> }.into_any(),
    }
}

/// The statuses that the plan has, as a bar and as buttons that filter by them.
fn statuses(page: Page, document: &Document, words: &'static PageWords) -> impl IntoView + use<> {
    let language = page.language.get_untracked();
    let figures = move || page.figures.get().unwrap_or_default();
    let is_filter = !document.is_figures();
    // Of the plan, not of the selection: a button stays while the selection hides its data.
    let plan = document.whole.plan.status;
    let shown: Vec<Status> = plan.iter().filter(|&(_, count)| count > 0).map(|(status, _)| status).collect();
    let segments = shown.clone().into_iter().map(|status| {
        let share = move || figures().selected.status.of(status);
        view! { <span class=format!("segment fill-{}", status.code()) style:flex-grow=move || share().to_string()></span> }
    });
    let buttons = shown.into_iter().map(|status| {
        let count = move || figures().status_facet.of(status);
        let inside = view! {
            <span class="number">{move || count().to_string()}</span>
            " "
            {move || status::badge(status, count(), language)}
        };
        choice(page, is_filter, Filter::status(status), inside.into_any())
    });
    // Those that the method leaves out have no status in the figures, and must not vanish.
    let left_out = (document.whole.plan.left_out > 0).then(|| {
        let inside = view! {
            <span class="number">{move || figures().left_out_facet.to_string()}</span>
            " "
            {method_words(language).left_out_filter}
        };
        choice(page, is_filter, Filter::left_out(), inside.into_any())
    });
    view! {
        <div class="status-bar" aria-hidden="true">{segments.collect_view()}</div>
        <ul class="toggles" aria-label=words.statuses>{buttons.chain(left_out).collect::<Vec<_>>()}</ul>
    }
}
