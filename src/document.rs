// SPDX-License-Identifier: AGPL-3.0-or-later
//! An opened document: the plan, what its outcomes say, and the table that figures are computed from.
//!
//! The one place that runs the phases in their order: import, reading, statistics. Never here: the browser, and any
//! judgement of its own.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};

use crate::chart::{Names, PlanNames};
use crate::export;
use crate::findings::{self, Finding};
use crate::import::{self, Diagnostic, Import, ImportError};
use crate::list::List;
use crate::locale::Language;
use crate::plan::{Method, Plan};
use crate::prepared::{Prepared, Rest};
use crate::reading::people::Register;
use crate::reading::{self, Achievement, Cases, ObjectiveReading};
use crate::share::{Content, Tidied};
use crate::statistics::{
    Change, Dimension, Facets, Field, Figures, Filter, MeanDegree, SearchHits, SearchTexts, Selection, Sent,
    Stepper, Table,
};

/// An opened document, ready for figures.
#[derive(Debug)]
pub struct Document {
    /// The name of the file, or what stands for it where it has none.
    pub name: String,
    /// The plan as its file states it, with what the user decided, and how the file was read.
    pub import: Import,
    /// The plan in force: the corrections of codes and people are in its objectives.
    pub plan: Plan,
    /// What the texts of each objective say by themselves.
    pub readings: List<ObjectiveReading>,
    /// The method in force.
    pub method: Method,
    /// How each objective went under the method.
    pub achievements: Vec<Achievement>,
    /// How many objectives the method may make count otherwise.
    pub cases: Cases,
    /// The people and offices, and who is one person.
    pub people: Arc<Register>,
    /// The columns that figures are computed from.
    pub table: Table,
    /// The figures of the whole plan.
    pub whole: Figures,
    /// What its missions and programmes are called.
    pub names: Arc<PlanNames>,
    /// What the last step counted, shared by the versions of a document, of which one is looked at.
    steps: Arc<Stepper>,
    /// The texts to search in, made at the first search: opening does not wait for them.
    texts: Arc<OnceLock<SearchTexts>>,
    /// What deserves a second look.
    pub findings: Arc<[Finding]>,
    /// For each finding whether the user set it aside.
    pub set_aside: Vec<bool>,
    /// Whether all texts are read. Where they are not, figures and what decided them are right already, but for dates and
    /// findings: see [`Document::completed`].
    pub is_whole: bool,
    /// The address that it was opened by, if it was.
    pub address: Option<Arc<Address>>,
    /// The same in all that came of one opening, by amendments, and in nothing else.
    opening: u32,
    /// The same in a document and its completion, and in nothing else.
    version: u32,
}

/// What stands after the `#` of an address that a document was opened by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// What opens the same document again: the data of a link, or where its file lies.
    pub data: String,
    /// How it was to be looked at (see `view::address`), as it was written.
    pub view: String,
}

impl Document {
    /// Opens what these bytes hold, under the method stored with the plan, else the default one.
    ///
    /// # Errors
    /// Where there is no plan in the bytes at all; see [`ImportError`].
    pub fn open(bytes: &[u8], name: &str) -> Result<Self, ImportError> {
        Prepared::open(bytes, name).map(Self::from)
    }

    /// The document of a plan, with what the texts of its objectives say.
    pub fn new(import: Import, readings: Vec<ObjectiveReading>, name: &str) -> Self {
        Self::of(import, name, readings.into(), None, Arc::default())
    }

    /// The document of what goes out of this one, as whoever opens it has it; `data` are those of the link that it travels
    /// by.
    pub fn arrived(&self, content: Content, data: String) -> Self {
        self.of_content(content, data, &[])
    }

    /// The same, where of its codes it stays known what the reader of its file noticed.
    pub fn sent(&self, content: Content, data: String) -> Self {
        self.of_content(content, data, &self.import.diagnostics)
    }

    fn of_content(&self, content: Content, data: String, noticed: &[Diagnostic]) -> Self {
        let mut import = import::arrived(content, data, String::new());
        import::check(&import.plan, &mut import.diagnostics);
        let noticed = import::of_codes(noticed, &import.plan);
        import.diagnostics.extend(noticed);
        let readings = reading::read_anew(&import.plan, &self.import.plan, &self.readings);
        Self::new(import, readings, "")
    }

    /// The same document with a change in its plan, which leaves the texts of its objectives as they are written (what
    /// the user puts in their place stands beside them): they are never read again. Columns and names are kept where
    /// objectives and people are the same. The one that is open stays as it was.
    pub fn amended(&self, change: impl FnOnce(&mut Plan)) -> Self {
        let mut import = self.import.clone();
        change(&mut import.plan);
        self.with_import(import)
    }

