//! What surrounds every page: head, header, footer.

use leptos::prelude::*;

use super::visit::Visit;

pub fn shell(
    visit: &Visit,
    title: &str,
    has_island: bool,
    is_public: bool,
    body: AnyView,
) -> AnyView {
    let assets = &visit.portal.assets;
    let title = format!("{title} · {}", visit.say("site.name"));
    let loader = has_island.then(|| assets.island()).flatten().map(|island| {
        view! {
            <link rel="modulepreload" href=island.js.clone()/>
            <script type="module" id="loader" src=assets.loader() data-js=island.js.clone()
                data-wasm=island.wasm.clone()
                data-book=assets.book(visit.language())></script>
        }
    });
    let reload = visit.portal.settings.is_dev.then(|| {
        view! { <script src=assets.reload() defer></script> }
    });
    let robots = (!is_public).then(|| view! { <meta name="robots" content="noindex"/> });
    view! {
        <html lang=visit.language().tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{title}</title>
                {robots}
                <link rel="stylesheet" href=assets.style()/>
                <link rel="icon" type="image/svg+xml" href=assets.icon()/>
                {loader}
                {reload}
            </head>
            <body>
                <a class="skip-link" href="#main">{visit.say("site.skip")}</a>
                {header(visit, is_public)}
                <main id="main" class="page">{body}</main>
                {footer(visit)}
            </body>
        </html>
    }
    .into_any()
}

fn header(visit: &Visit, is_public: bool) -> AnyView {
    let other = visit.language().other();
    // A page that answered a form has no address of its own to come back to.
    let path = if is_public { visit.path.as_str() } else { own_address(&visit.path) };
    let query = visit.query.as_ref().filter(|_| is_public);
    let query = query.map_or_else(String::new, |it| format!("?{it}"));
    let base = other.base();
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
                <a class="site-header__language" href=there lang=other.tag() hreflang=other.tag()>
                    {visit.say("site.other_language")}
                </a>
            </div>
        </header>
    }
    .into_any()
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
                    <li><a href=visit.link("/about")>{visit.say("site.about")}</a></li>
                </ul>
                <p>{visit.say("site.hotline")}" "<a href="tel:12317">"12317"</a></p>
            </div>
        </footer>
    }
    .into_any()
}
