//! Which question to put next: only what can still change an undecided programme.

use crate::evaluate::{Evaluation, Reading};
use crate::{Fact, FactSet, Facts, Judgement, Pack, Question, Truths, judge};

/// Where a question stands in an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionState {
    /// It does not concern this family; its facts follow from other answers.
    Settled,
    /// Whether it concerns the family depends on a question not yet put.
    Waiting,
    /// It may be put.
    Open,
    /// It has been answered, perhaps with "I don't know".
    Answered,
}

/// An interview at one moment: what has been answered, what follows, what is left to ask.
pub struct Interview<'a> {
    pack: &'a Pack,
    facts: Facts,
    states: Vec<QuestionState>,
    judgements: Vec<Judgement<'a>>,
    relevant: FactSet,
}

impl<'a> Interview<'a> {
    /// `given` holds the answers so far. Answers to questions that do not concern the family (any
    /// more) are passed over, not lost: they count again if the answer before changes back.
    pub fn new(pack: &'a Pack, given: &Facts) -> Self {
        let mut facts = Facts::none(pack.facts.len());
        let mut evaluation = Evaluation::new(pack);
        let mut states = Vec::with_capacity(pack.questions.len());
        let mut conditions = Vec::with_capacity(pack.questions.len());
        for question in &pack.questions {
            let shown = question.show_if.as_ref().map(|it| evaluation.condition(&facts, it));
            let state = state_of(question, given, shown);
            for id in &question.facts {
                match state {
                    QuestionState::Settled => facts.set(*id, question.otherwise),
                    QuestionState::Answered => facts.set(*id, given.get(*id)),
                    QuestionState::Waiting | QuestionState::Open => {}
                }
            }
            states.push(state);
            conditions.push(shown);
        }
        let judgements = judge(pack, &facts);
        let mut relevant = judgements.iter().fold(FactSet::EMPTY, |set, it| set.union(it.open));
        // A waiting question that matters makes the one it waits for matter. Later waits for earlier.
        for (question, shown) in pack.questions.iter().zip(&conditions).rev() {
            if question.fact_set().intersects(relevant) {
                relevant = relevant.union(shown.map_or(FactSet::EMPTY, |it| it.open));
            }
        }
        Self { pack, facts, states, judgements, relevant }
    }

    /// The next question, as its place in the pack; none when everything is decided.
    pub fn next(&self) -> Option<usize> {
        (0..self.states.len())
            .find(|&index| self.states[index] == QuestionState::Open && self.matters(index))
    }

    /// How many questions may still be put, at the most.
    pub fn n_left(&self) -> usize {
        let waits = |index: &usize| {
            matches!(self.states[*index], QuestionState::Open | QuestionState::Waiting)
        };
        (0..self.states.len()).filter(waits).filter(|&index| self.matters(index)).count()
    }

    pub fn state(&self, index: usize) -> QuestionState {
        self.states[index]
    }

    /// The answers that count, with what follows from them for questions that are not put.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// In the order of the pack's programmes.
    pub fn judgements(&self) -> &[Judgement<'a>] {
        &self.judgements
    }

    pub fn n_decided(&self) -> usize {
        self.judgements.iter().filter(|it| it.is_decided()).count()
    }

    /// The undecided programmes that the question can still change.
    pub fn can_decide(&self, index: usize) -> impl Iterator<Item = usize> {
        let facts = self.pack.questions[index].fact_set();
        let waits = move |it: &Judgement| it.open.intersects(facts);
        (0..).zip(&self.judgements).filter(move |(_, it)| waits(it)).map(|(index, _)| index)
    }

    fn matters(&self, index: usize) -> bool {
        self.pack.questions[index].fact_set().intersects(self.relevant)
    }
}

fn state_of(question: &Question, given: &Facts, shown: Option<Reading>) -> QuestionState {
    match shown {
        Some(it) if !it.open.is_empty() => return QuestionState::Waiting,
        Some(it) if it.truths == Truths::FALSE => return QuestionState::Settled,
        _ => {}
    }
    if question.facts.iter().any(|id| given.get(*id) == Fact::NotAsked) {
        QuestionState::Open
    } else {
        QuestionState::Answered
    }
}
