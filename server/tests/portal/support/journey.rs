//! What people do, as far as several tests need it: walk through the self-check, apply, complain.

use serde_json::Value;

use super::TestPortal;
use super::answer::Answer;
use super::form::Form;

pub const VILLAGE: &str = "350622105209";
pub const NAME: &str = "欧阳试";
pub const PHONE: &str = "138 0000 1111";
pub const COMPLAINT: &str = "雨露计划的钱去年秋天起一直没有到账，村里说不知道。";

/// What is typed, the field it is wrong in, and the key of the word that says so.
pub type Mistake = (&'static [(&'static str, &'static str)], &'static str, &'static str);

/// Answers question after question until none is left, and asks for the results.
pub async fn walk(portal: &TestPortal, base: &str, answers: &Value) -> Answer {
    let action = format!("{base}/check");
    let mut page = portal.get(&action).await.with_status(200);
    page = portal.submit(&page.form(&action).pressing("start")).await.with_status(200);
    for _ in 0..80 {
        let form = page.form(&action);
        if form.buttons.iter().any(|it| it.1 == "results") && !has_question(&form) {
            return portal.submit(&form.pressing("results")).await.with_status(200);
        }
        let answered = answered(form, answers).pressing("next");
        page = portal.submit(&answered).await.with_status(200);
        assert!(page.texts("error-summary").is_empty(), "{answered:?}: {}", page.text());
    }
    panic!("the self-check never ends: {}", page.text())
}

fn has_question(form: &Form) -> bool {
    form.fields.iter().chain(&form.choices).any(|it| it.0.starts_with("q."))
}

/// Fills in the question on the screen.
fn answered(form: Form, answers: &Value) -> Form {
    let is_question = |it: &&String| it.starts_with("q.");
    let names = form.fields.iter().chain(&form.choices).map(|it| &it.0);
    let mut names: Vec<String> = names.filter(is_question).cloned().collect();
    names.sort();
    names.dedup();
    assert!(!names.is_empty(), "nothing to answer: {form:?}");
    names.into_iter().fold(form, |form, name| {
        let value = name[2..].split('.').fold(answers, |value, part| &value[part]);
        let texts = match (name.as_str(), value) {
            // Somewhere that is not in the list.
            ("q.place", Value::Null) => vec!["000000000000".into()],
            // The two fields of a rough number stay empty.
            (name, _) if ["min", "max"].iter().any(|it| name.rsplit('.').next() == Some(it)) => {
                Vec::new()
            }
            _ => texts(value),
        };
        let mut form = form.without(&name);
        form.fields.extend(texts.into_iter().map(|it| (name.clone(), it)));
        form
    })
}

fn texts(answer: &Value) -> Vec<String> {
    match answer {
        Value::Null => vec!["unsure".into()],
        Value::Bool(true) => vec!["yes".into()],
        Value::Bool(false) => vec!["no".into()],
        Value::String(code) => vec![code.clone()],
        Value::Array(codes) if codes.is_empty() => vec!["none".into()],
        Value::Array(codes) => codes.iter().flat_map(texts).collect(),
        other => vec![other.to_string()],
    }
}

/// The form of an application as it comes from the results, with an answer that travels along.
pub async fn application(portal: &TestPortal, base: &str) -> Form {
    let fields = [("programme", "dibao"), ("a.members", "3"), ("a.wage", "23571"), ("go", "begin")];
    let path = format!("{base}/apply");
    portal.post(&path, &fields).await.with_status(200).page().form(&path).pressing("file")
}

/// As [`application`], with all that a person fills in.
pub async fn filled_application(portal: &TestPortal, base: &str) -> Form {
    application(portal, base).await.filled(&[
        ("name", NAME),
        ("phone", PHONE),
        ("region_code", VILLAGE),
        ("consent", "on"),
    ])
}

/// The form of a complaint, anonymous as it comes.
pub async fn complaint(portal: &TestPortal, base: &str) -> Form {
    let path = format!("{base}/complain");
    portal.get(&path).await.with_status(200).form(&path).pressing("file")
}

/// As [`complaint`], with all that a person fills in.
pub async fn filled_complaint(portal: &TestPortal, base: &str) -> Form {
    complaint(portal, base).await.filled(&[("kind", "subsidy_unpaid"), ("text", COMPLAINT)])
}

/// Looks a receipt up.
pub async fn track(portal: &TestPortal, base: &str, receipt: &str) -> Answer {
    let path = format!("{base}/track");
    portal.submit(&portal.get(&path).await.form(&path).with("receipt", receipt)).await
}

/// Records the next step of a case at noon of a day in China.
pub async fn record(portal: &TestPortal, reference: &str, step: &str, day: &str) {
    record_with(portal, reference, step, day, None).await;
}

pub async fn record_with(
    portal: &TestPortal,
    reference: &str,
    step: &str,
    day: &str,
    message: Option<&str>,
) {
    let cases = portal.store.cases(100).await.unwrap();
    let case = cases.iter().find(|it| it.reference == reference).unwrap();
    let at = format!("{day}T04:00:00.000Z");
    portal.store.record_step(reference, step, message, &at, case.n_events).await.unwrap();
}

/// How many cases are filed.
pub async fn n_cases(portal: &TestPortal) -> usize {
    portal.store.cases(1_000).await.unwrap().len()
}
