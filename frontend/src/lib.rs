//! Hands the islands to the browser. Nothing else: a pure `cdylib` keeps link-time optimisation.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the page's loader, with the book of the self-check, before it brings the island to life.
/// False if the book cannot be read: then the server goes on doing the work.
#[wasm_bindgen]
pub fn begin(book: &[u8]) -> bool {
    leptos::mount::hydrate_islands();
    islands::check::open_book(book)
}
