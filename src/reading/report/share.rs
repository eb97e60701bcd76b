// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was done of a part only: "realizzati solo in parte", "installate tre delle cinque previste", "tutti tranne uno".
//!
//! Never here: how something was done ("in parte con fondi propri, in parte con un mutuo"), nor a share of what others
//! asked for ("24 su 25 richieste evase").

use super::{Spot, TASKS, is_auxiliary, is_verb, is_work, tells_done};
use crate::reading::lexicon::{self, Tags};
use crate::reading::share::{Part, count, part_of_whole};
use crate::reading::words::{Break, Kind, Token, any, first, from, has};

/// The place after words that tell that only a part was done.
pub(super) fn in_part(spot: &Spot<'_, '_>) -> Option<usize> {
    partly(spot)
        .or_else(|| except(spot))
        .or_else(|| counted(spot))
        .or_else(|| fewer_than_planned(spot))
        .or_else(|| fewer_instead(spot))
        .or_else(|| restricted(spot))
}

/// Longer clauses tell too much for their numbers to be set against each other.
const LONG: usize = 30;

fn is_done(token: &Token<'_>) -> bool {
    is_work(token) && (token.verb.is_some() || token.tags.any(Tags::DEED)) || token.participle
}

/// "Realizzati solo in parte", "parzialmente completata".
fn partly(spot: &Spot<'_, '_>) -> Option<usize> {
    let (tokens, at) = (spot.tokens(), spot.at);
    let defined = || has(from(tokens, at), Tags::CONDITION);
    let mut c = spot.cursor();
    if is_done(spot.token()) {
        c.at += 1;
        let from = c.at;
        if !c.take_listed(&lexicon::PARTLY) {
            return None;
        }
        // "In parte con fondi propri, in parte …" tells how, not how far.
        let how = c.at == from + 2 && c.tags().any(Tags::PREPOSITION);
        let known = !spot.token().participle || c.done();
        return (!how && known && tokens[from].text != "quasi" && !defined()).then_some(c.at);
    }
    let leads = at == 0 || is_auxiliary(&tokens[at - 1]);
    let partly = leads && c.take_listed(&lexicon::PARTLY) && c.token().is_some_and(is_done);
    (partly && !defined()).then_some(c.at + 1)
}

/// "Tutti i settori hanno trasmesso la mappatura tranne l'ufficio tecnico".
fn except(spot: &Spot<'_, '_>) -> Option<usize> {
    let mut c = spot.cursor();
    let word = c.take(Tags::EXCEPTION).is_some();
    if spot.token().tags.any(Tags::ONLY)
        || !word && !c.take_phrase_of(&["ad eccezione", "fatta eccezione", "se si eccettua", "a eccezione"])
    {
        return None;
    }
    let before = spot.before();
    let all = has(before, Tags::ALL) || spot.at == 0 && spot.clause.before.any(Tags::ALL);
    let done = any(before, is_done)
        || has(before, Tags::RUNNING)
        || spot.at == 0 && spot.clause.before.any(Tags::DEED);
    // "Salvo imprevisti" takes nothing away.
    let from = c.at;
    // "Effettuato il censimento del verde, tranne il parco fluviale"; "salvo buon fine" and "esclusa l'IVA" are no part.
    let apart = spot.at == 0
        && spot.clause.left == Some(Break::Comma)
        && c.tags().any(if word { Tags::ARTICLE } else { Tags::PREPOSITION });
    let all = all || apart && !has(first(c.rest(), 8), Tags::BAD.or(Tags::PUBLIC));
    while c.take(Tags::PREPOSITION.or(Tags::ARTICLE)).is_some() {}
    let all = all && (c.at > from || c.tags().any(Tags::COUNT));
    let named = c.tags().any(TASKS.or(Tags::DEED_NOUN).or(Tags::PRONOUN).or(Tags::FAILED));
    // "Tutti i giorni tranne il lunedì" is when.
    let when = c.tags().any(Tags::DAY.or(Tags::MONTH))
        || spot.clause.before.any(Tags::DAY)
        || has(before, Tags::DAY);
    let when = when || has(first(c.rest(), 8), Tags::EXEMPT);
    let stated = !has(before, Tags::DENIAL.or(Tags::UNREAL).or(Tags::CONDITION));
    (done && (all || named) && !when && stated && !c.done()).then_some((c.at + 1).min(spot.tokens().len()))
}

