// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where keys and fingers lead from one slide to another, and where one is when the order changes.
//!
//! Never here: the slides themselves.

use super::Slide;

/// A way from one slide to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// To the one before.
    Previous,
    /// To the one after.
    Next,
    /// To the first.
    First,
    /// To the last.
    Last,
}

impl Move {
    /// Where it leads from a place among so many; nowhere past the ends.
    pub fn from(self, at: usize, count: usize) -> usize {
        let last = count.saturating_sub(1);
        match self {
            Self::Previous => at.saturating_sub(1).min(last),
            Self::Next => at.saturating_add(1).min(last),
            Self::First => 0,
            Self::Last => last,
        }
    }
}

/// What a key stands for, by the browser's name for it. The remotes of presenters send the keys of pages.
pub fn of_key(key: &str, shift: bool) -> Option<Move> {
    match key {
        "ArrowRight" | "PageDown" => Some(Move::Next),
        "ArrowLeft" | "PageUp" => Some(Move::Previous),
        " " => Some(if shift { Move::Previous } else { Move::Next }),
        "Home" => Some(Move::First),
        "End" => Some(Move::Last),
        _ => None,
    }
}

/// Whether a key goes through what is longer than the screen before it turns.
pub fn is_of_pages(key: &str) -> bool {
    matches!(key, "PageDown" | "PageUp" | " ")
}

/// How far a finger goes across before it turns a slide, in CSS pixels.
const FAR: f64 = 60.0;

/// What a finger means that went so far: one that goes up or down scrolls.
pub fn of_swipe(across: f64, down: f64) -> Option<Move> {
    let is_meant = across.abs() >= FAR && across.abs() > 2.0 * down.abs();
    is_meant.then_some(if across < 0.0 { Move::Next } else { Move::Previous })
}

/// Where one is: the slide, and its place for the day it goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    slide: Option<Slide>,
    at: usize,
}

impl Place {
    /// At a place among these.
    pub fn at(slides: &[Slide], at: usize) -> Self {
        Self { slide: slides.get(at).copied(), at }
    }

    /// Where it is among these: where its slide stands now, else where that stood.
    pub fn among(self, slides: &[Slide]) -> usize {
        let found = slides.iter().position(|slide| Some(*slide) == self.slide);
        found.unwrap_or(self.at.min(slides.len().saturating_sub(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Chart;

    #[test]
    fn every_way_ends_at_an_end() {
        assert_eq!([Move::Previous, Move::Next, Move::First, Move::Last].map(|way| way.from(0, 0)), [0; 4]);
        let walk = |way: Move| [0, 1, 2].map(|at| way.from(at, 3));
        assert_eq!(walk(Move::Next), [1, 2, 2]);
        assert_eq!(walk(Move::Previous), [0, 0, 1]);
        assert_eq!((walk(Move::First), walk(Move::Last)), ([0; 3], [2; 3]));
        assert_eq!(Move::Next.from(usize::MAX, 3), 2);
    }

    #[test]
    fn keys_of_pages_and_of_arrows_turn() {
        let turns =
            ["ArrowRight", "PageDown", " ", "ArrowLeft", "PageUp", "Home", "End", "Enter", "ArrowDown"]
                .map(|key| of_key(key, false));
        use Move::{First, Last, Next, Previous};
        let (next, back) = (Some(Next), Some(Previous));
        assert_eq!(turns, [next, next, next, back, back, Some(First), Some(Last), None, None]);
        assert_eq!(of_key(" ", true), back);
        assert_eq!(
            ["PageDown", "PageUp", " ", "ArrowRight", "End"].map(is_of_pages),
            [true, true, true, false, false]
        );
    }

    #[test]
    fn a_finger_turns_where_it_goes_across() {
        assert_eq!(of_swipe(-80.0, 10.0), Some(Move::Next));
        assert_eq!(of_swipe(80.0, -39.0), Some(Move::Previous));
        assert_eq!([(80.0, 41.0), (59.0, 0.0), (0.0, 300.0)].map(|(x, y)| of_swipe(x, y)), [None; 3]);
    }

    #[test]
    fn a_slide_is_followed_where_it_is_moved_to() {
        let (a, b, c) = (Slide::Title, Slide::Chart(Chart::Years), Slide::Objective(3));
        let place = Place::at(&[a, b, c], 1);
        assert_eq!(place.among(&[b, a, c]), 0);
        assert_eq!(place.among(&[a, c]), 1, "where it stood");
        assert_eq!(place.among(&[a]), 0);
        assert_eq!(place.among(&[]), 0);
    }
}
