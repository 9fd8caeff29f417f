//! One pack in words, ready to be drawn: as a page, as a file, as plain text.

use eligibility::source::{Compiled, Head, Library};
use eligibility::{Meaning, Number, Verdict};
use islands::figures::grouped;
use jiff::civil::Date;

use super::clause::Clause;
use super::decisions::Spelt;
use super::lexicon::Lexicon;
use super::programme::Told;
use super::sentence::Speaker;
use crate::parts::days;
use crate::rules::library::with_notes;
use crate::rules::places;
use crate::site::language::Language;

/// The rules of one place, as they stand on a day.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub id: String,
    pub title: String,
    pub note: String,
    pub place: String,
    pub days: String,
    pub on: String,
    pub is_demo: bool,
    pub hash: String,
    pub gate: Option<GateTold>,
    pub parameters: Vec<Parameters>,
    pub incomes: Vec<Income>,
    pub programmes: Vec<Told>,
    /// Programmes that the pack has no rules for: id, name, why.
    pub absent: Vec<[String; 3]>,
    pub words: Vec<Spelt>,
}

/// Who is not registered here applies elsewhere.
#[derive(Clone, Debug)]
pub struct GateTold {
    pub open_if: Clause,
    pub shut: String,
    pub unclear: String,
    pub except: Vec<String>,
}

/// The numbers that come from one document.
#[derive(Clone, Debug)]
pub struct Parameters {
    pub source: String,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug)]
pub struct Row {
    pub name: String,
    pub value: String,
    /// The notices that a demonstration value was taken after.
    pub leans_on: Option<String>,
}

/// A way to count income: everything in it is added up.
#[derive(Clone, Debug)]
pub struct Income {
    pub name: String,
    pub title: String,
    pub items: Vec<String>,
}

/// A day in words, which is stored as `YYYY-MM-DD`.
pub fn day_said(language: Language, day: &str) -> String {
    day.parse().map_or_else(|_| day.to_owned(), |it: Date| days::said_in(language, it))
}

impl Sheet {
    /// The pack `id` as it stands on a day of its own.
    ///
    /// # Errors
    /// A pack or words with faults.
    pub fn of(library: &Library, language: Language, id: &str, on: &str) -> anyhow::Result<Self> {
        let lexicon = Lexicon::of(library, language)?;
        let compiled = with_notes(library, id, Some(on))?;
        let heads = library.heads()?;
        let speaker = Speaker { lexicon: &lexicon, compiled: &compiled };
        let pack = &compiled.pack;
        let (mut programmes, mut absent) = (Vec::new(), Vec::new());
        for programme in &pack.programmes {
            match speaker.absent(programme) {
                Some(why) => absent.push(why),
                None => programmes.push(speaker.told(library, &heads, programme)),
            }
        }
        let in_force = pack.programmes.iter().filter(|it| speaker.absent(it).is_none());
        let named = speaker.named_by(in_force, pack.gate.as_ref().map(|it| &it.open_if));
        let n_incomes = compiled.places.n_incomes;
        let words = named.into_iter().filter(|it| usize::from(*it) >= n_incomes);
        let days = [&pack.valid_from, &pack.valid_to].map(|it| day_said(language, it));
        Ok(Self {
            id: id.to_owned(),
            title: lexicon.pack_title(id),
            note: lexicon.book.words.packs.get(id).map_or_else(String::new, |it| it.note.clone()),
            place: place(library, &lexicon, &pack.region),
            days: lexicon.words.fill("packs.days", &[("from", &days[0]), ("to", &days[1])]),
            on: day_said(language, on),
            is_demo: pack.status == "demo",
            hash: pack.hash.clone(),
            gate: speaker.gate(),
            parameters: speaker.parameters(),
            incomes: speaker.incomes(),
            programmes,
            absent,
            words: words.map(|it| speaker.spelt(it)).collect(),
        })
    }
}

