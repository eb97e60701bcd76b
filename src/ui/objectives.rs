// SPDX-License-Identifier: AGPL-3.0-or-later
//! The table of objectives: every row that is selected, sorted, and of these only the ones near the window.
//!
//! Rows have one height, and lines of groups another, so that which of them are near can be told without measuring each.
//! Never here: a row that cannot be reached; on paper all of them are there.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use super::button::button;
use super::listing as options;
use super::live::follow;
use super::row::{Rows, Wording};
use super::state::Page;
use super::status;
use super::{browser, grid, paper};
use crate::document::Document;
use crate::listing::marks::Needles;
use crate::listing::{Column, Lines, Listing};
use crate::locale::charts::charts;
use crate::locale::listing as own_words;
use crate::locale::method::method as method_words;
use crate::locale::page::PageWords;
use crate::reading::Counted;

/// Up to this many rows all are there: find-in-page then works, and nothing is gained by taking rows away.
pub const ALL_UP_TO: usize = 80;

/// The panel of the table.
pub fn objectives(page: Page, document: Arc<Document>, words: &'static PageWords) -> impl IntoView {
    let body = NodeRef::<Div>::new();
    // How wide the table is says which words are seen in it.
    let width = RwSignal::new(0);
    body.on_load(move |body| {
        let observed = body.clone();
        browser::on_resize(&observed, move || {
            grid::measure(page);
            let now = body.client_width();
            if width.try_get_untracked().is_some_and(|before| before != now) {
                width.try_set(now);
            }
        });
    });
    let total = move || page.lines.with(|lines| lines.len());
    let window = Memo::new(move |_| {
        let total = total();
        if total <= ALL_UP_TO {
            return 0..total;
        }
        page.near.with(|near| near.start.min(total)..near.end.min(total))
    });
    let language = page.language.get_untracked();
    let wording = Memo::new_with_compare(
        move |_| {
            let listing = page.listing.get();
            let needles = page.selection.with(|s| Needles::new(&s.search, listing.scope));
            Arc::new(Wording { language, words, listing, needles })
        },
        |_, _| true,
    );
    show_rows(page, body, width, document.clone(), window, wording);
    let plan = document.whole.plan;
    let by_method = method_words(language);
    let is_as_zero = document.achievements.iter().any(|a| matches!(a.counted, Counted::AsZero(_)));
    let marks = [
        (plan.stand_ins > 0, "≈", words.stand_in_mark.to_owned()),
        (plan.corrected > 0, status::CORRECTED, (charts(language).corrected)(plan.corrected)),
        (is_as_zero, status::AS_ZERO, by_method.as_zero_mark.to_owned()),
        (plan.left_out > 0, "( )", (by_method.left_out_mark)(plan.left_out, plan.all())),
    ];
    let marks = marks.into_iter().filter(|(is_there, ..)| *is_there);
    let marks = marks.map(|(_, mark, meaning)| view! { <p class="fine">{mark}" "{meaning}</p> }.into_any());
    let paper = NodeRef::<Div>::new();
    fill_paper(page, paper, document, wording);
    let own = own_words::words(language);
    let columns =
        Memo::new(move |_| page.listing.with(|l| l.columns.iter().map(|s| s.column).collect::<Vec<_>>()));
    let headers = move || {
        let columns = columns.get().into_iter();
        // The stop of Tab may have been one of those that these take the place of.
        request_animation_frame(move || grid::rove(page, grid::has_focus()));
        columns.enumerate().map(|(at, column)| header(page, at, column, words)).collect::<Vec<_>>()
    };
    let is_searched = move || page.selection.with(|s| !s.search.trim().is_empty());
    view! {
        <section class="panel objectives" aria-labelledby="objectives">
            <h2 id="objectives" tabindex="-1">{words.table}</h2>
            {marks.collect::<Vec<_>>()}
            {options::options(page, own)}
            <div
                class="table"
                class:searching=is_searched
                style:--columns=move || page.listing.with(tracks)
                style:--paper=move || page.listing.with(paper_tracks)
                style:--more=move || page.listing.with(more)
                role="grid"
                aria-labelledby="objectives"
                aria-rowcount=move || (total() + 1).to_string()
                aria-colcount=move || (columns.with(Vec::len) + usize::from(is_searched())).to_string()
            >
                <div role="rowgroup" class="head">
                    <div role="row" class="row" aria-rowindex="1">{headers}</div>
                </div>
                <div
                    role="rowgroup"
                    class="body"
                    node_ref=body
                >
                </div>
                <div class="body paper" node_ref=paper></div>
            </div>
            {move || (total() == 0).then(|| nothing(page, words))}
        </section>
    }
}

/// How wide the columns are, as tracks of a grid.
pub fn tracks(listing: &Listing) -> String {
    let tracks = listing.columns.iter().map(|shown| match shown.width {
        Some(width) => format!("{width}px"),
        // As wide as the first say where there is room; on a tablet, too, the degree is in sight.
        None => match shown.column {
            Column::Code => "minmax(4.5rem, 5.5rem)",
            Column::Objective => "minmax(9.5rem, 5fr)",
            Column::Status => "minmax(8.5rem, 11rem)",
            Column::Degree | Column::Staff | Column::Weight | Column::Findings => "minmax(4.5rem, 6rem)",
            Column::Planned => "minmax(6rem, 8rem)",
            Column::Purpose | Column::Outcome | Column::Indicators => "minmax(12rem, 4fr)",
            _ => "minmax(7rem, 2fr)",
        }
        .to_owned(),
    });
    tracks.collect::<Vec<_>>().join(" ")
}

