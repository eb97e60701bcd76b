// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of a file that is being made.
//!
//! Never here: what is in it.

use super::Language;

/// The words.
pub struct DeskWords {
    /// A file of this name is being made, which takes longer than a moment.
    pub making: fn(&str) -> String,
    /// That it could not be made, after its name.
    pub not_made: &'static str,
    /// Why, mostly.
    pub not_made_why: &'static str,
    /// What to do.
    pub not_made_todo: &'static str,
}

/// The words of a language.
pub fn desk(language: Language) -> &'static DeskWords {
    language.pick(&IT, &EN)
}

static IT: DeskWords = DeskWords {
    making: |name| format!("Preparazione del file {name} in corso"),
    not_made: "il file non è stato preparato",
    not_made_why: "Di solito la memoria di questo browser non basta, o la connessione è caduta prima che la pagina avesse la sua parte che prepara i file.",
    not_made_todo: "Riprova; se non basta, chiudi le altre schede del browser e riprova.",
};

static EN: DeskWords = DeskWords {
    making: |name| format!("The file {name} is being made"),
    not_made: "the file was not made",
    not_made_why: "Most often the memory of this browser does not suffice, or the connection broke before the page had the part of it that makes files.",
    not_made_todo: "Try again; if that does not help, close the other tabs of the browser and try again.",
};