    fn with_import(&self, import: Import) -> Self {
        let (before, now) = (&self.import.plan, &import.plan);
        debug_assert!(
            before.objectives.iter().zip(now.objectives.iter()).all(|(a, b)| reading::reads_alike(a, b)),
            "texts are read once"
        );
        let is_same_plan = before.objectives == now.objectives
            && before.header == now.header
            && before.people == now.people
            && before.corrections_of_place().eq(now.corrections_of_place());
        let (readings, like) = (self.readings.clone(), is_same_plan.then_some(self));
        let amended = Self::of(import, &self.name, readings, like, self.steps.clone());
        Self { opening: self.opening, address: self.address.clone(), ..amended }
    }

    /// Takes down the address that it was opened by, and what was passed over in that before anything was read.
    pub fn arrive_by(&mut self, address: Address, tidied: &[Tidied]) {
        self.address = Some(Arc::new(address));
        let notes = tidied.iter().cloned().map(import::passed_over);
        self.import.diagnostics.splice(0..0, notes);
    }

    /// Whether it came in a link that carries figures only. It then has no objectives, no row of it can be asked for, and
    /// its figures are those that were sent, whatever is selected.
    pub fn is_figures(&self) -> bool {
        sent(&self.import).is_some()
    }

    /// A selection of the document before a change, as far as it means something in this one: people by the names that
    /// are in force.
    pub fn carried(&self, selection: &Selection) -> Selection {
        let person = |filter: &Filter| {
            let member = self.people.find(&filter.key).filter(|_| filter.dimension == Dimension::Person)?;
            Some(Filter::new(Dimension::Person, &*self.people.member(self.people.identity(member)).name))
        };
        let filters = selection.filters.iter();
        let filters = filters.map(|filter| person(filter).unwrap_or_else(|| filter.clone())).collect();
        Selection { filters, ..selection.clone() }
    }

    /// The phases after reading. `like` is a document of the same objectives and people, under another method at most.
    fn of(
        import: Import,
        name: &str,
        readings: List<ObjectiveReading>,
        like: Option<&Self>,
        steps: Arc<Stepper>,
    ) -> Self {
        Self::finish(Prepared::of(import, name, readings, like, true), like, steps)
    }

    /// The last phase: what the user set aside, and the figures of the whole.
    fn finish(prepared: Prepared, like: Option<&Self>, steps: Arc<Stepper>) -> Self {
        let Prepared { name, import, plan, readings, achievements, cases, people, table, names, findings } =
            prepared;
        let is_whole = findings.is_some();
        let findings = findings.unwrap_or_default();
        let method = plan.method.unwrap_or_default();
        let set_aside = findings::set_aside(&plan, &findings);
        let kinds = findings::open_kinds(&plan, &findings, &set_aside);
        let table = table.with_findings(&findings::KINDS, kinds);
        let whole = match sent(&import) {
            Some(sent) => sent.figures(),
            None => steps.figures(&table, &Selection::default(), &SearchHits::all()),
        };
        let texts = like.map(|like| like.texts.clone()).unwrap_or_default();
        let link = import.link.as_ref();
        let address = link.map(|link| Arc::new(Address { data: link.data.clone(), view: link.view.clone() }));
        static VERSIONS: AtomicU32 = AtomicU32::new(0);
        let version = VERSIONS.fetch_add(1, Ordering::Relaxed);
        Self {
            name,
            import,
            plan,
            readings,
            method,
            achievements,
            cases,
            people,
            table,
            whole,
            names,
            steps,
            texts,
            findings,
            set_aside,
            is_whole,
            address,
            opening: version,
            version,
        }
    }

    /// The document with all that its texts say, which takes the place of one of which only those texts were read that
    /// decide how its objectives went. `None` where it is another's.
    pub fn completed(&self, rest: Rest) -> Option<Self> {
        let Rest { readings, times, findings } = rest;
        if readings.len() != self.plan.objectives.len() {
            return None;
        }
        let prepared = Prepared {
            name: self.name.clone(),
            import: self.import.clone(),
            plan: self.plan.clone(),
            readings,
            achievements: self.achievements.clone(),
            cases: self.cases,
            people: self.people.clone(),
            table: self.table.clone().with_times(times)?,
            names: self.names.clone(),
            findings: Some(findings),
        };
        let whole = Self::finish(prepared, Some(self), self.steps.clone());
        let address = self.address.clone();
        Some(Self { address, opening: self.opening, version: self.version, ..whole })
    }

