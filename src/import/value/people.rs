// SPDX-License-Identifier: AGPL-3.0-or-later
//! Cells that name people and offices: where one name ends and the next begins.
//!
//! Never here: a name taken apart where the cell does not part it ("Gabriela Nava Roberto Piodi" stays one: that they are
//! two is for `reading::people` to tell), and nobody recognised.

use crate::reading::people::is_surname_comma_given;
use crate::text::fold_char;

use super::{is_invisible, states_nothing};

/// Words with which offices and groups begin: "Ufficio Tributi e Commercio" is one office, not two people.
const OFFICES: [&str; 26] = [
    "altri",
    "altre",
    "area",
    "comando",
    "commissione",
    "consiglio",
    "direzione",
    "dipartimento",
    "giunta",
    "gruppo",
    "lavori",
    "personale",
    "polizia",
    "protezione",
    "ragioneria",
    "responsabile",
    "segreteria",
    "servizi",
    "servizio",
    "settore",
    "sportello",
    "tutti",
    "tutto",
    "ufficio",
    "uffici",
    "unita",
];

/// The names in a cell, as written: parted by commas, semicolons, new lines, a dash with spaces around it, and by "e",
/// "ed" or "&" between two names of people. Commas inside brackets part nothing.
///
/// ```
/// use traguardi::import::value::people;
/// assert_eq!(people("Laura Cislighi - tutti gli uffici"), ["Laura Cislighi", "tutti gli uffici"]);
/// assert_eq!(people("Elena Novarese -"), ["Elena Novarese"]);
/// assert_eq!(people("Gabriela Nava Roberto Piodi"), ["Gabriela Nava Roberto Piodi"]);
/// ```
pub fn people(cell: &str) -> Vec<&str> {
    if is_surname_comma_given(cell) {
        return vec![trimmed(cell)];
    }
    let mut names = Vec::new();
    for part in parts(cell) {
        for name in joined_names(part) {
            let name = trimmed(name);
            if !names_nobody(name) {
                names.push(name);
            }
        }
    }
    names
}

/// Whether a cell of people states nothing. `N. A.`, with a space, are the initials of a name; `n.a.` is none.
pub fn names_nobody(text: &str) -> bool {
    let initials = text.contains(". ") && text.starts_with(char::is_uppercase);
    !initials && states_nothing(text)
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// Without white space and dashes at both ends.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| is_edge(c) || matches!(fold_char(c), '-') || matches!(c, '•' | '·'))
}

/// The parts between commas, semicolons, new lines and dashes with white space on both sides, outside brackets.
fn parts(cell: &str) -> impl Iterator<Item = &str> {
    // A bracket that is never closed is not one: it must not glue the rest of the cell together.
    let last_close = cell.rfind(')').unwrap_or(0);
    let mut in_brackets = false;
    let mut before = ' ';
    let mut chars = cell.char_indices().peekable();
    let mut start = 0;
    let mut done = false;
    std::iter::from_fn(move || {
        while let Some((at, c)) = chars.next() {
            let spaced = is_edge(before) && chars.peek().is_none_or(|(_, next)| is_edge(*next));
            before = c;
            match c {
                '(' if at < last_close => in_brackets = true,
                ')' => in_brackets = false,
                _ => {}
            }
            let parts = matches!(c, ',' | ';' | '\n' | '\r') || (spaced && fold_char(c) == '-');
            if parts && !in_brackets {
                let part = &cell[start..at];
                start = at + c.len_utf8();
                return Some(part);
            }
        }
        (!std::mem::replace(&mut done, true)).then(|| &cell[start..])
    })
}

/// Parts "Anna Rossi e Luca Bianchi" in two: only where both sides look like names of people.
fn joined_names(part: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some((at, end)) = conjunction(part, from) {
        let after = conjunction(part, end).map_or(part.len(), |(next, _)| next);
        if looks_like_a_person(&part[start..at]) && looks_like_a_person(&part[end..after]) {
            names.push(&part[start..at]);
            start = end;
        }
        from = end;
    }
    names.push(&part[start..]);
    names
}

