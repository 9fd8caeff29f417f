//! The receipt, shown once after filing, and typed back so that it is not lost.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::response::Response;
use casework::receipt::Receipt;
use leptos::prelude::*;
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use serde::Deserialize;

use crate::parts::field::{Said, Text};
use crate::site::guard::Sender;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

/// What was filed, as the person is told.
#[derive(Clone)]
pub struct Handed {
    pub receipt: String,
    pub reference: String,
    pub title: String,
    /// What happens next and by when.
    pub next: String,
}

impl Handed {
    pub fn page(self, visit: &Visit) -> Page {
        let title = self.title.clone();
        let visit = visit.clone();
        Page::private(title, move || self.draw(&visit))
    }

    fn draw(&self, visit: &Visit) -> AnyView {
        let groups: Vec<AnyView> = self
            .receipt
            .split(' ')
            .map(|it| view! { <span class="receipt__group">{it.to_owned()}</span> " " }.into_any())
            .collect();
        view! {
            <h1>{self.title.clone()}</h1>
            <p class="lead">{self.next.clone()}</p>
            <section class="receipt" aria-labelledby="receipt-title">
                <h2 id="receipt-title">{visit.say("receipt.title")}</h2>
                <p class="receipt__code" lang="zh-CN">{groups}</p>
                <div class="receipt__qr" role="img" aria-label=visit.say("receipt.qr")
                    inner_html=qr(&self.receipt)></div>
                <p><strong>{visit.say("receipt.keep")}</strong></p>
                <p>{visit.say("receipt.once")}</p>
                <p class="note">{visit.fill("receipt.reference", &[("reference", &self.reference)])}</p>
            </section>
            {confirm(visit, &Said::default())}
        }
        .into_any()
    }
}

/// The same secret for a camera: the text alone, no address.
fn qr(text: &str) -> String {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .expect("twelve characters fit a QR code");
    code.render::<svg::Color>().min_dimensions(180, 180).quiet_zone(true).build()
}

fn confirm(visit: &Visit, said: &Said) -> AnyView {
    view! {
        <form method="post" action=visit.link("/track/kept") novalidate autocomplete="off">
            {said.summary(visit)}
            {Text::new("receipt", visit.say("receipt.type_back"), "", 60)
                .help(visit.say("receipt.type_back.help")).draw(said)}
            <button class="button">{visit.say("receipt.kept")}</button>
        </form>
    }
    .into_any()
}

#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    receipt: String,
}

/// `POST /track/kept`: the receipt typed back.
pub async fn kept(
    visit: Visit,
    sender: Sender,
    typed: Result<Form<Typed>, FormRejection>,
) -> Response {
    page(&visit, async {
        let Form(Typed { receipt }) = typed?;
        sender.may_look_up(&visit.portal).await?;
        let case = match Receipt::parse(&receipt) {
            Ok(receipt) => {
                let hash = receipt.keyed_hash(&visit.portal.key);
                visit.portal.store.tracked_case(&hash).await?
            }
            Err(_) => None,
        };
        let title = visit.say(if case.is_some() { "receipt.right" } else { "receipt.wrong" });
        let is_right = case.is_some();
        let visit = visit.clone();
        Ok(Page::private(title.clone(), move || answer(&visit, title, is_right)))
    })
    .await
}

fn answer(visit: &Visit, title: String, is_right: bool) -> AnyView {
    let said = if is_right {
        Said::default()
    } else {
        Said(vec![("receipt", visit.say("receipt.wrong.text"))])
    };
    let again = (!is_right).then(|| confirm(visit, &said));
    let done = is_right.then(|| view! { <p class="lead">{visit.say("receipt.right.text")}</p> });
    view! {
        <h1>{title}</h1>
        {done}
        {again}
        <p><a href=visit.link("/track")>{visit.say("home.track")}</a></p>
        <p><a href=visit.link("/")>{visit.say("site.home")}</a></p>
    }
    .into_any()
}
