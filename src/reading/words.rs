// SPDX-License-Identifier: AGPL-3.0-or-later
//! From a text to tokens: words, numbers and signs, each with its place in the text.
//!
//! One pass, linear on any input. Never here: what a word means (see `lexicon` and `verdict`).

use std::cell::RefCell;

use crate::text::fold_char;

use super::Span;
use super::indicator::is_numeral;
use super::lexicon::{self, Tags, Verb, Word};

/// What kind of token it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, folded; an apostrophe after them (`dell'`, `e'`, `attivita'`) belongs to the word and is not kept.
    Word,
    /// Digits, with decimal and thousands signs inside as written: `98,71`, `31.12.2021`.
    Number,
    /// `%`.
    PercentSign,
    /// `/`.
    Slash,
    /// A quotation mark.
    Quote,
    /// A sign that parts clauses.
    Break(Break),
    /// Any other sign: no clause that is read contains one.
    Other,
}

/// The signs that part clauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Break {
    /// `.`, `;`, `!`, a bullet.
    Stop,
    /// `?`: what comes before it is asked, not stated.
    Question,
    /// The end of a line that is not merely wrapped.
    LineEnd,
    /// `:`.
    Colon,
    /// `,`.
    Comma,
    /// A dash between words.
    Dash,
    /// A dash with a digit right after it: perhaps a minus sign.
    Minus,
    /// `(` or `[`.
    Open,
    /// `)` or `]`.
    Close,
}

/// A token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    pub kind: Kind,
    /// Its place in the text, in characters.
    pub span: Span,
    /// A word as the lexicon has it, empty if it does not; a number as it is written; empty for a sign.
    pub text: &'t str,
    /// What it can be, if it is a word.
    pub tags: Tags,
    /// What it says of how something went, if it is a word that does.
    pub verb: Option<Verb>,
    /// Its number in the lexicon; 0 if that does not have it.
    pub number: u16,
    /// The kinds of phrases that may begin with it (see `lexicon::Phrases`), and the first of those that do.
    pub begins: u64,
    pub phrases: u16,
    /// Whether it was only recognised in spite of a typing error.
    pub slip: bool,
    /// Whether it is not known, but ends as Italian participles do.
    pub participle: bool,
    /// Whether it is not known, but ends as Italian infinitives do.
    pub infinitive: bool,
    /// Its last letter, folded, if it is a word of ASCII: Italian words agree by it.
    pub ending: u8,
    /// Whether its last letter has an accent, or an apostrophe for one: "è" is not "e".
    pub accented: bool,
    /// Whether it is a number in letters.
    pub numeral: bool,
}

impl<'t> Token<'t> {
    /// Whether anything is read from it by itself: it is a number, or the lexicon has it.
    pub fn is_known(&self) -> bool {
        self.number != 0 || self.kind == Kind::Number
    }

    /// A sign or number: of what a word can be, it is nothing.
    fn sign(kind: Kind, span: Span, text: &'t str) -> Self {
        let Word { tags, verb, number, begins, phrases, slip, .. } = Word::default();
        let (participle, infinitive, ending, accented, numeral) = Default::default();
        Self {
            kind,
            span,
            text,
            tags,
            verb,
            number,
            begins,
            phrases,
            slip,
            participle,
            infinitive,
            ending,
            accented,
            numeral,
        }
    }
}

/// Whether any of these tokens can be any of these. Never inlined: the page is lighter for it.
#[inline(never)]
pub(super) fn has(tokens: &[Token<'_>], tags: Tags) -> bool {
    tokens.iter().any(|token| token.tags.any(tags))
}

/// Whether any of these tokens is as asked. Never inlined, like [`has`].
#[inline(never)]
pub(super) fn any(tokens: &[Token<'_>], is: fn(&Token<'_>) -> bool) -> bool {
    tokens.iter().any(is)
}

/// These from a place on: none, if there are not so many.
#[inline(never)]
pub(super) fn from<'t, 'w>(tokens: &'t [Token<'w>], at: usize) -> &'t [Token<'w>] {
    tokens.get(at..).unwrap_or_default()
}

/// The first so many of these, or all.
#[inline(never)]
pub(super) fn first<'t, 'w>(tokens: &'t [Token<'w>], count: usize) -> &'t [Token<'w>] {
    &tokens[..count.min(tokens.len())]
}

/// The last so many of these, or all.
#[inline(never)]
pub(super) fn last<'t, 'w>(tokens: &'t [Token<'w>], count: usize) -> &'t [Token<'w>] {
    &tokens[tokens.len().saturating_sub(count)..]
}

/// The tokens of a text.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut reader = Reader { text, at: 0, place: 0, tokens: Vec::with_capacity(text.len() / 4) };
    reader.run();
    reader.tokens
}

