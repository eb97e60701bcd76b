// SPDX-License-Identifier: AGPL-3.0-or-later
//! What deserves a second look: by kind, each with its words, what to ask, and the way to the objective.
//!
//! Never here: what is found (see `findings`), and any order of people.

use std::sync::Arc;

use leptos::prelude::*;
use traguardi_kernel::{marked, marks};

use super::choices::{Called, choices};
use super::state::Page;
use super::{browser, status};
use crate::document::Document;
use crate::findings::{AROUND, Finding, KINDS};
use crate::locale::findings::{self as sentences, FindingWords, words as words_of};
use crate::locale::opening::opening;
use crate::locale::page::PageWords;
use crate::plan::Dismissal;
use crate::reading::Span;
use crate::statistics::{Dimension, Figures, Filter};

/// How many findings of a kind a list shows before it is asked for the rest.
const FIRST: usize = 30;

/// The panel of findings; nothing where a plan has none. Of a large plan it is there before they are, and stays: whoever
/// waits at its heading is still there when they come.
pub fn findings(page: Page, document: Arc<Document>, words: &'static PageWords) -> Option<AnyView> {
    if document.is_whole && document.findings.is_empty() {
        return None;
    }
    let language = page.language.get_untracked();
    let told = {
        let document = document.clone();
        move || page.told(&document)
    };
    // Apart: what is told of a plan comes once, and everything else of it stays.
    let is_read = {
        let told = told.clone();
        Memo::new(move |_| told().is_whole)
    };
    let title = {
        let told = told.clone();
        move || match is_read.get() {
            true => {
                let open = untrack(&told).set_aside.iter().filter(|aside| !**aside).count();
                (words_of(language).title)(open)
            }
            false => words_of(language).of_objective.to_owned(),
        }
    };
    let inside = move || match is_read.get() {
        true => lists(page, untrack(&told), words),
        false => still_read(page),
    };
    Some(
        view! {
            <section
                class="panel findings"
                aria-labelledby="findings-title"
                aria-busy=move || (!is_read.get()).then_some("true")
            >
                <h2 id="findings-title" tabindex="-1">{title}</h2>
                {inside}
            </section>
        }
        .into_any(),
    )
}

/// All findings, by kind.
fn lists(page: Page, document: Arc<Document>, words: &'static PageWords) -> AnyView {
    let own = words_of(page.language.get_untracked());
    let all = &document.findings;
    if all.is_empty() {
        return view! { <p class="fine">{own.nothing}</p> }.into_any();
    }
    // By kind; those that were set aside are a list of their own, the last one.
    let mut lists: Vec<Vec<u32>> = vec![Vec::new(); KINDS.len() + 1];
    for (at, (finding, &aside)) in (0..).zip(all.iter().zip(&document.set_aside)) {
        lists[if aside { KINDS.len() } else { finding.kind.rank() }].push(at);
    }
    let open = all.len() - lists[KINDS.len()].len();
    let first = lists.iter().position(|list| !list.is_empty());
    let totals: Vec<usize> = lists.iter().map(Vec::len).collect();
    let found = Arc::new(Found::new(&document, lists));
    let selected = {
        let found = found.clone();
        let objectives = document.plan.objectives.len();
        Memo::new_with_compare(move |_| page.rows.with(|rows| found.among(rows, objectives)), |_, _| true)
    };
    let count = move || selected.with(|of| of.counts[..KINDS.len()].iter().sum());
    let of_selected = move || {
        let is_whole = page.selection.with(|selection| selection.is_everything());
        (!is_whole).then(|| (own.of_selected)(count(), open))
    };
    let language = page.language.get_untracked();
    let lists = totals.into_iter().enumerate().filter(|(_, total)| *total > 0).map(|(kind, total)| {
        let (title, handle) = match KINDS.get(kind) {
            Some(handle) => (sentences::title(kind, language), *handle),
            None => (own.aside, "dismissed"),
        };
        list(page, &document, (kind, total), (&found, selected), (title, handle, Some(kind) == first), words)
    });
    let lists = lists.collect_view();
    view! {
        <p class="fine">{own.hint}</p>
        {filters(page, &document, own)}
        <p class="fine" data-figure="findings">{of_selected}</p>
        {lists}
    }
    .into_any()
}

/// That texts are still read, from which findings come, and how far that is.
fn still_read(page: Page) -> AnyView {
    let own = opening(page.language.get_untracked());
    let how_far = move || {
        let progress = page.progress.get().filter(|progress| progress.of_texts);
        progress.map(|progress| (own.still_read)((progress.share * 100.0) as u32)).unwrap_or_default()
    };
    view! { <p class="fine" data-progress="texts">{how_far}</p> }.into_any()
}

/// The findings, list by list.
struct Found {
    /// Their places, in their order.
    places: Vec<Vec<u32>>,
    /// The row of each.
    rows: Vec<Vec<u32>>,
}

/// Which rows are selected, and how many findings of each list are of these. What concerns the plan as a whole always is
/// among them.
struct Among {
    is_selected: Vec<bool>,
    counts: Vec<usize>,
}

type Selected = Memo<Arc<Among>>;

impl Found {
    fn new(document: &Document, places: Vec<Vec<u32>>) -> Self {
        // What concerns the plan as a whole is of the row after the last, which is always marked.
        let whole = document.plan.objectives.len() as u32;
        let row = |&at: &u32| {
            let finding = document.findings.get(at as usize);
            finding.and_then(|finding| finding.n).map_or(whole, |n| n.wrapping_sub(1))
        };
        let rows = places.iter().map(|list| list.iter().map(row).collect()).collect();
        Self { places, rows }
    }

