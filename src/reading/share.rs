// SPDX-License-Identifier: AGPL-3.0-or-later
//! "Dei cinque obiettivi assegnati ne sono stati raggiunti quattro": how many of how many objectives.
//!
//! Never here: a share of anything else.

use crate::plan::Percent;

use super::clause::Cursor;
use super::lexicon::{Tags, Verb};
use super::verdict::{About, Verdict, literal};
use super::words::{Kind, Token};
use super::{Confidence, Status};

/// "Dei cinque obiettivi assegnati ne sono stati raggiunti quattro", "raggiunti 2 obiettivi su 3".
pub(super) fn share_of_objectives(clause: Cursor<'_>) -> Option<Verdict> {
    let tokens = clause.rest();
    let is_several = |token: &Token<'_>| {
        token.tags.any(Tags::HEAD.or(Tags::GENERAL)) && matches!(token.ending, b'i' | b's' | b'e')
            || matches!(token.text, "attivita" | "target")
    };
    let several = tokens.iter().position(is_several)?;
    let reached = tokens
        .iter()
        .position(|token| matches!(token.verb, Some(Verb::Achieve | Verb::Complete | Verb::Reach)))?;
    let unreal = Tags::CONDITION.or(Tags::UNREAL).or(Tags::NEGATION);
    if tokens.len() > 24
        || tokens.iter().any(|token| token.tags.any(unreal) || token.kind == Kind::PercentSign)
    {
        return None;
    }
    let leads = ["dei", "degli", "di", "su", "sui", "of", "the", "delle"];
    let Part { part, whole, ends: (first, second) } = part_of_whole(tokens, &leads)?;
    if part == 0 || part > whole || whole > 100 {
        return None;
    }
    let percent = Percent::new(f64::from(part) / f64::from(whole) * 100.0)?;
    let ends = [several, reached, first, second];
    let from = ends.iter().min().map(|at| clause.at + at)?;
    let to = ends.iter().max().map(|at| clause.at + at + 1)?;
    let span = clause.from(to).span_from(from);
    let status = literal(percent);
    let confidence = Confidence::Inferred;
    Some(Verdict {
        number: Some(percent),
        about: About::Objective,
        confidence,
        ..Verdict::plain(status, span)
    })
}

/// How many of how many, and where the two numbers stand.
pub(super) struct Part {
    pub part: u32,
    pub whole: u32,
    pub ends: (usize, usize),
}

/// Two numbers, one of which is led to by what makes it the whole: "3 su 5", "dei cinque … quattro".
pub(super) fn part_of_whole(tokens: &[Token<'_>], leading: &[&str]) -> Option<Part> {
    let counts = tokens.iter().enumerate().filter_map(|(at, token)| Some((at, count(token)?)));
    let counts: Vec<(usize, u32)> = counts.take(3).collect();
    let [(first, a), (second, b)] = counts[..] else { return None };
    let leads = |at: usize| at > 0 && leading.contains(&tokens[at - 1].text);
    let (part, whole) = match (leads(first), leads(second)) {
        (true, false) => (b, a),
        (false, true) => (a, b),
        _ => return None,
    };
    Some(Part { part, whole, ends: (first, second) })
}

/// "Degli obiettivi assegnati non se n'è conseguito neppure uno".
pub(super) fn none_of(clause: Cursor<'_>) -> Option<Verdict> {
    let mut c = clause;
    c.take_any(&["degli", "dei", "delle", "of"])?;
    c.take(Tags::ARTICLE);
    c.take(Tags::COUNT);
    c.take(Tags::HEAD.or(Tags::GENERAL))?;
    let rest = c.rest();
    let denied = rest.iter().position(|token| token.tags.any(Tags::DENIAL) && token.text != "ne")?;
    let reached = rest.iter().skip(denied).position(|token| {
        matches!(token.verb, Some(Verb::Achieve | Verb::Complete | Verb::Reach | Verb::Do))
    })?;
    let one = |token: &Token<'_>| {
        token.tags.any(Tags::NONE) || matches!(token.text, "uno" | "una" | "alcuno" | "alcuna" | "one")
    };
    let unsaid = Tags::CONDITION.or(Tags::UNREAL).or(Tags::RELATIVE);
    let stated = rest.len() <= 24 && !rest.iter().any(|token| token.tags.any(unsaid));
    let ends = clause.from(c.at + denied + reached + 1).span_from(clause.at);
    (stated && rest[denied..].iter().any(one)).then(|| Verdict {
        about: About::Objective,
        confidence: Confidence::Inferred,
        ..Verdict::plain(Status::NotAchieved, ends)
    })
}

/// A whole number, in figures or in letters.
pub(super) fn count(token: &Token<'_>) -> Option<u32> {
    if token.kind == Kind::Number {
        let thousands = || token.text.split_once('.').filter(|(_, last)| last.len() == 3);
        let value = |(first, last): (&str, &str)| {
            first.parse::<u32>().ok()?.checked_mul(1000)?.checked_add(last.parse().ok()?)
        };
        return token.text.parse().ok().or_else(|| value(thousands()?));
    }
    let languages = [
        ["uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"],
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
    ];
    let word = if token.text == "una" { "uno" } else { token.text };
    let at = languages.iter().find_map(|words| words.iter().position(|known| *known == word))?;
    u32::try_from(at + 1).ok()
}
