//! The notice of a village on one sheet: the page, and the PDF where there is a font.

use std::io::Write;
use std::process::{Command, Stdio};

use app::sheet::font::FontFile;
use app::site::portal::Settings;

use crate::support::{TestPortal, both};

const VILLAGE: &str = "350622105209";

fn settings(font: Option<FontFile>) -> Settings {
    let public_address = "https://yangguang.example".to_owned();
    Settings { font, public_address, ..Settings::default() }
}

#[tokio::test]
async fn the_sheet_says_what_a_real_notice_says() {
    let portal = TestPortal::on("2026-11-22").await.set(settings(None), "2026-11-22").await;
    for path in both(&format!("/r/{VILLAGE}/notice-sheet")) {
        let page = portal.get(&path).await.with_status(200).page();

        for word in ["project", "money", "term", "target", "unit", "ask", "hotline", "scan"] {
            page.assert_says(&page.word(&format!("sheet.{word}")));
        }
        page.assert_says("12317");
        let base = if path.starts_with("/en") { "/en" } else { "" };
        page.assert_says(&format!("https://yangguang.example{base}/r/{VILLAGE}?release=2"));
        assert!(page.html().contains("<svg") && !page.html().contains("<script"), "{path}");
        assert!(!page.links().iter().any(|it| it.contains(".pdf")), "{path}");
    }
}

#[tokio::test]
async fn the_period_is_ten_full_days_after_publication() {
    let portal = TestPortal::on("2026-11-22").await;

    let page = portal.get(&format!("/r/{VILLAGE}/notice-sheet")).await.with_status(200);

    page.assert_says("2026年10月16日 至 2026年10月25日，共 10 天");
}

#[tokio::test]
async fn a_county_has_no_sheet_nor_has_a_village_before_the_first_release() {
    let portal = TestPortal::on("2026-11-22").await;
    drop(portal.get("/r/350622000000/notice-sheet").await.with_status(404).page());
    drop(portal.get("/r/no/notice-sheet").await.with_status(404).page());
    let empty = TestPortal::empty().await;
    drop(empty.get(&format!("/r/{VILLAGE}/notice-sheet")).await.with_status(404).page());
}

#[tokio::test]
async fn without_a_font_the_address_of_the_pdf_says_so_and_leads_to_the_page() {
    let portal = TestPortal::on("2026-11-22").await;
    for path in both(&format!("/r/{VILLAGE}/notice-sheet.pdf")) {
        let page = portal.get(&path).await.with_status(404).page();

        page.assert_says(&page.word("sheet.no_pdf.text"));
        assert!(page.links().contains(&path.replace(".pdf", "")), "{path}");
    }
}

#[tokio::test]
async fn nobody_elses_host_comes_onto_a_notice() {
    let portal = TestPortal::on("2026-11-22").await;
    let path = format!("/r/{VILLAGE}/notice-sheet");

    let asked = crate::support::asking("GET", &path).header("host", "one.example");
    let page = portal.send(asked, "").await.with_status(200);

    page.assert_says("http://127.0.0.1:3000/r/");
    page.assert_never_says("one.example");
}

#[tokio::test]
async fn the_pdf_is_one_page_of_a4_with_its_letters_in_it() {
    let Some(font) = FontFile::of_this_machine() else {
        eprintln!("NOT CHECKED: no Chinese font on this machine, so no PDF");
        return;
    };
    let portal = TestPortal::on("2026-11-22").await.set(settings(Some(font)), "2026-11-22").await;
    let page = portal.get(&format!("/r/{VILLAGE}/notice-sheet")).await;
    assert!(page.links().contains(&format!("/r/{VILLAGE}/notice-sheet.pdf")));

    for path in both(&format!("/r/{VILLAGE}/notice-sheet.pdf")) {
        let pdf = portal.get(&path).await;

        assert_eq!((pdf.status, pdf.header("content-type")), (200, "application/pdf"), "{path}");
        assert!(pdf.body.starts_with(b"%PDF-") && pdf.body.len() < 500_000, "{}", pdf.body.len());
        let text = text_of(&pdf.body);
        if let Some(text) = text {
            assert_eq!(text.matches('\u{c}').count(), 1, "one page: {text}");
            assert!(text.contains("12317") && text.contains("yangguang.example"), "{text}");
        }
    }
    let pdf = portal.get(&format!("/r/{VILLAGE}/notice-sheet.pdf")).await;
    if let Some(text) = text_of(&pdf.body) {
        assert!(text.contains("项目和资金公示") && text.contains("责任单位"), "{text}");
    }
}

/// As poppler reads it; none without poppler.
fn text_of(pdf: &[u8]) -> Option<String> {
    let mut reading = Command::new("pdftotext")
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    reading.stdin.take()?.write_all(pdf).ok()?;
    let output = reading.wait_with_output().ok()?;
    assert!(output.status.success());
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
