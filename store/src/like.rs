//! Patterns for `like … escape '!'` out of what people typed.

/// Matches every text that holds this one. For columns compared in lower case.
pub(crate) fn holds(text: &str) -> String {
    format!("%{}%", escaped(text))
}

/// Matches every text that begins with this one.
pub(crate) fn begins(text: &str) -> String {
    format!("{}%", escaped(text))
}

/// Nothing that we search is longer, and SQLite refuses patterns of 50 000 bytes.
const MAX_CHARS: usize = 200;

fn escaped(text: &str) -> String {
    let mut pattern = String::new();
    for char in text.trim().to_lowercase().chars().take(MAX_CHARS) {
        if matches!(char, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(char);
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signs_of_a_pattern_are_taken_literally() {
        assert_eq!(holds(" 50%_Off! "), "%50!%!_off!!%");
        assert_eq!(begins("yong"), "yong%");
    }
}
