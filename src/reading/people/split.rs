// SPDX-License-Identifier: AGPL-3.0-or-later
//! What one name in a cell holds: one person or several, an office, a group, a role; titles and brackets cut off.
//!
//! Names without a sign between them are parted only where no other reading makes sense ("Gabriela Nava Roberto Piodi"
//! cannot be one person, "Gian Carlo De Rossi Bianchi" can). Never here: whether two names are one person, or a word
//! lost: every one is in a name, in a group, or among what was cut off. Linear in the length of the text.

use super::token::{Look, PartOfName, Token, Unit, tokens, units};
use super::{Kind, Part};
use crate::text::fold_char;

/// The people and groups that a text names, in its order. At least one, unless nothing is written.
pub fn read(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    if is_surname_comma_given(text) {
        return vec![Part::person(text.trim())];
    }
    // An address, markup, a formula: signs that no name has. It stays whole.
    let is_no_name = text.contains(['<', '>', '=', '@', '{', '}']);
    if !is_no_name {
        chunks(text).into_iter().for_each(|chunk| read_chunk(chunk, &mut parts));
    }
    let whole = text.trim();
    if parts.is_empty() && !whole.is_empty() {
        parts.push(Part::group(whole));
    }
    parts
}

/// Whether a text is `Rossi, Mario`: one name, although a comma parts it.
///
/// ```
/// use traguardi::reading::people::is_surname_comma_given;
/// assert!(is_surname_comma_given("De Luca, Anna") && !is_surname_comma_given("Novarese, Piodi"));
/// ```
pub fn is_surname_comma_given(text: &str) -> bool {
    // Looked at no further than a name is long.
    let Some((surname, given)) = text.split_once(',').filter(|_| text.len() <= 80) else { return false };
    let (left, right) = (tokens(surname), tokens(given));
    let given_only = (1..=2).contains(&right.len())
        && right.iter().all(|token| token.look == Look::Given && !token.known.may_be_surname())
        && !given.contains([',', '(']);
    let is_surname = |unit: &Unit| unit.part == PartOfName::Surname;
    given_only
        && left.iter().all(|token| matches!(token.look, Look::Word | Look::Given))
        && matches!(units(&left, 0, left.len()).as_slice(), [unit] if is_surname(unit))
}

/// The parts of a text between commas, semicolons, colons, strokes, new lines and dashes that have a space beside
/// them, outside brackets.
fn chunks(text: &str) -> Vec<&str> {
    let last_close = text.rfind(')').unwrap_or(0);
    let (mut chunks, mut start, mut in_brackets, mut before) = (Vec::new(), 0, false, ' ');
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, next)| *next);
        match c {
            '(' if at < last_close => in_brackets = true,
            ')' => in_brackets = false,
            _ => {}
        }
        let beside_space = before.is_whitespace() || after.is_whitespace();
        let parts = match fold_char(c) {
            ',' | ';' | ':' | '\n' | '\r' | '|' | '•' | '·' => true,
            '-' => beside_space,
            '/' | '\\' => beside_space || ((before.is_alphabetic() || before == '.') && after.is_uppercase()),
            _ => false,
        };
        if parts && !in_brackets {
            chunks.push(&text[start..at]);
            start = at + c.len_utf8();
        }
        before = c;
    }
    chunks.push(&text[start..]);
    chunks
}

/// What stands outside brackets and what within, in order.
fn brackets(chunk: &str) -> (String, Vec<&str>) {
    let (mut outside, mut inside) = (String::with_capacity(chunk.len()), Vec::new());
    let mut rest = chunk;
    while let Some(open) = rest.find(['(', '[']) {
        let close = if rest[open..].starts_with('(') { ')' } else { ']' };
        let Some(length) = rest[open..].find(close) else { break };
        outside.push_str(&rest[..open]);
        outside.push(' ');
        inside.push(rest[open + 1..open + length].trim());
        rest = &rest[open + length + 1..];
    }
    outside.push_str(rest);
    (outside, inside)
}

