//! Documents and photos of projects.

use disclosure::published::{Photo, ProjectDocument};

use crate::address::{photo_url, whole_url};
use crate::cell::{Cell, maybe, text};
use crate::codes::DOCUMENT_KIND;
use crate::options::Options;
use crate::place::{Place, Places};
use crate::table::{Definition, Entry, Sheet, named};

/// A document or a photo.
pub struct Paper<'a> {
    kind: &'a str,
    title_zh: &'a str,
    title_en: &'a str,
    number: Option<&'a String>,
    dated_on: Option<&'a String>,
    moment: &'a str,
    url: String,
    sha256: &'a str,
}

pub fn sheet<'a>(places: &'a Places<'a>, place: &'a Place<'a>, options: &Options) -> Sheet<'a> {
    let mut sheet = definition().rows(std::iter::empty(), &places.stamp);
    for project in &place.projects {
        let details = &project.details;
        let papers: Vec<Paper<'a>> = details
            .documents
            .iter()
            .map(|it| document(it, options))
            .chain(details.photos.iter().map(|it| photo(it, options)))
            .collect();
        let location = places.of_project(&project.id);
        let entries = (1..).zip(papers).map(|(number, it)| Entry { it, place: location, number });
        sheet.rows.extend(definition().rows(entries, &places.stamp).rows);
    }
    sheet
}

fn document<'a>(it: &'a ProjectDocument, options: &Options) -> Paper<'a> {
    Paper {
        kind: &it.kind,
        title_zh: &it.title_zh,
        title_en: &it.title_en,
        number: it.number.as_ref(),
        dated_on: it.dated_on.as_ref(),
        moment: "",
        url: it.url.as_ref().and_then(|url| whole_url(options, url)).unwrap_or_default(),
        sha256: "",
    }
}

fn photo<'a>(it: &'a Photo, options: &Options) -> Paper<'a> {
    Paper {
        kind: "photo",
        title_zh: &it.caption_zh,
        title_en: &it.caption_en,
        number: None,
        dated_on: it.taken_on.as_ref(),
        moment: &it.moment,
        url: photo_url(options, &it.sha256),
        sha256: &it.sha256,
    }
}

fn definition<'a>() -> Definition<'a, Paper<'a>> {
    Definition::<'a, Paper<'a>>::new("project_documents")
        .read("project_id", |entry| entry.place.project_id())
        .read("number", |entry| Cell::Count(entry.number))
        .read("project_name_zh", |entry| entry.place.project_name())
        .place()
        .read("kind", |entry| text(entry.it.kind))
        .read("kind_zh", |entry| named(DOCUMENT_KIND, entry.it.kind))
        .read("title_zh", |entry| text(entry.it.title_zh))
        .read("title_en", |entry| text(entry.it.title_en))
        .read("document_number", |entry| maybe(entry.it.number))
        .read("dated_on", |entry| maybe(entry.it.dated_on))
        .read("moment", |entry| text(entry.it.moment))
        .read("url", |entry| text(entry.it.url.clone()))
        .read("sha256", |entry| text(entry.it.sha256))
}
