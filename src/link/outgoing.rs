// SPDX-License-Identifier: AGPL-3.0-or-later
//! A link that is about to go out, with what whoever sends it should know before: what stays behind, what looks otherwise
//! on the other side, and some of it as it will stand there.
//!
//! All of it is read off what the link opens as, not off what it was made of. Never here: words (see `locale::share`).

use borsh::{BorshDeserialize, BorshSerialize};
use rustc_hash::FxHashSet;

use super::{Aggregates, Content, Level, TooMuch, make, sealed};
use crate::document::Document;
use crate::plan::{Objective, Plan};
use crate::reading::Achievement;
use crate::reading::people::Kind;
use crate::view::{View, address};

/// How many objectives are shown as they go out.
const SAMPLES: usize = 3;

/// A link with what there is to know of it.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Outgoing {
    /// How much goes out.
    pub level: Level,
    /// The data of the link, without `#` and view.
    pub data: String,
    /// What a passphrase seals of it (see `sealed`).
    pub to_seal: Vec<u8>,
    /// How what is open is looked at, as the other side can: see [`address`]. Empty where everything is looked at;
    /// where figures go out, which are of everything, nothing but the order of the slides of a sitting.
    pub view: String,
    /// How many objectives go out one by one; none where figures do.
    pub objectives: u32,
    /// What the other side does not get, or gets otherwise.
    pub behind: Vec<Behind>,
    /// Objectives as they go out: such first of which a text was changed.
    pub samples: Vec<Sample>,
}

/// What the other side does not get, or gets otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Behind {
    /// So many objectives with their texts.
    Objectives(u32),
    /// The names of so many people.
    Names(u32),
    /// Texts in which a name was covered.
    CoveredTexts(u32),
    /// The staff percentages of so many objectives.
    StaffPercents(u32),
    /// Objectives that show another degree, or none, because a staff percentage stood in for it.
    OtherDegrees(u32),
    /// Missions of so few people that they are counted together: how many of how many.
    SmallMissions(u32, u32),
    /// The figures by mission, which would be of one or two people.
    ByMission,
    /// The figures of strategic objectives, for the same reason.
    Strategic,
    /// The figures by year, for the same reason.
    Years,
}

/// An objective as it goes out.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Sample {
    /// Which one it is, from 1.
    pub n: u32,
    /// What is to be reached.
    pub objective: String,
    /// Who answers for it.
    pub responsible: String,
    /// What came of it.
    pub outcome: String,
}

impl Outgoing {
    /// The link of a document at a level, and of a view of it as a plan keeps one ([`address::write_in_plan`]).
    ///
    /// # Errors
    /// Where there is more than a link can carry.
    pub fn new(document: &Document, level: Level, view: &str) -> Result<Self, TooMuch> {
        let content = Content::new(document, level);
        let data = make(&content)?;
        let to_seal = sealed::to_seal(&data).ok_or(TooMuch)?;
        let Some(there) = content.plan() else {
            let Content::Figures(figures) = &content else { return Err(TooMuch) };
            let behind = behind_figures(document, figures);
            let sitting = address::read(view, document).unwrap_or_default().view.sitting;
            let sitting = sitting.without(|_| true, document);
            return Ok(Self {
                level,
                data,
                to_seal,
                view: address::write(&View { sitting, ..View::default() }, document),
                objectives: 0,
                behind,
                samples: Vec::new(),
            });
        };
        let here = &document.import.plan;
        let opened = Document::arrived(content.clone(), String::new());
        let view = content.view(document, view);
        let found = address::read(&view, &opened).unwrap_or_default();
        Ok(Self {
            level,
            data,
            to_seal,
            view: address::write(&found.view, &opened),
            objectives: there.objectives.len() as u32,
            behind: behind(document, &opened),
            samples: samples(here, there),
        })
    }
}

