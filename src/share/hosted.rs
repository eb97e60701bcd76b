// SPDX-License-Identifier: AGPL-3.0-or-later
//! A short address of a plan that lies beside the page: `#plan=plans/2021.json&sha256=…&view=1&…`.
//!
//! Whoever hosts the page lays plans into one folder beside it (`make publish`), and an address may name a file there and
//! nothing else: no other host, no other folder, nothing that a server would take for a question. So all that a stranger's
//! address can have the page fetch is what its host published. Never here: fetching it.

use percent_encoding::percent_decode_str;

/// The folder, beside the page.
pub const FOLDER: &str = "plans/";

/// The parameter of the file, and the one of the check of its bytes.
const PLAN: &str = "plan";
const CHECK: &str = "sha256";

/// What mail programs take along with an address, which no plan beside the page ends with.
const AFTER: &str = ".,;:!)>]}\"'»”’";

/// How long the name of a file may be, in bytes.
const LONGEST: usize = 500;

/// A plan beside the page, as an address names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hosted {
    /// Where it lies, from the page: `plans/2021.json`.
    pub path: String,
    /// The SHA-256 of its bytes, in 64 hexadecimal digits of lower case, where the address has it.
    pub sha256: Option<String>,
    /// What stood after its end and is not its own: the full stop of a sentence in a mail, a bracket.
    pub followed: Option<String>,
}

/// Why an address of a plan beside the page opens nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HostedError {
    /// It names a file that is not in the folder beside the page.
    #[error("not in the folder beside the page")]
    Elsewhere,
    /// It is an address of another page.
    #[error("an address of another page")]
    OtherPage,
    /// Its check is no SHA-256: it was cut, or altered.
    #[error("no SHA-256")]
    NoCheck,
    /// The host has no such file, or did not hand it over.
    #[error("not there")]
    NotThere,
    /// The file is not the one that the address was made for.
    #[error("another file")]
    OtherFile,
    /// The browser cannot compute the check.
    #[error("the check cannot be computed")]
    CannotCheck,
}

impl Hosted {
    /// The plan that a fragment (with or without `#`) names; `None` where it names none.
    ///
    /// ```
    /// use traguardi::share::{Hosted, HostedError};
    /// let plan = Hosted::of("#plan=plans/2021.json&view=1&mission=01").unwrap().unwrap();
    /// assert_eq!((plan.path.as_str(), plan.address().as_str()), ("plans/2021.json", "plan=plans/2021.json"));
    /// assert_eq!(Hosted::of("#plan=https://example.org/2021.json"), Some(Err(HostedError::Elsewhere)));
    /// assert_eq!(Hosted::of("#view=1"), None);
    /// ```
    pub fn of(fragment: &str) -> Option<Result<Self, HostedError>> {
        let fragment = fragment.trim_start_matches('#').replace("&amp;", "&");
        let mut followed = None;
        let mut value = |wanted: &str| {
            let of =
                fragment.split('&').find_map(|part| part.split_once('=').filter(|(name, _)| *name == wanted));
            let (_, value) = of?;
            let whole = percent_decode_str(value).decode_utf8_lossy();
            let own = whole.trim_end_matches(|c: char| c.is_whitespace() || AFTER.contains(c));
            if let after @ 1.. = whole.len() - own.len() {
                followed = Some(whole[whole.len() - after..].chars().take(20).collect());
            }
            Some(own.to_owned())
        };
        let path = value(PLAN)?;
        if !is_in_folder(&path) {
            return Some(Err(HostedError::Elsewhere));
        }
        let sha256 = value(CHECK).map(|check| check.to_ascii_lowercase());
        let is_check =
            |check: &String| check.len() == 64 && check.bytes().all(|byte| byte.is_ascii_hexdigit());
        if sha256.as_ref().is_some_and(|check| !is_check(check)) {
            return Some(Err(HostedError::NoCheck));
        }
        Some(Ok(Self { path, sha256, followed }))
    }

    /// The same of a text that is a whole address and nothing else, for the page that lies at `place`.
    pub fn in_text(text: &str, place: &str) -> Option<Result<Self, HostedError>> {
        let (before, fragment) = text.trim().split_once('#')?;
        if !before.contains("://") || text.trim().contains(char::is_whitespace) {
            return None;
        }
        let plan = Self::of(fragment)?;
        Some(if folder(before) == folder(place) { plan } else { Err(HostedError::OtherPage) })
    }

    /// What an address has after its `#` to open the same plan, without a view.
    pub fn address(&self) -> String {
        match &self.sha256 {
            Some(check) => format!("{PLAN}={}&{CHECK}={check}", self.path),
            None => format!("{PLAN}={}", self.path),
        }
    }

    /// The name of the file.
    pub fn name(&self) -> &str {
        &self.path[FOLDER.len()..]
    }
}

/// The folder of a page, by its address: however the page itself is written after it.
fn folder(address: &str) -> String {
    let address = address.split('?').next().unwrap_or_default();
    let folder = address.strip_suffix("index.html").unwrap_or(address);
    let (origin, path) = match folder.split_once("://").and_then(|(_, rest)| rest.find('/')) {
        Some(at) => folder.split_at(folder.find("://").map_or(0, |scheme| scheme + 3) + at),
        None => (folder, "/"),
    };
    format!("{}{path}", origin.to_ascii_lowercase())
}

