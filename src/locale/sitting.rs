// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the sitting: the slides, the way from one to the next, their order.
//!
//! Never here: what a slide shows, which has its words where the page shows it.

use super::Language;
use crate::sitting::MOST_OBJECTIVES;

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
    pub add_all: fn(usize) -> String,
    pub added_all: fn(usize, usize) -> String,
    pub remove_all: fn(usize) -> String,
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
        // What somebody wrote may be of any length.
        None => code.chars().take(40).collect(),
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
    open_hint: "Mostra il piano alla seduta, una schermata alla volta",
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
    moved: |what, at, of| format!("{what}: posto {at} di {of}"),
    add: "Aggiungi alla seduta",
    remove: "Togli dalla seduta",
    added: "Aggiunto alla seduta",
    removed: "Tolto dalla seduta",
    add_all: |of| match of {
        1 => "Aggiungi l’obiettivo selezionato".into(),
        _ if of > MOST_OBJECTIVES => {
            format!("Aggiungi i primi {MOST_OBJECTIVES} dei {} obiettivi selezionati", italian(of))
        }
        _ => format!("Aggiungi i {} obiettivi selezionati", italian(of)),
    },
    added_all: |here, of| match here == of {
        true => format!("La seduta ha {} obiettivi.", italian(here)),
        false => format!(
            "La seduta ha {} obiettivi, il massimo; altri {} selezionati restano fuori.",
            italian(here),
            italian(of.saturating_sub(here))
        ),
    },
    remove_all: |count| match count {
        1 => "Togli l’obiettivo".into(),
        _ => format!("Togli tutti gli obiettivi ({})", italian(count)),
    },
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
    moved: |what, at, of| format!("{what}: place {at} of {of}"),
    add: "Add to the sitting",
    remove: "Take out of the sitting",
    added: "Added to the sitting",
    removed: "Taken out of the sitting",
    add_all: |of| match of {
        1 => "Add the selected objective".into(),
        _ if of > MOST_OBJECTIVES => {
            format!("Add the first {MOST_OBJECTIVES} of the {} selected objectives", english(of))
        }
        _ => format!("Add the {} selected objectives", english(of)),
    },
    added_all: |here, of| match here == of {
        true => format!("The sitting has {} objectives.", english(here)),
        false => format!(
            "The sitting has {} objectives, the most it can have; another {} that are selected stay out.",
            english(here),
            english(of.saturating_sub(here))
        ),
    },
    remove_all: |count| match count {
        1 => "Take the objective out".into(),
        _ => format!("Take all objectives out ({})", english(count)),
    },
    reset: "As at first",
    change: "the order of the sitting",
    with_order: |looked_at| format!("{looked_at}; with the order of the sitting"),
    order_alone: "With the order of the sitting, without objectives",
    opens_so: "Opens as a sitting, for the projector",
};
