//! What a project is, and who answers for it.

use leptos::prelude::*;
use store::published::Project;

use crate::parts::counts;
use crate::site::visit::Visit;

pub fn list(visit: &Visit, project: &Project) -> AnyView {
    let fact = |key: &str, text: AnyView| {
        view! { <div><dt>{visit.say(key)}</dt><dd>{text}</dd></div> }.into_any()
    };
    let text = |zh: &str, en: &str| visit.pick(zh, en).into_any();
    let post = visit.pick(&project.duty_post_zh, &project.duty_post_en);
    let details = &project.details;
    let sub_kind = visit.pick_some(details.sub_kind_zh.as_deref(), details.sub_kind_en.as_deref());
    let number = details.national_number.clone();
    view! {
        <dl class="facts">
            {fact("project.kind", visit.say(&format!("kind.{}", project.kind)).into_any())}
            {sub_kind.map(|it| fact("project.sub_kind", it.into_any()))}
            {fact("project.nature", visit.say(&format!("nature.{}", project.nature)).into_any())}
            {number.map(|it| fact("project.national_number", it.into_any()))}
            {fact("project.content", text(&project.content_zh, &project.content_en))}
            {fact("project.target", text(&project.target_zh, &project.target_en))}
            {fact("project.benefit", text(&project.benefit_zh, &project.benefit_en))}
            {fact("project.beneficiaries", counts::households(visit, project.n_beneficiary_households))}
            {fact("project.unit", text(&project.duty_unit_zh, &project.duty_unit_en))}
            {fact("project.post", format!("{post} {}", project.duty_phone).into_any())}
            {fact("project.year", project.year.to_string().into_any())}
        </dl>
    }
    .into_any()
}
