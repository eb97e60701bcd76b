// SPDX-License-Identifier: AGPL-3.0-or-later
//! Elements that are made when their key comes and taken away when it goes; those that stay are not touched.
//!
//! A view of a list is told anew, attribute by attribute, whenever one of its things comes or goes. Never here: what an
//! element is.

use web_sys::{Element, Node};

/// The elements of an element, each by its key, behind what else is in it.
pub struct Keyed {
    parent: Element,
    shown: Vec<(String, Element)>,
}

impl Keyed {
    /// None yet, in this element.
    pub fn new(parent: Element) -> Self {
        Self { parent, shown: Vec::new() }
    }

    /// Has one for each of these keys, in their order, and no other; `make` makes what is not there yet.
    pub fn show(&mut self, keys: Vec<String>, make: &mut dyn FnMut(&str) -> Option<Element>) {
        let mut before = std::mem::take(&mut self.shown);
        before.retain(|(key, element)| {
            let stays = keys.contains(key);
            if !stays {
                element.remove();
            }
            stays
        });
        for key in keys {
            let at = before.iter().position(|(shown, _)| *shown == key);
            let element = match at {
                // Where it stands already.
                Some(0) => Some(before.remove(0).1),
                at => {
                    let element = at.map(|at| before.remove(at).1).or_else(|| make(&key));
                    let next: Option<&Node> = before.first().map(|(_, next)| next.as_ref());
                    // Fails only where `next` is elsewhere, and it never is.
                    element.inspect(|element| drop(self.parent.insert_before(element, next)))
                }
            };
            self.shown.extend(element.map(|element| (key, element)));
        }
    }
}
