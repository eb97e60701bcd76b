// SPDX-License-Identifier: AGPL-3.0-or-later
//! The loops that go through every row of a table at a step of a filter: columns of whole numbers in, counts out.
//!
//! A package of its own, so that these few loops are compiled for speed and all around them for size (see the profiles in
//! `Cargo.toml`). Nothing here is generic for its callers: a generic function is compiled where it is called. Never here:
//! what a number means, an allocation per row, a panic. A number that is out of range counts nowhere.

/// A column of numbers that crossed as bytes.
pub fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks().0.iter().map(|number| u32::from_le_bytes(*number)).collect()
}

/// The same of large numbers.
pub fn large_numbers(bytes: &[u8]) -> Vec<i64> {
    bytes.as_chunks().0.iter().map(|number| i64::from_le_bytes(*number)).collect()
}

/// In which groups each row is.
#[derive(Debug, Clone, Copy)]
pub enum Groups<'c> {
    /// All in one.
    All,
    /// Each in one of a few.
    Bytes(&'c [u8]),
    /// Each in one.
    One(&'c [u32]),
    /// Each in any number of them: its list begins at its place in `starts`, and ends where the next begins.
    Lists {
        /// Where the list of each row begins; one more entry than rows.
        starts: &'c [u32],
        /// The lists, one after the other.
        numbers: &'c [u32],
    },
}

/// Hands each row with each of its groups to `add`.
#[inline(always)]
fn each(rows: &[u32], groups: Groups<'_>, mut add: impl FnMut(usize, usize)) {
    let rows = rows.iter().map(|&row| row as usize);
    match groups {
        Groups::All => rows.for_each(|row| add(row, 0)),
        Groups::Bytes(column) => rows.for_each(|row| {
            if let Some(&group) = column.get(row) {
                add(row, group as usize);
            }
        }),
        Groups::One(column) => rows.for_each(|row| {
            if let Some(&group) = column.get(row) {
                add(row, group as usize);
            }
        }),
        Groups::Lists { starts, numbers } => rows.for_each(|row| {
            if let (Some(&start), Some(&end)) = (starts.get(row), starts.get(row + 1))
                && let Some(list) = numbers.get(start as usize..end as usize)
            {
                list.iter().for_each(|&group| add(row, group as usize));
            }
        }),
    }
}

/// Which rows are in each group, the other way round than [`Groups`] has it.
#[derive(Debug)]
pub struct Members {
    /// Where the rows of each group begin; one more entry than groups.
    starts: Vec<u32>,
    /// The rows of one group after the other, each in their order.
    rows: Vec<u32>,
}

impl Members {
    /// Of so many rows, in so many groups.
    #[inline(never)]
    pub fn new(rows: usize, groups: Groups<'_>, number: usize) -> Self {
        let all: Vec<u32> = (0..rows as u32).collect();
        // Where each group ends, then where it begins, as its rows are put before its end from the last to the first.
        let mut starts = vec![0; number + 1];
        each(&all, groups, |_, group| {
            if let Some(count) = starts.get_mut(group) {
                *count += 1;
            }
        });
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        let mut rows = vec![0; end as usize];
        for row in all.iter().rev() {
            each(std::slice::from_ref(row), groups, |_, group| {
                if let Some(start) = starts[..number].get_mut(group) {
                    *start -= 1;
                    rows[*start as usize] = *row;
                }
            });
        }
        Self { starts, rows }
    }

    /// The rows of a group.
    pub fn of(&self, group: usize) -> &[u32] {
        match self.starts.get(group..) {
            Some(&[start, end, ..]) => self.rows.get(start as usize..end as usize).unwrap_or_default(),
            _ => &[],
        }
    }
}

/// Whether rows are added or taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Added.
    Adding,
    /// Taken away, after they were added.
    Taking,
}

/// Counts rows by group and code: `counts` has `width` cells for each group, one for each code.
#[inline(never)]
pub fn count(rows: &[u32], groups: Groups<'_>, codes: &[u32], width: usize, by: By, counts: &mut [u32]) {
    let by = if by == By::Adding { 1 } else { u32::MAX };
    each(rows, groups, |row, group| {
        if let Some(&code) = codes.get(row)
            && let Some(count) = counts.get_mut(group * width + code as usize)
        {
            *count = count.wrapping_add(by);
        }
    });
}

