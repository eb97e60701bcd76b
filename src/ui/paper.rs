// SPDX-License-Identifier: AGPL-3.0-or-later
//! A report on paper: put on the page for as long as the browser prints it, and seen nowhere else.
//!
//! It is made of the elements that a report may have and of texts (see `report::node`), node by node. Never here: a text
//! that is read as markup, an address that leads out of the page.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlImageElement};

use super::browser::{self, make, set};
use crate::report::Report;
use crate::report::node::Node;

/// The sheet that is on the page while it is printed.
const SHEET: &str = ".report-sheet";

thread_local! {
    /// What the page is called while something else is printed under another name.
    static TITLE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Prints a report. `None` where the browser prints nothing; nothing of it is then left on the page.
pub async fn print(report: &Report) -> Option<()> {
    take_away();
    let printed = put_and_print(report).await;
    if printed.is_none() {
        take_away();
    }
    printed
}

async fn put_and_print(report: &Report) -> Option<()> {
    let (window, document) = (browser::window()?, browser::document()?);
    let body: Element = document.body()?.into();
    let sheet =
        make(Some(&body), "div", &[("class", "report report-sheet"), ("lang", report.language.tag())])?;
    report.body.iter().try_for_each(|node| put(node, &sheet))?;
    let pictures = sheet.query_selector_all("img").ok()?;
    for at in 0..pictures.length() {
        let picture = pictures.get(at).and_then(|picture| picture.dyn_into::<HtmlImageElement>().ok())?;
        // One that cannot be shown is not waited for.
        drop(JsFuture::from(picture.decode()).await);
    }
    browser::set_root_attribute(PRINTING, "report");
    // What browsers write at the head of sheets and call the file: the page's own may be a name of the plan.
    TITLE.set(Some(document.title()));
    document.set_title(&report.title);
    let after = Closure::once_into_js(take_away);
    window.set_onafterprint(Some(after.unchecked_ref()));
    window.print().ok()
}

/// What is on `<html>` while a report is printed.
const PRINTING: &str = "data-printing";

/// Whether a report is what is printed.
pub fn is_printing() -> bool {
    let root = browser::document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute(PRINTING))
}

/// Takes the report off the page.
fn take_away() {
    if let Some(window) = browser::window() {
        window.set_onafterprint(None);
    }
    if let Some(document) = browser::document() {
        if let Some(title) = TITLE.take() {
            document.set_title(&title);
        }
        if let Some(root) = document.document_element() {
            // Only a name that is none is refused.
            drop(root.remove_attribute(PRINTING));
        }
    }
    if let Some(sheet) = browser::find::<Element>(SHEET) {
        sheet.remove();
    }
}

/// Puts a part of a report on the page.
fn put(node: &Node, into: &Element) -> Option<()> {
    match node {
        Node::Text(text) => {
            let text = browser::document()?.create_text_node(text);
            into.append_child(&text).ok()?;
        }
        Node::Element(element) => {
            let made = make(Some(into), element.tag.name(), &[])?;
            for (attribute, value) in
                element.attributes.iter().filter(|(attribute, value)| attribute.allows(value))
            {
                set(&made, attribute.name(), value);
            }
            element.inside.iter().try_for_each(|node| put(node, &made))?;
        }
        // On paper they are pictures, which the desk made of them.
        Node::Drawing { .. } => {}
    }
    Some(())
}
