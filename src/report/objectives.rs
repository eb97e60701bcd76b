// SPDX-License-Identifier: AGPL-3.0-or-later
//! The objectives by mission: each with its code, its text, who answers for it, how it went and what decided that, and
//! the words of its outcome.
//!
//! They stand in the order of the plan. Never here: an order of people or by result.

use super::node::{Attribute, Element, Node, Tag, element, facts, quoted, said};
use super::{Section, Subject, note};
use crate::locale::charts::charts;
use crate::locale::findings::words as finding_words;
use crate::locale::method::method;
use crate::locale::objective::{corrected, decided, degree, shape, title};
use crate::locale::selection::label;
use crate::plan::{Indicator, Mission, Objective};
use crate::reading::{Achievement, Counted, Span};
use crate::statistics::{Dimension, Filter};

/// All of them; nothing where only figures are known.
pub fn section(subject: &Subject<'_>) -> Option<Section> {
    let Subject { words, document, rows, .. } = subject;
    if document.is_figures() {
        return None;
    }
    let listed = subject.listed();
    let key = |row: u32| {
        let objective = document.plan.objectives.get(row as usize);
        objective.and_then(|objective| objective.mission.as_ref()).map(Mission::key).unwrap_or_default()
    };
    let mut inside: Vec<Node> = Vec::new();
    // What the groups of the figures are: the codes first, those without one last.
    for group in &subject.figures.by_mission {
        let of: Vec<u32> = listed.iter().copied().filter(|row| key(*row) == group.key).collect();
        if of.is_empty() {
            continue;
        }
        let filter = Filter::new(Dimension::Mission, group.key.as_str());
        let name = label(&filter, &*document.names, subject.language());
        let count = (words.objectives_of)(of.len(), group.summary.all());
        let heading = element(Tag::H3, vec![quoted(&name)]);
        let mut all = vec![heading.into(), note(count)];
        all.extend(of.into_iter().filter_map(|row| one(subject, row)));
        inside.push(element(Tag::Div, all).class("mission").into());
    }
    if rows.is_empty() {
        inside.push(note(subject.page.nothing_selected));
    }
    if rows.len() > listed.len() {
        inside.push(note((words.objectives_more)(rows.len() - listed.len(), rows.len())));
    }
    Some(Section { id: "objectives", title: words.objectives.to_owned(), inside })
}

/// One objective.
fn one(subject: &Subject<'_>, row: u32) -> Option<Node> {
    let Subject { document, page, .. } = subject;
    let at = row as usize;
    let (objective, achievement) = (document.plan.objectives.get(at)?, document.achievements.get(at)?);
    let reading = document.readings.get(at)?;
    let correction = document.plan.correction_of(row + 1);
    let code = correction.and_then(|correction| correction.code).map(corrected);
    let code = code
        .into_iter()
        .chain(Some(objective.code_as_written.clone()).filter(|code| !code.trim().is_empty()));
    let code: Vec<String> = code.collect();
    let mut heading: Vec<Node> = Vec::new();
    if !code.is_empty() {
        heading.push(said(Tag::Span, code.join(" ")).class("code").into());
        heading.push(" ".into());
    }
    heading.push(quoted(title(objective, page.without_text)));
    let mut inside: Vec<Node> =
        vec![element(Tag::H4, heading).into(), verdict(subject, achievement, objective, row)];
    let mut why = vec![decided(achievement, &reading.outcome, page).to_owned()];
    let by_method = method(subject.language());
    match achievement.counted {
        Counted::AsStated => {}
        Counted::AsZero(reason) => why.push((by_method.as_zero_because)(reason)),
        Counted::LeftOut(reason) => why.push((by_method.left_out_because)(reason)),
    }
    inside.push(note(why.join(" ")));
    inside.extend(
        said_of(subject, objective, correction.map_or("", |correction| &correction.note)).map(Node::from),
    );
    let outcome = objective.outcome.trim();
    inside.push(match outcome {
        "" => note(page.no_outcome),
        _ => outcome_of(&objective.outcome, achievement.evidence.or(reading.outcome.undone)),
    });
    Some(element(Tag::Article, inside).class("objective").named(&format!("objective-{}", row + 1)).into())
}

