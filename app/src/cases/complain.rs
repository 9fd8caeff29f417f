//! `/complain`: says what is wrong, about one record or in general; `POST` files it.

use axum::Form;
use axum::extract::Query;
use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::http::StatusCode;
use axum::response::Response;
use casework::complaint::{
    CONTACT_MAX, ComplaintDraft, ComplaintForm, ComplaintKind, TEXT_MAX, TEXT_MIN,
};
use casework::reference::CaseKind;
use leptos::prelude::*;
use serde::Deserialize;
use store::cases::{NewComplaint, TrackedCase};

use super::about::Record;
use super::filing::{FiledForm, file_with_new_reference};
use super::receipt::Handed;
use crate::parts::field::{Said, Text, choices, problem, tick};
use crate::parts::forms::{PlaceField, form_key_or_new, hidden};
use crate::site::clock::stored;
use crate::site::error::PageError;
use crate::site::guard::Sender;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

#[derive(Deserialize)]
pub struct About {
    #[serde(default)]
    about: String,
}

/// The form with what surrounds it: the search for a place and the pressed button.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(flatten)]
    form: ComplaintForm,
    #[serde(default)]
    place_search: String,
    #[serde(default)]
    go: String,
}

pub async fn show(visit: Visit, about: Result<Query<About>, QueryRejection>) -> Response {
    page(&visit, async {
        let Query(About { about }) = about.map_err(|_| PageError::BadRequest)?;
        let form = ComplaintForm { about, anonymous: "on".into(), ..ComplaintForm::default() };
        shown(&visit, form, "", Said::default()).await
    })
    .await
}

pub async fn file(
    visit: Visit,
    sender: Sender,
    sent: Result<Form<Sent>, FormRejection>,
) -> Response {
    page(&visit, async {
        let Form(Sent { form, place_search, go }) = sent?;
        if go == "find" {
            return shown(&visit, form, &place_search, Said::default()).await;
        }
        match form.parse() {
            // A program fell into the trap: it learns nothing.
            Ok(_) if form.is_trap() => Err(PageError::BadRequest),
            Ok(draft) => Ok(filed(&visit, &sender, &draft).await?.page(&visit)),
            Err(problems) => {
                let said = problems
                    .iter()
                    .map(|(field, it)| (field.code(), problem(&visit, field.code(), it)))
                    .collect();
                shown(&visit, form, &place_search, Said(said)).await
            }
        }
    })
    .await
}

/// Files it under the receipt that belongs to this form: sent twice, it is one complaint.
async fn filed(
    visit: &Visit,
    sender: &Sender,
    draft: &ComplaintDraft,
) -> Result<Handed, PageError> {
    let portal = &visit.portal;
    let place = draft.region_code.as_ref().map_or("", |it| it.as_str());
    let [about, contact] =
        [&draft.about, &draft.contact].map(|it| it.as_deref().unwrap_or_default());
    let said = [draft.kind.code(), &draft.text, place, about, contact];
    let form = FiledForm::new(portal, draft.form_key.as_str(), &said);
    if let Some(case) = form.case(portal).await? {
        return Ok(handed(visit, &form, case));
    }
    sender.may_file(portal).await?;
    let record = match &draft.about {
        Some(about) => Record::load(visit, about).await?,
        None => None,
    };
    let named = draft.region_code.as_ref().map(|it| it.as_str().to_owned());
    let complaint = |reference: String| NewComplaint {
        reference,
        receipt_hash: form.receipt_hash.clone(),
        idempotency_hash: form.tag.clone(),
        region_code: named.clone().or(record.as_ref().map(|it| it.region_code.clone())),
        about: record.as_ref().map(|it| it.address.clone()),
        about_as_seen: record.as_ref().map(|it| it.as_seen.clone()),
        kind: draft.kind.code().to_owned(),
        body: draft.text.clone(),
        contact: draft.contact.clone(),
        filed_at: stored(portal.clock.now()),
    };
    file_with_new_reference(CaseKind::Complaint, |reference| {
        let complaint = complaint(reference);
        async move { portal.store.file_complaint(&complaint).await }
    })
    .await?;
    let case = form.case(portal).await?.ok_or(PageError::Busy)?;
    Ok(handed(visit, &form, case))
}

fn handed(visit: &Visit, form: &FiledForm, case: TrackedCase) -> Handed {
    Handed {
        receipt: form.receipt.text(),
        reference: case.reference,
        title: visit.say("complain.filed"),
        next: visit.say("complain.next"),
    }
}

async fn shown(
    visit: &Visit,
    mut form: ComplaintForm,
    search: &str,
    said: Said,
) -> Result<Page, PageError> {
    form.form_key = form_key_or_new(&form.form_key);
    let record = Record::load(visit, &form.about).await?;
    let place = PlaceField::load(visit, &form.region_code, search).await?;
    let title = visit.say("complain.title");
    let is_wrong = !said.is_empty();
    let (title, status) = if is_wrong {
        let title = visit.fill("problem.page_title", &[("title", &title)]);
        (title, StatusCode::UNPROCESSABLE_ENTITY)
    } else {
        (title, StatusCode::OK)
    };
    let visit = visit.clone();
    let draw = move || draw(&visit, &form, record.as_ref(), &place, &said);
    Ok(Page::private(title, draw).with_status(status))
}

fn draw(
    visit: &Visit,
    form: &ComplaintForm,
    record: Option<&Record>,
    place: &PlaceField,
    said: &Said,
) -> AnyView {
    let kinds = ComplaintKind::ALL
        .into_iter()
        .map(|it| (it.code().to_owned(), visit.say(&format!("complaint_kind.{}", it.code()))))
        .collect();
    let limits = [("min", TEXT_MIN.to_string()), ("max", TEXT_MAX.to_string())];
    let limits: Vec<(&str, &str)> = limits.iter().map(|(name, it)| (*name, it.as_str())).collect();
    view! {
        <h1>{visit.say("complain.title")}</h1>
        <p class="lead">{visit.say("complain.lead")}</p>
        <form method="post" action=visit.link_as_seen("/complain") novalidate autocomplete="off">
            {said.summary(visit)}
            {hidden(visit, &form.form_key)}
            // Enter presses the first button of a form.
            <button class="visually-hidden" name="go" value="file" tabindex="-1" aria-hidden="true">
                {visit.say("complain.send")}
            </button>
            <input type="hidden" name="about" value=form.about.clone()/>
            {record.map(|it| it.draw(visit))}
            {choices("kind", visit.say("complain.kind"), kinds, &form.kind, said)}
            {Text::new("text", visit.say("complain.text"), &form.text, TEXT_MAX)
                .help(visit.fill("complain.text.help", &limits)).long().draw(said)}
            {record.is_none().then(|| place.draw(visit, said))}
            {tick("anonymous", visit.say("complain.anonymous"), form.anonymous == "on", said)}
            <p class="field__help">{visit.say("complain.anonymous.help")}</p>
            {Text::new("contact", visit.say("complain.contact"), &form.contact, CONTACT_MAX)
                .help(visit.say("complain.contact.help")).mode("tel", "tel").draw(said)}
            <button class="button button--wide" name="go" value="file">{visit.say("complain.send")}</button>
            <p class="note">{visit.say("complain.after")}</p>
        </form>
    }
    .into_any()
}
