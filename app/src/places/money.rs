//! `/r/{code}/money`: where a place's money comes from and where it goes. Pictures with their tables,
//! loans apart, and the places in it one by one.

use std::cmp::Reverse;
use std::sync::Arc;

use axum::extract::{Path, Query, rejection::QueryRejection};
use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use store::published::Release;
use store::{PlaceMoney, Standing};

use crate::parts::place_head::{Place, Tab};
use crate::parts::{counts, filters, list, money, report};
use crate::pictures::{Kind, Money, place_name, section};
use crate::site::error::PageError;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct View {
    sort: String,
    page: String,
}

/// The orders of the table by place, each by the column of that name.
const SORTS: [(&str, Sort); 5] = [
    ("name", Sort::Name),
    ("projects", Sort::Projects),
    ("planned", Sort::Planned),
    ("allocated", Sort::Allocated),
    ("paid", Sort::Paid),
];

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Sort {
    #[default]
    Name,
    Projects,
    Planned,
    Allocated,
    Paid,
}

struct Data {
    place: Place,
    release: Arc<Release>,
    money: Money,
    sort: Sort,
    number: u32,
}

/// Rows of the table by place on one page.
const ROWS: usize = 50;

pub async fn show(
    visit: Visit,
    Path(code): Path<String>,
    view: Result<Query<View>, QueryRejection>,
) -> Response {
    page(&visit, async {
        let Query(view) = view.map_err(|_| PageError::BadRequest)?;
        let sort = filters::order(&view.sort, &SORTS)?;
        let number = filters::page_number(&view.page)?;
        let place = Place::load(&visit, &code).await?;
        let release = visit.release.clone().ok_or(PageError::NotFound)?;
        section::ready().await;
        let money = Money::load(&visit, release.number, &code).await?;
        let title = visit.fill("money.title", &[("place", &place.name(&visit))]);
        let data = Data { place, release, money, sort, number };
        let visit = visit.clone();
        Ok(Page::new(title, move || draw(&visit, &data)))
    })
    .await
}

fn draw(visit: &Visit, data: &Data) -> AnyView {
    let code = &data.place.region().code;
    let pictures: Vec<AnyView> = [Kind::Sankey, Kind::Loans, Kind::Bars, Kind::Line]
        .into_iter()
        .filter_map(|kind| data.money.picture(visit, &data.place, kind))
        .map(|it| section::section(visit, &data.release, &it, code))
        .collect();
    let body = if pictures.is_empty() {
        list::empty(visit, "money.none", Some((data.place.link(visit, ""), "list.to_place")))
    } else {
        view! { {sums(visit, data)}{pictures} }.into_any()
    };
    view! {
        {data.place.head(visit, Tab::Funds)}
        <p>
            <a href=data.place.link(visit, "/funds")>{visit.say("money.to_funds")}</a>" · "
            <a href=data.place.link(visit, "/flags")>{visit.say("flags.link")}</a>
        </p>
        {body}
        {places(visit, data)}
        <p>{report::link(visit, "place", code)}</p>
    }
    .into_any()
}

/// Grants in one sentence, loans in another.
fn sums(visit: &Visit, data: &Data) -> AnyView {
    let said = |of_loans: bool| {
        let own = data.money.streams.iter().filter(|it| it.is_loan() == of_loans);
        let sums = own.fold([0; 3], |[planned, allocated, paid], it| {
            [planned + it.planned_fen, allocated + it.balance.allocated_fen, paid + it.paid_fen]
        });
        let key = if of_loans { "money.sums.loans" } else { "money.sums" };
        let [planned, allocated, paid] = sums.map(|it| money::full(visit, it));
        let values = [("planned", planned), ("allocated", allocated), ("paid", paid)];
        let values = values.each_ref().map(|(name, it)| (*name, it.as_str()));
        (sums != [0; 3]).then(|| view! { <p>{visit.fill(key, &values)}</p> })
    };
    view! { {said(false)}{said(true)} }.into_any()
}

