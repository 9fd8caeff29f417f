//! Writes a book, households and what this program makes of them into a folder, for the wasm to make
//! the same of: the golden households and ten thousand random ones, exact, rough and with gaps.
//! `cargo run --release -p app --example same_bits -- FOLDER`

use std::fmt::Write as _;
use std::path::Path;

use app::rules::{books::Books, library};
use app::site::language::Language;
use eligibility::{Fact, FactKind, Facts, Pack, answers};
use islands::check::{Book, answers_of, judged};

const N_RANDOM: usize = 10_000;

fn main() -> anyhow::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "target/same-bits".into());
    let books = Books::of_day(&library::built_in(), jiff::civil::date(2026, 11, 22))?;
    let book = &books.of(Language::Chinese).book;
    let mut households = golden(book)?;
    let mut chance = Chance(20_261_122);
    for place in (0..book.places.len()).cycle().take(N_RANDOM) {
        let facts = random(book.pack_at(place), &mut chance);
        households.push(text(book, place, &facts));
    }
    let households = households.join("\n");
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("book.bin"), book.to_bytes())?;
    std::fs::write(folder.join("households.txt"), &households)?;
    std::fs::write(folder.join("judged.txt"), judged(book, &households))?;
    Ok(())
}

fn golden(book: &Book) -> anyhow::Result<Vec<String>> {
    let golden: serde_json::Value = serde_json::from_str(include_str!("../../packs/golden.json"))?;
    let cases = golden["cases"].as_array().into_iter().flatten();
    let household = |case: &serde_json::Value| {
        let place = if case["pack"] == "demo-2026-border" { 0 } else { book.places.len() - 1 };
        let facts = answers::read(book.pack_at(place), case["answers"].as_object()?).ok()?;
        Some(text(book, place, &facts))
    };
    Ok(cases.filter_map(household).collect())
}

/// As the answers travel in the form.
fn text(book: &Book, place: usize, facts: &Facts) -> String {
    let pack = book.pack_at(place);
    let all: Vec<_> = pack.facts_with_ids().map(|(id, _)| id).collect();
    let mut text = format!("a.place={}\n", book.places[place].region);
    for (name, value) in answers_of(pack, facts, &all) {
        let _ = writeln!(text, "{name}={value}");
    }
    text
}

fn random(pack: &Pack, chance: &mut Chance) -> Facts {
    let mut facts = Facts::none(pack.facts.len());
    for (id, spec) in pack.facts_with_ids() {
        let (least, most) = spec.kind.bounds();
        let most = match spec.kind {
            FactKind::Money(_) => 60_000,
            FactKind::Count(from, _) => from + 4,
            _ => most,
        };
        let value = chance.between(least, most);
        let value = if spec.kind.is_number() && chance.between(0, 2) == 0 { least } else { value };
        let fact = match chance.between(0, 11) {
            0 => Fact::NotAsked,
            1 => Fact::NotKnown,
            2 if spec.kind.is_number() => Fact::between(value, chance.between(value, most)),
            _ => Fact::Known(value),
        };
        facts.set(id, fact);
    }
    facts
}

/// Numbers that look random and are the same at every run (splitmix64).
struct Chance(u64);

impl Chance {
    fn between(&mut self, least: i64, most: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let width = u64::try_from(most - least + 1).unwrap_or(1);
        least + i64::try_from((bits ^ (bits >> 31)) % width).unwrap_or(0)
    }
}
