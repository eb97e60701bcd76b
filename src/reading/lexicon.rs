// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words that outcomes are read by, folded (no case, no accent), Italian and English, each with what it can be.
//!
//! Never here: how they combine (see `verdict` and `report`). A word that is not here is one that nothing is read from.

mod undone;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::Status;
use super::clause::Cursor;
pub(super) use undone::{BACKGROUND, PENDING, TAKES_PLACE, YEAR_END};

/// What a word can be, one bit for each class.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tags(u128);

/// Numbers the classes one after the other.
macro_rules! tags {
    (@ $at:expr;) => {};
    (@ $at:expr; $(#[$doc:meta])* $name:ident $($rest:tt)*) => {
        $(#[$doc])* pub const $name: Self = Self(1 << $at);
        tags!(@ $at + 1; $($rest)*);
    };
}

impl Tags {
    tags!(@ 0;
        /// What a verdict is about: "obiettivo".
        HEAD
        /// The one thing of a row by a general word: "progetto".
        GENERAL
        /// A part of it, told from others by a number: "fase 1".
        PART
        /// What may stand beside a head: "operativo".
        COMPANION
        /// Articles and the like before a head.
        ARTICLE
        /// Between a subject and its participle.
        COPULA
        /// "Ha", "hanno".
        HAVE
        /// What may stand between an auxiliary and its participle without changing what is said.
        ADVERB
        /// "Non".
        NEGATION
        /// Denies something of a sentence.
        DENIAL
        /// After it nothing is stated: conditions, purposes.
        CONDITION
        /// The mood or tense of what is not, or not any more: "sia", "era", "sarà".
        UNREAL
        /// What is said of a thing beside the sentence: "che", "cui".
        RELATIVE
        /// Cannot end a clause.
        DANGLING
        /// In full; negated, it says in part.
        FULLY
        /// Makes a number less than exact.
        ABOUT
        /// Leads to the number of a degree.
        TO_NUMBER
        /// What a stated degree is called.
        LABEL
        /// What a label is of.
        LABEL_OF
        /// Between a label and its number.
        LABEL_LINK
        /// First word of a phrase about time.
        TIME_START
        /// Within a phrase about time.
        TIME
        /// An answer.
        YES
        /// An answer that denies.
        NO
        /// Opens what is said beside a verdict: cause, means, time, concession.
        OPENER
        /// Takes a part away from what was said.
        EXCEPTION
        /// Sets something against what was said.
        ADVERSATIVE
        /// A participle of work: done, or undone when denied.
        DEED
        /// The infinitive of such work.
        DEED_INFINITIVE
        /// The noun of such work: "approvazione".
        DEED_NOUN
        /// A participle of finding, needing, receiving: its negation is no failure.
        NEUTRAL
        /// What is better not there: "reclami".
        BAD
        /// What others may ask for or not: "richieste".
        DEMAND
        /// A participle that takes something bad away: "risolte". Its negation is a failure even so.
        REMEDY
        /// What is planned, so that putting it off is worth saying: "corso", "gara".
        PLANNED
        /// "Poi", "successivamente".
        THEN
        /// "Inizialmente".
        FIRST
        /// "Possibile", "potuto", "riusciti".
        ABLE
        /// "E", "and".
        AND
        /// "Ma", "bensì".
        BUT
        /// "Raggiungimento".
        ACHIEVEMENT
        /// "Pieno", "totale".
        FULL
        /// "Parziale".
        PARTIAL
        /// "Mancato".
        FAILED
        /// "Tutti".
        ALL
        /// "Nessuno".
        NONE
        /// Any preposition, with or without its article.
        PREPOSITION
        /// Begun again after it stood still.
        RESUMED
        /// Parts a number into a share: "su", "dei".
        SHARE
        /// Abbreviations before a number: their stop ends nothing.
        NUMBER_SIGN
        /// A number in letters.
        COUNT
        /// First word of a phrase of [`EARLY`], [`LATE`] or [`ON_TIME`].
        TIMELY
        /// A month.
        MONTH
        /// "Impedito": it keeps what follows from being done.
        PREVENTED
        /// "Consentito", "garantito": it brings what follows about.
        ENABLED
        /// "Attesta", "conferma": it states what follows.
        ATTESTED
        /// "Deciso", "ritenuto": what follows was decided.
        DECIDED
        /// "Quello": one of what was planned.
        PRONOUN
        /// Part of a whole: "terzi", "metà".
        FRACTION
        /// A part by its place: "prima", "seconda".
        ORDINAL
        /// A condition proper: "se", "qualora".
        HYPOTHESIS
        /// What was expected: "previsioni", "target".
        EXPECTED
        /// What an office suspends, annuls and revokes as its work: "verbali", "termini".
        OFFICIAL
        /// A participle that tells of failure by itself: "saltata", "omesso".
        UNDOING
        /// Says how something went, though it is no participle: without any such word a clause states no verdict.
        PIVOT
        /// An abbreviation: its stop ends nothing.
        ABBREVIATION
        /// The plan that objectives stand in: "PEG".
        PLAN
        /// A side of the whole: "versante".
        SCOPE
        /// "Ha trovato", "ha avuto", before a noun of [`CARRIED_OUT`].
        UNDERGONE
        /// "Attuazione", "compimento": what is had or found by what is achieved.
        CARRIED_OUT
        /// "Raggiungere".
        ACHIEVE_INFINITIVE
        /// "Misurare".
        MEASURE
        /// What follows when something is called off: "rimborsati".
        UNWOUND
        /// What others handed in: "pervenute".
        ARRIVED
        /// Not all: "alcune".
        SOME
        /// A time that is kept or not: "scadenze".
        TERM
        /// "Rispettate", of a time.
        KEPT
        /// "Sforate", of a time.
        OVERRUN
        /// "Rinviata", "sospeso": hardly ever said of anything but work that was planned.
        HALTED
        /// "Sollevati", "presentati": of bad things, it is no failure that they were not.
        RAISED
        /// "Verificati": what happens by itself.
        OCCURRED
        /// What was planned, besides [`Tags::PLANNED`]: "posa", "accordo".
        TASK
        /// Counts as work where it is denied, besides [`Tags::DEED`]: "disposto", "ripresentata".
        WORKED
        /// "Ancora", "tuttora".
        STILL
        /// "Resta", "rimane".
        REMAINS
        /// Says by itself that something is not there or not finished: "assente", "inevasa".
        LACKING
        /// Says so of what remains: "resta chiuso", "tuttora privo".
        IDLE
        /// "Vigore", "funzione": what is still in it is well.
        RUNNING
        /// The infinitive of ending: "completare".
        FINISHING
        /// "Sarà".
        FUTURE
        /// "Era", "aveva".
        PAST
        /// "Restanti": what is left of the whole.
        REMAINDER
        /// "Però", "invece".
        CONTRAST
        /// "Benché", "pur".
        CONCEDING
        /// "Solo", "oltre": after "non" it denies nothing.
        MERELY
        /// "Solo", of a share.
        ONLY
        /// "Lunedì", "giorni".
        DAY
        /// "Lo", "ne", "ci".
        CLITIC
        /// Those who do or do not as they like: "utenti", "candidati".
        OTHERS
        /// "Vecchio", "precedente": what is done away with.
        OLD
        /// What is tried again: "gara", "bando".
        ATTEMPT
                        /// "Nonostante".
        DESPITE
        /// "Sollecito": after it things were done.
        URGED
                                /// "Stravolto", "guastato": that it was not done is well.
        ADVERSE
        /// "Pioggia": what it does not do is well.
        ADVERSITY
                /// "Esclusa", "sostituito": what others did not do was answered.
        ANSWERED
                        /// "Stato": the passive.
        PASSIVE
        /// "Viene", "può": what is never so is a rule.
        RULE
        /// "Nulla".
        NOTHING
        /// "Causa", "stante": what comes next is the cause.
        CAUSAL
        /// "Attende", "salta": with a preposition after it, it says something else.
        FICKLE
        /// "Manca", "slitta": of time and of bad things it says no failure.
        OF_GOODS
                /// "Offerta", "ditta": where none comes, a tender fails.
        BIDDER
        /// "Segnalare": to be said, not to be done.
        HELD
        /// "Bocciato", of what was proposed.
        REJECTED
        /// "Primavera", "anno": a later time.
        LATER
        /// What leads to something told elsewhere: "vedasi".
        ASIDE
    );

    /// None: a word that is known so that phrases can name it.
    pub const KNOWN: Self = Self(0);

    /// Whether it can be any of these.
    pub fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// This and those.
    pub const fn or(self, more: Self) -> Self {
        Self(self.0 | more.0)
    }
}

/// What a participle says, and what its negation says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    /// Achieved; not achieved.
    Achieve,
    /// Completed; its negation says that something is missing, not that nothing was achieved.
    Complete,
    /// Done: of a whole objective only its negation says something.
    Do,
    /// Surpassed.
    Exceed,
    /// Moved: put off, if a time follows.
    Move,
    /// Achieved, of an objective; of anything else it says less: "ottenuto", "rispettato".
    Reach,
    /// Concluded: a state of the work, and a verdict only where it ends well or says nothing more.
    Conclude,
    /// Missed.
    Miss,
    /// Not achieved, without a negation: "inattuato", "sulla carta".
    Unachieved,
    /// A status by itself, whose negation says nothing.
    Plain(Status),
    /// Measurable: only its negation says something.
    Measurable,
}

/// Phrases of one kind; the number tells the kinds apart in what a word may begin.
///
/// A list is one text, with a mark after each phrase: a place and a length for each would weigh more than its letters.
pub(super) struct Phrases(u32, &'static str);

/// The phrases of a list as one text.
macro_rules! phrases {
    ($($phrase:literal),* $(,)?) => { concat!($($phrase, ";"),*) };
}
use phrases;

impl Phrases {
    /// Every list of phrases. The phrases that say a status have the number after theirs.
    const ALL: [Self; 17] = [
        PARTLY, FULLY, EXCEPTIONS, OF_HUNDRED, PENDING, BACKGROUND, EARLY, LATE, ON_TIME, ASSURANCES, MUST_BE_HELD, IN_LINE,
        MORE_THAN, MEANWHILE, DISCLAIMERS, TAKES_PLACE, YEAR_END,
    ];

    /// The phrases, if one of them may begin with a word.
    pub fn begun_by(&self, begins: u32) -> &'static [&'static str] {
        if begins & (1 << self.0) == 0 { &[] } else { &lexicon().phrases[self.0 as usize] }
    }
}

/// Whether a phrase of [`STATUS_PHRASES`] may begin with a word.
pub(super) fn begins_status(begins: u32) -> bool {
    begins & (1 << Phrases::ALL.len()) != 0
}

/// Whether a phrase that says how something went may begin with a word.
pub(super) fn begins_verdict(begins: u32) -> bool {
    begins_status(begins) || begins & (1 << IN_LINE.0 | 1 << MORE_THAN.0) != 0
}

/// A word as the lexicon has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// The word; empty for one that the lexicon does not have.
    pub text: &'static str,
    /// What it can be.
    pub tags: Tags,
    /// What it says of how something went.
    pub verb: Option<Verb>,
    /// The kinds of phrases that may begin with it, a bit for each.
    pub begins: u32,
    /// Whether it was only recognised in spite of a typing error.
    pub slip: bool,
}

