//! A decision list as a picture: conditions below each other, "yes" leads to the right to a result,
//! "no" leads down. Verdicts are told by shape and word, never by colour.

use leptos::prelude::*;

use super::decisions::{Decision, Decisions};
use super::wrap::wrapped;
use super::{shape, verdict_said};
use crate::site::language::Language;
use crate::site::words::Words;

/// Measured for a phone of 360 pixels, less its margins; larger screens enlarge it a little.
const WIDTH: usize = 328;
const BOX: usize = 200;
const RESULT: usize = 96;
const RESULT_X: usize = WIDTH - 2 - RESULT;
const LEFT: usize = 2;
const PAD: usize = 9;
const LINE: usize = 20;
const GAP: usize = 30;
const INDENT: usize = 12;
/// Few words around a middle need no room to spare.
const RESULT_COLUMNS: usize = 12;

/// What lies in the picture so far, from the top down to `y`.
#[derive(Default)]
struct Picture {
    y: usize,
    boxes: Vec<String>,
    results: Vec<String>,
    arrows: Vec<String>,
    tips: Vec<String>,
    /// Text that begins at a place, and text around a middle.
    said: Vec<Text>,
    centred: Vec<Text>,
}

struct Text {
    x: usize,
    y: usize,
    said: String,
}

/// `name`: of the programme.
pub fn flow(words: &Words, name: &str, decisions: &Decisions) -> AnyView {
    let mut picture = Picture { y: LEFT, ..Picture::default() };
    for (number, decision) in (1..).zip(&decisions.lines) {
        if number > 1 {
            picture.down(words.get("packs.flow.no"));
        }
        picture.decision(words, number, decision);
    }
    let size = format!("0 0 {WIDTH} {}", picture.y + LEFT);
    let Picture { boxes, results, arrows, tips, said, centred, .. } = picture;
    view! {
        <svg class="flow" viewBox=size role="img"
            aria-label=words.fill("packs.flow", &[("name", name)])>
            <path class="flow__box" d=boxes.concat()/>
            <path class="flow__result" d=results.concat()/>
            <path class="flow__arrow" d=arrows.concat()/>
            <path class="flow__tip" d=tips.concat()/>
            <text>{spans(said)}</text>
            <text class="flow__centred">{spans(centred)}</text>
        </svg>
    }
    .into_any()
}

fn spans(texts: Vec<Text>) -> Vec<AnyView> {
    let span = |it: Text| {
        view! { <tspan x=it.x.to_string() y=it.y.to_string()>{it.said}</tspan> }.into_any()
    };
    texts.into_iter().map(span).collect()
}

impl Picture {
    fn decision(&mut self, words: &Words, number: usize, decision: &Decision) {
        let shape = shape(decision.verdict);
        let verdict = verdict_said(words, decision.verdict);
        let Some(when) = &decision.when else {
            let height = LINE + 2 * PAD;
            self.results.push(rectangle(LEFT, self.y, BOX, height));
            self.centre(LEFT + BOX / 2, self.y + height / 2, vec![format!("{shape} {verdict}")]);
            self.y += height;
            return;
        };
        let column = column(words.language);
        let lines = broken(number, &when.lines(words), column);
        let mut result = vec![shape.to_owned()];
        result.extend(wrapped(&verdict, RESULT_COLUMNS));
        let result_height = result.len() * LINE + PAD;
        let height = (lines.len() * LINE + 2 * PAD).max(result_height);
        self.boxes.push(rectangle(LEFT, self.y, BOX, height));
        let first = self.y + (height - lines.len() * LINE) / 2 + LINE * 3 / 4;
        for (place, (indent, said)) in lines.into_iter().enumerate() {
            let (x, y) = (LEFT + PAD + indent, first + place * LINE);
            self.said.push(Text { x, y, said });
        }
        let middle = self.y + height / 2;
        self.results.push(rectangle(RESULT_X, middle - result_height / 2, RESULT, result_height));
        self.centre(RESULT_X + RESULT / 2, middle, result);
        self.right(middle, words.get("packs.flow.yes"));
        self.y += height;
    }

    /// Lines around a middle.
    fn centre(&mut self, x: usize, middle: usize, lines: Vec<String>) {
        let first = middle + LINE * 3 / 4 - lines.len() * LINE / 2;
        for (place, said) in lines.into_iter().enumerate() {
            self.centred.push(Text { x, y: first + place * LINE, said });
        }
    }

    fn right(&mut self, y: usize, word: &str) {
        let (from, to) = (LEFT + BOX, RESULT_X);
        self.arrows.push(format!("M{from} {y}H{}", to - 6));
        self.tips.push(format!("M{to} {y}l-8-5v10z"));
        self.centred.push(Text {
            x: usize::midpoint(from, to) - 2,
            y: y - 7,
            said: word.to_owned(),
        });
    }

    fn down(&mut self, word: &str) {
        let (x, to) = (LEFT + 30, self.y + GAP);
        self.arrows.push(format!("M{x} {}V{}", self.y, to - 6));
        self.tips.push(format!("M{x} {to}l-5-8h10z"));
        self.said.push(Text { x: x + 10, y: self.y + GAP * 2 / 3, said: word.to_owned() });
        self.y = to;
    }
}

/// How wide a column of text is: a Chinese character is 14 wide and takes two; letters differ, so that
/// English needs some room to spare.
fn column(language: Language) -> usize {
    match language {
        Language::Chinese => 7,
        Language::English => 8,
    }
}

/// The lines of a condition as they fit into its box, each with how far in it begins.
fn broken(number: usize, lines: &[(usize, String)], column: usize) -> Vec<(usize, String)> {
    let mut broken = Vec::new();
    for (place, (depth, text)) in lines.iter().enumerate() {
        let indent = depth.saturating_sub(1) * INDENT;
        let inside = indent + if *depth > 0 { INDENT } else { 0 };
        let columns = (BOX - 2 * PAD - inside) / column;
        let text = if place == 0 { format!("{number}. {text}") } else { text.clone() };
        for (place, line) in wrapped(&text, columns).into_iter().enumerate() {
            match (place, depth) {
                (0, 1..) => broken.push((indent, format!("· {line}"))),
                _ => broken.push((inside, line)),
            }
        }
    }
    broken
}

fn rectangle(x: usize, y: usize, width: usize, height: usize) -> String {
    format!("M{x} {y}h{width}v{height}h-{width}z")
}
