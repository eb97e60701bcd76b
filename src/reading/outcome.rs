// SPDX-License-Identifier: AGPL-3.0-or-later
//! What an outcome text says by itself: verdict, number, time, what it reports as undone, each with its words.
//!
//! The text is parted into clauses, each is read by itself (see `verdict`), and its neighbours decide whether it stands:
//! "se raggiunto" states nothing, "raggiunto, salvo …" is in part. Linear in the length of the text. Never here: a guess.
//! Verdicts that contradict each other leave the verdict unknown, numbers that differ leave the number unknown.

use crate::plan::{Percent, Year};

use super::clause::{Clause, Cursor, clauses, hull};
use super::form::{answered, ticked};
use super::label::degree_phrase;
use super::lexicon::{self, Tags, Verb};
use super::number::{Number, number, slashed, value};
use super::predicate::{partly, predicate};
use super::read::{Read, as_of, in_a_word, is_item, is_superseded, numbered, unmarked};
use super::stand::stands;
use super::state::{Core, judge};
use super::thing::{is_busy, thing};
use super::verdict::{About, Said, Verdict, literal};
use super::words::{Break, Kind, Token, tokens};
use super::{Confidence, OutcomeReading, Span, StatedVerdict, Status, loose, report, timing};

/// What an outcome text says by itself.
///
/// ```
/// use traguardi::reading::{Status, outcome};
/// let reading = outcome("Raggiunto al 50% - per il miglioramento vedere la relazione");
/// assert_eq!(reading.verdict.map(|verdict| verdict.status), Some(Status::PartiallyAchieved));
/// assert_eq!(reading.number.map(|(percent, _)| percent.value()), Some(50.0));
/// assert_eq!(outcome("Approvato il regolamento (obiettivo strategico 2022)").verdict, None);
/// ```
pub fn outcome(text: &str) -> OutcomeReading {
    outcome_in(text, None)
}

/// The same, of a report on a year: what is said of another year is said of nothing here.
pub fn outcome_in(text: &str, year: Option<Year>) -> OutcomeReading {
    if let Some(ticked) = ticked(text) {
        return ticked.map_or_else(OutcomeReading::default, |part| {
            if let Some(answered) = answered(text, &part) {
                return outcome_in(&answered, year);
            }
            let before = text[..part.start].chars().count() as u32;
            // The colon before its box says nothing more.
            outcome_in(text[part].trim_end().trim_end_matches(':'), year).shifted(before)
        });
    }
    let tokens = tokens(text);
    if let Some(number) = whole_number(&tokens) {
        let number_confidence = confidence(&tokens, number);
        return OutcomeReading { number: Some(number), number_confidence, ..OutcomeReading::default() };
    }
    let clauses = clauses(&tokens);
    let read = Read::all(&clauses);
    let latest = (0..read.len()).filter_map(|at| as_of(&read, at)).max();
    let (verdict, number) = stated(&clauses, &read, year);
    OutcomeReading {
        verdict,
        number,
        number_confidence: number.map_or(Confidence::Stated, |number| confidence(&tokens, number)),
        timeliness: timing::timeliness(&clauses),
        completed: timing::completed(&clauses).map(|dated| (dated.date, dated.span)),
        undone: report::undone(&clauses, &|at| {
            read_says_more(&read, at) && !is_superseded(&read, at, latest)
        }),
    }
}

