//! What must hold for the demo data as a whole.

mod chain;
mod counts;
mod releases;
mod texts;

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use super::{area::AREAS, gazetteer::Gazetteer, *};

const TODAY: &str = "2026-11-22";

/// Both, built once for all tests.
fn releases() -> &'static [ReleaseContent; 2] {
    static RELEASES: LazyLock<[ReleaseContent; 2]> =
        LazyLock::new(|| demo_releases(TODAY).unwrap().try_into().expect("two releases"));
    &RELEASES
}

/// The second, which readers see first.
fn content() -> &'static ReleaseContent {
    &releases()[1]
}

#[test]
fn another_day_gives_the_same_data_but_for_the_notices_of_the_second_release() {
    let (first, second) = (&releases()[0], content());
    let [first_later, mut later]: [ReleaseContent; 2] =
        demo_releases("2026-12-05").unwrap().try_into().unwrap();

    assert!(first_later == *first);
    assert!(second.notices != later.notices);
    later.notices.clone_from(&second.notices);
    assert!(later == *second);
}

#[test]
fn projects_have_the_printed_numbers_and_sums() {
    let content = content();
    let planned_yuan = |slug: &str| -> (usize, i64) {
        let own: Vec<_> = content.projects.iter().filter(|it| it.id.starts_with(slug)).collect();
        let fen: i64 = own.iter().flat_map(|it| &it.money).map(|it| it.planned_fen).sum();
        assert_eq!(fen % 100, 0);
        (own.len(), fen / 100)
    };
    let villages: HashSet<&str> = content
        .projects
        .iter()
        .filter(|it| it.id.starts_with("tongliao"))
        .map(|it| it.region_code.as_str())
        .collect();

    assert_eq!(planned_yuan("zhangzhou"), (1190, 516_350_000));
    assert_eq!(planned_yuan("tongliao"), (600, 848_000_000));
    assert_eq!(villages.len(), 435);
    assert_eq!(planned_yuan("luoyang").0, 580);
}

#[test]
fn funds_cover_what_the_projects_of_each_county_year_and_source_were_allocated() {
    let regions = regions().unwrap();
    let gazetteer = Gazetteer::of(&regions);
    let content = content();
    let mut left: BTreeMap<(&str, i64, &str), i64> = BTreeMap::new();
    for line in &content.funds {
        let county = gazetteer.county(&line.region_code).code.as_str();
        *left.entry((county, line.year, &line.source)).or_default() += line.amount_fen;
    }
    for project in &content.projects {
        let county = gazetteer.county(&project.region_code).code.as_str();
        for money in project.money.iter().filter(|it| it.allocated_fen > 0) {
            *left.get_mut(&(county, project.year, money.source.as_str())).unwrap() -=
                money.allocated_fen;
        }
    }

    assert!(left.values().all(|fen| *fen >= 0));
}

#[test]
fn money_is_paid_from_what_is_allocated_and_goes_over_the_plan_only_with_a_reason() {
    let content = content();
    let mut n_over = 0;
    for project in &content.projects {
        assert!(!project.money.is_empty());
        for money in &project.money {
            assert!(money.paid_fen <= money.allocated_fen, "{}", project.id);
            assert!(money.planned_fen > 0);
            if money.allocated_fen > money.planned_fen {
                n_over += 1;
                assert!(project.deviation_zh.is_some() && project.deviation_en.is_some());
            }
        }
    }

    assert!((10..100).contains(&n_over), "{n_over}");
}

#[test]
fn dates_fit_the_stage_and_the_day_of_the_data() {
    let content = content();
    let as_of = content.release.as_of.as_str();
    for it in &content.projects {
        let (started, ended) = (it.actual_start_on.as_deref(), it.actual_end_on.as_deref());
        assert!(it.planned_start_on < it.planned_end_on, "{}", it.id);
        assert!(started.is_none_or(|day| day <= as_of) && ended.is_none_or(|day| day <= as_of));
        assert!(ended.is_none() || started < ended, "{}", it.id);
        let (has_begun, has_ended) = match it.stage.as_str() {
            "listed" | "approved" => (false, false),
            "building" => (true, false),
            _ => (true, true),
        };
        assert_eq!((started.is_some(), ended.is_some()), (has_begun, has_ended), "{}", it.id);
    }
    assert!(content.funds.iter().all(|it| it.allocated_on.as_str() <= as_of));
    let late: Vec<_> = content
        .projects
        .iter()
        .filter(|it| it.actual_end_on.as_ref().is_some_and(|day| *day > it.planned_end_on))
        .collect();
    assert!(late.iter().any(|it| it.deviation_zh.is_some()));
    assert!(late.iter().any(|it| it.deviation_zh.is_none()));
}

#[test]
fn every_record_lies_in_a_known_place_and_has_its_own_id() {
    let regions = regions().unwrap();
    let codes: HashSet<&str> = regions.iter().map(|it| it.code.as_str()).collect();
    let content = content();
    let projects = content.projects.iter().map(|it| (&it.id, &it.region_code));
    let funds = content.funds.iter().map(|it| (&it.id, &it.region_code));
    let notices = content.notices.iter().map(|it| (&it.id, &it.region_code));
    let mut ids = HashSet::new();

    for (id, code) in projects.chain(funds).chain(notices) {
        assert!(codes.contains(code.as_str()), "{id}");
        assert!(ids.insert(id), "{id}");
    }
    let linked = content.funds.iter().filter_map(|it| it.project_id.as_ref());
    assert!(
        linked
            .chain(content.notices.iter().filter_map(|it| it.project_id.as_ref()))
            .all(|it| ids.contains(it))
    );
    assert_eq!(regions.len(), 20_862);
    assert!((2_500..=3_000).contains(&content.projects.len()));
    assert!(content.funds.len() <= 3_000 && content.notices.len() <= 400);
}

#[test]
fn every_text_is_there_in_both_languages_and_none_holds_a_number_that_could_be_a_persons() {
    let content = content();
    for (id, text) in texts::texts(content) {
        assert!(!text.is_empty() && !text.contains(['{', '}']), "{id}: {text}");
        let longest = text.split(|it: char| !it.is_ascii_digit()).map(str::len).max();
        assert!(longest < Some(11), "{id}: {text}");
    }
    for it in &content.projects {
        assert!(it.name_en.is_ascii() && it.content_en.chars().all(|it| it != '。'), "{}", it.id);
        assert_eq!(it.deviation_zh.is_some(), it.deviation_en.is_some(), "{}", it.id);
        assert_eq!(it.n_beneficiary_households % 5, 0);
    }
}

#[test]
fn some_notices_of_every_kind_are_open_and_stay_up_their_full_days() {
    let content = content();
    for (kind, n_days) in [("project", 10), ("fund", 10), ("monitor", 5), ("dibao", 7)] {
        let own: Vec<_> = content.notices.iter().filter(|it| it.kind == kind).collect();
        let n_open = own.iter().filter(|it| it.ends_on.as_str() >= TODAY).count();
        assert!(n_open > 0 && n_open < own.len(), "{kind}: {n_open} of {}", own.len());
        for it in own {
            let posted: Date = it.posted_on.parse().unwrap();
            assert_eq!(schedule::days_after(posted, n_days).to_string(), it.ends_on);
        }
    }
}

#[test]
fn no_phone_can_be_a_subscribers() {
    let content = content();
    for project in &content.projects {
        let (_, local) = project.duty_phone.split_once('-').unwrap();
        assert!(local.starts_with('0'), "{}", project.duty_phone);
    }
    assert!(AREAS.iter().all(|it| it.phone_prefix.contains("-000")));
}
