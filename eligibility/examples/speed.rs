//! How long one evaluation and one "what next?" take, over the worked households.
//! `cargo run --release -p eligibility --features source --example speed`

use std::hint::black_box;
use std::time::{Duration, Instant};

use eligibility::{Facts, Interview, Pack, answers, judge, source};

const ROUNDS: u32 = 20_000;

fn main() {
    let pack = source::read(include_str!("../../packs/demo-2026/pack.toml")).expect("a sound pack");
    let households = households(&pack);
    let n = u32::try_from(households.len()).expect("a handful");

    let judged = time(|| {
        for facts in &households {
            black_box(judge(black_box(&pack), black_box(facts)));
        }
    });
    let asked = time(|| {
        for facts in &households {
            black_box(Interview::new(black_box(&pack), black_box(facts)).next());
        }
    });

    let share = pack.programmes.len();
    println!("one evaluation of {share} programmes: {:.2} µs", micros(judged) / f64::from(n));
    println!("next question after an answer: {:.2} µs", micros(asked) / f64::from(n));
}

fn households(pack: &Pack) -> Vec<Facts> {
    let golden: serde_json::Value =
        serde_json::from_str(include_str!("../../packs/golden.json")).expect("worked households");
    let cases = golden["cases"].as_array().expect("a list");
    let facts = |case: &serde_json::Value| answers::read(pack, case["answers"].as_object()?).ok();
    cases.iter().filter_map(facts).collect()
}

/// The best of five, each a round's share.
fn time(work: impl Fn()) -> Duration {
    let once = || {
        let begin = Instant::now();
        (0..ROUNDS).for_each(|_| work());
        begin.elapsed() / ROUNDS
    };
    (0..5).map(|_| once()).min().unwrap_or_default()
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}
