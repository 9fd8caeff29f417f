//! What both filing forms share: the one-time key, the trap, the search for one's village.

use casework::form_key::FormKey;
use casework::region_code::RegionCode;
use leptos::prelude::*;
use store::{FoundPlace, StoreError};

use super::field::Said;
use super::names;
use crate::site::visit::Visit;

const MAX_FOUND: u32 = 20;

/// A new one-time key: the same form sent twice files once.
pub fn new_form_key() -> String {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("the system gives random numbers");
    format!("{:032x}", u128::from_be_bytes(bytes))
}

/// The key of a form as sent; a new one if it is none of ours, so that the next try works.
pub fn form_key_or_new(sent: &str) -> String {
    FormKey::parse(sent).map_or_else(new_form_key, |it| it.as_str().to_owned())
}

/// The key, and a field that only programs fill in.
pub fn hidden(visit: &Visit, form_key: &str) -> AnyView {
    view! {
        <input type="hidden" name="form_key" value=form_key.to_owned()/>
        <div class="visually-hidden" aria-hidden="true">
            <label for="website">{visit.say("form.trap")}</label>
            <input id="website" name="website" type="text" tabindex="-1" autocomplete="off"/>
        </div>
    }
    .into_any()
}

/// Finds and chooses a village inside a form, without JavaScript: the find button shows the same form
/// again with what was found.
pub struct PlaceField {
    pub code: String,
    pub search: String,
    found: Vec<FoundPlace>,
}

impl PlaceField {
    /// What was chosen stays; a search gives the places to choose from.
    pub async fn load(visit: &Visit, code: &str, search: &str) -> Result<Self, StoreError> {
        let search: String = search.chars().filter(|it| !it.is_control()).collect();
        let code = RegionCode::parse(code);
        let code = code.as_ref().map_or("", RegionCode::as_str);
        let store = &visit.portal.store;
        let mut found = if search.trim().is_empty() {
            Vec::new()
        } else {
            store.find_places(&search, MAX_FOUND).await?
        };
        if !code.is_empty() && !found.iter().any(|it| it.region.code == code) {
            let way = store.regions_above(code).await?;
            if let Some((region, above)) = way.split_last() {
                let path = above.iter().map(|it| it.name.clone()).collect();
                found.insert(0, FoundPlace { region: region.clone(), path });
            }
        }
        Ok(Self { code: code.to_owned(), search, found })
    }

    pub fn draw(&self, visit: &Visit, said: &Said) -> AnyView {
        let problem = said.of("region_code");
        let is_wrong = problem.is_some();
        let options: Vec<AnyView> = self.found.iter().map(|it| self.option(visit, it)).collect();
        let nothing = (self.found.is_empty() && !self.search.trim().is_empty())
            .then(|| view! { <p class="field__problem">{visit.say("form.place.none")}</p> });
        view! {
            <div class="field" class:field--wrong=is_wrong>
                <label class="field__label" for="region_code">{visit.say("form.place.label")}</label>
                <p class="field__help">{visit.say("form.place.help")}</p>
                {problem.map(|it| view! { <p class="field__problem">{it}</p> })}
                <div class="field__row">
                    <input class="input" id="region_code" name="place_search" type="text"
                        value=self.search.clone() maxlength="40" autocomplete="off"/>
                    <button class="button button--quiet" name="go" value="find">
                        {visit.say("form.place.find")}
                    </button>
                </div>
                {nothing}
                <div class="field__found">{options}</div>
            </div>
        }
        .into_any()
    }

    fn option(&self, visit: &Visit, found: &FoundPlace) -> AnyView {
        let code = found.region.code.clone();
        let id = format!("place-{code}");
        let is_chosen = code == self.code || self.found.len() == 1;
        let path: Vec<String> = found.path.iter().map(|it| names::short(it)).collect();
        view! {
            <div class="choice">
                <input class="choice__input" id=id.clone() type="radio" name="region_code" value=code
                    checked=is_chosen/>
                <label class="choice__label" for=id>
                    {names::place(visit, &found.region)}
                    <span class="choice__more">{path.join(" › ")}</span>
                </label>
            </div>
        }
        .into_any()
    }
}
