//! Everything the rules say of households, as text: to compare one engine with another, bit by bit.

use eligibility::{FactId, Facts, Interview, Pack, deciding_facts, near_misses, settled};

use super::{Book, Session};

/// Judges households, which a blank line parts; each line is an answer as it travels in the form,
/// `a.members=3`. A line for each programme and near miss, and a blank line after each household.
pub fn judged(book: &Book, households: &str) -> String {
    let mut out = String::new();
    for (place, household) in households.split("\n\n").enumerate() {
        let answers = household.lines().filter_map(|line| line.split_once('='));
        let answers = answers.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let session = Session::resumed(answers.collect());
        let interview = Interview::new(session.pack(book), &session.facts(book));
        results(&mut out, session.pack(book), &interview);
        if place % IN_DEPTH == 0 {
            depths(&mut out, session.pack(book), interview.facts());
        }
        out.push('\n');
    }
    out
}

/// What takes many judgements to find is compared for one household in so many.
const IN_DEPTH: usize = 25;

fn results(out: &mut String, pack: &Pack, interview: &Interview) {
    for (index, judgement) in interview.judgements().iter().enumerate() {
        let mut words = vec![
            pack.programmes[index].id.as_str(),
            judgement.verdict.code(),
            judgement.reason,
            judgement.kind.unwrap_or("-"),
            judgement.amount_kind.map_or("-", eligibility::AmountKind::code),
        ];
        let numbers = judgement.yuan.map_or_else(String::new, |(a, b)| format!("{a}~{b}"));
        let open = ids(judgement.open.iter());
        words.extend([numbers.as_str(), &open]);
        out.push_str(&words.join(" "));
        out.push('\n');
    }
}

fn depths(out: &mut String, pack: &Pack, facts: &Facts) {
    for index in 0..pack.programmes.len() {
        let settled = settled(pack, facts, index).map_or("-", eligibility::Verdict::code);
        let deciding = ids(deciding_facts(pack, facts, index).iter());
        out.push_str(&[settled, &deciding].join(" "));
        out.push('\n');
    }
    for chance in near_misses(pack, facts) {
        let at_least = chance.at_least.map_or_else(String::new, |it| it.to_string());
        let numbers =
            [chance.near_miss.unwrap_or(u16::MAX), u16::from(chance.fact.0), chance.programme];
        let numbers = numbers.map(|it| it.to_string()).join(" ");
        out.push_str(&[&numbers, chance.verdict.code(), &at_least].join(" "));
        out.push('\n');
    }
}

fn ids(ids: impl Iterator<Item = FactId>) -> String {
    ids.map(|it| it.0.to_string()).collect::<Vec<_>>().join(",")
}
