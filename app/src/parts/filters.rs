//! Filters of a list: reading them from an address, and drawing them. What is not recognised is said,
//! never passed over.

use leptos::prelude::*;

use crate::site::error::PageError;
use crate::site::visit::Visit;

const MAX_TEXT: usize = 40;

/// One of the values that there are; none where nothing is asked.
pub fn known(value: &str, all: &[&str]) -> Result<Option<String>, PageError> {
    match value {
        "" => Ok(None),
        it if all.contains(&it) => Ok(Some(it.to_owned())),
        _ => Err(PageError::BadRequest),
    }
}

/// The order with this name; the usual one where nothing is asked.
pub fn order<T: Copy + Default>(name: &str, all: &[(&str, T)]) -> Result<T, PageError> {
    match name {
        "" => Ok(T::default()),
        name => all.iter().find(|it| it.0 == name).map(|it| it.1).ok_or(PageError::BadRequest),
    }
}

pub fn year(text: &str) -> Result<Option<i64>, PageError> {
    match text {
        "" => Ok(None),
        it => {
            let year = it.parse().ok().filter(|it| (1900..=2200).contains(it));
            year.map(Some).ok_or(PageError::BadRequest)
        }
    }
}

/// What a name should hold, without what cannot be typed; none if nothing is left.
pub fn text(typed: &str) -> Option<String> {
    let text: String = typed.chars().filter(|it| !it.is_control()).take(MAX_TEXT).collect();
    Some(text.trim().to_owned()).filter(|it| !it.is_empty())
}

/// A page number of an address: none is the first.
pub fn page_number(text: &str) -> Result<u32, PageError> {
    match text {
        "" => Ok(1),
        it => it.parse().ok().filter(|it| *it > 0).ok_or(PageError::BadRequest),
    }
}

/// A choice of a filter; `options`: value and the key of its word.
pub fn select(
    visit: &Visit,
    name: &'static str,
    label: &'static str,
    options: &[(String, String)],
    chosen: &str,
) -> AnyView {
    let options: Vec<AnyView> = options
        .iter()
        .map(|(value, key)| {
            let is_chosen = value == chosen;
            view! { <option value=value.clone() selected=is_chosen>{visit.say(key)}</option> }
                .into_any()
        })
        .collect();
    view! {
        <div class="field">
            <label class="field__label" for=name>{visit.say(label)}</label>
            <select class="input" id=name name=name>
                <option value="">{visit.say("list.any")}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

pub fn field(
    visit: &Visit,
    name: &'static str,
    label: &'static str,
    value: String,
    input_mode: &'static str,
) -> AnyView {
    view! {
        <div class="field">
            <label class="field__label" for=name>{visit.say(label)}</label>
            <input class="input" id=name name=name type="text" inputmode=input_mode value=value
                maxlength="40" autocomplete="off"/>
        </div>
    }
    .into_any()
}
