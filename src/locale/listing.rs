// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of how objectives are listed: columns, order, groups, where words are searched and found.
//!
//! Never here: a count without what it is out of, or a word that compares people with each other.

use super::Language;
use crate::listing::{Column, Grouping};
use crate::reading::Status;
use crate::statistics::Summary;

/// The words in one language.
#[allow(missing_docs)]
pub struct ListingWords {
    pub columns: &'static str,
    pub column: fn(Column) -> &'static str,
    pub columns_as_at_first: &'static str,
    pub group_by: &'static str,
    pub no_groups: &'static str,
    pub grouping: fn(Grouping) -> &'static str,
    pub parts_exceed: fn(Grouping) -> &'static str,
    pub summary: fn(&Summary) -> String,
    pub search_in: &'static str,
    pub all_texts: &'static str,
    pub found_in: fn(&str) -> String,
    pub rank: fn(usize, usize) -> String,
    pub keys_walk: &'static str,
    pub keys_open: &'static str,
    pub keys_sort: &'static str,
    pub keys_width: &'static str,
    pub resize: &'static str,
    pub width: fn(&str, Option<u16>) -> String,
}

/// The words in a language.
pub fn words(language: Language) -> &'static ListingWords {
    language.pick(&IT, &EN)
}

/// The words in Italian.
pub static IT: ListingWords = ListingWords {
    columns: "Colonne",
    column: |column| match column {
        Column::Code => "Codice",
        Column::Objective => "Obiettivo",
        Column::Responsible => "Responsabile",
        Column::Status => "Esito",
        Column::Degree => "Grado",
        Column::Staff => "Personale",
        Column::Purpose => "Finalità",
        Column::Support => "Supporto",
        Column::Office => "Ufficio",
        Column::Mission => "Missione",
        Column::Programme => "Programma",
        Column::Planned => "Anni previsti",
        Column::Deadline => "Scadenza",
        Column::Weight => "Peso",
        Column::Indicators => "Indicatori",
        Column::Outcome => "Testo dell’esito",
        Column::Findings => "Segnalazioni",
    },
    columns_as_at_first: "Colonne come all’inizio",
    group_by: "Raggruppa per",
    no_groups: "nessun gruppo",
    grouping: |grouping| match grouping {
        Grouping::Mission => "missione",
        Grouping::Programme => "programma",
        Grouping::Person => "responsabile",
        Grouping::Status => "esito",
        Grouping::Office => "ufficio",
        Grouping::Strategic => "strategici e ordinari",
        Grouping::Year => "anno previsto",
    },
    parts_exceed: |grouping| match grouping {
        Grouping::Year => {
            "Un obiettivo previsto in più anni compare in ciascuno: la somma dei gruppi supera il totale."
        }
        _ => "Un obiettivo di più persone compare con ciascuna: la somma dei gruppi supera il totale.",
    },
    summary: |summary| {
        let all = match summary.all() {
            1 => "1 obiettivo".to_owned(),
            n => format!("{n} obiettivi"),
        };
        let achieved = match summary.status.of(Status::Achieved) {
            1 => format!("1 raggiunto su {}", summary.objectives),
            n => format!("{n} raggiunti su {}", summary.objectives),
        };
        let mean = match summary.degree.mean {
            Some(mean) => format!(
                "grado medio {} (su {} di {})",
                Language::Italian.percent(mean),
                summary.degree.known,
                summary.objectives
            ),
            None => format!("grado medio non noto (su 0 di {})", summary.objectives),
        };
        let out = (summary.left_out > 0).then(|| format!(" · {} fuori dal conto", summary.left_out));
        format!("{all} · {achieved} · {mean}{}", out.unwrap_or_default())
    },
    search_in: "Cerca in",
    all_texts: "tutti i testi",
    found_in: |column| format!("trovato in «{column}»: "),
    rank: |n, of| format!("{n}ª colonna di {of} nell’ordinamento"),
    keys_walk: "nella tabella: da una casella all’altra",
    keys_open: "nella tabella: apri l’obiettivo, apri o chiudi il gruppo, ordina per la colonna",
    keys_sort: "sull’intestazione di una colonna: ordina anche per questa",
    keys_width: "sull’intestazione di una colonna: più stretta, più larga",
    resize: "Trascina per cambiare la larghezza; doppio clic per quella iniziale",
    width: |column, width| match width {
        Some(width) => format!("Colonna «{column}» larga {width} pixel"),
        None => format!("Colonna «{column}» larga come all’inizio"),
    },
};

/// The words in English.
pub static EN: ListingWords = ListingWords {
    columns: "Columns",
    column: |column| match column {
        Column::Code => "Code",
        Column::Objective => "Objective",
        Column::Responsible => "Responsible",
        Column::Status => "Status",
        Column::Degree => "Degree",
        Column::Staff => "Staff",
        Column::Purpose => "Purpose",
        Column::Support => "Support",
        Column::Office => "Office",
        Column::Mission => "Mission",
        Column::Programme => "Programme",
        Column::Planned => "Planned years",
        Column::Deadline => "Deadline",
        Column::Weight => "Weight",
        Column::Indicators => "Indicators",
        Column::Outcome => "Outcome text",
        Column::Findings => "Findings",
    },
    columns_as_at_first: "Columns as at first",
    group_by: "Group by",
    no_groups: "no groups",
    grouping: |grouping| match grouping {
        Grouping::Mission => "mission",
        Grouping::Programme => "programme",
        Grouping::Person => "responsible person",
        Grouping::Status => "status",
        Grouping::Office => "office",
        Grouping::Strategic => "strategic and ordinary",
        Grouping::Year => "planned year",
    },
    parts_exceed: |grouping| match grouping {
        Grouping::Year => {
            "An objective planned in several years is under each of them: the groups add up to more than the total."
        }
        _ => {
            "An objective of several people is under each of them: the groups add up to more than the total."
        }
    },
    summary: |summary| {
        let all = match summary.all() {
            1 => "1 objective".to_owned(),
            n => format!("{n} objectives"),
        };
        let mean = match summary.degree.mean {
            Some(mean) => format!(
                "mean degree {} (over {} of {})",
                Language::English.percent(mean),
                summary.degree.known,
                summary.objectives
            ),
            None => format!("mean degree unknown (over 0 of {})", summary.objectives),
        };
        let achieved = summary.status.of(Status::Achieved);
        let out = (summary.left_out > 0).then(|| format!(" · {} left out", summary.left_out));
        format!("{all} · {achieved} of {} achieved · {mean}{}", summary.objectives, out.unwrap_or_default())
    },
    search_in: "Search in",
    all_texts: "all texts",
    found_in: |column| format!("found in “{column}”: "),
    rank: |n, of| format!("column {n} of {of} in the order"),
    keys_walk: "in the table: from one cell to another",
    keys_open: "in the table: open the objective, fold or unfold the group, sort by the column",
    keys_sort: "on a column’s heading: sort by it besides",
    keys_width: "on a column’s heading: narrower, wider",
    resize: "Drag to change the width; double-click for the one at first",
    width: |column, width| match width {
        Some(width) => format!("Column “{column}” is {width} pixels wide"),
        None => format!("Column “{column}” is as wide as at first"),
    },
};