    fn among(&self, rows: &[u32], objectives: usize) -> Arc<Among> {
        let mut is_selected = Vec::new();
        marks(rows, objectives, &mut is_selected);
        is_selected.push(true);
        let counts = self.rows.iter().map(|rows| marked(rows, &is_selected)).collect();
        Arc::new(Among { is_selected, counts })
    }

    /// The places of the first findings of a list that are among these.
    fn first(&self, list: usize, among: &Among, most: usize) -> Vec<u32> {
        let is_among = |row: u32| among.is_selected.get(row as usize) == Some(&true);
        let all = self.places[list].iter().zip(&self.rows[list]);
        all.filter(|(_, row)| is_among(**row)).map(|(place, _)| *place).take(most).collect()
    }
}

/// The kinds that the plan has, as filters of its objectives, each with how many objectives it leaves.
fn filters(page: Page, document: &Document, own: &'static FindingWords) -> AnyView {
    let language = page.language.get_untracked();
    // Of the plan, not of the selection: a button stays while the selection hides its data.
    let there = document.whole.by_finding.iter().enumerate().filter(|(_, count)| **count > 0);
    let kinds: Vec<usize> = there.map(|(kind, _)| kind).collect();
    let called = |&kind: &usize| {
        let (key, label) = match KINDS.get(kind) {
            Some(key) => (*key, sentences::title(kind, language)),
            None => ("", own.nothing),
        };
        (Filter::new(Dimension::Finding, key), Called::Words(label.to_owned()))
    };
    let all = kinds.iter().map(called).collect();
    let counts = move |figures: &Figures| {
        kinds.iter().map(|&kind| figures.by_finding.get(kind).copied().unwrap_or_default()).collect()
    };
    choices(page, "toggles", Some(own.filters), true, all, counts)
}

/// The findings of one kind, folded away behind their count: what is folded away is not made.
fn list(
    page: Page,
    document: &Arc<Document>,
    (which, total): (usize, usize),
    (found, selected): (&Arc<Found>, Selected),
    (title, kind, is_first): (&'static str, &'static str, bool),
    words: &'static PageWords,
) -> AnyView {
    let own = words_of(page.language.get_untracked());
    let all = RwSignal::new(total <= FIRST);
    let open = RwSignal::new(is_first);
    let of_selected = move || selected.with(|of| of.counts[which]);
    let count = move || match of_selected() {
        count if count == total => format!("({count})"),
        count => format!("({})", (words.position)(count, total)),
    };
    let more = move || {
        let rest = of_selected().saturating_sub(FIRST);
        (rest > 0 && !all.get()).then(|| {
            view! {
            <button type="button" class="button" on:click=move |_| all.set(true)>{(own.more)(rest)}</button>
        }.into_any()
        })
    };
    // By itself: while the same are shown, they stay.
    let found = found.clone();
    let shown = Memo::new(move |_| {
        let most = if all.get() { usize::MAX } else { FIRST };
        selected.with(|among| found.first(which, among, most))
    });
    let items = {
        let document = document.clone();
        move || {
            if !open.get() {
                return None;
            }
            let shown = shown.get().into_iter();
            Some(shown.map(|at| item(page, &document, at as usize, words)).collect_view())
        }
    };
    view! {
        <details
            class="findings-of"
            data-findings=kind
            open=is_first
            on:toggle=move |event| open.set(event_target::<web_sys::HtmlDetailsElement>(&event).open())
        >
            <summary>{title}" "{count}</summary>
            <ul>{items}</ul>
            {more}
        </details>
    }
    .into_any()
}

fn item(page: Page, document: &Arc<Document>, at: usize, words: &'static PageWords) -> Option<AnyView> {
    let finding = document.findings.get(at)?;
    let language = page.language.get_untracked();
    let own = words_of(language);
    let plan = &document.plan;
    let objective = finding.n.and_then(|n| Some((n, plan.objectives.get(n.checked_sub(1)? as usize)?)));
    let heading = objective.map(|(n, objective)| {
        let title = status::title(objective, words.without_text).to_owned();
        let code = objective.code_as_written.clone();
        view! {
            <button type="button" class="link objective-link" on:click=move |_| page.open_objective(Some(n - 1))>
                <bdi class="code">{code}</bdi>" "<bdi class="lines">{title}</bdi>
            </button>
        }
        .into_any()
    });
    let quotes = finding.evidence.iter().filter_map(|evidence| {
        let (text, span) = evidence.words(objective?.1)?;
        Some(quote(text, span))
    });
    let same = |aside: &&Dismissal| aside.finding == finding.kind.code() && aside.n == finding.n;
    let foot = match document.set_aside.get(at) {
        Some(true) => {
            let note = plan.dismissed.iter().find(same).map(|aside| aside.note.clone());
            restore(page, finding, note.unwrap_or_default(), own)
        }
        _ => dismiss(page, finding, own),
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
fn quote(text: &str, span: Span) -> AnyView {
    let [before, words, after] = span.within(text, AROUND);
    view! { <blockquote dir="auto">{before}<mark>{words}</mark>{after}</blockquote> }.into_any()
}

/// The way to set a finding aside, with a note that the plan keeps.
fn dismiss(page: Page, finding: &Finding, own: &'static FindingWords) -> AnyView {
    let note = RwSignal::new(String::new());
    let (kind, n) = (finding.kind.code(), finding.n);
    let press = move |_| {
        let note = note.get_untracked().trim().to_owned();
        page.amend(own.dismissed.to_owned(), Some("#findings-title"), move |plan| {
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
        page.amend(own.restored.to_owned(), Some("#findings-title"), move |plan| {
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
    let open = document.set_aside.iter().filter(|aside| !**aside).count();
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
