// SPDX-License-Identifier: AGPL-3.0-or-later
//! The tables of counts from which all figures follow, one for each figure by what it is grouped by and which filters it
//! ignores; kept from step to step, where only the rows that came or went are counted.
//!
//! Whole numbers only, so that what is added and taken away again leaves nothing, to the last bit. Never here: which rows
//! pass which filters.

use traguardi_kernel::{By, Groups, count, counted, moved, sum, sum_wide, within};

use super::codes::{Codes, GAP_CODES, KEPT_LEFT_OUT, Weighted};
use super::failed::bit;
use super::selection::Dimension;
use super::table::{STRATEGIC, Table};

/// What is counted of the rows of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// All that a [`Summary`](super::Summary) takes.
    Summary,
    /// How many there are of each code.
    Codes,
    /// Pairs of ranges.
    Gap,
    /// Sets of kinds that were found.
    Found,
    /// Whether it was done by its deadline.
    Kept,
}

/// Which table of counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Selected,
    Mission,
    Programme,
    Person,
    Strategic,
    Year,
    Status,
    Distribution,
    Finding,
    StatusByMission,
    StatusByOffice,
    Gap,
    Due,
    Completed,
}

impl Which {
    const ALL: [Self; 14] = [
        Self::Selected,
        Self::Mission,
        Self::Programme,
        Self::Person,
        Self::Strategic,
        Self::Year,
        Self::Status,
        Self::Distribution,
        Self::Finding,
        Self::StatusByMission,
        Self::StatusByOffice,
        Self::Gap,
        Self::Due,
        Self::Completed,
    ];

    /// What is counted, by what, and the filters of which dimensions are ignored.
    fn is(self) -> (What, Option<Dimension>, &'static [Dimension]) {
        use Dimension as D;
        match self {
            Self::Selected => (What::Summary, None, &[]),
            Self::Mission => (What::Summary, Some(D::Mission), &[D::Mission]),
            Self::Programme => (What::Summary, Some(D::Programme), &[D::Programme]),
            Self::Person => (What::Summary, Some(D::Person), &[D::Person]),
            Self::Strategic => (What::Summary, Some(D::Strategic), &[D::Strategic]),
            Self::Year => (What::Summary, Some(D::Year), &[D::Year]),
            Self::Status => (What::Codes, None, &[D::Status]),
            Self::Distribution => (What::Codes, None, &[D::Degree]),
            Self::Finding => (What::Found, None, &[D::Finding]),
            Self::StatusByMission => (What::Codes, Some(D::Mission), &[D::Mission, D::Status]),
            Self::StatusByOffice => (What::Codes, Some(D::Office), &[D::Office, D::Status]),
            Self::Gap => (What::Gap, None, &[D::Degree, D::Staff]),
            Self::Due => (What::Kept, Some(D::Deadline), &[D::Deadline, D::Completed]),
            Self::Completed => (What::Kept, Some(D::Completed), &[D::Deadline, D::Completed]),
        }
    }
}

/// Sums of weights and of weighted degrees, for each group.
#[derive(Debug, Clone)]
pub(super) enum Sums {
    None,
    Narrow(Vec<[u64; 2]>),
    Wide(Vec<[u128; 2]>),
}

/// A table of counts.
#[derive(Debug)]
pub(super) struct Slot {
    what: What,
    by: Option<Dimension>,
    /// The bits of the dimensions whose filters it ignores.
    ignores: u16,
    pub groups: usize,
    pub width: usize,
    /// For each group how many rows there are of each code.
    pub counts: Vec<u32>,
    /// For each group how many rows there are of each staff percentage.
    pub staff: Vec<u32>,
    pub sums: Sums,
    /// How many rows are counted.
    rows: usize,
    /// The counts of all rows, from which to take away where few are missing. Nothing until they were counted.
    whole: Option<Box<Cells>>,
}

/// What a table counts.
type Cells = (Vec<u32>, Vec<u32>, Sums);

/// All of them.
#[derive(Debug)]
pub(super) struct Slots {
    slots: Vec<Slot>,
    // Lists of rows, kept so that a step allocates nothing.
    gained: Vec<u32>,
    lost: Vec<u32>,
}

/// How many cells they may have together: 8 MB of counts.
const MOST_CELLS: usize = 1 << 21;

impl Slots {
    /// Empty ones, for a table and its codes; `None` where they would be too large.
    pub fn new(table: &Table, codes: &Codes) -> Option<Self> {
        let slots: Vec<Slot> = Which::ALL.iter().map(|which| Slot::new(*which, table, codes)).collect();
        let cells: usize = slots.iter().map(Slot::cells).sum();
        if cells > MOST_CELLS {
            return None;
        }
        let slots = slots.into_iter().map(|slot| slot.emptied(codes)).collect();
        Some(Self { slots, gained: Vec::new(), lost: Vec::new() })
    }

    pub fn slot(&self, which: Which) -> &Slot {
        &self.slots[which as usize]
    }

