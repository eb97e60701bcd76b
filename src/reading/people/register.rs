// SPDX-License-Identifier: AGPL-3.0-or-later
//! The people and groups of a plan: who is named where, who is one person by the user's word, and who likely is.
//!
//! Never here: an order by how anything went. Members stand in the plan's order. Suggestions are made when they are first
//! asked for, among names that share a key (`candidates`), so that thousands of names are not compared with each other.

use std::sync::{Arc, OnceLock};

use borsh::{BorshDeserialize, BorshSerialize, io};
use rustc_hash::{FxHashMap, FxHashSet};

use super::likeness::{Often, Reason, contradict, reason};
use super::name::{Name, plain};
use super::{Kind, read};
use crate::facts::Facts;
use crate::list::{lists, numbers};
use crate::plan::{Correction, PeopleDecisions, Plan};
use crate::sort::sort_by;

/// A name of a plan: of a person, an office or a group.
#[derive(Debug, Clone, BorshSerialize, BorshDeserialize)]
pub struct Member {
    /// The name as written, without titles; spaces count once.
    pub name: Arc<str>,
    /// What it is.
    pub kind: Kind,
    /// In how many cells it is.
    pub mentions: u32,
}

/// Two names that are likely one person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suggestion {
    /// The name that is first in the plan, as its place among the members.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// Why.
    pub reason: Reason,
}

/// All people and groups of a plan.
#[derive(Debug)]
pub struct Register {
    members: Vec<Member>,
    numbers: FxHashMap<Arc<str>, u32>,
    /// What each name of the plan, as the import parted it, holds.
    read: FxHashMap<Arc<str>, u32>,
    held: Vec<Box<[u32]>>,
    /// The cells that each member is in, in order.
    cells: Vec<Vec<u32>>,
    /// By the user's word: for each member, the one whose name stands for the person.
    identity: Vec<u32>,
    /// For each of those, all names of the person, in the plan's order.
    merged: Vec<Vec<u32>>,
    different: Vec<(u32, u32)>,
    suggested: OnceLock<Suggested>,
}

/// The names that the user wrote, each of which is one, whatever it looks like.
type Whole<'p> = FxHashSet<&'p str>;

#[derive(Debug)]
struct Suggested {
    suggestions: Vec<Suggestion>,
    identity: Vec<u32>,
}

impl Register {
    /// Reads the people and groups of a plan. Its corrections are in force in its objectives already.
    pub fn new(plan: &Plan) -> Self {
        Self::of(&Facts::of(plan), plan)
    }

    /// The same of a plan of which these are the facts.
    pub fn of(facts: &Facts, plan: &Plan) -> Self {
        let mut register = Self {
            members: Vec::new(),
            numbers: FxHashMap::default(),
            read: facts.names().iter().cloned().zip(0..).collect(),
            held: Vec::new(),
            cells: Vec::new(),
            identity: Vec::new(),
            merged: Vec::new(),
            different: Vec::new(),
            suggested: OnceLock::new(),
        };
        let whole: Whole<'_> =
            plan.corrections.iter().flat_map(Correction::names).map(AsRef::as_ref).collect();
        register.held = facts.names().iter().map(|name| register.hold(name, &whole)).collect();
        for row in 0..facts.len() {
            let cell = 2 * row as u32;
            register.mention(facts.responsible.of(row), cell);
            register.mention(facts.support.of(row), cell + 1);
        }
        register.decide(&plan.people);
        register
    }

    /// What a name of the plan holds.
    fn hold(&mut self, name: &str, whole: &Whole<'_>) -> Box<[u32]> {
        let parts = read(name);
        match parts.as_slice() {
            [first, _, ..] if whole.contains(name) => [self.number(name.trim(), first.kind)].into(),
            parts => parts.iter().map(|part| self.number(&part.name, part.kind)).collect(),
        }
    }

    /// Counts the names of a cell.
    fn mention(&mut self, names: &[u32], cell: u32) {
        for &member in names.iter().flat_map(|name| &self.held[*name as usize]) {
            let cells = &mut self.cells[member as usize];
            if cells.last() != Some(&cell) {
                cells.push(cell);
                self.members[member as usize].mentions += 1;
            }
        }
    }

    fn number(&mut self, name: &str, kind: Kind) -> u32 {
        let next = self.members.len() as u32;
        let name = spaced_once(name);
        let number = *self.numbers.entry(name.clone()).or_insert(next);
        if number == next {
            self.members.push(Member { name, kind, mentions: 0 });
            self.cells.push(Vec::new());
        }
        number
    }

    /// Whether a person in force, or a group, is in any cell of support. Cells of support have odd numbers.
    pub fn supports(&self, member: u32) -> bool {
        let mut cells = self.places_merged_with(member).iter().flat_map(|&at| &self.cells[at as usize]);
        cells.any(|cell| cell % 2 == 1)
    }