/// Whether a file is in the folder beside the page: letters, digits, and what names of files need besides.
fn is_in_folder(path: &str) -> bool {
    let Some(name) = path.strip_prefix(FOLDER).filter(|_| path.len() <= LONGEST) else { return false };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    name.split('/').all(|part| !part.is_empty() && !part.starts_with('.') && part.chars().all(is_plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHECK_OF_NOTHING: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    #[test]
    fn an_address_is_read_back() {
        for sha256 in [None, Some(CHECK_OF_NOTHING.to_owned())] {
            for path in ["plans/2021.json", "plans/valdarco/relazione_2025.txt", "plans/a"] {
                let plan = Hosted { path: path.to_owned(), sha256: sha256.clone(), followed: None };
                for view in ["", "&view=1&mission=01", "&amp;view=1", "&utm_source=posta"] {
                    let fragment = format!("#{}{view}", plan.address());
                    assert_eq!(Hosted::of(&fragment), Some(Ok(plan.clone())), "{fragment}");
                }
            }
        }
        let escaped = format!("plan=plans%2F2021.json&sha256={}", CHECK_OF_NOTHING.to_uppercase());
        let plan = Hosted::of(&escaped).expect("a plan").expect("in the folder");
        assert_eq!((plan.name(), plan.sha256.as_deref()), ("2021.json", Some(CHECK_OF_NOTHING)));
    }

    #[test]
    fn what_mail_programs_take_along_is_passed_over_and_told() {
        let whole = Hosted::of(&format!("plan=plans/2021.json&sha256={CHECK_OF_NOTHING}")).expect("a plan");
        let whole = whole.expect("in the folder");
        for after in [".", ",", ")", ").", ">", "»", "”", "’", ";", "%3E", "\n", ".&view=1"] {
            let (own, view) = after.split_once('&').unwrap_or((after, "view=1"));
            let told = Some(percent_decode_str(own).decode_utf8_lossy().into_owned());
            let plain = Hosted::of(&format!("plan=plans/2021.json{own}&{view}")).expect("a plan");
            let expected = Hosted { sha256: None, followed: told.clone(), ..whole.clone() };
            assert_eq!(plain, Ok(expected), "{after}");
            let checked = format!("plan=plans/2021.json&sha256={CHECK_OF_NOTHING}{after}");
            let expected = Hosted { followed: told, ..whole.clone() };
            assert_eq!(Hosted::of(&checked), Some(Ok(expected)), "{after}");
            // It is known again as what is open.
            assert!(crate::share::is_of(&checked, &whole.address()), "{after}");
        }
    }

    #[test]
    fn nothing_but_the_folder_can_be_named() {
        for path in [
            "",
            "2021.json",
            "plans/",
            "plans",
            "/plans/2021.json",
            "plans//2021.json",
            "plans/../index.html",
            "plans/./2021.json",
            "plans/.htaccess",
            "plans/a/../../b",
            "plans%2f..%2fa",
            "plans/%2e%2e/a",
            "plans/%252e%252e/a",
            "plans\\2021.json",
            "plans/a\\..\\b",
            "plans/2021.json?delete=all",
            "plans/2021.json%3Fdelete=all",
            "plans/2021.json%23x",
            "//example.org/plans/2021.json",
            "https://example.org/plans/2021.json",
            "https:plans/2021.json",
            "javascript:alert(1)",
            "data:application/json,[]",
            "plans/a b.json",
            "plans/à.json",
            "plans/a\u{202e}.json",
            "plans/a%00.json",
            &format!("plans/{}", "a".repeat(LONGEST)),
        ] {
            assert_eq!(Hosted::of(&format!("plan={path}")), Some(Err(HostedError::Elsewhere)), "{path}");
        }
        for check in ["", "e3b0", &CHECK_OF_NOTHING[1..], &CHECK_OF_NOTHING.replace('e', "g")] {
            let fragment = format!("plan=plans/a.json&sha256={check}");
            assert_eq!(Hosted::of(&fragment), Some(Err(HostedError::NoCheck)), "{check}");
        }
        for fragment in
            ["", "#", "view=1", "1.p.AAAA.BBBBBB", "plan", "plans=plans/a.json", "Plan=plans/a.json"]
        {
            assert_eq!(Hosted::of(fragment), None, "{fragment}");
        }
    }

    #[test]
    fn a_text_is_an_address_of_this_page_or_of_another() {
        let place = "https://comune.example.org/traguardi/";
        let of = |text: &str| Hosted::in_text(text, place);
        assert!(matches!(of(&format!(" {place}#plan=plans/2021.json&view=1\n")), Some(Ok(_))));
        // However the page itself is written.
        for page in ["index.html", "", "?utm_source=posta", "index.html?x=1"] {
            let text = format!("https://Comune.example.org/traguardi/{page}#plan=plans/2021.json");
            assert!(matches!(of(&text), Some(Ok(_))), "{text}");
            let here = format!("{place}{page}");
            assert!(
                matches!(Hosted::in_text(&format!("{place}#plan=plans/a.json"), &here), Some(Ok(_))),
                "{here}"
            );
        }
        for other in [
            "https://comune.example.org/Traguardi/",
            "https://comune.example.org/",
            "http://comune.example.org/traguardi/",
        ] {
            assert_eq!(
                of(&format!("{other}#plan=plans/a.json")),
                Some(Err(HostedError::OtherPage)),
                "{other}"
            );
        }
        assert_eq!(of("https://altro.example.org/#plan=plans/2021.json"), Some(Err(HostedError::OtherPage)));
        assert_eq!(of(&format!("{place}#plan=2021.json")), Some(Err(HostedError::Elsewhere)));
        for text in [
            "",
            "#plan=plans/a.json",
            "Vedi https://a.example/#plan=plans/a.json",
            "https://a.example/#view=1",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
