// SPDX-License-Identifier: AGPL-3.0-or-later
//! Filters on months that stand together in a plan: a quarter, a year, some months in a row. They are several filters, in
//! an address too, and one thing to whoever chose them.
//!
//! Never here: a month that the plan has no date in; it parts nothing.

use super::{Dimension, Filter, Month, Selection};

/// What filters that stand together are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// One filter.
    One,
    /// Some months of a year, in a row: the first and the last.
    Months(u32, u8, u8),
    /// All that a quarter of a year has: more than one month.
    Quarter(u32, u8),
    /// All that one year has, or several in a row: the first and the last.
    Years(u32, u32),
}

/// Filters of one dimension that stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span<'a> {
    /// What they are together.
    pub stretch: Stretch,
    /// The filters, in their order; there is at least one.
    pub filters: Vec<&'a Filter>,
}

impl Span<'_> {
    /// The handles of its filters in one: `deadline:2021-01&deadline:2021-02`.
    pub fn handle(&self) -> String {
        let handles: Vec<String> = self.filters.iter().map(|filter| filter.handle()).collect();
        handles.join("&")
    }
}

/// Filters of one year: their months, and what names the year alone.
type OfYear<'a> = Vec<(Option<u8>, &'a Filter)>;

/// A key of a month, or of a year alone (which has no month).
fn time(key: &str) -> Option<(u32, Option<u8>)> {
    let Some((year, month)) = key.split_once('-') else { return Some((key.parse().ok()?, None)) };
    Some((year.parse().ok()?, Some(month.parse().ok().filter(|month| (1..=12).contains(month))?)))
}

/// The filters of a dimension, those on months that stand together in a plan (by its timeline) as one.
pub fn spans<'a>(selection: &'a Selection, dimension: Dimension, timeline: &[Month]) -> Vec<Span<'a>> {
    let filters = selection.filters.iter().filter(|filter| filter.dimension == dimension);
    let is_of_time = matches!(dimension, Dimension::Deadline | Dimension::Completed);
    let one = |filter| Span { stretch: Stretch::One, filters: vec![filter] };
    let mut spans: Vec<Span<'a>> = Vec::new();
    let mut years: Vec<(u32, OfYear<'a>)> = Vec::new();
    for filter in filters {
        match time(&filter.key).filter(|_| is_of_time) {
            Some((year, month)) => match years.last_mut().filter(|(of, _)| *of == year) {
                Some((_, of)) => of.push((month, filter)),
                None => years.push((year, vec![(month, filter)])),
            },
            None => spans.push(one(filter)),
        }
    }
    for (year, chosen) in years {
        let of_year = timeline.iter().filter_map(|month| time(&month.key)).filter(|(of, _)| *of == year);
        let in_plan: Vec<Option<u8>> = of_year.map(|(_, month)| month).collect();
        let is_whole =
            in_plan.len() == chosen.len() && chosen.iter().all(|(month, _)| in_plan.contains(month));
        if is_whole && chosen.len() > 1 {
            let filters = chosen.into_iter().map(|(_, filter)| filter);
            match spans.last_mut() {
                Some(Span { stretch: Stretch::Years(_, last), filters: before }) if *last + 1 == year => {
                    *last = year;
                    before.extend(filters);
                }
                _ => spans.push(Span { stretch: Stretch::Years(year, year), filters: filters.collect() }),
            }
            continue;
        }
        rows(year, chosen, &in_plan, &mut spans);
    }
    spans
}

