// SPDX-License-Identifier: AGPL-3.0-or-later
//! Forms: "[x] raggiunto [ ] non raggiunto", "risultato ottenuto [ ] sì [x] no".
//!
//! Never here: what the ticked words say.

use super::lexicon::Tags;
use super::words::{Token, tokens};

/// The ticked part of a form, "[x] raggiunto [ ] non raggiunto"; `None` if the text is none, `Some(None)` if nothing or more
/// than one thing is ticked.
pub(super) fn ticked(text: &str) -> Option<Option<std::ops::Range<usize>>> {
    const BOXES: [(&str, bool); 10] = [
        ("[ ]", false),
        ("[]", false),
        ("[x]", true),
        ("[X]", true),
        ("☐", false),
        ("□", false),
        ("☑", true),
        ("☒", true),
        ("( )", false),
        ("(x)", true),
    ];
    // Boxes that are one character begin with the same byte.
    if text.len() > 4_000 || !text.bytes().any(|byte| matches!(byte, b'[' | b'(' | 0xe2)) {
        return None;
    }
    let mut boxes: Vec<(usize, usize, bool)> = Vec::new();
    for (sign, tick) in BOXES {
        boxes.extend(text.match_indices(sign).map(|(at, _)| (at, at + sign.len(), tick)));
    }
    // All that was left of the form: "☑ raggiunto", "[ ] raggiunto". Brackets that are round may hold anything.
    if let [(start, end, is_ticked)] = boxes[..]
        && text[..start].trim().is_empty()
        && text.as_bytes()[start] != b'('
    {
        return Some(is_ticked.then_some(end..text.len()));
    }
    if boxes.len() < 2 || !boxes.iter().any(|(.., tick)| !tick) {
        return None;
    }
    crate::sort::sort_by(&mut boxes, |a, b| a.0.cmp(&b.0));
    let mut of_ticked = boxes.iter().enumerate().filter(|(_, (.., tick))| *tick);
    let (Some((which, &(start, end, _))), None) = (of_ticked.next(), of_ticked.next()) else {
        return Some(None);
    };
    // The words of a box stand after it, or before it where the form begins with words and ends with a box.
    let ends = boxes.last().map_or(text.len(), |last| last.1);
    let leads = text[..boxes[0].0].trim().is_empty() || text[ends..].chars().any(char::is_alphanumeric);
    let part = if leads {
        end..boxes.get(which + 1).map_or(text.len(), |next| next.0)
    } else {
        which.checked_sub(1).map_or(0, |before| boxes[before].1)..start
    };
    Some(Some(part))
}

/// A form that asks one thing, with "yes" or "no" ticked, as one line of as many characters: "risultato ottenuto: no".
pub(super) fn answered(text: &str, part: &std::ops::Range<usize>) -> Option<String> {
    let asked = text.find(['[', '☐', '□', '☑', '☒', '('])?;
    let answer = text.get(part.clone())?.trim();
    let known = tokens(answer);
    let is_answer = matches!(known.as_slice(), [only] if is_yes(only) || is_no(only));
    if asked == 0 || asked > part.start || !is_answer {
        return None;
    }
    let gap = text[asked..part.start].chars().count().saturating_sub(1);
    Some([&text[..asked], ":", &" ".repeat(gap), &text[part.clone()]].concat())
}

/// "Sì", or its letter in a form: "S/N".
pub(super) fn is_yes(token: &Token<'_>) -> bool {
    token.tags.any(Tags::YES) || matches!(token.text, "s" | "y")
}

/// "No", or its letter in a form.
pub(super) fn is_no(token: &Token<'_>) -> bool {
    token.tags.any(Tags::NO) || token.text == "n"
}
