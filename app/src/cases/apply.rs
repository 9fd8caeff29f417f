//! `/apply`: asks for a programme, with the answers that decided; `POST` files it.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use casework::application::{ApplicationDraft, ApplicationForm, NAME_MAX};
use casework::phone::PHONE_MAX;
use casework::reference::CaseKind;
use eligibility::judge;
use islands::check::{Book, Session, shown_answers};
use leptos::prelude::*;
use serde_json::json;
use store::cases::{NewApplication, TrackedCase};

use super::filing::{FiledForm, file_with_new_reference};
use super::receipt::Handed;
use crate::parts::field::{Said, Text, problem, tick};
use crate::parts::forms::{PlaceField, form_key_or_new, hidden};
use crate::site::clock::stored;
use crate::site::error::PageError;
use crate::site::guard::Sender;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

/// Who comes without a result is sent to the self-check: an application begins there.
pub async fn begin(visit: Visit) -> Response {
    Redirect::to(&visit.link("/check")).into_response()
}

/// The form with what travels along: the answers that decided, as fields of their own.
struct Sent {
    form: ApplicationForm,
    answers: Vec<(String, String)>,
    place_search: String,
    go: String,
}

impl Sent {
    fn read(book: &Book, fields: Vec<(String, String)>) -> Self {
        let (answers, rest): (Vec<_>, Vec<_>) =
            fields.into_iter().partition(|(name, _)| name.starts_with("a."));
        let take = |name: &str| {
            rest.iter().find(|(it, _)| it == name).map_or_else(String::new, |(_, it)| it.clone())
        };
        let form = ApplicationForm {
            programme: take("programme"),
            region_code: take("region_code"),
            name: take("name"),
            phone: take("phone"),
            helper: take("helper"),
            helper_name: take("helper_name"),
            helper_consent: take("helper_consent"),
            consent: take("consent"),
            answers: String::new(),
            form_key: take("form_key"),
            website: take("website"),
        };
        // Only what answers a question of the pack.
        let answers = Session::shown(book, &answers).answers().to_vec();
        Self { form, answers, place_search: take("place_search"), go: take("go") }
    }
}