/// Some months of a year, those in a row as one.
fn rows<'a>(year: u32, chosen: OfYear<'a>, in_plan: &[Option<u8>], spans: &mut Vec<Span<'a>>) {
    let place = |month: u8| in_plan.iter().position(|of| *of == Some(month));
    let mut row: Vec<(u8, &Filter)> = Vec::new();
    let mut end = |row: &mut Vec<(u8, &'a Filter)>| {
        let stretch = match (&row[..], row.len()) {
            ([], _) => return,
            (_, 1) => Stretch::One,
            ([(first, _), .., (last, _)], count) => {
                let quarter = (first - 1) / 3;
                let of_quarter = in_plan.iter().flatten().filter(|month| (**month - 1) / 3 == quarter);
                match quarter == (last - 1) / 3 && of_quarter.count() == count {
                    true => Stretch::Quarter(year, quarter + 1),
                    false => Stretch::Months(year, *first, *last),
                }
            }
            _ => return,
        };
        let filters = row.drain(..).map(|(_, filter)| filter).collect();
        spans.push(Span { stretch, filters });
    };
    let mut alone = None;
    for (month, filter) in chosen {
        let Some(month) = month else {
            alone = Some(filter);
            continue;
        };
        let goes_on = row.last().is_none_or(|(before, _)| match (place(*before), place(month)) {
            (Some(before), Some(now)) => before + 1 == now,
            _ => false,
        });
        if !goes_on {
            end(&mut row);
        }
        row.push((month, filter));
    }
    end(&mut row);
    spans.extend(alone.map(|filter| Span { stretch: Stretch::One, filters: vec![filter] }));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(chosen: &[&str], in_plan: &[&str]) -> Vec<(Stretch, usize)> {
        let timeline: Vec<Month> =
            in_plan.iter().map(|key| Month { key: (*key).to_owned(), ..Month::default() }).collect();
        let filters = chosen.iter().map(|key| Filter::new(Dimension::Deadline, *key)).collect();
        let selection = Selection { filters, ..Selection::default() };
        let spans = spans(&selection, Dimension::Deadline, &timeline);
        let all: usize = spans.iter().map(|span| span.filters.len()).sum();
        assert_eq!(all, chosen.len(), "none is lost");
        spans.into_iter().map(|span| (span.stretch, span.filters.len())).collect()
    }

    const PLAN: [&str; 9] =
        ["2020-12", "2021-01", "2021-03", "2021-04", "2021-05", "2021-11", "2021", "2022-06", "2022-07"];

    #[test]
    fn months_that_stand_together_in_the_plan_are_one() {
        // February has no date, and parts nothing.
        assert_eq!(of(&["2021-01", "2021-03"], &PLAN), [(Stretch::Quarter(2021, 1), 2)]);
        assert_eq!(of(&["2021-03", "2021-04"], &PLAN), [(Stretch::Months(2021, 3, 4), 2)]);
        assert_eq!(of(&["2021-01", "2021-04"], &PLAN), [(Stretch::One, 1), (Stretch::One, 1)]);
        assert_eq!(of(&["2021-11"], &PLAN), [(Stretch::One, 1)]);
        assert_eq!(
            of(&["", "2021-04", "2021-05", "2021-11", "2021"], &PLAN),
            [(Stretch::One, 1), (Stretch::Months(2021, 4, 11), 3), (Stretch::One, 1)]
        );
        // What the plan does not have stands alone.
        assert_eq!(of(&["2021-01", "2021-02", "x"], &PLAN), [(Stretch::One, 1); 3]);
    }

    #[test]
    fn whole_years_are_years_with_what_names_no_month() {
        let year = ["2021", "2021-01", "2021-03", "2021-04", "2021-05", "2021-11"];
        assert_eq!(of(&year, &PLAN), [(Stretch::Years(2021, 2021), 6)]);
        assert_eq!(
            of(&[&year[..], &["2022-06", "2022-07"]].concat(), &PLAN),
            [(Stretch::Years(2021, 2022), 8)]
        );
        // A year of one month is that month.
        assert_eq!(of(&["2020-12"], &PLAN), [(Stretch::One, 1)]);
    }

    #[test]
    fn other_dimensions_are_never_together() {
        let filters = ["2020", "2021"].map(|year| Filter::new(Dimension::Year, year)).into_iter().collect();
        let selection = Selection { filters, ..Selection::default() };
        assert_eq!(spans(&selection, Dimension::Year, &[]).len(), 2);
    }
}
