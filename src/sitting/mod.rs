// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a sitting is shown, one slide at a time: which slides there are of a plan, in which order a person wants them, and
//! that order in an address.
//!
//! `walk` is where keys and fingers lead, `rows` the list in which the order is arranged, `fit` the largest drawing that
//! fits on a slide, `said` what stands where nobody is to be named. Never here: the browser, or a figure. What an order
//! names and the plan does not have is passed over and told.

mod fit;
mod rows;
mod said;
mod walk;

pub use fit::largest;
pub use rows::Rows;
pub use said::{covered, covered_figures, selected, unnamed};
pub use walk::{Move, Place, is_of_pages, of_key, of_swipe};

use crate::chart::Chart;
use crate::document::Document;

/// How many objectives an order has at most: more than any sitting looks at.
pub const MOST_OBJECTIVES: usize = 200;

/// What parts the slides of an order in an address.
const BETWEEN: char = '.';

/// The order that has no slide at all.
const NONE: &str = "none";

/// One of the things that fill the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slide {
    /// What the plan is.
    Title,
    /// The headline figures.
    Figures,
    /// A chart.
    Chart(Chart),
    /// An objective: its place in the plan, from 0.
    Objective(u32),
}

impl Slide {
    /// Its name in addresses and handles: `title`, `figures`, `status-by-mission`, `o12` (from 1).
    pub fn code(self) -> String {
        match self {
            Self::Title => "title".to_owned(),
            Self::Figures => "figures".to_owned(),
            Self::Chart(chart) => chart.code().to_owned(),
            Self::Objective(at) => format!("o{}", u64::from(at) + 1),
        }
    }

    /// The slide of a name.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "title" => Some(Self::Title),
            "figures" => Some(Self::Figures),
            _ => Chart::from_code(code).map(Self::Chart).or_else(|| {
                let number =
                    code.strip_prefix('o').filter(|n| n.bytes().all(|byte| byte.is_ascii_digit()))?;
                number.parse::<u32>().ok()?.checked_sub(1).map(Self::Objective)
            }),
        }
    }

    /// Whether it is one of an objective.
    pub fn is_objective(self) -> bool {
        matches!(self, Self::Objective(_))
    }

    /// Whether a document has it. A chart of what texts tell may come when they are read.
    fn is_in(self, document: &Document) -> bool {
        match self {
            Self::Title | Self::Figures => true,
            Self::Chart(chart) => !document.is_whole || chart.is_for(&document.whole),
            Self::Objective(at) => (at as usize) < document.plan.objectives.len(),
        }
    }
}

/// The slides that a document has as long as nobody chose: all but objectives, which are chosen one by one.
pub fn at_first(document: &Document) -> Vec<Slide> {
    let charts = Chart::ALL.into_iter().filter(|chart| chart.is_for(&document.whole)).map(Slide::Chart);
    [Slide::Title, Slide::Figures].into_iter().chain(charts).collect()
}

/// The slides that a person wants, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sitting {
    /// Nothing where they are those of [`at_first`].
    chosen: Option<Vec<Slide>>,
}

/// What an order named and is not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unknown {
    /// The first few names of slides that the plan does not have, as they are written.
    pub some: Vec<String>,
    /// How many there are.
    pub count: usize,
    /// How many objectives were more than an order has.
    pub beyond: usize,
}

/// How many names are kept of what is unknown.
const NAMED: usize = 6;

impl Unknown {
    fn take(&mut self, code: &str) {
        if self.some.len() < NAMED {
            self.some.push(code.to_owned());
        }
        self.count += 1;
    }
}

impl Sitting {
    /// Of these slides, each once; of objectives the first [`MOST_OBJECTIVES`].
    pub fn of(slides: &[Slide], document: &Document) -> Self {
        let mut chosen = Vec::new();
        for slide in slides {
            push(&mut chosen, *slide);
        }
        Self { chosen: Some(chosen).filter(|chosen| *chosen != at_first(document)) }
    }

    /// The slides of a document, in their order.
    pub fn slides(&self, document: &Document) -> Vec<Slide> {
        match &self.chosen {
            None => at_first(document),
            Some(chosen) => chosen.iter().copied().filter(|slide| slide.is_in(document)).collect(),
        }
    }

    /// Whether it is as at first.
    pub fn is_at_first(&self) -> bool {
        self.chosen.is_none()
    }

    /// Whether an objective is in it.
    pub fn has_objective(&self, at: u32) -> bool {
        self.chosen.as_ref().is_some_and(|chosen| chosen.contains(&Slide::Objective(at)))
    }

    /// How many objectives are in it.
    pub fn objectives(&self) -> usize {
        self.chosen.iter().flatten().filter(|slide| slide.is_objective()).count()
    }

    /// How many more objectives there is room for.
    pub fn room(&self) -> usize {
        MOST_OBJECTIVES.saturating_sub(self.objectives())
    }

    /// The same with these objectives at its end, as many as there is room for.
    pub fn with(&self, objectives: &[u32], document: &Document) -> Self {
        let mut slides = self.slides(document);
        slides.extend(objectives.iter().copied().map(Slide::Objective));
        Self::of(&slides, document)
    }

    /// The same without the objectives that this finds.
    pub fn without(&self, is_out: impl Fn(u32) -> bool, document: &Document) -> Self {
        let mut slides = self.slides(document);
        slides.retain(|slide| !matches!(slide, Slide::Objective(at) if is_out(*at)));
        Self::of(&slides, document)
    }

    /// As an address has it; nothing where it is as at first.
    pub fn parameter(&self) -> Option<String> {
        let codes: Vec<String> = self.chosen.as_ref()?.iter().map(|slide| slide.code()).collect();
        let all = codes.join(&BETWEEN.to_string());
        Some(if all.is_empty() { NONE.to_owned() } else { all })
    }

    /// The order that an address asks for, with what of it this document does not have. Figures that came alone never have
    /// all the slides of their plan: what they lack is passed over without a word.
    pub fn read(value: &str, document: &Document) -> (Self, Unknown) {
        let (mut chosen, mut unknown) = (Vec::new(), Unknown::default());
        for code in codes(value) {
            match Slide::from_code(code) {
                Some(slide) if slide.is_in(document) => {
                    unknown.beyond += usize::from(!push(&mut chosen, slide));
                }
                Some(_) if document.is_figures() => {}
                _ => unknown.take(code),
            }
        }
        (Self { chosen: Some(chosen) }, unknown)
    }
}

/// What an order says that can be understood, and nothing else.
pub fn understood(value: &str) -> String {
    let known: Vec<&str> = codes(value).filter(|code| Slide::from_code(code).is_some()).collect();
    if known.is_empty() { NONE.to_owned() } else { known.join(&BETWEEN.to_string()) }
}

fn codes(value: &str) -> impl Iterator<Item = &str> {
    value.split(BETWEEN).filter(|code| !code.is_empty() && *code != NONE)
}

/// Puts a slide at the end of some, where it is not among them; whether there was room for it.
fn push(slides: &mut Vec<Slide>, slide: Slide) -> bool {
    if slides.contains(&slide) {
        return true;
    }
    let has_room =
        !slide.is_objective() || slides.iter().filter(|slide| slide.is_objective()).count() < MOST_OBJECTIVES;
    if has_room {
        slides.push(slide);
    }
    has_room
}
