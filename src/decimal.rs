// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decimal numbers from text and to text, for the whole crate: one place, because the standard library's own way weighs
//! 24 kB of the page's download (tables of powers of ten, twice) and this one five.
//!
//! Never here: signs of thousands, commas, units (see `import::value` and `locale`).

/// The number that digits with at most one decimal point and exponent write, to the nearest `f64`; `None` if they write
/// none.
///
/// ```
/// use traguardi::decimal::parse;
/// assert_eq!(parse("98.71"), Some(98.71));
/// assert_eq!(parse("98,71"), None);
/// ```
pub fn parse(digits: &str) -> Option<f64> {
    // Without this, `inf` and `nan` would be numbers.
    let is_number = digits.bytes().any(|byte| byte.is_ascii_digit());
    lexical_parse_float::FromLexical::from_lexical(digits.as_bytes()).ok().filter(|_| is_number)
}

/// A number with this many decimals, halves away from zero. For numbers that are shown: up to 10¹⁵, and as many decimals
/// as people read.
///
/// ```
/// use traguardi::decimal::fixed;
/// assert_eq!(fixed(90.38461, 1), "90.4");
/// assert_eq!(fixed(-0.04, 1), "0.0");
/// assert_eq!(fixed(12.5, 0), "13");
/// ```
pub fn fixed(value: f64, decimals: u32) -> String {
    let unit = 10_u64.pow(decimals);
    // `as` saturates: what is out of range is at least not wrapped round.
    let parts = (value.abs() * unit as f64).round() as u64;
    let sign = if value < 0.0 && parts > 0 { "-" } else { "" };
    let whole = parts / unit;
    match decimals {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{:0width$}", parts % unit, width = decimals as usize),
    }
}

/// A number with all its decimals and no more than it needs to be read back.
///
/// By serde_json, which writes the numbers of downloads: `Display` would bring a second set of tables.
///
/// ```
/// use traguardi::decimal::full;
/// assert_eq!([98.71, 100.0, 0.0].map(full), ["98.71", "100", "0"]);
/// ```
pub fn full(value: f64) -> String {
    let mut text = serde_json::to_string(&value).unwrap_or_default();
    if text.ends_with(".0") {
        text.truncate(text.len() - 2);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", ".", "-", "inf", "NaN", "1,5", "1.2.3", "12 ", " 12", "0x10", "1e", "٥"] {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn numbers_are_read_as_the_standard_library_reads_them(text in "-?[0-9]{1,30}(\\.[0-9]{1,30})?(e-?[0-9]{1,3})?") {
            prop_assert_eq!(parse(&text), text.parse().ok());
        }

        #[test]
        fn every_number_is_read_back(bits in any::<u64>()) {
            let value = f64::from_bits(bits);
            prop_assume!(value.is_finite());
            prop_assert_eq!(parse(&format!("{value:?}")), Some(value));
            prop_assert_eq!(parse(&full(value)), Some(value));
        }

        #[test]
        fn written_with_decimals_a_number_is_off_by_at_most_half_of_the_last(
            value in -1e6..1e6f64,
            decimals in 0..4u32,
        ) {
            let text = fixed(value, decimals);
            let written: f64 = text.parse().expect("a number");
            let half = 0.5 / 10f64.powi(decimals as i32);
            prop_assert!((written - value).abs() <= half + 1e-9, "{} {}", value, text);
            prop_assert_eq!(text.split_once('.').map_or(0, |(_, after)| after.len()), decimals as usize);
        }
    }
}