/// What figures leave behind.
fn behind_figures(document: &Document, figures: &Aggregates) -> Vec<Behind> {
    let before = &document.whole;
    let missions = before.by_mission.iter().filter(|group| !group.key.is_empty()).count() as u32;
    let kept = figures.by_mission.iter().filter(|part| part.key.is_some()).count() as u32;
    let is_left_out = |parts: usize, before: usize| parts == 0 && before > 0;
    let by_mission = match is_left_out(figures.by_mission.len(), missions as usize) {
        true => Behind::ByMission,
        false => Behind::SmallMissions(missions.saturating_sub(kept), missions),
    };
    let strategic = is_left_out(figures.by_strategic.len(), before.by_strategic.len());
    let years = is_left_out(figures.by_year.len(), before.by_year.len());
    let all = [
        Some(Behind::Objectives(document.plan.objectives.len() as u32)),
        Some(Behind::Names(people(document))),
        Some(by_mission),
        strategic.then_some(Behind::Strategic),
        years.then_some(Behind::Years),
    ];
    all.into_iter().flatten().filter(Behind::is_something).collect()
}

impl Behind {
    /// Whether there is anything of the kind.
    fn is_something(&self) -> bool {
        match self {
            Self::Objectives(count)
            | Self::Names(count)
            | Self::CoveredTexts(count)
            | Self::StaffPercents(count)
            | Self::OtherDegrees(count)
            | Self::SmallMissions(count, _) => *count > 0,
            Self::ByMission | Self::Strategic | Self::Years => true,
        }
    }
}

/// How many people a document names.
fn people(document: &Document) -> u32 {
    let register = &document.people;
    let members = register.members().iter().enumerate().filter(|(_, member)| member.kind == Kind::Person);
    members.map(|(at, _)| register.identity(at as u32)).collect::<FxHashSet<_>>().len() as u32
}

/// What differs between a document and what the other side opens.
fn behind(here: &Document, there: &Document) -> Vec<Behind> {
    let count = |differs: fn(&Objective, &Objective) -> bool| {
        let pairs = here.import.plan.objectives.iter().zip(there.import.plan.objectives.iter());
        pairs.filter(|(here, there)| differs(here, there)).count() as u32
    };
    let has_other_names = count(|here, there| names_of(here) != names_of(there)) > 0;
    let is_other = |(here, there): &(&Achievement, &Achievement)| {
        (here.status, here.degree) != (there.status, there.degree)
    };
    let others = here.achievements.iter().zip(&there.achievements).filter(is_other).count() as u32;
    let all = [
        Behind::Names(if has_other_names { people(here) } else { 0 }),
        Behind::CoveredTexts(count(|here, there| texts(here) != texts(there))),
        Behind::StaffPercents(count(|here, there| {
            here.staff_percent.is_some() && there.staff_percent.is_none()
        })),
        Behind::OtherDegrees(others),
    ];
    all.into_iter().filter(Behind::is_something).collect()
}

fn names_of(objective: &Objective) -> [&[std::sync::Arc<str>]; 2] {
    [&objective.responsible.names, &objective.support.names]
}

/// The texts of an objective.
fn texts(objective: &Objective) -> Vec<&str> {
    let Objective { objective, purpose, office, outcome, deadline, indicators, .. } = objective;
    let of_indicators = indicators.iter().flat_map(|one| [&*one.text, &*one.expected, &*one.actual]);
    [&**objective, purpose, office, outcome, deadline].into_iter().chain(of_indicators).collect()
}

fn samples(here: &Plan, there: &Plan) -> Vec<Sample> {
    let pairs = || here.objectives.iter().zip(there.objectives.iter()).enumerate();
    let changed = pairs().filter(|(_, (here, there))| texts(here) != texts(there));
    let others = pairs().filter(|(_, (here, there))| texts(here) == texts(there));
    let sample = |(at, (_, there)): (usize, (&Objective, &Objective))| Sample {
        n: at as u32 + 1,
        objective: there.objective.clone(),
        responsible: there.responsible.names.join(", "),
        outcome: there.outcome.clone(),
    };
    let mut samples: Vec<_> = changed.chain(others).take(SAMPLES).map(sample).collect();
    samples.sort_unstable_by_key(|sample| sample.n);
    samples
}
