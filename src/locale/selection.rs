// SPDX-License-Identifier: AGPL-3.0-or-later
//! A selection in words: each filter by itself, as on its chip, and the whole as a sentence.
//!
//! The sentence names codes where a plan has them, and no more than a few of a kind: chips say the rest. Never here: how
//! many objectives a selection has.

use super::Language;
use super::charts::charts;
use super::findings as findings_words;
use super::method::method;
use super::page::page;
use crate::chart::Names;
use crate::findings::KINDS;
use crate::plan::{MissionCode, ProgrammeCode};
use crate::reading::{LEFT_OUT, Status};
use crate::statistics::{Dimension, Field, Filter, Interval, Selection};

mod words;

pub use words::{EN, IT, SelectionWords};

/// The words of a language.
pub fn words(language: Language) -> &'static SelectionWords {
    language.pick(&IT, &EN)
}

/// How many keys of a dimension the sentence names.
const NAMED: usize = 4;

/// A filter in words, as a chip has it: `Missione 04 Istruzione e diritto allo studio`.
pub fn label(filter: &Filter, names: &dyn Names, language: Language) -> String {
    let (key, page) = (filter.key.as_str(), page(language));
    let named = |name: Option<&str>| match name {
        Some(name) => format!("{key} {name}"),
        None => key.to_owned(),
    };
    match (filter.dimension, key) {
        (Dimension::Mission, "") => page.no_mission.to_owned(),
        (Dimension::Mission, _) => (page.mission)(&named(names.mission(key))),
        (Dimension::Programme, "") => page.no_programme.to_owned(),
        (Dimension::Programme, _) => (page.programme)(&named(names.programme(key))),
        (Dimension::Strategic | Dimension::Status, _) => short(filter, language),
        (dimension, _) => lead(dimension, &short(filter, language), key.is_empty(), language),
    }
}

/// What a dimension is called before one of its keys.
fn lead(dimension: Dimension, key: &str, is_none: bool, language: Language) -> String {
    let words = words(language);
    let lead = match dimension {
        // These say themselves what they are.
        _ if is_none => return key.to_owned(),
        Dimension::Office => words.office,
        Dimension::Degree => words.degree,
        Dimension::Staff => words.staff,
        Dimension::Deadline => words.deadline,
        Dimension::Completed => words.completed,
        Dimension::Year => words.planned,
        Dimension::Mission
        | Dimension::Programme
        | Dimension::Person
        | Dimension::Status
        | Dimension::Strategic
        | Dimension::Finding => return key.to_owned(),
    };
    format!("{lead} {key}")
}

/// A key in as few words as say it beside others of its dimension.
fn short(filter: &Filter, language: Language) -> String {
    let (key, page, words) = (filter.key.as_str(), page(language), words(language));
    match (filter.dimension, key) {
        (Dimension::Mission, "") => page.no_mission.to_owned(),
        (Dimension::Programme, "") => page.no_programme.to_owned(),
        (Dimension::Person, "") => page.no_person.to_owned(),
        (Dimension::Year, "") => page.no_year.to_owned(),
        (Dimension::Office, "") => words.no_office.to_owned(),
        (Dimension::Deadline, "") => words.no_deadline.to_owned(),
        (Dimension::Completed, "") => words.no_completion.to_owned(),
        (Dimension::Degree, "") => charts(language).no_degree.to_owned(),
        (Dimension::Staff, "") => words.no_staff.to_owned(),
        (Dimension::Finding, "") => findings_words::words(language).nothing.to_owned(),
        (Dimension::Status, LEFT_OUT) => method(language).left_out_filter.to_owned(),
        (Dimension::Status, _) => Status::from_code(key)
            .map_or_else(|| key.to_owned(), |status| charts(language).status(status).many.to_owned()),
        (Dimension::Strategic, "true") => page.strategic.to_owned(),
        (Dimension::Strategic, "false") => page.ordinary.to_owned(),
        (Dimension::Strategic, _) => page.strategic_not_stated.to_owned(),
        (Dimension::Degree | Dimension::Staff, _) => range(key, language),
        (Dimension::Deadline | Dimension::Completed, _) => month(key, language),
        (Dimension::Finding, _) => KINDS
            .iter()
            .position(|kind| *kind == key)
            .map_or_else(|| key.to_owned(), |kind| findings_words::title(kind, language).to_owned()),
        (Dimension::Mission | Dimension::Programme, _)
            if key.parse::<MissionCode>().is_err() && key.parse::<ProgrammeCode>().is_err() =>
        {
            format!("«{key}»")
        }
        _ => key.to_owned(),
    }
}

/// A range of percentages in words.
pub fn range(key: &str, language: Language) -> String {
    let Some(range) = Interval::parse(key) else { return key.to_owned() };
    let ((from, with_from), (to, with_to)) = range.bounds();
    let number = |value: f64| language.number(value, 2);
    let percent = language.pick("\u{a0}%", "%");
    if from == to {
        return format!("{}{percent}", number(from));
    }
    let words = words(language);
    let low = if with_from { words.from } else { words.above };
    let high = match (with_from, with_to) {
        (_, true) => words.to,
        (true, false) => words.to_below,
        (false, false) => words.and_below,
    };
    format!("{low} {} {high} {}{percent}", number(from), number(to))
}

/// A month, or a year alone: `giugno 2021`.
pub fn month(key: &str, language: Language) -> String {
    let Some((year, number)) = key.split_once('-') else { return key.to_owned() };
    match number.parse().ok().and_then(|number| language.month(number)) {
        Some(month) => format!("{month} {year}"),
        None => key.to_owned(),
    }
}

