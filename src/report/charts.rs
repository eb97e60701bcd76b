// SPDX-License-Identifier: AGPL-3.0-or-later
//! The charts, each with the sentence that says what it shows, its drawing, and the same numbers as a table.
//!
//! They are of exactly what is selected. Never here: how a chart is drawn (see `chart`).

use super::node::{self, Node, Tag, element, said, scrolled};
use super::{Section, Subject};
use crate::chart::table::{Cell, Row, Unit};
use crate::chart::theme::Theme;
use crate::chart::{Arrangement, Chart, ChartDrawing, Merged, Names, TwinTable};
use crate::export::chart_svg;
use crate::locale::{Language, shared};
use crate::statistics::{Dimension, Selection};

/// How wide charts are drawn: what a sheet of A4 has between its margins.
const WIDTH: f32 = 650.0;

/// All charts that have something to show.
pub fn section(subject: &Subject<'_>) -> Option<Section> {
    let shown = Chart::ALL.into_iter().filter(|chart| chart.is_for(&subject.figures));
    let inside: Vec<Node> = shown.map(|chart| figure(subject, chart)).collect();
    let is_any = subject.figures.selected.all() > 0 && !inside.is_empty();
    is_any.then(|| Section { id: "charts", title: subject.page.charts.to_owned(), inside })
}

fn figure(subject: &Subject<'_>, chart: Chart) -> Node {
    let language = subject.language();
    let names: &dyn Names = &*subject.document.names;
    let merged = Merged { names, together: shared::words(language).together };
    let names = if subject.document.is_figures() { &merged } else { names };
    let arrangement = Arrangement { wanted: subject.view.charts.clone(), is_phone: false };
    // The figures are of the selection alone: nothing of it is to be picked out in them.
    let drawing = chart
        .draw(&subject.figures, names, &Selection::default(), &arrangement, WIDTH, language)
        .only_telling();
    let ids = format!("report-{}-", chart.code());
    let svg = chart_svg::write_within(&drawing, &Theme::LIGHT, &ids, language);
    let alt = format!("{}. {}", drawing.title, drawing.summary);
    let name = format!("chart-{}", chart.code());
    let title = said(Tag::H3, drawing.title.as_str()).named(&name);
    let caption = element(Tag::Figcaption, vec![title.into(), said(Tag::P, drawing.summary.as_str()).into()]);
    let inside = vec![caption.into(), scrolled(&name, Node::Drawing { svg, alt }).into()];
    let kept_together = element(Tag::Figure, inside).class("chart");
    element(
        Tag::Div,
        vec![kept_together.into(), twin(subject, &format!("{name}-numbers"), &drawing, language)],
    )
    .class("chart-block")
    .into()
}

/// The same numbers as a table.
fn twin(subject: &Subject<'_>, name: &str, drawing: &ChartDrawing, language: Language) -> Node {
    let TwinTable { caption, headers, rows } = &drawing.table;
    // A column of codes where nothing has one says nothing.
    let is_empty = |row: &Row| matches!(row.cells.first(), Some(Cell::Text(text)) if text.is_empty());
    let from = usize::from(!rows.is_empty() && rows.iter().all(is_empty));
    let heads: Vec<&str> = headers.iter().skip(from).map(|header| header.text.as_str()).collect();
    let numbers =
        headers.iter().skip(from).position(|header| header.unit != Unit::Text).unwrap_or(heads.len());
    let cells = |row: &Row| {
        let names = is_named_by_plan(row).then(|| subject.plans_language()).flatten();
        let cell = |cell: &Cell| match cell {
            Cell::Text(_) => node::Cell { text: cell.shown(language), language: names },
            _ => cell.shown(language).into(),
        };
        row.cells.iter().map(cell).skip(from).collect()
    };
    let caption = (subject.words.numbers_of)(caption);
    node::table(name, &caption, &heads, numbers, rows.iter().map(cells).collect()).into()
}

/// Whether what a row is called stands in the plan, or in an official list.
fn is_named_by_plan(row: &Row) -> bool {
    let is_name =
        |dimension| matches!(dimension, Dimension::Mission | Dimension::Programme | Dimension::Office);
    row.filter.as_ref().is_some_and(|filter| !filter.key.is_empty() && is_name(filter.dimension))
}
