// SPDX-License-Identifier: AGPL-3.0-or-later
//! Promise: what an outcome text states is read with the words that state it, and nothing else is.

use proptest::prelude::*;
use traguardi::reading::{OutcomeReading, Span, Status, outcome, outcome_in};

fn words(text: &str, span: Span) -> String {
    text.chars().skip(span.start as usize).take((span.end - span.start) as usize).collect()
}

/// Verdict and number of a text, without their places.
fn read(text: &str) -> (Option<Status>, Option<f64>) {
    let OutcomeReading { verdict, number, .. } = outcome(text);
    (verdict.map(|v| v.status), number.map(|n| n.0.value()))
}

fn each(expected: Option<Status>, number: Option<f64>, texts: &[&str]) {
    let wrong: Vec<_> = texts
        .iter()
        .filter(|text| read(text) != (expected, number))
        .map(|text| format!("{text:?} is read as {:?}", read(text)))
        .collect();
    assert!(wrong.is_empty(), "expected {expected:?}, {number:?}:\n{}", wrong.join("\n"));
}

#[test]
fn achieved() {
    each(
        Some(Status::Achieved),
        None,
        &[
            "Obiettivo raggiunto",
            "OBIETTIVO RAGGIUNTO.",
            "Raggiunto",
            "Obiettivo raggiunto - Dati estrapolati dall'applicativo Halley",
            "Obiettivi raggiunti - Azioni richieste dai servizi specialistici",
            "L'obiettivo è stato pienamente raggiunto.",
            "L’obiettivo e' stato raggiunto",
            "Gli obiettivi sono stati tutti realizzati, obiettivo raggiunto",
            "Obiettivo operativo n. 1 raggiunto nei tempi previsti",
            "Obiettivo raggiunto entro il 31/12/2021",
            "Raggiunto l'obiettivo prefissato",
            "È stato raggiunto l'obiettivo",
            "Target conseguito in anticipo",
            "Esito: raggiunto",
            "1) Raggiunto",
            "01.02 - raggiunto",
            "**Raggiunto**",
            "Obiettivo raggiunto, ma in ritardo",
            "Obiettivo raggiunto? Sì",
            "Raggiunto: SI",
            "Non sono pervenuti reclami, obiettivo raggiunto",
            "Obiettivo\nraggiunto",
            "Obiettivo\u{a0}raggiunto",
            "In linea con le previsioni",
            "Raggiunto al 120%",
            "Objective achieved",
            "The objective has been fully achieved on time",
            "Target met",
            "Obiettivo completato",
            "Obiettivo non solo raggiunto ma anche superato",
            "Obiettivo raggiunto nonostante il ritardo dei fornitori",
        ],
    );
    each(
        Some(Status::Achieved),
        Some(100.0),
        &["Raggiunto al 100%", "Obiettivo raggiunto al 100 per cento", "Raggiunto (100%)", "100% achieved"],
    );
}

#[test]
fn partially_achieved() {
    each(
        Some(Status::PartiallyAchieved),
        None,
        &[
            "Parzialmente raggiunto",
            "Obiettivo raggiunto parzialmente",
            "Obiettivo raggiunto solo in parte",
            "Raggiunto, in parte",
            "Raggiunto (parzialmente)",
            "Non pienamente raggiunto",
            "L'obiettivo non è stato del tutto raggiunto",
            "Non raggiunto completamente",
            "Obiettivo quasi totalmente raggiunto",
            "Obiettivo parzialmente\nraggiunto",
            "Raggiunto per circa il 50%",
            "Raggiunto, salvo la terza fase",
            "Obiettivo raggiunto, tranne per due uffici",
            "Obiettivo 1 raggiunto. Obiettivo 2 non raggiunto.",
            "Partly achieved",
            "The objective was only partially achieved",
            "Not fully achieved",
        ],
    );
    each(
        Some(Status::PartiallyAchieved),
        Some(50.0),
        &[
            "Raggiunto al 50% -per il miglioramento vedere relazione nucleo di valutazione",
            "Obiettivo raggiunto al 50 % nei tempi",
            "Raggiunto: 50%",
            "Raggiunto - 50%",
            "Raggiunto (50%)",
            "Obiettivo raggiunto per il 50 per cento",
            "Parzialmente raggiunto: 50%",
            "Obiettivo raggiunto parzialmente al 50%",
            "50% achieved",
            "Obiettivo raggiunto al 50/100",
            "Obiettivi raggiunti: 1 su 2",
            "Grado di realizzazione: 50%",
            "Grado di raggiungimento dell'obiettivo pari al 50%",
            "% di raggiungimento: 50",
        ],
    );
}

#[test]
fn not_achieved() {
    each(
        Some(Status::NotAchieved),
        None,
        &[
            "non realizzato",
            "Non raggiunto",
            "OBIETTIVO NON RAGGIUNTO",
            "NON\nRAGGIUNTO",
            "L'obiettivo non è stato raggiunto",
            "Obiettivo non ancora raggiunto",
            "Obiettivo: non conseguito",
            "Obiettivo raggiunto? No",
            "Non raggiunto, salvo la prima fase",
            "L'obiettivo non è stato, per mancanza di fondi, raggiunto",
            "L'obiettivo non è stato - per mancanza di fondi - raggiunto",
            "L'obiettivo non è (purtroppo) raggiunto",
            "Obiettivo non raggiunto per mancanza di fondi",
            "Not achieved",
            "Target not met",
            "The goal was not achieved",
        ],
    );
    each(Some(Status::NotAchieved), Some(0.0), &["Raggiunto allo 0%", "Non raggiunto (0%)"]);
}

