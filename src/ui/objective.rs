// SPDX-License-Identifier: AGPL-3.0-or-later
//! One objective whole: everything that the document says of it, what decided its status, and the way to the next. Beside
//! the page where that is wide enough for both, else in front of it.

use std::sync::Arc;

use leptos::html::Dialog;
use leptos::prelude::*;

use super::button::sign_button;
use super::live::follow;
use super::state::Page;
use super::{beside, correction, sitting, status};
use crate::document::Document;
use crate::listing::Column;
use crate::listing::marks::{Needles, Part, parts};
use crate::locale::Language;
use crate::locale::findings as sentences;
use crate::locale::objective::{self as told, Told, decided};
use crate::locale::page::PageWords;
use crate::locale::selection::label;
use crate::plan::{Indicator, Objective};
use crate::reading::{Achievement, IndicatorReading, Span};
use crate::statistics::{Dimension, Filter};

/// The dialog in which an objective is read.
pub fn dialog(page: Page, document: Arc<Document>, words: &'static PageWords) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    follow(move || {
        let Some(dialog) = dialog.get() else { return };
        match page.objective.get() {
            Some(_) if dialog.open() => dialog.set_scroll_top(0),
            Some(_) => beside::show(&dialog),
            None if dialog.open() => beside::close(&dialog),
            None => {}
        }
    });
    let resized = window_event_listener_untyped("resize", move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            beside::fit(&dialog);
        }
    });
    on_cleanup(move || resized.remove());
    let closed = move |_| {
        // One that was only moved is open again by now.
        if dialog.get_untracked().is_none_or(|dialog| !dialog.open()) {
            page.open_objective(None);
        }
    };
    // By itself: not every step is one of the search.
    let search = Memo::new(move |_| page.selection.with(|selection| Arc::new(selection.search.clone())));
    let content = move || article(page, &document, page.objective.get()?, search, words);
    view! {
        <dialog
            node_ref=dialog
            class="dialog side"
            aria-labelledby="objective-title"
            on:close=closed
            // A browser closes only what is in front of the page.
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    page.open_objective(None);
                }
            }
        >
            {steps(page, words)}
            {content}
        </dialog>
    }
}

/// The way to the objectives before and after, in the order of the table, and out.
fn steps(page: Page, words: &'static PageWords) -> impl IntoView {
    let order = Memo::new_with_compare(move |_| page.lines.with(|lines| lines.objectives()), |_, _| true);
    let at = move || {
        let index = page.objective.get()?;
        order.with(|rows| rows.iter().position(|&row| row == index))
    };
    let neighbour = move |forth: bool| {
        let at = at()?;
        let to = if forth { at.checked_add(1)? } else { at.checked_sub(1)? };
        order.with(|rows| rows.get(to).copied())
    };
    let step = move |forth: bool, label: &'static str, arrow: &'static str, action: &'static str| {
        view! {
            <button
                type="button"
                class="quiet"
                data-action=action
                aria-label=label
                title=label
                // Not `disabled`: at the last one the focus would be lost.
                aria-disabled=move || neighbour(forth).is_none().to_string()
                on:click=move |_| {
                    if let Some(to) = neighbour(forth) {
                        page.open_objective(Some(to));
                    }
                }
            >
                <span aria-hidden="true">{arrow}</span>
            </button>
        }
    };
    let position = move || {
        let total = order.with(|rows| rows.len());
        at().map_or_else(String::new, |at| (words.position)(at + 1, total))
    };
    view! {
        <div class="steps">
            {step(false, words.previous, "←", "previous")}
            <span role="status">{position}</span>
            {step(true, words.next, "→", "next")}
            {sign_button("quiet end", "objective-close", words.close_objective, "✕", move || {
                page.open_objective(None);
            })}
        </div>
    }
}

/// An objective in three parts: a correction that is half written in the middle one stays when other words are searched,
/// and when the texts of a large plan are read.
fn article(
    page: Page,
    document: &Arc<Document>,
    index: u32,
    search: Memo<Arc<String>>,
    words: &'static PageWords,
) -> Option<AnyView> {
    let objective = document.plan.objectives.get(index as usize)?;
    let achievement = document.achievements.get(index as usize)?;
    let verdict = verdict(page, document, index, objective, achievement, words);
    let part = |of: fn(&Read<'_>) -> AnyView| {
        let document = document.clone();
        move || {
            let document = page.known(&document);
            let read = Read {
                language: page.language.get_untracked(),
                words,
                document: &document,
                index,
                objective: document.plan.objectives.get(index as usize)?,
                achievement: document.achievements.get(index as usize)?,
                needles: &Needles::new(&search.get(), page.scope.get()),
            };
            Some(of(&read))
        }
    };
    Some(view! { <article>{part(head)}{verdict}{part(body)}</article> }.into_any())
}

