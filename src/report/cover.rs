// SPDX-License-Identifier: AGPL-3.0-or-later
//! The cover: what the report is of, how much of it, of which day, and how it can be checked.
//!
//! Never here: a figure.

use super::node::{Element, Node, Tag, element, facts, quoted, said};
use super::{Section, Subject, note};
use crate::export::Origin;
use crate::locale::link::link as link_words;
use crate::locale::{plan as plan_words, take_away};
use crate::share::qr::Qr;
use crate::share::{self, Content, Level, TooMuch, join};
use crate::view::address;

/// The cover, with the contents.
pub fn cover(subject: &Subject<'_>, sections: &[Section]) -> Result<Node, TooMuch> {
    let Subject { words, document, .. } = subject;
    let header = &document.plan.header;
    let mut inside = vec![said(Tag::P, words.report).class("kind").into()];
    let title = match subject.own_title() {
        Some(title) => subject.written(title),
        None => quoted(&subject.title()),
    };
    inside.push(element(Tag::H1, vec![title]).into());
    let body = header.body.as_deref().map(|body| element(Tag::P, vec![subject.written(body)]).class("body"));
    inside.extend(body.map(Node::from));
    inside.push(about(subject).into());
    inside.push(contents(subject, sections).into());
    inside.push(code(subject)?);
    inside.push(note(match subject.level() {
        Level::Everything => words.with_names,
        _ => words.nobody_sent,
    }));
    Ok(element(Tag::Header, inside).class("cover").into())
}

/// The facts.
fn about(subject: &Subject<'_>) -> Element {
    let Subject { words, document, request, figures, .. } = subject;
    let (header, language) = (&document.plan.header, subject.language());
    let kind = header.kind.as_ref().map(|kind| plan_words::kind(kind, language).to_owned());
    let state = header.state.map(|state| plan_words::state(state, language).to_owned());
    let year = header.year.map(|year| year.to_string());
    let origin = Origin::new(document, &subject.selection, figures, request.day, language);
    let selected = take_away::selected(&origin.searched_in(subject.field));
    let [level, in_it] = (link_words(language).level)(subject.level());
    let unheld = (words.unheld_of)(subject.unheld.words, subject.unheld.filters);
    let other_degrees = subject.other_degrees();
    let day = Some(take_away::day(request.day, language)).filter(|day| !day.is_empty());
    let digest = element(Tag::Code, vec![subject.data.sha256.as_str().into()]);
    let plain = |value: String| vec![quoted(&value)];
    facts(
        [
            kind.map(|kind| (words.document, plain(kind))),
            state.map(|state| (words.state, plain(state))),
            year.map(|year| (words.year, plain(year))),
            Some((words.selected, plain(selected))),
            (!unheld.is_empty()).then(|| (words.unheld, plain(unheld.to_owned()))),
            Some((words.level, vec![format!("{level}. {in_it}").into()])),
            other_degrees.map(|said| (words.other_degrees, plain(said))),
            day.map(|day| (words.made, plain(day))),
            Some((
                words.digest,
                vec![digest.into(), " ".into(), said(Tag::Span, words.digest_help).class("note").into()],
            )),
        ]
        .into_iter()
        .flatten()
        .map(|(name, value)| (name.to_owned(), value)),
    )
}

/// What is in it, with the way there.
fn contents(subject: &Subject<'_>, sections: &[Section]) -> Element {
    let item = |section: &Section| -> Node {
        let link = said(Tag::A, section.title.as_str()).leading_to(section.id);
        element(Tag::Li, vec![link.into()]).into()
    };
    let title = said(Tag::H2, subject.words.contents).named("contents");
    let items = element(Tag::Ol, sections.iter().map(item).collect());
    element(Tag::Nav, vec![title.into(), items.into()]).called("contents")
}

/// The code of the link to the figures, where the page has an address that leads somewhere. It is of the figures whatever
/// the report is of: that link fits into a code. Where there is none, what says why.
fn code(subject: &Subject<'_>) -> Result<Node, TooMuch> {
    let (words, language) = (subject.words, subject.language());
    let page = subject.request.address.split('#').next().unwrap_or_default();
    let Some((_, host)) = page.split_once("://").filter(|(scheme, _)| matches!(*scheme, "https" | "http"))
    else {
        return Ok(note(words.no_qr));
    };
    let data = share::make(&Content::new(subject.here, Level::Figures))?;
    let link = format!("{page}#{}", join(&data, &address::with_language("", language)));
    let Some(Qr { side, path }) = Qr::new(&link) else { return Ok(note(words.no_qr_fits)) };
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"{side}\" viewBox=\"0 0 {side} {side}\" role=\"img\" \
         aria-labelledby=\"report-qr-title\" shape-rendering=\"crispEdges\"><title id=\"report-qr-title\">{}</title>\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#ffffff\"/><path d=\"{path}\" fill=\"#000000\"/></svg>",
        words.qr_alt
    );
    let host = host.split('/').next().unwrap_or_default();
    let caption = element(Tag::Figcaption, vec![(words.qr)(host).into()]);
    let drawing = Node::Drawing { svg, alt: words.qr_alt.to_owned() };
    Ok(element(Tag::Figure, vec![drawing, caption.into()]).class("qr").into())
}
