//! Writes the files of a county of 5,000 projects into nothing, and prints what they weigh and how
//! long they took: `cargo run --release -p opendata --example weigh [PROJECTS]`.

use std::collections::BTreeMap;
use std::time::Instant;

use opendata::{Options, files};

#[path = "demo_county/county.rs"]
mod county;
#[path = "demo_county/money.rs"]
mod money;
#[path = "demo_county/project.rs"]
mod project;

fn main() {
    let n_projects = std::env::args().nth(1).map_or(5_000, |it| it.parse().expect("a number"));
    let (content, regions) = county::county(n_projects);
    let options = Options::new("https://yangguang.example.org");
    let began = Instant::now();
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut largest = (0, String::new());
    for file in files(&content, &regions, &options) {
        let kind = file.path.rsplit('.').next().unwrap_or_default().to_owned();
        let entry = kinds.entry(kind).or_default();
        entry.0 += 1;
        entry.1 += file.bytes.len();
        largest = largest.max((file.bytes.len(), file.path));
    }
    println!("{n_projects} projects, {} payments", content.payments.len());
    for (kind, (n, n_bytes)) in &kinds {
        println!("{kind:>12} {n:>4} files {:>8} KiB", n_bytes / 1024);
    }
    println!("largest: {} KiB {}", largest.0 / 1024, largest.1);
    println!("all in {:.2?}; most memory {}", began.elapsed(), most_memory());
}

/// What the process held at most, where the system says so.
fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |it| it.trim().to_owned())
}