    /// Whether a person, or a group, is in any cell of those that answer. These have even numbers.
    pub fn answers(&self, member: u32) -> bool {
        let mut cells = self.places_merged_with(member).iter().flat_map(|&at| &self.cells[at as usize]);
        cells.any(|cell| cell.is_multiple_of(2))
    }

    /// Puts the user's decisions in force.
    fn decide(&mut self, decisions: &PeopleDecisions) {
        let mut clusters = Clusters::new(self.members.len());
        let numbers = &self.numbers;
        let number = |name: &Arc<str>| numbers.get(name).copied();
        for group in &decisions.same {
            let mut members = group.iter().filter_map(number);
            if let Some(first) = members.next() {
                members.for_each(|other| clusters.join(first, other));
            }
        }
        let pair = |[a, b]: &[Arc<str>; 2]| number(a).zip(number(b));
        self.different = decisions.different.iter().filter_map(pair).collect();
        self.identity = clusters.names(&self.members);
        self.merged = vec![Vec::new(); self.members.len()];
        for (at, &identity) in (0..).zip(&self.identity) {
            self.merged[identity as usize].push(at);
        }
    }

    /// Every name, in the plan's order.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// A name by its place.
    pub fn member(&self, at: u32) -> &Member {
        &self.members[at as usize]
    }

    /// The member of a name, as split.
    pub fn find(&self, name: &str) -> Option<u32> {
        if let Some(&member) = self.numbers.get(name) {
            return Some(member);
        }
        self.numbers.get(&*spaced_once(name)).copied()
    }

    /// The members that a name of the plan, as the import parted it, holds.
    pub fn of_name(&self, name: &str) -> &[u32] {
        self.read.get(name).map_or(&[], |&at| &self.held[at as usize])
    }

    /// The members that a name holds, by its number among the facts that they were read from.
    pub(crate) fn of_number(&self, name: u32) -> &[u32] {
        &self.held[name as usize]
    }

    /// The member whose name stands for the person in force.
    pub fn identity(&self, member: u32) -> u32 {
        self.identity[member as usize]
    }

    /// The member whose name would stand for the person if every suggestion were accepted.
    pub fn suggested_identity(&self, member: u32) -> u32 {
        self.suggested().identity[member as usize]
    }

    /// Who is likely one person, in the plan's order.
    pub fn suggestions(&self) -> &[Suggestion] {
        &self.suggested().suggestions
    }

    /// The names that are one person's with this one by the user's word, itself among them.
    pub fn merged_with(&self, member: u32) -> impl Iterator<Item = &Member> {
        self.places_merged_with(member).iter().map(|&at| self.member(at))
    }

    fn places_merged_with(&self, member: u32) -> &[u32] {
        &self.merged[self.identity(member) as usize]
    }

    fn suggested(&self) -> &Suggested {
        self.suggested.get_or_init(|| Suggesting::new(self).suggest())
    }
}

/// All but what follows from it.
impl BorshSerialize for Register {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        let Self { members, read, held, cells, identity, merged, different, .. } = self;
        let read: Vec<_> = read.iter().collect();
        (members, read, different).serialize(writer)?;
        numbers::write(identity, writer)?;
        // There are as many numbers in these as names in the plan.
        lists::write(held, writer)?;
        lists::write(cells, writer)?;
        lists::write(merged, writer)
    }
}

impl BorshDeserialize for Register {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        let (members, read, different) = BorshDeserialize::deserialize_reader(reader)?;
        let (members, read): (Vec<Member>, Vec<(Arc<str>, u32)>) = (members, read);
        let identity = numbers::read(reader)?;
        let (held, cells, merged) = (lists::read(reader)?, lists::read(reader)?, lists::read(reader)?);
        let numbers = members.iter().map(|member| member.name.clone()).zip(0..).collect();
        let (read, suggested) = (read.into_iter().collect(), OnceLock::new());
        Ok(Self { members, numbers, read, held, cells, identity, merged, different, suggested })
    }
}

/// A name with one space between its words.
fn spaced_once(name: &str) -> Arc<str> {
    let is_plain = !name.contains(|c: char| c.is_whitespace() && c != ' ') && !name.contains("  ");
    if is_plain { name.into() } else { name.split_whitespace().collect::<Vec<_>>().join(" ").into() }
}

/// Members that are one.
struct Clusters {
    /// For each member the first of its cluster.
    root: Vec<u32>,
    /// For each first of a cluster all of it.
    all: Vec<Vec<u32>>,
}

