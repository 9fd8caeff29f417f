//! What the portal answered, and what a person would see of it.

use app::site::language::Language;
use app::site::words::Words;
use axum::http::HeaderMap;

use super::form::{Form, forms};
use super::html::{inside, of_class, tags, text};

#[derive(Clone, Debug)]
pub struct Answer {
    /// The address that was asked for.
    pub path: String,
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    #[track_caller]
    pub fn html(&self) -> &str {
        str::from_utf8(&self.body).unwrap_or_else(|_| panic!("{} is no text", self.path))
    }

    /// All that a person reads on the page.
    pub fn text(&self) -> String {
        text(self.html())
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |it| it.to_str().unwrap())
    }

    /// The text of the first element with this name.
    pub fn first(&self, name: &str) -> String {
        let html = self.html();
        let tags = tags(html);
        tags.iter().find(|it| it.name == name).map_or_else(String::new, |it| text(inside(html, it)))
    }

    pub fn heading(&self) -> String {
        self.first("h1")
    }

    /// The texts of all elements with a class.
    pub fn texts(&self, class: &str) -> Vec<String> {
        of_class(self.html(), class).into_iter().map(text).collect()
    }

    /// Where links lead, within the site. A file to take away is no page.
    pub fn links(&self) -> Vec<String> {
        let tags = tags(self.html());
        let links = tags.iter().filter(|it| it.name == "a" && !it.has("download"));
        let links = links.filter_map(|it| it.get("href"));
        links.filter(|it| it.starts_with('/')).map(str::to_owned).collect()
    }

    /// Files to take away.
    pub fn downloads(&self) -> Vec<String> {
        let tags = tags(self.html());
        let links = tags.iter().filter(|it| it.name == "a" && it.has("download"));
        links.filter_map(|it| it.get("href")).map(str::to_owned).collect()
    }

    pub fn forms(&self) -> Vec<Form> {
        forms(self.html())
    }

    /// The form that posts to an address.
    #[track_caller]
    pub fn form(&self, action: &str) -> Form {
        let found = self.forms().into_iter().find(|it| it.action == action && it.method == "post");
        found.unwrap_or_else(|| panic!("{} has no form for {action}: {}", self.path, self.text()))
    }

    #[track_caller]
    #[must_use]
    pub fn with_status(self, status: u16) -> Self {
        let text = String::from_utf8_lossy(&self.body);
        let shown: String = text.chars().take(300).collect();
        assert_eq!(self.status, status, "{}: {shown}", self.path);
        self
    }

    /// A page for people: in the language of its address, with a heading and a way on.
    #[track_caller]
    #[must_use]
    pub fn page(self) -> Self {
        assert_eq!(self.header("content-type"), "text/html; charset=utf-8", "{}", self.path);
        let tags = tags(self.html());
        let html = tags.iter().find(|it| it.name == "html");
        let lang = html.and_then(|it| it.get("lang"));
        assert_eq!(lang, Some(language(&self.path).tag()), "{}", self.path);
        assert!(!self.heading().is_empty(), "{}", self.path);
        assert!(!self.links().is_empty(), "{}", self.path);
        self
    }

    /// A page with this status whose heading says this word.
    #[track_caller]
    pub fn error_page(self, status: u16, code: &str) {
        let page = self.with_status(status).page();
        assert_eq!(page.heading(), page.word(&format!("error.{code}.title")), "{}", page.path);
        let home = language(&page.path).base();
        let home = if home.is_empty() { "/" } else { home };
        assert!(page.links().iter().any(|it| it == home), "{} has no way on", page.path);
    }

    /// A word in the language of the page.
    pub fn word(&self, key: &str) -> String {
        Words::of(language(&self.path)).say(key)
    }

    #[track_caller]
    pub fn assert_says(&self, text: &str) {
        let said = self.text();
        assert!(said.contains(text), "{} does not say {text:?}: {said}", self.path);
    }

    #[track_caller]
    pub fn assert_never_says(&self, text: &str) {
        assert!(!self.text().contains(text), "{} says {text:?}", self.path);
    }

    /// The receipt on the page that hands it out.
    #[track_caller]
    pub fn receipt(&self) -> String {
        let groups = self.texts("receipt__group");
        assert_eq!(groups.len(), 3, "no receipt: {}", self.text());
        groups.join(" ")
    }

    /// The public reference beside a receipt, `C-7KQ2-M4`.
    #[track_caller]
    pub fn reference(&self) -> String {
        let text = self.text();
        let is_reference =
            |it: &&str| it.len() == 9 && it.starts_with(['A', 'C']) && it.matches('-').count() == 2;
        let mut words = text.split(|it: char| !it.is_ascii_alphanumeric() && it != '-');
        words.find(is_reference).unwrap_or_else(|| panic!("no reference: {text}")).to_owned()
    }
}

pub fn language(path: &str) -> Language {
    Language::of(path.split('?').next().unwrap_or(path)).0
}
