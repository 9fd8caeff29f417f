//! The words of the pages, from `locales/`. A word missing in English falls back to Chinese.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::language::Language;

static CHINESE: LazyLock<Words> =
    LazyLock::new(|| Words::read(Language::Chinese, include_str!("../../../locales/zh-CN.toml")));
static ENGLISH: LazyLock<Words> =
    LazyLock::new(|| Words::read(Language::English, include_str!("../../../locales/en.toml")));

/// All words of one language, by key.
#[derive(Debug)]
pub struct Words {
    pub language: Language,
    by_key: BTreeMap<String, String>,
}

impl Words {
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &CHINESE,
            Language::English => &ENGLISH,
        }
    }

    fn read(language: Language, text: &str) -> Self {
        let table: toml::Table =
            toml::from_str(text).expect("the locale files are part of the program and tested");
        let mut by_key = BTreeMap::new();
        flatten("", &table, &mut by_key);
        Self { language, by_key }
    }

    /// What is said under `key`.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        match self.by_key.get(key) {
            Some(text) => text,
            None if self.language == Language::English => CHINESE.get(key),
            None => key,
        }
    }

    /// As [`get`](Self::get), as an owned text for a view.
    pub fn say(&self, key: &str) -> String {
        self.get(key).to_owned()
    }

    /// As [`say`](Self::say), with `{name}` filled in.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut text = self.say(key);
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }

    /// Every word under a heading, with the rest of its key.
    pub fn under(&self, heading: &str) -> BTreeMap<String, String> {
        let prefix = format!("{heading}.");
        self.by_key
            .iter()
            .filter_map(|(key, text)| Some((key.strip_prefix(&prefix)?.to_owned(), text.clone())))
            .collect()
    }

    #[cfg(test)]
    fn keys(&self) -> impl Iterator<Item = &str> {
        self.by_key.keys().map(String::as_str)
    }
}

fn flatten(prefix: &str, table: &toml::Table, by_key: &mut BTreeMap<String, String>) {
    for (name, value) in table {
        let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        match value {
            toml::Value::Table(inner) => flatten(&key, inner, by_key),
            toml::Value::String(text) => {
                by_key.insert(key, text.clone());
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn placeholders(text: &str) -> Vec<&str> {
        let mut found: Vec<&str> =
            text.split('{').skip(1).filter_map(|it| Some(it.split_once('}')?.0)).collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn both_languages_say_the_same_things_with_the_same_gaps() {
        let (chinese, english): (Vec<_>, Vec<_>) =
            (CHINESE.keys().collect(), ENGLISH.keys().collect());
        assert_eq!(chinese, english);

        for key in chinese {
            let (zh, en) = (CHINESE.get(key), ENGLISH.get(key));
            // English has no 万: there nothing is said.
            if !en.is_empty() {
                assert_eq!(placeholders(zh), placeholders(en), "{key}");
            }
            assert!(
                !en.chars().any(|it| ('\u{4e00}'..'\u{9fff}').contains(&it))
                    || key == "site.other_language",
                "{key}: {en}"
            );
        }
    }

    /// Every text in quotes in the sources.
    fn quoted(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                quoted(&path, found);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.extend(text.split('"').skip(1).step_by(2).map(str::to_owned));
            }
        }
    }

    #[test]
    fn every_word_is_used_and_every_word_used_is_there() {
        let mut sources = Vec::new();
        for folder in ["src", "../islands/src", "../server/src"] {
            quoted(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut sources);
        }
        // Keys made at run time: `kind.{code}`. The sources hold their beginning.
        let made: Vec<&str> = sources
            .iter()
            .filter_map(|it| it.split_once('{').map(|(start, _)| start))
            .filter(|it| it.ends_with('.') && it.len() > 2)
            .collect();

        for key in CHINESE.keys() {
            let short = key.strip_prefix("check.").unwrap_or(key);
            let is_used = sources.iter().any(|it| it == key || it == short)
                || made.iter().any(|it| key.starts_with(it) || short.starts_with(it));
            assert!(is_used, "nothing says {key}");
        }
        let headings: Vec<&str> =
            CHINESE.keys().filter_map(|it| it.split_once('.').map(|it| it.0)).collect();
        for text in &sources {
            let is_key = text.split_once('.').is_some_and(|(heading, rest)| {
                headings.contains(&heading)
                    && ![".csv", ".json", ".jsonld", ".ttl", ".xlsx"]
                        .iter()
                        .any(|it| text.ends_with(it))
                    && !rest.is_empty()
                    && text.chars().all(|it| it.is_ascii_lowercase() || "._0123456789".contains(it))
            });
            assert!(
                !is_key
                    || CHINESE.keys().any(|it| it.strip_prefix("check.").unwrap_or(it) == text)
                    || CHINESE.keys().any(|it| it == text),
                "no word for {text}"
            );
        }
    }
}
