// SPDX-License-Identifier: AGPL-3.0-or-later
//! Quantities in an indicator's values: "80%", "n. 3 incontri", "1.500 euro", "45 su 50", "non meno di 30 giorni".
//!
//! Never here: a number of an act ("delibera n. 45"), of a year, or one that may be either; nor one of several.

use crate::import::value::amount;
use crate::reading::lexicon::Tags;
use crate::reading::words::{Break, Kind};

use super::Sign;
use super::Unit;
use super::text::Words;

/// A quantity as it stands in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Quantity {
    pub value: f64,
    /// What it is out of, if it is a share: "45 su 50".
    pub of: Option<f64>,
    pub unit: Unit,
    pub sign: Option<Sign>,
    /// Whether it is only about that much.
    pub about: bool,
    /// Whether it may be a year: four digits and nothing else.
    pub may_be_year: bool,
    /// Its tokens, and from `to` on what it counts.
    pub from: usize,
    pub to: usize,
}

/// The number at a place, in digits or in letters, and the place after it.
pub(super) fn length(words: &Words<'_>, at: usize) -> Option<(f64, usize)> {
    let token = words.token(at)?;
    match token.kind {
        Kind::Number => Some((amount(token.text, true)?, after_repeat(words, at + 1))),
        Kind::Word => Some((in_letters(words, at)?, after_repeat(words, at + 1))),
        _ => None,
    }
}

/// The numbers in letters that are read, from one to ten, and a few more.
const COUNTS: [&[&str]; 10] = [
    &["un", "uno", "una", "one"],
    &["due", "two"],
    &["tre", "three"],
    &["quattro", "four"],
    &["cinque", "five"],
    &["sei", "six"],
    &["sette", "seven"],
    &["otto", "eight"],
    &["nove", "nine"],
    &["dieci", "ten"],
];
const MORE: [(f64, &str); 5] =
    [(15.0, "quindici"), (20.0, "venti"), (30.0, "trenta"), (60.0, "sessanta"), (90.0, "novanta")];

fn in_letters(words: &Words<'_>, at: usize) -> Option<f64> {
    let count = COUNTS.iter().position(|forms| words.is(at, forms)).map(|place| place as f64 + 1.0);
    count.or_else(|| MORE.iter().find(|(_, word)| words.is(at, &[word])).map(|(value, _)| *value))
}

/// Whether a folded word is a number in letters.
pub(in crate::reading) fn is_numeral(word: &[u8]) -> bool {
    let mut all = COUNTS.iter().copied().flatten().copied().chain(MORE.map(|(_, word)| word));
    all.any(|numeral| numeral.as_bytes() == word)
}

/// "30 (trenta)".
fn after_repeat(words: &Words<'_>, at: usize) -> usize {
    let is = |at, sign| words.kind(at) == Some(Kind::Break(sign));
    let in_brackets = words.kind(at + 1) == Some(Kind::Word) && words.kind(at + 2).is_some();
    if is(at, Break::Open) && in_brackets && is(at + 2, Break::Close) { at + 3 } else { at }
}

/// The unit at a place, and the place after it.
pub(super) fn unit(words: &Words<'_>, at: usize) -> Option<(Unit, usize)> {
    const UNITS: [(Unit, &[&str]); 8] = [
        (Unit::Days, &["giorni", "giorno", "gg", "g", "days", "day"]),
        (Unit::Hours, &["ore", "ora", "h", "hh", "hours", "hour"]),
        (Unit::Minutes, &["minuti", "minuto", "minutes", "minute"]),
        (Unit::Weeks, &["settimane", "settimana", "weeks", "week"]),
        (Unit::Months, &["mesi", "mese", "months", "month"]),
        (Unit::Years, &["anni", "anno", "years", "year"]),
        (Unit::Euro, &["euro", "eur", "euros"]),
        (Unit::Percent, &["percento", "percent"]),
    ];
    if words.kind(at) == Some(Kind::PercentSign) {
        return Some((Unit::Percent, at + 1));
    }
    if words.is(at, &["per"]) && words.is(at + 1, &["cento", "cent"]) {
        return Some((Unit::Percent, at + 2));
    }
    let (unit, _) = UNITS.iter().find(|(_, forms)| words.is(at, forms))?;
    Some((*unit, words.after_stop(at + 1)))
}

