// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is denied and yet reports no failure: "non sono pervenuti reclami", "non ha apportato modifiche", "tre candidati non
//! si sono presentati".
//!
//! Never here: what a negation denies (see `denied`).

use super::denied::LINKED;
use super::{REFLEXIVE, Spot, TASKS, is_auxiliary, is_work, tells_done};
use crate::reading::clause::{Clause, Cursor};
use crate::reading::lexicon::{self, Tags, Verb};
use crate::reading::words::{Break, Kind, Token, first, from, has};

/// Whether what is denied is no failure after all.
pub(super) fn is_harmless(spot: &Spot<'_, '_>, deed: Cursor<'_>, link: Tags) -> bool {
    let tokens = spot.tokens();
    let word = &tokens[deed.at];
    let after = from(tokens, deed.at + 1);
    // "Non si sono verificati", "non si è reso necessario".
    if link.any(REFLEXIVE) && word.tags.any(Tags::OCCURRED) || has(first(after, 2), Tags::NEUTRAL) {
        return true;
    }
    // "Il programma non è stato stravolto", "la pioggia non ha guastato la festa".
    let adversity = |token: &Token<'_>| token.tags.any(Tags::ADVERSITY.or(Tags::BAD));
    if is_of_others(spot, link)
        || word.tags.any(Tags::ADVERSE)
        || link.any(Tags::HAVE) && spot.scope().iter().any(adversity)
    {
        return true;
    }
    // "Non ha dato luogo a richieste", "non si procede se non dopo …".
    let phrase = |phrase: &str| (deed.at..tokens.len()).any(|at| deed.from(at).take_phrase(phrase));
    // "Non è avvenuta oltre il termine".
    let late = deed.from(deed.at + 1).take_listed(&lexicon::LATE);
    // "Una ditta non ha presentato la cauzione ed è stata esclusa".
    let answered = has(after, Tags::ANSWERED)
        || link.any(Tags::HAVE) && spot.next().is_some_and(|next| next.has(Tags::ANSWERED));
    // "I lavori aggiuntivi chiesti dall'impresa non sono stati riconosciuti".
    // "Il contributo non è stato concesso, ma l'opera è stata realizzata con mutuo".
    let but = |next: &Clause<'_>| next.tokens[0].tags.any(Tags::BUT) || next.has(Tags::ANYWAY);
    let but_done = |next: &Clause<'_>| but(next) && tells_done(next.tokens);
    let asked = has(spot.scope(), Tags::ASKED.or(Tags::DEMAND));
    // "Il trasporto fuori comune non è ammesso" is a rule.
    let is_rule = !link.any(Tags::PASSIVE);
    let refused =
        word.tags.any(Tags::GRANTED) && (asked || is_rule || spot.later.first().is_some_and(but_done));
    if refused || late || answered || phrase("luogo a") || phrase("se non") || phrase("a meno che") {
        return true;
    }
    // "Non è stato immatricolato per un errore" tells why.
    let causal = |token: &&Token<'_>| !matches!(token.text, "per" | "causa" | "stante");
    let around = || spot.before().iter().rev().take(8).chain(after.iter().take(6).take_while(causal));
    let raises = word.text.is_empty() || word.tags.any(Tags::RAISED);
    if raises && !word.tags.any(Tags::REMEDY) && around().any(|token| token.tags.any(Tags::BAD)) {
        return true;
    }
    if word.tags.any(Tags::ARRIVED) && around().any(|token| token.tags.any(Tags::DEMAND)) {
        return true;
    }
    is_of_no_moment(deed.from(deed.at + 1), link) || is_corrected(spot, after) || is_settled(spot, after)
}

/// "Il contratto non è stato risolto perché la ditta, dopo la diffida, ha adempiuto", "non è stata rinnovata in quanto il
/// servizio è ora svolto direttamente", "non si è proceduto per i debiti sotto i 12 euro, come prevede il regolamento".
fn is_settled(spot: &Spot<'_, '_>, after: &[Token<'_>]) -> bool {
    let since = |token: &Token<'_>| {
        matches!(token.text, "perche" | "poiche" | "quanto" | "avendo" | "essendo" | "because")
    };
    // "Perché già svolto", and not "già esaurito".
    let settled = |tokens: &[Token<'_>]| {
        let already = |two: &[Token<'_>]| two[0].text == "gia" && is_work(&two[1]);
        let denied = has(tokens, Tags::NEGATION);
        // "Perché non si sono verificati eventi".
        has(tokens, if denied { Tags::OCCURRED.or(Tags::NEUTRAL) } else { Tags::SETTLED })
            || tokens.windows(2).any(already)
    };
    let same = || spot.later.iter().take_while(|clause| !clause.first).take(3);
    if let Some(at) = first(after, 30).iter().position(since) {
        return settled(from(after, at)) || same().any(|clause| settled(clause.tokens));
    }
    let allowed = |next: &Clause<'_>| {
        let mut c = next.cursor();
        c.take_phrase_of(&[
            "come prevede",
            "come consente",
            "come consentito",
            "in coerenza",
            "in ottemperanza",
            "in conformita",
        ])
    };
    spot.next().is_some_and(|next| {
        allowed(next)
            || first(next.tokens, 2).iter().any(since) && same().any(|clause| settled(clause.tokens))
    })
}

