// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is said of each finding: what kind it is, why it is one, and what to ask.
//!
//! Never here: a claim of what is right. The place and the words that a finding leans on are shown beside the sentences.

use super::Language;
use super::charts::charts;
use crate::findings::{Declared, FindingKind, KINDS};

/// The words around findings.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct FindingWords {
    pub title: fn(usize) -> String,
    pub of_selected: fn(usize, usize) -> String,
    pub filters: &'static str,
    pub nothing: &'static str,
    pub of_objective: &'static str,
    pub undone: &'static str,
    pub hint: &'static str,
    pub ask: &'static str,
    pub more: fn(usize) -> String,
    pub note: &'static str,
    pub dismiss: &'static str,
    pub dismissed: &'static str,
    pub restore: &'static str,
    pub restored: &'static str,
    pub aside: &'static str,
}

/// The words in a language.
pub fn words(language: Language) -> &'static FindingWords {
    language.pick(&IT, &EN)
}

static IT: FindingWords = FindingWords {
    of_objective: "Da guardare due volte",
    undone: "Parole che dicono di qualcosa non fatto",
    title: |count| format!("Da guardare due volte ({count})"),
    of_selected: |count, all| format!("Negli obiettivi selezionati: {count} di {all}."),
    filters: "Obiettivi da guardare due volte, per motivo",
    nothing: "Nulla da segnalare",
    hint: "Sono domande da fare, non giudizi: ciascuna mostra le parole da cui nasce. Quelle già chiarite si mettono da parte \
           con una nota, che resta nel piano salvato.",
    ask: "Da chiedere:",
    more: |count| format!("Mostra le altre {count}"),
    note: "Nota",
    dismiss: "Metti da parte",
    dismissed: "segnalazione messa da parte",
    restore: "Riprendi",
    restored: "segnalazione ripresa",
    aside: "Messe da parte",
};

static EN: FindingWords = FindingWords {
    of_objective: "Worth a second look",
    undone: "Words that tell of something not done",
    title: |count| format!("Worth a second look ({count})"),
    of_selected: |count, all| format!("In the objectives selected: {count} of {all}."),
    filters: "Objectives worth a second look, by reason",
    nothing: "Nothing to look at twice",
    hint: "These are questions to ask, not judgements: each shows the words that it comes from. Those that are settled can be \
           set aside with a note, which the saved plan keeps.",
    ask: "To ask:",
    more: |count| format!("Show the other {count}"),
    note: "Note",
    dismiss: "Set aside",
    dismissed: "finding set aside",
    restore: "Take up again",
    restored: "finding taken up again",
    aside: "Set aside",
};

/// What the kinds of findings are called, over all of a kind, in their order: Italian and English.
static TITLES: [[&str; 2]; KINDS.len()] = [
    ["La percentuale e il testo non vanno d’accordo", "The percentage and the text disagree"],
    ["Due numeri diversi, nella colonna e nel testo", "Two different numbers, in column and text"],
    ["Personale al 100 % su un obiettivo non raggiunto", "Staff at 100% on an objective not achieved"],
    ["Concluso dopo l’anno del piano", "Done after the plan’s year"],
    ["Concluso dopo la scadenza", "Done after the deadline"],
    ["Scadenza dopo l’anno del piano", "Deadline after the plan’s year"],
    ["Scadenza prima dell’anno del piano", "Deadline before the plan’s year"],
    ["Rendicontato, ma non previsto", "Reported, but not planned"],
    ["Previsto, ma senza rendiconto", "Planned, but nothing reported"],
    ["Nessun grado dichiarato", "No degree stated"],
    ["Percentuale solo nel testo", "Percentage only in the text"],
    ["Lo stesso testo su più obiettivi", "The same text on several objectives"],
    ["Indicatore senza un valore misurabile", "Indicator without a measurable target"],
    ["I pesi non fanno 100", "The weights do not make 100"],
    ["Obiettivo ripetuto", "Objective repeated"],
    ["Riga di totale fra gli obiettivi", "Row of totals among the objectives"],
    ["Programma di un’altra missione", "Programme of another mission"],
    ["Codice che non è nell’elenco ufficiale", "Code that is not in the official list"],
    ["Codice scritto in modo insolito", "Code written unusually"],
    ["Missione senza nome", "Mission without a name"],
];

