//! The 12-digit statistical code of a place (统计用区划代码), from province to village.

use std::fmt;

use crate::typed;

/// Twelve digits. That a place has the code is for the store to say.
///
/// ```
/// use casework::region_code::RegionCode;
///
/// assert_eq!(RegionCode::parse("150502001001").unwrap().as_str(), "150502001001");
/// assert!(RegionCode::parse("150502").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RegionCode(String);

impl RegionCode {
    /// Reads a code as typed; full-width digits count. `None` unless there are twelve digits.
    pub fn parse(raw: &str) -> Option<Self> {
        let code = typed::half_width(&typed::line(raw));
        let is_code = code.len() == 12 && code.bytes().all(|it| it.is_ascii_digit());
        is_code.then_some(Self(code))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
