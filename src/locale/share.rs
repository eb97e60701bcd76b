// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of sharing: what goes out, what stays behind, how far a link gets, the passphrase.
//!
//! Never here: what is left out (see `share::level`), and a promise that a link can be taken back.

use super::Language;
use super::method::method;
use crate::plan::StandIn;
use crate::share::{Behind, Check, Reach};

/// The words of sharing in one language.
#[allow(missing_docs)]
pub struct ShareWords {
    pub share: &'static str,
    pub title: &'static str,
    pub close: &'static str,
    pub truth: &'static str,
    pub how_much: &'static str,
    pub warning: &'static str,
    pub go_ahead: &'static str,
    pub with_view: fn(&str) -> String,
    pub view_left_out: &'static str,
    pub protect: &'static str,
    pub passphrase: &'static str,
    pub passphrase_help: &'static str,
    pub passphrase_short: &'static str,
    pub seal: &'static str,
    pub sealed: &'static str,
    pub no_crypto: &'static str,
    pub no_crypto_here: &'static str,
    pub making: &'static str,
    pub link: &'static str,
    pub length: fn(usize) -> String,
    pub reach: fn(Reach) -> &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub send: &'static str,
    pub see: &'static str,
    pub save: &'static str,
    pub qr: &'static str,
    pub qr_alt: &'static str,
    pub qr_afar: &'static str,
    pub qr_close: &'static str,
    pub no_qr: &'static str,
    pub qr_not_made: &'static str,
    pub behind: &'static str,
    pub behind_item: fn(Behind) -> String,
    /// Where all goes out: whether names or staff percentages do.
    pub nothing_behind: fn(bool) -> &'static str,
    pub check: &'static str,
    pub check_item: fn(&Check) -> String,
    /// How none of them goes out, where it is for the user to choose.
    pub no_stand_ins: fn() -> String,
    pub sample: &'static str,
    pub sample_head: [&'static str; 4],
    pub sample_of: fn(usize, u32) -> String,
    pub failed: &'static str,
    // Opening a protected link
    pub unseal_title: &'static str,
    pub unseal_help: &'static str,
    pub unseal: &'static str,
    pub unsealing: &'static str,
    pub wrong: &'static str,
    pub cancel: &'static str,
}

/// The words of a language.
pub fn words(language: Language) -> &'static ShareWords {
    language.pick(&IT, &EN)
}

/// One or several, with their number.
fn count(language: Language, count: u32, one: &str, several: &str) -> String {
    let number = language.number(f64::from(count), 0);
    format!("{number} {}", if count == 1 { one } else { several })
}

