//! What came out of a form field, cleaned of what nobody meant to type.

/// A field of one line: no control characters, no space at its ends.
pub fn line(raw: &str) -> String {
    let text: String = raw.chars().map(space_for_break).filter(|it| !is_unseen(*it)).collect();
    text.trim().to_owned()
}

/// A field of several lines: as [`line()`], but line breaks stay, each as `\n`.
pub fn lines(raw: &str) -> String {
    let text: String = raw
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .map(|it| if it == '\t' { ' ' } else { it })
        .filter(|it| *it == '\n' || !is_unseen(*it))
        .collect();
    text.trim().to_owned()
}

/// Whether a tick box was ticked: browsers send `on`.
pub fn is_ticked(raw: &str) -> bool {
    raw == "on"
}

/// Letters and digits as on a European keyboard, for fields that hold only those: an input
/// method set to full width writes `１３８` for `138`.
pub fn half_width(text: &str) -> String {
    text.chars()
        .map(|it| match it {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(it as u32 - 0xfee0).unwrap_or(it),
            '\u{3000}' => ' ',
            _ => it,
        })
        .collect()
}

fn space_for_break(character: char) -> char {
    if matches!(character, '\t' | '\n' | '\r') { ' ' } else { character }
}

/// Control characters, and those that turn the writing direction or join without being seen: in
/// a list of complaints they could make one line read like another. The joiners U+200C and
/// U+200D stay, some scripts need them.
fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_loses_its_breaks_and_its_unseen_characters() {
        assert_eq!(line(" 张\u{0}三\u{202e}\u{feff}\r\n "), "张三");
        assert_eq!(line("a\tb"), "a b");
    }

    #[test]
    fn lines_keep_their_breaks() {
        assert_eq!(lines("一\r\n二\r三\u{7}\n"), "一\n二\n三");
    }

    #[test]
    fn full_width_digits_become_plain_ones() {
        assert_eq!(half_width("１３８　＋ａ"), "138 +a");
    }
}
