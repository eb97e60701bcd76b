// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of an indicator or of one of its values: tokens, and every word as it is written, known to the lexicon or
//! not, since units and what is counted are any words.
//!
//! Never here: what they say.

use crate::reading::Span;
use crate::reading::clause::Cursor;
use crate::reading::words::{Break, Kind, Token, tokens};
use crate::text::fold_char;

/// A text, taken apart.
pub(super) struct Words<'t> {
    /// Its characters, folded.
    chars: Vec<char>,
    pub tokens: Vec<Token<'t>>,
    /// Its words and nothing else, with a space before and after each.
    pub plain: String,
}

impl<'t> Words<'t> {
    pub fn new(text: &'t str) -> Self {
        let mut words =
            Self { chars: text.chars().map(fold_char).collect(), tokens: tokens(text), plain: " ".into() };
        let mut plain = String::from(" ");
        for token in words.tokens.iter().filter(|token| token.kind == Kind::Word) {
            plain.extend(words.letters(token.span));
            plain.push(' ');
        }
        words.plain = plain;
        words
    }

    /// The letters of a word; an apostrophe after it is none.
    fn letters(&self, span: Span) -> impl Iterator<Item = char> {
        self.chars
            .get(span.start as usize..span.end as usize)
            .unwrap_or_default()
            .iter()
            .copied()
            .filter(|c| c.is_alphanumeric())
    }

    /// A token, if there is one at this place.
    pub fn token(&self, at: usize) -> Option<&Token<'t>> {
        self.tokens.get(at)
    }

    /// What kind of token stands here.
    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.token(at).map(|token| token.kind)
    }

    /// The word that stands here, folded; empty where none does.
    pub fn word(&self, at: usize) -> String {
        match self.token(at) {
            Some(token) if token.kind == Kind::Word => self.letters(token.span).take(LONGEST).collect(),
            _ => String::new(),
        }
    }

    /// Whether one of these words stands here.
    pub fn is(&self, at: usize, words: &[&str]) -> bool {
        self.token(at).is_some_and(|token| {
            token.kind == Kind::Word && words.iter().any(|word| self.letters(token.span).eq(word.chars()))
        })
    }

    /// Whether any of these runs of words, or of beginnings of words, stands in the text: each begins with a space.
    pub fn any(&self, runs: &[&str]) -> bool {
        runs.iter().any(|run| self.plain.contains(run))
    }

    /// The character at a place of the text.
    pub fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    /// A position to read dates from.
    pub fn cursor(&self, at: usize) -> Cursor<'_> {
        Cursor { tokens: &self.tokens, at }
    }

    /// From a token up to another, which is not in it.
    pub fn span(&self, from: usize, to: usize) -> Span {
        let at = |at: usize| self.token(at).map_or(Span { start: 0, end: 0 }, |token| token.span);
        Span { start: at(from).start, end: at(to.max(from + 1) - 1).end }
    }

    /// The token after an abbreviation's stop: "30 gg. dalla richiesta", "min. 3".
    pub fn after_stop(&self, at: usize) -> usize {
        let near = |(a, b): (&Token<'_>, &Token<'_>)| a.span.end == b.span.start;
        let stop = self.kind(at) == Some(Kind::Break(Break::Stop));
        let close = at.checked_sub(1).and_then(|before| Some((self.token(before)?, self.token(at)?)));
        if stop && close.is_some_and(near) && at + 1 < self.tokens.len() { at + 1 } else { at }
    }
}

/// Longer words are none that anything is read from.
const LONGEST: usize = 24;
