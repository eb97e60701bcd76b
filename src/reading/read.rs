// SPDX-License-Identifier: AGPL-3.0-or-later
//! The clauses of a text, each with what it says by itself, and how they stand to each other: asides, quotations, items of
//! a list.
//!
//! Never here: whether what a clause says stands (see `stand`).

use super::against::{Against, against};
use super::clause::{Clause, Cursor};
use super::lexicon::{self, Tags, Verb};
use super::share::share_of_objectives;
use super::subject::told_apart;
use super::verdict::{About, Said, Verdict, said};
use super::words::{Break, Kind, Token};
use super::{Span, Status};

/// A clause with what it says by itself.
pub(super) struct Read<'w> {
    pub clause: Clause<'w>,
    pub said: Said,
    /// Whether it stands between quotation marks: then somebody else says it.
    pub quoted: bool,
    /// How many clauses it is of: three, where one stands around an aside.
    pub spans: usize,
}

impl<'w> Read<'w> {
    /// The clauses of a text, each with what it says.
    pub fn all(clauses: &[Clause<'w>]) -> Vec<Self> {
        let mut read: Vec<Self> = Vec::with_capacity(clauses.len());
        // A text that is a quotation as a whole says what it says.
        let marks = clauses
            .iter()
            .flat_map(|clause| clause.tokens)
            .filter(|token| token.kind == Kind::Quote)
            .take(3)
            .count();
        let at_ends = |tokens: Option<&Token<'_>>| tokens.is_some_and(|token| token.kind == Kind::Quote);
        let whole = marks == 2
            && at_ends(clauses.first().and_then(|clause| clause.tokens.first()))
            && at_ends(clauses.last().and_then(|clause| clause.tokens.last()));
        // One mark alone ("» risultato conseguito") quotes nothing.
        let whole = whole || marks == 1;
        let mut open = false;
        for &clause in clauses {
            let marks = clause.tokens.iter().filter(|token| token.kind == Kind::Quote).count();
            let quoted = !whole && (open || marks > 0);
            open ^= marks % 2 == 1;
            // A name in quotation marks: "il progetto «Nonni vigili» è stato realizzato".
            let quoted = quoted && (open || marks != 2);
            let said = match marks {
                _ if quoted => Said::Nothing,
                2 if !whole => said(Cursor::new(&unquoted(clause.tokens))),
                1 | 2 if whole => said(Cursor::new(&unmarked(clause.tokens))),
                _ => said(Cursor::new(&clause.tokens[usize::from(is_outlined(&clause))..])),
            };
            read.push(Self { clause, said, quoted, spans: 1 });
        }
        for at in 1..clauses.len() {
            if let Some(share) = share_over_two(&clauses[at - 1..=at]) {
                (read[at - 1].said, read[at].said) = (Said::Verdict(share), Said::Nothing);
                read[at - 1].spans = 2;
            }
        }
        for at in 0..clauses.len().saturating_sub(2) {
            if let Some(joined) = around_aside(clauses, &read, at) {
                let parts = [Said::Verdict(joined), Said::Nothing, Said::Nothing];
                read[at..at + 3].iter_mut().zip(parts).for_each(|(read, said)| read.said = said);
                read[at].spans = 3;
            }
        }
        read
    }
}

/// "2.1 conseguito": the number of an outline, and how that went.
pub(super) fn is_outlined(clause: &Clause<'_>) -> bool {
    matches!(clause.tokens, [number, more @ ..]
        if number.kind == Kind::Number && number.text.len() <= 5 && number.text.contains('.')
            && more.len() <= 3
            && more.iter().all(|token| token.kind == Kind::Word)
            && more.iter().any(|token| token.verb.is_some()))
}

/// "Su 4 obiettivi, 1 soltanto ha tagliato il traguardo", "obiettivi: tre su quattro conseguiti".
fn share_over_two(two: &[Clause<'_>]) -> Option<Verdict> {
    let [head, rest] = two else { return None };
    let leads = match rest.left {
        Some(Break::Comma) => {
            matches!(head.tokens[0].text, "su" | "dei" | "degli" | "delle" | "di" | "of" | "out")
        }
        Some(Break::Colon) => head.tokens.len() <= 4,
        _ => false,
    };
    if !leads || !head.first || !head.has(Tags::HEAD.or(Tags::GENERAL)) {
        return None;
    }
    let joined: Vec<Token<'_>> = head.tokens.iter().chain(rest.tokens).copied().collect();
    share_of_objectives(Cursor::new(&joined))
}

/// A clause without the quotation marks in it.
pub(super) fn unmarked<'w>(tokens: &[Token<'w>]) -> Vec<Token<'w>> {
    tokens.iter().filter(|token| token.kind != Kind::Quote).copied().collect()
}

