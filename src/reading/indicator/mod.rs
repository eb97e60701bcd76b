// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was expected of an indicator and what came of it: typed values, which of them is better, and a degree.
//!
//! Never here: a guess. An actual value that is missing is not stated, never 0; values of different kinds or units, and
//! those that could be read in two ways, give no degree.

mod compare;
mod deadline;
mod quantity;
mod text;

pub use deadline::{Deadline, StandsIn, When};

use borsh::{BorshDeserialize, BorshSerialize};

use crate::import::value::states_nothing;
use crate::plan::{Indicator, Objective, Percent, Weight};

use super::Date;
use super::lexicon::Tags;
use super::words::{Break, Kind, Token, tokens};
use compare::{Hints, better, compared};
use deadline::{Bare, Found, find};
pub(super) use quantity::is_numeral;
use quantity::{Quantity, quantities};
use text::Words;

/// In what a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Unit {
    /// Things, of any name or none.
    Count,
    /// Percent.
    Percent,
    /// Euro.
    Euro,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

impl Unit {
    /// The name in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Percent => "percent",
            Self::Euro => "euro",
            Self::Minutes => "minutes",
            Self::Hours => "hours",
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
        }
    }

    /// Whether it counts time.
    pub fn is_time(self) -> bool {
        !matches!(self, Self::Count | Self::Percent | Self::Euro)
    }
}

/// A value as an indicator states it.
#[derive(Debug, Clone, Copy, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Value {
    /// A number of something.
    Number(f64, Unit),
    /// So many out of so many.
    Ratio {
        /// Those that are meant.
        part: f64,
        /// All of them, more than 0.
        whole: f64,
    },
    /// A day, a month or a part of a year.
    Date(Date),
    /// Done or not.
    YesNo(bool),
}

/// How a value is to be compared: "almeno", "<".
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Sign {
    /// At least so much; else at most.
    pub at_least: bool,
    /// Whether just so much is not enough.
    pub strict: bool,
}

/// What is expected.
#[derive(Debug, Clone, Copy, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Target {
    /// The value.
    pub value: Value,
    /// How an actual value is to be compared with it, where it says so.
    pub sign: Option<Sign>,
    /// Whether it was read from the indicator's text, no expected value being given.
    pub in_text: bool,
}

/// Which of two values is the better one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Better {
    /// The larger.
    More,
    /// The smaller.
    Less,
}

impl Better {
    /// The name in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::More => "more",
            Self::Less => "less",
        }
    }
}

/// What the texts of an indicator say.
#[derive(Debug, Clone, Copy, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct IndicatorReading {
    /// What is expected, if it can be read.
    pub target: Option<Target>,
    /// What came of it, if it can be read.
    pub actual: Option<Value>,
    /// Whether an expected value is given, readable or not.
    pub is_expected: bool,
    /// Whether an actual value is stated, readable or not.
    pub is_stated: bool,
    /// Which values are better: less only where the indicator surely says so.
    pub better: Better,
    /// How far it was reached.
    pub degree: Option<Percent>,
    /// By when: the first deadline of the expected value, else of the text.
    pub deadline: Option<Deadline>,
    /// Whether that deadline stands in the text.
    pub deadline_in_text: bool,
    /// How much it counts among the indicators of its objective, as the plan has it.
    pub weight: Option<Weight>,
}

/// A value with all that comparing it takes.
#[derive(Clone, Copy)]
enum Said {
    Quantity(Quantity),
    /// A date; whether it is only known to be not after it.
    Date(Date, bool),
    YesNo(bool),
}

impl Said {
    fn value(self) -> Value {
        match self {
            Self::Quantity(Quantity { value: part, of: Some(whole), .. }) => Value::Ratio { part, whole },
            Self::Quantity(Quantity { value, unit, .. }) => Value::Number(value, unit),
            Self::Date(date, _) => Value::Date(date),
            Self::YesNo(yes) => Value::YesNo(yes),
        }
    }
}

