//! How fast the engine is, over the worked households and over a million random ones. One figure a
//! line, which `cargo xtask bench` puts beside its budget.
//! `cargo run --release -p eligibility --features source --example speed`

mod support;

use std::hint::black_box;
use std::time::{Duration, Instant};

use eligibility::{Facts, Interview, Judge, Pack, answers, near_misses, settled};

use support::Random;

const PACK: &str = "demo-2026-border";
/// The worked households of this year: the packs of the poverty line ask fewer questions.
const MODERN: &str = "demo-2026";
const GOLDEN: &str = include_str!("../../packs/golden.json");
const MILLION: u32 = 1_000_000;
/// So many random households are made before the clock starts.
const AT_ONCE: u32 = 500;

fn main() {
    let pack = support::pack(&support::folder("packs"), PACK);
    let households = worked_households(&pack);
    let mut judge = Judge::new(&pack);
    let n_programmes = pack.programmes.len();

    let of_each = |rounds, work: &mut dyn FnMut(&Facts)| {
        micros(best(rounds, || households.iter().for_each(&mut *work))) / count(households.len())
    };
    let judged = of_each(20_000, &mut |facts| {
        black_box(judge.judge(black_box(facts)));
    });
    let asked = of_each(5_000, &mut |facts| {
        black_box(Interview::new(&pack, black_box(facts)).next());
    });
    let missed = of_each(200, &mut |facts| {
        black_box(near_misses(&pack, black_box(facts)));
    });
    let settled = of_each(50, &mut |facts| {
        (0..n_programmes).for_each(|it| {
            black_box(settled(&pack, black_box(facts), it));
        });
    });

    println!("one evaluation of {n_programmes} programmes, µs: {judged:.3}");
    println!("next question after an answer, µs: {asked:.2}");
    println!("near misses, µs: {missed:.1}");
    println!("what every programme is settled as, µs: {settled:.1}");
    println!("1,000,000 random households, s: {:.3}", million(&pack).as_secs_f64());
}

fn worked_households(pack: &Pack) -> Vec<Facts> {
    let golden: serde_json::Value = serde_json::from_str(GOLDEN).expect("worked households");
    let cases = golden["cases"].as_array().expect("a list");
    let modern = cases.iter().filter(|it| it["pack"].as_str().unwrap_or("").starts_with(MODERN));
    let facts = |case: &serde_json::Value| answers::read(pack, case["answers"].as_object()?).ok();
    modern.map(|case| facts(case).expect("answers that fit")).collect()
}

/// The best of three runs of one judge over a million households.
fn million(pack: &Pack) -> Duration {
    let mut judge = Judge::new(pack);
    let mut some = vec![Facts::none(pack.facts.len()); AT_ONCE as usize];
    let mut run = || {
        let mut random = Random(2026);
        let mut spent = Duration::ZERO;
        for _ in 0..MILLION / AT_ONCE {
            some.iter_mut().for_each(|it| random.household(pack, it));
            let begun = Instant::now();
            for facts in &some {
                black_box(judge.judge(black_box(facts)));
            }
            spent += begun.elapsed();
        }
        spent
    };
    (0..3).map(|_| run()).min().unwrap_or_default()
}

/// A round's share, in the best of five runs.
fn best(rounds: u32, mut work: impl FnMut()) -> Duration {
    let mut run = || {
        let begun = Instant::now();
        (0..rounds).for_each(|_| work());
        begun.elapsed() / rounds
    };
    (0..5).map(|_| run()).min().unwrap_or_default()
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}
