//! Lists: the address of a view of them, and the way through their pages.

use leptos::prelude::*;
use store::Page;

use crate::site::visit::Visit;

/// The fields of a list's address, in their order, without empty ones.
#[derive(Clone, Default)]
pub struct Query(Vec<(&'static str, String)>);

impl Query {
    pub fn new(fields: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        Self(fields.into_iter().filter(|(_, value)| !value.is_empty()).collect())
    }

    /// The address with these fields and that page.
    pub fn address(&self, path: &str, page: u32) -> String {
        let page = (page > 1).then(|| ("page", page.to_string()));
        let fields: Vec<String> = self
            .0
            .iter()
            .cloned()
            .chain(page)
            .map(|(name, value)| format!("{name}={}", encoded(&value)))
            .collect();
        // The path may hold the release that is read.
        let sign = if path.contains('?') { '&' } else { '?' };
        if fields.is_empty() {
            path.to_owned()
        } else {
            format!("{path}{sign}{}", fields.join("&"))
        }
    }
}

/// Percent-encodes everything but plain letters and digits.
pub fn encoded(text: &str) -> String {
    use std::fmt::Write;
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            write!(encoded, "%{byte:02X}").expect("memory takes every write");
        }
        encoded
    })
}

/// "第 2 页,共 24 页" with links to the neighbours.
pub fn pager<T>(visit: &Visit, page: &Page<T>, path: &str, query: &Query) -> Option<AnyView> {
    let n_pages = page.n_pages();
    if n_pages <= 1 {
        return None;
    }
    let number = i64::from(page.number);
    let link = |to: i64, key: &str, rel: &'static str| {
        let to = u32::try_from(to).ok().filter(|it| (1..=n_pages).contains(&i64::from(*it)))?;
        let address = query.address(path, to);
        Some(view! { <a class="pager__link" href=address rel=rel>{visit.say(key)}</a> })
    };
    let here = [("number", number.to_string()), ("pages", n_pages.to_string())];
    let here: Vec<(&str, &str)> =
        here.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Some(
        view! {
            <nav class="pager" aria-label=visit.say("list.pages")>
                {link(number - 1, "list.before", "prev")}
                <span class="pager__here">{visit.fill("list.here", &here)}</span>
                {link(number + 1, "list.after", "next")}
            </nav>
        }
        .into_any(),
    )
}

/// What a list says when nothing is in it.
pub fn empty(visit: &Visit, key: &str, way_on: Option<(String, &str)>) -> AnyView {
    let way_on = way_on.map(|(address, key)| view! { <p><a href=address>{visit.say(key)}</a></p> });
    view! { <div class="empty"><p>{visit.say(key)}</p>{way_on}</div> }.into_any()
}
