//! Who is paid. Firms have made-up names; households are one payee together, never one by one.

use store::published::{Project, Region};

use super::{
    area::{AREAS, area_of},
    chance::Chance,
    english::english_name,
    place_name::settlement,
    project_template::PaidTo,
};

/// Ten signs, two of which name a firm: nobody calls a firm 演示甲丙公司.
const SIGNS: [(&str, &str); 10] = [
    ("甲", "jia"),
    ("乙", "yi"),
    ("丙", "bing"),
    ("丁", "ding"),
    ("戊", "wu"),
    ("己", "ji"),
    ("庚", "geng"),
    ("辛", "xin"),
    ("壬", "ren"),
    ("癸", "gui"),
];
/// So many firms of a trade work in an area.
const N_FIRMS: usize = 7;

/// Loans are lent to families; of a builder's county money one in seven goes to the village for the
/// part that it does itself.
pub fn paid_to(project: &Project, usual: PaidTo, source: &str) -> PaidTo {
    if source == "loan" {
        return PaidTo::Households;
    }
    let is_own_work = source == "county"
        && usual == PaidTo::Firm
        && Chance::of(&format!("own work {}", project.id)).percent(14);
    if is_own_work { PaidTo::Unit } else { usual }
}

/// One of the firms of the project's trade in its area.
pub fn firm(project: &Project, chance: &mut Chance) -> [String; 2] {
    let (trade_zh, trade_en) = match project.kind.as_str() {
        "infrastructure" | "relocation" => ("建设", "Construction"),
        "housing" => ("房屋修缮", "House Repair"),
        "industry" => ("农业设施", "Farm Works"),
        _ => ("公共服务", "Public Services"),
    };
    let area = area_of(&project.region_code);
    let of_area = AREAS.iter().position(|it| it.slug == area.slug).expect("one of the five");
    // Apart by seven and three: the pairs of one area are not those of another.
    let number = of_area * 17 + chance.index(N_FIRMS) * 3;
    let (one_zh, one_en) = SIGNS[number % 10];
    let (two_zh, two_en) = SIGNS[(number / 10 + 3 * number + 1) % 10];
    let mut english = format!("{one_en}{two_en}");
    english[..1].make_ascii_uppercase();
    [format!("演示{one_zh}{two_zh}{trade_zh}公司"), format!("Demo {english} {trade_en} Co.")]
}

pub fn village_unit(village: &Region) -> [String; 2] {
    [
        format!("{}村集体（演示）", settlement(&village.name)),
        format!("{} collective (demo)", english_name(village)),
    ]
}

pub fn households() -> [String; 2] {
    ["农户".into(), "Households".into()]
}
