// SPDX-License-Identifier: AGPL-3.0-or-later
//! A view as the fragment of an address: `view=1&mission=01&not-status=achieved&search=scuola&sort=-degree`.
//!
//! Where the address is for somebody else (a link that carries the plan), `lang=it` says in which language the page was.
//!
//! One parameter for each thing, so that people can read it, and so that a program which adds parameters of its own
//! (`utm_source`) spoils nothing. People are numbers in the plan's list of those who answer for objectives, with a check
//! of that list: a name never stands in an address, and a number never means somebody else. A search that says a name is
//! left out for the same reason.
//!
//! Never here: failing whole. What cannot be read, or names what the plan does not have, is left aside and told.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::View;
use crate::chart::Chart;
use crate::decimal;
use crate::document::Document;
use crate::findings::{KINDS, ON_STAFF};
use crate::locale::Language;
use crate::reading::{LEFT_OUT, Status};
use crate::sitting::{self, Sitting};
use crate::statistics::{Dimension, Filter, Group, Selection};
use crate::text::fold;

/// The version of the parameters. One that is made later and means the same is still of this version.
const VERSION: u32 = 1;

/// What makes a fragment one that has a view in it, with the version after it.
const MARK: &str = "view";

/// The parameters of charts whose rows stand by value, and of missions that were opened and closed in them.
const BY_VALUE: &str = "by-value";
const OPEN: &str = "open";
const CLOSED: &str = "closed";

/// The parameter of the slides of a sitting, and the one that opens them.
const SITTING: &str = "sitting";
const PROJECTOR: &str = "projector";

/// The parameter of a person by name, in views that a plan keeps.
const NAMED: &str = "named";

/// The parameter of the language in which the page was that made the address, for whoever gets it.
const LANGUAGE: &str = "lang";

/// How long a fragment may be, in bytes: far more than a view of any plan that people filter by hand.
const LONGEST: usize = 64 << 10;

/// How many filters are taken from an address.
const MOST_FILTERS: usize = 500;

/// What stands in an address as it is. Everything else is percent-encoded, also what fragments may have by their
/// grammar: mail programs end an address at brackets and punctuation.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// What was in an address and is not in the view that came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Left {
    /// The view is of a later version of the page, and nothing of it was taken.
    Newer,
    /// It is longer than views are, and nothing of it was taken.
    TooLong,
    /// A parameter whose value cannot be understood, with its name.
    Unreadable(String),
    /// A filter on what the plan does not have.
    Unknown(Filter),
    /// More filters than are taken: how many were left aside.
    TooMany(usize),
    /// People by number, of a plan with other people.
    OtherPeople,
    /// An objective that the plan does not have: its number, from 1.
    NoObjective(u32),
    /// Slides of a sitting that the plan does not have: some of them as they are written, and how many they are.
    NoSlides(Vec<String>, usize),
    /// More objectives in a sitting than are taken: how many were left aside.
    TooManySlides(usize),
    /// All of a view, of a document that has no objectives to choose among: figures only.
    OnlyFigures,
}

/// The view that an address gives of a plan, and what of the address is not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The view.
    pub view: View,
    /// What was left aside.
    pub left: Vec<Left>,
}

/// Whether a fragment has a view in it.
pub fn has_view(fragment: &str) -> bool {
    parameters(fragment).any(|(name, _)| name == MARK)
}

/// The fragment of a view, without `#`; empty for a view of everything.
pub fn write(view: &View, document: &Document) -> String {
    match *view == View::default() {
        true => String::new(),
        false => fragment(view, document, false),
    }
}

/// The same for the plan to keep, which has its people by name anyway: nothing is left out, and it means the same when
/// others join them.
pub fn write_in_plan(view: &View, document: &Document) -> String {
    fragment(view, document, true)
}

