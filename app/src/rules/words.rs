//! The words of the rules in one language, from the files under `packs/words/`.

use anyhow::Context;
use eligibility::source::Library;
use islands::check::RuleWords;

use crate::site::language::Language;

/// Every file of the language, taken together, with the documents' titles in it.
///
/// # Errors
/// A file that is not what it should be, by its name.
pub fn of(library: &Library, language: Language) -> anyhow::Result<RuleWords> {
    let folder = format!("words/{}/", language.tag());
    let mut words = RuleWords::default();
    for (name, text) in library.files().filter(|(name, _)| name.starts_with(&folder)) {
        let more: RuleWords = toml::from_str(text).with_context(|| format!("understand {name}"))?;
        words.questions.extend(more.questions);
        words.reasons.extend(more.reasons);
        words.programmes.extend(more.programmes);
        words.definitions.extend(more.definitions);
        words.parameters.extend(more.parameters);
        words.near_misses.extend(more.near_misses);
        words.units.extend(more.units);
        words.packs.extend(more.packs);
    }
    for (key, document) in library.documents()? {
        let title = language.pick(&document.zh, &document.en).to_owned();
        words.documents.extend([(key, title)]);
    }
    Ok(words)
}
