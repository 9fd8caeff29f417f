//! Where a person is in the self-check: pure state, and one step from the fields of a form.

use eligibility::{Fact, FactId, Facts, Interview};

use super::Book;
use super::read::{Fields, InputProblem, answers_of, travelled, typed};

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    Start,
    Question(usize),
    Review,
    Results,
}

impl Screen {
    /// As the form names the screen that it is on: `review`, or the id of a question.
    pub(super) fn code(self, book: &Book) -> &str {
        match self {
            Self::Start => "start",
            Self::Question(at) => &book.pack.questions[at].id,
            Self::Review => "review",
            Self::Results => "results",
        }
    }

    fn parse(book: &Book, code: &str) -> Self {
        match code {
            "review" => Self::Review,
            "results" => Self::Results,
            id => book.question_index(id).map_or(Self::Start, Self::Question),
        }
    }
}

/// One moment of a self-check. It holds all there is: the screen and the answers so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub screen: Screen,
    /// Answers as they travel in the form, in the order they were given.
    answers: Vec<(String, String)>,
    /// What is wrong with the answer just sent, and the fields as sent.
    pub problem: Option<(InputProblem, Vec<(String, String)>)>,
}

impl Default for Session {
    fn default() -> Self {
        Self { screen: Screen::Start, answers: Vec::new(), problem: None }
    }
}

impl Session {
    /// Goes one step on from the fields of the form that is on the screen, the pressed button among
    /// them as `go`. Fields that make no sense lead to the start, never to an error.
    #[must_use]
    pub fn step(book: &Book, fields: &Fields) -> Self {
        let field = |name: &str| {
            fields.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value.as_str())
        };
        let mut walk = Walk::new(book, fields);
        let at = book.question_index(field("at"));
        let go = field("go");
        match (go, at) {
            ("clear", _) => Self::default(),
            ("results", _) => walk.to(Screen::Results),
            ("review", _) => walk.to(Screen::Review),
            ("back", Some(at)) => walk.back(at, fields),
            ("next", Some(at)) => walk.answer(at, fields),
            ("start" | "next", None) => walk.on(),
            (go, _) => match go.strip_prefix("change:").and_then(|id| book.question_index(id)) {
                Some(question) => walk.to(Screen::Question(question)),
                None => walk.to(Screen::Start),
            },
        }
    }

    /// The session whose form has these fields, as it stands on the page.
    pub fn shown(book: &Book, fields: &Fields) -> Self {
        let at = fields.iter().find(|(name, _)| name == "at").map_or("", |(_, at)| at.as_str());
        Walk::new(book, fields).to(Screen::parse(book, at))
    }

    /// The answers so far.
    pub fn facts(&self, book: &Book) -> Facts {
        travelled(&book.pack, &self.answers).0
    }

    /// The questions answered so far, in the order they were put.
    pub fn order(&self, book: &Book) -> Vec<usize> {
        travelled(&book.pack, &self.answers).1
    }

    /// The answers as form fields, to travel along.
    pub fn answers(&self) -> &[(String, String)] {
        &self.answers
    }

    pub fn has_answers(&self) -> bool {
        !self.answers.is_empty()
    }

    /// This screen with the answers of now: going back does not lose what was said since.
    #[must_use]
    pub fn with_answers(self, answers: Vec<(String, String)>) -> Self {
        Self { answers, ..self }
    }

    /// The same answers at the start, as after coming back to the page.
    #[must_use]
    pub fn resumed(answers: Vec<(String, String)>) -> Self {
        Self { answers, ..Self::default() }
    }
}

struct Walk<'a> {
    book: &'a Book,
    facts: Facts,
    order: Vec<usize>,
}

impl<'a> Walk<'a> {
    fn new(book: &'a Book, fields: &Fields) -> Self {
        let (facts, order) = travelled(&book.pack, fields);
        Self { book, facts, order }
    }

    fn to(&self, screen: Screen) -> Session {
        let questions = &self.book.pack.questions;
        let which: Vec<FactId> =
            self.order.iter().flat_map(|it| questions[*it].facts.clone()).collect();
        let answers = answers_of(&self.book.pack, &self.facts, &which);
        Session { screen, answers, problem: None }
    }

    /// The next question that matters, or the answers to look over.
    fn on(&self) -> Session {
        let next = Interview::new(&self.book.pack, &self.facts).next();
        self.to(next.map_or(Screen::Review, Screen::Question))
    }

    fn answer(&mut self, at: usize, fields: &Fields) -> Session {
        match typed(&self.book.pack, &self.book.pack.questions[at], fields) {
            Ok(facts) => {
                self.keep(at, &facts);
                self.on()
            }
            Err(problem) => {
                let mut session = self.to(Screen::Question(at));
                let sent = fields.iter().filter(|(name, _)| name.starts_with("q."));
                session.problem = Some((problem, sent.cloned().collect()));
                session
            }
        }
    }

    /// One question back, in the order they were put. What is filled in is kept if it is complete.
    fn back(&mut self, at: usize, fields: &Fields) -> Session {
        let place = self.order.iter().position(|it| *it == at).unwrap_or(self.order.len());
        let before = place.checked_sub(1).map(|place| self.order[place]);
        if let Ok(facts) = typed(&self.book.pack, &self.book.pack.questions[at], fields) {
            let is_blank_group =
                facts.len() > 1 && facts.iter().all(|(_, it)| *it == Fact::Known(0));
            if !is_blank_group {
                self.keep(at, &facts);
            }
        }
        self.to(before.map_or(Screen::Start, Screen::Question))
    }

    fn keep(&mut self, at: usize, facts: &[(FactId, Fact)]) {
        for (id, fact) in facts {
            self.facts.set(*id, *fact);
        }
        if !self.order.contains(&at) {
            self.order.push(at);
        }
    }
}