/// An objective that is read, with the words in which it is and those that are searched in it.
struct Read<'a> {
    language: Language,
    words: &'static PageWords,
    document: &'a Document,
    index: u32,
    objective: &'a Objective,
    achievement: &'a Achievement,
    needles: &'a Needles,
}

/// Where an objective stands, and what it is.
fn head(read: &Read<'_>) -> AnyView {
    let Read { language, words, document, index, objective, needles, .. } = *read;
    let group = |dimension: Dimension, key: Option<String>| {
        key.map(|key| label(&Filter::new(dimension, key), &*document.names, language))
    };
    let mission = group(Dimension::Mission, objective.mission.as_ref().map(|m| m.key()));
    let programme = group(Dimension::Programme, objective.programme.as_ref().map(|p| p.key()));
    let groups = [(Column::Mission, mission), (Column::Programme, programme)];
    let groups = groups.map(|(column, name)| {
        name.map(|name| view! { <br/><bdi>{marked(&name, None, "", needles, column)}</bdi> }.into_any())
    });
    let found = |column: Column, text: &str| marked(text, None, "", needles, column);
    let code = document.plan.correction_of(index + 1).and_then(|of| of.code).map(status::corrected);
    let title = status::title(objective, words.without_text);
    view! {
        <p class="fine">
            {code.map(|code| view! { <bdi class="code">{code}</bdi>" " }.into_any())}
            <bdi class="code">{found(Column::Code, &objective.code_as_written)}</bdi>
            {(objective.strategic == Some(true)).then(|| view! { " " <span class="tag">{words.strategic_one}</span> }.into_any())}
            {groups}
        </p>
        <h2 id="objective-title" dir="auto">{found(Column::Objective, title)}</h2>
    }
    .into_any()
}

/// How an objective went, what decided that, and the way to overrule it.
fn verdict(
    page: Page,
    document: &Document,
    index: u32,
    objective: &Objective,
    achievement: &Achievement,
    words: &'static PageWords,
) -> AnyView {
    let language = page.language.get_untracked();
    let decided = decided_by(document, index, achievement, words);
    let counted = told::counted(achievement, language);
    view! {
        <div class="verdict">
            {went(achievement, language)}
            <p class="fine">{decided}</p>
            {counted.map(|counted| view! { <p class="fine">{counted}</p> }.into_any())}
            {correction::correction(page, document, index, objective, achievement, words)}
        </div>
        {sitting::add_button(page, index)}
    }
    .into_any()
}

/// How an objective went: its status and degree.
pub fn went(achievement: &Achievement, language: Language) -> AnyView {
    view! {
        <p>
            {status::badge(achievement.status, language)}
            {status::degree(achievement, language).map(|degree| view! {
                " " <strong class="value">{degree}</strong>
            }.into_any())}
        </p>
    }
    .into_any()
}

/// Where the degree of an objective comes from.
pub fn decided_by(
    document: &Document,
    index: u32,
    achievement: &Achievement,
    words: &'static PageWords,
) -> &'static str {
    let reading = document.readings.get(index as usize).cloned().unwrap_or_default();
    decided(achievement, &reading.outcome, words)
}

