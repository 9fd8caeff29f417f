//! `/complain`: filing a complaint, about a record or in general, named or not.

use std::sync::Arc;

use crate::support::form::Form;
use crate::support::journey::{
    COMPLAINT, Mistake, VILLAGE, complaint, filled_complaint, n_cases, track,
};
use crate::support::{TestPortal, on_each_engine};

#[tokio::test]
async fn an_anonymous_complaint_is_filed_and_found_again_in_both_languages() {
    on_each_engine("2026-11-22", async |portal| {
        for base in ["", "/en"] {
            let form = filled_complaint(&portal, base).await;

            let handed = portal.submit(&form).await.with_status(200).page();

            assert_eq!(handed.heading(), handed.word("complain.filed"));
            let (receipt, reference) = (handed.receipt(), handed.reference());
            assert!(reference.starts_with("C-"));
            assert!(handed.headers.get("location").is_none());
            assert!(!handed.links().iter().any(|it| it.contains(&reference)));
            let tracked = track(&portal, base, &receipt).await.with_status(200).page();
            tracked.assert_says(&reference);
            tracked.assert_says(&tracked.word("complaint_kind.subsidy_unpaid"));
            tracked.assert_never_says(COMPLAINT);
        }
        assert_eq!(n_cases(&portal).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_complaint_about_a_record_keeps_what_was_seen_of_it() {
    on_each_engine("2026-11-22", async |portal| {
        let page = portal.get("/complain?about=figure/zhangzhou-29").await.with_status(200);
        page.assert_says("35,341 户");
        let form = page.form("/complain").pressing("file");

        let filled = form.filled(&[("kind", "other"), ("text", COMPLAINT)]);
        drop(portal.submit(&filled).await.with_status(200).receipt());

        let rows = portal.database.filed_rows().await;
        let row = rows.iter().find(|it| it.starts_with("complaint: ")).unwrap();
        assert!(row.contains("figure/zhangzhou-29") && row.contains("35,341"), "{row}");
        assert!(row.contains("2026-11-22"), "{row}");
        let case = rows.iter().find(|it| it.starts_with("filed_case: ")).unwrap();
        assert!(case.contains("350600000000"), "{case}");
    })
    .await;
}

#[tokio::test]
async fn a_complaint_can_begin_from_every_kind_of_record_and_from_none_that_is_there() {
    let portal = TestPortal::on("2026-11-22").await;
    let project = portal.get("/r/350600000000/projects").await.links();
    let project = project.iter().find(|it| it.starts_with("/complain")).unwrap().clone();
    let place = format!("/complain?about=place/{VILLAGE}");
    for path in [project, place, "/complain?about=figure/none".into(), "/complain?about=x".into()] {
        let form = portal.get(&path).await.with_status(200).form("/complain").pressing("file");

        let filled = form.filled(&[("kind", "other"), ("text", COMPLAINT)]);

        drop(portal.submit(&filled).await.with_status(200).receipt());
    }
}

#[tokio::test]
async fn whoever_ticks_anonymous_stays_so_and_whoever_does_not_can_be_reached() {
    on_each_engine("2026-11-22", async |portal| {
        let form = filled_complaint(&portal, "").await.with("contact", "王家大院的人");
        drop(portal.submit(&form).await.with_status(200).receipt());
        let named = filled_complaint(&portal, "").await.without("anonymous");
        drop(portal.submit(&named.with("contact", "东头李家")).await.with_status(200).receipt());

        let rows = portal.database.filed_rows().await.join("\n");
        assert!(rows.contains("东头李家") && !rows.contains("王家大院"), "{rows}");
    })
    .await;
}

const PROBLEMS: [Mistake; 12] = [
    (&[("kind", "")], "kind", "missing.kind"),
    (&[("kind", "xyz")], "kind", "not_recognised.kind"),
    (&[("text", "")], "text", "missing.text"),
    (&[("text", " \n ")], "text", "missing.text"),
    (&[("text", "不好")], "text", "problem.too_short"),
    (&[("text", "LONG")], "text", "problem.too_long"),
    (&[("text", "他的身份证号是11010519491231002X，请查一查")], "text", "problem.holds_id"),
    (&[("text", "钱打到卡上：6222021234567890128，请查一查")], "text", "problem.holds_card"),
    (&[("text", "找他打电话１３８ ００００ １１１１可以问到")], "text", "problem.holds_phone"),
    (&[("anonymous", ""), ("contact", "")], "contact", "missing.contact"),
    (&[("anonymous", ""), ("contact", "LONG")], "contact", "problem.too_long"),
    (&[("region_code", "35062")], "region_code", "not_recognised.region_code"),
];

#[tokio::test]
async fn every_mistake_is_said_beside_its_field_and_nothing_typed_is_lost() {
    on_each_engine("2026-11-22", async |portal| {
        for base in ["", "/en"] {
            for (typed, field, problem) in PROBLEMS {
                let form = filled_complaint(&portal, base).await.filled(typed);
                let form = with_long(form, field);

                let page = portal.submit(&form).await.with_status(422).page();

                let said = page.word(problem);
                let start = said.split('{').next().unwrap();
                assert!(page.texts("error-summary")[0].contains(start), "{field} {problem}");
                assert!(page.texts("field__problem")[0].contains(start), "{field} {problem}");
                assert!(page.html().contains(&format!("href=\"#{field}\"")), "{field}");
                assert!(page.html().contains(&format!("id=\"{field}\"")), "{field}");
                let again = page.form(&form.action);
                for name in ["kind", "text", "contact", "form_key", "about"] {
                    let value = form.get(name).unwrap_or_default().replace('\n', " ");
                    let value = if value == "xyz" { "" } else { value.trim() };
                    assert_eq!(again.get(name).unwrap_or_default().trim(), value, "{name}");
                }
            }
        }
        assert_eq!(n_cases(&portal).await, 0);
    })
    .await;
}

fn with_long(form: Form, field: &str) -> Form {
    let is_long = form.get(field) == Some("LONG");
    if is_long { form.with(field, &"长".repeat(2_001)) } else { form }
}

#[tokio::test]
async fn every_mistake_is_said_at_once() {
    let portal = TestPortal::on("2026-11-22").await;
    let form = complaint(&portal, "").await.without("anonymous");

    let page = portal.submit(&form).await.with_status(422).page();

    for key in ["missing.kind", "missing.text", "missing.contact"] {
        page.assert_says(&page.word(key));
    }
    let title = page.word("problem.page_title").replace("{title}", &page.word("complain.title"));
    assert!(page.first("title").starts_with(&title));
}

#[tokio::test]
async fn enter_in_a_field_sends_the_form_and_the_search_button_only_searches() {
    let portal = TestPortal::on("2026-11-22").await;
    let form = filled_complaint(&portal, "").await;
    assert_eq!(form.buttons[0].1, "file", "the first button is the one that Enter presses");

    let found = portal.submit(&form.with("place_search", "莆中").pressing("find")).await;

    let found = found.with_status(200);
    found.assert_says("莆中村");
    let form = found.form("/complain");
    assert!(form.choices.contains(&("region_code".into(), VILLAGE.into())));
    assert_eq!(form.get("text").map(str::trim), Some(COMPLAINT));
    assert_eq!(n_cases(&portal).await, 0);
}

#[tokio::test]
async fn the_same_form_sent_again_is_one_complaint_with_one_receipt() {
    on_each_engine("2026-11-22", async |portal| {
        let form = filled_complaint(&portal, "").await;

        let first = portal.submit(&form).await.with_status(200);
        let second = portal.submit(&form).await.with_status(200);

        assert_eq!(first.receipt(), second.receipt());
        assert_eq!(first.reference(), second.reference());
        assert_eq!(n_cases(&portal).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_form_that_was_changed_before_it_was_sent_again_is_not_silently_dropped() {
    on_each_engine("2026-11-22", async |portal| {
        let form = filled_complaint(&portal, "").await;
        let first = portal.submit(&form).await.with_status(200).receipt();

        let other = form.with("text", "另外一件事：修路的钱没有公示，问了也没人说。");
        let second = portal.submit(&other).await.with_status(200).receipt();

        assert_ne!(first, second);
        let rows = portal.database.filed_rows().await.join("\n");
        assert!(rows.contains("修路的钱没有公示"), "{rows}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_sent_twenty_times_at_one_moment_is_one_complaint() {
    on_each_engine("2026-11-22", async |portal| {
        let portal = Arc::new(portal);
        let form = filled_complaint(&portal, "").await;
        let sending = (0..20).map(|_| {
            let (portal, form) = (portal.clone(), form.clone());
            tokio::spawn(async move { portal.submit(&form).await })
        });

        let mut receipts = Vec::new();
        for sending in sending.collect::<Vec<_>>() {
            receipts.push(sending.await.unwrap().with_status(200).receipt());
        }

        receipts.dedup();
        assert_eq!(receipts.len(), 1);
        assert_eq!(n_cases(&portal).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_program_that_fills_in_the_hidden_field_learns_and_leaves_nothing() {
    on_each_engine("2026-11-22", async |portal| {
        for base in ["", "/en"] {
            let form = filled_complaint(&portal, base).await.with("website", "http://example.org");

            portal.submit(&form).await.error_page(400, "bad_request");
        }
        assert_eq!(n_cases(&portal).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_character_nul_in_any_field_breaks_nothing_on_either_engine() {
    on_each_engine("2026-11-22", async |portal| {
        let mut broken = Vec::new();
        for name in ["about", "kind", "text", "region_code", "place_search", "contact", "form_key"]
        {
            for go in ["file", "find"] {
                let form = filled_complaint(&portal, "").await.pressing(go);

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
