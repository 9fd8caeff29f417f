//! The files of a made-up release, read back with other people's readers.

#[path = "../../examples/demo_county/county.rs"]
mod county;
#[path = "../../examples/demo_county/money.rs"]
mod money;
#[path = "../../examples/demo_county/project.rs"]
mod project;

mod channels;
mod definitions;
mod oc4ids;
mod places;
mod tables;
mod whole;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use disclosure::published::{Region, ReleaseContent};
use opendata::{Options, files};
use serde_json::Value;

/// All files by their path inside the release's folder.
struct Written(BTreeMap<String, Vec<u8>>);

impl Written {
    /// The sample, written once for all tests.
    fn demo() -> &'static Self {
        static DEMO: LazyLock<Written> = LazyLock::new(Written::demo_anew);
        &DEMO
    }

    fn demo_anew() -> Self {
        let (content, regions) = county::county(60);
        Self::of(&content, &regions)
    }

    fn of(content: &ReleaseContent, regions: &[Region]) -> Self {
        let options = Options { is_demo: true, ..Options::new("https://example.org/") };
        let folder = format!("releases/{}/", content.release.number);
        let named = files(content, regions, &options).map(|file| {
            (file.path.strip_prefix(&folder).expect("its release's folder").to_owned(), file.bytes)
        });
        Self(named.collect())
    }

    /// The names of all files of a kind, by the end of their names: `csv`.
    fn names<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a String> {
        self.0.keys().filter(move |it| it.rsplit('.').next() == Some(kind))
    }

    fn bytes(&self, name: &str) -> &[u8] {
        self.0.get(name).unwrap_or_else(|| panic!("there is no {name}"))
    }

    fn text(&self, name: &str) -> &str {
        std::str::from_utf8(self.bytes(name)).expect("UTF-8")
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_slice(self.bytes(name)).expect("JSON")
    }

    /// A CSV file's header and rows, without its notes at the end.
    fn csv(&self, name: &str) -> (Vec<String>, Vec<Vec<String>>) {
        let text = self.text(name).strip_prefix('\u{feff}').expect("a byte order mark");
        let mut reader = csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .flexible(false)
            .from_reader(text.as_bytes());
        let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
        let header = cells(reader.headers().expect("a header"));
        let rows =
            reader.records().map(|row| cells(&row.expect("as wide as the header"))).collect();
        (header, rows)
    }
}
