//! What a page says when it shows a release that is no longer the newest.

use leptos::prelude::*;

use super::pin::{reads_a_release, without_release};
use super::visit::Visit;
use crate::parts::days;

/// "您看的是第 2 期……不是最新", with the way to the newest.
pub fn notice(visit: &Visit) -> Option<AnyView> {
    if !visit.is_former() || !reads_a_release(&visit.path) {
        return None;
    }
    let release = visit.release.as_ref()?;
    let number = release.number.to_string();
    let day = days::said_text(visit, &release.as_of);
    let said = visit.fill("former.notice", &[("number", &number), ("day", &day)]);
    let about = visit.link(&format!("/releases/{number}"));
    Some(
        view! {
            <aside class="former" aria-label=visit.say("former.label")>
                <p>
                    <span class="former__sign" aria-hidden="true">"◷"</span>
                    <strong>{said}</strong>
                </p>
                <p>
                    <a href=same_page_now(visit)>{visit.say("former.newest")}</a>" · "
                    <a href=about>{visit.fill("former.about", &[("number", &number)])}</a>
                </p>
            </aside>
        }
        .into_any(),
    )
}

/// Tells a search engine which of the addresses of one page to keep.
pub fn canonical(visit: &Visit) -> Option<AnyView> {
    let link = || view! { <link rel="canonical" href=same_page_now(visit)/> }.into_any();
    visit.is_pinned.then(link)
}

/// The address of the same page without a release.
pub fn same_page_now(visit: &Visit) -> String {
    let query = visit.query.as_deref().and_then(without_release);
    let query = query.map_or_else(String::new, |it| format!("?{it}"));
    visit.address(&format!("{}{query}", visit.path))
}

/// For forms that are sent by address: they drop what stands in theirs.
pub fn field(visit: &Visit) -> Option<AnyView> {
    let number = visit.release_number();
    let field = || view! { <input type="hidden" name="release" value=number/> }.into_any();
    visit.is_pinned.then(field)
}
