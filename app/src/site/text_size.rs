//! How large a visitor wants the text: a choice kept on the phone, in a cookie that says nothing else.

use axum::http::{HeaderMap, HeaderValue, header};

const COOKIE: &str = "text";

/// The size of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextSize {
    Normal,
    /// For older eyes (适老化): 24 px, questions and buttons 30 px.
    Large,
}

impl TextSize {
    pub fn of(headers: &HeaderMap) -> Self {
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|it| it.to_str().ok());
        let mut cookies = cookies.flat_map(|it| it.split(';')).map(str::trim);
        let is_large = cookies.any(|it| it.strip_prefix(COOKIE) == Some("=large"));
        if is_large { Self::Large } else { Self::Normal }
    }

    /// As a form sends it.
    pub fn parse(text: &str) -> Self {
        if text == "large" { Self::Large } else { Self::Normal }
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Large => "large",
        }
    }

    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Normal => Self::Large,
            Self::Large => Self::Normal,
        }
    }

    /// Keeps the choice for a year.
    ///
    /// # Panics
    /// Never: the code is plain letters.
    pub fn set_cookie(self) -> HeaderValue {
        let text = format!("{COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Lax", self.code());
        HeaderValue::from_str(&text).expect("plain letters make a header")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choice_is_read_from_among_other_cookies() {
        let mut headers = HeaderMap::new();
        assert_eq!(TextSize::of(&headers), TextSize::Normal);

        headers.insert(header::COOKIE, HeaderValue::from_static("a=b; text=large"));
        assert_eq!(TextSize::of(&headers), TextSize::Large);
    }
}
