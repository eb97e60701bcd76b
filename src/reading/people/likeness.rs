// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whether two names are likely one person's, and why.
//!
//! Never here: a guess from the ends of names, where Italian tells Paolo from Paola and Conti from Conte; surnames that
//! many bear and one letter tells apart (Moretti, Moratti); given names that are two (Carla, Carlo).

use super::name::{Name, is_known_given, plain};
use super::words::known;
use crate::text::fold_char;

/// Why two names are likely one person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// Capitals alone.
    Case,
    /// Accents, apostrophes, hyphens, spaces.
    Accents,
    /// The surname first in one of them.
    Order,
    /// One letter.
    Spelling,
    /// A further given name in one of them.
    FurtherName,
    /// A further given name, and one letter.
    FurtherNameAndSpelling,
    /// Initials, and nobody else with these.
    Initials,
    /// The surname alone, and nobody else with it.
    SurnameAlone,
}

impl Reason {
    /// The name in files and handles.
    pub fn code(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Accents => "accents",
            Self::Order => "order",
            Self::Spelling => "spelling",
            Self::FurtherName => "further_name",
            Self::FurtherNameAndSpelling => "further_name_and_spelling",
            Self::Initials => "initials",
            Self::SurnameAlone => "surname_alone",
        }
    }
}

/// How often each of two names is there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Often(pub u32, pub u32);

impl Often {
    /// Once beside many: rather a slip than two people.
    fn speaks_for_a_slip(self) -> bool {
        self.0.min(self.1) == 1 && self.0.max(self.1) >= 3
    }
}

/// Why these two names, as written and taken apart, are likely one person's, if they are. Initials and surnames alone
/// are another matter: they depend on who else is there.
pub(super) fn reason(a: (&str, &Name), b: (&str, &Name), often: Often) -> Option<Reason> {
    let ((a_text, a), (b_text, b)) = (a, b);
    let is_alone = a.given.is_empty() || b.given.is_empty();
    if is_alone || a.is_shortened() != b.is_shortened() || a.digits != b.digits {
        return None;
    }
    let same = a.surname == b.surname && a.whole_given() == b.whole_given();
    if same || a.words == b.words {
        return Some(as_written(a_text, b_text, same && a.surname_first == b.surname_first));
    }
    if a.is_shortened() {
        return None;
    }
    let surname = if a.surname == b.surname {
        0
    } else if is_slip_of_surname(&a.surname, &b.surname, often) {
        1
    } else {
        return None;
    };
    let (plain_a, plain_b) = (plain(&a.whole_given()), plain(&b.whole_given()));
    if plain_a == plain_b {
        return Some(Reason::Spelling);
    }
    if surname == 0 && is_slip_of_given(&a.whole_given(), &b.whole_given(), often) {
        return Some(Reason::Spelling);
    }
    let (few, many) = if a.given.len() < b.given.len() { (a, b) } else { (b, a) };
    if has_one_more(&few.given, &many.given) {
        return match surname {
            0 => Some(Reason::FurtherName),
            _ if few.surname.chars().count().min(many.surname.chars().count()) >= 7 => {
                Some(Reason::FurtherNameAndSpelling)
            }
            _ => None,
        };
    }
    None
}

/// What tells apart two names whose letters are the same.
fn as_written(a: &str, b: &str, same_order: bool) -> Reason {
    if !same_order {
        return Reason::Order;
    }
    // Each letter is the other's capital, with the same accent.
    let pairs = || a.chars().zip(b.chars());
    if a.chars().count() == b.chars().count()
        && pairs().all(|(a, b)| fold_char(a) == fold_char(b) && a.is_ascii() == b.is_ascii())
    {
        Reason::Case
    } else {
        Reason::Accents
    }
}

