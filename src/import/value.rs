// SPDX-License-Identifier: AGPL-3.0-or-later
//! Single values as people write them: percentages, weights, years, ticks, codes, labels of missions, cells of people.
//!
//! Shared by the readers of all formats. Never here: a guess between two readings that differ (`1.250` as a weight is
//! left, not taken), a correction, or a place: the reader that found the value reports what became of it. Every
//! function is linear in the length of the text.

mod code;
mod people;

pub use code::{WrittenCode, code, mission_label, programme_label};
pub use people::{names_nobody, people};

use crate::decimal;
use crate::plan::{Percent, Weight, Year};
use crate::text::fold_char;

/// What a written value came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read<T> {
    /// It states nothing: empty, `-`, `//`, `n.d.`
    Nothing,
    /// It states this.
    Value(T),
    /// Something else is written.
    Unread,
}

impl<T> Read<T> {
    /// The value, if there is one.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Nothing | Self::Unread => None,
        }
    }
}

impl<T> From<Option<T>> for Read<T> {
    /// `None` as [`Read::Unread`].
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Unread, Self::Value)
    }
}

/// Whether a character has no shape of its own: zero-width characters, soft hyphens and the controls that turn the
/// direction of writing. Copied along from web pages and word processors, they hide in values that look right.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}')
}

/// Whether a text states nothing: it is empty, a dash, or says that nothing is known.
///
/// ```
/// use traguardi::import::value::states_nothing;
/// assert!(states_nothing(" – ") && states_nothing("N.D.") && states_nothing("//"));
/// assert!(!states_nothing("0") && !states_nothing("no"));
/// ```
pub fn states_nothing(text: &str) -> bool {
    // The longest of the words below, with every letter spaced or dotted, is far shorter than this.
    const LONGEST: usize = 60;
    let mut shape = String::new();
    for c in text.chars().filter(|c| !is_invisible(*c)).map(fold_char).filter(|c| !c.is_whitespace()) {
        // Most texts are told from the words below by their first letter.
        let begins_so = !shape.is_empty() || matches!(c, 'n' | '-' | '/' | '_' | '.' | '…');
        if !begins_so || shape.len() > LONGEST {
            return false;
        }
        shape.push(c);
    }
    if shape.chars().all(|c| matches!(c, '-' | '/' | '_' | '.' | '…')) {
        return true;
    }
    shape.retain(|c| !matches!(c, '.' | '/' | '-'));
    matches!(
        shape.as_str(),
        "nd" | "na"
            | "np"
            | "nc"
            | "nr"
            | "null"
            | "nondisponibile"
            | "nonapplicabile"
            | "nonpervenuto"
            | "nonpervenuta"
            | "nonprevisto"
            | "nonprevista"
            | "nonrilevato"
            | "nonrilevata"
            | "nonindicato"
            | "nonindicata"
            | "notavailable"
            | "notapplicable"
    )
}

/// A text prepared for reading a short value: folded, without invisible characters, trimmed, every run of white space
/// one space.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_invisible(*c)).map(fold_char) {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// A number of 0 or more as Italian and English write it, and how it may be meant.
enum Number {
    /// Only one way to take it.
    Clear(f64),
    /// A point before three digits: thousands in Italian, decimals in English.
    PointAndThree {
        /// Taken as a decimal point.
        decimal: f64,
    },
}

