//! Everything that can be wrong with a table is named with its row and column, and nothing of the
//! table is used.

mod support;

use intake::{
    Gazetteer, Headers, Kind, Problem, ProblemKind, Problems, Setting, Severity,
    problem::write_report,
};
use jiff::civil::date;
use support::{example, read_bytes, read_text};

const PROJECT_HEADER: &str = "编号,乡镇,村,项目名称,项目类型,建设内容,计划投入/合计（万元）,\
    计划投入/中央衔接（万元）,年度,计划开工日期,计划完工日期,绩效目标,联农带农机制,责任单位,责任人,监督电话,受益户数";
const PROJECT: &str = "1,东乡,演示一村,甲,产业,种树。,10,10,2026,2026-03-01,2026-08-31,增收。,分红。,演示局,演示甲,12317,20";

/// The problems of a table: row, column letter, sentence.
fn problems_of(kind: Kind, text: &str) -> Vec<(u32, String, String)> {
    let reading = read_text(kind, text);
    let has_errors = reading.problems.has_errors();
    assert_eq!(reading.records().is_none(), has_errors, "no records if and only if an error");
    reading.problems.iter().map(said).collect()
}

fn said(problem: &Problem) -> (u32, String, String) {
    let letter = problem.column.as_ref().map(|it| it.letter.clone()).unwrap_or_default();
    (problem.row.unwrap_or(0), letter, problem.kind.zh())
}

/// The problems of one project that differs from a right one in one cell.
fn with_cell(column: usize, value: &str) -> Vec<(u32, String, String)> {
    let mut cells: Vec<&str> = PROJECT.split(',').collect();
    cells[column] = value;
    problems_of(Kind::Projects, &format!("{PROJECT_HEADER}\n{}\n", cells.join(",")))
}

#[test]
fn a_right_project_has_no_problem() {
    assert_eq!(with_cell(0, "1"), []);
}

#[test]
fn each_wrong_cell_is_named_with_its_row_and_column() {
    for (column, letter, value, sentence) in [
        (2, "C", "演式一村", "没有这个地方。是不是“演示一村”？"),
        (1, "B", "南乡", "没有这个地方。是不是“东乡”？"),
        (3, "D", "", "没有填。"),
        (4, "E", "月球", "不认识这个值。可以填：住房、"),
        (5, "F", "联系11010519491231002X。", "这一格里有身份证号。"),
        (5, "F", "联系13800001111。", "这一格里有手机号。"),
        (5, "F", "帮35户种树。", "文字里有准确的户数"),
        (5, "F", "种\u{fffd}。", "有乱码。"),
        (6, "G", "11", "合计不对：各项加起来是100000.00元。"),
        (6, "G", "十", "不是金额。"),
        (7, "H", "-10", "不能小于零。"),
        (7, "H", "10.0000001", "小数太多"),
        (8, "I", "26", "不是年份。"),
        (9, "J", "三月", "不是日期。"),
        (10, "K", "2026-02-01", "结束早于开始（2026-03-01）。"),
        (15, "P", "13800001111", "这一格里有手机号。"),
        (16, "Q", "二十", "不是整数。"),
        (16, "Q", "-3", "不能小于零。"),
    ] {
        let problems = with_cell(column, value);
        let is_said =
            |it: &(u32, String, String)| it.0 == 2 && it.1 == letter && it.2.starts_with(sentence);
        assert!(problems.iter().any(is_said), "{letter} {value}: {problems:?}");
    }
}

#[test]
fn all_problems_of_a_row_are_named_at_once() {
    let row = "1,东乡,,甲,月球,,十,十,26,x,y,,,,,,";
    let reading = read_text(Kind::Projects, &format!("{PROJECT_HEADER}\n{row}\n"));

    let letters: Vec<String> = reading.problems.iter().map(|it| said(it).1).collect();
    for letter in ["E", "F", "G", "H", "I", "J", "K", "L", "M", "N"] {
        assert!(letters.iter().any(|it| it == letter), "{letter} of {letters:?}");
    }
    assert!(reading.into_records().is_err());
}

#[test]
fn the_same_project_or_number_twice_names_the_first_row() {
    let twice = format!("{PROJECT_HEADER}\n{PROJECT}\n{PROJECT}\n");
    assert_eq!(problems_of(Kind::Projects, &twice), [(3, "D".into(), "和第2行重复。".into())]);

    let funds = String::from_utf8(example("funds.csv")).unwrap().replace("F-2026-02", "F-2026-01");
    assert_eq!(problems_of(Kind::Funds, &funds), [(3, "A".into(), "和第2行重复。".into())]);
}

#[test]
fn a_total_that_is_not_the_sum_of_the_rows_is_named() {
    let table = String::from_utf8(example("projects.csv")).unwrap().replace("199.4", "199.5");

    assert_eq!(
        problems_of(Kind::Projects, &table).last().unwrap(),
        &(9, "I".into(), "合计不对：各项加起来是1994000.00元。".into())
    );
}

#[test]
fn rows_are_counted_as_excel_shows_them_whatever_lies_in_the_cells() {
    let table = format!(
        "\n\n{PROJECT_HEADER}\n\n{}\n{}\n",
        PROJECT.replace("种树。", "\"种\n\"\"树\"\"。\""),
        PROJECT.replace("甲", "").replace("演示,", "演示,")
    );

    let problems = problems_of(Kind::Projects, &table);
    assert_eq!(problems, [(6, "D".into(), "没有填。".into())]);
}

