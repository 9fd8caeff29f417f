//! Hands the islands to the browser. Nothing else: a pure `cdylib` keeps link-time optimisation.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the page's loader with the book of the self-check: brings its island to life. False if
/// there is none or the book cannot be read: then the server goes on doing the work.
#[wasm_bindgen]
pub fn begin(book: &[u8]) -> bool {
    islands::check::begin(book)
}
