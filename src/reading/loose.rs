// SPDX-License-Identifier: AGPL-3.0-or-later
//! The verdict of a sentence that words it in another order than a clause does: "si dà atto dello stralcio dell'obiettivo",
//! "soppresso, per sopravvenute norme, l'obiettivo", "l'ufficio sta realizzando l'obiettivo".
//!
//! Read only where no clause states a verdict, and only of the objective itself, never of a thing by its own name: the
//! sentence must name it once as what it is about, and everything in it that says how it went must say the same. So its
//! confidence is never more than inferred. Never here: sentences that suppose, wish or quote.

use super::against::otherwise;
use super::clause::{Clause, Cursor, hull};
use super::label::time;
use super::lexicon::{self, Tags, Verb};
use super::predicate::is_conjunction;
use super::prefix::{is_definite, is_of_others};
use super::subject::is_elsewhere;
use super::verdict::{About, Verdict};
use super::words::{Break, Kind, Token};
use super::{Confidence, Status};

/// Longer sentences say more than one thing; so the work for each is bounded.
const LONGEST: usize = 80;

/// The verdict that the sentences of a text state, if they state one. `passed` says which clauses are not to be read.
pub(super) fn verdict(clauses: &[Clause<'_>], passed: &dyn Fn(usize) -> bool) -> Option<Verdict> {
    let mut found: Option<Verdict> = None;
    let mut at = 0;
    while at < clauses.len() {
        let begins = |clause: &Clause<'_>| clause.first || clause.left == Some(Break::Colon);
        let end = clauses[at + 1..].iter().position(begins).map_or(clauses.len(), |more| at + 1 + more);
        let read = (at..end).all(|at| !passed(at)) && clauses[end - 1].right != Some(Break::Question);
        if read && let Some(verdict) = Sentence::of(&clauses[at..end]).and_then(|sentence| sentence.verdict())
        {
            match &found {
                Some(known) if known.status != verdict.status => return None,
                Some(_) => {}
                None => found = Some(verdict),
            }
        }
        at = end;
    }
    found
}

/// Whether words say "non interamente".
fn not_fully(tokens: &[Token<'_>]) -> bool {
    tokens.windows(2).any(|two| two[0].tags.any(Tags::NEGATION) && two[1].tags.any(Tags::FULLY))
}

/// The tokens of a sentence, with the clause of each.
struct Sentence<'w> {
    tokens: Vec<Token<'w>>,
    /// For each token the number of its clause.
    clause: Vec<usize>,
}

impl<'w> Sentence<'w> {
    fn of(clauses: &[Clause<'w>]) -> Option<Self> {
        let length: usize = clauses.iter().map(|clause| clause.tokens.len()).sum();
        let named = clauses.iter().any(|clause| clause.has(Tags::HEAD.or(Tags::GENERAL)));
        // "Criterio di valutazione: …" says when it will be.
        if length > LONGEST || !named || clauses[0].before.any(Tags::RUBRIC) || clauses[0].has(Tags::RUBRIC) {
            return None;
        }
        let supposes = Tags::HYPOTHESIS.or(Tags::UNREAL);
        let mut sentence = Self { tokens: Vec::with_capacity(length), clause: Vec::with_capacity(length) };
        for (number, clause) in clauses.iter().enumerate() {
            // What is conceded changes nothing: "sebbene i fondi fossero stati ottenuti".
            let conceding = ["sebbene", "benche", "nonostante", "malgrado", "pur", "although", "though"];
            // "La cui realizzazione era affidata …" is said beside it.
            let beside = clause.tokens.get(1).is_some_and(|second| second.text == "cui");
            // "Benché parziale" does change it.
            let in_part = clause.has(Tags::PARTIAL) || not_fully(clause.tokens);
            if number > 0 && !in_part && (beside || conceding.contains(&clause.tokens[0].text)) {
                continue;
            }
            sentence.tokens.extend_from_slice(clause.tokens);
            sentence.clause.extend(std::iter::repeat_n(number, clause.tokens.len()));
        }
        let held = |at: usize| {
            sentence.cursor(at).take_listed(&lexicon::MUST_BE_HELD) || sentence.tokens[at].text == "deve"
        };
        let must = sentence
            .tokens
            .iter()
            .any(|token| matches!(token.text, "intendersi" | "ritenersi" | "considerarsi"));
        let unstated = (0..sentence.tokens.len()).any(|at| {
            let asked = matches!(sentence.tokens[at].text, "considerare" | "ritenere" | "dire")
                && at > 0
                && (sentence.tokens[at - 1].text == "di"
                    || at > 1 && sentence.tokens[at - 2].text == "presto");
            if asked {
                return true;
            }
            let token = &sentence.tokens[at];
            // "È raggiunto quando almeno 10 …" defines; "obiettivo raggiunto = 10 punti" is a key.
            if token.kind == Kind::Other || matches!(token.text, "quando" | "when" | "almeno") {
                return true;
            }
            let defines =
                matches!(token.text, "intende" | "intendono" | "o" | "oppure" | "or" | "un" | "una" | "an")
                    && !must;
            let defines = defines
                && (!matches!(token.text, "un" | "una" | "an")
                    || sentence.tokens.get(at + 1).is_some_and(|next| next.tags.any(Tags::HEAD)));
            defines || token.kind == Kind::Quote || token.tags.any(supposes) && !(must && held(at))
        });
        (!unstated).then_some(sentence)
    }

    fn cursor(&self, at: usize) -> Cursor<'_> {
        Cursor { tokens: &self.tokens, at }
    }

    /// Where the objective is named, if it is what the sentence is about; and whether a noun governs it.
    fn head(&self) -> Option<(usize, bool)> {
        let tokens = &self.tokens;
        let mut heads = (0..tokens.len()).filter(|&at| self.is_head(at));
        let head = heads.next()?;
        let before = head.checked_sub(1).map(|before| &tokens[before]);
        let before = match before {
            Some(before) if before.tags.any(Tags::ARTICLE) && !before.tags.any(Tags::PREPOSITION) => {
                head.checked_sub(2).map(|before| &tokens[before])
            }
            before => before,
        };
        let governed = before.is_some_and(|before| before.tags.any(Tags::PREPOSITION));
        Some((head, governed))
    }

    fn is_head(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let objective = matches!(
            token.text,
            "obiettivo"
                | "obiettivi"
                | "ob"
                | "obt"
                | "traguardo"
                | "target"
                | "objective"
                | "objectives"
                | "goal"
                | "goals"
        );
        let before = at.checked_sub(1).map(|before| &self.tokens[before]);
        if is_elsewhere(self.cursor(at + 1)) || before.is_some_and(|before| before.tags.any(Tags::OLD)) {
            return false;
        }
        // "Il progetto", and not "il progetto Estate ragazzi".
        let general = matches!(token.text, "progetto" | "attivita" | "iniziativa" | "intervento" | "project")
            && (at == 0
                || matches!(
                    self.tokens[at - 1].text,
                    "il" | "l" | "intero" | "intera" | "questo" | "al" | "del" | "dell" | "all" | "the"
                ))
            && self.tokens.get(at + 1).is_none_or(|next| {
                self.clause[at + 1] != self.clause[at]
                    || next.tags.any(Tags::COPULA.or(Tags::NEGATION).or(Tags::HAVE).or(Tags::ADVERB))
                        && !is_conjunction(next)
                    || next.verb.is_some()
                    || matches!(next.text, "slitta" | "slittera" | "prosegue" | "procede" | "continua")
            });
        objective || general
    }

    fn verdict(&self) -> Option<Verdict> {
        // "Il progetto, sospeso, è ripreso a marzo".
        if self.refers() || self.tokens.iter().any(|token| token.tags.any(Tags::RESUMED)) {
            return None;
        }
        let (head, governed) = self.head()?;
        let said = (0..self.tokens.len()).filter_map(|at| self.said(at, head, governed));
        let mut found: Option<(Status, usize, usize)> = None;
        for (status, from, to) in said {
            match found {
                Some((known, ..)) if known != status => return None,
                Some((_, first, last)) => found = Some((status, first.min(from), last.max(to))),
                None => found = Some((status, from, to)),
            }
        }
        let (status, from, to) = found?;
        let (from, to) = (from.min(head), to.max(head + 1));
        let span = hull(self.tokens[from].span, self.tokens[to - 1].span);
        let confidence = Confidence::Inferred;
        Some(Verdict { about: About::Objective, confidence, ..Verdict::plain(status, span) })
    }

    /// What a token says of the objective, with the place of the words that say it.
    fn said(&self, at: usize, head: usize, governed: bool) -> Option<(Status, usize, usize)> {
        let token = &self.tokens[at];
        if at.abs_diff(head) > 26 {
            return None;
        }
        // "Sta procedendo", "si sta dando attuazione all'obiettivo".
        if matches!(token.text, "sta" | "stanno") && !self.is_denied(at) {
            return Some((Status::InProgress, at, at + 1));
        }
        if governed && let Some(given) = self.given(at, head) {
            return Some(given);
        }
        if let Some(status) = self.noun(at, head) {
            return status.map(|status| (status, at, at + 1));
        }
        if governed {
            return None;
        }
        if let Some(status) = self.finite(at, head) {
            return Some((status, at, at + 1));
        }
        self.participle(at, head).map(|status| (status, at, at + 1))
    }

    fn is_denied(&self, at: usize) -> bool {
        let own = |before: usize| self.clause[before] == self.clause[at];
        let denial = |before: &usize| {
            let token = &self.tokens[*before];
            let as_never =
                token.text == "mai" && self.tokens.get(before + 1).is_some_and(|next| next.text == "come");
            !as_never
                && (token.tags.any(Tags::NEGATION)
                    || matches!(token.text, "mai" | "neppure" | "nemmeno" | "neanche" | "nessun" | "never")
                    || token.text == "ne" && token.accented)
        };
        // "Non ancora concluso ma in corso": no longer.
        // "Non vi sono difficoltà e l'obiettivo …", "non più attuale e quindi …": a predicate of its own.
        let anew = |and: usize| {
            self.tokens[and].text == "e"
                && !self.tokens[and].accented
                && self.tokens.get(and + 1).is_some_and(|next| is_definite(next) || next.tags.any(Tags::THEN))
        };
        let reaches =
            |before: &usize| own(*before) && !self.tokens[*before].tags.any(Tags::BUT) && !anew(*before);
        (0..at).rev().take_while(reaches).take(10).any(|before| denial(&before))
            // "Neppure quest'anno l'obiettivo …": the sentence begins with it.
            || matches!(self.tokens[0].text, "neppure" | "nemmeno" | "neanche")
            || self.tokens[0].text == "ne" && self.tokens[0].accented
    }

    /// Whether the sentence only refers to an objective: "vedasi l'obiettivo 4".
    fn refers(&self) -> bool {
        self.tokens.iter().take(2).any(|token| token.tags.any(Tags::REFERS)) || is_of_others(&self.tokens)
            // "Il 40% degli uffici ha raggiunto il target".
            || self.tokens.iter().take(3).any(|token| token.kind == Kind::PercentSign)
    }

    /// In part, by a word of its own clause or of the next.
    fn is_partial(&self, at: usize) -> bool {
        let near = |place: usize| self.clause[place].abs_diff(self.clause[at]) <= 1;
        (0..self.tokens.len()).filter(|&place| near(place)).any(|place| {
            let token = &self.tokens[place];
            let elsewhere = self.clause[place] != self.clause[at];
            token.tags.any(Tags::PARTIAL)
                || self.cursor(place).take_listed(&lexicon::PARTLY)
                || elsewhere && not_fully(self.tokens.get(place..place + 2).unwrap_or_default())
        })
    }

    fn has_exception(&self) -> bool {
        (0..self.tokens.len()).any(|at| {
            self.tokens[at].tags.any(Tags::EXCEPTION) || self.cursor(at).take_listed(&lexicon::EXCEPTIONS)
        })
    }

    /// Achieved, as far as the sentence says.
    fn achieved(&self, at: usize) -> Option<Status> {
        let fully = (0..self.tokens.len())
            .any(|place| self.clause[place] == self.clause[at] && self.tokens[place].tags.any(Tags::FULLY));
        match (self.is_denied(at), self.is_partial(at)) {
            (true, true) => None,
            (true, false) if fully => Some(Status::PartiallyAchieved),
            (true, false) => Some(Status::NotAchieved),
            (false, true) => Some(Status::PartiallyAchieved),
            (false, false) if self.has_exception() => Some(Status::PartiallyAchieved),
            (false, false) => Some(Status::Achieved),
        }
    }

    /// "Raggiunto", "stralciato", where it agrees with the objective and something says that it is.
    fn participle(&self, at: usize, head: usize) -> Option<Status> {
        let token = &self.tokens[at];
        let verb = token.verb?;
        let ending = self.tokens[head].ending;
        let english = matches!(ending, b't' | b'e' | b's' | b'l');
        if token.ending != ending && !english {
            return None;
        }
        let auxiliary = Tags::COPULA.or(Tags::HAVE);
        let own = |place: &usize| self.clause[*place] == self.clause[at];
        let helper = (0..at).rev().take(8).find(|&before| {
            let token = &self.tokens[before];
            token.tags.any(auxiliary) && !is_conjunction(token) && token.text != "da"
                || matches!(token.text, "viene" | "aver" | "avere" | "avendo" | "ho" | "vista" | "visto")
        });
        let helped = helper.is_some();
        // "Gli obiettivi non raggiunti nel 2019 sono stati riesaminati".
        let goes_on = |token: &Token<'_>| token.tags.any(auxiliary) && !is_conjunction(token);
        let rest = self.tokens[at + 1..].iter().zip(at + 1..).take_while(|(_, place)| own(place));
        if !helped
            && self.tokens[0].tags.any(Tags::ARTICLE)
            && rest.into_iter().any(|(token, _)| goes_on(token))
        {
            return None;
        }
        // "Non è stato, nonostante tutto, raggiunto": denied where its auxiliary is.
        let denied =
            self.is_denied(at) || helper.is_some_and(|helper| !own(&helper) && self.is_denied(helper));
        // "Obiettivi che non sono stati raggiunti": which.
        let group = Tags::COPULA.or(Tags::HAVE).or(Tags::NEGATION).or(Tags::ADVERB);
        let led = (0..at).rev().find(|&before| !self.tokens[before].tags.any(group));
        if led.is_some_and(|led| head > 1 && led > head && self.tokens[led].tags.any(Tags::RELATIVE)) {
            return None;
        }
        // "A chi ha raggiunto l'obiettivo".
        if led.is_some_and(|led| matches!(self.tokens[led].text, "chi" | "who")) {
            return None;
        }
        // "La ditta afferma di aver raggiunto l'obiettivo".
        if self.tokens[..at.min(head)].iter().take(2).any(|token| token.tags.any(Tags::OTHERS)) {
            return None;
        }
        // "L'ufficio ha completato il progetto sospeso": which, not how it went.
        // "Il termine è stato prorogato e il progetto rinviato".
        let coordinated = head > 1
            && is_definite(&self.tokens[head - 1])
            && self.tokens[head - 2].tags.any(Tags::AND)
            && !self.tokens[..head].iter().any(|token| token.tags.any(Tags::HAVE));
        let beside = at == head + 1
            && !coordinated
            && self.tokens[..head].iter().any(|token| token.tags.any(auxiliary) && !is_conjunction(token));
        if beside {
            return None;
        }
        let opens = at == 0
            || !own(&(at - 1))
            || self.tokens[at - 1].tags.any(Tags::NEGATION.or(Tags::AND).or(Tags::BUT).or(Tags::ADVERB));
        let infinitive = at > 0 && matches!(self.tokens[at - 1].text, "essere" | "da" | "di" | "to")
            || at > 1 && (self.tokens[at - 2].text == "essere" || self.tokens[at - 2].text == "to");
        let able = infinitive
            && self.tokens[..at]
                .iter()
                .rev()
                .take(4)
                .any(|token| token.text.starts_with("dovut") || token.text.starts_with("potut"));
        if !(helped || opens) || infinitive && !able {
            return None;
        }
        // What it says it of stands right after it: "realizzata la piazza".
        let object = self.tokens.get(at + 1).is_some_and(|next| {
            // "Ha ottenuto un premio".
            let article = is_definite(next) || matches!(next.text, "un" | "una" | "uno");
            own(&(at + 1)) && article && !self.near_head(at + 1, head)
        });
        if object {
            return None;
        }
        // "Nessun obiettivo risulta non raggiunto": denied twice.
        let denials = |before: &usize| self.tokens[*before].tags.any(Tags::NEGATION.or(Tags::NONE));
        if (0..at).rev().take_while(own).take(10).filter(denials).count() > 1 {
            return None;
        }
        match verb {
            Verb::Reach if !self.tokens[head].tags.any(Tags::HEAD) => None,
            // "Non realizzato in economia ma tramite appalto".
            Verb::Achieve | Verb::Reach if denied && otherwise(self.cursor(at + 1), None) => None,
            Verb::Achieve | Verb::Reach if denied && !self.is_denied(at) => Some(Status::NotAchieved),
            Verb::Achieve | Verb::Reach => self.achieved(at),
            Verb::Plain(status) if !denied => Some(status),
            // "Non annullata, soltanto spostata al 2023, l'iniziativa".
            Verb::Move if !denied && time(&mut self.cursor(at + 1)) => Some(Status::Postponed),
            Verb::Miss if !denied => Some(Status::NotAchieved),
            Verb::Measurable if denied => Some(Status::NotMeasurable),
            _ => None,
        }
    }

    fn near_head(&self, at: usize, head: usize) -> bool {
        head >= at && head - at <= 2
    }

    /// "Raggiungimento dell'obiettivo", "stralcio dell'obiettivo": `Some(None)` where such a noun leaves it unsaid.
    fn noun(&self, at: usize, head: usize) -> Option<Option<Status>> {
        let token = &self.tokens[at];
        let achievement =
            token.tags.any(Tags::ACHIEVEMENT) || matches!(token.text, "realizzazione" | "attuazione");
        let status = self.cursor(at).take_status(&lexicon::STATUS_NOUN);
        let governs = head > at
            && head - at <= 4
            && self.tokens[at + 1..head].iter().any(|token| token.tags.any(Tags::PREPOSITION));
        // "Dell'obiettivo è stata disposta la cancellazione".
        let of_it = at > head && head == 1 && matches!(self.tokens[0].text, "dell" | "del" | "degli" | "dei");
        if of_it && !self.tokens.iter().any(|token| token.tags.any(Tags::ASKED)) {
            return match (status, token.tags.any(Tags::ACHIEVEMENT)) {
                (Some(status), _) => Some((!self.is_denied(at)).then_some(status)),
                (None, true) => Some(self.achieved(at)),
                (None, false) => None,
            };
        }
        // "Si dà atto della non misurabilità dell'obiettivo".
        let denied = at > 0 && self.tokens[at - 1].tags.any(Tags::NEGATION);
        if token.text == "misurabilita" && governs && denied {
            return Some(Some(Status::NotMeasurable));
        }
        if !(achievement || status.is_some()) || !governs {
            return None;
        }
        let before = &self.tokens[..at];
        let last = before
            .iter()
            .rev()
            .find(|token| !token.tags.any(Tags::ARTICLE.or(Tags::FULL).or(Tags::PARTIAL).or(Tags::FAILED)));
        // "Discusso il mancato raggiungimento".
        let told = last.is_some_and(|last| {
            (last.tags.any(Tags::DEED) || last.participle)
                && !last.tags.any(Tags::ATTESTED.or(Tags::DECIDED).or(Tags::PREPOSITION))
        });
        if achievement && told {
            return Some(None);
        }
        let failed = before.iter().rev().take(2).any(|token| token.tags.any(Tags::FAILED.or(Tags::NEGATION)));
        let aimed = last.is_some_and(|last| last.tags.any(Tags::PREPOSITION.or(Tags::DESPITE)));
        let states = before.iter().any(|token| {
            matches!(
                token.text,
                "atto"
                    | "conferma"
                    | "attesta"
                    | "attestare"
                    | "comunica"
                    | "prende"
                    | "registra"
                    | "rileva"
                    | "preso"
            )
        });
        let brought = before
            .iter()
            .rev()
            .take(4)
            .any(|token| matches!(token.text, "rinunciato" | "condotto" | "portato" | "rinunciare"));
        // "Chiesta la sospensione", "la sospensione è stata revocata".
        if self.tokens.iter().any(|token| token.tags.any(Tags::ASKED)) {
            return Some(None);
        }
        if let Some(status) = status {
            let stands = !aimed || states || brought;
            return Some((stands && !failed && !self.is_denied(at)).then_some(status));
        }
        if self.tokens.iter().any(|token| matches!(token.text, "rinunciato" | "rinunciare")) {
            return Some((!self.is_denied(at)).then_some(Status::Cancelled));
        }
        let going_on =
            self.tokens.iter().any(|token| matches!(token.text, "prosegue" | "procede" | "continua"))
                || (0..self.tokens.len()).any(|at| self.cursor(at).take_phrase("in corso"));
        if going_on {
            return Some(Some(Status::InProgress));
        }
        if let Some(of_it) = self.tokens.iter().find_map(|token| match token.verb {
            // "Sospesa la realizzazione dell'obiettivo".
            Some(Verb::Plain(status)) if token.ending == b'a' || token.ending == b'o' => Some(status),
            _ => None,
        }) {
            return Some(Some(of_it));
        }
        let missed = self.tokens[..at].iter().rev().take(8).any(|token| token.text.starts_with("mancat"));
        Some(match (failed, self.is_partial(at), states) {
            (true, ..) if !aimed || states => Some(Status::NotAchieved),
            (false, true, _) if !aimed || states => Some(Status::PartiallyAchieved),
            (false, false, true) if !self.is_denied(at) => Some(Status::Achieved),
            (false, false, false) if missed && !aimed => Some(Status::NotAchieved),
            _ => None,
        })
    }

    /// "All'obiettivo è stata data piena attuazione", "non è stata data attuazione all'obiettivo".
    fn given(&self, at: usize, head: usize) -> Option<(Status, usize, usize)> {
        let token = &self.tokens[at];
        let led = head
            .checked_sub(1)
            .is_some_and(|before| matches!(self.tokens[before].text, "all" | "al" | "agli" | "ad"));
        if led && matches!(token.text, "rinunciato" | "rinunciare") && !self.is_denied(at) {
            return Some((Status::Cancelled, at, at + 1));
        }
        let attuazione = matches!(token.text, "attuazione" | "realizzazione");
        let gave = self.tokens[..at]
            .iter()
            .rev()
            .take(6)
            .any(|token| matches!(token.text, "data" | "dato" | "dare" | "dando"));
        if !(led && attuazione && gave) {
            return None;
        }
        let give =
            (0..at).rev().find(|&before| matches!(self.tokens[before].text, "data" | "dato" | "dare"))?;
        self.achieved(give).map(|status| (status, give, at + 1))
    }

    /// "L'obiettivo slitta al 2023", "l'obiettivo ha trovato attuazione", "è rimasto sulla carta".
    fn finite(&self, at: usize, head: usize) -> Option<Status> {
        let token = &self.tokens[at];
        let text = token.text;
        if text.is_empty() || self.is_denied(at) && !matches!(text, "trovato" | "avuto" | "luogo") {
            return None;
        }
        let after = |phrase: &str| self.cursor(at).take_phrase(phrase);
        match text {
            "slitta" | "slittano" | "slittera" if at > head => Some(Status::Postponed),
            "prosegue" | "proseguono" | "procede" | "procedono" => Some(Status::InProgress),
            "in" if at > 0 && matches!(self.tokens[at - 1].text, "anno" | "esercizio" | "mese") => None,
            "in" if after("in corso") && !after("in corso d") || after("in itinere") => {
                Some(Status::InProgress)
            }
            "giunto" | "portato" | "condotto"
                if after("giunto a compimento")
                    || after("giunto a termine")
                    || after("portato a termine")
                    || after("condotto a termine")
                    || after("portato a compimento") =>
            {
                Some(Status::Achieved)
            }
            "luogo" if self.tokens[..at].last().is_some_and(|before| before.text == "avuto") => {
                self.achieved(at).filter(|status| *status == Status::NotAchieved)
            }
            "rimasto" if after("rimasto sulla carta") || after("rimasto inattuato") => {
                Some(Status::NotAchieved)
            }
            "irrealizzato" | "inattuato" | "disatteso" | "irraggiunto" => Some(Status::NotAchieved),
            "trovato" | "avuto" => {
                let noun = self.tokens[at + 1..]
                    .iter()
                    .take(12)
                    .any(|token| matches!(token.text, "attuazione" | "realizzazione"));
                if noun { self.achieved(at) } else { None }
            }
            _ => None,
        }
    }
}
