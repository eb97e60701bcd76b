// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the list of commands and of the shortcuts, and of what an address asked for that the plan does not have.
//!
//! Never here: which keys do what (see `ui/shortcuts.rs`).

use super::Language;
use super::selection::label;
use super::sitting::unknown as slide;
use crate::chart::PlanNames;
use crate::view::address::Left;

/// The words of commands in one language.
#[allow(missing_docs)]
pub struct CommandWords {
    pub commands: &'static str,
    pub type_here: &'static str,
    pub found: fn(usize) -> String,
    pub none: &'static str,
    pub close: &'static str,
    // What kind of thing an entry of the list is
    pub action: &'static str,
    pub filter: &'static str,
    pub view: &'static str,
    pub place: &'static str,
    pub objective: &'static str,
    // Shortcuts
    pub shortcuts: &'static str,
    pub letters: &'static str,
    pub letters_hint: &'static str,
    pub search: &'static str,
    pub explain: &'static str,
    pub help: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub go: &'static str,
    // Places
    pub headline: &'static str,
    pub selection: &'static str,
    pub charts: &'static str,
    pub findings: &'static str,
    pub people: &'static str,
    pub table: &'static str,
}

/// The words of a language.
pub fn words(language: Language) -> &'static CommandWords {
    language.pick(&IT, &EN)
}

static IT: CommandWords = CommandWords {
    commands: "Comandi",
    type_here: "Scrivi che cosa vuoi fare o trovare",
    found: |n| if n == 1 { "1 voce".into() } else { format!("{n} voci") },
    none: "Niente con queste parole: prova con meno lettere, o con il codice di un obiettivo.",
    close: "Chiudi",
    action: "azione",
    filter: "filtro",
    view: "vista",
    place: "vai a",
    objective: "obiettivo",
    shortcuts: "Scorciatoie da tastiera",
    letters: "Scorciatoie di un solo tasto",
    letters_hint: "Spegnile se usi comandi vocali o un lettore di schermo che prende le stesse lettere.",
    search: "Cerca nei testi",
    explain: "Spiega il prossimo numero che tocchi",
    help: "Mostra queste scorciatoie",
    undo: "Torna indietro di un passo",
    redo: "Torna avanti di un passo",
    go: "poi",
    headline: "In sintesi",
    selection: "Selezione",
    charts: "Grafici",
    findings: "Da guardare due volte",
    people: "Persone e uffici",
    table: "Obiettivi",
};

static EN: CommandWords = CommandWords {
    commands: "Commands",
    type_here: "Type what you want to do or find",
    found: |n| if n == 1 { "1 entry".into() } else { format!("{n} entries") },
    none: "Nothing with these words: try fewer letters, or the code of an objective.",
    close: "Close",
    action: "action",
    filter: "filter",
    view: "view",
    place: "go to",
    objective: "objective",
    shortcuts: "Keyboard shortcuts",
    letters: "Shortcuts of a single key",
    letters_hint: "Turn them off if you use voice commands, or a screen reader that takes the same letters.",
    search: "Search the texts",
    explain: "Explain the next number you touch",
    help: "Show these shortcuts",
    undo: "Go back a step",
    redo: "Go forward a step",
    go: "then",
    headline: "At a glance",
    selection: "Selection",
    charts: "Charts",
    findings: "Worth a second look",
    people: "People and offices",
    table: "Objectives",
};

/// What of an address is not in the view, as sentences.
pub fn left(left: &[Left], language: Language) -> String {
    let unknown: Vec<String> = left
        .iter()
        .filter_map(|left| match left {
            Left::Unknown(filter) => Some(label(filter, &PlanNames::default(), language)),
            _ => None,
        })
        .take(6)
        .collect();
    let mut out = Vec::new();
    if !unknown.is_empty() {
        let listed = unknown.join(", ");
        out.push(language.pick(
            format!("L’indirizzo nomina filtri che questo piano non ha, lasciati da parte: {listed}."),
            format!(
                "The address names filters that this plan does not have; they were left aside: {listed}."
            ),
        ));
    }
    for left in left {
        let sentence = match left {
            Left::Unknown(_) => continue,
            Left::Newer => language.pick(
                "La vista di questo indirizzo è di una versione più recente della pagina: ricarica la pagina. Intanto vedi il piano intero.",
                "The view in this address is of a later version of the page: load the page anew. Meanwhile you see the whole plan.",
            ).to_owned(),
            Left::TooLong => language.pick(
                "L’indirizzo è troppo lungo per essere una vista: vedi il piano intero.",
                "The address is too long to be a view: you see the whole plan.",
            ).to_owned(),
            Left::Unreadable(name) => language.pick(
                format!("Una parte dell’indirizzo non si capisce ed è stata lasciata da parte: {name}."),
                format!("A part of the address cannot be understood and was left aside: {name}."),
            ),
            Left::TooMany(count) => language.pick(
                match count {
                    1 => "L’indirizzo ha troppi filtri: uno è stato lasciato da parte.".to_owned(),
                    _ => format!("L’indirizzo ha troppi filtri: {count} sono stati lasciati da parte."),
                },
                match count {
                    1 => "The address has too many filters: one was left aside.".to_owned(),
                    _ => format!("The address has too many filters: {count} were left aside."),
                },
            ),
            Left::OtherPeople => language.pick(
                "I responsabili di questo piano non sono quelli dell’indirizzo: i filtri sulle persone sono stati lasciati da parte.",
                "Those responsible in this plan are not those of the address: filters on people were left aside.",
            ).to_owned(),
            Left::OnlyFigures => language.pick(
                "L’indirizzo sceglie alcuni obiettivi, ma sono state condivise solo le cifre: vedi quelle del documento intero.",
                "The address chooses some objectives, but only figures were shared: you see those of the whole document.",
            ).to_owned(),
            Left::NoSlides(some, count) => {
                let listed: Vec<String> = some.iter().map(|code| slide(code, language)).collect();
                let more = match count.saturating_sub(some.len()) {
                    0 => String::new(),
                    1 => language.pick(" e un’altra", " and one more").to_owned(),
                    more => language.pick(format!(" e altre {more}"), format!(" and {more} more")),
                };
                let listed = format!("{}{more}", listed.join(", "));
                language.pick(
                    format!("L’indirizzo mette in seduta schermate che questo piano non ha, lasciate da parte: {listed}."),
                    format!("The address has slides in its sitting that this plan does not have; they were left aside: {listed}."),
                )
            }
            Left::TooManySlides(count) => language.pick(
                match count {
                    1 => "L’indirizzo mette in seduta troppi obiettivi: uno è stato lasciato da parte.".to_owned(),
                    _ => format!(
                        "L’indirizzo mette in seduta troppi obiettivi: {count} sono stati lasciati da parte."
                    ),
                },
                match count {
                    1 => "The address has too many objectives in its sitting: one was left aside.".to_owned(),
                    _ => format!(
                        "The address has too many objectives in its sitting: {count} were left aside."
                    ),
                },
            ),
            Left::NoObjective(n) => language.pick(
                format!("Questo piano non ha un obiettivo {n}."),
                format!("This plan has no objective {n}."),
            ),
        };
        if !out.contains(&sentence) {
            out.push(sentence);
        }
    }
    out.join(" ")
}
