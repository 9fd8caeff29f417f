//! What people complain about, after the scope of the 12317 line.

/// What a complaint is about. Wrong identification is three kinds: each is checked elsewhere (who
/// is in, who is not, who decided), and counted apart it shows where a village goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComplaintKind {
    /// Got help that the rules do not give (错评).
    WronglyIncluded,
    /// Left out though the rules give help (漏评).
    LeftOut,
    /// Relatives and friends first (优亲厚友).
    Favouritism,
    /// Money diverted, embezzled, drawn in others' names (资金).
    Funds,
    /// A project's quality, progress or missing notice (项目).
    Project,
    /// A subsidy that did not arrive (补贴未发).
    SubsidyUnpaid,
    /// How officials behave (帮扶干部作风).
    OfficialConduct,
    /// Personal data made public (隐私泄露).
    PrivacyLeak,
    Other,
}

impl ComplaintKind {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 9] = [
        Self::WronglyIncluded,
        Self::LeftOut,
        Self::Favouritism,
        Self::Funds,
        Self::Project,
        Self::SubsidyUnpaid,
        Self::OfficialConduct,
        Self::PrivacyLeak,
        Self::Other,
    ];

    /// The stable code: `left_out`.
    pub fn code(self) -> &'static str {
        match self {
            Self::WronglyIncluded => "wrongly_included",
            Self::LeftOut => "left_out",
            Self::Favouritism => "favouritism",
            Self::Funds => "funds",
            Self::Project => "project",
            Self::SubsidyUnpaid => "subsidy_unpaid",
            Self::OfficialConduct => "official_conduct",
            Self::PrivacyLeak => "privacy_leak",
            Self::Other => "other",
        }
    }

    /// Reads a code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}
