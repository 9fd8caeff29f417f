//! `datapackage.json`: the columns of a place's CSV files as a Frictionless data package; with
//! payments among them also a Fiscal Data Package, which models them.

use disclosure::published::ReleaseContent;

use crate::address::{place_url, sha256};
use crate::column::{Column, Kind};
use crate::json::{Json, Object};
use crate::options::Options;
use crate::table::{Sheet, Table};

/// A CSV file as the package describes it.
pub struct Resource {
    table: Table,
    n_bytes: usize,
    sha256: String,
}

impl Resource {
    pub fn new(sheet: &Sheet<'_>, csv: &[u8]) -> Self {
        Self { table: sheet.table.clone(), n_bytes: csv.len(), sha256: sha256(csv) }
    }
}

pub fn file(
    resources: &[Resource],
    code: &str,
    name: &str,
    content: &ReleaseContent,
    options: &Options,
) -> Vec<u8> {
    let release = &content.release;
    let licence = &options.licence;
    let has = |table: &str| resources.iter().any(|it| it.table.id == table);
    let mut package = Object::new()
        // The Fiscal Data Package's own profile demands this name, and not its own.
        .with("profile", "tabular-data-package")
        .with("name", format!("yangguang-{code}-release-{}", release.number))
        .with("title", format!("{name} {}", release.title_zh))
        .with("description", crate::release_file::note(content, options))
        .with("homepage", place_url(options, code))
        .with("version", release.number.to_string())
        .with("created", &release.published_at)
        .with("countryCode", "CN")
        .with(
            "licenses",
            vec![
                Object::new()
                    .with("name", &licence.id)
                    .with("path", &licence.url)
                    .with("title", &licence.title_en),
            ],
        )
        .with(
            "contributors",
            vec![Object::new().with("title", &release.publisher_zh).with("role", "publisher")],
        )
        .with("about", crate::release_file::about(content, options))
        .with("resources", resources.iter().map(|it| resource(it, has)).collect::<Vec<_>>());
    if let Some(payments) = resources.iter().find(|it| it.table.id == "payments") {
        package =
            package.with("granularity", "transactional").with("model", model(&payments.table));
    }
    Json::from(package).to_file()
}

fn resource(it: &Resource, has: impl Fn(&str) -> bool) -> Object {
    let table = &it.table;
    let mut schema = Object::new()
        .with("fields", table.columns.iter().map(field).collect::<Vec<_>>())
        .with("missingValues", vec![Json::Text(String::new())])
        .with("primaryKey", table.key.clone());
    if let Some((column, other)) = table.points_to.filter(|(_, other)| has(other)) {
        let reference = Object::new().with("resource", other).with("fields", vec![column]);
        schema = schema.with(
            "foreignKeys",
            vec![Object::new().with("fields", vec![column]).with("reference", reference)],
        );
    }
    Object::new()
        .with("name", table.id)
        .with("path", format!("{}.csv", table.id))
        .with("profile", "tabular-data-resource")
        .with("title", format!("{} {}", table.name.zh, table.name.en))
        .with("description", format!("{}。{}.", table.about.zh, table.about.en))
        .with("format", "csv")
        .with("mediatype", "text/csv")
        .with("encoding", "utf-8")
        .with("bytes", i64::try_from(it.n_bytes).unwrap_or(i64::MAX))
        .with("hash", format!("sha256:{}", it.sha256))
        .with(
            "dialect",
            Object::new()
                .with("delimiter", ",")
                .with("lineTerminator", "\r\n")
                .with("doubleQuote", true)
                .with("header", true)
                .with("commentChar", "#"),
        )
        .with("schema", schema)
}

fn field(column: &Column) -> Object {
    let mut constraints = Object::new();
    if column.is_required {
        constraints = constraints.with("required", true);
    }
    if !column.codes.is_empty() {
        let codes: Vec<&str> = column.codes.iter().map(|it| it.code).collect();
        constraints = constraints.with("enum", codes);
    }
    Object::new()
        .with("name", column.id)
        .with("title", format!("{} {}", column.name.zh, column.name.en))
        .with("description", format!("{}。{}.", column.about.zh, column.about.en))
        .with("type", column.kind.table_schema())
        .with("format", (column.kind == Kind::Url).then_some("uri"))
        .with("constraints", constraints)
        .with("columnType", column.os_type)
        .with("unit", column.unit.map(|it| it.en))
        .with("isProtected", column.is_protected.then_some(true))
}

/// Payments as facts: the amount is measured, everything else tells payments apart.
fn model(payments: &Table) -> Object {
    let amount = Object::new()
        .with("source", "amount_yuan")
        .with("resource", payments.id)
        .with("currency", "CNY")
        .with("direction", "expenditure")
        .with("phase", "executed");
    let mut dimensions = Object::new();
    for (name, dimension_type, key, label) in DIMENSIONS {
        let source = |id: &str| Object::new().with("source", id).with("resource", payments.id);
        let mut attributes = Object::new().with(key, source(key));
        if let Some(label) = label {
            attributes = attributes.with(label, source(label).with("labelfor", key));
        }
        let dimension = Object::new()
            .with("dimensionType", dimension_type)
            .with("primaryKey", key)
            .with("attributes", attributes);
        dimensions = dimensions.with(name, dimension);
    }
    Object::new()
        .with("measures", Object::new().with("amount", amount))
        .with("dimensions", dimensions)
}

/// Name, type, key column and its label, if it has one.
const DIMENSIONS: [(&str, &str, &str, Option<&str>); 9] = [
    ("payment", "fact", "payment_id", None),
    ("date", "datetime", "paid_on", None),
    ("source", "other", "source", Some("source_zh")),
    ("recipient", "entity", "payee_id", Some("payee_zh")),
    ("administrator", "entity", "duty_unit_id", Some("duty_unit_zh")),
    ("plan", "activity", "plan", Some("plan_zh")),
    ("kind", "activity", "project_kind", Some("project_kind_zh")),
    ("project", "activity", "project_id", Some("project_name_zh")),
    ("place", "location", "region_code", Some("region_name")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_names_only_columns_of_the_payments() {
        let payments = Table::named("payments");
        let has = |id: &str| payments.columns.iter().any(|column| column.id == id);

        for (_, _, key, label) in DIMENSIONS {
            assert!(has(key) && label.is_none_or(has), "{key}");
        }
        assert!(has("amount_yuan"));
    }
}
