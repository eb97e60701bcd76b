// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of plans that are kept in this browser.
//!
//! Never here: a promise that a browser keeps them for ever.

use super::Language;

/// The words in one language.
#[allow(missing_docs)]
pub struct RecentWords {
    pub title: &'static str,
    pub keep: &'static str,
    pub why: &'static str,
    pub none: &'static str,
    pub objectives: fn(u32) -> String,
    /// What stands for a protected link, of which nothing is known.
    pub sealed: &'static str,
    pub open: fn(&str, &str) -> String,
    pub remove: &'static str,
    pub remove_one: fn(&str, &str) -> String,
    pub removed: fn(&str) -> String,
    pub clear: &'static str,
    pub cleared: &'static str,
    pub not_removed: &'static str,
    pub removed_last: fn(usize) -> String,
    pub undo: &'static str,
    pub put_back: &'static str,
    pub not_put_back: &'static str,
    pub kept: &'static str,
    pub no_more: &'static str,
    pub refused: &'static str,
    /// What is open was kept at this time, and is not what is published now.
    pub copy: fn(&str) -> String,
    pub gone: &'static str,
    pub close: &'static str,
}

/// The words of a language.
pub fn words(language: Language) -> &'static RecentWords {
    language.pick(&IT, &EN)
}

static IT: RecentWords = RecentWords {
    title: "Piani ricordati",
    keep: "Ricorda in questo browser i piani che apro",
    why: "Con le modifiche e i filtri, così una ricarica della pagina non perde nulla. Restano in questo computer, e chi usa questo \
        browser può leggerli. Il browser li cancella con i dati di navigazione, Safari anche dopo sette giorni senza visite, una \
        finestra privata quando si chiude: il file salvato resta la copia sicura. Di un link con frase segreta si ricorda il link \
        protetto, non il piano.",
    none: "Nessun piano ricordato.",
    objectives: |number| match number {
        1 => "un obiettivo".into(),
        number => format!("{} obiettivi", Language::Italian.number(f64::from(number), 0)),
    },
    sealed: "Link protetto",
    open: |title, when| format!("Apri {title}, {when}"),
    remove: "Togli",
    remove_one: |title, when| format!("Togli {title}, {when}, dai piani ricordati"),
    removed: |title| format!("{title} non è più ricordato."),
    clear: "Togli tutti",
    cleared: "In questo browser non c’è più nessun piano.",
    not_removed: "Il browser non ha tolto il piano. Si può togliere dalle impostazioni, con i dati di questo sito.",
    removed_last: |count| match count {
        1 => "Un piano è stato tolto.".into(),
        _ => format!("{} piani sono stati tolti.", Language::Italian.number(count as f64, 0)),
    },
    undo: "Annulla",
    put_back: "I piani tolti sono di nuovo ricordati.",
    not_put_back: "Il browser non riesce a ricordare di nuovo tutto ciò che è stato tolto. Finché questa pagina resta aperta puoi riprovare: \
        togli altri piani o libera spazio nel computer.",
    kept: "I piani che apri sono ricordati in questo browser.",
    no_more: "Non saranno ricordati altri piani. Quelli ricordati restano finché li togli.",
    refused: "Il browser non riesce a ricordare il piano: manca spazio, oppure non lo permette (finestra privata, impostazioni). \
        Salva il piano come file per non perdere le modifiche.",
    copy: |when| {
        format!(
            "È la copia ricordata del {when}, non il piano com’è pubblicato adesso: l’hai modificata qui, oppure quello \
                pubblicato non si può aprire."
        )
    },
    gone: "Il piano non è più ricordato: è stato tolto, o il browser lo ha cancellato.",
    close: "Chiudi",
};

static EN: RecentWords = RecentWords {
    title: "Plans kept here",
    keep: "Keep the plans that I open in this browser",
    why: "With changes and filters, so that loading the page again loses nothing. They stay on this computer, and whoever uses \
        this browser can read them. The browser deletes them with its browsing data, Safari also after seven days without a \
        visit, a private window when it closes: the saved file remains the safe copy. Of a link with a passphrase the protected \
        link is kept, not the plan.",
    none: "No plan is kept.",
    objectives: |number| match number {
        1 => "one objective".into(),
        number => format!("{} objectives", Language::English.number(f64::from(number), 0)),
    },
    sealed: "Protected link",
    open: |title, when| format!("Open {title}, {when}"),
    remove: "Remove",
    remove_one: |title, when| format!("Remove {title}, {when}, from the plans kept here"),
    removed: |title| format!("{title} is not kept any more."),
    clear: "Remove all",
    cleared: "There is no plan in this browser any more.",
    not_removed: "The browser did not remove the plan. It can be removed in its settings, with the data of this site.",
    removed_last: |count| match count {
        1 => "One plan was removed.".into(),
        _ => format!("{} plans were removed.", Language::English.number(count as f64, 0)),
    },
    undo: "Undo",
    put_back: "The plans that were removed are kept again.",
    not_put_back: "The browser cannot keep again all that was removed. As long as this page is open you can try again: \
        remove other plans, or make room on this computer.",
    kept: "Plans that you open are kept in this browser.",
    no_more: "No more plans will be kept. Those that are kept stay until you remove them.",
    refused: "The browser cannot keep the plan: there is no room, or it does not allow it (a private window, settings). Save the \
        plan as a file so as not to lose changes.",
    copy: |when| {
        format!(
            "This is the copy kept on {when}, not the plan as it is published now: you changed it here, or what is published \
                cannot be opened."
        )
    },
    gone: "The plan is not kept any more: it was removed, or the browser deleted it.",
    close: "Close",
};
