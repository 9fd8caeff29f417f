//! Our engine in the side-by-side benchmark (bench/peers/README.md): reads the households that the
//! command line names, and prints one JSON line as the peers do.
//! `cargo run --release -p eligibility --features source --example peers -- HOUSEHOLDS`

mod clock;
mod packs;

use std::time::Instant;

use clock::cpu_seconds;
use eligibility::{Fact, Facts, Judge, Pack};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

const ROUNDS: usize = 5;
const WARM_UP: usize = 1_000;
/// The line after the ten rules is for whom none of them holds: outcome 0.
const N_RULES: u16 = 10;

fn main() {
    let path = std::env::args().nth(1).expect("the file of households");
    let text = std::fs::read_to_string(path).expect("a file that can be read");
    let files = packs::files(&packs::folder("bench/peers/rules"));
    let pack = packs::compiled(files.clone(), "peers");
    let households: Vec<Facts> = text.lines().map(|it| household(&pack, it)).collect();

    let mut outcomes = Vec::new();
    let mut rounds = Vec::new();
    for n in [WARM_UP.min(households.len())].into_iter().chain([households.len(); ROUNDS]) {
        let begun = now();
        let pack = packs::compiled(files.clone(), "peers");
        let mut judge = Judge::new(&pack);
        let ready = now();
        outcomes.clear();
        outcomes.extend(households[..n].iter().map(|it| outcome(&mut judge, it)));
        let done = now();
        rounds.push([done.0 - ready.0, done.1 - ready.1, ready.0 - begun.0, ready.1 - begun.1]);
    }
    rounds.remove(0);
    rounds.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let [wall, cpu, setup_wall, setup_cpu] = rounds[ROUNDS / 2];
    let line = json!({
        "engine": "yangguang",
        "version": env!("CARGO_PKG_VERSION"),
        "n": households.len(),
        "wall_seconds": wall,
        "cpu_seconds": cpu,
        "setup_seconds": setup_wall,
        "setup_cpu_seconds": setup_cpu,
        "outcomes_sha256": sha256(&outcomes),
    });
    println!("{line}");
}

/// Every answer is a number as a [`Fact`] holds it: a yes is 1, a choice its place.
fn household(pack: &Pack, line: &str) -> Facts {
    let given: Map<String, Value> = serde_json::from_str(line).expect("a household a line");
    let mut facts = Facts::none(pack.facts.len());
    for (id, spec) in pack.facts_with_ids() {
        facts.set(id, Fact::Known(given[&spec.name].as_i64().expect("a whole number")));
    }
    facts
}

fn outcome(judge: &mut Judge, facts: &Facts) -> u16 {
    let line = judge.judge(facts)[0].line;
    line.filter(|it| *it < N_RULES).map_or(0, |it| it + 1)
}

/// Wall and processor, in seconds.
fn now() -> (f64, f64) {
    static BEGIN: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    (BEGIN.elapsed().as_secs_f64(), cpu_seconds())
}

fn sha256(outcomes: &[u16]) -> String {
    let outcomes: Vec<String> = outcomes.iter().map(u16::to_string).collect();
    let digest = Sha256::digest(outcomes.join("\n"));
    digest.iter().fold(String::new(), |digits, byte| digits + &format!("{byte:02x}"))
}