/// Goes through a text once. Almost all of any text is ASCII, so that is read by its bytes.
struct Reader<'t> {
    text: &'t str,
    /// The next character, as a byte of the text.
    at: usize,
    /// The next character, in characters.
    place: u32,
    tokens: Vec<Token<'t>>,
}

impl<'t> Reader<'t> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn peek(&self) -> Option<char> {
        match self.byte(self.at)? {
            byte if byte.is_ascii() => Some(char::from(byte)),
            _ => self.text[self.at..].chars().next(),
        }
    }

    fn skip(&mut self, c: char) {
        self.at += c.len_utf8();
        self.place = self.place.saturating_add(1);
    }

    fn run(&mut self) {
        // Whether the sign before this one was a space or nothing: a dash between letters parts no clause.
        let mut spaced = true;
        while let Some(c) = self.peek() {
            if c == ' ' {
                self.skip(c);
                spaced = true;
                continue;
            }
            if c.is_ascii_alphabetic() {
                self.word();
                spaced = false;
                continue;
            }
            let folded = fold_char(c);
            if folded.is_alphabetic() {
                self.word();
                spaced = false;
                continue;
            }
            if folded.is_ascii_digit() {
                self.number();
                spaced = false;
                continue;
            }
            let start = self.place;
            self.skip(c);
            let kind = match folded {
                ' ' => None,
                '\n' | '\r' => self.line_end(),
                _ if is_transparent(folded) => None,
                '"' => Some(Kind::Quote),
                '%' => Some(Kind::PercentSign),
                '/' => Some(Kind::Slash),
                '.' if self.after_abbreviation() => None,
                ')' if self.after_letter() => None,
                '.' | ';' | '!' | '…' | '•' | '·' | '■' | '▪' | '●' => {
                    Some(Kind::Break(Break::Stop))
                }
                '?' => Some(Kind::Break(Break::Question)),
                ':' => Some(Kind::Break(Break::Colon)),
                ',' => Some(Kind::Break(Break::Comma)),
                '(' | '[' => Some(Kind::Break(Break::Open)),
                ')' | ']' => Some(Kind::Break(Break::Close)),
                '-' => self.dash(c, spaced),
                // "1° giugno".
                '°' | 'º' | 'ª' => None,
                _ => Some(Kind::Other),
            };
            spaced = matches!(folded, '\n' | '\r') || is_transparent(folded);
            if let Some(kind) = kind {
                self.push(kind, start, "");
            }
        }
    }

    fn push(&mut self, kind: Kind, start: u32, text: &'t str) {
        let span = Span { start, end: self.place };
        self.tokens.push(Token::sign(kind, span, text));
    }

    fn word(&mut self) {
        let start = self.place;
        let mut word = Folded::default();
        let mut accented = false;
        while let Some(byte) = self.byte(self.at) {
            if byte.is_ascii_alphanumeric() {
                let bytes = &self.text.as_bytes()[self.at..];
                let count = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
                word.extend(&bytes[..count]);
                accented = false;
                self.at += count;
                self.place = self.place.saturating_add(count as u32);
                continue;
            }
            if byte == b' ' {
                break;
            }
            let Some(c) = self.peek() else { break };
            let folded = fold_char(c);
            if folded.is_alphanumeric() {
                // The lexicon knows no word with a letter that folds to none of ASCII: any byte beyond that will do.
                word.push(u8::try_from(folded).unwrap_or(u8::MAX));
                accented = folded.is_ascii();
            } else if has_no_width(c) {
                accented |= matches!(c, '\u{300}'..='\u{36f}');
            } else {
                break;
            }
            self.skip(c);
        }
        if let Some(c) = self.peek()
            && fold_char(c) == '\''
        {
            self.skip(c);
            // "E'", "attivita'"; the one of "dell'" is followed by a letter.
            accented |= !self.peek().is_some_and(char::is_alphanumeric);
        }
        let known = word.known();
        let Word { text, tags, verb, number, begins, phrases, slip } = known.word;
        // "Se ne dispone", "se n'è conseguito": no condition.
        if matches!(text, "ne" | "n")
            && let Some(before) = self.tokens.last_mut().filter(|before| before.text == "se")
        {
            before.tags = Tags::default();
        }
        // "Si deve constatare che": it is so.
        if tags.any(Tags::ADMIT)
            && let Some(before) =
                self.tokens.last_mut().filter(|before| matches!(before.text, "deve" | "devono"))
        {
            before.tags = Tags::default();
        }
        let unknown = text.is_empty();
        self.tokens.push(Token {
            kind: Kind::Word,
            span: Span { start, end: self.place },
            text,
            // "Comporterebbe", "procederà": what would be, and what will be, is not.
            tags: if unknown && (known.conditional || accented && known.future) {
                Tags::UNREAL
            } else {
                tags
            },
            verb,
            number,
            begins,
            phrases,
            slip,
            participle: unknown && known.participle,
            infinitive: unknown && known.infinitive,
            ending: word.last,
            accented,
            numeral: known.numeral,
        });
    }

    fn number(&mut self) {
        let (start, from) = (self.place, self.at);
        let is_digit = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_digit());
        while is_digit(self.byte(self.at))
            || (matches!(self.byte(self.at), Some(b',' | b'.')) && is_digit(self.byte(self.at + 1)))
        {
            self.at += 1;
            self.place = self.place.saturating_add(1);
        }
        self.dashed_date(from);
        let text = self.text;
        self.push(Kind::Number, start, &text[from..self.at]);
    }

    /// Goes on over "-03-2022", where it makes a date of the number: `08-03-2022`, `2022-03-08`.
    fn dashed_date(&mut self, from: usize) {
        let bytes = self.text.as_bytes();
        let digits =
            |at: usize| bytes.get(at..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit()).count();
        let first = self.at - from;
        let second = digits(self.at + 1);
        let third = digits(self.at + second + 2);
        let dash = |at: usize| bytes.get(at) == Some(&b'-');
        let whole = matches!((first, second, third), (1 | 2, 1 | 2, 4) | (4, 2, 2));
        if whole && digits(from) == first && dash(self.at) && dash(self.at + second + 1) {
            let more = second + third + 2;
            self.at += more;
            self.place = self.place.saturating_add(more as u32);
        }
    }

    /// A line that goes on in lower case, or after a word that cannot end a sentence, was only wrapped.
    fn line_end(&mut self) -> Option<Kind> {
        let mut blank = false;
        while let Some(c) = self.peek() {
            match c {
                '\n' => blank = true,
                c if is_transparent(c) => {}
                c if c.is_lowercase() && !blank => return None,
                _ => break,
            }
            self.skip(c);
        }
        let dangles = self.tokens.last().is_some_and(|last| last.tags.any(Tags::DANGLING));
        (blank || !dangles).then_some(Kind::Break(Break::LineEnd))
    }

    /// The stop of `n. 1`, `ob. raggiunto`.
    fn after_abbreviation(&self) -> bool {
        self.tokens.last().is_some_and(|last| {
            last.kind == Kind::Word
                && last.span.end + 1 == self.place
                && last.tags.any(Tags::NUMBER_SIGN.or(Tags::ABBREVIATION))
        })
    }

    /// The bracket of "l'obiettivo a)".
    fn after_letter(&self) -> bool {
        let [.., head, last] = self.tokens.as_slice() else { return false };
        head.tags.any(Tags::HEAD) && last.span.end - last.span.start == 1 && last.span.end + 1 == self.place
    }

    fn follows_word(&self) -> bool {
        self.tokens.last().is_some_and(|last| last.kind == Kind::Word)
    }

    /// A dash between letters parts nothing: "stand-by", "Covid-19"; a long one parts clauses even without spaces.
    fn dash(&self, written: char, spaced: bool) -> Option<Kind> {
        let within = written == '-' && !spaced && self.follows_word();
        match self.peek() {
            Some(next) if within && next.is_alphanumeric() => None,
            Some(next) if next.is_ascii_digit() => Some(Kind::Break(Break::Minus)),
            Some(next) if written == '-' && !spaced && next.is_alphanumeric() => Some(Kind::Other),
            _ => Some(Kind::Break(Break::Dash)),
        }
    }
}

