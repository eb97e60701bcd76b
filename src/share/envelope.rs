// SPDX-License-Identifier: AGPL-3.0-or-later
//! A link's fragment: `1.p.<payload>.<check>`, and after an `&` the view, which has a version of its own:
//! `#1.p.Q0FGRg.x7Kq2_&view=1&mission=01`.
//!
//! The data stand first, so that what a mail program cuts off the end is the view before it is the plan. What certainly
//! does not belong to it is passed over and told: line breaks and spaces, escapes, quotation marks and brackets after
//! the end. The check then says whether the rest is as it was made. Never here: a guess. A link of which a letter is
//! missing opens nothing.

use borsh::{BorshDeserialize, BorshSerialize};
use percent_encoding::percent_decode_str;

use super::codec::Codec;
use super::sealed::{self, Sealed};
use super::{LinkError, base64, check};

/// The version of the data.
pub const VERSION: u32 = 1;

/// How long a fragment may be, in bytes.
pub const LONGEST: usize = 256 << 10;

/// What was in a link besides itself.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Tidied {
    /// Spaces or line breaks within it.
    Wrapped,
    /// Letters of it written as escapes: `%2E`.
    Escaped,
    /// Something after its end: its beginning.
    Followed(String),
}

/// The data of a fragment, as they were packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// By which codec.
    pub codec: Codec,
    /// The bytes.
    pub packed: Vec<u8>,
    /// What was passed over.
    pub tidied: Vec<Tidied>,
}

/// Whether a fragment (with or without `#`) begins with data, whole or not: a number and a dot, or a number alone.
pub fn has_data(fragment: &str) -> bool {
    let data = data_of(fragment);
    let digits = data.len() - data.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (1..=3).contains(&digits) && matches!(data.as_bytes().get(digits), None | Some(b'.'))
}

/// The view of a fragment, for `view::address`: all after the data.
pub fn view(fragment: &str) -> String {
    let fragment = bare(fragment);
    let view =
        if has_data(fragment) { fragment.split_once('&').map_or("", |(_, view)| view) } else { fragment };
    // Programs that take an address for markup write the sign that way; an address itself never has it so.
    view.strip_prefix("amp;").unwrap_or(view).replace("&amp;", "&")
}

fn bare(fragment: &str) -> &str {
    fragment.trim_start_matches(|c: char| c == '#' || c.is_whitespace())
}

/// The data of a fragment, with what was added to them.
fn data_of(fragment: &str) -> &str {
    bare(fragment).split('&').next().unwrap_or_default()
}

/// The data of what was packed.
pub fn write(codec: Codec, packed: &[u8]) -> String {
    write_as(codec.letter().encode_utf8(&mut [0; 4]), packed)
}

/// The data of bytes that this letter says how to read.
pub(super) fn write_as(letter: &str, packed: &[u8]) -> String {
    let mut link = format!("{VERSION}.{letter}.{}", base64::write(packed));
    let check = check::of(&link);
    link.push('.');
    link.push_str(&check);
    link
}

/// Whether a fragment has these data, as they were made.
pub fn is_of(fragment: &str, data: &str) -> bool {
    data_of(fragment).starts_with(data)
}

/// Data and a view in one fragment, without `#`.
pub fn join(data: &str, view: &str) -> String {
    if view.is_empty() { data.to_owned() } else { format!("{data}&{view}") }
}

