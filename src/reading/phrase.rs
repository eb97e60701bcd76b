// SPDX-License-Identifier: AGPL-3.0-or-later
//! What one clause says, by itself: a verdict, a number, a label, an answer, or nothing that is read.
//!
//! A clause is read whole or not at all: one word that the grammar does not know, and it says nothing. So "non
//! completato nella pubblicazione del registro", which goes on about a part, is no verdict. Never here: what stands
//! beside the clause (see `outcome`).

use crate::plan::{Bands, Percent};

use super::lexicon::{self, Verb};
use super::number::{Number, number};
use super::words::{Kind, Token};
use super::{Span, Status, degree};

/// What a clause says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Said {
    /// How it went.
    Verdict(Verdict),
    /// "Grado di realizzazione: 80%".
    Degree(Percent, Span),
    /// "Grado di realizzazione", with its number to follow; whether that is a degree even without a percent sign.
    Label(Span, bool),
    /// A number alone.
    Number(Number, Span),
    /// "In parte", alone.
    Partly(Span),
    /// "Sì", alone.
    Yes(Span),
    /// "No", alone.
    No(Span),
    /// Nothing that is read.
    Nothing,
}

/// A verdict as one clause states it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Verdict {
    pub status: Status,
    /// The degree it states along with it.
    pub number: Option<Percent>,
    pub span: Span,
    /// Whether it says what it is about: "Obiettivo".
    pub head: bool,
    /// Whether its head is one that opens lists: "Risultati raggiunti".
    pub heading: bool,
}

impl Verdict {
    /// The verdict with a number that stands beside it; `None` where the two do not go together.
    pub fn with(self, number: Number, span: Span) -> Option<Self> {
        let percent = number.percent.filter(|_| number.of_hundred)?;
        let status = match self.status {
            _ if self.number.is_some() => return None,
            Status::Achieved => literal(percent),
            Status::PartiallyAchieved if literal(percent) == Status::PartiallyAchieved => self.status,
            Status::NotAchieved if percent == Percent::ZERO => self.status,
            Status::InProgress => self.status,
            _ => return None,
        };
        Some(Self { status, number: Some(percent), span: hull(self.span, span), ..self })
    }

    /// The verdict with "in parte" beside it.
    pub fn in_part(self, span: Span) -> Option<Self> {
        let achieved = self.status == Status::Achieved && self.number.is_none();
        achieved.then(|| Self { status: Status::PartiallyAchieved, span: hull(self.span, span), ..self })
    }

    /// The verdict with "no" as an answer.
    pub fn denied(self, span: Span) -> Option<Self> {
        let achieved = self.status == Status::Achieved && self.number.is_none();
        achieved.then(|| Self { status: Status::NotAchieved, span: hull(self.span, span), ..self })
    }
}

/// The shortest span that holds two.
pub(super) fn hull(a: Span, b: Span) -> Span {
    Span { start: a.start.min(b.start), end: a.end.max(b.end) }
}

/// What a number says in words, whatever the method: 100 achieved, 0 not.
fn literal(percent: Percent) -> Status {
    degree::judge(percent, &Bands::LITERAL)
}

/// A reading position within the tokens of a clause.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'w> {
    tokens: &'w [Token<'w>],
    at: usize,
}

impl<'w> Cursor<'w> {
    /// A cursor before the first of these tokens.
    pub fn new(tokens: &'w [Token<'w>]) -> Self {
        Self { tokens, at: 0 }
    }

    /// Whether nothing is left.
    pub fn done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Whether the grammar knows every token: most clauses are told from verdicts by this alone.
    fn is_known(&self) -> bool {
        self.tokens.iter().all(|token| match token.kind {
            Kind::Word => token.class.known,
            kind => kind != Kind::Other,
        })
    }

    fn token(&self) -> Option<&'w Token<'w>> {
        self.tokens.get(self.at)
    }

    fn word(&self) -> Option<&'w str> {
        self.text_of(Kind::Word)
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

    /// The next word, taken, if it is one of these.
    pub fn take_any(&mut self, words: &[&str]) -> Option<&'w str> {
        let word = self.word().filter(|word| words.contains(word))?;
        self.at += 1;
        Some(word)
    }

    /// Takes the words of a phrase if they come next.
    pub fn take_phrase(&mut self, phrase: &str) -> bool {
        self.attempt(|cursor| phrase.split(' ').all(|word| cursor.take_any(&[word]).is_some()))
    }

    fn take_phrase_of(&mut self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.take_phrase(phrase))
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
    fn span_from(&self, from: usize) -> Span {
        let last = self.at.max(from + 1) - 1;
        Span { start: self.tokens[from].span.start, end: self.tokens[last].span.end }
    }
}

/// Longer clauses state no verdict in the grammar's words; so the work for each is bounded.
const LONGEST: usize = 32;