/// What can be told of a word by its letters alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Known {
    /// As the lexicon has it.
    word: Word,
    conditional: bool,
    future: bool,
    participle: bool,
    infinitive: bool,
    numeral: bool,
}

/// How many words are remembered: a power of two. A plan says most things in a few hundred words.
const REMEMBERED: usize = 2048;

thread_local! {
    /// The words that were looked up last, each where its letters have it: looking up takes longer than all else that
    /// is done with a word here, and every word comes again.
    static LAST: RefCell<Vec<(Letters, Known)>> = const { RefCell::new(Vec::new()) };
}

/// The letters of a word with zeros after them.
type Letters = [u8; lexicon::LONGEST];

/// The folded letters of one word, as far as the lexicon could know it.
#[derive(Default)]
struct Folded {
    letters: Letters,
    count: usize,
    /// The last of them, known or not.
    last: u8,
}

impl Folded {
    /// Adds letters and digits of ASCII.
    fn extend(&mut self, more: &[u8]) {
        for (place, byte) in self.letters.iter_mut().skip(self.count).zip(more) {
            *place = byte.to_ascii_lowercase();
        }
        self.count += more.len();
        self.last = more.last().map_or(self.last, u8::to_ascii_lowercase);
    }

    /// What can be told of the word; nothing of one that is longer than any that is known.
    fn known(&self) -> Known {
        if self.count > self.letters.len() {
            return Known::default();
        }
        LAST.with_borrow_mut(|last| {
            if last.is_empty() {
                last.resize(REMEMBERED, Default::default());
            }
            let place = self.place();
            match last.get_mut(place) {
                // No word has no letters.
                Some((letters, known)) if *letters == self.letters => *known,
                Some(other) => {
                    *other = (self.letters, self.look_up());
                    other.1
                }
                None => self.look_up(),
            }
        })
    }

