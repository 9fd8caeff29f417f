//! What surrounds every page: head, header, footer.

use leptos::prelude::*;

use super::text_size::TextSize;
use super::visit::Visit;
use super::{former, pin};
use crate::feeds;

pub fn shell(
    visit: &Visit,
    title: &str,
    has_island: bool,
    is_public: bool,
    body: AnyView,
) -> AnyView {
    let assets = &visit.portal.assets;
    let title = format!("{title} · {}", visit.say("site.name"));
    let books = visit.portal.books.get(visit.today);
    let book = books.map(|it| it.of(visit.language()).address.clone());
    let loader = has_island.then(|| assets.island()).flatten().map(|island| {
        view! {
            <link rel="modulepreload" href=island.js.clone()/>
            <script type="module" id="loader" src=assets.loader() data-js=island.js.clone()
                data-wasm=island.wasm.clone()
                data-book=book></script>
        }
    });
    let reload = visit.portal.settings.is_dev.then(|| {
        view! { <script src=assets.reload() defer></script> }
    });
    let robots = (!is_public || visit.is_former())
        .then(|| view! { <meta name="robots" content="noindex"/> });
    view! {
        <html lang=visit.language().tag() class=(visit.size == TextSize::Large).then_some("large")>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{title}</title>
                {robots}
                {former::canonical(visit)}
                <link rel="stylesheet" href=assets.style()/>
                <link rel="icon" type="image/svg+xml" href=assets.icon()/>
                {is_public.then(|| feed(visit))}
                {loader}
                {reload}
            </head>
            <body>
                <a class="skip-link" href="#main">{visit.say("site.skip")}</a>
                {header(visit, has_island, is_public)}
                <main id="main" class="page">
                    {former::notice(visit)}
                    {body}
                </main>
                {footer(visit)}
            </body>
        </html>
    }
    .into_any()
}

/// Where a reader of feeds learns what is new on this page.
fn feed(visit: &Visit) -> Option<AnyView> {
    let address = visit.link(&feeds::of_page(&visit.path, visit.query.as_deref())?);
    Some(view! { <link rel="alternate" type="application/atom+xml" href=address/> }.into_any())
}

fn header(visit: &Visit, has_island: bool, is_public: bool) -> AnyView {
    let other = visit.language().other();
    // A page that answered a form has no address of its own to come back to.
    let path = if is_public { visit.path.as_str() } else { own_address(&visit.path) };
    let query = if is_public { visit.query.clone() } else { release_alone(visit) };
    let query = query.map_or_else(String::new, |it| format!("?{it}"));
    let base = other.base();
    let here = visit.address(&format!("{path}{query}"));
    let there = if path == "/" && !base.is_empty() {
        format!("{base}{query}")
    } else {
        format!("{base}{path}{query}")
    };
    view! {
        <header class="site-header">
            <div class="site-header__inner">
                <a class="site-header__name" href=visit.link("/")>
                    <span class="site-header__mark" aria-hidden="true"></span>
                    <strong>{visit.say("site.name")}</strong>
                    <span class="site-header__plain">{visit.say("site.plain")}</span>
                </a>
                {text_size(visit, has_island, is_public, &here)}
                <a class="site-header__language" href=there lang=other.tag() hreflang=other.tag()>
                    {visit.say("site.other_language")}
                </a>
            </div>
        </header>
    }
    .into_any()
}

/// Of what a person typed nothing goes along, the release that is read does.
fn release_alone(visit: &Visit) -> Option<String> {
    let is_kept = visit.is_pinned && pin::reads_a_release(&visit.path);
    is_kept.then(|| format!("release={}", visit.release_number()))
}

/// Larger text. A page that answered a form would lose what was typed: there the choice is offered only
/// where a script can make it without leaving the page.
fn text_size(visit: &Visit, has_island: bool, is_public: bool, here: &str) -> Option<AnyView> {
    if !is_public && !has_island {
        return None;
    }
    let class = if is_public { "text-size" } else { "text-size text-size--scripted" };
    let back = here.to_owned();
    let size = visit.size.other();
    let [normal, large] = ["site.text.normal", "site.text.large"].map(|it| visit.say(it));
    let label = if size == TextSize::Large { large.clone() } else { normal.clone() };
    Some(
        view! {
            <form class=class method="post" action="/view" data-normal=normal data-large=large>
                <input type="hidden" name="back" value=back/>
                <button class="button-link" name="size" value=size.code()>{label}</button>
            </form>
        }
        .into_any(),
    )
}

fn own_address(path: &str) -> &str {
    const FORMS: [&str; 4] = ["/check", "/apply", "/complain", "/track"];
    FORMS.into_iter().find(|it| path.starts_with(it)).unwrap_or(path)
}

fn footer(visit: &Visit) -> AnyView {
    let release = visit.release.as_ref().map(|release| {
        let number = release.number.to_string();
        let link = visit.link(&format!("/releases/{number}"));
        let day = crate::parts::days::said_text(visit, &release.as_of);
        let text = visit.fill("site.release", &[("number", &number), ("day", &day)]);
        view! { <p><a href=link>{text}</a></p> }
    });
    view! {
        <footer class="site-footer">
            <div class="site-footer__inner">
                <p><strong>{visit.say("site.demo")}</strong></p>
                {release}
                <ul class="site-footer__links">
                    <li><a href=visit.link("/check")>{visit.say("site.check")}</a></li>
                    <li><a href=visit.link("/complain")>{visit.say("site.complain")}</a></li>
                    <li><a href=visit.link("/track")>{visit.say("site.track")}</a></li>
                    <li><a href=visit.link("/releases")>{visit.say("site.releases")}</a></li>
                    <li><a href=visit.link("/packs")>{visit.say("packs.title")}</a></li>
                    <li><a href=visit.link("/open-data")>{visit.say("open.title")}</a></li>
                    <li><a href=visit.link("/about")>{visit.say("site.about")}</a></li>
                </ul>
                <p>{visit.say("site.hotline")}" "<a href="tel:12317">"12317"</a></p>
            </div>
        </footer>
    }
    .into_any()
}
