// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is denied: "non è stato ancora iscritto", "nessun corso è stato attivato", "mancata approvazione".
//!
//! Negation is followed to what it denies. Never here: a negation that reports no failure ("non è stato necessario", "non
//! sono pervenuti reclami", "non solo").

use super::harmless::{arrived, is_harmless, is_of_others};
use super::{
    NO_NOUN, REFLEXIVE, Spot, TASKS, end_of_phrase, is_auxiliary, is_clitic, is_finite, is_told, is_verb,
    is_work, parts, tells_done,
};
use crate::reading::clause::Cursor;
use crate::reading::lexicon::{self, Tags};
use crate::reading::words::{Break, Kind, Token, any, first, from, has, last};

/// How far from an auxiliary its participle may stand: "non è stato, per motivi organizzativi, dato corso".
const REACH: usize = 16;

/// The place after what is denied.
pub(super) fn denied(spot: &Spot<'_, '_>) -> Option<usize> {
    let (token, last) = (spot.token(), spot.before().last());
    let never =
        matches!(token.text, "mai" | "never") && !last.is_some_and(|last| last.tags.any(Tags::NEGATION));
    // "Né l'appalto è stato bandito", "nulla è stato fatto per il secondo lotto".
    let neither = token.tags.any(Tags::NOTHING) && spot.tokens().get(spot.at + 1).is_some_and(is_auxiliary)
        || token.text == "ne" && token.accented && last.is_none_or(parts);
    let found = if token.tags.any(Tags::NEGATION) || never {
        not_done(spot)
    } else if token.tags.any(Tags::NONE.or(Tags::NOTHING)) || neither {
        none_done(spot, neither)
    } else if token.tags.any(Tags::FAILED) {
        failed(spot)
    } else {
        None
    };
    found.or_else(|| if token.text == "no" { not_this_one(spot) } else { None })
}

/// "È", "ha", "si", "sarà": what is denied after it is a statement, and stands beside no noun.
pub(super) const LINKED: Tags = Tags::COPULA.or(Tags::HAVE).or(Tags::FUTURE).or(Tags::PAST);

/// What the words between a negation and what it denies can be, all together; they are taken. `None` where what is denied
/// is not stated.
fn link(c: &mut Cursor<'_>, spot: &Spot<'_, '_>) -> Option<Tags> {
    let mut link = Tags::default();
    if let Some(last) = spot.before().last().filter(|last| is_auxiliary(last)) {
        link = if last.tags.any(Tags::PASSIVE) { Tags::COPULA.or(Tags::PASSIVE) } else { Tags::COPULA };
    }
    while let Some(token) = c.token() {
        let tags = token.tags;
        if tags.any(Tags::UNREAL) && !tags.any(Tags::FUTURE) && !(tags.any(Tags::PAST) && spot.ends_year()) {
            return None;
        }
        // "Non lo ha riconsegnato".
        let passed = LINKED.or(Tags::ADVERB);
        let ends = is_work(token)
            || tags.any(Tags::NEUTRAL.or(Tags::ABLE))
            || !tags.any(passed) && !matches!(token.text, "piu" | "neppure" | "nemmeno");
        if { *c }.take_listed(&lexicon::TAKES_PLACE) || !is_clitic(token) && ends {
            if c.take_listed(&lexicon::MEANWHILE) {
                continue;
            }
            break;
        }
        if !is_clitic(token) {
            link = link.or(tags);
        }
        c.at += 1;
    }
    Some(link)
}

