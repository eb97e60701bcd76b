// SPDX-License-Identifier: AGPL-3.0-or-later
//! How every objective went, as columns of bytes: a hundred thousand values of this kind, one field after the other, take
//! the page many times as long.
//!
//! Never here: how it is decided.

use borsh::{BorshSerialize, io};

use crate::list::{Bytes, Numbers};
use crate::plan::Percent;

use super::{Achievement, Counted, ReadFrom, Reason, Span, Status};

/// What decided, by its number from 1.
const READ_FROM: [ReadFrom; 6] = [
    ReadFrom::DegreeColumn,
    ReadFrom::NumberInText,
    ReadFrom::Wording,
    ReadFrom::Indicators,
    ReadFrom::StaffPercent,
    ReadFrom::Correction,
];

/// How it counts, by its number.
const COUNTED: [Counted; 7] = [
    Counted::AsStated,
    Counted::AsZero(Reason::Suspended),
    Counted::AsZero(Reason::NotMeasurable),
    Counted::AsZero(Reason::NotPlanned),
    Counted::LeftOut(Reason::Suspended),
    Counted::LeftOut(Reason::NotMeasurable),
    Counted::LeftOut(Reason::NotPlanned),
];

/// Stands for no words.
const NOWHERE: u32 = u32::MAX;

/// Writes them.
pub(crate) fn pack(all: &[Achievement], into: &mut Vec<u8>) -> io::Result<()> {
    let counted = |of: Counted| COUNTED.iter().position(|one| *one == of).unwrap_or_default() as u8;
    let codes = all.iter().flat_map(|of| {
        let read_from = of.read_from.map_or(0, |from| from as u8 + 1);
        [of.status as u8, read_from, counted(of.counted), u8::from(of.corrected)]
    });
    codes.collect::<Vec<u8>>().serialize(into)?;
    let degrees = all.iter().flat_map(|of| of.degree.map_or(f64::NAN, Percent::value).to_le_bytes());
    degrees.collect::<Vec<u8>>().serialize(into)?;
    let evidence = all.iter().flat_map(|of| of.evidence.map_or([NOWHERE; 2], |span| [span.start, span.end]));
    Numbers(evidence.collect()).serialize(into)
}

/// What these bytes begin with, which is taken away; `None` if it is none.
pub(crate) fn unpack(bytes: &mut Bytes) -> Option<Vec<Achievement>> {
    let codes: Vec<u8> = bytes.read()?;
    let degrees: Vec<u8> = bytes.read()?;
    let Numbers(evidence) = bytes.read()?;
    let (codes, degrees, evidence) =
        (codes.as_chunks::<4>(), degrees.as_chunks::<8>(), evidence.as_chunks::<2>());
    let is_whole = codes.1.is_empty() && degrees.1.is_empty() && evidence.1.is_empty();
    if !is_whole || codes.0.len() != degrees.0.len() || codes.0.len() != evidence.0.len() {
        return None;
    }
    let mut all = Vec::with_capacity(codes.0.len());
    for ((codes, degree), evidence) in codes.0.iter().zip(degrees.0).zip(evidence.0) {
        let [status, read_from, counted, corrected] = codes.map(usize::from);
        let [start, end] = *evidence;
        all.push(Achievement {
            status: *Status::ALL.get(status)?,
            degree: Percent::new(f64::from_le_bytes(*degree)),
            read_from: match read_from {
                0 => None,
                from => Some(*READ_FROM.get(from - 1)?),
            },
            evidence: (start != NOWHERE).then_some(Span { start, end }),
            counted: *COUNTED.get(counted)?,
            corrected: corrected != 0,
        });
    }
    Some(all)
}
