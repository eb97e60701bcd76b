// SPDX-License-Identifier: AGPL-3.0-or-later
//! The word that says how it went: "raggiunto", "in corso", "ha trovato attuazione", "in linea con le previsioni".
//!
//! Never here: auxiliaries, negation and what they make of it (see `predicate`).

use super::Status;
use super::clause::Cursor;
use super::label::time;
use super::lexicon::{self, Tags, Verb};
use super::predicate::partly;
use super::state::Core;
use super::subject::object;
use super::verdict::About;
use super::words::Kind;

/// A participle that says how it went, or a phrase that does.
pub(super) fn participle(c: &mut Cursor<'_>, core: &mut Core) -> Option<Verb> {
    let token = c.token()?;
    // "Carried over" is no deed.
    if token.verb == Some(Verb::Do) && { *c }.take_listed(&lexicon::STATUS_PHRASE) {
        return status_phrase(c, core);
    }
    if let Some(verb) = token.verb {
        c.at += 1;
        // "Portato a termine", "carried out"; "portato avanti" says nothing.
        return match token.text.strip_prefix("portat").or(token.text.strip_prefix("condott")) {
            Some(_) => c.take_listed(&lexicon::TO_ITS_END).then_some(Verb::Complete),
            None if verb == Verb::Reach => (core.about == Some(About::Objective)).then_some(Verb::Achieve),
            None if verb == Verb::Unachieved => unachieved(core),
            None if verb == Verb::Conclude => concluded(c, core),
            // "Fermo restando".
            None if token.text.starts_with("ferm")
                && c.token().is_some_and(|next| next.text.starts_with("restand")) =>
            {
                None
            }
            // "Is being implemented".
            None if c.at >= 2 && c.tokens[c.at - 2].text == "being" => Some(Verb::Plain(Status::InProgress)),
            None if token.text == "carried" && !c.take_phrase("out") => None,
            // A contract that is extended is not put off.
            None if verb == Verb::Move
                && token.text.starts_with("prorogat")
                && core.about < Some(About::General) =>
            {
                None
            }
            // "Non è più perseguito".
            None if verb == Verb::Begin && c.at >= 2 && c.tokens[c.at - 2].text == "piu" => {
                let given_up = core.negated;
                core.negated = false;
                given_up.then_some(Verb::Plain(Status::Cancelled))
            }
            // "Non può essere valutato", and not "non valutato".
            None if verb == Verb::Measurable
                && !core.modal
                && (token.text.starts_with("valutat") || token.text.starts_with("quantificat")) =>
            {
                None
            }
            None if verb == Verb::Move => {
                // "L'obiettivo è spostato" cannot be of place.
                let when = time(&mut { *c })
                    || core.about == Some(About::Objective) && c.done()
                    || c.tokens.get(c.at).is_some_and(|next| next.text == "di")
                        && c.rest().iter().skip(1).take(2).any(|token| token.tags.any(Tags::TIME))
                        && c.rest().iter().skip(1).take(2).any(|token| {
                            token.tags.any(Tags::COUNT.or(Tags::ARTICLE)) || token.kind == Kind::Number
                        })
                    || c.rest()
                        .iter()
                        .take(3)
                        .any(|token| matches!(token.text, "primavera" | "estate" | "autunno" | "inverno"));
                when.then_some(Verb::Plain(Status::Postponed))
            }
            None => Some(verb),
        };
    }
    if let Some(verb) = as_expected(c) {
        // "Si è andati al di là dell'obiettivo".
        if verb == Verb::Exceed
            && core.about.is_none()
            && c.before().is_some_and(|last| last.tags.any(Tags::HEAD))
        {
            core.about = Some(About::Objective);
        }
        return Some(verb);
    }
    if let Some(verb) = undergone(c, core) {
        return Some(verb);
    }
    if !lexicon::STATUS_PHRASE.may_begin(token.begins) {
        return None;
    }
    // "L'anno in corso" is this year.
    if c.before()
        .is_some_and(|before| matches!(before.text, "anno" | "esercizio" | "mese" | "annualita" | "semestre"))
    {
        return None;
    }
    let before = *c;
    let verb = status_phrase(c, core);
    if verb.is_none() {
        *c = before;
    }
    verb
}

