//! Where a person is in the self-check: pure state, and one step from the fields of a form.

use eligibility::{Fact, FactId, Facts, Interview, Pack};

use super::Book;
use super::families::Families;
use super::read::{Fields, InputProblem, answers_of, field, travelled, typed};

/// The answer that selects the pack; it is no fact of the rules.
const PLACE: &str = "a.place";

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    Start,
    /// Which place: it selects the rules.
    Place,
    Question(usize),
    Review,
    Results,
    /// A kept record is worked out again.
    Replay,
}

impl Screen {
    /// As the form names the screen that it is on: `review`, or the id of a question.
    pub(super) fn code(self, pack: &Pack) -> &str {
        match self {
            Self::Start => "start",
            Self::Place => "place",
            Self::Question(at) => &pack.questions[at].id,
            Self::Review => "review",
            Self::Results => "results",
            Self::Replay => "replay",
        }
    }

    fn parse(pack: &Pack, code: &str) -> Self {
        match code {
            "place" => Self::Place,
            "review" => Self::Review,
            "results" => Self::Results,
            "replay" => Self::Replay,
            id => question_index(pack, id).map_or(Self::Start, Self::Question),
        }
    }
}

/// One moment of a self-check. It holds all there is: the screen and the answers so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub screen: Screen,
    /// Answers as they travel in the form, in the order they were given.
    answers: Vec<(String, String)>,
    /// The other families, when somebody is helping.
    pub families: Option<Families>,
    /// The record to be worked out again, as it was put in.
    pub record: String,
    /// What is wrong with the answer just sent, and the fields as sent.
    pub problem: Option<(InputProblem, Vec<(String, String)>)>,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            screen: Screen::Start,
            answers: Vec::new(),
            families: None,
            record: String::new(),
            problem: None,
        }
    }
}

impl Session {
    /// Goes one step on from the fields of the form that is on the screen, the pressed button among
    /// them as `go`. Fields that make no sense lead to the start, never to an error.
    #[must_use]
    pub fn step(book: &Book, fields: &Fields) -> Self {
        let mut walk = Walk::new(book, fields);
        let at = Screen::parse(walk.pack, field(fields, "at"));
        match (field(fields, "go"), at) {
            ("clear", _) => Self::default(),
            ("results", _) => walk.to(Screen::Results),
            ("review", _) => walk.to(Screen::Review),
            ("replay", _) | ("next", Screen::Replay) => walk.replay(field(fields, "record")),
            ("back", Screen::Question(at)) => walk.back(at, fields),
            ("back", Screen::Place) => walk.to(Screen::Start),
            ("next", Screen::Question(at)) => walk.answer(at, fields),
            ("next", Screen::Place) => walk.answer_place(fields),
            ("start", _) => walk.begin(fields),
            ("next", _) => walk.on(),
            ("change:place", _) => walk.to(Screen::Place),
            ("family:new", _) => walk.go_to_family(None),
            (go, _) => {
                if let Some(number) = go.strip_prefix("family:").and_then(|it| it.parse().ok()) {
                    return walk.go_to_family(Some(number));
                }
                let question = go.strip_prefix("change:");
                match question.and_then(|id| question_index(walk.pack, id)) {
                    Some(question) => walk.to(Screen::Question(question)),
                    None => walk.to(Screen::Start),
                }
            }
        }
    }

    /// The session whose form has these fields, as it stands on the page.
    pub fn shown(book: &Book, fields: &Fields) -> Self {
        let walk = Walk::new(book, fields);
        match Screen::parse(walk.pack, field(fields, "at")) {
            Screen::Replay => walk.replay(field(fields, "record")),
            screen => walk.to(screen),
        }
    }

    /// Where a kept record is put in.
    pub fn replaying() -> Self {
        Self { screen: Screen::Replay, ..Self::default() }
    }

