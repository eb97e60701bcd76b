// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was expected against what came of it is read as people write it, or not at all: never a guessed degree.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use traguardi::document::Document;
use traguardi::export::objectives_json;
use traguardi::plan::{Indicator, Method, Objective, Percent, Plan, Weight};
use traguardi::reading::{
    self, Better, Deadline, IndicatorReading, ReadFrom, StandsIn, Unit, When, achievements,
    degree_from_indicators,
};

fn of(text: &str, expected: &str, actual: &str) -> Indicator {
    Indicator { text: text.into(), expected: expected.into(), actual: actual.into(), weight: None }
}

fn indicator(one: &Indicator) -> IndicatorReading {
    reading::read(&objective(vec![one.clone()]), None).indicators[0]
}

fn deadlines(objective: &Objective) -> Vec<(StandsIn, Deadline)> {
    reading::read(objective, None).deadlines
}

fn degree(text: &str, expected: &str, actual: &str) -> Option<f64> {
    indicator(&of(text, expected, actual)).degree.map(Percent::value)
}

/// Where there must be no degree.
const NONE: f64 = -1.0;

/// Text, expected, actual, and the degree, to the nearest hundredth.
#[rustfmt::skip]
const DEGREES: &[(&str, &str, &str, f64)] = &[
    // Percentages
    ("", "100%", "100%", 100.0),
    ("", "100%", "98%", 98.0),
    ("", "80%", "60%", 75.0),
    ("", "80 %", "90 %", 100.0),
    ("", ">= 80%", "80%", 100.0),
    ("", "≥80%", "40%", 50.0),
    ("", "> 80%", "81%", 100.0),
    ("", "almeno 80%", "72%", 90.0),
    ("", "almeno l'80%", "85%", 100.0),
    ("", "non meno del 90 per cento", "90 per cento", 100.0),
    ("", "non inferiore al 75%", "75,5%", 100.0),
    ("", "100% delle richieste", "98%", 98.0),
    ("", "100%", "98,5 % delle pratiche", 98.5),
    ("", "100/100", "95/100", 95.0),
    ("", "98,500%", "49,25%", 50.0),
    ("", "90%", "0%", 0.0),
    ("", "50%", "80% (40 su 50)", 100.0),
    ("", "90% entro 30 giorni", "45%", 50.0),
    ("Percentuale di atti pubblicati", "100%", "98", 98.0),
    ("% di atti pubblicati", "100", "98%", 98.0),
    ("Atti pubblicati", "100%", "98", NONE),
    ("Percentuale di atti pubblicati", "100%", "0,98", NONE),
    ("Percentuale di atti pubblicati", "100%", "120", NONE),
    ("", "> 80%", "80%", NONE),
    ("", "100%", "circa 80%", NONE),
    ("", "100%", "80% circa", NONE),
    ("", "50-60%", "55%", NONE),
    ("", "dal 50% al 60%", "55%", NONE),
    ("", "80%", "-5%", NONE),
    ("", "80%", "oltre 90%", 100.0),
    ("", "80%", "oltre 70%", NONE),
    ("", "80%", "non raggiunto l'80%", NONE),
    ("", "80%", "80% previsto, 20% realizzato", NONE),
    // Numbers of things
    ("", "≥ 3 incontri", "4", 100.0),
    ("", "≥ 3 incontri", "2", 66.67),
    ("", "3", "3", 100.0),
    ("", "4", "1", 25.0),
    ("", "n. 3 incontri", "n. 3 incontri", 100.0),
    ("", "n. 4 incontri", "3 incontri svolti", 75.0),
    ("", "N.4", "N. 2", 50.0),
    ("", "minimo 1 progetto", "1", 100.0),
    ("", "almeno un progetto", "2 progetti", 100.0),
    ("", "almeno due eventi", "1 evento", 50.0),
    ("", "non meno di 10", "5", 50.0),
    ("", "min. 4", "3", 75.0),
    ("", "5 minimo", "4", 80.0),
    ("", "3 o più", "2", 66.67),
    ("", "12,5", "10", 80.0),
    ("", "12.5", "12,5", 100.0),
    ("", "1.500", "750", 50.0),
    ("", "1.500 utenti", "1.200 utenti", 80.0),
    ("", "più di 10", "11", 100.0),
    ("", "at least 10", "8", 80.0),
    ("", "no less than 5 events", "5 events", 100.0),
    ("", "4", "0", 0.0),
    ("", "4 incontri", "nessuno", 0.0),
    ("", "40", "22", 55.0),
    ("", "2000 accessi", "2021", 100.0),
    ("", "3 incontri entro il 31/12/2021", "3", 100.0),
    ("", "3 incontri", "4 determine", NONE),
    ("", "3 incontri e 2 corsi", "3", NONE),
    ("", "2021", "2021", NONE),
    ("", "4", "2021", 100.0),
    ("", "4", "sì", NONE),
    ("", "2 milioni di euro", "1 milione di euro", NONE),
    ("", "4", "3 nel 2020, 5 nel 2021", NONE),
    ("", "4", "4 nel 2021", 100.0),
    ("", "0", "0", 100.0),
    ("", "0", "3", NONE),
    ("", "> 0", "1", 100.0),
    ("", "3 sedute", "Tre", 100.0),
    ("", "4", "Nessuna richiesta pervenuta", NONE),
    ("", "5", "5, di cui 2 in rete", 100.0),
    ("Tasso di assenza", "5%", "10%", NONE),
    ("Tasso di assenza", "massimo 5%", "10%", 50.0),
    ("", "4", "delibera n. 45", NONE),
    ("", "4", "Covid-19", NONE),
    ("", "4", "ore 12:30", NONE),
    // Money
    ("", "1.500 euro", "1500 euro", 100.0),
    ("", "1.500 euro", "750,00 €", 50.0),
    ("", "€ 2.000,00", "€ 1.000", 50.0),
    ("", "≤ 1.000 euro", "2.000 euro", 50.0),
    ("", "massimo 1.000 €", "800 €", 100.0),
    ("", "1.500 euro", "80%", NONE),
    ("", "1.500 euro", "1.500 ore", NONE),
    // Time, less is better
    ("", "≤ 30 giorni", "25 giorni", 100.0),
    ("", "≤ 30 giorni", "60 giorni", 50.0),
    ("", "<= 30 gg", "40 gg", 75.0),
    ("", "entro 30 giorni", "30 giorni", 100.0),
    ("", "entro 30 giorni", "40", 75.0),
    ("", "entro 30 giorni dalla richiesta", "25 gg", 100.0),
    ("", "entro e non oltre 15 gg. dal ricevimento", "20 giorni", 75.0),
    ("", "massimo 10 giorni", "20 giorni", 50.0),
    ("", "max 10 gg", "8", 100.0),
    ("", "non oltre 20 giorni", "25 giorni", 80.0),
    ("", "non più di 5 giorni", "10 giorni", 50.0),
    ("", "non superiore a 5 giorni", "5 giorni", 100.0),
    ("", "< 5 giorni", "4 giorni", 100.0),
    ("", "meno di 5 giorni", "10 giorni", 50.0),
    ("", "< 5", "10", 50.0),
    ("", "< 5", "5", NONE),
    ("", "within 30 days", "60 days", 50.0),
    ("Tempi medi di rilascio", "30 giorni", "20 giorni", 100.0),
    ("Tempo medio di pagamento", "30", "60", 50.0),
    ("Riduzione dei tempi di attesa", "30 giorni", "40 giorni", 75.0),
    ("Riduzione dei tempi di attesa", "10%", "5%", 50.0),
    ("Giorni di ritardo", "0", "0", 100.0),
    ("Giorni di ritardo", "0", "3", NONE),
    ("N. reclami", "10", "20", 50.0),
    ("Numero di reclami", "≤ 5", "0", 100.0),
    ("N. reclami gestiti", "10", "5", 50.0),
    ("Report sui tempi di risposta", "1", "2", 100.0),
    ("Giorni di apertura", "200 giorni", "100 giorni", 50.0),
    ("Ore di formazione", "20 ore", "15 ore", 75.0),
    ("Rilascio certificati", "30 giorni", "20 giorni", NONE),
    ("Rilascio certificati", "30 giorni", "30 giorni", 100.0),
    ("", "30 giorni", "30%", NONE),
    ("", "entro 30 giorni", "98%", NONE),
    ("", "entro 2 mesi", "45 giorni", NONE),
    ("", "≤ 48 ore", "24 ore", 100.0),
    ("", "entro 30 giorni", "oltre 30 giorni", NONE),
    ("", "entro 30 giorni", "entro 20 giorni", 100.0),
    // Shares
    ("", "100%", "45 su 50", 90.0),
    ("", "90%", "45/50", 100.0),
    ("", "50 su 50", "45 su 50", 90.0),
    ("", "45/50", "45/50", 100.0),
    ("", "100%", "154 su 157", 98.09),
    ("", "100%", "82 dei 91", 90.11),
    ("", "100%", "40 pratiche su 50", 80.0),
    ("", "100%", "45/2021", NONE),
    ("", "45 su 50", "45", NONE),
    ("", "3 incontri", "3 su 5", NONE),
    // Dates
    ("", "entro il 31/12/2021", "15/11/2021", 100.0),
    ("", "entro il 31/12/2021", "31/12/2021", 100.0),
    ("", "entro il 31/12/2021", "01/01/2022", 0.0),
    ("", "31/12/2021", "10/1/2022", 0.0),
    ("", "31.12.21", "30.12.21", 100.0),
    ("", "31-12-2021", "30-12-2021", 100.0),
    ("", "entro il 15 dicembre 2021", "in data 15 dicembre 2021", 100.0),
    ("", "2021-12-31", "2021-12-30", 100.0),
    ("", "2021-06-30", "2021-07-01", 0.0),
    ("", "entro ottobre 2021", "31/10/2021", 100.0),
    ("", "entro Ottobre 2021", "2 novembre 2021", 0.0),
    ("", "entro giugno 2021", "maggio 2021", 100.0),
    ("", "entro il I semestre 2021", "30/06/2021", 100.0),
    ("", "I semestre 2021", "luglio 2021", 0.0),
    ("", "entro 10/2021", "31/10/2021", 100.0),
    ("", "by 31 December 2021", "30 November 2021", 100.0),
    ("", "entro il 31/12/2021", "Sì, in data 15/11/2021", 100.0),
    ("", "entro il 31/12/2021", "2021", 100.0),
    ("", "entro il 30/11/2021", "2021", NONE),
    ("", "entro il 31/12/2021", "99/12/2021", NONE),
    ("", "entro il 15 dicembre 2021", "dicembre 2021", NONE),
    ("", "entro il 31 dicembre", "15 novembre", NONE),
    ("", "entro il 31/12/2021", "prorogato al 30/06/2022", NONE),
    ("", "entro il 31/12/2021", "delibera n. 45 del 15/11/2021", NONE),
    ("", "entro il 31/12/2021", "31/02/2021", NONE),
    ("", "entro il 31/12/2021", "sì", NONE),
    ("", "entro il 31/12/2021", "100%", NONE),
    ("", "entro il 30/06/2021 e il 31/12/2021", "30/06/2021", NONE),
    // Yes or no
    ("", "SI", "SI", 100.0),
    ("", "SI", "NO", 0.0),
    ("", "sì", "Sì", 100.0),
    ("", "sì", "no", 0.0),
    ("", "SI/NO", "SI", 100.0),
    ("", "sì/no", "NO", 0.0),
    ("", "fatto/non fatto", "fatto", 100.0),
    ("", "sì", "realizzato", 100.0),
    ("", "realizzato", "fatto", 100.0),
    ("", "fatto", "non realizzato", 0.0),
    ("", "sì", "non è stato realizzato", 0.0),
    ("", "realizzazione", "realizzata", 100.0),
    ("", "yes", "done", 100.0),
    ("", "sì", "Sì, con delibera n. 45 del 3/3/2021", 100.0),
    ("", "sì", "Sì, ma solo in parte", NONE),
    ("", "sì", "parzialmente realizzato", NONE),
    ("", "sì", "realizzato al 50%", NONE),
    ("", "sì", "SI/NO", NONE),
    ("", "sì", "Si è provveduto a rinviare", NONE),
    ("", "sì", "100%", NONE),
    ("", "no", "no", NONE),
    // Targets in the text
    ("minimo 1 progetto attivato", "", "1", 100.0),
    ("minimo 2 progetti attivati", "-", "1 progetto", 50.0),
    ("almeno il 75% degli atti", "", "60%", 80.0),
    ("Risposta entro 30 giorni dalla richiesta", "", "25 giorni", 100.0),
    ("Approvazione entro il 15 dicembre 2021", "", "10/12/2021", 100.0),
    ("≥ 3 incontri", "n.d.", "3", 100.0),
    ("attivazione entro 30 giorni dalla richiesta - avvio entro 30 giorni dal nulla osta", "", "20 giorni", 100.0),
    ("N. incontri", "", "3", NONE),
    ("3 incontri", "", "3", NONE),
    ("almeno 3 incontri e almeno 2 corsi", "", "3", NONE),
    // Nothing that can be compared
    ("", "", "", NONE),
    ("", "100%", "", NONE),
    ("", "100%", "n.d.", NONE),
    ("", "100%", "-", NONE),
    ("", "100%", "//", NONE),
    ("", "100%", "vedi relazione", NONE),
    ("", "vedi PEG", "100%", NONE),
    ("", "", "100%", NONE),
    ("", "alto", "medio", NONE),
];

