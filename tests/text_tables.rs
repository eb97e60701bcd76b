// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables in text are read whatever faults their layout has, and what is not read is said.

use traguardi::import::{
    Diagnostic, DiagnosticKind, Field, Format, Import, ImportError, Severity, YearSource, table,
};
use traguardi::locale::Language;
use traguardi::locale::errors::import_error;
use traguardi::plan::{DocumentKind, DocumentState, Objective, Place, Year};

fn read(text: &str) -> Import {
    table::read(text, "piano.txt").unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn texts(import: &Import) -> Vec<&str> {
    import.plan.objectives.iter().map(|objective| objective.objective.as_str()).collect()
}

fn codes(import: &Import) -> Vec<&str> {
    import.plan.objectives.iter().map(|objective| objective.code_as_written.as_str()).collect()
}

/// The diagnostics that are more than notes, by name, with their lines.
fn serious(import: &Import) -> Vec<(&'static str, u32)> {
    let line = |d: &Diagnostic| d.place.map_or(0, |place| place.line);
    let serious = import.diagnostics.iter().filter(|d| d.kind.severity() != Severity::Note);
    serious.map(|d| (d.kind.code(), line(d))).collect()
}

fn says(import: &Import, code: &str) -> usize {
    import.diagnostics.iter().filter(|d| d.kind.code() == code).count()
}

fn mission(objective: &Objective) -> String {
    objective.mission.as_ref().map(|mission| mission.key()).unwrap_or_default()
}

fn kept(objective: &Objective) -> Vec<(&str, &str)> {
    objective.kept.iter().map(|kept| (kept.name.as_str(), kept.value.as_str())).collect()
}

const HEAD: &str = "Codice\tObiettivo\tResponsabile\tEsito\n";

#[test]
fn a_clean_table_leaves_nothing_to_doubt() {
    let import =
        read(&format!("{HEAD}01.01\tPrimo\tA. Bianchi\tRaggiunto\n01.02\tSecondo\tB. Neri\tNon raggiunto\n"));
    assert_eq!(texts(&import), ["Primo", "Secondo"]);
    assert_eq!(import.plan.objectives[1].outcome, "Non raggiunto");
    assert_eq!(import.plan.objectives[1].responsible.names[0].as_ref(), "B. Neri");
    assert_eq!(import.plan.objectives[0].strategic, None);
    assert_eq!(import.plan.objectives[0].planned, None);
    assert_eq!(serious(&import), []);
    assert_eq!((import.tally.cells, import.tally.cells_read), (8, 8));
}

#[test]
fn a_header_repeated_in_the_middle_is_no_objective() {
    let import = read(&format!("{HEAD}01.01\tPrimo\tA\tB\n{HEAD}01.02\tSecondo\tC\tD\n"));
    assert_eq!(texts(&import), ["Primo", "Secondo"]);
    assert_eq!((says(&import, "headings-repeated"), serious(&import)), (1, vec![]));
}

#[test]
fn a_continued_table_without_header_is_read_by_the_last_one_of_its_width() {
    let text = format!(
        "Missione 1 - Servizi\n{HEAD}01.01\tPrimo\tA\tB\n\n\
         Indicatore\tTarget\tCodice\n10\tdieci\t01.01\n\nMissione 4 - Istruzione\n04.06\tMensa\tC\tD\n"
    );
    let import = read(&text);
    let last = import.plan.objectives.last().expect("an objective");
    assert_eq!((last.objective.as_str(), mission(last).as_str()), ("Mensa", "04"));
    assert_eq!(says(&import, "headings-assumed"), 1);
    // With the same width the header above simply goes on.
    let import = read(&format!("{HEAD}01.01\tPrimo\tA\tB\n\nMissione 4 - Istruzione\n04.06\tMensa\tC\tD\n"));
    assert_eq!((texts(&import), says(&import, "headings-continued")), (vec!["Primo", "Mensa"], 1));
    assert_eq!(serious(&import), []);
}

#[test]
fn dashed_lines_are_noted_and_no_rows() {
    let import = read(&format!("{HEAD}-----\t------\t---\t---\n01.01\tPrimo\tA\tB\n=====\t=====\t==\t==\n"));
    assert_eq!((texts(&import), says(&import, "rule-line")), (vec!["Primo"], 2));
}

#[test]
fn formatting_goes_and_other_markup_stays_text() {
    let import = read(&format!(
        "{HEAD}<b>01.01</b>\t**Primo** &amp; unico\t<i>A</i>\t<script>alert(1)</script> <img src=x onerror=y>\n"
    ));
    let objective = &import.plan.objectives[0];
    assert_eq!(
        (objective.code_as_written.as_str(), objective.objective.as_str()),
        ("01.01", "Primo & unico")
    );
    assert_eq!(objective.outcome, "<script>alert(1)</script> <img src=x onerror=y>");
}

#[test]
fn a_cell_broken_over_lines_is_put_together() {
    let import = read(&format!(
        "{HEAD}01.01\tPrimo\ndi due\nanzi tre righe\tA. Bianchi\tRaggiunto\n01.02\tSecondo\tB\tC\n"
    ));
    assert_eq!(texts(&import), ["Primo\ndi due\nanzi tre righe", "Secondo"]);
    assert_eq!(import.plan.objectives[0].outcome, "Raggiunto");
    assert_eq!((says(&import, "row-broken"), serious(&import)), (1, vec![]));
}

#[test]
fn a_mission_heading_without_a_name_is_a_doubt() {
    let import = read(&format!("### Missione 05\n{HEAD}AG1\tPrimo\tA\tB\n"));
    assert_eq!(mission(&import.plan.objectives[0]), "05");
    assert_eq!(import.plan.objectives[0].code_as_written, "AG1");
    assert_eq!(serious(&import), [("mission-without-name", 1)]);
}

#[test]
fn a_legend_tells_strategic_objectives_from_others() {
    let table = format!("{HEAD}01.01\tPrimo\tA\tB\n");
    assert_eq!(read(&table).plan.objectives[0].strategic, None);
    for legend in [
        "S = Obiettivo strategico",
        "**S =  \nObiettivo  \nstrategico**",
        "Legenda: S = obiettivi strategici",
    ] {
        let import = read(&format!("{table}\n{legend}\n"));
        assert_eq!(import.plan.objectives[0].strategic, Some(false), "{legend}");
        assert_eq!((says(&import, "legend"), serious(&import)), (1, vec![]), "{legend}");
    }
    let import = read(&format!("{table}01.02 S\tSecondo\tA\tB\n"));
    let strategic: Vec<_> = import.plan.objectives.iter().map(|o| o.strategic).collect();
    assert_eq!(strategic, [Some(false), Some(true)]);
}

#[test]
fn a_strategic_column_is_told_by_its_values() {
    let import = read(
        "Codice\tObiettivo strategico\tObiettivo\n01.01\tsì\tPrimo\n01.02\tno\tSecondo\n01.03\t\tTerzo\n",
    );
    assert_eq!(texts(&import), ["Primo", "Secondo", "Terzo"]);
    let strategic: Vec<_> = import.plan.objectives.iter().map(|o| o.strategic).collect();
    assert_eq!(strategic, [Some(true), Some(false), Some(false)]);
    let import = read("Codice\tObiettivo strategico\tObiettivo\n01.01\tUna città verde\tPiantare alberi\n");
    assert_eq!(texts(&import), ["Piantare alberi"]);
    assert_eq!(kept(&import.plan.objectives[0]), [("Obiettivo strategico", "Una città verde")]);
    let import = read("Codice\tOBIETTIVO STRATEGICO\tTarget\n01.01\tUna città verde\t100 alberi\n");
    assert_eq!(texts(&import), ["Una città verde"]);
}

#[test]
fn two_forms_of_one_heading_are_one_column() {
    let text = "Codice\tObiettivo\tGRADO DI REALIZZAZIONE DELL'OBIETTIVO\n01.01\tPrimo\tRaggiunto\n\
                Codice\tObiettivo\tGRADO DI RAGGIUNGIMENTO DELL’OBIETTIVO\n01.02\tSecondo\t100%\n";
    let import = read(text);
    // Decided together: one of them holds words, so both are outcomes in words.
    let outcomes: Vec<_> = import.plan.objectives.iter().map(|o| o.outcome.as_str()).collect();
    assert_eq!(outcomes, ["Raggiunto", "100%"]);
}

#[test]
fn a_grade_that_is_always_a_number_is_the_degree() {
    let import = read(
        "Codice\tObiettivo\tGRADO DI REALIZZAZIONE\n01.01\tPrimo\t100%\n01.02\tSecondo\t50\n01.03\tTerzo\t\n",
    );
    let degrees: Vec<_> = import.plan.objectives.iter().map(|o| o.degree.map(|d| d.value())).collect();
    assert_eq!(degrees, [Some(100.0), Some(50.0), None]);
    assert_eq!(serious(&import), [("column-by-values", 1)]);
}

#[test]
fn a_header_after_its_rows_is_applied_to_them() {
    let import = read(&format!("01.01\tPrimo\tA\tB\n01.02\tSecondo\tC\tD\n{HEAD}01.03\tTerzo\tE\tF\n"));
    assert_eq!(texts(&import), ["Primo", "Secondo", "Terzo"]);
    assert_eq!(serious(&import), [("headings-after-rows", 1)]);
}

#[test]
fn the_outcome_in_a_paragraph_after_the_table_is_reported() {
    let import =
        read(&format!("{HEAD}01.01\tPrimo\tA\tB\n\nL'obiettivo è stato raggiunto: si veda, oltre.\n"));
    assert_eq!(serious(&import), [("text-left", 4)]);
    let written = import.diagnostics.iter().find_map(|d| match &d.kind {
        DiagnosticKind::TextLeft { written } => Some(written.as_str()),
        _ => None,
    });
    assert_eq!(written, Some("L'obiettivo è stato raggiunto: si veda, oltre."));
}

#[test]
fn cards_are_reported_not_lost() {
    let import =
        read(&format!("{HEAD}01.01\tPrimo\tA\tB\n\nScheda 2\nObiettivo:\tSecondo\nResponsabile\tElena N.\n"));
    assert_eq!(serious(&import), [("text-left", 4), ("card-left", 5), ("card-left", 6)]);
    let error = table::read("Obiettivo:\tPrimo\nResponsabile:\tA\nEsito:\tRaggiunto\n", "");
    assert!(matches!(error, Err(ImportError::NoTable { lines: 3, .. })), "{error:?}");
}

#[test]
fn a_merged_code_is_that_of_the_row_above() {
    let import = read(&format!("{HEAD}01.01 S\tPrimo\tA\tB\n\tSecondo\tC\tD\n"));
    assert_eq!(codes(&import), ["01.01 S", "01.01 S"]);
    assert_eq!(import.plan.objectives[1].strategic, Some(true));
    assert_eq!(serious(&import), [("code-from-above", 3)]);
}

#[test]
fn a_merged_objective_has_several_indicators() {
    let import = read(
        "Codice\tObiettivo\tIndicatore\tTarget\tEsito\n01.01\tPrimo\tUno\t10\tFatto\n\t\tDue\t20\t\n\t\t\t\tDel tutto\n",
    );
    let objective = &import.plan.objectives[0];
    let indicators: Vec<_> =
        objective.indicators.iter().map(|i| (i.text.as_str(), i.expected.as_str())).collect();
    assert_eq!(indicators, [("Uno", "10"), ("Due", "20")]);
    assert_eq!(objective.outcome, "Fatto\nDel tutto");
    assert_eq!(serious(&import), [("row-joined-above", 3), ("row-joined-above", 4)]);
    assert_eq!((import.tally.rows, import.tally.rows_read), (3, 3));
}

#[test]
fn totals_are_no_objectives() {
    let import = read(
        "Codice\tObiettivo\tPeso\t%  di ragg.\n01.01\tPrimo\t60\t100%\n01.02\tSecondo\t40\t50%\nTotale\t\t100\t\n\tMedia\t\t75%\n",
    );
    assert_eq!(texts(&import), ["Primo", "Secondo"]);
    assert_eq!(serious(&import), [("total-left", 4), ("total-left", 5)]);
    assert_eq!((import.tally.rows, import.tally.rows_read), (4, 2));
}

#[test]
fn rows_with_cells_missing_or_extra_are_doubts() {
    let import =
        read(&format!("{HEAD}01.01\tPrimo\tA\n01.02\tSecondo\tB\tC\tin più\n01.03\tTerzo\tD\tE\t\t\n"));
    assert_eq!(texts(&import), ["Primo", "Secondo", "Terzo"]);
    assert_eq!(serious(&import), [("cells-missing", 2), ("cells-extra", 3)]);
    assert_eq!(kept(&import.plan.objectives[1]), [("5", "in più")]);
}

#[test]
fn markdown_tables_with_and_without_outer_pipes() {
    let outer = "| **Codice** | Obiettivo | Esito |\n|---|:--:|--:|\n| 01.01 | Primo \\| unico | |\n| 01.02 S | Secondo | Fatto |\n";
    let inner =
        "Codice | Obiettivo | Esito\n---|:--:|--:\n01.01 | Primo \\| unico | \n01.02 S | Secondo | Fatto\n";
    for text in [outer, inner] {
        let import = read(text);
        assert_eq!(import.format, Format::TextTable(b'|'));
        assert_eq!(texts(&import), ["Primo | unico", "Secondo"]);
        assert_eq!(import.plan.objectives[1].outcome, "Fatto");
        assert_eq!((says(&import, "rule-line"), serious(&import)), (1, vec![]), "{text}");
    }
}

#[test]
fn csv_with_semicolons_and_with_commas() {
    let import = read("Codice;Obiettivo;Peso;Esito\r\n01.01;\"Primo; \"\"unico\"\"\";10,5;Fatto\r\n");
    assert_eq!(texts(&import), ["Primo; \"unico\""]);
    assert_eq!(import.plan.objectives[0].weight.map(|w| w.value()), Some(10.5));
    let import =
        read("Missione 4 - Istruzione, cultura\n\nCodice,Obiettivo,Esito\nAG7/D,\"Primo, unico\",Fatto\n");
    assert_eq!(texts(&import), ["Primo, unico"]);
    assert_eq!(mission(&import.plan.objectives[0]), "04");
    assert_eq!(serious(&import), []);
}

#[test]
fn a_spreadsheet_paste_with_line_ends_in_cells() {
    let import = read(&format!(
        "{HEAD}01.01\t\"Primo\ndi \"\"due\"\" righe\"\t\"A. Bianchi\nB. Neri\"\t\"Sagra\" fatta\n01.02\tSecondo\tC\tD\n"
    ));
    assert_eq!(texts(&import), ["Primo\ndi \"due\" righe", "Secondo"]);
    assert_eq!(import.plan.objectives[0].responsible.names.len(), 2);
    assert_eq!(import.plan.objectives[0].outcome, "\"Sagra\" fatta");
    assert_eq!(import.plan.objectives[1].place.map(|place| place.line), Some(5));
    assert_eq!(serious(&import), []);
}

#[test]
fn without_headings_clear_columns_are_guessed_and_others_ask_for_headings() {
    let text = "01.01\tGarantire il supporto agli organi\tTutto è stato fatto per bene\t100%\n\
                01.02\tPubblicare gli atti in tempo utile\tUna parte è ancora da fare\t50%\n";
    let import = read(text);
    assert_eq!(import.plan.objectives[1].outcome, "Una parte è ancora da fare");
    assert_eq!(import.plan.objectives[1].degree.map(|d| d.value()), Some(50.0));
    assert_eq!(serious(&import), [("columns-guessed", 1)]);
    let error = table::read("a\tb\tc\nd\te\tf\n", "");
    assert_eq!(error, Err(ImportError::NoTable { lines: 2, separator: Some(b'\t'), rows: 2, columns: 3 }));
    assert_eq!(table::read(" \n", ""), Err(ImportError::Empty));
    assert_eq!(table::read(HEAD, ""), Err(ImportError::NoObjectives));
    assert!(matches!(
        table::read("Cara Maria,\n\ntutto bene?\n", ""),
        Err(ImportError::NoTable { rows: 0, .. })
    ));
}

#[test]
fn values_that_are_none_of_their_field_are_kept_and_reported() {
    let import = read(
        "Codice\tObiettivo\t% di ragg.\tPeso\n01.01\tPrimo\t250%\tn.d.\n01.02\tSecondo\tcirca 80\t0\n01.03\tTerzo\t98,5 %\t10\n01.04\tQuarto\t100\t\n",
    );
    let [first, second, third, _] = &*import.plan.objectives else { panic!("four objectives") };
    assert_eq!((first.degree, first.weight), (None, None));
    assert_eq!(kept(first), [("% di ragg.", "250%"), ("Peso", "n.d.")]);
    assert_eq!(kept(second), [("% di ragg.", "circa 80"), ("Peso", "0")]);
    assert_eq!(third.degree.map(|d| d.value()), Some(98.5));
    assert_eq!(serious(&import), [("value-not-read", 2), ("value-not-read", 3), ("value-not-read", 3)]);
    assert_eq!(says(&import, "value-states-nothing"), 1);
    assert_eq!((import.tally.cells, import.tally.cells_read), (15, 12));
}

#[test]
fn unknown_columns_are_kept_and_reported_once() {
    let import = read("Codice\tObiettivo\tColore\n01.01\tPrimo\trosso\n01.02\tSecondo\tverde\n");
    assert_eq!(kept(&import.plan.objectives[1]), [("Colore", "verde")]);
    assert_eq!(serious(&import), [("column-kept", 1)]);
}

#[test]
fn years_and_months() {
    let import = read(
        "Codice\tObiettivo\t2021\t2022\tG\tF\tM\tA\tM\tG\tL\tA\tS\tO\tN\tD\n01.01\tPrimo\tx\tX\tx\t\t\t\t\t\t\t\t\t\t\tx\n01.02\tSecondo\t\tsì\t\t\t\t\t\t\t\t\t\t\t\t\n",
    );
    let planned = |n: usize| {
        import.plan.objectives[n].planned.as_ref().map(|ys| ys.iter().map(|y| y.number()).collect())
    };
    assert_eq!((planned(0), planned(1)), (Some(vec![2021, 2022]), Some(vec![2022])));
    assert_eq!(kept(&import.plan.objectives[0]), [("G", "x"), ("D", "x")]);
    assert_eq!((import.plan.header.year, says(&import, "months-kept"), serious(&import)), (None, 1, vec![]));
}

#[test]
fn expected_and_actual_values_belong_to_their_indicators() {
    let import = read(
        "Codice\tObiettivo\tIndicatore 1\tTarget 1\tConsuntivo 1\tIndicatore 2\tTarget 2\tConsuntivo 2\n\
         01.01\tPrimo\tGiorni\t30\t28\tAtti\t90%\t\n01.02\tSecondo\t\t\t\tOre\t10\t12\n",
    );
    let shown: Vec<Vec<_>> = import
        .plan
        .objectives
        .iter()
        .map(|o| {
            o.indicators.iter().map(|i| [i.text.as_str(), i.expected.as_str(), i.actual.as_str()]).collect()
        })
        .collect();
    assert_eq!(shown[0], [["Giorni", "30", "28"], ["Atti", "90%", ""]]);
    assert_eq!(shown[1], [["Ore", "10", "12"]]);
}

#[test]
fn missions_and_programmes_in_columns_and_headings() {
    let import =
        read("Missione\tProgramma\tCodice\tObiettivo\n04 - Istruzione\t06 - Ausiliari\tAG1\tPrimo\n");
    let objective = &import.plan.objectives[0];
    assert_eq!(objective.programme.as_ref().map(|p| p.key()), Some("04.06".into()));
    assert_eq!(objective.mission.as_ref().and_then(|m| m.name.as_deref()), Some("Istruzione"));
    let import = read(
        "MISSIONE 12: DIRITTI SOCIALI\t\t\nProgramma 12.07 - Rete\t\t\nCodice\tObiettivo\tEsito\nX1\tPrimo\ta\n04.06\tMensa\tb\n",
    );
    let programmes: Vec<_> =
        import.plan.objectives.iter().map(|o| o.programme.as_ref().map(|p| p.key())).collect();
    assert_eq!(programmes, [Some("12.07".into()), Some("04.06".into())]);
    assert_eq!(serious(&import), [("mission-differs", 5)]);
}

#[test]
fn the_document_says_what_it_is() {
    let head = "# Relazione sulla performance 2023\nComune di Valdorso\nApprovata con delibera n. 5\nUna premessa qualsiasi.\n";
    let import = read(&format!("{head}{HEAD}01.01\tPrimo\tA\tB\n"));
    let header = &import.plan.header;
    assert_eq!(header.title.as_deref(), Some("Relazione sulla performance 2023"));
    assert_eq!(header.body.as_deref(), Some("Comune di Valdorso"));
    assert_eq!(header.year, Year::new(2023));
    assert_eq!(header.kind, Some(DocumentKind::PerformanceReport));
    assert_eq!(header.state, Some(DocumentState::Approved));
    assert_eq!(serious(&import), [("text-left", 4)]);
    let import = read(&format!("Ente\tComune di Valdorso\nAnno\t2022\n{HEAD}01.01\tPrimo\tA\tB\n"));
    assert_eq!(
        (import.plan.header.body.as_deref(), import.plan.header.year),
        (Some("Comune di Valdorso"), Year::new(2022))
    );
    let import = table::read(&format!("{HEAD}01.01\tPrimo\tA\tB\n"), "peg-2019.csv").expect("a plan");
    let taken =
        DiagnosticKind::YearTaken { year: Year::new(2019).expect("a year"), from: YearSource::FileName };
    assert_eq!(import.diagnostics[0].kind, taken);
    assert_eq!(taken.severity(), Severity::Doubt);
}

#[test]
fn foreign_rows_are_left_whole() {
    let import = read(&format!("{HEAD}01.01\tPrimo\tA\tB\n\nCapitolo\tImporto\n101\t5.000\n102\t7.000\n"));
    assert_eq!(texts(&import), ["Primo"]);
    assert_eq!(serious(&import), [("row-left", 4), ("row-left", 5), ("row-left", 6)]);
}

#[test]
fn what_was_understood_is_said_with_the_header() {
    let import = read("Codice;Obiettivo;2021;Colore\n01.01;Primo;x;rosso\n");
    let DiagnosticKind::HeadingsRead { separator, columns } = &import.diagnostics[1].kind else {
        panic!("{:?}", import.diagnostics)
    };
    assert_eq!(*separator, b';');
    let found: Vec<_> =
        columns.iter().map(|c| (c.heading.as_str(), c.field, c.year.map(|y| y.number()))).collect();
    let expected = [
        ("Codice", Some(Field::Code), None),
        ("Obiettivo", Some(Field::Objective), None),
        ("2021", Some(Field::Planned), Some(2021)),
        ("Colore", None, None),
    ];
    assert_eq!(found, expected);
}

#[test]
fn headings_on_two_rows_are_one_heading_row() {
    let tabs = "Codice\tObiettivo\tResponsabile\tRisultato\t\t\n\t\t\tAtteso\tOttenuto\tPeso\n\
                01.01\tPrimo\tA. Bianchi\t30\t28\t60\n01.02\tSecondo\tB. Neri\t10\t12\t40\n";
    let pipes = "| Codice | Obiettivo | Responsabile | Risultato | | |\n|---|---|---|---|---|---|\n\
                 | | | | Atteso | Ottenuto | Peso |\n| 01.01 | Primo | A. Bianchi | 30 | 28 | 60 |\n\
                 | 01.02 | Secondo | B. Neri | 10 | 12 | 40 |\n";
    for text in [tabs, pipes] {
        let import = read(text);
        assert_eq!(
            (texts(&import), codes(&import)),
            (vec!["Primo", "Secondo"], vec!["01.01", "01.02"]),
            "{text}"
        );
        let second = &import.plan.objectives[1];
        assert_eq!(second.responsible.names[0].as_ref(), "B. Neri");
        assert_eq!(
            (second.indicators[0].expected.as_str(), second.indicators[0].actual.as_str()),
            ("10", "12")
        );
        assert_eq!(second.weight.map(|w| w.value()), Some(40.0));
        assert_eq!((says(&import, "headings-read"), serious(&import)), (1, vec![]), "{text}");
        let columns = import.diagnostics.iter().find_map(|d| match &d.kind {
            DiagnosticKind::HeadingsRead { columns, .. } => Some(columns),
            _ => None,
        });
        let written: Vec<_> = columns.expect("a heading row").iter().map(|c| c.heading.as_str()).collect();
        assert_eq!(written, ["Codice", "Obiettivo", "Responsabile", "Risultato Atteso", "Ottenuto", "Peso"]);
    }
    // One heading below is enough where it stands under a wider one; what is below belongs to what is above.
    let import = read("Codice\tObiettivo\tIndicatore\t\n\t\tDescrizione\tTarget\n01.01\tPrimo\tGiorni\t30\n");
    assert_eq!(import.plan.objectives[0].objective, "Primo");
    assert_eq!(import.plan.objectives[0].indicators[0].text, "Giorni");
    let import = read(&format!(
        "Codice\tObiettivo\tTempi{}\n\t\tG\tF\tM\tA\tM\tG\tL\tA\tS\tO\tN\tD\n01.01\tPrimo\tx{}\n",
        "\t".repeat(11),
        "\t".repeat(11)
    ));
    assert_eq!((kept(&import.plan.objectives[0]), says(&import, "months-kept")), (vec![("Tempi G", "x")], 1));
    // Both rows again on the next page.
    let import = read(&format!("{tabs}{tabs}"));
    assert_eq!((import.plan.objectives.len(), says(&import, "headings-repeated")), (4, 1));
    // A row of data with a word of headings in it is none.
    let import = read("Obiettivo\tEsito\t\nRealizzazione\t\tx\nb\tRaggiunto\tz\n");
    assert_eq!(texts(&import), ["Realizzazione", "b"]);
    // Two whole heading rows are those of two tables.
    let import = read(&format!("Codice\tObiettivo\tPeso\tEsito\n{HEAD}01.01\tPrimo\tA\tB\n"));
    assert_eq!((texts(&import), says(&import, "headings-read")), (vec!["Primo"], 2));
}

#[test]
fn a_file_whose_rows_were_all_left_says_so_and_quotes_the_first() {
    let text = "Codice\tObiettivo\tResponsabile\tEsito\tPeso\n\nCapitolo\tImporto\n101\t5.000\n";
    let error = table::read(text, "").expect_err("no objective");
    let expected = ImportError::RowsLeft {
        rows: 2,
        first: "Capitolo\tImporto".into(),
        place: Place { line: 3, column: 1 },
    };
    assert_eq!(error, expected);
    for language in [Language::Italian, Language::English] {
        let words = import_error(&error, language);
        assert!(words.what.contains("Capitolo · Importo") && words.what.contains('3'), "{words:?}");
        assert!(words.example.is_some(), "{words:?}");
    }
}

#[test]
fn rows_without_their_last_cells_are_not_one_broken_row() {
    let import = read(
        "Obiettivo\tResponsabile\tEsito\nRidurre i tempi\tAnna Rossi\nRiaprire la biblioteca\tUgo Verdi\n",
    );
    assert_eq!(texts(&import), ["Ridurre i tempi", "Riaprire la biblioteca"]);
    assert_eq!(import.plan.objectives[1].responsible.names[0].as_ref(), "Ugo Verdi");
    assert_eq!(serious(&import), [("cells-missing", 2), ("cells-missing", 3)]);
    // Nor is a row below with an empty cell of the code, which is merged with the one above.
    let import = read("Codice\tObiettivo\tEsito\n01.01\tPrimo\n\tSecondo\n");
    assert_eq!((texts(&import), codes(&import)), (vec!["Primo", "Secondo"], vec!["01.01", "01.01"]));
    // Without a code only the small letter shows that a line goes on.
    let head = "Obiettivo\tFinalità\tSettore\tEsito\n";
    let import = read(&format!("{head}Ridurre\tI tempi\ndi risposta\tTributi\tFatto\n"));
    assert_eq!(import.plan.objectives[0].purpose, "I tempi\ndi risposta");
    assert_eq!(serious(&import), [("row-broken", 2)]);
    let import = read(&format!("{head}Ridurre\tI tempi\tTributi\nUgo Verdi\tFatto\n"));
    assert_eq!((import.plan.objectives[0].purpose.as_str(), says(&import, "row-broken")), ("I tempi", 0));
}

#[test]
fn one_odd_heading_does_not_undo_the_others() {
    let note = format!("Note {}", "su come è andato l’anno ".repeat(9));
    for odd in ["31/12/2021", "7", "-", note.as_str()] {
        let import =
            read(&format!("Codice\tObiettivo\tResponsabile\tEsito\t{odd}\n01.01\tPrimo\tA\tB\tin più\n"));
        assert_eq!(texts(&import), ["Primo"], "{odd}");
        assert_eq!(kept(&import.plan.objectives[0]), [(odd.trim(), "in più")]);
        assert_eq!((says(&import, "headings-read"), says(&import, "column-kept")), (1, 1), "{odd}");
    }
    // A row of data with words of headings in it stays a row.
    let import =
        read(&format!("{HEAD}01.01\tObiettivo\tResponsabile\tEsito\n7\tObiettivo\tResponsabile\tx\n"));
    assert_eq!(import.plan.objectives.len(), 2);
}

#[test]
fn parts_that_differ_leave_the_value_of_the_whole_unknown() {
    let import = read(
        "Codice\tObiettivo\tIndicatore\t% di ragg.\n01.02\tRidurre\tPratiche\t100%\n\t\tReclami\t0%\n\t\tGiorni\t20%\n",
    );
    let objective = &import.plan.objectives[0];
    assert_eq!((objective.degree, objective.indicators.len()), (None, 3));
    assert_eq!(kept(objective), [("% di ragg.", "100%"), ("% di ragg.", "0%"), ("% di ragg.", "20%")]);
    let expected =
        [("row-joined-above", 3), ("values-differ", 3), ("row-joined-above", 4), ("values-differ", 4)];
    assert_eq!(serious(&import), expected);
    // Parts that agree, or of which one alone says it, are no doubt.
    let import = read(
        "Codice\tObiettivo\tIndicatore\t% di ragg.\n01.02\tRidurre\tUno\t50%\n\t\tDue\t50%\n\t\tTre\t\n",
    );
    assert_eq!(import.plan.objectives[0].degree.map(|d| d.value()), Some(50.0));
    assert_eq!(says(&import, "values-differ"), 0);
}

#[test]
fn a_strategic_cell_that_another_contradicts_is_kept_and_reported() {
    let table = "Codice\tObiettivo\tStrategico\tIndicatore\n";
    let import = read(&format!("{table}01.02\tRidurre\tsì\tUno\n\t\tno\tDue\n"));
    let objective = &import.plan.objectives[0];
    assert_eq!((objective.strategic, kept(objective)), (Some(true), vec![("Strategico", "no")]));
    assert_eq!(serious(&import), [("row-joined-above", 3), ("values-differ", 3)]);
    let import = read(&format!("{table}01.02 S\tRidurre\tno\tUno\n"));
    let objective = &import.plan.objectives[0];
    assert_eq!((objective.strategic, kept(objective)), (Some(true), vec![("Strategico", "no")]));
    assert_eq!(serious(&import), [("values-differ", 2)]);
}

#[test]
fn an_outcome_that_is_a_number_and_no_degree_is_reported() {
    let import = read(
        "Codice\tObiettivo\tGrado di raggiungimento\n01.01\tPrimo\tRaggiunto\n01.02\tSecondo\t250%\n01.03\tTerzo\tcirca 80\n\
         01.04\tQuarto\t-5\n01.05\tQuinto\t80%\n01.06\tSesto\t3 incontri\n",
    );
    assert_eq!(import.plan.objectives[2].outcome, "circa 80");
    assert_eq!(serious(&import), [("value-not-read", 3), ("value-not-read", 4), ("value-not-read", 5)]);
    let found = import.diagnostics.iter().find(|d| d.n == Some(3)).expect("a remark");
    let written = DiagnosticKind::ValueNotRead { field: Field::Degree, written: "circa 80".into() };
    assert_eq!((&found.kind, found.place.map(|p| p.column)), (&written, Some(13)));
}

#[test]
fn captions_and_totals_in_the_column_of_objectives_are_not_taken_without_a_word() {
    let head = "Obiettivo\tResponsabile\tPeso\tEsito\n";
    for caption in ["SETTORE TECNICO", "Settore tecnico", "Area Affari generali", "Servizio 3"] {
        let import = read(&format!("{head}{caption}\t\t\t\nRidurre i tempi\tA\t10\tFatto\n"));
        assert_eq!(serious(&import), [("objective-like-heading", 2)], "{caption}");
    }
    let import = read(&format!("{head}RIDURRE I TEMPI\tA\t10\tFatto\nRidurre i costi\t\t\t\n"));
    assert_eq!(serious(&import), []);
    let import = read(&format!("{head}Ridurre i tempi\tA\t10\tFatto\nTotale area\t\t100\tpunti assegnati\n"));
    assert_eq!((texts(&import), serious(&import)), (vec!["Ridurre i tempi"], vec![("total-left", 3)]));
    // An objective may begin with the word; it is read, with a doubt where it has no more than that.
    let import = read(&format!("{head}Totale digitalizzazione degli archivi\tAnna Rossi\t10\traggiunto\n"));
    assert_eq!((import.plan.objectives.len(), serious(&import)), (1, vec![]));
    let import = read("Obiettivo\tPeso\tEsito\nTotale digitalizzazione\t10\traggiunto\n");
    assert_eq!(import.plan.objectives.len(), 1);
    let import = read(&format!(
        "{head}Totale trasparenza degli atti\tAnna Rossi\t10\tRaggiunto\nTotale\tAnna Rossi\t10\tRaggiunto\n"
    ));
    assert_eq!(import.plan.objectives.len(), 2);
    assert_eq!(serious(&import), [("objective-like-heading", 3)]);
}

#[test]
fn initials_are_a_name() {
    let import = read(&format!(
        "{HEAD}01.01\tPrimo\tN. A.\tFatto\n01.02\tSecondo\tn.a.\tFatto\n01.03\tTerzo\tN.R.\tFatto\n"
    ));
    let names: Vec<usize> = import.plan.objectives.iter().map(|o| o.responsible.names.len()).collect();
    assert_eq!(names, [1, 0, 0]);
    assert_eq!(
        (import.plan.objectives[0].responsible.cell.as_str(), says(&import, "value-states-nothing")),
        ("N. A.", 2)
    );
}

#[test]
fn indicators_have_weights_of_their_own() {
    let import = read(
        "Obiettivo\tPeso\tIndicatore\tPeso indicatore\tAtteso\tRealizzato\nUno\t40\tIncontri\t30\t4\t4\n\t\tReport\t10\t4\t2\nDue\t60\tAtti\tmolto\t4\t4\n",
    );
    let weights = |at: usize| -> Vec<Option<f64>> {
        import.plan.objectives[at]
            .indicators
            .iter()
            .map(|one| one.weight.map(|weight| weight.value()))
            .collect()
    };
    assert_eq!((weights(0), weights(1)), (vec![Some(30.0), Some(10.0)], vec![None]));
    assert_eq!(import.plan.objectives[0].weight.map(|weight| weight.value()), Some(40.0));
    let kinds: Vec<_> = import.diagnostics.iter().map(|diagnostic| &diagnostic.kind).collect();
    let unread = DiagnosticKind::ValueNotRead { field: Field::IndicatorWeight, written: "molto".into() };
    assert!(kinds.contains(&&unread), "{kinds:?}");
}
