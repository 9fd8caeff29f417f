//! One record: a figure, a project, a notice.

pub mod figure;
pub mod notice;
pub mod project;
