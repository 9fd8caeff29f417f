//! Answers on this phone, only if the villager ticked it, and gone after thirty idle minutes.

use leptos::prelude::window;

const KEY: &str = "yangguang-check";
const MINUTES: f64 = 30.0;

/// Keeps the answers. A phone without storage keeps nothing.
pub fn keep(answers: &[(String, String)]) {
    let lines: Vec<String> =
        answers.iter().map(|(name, value)| format!("{name}={value}")).collect();
    if let Some(storage) = storage() {
        drop(storage.set_item(KEY, &format!("{}\n{}", js_sys::Date::now(), lines.join("\n"))));
    }
}

pub fn forget() {
    if let Some(storage) = storage() {
        drop(storage.remove_item(KEY));
    }
}

/// What was kept, unless it is too old: then it is forgotten here and now.
pub fn kept() -> Option<Vec<(String, String)>> {
    let text = storage()?.get_item(KEY).ok()??;
    let (kept_at, lines) = text.split_once('\n')?;
    let age = js_sys::Date::now() - kept_at.parse::<f64>().ok()?;
    if !(0.0..MINUTES * 60_000.0).contains(&age) {
        forget();
        return None;
    }
    let answer = |line: &str| line.split_once('=').map(|(name, value)| (name.into(), value.into()));
    Some(lines.lines().filter_map(answer).collect())
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok()?
}