/// Reads a number: digits, with a decimal comma or point, with points or commas between thousands.
fn number(text: &str) -> Option<Number> {
    let bytes = text.as_bytes();
    let is_digit = |b: Option<&u8>| b.is_some_and(u8::is_ascii_digit);
    if !is_digit(bytes.first()) || !is_digit(bytes.last()) {
        return None;
    }
    if !bytes.iter().all(|b| matches!(b, b'0'..=b'9' | b'.' | b',')) {
        return None;
    }
    let (points, commas) = (text.matches('.').count(), text.matches(',').count());
    let (decimal, thousands) = match (points, commas) {
        (0, 0) => (None, None),
        (0, 1) => (Some(','), None),
        (1, 0) => (Some('.'), None),
        (_, 0) => (None, Some('.')),
        (0, _) => (None, Some(',')),
        (_, 1) if text.rfind(',') > text.rfind('.') => (Some(','), Some('.')),
        (1, _) if text.rfind('.') > text.rfind(',') => (Some('.'), Some(',')),
        _ => return None,
    };
    let (whole, fraction) = match decimal {
        Some(sign) => text.split_once(sign)?,
        None => (text, ""),
    };
    if let Some(sign) = thousands {
        let mut groups = whole.split(sign);
        let first = groups.next()?;
        if !(1..=3).contains(&first.len()) || !groups.all(|group| group.len() == 3) {
            return None;
        }
    }
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let value = decimal::parse(&format!("{digits}.{fraction}0"))?;
    let ambiguous = decimal == Some('.')
        && thousands.is_none()
        && fraction.len() == 3
        && (1..=3).contains(&whole.len())
        && !whole.starts_with('0');
    Some(if ambiguous { Number::PointAndThree { decimal: value } } else { Number::Clear(value) })
}

/// The amount that digits write: a point before three digits parts thousands, as Italian has it, unless the amount is one
/// that has no thousands (a percentage).
pub fn amount(digits: &str, has_thousands: bool) -> Option<f64> {
    match number(digits)? {
        Number::Clear(value) => Some(value),
        // Not times a thousand, which would round.
        Number::PointAndThree { .. } if has_thousands => decimal::parse(&digits.replace('.', "")),
        Number::PointAndThree { decimal } => Some(decimal),
    }
}

/// Takes a sign or word off the end, with the space before it.
fn without_suffix<'a>(text: &'a str, suffixes: &[&str]) -> Option<&'a str> {
    suffixes.iter().find_map(|suffix| text.strip_suffix(suffix)).map(str::trim_end)
}

/// Takes a word off the start, with the space after it.
fn without_prefix<'a>(text: &'a str, prefixes: &[&str]) -> Option<&'a str> {
    prefixes.iter().find_map(|prefix| text.strip_prefix(prefix)).map(str::trim_start)
}

/// A percentage: `100`, `98,5 %`, `98.5`, `100 per cento`, `98,71/100`. A number without a sign is in percent too:
/// `0,5` is half a percent, never a half.
///
/// ```
/// use traguardi::import::value::{Read, percent};
/// assert_eq!(percent("98,5 %").value().map(|p| p.value()), Some(98.5));
/// assert_eq!(percent("n.d."), Read::Nothing);
/// assert_eq!(percent("250%"), Read::Unread);
/// ```
pub fn percent(text: &str) -> Read<Percent> {
    if states_nothing(text) {
        return Read::Nothing;
    }
    let text = plain(text);
    let digits = without_suffix(&text, &["%", "per cento", "percento", "percent"])
        .or_else(|| without_suffix(&text, &["/100", "/ 100"]))
        .unwrap_or(&text);
    match number(digits) {
        // A thousand percent and more is no percentage, so a point before three digits can only be decimal.
        Some(Number::Clear(value) | Number::PointAndThree { decimal: value }) => Percent::new(value).into(),
        None => Read::Unread,
    }
}

/// Whether a text is a number and nothing else but its percent sign, another sign or the word "circa": `250%`, `-5`,
/// `circa 80`.
pub fn is_only_number(text: &str) -> bool {
    // Longer texts say more.
    const LONGEST: usize = 40;
    const ABOUT: [&str; 6] = ["circa", "ca.", "+", "-", "~", "±"];
    if text.len() > LONGEST {
        return false;
    }
    let text = plain(text);
    let text = without_prefix(&text, &ABOUT).unwrap_or(&text);
    let text = without_suffix(text, &ABOUT).unwrap_or(text);
    number(without_suffix(text, &["%", "per cento", "percento", "/100"]).unwrap_or(text)).is_some()
}

