//! Small pieces that several pages are made of.

pub mod change;
pub mod charts;
pub mod count_class;
pub mod counts;
pub mod days;
pub mod field;
pub mod figure;
pub mod filters;
pub mod forms;
pub mod list;
pub mod money;
pub mod names;
pub mod place_head;
pub mod report;
