//! One pack as plain text for a terminal: the same words, in lines of 80 columns.

use eligibility::Verdict;

use super::clause::Clause;
use super::decisions::{Decision, Spelt};
use super::programme::{Rules, Told};
use super::sheet::{GateTold, Sheet};
use super::wrap::{width, wrapped};
use super::{shape, verdict_said};
use crate::site::words::Words;

const COLUMNS: usize = 80;

/// The whole pack.
pub fn text(words: &Words, sheet: &Sheet) -> String {
    let mut paper = Paper { words, text: String::new() };
    paper.head(sheet);
    paper.how();
    paper.numbers(sheet);
    if let Some(gate) = &sheet.gate {
        paper.gate(gate);
    }
    sheet.programmes.iter().for_each(|it| paper.programme(it));
    if !sheet.absent.is_empty() {
        paper.heading(words.get("packs.absent"), '=');
        for [_, name, why] in &sheet.absent {
            paper.point(&format!("{name}{}{why}", words.get("check.colon")));
        }
    }
    paper.heading(words.get("packs.words"), '=');
    paper.spelt(&sheet.words);
    paper.text
}

struct Paper<'a> {
    words: &'a Words,
    text: String,
}

impl Paper<'_> {
    /// A paragraph whose first line begins with `mark`; the others stand as far in.
    fn line(&mut self, indent: usize, mark: &str, text: &str) {
        let inside = indent + width(mark);
        for (place, line) in wrapped(text, COLUMNS - inside).into_iter().enumerate() {
            let begin = if place == 0 { mark } else { "" };
            let spaces = " ".repeat(if place == 0 { indent } else { inside });
            for part in [&spaces, begin, &line, "\n"] {
                self.text.push_str(part);
            }
        }
    }

    fn point(&mut self, text: &str) {
        self.line(0, "- ", text);
    }

    fn gap(&mut self) {
        self.text.push('\n');
    }

    fn heading(&mut self, text: &str, under: char) {
        self.gap();
        self.line(0, "", text);
        self.text.extend(std::iter::repeat_n(under, width(text).min(COLUMNS)));
        self.gap();
    }

    fn pair(&mut self, key: &str, text: &str) {
        let said = format!("{}{}{text}", self.words.get(key), self.words.get("check.colon"));
        self.line(0, "", &said);
    }

    fn head(&mut self, sheet: &Sheet) {
        let status = if sheet.is_demo { "packs.demo_long" } else { "packs.confirmed_long" };
        let title = format!("{} [{}]", sheet.title, sheet.id);
        self.line(0, "", &title);
        self.text.push_str(&"=".repeat(width(&title).min(COLUMNS)));
        self.gap();
        self.line(0, "", &sheet.note);
        self.gap();
        self.pair("packs.place", &sheet.place);
        self.pair("packs.valid", &sheet.days);
        self.pair("packs.on", &sheet.on);
        self.pair("packs.status", self.words.get(status));
        self.pair("packs.hash", &sheet.hash);
    }

    fn how(&mut self) {
        self.heading(self.words.get("packs.how"), '=');
        for key in ["packs.how.order", "packs.how.unclear", "packs.how.if", "packs.how.values"] {
            self.point(self.words.get(key));
        }
    }

    fn numbers(&mut self, sheet: &Sheet) {
        let words = self.words;
        self.heading(words.get("packs.numbers"), '=');
        for group in &sheet.parameters {
            self.line(0, "", &words.fill("packs.rests_on", &[("source", &group.source)]));
            for row in &group.rows {
                let said = format!("{}{}{}", row.name, words.get("check.colon"), row.value);
                self.line(2, "- ", &said);
                if let Some(what) = &row.leans_on {
                    self.line(4, "", &words.fill("packs.leans_on", &[("what", what)]));
                }
            }
        }
        self.heading(words.get("packs.incomes"), '=');
        for income in &sheet.incomes {
            self.line(0, "", &income.title);
            self.line(2, "", words.get("packs.incomes.sum"));
            income.items.iter().for_each(|it| self.line(4, "- ", it));
        }
    }

    fn gate(&mut self, gate: &GateTold) {
        let words = self.words;
        self.heading(words.get("packs.gate"), '=');
        let open_if = gate.open_if.inline(words);
        self.line(0, "", &words.fill("packs.gate.first", &[("what", &open_if)]));
        let shut = self.result(Verdict::Unlikely, &gate.shut);
        self.point(&words.fill("packs.gate.shut", &[("result", &shut)]));
        let unclear = self.result(Verdict::Check, &gate.unclear);
        self.point(&words.fill("packs.gate.unclear", &[("result", &unclear)]));
        let except = gate.except.join(words.get("check.list_comma"));
        if !except.is_empty() {
            self.point(&words.fill("packs.gate.except", &[("names", &except)]));
        }
    }

    fn result(&self, verdict: Verdict, reason: &str) -> String {
        let said = verdict_said(self.words, verdict);
        format!("{} {said}{}{reason}", shape(verdict), self.words.get("check.colon"))
    }

    fn programme(&mut self, told: &Told) {
        let words = self.words;
        self.heading(&format!("{} [{}]", told.name, told.id), '=');
        self.line(0, "", &told.plain);
        if let Some(days) = &told.days {
            self.line(0, "", days);
        }
        if let Some(over) = &told.over {
            let result = self.result(over.verdict, &over.reason);
            self.line(0, "", &result);
            self.line(0, "", &over.shown);
        }
        self.rules(told);
        if !told.other_sources.is_empty() {
            self.line(0, "", words.get("packs.other_sources"));
            told.other_sources.iter().for_each(|it| self.point(it));
        }
        if let Some(over) = told.over.as_ref().filter(|it| !it.words.is_empty()) {
            self.heading(words.get("packs.words.then"), '-');
            self.spelt(&over.words);
        }
        self.gap();
        self.pair("check.bring", &told.bring.join(words.get("packs.semicolon")));
        self.pair("check.where", &format!("{} {}", told.place, told.phone));
    }

    fn rules(&mut self, told: &Told) {
        let words = self.words;
        match &told.rules {
            Rules::Lines(decisions) => {
                self.gap();
                for (number, decision) in (1..).zip(&decisions.lines) {
                    self.decision(number, decision);
                }
                if told.is_paid_monthly {
                    self.line(0, "", words.get("packs.monthly"));
                }
                if let Some(said) = decisions.rest_on_said(words) {
                    self.line(0, "", &said);
                }
            }
            // Written in columns: it stays as it is.
            Rules::Written(text) => self.text.extend(["\n", text, "\n"]),
            Rules::Never => {}
        }
    }

    fn decision(&mut self, number: usize, decision: &Decision) {
        let words = self.words;
        let mark = format!("{number:>2}. ");
        match &decision.when {
            None => self.line(0, &mark, words.get("packs.otherwise")),
            Some(Clause::Says(phrase)) => {
                self.line(0, &mark, &words.fill("packs.if", &[("what", &phrase.text)]));
            }
            Some(Clause::Group(join, parts)) => {
                self.line(0, &mark, &join.opening(words));
                for part in parts {
                    self.clause(6, part);
                }
            }
        }
        let result = self.result(decision.verdict, &decision.reason);
        self.line(4, "→ ", &result);
        if let Some(sum) = &decision.amount {
            let said = format!("{}{}{}", sum.label, words.get("check.colon"), sum.sum.text);
            self.line(7, "", &said);
        }
        if let Some(kind) = &decision.kind {
            self.line(7, "", kind);
        }
        if let Some(source) = &decision.source {
            self.line(7, "", &words.fill("packs.rests_on", &[("source", source)]));
        }
    }

    fn clause(&mut self, indent: usize, clause: &Clause) {
        for (depth, line) in clause.lines(self.words) {
            self.line(indent + 2 * depth, "- ", &line);
        }
    }

    fn spelt(&mut self, all: &[Spelt]) {
        for it in all {
            self.line(0, "", &it.title);
            match &it.is {
                Clause::Says(phrase) => self.line(2, "= ", &phrase.text),
                group @ Clause::Group(..) => {
                    for (depth, line) in group.lines(self.words) {
                        let mark = if depth == 0 { "= " } else { "- " };
                        self.line(2 + 2 * depth, mark, &line);
                    }
                }
            }
            if let Some(opposite) = &it.opposite {
                self.line(2, "", &self.words.fill("packs.opposite", &[("what", opposite)]));
            }
        }
    }
}