fn fragment(view: &View, document: &Document, with_names: bool) -> String {
    let mut out = format!("{MARK}={VERSION}");
    let View { selection, listing, objective, charts, sitting } = view;
    for Filter { dimension, key } in &selection.filters {
        let not = if selection.is_turned(*dimension) { "not-" } else { "" };
        match dimension {
            Dimension::Person if with_names && !key.is_empty() => {
                push(&mut out, &format!("{not}{NAMED}"), key)
            }
            Dimension::Person if !key.is_empty() => {
                if let Some(person) = person(document, key) {
                    push(&mut out, &format!("{not}{}", dimension.code()), &person);
                }
            }
            _ => push(&mut out, &format!("{not}{}", dimension.code()), key),
        }
    }
    let search = selection.search.trim();
    if !search.is_empty() && (with_names || !says_a_name(search, document)) {
        push(&mut out, "search", search);
    }
    for (name, value) in listing.parameters() {
        push(&mut out, name, &value);
    }
    for chart in Chart::ALL.into_iter().filter(|chart| charts.is_by_value(*chart)) {
        push(&mut out, BY_VALUE, chart.code());
    }
    for (name, missions) in [(CLOSED, &charts.closed), (OPEN, &charts.opened)] {
        missions.iter().for_each(|mission| push(&mut out, name, mission));
    }
    if let Some(slides) = sitting.parameter() {
        push(&mut out, SITTING, &slides);
    }
    if let Some(objective) = objective {
        push(&mut out, "objective", &(objective + 1).to_string());
    }
    out
}

/// Whether something is searched in a view.
pub fn has_search(fragment: &str) -> bool {
    parameters(fragment)
        .any(|(name, value)| name == "search" && value.is_some_and(|value| !value.trim().is_empty()))
}

/// A view with the language of the page, for an address that is to be opened by somebody else.
pub fn with_language(view: &str, language: Language) -> String {
    let mut out = view.to_owned();
    push(&mut out, LANGUAGE, language.tag());
    out.split_off(usize::from(view.is_empty()))
}

/// A view that is to be opened as a sitting, for an address that somebody else opens, on a projector say. It is done once,
/// when what the address brings is opened, and is no part of how that is looked at.
pub fn for_projector(view: &str) -> String {
    let mut out = view.to_owned();
    push(&mut out, PROJECTOR, "1");
    out.split_off(usize::from(view.is_empty()))
}

/// Whether an address is to be opened as a sitting.
pub fn is_for_projector(fragment: &str) -> bool {
    parameters(fragment).any(|(name, value)| name == PROJECTOR && value.as_deref() == Some("1"))
}

/// The language in which the page was that made an address, where it says so.
pub fn language(fragment: &str) -> Option<Language> {
    let value = parameters(fragment).find(|(name, _)| name == LANGUAGE).and_then(|(_, value)| value)?;
    // What a mail program put after the end of a link stands after its last parameter.
    Language::from_tag(value.trim_end_matches(|c: char| !c.is_ascii_alphabetic()))
}

/// What covers the names in a view.
pub struct Covers<'a> {
    /// What a person is called there, if anything.
    pub name: &'a dyn Fn(&str) -> Option<String>,
    /// Covers names in texts.
    pub text: &'a dyn Fn(&str) -> String,
    /// Covers them in the names of missions and programmes, as the plan itself has them there.
    pub heading: &'a dyn Fn(&str) -> String,
    /// Covers names and parts of them in what is searched.
    pub search: &'a dyn Fn(&str) -> String,
}

/// A view that a plan keeps, for the same plan with other names. A search that says a name goes, and so do people by
/// number, of whom there is another list, and what is of staff percentages, which stay behind.
pub fn without_names(view: &str, covers: &Covers<'_>) -> String {
    let Covers { name, text, heading, search } = covers;
    let (staff, finding) = (Dimension::Staff.code(), Dimension::Finding.code());
    let (mission, programme) = (Dimension::Mission.code(), Dimension::Programme.code());
    let mut out = String::new();
    for (parameter, value) in parameters(view) {
        let about = parameter.strip_prefix("not-").unwrap_or(&parameter);
        let value = value.unwrap_or_default();
        let value = match about {
            NAMED => name(&value),
            _ if about == Dimension::Person.code() => value.is_empty().then_some(value),
            // No objective has such a percentage there, nor what is found by it.
            _ if about == staff || about == finding && value == ON_STAFF => None,
            OPEN | CLOSED => Some(heading(&value)),
            _ if about == mission || about == programme => Some(heading(&value)),
            SITTING => Some(sitting::understood(&value)),
            "search" => Some(value).filter(|value| search(value) == *value),
            _ => Some(text(&value)),
        };
        if let Some(value) = value {
            push(&mut out, &text(&parameter), &value);
        }
    }
    out.split_off(usize::from(out.starts_with('&')))
}

fn push(out: &mut String, name: &str, value: &str) {
    out.push('&');
    out.push_str(name);
    out.push('=');
    out.extend(utf8_percent_encode(value, PLAIN));
}