/// Reads the indicators of an objective, and every deadline that it states: in the order of its indicators, its own
/// deadline last.
pub fn indicators(objective: &Objective) -> (Vec<IndicatorReading>, Vec<(StandsIn, Deadline)>) {
    let mut deadlines = Vec::new();
    let readings = (0..).zip(&objective.indicators);
    let readings = readings.map(|(at, one)| indicator(one, at, &mut deadlines)).collect();
    if !objective.deadline.is_empty() {
        note(
            &mut deadlines,
            StandsIn::DeadlineField,
            &found_in(&objective.deadline, StandsIn::DeadlineField).1,
        );
    }
    (readings, deadlines)
}

/// The words of a text with the deadlines in it.
fn found_in(text: &str, stands: StandsIn) -> (Words<'_>, Vec<Found>) {
    let words = Words::new(text);
    let found = find(&words, stands.bare());
    (words, found)
}

fn note(deadlines: &mut Vec<(StandsIn, Deadline)>, stands: StandsIn, found: &[Found]) {
    deadlines.extend(found.iter().map(|found| (stands, found.deadline)));
}

/// Reads an indicator, which is the objective's `at`th.
fn indicator(indicator: &Indicator, at: usize, all: &mut Vec<(StandsIn, Deadline)>) -> IndicatorReading {
    if says_nothing(indicator) {
        return IndicatorReading {
            target: None,
            actual: None,
            is_expected: false,
            is_stated: false,
            better: Better::More,
            degree: None,
            deadline: None,
            deadline_in_text: false,
            weight: indicator.weight,
        };
    }
    in_full(indicator, at, all)
}

/// Whether nothing can be read of an indicator: it has no values, and its text neither a number nor a date. Most texts
/// are such, and this is told in a fraction of the time that reading them in full takes.
fn says_nothing(indicator: &Indicator) -> bool {
    let counts = |token: &Token<'_>| {
        token.kind == Kind::Number
            || token.numeral
            || token.tags.any(Tags::COUNT.or(Tags::MONTH).or(Tags::PART_OF_YEAR))
    };
    states_nothing(&indicator.expected)
        && states_nothing(&indicator.actual)
        && !tokens(&indicator.text).iter().any(counts)
}

/// Reads an indicator, whatever is in it.
fn in_full(indicator: &Indicator, at: usize, all: &mut Vec<(StandsIn, Deadline)>) -> IndicatorReading {
    let in_text = states_nothing(&indicator.expected);
    let (in_words, in_value) = (StandsIn::IndicatorText(at), StandsIn::IndicatorExpected(at));
    let (text, text_deadlines) = found_in(&indicator.text, in_words);
    let (expected, expected_deadlines) = found_in(if in_text { "" } else { &indicator.expected }, in_value);
    note(all, in_words, &text_deadlines);
    note(all, in_value, &expected_deadlines);
    let (words, deadlines) =
        if in_text { (&text, &text_deadlines) } else { (&expected, &expected_deadlines) };
    let target = target(words, deadlines, in_text);
    let is_stated = !states_nothing(&indicator.actual);
    let actual = Words::new(if is_stated { &indicator.actual } else { "" });
    let said = if is_stated { actual_value(&actual, target) } else { None };
    let better = target.map_or(Better::More, |target| better(target, &text, &expected));
    let degree = target.zip(said).and_then(|(target, said)| match (target, said) {
        (Said::Quantity(target), Said::Quantity(reached)) => {
            let pair = [(words, target), (&actual, reached)];
            compared(pair, better, Hints::new(&indicator.text, &text, &expected))
        }
        (Said::Date(target, _), Said::Date(reached, is_bound)) => match reached.is_by(target)? {
            true => Some(Percent::WHOLE),
            false => (!is_bound).then_some(Percent::ZERO),
        },
        (Said::YesNo(true), Said::YesNo(yes)) => Some(if yes { Percent::WHOLE } else { Percent::ZERO }),
        _ => None,
    });
    let sign = target.and_then(|target| match target {
        Said::Quantity(quantity) => quantity.sign,
        _ => None,
    });
    IndicatorReading {
        target: target.map(|said| Target { value: said.value(), sign, in_text }),
        actual: said.map(Said::value),
        is_expected: !in_text,
        is_stated,
        better,
        degree,
        deadline: expected_deadlines.first().or(text_deadlines.first()).map(|found| found.deadline),
        deadline_in_text: expected_deadlines.is_empty() && !text_deadlines.is_empty(),
        weight: indicator.weight,
    }
}

