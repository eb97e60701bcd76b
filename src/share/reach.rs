// SPDX-License-Identifier: AGPL-3.0-or-later
//! How far a link of a length gets: what carries it whole.
//!
//! No standard says how long an address may be (RFC 9110, 4.1 recommends that 8,000 octets be supported); what programs do
//! is known from use. The page promises no more than that. Never here: a shortener, which would receive the plan.

/// Where a link of its length arrives whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Nearly anywhere.
    Anywhere,
    /// Most mail programs. Some chats break what is longer than about 4,000 characters over two messages.
    Mail,
    /// The address bar of a browser.
    Browsers,
    /// Nowhere for sure: it goes as a file.
    File,
}

impl Reach {
    /// Of a whole address, of so many characters.
    pub fn of(characters: usize) -> Self {
        match characters {
            0..=2_000 => Self::Anywhere,
            2_001..=8_000 => Self::Mail,
            8_001..=30_000 => Self::Browsers,
            _ => Self::File,
        }
    }

    /// The name in handles: `data-share-reach`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Anywhere => "anywhere",
            Self::Mail => "mail",
            Self::Browsers => "browsers",
            Self::File => "file",
        }
    }
}
