// SPDX-License-Identifier: AGPL-3.0-or-later
//! The screen under a sitting: how far a slide is scrolled, and whether the slides fill all of it.
//!
//! Never here: which slide is shown.

use web_sys::Element;

use super::SLIDE;
use crate::sitting::Move;
use crate::ui::browser;

/// Begins a slide at its top. Where the window is low, all of the stage scrolls.
pub fn to_top() {
    for scrolls in [SLIDE, ".stage"].into_iter().filter_map(browser::find::<Element>) {
        scrolls.set_scroll_top(0);
    }
}

/// How much of what is seen is still seen after a page of scrolling.
const KEPT_IN_SIGHT: f64 = 0.15;

/// How much may be out of sight without anything being missed, in pixels.
const LEAST: i32 = 8;

/// Scrolls what is shown on by nearly a page, the way a key leads; `false` where it is at its end.
pub fn scroll(way: Move) -> bool {
    let down = way == Move::Next;
    [SLIDE, ".stage"].into_iter().filter_map(browser::find::<Element>).any(|of| {
        let (at, height) = (of.scroll_top(), of.client_height());
        let is_left = if down { of.scroll_height() - height - at > LEAST } else { at > LEAST };
        if is_left {
            let page = (f64::from(height) * (1.0 - KEPT_IN_SIGHT)) as i32;
            of.set_scroll_top(at + if down { page } else { -page });
        }
        // What is not cut off where it ends does not scroll.
        of.scroll_top() != at
    })
}

/// Whether the browser can fill the screen; phones of one maker cannot.
pub fn has_fullscreen() -> bool {
    browser::document().is_some_and(|document| document.fullscreen_enabled())
}

/// Whether it does.
pub fn fills_screen() -> bool {
    browser::document().is_some_and(|document| document.fullscreen_element().is_some())
}

/// Fills the screen no more.
pub fn leave_fullscreen() {
    if let Some(document) = browser::document().filter(|_| fills_screen()) {
        document.exit_fullscreen();
    }
}

/// Fills the screen, or does not any more.
pub fn turn_fullscreen() {
    match fills_screen() {
        true => leave_fullscreen(),
        // Where the browser refuses, the window is filled as before.
        false => drop(browser::find::<Element>(".sitting .stage").map(|stage| stage.request_fullscreen())),
    }
}
