use super::sample::{VILLAGE, contract, counts, money, project, reason, release};
use crate::difference::{Change, FieldChange, Value, What, difference};
use crate::published::{
    Modification, Output, Project, ProjectDetails, PublicationUnit, RecordKind, ReleaseContent,
    Supervision,
};

/// The one record that differs.
#[track_caller]
fn only(old: &ReleaseContent, new: &ReleaseContent) -> Change {
    let mut changes = difference(old, new).changes;
    assert_eq!(changes.len(), 1, "{changes:?}");
    changes.remove(0)
}

#[track_caller]
fn only_field(change: &Change) -> &FieldChange {
    assert_eq!(change.fields.len(), 1, "{:?}", change.fields);
    &change.fields[0]
}

fn with_project(number: i64, project: Project) -> ReleaseContent {
    ReleaseContent { projects: vec![project], ..release(number) }
}

#[test]
fn money_that_was_paid_is_shown_by_its_source_from_what_to_what_and_why() {
    let old = with_project(1, project("road"));
    let paid = vec![money("central", 700_000), money("county", 100_000)];
    let mut new = with_project(2, Project { money: paid, ..project("road") });
    new.reasons = vec![reason(RecordKind::Project, "road")];

    let change = only(&old, &new);

    let field = only_field(&change);
    assert_eq!((change.change, change.region_code.as_deref()), (What::Changed, Some(VILLAGE)));
    assert_eq!((field.part.as_deref(), field.field.as_str()), (Some("money"), "paid_fen"));
    assert_eq!(field.item, Some(Value::Code("central".to_owned())));
    assert_eq!((&field.from, &field.to), (&Value::Fen(600_000), &Value::Fen(700_000)));
    let reason = change.reason.unwrap();
    assert_eq!((reason.zh.as_str(), reason.complaint.as_deref()), ("更正", Some("C-7KQ2-M4")));
}

#[test]
fn a_change_without_a_reason_is_marked_so() {
    let new = with_project(2, Project { stage: "finished".to_owned(), ..project("road") });

    let change = only(&with_project(1, project("road")), &new);

    assert_eq!(change.reason, None);
    assert_eq!(only_field(&change).from, Value::Code("building".to_owned()));
}

#[test]
fn what_only_the_projects_page_shows_is_compared_too() {
    let output = |actual_milli| Output {
        name_zh: "路面".to_owned(),
        name_en: "Road".to_owned(),
        unit_zh: "公里".to_owned(),
        unit_en: "km".to_owned(),
        planned_milli: 3_000,
        actual_milli,
    };
    let supervision = Supervision {
        n_representatives: 3,
        last_visit_on: None,
        finding_zh: "够厚".to_owned(),
        finding_en: "Thick enough".to_owned(),
    };
    let details = |actual, supervision| ProjectDetails {
        outputs: vec![output(actual)],
        supervision,
        ..ProjectDetails::default()
    };
    let old = with_project(1, Project { details: details(None, None), ..project("road") });
    let details = details(Some(2_800), Some(supervision));
    let new = with_project(2, Project { details, ..project("road") });

    let change = only(&old, &new);

    let said: Vec<(Option<&str>, &str)> =
        change.fields.iter().map(|it| (it.part.as_deref(), it.field.as_str())).collect();
    assert_eq!(
        said,
        [
            (Some("outputs"), "actual_milli"),
            (Some("supervision"), "n_representatives"),
            (Some("supervision"), "finding"),
        ]
    );
    assert!(change.fields.iter().all(|it| it.from == Value::None));
}

#[test]
fn of_a_count_table_only_the_values_that_differ_are_shown() {
    let table = |illness| counts(VILLAGE, "cause", &[("illness", illness), ("other", 10)]);
    let old = ReleaseContent { counts: vec![table(25)], ..release(1) };
    let new = ReleaseContent { counts: vec![table(30)], ..release(2) };

    let change = only(&old, &new);

    assert_eq!(change.id, format!("{VILLAGE}/cause"));
    let field = only_field(&change);
    assert_eq!(field.item, Some(Value::Code("illness".to_owned())));
    assert_eq!((&field.from, &field.to), (&Value::Count(25), &Value::Count(30)));
}