/// What a kind of finding, by its place among the kinds, is called over all of that kind.
pub fn title(kind: usize, language: Language) -> &'static str {
    TITLES.get(kind).map_or("", |[italian, english]| language.pick(italian, english))
}

/// Why it is one, in a sentence.
pub fn reason(kind: &FindingKind, language: Language) -> String {
    let percent = |percent: crate::plan::Percent| language.percent(percent.value());
    let plain = |italian: &str, english: &str| language.pick(italian, english).to_owned();
    match kind {
        FindingKind::DegreeContradictsText { declared, percent: value } => {
            let value = percent(*value);
            let (italian, english) = match declared {
                Declared::Degree => ("Il grado dichiarato", "The declared degree"),
                Declared::Staff => ("La percentuale del personale", "The staff percentage"),
            };
            language.pick(
                format!("{italian} è {value}, ma il testo dice altro."),
                format!("{english} is {value}, but the text says otherwise."),
            )
        }
        FindingKind::NumbersDisagree { column, text } => {
            let (column, text) = (percent(*column), percent(*text));
            language.pick(
                format!("La colonna dice {column}, il testo {text}."),
                format!("The column says {column}, the text {text}."),
            )
        }
        FindingKind::DatedAfterYear { date, year } => {
            let date = language.date(*date);
            language.pick(
                format!("Secondo il testo l’attività si è conclusa dopo il {year} ({date})."),
                format!("By the text it was done after {year} ({date})."),
            )
        }
        FindingKind::DeadlineAfterYear { date, year } => {
            let date = language.date(*date);
            language.pick(
                format!("La scadenza ({date}) cade dopo il {year}."),
                format!("The deadline ({date}) is after {year}."),
            )
        }
        FindingKind::DeadlineBeforeYear { date, year } => {
            let date = language.date(*date);
            language.pick(
                format!("La scadenza ({date}) cade prima del {year}."),
                format!("The deadline ({date}) is before {year}."),
            )
        }
        FindingKind::DeadlineMissed { deadline, date } => {
            let (deadline, date) = (language.date(*deadline), language.date(*date));
            language.pick(
                format!("Scadenza: {deadline}. Secondo il testo l’attività si è conclusa dopo ({date})."),
                format!("Deadline: {deadline}. By the text it was done after that ({date})."),
            )
        }
        FindingKind::PlannedNotReported => plain(
            "L’obiettivo è previsto, e il documento non dice come è andato.",
            "The objective is planned, and the document does not say how it went.",
        ),
        FindingKind::NotPlannedButReported => plain(
            "L’obiettivo non risulta previsto nell’anno, e il documento ne rendiconta l’esito.",
            "The objective is not planned for the year, and the document reports on it.",
        ),
        FindingKind::PercentageOnlyInText { percent: value } => {
            let value = percent(*value);
            language.pick(
                format!("Il testo dice {value}; la colonna delle percentuali è vuota."),
                format!("The text says {value}; the column of percentages is empty."),
            )
        }
        FindingKind::NothingStated => plain(
            "Né una percentuale né parole da cui segua un grado di raggiungimento.",
            "Neither a percentage nor words from which a degree of achievement follows.",
        ),
        FindingKind::StaffRewarded { status } => {
            let status = charts(language).status(*status).one;
            let full = language.percent(100.0);
            language.pick(
                format!("La percentuale del personale è {full}, ma l’obiettivo risulta {status}."),
                format!("The staff percentage is {full}, but the objective is {status}."),
            )
        }
        FindingKind::IndicatorWithoutTarget => plain(
            "L’indicatore non dice un numero, una data o un termine a cui confrontare il risultato.",
            "The indicator gives no number, date or term to compare the result with.",
        ),
        FindingKind::SameOutcome { other, count } => language.pick(
            format!("Lo stesso testo è scritto per {count} obiettivi (anche per il n. {other})."),
            format!("The same text is written for {count} objectives (no. {other} is another)."),
        ),
        FindingKind::WeightsDoNotAddUp { sum, count } => {
            let sum = language.number(*sum, 2);
            language.pick(
                format!("I pesi di {count} obiettivi fanno insieme {sum}, non 100."),
                format!("The weights of {count} objectives make {sum} together, not 100."),
            )
        }
        FindingKind::CodeNotOfficial { code, count } => language.pick(
            format!(
                "L’elenco ufficiale dell’anno non ha il codice {code} (obiettivi che lo portano: {count})."
            ),
            format!(
                "The official list of the year does not have the code {code} (objectives with it: {count})."
            ),
        ),
        FindingKind::CodeUnlikeMission { programme, mission } => language.pick(
            format!("Il programma {programme} non appartiene alla missione {mission}."),
            format!("Programme {programme} does not belong to mission {mission}."),
        ),
        FindingKind::CodeWrittenUnusually { written, read } => language.pick(
            format!("Il codice è scritto «{written}» ed è stato letto come {read}."),
            format!("The code is written “{written}” and was read as {read}."),
        ),
        FindingKind::MissionWithoutName { code } => language.pick(
            format!("La missione {code} è intestata con il solo numero."),
            format!("Mission {code} is headed by its number alone."),
        ),
        FindingKind::DuplicateObjective { first } => language.pick(
            format!("È uguale all’obiettivo n. {first}, codice e testo."),
            format!("It is the same as objective no. {first}, code and text."),
        ),
        FindingKind::TotalAsObjective => plain(
            "Il testo è quello di una riga di totali: se lo è, non va contata fra gli obiettivi.",
            "The text is that of a row of totals: if it is one, it does not count as an objective.",
        ),
    }
}

