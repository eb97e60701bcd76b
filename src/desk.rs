// SPDX-License-Identifier: AGPL-3.0-or-later
//! The desk: files and links made of an open document, away from the page.
//!
//! Whoever asks sends along everything that the task depends on, with the document in the bytes in which it came, so that
//! whoever does it knows of nothing that is open and keeps nothing. The document is made anew of them, by the phases that
//! made it before; only its texts, which are not read twice, bring what they say. Never here: how a file is written
//! (see `export`, `link`), and saving it.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::document::{Document, PRACTICE_LINK};
use crate::export::chart_svg::Font;
use crate::export::{self, FileKind, Origin, file_name, nameless};
use crate::import;
use crate::list::{Bytes, List, numbers};
use crate::locale::Language;
use crate::prepared::{Prepared, pack_import, unpack_import};
use crate::reading;
use crate::report::node::for_paper;
use crate::report::{Report, Request};
use crate::share::qr::Qr;
use crate::share::{self, Content, Level, LookedAt, Outgoing, TooMuch};
use crate::statistics::{Dimension, Field, Selection};
use crate::view::{View, address};

/// What can be asked for: the files that can be saved, and a link.
#[allow(missing_docs)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Task {
    FiguresJson,
    FiguresCsv,
    ObjectivesCsv,
    SelectionJson,
    ObjectivesJson,
    FindingsJson,
    FindingsCsv,
    PeopleJson,
    PeopleCsv,
    PlanJson,
    OpenDataCsv,
    /// What the columns of these are.
    OpenDataAbout,
    /// What goes out in a link, as a file.
    Sent(Level),
    /// The link, as an [`Outgoing`].
    Link(Level),
    /// The code of a text, as an `Option<Qr>`. It needs no document.
    Qr,
    /// A report of what goes out, as a file that opens without the page.
    ReportHtml(Level),
    /// The same for paper, as a [`Report`].
    Report(Level),
}

impl Task {
    /// Every file.
    pub const FILES: [Self; 12] = [
        Self::FiguresJson,
        Self::FiguresCsv,
        Self::ObjectivesCsv,
        Self::SelectionJson,
        Self::ObjectivesJson,
        Self::FindingsJson,
        Self::FindingsCsv,
        Self::PeopleJson,
        Self::PeopleCsv,
        Self::PlanJson,
        Self::OpenDataCsv,
        Self::OpenDataAbout,
    ];

    /// The handle of what downloads it.
    pub fn code(self) -> &'static str {
        match self {
            Self::FiguresJson => "figures-json",
            Self::FiguresCsv => "figures-csv",
            Self::ObjectivesCsv => "objectives-csv",
            Self::SelectionJson => "selection-json",
            Self::ObjectivesJson => "objectives-json",
            Self::FindingsJson => "findings-json",
            Self::FindingsCsv => "findings-csv",
            Self::PeopleJson => "people-json",
            Self::PeopleCsv => "people-csv",
            Self::PlanJson => "plan-json",
            Self::OpenDataCsv => "open-data-csv",
            Self::OpenDataAbout => "open-data-csv-metadata",
            Self::Sent(level) => level.code(),
            Self::Link(_) => "link",
            Self::Qr => "qr",
            Self::ReportHtml(_) => "report-html",
            Self::Report(_) => "report",
        }
    }

    /// What a file is called that is made of a document, holds this and is of this kind.
    pub fn name(self, document: &Document, what: &str, kind: FileKind, language: Language) -> String {
        match self.is_nameless() {
            true => file_name(&nameless(&document.import.plan.header, language), what, kind),
            false => file_name(&document.name, what, kind),
        }
    }

    /// Whether nobody is named in it, and so not in its name either.
    fn is_nameless(self) -> bool {
        match self {
            Self::OpenDataCsv | Self::OpenDataAbout => true,
            Self::Sent(level) | Self::Link(level) | Self::ReportHtml(level) | Self::Report(level) => {
                level != Level::Everything
            }
            _ => false,
        }
    }

    /// What the file holds and of which kind it is; `None` where it is no file.
    pub fn file(self) -> Option<(&'static str, FileKind)> {
        if self == Self::OpenDataAbout {
            // What whoever reads the table looks for beside it.
            return Some(("open-data.csv-metadata", FileKind::Json));
        }
        let (what, kind) = self.code().rsplit_once('-')?;
        let kinds = [FileKind::Csv, FileKind::Json, FileKind::Html];
        Some((what, kinds.into_iter().find(|one| one.extension() == kind)?))
    }
}

