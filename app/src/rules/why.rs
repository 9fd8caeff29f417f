//! Why a household's results came out so, in sentences, for programs and for the command line.

use eligibility::source::Library;
use eligibility::{Facts, Pack, deciding_facts};
use islands::check::grounds;
use serde_json::{Value, json};

use super::books::words_alone;
use crate::site::language::Language;

/// For each programme the conditions that decided, with the sources of their numbers, and the answers
/// that alone would do.
///
/// # Errors
/// Words that cannot be read.
pub fn of(library: &Library, pack: &Pack, facts: &Facts) -> anyhow::Result<Value> {
    let book = words_alone(library, Language::Chinese)?;
    let why = |index: usize| {
        let because: Vec<Value> = grounds(&book, pack, facts, index)
            .iter()
            .map(|it| json!({"says": it.sentence, "sources": it.sources}))
            .collect();
        let answers = deciding_facts(pack, facts, index);
        let answers: Vec<&str> = answers.iter().map(|id| pack.spec(id).name.as_str()).collect();
        (pack.programmes[index].id.clone(), json!({"because": because, "answers": answers}))
    };
    Ok(Value::Object((0..pack.programmes.len()).map(why).collect()))
}
