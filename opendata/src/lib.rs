//! Writes a release as files that other programs can read and check.
