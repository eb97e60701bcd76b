// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the page in English.

use super::{DownloadWords, PageWords, count};

/// The words of the page in English.
pub static EN: PageWords = PageWords {
    tagline: "how the year went",
    skip: "Skip to content",
    question: "How did your municipality’s year go?",
    sentence: "Traguardi reads the plan of objectives with its outcomes (PEG, performance plan, performance report) and shows at a glance what was achieved, what was not, and where to look.",
    drop_here: "Drop the document here",
    drop_now: "Let go of the file: it opens here and goes nowhere",
    choose: "Choose a file",
    paste: "Paste a table",
    example: "Open an example",
    accepted: "It reads tables in text (.txt, .md, .csv, also copied from a spreadsheet or a document) and plans in JSON.",
    private_title: "It stays on this device",
    private: "The document is read inside the browser. There is no server to receive it, and the page itself forbids the browser any connection to the outside.",
    shows_title: "What you see",
    shows: &[
        "How many objectives were achieved, partly, or not, and the mean degree: always with the number it is computed on.",
        "Missions and programmes side by side, strategic against ordinary objectives: touch a chart and everything else follows.",
        "Every objective whole, with the words that decided its status.",
        "What was read and what was not, line by line.",
    ],
    open_another: "Open another file",
    download: "Download",
    downloads: DownloadWords {
        figures: "Figures of the selection (JSON)",
        objectives: "Objectives with status and degree (JSON)",
        plan: "Plan in Traguardi’s format (JSON)",
        names_warning: "The figures and the plan hold the names of those responsible, the plan also those of the support staff; all three files hold staff percentages. These are personal data: think before you publish them.",
    },
    print: "Print",
    close: "Close the document",
    undo: |name| format!("Back to “{name}”"),
    redo: |name| format!("Forward to “{name}”"),
    other_language: "Italiano",
    theme: |now| format!("Appearance: {now}. Change appearance"),
    theme_auto: "automatic",
    theme_light: "light",
    theme_dark: "dark",
    source_code: "Source code",
    licence: "Free software, licence AGPL-3.0 or later",
    stays_here: "Nothing that you open leaves this device.",
    accessibility: "Accessibility statement",
    reading: "Reading…",
    left_aside: |others| match others {
        1 => "this is the file that was taken, since one is opened at a time. The other file was not opened."
            .into(),
        _ => format!(
            "this is the file that was taken, since one is opened at a time. The other {others} files were not opened."
        ),
    },
    still_open: "What was open has stayed open.",
    dismiss: "Dismiss the message",
    accepted_example: "A small example that can be read:",
    unreadable_file: "The browser could not read the file. Check that it still exists and that you may open it, then try again.",
    paste_title: "Paste a table",
    paste_help: "Copy the table from the spreadsheet or the document, with its heading row, and paste it here.",
    paste_read: "Read the table",
    paste_name: "pasted table",
    cancel: "Cancel",
    untitled: |year| year.map_or("Plan of objectives".into(), |year| format!("Objectives of {year}")),
    read_count: |n| count(n, "objective read", "objectives read"),
    to_check: |n| count(n, "point to check", "points to check"),
    nothing_to_check: "nothing to check",
    reading_title: "What was read",
    tally: |rows_read, rows, cells_read, cells| {
        format!("{rows_read} rows read of {rows}; {cells_read} cells read without doubt of {cells} filled.")
    },
    doubts: "Read, but to be checked",
    left: "Not read",
    notes: "How the document was read",
    place: |line, column| format!("line {line}, column {column}"),
    more_diagnostics: |n| format!("and {n} more of the same kind"),
    objective_n: |n| format!("objective {n}"),
    headline: "At a glance",
    achieved_of: |achieved, of| format!("{achieved} of {of}"),
    achieved_caption: |_| "achieved",
    mean_caption: |known, of| format!("mean degree of achievement ({known} of {of})"),
    mean_unknown: "mean degree: no objective states one",
    weighted_caption: |known| {
        let over = if known == 1 {
            "1 objective with a weight".into()
        } else {
            format!("{known} objectives with a weight")
        };
        format!("weighted mean degree, over {over}")
    },
    median_caption: |known| format!("median, over {known}"),
    staff_caption: |known, of| format!("mean staff percentage ({known} of {of}), which is another measure"),
    statuses: "Statuses",
    how_computed: "How is this computed?",
    method_bands: |language, bands| {
        let from = language.percent(bands.achieved_from().value());
        match bands.partly() {
            crate::plan::LowerBound::Above(p) if p.value() == 0.0 => {
                format!("Achieved: degree {from}. Partly: between 0 and {from}. Not achieved: 0.")
            }
            crate::plan::LowerBound::Above(p) => format!(
                "Achieved: from {from}. Partly: above {0}. Not achieved: up to {0}.",
                language.percent(p.value())
            ),
            crate::plan::LowerBound::From(p) => format!(
                "Achieved: from {from}. Partly: from {0}. Not achieved: below {0}.",
                language.percent(p.value())
            ),
        }
    },
    method_order: "The degree of an objective is the one that the document gives it in a column; failing that, the number written in the outcome; failing that, the verdict written in the outcome. The mean degree is the sum of the known degrees divided by how many they are: objectives without a degree are left out, and are not zeros.",
    method_stand_in: |stand_ins, known| {
        format!(
            "Where the outcome states neither a number nor a verdict, the staff percentage stands in for the degree, marked with ≈: here {stand_ins} of {known}."
        )
    },
    method_no_stand_in: "Where the outcome states neither a number nor a verdict, the degree stays not stated.",
    selection: "Selection",
    all_objectives: |n| if n == 1 { "The only objective".into() } else { format!("All {n} objectives") },
    some_objectives: |n, of| format!("{n} of {of} objectives"),
    search: "Search the texts",
    search_hint: "search the texts…",
    search_chip: |words| format!("contains “{words}”"),
    remove_filter: |what| format!("Remove the filter: {what}"),
    clear_all: "Show all",
    nothing_selected: "No objective meets all the filters together. Remove one, or show all.",
    years: "Years",
    planned_in: |year| format!("planned in {year}"),
    never_planned: "not planned",
    mission: |name| format!("Mission {name}"),
    programme: |name| format!("Programme {name}"),
    no_mission: "without a mission",
    no_programme: "without a programme",
    no_person: "without a responsible person",
    strategic: "strategic",
    ordinary: "ordinary",
    strategic_not_stated: "strategic or not: not stated",
    charts: "Charts",
    as_table: "Show as a table",
    chart_hint: "Touch a bar to select it; with the keyboard, arrows and Enter.",
    people: "Responsible people",
    people_hint: "In alphabetical order. An objective with several responsible people counts for each.",
    person_line: |achieved, of| format!("{achieved} achieved of {of}"),
    table: "Objectives",
    column_code: "Code",
    column_objective: "Objective",
    column_responsible: "Responsible",
    column_status: "Status",
    column_degree: "Degree",
    column_staff: "Staff",
    sort_by: |column| format!("Sort by {column}"),
    stand_in_mark: "staff percentage, standing in for the degree that the outcome does not state",
    without_text: "(without text)",
    previous: "Previous",
    next: "Next",
    position: |i, of| format!("{i} of {of}"),
    purpose: "Purpose",
    responsible: "Responsible",
    support: "Support staff",
    office: "Office",
    planned: "Planned",
    planned_never: "in none of the document’s years",
    indicators: "Indicators",
    expected: "Expected",
    actual: "Actual",
    outcome: "Outcome in the document",
    no_outcome: "The document does not say how it went.",
    weight: "Weight",
    deadline: "Deadline",
    degree: "Degree of achievement",
    staff_percent: "Staff percentage",
    kept: "Also in the document",
    found_at: "In the file",
    decided_by_column: "This is the degree that the document gives the objective.",
    decided_by_number: "This is the number written in the outcome, marked below.",
    decided_by_wording: "The words of the outcome say so, marked below.",
    decided_by_staff: "The outcome states neither a number nor a verdict: the staff percentage stands in for it, which is another measure.",
    decided_by_nothing: "The document states neither a degree nor a verdict.",
    deciding_words: "words that decided the status",
    cancel_reading: "Close the objective",
    strategic_one: "strategic",
    opened: |name, n| format!("{name}: {}", count(n, "objective read", "objectives read")),
    filtered: |n, of| format!("{n} of {of} objectives selected"),
};
