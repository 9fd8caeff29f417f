//! Every function of the store, on SQLite always and on PostgreSQL when `TEST_POSTGRES_URL` names a
//! server on which schemas may be made and dropped.

mod building;
mod changes;
mod duties;
mod engine;
mod filing;
mod funds;
mod material;
mod money;
mod notices;
mod open;
mod places;
mod progress;
mod projects;
mod record_history;
mod releases;
mod requests;
mod sample;
mod search;
mod servers;
