// SPDX-License-Identifier: AGPL-3.0-or-later
//! Figures that can go out without the objectives behind them: no text, no name, and no group so small that it is about
//! one or two people.
//!
//! A mission that fewer than three people answer for or work on is counted with the others that are as small; where
//! those together are still too few, the smallest of the rest joins them, since what is left of the whole can be worked
//! out. A breakdown that cannot be put right like that is left out. An objective may be planned in several years, so
//! that one year less another is a group too: years go out only where the objectives of each set of years are of enough
//! people. Only people of objectives that count are behind a figure, and names that are likely one person's are one.
//!
//! The figures of staff percentages stay behind. Where the method has them stand in for a degree that is not stated,
//! they are degrees like others and count in the means, and how many they are is said (`Summary::stand_ins`). Never
//! here: how they look (see `chart`), or a figure of its own: all are those of `statistics`.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::level::people_within;
use crate::document::Document;
use crate::plan::{self, DocumentKind, DocumentState, Method, MissionCode, Objective, Plan, Weights, Year};
use crate::reading::people::{Kind, Register};
use crate::sort::sort_by;
use crate::statistics::{
    Dimension, Distribution, Facets, Figures, Filter, Group, Measure, SearchHits, Selection, Sent, Summary,
    WeightedMean,
};

/// How many people there must be behind a figure of a group.
pub(super) const FEWEST: usize = 3;

/// The figures of a plan, by which it can be shown in charts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Aggregates {
    /// The year that it plans or reports.
    pub year: Option<Year>,
    /// Which kind of document it is, if it is of a known one.
    pub kind: Option<DocumentKind>,
    /// How far its approval has come.
    pub state: Option<DocumentState>,
    /// The method in force.
    pub method: Method,
    /// The figures of the whole, without the staff percentages.
    pub whole: Summary,
    /// The degrees.
    pub distribution: Distribution,
    /// By mission, in the order of the codes; last, without a code, those that were too small, with those that have none.
    pub by_mission: Vec<Part<Option<MissionCode>>>,
    /// Strategic or not, or not stated; empty where a part would be too small.
    pub by_strategic: Vec<Part<Option<bool>>>,
    /// By planned year, or by none; empty where a part would be too small.
    pub by_year: Vec<Part<Option<Year>>>,
}

/// The figures of a part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part<K> {
    /// What they share.
    pub key: K,
    /// Their figures, without the staff percentages.
    pub summary: Summary,
}

/// A part before it is known whether it can go out.
struct Candidate {
    keys: Vec<String>,
    people: FxHashSet<u32>,
    summary: Summary,
}

impl Candidate {
    fn is_small(&self) -> bool {
        self.people.len() < FEWEST
    }
}

impl Aggregates {
    /// The figures of a document that can go out: of one that came as figures, all that came.
    pub fn of(document: &Document) -> Self {
        if document.is_figures() {
            return Self::again(document);
        }
        let header = &document.plan.header;
        let Figures { plan, distribution, by_mission, by_strategic, by_year, .. } = &document.whole;
        let behind = People::new(document);
        let candidates = |dimension, groups: &[Group]| Candidates::new(document, &behind, dimension, groups);
        let of_bool = |key: &str| key.parse::<bool>().ok();
        let of_year = |key: &str| key.parse().ok().and_then(Year::new);
        Self {
            year: header.year,
            kind: header.kind.clone().filter(|kind| kind.code().is_some()),
            state: header.state,
            method: document.method,
            whole: shown(plan, &document.method),
            distribution: *distribution,
            by_mission: candidates(Dimension::Mission, by_mission).merged(document),
            by_strategic: candidates(Dimension::Strategic, by_strategic).unless_small(of_bool),
            by_year: match behind.are_enough_by_years(document) {
                true => candidates(Dimension::Year, by_year).unless_small(of_year),
                false => Vec::new(),
            },
        }
    }

