// SPDX-License-Identifier: AGPL-3.0-or-later
//! What missions and programmes are called: as the plan writes them, else as the official list of its year does.
//!
//! Never here: a correction of what the plan writes.

use std::collections::BTreeMap;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::facts::Facts;
use crate::plan::{MissionCode, ProgrammeCode, Year, official};

/// Gives names to the keys of groups (see [`Group`](crate::statistics::Group)).
pub trait Names {
    /// The name of a mission, without its code; `None` where there is none, or the key is itself the name.
    fn mission(&self, key: &str) -> Option<&str>;

    /// The name of a programme, likewise.
    fn programme(&self, key: &str) -> Option<&str>;
}

/// The names in a plan, completed from the official list.
#[derive(Debug, Clone, Default, BorshSerialize, BorshDeserialize)]
pub struct PlanNames {
    missions: BTreeMap<String, Arc<str>>,
    programmes: BTreeMap<String, Arc<str>>,
    year: Option<Year>,
}

impl PlanNames {
    /// The names of a plan of a year. Where it writes the name of one code in several ways, the first stands.
    pub fn new(facts: &Facts, year: Option<Year>) -> Self {
        let mut names = Self { year, ..Self::default() };
        for mission in facts.missions.values().iter().flatten() {
            if let Some(name) = mission.name.as_ref().filter(|_| mission.code.is_some()) {
                names.missions.entry(mission.key()).or_insert_with(|| Arc::clone(name));
            }
        }
        for programme in facts.programmes.values().iter().flatten() {
            if let Some(name) = programme.name.as_ref().filter(|_| programme.code.is_some()) {
                names.programmes.entry(programme.key()).or_insert_with(|| Arc::clone(name));
            }
        }
        names
    }

    /// The same with what the plan writes in other words, where these are to stand for names of people.
    pub fn covered(&self, text: &dyn Fn(&str) -> String) -> Self {
        let covered = |names: &BTreeMap<String, Arc<str>>| {
            names.iter().map(|(key, name)| (key.clone(), text(name).into())).collect()
        };
        Self { missions: covered(&self.missions), programmes: covered(&self.programmes), year: self.year }
    }
}

impl Names for PlanNames {
    fn mission(&self, key: &str) -> Option<&str> {
        let official = || official::mission_name(key.parse::<MissionCode>().ok()?, self.year);
        self.missions.get(key).map(|name| &**name).or_else(official)
    }

    fn programme(&self, key: &str) -> Option<&str> {
        let official = || official::programme_name(key.parse::<ProgrammeCode>().ok()?, self.year);
        self.programmes.get(key).map(|name| &**name).or_else(official)
    }
}

/// The names of a plan of which only figures are known: small missions are counted together, without a code.
#[derive(Clone, Copy)]
pub struct Merged<'a> {
    /// What those with a code are called.
    pub names: &'a dyn Names,
    /// What the others together are called.
    pub together: &'a str,
}

impl Names for Merged<'_> {
    fn mission(&self, key: &str) -> Option<&str> {
        if key.is_empty() { Some(self.together) } else { self.names.mission(key) }
    }

    fn programme(&self, key: &str) -> Option<&str> {
        self.names.programme(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Mission, Objective, Plan, Programme};

    #[test]
    fn the_plan_names_its_missions_and_the_list_names_the_rest() {
        let mission = Mission { code: MissionCode::new(4), name: Some("Scuola".into()) };
        let programme = Programme { code: "04.06".parse().ok(), name: None };
        let objective =
            Objective { mission: Some(mission), programme: Some(programme), ..Objective::default() };
        let plan = Plan { objectives: vec![objective].into(), ..Plan::default() };
        let names = PlanNames::new(&Facts::of(&plan), None);
        assert_eq!(names.mission("04"), Some("Scuola"));
        assert_eq!(names.mission("12"), Some("Diritti sociali, politiche sociali e famiglia"));
        assert_eq!(names.programme("04.06"), Some("Servizi ausiliari all'istruzione"));
        assert_eq!(names.mission("Cose varie"), None);
        assert_eq!(names.programme(""), None);
    }
}