pub async fn file(
    visit: Visit,
    sender: Sender,
    fields: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Response {
    page(&visit, async {
        let Form(fields) = fields?;
        let book = visit.book()?;
        let sent = Sent::read(&book, fields);
        let session = Session::resumed(sent.answers.clone());
        let programme = session.pack(&book).programme(&sent.form.programme);
        let programme = programme.ok_or(PageError::BadRequest)?;
        if sent.go != "file" {
            return shown(&visit, sent, Said::default()).await;
        }
        match sent.form.parse() {
            // A program fell into the trap: it learns nothing.
            Ok(_) if sent.form.is_trap() => Err(PageError::BadRequest),
            Ok(draft) => {
                if visit.portal.store.region(draft.region_code.as_str()).await?.is_none() {
                    let missing = visit.say("not_recognised.region_code");
                    return shown(&visit, sent, Said(vec![("region_code", missing)])).await;
                }
                Ok(filed(&visit, &sender, &draft, &sent.answers, programme).await?.page(&visit))
            }
            Err(problems) => {
                let said = problems
                    .iter()
                    .map(|(field, it)| (field.code(), problem(&visit, field.code(), it)))
                    .collect();
                shown(&visit, sent, Said(said)).await
            }
        }
    })
    .await
}

/// Judges the answers again, here: what the phone said is not taken on trust.
fn result(book: &Book, session: &Session, programme: usize) -> serde_json::Value {
    let judgement = &judge(session.pack(book), &session.facts(book))[programme];
    json!({
        "verdict": judgement.verdict.code(),
        "reason": judgement.reason,
        "amount_yuan": judgement.amount_yuan(),
        "amount_kind": judgement.amount_kind.map(eligibility::AmountKind::code),
        "type": judgement.kind,
    })
}

async fn filed(
    visit: &Visit,
    sender: &Sender,
    draft: &ApplicationDraft,
    answers: &[(String, String)],
    programme: usize,
) -> Result<Handed, PageError> {
    let portal = &visit.portal;
    let book = visit.book()?;
    let session = Session::resumed(answers.to_vec());
    let kept: serde_json::Map<String, serde_json::Value> = answers
        .iter()
        .filter_map(|(name, value)| {
            Some((name.strip_prefix("a.")?.to_owned(), value.clone().into()))
        })
        .collect();
    let said = [
        &draft.programme,
        &draft.name,
        draft.phone.as_str(),
        draft.region_code.as_str(),
        draft.helper_name.as_deref().unwrap_or(""),
        &serde_json::Value::Object(kept.clone()).to_string(),
    ];
    let form = FiledForm::new(portal, draft.form_key.as_str(), &said);
    if let Some(case) = form.case(portal).await? {
        return Ok(handed(visit, &form, case));
    }
    sender.may_file(portal).await?;
    let application = |reference: String| NewApplication {
        reference,
        receipt_hash: form.receipt_hash.clone(),
        idempotency_hash: form.tag.clone(),
        region_code: draft.region_code.as_str().to_owned(),
        programme: draft.programme.clone(),
        pack: format!("{} {}", session.pack(&book).id, session.pack(&book).hash),
        applicant_name: draft.name.clone(),
        phone: draft.phone.as_str().to_owned(),
        helper_name: draft.helper_name.clone(),
        answers: serde_json::Value::Object(kept.clone()).to_string(),
        result: result(&book, &session, programme).to_string(),
        filed_at: stored(portal.clock.now()),
    };
    file_with_new_reference(CaseKind::Application, |reference| {
        let application = application(reference);
        async move { portal.store.file_application(&application).await }
    })
    .await?;
    let case = form.case(portal).await?.ok_or(PageError::Busy)?;
    Ok(handed(visit, &form, case))
}

fn handed(visit: &Visit, form: &FiledForm, case: TrackedCase) -> Handed {
    Handed {
        receipt: form.receipt.text(),
        reference: case.reference,
        title: visit.say("apply.filed"),
        next: visit.say("apply.next"),
    }
}

async fn shown(visit: &Visit, mut sent: Sent, said: Said) -> Result<Page, PageError> {
    sent.form.form_key = form_key_or_new(&sent.form.form_key);
    let place = PlaceField::load(visit, &sent.form.region_code, &sent.place_search).await?;
    let title = visit.say("apply.title");
    let (title, status) = if said.is_empty() {
        (title, StatusCode::OK)
    } else {
        let title = visit.fill("problem.page_title", &[("title", &title)]);
        (title, StatusCode::UNPROCESSABLE_ENTITY)
    };
    let (visit, book) = (visit.clone(), visit.book()?);
    let draw = move || draw(&visit, &book, &sent, &place, &said);
    Ok(Page::private(title, draw).with_status(status))
}

fn draw(visit: &Visit, book: &Book, sent: &Sent, place: &PlaceField, said: &Said) -> AnyView {
    let form = &sent.form;
    let name = book.programme_name(&form.programme).to_owned();
    view! {
        <h1>{visit.fill("apply.heading", &[("programme", &name)])}</h1>
        <p class="lead">{visit.say("apply.lead")}</p>
        <form method="post" action=visit.link("/apply") novalidate autocomplete="off">
            {said.summary(visit)}
            {hidden(visit, &form.form_key)}
            // Enter presses the first button of a form.
            <button class="visually-hidden" name="go" value="file" tabindex="-1" aria-hidden="true">
                {visit.say("apply.send")}
            </button>
            <input type="hidden" name="programme" value=form.programme.clone()/>
            {answers(visit, book, &sent.answers)}
            {place.draw(visit, said)}
            {Text::new("name", visit.say("apply.name"), &form.name, NAME_MAX)
                .mode("text", "name").draw(said)}
            {Text::new("phone", visit.say("apply.phone"), &form.phone, PHONE_MAX)
                .help(visit.say("apply.phone.help")).mode("tel", "tel").draw(said)}
            {helper(visit, form, said)}
            {tick("consent", visit.say("apply.consent"), form.consent == "on", said)}
            <button class="button button--wide" name="go" value="file">{visit.say("apply.send")}</button>
            <p class="note">{visit.say("apply.after")}</p>
        </form>
    }
    .into_any()
}

/// What goes along, once more in words.
fn answers(visit: &Visit, book: &Book, answers: &[(String, String)]) -> Option<AnyView> {
    if answers.is_empty() {
        return None;
    }
    let session = Session::resumed(answers.to_vec());
    let rows: Vec<AnyView> = shown_answers(book, &session)
        .into_iter()
        .map(|(_, question, answer)| {
            view! {
                <div class="answer-list__row">
                    <dt class="answer-list__question">{question}</dt>
                    <dd class="answer-list__answer">{answer}</dd>
                </div>
            }
            .into_any()
        })
        .collect();
    let travelling: Vec<AnyView> = session
        .answers()
        .iter()
        .map(|(name, value)| {
            view! { <input type="hidden" name=name.clone() value=value.clone()/> }.into_any()
        })
        .collect();
    Some(
        view! {
            <section class="panel" aria-labelledby="answers">
                <h2 id="answers">{visit.say("apply.answers")}</h2>
                <p class="note">{visit.say("apply.answers.help")}</p>
                <dl class="answer-list">{rows}</dl>
                {travelling}
            </section>
        }
        .into_any(),
    )
}

/// A helper may fill in for somebody, who has agreed.
fn helper(visit: &Visit, form: &ApplicationForm, said: &Said) -> AnyView {
    let is_open = form.helper == "on" || !form.helper_name.is_empty();
    view! {
        <details class="filters" open=is_open>
            <summary>{visit.say("apply.helper.summary")}</summary>
            {tick("helper", visit.say("apply.helper"), form.helper == "on", said)}
            {Text::new("helper_name", visit.say("apply.helper_name"), &form.helper_name, NAME_MAX).draw(said)}
            {tick("helper_consent", visit.say("apply.helper_consent"), form.helper_consent == "on", said)}
        </details>
    }
    .into_any()
}