/// Counts rows by group, and of them those that are marked.
#[inline(never)]
pub fn count_marked(rows: &[u32], groups: Groups<'_>, marks: &[bool], counts: &mut [(u32, u32)]) {
    each(rows, groups, |row, group| {
        if let Some(&is_marked) = marks.get(row)
            && let Some((all, marked)) = counts.get_mut(group)
        {
            *all += 1;
            *marked += u32::from(is_marked);
        }
    });
}

/// Marks these of so many rows, and no others.
#[inline(never)]
pub fn marks(rows: &[u32], of: usize, marks: &mut Vec<bool>) {
    marks.clear();
    marks.resize(of, false);
    for &row in rows {
        if let Some(mark) = marks.get_mut(row as usize) {
            *mark = true;
        }
    }
}

/// How many of these rows are marked.
#[inline(never)]
pub fn marked(rows: &[u32], marks: &[bool]) -> usize {
    rows.iter().map(|&row| usize::from(marks.get(row as usize) == Some(&true))).sum()
}

/// Sums two values of each row by group.
#[inline(never)]
pub fn sum(rows: &[u32], groups: Groups<'_>, values: &[[u64; 2]], by: By, sums: &mut [[u64; 2]]) {
    match by {
        By::Adding => sum_by(rows, groups, values, sums, u64::wrapping_add),
        By::Taking => sum_by(rows, groups, values, sums, u64::wrapping_sub),
    }
}

/// The same for values that need more room.
#[inline(never)]
pub fn sum_wide(rows: &[u32], groups: Groups<'_>, values: &[[u128; 2]], by: By, sums: &mut [[u128; 2]]) {
    match by {
        By::Adding => sum_by(rows, groups, values, sums, u128::wrapping_add),
        By::Taking => sum_by(rows, groups, values, sums, u128::wrapping_sub),
    }
}

#[inline(always)]
fn sum_by<T: Copy>(
    rows: &[u32],
    groups: Groups<'_>,
    values: &[[T; 2]],
    sums: &mut [[T; 2]],
    add: impl Fn(T, T) -> T,
) {
    each(rows, groups, |row, group| {
        if let (Some(&[one, other]), Some(sum)) = (values.get(row), sums.get_mut(group)) {
            *sum = [add(sum[0], one), add(sum[1], other)];
        }
    });
}

/// Notes in the mask of each row whether one of its groups is marked: `bits` has what is noted of rows of which none is,
/// and of those of which one is.
#[inline(never)]
pub fn mark(masks: &mut [u16], groups: Groups<'_>, marks: &[bool], bits: [u16; 2]) {
    let bits_of = |is_marked: bool| if is_marked { bits[1] } else { bits[0] };
    let is_marked = |group: usize| marks.get(group).copied().unwrap_or(false);
    match groups {
        Groups::All => masks.iter_mut().for_each(|mask| *mask |= bits_of(is_marked(0))),
        Groups::Bytes(column) => {
            for (mask, &group) in masks.iter_mut().zip(column) {
                *mask |= bits_of(is_marked(group as usize));
            }
        }
        Groups::One(column) => {
            for (mask, &group) in masks.iter_mut().zip(column) {
                *mask |= bits_of(is_marked(group as usize));
            }
        }
        Groups::Lists { starts, numbers } => {
            for (mask, ends) in masks.iter_mut().zip(starts.windows(2)) {
                let list = numbers.get(ends[0] as usize..ends[1] as usize).unwrap_or_default();
                *mask |= bits_of(list.iter().any(|&group| is_marked(group as usize)));
            }
        }
    }
}

