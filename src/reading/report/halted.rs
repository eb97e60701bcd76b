// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was put off, suspended, prevented or called off: "la gara è stata rinviata", "è saltata la fornitura".
//!
//! Never here: what an office suspends, annuls and revokes as its work ("sospesi i termini di versamento").

use super::{Spot, TASKS, is_auxiliary, is_verb, is_work};
use crate::reading::Status;
use crate::reading::lexicon::{self, Tags, Verb};
use crate::reading::words::{Break, Kind, Token, any, first, from, has, last};

/// The place after words that tell what was halted.
pub(super) fn halted(spot: &Spot<'_, '_>) -> Option<usize> {
    prevented(spot)
        .or_else(|| decided(spot))
        .or_else(|| undoing(spot))
        .or_else(|| put_off(spot))
        .or_else(|| replaced(spot))
}

/// "La mancanza di offerte ha impedito l'affidamento", "preclusa, per i vincoli di spesa, l'assunzione".
fn prevented(spot: &Spot<'_, '_>) -> Option<usize> {
    let (tokens, at) = (spot.tokens(), spot.at);
    if !spot.token().tags.any(Tags::ENABLED.or(Tags::PREVENTED)) {
        return None;
    }
    let near = |token: &Token<'_>| token.tags.any(Tags::HAVE);
    let active = spot.before().iter().rev().take(2).any(near);
    let denied = has(spot.before(), Tags::DENIAL);
    let what = |token: &Token<'_>| token.tags.any(TASKS.or(Tags::DEED_NOUN).or(Tags::DEED_INFINITIVE));
    let rest = from(tokens, at + 1);
    // "Non ha permesso di avviare i controlli".
    let prevents = spot.token().tags.any(Tags::PREVENTED);
    if active && prevents && !denied
        || active && !prevents && denied && spot.scope().iter().all(|token| !token.tags.any(Tags::UNREAL))
    {
        return rest.iter().take(4).position(what).map(|what| at + 2 + what);
    }
    let opens = at == 0 && spot.clause.first && spot.token().tags.any(Tags::PREVENTED);
    let absolute =
        opens && rest.first().map_or(spot.clause.right == Some(Break::Comma), |t| t.tags.any(Tags::ARTICLE));
    (absolute && !spot.is_circumstance()).then_some(at + 1)
}

/// "Si è deciso di rinviare l'acquisto", "si è dovuto sospendere il servizio".
fn decided(spot: &Spot<'_, '_>) -> Option<usize> {
    let before = spot.before();
    if !has(last(before, 3), Tags::DECIDED) {
        return None;
    }
    let mut c = spot.cursor();
    c.take_status(&lexicon::STATUS_INFINITIVE).filter(|_| spot.is_stated())?;
    let task = TASKS.or(Tags::DEED_NOUN);
    c.rest().iter().take(3).position(|token| token.tags.any(task)).map(|what| c.at + what + 1)
}

/// "La gara è stata rinviata", "sospesi i lavori", of what was planned.
fn put_off(spot: &Spot<'_, '_>) -> Option<usize> {
    use Status::{Cancelled, Postponed, Suspended};
    let (tokens, at) = (spot.tokens(), spot.at);
    let token = spot.token();
    let verb = token.verb;
    let rest = from(tokens, at + 1);
    // "Spostato all'anno successivo", and not "in piazza Garibaldi".
    let later = |token: &Token<'_>| {
        token.tags.any(Tags::MONTH.or(Tags::LATER)) || token.kind == Kind::Number && token.text.len() == 4
    };
    let moved = verb == Some(Verb::Move) && token.tags.any(Tags::HALTED) && rest.iter().take(4).any(later);
    let halting = matches!(verb, Some(Verb::Plain(Suspended | Postponed | Cancelled)));
    if !moved && !halting && !token.tags.any(Tags::REJECTED) {
        return None;
    }
    let scope = spot.scope();
    let before = &scope[scope.len().saturating_sub(10)..];
    if !spot.is_stated() || spot.is_circumstance() || resumes(rest) {
        return None;
    }
    let active = has(last(before, 2), Tags::HAVE);
    // "Il ricorso ha bloccato l'aggiudicazione": who did it may well be bad.
    let what = if active { &[] } else { before };
    // "Si è interrotta per un problema di licenze" tells why.
    let why = |token: &&Token<'_>| !matches!(token.text, "per" | "causa" | "stante");
    let around = || what.iter().chain(rest.iter().take(4).take_while(why));
    // "La proposta della minoranza è stata respinta".
    let theirs = token.tags.any(Tags::REJECTED) && has(before, Tags::OTHERS);
    let others = active && has(before, Tags::PUBLIC) || theirs;
    if others || around().any(|token| token.tags.any(Tags::OFFICIAL.or(Tags::BAD).or(Tags::OLD))) {
        return None;
    }
    let copula = is_copula_near(before);
    // "La gara sospesa", "i lavori di somma urgenza sospesi" only say which, if more is told.
    let halts = token.tags.any(Tags::HALTED);
    let noun = |token: &Token<'_>| token.kind == Kind::Word && token.text.is_empty() && !token.participle;
    let task = |token: &Token<'_>| token.tags.any(TASKS) && token.text != "prima";
    // "I primi due si sono svolti; il terzo è slittato a febbraio".
    let another = |token: &Token<'_>| halts && token.tags.any(Tags::FRACTION);
    let planned = |token: &Token<'_>| {
        task(token)
            || another(token)
            || halts && (noun(token) || token.tags.any(Tags::DEED_NOUN.or(Tags::PART)))
    };
    let article = rest.iter().take(6).position(|token| token.tags.any(Tags::ARTICLE));
    let known = |token: &Token<'_>| task(token) || active && token.tags.any(Tags::DEED_NOUN);
    let known = article.is_some_and(|at| rest[at..].iter().take(3).any(known));
    let stands = if active {
        // "La Giunta ha sospeso i lavori", "il Consiglio l'ha rinviata", and not "che il giudice ha sospeso".
        let it = at > 2 && tokens[at - 1].tags.any(Tags::HAVE) && super::is_clitic(&tokens[at - 2]);
        known || it && halts
    } else if copula {
        // A clause that begins with its verb active its subject before it: "la firma, che …, è stata posticipata".
        before.iter().any(planned) || halts && !spot.clause.first && is_verb(&tokens[0]) || known
    } else if before.is_empty() && rest.is_empty() && spot.clause.left == Some(Break::Colon) {
        // "Corso B: annullato".
        halts
    } else if at == 0 && spot.clause.left == Some(Break::Comma) && !rest.is_empty() && spot.next().is_none() {
        // "Avviati i lavori di via Fermi, sospesi a novembre per il ritrovamento di reperti".
        halts && spot.clause.before.any(Tags::PLANNED) && rest.iter().any(later)
    } else if before.is_empty() {
        // What comes after the participle must be known to be planned: "interrotte le situazioni di pericolo" is a deed.
        at == 0 && known && (halts || !has(first(rest, 3), Tags::DEED_NOUN))
    } else {
        // "Lavori sospesi", or an account that goes on with another verb: "i lavori sospesi nel 2020 sono ripresi".
        let bare = before.len() <= 6
            && !any(rest, is_auxiliary)
            && !before
                .iter()
                .any(|token| token.tags.any(Tags::PREPOSITION) || is_work(token) || token.participle);
        bare && before.iter().any(planned) && !spot.is_embedded()
    };
    // "… ma già a maggio si è ricominciato".
    let to_court = rest.iter().take(3).any(|token| token.text == "giudizio");
    let but = has(rest, Tags::BUT) || spot.next().is_some_and(|next| next.tokens[0].tags.any(Tags::BUT));
    let wants = tokens[..at].iter().any(|token| matches!(token.text, "intende" | "puo" | "possono"));
    (stands && !to_court && !wants && !but).then_some(at + 1)
}

