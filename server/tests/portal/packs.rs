//! The rules as everyone can read them: the list, each pack in both languages, and the command that
//! prints the same.

use std::process::Output;

use app::rules::library::built_in;
use eligibility::source::Library;
use tempfile::tempdir;

use crate::command::refused;
use crate::support::answer::Answer;
use crate::support::html::{inside, of_id, tags, text};
use crate::support::log::{listen, logged};
use crate::support::program::program;
use crate::support::{TestPortal, both};

const DAY: &str = "2026-11-22";

fn section(page: &Answer, id: &str) -> String {
    text(of_id(page.html(), id).unwrap_or_else(|| panic!("{} has no {id}", page.path)))
}

#[tokio::test]
async fn every_pack_is_listed_by_place_and_each_place_has_one_in_force() {
    let portal = TestPortal::on(DAY).await;
    let heads = built_in().heads().unwrap();
    for path in both("/packs") {
        let page = portal.get(&path).await.with_status(200).page();

        for head in &heads {
            let address = format!("{path}/{}", head.id);
            assert!(page.links().contains(&address), "{address}");
        }
        let mut places: Vec<&str> = heads.iter().map(|it| it.region.as_str()).collect();
        places.dedup();
        let said = page.text();
        assert_eq!(said.matches(&page.word("packs.in_force")).count(), places.len());
        assert_eq!(page.texts("badge").len(), heads.len(), "each says that it is a demonstration");
        assert!(!said.contains("0000000"), "no code of a place: {said}");
    }
}

#[tokio::test]
async fn every_pack_is_shown_in_both_languages_with_every_programme_at_its_place() {
    let portal = TestPortal::on(DAY).await;
    let library = built_in();
    for head in library.heads().unwrap() {
        let pack = library.compile(&head.id, None).unwrap().pack;
        for path in both(&format!("/packs/{}", head.id)) {
            let page = portal.get(&path).await.with_status(200).page();

            page.assert_says(&page.word("packs.demo_long"));
            let tags = tags(page.html());
            let mut ids: Vec<&str> = tags.iter().filter_map(|it| it.get("id")).collect();
            let n_ids = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), n_ids, "{path}: an id twice");
            for programme in &pack.programmes {
                assert!(ids.contains(&programme.id.as_str()), "{path}#{}", programme.id);
            }
            for link in tags.iter().filter_map(|it| it.get("href")?.strip_prefix('#')) {
                assert!(ids.binary_search(&link).is_ok(), "{path} leads to #{link}");
            }
        }
    }
}

#[tokio::test]
async fn a_programme_is_told_line_by_line_with_its_source_amount_and_way() {
    let portal = TestPortal::on(DAY).await;

    let page = portal.get("/packs/demo-2026").await.with_status(200);
    let dibao = section(&page, "dibao");
    for part in [
        "如果一年总收入低于低保线 → ● 很可能符合：收入低于低保线",
        "金额（一年）：低保线（每人每年）〔6,600 元〕 × 家里人口 − 全家一年总收入",
        "其他情况 → ○ 目前看不符合：收入超过了这一项的线。",
        "每一条都依据：民政部《最低生活保障审核确认办法》（民发〔2021〕57号）",
        "户口本",
        "12345",
    ] {
        assert!(dibao.contains(part), "{part}: {dibao}");
    }
    let jdlk = section(&page, "jdlk");
    assert!(jdlk.contains("政策已结束") && jdlk.contains("〔2,952 元〕"), "{jdlk}");
    assert!(section(&page, "yidi").contains("没有录入"));

    let english = section(&portal.get("/en/packs/demo-2026").await, "dibao");
    assert!(english.contains("If: The year’s income is below the dibao line"), "{english}");
    assert!(english.contains("[6,600 yuan] × People in the family"), "{english}");
}

#[tokio::test]
async fn each_decision_list_has_a_picture_that_says_the_same() {
    let portal = TestPortal::on(DAY).await;
    for path in both("/packs/demo-2026") {
        let page = portal.get(&path).await.with_status(200);
        let html = page.html();
        let n_lists = page.texts("rule__lines").len();
        let pictures: Vec<_> = tags(html).into_iter().filter(|it| it.has_class("flow")).collect();

        assert_eq!(pictures.len(), n_lists, "{path}");
        for picture in &pictures {
            assert_eq!(picture.get("role"), Some("img"));
            assert!(picture.get("aria-label").is_some_and(|it| it.len() > 10));
            let said = text(inside(html, picture));
            assert!(said.contains(&page.word("packs.flow.yes")), "{said}");
        }
    }
}

