//! `/data/…`: the files of releases, whole, in part, and never one that is not published.

use std::path::Path;

use app::site::portal::Settings;
use sha2::{Digest, Sha256};
use store::Proof;
use store::published::ReleaseContent;
use tempfile::TempDir;

use crate::support::{Answer, TestPortal, asking, both};

const DAY: &str = "2026-11-22";
const CSV: &str = "/data/releases/3/350622000000/projects.csv";

/// A portal whose third release has files, and whose fourth is only built.
struct Files {
    portal: TestPortal,
    folder: TempDir,
    csv: Vec<u8>,
    photo: String,
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|it| format!("{it:02x}")).collect::<Vec<_>>().concat()
}

fn write(root: &Path, path: &str, bytes: &[u8]) {
    let file = root.join(path);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, bytes).unwrap();
}

async fn files() -> Files {
    let portal = TestPortal::on(DAY).await;
    let folder = tempfile::tempdir().unwrap();
    let csv: Vec<u8> = (0..20_000).flat_map(|it| format!("{it},路\r\n").into_bytes()).collect();
    let csv = [csv, b"#end,20000\r\n".to_vec()].concat();
    let root = folder.path().join("releases/3");
    write(&root, "350622000000/projects.csv", &csv);
    write(&root, "350622000000/projects.xlsx", b"PK");
    write(&root, "350622000000/oc4ids.json", b"{}");
    write(&root, "catalog.ttl", b"# nothing\n");
    write(&root, ".hidden", b"x");
    let names = ["350622000000/oc4ids.json", "350622000000/projects.csv", "catalog.ttl"];
    let manifest: Vec<String> = names
        .iter()
        .map(|it| format!("{}  {it}\n", hex(&std::fs::read(root.join(it)).unwrap())))
        .collect();
    let manifest = manifest.concat();
    write(&root, "SHA256SUMS", manifest.as_bytes());
    write(&folder.path().join("releases/4"), "secret.csv", b"not yet");
    let photo = hex(b"a photo");
    write(&folder.path().join("photos"), &format!("{photo}.jpg"), b"a photo");
    let proof = Proof { manifest, ..Proof::default() };
    for number in [3, 4] {
        let mut content = ReleaseContent::default();
        content.release.number = number;
        "2026-10-31".clone_into(&mut content.release.as_of);
        portal.store.write_built_release(&content, &proof).await.unwrap();
        if number == 3 {
            portal.store.publish_release(3, "2026-11-15T01:00:00.000Z").await.unwrap();
        }
    }
    let settings = Settings { files: folder.path().to_owned(), ..Settings::default() };
    let portal = portal.set(settings, DAY).await;
    Files { portal, folder, csv, photo }
}

impl Files {
    async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let request = headers
            .iter()
            .fold(asking("GET", path), |request, (name, value)| request.header(*name, *value));
        self.portal.send(request, "").await
    }
}

#[tokio::test]
async fn a_file_comes_with_what_shows_that_it_came_whole() {
    let files = files().await;

    let answer = files.portal.get(CSV).await.with_status(200);

    assert_eq!(answer.body, files.csv);
    assert_eq!(answer.header("content-length"), files.csv.len().to_string());
    assert_eq!(answer.header("etag"), format!("\"{}\"", hex(&files.csv)));
    let digest = answer.header("repr-digest");
    assert!(digest.starts_with("sha-256=:") && digest.ends_with("=:"), "{digest}");
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    assert!(
        answer.header("content-disposition").starts_with("attachment; filename=\"projects.csv\"")
    );
    assert!(answer.header("cache-control").contains("immutable"));
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert_eq!(answer.header("accept-ranges"), "bytes");
    assert!(answer.header("content-security-policy").contains("default-src 'none'"));
    let head = files.portal.send(asking("HEAD", CSV), "").await.with_status(200);
    assert!(head.body.is_empty());
    assert_eq!(head.header("content-length"), files.csv.len().to_string());
}

#[tokio::test]
async fn a_download_that_was_cut_is_told_by_its_length_its_digest_and_its_last_row() {
    let files = files().await;
    let answer = files.portal.get(CSV).await;
    let cut = &answer.body[..answer.body.len() / 2];

    assert_ne!(answer.header("content-length"), cut.len().to_string());
    assert_ne!(answer.header("etag"), format!("\"{}\"", hex(cut)));
    assert!(!cut.ends_with(b"#end,20000\r\n") && answer.body.ends_with(b"#end,20000\r\n"));

    let rest = format!("bytes={}-", cut.len());
    let etag = answer.header("etag").to_owned();
    let rest = files.get_with(CSV, &[("range", &rest), ("if-range", &etag)]).await;
    let rest = rest.with_status(206);
    assert_eq!([cut, &rest.body].concat(), files.csv, "it can be continued");
    let range = format!("bytes {}-{}/{}", cut.len(), files.csv.len() - 1, files.csv.len());
    assert_eq!(rest.header("content-range"), range);
    assert_eq!(rest.header("repr-digest"), answer.header("repr-digest"));
}

