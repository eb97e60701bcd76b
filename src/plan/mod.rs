// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a plan is: a header and objectives, with values that cannot hold nonsense.
//!
//! Never here: a file format, a word in Italian or English, a judgement on how an objective went. A plan says what its
//! document says; `reading` says what that means and `statistics` counts it.

pub mod code;
pub mod correction;
pub mod dismissal;
pub mod header;
pub mod method;
pub mod objective;
pub mod official;
pub mod people;
pub mod percent;
pub mod saved_view;
pub mod year;

pub use code::{MissionCode, ProgrammeCode};
pub use correction::{CorrectedCode, Correction};
pub use dismissal::Dismissal;
pub use header::{DocumentKind, DocumentState, Header};
pub use method::{Bands, LowerBound, Method, NotPlanned, StandIn, Unjudged, Weights};
pub use objective::{Indicator, Kept, KeptValue, Mission, Objective, People, Place, Programme};
pub use people::PeopleDecisions;
pub use percent::{Percent, Weight};
pub use saved_view::SavedView;
pub use year::Year;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::list::List;

/// A plan of objectives: what its document states, in its own order.
#[derive(Debug, Clone, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Plan {
    /// What the document says of itself.
    pub header: Header,
    /// The objectives, in the document's order. Objective `n` of every output is `objectives[n - 1]`. Shared, since the
    /// versions of an open plan seldom differ in them; in the page each is made when it is first looked at, so that
    /// `get` and `len` cost nothing, and going through all of them does.
    pub objectives: List<Objective>,
    /// The method stored with the plan, where it has one; otherwise [`Method::default`] is in force.
    pub method: Option<Method>,
    /// Which names are one person's, and which are not, as the user decided.
    pub people: PeopleDecisions,
    /// How objectives went by the word of the user: at most one for each.
    pub corrections: Vec<Correction>,
    /// The findings that the user set aside.
    pub dismissed: Vec<Dismissal>,
    /// The views that the user gave a name.
    pub views: Vec<SavedView>,
    /// What the file states of the plan as a whole and this version has no field for: kept, shown, written back.
    pub kept: Vec<Kept>,
}

impl Plan {
    /// The objectives, to be changed; where another version of the plan shares them, it keeps them as they were.
    pub fn objectives_mut(&mut self) -> &mut Vec<Objective> {
        self.objectives.to_mut()
    }
}
