// SPDX-License-Identifier: AGPL-3.0-or-later
//! The figures that are read first, each with the number of objectives behind it, and how each was made.
//!
//! Never here: a figure of its own.

use super::node::{Node, Tag, element, said, table};
use super::{Section, Subject, note};
use crate::explain::shared::Shared;
use crate::explain::{Explanation, Figure, Question};
use crate::locale::charts::charts;
use crate::locale::method::method;
use crate::locale::{explain, headline, shared};
use crate::plan::Weights;
use crate::reading::Status;
use crate::statistics::Summary;

/// The figures, and how objectives went.
pub fn section(subject: &Subject<'_>) -> Option<Section> {
    let figure = |(value, caption): (String, String)| -> Node {
        let value = said(Tag::Strong, value).class("value");
        element(Tag::Li, vec![value.into(), " ".into(), said(Tag::Span, caption).into()]).into()
    };
    let figures = element(Tag::Ul, values(subject).into_iter().map(figure).collect()).class("figures");
    let title = subject.page.headline.to_owned();
    let corrected = subject.figures.selected.corrected;
    let corrected = (corrected > 0).then(|| (charts(subject.language()).corrected)(corrected));
    let told = corrected.into_iter().chain(subject.other_degrees()).map(note);
    let inside = [figures.into()].into_iter().chain(told).chain([statuses(subject)]).collect();
    Some(Section { id: "headline", title, inside })
}

/// Each with its value and what it is of.
fn values(subject: &Subject<'_>) -> Vec<(String, String)> {
    let is_weighted = subject.document.method.weights == Weights::Used;
    let (summary, language) = (&subject.figures.selected, subject.language());
    ["achieved", "mean", "weighted-mean", "median", "staff-percent"]
        .into_iter()
        .filter_map(|handle| headline::said(handle, summary, is_weighted, language, subject.page))
        .collect()
}

/// How many went how.
fn statuses(subject: &Subject<'_>) -> Node {
    let (words, language) = (subject.words, subject.language());
    let Summary { objectives, left_out, status, .. } = subject.figures.selected;
    let number = |count: u32| language.number(f64::from(count), 0);
    let row = |name: &str, count: u32, of: u32| {
        let share = language.percent(f64::from(count) / f64::from(of) * 100.0);
        vec![
            name.to_owned(),
            number(count),
            format!("{share} ({} {} {})", number(count), words.of, number(of)),
        ]
    };
    let occurring = status.iter().filter(|(_, count)| *count > 0);
    let name = |status: Status, count: u32| {
        let words = charts(language).status(status);
        if count == 1 { words.one } else { words.many }
    };
    let mut rows: Vec<_> =
        occurring.map(|(status, count)| row(name(status, count), count, objectives)).collect();
    if left_out > 0 {
        rows.push(row(method(language).left_out_filter, left_out, objectives + left_out));
    }
    rows.push(vec![words.total.to_owned(), number(objectives + left_out), String::new()]);
    table("statuses", words.statuses, &[words.status, words.count, words.share], 1, rows).into()
}

/// How each of the figures was made.
pub fn computed(subject: &Subject<'_>) -> Option<Section> {
    let words = subject.words;
    let summary = subject.figures.selected;
    let asked = [
        Some(Figure::Status(Status::Achieved)),
        Some(Figure::Mean),
        summary.weighted.mean.map(|_| Figure::WeightedMean),
        summary.degree.median.map(|_| Figure::Median),
        summary.staff_percent.mean.map(|_| Figure::StaffPercent),
    ];
    let rows = asked.into_iter().flatten().filter_map(|figure| row(subject, figure)).collect();
    let heads = [words.figure, words.value, words.formula, words.symbols];
    let table = table("computed-table", words.computed, &heads, heads.len(), rows);
    let inside = vec![note(words.computed_note), table.into()];
    Some(Section { id: "computed", title: words.computed.to_owned(), inside })
}

fn row(subject: &Subject<'_>, figure: Figure) -> Option<Vec<String>> {
    let language = subject.language();
    let question = Question { figure, selection: subject.selection.clone(), field: subject.field };
    let name = explain::name(figure, language);
    if subject.document.is_figures() {
        let of = Shared::new(question, &subject.document.whole)?;
        let formula = explain::formula(figure, language).to_owned();
        return Some(vec![name, shared::value(&of, language), formula, shared::in_symbols(&of, language)]);
    }
    let of = Explanation::new(question, &subject.document);
    let (value, formula) = (explain::value(&of, language), explain::in_words(&of, language));
    Some(vec![name, value, formula, explain::in_symbols(&of, language)])
}
