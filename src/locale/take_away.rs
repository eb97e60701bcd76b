// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of taking away: menus of charts, and what a picture says of where it comes from.
//!
//! Never here: how a file is made.

use super::Language;
use super::page::page;
use super::selection::sentence;
use crate::export::Origin;

/// The words of taking away in one language.
#[allow(missing_docs)]
pub struct TakeAwayWords {
    pub take_away: &'static str,
    pub take_away_of: fn(&str) -> String,
    pub svg: &'static str,
    pub png: &'static str,
    pub copy: &'static str,
    pub copy_svg: &'static str,
    pub csv: &'static str,
    pub json: &'static str,
    pub picture_note: &'static str,
    pub saved: fn(&str) -> String,
    pub copied: &'static str,
    pub copied_svg: &'static str,
    pub not_copied: &'static str,
    pub no_picture: &'static str,
    made: fn(&str) -> String,
    made_no_day: &'static str,
    // The download menu
    pub figures_csv: &'static str,
    pub objectives_csv: &'static str,
    pub selection_json: &'static str,
    pub findings_csv: &'static str,
    pub people_csv: &'static str,
    pub names_warning: &'static str,
}

/// The words of a language.
pub fn words(language: Language) -> &'static TakeAwayWords {
    language.pick(&IT, &EN)
}

static IT: TakeAwayWords = TakeAwayWords {
    take_away: "Porta via",
    take_away_of: |chart| format!("Porta via il grafico «{chart}»"),
    svg: "Scarica SVG",
    png: "Scarica PNG",
    copy: "Copia immagine",
    copy_svg: "Copia come testo SVG",
    csv: "Dati CSV",
    json: "Dati JSON",
    picture_note: "Le immagini dicono che cosa è selezionato, con i nomi se ce ne sono.",
    saved: |name| format!("Salvato: {name}"),
    copied: "Immagine copiata",
    copied_svg: "Testo SVG copiato",
    not_copied: "Il browser non lascia copiare: scarica l’immagine.",
    no_picture: "Il browser non riesce a fare l’immagine: scarica l’SVG.",
    made: |day| format!("Fatto con Traguardi il {day}"),
    made_no_day: "Fatto con Traguardi",
    figures_csv: "Dati statistici della selezione (CSV)",
    objectives_csv: "Obiettivi della selezione (CSV)",
    selection_json: "Obiettivi della selezione (JSON)",
    findings_csv: "Segnalazioni (CSV)",
    people_csv: "Persone e uffici (CSV)",
    names_warning: "I nomi dei responsabili sono nei dati statistici in JSON, negli obiettivi in CSV, nel piano e negli elenchi delle persone; quelli del personale di supporto negli ultimi tre. Le percentuali di realizzazione del personale sono nei dati statistici, negli obiettivi e nel piano; nei dati aperti solo dove valgono come grado, senza nomi. Sono dati personali: prima di pubblicarli, pensaci.",
};

static EN: TakeAwayWords = TakeAwayWords {
    take_away: "Take away",
    take_away_of: |chart| format!("Take away the chart “{chart}”"),
    svg: "Download SVG",
    png: "Download PNG",
    copy: "Copy picture",
    copy_svg: "Copy as SVG text",
    csv: "Data as CSV",
    json: "Data as JSON",
    picture_note: "Pictures say what is selected, with names where there are any.",
    saved: |name| format!("Saved: {name}"),
    copied: "Picture copied",
    copied_svg: "SVG text copied",
    not_copied: "The browser does not allow copying: download the picture.",
    no_picture: "The browser cannot make the picture: download the SVG.",
    made: |day| format!("Made with Traguardi on {day}"),
    made_no_day: "Made with Traguardi",
    figures_csv: "Figures of the selection (CSV)",
    objectives_csv: "Objectives of the selection (CSV)",
    selection_json: "Objectives of the selection (JSON)",
    findings_csv: "Findings (CSV)",
    people_csv: "People and offices (CSV)",
    names_warning: "The names of those responsible are in the figures as JSON, the objectives as CSV, the plan and the lists of people; those of the support staff in the last three. Staff percentages are in the figures, the objectives and the plan; in the open data only where they stand in for a degree, without names. These are personal data: think before you publish them.",
};

/// What is selected, with how many of how many: `22 di 27 obiettivi: missioni 01 e 12, raggiunti`.
pub fn selected(origin: &Origin) -> String {
    let words = page(origin.language);
    match origin.selection.is_everything() {
        true => (words.all_objectives)(origin.of),
        false => {
            let count = (words.some_objectives)(origin.selected, origin.of);
            let Origin { selection, field, timeline, language, .. } = *origin;
            format!("{count}: {}", sentence(selection, field, timeline, language))
        }
    }
}

/// What a plan is called under a drawing: its title, else its file; its body; its year.
pub fn plan(origin: &Origin) -> String {
    let header = origin.header;
    let title = header.title.as_deref().unwrap_or(origin.file);
    let year = header.year.map(|year| year.to_string());
    // A title mostly names both already.
    let has = |part: &&str| !title.contains(*part);
    let parts = [header.body.as_deref().filter(has), year.as_deref().filter(has)];
    [Some(title)].into_iter().chain(parts).flatten().collect::<Vec<_>>().join(" · ")
}

/// By what and when it was made.
pub fn made(origin: &Origin) -> String {
    let words = words(origin.language);
    match day(origin.day, origin.language) {
        day if day.is_empty() => words.made_no_day.to_owned(),
        day => (words.made)(&day),
    }
}

/// A day such as `2026-11-27` in words; empty where it is none.
pub fn day(written: &str, language: Language) -> String {
    let mut parts = written.split('-').filter_map(|part| part.parse::<u16>().ok());
    match (parts.next(), parts.next().and_then(|month| u8::try_from(month).ok()), parts.next()) {
        (Some(year), Some(month), Some(day)) => {
            format!("{day} {} {year}", language.month(month).unwrap_or_default())
        }
        _ => String::new(),
    }
}
