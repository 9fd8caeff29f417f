//! The quick way to judge, for households whose every answer is exact or not known, as in a roster:
//! a statement then has one truth, a number one value, and nothing is open. It comes to what
//! [`Evaluation`](crate::evaluate::Evaluation) comes to, several times faster.

mod course;
mod sum;

use course::{Courses, Next, Step, Test, Way};
use sum::{Place, Sum, Sums, Work};

use crate::{
    AmountKind, Fact, FactId, Facts, Judgement, Line, Meaning, Pack, Programme, Truth, Type,
};

/// One household after another before one pack.
pub struct Exact<'a> {
    rules: Rules<'a>,
    run: Run<'a>,
}

/// A pack, made ready.
struct Rules<'a> {
    steps: Vec<Step>,
    /// Where each programme's course begins; it ends at one of the outcomes.
    programmes: Vec<Next>,
    outcomes: Vec<Outcome<'a>>,
    gate: Option<Next>,
    /// Where each named condition's course begins; none for a number.
    definitions: Vec<Option<Next>>,
}

/// What a line says.
struct Outcome<'a> {
    /// Without its amount, and without its type if that turns on something.
    judgement: Judgement<'a>,
    amount: Option<(Sum, AmountKind, bool)>,
    kind: Option<(Next, &'a [String; 3])>,
}

/// A household, as far as it has been looked at.
struct Run<'a> {
    /// What each named condition comes to, as far as it has been worked out.
    known: Vec<Option<Truth>>,
    sums: Sums,
    judged: Vec<Judgement<'a>>,
}

impl<'a> Exact<'a> {
    pub fn new(pack: &'a Pack) -> Self {
        let mut courses = Courses::new(pack);
        let definitions = pack.definitions.iter().map(|it| match &it.is {
            Meaning::Condition(condition) => Some(courses.of_condition(condition)),
            Meaning::Number(_) => None,
        });
        let definitions = definitions.collect();
        let gate = pack.gate.as_ref().map(|it| courses.of_condition(&it.open_if));
        let mut n_outcomes = 0;
        let mut programmes = Vec::with_capacity(pack.programmes.len());
        for programme in &pack.programmes {
            programmes.push(courses.of_programme(programme, n_outcomes));
            n_outcomes += programme.lines.len() + 1;
        }
        courses.entries.are_amounts = true;
        let mut outcomes = Vec::with_capacity(n_outcomes);
        for programme in &pack.programmes {
            for (place, line) in programme.lines.iter().enumerate() {
                outcomes.push(outcome(&mut courses, programme, line, place));
            }
            outcomes.push(Outcome { judgement: Judgement::untold(), amount: None, kind: None });
        }
        let known = vec![None; pack.definitions.len()];
        let judged = Vec::with_capacity(programmes.len());
        let Courses { steps, entries, .. } = courses;
        let rules = Rules { steps, programmes, outcomes, gate, definitions };
        Self { rules, run: Run { known, sums: entries.sums, judged } }
    }

    /// Judges the first programmes of the pack, before the gate; and whether the gate is open.
    pub fn judge(&mut self, facts: &Facts, n_programmes: usize) -> (&mut [Judgement<'a>], Truth) {
        let Self { rules, run } = self;
        run.known.fill(None);
        run.judged.clear();
        run.sums.work_out(facts);
        for begin in &rules.programmes[..n_programmes] {
            let end = run.walk(rules, facts, *begin);
            run.come_to(rules, facts, &rules.outcomes[end]);
        }
        let gate = rules.gate.map_or(Truth::True, |begin| run.truth(rules, facts, begin));
        (&mut run.judged, gate)
    }
}

impl<'a> Run<'a> {
    fn come_to(&mut self, rules: &Rules, facts: &Facts, outcome: &Outcome<'a>) {
        self.judged.push(outcome.judgement);
        if let Some((sum, kind, is_paid_monthly)) = outcome.amount
            && let Some(yuan) = self.number(rules, facts, sum)
            && let Some(judgement) = self.judged.last_mut()
        {
            judgement.pays(kind, is_paid_monthly, (yuan, yuan));
        }
        if let Some((begin, kinds)) = outcome.kind {
            let truth = self.truth(rules, facts, begin);
            if let Some(judgement) = self.judged.last_mut() {
                judgement.kind = Some(Type::which(kinds, truth));
            }
        }
    }

    fn truth(&mut self, rules: &Rules, facts: &Facts, begin: Next) -> Truth {
        Truth::ALL[self.walk(rules, facts, begin)]
    }

