// SPDX-License-Identifier: AGPL-3.0-or-later
//! The lines of the table: objectives, and where they are grouped a line above each group, with what is in it.
//!
//! A line is found by its place without going through those before it. Never here: how a line looks.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::Grouping;
use crate::statistics::{Summary, Table};

/// A group of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The key that its objectives share; empty for those that state none.
    pub key: String,
    /// The figures of exactly its objectives.
    pub summary: Summary,
    /// Whether only its own line is shown.
    pub is_folded: bool,
    /// Its objectives in [`Lines::rows`].
    rows: Range<usize>,
    /// The place of its own line.
    line: usize,
}

/// A line of the table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Line<'l> {
    /// The line above a group.
    Group(&'l Group),
    /// An objective, by its place in the plan (from 0).
    Objective(u32),
}

/// All lines.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lines {
    /// The objectives in the order of the lines, those of folded groups too. In groups that overlap some are there
    /// several times.
    rows: Arc<Vec<u32>>,
    groups: Vec<Group>,
    len: usize,
}

impl Lines {
    /// Objectives one after the other.
    pub fn plain(rows: Arc<Vec<u32>>) -> Self {
        Self { len: rows.len(), rows, groups: Vec::new() }
    }

    /// Objectives in groups, in the order of their keys; in a group they keep the order that they come in.
    pub fn grouped(rows: &[u32], by: Grouping, folded: &BTreeSet<String>, table: &Table) -> Self {
        let (mut all, mut groups, mut len) = (Vec::with_capacity(rows.len()), Vec::new(), 0);
        for group in table.grouped(by.dimension(), rows) {
            let is_folded = folded.contains(&group.key);
            let start = all.len();
            all.extend(group.rows);
            let rows = start..all.len();
            let line = len;
            len += if is_folded { 1 } else { 1 + rows.len() };
            groups.push(Group { key: group.key, summary: group.summary, is_folded, rows, line });
        }
        Self { rows: Arc::new(all), groups, len }
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The groups; none where lines are not grouped.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// How many lines of groups there are before a place.
    pub fn groups_before(&self, at: usize) -> usize {
        self.groups.partition_point(|group| group.line < at)
    }

    /// The place of the last line of a group for which this holds; it holds for those at the beginning.
    pub fn group_before(&self, holds: impl Fn(usize) -> bool) -> Option<usize> {
        let first = self.groups.partition_point(|group| holds(group.line));
        Some(self.groups.get(first.checked_sub(1)?)?.line)
    }

    /// The line at a place.
    pub fn get(&self, at: usize) -> Option<Line<'_>> {
        if self.groups.is_empty() {
            return self.rows.get(at).copied().map(Line::Objective);
        }
        if at >= self.len {
            return None;
        }
        let group = self.groups.partition_point(|group| group.line <= at).checked_sub(1)?;
        let group = self.groups.get(group)?;
        match at - group.line {
            0 => Some(Line::Group(group)),
            n => self.rows.get(group.rows.start + n - 1).copied().map(Line::Objective),
        }
    }

    /// The place of the first line of an objective, where it has one.
    pub fn place_of(&self, objective: u32) -> Option<usize> {
        let at = self.rows.iter().position(|&row| row == objective);
        if self.groups.is_empty() {
            return at;
        }
        // It may be in a folded group, and in an open one further on.
        let open = self.groups.iter().filter(|group| !group.is_folded);
        open.into_iter().find_map(|group| {
            let rows = self.rows.get(group.rows.clone())?;
            Some(group.line + 1 + rows.iter().position(|&row| row == objective)?)
        })
    }

    /// Every objective once, in the order of the lines.
    pub fn objectives(&self) -> Arc<Vec<u32>> {
        if self.groups.is_empty() {
            return self.rows.clone();
        }
        let most = self.rows.iter().max().map_or(0, |&most| most as usize + 1);
        let mut seen = vec![false; most];
        let is_first = |row: &&u32| !std::mem::replace(&mut seen[**row as usize], true);
        Arc::new(self.rows.iter().filter(is_first).copied().collect())
    }
}
