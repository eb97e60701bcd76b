// SPDX-License-Identifier: AGPL-3.0-or-later
//! A wire on its way in: what [`super::writer`] wrote, from whoever sent it.
//!
//! Whatever is read is paid for out of one purse before memory is taken for it, so that a few bytes cannot make much of
//! nothing. Never here: trust in a number, recursion, a panic.

use super::bytes::{AGAIN, END, MARK, split, take_number};
use super::{COLUMNS, Column, WireError};

/// The most memory that what is read may take, in bytes.
const PURSE: usize = 64 << 20;

/// A wire that is being read.
pub struct Reader<'w> {
    numbers: &'w [u8],
    columns: [TextsIn<'w>; COLUMNS],
    purse: usize,
}

/// What is left of a column of texts, and the texts that were in it.
#[derive(Default)]
struct TextsIn<'w> {
    rest: &'w [u8],
    known: Vec<&'w str>,
}

impl<'w> Reader<'w> {
    /// Parts a wire into its numbers and its columns, each of which is there once at most, in their order.
    pub fn new(wire: &'w [u8]) -> Result<Self, WireError> {
        let (numbers, texts) = split(wire);
        let mut reader = Self { numbers, columns: Default::default(), purse: PURSE };
        let mut last = 0;
        for column in texts.split(|&byte| byte == MARK).skip(1) {
            let (&number, rest) = column.split_first().ok_or(WireError::Broken)?;
            if number <= last || rest.is_empty() {
                return Err(WireError::Broken);
            }
            last = number;
            // A column that this version does not know is of a later one.
            let place = reader.columns.get_mut(usize::from(number) - 1).ok_or(WireError::Newer)?;
            place.rest = rest;
        }
        Ok(reader)
    }

    /// Pays for memory before it is taken.
    pub fn pay(&mut self, count: usize, each: usize) -> Result<(), WireError> {
        let price = count.checked_mul(each).ok_or(WireError::TooLarge)?;
        self.purse = self.purse.checked_sub(price).ok_or(WireError::TooLarge)?;
        Ok(())
    }

    /// Reads a number.
    pub fn number(&mut self) -> Result<u64, WireError> {
        take_number(&mut self.numbers)
    }

    /// Reads a number of at most so much.
    pub fn at_most(&mut self, most: u64) -> Result<u64, WireError> {
        self.number().and_then(|number| if number <= most { Ok(number) } else { Err(WireError::Broken) })
    }

    /// Reads a number of 32 bits.
    pub fn number32(&mut self) -> Result<u32, WireError> {
        u32::try_from(self.number()?).map_err(|_| WireError::Broken)
    }

    /// Reads how many things there are, each of which takes so many bytes, and pays for them.
    pub fn count(&mut self, each: usize) -> Result<usize, WireError> {
        let count = usize::try_from(self.number()?).map_err(|_| WireError::TooLarge)?;
        self.pay(count, each)?;
        Ok(count)
    }

    /// Reads whether.
    pub fn flag(&mut self) -> Result<bool, WireError> {
        self.at_most(1).map(|flag| flag == 1)
    }

    /// Reads a number that everything in a list has.
    pub fn column(&mut self, count: usize) -> Result<Vec<u64>, WireError> {
        self.pay(count, 8)?;
        match self.flag()? {
            true if count > 0 => Ok(vec![self.number()?; count]),
            true => Err(WireError::Broken),
            false => (0..count).map(|_| self.number()).collect(),
        }
    }

    /// Reads a text of a column, and pays for it.
    pub fn text(&mut self, column: Column) -> Result<&'w str, WireError> {
        let TextsIn { rest, known } = &mut self.columns[column as usize];
        let text = match rest.split_first() {
            Some((&AGAIN, after)) => {
                *rest = after;
                let ago = usize::try_from(take_number(rest)?).map_err(|_| WireError::Broken)?;
                let place = known.len().checked_sub(1).and_then(|last| last.checked_sub(ago));
                known[place.ok_or(WireError::Broken)?]
            }
            _ => {
                let end = rest.iter().position(|&byte| byte == END).ok_or(WireError::Broken)?;
                let (text, after) = rest.split_at(end);
                *rest = &after[1..];
                let text = str::from_utf8(text).map_err(|_| WireError::Broken)?;
                if !text.is_empty() {
                    known.push(text);
                }
                text
            }
        };
        // Besides itself, a text takes what says where it is.
        self.pay(text.len() + size_of::<(usize, usize)>(), 1)?;
        Ok(text)
    }

    /// Reads a text that may not be there.
    pub fn maybe_text(&mut self, column: Column) -> Result<Option<&'w str>, WireError> {
        if self.flag()? { self.text(column).map(Some) } else { Ok(None) }
    }

    /// Reads a text of everything in a list.
    pub fn texts(
        &mut self,
        column: Column,
        count: usize,
        mut put: impl FnMut(usize, &'w str),
    ) -> Result<(), WireError> {
        if self.flag()? {
            for at in 0..count {
                put(at, self.text(column)?);
            }
        }
        Ok(())
    }

    /// Reads the number of a value of a table ([`super::writer::TableOut::number`]): its place among those that are
    /// there, or that of the next, which is new.
    pub fn place(&mut self, number: u64, known: usize) -> Result<usize, WireError> {
        usize::try_from(number).ok().and_then(|number| known.checked_sub(number)).ok_or(WireError::Broken)
    }

    /// Whether every number was read.
    pub fn is_at_end(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Says whether everything was read: what is left is of a later version.
    pub fn finish(self) -> Result<(), WireError> {
        let is_read = self.numbers.is_empty() && self.columns.iter().all(|column| column.rest.is_empty());
        if is_read { Ok(()) } else { Err(WireError::Newer) }
    }
}
