// SPDX-License-Identifier: AGPL-3.0-or-later
//! The objectives by mission: each with its code, its text, who answers for it, how it went and what decided that, and
//! the words of its outcome.
//!
//! They stand in the order of the plan. Never here: an order of people or by result.

use super::node::{Attribute, Element, Node, Tag, element, facts, quoted, said};
use super::{Section, Subject, list, note};
use crate::locale::charts::charts;
use crate::locale::findings::words as finding_words;
use crate::locale::objective::{
    self as told, Told, corrected, counted, decided, degree, evidence, in_place_of, planned, responsible,
    shape, support, title,
};
use crate::plan::{Indicator, Mission, Objective, Percent};
use crate::reading::{Achievement, IndicatorReading, ReadFrom, Span};
use crate::statistics::Dimension;

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
        let count = (words.objectives_of)(of.len(), group.summary.all());
        let heading = element(Tag::H3, subject.mission(&group.key));
        let mut all = vec![heading.into(), note(count)];
        all.extend(of.into_iter().filter_map(|row| one(subject, row)));
        inside.push(element(Tag::Div, all).class("mission").into());
    }
    if rows.is_empty() {
        inside.push(note(words.none));
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
    // What says that there is no text is in the report's own language.
    let title = title(objective, page.without_text);
    heading.push(if title == page.without_text { quoted(title) } else { subject.written(title) });
    let mut inside: Vec<Node> =
        vec![element(Tag::H4, heading).into(), verdict(subject, achievement, objective, row)];
    let mut why = vec![decided(achievement, &reading.outcome, page).to_owned()];
    why.extend(counted(achievement, subject.language()));
    let outcome = &reading.outcome;
    let (evidence, _) = evidence(achievement, outcome, subject.language(), page);
    if achievement.evidence.is_none() && evidence.is_some() {
        why.push(subject.words.undone.to_owned());
    }
    inside.push(note(why.join(" ")));
    inside.push(match objective.outcome.trim() {
        "" => note(page.no_outcome),
        _ => outcome_of(subject, &objective.outcome, evidence),
    });
    inside.extend(said_of(subject, objective, row).map(Node::from));
    inside.extend(indicators(subject, &objective.indicators, &reading.indicators));
    Some(element(Tag::Article, inside).class("objective").named(&format!("objective-{}", row + 1)).into())
}

/// How it went.
fn verdict(subject: &Subject<'_>, achievement: &Achievement, objective: &Objective, row: u32) -> Node {
    let language = subject.language();
    let name = charts(language).status(achievement.status).one;
    let shape = said(Tag::Span, shape(achievement.status)).with(Attribute::Hidden, "true");
    let status = element(Tag::Strong, vec![shape.into(), " ".into(), name.into()]);
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
fn outcome_of(subject: &Subject<'_>, text: &str, evidence: Option<Span>) -> Node {
    let inside = match evidence.map(|span| span.bytes(text)) {
        Some(marked) => {
            let (before, after) = (&text[..marked.start], &text[marked.end..]);
            vec![before.trim_start().into(), said(Tag::Mark, &text[marked]).into(), after.trim_end().into()]
        }
        None => vec![text.trim().into()],
    };
    subject.in_plans_language(element(Tag::Blockquote, inside).with(Attribute::Dir, "auto")).into()
}

/// Its indicators, each with what was expected, what came of it, and its degree with how it was computed.
fn indicators(subject: &Subject<'_>, all: &[Indicator], readings: &[IndicatorReading]) -> Option<Node> {
    let (page, language) = (subject.page, subject.language());
    let one = |(indicator, reading): (&Indicator, &IndicatorReading)| {
        let mut inside = vec![subject.written(indicator.text.trim())];
        for Told { name, value, how } in told::indicator(indicator, reading, language, page) {
            inside.push(said(Tag::Span, format!(" · {name}: ")).class("note").into());
            inside.push(quoted(&value));
            if !how.is_empty() {
                inside.push(said(Tag::Span, format!(" {how}")).class("note").into());
            }
        }
        inside
    };
    let items: Vec<_> = all.iter().zip(readings).map(one).collect();
    if items.is_empty() {
        return None;
    }
    let title = said(Tag::P, format!("{}:", page.indicators)).class("note");
    Some(element(Tag::Div, vec![title.into(), list(items).into()]).class("indicators").into())
}

/// What its columns say, and what the user noted.
fn said_of(subject: &Subject<'_>, objective: &Objective, row: u32) -> Option<Element> {
    let Subject { document, page, words, .. } = subject;
    let language = subject.language();
    let correction = document.plan.correction_of(row + 1);
    let plans = |text: &str| (!text.trim().is_empty()).then(|| vec![subject.written(text.trim())]);
    let own = |text: Option<String>| text.map(|text| vec![quoted(&text)]);
    let percent = |percent: Percent| language.percent(percent.value());
    let programme = objective.programme.as_ref().map(|programme| programme.key());
    let programme = programme.filter(|key| !key.is_empty());
    let programme = programme.map(|key| match document.name_of(Dimension::Programme, &key) {
        Some(name) => vec![key.as_str().into(), " ".into(), subject.written(name)],
        None => vec![subject.written(&key)],
    });
    let degree = objective.degree.map(|degree| match correction.and_then(|of| of.degree) {
        Some(instead) => in_place_of(percent(instead), &percent(degree), page),
        None => percent(degree),
    });
    // Where it decided it is said already.
    let is_said = document
        .achievements
        .get(row as usize)
        .is_some_and(|of| of.read_from == Some(ReadFrom::DegreeColumn));
    let all = [
        words.programme,
        page.purpose,
        page.responsible,
        page.support,
        page.office,
        page.planned,
        page.deadline,
        page.weight,
        page.degree,
        page.staff_percent,
    ]
    .map(str::to_owned);
    let values = [
        programme,
        plans(&objective.purpose),
        plans(&responsible(document, row, page)),
        plans(&support(document, row, page)),
        plans(&objective.office),
        own(planned(objective, page)),
        plans(&objective.deadline),
        own(objective.weight.map(|weight| language.number(weight.value(), 4))),
        own(degree.filter(|_| !is_said)),
        own(objective.staff_percent.map(percent)),
    ];
    let kept = objective
        .kept
        .iter()
        .map(|kept| (format!("{} ({})", kept.name, page.kept.to_lowercase()), plans(kept.value.as_str())));
    let noted = correction.map(|of| (finding_words(language).note.to_owned(), plans(&of.note)));
    let all = all.into_iter().zip(values).chain(kept).chain(noted);
    let stated: Vec<_> = all.filter_map(|(name, value)| Some((name, value?))).collect();
    (!stated.is_empty()).then(|| facts(stated).class("said"))
}
