// SPDX-License-Identifier: AGPL-3.0-or-later
//! Figures on their way out and in: counts as they are, means by their sums where these are whole.
//!
//! Never here: which figures go out (see `aggregates`).

use super::WireError;
use super::read::{kind_and_state, method as read_method, year as read_year};
use super::reader::Reader;
use super::write::{kind_and_state as write_kind_and_state, method as write_method};
use super::writer::Writer;
use crate::plan::{MissionCode, Percent, Year};
use crate::reading::Status;
use crate::share::{Aggregates, Part};
use crate::statistics::{Distribution, Measure, StatusCounts, Summary, WeightedMean};

type Result<T> = std::result::Result<T, WireError>;

/// Writes figures.
pub fn write<'p>(writer: &mut Writer<'p>, aggregates: &'p Aggregates) {
    let Aggregates { year, kind, state, method, whole, distribution, by_mission, by_strategic, by_year } =
        aggregates;
    writer.number(of_year(*year));
    write_kind_and_state(writer, kind.as_ref(), *state);
    write_method(writer, Some(method));
    summary(writer, whole);
    let Distribution { bins, unknown } = distribution;
    counts(writer, bins);
    writer.number(*unknown);
    parts(writer, by_mission, |key| key.map_or(0, |code| u64::from(code.number())));
    parts(writer, by_strategic, |key| key.map_or(0, |is| 1 + u64::from(is)));
    parts(writer, by_year, of_year);
}

fn of_year(year: Option<Year>) -> u64 {
    year.map_or(0, |year| u64::from(year.number() - Year::MIN) + 1)
}

/// Counts of which most are 0: which are not, then these.
fn counts(writer: &mut Writer<'_>, counts: &[u32]) {
    let some = counts.iter().zip(0..).filter(|(count, _)| **count > 0);
    writer.number(some.fold(0_u64, |some, (_, at)| some | 1 << at));
    counts.iter().filter(|count| **count > 0).for_each(|count| writer.number(*count));
}

fn parts<K: Copy>(writer: &mut Writer<'_>, parts: &[Part<K>], key: impl Fn(K) -> u64) {
    writer.count(parts.len());
    for part in parts {
        writer.number(key(part.key));
        summary(writer, &part.summary);
    }
}

fn summary(writer: &mut Writer<'_>, all: &Summary) {
    let Summary {
        objectives,
        left_out,
        strategic,
        status,
        degree,
        weighted,
        stand_ins,
        corrected,
        staff_percent: _,
    } = all;
    counts(writer, &status.iter().map(|(_, count)| count).collect::<Vec<_>>());
    // What there mostly is none of, or as many as elsewhere.
    let numbers =
        [*left_out, *strategic, objectives.abs_diff(status.total()), weighted.known, *stand_ins, *corrected];
    counts(writer, &numbers);
    if objectives.abs_diff(status.total()) > 0 {
        writer.flag(*objectives > status.total());
    }
    writer.number(degree.known);
    mean(writer, degree.mean, degree.known);
    mean(writer, degree.median, 2);
    mean(writer, weighted.mean, weighted.known);
}

/// A mean of so many: nothing, a whole sum, or every bit of it.
fn mean(writer: &mut Writer<'_>, mean: Option<f64>, count: u32) {
    writer.number(match mean {
        None => 0_u64,
        Some(mean) => {
            let sum = (mean * f64::from(count)).round();
            if count > 0 && sum >= 0.0 && sum / f64::from(count) == mean {
                1 + 2 * sum as u64
            } else {
                2 + 2 * mean.to_bits()
            }
        }
    });
}

/// Reads figures.
pub fn read(reader: &mut Reader<'_>) -> Result<Aggregates> {
    let year = read_year(reader)?;
    let (kind, state) = kind_and_state(reader)?;
    let method = read_method(reader)?.ok_or(WireError::Broken)?;
    let whole = read_summary(reader)?;
    let mut bins = [0; 12];
    read_counts(reader, &mut bins)?;
    let distribution = Distribution { bins, unknown: reader.number32()? };
    let by_mission = read_parts(reader, |reader| match reader.at_most(99)? {
        0 => Ok(None),
        code => MissionCode::new(code as u8).ok_or(WireError::Broken).map(Some),
    })?;
    let by_strategic =
        read_parts(reader, |reader| Ok([None, Some(false), Some(true)][reader.at_most(2)? as usize]))?;
    let by_year = read_parts(reader, read_year)?;
    Ok(Aggregates { year, kind, state, method, whole, distribution, by_mission, by_strategic, by_year })
}

fn read_counts<const N: usize>(reader: &mut Reader<'_>, counts: &mut [u32; N]) -> Result<()> {
    let some = reader.at_most((1 << N) - 1)?;
    for (_, count) in counts.iter_mut().enumerate().filter(|(at, _)| some & 1 << at != 0) {
        *count = reader.number32()?;
    }
    Ok(())
}

fn read_parts<K>(
    reader: &mut Reader<'_>,
    mut key: impl FnMut(&mut Reader<'_>) -> Result<K>,
) -> Result<Vec<Part<K>>> {
    let count = reader.count(size_of::<Part<K>>())?;
    let mut parts = Vec::new();
    for _ in 0..count {
        parts.push(Part { key: key(reader)?, summary: read_summary(reader)? });
    }
    Ok(parts)
}

fn read_summary(reader: &mut Reader<'_>) -> Result<Summary> {
    let mut of_status = [0; Status::ALL.len()];
    read_counts(reader, &mut of_status)?;
    let mut status = StatusCounts::default();
    let mut total = 0_u32;
    for (kind, count) in Status::ALL.into_iter().zip(of_status) {
        total = total.checked_add(count).ok_or(WireError::Broken)?;
        status.add_many(kind, count);
    }
    let mut numbers = [0; 6];
    read_counts(reader, &mut numbers)?;
    let [left_out, strategic, other, weighted_known, stand_ins, corrected] = numbers;
    let objectives = match other {
        0 => Some(total),
        _ if reader.flag()? => total.checked_add(other),
        _ => total.checked_sub(other),
    };
    let objectives = objectives.ok_or(WireError::Broken)?;
    // Whoever adds the two, as all do, must be able to.
    objectives.checked_add(left_out).ok_or(WireError::Broken)?;
    let known = reader.number32()?;
    let degree = Measure { known, mean: read_mean(reader, known)?, median: read_mean(reader, 2)? };
    let weighted = WeightedMean { known: weighted_known, mean: read_mean(reader, weighted_known)? };
    let staff_percent = Measure::default();
    Ok(Summary {
        objectives,
        left_out,
        strategic,
        status,
        degree,
        weighted,
        stand_ins,
        corrected,
        staff_percent,
    })
}

fn read_mean(reader: &mut Reader<'_>, count: u32) -> Result<Option<f64>> {
    let number = reader.number()?;
    let Some(number) = number.checked_sub(1) else { return Ok(None) };
    let mean = match number % 2 {
        0 if count == 0 => return Err(WireError::Broken),
        0 => (number / 2) as f64 / f64::from(count),
        _ => f64::from_bits(number / 2),
    };
    // What is no percentage is no mean of any.
    Percent::new(mean).map(|_| Some(mean)).ok_or(WireError::Broken)
}
