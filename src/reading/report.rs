// SPDX-License-Identifier: AGPL-3.0-or-later
//! What an account of deeds reports as undone: not done, not yet, in part, put off, and not made up for afterwards.
//!
//! Negation is followed to what it denies: "non è stato necessario", "non sono pervenuti reclami" and "non solo" report no
//! failure, "fino a quando non" and "benché non sia stato" none either. Only words known to be of work count, so that what
//! is not understood is silent. Linear in the length of the text. Never here: a verdict on the whole (see `verdict`).

use super::clause::{Clause, Cursor};
use super::lexicon::{self, Tags, Verb};
use super::predicate::is_conjunction;
use super::words::{Break, Kind, Token};
use super::{Span, Status};

/// How far from an auxiliary its participle may stand: "non è stato, per motivi organizzativi, dato corso".
const REACH: usize = 16;

/// The words that report something undone, where the text leaves it so.
///
/// `tells` says of the clause at a place whether it tells of deeds: one that states a verdict or quotes somebody does not.
pub(super) fn undone(clauses: &[Clause<'_>], tells: &dyn Fn(usize) -> bool) -> Option<Span> {
    let mut made_up_for = None;
    clauses.iter().enumerate().filter(|(at, _)| tells(*at)).find_map(|(at, clause)| {
        let (from, to) = reported(clause, clauses.get(at + 1))?;
        let supposed =
            clause.before.any(Tags::HYPOTHESIS) || matches!(clause.tokens[0].text, "indicare" | "legenda");
        if clause.right == Some(Break::Question) || supposed || is_background(clause) {
            return None;
        }
        // Looked for once: the last clause that tells of something made up for is the same for all.
        let last =
            *made_up_for.get_or_insert_with(|| clauses.iter().rposition(|clause| makes_up(clause.tokens)));
        let later = last.is_some_and(|last| last > at) || makes_up(&clause.tokens[to..]);
        (!later).then(|| Span { start: clause.tokens[from].span.start, end: clause.tokens[to - 1].span.end })
    })
}

/// Whether a clause only tells what was before: "inizialmente", "fino a ottobre".
fn is_background(clause: &Clause<'_>) -> bool {
    if clause.has(Tags::FIRST) || clause.before.any(Tags::FIRST) {
        return true;
    }
    let cursor = clause.cursor();
    (0..clause.tokens.len()).any(|at| cursor.from(at).take_listed(&lexicon::BACKGROUND))
}

/// Whether words tell that something was done after all.
fn makes_up(tokens: &[Token<'_>]) -> bool {
    let then = |token: &Token<'_>| token.tags.any(Tags::THEN.or(Tags::RESUMED));
    let done = |token: &Token<'_>| {
        token.tags.any(Tags::DEED.or(Tags::RESUMED)) || token.verb == Some(Verb::Complete)
    };
    tokens.iter().any(then)
        && tokens.iter().any(done)
        && !tokens.iter().any(|token| token.tags.any(Tags::NEGATION.or(Tags::UNREAL)))
}

/// The tokens of a clause that report something undone: from the first up to and without the last.
fn reported(clause: &Clause<'_>, next: Option<&Clause<'_>>) -> Option<(usize, usize)> {
    let tokens = clause.tokens;
    // What stands before, as far as it changes what is said.
    let (mut condition, mut relative) = (None, None);
    for (at, token) in tokens.iter().enumerate() {
        let tags = token.tags;
        // "… che non ha ancora consegnato gli elaborati" tells of more than which.
        let not_yet = tags.any(Tags::NEGATION)
            && tokens[at..].iter().take(4).any(|token| matches!(token.text, "ancora" | "yet"));
        let described = relative.is_some_and(|relative| at - relative <= 3) && !not_yet;
        let subordinate = condition.is_some() || described;
        if !subordinate {
            let never = matches!(token.text, "mai" | "never")
                && (at == 0 || !tokens[at - 1].tags.any(Tags::NEGATION));
            let found = if tags.any(Tags::NEGATION) || never {
                denied(clause, at, next)
            } else if tags.any(Tags::NONE) {
                none_done(clause, at)
            } else if tags.any(Tags::FAILED) {
                failed(clause, at)
            } else {
                None
            };
            let found = found
                .or_else(|| not_this_one(clause, at))
                .or_else(|| prevented(clause, at))
                .or_else(|| pending(clause, at))
                .or_else(|| undoing(clause, at))
                .or_else(|| to_be_done(clause, at))
                .or_else(|| put_off(clause, at, next))
                .or_else(|| in_part(clause, at));
            if let Some(to) = found {
                return Some((at, to));
            }
        }
        let causal = matches!(token.text, "perche" | "because")
            || token.text == "quanto" && at > 0 && tokens[at - 1].text == "in";
        if tags.any(Tags::CONDITION) && !causal {
            condition = Some(at);
        } else if tags.any(Tags::COPULA)
            && !tags.any(Tags::AND)
            && condition.is_some_and(|condition| at > condition + 12)
        {
            // A condition does not reach over a whole long sentence without signs.
            condition = None;
        }
        if tags.any(Tags::RELATIVE) {
            relative = Some(at);
        }
    }
    None
}

/// Whether a word tells of work, so that denying it reports a failure.
fn is_work(token: &Token<'_>) -> bool {
    token.tags.any(Tags::DEED.or(Tags::REMEDY))
        || matches!(
            token.verb,
            Some(Verb::Achieve | Verb::Complete | Verb::Do | Verb::Reach | Verb::Conclude)
        )
}

/// "Non è stato ancora iscritto", "non completato", "non si è potuto procedere": the place after what is denied.
fn denied(clause: &Clause<'_>, at: usize, next: Option<&Clause<'_>>) -> Option<usize> {
    let tokens = clause.tokens;
    let mut c = clause.cursor().from(at + 1);
    // "Non invece quello di settembre".
    let mut other = c;
    other.take_any(&["invece", "anche", "pero"]);
    if other.take(Tags::PRONOUN).is_some() && other.tags().any(Tags::PREPOSITION) {
        return Some(other.at);
    }
    // "Non tutte le schede sono state caricate".
    if c.tags().any(Tags::ALL) {
        let rest = &tokens[c.at..];
        let is_done = |two: &[Token<'_>]| is_auxiliary(&two[0]) && (is_work(&two[1]) || two[1].participle);
        let done = rest.windows(2).take(12).position(is_done)?;
        return Some(c.at + done + 2);
    }
    let beyond =
        ["solo", "soltanto", "solamente", "oltre", "appena", "prima", "piu", "meno", "only", "just", "later"];
    if c.take_any(&beyond).is_some() {
        return None;
    }
    if tokens[at.saturating_sub(4)..at].iter().any(|token| token.tags.any(Tags::UNREAL)) {
        return None;
    }
    let (mut auxiliary, mut still, mut reflexive) = (at > 0 && is_auxiliary(&tokens[at - 1]), false, false);
    while let Some(token) = c.token() {
        if token.tags.any(Tags::UNREAL) {
            return None;
        }
        if is_work(token) || token.tags.any(Tags::NEUTRAL.or(Tags::ABLE)) {
            break;
        }
        let clitic = ["lo", "la", "l", "li", "le", "ci", "vi", "ne", "gli", "se", "s", "mi", "c", "v"]
            .contains(&token.text);
        if clitic {
            // "Non lo ha riconsegnato".
        } else if token.tags.any(Tags::COPULA.or(Tags::HAVE)) || token.text == "si" {
            auxiliary = true;
            reflexive |= token.text == "si";
        } else if token.tags.any(Tags::ADVERB) {
            still |= matches!(token.text, "ancora" | "yet" | "still");
        } else {
            break;
        }
        c.at += 1;
    }
    let token = c.token()?;
    if token.tags.any(Tags::ABLE) {
        return Some(end_of_phrase(c.from(c.at + 1)));
    }
    if is_work(token) || token.participle && (auxiliary || at == 0 || tokens[at - 1].tags.any(Tags::BUT)) {
        return (!is_harmless(clause, at, c.at, reflexive, next)
            && is_predicate(clause, at, c.at, auxiliary))
        .then_some(c.at + 1);
    }
    if token.tags.any(Tags::NEUTRAL) {
        return None;
    }
    // "Non è stato per motivi organizzativi … dare corso".
    if auxiliary && token.tags.any(Tags::PREPOSITION) {
        for (place, token) in tokens.iter().enumerate().skip(c.at).take(REACH) {
            if token.tags.any(Tags::NEUTRAL.or(Tags::UNREAL).or(Tags::RELATIVE)) {
                return None;
            }
            if token.tags.any(Tags::DEED_INFINITIVE.or(Tags::ABLE)) {
                return Some(end_of_phrase(clause.cursor().from(place + 1)));
            }
        }
        return None;
    }
    // "Non ancora operativo": whatever it is, it is not so yet.
    let plain = still && !token.tags.any(Tags::BAD) && token.kind == Kind::Word;
    (plain && is_predicate(clause, at, c.at, auxiliary)).then_some(c.at + 1)
}

fn is_auxiliary(token: &Token<'_>) -> bool {
    token.tags.any(Tags::COPULA.or(Tags::HAVE)) && !is_conjunction(token)
}

/// Over the few words that say what: "possibile dare corso al ricondizionamento".
fn end_of_phrase(from: Cursor<'_>) -> usize {
    let more =
        from.rest().iter().take(6).take_while(|token| !token.tags.any(Tags::AND) || token.accented).count();
    from.at + more
}

/// Whether what is denied is no failure after all.
fn is_harmless(
    clause: &Clause<'_>,
    negation: usize,
    deed: usize,
    reflexive: bool,
    next: Option<&Clause<'_>>,
) -> bool {
    let tokens = clause.tokens;
    let word = &tokens[deed];
    // "Non si sono verificati", "non si è reso necessario".
    if reflexive
        && (word.text.starts_with("verificat")
            || word.text.starts_with("avvenut")
            || word.text.starts_with("prodott"))
    {
        return true;
    }
    let after = &tokens[deed + 1..];
    if after.iter().take(2).any(|token| token.tags.any(Tags::NEUTRAL)) {
        return true;
    }
    // "Non ha dato luogo a richieste", "non si procede se non dopo …".
    let phrase =
        |phrase: &str| (0..tokens.len()).any(|at| at >= deed && clause.cursor().from(at).take_phrase(phrase));
    if phrase("luogo a") || phrase("se non") {
        return true;
    }
    let around = || tokens[negation.saturating_sub(8)..negation].iter().chain(after.iter().take(6));
    let raised = [
        "presentat",
        "fatt",
        "moss",
        "sollevat",
        "formulat",
        "verificat",
        "avvenut",
        "avut",
        "causat",
        "creat",
        "generat",
        "prodott",
        "ricevut",
        "depositat",
        "inviat",
        "iscritt",
        "accertat",
        "arrivat",
        "attivat",
        "apert",
    ];
    let raises = word.text.is_empty() || raised.iter().any(|stem| word.text.starts_with(stem));
    if raises && !word.tags.any(Tags::REMEDY) && around().any(|token| token.tags.any(Tags::BAD)) {
        return true;
    }
    let comes_from_others = ["presentat", "ricevut", "pervenut", "formulat", "depositat", "arrivat"];
    if comes_from_others.iter().any(|stem| word.text.starts_with(stem))
        && around().any(|token| token.tags.any(Tags::DEMAND))
    {
        return true;
    }
    // "Non in presenza ma on line", "non dall'ufficio ma dal consulente": done, in another way.
    let corrected = |tokens: &[Token<'_>]| {
        tokens.iter().position(|token| token.tags.any(Tags::BUT)).is_some_and(|but| {
            let then = &tokens[but + 1..];
            let verb = then.iter().any(|token| is_auxiliary(token) || is_work(token));
            !verb && then.first().is_some_and(|token| token.tags.any(Tags::PREPOSITION))
        })
    };
    corrected(after)
        || next.is_some_and(|next| {
            next.left == Some(Break::Comma)
                && next.tokens.first().is_some_and(|token| token.tags.any(Tags::BUT))
                && corrected(next.tokens)
        })
}

/// Whether a denied participle is said of something rather than standing beside a noun: "pratiche non evase nel 2020" only
/// tells which.
fn is_predicate(clause: &Clause<'_>, negation: usize, deed: usize, auxiliary: bool) -> bool {
    let before = &clause.tokens[..negation];
    // "Drafted but never adopted".
    if auxiliary || before.last().is_some_and(|last| last.tags.any(Tags::BUT)) {
        return true;
    }
    let after = &clause.tokens[deed + 1..];
    let says_more = after.iter().any(|token| {
        token.kind == Kind::Word && (is_auxiliary(token) && token.text != "da" || token.tags.any(Tags::DEED))
    });
    if says_more || clause.right == Some(Break::Colon) && !before.is_empty() {
        return false;
    }
    // "Non completato nella pubblicazione", "rapporto semestrale non formalizzato".
    let opens = clause.first || !matches!(clause.left, Some(Break::Comma | Break::Open));
    let short = before.len() <= 8
        && !before.iter().any(|token| is_auxiliary(token) || is_work(token) || token.tags.any(Tags::DENIAL))
        && !before.first().is_some_and(|token| token.tags.any(Tags::PREPOSITION));
    opens && short
}

/// "Nessun corso è stato attivato": the place after the participle.
fn none_done(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tokens = clause.tokens;
    if at > 0 && tokens[at - 1].tags.any(Tags::PREPOSITION) {
        return None;
    }
    let of_plan = tokens[at + 1..]
        .iter()
        .take(4)
        .any(|token| token.tags.any(Tags::PLANNED.or(Tags::GENERAL).or(Tags::HEAD)));
    if !of_plan {
        return None;
    }
    for (place, token) in tokens.iter().enumerate().skip(at + 1).take(8) {
        if token.tags.any(Tags::BAD.or(Tags::DEMAND).or(Tags::NEUTRAL).or(Tags::UNREAL).or(Tags::RELATIVE)) {
            return None;
        }
        if is_work(token) && place > at + 1 {
            let auxiliary = tokens[at..place].iter().any(is_auxiliary);
            let reflexive = tokens[at..place].iter().any(|token| token.text == "si");
            let more = tokens[place..].iter().any(is_auxiliary);
            if !auxiliary && more {
                continue;
            }
            return (!is_harmless(clause, at, place, reflexive, None)).then_some(place + 1);
        }
    }
    None
}

/// "Mancata approvazione del piano", where it is the news or its cause.
fn failed(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tokens = clause.tokens;
    let next = tokens.get(at + 1)?;
    if !next.tags.any(Tags::DEED_NOUN.or(Tags::ACHIEVEMENT))
        || tokens.iter().any(|token| token.tags.any(Tags::UNREAL))
    {
        return None;
    }
    let causal = |token: &Token<'_>| {
        matches!(token.text, "causa" | "stante" | "per" | "vista" | "data" | "due" | "dalla")
    };
    let before = &tokens[..at];
    // "Per la mancata approvazione", and not "verbali per mancata copertura".
    let bare = before.last().is_some_and(|last| last.text == "per");
    let leads = !bare && before.iter().rev().take(3).any(causal)
        || before.iter().all(|token| token.tags.any(Tags::ARTICLE));
    leads.then_some(at + 2)
}

/// "Quello per gli operatori cimiteriali no".
fn not_this_one(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tokens = clause.tokens;
    let [first, .., before, last] = tokens else { return None };
    let names = first.tags.any(Tags::PRONOUN.or(Tags::ARTICLE)) && !clause.has(Tags::BAD);
    let or_not = before.tags.any(Tags::YES) || matches!(before.text, "o" | "e" | "se" | "perche");
    let is_no = last.text == "no" && !or_not && !clause.has(Tags::CONDITION.or(Tags::RELATIVE));
    (at == 0 && is_no && names).then_some(tokens.len())
}

/// "La mancanza di offerte ha impedito l'affidamento".
fn prevented(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tokens = clause.tokens;
    if !tokens[at].tags.any(Tags::PREVENTED)
        || !tokens[..at].iter().rev().take(2).any(|token| token.tags.any(Tags::HAVE))
    {
        return None;
    }
    let denied = tokens[..at].iter().any(|token| token.tags.any(Tags::DENIAL));
    let what = tokens[at + 1..]
        .iter()
        .take(4)
        .position(|token| token.tags.any(Tags::DEED_NOUN.or(Tags::DEED_INFINITIVE).or(Tags::PLANNED)))?;
    (!denied).then_some(at + 2 + what)
}

/// "Resta da completare", "è ancora in corso", "la gara è andata deserta".
fn pending(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tokens = clause.tokens;
    let before = &tokens[..at];
    let unstated = Tags::NEGATION.or(Tags::UNREAL);
    let meno = tokens.iter().any(|token| matches!(token.text, "necessita" | "esigenza" | "bisogno"));
    if meno || !tokens[at].tags.any(Tags::PENDING) || before.iter().any(|token| token.tags.any(unstated)) {
        return None;
    }
    let mut c = clause.cursor().from(at);
    c.take_listed(&lexicon::PENDING).then(|| end_of_phrase(c).min(c.at + 3))
}

/// "La gara è stata rinviata", "sospesi i lavori", of what was planned.
fn put_off(clause: &Clause<'_>, at: usize, next: Option<&Clause<'_>>) -> Option<usize> {
    use Status::{Cancelled, Postponed, Suspended};
    let tokens = clause.tokens;
    let Some(Verb::Plain(Suspended | Postponed | Cancelled)) = tokens[at].verb else { return None };
    let before = &tokens[at.saturating_sub(10)..at];
    let after = &tokens[at + 1..];
    let changes = Tags::NEGATION.or(Tags::DENIAL).or(Tags::UNREAL).or(Tags::RELATIVE).or(Tags::PREPOSITION);
    if before.iter().rev().take(4).any(|token| token.tags.any(changes) && token.text != "a")
        && !is_copula_near(before)
    {
        return None;
    }
    if before.iter().any(|token| token.tags.any(Tags::DENIAL.or(Tags::UNREAL))) || has_resumed(clause, at) {
        return None;
    }
    // What these are said of is hardly ever anything but work that was planned; "eliminate", "revocate" are work themselves.
    let halting = [
        "sospes",
        "rinviat",
        "posticipat",
        "differit",
        "rimandat",
        "slittat",
        "annullat",
        "congelat",
        "interrott",
        "suspended",
        "postponed",
        "deferred",
        "cancelled",
        "halted",
    ];
    let halts = halting.iter().any(|stem| tokens[at].text.starts_with(stem));
    let around = || before.iter().chain(after.iter().take(4));
    if around().any(|token| token.tags.any(Tags::OFFICIAL.or(Tags::BAD))) {
        return None;
    }
    let noun = |token: &Token<'_>| token.kind == Kind::Word && token.text.is_empty() && !token.participle;
    let planned = |token: &Token<'_>| {
        token.tags.any(Tags::PLANNED) && token.text != "prima"
            || halts && (noun(token) || token.tags.any(Tags::DEED_NOUN))
    };
    let subject_before = before.iter().any(planned);
    let subject_after = after.iter().take(4).any(planned);
    let opens = at == 0 || is_copula_near(before);
    let stands = match (subject_before, subject_after) {
        // "Lavori sospesi", or an account that goes on with another verb: "i lavori sospesi nel 2020 sono ripresi".
        (true, _) => is_copula_near(before) || (before.len() <= 6 && !after.iter().any(is_auxiliary)),
        // What comes after the participle must be known to be planned: "interrotte le situazioni di pericolo" is a deed.
        (false, true) => opens && after.iter().take(4).any(|token| token.tags.any(Tags::PLANNED)),
        (false, false) => false,
    };
    // "… ma già a maggio si è ricominciato".
    let to_court = after.iter().take(3).any(|token| token.text == "giudizio");
    let stands = stands && !to_court && !clause.tokens.iter().any(|token| token.text == "intende");
    let but = after.iter().any(|token| token.tags.any(Tags::BUT))
        || next.is_some_and(|next| !next.first && next.tokens[0].tags.any(Tags::BUT));
    (stands && !but).then_some(at + 1)
}

