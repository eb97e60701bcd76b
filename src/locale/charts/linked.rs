// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the charts of pairs, months and years, and of what a person does on a chart: dragging a range, opening a
//! mission, putting rows in order.
//!
//! Never here: a figure without its denominator.

use super::{EN, IT};
use crate::locale::Language;

/// The words of a language.
pub fn linked(language: Language) -> &'static LinkedWords {
    language.pick(&ITALIAN, &ENGLISH)
}

/// A year with the mean of it.
pub type YearMean<'a> = (&'a str, f64);

/// How many state something, and of how many.
pub type Stated = (u32, u32);

/// The words in one language.
#[derive(Debug)]
pub struct LinkedWords {
    /// The title of missions by status.
    pub mission_status: &'static str,
    /// The title of offices by status.
    pub office_status: &'static str,
    /// The title of the degree against the staff percentage.
    pub degree_against_staff: &'static str,
    /// The title of deadlines and completions.
    pub timeline: &'static str,
    /// The title of several years.
    pub years: &'static str,
    /// The chart shows also what its own filters leave out.
    pub own_filters_ignored: &'static str,

    /// `Ufficio`.
    pub office: &'static str,
    /// The objectives that state no office.
    pub no_office: &'static str,
    /// What the method leaves out.
    pub left_out: &'static str,
    /// Summary of missions: with objectives, in all, and the outcome of all.
    pub missions_summary: fn(u32, u32, &str) -> String,
    /// Summary of offices, likewise; an objective of several counts in each.
    pub offices_summary: fn(u32, u32, &str) -> String,

    /// The staff percentage.
    pub staff_percent: &'static str,
    /// The objectives that do not state both measures.
    pub not_both: &'static str,
    /// Summary of the gap: in how many the degree is below, the same, above; how many lack a degree, a staff percentage,
    /// both.
    pub gap_summary: fn([u32; 3], [u32; 3]) -> String,

    /// The deadlines.
    pub due: &'static str,
    /// The completions.
    pub completed: &'static str,
    /// Done by the deadline.
    pub kept: &'static str,
    /// Done later.
    pub late: &'static str,
    /// Not known when.
    pub not_known: &'static str,
    /// Heading of months.
    pub period: &'static str,
    /// What names no date.
    pub no_date: &'static str,
    /// Nothing to draw for want of dates.
    pub no_dates: &'static str,
    /// A year without a month, under a narrow column.
    pub year: &'static str,
    /// The same in full.
    pub year_alone: fn(u32) -> String,
    /// A quarter in full.
    pub quarter: fn(u32, u32) -> String,
    /// The letter of quarters.
    pub quarter_letter: &'static str,
    /// Summary of the timeline: deadlines stated and of how many; done by then, later, not known; completions stated and
    /// of how many.
    pub timeline_summary: fn(Stated, [u32; 3], Stated) -> String,