/// A weight: `10`, `1,4`, `507,69`, `1.234,5`, `10%`, `P.TI 4`, `4 punti`.
///
/// `1.250` is left: thousands in Italian and decimals in English differ by a factor of a thousand.
pub fn weight(text: &str) -> Read<Weight> {
    const UNITS: [&str; 5] = ["p.ti", "pti", "punti", "punto", "points"];
    if states_nothing(text) {
        return Read::Nothing;
    }
    let text = plain(text);
    let digits = without_suffix(&text, &["%", "/100"])
        .or_else(|| without_suffix(&text, &UNITS))
        .or_else(|| without_prefix(&text, &UNITS))
        .unwrap_or(&text);
    match number(digits) {
        Some(Number::Clear(value)) => Weight::new(value).into(),
        Some(Number::PointAndThree { .. }) | None => Read::Unread,
    }
}

/// A year: `2025`, `anno 2025`, `esercizio 2025`.
pub fn year(text: &str) -> Read<Year> {
    let is_bare = |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let of_digits = |digits: &str| digits.parse().ok().and_then(Year::new).into();
    // As most are written, thousands of times in a plan.
    if is_bare(text) {
        return of_digits(text);
    }
    if states_nothing(text) {
        return Read::Nothing;
    }
    let text = plain(text);
    let digits = without_prefix(&text, &["anno ", "esercizio ", "year "]).unwrap_or(&text);
    if is_bare(digits) { of_digits(digits) } else { Read::Unread }
}

/// Years listed in one text: `2024, 2025`, `2024-2026` (a span of at most ten years), `2024 e 2025`.
pub fn years(text: &str) -> Read<Vec<Year>> {
    if states_nothing(text) {
        return Read::Nothing;
    }
    let text = plain(text);
    let mut years = Vec::new();
    for part in text.split([',', ';', '/']).flat_map(|part| part.split(" e ")).map(str::trim) {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        match (year(first), year(last)) {
            (Read::Value(first), Read::Value(last))
                if first <= last && last.number() - first.number() < 10 =>
            {
                years.extend((first.number()..=last.number()).filter_map(Year::new));
            }
            _ => return Read::Unread,
        }
    }
    Read::Value(years)
}

/// Yes or no, as people tick a box: `x`, `X`, `×`, `sì`, `vero`, `1`; `no`, `falso`, `0`.
pub fn boolean(text: &str) -> Read<bool> {
    if states_nothing(text) {
        return Read::Nothing;
    }
    match plain(text).as_str() {
        "s" | "si" | "si'" | "x" | "xx" | "×" | "✓" | "✔" | "✗" | "✘" | "☑" | "☒" | "vero" | "true"
        | "yes" | "y" | "1" => Read::Value(true),
        "no" | "n" | "falso" | "false" | "0" | "☐" => Read::Value(false),
        _ => Read::Unread,
    }
}