/// What is expected, by the words of an expected value or, where none is given, of the indicator itself.
fn target(words: &Words<'_>, deadlines: &[Found], in_text: bool) -> Option<Said> {
    let without: Vec<(usize, usize)> = deadlines.iter().map(|found| (found.from, found.to)).collect();
    let found = quantities(words, &without, in_text);
    if found.unclear {
        return None;
    }
    match found.one {
        // "2021": a year, or so many; a deadline says that a year is one.
        Some(quantity) if quantity.may_be_year => return None,
        Some(quantity) => return Some(Said::Quantity(quantity)),
        None => {}
    }
    match deadlines {
        [] if in_text => None,
        [] => yes_or_no(words, true).map(Said::YesNo),
        [first, rest @ ..] => {
            let same = |other: &Found| of_deadline(other).value() == of_deadline(first).value();
            rest.iter().all(same).then(|| of_deadline(first))
        }
    }
}

/// "Entro 30 giorni" expects at most 30.
fn of_deadline(found: &Found) -> Said {
    match found.deadline.when {
        When::By(date) => Said::Date(date, true),
        When::Within { length: value, unit, .. } => Said::Quantity(Quantity {
            value,
            of: None,
            unit,
            sign: Some(Sign { at_least: false, strict: false }),
            about: false,
            may_be_year: false,
            from: found.from,
            to: found.to,
        }),
    }
}

/// What came of it, of the kind that is expected where several are stated.
fn actual_value(words: &Words<'_>, target: Option<Said>) -> Option<Said> {
    let deadlines = find(words, Bare::WholeDate);
    let without: Vec<(usize, usize)> = deadlines.iter().map(|found| (found.from, found.to)).collect();
    // What is denied, planned or put off did not come of it.
    let denied = words.any(&[
        " non ",
        " not ",
        " mancat",
        " manca ",
        " mai ",
        " previst",
        " rinviat",
        " prorogat",
        " slitt",
        " ma ",
        " but ",
        " invece ",
        " anziche ",
        " rispetto ",
        " tranne ",
        " salvo ",
        " escluso ",
        " circa ",
    ]);
    let found = quantities(words, &without, false);
    let quantity = found.one.filter(|quantity| {
        !found.unclear && !denied && !quantity.about && (!quantity.may_be_year || is_number(target))
    });
    let date = || {
        if denied {
            return None;
        }
        match deadlines.as_slice() {
            [] => reached_on(words).map(|date| Said::Date(date, false)),
            [one] if is_date(one) => Some(match of_deadline(one) {
                Said::Date(date, _) => Said::Date(date, one.led),
                other => other,
            }),
            _ => None,
        }
    };
    let within = || match deadlines.as_slice() {
        [one] if !is_date(one) && !denied => Some(of_deadline(one)),
        _ => None,
    };
    let number = || quantity.map(Said::Quantity).or_else(|| if found.unclear { None } else { within() });
    // "Nessuna richiesta pervenuta" is none of something else.
    let none = || words.tokens.len() == 1 && words.is(0, &["nessun", "nessuno", "nessuna", "zero", "none"]);
    match target {
        Some(Said::Date(..)) => date().or_else(|| yes_or_no(words, false).map(Said::YesNo)),
        Some(Said::YesNo(_)) => yes_or_no(words, false).map(Said::YesNo).or_else(number),
        _ => number()
            .or_else(|| (found.one.is_none() && !found.unclear && none()).then(nothing))
            .or_else(|| yes_or_no(words, false).map(Said::YesNo))
            .or_else(date),
    }
}

fn is_number(target: Option<Said>) -> bool {
    matches!(target, Some(Said::Quantity(quantity)) if quantity.unit == Unit::Count)
}

