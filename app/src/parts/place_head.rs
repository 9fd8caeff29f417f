//! The top of every page about a place: the way down to it, its name, and its five views.

use leptos::prelude::*;
use store::published::Region;

use super::names;
use crate::site::error::PageError;
use crate::site::visit::Visit;

/// The five views of a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Overview,
    Progress,
    Projects,
    Funds,
    Notices,
}

impl Tab {
    const ALL: [(Self, &'static str, &'static str); 5] = [
        (Self::Overview, "", "tab.overview"),
        (Self::Progress, "/progress", "tab.progress"),
        (Self::Projects, "/projects", "tab.projects"),
        (Self::Funds, "/funds", "tab.funds"),
        (Self::Notices, "/notices", "tab.notices"),
    ];
}

/// A place with the places it lies in.
pub struct Place {
    /// The province first, the place itself last.
    pub way: Vec<Region>,
}

impl Place {
    /// Looks the place up. A code that is none, or of no place we know, is not found.
    pub async fn load(visit: &Visit, code: &str) -> Result<Self, PageError> {
        let is_code = code.len() == 12 && code.bytes().all(|it| it.is_ascii_digit());
        if !is_code {
            return Err(PageError::NotFound);
        }
        let way = visit.portal.store.regions_above(code).await?;
        if way.is_empty() { Err(PageError::NotFound) } else { Ok(Self { way }) }
    }

    pub fn region(&self) -> &Region {
        self.way.last().expect("a place that was found is on its own way")
    }

    pub fn name(&self, visit: &Visit) -> String {
        names::place(visit, self.region())
    }

    pub fn link(&self, visit: &Visit, below: &str) -> String {
        visit.link(&format!("/r/{}{below}", self.region().code))
    }

    /// The way down, without the place itself.
    pub fn breadcrumb(&self, visit: &Visit) -> AnyView {
        breadcrumb(visit, &self.way[..self.way.len() - 1])
    }

    pub fn head(&self, visit: &Visit, current: Tab) -> AnyView {
        let tabs: Vec<AnyView> = Tab::ALL
            .into_iter()
            .map(|(tab, below, key)| {
                let is_current = (tab == current).then_some("page");
                view! {
                    <li><a class="tabs__tab" href=self.link(visit, below) aria-current=is_current>
                        {visit.say(key)}
                    </a></li>
                }
                .into_any()
            })
            .collect();
        view! {
            {self.breadcrumb(visit)}
            <h1>{self.name(visit)}</h1>
            <nav aria-label=visit.say("tab.label")><ul class="tabs">{tabs}</ul></nav>
        }
        .into_any()
    }
}

/// Links to the places given, the widest first.
pub fn breadcrumb(visit: &Visit, way: &[Region]) -> AnyView {
    let home = view! { <li><a href=visit.link("/")>{visit.say("site.home")}</a></li> }.into_any();
    let places = way.iter().filter(|it| !is_filler(it)).map(|region| {
        let address = visit.link(&format!("/r/{}", region.code));
        view! { <li><a href=address>{names::place(visit, region)}</a></li> }.into_any()
    });
    let links: Vec<AnyView> = std::iter::once(home).chain(places).collect();
    view! {
        <nav aria-label=visit.say("site.breadcrumb")><ol class="breadcrumb">{links}</ol></nav>
    }
    .into_any()
}

/// Levels that exist only on paper (市辖区, 县 of a municipality).
fn is_filler(region: &Region) -> bool {
    region.level == 2 && matches!(region.name.as_str(), "市辖区" | "县")
}
