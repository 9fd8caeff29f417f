//! The example files, and the tables that the demo itself comes with, give whole records.

#![expect(clippy::unwrap_used, reason = "what a test makes must be made")]

mod support;

use std::io::Cursor;

use intake::{Gazetteer, Headers, Kind, Progress, Records, Setting, write_template};
use jiff::civil::date;
use support::{example, read_bytes, read_text, records, regions};

const FILES: [(Kind, &str); 10] = [
    (Kind::Regions, "regions.csv"),
    (Kind::Register, "register.csv"),
    (Kind::Projects, "projects.csv"),
    (Kind::Projects, "projects-gb18030.csv"),
    (Kind::Funds, "funds.csv"),
    (Kind::Contracts, "contracts.csv"),
    (Kind::Payments, "payments.csv"),
    (Kind::Sources, "sources.csv"),
    (Kind::Indicators, "indicators.csv"),
    (Kind::Notices, "notices.csv"),
];

#[test]
fn each_example_gives_the_same_records_each_time() {
    for (kind, name) in FILES {
        let bytes = example(name);

        let once = records(read_bytes(kind, &bytes));
        let again = records(read_bytes(kind, &bytes));

        assert!(once == again, "{name}");
    }
}

#[test]
fn a_table_in_gb18030_gives_the_same_records_as_in_utf_8_and_utf_16() {
    let utf_8 = example("projects.csv");
    let text = std::str::from_utf8(&utf_8).unwrap();
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let without_mark = text.trim_start_matches('\u{feff}').as_bytes();

    let expected = records(read_bytes(Kind::Projects, &utf_8));
    for bytes in [example("projects-gb18030.csv").as_slice(), &utf_16, without_mark] {
        assert!(records(read_bytes(Kind::Projects, bytes)) == expected);
    }
}

#[test]
fn the_project_table_of_a_county_is_read_with_its_two_row_header() {
    let reading = read_bytes(Kind::Projects, &example("projects.csv"));
    assert_eq!(reading.summary.n_rows, 4);
    let Records::Projects(projects, _) = records(reading) else { panic!() };

    let road = &projects[0];
    assert_eq!(road.region_code, "990102001201");
    assert_eq!(road.content_zh, "硬化村道2公里，\n路面宽3.5米。");
    assert_eq!(
        (road.planned_start_on.as_str(), road.planned_end_on.as_str()),
        ("2026-03-01", "2026-08-31")
    );
    assert_eq!(
        (road.kind.as_str(), road.stage.as_str(), road.year),
        ("infrastructure", "listed", 2026)
    );
    assert_eq!(
        (road.duty_post_zh.as_str(), road.duty_post_en.as_str()),
        ("副局长", "deputy bureau head")
    );
    let money: Vec<_> = road.money.iter().map(|it| (it.source.as_str(), it.planned_fen)).collect();
    assert_eq!(money, [("central", 60_000_000), ("province", 36_500_000)]);
    assert_eq!(projects[1].duty_post_zh, "项目负责人");
    assert_eq!(projects[2].money[2].source, "sector");
}

#[test]
fn no_name_of_a_person_reaches_a_record() {
    let Records::Projects(projects, _) =
        records(read_bytes(Kind::Projects, &example("projects.csv")))
    else {
        panic!()
    };

    for name in ["演示甲", "演示乙", "演示丙"] {
        assert!(!format!("{projects:?}").contains(name));
    }
}

#[test]
fn contracts_and_payments_find_the_projects_they_name() {
    let Records::Projects(projects, _) =
        records(read_bytes(Kind::Projects, &example("projects.csv")))
    else {
        panic!()
    };
    let Records::Contracts(contracts) =
        records(read_bytes(Kind::Contracts, &example("contracts.csv")))
    else {
        panic!()
    };
    let Records::Payments(payments) = records(read_bytes(Kind::Payments, &example("payments.csv")))
    else {
        panic!()
    };

    assert_eq!(contracts[0].project_id, projects[0].id);
    assert_eq!(contracts[0].modifications[0].amount_fen, 96_500_000);
    assert_eq!(payments[1].project_id, projects[1].id);
    assert_eq!(payments[1].contract_id.as_ref(), Some(&contracts[1].id));
    assert_eq!(payments[2].payee_zh, "农户");
}

#[test]
fn a_notice_without_a_last_day_hangs_as_long_as_its_rule_says() {
    let Records::Notices(notices) = records(read_bytes(Kind::Notices, &example("notices.csv")))
    else {
        panic!()
    };

    assert_eq!(notices[0].ends_on, "2026-02-20");
    assert_eq!(notices[1].ends_on, "2026-02-22");
    assert_eq!(notices[1].region_code, "990102002000");
}

#[test]
fn the_demos_own_divisions_and_figures_are_read_as_they_are() {
    let headers = Headers::built_in();
    let file = |name| Cursor::new(std::fs::read(format!("../data/{name}")).unwrap());
    let empty = Gazetteer::new(Vec::new());
    let setting = Setting::new(&headers, &empty, date(2026, 9, 30), [7; 16]);

    let mut progress = Vec::new();
    let reading =
        intake::read(Kind::Regions, file("regions.csv"), &setting, &mut |it| progress.push(it));
    let Records::Regions(regions) = records(reading.unwrap()) else { panic!() };
    assert_eq!(regions.len(), 20_862);
    assert_eq!(regions[1].parent_code.as_deref(), Some("150000000000"));
    let n_rows: Vec<u64> = progress.iter().map(|it: &Progress| it.n_rows).collect();
    assert_eq!(n_rows, [5_000, 10_000, 15_000, 20_000, 20_862]);
    assert!(progress.is_sorted_by_key(|it| it.done));

    let gazetteer = Gazetteer::new(regions);
    let setting = Setting { gazetteer: &gazetteer, ..setting };
    let reading = intake::read(Kind::Indicators, file("figures.csv"), &setting, &mut |_| {});
    let Records::Indicators(figures) = records(reading.unwrap()) else { panic!() };
    assert_eq!(figures.len(), 182);
    assert_eq!(
        (figures[0].name_en.as_str(), figures[0].value.as_str()),
        ("People in poverty", "1.1")
    );
}

#[test]
fn the_template_of_each_kind_is_a_header_of_its_kind() {
    for kind in Kind::ALL {
        let mut template = Vec::new();
        write_template(kind, &Headers::built_in(), &mut template).unwrap();

        let reading = read_bytes(kind, &template);

        let sentences: Vec<_> = reading.problems.iter().map(intake::Problem::sentence_zh).collect();
        assert_eq!(sentences, ["表里没有一行数据。"], "{kind}");
    }
}

#[test]
fn tabs_and_semicolons_part_cells_as_commas_do() {
    let text = "指标,编号,县,主题,数值,单位,来源\n甲,a-1,演示县,资金,5,元,s\n";
    let expected = records(read_text(Kind::Indicators, text));

    for sign in ["\t", ";"] {
        assert!(records(read_text(Kind::Indicators, &text.replace(',', sign))) == expected);
    }
}

#[test]
fn places_without_a_column_of_parents_nest_by_their_codes() {
    let with = regions();
    let text = String::from_utf8(example("regions.csv")).unwrap();
    let lines = text.lines().map(|line| {
        let cells: Vec<_> = line.split(',').collect();
        [cells[0], cells[3]].join(",")
    });
    let without = lines.collect::<Vec<_>>().join("\n");

    let Records::Regions(regions) = records(read_text(Kind::Regions, &without)) else { panic!() };
    assert_eq!(regions, with);
}
