//! The self-check: one question at a time, then what the rules say and why.
//!
//! One state machine ([`Session::step`]) reads the fields of the form and gives the next screen. In
//! the browser the island runs it, so no answer leaves the phone; without JavaScript the server runs
//! the very same on the posted form. So both give the same result by construction.

mod book;
mod card;
mod chances;
mod families;
mod frame;
mod glossary;
mod grounds;
mod island;
mod judged;
mod keep;
mod number;
mod place;
mod question;
mod read;
mod record;
mod replay;
mod results;
mod review;
mod screen;
mod session;
mod sheet;
mod shown;
mod speech;

pub use book::{Book, DefinitionWords, PackWords, Place, ProgrammeWords, QuestionWords, RuleWords};
pub use frame::frame;
pub use glossary::Glossary;
pub use grounds::{Said, cited, grounds};
pub use island::begin;
pub use judged::judged;
pub use read::{InputProblem, answers_of, field_of};
pub use record::{ENGINE, Record, Replayed};
pub use session::{Screen, Session};
pub use shown::{said, shown_answers};