/// The given names of one and one more: at the beginning or at the end. Maria Grazia is no Maria, and Gian Carlo no
/// Carlo.
fn has_one_more(few: &[String], many: &[String]) -> bool {
    if few.len() + 1 != many.len() || few.is_empty() {
        return false;
    }
    let leads = few == &many[1..] && !matches!(many[0].as_str(), "gian" | "pier" | "giovan");
    let follows = few == &many[..few.len()]
        && !matches!(few, [one] if one == "maria" || one == "gian" || one == "pier");
    let only_maria = matches!(few, [one] if one == "maria");
    (leads || follows) && !only_maria
}

/// Where two words differ by one edit, the letters that differ, with how many they share before and after.
struct Edit<'a> {
    before: usize,
    a: &'a [char],
    b: &'a [char],
    after: usize,
}

/// The one edit between two words: a letter more, another letter, two that changed places; or none, or more of them.
fn edit<'a>(a: &'a [char], b: &'a [char]) -> Option<Edit<'a>> {
    let before = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[before..], &b[before..]);
    let after = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - after], &b[..b.len() - after]);
    let is_one = match (a, b) {
        ([_], []) | ([], [_]) | ([_], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    };
    is_one.then_some(Edit { before, a, b, after })
}

/// Whether one surname is the other with a slip: a letter within it, never at its ends.
fn is_slip_of_surname(a: &str, b: &str, often: Often) -> bool {
    if known(a).is_common_surname() && known(b).is_common_surname() {
        return false;
    }
    let (a_chars, b_chars): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let shortest = a_chars.len().min(b_chars.len());
    if shortest < 5 {
        return false;
    }
    if shortest >= 7 && plain(a) == plain(b) && a_chars.last() == b_chars.last() {
        return true;
    }
    let Some(edit) = edit(&a_chars, &b_chars) else { return false };
    if edit.before == 0 || edit.after == 0 {
        return false;
    }
    let is_vowel = |c: &char| "aeiou".contains(*c);
    let other_vowel = matches!((edit.a, edit.b), ([a], [b]) if is_vowel(a) && is_vowel(b));
    // Another vowel makes another surname of the same family: Di Luca and De Luca, Moretti and Morotti, Bellini and
    // Belloni, by the first vowel or by that of the ending.
    let ending: String = a_chars[a_chars.len() - edit.after..].iter().collect();
    let is_family = other_vowel
        && (edit.before == 1
            || shortest < 7
            || ending.strip_suffix(['a', 'e', 'i', 'o']).is_some_and(|consonants| {
                ["n", "l", "ll", "t", "tt", "r", "rr", "s", "ss", "zz", "cc", "d", "v"].contains(&consonants)
            }));
    // A short surname, or one of a family, only where it is there once beside many.
    (shortest >= 6 && !is_family) || often.speaks_for_a_slip()
}

/// Whether one given name is the other with a slip. Two that lists know are two, and so are two that differ at the end.
fn is_slip_of_given(a: &str, b: &str, often: Often) -> bool {
    let sure = is_known_given(a) != is_known_given(b);
    if !sure && (is_known_given(a) || !often.speaks_for_a_slip()) {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    a.len().min(b.len()) >= 5 && edit(&a, &b).is_some_and(|edit| edit.before >= 1 && edit.after >= 1)
}

/// Whether two names cannot be one person's: both have given names in full, and none in common.
pub(super) fn contradict(a: &Name, b: &Name) -> bool {
    if a.digits != b.digits {
        return true;
    }
    if a.given.is_empty() || b.given.is_empty() {
        return false;
    }
    let fits = |a: &String, b: &String| {
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        if short.chars().count() == 1 { long.starts_with(short.as_str()) } else { plain(a) == plain(b) }
    };
    let common = a.given.iter().any(|a| b.given.iter().any(|b| fits(a, b)));
    // Gian Carlo and Giancarlo; a slip; an order that nobody can tell.
    let (whole_a, whole_b) = (a.whole_given(), b.whole_given());
    let slip = is_slip_of_given(&whole_a, &whole_b, Often(1, 3));
    !common && plain(&whole_a) != plain(&whole_b) && !slip && a.words != b.words
}
