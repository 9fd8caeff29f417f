//! Places that exist nowhere, for tests.

use disclosure::published::Region;

/// 演示县 > 东乡, 西镇 > villages. Seven places, region 000000.
pub fn regions() -> Vec<Region> {
    let region = |code: &str, parent: &str, level, name: &str| Region {
        code: code.to_owned(),
        parent_code: (!parent.is_empty()).then(|| parent.to_owned()),
        level,
        name: name.to_owned(),
        pinyin: String::new(),
    };
    vec![
        region("000000000000", "", 3, "演示县"),
        region("000000001000", "000000000000", 4, "东乡"),
        region("000000002000", "000000000000", 4, "西镇"),
        region("000000001201", "000000001000", 5, "演示一村"),
        region("000000001202", "000000001000", 5, "演示二村"),
        region("000000002201", "000000002000", 5, "演示一村"),
        region("000000002202", "000000002000", 5, "演示三村"),
    ]
}