/// "Non sono stati affidati incarichi esterni", "non ha apportato modifiche": a thing without an article is none that was
/// expected, unless it is work that offices plan.
fn is_of_no_moment(after: Cursor<'_>, link: Tags) -> bool {
    let mut c = after;
    let some =
        c.take_any(&["alcun", "alcuno", "alcuna", "altri", "altre", "ulteriori", "nuovi", "nuove"]).is_some();
    let Some(noun) = c.token() else { return false };
    let planned = TASKS.or(Tags::DEED_NOUN).or(Tags::PLAN).or(Tags::HEAD);
    let bare = noun.kind == Kind::Word
        && noun.text.is_empty()
        && !noun.participle
        && (!noun.accented || noun.ending == b'a')
        && matches!(noun.ending, b'i' | b'e' | b'a' | b'o');
    link.any(LINKED) && !link.any(Tags::STILL) && (bare || some) && !has(first(c.rest(), 2), planned)
}

/// "Non in presenza ma on line", "non dall'ufficio ma dal consulente": done, in another way.
fn is_corrected(spot: &Spot<'_, '_>, after: &[Token<'_>]) -> bool {
    let corrected = |tokens: &[Token<'_>]| {
        tokens.iter().position(|token| token.tags.any(Tags::BUT)).is_some_and(|but| {
            let then = from(tokens, but + 1);
            let verb = then.iter().any(|token| is_auxiliary(token) || is_work(token));
            // "Ma svolto dall'ufficio tecnico", and not "ma predisposto".
            let by_own = then.len() > 1
                && is_work(&then[0])
                && then[0].verb != Some(Verb::Begin)
                && matches!(then[1].text, "da" | "dal" | "dall" | "dalla" | "dai" | "dagli");
            by_own || !verb && then.first().is_some_and(|token| token.tags.any(Tags::PREPOSITION))
        })
    };
    corrected(after)
        || spot.next().is_some_and(|next| {
            next.left == Some(Break::Comma)
                && next.tokens.first().is_some_and(|token| token.tags.any(Tags::BUT))
                && corrected(next.tokens)
        })
}

/// Whether it is others who did not: "tre candidati non si sono presentati".
pub(super) fn is_of_others(spot: &Spot<'_, '_>, link: Tags) -> bool {
    // "Non hanno risposto 40 nuclei".
    let many = |two: &[Token<'_>]| {
        (two[0].kind == Kind::Number || two[0].tags.any(Tags::COUNT.or(Tags::SOME)))
            && two[1].tags.any(Tags::PUBLIC)
    };
    let after = || first(from(spot.tokens(), spot.at + 1), 5).windows(2).any(many);
    let scope = spot.scope();
    !link.any(Tags::PASSIVE) && (has(scope, Tags::PUBLIC) || scope.is_empty() && after())
}

/// "Non è pervenuta l'autorizzazione": what is named as expected; what may come or not has no article.
pub(super) fn arrived(spot: &Spot<'_, '_>, c: Cursor<'_>) -> Option<usize> {
    let after = c.from(c.at + 1);
    let around = spot.scope().iter().chain(after.rest().iter().take(2));
    let unwelcome = Tags::BAD.or(Tags::DEMAND).or(Tags::PUBLIC);
    let first = spot.scope().first().filter(|_| after.done()).or(after.token());
    let expected = first
        .is_some_and(|first| first.tags.any(Tags::ARTICLE) && first.ending != b'i' && first.ending != b'e');
    let stands = expected && c.tags().any(Tags::ARRIVED) && spot.is_stated();
    (stands && !around.into_iter().any(|token| token.tags.any(unwelcome)))
        .then(|| (after.at + 2).min(spot.tokens().len()))
}
