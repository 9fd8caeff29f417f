//! The catalogue of a release by DCAT-AP 3: a dataset for each place, a distribution for each file.
//! One graph, written as Turtle and as JSON-LD.

mod graph;
mod json_ld;
mod turtle;

use std::collections::BTreeMap;

use disclosure::published::{Release, ReleaseContent};

use crate::address::{download_url, place_url, release_folder};
use crate::options::Options;
use crate::place::Places;
use graph::{Node, Value};

/// A file that has been written.
pub struct Listed {
    /// The place's code; empty for a file of the release as a whole.
    pub place: String,
    /// The path inside the release's folder.
    pub name: String,
    pub n_bytes: usize,
    pub sha256: String,
}

/// The graph: nodes in order, those that others point to last.
pub struct Catalog {
    nodes: Vec<Node>,
}

impl Catalog {
    pub fn new<'a>(
        content: &ReleaseContent,
        places: &Places<'_>,
        options: &Options,
        listed: impl Iterator<Item = &'a Listed>,
    ) -> Self {
        let release = &content.release;
        let folder = download_url(options, &release_folder(release.number));
        let at = |name: &str| format!("{folder}{name}");
        let dataset_id = |code: &str| at(if code.is_empty() { "#release" } else { code });
        let publisher = at("#publisher");
        let mut nodes = vec![catalog(release, options, &at("#catalog"))];
        nodes[0].link("dcterms:publisher", &publisher);
        let mut by_place: BTreeMap<&str, Vec<&Listed>> = BTreeMap::new();
        for it in listed {
            by_place.entry(&it.place).or_default().push(it);
        }
        for (code, files) in by_place {
            nodes[0].link("dcat:dataset", &dataset_id(code));
            let mut dataset = dataset(release, options, &dataset_id(code), code, places);
            dataset.link("dcterms:publisher", &publisher);
            for it in files {
                let url = at(&it.name);
                dataset.link("dcat:distribution", &format!("{url}#file"));
                nodes.push(distribution(release, options, &url, it));
                nodes.push(Node::new(&url, "rdfs:Resource"));
            }
            nodes.push(dataset);
            nodes.push(Node::new(&access_url(options, release, code), "rdfs:Resource"));
        }
        nodes.extend(shared(release, options, &publisher));
        Self { nodes }
    }

    pub fn turtle(&self) -> Vec<u8> {
        turtle::write(&self.nodes)
    }

    pub fn json_ld(&self) -> Vec<u8> {
        json_ld::write(&self.nodes)
    }
}

fn catalog(release: &Release, options: &Options, id: &str) -> Node {
    let (zh, en) = demo(options);
    let mut node = Node::new(id, "dcat:Catalog");
    node.text(
        "dcterms:title",
        "zh",
        &format!("{}（第{}次发布）", release.title_zh, release.number),
    );
    node.text("dcterms:title", "en", &format!("{} (release {})", release.title_en, release.number));
    node.text(
        "dcterms:description",
        "zh",
        &format!("每个地方的项目、资金、合同、支付和户数。{zh}"),
    );
    node.text(
        "dcterms:description",
        "en",
        &format!("Projects, funds, contracts, payments and household counts by place. {en}"),
    );
    node.link("foaf:homepage", &format!("{}/open-data", options.base_url));
    node.link("dcterms:license", &options.licence.url);
    dates(&mut node, release);
    node
}

fn dataset(
    release: &Release,
    options: &Options,
    id: &str,
    code: &str,
    places: &Places<'_>,
) -> Node {
    let name = places.regions.get(code).map_or(code, |region| region.name.as_str());
    let pinyin = places.regions.get(code).map_or(code, |region| region.pinyin.as_str());
    let (zh, en) = demo(options);
    let (title_zh, title_en) = if code.is_empty() {
        ("整个发布".to_owned(), "The release as a whole".to_owned())
    } else {
        (format!("{name} {}", release.title_zh), format!("{pinyin} {}", release.title_en))
    };
    let mut node = Node::new(id, "dcat:Dataset");
    node.text("dcterms:title", "zh", &title_zh);
    node.text("dcterms:title", "en", &title_en);
    node.text("dcterms:description", "zh", &format!("数据截止 {}。{zh}", release.as_of));
    node.text("dcterms:description", "en", &format!("As of {}. {en}", release.as_of));
    node.text("dcterms:identifier", "", id);
    node.text("dcat:version", "", &release.number.to_string());
    dates(&mut node, release);
    node
}

fn distribution(release: &Release, options: &Options, url: &str, it: &Listed) -> Node {
    let mut node = Node::new(&format!("{url}#file"), "dcat:Distribution");
    node.text("dcterms:title", "zh", &it.name);
    node.link("dcat:accessURL", &access_url(options, release, &it.place));
    node.link("dcat:downloadURL", url);
    node.typed("dcat:byteSize", "xsd:nonNegativeInteger", &it.n_bytes.to_string());
    node.link("dcterms:license", &options.licence.url);
    node.link("dcat:mediaType", &format!("{MEDIA_TYPES}{}", media_type(&it.name)));
    let mut checksum = Node::blank("spdx:Checksum");
    checksum.link("spdx:algorithm", ALGORITHM);
    checksum.typed("spdx:checksumValue", "xsd:hexBinary", &it.sha256);
    node.add("spdx:checksum", Value::Node(checksum));
    node
}

/// Nodes that many others point to: the shapes demand that each says what it is.
fn shared(release: &Release, options: &Options, publisher: &str) -> Vec<Node> {
    let mut agent = Node::new(publisher, "foaf:Agent");
    agent.text("foaf:name", "zh", &release.publisher_zh);
    agent.text("foaf:name", "en", &release.publisher_en);
    let mut nodes = vec![
        agent,
        Node::new(&options.licence.url, "dcterms:LicenseDocument"),
        Node::new(&format!("{}/open-data", options.base_url), "foaf:Document"),
        Node::new(ALGORITHM, "spdx:ChecksumAlgorithm"),
    ];
    nodes.extend(
        MEDIA.iter().map(|(_, it)| Node::new(&format!("{MEDIA_TYPES}{it}"), "dcterms:MediaType")),
    );
    nodes
}

/// A page about the files: the place's own, or the release's.
fn access_url(options: &Options, release: &Release, code: &str) -> String {
    if code.is_empty() {
        format!("{}/releases/{}", options.base_url, release.number)
    } else {
        place_url(options, code)
    }
}

fn dates(node: &mut Node, release: &Release) {
    if !release.published_at.is_empty() {
        node.typed("dcterms:issued", "xsd:dateTime", &release.published_at);
    }
    if !release.as_of.is_empty() {
        node.typed("dcterms:modified", "xsd:date", &release.as_of);
    }
}

fn demo(options: &Options) -> (&'static str, &'static str) {
    options.demo_note().map_or(("", ""), |it| (it.zh, it.en))
}

const ALGORITHM: &str = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256";
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types/";

/// By the end of a file's name; the last for all others.
const MEDIA: [(&str, &str); 5] = [
    (".csv", "text/csv"),
    (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (".json", "application/json"),
    (".ttl", "text/turtle"),
    ("", "text/plain"),
];

fn media_type(name: &str) -> &'static str {
    MEDIA.iter().find(|(end, _)| name.ends_with(end)).map_or("text/plain", |(_, it)| it)
}
