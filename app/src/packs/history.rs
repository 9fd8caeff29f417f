//! The rules of a programme that is over, as they last were: from the latest pack that still ran
//! them, or else as they are written.

use eligibility::source::{Compiled, Head, Library};

use crate::rules::library::with_notes;

/// What is left of a programme that is over.
pub enum Last {
    /// A pack that ran it, on this day.
    Ran(Box<Compiled>, String),
    /// No pack runs it any more; so it is written.
    Written(String),
    /// Its rules were never entered.
    Never,
}

/// The programme as it last was, for a place: the latest pack of the place or of one that it lies in.
pub fn last(library: &Library, heads: &[Head], region: &str, programme: &str) -> Last {
    let (_, last_day) = days(library, programme);
    let in_days = |head: &&Head| last_day.as_ref().is_none_or(|it| head.valid_from <= *it);
    let mut heads: Vec<&Head> =
        heads.iter().filter(|it| lies_in(region, &it.region)).filter(in_days).collect();
    heads.sort_by_key(|it| (it.valid_to.as_str(), it.region.trim_end_matches('0').len()));
    for head in heads.into_iter().rev() {
        let on = last_day.as_ref().unwrap_or(&head.valid_to).min(&head.valid_to);
        if let Some(compiled) = ran(library, &head.id, on, programme) {
            return Last::Ran(Box::new(compiled), on.clone());
        }
    }
    written(library, programme).map_or(Last::Never, Last::Written)
}

/// The first and the last day of a programme that has its own.
pub fn days(library: &Library, programme: &str) -> (Option<String>, Option<String>) {
    let table = table(library, programme);
    let day = |key| Some(table.as_ref()?.get(key)?.as_str()?.to_owned());
    (day("valid_from"), day("valid_to"))
}

/// The pack on the day, if the programme's rules run in it.
fn ran(library: &Library, id: &str, on: &str, programme: &str) -> Option<Compiled> {
    let compiled = with_notes(library, id, Some(on)).ok()?;
    let place = compiled.pack.programme(programme)?;
    let is_over = compiled.places.is_over.get(place).copied().unwrap_or(true);
    (!is_over).then_some(compiled)
}

fn written(library: &Library, programme: &str) -> Option<String> {
    Some(table(library, programme)?.get("decide")?.as_str()?.trim().to_owned())
}

fn table(library: &Library, programme: &str) -> Option<toml::Table> {
    toml::from_str(library.text(&format!("programmes/{programme}.toml"))?).ok()
}

/// `350622105209` lies in `350600000000`, and all places lie in the nation.
fn lies_in(region: &str, wider: &str) -> bool {
    // The codes of a level end in zeros, two at least.
    let kept = match wider.trim_end_matches('0').len() {
        0 => 0,
        1..=2 => 2,
        3..=4 => 4,
        5..=6 => 6,
        7..=9 => 9,
        _ => 12,
    };
    region.get(..kept) == wider.get(..kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::library::built_in;

    fn last_pack(region: &str, programme: &str) -> Option<(String, String)> {
        let library = built_in();
        match last(&library, &library.heads().unwrap(), region, programme) {
            Last::Ran(compiled, on) => Some((compiled.pack.id, on)),
            Last::Written(_) | Last::Never => None,
        }
    }

    #[test]
    fn a_programme_that_is_over_is_shown_as_the_last_pack_ran_it() {
        let found = |pack: &str, day: &str| Some((pack.to_owned(), day.to_owned()));
        assert_eq!(last_pack("000000000000", "jdlk"), found("hist-2016", "2016-12-31"));
        assert_eq!(last_pack("410300000000", "jdlk"), found("hist-2016", "2016-12-31"));
        assert_eq!(last_pack("500000000000", "jdlk"), found("chongqing-2017", "2017-12-31"));
        let luoyang = last_pack("410300000000", "luoyang_hamlet");
        assert_eq!(luoyang, found("luoyang-2014", "2014-12-31"));
        assert_eq!(last_pack("000000000000", "yidi"), None, "it was never entered");
    }

    #[test]
    fn a_place_lies_in_its_province_and_in_the_nation_but_not_in_its_neighbour() {
        assert!(lies_in("350622105209", "350600000000"));
        assert!(lies_in("350622105209", "000000000000"));
        assert!(!lies_in("350622105209", "410300000000"));
        assert!(lies_in("500101000000", "500000000000"));
    }
}