/// What a clause says.
pub(super) fn said(clause: Cursor<'_>) -> Said {
    if clause.done() || clause.tokens.len() > LONGEST || !clause.is_known() {
        return Said::Nothing;
    }
    alone(clause)
        .or_else(|| verdict(clause).map(Said::Verdict))
        .or_else(|| {
            let mut after = clause;
            time(&mut after).then(|| verdict(after).map(Said::Verdict)).flatten()
        })
        .or_else(|| label(clause))
        .unwrap_or(Said::Nothing)
}

/// A number, an answer or "in parte", and nothing else.
fn alone(clause: Cursor<'_>) -> Option<Said> {
    let mut c = clause;
    let said: fn(Span) -> Said = if c.take_any(lexicon::YES).is_some() {
        Said::Yes
    } else if c.take_any(lexicon::NO).is_some() {
        Said::No
    } else if c.take_phrase_of(lexicon::PARTLY)
        || (c.take_any(lexicon::NEGATIONS).is_some() && c.take_phrase_of(lexicon::FULLY))
    {
        Said::Partly
    } else {
        let number = number(&mut c)?;
        return c.done().then(|| Said::Number(number, c.span_from(clause.at)));
    };
    c.done().then(|| said(c.span_from(clause.at)))
}

/// What stands before and after the participle.
#[derive(Default)]
struct Modifiers {
    negated: bool,
    partly: bool,
    fully: bool,
    /// The number, and whether it is exact.
    number: Option<(Number, bool)>,
}

fn verdict(clause: Cursor<'_>) -> Option<Verdict> {
    let mut c = clause;
    let first = c.at;
    let mut m = Modifiers::default();
    let head_at = c.at;
    let mut head = subject(&mut c);
    let heading =
        head && clause.tokens[head_at..c.at].iter().any(|token| lexicon::HEADING_HEADS.contains(&token.text));

    for _ in 0..8 {
        if c.take_any(lexicon::NEGATIONS).is_some() {
            if m.negated {
                return None;
            }
            m.negated = true;
        } else if c.take_phrase_of(lexicon::PARTLY) {
            m.partly = true;
        } else if c.take_phrase_of(lexicon::FULLY) {
            m.fully = true;
        } else if c.take_any(lexicon::COPULAS).is_none() && c.take_any(lexicon::STILL).is_none() {
            // "80% achieved".
            match m.number.is_none().then(|| degree_phrase(&mut c)).flatten() {
                Some(number) => m.number = Some(number),
                None => break,
            }
        }
    }
    let verb = participle(&mut c)?;
    let mut last = c.at;

    while !c.done() {
        if !head && subject(&mut c) {
            head = true;
        } else if c.take_phrase_of(lexicon::PARTLY) {
            m.partly = true;
        } else if c.take_phrase_of(lexicon::FULLY) {
            m.fully = true;
        } else if let Some(number) = degree_phrase(&mut c) {
            if m.number.replace(number).is_some() {
                return None;
            }
        } else if time(&mut c) {
            continue;
        } else {
            return None;
        }
        last = c.at;
    }
    let (status, number) = judge(verb, &m)?;
    let span = Cursor { at: last, ..c }.span_from(first);
    Some(Verdict { status, number, span, head, heading })
}

/// What a participle says with its modifiers; `None` where they do not go together.
fn judge(verb: Verb, m: &Modifiers) -> Option<(Status, Option<Percent>)> {
    let achieve = matches!(verb, Verb::Achieve | Verb::Complete);
    match (m.negated, verb) {
        (true, Verb::Measurable) if m.number.is_none() && !m.partly => Some((Status::NotMeasurable, None)),
        // "Non in parte" could mean all or nothing.
        (true, _) if m.partly || !achieve => None,
        (true, _) if m.fully && m.number.is_none() => Some((Status::PartiallyAchieved, None)),
        (true, Verb::Achieve) => match m.number {
            None => Some((Status::NotAchieved, None)),
            // "Non raggiunto al 100%" does not say how far it came.
            Some((n, exact)) => (exact && n.percent == Some(Percent::ZERO))
                .then_some((Status::NotAchieved, Some(Percent::ZERO))),
        },
        (false, Verb::Plain(status)) => match m.number {
            _ if m.partly => None,
            None => Some((status, None)),
            Some((n, true)) if status == Status::InProgress => Some((status, Some(n.percent?))),
            Some(_) => None,
        },
        (false, _) if achieve => match m.number {
            None if m.partly => Some((Status::PartiallyAchieved, None)),
            None => Some((Status::Achieved, None)),
            Some((n, exact)) => {
                let stated = n.percent.map(literal);
                match stated {
                    // Beyond the target: the verdict stands, the number is no degree.
                    None => (!m.partly && exact).then_some((Status::Achieved, None)),
                    // "Parzialmente raggiunto al 100%": the number is of something else.
                    Some(status) if m.partly && status != Status::PartiallyAchieved => {
                        Some((Status::PartiallyAchieved, None))
                    }
                    Some(status) if exact => Some((status, n.percent)),
                    Some(Status::PartiallyAchieved) => Some((Status::PartiallyAchieved, None)),
                    Some(_) => None,
                }
            }
        },
        _ => None,
    }
}