#[test]
fn degrees_are_read_as_labelled() {
    assert!(DEGREES.len() >= 120, "{}", DEGREES.len());
    let mut wrong = Vec::new();
    for &(text, expected, actual, label) in DEGREES {
        let read = degree(text, expected, actual);
        let right = match read {
            Some(read) => (read - label).abs() < 0.005,
            None => label == NONE,
        };
        if !right {
            wrong.push(format!("{text:?} {expected:?} {actual:?}: {read:?}, not {label}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn values_have_their_units() {
    let target = |expected: &str| indicator(&of("", expected, "")).target.map(|target| target.value);
    for (expected, value, unit) in [
        ("30 giorni", 30.0, Unit::Days),
        ("30 gg.", 30.0, Unit::Days),
        ("48h", 48.0, Unit::Hours),
        ("due mesi", 2.0, Unit::Months),
        ("un mese", f64::NAN, Unit::Months),
        ("entro due mesi", 2.0, Unit::Months),
        ("30 (trenta) giorni", 30.0, Unit::Days),
        ("30%", 30.0, Unit::Percent),
        ("1.500,50 euro", 1500.5, Unit::Euro),
        ("n. 3 incontri", 3.0, Unit::Count),
        ("2021 utenti", 2021.0, Unit::Count),
    ] {
        let read = target(expected);
        if value.is_nan() {
            assert_eq!(read, None, "{expected}");
        } else {
            assert_eq!(read, Some(reading::Value::Number(value, unit)), "{expected}");
        }
    }
    assert_eq!(target("45 su 50"), Some(reading::Value::Ratio { part: 45.0, whole: 50.0 }));
    assert_eq!(target("sì"), Some(reading::Value::YesNo(true)));
    let Some(reading::Value::Date(date)) = target("entro Ottobre 2021") else { panic!("a date") };
    assert_eq!(date.to_string(), "2021-10");
    assert_eq!(target("a.s. 2021/2022"), None);
}

#[test]
fn less_is_better_only_where_it_is_said() {
    let better = |text: &str, expected: &str| indicator(&of(text, expected, "")).better;
    for (text, expected) in [
        ("", "≤ 30 giorni"),
        ("", "< 5"),
        ("", "entro 30 giorni"),
        ("", "massimo 3"),
        ("", "non oltre 10 giorni"),
        ("Risposta entro 30 giorni", ""),
        ("Tempi medi di rilascio", "10 giorni"),
        ("Giorni di ritardo", "5"),
        ("Riduzione dei tempi", "5 giorni"),
        ("Numero di reclami", "5"),
    ] {
        assert_eq!(better(text, expected), Better::Less, "{text} {expected}");
    }
    for (text, expected) in [
        ("", "30 giorni"),
        ("", "80%"),
        ("", "almeno 30 giorni"),
        ("", "entro il 31/12/2021"),
        ("Riduzione dei tempi", "10%"),
        ("Reclami evasi", "10"),
        ("Tempi medi di rilascio", "almeno 10 giorni"),
        ("", ""),
    ] {
        assert_eq!(better(text, expected), Better::More, "{text} {expected}");
    }
}

fn shown((stands, deadline): &(StandsIn, Deadline), texts: &Objective) -> String {
    let text = match *stands {
        StandsIn::IndicatorText(at) => &texts.indicators[at].text,
        StandsIn::IndicatorExpected(at) => &texts.indicators[at].expected,
        StandsIn::DeadlineField => &texts.deadline,
    };
    let part = |start: u32, end: u32| -> String {
        text.chars().skip(start as usize).take((end - start) as usize).collect()
    };
    let words = part(deadline.span.start, deadline.span.end);
    match deadline.when {
        When::By(date) => format!("{date} [{words}]"),
        When::Within { length, unit, from } => {
            let from = from.map_or(String::new(), |from| format!(" {}", part(from.start, from.end)));
            format!("{length} {}{from} [{words}]", unit.code())
        }
    }
}

#[test]
fn deadlines_stand_where_they_are_written() {
    for (text, expected) in [
        ("entro il 15 dicembre 2021", "2021-12-15 [entro il 15 dicembre 2021]"),
        ("Pubblicazione entro Ottobre 2021", "2021-10 [entro Ottobre 2021]"),
        (
            "Risposta entro 30 giorni dalla richiesta",
            "30 days dalla richiesta [entro 30 giorni dalla richiesta]",
        ),
        ("I semestre", "--01/06 [I semestre]"),
        ("Avvio nel primo semestre 2021", "2021-01/06 [primo semestre 2021]"),
        ("entro e non oltre il 30.06.2021", "2021-06-30 [entro e non oltre il 30.06.2021]"),
        ("entro la fine di giugno 2021", "2021-06 [entro la fine di giugno 2021]"),
        ("entro il mese di maggio", "--05 [entro il mese di maggio]"),
        ("entro il 31/12", "--12-31 [entro il 31/12]"),
        ("entro il 2021", "2021 [entro il 2021]"),
        ("by the end of May 2022", "2022-05 [by the end of May 2022]"),
        ("within 10 days", "10 days [within 10 days]"),
        ("scadenza: 31/12/2021", "2021-12-31 [scadenza: 31/12/2021]"),
        ("entro 15 gg. lavorativi dal ricevimento", "15 days dal ricevimento"),
        ("entro due mesi dall'avvio", "2 months dall'avvio"),
        ("entro 48 ore", "48 hours [entro 48 ore]"),
        ("non oltre il 31/12/2021", "2021-12-31 [non oltre il 31/12/2021]"),
    ] {
        let objective = Objective { indicators: vec![of(text, "", "")], ..Objective::default() };
        let found = deadlines(&objective);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0].0, StandsIn::IndicatorText(0));
        let read = shown(&found[0], &objective);
        assert!(read.contains(expected), "{text}: {read}, not {expected}");
    }
    for text in [
        "",
        "entro l'anno",
        "a.s. 2021/2022",
        "entro l'a.s. 2021/2022",
        "anno scolastico 2021/2022",
        "Relazione del I semestre 2021",
        "Delibera del 15/11/2021",
        "N. incontri 2021",
        "30 giorni di apertura",
        "entro il mese successivo",
        "verifica delle scadenze",
    ] {
        let objective = Objective { indicators: vec![of(text, "", "")], ..Objective::default() };
        assert_eq!(deadlines(&objective), vec![], "{text}");
    }
}

#[test]
fn the_deadlines_of_an_objective_come_in_order() {
    let objective = Objective {
        indicators: vec![
            of("Bozza entro maggio 2021", "31/12/2021", "1/1/2020"),
            of("entro il 30 giugno 2021 e il 31 dicembre 2021", "", ""),
        ],
        deadline: "dicembre 2021".into(),
        ..Objective::default()
    };
    let found: Vec<_> =
        deadlines(&objective).iter().map(|found| (found.0, shown(found, &objective))).collect();
    let expected = [
        (StandsIn::IndicatorText(0), "2021-05 [entro maggio 2021]"),
        (StandsIn::IndicatorExpected(0), "2021-12-31 [31/12/2021]"),
        (StandsIn::IndicatorText(1), "2021-06-30 [entro il 30 giugno 2021]"),
        (StandsIn::IndicatorText(1), "2021-12-31 [31 dicembre 2021]"),
        (StandsIn::DeadlineField, "2021-12 [dicembre 2021]"),
    ];
    assert_eq!(found, expected.map(|(stands, text)| (stands, text.to_owned())));
}

#[test]
fn a_deadline_of_its_own_needs_no_word_before_it() {
    for (text, expected) in [
        ("31/12/2021", vec!["2021-12-31 [31/12/2021]"]),
        ("2021-12-31", vec!["2021-12-31 [2021-12-31]"]),
        ("dal 1/1/2021 al 31/12/2021", vec!["2021-12-31 [31/12/2021]"]),
        ("2021", vec!["2021 [2021]"]),
        ("I semestre", vec!["--01/06 [I semestre]"]),
        ("30 giorni dalla richiesta", vec!["30 days dalla richiesta [30 giorni dalla richiesta]"]),
        ("31/02/2021", vec![]),
        ("a.s. 2021/2022", vec![]),
        ("n.d.", vec![]),
    ] {
        let objective = Objective { deadline: text.into(), ..Objective::default() };
        let found: Vec<String> = deadlines(&objective).iter().map(|found| shown(found, &objective)).collect();
        assert_eq!(found, expected, "{text}");
    }
}

fn objective(indicators: Vec<Indicator>) -> Objective {
    Objective { indicators, ..Objective::default() }
}

#[test]
fn an_objective_has_the_mean_of_its_indicators() {
    let mean = |indicators: Vec<Indicator>| {
        degree_from_indicators(&reading::read(&objective(indicators), None).indicators).map(Percent::value)
    };
    assert_eq!(mean(vec![of("", "4", "4"), of("", "4", "2")]), Some(75.0));
    assert_eq!(mean(vec![of("", "4", "4"), of("", "4", "")]), None, "one is not stated");
    assert_eq!(mean(vec![of("", "4", "4"), of("almeno 4", "", "n.d.")]), None, "one is not stated");
    assert_eq!(mean(vec![of("", "4", "4"), of("Incontri", "", "")]), Some(100.0), "no target is no lack");
    assert_eq!(mean(vec![of("", "4", "2"), of("", "alto", "medio")]), Some(50.0));
    assert_eq!(mean(vec![of("", "alto", "medio")]), None);
    assert_eq!(mean(vec![]), None);
    let weighted = |one: Indicator, weight: f64| Indicator { weight: Weight::new(weight), ..one };
    let (full, half) = (of("", "4", "4"), of("", "4", "2"));
    assert_eq!(mean(vec![weighted(full.clone(), 30.0), weighted(half.clone(), 10.0)]), Some(87.5));
    assert_eq!(
        mean(vec![weighted(full.clone(), 30.0), half.clone()]),
        Some(75.0),
        "a weight that is not stated"
    );
    let without_degree = weighted(of("", "alto", "medio"), 60.0);
    assert_eq!(mean(vec![weighted(full, 30.0), weighted(half, 10.0), without_degree]), Some(87.5));
}

#[test]
fn indicators_decide_after_words_and_before_the_staff_percentage() {
    let with = |outcome: &str, degree: Option<f64>| {
        let objective = Objective {
            outcome: outcome.into(),
            degree: degree.and_then(Percent::new),
            staff_percent: Percent::new(10.0),
            ..objective(vec![of("", "4", "2")])
        };
        let plan = Plan { objectives: vec![objective].into(), ..Plan::default() };
        let achievement = achievements(&plan, &Method::default())[0];
        (achievement.read_from, achievement.degree.map(Percent::value))
    };
    assert_eq!(with("", None), (Some(ReadFrom::Indicators), Some(50.0)));
    assert_eq!(with("Raggiunto al 80%", None).0, Some(ReadFrom::NumberInText));
    assert_eq!(with("Obiettivo raggiunto", None).0, Some(ReadFrom::Wording));
    assert_eq!(with("", Some(70.0)).0, Some(ReadFrom::DegreeColumn));
    assert_eq!(ReadFrom::Indicators.code(), "indicators");
}

#[test]
fn the_download_has_the_indicators_that_have_values() {
    let mut first = objective(vec![of("Risposte", "entro 30 giorni dalla richiesta", "60 giorni")]);
    first.indicators.push(of("Atti", "100%", ""));
    let plan =
        Plan { objectives: vec![first, objective(vec![of("Incontri", "", "")])].into(), ..Plan::default() };
    let text =
        objectives_json::write(&plan, &reading::read_all(&plan), &achievements(&plan, &Method::default()));
    let records: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(
        records[0]["indicators"],
        serde_json::json!([
            { "text": "Risposte", "expected": "entro 30 giorni dalla richiesta", "actual": "60 giorni", "degree": 50.0,
              "better": "less",
              "deadline": { "by": null, "within": 30.0, "unit": "days", "from": "dalla richiesta" } },
            { "text": "Atti", "expected": "100%", "actual": null, "degree": null, "better": "more", "deadline": null },
        ])
    );
    assert!(records[0]["degree"].is_null(), "one is not stated");
    assert!(records[1].get("indicators").is_none());
}

#[test]
fn a_document_reads_its_indicators_whatever_the_method() {
    let json = r#"[{"objective": "a", "indicators": [{"text": "x", "expected": "4", "actual": "2"}]}]"#;
    let document = Document::open(json.as_bytes(), "a.json").expect("a plan");
    assert_eq!(document.achievements[0].read_from, Some(ReadFrom::Indicators));
    let amended = document.amended(|plan| {
        plan.method = Some(Method { stand_in: traguardi::plan::StandIn::Nothing, ..Method::default() });
    });
    assert_eq!(amended.achievements[0].degree.map(Percent::value), Some(50.0));
}

#[test]
fn long_texts_take_linear_time() {
    let parts =
        ["entro ", "3 ", "31/12/2021 ", "non meno di ", "(", "45 su ", "i semestre ", "1.500,", "é \n"];
    for part in parts {
        let text = part.repeat(1_000_000 / part.len());
        let began = Instant::now();
        let one = of(&text, &text, &text);
        indicator(&one);
        let objective = Objective { deadline: text, ..objective(vec![one]) };
        deadlines(&objective);
        // Less than a second, with room for a slow machine; anything worse than linear takes minutes.
        assert!(began.elapsed() < Duration::from_secs(30), "{part:?}: {:?}", began.elapsed());
    }
}

fn words() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "entro",
        "30",
        "giorni",
        "%",
        "2021",
        "/",
        "su",
        "almeno",
        "non",
        "oltre",
        "≤",
        ">=",
        "€",
        "1.500",
        "12,5",
        "sì",
        "no",
        "il",
        "dicembre",
        "I",
        "semestre",
        "incontri",
        "-",
        "(",
        ")",
        ".",
        ":",
        "n.",
        "un",
        "31/12/2021",
        "meno",
        "di",
        "più",
        "circa",
        "é",
        "\u{301}",
        "e",
        "dal",
    ]);
    prop_oneof![any::<String>(), prop::collection::vec(words, 0..8).prop_map(|words| words.join(" "))]
}

