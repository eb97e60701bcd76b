// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a person does with what is open: choosing, listing, arranging, asking; and the page's own language and theme.
//!
//! Never here: a change of the plan.

use leptos::prelude::*;

use super::Page;
use crate::chart::Arrangement;
use crate::explain::Question;
use crate::listing::{Column, Listing};
use crate::locale::Language;
use crate::locale::page::page as words_of;
use crate::locale::sitting::words as sitting_words;
use crate::sitting::Sitting;
use crate::statistics::{Filter, Selection};
use crate::ui::{browser, history};

impl Page {
    /// Takes the message about a file away.
    pub fn dismiss(self) {
        self.problem.set(None);
        self.settle(None);
        browser::focus_soon("#content");
    }

    /// Takes what is said of an address away.
    pub fn dismiss_left_of_address(self) {
        self.left_of_address.set(Vec::new());
        self.settle(None);
        browser::focus_soon("#content");
    }

    /// Takes what is said of the files that were left aside away.
    pub fn dismiss_left_aside(self) {
        self.others.set(None);
        self.settle(None);
        browser::focus_soon("#content");
    }

    /// Changes which objectives are looked at.
    pub fn select(self, change: impl FnOnce(&mut Selection)) {
        self.change_selection(None, Box::new(change));
    }

    /// The same as a part of a gesture, such as dragging or typing, which is gone back from as one step.
    pub fn adjust(self, gesture: &'static str, change: impl FnOnce(&mut Selection)) {
        self.change_selection(Some(gesture), Box::new(change));
    }

    fn change_selection(self, gesture: Option<&'static str>, change: Box<dyn FnOnce(&mut Selection) + '_>) {
        let measure = browser::Measure::start("traguardi:filter");
        let mut selection = self.selection.get_untracked();
        change(&mut selection);
        if self.selection.with_untracked(|before| *before != selection) {
            let goes_on = gesture.is_some() && self.gesture.get_value() == gesture;
            if !goes_on {
                self.take_down(None);
            }
            self.selection.set(selection);
            self.gesture.set_value(gesture);
            self.say_selection();
            history::record(self, goes_on);
        }
        self.settle(Some(measure));
    }

    /// Says that a step of the browser leads to what is no longer kept.
    pub fn say_gone(self) {
        self.said.set(words_of(self.language.get_untracked()).gone.to_owned());
        self.settle(None);
    }

    /// Says how many objectives are selected.
    pub(super) fn say_selection(self) {
        if let Some(figures) = self.figures.get_untracked() {
            let words = words_of(self.language.get_untracked());
            self.said.set((words.filtered)(figures.selected.all(), figures.plan.all()));
        }
    }

    /// Has what is touched next explained, or not any more.
    pub fn explain_next(self, explains: bool) {
        self.explaining.set(explains);
        browser::set_root_attribute("data-explaining", if explains { "true" } else { "false" });
        self.settle(None);
    }

    /// Explains a figure.
    pub fn ask(self, question: Question) {
        if self.explaining.get_untracked() {
            self.explain_next(false);
        }
        let field = self.listing.with_untracked(Listing::field);
        self.question.set(Some(question.searched_in(field)));
    }

    /// Says something to those who do not see what changed, and shows it to the others where it is said.
    pub fn say(self, words: &str) {
        self.said.set(words.to_owned());
        self.settle(None);
    }

    /// Opens an objective beside the table, or closes it.
    pub fn open_objective(self, objective: Option<u32>) {
        let was_open = self.objective.get_untracked();
        if was_open != objective {
            self.objective.set(objective);
            history::record(self, was_open.is_some() && objective.is_some());
        }
    }

    /// Puts a filter in force, or takes it back.
    pub fn toggle(self, filter: &Filter) {
        self.select(|selection| selection.toggle(filter));
    }

    /// Puts these filters in force as the only ones of their dimensions; where that is so already, takes them back.
    pub fn toggle_only(self, filters: &[Filter]) {
        self.select(|selection| selection.toggle_only(filters));
    }

    /// Changes how the charts are wanted.
    pub fn arrange(self, change: impl FnOnce(&mut Arrangement)) {
        self.arrangement.update(change);
        self.gesture.set_value(None);
        history::record(self, false);
        self.settle(None);
    }

    /// Changes which slides a sitting is shown, in which order; perhaps as a part of a gesture.
    pub fn sit(self, sitting: Sitting, gesture: Option<&'static str>) {
        if self.sitting.with_untracked(|before| *before != sitting) {
            let goes_on = gesture.is_some() && self.gesture.get_value() == gesture;
            if !goes_on {
                self.take_down(Some(sitting_words(self.language.get_untracked()).change.to_owned()));
            }
            self.sitting.set(sitting);
            self.gesture.set_value(gesture);
            history::record(self, goes_on);
        }
        self.settle(None);
    }

    /// Shows the slides, as soon as all that they say is read.
    pub fn present(self) {
        self.when_whole(move || {
            self.presenting.set(true);
            self.settle(None);
        });
    }

    /// Changes how the table lists what is selected.
    pub fn list(self, change: impl FnOnce(&mut Listing)) {
        self.change_listing(None, Box::new(change));
    }

    /// The same as a part of a gesture, which is one step of the browser's history.
    pub fn adjust_list(self, gesture: &'static str, change: impl FnOnce(&mut Listing)) {
        self.change_listing(Some(gesture), Box::new(change));
    }

    fn change_listing(self, gesture: Option<&'static str>, change: Box<dyn FnOnce(&mut Listing) + '_>) {
        let mut listing = self.listing.get_untracked();
        change(&mut listing);
        if self.listing.with_untracked(|before| *before != listing) {
            self.listing.set(listing);
            history::record(self, gesture.is_some() && self.gesture.get_value() == gesture);
            self.gesture.set_value(gesture);
        }
        self.settle(None);
    }

    /// Sorts by a column alone, or besides those that are sorted by: up, then down, then no more.
    pub fn sort_by(self, column: Column, also: bool) {
        self.list(|listing| match also {
            true => listing.sort_also_by(column),
            false => listing.sort_by(column),
        });
    }

    /// Puts people in order by name, or as in the plan.
    pub fn order_people(self, by_name: bool) {
        self.people_by_name.set(by_name);
        self.settle(None);
    }

    /// Changes the language of the page.
    pub fn next_language(self) {
        let next = self.language.get_untracked().pick(Language::English, Language::Italian);
        browser::store("language", next.tag());
        self.speak(next);
        // The address of a link says it to whoever gets it next.
        if self.document.with_untracked(|open| open.as_ref().is_some_and(|open| open.address.is_some())) {
            history::readdress(self);
        }
        browser::focus_soon("[data-action='language']");
        self.settle(None);
    }

    /// Puts the page into a language, for now.
    pub fn speak(self, language: Language) {
        if self.language.get_untracked() != language {
            self.language.set(language);
            browser::set_root_attribute("lang", language.tag());
        }
    }

    /// Changes the theme: as the device says, light, dark.
    pub fn next_theme(self) {
        let next = self.theme.get_untracked().next();
        self.theme.set(next);
        browser::store("theme", next.code());
        browser::set_root_attribute("data-theme", next.code());
        self.settle(None);
    }
}