/// A task with everything that it depends on but the document.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Order {
    /// What is to be made.
    pub task: Task,
    /// Which objectives are looked at.
    pub selection: Selection,
    /// In which text of each its words are searched; `None` for all texts.
    pub field: Option<Field>,
    /// These objectives in the order of the table, as places in the plan.
    #[borsh(serialize_with = "numbers::write", deserialize_with = "numbers::read")]
    pub rows: Vec<u32>,
    /// In which language words are.
    pub language: Language,
    /// The day, as `2026-11-27`.
    pub day: String,
    /// How it is looked at, as a plan keeps a view; empty where that is everything. For a link, and for what opens again.
    pub view: String,
    /// For a task that is about a text; for a report the page's own address.
    pub text: String,
    /// For a report: the fonts that it is written in.
    pub fonts: Vec<Font>,
}

impl Order {
    /// Of everything, as it is looked at first, with no day.
    pub fn of(task: Task) -> Self {
        Self {
            task,
            selection: Selection::default(),
            field: None,
            rows: Vec::new(),
            language: Language::default(),
            day: String::new(),
            view: String::new(),
            text: String::new(),
            fonts: Vec::new(),
        }
    }

    /// As bytes, with the document but for its objectives. `None` where its texts are still to be read.
    pub fn pack(&self, document: &Document) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        self.serialize(&mut bytes).ok().filter(|()| document.is_whole)?;
        pack_import(&document.import, &document.name, &mut bytes).ok()?;
        document.readings.pack(&mut bytes).ok()?;
        Some(bytes)
    }

    /// As bytes, for a task that needs no document.
    pub fn pack_alone(&self) -> Vec<u8> {
        written(self)
    }

    /// Does the task.
    ///
    /// # Errors
    /// Where a link cannot carry so much.
    pub fn carry_out(&self, document: &Document) -> Result<Vec<u8>, TooMuch> {
        let Self { selection, field, rows, language, .. } = self;
        let text = match self.task {
            Task::Link(level) => return Ok(written(&Outgoing::new(document, level, &self.view)?)),
            Task::Qr => return Ok(written(&Qr::new(&self.text))),
            Task::Report(level) | Task::ReportHtml(level) => return self.report(document, level),
            Task::FiguresJson => document.figures_json_in(selection, *field),
            Task::FiguresCsv => document.figures_csv(selection, *field),
            Task::ObjectivesCsv => document.objectives_csv(rows),
            Task::SelectionJson => {
                let hits = document.search_in(&selection.search, *field);
                let figures = document.figures(selection, &hits);
                let origin = Origin::new(document, selection, &figures, &self.day, *language);
                document.selection_json(rows, &origin.searched_in(*field))
            }
            Task::ObjectivesJson => document.objectives_json(),
            Task::FindingsJson => document.findings_json(*language),
            Task::FindingsCsv => document.findings_csv(*language),
            Task::PeopleJson => document.people_json(),
            Task::PeopleCsv => document.people_csv(),
            Task::PlanJson => document.plan_json_looked_at(&self.view),
            Task::OpenDataCsv => export::open_data::write(&published(document)),
            Task::OpenDataAbout => {
                let file = Task::OpenDataCsv.name(document, "open-data", FileKind::Csv, *language);
                export::open_data::about(&published(document), &file)
            }
            Task::Sent(level) => {
                let content = Content::new(document, level);
                match content.plan() {
                    Some(plan) => {
                        let view = seen(document, &content, &self.view);
                        export::plan_json::write_looked_at(plan, &view)
                    }
                    // Of figures there is no file but the link, which opens as one.
                    None => share::make(&content)?,
                }
            }
        };
        Ok(text.into_bytes())
    }

    /// The report of a level, for paper or as a file.
    fn report(&self, document: &Document, level: Level) -> Result<Vec<u8>, TooMuch> {
        let Self { view, day, language, text, fonts, .. } = self;
        let request = Request { level, view, day, language: *language, address: text };
        let (mut report, data) = Report::new(document, &request)?;
        if let Task::ReportHtml(_) = self.task {
            return Ok(export::report_html::write(&report, &data, fonts).into_bytes());
        }
        for_paper(&mut report.body, fonts);
        Ok(written(&report))
    }
}