    /// Counts the rows that came and goes back on those that went. `changed` are the rows whose masks changed, `active`
    /// has the bits that any mask has, before or now.
    pub fn update(
        &mut self,
        table: &Table,
        codes: &Codes,
        (before, now): (&[u16], &[u16]),
        changed: &[u32],
        active: u16,
    ) {
        let Self { slots, gained, lost } = self;
        // Those that ignore nothing of what is filtered have the same rows.
        let mut ignored: Vec<u16> = Vec::new();
        for slot in slots.iter() {
            let ignores = slot.ignores & active;
            if !ignored.contains(&ignores) {
                ignored.push(ignores);
            }
        }
        for ignores in ignored {
            moved(changed, before, now, ignores, gained, lost);
            let alike = || move |slot: &&mut Slot| slot.ignores & active == ignores;
            let Some(counted) = slots.iter().find(|slot| slot.ignores & active == ignores) else { continue };
            let left = counted.rows + gained.len() - lost.len();
            let (moves, missing, all) = (gained.len() + lost.len(), now.len() - left, now.len());
            // Counting anew what is left, or taking what is missing away from the whole, may be less, though both look for
            // their rows among all.
            let look = all / 16;
            let is_whole_known = slots.iter_mut().filter(alike()).all(|slot| slot.whole.is_some());
            let from_whole = is_whole_known && missing + look < moves.min(left + look);
            let anew = !from_whole && left + look < moves;
            if from_whole {
                gained.clear();
                lost.clear();
                lost.extend((0..).zip(now).filter(|(_, mask)| **mask & !ignores != 0).map(|(row, _)| row));
            } else if anew {
                within(now, ignores, gained);
                lost.clear();
            }
            for slot in slots.iter_mut().filter(alike()) {
                if from_whole {
                    slot.fill_with_whole();
                } else if anew {
                    slot.empty();
                }
                slot.add(gained, By::Adding, table, codes);
                slot.add(lost, By::Taking, table, codes);
                slot.rows = left;
                if left == all && slot.whole.is_none() {
                    slot.whole = Some(Box::new((slot.counts.clone(), slot.staff.clone(), slot.sums.clone())));
                }
            }
        }
    }
}

impl Slot {
    /// A table without its cells.
    fn new(which: Which, table: &Table, codes: &Codes) -> Self {
        let columns = &*table.columns;
        let (what, by, ignored) = which.is();
        // Without staff percentages, codes say all of the pairs.
        let what = if what == What::Gap && codes.gap.is_empty() { What::Codes } else { what };
        let groups = match by {
            None => 1,
            Some(Dimension::Strategic) => STRATEGIC.len(),
            Some(Dimension::Office) if !columns.offices.name_any() => 0,
            Some(dimension) => table.keys(dimension).map_or(0, |keys| keys.len()),
        };
        let width = match what {
            What::Summary | What::Codes => codes.codes.len(),
            What::Gap => GAP_CODES,
            What::Found => codes.kinds.len(),
            What::Kept if codes.kept.is_empty() => 0,
            What::Kept => KEPT_LEFT_OUT as usize + 1,
        };
        let staff_width = if what == What::Summary { codes.staff_width(table) } else { 0 };
        let ignores = ignored.iter().fold(0, |bits, &dimension| bits | bit(dimension));
        // As many cells as it will have, not yet there.
        let (counts, staff) = (Vec::new(), vec![0; staff_width]);
        Self { what, by, ignores, groups, width, counts, staff, sums: Sums::None, rows: 0, whole: None }
    }

    fn cells(&self) -> usize {
        self.groups * (self.width + self.staff.len())
    }

    /// The same with its cells.
    fn emptied(mut self, codes: &Codes) -> Self {
        self.counts = vec![0; self.groups * self.width];
        self.staff = vec![0; self.groups * self.staff.len()];
        if self.what == What::Summary {
            self.sums = match codes.weighted {
                Weighted::None => Sums::None,
                Weighted::Narrow { .. } => Sums::Narrow(vec![[0; 2]; self.groups]),
                Weighted::Wide(_) => Sums::Wide(vec![[0; 2]; self.groups]),
            };
        }
        self
    }

    fn empty(&mut self) {
        self.counts.fill(0);
        self.staff.fill(0);
        match &mut self.sums {
            Sums::None => {}
            Sums::Narrow(sums) => sums.fill([0; 2]),
            Sums::Wide(sums) => sums.fill([0; 2]),
        }
    }

    fn fill_with_whole(&mut self) {
        if let Some(whole) = &self.whole {
            self.counts.clone_from(&whole.0);
            self.staff.clone_from(&whole.1);
            self.sums.clone_from(&whole.2);
        }
    }

    fn add(&mut self, rows: &[u32], by: By, table: &Table, codes: &Codes) {
        if rows.is_empty() || self.groups * self.width == 0 {
            return;
        }
        let groups = self.by.and_then(|by| table.groups(by)).unwrap_or(Groups::All);
        let column = match self.what {
            What::Summary | What::Codes => &codes.row,
            What::Gap => &codes.gap,
            What::Found => &codes.found,
            What::Kept => &codes.kept,
        };
        count(rows, groups, column, self.width, by, &mut self.counts);
        if !self.staff.is_empty() {
            count(rows, groups, &codes.staff, self.staff.len() / self.groups, by, &mut self.staff);
        }
        match (&mut self.sums, &codes.weighted) {
            (Sums::Narrow(sums), Weighted::Narrow { values, .. }) => sum(rows, groups, values, by, sums),
            (Sums::Wide(sums), Weighted::Wide(values)) => sum_wide(rows, groups, values, by, sums),
            _ => {}
        }
    }

    /// The codes of which a group has rows, with how many.
    pub fn counted(&self, group: usize, found: &mut Vec<(u32, u32)>) {
        counted(&self.counts[group * self.width..][..self.width], found);
    }

    /// The same of staff percentages.
    pub fn counted_staff(&self, group: usize, found: &mut Vec<(u32, u32)>) {
        let width = self.staff.len() / self.groups.max(1);
        counted(&self.staff[group * width..][..width], found);
    }
}
