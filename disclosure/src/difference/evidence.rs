//! The fields of documents, figures, counts, units and notices. Each record is taken apart by name, so
//! that a field added to it cannot be forgotten here.

use super::fields::Fields;
use super::record::{Home, Record};
use super::value::Value;
use crate::published::{
    CountTable, Figure, Notice, PublicationUnit, Qualifier, RecordKind, SourceDocument,
};

impl Record for SourceDocument {
    const KIND: RecordKind = RecordKind::Source;

    fn key(&self) -> (&str, &str) {
        (&self.id, "")
    }

    fn home(&self) -> Home<'_> {
        Home::Nowhere
    }

    fn name(&self) -> (&str, &str) {
        (&self.title_zh, &self.title_en)
    }

    fn fields(&self) -> Fields {
        let Self {
            id: _,
            title_zh,
            title_en,
            publisher_zh,
            publisher_en,
            published_on,
            note_zh,
            note_en,
        } = self;
        let mut fields = Fields::default();
        fields.put("title", Value::said(title_zh, title_en));
        fields.put("publisher", Value::said(publisher_zh, publisher_en));
        fields.put("published_on", Value::day_some(published_on.as_deref()));
        fields.put("note", Value::said(note_zh, note_en));
        fields
    }
}

impl Record for Figure {
    const KIND: RecordKind = RecordKind::Figure;

    fn key(&self) -> (&str, &str) {
        (&self.id, "")
    }

    fn home(&self) -> Home<'_> {
        Home::Place(&self.region_code)
    }

    fn name(&self) -> (&str, &str) {
        (&self.name_zh, &self.name_en)
    }

    fn fields(&self) -> Fields {
        let Self {
            id: _,
            region_code,
            topic,
            name_zh,
            name_en,
            value,
            qualifier,
            unit_zh,
            unit_en,
            period_zh,
            period_en,
            derivation_zh,
            derivation_en,
            warning_zh,
            warning_en,
            source_id,
        } = self;
        let some = |zh: &Option<String>, en: &Option<String>| {
            Value::said_some(zh.as_deref(), en.as_deref())
        };
        let mut fields = Fields::default();
        fields.put("name", Value::said(name_zh, name_en));
        fields.put("value", Value::text(value));
        fields.put("qualifier", Value::code(qualifier_code(*qualifier)));
        fields.put("unit", Value::said(unit_zh, unit_en));
        fields.put("period", some(period_zh, period_en));
        fields.put("derivation", some(derivation_zh, derivation_en));
        fields.put("warning", some(warning_zh, warning_en));
        fields.put("source_id", Value::text(source_id));
        fields.put("topic", Value::code(topic));
        fields.put("region_code", Value::Place(region_code.clone()));
        fields
    }
}

/// As serde writes it.
fn qualifier_code(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::AsPrinted => "as_printed",
        Qualifier::MoreThan => "more_than",
        Qualifier::AtLeast => "at_least",
        Qualifier::Below => "below",
        Qualifier::About => "about",
        Qualifier::Nearly => "nearly",
    }
}

impl Record for CountTable {
    const KIND: RecordKind = RecordKind::Count;

    fn key(&self) -> (&str, &str) {
        (&self.region_code, &self.name)
    }

    fn home(&self) -> Home<'_> {
        Home::Place(&self.region_code)
    }

    fn name(&self) -> (&str, &str) {
        ("", "")
    }

    fn fields(&self) -> Fields {
        let Self { region_code: _, name: _, cells } = self;
        let mut fields = Fields::default();
        for (class, n) in cells {
            // A class is there once: no entry of another class calls itself alike.
            fields.part("cells", Some(Value::code(class)), |it| it.put("n", Value::Count(*n)));
        }
        fields
    }
}

impl Record for PublicationUnit {
    const KIND: RecordKind = RecordKind::Unit;

    fn key(&self) -> (&str, &str) {
        (self.code(), "")
    }

    fn home(&self) -> Home<'_> {
        Home::Place(self.code())
    }

    fn name(&self) -> (&str, &str) {
        ("", "")
    }

    fn fields(&self) -> Fields {
        let Self { members } = self;
        let mut fields = Fields::default();
        fields.put("members", Value::Places(members.clone()));
        fields
    }
}

impl Record for Notice {
    const KIND: RecordKind = RecordKind::Notice;

    fn key(&self) -> (&str, &str) {
        (&self.id, "")
    }

    fn home(&self) -> Home<'_> {
        Home::Place(&self.region_code)
    }

    fn name(&self) -> (&str, &str) {
        (&self.title_zh, &self.title_en)
    }

    fn fields(&self) -> Fields {
        let Self {
            id: _,
            region_code,
            kind,
            title_zh,
            title_en,
            body_zh,
            body_en,
            posted_on,
            ends_on,
            phones,
            project_id,
        } = self;
        let mut fields = Fields::default();
        fields.put("title", Value::said(title_zh, title_en));
        fields.put("kind", Value::code(kind));
        fields.put("posted_on", Value::day(posted_on));
        fields.put("ends_on", Value::day(ends_on));
        fields.put("body", Value::said(body_zh, body_en));
        fields.put("phones", Value::text(phones));
        fields.put("project_id", Value::text_some(project_id.as_deref()));
        fields.put("region_code", Value::Place(region_code.clone()));
        fields
    }
}
