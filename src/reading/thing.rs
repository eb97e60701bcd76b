// SPDX-License-Identifier: AGPL-3.0-or-later
//! "Evento annullato", "la gara è stata rinviata al 2023": what a text says of the one thing it is about, if it says
//! nothing else.
//!
//! Never here: a thing done. That a course was held does not say that the objective was achieved.

use super::clause::Cursor;
use super::label::time;
use super::lexicon::{self, STATUS_PHRASE, Tags, Verb};
use super::predicate::{is_conjunction, partly, predicate};
use super::prefix::is_definite;
use super::state::{Core, judge};
use super::subject::is_elsewhere;
use super::tail::tail;
use super::verdict::{About, Verdict};
use super::words::{Kind, Token};
use super::{Confidence, Status};

/// "Evento annullato", "la gara è stata rinviata al 2023", "corso non realizzato": what a text says of the one thing it
/// is about, if it says nothing else.
///
/// `alone` says whether the text has no other clause.
pub(super) fn thing(clause: Cursor<'_>, alone: bool) -> Option<Verdict> {
    inverted(clause).filter(|_| alone).or_else(|| straight(clause, alone))
}

/// "È in atto lo sgombero del magazzino", "sospesa la refezione per l'adeguamento delle cucine".
fn inverted(clause: Cursor<'_>) -> Option<Verdict> {
    let mut c = clause;
    let mut core = Core::default();
    let verb = predicate(&mut c, &mut core)?;
    let participle = c.before()?;
    let Verb::Plain(status) = verb else { return None };
    // Of the participles only those of what is planned: "soppressi i passaggi a livello" is a deed.
    let halting = ["sospes", "rinviat", "posticipat", "differit", "rimandat", "annullat", "cancellat"];
    let halts = halting.iter().any(|stem| participle.text.starts_with(stem));
    let going_on = participle.verb.is_none() && status == Status::InProgress && core.copula;
    let article = c.take(Tags::ARTICLE)?;
    let noun = c.token().filter(|noun| noun.kind == Kind::Word && !noun.tags.any(not_a_noun()))?;
    let planned = noun.tags.any(Tags::PLANNED);
    let unsaid =
        Tags::CONDITION.or(Tags::UNREAL).or(Tags::RELATIVE).or(Tags::DENIAL).or(Tags::OFFICIAL).or(Tags::BAD);
    let quiet = !c.rest().iter().any(|token| token.tags.any(unsaid) || token.kind == Kind::Other)
        && !is_busy(c.rest())
        && c.rest().len() <= 14;
    let single = is_definite(article) && matches!(article.ending, b'a' | b'o' | b'l');
    let plain = !core.negated && !core.partly && !core.have && core.number.is_none();
    (plain && quiet && single && (going_on || halts && planned)).then(|| Verdict {
        about: About::Thing,
        confidence: Confidence::Inferred,
        ..Verdict::plain(status, c.span_from(clause.at))
    })
}

