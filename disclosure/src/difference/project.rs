//! The fields of a project: its own, its money by source, and what only its page shows.

use super::fields::Fields;
use super::record::{Home, Record};
use super::value::Value;
use crate::published::{
    Output, Photo, Project, ProjectDetails, ProjectDocument, ProjectMoney, RecordKind, Supervision,
};

impl Record for Project {
    const KIND: RecordKind = RecordKind::Project;

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
        let mut fields = Fields::default();
        put_own(&mut fields, self);
        for money in &self.money {
            put_money(&mut fields, money);
        }
        put_details(&mut fields, &self.details);
        fields
    }
}

fn put_own(fields: &mut Fields, project: &Project) {
    let Project {
        id: _,
        region_code,
        name_zh,
        name_en,
        kind,
        nature,
        stage,
        content_zh,
        content_en,
        target_zh,
        target_en,
        benefit_zh,
        benefit_en,
        duty_unit_zh,
        duty_unit_en,
        duty_post_zh,
        duty_post_en,
        duty_phone,
        n_beneficiary_households,
        planned_start_on,
        planned_end_on,
        actual_start_on,
        actual_end_on,
        deviation_zh,
        deviation_en,
        year,
        money: _,
        details: _,
    } = project;
    fields.put("name", Value::said(name_zh, name_en));
    fields.put("stage", Value::code(stage));
    fields.put("kind", Value::code(kind));
    fields.put("nature", Value::code(nature));
    fields.put("content", Value::said(content_zh, content_en));
    fields.put("target", Value::said(target_zh, target_en));
    fields.put("benefit", Value::said(benefit_zh, benefit_en));
    fields.put("n_beneficiary_households", Value::Count(*n_beneficiary_households));
    fields.put("planned_start_on", Value::day(planned_start_on));
    fields.put("actual_start_on", Value::day_some(actual_start_on.as_deref()));
    fields.put("planned_end_on", Value::day(planned_end_on));
    fields.put("actual_end_on", Value::day_some(actual_end_on.as_deref()));
    fields.put("deviation", Value::said_some(deviation_zh.as_deref(), deviation_en.as_deref()));
    fields.put("duty_unit", Value::said(duty_unit_zh, duty_unit_en));
    fields.put("duty_post", Value::said(duty_post_zh, duty_post_en));
    fields.put("duty_phone", Value::text(duty_phone));
    fields.put("year", Value::Number(*year));
    fields.put("region_code", Value::Place(region_code.clone()));
}

fn put_money(fields: &mut Fields, money: &ProjectMoney) {
    let ProjectMoney { source, planned_fen, allocated_fen, paid_fen } = money;
    fields.part("money", Some(Value::code(source)), |it| {
        it.put("planned_fen", Value::Fen(*planned_fen));
        it.put("allocated_fen", Value::Fen(*allocated_fen));
        it.put("paid_fen", Value::Fen(*paid_fen));
    });
}

fn put_details(fields: &mut Fields, details: &ProjectDetails) {
    let ProjectDetails {
        national_number,
        sub_kind_zh,
        sub_kind_en,
        listed_on,
        approved_on,
        approval_document,
        accepted_on,
        published_on,
        n_benefited_households,
        outputs,
        supervision,
        photos,
        documents,
    } = details;
    fields.put("national_number", Value::text_some(national_number.as_deref()));
    fields.put("sub_kind", Value::said_some(sub_kind_zh.as_deref(), sub_kind_en.as_deref()));
    fields.put("listed_on", Value::day_some(listed_on.as_deref()));
    fields.put("approved_on", Value::day_some(approved_on.as_deref()));
    fields.put("approval_document", Value::text_some(approval_document.as_deref()));
    fields.put("accepted_on", Value::day_some(accepted_on.as_deref()));
    fields.put("published_on", Value::day_some(published_on.as_deref()));
    fields.put("n_benefited_households", n_benefited_households.map_or(Value::None, Value::Count));
    for it in outputs {
        put_output(fields, it);
    }
    if let Some(supervision) = supervision {
        put_supervision(fields, supervision);
    }
    for it in photos {
        put_photo(fields, it);
    }
    for it in documents {
        put_document(fields, it);
    }
}

fn put_output(fields: &mut Fields, output: &Output) {
    let Output { name_zh, name_en, unit_zh, unit_en, planned_milli, actual_milli } = output;
    let quantity =
        |milli: i64| Value::Quantity { milli, unit_zh: unit_zh.clone(), unit_en: unit_en.clone() };
    fields.part("outputs", Some(Value::said(name_zh, name_en)), |it| {
        it.put("planned_milli", quantity(*planned_milli));
        it.put("actual_milli", actual_milli.map_or(Value::None, quantity));
    });
}

fn put_supervision(fields: &mut Fields, supervision: &Supervision) {
    let Supervision { n_representatives, last_visit_on, finding_zh, finding_en } = supervision;
    fields.part("supervision", None, |it| {
        it.put("n_representatives", Value::Number(*n_representatives));
        it.put("last_visit_on", Value::day_some(last_visit_on.as_deref()));
        it.put("finding", Value::said(finding_zh, finding_en));
    });
}

fn put_photo(fields: &mut Fields, photo: &Photo) {
    let Photo { sha256, look, width, height, moment, taken_on, caption_zh, caption_en } = photo;
    fields.part("photos", Some(Value::text(sha256)), |it| {
        it.put("caption", Value::said(caption_zh, caption_en));
        it.put("moment", Value::code(moment));
        it.put("taken_on", Value::day_some(taken_on.as_deref()));
        it.put("look", Value::text(look));
        it.put("width", Value::Number(*width));
        it.put("height", Value::Number(*height));
    });
}

fn put_document(fields: &mut Fields, document: &ProjectDocument) {
    let ProjectDocument { kind, title_zh, title_en, number, dated_on, url } = document;
    fields.part("documents", Some(Value::said(title_zh, title_en)), |it| {
        it.put("kind", Value::code(kind));
        it.put("number", Value::text_some(number.as_deref()));
        it.put("dated_on", Value::day_some(dated_on.as_deref()));
        it.put("url", Value::text_some(url.as_deref()));
    });
}