/// "Non è stato ancora iscritto", "non completato", "non si è potuto procedere": the place after what is denied.
fn not_done(spot: &Spot<'_, '_>) -> Option<usize> {
    let (tokens, at) = (spot.tokens(), spot.at);
    let mut c = spot.clause.cursor().from(at + 1);
    // "Non invece quello di settembre".
    let apart = spot.before().is_empty() && spot.clause.left == Some(Break::Comma)
        || spot.before().last().is_some_and(|last| last.tags.any(Tags::BUT));
    let told = spot.clause.before.any(Tags::DEED) || any(spot.before(), is_work);
    let mut other = c;
    let also = other.take(Tags::CONTRAST).is_some() && told && other.tags().any(Tags::PREPOSITION);
    if also {
        return Some(other.at);
    }
    let another = other.take(Tags::PRONOUN).is_some_and(|that| that.text != "the");
    if another && (other.tags().any(Tags::PREPOSITION) || apart && told) {
        return Some(other.at);
    }
    // "Non tutte le schede sono state caricate".
    if c.tags().any(Tags::ALL) {
        let rest = from(tokens, c.at);
        let is_done = |two: &[Token<'_>]| is_auxiliary(&two[0]) && (is_work(&two[1]) || two[1].participle);
        let done = rest.windows(2).take(12).position(is_done)?;
        return Some(c.at + done + 2);
    }
    if c.tags().any(Tags::MERELY) || has(last(spot.before(), 4), Tags::UNREAL) {
        return None;
    }
    let link = link(&mut c, spot)?;
    // "Non è stato, per motivi organizzativi, attivato": it goes on after what is said between signs.
    let Some(token) = c.token() else {
        let ends = tokens.len();
        // "Quello avanzato non ancora".
        let one_of_several = spot.clause.before.any(Tags::DEED.or(Tags::YES));
        if link.any(Tags::STILL) && at > 0 && !link.any(LINKED) && one_of_several {
            return Some(ends);
        }
        // "L'inaugurazione, fissata a novembre, non c'è stata".
        let there = tokens.get(at + 1).is_some_and(|there| there.text == "c") && link.any(Tags::PASSIVE);
        if there && !spot.clause.before.any(Tags::BAD) && !spot.clause.has(Tags::BAD) {
            return Some(ends);
        }
        let resumed = spot
            .later
            .get(1)
            .filter(|_| link.any(Tags::PASSIVE) && spot.clause.right == Some(Break::Comma))?;
        return (!resumed.first && is_work(&resumed.tokens[0])).then_some(ends);
    };
    let longer = tokens[at..c.at].iter().any(|token| token.text == "piu");
    if longer {
        // What is no longer done may well be no failure: "il cartaceo non viene più accettato".
        // "Non è più possibile pagare con bollettino" is a rule.
        let able = token.tags.any(Tags::ABLE) && (token.text != "possibile" || link.any(Tags::PASSIVE));
        let again = able
            || token.tags.any(Tags::RESUMED.or(Tags::WORKED))
            || link.any(Tags::PASSIVE) && is_work(token) && !is_harmless(spot, c, link);
        return (again && link_stands(spot, c, link)).then_some(c.at + 1);
    }
    if token.tags.any(Tags::ABLE) {
        // "Non è possibile rilasciare certificati ai non residenti" is a rule; "stare", "essere" are no work.
        let past = link.any(Tags::PASSIVE.or(REFLEXIVE).or(Tags::HAVE).or(Tags::STILL).or(Tags::FUTURE))
            || token.text != "possibile";
        let being = c.from(c.at + 1).tags().any(Tags::COPULA);
        let idle = being && !c.from(c.at + 2).token().is_some_and(|token| is_work(token) || token.participle);
        let end = end_of_phrase(c.from(c.at + 1));
        // "Non hanno potuto accedervi coloro che …".
        let others = first(from(tokens, c.at + 1), 3).iter().any(|token| token.text == "coloro");
        // "Di tre proprietari non è stato possibile individuare la residenza e i veicoli sono stati demoliti".
        let rest = first(from(tokens, c.at + 1), 20);
        let and = rest.iter().position(|token| token.tags.any(Tags::AND) && !token.accented);
        let all_the_same = |and| any(from(rest, and), is_verb) && tells_done(from(rest, and));
        let others = others || has(spot.scope(), Tags::PUBLIC) && and.is_some_and(all_the_same);
        return (past && !idle && !others && !is_of_others(spot, link)).then_some(end);
    }
    if link.any(Tags::RULE) || token.tags.any(Tags::NEUTRAL) {
        return arrived(spot, c);
    }
    let known = is_work(token);
    let participle = token.participle && (link.any(LINKED) || at == 0 || spot.before().last().is_some_and(parts))
        // "Has not been written".
        || link.any(Tags::PASSIVE) && token.text.is_empty() && matches!(token.ending, b'd' | b'n');
    // Of what the lexicon does not know, only what was done to something: "non è stato immatricolato", and not "non è
    // rivolto ai residenti", "non si è formata una coda".
    // "Non ha risentito dei lavori", "non ha aderito allo sciopero": who knows.
    let intransitive = link.any(Tags::HAVE) && c.from(c.at + 1).tags().any(Tags::PREPOSITION);
    let participle = participle
        && !intransitive
        && (link.any(Tags::PASSIVE.or(Tags::STILL).or(Tags::CONTRAST))
            || link.any(Tags::HAVE) && !link.any(REFLEXIVE)
            || !link.any(LINKED));
    if known || participle {
        let future = !link.any(Tags::FUTURE) || known;
        return (future && !is_harmless(spot, c, link) && link_stands(spot, c, link)).then_some(c.at + 1);
    }
    // "La rete non copre ancora la frazione".
    let not_yet = token.text.is_empty() && c.at == at + 1 && c.from(c.at + 1).tags().any(Tags::STILL);
    if token.tags.any(Tags::RUNNING) || not_yet {
        return Some(c.at + 1);
    }
    // "Si è ritenuto di non attivare il servizio".
    if token.tags.any(Tags::DEED_INFINITIVE) && has(last(spot.before(), 3), Tags::DECIDED) {
        return Some(c.at + 1);
    }
    // "Per i dirigenti, non ancora per i funzionari"; "non in via Mazzini, dove …".
    let where_not = || spot.next().is_some_and(|next| next.tokens[0].text == "dove");
    if apart && told && token.tags.any(Tags::PREPOSITION) && !link.any(LINKED) {
        return (link.any(Tags::STILL) || where_not()).then(|| end_of_phrase(c));
    }
    // "Approvato il bilancio, non il regolamento".
    let article = &tokens[at + 1];
    let work = TASKS.or(Tags::PLAN).or(Tags::DEED_NOUN);
    let work = work.or(Tags::REMAINDER);
    let noun = tokens.get(at + 2).is_some_and(|noun| noun.tags.any(work) && !noun.tags.any(Tags::ORDINAL));
    if apart
        && told
        && noun
        && article.tags.any(Tags::ARTICLE)
        && !tokens[at..].iter().any(|token| is_verb(token) || is_work(token))
    {
        return Some(at + 3);
    }
    if c.take_listed(&lexicon::TAKES_PLACE) {
        let unwelcome = has(first(c.rest(), 3), Tags::BAD);
        let stands = link_stands(spot, c.from(c.at - 1), link);
        return (!unwelcome && stands).then_some(c.at);
    }
    // "Non è stato per motivi organizzativi … dare corso".
    if link.any(LINKED) && !link.any(Tags::STILL) && token.tags.any(Tags::PREPOSITION) {
        for (place, token) in tokens.iter().enumerate().skip(c.at).take(REACH) {
            if token.tags.any(Tags::NEUTRAL.or(Tags::UNREAL).or(Tags::RELATIVE)) {
                return None;
            }
            if token.tags.any(Tags::DEED_INFINITIVE.or(Tags::ABLE)) {
                return Some(end_of_phrase(spot.clause.cursor().from(place + 1)));
            }
        }
        return None;
    }
    // "Non ancora operativo": whatever it is, it is not so yet.
    let plain = link.any(Tags::STILL) && !token.tags.any(Tags::BAD) && token.kind == Kind::Word;
    (plain && link_stands(spot, c, link)).then_some(c.at + 1)
}

/// Whether a denied participle is said of something rather than standing beside a noun: "pratiche non evase nel 2020" only
/// tells which.
fn link_stands(spot: &Spot<'_, '_>, deed: Cursor<'_>, link: Tags) -> bool {
    let (clause, before) = (spot.clause, spot.before());
    if link.any(LINKED) {
        return true;
    }
    // "Drafted but never adopted", "avviata e non terminata".
    if before.last().is_some_and(parts) {
        return !has(before, Tags::DENIAL);
    }
    let after = from(spot.tokens(), deed.at + 1);
    let more = |at: usize| is_verb(&after[at]) || after[at].tags.any(Tags::DEED) && is_told(after, at);
    let says_more = (0..after.len()).any(more);
    if says_more || spot.is_embedded() {
        return false;
    }
    let next = spot.next().map(|next| next.tokens);
    // "Pratiche di condono mai definite (1985 e 1994): concluse tutte".
    if clause.right == Some(Break::Open) && spot.later.get(1).is_some_and(|after| !after.first) {
        return false;
    }
    // "Fasi non concluse: la terza e la quarta".
    if clause.right == Some(Break::Colon) && !before.is_empty() {
        let lists = next.is_some_and(|next| {
            next[0].tags.any(Tags::ARTICLE) && !next.iter().any(|token| is_work(token) || is_verb(token))
        });
        return after.is_empty() && lists;
    }
    let told = before.iter().any(|token| {
        // "Contributi" only looks like a participle.
        let participle = token.participle && before.len() > 2;
        is_auxiliary(token) || is_work(token) || participle || token.tags.any(Tags::DENIAL.or(Tags::DESPITE))
    });
    let first = before.first();
    let led = first.is_some_and(|token| token.tags.any(Tags::PREPOSITION));
    // "Non completato nella pubblicazione", "rapporto semestrale non formalizzato".
    let opens = clause.first || !matches!(clause.left, Some(Break::Comma | Break::Open));
    if opens {
        return before.len() <= 8 && !told && !led;
    }
    // One of several, told in few words: "graduatoria pubblicata, assegnazioni non ancora disposte".
    let rest = has(before, Tags::REMAINDER);
    let named = clause.left == Some(Break::Comma)
        && first.is_none_or(|first| {
            first.kind == Kind::Word && !first.tags.any(Tags::ARTICLE.or(NO_NOUN)) || rest
        });
    let goes_on = next.is_some_and(is_finite);
    named && before.len() <= 5 && !told && !led && after.len() <= 4 && !goes_on
}

/// "Nessun corso è stato attivato", "né l'appalto è stato bandito": the place after the participle.
fn none_done(spot: &Spot<'_, '_>, neither: bool) -> Option<usize> {
    let (tokens, at) = (spot.tokens(), spot.at);
    if spot.before().last().is_some_and(|last| last.tags.any(Tags::PREPOSITION)) {
        return None;
    }
    let rest = from(tokens, at + 1);
    // "Quest'anno niente luminarie".
    let noun = rest.first().filter(|noun| noun.kind == Kind::Word && !noun.participle);
    let verbless = || {
        !tokens
            .iter()
            .any(|token| is_verb(token) || is_work(token) || token.tags.any(Tags::BAD.or(Tags::DEMAND)))
    };
    if let Some(noun) = noun.filter(|_| tokens[at].tags.any(Tags::NOTHING) && rest.len() <= 4) {
        let thing =
            noun.text.is_empty() && matches!(noun.ending, b'i' | b'e') || noun.tags.any(Tags::PLANNED);
        return (thing && this_year(spot.before()) && verbless()).then_some(at + 2);
    }
    // "Nessuna offerta pervenuta", "nessuna ditta ha risposto".
    // "Il bando è stato pubblicato, ma nessuno si è presentato".
    let nobody = tokens[at].text == "nessuno" && spot.clause.before.any(Tags::ATTEMPT);
    let bids = nobody || rest.first().is_some_and(|first| first.tags.any(Tags::BIDDER));
    let came = rest.iter().take(6).position(|token| token.tags.any(Tags::ARRIVED.or(Tags::WORKED)));
    if let Some(came) = came.filter(|_| bids && !has(rest, Tags::BAD)) {
        return Some(at + 2 + came);
    }
    let known = TASKS.or(Tags::GENERAL).or(Tags::HEAD);
    let of_plan = has(first(rest, 4), known)
        || rest.first().is_some_and(|of| matches!(of.text, "dei" | "delle" | "degli"));
    let work = |from: usize| {
        rest.iter().enumerate().skip(from).take(10).find(|(_, token)| is_work(token)).map(|(at, _)| at)
    };
    let mut done = work(0)?;
    // "Nessuna delle tre assunzioni programmate è stata effettuata".
    if !any(&rest[..done], is_auxiliary) && rest.get(done + 1).is_some_and(is_verb) {
        done = work(done + 1)?;
    }
    let until = &rest[..done];
    let still = has(until, Tags::STILL);
    let past = |token: &Token<'_>| token.tags.any(Tags::PAST) && spot.ends_year();
    let unsaid = Tags::BAD
        .or(Tags::DEMAND)
        .or(Tags::NEUTRAL)
        .or(Tags::UNREAL)
        .or(Tags::RELATIVE)
        .or(Tags::OFFICIAL)
        .or(Tags::RULE)
        .or(Tags::PUBLIC);
    let harmless =
        until.iter().any(|token| token.tags.any(unsaid) && !past(token) && !token.tags.any(Tags::EXPECTED));
    if !(of_plan || still || neither) || harmless {
        return None;
    }
    let verb = any(until, is_auxiliary);
    let elsewhere = !verb && any(from(rest, done), is_auxiliary);
    let link = until
        .iter()
        .filter(|token| is_auxiliary(token))
        .fold(Tags::default(), |link, token| link.or(token.tags));
    let deed = spot.clause.cursor().from(at + 1 + done);
    (done > 0 && !elsewhere && (verb || !neither) && !is_harmless(spot, deed, link)).then_some(deed.at + 1)
}

/// "Quest'anno": before what there is none of.
fn this_year(before: &[Token<'_>]) -> bool {
    before.len() <= 3 && before.last().is_some_and(|last| matches!(last.text, "anno" | "volta" | "edizione"))
}

/// "Mancata approvazione del piano", where it is the news or its cause.
fn failed(spot: &Spot<'_, '_>) -> Option<usize> {
    let (tokens, at) = (spot.tokens(), spot.at);
    let next = tokens.get(at + 1)?;
    let opens = at == 0 && spot.clause.first;
    let deed = next.tags.any(Tags::DEED_NOUN.or(Tags::ACHIEVEMENT).or(Tags::PLANNED))
        || opens
            && next.kind == Kind::Word
            && next.text.is_empty()
            && !next.participle
            && !tells_done(from(tokens, at + 2));
    if !deed || has(tokens, Tags::UNREAL) {
        return None;
    }
    let before = spot.before();
    let news = before.is_empty();
    // "Per la mancata approvazione", and not "verbali per mancata copertura".
    let bare = before.last().is_some_and(|last| last.text == "per");
    let leads = !bare && has(last(before, 3), Tags::CAUSAL) || news;
    // "Stante la mancata adesione, si è proceduto in autonomia": done all the same.
    let done = |tokens: &[Token<'_>]| any(tokens, is_verb) && tells_done(tokens);
    let done = done(from(tokens, at + 2))
        || !news && (tells_done(before) || spot.next().is_some_and(|next| done(next.tokens)));
    (leads && !done).then_some(at + 2)
}

/// "Quello per gli operatori cimiteriali no", "i cigli delle strade no perché …".
fn not_this_one(spot: &Spot<'_, '_>) -> Option<usize> {
    let (tokens, at) = (spot.tokens(), spot.at);
    // "Cappotto eseguito, infissi sostituiti, fotovoltaico: no".
    if tokens.len() == 1 && spot.clause.left == Some(Break::Colon) {
        let before = spot.clause.before;
        return (before.any(Tags::DEED) && !before.any(Tags::BAD.or(Tags::DEMAND))).then_some(1);
    }
    let (Some(first), Some(before)) = (spot.before().first(), spot.before().last()) else { return None };
    // "Palestra sì, piscina no", "Carnevale sì, Notte Bianca no".
    let named = spot.at == 1 && first.text.is_empty()
        || spot.at <= 3 && spot.clause.before.any(Tags::YES.or(Tags::DONE)) && !any(spot.before(), is_verb);
    let item = named && spot.clause.left == Some(Break::Comma);
    let names =
        item || spot.at > 1 && first.tags.any(Tags::PRONOUN.or(Tags::ARTICLE)) && !spot.clause.has(Tags::BAD);
    let or_not = before.tags.any(Tags::YES) || matches!(before.text, "o" | "e" | "se" | "perche");
    let ends = tokens.get(at + 1).is_none_or(|next| matches!(next.text, "perche" | "per"));
    let asked = spot.clause.has(Tags::RELATIVE) || has(spot.before(), Tags::CONDITION);
    (names && ends && !or_not && !asked).then_some(at + 1)
}
