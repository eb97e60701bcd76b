// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the method: sentences that say what it does, its choices, and what a change of it moved.
//!
//! Never here: a count without what it is out of, or a choice that is not in `plan::method`.

use crate::locale::charts::charts;
use crate::plan::{Bands, LowerBound, Method, NotPlanned, StandIn, Unjudged, Weights, Year};
use crate::reading::{Cases, Reason, Status};
use crate::statistics::{Change, MeanDegree, Summary};

use super::Language;

mod english;
mod italian;

pub use english::EN;
pub use italian::IT;

/// The words of the method in one language.
#[allow(missing_docs)]
pub struct MethodWords {
    pub language: Language,
    // Sentences
    pub bands: fn(&Bands) -> String,
    pub order: &'static str,
    pub stand_in: fn(u32, u32) -> String,
    pub no_stand_in: &'static str,
    pub unjudged: fn(Reason, Unjudged, u32, u32) -> String,
    pub not_planned: fn(Option<Year>, NotPlanned, u32, u32) -> String,
    pub left_out: fn(u32, u32) -> String,
    pub mean: fn(u32, u32) -> String,
    pub weighted: fn(u32, u32) -> String,
    pub staff: fn(u32, u32) -> String,
    pub whole_plan: &'static str,
    // The panel
    pub how_computed: &'static str,
    pub title: &'static str,
    pub changed: &'static str,
    pub bands_title: &'static str,
    pub bands_choice: fn(&Bands) -> String,
    pub own_bands: &'static str,
    pub achieved_from: &'static str,
    pub partly_from: &'static str,
    pub own_help: &'static str,
    pub apply: &'static str,
    pub no_percent: fn(&str) -> String,
    pub no_bands: &'static str,
    pub stand_in_title: &'static str,
    pub stand_in_choice: fn(StandIn) -> &'static str,
    pub suspended_title: &'static str,
    pub not_measurable_title: &'static str,
    pub unjudged_choice: fn(Unjudged) -> &'static str,
    pub not_planned_title: fn(Option<Year>) -> String,
    pub not_planned_choice: fn(NotPlanned) -> &'static str,
    pub weights_title: &'static str,
    pub weights_choice: fn(Weights) -> &'static str,
    pub to_default: &'static str,
    // What it made of an objective
    pub left_out_mark: fn(u32, u32) -> String,
    pub as_zero_mark: &'static str,
    pub left_out_because: fn(Reason) -> String,
    pub as_zero_because: fn(Reason) -> String,
    pub left_out_filter: &'static str,
    pub left_out_of: fn(u32) -> String,
    // What a change moved
    pub moved: fn(u32) -> String,
    pub moved_part: fn(u32, &str, &str) -> String,
    pub not_stated: &'static str,
    pub out_of_count: &'static str,
    pub mean_moved: fn(&str, &str) -> String,
    pub mean_stayed: fn(&str) -> String,
    pub with_weights: fn(&str) -> String,
}

/// The words of the method in a language.
pub fn method(language: Language) -> &'static MethodWords {
    language.pick(&IT, &EN)
}

impl MethodWords {
    /// What a method does, in sentences. `plan` are the figures of the whole plan under it.
    pub fn sentences(
        &self,
        method: &Method,
        plan: &Summary,
        cases: &Cases,
        year: Option<Year>,
    ) -> Vec<String> {
        let all = plan.all();
        let unjudged = |reason, way, count| (self.unjudged)(reason, way, count, all);
        let mut out = vec![
            (self.bands)(&method.bands),
            self.order.to_owned(),
            match method.stand_in {
                StandIn::StaffPercent => (self.stand_in)(plan.stand_ins, plan.degree.known),
                StandIn::Nothing => self.no_stand_in.to_owned(),
            },
            unjudged(Reason::Suspended, method.suspended, cases.suspended),
            unjudged(Reason::NotMeasurable, method.not_measurable, cases.not_measurable),
            (self.not_planned)(year, method.not_planned, cases.not_planned, all),
        ];
        if plan.left_out > 0 {
            out.push((self.left_out)(plan.left_out, all));
        }
        out.push(match method.weights {
            Weights::Ignored => (self.mean)(plan.degree.known, plan.objectives),
            Weights::Used => (self.weighted)(plan.weighted.known, plan.objectives),
        });
        if plan.staff_percent.known > 0 {
            out.push((self.staff)(plan.staff_percent.known, plan.objectives));
        }
        out
    }

