//! What shows that a release is whole and gives no family away: its files with their SHA-256, how to
//! check them, and what the gate found.

use leptos::prelude::*;
use store::{Page, Proof};

use crate::parts::list;
use crate::site::visit::Visit;

/// One file of the manifest.
struct File<'a> {
    sha256: &'a str,
    path: &'a str,
}

pub fn files(visit: &Visit, number: i64, proof: &Proof, page: u32) -> AnyView {
    let all: Vec<File<'_>> = proof.manifest.lines().filter_map(file).collect();
    if all.is_empty() {
        return view! {
            <h2 id="files">{visit.say("release.files")}</h2>
            <p>{visit.say("release.files.none")}</p>
        }
        .into_any();
    }
    let (page, rows) = shown(&all, page);
    let base = format!("/data/releases/{number}");
    let rows: Vec<AnyView> = rows.iter().map(|it| row(&base, it)).collect();
    let path = visit.link(&format!("/releases/{number}"));
    let n = all.len().to_string();
    let sums = format!("{base}/SHA256SUMS");
    view! {
        <section aria-labelledby="files">
            <h2 id="files">{visit.say("release.files")}</h2>
            <p>{visit.fill("release.files.text", &[("n", &n)])}</p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="files">
                <table class="table">
                    <caption>{visit.say("release.files.caption")}</caption>
                    <thead><tr>
                        <th scope="col">{visit.say("release.files.name")}</th>
                        <th scope="col">"SHA-256"</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {list::pager(visit, &page, &path, &list::Query::default())}
            <h3>{visit.say("release.check")}</h3>
            <p>
                <a href=sums download="SHA256SUMS">{visit.say("release.check.sums")}</a>" "
                {visit.say("release.check.text")}
            </p>
            <pre class="rule__written" tabindex="0"><code>"sha256sum -c SHA256SUMS"</code></pre>
            <p class="note">{visit.say("release.check.note")}</p>
        </section>
    }
    .into_any()
}

/// The rows of one page; a page of nothing carries the numbers for the pager.
fn shown<'a, 'b>(all: &'b [File<'a>], number: u32) -> (Page<()>, &'b [File<'a>]) {
    const SIZE: u32 = 50;
    let first = usize::try_from(u64::from(number - 1) * u64::from(SIZE)).unwrap_or(usize::MAX);
    let rest = all.get(first..).unwrap_or_default();
    let rows = &rest[..rest.len().min(SIZE as usize)];
    let total = i64::try_from(all.len()).unwrap_or(i64::MAX);
    (Page { items: Vec::new(), total, number, size: SIZE }, rows)
}

/// `{sha256}  {path}`, as `sha256sum` writes it; `*` marks a file read as bytes.
fn file(line: &str) -> Option<File<'_>> {
    let (sha256, path) = line.split_once(' ')?;
    let path = path.trim_start_matches([' ', '*']);
    let is_hash = sha256.len() == 64 && sha256.bytes().all(|it| it.is_ascii_hexdigit());
    (is_hash && !path.is_empty()).then_some(File { sha256, path })
}

fn row(base: &str, file: &File<'_>) -> AnyView {
    let path: Vec<String> = file.path.split('/').map(list::encoded).collect();
    let address = format!("{base}/{}", path.join("/"));
    view! {
        <tr>
            <th scope="row"><a href=address download>{file.path.to_owned()}</a></th>
            <td><code class="hash">{file.sha256.to_owned()}</code></td>
        </tr>
    }
    .into_any()
}

/// What the gate found, in plain words, with all of its own words below.
pub fn certificate(visit: &Visit, proof: &Proof) -> AnyView {
    let read: Option<serde_json::Value> = serde_json::from_str(&proof.certificate).ok();
    let fields = read.as_ref().and_then(|it| it.as_object()).filter(|it| !it.is_empty());
    let Some(fields) = fields else {
        return view! {
            <section aria-labelledby="gate">
                <h2 id="gate">{visit.say("release.gate")}</h2>
                <p>{visit.say("release.gate.none")}</p>
            </section>
        }
        .into_any();
    };
    let findings = fields.get("findings");
    let is_clean = findings.is_some_and(|it| match it {
        serde_json::Value::Array(all) => all.is_empty(),
        other => other.as_u64() == Some(0),
    });
    let said = if is_clean { "release.gate.passed" } else { "release.gate.see" };
    let written = read.as_ref().and_then(|it| serde_json::to_string_pretty(it).ok());
    view! {
        <section aria-labelledby="gate">
            <h2 id="gate">{visit.say("release.gate")}</h2>
            <p>{visit.say("release.gate.text")}</p>
            <p><strong>{visit.say(said)}</strong></p>
            <details class="filters">
                <summary>{visit.say("release.gate.written")}</summary>
                <pre class="rule__written" tabindex="0"><code>{written}</code></pre>
            </details>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_is_read_as_sha256sum_writes_it() {
        let hash = "a".repeat(64);
        let text = format!("{hash}  csv/counts.csv");
        let marked = format!("{hash} *a b.xlsx");

        assert_eq!(file(&text).unwrap().path, "csv/counts.csv");
        assert_eq!(file(&marked).unwrap().path, "a b.xlsx");
        assert!(file("no hash  x").is_none() && file(&hash).is_none() && file("").is_none());
    }

    #[test]
    fn a_page_behind_the_last_has_no_rows() {
        let hash = "a".repeat(64);
        let all: Vec<File<'_>> = (0..51).map(|_| File { sha256: &hash, path: "x" }).collect();

        assert_eq!([1, 2, 3, u32::MAX].map(|it| shown(&all, it).1.len()), [50, 1, 0, 0]);
    }
}
