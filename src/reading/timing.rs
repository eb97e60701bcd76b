// SPDX-License-Identifier: AGPL-3.0-or-later
//! When it was done, as the outcome text says it: in time or not, and on which date.
//!
//! A second axis: what is late may be achieved all the same. Never here: a judgement of deadlines (see `findings`).

use super::clause::{Clause, Cursor};
use super::date::{Dated, take_date};
use super::lexicon::{self, Tags, Verb};
use super::words::{Kind, Token};
use super::{Span, Timeliness};

/// Whether it was done in time, where the text says one thing about it.
pub(super) fn timeliness(clauses: &[Clause<'_>]) -> Option<(Timeliness, Span)> {
    let mut found: Option<(Timeliness, Span)> = None;
    for clause in clauses {
        let mut at = 0;
        while at < clause.tokens.len() {
            match timely(clause, at) {
                Some((said, to)) => {
                    let cursor = Cursor { tokens: clause.tokens, at: to };
                    match &found {
                        Some((known, _)) if *known != said => return None,
                        Some(_) => {}
                        None => found = Some((said, cursor.span_from(at))),
                    }
                    at = to;
                }
                None => at += 1,
            }
        }
    }
    found
}

/// The phrase about time that begins at a token, and where it ends.
fn timely(clause: &Clause<'_>, at: usize) -> Option<(Timeliness, usize)> {
    let tokens = clause.tokens;
    if !tokens[at].tags.any(Tags::TIMELY) {
        return None;
    }
    let before = &tokens[..at];
    let unstated = Tags::CONDITION.or(Tags::UNREAL).or(Tags::DEED_INFINITIVE);
    let held = (0..at).any(|at| clause.cursor().from(at).take_listed(&lexicon::MUST_BE_HELD));
    if !held && before.iter().any(|token| token.tags.any(unstated) && token.text != "quanto") {
        return None;
    }
    let denied = before.iter().rev().take(4).any(|token| token.tags.any(Tags::DENIAL));
    let mut c = clause.cursor().from(at);
    if let Some((said, to)) = some_delay(clause, at) {
        return (!denied).then_some((said, to));
    }
    // "Ai contribuenti in ritardo" is said of them.
    let of_others = before.last().is_some_and(|last| last.kind == Kind::Word && last.text.is_empty())
        && tokens[at].text == "in"
        && !is_participle(before.last());
    if of_others {
        return None;
    }
    let said = if c.take_listed(&lexicon::LATE) {
        Timeliness::Late
    } else if c.take_listed(&lexicon::EARLY) {
        Timeliness::Early
    } else if c.take_listed(&lexicon::ON_TIME) {
        // "Nei tempi" of what: "nei tempi medi di pagamento".
        if c.tags().any(Tags::PREPOSITION)
            && matches!(tokens[at].text, "nei" | "entro")
            && c.tokens.get(c.at - 1).is_some_and(|t| t.text == "tempi")
            && c.token().is_some_and(|t| matches!(t.text, "di" | "dei" | "del" | "medi"))
        {
            return None;
        }
        Timeliness::OnTime
    } else {
        return None;
    };
    match (denied, said) {
        (false, said) => Some((said, c.at)),
        // "Senza alcun ritardo", "non in ritardo": at least not that.
        (true, Timeliness::Late)
            if tokens[..at]
                .iter()
                .rev()
                .take(2)
                .any(|t| matches!(t.text, "senza" | "nessun" | "without")) =>
        {
            Some((Timeliness::OnTime, c.at))
        }
        (true, _) => None,
    }
}

fn is_participle(token: Option<&Token<'_>>) -> bool {
    token.is_some_and(|token| matches!(token.ending, b'o' | b'a' | b'i' | b'e') && token.tags.any(Tags::DEED))
}

/// "Con qualche giorno di ritardo", "con tre settimane di anticipo".
fn some_delay(clause: &Clause<'_>, at: usize) -> Option<(Timeliness, usize)> {
    let tokens = clause.tokens;
    if tokens[at].text != "con" {
        return None;
    }
    let quiet = |token: &&Token<'_>| !token.tags.any(Tags::NEGATION.or(Tags::COPULA));
    let length = |token: &Token<'_>| matches!(token.text, "ritardo" | "anticipo");
    let delay = at + tokens[at..].iter().take(6).take_while(quiet).position(length)?;
    let said = if tokens[delay].text == "ritardo" { Timeliness::Late } else { Timeliness::Early };
    Some((said, delay + 1))
}

/// The date on which the text says that something was done: the last of several.
pub(super) fn completed(clauses: &[Clause<'_>]) -> Option<Dated> {
    // "09/03/2011" is all that many cells say.
    if let [only] = clauses {
        let mut c = only.cursor();
        c.take_any(&["in", "il", "nel", "data"]);
        c.take_any(&["data"]);
        if let Some(Some(dated)) = take_date(&mut c)
            && c.done()
            && !dated.date.is_whole_year()
        {
            return Some(dated);
        }
    }
    let mut last: Option<Dated> = None;
    for (place, clause) in clauses.iter().enumerate() {
        let Some(from) = clause.tokens.iter().position(is_done) else {
            // "Obiettivo completato: 3 dicembre 2020", "conseguito in anticipo, il 15 ottobre".
            let before = place.checked_sub(1).map(|before| &clauses[before]);
            let mut c = clause.cursor();
            c.take_any(&["il", "in", "a", "nel", "on"]);
            c.take_any(&["data", "mese"]);
            c.take_any(&["di"]);
            let done = |clause: &Clause<'_>| {
                clause.tokens.iter().any(is_done) && !clause.has(Tags::NEGATION.or(Tags::UNREAL))
            };
            if !clause.first
                && before.is_some_and(done)
                && let Some(Some(dated)) = take_date(&mut c)
                && c.done()
                && dated.date.year().is_some()
                && !dated.date.is_whole_year()
            {
                last = Some(dated);
            }
            continue;
        };
        let denied = Tags::NEGATION.or(Tags::NONE).or(Tags::UNREAL).or(Tags::CONDITION);
        if clause.has(denied) || clause.before.any(Tags::CONDITION) {
            continue;
        }
        let mut at = 0;
        while at < clause.tokens.len() {
            let mut c = clause.cursor().from(at);
            match take_date(&mut c) {
                Some(Some(dated)) => {
                    if dated.date.year().is_some() && tells_when(clause, from, at, &dated) {
                        let later = last.is_none_or(|last| !last.date.is_after(dated.date));
                        last = if later { Some(dated) } else { last };
                    }
                    at = c.at.max(at + 1);
                }
                Some(None) => at = c.at.max(at + 1),
                None => at += 1,
            }
        }
    }
    last
}

fn is_done(token: &Token<'_>) -> bool {
    token.tags.any(Tags::DEED)
        || matches!(token.verb, Some(Verb::Achieve | Verb::Complete | Verb::Do | Verb::Conclude))
}

/// Whether a date at a place tells when the deed of its clause was done: not until when, for when, or of which year.
fn tells_when(clause: &Clause<'_>, deed: usize, at: usize, dated: &Dated) -> bool {
    let tokens = clause.tokens;
    let before = &tokens[..at];
    // "Da realizzare nel 2022" is a plan.
    let between = &tokens[deed.min(at)..at];
    if between.iter().any(|token| token.tags.any(Tags::DEED_INFINITIVE.or(Tags::RELATIVE))) {
        return false;
    }
    let of_a_date = |token: &Token<'_>| {
        matches!(
            token.text,
            "mese" | "mesi" | "di" | "data" | "del" | "il" | "in" | "l" | "anno" | "corso" | "dell" | "on"
        )
    };
    // The words that lead to the date, back to the preposition that says how.
    let lead =
        before.iter().rev().take(5).take_while(|token| of_a_date(token) || token.tags.any(Tags::PREPOSITION));
    let mut lead: Vec<&str> = lead.map(|token| token.text).collect();
    lead.reverse();
    let excluded =
        ["entro", "al", "fino", "sino", "per", "dal", "da", "all", "until", "from", "tra", "fra", "since"];
    if lead.iter().any(|word| excluded.contains(word)) {
        return false;
    }
    // "La determina n. 300 del 30/12/2020" has a date of its own.
    if matches!(lead.as_slice(), ["del"])
        && before.iter().rev().skip(1).take(2).any(|token| token.kind == Kind::Number)
    {
        return false;
    }
    // "Gli obiettivi raggiunti nel 2020" tells which.
    let which = tokens[deed.min(at)..at].iter().enumerate().skip(1).any(|(place, token)| {
        is_done(token) && {
            let before = &tokens[deed + place - 1];
            !before.tags.any(Tags::COPULA.or(Tags::AND).or(Tags::ADVERB))
                && before.text.is_empty() | before.tags.any(Tags::HEAD)
        }
    });
    if which {
        return false;
    }
    if before
        .iter()
        .rev()
        .take(4)
        .any(|token| matches!(token.text, "entro" | "dal" | "al" | "fino" | "scadenza"))
    {
        return false;
    }
    if dated.date.is_whole_year() {
        // "Il bilancio 2022", "il PEG del 2022".
        return matches!(
            lead.as_slice(),
            ["nel"] | ["nell", "anno"] | ["nel", "corso", "del"] | ["nel", "corso", "dell", "anno"] | ["in"]
        ) && deed < at;
    }
    let next = tokens.get(at + 1);
    !lead.is_empty()
        || dated.date.to_string().len() == 10
        || next.is_some_and(|next| next.kind != Kind::Other)
}
