// SPDX-License-Identifier: AGPL-3.0-or-later
//! The official list of missions and programmes: D.Lgs. 118/2011, annex 14, with what changed from 2026 on.
//!
//! Never here: a correction. A plan's code is labelled from the list; a code the list does not have stays as it is.

use std::sync::OnceLock;

use crate::text::skeleton;

use super::{MissionCode, ProgrammeCode, Year};

/// One row of the list: a code, its name, and the years in which it has that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry {
    mission: MissionCode,
    /// `None` for the mission itself.
    programme: Option<ProgrammeCode>,
    name: &'static str,
    from: u16,
    until: u16,
}

/// The list, in the order of the codes. Read once from the table beside this file, whose last columns say from which
/// and until which year a name holds. How well each row is documented is in `docs/missioni-programmi-fonti.tsv`.
fn entries() -> &'static [Entry] {
    static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();
    ENTRIES.get_or_init(|| include_str!("missioni-programmi.tsv").lines().skip(1).filter_map(entry).collect())
}

fn entry(row: &'static str) -> Option<Entry> {
    let mut cells = row.split('\t');
    let (code, name) = (cells.next()?, cells.next()?);
    let (from, until) = (cells.next()?, cells.next()?);
    let programme = code.parse::<ProgrammeCode>().ok();
    Some(Entry {
        mission: match programme {
            Some(programme) => programme.mission(),
            None => code.parse().ok()?,
        },
        programme,
        name,
        from: from.parse().unwrap_or(Year::MIN),
        until: until.parse().unwrap_or(Year::MAX),
    })
}

/// The name that holds in a year; with no year, the one that held longest: the first of the list.
fn name_in(year: Option<Year>, wanted: impl Fn(&Entry) -> bool) -> Option<&'static str> {
    let mut found = entries().iter().filter(|entry| wanted(entry));
    match year {
        Some(year) => found.find(|e| (e.from..=e.until).contains(&year.number())),
        None => found.next(),
    }
    .map(|entry| entry.name)
}

/// The official name of a mission in a year.
///
/// ```
/// use traguardi::plan::{MissionCode, official};
/// let code = MissionCode::new(4).unwrap();
/// assert_eq!(official::mission_name(code, None), Some("Istruzione e diritto allo studio"));
/// assert_eq!(official::mission_name(MissionCode::new(42).unwrap(), None), None);
/// ```
pub fn mission_name(code: MissionCode, year: Option<Year>) -> Option<&'static str> {
    name_in(year, |entry| entry.programme.is_none() && entry.mission == code)
}

/// The official name of a programme in a year: from 2026 on, 12.01 has another name and 12.11 exists.
pub fn programme_name(code: ProgrammeCode, year: Option<Year>) -> Option<&'static str> {
    name_in(year, |entry| entry.programme == Some(code))
}

/// The mission that has this official name, in whatever case, with or without accents and punctuation.
pub fn mission_named(name: &str) -> Option<MissionCode> {
    let wanted = skeleton(name);
    entries().iter().find(|e| e.programme.is_none() && skeleton(e.name) == wanted).map(|e| e.mission)
}

/// Every mission of the list with its name, in the order of the codes.
pub fn missions() -> impl Iterator<Item = (MissionCode, &'static str)> {
    entries().iter().filter(|entry| entry.programme.is_none()).map(|entry| (entry.mission, entry.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_in_the_list() {
        let rows =
            include_str!("missioni-programmi.tsv").lines().skip(1).filter(|row| !row.is_empty()).count();
        assert_eq!(entries().len(), rows);
        assert_eq!(missions().count(), 23);
    }

    #[test]
    fn names_depend_on_the_year() {
        let nursery: ProgrammeCode = "12.01".parse().expect("a code");
        let new: ProgrammeCode = "12.11".parse().expect("a code");
        let in_year = |code, year| programme_name(code, Year::new(year));
        assert_ne!(in_year(nursery, 2025), in_year(nursery, 2026));
        assert_eq!(in_year(new, 2025), None);
        assert_eq!(in_year(new, 2026), Some("Interventi per asili nido"));
        assert_eq!(programme_name(nursery, None), in_year(nursery, 2021));
    }

    #[test]
    fn a_name_finds_its_mission_however_it_is_typed() {
        assert_eq!(
            mission_named("DIRITTI SOCIALI politiche sociali e famiglia").map(|c| c.number()),
            Some(12)
        );
        assert_eq!(mission_named("Sviluppo economico e competitivita").map(|c| c.number()), Some(14));
        assert_eq!(mission_named("Cose varie"), None);
    }
}