/// The data of a fragment; `None` where it has none.
///
/// # Errors
/// Where they are not as they were made; see [`LinkError`].
pub fn read(fragment: &str) -> Result<Option<Envelope>, LinkError> {
    if !has_data(fragment) {
        return Ok(None);
    }
    if fragment.len() > LONGEST {
        return Err(LinkError::TooLong { bytes: fragment.len() });
    }
    let (data, mut tidied) = tidy(data_of(fragment));
    let mut parts = data.splitn(4, '.');
    let version = parts.next().unwrap_or_default();
    match version.parse::<u32>() {
        Ok(VERSION) => {}
        Ok(newer) if newer > VERSION => return Err(LinkError::Newer),
        _ => return Err(LinkError::Altered),
    }
    let (Some(letter), Some(payload)) = (parts.next(), parts.next()) else { return Err(LinkError::Cut) };
    let end = parts.next();
    if payload.is_empty() && end.is_some() {
        return Err(LinkError::Empty);
    }
    let end = end.unwrap_or_default();
    let letters = end.find(|c| !base64::is_letter(c)).unwrap_or(end.len());
    if letters < check::LETTERS {
        return Err(LinkError::Cut);
    }
    let (stated, after) = end.split_at(check::LETTERS);
    let link = &data[..data.len() - end.len() - 1];
    match check::verdict(link, stated) {
        check::Verdict::Whole => {}
        check::Verdict::OtherLength => return Err(LinkError::OtherLength),
        check::Verdict::Altered => return Err(LinkError::Altered),
    }
    let packed = base64::read(payload).ok_or(LinkError::Altered)?;
    if !after.is_empty() {
        tidied.push(Tidied::Followed(after.chars().take(20).collect()));
    }
    if letter == sealed::LETTER {
        return Err(LinkError::Sealed(Box::new(Sealed { tidied, ..Sealed::new(&packed, fragment)? })));
    }
    // Only now: a letter that was altered is no codec of a later page.
    let codec = Codec::from_letter(letter).ok_or_else(|| LinkError::UnknownCodec(letter.to_owned()))?;
    Ok(Some(Envelope { codec, packed, tidied }))
}

/// The data without what certainly is not theirs, and what that was.
fn tidy(data: &str) -> (String, Vec<Tidied>) {
    let plain = percent_decode_str(data).decode_utf8_lossy();
    let mut tidied = Vec::new();
    if plain.len() != data.len() && data.contains('%') {
        tidied.push(Tidied::Escaped);
    }
    let mut clean = String::with_capacity(plain.len());
    let mut is_wrapped = false;
    let mut is_new_line = false;
    let mut chars = plain.chars().peekable();
    while let Some(c) = chars.next() {
        // A soft line break of mail, `=` at the end of a line; `>` at the beginning of one, where mail quotes mail.
        let is_break = |c: char| matches!(c, '\n' | '\r');
        let is_soft = c == '=' && chars.peek().is_some_and(|next| is_break(*next));
        let is_quote = c == '>' && is_new_line && chars.peek().is_some();
        if is_soft || is_quote || mail_adds(c) {
            is_new_line |= is_break(c);
            is_wrapped = true;
        } else {
            is_new_line = false;
            clean.push(c);
        }
    }
    // Spaces after the end are nobody's.
    if is_wrapped && plain.trim().len() != clean.len() {
        tidied.push(Tidied::Wrapped);
    }
    (clean, tidied)
}

