// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the sitting: the slides, the way from one to the next, their order.
//!
//! Never here: what a slide shows, which has its words where the page shows it.

use super::Language;
use crate::chart::Chart;

/// The words of the sitting in one language.
#[allow(missing_docs)]
pub struct SittingWords {
    pub open: &'static str,
    pub open_hint: &'static str,
    pub name: fn(&str) -> String,
    pub slide: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub close: &'static str,
    pub fullscreen: &'static str,
    pub names: &'static str,
    pub keys: &'static str,
    pub nothing: &'static str,
    pub selected: fn(&str) -> String,
    // Slides
    pub title: &'static str,
    pub objective: fn(u32) -> String,
    // The order
    pub arrange: &'static str,
    pub arrange_title: &'static str,
    pub arrange_hint: &'static str,
    pub done: &'static str,
    pub up: fn(&str) -> String,
    pub down: fn(&str) -> String,
    pub moved: fn(&str, usize, usize) -> String,
    pub add: &'static str,
    pub remove: &'static str,
    pub added: &'static str,
    pub removed: &'static str,
    /// There is no room for this objective.
    pub full: &'static str,
    /// How many are selected and not among the slides, and for how many there is room.
    pub add_all: fn(usize, usize) -> String,
    /// How many there are now, and how many stay out.
    pub added_all: fn(usize, usize) -> String,
    pub remove_all: fn(usize) -> String,
    pub removed_all: &'static str,
    pub reset: &'static str,
    pub change: &'static str,
    // Sharing
    pub with_order: fn(&str) -> String,
    pub order_alone: &'static str,
    pub opens_so: &'static str,
}

/// The words of a language.
pub fn words(language: Language) -> &'static SittingWords {
    language.pick(&IT, &EN)
}

/// The name of a slide that an address asks for and the plan does not have.
pub fn unknown(code: &str, language: Language) -> String {
    match code.strip_prefix('o').and_then(|number| number.parse::<u32>().ok()) {
        Some(number) => (words(language).objective)(number),
        None => match Chart::from_code(code) {
            // A chart that only other plans have.
            Some(chart) => chart.title(language).to_owned(),
            // What somebody wrote may be of any length.
            None => code.chars().take(40).collect(),
        },
    }
}

fn italian(number: usize) -> String {
    Language::Italian.number(number as f64, 0)
}

fn english(number: usize) -> String {
    Language::English.number(number as f64, 0)
}

static IT: SittingWords = SittingWords {
    open: "Seduta",
    open_hint: "Mostra il piano in seduta, una schermata alla volta",
    name: |plan| format!("Seduta: {plan}"),
    slide: "Schermata",
    previous: "Precedente",
    next: "Successiva",
    close: "Esci dalla seduta",
    fullscreen: "Schermo intero",
    names: "Con i nomi",
    keys: "Frecce, Pag su e Pag giù, spazio: cambia schermata. Inizio e Fine: la prima e l’ultima. Esc: esci.",
    nothing: "Nessuna schermata è scelta: premi «Ordine» e scegline almeno una.",
    selected: |what| format!("Selezione: {what}"),
    title: "Titolo",
    objective: |number| format!("obiettivo {number}"),
    arrange: "Ordine",
    arrange_title: "Ordine delle schermate",
    arrange_hint: "Scegli che cosa mostrare e in quale ordine. L’ordine viaggia con il link e resta nelle viste salvate. Gli obiettivi \
        si aggiungono anche dalla loro scheda.",
    done: "Torna alle schermate",
    up: |what| format!("Sposta su: {what}"),
    down: |what| format!("Sposta giù: {what}"),
    moved: |what, at, of| format!("{what}: posizione {at} di {of}"),
    add: "Aggiungi alla seduta",
    remove: "Togli dalla seduta",
    added: "Aggiunto alla seduta",
    removed: "Tolto dalla seduta",
    full: "La seduta è piena: ha già tutti gli obiettivi che può avere. Togline uno per aggiungerne un altro.",
    add_all: |of, room| match (of, room) {
        (1, _) => "Aggiungi l’obiettivo selezionato".into(),
        (_, 1) => format!("Aggiungi il primo dei {} obiettivi selezionati", italian(of)),
        _ if of > room => {
            format!("Aggiungi i primi {} dei {} obiettivi selezionati", italian(room), italian(of))
        }
        _ => format!("Aggiungi i {} obiettivi selezionati", italian(of)),
    },
    added_all: |here, out| match (here, out) {
        (1, 0) => "La seduta ha un obiettivo.".into(),
        (_, 0) => format!("La seduta ha {} obiettivi.", italian(here)),
        (_, 1) => {
            format!("La seduta ha {} obiettivi, il massimo; uno dei selezionati resta fuori.", italian(here))
        }
        _ => format!(
            "La seduta ha {} obiettivi, il massimo; altri {} dei selezionati restano fuori.",
            italian(here),
            italian(out)
        ),
    },
    remove_all: |count| match count {
        1 => "Togli l’obiettivo".into(),
        _ => format!("Togli tutti gli obiettivi ({})", italian(count)),
    },
    removed_all: "La seduta non ha più obiettivi.",
    reset: "Come all’inizio",
    change: "l’ordine della seduta",
    with_order: |looked_at| format!("{looked_at}; con l’ordine della seduta"),
    order_alone: "Con l’ordine della seduta, senza obiettivi",
    opens_so: "Si apre come seduta, per il proiettore",
};