/// What the quantities of a text come to.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Quantities {
    /// The one there is.
    pub one: Option<Quantity>,
    /// Whether there are several, or something that may be one and cannot be read.
    pub unclear: bool,
}

/// The quantities of a text outside of these runs of tokens, which come in their order. Where `signed`, only those that
/// say how they are to be compared. What is in brackets explains what is outside.
pub(super) fn quantities(words: &Words<'_>, without: &[(usize, usize)], signed: bool) -> Quantities {
    let mut found = [Quantities::default(); 2];
    let (mut at, mut depth) = (0, 0_u32);
    let mut without = without.iter().copied().peekable();
    while at < words.tokens.len() {
        if let Some((from, to)) = without.peek().copied()
            && at >= from
        {
            without.next();
            at = to.max(at);
            continue;
        }
        match words.kind(at) {
            Some(Kind::Break(Break::Open)) => depth += 1,
            Some(Kind::Break(Break::Close)) => depth = depth.saturating_sub(1),
            _ => {}
        }
        let read = quantity(words, at);
        let of = &mut found[usize::from(depth > 0)];
        match read {
            Read::Nothing => at += 1,
            Read::Other(to) => at = to.max(at + 1),
            Read::Unclear => {
                of.unclear |= !signed;
                at += 1;
            }
            Read::Quantity(quantity) => {
                at = quantity.to.max(at + 1);
                if signed && quantity.sign.is_none() {
                    continue;
                }
                match of.one {
                    Some(known) => {
                        of.unclear |= (known.value, known.of, known.unit)
                            != (quantity.value, quantity.of, quantity.unit);
                    }
                    None => of.one = Some(quantity),
                }
            }
        }
    }
    let [outside, inside] = found;
    if outside.one.is_none() && !outside.unclear { inside } else { outside }
}

enum Read {
    Nothing,
    /// Something else, up to there.
    Other(usize),
    /// A number that cannot be read.
    Unclear,
    Quantity(Quantity),
}

