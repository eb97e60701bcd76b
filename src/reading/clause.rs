// SPDX-License-Identifier: AGPL-3.0-or-later
//! From tokens to sentences and clauses, and a position to read them from.
//!
//! Never here: what a clause says (see `verdict` and `report`).

use super::Span;
use super::lexicon::{Phrases, Tags};
use super::words::{Break, Kind, Token, has};

/// The shortest span that holds two.
pub(super) fn hull(a: Span, b: Span) -> Span {
    Span { start: a.start.min(b.start), end: a.end.max(b.end) }
}

/// A reading position within the tokens of a clause.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'w> {
    pub tokens: &'w [Token<'w>],
    pub at: usize,
}

impl<'w> Cursor<'w> {
    /// A cursor before the first of these tokens.
    pub fn new(tokens: &'w [Token<'w>]) -> Self {
        Self { tokens, at: 0 }
    }

    /// The same tokens, from another place.
    pub fn from(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// Whether nothing is left.
    pub fn done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// What is left.
    pub fn rest(&self) -> &'w [Token<'w>] {
        self.tokens.get(self.at..).unwrap_or_default()
    }

    /// The next token.
    pub fn token(&self) -> Option<&'w Token<'w>> {
        self.tokens.get(self.at)
    }

    /// The token before the next one.
    pub fn before(&self) -> Option<&'w Token<'w>> {
        self.tokens.get(self.at.checked_sub(1)?)
    }

    /// What the next word can be.
    pub fn tags(&self) -> Tags {
        self.token().map_or(Tags::default(), |token| token.tags)
    }

    /// The text of the next token, if it is of this kind.
    fn text_of(&self, kind: Kind) -> Option<&'w str> {
        self.token().filter(|token| token.kind == kind).map(|token| token.text)
    }

    /// The text of the next token, taken, if it is of this kind.
    pub fn take_kind(&mut self, kind: Kind) -> Option<&'w str> {
        let text = self.text_of(kind)?;
        self.at += 1;
        Some(text)
    }

    /// The next word, taken, if it is one of these. Only words that the lexicon has are.
    pub fn take_any(&mut self, words: &[&str]) -> Option<&'w str> {
        let word = self.token()?.text;
        if word.is_empty() || !words.contains(&word) {
            return None;
        }
        self.at += 1;
        Some(word)
    }

    /// The next word, taken, if it can be any of these.
    pub fn take(&mut self, tags: Tags) -> Option<&'w Token<'w>> {
        let token = self.token().filter(|token| token.tags.any(tags))?;
        self.at += 1;
        Some(token)
    }

    /// Takes the words of a phrase if they come next; a word of it that ends with `*` stands for its four endings.
    pub fn take_phrase(&mut self, phrase: &str) -> bool {
        let first = self.token().and_then(|token| token.text.as_bytes().first());
        if first.is_none() || first != phrase.as_bytes().first() {
            return false;
        }
        let mut at = self.at;
        for word in phrase.split(' ') {
            let Some(token) = self.tokens.get(at) else { return false };
            let is_word = match word.strip_suffix('*') {
                None => token.text == word,
                Some(stem) => token.text.len() == word.len() && token.text.starts_with(stem),
            };
            if !is_word {
                return false;
            }
            at += 1;
        }
        self.at = at;
        true
    }

    /// Takes the first of several phrases that comes next.
    pub fn take_phrase_of(&mut self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.take_phrase(phrase))
    }

    /// Takes the first phrase of a list that comes next.
    pub fn take_listed(&mut self, phrases: &Phrases) -> bool {
        let begins = self.token().map_or(0, |token| token.begins);
        begins != 0 && self.take_phrase_of(phrases.begun_by(begins))
    }

    /// Takes what `read` takes, unless it says no.
    pub fn attempt(&mut self, read: impl FnOnce(&mut Self) -> bool) -> bool {
        let before = *self;
        let read = read(self);
        if !read {
            *self = before;
        }
        read
    }

    /// From a token up to the next one to be read.
    pub fn span_from(&self, from: usize) -> Span {
        let last = self.at.max(from + 1) - 1;
        Span { start: self.tokens[from].span.start, end: self.tokens[last].span.end }
    }
}

/// A clause: what stands between two signs.
#[derive(Clone, Copy)]
pub(super) struct Clause<'w> {
    /// Its tokens, at least one.
    pub tokens: &'w [Token<'w>],
    /// The sign before it; `None` at the start of the text.
    pub left: Option<Break>,
    /// The sign after it; `None` at the end of the text.
    pub right: Option<Break>,
    /// Whether it is the first of its sentence.
    pub first: bool,
    /// What the words before it in its sentence are, all together.
    pub before: Tags,
}

impl<'w> Clause<'w> {
    /// A position before its first token.
    pub fn cursor(&self) -> Cursor<'w> {
        Cursor::new(self.tokens)
    }

    /// Whether its last word cannot end a clause.
    pub fn dangles(&self) -> bool {
        self.tokens.last().is_some_and(|last| last.tags.any(Tags::DANGLING))
    }

    /// Whether any of its tokens is of this kind.
    pub fn has_kind(&self, kind: Kind) -> bool {
        self.tokens.iter().any(|token| token.kind == kind)
    }

    /// Whether any of its words can be any of these.
    pub fn has(&self, tags: Tags) -> bool {
        has(self.tokens, tags)
    }
}

/// Whether a sign ends a sentence.
pub(super) fn ends_sentence(sign: Break) -> bool {
    matches!(sign, Break::Stop | Break::Question | Break::LineEnd)
}

/// Nobody writes longer clauses; what is longer is parted all the same, so that the work for each is bounded.
const LONGEST: usize = 250;

/// Parts a text into clauses that are not empty.
pub(super) fn clauses<'w>(tokens: &'w [Token<'w>]) -> Vec<Clause<'w>> {
    let mut clauses: Vec<Clause<'_>> = Vec::new();
    let mut before = Tags::default();
    let mut first = true;
    let mut left = None;
    let mut at = 0;
    while at < tokens.len() {
        if let Kind::Break(sign) = tokens[at].kind {
            // Of several signs in a row, one that ends a sentence counts most, else the last.
            let opened = left == Some(Break::Open) && sign == Break::Minus;
            if !left.is_some_and(ends_sentence) && !opened {
                left = Some(sign);
            }
            if ends_sentence(sign) {
                (before, first) = (Tags::default(), true);
            }
            at += 1;
            continue;
        }
        let is_break = |kind| matches!(kind, Kind::Break(_));
        let end =
            tokens[at..].iter().take(LONGEST).position(|t| is_break(t.kind)).map_or(at + LONGEST, |n| at + n);
        let end = end.min(tokens.len());
        let own = &tokens[at..end];
        clauses.push(Clause {
            tokens: own,
            // A sign before the first clause (a bullet, a bracket) parts it from nothing.
            left: left.filter(|_| !clauses.is_empty()),
            right: tokens.get(end).map(|token| match token.kind {
                Kind::Break(sign) => sign,
                _ => Break::Comma,
            }),
            first,
            before,
        });
        before = own.iter().fold(before, |tags, token| tags.or(token.tags));
        let cut = tokens.get(end).is_some_and(|token| !is_break(token.kind));
        (left, first) = (cut.then_some(Break::Comma), false);
        at = end;
    }
    clauses
}
