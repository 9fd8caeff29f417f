//! The money of a place and of a project, and the questions that rules raise: the same numbers on the
//! page, in its pictures and in its files.

mod flags;
mod pictures;
mod project;
mod seed;
