// SPDX-License-Identifier: AGPL-3.0-or-later
//! The order of the slides, arranged: each shown or not, further up or further down.
//!
//! Each change is a step of the view, which can be gone back from. Never here: what an order is.

use leptos::prelude::*;

use super::{Showing, slides};
use crate::sitting::{Rows, Sitting, Slide};
use crate::ui::browser;
use crate::ui::button::button;

/// The order, in the place of the slide.
pub fn panel(showing: Showing) -> AnyView {
    let Showing { page, own, document, .. } = showing;
    let fresh = move || page.sitting.with(|sitting| document.with_value(|of| Rows::new(sitting, of)));
    let kept = RwSignal::new(untrack(fresh));
    // A step back changes the order, too: the rows are then those of what it is.
    let rows = Memo::new(move |_| {
        let kept = kept.get();
        let is_so = showing.slides.with(|slides| **slides == kept.shown());
        if is_so { kept } else { fresh() }
    });
    let put = move |changed: Rows| {
        let order = document.with_value(|of| Sitting::of(&changed.shown(), of));
        kept.set(changed);
        page.sit(order);
    };
    let sit = move |sitting: Sitting| {
        kept.set(document.with_value(|of| Rows::new(&sitting, of)));
        page.sit(sitting);
    };
    // Only which slides there are makes rows anew: what is ticked leaves them as they are.
    let order = Memo::new(move |_| rows.with(|rows| rows.all().iter().map(|row| row.0).collect::<Vec<_>>()));
    let row = move |(at, slide): (usize, Slide)| {
        let name = slides::title(showing, slide);
        let code = slide.code();
        let is_shown = move || rows.with(|rows| rows.all().iter().any(|row| *row == (slide, true)));
        let toggle = move |_| {
            let mut changed = rows.get_untracked();
            changed.toggle(slide);
            put(changed);
        };
        let called = name.clone();
        let shift = move |up: bool, sign: &'static str| {
            let (action, words) = if up { ("up", own.up) } else { ("down", own.down) };
            let (handle, called) = (format!("sitting-{action}:{}", slide.code()), called.clone());
            let (again, label) = (handle.clone(), words(&called));
            let press = move |_| {
                let mut changed = rows.get_untracked();
                if changed.shift(slide, up) {
                    let of = changed.all().len();
                    let now = if up { at } else { at + 2 };
                    put(changed);
                    page.say(&(own.moved)(&called, now, of));
                    // The row is another by now.
                    browser::focus_soon(format!("[data-action='{again}']"));
                }
            };
            let is_end = move || {
                let last = rows.with(|rows| rows.all().len().saturating_sub(1));
                (at == if up { 0 } else { last }).to_string()
            };
            view! {
                <button
                    type="button"
                    class="quiet"
                    data-action=handle
                    aria-label=label
                    aria-disabled=is_end
                    on:click=press
                >
                    <span aria-hidden="true">{sign}</span>
                </button>
            }
            .into_any()
        };
        view! {
            <li data-sitting-row=code.clone()>
                <label class="check">
                    <input
                        type="checkbox"
                        data-action=format!("sitting-show:{code}")
                        prop:checked=is_shown
                        on:change=toggle
                    />
                    " "
                    <bdi class="clip">{name}</bdi>
                </label>
                <span class="shifts">{shift(true, "↑")}{shift(false, "↓")}</span>
            </li>
        }
        .into_any()
    };
    let rows_shown = move || order.get().into_iter().enumerate().map(row.clone()).collect::<Vec<_>>();
    view! {
        <div class="arrange">
            <h2 id="sitting-title">{own.arrange_title}</h2>
            <p>{own.arrange_hint}</p>
            <div class="buttons">
                {move || add_all(showing, sit)}
                {move || remove_all(showing, sit)}
                {button("button", "sitting-reset", own.reset, move || sit(Sitting::default()))}
                {button("button primary", "sitting-done", own.done, move || showing.arrange(false))}
            </div>
            <ol class="order">{rows_shown}</ol>
        </div>
    }
    .into_any()
}

/// The way to put all selected objectives at the end, while some of them are not among the slides.
fn add_all(showing: Showing, sit: impl Fn(Sitting) + Copy + 'static) -> Option<AnyView> {
    let Showing { page, own, document, .. } = showing;
    let new = page.sitting.with(|sitting| {
        let rows = page.rows.get();
        rows.iter().copied().filter(|at| !sitting.has_objective(*at)).collect::<Vec<u32>>()
    });
    if new.is_empty() {
        return None;
    }
    let count = new.len();
    let press = move || {
        let before = page.sitting.get_untracked();
        let now = document.with_value(|document| before.with(&new, document));
        let here = now.objectives();
        let wanted = before.objectives() + new.len();
        sit(now);
        page.say(&(own.added_all)(here, wanted));
    };
    Some(button("button", "sitting-add-all", (own.add_all)(count), press))
}

/// The way to take all objectives out, while there are any.
fn remove_all(showing: Showing, sit: impl Fn(Sitting) + Copy + 'static) -> Option<AnyView> {
    let Showing { page, own, document, .. } = showing;
    let count = page.sitting.with(Sitting::objectives);
    let press = move || {
        let now =
            document.with_value(|of| page.sitting.with_untracked(|sitting| sitting.without(|_| true, of)));
        sit(now);
        page.say(own.removed);
    };
    (count > 0).then(|| button("button", "sitting-remove-all", (own.remove_all)(count), press))
}
