// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of plans that lie beside the page: where they are listed, the short link to one, why one does not open.
//!
//! Never here: where such plans may lie (see `share::hosted`).

use super::Language;
use super::errors::ErrorWords;
use crate::share::HostedError;

/// The words in one language.
#[allow(missing_docs)]
pub struct HostedWords {
    pub published: &'static str,
    pub short: &'static str,
    pub short_why: &'static str,
    pub copy_short: &'static str,
}

/// The words of a language.
pub fn words(language: Language) -> &'static HostedWords {
    language.pick(&IT, &EN)
}

static IT: HostedWords = HostedWords {
    published: "I piani pubblicati qui",
    short: "Il link breve",
    short_why: "Questo piano è pubblicato accanto alla pagina, e basta il suo indirizzo. Chi lo apre vede il piano com’è \
        pubblicato, senza le modifiche fatte qui, finché resta pubblicato.",
    copy_short: "Copia il link breve",
};

static EN: HostedWords = HostedWords {
    published: "Plans published here",
    short: "The short link",
    short_why: "This plan is published beside the page, so that its address is enough. Whoever opens it sees the plan as it \
        is published, without the changes made here, as long as it stays published.",
    copy_short: "Copy the short link",
};

/// Why a plan beside the page does not open.
pub fn hosted_error(error: HostedError, language: Language) -> ErrorWords {
    let [title, what, todo] = match language {
        Language::Italian => italian(error),
        Language::English => english(error),
    };
    ErrorWords { title: title.to_owned(), what: what.to_owned(), todo: todo.to_owned(), example: None }
}

fn italian(error: HostedError) -> [&'static str; 3] {
    match error {
        HostedError::Elsewhere => [
            "Il link indica un file che non è tra i piani pubblicati qui",
            "Dopo «plan=» può stare solo un file della cartella «plans» accanto a questa pagina: nessun altro sito, nessun’altra \
                cartella. Così un link di chiunque non può far chiedere altro al browser.",
            "Se il piano è in un altro sito, scaricalo e aprilo qui come file, oppure apri il link del sito che lo pubblica.",
        ],
        HostedError::OtherPage => [
            "È l’indirizzo di un’altra pagina",
            "Il piano è pubblicato in un altro sito, e questa pagina non chiede nulla a nessun altro sito.",
            "Apri il link nella barra degli indirizzi del browser, oppure scarica il piano e aprilo qui come file.",
        ],
        HostedError::NoCheck => [
            "Il link è incompleto",
            "L’impronta dopo «sha256=» non è intera: 64 cifre e lettere da a a f.",
            "Chiedi di nuovo il link a chi l’ha inviato, oppure scegli il piano dall’elenco di quelli pubblicati.",
        ],
        HostedError::NotThere => [
            "Il piano non si trova",
            "Accanto a questa pagina non c’è più un file con questo nome, o il sito non l’ha consegnato.",
            "Controlla la connessione e riprova; se non basta, avvisa chi pubblica la pagina.",
        ],
        HostedError::OtherFile => [
            "Il piano pubblicato non è più quello del link",
            "Il link dice con un’impronta (SHA-256) quale file va aperto, e quello che c’è ora è diverso: è stato \
                aggiornato, oppure cambiato.",
            "Scegli il piano dall’elenco di quelli pubblicati per vedere la versione di adesso, oppure chiedi un nuovo link \
                a chi l’ha inviato.",
        ],
        HostedError::CannotCheck => [
            "Il piano non si può controllare",
            "Il link chiede di controllare il file (SHA-256), e qui il browser non lo permette: serve una pagina aperta da un \
                indirizzo https.",
            "Apri la pagina da un indirizzo https.",
        ],
    }
}

fn english(error: HostedError) -> [&'static str; 3] {
    match error {
        HostedError::Elsewhere => [
            "The link names a file that is not among the plans published here",
            "After “plan=” there can only be a file of the folder “plans” beside this page: no other site, no other folder. So \
                nobody’s link can have the browser ask for anything else.",
            "If the plan is on another site, download it and open it here as a file, or open the link of the site that \
                publishes it.",
        ],
        HostedError::OtherPage => [
            "This is the address of another page",
            "The plan is published on another site, and this page asks no other site for anything.",
            "Open the link in the address bar of the browser, or download the plan and open it here as a file.",
        ],
        HostedError::NoCheck => [
            "The link is incomplete",
            "The checksum after “sha256=” is not whole: 64 digits and letters from a to f.",
            "Ask whoever sent the link for it again, or choose the plan from the list of those published.",
        ],
        HostedError::NotThere => [
            "The plan is not there",
            "There is no file of this name beside this page any more, or the site did not hand it over.",
            "Check the connection and try again; if that does not help, tell whoever publishes the page.",
        ],
        HostedError::OtherFile => [
            "The plan published is not the one of the link any more",
            "The link says by a checksum (SHA-256) which file is to be opened, and the one that is there now is another: it was \
                brought up to date, or altered.",
            "Choose the plan from the list of those published to see it as it is now, or ask whoever sent the link for a new one.",
        ],
        HostedError::CannotCheck => [
            "The plan cannot be checked",
            "The link asks to check the file (SHA-256), and the browser does not allow that here: it takes a page opened from an \
                https address.",
            "Open the page from an https address.",
        ],
    }
}
