// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was made up for afterwards, and what only tells how it was before: "inizialmente", "poi è stato completato".
//!
//! Never here: what was left undone (see the other files of this folder).

use super::{Spot, is_clitic, is_finite, is_verb, is_work, parts, tells_done};
use crate::reading::Status;
use crate::reading::clause::Clause;
use crate::reading::lexicon::{self, Tags, Verb};
use crate::reading::words::{Break, Token, any, first, from, has};

/// Whether a clause only tells what was before: "inizialmente", "fino a ottobre".
pub(super) fn is_background(spot: &Spot<'_, '_>) -> bool {
    let clause = spot.clause;
    if clause.has(Tags::FIRST) || clause.before.any(Tags::FIRST) {
        return true;
    }
    // "… rinviata fino a nuovo ordine" goes on from then, "fino a giugno …" does not.
    let cursor = clause.cursor();
    let phrase = |at: usize| cursor.from(at).take_listed(&lexicon::BACKGROUND);
    let halts = spot.token().tags.any(Tags::HALTED) || spot.token().text == "put";
    (0..if halts { spot.at } else { clause.tokens.len() }).any(phrase)
}

/// Whether words tell that something was done after all: "poi è stato completato", "sono ripresi".
pub(super) fn makes_up(tokens: &[Token<'_>]) -> bool {
    let done = |token: &Token<'_>| {
        token.tags.any(Tags::DEED.or(Tags::RESUMED)) || token.verb == Some(Verb::Complete)
    };
    // "A seguito di diffida", and not "solleciti inviati due volte".
    let urged = |at: usize| {
        tokens[at].tags.any(Tags::URGED)
            && tokens[at.saturating_sub(2)..at]
                .iter()
                .any(|token| token.tags.any(Tags::PREPOSITION) || token.text == "dopo")
    };
    let then = (0..tokens.len()).find(|&at| tokens[at].tags.any(Tags::THEN) || urged(at));
    then.is_some_and(|then| tokens[then..].iter().any(done)) && is_real(tokens)
}

