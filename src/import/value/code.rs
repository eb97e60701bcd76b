// SPDX-License-Identifier: AGPL-3.0-or-later
//! Codes and labels of missions and programmes, in the many ways people write them.
//!
//! Never here: a code of another scheme bent into one of D.Lgs. 118/2011. `AG7/D`, `SP2`, `030N01` stay unread.

use crate::plan::{MissionCode, ProgrammeCode, official};
use crate::text::fold_char;

use super::{Read, is_invisible, states_nothing};

/// A code as somebody wrote it, understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenCode {
    /// The mission.
    pub mission: MissionCode,
    /// The programme, if the code goes that far.
    pub programme: Option<ProgrammeCode>,
    /// Whether it carries the `S` of a strategic objective.
    pub strategic: bool,
    /// Whether it is written as codes are (`01.02`, or with the words mission and programme). Otherwise (`12.9`,
    /// `0101`, `01-02`) it was read with some leeway, and a person should look.
    pub usual: bool,
}

const MISSION_WORDS: [&str; 5] = ["missione", "mission", "miss.", "miss", "m."];
const PROGRAMME_WORDS: [&str; 7] = ["programma", "programme", "program", "progr.", "prog.", "prog", "p."];
const NUMBER_WORDS: [&str; 5] = ["n.", "nr.", "n°", "numero", "n"];

/// Reads a text from left to right as a person sees it: folded, without invisible characters.
#[derive(Clone, Copy)]
struct Scan<'a> {
    rest: &'a str,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str) -> Self {
        Self { rest: text }
    }

    fn peek(mut self) -> Option<char> {
        self.next()
    }

    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let found = chars.by_ref().find(|c| !is_invisible(*c));
        self.rest = chars.as_str();
        found.map(fold_char)
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        let taken = self.peek().is_some_and(wanted);
        if taken {
            self.next();
        }
        taken
    }

    fn spaces(&mut self) -> bool {
        let mut any = false;
        while self.take(char::is_whitespace) {
            any = true;
        }
        any
    }

    /// One of these words, if it is next and does not go on into a longer one.
    fn word(&mut self, words: &[&str]) -> bool {
        for word in words {
            let mut ahead = *self;
            let matches = word.chars().all(|c| ahead.next() == Some(c));
            if matches && (word.ends_with(['.', '°']) || !ahead.peek().is_some_and(char::is_alphabetic)) {
                ahead.spaces();
                *self = ahead;
                return true;
            }
        }
        false
    }

    /// The digits that are next, at most eight, with their count.
    fn digits(&mut self) -> Option<(u32, usize)> {
        let (mut value, mut count) = (0, 0);
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            if count == 8 {
                return None;
            }
            value = value * 10 + digit;
            count += 1;
            self.next();
        }
        (count > 0).then_some((value, count))
    }

    fn is_done(self) -> bool {
        self.peek().is_none()
    }
}

fn mission_of(value: u32) -> Option<MissionCode> {
    MissionCode::new(u8::try_from(value).ok()?)
}

fn programme_of(mission: MissionCode, value: u32) -> Option<ProgrammeCode> {
    ProgrammeCode::new(mission, u8::try_from(value).ok()?)
}

/// What stands at the start of a text and is a code.
struct Start {
    mission: MissionCode,
    programme: Option<ProgrammeCode>,
    usual: bool,
}

/// A code at the start of a text. The scan stops after it.
fn start(scan: &mut Scan<'_>) -> Option<Start> {
    scan.spaces();
    let mut named = scan.word(&MISSION_WORDS);
    named |= !named && scan.peek() == Some('m') && {
        // `M01P02`, as accounting programs print it.
        let mut ahead = *scan;
        ahead.next();
        let is_code = ahead.peek().is_some_and(|c| c.is_ascii_digit());
        if is_code {
            *scan = ahead;
        }
        is_code
    };
    if named {
        scan.word(&NUMBER_WORDS);
    }
    let (first, width) = scan.digits()?;
    if width == 4 || width == 8 {
        // `0101`, `01010601`: mission, programme, and what accounting adds. Only where the list has the programme, for
        // `2025` is a year.
        let joined = if width == 8 { first / 10_000 } else { first };
        let mission = mission_of(joined / 100)?;
        let programme = programme_of(mission, joined % 100)?;
        official::programme_name(programme, None)?;
        return Some(Start { mission, programme: Some(programme), usual: false });
    }
    if width > 2 {
        return None;
    }
    let mission = mission_of(first)?;
    let alone = Start { mission, programme: None, usual: named || width == 2 };

    let mut ahead = *scan;
    let spaced = ahead.spaces();
    let sign = ahead.peek();
    let point = ahead.take(|c| c == '.');
    let dash = !point && (ahead.take(|c| matches!(c, '-' | ',' | '/' | '_')));
    ahead.spaces();
    let word =
        ahead.word(&PROGRAMME_WORDS) || (ahead.peek() == Some('p') && !spaced && ahead.take(|c| c == 'p'));
    if word {
        ahead.word(&NUMBER_WORDS);
    }
    // Without a word between them, only a point, or a dash with no space around it, joins two numbers into a code.
    let joined = word || (point && !spaced) || (dash && !spaced && sign == Some('-'));
    if !joined {
        return Some(alone);
    }
    let Some((second, second_width @ 1..=2)) = ahead.digits() else { return Some(alone) };
    let Some(programme) = programme_of(mission, second) else { return Some(alone) };
    let both_full = width == 2 && second_width == 2;
    let mut usual = word || (point && both_full);
    if point && both_full {
        // `01.02.03`: the number of the objective within the programme. Not `01.02.2025`, which is a date.
        let mut further = ahead;
        if further.take(|c| c == '.') && further.peek().is_some_and(|c| c.is_ascii_digit()) {
            if !matches!(further.digits(), Some((_, 1..=2))) {
                return None;
            }
            ahead = further;
            usual = false;
        }
    }
    *scan = ahead;
    Some(Start { mission, programme: Some(programme), usual })
}

