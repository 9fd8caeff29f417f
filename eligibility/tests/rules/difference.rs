//! What changed between two packs, and how many households it turns.

use eligibility::source::difference::{
    Difference, Flip, Flips, LineChange, difference, difference_between,
};
use eligibility::{Verdict, answers, judge};

use crate::edited::{edited, with_all};
use crate::support::{golden, library, pack};

/// The national pack as it is against how it would be.
fn after(edits: &[(&str, &str, &str)]) -> Difference {
    difference_between((&library(), "demo-2026"), (&with_all(edits), "demo-2026")).unwrap()
}

fn lines(difference: &Difference) -> &[LineChange] {
    assert_eq!(difference.lines.len(), 1, "{:?}", difference.lines);
    &difference.lines[0].lines
}

#[test]
fn a_pack_does_not_differ_from_itself() {
    let same = difference(&library(), "demo-2026", "demo-2026").unwrap();

    assert!(same.parameters.is_empty() && same.definitions.is_empty() && same.lines.is_empty());
    assert!(same.programmes_added.is_empty() && same.questions_removed.is_empty());
    assert_eq!(same.old_days, same.new_days);
}

#[test]
fn next_years_line_is_one_number_with_its_document() {
    let it = difference(&library(), "hist-2014", "hist-2015").unwrap();

    assert_eq!(it.parameters.len(), 1);
    assert_eq!(it.parameters[0].name, "poverty_line");
    let (old, new) =
        (it.parameters[0].old.as_ref().unwrap(), it.parameters[0].new.as_ref().unwrap());
    assert_eq!((old.value, new.value), (2_800, 2_855));
    assert_eq!(
        (old.document.as_str(), new.document.as_str()),
        ("poverty_line_2014", "poverty_line_2015")
    );
    assert_eq!((it.old_days.1.as_str(), it.new_days.0.as_str()), ("2014-12-31", "2015-01-01"));
    assert!(it.lines.is_empty());
}

#[test]
fn a_layer_adds_programmes_questions_numbers_and_named_values() {
    let it = difference(&library(), "hist-2015", "tongliao-2015").unwrap();

    assert_eq!(it.programmes_added, ["tongliao_coal", "tongliao_student", "tongliao_job"]);
    assert_eq!(it.questions_added, ["labor", "students", "any_job"]);
    assert_eq!(it.parameters[0].name, "tongliao_student_money");
    assert_eq!(
        (it.parameters[0].old.as_ref(), it.definitions[0].name.as_str()),
        (None, "students_all")
    );
    let back = difference(&library(), "tongliao-2015", "hist-2015").unwrap();
    assert_eq!(
        (back.programmes_removed, back.questions_removed),
        (it.programmes_added, it.questions_added)
    );
}

#[test]
fn a_policy_that_ended_loses_its_lines() {
    let it = difference(&library(), "hist-2016", "demo-2026").unwrap();

    let jdlk = it.lines.iter().find(|it| it.programme == "jdlk").unwrap();
    assert!(
        jdlk.lines.contains(&LineChange::Removed("low { red -> UNLIKELY exclusion §2 }".into()))
    );
    let closed = "otherwise -> CLOSED ended_2020".to_owned();
    let from = "otherwise -> UNLIKELY income_over".to_owned();
    assert!(jdlk.lines.contains(&LineChange::Changed { from, to: closed }));
    assert!(it.definitions.iter().any(|it| it.name == "[gate]" && it.old.is_none()));
}

#[test]
fn a_changed_line_is_said_from_what_to_what_with_its_blocks() {
    let monitor = "programmes/monitor.toml";
    let it = after(&[(monitor, "-> LIKELY income_low_and_risk", "-> CHECK income_low_and_risk")]);

    let line =
        |verdict| format!("low_jdlk {{ risk -> {verdict} income_low_and_risk type by_status }}");
    assert_eq!(lines(&it), [LineChange::Changed { from: line("LIKELY"), to: line("CHECK") }]);
}

#[test]
fn a_line_before_others_than_it_was_has_moved() {
    let loan = "programmes/loan.toml";
    let it = after(&[
        (loan, "loan = no              -> UNLIKELY not_wanted\n", ""),
        (loan, "labor = 0  ", "loan = no -> UNLIKELY not_wanted\nlabor = 0  "),
    ]);

    assert_eq!(lines(&it), [LineChange::Moved("loan = no -> UNLIKELY not_wanted".into())]);
}

#[test]
fn spaces_and_comments_are_no_change() {
    let respaced = edited(
        "programmes/loan.toml",
        "loan = no              -> UNLIKELY not_wanted",
        "# first\nloan = no -> UNLIKELY not_wanted # yes",
    );

    let it = difference_between((&library(), "demo-2026"), (&respaced, "demo-2026")).unwrap();

    assert!(it.lines.is_empty(), "{:?}", it.lines);
}

#[test]
fn flips_count_households_by_programme_from_verdict_to_verdict() {
    let old = pack("demo-2026");
    let raised = edited(
        "demo-2026/pack.toml",
        "dibao_year = { value = 6600",
        "dibao_year = { value = 16000",
    );
    let new = raised.compile("demo-2026", None).unwrap().pack;
    let mut flips = Flips::new(&old, &new);
    let mut half = Flips::new(&old, &new);
    let golden = golden();
    let usual = golden["cases"][0]["answers"].as_object().unwrap();

    // Four people, 8,000 from the farm: above 26,400, below 64,000.
    for wage in [50_000, 50_000, 200_000] {
        let mut answers_of = usual.clone();
        answers_of.insert("wage".into(), wage.into());
        let facts = answers::read(&old, &answers_of).unwrap();
        half.add(&judge(&old, &facts), &judge(&new, &facts));
    }
    flips.merge(&half);

    let dibao: Vec<Flip> = flips.iter().filter(|it| it.programme == "dibao").collect();
    let (from, to) = (Verdict::Unlikely, Verdict::Likely);
    assert_eq!(dibao, [Flip { programme: "dibao", from, to, n_households: 2 }]);
    assert_eq!((flips.n_households(), flips.n_turned()), (3, 2));
}

#[test]
fn a_programme_that_a_pack_does_not_have_is_not_offered_there() {
    let (old, new) = (pack("hist-2015"), pack("tongliao-2015"));
    let mut flips = Flips::new(&old, &new);
    let facts = |pack| eligibility::Facts::none(eligibility::Pack::facts_with_ids(pack).count());

    flips.add(&judge(&old, &facts(&old)), &judge(&new, &facts(&new)));

    let coal = flips.iter().find(|it| it.programme == "tongliao_coal").unwrap();
    assert_eq!((coal.from, coal.to), (Verdict::Na, Verdict::Check));
}