    /// Where the word is remembered: two words seldom in the same place.
    fn place(&self) -> usize {
        let letters = self.letters.as_chunks::<6>().0;
        let mixed = letters.iter().fold(0_u64, |mixed, six| {
            let [a, b, c, d, e, f] = *six;
            (mixed.rotate_left(5) ^ u64::from_le_bytes([a, b, c, d, e, f, 0, 0]))
                .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        });
        (mixed >> 32) as usize % REMEMBERED
    }

    fn look_up(&self) -> Known {
        Known {
            word: self.text().and_then(lexicon::look_up).unwrap_or_default(),
            conditional: self.is_conditional(),
            future: self.is_future(),
            participle: self.is_participle(),
            infinitive: self.is_infinitive(),
            numeral: self.text().is_some_and(is_numeral),
        }
    }

    fn push(&mut self, letter: u8) {
        if let Some(place) = self.letters.get_mut(self.count) {
            *place = letter;
        }
        self.count += 1;
        self.last = letter;
    }

    /// Whether it ends as Italian conditionals do.
    fn is_conditional(&self) -> bool {
        let letters = self.letters.get(..self.count).unwrap_or_default();
        letters.ends_with(b"rebbe") || letters.ends_with(b"rebbero")
    }

    /// Whether it ends as Italian futures do, if that is accented.
    fn is_future(&self) -> bool {
        let letters = self.letters.get(..self.count).unwrap_or_default();
        letters.len() > 4 && letters.ends_with(b"ra")
    }

    /// Whether it ends as Italian infinitives do.
    fn is_infinitive(&self) -> bool {
        let letters = self.letters.get(..self.count).unwrap_or_default();
        letters.len() > 5 && matches!(letters, [.., b'a' | b'e' | b'i', b'r', b'e'])
    }

    /// Whether it ends as Italian participles do: "-ato", "-uta", "-iti", "-tte", "-ssa".
    fn is_participle(&self) -> bool {
        let letters = self.letters.get(..self.count).unwrap_or_default();
        let [.., before, first, second, b'o' | b'a' | b'i' | b'e'] = letters else { return false };
        // "Slittamenti" is a noun.
        if [before, first, second] == [&b'e', &b'n', &b't'] {
            return false;
        }
        match (before, first, second) {
            (_, b'a' | b'u' | b'i', b't') => self.count > 4,
            (_, b't', b't') | (_, b's', b's') | (_, b'r' | b'l' | b'n', b't') => self.count > 5,
            (b'o' | b'i' | b'u' | b'e', b's', b't') => self.count > 5,
            _ => false,
        }
    }

    /// The word; `None` if it is longer than any that is known.
    fn text(&self) -> Option<&[u8]> {
        self.letters.get(..self.count)
    }
}

/// Characters that parts of a text can be read through: spaces, emphasis of Markdown, marks without a shape.
fn is_transparent(c: char) -> bool {
    c.is_whitespace() && c != '\n' && c != '\r'
        || has_no_width(c)
        || matches!(c, '*' | '_' | '#' | '>' | '✔' | '✓')
}

/// Accents written as characters of their own, soft hyphens, joiners, marks of direction.
fn has_no_width(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of every text that the rules are measured by.
    fn words() -> Vec<String> {
        let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus");
        let files = std::fs::read_dir(corpus).expect("the corpus").map(|file| file.expect("a file").path());
        let texts = files.map(|file| std::fs::read_to_string(file).expect("a text"));
        let all: String = texts.collect();
        let letters = all.split(|c: char| !c.is_ascii_alphanumeric());
        letters.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect()
    }

    #[test]
    fn a_word_that_is_remembered_is_the_one_that_was_looked_up() {
        let words = words();
        assert!(words.len() > 10_000);
        for word in words.iter().chain(words.iter().rev()) {
            let mut folded = Folded::default();
            folded.extend(word.as_bytes());
            let looked_up = if folded.count > lexicon::LONGEST { Known::default() } else { folded.look_up() };
            assert_eq!(folded.known(), looked_up, "{word}");
        }
    }
}
