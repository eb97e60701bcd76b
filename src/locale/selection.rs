// SPDX-License-Identifier: AGPL-3.0-or-later
//! A selection in words: each filter by itself, as on its chip, and the whole as a sentence.
//!
//! The sentence names codes where a plan has them, and no more than a few of a kind: chips say the rest. Never here: how
//! many objectives a selection has.

use super::Language;
use super::charts::charts;
use super::findings as findings_words;
use super::method::method;
use super::months::{month, name, when};
use super::page::page;
use crate::chart::Names;
use crate::findings::KINDS;
use crate::plan::{MissionCode, ProgrammeCode};
use crate::reading::{LEFT_OUT, Status};
use crate::statistics::spans::{Span, Stretch, spans};
use crate::statistics::{Dimension, Field, Filter, Interval, Month, Selection};

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
        (Dimension::Deadline | Dimension::Completed, key) if !key.is_empty() => {
            let span = Span { stretch: Stretch::One, filters: vec![filter] };
            lead(filter.dimension, &when(&span, language), false, language)
        }
        (dimension, _) => lead(dimension, &short(filter, language), key.is_empty(), language),
    }
}

/// Filters that stand together in words, as a chip has them: `in scadenza nel 1º trimestre 2021`.
pub fn label_of(span: &Span<'_>, names: &dyn Names, language: Language) -> String {
    match (&span.stretch, &span.filters[..]) {
        (_, []) => String::new(),
        (Stretch::One, [filter, ..]) => label(filter, names, language),
        (_, [filter, ..]) => lead(filter.dimension, &when(span, language), false, language),
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

/// What is selected of a plan (by its timeline) as a sentence without a verb: `missioni 01 e 12, raggiunti, che hanno
/// «scuola» nell’esito`; empty for a whole plan. Words are searched in this text of each objective, or in all of them.
pub fn sentence(
    selection: &Selection,
    field: Option<Field>,
    timeline: &[Month],
    language: Language,
) -> String {
    let words = words(language);
    let part = |dimension| part(&spans(selection, dimension, timeline), selection, dimension, language);
    let mut parts: Vec<String> = Dimension::ALL.into_iter().filter_map(part).collect();
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

/// What is selected of one dimension, what stands together as one.
fn part(
    spans: &[Span<'_>],
    selection: &Selection,
    dimension: Dimension,
    language: Language,
) -> Option<String> {
    let words = words(language);
    let first: &Filter = spans.first()?.filters.first()?;
    let is_turned = selection.is_turned(dimension);
    let named = spans.iter().take(NAMED).map(|span| match &span.filters[..] {
        // Each says when by itself.
        [filter, ..] if is_of_time(filter) && !is_turned => when(span, language),
        [filter, ..] if is_of_time(filter) => name(span, language),
        [filter, ..] => short(filter, language),
        [] => String::new(),
    });
    let list = list(named.collect(), spans.len(), words);
    if is_turned {
        return Some(format!("{} {list}", (words.all_but)(dimension)));
    }
    Some(match dimension {
        Dimension::Mission if spans.len() > 1 => format!("{} {list}", words.missions),
        Dimension::Programme if spans.len() > 1 => format!("{} {list}", words.programmes),
        Dimension::Mission if !first.key.is_empty() => format!("{} {list}", words.mission),
        Dimension::Programme if !first.key.is_empty() => format!("{} {list}", words.programme),
        _ => lead(dimension, &list, first.key.is_empty() && spans.len() == 1, language),
    })
}

/// Whether a filter is on a month, or on a year alone.
fn is_of_time(filter: &Filter) -> bool {
    matches!(filter.dimension, Dimension::Deadline | Dimension::Completed) && !filter.key.is_empty()
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
        [Language::Italian, Language::English].map(|language| sentence(selection, None, &[], language))
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
    fn months_that_stand_together_are_said_as_one() {
        let keys = ["2021-01", "2021-03", "2021-04", "2021-06", "2021-08", "2022-01"];
        let timeline = keys.map(|key| Month { key: key.to_owned(), ..Month::default() });
        let said = |handles: &[&str]| {
            [Language::Italian, Language::English]
                .map(|language| sentence(&selection(handles), None, &timeline, language))
        };
        assert_eq!(
            said(&["deadline:2021-01", "deadline:2021-03"]),
            ["in scadenza nel 1º trimestre 2021", "due in Q1 2021"]
        );
        assert_eq!(
            said(&["completed:2021-01", "completed:2021-04", "completed:2021-06", "completed:2021-08"]),
            [
                "conclusi a gennaio 2021 e da aprile ad agosto 2021",
                "completed in January 2021 and from April to August 2021"
            ]
        );
        let of_year: Vec<String> = keys[..5].iter().map(|key| format!("deadline:{key}")).collect();
        let of_year: Vec<&str> = of_year.iter().map(String::as_str).collect();
        assert_eq!(said(&of_year), ["in scadenza nel 2021", "due in 2021"]);
        assert_eq!(said(&["deadline:2021-08"]), ["in scadenza ad agosto 2021", "due in August 2021"]);
        let mut but = selection(&["deadline:2021-01", "deadline:2021-03"]);
        but.turn(Dimension::Deadline);
        let but = sentence(&but, None, &timeline, Language::Italian);
        assert_eq!(but, "tutte le scadenze tranne 1º trimestre 2021");
    }

    #[test]
    fn a_search_says_in_which_text() {
        let found = Selection { search: " scuola ".to_owned(), ..selection(&["mission:04"]) };
        assert_eq!(both(&found), ["missione 04, che hanno «scuola»", "mission 04, with “scuola”"]);
        let said = sentence(&found, Some(Field::Outcome), &[], Language::Italian);
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