/// A clause without what stands in it between quotation marks.
fn unquoted<'w>(tokens: &[Token<'w>]) -> Vec<Token<'w>> {
    let mut open = false;
    let outside = tokens.iter().filter(|token| {
        open ^= token.kind == Kind::Quote;
        !open && token.kind != Kind::Quote
    });
    outside.copied().collect()
}

/// "L'obiettivo non è stato, per mancanza di fondi, raggiunto": the verdict of what stands around an aside.
fn around_aside(clauses: &[Clause<'_>], read: &[Read<'_>], at: usize) -> Option<Verdict> {
    let (before, aside, after) = (&clauses[at], &clauses[at + 1], &clauses[at + 2]);
    let closed = matches!(
        (aside.left, aside.right),
        (Some(Break::Comma), Some(Break::Comma))
            | (Some(Break::Open), Some(Break::Close))
            | (Some(Break::Dash), Some(Break::Dash))
    );
    let begins = before
        .cursor()
        .tags()
        .any(Tags::ARTICLE.or(Tags::HEAD).or(Tags::NEGATION).or(Tags::COPULA).or(Tags::ALL));
    let small = before.tokens.len() + after.tokens.len() <= 40 && aside.tokens.len() <= 24;
    let unread = matches!(read[at].said, Said::Nothing | Said::Label(..))
        && matches!(read[at + 2].said, Said::Nothing | Said::Verdict(_));
    // "Anche se non completamente".
    let conceded = aside.cursor().take_listed(&lexicon::CONCEDED);
    let conditional =
        aside.has(Tags::CONDITION) && !conceded || before.before.any(Tags::CONDITION.or(Tags::DENIAL));
    let named = before.has(Tags::HEAD.or(Tags::GENERAL)) || after.has(Tags::HEAD.or(Tags::GENERAL));
    if !closed || !begins || !small || !unread || conditional || !named {
        return None;
    }
    // A predicate of its own after the aside, or the participle that is still missing.
    let able = before.tokens.last().is_some_and(|last| last.tags.any(Tags::ABLE));
    let missing = before.dangles() || able;
    let opens = after.cursor();
    let only_head = before.tokens.len() <= 4;
    let continues = opens.tags().any(Tags::COPULA.or(Tags::NEGATION).or(Tags::HAVE))
        || only_head
            && (opens.tags().any(Tags::ADVERB) || opens.token().is_some_and(|token| token.verb.is_some()));
    if !missing && !continues {
        return None;
    }
    let joined: Vec<Token<'_>> = before.tokens.iter().chain(after.tokens).copied().collect();
    let Said::Verdict(verdict) = said(Cursor::new(&joined)) else { return None };
    let verdict = if against(aside.cursor()) == Against::Exception { verdict.except()? } else { verdict };
    (verdict.about >= About::General).then_some(verdict)
}