/// "È saltata", "ha omesso", "la fornitura è sfumata".
fn undoing(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tokens = clause.tokens;
    let before = &tokens[..at];
    let unstated = Tags::DENIAL.or(Tags::UNREAL).or(Tags::CONDITION);
    let opens = at == 0 && tokens.get(1).is_some_and(|next| next.tags.any(Tags::ARTICLE));
    let stands = tokens[at].tags.any(Tags::UNDOING)
        && (opens || before.iter().rev().take(3).any(|token| is_auxiliary(token) && token.text != "da"))
        && !before.iter().any(|token| token.tags.any(unstated))
        && !tokens[at..].iter().any(|token| token.tags.any(Tags::BUT));
    stands.then_some(at + 1)
}

/// "È da eseguire", "sono da istruire", "inventario da completare".
fn to_be_done(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tokens = clause.tokens;
    let next = tokens.get(at + 1)?;
    if tokens[at].text != "da" || at == 0 {
        return None;
    }
    let before = &tokens[at - 1];
    let predicate = is_auxiliary(before) && matches!(before.text, "e" | "sono" | "resta" | "rimane")
        || before.text == "ancora";
    let finishing = matches!(
        next.text,
        "completare" | "ultimare" | "concludere" | "terminare" | "perfezionare" | "montare"
    );
    let held = matches!(next.text, "considerare" | "ritenere" | "dire" | "segnalare");
    let work = next.infinitive || next.tags.any(Tags::DEED_INFINITIVE);
    let unstated = Tags::DENIAL.or(Tags::UNREAL).or(Tags::CONDITION);
    let stated = !tokens[..at].iter().any(|token| token.tags.any(unstated)) && !held;
    // "Inventario da completare" says so only where nothing else is told.
    let alone = finishing && !clause.has(Tags::COPULA.or(Tags::HAVE)) && before.kind == Kind::Word;
    (stated && work && (predicate || alone)).then_some(at + 2)
}