/// What to ask, in a sentence.
pub fn question(kind: &FindingKind, language: Language) -> &'static str {
    match kind {
        FindingKind::DegreeContradictsText { .. } => language.pick(
            "Che cosa manca ancora, e perché la percentuale è questa?",
            "What is still missing, and why is the percentage what it is?",
        ),
        FindingKind::NumbersDisagree { .. } => {
            language.pick("Quale dei due numeri è quello giusto?", "Which of the two numbers is right?")
        }
        FindingKind::DatedAfterYear { .. } => language.pick(
            "Che cosa era stato raggiunto alla fine dell’anno?",
            "What had been achieved by the end of the year?",
        ),
        FindingKind::DeadlineAfterYear { .. } | FindingKind::DeadlineBeforeYear { .. } => language.pick(
            "L’obiettivo è di quest’anno, o la scadenza è un errore?",
            "Is the objective of this year, or is the deadline a slip?",
        ),
        FindingKind::DeadlineMissed { .. } => {
            language.pick("Il ritardo è stato considerato nel grado?", "Was the delay taken into account?")
        }
        FindingKind::PlannedNotReported => language.pick("Come è andato?", "How did it go?"),
        FindingKind::NotPlannedButReported => language.pick(
            "È stato aggiunto durante l’anno, e con quale atto?",
            "Was it added during the year, and by which act?",
        ),
        FindingKind::PercentageOnlyInText { .. } => language.pick(
            "Perché la colonna è vuota? Vale il numero del testo?",
            "Why is the column empty? Does the number in the text hold?",
        ),
        FindingKind::NothingStated => {
            language.pick("In che misura è stato raggiunto?", "How far was it achieved?")
        }
        FindingKind::StaffRewarded { .. } => language.pick(
            "Su che cosa è stata misurata la percentuale del personale?",
            "What was the staff percentage measured by?",
        ),
        FindingKind::IndicatorWithoutTarget => language
            .pick("Con quale valore si misura il risultato?", "By which value is the result measured?"),
        FindingKind::SameOutcome { .. } => language.pick(
            "Il testo vale davvero per ciascuno, o è stato copiato?",
            "Does the text hold for each of them, or was it copied?",
        ),
        FindingKind::WeightsDoNotAddUp { .. } => {
            language.pick("Manca un peso, o uno è sbagliato?", "Is a weight missing, or is one wrong?")
        }
        FindingKind::CodeNotOfficial { .. }
        | FindingKind::CodeUnlikeMission { .. }
        | FindingKind::CodeWrittenUnusually { .. }
        | FindingKind::MissionWithoutName { .. } => {
            language.pick("Il codice è quello giusto?", "Is the code the right one?")
        }
        FindingKind::DuplicateObjective { .. } => {
            language.pick("È un obiettivo solo, scritto due volte?", "Is it one objective, written twice?")
        }
        FindingKind::TotalAsObjective => language.pick("È un obiettivo?", "Is it an objective?"),
    }
}
