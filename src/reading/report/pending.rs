// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is still to be done, under way or missing: "resta da completare", "è ancora in corso", "manca il collaudo".
//!
//! Never here: what is planned anew ("nel 2022 il servizio sarà esteso").

use super::{NO_NOUN, REFLEXIVE, Spot, end_of_phrase, is_auxiliary, is_verb, is_work};
use crate::reading::lexicon::{self, Tags, Verb};
use crate::reading::words::{Break, Kind, Token, any, first, from, has};

/// The place after words that tell what is still to be done.
pub(super) fn pending(spot: &Spot<'_, '_>) -> Option<usize> {
    said(spot)
        .or_else(|| to_be_done(spot))
        .or_else(|| idle(spot))
        .or_else(|| will_be(spot))
        .or_else(|| the_rest_later(spot))
        .filter(|_| spot.is_stated())
}

/// "È in attesa", "manca ancora", "la gara è andata deserta".
fn said(spot: &Spot<'_, '_>) -> Option<usize> {
    let mut c = spot.cursor();
    if !c.take_listed(&lexicon::PENDING) {
        return None;
    }
    let (tags, rest) = (spot.token().tags, from(spot.tokens(), spot.at + 1));
    let leads = |next: &Token<'_>| next.tags.any(Tags::PREPOSITION) && next.text != "di";
    let reflexive = |last: &Token<'_>| last.tags.any(REFLEXIVE);
    // "Attende alle funzioni", "si rinvia alla relazione".
    let other = tags.any(Tags::FICKLE)
        && (rest.first().is_some_and(leads) || spot.before().last().is_some_and(reflexive))
        // "Did not raise any objections", "mancano due mesi", "slittano le scadenze della TARI".
        || tags.any(Tags::OF_GOODS) && has(first(rest, 6), Tags::BAD.or(Tags::DAY).or(Tags::TERM))
        || tags.any(Tags::PAST) && !spot.ends_year();
    // "La gara, andata deserta a maggio, è stata ripetuta".
    let participle = is_work(spot.token()) || spot.token().text.starts_with("andat");
    let beside = participle && !any(spot.before(), is_verb) && (spot.is_embedded() || spot.is_circumstance());
    let silent = other || beside || spot.token().text == "contrariamente" && spot.clause.first;
    (!silent).then(|| end_of_phrase(c).min(c.at + 3))
}

/// "Restano inevase 30 pratiche", "è tuttora sul tavolo del consulente", "assente la relazione", "firma mancante".
fn idle(spot: &Spot<'_, '_>) -> Option<usize> {
    let token = spot.token();
    let mut c = spot.cursor();
    if token.tags.any(Tags::LACKING) {
        let next = spot.tokens().get(spot.at + 1);
        let opens = spot.at == 0
            && next.map_or(spot.clause.right == Some(Break::Comma), |t| t.tags.any(Tags::ARTICLE));
        let ends = next.is_none_or(|next| next.text == "per")
            && spot.clause.right != Some(Break::Colon)
            && spot.at > 0
            && spot.at < 4
            && !spot.before().iter().any(|token| {
                let other = NO_NOUN.or(Tags::PRONOUN);
                token.tags.any(other) && !token.tags.any(Tags::ORDINAL)
                    || is_work(token)
                    || token.kind == Kind::Number
            });
        return (opens && !spot.is_circumstance() || ends).then_some(spot.at + 1);
    }
    // "In attesa del nulla osta", and nothing else.
    if spot.at == 0 && c.take_phrase("in attesa") {
        let only = spot.clause.first && spot.next().is_none() && !any(spot.tokens(), is_verb);
        return only.then_some(c.at);
    }
    // "A fine anno la sezione era ancora in lavorazione"; in a long clause that is too far away.
    let ended =
        |token: &Token<'_>| token.tags.any(Tags::PAST) && spot.tokens().len() <= 60 && spot.ends_year();
    let was = ended(token);
    if !is_verb(token) && !was && !token.tags.any(Tags::STILL.or(Tags::REMAINS)) {
        return None;
    }
    let (mut still, mut remains, mut verb) = (false, false, false);
    while let Some(token) = c.token().filter(|_| c.at < spot.at + 6) {
        if token.tags.any(Tags::LACKING.or(Tags::IDLE)) {
            break;
        }
        if token.tags.any(Tags::STILL) {
            still = true;
        } else if token.tags.any(Tags::REMAINS) {
            // "Rimasti inutilizzati per nove anni" tells which.
            (remains, verb) = (true, verb || !token.participle && !token.text.starts_with("rimast"));
        } else if is_verb(token) || ended(token) {
            verb = true;
        } else if !token.tags.any(Tags::ADVERB) || token.tags.any(Tags::PREPOSITION) {
            break;
        }
        c.at += 1;
    }
    let token = c.token()?;
    let lacks = token.tags.any(Tags::LACKING) && (verb || still)
                || token.tags.any(Tags::IDLE) && (still || remains && verb)
        // "È ancora al vaglio", and not "è ancora in vigore", "è ancora in piedi".
        || token.tags.any(Tags::PREPOSITION)
            && still
            && verb
            && !has(first(c.rest(), 3), Tags::RUNNING);
    lacks.then(|| end_of_phrase(c.from(c.at + 1)).min(c.at + 3))
}

