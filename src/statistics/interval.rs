// SPDX-License-Identifier: AGPL-3.0-or-later
//! Ranges of degrees as filters write them: `50`, or an interval as mathematics writes it, `[90,100)`, where a round
//! bracket leaves the end itself out.
//!
//! Never here: which ranges there are. A range turned round, or of what is no number, holds nothing.

use crate::decimal;

/// A range of degrees, in percent.
///
/// ```
/// use traguardi::statistics::Interval;
/// let nineties = Interval::parse("[90,100)").unwrap();
/// assert!(nineties.contains(90.0) && !nineties.contains(100.0));
/// assert!(Interval::parse("100").unwrap().contains(100.0));
/// assert_eq!(Interval::parse("most"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    from: (f64, bool),
    to: (f64, bool),
}

impl Interval {
    /// The range of a key; `None` where it writes none.
    pub fn parse(key: &str) -> Option<Self> {
        if let Some(value) = decimal::parse(key) {
            return Some(Self { from: (value, true), to: (value, true) });
        }
        let (inner, open) = key
            .strip_prefix('[')
            .map(|rest| (rest, true))
            .or_else(|| Some((key.strip_prefix('(')?, false)))?;
        let (inner, close) = inner
            .strip_suffix(']')
            .map(|rest| (rest, true))
            .or_else(|| Some((inner.strip_suffix(')')?, false)))?;
        let (from, to) = inner.split_once(',')?;
        Some(Self { from: (decimal::parse(from)?, open), to: (decimal::parse(to)?, close) })
    }

    /// Whether a degree is in it.
    pub fn contains(&self, degree: f64) -> bool {
        let ((from, open), (to, close)) = (self.from, self.to);
        (degree > from || open && degree == from) && (degree < to || close && degree == to)
    }

    /// Its ends, from low to high, each with whether it belongs to the range.
    pub fn bounds(&self) -> ((f64, bool), (f64, bool)) {
        (self.from, self.to)
    }

    /// The key of the degrees from one of these percentages to below the other, as distributions part them: 0 and 100
    /// stand by themselves.
    ///
    /// ```
    /// use traguardi::statistics::Interval;
    /// assert_eq!(Interval::key(90, 100), "[90,100)");
    /// assert_eq!([Interval::key(0, 0), Interval::key(0, 20), Interval::key(100, 100)], ["0", "(0,20)", "100"]);
    /// ```
    pub fn key(from: u32, to: u32) -> String {
        match (from, to) {
            (from, to) if from == to => from.to_string(),
            (0, to) => format!("(0,{to})"),
            (from, to) => format!("[{from},{to})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_range_is_none_and_a_range_turned_round_is_empty() {
        for key in ["", "[", "[]", "[1]", "(1,", "1,2", "[a,b)", "[1,2,3]", "(1;2)", "]1,2[", "[nan,1]"] {
            assert_eq!(Interval::parse(key), None, "{key:?}");
        }
        let turned = Interval::parse("[60,50]").expect("a range");
        assert!([50.0, 55.0, 60.0].iter().all(|&degree| !turned.contains(degree)));
    }

    #[test]
    fn neighbours_share_no_degree_and_leave_none_out() {
        for step in [10, 20] {
            let mut keys = vec![Interval::key(0, 0), Interval::key(100, 100)];
            keys.extend((0..100).step_by(step).map(|from| Interval::key(from, from + step as u32)));
            for tenths in 0..=1000 {
                let degree = f64::from(tenths) / 10.0;
                let holds = |key: &&String| Interval::parse(key).is_some_and(|range| range.contains(degree));
                assert_eq!(keys.iter().filter(holds).count(), 1, "{degree} in {keys:?}");
            }
        }
    }
}