/// The day on which a pack is shown: the one asked for, or the nearest to today in its days. None:
/// the pack does not hold on the day asked for.
pub fn day_shown(head: &Head, asked: Option<&str>, today: Date) -> Option<String> {
    let (from, to) = (head.valid_from.as_str(), head.valid_to.as_str());
    match asked {
        Some(day) => {
            let is_day = eligibility::source::is_day(day) && (from..=to).contains(&day);
            is_day.then(|| day.to_owned())
        }
        None => Some(today.to_string().as_str().clamp(from, to).to_owned()),
    }
}

/// What the place is called: as the self-check lists it, or its code.
pub fn place(library: &Library, lexicon: &Lexicon, region: &str) -> String {
    if region.bytes().all(|it| it == b'0') {
        return lexicon.words.say("packs.nation");
    }
    listed_place(library, lexicon.words.language, region).unwrap_or_else(|| region.to_owned())
}

fn listed_place(library: &Library, language: Language, region: &str) -> Option<String> {
    let places = places::read(library).ok()?;
    let place = places.into_iter().find(|it| it.region.get_ref() == region)?;
    Some(language.pick(&place.zh, &place.en).to_owned())
}

impl Speaker<'_> {
    fn gate(&self) -> Option<GateTold> {
        let gate = self.pack().gate.as_ref()?;
        let reason = |code: &String| self.lexicon.book.reason(code).to_owned();
        let name = |it: &u16| {
            let id = &self.pack().programmes[usize::from(*it)].id;
            self.lexicon.book.programme_name(id).to_owned()
        };
        Some(GateTold {
            open_if: self.clause(&gate.open_if),
            shut: reason(&gate.shut_reason),
            unclear: reason(&gate.unclear_reason),
            except: gate.except.iter().map(name).collect(),
        })
    }

    /// By the document that they come from, in the order of the pack.
    fn parameters(&self) -> Vec<Parameters> {
        let mut groups: Vec<Parameters> = Vec::new();
        let Compiled { pack, notes, .. } = self.compiled;
        for (parameter, note) in pack.parameters.iter().zip(notes) {
            let source = self.lexicon.source(&parameter.source);
            let name = self.lexicon.book.words.parameters.get(&parameter.name);
            let row = Row {
                name: name.unwrap_or(&parameter.name).clone(),
                value: self.value(parameter.value, &note.unit),
                leans_on: Some(self.lexicon.note(&note.leans_on)).filter(|it| !it.is_empty()),
            };
            match groups.iter_mut().find(|it| it.source == source) {
                Some(group) => group.rows.push(row),
                None => groups.push(Parameters { source, rows: vec![row] }),
            }
        }
        groups
    }

    /// A value with its unit, as the table has it.
    fn value(&self, value: i64, unit: &str) -> String {
        let n = grouped(value);
        match unit {
            "yes_no" if value == 1 => self.lexicon.words.say("packs.unit.yes"),
            "yes_no" => self.lexicon.words.say("packs.unit.no"),
            "ratio" => n,
            // "A person", "a month" stand in the names already.
            yuan if yuan.starts_with("yuan") => self.fill("packs.unit.yuan", &[("n", &n)]),
            unit => self.fill(&format!("packs.unit.{unit}"), &[("n", &n)]),
        }
    }

    fn incomes(&self) -> Vec<Income> {
        let incomes = self.pack().definitions.iter().take(self.compiled.places.n_incomes);
        let income = |(index, definition): (u16, &eligibility::Definition)| {
            let items = match &definition.is {
                Meaning::Number(Number::Sum(parts)) => {
                    parts.iter().map(|it| self.number(it).text).collect()
                }
                other => vec![self.spelt_out(other).inline(self.lexicon.words)],
            };
            Income { name: definition.name.clone(), title: self.name(index), items }
        };
        (0..).zip(incomes).map(income).collect()
    }

    /// Not offered, or not begun: only its name and why.
    fn absent(&self, programme: &eligibility::Programme) -> Option<[String; 3]> {
        let place = self.pack().programme(&programme.id)?;
        let line = programme.lines.first()?;
        let is_absent = self.compiled.places.is_over[place] && line.verdict == Verdict::Na;
        let name = self.lexicon.book.programme_name(&programme.id).to_owned();
        let why = self.lexicon.book.reason(&line.reason).to_owned();
        is_absent.then(|| [programme.id.clone(), name, why])
    }
}
