//! A roster of random households in the shapes of `packs/golden.json`, one a line, each with an `id`.
//! In one of so many, one answer that a family may not know is not known; without the number, in none.
//! `cargo run --release -p eligibility --features source --example roster -- 100000 [10]`

mod packs;
mod random;

use std::io::Write;

use eligibility::{Fact, FactId, FactKind, Facts, Pack};
use random::Random;
use serde_json::{Map, Value, json};

const PACK: &str = "demo-2026-border";

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1).map(|it| it.parse::<i64>());
    let mut argument = || arguments.next().map(|it| it.expect("a whole number"));
    let n = argument().expect("how many households");
    let one_in = argument();
    let pack = packs::compiled(packs::files(&packs::folder("packs")), PACK);
    let may_be_unsure: Vec<FactId> = pack
        .questions
        .iter()
        .filter(|it| it.may_be_unsure)
        .flat_map(|it| it.facts.iter().copied())
        .collect();
    let mut random = Random(2026);
    let mut facts = Facts::none(pack.facts.len());
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for number in 1..=n {
        random.household(&pack, &mut facts);
        if one_in.is_some_and(|it| random.below(it) == 0) {
            let place = random.below(i64::try_from(may_be_unsure.len()).unwrap_or(i64::MAX));
            facts.set(may_be_unsure[usize::try_from(place).unwrap_or(0)], Fact::NotKnown);
        }
        let mut household = answers(&pack, &facts);
        household.insert("id".into(), json!(format!("H{number:07}")));
        writeln!(out, "{}", Value::Object(household))?;
    }
    out.flush()
}

fn answers(pack: &Pack, facts: &Facts) -> Map<String, Value> {
    let mut answers = Map::new();
    for (id, spec) in pack.facts_with_ids() {
        let answer = match facts.get(id) {
            Fact::Known(value) => answer(&spec.kind, value),
            _ => Value::Null,
        };
        match spec.name.split_once('.') {
            None => drop(answers.insert(spec.name.clone(), answer)),
            Some((whole, part)) => {
                answers.entry(whole).or_insert_with(|| json!({}))[part] = answer;
            }
        }
    }
    answers
}

fn answer(kind: &FactKind, value: i64) -> Value {
    match kind {
        FactKind::YesNo => json!(value == 1),
        FactKind::Count(..) | FactKind::Money(_) => json!(value),
        FactKind::Choice(options) => json!(usize::try_from(value).ok().map(|it| &options[it])),
        FactKind::Several(options) => {
            let chosen = (0..).zip(options).filter(|(place, _)| value >> place & 1 == 1);
            json!(chosen.map(|(_, it)| it).collect::<Vec<_>>())
        }
    }
}
