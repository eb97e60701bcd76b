// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of a cell of people, each with what it looks like, and the parts of names that they make up.
//!
//! Never here: where one person ends and the next begins (see `split`).

use super::words::{Known, known};
use crate::text::fold_char;

/// One word.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// Where it stands in the text, in bytes.
    pub start: usize,
    pub end: usize,
    /// Its letters, folded.
    pub letters: String,
    pub known: Known,
    pub look: Look,
    pub is_capital: bool,
    /// At least two letters, all of them capitals.
    pub is_shouted: bool,
}

/// What a word is in its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Title,
    /// Of the name of an office, a group or a role; or a number.
    Office,
    /// `e`, `ed`, `con`, `&`.
    And,
    /// A small word.
    Link,
    /// One letter, or letters with dots.
    Initial,
    Given,
    Word,
    /// The number of an item of a list: `1)`.
    Item,
}

/// A letter without case and accent, also of the alphabets of our neighbours; `None` for what is no letter.
pub fn letter(c: char) -> Option<char> {
    let c = match fold_char(c) {
        'ć' | 'č' => 'c',
        'đ' | 'ď' => 'd',
        'ă' | 'ą' | 'ā' => 'a',
        'ę' | 'ě' | 'ē' | 'ė' => 'e',
        'ğ' | 'ģ' => 'g',
        'ı' | 'ī' | 'į' => 'i',
        'ł' | 'ľ' => 'l',
        'ń' | 'ň' => 'n',
        'ő' | 'ō' | 'ø' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ű' | 'ů' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' => 'z',
        c => c,
    };
    c.is_alphabetic().then_some(c)
}

/// The letters of a word, folded.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter_map(letter).collect()
}

/// The words of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut start = 0;
    for word in text.split(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}') {
        let end = start + word.len();
        glued(word, start, &mut tokens);
        // The separator may be longer than a byte.
        start = end + text[end..].chars().next().map_or(0, char::len_utf8);
    }
    acronyms(&mut tokens);
    tokens
}

/// Takes a title or initials off a word they are glued to (`dott.Rossi`, `E.Novarese`).
fn glued(word: &str, mut start: usize, tokens: &mut Vec<Token>) {
    let mut word = word;
    while let Some(dot) = word.find('.') {
        let (head, rest) = (&word[..=dot], &word[dot + 1..]);
        let long = rest.starts_with(char::is_uppercase)
            && rest.chars().take(2).filter(|c| c.is_alphabetic()).count() > 1;
        let head_letters = letters(head);
        let is_initial = head.chars().count() == 2 && head.starts_with(char::is_uppercase);
        if !long || known(&letters(word)).is_title() || !(is_initial || known(&head_letters).is_title()) {
            break;
        }
        tokens.extend(token(head, start));
        start += head.len();
        word = rest;
    }
    tokens.extend(token(word, start));
}

/// A word as a token, without punctuation around it; nothing where nothing is left.
fn token(word: &str, start: usize) -> Option<Token> {
    if matches!(word, "&" | "+") {
        let (letters, known) = (String::new(), Known::default());
        return Some(Token {
            start,
            end: start + word.len(),
            letters,
            known,
            look: Look::And,
            is_capital: false,
            is_shouted: false,
        });
    }
    let is_item = word.len() > 1
        && word.len() < 5
        && word.ends_with([')', '.', '°'])
        && word.chars().rev().skip(1).all(|c| c.is_ascii_digit());
    let ends = |c: char| !c.is_alphanumeric();
    let from = word.find(|c: char| c.is_alphanumeric())?;
    let mut to = word.trim_end_matches(ends).len();
    // A dot belongs to what it shortens, an apostrophe may stand for an accent.
    to += word[to..].chars().next().filter(|c| matches!(fold_char(*c), '.' | '\'')).map_or(0, char::len_utf8);
    let text = &word[from..to];
    let letters = letters(text);
    let count = letters.chars().count();
    let mut known_word = known(&letters);
    let mut office = known_word.is_office();
    // dell'ufficio, l'Area
    if let (false, Some(at)) = (office, text.find(|c| fold_char(c) == '\'')) {
        let rest: String = text[at..].chars().filter_map(letter).collect();
        office = rest.len() > 3 && known(&rest).is_office();
    }
    let is_capital = text.starts_with(char::is_uppercase);
    let is_shouted = count > 1 && !text.chars().any(char::is_lowercase) && is_capital;
    let dotted = text.contains('.') && count <= 3 && is_shouted && text.len() >= 2 * count - 1;
    let look = if is_item {
        Look::Item
    } else if text.contains(|c: char| c.is_ascii_digit()) || office {
        Look::Office
    } else if (matches!(letters.as_str(), "e" | "ed" | "con") && !text.contains('.'))
        && (!is_capital || is_shouted || count == 1)
    {
        Look::And
    } else if (count == 1 && is_capital) || dotted {
        Look::Initial
    } else if known_word.is_title() && (text.contains('.') || count > 2) && !text.contains('\'') {
        Look::Title
    } else if known_word.is_given() {
        Look::Given
    } else if known_word.is_link() && !is_capital {
        Look::Link
    } else {
        Look::Word
    };
    if look == Look::Initial {
        known_word = Known::default();
    }
    // The dot that ends a sentence is no part of a name.
    let spare = text.ends_with('.') && matches!(look, Look::Given | Look::Word) && count > 3;
    let end = start + to - usize::from(spare);
    Some(Token { start: start + from, end, letters, known: known_word, look, is_capital, is_shouted })
}

