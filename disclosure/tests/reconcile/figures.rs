//! Printed figures against each other, on the numbers of the five documents.

use disclosure::published::{Figure, Qualifier};
use disclosure::reconcile::{Check, Kind, Material, Relations};

use crate::sample::{checks, figure, findings, source};

const AS_PRINTED: Qualifier = Qualifier::AsPrinted;

fn of(figures: Vec<Figure>) -> Vec<Check> {
    checks(&Material { figures, sources: vec![source()], ..Material::default() })
}

#[test]
fn three_shares_of_a_total_that_nobody_printed_pin_it_down() {
    let figures = vec![
        figure("zhangzhou-09", "28310", AS_PRINTED, "人"),
        figure("zhangzhou-10", "43.62", AS_PRINTED, "%"),
        figure("zhangzhou-11", "9213", AS_PRINTED, "人"),
        figure("zhangzhou-12", "14.19", AS_PRINTED, "%"),
        figure("zhangzhou-13", "57.81", AS_PRINTED, "%"),
    ];

    let checks = of(figures);

    let [Check::Base { shares, total }] = checks.as_slice() else { panic!("{checks:?}") };
    assert_eq!(shares.len(), 3);
    assert_eq!(total, &Some(["64904".to_owned(), "64908".to_owned()]));
}

#[test]
fn shares_that_no_total_fits_say_so() {
    let figures = vec![
        figure("zhangzhou-09", "28310", AS_PRINTED, "人"),
        figure("zhangzhou-10", "43.62", AS_PRINTED, "%"),
        figure("zhangzhou-11", "9213", AS_PRINTED, "人"),
        figure("zhangzhou-12", "18.19", AS_PRINTED, "%"),
        figure("zhangzhou-13", "57.81", AS_PRINTED, "%"),
    ];

    let checks = of(figures);

    assert!(matches!(checks.as_slice(), [Check::Base { total: None, .. }]), "{checks:?}");
}

#[test]
fn households_printed_as_a_share_of_people_are_named() {
    let figures = vec![
        figure("zhangzhou-29", "35341", AS_PRINTED, "户"),
        figure("zhangzhou-27", "37350", AS_PRINTED, "人"),
        figure("zhangzhou-30", "95", AS_PRINTED, "%"),
    ];

    let found = findings(&Material { figures, sources: vec![source()], ..Material::default() });

    let [finding] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(finding.kind, Kind::Unit);
    let Check::Units { percent, .. } = &finding.check else { panic!("{finding:?}") };
    assert_eq!(percent, &["94.62".to_owned(), "94.62".to_owned()]);
}

#[test]
fn a_share_is_wrong_only_beyond_what_rounding_explains() {
    let homes = |share: &str| {
        of(vec![
            figure("zhangzhou-19", "827", AS_PRINTED, "户"),
            figure("zhangzhou-16", "989", AS_PRINTED, "户"),
            figure("zhangzhou-20", share, AS_PRINTED, "%"),
        ])
    };

    assert_eq!(homes("84"), []);
    let checks = homes("85");
    let [Check::Share { percent, .. }] = checks.as_slice() else { panic!("{checks:?}") };
    assert_eq!(percent[0], "83.61");
}

#[test]
fn money_done_by_ninety_nine_percent_tells_the_plan_that_was_not_printed() {
    let checks = of(vec![
        figure("zhangzhou-21", "6840.8", AS_PRINTED, "万元"),
        figure("zhangzhou-22", "99", AS_PRINTED, "%"),
    ]);

    let [Check::Base { total: Some([low, high]), .. }] = checks.as_slice() else {
        panic!("{checks:?}")
    };
    assert_eq!((low.as_str(), high.as_str()), ("6875.13", "6945.02"));
}

#[test]
fn parts_that_leave_villages_over_are_shown_with_what_is_missing() {
    let checks = of(vec![
        figure("luoyang-08", "539", AS_PRINTED, "个"),
        figure("luoyang-02", "737", AS_PRINTED, "个"),
    ]);

    let [Check::FigureSum { sum, missing, .. }] = checks.as_slice() else { panic!("{checks:?}") };
    assert_eq!((sum.as_str(), missing.as_str()), ("539", "198"));
}

#[test]
fn parts_rounded_to_tenths_may_differ_by_what_was_rounded() {
    let poor = |total: &str| {
        of(vec![
            figure("tongliao-06", "31.1", AS_PRINTED, "万人"),
            figure("tongliao-08", "13.5", AS_PRINTED, "万人"),
            figure("tongliao-07", total, AS_PRINTED, "万人"),
        ])
    };

    assert_eq!(poor("44.6"), []);
    assert_eq!(poor("44.7"), []);
    assert_eq!(poor("44.9").len(), 1);
}

#[test]
fn a_sum_that_holds_but_counts_loans_as_money_given_is_named() {
    let checks = of(vec![
        figure("tongliao-42", "85.7", AS_PRINTED, "亿元"),
        figure("tongliao-47", "25.36", AS_PRINTED, "亿元"),
        figure("tongliao-52", "9", AS_PRINTED, "亿元"),
        figure("tongliao-51", "1.8", AS_PRINTED, "亿元/年"),
        figure("tongliao-05", "120", Qualifier::MoreThan, "亿元"),
    ]);

    let [Check::LoansInSum { loans, sum, .. }] = checks.as_slice() else { panic!("{checks:?}") };
    assert_eq!((loans[0].id.as_str(), sum.as_str()), ("tongliao-47", "120.06"));
}

#[test]
fn more_people_rehoused_than_were_poor_is_named() {
    let checks = of(vec![
        figure("tongliao-45", "60", AS_PRINTED, "万人"),
        figure("tongliao-07", "44.6", AS_PRINTED, "万人"),
    ]);

    assert!(matches!(checks.as_slice(), [Check::MoreThanWhole { .. }]), "{checks:?}");
}

#[test]
fn a_relation_between_figures_that_are_not_here_says_nothing() {
    assert_eq!(of(vec![figure("zhangzhou-10", "43.62", AS_PRINTED, "%")]), []);
    assert_eq!(of(vec![]), []);
}

#[test]
fn every_relation_has_its_own_name() {
    let relations = Relations::built_in().relation;
    let mut ids: Vec<&str> = relations.iter().map(|it| it.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();

    assert_eq!(ids.len(), relations.len());
    assert!(Relations::parse("[[relation]]\nid = 'x'\nkind = 'guess'").is_err());
}