/// "È saltata", "ha omesso", "la fornitura è sfumata".
fn undoing(spot: &Spot<'_, '_>) -> Option<usize> {
    let (tokens, at) = (spot.tokens(), spot.at);
    if !spot.token().tags.any(Tags::UNDOING)
        || spot.token().slip
        || !spot.is_stated()
        || spot.is_circumstance()
    {
        return None;
    }
    let next = tokens[at + 1..].iter().find(|token| !token.tags.any(Tags::CONTRAST));
    let opens = at == 0 && next.is_some_and(|next| next.tags.any(Tags::ARTICLE));
    let verb = any(last(spot.scope(), 3), is_verb) || at > 0 && tokens[at - 1].text == "poi";
    // "I vecchi contratti sono stati abbandonati": done away with.
    let other = Tags::CONDITION.or(Tags::PUBLIC).or(Tags::BAD).or(Tags::OLD);
    let item = spot.tokens().len() == 1 && spot.clause.left == Some(Break::Colon);
    let stands = (opens || item || verb && !spot.is_embedded())
        && !spot.scope().iter().chain(tokens[at..].iter().take(4)).any(|token| token.tags.any(other))
        && !has(from(tokens, at), Tags::BUT);
    stands.then_some(at + 1)
}

/// "Anziché rifare la copertura, …", "instead of the planned job fair, …".
fn replaced(spot: &Spot<'_, '_>) -> Option<usize> {
    if spot.at > 0 || !spot.clause.first {
        return None;
    }
    let mut c = spot.cursor();
    if !c.take_phrase_of(&[
        "anziche",
        "instead of",
        "invece di",
        "al posto del",
        "al posto della",
        "in luogo del",
        "in luogo della",
    ]) {
        return None;
    }
    let known = TASKS.or(Tags::EXPECTED);
    // "Anziché rinviare l'incontro, lo si è tenuto a distanza".
    if { c }.take_status(&lexicon::STATUS_INFINITIVE).is_some() {
        return None;
    }
    let rest = &c.rest()[..c.rest().len().min(4)];
    // "Anziché rifare la copertura", and not "affidare all'esterno", "acquistare nuovi arredi".
    let infinitive = |two: &[Token<'_>]| {
        (two[0].infinitive || two[0].tags.any(Tags::DEED_INFINITIVE)) && two[1].tags.any(Tags::ARTICLE)
    };
    let planned = rest.windows(2).next().is_some_and(infinitive)
        || rest.iter().any(|token| token.tags.any(known) && token.text != "the")
            && !rest.first().is_some_and(|first| first.tags.any(Tags::PIVOT));
    // "Invece di un solo incontro", "al posto del questionario cartaceo … quello on line": done, in another way.
    let another = Tags::OLD.or(Tags::ONLY).or(Tags::COUNT);
    let another = rest.iter().any(|token| token.tags.any(another) || token.kind == Kind::Number)
        || spot.tokens().iter().any(|token| token.tags.any(Tags::PRONOUN) && token.text != "the");
    (planned && !another).then(|| c.at + rest.len())
}

fn is_copula_near(before: &[Token<'_>]) -> bool {
    any(last(before, 4), is_verb)
}

/// "Sospesa a marzo, ripresa a giugno", and not "e non più ripresa".
fn resumes(rest: &[Token<'_>]) -> bool {
    let resumed = rest.iter().position(|token| token.tags.any(Tags::RESUMED));
    resumed.is_some_and(|at| !has(&rest[..at], Tags::DENIAL))
}
