// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words that outcomes are read by, folded (no case, no accent), Italian and English.
//!
//! Never here: how they combine (see `phrase`). A word that is not here makes a clause unread, never misread.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::Status;

/// What is to be known of a word at a glance, before any grammar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Class {
    /// The grammar knows it: a clause with a word it does not know says nothing.
    pub known: bool,
    /// It denies.
    pub negation: bool,
    /// It sets a condition.
    pub condition: bool,
    /// It cannot end a clause.
    pub dangling: bool,
    /// It is a participle that says how it went.
    pub verb: Option<Verb>,
}

/// No word of the lexicon has more letters.
pub(super) const LONGEST: usize = 15;

/// A word as the lexicon has it, and its class; `None` if it is none of these.
pub(super) fn look_up(word: &str) -> Option<(&'static str, Class)> {
    static WORDS: OnceLock<FxHashMap<Box<str>, Class>> = OnceLock::new();
    let (word, class) = WORDS.get_or_init(words).get_key_value(word)?;
    Some((word, *class))
}

/// Every word of every list here.
fn words() -> FxHashMap<Box<str>, Class> {
    let mut words = FxHashMap::<Box<str>, Class>::default();
    let mut add = |phrase: &str, mark: fn(&mut Class)| {
        for word in phrase.split(' ') {
            debug_assert!(word.len() <= LONGEST, "{word} is longer than the longest");
            mark(words.entry(word.into()).or_default());
        }
    };
    let known = [
        HEADS, HEAD_COMPANIONS, ARTICLES, COPULAS, NEGATIONS, STILL, PARTLY, FULLY, ABOUT, TO_NUMBER, OF_HUNDRED,
        LABELS, LABEL_OF, LABEL_LINKS, TIME_STARTS, TIME_WORDS, YES, NO,
    ];
    let phrases = STATUS_PHRASES.iter().map(|(phrase, _)| phrase);
    known.into_iter().flatten().chain(phrases).for_each(|phrase| add(phrase, |class| class.known = true));
    DENIALS.iter().for_each(|word| add(word, |class| class.negation = true));
    CONDITIONS.iter().for_each(|word| add(word, |class| class.condition = true));
    DANGLING.iter().for_each(|word| add(word, |class| class.dangling = true));
    // Told apart by the grammar, and in no clause that is read.
    [EXCEPTIONS, SHARE_OF, NUMBER_SIGNS].into_iter().flatten().for_each(|phrase| add(phrase, |_| {}));

    let endings = STEMS.iter().flat_map(|&(stem, verb)| ["o", "a", "i", "e"].map(|end| ([stem, end].concat(), verb)));
    for (word, verb) in VERBS.iter().map(|&(word, verb)| (word.to_owned(), verb)).chain(endings) {
        debug_assert!(word.len() <= LONGEST, "{word} is longer than the longest");
        let class = words.entry(word.into()).or_default();
        (class.known, class.verb) = (true, Some(verb));
    }
    words
}

/// What a participle says, and what its negation says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    /// Achieved; not achieved.
    Achieve,
    /// Completed; its negation says that something is missing, not that nothing was achieved.
    Complete,
    /// A status by itself, whose negation says nothing.
    Plain(Status),
    /// Measurable: only its negation says something.
    Measurable,
}

/// Participles as they are.
const VERBS: &[(&str, Verb)] = &[
    ("achieved", Verb::Achieve), ("reached", Verb::Achieve), ("met", Verb::Achieve), ("attained", Verb::Achieve),
    ("accomplished", Verb::Achieve), ("fulfilled", Verb::Achieve), ("completed", Verb::Complete),
    ("suspended", Verb::Plain(Status::Suspended)),
    ("postponed", Verb::Plain(Status::Postponed)), ("deferred", Verb::Plain(Status::Postponed)),
    ("cancelled", Verb::Plain(Status::Cancelled)), ("canceled", Verb::Plain(Status::Cancelled)),
    ("withdrawn", Verb::Plain(Status::Cancelled)),
    ("ongoing", Verb::Plain(Status::InProgress)), ("underway", Verb::Plain(Status::InProgress)),
    ("measurable", Verb::Measurable), ("misurabile", Verb::Measurable), ("misurabili", Verb::Measurable),
    ("valutabile", Verb::Measurable), ("valutabili", Verb::Measurable),
];