fn read_chunk(chunk: &str, parts: &mut Vec<Part>) {
    let (outside, inside) = brackets(chunk);
    let before = parts.len();
    let cut = read_pieces(&outside, parts);
    let mut left_over: Vec<Box<str>> = cut;
    for text in inside {
        // Ufficio Tributi (Anna Bianchi): somebody with given name and surname in brackets is no remark.
        let mut within = Vec::new();
        let mut cut = read_pieces(text, &mut within);
        let names_people = within.iter().any(|part| part.kind == Kind::Person && has_given(&part.name));
        if names_people || parts.len() == before {
            left_over.append(&mut cut);
            parts.append(&mut within);
        } else if !text.is_empty() {
            left_over.push(text.into());
        }
    }
    if let Some(last) = parts[before..].last_mut() {
        last.cut.append(&mut left_over);
    }
}

/// Reads a text without brackets; returns what belongs to no part.
fn read_pieces(text: &str, parts: &mut Vec<Part>) -> Vec<Box<str>> {
    let mut cut = Vec::new();
    for text in chunks(text) {
        let words = tokens(text);
        let mut reader = Reader { text, words: &words, parts, cut: std::mem::take(&mut cut) };
        reader.items();
        cut = reader.cut;
    }
    cut
}

fn has_given(name: &str) -> bool {
    let words = tokens(name);
    words.len() > 1 && words.iter().any(|word| word.look == Look::Given)
}

/// Reads the words of a chunk.
struct Reader<'a> {
    text: &'a str,
    words: &'a [Token],
    parts: &'a mut Vec<Part>,
    /// What belongs to no part yet.
    cut: Vec<Box<str>>,
}