static IT: ShareWords = ShareWords {
    share: "Condividi",
    title: "Condividi il piano",
    close: "Chiudi",
    truth: "Il link contiene il piano stesso: nessun server lo riceve, e chi lo apre vede la stessa analisi. Un link inviato \
        non si può ritirare: chi ce l’ha, ha il piano.",
    how_much: "Che cosa esce",
    warning: "I nomi accanto ai risultati sono dati personali. Inviali solo a chi deve conoscerli, oppure se l’ente li ha già \
        pubblicati: dopo l’invio non si possono ritirare.",
    go_ahead: "Ho capito: crea il link con i nomi",
    with_view: |looked_at| format!("Con la vista di adesso: {looked_at}"),
    view_left_out: "Nel link ci sono le cifre di tutto il piano: i filtri non valgono per chi lo apre.",
    protect: "Proteggi con una frase segreta",
    passphrase: "Frase segreta",
    passphrase_help: "Almeno 12 caratteri. Dilla a voce, o con un altro mezzo: mai nello stesso messaggio del link. Se si \
        perde, il link non si apre più.",
    passphrase_short: "La frase è troppo corta: servono almeno 12 caratteri.",
    seal: "Crea il link protetto",
    sealed: "Il link si apre solo con la frase segreta.",
    no_crypto: "Qui il browser non permette di proteggere un link: serve una pagina aperta da un indirizzo https.",
    no_crypto_here: "Qui il browser non permette di aprire un link protetto: serve una pagina aperta da un indirizzo https.",
    making: "Preparo il link…",
    link: "Il link",
    length: |characters| format!("{} caratteri", Language::Italian.number(characters as f64, 0)),
    reach: |reach| match reach {
        Reach::Anywhere => "arriva intero quasi ovunque: messaggi, posta, documenti.",
        Reach::Mail => {
            "arriva intero con quasi tutti i programmi di posta; alcune chat lo spezzano. Se non si apre, invia il file."
        }
        Reach::Browsers => {
            "si apre nei browser, ma molti programmi di posta e chat lo tagliano: meglio inviare il file."
        }
        Reach::File => "è troppo lungo per arrivare intero: invia il file.",
    },
    copy: "Copia il link",
    copied: "Link copiato",
    not_copied: "Il browser non lascia copiare: seleziona il link e copialo.",
    send: "Invia con…",
    see: "Guarda come lo vedrà chi lo apre",
    save: "Salva come file",
    qr: "Codice QR",
    qr_alt: "Codice QR del link",
    qr_afar: "Si legge con il telefono anche da un proiettore.",
    qr_close: "È fitto: si legge con il telefono da vicino, su uno schermo grande o su carta.",
    no_qr: "Il link è troppo lungo per un codice QR. Quello delle sole cifre ci sta.",
    qr_not_made: "Il codice QR non è stato preparato: chiudi e riapri questa parte per riprovare; se non basta, ricarica la pagina.",
    behind: "Che cosa non esce, o esce diverso",
    behind_item: |behind| {
        let of = |number, one, several| count(Language::Italian, number, one, several);
        match behind {
            Behind::Objectives(number) => {
                format!(
                    "{}, con i loro testi: escono solo conteggi e medie",
                    of(number, "obiettivo", "obiettivi")
                )
            }
            Behind::Names(number) => of(number, "nome di persona", "nomi di persone"),
            Behind::CoveredTexts(number) => {
                format!("in {} un nome è coperto", of(number, "obiettivo", "obiettivi"))
            }
            Behind::CoveredOthers(number) => format!(
                "in {} un nome è coperto: titolo, note, nomi di viste, colonne senza un campo",
                of(number, "altro testo", "altri testi")
            ),
            Behind::Columns(number) => {
                of(number, "colonna che riguarda singole persone", "colonne che riguardano singole persone")
            }
            Behind::Decisions(number) => {
                of(number, "decisione su nomi della stessa persona", "decisioni su nomi della stessa persona")
            }
            Behind::Views(number) => format!(
                "{} senza una ricerca o un filtro, che direbbero un nome o dipendono dalle percentuali del personale",
                of(number, "vista salvata", "viste salvate")
            ),
            Behind::Filters(number) => format!(
                "{} della vista di adesso: senza ciò che non esce, come le percentuali del personale, {} altri \
                obiettivi",
                of(number, "filtro", "filtri"),
                if number == 1 { "sceglierebbe" } else { "sceglierebbero" }
            ),
            Behind::Search => "la ricerca di adesso, che dice un nome".into(),
            Behind::StaffPercents(number) => {
                format!(
                    "le percentuali del personale di {}, come misura a sé",
                    of(number, "obiettivo", "obiettivi")
                )
            }
            Behind::Findings(number) => of(
                number,
                "segnalazione in più o in meno, che dipende da ciò che non esce",
                "segnalazioni in più o in meno, che dipendono da ciò che non esce",
            ),
            Behind::OtherDegrees(number) => format!(
                "{} con un altro esito o grado: un nome che vi è coperto è anche una parola che lo diceva",
                of(number, "obiettivo", "obiettivi")
            ),
            Behind::SmallMissions(merged, all) => format!(
                "{} con altre, perché senza un codice o perché {} meno di tre persone",
                match merged {
                    1 => format!("una missione su {} è riunita", Language::Italian.number(f64::from(all), 0)),
                    _ => format!(
                        "{} missioni su {} sono riunite",
                        Language::Italian.number(f64::from(merged), 0),
                        Language::Italian.number(f64::from(all), 0)
                    ),
                },
                if merged == 1 { "riguarda" } else { "riguardano" }
            ),
            Behind::Uncoded => {
                "le cifre per missione: le missioni non hanno un codice, e il loro nome è un testo".into()
            }
            Behind::ByMission => "le cifre per missione, che sarebbero di una o due persone".into(),
            Behind::Strategic => {
                "le cifre degli obiettivi strategici, che sarebbero di una o due persone".into()
            }
            Behind::Years => "le cifre per anno, che sarebbero di una o due persone".into(),
        }
    },
    nothing_behind: |is_personal| match is_personal {
        true => "Esce tutto, con i nomi e le percentuali del personale che ci sono.",
        false => "Il piano esce com’è qui: non c’è altro da togliere.",
    },
    check: "Da controllare prima di inviare",
    check_item: |check| match check {
        Check::Suspects(some, more) => format!(
            "Nei testi restano parole che sembrano nomi di persone: {}{}.",
            some.join("; "),
            match more {
                0 => String::new(),
                1 => "; e un’altra".to_owned(),
                _ => format!("; e altre {more}"),
            }
        ),
        Check::FewPeople(number) => format!(
            "Le cifre riguardano in tutto {}: chi conosce l’ente sa di chi sono, anche senza nomi.",
            count(Language::Italian, *number, "persona", "persone")
        ),
        Check::StandIns(number) => format!(
            "Il grado di {} è la percentuale del personale, che il metodo mette al suo posto: esce come grado.",
            count(Language::Italian, *number, "obiettivo", "obiettivi")
        ),
        Check::StandInsInMeans(number) => format!(
            "Nelle medie {} al posto del grado: così vuole il metodo scelto.",
            match number {
                1 => "conta una percentuale del personale".to_owned(),
                _ => format!(
                    "contano {} percentuali del personale",
                    Language::Italian.number(f64::from(*number), 0)
                ),
            }
        ),
    },
    no_stand_ins: || {
        let words = method(Language::Italian);
        let nothing = (words.stand_in_choice)(StandIn::Nothing);
        format!("Se non deve uscire, in «{}» scegli «{nothing}».", words.how_computed)
    },
    sample: "Alcuni obiettivi, come li vedrà chi li riceve",
    sample_head: ["N.", "Obiettivo", "Responsabile", "Esito"],
    sample_of: |shown, all| {
        let of = Language::Italian.number(f64::from(all), 0);
        match (all as usize).saturating_sub(shown) {
            0 if all == 1 => "È l’unico obiettivo.".into(),
            0 => "Sono tutti gli obiettivi.".into(),
            1 => format!("{shown} di {of}: l’altro si vede aprendo il link o il file."),
            _ => format!("{shown} di {of}: gli altri si vedono aprendo il link o il file."),
        }
    },
    failed: "Il link non è stato creato: il lettore della pagina si è fermato. Riprova; se non basta, ricarica la pagina.",
    unseal_title: "Il link è protetto",
    unseal_help: "Per aprirlo serve la frase segreta di chi l’ha inviato. La frase resta in questo browser.",
    unseal: "Apri",
    unsealing: "Apro il link…",
    wrong: "La frase segreta non è quella di questo link. Controlla maiuscole, spazi e accenti, e riprova.",
    cancel: "Annulla",
};