/// The names and values of a fragment, decoded. A name without a value has an empty one.
fn parameters(fragment: &str) -> impl Iterator<Item = (String, Option<String>)> + '_ {
    let decoded = |text: &str| percent_decode_str(text).decode_utf8().ok().map(|text| text.into_owned());
    fragment.split('&').filter(|part| !part.is_empty()).filter_map(move |part| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        Some((decoded(name)?, decoded(value)))
    })
}

/// The view of a plan that a fragment describes; `None` where there is none in it.
pub fn read(fragment: &str, document: &Document) -> Option<Found> {
    if !has_view(fragment) {
        return None;
    }
    let mut found = Found::default();
    if fragment.len() > LONGEST {
        found.left.push(Left::TooLong);
        return Some(found);
    }
    let version = parameters(fragment).find(|(name, _)| name == MARK).and_then(|(_, value)| value);
    match version.as_deref().map(str::parse::<u32>) {
        Some(Ok(VERSION)) => {}
        Some(Ok(newer)) if newer > VERSION => {
            found.left.push(Left::Newer);
            return Some(found);
        }
        _ => {
            found.left.push(Left::Unreadable(MARK.to_owned()));
            return Some(found);
        }
    }
    let mut too_many = 0;
    for (name, value) in parameters(fragment) {
        let (about, is_turned) = match name.strip_prefix("not-") {
            Some(rest) => (rest, true),
            None => (name.as_str(), false),
        };
        let dimension = Dimension::from_code(about).or((about == NAMED).then_some(Dimension::Person));
        let Some(value) = value else {
            found.left.push(Left::Unreadable(name));
            continue;
        };
        match (dimension, name.as_str()) {
            (Some(_), _) if found.view.selection.filters.len() >= MOST_FILTERS => too_many += 1,
            (Some(dimension), _) => match filter(dimension, about == NAMED, &value, document) {
                Ok(filter) => take(&mut found, filter, is_turned, name),
                Err(left) => leave(&mut found, left),
            },
            (None, "search") => found.view.selection.search = value,
            (None, "objective") => match value.parse::<u32>() {
                Ok(n)
                    if n.checked_sub(1).is_some_and(|at| (at as usize) < document.plan.objectives.len()) =>
                {
                    found.view.objective = Some(n - 1);
                }
                Ok(n) => found.left.push(Left::NoObjective(n)),
                Err(_) => found.left.push(Left::Unreadable(name)),
            },
            (None, SITTING) => take_sitting(&mut found, &value, document),
            (None, BY_VALUE) => match Chart::from_code(&value).filter(|chart| chart.can_be_ordered()) {
                Some(chart) => found.view.charts.order(chart, true),
                None => leave(&mut found, Left::Unreadable(name)),
            },
            (None, OPEN | CLOSED) => match filter(Dimension::Mission, false, &value, document) {
                // The first word stands, as with filters.
                Ok(mission) => found.view.charts.set_open(mission.key, name == OPEN),
                Err(left) => leave(&mut found, left),
            },
            // Whatever else is there is somebody else's.
            _ => {
                if found.view.listing.take(&name, &value) == Some(false) {
                    found.left.push(Left::Unreadable(name));
                }
            }
        }
    }
    if too_many > 0 {
        found.left.push(Left::TooMany(too_many));
    }
    Some(if document.is_figures() { of_figures(found) } else { found })
}

/// What of a view figures have that came alone: the order of the slides.
fn of_figures(mut found: Found) -> Found {
    let view = View { sitting: std::mem::take(&mut found.view.sitting), ..View::default() };
    let of_slides = |left: &Left| matches!(left, Left::NoSlides(..) | Left::TooManySlides(_));
    let (mut left, others): (Vec<_>, Vec<_>) = found.left.into_iter().partition(of_slides);
    if !others.is_empty() || found.view != View::default() {
        left.push(Left::OnlyFigures);
    }
    Found { view, left }
}

/// Puts the order of the slides into the view; the first word stands.
fn take_sitting(found: &mut Found, value: &str, document: &Document) {
    if !found.view.sitting.is_at_first() {
        return leave(found, Left::Unreadable(SITTING.to_owned()));
    }
    let (sitting, unknown) = Sitting::read(value, document);
    found.view.sitting = sitting;
    if unknown.count > 0 {
        found.left.push(Left::NoSlides(unknown.some, unknown.count));
    }
    if unknown.beyond > 0 {
        found.left.push(Left::TooManySlides(unknown.beyond));
    }
}

/// Leaves something aside, which is told once.
fn leave(found: &mut Found, left: Left) {
    if !found.left.contains(&left) {
        found.left.push(left);
    }
}

