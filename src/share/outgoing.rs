// SPDX-License-Identifier: AGPL-3.0-or-later
//! A link that is about to go out, or the file in its place, with what whoever sends it should know before: what stays
//! behind, what looks otherwise on the other side, and some of it as it will stand there.
//!
//! All of it is read off what the other side opens, not off what it was made of. Never here: words (see `locale::share`).

use borsh::{BorshDeserialize, BorshSerialize};
use rustc_hash::FxHashSet;

use super::aggregates::{FEWEST, People};
use super::level::{everything, is_of_people, suspects, without_names};
use super::{Aggregates, Content, Level, LookedAt, TooMuch, make, sealed};
use crate::document::Document;
use crate::findings::Finding;
use crate::plan::{DocumentKind, Kept, MissionCode, Objective, Plan};
use crate::reading::Achievement;
use crate::reading::people::Kind;
use crate::view::{View, address};

/// How many objectives are shown as they go out.
const SAMPLES: usize = 3;

/// How many names that may be left in texts are shown.
const MOST_SUSPECTS: usize = 12;

/// A link, or a file where it would be too long, with what there is to know of it.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Outgoing {
    /// How much goes out.
    pub level: Level,
    /// The data of the link, without `#` and view; empty where there is more than a link can carry, which goes as a file.
    pub data: String,
    /// What a passphrase seals of it (see `sealed`); empty likewise.
    pub to_seal: Vec<u8>,
    /// How what is open is looked at, as the other side can: see [`address`]. Empty where everything is looked at;
    /// where figures go out, which are of everything, nothing but the order of the slides of a sitting.
    pub view: String,
    /// How many objectives go out one by one; none where figures do.
    pub objectives: u32,
    /// What the other side does not get, or gets otherwise.
    pub behind: Vec<Behind>,
    /// What whoever sends it should look at before.
    pub checks: Vec<Check>,
    /// Objectives as they go out: such first of which a text was changed.
    pub samples: Vec<Sample>,
    /// Whether names or staff percentages go out.
    pub is_personal: bool,
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
    /// Other texts in which a name was covered: titles, notes, names of views, values without a field.
    CoveredOthers(u32),
    /// So many columns without a field that are of single people.
    Columns(u32),
    /// So many decisions on which names are one person's.
    Decisions(u32),
    /// Saved views without a search or a filter that they had.
    Views(u32),
    /// So many filters of the view as it is now, which would choose other objectives there.
    Filters(u32),
    /// What is searched now, which says a name.
    Search,
    /// The staff percentages of so many objectives.
    StaffPercents(u32),
    /// So many findings more or fewer, which lean on what does not go out.
    Findings(u32),
    /// Objectives that went otherwise there, because a name that is covered is also a word that told it.
    OtherDegrees(u32),
    /// Missions without a code, or of few people, that are counted together: how many of how many.
    SmallMissions(u32, u32),
    /// The figures by mission, since no mission has a code.
    Uncoded,
    /// The figures by mission, which would be of one or two people.
    ByMission,
    /// The figures of strategic objectives, for the same reason.
    Strategic,
    /// The figures by year, for the same reason.
    Years,
}

/// What whoever sends a link should look at before.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Check {
    /// What may be names of people in texts that go out without names: some of them, and how many more there are.
    Suspects(Vec<String>, u32),
    /// The figures are of so few people in all that whoever knows them knows whose they are.
    FewPeople(u32),
    /// So many of the degrees that go out are staff percentages that stand in for them.
    StandIns(u32),
    /// So many of the degrees in the means are.
    StandInsInMeans(u32),
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
    /// Whether it goes as a file, since it is too much for a link.
    pub fn is_file(&self) -> bool {
        self.data.is_empty()
    }

    /// The link of a document at a level, and of a view of it as a plan keeps one ([`address::write_in_plan`]).
    ///
    /// # Errors
    /// Where there are more figures than a link can carry: of these there is no file either.
    pub fn new(document: &Document, level: Level, view: &str) -> Result<Self, TooMuch> {
        let content = Content::new(document, level);
        let made = make(&content).and_then(|data| Ok((sealed::to_seal(&data).ok_or(TooMuch)?, data)));
        let Some(there) = content.plan() else {
            let Content::Figures(figures) = &content else { return Err(TooMuch) };
            let (to_seal, data) = made?;
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
                checks: checks_of_figures(document, figures),
                samples: Vec::new(),
                is_personal: false,
            });
        };
        // Of a plan that goes as a file there is the same to know.
        let (to_seal, data) = made.unwrap_or_default();
        let here = &document.import.plan;
        let opened = document.arrived(content.clone(), String::new());
        let seen = content.view(document, view);
        let LookedAt { view: seen, filters, .. } = LookedAt::new(document, &opened, view, &seen);
        let sent = address::write(&seen, &opened);
        let mut behind = behind(document, &opened);
        if filters > 0 {
            behind.push(Behind::Filters(filters));
        }
        if address::has_search(view) && !address::has_search(&sent) {
            behind.push(Behind::Search);
        }
        Ok(Self {
            level,
            data,
            to_seal,
            view: sent,
            objectives: there.objectives.len() as u32,
            behind,
            checks: if level == Level::WithoutNames { checks_of_plan(there) } else { Vec::new() },
            samples: samples(here, there),
            is_personal: level == Level::Everything && is_personal(document),
        })
    }
}

