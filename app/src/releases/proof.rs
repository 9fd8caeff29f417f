//! What shows that a release is whole and gives no family away: its files with their SHA-256, how to
//! check them, and what the gate found.

use islands::figures::grouped;
use leptos::prelude::*;
use serde::Deserialize;
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

/// What a certificate says, as the gate writes it.
#[derive(Deserialize)]
struct Certificate {
    passed: bool,
    checks: Vec<Check>,
}

#[derive(Deserialize)]
struct Check {
    #[serde(rename = "check")]
    id: String,
    looked_at: Vec<Amount>,
    n_faults: u64,
}

#[derive(Deserialize)]
struct Amount {
    n: i64,
    what: String,
}

/// Each check in plain words, with the certificate's own words below.
pub fn certificate(visit: &Visit, proof: &Proof) -> AnyView {
    let Ok(certificate) = serde_json::from_str::<Certificate>(&proof.certificate) else {
        return view! {
            <section aria-labelledby="gate">
                <h2 id="gate">{visit.say("release.gate")}</h2>
                <p>{visit.say("release.gate.none")}</p>
            </section>
        }
        .into_any();
    };
    let is_clean = certificate.passed && certificate.checks.iter().all(|it| it.n_faults == 0);
    let said = if is_clean { "release.gate.passed" } else { "release.gate.see" };
    let rows: Vec<AnyView> = certificate.checks.iter().map(|it| checked(visit, it)).collect();
    view! {
        <section aria-labelledby="gate">
            <h2 id="gate">{visit.say("release.gate")}</h2>
            <p>{visit.say("release.gate.text")}</p>
            <p><strong>{visit.say(said)}</strong></p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="gate">
                <table class="table table--wrapping">
                    <caption>{visit.say("release.gate.caption")}</caption>
                    <thead><tr>
                        <th scope="col">{visit.say("release.gate.what")}</th>
                        <th scope="col">{visit.say("release.gate.looked_at")}</th>
                        <th scope="col">{visit.say("release.gate.faults")}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <details class="filters">
                <summary>{visit.say("release.gate.written")}</summary>
                <pre class="rule__written" tabindex="0"><code>{proof.certificate.clone()}</code></pre>
            </details>
        </section>
    }
    .into_any()
}

/// What is said under a key; what this program does not know yet goes by its own name.
fn word(visit: &Visit, key: &str, name: &str) -> String {
    Some(visit.say(key)).filter(|it| it != key).unwrap_or_else(|| name.to_owned())
}

fn checked(visit: &Visit, check: &Check) -> AnyView {
    let looked_at: Vec<String> = check
        .looked_at
        .iter()
        .map(|it| {
            format!(
                "{} {}",
                grouped(it.n),
                word(visit, &format!("release.gate.of.{}", it.what), &it.what)
            )
        })
        .collect();
    view! {
        <tr>
            <th scope="row">{word(visit, &format!("release.gate.check.{}", check.id), &check.id)}</th>
            <td>{looked_at.join(" · ")}</td>
            <td>{check.n_faults}</td>
        </tr>
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
