// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words that outcomes are read by, folded (no case, no accent), Italian and English, each with what it can be.
//!
//! Never here: how they combine (see `verdict` and `report`). A word that is not here is one that nothing is read from.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::Status;
use super::words::Token;

pub(super) use phrases::*;
use phrases::{LISTS, STATUS_INFINITIVES, STATUS_NOUNS, STATUS_PHRASES};
pub(super) use tags::{Tags, Verb};
pub(super) use words::MONTHS;
use words::{PIVOTS, TAGGED, VERBS};

// Their lists are laid out in lines, not one word a line.
#[rustfmt::skip]
mod phrases;
mod tags;
#[rustfmt::skip]
mod undone;
#[rustfmt::skip]
mod words;

/// Phrases of one kind, by the number of its bit in what a word may begin.
#[derive(Clone, Copy)]
pub(super) struct Phrases(u8);

impl Phrases {
    /// Whether one of them may begin with a word.
    pub fn may_begin(self, begins: u64) -> bool {
        begins & (1 << self.0) != 0
    }
}

/// Whether a phrase that says how something went may begin with a word.
pub(super) fn begins_verdict(begins: u64) -> bool {
    [STATUS_PHRASE, STATUS_NOUN, STATUS_INFINITIVE, IN_LINE, MORE_THAN]
        .iter()
        .any(|kind| kind.may_begin(begins))
}

/// A word as the lexicon has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// The word; empty for one that the lexicon does not have.
    pub text: &'static str,
    /// What it can be.
    pub tags: Tags,
    /// What it says of how something went.
    pub verb: Option<Verb>,
    /// Its number, by which phrases are compared; 0 for one that the lexicon does not have.
    pub number: u16,
    /// The kinds of phrases that may begin with it, a bit for each.
    pub begins: u64,
    /// The first of the phrases that begin with it, from 1.
    pub phrases: u16,
    /// Whether it was only recognised in spite of a typing error.
    pub slip: bool,
}

/// No word of the lexicon has more letters.
pub(super) const LONGEST: usize = 18;

/// A word of the lexicon; `None` if it is none.
pub(super) fn look_up(word: &[u8]) -> Option<Word> {
    lexicon().words.get(word).copied().or_else(|| near_miss(word))
}

/// A phrase as it is looked for.
struct Phrase {
    kind: u8,
    length: u8,
    /// What it says of how something went.
    verb: Option<Verb>,
    /// The next phrase of the same kind that begins with the same word, and the first of the next kind, from 1.
    next: u16,
    other: u16,
    /// The place of the numbers of its words after the first.
    more: u16,
    /// How it is written in its list.
    text: &'static str,
}

struct Lexicon {
    words: FxHashMap<&'static [u8], Word>,
    phrases: Vec<Phrase>,
    /// The numbers of the words of phrases.
    numbers: Vec<u16>,
    /// The words that verdicts turn on, to find again in spite of a typing error, by their first letter.
    pivots: [Vec<&'static str>; 26],
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut words = FxHashMap::default();
        for &(tags, list) in TAGGED.iter().chain(undone::TAGGED) {
            each_form(list, &mut |form| {
                let word = entry(&mut words, form);
                word.tags = word.tags.or(tags);
            });
        }
        let (mut phrases, mut numbers) = (Vec::new(), Vec::new());
        let mut phrase =
            |kind, verb, text| add_phrase(&mut words, &mut phrases, &mut numbers, kind, verb, text);
        for (kind, list) in LISTS.iter().enumerate() {
            list.iter().for_each(|text| phrase(Phrases(kind as u8), None, text));
        }
        for (kind, list) in [
            (STATUS_PHRASE, STATUS_PHRASES),
            (STATUS_NOUN, STATUS_NOUNS),
            (STATUS_INFINITIVE, STATUS_INFINITIVES),
        ] {
            for (verb, texts) in list {
                texts.iter().for_each(|text| phrase(kind, Some(*verb), text));
            }
        }
        let mut pivots: [Vec<&'static str>; 26] = Default::default();
        for &(verb, list) in VERBS {
            each_form(list, &mut |form| {
                let word = entry(&mut words, form);
                word.verb = Some(verb);
                pivot(&mut pivots, word.text);
            });
        }
        each_form(PIVOTS, &mut |form| pivot(&mut pivots, entry(&mut words, form).text));
        Lexicon { words, phrases, numbers, pivots }
    })
}

/// Adds a phrase, once for each ending of its stem, before those that begin with the same word.
fn add_phrase(
    words: &mut FxHashMap<&'static [u8], Word>,
    phrases: &mut Vec<Phrase>,
    numbers: &mut Vec<u16>,
    kind: Phrases,
    verb: Option<Verb>,
    text: &'static str,
) {
    for ending in if text.contains('*') { &ENDINGS[..] } else { &ENDINGS[..1] } {
        let more = numbers.len();
        let mut first = "";
        for word in text.split(' ') {
            let word = entry(words, form(word, ending));
            if first.is_empty() {
                first = word.text;
            } else {
                numbers.push(word.number);
            }
        }
        let length = (numbers.len() - more + 1) as u8;
        let word = entry(words, Form::Whole(first));
        word.begins |= 1 << kind.0;
        let (next, other) = match known_phrase(phrases, word.phrases) {
            Some(first) if first.kind == kind.0 => (word.phrases, first.other),
            _ => (0, word.phrases),
        };
        phrases.push(Phrase { kind: kind.0, length, verb, next, other, more: more as u16, text });
        word.phrases = phrases.len() as u16;
    }
}

