//! The register: exact counts of each village, and not a word of a person anywhere else.

mod support;

use std::{collections::BTreeMap, fmt::Write};

use intake::{
    Kind, NameSet, Problem, Records, RegisterCounts,
    problem::write_report,
    register::{CLASSIFICATIONS, VillageCounts},
};
use support::{example, read_text, records};

fn text() -> String {
    String::from_utf8(example("register.csv")).unwrap()
}

fn counts(text: &str) -> (RegisterCounts, NameSet) {
    match records(read_text(Kind::Register, text)) {
        Records::Register(counts, names) => (counts, names),
        _ => unreachable!("the register was asked for"),
    }
}

fn sentences(text: &str) -> Vec<String> {
    read_text(Kind::Register, text).problems.iter().map(Problem::sentence_zh).collect()
}

/// The example with one cell of one row (as Excel counts) replaced.
fn with_cell(row: usize, column: &str, value: &str) -> String {
    let text = text();
    let header: Vec<&str> =
        text.trim_start_matches('\u{feff}').lines().next().unwrap().split(',').collect();
    let column = header.iter().position(|it| *it == column).unwrap();
    text.lines()
        .enumerate()
        .map(|(index, line)| {
            let mut cells: Vec<&str> = line.split(',').collect();
            if index + 1 == row {
                cells[column] = value;
            }
            cells.join(",") + "\n"
        })
        .collect()
}

fn class(village: &VillageCounts, id: &str, class: &str) -> u32 {
    let (_, classes) = CLASSIFICATIONS.iter().find(|(it, _)| *it == id).unwrap();
    village.counts[id][classes.iter().position(|it| *it == class).unwrap()]
}

#[test]
fn the_example_is_counted_as_by_hand() {
    let text = text();
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|it| it.split(',').collect()).collect();
    // East township's village one is 990102001201; column 3 is the household, 9 its category.
    let of_village: Vec<_> =
        rows.iter().filter(|it| it[1] == "东乡" && it[2] == "演示一村").collect();
    let households: BTreeMap<_, _> = of_village.iter().map(|it| (it[3], it[9])).collect();
    let n = |category: &str| {
        u32::try_from(households.values().filter(|it| it.starts_with(category)).count()).unwrap()
    };

    let (counts, _) = counts(&text);
    let village = &counts.villages["990102001201"];

    assert_eq!(village.n_people as usize, of_village.len());
    assert_eq!(village.n_households as usize, households.len());
    assert_eq!(class(village, "category", "general"), n("一般"));
    assert_eq!(class(village, "category", "dibao"), n("低保"));
    assert_eq!(class(village, "category", "tekun"), n("特困"));
    assert_eq!(counts.villages.len(), 4);
}

#[test]
fn every_classification_of_every_village_adds_up() {
    let (counts, _) = counts(&text());

    for village in counts.villages.values() {
        for (id, classes) in CLASSIFICATIONS {
            let total = if id == "age" { village.n_people } else { village.n_households };
            assert_eq!(village.counts[id].len(), classes.len());
            assert_eq!(village.counts[id].iter().sum::<u32>(), total, "{id}");
        }
    }
}

#[test]
fn household_columns_may_stand_on_one_of_its_rows_only() {
    let text = text();
    let mut last = String::new();
    let sparse: String = text
        .lines()
        .enumerate()
        .map(|(index, line)| {
            let mut cells: Vec<&str> = line.split(',').collect();
            let is_first = cells[3] != last || index == 0;
            cells[3].clone_into(&mut last);
            if !is_first {
                cells[8..15].fill("");
            }
            cells.join(",") + "\n"
        })
        .collect();

    assert!(counts(&sparse).0 == counts(&text).0);
}

#[test]
fn the_order_of_the_rows_changes_nothing_but_the_warnings() {
    let text = text();
    let (header, body) = text.split_once('\n').unwrap();
    let mut rows: Vec<&str> = body.lines().collect();
    rows.sort_unstable_by_key(|it| it.split(',').nth(6).map(|it| &it[10..]));
    let mixed = format!("{header}\n{}\n", rows.join("\n"));

    assert!(counts(&mixed).0 == counts(&text).0);
    assert!(sentences(&mixed).iter().any(|it| it.contains("没有排在一起")));
}