#[tokio::test]
async fn rules_of_the_past_stand_with_the_numbers_of_their_day() {
    let portal = TestPortal::on(DAY).await;
    for (path, said) in [
        ("/packs/hist-2014", "2,800 元"),
        ("/packs/hist-2015?on=2015-06-01", "2015年6月1日"),
        ("/packs/hist-2016", "2,952 元"),
        ("/packs/chongqing-2017", "股金"),
    ] {
        portal.get(path).await.with_status(200).assert_says(said);
    }
    let english = portal.get("/en/packs/hist-2015?on=2015-06-01").await.with_status(200);
    english.assert_says("1 June 2015");
    english.assert_says("2,855 yuan");
}

#[tokio::test]
async fn what_is_no_pack_or_no_day_of_it_is_a_page_that_says_so() {
    let portal = TestPortal::on(DAY).await;
    for path in
        ["/packs/none-2020", "/packs/words", "/packs/..%2Fdemo-2026", "/packs/", "/packs/a/b"]
    {
        for path in both(path) {
            portal.get(&path).await.error_page(404, "not_found");
        }
    }
    for path in ["?on=2027-01-01", "?on=nonsense", "?on=", "?on=2026-02-30"] {
        for path in both(&format!("/packs/demo-2026{path}")) {
            portal.get(&path).await.error_page(400, "bad_request");
        }
    }
}

#[tokio::test]
async fn a_pack_with_a_fault_cannot_be_told_and_the_log_says_why() {
    listen();
    let files = built_in();
    let broken = files.files().map(|(name, text)| {
        let text = match name {
            "hist-2016/pack.toml" => text.replace("poverty_line =", "a_line_of_poverty ="),
            "hist-2014/pack.toml" => text.replace("< poverty_line", "< a_missing_line"),
            _ => text.to_owned(),
        };
        (name.to_owned(), text)
    });
    let portal = TestPortal::on(DAY).await.ruled_by(Library::new(broken), DAY).await;

    for path in both("/packs/hist-2014") {
        portal.get(&path).await.error_page(503, "cannot_tell");
    }
    let log = logged();
    assert!(log.contains("could not read the pack hist-2014"), "{log}");
    assert!(log.contains("a_missing_line"), "{log}");
    drop(portal.get("/packs").await.with_status(200).page());
    // What is over is still shown, as it is written.
    portal.get("/packs/demo-2026").await.with_status(200).assert_says("below_line");
}

fn show(arguments: &[&str]) -> Output {
    let folder = tempdir().unwrap();
    let mut command = program(folder.path(), &["pack", "show"]);
    command.args(arguments).env("YANGGUANG_NOW", "2026-11-22T04:00:00Z");
    command.output().unwrap()
}

fn shown(arguments: &[&str]) -> String {
    let output = show(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn pack_show_prints_the_rules_as_text() {
    let chinese = shown(&[]);
    assert!(chinese.starts_with("国家演示规则 2026 [demo-2026]\n====="), "{chinese}");
    assert!(chinese.contains("2026年11月22日") && chinese.contains("〔6,600 元〕"));

    let english = shown(&["--pack", "hist-2015", "--date", "2015-06-01", "--lang", "en"]);
    assert!(english.contains("1 June 2015") && english.contains("2,855 yuan"), "{english}");

    let of_place = shown(&["--place", "451481103203", "--date", "2026-11-22"]);
    assert!(of_place.contains("[pingxiang-2026]"), "{of_place}");
}

#[test]
fn pack_show_prints_one_file_that_needs_nothing_else() {
    let html = shown(&["--html", "--lang", "en"]);

    assert!(html.starts_with("<!DOCTYPE html>") && html.contains("--color-brand"));
    let tags = tags(&html);
    assert_eq!(tags.iter().find(|it| it.name == "html").unwrap().get("lang"), Some("en"));
    for tag in &tags {
        let leads = tag.get("href").or(tag.get("src")).unwrap_or("#");
        assert!(leads.starts_with('#') || leads.starts_with("tel:"), "{leads}");
    }
    assert!(text(of_id(&html, "dibao").unwrap()).contains("[6,600 yuan]"));
}

#[test]
fn pack_show_refuses_what_is_not_there_in_one_sentence() {
    for arguments in [
        &["--pack", "none-2020"][..],
        &["--date", "2027-01-01"],
        &["--date", "nonsense"],
        &["--place", "350600000000", "--date", "2018-01-01"],
    ] {
        assert_eq!(refused(&show(arguments), 2).len(), 1, "{arguments:?}");
    }
    assert_eq!(show(&["--lang", "fr"]).status.code(), Some(2));
}
