// SPDX-License-Identifier: AGPL-3.0-or-later
//! A plan that travels in a link, with nobody between: what goes out, as bytes, compressed, in the fragment of an
//! address, and all the way back.
//!
//! ```text
//! Plan ─level→ Content ─wire→ bytes ─codec→ fewer bytes ─envelope→ 1.p.<payload>.<check>
//! ```
//!
//! A link opens for ever: the version, the letter of the codec, its priming text and the golden links in the tests say
//! what can never change. Whoever opens one trusts nothing in it: each step bounds what it takes and answers with an
//! error that a person understands (`locale::link`). What is made is opened before it is handed out. Never here: the
//! browser, a view (see `view::address`, which stands beside the data in the fragment), a passphrase.

mod aggregates;
mod base64;
mod check;
pub mod codec;
pub mod envelope;
mod found;
mod hosted;
pub mod level;
mod looked_at;
mod outgoing;
pub mod qr;
mod reach;
pub mod sealed;
pub mod wire;

pub use aggregates::{Aggregates, Part};
pub use envelope::{Tidied, has_data, join, view};
pub use found::found_in;
pub use hosted::{FOLDER, Hosted, HostedError};
pub use level::Level;
pub use looked_at::LookedAt;
pub use outgoing::{Behind, Check, Outgoing, Sample, came_without_names, findings_behind, other_degrees};
pub use reach::Reach;
pub use sealed::Sealed;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::document::Document;
use crate::plan::Plan;
use crate::statistics::Sent;
use codec::{Codec, CodecError};
use wire::WireError;

/// Whether a fragment opens a plan, be it in it or beside the page, or is meant to.
pub fn opens(fragment: &str) -> bool {
    has_data(fragment) || Hosted::of(fragment).is_some()
}

/// Whether a fragment opens what these data, or this address of a plan beside the page, open (see [`document::Address`]).
///
/// [`document::Address`]: crate::document::Address
pub fn is_of(fragment: &str, data: &str) -> bool {
    match Hosted::of(fragment) {
        Some(plan) if !has_data(fragment) => plan.is_ok_and(|plan| plan.address() == data),
        _ => envelope::is_of(fragment, data),
    }
}

/// Whether these data are of a link that a passphrase opens.
pub fn is_sealed(data: &str) -> bool {
    data.split('.').nth(1) == Some(sealed::LETTER)
}

/// What goes out.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Figures, and nothing of any one objective.
    Figures(Aggregates),
    /// A plan in which nobody has a name.
    WithoutNames(Plan),
    /// A plan with everything that is in it.
    Everything(Plan),
}

impl Content {
    /// What goes out of a document at a level.
    pub fn new(document: &Document, level: Level) -> Self {
        match level {
            // There is nothing else to send.
            _ if document.is_figures() => Self::Figures(Aggregates::of(document)),
            Level::Figures => Self::Figures(Aggregates::of(document)),
            Level::WithoutNames => {
                Self::WithoutNames(level::without_names(&document.import.plan, &document.achievements))
            }
            Level::Everything => Self::Everything(level::everything(&document.import.plan)),
        }
    }

    /// At which level it went out.
    pub fn level(&self) -> Level {
        match self {
            Self::Figures(_) => Level::Figures,
            Self::WithoutNames(_) => Level::WithoutNames,
            Self::Everything(_) => Level::Everything,
        }
    }

    /// A view of the document that this is of, as a plan keeps one, for whoever opens this: people by what stands for them
    /// there; nothing where figures go out, which are of everything.
    pub fn view(&self, document: &Document, view: &str) -> String {
        match self {
            Self::Figures(_) => String::new(),
            Self::WithoutNames(_) => level::view_without_names(&document.import.plan, view),
            Self::Everything(_) => view.to_owned(),
        }
    }

    /// The plan in it.
    pub fn plan(&self) -> Option<&Plan> {
        match self {
            Self::Figures(_) => None,
            Self::WithoutNames(plan) | Self::Everything(plan) => Some(plan),
        }
    }
}

/// What a link brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The data.
    pub content: Content,
    /// What was passed over in the link.
    pub tidied: Vec<Tidied>,
    /// The link itself, without what was passed over and without a view.
    pub data: String,
}

/// What is known of the link by which a plan came, besides the plan.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Arrived {
    /// The data, as they were made: with them an address opens the same again.
    pub data: String,
    /// The view that stood after them (see `view::address`), as it was written.
    pub view: String,
    /// How much of the plan went out.
    pub level: Level,
    /// All that came, where these are figures only: the plan then has no objectives, and this is what can be shown.
    pub figures: Option<Sent>,
}

/// Why a link opens nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, BorshSerialize, BorshDeserialize)]
pub enum LinkError {
    /// There is nothing in it.
    #[error("nothing in it")]
    Empty,
    /// It was made by a later version of the page.
    #[error("newer than the page")]
    Newer,
    /// It is compressed in a way that this version does not know.
    #[error("codec {0} is not known")]
    UnknownCodec(String),
    /// A passphrase opens it.
    #[error("sealed")]
    Sealed(Box<Sealed>),
    /// Its end is missing.
    #[error("cut")]
    Cut,
    /// Letters are missing within it, or there are too many.
    #[error("letters missing or added")]
    OtherLength,
    /// Letters of it are others.
    #[error("altered")]
    Altered,
    /// It is longer than links are.
    #[error("{bytes} bytes long")]
    TooLong {
        /// How long.
        bytes: usize,
    },
    /// More would come of it than of any plan that is sent.
    #[error("more comes out than of any plan")]
    TooLarge,
    /// It is whole, and still nothing that a page made.
    #[error("whole, and not made by a page")]
    Broken,
}

impl From<CodecError> for LinkError {
    fn from(error: CodecError) -> Self {
        match error {
            CodecError::Broken => Self::Broken,
            CodecError::TooLarge => Self::TooLarge,
        }
    }
}

impl From<WireError> for LinkError {
    fn from(error: WireError) -> Self {
        match error {
            WireError::Newer => Self::Newer,
            WireError::Broken => Self::Broken,
            WireError::TooLarge => Self::TooLarge,
        }
    }
}

/// What is too much for a link: it goes as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("more than a link can carry")]
pub struct TooMuch;

/// The data of a fragment, without `#` and view, that the other side opens as this content.
///
/// # Errors
/// Where there is more than a link can carry.
pub fn make(content: &Content) -> Result<String, TooMuch> {
    let wire = wire::encode(content);
    let packed = Codec::ALL.into_iter().filter_map(|codec| Some((codec, codec.pack(&wire)?)));
    let (codec, packed) = packed.min_by_key(|(_, packed)| packed.len()).ok_or(TooMuch)?;
    let link = envelope::write(codec, &packed);
    // Nobody is handed a link that does not open.
    let opens = |opened: Opened| opened.content == *content;
    if open(&link).is_ok_and(|opened| opened.is_some_and(opens)) { Ok(link) } else { Err(TooMuch) }
}

/// What a fragment brings, with or without `#` and a view; `None` where it has no data.
///
/// # Errors
/// Where there are data that cannot be opened; see [`LinkError`].
pub fn open(fragment: &str) -> Result<Option<Opened>, LinkError> {
    let Some(envelope) = envelope::read(fragment)? else { return Ok(None) };
    let wire = envelope.codec.unpack(&envelope.packed)?;
    let content = wire::decode(&wire)?;
    let data = envelope::write(envelope.codec, &envelope.packed);
    Ok(Some(Opened { content, tidied: envelope.tidied, data }))
}
