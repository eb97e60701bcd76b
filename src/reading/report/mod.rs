// SPDX-License-Identifier: AGPL-3.0-or-later
//! What an account of deeds reports as undone: not done, not yet, in part, put off, and not made up for afterwards.
//!
//! Only words known to be of work count, so that what is not understood is silent. The files part what there is to report:
//! `denied` (and `harmless`, what of it is no failure), `pending`, `halted` and `share`; `overcome` says what was made up
//! for. Linear in the length of the text.
//! Never here: a verdict on the whole (see `verdict`).

mod denied;
mod halted;
mod harmless;
mod overcome;
mod pending;
mod share;

use super::Span;
use super::clause::{Clause, Cursor};
use super::lexicon::{self, Tags, Verb};
use super::predicate::is_conjunction;
use super::words::{Break, Kind, Token, any, from, has};

/// What is planned: "corso", "gara", "posa", "accordo".
const TASKS: Tags = Tags::PLANNED.or(Tags::TASK);

/// "Si", which is written as "sì" is without its accent.
const REFLEXIVE: Tags = Tags::YES;

/// What the noun that a short statement begins with cannot be.
const NO_NOUN: Tags =
    Tags::RELATIVE.or(Tags::AND).or(Tags::PREPOSITION).or(Tags::CONDITION).or(Tags::OPENER).or(Tags::ADVERB);

/// A place in a clause where something may be reported as undone.
#[derive(Clone, Copy)]
struct Spot<'c, 'w> {
    /// Its clause.
    clause: &'c Clause<'w>,
    /// The clauses after that one.
    later: &'c [Clause<'w>],
    /// The token, in its clause.
    at: usize,
}

impl<'c, 'w> Spot<'c, 'w> {
    fn tokens(&self) -> &'w [Token<'w>] {
        self.clause.tokens
    }

    fn token(&self) -> &'w Token<'w> {
        &self.clause.tokens[self.at]
    }

    fn cursor(&self) -> Cursor<'w> {
        self.clause.cursor().from(self.at)
    }

    /// The words before it.
    fn before(&self) -> &'w [Token<'w>] {
        &self.tokens()[..self.at]
    }

    /// Of the words before it those of the same statement: since the last "e", "ma" or "che".
    fn scope(&self) -> &'w [Token<'w>] {
        let before = self.before();
        let said = before.iter().position(|token| is_verb(token) || is_work(token) || token.participle);
        // "La gara e la fornitura" is one thing, "e-mail" a word.
        let cuts = |at: &usize| {
            before[*at].tags.any(Tags::RELATIVE) || parts(&before[*at]) && said.is_some_and(|said| said < *at)
        };
        let from = (0..before.len()).rev().find(cuts).map_or(0, |at| at + 1);
        &before[from..]
    }

    /// The clause after its own, in the same sentence.
    fn next(&self) -> Option<&'c Clause<'w>> {
        self.later.first().filter(|next| !next.first)
    }

    /// Whether its clause only stands inside another: "la gara, andata deserta a maggio, è stata ripetuta".
    fn is_embedded(&self) -> bool {
        let within = matches!(self.clause.left, Some(Break::Comma | Break::Dash | Break::Open));
        // "Quelle non pagate, 35, sono state sollecitate".
        let next = self.next();
        let counted = next.filter(|next| next.tokens.len() == 1 && next.tokens[0].kind == Kind::Number);
        let next = counted.map_or(next, |_| self.later.get(1).filter(|after| !after.first));
        let apart = within && !self.clause.first || counted.is_some();
        apart && next.is_some_and(|next| is_finite(next.tokens))
    }

    /// Whether it is a participle that only leads to what is told: "abbandonato il registro di carta, le presenze si
    /// rilevano con un'app".
    fn is_circumstance(&self) -> bool {
        let other = Tags::RELATIVE.or(Tags::BUT).or(Tags::PREPOSITION);
        self.at == 0
            && self.tokens().len() > 1
            && self.clause.right == Some(Break::Comma)
            && self.next().is_some_and(|next| !next.tokens[0].tags.any(other) && any(next.tokens, is_verb))
    }

    /// Whether what stands before it lets it be stated: no denial, nothing supposed or past, unless it is so at the end of
    /// the year ("al 31/12 erano ancora giacenti").
    fn is_stated(&self) -> bool {
        let denied = |token: &Token<'_>| token.tags.any(Tags::DENIAL.or(Tags::NOTHING)) && !is_clitic(token);
        let scope = self.scope();
        let unreal = scope.iter().rposition(|token| token.tags.any(Tags::UNREAL));
        // "Tre classi che avevano prenotato la visita attendono": that is over where its participle is.
        let described = scope.len() < self.at && !parts(&self.before()[self.at - scope.len() - 1]);
        let over = |at: usize| scope[at..].iter().any(|token| is_work(token) || token.participle);
        let unreal = unreal.is_some_and(|at| !(described && over(at)));
        // "Nonostante i due bandi andati deserti", "essendo andata deserta la gara".
        let despite = scope.iter().rposition(|token| token.tags.any(Tags::DESPITE));
        let despite = despite.is_some_and(|at| !any(from(scope, at), is_verb));
        !scope.iter().any(denied) && !despite && (!unreal || self.ends_year())
    }

    /// Whether its clause tells how things were at the end of the year.
    fn ends_year(&self) -> bool {
        let last_day = |token: &Token<'_>| token.kind == Kind::Number && token.text.starts_with("31");
        let cursor = self.clause.cursor();
        let end = |at| cursor.from(at).take_listed(&lexicon::YEAR_END);
        self.tokens().iter().any(last_day) || (0..self.tokens().len()).any(end)
    }
}

