// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of a file that is being opened: how far it is.
//!
//! Never here: why it could not be opened (see `errors`).

use super::Language;

/// The words.
pub struct OpeningWords {
    /// What the bar shows, for those who do not see it.
    pub bar: &'static str,
    /// How many percent of the file are read, and how many objectives were found.
    pub of_file: fn(u32, u32) -> String,
    /// Of how many percent of the objectives the texts are read, and of how many.
    pub of_texts: fn(u32, u32) -> String,
    /// Figures are shown, and of how many percent of the objectives the texts are read.
    pub still_read: fn(u32) -> String,
}

/// The words of a language.
pub fn opening(language: Language) -> &'static OpeningWords {
    language.pick(&IT, &EN)
}

fn count(language: Language, objectives: u32) -> String {
    language.number(f64::from(objectives), 0)
}

static IT: OpeningWords = OpeningWords {
    bar: "Avanzamento della lettura",
    of_file: |percent, objectives| {
        let objectives = count(Language::Italian, objectives);
        format!("letto il {percent} % del file · {objectives} obiettivi trovati")
    },
    of_texts: |percent, objectives| {
        let objectives = count(Language::Italian, objectives);
        format!("file letto · esiti e indicatori letti: {percent} % · {objectives} obiettivi")
    },
    still_read: |percent| format!("Si leggono ancora i testi degli obiettivi: {percent} %"),
};

static EN: OpeningWords = OpeningWords {
    bar: "Progress of the reading",
    of_file: |percent, objectives| {
        let objectives = count(Language::English, objectives);
        format!("{percent}% of the file read · {objectives} objectives found")
    },
    of_texts: |percent, objectives| {
        let objectives = count(Language::English, objectives);
        format!("file read · outcomes and indicators read: {percent}% · {objectives} objectives")
    },
    still_read: |percent| format!("The texts of the objectives are still being read: {percent}%"),
};