/// How it went.
fn verdict(subject: &Subject<'_>, achievement: &Achievement, objective: &Objective, row: u32) -> Node {
    let language = subject.language();
    let name = charts(language).status(achievement.status).one;
    let shape = said(Tag::Span, shape(achievement.status)).with(Attribute::Hidden, "true");
    let status = element(Tag::Strong, vec![shape.into(), " ".into(), name.into()])
        .class(&format!("status {}", achievement.status.code()));
    let mut inside: Vec<Node> = vec![status.into()];
    if let Some(degree) = degree(achievement, language) {
        inside.push(" · ".into());
        inside.push(said(Tag::Strong, degree).into());
    }
    if objective.strategic == Some(true) {
        inside.push(" · ".into());
        inside.push(subject.page.strategic_one.into());
    }
    let number = format!(" · {}", (subject.page.objective_n)(row + 1));
    inside.push(said(Tag::Span, number).class("note").into());
    element(Tag::P, inside).class("verdict").into()
}

/// The words of its outcome, with those marked that decided, or that report something undone.
fn outcome_of(text: &str, evidence: Option<Span>) -> Node {
    let byte = |at: u32| text.char_indices().nth(at as usize).map_or(text.len(), |(byte, _)| byte);
    let parts = evidence.and_then(|Span { start, end }| {
        let (start, end) = (byte(start), byte(end));
        Some((text.get(..start)?, text.get(start..end)?, text.get(end..)?))
    });
    let inside = match parts {
        Some((before, marked, after)) => {
            vec![before.trim_start().into(), said(Tag::Mark, marked).into(), after.trim_end().into()]
        }
        None => vec![text.trim().into()],
    };
    element(Tag::Blockquote, inside).with(Attribute::Dir, "auto").into()
}

/// Its indicators, each with what was expected and what came of it.
fn indicators(subject: &Subject<'_>, objective: &Objective) -> String {
    let page = subject.page;
    let one = |Indicator { text, expected, actual, weight }: &Indicator| {
        let weight = weight.map(|weight| subject.language().number(weight.value(), 4)).unwrap_or_default();
        let values = [(page.expected, expected), (page.actual, actual), (page.weight, &weight)];
        let stated = values.into_iter().filter(|(_, value)| !value.trim().is_empty());
        let stated: Vec<_> = stated.map(|(name, value)| format!("{name}: {}", value.trim())).collect();
        match stated.is_empty() {
            true => text.trim().to_owned(),
            false => format!("{} ({})", text.trim(), stated.join("; ")),
        }
    };
    let all: Vec<_> = objective.indicators.iter().map(one).filter(|text| !text.is_empty()).collect();
    all.join(" · ")
}

/// What its columns say.
fn said_of(subject: &Subject<'_>, objective: &Objective, note: &str) -> Option<Element> {
    let (page, language) = (subject.page, subject.language());
    let percent = |percent: crate::plan::Percent| language.percent(percent.value());
    let all = [
        (page.responsible, objective.responsible.as_written()),
        (page.support, objective.support.as_written()),
        (page.office, objective.office.clone()),
        (page.deadline, objective.deadline.clone()),
        (page.weight, objective.weight.map(|weight| language.number(weight.value(), 4)).unwrap_or_default()),
        (page.staff_percent, objective.staff_percent.map(percent).unwrap_or_default()),
        (page.indicators, indicators(subject, objective)),
        (finding_words(language).note, note.to_owned()),
    ];
    let stated = all.into_iter().filter(|(_, value)| !value.trim().is_empty());
    let stated: Vec<_> = stated.map(|(name, value)| (name.to_owned(), vec![quoted(&value)])).collect();
    (!stated.is_empty()).then(|| facts(stated).class("said"))
}
