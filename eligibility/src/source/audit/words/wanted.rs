//! What of a pack people read, and where it stands in the rules.

use super::super::Subject;
use crate::{EITHER_WAY, FactKind, Meaning, Pack, Programme, Question, ROUGH, Type};

/// Something that people read: a reason, a programme's name and what it gives.
pub struct Wanted<'a> {
    /// The table of the words' files: `reasons`, `programmes` and so on.
    pub section: &'static str,
    pub key: &'a str,
    /// What must be there below the key; nothing where the key itself is the sentence.
    pub parts: Vec<String>,
    pub place: Place,
}

type Place = (String, usize);

pub fn wanted<'a>(subject: &'a Subject) -> Vec<Wanted<'a>> {
    let compiled = &subject.compiled;
    let (pack, places) = (&compiled.pack, &compiled.places);
    let mut wanted = of_pack(subject, pack);
    for (programme, lines) in pack.programmes.iter().zip(&places.lines) {
        wanted.push(of_programme(programme, (lines[0].0.clone(), 1)));
        for (line, place) in programme.lines.iter().zip(lines) {
            wanted.push(reason(&line.reason, place.clone()));
        }
    }
    for (definition, place) in pack.definitions.iter().zip(&places.definitions) {
        let parts = match definition.is {
            Meaning::Condition(_) => owned(&["yes", "no", "unknown"]),
            Meaning::Number(_) => owned(&["name"]),
        };
        let (section, key, place) = ("definitions", definition.name.as_str(), place.clone());
        wanted.push(Wanted { section, key, parts, place });
    }
    for (parameter, about) in pack.parameters.iter().zip(&compiled.notes) {
        let (key, place) = (parameter.name.as_str(), (about.file.clone(), about.line));
        wanted.push(Wanted { section: "parameters", key, parts: Vec::new(), place });
    }
    for file in &subject.layers {
        for name in &file.frame.questions {
            let place = (file.name.clone(), file.line_of(name));
            let question = pack.question(name.get_ref());
            wanted.extend(question.map(|it| of_question(pack, it, place)));
        }
        for near_miss in &file.frame.near_misses {
            let (key, place) =
                (near_miss.id.as_str(), (file.name.clone(), file.line_of(&near_miss.fact)));
            wanted.push(Wanted { section: "near_misses", key, parts: Vec::new(), place });
        }
    }
    wanted
}

fn of_pack<'a>(subject: &Subject, pack: &'a Pack) -> Vec<Wanted<'a>> {
    let top = (subject.top().name.clone(), 1);
    let mut reasons = vec![ROUGH, EITHER_WAY];
    if let Some(gate) = &pack.gate {
        reasons.extend([gate.shut_reason.as_str(), gate.unclear_reason.as_str()]);
    }
    let mut wanted: Vec<Wanted> = reasons.into_iter().map(|it| reason(it, top.clone())).collect();
    let parts = owned(&["title", "note"]);
    wanted.push(Wanted { section: "packs", key: &pack.id, parts, place: top });
    wanted
}

fn reason(code: &str, place: Place) -> Wanted<'_> {
    Wanted { section: "reasons", key: code, parts: Vec::new(), place }
}

/// With every type of household that a line of it may name.
fn of_programme(programme: &Programme, place: Place) -> Wanted<'_> {
    let mut parts = owned(&["name", "plain", "gives", "where"]);
    for line in &programme.lines {
        let names = match &line.kind {
            None => &[],
            Some(Type::Is(name)) => std::slice::from_ref(name),
            Some(Type::By(_, names)) => names.as_slice(),
        };
        parts.extend(names.iter().map(|it| format!("types.{it}")));
    }
    Wanted { section: "programmes", key: &programme.id, parts, place }
}

/// With every option; several choices may also be none of them.
fn of_question<'a>(pack: &Pack, question: &'a Question, place: Place) -> Wanted<'a> {
    let mut parts = owned(&["text", "label"]);
    let option = |name: &str| format!("options.{name}");
    for id in &question.facts {
        let spec = pack.spec(*id);
        match &spec.kind {
            FactKind::YesNo => parts.extend(["yes", "no"].map(option)),
            FactKind::Choice(options) => parts.extend(options.iter().map(|it| option(it))),
            FactKind::Several(options) => {
                parts.extend(options.iter().map(|it| option(it)));
                parts.push(option("none"));
            }
            FactKind::Count(..) if question.facts.len() > 1 => {
                parts.push(option(spec.name.rsplit('.').next().unwrap_or_default()));
            }
            FactKind::Count(..) | FactKind::Money(_) => {}
        }
    }
    Wanted { section: "questions", key: &question.id, parts, place }
}

fn owned(parts: &[&str]) -> Vec<String> {
    parts.iter().map(|it| (*it).to_owned()).collect()
}