impl Reader<'_> {
    /// The items of a list with numbers (`1) Anna Rossi 2) Ugo Verdi`), or all words at once.
    fn items(&mut self) {
        let words = self.words;
        let is_item = |at: &usize| words[*at].look == Look::Item;
        if words.is_empty() {
            return;
        }
        if !is_item(&0) {
            return self.runs(0, words.len());
        }
        let mut starts: Vec<usize> = (0..words.len()).filter(is_item).collect();
        starts.push(words.len());
        for pair in starts.windows(2) {
            self.cut_off(pair[0], pair[0] + 1);
            self.runs(pair[0] + 1, pair[1]);
        }
    }

    fn cut_off(&mut self, from: usize, to: usize) {
        if from < to {
            self.cut.push(self.text[self.words[from].start..self.words[to - 1].end].into());
        }
    }

    /// Tells runs of words of people from those of offices.
    fn runs(&mut self, from: usize, to: usize) {
        let words = self.words;
        let is_office = |word: &Token| matches!(word.look, Look::Office | Look::Item);
        if !words[from..to].iter().any(is_office) {
            return self.people(from, to);
        }
        if is_person_with_office_surname(&words[from..to]) {
            self.parts.push(Part::person(&self.text[words[from].start..words[to - 1].end]));
            return;
        }
        // Where the group that is being read began; words of people in between end it.
        let (mut group, mut at) = (from, from);
        let (mut seen_office, mut seen_institution) = (false, false);
        let role =
            words[from..to].iter().find(|word| is_office(word)).is_some_and(|word| is_role(&word.letters));
        while at < to {
            if is_office(&words[at]) {
                seen_office = true;
                seen_institution |= words[at].known.is_institution();
                at += 1;
                continue;
            }
            let mut end = at;
            while end < to && !is_office(&words[end]) {
                end += 1;
            }
            // Small words and titles just before an office are its own: "del Settore II", "Istruttore amministrativo".
            let mut last = end;
            while end < to
                && last > at
                && matches!(words[last - 1].look, Look::Link | Look::And | Look::Title)
            {
                last -= 1;
            }
            let mut first = at;
            let mut after_and = false;
            while first < last && matches!(words[first].look, Look::And | Look::Link) {
                after_and |= words[first].look == Look::And;
                first += 1;
            }
            let begins_with_link = seen_office && first > at && !after_and;
            let run = &words[first..last];
            if !run.is_empty()
                && !begins_with_link
                && is_about_people(run, seen_office, seen_institution, role || after_and)
            {
                // An "e" between the two belongs to neither.
                self.group(group, if seen_office { at } else { group });
                for link in (at..first).filter(|&at| words[at].look == Look::Link) {
                    self.cut_off(link, link + 1);
                }
                self.people(first, last);
                group = last;
                while group < end && matches!(words[group].look, Look::And) {
                    group += 1;
                }
                (seen_office, seen_institution) = (false, false);
            }
            at = end;
        }
        self.group(group, to);
    }

    fn group(&mut self, from: usize, to: usize) {
        if from >= to {
            return;
        }
        let words = &self.words[from..to];
        let says_nothing =
            |word: &Token| word.letters.is_empty() || matches!(word.look, Look::Link | Look::And);
        if words.iter().all(says_nothing) && !self.parts.is_empty() {
            let (start, end) = (words[0].start, words[words.len() - 1].end);
            let number = &self.text[start..end];
            let is_share = self.text[end..].trim_start().starts_with(['%', '/', '°']);
            match self.parts.last_mut() {
                // Anna Rossi 1, Anna Rossi 2: who wrote so meant two.
                Some(last) if !is_share && number.bytes().all(|byte| byte.is_ascii_digit()) => {
                    last.name = format!("{} {number}", last.name).into();
                }
                // A date or a share beside a name.
                _ => self.cut_off(from, to),
            }
        } else {
            let mut part = Part::group(&self.text[self.words[from].start..self.words[to - 1].end]);
            part.cut.append(&mut self.cut);
            self.parts.push(part);
        }
    }

    /// Words without those of offices: people joined by "e", by titles, or by nothing.
    fn people(&mut self, from: usize, to: usize) {
        let words = self.words;
        let mut start = from;
        for (at, word) in (from..).zip(&words[from..to]) {
            // One "E" in capitals is an initial unless it stands between two names.
            let is_and = word.look == Look::And
                && at > start
                && at + 1 < to
                && (!word.is_capital || (at - start > 1 && to - at > 2));
            if is_and {
                self.titled(start, at);
                start = at + 1;
            }
        }
        self.titled(start, to);
    }

    /// People between titles: `dott. Mario Rossi dott.ssa Anna Bianchi`, but `Rossi dott. Mario` is one.
    fn titled(&mut self, from: usize, to: usize) {
        let words = self.words;
        let is_title = |at: usize| words[at].look == Look::Title;
        if (from..to).all(is_title) {
            return self.group(from, to);
        }
        let mut start = from;
        for at in from..to {
            if !is_title(at) || at == start || is_title(at - 1) || (start..at).all(is_title) {
                continue;
            }
            let (left, right) =
                (units(words, start, at), (at..to).filter(|&at| !is_title(at)).take(2).count());
            let is_whole = left.len() > 1 && left.iter().any(|unit| unit.part != PartOfName::Surname);
            if is_whole && right > 0 || left.len() > 1 && right > 1 {
                self.names(start, at);
                start = at;
            }
        }
        self.names(start, to);
    }

    /// One name, or several without a sign between them.
    fn names(&mut self, from: usize, to: usize) {
        let words = self.words;
        let (mut from, mut to) = (from, to);
        let is_title = |word: &Token| word.look == Look::Title;
        let titled = words[from..to].iter().any(is_title);
        let whole = (from, to);
        while from < to && is_title(&words[from]) {
            from += 1;
        }
        let mut after: Vec<Box<str>> = Vec::new();
        while to > from && is_title(&words[to - 1]) {
            to -= 1;
            after.push(self.text[words[to].start..words[to].end].into());
        }
        let mut found = units(words, from, to);
        let is_given = |unit: &Unit| matches!(unit.part, PartOfName::Given | PartOfName::Either);
        let has_given = found.iter().any(is_given);
        // Small letters: a remark after a name, or no name at all.
        let is_small = |unit: &Unit| {
            let word = &words[unit.last];
            !word.is_capital && !is_given(unit) && matches!(word.look, Look::Word | Look::Link | Look::And)
        };
        let all_small = words[from..to].iter().all(|word| !word.is_capital);
        let mut is_person = true;
        if let Some(at) = found.iter().position(is_small) {
            if all_small && has_given && found.len() <= 3 {
            } else if at >= 2
                && (has_given || titled)
                && found[..at].iter().any(|u| u.part != PartOfName::Initial)
            {
                after.push(self.text[words[found[at].first].start..words[to - 1].end].into());
                to = found[at].first;
                found.truncate(at);
            } else {
                is_person = false;
            }
        }
        // "Centrale Unica di Committenza": a thing has its "di" too.
        let is_of =
            |word: &Token| word.look == Look::Link && word.letters.starts_with('d') && word.letters.len() > 1;
        let is_thing =
            !titled && !has_given && words[from..to].iter().any(|word| is_of(word) && word.letters != "da");
        is_person &= titled || has_given || (looks_like_a_name(&found, words) && !is_thing);
        if !is_person {
            self.group(whole.0, whole.1);
            after.clear();
        } else {
            for title in whole.0..from {
                self.cut_off(title, title + 1);
            }
            let bounds = if has_given || found.iter().any(|unit| unit.part == PartOfName::Initial) {
                several(&found)
            } else {
                Vec::new()
            };
            let mut first = 0;
            for bound in bounds.into_iter().chain([found.len()]) {
                if let (Some(a), Some(b)) = (found.get(first), found[..bound].last()) {
                    self.person(a.first, b.last + 1);
                }
                first = bound;
            }
        }
        if let Some(last) = self.parts.last_mut() {
            last.cut.append(&mut self.cut);
            last.cut.append(&mut after);
        }
    }

    /// One person: the words as written, but for titles among them.
    fn person(&mut self, from: usize, to: usize) {
        let words = &self.words[from..to];
        let cut = std::mem::take(&mut self.cut);
        let is_title = |word: &&Token| word.look == Look::Title;
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
        let mut part = if words.iter().any(|word| is_title(&word)) {
            let kept: Vec<&str> = words
                .iter()
                .filter(|word| !is_title(word))
                .map(|word| &self.text[word.start..word.end])
                .collect();
            Part::person(&kept.join(" "))
        } else {
            Part::person(&self.text[first.start..last.end])
        };
        part.cut = cut;
        let titles = words.iter().filter(is_title).map(|word| Box::from(&self.text[word.start..word.end]));
        part.cut.extend(titles);
        self.parts.push(part);
    }
}

