//! The codes that published records carry, with the words for them.

use crate::column::{Words, words};

/// A code and what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    pub code: &'static str,
    pub name: Words,
}

const fn code(code: &'static str, zh: &'static str, en: &'static str) -> Code {
    Code { code, name: words(zh, en) }
}

pub(crate) const PROJECT_KIND: &[Code] = &[
    code("industry", "产业", "Industry"),
    code("infrastructure", "基础设施", "Infrastructure"),
    code("housing", "住房", "Housing"),
    code("relocation", "搬迁", "Relocation"),
    code("training", "培训", "Training"),
    code("service", "公共服务", "Public service"),
];

pub(crate) const NATURE: &[Code] =
    &[code("new", "新建", "New"), code("continued", "续建", "Continued")];

pub(crate) const STAGE: &[Code] = &[
    code("listed", "入库", "Listed"),
    code("approved", "批复", "Approved"),
    code("building", "实施", "Under way"),
    code("finished", "完工", "Finished"),
    code("accepted", "验收", "Accepted"),
];

pub(crate) const SOURCE: &[Code] = &[
    code("central", "中央财政", "Central government"),
    code("province", "省级财政", "Province"),
    code("city", "市级财政", "City"),
    code("county", "县级财政", "County"),
    code("sector", "行业部门", "Line departments"),
    code("social", "社会帮扶", "Donations"),
    code(LOAN, "贷款（要还）", "Loan (to be repaid)"),
];

/// The one source that has to be paid back, and is never added to the others.
pub(crate) const LOAN: &str = "loan";

pub(crate) const METHOD: &[Code] = &[
    code("tender", "公开招标", "Open tender"),
    code("negotiation", "谈判", "Negotiation"),
    code("inquiry", "询价", "Price inquiry"),
    code("direct", "直接委托", "Direct award"),
    code("work_relief", "以工代赈", "Work relief"),
];

pub(crate) const MODIFICATION: &[Code] = &[
    code("value", "改金额", "Value"),
    code("duration", "改工期", "Duration"),
    code("scope", "改内容", "Scope"),
];

pub(crate) const PAYEE_KIND: &[Code] = &[
    code("firm", "企业或合作社", "Firm or co-operative"),
    code("unit", "单位", "Public body"),
    code(HOUSEHOLDS, "农户（合在一起，不写名字）", "Households (together, never by name)"),
];

/// Payments to households: one payee, never a household by itself.
pub(crate) const HOUSEHOLDS: &str = "households";

pub(crate) const NOTICE_KIND: &[Code] = &[
    code("project", "项目公示", "Project"),
    code("fund", "资金公示", "Funds"),
    code("monitor", "监测户公示", "Monitored households"),
    code("dibao", "低保公示", "Dibao"),
];

pub(crate) const QUALIFIER: &[Code] = &[
    code("as_printed", "正好", "As printed"),
    code("more_than", "多于", "More than"),
    code("at_least", "至少", "At least"),
    code("below", "少于", "Below"),
    code("about", "大约", "About"),
    code("nearly", "将近", "Nearly"),
];

pub(crate) const MOMENT: &[Code] = &[
    code("before", "开工前", "Before"),
    code("during", "施工中", "During"),
    code("after", "完工后", "After"),
];

pub(crate) const DOCUMENT_KIND: &[Code] = &[
    code("approval", "批复", "Approval"),
    code("tender", "招标", "Tender"),
    code("contract", "合同", "Contract"),
    code("acceptance", "验收", "Acceptance"),
    code("audit", "审计", "Audit"),
    code("posting", "公示", "Posting"),
    code("photo", "照片", "Photo"),
];

/// A list of codes by the name that `columns.tsv` gives it.
pub(crate) fn list(name: &str) -> Option<&'static [Code]> {
    Some(match name {
        "" => &[],
        "project_kind" => PROJECT_KIND,
        "nature" => NATURE,
        "stage" => STAGE,
        "source" => SOURCE,
        "method" => METHOD,
        "modification" => MODIFICATION,
        "payee_kind" => PAYEE_KIND,
        "notice_kind" => NOTICE_KIND,
        "qualifier" => QUALIFIER,
        "moment" => MOMENT,
        "document_kind" => DOCUMENT_KIND,
        _ => return None,
    })
}

/// The words for a code; the code itself where the list does not have it, so that nothing is lost.
pub(crate) fn chinese<'a>(codes: &'static [Code], code: &'a str) -> &'a str {
    codes.iter().find(|it| it.code == code).map_or(code, |it| it.name.zh)
}
