// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a word can be: its classes, a bit for each, and what it says of how something went.
//!
//! Never here: which words are of a class (see the lists beside this file).

use super::Status;

/// What a word can be, one bit for each class: of what states how things went first, then of what is told as undone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::reading) struct Tags(u128, u128);

/// Numbers the classes one after the other.
macro_rules! tags {
    ($($(#[$doc:meta])* $name:ident)*) => {
        #[allow(clippy::upper_case_acronyms, non_camel_case_types)]
        enum Number {
            $($name,)*
        }

        impl Tags {
            $($(#[$doc])* pub const $name: Self = Self::nth(Number::$name as u32);)*
        }
    };
}

tags! {
    /// What a verdict is about: "obiettivo".
    HEAD
    /// What opens a list with a participle and a colon: "risultati raggiunti: …".
    LISTED
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
    /// Leads to a cause: "per".
    CAUSE
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
    /// A number of tens in letters: "cinquanta".
    TENS
    /// A month.
    MONTH
    /// "Semestre".
    PART_OF_YEAR
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
    /// What an office or a court issues, and takes back: no thing of a plan.
    ACT
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
    /// "Corso", "avvio": what is given to what is begun.
    BEGUN
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
    /// What something new stands in for, or is of another year: "vecchio", "precedente".
    OLD
    /// Who acts beside the office: "la cooperativa".
    OTHERS
    /// Of others, or beyond the plan: "obiettivi nazionali".
    OUTSIDE
    /// "Proprio", "nostro", before a head.
    OWN
    /// "Fatto", alone.
    DONE
    /// Asked for, averted, taken back: what is said of it is not so. "Chiesta", "scongiurato".
    ASKED
    /// What one cannot but say: "(si deve) constatare".
    ADMIT
    /// Counts or lists what follows: "numero", "elenco".
    LISTING
    /// Refers to something elsewhere: "vedi".
    REFERS
    /// A span of time that a plan or a report is of: "anno".
    PERIOD
    /// That something is missing: "mancano".
    LACK
    /// What something is measured by: "dati".
    DATA
    /// "Positivo", of how something went, and "negativo".
    GOOD
    POOR
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
    PUBLIC
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
    /// "A distanza": done in another way.
    OTHERWISE
    /// "Comunque", "regolarmente": done all the same.
    ANYWAY
    /// "Regione", "Pro Loco": whose own things are none of the plan.
    BODY
    /// "Comune", "ente".
    OURS
    /// "Adempiuto", "regolarizzato": with it there was nothing left to do against somebody.
    SETTLED
    /// "Ammesso", "concesso": what is asked for may well be refused.
    GRANTED
    /// "Riguardato", "coinvolto": how far something went.
    COVERED
    /// "Per legge", "esente": what was never to be done.
    EXEMPT
    /// Beside one's own: "Comune vicino".
    NEIGHBOUR
    /// What a court or a council sits on, or works up to: a part of the work.
    HEARING
    /// Who works for the office, and may be suspended.
    STAFF
    /// Says what words stand for, or when they will: "legenda", "criterio".
    RUBRIC
    /// "Misura", "modo", after "in".
    MANNER
    /// "Riprende", "parte": what goes on or begins is of another time than what was done.
    GOING_ON
}

impl Tags {
    /// None: a word that is known so that phrases can name it.
    pub const KNOWN: Self = Self(0, 0);

    /// The class of a number.
    const fn nth(number: u32) -> Self {
        if number < u128::BITS { Self(1 << number, 0) } else { Self(0, 1 << (number - u128::BITS)) }
    }

    /// Whether it can be any of these.
    pub fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0 || self.1 & of.1 != 0
    }

    /// This and those.
    pub const fn or(self, more: Self) -> Self {
        Self(self.0 | more.0, self.1 | more.1)
    }
}

/// What a participle says, and what its negation says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reading) enum Verb {
    /// Achieved; not achieved.
    Achieve,
    /// Completed; its negation says that something is missing, not that nothing was achieved.
    Complete,
    /// Done: of anything but the objective itself only its negation says something.
    Do,
    /// Begun, pursued: only its negation says something.
    Begin,
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