/// White space, and what programs put between letters where they may break a line.
fn mail_adds(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made() -> String {
        write(Codec::Stored, b"Un piano di prova, lungo quanto basta")
    }

    #[test]
    fn a_link_is_read_back() {
        let link = made();
        for fragment in [link.clone(), format!("#{link}"), join(&link, "view=1&mission=01")] {
            let envelope = read(&fragment).expect("a link").expect("data");
            assert_eq!(envelope.packed, b"Un piano di prova, lungo quanto basta");
            assert_eq!((envelope.codec, envelope.tidied), (Codec::Stored, Vec::new()));
        }
        assert_eq!(view(&join(&link, "view=1&mission=01")), "view=1&mission=01");
        assert_eq!(view("#view=1&mission=01"), "view=1&mission=01");
        assert_eq!(view(&link), "");
    }

    #[test]
    fn the_data_of_a_fragment_are_known_again() {
        let link = made();
        for fragment in [join(&link, "view=1"), format!("#{link}),")] {
            assert!(is_of(&fragment, &link), "{fragment}");
        }
        assert!(!is_of(&link[1..], &link) && !is_of("", &link) && !is_of(&link[..link.len() - 1], &link));
    }

    #[test]
    fn what_is_no_data_is_left_alone() {
        for fragment in
            ["", "#", "view=1", "#view=1&mission=01", "plan=plans/2021.json", "2021-06", "a.b", "1234.p"]
        {
            assert_eq!(read(fragment), Ok(None), "{fragment}");
        }
    }

    #[test]
    fn every_beginning_of_a_link_is_cut_and_says_so() {
        let link = made();
        for end in 2..link.len() {
            for tail in ["", "&view=1", ")", "&utm_source=posta"] {
                let error = read(&format!("{}{tail}", &link[..end])).expect_err("cut");
                assert_eq!(error, LinkError::Cut, "{end}{tail}");
            }
        }
        assert_eq!(read("1.p.."), Err(LinkError::Empty));
    }

    #[test]
    fn a_letter_more_or_less_or_another_is_told() {
        let link = made();
        for at in 4..link.len() - 7 {
            let without = format!("{}{}", &link[..at], &link[at + 1..]);
            assert_eq!(read(&without), Err(LinkError::OtherLength), "{at}");
            let other = if &link[at..=at] == "x" { "y" } else { "x" };
            let altered = format!("{}{other}{}", &link[..at], &link[at + 1..]);
            assert_eq!(read(&altered), Err(LinkError::Altered), "{at}");
        }
        assert_eq!(read(&link.replacen("1.s", "1.q", 1)), Err(LinkError::Altered));
        let mut of_later = "1.q.AAAA".to_owned();
        of_later = format!("{of_later}.{}", check::of(&of_later));
        assert_eq!(read(&of_later), Err(LinkError::UnknownCodec("q".into())));
        assert_eq!(read("2.anything"), Err(LinkError::Newer));
        assert_eq!(read("0.p.AAAA"), Err(LinkError::Altered));
    }

    #[test]
    fn what_mail_programs_add_is_passed_over_and_told() {
        let link = made();
        let (a, b) = link.split_at(20);
        let followed = |after: &str| vec![Tidied::Followed(after.to_owned())];
        for (fragment, tidied) in [
            (format!("{link}."), followed(".")),
            (format!("{link})"), followed(")")),
            (format!("{link}>,"), followed(">,")),
            (format!("{link}&utm_source=posta&utm_medium=email"), vec![]),
            (format!("{link}&amp;view=1"), vec![]),
            (format!("{link} "), vec![]),
            (format!("{link}%3E"), vec![Tidied::Escaped, Tidied::Followed(">".to_owned())]),
            (format!("{link}”"), followed("”")),
            (format!("{a}\r\n{b}"), vec![Tidied::Wrapped]),
            (format!("{a}=\r\n{b}"), vec![Tidied::Wrapped]),
            (format!("{a}\n> {b}"), vec![Tidied::Wrapped]),
            (format!("{a}\u{200b}{b}"), vec![Tidied::Wrapped]),
            (format!("{a}%20{b}"), vec![Tidied::Escaped, Tidied::Wrapped]),
            (link.replace('.', "%2E"), vec![Tidied::Escaped]),
        ] {
            let fragment =
                if fragment.starts_with("1%2E") { fragment.replacen("%2E", ".", 1) } else { fragment };
            let envelope = read(&fragment).unwrap_or_else(|error| panic!("{fragment}: {error}"));
            assert_eq!(envelope.map(|envelope| envelope.tidied), Some(tidied), "{fragment}");
        }
        assert_eq!(view(&format!("{link}&amp;view=1&amp;mission=01")), "view=1&mission=01");
    }

    #[test]
    fn what_is_too_long_is_not_looked_at() {
        let long = format!("1.p.{}", "A".repeat(LONGEST));
        assert_eq!(read(&long), Err(LinkError::TooLong { bytes: long.len() }));
    }
}