#[test]
fn other_verdicts() {
    for (status, texts) in [
        (
            Status::Suspended,
            &["Obiettivo sospeso", "Sospesa", "Suspended", "The objective was suspended"][..],
        ),
        (
            Status::Postponed,
            &["Obiettivo rinviato", "Rinviato al 2022", "Posticipato all'anno 2022", "Postponed"],
        ),
        (Status::Cancelled, &["Obiettivo annullato", "Stralciato", "Cancelled", "Objective withdrawn"]),
        (
            Status::InProgress,
            &["In corso", "Obiettivo ancora in corso di realizzazione", "In itinere", "Ongoing"],
        ),
        (Status::NotMeasurable, &["Non misurabile", "Obiettivo non misurabile", "Not measurable"]),
    ] {
        each(Some(status), None, texts);
    }
}

#[test]
fn numbers_alone() {
    for (number, texts) in [
        (98.08917197452229, &["154 su 157"][..]),
        (60.0, &["3 su 5"]),
        (100.0, &["100%", "100", "100 %", " 100% \n", "100/100"]),
        (0.0, &["0", "0%"]),
        (98.71, &["98,71/100", "98.71%", "98,71 su 100"]),
        (90.0, &["90 per cento", "90 percento", "90,0"]),
        (60.0, &["Stato di avanzamento al 31/12/2021: 60%", "Avanzamento 60%"]),
    ] {
        each(None, Some(number), texts);
    }
}

/// A negation reaches over the whole predicate: "concluse" alone would be a verdict.
#[test]
fn what_is_not_concluded_is_no_verdict() {
    each(
        None,
        None,
        &[
            "Le attività di rilevazione non sono state concluse nei tempi",
            "Le attività di formazione non si sono concluse entro l'anno",
            "Gli interventi di bonifica non sono ancora stati conclusi",
            "L'attività di censimento non è stata completata nei tempi previsti",
            "The activities of the survey were not completed on time",
        ],
    );
}

/// "Annullati" tells which shows; what gave way to something else was not called off.
#[test]
fn what_is_beside_the_point_or_replaced_is_no_verdict() {
    each(
        None,
        None,
        &[
            "Rimborsati gli spettacoli annullati per la pandemia",
            "Ricollocati gli eventi annullati per maltempo",
            "Ristorati i gestori sospesi durante la pandemia",
            "The old system was abandoned in favour of the new one",
            "The paper register was dropped in favor of an online one",
            "Il vecchio gestionale è stato abbandonato",
            "La procedura cartacea è stata abbandonata a favore di quella digitale",
            "Il precedente applicativo è stato soppresso in favore della piattaforma nazionale",
            "Il servizio cartaceo è stato soppresso per far posto allo sportello telematico",
        ],
    );
    each(
        Some(Status::Cancelled),
        None,
        &[
            "Spettacoli annullati per la pandemia",
            "L'obiettivo è stato abbandonato a favore di quello del nuovo piano",
            "Il corso è stato soppresso per mancanza di iscritti",
            "The event was abandoned because of the storm",
        ],
    );
}

/// "Non in aula bensì in modalità webinar": held all the same.
#[test]
fn what_was_done_otherwise_is_no_failure() {
    each(
        None,
        None,
        &[
            "Il corso non si è tenuto in aula bensì in modalità webinar",
            "Il corso non si è tenuto in presenza ma on line",
            "L'evento non si è svolto in piazza ma in teatro",
            "La gara non è stata svolta dall'ufficio ma dalla centrale unica di committenza",
            "La formazione non è stata svolta in aula, bensì da remoto",
            "Il progetto non è stato realizzato in economia ma tramite appalto",
            "Il progetto non è stato realizzato in economia, ma tramite appalto",
            "L'attività non è stata svolta in presenza ma in modalità telematica",
            "L'obiettivo non è stato raggiunto a giugno bensì a settembre",
            "The course was not held in the classroom but online",
            "The project was not carried out in house but by a contractor",
        ],
    );
    each(
        Some(Status::NotAchieved),
        None,
        &[
            "Il corso non si è tenuto per mancanza di iscritti",
            "L'obiettivo non è stato raggiunto per colpa di nessuno ma per mancanza di fondi",
            "Obiettivo non raggiunto in corso d'anno ma riproposto nel 2022",
        ],
    );
}

#[test]
fn unusual_but_clear_wording() {
    for (status, texts) in [
        (
            Status::Achieved,
            &[
                "Fatto",
                "Esito: positivo",
                "Missione compiuta",
                "Bersaglio centrato",
                "Impegno mantenuto",
                "L'obiettivo è cosa fatta",
                "Siamo riusciti a raggiungere l'obiettivo",
                "Attuato quanto previsto",
                "Tutte le attività previste sono state svolte",
                "L'attività è stata svolta come previsto",
                "L'iniziativa ha centrato il proprio obiettivo",
                "Riteniamo raggiunto l'obiettivo assegnato",
                "Il raggiungimento dell'obiettivo è stato certificato dal Nucleo",
                "A fine anno l'obiettivo era raggiunto",
                "Al 31 dicembre l'obiettivo risultava pienamente raggiunto",
                "Ok, raggiunto",
                "Sì, obiettivo raggiunto",
                "The activity was carried out as planned",
                "Mission accomplished",
            ][..],
        ),
        (
            Status::PartiallyAchieved,
            &[
                "Esito parzialmente positivo",
                "Obiettivo raggiunto, fatta salva la parte informatica",
                "Il primo obiettivo è stato raggiunto, il secondo no",
                "Gli obiettivi non sono stati raggiunti tutti",
                "Non si può dire che l'obiettivo sia stato pienamente raggiunto",
                "L'obiettivo ha avuto un parziale raggiungimento",
                "L'obiettivo è raggiunto limitatamente alla prima fase",
                "L'obiettivo è stato raggiunto in due sedi su tre",
                "Raggiunti due terzi dell'obiettivo",
                "Metà dell'obiettivo è stata raggiunta",
                "Obiettivo raggiunto, manca solo il collaudo",
                "Soltanto il primo obiettivo è stato raggiunto",
                "Raggiunto il primo obiettivo, mancato il secondo",
                "Il primo target è stato centrato ma non il secondo",
                "Obiettivo 1: sì. Obiettivo 2: no",
            ],
        ),
        (
            Status::NotAchieved,
            &[
                "Nulla di fatto",
                "Esito negativo",
                "L'iniziativa non ha avuto seguito",
                "L'obiettivo è rimasto un desiderio",
                "L'obiettivo non è stato perseguito",
                "La gara è andata deserta, per cui l'obiettivo non è stato raggiunto",
            ],
        ),
    ] {
        each(Some(status), None, texts);
    }
}

