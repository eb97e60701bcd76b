// SPDX-License-Identifier: AGPL-3.0-or-later
//! What an outcome text says by itself: verdict, number, time, what it reports as undone, each with its words.
//!
//! The text is parted into clauses, each is read by itself (see `verdict`), and its neighbours decide whether it stands:
//! "se raggiunto" states nothing, "raggiunto, salvo …" is in part. Linear in the length of the text. Never here: a guess.
//! Verdicts that contradict each other leave the verdict unknown, numbers that differ leave the number unknown.

use crate::plan::Percent;

use super::against::{Against, against, begins_with_share};
use super::clause::{Clause, Cursor, clauses, ends_sentence, hull};
use super::label::degree_phrase;
use super::lexicon::{self, Tags, Verb};
use super::number::{Number, number, slashed, value};
use super::predicate::{Core, judge, partly, predicate, told_apart};
use super::prefix::{Narrowed, is_definite};
use super::share::share_of_objectives;
use super::thing::{is_busy, thing};
use super::verdict::{About, Said, Verdict, literal, said};
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
    if let Some(ticked) = ticked(text) {
        return ticked.map_or_else(OutcomeReading::default, |part| {
            if let Some(answered) = answered(text, &part) {
                return outcome(&answered);
            }
            let before = text[..part.start].chars().count() as u32;
            // The colon before its box says nothing more.
            outcome(text[part].trim_end().trim_end_matches(':')).shifted(before)
        });
    }
    let tokens = tokens(text);
    if let Some(number) = whole_number(&tokens) {
        return OutcomeReading { number: Some(number), ..OutcomeReading::default() };
    }
    let clauses = clauses(&tokens);
    let read = Read::all(&clauses);
    let latest = (0..read.len()).filter_map(|at| as_of(&read, at)).max();
    let (verdict, number) = stated(&clauses, &read);
    OutcomeReading {
        verdict,
        number,
        timeliness: timing::timeliness(&clauses),
        completed: timing::completed(&clauses).map(|dated| (dated.date, dated.span)),
        undone: report::undone(&clauses, &|at| {
            read_says_more(&read, at) && !is_superseded(&read, at, latest)
        }),
    }
}

/// The ticked part of a form, "[x] raggiunto [ ] non raggiunto"; `None` if the text is none, `Some(None)` if nothing or more
/// than one thing is ticked.
fn ticked(text: &str) -> Option<Option<std::ops::Range<usize>>> {
    const BOXES: [(&str, bool); 10] = [
        ("[ ]", false),
        ("[]", false),
        ("[x]", true),
        ("[X]", true),
        ("☐", false),
        ("□", false),
        ("☑", true),
        ("☒", true),
        ("( )", false),
        ("(x)", true),
    ];
    if !text.contains(['[', '☐', '□', '☑', '☒', '(']) || text.len() > 4_000 {
        return None;
    }
    let mut boxes: Vec<(usize, usize, bool)> = Vec::new();
    for (sign, tick) in BOXES {
        boxes.extend(text.match_indices(sign).map(|(at, _)| (at, at + sign.len(), tick)));
    }
    if boxes.len() < 2 || !boxes.iter().any(|(.., tick)| !tick) {
        return None;
    }
    crate::sort::sort_by(&mut boxes, |a, b| a.0.cmp(&b.0));
    let mut of_ticked = boxes.iter().enumerate().filter(|(_, (.., tick))| *tick);
    let (Some((which, &(start, end, _))), None) = (of_ticked.next(), of_ticked.next()) else {
        return Some(None);
    };
    // The words of a box stand after it, or before it where the form begins with words and ends with a box.
    let ends = boxes.last().map_or(text.len(), |last| last.1);
    let leads = text[..boxes[0].0].trim().is_empty() || text[ends..].chars().any(char::is_alphanumeric);
    let part = if leads {
        end..boxes.get(which + 1).map_or(text.len(), |next| next.0)
    } else {
        which.checked_sub(1).map_or(0, |before| boxes[before].1)..start
    };
    Some(Some(part))
}