fn straight(clause: Cursor<'_>, alone: bool) -> Option<Verdict> {
    let mut c = clause;
    let article = c.take(Tags::ARTICLE);
    // "Un incontro", "due eventi", "il terzo sfalcio", "alcune attività", "una parte del progetto" are parts.
    let indefinite = article.is_some_and(|article| article.text == "un" || article.tags.any(Tags::COUNT));
    if indefinite || c.tags().any(Tags::ORDINAL.or(Tags::SCOPE).or(Tags::SOME).or(Tags::COUNT)) {
        return None;
    }
    let noun = c.token().filter(|t| t.kind == Kind::Word && t.verb.is_none() && !t.tags.any(not_a_noun()))?;
    // "Il modulo pagamenti", "l'agente", "l'anno scorso"; "la sospensione è stata revocata" takes a verdict back.
    let other = Tags::OFFICIAL.or(Tags::ACT).or(Tags::STAFF).or(Tags::OTHERS).or(Tags::PERIOD).or(Tags::TERM);
    let part = noun.tags.any(Tags::PART) && !noun.tags.any(Tags::GENERAL);
    if noun.tags.any(other) || part || { c }.take_listed(&lexicon::STATUS_NOUN) {
        return None;
    }
    // "La seduta è stata rinviata", "le visite di maggio": one of several.
    let of_month = matches!(c.tokens.get(c.at + 1..c.at + 3), Some([of, month])
        if of.tags.any(Tags::PREPOSITION) && month.tags.any(Tags::MONTH));
    if article.is_some() && (noun.tags.any(Tags::HEARING) || of_month) {
        return None;
    }
    // "Il progetto della Provincia", "gli obiettivi europei".
    if noun.tags.any(Tags::HEAD.or(Tags::GENERAL)) && is_elsewhere(c.from(c.at + 1)) {
        return None;
    }
    let mut core = Core { ending: noun.ending, ..Core::default() };
    c.at += 1;
    let from = c;
    // "Rimborsati gli spettacoli annullati": a deed, and what it was done to.
    if from.token().is_some_and(is_definite) {
        return None;
    }
    // "Il vecchio gestionale è stato abbandonato a favore del nuovo": what gives way is not called off.
    let replaced = clause.has_listed(&lexicon::REPLACED)
        || clause.rest().iter().take(4).any(|token| token.tags.any(Tags::OLD));
    let unreal = Tags::CONDITION.or(Tags::UNREAL).or(Tags::RELATIVE);
    for at in from.at..from.tokens.len().min(from.at + 14) {
        let token = &from.tokens[at];
        let denied = token.tags.any(Tags::DENIAL) && !token.tags.any(Tags::NEGATION);
        if token.tags.any(unreal) || denied || token.kind == Kind::Other {
            return None;
        }
        let mut read = core;
        let mut c = from.from(at);
        let starts = token.tags.any(Tags::COPULA.or(Tags::NEGATION).or(Tags::ADVERB))
            && !is_conjunction(token)
            || token.verb.is_some()
            || STATUS_PHRASE.may_begin(token.begins)
            || matches!(token.text, "in" | "put" | "on" | "called" | "carried" | "under");
        // "La Regione ha finanziato il progetto sospeso" is about what somebody did.
        if token.tags.any(Tags::HAVE) && !token.tags.any(Tags::COPULA) {
            return None;
        }
        if !starts {
            continue;
        }
        let Some(verb) = predicate(&mut c, &mut read) else {
            // Another predicate: the text says something else.
            if token.tags.any(Tags::COPULA.or(Tags::NEGATION)) && !is_conjunction(token) {
                return None;
            }
            continue;
        };
        let participle = &c.tokens[c.at - 1];
        let agrees = agree(noun.ending, participle.ending) || participle.verb.is_none();
        // "Il contratto è fermo al protocollo", "conti bloccati": only what was planned stands still.
        let still = ["ferm", "bloccat"].iter().any(|stem| participle.text.starts_with(stem));
        if still && !noun.tags.any(Tags::PLANNED) {
            return None;
        }
        let nearest = &from.tokens[at - 1];
        let second = from.tokens[from.at..at].iter().any(|token| token.tags.any(Tags::PREPOSITION));
        let ambiguous = second && agree(nearest.ending, participle.ending) && participle.verb.is_some();
        // "Servizio navetta per il cimitero sospeso" is hardly about the graveyard, if that is all.
        let over = c.done() || c.tags().any(Tags::OPENER);
        let planned = noun.tags.any(Tags::PLANNED) && alone && over && matches!(verb, Verb::Plain(_));
        // "Report sugli obiettivi non raggiunti".
        let of_head = read.negated && ambiguous && nearest.tags.any(Tags::HEAD.or(Tags::GENERAL));
        if !read.copula && (of_head || !read.negated && (!agrees || ambiguous && !planned)) {
            return None;
        }
        core = read;
        core.about = Some(About::Thing);
        let (status, number) = match (read.negated, verb) {
            (true, Verb::Achieve | Verb::Do) | (false, Verb::Plain(_)) => judge(verb, &core)?,
            (true, Verb::Begin) if noun.tags.any(Tags::PLANNED) => judge(verb, &core)?,
            // "Il progetto continuità nido-infanzia è stato realizzato solo in parte".
            (false, Verb::Achieve) if noun.tags.any(Tags::GENERAL) && (core.partly || partly(&mut c)) => {
                (Status::PartiallyAchieved, None)
            }
            _ => return None,
        };
        if replaced && status == Status::Cancelled {
            return None;
        }
        let last = c.at;
        while time(&mut c) {}
        if !c.done() {
            let tail = tail(c, &core, verb, last)?;
            let opener = Tags::OPENER.or(Tags::PREPOSITION).or(Tags::ADVERB);
            let after_a_part =
                c.rest().windows(3).any(|three| three[0].text == "dopo" && three[2].tags.any(Tags::ORDINAL));
            let conditional = c.rest().iter().any(|token| {
                token.tags.any(Tags::CONDITION)
                    && !matches!(token.text, "quanto" | "until" | "finche" | "quando")
            });
            // "Benché i permessi fossero stati rilasciati".
            let conceded = c.tags().any(Tags::CONCEDING);
            let opens = c.tags().any(opener) || matches!(c.token()?.text, "quando" | "finche");
            // "Sospeso per due giorni" is over.
            let for_days = status == Status::Suspended
                && c.rest().windows(2).any(|two| {
                    (two[0].kind == Kind::Number || two[0].tags.any(Tags::COUNT))
                        && two[1].tags.any(Tags::DAY)
                });
            if for_days
                || tail.exception
                || !opens
                || !conceded && is_busy(c.rest())
                || after_a_part
                || conditional
            {
                return None;
            }
        }
        let span = c.from(last).span_from(clause.at);
        let confidence = Confidence::Inferred;
        let (about, which) = (About::Thing, None);
        return Some(Verdict {
            status,
            number,
            span,
            about,
            which,
            heading: false,
            beyond: false,
            confidence,
        });
    }
    None
}

