//! The library of this repository with a fault put into it, in memory.

use eligibility::source::Library;

use crate::support::library;

/// The library with the first `from` in a file made into `to`.
pub fn edited(file: &str, from: &str, to: &str) -> Library {
    with_all(&[(file, from, to)])
}

/// The library with several edits.
pub fn with_all(edits: &[(&str, &str, &str)]) -> Library {
    let library = library();
    let mut files: Vec<(String, String)> =
        library.files().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    for (file, from, to) in edits {
        let (_, text) = files.iter_mut().find(|(name, _)| name == file).unwrap();
        assert!(text.contains(from), "{file} no longer holds {from:?}");
        *text = text.replacen(from, to, 1);
    }
    Library::new(files)
}

/// The library with one more file.
pub fn with_file(name: &str, text: &str) -> Library {
    let library = library();
    let files = library.files().map(|(name, text)| (name.to_owned(), text.to_owned()));
    Library::new(files.chain([(name.to_owned(), text.to_owned())]))
}

/// The line of a file that holds the text.
pub fn line_of(library: &Library, file: &str, text: &str) -> usize {
    let lines = library.text(file).unwrap().lines();
    lines.into_iter().position(|it| it.contains(text)).unwrap() + 1
}
