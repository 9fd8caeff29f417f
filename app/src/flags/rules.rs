//! The rules of `data/disclosure/flags.toml`.

use std::sync::LazyLock;

use disclosure::flags::Rules;

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../data/disclosure/flags.toml"))
        .expect("the rules are part of the program and tested")
});

/// The rules in force.
pub fn rules() -> &'static Rules {
    &RULES
}

#[cfg(test)]
mod tests {
    use disclosure::flags::RuleId;

    use super::*;

    #[test]
    fn every_rule_is_there_once_with_its_source_in_both_languages() {
        for id in RuleId::ALL {
            assert_eq!(rules().rule.iter().filter(|it| it.id == id).count(), 1, "{id:?}");
        }
        for rule in &rules().rule {
            assert!(!rule.source_zh.is_empty() && !rule.source_en.is_empty(), "{:?}", rule.id);
        }
        assert!(rules().version.parse::<jiff::civil::Date>().is_ok());
    }
}