static EN: ShareWords = ShareWords {
    share: "Share",
    title: "Share the plan",
    close: "Close",
    truth: "The link holds the plan itself: no server gets it, and whoever opens it sees the same analysis. A link that was \
        sent cannot be taken back: whoever has it has the plan.",
    how_much: "What goes out",
    warning: "Names beside results are personal data. Send them only to those who must know them, or where the municipality \
        has published them already: once sent they cannot be taken back.",
    go_ahead: "I understand: make the link with names",
    with_view: |looked_at| format!("With the view as it is now: {looked_at}"),
    view_left_out: "The link holds the figures of the whole plan: filters do not apply for whoever opens it.",
    protect: "Protect with a passphrase",
    passphrase: "Passphrase",
    passphrase_help: "At least 12 characters. Tell it by voice or by another way, never in the same message as the link. If it \
        is lost, the link opens no more.",
    passphrase_short: "The passphrase is too short: it takes at least 12 characters.",
    seal: "Make the protected link",
    sealed: "The link opens only with the passphrase.",
    no_crypto: "The browser cannot protect a link here: it takes a page opened from an https address.",
    no_crypto_here: "The browser cannot open a protected link here: it takes a page opened from an https address.",
    making: "Making the link…",
    link: "The link",
    length: |characters| format!("{} characters", Language::English.number(characters as f64, 0)),
    reach: |reach| match reach {
        Reach::Anywhere => "it arrives whole nearly anywhere: messages, mail, documents.",
        Reach::Mail => {
            "it arrives whole with most mail programs; some chats break it. If it does not open, send the file."
        }
        Reach::Browsers => {
            "it opens in browsers, but many mail programs and chats cut it: better send the file."
        }
        Reach::File => "it is too long to arrive whole: send the file.",
    },
    copy: "Copy the link",
    copied: "Link copied",
    not_copied: "The browser does not allow copying: select the link and copy it.",
    send: "Send with…",
    see: "See it as whoever opens it will",
    save: "Save as a file",
    qr: "QR code",
    qr_alt: "QR code of the link",
    qr_afar: "A phone reads it even off a projector.",
    qr_close: "It is dense: a phone reads it close up, on a large screen or on paper.",
    no_qr: "The link is too long for a QR code. That of the figures alone fits.",
    qr_not_made: "The QR code was not made: close and open this part to try again; if that does not help, reload the page.",
    behind: "What does not go out, or goes out otherwise",
    behind_item: |behind| {
        let of = |number, one, several| count(Language::English, number, one, several);
        match behind {
            Behind::Objectives(number) => {
                format!(
                    "{} with their texts: only counts and means go out",
                    of(number, "objective", "objectives")
                )
            }
            Behind::Names(number) => of(number, "person’s name", "people’s names"),
            Behind::CoveredTexts(number) => {
                format!("a name is covered in {}", of(number, "objective", "objectives"))
            }
            Behind::CoveredOthers(number) => format!(
                "a name is covered in {}: title, notes, names of views, columns without a field",
                of(number, "other text", "other texts")
            ),
            Behind::Columns(number) => {
                of(number, "column about single people", "columns about single people")
            }
            Behind::Decisions(number) => {
                of(number, "decision on names of one person", "decisions on names of one person")
            }
            Behind::Views(number) => format!(
                "{} without a search or a filter that would say a name or depends on staff percentages",
                of(number, "saved view", "saved views")
            ),
            Behind::Filters(number) => format!(
                "{} of the view as it is now: without what does not go out, such as staff percentages, other \
                objectives would be chosen",
                of(number, "filter", "filters")
            ),
            Behind::Search => "the present search, which says a name".into(),
            Behind::StaffPercents(number) => {
                format!(
                    "the staff percentages of {}, as a measure of their own",
                    of(number, "objective", "objectives")
                )
            }
            Behind::Findings(number) => of(
                number,
                "finding more or fewer, which leans on what does not go out",
                "findings more or fewer, which lean on what does not go out",
            ),
            Behind::OtherDegrees(number) => format!(
                "{} with another status or degree: a name that is covered there is also a word that told it",
                of(number, "objective", "objectives")
            ),
            Behind::SmallMissions(merged, all) => {
                let number = |count: u32| Language::English.number(f64::from(count), 0);
                let [is, are] = match merged {
                    1 => ["is", "it has no code or fewer than three people are behind it"],
                    _ => ["are", "they have no code or fewer than three people are behind them"],
                };
                format!(
                    "{} of {} missions {is} counted with others, because {are}",
                    number(merged),
                    number(all)
                )
            }
            Behind::Uncoded => {
                "the figures by mission: missions have no code, and their names are text".into()
            }
            Behind::ByMission => "the figures by mission, which would be of one or two people".into(),
            Behind::Strategic => {
                "the figures of strategic objectives, which would be of one or two people".into()
            }
            Behind::Years => "the figures by year, which would be of one or two people".into(),
        }
    },
    nothing_behind: |is_personal| match is_personal {
        true => "Everything goes out, with such names and staff percentages as there are.",
        false => "The plan goes out as it is here: there is nothing else to leave out.",
    },
    check: "To check before sending",
    check_item: |check| match check {
        Check::Suspects(some, more) => format!(
            "Words that look like people’s names are left in the texts: {}{}.",
            some.join("; "),
            if *more > 0 { format!("; and {more} more") } else { String::new() }
        ),
        Check::FewPeople(number) => format!(
            "The figures are of {} in all: whoever knows the municipality knows whose they are, without names too.",
            count(Language::English, *number, "person", "people")
        ),
        Check::StandIns(number) => format!(
            "The degree of {} is the staff percentage, which the method has stand in for it: it goes out as the degree.",
            count(Language::English, *number, "objective", "objectives")
        ),
        Check::StandInsInMeans(number) => format!(
            "In the means {} in for degrees: the chosen method has it so.",
            count(Language::English, *number, "staff percentage stands", "staff percentages stand")
        ),
    },
    no_stand_ins: || {
        let words = method(Language::English);
        let nothing = (words.stand_in_choice)(StandIn::Nothing);
        format!("If it should not, choose “{nothing}” in “{}”.", words.how_computed)
    },
    sample: "Some objectives, as whoever gets them will see them",
    sample_head: ["No.", "Objective", "Responsible", "Outcome"],
    sample_of: |shown, all| {
        let of = Language::English.number(f64::from(all), 0);
        match (all as usize).saturating_sub(shown) {
            0 if all == 1 => "It is the only objective.".into(),
            0 => "These are all the objectives.".into(),
            1 => format!("{shown} of {of}: the other is seen by opening the link or the file."),
            _ => format!("{shown} of {of}: the others are seen by opening the link or the file."),
        }
    },
    failed: "The link was not made: the page’s reader stopped. Try again; if that does not help, reload the page.",
    unseal_title: "The link is protected",
    unseal_help: "It takes the passphrase of whoever sent it. The passphrase stays in this browser.",
    unseal: "Open",
    unsealing: "Opening the link…",
    wrong: "This is not the passphrase of the link. Check capitals, spaces and accents, and try again.",
    cancel: "Cancel",
};
