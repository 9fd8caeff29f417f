//! `/releases` and below, and any page as of a former release.

mod changes;
mod counts;
mod county;
mod former;
mod pages;
mod speed;