    /// Whether both are one version of a document, of which one may be completed.
    pub fn is_same_version(&self, other: &Self) -> bool {
        self.version == other.version
    }

    /// Whether both came of one opening: one is the other, amended.
    pub fn is_version_of(&self, other: &Self) -> bool {
        self.opening == other.opening
    }

    /// A number that all versions of this document have, and nothing else.
    pub fn opening(&self) -> u32 {
        self.opening
    }

    /// A number that this document and its completion have, and nothing else.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Whether it was changed since it was opened.
    pub fn is_amended(&self) -> bool {
        self.version != self.opening
    }

    /// What another method moved since a version of this document.
    pub fn change_since(&self, before: &Self) -> Change {
        let means = [before, self].map(|document| MeanDegree::new(&document.whole.plan, &document.method));
        Change::new(&before.achievements, &self.achievements, means)
    }

    /// The objectives in which the words of a search are found.
    pub fn search(&self, words: &str) -> SearchHits {
        self.search_in(words, None)
    }

    /// The same in one text of each objective, or in all.
    pub fn search_in(&self, words: &str, field: Option<Field>) -> SearchHits {
        if words.trim().is_empty() {
            return SearchHits::all();
        }
        self.texts.get_or_init(|| SearchTexts::new(&self.plan)).find(words, field)
    }

    /// The figures of a selection, where groups ignore their own filters. `hits` are those of its search.
    pub fn figures(&self, selection: &Selection, hits: &SearchHits) -> Figures {
        if self.is_figures() {
            return self.whole.clone();
        }
        self.steps.figures(&self.table, selection, hits)
    }

    /// The objectives of a selection, as places in the plan, in its order.
    pub fn rows(&self, selection: &Selection, hits: &SearchHits) -> Vec<u32> {
        self.steps.rows(&self.table, selection, hits)
    }

    /// The figures of exactly what is selected.
    pub(crate) fn strict(&self, selection: &Selection, field: Option<Field>) -> Figures {
        if self.is_figures() {
            return self.whole.clone();
        }
        let hits = self.search_in(&selection.search, field);
        self.table.figures(selection, &hits, Facets::Strict)
    }

    /// The figures of a selection, exactly as selected, as the download `figures-json`.
    pub fn figures_json(&self, selection: &Selection) -> String {
        self.figures_json_in(selection, None)
    }

    /// The same where its words are searched in one text of each objective.
    pub fn figures_json_in(&self, selection: &Selection, field: Option<Field>) -> String {
        let figures = self.strict(selection, field);
        let plan = &self.import.plan;
        export::figures_json::write(plan, &self.method, selection, field, &self.table, &figures)
    }

    /// The objectives with how each went, as the download `objectives-json`.
    pub fn objectives_json(&self) -> String {
        export::objectives_json::write(&self.plan, &self.readings, &self.achievements)
    }

    /// The findings with their reasons, as the download `findings-json`.
    pub fn findings_json(&self, language: Language) -> String {
        export::findings_json::write(&self.plan, &self.findings, language)
    }

    /// Every cell of people with who is in it, as the download `people-json`.
    pub fn people_json(&self) -> String {
        export::people_json::write(&self.import.plan, &self.plan, &self.people)
    }

    /// The figures of a selection as one table, as the download `figures-csv`; its words are searched in one text of each
    /// objective, or in all.
    pub fn figures_csv(&self, selection: &Selection, field: Option<Field>) -> String {
        let figures = self.strict(selection, field);
        export::figures_csv::write(&self.import.plan, &self.table, &figures)
    }

    /// The objectives at these places of the plan as a table, as the download `objectives-csv`.
    pub fn objectives_csv(&self, rows: &[u32]) -> String {
        export::objectives_csv::write(&self.plan, &self.readings, &self.achievements, &*self.names, rows)
    }

    /// The objectives at these places of the plan, as the download `selection-json`.
    pub fn selection_json(&self, rows: &[u32], origin: &export::Origin) -> String {
        export::selection_json::write(&self.plan, &self.readings, &self.achievements, rows, origin)
    }

    /// The findings as a table, as the download `findings-csv`.
    pub fn findings_csv(&self, language: Language) -> String {
        export::findings_csv::write(&self.plan, &self.findings, language)
    }

    /// Who is in the cells of people as a table, as the download `people-csv`.
    pub fn people_csv(&self) -> String {
        export::people_csv::write(&self.import.plan, &self.plan, &self.people)
    }

    /// The plan in the project's own format, as the download `plan-json`.
    pub fn plan_json(&self) -> String {
        self.plan_json_looked_at("")
    }