/// "Previsti 10 controlli, eseguiti 6", "l'obiettivo prevedeva 10 controlli: ne sono stati fatti 6".
fn fewer_than_planned(spot: &Spot<'_, '_>) -> Option<usize> {
    let next = spot.next().filter(|_| spot.token().tags.any(Tags::EXPECTED))?;
    let (planned, done) = (only_count(spot.tokens())?, only_count(next.tokens)?);
    let time = |tokens: &[Token<'_>]| {
        tokens.iter().any(|token| token.tags.any(Tags::DAY) || token.kind == Kind::PercentSign)
    };
    let told = tells_done(next.tokens)
        && !next.has(Tags::EXPECTED.or(Tags::CONDITION).or(Tags::PUBLIC).or(Tags::DEMAND).or(Tags::BAD));
    (done < planned && told && !time(spot.tokens()) && !time(next.tokens)).then_some(spot.tokens().len())
}

/// "Si sono tenuti tre incontri, anziché i cinque in programma", "svolti 15 controlli; il programma ne prevedeva 30".
fn fewer_instead(spot: &Spot<'_, '_>) -> Option<usize> {
    let next = spot.later.first().filter(|_| is_done(spot.token()) && spot.tokens().len() <= LONG)?;
    if any(spot.before(), is_done) {
        return None;
    }
    let instead = |token: &Token<'_>| {
        matches!(token.text, "anziche" | "contro" | "invece" | "prevedeva" | "prevedevano")
    };
    if !next.has(Tags::EXPECTED) || !next.tokens.iter().any(instead) {
        return None;
    }
    let (done, planned) = (only_count(spot.tokens())?, only_count(next.tokens)?);
    let unsaid =
        Tags::CONDITION.or(Tags::UNREAL).or(Tags::NEGATION).or(Tags::DEMAND).or(Tags::BAD).or(Tags::DAY);
    (done < planned && !has(spot.tokens(), unsaid) && !next.has(unsaid)).then_some(spot.tokens().len())
}

/// "Ha riguardato i soli sportelli", "effettuata solo per i bandi del primo semestre", "svolto limitatamente a due".
fn restricted(spot: &Spot<'_, '_>) -> Option<usize> {
    let (tokens, at) = (spot.tokens(), spot.at);
    let covers = spot.token().tags.any(Tags::COVERED);
    // "Costituito, però per le sole forniture".
    let goes_on = at == 0
        && spot.clause.left == Some(Break::Comma)
        && spot.clause.before.any(Tags::DEED)
        && spot.token().tags.any(Tags::CONTRAST);
    if !(covers || goes_on || is_work(spot.token()) && is_done(spot.token())) {
        return None;
    }
    let unsaid = Tags::CONDITION
        .or(Tags::UNREAL)
        .or(Tags::DENIAL)
        .or(Tags::DEMAND)
        .or(Tags::BAD)
        .or(Tags::PUBLIC)
        .or(Tags::RELATIVE)
        .or(Tags::TERM);
    let only = at + 1 + from(tokens, at + 1).iter().take(7).position(|token| token.tags.any(Tags::ONLY))?;
    if tokens.len() > LONG || has(tokens, unsaid) || any(from(tokens, only), is_verb) {
        return None;
    }
    // "Ha interessato solo la corsia di valle, l'unica danneggiata".
    let sole = |token: &Token<'_>| matches!(token.text, "unico" | "unica" | "unici" | "uniche");
    if spot.next().is_some_and(|next| first(next.tokens, 2).iter().any(sole)) {
        return None;
    }
    let (last, next) = (&tokens[only - 1], tokens.get(only + 1)?);
    let after = tokens.get(only + 2);
    // "Solo a dicembre", "solo nel 2022", "solo con mezzi propri" tell when and how.
    let time = |token: &Token<'_>| {
        token.tags.any(Tags::MONTH.or(Tags::LATER).or(Tags::DAY)) || token.kind == Kind::Number
    };
    // "Nel solo primo semestre", and not "nel solo interesse dell'ente".
    let of_one = last.tags.any(Tags::ARTICLE)
        || matches!(last.text, "nelle" | "alle" | "ai" | "agli")
        || last.text == "alla" && next.tags.any(Tags::DEED_NOUN)
        || last.text == "nel" && next.tags.any(Tags::ORDINAL.or(Tags::PART_OF_YEAR));
    let agrees = matches!(tokens[only].text, "soli" | "sole" | "sola" | "solo") && of_one && !time(next);
    let per = next.text == "per" && after.is_some_and(|after| after.tags.any(Tags::ARTICLE));
    let since = next.text == "da" && after.is_some_and(|after| after.tags.any(Tags::MONTH));
    let limited =
        tokens[only].text == "limitatamente" && !after.is_some_and(|after| after.tags.any(Tags::DAY));
    let reaches = covers && only <= at + 2 && next.tags.any(Tags::ARTICLE);
    (agrees || per || since || limited || reaches).then_some(only + 2)
}

