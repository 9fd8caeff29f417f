//! One record: a figure, a project, a notice.

mod absent;
pub mod figure;
pub mod notice;
pub mod project;
