// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who is named where nobody is expected: in columns without a field ("Assessore", "Redatto da"), in offices, and beside
//! an address of mail in a cell that is read as a group's for it.
//!
//! Only what surely is a person's name is taken for one: words with capitals of which one is a given name, or such as a
//! title or a column of people tells. Never here: what stands for a name, or where it is covered (see `names`).

use rustc_hash::FxHashSet;

use crate::plan::{Kept, Plan};
use crate::reading::people::{Kind, is_given_name, is_office, is_particle, is_title, name_letter, read};
use crate::text::skeleton;

/// What columns are called that name people.
const OF_PEOPLE: &str = "referent assessor rup titolar redatt compilat firm responsab istruttor dirigent capo delegat sindac \
    segretari coordinat incaricat curat autor nome";

/// What streets, buildings and saints are called: a name after it is of a place.
const OF_PLACES: &str = "via viale piazza piazzale piazzetta largo corso vicolo strada borgo villa casa palazzo parco giardino \
    giardini cascina torre ponte lago monte santa santo san sant santi beato beata don festa premio fondazione memorial";

/// How long a text is at most in which names are looked for: longer ones are sentences.
const LONGEST: usize = 200;

/// How many words a name has at most.
const MOST_WORDS: usize = 5;

/// The people whom a plan names outside of its cells of people, in its order.
pub(super) fn elsewhere(plan: &Plan) -> Vec<String> {
    let mut seen = FxHashSet::default();
    let mut names = Vec::new();
    let mut look = |text: &str, is_of_people: bool| {
        // Without a capital there is no name, and a number has none.
        let may_be = text.len() <= LONGEST && text.contains(char::is_uppercase);
        if may_be && seen.insert((text.to_owned(), is_of_people)) {
            names.extend(people(text, is_of_people, &[]));
        }
    };
    let mut kept = |all: &[Kept]| {
        for Kept { name, value } in all {
            let bones = skeleton(name);
            let is_of_people = OF_PEOPLE.split_ascii_whitespace().any(|stem| bones.starts_with(stem));
            // Within JSON each text is one.
            value.as_str().split('"').for_each(|text| look(text, is_of_people));
        }
    };
    kept(&plan.kept);
    plan.objectives.iter().for_each(|one| kept(&one.kept));
    plan.objectives.iter().for_each(|one| look(&one.office, false));
    names
}

/// The people whom the name of a group holds: `Elena Novarese (e.novarese@comune.it)`.
pub fn within(group: &str) -> Vec<String> {
    let (rest, addresses) = apart(group);
    let of_addresses: Vec<String> = addresses.iter().flat_map(|address| parts(address)).collect();
    let mut names = people(&rest, false, &of_addresses);
    let is_said = |part: &String| names.iter().any(|name: &String| skeleton(name).contains(part));
    let unsaid = addresses.iter().filter(|address| !parts(address).iter().any(is_said));
    let unsaid: Vec<String> = unsaid.filter_map(|address| of_address(address)).collect();
    names.extend(unsaid);
    names
}

/// A text without its addresses of mail, and what these have before their `@`.
fn apart(text: &str) -> (String, Vec<&str>) {
    let ends =
        |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';' | ':' | '"');
    let (mut rest, mut addresses) = (String::new(), Vec::new());
    for piece in text.split_inclusive(ends) {
        match piece.split_once('@') {
            Some((local, _)) => addresses.push(local),
            None => rest.push_str(piece),
        }
        // No sign that a name has not is left, for which all would be a group's name.
        rest = rest.replace(['<', '>', '=', '{', '}'], ",");
    }
    (rest, addresses)
}

/// A word as names are compared.
fn folded(word: &str) -> String {
    word.chars().filter_map(name_letter).collect()
}

/// The words of an address of mail that may be of a name, folded.
fn parts(local: &str) -> Vec<String> {
    let words = local.split(|c: char| !c.is_alphabetic());
    words.map(folded).filter(|word| word.len() > 2 && !is_office(word)).collect()
}

/// The name in an address of mail that is one: `e.novarese`, `elena.novarese`.
fn of_address(local: &str) -> Option<String> {
    let words: Vec<&str> = local.split(['.', '_', '-']).filter(|word| !word.is_empty()).collect();
    let tells = |word: &&str| word.chars().count() == 1 || is_given_name(&folded(word));
    let is_name = (2..=3).contains(&words.len())
        && words.iter().any(tells)
        && words.iter().any(|word| word.chars().count() > 2)
        && !words.iter().any(|word| is_office(&folded(word)));
    is_name.then(|| words.iter().map(|word| capital(word)).collect::<Vec<_>>().join(" "))
}

/// A word of an address as names have it; a single letter is an initial.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let dot = if word.chars().count() == 1 { "." } else { "" };
    first.chain(letters).collect::<String>() + dot
}

/// The people in a text: all where it is of people, else such as surely are; also such as have one of these words.
fn people(text: &str, is_of_people: bool, words: &[String]) -> Vec<String> {
    let parts = read(text).into_iter().filter(|part| part.kind == Kind::Person);
    let names = parts.filter_map(|part| {
        let name = cut_to_name(&part.name);
        let titled = part.cut.iter().any(|cut| is_title(&folded(cut)));
        let is_told = || name.split_whitespace().any(|word| words.contains(&folded(word)));
        let is_name = is_short(&name) && (titled || is_of_people || is_told() || is_sure(&name));
        (is_name && !is_of_place(&name)).then_some(name)
    });
    names.collect()
}

/// A name without what leads to it: `Redatto da Mario Verdi`.
fn cut_to_name(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_lead = |word: &&str| matches!(*word, "da" | "di" | "del" | "dal" | "dalla" | "a" | "con");
    let after = words.iter().rposition(is_lead).map(|at| words[at + 1..].join(" "));
    after.filter(|after| is_sure(after)).unwrap_or_else(|| words.join(" "))
}

/// Whether a name is as short as names are, and written as one.
fn is_short(name: &str) -> bool {
    let mut words = name.split_whitespace();
    name.split_whitespace().count() <= MOST_WORDS
        && words.all(|word| word.starts_with(char::is_uppercase) || is_particle(&folded(word)))
}

/// Whether a name has a given name, and another word beside.
fn is_sure(name: &str) -> bool {
    let words: Vec<String> = name.split_whitespace().map(folded).collect();
    words.len() > 1 && words.iter().any(|word| is_given_name(word))
}

/// Whether a name is that of a street, a building or a saint.
fn is_of_place(name: &str) -> bool {
    let first = folded(name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
    OF_PLACES.split_ascii_whitespace().any(|word| word == first)
}
