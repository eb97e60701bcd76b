// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is known of a verdict while its clause is read, and what it comes to: participle, negation, "in parte", a number.
//!
//! Never here: the reading of words (see `subject`, `predicate`, `participle`).

use crate::plan::Percent;

use super::Status;
use super::lexicon::Verb;
use super::number::Number;
use super::verdict::{About, literal};

/// What is known of a verdict while its clause is read.
#[derive(Clone, Copy, Default)]
pub(super) struct Core {
    /// What it is about, as far as it says.
    pub about: Option<About>,
    /// Whether its head opens lists.
    pub heading: bool,
    /// Whether it is about the degree itself: only whether it can be measured is said of that.
    pub label: bool,
    /// What tells its head from others.
    pub which: Option<u32>,
    pub negated: bool,
    pub partly: bool,
    pub fully: bool,
    /// "Non tutti": some.
    pub not_all: bool,
    /// "Tutte le attività", or as they were planned.
    pub all: bool,
    /// Whether it is told of the end of the year, so that "era" states.
    pub closed: bool,
    /// Whether an auxiliary stands before the participle.
    pub copula: bool,
    /// "Può essere".
    pub modal: bool,
    /// "Si intende raggiunto con …" defines.
    pub meant: bool,
    /// "Ha": what was achieved must follow.
    pub have: bool,
    /// The number, and whether it is exact.
    pub number: Option<(Number, bool)>,
    /// Whether the target was surpassed.
    pub beyond: bool,
    /// Whether the words before it assure of it, so that "sia" states.
    pub assured: bool,
    /// Whether the words before it say that it was decided, so that "fosse" states what halts it.
    pub decided: bool,
    /// Whether its clause has only its participle.
    pub bare: bool,
    /// The last letter of the head, by which its participle agrees.
    pub ending: u8,
}

/// What a participle says with its modifiers; `None` where they do not go together.
pub(super) fn judge(verb: Verb, m: &Core) -> Option<(Status, Option<Percent>)> {
    let achieve = matches!(verb, Verb::Achieve | Verb::Complete | Verb::Exceed);
    let about = m.about.unwrap_or(About::Unsaid);
    if m.label && verb != Verb::Measurable || m.modal && achieve {
        return None;
    }
    if m.not_all {
        return ((achieve || verb == Verb::Do) && m.number.is_none())
            .then_some((Status::PartiallyAchieved, None));
    }
    match (m.negated, verb) {
        (true, Verb::Measurable) if m.number.is_none() && !m.partly => Some((Status::NotMeasurable, None)),
        (true, Verb::Do | Verb::Begin) if m.number.is_none() && !m.partly && !m.fully => {
            Some((Status::NotAchieved, None))
        }
        // "Nessun obiettivo è stato mancato".
        (true, Verb::Miss) if about == About::Objective && m.number.is_none() => {
            Some((Status::Achieved, None))
        }
        (false, Verb::Do)
            if (about == About::Objective || about == About::General && m.all)
                && m.number.is_none()
                && !m.have =>
        {
            Some((if m.partly { Status::PartiallyAchieved } else { Status::Achieved }, None))
        }
        (true, Verb::Exceed | Verb::Miss) => None,
        // "Non in parte" could mean all or nothing.
        (true, _) if m.partly || !achieve => None,
        (true, _) if m.fully && m.number.is_none() => Some((Status::PartiallyAchieved, None)),
        (true, Verb::Achieve) => match m.number {
            None => Some((Status::NotAchieved, None)),
            // "Non raggiunto al 100%" does not say how far it came.
            Some((n, exact)) => (exact && n.percent == Some(Percent::ZERO))
                .then_some((Status::NotAchieved, Some(Percent::ZERO))),
        },
        (true, _) => None,
        // "Mancato" alone: whether of the objective, its neighbours say.
        (false, Verb::Miss) => ((about >= About::General || m.bare) && m.number.is_none() && !m.partly)
            .then_some((Status::NotAchieved, None)),
        // "Superato" alone may be the fate of a rule, a deadline, an exam.
        (false, Verb::Exceed) if about < About::General && m.copula => None,
        (false, Verb::Plain(status)) => match m.number {
            _ if m.partly => None,
            None => Some((status, None)),
            Some((n, true)) if status == Status::InProgress => Some((status, Some(n.percent?))),
            Some(_) => None,
        },
        (false, _) if achieve => match m.number {
            None if m.partly => Some((Status::PartiallyAchieved, None)),
            None => Some((Status::Achieved, None)),
            Some((n, exact)) => {
                let stated = n.percent.map(literal);
                match stated {
                    // Beyond the target: the verdict stands, the number is no degree.
                    None => (!m.partly && exact).then_some((Status::Achieved, None)),
                    // "Parzialmente raggiunto al 100%": the number is of something else.
                    Some(status) if m.partly && status != Status::PartiallyAchieved => {
                        Some((Status::PartiallyAchieved, None))
                    }
                    Some(status) if exact => Some((status, n.percent)),
                    Some(Status::PartiallyAchieved) => Some((Status::PartiallyAchieved, None)),
                    Some(_) => None,
                }
            }
        },
        _ => None,
    }
}
