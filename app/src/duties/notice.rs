//! Whether one notice hangs as long as the law wants.

use casework::duty::{Done, Events, Standing, standing};
use leptos::prelude::*;

use super::{CATALOGUE, reading, said};
use crate::parts::days;
use crate::site::visit::Visit;

/// `▲ 只挂 8 天，规定至少 10 天`; nothing where it hangs long enough.
pub fn too_short(visit: &Visit, kind: &str, posted_on: &str, ends_on: &str) -> Option<AnyView> {
    let records = reading::NOTICES.into_iter().find(|it| it.0 == kind)?.1;
    let duty = CATALOGUE.told_by(records)?;
    let from = days::parse(posted_on);
    let events = Events { from, done: Done::On(days::parse(ends_on)?) };
    let Standing::Short { by, .. } = standing(duty, events, visit.today, &visit.portal.calendar)
    else {
        return None;
    };
    let least = duty.limit.days;
    let values = [("n", i64::from(least) - i64::from(by)), ("law", i64::from(least))]
        .map(|(name, n)| (name, n.max(0).to_string()));
    let values: Vec<(&str, &str)> = values.iter().map(|(name, n)| (*name, n.as_str())).collect();
    let text = visit.fill("notice.too_short", &values);
    Some(
        view! {
            <p class="status status--late">
                <span aria-hidden="true">"▲ "</span>{text}
            </p>
            <p class="note">{said::law(visit, &duty.law)}</p>
        }
        .into_any(),
    )
}

/// The first counted day and the last, and how many they are.
pub fn counted(visit: &Visit, posted_on: &str, ends_on: &str) -> Option<String> {
    let (posted, ends) = (days::parse(posted_on)?, days::parse(ends_on)?);
    let n = (ends - posted).get_days().to_string();
    let first = days::said(visit, posted.tomorrow().ok()?);
    let values = [("from", first.as_str()), ("to", &days::said(visit, ends)), ("n", &n)];
    Some(visit.fill("notice.counted.text", &values))
}