/// Notes the same of these rows anew, and lists those whose masks were the same as `before` and no longer are. A row may be
/// among them several times.
#[inline(never)]
pub fn mark_anew(
    rows: &[u32],
    groups: Groups<'_>,
    marks: &[bool],
    bits: [u16; 2],
    before: &[u16],
    masks: &mut [u16],
    changed: &mut Vec<u32>,
) {
    let is_marked = |group: &u32| marks.get(*group as usize).copied().unwrap_or(false);
    let is_one_marked = |row: usize| match groups {
        Groups::All => is_marked(&0),
        Groups::Bytes(column) => column.get(row).is_some_and(|&group| is_marked(&group.into())),
        Groups::One(column) => column.get(row).is_some_and(is_marked),
        Groups::Lists { starts, numbers } => match starts.get(row..) {
            Some(&[start, end, ..]) => {
                numbers.get(start as usize..end as usize).unwrap_or_default().iter().any(is_marked)
            }
            _ => false,
        },
    };
    for &row in rows {
        let at = row as usize;
        if let (Some(mask), Some(before)) = (masks.get_mut(at), before.get(at)) {
            let noted = bits[usize::from(is_one_marked(at))];
            let now = *mask & !(bits[0] | bits[1]) | noted;
            if now != *mask && *mask == *before {
                changed.push(row);
            }
            *mask = now;
        }
    }
}

/// Takes bits out of all masks.
#[inline(never)]
pub fn clear(masks: &mut [u16], bits: u16) {
    masks.iter_mut().for_each(|mask| *mask &= !bits);
}

/// How many masks are looked at together: rows that are of interest are few, or neighbours.
const TOGETHER: usize = 16;

/// Lists the rows whose masks differ.
#[inline(never)]
pub fn differing(before: &[u16], now: &[u16], rows: &mut Vec<u32>) {
    rows.clear();
    for (chunk, (before, now)) in before.chunks(TOGETHER).zip(now.chunks(TOGETHER)).enumerate() {
        if before != now {
            let first = (chunk * TOGETHER) as u32;
            let differ = before.iter().zip(now).zip(first..).filter(|((before, now), _)| before != now);
            rows.extend(differ.map(|(_, row)| row));
        }
    }
}

/// Lists the rows that have no bits but forgiven ones.
#[inline(never)]
pub fn within(masks: &[u16], forgiven: u16, rows: &mut Vec<u32>) {
    rows.clear();
    // Making room once is less than moving what was listed again and again.
    rows.reserve(masks.iter().map(|mask| usize::from(mask & !forgiven == 0)).sum());
    for (chunk, masks) in masks.chunks(TOGETHER).enumerate() {
        if masks.iter().any(|mask| mask & !forgiven == 0) {
            let first = (chunk * TOGETHER) as u32;
            rows.extend(
                masks.iter().zip(first..).filter(|(mask, _)| *mask & !forgiven == 0).map(|(_, row)| row),
            );
        }
    }
}

/// Of the rows whose masks changed, lists those that have come to have no bits but forgiven ones, and those that have
/// ceased to.
#[inline(never)]
pub fn moved(
    changed: &[u32],
    before: &[u16],
    now: &[u16],
    forgiven: u16,
    gained: &mut Vec<u32>,
    lost: &mut Vec<u32>,
) {
    gained.clear();
    lost.clear();
    for &row in changed {
        if let (Some(before), Some(now)) = (before.get(row as usize), now.get(row as usize)) {
            match (before & !forgiven == 0, now & !forgiven == 0) {
                (false, true) => gained.push(row),
                (true, false) => lost.push(row),
                _ => {}
            }
        }
    }
}

