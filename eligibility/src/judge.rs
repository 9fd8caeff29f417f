//! Judges a household: programme by programme, the first line that holds decides.

use crate::evaluate::Evaluation;
use crate::{AmountKind, FactSet, Facts, Line, Pack, Programme, Truth, Type, Verdict};

/// What the rules say of one programme for one family, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    pub verdict: Verdict,
    /// The code of the sentence that says why.
    pub reason: String,
    /// Whole yuan; none where no amount can be told.
    pub amount_yuan: Option<i64>,
    pub amount_kind: Option<AmountKind>,
    /// A twelfth of a yearly amount, rounded down, where it is paid by the month.
    pub month_yuan: Option<i64>,
    /// The type of household, for the monitored: `A`, `B`, `C` or `A_or_B`.
    pub kind: Option<String>,
    /// Facts not yet asked that could still change this. Empty: decided.
    pub open: FactSet,
    /// Facts that suffice for this result: they alone give it again.
    pub decided_by: FactSet,
}

impl Judgement {
    /// No answer that is still to come can change it.
    pub fn is_decided(&self) -> bool {
        self.open.is_empty()
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.verdict == other.verdict && self.reason == other.reason && self.kind == other.kind
    }
}

/// Judges every programme of the pack, in its order.
///
/// Where no line of a programme holds, which a checked pack cannot have, the result is
/// [`Verdict::NeedInfo`]: an error of ours never becomes a no.
pub fn judge(pack: &Pack, facts: &Facts) -> Vec<Judgement> {
    let mut evaluation = Evaluation::new(pack, facts);
    for programme in &pack.programmes {
        let judgement = judge_programme(&mut evaluation, programme);
        evaluation.judged.push(judgement);
    }
    pass_gate(&mut evaluation, pack);
    evaluation.judged
}

fn judge_programme(evaluation: &mut Evaluation, programme: &Programme) -> Judgement {
    let mut decided: Option<Judgement> = None;
    let mut open = FactSet::EMPTY;
    let mut support = FactSet::EMPTY;
    // Lines that may come to decide, once everything has been asked.
    let mut possible: Vec<Judgement> = Vec::new();
    for line in &programme.lines {
        let reading = evaluation.condition(&line.when);
        let holds = reading.truth == Truth::True;
        if decided.is_none() {
            support = support.union(reading.support);
        }
        if !holds && reading.open.is_empty() {
            continue;
        }
        open = open.union(reading.open);
        let outcome = outcome_of(evaluation, programme, line);
        if holds && decided.is_none() {
            decided = Some(outcome.clone());
        }
        possible.push(outcome);
        if holds && reading.open.is_empty() {
            break;
        }
    }
    let Some(mut judgement) = decided else {
        return undecidable(open, support);
    };
    judgement.decided_by = judgement.decided_by.union(support);
    let agrees =
        |it: &Judgement| it.says_the_same(&judgement) && it.amount_yuan == judgement.amount_yuan;
    if !possible.iter().all(agrees) {
        judgement.open = judgement.open.union(open);
    }
    judgement
}

fn outcome_of(evaluation: &mut Evaluation, programme: &Programme, line: &Line) -> Judgement {
    let mut judgement = Judgement {
        verdict: line.verdict,
        reason: line.reason.clone(),
        amount_yuan: None,
        amount_kind: None,
        month_yuan: None,
        kind: None,
        open: FactSet::EMPTY,
        decided_by: FactSet::EMPTY,
    };
    if let Some(amount) = &line.amount {
        let reckoning = evaluation.number(&amount.yuan);
        judgement.amount_yuan = reckoning.value;
        judgement.amount_kind = reckoning.value.map(|_| amount.kind);
        let is_monthly = programme.is_paid_monthly && amount.kind == AmountKind::Year;
        judgement.month_yuan = reckoning.value.filter(|_| is_monthly).map(|yuan| yuan / 12);
        judgement.open = reckoning.open;
        judgement.decided_by = reckoning.support;
    }
    match &line.kind {
        None => {}
        Some(Type::Is(kind)) => judgement.kind = Some(kind.clone()),
        Some(Type::By(condition, [yes, no, unclear])) => {
            let reading = evaluation.condition(condition);
            let kind = match reading.truth {
                Truth::True => yes,
                Truth::False => no,
                Truth::Unknown => unclear,
            };
            judgement.kind = Some(kind.clone());
            judgement.open = judgement.open.union(reading.open);
            judgement.decided_by = judgement.decided_by.union(reading.support);
        }
    }
    judgement
}

fn undecidable(open: FactSet, support: FactSet) -> Judgement {
    Judgement {
        verdict: Verdict::NeedInfo,
        reason: "risk_unknown".into(),
        amount_yuan: None,
        amount_kind: None,
        month_yuan: None,
        kind: None,
        open,
        decided_by: support,
    }
}

fn pass_gate(evaluation: &mut Evaluation, pack: &Pack) {
    let Some(gate) = &pack.gate else { return };
    let reading = evaluation.condition(&gate.open_if);
    for (index, judgement) in (0..).zip(&mut evaluation.judged) {
        if gate.except.contains(&index)
            || matches!(judgement.verdict, Verdict::Closed | Verdict::Na)
        {
            continue;
        }
        if reading.truth == Truth::False && reading.open.is_empty() {
            let mut shut = undecidable(FactSet::EMPTY, reading.support);
            shut.verdict = Verdict::Unlikely;
            shut.reason.clone_from(&gate.shut_reason);
            *judgement = shut;
            continue;
        }
        if reading.truth == Truth::Unknown && judgement.verdict == Verdict::Likely {
            judgement.verdict = Verdict::Check;
            judgement.reason.clone_from(&gate.unclear_reason);
        }
        judgement.open = judgement.open.union(reading.open);
        judgement.decided_by = judgement.decided_by.union(reading.support);
    }
}
