//! The self-check: one question at a time, then what the rules say and why.
//!
//! One state machine ([`Session::step`]) reads the fields of the form and gives the next screen. In
//! the browser the island runs it, so no answer leaves the phone; without JavaScript the server runs
//! the very same on the posted form. So both give the same result by construction.

mod book;
mod island;
mod keep;
mod question;
mod read;
mod results;
mod review;
mod screen;
mod session;

pub use book::{Book, ProgrammeWords, QuestionWords};
pub use island::{Opening, SelfCheck, open_book};
pub use read::{InputProblem, answers_of, field_of};
pub use screen::shown_answers;
pub use session::{Screen, Session};