/// A code: `01.02`, `01.02 S`, `12.9`, `0101`, `01010601`, `01`, `Missione 4`, `M01P02`, `01-02`. A digit alone is not
/// one: it numbers the row.
///
/// ```
/// use traguardi::import::value::code;
/// let code = code("12.9 S").value().unwrap();
/// assert_eq!(code.programme.unwrap().to_string(), "12.09");
/// assert!(code.strategic && !code.usual);
/// ```
pub fn code(text: &str) -> Read<WrittenCode> {
    if states_nothing(text) {
        return Read::Nothing;
    }
    let mut scan = Scan::new(text);
    let Some(start) = start(&mut scan) else { return Read::Unread };
    if start.programme.is_none() && !start.usual {
        return Read::Unread;
    }
    scan.spaces();
    let bracket = scan.take(|c| c == '(');
    let strategic = scan.take(|c| c == 's');
    if bracket && !(strategic && scan.take(|c| c == ')')) {
        return Read::Unread;
    }
    scan.spaces();
    if !scan.is_done() {
        return Read::Unread;
    }
    let Start { mission, programme, usual } = start;
    Read::Value(WrittenCode { mission, programme, strategic, usual })
}

/// Trims white space and invisible characters; `None` if nothing is left.
fn trimmed(text: &str) -> Option<&str> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    (!text.is_empty()).then_some(text)
}

/// The name after a code: what joins the two is cut, and something must.
fn name_after<'a>(scan: Scan<'a>) -> Option<Option<&'a str>> {
    let parts =
        scan.peek().is_none_or(|c| c.is_whitespace() || matches!(c, '-' | ':' | '.' | ')' | ',' | ';'));
    parts.then(|| {
        let is_joint = |c: char| {
            c.is_whitespace() || is_invisible(c) || matches!(fold_char(c), '-' | ':' | '.' | ')' | ',' | ';')
        };
        trimmed(scan.rest.trim_start_matches(is_joint))
    })
}

/// A mission by code and name: `14 Sviluppo economico e competitività`, `Missione 04 - Istruzione…`, `14`, or by a name
/// alone, whose code is looked up in the official list. The name is as written, without the code.
///
/// ```
/// use traguardi::import::value::mission_label;
/// let (code, name) = mission_label("Missione 4 – Istruzione");
/// assert_eq!((code.map(|c| c.number()), name), (Some(4), Some("Istruzione")));
/// ```
pub fn mission_label(text: &str) -> (Option<MissionCode>, Option<&str>) {
    if states_nothing(text) {
        return (None, None);
    }
    let mut scan = Scan::new(text);
    if let Some(Start { mission, programme: None, .. }) = start(&mut scan)
        && let Some(name) = name_after(scan)
    {
        return (Some(mission), name);
    }
    let Some(name) = trimmed(text) else { return (None, None) };
    let mut scan = Scan::new(name);
    scan.word(&MISSION_WORDS);
    (official::mission_named(name).or_else(|| official::mission_named(name_after_word(scan))), Some(name))
}

fn name_after_word<'a>(scan: Scan<'a>) -> &'a str {
    scan.rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(fold_char(c), '-' | ':'))
}

