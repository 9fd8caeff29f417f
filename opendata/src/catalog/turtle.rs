//! The graph as Turtle.

use super::graph::{Node, PREFIXES, Value};

pub fn write(nodes: &[Node]) -> Vec<u8> {
    let mut to = String::new();
    for (prefix, address) in PREFIXES {
        to.push_str(&format_args!("@prefix {prefix}: <{address}> .\n").to_string());
    }
    for node in nodes {
        to.push('\n');
        to.push_str(&address(node.id.as_deref().unwrap_or_default()));
        to.push_str(" a ");
        to.push_str(node.class);
        properties(&mut to, node, " ;\n  ");
        to.push_str(" .\n");
    }
    to.into_bytes()
}

fn properties(to: &mut String, node: &Node, before: &str) {
    for (property, value) in &node.properties {
        to.push_str(before);
        to.push_str(property);
        to.push(' ');
        write_value(to, value);
    }
}

fn write_value(to: &mut String, value: &Value) {
    match value {
        Value::Link(it) => to.push_str(&address(it)),
        Value::Text { words, language } => {
            to.push_str(&literal(words));
            if !language.is_empty() {
                to.push('@');
                to.push_str(language);
            }
        }
        Value::Typed { value, datatype } => {
            to.push_str(&literal(value));
            to.push_str("^^");
            to.push_str(datatype);
        }
        Value::Node(node) => {
            to.push_str("[ a ");
            to.push_str(node.class);
            properties(to, node, " ; ");
            to.push_str(" ]");
        }
    }
}

/// An address, with the few characters escaped that could end it early.
fn address(it: &str) -> String {
    let escaped: String = it
        .chars()
        .map(|c| match c {
            '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\' | '\0'..=' ' => {
                format!("\\u{:04X}", u32::from(c))
            }
            c => c.to_string(),
        })
        .collect();
    format!("<{escaped}>")
}

fn literal(it: &str) -> String {
    let escaped: String = it
        .chars()
        .map(|c| match c {
            '"' => "\\\"".to_owned(),
            '\\' => "\\\\".to_owned(),
            '\n' => "\\n".to_owned(),
            '\r' => "\\r".to_owned(),
            c => c.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}