fn is_date(found: &Found) -> bool {
    matches!(found.deadline.when, When::By(_))
}

/// "Nessuno".
fn nothing() -> Said {
    Said::Quantity(Quantity {
        value: 0.0,
        of: None,
        unit: Unit::Count,
        sign: None,
        about: false,
        may_be_year: false,
        from: 0,
        to: 1,
    })
}

/// The one date of a text that may say when it was done.
fn reached_on(words: &Words<'_>) -> Option<Date> {
    // These lead to a date that is another's.
    const OF_ANOTHER: &[&str] = &[
        "del",
        "dal",
        "dalla",
        "dell",
        "al",
        "all",
        "fino",
        "sino",
        "per",
        "da",
        "tra",
        "fra",
        "della",
        "scadenza",
        "from",
        "until",
        "e",
        "precedente",
    ];
    let mut found = None;
    let mut at = 0;
    while at < words.tokens.len() {
        let mut c = words.cursor(at);
        let Some(date) = super::date::take_date(&mut c) else {
            at += 1;
            continue;
        };
        let before = at.checked_sub(1);
        at = c.at.max(at + 1);
        match date {
            // "31/02/2021" is no day, and so no year either.
            Some(_) if before.is_some_and(|before| words.kind(before) == Some(Kind::Slash)) => return None,
            Some(_) if before.is_some_and(|before| words.is(before, OF_ANOTHER)) => return None,
            Some(date) if found.is_none() => found = Some(date.date),
            _ => return None,
        }
    }
    found
}

/// Yes or no, where a text begins with it and takes nothing back. A target may also name both: "sì/no" asks for yes.
fn yes_or_no(words: &Words<'_>, is_target: bool) -> Option<bool> {
    const YES: &[&str] = &["si", "yes", "on", "ok"];
    const DONE: &[&str] = &[
        "realizzato",
        "realizzata",
        "realizzati",
        "realizzate",
        "fatto",
        "fatta",
        "fatti",
        "fatte",
        "eseguito",
        "eseguita",
        "effettuato",
        "effettuata",
        "effettuati",
        "effettuate",
        "completato",
        "completata",
        "raggiunto",
        "raggiunta",
        "conseguito",
        "attuato",
        "attuata",
        "svolto",
        "svolta",
        "done",
        "completed",
        "achieved",
        "realizzazione",
        "effettuazione",
    ];
    let mut at = 0;
    if words.is(0, &["obiettivo", "indicatore", "e", "stato", "stata"]) {
        at += 1 + usize::from(words.is(1, &["stato", "stata"]));
    }
    let both = |first: &[&str], second: &[&str]| {
        words.is(0, first)
            && (words.is(1, second)
                || words.kind(1) == Some(Kind::Slash) && words.is(2, second)
                || words.is(1, &["o", "or"]) && words.is(2, second))
    };
    if both(YES, &["no", "off"]) || both(&["no", "off"], YES) || both(DONE, &["non", "not"]) {
        return is_target.then_some(true);
    }
    // "Sì, ma solo in parte"; "realizzazione" is a target, not yet an answer.
    let takes_back = words.any(&[
        " ma ",
        " solo ",
        " parzial",
        " parte ",
        " tranne ",
        " salvo ",
        " eccetto ",
        " esclus",
        " but ",
        " only ",
        " part",
        " quasi ",
        " corso ",
        " fase ",
        " non ancora ",
        " da completare ",
        " anche se ",
    ]);
    let asked = words.tokens.iter().any(|token| token.kind == Kind::Break(Break::Question));
    if takes_back || asked {
        return None;
    }
    let numbers = || words.tokens.iter().any(|token| token.kind == Kind::Number);
    let denial = || words.any(&[" non ", " not ", " no ", " mai "]);
    if words.is(at, YES) {
        // "Si" alone is yes; before a word it is mostly "si è provveduto".
        let ends =
            !matches!(words.kind(at + 1), Some(Kind::Word)) || words.token(at).is_some_and(|t| t.accented);
        return (ends && !denial()).then_some(true);
    }
    if words.is(at, &["no", "off"]) {
        return (!numbers() && !matches!(words.kind(at + 1), Some(Kind::Word))).then_some(false);
    }
    let (denied, at) = if words.is(at, &["non", "not"]) { (true, at + 1) } else { (false, at) };
    let done = words.is(at + usize::from(words.is(at, &["e"])), DONE)
        || denied && words.is(at, &["e"]) && words.is(at + 1, &["stato", "stata"]) && words.is(at + 2, DONE);
    let done = done && (is_target || !words.is(at, &["realizzazione", "effettuazione"]));
    if !done || numbers_beside_dates(words) {
        return None;
    }
    match denied {
        true => (!is_target && !words.any(&[" no "])).then_some(false),
        false => (!denial()).then_some(true),
    }
}

