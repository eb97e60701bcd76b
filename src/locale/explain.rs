// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a figure was made, in words, in symbols, and as a sentence for the minutes of a sitting.
//!
//! Never here: a figure without what it is out of.

use super::Language;
use super::charts::charts;
use super::method::method;
use super::selection::sentence;
use crate::document::Document;
use crate::explain::{Explanation, Figure, Part, Why};
use crate::reading::Reason;

/// The words of explanations in one language.
#[allow(missing_docs)]
pub struct ExplainWords {
    pub title: &'static str,
    pub explain: &'static str,
    pub explain_hint: &'static str,
    pub stop: &'static str,
    pub over: &'static str,
    pub formula: &'static str,
    pub counted: &'static str,
    pub left_out: &'static str,
    pub method: &'static str,
    pub show_rows: &'static str,
    pub more: fn(usize) -> String,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub close: &'static str,
    pub whole: &'static str,
}

/// The words of a language.
pub fn words(language: Language) -> &'static ExplainWords {
    language.pick(&IT, &EN)
}

static IT: ExplainWords = ExplainWords {
    title: "Come si calcola questo numero",
    explain: "Spiega un numero",
    explain_hint: "Tocca un numero, una barra o una cella: ti dice come si calcola e da quali obiettivi. Esc per smettere.",
    stop: "Smetti di spiegare",
    over: "Di quali obiettivi",
    formula: "La formula",
    counted: "Gli obiettivi contati",
    left_out: "Quelli rimasti fuori",
    method: "Il metodo in vigore",
    show_rows: "Mostra questi obiettivi",
    more: |n| if n == 1 { "e un altro".into() } else { format!("e altri {n}") },
    copy: "Copia come frase",
    copied: "Frase copiata",
    not_copied: "Il browser non lascia copiare: seleziona la frase e copiala a mano.",
    close: "Chiudi",
    whole: "tutto il documento",
};

static EN: ExplainWords = ExplainWords {
    title: "How this number is made",
    explain: "Explain a number",
    explain_hint: "Touch a number, a bar or a cell: it says how it is computed and from which objectives. Esc to stop.",
    stop: "Stop explaining",
    over: "Of which objectives",
    formula: "The formula",
    counted: "The objectives counted",
    left_out: "Those left out",
    method: "The method in force",
    show_rows: "Show these objectives",
    more: |n| format!("and {n} more"),
    copy: "Copy as a sentence",
    copied: "Sentence copied",
    not_copied: "The browser does not allow copying: select the sentence and copy it by hand.",
    close: "Close",
    whole: "the whole document",
};

/// What a figure is called.
pub fn name(figure: Figure, language: Language) -> String {
    let names = match figure {
        Figure::Objectives => ["numero di obiettivi", "number of objectives"],
        Figure::Mean => ["grado medio di raggiungimento", "mean degree of achievement"],
        Figure::WeightedMean => ["grado medio pesato", "weighted mean degree"],
        Figure::Median => ["mediana dei gradi", "median degree"],
        Figure::StaffPercent => ["percentuale media del personale", "mean staff percentage"],
        Figure::Status(status) => {
            let many = charts(language).status(status).many;
            return language.pick(format!("obiettivi {many}"), format!("objectives {many}"));
        }
    };
    language.pick(names[0], names[1]).to_owned()
}

/// The value of a figure, with what it is out of.
pub fn value(of: &Explanation, language: Language) -> String {
    let words = charts(language);
    match (of.question.figure, of.value()) {
        (Figure::Objectives, Some(count)) => language.number(count, 0),
        (Figure::Status(_), Some(count)) => (words.out_of)(count as u32, of.summary.objectives),
        (_, value) => words.measure(value, of.known() as u32, of.summary.objectives),
    }
}

/// The objectives that it is over, in words.
pub fn over(of: &Explanation, language: Language) -> String {
    match sentence(&of.question.selection, of.question.field, &of.timeline, language) {
        said if said.is_empty() => words(language).whole.to_owned(),
        said => said,
    }
}

/// The formula in words.
pub fn in_words(of: &Explanation, language: Language) -> String {
    let mut out = formula(of.question.figure, language).to_owned();
    if of.stand_ins > 0 {
        out.push(' ');
        out.push_str(&(charts(language).stand_ins)(of.stand_ins, of.known() as u32));
    }
    if of.as_zero > 0 {
        let [conta, count] = if of.as_zero == 1 { ["conta", "counts"] } else { ["contano", "count"] };
        out.push_str(&language.pick(
            format!(" {} {conta} con grado 0, secondo il metodo.", of.as_zero),
            format!(" {} {count} with degree 0, under the method.", of.as_zero),
        ));
    }
    out
}

