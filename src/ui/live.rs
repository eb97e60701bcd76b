// SPDX-License-Identifier: AGPL-3.0-or-later
//! Parts that follow what they are made of. Each goes through one type, so that what follows is compiled once, however
//! many there are.
//!
//! Never here: what is followed.

use leptos::prelude::*;

/// The value of an attribute that follows.
pub type Value = Box<dyn Fn() -> String + Send>;

/// A part of the page that is made anew when what it is made of changes.
pub fn part(of: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    fn made(of: Box<dyn Fn() -> Option<AnyView> + Send>) -> AnyView {
        (move || of()).into_any()
    }
    made(Box::new(of))
}

/// Words that change with what they say.
pub fn words(of: impl Fn() -> String + Send + 'static) -> AnyView {
    fn made(of: Value) -> AnyView {
        (move || of()).into_any()
    }
    made(Box::new(of))
}

/// Does something now, and again whenever what it reads has changed.
pub fn follow(act: impl FnMut() + 'static) {
    fn made(act: Box<dyn FnMut()>) {
        Effect::new(act);
    }
    made(Box::new(act));
}