#[tokio::test]
async fn another_file_than_the_one_that_was_begun_is_sent_whole() {
    let files = files().await;

    let other = files.get_with(CSV, &[("range", "bytes=5-"), ("if-range", "\"other\"")]).await;
    let many = files.get_with(CSV, &[("range", "bytes=0-1,5-6")]).await;
    let odd = files.get_with(CSV, &[("range", "lines=0-1")]).await;
    let beyond = files.get_with(CSV, &[("range", "bytes=99999999-")]).await;

    for answer in [other, many, odd] {
        assert_eq!(answer.with_status(200).body.len(), files.csv.len());
    }
    assert_eq!(
        beyond.with_status(416).header("content-range"),
        format!("bytes */{}", files.csv.len())
    );
}

#[tokio::test]
async fn who_has_the_file_already_is_told_so() {
    let files = files().await;
    let etag = format!("\"{}\"", hex(&files.csv));

    let known = files.get_with(CSV, &[("if-none-match", &etag)]).await.with_status(304);

    assert!(known.body.is_empty());
    assert_eq!(known.header("etag"), etag);
}

#[tokio::test]
async fn a_release_that_is_only_built_has_no_files() {
    let files = files().await;
    for path in [
        "/data/releases/4/secret.csv",
        "/data/releases/4/",
        "/data/releases/5/",
        "/data/releases/03/",
        "/data/releases/x/",
    ] {
        for path in both(path) {
            files.portal.get(&path).await.error_page(404, "not_found");
        }
    }
}

#[tokio::test]
async fn nothing_outside_of_the_folder_can_be_reached() {
    let files = files().await;
    write(files.folder.path(), "outside.txt", b"outside");
    for path in [
        "/data/releases/3/../../outside.txt",
        "/data/releases/3/%2e%2e/%2e%2e/outside.txt",
        "/data/releases/3/..%2f..%2foutside.txt",
        "/data/releases/3/350622000000/..%5c..%5coutside.txt",
        "/data/releases/3//etc/passwd",
        "/data/releases/3/%2fetc%2fpasswd",
        "/data/releases/3/.hidden",
        "/data/releases/3/catalog.ttl/",
        "/data/releases/3/4/../../4/secret.csv",
        "/data/photos/..%2foutside.txt",
        "/data/photos/none.jpg",
        "/data/photos/",
        "/data/",
        "/data/releases/3/%FF",
    ] {
        let answer = files.portal.get(path).await;

        assert!(matches!(answer.status, 400 | 404), "{path}: {}", answer.status);
        assert!(!answer.text().contains("outside"), "{path}");
    }
}

#[tokio::test]
async fn a_folder_is_a_page_that_lists_its_files() {
    let files = files().await;
    for path in both("/data/releases/3/") {
        let page = files.portal.get(&path).await.with_status(200).page();

        println!("{path}: {} bytes", page.body.len());
        page.assert_says("SHA256SUMS");
        page.assert_never_says(".hidden");
        let links = page.links();
        assert!(links.contains(&"/data/releases/3/catalog.ttl".to_owned()), "{links:?}");
        let county = links.iter().find(|it| it.ends_with("/350622000000/")).unwrap();
        let county = files.portal.get(county).await.with_status(200).page();
        county.assert_says("projects.csv");
        assert!(county.links().contains(&CSV.to_owned()));
    }
    assert_eq!(
        files.portal.get("/data/releases/3").await.with_status(200).heading(),
        files.portal.get("/data/releases/3/").await.heading()
    );
}

#[tokio::test]
async fn every_listed_file_is_there_with_the_type_it_has() {
    let files = files().await;
    for (name, kind) in [
        ("SHA256SUMS", "text/plain; charset=utf-8"),
        ("catalog.ttl", "text/turtle; charset=utf-8"),
        ("350622000000/oc4ids.json", "application/json"),
        (
            "350622000000/projects.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
    ] {
        let answer = files.portal.get(&format!("/data/releases/3/{name}")).await.with_status(200);

        assert_eq!(answer.header("content-type"), kind, "{name}");
        // One file is not in the list: nothing can be said of it.
        if name.contains("projects") {
            assert_eq!(answer.header("repr-digest"), "");
        } else if name.contains("oc4ids") {
            assert_ne!(answer.header("repr-digest"), "");
        }
    }
}

#[tokio::test]
async fn a_photo_is_named_by_its_content() {
    let files = files().await;
    let path = format!("/data/photos/{}.jpg", files.photo);

    let photo = files.portal.get(&path).await.with_status(200);

    assert_eq!(photo.body, b"a photo");
    assert_eq!(photo.header("content-type"), "image/jpeg");
    assert_eq!(photo.header("etag"), format!("\"{}\"", files.photo));
    let upper = format!("/data/photos/{}.jpg", files.photo.to_uppercase());
    assert_eq!(files.portal.get(&upper).await.status, 404);
}

#[tokio::test]
async fn where_the_files_are_not_a_page_says_so() {
    let files = files().await;
    for path in both("/data/releases/1/") {
        let page = files.portal.get(&path).await.with_status(404).page();

        page.assert_says(&page.word("data.not_here"));
    }
}

#[tokio::test]
async fn the_page_about_open_data_leads_to_the_files_of_a_county() {
    let files = files().await;
    for path in both("/open-data?place=350622105209") {
        let page = files.portal.get(&path).await.with_status(200).page();

        let links = page.links();
        for file in ["/data/releases/3/SHA256SUMS", "/data/releases/3/catalog.ttl", CSV] {
            assert!(links.contains(&file.to_owned()), "{path} does not lead to {file}");
            drop(files.portal.get(file).await.with_status(200));
        }
    }
}
