// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of reports: their cover, their sections, and what is said of them where they are asked for.
//!
//! Never here: what is in a report (see `report`), and a number without what it is out of.

use super::Language;

/// The words of reports in one language.
#[allow(missing_docs)]
pub struct ReportWords {
    // The cover
    pub report: &'static str,
    pub contents: &'static str,
    pub document: &'static str,
    pub state: &'static str,
    pub year: &'static str,
    pub selected: &'static str,
    pub unheld: &'static str,
    /// That the words searched, or some filters, do not hold without names; empty where all does.
    pub unheld_of: fn(bool, bool) -> &'static str,
    pub other_degrees: &'static str,
    pub other_degrees_of: fn(u32) -> String,
    pub level: &'static str,
    pub made: &'static str,
    pub digest: &'static str,
    pub digest_help: &'static str,
    pub qr: fn(&str) -> String,
    pub qr_alt: &'static str,
    pub no_qr: &'static str,
    pub no_qr_fits: &'static str,
    pub with_names: &'static str,
    pub nobody_sent: &'static str,
    // Figures
    pub statuses: &'static str,
    pub status: &'static str,
    pub count: &'static str,
    pub share: &'static str,
    pub of: &'static str,
    pub total: &'static str,
    pub numbers_of: fn(&str) -> String,
    // Objectives and findings
    pub objectives: &'static str,
    /// That nothing is selected.
    pub none: &'static str,
    pub objectives_of: fn(usize, u32) -> String,
    pub objectives_more: fn(usize, usize) -> String,
    pub programme: &'static str,
    pub undone: &'static str,
    pub findings_hint: &'static str,
    pub findings_more: fn(usize) -> String,
    pub findings_behind: fn(usize) -> String,
    pub aside: fn(usize) -> String,
    // Method
    pub method: &'static str,
    pub computed: &'static str,
    pub computed_note: &'static str,
    pub figure: &'static str,
    pub value: &'static str,
    pub formula: &'static str,
    pub symbols: &'static str,
    // What was read
    pub figures_only: &'static str,
    pub no_strategic: &'static str,
    pub no_years: &'static str,
    pub not_quoted: &'static str,
    // The file
    pub reopen: &'static str,
    // Where it is asked for
    pub title: &'static str,
    pub help: &'static str,
    pub download: &'static str,
    pub print: &'static str,
    pub making: &'static str,
    pub not_made: &'static str,
    pub menu: &'static str,
    pub open_data: &'static str,
    pub open_data_about: &'static str,
}

/// The words of a language.
pub fn words(language: Language) -> &'static ReportWords {
    language.pick(&IT, &EN)
}

fn number(language: Language, count: usize) -> String {
    language.number(count as f64, 0)
}

