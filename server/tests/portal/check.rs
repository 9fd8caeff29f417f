//! `POST /check`: the self-check without JavaScript gives what the worked households expect, and no
//! nonsense breaks it.

use serde_json::Value;

use crate::support::answer::Answer;
use crate::support::html::{inside, tags, text};
use crate::support::journey::walk;
use crate::support::{TestPortal, both};

const GOLDEN: &str = include_str!("../../../packs/golden.json");

#[tokio::test]
async fn every_worked_household_gets_what_it_should_in_chinese() {
    every_household_gets_what_it_should("").await;
}

#[tokio::test]
async fn every_worked_household_gets_what_it_should_in_english() {
    every_household_gets_what_it_should("/en").await;
}

async fn every_household_gets_what_it_should(base: &str) {
    let portal = TestPortal::on("2026-11-22").await;
    let golden: Value = serde_json::from_str(GOLDEN).unwrap();
    let cases = golden["cases"].as_array().unwrap().iter();
    let ours = cases.filter(|it| it["pack"].as_str().unwrap().starts_with("demo-2026"));
    let mut n_cases = 0;
    for case in ours {
        let mut answers = case["answers"].clone();
        answers["place"] = place_of(case["pack"].as_str().unwrap()).into();
        let results = walk(&portal, base, &answers).await.page();

        for (programme, expected) in case["expected"].as_object().unwrap() {
            let (verdict, reason, said) = result(&results, programme);
            let id = &case["id"];
            assert_eq!(verdict, expected["verdict"], "{id} {programme} {reason}");
            assert_eq!(reason, expected["reason"], "{id} {programme}");
            if let Some(yuan) = expected["amount_yuan"].as_i64() {
                let yuan = grouped(yuan);
                assert!(said.contains(&yuan), "{id} {programme}: {yuan} in {said}");
            }
        }
        n_cases += 1;
    }
    assert!(n_cases >= 12, "{n_cases}");
}

/// A place of the list where the rules are those of the pack.
fn place_of(pack: &str) -> &'static str {
    if pack == "demo-2026-border" { "451481000000" } else { "000000000000" }
}

#[tokio::test]
async fn every_step_says_that_it_passes_the_server_and_stays_at_one_address() {
    let portal = TestPortal::on("2026-11-22").await;
    for path in both("/check") {
        let page = portal.post(&path, &[("go", "start")]).await.with_status(200).page();

        page.assert_says(&page.word("check.through_server"));
        assert_eq!(page.form(&path).action, path);
        assert!(page.headers.get("location").is_none());
    }
}

#[tokio::test]
async fn a_question_left_open_is_put_again_with_what_was_typed() {
    let portal = TestPortal::on("2026-11-22").await;
    for path in both("/check") {
        for (typed, problem) in [
            ("", "check.problem.missing"),
            ("五口", "check.problem.no_number"),
            ("-3", "check.problem.no_number"),
            ("0", "check.problem.out_of_range"),
            ("99999999999999999999", "check.problem.no_number"),
        ] {
            let fields = [("at", "members"), ("q.members", typed), ("go", "next")];
            let page = portal.post(&path, &fields).await.page();

            assert!(matches!(page.status, 200 | 422));
            let problem = page.word(problem).replace("{from}", "1").replace("{to}", "20");
            assert_eq!(page.texts("field__problem"), [problem.as_str()], "{typed}");
            assert!(page.texts("error-summary")[0].contains(&problem), "{typed}");
            assert_eq!(page.form(&path).get("q.members"), Some(typed));
            let title = page.word("check.title");
            let title = page.word("problem.page_title").replace("{title}", &title);
            assert!(page.first("title").starts_with(&title));
        }
    }
}

#[tokio::test]
async fn back_keeps_what_was_said_and_clear_forgets_it() {
    let portal = TestPortal::on("2026-11-22").await;
    let place = portal.post("/check", &[("go", "start")]).await.form("/check");
    let here = place.with("q.place", "350600000000").pressing("next");
    let first = portal.submit(&here).await.form("/check");
    let second = portal.submit(&first.with("q.hukou_local", "yes").pressing("next")).await;
    let second = second.form("/check");
    assert_eq!((second.get("at"), second.get("a.hukou_local")), (Some("members"), Some("1")));

    let back = portal.submit(&second.clone().with("q.members", "4").pressing("back")).await;
    let cleared = portal.submit(&second.pressing("clear")).await;

    let back = back.form("/check");
    assert_eq!((back.get("at"), back.get("q.hukou_local")), (Some("hukou_local"), Some("yes")));
    assert_eq!(back.get("a.members"), Some("4"));
    assert_eq!(back.get("a.place"), Some("350600000000"));
    let cleared = cleared.form("/check");
    assert!(!cleared.fields.iter().any(|(name, _)| name.starts_with("a.")));
}

