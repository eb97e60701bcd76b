// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a slide says of a selection, of figures and of an objective where nobody is to be named: what stands for names is in
//! their place.
//!
//! Never here: a name where a cover is given.

use crate::document::Document;
use crate::export::Origin;
use crate::locale::{Language, take_away};
use crate::plan::Objective;
use crate::share::level::{Cover, indicators};
use crate::statistics::{Dimension, Field, Figures, Filter, Selection};

/// What is selected, with how many of how many.
pub fn selected(
    document: &Document,
    selection: &Selection,
    figures: &Figures,
    field: Option<Field>,
    language: Language,
) -> String {
    take_away::selected(&Origin::new(document, selection, figures, "", language).searched_in(field))
}

/// A selection as it is said where nobody is named.
pub fn covered(selection: &Selection, cover: &Cover) -> Selection {
    let Selection { filters, but, search } = selection;
    let filters = filters.iter().map(|Filter { dimension, key }| {
        let key = match dimension {
            Dimension::Person if !key.is_empty() => {
                // Whom the plan does not have is covered as in any text.
                cover.name(key).unwrap_or_else(|| cover.text(key))
            }
            Dimension::Office => cover.text(key),
            Dimension::Mission | Dimension::Programme => cover.heading(key),
            _ => key.clone(),
        };
        Filter::new(*dimension, key)
    });
    Selection { filters: filters.collect(), but: but.clone(), search: cover.search(search) }
}

/// Figures as they are drawn where nobody is named: the groups that a plan calls by words of its own.
pub fn covered_figures(figures: &Figures, cover: &Cover) -> Figures {
    let mut covered = figures.clone();
    for group in covered.by_mission.iter_mut().chain(&mut covered.by_programme) {
        group.key = cover.heading(&group.key);
    }
    for row in &mut covered.status_by_mission {
        row.key = cover.heading(&row.key);
    }
    for row in &mut covered.status_by_office {
        row.key = cover.text(&row.key);
    }
    covered
}

/// What a slide shows of an objective where nobody is named: without its people, and with nothing else that is not shown.
pub fn unnamed(objective: &Objective, cover: &Cover) -> Objective {
    Objective {
        code_as_written: cover.text(&objective.code_as_written),
        strategic: objective.strategic,
        objective: cover.text(&objective.objective),
        purpose: cover.text(&objective.purpose),
        indicators: indicators(cover, &objective.indicators),
        outcome: cover.text(&objective.outcome),
        ..Objective::default()
    }
}