fn is_copula_near(before: &[Token<'_>]) -> bool {
    before
        .iter()
        .rev()
        .take(4)
        .any(|token| is_auxiliary(token) && !token.tags.any(Tags::ARTICLE) && token.text != "da")
}

fn has_resumed(clause: &Clause<'_>, at: usize) -> bool {
    clause.tokens[at..].iter().any(|token| token.tags.any(Tags::RESUMED))
}

/// "Realizzati solo in parte", "parzialmente completata".
fn in_part(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tokens = clause.tokens;
    let token = &tokens[at];
    let mut c = clause.cursor().from(at);
    let is_done = |token: &Token<'_>| is_work(token) && token.verb.is_some() | token.tags.any(Tags::DEED);
    if is_done(token) {
        c.at += 1;
        let from = c.at;
        let partly = c.take_listed(&lexicon::PARTLY);
        if !partly || tokens[at..].iter().any(|token| token.tags.any(Tags::CONDITION)) {
            return None;
        }
        // "In parte con fondi propri, in parte …" tells how, not how far.
        let how = c.at == from + 2 && c.tags().any(Tags::PREPOSITION);
        return (partly && !how && tokens[from].text != "quasi").then_some(c.at);
    }
    let partly = c.take_listed(&lexicon::PARTLY);
    let defined = || tokens[at..].iter().any(|token| token.tags.any(Tags::CONDITION));
    let stands =
        partly && !defined() && c.token().is_some_and(is_done) && (at == 0 || is_auxiliary(&tokens[at - 1]));
    stands.then_some(c.at + 1)
}
