//! How much fits on the sheet. Widths are in thousandths of the size of the letters (em), so that the
//! browser and the PDF come to the same lines.

/// Breaks text into lines of at most this width: between any two Chinese characters, between words
/// otherwise. Closing marks do not begin a line.
pub fn lines(text: &str, width: u32, measure: &impl Fn(char) -> u32) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut used = 0;
        for piece in pieces(paragraph) {
            let wide = piece.chars().map(measure).sum::<u32>();
            let is_new = used > 0 && used + wide > width;
            if is_new && !piece.starts_with(closes_line) {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
                used = 0;
            }
            let piece = if used == 0 { piece.trim_start() } else { piece };
            for letter in piece.chars() {
                // A word longer than the line is broken like Chinese.
                if used > 0 && used + measure(letter) > width && !closes_line(letter) {
                    lines.push(std::mem::take(&mut line).trim_end().to_owned());
                    used = 0;
                }
                line.push(letter);
                used += measure(letter);
            }
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// At most so many lines; what is left out is told by `…`.
pub fn cut(text: &str, width: u32, n_lines: usize, measure: &impl Fn(char) -> u32) -> String {
    if lines(text, width, measure).len() <= n_lines {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let cut = |n: usize| letters[..n].iter().collect::<String>().trim_end().to_owned() + "…";
    let (mut fits, mut too_many) = (0, letters.len());
    while too_many - fits > 1 {
        let middle = usize::midpoint(fits, too_many);
        if lines(&cut(middle), width, measure).len() <= n_lines {
            fits = middle;
        } else {
            too_many = middle;
        }
    }
    cut(fits)
}

/// A Chinese letter is as wide as it is high; others are at most this wide on average. A little too
/// wide, so that what is planned with it fits in any font.
pub fn estimate(letter: char) -> u32 {
    match letter {
        'A'..='Z' | 'm' | 'w' | '%' | '@' => 800,
        ' ' | '.' | ',' | 'i' | 'l' | 'j' | 't' | 'f' | ';' | ':' => 350,
        it if it.is_ascii() => 600,
        _ => 1_000,
    }
}

/// Words with the space before them, and single Chinese characters.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, letter) in text.char_indices() {
        let is_break = before.is_some_and(|before| {
            let is_place =
                letter == ' ' && before != ' ' || is_chinese(letter) || is_chinese(before);
            is_place && !opens_line(before)
        });
        if is_break {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = Some(letter);
    }
    if start < text.len() {
        pieces.push(&text[start..]);
    }
    pieces
}

fn is_chinese(letter: char) -> bool {
    !letter.is_ascii()
}

/// Marks that belong to what follows them.
fn opens_line(letter: char) -> bool {
    "（“‘《〔".contains(letter)
}

fn closes_line(letter: char) -> bool {
    "，。；：、）》”’！？,.;:)".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_breaks_anywhere_but_before_closing_marks() {
        assert_eq!(lines("硬化村路三公里", 3_000, &estimate), ["硬化村", "路三公", "里"]);
        assert_eq!(lines("修路，种树", 2_000, &estimate), ["修路，", "种树"]);
        assert_eq!(lines("修路（三里）", 3_000, &estimate), ["修路", "（三里）"]);
    }

    #[test]
    fn words_stay_whole_where_they_can() {
        let one = |_: char| 1;
        assert_eq!(lines("a road to the village", 7, &one), ["a road", "to the", "village"]);
        assert_eq!(lines("abcdefghij", 4, &one), ["abcd", "efgh", "ij"]);
    }

    #[test]
    fn what_is_cut_says_so_and_fits() {
        let text = "硬化村内主路并安装路灯，同时整修排水沟";
        let short = cut(text, 5_000, 2, &estimate);

        assert!(short.ends_with('…') && text.starts_with(short.trim_end_matches('…')), "{short}");
        assert_eq!(lines(&short, 5_000, &estimate).len(), 2);
        assert_eq!(cut("修路", 5_000, 1, &estimate), "修路");
    }

    #[test]
    fn no_letter_is_lost_by_breaking() {
        for width in 1..30 {
            let text = "修 3.2 公里 road，含 路灯 lights";
            let joined: String = lines(text, width * 500, &estimate).concat();
            let plain = |it: &str| it.chars().filter(|it| *it != ' ').collect::<String>();

            assert_eq!(plain(&joined), plain(text), "{width}");
        }
    }
}
