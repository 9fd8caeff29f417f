//! Hands the islands to the browser. Nothing else: a pure `cdylib` keeps link-time optimisation.

use islands as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the page's loader before it brings each island to life.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