/// "È da eseguire", "sono da istruire", "inventario da completare", "da ultimare la tinteggiatura".
fn to_be_done(spot: &Spot<'_, '_>) -> Option<usize> {
    let (tokens, token) = (spot.tokens(), spot.token());
    // "Resta da", "è da", "ancora da"; "è risultato da" tells what was found, "redatto l'elenco dei residui ancora da
    // riscuotere" of what.
    let told = || spot.scope().iter().any(|token| is_work(token) || token.participle);
    let leads = token.tags.any(Tags::REMAINS) && !token.text.starts_with("risult")
        || token.tags.any(Tags::STILL) && !told()
        || is_auxiliary(token) && matches!(token.text, "e" | "sono");
    // "Restano 14 vie da numerare".
    let far = if token.tags.any(Tags::REMAINS) { 4 } else { 1 };
    let to = from(tokens, spot.at).iter().take(far + 1).position(|token| token.text == "da");
    let da = spot.at + if leads { to? } else { 0 };
    let (from, to) = (tokens.get(da)?, tokens.get(da + 1)?);
    let finishing = to.tags.any(Tags::FINISHING);
    let work = to.infinitive || to.tags.any(Tags::DEED_INFINITIVE.or(Tags::MEASURE)) || finishing;
    let held = to.tags.any(Tags::HELD);
    let supposed = || has(spot.before(), Tags::CONDITION);
    if from.text != "da" || !work || held || supposed() {
        return None;
    }
    let next = tokens.get(da + 2);
    let still = next.is_some_and(|token| token.tags.any(Tags::STILL));
    // "Inventario da completare" says so only where nothing else is told.
    let alone = match spot.before().last() {
        // "Quarto trimestre: da svolgere".
        None => {
            let listed = spot.clause.left == Some(Break::Colon) && to.tags.any(Tags::DEED_INFINITIVE);
            next.map_or(listed, |token| token.tags.any(Tags::ARTICLE))
        }
        Some(before) => {
            before.kind == Kind::Word && !tokens.iter().any(|token| is_verb(token) || is_work(token))
        }
    };
    let end = if leads { end_of_phrase(spot.clause.cursor().from(da + 2)).min(da + 4) } else { da + 2 };
    let listed = da == 0 && next.is_none();
    (leads || still || (finishing || listed) && alone).then_some(end)
}

/// "I lavori saranno ultimati nel 2022", and not "nel 2022 verrà completata la seconda fase", which is a plan.
fn will_be(spot: &Spot<'_, '_>) -> Option<usize> {
    let rest = first(from(spot.tokens(), spot.at + 1), 4);
    let ends = |token: &Token<'_>| matches!(token.verb, Some(Verb::Complete | Verb::Conclude));
    let named = |first: &Token<'_>| first.tags.any(Tags::ARTICLE);
    let is_time = |token: &Token<'_>| {
        token.tags.any(Tags::MONTH.or(Tags::LATER).or(Tags::PERIOD))
            || token.kind == Kind::Number && token.text.len() == 4
    };
    // "Le somme, a causa dei tempi, saranno erogate soltanto nell'esercizio seguente".
    let only = rest.iter().position(|token| token.tags.any(Tags::ONLY));
    if let Some(only) = only.filter(|&only| {
        let done = rest[..only].iter().any(|token| is_work(token) || token.participle);
        spot.token().tags.any(Tags::FUTURE)
            && done
            && first(&from(spot.tokens(), spot.at)[only + 2..], 4).iter().any(is_time)
    }) {
        return Some(spot.at + only + 2);
    }
    if !spot.token().tags.any(Tags::FUTURE) || !spot.scope().first().is_some_and(named) {
        return None;
    }
    // "Gli altri sette verranno stesi con il nuovo anno".
    let others =
        |second: &Token<'_>| second.tags.any(Tags::REMAINDER) && matches!(second.ending, b'i' | b'e');
    if spot.scope().get(1).is_some_and(others) {
        return Some(spot.at + 1);
    }
    rest.iter().position(ends).map(|done| spot.at + done + 2)
}

/// "Il resto a primavera", "per le restanti si rinvia al nuovo piano", "gli altri due, pure finanziati, saranno cantierati".
fn the_rest_later(spot: &Spot<'_, '_>) -> Option<usize> {
    let (tokens, at) = (spot.tokens(), spot.at);
    let begins = at == 0 || at == 1 && matches!(tokens[0].text, "per" | "mentre" | "e");
    let rest = tokens.get(at + 1).filter(|rest| rest.tags.any(Tags::REMAINDER))?;
    if !begins || !spot.token().tags.any(Tags::ARTICLE.or(Tags::PREPOSITION)) {
        return None;
    }
    let others = matches!(rest.text, "altri" | "altre");
    let after = from(tokens, at + 2);
    // "Gli altri comuni", "gli altri utenti" are not what is left.
    let counted = after
        .first()
        .is_none_or(|next| next.tags.any(Tags::COUNT.or(Tags::FUTURE)) || next.kind == Kind::Number);
    if others && !counted
        || after.iter().any(|token| is_verb(token) && !token.tags.any(REFLEXIVE) || is_work(token))
    {
        return None;
    }
    let later = |token: &Token<'_>| {
        let future = token.text.is_empty() && token.accented && token.ending == b'a';
        future || token.tags.any(Tags::FUTURE.or(Tags::LATER).or(Tags::MONTH)) || token.text == "rinvia"
    };
    let told = |tokens: &[Token<'_>]| tokens.iter().any(later);
    // "…, pure finanziati, saranno cantierati".
    let resumed = spot.later.get(1).filter(|_| after.len() <= 1 && spot.clause.right == Some(Break::Comma));
    let resumed = resumed.is_some_and(|next| !next.first && next.tokens[0].tags.any(Tags::FUTURE));
    (told(after) || resumed).then_some(at + 2)
}