    /// Heading of years.
    pub planned_year: &'static str,
    /// What names no year.
    pub no_year: &'static str,
    /// The same under a narrow column, in two lines.
    pub no_year_short: [&'static str; 2],
    /// Nothing to draw for want of years.
    pub no_years: &'static str,
    /// Heading of slopes.
    pub against_year_before: &'static str,
    /// A difference of percentages: `+4,3 punti`.
    pub points: fn(f64) -> String,
    /// The slope between two years, as a sentence.
    pub slope: fn(YearMean<'_>, YearMean<'_>) -> String,
    /// There are no two years to compare.
    pub no_slope: &'static str,
    /// Objectives of several years count in each.
    pub years_overlap: &'static str,

    /// What opens and closes the programmes of a mission.
    pub programmes_of: fn(&str) -> String,
    /// What pressing it does.
    pub open: &'static str,
    /// What pressing it does when it is open.
    pub close: &'static str,

    /// How rows stand, before the choices.
    pub order: &'static str,
    /// By code.
    pub by_code: &'static str,
    /// By name, where there are no codes.
    pub by_name: &'static str,
    /// By value.
    pub by_value: &'static str,

    /// A range, before its two fields.
    pub range: &'static str,
    /// The lower end.
    pub from: &'static str,
    /// The upper end.
    pub to: &'static str,
    /// How a range is chosen.
    pub range_hint: &'static str,
    /// What takes the range back.
    pub clear_range: &'static str,
    /// An end is no percentage.
    pub not_a_percentage: &'static str,
    /// The ends are turned round.
    pub turned_round: &'static str,
    /// A range, how many are in it, and of how many.
    pub in_range: fn(f64, f64, u32, u32) -> String,
}

fn ends(language: Language, from: f64, to: f64) -> (String, String) {
    (language.number(from, 2), format!("{}{}", language.number(to, 2), language.pick("\u{a0}%", "%")))
}

fn signed(language: Language, value: f64) -> String {
    // What is shown as nothing has no sign.
    let rounded = (value * 10.0).round() / 10.0;
    let sign = if rounded > 0.0 {
        "+"
    } else if rounded < 0.0 {
        "−"
    } else {
        ""
    };
    format!("{sign}{}", language.number(rounded.abs(), 1))
}

/// Italian.
static ITALIAN: LinkedWords = LinkedWords {
    mission_status: "Missioni ed esiti",
    office_status: "Uffici ed esiti",
    degree_against_staff: "Grado e percentuale del personale",
    timeline: "Scadenze e conclusioni nel tempo",
    years: "Di anno in anno",
    own_filters_ignored: "Il grafico mostra anche ciò che i suoi stessi filtri lasciano fuori.",
    office: "Ufficio",
    no_office: "Ufficio non indicato",
    left_out: "Fuori dal conto",
    missions_summary: |with, all, outcome| {
        format!("{outcome}; missioni con obiettivi: {}.", (IT.out_of)(with, all))
    },
    offices_summary: |with, all, outcome| {
        format!(
            "Uffici con obiettivi: {}. Un obiettivo di più uffici conta in ciascuno: {outcome}.",
            (IT.out_of)(with, all)
        )
    },
    staff_percent: "Percentuale del personale",
    not_both: "Senza l'uno o l'altra",
    gap_summary: |[below, same, above], [no_degree, no_staff, neither]| {
        let both = below + same + above;
        let mut out = format!(
            "Il grado è sotto la percentuale del personale in {}, uguale in {}, sopra in {}, su {} con entrambi.",
            cases(below),
            IT.figure(same),
            IT.figure(above),
            (IT.count)(both),
        );
        if no_degree + no_staff + neither > 0 {
            out += &format!(
                " Fuori dal grafico: {} senza grado, {} senza percentuale, {} senza entrambi.",
                IT.figure(no_degree),
                IT.figure(no_staff),
                IT.figure(neither)
            );
        }
        out
    },
    due: "Scadenze",
    completed: "Conclusioni",
    kept: "Entro la scadenza",
    late: "Oltre la scadenza",
    not_known: "Non si sa quando",
    period: "Mese",
    no_date: "Nessuna data",
    no_dates: "Nessuna scadenza e nessuna data di conclusione.",
    year: "anno",
    year_alone: |year| format!("{year}, mese non indicato"),
    quarter: |part, year| format!("{part}º trimestre {year}"),
    quarter_letter: "T",
    timeline_summary: |(due, all), [kept, late, unknown], (completed, of)| {
        format!(
            "Obiettivi con una scadenza: {}; conclusi entro la scadenza {}, oltre {}, non si sa quando {}. Con una data \
             di conclusione: {}.",
            (IT.out_of)(due, all),
            IT.figure(kept),
            IT.figure(late),
            IT.figure(unknown),
            (IT.out_of)(completed, of),
        )
    },
    planned_year: "Anno previsto",
    no_year: "Anno non indicato",
    no_year_short: ["senza", "anno"],
    no_years: "Nessun anno previsto.",
    against_year_before: "Rispetto all'anno prima",
    points: |difference| {
        let unit = if (difference.abs() * 10.0).round() == 10.0 { "punto" } else { "punti" };
        format!("{} {unit}", signed(Language::Italian, difference))
    },
    slope: |(before, from), (year, to)| {
        let percent = |value| Language::Italian.percent(value);
        format!(
            "Dal {before} al {year} il grado medio passa da {} a {} ({}).",
            percent(from),
            percent(to),
            (ITALIAN.points)(to - from)
        )
    },
    no_slope: "Nessuna coppia di anni con un grado medio da confrontare.",
    years_overlap: "Un obiettivo previsto in più anni conta in ciascuno.",
    programmes_of: |mission| format!("Programmi: {mission}"),
    open: "Mostra i programmi",
    close: "Nascondi i programmi",
    order: "Ordine",
    by_code: "codice",
    by_name: "nome",
    by_value: "valore",
    range: "Intervallo di grado",
    from: "da",
    to: "a",
    range_hint: "Si può anche trascinare sul grafico, o usare le frecce nei due campi.",
    clear_range: "Togli",
    not_a_percentage: "Scrivi una percentuale da 0 a 100, per esempio 62,5.",
    turned_round: "Il primo valore è più alto del secondo.",
    in_range: |from, to, n, all| {
        let (from, to) = ends(Language::Italian, from, to);
        format!("Grado da {from} a {to}: {} su {}.", (IT.count)(n), IT.figure(all))
    },
};

fn cases(n: u32) -> String {
    format!("{} {}", IT.figure(n), if n == 1 { "caso" } else { "casi" })
}

/// English.
static ENGLISH: LinkedWords = LinkedWords {
    mission_status: "Missions and outcomes",
    office_status: "Offices and outcomes",
    degree_against_staff: "Degree and staff percentage",
    timeline: "Deadlines and completions in time",
    years: "From year to year",
    own_filters_ignored: "The chart also shows what its own filters leave out.",
    office: "Office",
    no_office: "Office not stated",
    left_out: "Left out",
    missions_summary: |with, all, outcome| {
        format!("{outcome}; missions with objectives: {}.", (EN.out_of)(with, all))
    },
    offices_summary: |with, all, outcome| {
        format!(
            "Offices with objectives: {}. An objective of several offices counts in each: {outcome}.",
            (EN.out_of)(with, all)
        )
    },
    staff_percent: "Staff percentage",
    not_both: "Without the one or the other",
    gap_summary: |[below, same, above], [no_degree, no_staff, neither]| {
        let both = below + same + above;
        let mut out = format!(
            "The degree is below the staff percentage in {}, the same in {}, above it in {}, of {} with both.",
            EN.figure(below),
            EN.figure(same),
            EN.figure(above),
            (EN.count)(both),
        );
        if no_degree + no_staff + neither > 0 {
            out += &format!(
                " Not in the chart: {} without a degree, {} without a staff percentage, {} without either.",
                EN.figure(no_degree),
                EN.figure(no_staff),
                EN.figure(neither)
            );
        }
        out
    },
    due: "Deadlines",
    completed: "Completions",
    kept: "By the deadline",
    late: "After the deadline",
    not_known: "Not known when",
    period: "Month",
    no_date: "No date",
    no_dates: "No deadline and no date of completion.",
    year: "year",
    year_alone: |year| format!("{year}, month not stated"),
    quarter: |part, year| format!("Q{part} {year}"),
    quarter_letter: "Q",
    timeline_summary: |(due, all), [kept, late, unknown], (completed, of)| {
        format!(
            "Objectives with a deadline: {}; done by the deadline {}, after it {}, not known when {}. With a date of \
             completion: {}.",
            (EN.out_of)(due, all),
            EN.figure(kept),
            EN.figure(late),
            EN.figure(unknown),
            (EN.out_of)(completed, of),
        )
    },
    planned_year: "Planned year",
    no_year: "Year not stated",
    no_year_short: ["no", "year"],
    no_years: "No planned year.",
    against_year_before: "Against the year before",
    points: |difference| {
        let unit = if (difference.abs() * 10.0).round() == 10.0 { "point" } else { "points" };
        format!("{} {unit}", signed(Language::English, difference))
    },
    slope: |(before, from), (year, to)| {
        let percent = |value| Language::English.percent(value);
        format!(
            "From {before} to {year} the mean degree goes from {} to {} ({}).",
            percent(from),
            percent(to),
            (ENGLISH.points)(to - from)
        )
    },
    no_slope: "No two years with a mean degree to compare.",
    years_overlap: "An objective planned in several years counts in each.",
    programmes_of: |mission| format!("Programmes: {mission}"),
    open: "Show the programmes",
    close: "Hide the programmes",
    order: "Order",
    by_code: "code",
    by_name: "name",
    by_value: "value",
    range: "Range of degrees",
    from: "from",
    to: "to",
    range_hint: "You can also drag on the chart, or use the arrow keys in the two fields.",
    clear_range: "Remove",
    not_a_percentage: "Write a percentage from 0 to 100, for example 62.5.",
    turned_round: "The first value is above the second.",
    in_range: |from, to, n, all| {
        let (from, to) = ends(Language::English, from, to);
        format!("Degree from {from} to {to}: {} of {}.", (EN.count)(n), EN.figure(all))
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_have_a_sign_and_agree() {
        assert_eq!((ITALIAN.points)(4.26), "+4,3 punti");
        assert_eq!((ITALIAN.points)(-1.0), "−1 punto");
        assert_eq!((ENGLISH.points)(0.01), "0 points");
        assert_eq!(
            (ITALIAN.slope)(("2020", 88.0), ("2021", 90.0)),
            "Dal 2020 al 2021 il grado medio passa da 88\u{a0}% a 90\u{a0}% (+2 punti)."
        );
    }

    #[test]
    fn ranges_are_said_with_their_denominator() {
        assert_eq!((ITALIAN.in_range)(30.5, 70.0, 1, 26), "Grado da 30,5 a 70\u{a0}%: 1 obiettivo su 26.");
        assert_eq!((ENGLISH.in_range)(0.0, 70.0, 3, 26), "Degree from 0 to 70%: 3 objectives of 26.");
    }
}
