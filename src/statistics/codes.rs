// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is counted of each objective as small whole numbers, so that counting rows is adding one to a cell of a table, and
//! every figure follows from the cells.
//!
//! The code of a row says how it went, whether it is strategic, corrected, left out, and its degree: plans have few
//! degrees, and so few codes. Sums and medians of degrees follow from how many rows each code has, exactly. Never here:
//! which rows are counted. A plan of so many different values that the tables would be large has no codes; its figures
//! are computed row by row (see `tally`).

use rustc_hash::FxHashMap;

use super::figures::Distribution;
use super::table::Table;
use super::tally::UNKNOWN;
use crate::reading::Status;

/// What a code stands for. Codes ascend with the degree; those without one come last.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Code {
    pub status: Status,
    pub strategic: bool,
    pub left_out: bool,
    pub stand_in: bool,
    pub corrected: bool,
    /// Whether it has both a weight and a degree.
    pub weighted: bool,
    /// The rank of the degree.
    pub degree: u32,
}

/// Weights and weighted degrees of rows, in 64 bits each where their sums over the whole plan fit in them.
#[derive(Debug)]
pub(super) enum Weighted {
    None,
    Narrow { values: Vec<[u64; 2]>, shifts: [u32; 2] },
    Wide(Vec<[u128; 2]>),
}

/// The columns of codes.
#[derive(Debug)]
pub(super) struct Codes {
    pub codes: Vec<Code>,
    /// The code of each row.
    pub row: Vec<u32>,
    /// The rank of the staff percentage of each row, else one more than the greatest. Empty where no row has one.
    pub staff: Vec<u32>,
    /// The pair of ranges of each row, as [`gap_code`] numbers them. Empty where no row has a staff percentage.
    pub gap: Vec<u32>,
    /// What was found in each row, as a place in `kinds`. Empty where nobody looked.
    pub found: Vec<u32>,
    pub kinds: Vec<u32>,
    /// Whether each row was done by its deadline, else [`KEPT_LEFT_OUT`]. Empty where no row states a date.
    pub kept: Vec<u32>,
    pub weighted: Weighted,
}

/// How many different codes there may be.
const MOST_CODES: usize = 1 << 16;

/// The number of what the method leaves out, where others have a place in [`Month::due_kept`](super::Month).
pub(super) const KEPT_LEFT_OUT: u32 = 3;

/// How many pairs of ranges [`gap_code`] tells apart: those with both, those that lack one or both, what is left out.
pub(super) const GAP_CODES: usize = 12 * 12 * 3 + 4;

/// The number of a degree and a staff percentage: which ranges they are in, and which is greater.
fn gap_code(degree: Option<f64>, staff: Option<f64>) -> usize {
    match (degree, staff) {
        (Some(degree), Some(staff)) => {
            let order = (degree.total_cmp(&staff) as i8 + 1) as usize;
            (Distribution::bin_of(degree) * 12 + Distribution::bin_of(staff)) * 3 + order
        }
        (None, Some(_)) => GAP_CODES - 4,
        (Some(_), None) => GAP_CODES - 3,
        (None, None) => GAP_CODES - 2,
    }
}

