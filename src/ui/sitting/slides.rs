// SPDX-License-Identifier: AGPL-3.0-or-later
//! What fills the screen: the title, the headline figures, a chart, an objective.
//!
//! Made of what the page shows elsewhere, larger. Never here: a name, unless the person who shows it says so; a number
//! without that of the objectives behind it.

use leptos::prelude::*;

use super::Showing;
use crate::listing::marks::Needles;
use crate::listing::{Column, Listing};
use crate::locale::headline::said;
use crate::locale::objective as told;
use crate::locale::selection::label;
use crate::plan::Objective;
use crate::reading::ReadFrom;
use crate::sitting::{self, Slide};
use crate::statistics::{Dimension, Filter};
use crate::ui::live::{self, part};
use crate::ui::{analysis, charts, headline, objective as objectives, selection, status};

/// A text of an outcome with more characters is written smaller.
const LONG: usize = 420;

/// The slide that is shown.
pub fn slide(showing: Showing) -> AnyView {
    // By itself: the next slide alone makes another one.
    let slide = Memo::new(move |_| showing.slide());
    part(move || {
        Some(match slide.get() {
            None => view! { <h2 id="sitting-title">{showing.own.nothing}</h2> }.into_any(),
            Some(Slide::Title) => cover(showing),
            Some(Slide::Figures) => figures(showing),
            Some(slide @ Slide::Chart(chart)) => {
                let document = showing.document.get_value();
                let cover = (!showing.names.get()).then(|| showing.cover());
                view! {
                    <div class="on-slide chart">
                        <h2 id="sitting-title">{title(showing, slide)}</h2>
                        {selected(showing)}
                        {charts::slide(showing.page, document, chart, cover, "sitting-title")}
                    </div>
                }
                .into_any()
            }
            Some(Slide::Objective(at)) => part(move || objective(showing, at)),
        })
    })
}

/// What a slide is called.
pub fn title(showing: Showing, slide: Slide) -> String {
    match slide {
        Slide::Title => showing.own.title.to_owned(),
        Slide::Figures => showing.words.headline.to_owned(),
        Slide::Chart(chart) => chart.title(showing.language).to_owned(),
        Slide::Objective(at) => named(showing, at),
    }
}

/// An objective by its number, code and first words, in which nobody is named unless that is wanted.
fn named(showing: Showing, at: u32) -> String {
    let objective = written(showing, at).unwrap_or_default();
    let title = status::title(&objective, showing.words.without_text);
    let number = (showing.words.objective_n)(at + 1);
    match objective.code_as_written.trim() {
        "" => format!("{number}: {title}"),
        code => format!("{number} ({code}): {title}"),
    }
}

/// An objective as it is shown.
fn written(showing: Showing, at: u32) -> Option<Objective> {
    let objective =
        showing.document.with_value(|document| document.plan.objectives.get(at as usize).cloned())?;
    Some(match showing.names.get() {
        true => objective,
        false => sitting::unnamed(&objective, &showing.cover()),
    })
}

/// What is selected, where that is not everything.
fn selected(showing: Showing) -> AnyView {
    part(move || {
        let (selection, figures) = (showing.page.selection.get(), showing.page.figures.get()?);
        let field = showing.page.listing.with(Listing::field);
        if selection.is_everything() {
            return None;
        }
        let selection = match showing.names.get() {
            true => selection,
            false => sitting::covered(&selection, &showing.cover()),
        };
        let said = showing.document.with_value(|document| {
            sitting::selected(document, &selection, &figures, field, showing.language)
        });
        // A mission is said by its name, whatever that says.
        let said = showing.shown(&said);
        Some(
            view! { <p class="lead" data-sitting-selected="">{(showing.own.selected)(&said)}</p> }.into_any(),
        )
    })
}

/// What the plan is.
fn cover(showing: Showing) -> AnyView {
    let (title, about) =
        showing.document.with_value(|document| analysis::called(document, showing.language, showing.words));
    let everything = part(move || {
        let is_everything = showing.page.selection.with(|selection| selection.is_everything());
        let of = showing.page.figures.with(|figures| figures.as_ref().map_or(0, |of| of.plan.all()));
        is_everything.then(|| view! { <p class="lead">{(showing.words.all_objectives)(of)}</p> }.into_any())
    });
    view! {
        <div class="on-slide cover">
            <h2 id="sitting-title"><bdi>{live::words(move || showing.shown(&title))}</bdi></h2>
            <p class="about"><bdi>{live::words(move || showing.shown(&about.join(" · ")))}</bdi></p>
            {everything}
            {selected(showing)}
        </div>
    }
    .into_any()
}