/// Whether words after a verdict tell of more that was done or not done.
pub(super) fn is_busy(rest: &[Token<'_>]) -> bool {
    rest.windows(2).any(|two| {
        // "Annullata e ripetuta".
        let again = two[0].tags.any(Tags::AND) && two[1].participle && !two[1].accented;
        again
            || two[0].tags.any(Tags::COPULA.or(Tags::AND).or(Tags::HAVE))
                && two[1].tags.any(Tags::DEED.or(Tags::RESUMED).or(Tags::COPULA).or(Tags::NEGATION))
                && !(is_conjunction(&two[0]) && two[1].tags.any(Tags::COPULA) && !two[1].tags.any(Tags::DEED))
    })
}

fn not_a_noun() -> Tags {
    let verbal = Tags::COPULA.or(Tags::NEGATION).or(Tags::HAVE).or(Tags::CONDITION).or(Tags::UNREAL);
    verbal.or(Tags::PREPOSITION).or(Tags::DEED).or(Tags::DENIAL)
}

/// Whether a noun and a participle may go together by their last letters.
fn agree(noun: u8, participle: u8) -> bool {
    // English participles agree with everything.
    if matches!(participle, b'd' | b'n') {
        return true;
    }
    match noun {
        b'o' => participle == b'o',
        b'i' => participle == b'i' || participle == b'e',
        b'a' => matches!(participle, b'a' | b'e' | b'o'),
        // "Manifestazione rinviata", "cantiere sospeso", "gare rinviate".
        b'e' => matches!(participle, b'a' | b'e' | b'o'),
        _ => true,
    }
}