/// Whether a text has numbers that are no dates: "realizzato al 50%".
fn numbers_beside_dates(words: &Words<'_>) -> bool {
    let mut at = 0;
    while at < words.tokens.len() {
        let mut c = words.cursor(at);
        if super::date::take_date(&mut c).is_some() {
            at = c.at.max(at + 1);
        } else if words.kind(at) == Some(Kind::Number) {
            return true;
        } else {
            at += 1;
        }
    }
    false
}

/// The degree of an objective from its indicators: the mean over those that have a degree, by their weights where each of
/// them has one, Σ(weight × degree) / Σ weight, else the plain mean. Unknown where an indicator with a target has no actual
/// value, since it may have gone anyhow.
pub fn degree_from_indicators(indicators: &[IndicatorReading]) -> Option<Percent> {
    let is_missing = |one: &IndicatorReading| !one.is_stated && (one.is_expected || one.target.is_some());
    if !indicators.iter().any(|one| one.is_stated) || indicators.iter().any(is_missing) {
        return None;
    }
    let known = || indicators.iter().filter_map(|one| Some((one.degree?, one.weight)));
    let is_weighted = known().all(|(_, weight)| weight.is_some());
    let (mut sum, mut weights) = (0.0, 0.0);
    for (degree, weight) in known() {
        let weight = weight.filter(|_| is_weighted).map_or(1.0, Weight::value);
        (sum, weights) = (sum + degree.value() * weight, weights + weight);
    }
    // The mean of percentages is one, but for the last bit.
    if weights == 0.0 { None } else { Percent::new((sum / weights).clamp(0.0, 100.0)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every text that the rules are measured by, and those of numbers in letters, as an indicator.
    fn indicators() -> Vec<Indicator> {
        let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus");
        let files = std::fs::read_dir(corpus).expect("the corpus").map(|file| file.expect("a file").path());
        let texts = files.map(|file| std::fs::read_to_string(file).expect("a text"));
        let mut texts: Vec<String> =
            texts.flat_map(|text| text.split(['\t', '\n']).map(str::to_owned).collect::<Vec<_>>()).collect();
        for lead in ["entro", "almeno", "non oltre", "ogni", "meno di"] {
            for number in ["un", "Due", "SEI", "quindici", "novanta", "seven", "30", "un’", "venti"] {
                texts.extend(["giorni", "mese", "visite", ""].map(|unit| format!("{lead} {number} {unit}")));
            }
            texts.extend(["maggio", "I semestre", "fine anno", "may"].map(|time| format!("{lead} {time}")));
        }
        texts.into_iter().map(|text| Indicator { text, ..Indicator::default() }).collect()
    }

    #[test]
    fn what_says_nothing_says_nothing_when_it_is_read_in_full() {
        let indicators = indicators();
        let mut silent = 0;
        for one in &indicators {
            let (mut fast, mut full) = (Vec::new(), Vec::new());
            assert_eq!(indicator(one, 0, &mut fast), in_full(one, 0, &mut full), "{}", one.text);
            assert_eq!(fast, full, "{}", one.text);
            silent += usize::from(says_nothing(one));
        }
        assert!(silent > 1000 && indicators.len() - silent > 1000, "{silent} of {}", indicators.len());
    }
}