/// `Paolo Giunta`, `Giunta Paolo`: a word of offices that is a surname too, and given names.
fn is_person_with_office_surname(words: &[Token]) -> bool {
    let [first, .., last] = words else { return false };
    let is_given = |word: &Token| word.look == Look::Given && word.is_capital;
    let is_surname =
        |word: &Token| word.look == Look::Office && word.known.is_surname_too() && word.is_capital;
    words.len() <= 3
        && ((is_surname(last) && words[..words.len() - 1].iter().all(is_given))
            || (is_surname(first) && words[1..].iter().all(is_given)))
}

/// Whether a word is what a person is to an office: a name may follow it.
fn is_role(letters: &str) -> bool {
    const ROLES: &str = "responsab resp segretari vicesegretari dirigent direttor direttrice coordinat comandante \
        vicecomandante sindac assessor vice addett titolar incaricat referent agent istruttor ispettor assistent funzionari \
        operator messo custode capo specialist sovrintendent delegat president revisor";
    matches!(letters, "po" | "eq") || ROLES.split(' ').any(|role| letters.starts_with(role))
}

/// Whether words beside those of an office are the name of a person.
fn is_about_people(run: &[Token], after_office: bool, institution: bool, role: bool) -> bool {
    let has = |look: Look| run.iter().any(|word| word.look == look);
    let count = run.iter().filter(|word| word.look != Look::Title).take(6).count();
    if has(Look::Title) && count > 0 && run.iter().any(|word| word.is_capital && word.look != Look::Title) {
        return true;
    }
    let all_capital =
        run.iter().all(|word| word.is_capital || word.known.is_particle() || word.look == Look::And);
    if !after_office {
        return has(Look::Given) || (has(Look::Initial) && has(Look::Word) && count > 1);
    }
    let (given, word) = (has(Look::Given), has(Look::Word));
    if !all_capital || count < 2 || !given || institution {
        return false;
    }
    let first = run.iter().find(|word| word.look != Look::Title);
    let sure = |word: &Token| word.look == Look::Given && !word.known.may_be_surname();
    let surname_first = matches!(run, [a, b] if a.look == Look::Word && sure(b));
    role || surname_first || (word && first.is_some_and(sure))
}