/// What the words before a colon name, to tell it from others: "Fase 1: raggiunta", "Obiettivo B: non raggiunto".
pub(super) fn numbered(read: &[Read<'_>], at: usize) -> Option<u32> {
    if is_outlined(&read[at].clause) {
        return Some(told_apart(read[at].clause.tokens[0].text));
    }
    let label = read.get(at.checked_sub(1)?)?;
    let tokens = label.clause.tokens;
    let number = tokens.iter().rev().find(|token| token.kind == Kind::Number);
    // "I) conseguito", "a) conseguito".
    if is_enumerator(&label.clause) && read[at].clause.left == Some(Break::Close) {
        return Some(at as u32);
    }
    // "1. raggiunto".
    if tokens.len() == 1 && label.clause.first {
        return number.map(|number| told_apart(number.text));
    }
    let introduced = matches!(read[at].clause.left, Some(Break::Colon | Break::Dash | Break::Close));
    let dated = label.clause.has(Tags::MONTH) || tokens.iter().any(|token| token.kind == Kind::Slash);
    let names = tokens.len() <= 4 && tokens.len() >= 2 && !dated;
    let of_parts = label.clause.has(Tags::HEAD.or(Tags::GENERAL).or(Tags::PART));
    match number {
        _ if !introduced || !names => None,
        Some(number) => Some(told_apart(number.text)),
        None => of_parts.then_some(at as u32),
    }
}

/// "II", "a", "3", before a bracket.
pub(super) fn is_enumerator(clause: &Clause<'_>) -> bool {
    matches!(clause.tokens, [only] if only.span.end - only.span.start <= 4 && only.kind != Kind::Quote)
        && clause.first
}

/// "Orti urbani: realizzato", one of a list: a part by its own name, and how that went.
pub(super) fn is_item(read: &[Read<'_>], at: usize) -> bool {
    let Some(label) = at.checked_sub(1).map(|before| &read[before].clause) else { return false };
    let clause = &read[at].clause;
    let of_all = Tags::HEAD.or(Tags::GENERAL).or(Tags::LABEL).or(Tags::LABEL_OF).or(Tags::ACHIEVEMENT);
    let said = clause.tokens.iter().take(2).any(|token| {
        token.verb.is_some() || token.participle || token.tags.any(Tags::DEED.or(Tags::NO).or(Tags::YES))
    });
    clause.left == Some(Break::Colon) && label.first && label.tokens.len() <= 6 && !label.has(of_all) && said
}

/// "Totale", "parziale", "non totale", after "Grado di raggiungimento:".
pub(super) fn in_a_word(next: Option<&Read<'_>>) -> Option<(Status, Span)> {
    let clause = &next?.clause;
    if !matches!(clause.left, Some(Break::Colon | Break::Dash)) {
        return None;
    }
    let (denied, word) = match clause.tokens {
        [word] => (false, word),
        [not, word] if not.tags.any(Tags::NEGATION) => (true, word),
        _ => return None,
    };
    let status = match (word.tags, denied) {
        (tags, false) if tags.any(Tags::YES) => Status::Achieved,
        (tags, false) if tags.any(Tags::NO.or(Tags::POOR).or(Tags::NONE)) => Status::NotAchieved,
        (_, true) if word.verb == Some(Verb::Measurable) => Status::NotMeasurable,
        (tags, false) if tags.any(Tags::PARTIAL) => Status::PartiallyAchieved,
        (tags, true) if tags.any(Tags::FULL) => Status::PartiallyAchieved,
        (tags, false) if tags.any(Tags::FULL) => Status::Achieved,
        _ => return None,
    };
    Some((status, clause.cursor().from(clause.tokens.len()).span_from(0)))
}

/// The day of which a clause speaks, by the words before it: "stato al 30/06: …", "al 30/06 l'obiettivo …".
pub(super) fn as_of(read: &[Read<'_>], at: usize) -> Option<(u32, u32)> {
    let clause = &read[at].clause;
    let label = match (clause.left, at.checked_sub(1)) {
        (Some(Break::Colon), Some(before)) => &read[before].clause,
        _ => clause,
    };
    let from = label.tokens.iter().take(4).position(|token| token.kind == Kind::Number)?;
    let led = label.tokens[..from].iter().any(|token| matches!(token.text, "al" | "alla" | "all"));
    let [day, slash, month, ..] = &label.tokens[from..] else { return None };
    let dated = led && slash.kind == Kind::Slash && month.kind == Kind::Number;
    dated.then(|| Some((month.text.parse().ok()?, day.text.parse().ok()?))).flatten()
}

/// Whether a clause says how things were on a day before the last that is told.
pub(super) fn is_superseded(read: &[Read<'_>], at: usize, latest: Option<(u32, u32)>) -> bool {
    as_of(read, at).is_some_and(|day| Some(day) < latest)
}
