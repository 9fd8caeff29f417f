//! `/complain`: says what is wrong, about one record or in general; `POST` files it.

use axum::Form;
use axum::extract::Query;
use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::http::StatusCode;
use axum::response::Response;
use casework::complaint::{
    CONTACT_MAX, ComplaintDraft, ComplaintForm, ComplaintKind, TEXT_MAX, TEXT_MIN,
};
use casework::receipt::Receipt;
use casework::reference::{CaseKind, Reference};
use leptos::prelude::*;
use serde::Deserialize;
use store::StoreError;
use store::cases::NewComplaint;

use super::about::Record;
use super::receipt::Handed;
use crate::parts::field::{Said, Text, choices, problem, tick};
use crate::parts::forms::{PlaceField, hidden, new_form_key};
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
        let form = ComplaintForm {
            about,
            anonymous: "on".into(),
            form_key: new_form_key(),
            ..ComplaintForm::default()
        };
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
            Ok(draft) => {
                sender.may_file(&visit.portal).await?;
                Ok(filed(&visit, &draft).await?.page(&visit))
            }
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
async fn filed(visit: &Visit, draft: &ComplaintDraft) -> Result<Handed, PageError> {
    let portal = &visit.portal;
    let receipt = Receipt::for_form(&portal.key, draft.form_key.as_str());
    let record = match &draft.about {
        Some(about) => Record::load(visit, about).await?,
        None => None,
    };
    let region_code = draft.region_code.as_ref().map(|it| it.as_str().to_owned());
    let complaint = |reference: String| NewComplaint {
        reference,
        receipt_hash: receipt.keyed_hash(&portal.key),
        idempotency_hash: portal.key.tag_hex("complaint form", draft.form_key.as_str().as_bytes()),
        region_code: region_code.clone().or(record.as_ref().map(|it| it.region_code.clone())),
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
    let case = portal.store.tracked_case(&receipt.keyed_hash(&portal.key)).await?;
    Ok(Handed {
        receipt: receipt.text(),
        reference: case.map_or_else(String::new, |it| it.reference),
        title: visit.say("complain.filed"),
        next: visit.say("complain.next"),
    })
}

/// A reference is short, so two cases may draw the same: then another is drawn.
pub async fn file_with_new_reference<F, R>(kind: CaseKind, file: F) -> Result<(), PageError>
where
    F: Fn(String) -> R,
    R: Future<Output = Result<store::cases::Filed, StoreError>>,
{
    const TRIES: usize = 5;
    for _ in 0..TRIES {
        let mut random = [0; 4];
        getrandom::fill(&mut random)
            .map_err(|error| PageError::Internal(anyhow::anyhow!(error)))?;
        match file(Reference::new(kind, random).to_string()).await {
            Err(StoreError::Conflict) => {}
            done => return done.map(|_| ()).map_err(PageError::from),
        }
    }
    Err(PageError::Busy)
}

async fn shown(
    visit: &Visit,
    form: ComplaintForm,
    search: &str,
    said: Said,
) -> Result<Page, PageError> {
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
        <form method="post" action=visit.link("/complain") novalidate autocomplete="off">
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
