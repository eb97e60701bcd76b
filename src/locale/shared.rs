// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of a plan that came in a link: what it is called, and where only figures came, what they are and are not.
//!
//! Never here: why a link does not open (see `locale::link`).

use super::Language;
use super::charts::charts;
use super::method::method;
use crate::document::Document;
use crate::explain::Figure;
use crate::explain::shared::Shared;
use crate::plan::{StandIn, Weights};

/// The words in one language.
#[allow(missing_docs)]
pub struct SharedWords {
    /// What stands for the name of a file.
    pub name: &'static str,
    /// That a plan came in a link, before what its level says.
    pub by_link: &'static str,
    /// What a figures-only page says above everything.
    pub title: &'static str,
    pub of: fn(u32) -> String,
    pub not_there: &'static str,
    pub whole: &'static str,
    /// Small missions, counted together.
    pub together: &'static str,
    pub together_why: &'static str,
    pub no_missions: &'static str,
    /// In explanations.
    pub no_rows: &'static str,
    pub not_sent: &'static str,
}

/// The words of a language.
pub fn words(language: Language) -> &'static SharedWords {
    language.pick(&IT, &EN)
}

static IT: SharedWords = SharedWords {
    name: "link ricevuto",
    by_link: "Arrivato con un link.",
    title: "Sono state condivise solo le cifre",
    of: |n| match n {
        1 => "Le cifre sono di un obiettivo.".into(),
        n => format!("Le cifre sono di {} obiettivi.", Language::Italian.number(f64::from(n), 0)),
    },
    not_there: "Chi ha inviato il link non ha incluso obiettivi, testi, nomi e percentuali del personale: qui non ci sono, e i \
        grafici non si possono filtrare.",
    whole: "tutti gli obiettivi del documento",
    together: "Altre missioni, riunite",
    together_why: "Le missioni senza un codice o con meno di tre persone, e gli obiettivi senza missione, stanno in una \
        riga sola.",
    no_missions: "Le missioni non ci sono: non hanno un codice, oppure farebbero riconoscere le persone.",
    no_rows: "Gli obiettivi contati non si possono elencare: sono state condivise solo le cifre.",
    not_sent: "Di questo numero non è stato condiviso altro.",
};

static EN: SharedWords = SharedWords {
    name: "link received",
    by_link: "Came in a link.",
    title: "Only figures were shared",
    of: |n| match n {
        1 => "The figures are of one objective.".into(),
        n => format!("The figures are of {} objectives.", Language::English.number(f64::from(n), 0)),
    },
    not_there: "Whoever sent the link did not include objectives, texts, names and staff percentages: they are not here, and \
        the charts cannot be filtered.",
    whole: "all objectives of the document",
    together: "Other missions, together",
    together_why: "Missions without a code or of fewer than three people, and objectives without a mission, are in one \
        row.",
    no_missions: "There are no missions: they have no code, or they would tell who people are.",
    no_rows: "The objectives counted cannot be listed: only figures were shared.",
    not_sent: "Nothing else of this number was shared.",
};

/// What a figures-only page says of itself, sentence by sentence.
pub fn about(document: &Document, language: Language) -> Vec<String> {
    let own = words(language);
    let mut out = vec![(own.of)(document.whole.plan.all()), own.not_there.to_owned()];
    match document.whole.by_mission.last() {
        Some(last) if last.key.is_empty() => out.push(own.together_why.to_owned()),
        Some(_) => {}
        None => out.push(own.no_missions.to_owned()),
    }
    out
}

/// The method of figures, in sentences. How many objectives a choice is about was not sent.
pub fn of_method(document: &Document, language: Language) -> Vec<String> {
    let words = method(language);
    let (method, whole, year) = (&document.method, &document.whole.plan, document.plan.header.year);
    let choice = |title: &str, choice: &str| {
        let mut choice = choice.to_owned();
        // Of ASCII alone: the tables of all other letters weigh more than these words.
        choice.get_mut(..1).into_iter().for_each(str::make_ascii_lowercase);
        format!("{title}: {choice}.")
    };
    let mut out = vec![
        (words.bands)(&method.bands),
        words.order.to_owned(),
        match method.stand_in {
            StandIn::StaffPercent => (words.stand_in)(whole.stand_ins, whole.degree.known),
            StandIn::Nothing => words.no_stand_in.to_owned(),
        },
        choice(words.suspended_title, (words.unjudged_choice)(method.suspended)),
        choice(words.not_measurable_title, (words.unjudged_choice)(method.not_measurable)),
        choice(&(words.not_planned_title)(year), (words.not_planned_choice)(method.not_planned)),
    ];
    if whole.left_out > 0 {
        out.push((words.left_out)(whole.left_out, whole.all()));
    }
    out.push(match method.weights {
        Weights::Ignored => (words.mean)(whole.degree.known, whole.objectives),
        Weights::Used => (words.weighted)(whole.weighted.known, whole.objectives),
    });
    out
}

/// The value of a figure, with what it is out of.
pub fn value(of: &Shared, language: Language) -> String {
    let words = charts(language);
    match (of.question.figure, of.value()) {
        (Figure::Objectives, Some(count)) => language.number(count, 0),
        (Figure::Status(_), Some(count)) => (words.out_of)(count as u32, of.summary.objectives),
        (_, value) => words.measure(value, of.known(), of.summary.objectives),
    }
}

/// The formula in symbols, with the numbers that were sent. A sum is the mean times how many it is of.
pub fn in_symbols(of: &Shared, language: Language) -> String {
    let number = |value: f64| language.number(value, 2);
    let (known, all) = (f64::from(of.known()), of.summary.objectives);
    let Some(value) = of.value() else { return String::from("–") };
    let percent = language.percent(value);
    match of.question.figure {
        Figure::Objectives => format!("n = {}", number(value)),
        Figure::Status(_) if all == 0 => format!("n = {}", number(value)),
        Figure::Status(_) => {
            format!("{} ÷ {all} = {}", number(value), language.percent(value / f64::from(all) * 100.0))
        }
        Figure::Median => format!("x̃ = {percent}; n = {}", number(known)),
        Figure::WeightedMean => format!("Σ(w·x) ÷ Σw = {percent}; n = {}", number(known)),
        Figure::Mean | Figure::StaffPercent => {
            format!("Σx ÷ n = {} ÷ {} = {percent}", number(value * known), number(known))
        }
    }
}
