//! `?release=N`: any public page as it stood in a former release.

/// What an address asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Current,
    Release(i64),
    /// What is asked for cannot be the number of a release.
    Nonsense,
}

/// Pages that read no release, or one that their own path names.
const OTHERS: [&str; 14] = [
    "about",
    "api",
    "apply",
    "assets",
    "check",
    "complain",
    "data",
    "en",
    "open-data",
    "packs",
    "releases",
    "staff",
    "track",
    "view",
];

/// Whether the page at a path shows what a release holds.
pub fn reads_a_release(path: &str) -> bool {
    let first = path.trim_start_matches('/').split(['/', '?', '#']).next().unwrap_or_default();
    !OTHERS.contains(&first)
}

/// The release that an address names. Where no release is read nothing is asked, except in a
/// complaint: it is about what was seen.
pub fn asked(path: &str, query: Option<&str>) -> Asked {
    let is_complaint = path == "/complain";
    if !reads_a_release(path) && !is_complaint {
        return Asked::Current;
    }
    let fields = query.unwrap_or_default().split('&');
    let mut values = fields.filter_map(|it| it.strip_prefix("release="));
    match (values.next(), values.next()) {
        (None, _) | (Some(""), None) => Asked::Current,
        (Some(text), None) => number(text).map_or(Asked::Nonsense, Asked::Release),
        _ => Asked::Nonsense,
    }
}

/// One writing for one number, so that one page has one address.
fn number(text: &str) -> Option<i64> {
    let is_plain = text.bytes().all(|it| it.is_ascii_digit()) && !text.starts_with('0');
    text.parse().ok().filter(|_| is_plain)
}

/// The address with the release in it, before the anchor.
pub fn with_release(address: &str, number: i64) -> String {
    let (address, anchor) = match address.split_once('#') {
        Some((address, anchor)) => (address, format!("#{anchor}")),
        None => (address, String::new()),
    };
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}release={number}{anchor}")
}

/// The query of an address without the release; none if nothing is left.
pub fn without_release(query: &str) -> Option<String> {
    let rest: Vec<&str> =
        query.split('&').filter(|it| !it.is_empty() && !it.starts_with("release=")).collect();
    (!rest.is_empty()).then(|| rest.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_release_has_one_writing() {
        assert_eq!(asked("/r/1", Some("kind=a&release=12")), Asked::Release(12));
        for text in ["0", "01", "-1", "+1", "1.0", "x", "%31", "99999999999999999999"] {
            assert_eq!(asked("/r/1", Some(&format!("release={text}"))), Asked::Nonsense, "{text}");
        }
        assert_eq!(asked("/r/1", Some("release=1&release=1")), Asked::Nonsense);
        assert_eq!(asked("/r/1", Some("release=")), Asked::Current);
        assert_eq!(asked("/", None), Asked::Current);
    }

    #[test]
    fn pages_without_a_release_are_asked_for_none() {
        for path in ["/check", "/releases/2", "/about", "/packs/x", "/track"] {
            assert_eq!(asked(path, Some("release=x")), Asked::Current, "{path}");
        }
        assert_eq!(asked("/complain", Some("about=figure/a&release=2")), Asked::Release(2));
        assert!(reads_a_release("/?q=1") && reads_a_release("/checkers"));
        assert!(!reads_a_release("/check#a") && !reads_a_release("/releases"));
    }

    #[test]
    fn a_release_goes_into_an_address_before_its_anchor_and_comes_out_again() {
        assert_eq!(with_release("/en/r/1", 2), "/en/r/1?release=2");
        assert_eq!(with_release("/r/1?page=2#figures", 3), "/r/1?page=2&release=3#figures");
        assert_eq!(without_release("release=2"), None);
        assert_eq!(without_release("page=2&release=2&q=a").as_deref(), Some("page=2&q=a"));
    }
}
