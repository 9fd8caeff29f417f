//! Answers in words, as they are shown before they are sent anywhere.

use eligibility::{Fact, FactId, FactKind, Pack};

use super::{Book, Session};
use crate::figures::grouped;

/// The answered questions in words, each with its place in the pack; the place first.
pub fn shown_answers(book: &Book, session: &Session) -> Vec<(Option<usize>, String, String)> {
    let pack = session.pack(book);
    let facts = session.facts(book);
    let shown = |index: usize| {
        let question = &pack.questions[index];
        let answers: Vec<String> = question
            .facts
            .iter()
            .filter(|id| facts.get(**id) != Fact::NotAsked)
            .filter(|id| question.facts.len() == 1 || facts.get(**id) != Fact::Known(0))
            .map(|id| labelled(book, pack, *id, facts.get(*id)))
            .collect();
        let answer = if answers.is_empty() {
            book.say("none_of_these").to_owned()
        } else {
            answers.join(book.say("list_comma"))
        };
        (Some(index), book.question(&question.id).text.clone(), answer)
    };
    let place = session.has_place().then(|| {
        let name = book.places[session.place(book)].name.clone();
        (None, book.question("place").text.clone(), name)
    });
    place.into_iter().chain(session.order(book).into_iter().map(shown)).collect()
}

/// An answer; where a question gives several facts, with its part's name before it.
fn labelled(book: &Book, pack: &Pack, id: FactId, fact: Fact) -> String {
    let is_part = pack.questions.iter().any(|it| it.facts.len() > 1 && it.facts.contains(&id));
    let said = said(book, pack, id, fact);
    if is_part { format!("{}{}{said}", book.fact_label(pack, id), book.say("colon")) } else { said }
}

/// An answer in words.
pub fn said(book: &Book, pack: &Pack, id: FactId, fact: Fact) -> String {
    let Some(question) = pack.questions.iter().find(|it| it.facts.contains(&id)) else {
        return String::new();
    };
    let words = book.question(&question.id);
    let value = match fact {
        Fact::Known(value) => value,
        Fact::Between(least, most) => {
            return format!("{} {}", range(book, pack, id, least, most), words.unit);
        }
        Fact::NotKnown | Fact::NotAsked => return words.unsure.clone(),
    };
    match &pack.spec(id).kind {
        FactKind::YesNo => words.option(if value == 1 { "yes" } else { "no" }).to_owned(),
        FactKind::Choice(options) => {
            let chosen = usize::try_from(value).ok().and_then(|it| options.get(it));
            chosen.map_or_else(String::new, |it| words.option(it).to_owned())
        }
        FactKind::Several(_) if value == 0 => words.option("none").to_owned(),
        FactKind::Several(options) => {
            let chosen = (0..).zip(options).filter(|(place, _)| value >> place & 1 == 1);
            let chosen: Vec<&str> = chosen.map(|(_, it)| words.option(it)).collect();
            chosen.join(book.say("list_comma"))
        }
        FactKind::Count(..) | FactKind::Money(_) => format!("{} {}", grouped(value), words.unit),
    }
}

fn range(book: &Book, pack: &Pack, id: FactId, least: i64, most: i64) -> String {
    let (from, to) = pack.spec(id).kind.bounds();
    if most == to {
        book.say_with("range.from", "from", &grouped(least))
    } else if least == from {
        book.say_with("range.to", "to", &grouped(most))
    } else {
        between(book, least, most)
    }
}

/// `5,000 到 10,000`.
pub fn between(book: &Book, least: i64, most: i64) -> String {
    if least == most {
        return grouped(least);
    }
    book.fill("range.both", &[("from", &grouped(least)), ("to", &grouped(most))])
}
