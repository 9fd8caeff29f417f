//! Which pack a command works with: named, or the one in force at a place on a day.

use app::rules::library;
use clap::Args;
use eligibility::Pack;
use eligibility::source::{Head, Library, is_day};

/// A pack by name, or by place and day.
#[derive(Args, Clone, Debug)]
pub struct Which {
    /// The pack's name, such as demo-2026.
    #[arg(long, conflicts_with = "place")]
    pub pack: Option<String>,
    /// The 12-digit code of the place: the pack in force there is taken.
    #[arg(long)]
    pub place: Option<String>,
    /// The day of the check (YYYY-MM-DD). Left out: the last day of the named pack; today for a place.
    #[arg(long)]
    pub date: Option<String>,
}

/// The pack, or why there is none, in a sentence.
pub enum Chosen {
    Pack(Box<Pack>),
    None(String),
}

/// The head of a pack that holds, or why there is none, in a sentence.
pub enum Found {
    Head(Head),
    None(String),
}

const USUAL: &str = "demo-2026";

impl Which {
    /// Finds and compiles the pack.
    ///
    /// # Errors
    /// A pack that has faults.
    pub fn pack(&self, library: &Library) -> anyhow::Result<Chosen> {
        match self.head(library)? {
            Found::Head(head) => library::compiled(library, &head.id, self.date.as_deref())
                .map(|it| Chosen::Pack(Box::new(it))),
            Found::None(sentence) => Ok(Chosen::None(sentence)),
        }
    }

    /// Finds the pack.
    ///
    /// # Errors
    /// Packs whose heads cannot be read.
    pub fn head(&self, library: &Library) -> anyhow::Result<Found> {
        if let Some(day) = self.date.as_ref().filter(|it| !is_day(it)) {
            return Ok(Found::None(format!("{day:?} is no day; write it as 2026-11-22")));
        }
        let heads = library.heads()?;
        let id = match &self.place {
            None => self.pack.clone().unwrap_or_else(|| USUAL.to_owned()),
            Some(place) => {
                let today = app::site::clock::Clock::Real.today().to_string();
                let on = self.date.as_ref().unwrap_or(&today);
                match library.in_force(&heads, place, on) {
                    Ok(id) => id,
                    Err(none) => return Ok(Found::None(none.to_string())),
                }
            }
        };
        let Some(head) = heads.iter().find(|it| it.id == id) else {
            let names: Vec<String> = heads.into_iter().map(|it| it.id).collect();
            return Ok(Found::None(none_called(&id, &names)));
        };
        let days = head.valid_from.as_str()..=head.valid_to.as_str();
        if let Some(day) = self.date.as_ref().filter(|it| !days.contains(&it.as_str())) {
            let (from, to) = (&head.valid_from, &head.valid_to);
            return Ok(Found::None(format!("{id} holds from {from} to {to}, not on {day}")));
        }
        Ok(Found::Head(head.clone()))
    }
}

/// There is no pack of this name, but there are these.
pub fn none_called(name: &str, names: &[String]) -> String {
    format!("there is no pack {name:?}; there are {}", names.join(", "))
}
