//! `yangguang import photos LIST.csv`: pictures of projects, written anew without anything the camera
//! added, kept beside the releases' files, and put into the draft.
//!
//! The list has the columns 项目编号 (project), 文件 (file, beside the list), 时间 (before, during or after;
//! 前 中 后), 拍摄日期 (taken on; may be empty), 说明 (caption), 英文说明 (caption in English; may be empty).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use app::site::clock::stored;
use casework::personal_data;
use store::Store;
use store::published::{Photo, Project, RecordKind};

use super::fault::Fault;
use super::intake_to_draft::{Origin, differing, next};
use super::verify::sha256;
use crate::command::draft::clock;
use crate::command::import::Import;
use crate::command::release::refuse;
use crate::config::Config;
use crate::photo;

const COLUMNS: [&str; 6] = ["项目编号", "文件", "时间", "拍摄日期", "说明", "英文说明"];
/// A county's camera writes ten megabytes; more is no photo.
const MAX_BYTES: u64 = 40 * 1024 * 1024;

pub async fn run(config: &Config, import: &Import) -> anyhow::Result<ExitCode> {
    if import.is_template() {
        println!("\u{feff}{}", COLUMNS.join(","));
        return Ok(ExitCode::SUCCESS);
    }
    let list = import.path();
    let store = Store::open(&config.database_url, 1).await.context("open the store")?;
    let next = next(&store).await?;
    let projects: BTreeMap<&str, &Project> =
        next.projects.iter().map(|it| (it.id.as_str(), it)).collect();
    let (pictures, faults) = read(list, &projects)?;
    if !faults.is_empty() {
        return Ok(refuse("nothing was imported", &faults));
    }
    let changed = with_photos(&projects, &pictures);
    if import.is_dry_run() {
        println!("{} photos; nothing was changed", pictures.len());
        return Ok(ExitCode::SUCCESS);
    }
    // The files first: a file that no record names is harmless, a record without its file is not.
    let folder = config.files.join("photos");
    fs::create_dir_all(&folder).with_context(|| format!("make {}", folder.display()))?;
    for picture in &pictures {
        let path = folder.join(format!("{}.jpg", picture.photo.sha256));
        fs::write(&path, &picture.bytes).with_context(|| format!("write {}", path.display()))?;
    }
    let origin = Origin::of(list, import.why(), stored(clock(config).now()))?;
    let records = differing(RecordKind::Project, &next.projects, &changed, &origin);
    let n = store.write_draft(&records).await.context("write the draft")?;
    println!("{} photos, {n} changes in the draft", pictures.len());
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

struct Picture {
    project: String,
    photo: Photo,
    bytes: Vec<u8>,
}

/// Every picture of the list, or everything that is wrong with it.
fn read(
    list: &Path,
    projects: &BTreeMap<&str, &Project>,
) -> anyhow::Result<(Vec<Picture>, Vec<Fault>)> {
    let text = fs::read_to_string(list).with_context(|| format!("read {}", list.display()))?;
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let headers = reader.headers().context("read the first row")?.clone();
    let mut pictures = Vec::new();
    let mut faults = Vec::new();
    for name in &COLUMNS[..5] {
        if !headers.iter().any(|it| it.trim() == *name) {
            faults.push(Fault::new(list.display().to_string(), format!("it has no column {name}")));
        }
    }
    if !faults.is_empty() {
        return Ok((pictures, faults));
    }
    for (number, row) in (2..).zip(reader.records()) {
        let row = row.with_context(|| format!("read row {number}"))?;
        let cell = |name: &str| {
            let column = headers.iter().position(|it| it.trim() == name);
            column.and_then(|it| row.get(it)).unwrap_or("").trim().to_owned()
        };
        match picture(list, projects, &cell) {
            Ok(picture) => pictures.push(picture),
            Err(what) => faults.push(Fault::new(format!("row {number}"), what)),
        }
    }
    Ok((pictures, faults))
}

fn picture(
    list: &Path,
    projects: &BTreeMap<&str, &Project>,
    cell: &dyn Fn(&str) -> String,
) -> Result<Picture, String> {
    let project = cell("项目编号");
    if !projects.contains_key(project.as_str()) {
        return Err(format!("there is no project {project:?}"));
    }
    let moment = match cell("时间").as_str() {
        "before" | "前" | "施工前" => "before",
        "during" | "中" | "施工中" => "during",
        "after" | "后" | "完工后" => "after",
        other => return Err(format!("时间 is {other:?}; it is 前, 中 or 后")),
    };
    let taken_on = Some(cell("拍摄日期")).filter(|it| !it.is_empty());
    if let Some(day) = &taken_on
        && day.parse::<jiff::civil::Date>().is_err()
    {
        return Err(format!("拍摄日期 is {day:?}; write it as 2026-09-30"));
    }
    let caption_zh = cell("说明");
    let english = cell("英文说明");
    if caption_zh.is_empty() {
        return Err("说明 is empty: who cannot see the picture reads it".to_owned());
    }
    if !personal_data::find(&caption_zh).is_empty() || !personal_data::find(&english).is_empty() {
        return Err("说明 holds a number of a person".to_owned());
    }
    let name = cell("文件");
    let path = list.parent().unwrap_or(Path::new(".")).join(&name);
    let size = fs::metadata(&path).map_err(|error| format!("{name}: {error}"))?.len();
    if size > MAX_BYTES {
        return Err(format!("{name} has {size} bytes; at most {MAX_BYTES}"));
    }
    let bytes = fs::read(&path).map_err(|error| format!("{name}: {error}"))?;
    let renewed = photo::renew(&bytes).map_err(|error| format!("{name}: {error:#}"))?;
    let photo = Photo {
        sha256: sha256(&renewed.bytes),
        look: format!("{:016x}", renewed.look),
        width: renewed.width.into(),
        height: renewed.height.into(),
        moment: moment.to_owned(),
        taken_on,
        caption_en: if english.is_empty() { caption_zh.clone() } else { english },
        caption_zh,
    };
    Ok(Picture { project, photo, bytes: renewed.bytes })
}

/// The projects with their new photos; one that is there already stays once.
fn with_photos(projects: &BTreeMap<&str, &Project>, pictures: &[Picture]) -> Vec<Project> {
    let mut changed: BTreeMap<&str, Project> = BTreeMap::new();
    for picture in pictures {
        let Some(project) = projects.get(picture.project.as_str()) else { continue };
        let project = changed.entry(&picture.project).or_insert_with(|| (*project).clone());
        let photos = &mut project.details.photos;
        photos.retain(|it| it.sha256 != picture.photo.sha256);
        photos.push(picture.photo.clone());
        photos.sort_by(|a, b| (&a.taken_on, &a.sha256).cmp(&(&b.taken_on, &b.sha256)));
    }
    changed.into_values().collect()
}
