// SPDX-License-Identifier: AGPL-3.0-or-later
//! Fitting names into the room there is: cleaned, wrapped, cut.
//!
//! Never here: losing a name. What is cut in the drawing stands whole in the label of its mark and in the table.

use super::metrics::{Weight, width};

/// A name for one line of text: runs of spaces and breaks become one space; controls and directional marks, by which a
/// file could turn round the figures beside a name, are left out.
pub(crate) fn clean(name: &str) -> String {
    let visible = |c: &char| {
        !(c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'))
    };
    let words = name.split(|c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}'));
    let mut out = String::with_capacity(name.len());
    for word in words {
        let start = out.len();
        out.extend(word.chars().filter(visible));
        if out.len() > start && start > 0 {
            out.insert(start, ' ');
        }
    }
    out
}

/// A text in at most `lines` lines of this width; the last ends with `…` where the text is longer.
pub(crate) fn wrap(text: &str, room: f32, size: f32, weight: Weight, lines: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() && out.len() < lines {
        if out.len() + 1 == lines || width(rest, size, weight) <= room {
            out.push(cut(rest, room, size, weight));
            break;
        }
        let end = line_end(rest, room, size, weight);
        out.push(rest[..end].trim_end().to_owned());
        rest = rest[end..].trim_start();
    }
    out
}

/// Where the first line of a text ends: after the last word that fits, or within a word that alone is too long.
fn line_end(text: &str, room: f32, size: f32, weight: Weight) -> usize {
    let mut end = 0;
    for (i, c) in text.char_indices() {
        if c == ' ' && i > 0 {
            if width(&text[..i], size, weight) > room {
                break;
            }
            end = i;
        }
    }
    if end > 0 { end } else { fitting(text, room, size, weight).max(first(text)) }
}

/// A text, or as much of it as fits this width with `…` after it.
pub(super) fn cut(text: &str, room: f32, size: f32, weight: Weight) -> String {
    if width(text, size, weight) <= room {
        return text.to_owned();
    }
    let room = room - width("…", size, weight);
    let end = fitting(text, room, size, weight);
    // A cut at the end of a word reads better than one letter more.
    let end = match text[..end].rfind(' ') {
        Some(space) if !text[end..].starts_with(' ') && space * 3 > end * 2 => space,
        _ => end,
    };
    let kept = text[..end].trim_end_matches([' ', ',', ';', ':', '.', '-', '–']);
    format!("{kept}…")
}

/// How many bytes of a text fit this width.
fn fitting(text: &str, room: f32, size: f32, weight: Weight) -> usize {
    let mut used = 0.0;
    for (i, c) in text.char_indices() {
        used += f32::from(super::metrics::advance(c, weight)) * size / 1000.0;
        if used > room {
            return i;
        }
    }
    text.len()
}

/// The bytes of the first character: a line takes at least that, or wrapping would never end.
fn first(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGULAR: Weight = Weight::Regular;

    #[test]
    fn names_lose_what_cannot_be_seen_and_nothing_else() {
        assert_eq!(clean("  Diritti\n sociali,\tfamiglia "), "Diritti sociali, famiglia");
        assert_eq!(clean("a\u{202e}b \u{200b} c"), "ab c");
        assert_eq!(clean("<b>&"), "<b>&");
    }

    #[test]
    fn a_long_name_takes_its_lines_and_is_cut_at_the_end() {
        let name = "Servizi istituzionali, generali e di gestione";
        let lines = wrap(name, 110.0, 14.0, REGULAR, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
        assert_eq!(wrap(name, 1000.0, 14.0, REGULAR, 2), [name]);
        assert_eq!(wrap("", 100.0, 14.0, REGULAR, 2), [""; 0]);
    }

    #[test]
    fn a_word_without_spaces_is_broken_rather_than_let_out() {
        let word = "à".repeat(300);
        for room in [0.0, 3.0, 80.0, 300.0] {
            for line in wrap(&word, room, 14.0, REGULAR, 2) {
                assert!(width(&line, 14.0, REGULAR) <= room.max(width("…", 14.0, REGULAR)), "{room} {line}");
            }
        }
    }
}
