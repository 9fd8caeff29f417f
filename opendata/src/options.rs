//! What the operator of a portal says about its files.

use crate::column::Words;

/// What is not in the release itself but stands in its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The portal's own address, without a slash at its end: `https://example.org`.
    pub base_url: String,
    /// The operator's prefix, as registered with the Open Contracting Partnership: `oc4ids-` and six
    /// small letters or digits. The default is for trying out only.
    pub oc4ids_prefix: String,
    /// Under which licence the files may be used.
    pub licence: Licence,
    /// The data is made up: every file that can say so does.
    pub is_demo: bool,
    /// Where a project's photos lie, below `base_url`: the file is `{photo_path}{sha256}.jpg`.
    pub photo_path: String,
}

/// A licence for data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    /// As the SPDX list and the Open Definition name it: `CC-BY-4.0`.
    pub id: String,
    pub title_zh: String,
    pub title_en: String,
    pub url: String,
}

impl Options {
    /// The defaults, for a portal at this address.
    #[must_use]
    pub fn new(base_url: &str) -> Self {
        Self {
            base_url: base_url.trim_end_matches('/').to_owned(),
            oc4ids_prefix: "oc4ids-abc123".to_owned(),
            licence: Licence::default(),
            is_demo: false,
            photo_path: "/photos/".to_owned(),
        }
    }

    /// What a reader must know of made-up data, and nothing where the data is real.
    pub(crate) fn demo_note(&self) -> Option<Words> {
        self.is_demo.then_some(DEMO)
    }
}

/// The words for data that is made up.
const DEMO: Words = Words {
    zh: "演示数据：都是编的，不是真的。",
    en: "Demo data: made up, not real.",
};

impl Default for Licence {
    fn default() -> Self {
        Self {
            id: "CC-BY-4.0".to_owned(),
            title_zh: "知识共享 署名 4.0：可以随便用，要写明从哪里来".to_owned(),
            title_en: "Creative Commons Attribution 4.0".to_owned(),
            url: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        }
    }
}
