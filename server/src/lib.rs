//! The portal as a program: settings, commands, the demo data, and the service that tests drive in
//! process.

pub mod command;
pub mod config;
pub mod demo;
pub mod key;
mod photo;
pub mod release;
pub mod serve;
