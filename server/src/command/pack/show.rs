//! `yangguang pack show`: the rules of a pack in plain words, as on `/packs/{pack}`.

use std::process::ExitCode;

use anyhow::Context;
use app::packs::sheet::{Sheet, day_shown};
use app::packs::{file, text};
use app::site::clock::Clock;
use app::site::language::Language;
use app::site::words::Words;

use super::{print, used_wrongly};
use crate::command::which::{Found, Which};
use crate::config::Config;

/// Prints the pack. Exit 1 names the faults of a pack, 2 a pack that is not there.
pub fn show(config: &Config, which: &Which, html: bool, lang: &str) -> anyhow::Result<ExitCode> {
    let library = config.rules()?;
    let head = match which.head(&library)? {
        Found::Head(head) => head,
        Found::None(sentence) => return Ok(used_wrongly(&sentence)),
    };
    let language =
        if lang == Language::English.tag() { Language::English } else { Language::Chinese };
    let today = config.now.map_or(Clock::Real, Clock::Fixed).today();
    let on = day_shown(&head, which.date.as_deref(), today);
    let on = on.context("find a day on which the pack holds")?;
    let sheet = Sheet::of(&library, language, &head.id, &on)?;
    let words = Words::of(language);
    let printed = if html { file::html(words, &sheet) } else { text(words, &sheet) };
    print(&printed)?;
    Ok(ExitCode::SUCCESS)
}
