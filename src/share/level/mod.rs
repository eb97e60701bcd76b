// SPDX-License-Identifier: AGPL-3.0-or-later
//! How much of a plan goes out: figures only, the plan without names, everything.
//!
//! Names beside scores are personal data, so that without names is what goes out where nobody chose. In it people have a
//! role and a letter, the same all through the plan (`names`); names within texts are covered the same way (`text`), and
//! what is of single people (staff percentages as such, decisions on names, columns of theirs) stays behind. Never here: a claim
//! that nobody can be told by what they did. A preview shows what goes out.

mod labels;
mod named;
mod names;
mod person;
mod suspects;
mod text;

pub use labels::is_label;
pub(super) use named::within as people_within;
pub use names::{Cover, words_of_names};
pub use suspects::suspects;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::findings::KINDS;
use crate::import::Field;
use crate::import::plan_json::keys::{self, Key};
use crate::plan::{
    Correction, Dismissal, DocumentKind, Header, Indicator, Kept, KeptValue, Mission, Objective, Plan,
    Programme, SavedView,
};
use crate::reading::{Achievement, ReadFrom};
use crate::text::skeleton;
use crate::view::address::{self, Covers};

/// How much goes out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum Level {
    /// Figures, and nothing of any one objective.
    Figures,
    /// The plan, with a role and a letter for every name.
    #[default]
    WithoutNames,
    /// The plan with all that is in it.
    Everything,
}

impl Level {
    /// Every level, from the least on.
    pub const ALL: [Self; 3] = [Self::Figures, Self::WithoutNames, Self::Everything];

    /// The name in handles: `data-share-level`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::WithoutNames => "no-names",
            Self::Everything => "full",
        }
    }

    /// The level of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// The plan with everything, as the other side gets it: without where its objectives stand in a file that is not there.
pub fn everything(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    if plan.objectives.iter().any(|objective| objective.place.is_some()) {
        plan.objectives_mut().iter_mut().for_each(|objective| objective.place = None);
    }
    plan
}

/// The plan with a role and a letter for every name, and without what is of single people. `achievements` are those of its
/// objectives: where a staff percentage stands in for the degree, the plan would tell another year without it, so that
/// it goes along as that degree, which is of the objective.
pub fn without_names(plan: &Plan, achievements: &[Achievement]) -> Plan {
    let cover = Cover::new(plan);
    let Plan { header, objectives, method, people: _, corrections, dismissed, views, kept } = plan;
    let text = |text: &str| cover.text(text);
    Plan {
        header: self::header(&cover, header),
        objectives: objectives
            .iter()
            .enumerate()
            .map(|(at, one)| objective(&cover, one, achievements.get(at)))
            .collect::<Vec<_>>()
            .into(),
        method: *method,
        people: Default::default(),
        corrections: corrections.iter().map(|one| correction(&cover, one)).collect(),
        dismissed: dismissed
            .iter()
            .map(|Dismissal { finding, n, note }| Dismissal {
                finding: if KINDS.contains(&&**finding) { finding.clone() } else { text(finding) },
                n: *n,
                note: text(note),
            })
            .collect(),
        views: views
            .iter()
            .map(|SavedView { name, view }| SavedView { name: text(name), view: self::view(&cover, view) })
            .collect(),
        kept: self::kept(&cover, kept),
    }
}

/// A view of a plan, as the plan keeps one, for the same plan without names: people by what stands for them there.
pub fn view_without_names(plan: &Plan, view: &str) -> String {
    if view.is_empty() {
        return String::new();
    }
    self::view(&Cover::new(plan), view)
}

fn view(cover: &Cover, view: &str) -> String {
    let covers = Covers {
        name: &|name| cover.name(name),
        text: &|text| cover.text(text),
        heading: &|name| cover.heading(name),
        search: &|words| cover.search(words),
    };
    address::without_names(view, &covers)
}

