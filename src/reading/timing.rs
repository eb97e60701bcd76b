// SPDX-License-Identifier: AGPL-3.0-or-later
//! When it was done, as the outcome text says it: in time or not, and on which date.
//!
//! A second axis: what is late may be achieved all the same. Never here: a judgement of deadlines (see `findings`).

use super::clause::{Clause, Cursor};
use super::date::{Dated, take_date};
use super::lexicon::{self, Phrases, Tags, Verb};
use super::predicate::is_conjunction;
use super::words::{Break, Kind, Token};
use super::{Span, Timeliness};

/// Whether it was done in time, where the text says one thing about it.
pub(super) fn timeliness(clauses: &[Clause<'_>]) -> Option<(Timeliness, Span)> {
    let mut found: Option<(Timeliness, Span)> = None;
    for clause in clauses {
        if !clause.has(Tags::TERM) && !clause.may_have(&TIMELY) {
            continue;
        }
        let mut at = 0;
        while at < clause.tokens.len() {
            match timely(clause, at).or_else(|| term_kept(clause, at)) {
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

/// The kinds of phrases that say whether it was done in time.
const TIMELY: [Phrases; 3] = [lexicon::LATE, lexicon::EARLY, lexicon::ON_TIME];

/// The phrase about time that begins at a token, and where it ends.
fn timely(clause: &Clause<'_>, at: usize) -> Option<(Timeliness, usize)> {
    let tokens = clause.tokens;
    if !TIMELY.iter().any(|kind| kind.may_begin(tokens[at].begins)) {
        return None;
    }
    let before = &tokens[..at];
    let unstated = Tags::CONDITION.or(Tags::UNREAL).or(Tags::DEED_INFINITIVE);
    let held = Cursor::new(before).has_listed(&lexicon::MUST_BE_HELD);
    // "Anche se in ritardo" concedes.
    let conceded =
        |place: usize| tokens[place].text == "se" && place > 0 && tokens[place - 1].text == "anche";
    let supposes =
        |place: usize| tokens[place].tags.any(unstated) && tokens[place].text != "quanto" && !conceded(place);
    if !held && (0..at).any(supposes) {
        return None;
    }
    let denied = before.iter().rev().take(4).any(|token| token.tags.any(Tags::DENIAL));
    let mut c = clause.cursor().from(at);
    if let Some((said, to)) = some_delay(clause, at) {
        return (!denied).then_some((said, to));
    }
    // "Ai contribuenti in ritardo" is said of them.
    let of_others = before
        .last()
        .is_some_and(|last| last.kind == Kind::Word && (last.text.is_empty() || last.tags.any(Tags::OTHERS)))
        && tokens[at].text == "in"
        && !is_participle(before.last());
    // "Rispetto alla data fissata" compares, "domande giunte tardivamente" are late themselves.
    let compares = tokens[at].text == "alla" && before.last().is_some_and(|last| last.text == "rispetto");
    let arrived = before.last().is_some_and(|last| last.tags.any(Tags::ARRIVED))
        && !before[..before.len().saturating_sub(1)].iter().any(is_auxiliary);
    if of_others || compares || arrived {
        return None;
    }
    let said = if c.take_listed(&lexicon::LATE) {
        // "The late award of the contract".
        let adverb = c.token().is_none_or(|next| {
            next.kind != Kind::Word || next.tags.any(Tags::PREPOSITION.or(Tags::OPENER).or(Tags::AND))
        });
        if tokens[at].text == "late" && !adverb {
            return None;
        }
        Timeliness::Late
    } else if c.take_listed(&lexicon::EARLY) {
        Timeliness::Early
    } else if c.take_listed(&lexicon::ON_TIME) {
        // "Nei tempi" of what: "nei tempi medi di pagamento".
        if c.tags().any(Tags::PREPOSITION)
            && matches!(tokens[at].text, "nei" | "entro")
            && c.tokens.get(c.at - 1).is_some_and(|t| t.text == "tempi")
            && c.token().is_some_and(|t| matches!(t.text, "di" | "dei" | "del" | "medi"))
            && !c.take_phrase("di legge")
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
        // "Non oltre i termini".
        (true, Timeliness::Late) if tokens[at].text == "oltre" && is_denied_at(tokens, at) => {
            Some((Timeliness::OnTime, c.at))
        }
        // "Non nei tempi previsti".
        (true, Timeliness::OnTime) if tokens[at].text == "nei" && is_denied_at(tokens, at) => {
            Some((Timeliness::Late, c.at))
        }
        (true, _) => None,
    }
}

/// Whether a negation stands right before.
fn is_denied_at(tokens: &[Token<'_>], at: usize) -> bool {
    at > 0 && tokens[at - 1].tags.any(Tags::NEGATION)
}

fn is_auxiliary(token: &Token<'_>) -> bool {
    token.tags.any(Tags::COPULA.or(Tags::HAVE)) && !is_conjunction(token)
}

/// "Le scadenze sono state tutte rispettate", "il termine è stato oltrepassato", "scadenze mai sforate".
fn term_kept(clause: &Clause<'_>, at: usize) -> Option<(Timeliness, usize)> {
    let tokens = clause.tokens;
    let unsaid = Tags::CONDITION.or(Tags::UNREAL).or(Tags::RELATIVE).or(Tags::DEED_INFINITIVE);
    if !tokens[at].tags.any(Tags::TERM) || tokens.iter().any(|token| token.tags.any(unsaid)) {
        return None;
    }
    // "Rispettate tutte le scadenze previste".
    let lead = Tags::ARTICLE.or(Tags::ALL);
    if let [kept, between @ ..] = &tokens[..at]
        && between.len() <= 2
        && kept.tags.any(Tags::KEPT)
        && kept.ending == tokens[at].ending
        && between.iter().all(|token| token.tags.any(lead))
    {
        return Some((Timeliness::OnTime, at + 1));
    }
    let reach = tokens[at + 1..].iter().take(14);
    let found = reach.clone().position(|token| token.tags.any(Tags::KEPT.or(Tags::OVERRUN)))?;
    let to = at + 1 + found;
    let between = &tokens[at + 1..to];
    let denied = between.iter().any(|token| token.tags.any(Tags::DENIAL))
        || at > 0 && tokens[at - 1].tags.any(Tags::NONE);
    let agrees = tokens[to].ending == tokens[at].ending
        || matches!((tokens[at].ending, tokens[to].ending), (b'e', b'o') | (b'a', b'e') | (b's', _));
    // Another predicate, or a noun that the participle stands beside.
    let direct = between.iter().any(is_auxiliary)
        || between.iter().all(|token| token.tags.any(Tags::ADVERB.or(Tags::FULLY).or(Tags::DENIAL)));
    let led = at > 0 && tokens[at - 1].tags.any(Tags::PREPOSITION);
    let kept = tokens[to].tags.any(Tags::KEPT) != denied;
    (agrees && direct && !led).then_some((if kept { Timeliness::OnTime } else { Timeliness::Late }, to + 1))
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
        let deed = (0..clause.tokens.len()).find(|&at| is_deed(clause.tokens, at));
        let Some(from) = deed else {
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
        // "Lo sportello, avviato il 3 marzo 2021, ha fatto tappa", "già raggiunto nel 2020, non è stato raggiunto nel 2021".
        let next = clauses.get(place + 1).filter(|next| !next.first);
        let within = clause.left == Some(Break::Comma) && clause.right == Some(Break::Comma);
        let other = clause.tokens[from].verb == Some(Verb::Begin);
        if within && !clause.first && next.is_some_and(|next| other || next.has(Tags::NEGATION)) {
            continue;
        }
        let denied = Tags::NEGATION.or(Tags::NONE).or(Tags::UNREAL).or(Tags::CONDITION);
        if clause.has(denied) || clause.before.any(Tags::CONDITION) {
            continue;
        }
        // "Il 4 marzo 2019, con largo anticipo, è stato conseguito l'obiettivo", "22.11.2020: obiettivo conseguito".
        let sentence = (0..place).rev().take(3).find(|&before| clauses[before].first);
        if !clause.first
            && let Some(first) = sentence.map(|first| &clauses[first])
            && first.right.is_some_and(|sign| matches!(sign, Break::Comma | Break::Colon))
        {
            let mut c = first.cursor();
            c.take_any(&["il", "addi", "in"]);
            c.take_any(&["data"]);
            if let Some(Some(dated)) = take_date(&mut c)
                && c.done()
                && dated.date.to_string().len() == 10
            {
                last = Some(dated);
            }
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

/// Whether something was done by the word at a place. "Dei dati" only looks like it.
fn is_deed(tokens: &[Token<'_>], at: usize) -> bool {
    let led = at.checked_sub(1).map(|before| &tokens[before]);
    let led = led.is_some_and(|before| before.tags.any(Tags::PREPOSITION) && !is_auxiliary(before));
    is_done(&tokens[at]) && !led
}

fn is_done(token: &Token<'_>) -> bool {
    token.tags.any(Tags::DEED)
        || matches!(token.verb, Some(Verb::Achieve | Verb::Complete | Verb::Do | Verb::Conclude))
}

/// Whether something else goes on or begins between what was done and the date, which then is of that: "le unità
/// assegnate e riprende nel 2026", "i lavori affidati partono a marzo 2026", "il 3 marzo parte il servizio affidato".
fn goes_on_between(tokens: &[Token<'_>], deed: usize, at: usize) -> bool {
    // "La parte", "in parte" is no verb.
    let noun = Tags::ARTICLE.or(Tags::PREPOSITION).or(Tags::ORDINAL).or(Tags::REMAINDER);
    let goes_on = |place: usize| {
        tokens[place].tags.any(Tags::GOING_ON)
            && !(tokens[place].text == "parte" && place > 0 && tokens[place - 1].tags.any(noun))
    };
    // What was done last before the date: "partiti a marzo e conclusi il 3 maggio".
    let done = (deed..at).rev().find(|&place| is_deed(tokens, place) && !goes_on(place)).unwrap_or(deed);
    // What began is dated by its own beginning.
    !goes_on(done) && (done.min(at) + 1..done.max(at)).any(goes_on)
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
    if goes_on_between(tokens, deed, at) {
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
