//! The portal from outside: every address in process, and the program as it ships. On SQLite always,
//! and what is filed on PostgreSQL too when `TEST_POSTGRES_URL` names a server on which databases may
//! be made and dropped.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the answer")]

mod api;
mod apply;
mod check;
mod clock;
mod command;
mod complain;
mod crawl;
mod data_files;
mod errors;
mod feeds;
mod headers;
mod kill;
mod limits;
mod lists;
mod money;
mod open_data;
mod pack_command;
mod packs;
mod pages;
mod places;
mod privacy;
mod reconciliation;
mod releases;
mod releasing;
mod screen;
mod sheet;
mod start;
mod support;
mod track;