/// Objectives of others and of other years, those that are only named, and what was only begun.
#[test]
fn what_is_said_of_other_objectives() {
    each(
        None,
        None,
        &[
            "Gli obiettivi raggiunti sono descritti nella relazione",
            "Di seguito i risultati conseguiti",
            "Sono stati definiti gli obiettivi raggiunti",
            "Report sugli obiettivi non raggiunti",
            "Attività realizzata: apertura sportello",
            "L'Agenda 2030 fissa obiettivi che non sono stati raggiunti",
            "La ditta afferma di aver raggiunto l'obiettivo",
            "La cooperativa ha raggiunto gli obiettivi del contratto",
            "Gli alunni hanno raggiunto gli obiettivi didattici",
            "L'obiettivo del precedente anno è stato raggiunto",
            "Target group reached: 300 families",
            "L'obiettivo è stato avviato",
            "L'obiettivo è partito a marzo",
            "Il ricorso è stato annullato",
            "Contenzioso in corso",
            "Controlli: esito positivo",
        ],
    );
}

/// By somebody else's mouth, of another year, supposed, to come, or only referred to.
#[test]
fn what_is_not_stated_by_the_text_itself() {
    each(
        None,
        None,
        &[
            "A detta del fornitore l'obiettivo è stato raggiunto",
            "Stando al comunicato della Regione, l'obiettivo è stato raggiunto",
            "L'anno scorso l'obiettivo è stato raggiunto con il contributo della Fondazione",
            "Nel triennio precedente gli obiettivi sono stati raggiunti",
            "L'obiettivo del Ministero è stato raggiunto",
            "È raggiunto l'obiettivo quando almeno 10 pratiche sono definite",
            "Allegare la documentazione che attesta il raggiungimento dell'obiettivo",
            "Raggiunto l'obiettivo, si procederà alla liquidazione",
            "È presto per dire che l'obiettivo è stato raggiunto",
            "Probabilmente l'obiettivo è stato raggiunto",
            "L'obiettivo si presume raggiunto",
            "Si è fatto il possibile per raggiungere l'obiettivo",
            "Discusso il mancato raggiungimento degli obiettivi del 2019",
            "Scongiurato il mancato raggiungimento del target",
            "Chiesta la sospensione dell'obiettivo",
            "Il premio spetta a chi ha raggiunto l'obiettivo",
            "Vedi obiettivo annullato n. 4",
            "The contractor met its targets",
            "According to the supplier the target was met",
            "Si rinvia all'obiettivo 3",
            "Numero obiettivi raggiunti",
            "Eventi annullati: 3",
            "Lavori sospesi: nessuno",
            "Corsi non attivati: 2",
            "Obiettivi annullati: 3",
            "Gli obiettivi non raggiunti nel 2019 sono stati riesaminati",
            "Negli altri Comuni dell'Unione l'obiettivo non è stato raggiunto",
            "NON RAGGIUNTO - RAGGIUNTO",
            "Obiettivo raggiunto: (a cura del Nucleo di valutazione)",
            "Ricalendarizzati e celebrati tutti i matrimoni rinviati durante la pandemia",
        ],
    );
    each(
        Some(Status::Achieved),
        None,
        &[
            "Raggiunto l'obiettivo, si è proceduto alla liquidazione",
            "Come l'anno scorso, l'obiettivo è stato raggiunto",
            "A differenza dell'anno scorso, l'obiettivo è stato raggiunto",
            "Lo scorso marzo l'obiettivo è stato raggiunto",
            "Anche se in ritardo, l'obiettivo è stato raggiunto",
            "Non senza fatica l'obiettivo è stato raggiunto",
            "L'obiettivo era ambizioso ed è stato raggiunto",
            "L'obiettivo che il Comune si era prefissato è stato raggiunto",
            "Secondo il cronoprogramma l'obiettivo è stato raggiunto",
        ],
    );
    each(
        Some(Status::NotAchieved),
        None,
        &[
            "L'obiettivo è tutt'altro che raggiunto",
            "Si è lavorato tutto l'anno senza raggiungere l'obiettivo",
            "L'obiettivo, si deve ammettere, non è stato, nonostante tutto, raggiunto",
            "Dell'obiettivo non si può affermare il conseguimento",
            "Neppure un obiettivo è stato raggiunto",
        ],
    );
}

/// A verdict of the whole, and then a list of parts with theirs.
#[test]
fn lists_after_a_verdict() {
    each(
        Some(Status::Achieved),
        None,
        &[
            "Obiettivo raggiunto. Orti urbani: realizzato. Parchi gioco: realizzato",
            "Raggiunto. Orti urbani: no. Parchi gioco: realizzato",
        ],
    );
}