#[test]
fn a_contract_belongs_to_the_place_of_its_project() {
    let mut old = with_project(1, project("road"));
    old.contracts = vec![contract("c-1", "road", 5)];
    let mut new = with_project(2, project("road"));
    let raised = Modification {
        agreed_on: "2025-05-05".to_owned(),
        kind: "value".to_owned(),
        amount_fen: 6,
        reason_zh: "加宽".to_owned(),
        reason_en: "Wider".to_owned(),
    };
    new.contracts = vec![contract("c-1", "road", 5)];
    new.contracts[0].modifications = vec![raised.clone(), raised];

    let change = only(&old, &new);

    assert_eq!(change.region_code.as_deref(), Some(VILLAGE));
    // Two modifications of one day are two.
    assert_eq!(change.fields.len(), 6);
}

#[test]
fn what_came_and_what_went_is_named_with_its_reason() {
    let mut old = with_project(1, project("bridge"));
    old.units = vec![PublicationUnit { members: vec![VILLAGE.to_owned(), "9".to_owned()] }];
    let mut new = with_project(2, project("road"));
    new.reasons = vec![reason(RecordKind::Project, "bridge")];

    let changes = difference(&old, &new).changes;

    let said: Vec<_> = changes
        .iter()
        .map(|it| (it.kind.code(), it.id.as_str(), it.change, it.reason.is_some()))
        .collect();
    assert_eq!(
        said,
        [
            ("unit", VILLAGE, What::Withdrawn, false),
            ("project", "bridge", What::Withdrawn, true),
            ("project", "road", What::Added, false),
        ]
    );
    assert_eq!((changes[1].name_zh.as_str(), changes[1].fields.len()), ("通村公路", 0));
}

#[test]
fn the_order_of_a_list_is_no_difference() {
    let turned = vec![money("county", 100_000), money("central", 600_000)];
    let new = with_project(2, Project { money: turned, ..project("road") });

    assert_eq!(difference(&with_project(1, project("road")), &new).changes, []);
}

#[test]
fn programs_read_it_as_json() {
    let table = |n| counts(VILLAGE, "status", &[("stable", n)]);
    let old = ReleaseContent { counts: vec![table(40)], ..release(1) };
    let mut new = ReleaseContent { counts: vec![table(45)], ..release(2) };
    new.reasons = vec![reason(RecordKind::Count, &format!("{VILLAGE}/status"))];
    let difference = difference(&old, &new);

    let json = serde_json::to_value(&difference).unwrap();

    let expected = serde_json::json!({
        "from": 1,
        "to": 2,
        "changes": [{
            "kind": "count",
            "id": "350681100200/status",
            "region_code": "350681100200",
            "name_zh": "",
            "name_en": "",
            "change": "changed",
            "fields": [{
                "part": "cells",
                "item": { "type": "code", "value": "stable" },
                "field": "n",
                "from": { "type": "count", "value": 40 },
                "to": { "type": "count", "value": 45 },
            }],
            "reason": { "zh": "更正", "en": "Corrected", "complaint": "C-7KQ2-M4" },
        }],
    });
    assert_eq!(json, expected);
    assert_eq!(serde_json::from_value::<crate::difference::Difference>(json).unwrap(), difference);
    assert_eq!(difference.numbers()[&RecordKind::Count].changed, 1);
}

/// The size of a county with all its villages: quadratic work would not end.
#[test]
fn three_thousand_projects_and_a_hundred_and_twenty_thousand_tables_are_compared_at_once() {
    let content = |number: i64| ReleaseContent {
        projects: (0..3_000).map(|it| project(&format!("p-{it}"))).collect(),
        counts: (0..120_000)
            .map(|it| {
                let n = if it % 100 == 0 { number * 5 } else { 5 };
                counts(&format!("{it:012}"), "cause", &[("illness", n), ("other", 10)])
            })
            .collect(),
        ..release(number)
    };

    let difference = difference(&content(1), &content(2));

    assert_eq!(difference.changes.len(), 1_200);
}