    /// Goes from test to test to the end of a course.
    #[inline(never)]
    fn walk(&mut self, rules: &Rules, facts: &Facts, begin: Next) -> usize {
        let mut next = begin;
        loop {
            match next.way() {
                Way::Step(place) => {
                    let step = &rules.steps[place];
                    next = step.next[self.test(rules, facts, &step.test) as usize];
                }
                Way::End(end) => return end,
            }
        }
    }

    fn test(&mut self, rules: &Rules, facts: &Facts, test: &Test) -> Truth {
        match *test {
            Test::OneOf(id, options) => of_fact(facts, id, |value| options >> value & 1 == 1),
            Test::Has(id, options) => of_fact(facts, id, |value| value & i64::from(options) != 0),
            Test::Less(a, b) => self.compared(rules, facts, a, b, |a, b| a < b),
            Test::AtMost(a, b) => self.compared(rules, facts, a, b, |a, b| a <= b),
            Test::Equal(a, b) => self.compared(rules, facts, a, b, |a, b| a == b),
            Test::NoNumber(number) => self.number(rules, facts, number).is_none().into(),
            Test::Named(index) => match self.known[usize::from(index)] {
                Some(truth) => truth,
                None => self.named(rules, facts, usize::from(index)),
            },
            Test::Came(programme, verdicts) => {
                verdicts.contains(self.judged[usize::from(programme)].verdict).into()
            }
            Test::Predicted(programme) => {
                self.judged[usize::from(programme)].predicts.only().unwrap_or(Truth::Unknown)
            }
        }
    }

    #[inline(never)]
    fn named(&mut self, rules: &Rules, facts: &Facts, index: usize) -> Truth {
        let begin = rules.definitions[index].expect("the parser tells conditions from numbers");
        let truth = self.truth(rules, facts, begin);
        self.known[index] = Some(truth);
        truth
    }

    fn compared(
        &mut self,
        rules: &Rules,
        facts: &Facts,
        a: Sum,
        b: Sum,
        holds: impl Fn(i64, i64) -> bool,
    ) -> Truth {
        match (self.number(rules, facts, a), self.number(rules, facts, b)) {
            (Some(a), Some(b)) => holds(a, b).into(),
            _ => Truth::Unknown,
        }
    }

    fn number(&mut self, rules: &Rules, facts: &Facts, sum: Sum) -> Option<i64> {
        match sum.place() {
            Place::List(place) => self.sums.value(place),
            Place::WhenWanted(place) => self.wanted(rules, facts, place),
        }
    }

    #[inline(never)]
    fn wanted(&mut self, rules: &Rules, facts: &Facts, place: usize) -> Option<i64> {
        let work = self.sums.when_wanted(place);
        let mut of = |sum| self.number(rules, facts, sum);
        Some(match work {
            Work::Fact(id) => value(facts, id)?,
            Work::FactOrNone(id) => value(facts, id).unwrap_or(0),
            Work::Plus(a, b) => of(a)?.saturating_add(of(b)?),
            Work::Minus(a, b) => of(a)?.saturating_sub(of(b)?),
            Work::Times(a, b) => of(a)?.saturating_mul(of(b)?),
            Work::Quotient(number, by) => of(number)?.div_euclid(by),
            Work::Least(a, b) => of(a)?.min(of(b)?),
            Work::Greatest(a, b) => of(a)?.max(of(b)?),
            Work::If(begin, yes, no) => {
                let holds = self.truth(rules, facts, begin) == Truth::True;
                self.number(rules, facts, if holds { yes } else { no })?
            }
        })
    }
}

fn outcome<'a>(
    courses: &mut Courses,
    programme: &Programme,
    line: &'a Line,
    place: usize,
) -> Outcome<'a> {
    let mut judgement = Judgement::of_line(line, place);
    let amount = line.amount.as_ref();
    let amount = amount.map(|it| (courses.sum(&it.yuan), it.kind, programme.is_paid_monthly));
    let mut kind = None;
    match &line.kind {
        None => {}
        Some(Type::Is(is)) => judgement.kind = Some(is),
        Some(Type::By(condition, kinds)) => kind = Some((courses.of_condition(condition), kinds)),
    }
    Outcome { judgement, amount, kind }
}

fn value(facts: &Facts, id: FactId) -> Option<i64> {
    match facts.get(id) {
        Fact::Known(value) => Some(value),
        _ => None,
    }
}

fn of_fact(facts: &Facts, id: FactId, holds: impl Fn(i64) -> bool) -> Truth {
    value(facts, id).map_or(Truth::Unknown, |value| holds(value).into())
}
