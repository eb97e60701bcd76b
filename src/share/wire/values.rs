// SPDX-License-Identifier: AGPL-3.0-or-later
//! Values as numbers that are small where plans have them: percentages, weights, codes as they are written.
//!
//! Each value has one number and each number one value. Never here: rounding. What has no short form is there to the
//! last bit.

use crate::plan::{CorrectedCode, MissionCode, Percent, ProgrammeCode, Weight};

/// Where hundredths begin among the numbers of percentages, after nothing and 0 to 100.
const HUNDREDTHS: u64 = 102;
/// Where those begin that are neither whole nor hundredths.
const BITS: u64 = HUNDREDTHS + 10_001;

/// A number as a whole one, if it is.
fn whole(value: f64, most: f64) -> Option<u64> {
    (value.fract() == 0.0 && (0.0..=most).contains(&value)).then_some(value as u64)
}

/// A number as hundredths, if it is the one that two decimals write.
fn hundredths(value: f64, most: f64) -> Option<u64> {
    let hundredths = (value * 100.0).round();
    (hundredths / 100.0 == value).then(|| whole(hundredths, most * 100.0)).flatten()
}

/// The number of a percentage, 0 for none.
pub fn of_percent(percent: Option<Percent>) -> u64 {
    let Some(value) = percent.map(Percent::value) else { return 0 };
    match (whole(value, 100.0), hundredths(value, 100.0)) {
        (Some(whole), _) => 1 + whole,
        (None, Some(hundredths)) => HUNDREDTHS + hundredths,
        (None, None) => BITS + value.to_bits(),
    }
}

/// The percentage of a number; `None` where it has none.
pub fn percent(number: u64) -> Option<Option<Percent>> {
    let value = match number {
        0 => return Some(None),
        1..HUNDREDTHS => (number - 1) as f64,
        HUNDREDTHS..BITS => (number - HUNDREDTHS) as f64 / 100.0,
        _ => f64::from_bits(number - BITS),
    };
    let percent = Percent::new(value);
    (percent.is_some() && of_percent(percent) == number).then_some(percent)
}

/// The largest weight that is written as a whole number or with two decimals.
const LARGEST_SHORT: f64 = 1e6;

/// The number of a weight, 0 for none.
pub fn of_weight(weight: Option<Weight>) -> u64 {
    let Some(value) = weight.map(Weight::value) else { return 0 };
    match (whole(value, LARGEST_SHORT), hundredths(value, LARGEST_SHORT)) {
        (Some(whole), _) => 1 + 3 * whole,
        (None, Some(hundredths)) => 2 + 3 * hundredths,
        // At most a thousand million, whose bits are few enough.
        (None, None) => 3 + 3 * value.to_bits(),
    }
}

/// The weight of a number; `None` where it has none.
pub fn weight(number: u64) -> Option<Option<Weight>> {
    let Some(number_less) = number.checked_sub(1) else { return Some(None) };
    let (rest, form) = (number_less / 3, number_less % 3);
    let value = match form {
        0 => rest as f64,
        1 => rest as f64 / 100.0,
        _ => f64::from_bits(rest),
    };
    let weight = Weight::new(value);
    (weight.is_some() && of_weight(weight) == number).then_some(weight)
}

/// A code in one of the ways in which plans write it, with its mark if it is strategic: as the official list does (1), or
/// without the zeros before numbers (3); or with the mark the other way round (2, 4).
pub fn code_in(form: u64, programme: Option<ProgrammeCode>, strategic: Option<bool>) -> Option<String> {
    let is_marked = (strategic == Some(true)) != form.is_multiple_of(2);
    let mark = if is_marked { " S" } else { "" };
    let programme = programme?;
    Some(match form {
        1 | 2 => format!("{programme}{mark}"),
        3 | 4 => format!("{}.{}{mark}", programme.mission().number(), programme.number()),
        _ => return None,
    })
}

/// The number of a code as it is written: 0 for none, [`OTHER_CODE`] for one of which the text follows.
pub fn of_code(written: &str, programme: Option<ProgrammeCode>, strategic: Option<bool>) -> u64 {
    let is_written = |form: &u64| code_in(*form, programme, strategic).is_some_and(|code| code == written);
    if written.is_empty() { 0 } else { (1..OTHER_CODE).find(is_written).unwrap_or(OTHER_CODE) }
}

/// The number of a code that is written in no way that has a number.
pub const OTHER_CODE: u64 = 5;

/// The number of a code by the word of the user: 0 for none, then missions, then programmes.
pub fn of_corrected(code: Option<CorrectedCode>) -> u64 {
    match code {
        None => 0,
        Some(CorrectedCode::Mission(mission)) => u64::from(mission.number()),
        Some(CorrectedCode::Programme(programme)) => {
            100 * u64::from(programme.mission().number()) + u64::from(programme.number())
        }
    }
}

/// The code of a number; `None` where it has none.
pub fn corrected(number: u64) -> Option<Option<CorrectedCode>> {
    if number == 0 {
        return Some(None);
    }
    let small = |number: u64| u8::try_from(number).ok();
    let code = match number {
        ..100 => CorrectedCode::Mission(MissionCode::new(small(number)?)?),
        _ => {
            let mission = MissionCode::new(small(number / 100)?)?;
            CorrectedCode::Programme(ProgrammeCode::new(mission, small(number % 100)?)?)
        }
    };
    Some(Some(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_percentage_and_weight_is_read_back_to_the_last_bit() {
        let odd = [0.1 + 0.2, 33.333, 1e-300, 99.99, 99.995, f64::MIN_POSITIVE];
        let percents = (0..=10_000).map(|hundredth| f64::from(hundredth) / 100.0).chain(odd);
        for value in percents {
            let (one, heavy) = (Percent::new(value), Weight::new(value * 7.0));
            assert_eq!(percent(of_percent(one)), Some(one), "{value}");
            assert_eq!(weight(of_weight(heavy)), Some(heavy), "{value}");
        }
        for value in [1e9, 1e6, 1e6 + 0.5, 507.69, 999_999.99] {
            let heavy = Weight::new(value);
            assert_eq!(weight(of_weight(heavy)), Some(heavy), "{value}");
        }
        assert!((0..102).all(|number| of_percent(percent(number).expect("one")) == number));
    }

    #[test]
    fn a_number_that_nobody_writes_is_none() {
        // 50 as hundredths and as bits; not a number; above 100; weights of nothing.
        let nan = BITS + f64::NAN.to_bits();
        for number in [HUNDREDTHS + 5000, BITS + 50_f64.to_bits(), nan, BITS + 101.5_f64.to_bits(), u64::MAX]
        {
            assert_eq!(percent(number), None, "{number}");
        }
        for number in [1, 2, 3, 2 + 3 * 100, u64::MAX] {
            assert_eq!(weight(number), None, "{number}");
        }
        for number in [100, 1200, 990_000, u64::MAX] {
            assert_eq!(corrected(number), None, "{number}");
        }
        assert!((1..100).all(|number| of_corrected(corrected(number).expect("one")) == number));
    }
}
