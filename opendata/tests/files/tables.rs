//! Tables as CSV, JSON and XLSX.

use std::io::Cursor;

use calamine::{Data, DataType, Reader, Xlsx};

use crate::{Written, county};

const FOLDER: &str = county::COUNTY;

fn workbook(written: &Written, name: &str) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(written.bytes(name).to_vec())).expect("a workbook")
}

#[test]
fn a_csv_file_ends_with_the_number_of_its_rows() {
    let written = Written::demo();
    for name in written.names("csv") {
        let n_rows = written.csv(name).1.len();

        assert!(n_rows > 0, "{name}");
        assert!(written.text(name).ends_with(&format!("\r\n#end,{n_rows}\r\n")), "{name}");
    }
}

#[test]
fn a_csv_file_cut_anywhere_has_no_end() {
    let written = Written::demo();
    let text = written.text(&format!("{FOLDER}/notices.csv"));
    let n_rows = written.csv(&format!("{FOLDER}/notices.csv")).1.len();
    let end = format!("\r\n#end,{n_rows}\r\n");

    for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
        assert!(!text[..at].ends_with(&end));
    }
}

#[test]
fn words_with_commas_quotes_and_line_breaks_come_back_as_they_were() {
    let written = Written::demo();
    let (header, rows) = written.csv(&format!("{FOLDER}/notices.csv"));
    let (content, _) = county::county(60);

    for (row, notice) in rows.iter().zip(&content.notices) {
        let cell = |id: &str| &row[header.iter().position(|it| it == id).unwrap()];
        assert_eq!(cell("body_zh"), &notice.body_zh);
        assert_eq!(cell("body_en"), &notice.body_en);
    }
    assert_eq!(rows.len(), content.notices.len());
}

#[test]
fn no_cell_of_csv_or_xlsx_begins_like_a_formula() {
    let written = Written::demo();
    let is_formula = |it: &str| it.starts_with(['=', '+', '-', '@', '\t', '\r']);
    for name in written.names("csv") {
        for cell in written.csv(name).1.iter().flatten() {
            assert!(!is_formula(cell), "{name}: {cell}");
        }
        let mut book = workbook(written, &name.replace(".csv", ".xlsx"));
        for (sheet, range) in book.worksheets() {
            for cell in range.cells().filter_map(|(.., cell)| cell.get_string()) {
                assert!(!is_formula(cell), "{name} {sheet}: {cell}");
            }
            let formulas = book.worksheet_formula(&sheet).expect("a sheet");
            assert_eq!(formulas.used_cells().count(), 0, "{name} {sheet}");
        }
    }
    let contracts = written.text(&format!("{FOLDER}/contracts.csv"));
    assert!(contracts.contains("'=演示建筑公司"), "the sample has something to guard against");
}

#[test]
fn csv_json_and_xlsx_hold_the_same_value_in_every_cell() {
    let written = Written::demo();
    let mut n_cells = 0;
    for name in written.names("csv") {
        let (header, rows) = written.csv(name);
        let json = written.json(&name.replace(".csv", ".json"));
        let mut book = workbook(written, &name.replace(".csv", ".xlsx"));
        let table = json["table"].as_str().unwrap().to_owned();
        let range = book.worksheet_range(&table).expect("the table's sheet");
        let json = json["rows"].as_array().unwrap();
        assert_eq!((json.len(), range.height()), (rows.len(), rows.len() + 1), "{name}");
        for ((row, json), sheet) in rows.iter().zip(json).zip(range.rows().skip(1)) {
            for (n, (id, cell)) in header.iter().zip(row).enumerate() {
                n_cells += 1;
                assert!(same_in_json(cell, &json[id]), "{name} {id}: {cell} {:?}", json[id]);
                let in_sheet = sheet.get(n).unwrap_or(&Data::Empty);
                assert!(same_in_sheet(cell, in_sheet), "{name} {id}: {cell} {in_sheet:?}");
            }
        }
    }
    assert!(n_cells > 5_000);
}

fn same_in_json(cell: &str, json: &serde_json::Value) -> bool {
    match json {
        serde_json::Value::Null => cell.is_empty(),
        serde_json::Value::String(it) => cell.strip_prefix('\'').unwrap_or(cell) == it,
        other => other.as_f64() == cell.parse().ok(),
    }
}

fn same_in_sheet(cell: &str, data: &Data) -> bool {
    match data {
        Data::Empty => cell.is_empty(),
        Data::String(it) => it.replace("\r\n", "\n") == cell.replace("\r\n", "\n"),
        Data::DateTime(it) => {
            let (year, month, day, ..) = it.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}") == cell
        }
        Data::Float(it) => Some(*it) == cell.parse().ok(),
        Data::Int(it) => it.to_string() == cell,
        _ => false,
    }
}

#[test]
fn money_is_exact_to_the_fen_in_every_table() {
    let written = Written::demo();
    let (content, _) = county::county(60);
    let (header, rows) = written.csv(&format!("{FOLDER}/payments.csv"));
    let at = header.iter().position(|it| it == "amount_yuan").unwrap();

    let written_fen: i64 =
        rows.iter().map(|row| row[at].replace('.', "").parse::<i64>().unwrap()).sum();

    assert_eq!(written_fen, content.payments.iter().map(|it| it.amount_fen).sum::<i64>());
    let text = written.text(&format!("{FOLDER}/payments.json"));
    assert_eq!(text.matches("\"amount_yuan\":40000.03,").count(), rows.len());
}

#[test]
fn a_sum_too_long_for_a_spreadsheets_numbers_stays_exact_as_text() {
    let (mut content, regions) = county::county(10);
    content.funds[0].amount_fen = i64::MAX;
    content.funds[1].amount_fen = 999_999_999_999_999;
    let written = Written::of(&content, &regions);
    let mut book = workbook(&written, &format!("{FOLDER}/funds.xlsx"));
    let range = book.worksheet_range("funds").unwrap();
    let at = range.rows().next().unwrap().iter().position(|it| it == "amount_yuan").unwrap();
    let cells: Vec<&Data> = range.rows().skip(1).map(|row| &row[at]).collect();

    assert_eq!(cells[0], &Data::String("92233720368547758.07".into()));
    assert_eq!(cells[1].to_string(), "9999999999999.99");
}

#[test]
fn a_text_too_long_for_a_spreadsheets_cell_is_cut_there_and_says_so() {
    let (mut content, regions) = county::county(10);
    content.notices[0].body_zh = "长".repeat(40_000);
    let written = Written::of(&content, &regions);

    let (header, rows) = written.csv(&format!("{FOLDER}/notices.csv"));
    let at = header.iter().position(|it| it == "body_zh").unwrap();
    let mut book = workbook(&written, &format!("{FOLDER}/notices.xlsx"));
    let range = book.worksheet_range("notices").unwrap();

    assert_eq!(rows[0][at].chars().count(), 40_000);
    let cut = range.rows().nth(1).unwrap()[at].to_string();
    assert!(cut.starts_with("长长") && cut.ends_with("全文见 CSV。Cut: see the CSV.）"));
    assert!(cut.encode_utf16().count() < 32_768);
}