/// How a document is looked at, for the file of what goes out of it: with such findings only as choose the same there.
fn seen(document: &Document, content: &Content, view: &str) -> String {
    let sent = content.view(document, view);
    let wanted = address::read(view, document).unwrap_or_default().view.selection;
    if content.level() == Level::Everything || !wanted.filters_by(Dimension::Finding) {
        return sent;
    }
    let there = document.sent(content.clone(), String::new());
    let LookedAt { view, .. } = LookedAt::new(document, &there, view, &sent);
    if view == View::default() { String::new() } else { address::write_in_plan(&view, &there) }
}

/// A document as whoever gets it without names sees it.
fn published(document: &Document) -> Document {
    document.sent(Content::new(document, Level::WithoutNames), String::new())
}

/// A value as the bytes in which it crosses.
fn written(value: &impl BorshSerialize) -> Vec<u8> {
    // Writing into memory does not fail.
    borsh::to_vec(value).unwrap_or_default()
}

/// Does what these bytes ask for: an [`Order`] with its document, and apart from it the objectives, with where each ends.
/// `None` where they are nothing of the kind.
pub fn serve(order: Vec<u8>, objectives: Vec<u8>, ends: Vec<u8>) -> Option<Result<Vec<u8>, TooMuch>> {
    let mut bytes = Bytes::new(order);
    let order: Order = bytes.read()?;
    if order.task == Task::Qr && bytes.get().is_empty() {
        return Some(Ok(written(&Qr::new(&order.text))));
    }
    let (mut import, name) = unpack_import(&mut bytes)?;
    let readings = List::unpack(&mut bytes)?;
    let length = objectives.len();
    import.plan.objectives = List::kept_by(Box::new(objectives), length, ends)?;
    if !bytes.get().is_empty() || readings.len() != import.plan.objectives.len() {
        return None;
    }
    let document = Document::from(Prepared::of(import, &name, readings, None, true));
    Some(order.carry_out(&document))
}

/// How many objectives the link has that is made for exercise.
const PRACTISED: usize = 64;

/// Makes the link that most ask for, of a plan that is nobody's: all that it takes has then run before.
pub fn practise() -> Option<Vec<u8>> {
    let opened = share::open(PRACTICE_LINK).ok()??;
    let mut import = import::arrived(opened.content, opened.data, String::new());
    let some: Vec<_> = import.plan.objectives.iter().cycle().take(PRACTISED).cloned().collect();
    import.plan.objectives = some.into();
    let readings = reading::read_all(&import.plan).into();
    let order = Order::of(Task::Link(Level::default()));
    order.carry_out(&Document::from(Prepared::of(import, "", readings, None, true))).ok()
}

/// Says after the bytes of an answer that they are all of it.
const DONE: u8 = 0;
/// Says that there is too much for a link.
const TOO_MUCH: u8 = 1;

/// What was made as bytes, with one after them that says what they are: a file of a hundred megabytes need not be moved.
pub fn answer(made: Result<Vec<u8>, TooMuch>) -> Vec<u8> {
    match made {
        Ok(mut bytes) => {
            bytes.push(DONE);
            bytes
        }
        Err(TooMuch) => vec![TOO_MUCH],
    }
}

/// What the last byte of an answer says of those before it; `None` where it is no answer.
pub fn outcome(last: u8) -> Option<Result<(), TooMuch>> {
    match last {
        DONE => Some(Ok(())),
        TOO_MUCH => Some(Err(TooMuch)),
        _ => None,
    }
}

/// The value that the bytes of an answer are, where the task makes one; `None` where they are none.
pub fn value<T: BorshDeserialize>(bytes: Vec<u8>) -> Option<T> {
    let mut bytes = Bytes::new(bytes);
    bytes.read().filter(|_| bytes.get().is_empty())
}