/// What is selected as a sentence without a verb: `missioni 01 e 12, raggiunti, che hanno «scuola» nell’esito`; empty for
/// a whole plan. Words are searched in this text of each objective, or in all of them.
pub fn sentence(selection: &Selection, field: Option<Field>, language: Language) -> String {
    let words = words(language);
    let mut parts: Vec<String> =
        Dimension::ALL.into_iter().filter_map(|dimension| part(selection, dimension, language)).collect();
    let search = selection.search.trim();
    if !search.is_empty() {
        parts.push(in_text((words.having)(search), field, language));
    }
    parts.join(words.parts)
}

/// What is searched, as a chip has it: `contiene «scuola» nell’esito`.
pub fn search_chip(search: &str, field: Option<Field>, language: Language) -> String {
    in_text((page(language).search_chip)(search), field, language)
}

fn in_text(said: String, field: Option<Field>, language: Language) -> String {
    match field {
        Some(field) => format!("{said} {}", (words(language).in_text)(field)),
        None => said,
    }
}

/// What is selected of one dimension.
fn part(selection: &Selection, dimension: Dimension, language: Language) -> Option<String> {
    let words = words(language);
    let keys: Vec<&str> = selection.keys(dimension).collect();
    let first = keys.first()?;
    let is_turned = selection.is_turned(dimension);
    let named = keys.iter().take(NAMED).map(|key| short(&Filter::new(dimension, *key), language));
    let list = list(named.collect(), keys.len(), words);
    if is_turned {
        return Some(format!("{} {list}", (words.all_but)(dimension)));
    }
    Some(match dimension {
        Dimension::Mission if keys.len() > 1 => format!("{} {list}", words.missions),
        Dimension::Programme if keys.len() > 1 => format!("{} {list}", words.programmes),
        Dimension::Mission if !first.is_empty() => format!("{} {list}", words.mission),
        Dimension::Programme if !first.is_empty() => format!("{} {list}", words.programme),
        _ => lead(dimension, &list, first.is_empty() && keys.len() == 1, language),
    })
}

/// Some of so many, as a list: `01, 04 e 12`; `01, 04, 05, 06 e altri 3`.
fn list(mut named: Vec<String>, of: usize, words: &SelectionWords) -> String {
    let more = of - named.len();
    if more > 0 {
        named.push((words.more)(more));
    }
    let last = named.pop().unwrap_or_default();
    match named.is_empty() {
        true => last,
        false => format!("{}{}{last}", named.join(", "), words.and),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(handles: &[&str]) -> Selection {
        let filters = handles.iter().filter_map(|handle| Filter::from_handle(handle)).collect();
        Selection { filters, ..Selection::default() }
    }

    fn both(selection: &Selection) -> [String; 2] {
        [Language::Italian, Language::English].map(|language| sentence(selection, None, language))
    }

    #[test]
    fn a_selection_reads_as_a_sentence() {
        let some = selection(&["mission:01", "mission:12", "status:achieved"]);
        assert_eq!(both(&some), ["missioni 01 e 12, raggiunti", "missions 01 and 12, achieved"]);
        let one = selection(&["mission:", "degree:[30,70]", "completed:2021-06"]);
        assert_eq!(
            both(&one),
            [
                "senza missione, grado da 30 a 70\u{a0}%, conclusi a giugno 2021",
                "without a mission, degree from 30 to 70%, completed in June 2021"
            ]
        );
        assert_eq!(both(&Selection::default()), ["", ""]);
    }

    #[test]
    fn a_search_says_in_which_text() {
        let found = Selection { search: " scuola ".to_owned(), ..selection(&["mission:04"]) };
        assert_eq!(both(&found), ["missione 04, che hanno «scuola»", "mission 04, with “scuola”"]);
        let said = sentence(&found, Some(Field::Outcome), Language::Italian);
        assert_eq!(said, "missione 04, che hanno «scuola» nell’esito");
        let chip = search_chip("scuola", Some(Field::Responsible), Language::English);
        assert_eq!(chip, "contains “scuola” among those responsible");
    }

    #[test]
    fn all_but_says_so() {
        let mut but = selection(&["mission:01", "mission:12", "status:not_achieved"]);
        but.turn(Dimension::Mission);
        but.turn(Dimension::Status);
        assert_eq!(
            both(&but),
            [
                "tutte le missioni tranne 01 e 12, tutti gli esiti tranne non raggiunti",
                "all missions but 01 and 12, all outcomes but not achieved"
            ]
        );
    }

    #[test]
    fn a_long_list_says_how_many_more() {
        let many: Vec<String> = (1..=9).map(|n| format!("mission:{n:02}")).collect();
        let many = selection(&many.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(both(&many), ["missioni 01, 02, 03, 04 e altre 5", "missions 01, 02, 03, 04 and 5 more"]);
    }

    #[test]
    fn ranges_say_which_ends_belong_to_them() {
        let it = |key| range(key, Language::Italian);
        assert_eq!(it("[30,70]"), "da 30 a 70\u{a0}%");
        assert_eq!(it("[30,70)"), "da 30 a meno di 70\u{a0}%");
        assert_eq!(it("(0,10)"), "più di 0 e meno di 10\u{a0}%");
        assert_eq!(it("(0,62.5]"), "più di 0 a 62,5\u{a0}%");
        assert_eq!(it("100"), "100\u{a0}%");
        assert_eq!(it("?"), "?");
    }
}
