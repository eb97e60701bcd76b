// SPDX-License-Identifier: AGPL-3.0-or-later
//! Takes formatting off a cell: bold and italic tags, Markdown stars, a few entities.
//!
//! Never here: anything else that looks like markup. A `<script>` stays the text it is, and is shown as text.

use std::borrow::Cow;

/// The tags that only format; all others stay as text.
const FORMATTING: [&str; 8] = ["b", "i", "u", "em", "strong", "sup", "sub", "span"];

/// The entities that exporters write for characters every keyboard has.
const ENTITIES: [(&str, char); 8] = [
    ("&amp;", '&'),
    ("&nbsp;", ' '),
    ("&lt;", '<'),
    ("&gt;", '>'),
    ("&quot;", '"'),
    ("&#39;", '\''),
    ("&apos;", '\''),
    ("&#160;", ' '),
];

/// The text without formatting, trimmed. `<br>` is a line end.
pub(super) fn strip(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|b| matches!(b, b'<' | b'&' | b'*' | b'_')) {
        return Cow::Borrowed(text.trim());
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&', '*', '_']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (read, instead) = markup(rest, out.chars().next_back());
        out.extend(instead);
        // What is no markup is text, the whole run of it: part of a run is not markup either.
        let first = rest.as_bytes()[0];
        let text = if read == 0 { rest.bytes().take_while(|&b| b == first).count() } else { 0 };
        out.push_str(&rest[..text]);
        rest = &rest[read.max(text)..];
    }
    out.push_str(rest);
    match out.trim() {
        trimmed if trimmed.len() == out.len() => Cow::Owned(out),
        trimmed => Cow::Owned(trimmed.to_owned()),
    }
}

/// Strips a text where it is, copying only what has formatting in it.
pub(super) fn strip_in_place(text: &mut Cow<'_, str>) {
    let stripped = match text {
        Cow::Borrowed(borrowed) => strip(borrowed),
        Cow::Owned(owned) => Cow::Owned(strip(owned).into_owned()),
    };
    *text = stripped;
}

/// How many bytes of markup the text starts with (0 if it starts with none), and what they stand for.
fn markup(text: &str, before: Option<char>) -> (usize, Option<char>) {
    match text.as_bytes()[0] {
        b'<' => tag(text),
        b'&' => {
            let entity = ENTITIES.iter().find(|(entity, _)| text.starts_with(entity));
            entity.map_or((0, None), |&(entity, character)| (entity.len(), Some(character)))
        }
        mark => {
            let run = text.bytes().take_while(|&b| b == mark).count();
            let after = text[run..].chars().next();
            let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            // Two for bold, three for bold italic; more is a line to fill in, `a__b` is a name and `2**3` a sum.
            let is_markup = matches!(run, 2 | 3) && !(inside(before) && inside(after));
            (if is_markup { run } else { 0 }, None)
        }
    }
}

/// A formatting tag such as `<b>`, `</b>`, `<br />`, `<span>`; with attributes it stays text.
fn tag(text: &str) -> (usize, Option<char>) {
    // The longest is `</strong>` with a space or two: a far `>` need not be looked for.
    let Some(end) = text.bytes().take(12).position(|b| b == b'>') else { return (0, None) };
    let inner = &text[1..end];
    let name = inner.strip_prefix('/').unwrap_or(inner);
    let name = name.strip_suffix('/').unwrap_or(name).trim();
    if name.eq_ignore_ascii_case("br") {
        (end + 1, Some('\n'))
    } else if FORMATTING.iter().any(|tag| tag.eq_ignore_ascii_case(name)) {
        (end + 1, None)
    } else {
        (0, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formatting_goes_and_text_stays() {
        for (written, read) in [
            ("<b>01.02 S</b>", "01.02 S"),
            ("**S =  ", "S ="),
            ("***Missione* 1**", "Missione* 1"),
            ("<STRONG>a</Strong><br/>b&nbsp;&amp;lt; c", "a\nb &lt; c"),
            ("<script>alert(1)</script>", "<script>alert(1)</script>"),
            ("<b onclick=x>a", "<b onclick=x>a"),
            ("a < b && c", "a < b && c"),
            ("nome __in grassetto__ e a__b", "nome in grassetto e a__b"),
            ("firma ________", "firma ________"),
            ("2 * 3 *", "2 * 3 *"),
            ("****", "****"),
            ("", ""),
        ] {
            assert_eq!(strip(written), read, "{written}");
        }
    }
}
