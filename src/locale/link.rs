// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of links that carry a plan: what was found in one that does not open and what to do, what was passed over,
//! what each level sends.
//!
//! Never here: whether a link opens (see `link`).

use super::Language;
use crate::share::{Level, LinkError, Tidied, TooMuch};

/// The words.
pub struct LinkWords {
    /// Why a link opens nothing: what was found, and what to do.
    pub error: fn(&LinkError) -> String,
    /// What was passed over in a link that opened.
    pub tidied: fn(&Tidied) -> String,
    /// That a plan does not go into a link, and what to do.
    pub too_much: fn(TooMuch) -> String,
    /// What a level sends: its name, and what is in it.
    pub level: fn(Level) -> [&'static str; 2],
}

/// The words of a language.
pub fn link(language: Language) -> &'static LinkWords {
    language.pick(&IT, &EN)
}

/// So many bytes as thousands of them.
fn kilobytes(language: Language, bytes: usize) -> String {
    language.number((bytes as f64 / 1024.0).ceil(), 0)
}

const LONGEST: usize = crate::share::envelope::LONGEST;

static IT: LinkWords = LinkWords {
    error: |error| {
        match error {
        LinkError::Empty => "Il link non contiene dati. Chiedi a chi l’ha inviato di copiarlo di nuovo dalla pagina.".into(),
        LinkError::Newer => "Il link è stato creato con una versione più recente di questa pagina. Ricarica la pagina; se \
            non basta, apri il link sul sito di chi l’ha inviato."
            .into(),
        LinkError::UnknownCodec(letter) => format!(
            "Il link usa un modo di comprimere i dati («{letter}») che questa versione della pagina non conosce. Ricarica \
             la pagina, oppure apri il link sul sito di chi l’ha inviato."
        ),
        LinkError::Sealed(_) => "Il link è protetto da una frase segreta. Scrivila per aprirlo; se non la conosci, chiedila a chi \
            ha inviato il link."
            .into(),
        LinkError::Cut => "Il link è incompleto: manca la parte finale. Di solito lo taglia il programma di posta o di \
            messaggistica. Copia il link per intero, anche se occupa più righe, oppure chiedi il file del piano."
            .into(),
        LinkError::OtherLength => "Nel link mancano dei caratteri, o ce ne sono di troppo: è cambiato durante l’invio. Copialo \
            di nuovo dal messaggio originale, oppure chiedi il file del piano."
            .into(),
        LinkError::Altered => "Il link è stato alterato: alcuni caratteri non sono quelli con cui è stato creato. Copialo di \
            nuovo dal messaggio originale, senza modificarlo."
            .into(),
        LinkError::TooLong { bytes } => format!(
            "Il link è lungo {} kB; al massimo se ne possono aprire {}. Un piano così grande si invia come file.",
            kilobytes(Language::Italian, *bytes),
            kilobytes(Language::Italian, LONGEST)
        ),
        LinkError::TooLarge => "Il link contiene più dati di qualunque piano che si possa inviare così, e non è stato aperto. \
            Chiedi il file del piano."
            .into(),
        LinkError::Broken => "Il link è integro, ma i suoi dati non sono quelli di un piano: non è stato creato da questa \
            pagina. Chiedi a chi l’ha inviato un link nuovo, oppure il file del piano."
            .into(),
    }
    },
    tidied: |tidied| match tidied {
        Tidied::Wrapped => "Il link era spezzato su più righe: è stato ricomposto.".into(),
        Tidied::Escaped => {
            "Alcuni caratteri del link erano stati riscritti da un programma: sono stati ripristinati.".into()
        }
        Tidied::Followed(after) => format!("Dopo il link c’era altro («{after}»): è stato ignorato."),
    },
    too_much: |TooMuch| {
        "Il piano è troppo grande per un link. Invia solo le cifre, oppure salva il piano come file e invia quello.".into()
    },
    level: |level| match level {
        Level::Figures => [
            "Solo le cifre",
            "Conteggi e medie, senza testi e senza nomi. Le missioni con meno di tre persone sono riunite.",
        ],
        Level::WithoutNames => [
            "Obiettivi senza nomi",
            "Tutti i testi, con un ruolo e una lettera al posto di ogni nome; senza le percentuali del personale, se non dove \
            valgono come grado.",
        ],
        Level::Everything => ["Tutto", "Tutti i testi, con i nomi e con le percentuali del personale."],
    },
};

static EN: LinkWords = LinkWords {
    error: |error| {
        match error {
        LinkError::Empty => "There is nothing in the link. Ask whoever sent it to copy it from the page again.".into(),
        LinkError::Newer => "The link was made by a later version of this page. Reload the page; if that does not help, open \
            the link on the site of whoever sent it."
            .into(),
        LinkError::UnknownCodec(letter) => format!(
            "The link is compressed in a way (“{letter}”) that this version of the page does not know. Reload the page, or \
             open the link on the site of whoever sent it."
        ),
        LinkError::Sealed(_) => "A passphrase protects the link. Write it to open the link; if you do not know it, ask whoever \
            sent the link."
            .into(),
        LinkError::Cut => "The link is incomplete: its end is missing. Usually a mail or messaging program cuts it off. Copy \
            the whole link, even where it takes several lines, or ask for the file of the plan."
            .into(),
        LinkError::OtherLength => "Characters of the link are missing, or there are too many: it changed on its way. Copy it \
            again from the original message, or ask for the file of the plan."
            .into(),
        LinkError::Altered => "The link was altered: some of its characters are not those it was made with. Copy it again \
            from the original message, and change nothing in it."
            .into(),
        LinkError::TooLong { bytes } => format!(
            "The link is {} kB long; at most {} can be opened. A plan as large as that is sent as a file.",
            kilobytes(Language::English, *bytes),
            kilobytes(Language::English, LONGEST)
        ),
        LinkError::TooLarge => "The link holds more than any plan that can be sent this way, and was not opened. Ask for the \
            file of the plan."
            .into(),
        LinkError::Broken => "The link is whole, but its data are not those of a plan: this page did not make it. Ask \
            whoever sent it for a new link, or for the file of the plan."
            .into(),
    }
    },
    tidied: |tidied| match tidied {
        Tidied::Wrapped => "The link was broken over several lines: it was put together again.".into(),
        Tidied::Escaped => "A program had rewritten some characters of the link: they were put back.".into(),
        Tidied::Followed(after) => format!("There was something after the link (“{after}”): it was ignored."),
    },
    too_much: |TooMuch| {
        "The plan is too large for a link. Send the figures only, or save the plan as a file and send that."
            .into()
    },
    level: |level| match level {
        Level::Figures => [
            "Figures only",
            "Counts and means, without texts and names. Missions of fewer than three people are counted together.",
        ],
        Level::WithoutNames => [
            "Objectives without names",
            "All texts, with a role and a letter in place of every name; without the staff percentages, but where \
            they stand in for the degree.",
        ],
        Level::Everything => ["Everything", "All texts, with the names and the staff percentages."],
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_says_what_to_do_in_both_languages() {
        let errors = [
            LinkError::Empty,
            LinkError::Newer,
            LinkError::UnknownCodec("q".into()),
            LinkError::Cut,
            LinkError::OtherLength,
            LinkError::Altered,
            LinkError::TooLong { bytes: 300 << 10 },
            LinkError::TooLarge,
            LinkError::Broken,
        ];
        for error in errors {
            let [italian, english] = [&IT, &EN].map(|words| (words.error)(&error));
            assert_ne!(italian, english);
            assert!(
                [&italian, &english].iter().all(|text| text.matches(". ").count() > 0),
                "{italian} {english}"
            );
        }
    }
}
