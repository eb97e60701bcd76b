// SPDX-License-Identifier: AGPL-3.0-or-later
//! Degrees and times as phrases, and labels that announce a degree: "al 50%", "nei tempi previsti", "grado di
//! realizzazione".
//!
//! Never here: a share of something: "l'80% degli utenti".

use super::Status;
use super::clause::Cursor;
use super::lexicon::Tags;
use super::number::{Number, number};
use super::verdict::{Said, Verdict};
use super::words::{Kind, Token};

/// "Al 50%", "per circa il 90 per cento": the number, and whether it is exact.
pub(super) fn degree_phrase(c: &mut Cursor<'_>) -> Option<(Number, bool)> {
    let before = *c;
    let mut exact = true;
    for _ in 0..5 {
        if c.take(Tags::ABOUT).is_some() {
            exact = false;
        } else if c.take(Tags::TO_NUMBER.or(Tags::EXCEPTION)).is_none() {
            break;
        }
    }
    match number(c).filter(|number| number.of_whole) {
        Some(number) => {
            exact &= c.take(Tags::ABOUT).is_none();
            c.take_any(&["appena"]);
            Some((number, exact))
        }
        None => {
            *c = before;
            None
        }
    }
}

/// "Nei tempi previsti", "entro il 31/12/2021", "in ritardo", "al 2022": when, not how far.
pub(super) fn time(c: &mut Cursor<'_>) -> bool {
    c.attempt(|c| {
        let from = c.at;
        if c.take_any(&["late", "puntualmente", "tempestivamente"]).is_some() {
            return true;
        }
        if !c.tags().any(Tags::TIME_START) {
            return false;
        }
        while !c.done() && degree_phrase(&mut { *c }).is_none() {
            let taken = c.take(Tags::TIME).is_some()
                || c.take_kind(Kind::Number).is_some()
                || c.take_kind(Kind::Slash).is_some();
            if !taken {
                break;
            }
        }
        // What leads to another word belongs to that: "in linea", "per la mancanza".
        while c.at > from
            && !c.done()
            && c.before()
                .is_some_and(|last| last.tags.any(Tags::PREPOSITION.or(Tags::ARTICLE).or(Tags::COUNT)))
        {
            c.at -= 1;
        }
        c.at >= from + 2
    })
}

/// "Avanzamento" and "completamento" are of the work.
pub(super) fn is_of_achievement(noun: &Token<'_>) -> bool {
    !matches!(noun.text, "avanzamento" | "completamento" | "completion" | "progress")
}

/// "Grado di realizzazione dell'obiettivo: 80%".
pub(super) fn label(clause: Cursor<'_>) -> Option<Said> {
    let mut c = clause;
    c.take(Tags::ARTICLE);
    let named = c.take(Tags::LABEL).map(|token| token.text);
    let percent_sign = named.is_none() && c.take_kind(Kind::PercentSign).is_some();
    let (mut of, mut achieved) = (false, false);
    for _ in 0..10 {
        if let Some(what) = c.take(Tags::LABEL_OF.or(Tags::ACHIEVEMENT)) {
            of = true;
            achieved |= is_of_achievement(what);
        } else if time(&mut c) {
            continue;
        } else if c.take(Tags::LABEL_LINK.or(Tags::HEAD).or(Tags::GENERAL).or(Tags::COMPANION)).is_none() {
            break;
        }
    }
    // "Stato: 80%" is a degree as well; "Livello: 80%" may be one of anything.
    if !of && !matches!(named, Some("grado" | "percentuale" | "stato" | "degree")) {
        return None;
    }
    let bare = percent_sign || named == Some("percentuale");
    if c.done() {
        return Some(Said::Label(c.span_from(clause.at), bare, achieved));
    }
    c.take_phrase_of(&["si attesta", "attestato", "stimato"]);
    c.take(Tags::TO_NUMBER);
    let number = number(&mut c)?;
    let span = c.span_from(clause.at);
    time(&mut c);
    if c.done() && achieved && number.of_whole && number.percent.is_none() {
        // "Grado di raggiungimento: 135%".
        return Some(Said::Verdict(Verdict { beyond: true, ..Verdict::plain(Status::Achieved, span) }));
    }
    (c.done() && (number.of_whole || bare))
        .then_some(number.percent)
        .flatten()
        .map(|percent| Said::Degree(percent, span, achieved))
}
