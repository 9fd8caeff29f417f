//! Chinese at `/…`, English at `/en/…`: the language is in the address, so that it can be shared.

/// A language of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    Chinese,
    English,
}

impl Language {
    /// What stands before every address.
    pub fn base(self) -> &'static str {
        match self {
            Self::Chinese => "",
            Self::English => "/en",
        }
    }

    /// For the `lang` attribute.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Chinese => Self::English,
            Self::English => Self::Chinese,
        }
    }

    /// The one of two texts that is in this language.
    pub fn pick<'a>(self, chinese: &'a str, english: &'a str) -> &'a str {
        match self {
            Self::Chinese => chinese,
            Self::English => english,
        }
    }

    /// The language of a path, and the path without its mark.
    ///
    /// ```
    /// use app::site::language::Language;
    /// assert_eq!(Language::of("/en/check"), (Language::English, "/check"));
    /// assert_eq!(Language::of("/english"), (Language::Chinese, "/english"));
    /// ```
    pub fn of(path: &str) -> (Self, &str) {
        match path.strip_prefix("/en") {
            Some("") => (Self::English, "/"),
            Some(rest) if rest.starts_with('/') => (Self::English, rest),
            _ => (Self::Chinese, path),
        }
    }
}
