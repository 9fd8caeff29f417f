//! Every text of a release that people read.

use store::published::ReleaseContent;

/// Every text that people read, with its id.
pub fn texts(content: &ReleaseContent) -> Vec<(&str, &str)> {
    let mut texts = Vec::new();
    for it in &content.projects {
        let own = [
            &it.name_zh,
            &it.name_en,
            &it.content_zh,
            &it.content_en,
            &it.target_zh,
            &it.target_en,
            &it.benefit_zh,
            &it.benefit_en,
            &it.duty_unit_zh,
            &it.duty_unit_en,
            &it.duty_post_zh,
            &it.duty_post_en,
            &it.duty_phone,
        ];
        texts.extend(own.map(|text| (it.id.as_str(), text.as_str())));
        texts.extend(
            it.deviation_zh
                .iter()
                .chain(&it.deviation_en)
                .map(|text| (it.id.as_str(), text.as_str())),
        );
    }
    texts.extend(of_details_and_chain(content));
    for it in &content.funds {
        let own = [&it.name_zh, &it.name_en, &it.document_number, &it.use_zh, &it.use_en];
        texts.extend(own.map(|text| (it.id.as_str(), text.as_str())));
    }
    for it in &content.notices {
        let own = [&it.title_zh, &it.title_en, &it.body_zh, &it.body_en, &it.phones];
        texts.extend(own.map(|text| (it.id.as_str(), text.as_str())));
    }
    for it in &content.figures {
        let own = [&it.name_zh, &it.name_en, &it.value, &it.unit_zh, &it.unit_en];
        texts.extend(own.map(|text| (it.id.as_str(), text.as_str())));
        let more = it.derivation_zh.iter().chain(&it.derivation_en).chain(&it.warning_zh);
        texts.extend(more.chain(&it.warning_en).map(|text| (it.id.as_str(), text.as_str())));
    }
    texts
}

fn of_details_and_chain(content: &ReleaseContent) -> Vec<(&str, &str)> {
    let mut texts = Vec::new();
    for it in &content.projects {
        let details = &it.details;
        let papers = details.documents.iter().flat_map(|it| [&it.title_zh, &it.title_en]);
        let numbers = details.documents.iter().filter_map(|it| it.number.as_ref());
        let more = [&details.national_number, &details.sub_kind_zh, &details.sub_kind_en];
        let seen = details.supervision.iter().flat_map(|it| [&it.finding_zh, &it.finding_en]);
        let made = details
            .outputs
            .iter()
            .flat_map(|it| [&it.name_zh, &it.name_en, &it.unit_zh, &it.unit_en]);
        let all = papers.chain(numbers).chain(more.into_iter().flatten()).chain(seen).chain(made);
        texts.extend(all.map(|text| (it.id.as_str(), text.as_str())));
    }
    for it in &content.contracts {
        let own = [&it.title_zh, &it.title_en, &it.supplier_zh, &it.supplier_en];
        let why = it.modifications.iter().flat_map(|it| [&it.reason_zh, &it.reason_en]);
        texts.extend(own.into_iter().chain(why).map(|text| (it.id.as_str(), text.as_str())));
    }
    for it in &content.payments {
        texts.extend([&it.payee_zh, &it.payee_en].map(|text| (it.id.as_str(), text.as_str())));
    }
    for it in &content.reasons {
        texts.extend([&it.reason_zh, &it.reason_en].map(|text| (it.id.as_str(), text.as_str())));
    }
    texts
}
