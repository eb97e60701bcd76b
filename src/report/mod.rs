// SPDX-License-Identifier: AGPL-3.0-or-later
//! A plan with its figures as a report, to be read without the page: on paper, or as one file (see `export::report_html`).
//!
//! It is of what goes out at a level, as whoever gets it would see it opened, so that it says nothing that a link of that
//! level would not; and of what is selected, which its cover says. Never here: a figure of its own, a name that the level
//! leaves out, a clock, and anything that is interpreted (see `node`).

mod charts;
mod cover;
mod data;
mod findings;
mod headline;
mod method;
pub mod node;
mod objectives;

pub use data::{Cut, Data, Found, GENERATOR, MARK, find};

use borsh::{BorshDeserialize, BorshSerialize};

use crate::chart::Names;
use crate::document::Document;
use crate::locale::Language;
use crate::locale::page::{PageWords, page};
use crate::locale::report::{ReportWords, words};
use crate::locale::selection::label;
use crate::share::{self, Content, Level, LookedAt, TooMuch, came_without_names, other_degrees};
use crate::statistics::{Dimension, Field, Figures, Filter, Selection};
use crate::view::{View, address};
use node::{Attribute, Element, Node, Tag, element, quoted, said};

/// More objectives are not listed: they would make a book of some hundred sheets. Their data are in the file all the same.
const MOST: usize = 2000;

/// What a report is asked for with.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// How much of the plan is in it.
    pub level: Level,
    /// How the plan is looked at, as a plan keeps a view; empty where that is everything.
    pub view: &'a str,
    /// The day, as `2026-11-27`.
    pub day: &'a str,
    /// In which language.
    pub language: Language,
    /// The page's own address, without a fragment; a report says no link where it leads nowhere.
    pub address: &'a str,
}

/// A report.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Report {
    /// In which language it is.
    pub language: Language,
    /// What it is called.
    pub title: String,
    /// All that is in it.
    pub body: Vec<Node>,
}

impl Report {
    /// The report of a document, with the data that it is of.
    ///
    /// # Errors
    /// Where figures do not fit into the link that they travel by: of no plan there is.
    pub fn new(document: &Document, request: &Request<'_>) -> Result<(Self, Data), TooMuch> {
        let subject = Subject::new(document, request)?;
        let sections: Vec<Section> = [
            headline::section(&subject),
            charts::section(&subject),
            objectives::section(&subject),
            findings::section(&subject),
            method::section(&subject),
            headline::computed(&subject),
            method::reading(&subject),
        ]
        .into_iter()
        .flatten()
        .collect();
        let mut body = vec![cover::cover(&subject, &sections)?];
        body.extend(sections.into_iter().map(Section::node));
        Ok((Self { language: request.language, title: subject.title(), body }, subject.data))
    }
}

/// What a report is of, as whoever gets it sees it.
struct Subject<'a> {
    request: &'a Request<'a>,
    /// What it was made of; only for what its level tells of it.
    here: &'a Document,
    document: Document,
    data: Data,
    selection: Selection,
    field: Option<Field>,
    rows: Vec<u32>,
    /// The figures of exactly what is selected.
    figures: Figures,
    view: View,
    unheld: Unheld,
    /// How many objectives of the plan have another degree at the level, or none.
    other_degrees: u32,
    words: &'static ReportWords,
    page: &'static PageWords,
}

/// What of the view does not hold at the level.
#[derive(Debug, Clone, Copy)]
struct Unheld {
    /// The words that are searched.
    words: bool,
    /// Some of the filters.
    filters: bool,
}