/// Whether words of which no list knows a given name look like a name.
fn looks_like_a_name(units: &[Unit], words: &[Token]) -> bool {
    let letters = |unit: &Unit| unit.letters(words).chars().count();
    match units {
        [] => false,
        // SUAP, UTC; but a surname in capitals is longer, and E.N. are two initials.
        [one] if one.part == PartOfName::Initial => letters(one) <= 2,
        [one] => !(one.is_shouted && letters(one) <= 4),
        [_, ..] if units.len() <= 5 => true,
        _ => false,
    }
}

/// Where one person ends and the next begins, if these parts of names can only be several people: each bound is the
/// place of the first part of the next.
fn several(units: &[Unit]) -> Vec<usize> {
    if units.len() < 4 || can_be_one(units) {
        return Vec::new();
    }
    // The number of ways to part the first so many into people of two or three parts, counted up to two, and the size
    // of the last person in the one way.
    let mut ways = vec![(0_u8, 0_u8); units.len() + 1];
    ways[0].0 = 1;
    for end in 2..=units.len() {
        for size in [2, 3] {
            let Some(start) = end.checked_sub(size) else { continue };
            let before = ways[start].0;
            if before > 0
                && is_one(&units[start..end])
                && (start == 0 || may_part(&units[start - 1], &units[start]))
            {
                ways[end] = ((ways[end].0 + before).min(2), size as u8);
            }
        }
    }
    if ways[units.len()].0 != 1 {
        return Vec::new();
    }
    let mut bounds = Vec::new();
    let mut at = units.len();
    while at > 0 {
        at -= usize::from(ways[at].1);
        bounds.push(at);
    }
    bounds.pop();
    bounds.reverse();
    bounds
}

/// Maria Grazia, Gian Carlo: two given names that are one belong together.
fn may_part(left: &Unit, right: &Unit) -> bool {
    let both_given = left.part == PartOfName::Given && right.part == PartOfName::Given;
    let same_sex =
        !(left.known.is_man() && right.known.is_woman() || left.known.is_woman() && right.known.is_man());
    !(both_given && left.known.is_compound() && same_sex)
}

/// Whether two or three parts are surely one person: one surname, and given names or an initial.
fn is_one(units: &[Unit]) -> bool {
    match units {
        [a, b] => is_pair(a, b),
        [a, b, c] => {
            let sure = |unit: &Unit| unit.part == PartOfName::Given;
            (sure(a) && sure(b) && c.may_be_surname() && go_together(a, b))
                || (a.may_be_surname() && sure(b) && sure(c) && go_together(b, c))
        }
        _ => false,
    }
}

/// A given name and a surname, one of which may be either.
fn is_pair(a: &Unit, b: &Unit) -> bool {
    (a.may_be_given() && b.may_be_surname()) || (a.may_be_surname() && b.may_be_given())
}

/// Two given names of one person are of one sex.
fn go_together(a: &Unit, b: &Unit) -> bool {
    !(a.known.is_man() && b.known.is_woman() || a.known.is_woman() && b.known.is_man())
}

/// Whether all of these parts can be the name of one person: its given names at one end, its surnames at the other.
fn can_be_one(units: &[Unit]) -> bool {
    let one_way = |units: &mut dyn Iterator<Item = &Unit>, count: usize| {
        // As many given names as can be, then as few; what follows must be surnames.
        let units: Vec<&Unit> = units.collect();
        let mut givens = 0;
        while givens < count
            && units[givens].may_be_given()
            && units[..givens].iter().all(|u| go_together(u, units[givens]))
        {
            givens += 1;
            // Nobody has three surnames.
            if givens < count
                && count - givens < 3
                && units[givens..].iter().all(|unit| unit.may_be_surname())
            {
                return true;
            }
        }
        // All given names: the last of them is the surname.
        givens == count
    };
    // Nobody has eight names; and it keeps this linear.
    units.len() < 8
        && (one_way(&mut units.iter(), units.len()) || one_way(&mut units.iter().rev(), units.len()))
}
