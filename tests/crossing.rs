// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: what the reader read, beside the page, is what the page shows, to the last bit; and bytes that are no
//! answer of it are recognised.

use proptest::prelude::*;
use traguardi::crossing::{pack, unpack};
use traguardi::document::{REHEARSALS, Read};
use traguardi::import::ImportError;

const EXAMPLE: &[u8] = include_bytes!("fixtures/comune-di-valdarco-2025.json");

/// A table with what is doubtful in tables: other widths, a total, a legend, codes from above, a value that is not read.
const TABLE: &str = "Relazione 2021\nLegenda: S = strategico\n01 Servizi istituzionali\n\
    Codice\tObiettivo\tResponsabile\tIndicatore\tAtteso\tRealizzato\tEsito\t%\t2021\t2022\tColore\n\
    01.02 S\tRispondere\tAnna Bianchi, Ugo Verdi\tGiorni\t30\t25\tRaggiunto al 90%\t250%\tX\t\tblu\n\
    \tRiordinare\tUgo Verdi\t\t\t\tNon raggiunto entro il 15 dicembre 2021\t\tX\tX\n\
    12.9\tTre\tBianchi A.\tentro ottobre 2021\t\tsì\tCompletato il 3 gennaio 2022\t50\t\t\tverde\tin più\n\
    Totale\t\t\t\t\t\t\t90\n";

fn crosses(bytes: &[u8], name: &str) -> Result<Read, ImportError> {
    let read = Read::from_bytes(bytes, name);
    assert_eq!(unpack(&pack(&read)).as_ref(), Some(&read));
    read
}

#[test]
fn plans_and_errors_cross() {
    for text in REHEARSALS {
        assert_eq!(crosses(text.as_bytes(), "").expect("a plan").readings.len(), 2);
    }
    assert_eq!(crosses(EXAMPLE, "piano.json").expect("a plan").import.diagnostics.len(), 0);
    let read = crosses(TABLE.as_bytes(), "tabella.txt").expect("a plan");
    assert!(read.import.diagnostics.len() > 5, "{:?}", read.import.diagnostics);
    for bytes in [&b""[..], b"%PDF-1.7\n", b"<!doctype html>", b"[{\"a\": ", b"a\tb\nc\td"] {
        crosses(bytes, "file").expect_err("no plan");
    }
}

#[test]
fn a_name_is_held_once() {
    let (text, _) = (REHEARSALS[0], ());
    let read = unpack(&pack(&Read::from_bytes(text.as_bytes(), ""))).expect("an answer").expect("a plan");
    let [first, second] = &read.import.plan.objectives[..] else { panic!("two objectives") };
    assert!(std::sync::Arc::ptr_eq(&first.responsible.names[1], &second.responsible.names[0]));
}

proptest! {
    /// Whatever becomes of a file on its way: cut, and with bytes of another.
    #[test]
    fn broken_files_cross(table: bool, cut in 0.0..1.0_f64, at in 0.0..1.0_f64, byte: u8) {
        let whole = if table { TABLE.as_bytes() } else { EXAMPLE };
        let part = |share: f64| (whole.len() as f64 * share) as usize;
        let mut bytes = whole[..part(1.0 - cut * cut)].to_vec();
        if let Some(place) = bytes.get_mut(part(at)) {
            *place = byte;
        }
        drop(crosses(&bytes, "file"));
    }

    #[test]
    fn no_bytes_are_too_strange(bytes: Vec<u8>) {
        drop(unpack(&bytes));
    }

    #[test]
    fn a_part_of_an_answer_is_none(share in 0.0..1.0_f64) {
        let bytes = pack(&Read::from_bytes(TABLE.as_bytes(), ""));
        let part = &bytes[..(bytes.len() as f64 * share) as usize];
        prop_assert_eq!(unpack(part), None);
    }
}