static EN: SittingWords = SittingWords {
    open: "Sitting",
    open_hint: "Show the plan to the sitting, one slide at a time",
    name: |plan| format!("Sitting: {plan}"),
    slide: "Slide",
    previous: "Previous",
    next: "Next",
    close: "Leave the sitting",
    fullscreen: "Full screen",
    names: "With names",
    keys: "Arrows, Page Up and Page Down, space: turn slides. Home and End: the first and the last. Esc: leave.",
    nothing: "No slide is chosen: press “Order” and choose one at least.",
    selected: |what| format!("Selected: {what}"),
    title: "Title",
    objective: |number| format!("objective {number}"),
    arrange: "Order",
    arrange_title: "Order of the slides",
    arrange_hint: "Choose what to show and in which order. The order travels with the link and stays in saved views. Objectives \
        are added from their own panel, too.",
    done: "Back to the slides",
    up: |what| format!("Move up: {what}"),
    down: |what| format!("Move down: {what}"),
    moved: |what, at, of| format!("{what}: position {at} of {of}"),
    add: "Add to the sitting",
    remove: "Take out of the sitting",
    added: "Added to the sitting",
    removed: "Taken out of the sitting",
    full: "The sitting is full: it has all the objectives that it can have. Take one out to add another.",
    add_all: |of, room| match (of, room) {
        (1, _) => "Add the selected objective".into(),
        (_, 1) => format!("Add the first of the {} selected objectives", english(of)),
        _ if of > room => {
            format!("Add the first {} of the {} selected objectives", english(room), english(of))
        }
        _ => format!("Add the {} selected objectives", english(of)),
    },
    added_all: |here, out| match (here, out) {
        (1, 0) => "The sitting has one objective.".into(),
        (_, 0) => format!("The sitting has {} objectives.", english(here)),
        (_, 1) => {
            format!(
                "The sitting has {} objectives, the most it can have; one that is selected stays out.",
                english(here)
            )
        }
        _ => format!(
            "The sitting has {} objectives, the most it can have; another {} that are selected stay out.",
            english(here),
            english(out)
        ),
    },
    remove_all: |count| match count {
        1 => "Take the objective out".into(),
        _ => format!("Take all objectives out ({})", english(count)),
    },
    removed_all: "The sitting has no objectives any more.",
    reset: "As at first",
    change: "the order of the sitting",
    with_order: |looked_at| format!("{looked_at}; with the order of the sitting"),
    order_alone: "With the order of the sitting, without objectives",
    opens_so: "Opens as a sitting, for the projector",
};
