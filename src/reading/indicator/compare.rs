// SPDX-License-Identifier: AGPL-3.0-or-later
//! An actual value against the expected one: which values are better, by signs and words, and how far it got.
//!
//! Never here: reading values. Where nothing says for sure which are better, there is no degree but for just as many.

use super::quantity::{Quantity, counts_same, is_bare};
use super::text::Words;
use super::{Better, Said, Unit};
use crate::plan::Percent;

/// Which values are better. Less only where a sign or words say so for sure.
pub(super) fn better(target: Said, text: &Words<'_>, expected: &Words<'_>) -> Better {
    let Said::Quantity(target) = target else { return Better::More };
    if let Some(sign) = target.sign {
        return if sign.at_least { Better::More } else { Better::Less };
    }
    let less = match target.unit {
        unit if unit.is_time() => hints_at_time(text, expected) == Some(Better::Less),
        Unit::Count => begins_with_time(text) || complaints(text),
        _ => false,
    };
    if less { Better::Less } else { Better::More }
}

/// What the words say of a length of time: how long something takes, or how much of it is offered.
fn hints_at_time(text: &Words<'_>, expected: &Words<'_>) -> Option<Better> {
    const TAKES: &[&str] = &[
        " tempo medio ",
        " tempi medi ",
        " tempo di ",
        " tempi di ",
        " riduzione dei tempi ",
        " riduzione tempi ",
        " riduzione del tempo ",
        " giorni medi ",
        " media giorni ",
        " giorni di ritardo ",
        " ritardo ",
        " ritardi ",
        " attesa ",
        " tempi medi",
        " average time ",
        " waiting time",
        " days late ",
        " delay",
    ];
    const OFFERS: &[&str] = &[
        " apertura",
        " formazione",
        " corso ",
        " corsi ",
        " presenza",
        " servizio civile ",
        " durata ",
        " opening",
        " training",
        " erogat",
        " anticipo ",
    ];
    let any = |runs: &[&str]| text.any(runs) || expected.any(runs);
    match (any(TAKES), any(OFFERS)) {
        (true, false) => Some(Better::Less),
        (false, true) => Some(Better::More),
        _ => None,
    }
}

/// A bare number is one of days only where the text is about nothing but them: a report on waiting times is another thing.
fn begins_with_time(text: &Words<'_>) -> bool {
    const BEGINNINGS: [&str; 9] = [
        " tempo medio ",
        " tempi medi ",
        " tempo di ",
        " tempi di ",
        " riduzione dei tempi ",
        " giorni medi ",
        " giorni di ritardo ",
        " numero giorni di ritardo ",
        " n giorni di ritardo ",
    ];
    BEGINNINGS.iter().any(|beginning| text.plain.starts_with(beginning)) && !text.any(&[" apertura"])
}

/// What is done about what is better not there.
const DEALT_WITH: &[&str] = &[
    " gesti",
    " evas",
    " risol",
    " trattat",
    " riscontr",
    " rispos",
    " esamin",
    " registr",
    " chius",
    " handled ",
    " answered ",
    " resolved ",
];

/// "N. reclami", but not those that were dealt with.
fn complaints(text: &Words<'_>) -> bool {
    const THEM: &[&str] = &[
        " n reclami ",
        " nr reclami ",
        " numero reclami ",
        " numero di reclami ",
        " numero dei reclami ",
        " reclami ricevuti ",
        " reclami pervenuti ",
        " reclami presentati ",
        " number of complaints ",
        " complaints received ",
    ];
    (text.any(THEM) || text.plain == " reclami ") && !text.any(DEALT_WITH)
}

/// The degree of two quantities, expected and actual.
pub(super) fn compared(
    [(expected, mut target), (actual, mut reached)]: [(&Words<'_>, Quantity); 2],
    better: Better,
    hints: Hints,
) -> Option<Percent> {
    // "≤ 30 giorni" and "25"; "100%" and "98" only where the indicator says that it is in percent.
    let takes = |unit: Unit| unit != Unit::Percent || hints.says_percent;
    let share = |quantity: &Quantity| quantity.unit == Unit::Percent && quantity.of.is_none();
    if is_bare(actual, &reached) && takes(target.unit) && (target.of.is_none()) {
        reached.unit = target.unit;
        // 0,98 may be 98%, and more than 100 is a number of something.
        if share(&reached) && !(reached.value == 0.0 || (1.0..=100.0).contains(&reached.value)) {
            return None;
        }
    } else if is_bare(expected, &target) && takes(reached.unit) && reached.of.is_none() {
        target.unit = reached.unit;
    }
    if target.unit != reached.unit {
        return None;
    }
    if target.unit == Unit::Count && !counts_same((expected, &target), (actual, &reached)) {
        return None;
    }
    let value = |quantity: &Quantity| match quantity.of {
        Some(whole) => quantity.value * 100.0 / whole,
        None => quantity.value,
    };
    let (goal, got) = (value(&target), value(&reached));
    let strict = target.sign.is_some_and(|sign| sign.strict);
    if strict && got == goal {
        return None;
    }
    let met = match better {
        // As many as expected are enough whatever is better; of 0 expected, more may be worse.
        Better::More => got == goal || got > goal && (goal > 0.0 || strict),
        Better::Less => got <= goal,
    };
    // What nothing says is better large or small: only just as many are surely enough.
    let time = matches!(target.unit, Unit::Days | Unit::Weeks | Unit::Months | Unit::Minutes)
        && !hints.tells_of_time;
    if (time || hints.may_be_bad) && target.sign.is_none() && better == Better::More && got != goal {
        return None;
    }
    // "Oltre 80%" is known to be more than that and no better.
    if let Some(sign) = reached.sign {
        let is_sure = met && sign.at_least == (better == Better::More);
        return is_sure.then_some(Percent::WHOLE);
    }
    if met {
        return Some(Percent::WHOLE);
    }
    Percent::new(of_goal(got, goal, better)?.min(100.0))
}

/// How far it got towards the goal, in percent.
fn of_goal(got: f64, goal: f64, better: Better) -> Option<f64> {
    match better {
        Better::More if goal > 0.0 => Some(got * 100.0 / goal),
        Better::Less if goal > 0.0 && got > 0.0 => Some(goal * 100.0 / got),
        _ => None,
    }
}

/// What the words of an indicator tell of its numbers.
pub(super) struct Hints {
    /// That they are in percent.
    says_percent: bool,
    /// Whether more or less time is better.
    tells_of_time: bool,
    /// That they may count what is better not there.
    may_be_bad: bool,
}

impl Hints {
    /// Those of an indicator, `written` as it is, and of what is expected of it.
    pub fn new(written: &str, text: &Words<'_>, expected: &Words<'_>) -> Self {
        Self {
            says_percent: written.contains('%') || text.any(&[" percentual", " tasso ", " percent"]),
            tells_of_time: hints_at_time(text, expected).is_some(),
            may_be_bad: may_be_bad(text),
        }
    }
}

/// Whether an indicator may count what is better not there: then more is not surely better, and less not either.
fn may_be_bad(text: &Words<'_>) -> bool {
    const BAD: &[&str] = &[
        " assenz",
        " assenteis",
        " error",
        " reclam",
        " ritard",
        " scart",
        " sprec",
        " contenzios",
        " contestazion",
        " sinistr",
        " infortun",
        " costo ",
        " costi ",
        " spesa per ",
        " attesa ",
        " absen",
        " delay",
        " complaint",
    ];
    text.any(BAD) && !text.any(DEALT_WITH) && !text.any(&[" riduzion", " reduction"])
}
