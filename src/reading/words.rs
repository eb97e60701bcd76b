// SPDX-License-Identifier: AGPL-3.0-or-later
//! From a text to tokens: words, numbers and signs, each with its place in the text.
//!
//! One pass, linear on any input. Never here: what a word means (see `lexicon` and `phrase`).

use crate::text::fold_char;

use super::Span;
use super::lexicon::{self, Class};

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
pub(super) struct Token {
    pub kind: Kind,
    /// Its place in the text, in characters.
    pub span: Span,
    /// What is to be known of it, if it is a word.
    pub class: Class,
    /// Its folded text, as bytes of [`Words::folded`].
    from: usize,
    to: usize,
}

/// A text as tokens.
#[derive(Debug, Default)]
pub(super) struct Words {
    folded: String,
    pub tokens: Vec<Token>,
}

impl Words {
    /// The tokens of a text.
    pub fn of(text: &str) -> Self {
        let mut reader = Reader {
            words: Self {
                folded: String::with_capacity(text.len()),
                tokens: Vec::with_capacity(text.len() / 4),
            },
            chars: Chars::new(text),
        };
        reader.run();
        reader.words
    }

    /// The folded text of a token; empty for a sign.
    pub fn text(&self, token: &Token) -> &str {
        &self.folded[token.from..token.to]
    }
}

/// The characters of a text with their places, and one look ahead.
struct Chars<'t> {
    rest: std::str::Chars<'t>,
    place: u32,
}

impl<'t> Chars<'t> {
    fn new(text: &'t str) -> Self {
        Self { rest: text.chars(), place: 0 }
    }

    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    fn next(&mut self) -> Option<char> {
        self.place = self.place.saturating_add(1);
        self.rest.next()
    }
}

struct Reader<'t> {
    words: Words,
    chars: Chars<'t>,
}

impl Reader<'_> {
    fn run(&mut self) {
        // Whether the sign before this one was a space or nothing: a dash between letters parts no clause.
        let mut spaced = true;
        while let Some(c) = self.chars.peek() {
            let start = self.chars.place;
            let folded = fold_char(c);
            if folded.is_alphabetic() {
                self.word(start);
                spaced = false;
                continue;
            }
            if folded.is_ascii_digit() {
                self.number(start);
                spaced = false;
                continue;
            }
            self.chars.next();
            let kind = match folded {
                '\n' | '\r' => self.line_end(),
                _ if is_transparent(folded) => None,
                '%' => Some(Kind::PercentSign),
                '/' => Some(Kind::Slash),
                '.' if self.after_abbreviated_number() => None,
                '.' | ';' | '!' | '…' | '•' | '·' | '■' | '▪' | '●' => {
                    Some(Kind::Break(Break::Stop))
                }
                '?' => Some(Kind::Break(Break::Question)),
                ':' => Some(Kind::Break(Break::Colon)),
                ',' => Some(Kind::Break(Break::Comma)),
                '(' | '[' => Some(Kind::Break(Break::Open)),
                ')' | ']' => Some(Kind::Break(Break::Close)),
                '-' => Some(self.dash(c, spaced)),
                _ => Some(Kind::Other),
            };
            spaced = matches!(folded, '\n' | '\r') || is_transparent(folded);
            if let Some(kind) = kind {
                self.push(kind, start, self.words.folded.len());
            }
        }
    }

    fn push(&mut self, kind: Kind, start: u32, from: usize) {
        let span = Span { start, end: self.chars.place };
        let class = match kind {
            Kind::Word => lexicon::class(&self.words.folded[from..]),
            _ => Class::default(),
        };
        self.words.tokens.push(Token { kind, span, class, from, to: self.words.folded.len() });
    }

    fn word(&mut self, start: u32) {
        let from = self.words.folded.len();
        while let Some(c) = self.chars.peek() {
            let folded = fold_char(c);
            if folded.is_alphanumeric() {
                self.words.folded.push(folded);
            } else if !is_mark(c) {
                break;
            }
            self.chars.next();
        }
        if self.chars.peek().map(fold_char) == Some('\'') {
            self.chars.next();
        }
        self.push(Kind::Word, start, from);
    }

    fn number(&mut self, start: u32) {
        let from = self.words.folded.len();
        while let Some(c) = self.chars.peek() {
            let inside = c.is_ascii_digit()
                || (matches!(c, ',' | '.')
                    && self.chars.rest.clone().nth(1).is_some_and(|next| next.is_ascii_digit()));
            if !inside {
                break;
            }
            self.words.folded.push(c);
            self.chars.next();
        }
        self.push(Kind::Number, start, from);
    }

    /// A line that goes on in lower case, or after a word that cannot end a sentence, was only wrapped.
    fn line_end(&mut self) -> Option<Kind> {
        let mut blank = false;
        while let Some(c) = self.chars.peek() {
            match c {
                '\n' => blank = true,
                c if is_transparent(c) => {}
                c if c.is_lowercase() && !blank => return None,
                _ => break,
            }
            self.chars.next();
        }
        let dangles = self.words.tokens.last().is_some_and(|last| last.class.dangling);
        (blank || !dangles).then_some(Kind::Break(Break::LineEnd))
    }

    /// The stop of `n. 1`.
    fn after_abbreviated_number(&self) -> bool {
        self.words.tokens.last().is_some_and(|last| {
            last.kind == Kind::Word
                && last.span.end + 1 == self.chars.place
                && lexicon::NUMBER_SIGNS.contains(&self.words.text(last))
        })
    }

    fn dash(&self, written: char, spaced: bool) -> Kind {
        match self.chars.peek() {
            Some(next) if next.is_ascii_digit() => Kind::Break(Break::Minus),
            // `tecnico-amministrativo`; a long dash parts clauses even without spaces.
            Some(next) if written == '-' && !spaced && next.is_alphanumeric() => Kind::Other,
            _ => Kind::Break(Break::Dash),
        }
    }
}

/// Characters that parts of a text can be read through: spaces, emphasis of Markdown, marks without a shape.
fn is_transparent(c: char) -> bool {
    c.is_whitespace() && c != '\n' && c != '\r' || is_mark(c) || matches!(c, '*' | '_' | '✔' | '✓')
}

/// Accents written as characters of their own, soft hyphens, joiners, marks of direction.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
