//! The data dictionary: every table and column, for `dictionary.json` and the page that explains them.

use crate::codes::Code;
use crate::column::{Column, Words, words};
use crate::json::{Json, Object};
use crate::options::Options;
use crate::table::Table;
use crate::tables::tables;

/// How a CSV file's last line begins; the number of rows follows after a comma. A file without it was
/// cut on its way.
pub const ENDS_CSV: &str = "#end";

/// How the line before it begins: what the file is, for people.
pub const BEGINS_CSV_NOTE: &str = "#note";

/// Every table that a place can have, in order, with its columns.
#[must_use]
pub fn dictionary() -> Vec<Table> {
    tables()
}

/// The kinds of files, and what each is for.
#[must_use]
pub fn file_kinds() -> Vec<(&'static str, Words)> {
    vec![
        (
            "csv",
            words(
                "表格，什么软件都能打开。UTF-8，带BOM。最后一行是 #end 和行数：没有这一行，就是没下载完",
                "A table for any program. UTF-8 with BOM. The last line is #end and the number of rows: \
                 without it the download was cut. Skip lines that begin with #",
            ),
        ),
        (
            "xlsx",
            words("Excel表格，第一页是说明", "A spreadsheet; its first sheet says what it is"),
        ),
        ("json", words("给程序用的表格", "The same table for programs")),
        (
            "oc4ids.json",
            words(
                "基础设施、住房、搬迁项目，国际标准OC4IDS 0.9",
                "Infrastructure, housing and relocation projects by the OC4IDS 0.9 standard",
            ),
        ),
        (
            "datapackage.json",
            words(
                "说明这个地方所有表格的列，也是财政数据包",
                "Describes the columns of all tables of a place; also a Fiscal Data Package",
            ),
        ),
        (
            "catalog.ttl, catalog.jsonld",
            words("这次发布的总目录，标准DCAT-AP 3", "The catalogue of the release by DCAT-AP 3"),
        ),
        (
            "SHA256SUMS",
            words(
                "每个文件的指纹。核对：sha256sum -c SHA256SUMS",
                "Each file’s SHA-256. To check: sha256sum -c SHA256SUMS",
            ),
        ),
    ]
}

const GUARD: Words = words(
    "CSV和XLSX里，开头是 = + - @ # 的文字前面加了一个撇号 '，免得被当成公式",
    "In CSV and XLSX a text that begins with = + - @ or # has an apostrophe before it, so that no \
     spreadsheet takes it for a formula",
);

const PROTECTED: Words = words(
    "标着 is_protected 的数：为了不让人认出是哪一家，和真的数差一点",
    "Numbers marked is_protected are near the true ones, so that no family can be worked out",
);

pub fn file(about: Object, options: &Options) -> Vec<u8> {
    let kinds: Vec<Object> = file_kinds()
        .into_iter()
        .map(|(kind, words)| Object::new().with("file", kind).with_words("about", words))
        .collect();
    let dictionary = about
        .with("licence_url", &options.licence.url)
        .with_words("guard", GUARD)
        .with_words("protected", PROTECTED)
        .with("files", kinds)
        .with("tables", dictionary().iter().map(table).collect::<Vec<_>>());
    Json::from(dictionary).to_file()
}

fn table(table: &Table) -> Object {
    Object::new()
        .with("id", table.id)
        .with_words("name", table.name)
        .with_words("about", table.about)
        .with("key", table.key.clone())
        .with("columns", table.columns.iter().map(column).collect::<Vec<_>>())
}

fn column(column: &Column) -> Object {
    let mut object = Object::new()
        .with("id", column.id)
        .with_words("name", column.name)
        .with_words("about", column.about)
        .with("type", column.kind.name());
    if let Some(unit) = column.unit {
        object = object.with_words("unit", unit);
    }
    object
        .with("is_required", column.is_required)
        .with("is_protected", column.is_protected)
        .with("codes", column.codes.iter().map(code).collect::<Vec<_>>())
}

fn code(code: &Code) -> Object {
    Object::new().with("code", code.code).with_words("name", code.name)
}
