//! Form fields: label, help, what is wrong with it, and what was typed.

use casework::personal_data::PersonalData;
use casework::problems::Problem;
use leptos::prelude::*;

use crate::site::visit::Visit;

/// A problem in words.
pub fn problem(visit: &Visit, field: &str, problem: Problem) -> String {
    match problem {
        Problem::Missing => visit.say(&format!("missing.{field}")),
        Problem::NotTicked => visit.say(&format!("not_ticked.{field}")),
        Problem::NotRecognised => visit.say(&format!("not_recognised.{field}")),
        Problem::TooShort { min } => visit.fill("problem.too_short", &[("min", &min.to_string())]),
        Problem::TooLong { max, n } => {
            visit.fill("problem.too_long", &[("max", &max.to_string()), ("n", &n.to_string())])
        }
        Problem::HoldsPersonalData(kind) => visit.say(match kind {
            PersonalData::ResidentId => "problem.holds_id",
            PersonalData::BankCard => "problem.holds_card",
            PersonalData::MobilePhone => "problem.holds_phone",
        }),
    }
}

/// Problems in words, by the code of their field, in the order of the form.
#[derive(Clone, Default)]
pub struct Said(pub Vec<(&'static str, String)>);

impl Said {
    pub fn of(&self, field: &str) -> Option<String> {
        self.0.iter().find(|(it, _)| *it == field).map(|(_, text)| text.clone())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them at the top, each a link to its field.
    pub fn summary(&self, visit: &Visit) -> Option<AnyView> {
        if self.is_empty() {
            return None;
        }
        let links: Vec<AnyView> = self
            .0
            .iter()
            .map(|(field, text)| {
                // Some fields are not on the page: their link leads to its beginning.
                let hidden = ["about", "answers", "form_key", "programme"];
                let to = if hidden.contains(field) { "main" } else { field };
                view! { <li><a href=format!("#{to}")>{text.clone()}</a></li> }.into_any()
            })
            .collect();
        Some(
            view! {
                <div class="error-summary" role="alert" tabindex="-1" id="error-summary">
                    <h2 class="error-summary__title">{visit.say("problem.title")}</h2>
                    <ul>{links}</ul>
                </div>
            }
            .into_any(),
        )
    }
}

/// One line or several to write in.
pub struct Text {
    pub name: &'static str,
    pub label: String,
    pub help: Option<String>,
    pub value: String,
    pub max: usize,
    pub is_long: bool,
    pub input_mode: &'static str,
    pub autocomplete: &'static str,
}

impl Text {
    pub fn new(name: &'static str, label: String, value: &str, max: usize) -> Self {
        Self {
            name,
            label,
            help: None,
            value: value.to_owned(),
            max,
            is_long: false,
            input_mode: "text",
            autocomplete: "off",
        }
    }

    #[must_use]
    pub fn help(self, help: String) -> Self {
        Self { help: Some(help), ..self }
    }

    #[must_use]
    pub fn long(self) -> Self {
        Self { is_long: true, ..self }
    }

    #[must_use]
    pub fn mode(self, input_mode: &'static str, autocomplete: &'static str) -> Self {
        Self { input_mode, autocomplete, ..self }
    }

    pub fn draw(self, said: &Said) -> AnyView {
        let problem = said.of(self.name);
        let help_id = format!("{}-help", self.name);
        let problem_id = format!("{}-problem", self.name);
        let described = match (&self.help, &problem) {
            (Some(_), Some(_)) => Some(format!("{help_id} {problem_id}")),
            (Some(_), None) => Some(help_id.clone()),
            (None, Some(_)) => Some(problem_id.clone()),
            (None, None) => None,
        };
        let is_wrong = problem.is_some();
        let max = self.max.to_string();
        let invalid = is_wrong.then_some("true");
        let input = if self.is_long {
            view! {
                <textarea class="input input--long" id=self.name name=self.name rows="6"
                    maxlength=max aria-describedby=described aria-invalid=invalid>
                    {self.value}
                </textarea>
            }
            .into_any()
        } else {
            view! {
                <input class="input" id=self.name name=self.name type="text" value=self.value
                    maxlength=max inputmode=self.input_mode autocomplete=self.autocomplete
                    aria-describedby=described aria-invalid=invalid/>
            }
            .into_any()
        };
        view! {
            <div class="field" class:field--wrong=is_wrong>
                <label class="field__label" for=self.name>{self.label}</label>
                {self.help.map(|it| view! { <p class="field__help" id=help_id>{it}</p> })}
                {problem.map(|it| view! { <p class="field__problem" id=problem_id>{it}</p> })}
                {input}
            </div>
        }
        .into_any()
    }
}

/// A tick.
pub fn tick(name: &'static str, label: String, is_ticked: bool, said: &Said) -> AnyView {
    let problem = said.of(name);
    let is_wrong = problem.is_some();
    view! {
        <div class="field" class:field--wrong=is_wrong>
            {problem.map(|it| view! { <p class="field__problem">{it}</p> })}
            <div class="choice">
                <input class="choice__input" id=name type="checkbox" name=name value="on"
                    checked=is_ticked/>
                <label class="choice__label" for=name>{label}</label>
            </div>
        </div>
    }
    .into_any()
}

/// One of several; `options`: value and text.
pub fn choices(
    name: &'static str,
    legend: String,
    options: Vec<(String, String)>,
    chosen: &str,
    said: &Said,
) -> AnyView {
    let problem = said.of(name);
    let is_wrong = problem.is_some();
    let options: Vec<AnyView> = options
        .into_iter()
        .enumerate()
        .map(|(place, (value, text))| {
            // The first bears the field's own name, so that the summary's link leads to it.
            let id = if place == 0 { name.to_owned() } else { format!("{name}-{place}") };
            let is_chosen = value == chosen;
            view! {
                <div class="choice">
                    <input class="choice__input" id=id.clone() type="radio" name=name value=value
                        checked=is_chosen/>
                    <label class="choice__label" for=id>{text}</label>
                </div>
            }
            .into_any()
        })
        .collect();
    view! {
        <fieldset class="field" class:field--wrong=is_wrong>
            <legend class="field__label">{legend}</legend>
            {problem.map(|it| view! { <p class="field__problem">{it}</p> })}
            {options}
        </fieldset>
    }
    .into_any()
}