/// The words that report something undone, where the text leaves it so.
///
/// `tells` says of the clause at a place whether it tells of deeds: one that states a verdict or quotes somebody does not.
pub(super) fn undone(clauses: &[Clause<'_>], tells: &dyn Fn(usize) -> bool) -> Option<Span> {
    let mut made_up_for = None;
    clauses.iter().enumerate().filter(|(at, _)| tells(*at)).find_map(|(at, clause)| {
        let (spot, to) = reported(clause, &clauses[at + 1..])?;
        let aside =
            clause.before.any(Tags::HYPOTHESIS.or(Tags::ASIDE)) || clause.tokens[0].tags.any(Tags::ASIDE);
        let form = spot
            .later
            .iter()
            .take_while(|clause| !clause.first)
            .take(4)
            .any(|clause| clause.tokens[0].tags.any(Tags::ASIDE));
        if clause.right == Some(Break::Question) || aside || form || overcome::is_background(&spot) {
            return None;
        }
        // Looked for once: the last clause that tells of something made up for, or taken up again, is the same for all.
        let last = |tells: fn(&[Token<'_>]) -> bool| clauses.iter().rposition(|clause| tells(clause.tokens));
        let (done, resumed) =
            *made_up_for.get_or_insert_with(|| (last(overcome::makes_up), last(overcome::resumes)));
        let after = |last: Option<usize>| last.is_some_and(|last| last > at);
        let later = after(done)
            || after(resumed) && overcome::may_resume(&spot)
            || overcome::is_made_up_for(&spot, to);
        let tokens = clause.tokens;
        (!later).then(|| Span { start: tokens[spot.at].span.start, end: tokens[to - 1].span.end })
    })
}

/// Where a clause reports something undone, and the place after the words that do.
fn reported<'c, 'w>(clause: &'c Clause<'w>, later: &'c [Clause<'w>]) -> Option<(Spot<'c, 'w>, usize)> {
    let tokens = clause.tokens;
    // What stands before, as far as it changes what is said.
    let (mut condition, mut relative) = (None, None);
    let mut quoted = false;
    for (at, token) in tokens.iter().enumerate() {
        let spot = Spot { clause, later, at };
        let tags = token.tags;
        let described = relative.is_some_and(|last| at <= last) && !goes_on_not_yet(&spot);
        // "NR = non raggiunto", "raggiunto in parte = 5 punti" only say what a sign means.
        let is_sign = |token: Option<&Token<'_>>| token.is_some_and(|token| token.kind == Kind::Other);
        let explained = at > 0 && is_sign(tokens.get(at - 1));
        quoted ^= token.kind == Kind::Quote;
        // Nothing is told by a word that is not known, unless it is a participle.
        let known = !token.text.is_empty() || token.participle;
        if known && condition.is_none() && !described && !explained && !quoted {
            let found = denied::denied(&spot)
                .or_else(|| pending::pending(&spot))
                .or_else(|| halted::halted(&spot))
                .or_else(|| share::in_part(&spot));
            if let Some(to) = found.filter(|to| !is_sign(tokens.get(*to)) || any(tokens, is_verb)) {
                return Some((spot, to));
            }
        }
        let causal = matches!(token.text, "perche" | "because")
            || token.text == "quanto" && at > 0 && tokens[at - 1].text == "in";
        if tags.any(Tags::CONDITION.or(Tags::CONCEDING)) && !causal {
            condition = Some(at);
        } else if tags.any(Tags::COPULA)
            && !tags.any(Tags::AND)
            && condition.is_some_and(|condition| at > condition + 12)
        {
            // A condition does not reach over a whole long sentence without signs.
            condition = None;
        }
        if tags.any(Tags::RELATIVE) {
            // "Che i rilievi non sono stati avviati" may well be what is told.
            let object = tokens.get(at + 1).is_some_and(|next| next.tags.any(Tags::ARTICLE));
            relative = (!adds(&spot)).then_some(at + if object { 3 } else { 8 });
        } else if is_work(token) || token.participle {
            relative = None;
        }
    }
    None
}

/// Whether a relative clause tells more of what it is said of, and does not only say which: ", che non è stato
/// immatricolato", "che però non sono state convenzionate".
fn adds(spot: &Spot<'_, '_>) -> bool {
    let set_against = spot.tokens().get(spot.at + 1).is_some_and(|next| next.tags.any(Tags::CONTRAST));
    let apart =
        spot.clause.left == Some(Break::Comma) && spot.before().iter().all(|t| t.tags.any(Tags::PREPOSITION));
    set_against || apart && !spot.is_embedded()
}

/// "… che non ha ancora consegnato gli elaborati" tells of more than which, where the sentence does not go on.
fn goes_on_not_yet(spot: &Spot<'_, '_>) -> bool {
    let rest = from(spot.tokens(), spot.at);
    let near = &rest[..rest.len().min(4)];
    let still = has(near, Tags::STILL);
    // "I morosi che non hanno ancora saldato" are told from the others.
    let many = near.iter().any(|token| matches!(token.text, "hanno" | "sono" | "have" | "are"));
    let deed = rest.iter().position(|token| is_work(token) || token.participle);
    still && !many && deed.is_none_or(|deed| !any(from(rest, deed), is_auxiliary))
}

/// Whether a word tells of work, so that denying it reports a failure.
fn is_work(token: &Token<'_>) -> bool {
    token.tags.any(Tags::DEED.or(Tags::REMEDY).or(Tags::WORKED))
        || matches!(
            token.verb,
            Some(Verb::Achieve | Verb::Complete | Verb::Do | Verb::Reach | Verb::Conclude)
        )
}

fn is_auxiliary(token: &Token<'_>) -> bool {
    token.tags.any(Tags::COPULA.or(Tags::HAVE)) && !is_conjunction(token)
}

/// An auxiliary that makes a sentence: "è", "hanno", and not the "da" of "da considerare".
fn is_verb(token: &Token<'_>) -> bool {
    is_auxiliary(token) && !token.tags.any(Tags::ARTICLE) && token.text != "da" && !token.tags.any(Tags::DEED)
}

/// Whether words begin with a verb, and so go on with what was said of something before.
fn is_finite(tokens: &[Token<'_>]) -> bool {
    let leads = |token: &&Token<'_>| token.tags.any(Tags::NEGATION.or(Tags::ADVERB)) || is_clitic(token);
    let verb = tokens.iter().take(4).find(|token| !leads(token) || token.text == "e" && token.accented);
    verb.is_some_and(|token| is_verb(token) || token.tags.any(Tags::UNREAL))
}

/// "Lo", "ne", "ci": pronouns that lean on a verb.
fn is_clitic(token: &Token<'_>) -> bool {
    token.tags.any(Tags::CLITIC) && !token.accented || token.text == "se"
}

/// Whether a word parts two statements: "e", "ma".
fn parts(token: &Token<'_>) -> bool {
    token.tags.any(Tags::AND) && !token.accented || token.tags.any(Tags::BUT)
}

/// Whether a word tells of work: "in Giunta", "dei dati" only look like it.
fn is_told(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let led = at > 0
        && tokens[at - 1].tags.any(Tags::PREPOSITION.or(Tags::ARTICLE))
        && !is_auxiliary(&tokens[at - 1]);
    !led && (is_work(token) || token.tags.any(Tags::RESUMED) || token.participle)
}

/// Whether words tell of something done.
fn tells_done(tokens: &[Token<'_>]) -> bool {
    let unreal = Tags::NEGATION.or(Tags::UNREAL);
    (0..tokens.len()).any(|at| is_told(tokens, at)) && !has(tokens, unreal)
}

/// Over the few words that say what: "possibile dare corso al ricondizionamento".
fn end_of_phrase(from: Cursor<'_>) -> usize {
    from.at
        + from.rest().iter().take(6).take_while(|token| !token.tags.any(Tags::AND) || token.accented).count()
}