/// The same on paper, where no column has a width of its own: the sheet is as wide as it is.
fn paper_tracks(listing: &Listing) -> String {
    let tracks = listing.columns.iter().map(|shown| match shown.column {
        Column::Code => "4.5rem",
        Column::Objective => "5fr",
        Column::Status => "7.5rem",
        column if column.is_figure() => "4rem",
        Column::Purpose | Column::Outcome | Column::Indicators => "4fr",
        _ => "2fr",
    });
    tracks.collect::<Vec<_>>().join(" ")
}

/// How many lines a card needs besides those of the columns that are shown at first.
fn more(listing: &Listing) -> String {
    let more = listing.columns.iter().filter(|shown| !Column::FIRST.contains(&shown.column));
    more.count().to_string()
}

/// What to do where nothing is selected.
fn nothing(page: Page, words: &'static PageWords) -> AnyView {
    let clear = button("button primary", "clear-selection", words.clear_all, move || {
        page.select(|selection| *selection = Default::default());
        browser::focus_soon("#objectives");
    });
    view! {
        <div class="nothing">
            <p>{words.nothing_selected}</p>
            {clear}
        </div>
    }
    .into_any()
}

/// Keeps the rows on the page those of a part of the table.
fn show_rows(
    page: Page,
    body: NodeRef<Div>,
    width: RwSignal<i32>,
    document: Arc<Document>,
    window: Memo<Range<usize>>,
    wording: Memo<Arc<Wording>>,
) {
    let table = Rc::new(RefCell::new((None::<Rows>, None::<(Arc<Wording>, Arc<Document>, i32)>)));
    follow(move || {
        let (window, wording) = (window.get(), wording.get());
        let Some(body) = body.get() else { return };
        let has_focus = grid::has_focus();
        let (rows, before) = &mut *table.borrow_mut();
        let rows = rows.get_or_insert_with(|| Rows::new(body.into()));
        let document = page.known(&document);
        let width = if wording.needles.is_empty() { 0 } else { width.get() };
        let before = before.replace((wording.clone(), document.clone(), width));
        let is_same = |(of, from, wide): (Arc<Wording>, Arc<Document>, i32)| {
            Arc::ptr_eq(&of, &wording) && Arc::ptr_eq(&from, &document) && wide == width
        };
        if !before.is_some_and(is_same) {
            rows.forget();
        }
        grid::lay(page, window.start);
        page.lines.with(|lines| rows.show(window, lines, &document, &wording));
        grid::rove(page, has_focus);
        if rows.asks() {
            let table = table.clone();
            // As soon as all of the step is on the page, and before it is seen.
            request_animation_frame(move || {
                if let (Some(rows), Some((wording, document, _))) = &mut *table.borrow_mut() {
                    rows.look(document, wording);
                }
            });
        }
    });
}

/// Puts all rows on the page while it is printed, where the table itself holds only those near the window.
///
/// At once, and not by a signal: Firefox runs no effect between `beforeprint` and the printing.
fn fill_paper(page: Page, sheet: NodeRef<Div>, document: Arc<Document>, wording: Memo<Arc<Wording>>) {
    let fill = move |_| {
        // The page is not on the paper of a report.
        if paper::is_printing() {
            return;
        }
        let listed: Arc<Lines> = page.lines.get_untracked();
        if let Some(sheet) = sheet.get_untracked().filter(|_| listed.len() > ALL_UP_TO) {
            let document = untrack(|| page.known(&document));
            Rows::new(sheet.into()).show(0..listed.len(), &listed, &document, &wording.get_untracked());
        }
    };
    let empty = move |_| {
        if let Some(sheet) = sheet.get_untracked() {
            sheet.set_text_content(None);
        }
    };
    let handles = [
        window_event_listener_untyped("beforeprint", fill),
        window_event_listener_untyped("afterprint", empty),
    ];
    on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
}

/// The heading of a column, which sorts by it (see `grid`).
fn header(page: Page, at: usize, column: Column, words: &'static PageWords) -> AnyView {
    let own = own_words::words(page.language.get_untracked());
    let name = (own.column)(column);
    let rank = move || page.listing.with(|listing| listing.rank(column));
    // One column has the order of the table by ARIA: the first.
    let direction = move || rank().filter(|(n, _)| *n == 1).map(|(_, descending)| descending);
    // Said only where there are several.
    let place = move || {
        let of = page.listing.with(|listing| listing.sort.len());
        rank().filter(|_| of > 1).map(|(n, _)| (n, (own.rank)(n, of)))
    };
    view! {
        <div
            role="columnheader"
            aria-colindex=(at + 1).to_string()
            data-column=column.code()
            class=format!("cell {}{}", if column.is_figure() { "figures " } else { "" }, column.code())
            aria-sort=move || direction().map(|descending| if descending { "descending" } else { "ascending" })
        >
            <button
                type="button"
                class="sort"
                data-action=format!("sort:{}", column.code())
                tabindex="-1"
                title=(words.sort_by)(name)
                aria-keyshortcuts="Shift+Enter Shift+ArrowLeft Shift+ArrowRight"
            >
                {name}
                <span aria-hidden="true">
                    {move || match rank() {
                        None => "",
                        Some((_, false)) => " ▲",
                        Some((_, true)) => " ▼",
                    }.to_owned()}
                    {move || place().map(|(n, _)| n.to_string())}
                </span>
                <span class="visually-hidden">{move || place().map(|(_, said)| format!(", {said}"))}</span>
            </button>
            <span class="resize" title=own.resize aria-hidden="true"></span>
        </div>
    }
    .into_any()
}
