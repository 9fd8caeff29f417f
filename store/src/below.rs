//! A place and all places in it, as a range of codes that an index serves.

/// The first and the last code that can lie in a place. Codes nest: a level-3 code's first six
/// digits begin those of everything in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Below {
    pub(crate) first: String,
    pub(crate) last: String,
}

impl Below {
    /// What is no code of twelve digits has nothing but itself in it.
    pub(crate) fn of(code: &str) -> Self {
        let is_code = code.len() == 12 && code.bytes().all(|it| it.is_ascii_digit());
        let n_digits = if is_code { n_significant(code) } else { code.len() };
        let last = if is_code { format!("{:9<12}", &code[..n_digits]) } else { code.to_owned() };
        Self { first: code.to_owned(), last }
    }
}

/// 2 for a province, 4 for a city, 6 for a county, 9 for a township, 12 for a village; 0 for the whole
/// country, whose code is all zeros.
fn n_significant(code: &str) -> usize {
    [9, 6, 4, 2, 0]
        .into_iter()
        .take_while(|n_digits| code[*n_digits..].bytes().all(|it| it == b'0'))
        .last()
        .unwrap_or(12)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_range_of_a_place_ends_with_the_last_code_of_its_level() {
        for (code, last) in [
            ("350000000000", "359999999999"),
            ("350600000000", "350699999999"),
            ("350681000000", "350681999999"),
            ("350681100000", "350681100999"),
            ("350681100200", "350681100200"),
            ("999999999000", "999999999999"),
            ("000000000000", "999999999999"),
        ] {
            let below = Below::of(code);

            assert_eq!((below.first.as_str(), below.last.as_str()), (code, last));
        }
    }

    #[test]
    fn a_city_without_counties_still_holds_its_townships() {
        assert_eq!(Below::of("441900000000").last, "441999999999");
    }

    #[test]
    fn what_is_no_code_holds_only_itself() {
        for text in ["", "35", "35068110020x", "350681100200000", "漳州漳州"] {
            assert_eq!(Below::of(text).last, text);
        }
    }
}