/// A form that asks one thing, with "yes" or "no" ticked, as one line of as many characters: "risultato ottenuto: no".
fn answered(text: &str, part: &std::ops::Range<usize>) -> Option<String> {
    let asked = text.find(['[', '☐', '□', '☑', '☒', '('])?;
    let answer = text.get(part.clone())?.trim();
    let known = tokens(answer);
    let is_answer = matches!(known.as_slice(), [only] if is_yes(only) || is_no(only));
    if asked == 0 || asked > part.start || !is_answer {
        return None;
    }
    let gap = text[asked..part.start].chars().count().saturating_sub(1);
    Some([&text[..asked], ":", &" ".repeat(gap), &text[part.clone()]].concat())
}

/// Whether a clause is one that tells of deeds, and not the verdict itself.
fn read_says_more(read: &[Read<'_>], at: usize) -> bool {
    let verdict = matches!(read[at].said, Said::Verdict(verdict) if verdict.about >= About::General);
    !verdict && !read[at].quoted
}

/// The verdict and the number that a text states of the objective as a whole.
fn stated(clauses: &[Clause<'_>], read: &[Read<'_>]) -> (Option<StatedVerdict>, Option<(Percent, Span)>) {
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
                    && let Some(mut verdict) = stands(read, at, verdict)
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
            Said::Partly(span) if read.len() == 1 => {
                verdicts.add(Verdict::plain(Status::PartiallyAchieved, span))
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

/// The day of which a clause speaks, by the words before it: "stato al 30/06: …", "al 30/06 l'obiettivo …".
fn as_of(read: &[Read<'_>], at: usize) -> Option<(u32, u32)> {
    let clause = &read[at].clause;
    let label = match (clause.left, at.checked_sub(1)) {
        (Some(Break::Colon), Some(before)) => &read[before].clause,
        _ => clause,
    };
    let from = label.tokens.iter().take(4).position(|token| token.kind == Kind::Number)?;
    let led = label.tokens[..from].iter().any(|token| matches!(token.text, "al" | "alla" | "all"));
    let [day, slash, month, ..] = &label.tokens[from..] else { return None };
    let dated = led && slash.kind == Kind::Slash && month.kind == Kind::Number;
    dated.then(|| Some((month.text.parse().ok()?, day.text.parse().ok()?))).flatten()
}

/// Whether a clause says how things were on a day before the last that is told.
fn is_superseded(read: &[Read<'_>], at: usize, latest: Option<(u32, u32)>) -> bool {
    as_of(read, at).is_some_and(|day| Some(day) < latest)
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

/// "Orti urbani: realizzato", one of a list: a part by its own name, and how that went.
fn is_item(read: &[Read<'_>], at: usize) -> bool {
    let (label, clause) = (&read[at - 1].clause, &read[at].clause);
    let of_all = Tags::HEAD.or(Tags::GENERAL).or(Tags::LABEL).or(Tags::LABEL_OF).or(Tags::ACHIEVEMENT);
    let said = clause.tokens.iter().take(2).any(|token| {
        token.verb.is_some() || token.participle || token.tags.any(Tags::DEED.or(Tags::NO).or(Tags::YES))
    });
    clause.left == Some(Break::Colon) && label.first && label.tokens.len() <= 6 && !label.has(of_all) && said
}

/// "Totale", "parziale", "non totale", after "Grado di raggiungimento:".
fn in_a_word(next: Option<&Read<'_>>) -> Option<(Status, Span)> {
    let clause = &next?.clause;
    if !matches!(clause.left, Some(Break::Colon | Break::Dash)) {
        return None;
    }
    let (denied, word) = match clause.tokens {
        [word] => (false, word),
        [not, word] if not.tags.any(Tags::NEGATION) => (true, word),
        _ => return None,
    };
    let status = match (word.tags, denied) {
        (tags, false) if tags.any(Tags::YES) => Status::Achieved,
        (tags, false) if tags.any(Tags::NO) => Status::NotAchieved,
        (_, true) if word.verb == Some(Verb::Measurable) => Status::NotMeasurable,
        (tags, false) if tags.any(Tags::PARTIAL) => Status::PartiallyAchieved,
        (tags, true) if tags.any(Tags::FULL) => Status::PartiallyAchieved,
        (tags, false) if tags.any(Tags::FULL) => Status::Achieved,
        _ => return None,
    };
    Some((status, clause.cursor().from(clause.tokens.len()).span_from(0)))
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
    let read = number(&mut cursor)?;
    let percent = read.percent?;
    // "54 verbali trasmessi su 60".
    if let [first, middle @ .., su, last] = &tokens[..=last]
        && first.kind == Kind::Number
        && last.kind == Kind::Number
        && matches!(su.text, "su" | "of")
        && (1..=8).contains(&middle.len())
        && middle
            .iter()
            .all(|token| token.kind == Kind::Word && !token.tags.any(Tags::NEGATION.or(Tags::COPULA)))
        && middle.iter().any(|token| token.tags.any(Tags::DEED.or(Tags::REMEDY)) || token.participle)
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
    let done = things.iter().take(5).any(|token| token.tags.any(Tags::DEED.or(Tags::REMEDY)));
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

/// A clause with what it says by itself.
struct Read<'w> {
    clause: Clause<'w>,
    said: Said,
    /// Whether it stands between quotation marks: then somebody else says it.
    quoted: bool,
    /// How many clauses it is of: three, where one stands around an aside.
    spans: usize,
}

impl<'w> Read<'w> {
    fn all(clauses: &[Clause<'w>]) -> Vec<Self> {
        let mut read: Vec<Self> = Vec::with_capacity(clauses.len());
        // A text that is a quotation as a whole says what it says.
        let marks = clauses
            .iter()
            .flat_map(|clause| clause.tokens)
            .filter(|token| token.kind == Kind::Quote)
            .take(3)
            .count();
        let at_ends = |tokens: Option<&Token<'_>>| tokens.is_some_and(|token| token.kind == Kind::Quote);
        let whole = marks == 2
            && at_ends(clauses.first().and_then(|clause| clause.tokens.first()))
            && at_ends(clauses.last().and_then(|clause| clause.tokens.last()));
        // One mark alone ("» risultato conseguito") quotes nothing.
        let whole = whole || marks == 1;
        let mut open = false;
        for &clause in clauses {
            let marks = clause.tokens.iter().filter(|token| token.kind == Kind::Quote).count();
            let quoted = !whole && (open || marks > 0);
            open ^= marks % 2 == 1;
            // A name in quotation marks: "il progetto «Nonni vigili» è stato realizzato".
            let quoted = quoted && (open || marks != 2);
            let said = match marks {
                _ if quoted => Said::Nothing,
                2 if !whole => said(Cursor::new(&unquoted(clause.tokens))),
                1 if whole => said(Cursor::new(&unmarked(clause.tokens))),
                _ => said(Cursor::new(&clause.tokens[usize::from(is_outlined(&clause))..])),
            };
            read.push(Self { clause, said, quoted, spans: 1 });
        }
        for at in 1..clauses.len() {
            if let Some(share) = share_over_two(&clauses[at - 1..=at]) {
                (read[at - 1].said, read[at].said) = (Said::Verdict(share), Said::Nothing);
                read[at - 1].spans = 2;
            }
        }
        for at in 0..clauses.len().saturating_sub(2) {
            if let Some(joined) = around_aside(clauses, &read, at) {
                let parts = [Said::Verdict(joined), Said::Nothing, Said::Nothing];
                read[at..at + 3].iter_mut().zip(parts).for_each(|(read, said)| read.said = said);
                read[at].spans = 3;
            }
        }
        read
    }
}

/// "2.1 conseguito": the number of an outline, and how that went.
fn is_outlined(clause: &Clause<'_>) -> bool {
    matches!(clause.tokens, [number, more @ ..]
        if number.kind == Kind::Number && number.text.len() <= 5 && number.text.contains('.')
            && more.len() <= 3
            && more.iter().all(|token| token.kind == Kind::Word)
            && more.iter().any(|token| token.verb.is_some()))
}

/// "Su 4 obiettivi, 1 soltanto ha tagliato il traguardo", "obiettivi: tre su quattro conseguiti".
fn share_over_two(two: &[Clause<'_>]) -> Option<Verdict> {
    let [head, rest] = two else { return None };
    let leads = match rest.left {
        Some(Break::Comma) => {
            matches!(head.tokens[0].text, "su" | "dei" | "degli" | "delle" | "di" | "of" | "out")
        }
        Some(Break::Colon) => head.tokens.len() <= 4,
        _ => false,
    };
    if !leads || !head.first || !head.has(Tags::HEAD.or(Tags::GENERAL)) {
        return None;
    }
    let joined: Vec<Token<'_>> = head.tokens.iter().chain(rest.tokens).copied().collect();
    share_of_objectives(Cursor::new(&joined))
}

/// A clause without the quotation marks in it.
fn unmarked<'w>(tokens: &[Token<'w>]) -> Vec<Token<'w>> {
    tokens.iter().filter(|token| token.kind != Kind::Quote).copied().collect()
}

/// A clause without what stands in it between quotation marks.
fn unquoted<'w>(tokens: &[Token<'w>]) -> Vec<Token<'w>> {
    let mut open = false;
    let outside = tokens.iter().filter(|token| {
        open ^= token.kind == Kind::Quote;
        !open && token.kind != Kind::Quote
    });
    outside.copied().collect()
}

/// "L'obiettivo non è stato, per mancanza di fondi, raggiunto": the verdict of what stands around an aside.
fn around_aside(clauses: &[Clause<'_>], read: &[Read<'_>], at: usize) -> Option<Verdict> {
    let (before, aside, after) = (&clauses[at], &clauses[at + 1], &clauses[at + 2]);
    let closed = matches!(
        (aside.left, aside.right),
        (Some(Break::Comma), Some(Break::Comma))
            | (Some(Break::Open), Some(Break::Close))
            | (Some(Break::Dash), Some(Break::Dash))
    );
    let begins = before
        .cursor()
        .tags()
        .any(Tags::ARTICLE.or(Tags::HEAD).or(Tags::NEGATION).or(Tags::COPULA).or(Tags::ALL));
    let small = before.tokens.len() + after.tokens.len() <= 40 && aside.tokens.len() <= 24;
    let unread = matches!(read[at].said, Said::Nothing | Said::Label(..))
        && matches!(read[at + 2].said, Said::Nothing | Said::Verdict(_));
    let conditional = aside.has(Tags::CONDITION) || before.before.any(Tags::CONDITION.or(Tags::DENIAL));
    if !closed || !begins || !small || !unread || conditional || !before.has(Tags::HEAD.or(Tags::GENERAL)) {
        return None;
    }
    // A predicate of its own after the aside, or the participle that is still missing.
    let missing = before.dangles();
    let opens = after.cursor();
    let only_head = before.tokens.len() <= 4;
    let continues = opens.tags().any(Tags::COPULA.or(Tags::NEGATION).or(Tags::HAVE))
        || only_head
            && (opens.tags().any(Tags::ADVERB) || opens.token().is_some_and(|token| token.verb.is_some()));
    if !missing && !continues {
        return None;
    }
    let joined: Vec<Token<'_>> = before.tokens.iter().chain(after.tokens).copied().collect();
    let Said::Verdict(verdict) = said(Cursor::new(&joined)) else { return None };
    let verdict = if against(aside.cursor()) == Against::Exception { verdict.except()? } else { verdict };
    (verdict.about >= About::General).then_some(verdict)
}

/// What the words before a colon name, to tell it from others: "Fase 1: raggiunta", "Obiettivo B: non raggiunto".
fn numbered(read: &[Read<'_>], at: usize) -> Option<u32> {
    if is_outlined(&read[at].clause) {
        return Some(told_apart(read[at].clause.tokens[0].text));
    }
    let label = read.get(at.checked_sub(1)?)?;
    let tokens = label.clause.tokens;
    let number = tokens.iter().rev().find(|token| token.kind == Kind::Number);
    // "I) conseguito", "a) conseguito".
    if is_enumerator(&label.clause) && read[at].clause.left == Some(Break::Close) {
        return Some(at as u32);
    }
    // "1. raggiunto".
    if tokens.len() == 1 && label.clause.first {
        return number.map(|number| told_apart(number.text));
    }
    let introduced = matches!(read[at].clause.left, Some(Break::Colon | Break::Dash | Break::Close));
    let dated = label.clause.has(Tags::MONTH) || tokens.iter().any(|token| token.kind == Kind::Slash);
    let names = tokens.len() <= 4 && tokens.len() >= 2 && !dated;
    let of_parts = label.clause.has(Tags::HEAD.or(Tags::GENERAL).or(Tags::PART));
    match number {
        _ if !introduced || !names => None,
        Some(number) => Some(told_apart(number.text)),
        None => of_parts.then_some(at as u32),
    }
}

/// "II", "a", "3", before a bracket.
fn is_enumerator(clause: &Clause<'_>) -> bool {
    matches!(clause.tokens, [only] if only.span.end - only.span.start <= 4 && only.kind != Kind::Quote)
        && clause.first
}

/// The verdict of a clause as its neighbours leave it; `None` where they leave none.
fn stands(read: &[Read<'_>], at: usize, verdict: Verdict) -> Option<Verdict> {
    let before = at.checked_sub(1).map(|before| &read[before]);
    if !stands_after(&read[at].clause, before, &verdict) {
        return None;
    }
    // "Fatta eccezione per gli open data, l'obiettivo è stato raggiunto".
    let sentence = || {
        (0..at)
            .rev()
            .take(2)
            .take_while(|before| !read[before + 1].clause.first)
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
fn stands_after(clause: &Clause<'_>, before: Option<&Read<'_>>, verdict: &Verdict) -> bool {
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
    let dangles = before.clause.dangles() && !label;
    if ends_sentence(sign) {
        return verdict.about >= About::General || introduced || !dangles;
    }
    // "Finché non ci sono i dati, il risultato non è misurabile".
    let until =
        verdict.status == Status::NotMeasurable && matches!(before.clause.tokens[0].text, "finche" | "until");
    let free = (until || !clause.before.any(Tags::HYPOTHESIS)) && (!dangles || sign == Break::Colon);
    let head = verdict.about >= About::General;
    match sign {
        Break::Minus => is_outlined(clause),
        _ if head => free,
        Break::Colon => {
            // "Obiettivo di ridurre le pratiche non evase: conseguito".
            let named = before.clause.first
                && before.clause.cursor().tags().any(Tags::HEAD.or(Tags::ARTICLE))
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
        // "Non rinviato, bensì annullato".
        Break::Comma
            if clause.cursor().tags().any(Tags::BUT)
                && before.clause.first
                && before.clause.cursor().tags().any(Tags::NEGATION) =>
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
    let heading = verdict.heading && matches!(clause.right, Some(Break::Colon | Break::LineEnd));
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
        Said::Number(..) if !ends => (verdict.status != Status::Achieved).then_some(verdict),
        // "Obiettivi non raggiunti: nessuno".
        _ if next.clause.tokens.len() == 1 && next.clause.has(Tags::NONE) && !ends => None,
        _ if verdict.status != Status::Achieved => Some(verdict),
        _ if ends => Some(verdict),
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

/// "Sì", or its letter in a form: "S/N".
fn is_yes(token: &Token<'_>) -> bool {
    token.tags.any(Tags::YES) || matches!(token.text, "s" | "y")
}

/// "No", or its letter in a form.
fn is_no(token: &Token<'_>) -> bool {
    token.tags.any(Tags::NO) || token.text == "n"
}

/// "Ma al 30 per cento appena": a number that is all that a clause sets against the one before it.
fn but_so_much(clause: Cursor<'_>) -> Option<Number> {
    let mut c = clause;
    c.take(Tags::BUT)?;
    degree_phrase(&mut c).filter(|(_, exact)| *exact && c.done()).map(|(number, _)| number)
}

/// What a text of one sentence says of the one thing it is about: "evento annullato causa maltempo".
fn only_thing(clauses: &[Clause<'_>]) -> Option<Verdict> {
    let (first, more) = clauses.split_first()?;
    // "La «Settimana del riuso» non ha avuto luogo".
    let marked = first.has_kind(Kind::Quote).then(|| unmarked(first.tokens));
    let verdict = thing(marked.as_deref().map_or(first.cursor(), Cursor::new), clauses.len() == 1)?;
    let adjunct = Tags::OPENER.or(Tags::TIME_START).or(Tags::PREPOSITION).or(Tags::ADVERB);
    let going_on = verdict.status == Status::InProgress;
    let quiet = (more.len() <= 2 || going_on)
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
