// SPDX-License-Identifier: AGPL-3.0-or-later
//! Codes of missions and programmes, as D.Lgs. 118/2011 (annex 14) numbers them.
//!
//! Never here: names (see `official`), and the many ways people write a code (see `import`). These types hold only what
//! a code can be; whether the official list has it is another question.

use std::fmt;
use std::num::NonZeroU8;
use std::str::FromStr;

use borsh::{BorshDeserialize, BorshSerialize};

/// A mission: 1 to 99, written with two digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct MissionCode(NonZeroU8);

impl MissionCode {
    /// The code of this number, if it is one of 1 to 99.
    ///
    /// ```
    /// use traguardi::plan::MissionCode;
    /// assert_eq!(MissionCode::new(4).map(|c| c.to_string()), Some("04".into()));
    /// assert_eq!(MissionCode::new(0), None);
    /// ```
    pub fn new(number: u8) -> Option<Self> {
        NonZeroU8::new(number).filter(|n| n.get() <= 99).map(Self)
    }

    /// The number, 1 to 99.
    pub fn number(self) -> u8 {
        self.0.get()
    }
}

impl fmt::Display for MissionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.0)
    }
}

/// A programme within its mission: `01.02`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct ProgrammeCode {
    mission: MissionCode,
    number: NonZeroU8,
}

impl ProgrammeCode {
    /// Programme `number` (1 to 99) of a mission.
    pub fn new(mission: MissionCode, number: u8) -> Option<Self> {
        NonZeroU8::new(number).filter(|n| n.get() <= 99).map(|number| Self { mission, number })
    }

    /// The mission it belongs to.
    pub fn mission(self) -> MissionCode {
        self.mission
    }

    /// Its number within the mission, 1 to 99.
    pub fn number(self) -> u8 {
        self.number.get()
    }
}

impl fmt::Display for ProgrammeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.mission, self.number)
    }
}

/// A text that is not a code written in full (`04`, `04.06`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a code of the form 04 or 04.06")]
pub struct NotACode;

/// Two digits and nothing else.
fn two_digits(text: &str) -> Result<u8, NotACode> {
    match text.as_bytes() {
        [a @ b'0'..=b'9', b @ b'0'..=b'9'] => Ok((a - b'0') * 10 + (b - b'0')),
        _ => Err(NotACode),
    }
}

impl FromStr for MissionCode {
    type Err = NotACode;

    /// The strict form only, as [`fmt::Display`] writes it.
    fn from_str(text: &str) -> Result<Self, NotACode> {
        Self::new(two_digits(text)?).ok_or(NotACode)
    }
}

impl FromStr for ProgrammeCode {
    type Err = NotACode;

    /// The strict form only, as [`fmt::Display`] writes it.
    fn from_str(text: &str) -> Result<Self, NotACode> {
        let (mission, number) = text.split_once('.').ok_or(NotACode)?;
        Self::new(mission.parse()?, two_digits(number)?).ok_or(NotACode)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_written_and_read_back() {
        for mission in 1..=99 {
            let mission = MissionCode::new(mission).expect("1 to 99");
            assert_eq!(mission.to_string().parse(), Ok(mission));
            for number in 1..=99 {
                let code = ProgrammeCode::new(mission, number).expect("1 to 99");
                assert_eq!(code.to_string().parse(), Ok(code));
            }
        }
    }

    #[test]
    fn nothing_else_is_a_code() {
        for text in ["", "0", "00", "1", "100", "ab", "+1", "0x", "٠١"] {
            assert_eq!(text.parse::<MissionCode>(), Err(NotACode), "{text}");
        }
        for text in ["", "01", "01.", ".01", "01.00", "00.01", "01.1", "01.001", "01,01", "01.01 S"] {
            assert_eq!(text.parse::<ProgrammeCode>(), Err(NotACode), "{text}");
        }
    }
}
