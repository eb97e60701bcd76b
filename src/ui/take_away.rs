// SPDX-License-Identifier: AGPL-3.0-or-later
//! Taking a chart away: its drawing as a file or a picture, saved or copied, and its numbers.
//!
//! A picture is the file drawn by the browser at twice its size, with the page's own fonts in it, since a picture may
//! ask for none. Never here: what a file holds, and anything sent anywhere: what is fetched is the page's own.

use std::sync::Arc;

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{
    Blob, CanvasRenderingContext2d, Clipboard, ClipboardItem, Element, HtmlCanvasElement, HtmlImageElement,
    KeyboardEvent, MouseEvent, Url,
};

use super::browser;
use super::open::fetch_own;
use super::save::{as_file, save};
use super::state::Page;
use crate::chart::theme::Theme;
use crate::chart::{Chart, ChartDrawing};
use crate::document::Document;
use crate::export::chart_svg::{self, Font, Picture};
use crate::export::{FileKind, Origin, chart_csv, chart_json, file_name};
use crate::listing::Listing;
use crate::locale::Language;
use crate::locale::take_away::words;
use crate::statistics::{Field, Figures, Selection};

/// How much larger a picture is than its drawing, so that it is sharp on paper.
const SCALE: u32 = 2;

/// The menu of a chart.
pub fn menu(page: Page, chart: Chart, drawing: Memo<Arc<ChartDrawing>>) -> AnyView {
    let language = page.language.get_untracked();
    let own = words(language);
    let downloads =
        [("chart-svg", own.svg), ("chart-png", own.png), ("chart-csv", own.csv), ("chart-json", own.json)];
    let copies = [("copy-chart", own.copy), ("copy-chart-svg", own.copy_svg)];
    let handle = |what: &str| format!("{what}:{}", chart.code());
    let item = |download: Option<String>, action: Option<String>, label: &'static str| {
        view! {
            <li>
                <button type="button" class="menu-item" data-download=download data-action=action>{label}</button>
            </li>
        }
        .into_any()
    };
    let downloads = downloads.map(|(what, label)| item(Some(handle(what)), None, label));
    let copies = copies.map(|(what, label)| item(None, Some(handle(what)), label));
    // One listener for all: there are many charts, and few of these buttons are ever pressed.
    let chosen = move |event: MouseEvent| {
        let button = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = button.and_then(|inside| inside.closest("button").ok().flatten());
        let handle =
            |of: &Element| of.get_attribute("data-download").or_else(|| of.get_attribute("data-action"));
        if let (Some(handle), Some(taken)) = (button.as_ref().and_then(handle), Taken::new(page, drawing)) {
            taken.take(page, handle.split(':').next().unwrap_or_default());
        }
    };
    let pressed = |event: KeyboardEvent| browser::close_menu(&event);
    view! {
        <details class="menu take-away" on:click=chosen on:keydown=pressed>
            <summary
                data-action=handle("take-away")
                aria-label=(own.take_away_of)(chart.title(language))
            >
                {own.take_away}" ▾"
            </summary>
            <div class="menu-body">
                <ul>{downloads.into_iter().chain(copies).collect_view()}</ul>
                <p class="fine">{own.picture_note}</p>
            </div>
        </details>
    }
    .into_any()
}

/// A chart that is taken away, as it is at that moment.
struct Taken {
    document: Arc<Document>,
    drawing: Arc<ChartDrawing>,
    selection: Selection,
    field: Option<Field>,
    figures: Arc<Figures>,
    day: String,
    language: Language,
}

impl Taken {
    fn new(page: Page, drawing: Memo<Arc<ChartDrawing>>) -> Option<Self> {
        Some(Self {
            document: page.document.get_untracked()?,
            drawing: drawing.get_untracked(),
            selection: page.selection.get_untracked(),
            field: page.listing.with_untracked(Listing::field),
            figures: page.figures.get_untracked()?,
            day: browser::today(),
            language: page.language.get_untracked(),
        })
    }

