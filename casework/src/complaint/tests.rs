//! What a complaint form lets through, and what it sends back.

use super::*;
use crate::personal_data::PersonalData;

fn form() -> ComplaintForm {
    ComplaintForm {
        about: "figure/zhangzhou-27".into(),
        region_code: "350624100201".into(),
        kind: "funds".into(),
        text: "公示的修路款和实际修的路对不上".into(),
        anonymous: "on".into(),
        form_key: "0123456789abcdef".into(),
        ..ComplaintForm::default()
    }
}

fn problems_of(form: &ComplaintForm) -> Vec<(ComplaintField, Problem)> {
    form.parse().err().map(|it| it.iter().collect()).unwrap_or_default()
}

#[test]
fn an_anonymous_complaint_needs_no_contact_and_keeps_none() {
    let mut form = form();
    form.contact = "13800001111".into();

    let draft = form.parse().ok().unwrap();

    assert_eq!(draft.contact, None);
    assert_eq!(draft.kind, ComplaintKind::Funds);
    assert_eq!(draft.about.as_deref(), Some("figure/zhangzhou-27"));
}

#[test]
fn a_complaint_that_is_not_anonymous_needs_a_contact() {
    let mut form = form();
    form.anonymous = String::new();
    assert_eq!(problems_of(&form), [(ComplaintField::Contact, Problem::Missing)]);

    form.contact = " 13800001111 ".into();
    assert_eq!(form.parse().ok().unwrap().contact.as_deref(), Some("13800001111"));
}

#[test]
fn an_empty_form_names_every_problem_in_the_order_of_the_form() {
    let problems = problems_of(&ComplaintForm::default());

    assert_eq!(
        problems,
        [
            (ComplaintField::Kind, Problem::Missing),
            (ComplaintField::Text, Problem::Missing),
            (ComplaintField::Contact, Problem::Missing),
            (ComplaintField::FormKey, Problem::NotRecognised),
        ]
    );
}

#[test]
fn numbers_of_people_in_the_text_are_named_by_kind_once_each() {
    let mut form = form();
    form.text = "他的身份证11010519491231002X,电话13800001111和13900001111".into();

    assert_eq!(
        problems_of(&form),
        [
            (ComplaintField::Text, Problem::HoldsPersonalData(PersonalData::ResidentId)),
            (ComplaintField::Text, Problem::HoldsPersonalData(PersonalData::MobilePhone)),
        ]
    );
}

#[test]
fn the_length_of_the_text_counts_characters_and_both_ends_are_allowed() {
    for (n, problem) in [
        (TEXT_MIN - 1, Some(Problem::TooShort { min: TEXT_MIN })),
        (TEXT_MIN, None),
        (TEXT_MAX, None),
        (TEXT_MAX + 1, Some(Problem::TooLong { max: TEXT_MAX, n: TEXT_MAX + 1 })),
    ] {
        let mut form = form();
        form.text = "路".repeat(n);

        assert_eq!(problems_of(&form).first().map(|it| it.1), problem, "{n}");
    }
}

#[test]
fn unseen_characters_do_not_reach_the_draft() {
    let mut form = form();
    form.text = "\u{202e}公示的修路款\u{0}和实际修的路\r\n对不上\u{feff}".into();

    assert_eq!(form.parse().ok().unwrap().text, "公示的修路款和实际修的路\n对不上");
}

#[test]
fn a_forged_choice_is_not_recognised() {
    let mut form = form();
    form.kind = "gossip".into();
    form.region_code = "3506".into();
    form.about = "<script>".into();

    let fields: Vec<_> = problems_of(&form).iter().map(|it| it.0).collect();

    assert_eq!(fields, [ComplaintField::About, ComplaintField::Region, ComplaintField::Kind]);
}

#[test]
fn only_a_program_walks_into_the_trap() {
    let mut form = form();
    assert!(!form.is_trap());

    form.website = "http://a.example".into();
    assert!(form.is_trap());
}

#[test]
fn the_code_of_every_kind_reads_back() {
    for kind in ComplaintKind::ALL {
        assert_eq!(ComplaintKind::parse(kind.code()), Some(kind));
    }
}