impl Codes {
    /// The codes of a table; `None` where there are too many.
    pub fn new(table: &Table) -> Option<Self> {
        let columns = &*table.columns;
        let rows = table.len();
        let staff_column = &columns.staff;
        let states_staff = !staff_column.values.is_empty();
        let ranks = table.degree.values.len() + 1;
        if ranks.max(staff_column.values.len()) > MOST_CODES {
            return None;
        }
        // Numbered with gaps first, one for each degree and each of what else there can be.
        let wide = |at: usize| -> usize {
            let rank = (table.degree.ranks[at] as usize).min(ranks - 1);
            let weighted = columns.weight.get(at).is_some_and(|&weight| weight != 0) && rank + 1 < ranks;
            let flags = [
                columns.strategic[at] == 0,
                table.left_out[at],
                table.stand_in[at],
                table.corrected[at],
                weighted,
            ];
            let flags = flags.iter().fold(0, |bits, &flag| bits << 1 | usize::from(flag));
            (rank << 5 | flags) * Status::ALL.len() + table.status[at] as usize
        };
        let mut numbers = vec![UNKNOWN; (ranks << 5) * Status::ALL.len()];
        let mut row: Vec<u32> = (0..rows).map(|at| wide(at) as u32).collect();
        row.iter().for_each(|&code| numbers[code as usize] = 0);
        let mut codes = Vec::new();
        for (wide, number) in numbers.iter_mut().enumerate().filter(|(_, number)| **number == 0) {
            *number = codes.len() as u32;
            let (rest, status) = (wide / Status::ALL.len(), Status::ALL[wide % Status::ALL.len()]);
            let flag = |bit: usize| rest >> bit & 1 == 1;
            let rank = rest >> 5;
            codes.push(Code {
                status,
                strategic: flag(4),
                left_out: flag(3),
                stand_in: flag(2),
                corrected: flag(1),
                weighted: flag(0),
                degree: if rank + 1 < ranks { rank as u32 } else { UNKNOWN },
            });
        }
        row.iter_mut().for_each(|code| *code = numbers[*code as usize]);
        let unknown_staff = staff_column.values.len() as u32;
        let staff_of = |at: usize| match table.left_out[at] {
            true => unknown_staff,
            false => staff_column.ranks[at].min(unknown_staff),
        };
        let staff: Vec<u32> = if states_staff { (0..rows).map(staff_of).collect() } else { Vec::new() };
        let gap_of = |at: usize| {
            let value = |values: &[f64], rank: u32| values.get(rank as usize).copied();
            let degree = value(&table.degree.values, table.degree.ranks[at]);
            let code = gap_code(degree, value(&staff_column.values, staff_column.ranks[at]));
            if table.left_out[at] { GAP_CODES as u32 - 1 } else { code as u32 }
        };
        let gap = if states_staff { (0..rows).map(gap_of).collect() } else { Vec::new() };
        let kept_of = |at: usize| {
            if table.left_out[at] { KEPT_LEFT_OUT } else { u32::from(columns.times.kept[at]) }
        };
        let states_dates = columns.times.months.name_any();
        let kept = if states_dates { (0..rows).map(kept_of).collect() } else { Vec::new() };
        let (found, kinds) = found(&table.found.rows)?;
        let weighted = Weighted::new(table, &codes, &row);
        Some(Self { codes, row, staff, gap, found, kinds, kept, weighted })
    }

    /// How many different ranks of staff percentages there are, one for those without.
    pub fn staff_width(&self, table: &Table) -> usize {
        if self.staff.is_empty() { 0 } else { table.columns.staff.values.len() + 1 }
    }
}

/// The different sets of kinds that were found in rows, and for each row which.
fn found(rows: &[u32]) -> Option<(Vec<u32>, Vec<u32>)> {
    let mut numbers = FxHashMap::<u32, u32>::default();
    let mut kinds = Vec::new();
    let number = |&found: &u32| {
        *numbers.entry(found).or_insert_with(|| {
            kinds.push(found);
            kinds.len() as u32 - 1
        })
    };
    let rows = rows.iter().map(number).collect();
    (kinds.len() <= MOST_CODES).then_some((rows, kinds))
}

impl Weighted {
    fn new(table: &Table, codes: &[Code], row: &[u32]) -> Self {
        let weights = &table.columns.weight;
        if weights.is_empty() {
            return Self::None;
        }
        let parts = || {
            row.iter().zip(weights).map(|(&code, &weight)| {
                let code = codes[code as usize];
                let degree = table.degree.fixed.get(code.degree as usize).copied().unwrap_or(0);
                if code.weighted { [weight as u64, degree as u64] } else { [0, 0] }
            })
        };
        // Without the zeros at their ends, which all have, the numbers are mostly small.
        let (mut weight_bits, mut degree_bits) = (0, 0);
        parts().for_each(|[weight, degree]| {
            (weight_bits, degree_bits) = (weight_bits | weight, degree_bits | degree)
        });
        let [by, degree_by] = [weight_bits, degree_bits].map(|bits: u64| bits.trailing_zeros() & 63);
        let narrow = |[weight, degree]: [u64; 2]| [weight >> by, degree >> degree_by].map(u128::from);
        let mut sums = [0_u128; 2];
        for parts in parts() {
            let [weight, degree] = narrow(parts);
            sums = [sums[0] + weight, sums[1] + weight * degree];
        }
        if sums.iter().all(|&sum| sum <= u128::from(u64::MAX)) {
            let value = |[weight, degree]: [u64; 2]| [weight >> by, (weight >> by) * (degree >> degree_by)];
            return Self::Narrow { values: parts().map(value).collect(), shifts: [by, by + degree_by] };
        }
        let value = |parts: [u64; 2]| {
            let [weight, degree] = parts.map(u128::from);
            [weight, weight * degree]
        };
        Self::Wide(parts().map(value).collect())
    }
}
