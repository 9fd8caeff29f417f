//! One programme in words: what it is, its rules, or what they last were, and how to come by it.

use eligibility::source::{Head, Library};
use eligibility::{Programme, Verdict};

use super::decisions::{Decisions, Spelt};
use super::history::{self, Last};
use super::sentence::Speaker;
use super::sheet::day_said;

/// A programme as it is told.
#[derive(Clone, Debug)]
pub struct Told {
    pub id: String,
    pub name: String,
    /// What it is, what it gives.
    pub plain: String,
    pub is_paid_monthly: bool,
    /// The days that it has of its own.
    pub days: Option<String>,
    pub over: Option<Over>,
    pub rules: Rules,
    /// Documents behind it that no line of its rules names.
    pub other_sources: Vec<String>,
    pub bring: Vec<String>,
    pub place: String,
    pub phone: String,
}

/// A programme that is over.
#[derive(Clone, Debug)]
pub struct Over {
    pub verdict: Verdict,
    pub reason: String,
    /// Which rules are shown in place of its own.
    pub shown: String,
    /// What the words of those rules meant then.
    pub words: Vec<Spelt>,
}

#[derive(Clone, Debug)]
pub enum Rules {
    Lines(Decisions),
    /// As they are written, where no pack can run them.
    Written(String),
    Never,
}

impl Speaker<'_> {
    pub fn told(&self, library: &Library, heads: &[Head], programme: &Programme) -> Told {
        let words = self.lexicon.book.words.programmes.get(&programme.id).cloned();
        let words = words.unwrap_or_default();
        let is_over =
            self.pack().programme(&programme.id).is_some_and(|it| self.compiled.places.is_over[it]);
        let (over, rules, other_sources) = if is_over {
            self.over(library, heads, programme)
        } else {
            let rules = Rules::Lines(self.decisions(programme));
            (None, rules, self.other_sources(programme))
        };
        let between = self.lexicon.words.language.pick("", " ");
        Told {
            id: programme.id.clone(),
            name: self.lexicon.book.programme_name(&programme.id).to_owned(),
            plain: format!("{}{between}{}", words.plain, words.gives),
            is_paid_monthly: programme.is_paid_monthly,
            days: self.days(library, &programme.id),
            over,
            rules,
            other_sources,
            bring: words.bring,
            place: words.place,
            phone: words.phone,
        }
    }

    fn days(&self, library: &Library, programme: &str) -> Option<String> {
        let (Some(from), Some(to)) = history::days(library, programme) else { return None };
        let [from, to] = [from, to].map(|it| day_said(self.lexicon.words.language, &it));
        Some(self.fill("packs.programme_days", &[("from", &from), ("to", &to)]))
    }

    fn over(
        &self,
        library: &Library,
        heads: &[Head],
        programme: &Programme,
    ) -> (Option<Over>, Rules, Vec<String>) {
        let line = programme.lines.first();
        let mut over = Over {
            verdict: line.map_or(Verdict::Closed, |it| it.verdict),
            reason: line.map_or_else(String::new, |it| self.lexicon.book.reason(&it.reason).into()),
            shown: String::new(),
            words: Vec::new(),
        };
        let all_sources: Vec<String> =
            programme.sources.iter().map(|it| self.lexicon.source(it)).collect();
        let say = |key: &str| self.lexicon.words.say(key);
        let (rules, sources) =
            match history::last(library, heads, &self.pack().region, &programme.id) {
                Last::Ran(compiled, on) => {
                    let then = Speaker { lexicon: self.lexicon, compiled: &compiled };
                    let place = compiled.pack.programme(&programme.id);
                    let programme = &compiled.pack.programmes[place.unwrap_or_default()];
                    let day = day_said(self.lexicon.words.language, &on);
                    let pack = self.lexicon.pack_title(&compiled.pack.id);
                    over.shown = self.fill("packs.over.ran", &[("pack", &pack), ("day", &day)]);
                    let named = then.named_by([programme], None);
                    over.words = named.into_iter().map(|it| then.spelt(it)).collect();
                    (Rules::Lines(then.decisions(programme)), then.other_sources(programme))
                }
                Last::Written(text) => {
                    over.shown = say("packs.over.written");
                    (Rules::Written(text), all_sources)
                }
                Last::Never => {
                    over.shown = say("packs.over.never");
                    (Rules::Never, all_sources)
                }
            };
        (Some(over), rules, sources)
    }
}
