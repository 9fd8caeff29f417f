//! The form of a feed.

use std::fmt::Write;

use store::published::Release;

use crate::api::answer::{LICENCE, is_demo};
use crate::site::visit::Visit;

pub const KIND: &str = "application/atom+xml; charset=utf-8";

pub struct Feed {
    lang: &'static str,
    id: String,
    title: String,
    subtitle: Option<String>,
    author: String,
    updated: String,
    /// The feed's own address.
    own: String,
    /// The page that it is about.
    page: String,
    pub entries: Vec<Entry>,
}

pub struct Entry {
    /// A path that stands for it, for ever; with the language it becomes its id.
    pub key: String,
    pub title: String,
    pub text: String,
    /// When the release came out that brought it.
    pub updated: String,
    /// The whole address of its page.
    pub page: String,
}

impl Feed {
    /// `path`: the feed's, without the mark of the language; `page`: that of the page it is about.
    pub fn new(visit: &Visit, release: &Release, title: String, path: &str, page: &str) -> Self {
        let query = visit.query.as_ref().map_or_else(String::new, |it| format!("?{it}"));
        let publisher = visit.pick(&release.publisher_zh, &release.publisher_en);
        let author = if publisher.is_empty() { visit.say("site.name") } else { publisher };
        Self {
            lang: visit.language().tag(),
            id: tag(visit, &format!("{path}{query}")),
            title,
            subtitle: is_demo(release).then(|| visit.say("site.demo_badge")),
            author,
            updated: release.published_at.clone(),
            own: whole(visit, &visit.address(&format!("{path}{query}"))),
            page: whole(visit, &visit.link(page)),
            entries: Vec::new(),
        }
    }

    pub fn xml(&self) -> String {
        let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        self.write(&mut xml).expect("memory takes every write");
        xml
    }

    fn write(&self, xml: &mut String) -> std::fmt::Result {
        let (lang, own, page) = (self.lang, escaped(&self.own), escaped(&self.page));
        writeln!(xml, "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">")?;
        element(xml, "id", &self.id)?;
        element(xml, "title", &self.title)?;
        if let Some(subtitle) = &self.subtitle {
            element(xml, "subtitle", subtitle)?;
        }
        element(xml, "updated", &self.updated)?;
        writeln!(xml, "<author><name>{}</name></author>", escaped(&self.author))?;
        element(xml, "rights", LICENCE)?;
        writeln!(xml, "<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>")?;
        writeln!(xml, "<link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>")?;
        for entry in &self.entries {
            let page = escaped(&entry.page);
            xml.push_str("<entry>\n");
            element(xml, "id", &entry.key)?;
            element(xml, "title", &entry.title)?;
            element(xml, "updated", &entry.updated)?;
            writeln!(xml, "<link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>")?;
            element(xml, "summary", &entry.text)?;
            xml.push_str("</entry>\n");
        }
        xml.push_str("</feed>\n");
        Ok(())
    }
}

/// An address as it works outside of the portal.
pub fn whole(visit: &Visit, address: &str) -> String {
    format!("{}{address}", visit.portal.settings.public_address)
}

/// An id that never changes, of our own and this language's (RFC 4151).
pub fn tag(visit: &Visit, key: &str) -> String {
    let key: String = key
        .chars()
        .map(|it| if it.is_ascii_graphic() && !"<>\"{}|^`\\".contains(it) { it } else { '_' })
        .collect();
    format!("tag:yangguang,2026:{}{key}", visit.language().base())
}

fn element(xml: &mut String, name: &str, text: &str) -> std::fmt::Result {
    writeln!(xml, "<{name}>{}</{name}>", escaped(text))
}

/// Text as XML 1.0 can hold it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            it if it.is_control() && !"\t\n\r".contains(it) => {}
            it => escaped.push(it),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_left_out_and_its_signs_are_escaped() {
        assert_eq!(escaped("a<b>&\"c\u{0}\u{b}\u{ffff}路"), "a&lt;b&gt;&amp;&quot;c路");
    }
}