/// "In corso", "andato in porto".
fn status_phrase(c: &mut Cursor<'_>, core: &mut Core) -> Option<Verb> {
    let lexicon::Found { text: phrase, verb, .. } = c.take_found(&lexicon::STATUS_PHRASE)?;
    let verb = verb?;
    let verb = match phrase {
        // "Il progetto può dirsi riuscito", and not "è riuscito a".
        "riuscit*" => {
            let whole = core.about >= Some(About::General) && core.copula;
            let more = c.tags().any(Tags::PREPOSITION) && !c.tags().any(Tags::SHARE);
            (whole
                && !(more
                    && c.token()
                        .is_some_and(|next| matches!(next.text, "a" | "ad" | "nel" | "nell" | "in" | "to"))))
            .then_some(verb)?
        }
        // What others have or see is no state of their own: "ha avuto luogo".
        _ if verb == Verb::Do => {
            core.have = false;
            verb
        }
        "tagliat* il traguardo" => {
            core.have = false;
            verb
        }
        "sulla carta" | "nel cassetto" | "nei cassetti" if !core.copula => return None,
        "impossibile da" => {
            c.take(Tags::MEASURE)?;
            verb
        }
        _ if verb == Verb::Plain(Status::NotMeasurable) && !phrase.ends_with("bile") => {
            c.take_any(&["misurazione", "valutazione", "misura", "quantificazione"])?;
            verb
        }
        "continua" | "continuano" | "arenat*" | "venuto meno" | "venuta meno"
            if core.about < Some(About::General) =>
        {
            return None;
        }
        // "Il progetto si è fermato al 50%", "accantonato per ora".
        "fermat*" | "accantonat*"
            if core.about < Some(About::General)
                || c.tags().any(Tags::ADVERB)
                || matches!(c.token().map(|next| next.text), Some("a" | "al" | "alla" | "all")) =>
        {
            return None;
        }
        "c e stato" | "ci sono stati" if core.about != Some(About::Objective) => return None,
        // "Non si è dato corso all'iniziativa".
        // "Si rinvia all'obiettivo 3" refers to it.
        "rinvia" | "sospende" | "annulla" | "stralcia" => {
            (!c.tags().any(Tags::PREPOSITION) && object(c, core)).then_some(verb)?
        }
        _ if phrase.starts_with("dato ") => object(c, core).then_some(verb)?,
        _ if phrase.ends_with(" dal") || phrase.ends_with(" the") => {
            c.take(Tags::PLAN)?;
            verb
        }
        _ => verb,
    };
    if verb == Verb::Unachieved {
        return unachieved(core);
    }
    if phrase.ends_with(" di") {
        // "In fase di realizzazione": of what, is one word.
        c.token().filter(|token| token.kind == Kind::Word)?;
        c.at += 1;
    } else if phrase == "in corso" && c.take_any(&["di"]).is_some() {
        c.token().filter(|token| token.kind == Kind::Word)?;
        c.at += 1;
    }
    Some(verb)
}

/// "Inattuato" is "non attuato"; "nessun obiettivo è rimasto inattuato" is none missed.
fn unachieved(core: &mut Core) -> Option<Verb> {
    let plain = !core.partly && !core.fully;
    if plain && core.negated {
        return Some(Verb::Miss);
    }
    core.negated = true;
    plain.then_some(Verb::Achieve)
}

/// "(Ha) trovato piena attuazione", "(ha) avuto compimento".
fn undergone(c: &mut Cursor<'_>, core: &mut Core) -> Option<Verb> {
    let mut read = *c;
    read.take(Tags::UNDERGONE)?;
    let (mut full, mut partial) = (false, false);
    read.take_any(&["la", "il", "un", "una"]);
    read.take_any(&["sua", "suo", "loro"]);
    while let Some(token) = read.take(Tags::FULL.or(Tags::PARTIAL).or(Tags::AND).or(Tags::ADVERB)) {
        full |= token.tags.any(Tags::FULL);
        partial |= token.tags.any(Tags::PARTIAL);
    }
    partial |= partly(&mut read);
    read.take(Tags::CARRIED_OUT)?;
    while let Some(token) = read.take(Tags::FULL.or(Tags::PARTIAL)) {
        full |= token.tags.any(Tags::FULL);
        partial |= token.tags.any(Tags::PARTIAL);
    }
    *c = read;
    core.have = false;
    core.copula = true;
    core.fully |= full;
    core.partly |= partial;
    Some(Verb::Achieve)
}

/// "Concluso positivamente"; alone, or with more to tell, it is a state of the work.
fn concluded(c: &mut Cursor<'_>, core: &Core) -> Option<Verb> {
    if c.take_listed(&lexicon::ENDED_WELL) {
        return Some(Verb::Complete);
    }
    let mut after = *c;
    time(&mut after);
    (core.about >= Some(About::General) && after.done() && !core.negated).then_some(Verb::Complete)
}

/// "In linea con le previsioni", "superiore alle attese", "oltre quanto previsto".
pub(super) fn as_expected(c: &mut Cursor<'_>) -> Option<Verb> {
    let mut read = *c;
    let verb = if read.take_listed(&lexicon::IN_LINE) {
        Verb::Achieve
    } else if read.take_listed(&lexicon::MORE_THAN) {
        Verb::Exceed
    } else {
        return None;
    };
    // "Tempi migliori l'obiettivo" compares nothing.
    let compares = read.before().is_some_and(|last| last.text.contains("ior") || last.text == "meglio");
    if compares
        && !read.tags().any(Tags::PREPOSITION)
        && !matches!(read.token()?.text, "che" | "quanto" | "than")
    {
        return None;
    }
    for _ in 0..3 {
        if read.take(Tags::PREPOSITION.or(Tags::ARTICLE)).is_none()
            && read
                .take_any(&[
                    "quanto", "quello", "quella", "quelli", "quelle", "piu", "valore", "valori", "livello",
                ])
                .is_none()
        {
            break;
        }
    }
    read.take(Tags::EXPECTED)?;
    *c = read;
    Some(verb)
}
