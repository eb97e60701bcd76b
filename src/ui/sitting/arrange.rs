// SPDX-License-Identifier: AGPL-3.0-or-later
//! The order of the slides, arranged: each shown or not, further up or further down.
//!
//! Each change is a step of the view, which can be gone back from. Never here: what an order is.

use std::sync::Arc;

use leptos::prelude::*;

use super::{SLIDE, Showing, slides};
use crate::sitting::{Rows, Sitting, Slide};
use crate::ui::browser;
use crate::ui::button::button;
use crate::ui::live::part;

/// The order while it is arranged.
#[derive(Clone, Copy)]
struct Arranging {
    showing: Showing,
    /// The rows as they were left, with those that are not shown where they stood.
    kept: RwSignal<Rows>,
}

/// The order, in the place of the slide.
pub fn panel(showing: Showing) -> AnyView {
    let own = showing.own;
    let fresh = untrack(|| fresh(showing));
    let arranging = Arranging { showing, kept: RwSignal::new(fresh) };
    // Only which slides there are makes rows anew: what is ticked leaves them as they are.
    let order =
        Memo::new(move |_| Arc::new(arranging.rows().all().iter().map(|row| row.0).collect::<Vec<Slide>>()));
    let rows = part(move || {
        let rows =
            order.get().iter().enumerate().map(|(at, slide)| arranging.row(at, *slide)).collect::<Vec<_>>();
        Some(rows.into_any())
    });
    view! {
        <div class="arrange">
            <h2 id="sitting-title">{own.arrange_title}</h2>
            <p>{own.arrange_hint}</p>
            <div class="buttons">
                {part(move || arranging.add_all())}
                {part(move || arranging.remove_all())}
                {button("button", "sitting-reset", own.reset, move || arranging.sit(Sitting::default()))}
                {button("button primary", "sitting-done", own.done, move || showing.arrange(false))}
            </div>
            <ol class="order">{rows}</ol>
        </div>
    }
    .into_any()
}

/// The rows of the order as it is.
fn fresh(showing: Showing) -> Rows {
    showing.page.sitting.with(|sitting| showing.document.with_value(|of| Rows::new(sitting, of)))
}

impl Arranging {
    /// The rows. A step back changes the order, too: they are then those of what it is.
    fn rows(self) -> Rows {
        let kept = self.kept.get();
        let is_so = self.showing.slides.with(|slides| **slides == kept.shown());
        if is_so { kept } else { fresh(self.showing) }
    }

    /// Arranges the rows otherwise.
    fn put(self, gesture: Option<&'static str>, change: &mut dyn FnMut(&mut Rows)) {
        let mut changed = untrack(|| self.rows());
        change(&mut changed);
        let order = self.showing.document.with_value(|of| Sitting::of(&changed.shown(), of));
        self.kept.set(changed);
        self.showing.page.sit(order, gesture);
    }

    /// Puts another order in force.
    fn sit(self, sitting: Sitting) {
        self.kept.set(self.showing.document.with_value(|of| Rows::new(&sitting, of)));
        self.showing.page.sit(sitting, None);
    }

    /// A slide with its name, shown or not.
    fn row(self, at: usize, slide: Slide) -> AnyView {
        let name = slides::title(self.showing, slide);
        let code = slide.code();
        let handle = format!("sitting-show:{code}");
        let is_shown = move || self.rows().all().contains(&(slide, true));
        let toggle = move |_| self.put(None, &mut |rows| rows.toggle(slide));
        view! {
            <li data-sitting-row=code>
                <label class="check">
                    <input type="checkbox" data-action=handle prop:checked=is_shown on:change=toggle />
                    " "
                    <bdi class="clip">{name.clone()}</bdi>
                </label>
                <span class="shifts">
                    {self.shift(at, slide, &name, true)}
                    {self.shift(at, slide, &name, false)}
                </span>
            </li>
        }
        .into_any()
    }

    /// The way further up or down.
    fn shift(self, at: usize, slide: Slide, name: &str, up: bool) -> AnyView {
        let Showing { page, own, .. } = self.showing;
        let (way, words, sign) = if up { ("up", own.up, "↑") } else { ("down", own.down, "↓") };
        let handle = format!("sitting-{way}:{}", slide.code());
        let (label, again, name) = (words(name), format!("[data-action='{handle}']"), name.to_owned());
        let last = untrack(|| self.rows()).all().len().saturating_sub(1);
        let press = move |_| {
            let mut is_moved = false;
            // A slide takes many presses to where it belongs, which are gone back from as one step.
            self.put(Some("sitting-order"), &mut |rows| is_moved = rows.shift(slide, up));
            if is_moved {
                page.say(&(own.moved)(&name, if up { at } else { at + 2 }, last + 1));
                // The row is another by now.
                browser::focus_soon(again.clone());
            }
        };
        let is_end = (at == if up { 0 } else { last }).to_string();
        view! {
            <button type="button" class="quiet" data-action=handle aria-label=label aria-disabled=is_end on:click=press>
                <span aria-hidden="true">{sign}</span>
            </button>
        }
        .into_any()
    }

    /// The way to put all selected objectives at the end, while some of them are not among the slides.
    fn add_all(self) -> Option<AnyView> {
        let Showing { page, own, document, .. } = self.showing;
        let new = page.sitting.with(|sitting| {
            let rows = page.rows.get();
            rows.iter().copied().filter(|at| !sitting.has_objective(*at)).collect::<Vec<u32>>()
        });
        let (count, room) = (new.len(), page.sitting.with(Sitting::room));
        if count == 0 || room == 0 {
            return None;
        }
        let press = move || {
            let before = page.sitting.get_untracked();
            let now = document.with_value(|document| before.with(&new, document));
            let (here, added) = (now.objectives(), now.objectives().saturating_sub(before.objectives()));
            self.sit(now);
            page.say(&(own.added_all)(here, new.len().saturating_sub(added)));
            // The button goes with what it did.
            browser::focus_soon(SLIDE);
        };
        Some(button("button", "sitting-add-all", (own.add_all)(count, room), press))
    }

    /// The way to take all objectives out, while there are any.
    fn remove_all(self) -> Option<AnyView> {
        let Showing { page, own, document, .. } = self.showing;
        let count = page.sitting.with(Sitting::objectives);
        let press = move || {
            let before = page.sitting.get_untracked();
            self.sit(document.with_value(|of| before.without(|_| true, of)));
            page.say(own.removed_all);
            browser::focus_soon(SLIDE);
        };
        (count > 0).then(|| button("button", "sitting-remove-all", (own.remove_all)(count), press))
    }
}
