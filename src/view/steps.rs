// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where a browser's Back and Forward lead: the views that were looked at one after the other, each with the document it
//! was of.
//!
//! The browser keeps a number with each entry of its history; what it stands for is kept here, since a view may say more
//! than an address does. Never here: the browser.

use super::View;

/// How many steps are kept; a browser keeps about as many.
const KEPT: usize = 200;

/// The views that were looked at.
#[derive(Debug, Clone, Default)]
pub struct Steps {
    /// Each with the number of the opening of its document; `None` where nothing was open.
    kept: Vec<(Option<u32>, View)>,
    /// The number of the first that is kept.
    first: usize,
    /// The number of the one that is looked at.
    at: usize,
}

impl Steps {
    /// Whether a view is what is looked at already.
    pub fn is_at(&self, opening: Option<u32>, view: &View) -> bool {
        self.of(self.at).is_some_and(|(known, at)| *known == opening && at == view)
    }

    /// A view to look at next, in the place of all that was gone back from: its number.
    pub fn push(&mut self, opening: Option<u32>, view: View) -> usize {
        let next = if self.kept.is_empty() { self.first } else { self.at + 1 };
        self.kept.truncate(next - self.first);
        self.kept.push((opening, view));
        if self.kept.len() > KEPT {
            self.kept.remove(0);
            self.first += 1;
        }
        self.at = next;
        next
    }

    /// A view in the place of the one that is looked at: its number.
    pub fn replace(&mut self, opening: Option<u32>, view: View) -> usize {
        match self.at.checked_sub(self.first).and_then(|at| self.kept.get_mut(at)) {
            Some(known) => *known = (opening, view),
            None => return self.push(opening, view),
        }
        self.at
    }

    /// Goes to a step by its number; `None` where it is not kept.
    pub fn go_to(&mut self, number: usize) -> Option<(Option<u32>, View)> {
        let step = self.of(number)?.clone();
        self.at = number;
        Some(step)
    }

    fn of(&self, number: usize) -> Option<&(Option<u32>, View)> {
        self.kept.get(number.checked_sub(self.first)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(objective: u32) -> View {
        View { objective: Some(objective), ..View::default() }
    }

    #[test]
    fn what_was_gone_back_from_gives_way_to_the_next_step() {
        let mut steps = Steps::default();
        let numbers: Vec<usize> = (0..3).map(|at| steps.push(Some(1), view(at))).collect();
        assert_eq!(numbers, [0, 1, 2]);
        assert_eq!(steps.go_to(0), Some((Some(1), view(0))));
        assert_eq!(steps.push(Some(1), view(9)), 1);
        assert_eq!(steps.go_to(2), None);
        assert_eq!(steps.go_to(1), Some((Some(1), view(9))));
    }

    #[test]
    fn old_steps_are_let_go_and_numbers_stay() {
        let mut steps = Steps::default();
        for at in 0..KEPT as u32 + 5 {
            steps.push(None, view(at));
        }
        assert_eq!(steps.go_to(4), None);
        assert_eq!(steps.go_to(5), Some((None, view(5))));
        assert_eq!(steps.replace(None, view(77)), 5);
        assert!(steps.is_at(None, &view(77)));
    }
}
