// SPDX-License-Identifier: AGPL-3.0-or-later
//! The header of a JSON plan: format, version, title, body, year, kind, state, method.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::decimal;
use crate::import::value::{self, Read};
use crate::import::{DiagnosticKind, Field};
use crate::plan::{
    Bands, CorrectedCode, Correction, Dismissal, DocumentKind, DocumentState, Kept, LowerBound, Method,
    NotPlanned, PeopleDecisions, Percent, SavedView, StandIn, Unjudged, Weights,
};
use crate::reading::Status;
use crate::text::skeleton;
use crate::view::address::has_view;

use super::keys::{self, Key};
use super::raw::{self, Value, excerpt};
use super::reader::Reader;
use super::scan::Raw;
use super::{FORMAT, VERSION};

impl<'a> Reader<'a> {
    /// Takes one entry of the header. The list of objectives is not one of them.
    pub fn header_entry(&mut self, name: &str, raw: Raw<'a>) {
        let Some(key) = keys::header(name) else {
            self.unknown_key(name, raw, None);
            let kept = self.kept(name, raw);
            self.so_far.plan.kept.push(kept);
            return;
        };
        if self.stated.contains(&key) || key == Key::Objectives {
            self.repeated_key(name, raw, None);
            let kept = self.kept(name, raw);
            self.so_far.plan.kept.push(kept);
            return;
        }
        let value = self.value(raw, None);
        if matches!(value, Value::Null) {
            return;
        }
        self.stated.push(key);
        let left = match key {
            Key::Format => self.format_entry(name, raw, value),
            Key::Version => self.version_entry(name, raw, value),
            Key::People => match self.decisions(&value) {
                Some(people) => {
                    self.so_far.plan.people = people;
                    None
                }
                None => Some(self.unknown_kept(name, raw)),
            },
            Key::Corrections => match corrections(&value) {
                Some(corrections) => {
                    self.so_far.plan.corrections = corrections;
                    None
                }
                None => Some(self.unknown_kept(name, raw)),
            },
            Key::Dismissed => match dismissed(&value) {
                Some(dismissed) => {
                    self.so_far.plan.dismissed = dismissed;
                    None
                }
                None => Some(self.unknown_kept(name, raw)),
            },
            Key::Views => match views(&value) {
                Some(views) => {
                    self.so_far.plan.views = views;
                    None
                }
                None => Some(self.unknown_kept(name, raw)),
            },
            // What it asks for is looked at when the plan is shown, as with a view of an address.
            Key::View => match value {
                Value::Text(view) if has_view(&view) => {
                    self.so_far.view = view.into_owned();
                    None
                }
                _ => Some(self.unknown_kept(name, raw)),
            },
            Key::Kept => match self.kept_list(raw, keys::header, None) {
                Some(kept) => {
                    self.so_far.plan.kept.extend(kept);
                    None
                }
                None => Some(self.unknown_kept(name, raw)),
            },
            Key::Field(field) => {
                let read = self.header_field(field, &value);
                (!read).then(|| self.left(field, name, raw, None))
            }
            Key::Objectives => None,
        };
        self.so_far.plan.kept.extend(left);
    }

    fn unknown_kept(&mut self, name: &str, raw: Raw<'a>) -> Kept {
        self.unknown_key(name, raw, None);
        self.kept(name, raw)
    }

    fn format_entry(&mut self, name: &str, raw: Raw<'a>, value: Value<'a>) -> Option<Kept> {
        let found = match value {
            Value::Text(text) => text.into_owned(),
            _ => excerpt(raw.get()),
        };
        let ours = found == FORMAT;
        self.so_far.format = Some(found.clone());
        (!ours).then(|| {
            self.report(DiagnosticKind::OtherFormat { found: excerpt(&found) }, raw, None);
            self.kept(name, raw)
        })
    }

    /// A whole number above [`VERSION`] is a newer plan, unless the `format` before it is somebody else's.
    fn version_entry(&mut self, name: &str, raw: Raw<'a>, value: Value<'a>) -> Option<Kept> {
        let written = match &value {
            Value::Number(text) => Some(*text),
            Value::Text(text) => Some(text.as_ref()),
            _ => None,
        };
        let ours = self.so_far.format.as_deref().is_none_or(|format| format == FORMAT);
        match written.and_then(|text| text.trim().parse::<u32>().ok()) {
            Some(VERSION) => None,
            Some(newer) if newer > VERSION && ours => {
                self.so_far.newer_version = Some(newer.to_string());
                None
            }
            _ => Some(self.unknown_kept(name, raw)),
        }
    }

