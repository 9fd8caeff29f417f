//! Judges a household: programme by programme, the first line that holds decides.

use crate::evaluate::{Evaluation, Reading};
use crate::exact::Exact;
use crate::{FactSet, Facts, Gate, Judgement, Line, Pack, Programme, Truth, Truths, Type, Verdict};

/// Judges households one after another with the same pack, such as a roster.
///
/// It takes a while to make ready, and then is quick where every answer is exact or not known.
pub struct Judge<'a> {
    careful: Careful<'a>,
    exact: Exact<'a>,
}

impl<'a> Judge<'a> {
    pub fn new(pack: &'a Pack) -> Self {
        Self { careful: Careful::new(pack), exact: Exact::new(pack) }
    }

    /// Judges every programme of the pack, in its order.
    pub fn judge(&mut self, facts: &Facts) -> &[Judgement<'a>] {
        self.judge_up_to(facts, self.careful.evaluation.pack.programmes.len())
    }

    /// Judges the first programmes of the pack only.
    pub(crate) fn judge_up_to(&mut self, facts: &Facts, n_programmes: usize) -> &[Judgement<'a>] {
        if !facts.are_exact() {
            return self.careful.judge_up_to(facts, n_programmes);
        }
        let (judged, is_open) = self.exact.judge(facts, n_programmes);
        if let Some(gate) = &self.careful.evaluation.pack.gate {
            pass(gate, Reading { truths: is_open.into(), open: FactSet::EMPTY }, judged);
        }
        judged
    }
}

/// Judges any household: answers may be rough, or still to come.
pub(crate) struct Careful<'a> {
    evaluation: Evaluation<'a>,
}

impl<'a> Careful<'a> {
    pub fn new(pack: &'a Pack) -> Self {
        Self { evaluation: Evaluation::new(pack) }
    }

    pub fn judge(&mut self, facts: &Facts) -> &[Judgement<'a>] {
        self.judge_up_to(facts, self.evaluation.pack.programmes.len())
    }

    /// Judges the first programmes of the pack only.
    pub fn judge_up_to(&mut self, facts: &Facts, n_programmes: usize) -> &[Judgement<'a>] {
        let pack = self.evaluation.pack;
        self.evaluation.reset();
        for programme in &pack.programmes[..n_programmes] {
            let judgement = judge_programme(&mut self.evaluation, facts, programme);
            self.evaluation.judged.push(judgement);
        }
        if let Some(gate) = &pack.gate {
            let reading = self.evaluation.condition(facts, &gate.open_if);
            pass(gate, reading, &mut self.evaluation.judged);
        }
        &self.evaluation.judged
    }
}

/// Judges every programme of the pack, in its order.
///
/// Where no line of a programme holds, which a checked pack cannot have, the result is
/// [`Verdict::NeedInfo`]: an error of ours never becomes a no.
pub fn judge<'a>(pack: &'a Pack, facts: &Facts) -> Vec<Judgement<'a>> {
    Careful::new(pack).judge(facts).to_vec()
}

fn judge_programme<'a>(
    evaluation: &mut Evaluation<'a>,
    facts: &Facts,
    programme: &'a Programme,
) -> Judgement<'a> {
    // What the answers so far allow; a rough one may allow more than one line.
    let mut now: Option<Judgement> = None;
    let mut is_certain = false;
    // What answers still to come may make of it: the first line, and whether all others say the same.
    let mut later: Option<Judgement> = None;
    let mut all_agree = true;
    let mut open = FactSet::EMPTY;
    for (place, line) in programme.lines.iter().enumerate() {
        let reading = evaluation.condition(facts, &line.when);
        let may_hold = reading.truths.contains(Truth::True);
        if !may_hold && reading.open.is_empty() {
            continue;
        }
        let outcome = outcome_of(evaluation, facts, programme, line, place);
        let holds = reading.truths == Truths::TRUE && reading.open.is_empty();
        if holds && later.is_none() && now.is_none() {
            return outcome;
        }
        open = open.union(reading.open);
        if may_hold && !is_certain {
            now = Some(now.map_or(outcome, |before| before.or(outcome)));
            is_certain = reading.truths == Truths::TRUE;
        }
        all_agree &= later.get_or_insert(outcome).says_the_same(&outcome);
        if holds {
            break;
        }
    }
    let mut judgement = now.unwrap_or_else(Judgement::untold);
    if !all_agree {
        judgement.open = judgement.open.union(open);
    }
    judgement
}

fn outcome_of<'a>(
    evaluation: &mut Evaluation<'a>,
    facts: &Facts,
    programme: &Programme,
    line: &'a Line,
    place: usize,
) -> Judgement<'a> {
    let mut judgement = Judgement::of_line(line, place);
    if let Some(amount) = &line.amount {
        let yuan = evaluation.number(facts, &amount.yuan);
        if let Some(bounds) = yuan.bounds() {
            judgement.pays(amount.kind, programme.is_paid_monthly, bounds);
        }
        judgement.open = yuan.open;
    }
    match &line.kind {
        None => {}
        Some(Type::Is(kind)) => judgement.kind = Some(kind),
        Some(Type::By(condition, kinds)) => {
            let Reading { truths, open } = evaluation.condition(facts, condition);
            judgement.kind = Some(Type::which(kinds, truths.only().unwrap_or(Truth::Unknown)));
            judgement.open = judgement.open.union(open);
        }
    }
    judgement
}

/// Puts what the gate says in the place of what it shuts out.
fn pass<'a>(gate: &'a Gate, reading: Reading, judged: &mut [Judgement<'a>]) {
    if reading.truths == Truths::TRUE && reading.open.is_empty() {
        return;
    }
    for (index, judgement) in (0..).zip(judged) {
        if matches!(judgement.verdict, Verdict::Closed | Verdict::Na) {
            continue;
        }
        let is_exempt = gate.except.contains(&index);
        if reading.truths == Truths::FALSE {
            if is_exempt {
                continue;
            }
            *judgement = Judgement::new(Verdict::Unlikely, &gate.shut_reason, Truth::False);
        } else if judgement.verdict == Verdict::Likely {
            judgement.verdict = Verdict::Check;
            judgement.reason = &gate.unclear_reason;
        }
        judgement.open = judgement.open.union(reading.open);
    }
}