/// Lists the codes of which there are any, with how many.
#[inline(never)]
pub fn counted(counts: &[u32], found: &mut Vec<(u32, u32)>) {
    found.clear();
    for (chunk, counts) in counts.chunks(TOGETHER).enumerate() {
        if counts.iter().any(|&count| count != 0) {
            let first = (chunk * TOGETHER) as u32;
            found.extend((first..).zip(counts.iter().copied()).filter(|&(_, count)| count != 0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_and_taken_away_leaves_nothing() {
        let lists = Groups::Lists { starts: &[0, 2, 2, 3], numbers: &[0, 1, 1] };
        let (codes, values) = ([1, 0, 1], [[1, 10], [2, 20], [3, 30]]);
        let (mut counts, mut sums) = ([0; 4], [[0; 2]; 2]);
        count(&[0, 1, 2], lists, &codes, 2, By::Adding, &mut counts);
        sum(&[0, 1, 2], lists, &values, By::Adding, &mut sums);
        assert_eq!((counts, sums), ([0, 1, 0, 2], [[1, 10], [4, 40]]));
        count(&[0, 1, 2], lists, &codes, 2, By::Taking, &mut counts);
        sum(&[0, 1, 2], lists, &values, By::Taking, &mut sums);
        assert_eq!((counts, sums), ([0; 4], [[0; 2]; 2]));
    }

    #[test]
    fn of_each_group_it_is_counted_how_many_are_marked() {
        let lists = Groups::Lists { starts: &[0, 2, 2, 3], numbers: &[0, 1, 1] };
        let mut marked_rows = vec![true; 7];
        marks(&[0, 9], 3, &mut marked_rows);
        assert_eq!(marked_rows, [true, false, false]);
        let mut counts = [(0, 0); 2];
        count_marked(&[0, 1, 2, 3], lists, &marked_rows, &mut counts);
        assert_eq!(counts, [(1, 1), (2, 1)]);
        assert_eq!(marked(&[0, 0, 2, 9, u32::MAX], &marked_rows), 2);
    }

    #[test]
    fn rows_are_found_wherever_they_stand() {
        let masks: Vec<u16> = (0..100).map(|row| [0, 1, 2, 3][row % 4]).collect();
        let mut rows = Vec::new();
        within(&masks, 2, &mut rows);
        assert_eq!(rows, (0..100).filter(|row| row % 4 % 2 == 0).collect::<Vec<u32>>());
        let mut now = masks.clone();
        now[99] = 0;
        now[16] = 1;
        differing(&masks, &now, &mut rows);
        assert_eq!(rows, [16, 99]);
        let (mut gained, mut lost) = (Vec::new(), Vec::new());
        moved(&rows, &masks, &now, 0, &mut gained, &mut lost);
        assert_eq!((gained, lost), (vec![99], vec![16]));
    }

    #[test]
    fn rows_are_marked_anew_as_all_are_marked() {
        let lists = Groups::Lists { starts: &[0, 2, 2, 3, 5], numbers: &[0, 1, 1, 7, 2] };
        for groups in [lists, Groups::One(&[2, 0, 9, 1]), Groups::Bytes(&[0, 1, 2, 1]), Groups::All] {
            let members = Members::new(4, groups, 3);
            for (was, is) in
                [([true, false, false], [true, true, false]), ([false, true, true], [true, false, true])]
            {
                let mut before = [4; 4];
                mark(&mut before, groups, &was, [1, 2]);
                let (mut masks, mut changed) = (before, Vec::new());
                for group in (0..3).filter(|&group| was[group] != is[group]) {
                    mark_anew(members.of(group), groups, &is, [1, 2], &before, &mut masks, &mut changed);
                }
                let (mut all, mut differ) = ([4; 4], Vec::new());
                mark(&mut all, groups, &is, [1, 2]);
                differing(&before, &all, &mut differ);
                changed.sort_unstable();
                assert_eq!((masks, changed), (all, differ));
            }
        }
    }

    #[test]
    fn members_are_the_rows_of_each_group_in_their_order() {
        let lists = Groups::Lists { starts: &[0, 2, 2, 3, 5], numbers: &[0, 1, 1, 7, 2] };
        let members = Members::new(4, lists, 3);
        assert_eq!([0, 1, 2, 3].map(|group| members.of(group)), [&[0][..], &[0, 2], &[3], &[]]);
    }

    #[test]
    fn numbers_out_of_range_count_nowhere() {
        let mut counts = [0; 2];
        count(&[0, 7], Groups::One(&[5]), &[0], 2, By::Adding, &mut counts);
        assert_eq!(counts, [0; 2]);
        let mut masks = [0; 2];
        mark(&mut masks, Groups::Bytes(&[9, 0]), &[true], [1, 2]);
        assert_eq!(masks, [1, 2]);
    }
}
