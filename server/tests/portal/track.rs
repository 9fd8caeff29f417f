//! `/track`: a case by its receipt, with the day of each step and the day by which the next is due.

use crate::support::answer::Answer;
use crate::support::html::{of_class, text};
use crate::support::journey::{filled_application, filled_complaint, record, record_with, track};
use crate::support::{TestPortal, both, on_each_engine};

/// Well-formed, and handed out to nobody.
const UNKNOWN: [&str; 2] = ["片阴邵醇 摸刑床改 批久抚驶", "的一是在 的一是在 的一是在"];

#[tokio::test]
async fn another_browser_finds_a_case_however_the_receipt_is_written() {
    on_each_engine("2026-11-22", async |portal| {
        let handed = portal.submit(&filled_complaint(&portal, "").await).await;
        let receipt = handed.receipt();
        let together = receipt.replace(' ', "");
        let commas = receipt.replace(' ', "，\r\n");

        for typed in [receipt, together, commas, format!(" {}。", handed.receipt())] {
            for base in ["", "/en"] {
                let page = track(&portal, base, &typed).await.with_status(200).page();
                page.assert_says(&handed.reference());
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_wrong_receipt_is_told_what_is_wrong_with_it_and_nothing_else() {
    let portal = TestPortal::on("2026-11-22").await;
    for base in ["", "/en"] {
        for (typed, problem) in [
            ("", "track.empty"),
            ("  ", "track.empty"),
            ("片阴邵醇 摸刑床改 批久抚", "track.length"),
            ("片阴邵醇 摸刑床改 批久抚驶驶", "track.length"),
            ("片阴邵醇 摸刑床改 批久抚A", "track.character"),
            ("C-7KQ2-M4", "track.character"),
            ("😀", "track.empty"),
            ("片阴邵醇 摸刑床改 批久驶抚", "track.check"),
            (UNKNOWN[0], "track.unknown"),
            ("<script>", "track.character"),
        ] {
            let page = track(&portal, base, typed).await.with_status(422).page();

            let said = page.word(problem);
            let start = said.split('{').next().unwrap();
            assert!(page.texts("error-summary")[0].contains(start), "{typed} {problem}");
            assert!(page.texts("field__problem")[0].contains(start), "{typed} {problem}");
            assert!(!typed.contains(' ') || !page.html().contains(typed), "{typed} is repeated");
        }
    }
}

#[tokio::test]
async fn all_unknown_receipts_are_answered_alike() {
    on_each_engine("2026-11-22", async |portal| {
        drop(portal.submit(&filled_complaint(&portal, "").await).await.receipt());

        let key = casework::secret_key::SecretKey::from_bytes([9; 32]);
        let unknown = |n: &str| casework::receipt::Receipt::for_form(&key, n).text();
        let one = track(&portal, "", &unknown("one")).await.with_status(422);
        let other = track(&portal, "", &unknown("two")).await.with_status(422);

        assert_eq!(one.body, other.body);
        assert_eq!(one.headers, other.headers);
    })
    .await;
}

#[tokio::test]
async fn the_reference_opens_nothing() {
    let portal = TestPortal::on("2026-11-22").await;
    let handed = portal.submit(&filled_complaint(&portal, "").await).await;

    let page = track(&portal, "", &handed.reference()).await;

    drop(page.with_status(422).page());
    for path in ["/track/", "/cases/", "/complaints/", "/applications/"] {
        let path = format!("{path}{}", handed.reference());
        portal.get(&path).await.error_page(404, "not_found");
    }
}

#[tokio::test]
async fn a_receipt_in_an_address_opens_nothing() {
    let portal = TestPortal::on("2026-11-22").await;
    let handed = portal.submit(&filled_complaint(&portal, "").await).await;
    let receipt = crate::support::form::percent(&handed.receipt());

    let page = portal.get(&format!("/track?receipt={receipt}")).await.with_status(200);

    page.assert_never_says(&handed.reference());
    assert!(!page.html().contains(&receipt) && !page.html().contains(&handed.receipt()));
}

#[tokio::test]
async fn the_receipt_typed_back_is_confirmed_and_a_misread_one_asked_for_again() {
    on_each_engine("2026-11-22", async |portal| {
        for path in both("/track/kept") {
            let base = path.strip_suffix("/track/kept").unwrap();
            let handed = portal.submit(&filled_complaint(&portal, base).await).await;
            let form = handed.form(&path);
            assert_eq!(form.get("receipt"), Some(""), "it is typed, not sent along");

            let wrong = portal.submit(&form.clone().with("receipt", UNKNOWN[0])).await;
            let right = portal.submit(&form.with("receipt", &handed.receipt())).await;

            assert_eq!(wrong.heading(), wrong.word("receipt.wrong"));
            assert_eq!(wrong.form(&path).action, path);
            assert_eq!(right.heading(), right.word("receipt.right"));
        }
    })
    .await;
}

#[tokio::test]
async fn a_complaint_is_to_be_taken_up_within_fifteen_days_and_answered_within_sixty() {
    on_each_engine("2026-11-02", async |portal| {
        let handed = portal.submit(&filled_complaint(&portal, "").await).await;
        let (receipt, reference) = (handed.receipt(), handed.reference());
        let on = async |day: &str| {
            let portal = portal.later(day).await;
            [track(&portal, "", &receipt).await, track(&portal, "/en", &receipt).await]
        };

        let [chinese, english] = on("2026-11-10").await;
        let said = now(&chinese);
        assert!(said.contains("2026年11月17日") && said.contains('7'), "{said}");
        assert!(said.contains("《信访工作条例》"), "{said}");
        assert!(now(&english).contains("17 November 2026"), "{}", now(&english));

        record(&portal, &reference, "accepted", "2026-11-16").await;
        record_with(&portal, &reference, "handling", "2026-11-17", Some("已转县里核查")).await;
        let [chinese, english] = on("2026-11-22").await;
        chinese.assert_says("2026年11月16日");
        chinese.assert_says("已转县里核查");
        assert!(now(&chinese).contains("2027年1月15日"), "{}", now(&chinese));
        assert!(now(&english).contains("15 January 2027"), "{}", now(&english));

        record(&portal, &reference, "answered", "2027-01-16").await;
        let [chinese, english] = on("2027-02-01").await;
        chinese.assert_says(&format!("2027年1月16日{}", chinese.word("track.was_late")));
        english.assert_says(&format!("16 January 2027{}", english.word("track.was_late")));
    })
    .await;
}

#[tokio::test]
async fn a_day_that_is_past_stands_with_a_sign_and_says_how_late_it_is() {
    let portal = TestPortal::on("2026-11-02").await;
    let receipt = portal.submit(&filled_complaint(&portal, "").await).await.receipt();

    let on_the_day = track(&portal.later("2026-11-17").await, "", &receipt).await;
    let after = portal.later("2026-11-18").await;

    on_the_day.assert_never_says("▲");
    for base in ["", "/en"] {
        let page = track(&after, base, &receipt).await;
        let late = page.texts("timeline__step--late");
        assert_eq!(late.len(), 1);
        assert!(late[0].contains('▲'), "{}", late[0]);
        let day = if base.is_empty() { "2026年11月17日" } else { "17 November 2026" };
        assert!(late[0].contains(day) && late[0].contains(" 1 "), "{}", late[0]);
    }
}

#[tokio::test]
async fn the_days_of_the_township_are_working_days_and_holidays_do_not_count() {
    on_each_engine("2026-09-28", async |portal| {
        let handed = portal.submit(&filled_application(&portal, "").await).await;
        let (receipt, reference) = (handed.receipt(), handed.reference());
        record(&portal, &reference, "accepted", "2026-09-29").await;

        let portal = portal.later("2026-10-08").await;
        let [chinese, english] =
            [track(&portal, "", &receipt).await, track(&portal, "/en", &receipt).await];

        // 30 September, 8 and 9 October: the week of the national holiday lies between.
        let said = now(&chinese);
        assert!(
            said.contains("2026年10月9日") && said.contains("《最低生活保障审核确认办法》"),
            "{said}"
        );
        let one = chinese.word("track.working_day").replace("{n}", "1");
        assert!(said.contains(&one), "{said}");
        assert!(now(&english).contains("9 October 2026"), "{}", now(&english));
        // Thirty working days, 10 October worked: 16 November.
        let ahead = chinese.texts("timeline__step").join(" ");
        assert!(ahead.contains("2026年11月16日"), "{ahead}");
    })
    .await;
}

#[tokio::test]
async fn a_last_day_in_a_year_without_a_calendar_is_an_estimate() {
    let portal = TestPortal::on("2026-12-28").await;
    let handed = portal.submit(&filled_application(&portal, "").await).await;
    record(&portal, &handed.reference(), "accepted", "2026-12-30").await;

    for base in ["", "/en"] {
        let page = track(&portal.later("2026-12-31").await, base, &handed.receipt()).await;
        page.assert_says(page.word("track.estimate").trim());
    }
}

#[tokio::test]
async fn a_case_that_has_ended_waits_for_nothing() {
    let portal = TestPortal::on("2026-11-02").await;
    let handed = portal.submit(&filled_application(&portal, "").await).await;
    record(&portal, &handed.reference(), "withdrawn", "2026-11-03").await;

    let page = track(&portal.later("2027-11-02").await, "/en", &handed.receipt()).await;

    page.assert_says(&page.word("application_step.withdrawn"));
    page.assert_never_says("▲");
    assert!(of_class(page.html(), "timeline__step--now").is_empty());
}

/// What is said of the step that is expected next.
#[track_caller]
fn now(page: &Answer) -> String {
    let steps = of_class(page.html(), "timeline__step--now");
    text(steps.first().unwrap_or_else(|| panic!("nothing is expected: {}", page.text())))
}
