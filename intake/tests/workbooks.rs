//! Workbooks: the same records as from CSV, and nothing that a file can do harms the program.

mod support;

use std::{
    io::{Cursor, Write},
    sync::LazyLock,
};

use intake::{Kind, Limits, Records};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use support::{example, read_bytes, read_text, read_within, records};

/// The example of the project table as a workbook with merged cells, as counties make it.
fn projects() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let text = String::from_utf8(example("projects.csv")).unwrap();
    let mut csv = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    for (row, record) in (0_u32..).zip(csv.records()) {
        for (column, cell) in (0_u16..).zip(&record.unwrap()) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(row, column, number).unwrap(),
                Err(_) => sheet.write(row, column, cell).unwrap(),
            };
        }
    }
    let format = Format::new();
    sheet.merge_range(0, 0, 0, 17, "演示县2026年衔接资金项目计划表（演示）", &format).unwrap();
    sheet.merge_range(2, 7, 2, 11, "计划投入", &format).unwrap();
    for (column, name) in [(0, "序号"), (4, "项目名称"), (6, "建设内容")] {
        sheet.merge_range(2, column, 3, column, name, &format).unwrap();
    }
    book.save_to_buffer().unwrap()
}

fn table(rows: &[&[&str]], finish: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(*cells) {
            sheet.write(row, column, *cell).unwrap();
        }
    }
    finish(&mut book);
    book.save_to_buffer().unwrap()
}

const FUNDS: [&str; 10] = [
    "年度",
    "县",
    "乡镇",
    "资金来源",
    "资金名称",
    "文号",
    "金额（元）",
    "分配日期",
    "用途",
    "资金编号",
];
const FUND: [&str; 10] =
    ["2026", "演示县", "东乡", "中央", "演示资金", "演示1号", "0.3", "2026-01-20", "修路。", "F-1"];

#[test]
fn a_workbook_with_merged_headers_gives_the_records_of_the_csv_file() {
    let expected = records(read_bytes(Kind::Projects, &example("projects.csv")));

    assert!(records(read_bytes(Kind::Projects, &projects())) == expected);
}

#[test]
fn numbers_and_days_come_out_as_excel_shows_them() {
    let bytes = table(&[&FUNDS, &FUND, &FUND], |book| {
        let sheet = book.worksheet_from_index(0).unwrap();
        let day = ExcelDateTime::from_ymd(2026, 9, 30).unwrap();
        let format = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write(1, 6, 0.1 + 0.2).unwrap();
        sheet.write_with_format(1, 7, &day, &format).unwrap();
        sheet.write(2, 6, 199_400.05).unwrap();
        sheet.write(2, 7, 46_295).unwrap();
        sheet.write(2, 9, "F-2").unwrap();
    });

    let Records::Funds(funds) = records(read_bytes(Kind::Funds, &bytes)) else { panic!() };
    assert_eq!((funds[0].amount_fen, funds[0].allocated_on.as_str()), (30, "2026-09-30"));
    assert_eq!((funds[1].amount_fen, funds[1].allocated_on.as_str()), (19_940_005, "2026-09-30"));
}

#[test]
fn a_township_merged_over_its_rows_counts_for_each_but_an_amount_must_not_be_merged() {
    let mut second = FUND;
    second[2] = "";
    second[9] = "F-2";
    let merge = |column: u16, text: &'static str| {
        move |book: &mut Workbook| {
            let sheet = book.worksheet_from_index(0).unwrap();
            sheet.merge_range(1, column, 2, column, text, &Format::new()).unwrap();
        }
    };

    let township = table(&[&FUNDS, &FUND, &second], merge(2, "东乡"));
    let Records::Funds(funds) = records(read_bytes(Kind::Funds, &township)) else { panic!() };
    assert_eq!(funds[1].region_code, "990102001000");

    let amount = table(&[&FUNDS, &FUND, &second], merge(6, "5"));
    let reading = read_bytes(Kind::Funds, &amount);
    let problem = reading.problems.iter().next().unwrap();
    assert_eq!(problem.sentence_en().split(':').next().unwrap(), "Row 3, column G (金额（元）)");
    assert!(problem.kind.zh().starts_with("这一格是合并的"));
}

#[test]
fn another_sheet_that_looks_the_same_is_named_and_a_hidden_one_is_not_read() {
    let bytes = table(&[&FUNDS, &FUND], |book| {
        for (name, is_hidden) in [("二", false), ("三", true)] {
            let sheet = book.add_worksheet().set_name(name).unwrap().set_hidden(is_hidden);
            for (column, cell) in (0_u16..).zip(FUNDS) {
                sheet.write(0, column, cell).unwrap();
            }
        }
    });

    let reading = read_bytes(Kind::Funds, &bytes);
    let sentences: Vec<_> = reading.problems.iter().map(|it| it.kind.zh()).collect();
    assert_eq!(sentences, ["工作表“二”看起来也是这种表，没有读。要读的话，请另存成一个文件。"]);
    assert_eq!(reading.summary.n_records, 1);
}

/// A workbook whose sheet unpacks to many megabytes of one sign.
fn bomb(name: &str, tag: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file(name, options).unwrap();
    for _ in 0..200_000 {
        archive.write_all(tag.repeat(10).as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn one_row_without_end_is_refused() {
    let row = format!("编号,县,主题,指标,数值,单位,来源\n{}\n", "x".repeat(2 << 20));

    let reading = read_text(Kind::Indicators, &row);
    let problem = reading.problems.iter().next().unwrap();
    assert_eq!(problem.row, Some(2));
    assert!(problem.kind.zh().starts_with("这一行太长"));
}

#[test]
fn a_bomb_is_refused_before_it_is_read() {
    let small = Limits { unpacked_bytes: 1 << 20, ..Limits::default() };
    let held = Limits { held_bytes: 1 << 20, ..Limits::default() };
    for (bytes, limits) in [
        (bomb("xl/worksheets/sheet1.xml", "<c/>"), small),
        (bomb("xl/sharedStrings.xml", "<si/>"), held),
        // One cell without end, within the limits of the whole.
        (bomb("xl/worksheets/sheet1.xml", "xxxx"), Limits::default()),
    ] {
        assert!(bytes.len() < 100_000, "it is small on the disk");
        let reading = read_within(Kind::Projects, &bytes, limits);
        assert!(reading.problems.iter().next().unwrap().kind.zh().starts_with("表格解压后太大"));
        assert!(reading.records().is_none());
    }
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let limits = Limits { csv_bytes: 100, xlsx_bytes: 100, ..Limits::default() };
    for bytes in [example("projects.csv"), projects()] {
        let reading = read_within(Kind::Projects, &bytes, limits);
        assert!(reading.problems.iter().next().unwrap().kind.zh().starts_with("文件太大"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for kind in Kind::ALL {
            let _ = read_bytes(kind, &bytes);
            let _ = read_bytes(kind, &[b"PK\x03\x04", bytes.as_slice()].concat());
        }
    }

    #[test]
    fn no_damage_to_a_file_makes_it_panic(
        places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        cut in any::<prop::sample::Index>(),
    ) {
        static FILES: LazyLock<[Vec<u8>; 3]> = LazyLock::new(|| {
            [projects(), example("projects-gb18030.csv"), example("register.csv")]
        });
        for whole in FILES.iter() {
            let mut bytes = whole.clone();
            for (place, byte) in &places {
                let place = place.index(bytes.len());
                bytes[place] = *byte;
            }
            let _ = read_bytes(Kind::Projects, &bytes);
            let _ = read_bytes(Kind::Register, &bytes[..cut.index(bytes.len())]);
        }
    }
}
