//! What a release says of itself: `release.json`, and the few lines that every other file carries.

use std::collections::BTreeMap;

use disclosure::published::{ChangeReason, ReleaseContent, SourceDocument};

use crate::catalog::Listed;
use crate::json::{Json, Object};
use crate::options::Options;
use crate::place::Places;
use crate::table::Sheet;

/// Which release, of which day, under which licence, and whether the data is made up.
pub fn about(content: &ReleaseContent, options: &Options) -> Object {
    let release = &content.release;
    let about = Object::new()
        .with("release", release.number)
        .with("as_of", &release.as_of)
        .with("licence", &options.licence.id)
        .with("is_demo", options.is_demo);
    match options.demo_note() {
        Some(words) => about.with_words("demo", words),
        None => about,
    }
}

/// The same in one line for the end of a CSV file.
pub fn note(content: &ReleaseContent, options: &Options) -> String {
    lines_of_release(content, options)
        .into_iter()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect::<Vec<_>>()
        .join("; ")
}

/// The same, with the table and the place, for the first sheet of an XLSX file.
pub fn lines(
    content: &ReleaseContent,
    options: &Options,
    place: &str,
    sheet: &Sheet<'_>,
) -> Vec<(String, String)> {
    let (name, about) = (sheet.table.name, sheet.table.about);
    let mut lines = vec![
        ("表 Table".to_owned(), format!("{} {}", name.zh, name.en)),
        ("意思 Meaning".to_owned(), format!("{}。{}.", about.zh, about.en)),
        ("地方 Place".to_owned(), place.to_owned()),
        ("行数 Rows".to_owned(), sheet.rows.len().to_string()),
    ];
    lines.extend(lines_of_release(content, options));
    lines
}

fn lines_of_release(content: &ReleaseContent, options: &Options) -> Vec<(String, String)> {
    let release = &content.release;
    let licence = &options.licence;
    let mut lines = vec![
        ("第几次发布 Release".to_owned(), release.number.to_string()),
        ("数据截止日期 As of".to_owned(), release.as_of.clone()),
        ("许可 Licence".to_owned(), format!("{} {}", licence.id, licence.url)),
    ];
    if let Some(words) = options.demo_note() {
        lines.push(("注意 Note".to_owned(), format!("{} {}", words.zh, words.en)));
    }
    lines
}

pub fn file(
    about: Object,
    content: &ReleaseContent,
    places: &Places<'_>,
    listed: &[Listed],
) -> Vec<u8> {
    let release = &content.release;
    let file = about
        .with("title_zh", &release.title_zh)
        .with("title_en", &release.title_en)
        .with("published_at", &release.published_at)
        .with("publisher_zh", &release.publisher_zh)
        .with("publisher_en", &release.publisher_en)
        .with("legal_basis_zh", &release.legal_basis_zh)
        .with("legal_basis_en", &release.legal_basis_en)
        .with("changes", content.reasons.iter().map(change).collect::<Vec<_>>())
        .with("sources", content.sources.iter().map(source).collect::<Vec<_>>())
        .with("places", places_with_files(places, listed));
    Json::from(file).to_file()
}

fn change(it: &ChangeReason) -> Object {
    Object::new()
        .with("kind", it.kind.code())
        .with("id", &it.id)
        .with("reason_zh", &it.reason_zh)
        .with("reason_en", &it.reason_en)
        .with("complaint", it.complaint.clone())
}

fn source(it: &SourceDocument) -> Object {
    Object::new()
        .with("id", &it.id)
        .with("title_zh", &it.title_zh)
        .with("title_en", &it.title_en)
        .with("publisher_zh", &it.publisher_zh)
        .with("publisher_en", &it.publisher_en)
        .with("published_on", it.published_on.clone())
        .with("note_zh", &it.note_zh)
        .with("note_en", &it.note_en)
}

fn places_with_files(places: &Places<'_>, listed: &[Listed]) -> Vec<Object> {
    let mut by_place: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for it in listed.iter().filter(|it| !it.place.is_empty()) {
        by_place.entry(&it.place).or_default().push(it.name.clone());
    }
    by_place
        .into_iter()
        .map(|(code, files)| {
            Object::new().with("code", code).with("name", places.name(code)).with("files", files)
        })
        .collect()
}
