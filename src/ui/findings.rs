// SPDX-License-Identifier: AGPL-3.0-or-later
//! What deserves a second look: by kind, each with its words, what to ask, and the way to the objective.
//!
//! Never here: what is found (see `findings`), and any order of people.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::Page;
use super::{browser, status};
use crate::document::Document;
use crate::findings::{Evidence, Finding};
use crate::locale::findings::{self as sentences, FindingWords, words as words_of};
use crate::locale::page::PageWords;
use crate::plan::{Dismissal, Plan};
use crate::reading::Span;

/// How many findings of a kind a list shows before it is asked for the rest.
const FIRST: usize = 30;

/// How much of a text is quoted on either side of the words that are evidence, in characters.
const CONTEXT: usize = 90;

/// The panel of findings; nothing where there is none.
pub fn findings(page: Page, document: Arc<Document>, words: &'static PageWords) -> Option<AnyView> {
    let own = words_of(page.language.get_untracked());
    let all = document.findings();
    let (open, aside): (Vec<usize>, Vec<usize>) =
        (0..all.len()).partition(|&at| dismissal(&document.import.plan, &all[at]).is_none());
    if all.is_empty() {
        return None;
    }
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for at in open.iter().copied() {
        match groups.last_mut() {
            Some(group) if all[group[0]].kind.code() == all[at].kind.code() => group.push(at),
            _ => groups.push(vec![at]),
        }
    }
    let groups = groups.into_iter().enumerate().map(|(place, group)| {
        let kind = &all[group[0]].kind;
        let title = sentences::title(kind, page.language.get_untracked());
        list(page, &document, group, title, Some(kind.code()), place == 0, words)
    });
    let aside = (!aside.is_empty()).then(|| list(page, &document, aside, own.aside, None, false, words));
    Some(
        view! {
            <section class="panel findings" aria-labelledby="findings-title">
                <h2 id="findings-title" tabindex="-1">{(own.title)(open.len())}</h2>
                <p class="fine">{own.hint}</p>
                {groups.collect_view()}
                {aside}
            </section>
        }
        .into_any(),
    )
}

/// The note with which a finding was set aside, if it was.
fn dismissal<'p>(plan: &'p Plan, finding: &Finding) -> Option<&'p Dismissal> {
    let same = |aside: &&Dismissal| aside.finding == finding.kind.code() && aside.n == finding.n;
    plan.dismissed.iter().find(same)
}

/// The findings of one kind, folded away behind their count.
fn list(
    page: Page,
    document: &Arc<Document>,
    which: Vec<usize>,
    title: &'static str,
    kind: Option<&'static str>,
    open: bool,
    words: &'static PageWords,
) -> AnyView {
    let own = words_of(page.language.get_untracked());
    let all = RwSignal::new(which.len() <= FIRST);
    let count = which.len();
    let items = {
        let document = document.clone();
        move || {
            let shown = if all.get() { which.len() } else { FIRST };
            which[..shown].iter().map(|&at| item(page, &document, at, words)).collect_view()
        }
    };
    view! {
        <details class="findings-of" data-findings=kind.unwrap_or("dismissed") open=open>
            <summary>{title}" ("{count}")"</summary>
            <ul>{items}</ul>
            {move || (!all.get()).then(|| view! {
                <button type="button" class="button" on:click=move |_| all.set(true)>{(own.more)(count - FIRST)}</button>
            }.into_any())}
        </details>
    }
    .into_any()
}