#[test]
fn what_is_wrong_with_the_header_is_named() {
    let header = PROJECT_HEADER.replace("建设内容", "天气").replace("（万元）", "");
    let problems = problems_of(Kind::Projects, &format!("{header}\n{PROJECT}\n"));

    let expected = [
        (1, "", "缺少“建设内容”这一列。"),
        (1, "F", "这一列没有用到。"),
        (1, "G", "看不出金额单位。请在表头写上“（万元）”或“（元）”。"),
    ];
    for (row, letter, sentence) in expected {
        assert!(problems.contains(&(row, letter.into(), sentence.into())), "{problems:?}");
    }

    let double = format!("{PROJECT_HEADER},主要建设内容\n{PROJECT},x\n");
    assert_eq!(
        problems_of(Kind::Projects, &double),
        [(1, "R".into(), "这一列和“建设内容”说的是同一项，只能留一列。".into())]
    );
    let no_header = problems_of(Kind::Projects, "天气,日期\n晴,2026-01-01\n");
    assert!(no_header[0].2.starts_with("没有找到表头。"));
    assert_eq!(problems_of(Kind::Projects, "")[0].2, "表里没有一行数据。");
}

#[test]
fn a_quotation_mark_that_is_not_closed_is_named_with_its_row() {
    let table =
        format!("{PROJECT_HEADER}\n{PROJECT}\n{}\n{PROJECT}\n", PROJECT.replace("增收", "\"增收"));

    assert_eq!(problems_of(Kind::Projects, &table)[0].0, 3);
    assert!(problems_of(Kind::Projects, &table)[0].2.contains("没有配对"));
}

#[test]
fn what_is_no_table_is_refused_with_what_to_send() {
    for (bytes, word) in [
        (&b"%PDF-1.7"[..], "不是表格文件"),
        (&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "另存为.xlsx"),
        (b"PK\x03\x04 and then nothing", "打不开"),
    ] {
        let reading = read_bytes(Kind::Projects, bytes);
        assert!(reading.problems.iter().next().unwrap().kind.zh().contains(word));
        assert!(reading.records().is_none());
    }
}

#[test]
fn a_short_posting_and_several_villages_in_one_cell_are_warnings() {
    let notices = String::from_utf8(example("notices.csv")).unwrap().replace(",10,", ",9,");
    assert_eq!(
        problems_of(Kind::Notices, &notices),
        [(2, "H".into(), "公示时间不够，至少10天。".into())]
    );
    assert_eq!(
        with_cell(2, "演示一村、演示二村"),
        [(2, "C".into(), "一格里写了几个村，按“东乡”登记。".into())]
    );
}

#[test]
fn a_place_whose_parent_is_missing_is_named() {
    let text = String::from_utf8(example("regions.csv")).unwrap();
    let text = text.replace("990102002000,990102000000,乡,西镇\r\n", "");

    let rows: Vec<u32> = problems_of(Kind::Regions, &text).iter().map(|it| it.0).collect();
    // The two villages; the gazetteer that the test reads with has the town all the same.
    assert_eq!(rows, [] as [u32; 0]);
    let text = text.replace("990102001000", "990103001000");
    let rows: Vec<u32> = problems_of(Kind::Regions, &text).iter().map(|it| it.0).collect();
    assert_eq!(rows, [5, 6, 7]);
}

#[test]
fn problems_beyond_the_most_are_counted_and_errors_go_before_warnings() {
    let mut problems = Problems::new(2);
    for kind in
        [ProblemKind::SkippedRow, ProblemKind::Missing, ProblemKind::Missing, ProblemKind::Missing]
    {
        problems.add(Problem::new(Some(1), kind));
    }

    assert_eq!((problems.n_errors(), problems.n_warnings(), problems.n_more()), (3, 1, 2));
    assert!(problems.iter().all(|it| it.severity == Severity::Error));
}

#[test]
fn the_report_opens_in_excel_and_repeats_no_personal_number_and_no_formula() {
    let table = format!(
        "{PROJECT_HEADER}\n{}\n{}\n",
        PROJECT.replace("种树。", "打13800001111。"),
        PROJECT.replace("产业", "=1+1").replace("甲,", "乙,"),
    );
    let reading = read_text(Kind::Projects, &table);
    let mut report = Vec::new();
    write_report("projects.csv", &reading.problems, &mut report).unwrap();
    let report = String::from_utf8(report).unwrap();

    assert!(report.starts_with('\u{feff}'));
    assert!(report.contains("projects.csv,错误,2,F,建设内容,***,"));
    assert!(report.contains(",'=1+1,"));
    assert!(!report.contains("13800001111"));
    assert!(!report.contains("演示甲"));
}

#[test]
fn a_sentence_names_the_place_in_both_languages() {
    let reading = read_text(
        Kind::Projects,
        &format!("{PROJECT_HEADER}\n{}\n", PROJECT.replace(",甲,", ",,")),
    );
    let problem = reading.problems.iter().next().unwrap();

    assert_eq!(problem.sentence_zh(), "第2行，D列（项目名称）：没有填。");
    assert_eq!(problem.sentence_en(), "Row 2, column D (项目名称): Nothing is filled in.");
}

#[test]
fn a_countys_own_headers_replace_those_built_in() {
    let toml = include_str!("../../data/intake/headers.toml")
        .replace("\"项目名称\", \"名称\"", "\"工程名\"");
    let headers = Headers::parse(&toml).unwrap();
    let gazetteer = Gazetteer::new(support::regions());
    let setting = Setting::new(&headers, &gazetteer, date(2026, 9, 30), [7; 16]);
    let table = format!("{}\n{PROJECT}\n", PROJECT_HEADER.replace("项目名称", "工程名"));

    let file = std::io::Cursor::new(table);
    let reading = intake::read(Kind::Projects, file, &setting, &mut |_| {}).unwrap();

    assert!(reading.into_records().is_ok());
}
