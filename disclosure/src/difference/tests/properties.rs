use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

use super::sample::{contract, counts, money, project, reason, release};
use crate::difference::fields::Path;
use crate::difference::{Change, Difference, FieldChange, Record, Value, What, difference};
use crate::published::{
    CountTable, Photo, Project, ProjectDetails, ProjectMoney, RecordKind, ReleaseContent,
};

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

fn some_money() -> impl Strategy<Value = Vec<ProjectMoney>> {
    // Two entries of one source are allowed: nothing of them may be lost.
    vec((0..3_usize, 0..3_i64), 0..4).prop_map(|rows| {
        let sources = ["central", "county", "loan"];
        rows.into_iter().map(|(source, paid)| money(sources[source], paid)).collect()
    })
}

fn some_details() -> impl Strategy<Value = ProjectDetails> {
    let photo = |(sha, width): (u8, i64)| Photo {
        sha256: sha.to_string(),
        look: String::new(),
        width,
        height: 1,
        moment: "during".to_owned(),
        taken_on: None,
        caption_zh: String::new(),
        caption_en: String::new(),
    };
    (vec((0..2_u8, 0..3_i64), 0..3), proptest::option::of(0..3_i64)).prop_map(move |(photos, n)| {
        ProjectDetails {
            n_benefited_households: n,
            photos: photos.into_iter().map(photo).collect(),
            ..ProjectDetails::default()
        }
    })
}

fn some_projects() -> impl Strategy<Value = Vec<Project>> {
    let one = (some_money(), some_details(), 0..2_usize, proptest::option::of(0..2_u8));
    btree_map(0..4_u8, one, 0..4).prop_map(|projects| {
        let made =
            |(id, (money, details, stage, deviation)): (u8, (_, _, usize, Option<u8>))| Project {
                money,
                details,
                stage: ["building", "finished"][stage].to_owned(),
                deviation_zh: deviation.map(|it| it.to_string()),
                ..project(&format!("p-{id}"))
            };
        projects.into_iter().map(made).collect()
    })
}

fn some_counts() -> impl Strategy<Value = Vec<CountTable>> {
    let cells = btree_map(0..3_usize, (0..4_i64).prop_map(|it| it * 5), 0..3);
    btree_map((0..3_u8, 0..2_usize), cells, 0..6).prop_map(|tables| {
        let classes = ["illness", "other", "water"];
        tables
            .into_iter()
            .map(|((place, name), cells)| {
                let cells: Vec<_> = cells.into_iter().map(|(it, n)| (classes[it], n)).collect();
                counts(&format!("{place:012}"), ["cause", "status"][name], &cells)
            })
            .collect()
    })
}

fn some_release(number: i64) -> impl Strategy<Value = ReleaseContent> {
    let contracts = btree_map(0..3_u8, 0..2_i64, 0..3);
    let reasons = vec(0..4_u8, 0..2);
    (some_projects(), some_counts(), contracts, reasons).prop_map(
        move |(projects, counts, contracts, reasons)| ReleaseContent {
            projects,
            counts,
            contracts: contracts
                .into_iter()
                .map(|(id, amount)| contract(&format!("c-{id}"), "p-0", amount))
                .collect(),
            reasons: reasons
                .into_iter()
                .map(|it| reason(RecordKind::Project, &format!("p-{it}")))
                .collect(),
            ..release(number)
        },
    )
}

/// All fields of a release, laid out flat.
fn laid_out(content: &ReleaseContent) -> BTreeMap<(RecordKind, String), BTreeMap<Path, Value>> {
    fn of<R: Record>(
        records: &[R],
    ) -> impl Iterator<Item = ((RecordKind, String), BTreeMap<Path, Value>)> {
        records.iter().map(|it| ((R::KIND, it.id()), it.fields().into_map()))
    }
    of(&content.projects).chain(of(&content.counts)).chain(of(&content.contracts)).collect()
}

/// How often each field differs in which way: entries that call themselves alike are not told apart.
fn multiset<'a>(fields: impl IntoIterator<Item = &'a FieldChange>) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for field in fields {
        *found.entry(format!("{field:?}")).or_default() += 1;
    }
    found
}

fn turned(field: &FieldChange) -> FieldChange {
    FieldChange { from: field.to.clone(), to: field.from.clone(), ..field.clone() }
}

fn find<'a>(difference: &'a Difference, wanted: &Change) -> Option<&'a Change> {
    difference.changes.iter().find(|it| it.kind == wanted.kind && it.id == wanted.id)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_release_does_not_differ_from_itself(a in some_release(1)) {
        prop_assert_eq!(difference(&a, &a).changes, []);
    }

    #[test]
    fn what_is_the_same_is_not_named_and_what_differs_is(
        a in some_release(1), b in some_release(2),
    ) {
        let (before, after) = (laid_out(&a), laid_out(&b));
        let difference = difference(&a, &b);
        for key in before.keys().chain(after.keys()) {
            let named = difference.changes.iter().find(|it| (it.kind, &it.id) == (key.0, &key.1));
            let expected = match (before.get(key), after.get(key)) {
                (None, Some(_)) => Some(What::Added),
                (Some(_), None) => Some(What::Withdrawn),
                (old, new) => (old != new).then_some(What::Changed),
            };
            prop_assert_eq!(named.map(|it| it.change), expected);
        }
    }

    #[test]
    fn the_old_values_with_the_changes_applied_are_the_new_values(
        a in some_release(1), b in some_release(2),
    ) {
        let (before, after) = (laid_out(&a), laid_out(&b));
        for change in difference(&a, &b).changes.iter().filter(|it| it.change == What::Changed) {
            let key = (change.kind, change.id.clone());
            let values = |fields: &BTreeMap<Path, Value>| {
                let mut values: Vec<Value> = fields.values().cloned().collect();
                values.sort();
                values
            };
            let mut applied: Vec<Value> = values(&before[&key]);
            for field in &change.fields {
                if field.from != Value::None {
                    let at = applied.iter().position(|it| *it == field.from);
                    applied.remove(at.expect("a change begins at what was there"));
                }
                if field.to != Value::None {
                    applied.push(field.to.clone());
                }
            }
            applied.sort();
            prop_assert_eq!(applied, values(&after[&key]));
        }
    }

    #[test]
    fn turned_round_what_came_goes_and_every_value_goes_back(
        a in some_release(1), b in some_release(2),
    ) {
        let (there, back) = (difference(&a, &b), difference(&b, &a));
        prop_assert_eq!(there.changes.len(), back.changes.len());
        for change in &there.changes {
            let other = find(&back, change).expect("what differs differs both ways");
            let expected = match change.change {
                What::Added => What::Withdrawn,
                What::Changed => What::Changed,
                What::Withdrawn => What::Added,
            };
            prop_assert_eq!(other.change, expected);
            let fields: Vec<FieldChange> = other.fields.iter().map(turned).collect();
            prop_assert_eq!(multiset(&change.fields), multiset(&fields));
        }
    }

    #[test]
    fn the_order_of_records_does_not_matter(a in some_release(1), mut b in some_release(2)) {
        let expected = difference(&a, &b);
        b.projects.reverse();
        b.counts.reverse();
        b.contracts.reverse();
        prop_assert_eq!(difference(&a, &b), expected);
    }

    #[test]
    fn every_reason_of_a_record_that_differs_is_given(a in some_release(1), b in some_release(2)) {
        for change in &difference(&a, &b).changes {
            let is_recorded =
                b.reasons.iter().any(|it| it.kind == change.kind && it.id == change.id);
            prop_assert_eq!(change.reason.is_some(), is_recorded);
        }
    }
}
