//! One pack as a file of its own, for whoever has no network: the page with its style in it.

use leptos::prelude::*;

use super::sheet::Sheet;
use super::view;
use crate::site::assets::style_text;
use crate::site::words::Words;

/// The whole file.
pub fn html(words: &Words, sheet: &Sheet) -> String {
    let title = format!("{} · {}", sheet.title, words.get("site.name"));
    let owner = Owner::new();
    let page = owner.with(|| {
        let body = view::sheet(words, sheet);
        view! {
            <html lang=words.language.tag()>
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <title>{title}</title>
                    <style inner_html=style_text()></style>
                </head>
                <body><main class="page">{body}</main></body>
            </html>
        }
        .to_html()
    });
    format!("<!DOCTYPE html>{page}\n")
}
