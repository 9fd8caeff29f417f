//! Forms as a browser without JavaScript fills them in and sends them.

use super::html::{inside, tags, text, unescaped};

/// A form of a page with what a browser would send of it.
#[derive(Clone, Debug)]
pub struct Form {
    pub action: String,
    pub method: String,
    /// Names and values of hidden and text fields, chosen options, ticked boxes.
    pub fields: Vec<(String, String)>,
    /// Every radio button and tick box, whether chosen or not: its name and value.
    pub choices: Vec<(String, String)>,
    /// The buttons: name, value, words.
    pub buttons: Vec<(String, String, String)>,
}

/// All forms of a page, in order.
pub fn forms(html: &str) -> Vec<Form> {
    let is_form = |it: &&super::html::Tag| it.name == "form";
    let form = |tag: &super::html::Tag| {
        let mut form = Form {
            action: tag.get("action").unwrap_or_default().to_owned(),
            method: tag.get("method").unwrap_or("get").to_owned(),
            fields: Vec::new(),
            choices: Vec::new(),
            buttons: Vec::new(),
        };
        form.read(inside(html, tag));
        form
    };
    tags(html).iter().filter(is_form).map(form).collect()
}

impl Form {
    fn read(&mut self, html: &str) {
        for tag in tags(html) {
            let name = tag.get("name").unwrap_or_default().to_owned();
            let value = tag.get("value").unwrap_or_default().to_owned();
            match (tag.name.as_str(), tag.get("type").unwrap_or("text")) {
                ("input", "radio" | "checkbox") => {
                    self.choices.push((name.clone(), value.clone()));
                    if tag.has("checked") {
                        self.fields.push((name, value));
                    }
                }
                ("input", _) => self.fields.push((name, value)),
                ("textarea", _) => self.fields.push((name, unescaped(inside(html, &tag)))),
                ("select", _) => {
                    let options = tags(inside(html, &tag));
                    let chosen = options.iter().find(|it| it.has("selected")).or(options.first());
                    let value = chosen.and_then(|it| it.get("value")).unwrap_or_default();
                    self.fields.push((name, value.to_owned()));
                }
                ("button", _) => self.buttons.push((name, value, text(inside(html, &tag)))),
                _ => {}
            }
        }
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// Fills in one field; of several with this name it is the only one sent.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(it, _)| it != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// As [`with`](Self::with), several fields.
    #[must_use]
    pub fn filled(self, fields: &[(&str, &str)]) -> Self {
        fields.iter().fold(self, |form, (name, value)| form.with(name, value))
    }

    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(it, _)| it != name);
        self
    }

    /// The button that is pressed sends its value; it must be there.
    #[must_use]
    pub fn pressing(self, value: &str) -> Self {
        let found = self.buttons.iter().find(|(_, it, _)| it == value);
        let (name, ..) = found.unwrap_or_else(|| panic!("no button {value}: {self:?}")).clone();
        self.with(&name, value)
    }

    pub fn body(&self) -> String {
        encoded(&self.fields)
    }
}

/// `name=value&…`, as browsers write it.
pub fn encoded<N: AsRef<str>, V: AsRef<str>>(fields: &[(N, V)]) -> String {
    let field =
        |(name, value): &(N, V)| format!("{}={}", percent(name.as_ref()), percent(value.as_ref()));
    fields.iter().map(field).collect::<Vec<_>>().join("&")
}

pub fn percent(text: &str) -> String {
    use std::fmt::Write;
    text.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.*".contains(&byte) {
            text.push(char::from(byte));
        } else {
            write!(text, "%{byte:02X}").unwrap();
        }
        text
    })
}
