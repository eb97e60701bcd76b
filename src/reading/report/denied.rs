// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is denied: "non è stato ancora iscritto", "nessun corso è stato attivato", "mancata approvazione".
//!
//! Negation is followed to what it denies. Never here: a negation that reports no failure ("non è stato necessario", "non
//! sono pervenuti reclami", "non solo").

use super::{end_of_phrase, is_auxiliary, is_work};
use crate::reading::clause::Clause;
use crate::reading::lexicon::Tags;
use crate::reading::words::{Break, Kind, Token};

/// How far from an auxiliary its participle may stand: "non è stato, per motivi organizzativi, dato corso".
const REACH: usize = 16;

/// "Non è stato ancora iscritto", "non completato", "non si è potuto procedere": the place after what is denied.
pub(super) fn denied(clause: &Clause<'_>, at: usize, next: Option<&Clause<'_>>) -> Option<usize> {
    let tokens = clause.tokens;
    let mut c = clause.cursor().from(at + 1);
    // "Non invece quello di settembre".
    let mut other = c;
    other.take_any(&["invece", "anche", "pero"]);
    if other.take(Tags::PRONOUN).is_some() && other.tags().any(Tags::PREPOSITION) {
        return Some(other.at);
    }
    // "Non tutte le schede sono state caricate".
    if c.tags().any(Tags::ALL) {
        let rest = &tokens[c.at..];
        let is_done = |two: &[Token<'_>]| is_auxiliary(&two[0]) && (is_work(&two[1]) || two[1].participle);
        let done = rest.windows(2).take(12).position(is_done)?;
        return Some(c.at + done + 2);
    }
    let beyond =
        ["solo", "soltanto", "solamente", "oltre", "appena", "prima", "piu", "meno", "only", "just", "later"];
    if c.take_any(&beyond).is_some() {
        return None;
    }
    if tokens[at.saturating_sub(4)..at].iter().any(|token| token.tags.any(Tags::UNREAL)) {
        return None;
    }
    let (mut auxiliary, mut still, mut reflexive) = (at > 0 && is_auxiliary(&tokens[at - 1]), false, false);
    while let Some(token) = c.token() {
        if token.tags.any(Tags::UNREAL) {
            return None;
        }
        if is_work(token) || token.tags.any(Tags::NEUTRAL.or(Tags::ABLE)) {
            break;
        }
        let clitic = ["lo", "la", "l", "li", "le", "ci", "vi", "ne", "gli", "se", "s", "mi", "c", "v"]
            .contains(&token.text);
        if clitic {
            // "Non lo ha riconsegnato".
        } else if token.tags.any(Tags::COPULA.or(Tags::HAVE)) || token.text == "si" {
            auxiliary = true;
            reflexive |= token.text == "si";
        } else if token.tags.any(Tags::ADVERB) {
            still |= matches!(token.text, "ancora" | "yet" | "still");
        } else {
            break;
        }
        c.at += 1;
    }
    let token = c.token()?;
    if token.tags.any(Tags::ABLE) {
        return Some(end_of_phrase(c.from(c.at + 1)));
    }
    if is_work(token) || token.participle && (auxiliary || at == 0 || tokens[at - 1].tags.any(Tags::BUT)) {
        return (!is_harmless(clause, at, c.at, reflexive, next)
            && is_predicate(clause, at, c.at, auxiliary))
        .then_some(c.at + 1);
    }
    if token.tags.any(Tags::NEUTRAL) {
        return None;
    }
    // "Non è stato per motivi organizzativi … dare corso".
    if auxiliary && token.tags.any(Tags::PREPOSITION) {
        for (place, token) in tokens.iter().enumerate().skip(c.at).take(REACH) {
            if token.tags.any(Tags::NEUTRAL.or(Tags::UNREAL).or(Tags::RELATIVE)) {
                return None;
            }
            if token.tags.any(Tags::DEED_INFINITIVE.or(Tags::ABLE)) {
                return Some(end_of_phrase(clause.cursor().from(place + 1)));
            }
        }
        return None;
    }
    // "Non ancora operativo": whatever it is, it is not so yet.
    let plain = still && !token.tags.any(Tags::BAD) && token.kind == Kind::Word;
    (plain && is_predicate(clause, at, c.at, auxiliary)).then_some(c.at + 1)
}

/// Whether what is denied is no failure after all.
fn is_harmless(
    clause: &Clause<'_>,
    negation: usize,
    deed: usize,
    reflexive: bool,
    next: Option<&Clause<'_>>,
) -> bool {
    let tokens = clause.tokens;
    let word = &tokens[deed];
    // "Non si sono verificati", "non si è reso necessario".
    if reflexive && word.tags.any(Tags::OCCURRED) {
        return true;
    }
    let after = &tokens[deed + 1..];
    if after.iter().take(2).any(|token| token.tags.any(Tags::NEUTRAL)) {
        return true;
    }
    // "Non ha dato luogo a richieste", "non si procede se non dopo …".
    let phrase =
        |phrase: &str| (0..tokens.len()).any(|at| at >= deed && clause.cursor().from(at).take_phrase(phrase));
    if phrase("luogo a") || phrase("se non") {
        return true;
    }
    let around = || tokens[negation.saturating_sub(8)..negation].iter().chain(after.iter().take(6));
    let raises = word.text.is_empty() || word.tags.any(Tags::RAISED);
    if raises && !word.tags.any(Tags::REMEDY) && around().any(|token| token.tags.any(Tags::BAD)) {
        return true;
    }
    if word.tags.any(Tags::ARRIVED) && around().any(|token| token.tags.any(Tags::DEMAND)) {
        return true;
    }
    // "Non in presenza ma on line", "non dall'ufficio ma dal consulente": done, in another way.
    let corrected = |tokens: &[Token<'_>]| {
        tokens.iter().position(|token| token.tags.any(Tags::BUT)).is_some_and(|but| {
            let then = &tokens[but + 1..];
            let verb = then.iter().any(|token| is_auxiliary(token) || is_work(token));
            !verb && then.first().is_some_and(|token| token.tags.any(Tags::PREPOSITION))
        })
    };
    corrected(after)
        || next.is_some_and(|next| {
            next.left == Some(Break::Comma)
                && next.tokens.first().is_some_and(|token| token.tags.any(Tags::BUT))
                && corrected(next.tokens)
        })
}

/// Whether a denied participle is said of something rather than standing beside a noun: "pratiche non evase nel 2020" only
/// tells which.
fn is_predicate(clause: &Clause<'_>, negation: usize, deed: usize, auxiliary: bool) -> bool {
    let before = &clause.tokens[..negation];
    // "Drafted but never adopted".
    if auxiliary || before.last().is_some_and(|last| last.tags.any(Tags::BUT)) {
        return true;
    }
    let after = &clause.tokens[deed + 1..];
    let says_more = after.iter().any(|token| {
        token.kind == Kind::Word && (is_auxiliary(token) && token.text != "da" || token.tags.any(Tags::DEED))
    });
    if says_more || clause.right == Some(Break::Colon) && !before.is_empty() {
        return false;
    }
    // "Non completato nella pubblicazione", "rapporto semestrale non formalizzato".
    let opens = clause.first || !matches!(clause.left, Some(Break::Comma | Break::Open));
    let short = before.len() <= 8
        && !before.iter().any(|token| is_auxiliary(token) || is_work(token) || token.tags.any(Tags::DENIAL))
        && !before.first().is_some_and(|token| token.tags.any(Tags::PREPOSITION));
    opens && short
}

/// "Nessun corso è stato attivato": the place after the participle.
pub(super) fn none_done(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tokens = clause.tokens;
    if at > 0 && tokens[at - 1].tags.any(Tags::PREPOSITION) {
        return None;
    }
    let of_plan = tokens[at + 1..]
        .iter()
        .take(4)
        .any(|token| token.tags.any(Tags::PLANNED.or(Tags::GENERAL).or(Tags::HEAD)));
    if !of_plan {
        return None;
    }
    for (place, token) in tokens.iter().enumerate().skip(at + 1).take(8) {
        if token.tags.any(Tags::BAD.or(Tags::DEMAND).or(Tags::NEUTRAL).or(Tags::UNREAL).or(Tags::RELATIVE)) {
            return None;
        }
        if is_work(token) && place > at + 1 {
            let auxiliary = tokens[at..place].iter().any(is_auxiliary);
            let reflexive = tokens[at..place].iter().any(|token| token.text == "si");
            let more = tokens[place..].iter().any(is_auxiliary);
            if !auxiliary && more {
                continue;
            }
            return (!is_harmless(clause, at, place, reflexive, None)).then_some(place + 1);
        }
    }
    None
}

/// "Mancata approvazione del piano", where it is the news or its cause.
pub(super) fn failed(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tokens = clause.tokens;
    let next = tokens.get(at + 1)?;
    if !next.tags.any(Tags::DEED_NOUN.or(Tags::ACHIEVEMENT))
        || tokens.iter().any(|token| token.tags.any(Tags::UNREAL))
    {
        return None;
    }
    let causal = |token: &Token<'_>| {
        matches!(token.text, "causa" | "stante" | "per" | "vista" | "data" | "due" | "dalla")
    };
    let before = &tokens[..at];
    // "Per la mancata approvazione", and not "verbali per mancata copertura".
    let bare = before.last().is_some_and(|last| last.text == "per");
    let leads = !bare && before.iter().rev().take(3).any(causal)
        || before.iter().all(|token| token.tags.any(Tags::ARTICLE));
    leads.then_some(at + 2)
}

/// "Quello per gli operatori cimiteriali no".
pub(super) fn not_this_one(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tokens = clause.tokens;
    let [first, .., before, last] = tokens else { return None };
    let names = first.tags.any(Tags::PRONOUN.or(Tags::ARTICLE)) && !clause.has(Tags::BAD);
    let or_not = before.tags.any(Tags::YES) || matches!(before.text, "o" | "e" | "se" | "perche");
    let is_no = last.text == "no" && !or_not && !clause.has(Tags::CONDITION.or(Tags::RELATIVE));
    (at == 0 && is_no && names).then_some(tokens.len())
}