    /// Whether a value could be read as its field of the header.
    fn header_field(&mut self, field: Field, value: &Value<'a>) -> bool {
        let text = match value {
            Value::Text(text) => text.as_ref(),
            Value::Number(text) => *text,
            Value::Record(_) if field == Field::Method => {
                self.so_far.plan.method = method(value);
                return self.so_far.plan.method.is_some();
            }
            _ => return false,
        };
        if text.trim().is_empty() {
            return true;
        }
        let header = &mut self.so_far.plan.header;
        match field {
            Field::Title => header.title = Some(text.to_owned()),
            Field::Body => header.body = Some(text.to_owned()),
            Field::Kind => header.kind = Some(kind_named(text)),
            Field::State => {
                header.state = state_named(text);
                return header.state.is_some();
            }
            Field::Year => match value::year(text) {
                Read::Value(year) => header.year = Some(year),
                Read::Nothing | Read::Unread => return false,
            },
            _ => return false,
        }
        true
    }

    /// What was decided of names, if every part of it can be read.
    fn decisions(&mut self, value: &Value<'a>) -> Option<PeopleDecisions> {
        let Value::Record(entries) = value else { return None };
        let mut people = PeopleDecisions::default();
        for (key, raw) in entries {
            let Value::List(lists) = raw::value(*raw) else { return None };
            let mut groups = Vec::with_capacity(lists.len());
            for list in lists {
                let Value::List(names) = raw::value(list) else { return None };
                let mut group = Vec::with_capacity(names.len());
                for name in names {
                    let Value::Text(name) = raw::value(name) else { return None };
                    group.push(self.name(&name));
                }
                groups.push(group);
            }
            match key.as_ref() {
                "same" if people.same.is_empty() => people.same = groups,
                "different" if people.different.is_empty() => {
                    let pairs = groups.into_iter().map(|pair| pair.try_into().ok());
                    people.different = pairs.collect::<Option<_>>()?;
                }
                _ => return None,
            }
        }
        Some(people)
    }

    /// The list of kept values, as the writer leaves them where their own names would mean something else. `None` if it
    /// is not such a list.
    pub fn kept_list(
        &mut self,
        raw: Raw<'a>,
        known: impl Fn(&str) -> Option<Key>,
        n: Option<u32>,
    ) -> Option<Vec<Kept>> {
        let Value::List(members) = raw::value(raw) else { return None };
        let mut all = Vec::with_capacity(members.len());
        for member in members {
            let Value::Record(entries) = raw::value(member) else { return None };
            let [(name_key, name), (value_key, value)] = entries.as_slice() else { return None };
            let ("name", "value", Value::Text(name)) =
                (name_key.as_ref(), value_key.as_ref(), raw::value(*name))
            else {
                return None;
            };
            all.push((name, *value));
        }
        let mut kept = Vec::with_capacity(all.len());
        for (name, value) in all {
            // What could not be read when it was kept is still not read.
            kept.push(match known(&name) {
                Some(Key::Field(field)) => self.left(field, &name, value, n),
                _ => self.kept(&name, value),
            });
        }
        Some(kept)
    }
}

/// The corrections, if every part of them can be read and each says something; of one objective there is one.
fn corrections(value: &Value<'_>) -> Option<Vec<Correction>> {
    let Value::List(members) = value else { return None };
    let mut all: Vec<Correction> = Vec::with_capacity(members.len());
    let mut corrected = FxHashSet::default();
    for member in members {
        let Value::Record(entries) = raw::value(*member) else { return None };
        let mut correction = Correction::default();
        for (key, raw) in &entries {
            match (key.as_ref(), raw::value(*raw)) {
                ("n", Value::Number(n)) => correction.n = n.parse().ok()?,
                ("status", Value::Text(status)) => {
                    Status::from_code(&status)?;
                    correction.status = Some(status.into_owned());
                }
                ("degree", _) => correction.degree = Some(exact_percent(*raw)?),
                ("code", Value::Text(code)) => correction.code = Some(CorrectedCode::parse(&code)?),
                ("responsible", Value::List(names)) => correction.responsible = Some(corrected_names(names)?),
                ("support", Value::List(names)) => correction.support = Some(corrected_names(names)?),
                ("note", Value::Text(note)) => correction.note = note.into_owned(),
                _ => return None,
            }
        }
        let says = correction.is_of_outcome() || correction.is_of_place();
        if correction.n == 0 || !says || !corrected.insert(correction.n) {
            return None;
        }
        all.push(correction);
    }
    Some(all)
}

/// The names of a correction: each says something.
fn corrected_names(list: Vec<Raw<'_>>) -> Option<Vec<Arc<str>>> {
    let name = |raw| match raw::value(raw) {
        Value::Text(name) if !name.trim().is_empty() => Some(name.as_ref().into()),
        _ => None,
    };
    list.into_iter().map(name).collect()
}

