// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words after a verdict in its clause: cause, means and time leave it as it is, exceptions and shares take a part away,
//! another verdict takes it back.
//!
//! Never here: the clauses after it (see `against`).

use crate::plan::Percent;

use super::Status;
use super::against::{Against, against, fails_a_part, otherwise};
use super::clause::Cursor;
use super::label::{degree_phrase, time};
use super::lexicon::{self, Tags, Verb};
use super::number::{Number, number};
use super::participle::{self, as_expected};
use super::predicate::{fully, partly};
use super::prefix::{is_bare_article, is_definite};
use super::state::Core;
use super::verdict::About;
use super::words::{Kind, Token};

/// What is to be known of the words after a verdict.
#[derive(Clone, Copy, Default)]
pub(super) struct Tail {
    pub exception: bool,
    pub partly: bool,
    pub beyond: bool,
    /// What is said of it in the end: "superato dalla legge e pertanto stralciato".
    pub instead: Option<Verb>,
}

/// Reads the words after a verdict; `None` where they leave it unsaid.
pub(super) fn tail(c: Cursor<'_>, core: &Core, verb: Verb, at_participle: usize) -> Option<Tail> {
    let mut found = Tail::default();
    let first = c.token()?;
    let achieve = matches!(verb, Verb::Achieve | Verb::Complete | Verb::Exceed) && !core.negated;
    let opener = Tags::OPENER.or(Tags::PREPOSITION).or(Tags::EXCEPTION).or(Tags::ADVERSATIVE).or(Tags::BUT);
    let opens = first.kind == Kind::Slash
        || first.text == "finche"
        || first.tags.any(opener.or(Tags::AND).or(Tags::THEN).or(Tags::TIME_START).or(Tags::ADVERB));
    // "Raggiunto quanto alla mappatura".
    let as_to =
        first.text == "quanto" && c.tokens.get(c.at + 1).is_some_and(|next| next.tags.any(Tags::PREPOSITION));
    found.exception |= as_to && achieve;
    let opens = opens || as_to || first.tags.any(Tags::CONCEDING);
    let about = core.about.unwrap_or(About::Unsaid);
    let participle = &c.tokens[at_participle - 1];
    if about == About::Unsaid {
        if !opens {
            return None;
        }
        // "Realizzati mediante affidamento gli interventi": what was realised comes after all.
        let several = matches!(participle.ending, b'a' | b'e' | b'i');
        let counted = |two: &[Token<'_>]| {
            // "Annullati in autotutela 34 avvisi".
            let count = two[0].kind == Kind::Number
                || two[0].tags.any(Tags::COUNT) && !two[0].tags.any(Tags::ARTICLE);
            count
                && two[1].kind == Kind::Word
                && !two[1].tags.any(Tags::TIME.or(Tags::PREPOSITION).or(Tags::OPENER))
        };
        let article = is_definite(first) || matches!(first.text, "un" | "una" | "the");
        // "Raggiunto eccetto la formazione", but "realizzato solo il primo lotto".
        let takes_away = |token: &Token<'_>| token.tags.any(Tags::EXCEPTION) && !token.tags.any(Tags::ONLY);
        // "Raggiunto benché non siano stati assegnati i fondi": what is conceded has objects of its own.
        let conceding = Tags::CONCEDING.or(Tags::DESPITE);
        let end = c.rest().iter().position(|token| token.tags.any(conceding)).unwrap_or(c.rest().len());
        let said = &c.rest()[..end];
        let object = article
            || first.tags.any(Tags::ALL) && c.tokens.get(c.at + 1).is_some_and(is_definite)
            || said.windows(2).any(|two| is_bare_article(&two[0], &two[1]) && !takes_away(&two[0]))
            || said.windows(3).any(|three| {
                // "Raggiunto per tutti i settori" says where.
                three[1].tags.any(Tags::ALL)
                    && is_definite(&three[2])
                    && !three[0].tags.any(Tags::PREPOSITION)
            })
            || said.windows(3).any(|three| counted(&three[1..]) && !three[0].tags.any(Tags::PREPOSITION))
            || counted(said.get(..2).unwrap_or(&[*first, *first]));
        let going_on = verb == Verb::Plain(Status::InProgress);
        if object && !going_on || (achieve && several && participle.verb.is_some()) {
            return None;
        }
    } else if !opens && !core.copula && about == About::General {
        return None;
    }
    // "Non realizzato nella parte relativa a …" is about a part.
    let within = matches!(first.text, "nella" | "nell" | "nelle" | "negli" | "nei" | "nel");
    if core.negated && within && verb != Verb::Measurable {
        return None;
    }
    // "Raggiunto al ___ %" is a form that nobody filled in.
    if c.rest().windows(2).any(|two| two[1].kind == Kind::PercentSign && two[0].kind != Kind::Number) {
        return None;
    }
    if core.negated && otherwise(c.from(at_participle), None) {
        return None;
    }
    // "Raggiunto in altri Comuni".
    if achieve
        && first.tags.any(Tags::PREPOSITION)
        && c.tokens.get(c.at + 1).is_some_and(|next| matches!(next.text, "altri" | "altre"))
    {
        return None;
    }
    // "Raggiunto dal 70% dei dipendenti" says by how many.
    let by = matches!(first.text, "dal" | "dai" | "dalle" | "dall" | "by")
        && number(&mut c.from(c.at + 1)).is_some_and(|number| number.of_whole);
    if achieve && by {
        return None;
    }
    let defines = achieve && matches!(first.text, "quando" | "when")
        || c.rest().iter().take(4).any(|token| token.text == "almeno");
    if defines && core.copula || first.kind == Kind::Other {
        return None;
    }
    if core.meant && matches!(first.text, "con" | "al" | "alla" | "a" | "all" | "in") {
        return None;
    }
    if achieve && narrowed(c) {
        found.exception = true;
    }
    let overtaken = verb == Verb::Exceed
        && matches!(first.text, "da" | "dal" | "dalla" | "dalle" | "dai" | "dagli" | "by");
    let rest = c.rest();
    // Whether what comes is only what it was done in spite of: "nonostante l'attività sia stata sospesa".
    let mut despite = false;
    for (at, token) in rest.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &rest[before]);
        let joins =
            Tags::AND.or(Tags::BUT).or(Tags::ADVERB).or(Tags::THEN).or(Tags::COPULA).or(Tags::NEGATION);
        let joined = before.is_some_and(|before| before.tags.any(joins));
        let mut here = Cursor { tokens: c.tokens, at: c.at + at };
        // "Se si eccettua" takes a part away, "in stand-by finché non arriva il decreto" says for how long.
        let stays = matches!(verb, Verb::Plain(_)) && matches!(token.text, "finche" | "affinche");
        let excepts = achieve && { here }.take_listed(&lexicon::EXCEPTIONS);
        if token.tags.any(Tags::CONDITION)
            && !stays
            && !excepts
            && !matches!(token.text, "quanto" | "quando" | "perche" | "when" | "until" | "caso")
        {
            return None;
        }
        if at == 0
            && (token.kind == Kind::Slash && rest.len() > 1 && rest[1].kind == Kind::Word
                || matches!(token.text, "o" | "oppure" | "or"))
        {
            return None;
        }
        // "Anche se il bando è stato rinviato", "sebbene non integralmente".
        if achieve && (token.tags.any(Tags::CONCEDING) || { here }.take_listed(&lexicon::CONCEDED)) {
            match against(here) {
                Against::Exception => found.exception = true,
                Against::Doubt => return None,
                Against::No => {}
            }
            break;
        }
        despite |= token.tags.any(Tags::DESPITE);
        let denied = rest[..at].iter().rev().take(3).any(|before| before.tags.any(Tags::DENIAL));
        // "Non perseguito in quanto stralciato".
        let because = before.is_some_and(|before| matches!(before.text, "quanto" | "perche" | "poiche"));
        if core.negated && because && matches!(token.verb, Some(Verb::Plain(_))) {
            return None;
        }
        if joined && token.tags.any(Tags::RESUMED) && !denied {
            return None;
        }
        if achieve {
            let nobody = before.is_some_and(|before| before.tags.any(Tags::NONE));
            // "Con il solo personale interno", "in un solo anno" say how.
            let how = matches!(rest[..at], [.., ref with, ref the]
                if matches!(with.text, "con" | "in") && (the.tags.any(Tags::ARTICLE) || the.text == "un"));
            let only = token.tags.any(Tags::EXCEPTION) && !nobody && !how;
            // "Anche per la parte informatica".
            let too = before.is_some_and(|before| before.text == "anche");
            if !denied
                && !too
                && (only && (token.text == "limitatamente" || !is_only_when(here.from(here.at + 1)))
                    || here.take_listed(&lexicon::EXCEPTIONS))
            {
                found.exception = true;
            }
            found.beyond |=
                here.take_listed(&lexicon::BY_FAR) || as_expected(&mut here) == Some(Verb::Exceed);
            if at > 0 && token.tags.any(Tags::BUT) || matches!(token.text, "ma" | "pero" | "but") {
                let mut then = Cursor { tokens: c.tokens, at: c.at + at + 1 };
                // "Centrato ma non il secondo".
                if fails_a_part(Cursor { tokens: c.tokens, at: c.at + at }) {
                    found.exception = true;
                    continue;
                }
                if partly(&mut then)
                    || (then.take(Tags::NEGATION).is_some() && {
                        then.take(Tags::ADVERB);
                        fully(&mut then)
                    })
                {
                    found.partly = true;
                } else if rest[at..].iter().any(|token| token.tags.any(Tags::NEGATION)) {
                    return None;
                }
            }
        }
        if joined && !despite {
            // "Superato dai fatti e dunque tolto dal PEG".
            let phrase = || {
                let mut core = Core { about: core.about, copula: true, ..Core::default() };
                lexicon::STATUS_PHRASE
                    .may_begin(token.begins)
                    .then(|| participle::participle(&mut { here }, &mut core))
                    .flatten()
            };
            match token.verb.or_else(phrase) {
                Some(Verb::Exceed)
                    if core.negated && before.is_some_and(|before| before.tags.any(Tags::BUT)) =>
                {
                    found.instead = Some(Verb::Exceed)
                }
                Some(Verb::Exceed) => found.beyond = true,
                Some(verb @ Verb::Plain(_)) if overtaken => found.instead = Some(verb),
                // "Raggiunto per tre quartieri e rinviato per il quarto".
                Some(Verb::Plain(_)) if achieve && matches!(first.text, "per" | "for" | "in") => {
                    found.exception = true
                }
                Some(Verb::Plain(_) | Verb::Miss) if !denied => return None,
                // "Raggiunto per il campo A e non raggiunto per il campo B".
                Some(Verb::Achieve | Verb::Complete) if achieve && denied => found.exception = true,
                Some(Verb::Achieve | Verb::Complete) if core.negated || !achieve => return None,
                _ => {}
            }
        }
    }
    // "Superato da nuove norme" is no longer pursued, not surpassed.
    if overtaken && found.instead.is_none() { None } else { Some(found) }
}