#[test]
fn what_states_nothing() {
    each(
        None,
        None,
        &[
            "",
            " ",
            "?",
            "non completato nella pubblicazione del registro: il tracciamento avviene tramite registro dedicato",
            "non completato",
            "Tempistiche rispettate",
            "l'Amministrazione ha approvato la convenzione",
            "il progetto è esteso nel biennio e si è concluso con la formazione nel mese di maggio 2022",
            "è stata predisposta l'implementazione degli accessi on line (obiettivo strategico 2022)",
            "Pubblicazione entro 15 giorni di almeno il 75% degli atti all'Albo",
            "Raggiunto l'80% degli utenti",
            "Raggiunto - 80% degli utenti",
            "Ad oggi non è stato ancora iscritto all'odg del Consiglio Comunale",
            "Il rapporto semestrale non è stato formalizzato.",
            "Il progetto, sospeso, è ripreso a marzo",
            "Il progetto (sospeso) è ripreso",
            "Il progetto - sospeso - è ripreso",
            "Se raggiunto, l'obiettivo darà luogo al premio",
            "Qualora l'accordo sia firmato, obiettivo raggiunto",
            "L'obiettivo sarà raggiunto",
            "Obiettivo da raggiungere",
            "Obiettivo raggiungibile",
            "Obiettivo raggiunto?",
            "Obiettivo raggiunto: sì / no",
            "Raggiunto / non raggiunto",
            "Obiettivi raggiunti: nessuno",
            "Risultati raggiunti: apertura di due sportelli",
            "Non raggiunto al 100%",
            "Raggiunto al 50%. Obiettivo sospeso.",
            "nessun rilievo",
            "concluso",
            "approvato",
            "09/03/2011",
            "2021",
            "250%",
            "-5",
            "-5%",
            "1.000",
            "P.TI 4",
            "circa 80",
            "n.d.",
            "Target: 80%",
            "Obiettivo strategico 2022",
            "I lavori della sede\nsospesa nel 2020 sono ripresi",
        ],
    );
}

#[test]
fn evidence_is_the_words_that_decide() {
    for (text, verdict, number) in [
        ("Obiettivo raggiunto - Dati estrapolati", "Obiettivo raggiunto", None),
        ("Città più… Raggiunto al 50% -per il miglioramento", "Raggiunto al 50%", Some("Raggiunto al 50%")),
        ("  «Nota». L’obiettivo è stato raggiunto nei tempi!", "L’obiettivo è stato raggiunto", None),
        ("Raggiunto (50%), vedi relazione", "Raggiunto (50%", Some("Raggiunto (50%")),
        ("😀 😀: obiettivo sospeso", "obiettivo sospeso", None),
        ("Note • Obiettivo sospeso 😀 e altro", "", None),
        ("Fatto. Obiettivo sospeso.", "Obiettivo sospeso", None),
    ] {
        let reading = outcome(text);
        assert_eq!(reading.verdict.map_or(String::new(), |v| words(text, v.span)), verdict, "{text}");
        assert_eq!(reading.number.map(|(_, span)| words(text, span)).as_deref(), number, "{text}");
    }
    let (_, span) = outcome("Grado di realizzazione: 80%").number.expect("a number");
    assert_eq!(words("Grado di realizzazione: 80%", span), "Grado di realizzazione: 80%");
}

#[test]
fn a_date_of_what_goes_on_or_begins_is_none_of_what_was_done() {
    for text in [
        "Il lavoro si è fermato in ottobre per l'assenza di una delle due unità assegnate e riprende nel 2026.",
        "Le somme sono state assegnate e il lavoro riprende nel 2026",
        "I lavori affidati all'impresa partono a marzo 2026",
        "I lavori affidati all'impresa sono ripresi a marzo 2026",
        "Affidato il servizio alla cooperativa che inizia il 1° marzo 2026",
        "L'appalto aggiudicato prosegue nel corso del 2026",
        "Il progetto approvato parte nel 2026",
        "Il regolamento approvato entra in vigore il 1 gennaio 2026",
        "Il 3 marzo 2026 parte il servizio affidato alla cooperativa",
        "Il contratto firmato scade il 31/12/2027",
        "The works awarded to the contractor resume in March 2026",
    ] {
        assert_eq!(outcome(text).completed, None, "{text}");
    }
    for (text, date) in [
        (
            "I lavori affidati all'impresa sono partiti a marzo e sono stati conclusi il 3 maggio 2025",
            "2025-05-03",
        ),
        ("I lavori che proseguono da anni sono stati conclusi nel 2025", "2025"),
        ("Le attività, ripartite in due fasi, sono state completate il 15/11/2025", "2025-11-15"),
        ("Approvata la seconda parte il 20/10/2025", "2025-10-20"),
        ("Lo sportello è stato aperto il 3 marzo 2025 e continua la sua attività", "2025-03-03"),
    ] {
        assert_eq!(
            outcome(text).completed.map(|(date, _)| date.to_string()).as_deref(),
            Some(date),
            "{text}"
        );
    }
}

#[test]
fn what_is_left_undone_is_read_with_its_words() {
    for (text, undone) in [
        (
            "La revisione è stata elaborata a settembre, sottoposta all'esame della Commissione. Ad oggi non è stato ancora \
             iscritto all'odg del Consiglio",
            "non è stato ancora iscritto",
        ),
        ("Il rapporto semestrale non è stato formalizzato", "non è stato formalizzato"),
        ("I lavori sono ultimati; resta da completare il collaudo", "resta da completare il collaudo"),
        ("Bando pubblicato. La gara è andata deserta", "è andata deserta"),
        ("Corso concluso, la festa è stata rinviata al 2022", "rinviata"),
    ] {
        let span = outcome(text).undone.unwrap_or_else(|| panic!("{text}"));
        assert_eq!(words(text, span), undone, "{text}");
    }
    for text in [
        "Non sono pervenuti reclami",
        "Non è stato necessario ricorrere a incarichi esterni",
        "Nessun rilievo pervenuto",
        "Attività svolte senza ritardi, non si sono verificati disservizi",
        "Non solo è stato approvato il regolamento, ma anche il disciplinare",
        "Pratiche non evase nel 2020: tutte concluse",
        "Benché non sia stato possibile in presenza, il corso si è svolto on line",
        "Inizialmente non era stato possibile procedere, poi il piano è stato completato",
        "Atti trasmessi entro e non oltre il 31 dicembre",
        "Il corso non si è svolto in presenza ma on line",
        "Sospesi i termini di versamento della TARI",
        "Nel 2022 il servizio sarà esteso",
    ] {
        assert_eq!(outcome(text).undone.map(|span| words(text, span)), None, "{text}");
    }
}