    /// What a change moved, as a sentence or two.
    pub fn change(&self, change: &Change) -> String {
        let name = |standing: Option<Status>, count: u32| match standing {
            None => self.out_of_count,
            Some(Status::NotStated) => self.not_stated,
            Some(status) => {
                let words = charts(self.language).status(status);
                if count == 1 { words.one } else { words.many }
            }
        };
        let parts =
            change.moved.iter().map(|&(from, to, n)| (self.moved_part)(n, name(from, n), name(to, n)));
        let parts: Vec<String> = parts.collect();
        let mut out = (self.moved)(change.count());
        if !parts.is_empty() {
            out += ": ";
            out += &parts.join(", ");
        }
        let mean = |mean: &MeanDegree| {
            let text = charts(self.language).measure(mean.mean, mean.known, mean.objectives);
            if mean.weights == Weights::Used { (self.with_weights)(&text) } else { text }
        };
        let (before, after) = (mean(&change.before), mean(&change.after));
        out += ". ";
        out += &if before == after { (self.mean_stayed)(&after) } else { (self.mean_moved)(&before, &after) };
        out
    }

    /// A bound of a band, with all its decimals that people write.
    pub fn bound(&self, bound: LowerBound) -> String {
        self.language.number(bound.degree().value(), 4)
    }
}

/// A percentage that must not be rounded, since a status hangs on it.
fn exact(language: Language, percent: f64) -> String {
    format!("{}{}", language.number(percent, 4), language.pick("\u{a0}%", "%"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    const PLAN: &str = r#"[{ "objective": "a", "percent": 100 }, { "objective": "b", "percent": 80 },
        { "objective": "c", "outcome": "Obiettivo sospeso" }, { "objective": "d", "percent": 75, "weight": 2 }]"#;

    fn changed(change: impl FnOnce(&mut Method)) -> (Document, Document) {
        let before = Document::open(PLAN.as_bytes(), "").expect("a plan");
        let mut method = Method::default();
        change(&mut method);
        let after = before.amended(|plan| plan.method = Some(method));
        (before, after)
    }

    #[test]
    fn a_change_is_said_with_its_denominators() {
        let (before, after) = changed(|method| {
            method.bands = Bands::PRESETS[1];
            method.suspended = Unjudged::AsZero;
        });
        assert_eq!(
            IT.change(&after.change_since(&before)),
            "1 obiettivo cambia esito: 1 da sospeso a non raggiunto. Il grado medio passa da 85\u{a0}% (3 su 4) a \
             63,8\u{a0}% (4 su 4)."
        );
        let (before, after) = changed(|method| {
            method.suspended = Unjudged::LeftOut;
            method.bands = Bands::PRESETS[3];
        });
        assert_eq!(
            EN.change(&after.change_since(&before)),
            "3 objectives change status: 2 from partly achieved to achieved, 1 from suspended to left out. The mean \
             degree went from 85% (3 of 4) to 85% (3 of 3)."
        );
        let (before, after) = changed(|method| method.weights = Weights::Used);
        assert_eq!(
            EN.change(&after.change_since(&before)),
            "No objective changes status. The mean degree went from 85% (3 of 4) to 75% (1 of 4), weighted."
        );
        assert_eq!(
            IT.change(&before.change_since(&before)),
            "Nessun obiettivo cambia esito. Il grado medio resta 85\u{a0}% (3 su 4)."
        );
    }

    #[test]
    fn bands_are_said_as_they_are() {
        let said = |words: &MethodWords| Bands::PRESETS.map(|bands| (words.bands)(&bands));
        assert_eq!(
            said(&IT)[..2],
            [
                "Un obiettivo è raggiunto con grado 100\u{a0}%, raggiunto in parte sopra 0\u{a0}%, non raggiunto con \
                 0\u{a0}%.",
                "Un obiettivo è raggiunto da 90\u{a0}%, raggiunto in parte da 70\u{a0}%, non raggiunto sotto \
                 70\u{a0}%.",
            ]
        );
        assert_eq!(
            said(&EN)[3],
            "An objective is achieved from 64%, partly achieved from 60%, not achieved below 60%."
        );
        let percent = |value| crate::plan::Percent::new(value).expect("a percentage");
        let alike = Bands::new(percent(99.95), LowerBound::From(percent(99.95))).expect("bands");
        assert_eq!(
            (EN.bands)(&alike),
            "An objective is achieved from 99.95%, otherwise not achieved; none is partly achieved."
        );
    }

    #[test]
    fn every_sentence_is_there_in_both_languages() {
        let (before, after) = changed(|method| {
            method.suspended = Unjudged::LeftOut;
            method.weights = Weights::Used;
        });
        for words in [&IT, &EN] {
            for (document, count) in [(&before, 7), (&after, 8)] {
                let plan = &document.plan;
                let cases = Cases::of(plan, &document.achievements);
                let said = words.sentences(&document.method, &document.whole.plan, &cases, plan.header.year);
                assert_eq!(said.len(), count, "{said:#?}");
                assert!(said.iter().all(|sentence| sentence.ends_with('.')), "{said:#?}");
            }
        }
    }
}
