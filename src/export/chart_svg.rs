// SPDX-License-Identifier: AGPL-3.0-or-later
//! A chart as an SVG file that says by itself what it shows: its title, the plan, what is selected, the patterns, the
//! day, and in `<metadata>` the numbers as JSON (see [`chart_json`]).
//!
//! Never here: an address of anything outside the file, markup out of a plan, a clock.

use std::fmt::Write;

use borsh::{BorshDeserialize, BorshSerialize};

use super::{Origin, chart_json};
use crate::chart::labels::{clean, wrap};
use crate::chart::metrics::{self, Weight};
use crate::chart::scene::Rect;
use crate::chart::svg::{Pen, body, escaped, patterned};
use crate::chart::theme::Theme;
use crate::chart::{ChartDrawing, Ink, LegendItem};
use crate::locale::{Language, take_away};

/// A drawing as a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The SVG document.
    pub svg: String,
    /// How wide it is, in the unit of the drawing.
    pub width: u32,
    /// How high.
    pub height: u32,
}

/// A font that is to be in the file, since what draws it has no other.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Font {
    /// Its weight, as CSS has it.
    pub weight: u16,
    /// A WOFF2 file.
    pub woff2: Vec<u8>,
}

/// What a font is called in the page's style sheet, and others that are about as narrow for where it is not.
const FAMILIES: &str = "'Titillium Web', 'Titillium Web Regular', 'Arial Narrow', 'Liberation Sans Narrow', 'Roboto Condensed', sans-serif";

const MARGIN: f32 = 16.0;
const TITLE: Line = Line { size: 18.0, height: 24.0, weight: Weight::SemiBold, ink: Ink::Text, most: 3 };
const PLAN: Line = Line { size: 14.0, height: 19.0, weight: Weight::Regular, ink: Ink::Text, most: 3 };
const SELECTED: Line =
    Line { size: 14.0, height: 19.0, weight: Weight::Regular, ink: Ink::TextMuted, most: 4 };
const LEGEND: Line = Line { size: 13.0, height: 22.0, weight: Weight::Regular, ink: Ink::Text, most: 1 };
const MADE: Line = Line { size: 12.0, height: 16.0, weight: Weight::Regular, ink: Ink::TextMuted, most: 1 };

/// How lines of one kind look, and how many there may be of a text: what is cut is whole in the file's data.
struct Line {
    size: f32,
    height: f32,
    weight: Weight,
    ink: Ink,
    most: usize,
}

