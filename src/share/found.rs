// SPDX-License-Identifier: AGPL-3.0-or-later
//! A link among the texts that people open: pasted from a message, or saved in a file by itself.
//!
//! A text is one where all of it is one: an address with data after its `#`, or the data alone. Never here: a link picked
//! out of a text that says other things too, and a table, however its first cell begins, taken for one.

use super::envelope::has_data;

/// How long an address before the `#` may be.
const LONGEST_ADDRESS: usize = 2000;

/// The fragment of the link that a text is, with its view; `None` where the text is something else.
///
/// ```
/// use traguardi::share::found_in;
/// assert_eq!(found_in(" <https://example.org/t/#1.p.AAAA.BBBBBB&view=1>"), Some("1.p.AAAA.BBBBBB&view=1"));
/// assert_eq!(found_in("1.p.AAAA.BBBBBB\n"), Some("1.p.AAAA.BBBBBB"));
/// assert_eq!(found_in("1. Riordinare l'archivio"), None);
/// ```
pub fn found_in(text: &str) -> Option<&str> {
    let is_before = |c: char| c.is_whitespace() || "<(\"'«“\u{feff}>".contains(c);
    let within = text.trim_start_matches(is_before).trim_end();
    // Addresses in mail stand in brackets, which would else be of the view.
    let text = within.strip_suffix('>').filter(|_| text.trim_start().starts_with('<')).unwrap_or(within);
    // Looked at before all else: a large file is no link, and is not searched for one.
    let head = &text[..text.floor_char_boundary(LONGEST_ADDRESS)];
    let (before, after) = match head.find('#') {
        Some(at) => text.split_at(at),
        None => ("", text),
    };
    if before.contains(|c: char| c.is_whitespace()) {
        // A `#` of the view or of the text, after bare data or after anything else.
        return found_bare(text);
    }
    let fragment = after.strip_prefix('#').unwrap_or(after);
    match before.contains("://") {
        // Whoever gives a whole address means it, also where its data are cut to nothing.
        true => (has_data(fragment) && !fragment.contains('\t')).then_some(fragment),
        false => found_bare(fragment),
    }
}

/// The same for data without an address, which must look like data all through.
fn found_bare(fragment: &str) -> Option<&str> {
    let digits = fragment.bytes().take_while(u8::is_ascii_digit).count();
    let is_begun = matches!(fragment.as_bytes().get(digits..digits + 3), Some([b'.', b'a'..=b'z', b'.']));
    if !(1..=3).contains(&digits) || !is_begun {
        return None;
    }
    let data = fragment.split('&').next().unwrap_or_default();
    // What mail puts between its lines, and after the end; but no spaces within a line, and no cells.
    let is_word = |line: &str| {
        let line = line.trim().trim_start_matches(['>', ' ']);
        let end = line.trim_end_matches(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
        end.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.%".contains(&byte))
    };
    data.lines().all(is_word).then_some(fragment)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str = "1.p.gVUPJKWtks9HJOdIQcwHjiKiqqWW-GRHf3_yjxsxGa85.ab-_12";

    #[test]
    fn a_link_is_found_with_and_without_its_address() {
        for text in [
            LINK.to_owned(),
            format!("#{LINK}"),
            format!("  {LINK}\r\n"),
            format!("https://comune.example.org/traguardi/#{LINK}"),
            format!("<http://localhost:8080/#{LINK}>"),
            format!("\u{feff}traguardi.example.org/#{LINK}&view=1&mission=01&search=a%20b"),
            format!("{}\n> {}", &LINK[..20], &LINK[20..]),
            format!("{}=\r\n{}", &LINK[..20], &LINK[20..]),
            format!("{LINK}),"),
        ] {
            let found = found_in(&text).unwrap_or_else(|| panic!("{text}"));
            assert!(found.starts_with("1.p."), "{text}");
        }
        // Whoever pastes a whole address is told what is wrong with it.
        for text in ["https://a.example/#1", "https://a.example/#1.p", "https://a.example/#7.whatever"] {
            assert!(found_in(text).is_some(), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_links() {
        for text in [
            "",
            "#",
            "1",
            "1.2",
            "1. Obiettivo",
            "1.a. Obiettivo uno",
            "1.a.;Obiettivo;100",
            "1.p.x\tObiettivo\t100",
            "1.p.x|Obiettivo|100",
            "1.p.x,Obiettivo,100",
            "#1.p. Titolo in markdown",
            "Codice;Obiettivo\n1.p.AAAA.BBBBBB;Uno",
            "Vedi https://a.example/#1.p.AAAA.BBBBBB",
            "https://a.example/piano\n#1.p.AAAA.BBBBBB",
            "https://a.example/#view=1&mission=01",
            "{\"a\": \"#1.p.AAAA.BBBBBB\"}",
        ] {
            assert_eq!(found_in(text), None, "{text}");
        }
    }
}