/// What figures leave behind.
fn behind_figures(document: &Document, figures: &Aggregates) -> Vec<Behind> {
    let before = &document.whole;
    let missions = || before.by_mission.iter().filter(|group| !group.key.is_empty());
    let count = missions().count() as u32;
    let kept = figures.by_mission.iter().filter(|part| part.key.is_some()).count() as u32;
    let is_left_out = |parts: usize, before: usize| parts == 0 && before > 0;
    let by_mission = match is_left_out(figures.by_mission.len(), count as usize) {
        true if missions().all(|group| group.key.parse::<MissionCode>().is_err()) => Behind::Uncoded,
        true => Behind::ByMission,
        false => Behind::SmallMissions(count.saturating_sub(kept), count),
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
            | Self::CoveredOthers(count)
            | Self::Columns(count)
            | Self::Decisions(count)
            | Self::Views(count)
            | Self::Filters(count)
            | Self::StaffPercents(count)
            | Self::Findings(count)
            | Self::OtherDegrees(count)
            | Self::SmallMissions(count, _) => *count > 0,
            Self::Search | Self::Uncoded | Self::ByMission | Self::Strategic | Self::Years => true,
        }
    }
}

/// What may be left of names in a plan that goes out without them, and how many degrees in it are of the staff.
fn checks_of_plan(there: &Plan) -> Vec<Check> {
    let all = suspects(there);
    let some = all.iter().take(MOST_SUSPECTS).map(|name| name.to_string()).collect();
    let more = all.len().saturating_sub(MOST_SUSPECTS) as u32;
    let suspects = (!all.is_empty()).then_some(Check::Suspects(some, more));
    let of_staff = there.objectives.iter().filter(|one| one.stand_in_degree.is_some()).count() as u32;
    suspects.into_iter().chain((of_staff > 0).then_some(Check::StandIns(of_staff))).collect()
}

/// What there is to know of figures before they go out. Of some that came as figures nobody knows the people.
fn checks_of_figures(document: &Document, figures: &Aggregates) -> Vec<Check> {
    let people = if document.is_figures() { 0 } else { People::new(document).count() as u32 };
    let few = (1..FEWEST as u32).contains(&people).then_some(Check::FewPeople(people));
    let stand_ins = figures.whole.stand_ins;
    few.into_iter().chain((stand_ins > 0).then_some(Check::StandInsInMeans(stand_ins))).collect()
}

/// Whether a plan has names or staff percentages. One that came without them, with a role and a letter for everybody,
/// has not, unless somebody put them into it.
fn is_personal(document: &Document) -> bool {
    let has_staff = document.import.plan.objectives.iter().any(|one| one.staff_percent.is_some());
    has_staff || people(document) > 0 && !came_without_names(document)
}

/// Whether a plan came without names, and nobody put any into it since.
pub fn came_without_names(document: &Document) -> bool {
    let link = document.import.link.as_ref();
    if link.is_none_or(|link| link.level != Level::WithoutNames) {
        return false;
    }
    let plan = &document.import.plan;
    // Which degrees stand in is a matter of the method, not of names.
    let mut all = everything(plan);
    if all.objectives.iter().any(|one| one.stand_in_degree.is_some()) {
        all.objectives_mut().iter_mut().for_each(|one| one.stand_in_degree = None);
    }
    without_names(plan, &[]) == all
}

/// How many people a document names.
fn people(document: &Document) -> u32 {
    let register = &document.people;
    let members = register.members().iter().enumerate().filter(|(_, member)| member.kind == Kind::Person);
    members.map(|(at, _)| register.identity(at as u32)).collect::<FxHashSet<_>>().len() as u32
}

/// How many objectives went otherwise in what goes out of a document.
pub fn other_degrees(here: &Document, there: &Document) -> u32 {
    let is_other = |(here, there): &(&Achievement, &Achievement)| {
        (here.status, here.degree) != (there.status, there.degree)
    };
    here.achievements.iter().zip(&there.achievements).filter(is_other).count() as u32
}