/// The next " e ", " ed " or " & " from a place on: where it starts and ends.
fn conjunction(part: &str, from: usize) -> Option<(usize, usize)> {
    let rest = part.get(from..)?;
    let mut at = 0;
    for word in rest.split(' ') {
        let end = at + word.len();
        if at > 0 && end < rest.len() && matches!(word, "e" | "ed" | "&" | "E" | "ED") {
            return Some((from + at - 1, from + end + 1));
        }
        at = end + 1;
    }
    None
}

/// Two to four words, each with a capital, the first of them not the name of an office.
fn looks_like_a_person(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let Some(first) = words.next() else { return false };
    let folded: String = first.chars().take(20).map(fold_char).collect();
    // Counted no further than it matters: the text may be long.
    let rest = words.clone().take(4).count();
    (1..=3).contains(&rest)
        && !OFFICES.contains(&folded.as_str())
        && std::iter::once(first).chain(words).all(|word| word.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cells_as_people_write_them() {
        let cases: [(&str, &[&str]); 18] = [
            ("", &[]),
            (" - ", &[]),
            ("//", &[]),
            ("Elena Novarese", &["Elena Novarese"]),
            ("Elena Novarese -", &["Elena Novarese"]),
            ("Elena Novarese, Roberto Piodi", &["Elena Novarese", "Roberto Piodi"]),
            ("Francesca Barenghi; Alberto Lavatelli;", &["Francesca Barenghi", "Alberto Lavatelli"]),
            ("Anna Rossi\nLuca Bianchi", &["Anna Rossi", "Luca Bianchi"]),
            ("- Anna Rossi\n- Luca Bianchi", &["Anna Rossi", "Luca Bianchi"]),
            ("Laura Cislighi - tutti gli uffici", &["Laura Cislighi", "tutti gli uffici"]),
            ("Anna De Rossi-Bianchi", &["Anna De Rossi-Bianchi"]),
            ("Anna Rossi e Luca Bianchi", &["Anna Rossi", "Luca Bianchi"]),
            ("Anna Rossi, Ugo Verdi e Luca Bianchi", &["Anna Rossi", "Ugo Verdi", "Luca Bianchi"]),
            ("Gabriela Nava Roberto Piodi", &["Gabriela Nava Roberto Piodi"]),
            ("Ufficio Tributi e Commercio", &["Ufficio Tributi e Commercio"]),
            ("Polizia Locale e Protezione Civile", &["Polizia Locale e Protezione Civile"]),
            ("Anna Rossi (Tributi, Commercio), Ugo Verdi", &["Anna Rossi (Tributi, Commercio)", "Ugo Verdi"]),
            ("Anna Rossi (Tributi, Ugo Verdi", &["Anna Rossi (Tributi", "Ugo Verdi"]),
        ];
        for (cell, names) in cases {
            assert_eq!(people(cell), names, "{cell:?}");
        }
    }

    #[test]
    fn a_long_cell_takes_no_longer_than_its_length() {
        // Quadratic work would take minutes here.
        assert_eq!(people(&"Anna Rossi e ".repeat(40_000)).len(), 40_000);
        assert_eq!(people(&"anna e ".repeat(80_000)).len(), 1);
        assert_eq!(people(&"(".repeat(400_000)).len(), 1);
        assert_eq!(people(&" - ".repeat(100_000)).len(), 0);
    }

    proptest! {
        #[test]
        fn names_are_parts_of_the_cell_in_order(cell in "\\PC*|[A-Z a-z,;()&e–\\-\n]*") {
            let mut from = 0;
            for name in people(&cell) {
                let at = cell[from..].find(name).expect("a name is a part of its cell, after the one before");
                prop_assert!(!name.trim().is_empty());
                from += at + name.len();
            }
        }
    }
}