/// Whether "solo" only says when or how: "solo grazie a", "solo a fine anno".
fn is_only_when(c: Cursor<'_>) -> bool {
    let mut c = c;
    // "Solo nel secondo semestre", but not "solo nel capoluogo".
    let when = Tags::PERIOD.or(Tags::MONTH).or(Tags::PART_OF_YEAR).or(Tags::DAY).or(Tags::LATER);
    let within = matches!(c.token().map(|token| token.text), Some("nel" | "nei" | "nell" | "in"))
        && c.rest().iter().take(5).any(|token| token.tags.any(when) || token.kind == Kind::Number);
    within
        || matches!(
            c.token().map(|token| token.text),
            Some("grazie" | "dopo" | "a" | "ad" | "al" | "con" | "after" | "thanks" | "due")
        )
        || time(&mut c)
}

/// Whether what follows narrows a verdict to a share: "per due uffici su tre", "in 3 sedi", "per l'80% degli utenti".
fn narrowed(c: Cursor<'_>) -> bool {
    let mut c = c;
    c.take_any(&["per", "da", "in", "su", "for", "by"]);
    c.take(Tags::ARTICLE.or(Tags::ABOUT));
    let by = c.before().is_some_and(|before| before.tags.any(Tags::PREPOSITION.or(Tags::ARTICLE)));
    let of_parts = c.rest().iter().take(2).any(|token| token.tags.any(Tags::FRACTION))
        && by
        && c.token().is_some_and(|token| {
            token.tags.any(Tags::COUNT.or(Tags::FRACTION)) || token.kind == Kind::Number
        });
    let one_part = c.token().is_some_and(|token| token.tags.any(Tags::ORDINAL))
        && matches!(c.before().map(|b| b.text), Some("la" | "il"))
        && !c.tokens.get(c.at + 1).is_some_and(|token| matches!(token.text, "scadenza" | "volta" | "meta"))
        // "Per il secondo anno consecutivo".
        && !c.tokens.get(c.at + 2).is_some_and(|token| matches!(token.text, "consecutivo" | "consecutiva"));
    if of_parts || one_part {
        return true;
    }
    let share = number(&mut { c }).is_some_and(|n| n.of_whole && n.percent != Some(Percent::WHOLE));
    let count = c.token().is_some_and(|token| token.kind == Kind::Number || token.tags.any(Tags::COUNT))
        && c.rest().windows(2).skip(1).take(4).any(|two| {
            let whole = two[1].kind == Kind::Number || two[1].tags.any(Tags::COUNT) || two[1].text == "the";
            matches!(two[0].text, "su" | "of") && whole
        });
    share || count
}

/// The number of a degree, unless it is one of something: "l'80% degli utenti".
pub(super) fn degree_of_all(c: &mut Cursor<'_>) -> Option<(Number, bool)> {
    let mut read = *c;
    let number = degree_phrase(&mut read).filter(|_| !followed_by_thing(read))?;
    *c = read;
    Some(number)
}

/// Whether a share is said of something: "l'80% degli utenti".
fn followed_by_thing(c: Cursor<'_>) -> bool {
    c.token().is_some_and(|token| {
        matches!(token.text, "di" | "degli" | "dei" | "delle" | "del" | "dell" | "della" | "of") && {
            let next = c.tokens.get(c.at + 1);
            !next.is_some_and(|next| next.tags.any(Tags::HEAD) || matches!(next.text, "quanto" | "previsto"))
        }
    })
}
