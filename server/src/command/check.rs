//! `yangguang check`: judges one household from the command line, with the very engine of the phone.

use std::io::Read;
use std::process::ExitCode;

use anyhow::Context;
use eligibility::{AmountKind, Judgement, answers, judge, source};
use serde_json::{Map, Value, json};

const RULES: &str = include_str!("../../../packs/demo-2026/pack.toml");

/// Reads `{"members": 3, …}` from standard input and prints the results. Exit 1 names every answer
/// that does not fit, 2 an unknown pack.
pub fn check(pack_id: &str) -> anyhow::Result<ExitCode> {
    let pack = source::read(RULES).context("read the pack")?;
    if pack.id != pack_id {
        eprintln!("yangguang: there is no pack {pack_id:?}; there is {:?}", pack.id);
        return Ok(ExitCode::from(2));
    }
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).context("read the answers")?;
    let given: Map<String, Value> =
        serde_json::from_str(&text).context("understand the answers: one JSON object is needed")?;
    match answers::read(&pack, &given) {
        Ok(facts) => {
            let results: Map<String, Value> = pack
                .programmes
                .iter()
                .zip(judge(&pack, &facts))
                .map(|(programme, judgement)| (programme.id.clone(), written(&judgement)))
                .collect();
            let engine = env!("CARGO_PKG_VERSION");
            println!("{}", json!({"pack": pack.id, "engine": engine, "results": results}));
            Ok(ExitCode::SUCCESS)
        }
        Err(errors) => {
            for error in errors {
                eprintln!("yangguang: {error}");
            }
            Ok(ExitCode::from(1))
        }
    }
}

fn written(judgement: &Judgement) -> Value {
    let mut value = json!({
        "verdict": judgement.verdict.code(),
        "reason": judgement.reason,
        "amount_yuan": judgement.amount_yuan,
        "amount_kind": judgement.amount_kind.map(AmountKind::code),
    });
    if let Some(month) = judgement.month_yuan {
        value["month_yuan"] = json!(month);
    }
    if let Some(kind) = judgement.kind {
        value["type"] = json!(kind);
    }
    value
}
