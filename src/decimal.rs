// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decimal numbers from text and to text, for the whole crate: one place, because the standard library's own way weighs
//! 24 kB of the page's download (tables of powers of ten, twice), and the smallest library for reading them five.
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
    let (negative, unsigned) = match digits.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        all => (false, all),
    };
    let mut written = Written::default();
    let value = written.read(unsigned).map(|()| written.value())?;
    Some(if negative { -value } else { value })
}

/// A number as it is written: its digits from the first that is not 0, times 10 to some power.
#[derive(Default)]
struct Written {
    digits: Vec<u8>,
    exponent: i64,
}

impl Written {
    /// No number needs more digits to be told from its neighbours; whether any of the others is not 0 may still decide.
    const MOST: usize = 800;

    fn read(&mut self, text: &[u8]) -> Option<()> {
        let (mut any, mut point, mut rest) = (false, false, text);
        while let [byte, after @ ..] = rest {
            match byte {
                b'0'..=b'9' => self.digit(byte - b'0', point),
                b'.' if !point => {}
                _ => break,
            }
            any |= *byte != b'.';
            point |= *byte == b'.';
            rest = after;
        }
        if let [b'e' | b'E', after @ ..] = rest {
            let (sign, digits) = match after {
                [b'-', digits @ ..] => (-1, digits),
                [b'+', digits @ ..] => (1, digits),
                digits => (1, digits),
            };
            let mut power = 0_i64;
            for byte in digits {
                let digit = byte.is_ascii_digit().then(|| i64::from(byte - b'0'))?;
                power = (power * 10 + digit).min(1 << 40);
            }
            self.exponent += sign * power;
            rest = if digits.is_empty() { after } else { &[] };
            any &= !digits.is_empty();
        }
        (any && rest.is_empty()).then_some(())
    }

    fn digit(&mut self, digit: u8, after_point: bool) {
        match self.digits.len() {
            0 if digit == 0 => {}
            Self::MOST => {
                // One more digit says that there is something more.
                if digit != 0 {
                    self.digits.push(1);
                    self.exponent -= 1;
                }
                self.exponent += 1;
            }
            more if more > Self::MOST => self.exponent += 1,
            _ => self.digits.push(digit),
        }
        self.exponent -= i64::from(after_point);
    }

    /// The nearest `f64`; of two that are as near, the even one.
    fn value(&self) -> f64 {
        let (count, exponent) = (self.digits.len() as i64, self.exponent);
        if count <= 15 && exponent.abs() <= 22 {
            // Both are exact, so that what comes of them is rounded once.
            let whole = self.digits.iter().fold(0.0, |whole, &digit| whole * 10.0 + f64::from(digit));
            let power = (0..exponent.abs()).fold(1.0, |power, _| power * 10.0);
            return if exponent < 0 { whole / power } else { whole * power };
        }
        match count + exponent {
            _ if count == 0 => 0.0,
            311.. => f64::INFINITY,
            ..-330 => 0.0,
            _ => self.nearest(),
        }
    }

    /// By whole numbers without end: the value is `whole` × 2^`power`, and a little more where something is `left`.
    fn nearest(&self) -> f64 {
        let mut whole = Whole(Vec::new());
        for digits in self.digits.chunks(9) {
            let value = digits.iter().fold(0, |value, &digit| value * 10 + u32::from(digit));
            whole.times(10_u32.pow(digits.len() as u32), value);
        }
        let tens = |count: i64| (0..count).step_by(9).map(move |at| 10_u32.pow((count - at).min(9) as u32));
        let (mut power, mut left) = (0, false);
        if self.exponent >= 0 {
            tens(self.exponent).for_each(|ten| whole.times(ten, 0));
        } else {
            // Enough binary places for what comes of the division to have more bits than an `f64` holds.
            let places = self.exponent.unsigned_abs() as usize / 8 + 3;
            whole.0.splice(0..0, std::iter::repeat_n(0, places));
            power = -32 * places as i64;
            tens(-self.exponent).for_each(|ten| left |= whole.divided_by(ten) != 0);
        }
        let bits = whole.bits();
        let top = bits + power - 1;
        // Below 2^-1022 there are fewer.
        let kept = (top + 1 + 1074).min(53);
        if kept < 0 {
            return 0.0;
        }
        let cut = bits - kept;
        let mut mantissa =
            (cut.max(0)..bits).rev().fold(0_u64, |value, at| value << 1 | u64::from(whole.bit(at)));
        let rest = left || (0..cut - 1).any(|at| whole.bit(at));
        if cut > 0 && whole.bit(cut - 1) && (rest || mantissa & 1 == 1) {
            mantissa += 1;
        }
        match power + cut.max(0) {
            971.. if top > 1023 => f64::INFINITY,
            power @ -1022.. => mantissa as f64 * f64::from_bits(((power + 1023) as u64) << 52),
            power => mantissa as f64 * f64::from_bits(1 << (power + 1074)),
        }
    }
}

