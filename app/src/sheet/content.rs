//! What stands on a village's sheet: the lines of a real notice, as many projects as fit.

use islands::figures::grouped;
use jiff::Span;
use jiff::civil::Date;
use store::published::{CountTable, FundLine, Project, Region, Release};
use store::{FundFilter, FundSort};

use super::fit::{cut, estimate, lines};
use super::layout::{CELL_LINES, COLUMNS, ROOM, row_height};
use crate::parts::place_head::Place;
use crate::parts::{counts, days, money, names};
use crate::site::error::PageError;
use crate::site::visit::Visit;

const VILLAGE: i64 = 5;
/// Calendar days, by the notice rule for projects; the day after publication is day 1.
const N_DAYS: i64 = 10;
/// As many allocations as there is room for.
const N_FUNDS: usize = 4;
const N_PHONES: usize = 2;

/// A sheet, ready to be set.
pub struct Sheet {
    pub title: String,
    /// Where, which release, as of when.
    pub about: String,
    pub period: String,
    /// Counts of households, all rounded.
    pub households: String,
    pub ask: String,
    pub headings: [String; COLUMNS.len()],
    pub rows: Vec<[String; COLUMNS.len()]>,
    /// How many projects there was no room for.
    pub rest: Option<String>,
    pub funds_title: String,
    pub funds: Vec<String>,
    /// Whom to tell: phones and where to bring a letter.
    pub contacts: Vec<String>,
    pub scan: String,
    /// The address of the village's page in this release, also as the code to scan.
    pub address: String,
}

impl Sheet {
    /// A sheet is of a village; anything else has none, nor has a village before the first release.
    pub async fn load(visit: &Visit, code: &str) -> Result<Self, PageError> {
        let place = Place::load(visit, code).await?;
        if place.region().level != VILLAGE {
            return Err(PageError::NotFound);
        }
        let release = visit.release.clone().ok_or(PageError::NotFound)?;
        let (store, number) = (&visit.portal.store, release.number);
        let mut projects = store.projects_with_money(number, code).await?;
        projects.sort_by_key(|it| (-planned(it), it.id.clone()));
        let filter = FundFilter { sort: FundSort::LargestFirst, ..FundFilter::below(code) };
        let funds = store.funds(number, &filter, 1).await?;
        // A village with few households is counted together with its neighbours.
        let unit = store.publication_unit(number, code).await?;
        let counted = unit.as_ref().map_or(code, |it| it.code());
        let status = store.counts(number, counted).await?;
        let status = status.into_iter().find(|it| it.name == "status");
        let lines: Vec<FundLine> = funds.items.into_iter().map(|it| it.line).collect();
        let origin = &visit.portal.settings.public_address;
        let page = visit.address(&format!("/r/{code}"));
        let address = format!("{origin}{page}?release={number}");
        let together = unit.map_or(1, |it| it.members.len());
        Ok(Self {
            households: households(visit, status.as_ref(), together),
            contacts: contacts(visit, &place.way, &projects),
            address,
            ..written(visit, &place, &release, &projects, (&lines, funds.total))
        })
    }
}

fn written(
    visit: &Visit,
    place: &Place,
    release: &Release,
    projects: &[Project],
    (funds, n_funds): (&[FundLine], i64),
) -> Sheet {
    let number = release.number.to_string();
    let names: Vec<String> = place.way.iter().map(|it| names::short(&it.name)).collect();
    let village = place.name(visit);
    let as_of = days::said_text(visit, &release.as_of);
    let all: Vec<[String; COLUMNS.len()]> =
        projects.iter().enumerate().map(|(n, it)| row(visit, n + 1, it)).collect();
    let rows = fitting(&all);
    let n_rest = all.len() - rows.len();
    let rest = (n_rest > 0).then(|| {
        visit.fill("sheet.rest", &[("n", &grouped(i64::try_from(n_rest).unwrap_or(i64::MAX)))])
    });
    let shown = funds.iter().take(N_FUNDS);
    let values = [("n", grouped(n_funds)), ("shown", shown.len().to_string())];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, it)| (*name, it.as_str())).collect();
    Sheet {
        title: visit.fill("sheet.title", &[("village", &village)]),
        about: visit.fill(
            "sheet.about",
            &[("place", &names.join(" ")), ("number", &number), ("day", &as_of)],
        ),
        period: period(visit, release),
        households: String::new(),
        ask: visit.say("sheet.ask"),
        headings: [
            visit.say("sheet.project"),
            visit.say("sheet.money"),
            visit.say("sheet.term"),
            visit.say("sheet.target"),
            visit.say("sheet.unit"),
        ],
        rows,
        rest,
        funds_title: visit.fill("sheet.funds", &values),
        funds: shown.map(|it| fund(visit, it)).collect(),
        contacts: Vec::new(),
        scan: visit.say("sheet.scan"),
        address: String::new(),
    }
}

