//! Judges a household: programme by programme, the first line that holds decides.

use crate::evaluate::Evaluation;
use crate::{AmountKind, FactSet, Facts, Line, Pack, Programme, Truth, Type, Verdict};

/// What the rules say of one programme for one family, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement<'a> {
    pub verdict: Verdict,
    /// The code of the sentence that says why.
    pub reason: &'a str,
    /// Whole yuan; none where no amount can be told.
    pub amount_yuan: Option<i64>,
    pub amount_kind: Option<AmountKind>,
    /// A twelfth of a yearly amount, rounded down, where it is paid by the month.
    pub month_yuan: Option<i64>,
    /// The type of household, for the monitored: `A`, `B`, `C` or `A_or_B`.
    pub kind: Option<&'a str>,
    /// Facts not yet asked that could still change this. Empty: decided.
    pub open: FactSet,
    /// Facts that suffice for this result: they alone give it again.
    pub decided_by: FactSet,
}

impl<'a> Judgement<'a> {
    fn new(verdict: Verdict, reason: &'a str, open: FactSet, decided_by: FactSet) -> Self {
        Self {
            verdict,
            reason,
            amount_yuan: None,
            amount_kind: None,
            month_yuan: None,
            kind: None,
            open,
            decided_by,
        }
    }

    /// No answer that is still to come can change it.
    pub fn is_decided(&self) -> bool {
        self.open.is_empty()
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.verdict == other.verdict
            && self.reason == other.reason
            && self.kind == other.kind
            && self.amount_yuan == other.amount_yuan
    }
}

/// Judges every programme of the pack, in its order.
///
/// Where no line of a programme holds, which a checked pack cannot have, the result is
/// [`Verdict::NeedInfo`]: an error of ours never becomes a no.
pub fn judge<'a>(pack: &'a Pack, facts: &Facts) -> Vec<Judgement<'a>> {
    let mut evaluation = Evaluation::new(pack, facts);
    for programme in &pack.programmes {
        let judgement = judge_programme(&mut evaluation, programme);
        evaluation.judged.push(judgement);
    }
    pass_gate(&mut evaluation, pack);
    evaluation.judged
}

fn judge_programme<'a>(
    evaluation: &mut Evaluation<'a, '_>,
    programme: &'a Programme,
) -> Judgement<'a> {
    let mut decided: Option<Judgement> = None;
    let mut open = FactSet::EMPTY;
    let mut support = FactSet::EMPTY;
    // Of the lines that may come to decide, once everything has been asked: the first, and whether
    // all the others say the same.
    let mut possible: Option<Judgement> = None;
    let mut all_agree = true;
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
            decided = Some(outcome);
        }
        all_agree &= possible.get_or_insert(outcome).says_the_same(&outcome);
        if holds && reading.open.is_empty() {
            break;
        }
    }
    let Some(mut judgement) = decided else {
        return Judgement::new(Verdict::NeedInfo, UNTOLD, open, support);
    };
    judgement.decided_by = judgement.decided_by.union(support);
    if !all_agree {
        judgement.open = judgement.open.union(open);
    }
    judgement
}

/// The reason where no line holds: "some questions are not answered".
const UNTOLD: &str = "risk_unknown";

fn outcome_of<'a>(
    evaluation: &mut Evaluation<'a, '_>,
    programme: &Programme,
    line: &'a Line,
) -> Judgement<'a> {
    let mut judgement = Judgement::new(line.verdict, &line.reason, FactSet::EMPTY, FactSet::EMPTY);
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
        Some(Type::Is(kind)) => judgement.kind = Some(kind),
        Some(Type::By(condition, [yes, no, unclear])) => {
            let reading = evaluation.condition(condition);
            judgement.kind = Some(match reading.truth {
                Truth::True => yes,
                Truth::False => no,
                Truth::Unknown => unclear,
            });
            judgement.open = judgement.open.union(reading.open);
            judgement.decided_by = judgement.decided_by.union(reading.support);
        }
    }
    judgement
}

fn pass_gate<'a>(evaluation: &mut Evaluation<'a, '_>, pack: &'a Pack) {
    let Some(gate) = &pack.gate else { return };
    let reading = evaluation.condition(&gate.open_if);
    for (index, judgement) in (0..).zip(&mut evaluation.judged) {
        if gate.except.contains(&index)
            || matches!(judgement.verdict, Verdict::Closed | Verdict::Na)
        {
            continue;
        }
        if reading.truth == Truth::False && reading.open.is_empty() {
            let reason = &gate.shut_reason;
            *judgement = Judgement::new(Verdict::Unlikely, reason, FactSet::EMPTY, reading.support);
            continue;
        }
        if reading.truth == Truth::Unknown && judgement.verdict == Verdict::Likely {
            judgement.verdict = Verdict::Check;
            judgement.reason = &gate.unclear_reason;
        }
        judgement.open = judgement.open.union(reading.open);
        judgement.decided_by = judgement.decided_by.union(reading.support);
    }
}