static IT: ReportWords = ReportWords {
    report: "Rapporto sugli obiettivi",
    contents: "Indice",
    document: "Documento",
    state: "Stato",
    year: "Anno",
    selected: "Obiettivi nel rapporto",
    unheld: "Non vale senza nomi",
    unheld_of: |words, filters| match (words, filters) {
        (false, false) => "",
        (true, false) => "La ricerca di un nome: gli obiettivi sono quelli che scelgono i filtri.",
        (false, true) => {
            "Ciò che si filtra con le percentuali del personale o con altro che non esce: gli obiettivi sono quelli \
            che scelgono gli altri filtri."
        }
        (true, true) => {
            "La ricerca di un nome, e ciò che si filtra con le percentuali del personale o con altro che non esce: gli \
            obiettivi sono quelli che scelgono gli altri filtri."
        }
    },
    other_degrees: "Esiti o gradi diversi dal piano",
    other_degrees_of: |count| {
        match count {
        1 => "Un obiettivo del piano ha qui un altro esito o grado: un nome che vi è coperto è anche una parola che lo \
            diceva. Anche le medie e i conteggi sono perciò diversi."
            .into(),
        _ => format!(
            "{} obiettivi del piano hanno qui un altro esito o grado: un nome che vi è coperto è anche una parola che lo \
            diceva. Anche le medie e i conteggi sono perciò diversi.",
            number(Language::Italian, count as usize)
        ),
    }
    },
    level: "Che cosa contiene",
    made: "Data",
    digest: "Impronta dei dati (SHA-256)",
    digest_help: "Due rapporti con la stessa impronta hanno gli stessi dati.",
    qr: |host| {
        format!(
            "Inquadrando il codice si aprono su {host} le sole cifre dell’intero piano: senza testi e senza nomi."
        )
    },
    qr_alt: "Codice QR del link alle cifre",
    no_qr: "Il codice QR delle cifre non c’è: la pagina con cui è fatto il rapporto non ha un indirizzo nel web.",
    no_qr_fits: "Il codice QR delle cifre non c’è: il link è troppo lungo per un codice.",
    with_names: "Contiene i nomi accanto ai risultati, che sono dati personali: va dato solo a chi deve conoscerli, oppure se \
        l’ente li ha già pubblicati.",
    nobody_sent: "Fatto con Traguardi nel browser di chi lo ha preparato: nessun server ha ricevuto i dati.",
    statuses: "Esiti degli obiettivi",
    status: "Esito",
    count: "Obiettivi",
    share: "Quota",
    of: "su",
    total: "Totale",
    numbers_of: |chart| format!("I numeri del grafico: {chart}"),
    objectives: "Obiettivi per missione",
    none: "Nessun obiettivo del piano risponde ai filtri e alla ricerca con cui è fatto il rapporto.",
    objectives_of: |listed, all| match (listed, all) {
        (1, 1) => "Un obiettivo".into(),
        (1, all) => format!(
            "Un obiettivo su {}; gli altri non sono elencati",
            number(Language::Italian, all as usize)
        ),
        (listed, all) if listed == all as usize => format!("{} obiettivi", number(Language::Italian, listed)),
        (listed, all) => format!(
            "{} obiettivi su {}; gli altri non sono elencati",
            number(Language::Italian, listed),
            number(Language::Italian, all as usize)
        ),
    },
    objectives_more: |left, all| {
        let all = number(Language::Italian, all);
        match left {
            1 => format!(
                "Sono elencati tutti i {all} obiettivi tranne l’ultimo, che entra nelle cifre e nei grafici."
            ),
            _ => format!(
                "Sono elencati i primi obiettivi: altri {} su {all} entrano nelle cifre e nei grafici, ma non in questo elenco.",
                number(Language::Italian, left)
            ),
        }
    },
    programme: "Programma",
    undone: "Sono evidenziate qui sotto parole che dicono di qualcosa non fatto.",
    findings_hint: "Sono domande da fare, non giudizi.",
    findings_behind: |n| match n {
        1 => "Una segnalazione dipende da ciò che non esce: qui non è riportata.".into(),
        n => format!(
            "{} segnalazioni dipendono da ciò che non esce: qui non sono riportate.",
            number(Language::Italian, n)
        ),
    },
    findings_more: |more| match more {
        1 => "e un’altra dello stesso genere".into(),
        more => format!("e altre {} dello stesso genere", number(Language::Italian, more)),
    },
    aside: |n| match n {
        1 => "Una segnalazione, già chiarita, è stata messa da parte.".into(),
        n => {
            format!("{} segnalazioni, già chiarite, sono state messe da parte.", number(Language::Italian, n))
        }
    },
    method: "Il metodo",
    computed: "Come si calcola ogni numero",
    computed_note: "Le cifre sono quelle degli obiettivi nel rapporto.",
    figure: "Numero",
    value: "Valore",
    formula: "Come si calcola",
    symbols: "Formula",
    figures_only: "Il rapporto contiene solo cifre: niente obiettivi, testi, nomi e percentuali del personale.",
    no_strategic: "Le cifre degli obiettivi strategici e ordinari non ci sono: il documento non li distingue, oppure farebbero \
        riconoscere le persone.",
    no_years: "Le cifre per anno non ci sono: il documento non dice gli anni, oppure farebbero riconoscere le persone.",
    not_quoted: "I messaggi citano il documento, nomi compresi, e perciò qui non sono riportati.",
    reopen: "Questo file contiene i dati del piano: trascinato nella pagina di Traguardi si apre di nuovo, con la stessa vista.",
    title: "Rapporto",
    help: "Contiene ciò che esce al livello scelto qui sopra: copertina, cifre, grafici con i loro numeri, obiettivi per missione, \
        segnalazioni, metodo. Il file si apre con un doppio clic, senza rete, e si riapre qui.",
    download: "Rapporto da aprire senza rete (HTML)",
    print: "Stampa o PDF (A4)",
    making: "Preparo il rapporto…",
    not_made: "Il rapporto non è stato preparato.",
    menu: "Rapporto da stampare o da aprire senza rete…",
    open_data: "Dati aperti, senza nomi (CSV)",
    open_data_about: "Descrizione dei dati aperti (JSON, CSVW)",
};

