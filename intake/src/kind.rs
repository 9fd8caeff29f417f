//! The kinds of table that a county hands in.

use std::fmt;

/// What a table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Administrative divisions.
    Regions,
    /// The register of households (建档立卡 or 监测), one row a member. Only counts come out of it.
    Register,
    /// The county project table (项目计划表) or an export of the project library.
    Projects,
    /// Allocations of money to places.
    Funds,
    Contracts,
    Payments,
    /// The documents that figures come from.
    Sources,
    /// Figures that documents printed.
    Indicators,
    /// Postings.
    Notices,
}

impl Kind {
    pub const ALL: [Self; 9] = [
        Self::Regions,
        Self::Register,
        Self::Projects,
        Self::Funds,
        Self::Contracts,
        Self::Payments,
        Self::Sources,
        Self::Indicators,
        Self::Notices,
    ];

    /// As it is written on the command line and in `headers.toml`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Regions => "regions",
            Self::Register => "register",
            Self::Projects => "projects",
            Self::Funds => "funds",
            Self::Contracts => "contracts",
            Self::Payments => "payments",
            Self::Sources => "sources",
            Self::Indicators => "indicators",
            Self::Notices => "notices",
        }
    }

    /// Reads a code.
    ///
    /// ```
    /// use intake::Kind;
    ///
    /// assert_eq!(Kind::parse("projects"), Some(Kind::Projects));
    /// assert_eq!(Kind::parse("people"), None);
    /// ```
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