/// Initials that make up the name of an office with what follows (`P. O.`, `E. Q.`), and the number of an office
/// (`Settore IV`).
fn acronyms(tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        let (before, after) = tokens.split_at_mut(at);
        let (Some(a), Some(b)) = (before.last_mut(), after.first_mut()) else { continue };
        let single =
            |token: &Token| matches!(token.look, Look::Initial | Look::And) && token.letters.len() == 1;
        let is_number = |token: &Token| token.is_capital && token.letters.chars().all(|c| "ivx".contains(c));
        if a.look == Look::Office && matches!(b.look, Look::Initial | Look::Word) && is_number(b) {
            b.look = Look::Office;
        } else if single(a) && single(b) && known(&format!("{}{}", a.letters, b.letters)).is_office() {
            (a.look, b.look) = (Look::Office, Look::Office);
        }
    }
}

/// A part of a name: a given name, a surname with what it begins with, an initial.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// Its first and last token.
    pub first: usize,
    pub last: usize,
    pub part: PartOfName,
    pub known: Known,
    pub is_shouted: bool,
}

/// What a part of a name may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PartOfName {
    Given,
    /// A given name that is a surname too.
    Either,
    Surname,
    Initial,
}

impl Unit {
    pub fn may_be_given(&self) -> bool {
        self.part != PartOfName::Surname
    }

    pub fn may_be_surname(&self) -> bool {
        matches!(self.part, PartOfName::Surname | PartOfName::Either)
    }

    /// The letters of its words.
    pub fn letters(&self, tokens: &[Token]) -> String {
        tokens[self.first..=self.last].iter().map(|token| token.letters.as_str()).collect()
    }
}

/// The parts of names that tokens (from, to) make up; titles among them are passed over.
pub(super) fn units(tokens: &[Token], from: usize, to: usize) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut at = from;
    while at < to {
        let first = at;
        // De Luca, Della Vedova, De La Cruz, Van der Berg
        while at + 1 < to && is_particle(&tokens[at]) && tokens[at + 1].look != Look::Title {
            at += 1;
        }
        let token = &tokens[at];
        at += 1;
        if token.look == Look::Title {
            continue;
        }
        let part = match token.look {
            _ if at - 1 > first => PartOfName::Surname,
            Look::Initial => PartOfName::Initial,
            Look::Given if token.known.may_be_surname() => PartOfName::Either,
            Look::Given => PartOfName::Given,
            _ => PartOfName::Surname,
        };
        units.push(Unit { first, last: at - 1, part, known: token.known, is_shouted: token.is_shouted });
    }
    by_capitals(&mut units);
    units
}

fn is_particle(token: &Token) -> bool {
    token.known.is_particle() && matches!(token.look, Look::Word | Look::Link) && !token.letters.is_empty()
        || token.letters == "d" && token.look == Look::Initial && token.end - token.start > 1 && {
            // D' Angelo, but not D. Angelo
            token.end - token.start != 2
        }
}

/// Where some words are shouted and others not, the shouted ones are surnames: ROSSI Mario.
fn by_capitals(units: &mut [Unit]) {
    let shouted = units.iter().filter(|unit| unit.is_shouted).count();
    let quiet = units.iter().filter(|unit| !unit.is_shouted && unit.part != PartOfName::Initial).count();
    if shouted == 0 || quiet == 0 {
        return;
    }
    for unit in units {
        match unit.part {
            PartOfName::Initial => {}
            _ if unit.is_shouted => unit.part = PartOfName::Surname,
            PartOfName::Surname if unit.first == unit.last => unit.part = PartOfName::Given,
            PartOfName::Either => unit.part = PartOfName::Given,
            _ => {}
        }
    }
}
