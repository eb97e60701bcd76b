// SPDX-License-Identifier: AGPL-3.0-or-later
//! The plans that are kept in this browser, in its own database: what is known of each, and apart from it its text.
//! `idb-keyval`, a file beside the page, speaks with the database.
//!
//! Never here: when something is kept. Nothing is made before somebody wants it: where there is no database, asking for
//! what is in it makes none.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::ui::browser;

#[wasm_bindgen(raw_module = "./idb-keyval.js")]
extern "C" {
    #[wasm_bindgen(js_name = createStore)]
    fn create_store(database: &str, store: &str) -> JsValue;
    fn keys(store: &JsValue) -> Promise;
    #[wasm_bindgen(js_name = getMany)]
    fn get_many(keys: &Array, store: &JsValue) -> Promise;
    #[wasm_bindgen(js_name = setMany)]
    fn set_many(entries: &Array, store: &JsValue) -> Promise;
    #[wasm_bindgen(js_name = delMany)]
    fn del_many(keys: &Array, store: &JsValue) -> Promise;
    fn clear(store: &JsValue) -> Promise;
}

/// The name of the database, and of what is in it: of each plan two values, under its number.
const NAME: &str = "traguardi";
const STORE: &str = "plans";

/// What is known of a plan, and its text.
const KINDS: [&str; 2] = ["plan", "text"];

/// The browser refuses, or has no room.
#[derive(Debug, Clone, Copy)]
pub struct Refused;

/// What is known of a plan that is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Its number.
    pub id: f64,
    /// The name of its file.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// How many objectives it has.
    pub objectives: u32,
    /// When it was kept last, in milliseconds since 1970.
    pub when: f64,
    /// The address that it was opened by (see `document::Address`); empty where there was none.
    pub address: String,
    /// How it was looked at, as a plan keeps a view.
    pub view: String,
    /// Whether it was changed here, so that its address opens another.
    pub is_changed: bool,
    /// Another whenever it is kept: by it a page knows whether what is there is what it kept itself.
    pub stamp: f64,
}

impl Plan {
    fn to_js(&self) -> Object {
        let object = Object::new();
        let values: [(&str, JsValue); 8] = [
            ("name", (&*self.name).into()),
            ("title", (&*self.title).into()),
            ("objectives", self.objectives.into()),
            ("when", self.when.into()),
            ("address", (&*self.address).into()),
            ("view", (&*self.view).into()),
            ("changed", self.is_changed.into()),
            ("stamp", self.stamp.into()),
        ];
        for (name, value) in values {
            // Refused only of what is no object.
            drop(Reflect::set(&object, &name.into(), &value));
        }
        object
    }

    fn from_js(id: f64, kept: &JsValue) -> Option<Self> {
        let value = |name: &str| Reflect::get(kept, &name.into()).ok();
        let text = |name| value(name)?.as_string();
        Some(Self {
            id,
            name: text("name")?,
            title: text("title")?,
            objectives: value("objectives")?.as_f64()? as u32,
            when: value("when")?.as_f64()?,
            address: text("address").unwrap_or_default(),
            view: text("view").unwrap_or_default(),
            // One that does not say it is not taken for what is published.
            is_changed: value("changed").and_then(|changed| changed.as_bool()).unwrap_or(true),
            stamp: value("stamp").and_then(|stamp| stamp.as_f64()).unwrap_or_default(),
        })
    }
}

thread_local! {
    /// Opened by the library when it is first asked for something.
    static DATABASE: JsValue = create_store(NAME, STORE);
}

/// Asks for something, and waits for it.
async fn ask(asked: impl FnOnce(&JsValue) -> Promise) -> Result<JsValue, Refused> {
    let promise = DATABASE.with(asked);
    JsFuture::from(promise).await.map_err(|_| Refused)
}

fn key(kind: &str, id: f64) -> JsValue {
    format!("{kind}:{id}").into()
}

/// Whether there is a database; where a browser does not say, whether one was ever made is not known.
async fn is_there() -> bool {
    let list = || {
        let factory = Reflect::get(browser::window()?.as_ref(), &"indexedDB".into()).ok()?;
        let ask = Reflect::get(&factory, &"databases".into()).ok()?.dyn_into::<Function>().ok()?;
        ask.call0(&factory).ok()?.dyn_into::<Promise>().ok()
    };
    let Some(list) = list() else { return true };
    let Ok(list) = JsFuture::from(list).await else { return false };
    let name = |database: &JsValue| Reflect::get(database, &"name".into()).ok()?.as_string();
    list.dyn_into::<Array>().is_ok_and(|list| list.iter().any(|one| name(&one).as_deref() == Some(NAME)))
}

/// All plans that are kept, the last one first.
pub async fn list() -> Result<Vec<Plan>, Refused> {
    if !is_there().await {
        return Ok(Vec::new());
    }
    let number = |key: JsValue| key.as_string()?.strip_prefix("plan:")?.parse::<f64>().ok();
    let found: Array = ask(keys).await?.unchecked_into();
    let ids: Vec<f64> = found.iter().filter_map(number).collect();
    let keys: Array = ids.iter().map(|id| key(KINDS[0], *id)).collect();
    let values: Array = ask(|store| get_many(&keys, store)).await?.unchecked_into();
    let mut plans: Vec<_> =
        ids.iter().zip(values.iter()).filter_map(|(id, kept)| Plan::from_js(*id, &kept)).collect();
    plans.sort_unstable_by(|a, b| b.when.total_cmp(&a.when));
    Ok(plans)
}

/// What is kept of a plan, and its text; `None` where it is not kept any more.
pub async fn find(id: f64) -> Result<Option<(Plan, Uint8Array)>, Refused> {
    if !is_there().await {
        return Ok(None);
    }
    let keys = KINDS.iter().map(|kind| key(kind, id)).collect::<Array>();
    let values: Array = ask(|store| get_many(&keys, store)).await?.unchecked_into();
    Ok(Plan::from_js(id, &values.get(0)).zip(values.get(1).dyn_into().ok()))
}

/// The stamp of a plan; `None` where it, or its text, is not kept any more. Its text, which may be long, is not fetched.
pub async fn stamp(id: f64) -> Result<Option<f64>, Refused> {
    if !is_there().await {
        return Ok(None);
    }
    let found: Array = ask(keys).await?.unchecked_into();
    if !found.includes(&key(KINDS[1], id), 0) {
        return Ok(None);
    }
    let values: Array = ask(|store| get_many(&Array::of1(&key(KINDS[0], id)), store)).await?.unchecked_into();
    Ok(Plan::from_js(id, &values.get(0)).map(|plan| plan.stamp))
}

/// Keeps what is known of a plan, and its text where it is another; both or neither.
pub async fn put(plan: &Plan, text: Option<&Uint8Array>) -> Result<(), Refused> {
    let entries = Array::of1(&Array::of2(&key(KINDS[0], plan.id), &plan.to_js()));
    if let Some(text) = text {
        entries.push(&Array::of2(&key(KINDS[1], plan.id), text));
    }
    ask(|store| set_many(&entries, store)).await.map(drop)
}

/// Removes a plan.
pub async fn remove(id: f64) -> Result<(), Refused> {
    let keys = KINDS.iter().map(|kind| key(kind, id)).collect::<Array>();
    ask(|store| del_many(&keys, store)).await.map(drop)
}

/// Removes all of them.
pub async fn remove_all() -> Result<(), Refused> {
    ask(clear).await.map(drop)
}
