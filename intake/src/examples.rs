//! Places that exist nowhere, for tests.

use disclosure::published::Region;

/// 演示省 > 演示市 > 演示县 > 东乡, 西镇 > villages: nine places under 99, which is no province.
pub fn regions() -> Vec<Region> {
    let region = |code: &str, parent: &str, level, name: &str| Region {
        code: code.to_owned(),
        parent_code: (!parent.is_empty()).then(|| parent.to_owned()),
        level,
        name: name.to_owned(),
        pinyin: String::new(),
    };
    vec![
        region("990000000000", "", 1, "演示省"),
        region("990100000000", "990000000000", 2, "演示市"),
        region("990102000000", "990100000000", 3, "演示县"),
        region("990102001000", "990102000000", 4, "东乡"),
        region("990102002000", "990102000000", 4, "西镇"),
        region("990102001201", "990102001000", 5, "演示一村"),
        region("990102001202", "990102001000", 5, "演示二村"),
        region("990102002201", "990102002000", 5, "演示一村"),
        region("990102002202", "990102002000", 5, "演示三村"),
    ]
}