proptest! {
    #[test]
    fn no_text_is_too_strange(text in words(), expected in words(), actual in words()) {
        let one = of(&text, &expected, &actual);
        let reading = indicator(&one);
        if let Some(degree) = reading.degree {
            prop_assert!((0.0..=100.0).contains(&degree.value()));
            prop_assert!(reading.is_stated && reading.target.is_some() && reading.actual.is_some());
        }
        prop_assert_eq!(degree(&text, &expected, ""), None);
        let objective = Objective { deadline: actual.clone(), ..objective(vec![one]) };
        for (_, deadline) in deadlines(&objective) {
            prop_assert!(deadline.span.start < deadline.span.end);
        }
    }

    #[test]
    fn more_of_what_is_wanted_is_never_worse(target in 1..500u32, a in 0..1000u32, b in 0..1000u32) {
        let (low, high) = (a.min(b), a.max(b));
        let more = |actual: u32| degree("", &format!("almeno {target} incontri"), &format!("{actual} incontri"));
        let less = |actual: u32| degree("", &format!("entro {target} giorni"), &format!("{actual} giorni"));
        prop_assert!(more(low).is_some() && more(low) <= more(high));
        prop_assert!(less(high).is_some() && less(low) >= less(high));
        prop_assert_eq!(more(target), Some(100.0));
    }
}
