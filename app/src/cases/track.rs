//! `/track`: a case by its receipt. The receipt is posted, never in an address; a wrong one learns
//! nothing.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::Response;
use casework::deadline::Unit;
use casework::receipt::{Receipt, ReceiptProblem};
use casework::steps::{ApplicationStep, ComplaintStep, Step};
use casework::timeline::{Due, Event, State, TimelineEntry, timeline};
use leptos::prelude::*;
use serde::Deserialize;
use store::cases::{CaseKind, TrackedCase};

use crate::parts::field::{Said, Text};
use crate::parts::{days, names};
use crate::site::guard::Sender;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

pub async fn show(visit: Visit) -> Response {
    page(&visit, async {
        let title = visit.say("track.title");
        let visit = visit.clone();
        Ok(Page::private(title, move || form(&visit, &Said::default())))
    })
    .await
}

#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    receipt: String,
}

pub async fn find(
    visit: Visit,
    sender: Sender,
    typed: Result<Form<Typed>, FormRejection>,
) -> Response {
    page(&visit, async {
        let Form(Typed { receipt }) = typed?;
        sender.may_look_up(&visit.portal).await?;
        let receipt = match Receipt::parse(&receipt) {
            Ok(receipt) => receipt,
            Err(problem) => return Ok(not_found(&visit, said(&visit, problem))),
        };
        let hash = receipt.keyed_hash(&visit.portal.key);
        let Some(case) = visit.portal.store.tracked_case(&hash).await? else {
            return Ok(not_found(&visit, visit.say("track.unknown")));
        };
        let place = match &case.region_code {
            Some(code) => visit.portal.store.region(code).await?,
            None => None,
        };
        let place = place.map(|it| names::place(&visit, &it));
        let title = visit.say("track.found");
        let visit = visit.clone();
        Ok(Page::private(title, move || draw(&visit, &case, place)))
    })
    .await
}

fn said(visit: &Visit, problem: ReceiptProblem) -> String {
    match problem {
        ReceiptProblem::Empty => visit.say("track.empty"),
        ReceiptProblem::WrongLength { n } => visit.fill("track.length", &[("n", &n.to_string())]),
        ReceiptProblem::UnknownCharacter(it) => {
            visit.fill("track.character", &[("character", &it.to_string())])
        }
        ReceiptProblem::CheckFailed => visit.say("track.check"),
    }
}

fn not_found(visit: &Visit, text: String) -> Page {
    let title = visit.fill("problem.page_title", &[("title", &visit.say("track.title"))]);
    let visit = visit.clone();
    Page::private(title, move || form(&visit, &Said(vec![("receipt", text)])))
        .with_status(StatusCode::UNPROCESSABLE_ENTITY)
}

fn form(visit: &Visit, said: &Said) -> AnyView {
    view! {
        <h1>{visit.say("track.title")}</h1>
        <p class="lead">{visit.say("track.lead")}</p>
        <form method="post" action=visit.link("/track") novalidate autocomplete="off">
            {said.summary(visit)}
            {Text::new("receipt", visit.say("track.receipt"), "", 60)
                .help(visit.say("track.receipt.help")).draw(said)}
            <button class="button button--wide">{visit.say("track.find")}</button>
        </form>
        <p>{visit.say("track.lost")}</p>
    }
    .into_any()
}

fn draw(visit: &Visit, case: &TrackedCase, place: Option<String>) -> AnyView {
    let subject = match case.kind {
        CaseKind::Application => {
            let book = visit.book().ok();
            book.map_or_else(
                || case.subject.clone(),
                |it| it.programme_name(&case.subject).to_owned(),
            )
        }
        CaseKind::Complaint => visit.say(&format!("complaint_kind.{}", case.subject)),
    };
    let heading = match case.kind {
        CaseKind::Application => "track.application",
        CaseKind::Complaint => "track.complaint",
    };
    view! {
        <h1>{visit.fill(heading, &[("subject", &subject)])}</h1>
        <p class="note">
            {visit.fill("receipt.reference", &[("reference", &case.reference)])}
            {place.map(|it| format!(" · {it}"))}
        </p>
        {line(visit, case)}
        {messages(visit, case)}
        <section class="panel">
            <h2>{visit.say("track.nothing")}</h2>
            <p>{visit.say("track.nothing.text")}</p>
        </section>
    }
    .into_any()
}