/// Whether an objective is strategic: a [`boolean`], or the word itself.
pub fn strategic(text: &str) -> Read<bool> {
    match boolean(text) {
        Read::Unread => match plain(text).as_str() {
            "strategico" | "strategica" | "obiettivo strategico" | "strategic" => Read::Value(true),
            "ordinario" | "ordinaria" | "operativo" | "gestionale" | "non strategico" | "ordinary" => {
                Read::Value(false)
            }
            _ => Read::Unread,
        },
        read => read,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn percentages_as_people_write_them() {
        for (text, value) in [
            ("100", 100.0),
            ("100%", 100.0),
            (" 98,5 % ", 98.5),
            ("98.5", 98.5),
            ("100,00%", 100.0),
            ("100.000", 100.0),
            ("0", 0.0),
            ("0,5", 0.5),
            ("100 per cento", 100.0),
            ("90 PER CENTO", 90.0),
            ("100/100", 100.0),
            ("98,71/100", 98.71),
            ("50\u{a0}%", 50.0),
            ("\u{200f}75%\u{200e}", 75.0),
            ("33,333", 33.333),
            ("007", 7.0),
        ] {
            assert_eq!(percent(text), Read::Value(Percent::new(value).expect("0 to 100")), "{text:?}");
        }
        for text in ["", " ", "-", "–", "—", "//", "n.d.", "N.D.", "nd", "n/a", "N.A.", "n.p.", "...", "…"]
        {
            assert_eq!(percent(text), Read::Nothing, "{text:?}");
        }
        for text in [
            "250%",
            "-5",
            "+5",
            "circa 80",
            "abc",
            "%",
            "80%%",
            "50-60",
            "100,1",
            "1.234,5",
            "1,2,3",
            ",5",
            "5,",
            "1e1",
            "50/90",
            "٥٠",
            "NaN",
            "inf",
            "raggiunto al 50%",
            "100 %.",
        ] {
            assert_eq!(percent(text), Read::Unread, "{text:?}");
        }
    }

    #[test]
    fn weights_as_people_write_them() {
        for (text, value) in [
            ("10", 10.0),
            ("1,4", 1.4),
            ("1.4", 1.4),
            ("507,69", 507.69),
            ("10%", 10.0),
            ("1.234,5", 1234.5),
            ("1,234.5", 1234.5),
            ("1.234.567", 1_234_567.0),
            ("0.125", 0.125),
            ("P.TI 4", 4.0),
            ("4 punti", 4.0),
            ("15/100", 15.0),
        ] {
            assert_eq!(weight(text), Read::Value(Weight::new(value).expect("a weight")), "{text:?}");
        }
        for text in ["0", "-1", "1.250", "alto", "10 20", "12.34.56", "1e9", "1.2345.678"] {
            assert_eq!(weight(text), Read::Unread, "{text:?}");
        }
        assert_eq!(weight("n.d."), Read::Nothing);
    }

    #[test]
    fn years_and_ticks() {
        let value = |text| year(text).value().map(Year::number);
        assert_eq!(value("2025"), Some(2025));
        assert_eq!(value(" Anno 2025"), Some(2025));
        for text in ["25", "1899", "2200", "2025.0", "2024-2026", "20255", "anno"] {
            assert_eq!(year(text), Read::Unread, "{text:?}");
        }
        let several =
            |text| years(text).value().map(|ys| ys.into_iter().map(Year::number).collect::<Vec<_>>());
        assert_eq!(several("2024"), Some(vec![2024]));
        assert_eq!(several("2024, 2026"), Some(vec![2024, 2026]));
        assert_eq!(several("2024–2026"), Some(vec![2024, 2025, 2026]));
        assert_eq!(several("2024 e 2025"), Some(vec![2024, 2025]));
        assert_eq!(several("2026-2024"), None);
        assert_eq!(several("1900-2199"), None);
        for text in ["x", "X", "×", "sì", "Si", "SI'", "vero", "true", "1", "yes", "S", "✔"] {
            assert_eq!(boolean(text), Read::Value(true), "{text:?}");
        }
        for text in ["no", "NO", "falso", "false", "0"] {
            assert_eq!(boolean(text), Read::Value(false), "{text:?}");
        }
        assert_eq!(boolean(""), Read::Nothing);
        assert_eq!(boolean("forse"), Read::Unread);
        assert_eq!(strategic("Strategico"), Read::Value(true));
        assert_eq!(strategic("ordinario"), Read::Value(false));
    }

    #[test]
    fn numbers_and_nothing_else() {
        for text in
            ["250%", "-5", "– 5", "circa 80", "Circa 80 %", "80% circa", "+12", "110 per cento", "1.250"]
        {
            assert!(is_only_number(text), "{text:?}");
        }
        for text in ["", "-", "n.d.", "3 incontri", "50-60", "dal 50 al 60%", "circa", "10/12/2021"] {
            assert!(!is_only_number(text), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in any::<String>()) {
            is_only_number(&text);
            percent(&text);
            weight(&text);
            year(&text);
            years(&text);
            strategic(&text);
        }

        #[test]
        fn every_percentage_written_in_full_is_read_back(hundredths in 0..=10_000u32) {
            let expected = Percent::new(f64::from(hundredths) / 100.0);
            let (whole, rest) = (hundredths / 100, hundredths % 100);
            for text in [
                format!("{whole},{rest:02}"),
                format!("{whole}.{rest:02} %"),
                format!("{whole},{rest:02}/100"),
            ] {
                prop_assert_eq!(percent(&text).value(), expected);
            }
        }
    }
}