fn quantity(words: &Words<'_>, at: usize) -> Read {
    let Some(token) = words.token(at) else { return Read::Nothing };
    let (start, end) = (token.span.start as usize, token.span.end as usize);
    let before = || start.checked_sub(1).and_then(|before| words.char(before));
    let in_digits = match token.kind {
        Kind::Number => true,
        // In letters only where a word says how to compare it: "un" is an article, too.
        Kind::Word if token.tags.any(Tags::COUNT) || words.is(at, &["un"]) => false,
        _ => return Read::Nothing,
    };
    if in_digits {
        // "Covid-19", "-5", "50-60"; "1° maggio" was taken as a date.
        let glued = before().is_some_and(|c| c.is_alphanumeric() || c == '_');
        if glued || is_reference(words, at) || matches!(words.char(end), Some('°' | 'ª' | 'º' | '^')) {
            return Read::Other(at + 1);
        }
        match before() {
            Some('-') => {
                let name =
                    start.checked_sub(2).and_then(|at| words.char(at)).is_some_and(char::is_alphabetic);
                return if name { Read::Other(at + 1) } else { Read::Unclear };
            }
            Some(':' | '±' | '+') if words.char(end).is_some() => return Read::Unclear,
            _ => {}
        }
        let after = words.char(end + 1);
        // A range, or the time of a day.
        if matches!(words.char(end), Some('-' | ':')) && after.is_some_and(|c| c.is_ascii_digit()) {
            return Read::Unclear;
        }
    }
    let Lead { sign, about } = lead(words, at);
    // "Tre" opens a value; "un" is an article, and "uno di" a pronoun.
    let opens = at == 0 && !words.is(at, &["un", "uno", "una", "one"]);
    if !in_digits && sign.is_none() && !opens {
        return Read::Nothing;
    }
    let (number, to) = if in_digits {
        // Thousands or decimals: the unit tells.
        let next = after_repeat(words, at + 1);
        let percent = matches!(unit(words, next), Some((Unit::Percent, _)));
        match amount(token.text, !percent) {
            Some(number) => (number, next),
            None => return Read::Unclear,
        }
    } else {
        match length(words, at) {
            Some(read) => read,
            None => return Read::Nothing,
        }
    };
    let mut quantity = Quantity {
        value: number,
        of: None,
        unit: Unit::Count,
        sign,
        about,
        may_be_year: false,
        from: at,
        to,
    };
    match share(words, to) {
        Share::None => {}
        Share::Unclear => return Read::Unclear,
        Share::Of(whole, to) if whole == 100.0 && words.kind(at + 1) == Some(Kind::Slash) => {
            (quantity.unit, quantity.to) = (Unit::Percent, to);
        }
        Share::Of(whole, to) => {
            (quantity.of, quantity.unit, quantity.to) = (Some(whole), Unit::Percent, to);
        }
    }
    if quantity.to == to {
        // "€ 1.500", "1.500 €".
        let euro = [skip_spaces_back(words, start), end + usize::from(words.char(end) == Some(' '))];
        if euro.into_iter().any(|at| words.char(at) == Some('€')) {
            quantity.unit = Unit::Euro;
        } else if let Some((unit, to)) = unit(words, to) {
            (quantity.unit, quantity.to) = (unit, to);
        }
    }
    // "2 milioni", "3 mila": as many times as much.
    if words.is(quantity.to, &["mila", "milioni", "milione", "mln", "miliardi", "million", "thousand"]) {
        return Read::Unclear;
    }
    if words.is(quantity.to, &["circa", "ca"]) {
        quantity.about = true;
    }
    if quantity.sign.is_none() {
        quantity.sign = trailing_sign(words, quantity.to);
    }
    let year = token.text.len() == 4 && (1900.0..2200.0).contains(&number) && quantity.to == at + 1;
    if year && in_digits {
        let dated = at.checked_sub(1).is_some_and(|before| {
            words.is(
                before,
                &["nel", "del", "dell", "dal", "al", "anno", "in", "di", "year", "esercizio", "e", "l"],
            )
        });
        if dated {
            return Read::Other(at + 1);
        }
        quantity.may_be_year = sign.is_none() && nouns(words, &quantity).is_empty();
    }
    Read::Quantity(quantity)
}

/// Whether a number is that of an act, an article, a phase.
fn is_reference(words: &Words<'_>, at: usize) -> bool {
    const ACTS: &[&str] = &[
        "art",
        "articolo",
        "articoli",
        "delibera",
        "deliberazione",
        "determina",
        "determinazione",
        "det",
        "dgc",
        "dcc",
        "gc",
        "cc",
        "dlgs",
        "lgs",
        "dl",
        "dpr",
        "legge",
        "lr",
        "decreto",
        "ordinanza",
        "comma",
        "cui",
        "prot",
        "protocollo",
        "fase",
        "reg",
        "lotto",
        "punto",
        "missione",
        "programma",
        "obiettivo",
        "allegato",
        "regolamento",
        "act",
        "phase",
    ];
    let mut before = at;
    // "Delibera n. 45", "delibera di G.C. n. 45".
    for _ in 0..2 {
        let Some(back) = before.checked_sub(1) else { return false };
        if words.kind(back) == Some(Kind::Break(Break::Stop)) || words.is(back, &["n", "nr", "num"]) {
            before = back;
        }
    }
    before.checked_sub(1).is_some_and(|back| words.is(back, ACTS))
}

fn skip_spaces_back(words: &Words<'_>, from: usize) -> usize {
    let back = |at: usize| at.checked_sub(1);
    match back(from) {
        Some(at) if words.char(at) == Some(' ') => back(at).unwrap_or(usize::MAX),
        Some(at) => at,
        None => usize::MAX,
    }
}

enum Share {
    None,
    Unclear,
    Of(f64, usize),
}