    /// Those of figures that came without objectives, as they were sent.
    fn again(document: &Document) -> Self {
        fn parts<K>(groups: &[Group], key: impl Fn(&str) -> Option<K>) -> Vec<Part<Option<K>>> {
            groups.iter().map(|group| Part { key: key(&group.key), summary: group.summary }).collect()
        }
        let (header, whole) = (&document.plan.header, &document.whole);
        Self {
            year: header.year,
            kind: header.kind.clone(),
            state: header.state,
            method: document.method,
            whole: whole.plan,
            distribution: whole.distribution,
            by_mission: parts(&whole.by_mission, |key| key.parse().ok()),
            by_strategic: parts(&whole.by_strategic, |key| key.parse().ok()),
            by_year: parts(&whole.by_year, |key| key.parse().ok().and_then(Year::new)),
        }
    }

    /// The same as `statistics` has it.
    pub fn sent(&self) -> Sent {
        fn groups<K>(parts: &[Part<K>], key: impl Fn(&K) -> Option<String>) -> Vec<Group> {
            let group =
                |part: &Part<K>| Group { key: key(&part.key).unwrap_or_default(), summary: part.summary };
            parts.iter().map(group).collect()
        }
        Sent {
            whole: self.whole,
            distribution: self.distribution,
            groups: [
                groups(&self.by_mission, |key| key.map(|code| code.to_string())),
                groups(&self.by_strategic, |key| key.map(|is| is.to_string())),
                groups(&self.by_year, |key| key.map(|year| year.to_string())),
            ],
        }
    }

    /// The same for charts. What they do not say is empty.
    pub fn figures(&self) -> Figures {
        self.sent().figures()
    }
}

/// Without the staff percentages, and with the weighted mean where the method shows it.
fn shown(summary: &Summary, method: &Method) -> Summary {
    let weighted = match method.weights {
        Weights::Used => summary.weighted,
        Weights::Ignored => WeightedMean::default(),
    };
    Summary { staff_percent: Measure::default(), weighted, ..*summary }
}

/// The parts of a plan along one dimension.
struct Candidates {
    dimension: Dimension,
    parts: Vec<Candidate>,
    /// Whether the plan names nobody at all: then its groups are about nobody.
    is_of_nobody: bool,
}

impl Candidates {
    fn new(document: &Document, behind: &People, dimension: Dimension, groups: &[Group]) -> Self {
        let part = |group: &Group| {
            let selection = selection(dimension, std::slice::from_ref(&group.key));
            let rows = document.rows(&selection, &SearchHits::all());
            Candidate {
                keys: vec![group.key.clone()],
                people: rows.iter().flat_map(|at| behind.of(*at as usize)).copied().collect(),
                summary: shown(&group.summary, &document.method),
            }
        };
        let parts = groups.iter().map(part).collect();
        Self { dimension, parts, is_of_nobody: behind.is_of_nobody }
    }

    /// All of them, unless one is too small.
    fn unless_small<K>(self, key: impl Fn(&str) -> Option<K>) -> Vec<Part<Option<K>>> {
        if !self.is_of_nobody && self.parts.iter().any(Candidate::is_small) {
            return Vec::new();
        }
        let part = |part: Candidate| Part { key: key(&part.keys[0]), summary: part.summary };
        self.parts.into_iter().map(part).collect()
    }

    /// Missions, those that are too small counted as one with those that have no code; none where all would be one.
    fn merged(self, document: &Document) -> Vec<Part<Option<MissionCode>>> {
        let code = |part: &Candidate| part.keys[0].parse::<MissionCode>().ok();
        let is_kept = |part: &Candidate| code(part).is_some() && (self.is_of_nobody || !part.is_small());
        let (mut kept, others): (Vec<_>, Vec<_>) = self.parts.into_iter().partition(is_kept);
        let mut rest =
            Candidate { keys: Vec::new(), people: FxHashSet::default(), summary: Summary::default() };
        let join = |rest: &mut Candidate, part: Candidate| {
            rest.keys.extend(part.keys);
            rest.people.extend(part.people);
        };
        others.into_iter().for_each(|part| join(&mut rest, part));
        while !self.is_of_nobody && !rest.keys.is_empty() && rest.is_small() && !kept.is_empty() {
            let smallest = kept.iter().enumerate().min_by_key(|(_, part)| part.people.len());
            let at = smallest.map_or(0, |(at, _)| at);
            join(&mut rest, kept.remove(at));
        }
        let mut parts: Vec<_> =
            kept.iter().map(|part| Part { key: code(part), summary: part.summary }).collect();
        if !rest.keys.is_empty() && !parts.is_empty() {
            let selection = selection(self.dimension, &rest.keys);
            let figures = document.table.figures(&selection, &SearchHits::all(), Facets::Strict);
            parts.push(Part { key: None, summary: shown(&figures.selected, &document.method) });
        }
        parts
    }
}

