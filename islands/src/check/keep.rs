//! Answers on this phone, only if the villager ticked it, and gone after thirty idle minutes.

const KEY: &str = "yangguang-check";
pub const IDLE_MS: i64 = 30 * 60 * 1000;

/// Keeps the answers. A phone without storage keeps nothing.
pub fn keep(answers: &[(String, String)]) {
    let lines: Vec<String> =
        answers.iter().map(|(name, value)| format!("{name}={value}")).collect();
    if let Some(storage) = storage() {
        drop(storage.set_item(KEY, &format!("{}\n{}", now_ms(), lines.join("\n"))));
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
    let age = now_ms() - kept_at.parse::<i64>().ok()?;
    if !(0..IDLE_MS).contains(&age) {
        forget();
        return None;
    }
    let answer = |line: &str| line.split_once('=').map(|(name, value)| (name.into(), value.into()));
    Some(lines.lines().filter_map(answer).collect())
}

/// A whole number: reading and writing others costs 10 kB of wasm.
#[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are far below")]
pub fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}
