// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the page itself: landing, bar, headline, table, objective, messages.
//!
//! Never here: the words of charts, diagnostics and errors, which have files of their own.

use super::Language;

mod english;
mod italian;

pub use english::EN;
pub use italian::IT;

/// The words of the page in one language. A sentence that takes numbers is a function, so that each language counts in
/// its own way.
#[allow(missing_docs)]
pub struct PageWords {
    pub tagline: &'static str,
    pub skip: &'static str,
    // Landing
    pub question: &'static str,
    pub sentence: &'static str,
    pub drop_here: &'static str,
    pub drop_now: &'static str,
    pub choose: &'static str,
    pub paste: &'static str,
    pub example: &'static str,
    pub accepted: &'static str,
    pub private_title: &'static str,
    pub private: &'static str,
    pub shows_title: &'static str,
    pub shows: &'static [&'static str],
    // Bar and footer
    pub open_another: &'static str,
    pub download: &'static str,
    pub downloads: DownloadWords,
    pub print: &'static str,
    pub close: &'static str,
    pub undo: fn(&str) -> String,
    pub redo: fn(&str) -> String,
    pub undo_change: fn(&str) -> String,
    pub redo_change: fn(&str) -> String,
    pub method_change: &'static str,
    pub view_change: &'static str,
    pub gone: &'static str,
    pub other_language: &'static str,
    pub theme: fn(&str) -> String,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub source_code: &'static str,
    pub licence: &'static str,
    pub stays_here: &'static str,
    pub accessibility: &'static str,
    // Busy and problems
    pub reading: &'static str,
    pub left_aside: fn(u32) -> String,
    pub still_open: &'static str,
    pub dismiss: &'static str,
    pub accepted_example: &'static str,
    pub unreadable_file: &'static str,
    pub called_off: &'static str,
    pub reader_broke: &'static str,
    pub reader_broke_why: &'static str,
    pub reader_broke_todo: &'static str,
    // Pasting
    pub paste_title: &'static str,
    pub paste_help: &'static str,
    pub paste_read: &'static str,
    pub paste_name: &'static str,
    pub cancel: &'static str,
    // What was understood
    pub untitled: fn(Option<crate::plan::Year>) -> String,
    pub read_count: fn(usize) -> String,
    pub to_check: fn(usize) -> String,
    pub nothing_to_check: &'static str,
    pub reading_title: &'static str,
    pub tally: fn(usize, usize, usize, usize) -> String,
    pub doubts: &'static str,
    pub left: &'static str,
    pub notes: &'static str,
    pub place: fn(u32, u32) -> String,
    pub more_diagnostics: fn(usize) -> String,
    pub objective_n: fn(u32) -> String,
    // Headline
    pub headline: &'static str,
    pub achieved_of: fn(u32, u32) -> String,
    pub achieved_caption: fn(u32) -> &'static str,
    pub mean_caption: fn(u32, u32) -> String,
    pub mean_unknown: &'static str,
    pub weighted_caption: fn(u32) -> String,
    pub weighted_unknown: &'static str,
    pub median_caption: fn(u32) -> String,
    pub staff_caption: fn(u32, u32) -> String,
    pub statuses: &'static str,
    // Selection
    pub selection: &'static str,
    pub all_objectives: fn(u32) -> String,
    pub some_objectives: fn(u32, u32) -> String,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub search_chip: fn(&str) -> String,
    pub remove_filter: fn(&str) -> String,
    pub clear_all: &'static str,
    pub nothing_selected: &'static str,
    pub years: &'static str,
    pub planned_in: fn(&str) -> String,
    pub no_year: &'static str,
    pub mission: fn(&str) -> String,
    pub programme: fn(&str) -> String,
    pub no_mission: &'static str,
    pub no_programme: &'static str,
    pub no_person: &'static str,
    pub strategic: &'static str,
    pub ordinary: &'static str,
    pub strategic_not_stated: &'static str,
    // Charts
    pub charts: &'static str,
    pub as_table: &'static str,
    pub chart_hint: &'static str,
    // People
    pub person_line: fn(u32, u32) -> String,
    // Table
    pub table: &'static str,
    pub column_code: &'static str,
    pub column_objective: &'static str,
    pub column_responsible: &'static str,
    pub column_status: &'static str,
    pub column_degree: &'static str,
    pub column_staff: &'static str,
    pub sort_by: fn(&str) -> String,
    pub stand_in_mark: &'static str,
    pub without_text: &'static str,
    // Objective
    pub previous: &'static str,
    pub next: &'static str,
    pub position: fn(usize, usize) -> String,
    pub purpose: &'static str,
    pub responsible: &'static str,
    pub support: &'static str,
    pub office: &'static str,
    pub planned: &'static str,
    pub planned_never: &'static str,
    pub indicators: &'static str,
    pub expected: &'static str,
    pub actual: &'static str,
    pub in_its_text: &'static str,
    pub actual_not_stated: &'static str,
    pub degree_of_more: &'static str,
    pub degree_of_less: &'static str,
    pub degree_of_date: &'static str,
    pub degree_of_yes_no: &'static str,
    pub outcome: &'static str,
    pub no_outcome: &'static str,
    pub weight: &'static str,
    pub deadline: &'static str,
    pub degree: &'static str,
    pub staff_percent: &'static str,
    pub kept: &'static str,
    pub found_at: &'static str,
    pub decided_by_column: &'static str,
    pub decided_by_number: &'static str,
    pub decided_by_share: &'static str,
    pub decided_by_wording: &'static str,
    pub decided_by_indicators: &'static str,
    pub decided_by_inference: &'static str,
    pub decided_by_correction: &'static str,
    pub correct: &'static str,
    pub correct_hint: &'static str,
    pub correct_status: &'static str,
    pub correct_degree: &'static str,
    pub correct_code: &'static str,
    pub correct_responsible: &'static str,
    pub correct_support: &'static str,
    pub correct_note: &'static str,
    pub correct_apply: &'static str,
    pub correct_remove: &'static str,
    pub corrected_done: &'static str,
    pub corrected_undone: &'static str,
    pub correct_not_a_percent: &'static str,
    pub correct_not_a_code: &'static str,
    pub correct_nothing: &'static str,
    pub as_written: fn(&str) -> String,
    pub decided_by_staff: &'static str,
    pub decided_by_nothing: &'static str,
    pub deciding_words: &'static str,
    pub close_objective: &'static str,
    pub strategic_one: &'static str,
    // Saying what happened, for screen readers
    pub opened: fn(&str, usize) -> String,
    pub filtered: fn(u32, u32) -> String,
}

/// The words of the download menu.
#[allow(missing_docs)]
pub struct DownloadWords {
    pub figures: &'static str,
    pub objectives: &'static str,
    pub findings: &'static str,
    pub people: &'static str,
    pub plan: &'static str,
}

/// The words of the page in a language.
pub fn page(language: Language) -> &'static PageWords {
    language.pick(&IT, &EN)
}

/// So many of a thing, in words that agree.
fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