/// "… su 50", "… incontri su 50", "…/50", "… dei 91".
fn share(words: &Words<'_>, at: usize) -> Share {
    let value = |at: usize| {
        let token = words.token(at).filter(|token| token.kind == Kind::Number)?;
        amount(token.text, true).filter(|whole| *whole > 0.0)
    };
    let first = at.checked_sub(1).and_then(value);
    if words.kind(at) == Some(Kind::Slash) {
        let Some(whole) = value(at + 1) else { return Share::Unclear };
        // "45/2021" is an act, "31/12" a day, "24/7" neither.
        let sane = first.is_some_and(|part| part <= whole) && !(1900.0..2200.0).contains(&whole);
        let more = words.kind(at + 2) == Some(Kind::Slash) || words.kind(at + 2) == Some(Kind::PercentSign);
        return if sane && !more { Share::Of(whole, at + 2) } else { Share::Unclear };
    }
    let mut to = at;
    // The share of what: at most two words. A percentage is one already.
    while to < at + 2
        && words.kind(to) == Some(Kind::Word)
        && !words.is(to, &["su", "sul", "dei", "delle", "out"])
    {
        to += 1;
    }
    if words.is(to, &["su", "sul"]) || words.is(to, &["out"]) && words.is(to + 1, &["of"]) {
        to += 1 + usize::from(words.is(to, &["out"]));
        while words.is(to, &["un", "totale", "di", "a", "total", "of", "n"]) {
            to += 1;
        }
    } else if to == at && words.is(to, &["dei", "delle"]) {
        to += 1;
    } else {
        return Share::None;
    }
    match value(to) {
        Some(_) if words.kind(to + 1) == Some(Kind::PercentSign) => Share::Unclear,
        Some(whole) => Share::Of(whole, to + 1),
        None => Share::None,
    }
}

struct Lead {
    sign: Option<Sign>,
    about: bool,
}

/// What stands before a number: signs, else words.
fn lead(words: &Words<'_>, at: usize) -> Lead {
    let Some(token) = words.token(at) else { return Lead { sign: None, about: false } };
    let mut place = token.span.start as usize;
    let mut signs = [' '; 2];
    let mut count = 0;
    // At most "€" and a few spaces between.
    for _ in 0..8 {
        let Some(back) = place.checked_sub(1) else { break };
        match words.char(back) {
            Some(' ' | '€') if count == 0 => {}
            Some(c @ ('<' | '>' | '=' | '≤' | '≥' | '⩽' | '⩾' | '~' | '≈')) => {
                if let Some(sign) = signs.get_mut(count) {
                    *sign = c;
                }
                count += 1;
            }
            _ => break,
        }
        place = back;
    }
    let has = |c: char| signs.contains(&c);
    let (more, less) = (has('>') || has('≥') || has('⩾'), has('<') || has('≤') || has('⩽'));
    if count > 0 && more != less {
        let strict = !(has('=') || has('≥') || has('⩾') || has('≤') || has('⩽'));
        return Lead { sign: Some(Sign { at_least: more, strict }), about: false };
    }
    if has('~') || has('≈') {
        return Lead { sign: None, about: true };
    }
    words_before(words, at)
}