fn selection(dimension: Dimension, keys: &[String]) -> Selection {
    let filters = keys.iter().map(|key| Filter::new(dimension, key.as_str())).collect();
    Selection { filters, ..Selection::default() }
}

/// The people behind the figures of a document.
pub(super) struct People {
    /// By objective, each that does not count with nobody.
    of: Vec<Vec<u32>>,
    /// Whether the plan names nobody at all: then its groups are about nobody.
    is_of_nobody: bool,
}

impl People {
    pub(super) fn new(document: &Document) -> Self {
        let plan = with_people_apart(document);
        let own = plan.as_ref().map(Register::new);
        let (plan, register) =
            (plan.as_ref().unwrap_or(&document.plan), own.as_ref().unwrap_or(&document.people));
        let of = |at: usize| {
            let Some(objective) = plan.objectives.get(at) else { return Vec::new() };
            let names = objective.responsible.names.iter().chain(&objective.support.names);
            let members = names.flat_map(|name| register.of_name(name));
            let people = members.filter(|&&member| register.member(member).kind == Kind::Person);
            // Names that are likely one person's are one: there are rather fewer people than more.
            people.map(|&member| register.suggested_identity(member)).collect()
        };
        let counts = document.achievements.iter().map(|one| !one.counted.is_left_out());
        Self {
            of: counts.enumerate().map(|(at, counts)| if counts { of(at) } else { Vec::new() }).collect(),
            is_of_nobody: register.members().iter().all(|member| member.kind != Kind::Person),
        }
    }

    /// Those of an objective.
    fn of(&self, at: usize) -> &[u32] {
        self.of.get(at).map_or(&[], Vec::as_slice)
    }

    /// How many they are.
    pub(super) fn count(&self) -> usize {
        self.of.iter().flatten().collect::<FxHashSet<_>>().len()
    }

    /// Whether the objectives of each set of years are of enough people. Every sum and difference of the figures of years
    /// is one of such sets.
    fn are_enough_by_years(&self, document: &Document) -> bool {
        let mut sets: FxHashMap<Vec<Year>, FxHashSet<u32>> = FxHashMap::default();
        for (at, objective) in document.plan.objectives.iter().enumerate() {
            let mut years = objective.planned.clone().unwrap_or_default();
            sort_by(&mut years, Year::cmp);
            years.dedup();
            sets.entry(years).or_default().extend(self.of(at));
        }
        self.is_of_nobody || sets.values().all(|people| people.len() >= FEWEST)
    }
}

/// The plan with the people in the place of such groups as hold somebody's name beside an address of mail; `None` where
/// there are none.
fn with_people_apart(document: &Document) -> Option<Plan> {
    let mut within: FxHashMap<Arc<str>, Vec<Arc<str>>> = FxHashMap::default();
    for member in document.people.members().iter().filter(|member| member.kind == Kind::Group) {
        let people = people_within(&member.name);
        if !people.is_empty() {
            within.insert(member.name.clone(), people.into_iter().map(Arc::from).collect());
        }
    }
    if within.is_empty() {
        return None;
    }
    let apart = |cell: &plan::People| {
        let members = cell.names.iter().flat_map(|name| document.people.of_name(name));
        let names = members.map(|&member| &document.people.member(member).name);
        let names = names.flat_map(|name| within.get(name).map_or(std::slice::from_ref(name), Vec::as_slice));
        plan::People { cell: String::new(), names: names.cloned().collect() }
    };
    let objectives = document.plan.objectives.iter().map(|one| Objective {
        responsible: apart(&one.responsible),
        support: apart(&one.support),
        ..Objective::default()
    });
    let objectives = objectives.collect::<Vec<_>>().into();
    let (people, corrections) = (document.plan.people.clone(), document.plan.corrections.clone());
    Some(Plan { objectives, people, corrections, ..Plan::default() })
}
