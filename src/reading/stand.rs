// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whether the verdict of a clause stands between its neighbours: "se …, raggiunto" states nothing, "raggiunto, salvo …" is
//! in part.
//!
//! Never here: what several verdicts say together (see `outcome`).

use crate::plan::Year;

use super::Status;
use super::against::{Against, against, begins_with_share, fails_a_part, otherwise};
use super::clause::{Clause, Cursor, ends_sentence, hull};
use super::form::{is_no, is_yes};
use super::label::degree_phrase;
use super::lexicon::{self, Tags, Verb};
use super::number::{Number, slashed};
use super::prefix::{Narrowed, is_definite, is_of_another_year, is_of_others};
use super::read::{Read, is_enumerator, is_outlined};
use super::thing::is_busy;
use super::verdict::{About, Said, Verdict};
use super::words::{Break, Kind};

/// The verdict of a clause as its neighbours leave it; `None` where they leave none.
pub(super) fn stands(read: &[Read<'_>], at: usize, verdict: Verdict, year: Option<Year>) -> Option<Verdict> {
    let before = at.checked_sub(1).map(|before| &read[before]);
    if !stands_after(&read[at].clause, before, &verdict, year) {
        return None;
    }
    let start = read[at].clause.tokens.iter().position(|token| token.span.start >= verdict.span.start);
    // "Pur essendo stata sospesa l'attività" only concedes it.
    let conceded = read[at].clause.cursor().tags().any(Tags::CONCEDING)
        && start.is_some_and(|start| {
            let auxiliary = Tags::COPULA.or(Tags::ADVERB);
            let led = read[at].clause.tokens[..start].iter().rfind(|token| !token.tags.any(auxiliary));
            led.is_some_and(|led| matches!(led.text, "essendo" | "avendo"))
        });
    if conceded {
        return None;
    }
    // "Nel 2018 l'obiettivo è stato mancato", in the report of another year.
    if at == 0 && start.is_some_and(|start| is_of_another_year(&read[at].clause.tokens[..start], year)) {
        return None;
    }
    // "Rinviato nel 2020, l'obiettivo è stato raggiunto nel 2021": what went before.
    let overtaken = verdict.about == About::Unsaid
        && read[at].clause.first
        && read.get(at + 1).is_some_and(|next| {
            next.clause.left == Some(Break::Comma)
                && next.clause.cursor().tags().any(Tags::ARTICLE)
                && matches!(next.said, Said::Verdict(then) if then.about >= About::General && then.status == Status::Achieved)
        });
    if overtaken && verdict.status != Status::Achieved {
        return None;
    }
    // "Fatta eccezione per gli open data, l'obiettivo è stato raggiunto".
    let sentence = || {
        (0..at)
            .rev()
            .take(2)
            .take_while(|before| !read[before + 1].clause.first)
            .filter(|&before| !matches!(read[before].said, Said::Verdict(_)))
            .map(|before| &read[before].clause)
    };
    let excepted = read[at].clause.left == Some(Break::Comma)
        && sentence().any(|clause| {
            // "Per quanto concerne l'obiettivo in argomento" takes nothing away.
            let of_all = clause.tokens.iter().take(6).any(|token| token.tags.any(Tags::HEAD));
            clause.first
                && (!of_all && against(clause.cursor()) == Against::Exception
                    || Narrowed::by(clause.tokens) == Narrowed::Side)
        });
    // "Annullato, con determina n. 5, il bando": what it is about comes after all.
    let subject_follows = verdict.about == About::Unsaid
        && read[at + 1..]
            .iter()
            .take(4)
            .take_while(|next| !next.clause.first && next.clause.left != Some(Break::Colon))
            .any(|next| {
                is_definite(&next.clause.tokens[0])
                    && next.clause.tokens.get(1).is_some_and(|noun| noun.kind == Kind::Word)
                    && next.clause.left == Some(Break::Comma)
                    && !next.clause.has(Tags::COPULA)
            });
    if subject_follows {
        return None;
    }
    let verdict = if excepted { verdict.except()? } else { verdict };
    // "Sia pure in misura ridotta, l'obiettivo è stato conseguito".
    let in_part = before.filter(|before| {
        let cursor = before.clause.cursor();
        let partly = (0..before.clause.tokens.len()).any(|at| {
            let mut c = cursor.from(at);
            // "Sebbene non integralmente".
            let not_fully = c.take(Tags::NEGATION).is_some() && c.take(Tags::FULLY).is_some();
            not_fully || cursor.from(at).take_listed(&lexicon::PARTLY)
        });
        read[at].clause.left == Some(Break::Comma)
            && before.clause.first
            && before.clause.tokens.len() <= 6
            && partly
    });
    let verdict = match in_part {
        Some(before) if verdict.status == Status::Achieved => {
            let cursor = Cursor { tokens: before.clause.tokens, at: before.clause.tokens.len() };
            verdict.in_part(cursor.span_from(0))?
        }
        _ => verdict,
    };
    let verdict = match before {
        // "100% - raggiunto".
        Some(&Read { said: Said::Number(n, span), .. }) if n.of_whole => verdict.with(n, span)?,
        _ => verdict,
    };
    // "Sospeso a marzo, ripreso a ottobre": not any more.
    let resumed = |later: &Read<'_>| later.clause.has(Tags::RESUMED) && !later.clause.has(Tags::NEGATION);
    if matches!(verdict.status, Status::Suspended | Status::Postponed)
        && read[at + 1..].iter().take(6).any(resumed)
    {
        return None;
    }
    let asked = read[at].clause.right == Some(Break::Question);
    let next = at + read[at].spans;
    match read.get(next) {
        // "Obiettivo raggiunto:" is a label that nobody filled in.
        None => (!asked && read[next - 1].clause.right != Some(Break::Colon)).then_some(verdict),
        Some(after) => stands_before(&read[next - 1].clause, after, read.get(next + 1), verdict, asked),
    }
}

/// Whether a verdict stands after the clause before it.
fn stands_after(
    clause: &Clause<'_>,
    before: Option<&Read<'_>>,
    verdict: &Verdict,
    year: Option<Year>,
) -> bool {
    let (Some(sign), Some(before)) = (clause.left, before) else {
        return true;
    };
    let numbers = is_enumerator(&before.clause) && sign == Break::Close;
    let introduced = numbers || matches!(before.said, Said::Label(..) | Said::Number(..) | Said::Yes(_));
    // "Mancato" is said of anything, unless it is said of what: "ob. di sviluppo: mancato".
    let bare_miss = matches!(clause.tokens, [.., only] if clause.tokens.len() == 1 + usize::from(is_outlined(clause)) && only.verb == Some(Verb::Miss));
    let of_head = sign == Break::Colon && before.clause.has(Tags::HEAD.or(Tags::GENERAL).or(Tags::PART));
    if bare_miss && !numbers && !of_head && !is_outlined(clause) {
        return false;
    }
    // "Obiettivo A:" is a label, whatever else its letter could be.
    let label = sign == Break::Colon
        && before.clause.tokens.len() <= 3
        && before.clause.has(Tags::HEAD.or(Tags::PART));
    if clause.before.any(Tags::RUBRIC) {
        return false;
    }
    // "Esito atteso: obiettivo raggiunto" says what was hoped for.
    if sign == Break::Colon
        && before.clause.tokens.len() <= 4
        && before
            .clause
            .tokens
            .iter()
            .any(|token| matches!(token.text, "atteso" | "attesa" | "expected" | "attesi"))
    {
        return false;
    }
    let dangles = before.clause.dangles() && !label && !matches!(before.said, Said::Yes(_));
    if ends_sentence(sign) {
        return verdict.about >= About::General || introduced || !dangles;
    }
    // "Finché non ci sono i dati, il risultato non è misurabile".
    let until =
        verdict.status == Status::NotMeasurable && matches!(before.clause.tokens[0].text, "finche" | "until");
    // "Anche se in ritardo, l'obiettivo è stato raggiunto".
    let conceded = before.clause.first && before.clause.cursor().take_listed(&lexicon::CONCEDED);
    // "A detta della ditta, l'obiettivo è stato raggiunto".
    if before.clause.first
        && sign == Break::Comma
        && (is_of_others(before.clause.tokens)
            || before.clause.left.is_none() && is_of_another_year(before.clause.tokens, year))
    {
        return false;
    }
    let free =
        (until || conceded || !clause.before.any(Tags::HYPOTHESIS)) && (!dangles || sign == Break::Colon);
    let head = verdict.about >= About::General;
    match sign {
        Break::Minus => is_outlined(clause),
        _ if head => free,
        Break::Colon => {
            // "Obiettivo di ridurre le pratiche non evase: conseguito".
            let opens = before.clause.cursor().tags().any(Tags::HEAD.or(Tags::ARTICLE));
            let named = before.clause.first
                && (opens || before.clause.tokens.len() <= 8)
                && before.clause.has(Tags::HEAD);
            introduced || (free && (named || !clause.before.any(Tags::DENIAL)))
        }
        // Between two dashes it is an aside: "il progetto - sospeso - è ripreso".
        Break::Dash => {
            introduced || (free && !clause.before.any(Tags::DENIAL) && clause.right != Some(Break::Dash))
        }
        // "1) Raggiunto".
        Break::Close => introduced,
        // "Attività ripresa a settembre, in corso", "obiettivo superato dalle norme, quindi stralciato".
        Break::Comma
            if free
                && matches!(
                    verdict.status,
                    Status::InProgress | Status::Cancelled | Status::Postponed | Status::Suspended
                )
                && before.clause.first
                && before.clause.cursor().tags().any(Tags::HEAD.or(Tags::GENERAL).or(Tags::ARTICLE))
                && before.clause.has(Tags::HEAD.or(Tags::GENERAL))
                && clause.right.is_none_or(ends_sentence) =>
        {
            true
        }
        // "Non ancora concluso, in corso".
        Break::Comma
            if free
                && verdict.status == Status::InProgress
                && before.clause.first
                && before.clause.tokens.len() <= 4
                && before.clause.cursor().tags().any(Tags::NEGATION) =>
        {
            true
        }
        // "Non rinviato, bensì annullato".
        Break::Comma
            if clause.cursor().tags().any(Tags::BUT)
                && before.clause.first
                && before.clause.cursor().tags().any(Tags::NEGATION) =>
        {
            true
        }
        // "Obiettivo non soltanto avviato, ma interamente raggiunto".
        Break::Comma
            if free
                && clause.cursor().tags().any(Tags::BUT)
                && before.clause.has(Tags::HEAD.or(Tags::GENERAL))
                && before.clause.cursor().has_listed(&lexicon::NOT_ONLY) =>
        {
            true
        }
        // "Sì, raggiunto".
        Break::Comma if matches!(before.said, Said::Yes(_)) => true,
        // "A causa del Covid, sospeso".
        Break::Comma => {
            let adjunct = Tags::OPENER.or(Tags::TIME_START).or(Tags::ADVERB);
            let opens = before.clause.first && before.clause.cursor().tags().any(adjunct);
            opens && free && clause.right != Some(Break::Comma) && !is_busy(before.clause.tokens)
        }
        _ => false,
    }
}

/// The verdict with the clause after it.
fn stands_before(
    clause: &Clause<'_>,
    next: &Read<'_>,
    then: Option<&Read<'_>>,
    verdict: Verdict,
    asked: bool,
) -> Option<Verdict> {
    // "Obiettivo raggiunto (sì/no): no" is a form, and answered.
    let is_form = |clause: &Clause<'_>| matches!(clause.tokens, [yes, slash, no] if is_yes(yes) && slash.kind == Kind::Slash && is_no(no));
    if is_form(&next.clause) {
        return match then.map(|then| then.clause.tokens) {
            Some([answer]) if is_yes(answer) => {
                Some(Verdict { span: hull(verdict.span, answer.span), ..verdict })
            }
            Some([answer]) if is_no(answer) => verdict.denied(answer.span),
            _ => None,
        };
    }
    // "Obiettivo raggiunto: (a cura del Nucleo)" is a label with its note, "non raggiunto - raggiunto" a choice.
    let note = clause.right == Some(Break::Colon) && next.clause.left == Some(Break::Open);
    let choice = clause.right == Some(Break::Dash)
        && next.clause.tokens.len() == 1
        && matches!(next.said, Said::Verdict(other) if other.status != verdict.status);
    if choice {
        return None;
    }
    // "Obiettivo raggiunto: indicare sì o no" is a form as well.
    let instructs = |tags: Tags| tags.any(Tags::ASIDE) && !tags.any(Tags::REFERS);
    let note = note || !clause.right.is_some_and(ends_sentence) && instructs(next.clause.cursor().tags());
    let heading = note || verdict.heading && matches!(clause.right, Some(Break::Colon | Break::LineEnd));
    let cursor = next.clause.cursor();
    let ends = clause.right.is_some_and(ends_sentence);
    match next.said {
        // "Raggiunto: sì / no" is a form that nobody filled in.
        Said::Yes(_) | Said::No(_) if then.is_some_and(|c| matches!(c.said, Said::Yes(_) | Said::No(_))) => {
            None
        }
        Said::Yes(span) if !ends || asked => Some(Verdict { span: hull(verdict.span, span), ..verdict }),
        Said::No(span) if !ends || asked => verdict.denied(span),
        Said::Partly(span) if asked => verdict.in_part(span),
        // "Target centrati: 6/8".
        _ if !asked
            && verdict.about >= About::General
            && let Some(number) = slashed(cursor) =>
        {
            verdict.with(number, cursor.from(next.clause.tokens.len()).span_from(0))
        }
        _ if asked || heading => None,
        Said::Partly(span) if !ends => verdict.in_part(span),
        Said::Number(..) if next.clause.left == Some(Break::Minus) => None,
        Said::Number(n, span) if n.of_whole => verdict.with(n, span),
        // "Obiettivi annullati: 3" counts.
        Said::Number(..) if !ends => {
            let several = clause.tokens.last().is_some_and(|last| matches!(last.ending, b'i' | b'e'));
            (verdict.status != Status::Achieved && !several).then_some(verdict)
        }
        // "Obiettivi non raggiunti: nessuno".
        _ if next.clause.tokens.len() == 1 && next.clause.has(Tags::NONE) && !ends => None,
        _ if verdict.status != Status::Achieved => {
            let words = clause.tokens;
            let after =
                words.iter().position(|word| word.span.start >= verdict.span.end).unwrap_or(words.len());
            let instead = verdict.status == Status::NotAchieved
                && next.clause.left == Some(Break::Comma)
                && otherwise(clause.cursor().from(after), Some(cursor));
            (!instead).then_some(verdict)
        }
        // "Il primo obiettivo è stato raggiunto; il secondo è stato rinviato".
        _ if ends && verdict.which.is_some() && fails_a_part(cursor) => verdict.except(),
        _ if ends => Some(verdict),
        // "Raggiunto l'obiettivo, si procederà alla liquidazione": once it is.
        _ if next.clause.left == Some(Break::Comma)
            && clause.tokens[0].verb.is_some()
            && !{ cursor }.take_listed(&lexicon::CONCEDED)
            && next.clause.tokens.iter().take(3).any(|token| token.tags.any(Tags::UNREAL)) =>
        {
            None
        }
        _ if begins_with_share(cursor) => None,
        // "Raggiunto, ma al 30 per cento appena".
        _ if let Some(number) = but_so_much(cursor) => {
            verdict.with(number, cursor.from(next.clause.tokens.len()).span_from(0))
        }
        _ => match against(cursor) {
            Against::No => {
                let surpassed = next.clause.tokens.iter().any(|token| token.verb == Some(Verb::Exceed))
                    && (next.clause.has(Tags::COPULA) || next.clause.tokens[0].text == "anzi")
                    && !next.clause.has(Tags::NEGATION);
                Some(Verdict { beyond: verdict.beyond || surpassed, ..verdict })
            }
            Against::Exception => verdict.except(),
            Against::Doubt => None,
        },
    }
}

/// "Ma al 30 per cento appena": a number that is all that a clause sets against the one before it.
fn but_so_much(clause: Cursor<'_>) -> Option<Number> {
    let mut c = clause;
    c.take(Tags::BUT)?;
    degree_phrase(&mut c).filter(|(_, exact)| *exact && c.done()).map(|(number, _)| number)
}