/// "Almeno il", "non meno di", "entro", "per un massimo di n.", "circa".
fn words_before(words: &Words<'_>, at: usize) -> Lead {
    const SMALL: &[&str] = &[
        "il", "lo", "la", "l", "le", "i", "gli", "un", "una", "n", "nr", "num", "numero", "pari", "the",
        "valore", "no", "nel",
    ];
    const PREPOSITIONS: &[&str] = &[
        "di", "del", "dell", "dello", "della", "dei", "delle", "a", "al", "all", "alla", "ai", "than", "of",
        "to", "the",
    ];
    let mut to = at;
    let (mut linked, mut about) = (false, false);
    for _ in 0..5 {
        let Some(back) = to.checked_sub(1) else { break };
        if words.is(back, PREPOSITIONS) {
            linked = true;
        } else if words.is(back, &["circa", "ca", "about", "quasi"]) {
            about = true;
        } else if !words.is(back, SMALL) && !is_stop_of_abbreviation(words, back) {
            break;
        }
        to = back;
    }
    let Some(last) = to.checked_sub(1) else { return Lead { sign: None, about } };
    let second = last.checked_sub(1).unwrap_or(usize::MAX);
    let denied = words.is(second, &["non", "not", "no", "nor"]);
    // What says more or less, whether the limit itself is left out, and whether a preposition must follow.
    let at_least = ["almeno", "minimo", "minima", "minimi", "min", "least", "minimum"];
    let at_most = ["massimo", "massima", "massimi", "max", "entro", "most", "within", "maximum"];
    let sign = |at_least: bool, strict: bool| Some(Sign { at_least, strict });
    let more = ["superiore", "superiori", "maggiore", "maggiori"];
    let less = ["inferiore", "inferiori", "minore", "minori"];
    let sign = if words.is(last, &at_least) {
        sign(true, false)
    } else if words.is(last, &at_most) {
        sign(false, false)
    } else if words.is(last, &more)
        || words.is(last, &["oltre"])
        || linked && words.is(last, &["piu", "more", "greater", "higher"])
    {
        sign(!denied, !denied)
    } else if words.is(last, &less) || linked && words.is(last, &["meno", "less", "fewer", "lower"]) {
        sign(denied, !denied)
    } else if words.is(last, &["uguale"]) && words.is(second, &["o"]) {
        // "Maggiore o uguale a".
        let third = second.checked_sub(1).unwrap_or(usize::MAX);
        if words.is(third, &more) {
            sign(true, false)
        } else if words.is(third, &less) {
            sign(false, false)
        } else {
            None
        }
    } else {
        None
    };
    Lead { sign, about }
}

/// The stop of "min. 3", "max. 5", "ca. 80", or a colon.
fn is_stop_of_abbreviation(words: &Words<'_>, at: usize) -> bool {
    match words.kind(at) {
        Some(Kind::Break(Break::Stop)) => {
            at.checked_sub(1).is_some_and(|before| words.is(before, &["min", "max", "ca", "n", "nr", "num"]))
        }
        Some(Kind::Break(Break::Colon)) => true,
        _ => false,
    }
}

/// "5 massimo", "3 o più".
fn trailing_sign(words: &Words<'_>, at: usize) -> Option<Sign> {
    let or_more = words.is(at, &["o", "or"]) && words.is(at + 1, &["piu", "more"]);
    if or_more || words.is(at, &["minimo", "minimi", "min", "minimum"]) {
        return Some(Sign { at_least: true, strict: false });
    }
    words.is(at, &["massimo", "massimi", "max", "maximum"]).then_some(Sign { at_least: false, strict: false })
}

/// The words that say what a quantity counts: the first few after it.
fn nouns(words: &Words<'_>, quantity: &Quantity) -> Vec<String> {
    const SHORTEST: usize = 4;
    let after = (0..6).filter_map(|more| quantity.to.checked_add(more));
    let after = after.take_while(|at| words.kind(*at) == Some(Kind::Word));
    after.map(|at| words.word(at)).filter(|word| word.chars().count() >= SHORTEST).collect()
}

/// Whether two quantities may count the same: one does not say what, or they share a word.
pub(super) fn counts_same(a: (&Words<'_>, &Quantity), b: (&Words<'_>, &Quantity)) -> bool {
    let (a, b) = (nouns(a.0, a.1), nouns(b.0, b.1));
    // Words agree in number and kind by their ends: "incontro", "incontri".
    let akin = |a: &str, b: &str| {
        let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
        same >= 3 && same + 2 >= a.len().min(b.len()) && a.len().abs_diff(b.len()) <= 4
    };
    a.is_empty() || b.is_empty() || a.iter().any(|a| b.iter().any(|b| akin(a, b)))
}

/// Whether a quantity says nothing of what it counts.
pub(super) fn is_bare(words: &Words<'_>, quantity: &Quantity) -> bool {
    quantity.unit == Unit::Count && nouns(words, quantity).is_empty()
}