fn places(visit: &Visit, data: &Data) -> Option<AnyView> {
    let all = data.money.places.iter();
    let mut with_money: Vec<&PlaceMoney> = all.filter(|it| it.n_projects > 0).collect();
    if data.money.places.iter().all(|it| it.region.is_none()) {
        return None;
    }
    let n_without = data.money.places.len() - with_money.len();
    with_money.sort_by_key(|it| (Reverse(size(it, data.sort)), it.region.is_none()));
    let path = data.place.link(visit, "/money");
    let skipped = ROWS * (usize::try_from(data.number).unwrap_or(1) - 1);
    let rows: Vec<AnyView> =
        with_money.iter().skip(skipped).take(ROWS).map(|it| row(visit, it)).collect();
    let shown = store::Page {
        items: Vec::<()>::new(),
        total: i64::try_from(with_money.len()).unwrap_or(0),
        number: data.number,
        size: 50,
    };
    let sort = SORTS.iter().find(|it| it.1 == data.sort).filter(|it| it.1 != Sort::Name);
    let query = list::Query::new(sort.map(|it| ("sort", it.0.to_owned())));
    let n = n_without.to_string();
    let without = (n_without > 0).then(|| {
        view! { <p class="note">{visit.fill("money.without", &[("n", &n)])}</p> }
    });
    Some(
        view! {
            <section aria-labelledby="places">
                <h2 id="places">{visit.say("money.places")}" "{counts::demo_badge(visit)}</h2>
                <p class="note">{visit.say("picture.places.text")}</p>
                <div class="scroll" tabindex="0" role="region" aria-labelledby="places">
                    <table class="table">
                        <caption>{visit.say("picture.places.caption")}</caption>
                        <thead>{heads(visit, data)}</thead>
                        <tbody>{rows}{sum(visit, &with_money)}</tbody>
                    </table>
                </div>
                {without}
                {list::pager(visit, &shown, &path, &query)}
                {section::ways(visit, &data.release, Kind::Places, &data.place.region().code)}
            </section>
        }
        .into_any(),
    )
}

/// The larger first; names stay in the order of their codes.
fn size(it: &PlaceMoney, sort: Sort) -> i64 {
    match sort {
        Sort::Name => 0,
        Sort::Projects => it.n_projects,
        Sort::Planned => it.grants.planned_fen,
        Sort::Allocated => it.grants.allocated_fen,
        Sort::Paid => it.grants.paid_fen,
    }
}

fn heads(visit: &Visit, data: &Data) -> AnyView {
    let sorted: Vec<AnyView> = [
        "figure.place",
        "money.n_projects",
        "project.planned",
        "project.allocated",
        "project.paid",
    ]
    .into_iter()
    .zip(SORTS)
    .map(|(key, (code, own))| {
        let direction = if own == Sort::Name { "ascending" } else { "descending" };
        let current = (own == data.sort).then_some(direction);
        let address = data.place.link(visit, &format!("/money?sort={code}#places"));
        view! { <th scope="col" aria-sort=current><a href=address>{visit.say(key)}</a></th> }
            .into_any()
    })
    .collect();
    let loans = ["money.loans_planned", "money.loans_allocated", "money.loans_paid"]
        .map(|it| view! { <th scope="col">{visit.say(it)}</th> })
        .to_vec();
    view! { <tr>{sorted}{loans}</tr> }.into_any()
}

fn row(visit: &Visit, it: &PlaceMoney) -> AnyView {
    let name = place_name(visit, it);
    let name = match &it.region {
        Some(region) => {
            let address = visit.link(&format!("/r/{}/money", region.code));
            view! { <a href=address>{name}</a> }.into_any()
        }
        None => name.into_any(),
    };
    cells("", name, it.n_projects, &it.grants, &it.loans)
}

fn sum(visit: &Visit, places: &[&PlaceMoney]) -> AnyView {
    let (mut grants, mut loans) = (Standing::default(), Standing::default());
    for place in places {
        grants.add(place.grants);
        loans.add(place.loans);
    }
    let n = places.iter().map(|it| it.n_projects).sum();
    cells("table__sum", visit.say("money.all_places").into_any(), n, &grants, &loans)
}

fn cells(
    class: &'static str,
    name: AnyView,
    n_projects: i64,
    grants: &Standing,
    loans: &Standing,
) -> AnyView {
    let fen = [grants, loans]
        .into_iter()
        .flat_map(|it| [it.planned_fen, it.allocated_fen, it.paid_fen])
        .map(|it| view! { <td>{money::exact(it)}</td> })
        .collect::<Vec<_>>();
    view! {
        <tr class=(!class.is_empty()).then_some(class)>
            <th scope="row">{name}</th>
            <td>{islands::figures::grouped(n_projects)}</td>
            {fen}
        </tr>
    }
    .into_any()
}
