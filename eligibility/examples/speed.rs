//! How fast the engine is, over the worked households and over a million random ones. One figure a
//! line, which `cargo xtask bench` puts beside its budget.
//! `cargo run --release -p eligibility --features source --example speed`

mod clock;
mod packs;
mod random;

use std::hint::black_box;

use eligibility::{Facts, Interview, Judge, Pack, answers, near_misses, settled};

use clock::cpu_seconds;
use random::Random;

const PACK: &str = "demo-2026-border";
/// The worked households of this year: the packs of the poverty line ask fewer questions.
const MODERN: &str = "demo-2026";
const GOLDEN: &str = include_str!("../../packs/golden.json");
const MILLION: u32 = 1_000_000;

fn main() {
    let pack = packs::compiled(packs::files(&packs::folder("packs")), PACK);
    let households = worked_households(&pack);
    let mut judge = Judge::new(&pack);
    let micros = |rounds, work: &mut dyn FnMut(&Facts)| {
        let seconds = best(rounds, || households.iter().for_each(&mut *work));
        seconds * 1e6 / f64::from(u32::try_from(households.len()).unwrap_or(u32::MAX))
    };

    let judged = micros(20_000, &mut |facts| {
        black_box(judge.judge(black_box(facts)));
    });
    println!("one evaluation, µs: {judged:.3}");
    let asked = micros(5_000, &mut |facts| {
        black_box(Interview::new(&pack, black_box(facts)).next());
    });
    println!("next question, µs: {asked:.2}");
    let missed = micros(200, &mut |facts| {
        black_box(near_misses(&pack, black_box(facts)));
    });
    println!("near misses, µs: {missed:.1}");
    let settled = micros(50, &mut |facts| {
        for index in 0..pack.programmes.len() {
            black_box(settled(&pack, black_box(facts), index));
        }
    });
    println!("what is settled, µs: {settled:.1}");
    println!("1,000,000 households, s: {:.3}", million(&pack));
}

fn worked_households(pack: &Pack) -> Vec<Facts> {
    let golden: serde_json::Value = serde_json::from_str(GOLDEN).expect("worked households");
    let cases = golden["cases"].as_array().expect("a list");
    let modern = cases.iter().filter(|it| it["pack"].as_str().unwrap_or("").starts_with(MODERN));
    let facts = |case: &serde_json::Value| answers::read(pack, case["answers"].as_object()?).ok();
    modern.map(|case| facts(case).expect("answers that fit")).collect()
}

/// A million random households through one judge, in seconds: making them and judging them, without
/// making them.
fn million(pack: &Pack) -> f64 {
    let mut judge = Judge::new(pack);
    let mut facts = Facts::none(pack.facts.len());
    let mut each = |then: &mut dyn FnMut(&Facts)| {
        best(1, || {
            let mut random = Random(2026);
            for _ in 0..MILLION {
                random.household(pack, &mut facts);
                then(black_box(&facts));
            }
        })
    };
    let made_and_judged = each(&mut |facts| {
        black_box(judge.judge(facts));
    });
    made_and_judged - each(&mut |_| {})
}

/// A round's share of the best of three runs, in seconds.
fn best(rounds: u32, mut work: impl FnMut()) -> f64 {
    let mut run = || {
        let begun = cpu_seconds();
        (0..rounds).for_each(|_| work());
        (cpu_seconds() - begun) / f64::from(rounds)
    };
    (0..3).map(|_| run()).fold(f64::INFINITY, f64::min)
}
