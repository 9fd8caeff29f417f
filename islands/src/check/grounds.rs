//! Why a programme came out so, in sentences: what was seen, the limit, and where it stands.

use eligibility::{
    AmountKind, Because, Compared, Fact, FactId, FactKind, FactSet, Facts, Ground, Judgement, Pack,
    Question, Truth, Verdict, because,
};

use super::Book;
use super::shown::{between, said};
use crate::figures::grouped;

/// One reason, and where the numbers in it come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub sentence: String,
    /// Name, value and document of each parameter it looked at.
    pub sources: Vec<String>,
}

/// What decided the programme at `index`, in sentences.
pub fn grounds(book: &Book, pack: &Pack, facts: &Facts, index: usize) -> Vec<Said> {
    let speech = Speech { book, pack, facts };
    let mut all: Vec<Said> = Vec::new();
    for because in because(pack, facts, index) {
        let sentence = speech.sentence(&because);
        if !sentence.is_empty() && all.iter().all(|it| it.sentence != sentence) {
            all.push(Said { sentence, sources: speech.sources(&because) });
        }
    }
    all
}

struct Speech<'a> {
    book: &'a Book,
    pack: &'a Pack,
    facts: &'a Facts,
}

impl Speech<'_> {
    fn sentence(&self, because: &Because) -> String {
        let book = self.book;
        match &because.ground {
            Ground::Programme(programme, verdict) => {
                let name = book.programme_name(&self.pack.programmes[usize::from(*programme)].id);
                format!("{name}{}{}", book.say("colon"), book.say(verdict_key(*verdict)))
            }
            Ground::Named(index) => {
                let name = &self.pack.definitions[usize::from(*index)].name;
                let words = book.words.definitions.get(name);
                let sentence = words.map(|it| match because.truth {
                    Truth::True => &it.yes,
                    Truth::False => &it.no,
                    Truth::Unknown => &it.unknown,
                });
                let sentence = sentence.map_or("", String::as_str);
                format!("{sentence}{}", self.compared(because))
            }
            Ground::Plain(_) => self.answers(because.facts),
        }
    }

    /// The answers themselves: "labour: 0 persons", "pupils: none".
    fn answers(&self, facts: FactSet) -> String {
        let book = self.book;
        let questions = self.pack.questions.iter().filter(|it| it.fact_set().intersects(facts));
        let answer = |question: &Question| {
            let ids = question.facts.iter().filter(|id| facts.contains(**id));
            // A count that nobody gave reads as none.
            let fact = |id: FactId| match self.facts.get(id) {
                Fact::NotKnown | Fact::NotAsked if self.pack.spec(id).unknown_is_zero => {
                    Fact::Known(0)
                }
                fact => fact,
            };
            let is_group = question.facts.len() > 1;
            let part = |id: &FactId| {
                let said = said(book, self.pack, *id, fact(*id));
                if is_group { format!("{} {said}", book.fact_label(self.pack, *id)) } else { said }
            };
            let parts = ids.filter(|id| !is_group || fact(**id) != Fact::Known(0)).map(part);
            let parts = parts.collect::<Vec<_>>().join(book.say("list_comma"));
            let parts = if parts.is_empty() { book.say("none_of_these") } else { &parts };
            format!("{}{}{parts}", book.question(&question.id).label, book.say("colon"))
        };
        questions.map(answer).collect::<Vec<_>>().join(book.say("pause"))
    }

    /// The two numbers: "(seen 7,999 yuan; limit 8,500 yuan)".
    fn compared(&self, because: &Because) -> String {
        because.compared.iter().map(|it| self.numbers(because, it)).collect()
    }

    fn numbers(&self, because: &Because, compared: &Compared) -> String {
        let is_money = !because.parameters.is_empty()
            || because.facts.iter().any(|id| matches!(self.pack.spec(id).kind, FactKind::Money(_)));
        let unit = if is_money { "yuan" } else { "persons" };
        let unit = self.book.words.units.get(unit).map_or(unit, String::as_str);
        let number = |(least, most)| format!("{} {unit}", between(self.book, least, most));
        let (left, right) = (number(compared.own), number(compared.limit));
        self.book.fill("compared", &[("left", &left), ("right", &right)])
    }

    fn sources(&self, because: &Because) -> Vec<String> {
        let source = |index: &u16| {
            let parameter = &self.pack.parameters[usize::from(*index)];
            let words = &self.book.words;
            let name = words.parameters.get(&parameter.name).unwrap_or(&parameter.name);
            let source = cited(self.book, &parameter.source);
            let value = grouped(parameter.value);
            format!("{name} {value}{}{source}", self.book.say("colon"))
        };
        because.parameters.iter().map(source).collect()
    }
}

/// A document's title, and the article.
pub fn cited(book: &Book, source: &eligibility::Source) -> String {
    let title = book.words.documents.get(&source.document).unwrap_or(&source.document);
    if source.article.is_empty() { title.clone() } else { format!("{title} {}", source.article) }
}

pub fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Likely => "verdict.LIKELY",
        Verdict::Check => "verdict.CHECK",
        Verdict::Unlikely => "verdict.UNLIKELY",
        Verdict::NeedInfo => "verdict.NEED_INFO",
        Verdict::Already => "verdict.ALREADY",
        Verdict::Superseded => "verdict.SUPERSEDED",
        Verdict::Closed => "verdict.CLOSED",
        Verdict::Na => "verdict.NA",
    }
}

/// The amount in words, with 万 beside ten thousand and more; nothing where there is none.
pub fn amount(book: &Book, judgement: &Judgement) -> Option<String> {
    let ((least, most), kind) = judgement.yuan.zip(judgement.amount_kind)?;
    let key = match kind {
        AmountKind::Year => "amount.year",
        AmountKind::MaxYear => "amount.max_year",
        AmountKind::TypicalYear => "amount.typical_year",
        AmountKind::Once => "amount.once",
        AmountKind::MaxOnce => "amount.max_once",
        AmountKind::MaxLoan => "amount.max_loan",
    };
    let mut text = book.say_with(key, "yuan", &between(book, least, most));
    if least == most
        && let Some(wan) = crate::figures::in_wan(least)
    {
        text.push_str(&book.say_with("wan", "wan", &wan));
    }
    Some(text)
}