#[test]
fn what_contradicts_itself_is_a_warning_with_its_row_and_column() {
    // Row 2 is a member of household YS000001.
    for (column, value, words) in [
        ("证件号码", "0000001950010100", "证件号位数不对"),
        ("证件号码", "000000195001010010", "证件号的出生日期或校验位不对"),
        ("家庭人口数", "9", "户和人对不上：表里写9人"),
        ("职工医保", "是", "居民医保和职工医保都填了“是”"),
        ("大病保险", "否", "没有大病保险"),
    ] {
        let table = with_cell(2, column, value);
        let found = sentences(&table);
        assert!(found.iter().any(|it| it.starts_with("第2行") && it.contains(words)), "{found:?}");
        counts(&table);
    }
}

#[test]
fn a_healthy_adult_without_labour_is_asked_about() {
    let text = text();
    let header = text.lines().next().unwrap();
    let row = "演示县,东乡,演示一村,YS1,演示一,户主,,男,1,一般户,因病,风险未消除,,A,是,健康,无劳动力,非在校生,是,否,是,40";

    let found = sentences(&format!("{},年龄\n{row}\n", header.trim_end()));
    assert_eq!(found, ["第2行，Q列（劳动技能）：健康、16到60岁、不在校，却填了无劳动力。请核对。"]);
    let child = row.replace(",40", ",12");
    assert_eq!(sentences(&format!("{},年龄\n{child}\n", header.trim_end())), [] as [String; 0]);
}

#[test]
fn the_same_person_twice_is_a_warning() {
    let text = text();
    let id = text.lines().nth(1).unwrap().split(',').nth(6).unwrap().to_owned();

    let found = sentences(&with_cell(3, "证件号码", &id));
    assert!(
        found.contains(&"第3行，G列（证件号码）：身份证号和第2行相同。".to_owned()),
        "{found:?}"
    );
}

#[test]
fn an_unknown_or_missing_class_refuses_the_register() {
    for (column, value, words) in [
        ("户属性", "富户", "不认识这个值。可以填：低保脱贫户、一般脱贫户、特困供养脱贫户。"),
        ("主要致贫原因", "懒", "不认识这个值。"),
        ("脱贫年度", "2031", "不认识这个值。可以填：2014、"),
        ("行政村", "演示九村", "没有这个地方。"),
        ("户编号", "", "没有填。"),
        ("证件号码", "", "没有填。"),
    ] {
        let table = with_cell(2, column, value);
        let found = sentences(&table);
        assert!(found.iter().any(|it| it.starts_with("第2行") && it.contains(words)), "{found:?}");
        assert!(read_text(Kind::Register, &table).into_records().is_err());
    }
}

#[test]
fn the_report_repeats_no_number_no_name_and_no_phone() {
    let text = text();
    // Everything shifted by one column: names stand where classes are expected.
    let shifted: String = text
        .lines()
        .enumerate()
        .map(
            |(index, it)| {
                if index == 0 { format!("{it}\n") } else { it.replacen(',', ",x,", 1) + "\n" }
            },
        )
        .collect();
    let reading = read_text(Kind::Register, &shifted);
    let mut report = Vec::new();
    write_report("register.csv", &reading.problems, &mut report).unwrap();
    let report = String::from_utf8(report).unwrap();

    assert!(reading.problems.n_errors() > 200);
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        for private in [cells[3], cells[4], cells[6]] {
            assert!(!report.contains(private));
        }
    }
    assert!(!report.contains("000000"));
}

#[test]
fn names_of_heads_are_known_and_those_of_others_are_not_kept() {
    let text = text();
    let (_, names) = counts(&text);
    let rows = || text.lines().skip(1).map(|it| it.split(',').collect::<Vec<_>>());
    let heads: Vec<&str> = rows().filter(|it| it[5] == "户主").map(|it| it[4]).collect();

    assert!(!heads.is_empty() && heads.iter().all(|it| names.contains(it)));
    assert!(!names.contains("无此人"));
    let other = rows().find(|it| it[5] != "户主" && !heads.contains(&it[4])).unwrap();
    assert!(!names.contains(other[4]));
}

#[test]
fn twenty_thousand_rows_are_counted_whole() {
    let header = "村编码,户编号,年龄,户属性,致贫原因,监测状态\n";
    let mut table = header.to_owned();
    for row in 0..20_000 {
        let village = ["990102001201", "990102001202"][row / 10_000];
        writeln!(table, "{village},{},{},低保户,因病,脱贫户", row / 4, row % 100).unwrap();
    }

    let (counts, _) = counts(&table);
    let village = &counts.villages["990102001202"];
    assert_eq!((village.n_households, village.n_people), (2_500, 10_000));
    assert_eq!(village.counts["age"], [1_600, 4_400, 2_000, 2_000]);
    assert_eq!(class(village, "exit_year", "not_exited"), 2_500);
}
