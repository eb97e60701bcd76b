// SPDX-License-Identifier: AGPL-3.0-or-later
//! What can wait until the page has come to rest: what is drawn beyond the window, which nobody sees.
//!
//! It follows a moment after the last step, or at once when the page is scrolled, changes its size or is printed. Never
//! here: what it is.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::browser;

/// How soon after a step what waits follows, if no other step comes first.
const CALM: Duration = Duration::from_millis(120);

/// How far beyond the window, in CSS pixels, things follow at once: a step may move them by a line or two.
pub const SLACK: f64 = 200.0;

/// Has what waits be finished in time; `look` then looks what is in the window. What is returned is to be called after each
/// step. All of it ends with what is shown now.
pub fn calm(finish: impl Fn() + Clone + 'static, look: impl Fn() + Clone + 'static) -> impl Fn() + 'static {
    let waiting = Rc::new(Cell::new(None::<TimeoutHandle>));
    let stop = {
        let waiting = waiting.clone();
        move || {
            if let Some(waiting) = waiting.take() {
                waiting.clear();
            }
        }
    };
    let seen = {
        let (finish, look) = (finish.clone(), look.clone());
        move |_| {
            finish();
            look();
        }
    };
    let printed = {
        let finish = finish.clone();
        move |_| finish()
    };
    let handles = [
        window_event_listener_untyped("scroll", seen.clone()),
        window_event_listener_untyped("resize", seen),
        window_event_listener_untyped("beforeprint", printed),
    ];
    let handles = StoredValue::new_local(Some((handles, stop.clone())));
    on_cleanup(move || {
        if let Some((handles, stop)) = handles.try_update_value(Option::take).flatten() {
            handles.into_iter().for_each(|handle| handle.remove());
            stop();
        }
    });
    // What opens or closes above moves what is below it, and scrolls nothing.
    if let Some(body) = browser::document().and_then(|document| document.body()) {
        browser::on_resize(&body, look.clone());
    }
    move || {
        stop();
        let (finish, look) = (finish.clone(), look.clone());
        let at_rest = move || {
            finish();
            // The frame that shows it lays it out anyway.
            request_animation_frame(look);
        };
        waiting.set(set_timeout_with_handle(at_rest, CALM).ok());
    }
}