/// A whole number without end, its lowest 32 bits first.
struct Whole(Vec<u32>);

impl Whole {
    fn times(&mut self, factor: u32, plus: u32) {
        let mut carry = u64::from(plus);
        for part in &mut self.0 {
            carry += u64::from(*part) * u64::from(factor);
            *part = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    /// Divides it, and returns what is left over.
    fn divided_by(&mut self, divisor: u32) -> u32 {
        let mut left = 0;
        for part in self.0.iter_mut().rev() {
            let value = left << 32 | u64::from(*part);
            *part = (value / u64::from(divisor)) as u32;
            left = value % u64::from(divisor);
        }
        left as u32
    }

    /// How many bits it has.
    fn bits(&self) -> i64 {
        let top = self.0.iter().rposition(|part| *part != 0);
        top.map_or(0, |at| (at as i64 + 1) * 32 - i64::from(self.0[at].leading_zeros()))
    }

    fn bit(&self, at: i64) -> bool {
        self.0[at as usize / 32] >> (at % 32) & 1 == 1
    }
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

    /// Half of the sum of two numbers with as many decimals.
    fn halfway(one: &str, other: &str) -> String {
        let width = one.len().max(other.len());
        let digits = |text: &str| -> Vec<u8> { format!("{text:0>width$}").into_bytes() };
        let (mut sum, mut carry) = (Vec::new(), 0);
        for (a, b) in digits(one).into_iter().zip(digits(other)).rev() {
            if a == b'.' {
                sum.push(b'.');
                continue;
            }
            let both = a - b'0' + b - b'0' + carry;
            sum.push(b'0' + both % 10);
            carry = both / 10;
        }
        sum.push(b'0' + carry);
        let mut left = 0;
        for digit in sum.iter_mut().rev().filter(|digit| **digit != b'.') {
            let value = left * 10 + *digit - b'0';
            *digit = b'0' + value / 2;
            left = value % 2;
        }
        sum.reverse();
        String::from_utf8(sum).expect("digits") + if left == 1 { "5" } else { "" }
    }

    proptest! {
        #[test]
        fn numbers_are_read_as_the_standard_library_reads_them(text in "-?[0-9]{1,30}(\\.[0-9]{1,30})?(e-?[0-9]{1,3})?") {
            prop_assert_eq!(parse(&text), text.parse().ok());
        }

        #[test]
        fn however_many_digits_there_are_they_are_read_as_the_standard_library_reads_them(
            text in "[+-]?[0-9]{0,30}\\.?[0-9]{0,900}([eE][+-]?[0-9]{0,4})?",
        ) {
            let expected = text.parse().ok().filter(|_| text.contains(|c: char| c.is_ascii_digit()));
            prop_assert_eq!(parse(&text), expected);
        }

        #[test]
        fn halfway_between_two_numbers_the_even_one_is_read(bits in any::<u64>(), more in 0..3_u32) {
            let value = f64::from_bits(bits & !(1 << 63));
            let next = f64::from_bits((bits & !(1 << 63)) + 1);
            prop_assume!(next.is_finite() && value < 1e300);
            // Exactly between them, in full; and a trifle above.
            let middle = format!("{value:.1100}");
            let between = halfway(&middle, &format!("{next:.1100}"));
            let text = format!("{between}{}", ["", "0000", "0001"][more as usize]);
            prop_assert_eq!(parse(&text), text.parse().ok(), "{}", text);
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
