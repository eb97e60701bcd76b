// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the charts in Italian.
//!
//! Never here: a decision on what a chart shows.

use crate::reading::Status;
use crate::statistics::Summary;

use super::{ChartWords, StatusWords};
use crate::locale::Language;

const fn status(name: &'static str, one: &'static str, many: &'static str) -> StatusWords {
    StatusWords { name, one, many }
}

/// Italian.
pub static IT: ChartWords = ChartWords {
    language: Language::Italian,
    status_by_mission: "Esito per missione",
    degree_by_mission: "Grado medio per missione e programma",
    distribution: "Distribuzione dei gradi di raggiungimento",
    strategic_against_ordinary: "Obiettivi strategici e ordinari",
    statuses: [
        status("Raggiunti", "raggiunto", "raggiunti"),
        status("Raggiunti in parte", "raggiunto in parte", "raggiunti in parte"),
        status("Non raggiunti", "non raggiunto", "non raggiunti"),
        status("Sospesi", "sospeso", "sospesi"),
        status("Rinviati", "rinviato", "rinviati"),
        status("Annullati", "annullato", "annullati"),
        status("In corso", "in corso", "in corso"),
        status("Non misurabili", "non misurabile", "non misurabili"),
        status("Esito non indicato", "con esito non indicato", "con esito non indicato"),
    ],
    mission: "Missione",
    programme: "Programma",
    no_mission: "Missione non indicata",
    no_programme: "Programma non indicato",
    strategic: "Strategici",
    ordinary: "Ordinari",
    neither: "Tipo non indicato",
    not_stated: "non indicato",
    no_degree: "senza grado",
    no_degree_short: ["senza", "grado"],
    code: "Codice",
    mission_or_programme: "Missione o programma",
    kind: "Tipo",
    objectives: "Obiettivi",
    with_degree: "Con un grado",
    mean_degree: "Grado medio",
    median_degree: "Grado mediano",
    degree: "Grado",
    total: "Totale",
    empty_plan: "Il piano non ha obiettivi.",
    empty_selection: "Nessun obiettivo nella selezione: togliendo un filtro tornano.",
    all_left_out: "Il metodo lascia fuori dal conto ogni obiettivo della selezione.",
    left_out: |n, m| format!("Fuori dal conto secondo il metodo: {}.", (IT.out_of)(n, m)),
    not_drawn: "Il grafico non si è potuto disegnare; le stesse cifre sono nella tabella.",
    more: |n| match n {
        1 => "Un'altra riga è nella tabella.".into(),
        n => format!("Altre {} righe sono nella tabella.", IT.figure(n)),
    },
    out_of: |n, m| format!("{} su {}", IT.figure(n), IT.figure(m)),
    count,
    selected: |n, m| format!("Selezione: {} su {}.", count(n), IT.figure(m)),
    status_summary,
    degree_summary,
    distribution_summary: |[whole, zero, between, unknown, all]| {
        format!(
            "Con grado 100\u{a0}%: {} su {}; con grado 0\u{a0}%: {}; in mezzo: {}; senza grado: {}.",
            count(whole),
            IT.figure(all),
            IT.figure(zero),
            IT.figure(between),
            IT.figure(unknown),
        )
    },
    kind_summary: |kind, summary| {
        let achieved = (IT.out_of)(summary.status.of(Status::Achieved), summary.objectives);
        let degree = IT.measure(summary.degree.mean, summary.degree.known, summary.objectives);
        format!("{kind}: raggiunti {achieved}, grado medio {degree}.")
    },
    stand_ins: |n, m| {
        let cases = if n == 1 { "caso" } else { "casi" };
        format!("In {} {cases} su {} vale la percentuale del personale.", IT.figure(n), IT.figure(m))
    },
    corrected: |n| {
        format!(
            "{} a mano",
            if n == 1 {
                "1 obiettivo corretto".into()
            } else {
                format!("{} obiettivi corretti", IT.figure(n))
            }
        )
    },
    degrees: |from, to| match (from, to) {
        (0, 1..) => format!("più di 0 e meno di {to}\u{a0}%"),
        _ if from == to => format!("{from}\u{a0}%"),
        _ => format!("da {from} a meno di {to}\u{a0}%"),
    },
};

fn count(n: u32) -> String {
    format!("{} {}", IT.figure(n), if n == 1 { "obiettivo" } else { "obiettivi" })
}

fn status_summary(summary: &Summary, whole: u32, missions: u32) -> String {
    let achieved = summary.status.of(Status::Achieved);
    let verb = if achieved == 1 { "è raggiunto" } else { "sono raggiunti" };
    let mut out = format!("{} su {} {verb}", count(achieved), IT.figure(summary.objectives));
    let others = IT.others(summary);
    if !others.is_empty() {
        out += &format!("; gli altri: {others}");
    }
    out + &format!(". Missioni con tutti gli obiettivi raggiunti: {}.", (IT.out_of)(whole, missions))
}

fn degree_summary(summary: &Summary, range: Option<(f64, f64)>) -> String {
    let known = (IT.out_of)(summary.degree.known, summary.objectives);
    let Some(mean) = summary.degree.mean else {
        return format!("Nessun obiettivo ha un grado di raggiungimento ({known}).");
    };
    let mut out = format!("Il grado medio è {}; obiettivi con un grado: {known}.", IT.language.percent(mean));
    if let Some((low, high)) = range {
        let (low, high) = (IT.language.percent(low), IT.language.percent(high));
        out += &format!(" Per missione va da {low} a {high}.");
    }
    if summary.stand_ins > 0 {
        out += " ";
        out += &(IT.stand_ins)(summary.stand_ins, summary.degree.known);
    }
    out
}