    fn origin(&self) -> Origin<'_> {
        Origin::new(&self.document, &self.selection, &self.figures, &self.day, self.language)
            .searched_in(self.field)
    }

    fn name(&self, kind: FileKind) -> String {
        file_name(&self.document.name, self.drawing.chart.code(), kind)
    }

    /// On light ground, as paper is, whatever the page's theme.
    fn picture(&self, scale: u32, fonts: &[Font]) -> Picture {
        chart_svg::write(&self.drawing, &self.origin(), &Theme::LIGHT, scale, fonts)
    }

    /// Does what a button of the menu says.
    fn take(self, page: Page, what: &str) {
        match what {
            "chart-svg" => self.save_text(page, FileKind::Svg, &self.picture(1, &[]).svg),
            "chart-csv" => self.save_text(page, FileKind::Csv, &chart_csv::write(&self.drawing.table)),
            "chart-json" => {
                self.save_text(page, FileKind::Json, &chart_json::write(&self.drawing, &self.origin()));
            }
            "chart-png" => browser::spawn(self.save_png(page)),
            "copy-chart" => self.copy_png(page),
            "copy-chart-svg" => self.copy_svg(page),
            _ => {}
        }
    }

    fn save_text(&self, page: Page, kind: FileKind, text: &str) {
        if let Some(file) = as_file(text, kind) {
            self.save(page, kind, &file);
        }
    }

    fn save(&self, page: Page, kind: FileKind, file: &Blob) {
        let name = self.name(kind);
        save(&name, file);
        page.say(&(words(self.language).saved)(&name));
    }

    async fn save_png(self, page: Page) {
        match self.png().await {
            Some(picture) => self.save(page, FileKind::Png, &picture),
            None => page.say(words(self.language).no_picture),
        }
    }

    /// Copies the picture, or where the browser copies no pictures the drawing as text.
    fn copy_png(self, page: Page) {
        let own = words(self.language);
        let copies =
            |window: &web_sys::Window| Reflect::has(window, &"ClipboardItem".into()).unwrap_or(false);
        if !browser::window().as_ref().is_some_and(copies) {
            return self.copy_svg(page);
        }
        let Some(clipboard) = clipboard() else { return page.say(own.not_copied) };
        // The browser must be asked while the button is pressed, and gets the picture later.
        let picture =
            future_to_promise(async move { self.png().await.map(JsValue::from).ok_or(JsValue::NULL) });
        let kinds = Object::new();
        // Only an object that is sealed refuses.
        let _ = Reflect::set(&kinds, &FileKind::Png.mime().into(), &picture);
        match ClipboardItem::new_with_record_from_str_to_blob_promise(&kinds) {
            Ok(item) => say_when(page, clipboard.write(&Array::of1(&item)), own.copied, own.not_copied),
            Err(_) => page.say(own.not_copied),
        }
    }

    fn copy_svg(self, page: Page) {
        let own = words(self.language);
        copy_text(page, &self.picture(1, &[]).svg, own.copied_svg, own.not_copied);
    }

    /// The picture; `None` where the browser cannot make it, for its size mostly.
    async fn png(&self) -> Option<Blob> {
        let fonts = fonts(chart_svg::is_extended(&self.picture(SCALE, &[]).svg)).await;
        let Picture { svg, width, height } = self.picture(SCALE, &fonts);
        let address = Url::create_object_url_with_blob(&as_file(&svg, FileKind::Svg)?).ok()?;
        let picture = paint(&address, width * SCALE, height * SCALE).await;
        // Only a text that is no address at all is refused.
        let _ = Url::revoke_object_url(&address);
        picture
    }
}

/// The clipboard, where the browser lets this page have one: not where the page comes from a host without encryption.
fn clipboard() -> Option<Clipboard> {
    let clipboard = browser::window()?.navigator().clipboard();
    (!clipboard.is_undefined()).then_some(clipboard)
}

/// Copies a text, and says what became of it.
pub fn copy_text(page: Page, text: &str, done: &'static str, refused: &'static str) {
    match clipboard() {
        Some(clipboard) => say_when(page, clipboard.write_text(text), done, refused),
        None => page.say(refused),
    }
}

/// Says what became of something that takes a while.
fn say_when(page: Page, promise: Promise, done: &'static str, refused: &'static str) {
    browser::spawn(async move {
        page.say(if JsFuture::from(promise).await.is_ok() { done } else { refused });
    });
}

/// The page's own fonts in the weights in which charts write. One that is not to be had is done without.
pub async fn fonts(with_extended: bool) -> Vec<Font> {
    let mut all = Vec::new();
    for letters in ["latin-ext", "latin"].iter().skip(usize::from(!with_extended)) {
        for weight in [400, 600] {
            let name = format!("fonts/titillium-web-{letters}-{weight}-normal.woff2");
            let Some(file) = fetch_own(&name).await else { continue };
            if let Ok(bytes) = JsFuture::from(file.array_buffer()).await {
                all.push(Font { weight, woff2: Uint8Array::new(&bytes).to_vec() });
            }
        }
    }
    all
}

/// Draws what is at an address of the page's own memory.
async fn paint(address: &str, width: u32, height: u32) -> Option<Blob> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(address);
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: HtmlCanvasElement = browser::make(None, "canvas", &[])?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width.into(), height.into())
        .ok()?;
    let made = Promise::new(&mut |resolve, _| {
        if canvas.to_blob(&resolve).is_err() {
            // It is only ever called once.
            drop(resolve.call0(&JsValue::NULL));
        }
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}