fn line(visit: &Visit, case: &TrackedCase) -> AnyView {
    let Some(filed_on) = days::parse(&case.filed_at) else { return ().into_any() };
    let (today, portal) = (visit.today, &visit.portal);
    let entries: Vec<AnyView> = match case.kind {
        CaseKind::Application => {
            let limits = portal.deadlines.of_application(&case.subject, filed_on);
            let events = events::<ApplicationStep>(case);
            let line = timeline(filed_on, &events, today, &portal.calendar, &limits);
            line.iter().map(|it| entry(visit, "application_step", it)).collect()
        }
        CaseKind::Complaint => {
            let limits = portal.deadlines.of_complaint(filed_on);
            let events = events::<ComplaintStep>(case);
            let line = timeline(filed_on, &events, today, &portal.calendar, &limits);
            line.iter().map(|it| entry(visit, "complaint_step", it)).collect()
        }
    };
    view! { <ol class="timeline">{entries}</ol> }.into_any()
}

fn events<S: Step>(case: &TrackedCase) -> Vec<Event<S>> {
    let event = |it: &store::cases::CaseEvent| {
        Some(Event { step: S::parse(&it.step)?, on: days::parse(&it.at)? })
    };
    case.events.iter().filter_map(event).collect()
}

fn entry<S: Step>(visit: &Visit, heading: &str, entry: &TimelineEntry<S>) -> AnyView {
    let name = match heading {
        "application_step" => visit.say(&format!("application_step.{}", entry.code())),
        _ => visit.say(&format!("complaint_step.{}", entry.code())),
    };
    let (class, shape, said) = state(visit, &entry.state);
    let estimate = entry.is_estimate.then(|| visit.say("track.estimate"));
    let is_now = matches!(entry.state, State::Now { .. } | State::Late { .. });
    let law = entry.deadline.filter(|_| is_now).map(|it| {
        let article = it.law.article.as_ref();
        let article = article.map(|it| visit.fill("track.article", &[("article", it)]));
        let unsure = (!it.law.is_confirmed).then(|| visit.say("track.unconfirmed"));
        view! { <p class="note">{format!("《{}》", it.law.title)}{article}{unsure}</p> }
    });
    view! {
        <li class=class aria-current=is_now.then_some("step")>
            <span class="timeline__shape" aria-hidden="true">{shape}</span>
            <p class="timeline__name">{name}</p>
            <p class="timeline__said">{said}{estimate}</p>
            {law}
        </li>
    }
    .into_any()
}

fn state<S>(visit: &Visit, state: &State<S>) -> (&'static str, &'static str, String) {
    let day = |it| days::said(visit, it);
    let unit = |it: &Unit| match it {
        Unit::Calendar => "track.day",
        Unit::Working => "track.working_day",
    };
    let count = |n: u32, it: &Unit| visit.fill(unit(it), &[("n", &n.to_string())]);
    match state {
        State::Done { on, is_late, .. } => {
            let late = if *is_late { visit.say("track.was_late") } else { String::new() };
            ("timeline__step timeline__step--done", "●", format!("{}{late}", day(*on)))
        }
        State::Now { due: None } => {
            ("timeline__step timeline__step--now", "◐", visit.say("track.no_limit"))
        }
        State::Now { due: Some(Due { on, days_left, unit }) } => {
            let values = [("day", day(*on)), ("left", count(*days_left, unit))];
            let values: Vec<(&str, &str)> =
                values.iter().map(|(it, to)| (*it, to.as_str())).collect();
            ("timeline__step timeline__step--now", "◐", visit.fill("track.due", &values))
        }
        State::Late { due_on, days_late, unit } => {
            let values = [("day", day(*due_on)), ("late", count(*days_late, unit))];
            let values: Vec<(&str, &str)> =
                values.iter().map(|(it, to)| (*it, to.as_str())).collect();
            ("timeline__step timeline__step--late", "▲", visit.fill("track.late", &values))
        }
        State::Ahead { due_on } => {
            let said = due_on.map(|it| visit.fill("track.by", &[("day", &day(it))]));
            ("timeline__step", "○", said.unwrap_or_default())
        }
    }
}

/// What was written to the person with a step.
fn messages(visit: &Visit, case: &TrackedCase) -> Vec<AnyView> {
    let said = case.events.iter().filter_map(|it| it.message.as_ref().map(|text| (it, text)));
    said.map(|(event, text)| {
        view! {
            <blockquote class="message">
                <p class="note">{days::said_text(visit, &event.at)}</p>
                <p>{text.clone()}</p>
            </blockquote>
        }
        .into_any()
    })
    .collect()
}