/// Italian participles agree with what they speak of: one stem, four endings.
const STEMS: &[(&str, Verb)] = &[
    ("raggiunt", Verb::Achieve), ("realizzat", Verb::Achieve), ("conseguit", Verb::Achieve),
    ("attuat", Verb::Achieve), ("centrat", Verb::Achieve), ("completat", Verb::Complete),
    ("sospes", Verb::Plain(Status::Suspended)),
    ("rinviat", Verb::Plain(Status::Postponed)), ("posticipat", Verb::Plain(Status::Postponed)),
    ("differit", Verb::Plain(Status::Postponed)), ("rimandat", Verb::Plain(Status::Postponed)),
    ("slittat", Verb::Plain(Status::Postponed)),
    ("annullat", Verb::Plain(Status::Cancelled)), ("stralciat", Verb::Plain(Status::Cancelled)),
    ("cancellat", Verb::Plain(Status::Cancelled)), ("soppress", Verb::Plain(Status::Cancelled)),
    ("eliminat", Verb::Plain(Status::Cancelled)),
];

/// Phrases that say a status without a participle.
pub(super) const STATUS_PHRASES: &[(&str, Status)] = &[
    ("in corso di realizzazione", Status::InProgress),
    ("in corso di attuazione", Status::InProgress),
    ("in corso di completamento", Status::InProgress),
    ("in corso di raggiungimento", Status::InProgress),
    ("in fase di realizzazione", Status::InProgress),
    ("in fase di attuazione", Status::InProgress),
    ("in corso", Status::InProgress),
    ("in itinere", Status::InProgress),
    ("in progress", Status::InProgress),
    ("under way", Status::InProgress),
    ("on hold", Status::Suspended),
    ("in linea con le previsioni", Status::Achieved),
    ("in linea con le attese", Status::Achieved),
    ("superiore alle attese", Status::Achieved),
    ("superiore alle previsioni", Status::Achieved),
    ("superiore alla previsione", Status::Achieved),
];

/// What a verdict can be about.
pub(super) const HEADS: &[&str] = &[
    "obiettivo", "obiettivi", "target", "risultato", "risultati", "traguardo", "traguardi", "objective",
    "objectives", "goal", "goals", "result", "results",
];

/// Heads that, with a participle and a colon, are a heading: "Risultati raggiunti: …" opens a list.
pub(super) const HEADING_HEADS: &[&str] = &[
    "risultato", "risultati", "traguardo", "traguardi", "result", "results",
];

/// What may stand beside a head.
pub(super) const HEAD_COMPANIONS: &[&str] = &[
    "operativo", "operativi", "strategico", "strategici", "gestionale", "gestionali", "specifico",
    "specifici", "generale", "generali", "annuale", "annuali", "prefissato", "prefissati", "programmato",
    "programmati", "previsto", "previsti", "assegnato", "assegnati", "atteso", "attesi", "individuale",
    "individuali", "finale", "finali", "n", "nr", "num", "strategic", "operational", "annual",
];

/// Articles and the like before a head.
pub(super) const ARTICLES: &[&str] = &[
    "l", "il", "lo", "la", "i", "gli", "le", "questo", "presente", "the", "this", "all",
];

/// Between a head and its participle.
pub(super) const COPULAS: &[&str] = &[
    "e", "sono", "era", "erano", "stato", "stata", "stati", "state", "risulta", "risultano", "is", "are",
    "was", "were", "has", "have", "been", "da", "considerarsi", "ritenersi", "si", "ritiene", "ritengono",
    "intende", "intendono", "considera", "considerano", "puo", "possono", "considerato", "considerati",
];

/// `non`, `not`.
pub(super) const NEGATIONS: &[&str] = &["non", "not"];

/// Words that deny something of a sentence.
pub(super) const DENIALS: &[&str] = &["non", "not", "mai", "ne", "never", "no"];

/// Between a negation and its participle without changing what is said.
pub(super) const STILL: &[&str] = &["ancora", "yet", "stato", "stata", "stati", "state", "been", "e", "sono"];

/// In part.
pub(super) const PARTLY: &[&str] = &[
    "solo in parte", "soltanto in parte", "solamente in parte", "in parte", "in buona parte", "in gran parte",
    "in larga parte", "solo parzialmente", "parzialmente", "quasi totalmente", "quasi completamente",
    "quasi pienamente", "quasi interamente", "quasi del tutto", "quasi", "only partially", "only partly",
    "partially", "partly", "in part", "mostly", "largely", "almost fully", "almost",
];

/// In full; negated, it says in part.
pub(super) const FULLY: &[&str] = &[
    "del tutto", "in pieno", "in toto", "pienamente", "totalmente", "completamente", "interamente",
    "integralmente", "ampiamente", "fully", "completely", "entirely", "totally",
];

/// Words before a number that make it less than exact.
pub(super) const ABOUT: &[&str] = &[
    "circa", "quasi", "oltre", "almeno", "piu", "meno", "about", "approximately", "almost", "over", "nearly",
    "least",
];

/// Words that lead to the number of a degree.
pub(super) const TO_NUMBER: &[&str] = &[
    "al", "all", "allo", "alla", "per", "il", "l", "lo", "nella", "misura", "del", "pari", "at", "to", "by",
    "of",
];