/// The headline figures, each with what it is of.
fn figures(showing: Showing) -> AnyView {
    let Showing { page, language, words, .. } = showing;
    let document = showing.document.get_value();
    let is_weighted = headline::is_weighted(&document);
    let large = if is_weighted { "weighted-mean" } else { "mean" };
    let small = if is_weighted { "mean" } else { "weighted-mean" };
    let figure = move |handle: &'static str, class: &'static str| {
        part(move || {
            let summary = page.figures.with(|f| f.as_ref().map(|f| f.selected)).unwrap_or_default();
            said(handle, &summary, is_weighted, language, words).map(|(value, caption)| {
                view! {
                    <p class=class>
                        <strong class="value">{value}</strong>
                        " "
                        <span class="caption">{caption}</span>
                    </p>
                }
                .into_any()
            })
        })
    };
    let counted = live::words(move || {
        let said = |figures: &_| selection::counted(page, figures, language, words);
        page.figures.with(|figures| figures.as_deref().map(said)).unwrap_or_default()
    });
    view! {
        <div class="on-slide headline-slide">
            <h2 id="sitting-title">{words.headline}</h2>
            <p class="lead">{counted}</p>
            {selected(showing)}
            <div class="large-figures">
                {figure("achieved", "one large")}
                {figure(large, "one large")}
                {figure("staff-percent", "one")}
                {figure("median", "one")}
                {figure(small, "one")}
            </div>
            {headline::statuses(page, &document, words, false)}
        </div>
    }
    .into_any()
}

/// An objective whole: what was to be reached, how it went, and what the document says of that.
fn objective(showing: Showing, at: u32) -> Option<AnyView> {
    let Showing { language, words, .. } = showing;
    let document = showing.document.get_value();
    let stated = document.plan.objectives.get(at as usize)?;
    let achievement = document.achievements.get(at as usize)?;
    let objective = written(showing, at)?;
    let (names, none) = (showing.names.get(), Needles::default());
    let group = |dimension: Dimension, key: Option<String>| {
        let name = label(&Filter::new(dimension, key?), &*document.names, language);
        Some(if names { name } else { showing.cover().heading(&name) })
    };
    let groups = [
        group(Dimension::Mission, stated.mission.as_ref().map(|mission| mission.key())),
        group(Dimension::Programme, stated.programme.as_ref().map(|programme| programme.key())),
    ];
    let about = [Some(objective.code_as_written.clone()).filter(|code| !code.trim().is_empty())];
    let about: Vec<String> = about.into_iter().chain(groups).flatten().collect();
    let evidence = achievement.evidence.map(|evidence| match names {
        true => evidence,
        // Where names are covered, the deciding words stand elsewhere.
        false => showing.cover().text_with(&stated.outcome, evidence).1,
    });
    let length = objective.outcome.chars().count();
    let class = if length > LONG { "long" } else { "short" };
    let outcome = match objective.outcome.trim() {
        "" => view! { <p>{words.no_outcome}</p> }.into_any(),
        _ => view! {
            <blockquote dir="auto" class=class>
                {objectives::marked(&objective.outcome, evidence, words.deciding_words, &none, Column::Outcome)}
            </blockquote>
        }
        .into_any(),
    };
    let reading = document.readings.get(at as usize).cloned().unwrap_or_default();
    let indicators = (achievement.read_from == Some(ReadFrom::Indicators))
        .then(|| objectives::indicators(&objective.indicators, &reading.indicators, &none, language, words))
        .flatten();
    let counted = told::counted(achievement, language);
    let people = [(words.responsible, &objective.responsible), (words.support, &objective.support)];
    let people = people.into_iter().filter(|(_, people)| names && !people.as_written().is_empty());
    let people: Vec<AnyView> = people
        .map(|(label, people)| {
            view! { <p class="people">{label}": "<bdi>{people.as_written()}</bdi></p> }.into_any()
        })
        .collect();
    Some(
        view! {
            <article class="on-slide objective">
                <p class="about">
                    {(words.objective_n)(at + 1)}
                    {about.into_iter().map(|part| view! { " · "<bdi>{part}</bdi> }.into_any()).collect::<Vec<_>>()}
                    {(objective.strategic == Some(true)).then(|| view! { " " <span class="tag">{words.strategic_one}</span> }.into_any())}
                </p>
                <h2 id="sitting-title" dir="auto">{status::title(&objective, words.without_text).to_owned()}</h2>
                <div class="verdict">
                    {objectives::went(achievement, language)}
                    <p class="fine">{objectives::decided_by(&document, at, achievement, words)}</p>
                    {counted.map(|counted| view! { <p class="fine">{counted}</p> }.into_any())}
                </div>
                {people}
                <h3>{words.outcome}</h3>
                {outcome}
                {indicators.map(|indicators| view! { <dl>{indicators}</dl> }.into_any())}
            </article>
        }
        .into_any(),
    )
}