/// The findings that were set aside, if every part of them can be read.
fn dismissed(value: &Value<'_>) -> Option<Vec<Dismissal>> {
    let Value::List(members) = value else { return None };
    let mut all = Vec::with_capacity(members.len());
    for member in members {
        let Value::Record(entries) = raw::value(*member) else { return None };
        let mut dismissal = Dismissal { finding: String::new(), n: None, note: String::new() };
        for (key, raw) in &entries {
            match (key.as_ref(), raw::value(*raw)) {
                ("finding", Value::Text(finding)) => dismissal.finding = finding.into_owned(),
                ("n", Value::Number(n)) => dismissal.n = Some(n.parse().ok()?),
                ("n", Value::Null) => {}
                ("note", Value::Text(note)) => dismissal.note = note.into_owned(),
                _ => return None,
            }
        }
        if dismissal.finding.is_empty() {
            return None;
        }
        all.push(dismissal);
    }
    Some(all)
}

/// The views with names, if every part of them can be read; of one name there is one. What a view asks for is not looked
/// at: that is told when somebody wants to see it.
fn views(value: &Value<'_>) -> Option<Vec<SavedView>> {
    let Value::List(members) = value else { return None };
    let mut all: Vec<SavedView> = Vec::with_capacity(members.len());
    let mut named = FxHashSet::default();
    for member in members {
        let Value::Record(entries) = raw::value(*member) else { return None };
        let mut saved = SavedView { name: String::new(), view: String::new() };
        for (key, raw) in &entries {
            match (key.as_ref(), raw::value(*raw)) {
                ("name", Value::Text(name)) => saved.name = name.into_owned(),
                ("view", Value::Text(view)) => saved.view = view.into_owned(),
                _ => return None,
            }
        }
        if saved.name.trim().is_empty() || !named.insert(saved.name.clone()) {
            return None;
        }
        all.push(saved);
    }
    Some(all)
}

/// The kind of document that a text names, in its code, in Italian or in English; else another kind, as written.
pub fn kind_named(text: &str) -> DocumentKind {
    match skeleton(text).as_str() {
        "peg" | "pianoesecutivodigestione" => DocumentKind::Peg,
        "pdo" | "pianodettagliatodegliobiettivi" | "pianodegliobiettivi" => DocumentKind::Pdo,
        "performanceplan" | "pianodellaperformance" | "pianoperformance" => DocumentKind::PerformancePlan,
        "piao" | "pianointegratodiattivitaeorganizzazione" => DocumentKind::Piao,
        "performancereport"
        | "relazionesullaperformance"
        | "relazionedellaperformance"
        | "relazioneperformance" => DocumentKind::PerformanceReport,
        _ => DocumentKind::Other(text.to_owned()),
    }
}

/// The state of a document that a text names, in its code, in Italian or in English.
pub fn state_named(text: &str) -> Option<DocumentState> {
    match skeleton(text).as_str() {
        "draft" | "bozza" | "proposta" | "schema" => Some(DocumentState::Draft),
        "approved" | "approvato" | "approvata" | "adottato" | "adottata" => Some(DocumentState::Approved),
        "validated" | "validato" | "validata" => Some(DocumentState::Validated),
        _ => None,
    }
}

/// A method, if every part of it can be read and they make sense together; what is not written is as in the default
/// method. A part that is written twice, or one that is unknown, might mean another method: then it is none.
fn method(value: &Value<'_>) -> Option<Method> {
    let Value::Record(entries) = value else { return None };
    let mut method = Method::default();
    let (mut achieved_from, mut partly) = (method.bands.achieved_from(), method.bands.partly());
    let mut stated: Vec<&str> = Vec::new();
    for (key, raw) in entries {
        let way = raw::value(*raw);
        let way = || if let Value::Text(text) = &way { text.as_ref() } else { "" };
        let part = match key.as_ref() {
            "partly_from" | "partly_above" => "partly",
            part => part,
        };
        if stated.contains(&part) {
            return None;
        }
        stated.push(part);
        match key.as_ref() {
            "achieved_from" => achieved_from = exact_percent(*raw)?,
            "partly_from" => partly = LowerBound::From(exact_percent(*raw)?),
            "partly_above" => partly = LowerBound::Above(exact_percent(*raw)?),
            "stand_in" => method.stand_in = StandIn::from_code(way())?,
            "suspended" => method.suspended = Unjudged::from_code(way())?,
            "not_measurable" => method.not_measurable = Unjudged::from_code(way())?,
            "not_planned" => method.not_planned = NotPlanned::from_code(way())?,
            "weights" => method.weights = Weights::from_code(way())?,
            _ => return None,
        }
    }
    method.bands = Bands::new(achieved_from, partly)?;
    Some(method)
}

fn exact_percent(raw: Raw<'_>) -> Option<Percent> {
    match raw::value(raw) {
        Value::Number(text) => decimal::parse(text).and_then(Percent::new),
        Value::Text(text) => value::percent(&text).value(),
        _ => None,
    }
}