/// Puts a filter into the view. A dimension looked at either way round is neither: the first word stands.
fn take(found: &mut Found, filter: Filter, is_turned: bool, name: String) {
    let Selection { filters, but, .. } = &mut found.view.selection;
    let dimension = filter.dimension;
    let is_first = !filters.iter().any(|known| known.dimension == dimension);
    if is_first && is_turned {
        but.insert(dimension);
    }
    match but.contains(&dimension) == is_turned {
        true => drop(filters.insert(filter)),
        false => found.left.push(Left::Unreadable(name)),
    }
}

/// The filter of a value, where the plan has what it names.
fn filter(dimension: Dimension, is_named: bool, value: &str, document: &Document) -> Result<Filter, Left> {
    let whole = &document.whole;
    let is_key_of = |groups: &[Group]| groups.iter().any(|group| group.key == value);
    let unknown = || Left::Unknown(Filter::new(dimension, value));
    let is_known = match dimension {
        Dimension::Mission => is_key_of(&whole.by_mission),
        Dimension::Programme => is_key_of(&whole.by_programme),
        Dimension::Year => is_key_of(&whole.by_year),
        Dimension::Strategic => is_key_of(&whole.by_strategic),
        Dimension::Office => whole.status_by_office.iter().any(|row| row.key == value),
        // Also a month without any of these: a quarter that is chosen is all of its months.
        Dimension::Deadline | Dimension::Completed => whole.timeline.iter().any(|month| month.key == value),
        Dimension::Status => Status::from_code(value).is_some() || value == LEFT_OUT,
        Dimension::Finding => value.is_empty() || KINDS.contains(&value),
        Dimension::Person if value.is_empty() || is_named => is_key_of(&whole.by_responsible),
        Dimension::Person => return named(value, document).map(|name| Filter::new(dimension, name)),
        Dimension::Degree | Dimension::Staff => {
            return range(value).map(|range| Filter::new(dimension, range)).ok_or_else(unknown);
        }
    };
    if is_known { Ok(Filter::new(dimension, value)) } else { Err(unknown()) }
}

/// A range of percentages as filters write it; one that is turned round is put right, since it can mean nothing else.
fn range(value: &str) -> Option<String> {
    use crate::statistics::Interval;
    if value.is_empty() {
        return Some(String::new());
    }
    Interval::parse(value)?;
    let Some((from, to)) = value.get(1..value.len() - 1).and_then(|inner| inner.split_once(',')) else {
        return Some(value.to_owned());
    };
    match (decimal::parse(from), decimal::parse(to)) {
        (Some(low), Some(high)) if low > high => Some(format!("[{to},{from}]")),
        _ => Some(value.to_owned()),
    }
}

/// A person as an address has them: the place in the list, and the check of the list.
fn person(document: &Document, name: &str) -> Option<String> {
    let place = document.table.place_of_person(name)?;
    Some(format!("{}.{}", place + 1, check(document)))
}

fn named(value: &str, document: &Document) -> Result<String, Left> {
    let unreadable = || Left::Unreadable(Dimension::Person.code().to_owned());
    let (place, stated) = value.split_once('.').ok_or_else(unreadable)?;
    let place: usize = place.parse().map_err(|_| unreadable())?;
    let people = &document.whole.by_responsible;
    match place.checked_sub(1).and_then(|at| people.get(at)) {
        Some(group) if !group.key.is_empty() && stated == check(document) => Ok(group.key.clone()),
        _ => Err(Left::OtherPeople),
    }
}

/// The check of the list of those who answer for objectives: FNV-1a of 32 bits over their names, folded, in their order.
/// It tells one list from another, and nothing of who is in it.
fn check(document: &Document) -> String {
    let mut hash = 0x811c_9dc5_u32;
    for group in &document.whole.by_responsible {
        for byte in fold(&group.key).bytes().chain([b'\n']) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    format!("{hash:08x}")
}

/// Whether a search says a word of a person's name, as far as the plan knows people.
fn says_a_name(search: &str, document: &Document) -> bool {
    let words = |text: &str| -> Vec<String> {
        let folded = fold(text);
        folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() > 2)
            .map(str::to_owned)
            .collect()
    };
    let searched = words(search);
    let members = document.people.members().iter();
    let mut people = members.filter(|member| member.kind != crate::reading::people::Kind::Group);
    // What is searched may be the beginning of a name, or the middle.
    people.any(|member| {
        let names = words(&member.name);
        searched.iter().any(|word| names.iter().any(|name| name.contains(word.as_str())))
    })
}