/// What says that a number is out of a hundred.
pub(super) const OF_HUNDRED: &[&str] = &["per cento", "per cent", "percento", "percent", "su"];

/// What a stated degree is called.
pub(super) const LABELS: &[&str] = &[
    "grado", "percentuale", "livello", "stato", "tasso", "indice", "degree", "percentage", "level", "rate",
];

/// What a label is of.
pub(super) const LABEL_OF: &[&str] = &[
    "realizzazione", "raggiungimento", "attuazione", "avanzamento", "conseguimento", "completamento",
    "achievement", "attainment", "completion", "progress",
];

/// Words between a label and its number.
pub(super) const LABEL_LINKS: &[&str] = &[
    "di", "d", "del", "dell", "della", "degli", "dei", "l", "of", "the", "e", "is", "pari", "al", "all",
    "allo", "a", "obiettivo", "obiettivi", "objective", "complessivo", "complessiva", "finale", "medio",
    "media",
];

/// First words of a phrase about time.
pub(super) const TIME_STARTS: &[&str] = &[
    "nei", "nel", "nell", "entro", "in", "con", "il", "al", "all", "alla", "a", "come", "da", "on", "ahead",
    "by", "within", "late", "dal", "secondo", "rispettando",
];

/// What a phrase about time consists of, besides numbers.
pub(super) const TIME_WORDS: &[&str] = &[
    "nei", "nel", "nell", "entro", "all", "in", "con", "il", "al", "alla", "come", "da", "secondo", "i",
    "gli", "la", "le", "l", "a", "del", "dell", "dei", "delle", "di", "tempi", "tempo", "termini", "termine",
    "tempistica", "tempistiche", "tempestivita", "scadenza", "scadenze", "previsti", "previsto", "prevista",
    "previste", "stabiliti", "stabilito", "stabilita", "stabilite", "programmati", "programmata",
    "programmate", "programma", "programmato", "prefissati", "prefissata", "fissati", "fissata", "assegnati",
    "indicati", "richiesti", "dovuti", "anticipo", "ritardo", "lieve", "leggero", "rispetto", "pieno",
    "cronoprogramma", "corso", "anno", "annualita", "esercizio", "data", "prossimo", "successivo", "seguente",
    "dicembre", "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
    "ottobre", "novembre", "on", "time", "ahead", "schedule", "of", "the", "by", "deadline", "within", "late",
    "with", "delay", "year", "next", "end", "fine", "primo", "secondo", "semestre", "trimestre",
    "rispettando", "oggi",
];

/// Answers after "Obiettivo raggiunto:" or "Obiettivo raggiunto?".
pub(super) const YES: &[&str] = &["si", "yes"];
/// Answers that deny.
pub(super) const NO: &[&str] = &["no"];

/// How an exception to what was just said begins.
pub(super) const EXCEPTIONS: &[&str] = &[
    "salvo", "tranne", "eccetto", "ad eccezione", "a eccezione", "con eccezione", "ma", "pero", "tuttavia",
    "anche se", "seppur", "seppure", "sebbene", "benche", "limitatamente", "solo", "soltanto", "solamente",
    "relativamente", "fatta eccezione", "escluso", "esclusa", "esclusi", "escluse", "per la parte",
    "per la sola", "per quanto", "nessuno", "nessuna", "se", "qualora", "except", "but", "although", "though",
    "however", "only", "none", "if", "unless",
];

/// Words after which nothing is stated: conditions and questions.
pub(super) const CONDITIONS: &[&str] = &[
    "se", "qualora", "quando", "affinche", "purche", "finche", "quanto", "caso", "whether", "if", "when",
    "unless", "until", "perche",
];

/// Words that cannot end a clause: what follows belongs to it, whatever sign or line end stands between.
pub(super) const DANGLING: &[&str] = &[
    "non", "not", "ne", "mai", "quasi", "parzialmente", "partially", "partly", "almost", "never", "e", "sono",
    "stato", "stata", "stati", "state", "essere", "sia", "sara", "saranno", "venga", "is", "are", "was",
    "were", "been", "be", "di", "da", "del", "della", "dell", "dei", "delle", "degli", "che", "il", "lo",
    "la", "l", "i", "gli", "le", "un", "una", "uno", "per", "con", "al", "alla", "all", "ai", "alle", "in",
    "nel", "nella", "nell", "a", "si", "puo", "of", "the", "to", "as",
];

/// Abbreviations before a number: their stop ends nothing.
pub(super) const NUMBER_SIGNS: &[&str] = &["n", "nr", "num", "no", "art"];

/// Words after a number that make it a share of something.
pub(super) const SHARE_OF: &[&str] = &["su", "di", "dei", "delle", "degli", "sui", "sulle", "of", "out"];
