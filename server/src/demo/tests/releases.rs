//! The first release beside the second.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Debug;

use casework::reference::Reference;
use disclosure::difference::{What, difference};
use store::published::{Project, RecordKind, Release, ReleaseContent};

use super::{content, has_next, releases};

fn reasons() -> HashSet<(RecordKind, &'static str)> {
    content().reasons.iter().map(|it| (it.kind, it.id.as_str())).collect()
}

/// Ids of records that are in one of both only, or other in one than in the other.
fn differing<'a, T: PartialEq + Debug>(
    before: &'a [T],
    after: &'a [T],
    id: fn(&T) -> &String,
) -> Vec<&'a str> {
    let by_id = |all: &'a [T]| -> BTreeMap<&'a str, &'a T> {
        all.iter().map(|it| (id(it).as_str(), it)).collect()
    };
    let (before, after) = (by_id(before), by_id(after));
    let all: HashSet<&str> = before.keys().chain(after.keys()).copied().collect();
    all.into_iter().filter(|id| before.get(id) != after.get(id)).collect()
}

#[test]
fn every_project_allocation_and_posting_that_differs_has_a_reason_and_none_else() {
    let [first, second] = releases();
    let mut left = reasons();
    let differing = [
        (RecordKind::Project, differing(&first.projects, &second.projects, |it| &it.id)),
        (RecordKind::Fund, differing(&first.funds, &second.funds, |it| &it.id)),
        (RecordKind::Notice, differing(&first.notices, &second.notices, |it| &it.id)),
    ];
    for (kind, ids) in differing {
        assert!(ids.len() > 20, "{kind:?}: {}", ids.len());
        for id in ids {
            assert!(left.remove(&(kind, id)), "{kind:?} {id}");
        }
    }
    let others = [RecordKind::Count, RecordKind::Unit, RecordKind::Contract];
    left.retain(|(kind, _)| !others.contains(kind));
    assert!(left.is_empty(), "{left:?}");
    assert!(first.reasons.is_empty());
}

#[test]
fn nothing_changed_or_went_without_a_reason() {
    let [first, second] = releases();

    let changes = difference(first, second).changes;

    let silent: Vec<_> =
        changes.iter().filter(|it| it.change != What::Added && it.reason.is_none()).collect();
    assert!(silent.is_empty(), "{silent:?}");
    assert!(changes.len() > 10_000);
}

#[test]
fn a_complaint_corrected_one_project_and_another_was_withdrawn_as_listed_twice() {
    let [first, second] = releases();
    let find = |content: &'static ReleaseContent, id: &str| -> Option<&'static Project> {
        content.projects.iter().find(|it| it.id == id)
    };
    let by_complaint: Vec<_> = second.reasons.iter().filter(|it| it.complaint.is_some()).collect();
    let [corrected] = by_complaint[..] else { panic!("one complaint") };
    let actual = |content| find(content, &corrected.id).unwrap().details.outputs[0].actual_milli;
    let gone: Vec<&Project> =
        first.projects.iter().filter(|it| find(second, &it.id).is_none()).collect();

    assert!(actual(second) < actual(first));
    assert!(Reference::parse(corrected.complaint.as_ref().unwrap()).is_ok());
    assert_eq!(gone.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["luoyang-p0581"]);
    let twins = second.projects.iter().filter(|it| it.name_zh == gone[0].name_zh);
    assert_eq!(twins.count(), 1);
}

#[test]
fn nothing_in_the_first_release_is_of_a_later_day() {
    let first = &releases()[0];
    let as_of = first.release.as_of.as_str();
    let is_past = |day: Option<&str>| day.is_none_or(|it| it <= as_of);

    for it in &first.projects {
        let details = &it.details;
        for day in [
            &it.actual_start_on,
            &it.actual_end_on,
            &details.listed_on,
            &details.approved_on,
            &details.accepted_on,
            &details.published_on,
        ] {
            assert!(is_past(day.as_deref()), "{}", it.id);
        }
        assert!(details.documents.iter().all(|it| is_past(it.dated_on.as_deref())), "{}", it.id);
        assert!(it.money.iter().all(|it| it.paid_fen <= it.allocated_fen), "{}", it.id);
        assert!(
            it.deviation_zh.is_some()
                || it.money.iter().all(|it| it.allocated_fen <= it.planned_fen)
        );
    }
    assert!(first.funds.iter().all(|it| is_past(Some(&it.allocated_on))));
    assert!(first.contracts.iter().all(|it| is_past(Some(&it.signed_on))));
    assert!(first.payments.iter().all(|it| is_past(Some(&it.paid_on))));
    assert!(first.notices.iter().all(|it| is_past(Some(&it.posted_on))));
}

#[test]
fn the_days_of_a_project_are_in_order_and_its_details_fit_its_stage() {
    for content in releases() {
        for it in &content.projects {
            let details = &it.details;
            let days: Vec<&str> = [
                &details.listed_on,
                &details.approved_on,
                &it.actual_start_on,
                &it.actual_end_on,
                &details.accepted_on,
            ]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
            assert!(days.is_sorted(), "{}: {days:?}", it.id);
            let n_days = match it.stage.as_str() {
                "listed" => 1,
                "approved" => 2,
                "building" => 3,
                "finished" => 4,
                _ => 5,
            };
            assert_eq!(days.len(), n_days, "{}", it.id);
            let is_over = it.actual_end_on.is_some();
            assert!(details.outputs.iter().all(|it| it.planned_milli > 0));
            assert!(details.outputs.iter().all(|it| it.actual_milli.is_some() == is_over));
            assert_eq!(details.n_benefited_households.is_some(), is_over, "{}", it.id);
            assert!(details.n_benefited_households.is_none_or(|n| n > 0 && n % 5 == 0));
            let seen = details.supervision.as_ref();
            assert!(seen.is_none_or(|it| (2..=5).contains(&it.n_representatives)));
        }
    }
}

#[test]
fn the_demo_goes_on_only_from_its_own_first_release() {
    let [first, second] = releases();
    let other = Release { number: 1, title_zh: "第1期公开".into(), ..first.release.clone() };

    assert!(has_next(&first.release));
    assert!(!has_next(&second.release) && !has_next(&other));
}