#[tokio::test]
async fn an_answer_may_be_changed_from_the_review() {
    let portal = TestPortal::on("2026-11-22").await;
    let fields =
        [("a.place", "000000000000"), ("a.hukou_local", "1"), ("a.members", "4"), ("go", "review")];
    let review = portal.post("/check", &fields).await.with_status(200).form("/check");

    let question = portal.submit(&review.pressing("change:members")).await;

    let question = question.form("/check");
    assert_eq!((question.get("at"), question.get("q.members")), (Some("members"), Some("4")));
}

#[tokio::test]
async fn nonsense_never_breaks_the_self_check() {
    let portal = TestPortal::on("2026-11-22").await;
    let many = |field: &str| vec![field; 5_000].join("&");
    let bodies = [
        String::new(),
        "go=unknown".into(),
        "go=change:unknown&at=unknown".into(),
        "go=change:".into(),
        "go=next&at=unknown&q.unknown=1".into(),
        "go=back&at=unknown".into(),
        "go=back&at=members&q.members=99".into(),
        "go=results".into(),
        "go=review".into(),
        "go=next&at=place&q.place=999999999999".into(),
        "go=results&a.place=999999999999&a.place=x".into(),
        "go=next&at=wage&q.wage.min=9&q.wage.max=3".into(),
        "go=results&a.wage=9~3&a.members=1~2~3&a.car=0~1&a.wage=~".into(),
        "go=family:new&h.at=21".into(),
        "go=family:99&h.at=1&h.2.a.members=3&h.x.y=1&h.=1".into(),
        "go=family:-1&h.at=1".into(),
        "go=results&a.unknown=1&a.=1&a=1&a.members".into(),
        "go=results&a.members=0&a.labor=-1&a.status=-1&a.house_grade=99".into(),
        "go=results&a.status=9223372036854775807&a.jobs=64".into(),
        "go=results&a.wage=9223372036854775808&a.wage=1e9&a.wage=%E4%B8%80".into(),
        "go=results&a.members=20&a.wage=9223372036854775807&a.farm_cost=9223372036854775807".into(),
        "go=next&at=status&q.status=none&q.status=tuopin".into(),
        "go=next&at=status&q.status=unsure&q.status=tuopin".into(),
        "go=next&at=house_grade&q.house_grade=Z".into(),
        "go=next&at=ages&q.age60=21&q.age_u16=-1".into(),
        "go=next&at=disabled&q.disabled.l1=%00".into(),
        "go=next&at=members&q.members=%FF%FE".into(),
        "go=next&go=results&at=members&at=labor".into(),
        many("a.members=3"),
        many("q.members=3"),
        many("x=1"),
    ];
    for body in bodies {
        for path in both("/check") {
            let page = portal.post_body(&path, body.clone()).await.page();

            let shown: String = body.chars().take(60).collect();
            assert!(matches!(page.status, 200 | 422), "{shown}: {}", page.status);
        }
    }
}

#[tokio::test]
async fn all_unknown_is_never_a_no() {
    let portal = TestPortal::on("2026-11-22").await;

    let page = portal.post("/check", &[("go", "results")]).await.with_status(200);

    for programme in ["monitor", "tekun", "dibao", "linshi", "loan", "premium", "canji_living"] {
        assert_eq!(result(&page, programme).0, "NEED_INFO");
    }
}

/// Verdict, reason and words of a programme's card.
fn result(page: &Answer, programme: &str) -> (String, String, String) {
    let html = page.html();
    let tags = tags(html);
    let card = tags.iter().find(|it| it.get("data-programme") == Some(programme)).unwrap();
    let part = |name: &str| card.get(name).unwrap().to_owned();
    (part("data-verdict"), part("data-reason"), text(inside(html, card)))
}

/// `17160` as it is shown.
fn grouped(yuan: i64) -> String {
    let digits = yuan.to_string();
    if digits.len() < 4 {
        return digits;
    }
    let (thousands, rest) = digits.split_at(digits.len() - 3);
    format!("{thousands},{rest}")
}
