// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the reader of JSON plans carries along: the plan as far as it is read, what it found on the way, and the names
//! it has seen, so that a mission or a person that is there thousands of times is held once.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::import::error::ImportError;
use crate::import::place::{Locator, offset_in};
use crate::import::{DiagnosticKind, Field, Taker};
use crate::plan::{Kept, KeptValue, Mission, Objective, Place, Programme};

use super::keys::{self, Key};
use super::portion::{Finding, Portion};
use super::raw::{self, DEEPEST, Value, excerpt, too_deep};
use super::scan::Raw;

/// How much of a plan a text holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// What stands before its objectives is read.
    Head,
    /// A half, of which nothing may say anything of the other.
    Half,
}

/// The reader, on its way through a text.
pub struct Reader<'a> {
    pub text: &'a str,
    /// What it has come to so far.
    pub so_far: Portion,
    /// Who takes them.
    taker: &'a mut (dyn Taker + 'a),
    /// Those of which a later one may still say something.
    waiting: Vec<Objective>,
    /// Where in the text the last one starts.
    locator: Locator<'a>,
    /// Members of the list that are no record, from 0.
    pub strays: Vec<usize>,
    /// Of what it reads: all of a plan, or a part.
    pub extent: Extent,
    /// Whether the text ended where an objective was to begin.
    pub is_cut: bool,
    /// What ends reading at once.
    pub fatal: Option<ImportError>,
    /// Header fields that are stated already.
    pub stated: Vec<Key>,
    /// Whether a code carried the `S` of strategic objectives, and which objectives leave the question open.
    pub strategic_by_code: bool,
    pub strategic_open: Vec<usize>,
    pub missions: FxHashMap<&'a str, Option<Mission>>,
    pub programmes: FxHashMap<(&'a str, u8), Option<Programme>>,
    names: FxHashSet<Arc<str>>,
    keys: Vec<(String, Option<Key>)>,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str, taker: &'a mut (dyn Taker + 'a)) -> Self {
        Self {
            text,
            so_far: Portion::default(),
            taker,
            waiting: Vec::new(),
            locator: Locator::new(text),
            strays: Vec::new(),
            extent: Extent::Whole,
            is_cut: false,
            fatal: None,
            stated: Vec::new(),
            strategic_by_code: false,
            strategic_open: Vec::new(),
            missions: FxHashMap::default(),
            programmes: FxHashMap::default(),
            names: FxHashSet::default(),
            keys: Vec::new(),
        }
    }

    /// The number, from 1, of the objective that is being read.
    pub fn n(&self) -> u32 {
        self.so_far.count + 1
    }

    pub fn at(&self, raw: Raw<'_>) -> Option<usize> {
        offset_in(self.text, raw.get())
    }

    pub fn report(&mut self, kind: DiagnosticKind, raw: Raw<'_>, n: Option<u32>) {
        let at = self.at(raw);
        self.so_far.findings.push(Finding { kind, at, n, place: None });
    }

    /// Reads a value one level deep. An escape that is no character stays as written, and is reported.
    pub fn value(&mut self, raw: Raw<'a>, n: Option<u32>) -> Value<'a> {
        match raw::value(raw) {
            Value::BrokenText(text) => {
                self.report(DiagnosticKind::Undecodable { count: 1 }, raw, n);
                Value::Text(Cow::Borrowed(text))
            }
            value => value,
        }
    }

    /// Keeps a value under its name: a text as text, anything else as written.
    pub fn kept(&mut self, name: &str, raw: Raw<'a>) -> Kept {
        let value = match raw.get().starts_with('"').then(|| self.value(raw, None)) {
            Some(Value::Text(text)) => KeptValue::Text(text.into_owned()),
            _ => KeptValue::Json(raw.get().to_owned()),
        };
        Kept { name: name.to_owned(), value }
    }

    /// Keeps a value that could not be read as its field, and reports it.
    pub fn left(&mut self, field: Field, name: &str, raw: Raw<'a>, n: Option<u32>) -> Kept {
        let kept = self.kept(name, raw);
        let written = excerpt(kept.value.as_str());
        self.report(DiagnosticKind::ValueNotRead { field, written }, raw, n);
        kept
    }

    /// A value that says that nothing is known, kept.
    pub fn nothing(&mut self, field: Field, name: &str, raw: Raw<'a>, n: Option<u32>) -> Kept {
        let kept = self.kept(name, raw);
        let written = excerpt(kept.value.as_str());
        self.report(DiagnosticKind::ValueStatesNothing { field, written }, raw, n);
        kept
    }

    /// A name that is held once however often it is there.
    pub fn name(&mut self, name: &str) -> Arc<str> {
        if let Some(known) = self.names.get(name) {
            return known.clone();
        }
        let new: Arc<str> = name.into();
        self.names.insert(new.clone());
        new
    }

    /// What a key of an objective says. The key at the same position of the objective before is most often the same.
    pub fn objective_key(&mut self, position: usize, key: &str) -> Option<Key> {
        if let Some((_, known)) = self.keys.get(position).filter(|(known, _)| known == key) {
            return *known;
        }
        let found = keys::objective(key);
        if position < 64 {
            self.keys.resize(self.keys.len().max(position + 1), Default::default());
            self.keys[position] = (key.to_owned(), found);
        }
        found
    }

    /// Remembers a key of the header for the message of a file that turns out not to be a plan.
    pub fn found_key(&mut self, key: &str) {
        const MOST: usize = 8;
        if self.so_far.header_keys.len() < MOST {
            self.so_far.header_keys.push(excerpt(key));
        }
    }

    pub fn unknown_key(&mut self, name: &str, raw: Raw<'_>, n: Option<u32>) {
        let at = self.at(raw);
        self.so_far.unknown.add(name, at, n);
    }

    pub fn repeated_key(&mut self, name: &str, raw: Raw<'_>, n: Option<u32>) {
        let at = self.at(raw);
        self.so_far.repeated.add(name, at, n);
    }

    /// The error of a value that is nested too deeply, being itself `above` levels deep.
    pub fn too_deep(&self, raw: Raw<'_>, above: usize) -> Option<ImportError> {
        let within = too_deep(raw.get(), DEEPEST - above)?;
        let at = self.at(raw).unwrap_or_default() + within;
        Some(ImportError::JsonTooDeep { place: Locator::new(self.text).place(at) })
    }

    /// Ends reading where a value is nested too deeply.
    pub fn check_depth(&mut self, raw: Raw<'_>, above: usize) -> Option<()> {
        self.fatal = self.too_deep(raw, above);
        self.fatal.is_none().then_some(())
    }

    /// Adds an objective that starts at a byte of the text, and has it taken unless a later one may still say something
    /// of it.
    pub fn push(&mut self, mut objective: Objective, start: Option<usize>) {
        objective.place = start.map(|start| self.locator.place(start));
        self.so_far.count += 1;
        if self.strategic_open.is_empty() {
            let left = self.taker.take(objective, self.so_far.plan.header.year);
            self.so_far.objectives.extend(left);
        } else {
            self.waiting.push(objective);
        }
    }

    /// How many objectives wait for what later ones say.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// What the text has come to, when all of it is read. Those objectives are taken that were not.
    pub fn close(mut self) -> Portion {
        self.settle_strategic();
        let year = self.so_far.plan.header.year;
        let left = self.waiting.into_iter().filter_map(|objective| self.taker.take(objective, year));
        self.so_far.objectives.extend(left);
        self.so_far.locate(self.text);
        self.so_far
    }

    /// Whether a half says nothing that bears on the other, and nothing is wrong with it.
    pub fn is_apart(&self) -> bool {
        self.fatal.is_none() && self.strategic_open.is_empty()
    }

    /// Where the text ends.
    pub fn end(&mut self) -> Place {
        self.locator.place(self.text.len())
    }

    /// Where codes carry an `S`, a code without one says that its objective is not strategic.
    fn settle_strategic(&mut self) {
        if self.strategic_by_code {
            for index in std::mem::take(&mut self.strategic_open) {
                self.waiting[index].strategic = Some(false);
            }
        }
    }
}
