// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is looked at can be taken away: charts as files, pictures and numbers, what is selected as a table. All of it is
//! made in the page: nothing leaves it but into the hands of whoever asked.

use serde_json::{Value, json};
use traguardi_browser_tests::*;

/// The size that a PNG says it has, after its signature.
fn size_of(png: &[u8]) -> (u32, u32) {
    assert_eq!(png.get(..8), Some(b"\x89PNG\r\n\x1a\n".as_slice()), "the signature of a PNG");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

/// The size that an SVG says it has.
fn size_in(svg: &str) -> (u32, u32) {
    let of = |name: &str| {
        let value = svg.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
        value.and_then(|(value, _)| value.parse().ok()).unwrap_or_else(|| panic!("no {name} in {svg}"))
    };
    (of("width"), of("height"))
}

/// Opens the menu of a chart.
fn open_menu(page: &Page, chart: &str) {
    page.click(&format!("[data-action='take-away:{chart}']"));
}

in_both_browsers! {
    fn a_chart_is_saved_as_drawing_picture_and_numbers(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        page.filter("mission:01");
        let svg = page.download("chart-svg:status-by-mission");
        assert!(svg.name.ends_with(".status-by-mission.svg"), "{}", svg.name);
        let drawing = svg.text();
        assert!(drawing.starts_with("<svg ") && drawing.contains("Fatto con Traguardi il "), "{drawing}");
        assert!(drawing.contains("missione 01") && drawing.contains("<metadata id=\"data\">{"), "{drawing}");
        let png = page.download("chart-png:status-by-mission");
        assert!(png.name.ends_with(".status-by-mission.png"), "{}", png.name);
        let (width, height) = size_in(drawing);
        assert_eq!(size_of(&png.bytes), (2 * width, 2 * height));
        page.keep("taken-chart", "png", &png.bytes);
        let table = page.download("chart-csv:status-by-mission");
        assert!(table.name.ends_with(".status-by-mission.csv"), "{}", table.name);
        let text = table.text();
        assert!(text.starts_with("\u{feff}\"") && text.contains("\";") && text.ends_with("\r\n"), "{text}");
        let numbers = page.download("chart-json:status-by-mission").json();
        assert_eq!(numbers["selection"], json!({"mission": ["01"], "search": ""}));
        let rows = numbers["rows"].as_array().map_or(0, Vec::len);
        assert_eq!(text.matches("\r\n").count(), rows + 1);
        page.assert_nothing_noted();
    }

    fn a_picture_is_in_the_page_s_own_letters(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        // The same letters in the page's font and in what stands in for it have other widths: the picture must differ
        // from the one of the same file without fonts.
        let png = page.download("chart-png:status-by-mission");
        let svg = page.download("chart-svg:status-by-mission");
        let alike = page.run_in_page(
            "const [svg, png, width, height] = arguments;
             const pixels = async (source) => {
               const image = new Image(); image.src = source; await image.decode();
               const canvas = Object.assign(document.createElement('canvas'), { width, height });
               const ink = canvas.getContext('2d'); ink.drawImage(image, 0, 0, width, height);
               return ink.getImageData(0, 0, width, height).data;
             };
             const bytes = Uint8Array.from(png);
             const [plain, taken] = [await pixels(URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))), await pixels(URL.createObjectURL(new Blob([bytes], { type: 'image/png' })))];
             let other = 0;
             for (let at = 0; at < plain.length; at += 4) other += Math.abs(plain[at] - taken[at]) > 64;
             return other;",
            &[json!(svg.text()), json!(png.bytes), json!(size_of(&png.bytes).0), json!(size_of(&png.bytes).1)],
        );
        println!("{}: {alike} pixels differ from the plain file", page.browser());
        assert!(alike.as_u64().is_some_and(|other| other > 500), "{alike}");
    }

    fn what_is_selected_is_saved_as_a_table_and_as_values(page) {
        page.open("en");
        page.after_revision(|| page.click("[data-action='example']"));
        page.filter("mission:01");
        page.after_revision(|| page.click("[data-action='sort:degree']"));
        let rows = page.rows();
        let table = page.download("objectives-csv");
        assert!(table.name.ends_with(".objectives.csv"), "{}", table.name);
        let text = table.text();
        assert!(text.starts_with("\u{feff}\"n\";\"code_as_written\";"), "{text}");
        let values = page.download("selection-json").json();
        assert_eq!(values["selection"], json!({"mission": ["01"], "search": ""}));
        assert_eq!(values["selection_in_words"].as_str().map(|words| words.ends_with("mission 01")), Some(true));
        let objectives = values["objectives"].as_array().cloned().unwrap_or_default();
        assert_eq!(objectives.len(), rows.len());
        let firsts: Vec<String> = objectives.iter().map(|one| format!("\r\n{};", one["n"])).collect();
        let places: Vec<_> = firsts.iter().map(|first| text.find(first.as_str())).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
        for (download, begins) in [
            ("figures-csv", "\u{feff}\"group\";\"key\";\"name\";"),
            ("people-csv", "\u{feff}\"n\";\"field\";"),
            ("findings-csv", "\u{feff}\"finding\";\"kind\";"),
        ] {
            let saved = page.download(download);
            assert!(saved.name.ends_with(".csv") && saved.text().starts_with(begins), "{download}");
        }
        page.assert_nothing_noted();
    }

    fn what_became_of_a_copy_is_said(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        open_menu(page, "distribution");
        // The clipboard of a browser without a screen may refuse; one answer or the other must be said.
        for (action, done) in [("copy-chart-svg", "Testo SVG copiato"), ("copy-chart", "Immagine copiata")] {
            page.click(&format!("[data-action='{action}:distribution']"));
            let said = page.wait_js("what became of it", &format!(
                "const said = [...document.querySelectorAll('[role=status]')].map((e) => e.textContent).find((t) => t === '{done}' || t.includes('non lascia copiare') || t === 'Testo SVG copiato'); return said ?? ''"
            ));
            println!("{}: {action}: {said}", page.browser());
            assert_ne!(said, Value::Null);
        }
    }
}