/// What the document says of an objective, and what is to be asked of that.
fn body(read: &Read<'_>) -> AnyView {
    let Read { language, words, document, index, objective, achievement, needles } = *read;
    let reading = document.readings.get(index as usize).cloned().unwrap_or_default();
    let (evidence, mark) = told::evidence(achievement, &reading.outcome, language, words);
    let of_this = document.findings.iter().filter(|finding| finding.n == Some(index + 1));
    let of_this: Vec<AnyView> = of_this
        .map(|finding| {
            let (reason, question) =
                (sentences::reason(&finding.kind, language), sentences::question(&finding.kind, language));
            view! { <li><bdi>{reason}</bdi>" "{question}</li> }.into_any()
        })
        .collect();
    let findings = (!of_this.is_empty()).then(|| {
        let title = sentences::words(language).of_objective;
        view! { <h3>{title}</h3><ul>{of_this}</ul> }.into_any()
    });
    let planned = told::planned(objective, words);
    let text = |label: &'static str, text: &str, column: Column| {
        (!text.trim().is_empty()).then(|| {
            view! { <dt>{label}</dt><dd dir="auto">{marked(text, None, "", needles, column)}</dd> }.into_any()
        })
    };
    let responsible =
        text(words.responsible, &told::responsible(document, index, words), Column::Responsible);
    let support = text(words.support, &told::support(document, index, words), Column::Support);
    let place = objective.place.map(|place| (words.place)(place.line, place.column));
    view! {
        <h3>{words.outcome}</h3>
        {match objective.outcome.trim() {
            "" => view! { <p class="fine">{words.no_outcome}</p> }.into_any(),
            _ => view! {
                <blockquote dir="auto">{marked(&objective.outcome, evidence, mark, needles, Column::Outcome)}</blockquote>
            }.into_any(),
        }}
        {findings}
        <dl>
            {text(words.purpose, &objective.purpose, Column::Purpose)}
            {responsible}
            {support}
            {text(words.office, &objective.office, Column::Office)}
            {planned.map(|planned| view! { <dt>{words.planned}</dt><dd>{planned}</dd> }.into_any())}
            {text(words.deadline, &objective.deadline, Column::Deadline)}
            {objective.weight.and_then(|weight| text(words.weight, &language.number(weight.value(), 4), Column::Weight))}
            {objective.degree.and_then(|degree| text(words.degree, &language.percent(degree.value()), Column::Degree))}
            {objective.staff_percent.and_then(|staff| text(words.staff_percent, &language.percent(staff.value()), Column::Staff))}
            {indicators(&objective.indicators, &reading.indicators, needles, language, words)}
            {objective.kept.iter().map(|kept| view! {
                <dt><bdi>{kept.name.clone()}</bdi> <span class="tag">{words.kept}</span></dt>
                <dd dir="auto">{kept.value.as_str().to_owned()}</dd>
            }.into_any()).collect_view()}
            <dt>{words.found_at}</dt>
            <dd>{(words.objective_n)(index + 1)}{place.map(|place| format!(", {place}"))}</dd>
        </dl>
    }
    .into_any()
}

/// Each indicator with what was expected, what came of it, and its degree with how it was computed.
pub fn indicators(
    indicators: &[Indicator],
    readings: &[IndicatorReading],
    needles: &Needles,
    language: Language,
    words: &'static PageWords,
) -> Option<AnyView> {
    let line = |Told { name, value, how }: Told| {
        view! {
            <br/><span class="fine">{name}": "</span><bdi>{value}</bdi>
            {(!how.is_empty()).then(|| view! { " " <span class="fine">{how}</span> }.into_any())}
        }
        .into_any()
    };
    let items: Vec<_> = indicators
        .iter()
        .zip(readings)
        .map(|(indicator, reading)| {
            let lines = told::indicator(indicator, reading, language, words).into_iter().map(line);
            let text = marked(&indicator.text, None, "", needles, Column::Indicators);
            view! { <li><bdi>{text}</bdi>{lines.collect_view()}</li> }.into_any()
        })
        .collect();
    (!items.is_empty()).then(|| view! { <dt>{words.indicators}</dt><dd><ul>{items}</ul></dd> }.into_any())
}

/// A text with the words that decided marked in it, and those of a search.
pub fn marked(
    text: &str,
    evidence: Option<Span>,
    mark: &'static str,
    needles: &Needles,
    column: Column,
) -> AnyView {
    let evidence = evidence.map(|span| span.bytes(text));
    let found = if needles.are_in(column) { needles.places(text) } else { Vec::new() };
    let part = |part: Part| {
        let words = text.get(part.place).unwrap_or_default().to_owned();
        match (part.decides, part.is_found) {
            (false, false) => words.into_any(),
            (false, true) => view! { <mark class="word">{words}</mark> }.into_any(),
            (true, false) => view! { <mark title=mark>{words}</mark> }.into_any(),
            (true, true) => view! { <mark title=mark class="deciding word">{words}</mark> }.into_any(),
        }
    };
    parts(text, evidence, &found).into_iter().map(part).collect::<Vec<_>>().into_any()
}
