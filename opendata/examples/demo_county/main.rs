//! Writes the files of a made-up county into a folder, for other people's validators to judge:
//! `cargo run -p opendata --example demo_county FOLDER`.

mod county;
mod money;
mod project;

use std::path::PathBuf;

use opendata::{Options, files};

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).map(PathBuf::from);
    let folder = folder.expect("say which folder: demo_county FOLDER");
    let (content, regions) = county::county(180);
    let options = Options { is_demo: true, ..Options::new("https://yangguang.example.org") };
    for file in files(&content, &regions, &options) {
        let path = folder.join(&file.path);
        std::fs::create_dir_all(path.parent().expect("every file lies in a folder"))?;
        std::fs::write(path, &file.bytes)?;
        println!("{:>9} {}", file.bytes.len(), file.path);
    }
    Ok(())
}
