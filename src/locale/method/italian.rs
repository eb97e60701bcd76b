// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the method in Italian.

use super::{MethodWords, exact};
use crate::locale::Language::Italian;
use crate::plan::{Bands, LowerBound, NotPlanned, StandIn, Unjudged, Weights};
use crate::reading::Reason;

/// Italian.
pub static IT: MethodWords = MethodWords {
    language: Italian,
    bands: |bands| {
        let from = exact(Italian, bands.achieved_from().value());
        let achieved = if bands.achieved_from().value() == 100.0 { "con grado" } else { "da" };
        let bound = exact(Italian, bands.partly().degree().value());
        let (partly, not) = match bands.partly() {
            LowerBound::From(p) if p == bands.achieved_from() => {
                return format!(
                    "Un obiettivo è raggiunto {achieved} {from}, altrimenti non raggiunto; nessuno è raggiunto in parte."
                );
            }
            LowerBound::From(_) => ("da", "sotto"),
            LowerBound::Above(p) => ("sopra", if p.value() == 0.0 { "con" } else { "fino a" }),
        };
        format!(
            "Un obiettivo è raggiunto {achieved} {from}, raggiunto in parte {partly} {bound}, non raggiunto {not} {bound}."
        )
    },
    order: "Il grado di un obiettivo è quello che il documento gli assegna in una colonna; se manca, il numero scritto nell’esito; se manca, il giudizio scritto nell’esito; se manca, la media di quanto i suoi indicatori hanno raggiunto dell’atteso.",
    stand_in: |stand_ins, known| {
        format!(
            "Dove né una colonna né il testo dicono un grado o un giudizio, e gli indicatori non ne danno, vale la percentuale del personale, segnata con ≈ ({stand_ins} su {known} {}).",
            if known == 1 { "grado" } else { "gradi" }
        )
    },
    no_stand_in: "Dove né una colonna né il testo dicono un grado o un giudizio, e gli indicatori non ne danno, il grado resta non indicato.",
    unjudged: |reason, way, count, all| {
        format!("Gli obiettivi {} ({count} su {all}) {}.", many(reason), ways(way))
    },
    not_planned: |year, way, count, all| match year {
        Some(year) => {
            let ways = match way {
                NotPlanned::AsStated => "contano come gli altri",
                NotPlanned::LeftOut => ways(Unjudged::LeftOut),
            };
            format!("Gli obiettivi non previsti nel {year} ({count} su {all}) {ways}.")
        }
        None => "Il documento non dice di che anno è: nessun obiettivo risulta non previsto.".into(),
    },
    left_out: |left_out, all| {
        let [stay, objectives, enter] = match left_out {
            1 => ["Resta", "obiettivo", "non entra in nessuna cifra, ma si può"],
            _ => ["Restano", "obiettivi", "non entrano in nessuna cifra, ma si possono"],
        };
        format!("{stay} fuori dal conto {left_out} {objectives} su {all}: {enter} vedere.")
    },
    mean: |known, of| {
        format!(
            "Il grado medio è la somma dei gradi noti divisa per quanti sono ({known} su {of}): gli obiettivi senza grado restano fuori, non valgono zero."
        )
    },
    weighted: |known, of| {
        let [have, objectives] = if known == 1 { ["Ha", "obiettivo"] } else { ["Hanno", "obiettivi"] };
        format!(
            "Il grado medio in testa è pesato: ogni obiettivo conta secondo il suo peso. {have} un peso e un grado {known} {objectives} su {of}; gli altri restano fuori. Le medie dei grafici contano ogni obiettivo allo stesso modo."
        )
    },
    staff: |known, of| {
        format!("La percentuale del personale è un’altra misura, con una media sua ({known} su {of}).")
    },
    whole_plan: "I numeri fra parentesi sono dell’intero documento, qualunque sia la selezione.",
    how_computed: "Come si calcola?",
    title: "Come si calcola",
    changed: "metodo cambiato",
    bands_title: "Quando un obiettivo è raggiunto",
    bands_choice: |bands| {
        if *bands == Bands::LITERAL {
            return "Alla lettera: raggiunto 100\u{a0}%, in parte fra 0 e 100\u{a0}%, non raggiunto 0\u{a0}%"
                .into();
        }
        let [from, bound] =
            [bands.achieved_from(), bands.partly().degree()].map(|percent| exact(Italian, percent.value()));
        format!("Raggiunto da {from}, in parte da {bound}")
    },
    own_bands: "Altri valori",
    achieved_from: "Raggiunto da (%)",
    partly_from: "In parte da (%)",
    own_help: "Da 0 a 100, anche con la virgola. In parte da 0 vuol dire: sopra 0.",
    apply: "Applica i valori",
    no_percent: |written| {
        format!("«{written}» non è una percentuale: scrivi un numero da 0 a 100, per esempio 85 o 92,5.")
    },
    no_bands: "«In parte» non può cominciare sopra «raggiunto», e «raggiunto» comincia sopra 0.",
    stand_in_title: "Se il grado non è scritto",
    stand_in_choice: |way| match way {
        StandIn::StaffPercent => "Vale la percentuale del personale, segnata con ≈",
        StandIn::Nothing => "Resta non indicato",
    },
    suspended_title: "Obiettivi sospesi",
    not_measurable_title: "Obiettivi non misurabili",
    unjudged_choice: |way| match way {
        Unjudged::Apart => "A parte, senza grado",
        Unjudged::AsZero => "Come non raggiunti, con grado 0",
        Unjudged::LeftOut => "Fuori dal conto",
    },
    not_planned_title: |year| match year {
        Some(year) => format!("Obiettivi non previsti nel {year}"),
        None => "Obiettivi non previsti nell’anno".into(),
    },
    not_planned_choice: |way| match way {
        NotPlanned::AsStated => "Come gli altri",
        NotPlanned::LeftOut => "Fuori dal conto",
    },
    weights_title: "Grado medio",
    weights_choice: |way| match way {
        Weights::Ignored => "Ogni obiettivo conta allo stesso modo",
        Weights::Used => "Ogni obiettivo conta secondo il suo peso",
    },
    to_default: "Torna al metodo di partenza",
    left_out_mark: |left_out, all| format!("fuori dal conto secondo il metodo ({left_out} su {all})"),
    as_zero_mark: "conta come non raggiunto, con grado 0, secondo il metodo",
    left_out_because: |reason| format!("Il metodo lo lascia fuori dal conto, perché {}.", one(reason)),
    as_zero_because: |reason| {
        format!("Il metodo lo conta come non raggiunto, con grado 0, perché {}.", one(reason))
    },
    left_out_filter: "fuori dal conto",
    left_out_of: |left_out| format!("{left_out} fuori dal conto"),
    moved: |count| match count {
        0 => "Nessun obiettivo cambia esito".into(),
        1 => "1 obiettivo cambia esito".into(),
        _ => format!("{count} obiettivi cambiano esito"),
    },
    moved_part: |count, from, to| format!("{count} da {from} a {to}"),
    not_stated: "esito non indicato",
    out_of_count: "fuori dal conto",
    mean_moved: |before, after| format!("Il grado medio passa da {before} a {after}."),
    mean_stayed: |mean| format!("Il grado medio resta {mean}."),
    with_weights: |mean| format!("{mean}, pesato"),
};

fn many(reason: Reason) -> &'static str {
    match reason {
        Reason::Suspended => "sospesi",
        Reason::NotMeasurable => "non misurabili",
        Reason::NotPlanned => "non previsti nell’anno",
    }
}

fn one(reason: Reason) -> &'static str {
    match reason {
        Reason::Suspended => "sospeso",
        Reason::NotMeasurable => "non misurabile",
        Reason::NotPlanned => "non previsto nell’anno del documento",
    }
}

fn ways(way: Unjudged) -> &'static str {
    match way {
        Unjudged::Apart => "si contano a parte, senza grado",
        Unjudged::AsZero => "contano come non raggiunti, con grado 0",
        Unjudged::LeftOut => "restano fuori dal conto",
    }
}
