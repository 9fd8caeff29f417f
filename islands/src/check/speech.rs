//! Reading aloud, where the browser has a voice for the language.

use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// Whether the browser can speak the language now. Voices may come later: `voiceschanged` tells.
pub fn can_speak(language: &str) -> bool {
    synthesis().is_some_and(|it| voice(&it, language).is_some())
}

/// Reads a text, and stops what was being read.
pub fn speak(text: &str, language: &str) {
    let Some(synthesis) = synthesis() else { return };
    synthesis.cancel();
    if let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) {
        utterance.set_lang(language);
        utterance.set_voice(voice(&synthesis, language).as_ref());
        synthesis.speak(&utterance);
    }
}

/// Stops reading.
pub fn hush() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

/// Old browsers have none; asking them for it throws, so it is looked up first.
pub fn synthesis() -> Option<SpeechSynthesis> {
    let window = web_sys::window()?;
    let there = js_sys::Reflect::get(&window, &"speechSynthesis".into()).ok()?;
    (!there.is_undefined() && !there.is_null()).then(|| there.unchecked_into())
}

/// `zh-CN`, or any other Chinese; some phones write it `zh_CN`.
fn voice(synthesis: &SpeechSynthesis, language: &str) -> Option<SpeechSynthesisVoice> {
    let voices = synthesis.get_voices();
    let voices = || voices.iter().map(JsCast::unchecked_into::<SpeechSynthesisVoice>);
    let exact = voices().find(|it| it.lang().replace('_', "-") == language);
    let short = language.get(..2).unwrap_or(language);
    exact.or_else(|| voices().find(|it| it.lang().starts_with(short)))
}
