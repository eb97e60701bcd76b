// SPDX-License-Identifier: AGPL-3.0-or-later
//! Changes of the page that are made together: all that they say crosses to the browser as one text, of which each then takes
//! its part.
//!
//! A text that crosses by itself takes longer than being put where it belongs, and a step of a filter changes hundreds. Never
//! here: what is changed. Text goes into text nodes and attributes; nothing is parsed as markup.

use std::cell::RefCell;

use js_sys::JsString;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Node};

#[wasm_bindgen]
extern "C" {
    // As `web_sys` has them, for texts that are with the browser already.
    #[wasm_bindgen(extends = Node)]
    type Told;
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_attribute(this: &Told, name: &JsString, value: &JsString);
    #[wasm_bindgen(method, js_name = removeAttribute)]
    fn remove_attribute(this: &Told, name: &JsString);
    #[wasm_bindgen(method, setter, js_name = data)]
    fn set_data(this: &Told, text: &JsString);
}

thread_local! {
    /// The names of attributes, once they have crossed.
    static NAMES: RefCell<Vec<(&'static str, JsString)>> = const { RefCell::new(Vec::new()) };
}

/// Does something with a name of an attribute that is with the browser.
fn with_name(name: &'static str, act: impl Fn(&JsString)) {
    NAMES.with_borrow_mut(|names| {
        // Most are the very same text of the program.
        let is_it = |(known, _): &(&'static str, JsString)| std::ptr::eq(*known, name) || *known == name;
        let at = names.iter().position(is_it).unwrap_or_else(|| {
            names.push((name, JsString::from(name)));
            names.len() - 1
        });
        act(&names[at].1);
    });
}

/// Takes an attribute off an element, at once.
pub fn unset(element: &Element, name: &'static str) {
    with_name(name, |name| element.unchecked_ref::<Told>().remove_attribute(name));
}

/// What is changed.
enum Place {
    Attribute(Element, &'static str),
    Text(Node),
}

/// Changes that wait.
#[derive(Default)]
pub struct Changes {
    /// All that they say, one after the other.
    words: String,
    /// What each changes, and where its words end.
    places: Vec<(Place, usize)>,
}

impl Changes {
    /// An attribute of an element becomes this.
    pub fn set(&mut self, element: &Element, name: &'static str, value: &str) {
        self.write(element, name, |words| words.push_str(value));
    }

    /// The same, of a value that is written as it goes.
    pub fn write(&mut self, element: &Element, name: &'static str, value: impl FnOnce(&mut String)) {
        value(&mut self.words);
        self.places.push((Place::Attribute(element.clone(), name), self.words.len()));
    }

    /// A text node says this.
    pub fn say(&mut self, node: &Node, text: &str) {
        self.words.push_str(text);
        self.places.push((Place::Text(node.clone()), self.words.len()));
    }

    /// Makes them all, in their order.
    pub fn make(self) {
        if self.places.is_empty() {
            return;
        }
        let words = JsString::from(self.words.as_str());
        // The browser counts in units of UTF-16.
        let is_ascii = self.words.is_ascii();
        let (mut start, mut from) = (0, 0);
        for (place, end) in self.places {
            let length = match is_ascii {
                true => end - start,
                false => self.words[start..end].chars().map(char::len_utf16).sum(),
            };
            let to = from + length as u32;
            let value = words.substring(from, to);
            match place {
                Place::Attribute(element, name) => {
                    with_name(name, |name| element.unchecked_ref::<Told>().set_attribute(name, &value));
                }
                Place::Text(node) => node.unchecked_ref::<Told>().set_data(&value),
            }
            (start, from) = (end, to);
        }
    }
}