impl Clusters {
    fn new(count: usize) -> Self {
        Self { root: (0..count as u32).collect(), all: (0..count as u32).map(|at| vec![at]).collect() }
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root[a as usize], self.root[b as usize]);
        // The larger one stays, so that each member moves few times.
        let (into, from) =
            if self.all[a as usize].len() >= self.all[b as usize].len() { (a, b) } else { (b, a) };
        if into == from {
            return;
        }
        let moved = std::mem::take(&mut self.all[from as usize]);
        moved.iter().for_each(|&member| self.root[member as usize] = into);
        self.all[into as usize].extend(moved);
    }

    fn of(&self, member: u32) -> &[u32] {
        &self.all[self.root[member as usize] as usize]
    }

    /// For each member the one that stands for its cluster: the most frequent, the first in the plan of several.
    fn names(&self, members: &[Member]) -> Vec<u32> {
        let mut names = vec![0; members.len()];
        for cluster in &self.all {
            let mut best = None::<u32>;
            for &at in cluster {
                let mentions = |at: u32| members[at as usize].mentions;
                let is_better = best.is_none_or(|best| {
                    mentions(at) > mentions(best) || (mentions(at) == mentions(best) && at < best)
                });
                best = if is_better { Some(at) } else { best };
            }
            for &at in cluster {
                names[at as usize] = best.unwrap_or(at);
            }
        }
        names
    }
}

/// How many names with one key are compared with each other, and how many may be one person's: more are no slips.
const MOST: usize = 16;

/// Lists of members by a key.
#[derive(Default)]
struct Lots {
    numbers: FxHashMap<Arc<str>, u32>,
    lots: Vec<Vec<u32>>,
}

impl Lots {
    /// The list of a key.
    fn of(&mut self, key: &str) -> &mut Vec<u32> {
        let next = self.lots.len() as u32;
        let number = match self.numbers.get(key) {
            Some(&number) => number,
            None => {
                self.numbers.insert(key.into(), next);
                self.lots.push(Vec::new());
                next
            }
        };
        &mut self.lots[number as usize]
    }
}

/// Suggestions on their way.
struct Suggesting<'a> {
    register: &'a Register,
    names: Vec<Name>,
    clusters: Clusters,
    suggestions: Vec<Suggestion>,
}

impl<'a> Suggesting<'a> {
    fn new(register: &'a Register) -> Self {
        let name = |member: &Member| match member.kind {
            Kind::Person => Name::new(&member.name),
            Kind::Group => Name::default(),
        };
        let mut clusters = Clusters::new(register.members.len());
        for (at, &identity) in (0..).zip(&register.identity) {
            clusters.join(identity, at);
        }
        let names = register.members.iter().map(name).collect();
        Self { register, names, clusters, suggestions: Vec::new() }
    }

    fn suggest(mut self) -> Suggested {
        let mut pairs: Vec<(Reason, u32, u32)> = self
            .candidates()
            .into_iter()
            .filter_map(|(a, b)| {
                let often = Often(self.register.member(a).mentions, self.register.member(b).mentions);
                let of = |at: u32| (&*self.register.member(at).name, &self.names[at as usize]);
                reason(of(a), of(b), often).map(|reason| (reason, a, b))
            })
            .collect();
        // The surest reasons first: what they join may decide what is doubtful.
        sort_by(&mut pairs, |a, b| a.cmp(b));
        let further = pairs.partition_point(|(reason, ..)| *reason < Reason::FurtherName);
        for &(reason, a, b) in &pairs[..further] {
            self.join(a, b, reason);
        }
        self.join_unambiguous(&pairs[further..]);
        self.join_short_names();
        sort_by(&mut self.suggestions, |a, b| (a.a, a.b).cmp(&(b.a, b.b)));
        let identity = self.clusters.names(&self.register.members);
        Suggested { suggestions: self.suggestions, identity }
    }

    /// Pairs of names that share a key, in the plan's order.
    fn candidates(&self) -> Vec<(u32, u32)> {
        // For each name the last one that it was compared with.
        let mut seen = vec![u32::MAX; self.names.len()];
        let mut pairs = Vec::new();
        let mut lots = Lots::default();
        for (at, name) in (0..).zip(&self.names) {
            for key in keys(name) {
                let lot = lots.of(&key);
                for &other in &*lot {
                    if other != at && std::mem::replace(&mut seen[other as usize], at) != at {
                        pairs.push((other, at));
                    }
                }
                if lot.len() < MOST && lot.last() != Some(&at) {
                    lot.push(at);
                }
            }
        }
        pairs
    }

    /// Whether nothing speaks against these two being one person: they stand in no cell together, nobody said that they
    /// are two, and no given name of the one contradicts the other.
    fn may_join(&self, a: u32, b: u32) -> bool {
        let (left, right) = (self.clusters.of(a), self.clusters.of(b));
        let root = |at: u32| self.clusters.root[at as usize];
        let roots = [root(a), root(b)];
        roots[0] != roots[1]
            && left.len() + right.len() <= MOST
            && !self
                .register
                .different
                .iter()
                .any(|&(c, d)| roots == [root(c), root(d)] || roots == [root(d), root(c)])
            && left.iter().all(|&a| {
                right.iter().all(|&b| {
                    let (cells, names) = (&self.register.cells, &self.names);
                    !meet(&cells[a as usize], &cells[b as usize])
                        && !contradict(&names[a as usize], &names[b as usize])
                })
            })
    }