/// The drawing as a file. `scale` is how large it is shown where nothing else says so; `fonts` are put into it.
pub fn write(drawing: &ChartDrawing, origin: &Origin, theme: &Theme, scale: u32, fonts: &[Font]) -> Picture {
    let scene = &drawing.scene;
    let pen = Pen::new(theme, "", origin.language.pick("", r#" xml:lang="it""#));
    let mut sheet = Sheet { room: scene.width, y: MARGIN, out: String::new(), pen };
    sheet.lines(&drawing.title, &TITLE);
    sheet.lines(&take_away::plan(origin), &PLAN);
    sheet.lines(&take_away::selected(origin), &SELECTED);
    sheet.legend(&drawing.legend);
    sheet.y = (sheet.y + 8.0).ceil();
    let _ = writeln!(sheet.out, r#"<g transform="translate({MARGIN} {})">"#, sheet.y);
    body(&mut sheet.out, drawing, &mut sheet.pen);
    sheet.out.push_str("</g>\n");
    sheet.y += scene.height.ceil() + 8.0;
    sheet.lines(&take_away::made(origin), &MADE);

    // A drawing is at most some thousands wide, and its height is that of what it shows: `as` saturates beyond all sense.
    let (width, height) = ((scene.width + 2.0 * MARGIN).ceil() as u32, (sheet.y + MARGIN).ceil() as u32);
    let svg = document(drawing, origin, theme, (width, height, scale), fonts, &sheet.out);
    Picture { svg, width, height }
}

/// The drawing with its legend and nothing else, for a page that says the rest around it: titles, what is selected, the
/// numbers. `ids` stands before every id, since a page has several. `language` is the page's.
pub fn write_within(drawing: &ChartDrawing, theme: &Theme, ids: &str, language: Language) -> String {
    let scene = &drawing.scene;
    let pen = Pen::new(theme, ids, language.pick("", r#" lang="it""#));
    let mut sheet = Sheet { room: scene.width, y: 0.0, out: String::new(), pen };
    sheet.legend(&drawing.legend);
    sheet.y = (sheet.y + 4.0).ceil();
    let _ = writeln!(sheet.out, r#"<g transform="translate({MARGIN} {})">"#, sheet.y);
    body(&mut sheet.out, drawing, &mut sheet.pen);
    sheet.out.push_str("</g>\n");
    let (width, height) = ((scene.width + 2.0 * MARGIN).ceil(), (sheet.y + scene.height).ceil() + 4.0);
    let mut out = String::with_capacity(2048 + sheet.out.len());
    let _ = writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{ids}title {ids}summary" font-family="{FAMILIES}">"#
    );
    let _ = writeln!(out, r#"<title id="{ids}title">{}</title>"#, escaped(&drawing.title));
    let _ = writeln!(out, r#"<desc id="{ids}summary">{}</desc>"#, escaped(&drawing.summary));
    let surface = theme.colour(Ink::Surface).hex();
    let _ = writeln!(out, r#"<rect width="{width}" height="{height}" fill="{surface}"/>"#);
    out.push_str(&sheet.out);
    out.push_str("</svg>\n");
    out
}

/// Fonts as a style sheet has them that may fetch nothing.
pub fn font_faces(fonts: &[Font]) -> String {
    let mut out = String::new();
    for Font { weight, woff2 } in fonts {
        let _ = write!(
            out,
            "@font-face {{ font-family: 'Titillium Web'; font-weight: {weight}; src: url(data:font/woff2;base64,"
        );
        base64(&mut out, woff2);
        out.push_str(") format('woff2'); }\n");
    }
    out
}

/// Whether a picture has letters that the page keeps in a font of their own: those beyond western Europe's.
pub fn is_extended(svg: &str) -> bool {
    svg.chars()
        .any(|c| matches!(c, '\u{100}'..='\u{2ba}' | '\u{1e00}'..='\u{1eff}' | '\u{20a0}'..='\u{20bf}'))
}

/// The file around what is drawn.
fn document(
    drawing: &ChartDrawing,
    origin: &Origin,
    theme: &Theme,
    (width, height, scale): (u32, u32, u32),
    fonts: &[Font],
    drawn: &str,
) -> String {
    let mut out = String::with_capacity(4096 + drawn.len());
    let (shown_width, shown_height) = (width * scale, height * scale);
    let tag = origin.language.tag();
    // Writing to a string cannot fail: the results of `write!` are let go throughout.
    let _ = writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{shown_width}" height="{shown_height}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title summary" xml:lang="{tag}" font-family="{FAMILIES}">"#
    );
    let _ = writeln!(
        out,
        r#"<title id="title">{} – {}</title>"#,
        escaped(&drawing.title),
        escaped(&take_away::plan(origin))
    );
    let _ = writeln!(
        out,
        r#"<desc id="summary">{}. {} {}</desc>"#,
        escaped(&take_away::selected(origin)),
        escaped(&drawing.summary),
        escaped(&take_away::made(origin))
    );
    let _ = writeln!(out, r#"<metadata id="data">{}</metadata>"#, data(drawing, origin));
    if !fonts.is_empty() {
        out.push_str("<style>\n");
        out.push_str(&font_faces(fonts));
        out.push_str("</style>\n");
    }
    let surface = theme.colour(Ink::Surface).hex();
    let _ = writeln!(out, r#"<rect width="{width}" height="{height}" fill="{surface}"/>"#);
    out.push_str(drawn);
    out.push_str("</svg>\n");
    out
}

/// The numbers as JSON. What XML cannot hold is written as JSON writes it in signs that it can: nothing is lost.
fn data(drawing: &ChartDrawing, origin: &Origin) -> String {
    let json = chart_json::write(drawing, origin);
    escaped(&json.replace('\u{fffe}', "\\ufffe").replace('\u{ffff}', "\\uffff"))
}

/// What stands above and below the drawing, line by line.
struct Sheet<'a> {
    room: f32,
    y: f32,
    out: String,
    pen: Pen<'a>,
}

impl Sheet<'_> {
    /// A text in as many lines as it takes.
    fn lines(&mut self, text: &str, look: &Line) {
        for line in wrap(&clean(text), self.room, look.size, look.weight, look.most) {
            self.y += look.height;
            let baseline = self.y - (look.height - look.size * metrics::CAP_HEIGHT) / 2.0;
            self.text(MARGIN, baseline, &line, look);
        }
    }

    fn text(&mut self, x: f32, baseline: f32, text: &str, look: &Line) {
        let (size, weight) = (look.size, look.weight.number());
        let colour = self.pen.theme.colour(look.ink).hex();
        let _ = writeln!(
            self.out,
            r#"<text x="{x:.1}" y="{baseline:.1}" font-size="{size}" font-weight="{weight}" fill="{colour}">{}</text>"#,
            escaped(text)
        );
    }

    /// Which pattern stands for what, in as many lines as it takes.
    fn legend(&mut self, items: &[LegendItem]) {
        const SIDE: f32 = 14.0;
        let mut x = MARGIN;
        for (at, LegendItem { status, text }) in items.iter().enumerate() {
            let text_width = metrics::width(text, LEGEND.size, LEGEND.weight);
            if at == 0 || x + SIDE + 6.0 + text_width > MARGIN + self.room {
                (x, self.y) = (MARGIN, self.y + LEGEND.height);
            }
            let top = self.y - (LEGEND.height + SIDE) / 2.0;
            patterned(
                &mut self.out,
                *status,
                Rect { x, y: top, width: SIDE, height: SIDE },
                "",
                &mut self.pen,
            );
            let baseline = self.y - (LEGEND.height - LEGEND.size * metrics::CAP_HEIGHT) / 2.0;
            self.text(x + SIDE + 6.0, baseline, text, &LEGEND);
            // Where Titillium is not, the letters are wider.
            x += SIDE + 6.0 + text_width * 1.25 + 14.0;
        }
    }
}

/// Bytes in letters, as addresses hold them.
pub(crate) fn base64(out: &mut String, bytes: &[u8]) {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let sign = SIGNS[(bits >> (18 - 6 * at) & 63) as usize];
            out.push(if at <= three.len() { char::from(sign) } else { '=' });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_in_letters() {
        let of = |bytes: &[u8]| {
            let mut out = String::new();
            base64(&mut out, bytes);
            out
        };
        assert_eq!(
            ["", "f", "fo", "foo", "foob"].map(|t| of(t.as_bytes())),
            ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="]
        );
        assert_eq!(of(&[0xff, 0xfe, 0x00]), "//4A");
    }
}