impl<'a> Subject<'a> {
    fn new(here: &'a Document, request: &'a Request<'a>) -> Result<Self, TooMuch> {
        let content = Content::new(here, request.level);
        let view = content.view(here, request.view);
        let (data, link) = match content.plan() {
            Some(plan) => (Data::of_plan(plan), String::new()),
            None => {
                let link = share::make(&content)?;
                (Data::of_link(&link), link)
            }
        };
        let document = match content.level() {
            // Nothing in it is read otherwise.
            Level::Everything => here.amended(|_| {}),
            _ => here.sent(content, link),
        };
        let LookedAt { view, filters, search } = LookedAt::new(here, &document, request.view, &view);
        let data = match view == View::default() {
            true => data,
            false => Data { view: address::write_in_plan(&view, &document), ..data },
        };
        let (selection, field) = (view.selection.clone(), view.listing.field());
        let unheld = Unheld { words: search, filters: filters > 0 };
        // Of figures nothing is known objective by objective.
        let other_degrees = if document.is_figures() { 0 } else { other_degrees(here, &document) };
        let hits = document.search_in(&selection.search, field);
        let (rows, figures) = (document.rows(&selection, &hits), document.strict(&selection, field));
        let (words, page) = (words(request.language), page(request.language));
        Ok(Self {
            request,
            here,
            document,
            data,
            selection,
            field,
            rows,
            figures,
            view,
            unheld,
            other_degrees,
            words,
            page,
        })
    }

    fn language(&self) -> Language {
        self.request.language
    }

    fn level(&self) -> Level {
        match self.request.level {
            // Of what came as figures there is nothing else.
            _ if self.document.is_figures() => Level::Figures,
            // A plan that came without names has none to be careful with.
            Level::Everything if came_without_names(self.here) => Level::WithoutNames,
            level => level,
        }
    }

    /// That degrees are not those of the plan, where some are not.
    fn other_degrees(&self) -> Option<String> {
        (self.other_degrees > 0).then(|| (self.words.other_degrees_of)(self.other_degrees))
    }

    /// The objectives that are listed one by one.
    fn listed(&self) -> &[u32] {
        &self.rows[..self.rows.len().min(MOST)]
    }

    /// Whether this one is.
    fn is_listed(&self, row: u32) -> bool {
        // They stand in the order of the plan.
        self.listed().binary_search(&row).is_ok()
    }

    /// What the document calls itself; the name of a file is no title.
    fn title(&self) -> String {
        self.own_title().map_or_else(|| (self.page.untitled)(self.document.plan.header.year), str::to_owned)
    }

    fn own_title(&self) -> Option<&str> {
        self.document.plan.header.title.as_deref().map(str::trim).filter(|title| !title.is_empty())
    }

    /// A text of the plan, in the language of plans.
    fn written(&self, text: &str) -> Node {
        self.in_plans_language(said(Tag::Bdi, text)).into()
    }

    /// An element whose text is the plan's: these are Italian, whatever the report around them is.
    fn in_plans_language(&self, element: Element) -> Element {
        match self.plans_language() {
            None => element,
            Some(language) => element.with(Attribute::Lang, language.tag()),
        }
    }

    /// The language of plans, where it is not the report's.
    fn plans_language(&self) -> Option<Language> {
        Some(Language::Italian).filter(|language| *language != self.language())
    }

    /// A mission by its key: what it is in the report's language, with its name in the plan's.
    fn mission(&self, key: &str) -> Vec<Node> {
        match self.document.names.mission(key).filter(|_| !key.is_empty()) {
            Some(name) => vec![(self.page.mission)(key).into(), " ".into(), self.written(name)],
            None => {
                let filter = Filter::new(Dimension::Mission, key);
                vec![quoted(&label(&filter, &*self.document.names, self.language()))]
            }
        }
    }
}

/// A section of a report.
struct Section {
    id: &'static str,
    title: String,
    inside: Vec<Node>,
}

impl Section {
    fn node(self) -> Node {
        let Self { id, title, mut inside } = self;
        let heading = format!("{id}-title");
        inside.insert(0, said(Tag::H2, title).named(&heading).into());
        element(Tag::Section, inside).named(id).class(id).called(&heading).into()
    }
}

/// A paragraph.
fn paragraph(text: impl Into<Node>) -> Node {
    said(Tag::P, text).into()
}

/// A paragraph that says something beside.
fn note(text: impl Into<Node>) -> Node {
    said(Tag::P, text).class("note").into()
}

/// A list of sentences.
fn list(items: impl IntoIterator<Item = Vec<Node>>) -> Element {
    element(Tag::Ul, items.into_iter().map(|item| element(Tag::Li, item).into()).collect())
}