/// What was made up for in other words, what there was a lawful reason for, and what reached a part only.
#[test]
fn what_is_left_of_the_plan_is_told_from_what_is_well() {
    let undone = |text: &str| outcome(text).undone.is_some();
    let told = [
        // Items of a list.
        "Tinteggiatura eseguita, serramenti sostituiti, ascensore: no.",
        "Eventi: Carnevale sì, Fiera sì, Festa Patronale no.",
        "Sportello digitale: ok anagrafe e tributi, edilizia non ancora.",
        "Report del primo semestre trasmesso. Report del secondo semestre: da redigere.",
        "Quest'anno niente luminarie; svolti i concerti.",
        // A part only.
        "Il sondaggio ha coinvolto i soli uffici della sede centrale.",
        "La pulizia delle caditoie è stata effettuata solo per le vie del centro.",
        "Il servizio è stato garantito limitatamente al primo semestre.",
        "La formazione è stata svolta per i soli neoassunti.",
        "Il mercato si è tenuto soltanto da maggio a settembre.",
        "Eseguita la manutenzione degli estintori, tranne il teatro.",
        "Pubblicati i dati dei contratti, esclusa la sezione dei pagamenti.",
        "Il protocollo è in uso in tutti gli uffici eccetto la biblioteca.",
        "Svolti 12 controlli, anziché i 20 previsti.",
        "Sono state fatte tre riunioni, contro le sei previste dal piano.",
        // The rest, later.
        "Asfaltate quattro strade, le altre tre a primavera.",
        "Sostituite le caldaie di due scuole. Per le restanti si provvederà nel prossimo anno.",
        "Consegnati nove alloggi; gli altri tre, già finanziati, saranno consegnati nel 2024.",
        "La graduatoria è pronta. I contributi saranno liquidati soltanto nel prossimo esercizio.",
        "Approvato il progetto; l'affidamento dei lavori è demandato all'esercizio successivo.",
        // Not there.
        "La sala è stata arredata. L'inaugurazione, prevista a maggio, non c'è stata.",
        "Assunti due agenti; il terzo non ha preso servizio.",
        "Attivato il servizio per le famiglie, non ancora per le imprese.",
        "A fine anno la carta dei servizi era ancora in lavorazione.",
        "Aggiornato il sito. Non altrettanto è avvenuto per l'app.",
        // No reason that takes the failure away.
        "Il servizio non è stato attivato perché il fondo era già esaurito.",
        "La Regione non ha rilasciato il parere e il piano non è stato adottato.",
        "Il corso non si è tenuto; è stata approvata la programmazione del prossimo anno.",
        "Il primo lotto è stato completato, il secondo non lo è stato.",
        // Fewer than all.
        "Il bando è stato pubblicato, ma nessuno si è presentato.",
        "Svolti i primi due moduli; il terzo è slittato a febbraio.",
        "Aggiornata l'anagrafe degli immobili, ad eccezione dei terreni.",
        "Le telecamere acquistate sono sei, ma solo quattro sono in funzione.",
        "Il servizio è partito con due sportelli anziché quattro.",
        "Si è proceduto alla sola pubblicazione degli atti.",
        "Rifatti i marciapiedi di via Po. Per via Arno la procedura è in corso.",
        "Predisposta la delibera; il Consiglio l'ha rinviata.",
        "La migrazione della posta si è interrotta per un problema di licenze.",
    ];
    let silent = [
        // Made up for.
        "Il convegno in presenza è stato annullato e sostituito da una diretta.",
        "Le lezioni in aula non si sono potute tenere; tutte le ore sono state erogate a distanza.",
        "Per un guasto le telecamere non sono state installate a maggio; lo sono state tutte a giugno.",
        "Pratiche rimaste inevase nel 2021: tutte concluse.",
        "La Provincia non ha finanziato il corso. Il Comune ha comunque realizzato il corso con fondi propri.",
        "Lo spettacolo della Pro Loco è stato annullato; il Comune ha svolto regolarmente la propria rassegna.",
        // Reasons.
        "L'ordinanza non è stata eseguita perché il proprietario ha ottemperato.",
        "La convenzione non è stata rinnovata in quanto il servizio è svolto direttamente dal personale interno.",
        "Il bando non è stato pubblicato, essendo stato già affidato il servizio per l'intero anno.",
        // Restrictions that take nothing away.
        "I lavori sono stati eseguiti solo con personale interno.",
        "Il regolamento è stato approvato solo a dicembre.",
        "Il bilancio è stato approvato soltanto nel mese di marzo.",
        "Gli interventi sono stati effettuati solo su richiesta.",
        "I contributi sono stati concessi ai soli residenti.",
        "Il rimborso è stato erogato ai soli aventi diritto.",
        "L'intervento ha interessato solo la corsia di valle, l'unica danneggiata.",
        "Affidata la fornitura per 5.000 euro, esclusa l'IVA.",
        "L'accesso è consentito ai soli autorizzati; rilasciati tutti i pass.",
        "Il servizio è stato garantito solo grazie ai volontari.",
        "Tutte le sedute sono state trasmesse, tranne quelle segrete per legge.",
        "Gare svolte regolarmente; contenzioso: no.",
        "Relazione trasmessa; rilievi: no.",
        "Svolti 20 controlli, anziché i 12 previsti.",
        "Sono state fatte sei riunioni, contro le tre previste dal piano.",
        "Approvato il piano. Gli altri comuni seguiranno a primavera.",
        "Il corso è stato svolto on line, non in presenza.",
        "L'interruzione temuta non c'è stata.",
        "Niente ritardi quest'anno e niente reclami.",
        "Altri eventi saranno organizzati in primavera.",
        "Erogati i contributi; il resto delle somme era già stato versato a giugno.",
        "I morosi sono stati sollecitati. Quelli insolventi, 12, sono stati iscritti a ruolo.",
        "Non hanno potuto iscriversi coloro che erano privi dei requisiti; ammessi tutti gli altri.",
        "Le attività sono state svolte nel solo interesse dell'ente.",
        // Refused, ruled, answered.
        "La proposta della minoranza è stata respinta e il bilancio è stato approvato.",
        "L'impresa non ha potuto ultimare i lavori a dicembre e li ha ultimati a gennaio.",
        "Il Comune non è stato selezionato dal bando; gli orti sono stati comunque realizzati.",
        "La fornitura non è stata rinnovata, avendo il magazzino scorte sufficienti.",
        "Le domande tardive non sono state ammesse; le altre sono state istruite.",
        "Il contributo statale non è stato concesso, ma l'opera è stata realizzata con mutuo.",
        "L'incarico non è stato affidato all'esterno, ma svolto dall'ufficio tecnico.",
        "Attivato il pagamento on line. Non è più possibile pagare in contanti.",
        "Inviato il questionario a tutti: non hanno risposto 30 famiglie.",
        "Pervenute dodici domande, ma solo otto erano ammissibili.",
        "Il mercato è stato sospeso ad agosto, come da calendario, e si è svolto negli altri mesi.",
    ];
    let wrong: Vec<_> =
        told.iter().filter(|text| !undone(text)).chain(silent.iter().filter(|text| undone(text))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Texts that report something undone, and texts that do not, each kind with the grammar that parts them.
#[test]
fn what_is_undone_is_told_from_what_is_not() {
    let undone = |text: &str| outcome(text).undone.is_some();
    let told = [
        // What was expected did not come; what may come or not has no article (below).
        "Per il secondo varco non è pervenuta l'autorizzazione ministeriale",
        "Il parere della Soprintendenza non è ancora pervenuto",
        "Nessuna delle tre assunzioni programmate è stata effettuata",
        "A fine anno nessuno aveva ancora firmato il contratto",
        "Approvato il piano, né l'appalto è stato bandito",
        "Il piano è stato adottato, non però approvato",
        "Bando pubblicato, graduatoria non ancora approvata",
        "Fasi non concluse: la terza e la quarta",
        "Acquistato lo scuolabus, che non è stato immatricolato",
        "Convocate le cooperative, che però non sono state convenzionate",
        "Il corso si è interrotto a febbraio e non è più ripartito",
        "Mancato rinnovo della polizza infortuni",
        "Si è ritenuto di non attivare il servizio",
        "Si è deciso di rinviare l'acquisto",
        "Nessuna offerta pervenuta alla scadenza del bando",
        // Pending.
        "Toponomastica: restano 14 vie da numerare",
        "Redatti 18 progetti; gli altri sette verranno stesi con il nuovo anno",
        "Restano inevase 30 pratiche",
        "Il progetto di bonifica è tuttora sul tavolo del consulente",
        "Al 31/12 le istanze erano ancora giacenti",
        "Da ultimare la tinteggiatura del vano scale",
        "Accordi raggiunti, firme mancanti",
        "I lavori saranno ultimati in primavera",
        // Halted.
        "La firma, che doveva avvenire in autunno, è stata posticipata al prossimo mandato",
        "Congelato però l'iter della variante",
        "La carenza di personale non ha permesso di avviare i controlli",
        "Corso A: svolto. Corso B: annullato.",
        "Anziché rifare la copertura, l'ufficio ha fatto pulire il fosso",
        // Shares.
        "Delle cinque fontanelle programmate ne sono state installate tre",
        "Il laboratorio è stato attivato soltanto in due plessi sui quattro indicati",
        "Previsti 10 controlli, eseguiti 6",
        "Tutti i settori hanno trasmesso la mappatura tranne l'Ufficio tecnico",
    ];
    let silent = [
        // No failure.
        "Non sono stati affidati incarichi esterni",
        "Il Consiglio non ha apportato modifiche",
        "Non si è formata lista d'attesa",
        "Non sono stati notificati nuovi ricorsi",
        "La pioggia non ha guastato la festa",
        "Il cartaceo non viene più accettato",
        "Nulla osta rilasciati: 45",
        // What others did not do.
        "Tre candidati non si sono presentati alla prova orale",
        "Una ditta non ha presentato la cauzione ed è stata esclusa",
        "Un candidato ha rinunciato e si è attinto alla graduatoria",
        // Made up for.
        "La prima gara è andata deserta; la seconda si è conclusa con l'aggiudicazione",
        "Il piano non è stato aggiornato nel 2020; l'aggiornamento è avvenuto a febbraio",
        "La seduta è stata rinviata al 18 aprile, data in cui si è svolta",
        "L'evento è stato rinviato e si è svolto a settembre",
        "La ditta non ha consegnato i materiali; a seguito di diffida la fornitura è stata completata",
        "Al 30/06: non ancora avviato.\nAl 31/12: obiettivo raggiunto.",
        "Il Consiglio di marzo non ha votato il regolamento; quello di aprile lo ha approvato",
        // Only said beside it.
        "Pratiche di condono mai definite (1985 e 1994): istruite e concluse tutte",
        "Le mancate risposte del centralino sono scese del 30%",
        "La gara, andata deserta a maggio, è stata ripetuta a settembre e aggiudicata",
        "Andata deserta la gara, si è proceduto con affidamento diretto",
        "Abbandonato il registro di carta, le presenze si rilevano con un'app",
        "Nonostante i due bandi andati deserti, il target è stato centrato",
        "Stante la mancata adesione della Provincia, il Comune ha proceduto in autonomia",
        "I soggetti che non hanno ancora versato sono stati sollecitati",
        "Esposta in municipio la mostra sui ponti mai costruiti",
        "NR = non raggiunto",
        // Still as it should be, moved in place, planned anew.
        "Le norme sono ancora in vigore",
        "Il mercato è stato spostato in piazza Garibaldi",
        "Nel 2022 verrà completata la seconda fase",
        // As many as planned, or of what others asked for.
        "Effettuati 12 controlli su 12",
        "Pratiche concluse in 20 giorni anziché 30",
        "Il trasporto è stato garantito tutti i giorni tranne la domenica",
    ];
    let wrong: Vec<&&str> =
        told.iter().filter(|text| !undone(text)).chain(silent.iter().filter(|text| undone(text))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn long_texts_take_linear_time() {
    for unit in [
        "non ",
        "raggiunto ",
        "Raggiunto. ",
        "(",
        "-",
        "50% ",
        "al ",
        "è",
        "obiettivo, ",
        "\n",
        "0.",
        "n. 1 ",
        "non è stato e ",
        "sospesi i lavori, ",
        "non è stato aggiornato. ",
        "2 su 5, ",
        "a dicembre era ancora ",
        "svolto solo due ",
        "tranne tutti ",
        "non ammesso perché ",
        "ne non possibile ai cittadini ",
    ] {
        let text = unit.repeat(1_000_000 / unit.len());
        let started = std::time::Instant::now();
        outcome(&text);
        // Generous for a slow machine; quadratic time would take minutes.
        assert!(started.elapsed().as_secs() < 10, "{unit:?} takes {:?}", started.elapsed());
    }
}

#[test]
fn what_is_conceded_or_went_before_takes_nothing_back() {
    each(
        Some(Status::Achieved),
        None,
        &[
            "Obiettivo raggiunto anche se il bando è stato rinviato due volte",
            "Obiettivo raggiunto nonostante l'attività sia stata sospesa da marzo a maggio",
            "Obiettivo raggiunto, pur essendo stata sospesa l'attività per due mesi",
            "Raggiunto benché non siano stati assegnati i fondi",
            "Rinviato nel 2020, l'obiettivo è stato raggiunto nel 2021",
            "Interrotto per il Covid, il progetto è stato poi realizzato",
            "Non vi sono state difficoltà e l'obiettivo è stato raggiunto",
            "Nulla ha impedito il raggiungimento dell'obiettivo",
            "Il raggiungimento dell'obiettivo è stato possibile grazie ai volontari",
            "Nessun obiettivo è rimasto irrealizzato",
            "Obiettivo raggiunto: nessuna richiesta è rimasta inevasa",
            "Raggiunto per tutti i settori dell'ente",
            "Obiettivo raggiunto: 18/12/2021",
            "Obiettivo raggiunto solo nell'ultimo trimestre",
            "Obiettivo raggiunto anche per la parte informatica",
            "Obiettivo raggiunto con il solo personale interno",
            "Obiettivo raggiunto per il secondo anno consecutivo",
            "\"Raggiunto\"",
        ],
    );
    each(
        Some(Status::NotAchieved),
        None,
        &[
            "Il raggiungimento dell'obiettivo non è stato possibile",
            "Nessuno dei due obiettivi è stato raggiunto",
            "Neanche quest'anno l'obiettivo è stato raggiunto",
            "Non è stata attuata alcuna azione",
            "Obiettivo non raggiunto; attività rinviata al 2023",
        ],
    );
}

#[test]
fn in_part_by_what_is_left_out() {
    each(
        Some(Status::PartiallyAchieved),
        None,
        &[
            "Raggiunto in misura non piena",
            "Raggiunto, sebbene non integralmente",
            "Raggiunto eccetto la parte relativa alla formazione",
            "Raggiunto soltanto nel capoluogo",
            "Obiettivo raggiunto per poco più della metà",
            "L'obiettivo, anche se non completamente, è stato raggiunto",
            "Obiettivo raggiunto nella prima parte, non raggiunto nella seconda",
            "Il primo obiettivo è stato raggiunto; il secondo è stato rinviato",
            "Raggiunti gli obiettivi 1 e 2, non il 3",
            "Realizzata solo una parte delle azioni previste",
            "Non tutte le attività sono state svolte",
            "Non sono stati raggiunti tutti gli obiettivi",
        ],
    );
}

#[test]
fn what_is_said_of_another_year_than_the_plans_is_said_of_nothing_here() {
    let year = |year: u16| traguardi::plan::Year::new(year);
    let status = |text: &str, year| outcome_in(text, year).verdict.map(|verdict| verdict.status);
    for (text, then) in [
        ("Nel 2021 l'obiettivo è stato raggiunto", Status::Achieved),
        ("Nel corso del 2021 l'obiettivo è stato raggiunto", Status::Achieved),
        ("Nell'anno 2021, l'obiettivo è stato pienamente raggiunto", Status::Achieved),
        ("Nel 2021 l'obiettivo è stato mancato", Status::NotAchieved),
        ("In 2021 the objective was not achieved", Status::NotAchieved),
    ] {
        assert_eq!(status(text, year(2021)), Some(then), "{text}");
        assert_eq!(status(text, None), Some(then), "{text}");
        if !text.contains("corso") {
            assert_eq!(status(text, year(2022)), None, "{text}");
        }
    }
}

#[test]
fn another_year_another_place_another_thing() {
    each(
        None,
        None,
        &[
            // Of which year, of whom.
            "L'anno scorso l'obiettivo non è stato raggiunto",
            "Presso il Comune vicino l'obiettivo è stato raggiunto",
            "Il 95% dei dirigenti ha raggiunto gli obiettivi",
            "Obiettivo raggiunto dal 70% dei dipendenti",
            "Gli obiettivi europei non sono stati raggiunti",
            "Il progetto della Provincia è stato sospeso",
            "Il progetto ha ottenuto un premio",
            "Il servizio è stato sospeso per due giorni",
            // A key, a criterion, a hope, a risk, a form.
            "L'obiettivo rischia di non essere raggiunto",
            "L'obiettivo veniva rinviato ogni anno",
            "Mai sospeso",
            "Obiettivo raggiunto: indicare sì o no",
            "A = achieved, N = not achieved",
            "Criterio di valutazione: obiettivo raggiunto con almeno 5 incontri",
            "Si ritiene che l'obiettivo possa essere raggiunto nel 2024",
            // Which, not how it went.
            "Gli obiettivi non raggiunti saranno riproposti",
            "Gli obiettivi rinviati sono elencati in allegato",
            "Nonostante il mancato raggiungimento dell'obiettivo del 2019, il premio è stato erogato",
            "Recuperati gli obiettivi rinviati nel 2020",
            "È stato realizzato il progetto grafico",
            "Mancato raggiungimento del numero legale",
            // No thing of a plan, or one of several.
            "La sospensione è stata revocata",
            "La seduta è stata rinviata",
            "L'istruttoria è in corso",
            "Il dipendente è stato sospeso dal servizio",
            "Il contratto è stato revocato",
            "Un incontro è stato annullato",
            "Il concerto di agosto è stato annullato",
            "Il modulo pagamenti è stato rinviato al 2023",
            "La gara è stata annullata e ripetuta",
        ],
    );
    each(
        Some(Status::Cancelled),
        None,
        &["Il concerto è stato annullato", "Il progetto è stato accantonato"],
    );
    each(Some(Status::InProgress), None, &["Istruttoria in corso", "Avviato e tuttora in corso"]);
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_spans_lie_in_it(text in "\\PC{0,80}") {
        spans_lie_in(&text)?;
    }

    #[test]
    fn any_words_of_the_grammar_are_read_without_panic(
        parts in prop::collection::vec(prop::sample::select(vec![
            "Obiettivo", "raggiunto", "non", "al", "50%", "in parte", "nei tempi", ",", ".", ":", " - ", "(", ")", "\n",
            "grado di realizzazione", "100", "/", "sì", "no", "?", "salvo", "sospeso", "è", "è stato", "31/12/2021", "in corso",
            "ancora", "da completare", "tranne", "mancata", "nessuna", "più", "gara", "andata deserta", "resta", "2", "su 5", "che",
        ]), 0..12)
    ) {
        spans_lie_in(&parts.join(" "))?;
    }

    /// A narrative before it, closed by a full stop, changes nothing of what a verdict says.
    #[test]
    fn a_sentence_before_a_verdict_changes_nothing(before in "[A-Za-z àèìòù]{3,40}") {
        prop_assume!(outcome(&before).verdict.is_none() && outcome(&before).number.is_none());
        prop_assert_eq!(read(&format!("{before} qui. Obiettivo non raggiunto")), (Some(Status::NotAchieved), None));
    }
}

fn spans_lie_in(text: &str) -> Result<(), TestCaseError> {
    let length = text.chars().count() as u32;
    let reading = outcome(text);
    let spans = [reading.verdict.map(|v| v.span), reading.number.map(|n| n.1), reading.undone];
    for span in spans.into_iter().flatten() {
        prop_assert!(span.start < span.end && span.end <= length, "{:?} of {:?}", span, text);
    }
    Ok(())
}

#[test]
fn a_number_that_is_computed_is_told_from_one_that_is_written() {
    use traguardi::reading::Confidence::{Inferred, Stated};
    for (text, expected) in [
        ("98,71/100", Stated),
        ("Raggiunto al 50%", Stated),
        ("90 per cento", Stated),
        ("154 su 157", Inferred),
        ("82 dei 91 atti pubblicati", Inferred),
        ("Obiettivi raggiunti: 3 su 5", Inferred),
    ] {
        let read = outcome(text);
        assert!(read.number.is_some(), "{text}");
        assert_eq!(read.number_confidence, expected, "{text}");
    }
}

#[test]
fn what_is_left_of_a_form_is_read() {
    let status = |text: &str| outcome(text).verdict.map(|verdict| (verdict.status, verdict.span.start));
    assert_eq!(status("☑ Raggiunto"), Some((Status::Achieved, 2)));
    assert_eq!(status(" [x] obiettivo non raggiunto"), Some((Status::NotAchieved, 5)));
    assert_eq!(status("[X] parzialmente raggiunto"), Some((Status::PartiallyAchieved, 4)));
    for silent in ["☐ Raggiunto", "[ ] Raggiunto", "[x] [x] raggiunto", "☑"] {
        assert_eq!(status(silent), None, "{silent}");
    }
}

#[test]
fn a_number_too_large_to_count_is_none() {
    for text in [
        "Svolti 3 controlli su 9999999.999",
        "4294967295.000 posate aperto",
        "Effettuati 9999999.999 controlli",
    ] {
        assert_eq!(outcome(text).undone, None, "{text}");
    }
    assert!(outcome("Effettuati solo 1.200 controlli su 4.294.967 previsti").undone.is_none());
}
