// SPDX-License-Identifier: AGPL-3.0-or-later
//! By which method objectives were judged, in sentences; and what the file was that the plan was read from.
//!
//! Never here: how a method decides.

use super::node::{Node, Tag, element, quoted, said};
use super::{Section, Subject, list, note, paragraph};
use crate::import::{Diagnostic, Severity};
use crate::locale::diagnostics::diagnostic as sentence;
use crate::locale::method::method;
use crate::locale::shared;
use crate::share::Level;

/// How many messages of one severity are listed.
const MOST: usize = 100;

/// The method.
pub fn section(subject: &Subject<'_>) -> Option<Section> {
    let (document, language, words) = (&subject.document, subject.language(), method(subject.language()));
    let sentences = match document.is_figures() {
        true => shared::of_method(document, language),
        false => {
            let year = document.plan.header.year;
            words.sentences(&document.method, &document.whole.plan, &document.cases, year)
        }
    };
    let mut inside: Vec<Node> = sentences.into_iter().map(paragraph).collect();
    inside.push(note(words.whole_plan));
    Some(Section { id: "method", title: subject.words.method.to_owned(), inside })
}

/// What was read, and what was not. What messages quote goes out with everything else only.
pub fn reading(subject: &Subject<'_>) -> Option<Section> {
    let (words, page, language) = (subject.words, subject.page, subject.language());
    if subject.document.is_figures() {
        let about = shared::about(&subject.document, language);
        // The first is how many there are; what is left is what a person cannot know.
        let whole = &subject.document.whole;
        let missing = [
            whole.by_strategic.is_empty().then_some(words.no_strategic),
            whole.by_year.is_empty().then_some(words.no_years),
        ];
        let (count, about) =
            about.split_first().map_or(("", &[][..]), |(count, rest)| (count.as_str(), rest));
        // What is not there is said for a report, not for a link.
        let missions = about.iter().skip(1).map(|said| note(said.as_str()));
        let inside = [paragraph(count), note(words.figures_only)].into_iter();
        let inside = inside.chain(missions).chain(missing.into_iter().flatten().map(note)).collect();
        return Some(Section { id: "reading", title: page.reading_title.to_owned(), inside });
    }
    let import = &subject.here.import;
    let count = |severity| import.diagnostics.iter().filter(|of| of.kind.severity() == severity).count();
    let (left, doubts) = (count(Severity::Left), count(Severity::Doubt));
    let read = (page.read_count)(import.plan.objectives.len());
    let check =
        if left + doubts == 0 { page.nothing_to_check.into() } else { (page.to_check)(left + doubts) };
    // The name of a file may be anybody's.
    let file = Some(format!("{}: ", subject.here.name)).filter(|_| subject.level() == Level::Everything);
    let mut inside = vec![paragraph(format!("{}{read} · {check}", file.unwrap_or_default()))];
    if import.link.is_none() {
        let tally = import.tally;
        inside.push(note((page.tally)(tally.rows_read, tally.rows, tally.cells_read, tally.cells)));
    }
    for (severity, title, count) in
        [(Severity::Left, page.left, left), (Severity::Doubt, page.doubts, doubts)]
    {
        if count == 0 {
            continue;
        }
        inside.push(said(Tag::H3, format!("{title} ({})", language.number(count as f64, 0))).into());
        if subject.level() != Level::Everything {
            inside.push(note(words.not_quoted));
            continue;
        }
        let of = import.diagnostics.iter().filter(|of| of.kind.severity() == severity);
        inside.push(list(of.take(MOST).map(|of| message(subject, of))).into());
        if count > MOST {
            inside.push(note((page.more_diagnostics)(count - MOST)));
        }
    }
    Some(Section { id: "reading", title: page.reading_title.to_owned(), inside })
}

/// A message with its place in the file.
fn message(subject: &Subject<'_>, diagnostic: &Diagnostic) -> Vec<Node> {
    let place = diagnostic.place.map(|place| (subject.page.place)(place.line, place.column));
    let n = diagnostic.n.map(subject.page.objective_n);
    let places: Vec<String> = place.into_iter().chain(n).collect();
    let mut all = vec![quoted(&sentence(&diagnostic.kind, subject.language()))];
    if !places.is_empty() {
        all.push(element(Tag::Span, vec![format!(" ({})", places.join(", ")).into()]).class("note").into());
    }
    all
}
