//! Sums of money in sentences.

/// In Chinese and in English, to a hundred yuan: 48.63万元, 486,300 yuan.
pub fn yuan(fen: i64) -> [String; 2] {
    let hundreds = fen / 10_000;
    let decimals = format!("{:02}", hundreds % 100);
    let decimals = decimals.trim_end_matches('0');
    let point = if decimals.is_empty() { "" } else { "." };
    let yuan = (hundreds * 100).to_string();
    let (thousands, rest) = yuan.split_at(yuan.len().saturating_sub(3));
    let (millions, thousands) = thousands.split_at(thousands.len().saturating_sub(3));
    let groups: Vec<&str> =
        [millions, thousands, rest].into_iter().filter(|it| !it.is_empty()).collect();
    [format!("{}{point}{decimals}万元", hundreds / 100), format!("{} yuan", groups.join(","))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_as_each_language_writes_it() {
        assert_eq!(yuan(48_630_000), ["48.63万元", "486,300 yuan"]);
        assert_eq!(yuan(100_000_000), ["100万元", "1,000,000 yuan"]);
        assert_eq!(yuan(1_050_000), ["1.05万元", "10,500 yuan"]);
    }
}
