//! A graph's nodes, without a syntax.

/// The prefixes that names of classes and properties use.
pub const PREFIXES: [(&str, &str); 6] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// A node: its address, or none if only its parent points to it.
#[derive(Clone, Debug)]
pub struct Node {
    pub id: Option<String>,
    pub class: &'static str,
    pub properties: Vec<(&'static str, Value)>,
}

#[derive(Clone, Debug)]
pub enum Value {
    /// Another node's address.
    Link(String),
    /// Words in a language; in none where it is empty.
    Text {
        words: String,
        language: &'static str,
    },
    Typed {
        value: String,
        datatype: &'static str,
    },
    Node(Node),
}

impl Node {
    pub fn new(id: &str, class: &'static str) -> Self {
        Self { id: Some(id.to_owned()), class, properties: Vec::new() }
    }

    pub fn blank(class: &'static str) -> Self {
        Self { id: None, class, properties: Vec::new() }
    }

    pub fn add(&mut self, property: &'static str, value: Value) {
        self.properties.push((property, value));
    }

    pub fn link(&mut self, property: &'static str, to: &str) {
        self.add(property, Value::Link(to.to_owned()));
    }

    /// Words, unless there are none.
    pub fn text(&mut self, property: &'static str, language: &'static str, words: &str) {
        if !words.trim().is_empty() {
            self.add(property, Value::Text { words: words.to_owned(), language });
        }
    }

    pub fn typed(&mut self, property: &'static str, datatype: &'static str, value: &str) {
        self.add(property, Value::Typed { value: value.to_owned(), datatype });
    }
}