/// As many as there is room for, the first first.
fn fitting(all: &[[String; COLUMNS.len()]]) -> Vec<[String; COLUMNS.len()]> {
    let mut room = ROOM;
    all.iter()
        .take_while(|row| {
            let n_lines =
                row.iter().zip(COLUMNS).map(|(cell, width)| lines(cell, width, &estimate).len());
            let height = row_height(n_lines.max().unwrap_or(1));
            let fits = height <= room;
            room = room.saturating_sub(height);
            fits
        })
        .cloned()
        .collect()
}

fn row(visit: &Visit, n: usize, project: &Project) -> [String; COLUMNS.len()] {
    let text = |zh: &str, en: &str| visit.pick(zh, en);
    let name = text(&project.name_zh, &project.name_en);
    let content = text(&project.content_zh, &project.content_en);
    let kind = visit.say(&format!("kind.{}", project.kind));
    let named = visit.fill("sheet.named", &[("name", &name), ("kind", &kind)]);
    let sources: Vec<String> = project
        .money
        .iter()
        .filter(|it| it.planned_fen > 0)
        .map(|it| {
            let source = visit.say(&format!("source.{}", it.source));
            format!("{source} {}", money::short(visit, it.planned_fen))
        })
        .collect();
    let total = visit.fill("sheet.total", &[("amount", &money::short(visit, planned(project)))]);
    let benefit = text(&project.benefit_zh, &project.benefit_en);
    let families = counts::said(visit, project.n_beneficiary_households);
    let post = text(&project.duty_post_zh, &project.duty_post_en);
    let cells = [
        format!("{n}. {named}\n{content}"),
        format!("{total}\n{}", sources.join("\n")),
        format!("{} –\n{}", project.planned_start_on, project.planned_end_on),
        format!(
            "{}\n{benefit}\n{}",
            text(&project.target_zh, &project.target_en),
            visit.fill("sheet.families", &[("n", &families)])
        ),
        format!(
            "{}\n{}\n{post}",
            text(&project.duty_unit_zh, &project.duty_unit_en),
            project.duty_phone
        ),
    ];
    let mut widths = COLUMNS.into_iter();
    cells.map(|cell| {
        let cell: Vec<&str> = cell.split('\n').filter(|it| !it.trim().is_empty()).collect();
        let width = widths.next().unwrap_or(COLUMNS[0]);
        cut(&cell.join("\n"), width, CELL_LINES, &estimate)
    })
}

fn planned(project: &Project) -> i64 {
    project.money.iter().map(|it| it.planned_fen).sum()
}

fn fund(visit: &Visit, line: &FundLine) -> String {
    let name = visit.pick(&line.name_zh, &line.name_en);
    let day = days::said_text(visit, &line.allocated_on);
    let amount = money::short(visit, line.amount_fen);
    format!("{name} {amount} · {} · {day}", line.document_number)
}

/// Ten full days from the day after publication.
fn period(visit: &Visit, release: &Release) -> String {
    let Some(published) = days::parse(&release.published_at) else { return String::new() };
    let day = |n: i64| -> Date { published.saturating_add(Span::new().days(n)) };
    visit.fill(
        "sheet.period",
        &[
            ("from", &days::said(visit, day(1))),
            ("to", &days::said(visit, day(N_DAYS))),
            ("n", &N_DAYS.to_string()),
        ],
    )
}

fn households(visit: &Visit, table: Option<&CountTable>, together: usize) -> String {
    let Some(table) = table.filter(|it| it.total() > 0) else {
        return visit.say("place.no_households");
    };
    let classes: Vec<String> = table
        .cells
        .iter()
        .filter(|(_, n)| **n > 0)
        .map(|(class, n)| {
            format!("{} {}", visit.say(&format!("status.{class}")), counts::said(visit, *n))
        })
        .collect();
    let with = match together {
        0 | 1 => String::new(),
        n => visit.fill("sheet.together", &[("n", &n.to_string())]),
    };
    let classes = classes.join(visit.words.get("clock.comma"));
    let total = counts::said(visit, table.total());
    visit.fill("sheet.households", &[("n", &total), ("classes", &classes), ("with", &with)])
}

/// 12317, two local phones, and where to bring a letter.
fn contacts(visit: &Visit, way: &[Region], projects: &[Project]) -> Vec<String> {
    let mut phones: Vec<(String, &str)> = Vec::new();
    for project in projects {
        let is_new = phones.iter().all(|it| it.1 != project.duty_phone);
        if is_new && !project.duty_phone.is_empty() && phones.len() < N_PHONES {
            let unit = visit.pick(&project.duty_unit_zh, &project.duty_unit_en);
            phones.push((unit, &project.duty_phone));
        }
    }
    let local: Vec<String> =
        phones.into_iter().map(|(unit, phone)| format!("{unit} {phone}")).collect();
    let mut contacts = vec![visit.say("sheet.hotline")];
    if !local.is_empty() {
        contacts
            .push(visit.fill("sheet.phones", &[("phones", &local.join(&visit.pick("；", "; ")))]));
    }
    // The township and the village by their full names, as on an envelope.
    let names: Vec<&str> =
        way.iter().filter(|it| it.level >= 3).map(|it| it.name.as_str()).collect();
    contacts.push(visit.fill("sheet.letters", &[("place", &names.join(""))]));
    contacts
}
