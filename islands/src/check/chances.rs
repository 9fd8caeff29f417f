//! "What you can still do": steps that may open a kind of help. Never to earn or own less.

use eligibility::{Chance, Facts, Pack, near_misses};
use maud::{Markup, html};

use super::Book;
use super::book::filled;
use super::grounds::verdict_key;
use crate::figures::grouped;

/// One step, and what it may open.
struct Step {
    text: String,
    opens: Vec<String>,
}

pub fn chances(book: &Book, pack: &Pack, facts: &Facts) -> Markup {
    let steps = steps(book, pack, facts);
    html! {
        @if !steps.is_empty() {
            section.chances {
                h2 { (book.say("chances.title")) }
                ul {
                    @for step in &steps {
                        li {
                            (step.text)
                            p.chances__opens { (step.opens.join(book.say("pause"))) }
                        }
                    }
                }
            }
        }
    }
}

fn steps(book: &Book, pack: &Pack, facts: &Facts) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for chance in near_misses(pack, facts) {
        let name = book.programme_name(&pack.programmes[usize::from(chance.programme)].id);
        let verdict = book.say(verdict_key(chance.verdict));
        let opens = book.fill("chances.may", &[("name", name), ("verdict", verdict)]);
        let text = text(book, pack, &chance);
        match steps.iter_mut().find(|it| it.text == text) {
            Some(step) => step.opens.push(opens),
            None => steps.push(Step { text, opens: vec![opens] }),
        }
    }
    steps
}

fn text(book: &Book, pack: &Pack, chance: &Chance) -> String {
    let near_miss = chance.near_miss.map(|it| &pack.near_misses[usize::from(it)].id);
    match near_miss.and_then(|id| book.words.near_misses.get(id)) {
        Some(text) => {
            let yuan = chance.at_least.map(grouped).unwrap_or_default();
            filled(text, &[("yuan", &yuan)])
        }
        // To find out what the family does not know.
        None => book.say_with("chances.find_out", "what", &book.fact_label(pack, chance.fact)),
    }
}