/// How sure a degree is: stated where it is written, and else computed from the numbers that are.
fn confidence(tokens: &[Token<'_>], (percent, span): (Percent, Span)) -> Confidence {
    let is_within = |token: &&Token<'_>| span.start <= token.span.start && token.span.end <= span.end;
    let mut numbers = tokens.iter().filter(is_within).filter(|token| token.kind == Kind::Number);
    match numbers.any(|token| value(token.text) == Some(percent.value())) {
        true => Confidence::Stated,
        false => Confidence::Inferred,
    }
}

/// Whether a clause is one that tells of deeds, and not the verdict itself.
fn read_says_more(read: &[Read<'_>], at: usize) -> bool {
    let verdict = matches!(read[at].said, Said::Verdict(verdict) if verdict.about >= About::General);
    !verdict && !read[at].quoted
}

/// The verdict and the number that a text states of the objective as a whole.
fn stated(
    clauses: &[Clause<'_>],
    read: &[Read<'_>],
    year: Option<Year>,
) -> (Option<StatedVerdict>, Option<(Percent, Span)>) {
    let mut verdicts = Verdicts::default();
    let mut numbers = Agreed::default();
    // "Al 30/06: in corso. Al 31/12: raggiunto": the last is how it went.
    let says = |at: &usize| matches!(read[*at].said, Said::Verdict(_));
    let latest = (0..read.len()).filter(says).filter_map(|at| as_of(read, at)).max();
    let listed = (1..read.len()).filter(|&at| is_item(read, at)).take(2).count() == 2;
    let list_of_all =
        listed && clauses[0].has(Tags::HEAD.or(Tags::GENERAL)) && clauses[0].right != Some(Break::Colon);
    for at in 0..clauses.len() {
        if matches!(read[at].said, Said::Label(_, _, true))
            && let Some((status, span)) = in_a_word(read.get(at + 1))
        {
            verdicts.add(Verdict::plain(status, span));
            if let Some(Read { said: Said::Number(n, span), .. }) = read.get(at + 2)
                && let Some(percent) = n.percent.filter(|_| n.of_whole)
            {
                numbers.add(percent, *span);
            }
        }
        if is_superseded(read, at, latest) {
            continue;
        }
        match read[at].said {
            Said::Verdict(verdict) if let Some(verdict) = counted(read, at, verdict) => {
                verdicts.add(verdict);
                verdict.number.into_iter().for_each(|percent| numbers.add(percent, verdict.span));
            }
            Said::Verdict(verdict) => {
                let item = listed && is_item(read, at);
                if (!item || list_of_all)
                    && let Some(mut verdict) = stands(read, at, verdict, year)
                {
                    verdict.which = verdict.which.or_else(|| numbered(read, at));
                    if item {
                        verdict.which = verdict.which.or(Some(at as u32));
                    }
                    verdicts.add(verdict);
                    if let Some(percent) = verdict.number {
                        numbers.add(percent, verdict.span);
                    }
                }
            }
            // "Obiettivo B: in parte".
            Said::Partly(span)
                if read.len() == 1
                    || read[at].clause.left == Some(Break::Colon) && read[at - 1].clause.has(Tags::HEAD) =>
            {
                let which = numbered(read, at);
                verdicts.add(Verdict { which, ..Verdict::plain(Status::PartiallyAchieved, span) })
            }
            // "Obiettivo 1: sì. Obiettivo 2: no".
            Said::Yes(span) | Said::No(span)
                if read[at].clause.left == Some(Break::Colon)
                    && at > 0
                    && read[at - 1].clause.has(Tags::HEAD)
                    && read[at - 1].said == Said::Nothing
                    && let Some(which) = numbered(read, at) =>
            {
                let yes = matches!(read[at].said, Said::Yes(_));
                let status = if yes { Status::Achieved } else { Status::NotAchieved };
                verdicts.add(Verdict { which: Some(which), ..Verdict::plain(status, span) });
            }
            Said::Degree(percent, span, achieved) => {
                if achieved {
                    verdicts.add(Verdict::plain(literal(percent), span));
                }
                numbers.add(percent, span);
            }
            Said::Label(label, bare, achieved) => {
                if let Some(Read { said: Said::Number(n, span), clause, .. }) = read.get(at + 1)
                    && (n.of_whole || bare)
                    && matches!(clause.left, Some(Break::Colon | Break::Dash | Break::Open))
                    && let Some(percent) = n.percent
                {
                    let span = hull(label, *span);
                    if achieved {
                        verdicts.add(Verdict::plain(literal(percent), span));
                    }
                    numbers.add(percent, span);
                }
            }
            _ => {}
        }
    }
    if verdicts.list.is_empty()
        && numbers.first.is_none()
        && let Some(verdict) = only_thing(clauses)
    {
        verdicts.add(verdict);
    }
    let passed = |at: usize| {
        // What a clause says of the objective and its neighbours take back stays unsaid.
        let taken_back = matches!(read[at].said, Said::Verdict(verdict) if verdict.about >= About::General);
        read[at].quoted || taken_back
    };
    if verdicts.list.is_empty()
        && let Some(verdict) = loose::verdict(clauses, &passed)
    {
        verdicts.add(verdict);
    }
    if verdicts.list.is_empty() {
        (0..clauses.len()).filter_map(|at| pronoun(clauses, at)).for_each(|verdict| verdicts.add(verdict));
    }
    verdicts.settle();
    let verdict = verdicts.agreed();
    // A number that came with contradicted verdicts is as doubtful as they are.
    let number = if verdicts.differ() { None } else { numbers.agreed() };
    (verdict, number)
}

/// "Target assegnati: 8. Target colti: 6".
fn counted(read: &[Read<'_>], at: usize, verdict: Verdict) -> Option<Verdict> {
    let count = |at: usize| match read.get(at + 1) {
        Some(next) if next.clause.left == Some(Break::Colon) => match next.clause.tokens {
            [only] if only.kind == Kind::Number => Some((value(only.text)?, only.span)),
            _ => None,
        },
        _ => None,
    };
    if verdict.status != Status::Achieved || verdict.number.is_some() || verdict.about < About::General {
        return None;
    }
    let (part, span) = count(at)?;
    let (whole, _) = (0..read.len()).filter(|&other| other != at).take(32).find_map(|other| {
        let clause = &read[other].clause;
        let of_all =
            clause.has(Tags::HEAD.or(Tags::GENERAL)) && clause.has(Tags::COMPANION.or(Tags::EXPECTED));
        let said = clause.tokens.iter().any(|token| token.verb.is_some());
        (of_all && !said).then(|| count(other)).flatten()
    })?;
    let percent = (part <= whole && whole > 0.0).then(|| Percent::new(part / whole * 100.0)).flatten()?;
    verdict.with(Number { percent: Some(percent), of_whole: true }, span)
}

/// "Lo è stato", "non lo è stato", "a dicembre lo si è conseguito", where the clauses before are about the objective.
fn pronoun(clauses: &[Clause<'_>], at: usize) -> Option<Verdict> {
    let (earlier, clause) = (&clauses[at.saturating_sub(3)..at], &clauses[at]);
    let tokens = clause.tokens;
    let unsaid = Tags::CONDITION.or(Tags::UNREAL).or(Tags::RELATIVE);
    let at = tokens.iter().position(|token| matches!(token.text, "lo" | "li"))?;
    let about =
        |tokens: &[Token<'_>]| tokens.iter().any(|token| token.tags.any(Tags::HEAD.or(Tags::GENERAL)));
    let named = earlier.iter().any(|before| about(before.tokens)) || about(&tokens[..at]);
    let supposed = tokens.iter().any(|token| token.tags.any(unsaid)) || clause.right == Some(Break::Question);
    if !named || supposed || tokens.len() > 24 {
        return None;
    }
    let denied = at > 0 && tokens[at - 1].tags.any(Tags::NEGATION);
    let mut c = clause.cursor().from(at + 1);
    let mut core = Core { about: Some(About::Objective), ending: b'o', negated: denied, ..Core::default() };
    // "Lo è stato": what was said before of the objective.
    let is_been =
        c.attempt(|c| c.take_any(&["e", "sono"]).is_some() && c.take_any(&["stato", "stati"]).is_some());
    let verb = if is_been {
        let achieved =
            earlier.iter().any(|before| before.tokens.iter().any(|token| token.verb == Some(Verb::Achieve)));
        (achieved && c.done()).then_some(Verb::Achieve)?
    } else {
        c.take_any(&["si"]);
        predicate(&mut c, &mut core).filter(|verb| *verb == Verb::Achieve)?
    };
    core.partly |= partly(&mut c);
    let opener = Tags::OPENER.or(Tags::PREPOSITION);
    if !c.done() && !c.tags().any(opener) {
        return None;
    }
    let (status, number) = judge(verb, &core)?;
    let span = c.span_from(at);
    Some(Verdict {
        number,
        about: About::Objective,
        confidence: Confidence::Inferred,
        ..Verdict::plain(status, span)
    })
}

/// The number that is the whole text: "100%", "154 su 157", "82 dei 91 atti pubblicati", "P.TI 4 su 5".
fn whole_number(tokens: &[Token<'_>]) -> Option<(Percent, Span)> {
    let stop = |kind| matches!(kind, Kind::Break(Break::Stop | Break::LineEnd));
    let last = tokens.iter().rposition(|token| !stop(token.kind))?;
    let mut cursor = Cursor::new(&tokens[..=last]);
    let span = Span { start: tokens[0].span.start, end: tokens[last].span.end };
    while cursor.take(Tags::NUMBER_SIGN).is_some() || cursor.take_any(&["ti", "punteggio"]).is_some() {}
    // "57/60": no day, no month and no year.
    let own = cursor;
    if let Some(Number { percent: Some(percent), .. }) = slashed(own)
        && own.tokens.get(own.at + 2).and_then(|whole| value(whole.text)).is_some_and(|whole| whole > 31.0)
    {
        return Some((percent, span));
    }
    // "Al 50%".
    let mut own = cursor;
    if let Some((Number { percent: Some(percent), .. }, true)) = degree_phrase(&mut own)
        && own.done()
    {
        return Some((percent, span));
    }
    let read = number(&mut cursor)?;
    let percent = read.percent?;
    let is_done = |token: &Token<'_>| token.tags.any(Tags::DEED.or(Tags::REMEDY)) || token.participle;
    // "54 verbali trasmessi su 60".
    if let [first, middle @ .., su, last] = &tokens[..=last]
        && first.kind == Kind::Number
        && last.kind == Kind::Number
        && matches!(su.text, "su" | "of")
        && (1..=8).contains(&middle.len())
        && !middle.iter().any(|token| token.tags.any(Tags::HEAD))
        && middle
            .iter()
            .all(|token| token.kind == Kind::Word && !token.tags.any(Tags::NEGATION.or(Tags::COPULA)))
        && middle.iter().any(is_done)
    {
        let (part, whole) = (value(first.text)?, value(last.text)?);
        let percent = (part <= whole && whole > 0.0).then(|| Percent::new(part / whole * 100.0)).flatten()?;
        return Some((percent, span));
    }
    if cursor.done() {
        // "P.TI 4" and "n. 64" are counts of something.
        return (read.of_whole || tokens[0].kind == Kind::Number).then_some((percent, span));
    }
    let is_share = read.of_whole && !tokens.iter().any(|token| token.kind == Kind::PercentSign);
    let things = cursor.rest();
    let plain = things
        .iter()
        .all(|token| token.kind == Kind::Word && !token.tags.any(Tags::NEGATION.or(Tags::COPULA)));
    let done = things.iter().take(5).any(is_done);
    (is_share && plain && done && things.len() <= 8).then_some((percent, span))
}

/// The first of several readings that all say the same.
struct Agreed<T> {
    first: Option<(T, Span)>,
    contradicted: bool,
}

impl<T> Default for Agreed<T> {
    fn default() -> Self {
        Self { first: None, contradicted: false }
    }
}

impl<T: PartialEq> Agreed<T> {
    fn add(&mut self, value: T, span: Span) {
        match &self.first {
            None => self.first = Some((value, span)),
            Some((first, _)) => self.contradicted |= *first != value,
        }
    }

    fn agreed(self) -> Option<(T, Span)> {
        self.first.filter(|_| !self.contradicted)
    }
}

/// The verdicts of a text. Of many only the first are kept: the rest can only agree or not.
#[derive(Default)]
struct Verdicts {
    list: Vec<Verdict>,
}

impl Verdicts {
    fn add(&mut self, verdict: Verdict) {
        let same = |known: &&Verdict| known.status == verdict.status && known.which == verdict.which;
        if !self.list.iter().take(32).any(|known| same(&known)) && self.list.len() < 32 {
            self.list.push(verdict);
        }
    }

    fn differ(&self) -> bool {
        self.list.iter().any(|verdict| verdict.status != self.list[0].status)
    }

    /// "Non ancora raggiunto: è in corso di attuazione" is in progress.
    fn settle(&mut self) {
        let going_on = |verdict: &Verdict| verdict.status == Status::InProgress;
        let open = |verdict: &Verdict| matches!(verdict.status, Status::InProgress | Status::NotAchieved);
        if self.list.iter().any(going_on) && self.list.iter().all(open) {
            self.list.retain(going_on);
        }
        // "Obiettivo non raggiunto; attività rinviata al 2023": the one says what became of it, the other of the work.
        let itself = |verdict: &Verdict| verdict.about == About::Objective;
        let work = |verdict: &Verdict| verdict.about == About::General && verdict.which.is_none();
        let failed = |verdict: &Verdict| itself(verdict) && verdict.status == Status::NotAchieved;
        if self.list.iter().any(failed) && self.list.iter().all(|verdict| failed(verdict) || work(verdict)) {
            self.list.retain(failed);
        }
    }

    /// The verdict that all of them make.
    fn agreed(&self) -> Option<StatedVerdict> {
        let first = self.list.first()?;
        let Verdict { status, span, confidence, .. } = *first;
        let beyond = self.list.iter().any(|verdict| verdict.beyond);
        if !self.differ() {
            return Some(StatedVerdict { status, span, beyond, confidence });
        }
        // "Obiettivo 1 raggiunto. Obiettivo 2 non raggiunto": told apart, and so in part.
        let told_apart = self.list.iter().enumerate().all(|(at, verdict)| {
            verdict.which.is_some() && self.list[..at].iter().all(|other| other.which != verdict.which)
        });
        let reached =
            |verdict: &Verdict| matches!(verdict.status, Status::Achieved | Status::PartiallyAchieved);
        let some = self.list.iter().any(reached);
        (told_apart && some).then(|| StatedVerdict {
            status: Status::PartiallyAchieved,
            span: self.list.iter().fold(span, |all, verdict| hull(all, verdict.span)),
            beyond: false,
            confidence: Confidence::Inferred,
        })
    }
}

/// "Fatto", "nulla di fatto", "esito: parzialmente positivo", where the text is nothing else.
fn answer(clauses: &[Clause<'_>]) -> Option<Verdict> {
    let tokens: Vec<Token<'_>> =
        clauses.iter().take(3).flat_map(|clause| clause.tokens).take(6).copied().collect();
    let mut c = Cursor::new(&tokens);
    let status = if c.take(Tags::DONE).is_some() {
        Status::Achieved
    } else if c.take(Tags::PARTIAL).is_some() {
        Status::PartiallyAchieved
    } else if c.take_listed(&lexicon::NOTHING_DONE) {
        Status::NotAchieved
    } else {
        c.take(Tags::HEAD.or(Tags::ACHIEVEMENT))?;
        let (in_part, denied) = (partly(&mut c), c.take(Tags::NEGATION).is_some());
        if c.take(Tags::PARTIAL).is_some() && c.done() && !denied {
            return Some(Verdict::plain(Status::PartiallyAchieved, c.span_from(0)));
        }
        match (in_part, denied, c.take(Tags::GOOD.or(Tags::POOR).or(Tags::NONE))?.tags.any(Tags::GOOD)) {
            (true, false, true) => Status::PartiallyAchieved,
            (false, false, true) => Status::Achieved,
            (false, true, true) | (false, false, false) => Status::NotAchieved,
            _ => return None,
        }
    };
    (c.done() && clauses.len() <= 2).then(|| Verdict::plain(status, c.span_from(0)))
}

/// What a text of one sentence says of the one thing it is about: "evento annullato causa maltempo".
fn only_thing(clauses: &[Clause<'_>]) -> Option<Verdict> {
    if let Some(verdict) = answer(clauses) {
        return Some(verdict);
    }
    let (first, more) = clauses.split_first()?;
    // "La «Settimana del riuso» non ha avuto luogo".
    let marked = first.has_kind(Kind::Quote).then(|| unmarked(first.tokens));
    let verdict = thing(marked.as_deref().map_or(first.cursor(), Cursor::new), clauses.len() == 1)?;
    let adjunct = Tags::OPENER.or(Tags::TIME_START).or(Tags::PREPOSITION).or(Tags::ADVERB);
    let going_on = verdict.status == Status::InProgress;
    // "Eventi annullati: 3", "lavori sospesi: nessuno" count.
    let counts = first.right == Some(Break::Colon)
        && more.first().is_some_and(|next| {
            next.tokens
                .iter()
                .all(|token| token.kind == Kind::Number || token.tags.any(Tags::NONE.or(Tags::NUMBER_SIGN)))
        });
    let quiet = !counts
        && (more.len() <= 2 || going_on)
        && more.iter().all(|clause| {
            // "Quote restituite" follows from it; "nuova data ancora ignota" tells when.
            let follows = clause.tokens.len() <= 6
                && (clause.has(Tags::UNWOUND)
                    || clause.tokens.iter().take(3).any(|token| token.text == "data"));
            let explains = clause.left == Some(Break::Colon)
                || going_on
                || follows
                || clause.cursor().tags().any(adjunct);
            (!clause.first || follows && clause.has(Tags::UNWOUND))
                && explains
                && !is_busy(clause.tokens)
                && !clause.has(Tags::RESUMED)
        });
    (quiet && first.right != Some(Break::Question)).then_some(verdict)
}