/// The formula of a kind of figure in words.
pub fn formula(figure: Figure, language: Language) -> &'static str {
    let words = match figure {
        Figure::Objectives => {
            ["Quanti obiettivi contano secondo il metodo.", "How many objectives count under the method."]
        }
        Figure::Status(_) => [
            "Quanti obiettivi hanno questo esito, fra quelli che contano.",
            "How many objectives went this way, among those that count.",
        ],
        Figure::Mean => [
            "La somma dei gradi, divisa per quanti obiettivi ne hanno uno.",
            "The sum of the degrees, divided by how many objectives have one.",
        ],
        Figure::WeightedMean => [
            "La somma dei gradi moltiplicati per il peso, divisa per la somma dei pesi.",
            "The sum of the degrees times their weights, divided by the sum of the weights.",
        ],
        Figure::Median => [
            "Il grado che sta a metà quando si mettono in fila; se sono in numero pari, a metà fra i due in mezzo.",
            "The degree in the middle when they are put in order; of an even number, midway between the middle two.",
        ],
        Figure::StaffPercent => [
            "La somma delle percentuali del personale, divisa per quanti obiettivi ne hanno una.",
            "The sum of the staff percentages, divided by how many objectives have one.",
        ],
    };
    language.pick(words[0], words[1])
}

/// The formula in symbols, with the numbers in it.
pub fn in_symbols(of: &Explanation, language: Language) -> String {
    let number = |value: f64| language.number(value, 2);
    let known = number(of.known() as f64);
    let Some(value) = of.value() else { return String::from("–") };
    match of.question.figure {
        Figure::Objectives => format!("n = {known}"),
        Figure::Status(_) => {
            let share = match of.summary.objectives {
                0 => "–".to_owned(),
                all => language.percent(value / f64::from(all) * 100.0),
            };
            format!("n = {}; {} ÷ {} = {share}", number(value), number(value), of.summary.objectives)
        }
        Figure::Median => match of.middle {
            Some([low, high]) if low != high => {
                format!("({} + {}) ÷ 2 = {}", number(low), number(high), language.percent(value))
            }
            _ => format!("x̃ = {}", language.percent(value)),
        },
        Figure::WeightedMean => format!(
            "Σ(w·x) ÷ Σw = {} ÷ {} = {}",
            number(of.sum.unwrap_or_default()),
            number(of.divisor),
            language.percent(value)
        ),
        Figure::Mean | Figure::StaffPercent => {
            format!("Σx ÷ n = {} ÷ {known} = {}", number(of.sum.unwrap_or_default()), language.percent(value))
        }
    }
}

/// What a part is, with how many are in it.
pub fn part(of: &Part, language: Language) -> String {
    let because = match of.why {
        None => ["contati", "counted"],
        Some(Why::NoDegree) => {
            ["senza un grado: non contano come 0", "without a degree: they do not count as 0"]
        }
        Some(Why::NoWeight) => ["senza un peso", "without a weight"],
        Some(Why::NoStaffPercent) => ["senza percentuale del personale", "without a staff percentage"],
        Some(Why::OtherStatus) => ["con un altro esito", "with another outcome"],
        Some(Why::Method(Reason::Suspended)) => {
            ["sospesi, fuori dal conto secondo il metodo", "suspended, left out under the method"]
        }
        Some(Why::Method(Reason::NotMeasurable)) => {
            ["non misurabili, fuori dal conto secondo il metodo", "not measurable, left out under the method"]
        }
        Some(Why::Method(Reason::NotPlanned)) => [
            "non previsti nell’anno, fuori dal conto secondo il metodo",
            "not planned in the year, left out under the method",
        ],
    };
    let count = language.number(of.rows.len() as f64, 0);
    format!("{count} {}", language.pick(because[0], because[1]))
}

/// The whole as a sentence, fit for minutes: what, how much, out of how many, over what, by which method, of which
/// document.
pub fn minutes(of: &Explanation, document: &Document, language: Language) -> String {
    let header = &document.import.plan.header;
    let (name, value, over) = (name(of.question.figure, language), value(of, language), over(of, language));
    let left: Vec<String> =
        of.parts.iter().skip(1).filter(|part| !part.rows.is_empty()).map(|of| part(of, language)).collect();
    let mut out = language.pick(
        format!("{}: {value}; su: {over}.", capital(&name)),
        format!("{}: {value}; over: {over}.", capital(&name)),
    );
    out.push_str(&format!(" Formula: {}.", in_symbols(of, language)));
    if !left.is_empty() {
        let left = left.join("; ");
        out.push_str(&language.pick(format!(" Restano fuori: {left}."), format!(" Left out: {left}.")));
    }
    out.push(' ');
    out.push_str(&(method(language).bands)(&document.method.bands));
    let source = [header.body.as_deref(), Some(document.title().as_str())]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ");
    out.push_str(&language.pick(format!(" Fonte: {source}."), format!(" Source: {source}.")));
    out
}

/// A sentence starts with a capital.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