    /// The rules that hold where the family lives.
    pub fn pack<'b>(&self, book: &'b Book) -> &'b Pack {
        book.pack_at(self.place(book))
    }

    /// The place of the list; the last one, "somewhere else", until one was chosen.
    pub fn place(&self, book: &Book) -> usize {
        book.place(field(&self.answers, PLACE))
    }

    pub fn has_place(&self) -> bool {
        self.answers.iter().any(|(name, _)| name == PLACE)
    }

    /// The answers so far.
    pub fn facts(&self, book: &Book) -> Facts {
        travelled(self.pack(book), &self.answers).0
    }

    /// The questions answered so far, in the order they were put.
    pub fn order(&self, book: &Book) -> Vec<usize> {
        travelled(self.pack(book), &self.answers).1
    }

    /// The answers as form fields.
    pub fn answers(&self) -> &[(String, String)] {
        &self.answers
    }

    /// Everything that has to travel along: the answers, and those of a helper's other families.
    pub fn travelling(&self) -> Vec<(String, String)> {
        let families = self.families.iter().flat_map(Families::fields);
        self.answers.iter().cloned().chain(families).collect()
    }

    /// Answers and the place that go along with an application: those that decided.
    pub fn only(&self, book: &Book, which: &[FactId]) -> Vec<(String, String)> {
        let place = self.answers.iter().filter(|(name, _)| name == PLACE).cloned();
        place.chain(answers_of(self.pack(book), &self.facts(book), which)).collect()
    }

    pub fn has_answers(&self) -> bool {
        !self.answers.is_empty() || self.families.is_some()
    }

    /// This screen with what is known now: going back does not lose what was said since.
    #[must_use]
    pub fn with_answers_of(self, now: &Self) -> Self {
        Self { answers: now.answers.clone(), families: now.families.clone(), ..self }
    }

    /// What travelled, at the start, as after coming back to the page.
    #[must_use]
    pub fn resumed(fields: Vec<(String, String)>) -> Self {
        let families = Families::read(&fields);
        let answers = fields.into_iter().filter(|(name, _)| name.starts_with("a.")).collect();
        Self { answers, families, ..Self::default() }
    }
}

fn question_index(pack: &Pack, id: &str) -> Option<usize> {
    pack.questions.iter().position(|it| it.id == id)
}

struct Walk<'a> {
    book: &'a Book,
    pack: &'a Pack,
    place: Option<String>,
    facts: Facts,
    order: Vec<usize>,
    families: Option<Families>,
}

impl<'a> Walk<'a> {
    fn new(book: &'a Book, fields: &Fields) -> Self {
        let is_of_list = |it: &&str| book.places.iter().any(|place| place.region == **it);
        let place = Some(field(fields, PLACE)).filter(is_of_list).map(str::to_owned);
        let pack = book.pack_at(book.place(place.as_deref().unwrap_or("")));
        let (facts, order) = travelled(pack, fields);
        Self { book, pack, place, facts, order, families: Families::read(fields) }
    }

    fn to(&self, screen: Screen) -> Session {
        let questions = &self.pack.questions;
        let which: Vec<FactId> =
            self.order.iter().flat_map(|it| questions[*it].facts.clone()).collect();
        let place = self.place.iter().map(|it| (PLACE.to_owned(), it.clone()));
        let answers = place.chain(answers_of(self.pack, &self.facts, &which)).collect();
        let families = self.families.clone();
        Session { screen, answers, families, ..Session::default() }
    }

    fn replay(&self, record: &str) -> Session {
        Session { record: record.to_owned(), ..self.to(Screen::Replay) }
    }

    fn begin(&mut self, fields: &Fields) -> Session {
        if field(fields, "helping") == "on" && self.families.is_none() {
            self.families = Some(Families::first());
        }
        self.on()
    }

    /// The next question that matters, or the answers to look over.
    fn on(&self) -> Session {
        if self.place.is_none() {
            return self.to(Screen::Place);
        }
        let next = Interview::new(self.pack, &self.facts).next();
        self.to(next.map_or(Screen::Review, Screen::Question))
    }

    fn answer_place(&mut self, fields: &Fields) -> Session {
        let sent = field(fields, "q.place");
        if !self.book.places.iter().any(|it| it.region == sent) {
            let mut session = self.to(Screen::Place);
            session.problem = Some((InputProblem::Missing, Vec::new()));
            return session;
        }
        self.place = Some(sent.to_owned());
        // Another place may have other rules: what was answered goes along.
        let moved = self.to(Screen::Place);
        Walk::new(self.book, &moved.travelling()).on()
    }

    fn answer(&mut self, at: usize, fields: &Fields) -> Session {
        match typed(self.pack, &self.pack.questions[at], fields) {
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
        if let Ok(facts) = typed(self.pack, &self.pack.questions[at], fields) {
            let is_blank_group =
                facts.len() > 1 && facts.iter().all(|(_, it)| *it == Fact::Known(0));
            if !is_blank_group {
                self.keep(at, &facts);
            }
        }
        self.to(before.map_or(Screen::Place, Screen::Question))
    }

    fn go_to_family(&mut self, number: Option<usize>) -> Session {
        let now = self.to(Screen::Start);
        let Some(mut families) = self.families.clone() else { return now };
        let is_new = number.is_none_or(|it| !families.numbers().contains(&it));
        let number = number.filter(|_| !is_new).unwrap_or_else(|| families.next_number());
        let answers = families.go_to(number, now.answers);
        let session = Session { answers, families: Some(families), ..Session::default() };
        Walk::new(self.book, &session.travelling()).on()
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
