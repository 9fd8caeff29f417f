//! The five areas that the documents speak of, and how much is made up for each.

pub struct Area {
    /// Begins the ids of its projects and funds.
    pub slug: &'static str,
    /// The first two digits of all its codes: each area is alone in its province.
    pub province: &'static str,
    /// The area itself: its tables are protected on their own.
    pub code: &'static str,
    /// The six first digits of counties with more families in need than others.
    pub poorer_counties: &'static [&'static str],
    /// Registered households in all, near the people in the documents at their people a household.
    pub n_households: u32,
    /// How often each cause occurs in ten thousand, in the order of the register's classes; one that never
    /// occurs stays at zero.
    pub causes: [u32; 12],
    /// Villages that projects go to, these among them.
    pub n_project_villages: usize,
    pub certain_villages: &'static [&'static str],
    pub n_projects: usize,
    pub planned_yuan: i64,
    pub phone_prefix: &'static str,
    pub province_zh: &'static str,
    pub province_en: &'static str,
    /// Whether a city stands between province and county.
    pub has_city: bool,
}

impl Area {
    pub fn holds(&self, code: &str) -> bool {
        code.starts_with(self.province)
    }

    pub fn is_poorer(&self, code: &str) -> bool {
        self.poorer_counties.iter().any(|county| code.starts_with(county))
    }
}

pub fn area_of(code: &str) -> &'static Area {
    AREAS.iter().find(|area| area.holds(code)).expect("every place lies in one of the five areas")
}

/// Causes away from Zhangzhou: the same ten, and transport and other.
const CAUSES_ELSEWHERE: [u32; 12] = [3800, 1300, 900, 500, 700, 1100, 700, 250, 250, 200, 200, 100];

pub const AREAS: [Area; 5] = [
    Area {
        slug: "zhangzhou",
        province: "35",
        code: "350600000000",
        poorer_counties: &["350622", "350624", "350628"],
        n_households: 24_000,
        // Illness 43.62 % and disability 14.19 % are printed; the other eight share the rest.
        causes: [4362, 1419, 520, 300, 700, 1150, 800, 180, 119, 450, 0, 0],
        n_project_villages: 183,
        certain_villages: &["350622105209", "350624105213"],
        n_projects: 1190,
        planned_yuan: 516_350_000,
        phone_prefix: "0596-000",
        province_zh: "省级",
        province_en: "Provincial",
        has_city: true,
    },
    Area {
        slug: "luoyang",
        province: "41",
        code: "410300000000",
        poorer_counties: &["410324", "410325", "410326", "410327", "410328", "410329"],
        n_households: 124_000,
        causes: CAUSES_ELSEWHERE,
        n_project_villages: 737,
        certain_villages: &[],
        n_projects: 580,
        planned_yuan: 261_000_000,
        phone_prefix: "0379-000",
        province_zh: "省级",
        province_en: "Provincial",
        has_city: true,
    },
    Area {
        slug: "chongqing",
        province: "50",
        code: "500000000000",
        poorer_counties: &[
            "500101", "500154", "500156", "500114", "500229", "500230", "500235", "500236",
            "500237", "500238", "500240", "500241", "500242", "500243",
        ],
        n_households: 450_000,
        causes: CAUSES_ELSEWHERE,
        n_project_villages: 180,
        certain_villages: &[],
        n_projects: 300,
        planned_yuan: 186_000_000,
        phone_prefix: "023-0000",
        province_zh: "市级（直辖市）",
        province_en: "Municipal (province-level)",
        has_city: false,
    },
    Area {
        slug: "tongliao",
        province: "15",
        code: "150500000000",
        poorer_counties: &["150521", "150522", "150524", "150525"],
        n_households: 52_000,
        causes: CAUSES_ELSEWHERE,
        n_project_villages: 435,
        certain_villages: &[],
        n_projects: 600,
        planned_yuan: 848_000_000,
        phone_prefix: "0475-000",
        province_zh: "自治区级",
        province_en: "Regional",
        has_city: true,
    },
    Area {
        slug: "pingxiang",
        province: "45",
        code: "451481000000",
        poorer_counties: &[],
        n_households: 3_000,
        causes: CAUSES_ELSEWHERE,
        n_project_villages: 31,
        certain_villages: &[],
        n_projects: 48,
        planned_yuan: 18_240_000,
        phone_prefix: "0771-000",
        province_zh: "自治区级",
        province_en: "Regional",
        has_city: true,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_causes_of_each_area_add_up() {
        for area in &AREAS {
            assert_eq!(area.causes.iter().sum::<u32>(), 10_000, "{}", area.slug);
        }
    }
}