/// A programme by code and name: `01.03 Gestione economica`, `Missione 01 Programma 03 - …`; with its mission known,
/// `03 Gestione economica` and `Programma 3` too. A name alone has no code. The name is as written, without the code.
pub fn programme_label(text: &str, mission: Option<MissionCode>) -> (Option<ProgrammeCode>, Option<&str>) {
    if states_nothing(text) {
        return (None, None);
    }
    let mut scan = Scan::new(text);
    if let Some(Start { programme: Some(programme), .. }) = start(&mut scan)
        && let Some(name) = name_after(scan)
    {
        return (Some(programme), name);
    }
    let mut scan = Scan::new(text);
    scan.spaces();
    if scan.word(&PROGRAMME_WORDS) {
        scan.word(&NUMBER_WORDS);
        // `Programma 04.06` is the code in full, not programme 4 of the mission above it.
        let mut full = scan;
        if let Some(Start { programme: Some(programme), .. }) = start(&mut full)
            && let Some(name) = name_after(full)
        {
            return (Some(programme), name);
        }
    }
    if let Some(mission) = mission
        && let Some((number, 1..=2)) = scan.digits()
        && let Some(programme) = programme_of(mission, number)
        && let Some(name) = name_after(scan)
    {
        return (Some(programme), name);
    }
    (None, trimmed(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> Option<String> {
        code(text).value().map(|code| {
            let written = code.programme.map_or(code.mission.to_string(), |p| p.to_string());
            format!(
                "{written}{}{}",
                if code.strategic { " S" } else { "" },
                if code.usual { "" } else { " ?" }
            )
        })
    }

    #[test]
    fn codes_as_people_write_them() {
        for (text, expected) in [
            ("01.02", "01.02"),
            ("01.02 S", "01.02 S"),
            ("01.02S", "01.02 S"),
            ("01.02 (s)", "01.02 S"),
            (" 01.02\u{a0}S ", "01.02 S"),
            ("12.9", "12.09 ?"),
            ("1.2", "01.02 ?"),
            ("0101", "01.01 ?"),
            ("01010601", "01.01 ?"),
            ("01", "01"),
            ("12", "12"),
            ("Missione 4", "04"),
            ("MISSIONE N. 04", "04"),
            ("M01P02", "01.02"),
            ("01-02", "01.02 ?"),
            ("01.02.03", "01.02 ?"),
            ("Missione 01 Programma 02", "01.02"),
            ("Missione 1, programma 2", "01.02"),
            ("\u{202e}04.06\u{202c}", "04.06"),
        ] {
            assert_eq!(shown(text).as_deref(), Some(expected), "{text:?}");
        }
        for text in [
            "AG7/D",
            "SP2",
            "030N01",
            "n. 0",
            "1",
            "00",
            "01.00",
            "2025",
            "01.02.2025",
            "01.02 X",
            "01.02 Sport",
            "123",
            "01/02",
            "1 2",
            "obiettivo 01.02",
            "123456789012",
            "M",
            "Missione",
            "S",
        ] {
            assert_eq!(code(text), Read::Unread, "{text:?}");
        }
        assert_eq!(code(" - "), Read::Nothing);
    }

    #[test]
    fn labels_of_missions() {
        for (text, number, name) in [
            ("14 Sviluppo economico e competitività", Some(14), Some("Sviluppo economico e competitività")),
            ("Missione 04 - Istruzione e diritto", Some(4), Some("Istruzione e diritto")),
            ("Missione 1 – Servizi", Some(1), Some("Servizi")),
            ("MISSIONE N.4: Istruzione", Some(4), Some("Istruzione")),
            ("14", Some(14), None),
            ("4. Istruzione", Some(4), Some("Istruzione")),
            ("Missione 14 -", Some(14), None),
            ("Turismo", Some(7), Some("Turismo")),
            ("Missione Turismo", Some(7), Some("Missione Turismo")),
            ("Cose varie", None, Some("Cose varie")),
            ("1° maggio", None, Some("1° maggio")),
            ("", None, None),
            ("n.d.", None, None),
        ] {
            let (code, found) = mission_label(text);
            assert_eq!((code.map(MissionCode::number), found), (number, name), "{text:?}");
        }
    }

    #[test]
    fn labels_of_programmes() {
        let one = MissionCode::new(1);
        for (text, mission, code, name) in [
            ("01.03 attuazione del piano", None, Some("01.03"), Some("attuazione del piano")),
            ("12.9 - Servizio cimiteriale", None, Some("12.09"), Some("Servizio cimiteriale")),
            ("M01P03: Gestione", None, Some("01.03"), Some("Gestione")),
            ("01.03", None, Some("01.03"), None),
            ("03 Gestione", one, Some("01.03"), Some("Gestione")),
            ("Programma 3 - Gestione", one, Some("01.03"), Some("Gestione")),
            ("Programma 04.06 - Servizi ausiliari", one, Some("04.06"), Some("Servizi ausiliari")),
            ("Programma 04.06", MissionCode::new(4), Some("04.06"), None),
            ("3", one, Some("01.03"), None),
            ("03 Gestione", None, None, Some("03 Gestione")),
            ("Gestione", one, None, Some("Gestione")),
        ] {
            let (found, rest) = programme_label(text, mission);
            assert_eq!((found.map(|c| c.to_string()).as_deref(), rest), (code, name), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in "\\PC*|[ mMpP0-9.SsNn\\-°\u{200f}]*") {
            code(&text);
            mission_label(&text);
            programme_label(&text, MissionCode::new(1));
        }

        #[test]
        fn every_code_written_in_full_is_usual(mission in 1..=99u8, programme in 1..=99u8) {
            let text = format!("{mission:02}.{programme:02}");
            let found = code(&text).value().expect("a code");
            prop_assert!(found.usual && !found.strategic);
            prop_assert_eq!(found.programme.map(|c| c.to_string()), Some(text));
        }
    }
}
