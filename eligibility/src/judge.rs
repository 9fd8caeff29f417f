//! Judges a household: programme by programme, the first line that holds decides.

use crate::evaluate::{Evaluation, Reading};
use crate::{
    AmountKind, FactSet, Facts, Line, Pack, Programme, Truth, Truths, Type, Verdict, Verdicts,
};

/// The reason when a rough answer lies on both sides of a line.
pub const ROUGH: &str = "rough";
/// The reason when every value of a rough answer gives this verdict, for one reason or another.
pub const EITHER_WAY: &str = "either_way";
/// The reason where no line holds, which a checked pack cannot have: an answer is missing.
const UNTOLD: &str = "risk_unknown";

/// What the rules say of one programme for one family, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement<'a> {
    pub verdict: Verdict,
    /// The code of the sentence that says why.
    pub reason: &'a str,
    /// Whole yuan, from least to most; none where no amount can be told.
    pub yuan: Option<(i64, i64)>,
    pub amount_kind: Option<AmountKind>,
    is_paid_monthly: bool,
    /// The type of household, for the monitored: `A`, `B`, `C` or `A_or_B`.
    pub kind: Option<&'a str>,
    /// The line that decided, as its place in the programme; none where a rough answer leaves more
    /// than one.
    pub line: Option<u16>,
    /// Facts not yet asked that could still change this. Empty: decided.
    pub open: FactSet,
    /// Every verdict that the answers allow: more than one only where an answer is rough.
    pub(crate) possible: Verdicts,
    pub(crate) predicts: Truths,
}

impl<'a> Judgement<'a> {
    pub(crate) fn new(verdict: Verdict, reason: &'a str, predicts: Truth) -> Self {
        Self {
            verdict,
            reason,
            yuan: None,
            amount_kind: None,
            is_paid_monthly: false,
            kind: None,
            line: None,
            open: FactSet::EMPTY,
            possible: Verdicts::default().with(verdict),
            predicts: predicts.into(),
        }
    }

    /// No answer that is still to come can change it.
    pub fn is_decided(&self) -> bool {
        self.open.is_empty()
    }

    /// The amount, if it is one number.
    pub fn amount_yuan(&self) -> Option<i64> {
        self.yuan.filter(|(least, most)| least == most).map(|(least, _)| least)
    }

    /// A twelfth of a yearly amount, rounded down, where it is paid by the month.
    pub fn month_yuan(&self) -> Option<i64> {
        self.amount_yuan().filter(|_| self.is_paid_monthly).map(|yuan| yuan / 12)
    }

    /// The same to a family: verdict, reason, type and amount.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.verdict == other.verdict
            && self.reason == other.reason
            && self.kind == other.kind
            && self.yuan == other.yuan
            && self.amount_kind == other.amount_kind
    }

    /// What is said while both of these may come out.
    fn or(self, other: Self) -> Self {
        let mut both = self;
        both.line = None;
        both.open = self.open.union(other.open);
        both.possible = other.possible.iter().fold(self.possible, Verdicts::with);
        both.predicts = self.predicts.or(other.predicts);
        if self.verdict != other.verdict {
            (both.verdict, both.reason) = (Verdict::NeedInfo, ROUGH);
        } else if self.reason != other.reason {
            both.reason = if self.verdict == Verdict::NeedInfo { ROUGH } else { EITHER_WAY };
        }
        both.kind = self.kind.filter(|_| self.kind == other.kind && self.verdict == other.verdict);
        let is_one_kind = self.amount_kind == other.amount_kind && self.verdict == other.verdict;
        let yuan = self.yuan.zip(other.yuan).filter(|_| is_one_kind);
        both.yuan = yuan.map(|(a, b)| (a.0.min(b.0), a.1.max(b.1)));
        both.amount_kind = self.amount_kind.filter(|_| both.yuan.is_some());
        both.is_paid_monthly = self.is_paid_monthly && both.yuan.is_some();
        both
    }
}