/// A phrase that was found.
pub(super) struct Found {
    /// How it is written in its list.
    pub text: &'static str,
    /// What it says of how something went.
    pub verb: Option<Verb>,
    /// How many words it has.
    pub length: usize,
}

/// The longest phrase of a kind that tokens begin with.
pub(super) fn phrase(tokens: &[Token<'_>], kind: Phrases) -> Option<Found> {
    let (first, more) = tokens.split_first().filter(|(first, _)| kind.may_begin(first.begins))?;
    let Lexicon { phrases, numbers, .. } = lexicon();
    let mut at = first.phrases;
    while let Some(phrase) = known_phrase(phrases, at)
        && phrase.kind != kind.0
    {
        at = phrase.other;
    }
    let mut found: Option<&Phrase> = None;
    while let Some(phrase) = known_phrase(phrases, at) {
        at = phrase.next;
        let from = usize::from(phrase.more);
        let words = &numbers[from..from + usize::from(phrase.length) - 1];
        if words.len() <= more.len()
            && found.is_none_or(|found| found.length < phrase.length)
            && words.iter().zip(more).all(|(word, token)| *word == token.number)
        {
            found = Some(phrase);
        }
    }
    found.map(|phrase| Found { text: phrase.text, verb: phrase.verb, length: usize::from(phrase.length) })
}

/// The phrase of a number that counts from 1.
fn known_phrase(phrases: &[Phrase], at: u16) -> Option<&Phrase> {
    phrases.get(usize::from(at).checked_sub(1)?)
}

/// The endings of Italian participles, which agree with what they speak of.
const ENDINGS: [&str; 4] = ["o", "a", "i", "e"];

/// Every form of a list: words as they are, and stems marked by `*` with the four endings.
fn each_form(list: &'static str, take: &mut dyn FnMut(Form)) {
    for word in list.split_ascii_whitespace() {
        let endings = if word.ends_with('*') { &ENDINGS[..] } else { &ENDINGS[..1] };
        endings.iter().for_each(|ending| take(form(word, ending)));
    }
}

/// A word of a list with an ending, if it is a stem.
fn form(word: &'static str, ending: &'static str) -> Form {
    word.strip_suffix('*').map_or(Form::Whole(word), |stem| Form::Stem(stem, ending))
}

enum Form {
    Whole(&'static str),
    Stem(&'static str, &'static str),
}

fn entry<'w>(words: &'w mut FxHashMap<&'static [u8], Word>, form: Form) -> &'w mut Word {
    let text = match form {
        Form::Whole(word) => word,
        Form::Stem(stem, end) => {
            let word = [stem, end].concat();
            match words.get(word.as_bytes()) {
                Some(known) => known.text,
                // Once, for as long as the page lives.
                None => Box::leak(word.into_boxed_str()),
            }
        }
    };
    debug_assert!(text.len() <= LONGEST, "{text} is longer than the longest");
    let number = words.len() as u16 + 1;
    words.entry(text.as_bytes()).or_insert(Word { text, number, ..Word::default() })
}

fn pivot(pivots: &mut [Vec<&'static str>; 26], word: &'static str) {
    if word.len() >= SHORTEST_PIVOT
        && let Some(list) = initial(word.as_bytes()).and_then(|at| pivots.get_mut(at))
    {
        list.push(word);
    }
}

fn initial(word: &[u8]) -> Option<usize> {
    word.first()?.checked_sub(b'a').map(usize::from)
}

/// Shorter words have too many neighbours that are words themselves.
const SHORTEST_PIVOT: usize = 6;

/// The word that a typing error made this of. Only the words that verdicts turn on are looked for; first letter and
/// ending must be right, so that "aggiunto" and "realizzare" are not taken for "raggiunto" and "realizzate".
fn near_miss(word: &[u8]) -> Option<Word> {
    if word.len() < SHORTEST_PIVOT {
        return None;
    }
    let lexicon = lexicon();
    let candidates = lexicon.pivots.get(initial(word)?)?;
    let pivot = candidates
        .iter()
        .find(|pivot| pivot.len().abs_diff(word.len()) <= 1 && is_slip(word, pivot.as_bytes()))?;
    let word = lexicon.words.get(pivot.as_bytes())?;
    Some(Word { slip: true, ..*word })
}

/// Whether one slip of the fingers parts two words whose lengths differ by one at most: two letters the wrong way round,
/// one too many, one too few, or a wrong one in the middle.
fn is_slip(written: &[u8], meant: &[u8]) -> bool {
    let (shorter, longer) = if written.len() < meant.len() { (written, meant) } else { (meant, written) };
    let start = shorter.iter().zip(longer).take_while(|(a, b)| a == b).count();
    let end = shorter.iter().rev().zip(longer.iter().rev()).take_while(|(a, b)| a == b).count();
    let end = end.min(shorter.len() - start);
    let (left, right) = (shorter.len() - start - end, longer.len() - start - end);
    // Of a short word only two letters the wrong way round are found again.
    if meant.len() < 7 && (left, right) != (2, 2) {
        return false;
    }
    match (left, right) {
        (2, 2) => start >= 1 && shorter[start] == longer[start + 1] && shorter[start + 1] == longer[start],
        // A letter written twice, or once instead of twice, may be the last but one.
        (0, 1) if start >= 1 && longer[start] == longer[start - 1] => end >= 1,
        (0, 1) if written.len() < meant.len() && start >= 5 => end >= 1,
        (0 | 1, 1) => start >= 1 && end >= 2,
        _ => false,
    }
}