    /// The same with how it is looked at, as a plan keeps a view.
    pub fn plan_json_looked_at(&self, view: &str) -> String {
        export::plan_json::write_looked_at(&self.import.plan, view)
    }

    /// What to call it: its title, else the name of its file.
    pub fn title(&self) -> String {
        self.import.plan.header.title.clone().unwrap_or_else(|| self.name.clone())
    }

    /// The name of a mission or programme by its key: as the plan writes it, else the official one of the plan's year.
    /// `None` where there is none, or the key is itself the name.
    pub fn name_of(&self, dimension: Dimension, key: &str) -> Option<&str> {
        match dimension {
            Dimension::Mission => self.names.mission(key),
            Dimension::Programme => self.names.programme(key),
            _ => None,
        }
    }
}

/// The figures that came, where nothing else did.
fn sent(import: &Import) -> Option<&Sent> {
    import.link.as_ref()?.figures.as_ref()
}

impl From<Prepared> for Document {
    fn from(prepared: Prepared) -> Self {
        Self::finish(prepared, None, Arc::default())
    }
}

/// Plans of a few lines, one for each reader, for the page to rehearse on (see `ui`).
pub const REHEARSALS: [&str; 2] = [
    "01 Servizi istituzionali\n\
     Codice\tObiettivo\tResponsabile\tIndicatori\tEsito\t% personale\n\
     01.02\tRispondere entro 30 giorni\tAnna Bianchi, Ugo Verdi\tGiorni: 30\tRaggiunto al 90%\t100%\n\
     01.03 S\tRiordinare l’archivio\tUgo Verdi\tn.d.\tNon è stato possibile, per mancanza di fondi\t98,5\n",
    r#"{"title": "Prova", "year": 2025, "objectives": [
        {"mission": "01 Servizi istituzionali", "programme": "01.02 Segreteria", "objective": "Rispondere \"subito\"",
         "responsible": ["Anna Bianchi"], "support": "Ugo Verdi", "years": [2025, 2026], "indicator": "Giorni: 30",
         "outcome": "Obiettivo parzialmente raggiunto, nei tempi previsti.", "percent": 62.5, "weight": 10, "id": 1},
        {"mission": "04", "strategic": true, "outcome": "In corso", "percent": null, "staff_percent": "98,5 %"}]}"#,
];

/// The parts of a plan to practise on: what comes before its objectives, one of them, and what comes after. Of one that
/// was read often enough a browser has compiled the program to run fast.
pub const PRACTICE: [&str; 3] = [
    r#"{"title": "Prova", "year": 2025, "objectives": ["#,
    r#"{"id": 1, "mission": "01 Servizi istituzionali", "programme": "01.02 Segreteria generale", "strategic": false,
        "objective": "Attuazione del piano per la digitalizzazione dei servizi", "purpose": "Ridurre i tempi \"di attesa\" degli utenti",
        "responsible": ["Anna Bianchi", "Ugo Verdi"], "support": ["Nicolò Rossi", "Luca De Luca"], "years": [2025, 2026],
        "indicator": "Attività di formazione e numero di incontri con gli uffici", "weight": 8, "percent": 62.5,
        "outcome": "L’attività è stata avviata e il piano attuato entro i termini previsti, con verifica dello stato di avanzamento. Obiettivo raggiunto"}"#,
    "]}",
];

/// A link to practise on: the second of [`REHEARSALS`], with everything.
pub const PRACTICE_LINK: &str = "1.p.ggUPJPSOYneyxW78AavhT13rzoWxi-6K7_bXL1ZLBWf7-0dIqJKBfXG19Ufran7rqcTZCw3hxpQF\
    sh4kFiDG1sXapQCZVBQRCB2zAK9hC0aNsfLKclYIH09snN6H67nk.gWPRMk";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Format;
    use crate::share::{self, Level};

    #[test]
    fn each_reader_has_a_plan_to_rehearse_on() {
        let formats = REHEARSALS.map(|text| {
            let document = Document::open(text.as_bytes(), "").expect("a plan");
            assert_eq!(document.whole.selected.objectives, 2);
            document.import.format
        });
        assert_eq!(formats, [Format::TextTable(b'\t'), Format::PlanJson]);
        let rehearsed = Document::open(REHEARSALS[1].as_bytes(), "").expect("a plan");
        let opened = share::open(PRACTICE_LINK).map(|opened| opened.map(|opened| opened.content));
        assert_eq!(opened, Ok(Some(Content::new(&rehearsed, Level::Everything))));
        let practice = Prepared::open(PRACTICE.concat().as_bytes(), "").expect("a plan");
        assert_eq!((practice.import.format, practice.import.tally.cells_read), (Format::PlanJson, 12));
    }
}
