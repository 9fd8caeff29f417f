//! Hands the islands to the browser. Nothing else: a pure `cdylib` keeps link-time optimisation.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the page's loader with the book of the self-check: brings its island to life. False if
/// there is none or the book cannot be read: then the server goes on doing the work.
#[wasm_bindgen]
pub fn begin(book: &[u8]) -> bool {
    islands::check::begin(book)
}

/// Judges households as text; see [`islands::check::judged`]. Empty if the book cannot be read. With
/// it anyone can compare the program in the phone with the one of the server.
#[wasm_bindgen]
pub fn judged(book: &[u8], households: &str) -> String {
    let book = islands::check::Book::from_bytes(book);
    book.map_or_else(String::new, |book| islands::check::judged(&book, households))
}
