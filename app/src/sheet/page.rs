//! `/r/{code}/notice-sheet`: a village's notice, to be printed on one sheet.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

use super::content::Sheet;
use crate::parts::counts;
use crate::site::error::PageError;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

pub async fn show(visit: Visit, Path(code): Path<String>) -> Response {
    page(&visit, async {
        let sheet = Sheet::load(&visit, &code).await?;
        let code_to_scan = code_to_scan(&sheet.address)?;
        let title = sheet.title.clone();
        let visit = visit.clone();
        Ok(Page::new(title, move || draw(&visit, &code, &sheet, code_to_scan)))
    })
    .await
}

/// `GET …/notice-sheet.pdf` without a font: why there is none, and what to do.
pub fn none(visit: &Visit, code: &str) -> Page {
    let address = visit.link(&format!("/r/{code}/notice-sheet"));
    let texts = ["sheet.no_pdf", "sheet.no_pdf.text", "sheet.no_pdf.print"].map(|it| visit.say(it));
    Page::private(texts[0].clone(), move || {
        let [title, text, print] = texts;
        view! {
            <h1>{title}</h1>
            <p class="lead">{text}</p>
            <p><a href=address>{print}</a></p>
        }
        .into_any()
    })
}

fn code_to_scan(address: &str) -> Result<String, PageError> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M)
        .map_err(|error| PageError::Internal(error.into()))?;
    Ok(code.render::<svg::Color>().min_dimensions(120, 120).quiet_zone(true).build())
}

fn draw(visit: &Visit, code: &str, sheet: &Sheet, code_to_scan: String) -> AnyView {
    let pdf = visit.link(&format!("/r/{code}/notice-sheet.pdf"));
    let back = visit.link(&format!("/r/{code}"));
    let pdf = visit.portal.settings.font.is_some().then(|| {
        view! { <li><a href=pdf>{visit.say("sheet.pdf")}</a></li> }
    });
    let funds: Vec<AnyView> =
        sheet.funds.iter().map(|it| view! { <li>{it.clone()}</li> }.into_any()).collect();
    let contacts: Vec<AnyView> =
        sheet.contacts.iter().map(|it| view! { <p>{it.clone()}</p> }.into_any()).collect();
    let has_funds = !funds.is_empty();
    view! {
        <div class="sheet-tools">
            <p class="lead">{visit.say("sheet.how")}</p>
            <ul class="plain-list">
                {pdf}
                <li><a href=back>{visit.say("list.to_place")}</a></li>
            </ul>
        </div>
        <article class="notice-sheet">
            <h1 class="notice-sheet__title">{sheet.title.clone()}</h1>
            <p class="notice-sheet__about">{sheet.about.clone()}" "{counts::demo_badge(visit)}</p>
            <p class="notice-sheet__period">{sheet.period.clone()}</p>
            <p>{sheet.households.clone()}</p>
            <p>{sheet.ask.clone()}</p>
            {table(visit, sheet)}
            {sheet.rest.clone().map(|it| view! { <p><strong>{it}</strong></p> })}
            {has_funds.then(|| view! {
                <h2 class="notice-sheet__heading">{sheet.funds_title.clone()}</h2>
                <ul class="notice-sheet__funds">{funds}</ul>
            })}
            <div class="notice-sheet__foot">
                <div class="notice-sheet__contacts">{contacts}</div>
                <figure class="notice-sheet__code">
                    <div class="qr" role="img" aria-label=sheet.scan.clone() inner_html=code_to_scan></div>
                    <figcaption>{sheet.scan.clone()}<br/>
                        <span class="notice-sheet__address">{sheet.address.clone()}</span></figcaption>
                </figure>
            </div>
        </article>
    }
    .into_any()
}

fn table(visit: &Visit, sheet: &Sheet) -> AnyView {
    if sheet.rows.is_empty() {
        return view! { <p class="empty">{visit.say("sheet.no_projects")}</p> }.into_any();
    }
    let headings: Vec<AnyView> = sheet
        .headings
        .iter()
        .map(|it| view! { <th scope="col">{it.clone()}</th> }.into_any())
        .collect();
    let cell = |text: &String| -> Vec<AnyView> {
        text.split('\n')
            .map(|it| view! { <span class="notice-sheet__line">{it.to_owned()}</span> }.into_any())
            .collect()
    };
    let rows: Vec<AnyView> = sheet
        .rows
        .iter()
        .map(|row| {
            let [first, rest @ ..] = row;
            let rest: Vec<AnyView> =
                rest.iter().map(|it| view! { <td>{cell(it)}</td> }.into_any()).collect();
            view! { <tr><th scope="row">{cell(first)}</th>{rest}</tr> }.into_any()
        })
        .collect();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=visit.say("sheet.table")>
            <table class="notice-sheet__table">
                <caption class="visually-hidden">{visit.say("sheet.table")}</caption>
                <thead><tr>{headings}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
