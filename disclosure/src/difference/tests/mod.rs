//! By example, and what must hold for any two releases.

mod examples;
mod properties;
mod sample;
