//! Reads our own pages: their tags, their text. Enough for what we write, not for the web.

/// An opening tag and where it stands.
#[derive(Debug)]
pub struct Tag {
    pub name: String,
    attributes: Vec<(String, String)>,
    pub end: usize,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    pub fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|it| it.split_whitespace().any(|it| it == class))
    }
}

/// Every opening tag, in order.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut place = 0;
    while let Some(start) = html[place..].find('<').map(|it| it + place) {
        let rest = &html[start..];
        if rest.starts_with("<!") || rest.starts_with("</") {
            place = start + end_of_tag(rest);
            continue;
        }
        let end = start + end_of_tag(rest);
        tags.push(tag(&html[start + 1..end - 1], end));
        place = end;
    }
    tags
}

/// What lies between a tag and the one that closes it.
pub fn inside<'h>(html: &'h str, tag: &Tag) -> &'h str {
    let (open, close) = (format!("<{}", tag.name), format!("</{}>", tag.name));
    let rest = &html[tag.end..];
    let mut depth = 1;
    let mut place = 0;
    while let Some(closing) = rest[place..].find(&close).map(|it| it + place) {
        let is_open = |at: usize| rest[at + open.len()..].starts_with([' ', '>', '\n']);
        depth +=
            rest[place..closing].match_indices(&open).filter(|it| is_open(it.0 + place)).count();
        depth -= 1;
        if depth == 0 {
            return &rest[..closing];
        }
        place = closing + close.len();
    }
    rest
}

/// The insides of every element that has a class.
pub fn of_class<'h>(html: &'h str, class: &str) -> Vec<&'h str> {
    tags(html).iter().filter(|it| it.has_class(class)).map(|it| inside(html, it)).collect()
}

/// The inside of the element with this id.
pub fn of_id<'h>(html: &'h str, id: &str) -> Option<&'h str> {
    tags(html).iter().find(|it| it.get("id") == Some(id)).map(|it| inside(html, it))
}

/// What a person reads: no tags, one space where there is room, signs unescaped.
pub fn text(html: &str) -> String {
    const INLINE: [&str; 7] = ["a", "abbr", "b", "em", "span", "strong", "!"];
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let name = tag.trim_start_matches('/');
        let n = name.find(|it: char| !it.is_ascii_alphanumeric()).unwrap_or(name.len());
        let is_inline = tag.starts_with('!') || INLINE.contains(&&name[..n]);
        if !is_inline {
            text.push(' ');
        }
        rest = &tag[end_of_tag(&rest[before.len()..]) - 1..];
    }
    text.push_str(rest);
    unescaped(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn unescaped(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (name, sign)| text.replace(name, sign))
}

/// How long the tag at the beginning is, with both its brackets; quoted values may hold one.
fn end_of_tag(html: &str) -> usize {
    if html.starts_with("<!--") {
        return html.find("-->").map_or(html.len(), |it| it + 3);
    }
    let mut quote = None;
    for (at, sign) in html.char_indices() {
        match (quote, sign) {
            (None, '"' | '\'') => quote = Some(sign),
            (None, '>') => return at + 1,
            (Some(open), _) if open == sign => quote = None,
            _ => {}
        }
    }
    html.len()
}

fn tag(inner: &str, end: usize) -> Tag {
    let inner = inner.trim_end_matches('/');
    let n = inner.find(char::is_whitespace).unwrap_or(inner.len());
    let mut attributes = Vec::new();
    let mut rest = inner[n..].trim_start();
    while !rest.is_empty() {
        let n = rest.find(|it: char| it == '=' || it.is_whitespace()).unwrap_or(rest.len());
        let name = rest[..n].to_owned();
        let (value, after) = value(&rest[n..]);
        attributes.push((name, unescaped(value)));
        rest = after.trim_start();
    }
    Tag { name: inner[..n].to_owned(), attributes, end }
}

/// The value after an attribute's name, if there is one, and what follows it.
fn value(text: &str) -> (&str, &str) {
    let Some(text) = text.strip_prefix('=') else { return ("", text) };
    if let Some(quoted) = text.strip_prefix('"') {
        return quoted.split_once('"').unwrap_or((quoted, ""));
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

#[test]
fn a_page_is_read_as_a_person_reads_it() {
    let html = "<!DOCTYPE html><p class=\"a b\">x &lt; 5<!> <b>y</b></p><p hidden>1</p>";

    assert_eq!(text(html), "x < 5 y 1");
    assert_eq!(of_class(html, "b").len(), 1);
    assert!(tags(html)[2].has("hidden"));
    assert_eq!(inside("<div>a<div>b</div>c</div>d", &tags("<div>")[0]), "a<div>b</div>c");
}
