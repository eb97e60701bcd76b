// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the page in Italian.

use super::{DownloadWords, PageWords, count};

/// The words of the page in Italian.
pub static IT: PageWords = PageWords {
    tagline: "com’è andato l’anno",
    skip: "Vai al contenuto",
    question: "Com’è andato l’anno del tuo Comune?",
    sentence: "Traguardi legge il piano degli obiettivi con i suoi esiti (PEG, Piano della performance, Relazione sulla performance) e mostra a colpo d’occhio che cosa è stato raggiunto, che cosa no, e dove guardare.",
    drop_here: "Trascina qui il documento",
    drop_now: "Lascia andare il file: si apre qui, non va da nessuna parte",
    choose: "Scegli un file",
    paste: "Incolla una tabella",
    example: "Apri un esempio",
    accepted: "Si leggono tabelle in testo (.txt, .md, .csv, anche copiate da un foglio di calcolo o da un documento) e piani in JSON.",
    private_title: "Resta su questo dispositivo",
    private: "Il documento viene letto dentro il browser. Non c’è un server che lo riceva, e la pagina stessa vieta al browser ogni collegamento all’esterno.",
    shows_title: "Che cosa si vede",
    shows: &[
        "Quanti obiettivi sono stati raggiunti, in parte, o no, e il grado medio: sempre con il numero su cui è calcolato.",
        "Il confronto per missione e programma, e fra obiettivi strategici e ordinari: tocca un grafico e tutto il resto lo segue.",
        "Ogni obiettivo per intero, con le parole che ne hanno deciso l’esito.",
        "Che cosa è stato letto e che cosa no, riga per riga.",
    ],
    open_another: "Apri un altro file",
    download: "Scarica",
    downloads: DownloadWords {
        figures: "Dati statistici della selezione (JSON)",
        objectives: "Obiettivi con esito e grado (JSON)",
        plan: "Piano nel formato di Traguardi (JSON)",
        names_warning: "I dati statistici e il piano contengono i nomi dei responsabili, il piano anche quelli del personale di supporto; tutti e tre i file contengono le percentuali di realizzazione del personale. Sono dati personali: prima di pubblicarli, pensaci.",
    },
    print: "Stampa",
    close: "Chiudi il documento",
    undo: |name| format!("Torna a «{name}»"),
    redo: |name| format!("Vai avanti a «{name}»"),
    other_language: "English",
    theme: |now| format!("Aspetto: {now}. Cambia aspetto"),
    theme_auto: "automatico",
    theme_light: "chiaro",
    theme_dark: "scuro",
    source_code: "Codice sorgente",
    licence: "Software libero, licenza AGPL-3.0 o successiva",
    stays_here: "Nulla di ciò che apri lascia questo dispositivo.",
    accessibility: "Dichiarazione di accessibilità",
    reading: "Lettura in corso…",
    left_aside: |others| match others {
        1 => "è questo il file preso, perché se ne apre uno alla volta. L’altro file non è stato aperto."
            .into(),
        _ => format!(
            "è questo il file preso, perché se ne apre uno alla volta. Gli altri {others} file non sono stati aperti."
        ),
    },
    still_open: "Quello che era aperto è rimasto aperto.",
    dismiss: "Chiudi il messaggio",
    accepted_example: "Un piccolo esempio che si legge:",
    unreadable_file: "Il browser non è riuscito a leggere il file. Controlla che esista ancora e che tu possa aprirlo, poi riprova.",
    paste_title: "Incolla una tabella",
    paste_help: "Copia la tabella dal foglio di calcolo o dal documento, con la riga delle intestazioni, e incollala qui.",
    paste_read: "Leggi la tabella",
    paste_name: "tabella incollata",
    cancel: "Annulla",
    untitled: |year| year.map_or("Piano degli obiettivi".into(), |year| format!("Obiettivi del {year}")),
    read_count: |n| count(n, "obiettivo letto", "obiettivi letti"),
    to_check: |n| count(n, "punto da controllare", "punti da controllare"),
    nothing_to_check: "nulla da controllare",
    reading_title: "Che cosa è stato letto",
    tally: |rows_read, rows, cells_read, cells| {
        format!("{rows_read} righe lette su {rows}; {cells_read} celle lette senza dubbi su {cells} piene.")
    },
    doubts: "Letto, ma da controllare",
    left: "Non letto",
    notes: "Com’è stato letto il documento",
    place: |line, column| format!("riga {line}, colonna {column}"),
    more_diagnostics: |n| format!("e altri {n} dello stesso genere"),
    objective_n: |n| format!("obiettivo {n}"),
    headline: "In sintesi",
    achieved_of: |achieved, of| format!("{achieved} su {of}"),
    achieved_caption: |achieved| if achieved == 1 { "raggiunto" } else { "raggiunti" },
    mean_caption: |known, of| format!("grado medio di raggiungimento ({known} su {of})"),
    mean_unknown: "grado medio: nessun obiettivo indica un grado",
    weighted_caption: |known| {
        let over =
            if known == 1 { "1 obiettivo con peso".into() } else { format!("{known} obiettivi con peso") };
        format!("grado medio pesato, su {over}")
    },
    median_caption: |known| format!("mediana, su {known}"),
    staff_caption: |known, of| {
        format!("realizzazione media del personale ({known} su {of}), che è un’altra misura")
    },
    statuses: "Esiti",
    how_computed: "Come si calcola?",
    method_bands: |language, bands| {
        let from = language.percent(bands.achieved_from().value());
        match bands.partly() {
            crate::plan::LowerBound::Above(p) if p.value() == 0.0 => {
                format!("Raggiunto: grado {from}. In parte: fra 0 e {from}. Non raggiunto: 0.")
            }
            crate::plan::LowerBound::Above(p) => format!(
                "Raggiunto: da {from}. In parte: sopra {0}. Non raggiunto: fino a {0}.",
                language.percent(p.value())
            ),
            crate::plan::LowerBound::From(p) => format!(
                "Raggiunto: da {from}. In parte: da {0}. Non raggiunto: sotto {0}.",
                language.percent(p.value())
            ),
        }
    },
    method_order: "Il grado di un obiettivo è quello che il documento gli assegna in una colonna; se manca, il numero scritto nell’esito; se manca, il giudizio scritto nell’esito. Il grado medio è la somma dei gradi noti divisa per quanti sono: gli obiettivi senza grado restano fuori, non valgono zero.",
    method_stand_in: |stand_ins, known| {
        format!(
            "Dove l’esito non dice né numero né giudizio, al posto del grado sta la percentuale del personale, segnata con ≈: qui {stand_ins} su {known}."
        )
    },
    method_no_stand_in: "Dove l’esito non dice né numero né giudizio, il grado resta non indicato.",
    selection: "Selezione",
    all_objectives: |n| if n == 1 { "L’unico obiettivo".into() } else { format!("Tutti i {n} obiettivi") },
    some_objectives: |n, of| format!("{n} di {of} obiettivi"),
    search: "Cerca nei testi",
    search_hint: "cerca nei testi…",
    search_chip: |words| format!("contiene «{words}»"),
    remove_filter: |what| format!("Togli il filtro: {what}"),
    clear_all: "Mostra tutti",
    nothing_selected: "Nessun obiettivo risponde a tutti i filtri insieme. Togline uno, o mostra tutti.",
    years: "Anni",
    planned_in: |year| format!("previsti nel {year}"),
    never_planned: "non previsti",
    mission: |name| format!("Missione {name}"),
    programme: |name| format!("Programma {name}"),
    no_mission: "senza missione",
    no_programme: "senza programma",
    no_person: "senza responsabile",
    strategic: "strategici",
    ordinary: "ordinari",
    strategic_not_stated: "strategici o no: non indicato",
    charts: "Grafici",
    as_table: "Mostra come tabella",
    chart_hint: "Tocca una barra per selezionarla; con la tastiera, frecce e Invio.",
    people: "Responsabili",
    people_hint: "In ordine alfabetico. Un obiettivo con più responsabili conta per ciascuno.",
    person_line: |achieved, of| {
        format!("{achieved} {} su {of}", if achieved == 1 { "raggiunto" } else { "raggiunti" })
    },
    table: "Obiettivi",
    column_code: "Codice",
    column_objective: "Obiettivo",
    column_responsible: "Responsabile",
    column_status: "Esito",
    column_degree: "Grado",
    column_staff: "Personale",
    sort_by: |column| format!("Ordina per {column}"),
    stand_in_mark: "percentuale del personale, al posto del grado che l’esito non dice",
    without_text: "(senza testo)",
    previous: "Precedente",
    next: "Successivo",
    position: |i, of| format!("{i} di {of}"),
    purpose: "Finalità",
    responsible: "Responsabile",
    support: "Personale di supporto",
    office: "Ufficio",
    planned: "Previsto",
    planned_never: "in nessuno degli anni del documento",
    indicators: "Indicatori",
    expected: "Atteso",
    actual: "Realizzato",
    outcome: "Esito nel documento",
    no_outcome: "Il documento non dice com’è andata.",
    weight: "Peso",
    deadline: "Scadenza",
    degree: "Grado di raggiungimento",
    staff_percent: "Realizzazione del personale",
    kept: "Altro nel documento",
    found_at: "Nel file",
    decided_by_column: "È il grado che il documento assegna all’obiettivo.",
    decided_by_number: "È il numero scritto nell’esito, evidenziato qui sotto.",
    decided_by_wording: "Lo dicono le parole dell’esito, evidenziate qui sotto.",
    decided_by_staff: "L’esito non dice né un numero né un giudizio: al suo posto sta la percentuale del personale, che è un’altra misura.",
    decided_by_nothing: "Il documento non indica né un grado né un giudizio.",
    deciding_words: "parole che hanno deciso l’esito",
    cancel_reading: "Chiudi l’obiettivo",
    strategic_one: "strategico",
    opened: |name, n| format!("{name}: {}", count(n, "obiettivo letto", "obiettivi letti")),
    filtered: |n, of| format!("Selezionati {n} obiettivi su {of}"),
};