    fn join(&mut self, a: u32, b: u32, reason: Reason) {
        if self.may_join(a, b) {
            self.clusters.join(a, b);
            self.suggestions.push(Suggestion { a: a.min(b), b: a.max(b), reason });
        }
    }

    /// Joins pairs of which neither name is in a pair with somebody else besides.
    fn join_unambiguous(&mut self, pairs: &[(Reason, u32, u32)]) {
        const NONE: u32 = u32::MAX;
        const SEVERAL: u32 = u32::MAX - 1;
        let mut partners = vec![NONE; self.names.len()];
        let root = |clusters: &Clusters, at: u32| clusters.root[at as usize];
        for &(_, a, b) in pairs {
            for (one, other) in [(a, b), (b, a)] {
                let (one, other) = (root(&self.clusters, one), root(&self.clusters, other));
                let known = &mut partners[one as usize];
                *known = if *known == NONE || *known == other { other } else { SEVERAL };
            }
        }
        for &(reason, a, b) in pairs {
            if [a, b].iter().all(|&at| partners[root(&self.clusters, at) as usize] != SEVERAL) {
                self.join(a, b, reason);
            }
        }
    }

    /// Initials and surnames alone, where one person only can be meant.
    fn join_short_names(&mut self) {
        let mut bearers = Lots::default();
        for (at, name) in (0..).zip(&self.names) {
            if !name.surname.is_empty() {
                bearers.of(&name.surname).push(at);
            }
        }
        let is_short = |name: &Name| name.is_shortened();
        for reason in [Reason::Initials, Reason::SurnameAlone] {
            for at in 0..self.names.len() as u32 {
                let name = &self.names[at as usize];
                let fits: &dyn Fn(&Name) -> bool = match reason {
                    Reason::Initials if is_short(name) => {
                        &|other| !is_short(other) && has_initials(name, other)
                    }
                    Reason::SurnameAlone if name.given.is_empty() => &|other| !other.given.is_empty(),
                    _ => continue,
                };
                let others = bearers.of(&name.surname);
                let mut found = others.iter().filter(|&&other| fits(&self.names[other as usize]));
                let Some(&first) = found.next() else { continue };
                let root = |at: u32| self.clusters.root[at as usize];
                if found.all(|&other| root(other) == root(first)) {
                    self.join(first, at, reason);
                }
            }
        }
    }
}

/// Whether the given names of the one begin as the other's say, from the first on.
fn has_initials(short: &Name, full: &Name) -> bool {
    !full.given.is_empty()
        && short.given.len() <= full.given.len()
        && short.given.iter().zip(&full.given).all(|(short, full)| {
            if short.chars().count() == 1 { full.starts_with(short.as_str()) } else { short == full }
        })
}

/// Whether two lists in order have a number in common.
fn meet(a: &[u32], b: &[u32]) -> bool {
    // Looked up in the longer list, so that a name in every cell costs little beside one in few.
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    few.iter().any(|cell| many.binary_search(cell).is_ok())
}

/// The keys that names must share to be compared: their letters in either order; a given name with the surname less any
/// one letter; the surname with the given names less any one letter.
fn keys(name: &Name) -> Vec<String> {
    // A surname longer than any is no surname; and this keeps it linear.
    const LONGEST: usize = 30;
    if name.surname.is_empty() || name.given.is_empty() {
        return Vec::new();
    }
    let given = name.whole_given();
    let mut keys = vec![format!("={}|{}", given, name.surname), format!("+{}", name.words.join("|"))];
    if name.is_shortened() || name.surname.len() > LONGEST || given.len() > LONGEST {
        return keys;
    }
    // Doubled letters are the same key as plain ones, so that a slip beside one is still within reach.
    let (plain_surname, plain_given) = (plain(&name.surname), plain(&given));
    for surname in with_one_less(&plain_surname) {
        keys.push(format!("{plain_given}|{surname}"));
        if name.given.len() > 1 {
            keys.extend(name.given.iter().map(|given| format!("{}|{surname}", plain(given))));
        }
    }
    keys.extend(with_one_less(&plain_given).map(|given| format!("{given}#{}", name.surname)));
    keys
}

/// A word, and the word less any one of its letters.
fn with_one_less(word: &str) -> impl Iterator<Item = String> {
    let less = word.char_indices().map(|(at, c)| format!("{}{}", &word[..at], &word[at + c.len_utf8()..]));
    std::iter::once(word.to_owned()).chain(less)
}
