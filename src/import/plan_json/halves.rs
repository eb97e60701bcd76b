// SPDX-License-Identifier: AGPL-3.0-or-later
//! A large text, of which two readers read one half each.
//!
//! Where it is cut is guessed from a few of its bytes, which both have; whether the guess was right, the first half says:
//! where its text ends, an objective was to begin, and nothing else could. Then both together are what one reader reads of
//! the whole. Where anything in a half could bear on the other, there are no halves. Never here: a half that stands for
//! anything by itself.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::import::{Import, Nobody, Taker};
use crate::plan::Year;

use super::portion::{Portion, Seam};
use super::reader::{Extent, Reader};
use super::scan::Scanner;
use super::{document, keys, objective};

/// The first half of a text.
#[derive(Debug)]
pub struct First {
    portion: Portion,
    is_record: bool,
    pub seam: Seam,
}

/// The second half of a text.
#[derive(Debug, BorshSerialize, BorshDeserialize)]
pub struct Second {
    portion: Portion,
    is_record: bool,
}

impl First {
    /// Reads a text that ends where an objective begins; `None` if it does not, or if there can be no halves.
    pub fn read<'a>(text: &'a str, taker: &'a mut (dyn Taker + 'a)) -> Option<Self> {
        let mut scanner = Scanner::new(text);
        let is_record = scanner.peek()? == b'{';
        let mut reader = Reader::new(text, taker);
        reader.extent = Extent::Half;
        let is_whole = document(&mut scanner, &mut reader).is_some();
        if is_whole || !reader.is_cut || !reader.is_apart() {
            return None;
        }
        let end = reader.end();
        let portion = reader.close();
        let seam = portion.seam(text.len(), end);
        Some(Self { portion, is_record, seam })
    }

    /// Both halves as one; `None` where they are not those of a plan.
    pub fn join(self, second: Second) -> Option<Import> {
        let Self { mut portion, is_record, seam } = self;
        portion.append(second.portion, &seam);
        (is_record == second.is_record && portion.lack().is_none()).then(|| portion.finish())
    }
}

impl Second {
    /// Reads a text that begins with an objective, after the same `head`; `None` if there can be no halves.
    pub fn read<'a>(head: &str, text: &'a str, taker: &'a mut (dyn Taker + 'a)) -> Option<Self> {
        let mut reader = Reader::new(text, taker);
        reader.extent = Extent::Half;
        reader.so_far.plan.header.year = Head::of(head)?.year;
        let mut scanner = Scanner::new(text);
        scanner.members(&mut |scanner| objective(scanner, &mut reader))?;
        let is_record = scanner.take(b'}').is_some();
        // What stands behind the objectives is of the header, and only one reader reads that.
        if scanner.peek().is_some() || !reader.is_apart() {
            return None;
        }
        Some(Self { portion: reader.close(), is_record })
    }
}

/// What stands before the objectives of a plan, as far as it is needed before it is read.
struct Head {
    year: Option<Year>,
    /// The first key of the first objective, with its quotes.
    first_key: String,
}

impl Head {
    fn of(text: &str) -> Option<Self> {
        let (mut nobody, mut scanner) = (Nobody, Scanner::new(text));
        let mut reader = Reader::new(text, &mut nobody);
        reader.extent = Extent::Head;
        // It ends before the first objective, if not before.
        document(&mut scanner, &mut reader);
        let first_key = scanner.first_key()?.get().to_owned();
        Some(Self { year: reader.so_far.plan.header.year, first_key })
    }
}

/// Where an objective likely begins in a part of a text of which this is the head; `None` where none is to be seen.
pub fn seam(head: &str, part: &[u8]) -> Option<usize> {
    let first_key = Head::of(head)?.first_key;
    let begins = |is_key: &dyn Fn(&str) -> bool| {
        memchr::memchr_iter(b'}', part).find_map(|at| {
            let comma = after_space(part, at + 1, b',')?;
            let record = after_space(part, comma + 1, b'{')?;
            let key = after_space(part, record + 1, b'"')?;
            let end = memchr::memchr(b'"', part.get(key + 1..)?)?;
            let written = std::str::from_utf8(&part[key..key + end + 2]).ok()?;
            is_key(written).then_some(record)
        })
    };
    // Most objectives begin as the first one does; indicators may be records as well, and their keys are others.
    begins(&|key| key == first_key).or_else(|| {
        begins(&|key| {
            let name = key.trim_matches('"');
            keys::objective(name).is_some() && keys::indicator(name).is_none()
        })
    })
}

/// Where a sign stands, if nothing but white space is before it.
fn after_space(bytes: &[u8], from: usize, sign: u8) -> Option<usize> {
    let space = bytes.get(from..)?.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    (bytes.get(from + space) == Some(&sign)).then_some(from + space)
}