/// No word of the lexicon has more letters.
pub(super) const LONGEST: usize = 18;

/// A word of the lexicon; `None` if it is none.
pub(super) fn look_up(word: &str) -> Option<Word> {
    lexicon().words.get(word).copied().or_else(|| near_miss(word))
}

struct Lexicon {
    words: FxHashMap<&'static str, Word>,
    /// The words that verdicts turn on, to find again in spite of a typing error, by their first letter.
    pivots: [Vec<&'static str>; 26],
    /// The phrases of each list.
    phrases: [Vec<&'static str>; Phrases::ALL.len()],
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut words = FxHashMap::default();
        for &(tags, list) in TAGGED.iter().chain(undone::TAGGED) {
            each_form(list, &mut |form| {
                let word = entry(&mut words, form);
                word.tags = word.tags.or(tags);
            });
        }
        let mut phrase = |phrase: &'static str, kind: u32| {
            for (place, word) in phrase.split(' ').enumerate() {
                each_form(word, &mut |form| {
                    let word = entry(&mut words, form);
                    word.begins |= u32::from(place == 0) << kind;
                });
            }
        };
        let mut phrases: [Vec<&'static str>; Phrases::ALL.len()] = Default::default();
        for Phrases(kind, list) in Phrases::ALL {
            for text in list.split_terminator(';') {
                phrase(text, kind);
                phrases[kind as usize].push(text);
            }
        }
        STATUS_PHRASES.iter().for_each(|(text, _)| phrase(text, Phrases::ALL.len() as u32));
        for (phrase, _) in STATUS_NOUNS.iter().chain(STATUS_INFINITIVES) {
            for (place, word) in phrase.split(' ').enumerate() {
                let word = entry(&mut words, Form::Whole(word));
                let tags = if place == 0 { Tags::PIVOT } else { Tags::KNOWN };
                word.tags = word.tags.or(tags);
            }
        }
        let mut pivots: [Vec<&'static str>; 26] = Default::default();
        for &(verb, list) in VERBS {
            each_form(list, &mut |form| {
                let word = entry(&mut words, form);
                word.verb = Some(verb);
                pivot(&mut pivots, word.text);
            });
        }
        each_form(PIVOTS, &mut |form| pivot(&mut pivots, entry(&mut words, form).text));
        Lexicon { words, pivots, phrases }
    })
}

/// Every form of a list: words as they are, and stems marked by `*` with the four endings of Italian participles, which
/// agree with what they speak of.
fn each_form(list: &'static str, take: &mut dyn FnMut(Form)) {
    for word in list.split_ascii_whitespace() {
        match word.strip_suffix('*') {
            None => take(Form::Whole(word)),
            Some(stem) => ["o", "a", "i", "e"].into_iter().for_each(|end| take(Form::Stem(stem, end))),
        }
    }
}

enum Form {
    Whole(&'static str),
    Stem(&'static str, &'static str),
}

fn entry<'w>(words: &'w mut FxHashMap<&'static str, Word>, form: Form) -> &'w mut Word {
    let text = match form {
        Form::Whole(word) => word,
        Form::Stem(stem, end) => {
            let word = [stem, end].concat();
            match words.get(word.as_str()) {
                Some(known) => known.text,
                // Once, for as long as the page lives.
                None => Box::leak(word.into_boxed_str()),
            }
        }
    };
    debug_assert!(text.len() <= LONGEST, "{text} is longer than the longest");
    words.entry(text).or_insert(Word { text, ..Word::default() })
}

fn pivot(pivots: &mut [Vec<&'static str>; 26], word: &'static str) {
    if word.len() >= SHORTEST_PIVOT
        && let Some(list) = initial(word).and_then(|at| pivots.get_mut(at))
    {
        list.push(word);
    }
}

fn initial(word: &str) -> Option<usize> {
    word.bytes().next()?.checked_sub(b'a').map(usize::from)
}

/// Shorter words have too many neighbours that are words themselves.
const SHORTEST_PIVOT: usize = 6;

/// The word that a typing error made this of. Only the words that verdicts turn on are looked for; first letter and
/// ending must be right, so that "aggiunto" and "realizzare" are not taken for "raggiunto" and "realizzate".
fn near_miss(word: &str) -> Option<Word> {
    if word.len() < SHORTEST_PIVOT {
        return None;
    }
    let candidates = lexicon().pivots.get(initial(word)?)?;
    let mut found = candidates.iter().filter(|pivot| is_slip(word.as_bytes(), pivot.as_bytes()));
    let pivot = found.next()?;
    let word = lexicon().words.get(pivot)?;
    Some(Word { slip: true, ..*word })
}

/// Whether one slip of the fingers parts two words: two letters the wrong way round, one too many, one too few, or a
/// wrong one in the middle.
fn is_slip(written: &[u8], meant: &[u8]) -> bool {
    let (shorter, longer) = if written.len() < meant.len() { (written, meant) } else { (meant, written) };
    if longer.len() - shorter.len() > 1 {
        return false;
    }
    let start = shorter.iter().zip(longer).take_while(|(a, b)| a == b).count();
    let end = shorter.iter().rev().zip(longer.iter().rev()).take_while(|(a, b)| a == b).count();
    let end = end.min(shorter.len() - start);
    let (left, right) = (shorter.len() - start - end, longer.len() - start - end);
    // Of a short word only two letters the wrong way round are found again.
    if meant.len() < 7 && (left, right) != (2, 2) {
        return false;
    }
    match (left, right) {
        (2, 2) => start >= 1 && shorter[start] == longer[start + 1] && shorter[start + 1] == longer[start],
        // A letter written twice, or once instead of twice, may be the last but one.
        (0, 1) if start >= 1 && longer[start] == longer[start - 1] => end >= 1,
        (0, 1) if written.len() < meant.len() && start >= 5 => end >= 1,
        (0 | 1, 1) => start >= 1 && end >= 2,
        _ => false,
    }
}

/// Words that are no verdict themselves and are worth finding in spite of a typing error.
const PIVOTS: &str = "obiettivo obiettivi progetto progetti target traguardo risultato risultati iniziativa intervento attivita mancato
    mancata raggiungimento conseguimento parzialmente completamente pienamente objective partially";

const VERBS: &[(Verb, &str)] = &[
    (Verb::Achieve, "ragg raggiunt* realizzat* conseguit* attuat* centrat* colt* agguantat* soddisfatt* achieved reached met attained
        accomplished fulfilled delivered implemented"),
    (Verb::Complete, "completat* ultimat* completed finished"),
    (Verb::Do, "effettuat* svolt* eseguit* espletat* avviat* iniziat* concretizzat* portat* condott* tenut* organizzat* partit* decollat* fatt* carried done
        started"),
    (Verb::Move, "spostat* prorogat* ricollocat* moved"),
    (Verb::Reach, "hit ottenut* rispettat* assolt* tagliat* compiut* obtained"),
    (Verb::Conclude, "conclus* concluded"),
    (Verb::Exceed, "superat* oltrepassat* sorpassat* sopravanzat* travalicat* exceeded surpassed"),
    (Verb::Miss, "mancat* fallit* disattes* sfuggit* sfumat* naufragat* missed failed unmet"),
    (Verb::Unachieved, "inattuat* irrealizzat* irraggiunt* inconseguit* inadempiut* unachieved unfulfilled"),
    (Verb::Plain(Status::Suspended), "sosp sospes* congelat* interrott* bloccat* ferm* suspended paused halted"),
    (Verb::Plain(Status::Postponed), "rinv rinviat* posticipat* differit* rimandat* slittat* riprogrammat*
        procrastinat* ripianificat* ricalendarizzat* rischedulat* scivolat* traslat* postponed deferred rescheduled delayed"),
    (Verb::Plain(Status::Cancelled), "annull annullat* stralciat* cancellat* soppress* eliminat* revocat* abbandonat* cassat* espunt* depennat*
        ritirat* archiviat* dismess* cancelled canceled withdrawn abandoned dropped scrapped axed aborted
        discontinued"),
    (Verb::Plain(Status::InProgress), "ongoing underway"),
    (Verb::Measurable, "misurabile misurabili valutabile valutabili quantificabile quantificabili
        verificabile verificabili rilevabile rilevabili ricavabile ricavabili desumibile desumibili apprezzabile computabile
        misurat* determinabile determinabili calcolabile stimabile measurable assessable measured assessed"),
];

/// Phrases that say a status without a participle. The longest of those that begin alike comes first.
pub(super) const STATUS_PHRASES: &[(&str, Verb)] = &[
    ("andat* a segno", Verb::Achieve),
    ("tagliat* il traguardo", Verb::Achieve),
    ("giunt* a compimento", Verb::Complete),
    ("giunt* a termine", Verb::Complete),
    ("giunt* al termine", Verb::Complete),
    ("giunt* a conclusione", Verb::Complete),
    ("giunt* in porto", Verb::Complete),
    ("giunt* al traguardo", Verb::Achieve),
    ("arrivat* a compimento", Verb::Complete),
    ("arrivat* in porto", Verb::Complete),
    ("arrivat* al traguardo", Verb::Achieve),
    ("andat* a buon fine", Verb::Complete),
    ("andat* in porto", Verb::Achieve),
    ("andat* a vuoto", Verb::Unachieved),
    ("andat* in fumo", Verb::Unachieved),
    ("riuscit*", Verb::Achieve),
    ("avut* luogo", Verb::Do),
    ("aver luogo", Verb::Do),
    ("avere luogo", Verb::Do),
    ("visto la luce", Verb::Do),
    ("preso avvio", Verb::Do),
    ("preso il via", Verb::Do),
    ("preso corpo", Verb::Do),
    ("taken place", Verb::Do),
    ("take place", Verb::Do),
    ("sulla carta", Verb::Unachieved),
    ("lettera morta", Verb::Unachieved),
    ("fuori portata", Verb::Unachieved),
    ("fuori dalla portata", Verb::Unachieved),
    ("nel cassetto", Verb::Unachieved),
    ("nei cassetti", Verb::Unachieved),
    ("sfugge a ogni", Verb::Plain(Status::NotMeasurable)),
    ("sfugge ad ogni", Verb::Plain(Status::NotMeasurable)),
    ("sfugge a qualsiasi", Verb::Plain(Status::NotMeasurable)),
    ("sfugge alla", Verb::Plain(Status::NotMeasurable)),
    ("impossibile da", Verb::Plain(Status::NotMeasurable)),
    ("immisurabile", Verb::Plain(Status::NotMeasurable)),
    ("unmeasurable", Verb::Plain(Status::NotMeasurable)),
    ("piu che raggiunto", Verb::Exceed),
    ("piu che conseguito", Verb::Exceed),
    ("over performed", Verb::Exceed),
    ("in corso di validita", Verb::Do),
    ("in corso d anno", Verb::Do),
    ("in corso di anno", Verb::Do),
    ("in corso d opera", Verb::Plain(Status::InProgress)),
    ("in corso", Verb::Plain(Status::InProgress)),
    ("in fase di stallo", Verb::Plain(Status::Suspended)),
    ("in una fase di stallo", Verb::Plain(Status::Suspended)),
    ("in fase di sospensione", Verb::Plain(Status::Suspended)),
    ("in una fase di sospensione", Verb::Plain(Status::Suspended)),
    ("in fase di", Verb::Plain(Status::InProgress)),
    ("in fase avanzata di", Verb::Plain(Status::InProgress)),
    ("in fase avanzata", Verb::Plain(Status::InProgress)),
    ("in via di", Verb::Plain(Status::InProgress)),
    ("in pieno svolgimento", Verb::Plain(Status::InProgress)),
    ("in piena attuazione", Verb::Plain(Status::InProgress)),
    ("in piena realizzazione", Verb::Plain(Status::InProgress)),
    ("prosegue", Verb::Plain(Status::InProgress)),
    ("proseguono", Verb::Plain(Status::InProgress)),
    ("procede", Verb::Plain(Status::InProgress)),
    ("procedono", Verb::Plain(Status::InProgress)),
    ("va avanti", Verb::Plain(Status::InProgress)),
    ("vanno avanti", Verb::Plain(Status::InProgress)),
    ("in dirittura d arrivo", Verb::Plain(Status::InProgress)),
    ("in dirittura di arrivo", Verb::Plain(Status::InProgress)),
    ("in atto", Verb::Plain(Status::InProgress)),
    ("in fieri", Verb::Plain(Status::InProgress)),
    ("in divenire", Verb::Plain(Status::InProgress)),
    ("in esecuzione", Verb::Plain(Status::InProgress)),
    ("a buon punto", Verb::Plain(Status::InProgress)),
    ("slitta", Verb::Plain(Status::Postponed)),
    ("slittano", Verb::Plain(Status::Postponed)),
    ("slittera", Verb::Plain(Status::Postponed)),
    ("slitteranno", Verb::Plain(Status::Postponed)),
    ("scivola", Verb::Plain(Status::Postponed)),
    ("pushed back", Verb::Plain(Status::Postponed)),
    ("tolt* dal", Verb::Plain(Status::Cancelled)),
    ("levat* dal", Verb::Plain(Status::Cancelled)),
    ("rimoss* dal", Verb::Plain(Status::Cancelled)),
    ("estromess* dal", Verb::Plain(Status::Cancelled)),
    ("uscit* dal", Verb::Plain(Status::Cancelled)),
    ("fuoriuscit* dal", Verb::Plain(Status::Cancelled)),
    ("in stato di sospensione", Verb::Plain(Status::Suspended)),
    ("in regime di sospensione", Verb::Plain(Status::Suspended)),
    ("stand by", Verb::Plain(Status::Suspended)),
    ("standby", Verb::Plain(Status::Suspended)),
    ("on ice", Verb::Plain(Status::Suspended)),
    ("in pausa", Verb::Plain(Status::Suspended)),
    ("in stallo", Verb::Plain(Status::Suspended)),
    ("in itinere", Verb::Plain(Status::InProgress)),
    ("in lavorazione", Verb::Plain(Status::InProgress)),
    ("in svolgimento", Verb::Plain(Status::InProgress)),
    ("in avanzato stato di", Verb::Plain(Status::InProgress)),
    ("in stato avanzato di", Verb::Plain(Status::InProgress)),
    ("in progress", Verb::Plain(Status::InProgress)),
    ("under way", Verb::Plain(Status::InProgress)),
    ("on track", Verb::Plain(Status::InProgress)),
    ("on hold", Verb::Plain(Status::Suspended)),
    ("in sospeso", Verb::Plain(Status::Suspended)),
    ("in stand by", Verb::Plain(Status::Suspended)),
    ("in standby", Verb::Plain(Status::Suspended)),
    ("put on hold", Verb::Plain(Status::Suspended)),
    ("called off", Verb::Plain(Status::Cancelled)),
    ("put off", Verb::Plain(Status::Postponed)),
    ("carried over", Verb::Plain(Status::Postponed)),
];

/// In part.
pub(super) const PARTLY: Phrases = Phrases(0, phrases![
    "solo in parte", "soltanto in parte", "solamente in parte", "in parte", "in buona parte", "in gran parte",
    "in larga parte", "in larga misura", "in misura parziale", "in misura ridotta", "in maniera parziale",
    "in modo parziale", "solo parzialmente", "parzialmente", "per buona parte", "per la maggior parte",
    "in minima parte", "a meta strada", "a meta", "per meta", "solo parziale", "soltanto parziale", "parz", "parzialm",
    "per una parte soltanto", "per una parte sola", "in misura minima", "in modo incompleto", "in maniera incompleta", "in forma incompleta", "in forma parziale", "in forma ridotta",
    "in misura incompleta", "in misura limitata", "solo per una porzione", "solo per una parte", "soltanto per una parte", "solo per una quota",
    "per gran parte", "per larga parte", "in massima parte", "prevalentemente", "pressoche per intero", "pressoche totalmente", "pressoche interamente", "pressoche completamente",
    "pressoche del tutto", "pressoche in toto", "pressoche integralmente", "nella sua quasi totalita", "nella quasi interezza", "quasi totalmente", "quasi completamente", "quasi pienamente", "quasi interamente", "quasi del tutto",
    "per la quasi totalita", "nella quasi totalita", "quasi", "only partially", "only partly", "only in part",
    "partially", "partly", "in part", "mostly", "largely", "almost fully", "almost entirely", "almost", "nearly",
]);

/// In full, in more than one word.
pub(super) const FULLY: Phrases = Phrases(1, phrases![
    "del tutto", "in pieno", "in toto", "in modo completo", "in maniera completa", "nella sua interezza",
    "nella sua totalita", "in full", "a pieno", "con successo", "per intero", "in tutto", "in tutti i suoi aspetti",
]);

/// How an exception to what was just said begins.
pub(super) const EXCEPTIONS: Phrases = Phrases(2, phrases![
    "ove si eccettui", "ove si eccettuino", "qualora si eccettuino", "qualora si eccettui", "bar one", "bar two", "bar the", "save for", "but for", "aside from", "other than",
    "su livelli piu bassi", "a livelli piu bassi", "su valori piu bassi", "su valori inferiori", "in proporzione minore", "in proporzione inferiore", "in misura ridotta rispetto",
    "se si eccettua", "se si eccettuano", "se si prescinde", "se si esclude", "se si escludono", "con la sola esclusione", "con esclusione", "con l esclusione", "ad esclusione", "a esclusione", "al netto", "a meno del",
    "a meno della", "a meno dei", "a meno delle", "a meno di", "a meno dell", "per una parte soltanto", "ad eccezione", "a eccezione", "con eccezione", "con l eccezione", "fatta eccezione", "eccezion fatta", "per la parte",
    "per la sola parte", "per la sola", "in misura inferiore", "in misura minore", "al di sotto", "sotto le attese", "per le sole", "per il solo", "per i soli", "nella sola", "nel solo", "per quanto riguarda", "per quanto attiene", "per quanto concerne",
    "a parte", "at least", "apart from", "with the exception", "nella parte", "per una parte", "per parte",
]);

/// As much as what comes next: "in linea con le previsioni".
pub(super) const IN_LINE: Phrases = Phrases(11, phrases!["in linea", "allineat*", "rispondent*", "corrispondent*", "conforme", "conformi", "pari", "coerente", "in line"]);

/// More than what comes next: "superiore alle attese".
pub(super) const MORE_THAN: Phrases = Phrases(12, phrases![
    "al di la", "ben al di la", "ben al di sopra", "ben sopra", "di molto superior*", "di gran lunga superior*", "nettamente superior*", "nettamente migliori", "migliore", "migliori", "meglio", "superiore", "superiori", "ben oltre", "oltre", "al di sopra", "sopra", "eccede", "va oltre", "oltrepassa", "supera",
    "exceeds", "above", "beyond", "better than",
]);

/// Adverbs in more than one word, that change nothing of what is said.
pub(super) const MEANWHILE: Phrases = Phrases(13, phrases![
    "al momento", "allo stato", "allo stato attuale", "ad oggi", "nel complesso", "nel frattempo", "di fatto", "nei fatti",
    "in alcun modo", "in alcuna maniera", "alla fine", "a oggi", "a tutt oggi", "in sostanza", "per ora", "in definitiva", "nel suo complesso", "to date",
]);

/// What says that a number is out of a hundred.
pub(super) const OF_HUNDRED: Phrases = Phrases(3, phrases!["per cento", "per cent", "percento", "percent"]);

/// After which "sia stato raggiunto" is stated all the same.
pub(super) const ASSURANCES: Phrases = Phrases(9, phrases![
    "oltre a", "oltre ad", "nessuno puo negare che", "non si puo negare che", "non puo negarsi che", "fuori discussione che",
    "fuori dubbio che", "ne discende che", "ne consegue che", "ne deriva che", "se ne conclude che", "se ne desume che", "se ne deduce che",
    "si ritiene che", "si puo affermare che", "puo dirsi che", "si puo dire che", "si attesta che", "si conferma che",
    "si da atto che", "si rileva che", "si evidenzia che", "si comunica che", "risulta che", "risulta pertanto che",
    "preso atto che", "possiamo dire che", "si puo concludere che", "dubitare che", "dimostra che", "hanno attestato che",
    "possiamo affermare che", "si considera che", "emerge che", "non v e dubbio che", "non c e dubbio che", "non vi e dubbio che", "e indubbio che", "e evidente che", "e certo che",
    "si dichiara che", "si certifica che", "si rappresenta che", "si segnala che", "si precisa che", "si constata che",
    "we confirm that", "it is confirmed that", "nulla toglie che",
]);

/// After which "sia stato raggiunto" is denied.
pub(super) const DISCLAIMERS: Phrases = Phrases(14, phrases![
    "e da escludere che", "da escludersi che", "si esclude che", "si puo escludere che", "e escluso che", "non si puo affermare che",
    "non si puo dire che", "non si puo sostenere che", "non puo dirsi che", "non puo affermarsi che", "non possiamo dire che",
    "non possiamo affermare che", "non e vero che", "cannot be said that", "senza che",
]);

/// "Deve ritenersi" states; "deve" alone does not.
pub(super) const MUST_BE_HELD: Phrases = Phrases(10, phrases![
    "si e andati", "si e andato", "siamo andati", "si e giunti", "deve ritenersi", "devono ritenersi", "deve considerarsi", "devono considerarsi", "deve intendersi", "deve dirsi",
    "debbono ritenersi", "deve essere ritenuto", "deve essere considerato", "va considerato", "va considerata",
    "va ritenuto", "vanno considerati", "puo essere considerato", "puo considerarsi", "da considerare", "da ritenere", "sia pure", "deve pertanto ritenersi",
    "deve quindi ritenersi", "deve dunque ritenersi",
]);

/// Nouns of verdicts: "sospensione dell'obiettivo".
pub(super) const STATUS_NOUNS: &[(&str, Status)] = &[
    ("sospensione", Status::Suspended), ("interruzione", Status::Suspended), ("suspension", Status::Suspended),
    ("rinvio", Status::Postponed), ("differimento", Status::Postponed), ("posticipo", Status::Postponed),
    ("posticipazione", Status::Postponed), ("slittamento", Status::Postponed), ("spostamento", Status::Postponed),
    ("postponement", Status::Postponed), ("annullamento", Status::Cancelled), ("stralcio", Status::Cancelled),
    ("cancellazione", Status::Cancelled), ("soppressione", Status::Cancelled), ("eliminazione", Status::Cancelled),
    ("revoca", Status::Cancelled), ("cancellation", Status::Cancelled), ("espunzione", Status::Cancelled),
    ("depennamento", Status::Cancelled), ("abbandono", Status::Cancelled), ("congelamento", Status::Suspended),
    ("traslazione", Status::Postponed), ("ricollocazione", Status::Postponed), ("fallimento", Status::NotAchieved),
    ("insuccesso", Status::NotAchieved),
];

/// Infinitives of verdicts: "si è deciso di sospendere l'obiettivo".
pub(super) const STATUS_INFINITIVES: &[(&str, Status)] = &[
    ("sospendere", Status::Suspended), ("interrompere", Status::Suspended), ("congelare", Status::Suspended),
    ("rinviare", Status::Postponed), ("posticipare", Status::Postponed), ("posporre", Status::Postponed), ("differire", Status::Postponed),
    ("rimandare", Status::Postponed), ("riprogrammare", Status::Postponed), ("postpone", Status::Postponed),
    ("annullare", Status::Cancelled), ("stralciare", Status::Cancelled), ("eliminare", Status::Cancelled),
    ("abbandonare", Status::Cancelled), ("sopprimere", Status::Cancelled), ("revocare", Status::Cancelled),
    ("archiviare", Status::Cancelled), ("cancel", Status::Cancelled), ("suspend", Status::Suspended),
    ("espungere", Status::Cancelled), ("depennare", Status::Cancelled), ("cancellare", Status::Cancelled),
    ("mettere in pausa", Status::Suspended), ("mettere in stand by", Status::Suspended), ("bloccare", Status::Suspended),
    ("fermare", Status::Suspended), ("far slittare", Status::Postponed), ("fare slittare", Status::Postponed),
    ("far scivolare", Status::Postponed), ("ricalendarizzare", Status::Postponed), ("ripianificare", Status::Postponed),
    ("spostare", Status::Postponed), ("traslare", Status::Postponed),
];

/// What a status infinitive that comes next says, taken.
pub(super) fn status_infinitive(c: &mut Cursor<'_>) -> Option<Status> {
    STATUS_INFINITIVES.iter().find(|(infinitive, _)| c.take_phrase(infinitive)).map(|&(_, status)| status)
}

/// The months in their order, Italian, then English.
pub(super) const MONTHS: &str = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    january february march april may june july august september october november december";

/// Done before its time.
pub(super) const EARLY: Phrases = Phrases(6, phrases![
    "in anticipo", "con anticipo", "con largo anticipo", "anticipatamente", "prima della scadenza", "prima del termine",
    "prima dei termini", "prima del previsto", "prima di quanto", "prima della deadline", "anzitempo", "ahead of schedule", "ahead of time", "ahead of the deadline", "early",
]);

/// Done after its time.
pub(super) const LATE: Phrases = Phrases(7, phrases![
    "in ritardo", "in lieve ritardo", "con ritardo", "con lieve ritardo", "con leggero ritardo", "con un lieve ritardo",
    "con un leggero ritardo", "con un ritardo", "con qualche ritardo", "con notevole ritardo", "con forte ritardo",
    "mesi di ritardo", "giorni di ritardo", "settimane di ritardo", "mese di ritardo", "settimana di ritardo",
    "piu tardi del dovuto", "piu tardi del previsto", "a termine scaduto", "a termini scaduti", "con uno slittamento", "oltre la data",
    "oltre i termini", "oltre il termine", "oltre la scadenza", "oltre le scadenze", "oltre i tempi", "fuori termine",
    "fuori tempo", "tardivamente", "late", "behind schedule", "with delay", "with a delay", "after the deadline",
    "dopo la scadenza", "dopo il termine", "tempi non rispettati", "tempistiche non rispettate",
    "termini non rispettati", "scadenze non rispettate",
]);

/// Done in its time.
pub(super) const ON_TIME: Phrases = Phrases(8, phrases![
    "nei tempi", "nei termini", "entro i termini", "entro i tempi", "entro la scadenza", "entro le scadenze",
    "entro il termine", "entro la data prevista", "entro la data fissata", "entro la data stabilita", "alla data fissata", "alla data stabilita", "alla data prevista",
    "entro la deadline", "per tempo", "rispettando il cronoprogramma", "nel pieno rispetto della tempistica", "nessuno slittamento", "nel rispetto dei tempi", "nel rispetto dei termini",
    "nel rispetto delle tempistiche", "nel rispetto della tempistica", "nel rispetto delle scadenze",
    "nel rispetto del cronoprogramma", "nel pieno rispetto dei tempi", "nel pieno rispetto dei termini",
    "nel pieno rispetto delle tempistiche", "nel pieno rispetto delle scadenze", "nel pieno rispetto del cronoprogramma",
    "tempi rispettati", "tempistiche rispettate", "tempistica rispettata", "termini rispettati", "scadenze rispettate",
    "scadenza rispettata", "rispettando i tempi", "rispettando i termini", "rispettando le scadenze",
    "rispettando le tempistiche", "rispettati i tempi", "rispettati i termini", "rispettate le scadenze",
    "rispettate le tempistiche", "rispettata la scadenza", "rispettato il cronoprogramma", "cronoprogramma rispettato",
    "senza ritardi", "senza ritardo", "senza alcun ritardo", "nessun ritardo", "puntualmente", "on time", "on schedule",
    "by the deadline", "within the deadline", "within the deadlines", "in time",
]);

const TAGGED: &[(Tags, &str)] = &[
    (Tags::HEAD, "ob obt obiett tgt ris esso esito esiti obiettivo obiettivi target risultato risultati traguardo traguardi objective objectives goal goals
        result results outcome outcomes"),
    (Tags::GENERAL, "progetto progetti attivita azione azioni intervento interventi iniziativa iniziative project activity
        action initiative"),
    (Tags::PART, "fase lotto linea modulo sottobiettivo step punto indicatore azione intervento attivita progetto phase
        stage"),
    (Tags::COMPANION, "operativo operativi strategico strategici gestionale gestionali specifico specifici generale generali
        annuale annuali prefissat* programmat* previst* assegnat* attes* individuale individuali finale finali n nr num
        strategic operational annual complessiv* pianificat* preposto proposto stabilit* fissat* dato posto
        oggetto indicat* descritt* settoriale trasversale intersettoriale"),
    (Tags::ARTICLE, "l il lo la i gli le un una questo presente suddetto the this all our its their his"),
    (Tags::COPULA, "e sono stato stata stati state risulta risultano is are was were has have been da considerarsi ritenersi
        si ritiene ritengono intende intendono considera considerano puo possono considerato considerati considerata
        messo messa messi messe siamo versa versano trova trovano considerare dirsi dire definirsi essere e' appare viene resta rimane rimasto rimasta essersi considered be deemed
        ritenuto potuto potuti potuta potute could cannot did giunto andato"),
    (Tags::HAVE, "having ho aver avere ha hanno abbiamo avendo have has had"),
    (Tags::ADVERB, "certamente sicuramente indubbiamente evidentemente chiaramente ovviamente naturalmente felicemente ora adesso nuovamente currently neanche ancora gia poi quindi pertanto dunque infine inoltre sempre regolarmente anche tuttora comunque
        purtroppo altresi invece formalmente effettivamente sostanzialmente nel complesso complessivamente ormai yet
        still also successfully regularly therefore finally tutti tutte tutto subito tempestivamente puntualmente
        correttamente mai ufficialmente definitivamente temporaneamente momentaneamente concretamente materialmente oggi
        pero tuttavia infatti tardivamente faticosamente brillantemente finora attualmente now eventually unfortunately ad"),
    (Tags::NEGATION, "non nn not cannot"),
    (Tags::DENIAL, "non nn not mai ne never no senza nessun nessuno nessuna neppure nemmeno without none"),
    (Tags::CONDITION, "se qualora quando affinche purche finche quanto caso whether if when unless until perche laddove
        ove ogniqualvolta quandanche should"),
    (Tags::UNREAL, "sia siano fosse fossero era erano aveva avevano fu furono sara saranno verra verranno venga vengano
        potra potranno dovra dovranno sarebbe sarebbero abbia abbiano avesse avessero avra avranno vada vadano will would
        had may might deve devono dovrebbe potrebbe"),
    (Tags::HYPOTHESIS, "se qualora purche affinche finche if unless whether laddove ove should"),
    (Tags::EXPECTED, "previsioni previsione attese aspettative atteso attesi attesa target previsto previsti prevista previste
        programmato programmati programmata pianificato obiettivo obiettivi standard richiesto programmazione programma
        cronoprogramma expectations expected planned plan forecast schedule"),
    (Tags::OFFICIAL, "pagamento pagamenti versamento versamenti termine termini rata rate avviso avvisi verbale verbali sanzione
        sanzioni cartella cartelle posizione posizioni licenza licenze patente patenti tributo tributi canone canoni
        imposta imposte tassa tasse contravvenzione contravvenzioni ruolo ruoli autorizzazione autorizzazioni concessione
        concessioni residenza cittadini provvedimento provvedimenti atti atto accertamenti accertamento multa multe
        fines notices payments payment"),
    (Tags::PIVOT, "suscettibile misurazione valutazione misurare valutare quantificare determinare calcolare measure assess presta prestano failed failure raggiungere
        conseguire realizzare attuare centrare achieve reach meet raggiungimento conseguimento achievement attainment
        realizzazione attuazione avanzamento completamento completion progress"),
    (Tags::ABBREVIATION, "ob obt obiett tgt ris ragg parz parzialm prog att sosp rinv annull"),
    (Tags::RELATIVE, "che cui quale quali which who that chi coloro"),
    (Tags::DANGLING, "risulta risultano appare dirsi non not ne mai quasi parzialmente partially partly almost never e sono stato stata stati state essere
        sia sara saranno venga is are was were been be di da del della dell dei delle degli che il lo la l i gli le un una
        uno per con al alla all ai alle in nel nella nell a si puo of the to as ha hanno"),
    (Tags::FULLY, "pienamente totalmente completamente interamente integralmente ampiamente appieno perfettamente
        compiutamente esaustivamente fully completely entirely totally wholly"),
    (Tags::ABOUT, "incirca circa quasi oltre almeno piu meno about approximately almost over nearly least indicativamente"),
    (Tags::TO_NUMBER, "al all allo alla per il l lo nella misura di in ragione quota una percentuale del dell pari at to by of nell"),
    (Tags::LABEL, "grado percentuale livello stato tasso indice degree percentage level rate"),
    (Tags::LABEL_OF, "realizzazione raggiungimento attuazione avanzamento conseguimento completamento achievement
        attainment completion progress"),
    (Tags::LABEL_LINK, "di d del dell della degli dei l of the e is pari al all allo a obiettivo obiettivi objective
        complessivo complessiva finale medio media"),
    (Tags::TIME_START, "nei nel nell nella entro in con il al all alla a come da on ahead by within late dal secondo
        rispettando gia senza oltre prima puntualmente tempestivamente"),
    (Tags::TIME, "nei nel nell nella entro all in con il al alla come da secondo i gli la le l a del dell dei delle di tempi
        tempo termini termine tempistica tempistiche tempestivita scadenza scadenze previst* stabilit* programmat*
        programma prefissat* fissat* assegnat* indicati richiesti dovuti anticipo ritardo ritardi lieve leggero rispetto
        pieno pochi giorni giorno mesi mese settimane settimana due tre cronoprogramma corso anno annualita esercizio data
        prossimo successivo seguente scolastico educativo finanziario gg dicembre gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre
        novembre on time ahead schedule of the by deadline within late with delay year next end fine primo secondo prima
        seconda meta semestre trimestre rispettando oggi legge senza oltre puntualmente tempestivamente sulla sul
        nuovo nuova questo corrente january february march april may june july august september october november
        december"),
    (Tags::YES, "si yes"),
    (Tags::NO, "no"),
    (Tags::OPENER, "essendo avendo mancando visti dati considerati considerate date for owing fino sino pending addi ne per a causa causato x con mediante attraverso grazie nonostante malgrado in poiche perche come vedi vd
        entro nel nei nell nella nelle negli al all alla alle allo ai agli dal dalla dall dai dalle da tramite stante fino sino pending addi ne
        data dato dati vista visto viste a seguito sulla sul sui sulle ad due because despite thanks through by with
        owing since as on under at to during quale sebbene benche pur tenuto considerato considerata e ed and
        secondo rispetto conformemente coerentemente senza dopo prima durante pertanto inizialmente until until"),
    (Tags::EXCEPTION, "albeit salvo tranne eccetto escluso esclusa esclusi escluse eccettuato eccettuata eccettuati eccettuate
        limitatamente solo soltanto solamente meno except only excluding"),
    (Tags::ADVERSATIVE, "ma pero tuttavia bensi anche seppur seppure sebbene benche but although though however nonostante
        relativamente se qualora if unless nessuno nessuna none mentre"),
    (Tags::DEED, "realizzat* completat* attivat* avviat* approvat* adottat* iscritt* formalizzat* pubblicat* predispost*
        redatt* elaborat* organizzat* effettuat* eseguit* svolt* conclus* ultimat* terminat* inaugurat* installat* affidat*
        aggiudicat* stipulat* sottoscritt* firmat* trasmess* inviat* caricat* aggiornat* implementat* istituit* costituit*
        individuat* nominat* acquisit* acquistat* fornit* consegnat* collaudat* appaltat* bandit* indett* assunt* erogat*
        liquidat* pagat* riscoss* raggiunt* conseguit* attuat* garantit* assicurat* mantenut* migliorat* ottenut*
        depositat* presentat* espletat* iniziat* portat* perfezionat* finanziat* notificat* convocat* somministrat*
        convertit* digitalizzat* informatizzat* mappat* censit* catalogat* inventariat* ristrutturat* riqualificat*
        sostituit* rinnovat* attribuit* assegnat* distribuit* coinvolt* formulat* avvenut* tenut* res* mess* dat* fatt*
        provveduto proceduto addivenut* giunt* emanat* emess* esaminat* discuss* deliberat* integrat* allestit* apert* reperit* selezionat*
        reclutat* stampat* diffus* comunicat* verificat* concess* rilasciat* iscritt* incassat* accertat* recuperat*
        operativ* disponibile disponibili funzionante funzionanti esecutiv* attiv* fruibile definit* redistribuit*
        rendicontat* monitorat* prodott* programmat* riorganizzat* trasferit* migrat* testat* recapitat* posat* costruit*
        potenziat* rimoss* demolit* arrivat* partit* decollat* ripristinat* ricevut* sistemat* concretizzat* compilat*
        asfaltat* tinteggiat* piantumat* sviluppat* messi
        achieved completed approved adopted published delivered signed awarded launched implemented carried held installed
        opened finished started submitted issued built updated introduced activated prepared drafted
        performed purchased hired appointed organised organized set done made taken concluded finalised finalized"),
    (Tags::DEED_INFINITIVE, "dare procedere realizzare completare attivare avviare approvare adottare formalizzare
        pubblicare predisporre redigere elaborare organizzare effettuare eseguire svolgere concludere ultimare terminare
        inaugurare installare affidare aggiudicare stipulare sottoscrivere firmare trasmettere aggiornare implementare
        istituire costituire individuare nominare acquisire acquistare consegnare collaudare appaltare bandire indire
        assumere erogare liquidare raggiungere conseguire attuare garantire assicurare mantenere ottenere portare
        perfezionare provvedere rispettare reperire aprire rendere mettere tenere coinvolgere sostituire digitalizzare
        riqualificare iniziare concretizzare finalizzare programmare definire migrare trasferire installare calendarizzare
        coprire"),
    (Tags::DEED_NOUN, "approvazione adozione realizzazione attivazione conclusione completamento pubblicazione attuazione
        sottoscrizione stipula assegnazione aggiudicazione esecuzione adesione consegna nomina presentazione
        predisposizione formalizzazione avvio effettuazione erogazione assunzione trasmissione concessione disponibilita
        autorizzazione copertura partecipazione definizione acquisizione risposta risposte finanziamento pervenimento
        rilascio sostituzione ultimazione affidamento inizio raggiungimento conseguimento svolgimento prosecuzione
        apertura installazione attivazione collaudo"),
    (Tags::PREVENTED, "impedit* pregiudicat* compromess* ostacolat* vanificat* precluso preclusa prevented impede impedisce
        hampered"),
    (Tags::ENABLED, "consentit* permess* garantit* assicurat* consentendo permettendo garantendo determinat* comportato
        favorito allowed enabled ensured portato condotto reso"),
    (Tags::ATTESTED, "attesta attestato conferma confermato registra registrato rileva rilevato certifica certificato accertato
        accerta evidenzia verificato verifica atto comunica dichiara esito si da prende constata riscontra"),
    (Tags::DECIDED, "ritenut* decis* dispost* stabilit* scelt* deliberat* decret* sancit* decretato dovuto preferito concordato convenuto conviene necessario opportuno decided"),
    (Tags::PRONOUN, "quello quella quelli quelle the"),
    (Tags::FRACTION, "terzo terzi quarto quarti quinto quinti meta half third thirds quarter quarters"),
    (Tags::KNOWN, "suscettibile misurazione valore merely giudizio necessita esigenza bisogno being necessita intende intendono alcun alcuni alcune parte indicare legenda mai lo la l li le ci vi ne gli si se s mi c v luogo convertit* riconvertit*
        unfinished pending stalled begun volta centrare achieve reach meet misurabilita grado attuazione prossimo tuttora vigore uso
        anziche instead montare sta stanno rinunciato rinunciare inattuato irrealizzato irraggiunto procede procedono continua viene visto
        attestare intendersi avuto vista esclus* excluded nazionali nazionale regionali regionale europei comunitari ritenere considerare dichiarare zero dieci venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento avvenut* buon casa linea
        line conforme pari coerente superiore superiori inferiore eccede va oltre oltrepassa supera exceeds above beyond over
        performed polverizzat* superandolo superando piu che quello quella positivamente positivo esso stesso andamento take
        place trovato attuazione data dare dato than better achieve compimento just maggiore medi meet presta prestano punteggio quadrimestre reach semester ti volta misurare valutare quantificare determinare calcolare measure assess misurazione valutazione misurazioni
        impossibile primavera estate autunno inverno"),
    (Tags::ORDINAL, "prima primo seconda secondo terza terzo quarta quarto first second third"),
    (Tags::NEUTRAL, "aumentat* diminuit* accumulat* utilizzat* tralasciat* trascurat* fermat* passat* scadut* cessat* smess* chius*
        ferit* danneggiat* dimenticat* licenziat* incrementat* peggiorat* aggravat* distolt* impiegat* rifiutat* negat* sottratt*
        sprecat* sanzionat* discriminat* lasciat* mutat* conosciut* capit* nat* mort* cadut* arretrat* allontanat* spes*
        used increased lost needed closed asked appealed challenged contested necessari* richiest* riscontrat* rilevat* registrat* pervenut* segnalat* contestat* evidenziat* emers*
        ravvisat* dovut* applicat* irrogat* impugnat* interrott* sospes* modificat* sforat* ridott* previst* applicabile
        opportun* utile present* mancat* bisogno oggetto tenuti soggett* interessat* superat* intervenut* sorte sorti
        subit* incis* influit* variat* cambiat* compromess* pregiudicat* ostacolat* impedit* pertinente pertinenti
        rilevante rilevanti significativ* condizionat* revocat* annullat* smarrit* perdut* pers* eccedut* oltrepassat*
        comportat* determinat* prodotti necessary required needed received reported found raised affected interrupted
        exceeded chiesto chiesta chieste chiesti dichiarat* respint* bocciat* rigettat* obbligatori*"),
    (Tags::BAD, "reclamo reclami ricorso ricorsi ritardo ritardi criticita rilievo rilievi osservazione osservazioni
        contestazione contestazioni anomalia anomalie disservizio disservizi interruzione interruzioni infortunio infortuni
        sanzione sanzioni contenzioso contenziosi errore errori scostamento scostamenti problema problemi problematiche
        irregolarita violazione violazioni incidente incidenti debito debiti danno danni difformita eccezioni eccezione
        opposizione opposizioni impugnazione impugnazioni esposti diffide diffida penali penale condanna condanne sinistro
        sinistri lamentele disagi disagio furti guasti guasto blocchi negativo negativa negativi negative inadempienze inadempienza morosita pendenze pendenza
        insoluti accessi abusi assenze complaints complaint delays delay issues problems errors appeals incidents"),
    (Tags::DEMAND, "domanda domande richiesta richieste istanza istanze segnalazione segnalazioni candidatura candidature
        offerta offerte requests applications requirement proposte manifestazioni variante varianti adesioni adesione
        somme costi spese oneri"),
    (Tags::REMEDY, "risolt* eliminat* recuperat* evas* sanat* definit* smaltit* riparat* azzerat* resolved fixed
        solved cleared"),
    (Tags::PLANNED, "corso corsi evento eventi manifestazione gara gare lavori progetto attivita iniziativa iniziative
        servizio servizi apertura avvio approvazione inaugurazione convegno incontro incontri formazione intervento
        interventi fase bando adozione procedura procedure sperimentazione acquisto realizzazione completamento conclusione
        ultimazione pubblicazione adesione attivazione affidamento collaudo aggiornamento concorso selezione trasferimento
        migrazione installazione festa fiera sagra rassegna stagione progettazione obiettivo cantiere opera opere appalto
        mostra revisione adeguamento digitalizzazione esecuzione consegna stipula posa seminario assunzione assunzioni
        laboratorio laboratori parte firma rilascio ampliamento sostituzione messa entrata seconda terza prima
        quello quella quelli quelle concerto spettacolo mercato consultazione campagna torneo giornata settimana
        the training course event tender works project opening launch phase"),
    (Tags::THEN, "poi successivamente quindi infine dopodiche finalmente later subsequently eventually finally then
        recuperat* superat* risolt*"),
    (Tags::FIRST, "inizialmente originariamente dapprima precedentemente initially previously"),
    (Tags::ABLE, "possibile potuto riuscito riusciti riuscita riuscite able possible potuti potuta potute"),
    (Tags::AND, "e ed and o oppure or nonche"),
    (Tags::BUT, "ma bensi but"),
    (Tags::ACHIEVEMENT, "raggiungimento conseguimento achievement attainment"),
    (Tags::FULL, "pieno piena totale completo completa integrale full complete total"),
    (Tags::PARTIAL, "parziale parziali incomplet* partial incomplete"),
    (Tags::FAILED, "failure mancato mancata mancati mancate omessa omesso missed"),
    (Tags::ALL, "tutti tutte tutto tutta all entrambi entrambe every each ciascuno ogni"),
    (Tags::NONE, "nessun nessuno nessuna none no"),
    (Tags::PREPOSITION, "di d del dello della dell dei degli delle a al allo alla all ai agli alle da dal dallo dalla dall dai
        dagli dalle in nel nello nella nell nei negli nelle con su sul sullo sulla sull sui sugli sulle per tra fra of for
        with by from in on"),
    (Tags::RESUMED, "ripres* riavviat* riattivat* sbloccat* riapert* ripartit* ripart* ripristinat*
        confermat* resumed restarted"),
    (Tags::ACHIEVE_INFINITIVE, "raggiungere conseguire realizzare attuare centrare cogliere soddisfare achieve reach meet fulfil fulfill attain
        accomplish"),
    (Tags::MEASURE, "stabilire accertare misurare valutare quantificare determinare calcolare rilevare stimare measure assess"),
    (Tags::KNOWN, "portare condurre compimento termine porto casa buon fine conclusione altri altre impossibile impossible terms"),
    (Tags::PIVOT, "compimento esecuzione concretizzazione soddisfacimento adempimento applicazione impossibile cogliere portare condurre rendere dare lontan*"),
    (Tags::DEED, "uscit* colt* tolt* levat* allineat* condott*"),
    (Tags::PLANNED, "discussione gita gite visita visite soggiorno soggiorni gemellaggio palio mercatino mercatini esercitazione refezione mensa
        doposcuola carnevale sfilata raduno premiazione escursione camminata maratona proiezione conferenza convegni workshop webinar
        pedibus campus concerti spettacoli mostre feste fiere sagre rassegne seminari"),
    (Tags::SOME, "alcuni alcune taluni talune altri altre diversi diverse vari varie molti molte pochi poche some several many few"),
    (Tags::COPULA, "rimasti rimaste"),
    (Tags::ATTESTED, "riconosce riconosciuto attesto certifico dichiaro confermo rilevo discende deriva desume evince deduce conclude indubbio
        pacifico assodato acclarato innegabile comprovato documentato dimostrato provato accertiamo confermiamo"),
    (Tags::ENABLED, "consente consentono permette permettono permettere consentire garantire assicurare possibile"),
    (Tags::PREVENTED, "impedire ostacolare precludere compromettere vanificare pregiudicare"),
    (Tags::CONDITION.or(Tags::HYPOTHESIS), "once"),
    (Tags::UNREAL, "risultava risultavano"),
    (Tags::OPENER, "presso ossia"),
    (Tags::DEED, "finit*"),
    (Tags::DECIDED, "voluto"),
    (Tags::ARRIVED, "giunt* pervenut* presentat* arrivat* ricevut* depositat*"),
    (Tags::TERM, "scadenza scadenze termine termini tempistica tempistiche cronoprogramma tempi deadline deadlines"),
    (Tags::KEPT, "rispettat* osservat* onorat* respected kept met"),
    (Tags::OVERRUN, "sforat* superat* oltrepassat* scadut* disattes* missed"),
    (Tags::TIMELY, "anzitempo per alla piu scaduto a nessuno"),
    (Tags::TIME, "dettat* impost* concordat* concess*"),
    (Tags::KNOWN, "modo maniera alcuno alcuna appena stabilire accertare data fissata stabilita prevista dovuto tardi soffio neanche anzi margine largo ampio notevole buon vedasi vedi veda cfr rimanda venturo essere sta stanno quote taluni talune
        altro altra zero discussione fuori"),
    (Tags::UNWOUND, "restituit* rimborsat* rientrat* riaccreditat* riversat* stornat* svincolat* disdett* avvisat* informat* refunded"),
    (Tags::PLAN, "piano peg piao dup pdo plan programma programmazione pianificazione"),
    (Tags::SCOPE, "versante fronte lato parte"),
    (Tags::UNDERGONE, "trovato trovata trovati trovate avuto avuta avuti avute ricevuto ricevuta ricevuti ricevute"),
    (Tags::CARRIED_OUT, "attuazione realizzazione compimento esecuzione concretizzazione soddisfacimento adempimento applicazione"),
    (Tags::SHARE, "su di dei delle degli sui sulle sul of out"),
    (Tags::NUMBER_SIGN, "n nr num no art p pt pti punti"),
    (Tags::COUNT, "uno una due tre quattro cinque sei sette otto nove dieci one two three four five"),
    (Tags::MONTH, MONTHS),
    (Tags::TIMELY, "in con anticipatamente prima ahead early mesi giorni settimane mese settimana oltre fuori tardivamente
        late behind with after dopo tempi tempistiche tempistica termini scadenze scadenza nei entro nel rispettando rispettati
        rispettate rispettata rispettato cronoprogramma senza nessun puntualmente on by within"),
];