/// Judges households one after another with the same pack.
pub struct Judge<'a> {
    evaluation: Evaluation<'a>,
}

impl<'a> Judge<'a> {
    pub fn new(pack: &'a Pack) -> Self {
        Self { evaluation: Evaluation::new(pack) }
    }

    /// Judges every programme of the pack, in its order.
    pub fn judge(&mut self, facts: &Facts) -> &[Judgement<'a>] {
        self.judge_up_to(facts, self.evaluation.pack.programmes.len())
    }

    /// Judges the first programmes of the pack only.
    pub(crate) fn judge_up_to(&mut self, facts: &Facts, n_programmes: usize) -> &[Judgement<'a>] {
        self.evaluation.reset();
        let pack = self.evaluation.pack;
        for programme in &pack.programmes[..n_programmes] {
            let judgement = judge_programme(&mut self.evaluation, facts, programme);
            self.evaluation.judged.push(judgement);
        }
        pass_gate(&mut self.evaluation, facts);
        &self.evaluation.judged
    }
}

/// Judges every programme of the pack, in its order.
///
/// Where no line of a programme holds, which a checked pack cannot have, the result is
/// [`Verdict::NeedInfo`]: an error of ours never becomes a no.
pub fn judge<'a>(pack: &'a Pack, facts: &Facts) -> Vec<Judgement<'a>> {
    Judge::new(pack).judge(facts).to_vec()
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
    for (place, line) in (0..).zip(&programme.lines) {
        let reading = evaluation.condition(facts, &line.when);
        let may_hold = reading.truths.contains(Truth::True);
        if !may_hold && reading.open.is_empty() {
            continue;
        }
        let outcome = outcome_of(evaluation, facts, programme, line, place);
        if reading.truths == Truths::TRUE
            && reading.open.is_empty()
            && later.is_none()
            && now.is_none()
        {
            return outcome;
        }
        open = open.union(reading.open);
        if may_hold && !is_certain {
            now = Some(now.map_or(outcome, |before| before.or(outcome)));
            is_certain = reading.truths == Truths::TRUE;
        }
        all_agree &= later.get_or_insert(outcome).says_the_same(&outcome);
        if reading.truths == Truths::TRUE && reading.open.is_empty() {
            break;
        }
    }
    let mut judgement = now.unwrap_or(Judgement::new(Verdict::NeedInfo, UNTOLD, Truth::Unknown));
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
    place: u16,
) -> Judgement<'a> {
    let mut judgement = Judgement::new(line.verdict, &line.reason, line.predicts);
    judgement.line = Some(place);
    if let Some(amount) = &line.amount {
        let yuan = evaluation.number(facts, &amount.yuan);
        judgement.yuan = yuan.bounds();
        judgement.amount_kind = judgement.yuan.map(|_| amount.kind);
        judgement.is_paid_monthly = programme.is_paid_monthly && amount.kind == AmountKind::Year;
        judgement.open = yuan.open;
    }
    match &line.kind {
        None => {}
        Some(Type::Is(kind)) => judgement.kind = Some(kind),
        Some(Type::By(condition, [yes, no, unclear])) => {
            let Reading { truths, open } = evaluation.condition(facts, condition);
            judgement.kind = Some(match truths.only() {
                Some(Truth::True) => yes,
                Some(Truth::False) => no,
                Some(Truth::Unknown) | None => unclear,
            });
            judgement.open = judgement.open.union(open);
        }
    }
    judgement
}

fn pass_gate(evaluation: &mut Evaluation, facts: &Facts) {
    let pack = evaluation.pack;
    let Some(gate) = &pack.gate else { return };
    let reading = evaluation.condition(facts, &gate.open_if);
    if reading.truths == Truths::TRUE && reading.open.is_empty() {
        return;
    }
    for (index, judgement) in (0..).zip(&mut evaluation.judged) {
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