static EN: ReportWords = ReportWords {
    report: "Report on the objectives",
    contents: "Contents",
    document: "Document",
    state: "State",
    year: "Year",
    selected: "Objectives in the report",
    unheld: "Does not hold without names",
    unheld_of: |words, filters| match (words, filters) {
        (false, false) => "",
        (true, false) => "The search of a name: the objectives are those that the filters choose.",
        (false, true) => {
            "What is filtered by staff percentages or by anything else that does not go out: the objectives are those \
            that the other filters choose."
        }
        (true, true) => {
            "The search of a name, and what is filtered by staff percentages or by anything else that does not go out: \
            the objectives are those that the other filters choose."
        }
    },
    other_degrees: "Statuses or degrees other than in the plan",
    other_degrees_of: |count| {
        match count {
        1 => "One objective of the plan has another status or degree here: a name that is covered in it is also a word \
            that told it. So means and counts are other ones too."
            .into(),
        _ => format!(
            "{} objectives of the plan have another status or degree here: a name that is covered in them is also a word \
            that told it. So means and counts are other ones too.",
            number(Language::English, count as usize)
        ),
    }
    },
    level: "What is in it",
    made: "Date",
    digest: "Checksum of the data (SHA-256)",
    digest_help: "Two reports with the same checksum have the same data.",
    qr: |host| {
        format!(
            "The code opens on {host} the figures of the whole plan, and nothing else: no texts and no names."
        )
    },
    qr_alt: "QR code of the link to the figures",
    no_qr: "There is no QR code of the figures: the page that made the report has no address on the web.",
    no_qr_fits: "There is no QR code of the figures: their link is too long for a code.",
    with_names: "It has names beside results, which are personal data: hand it only to those who must know them, or where the \
        body has published them already.",
    nobody_sent: "Made with Traguardi in the browser of whoever prepared it: no server had the data.",
    statuses: "How the objectives went",
    status: "Outcome",
    count: "Objectives",
    share: "Share",
    of: "of",
    total: "Total",
    numbers_of: |chart| format!("The numbers of the chart: {chart}"),
    objectives: "Objectives by mission",
    none: "No objective of the plan is what the filters and the search of this report look for.",
    objectives_of: |listed, all| match (listed, all) {
        (1, 1) => "One objective".into(),
        (1, all) => {
            format!("One objective of {}; the others are not listed", number(Language::English, all as usize))
        }
        (listed, all) if listed == all as usize => {
            format!("{} objectives", number(Language::English, listed))
        }
        (listed, all) => format!(
            "{} objectives of {}; the others are not listed",
            number(Language::English, listed),
            number(Language::English, all as usize)
        ),
    },
    objectives_more: |left, all| {
        let all = number(Language::English, all);
        match left {
            1 => format!("All {all} objectives are listed but the last, which is in the figures and charts."),
            _ => format!(
                "The first objectives are listed: {} more of {all} are in the figures and charts, but not in this list.",
                number(Language::English, left)
            ),
        }
    },
    programme: "Programme",
    undone: "Words that tell of something not done are marked below.",
    findings_hint: "These are questions to ask, not judgements.",
    findings_behind: |n| match n {
        1 => "One finding leans on what does not go out: it is not repeated here.".into(),
        n => format!(
            "{} findings lean on what does not go out: they are not repeated here.",
            number(Language::English, n)
        ),
    },
    findings_more: |more| format!("and {} more of the same kind", number(Language::English, more)),
    aside: |n| match n {
        1 => "One finding is settled and was set aside.".into(),
        n => format!("{} findings are settled and were set aside.", number(Language::English, n)),
    },
    method: "The method",
    computed: "How each number is computed",
    computed_note: "The figures are those of the objectives in the report.",
    figure: "Number",
    value: "Value",
    formula: "How it is computed",
    symbols: "Formula",
    figures_only: "The report has figures only: no objectives, texts, names and staff percentages.",
    no_strategic: "Figures of strategic and ordinary objectives are not there: the document does not tell them apart, or they \
        would tell who people are.",
    no_years: "Figures by year are not there: the document does not state years, or they would tell who people are.",
    not_quoted: "The messages quote the document, names included, and so they are not repeated here.",
    reopen: "This file has the plan’s data in it: dropped on the page of Traguardi it opens again, looked at in the same way.",
    title: "Report",
    help: "Of what goes out at the level chosen above: cover, figures, charts with their numbers, objectives by mission, findings, \
        method. The file opens with a double click, without a network, and opens here again.",
    download: "Report to open without a network (HTML)",
    print: "Print or PDF (A4)",
    making: "Preparing the report…",
    not_made: "The report was not prepared.",
    menu: "Report to print, or to open without a network…",
    open_data: "Open data, without names (CSV)",
    open_data_about: "Description of the open data (JSON, CSVW)",
};