/// The number of a clause that has one.
fn only_count(tokens: &[Token<'_>]) -> Option<u32> {
    let mut counts = tokens.iter().filter_map(count);
    // "Nel 2021", "31/12" count nothing.
    let dated = tokens
        .iter()
        .any(|token| token.kind == Kind::Slash || token.text.len() == 4 && token.kind == Kind::Number);
    counts.next().filter(|_| counts.next().is_none() && !dated)
}

/// "Delle cinque fontanelle programmate ne sono state installate tre", "attivato soltanto in due plessi sui quattro".
fn counted(spot: &Spot<'_, '_>) -> Option<usize> {
    let tokens = spot.tokens();
    // Once in a clause: at its first number.
    if !is_number(spot.token()) || any(spot.before(), is_number) || tokens.len() > LONG {
        return None;
    }
    // "Acquistate dodici telecamere, ma solo otto sono in funzione".
    let other =
        Tags::DEMAND.or(Tags::PUBLIC).or(Tags::BAD).or(Tags::BIDDER).or(Tags::DAY).or(Tags::CONDITION);
    let but_only = spot.at == 2 && tokens[0].tags.any(Tags::BUT) && tokens[1].tags.any(Tags::ONLY);
    if but_only && !spot.clause.has(other) && !spot.clause.before.any(other) && any(tokens, is_verb) {
        return Some(spot.at + 1);
    }
    let Part { part, whole, ends } = part_of_whole(tokens, LEADING)?;
    let unsaid = Tags::CONDITION.or(Tags::UNREAL).or(Tags::NEGATION).or(Tags::DEMAND).or(Tags::BAD);
    if part >= whole || tokens.iter().any(|token| token.tags.any(unsaid) || token.kind == Kind::PercentSign) {
        return None;
    }
    let one = |tags: Tags| has(tokens, tags);
    // "Tre delle otto schede sono state aggiornate".
    let plainly = spot.at == 0 && any(tokens, is_verb) && any(tokens, is_work);
    let of_plan = plainly
        || one(Tags::ONLY.or(Tags::EXPECTED).or(Tags::TASK))
        || tokens.iter().any(|token| matches!(token.text, "ne" | "anziche"));
    let english = |token: &Token<'_>| matches!(token.text, "were" | "was" | "been");
    let done = tokens.iter().any(|token| is_done(token) || english(token)) && !one(Tags::DAY);
    (done && of_plan).then_some(ends.1 + 1)
}

/// What makes a number the whole: "delle cinque", "rispetto alle quattro uscite".
const LEADING: &[&str] =
    &["dei", "degli", "delle", "su", "sui", "sulle", "of", "the", "anziche", "ai", "agli", "alle"];

fn is_number(token: &Token<'_>) -> bool {
    token.kind == Kind::Number || token.tags.any(Tags::COUNT)
}
