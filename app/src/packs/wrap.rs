//! Breaks text into lines: between Chinese characters anywhere, between other words at spaces. A
//! Chinese character is two columns wide. Used for pictures and for the terminal.

use std::mem;

/// The columns that a text takes.
pub fn width(text: &str) -> usize {
    text.chars().map(|it| if is_wide(it) { 2 } else { 1 }).sum()
}

/// The text in lines of at most so many columns; at least one line.
///
/// ```
/// use app::packs::wrap::wrapped;
/// assert_eq!(wrapped("收入低于低保线（6,600 元）。", 12), ["收入低于低保", "线（6,600", "元）。"]);
/// assert_eq!(wrapped("below the line", 9), ["below the", "line"]);
/// ```
pub fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for unit in units(text) {
        let unit = if line.is_empty() { unit.trim_start() } else { unit.as_str() };
        if line.is_empty() || width(&line) + width(unit.trim_end()) <= columns {
            line.push_str(unit);
        } else {
            lines.push(mem::replace(&mut line, unit.trim_start().to_owned()));
        }
    }
    lines.push(line);
    lines.iter().flat_map(|it| cut(it.trim_end(), columns)).collect()
}

/// What must stay on one line: a word, or a character with the signs that may not leave it.
fn units(text: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    for it in text.chars() {
        let last = units.last().and_then(|it| it.chars().last());
        let is_word = !is_wide(it) && !it.is_whitespace();
        let goes_on = match last {
            None => false,
            Some(last) => {
                ENDS.contains(it)
                    || BEGINS.contains(last)
                    || it.is_whitespace()
                    || is_word && !is_wide(last) && !last.is_whitespace()
            }
        };
        match units.last_mut() {
            Some(unit) if goes_on => unit.push(it),
            _ => units.push(it.to_string()),
        }
    }
    units
}

/// A word longer than a line is cut.
fn cut(text: &str, columns: usize) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for it in text.chars() {
        // A sign that may not begin a line may stand out by itself.
        if width(&line) >= columns && !ENDS.contains(it) && !it.is_whitespace() {
            lines.push(mem::take(&mut line));
        }
        line.push(it);
    }
    lines.push(line);
    lines
}

/// Signs that may not begin a line.
const ENDS: &str = "，。、；：！？”）〕》…,.;:!?)]";
/// Signs that may not end one.
const BEGINS: &str = "“（〔《([";

fn is_wide(it: char) -> bool {
    matches!(it,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}'
        | '“' | '”' | '…' | '●' | '◐' | '○' | '→' | '↑')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_too_long_or_begins_with_a_comma() {
        let text =
            "“现在的身份”：有“脱贫户（以前的贫困户）”，或者家里人口 × 6,600 元，并且说得清。";
        for columns in 12..60 {
            for line in wrapped(text, columns) {
                assert!(width(&line) <= columns + 2, "{line}");
                assert!(!line.starts_with(['，', '。', '”', '）']), "{columns} {line}");
            }
        }
        assert_eq!(wrapped(text, 500), [text]);
        assert_eq!(wrapped("", 10), [""]);
    }

    #[test]
    fn what_has_no_place_to_break_is_cut() {
        assert_eq!(wrapped("0123456789", 4), ["0123", "4567", "89"]);
    }
}
