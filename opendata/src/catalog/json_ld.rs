//! The graph as JSON-LD.

use super::graph::{Node, PREFIXES, Value};
use crate::json::{Json, Object};

pub fn write(nodes: &[Node]) -> Vec<u8> {
    let mut context = Object::new();
    for (prefix, address) in PREFIXES {
        context = context.with(prefix, address);
    }
    let graph: Vec<Object> = nodes.iter().map(object).collect();
    Json::from(Object::new().with("@context", context).with("@graph", graph)).to_file()
}

fn object(node: &Node) -> Object {
    let mut object = Object::new().with("@id", node.id.clone()).with("@type", node.class);
    let mut at = 0;
    while let Some((property, _)) = node.properties.get(at) {
        // Values of one property stand in one list: keys cannot be said twice.
        if !node.properties[..at].iter().any(|(before, _)| before == property) {
            let all = node.properties.iter().filter(|(it, _)| it == property);
            object = object.with(property, all.map(|(_, it)| value(it)).collect::<Vec<_>>());
        }
        at += 1;
    }
    object
}

fn value(value: &Value) -> Object {
    match value {
        Value::Link(it) => Object::new().with("@id", it),
        Value::Text { words, language } => {
            Object::new().with("@value", words).with("@language", *language)
        }
        Value::Typed { value, datatype } => {
            Object::new().with("@value", value).with("@type", *datatype)
        }
        Value::Node(node) => object(node),
    }
}