/// Whether words tell that something was taken up again: "sono ripresi".
pub(super) fn resumes(tokens: &[Token<'_>]) -> bool {
    has(tokens, Tags::RESUMED) && is_real(tokens)
}

fn is_real(tokens: &[Token<'_>]) -> bool {
    !has(tokens, Tags::NEGATION.or(Tags::UNREAL))
}

/// Whether what is reported stood still, so that it may have been taken up again.
pub(super) fn may_resume(spot: &Spot<'_, '_>) -> bool {
    let still = matches!(spot.token().verb, Some(Verb::Plain(Status::Suspended | Status::Postponed)));
    still || spot.token().tags.any(Tags::REMAINS.or(Tags::COPULA).or(Tags::STILL))
}

/// Whether what is reported up to a place is made up for by what follows it.
pub(super) fn is_made_up_for(spot: &Spot<'_, '_>, to: usize) -> bool {
    let rest = from(spot.tokens(), to);
    makes_up(rest)
        || resumes(rest) && may_resume(spot)
        || was_held(spot, rest)
        || another_try(spot)
        || taken_up(spot, to)
        || all_done_otherwise(spot)
        || is_none_of_ours(spot)
        || named_again(spot, to)
}

/// "È stato rinviato e si è svolto a settembre", "rinviata al 18 aprile, data in cui si è svolta".
fn was_held(spot: &Spot<'_, '_>, rest: &[Token<'_>]) -> bool {
    let held = |tokens: &[Token<'_>]| {
        let leads = tokens
            .iter()
            .take(3)
            .position(|token| parts(token) || token.tags.any(Tags::RELATIVE) || token.text == "quando");
        leads.is_some_and(|leads| {
            let verb = any(first(from(tokens, leads + 1), 3), is_verb);
            verb && tells_done(from(tokens, leads + 1))
        })
    };
    let put_off = spot.token().tags.any(Tags::HALTED);
    // "Annullato e sostituito da un webinar".
    let replaced = |two: &[Token<'_>]| parts(&two[0]) && matches!(two[1].text, "sostituito" | "sostituita");
    put_off
        && (rest.windows(2).any(replaced)
            || (0..rest.len().min(12)).any(|at| parts(&rest[at]) && held(from(rest, at)))
            // "Sospeso ad agosto, come da calendario, e si è svolto in tutti gli altri mesi".
            || spot.later.iter().take_while(|next| !next.first).take(2).any(|next| held(next.tokens)))
}

/// "La prima gara è andata deserta; la seconda si è conclusa con l'aggiudicazione".
fn another_try(spot: &Spot<'_, '_>) -> bool {
    let first = spot
        .before()
        .windows(2)
        .any(|two| matches!(two[0].text, "prima" | "primo" | "first") && two[1].tags.any(Tags::ATTEMPT));
    let again = |tokens: &[Token<'_>]| has(tokens, Tags::ORDINAL.or(Tags::ATTEMPT)) && tells_done(tokens);
    first && spot.later.iter().take(NEAR).any(|clause| again(clause.tokens))
}

/// "Il Consiglio di marzo non ha votato il regolamento; quello di aprile lo ha approvato".
fn taken_up(spot: &Spot<'_, '_>, to: usize) -> bool {
    // "Lo sono stati tutti a luglio", and not "lo è stato il primo".
    let it =
        |three: &[Token<'_>]| is_clitic(&three[0]) && three[1].tags.any(Tags::HAVE) && is_work(&three[2]);
    let all = |clause: &Clause<'_>| {
        let [lo, are, been, all, ..] = clause.tokens else { return false };
        lo.text == "lo"
            && are.tags.any(Tags::COPULA)
            && been.tags.any(Tags::PASSIVE)
            && all.tags.any(Tags::ALL)
    };
    if spot.later.iter().take(NEAR).any(all) {
        return true;
    }
    let again = |tokens: &[Token<'_>]| tokens.windows(3).any(it) && tells_done(tokens);
    // "… non ha potuto ultimare i lavori a dicembre e li ha ultimati a gennaio".
    again(from(spot.tokens(), to)) || spot.later.iter().take(NEAR).any(|clause| again(clause.tokens))
}

/// "Non è stato aggiornato nel 2020; l'aggiornamento è avvenuto a febbraio".
fn named_again(spot: &Spot<'_, '_>, to: usize) -> bool {
    let deed = &spot.tokens()[to - 1];
    if !is_work(deed) || deed.text.len() < 8 {
        return false;
    }
    let stem = &deed.text[..deed.text.len() - 2];
    let named = |two: &[Token<'_>]| {
        two[0].tags.any(Tags::ARTICLE) && two[1].text.len() > deed.text.len() && two[1].text.starts_with(stem)
    };
    let again = |tokens: &[Token<'_>]| tokens.windows(2).any(named) && tells_done(tokens);
    spot.later.iter().take(NEAR).any(|clause| again(clause.tokens))
}

/// "Domande rimaste inevase a fine 2021: tutte definite", "tutte le lezioni sono state erogate a distanza".
fn all_done_otherwise(spot: &Spot<'_, '_>) -> bool {
    let told = |clause: &Clause<'_>| tells_done(clause.tokens) && is_real(clause.tokens);
    let listed = |next: &Clause<'_>| {
        next.left == Some(Break::Colon)
            && next.tokens[0].tags.any(Tags::ALL)
            && !next.has(Tags::BUT)
            && told(next)
    };
    let otherwise = |clause: &Clause<'_>| {
        clause.has(Tags::OTHERWISE) && (clause.has(Tags::ALL) || is_finite(clause.tokens)) && told(clause)
    };
    spot.next().is_some_and(listed) || spot.later.iter().take(NEAR).any(otherwise)
}

/// "La Regione non ha pubblicato il bando. Il Comune ha comunque realizzato l'intervento con fondi propri".
fn is_none_of_ours(spot: &Spot<'_, '_>) -> bool {
    let ours = |clause: &Clause<'_>| {
        has(first(clause.tokens, 4), Tags::OURS) && is_real(clause.tokens) && !clause.has(Tags::ONLY)
    };
    let anyway = |clause: &Clause<'_>| clause.has(Tags::ANYWAY);
    let near = |at: usize| {
        let clause = &spot.later[at];
        let next = spot.later.get(at + 1).filter(|next| !next.first);
        ours(clause) && (anyway(clause) && tells_done(clause.tokens) || next.is_some_and(anyway))
    };
    has(spot.scope(), Tags::BODY) && (0..spot.later.len().min(NEAR)).any(near)
}

/// Within how many clauses something is made up for by what only answers it.
const NEAR: usize = 6;