/// The findings of a document, but for those set aside, that are none of what goes out of it. What only the reader of its
/// file noticed goes with no plan.
pub fn findings_behind<'d>(here: &'d Document, there: &Document) -> impl Iterator<Item = &'d Finding> {
    let there: FxHashSet<_> = there.findings.iter().map(|of| (of.kind.code(), of.n)).collect();
    let open = here.findings.iter().zip(&here.set_aside).filter(|(_, aside)| !**aside).map(|(of, _)| of);
    open.filter(move |of| !of.kind.is_of_the_reader() && !there.contains(&(of.kind.code(), of.n)))
}

/// What differs between a document and what the other side opens.
fn behind(here: &Document, there: &Document) -> Vec<Behind> {
    let count = |differs: fn(&Objective, &Objective) -> bool| {
        let pairs = here.import.plan.objectives.iter().zip(there.import.plan.objectives.iter());
        pairs.filter(|(here, there)| differs(here, there)).count() as u32
    };
    let has_other_names = count(|here, there| names_of(here) != names_of(there)) > 0;
    let (plan, sent) = (&here.import.plan, &there.import.plan);
    let differing =
        |here: &[&str], there: &[&str]| here.iter().zip(there).filter(|(a, b)| a != b).count() as u32;
    let views = plan.views.iter().zip(&sent.views);
    let parameters = |view: &str| view.split('&').count();
    let narrower =
        views.filter(|(here, there)| parameters(&here.view) > parameters(&there.view)).count() as u32;
    let decisions = |plan: &Plan| (plan.people.same.len() + plan.people.different.len()) as u32;
    let all = [
        Behind::Names(if has_other_names { people(here) } else { 0 }),
        Behind::CoveredTexts(count(|here, there| texts(here) != texts(there))),
        Behind::CoveredOthers(differing(&other_texts(plan), &other_texts(sent))),
        Behind::Columns((columns_of_people(plan).len() - columns_of_people(sent).len()) as u32),
        Behind::Decisions(decisions(plan) - decisions(sent)),
        Behind::Views(narrower),
        Behind::StaffPercents(count(|here, there| {
            let measure = here.staff_percent.is_some() && there.staff_percent.is_none();
            measure || here.stand_in_degree.is_some() && there.stand_in().is_none()
        })),
        Behind::Findings(
            (findings_behind(here, there).count() + findings_behind(there, here).count()) as u32,
        ),
        Behind::OtherDegrees(other_degrees(here, there)),
    ];
    all.into_iter().filter(Behind::is_something).collect()
}

fn names_of(objective: &Objective) -> [&[std::sync::Arc<str>]; 2] {
    [&objective.responsible.names, &objective.support.names]
}

/// The texts of an objective, but for columns that are of single people.
fn texts(one: &Objective) -> Vec<&str> {
    let of_indicators = one.indicators.iter().flat_map(|one| [&*one.text, &*one.expected, &*one.actual]);
    let of_objective =
        [&one.code_as_written, &one.objective, &one.purpose, &one.office, &one.outcome, &one.deadline];
    of_objective.into_iter().map(String::as_str).chain(of_indicators).chain(of_kept(&one.kept)).collect()
}

/// The texts of a plan that are of no objective.
fn other_texts(plan: &Plan) -> Vec<&str> {
    let kind = plan.header.kind.as_ref().and_then(|kind| match kind {
        DocumentKind::Other(written) => Some(written),
        _ => None,
    });
    let header = [plan.header.title.as_ref(), plan.header.body.as_ref(), kind].into_iter().flatten();
    let notes = plan.corrections.iter().map(|one| &one.note);
    let dismissed = plan.dismissed.iter().flat_map(|one| [&one.finding, &one.note]);
    let views = plan.views.iter().map(|view| &view.name);
    let all = header.chain(notes).chain(dismissed).chain(views).map(String::as_str);
    all.chain(of_kept(&plan.kept)).collect()
}

/// Values without a field, but for those that are of single people.
fn of_kept(all: &[Kept]) -> impl Iterator<Item = &str> {
    all.iter().filter(|kept| !is_of_people(&kept.name)).map(|kept| kept.value.as_str())
}

/// The columns without a field that are of single people.
fn columns_of_people(plan: &Plan) -> FxHashSet<&str> {
    let of_objectives = plan.objectives.iter().flat_map(|one| &one.kept);
    let names = of_objectives.chain(&plan.kept).map(|kept| kept.name.as_str());
    names.filter(|name| is_of_people(name)).collect()
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
