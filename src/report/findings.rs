// SPDX-License-Identifier: AGPL-3.0-or-later
//! What deserves a second look, by kind, with what to ask. What was set aside is counted, and no more.
//!
//! Never here: what is found (see `findings`), an order of people.

use rustc_hash::FxHashSet;

use super::node::{Node, Tag, element, quoted, said};
use super::{Section, Subject, list, note};
use crate::findings::{AROUND, Finding, KINDS};
use crate::locale::findings::{question, reason, title, words as finding_words};
use crate::plan::Objective;
use crate::reading::Span;
use crate::share::findings_behind;

/// How many of a kind are listed.
const MOST: usize = 100;

/// The findings of what is selected, and of the plan as a whole; nothing where only figures are known.
pub fn section(subject: &Subject<'_>) -> Option<Section> {
    let Subject { words, document, rows, .. } = subject;
    if document.is_figures() {
        return None;
    }
    let (language, own) = (subject.language(), finding_words(subject.language()));
    let mut is_selected = vec![false; document.plan.objectives.len()];
    rows.iter().for_each(|row| is_selected.get_mut(*row as usize).into_iter().for_each(|is| *is = true));
    let concerns = |finding: &Finding| match finding.n {
        Some(n) => n.checked_sub(1).and_then(|at| is_selected.get(at as usize)).copied().unwrap_or(false),
        None => true,
    };
    // What is found only since something does not go out is not so of the plan.
    let only_here: FxHashSet<_> =
        findings_behind(document, subject.here).map(|of| (of.kind.code(), of.n)).collect();
    let is_of_plan = |of: &Finding| !only_here.contains(&(of.kind.code(), of.n));
    let all = document.findings.iter().zip(&document.set_aside);
    let of_these: Vec<_> = all.filter(|(of, _)| concerns(of) && is_of_plan(of)).collect();
    let open: Vec<&Finding> = of_these.iter().filter(|(_, aside)| !**aside).map(|(of, _)| *of).collect();
    let aside = of_these.len() - open.len();
    let behind = findings_behind(subject.here, &subject.document).filter(|of| concerns(of)).count();
    let mut inside = Vec::new();
    match (open.is_empty(), behind) {
        (false, _) => inside.push(note(words.findings_hint)),
        (true, 0) => inside.push(note(own.nothing)),
        (true, _) => {}
    }
    if behind > 0 {
        inside.push(note((words.findings_behind)(behind)));
    }
    for kind in 0..KINDS.len() {
        let of: Vec<&Finding> = open.iter().copied().filter(|finding| finding.kind.rank() == kind).collect();
        if of.is_empty() {
            continue;
        }
        let heading = format!("{} ({})", title(kind, language), language.number(of.len() as f64, 0));
        let mut all: Vec<Node> = vec![said(Tag::H3, heading).into()];
        all.push(list(of_kind(subject, &of[..of.len().min(MOST)])).into());
        if of.len() > MOST {
            all.push(note((words.findings_more)(of.len() - MOST)));
        }
        inside.push(element(Tag::Div, all).class("findings-of").into());
    }
    if aside > 0 {
        inside.push(note((words.aside)(aside)));
    }
    Some(Section { id: "findings", title: (own.title)(open.len()), inside })
}

/// Those of a kind, each reason once, with the objectives that it is of.
fn of_kind(subject: &Subject<'_>, findings: &[&Finding]) -> Vec<Vec<Node>> {
    let language = subject.language();
    let mut reasons: Vec<(String, Vec<&Finding>)> = Vec::new();
    for finding in findings {
        let reason = reason(&finding.kind, language);
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, of)) => of.push(finding),
            None => reasons.push((reason, vec![finding])),
        }
    }
    reasons.into_iter().map(|(reason, of)| one(subject, &reason, &of)).collect()
}

/// A reason, what to ask, and the objectives that it is of, with the way to each that is listed and the words that it
/// comes from.
fn one(subject: &Subject<'_>, reason: &str, of: &[&Finding]) -> Vec<Node> {
    let language = subject.language();
    let mut all: Vec<Node> = Vec::new();
    for (at, place) in of.iter().filter_map(|finding| place(subject, finding.n?)).enumerate() {
        all.push(if at == 0 { "" } else { ", " }.into());
        all.push(place);
    }
    if !all.is_empty() {
        all.push(": ".into());
    }
    all.push(quoted(reason));
    if let Some(finding) = of.first() {
        let ask = format!(" {} {}", finding_words(language).ask, question(&finding.kind, language));
        all.push(said(Tag::Span, ask).class("note").into());
    }
    for finding in of {
        let words =
            finding.evidence.iter().filter_map(|evidence| evidence.words(objective(subject, finding.n?)?));
        // Of several, each says whose words they are.
        let place = || place(subject, finding.n.filter(|_| of.len() > 1)?);
        all.extend(words.map(|(text, span)| quote(subject, place(), text, span)));
    }
    all
}

fn objective<'a>(subject: &'a Subject<'_>, n: u32) -> Option<&'a Objective> {
    subject.document.plan.objectives.get(n.checked_sub(1)? as usize)
}

/// Which objective it is, with the way there where it is listed.
fn place(subject: &Subject<'_>, n: u32) -> Option<Node> {
    let row = n.checked_sub(1)?;
    let code = objective(subject, n).map(|objective| objective.code_as_written.trim()).unwrap_or_default();
    let number = (subject.page.objective_n)(n);
    let place = if code.is_empty() { number } else { format!("{code} ({number})") };
    let link = |place: &str| said(Tag::A, place).leading_to(&format!("objective-{n}"));
    let place = if subject.is_listed(row) { link(&place) } else { said(Tag::Span, place.as_str()) };
    Some(place.class("place").into())
}

/// The words that a finding leans on, marked, with what stands around them.
fn quote(subject: &Subject<'_>, place: Option<Node>, text: &str, span: Span) -> Node {
    let [before, words, after] = span.within(text, AROUND);
    let mut inside: Vec<Node> = Vec::new();
    if let Some(place) = place {
        inside.extend([place, ": ".into()]);
    }
    let words = vec![before.into(), said(Tag::Mark, words).into(), after.into()];
    inside.push(subject.in_plans_language(element(Tag::Bdi, words)).into());
    element(Tag::Blockquote, inside).into()
}