fn item(page: Page, document: &Arc<Document>, at: usize, words: &'static PageWords) -> Option<AnyView> {
    let finding = document.findings().get(at)?;
    let language = page.language.get_untracked();
    let own = words_of(language);
    let plan = &document.import.plan;
    let objective = finding.n.and_then(|n| Some((n, plan.objectives.get(n.checked_sub(1)? as usize)?)));
    let heading = objective.map(|(n, objective)| {
        let title = status::title(objective, words.without_text).to_owned();
        let code = objective.code_as_written.clone();
        view! {
            <button type="button" class="link objective-link" on:click=move |_| page.objective.set(Some(n - 1))>
                <bdi class="code">{code}</bdi>" "<bdi class="lines">{title}</bdi>
            </button>
        }
        .into_any()
    });
    let quotes = finding.evidence.iter().filter_map(|evidence| {
        let (_, objective) = objective?;
        let (text, span) = match *evidence {
            Evidence::Outcome(span) => (objective.outcome.as_str(), span),
            Evidence::Deadline(span) => (objective.deadline.as_str(), span),
            Evidence::Indicator(at, span) => (objective.indicators.get(at)?.text.as_str(), span),
            Evidence::Expected(at, span) => (objective.indicators.get(at)?.expected.as_str(), span),
            _ => return None,
        };
        Some(quote(text, span))
    });
    let aside = dismissal(plan, finding).cloned();
    let foot = match aside {
        Some(Dismissal { note, .. }) => restore(page, finding, note, own),
        None => dismiss(page, finding, own),
    };
    Some(
        view! {
            <li data-finding=finding.kind.code()>
                {heading}
                <p><bdi>{sentences::reason(&finding.kind, language)}</bdi></p>
                {quotes.collect_view()}
                <p class="question"><strong>{own.ask}</strong>" "{sentences::question(&finding.kind, language)}</p>
                {foot}
            </li>
        }
        .into_any(),
    )
}

/// The words that are evidence, marked, with what stands around them.
fn quote(text: &str, Span { start, end }: Span) -> AnyView {
    let (start, end) = (start as usize, end as usize);
    let from = start.saturating_sub(CONTEXT);
    let part =
        |from: usize, to: usize| text.chars().skip(from).take(to.saturating_sub(from)).collect::<String>();
    let before = part(from, start);
    let after: String = part(end, end + CONTEXT);
    let more = text.chars().nth(end + CONTEXT).is_some();
    view! {
        <blockquote dir="auto">
            {(from > 0).then_some("…")}{before}<mark>{part(start, end)}</mark>{after}{more.then_some("…")}
        </blockquote>
    }
    .into_any()
}

/// The way to set a finding aside, with a note that the plan keeps.
fn dismiss(page: Page, finding: &Finding, own: &'static FindingWords) -> AnyView {
    let note = RwSignal::new(String::new());
    let (kind, n) = (finding.kind.code(), finding.n);
    let press = move |_| {
        let note = note.get_untracked().trim().to_owned();
        page.amend(own.dismissed.to_owned(), Some("#findings-title"), |plan| {
            plan.dismissed.push(Dismissal { finding: kind.to_owned(), n, note });
        });
    };
    view! {
        <p class="answers">
            <input
                type="text"
                class="note"
                aria-label=own.note
                placeholder=own.note
                on:input=move |event| note.set(event_target_value(&event))
            />
            <button type="button" class="quiet" data-action="dismiss-finding" on:click=press>{own.dismiss}</button>
        </p>
    }
    .into_any()
}

/// The note of a finding that was set aside, and the way to take it up again.
fn restore(page: Page, finding: &Finding, note: String, own: &'static FindingWords) -> AnyView {
    let (kind, n) = (finding.kind.code(), finding.n);
    let press = move |_| {
        page.amend(own.restored.to_owned(), Some("#findings-title"), |plan| {
            plan.dismissed.retain(|aside| !(aside.finding == kind && aside.n == n));
        });
    };
    view! {
        <p class="answers">
            {(!note.is_empty()).then(|| view! { <span><strong>{own.note}":"</strong>" "<bdi>{note}</bdi></span> }.into_any())}
            <button type="button" class="quiet" data-action="restore-finding" on:click=press>{own.restore}</button>
        </p>
    }
    .into_any()
}

/// A line for the headline: how many findings there are, and the way to them.
pub fn pointer(page: Page, document: &Document) -> Option<AnyView> {
    let own = words_of(page.language.get_untracked());
    let plan = &document.import.plan;
    let open = document.findings().iter().filter(|finding| dismissal(plan, finding).is_none()).count();
    (open > 0).then(|| {
        view! {
            <button type="button" class="link" data-action="findings" on:click=move |_| {
                browser::bring_soon("#findings-title");
                browser::focus_soon("#findings-title");
            }>{(own.title)(open)}</button>
        }
        .into_any()
    })
}
