//! Knows what an application and a complaint are, and what may happen to them next: the forms as
//! typed, the cases they make, the steps and the law's deadlines. Pure: no disk, no clock, no
//! randomness, no words for people. Days and random bytes are passed in, reasons are codes.

#![expect(clippy::missing_panics_doc, reason = "each `expect` states why it cannot happen")]

pub mod application;
pub mod calendar;
pub mod complaint;
pub mod data_error;
mod days;
pub mod deadline;
pub mod duty;
pub mod form_key;
pub mod law;
pub mod notice_period;
pub mod personal_data;
pub mod phone;
pub mod problems;
pub mod receipt;
pub mod reference;
pub mod region_code;
pub mod secret_key;
pub mod steps;
pub mod timeline;
mod typed;