fn header(cover: &Cover, header: &Header) -> Header {
    let Header { title, body, year, kind, state } = header;
    let kind = kind.clone().map(|kind| match kind {
        DocumentKind::Other(written) => DocumentKind::Other(cover.heading(&written)),
        known => known,
    });
    let heading = |text: &Option<String>| text.as_deref().map(|text| cover.heading(text));
    Header { title: heading(title), body: heading(body), year: *year, kind, state: *state }
}

fn objective(cover: &Cover, one: &Objective, achievement: Option<&Achievement>) -> Objective {
    let Objective {
        place: _,
        code_as_written,
        mission,
        programme,
        strategic,
        objective,
        purpose,
        responsible,
        support,
        office,
        planned,
        indicators,
        outcome,
        degree,
        staff_percent: _,
        stand_in_degree: _,
        weight,
        deadline,
        kept,
    } = one;
    let stands_in = achievement.is_some_and(|of| of.read_from == Some(ReadFrom::StaffPercent));
    let text = |text: &str| cover.text(text);
    let label = |name: &Option<std::sync::Arc<str>>| name.as_deref().map(|name| cover.heading(name).into());
    Objective {
        place: None,
        code_as_written: text(code_as_written),
        mission: mission.as_ref().map(|Mission { code, name }| Mission { code: *code, name: label(name) }),
        programme: programme
            .as_ref()
            .map(|Programme { code, name }| Programme { code: *code, name: label(name) }),
        strategic: *strategic,
        objective: text(objective),
        purpose: text(purpose),
        responsible: cover.people(responsible),
        support: cover.people(support),
        office: text(office),
        planned: planned.clone(),
        indicators: self::indicators(cover, indicators),
        outcome: text(outcome),
        degree: *degree,
        staff_percent: None,
        stand_in_degree: one.stand_in().filter(|_| stands_in),
        weight: *weight,
        deadline: text(deadline),
        kept: self::kept(cover, kept),
    }
}

/// Indicators in which nobody has a name.
pub fn indicators(cover: &Cover, all: &[Indicator]) -> Vec<Indicator> {
    let text = |text: &str| cover.text(text);
    all.iter()
        .map(|Indicator { text: what, expected, actual, weight }| Indicator {
            text: text(what),
            expected: text(expected),
            actual: text(actual),
            weight: *weight,
        })
        .collect()
}

fn correction(cover: &Cover, one: &Correction) -> Correction {
    let Correction { n, status, degree, code, responsible, support, note } = one;
    let people = |names: &Option<Vec<std::sync::Arc<str>>>| names.as_ref().map(|names| cover.names(names));
    Correction {
        n: *n,
        status: status.as_deref().map(|status| cover.text(status)),
        degree: *degree,
        code: *code,
        responsible: people(responsible),
        support: people(support),
        note: cover.text(note),
    }
}

fn kept(cover: &Cover, all: &[Kept]) -> Vec<Kept> {
    let covered = |Kept { name, value }: &Kept| Kept {
        name: cover.text(name),
        value: match value {
            KeptValue::Text(text) => KeptValue::Text(cover.text(text)),
            KeptValue::Json(json) => KeptValue::Json(text::in_json(json, |text| cover.text(text))),
        },
    };
    all.iter().filter(|kept| !is_of_people(&kept.name)).map(covered).collect()
}

/// Whether a column without a field is of single people, as far as its heading tells.
pub(super) fn is_of_people(heading: &str) -> bool {
    const OF_PEOPLE: [&str; 12] = [
        "person",
        "dipendent",
        "cognome",
        "nominativ",
        "matricol",
        "mail",
        "telefon",
        "codicefiscal",
        "valutazione",
        "staff",
        "employee",
        "surname",
    ];
    let bones = skeleton(heading);
    let key = matches!(
        keys::objective(heading),
        Some(Key::Field(Field::StaffPercent | Field::StandInDegree | Field::Responsible | Field::Support))
    );
    key || OF_PEOPLE.iter().any(|word| bones.contains(word))
}
