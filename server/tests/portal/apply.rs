//! `/apply`: from the result of the self-check to the receipt.

use std::sync::Arc;

use serde_json::Value;

use crate::support::form::Form;
use crate::support::journey::{
    Mistake, NAME, PHONE, VILLAGE, application, filled_application, n_cases, track, walk,
};
use crate::support::{TestPortal, on_each_engine};

const GOLDEN: &str = include_str!("../../../packs/golden.json");

/// A household that gets the living allowance, 6,400 yuan a year.
fn answers() -> Value {
    let golden: Value = serde_json::from_str(GOLDEN).unwrap();
    let cases = golden["cases"].as_array().unwrap();
    cases.iter().find(|it| it["id"] == "H11").unwrap()["answers"].clone()
}

#[tokio::test]
async fn a_villager_checks_applies_and_follows() {
    on_each_engine("2026-11-22", async |portal| {
        for base in ["", "/en"] {
            let results = walk(&portal, base, &answers()).await;
            let path = format!("{base}/apply");
            let offers = results.forms().into_iter().filter(|it| it.action == path);
            let offer = offers.clone().find(|it| it.get("programme") == Some("dibao")).unwrap();

            let form = portal.submit(&offer.pressing("begin")).await.with_status(200).page();
            let form = form.form(&path).with("place_search", "puzhong").pressing("find");
            let found = portal.submit(&form).await.with_status(200).form(&path);
            let filled = found.filled(&[
                ("name", NAME),
                ("phone", PHONE),
                ("region_code", VILLAGE),
                ("consent", "on"),
            ]);
            let handed = portal.submit(&filled.pressing("file")).await.with_status(200).page();

            assert_eq!(handed.heading(), handed.word("apply.filed"));
            assert!(handed.reference().starts_with("A-"));
            let tracked = track(&portal, base, &handed.receipt()).await.with_status(200).page();
            tracked.assert_says(&handed.reference());
            for personal in [NAME, PHONE, "13800001111"] {
                tracked.assert_never_says(personal);
                handed.assert_never_says(personal);
            }
        }
        let rows = portal.database.filed_rows().await;
        let filed: Vec<_> = rows.iter().filter(|it| it.starts_with("application: ")).collect();
        assert_eq!(filed.len(), 2);
        for row in filed {
            for part in [NAME, "13800001111", "LIKELY", "income_below_dibao", "6400"] {
                assert!(row.contains(part), "{part} is not in {row}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn only_the_answers_that_decided_go_along_and_are_shown_first() {
    let portal = TestPortal::on("2026-11-22").await;
    let results = walk(&portal, "", &answers()).await;
    let offers = results.forms().into_iter().filter(|it| it.action == "/apply");
    let offer = offers.clone().find(|it| it.get("programme") == Some("dibao")).unwrap();

    let answers = |form: &Form| {
        let answers = form.fields.iter().filter(|it| it.0.starts_with("a."));
        let mut answers: Vec<_> = answers.cloned().collect();
        answers.sort();
        answers
    };
    let page = portal.submit(&offer.clone().pressing("begin")).await;

    let travelling = answers(&offer);
    let all = answers(&results.form("/check"));
    assert!(!travelling.is_empty() && travelling.len() < all.len());
    assert_eq!(answers(&page.form("/apply")), travelling);
    assert!(!page.texts("answer-list__row").is_empty());
}

#[tokio::test]
async fn what_the_phone_says_is_not_taken_on_trust() {
    on_each_engine("2026-11-22", async |portal| {
        let form = filled_application(&portal, "").await;
        let form =
            form.with("a.hukou_local", "0").with("result", "LIKELY").with("verdict", "LIKELY");

        drop(portal.submit(&form).await.with_status(200).receipt());

        let rows = portal.database.filed_rows().await;
        let row = rows.iter().find(|it| it.starts_with("application: ")).unwrap();
        assert!(row.contains("\"reason\":\"apply_at_hukou\""), "{row}");
        assert!(!row.contains("\"LIKELY\""), "{row}");
    })
    .await;
}

#[tokio::test]
async fn answers_that_no_question_asks_for_are_not_kept() {
    on_each_engine("2026-11-22", async |portal| {
        let form = filled_application(&portal, "").await;
        let form = form.with("a.secret", "11010519491231002X").with("a.members", "LOTS");

        drop(portal.submit(&form).await.with_status(200).receipt());

        let rows = portal.database.filed_rows().await.join("\n");
        assert!(!rows.contains("11010519491231002X") && !rows.contains("LOTS"), "{rows}");
    })
    .await;
}

#[tokio::test]
async fn a_helper_is_kept_by_name() {
    on_each_engine("2026-11-22", async |portal| {
        let form = filled_application(&portal, "").await;
        let helper =
            [("helper", "on"), ("helper_name", "阿依古丽·买买提"), ("helper_consent", "on")];

        drop(portal.submit(&form.filled(&helper)).await.with_status(200).receipt());

        assert!(portal.database.filed_rows().await.join("\n").contains("阿依古丽·买买提"));
    })
    .await;
}

#[tokio::test]
async fn an_unknown_programme_is_a_page_that_says_so() {
    let portal = TestPortal::on("2026-11-22").await;
    for base in ["", "/en"] {
        for programme in ["", "xyz", "dibao'", "DIBAO", "a\0b"] {
            let path = format!("{base}/apply");
            let fields = [("programme", programme), ("go", "begin")];

            portal.post(&path, &fields).await.error_page(400, "bad_request");
        }
    }
}

const PROBLEMS: [Mistake; 14] = [
    (&[("name", "")], "name", "missing.name"),
    (&[("name", "一")], "name", "problem.too_short"),
    (&[("name", "LONG")], "name", "problem.too_long"),
    (&[("name", "张3")], "name", "not_recognised.name"),
    (&[("region_code", "")], "region_code", "missing.region_code"),
    (&[("region_code", "35062210520")], "region_code", "not_recognised.region_code"),
    (&[("region_code", "000000000000")], "region_code", "not_recognised.region_code"),
    (&[("phone", "")], "phone", "missing.phone"),
    (&[("phone", "2671234")], "phone", "not_recognised.phone"),
    (&[("phone", "LONG")], "phone", "problem.too_long"),
    (&[("helper", "on"), ("helper_consent", "on")], "helper_name", "missing.helper_name"),
    (&[("helper", "on"), ("helper_name", "李四")], "helper_consent", "not_ticked.helper_consent"),
    (&[("consent", "")], "consent", "not_ticked.consent"),
    (&[("consent", "yes")], "consent", "not_ticked.consent"),
];

#[tokio::test]
async fn every_mistake_is_said_beside_its_field_and_nothing_typed_is_lost() {
    on_each_engine("2026-11-22", async |portal| {
        for base in ["", "/en"] {
            for (typed, field, problem) in PROBLEMS {
                let form = filled_application(&portal, base).await.filled(typed);
                let is_long = form.get(field) == Some("LONG");
                let form = if is_long { form.with(field, &"长".repeat(41)) } else { form };

                let page = portal.submit(&form).await.with_status(422).page();

                let said = page.word(problem);
                let start = said.split('{').next().unwrap();
                assert!(page.texts("error-summary")[0].contains(start), "{field} {problem}");
                assert!(page.texts("field__problem")[0].contains(start), "{field} {problem}");
                assert!(page.html().contains(&format!("href=\"#{field}\"")), "{field}");
                assert!(page.html().contains(&format!("id=\"{field}\"")), "{field}");
                let again = page.form(&form.action);
                for name in ["name", "phone", "helper_name", "form_key", "programme", "a.wage"] {
                    assert_eq!(again.get(name), form.get(name), "{name}");
                }
            }
        }
        assert_eq!(n_cases(&portal).await, 0);
    })
    .await;
}

#[tokio::test]
async fn every_mistake_is_said_at_once() {
    let portal = TestPortal::on("2026-11-22").await;
    let form = application(&portal, "/en").await.with("helper", "on");

    let page = portal.submit(&form).await.with_status(422).page();

    for key in [
        "missing.name",
        "missing.region_code",
        "missing.phone",
        "missing.helper_name",
        "not_ticked.helper_consent",
        "not_ticked.consent",
    ] {
        page.assert_says(&page.word(key));
    }
    let title = page.word("problem.page_title").replace("{title}", &page.word("apply.title"));
    assert!(page.first("title").starts_with(&title));
}

#[tokio::test]
async fn a_form_key_that_is_none_of_ours_is_said_and_the_next_try_works() {
    let portal = TestPortal::on("2026-11-22").await;
    let form = filled_application(&portal, "").await.with("form_key", "short");

    let page = portal.submit(&form).await.with_status(422).page();

    page.assert_says(&page.word("not_recognised.form_key"));
    let again = page.form("/apply").with("consent", "on").pressing("file");
    drop(portal.submit(&again).await.with_status(200).receipt());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_however_often_and_at_one_moment_is_one_application() {
    on_each_engine("2026-11-22", async |portal| {
        let portal = Arc::new(portal);
        let form = filled_application(&portal, "").await;
        let sending = (0..20).map(|_| {
            let (portal, form) = (portal.clone(), form.clone());
            tokio::spawn(async move { portal.submit(&form).await })
        });

        let mut receipts = Vec::new();
        for sending in sending.collect::<Vec<_>>() {
            receipts.push(sending.await.unwrap().with_status(200).receipt());
        }
        receipts.push(portal.submit(&form).await.with_status(200).receipt());

        receipts.dedup();
        assert_eq!(receipts.len(), 1);
        assert_eq!(n_cases(&portal).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_program_that_fills_in_the_hidden_field_learns_and_leaves_nothing() {
    on_each_engine("2026-11-22", async |portal| {
        let form = filled_application(&portal, "").await.with("website", "x");

        portal.submit(&form).await.error_page(400, "bad_request");

        assert_eq!(n_cases(&portal).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_character_nul_in_any_field_breaks_nothing_on_either_engine() {
    on_each_engine("2026-11-22", async |portal| {
        let mut broken = Vec::new();
        let names = ["name", "phone", "region_code", "place_search", "a.members", "helper_name"];
        for name in names {
            for go in ["file", "find"] {
                let form = filled_application(&portal, "").await.pressing(go);

                let page = portal.submit(&form.with(name, "a\0b")).await.page();

                if page.status >= 500 {
                    broken.push((name, go));
                }
            }
        }
        assert!(broken.is_empty(), "{broken:?}");
    })
    .await;
}