fn participle(c: &mut Cursor<'_>) -> Option<Verb> {
    if let Some(verb) = c.token().and_then(|token| token.class.verb) {
        c.at += 1;
        return Some(verb);
    }
    lexicon::STATUS_PHRASES
        .iter()
        .find(|(phrase, _)| c.take_phrase(phrase))
        .map(|&(_, status)| if status == Status::Achieved { Verb::Achieve } else { Verb::Plain(status) })
}

/// "L'obiettivo operativo n. 1".
fn subject(c: &mut Cursor<'_>) -> bool {
    c.attempt(|c| {
        c.take_any(lexicon::ARTICLES);
        if c.take_any(lexicon::HEAD_COMPANIONS).is_some() && c.done() {
            return false;
        }
        if c.take_any(lexicon::HEADS).is_none() {
            return false;
        }
        for _ in 0..4 {
            let named = c.take_any(lexicon::HEAD_COMPANIONS).is_some()
                // "Obiettivo 1", but not "Obiettivo 100%".
                || c.attempt(|c| number(c).is_some_and(|n| !n.of_hundred));
            if !named {
                break;
            }
        }
        true
    })
}

/// "Al 50%", "per circa il 90 per cento": the number, and whether it is exact.
fn degree_phrase(c: &mut Cursor<'_>) -> Option<(Number, bool)> {
    let before = *c;
    let mut exact = true;
    for _ in 0..5 {
        if c.take_any(lexicon::ABOUT).is_some() {
            exact = false;
        } else if c.take_any(lexicon::TO_NUMBER).is_none() {
            break;
        }
    }
    match number(c).filter(|number| number.of_hundred) {
        Some(number) => {
            exact &= c.take_any(lexicon::ABOUT).is_none();
            Some((number, exact))
        }
        None => {
            *c = before;
            None
        }
    }
}

/// "Nei tempi previsti", "entro il 31/12/2021", "in ritardo", "al 2022": when, not how far.
fn time(c: &mut Cursor<'_>) -> bool {
    c.attempt(|c| {
        let from = c.at;
        if c.take_any(&["late"]).is_some() {
            return true;
        }
        if !c.word().is_some_and(|word| lexicon::TIME_STARTS.contains(&word)) {
            return false;
        }
        while !c.done() && degree_phrase(&mut { *c }).is_none() {
            let taken = c.take_any(lexicon::TIME_WORDS).is_some()
                || c.take_kind(Kind::Number).is_some()
                || c.take_kind(Kind::Slash).is_some();
            if !taken {
                break;
            }
        }
        c.at >= from + 2
    })
}

/// "Grado di realizzazione dell'obiettivo: 80%".
fn label(clause: Cursor<'_>) -> Option<Said> {
    let mut c = clause;
    c.take_any(lexicon::ARTICLES);
    let named = c.take_any(lexicon::LABELS);
    let percent_sign = named.is_none() && c.take_kind(Kind::PercentSign).is_some();
    let mut of = false;
    for _ in 0..10 {
        if c.take_any(lexicon::LABEL_OF).is_some() {
            of = true;
        } else if time(&mut c) {
            continue;
        } else if c.take_any(lexicon::LABEL_LINKS).is_none()
            && c.take_any(lexicon::HEADS).is_none()
            && c.take_any(lexicon::HEAD_COMPANIONS).is_none()
        {
            break;
        }
    }
    // "Stato: 80%" is a degree as well; "Livello: 80%" may be one of anything.
    if !of && !matches!(named, Some("grado" | "percentuale" | "stato" | "degree")) {
        return None;
    }
    let bare = percent_sign || named == Some("percentuale");
    if c.done() {
        return Some(Said::Label(c.span_from(clause.at), bare));
    }
    let number = number(&mut c)?;
    let span = c.span_from(clause.at);
    time(&mut c);
    (c.done() && (number.of_hundred || bare))
        .then_some(number.percent)
        .flatten()
        .map(|percent| Said::Degree(percent, span))
}

/// Whether a clause begins an exception to the one before, and is not only about time: "ma in ritardo".
pub(super) fn is_exception(clause: Cursor<'_>) -> bool {
    let mut c = clause;
    // "Sì / no" is a form that nobody filled in.
    let form = c.attempt(|c| {
        (c.take_any(lexicon::YES).is_some() || c.take_any(lexicon::NO).is_some())
            && c.take_kind(Kind::Slash).is_some()
    });
    form || c.take_phrase_of(lexicon::EXCEPTIONS) && !(time(&mut c) && c.done())
}

/// Whether a clause begins with a number that narrows what was just said: "3 su 5", "50% degli atti".
pub(super) fn begins_with_share(clause: Cursor<'_>) -> bool {
    let mut c = clause;
    c.attempt(|c| {
        number(c).is_some_and(|n| match n.of_hundred {
            true => n.percent != Some(Percent::WHOLE),
            false => c.take_any(lexicon::SHARE_OF).is_some() || c.take_kind(Kind::Slash).is_some(),
        })
    })
}
